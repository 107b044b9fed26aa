#pragma once

#include "core/clock.h"
#include "httpd/message.h"
#include "sandbox/access.h"
#include "sandbox/certificate.h"
#include "sandbox/fault.h"
#include "sandbox/people.h"
#include "sandbox/token.h"

#include <QSet>

#include <optional>

namespace sandbox {

class Parameters;

/// Entra ID's token endpoint, client credentials by secret, with its errors.
class Entra
{
public:
    Entra(const Access &access, const TokenMint &mint, const core::Clock &clock, quint64 seed);

    /// Names an address under which Dataverse is reached: a resource that tokens may be asked for.
    void addResource(const QString &origin) { m_resources << origin; }

    /// Registers the certificate that the applications may sign in with.
    void setCertificate(const ClientCertificate &certificate) { m_certificate = certificate; }

    /// True for the addresses that belong to Entra ID.
    static bool owns(const QByteArray &encodedPath);

    httpd::Response handle(const httpd::Request &request, const Faults &faults);

    /// What Dataverse says to a request without a good token for it (401); nothing when the token is good.
    std::optional<httpd::Response> challenge(const httpd::Request &request, const Faults &faults) const;

    /// The same when the token is good no longer.
    httpd::Response expiredChallenge(const httpd::Request &request) const;

    /// The client id of the application that a good token was given to.
    QString applicationOf(const httpd::Request &request) const;

    /// Every refusal has this body: AADSTS code, trace and correlation id.
    httpd::Response refuse(int status, QStringView error, int code, const QString &text, const httpd::Request &request);

private:
    httpd::Response answerTokenRequest(const httpd::Request &request, const Faults &faults);
    httpd::Response answerConfiguration(const QString &tenant, const httpd::Request &request);
    httpd::Response answerInstanceDiscovery(const httpd::Request &request) const;
    std::optional<httpd::Response> refuseTenant(const QString &tenant, const httpd::Request &request,
                                                const Faults &faults);
    std::optional<httpd::Response> refuseClient(const QString &id, const QString &secret, const Parameters &form,
                                                const httpd::Request &request, const Faults &faults);
    std::optional<httpd::Response> refuseSecret(const Application &application, const QString &secret,
                                                const httpd::Request &request, const Faults &faults);
    std::optional<httpd::Response> refuseAssertion(const Application &application, const Parameters &form,
                                                   const httpd::Request &request, const Faults &faults);
    std::optional<httpd::Response> refuseScope(const QString &scope, const httpd::Request &request);
    httpd::Response missingField(QStringView name, const httpd::Request &request);
    bool isResource(const QString &address) const;
    httpd::Response issueToken(const Application &application, const QString &scope, bool isByCertificate,
                               const Faults &faults);

    Access m_access;
    const TokenMint &m_mint;
    const core::Clock &m_clock;
    Dice m_dice;
    QStringList m_resources;
    std::optional<ClientCertificate> m_certificate;
    QSet<QString> m_usedAssertions; ///< Their jti.
};

} // namespace sandbox
