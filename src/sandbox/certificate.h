#pragma once

#include "core/result.h"
#include "httpd/server.h"

#include <QByteArray>

namespace sandbox {

/// A certificate for localhost, 127.0.0.1 and ::1, and the authority that signed it. Made in memory, valid for a week;
/// the authority's key is thrown away at once, so nobody can sign anything else with it.
struct ThrowAwayCertificate {
    httpd::Certificate server = {};
    QByteArray authorityPem = {};
};

core::Result<ThrowAwayCertificate> makeCertificate();

} // namespace sandbox
