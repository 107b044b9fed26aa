#pragma once

#include "core/secret.h"

#include <QString>

namespace sandbox {

/// Who may use the sandbox. The same for the same seed.
struct Access {
    QString tenant = {};
    QString clientId = {};
    core::Secret clientSecret = {};
    QString organizationId = {}; ///< Of Didomi.
    QString didomiKey = {};
    core::Secret didomiSecret = {};
};

Access makeAccess(quint64 seed);

/// The tenant's domain, which serves in place of its id.
inline constexpr char16_t tenantDomain[] = u"sandbox.example.org";

} // namespace sandbox
