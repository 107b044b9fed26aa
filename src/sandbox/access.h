#pragma once

#include "core/secret.h"

#include <QList>
#include <QString>

#include <optional>

namespace sandbox {

/// One application that is registered, and may sign in.
struct Application {
    QString clientId = {};
    core::Secret clientSecret = {};
};

/// Who may use the sandbox. The same for the same seed.
struct Access {
    QString tenant = {};
    QString clientId = {};
    core::Secret clientSecret = {};
    QString organizationId = {}; ///< Of Didomi.
    QString didomiKey = {};
    core::Secret didomiSecret = {};
    QList<Application> furtherApplications = {}; ///< Each with an application user of its own in Dataverse.

    /// The one of that client id, whichever it is; nothing when none has it.
    std::optional<Application> application(const QString &id) const;
};

Access makeAccess(quint64 seed, int furtherApplications = 0);

/// The tenant's domain, which serves in place of its id.
inline constexpr char16_t tenantDomain[] = u"sandbox.example.org";

} // namespace sandbox
