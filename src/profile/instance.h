#pragma once

#include "core/result.h"

#include <QUrl>

namespace profile {

/// Microsoft's clouds; each has its own sign-in host (dataverse-api section 1.1).
enum class Cloud { Public, UsGovernment, China, Loopback, Unknown };

/// A Dataverse environment's address, made from whatever the admin pasted.
struct Instance {
    QUrl url; ///< "https://acme.crm4.dynamics.com": scheme, host, port; nothing else.
    Cloud cloud = Cloud::Public;
    QString region;  ///< "EMEA", "North America", …; empty when unknown. Translated.
    QString warning; ///< A translated sentence when the host is not one that Microsoft documents; else empty.

    QUrl apiUrl(const QString &apiVersion) const; ///< ".../api/data/v9.2/"
    QString scope() const;                        ///< "https://acme.crm4.dynamics.com/.default"
    bool operator==(const Instance &) const = default;
};

/// Takes an organisation URL, a host name, a full Web API endpoint or a main.aspx address (dataverse-api section 1.2).
/// Plain http is taken for loopback addresses only. Fails with Kind::Invalid and field "authentication.instance".
core::Result<Instance> normaliseInstance(const QString &text);

/// The sign-in host of a cloud: "https://login.microsoftonline.com". Empty for Loopback: a local sandbox has one of its
/// own, which the profile must name, and real credentials of it have no business at Microsoft's.
QUrl defaultAuthority(Cloud cloud);

/// Didomi's API base URL as typed → as used ("https://api.didomi.io/v1"). https, or http to loopback. Fails with field
/// "didomi.api_url".
core::Result<QUrl> normaliseDidomiUrl(const QString &text);

/// Checks an authority override: https, or http to loopback; no path but "/". Fails with field "options.authority".
core::Result<QUrl> normaliseAuthority(const QString &text);

/// A client id: a GUID, braces and blanks tolerated. Returns it bare, lower case. The error tells what was pasted
/// instead where that can be seen (a secret, a URL, the object id's label …).
core::Result<QString> normaliseClientId(const QString &text);

/// A tenant id: a GUID or a verified domain; "common", "organizations" and "consumers" are refused for this sign-in.
core::Result<QString> normaliseTenantId(const QString &text);

/// True for 127.0.0.0/8, ::1 and "localhost".
bool isLoopback(const QUrl &url);

} // namespace profile
