#pragma once

#include "diagnosis/comparison.h"
#include "profile/profile.h"

namespace diagnosis {

/// Everything that a support desk asks for, and nothing that it must not see.
struct SupportBundle {
    profile::Profile profile;
    std::optional<TestReport> report = {}; ///< The last test.
    std::optional<TestReport> lastGreen = {};
    std::optional<QDateTime> brokenSince = {};
    QList<net::Call> calls = {}; ///< The last ones of the call log; they are redacted already.
    QString keychainName = {};
    QDateTime madeAt = {}; ///< UTC
};

/// As text for a ticket, translated; and as JSON, with stable names. Versions of the program, Qt, TLS library and
/// system are in both. No secret; ids of the tenant and of the application stay (support needs them), people's
/// addresses and names are masked.
QString asText(const SupportBundle &bundle);
QByteArray asJson(const SupportBundle &bundle);

} // namespace diagnosis
