#pragma once

#include "sandbox/dataverse/store.h"
#include "sandbox/people.h"

namespace sandbox::webapi {

/// Writes compliance profiles, purposes, topics and a preference centre, and the consents of some people's addresses;
/// among them two rows for one address, channel and purpose, and an inactive row.
void addConsents(Store &store, const QList<Person> &people);

/// The topics alone: those of the start, or all of them inactive.
void addTopics(Store &store, bool isAllInactive = false);
void removeTopics(Store &store);

} // namespace sandbox::webapi
