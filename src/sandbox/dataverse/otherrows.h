#pragma once

#include "sandbox/dataverse/builder.h"
#include "sandbox/people.h"

namespace sandbox::webapi {

/// What contacts of the start point to.
struct Companies {
    QList<QUuid> accounts = {};
    QList<QUuid> brands = {};
};

Companies addCompanies(Builder &build);

/// Leads of the first people, by their address, and a subscriber for every third, known by Didomi's id and a country.
void addLeadsAndSubscribers(Builder &build, const QList<Person> &people, const Companies &companies);

} // namespace sandbox::webapi
