#pragma once

#include "core/result.h"
#include "store/profilestore.h"

namespace cli {

/// The integrations that a command line names, in that order: by name, id or file; with `all` every one there is; with
/// nothing the only one. Damaged files are told in `warnings`.
struct NamedIntegrations {
    QList<profile::Profile> profiles;
    QStringList warnings;
};

/// Fails with Kind::Invalid; field "usage" when the command line is at fault and not an integration.
core::Result<NamedIntegrations> findIntegrations(store::ProfileStore &store, const QStringList &names, bool all);

} // namespace cli
