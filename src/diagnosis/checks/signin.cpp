#include "diagnosis/checks/asking.h"
#include "diagnosis/checks/checks.h"

#include <QLocale>
#include <QUuid>

namespace diagnosis::checks {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::SignInCheck)
};

constexpr qint64 noticeDays = 30;
constexpr qint64 fewestTokenMinutes = 5; ///< A token is renewed that long before its end (dataverse-api section 1.7).

QString day(QDate date)
{
    return QLocale().toString(date, QLocale::ShortFormat);
}

bool isSameId(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

Finding judgeCertificate(const entra::Certificate &certificate, const QDateTime &now)
{
    const QDate until = certificate.expiresAt().date();
    const int days = int(now.date().daysTo(until));
    const QStringList details{Texts::tr("Certificate: %1").arg(certificate.subject()),
                              Texts::tr("Issued by: %1").arg(certificate.issuer()),
                              Texts::tr("Thumbprint: %1").arg(certificate.thumbprint()),
                              Texts::tr("Valid from %1 to %2").arg(day(certificate.validFrom().date()), day(until))};
    const QString fix = Texts::tr("Make a new certificate, upload its public part under Certificates & secrets, and "
                                  "choose its file here.");
    Finding finding;
    if (now >= certificate.expiresAt())
        finding =
            Finding::failed({.kind = Error::Kind::SignIn,
                             .message = Texts::tr("The certificate to sign in with expired on %1.").arg(day(until)),
                             .fix = fix,
                             .field = u"credential.certificate_file"_s,
                             .code = u"CertificateExpired"_s},
                            catalogue::Portal::EntraSecrets);
    else if (now < certificate.validFrom())
        finding = Finding::failed({.kind = Error::Kind::SignIn,
                                   .message = Texts::tr("The certificate to sign in with is valid only from %1 on.")
                                                  .arg(day(certificate.validFrom().date())),
                                   .fix = Texts::tr("Check this computer’s clock, or choose another certificate."),
                                   .field = u"credential.certificate_file"_s,
                                   .code = u"CertificateNotYetValid"_s},
                                  catalogue::Portal::ThisComputer);
    else if (days <= noticeDays)
        finding = Finding::warning(
            Texts::tr("The certificate to sign in with ends in %n day(s), on %1.", nullptr, days).arg(day(until)), fix,
            catalogue::Portal::EntraSecrets);
    else
        finding.evidence = Texts::tr("Certificate %1, until %2").arg(certificate.subject(), day(until));
    finding.details = details;
    finding.facts = {{u"credential.thumbprint"_s, {certificate.thumbprint()}}};
    return finding;
}

Finding judgeSecret(const profile::Credential &credential, QDate today)
{
    const QDate until = credential.secretExpiresOn;
    if (!until.isValid())
        return {.evidence = Texts::tr("A client secret; nobody entered when it expires"),
                .details = {Texts::tr("Enter the date that Entra ID shows beside the secret, and you are reminded in "
                                      "time.")}};
    const int days = int(today.daysTo(until));
    const QString fix = Texts::tr("Create a new secret under Certificates & secrets, enter it as the new secret here, "
                                  "test it, and switch to it.");
    if (days < 0)
        return Finding::warning(
            Texts::tr("By the date that was entered, the client secret expired on %1.").arg(day(until)), fix,
            catalogue::Portal::EntraSecrets);
    if (days <= noticeDays)
        return Finding::warning(
            Texts::tr("The client secret expires in %n day(s), on %1.", nullptr, days).arg(day(until)), fix,
            catalogue::Portal::EntraSecrets);
    return {.evidence = Texts::tr("A client secret, until %1 (%n day(s))", nullptr, days).arg(day(until))};
}

Finding judgeClaims(const Context &context, const QUrl &instance, const profile::Profile &normal,
                    const entra::Claims &claims, const QDateTime &now)
{
    QString audience = claims.audience;
    while (audience.endsWith(u'/'))
        audience.chop(1);
    const auto failed = [](const QString &message, const QString &fix, const QString &field) {
        return Finding::failed(
            {.kind = Error::Kind::SignIn, .message = message, .fix = fix, .field = field, .code = u"TokenForOthers"_s});
    };
    // Dataverse's own id is an audience too: some authorities write that.
    const bool isForInstance = QUrl(audience).host().compare(instance.host(), Qt::CaseInsensitive) == 0 ||
                               !QUuid::fromString(audience).isNull() || audience.isEmpty();
    if (!isForInstance)
        return failed(Texts::tr("The token is for %1, not for %2.").arg(audience, instance.toString()),
                      Texts::tr("Check the environment’s address and the sign-in host; a proxy may also have answered "
                                "in the sign-in’s place."),
                      u"authentication.instance"_s);
    if (!claims.applicationId.isEmpty() && !isSameId(claims.applicationId, normal.integration.clientId))
        return failed(Texts::tr("The token is of another application: %1.").arg(claims.applicationId),
                      Texts::tr("Check the client ID and the sign-in host."), u"authentication.client_id"_s);
    if (!claims.tenantId.isEmpty() && !context.tenant.id.isEmpty() && !isSameId(claims.tenantId, context.tenant.id))
        return failed(Texts::tr("The token is of another tenant: %1.").arg(claims.tenantId),
                      Texts::tr("Check the tenant ID and the sign-in host."), u"authentication.tenant_id"_s);
    const qint64 minutes = now.secsTo(claims.expiresAt) / 60;
    if (claims.expiresAt.isValid() && minutes < fewestTokenMinutes)
        return Finding::warning(
            Texts::tr("The token lives only %n more minute(s).", nullptr, int(qMax<qint64>(0, minutes))),
            Texts::tr("Check this computer’s clock, and a token lifetime policy of the tenant."),
            catalogue::Portal::ThisComputer);
    Finding finding{.evidence = Texts::tr("For %1, valid %n minute(s)", nullptr, int(minutes)).arg(audience)};
    finding.details << Texts::tr("Tenant: %1").arg(claims.tenantId)
                    << Texts::tr("Application: %1").arg(claims.applicationId);
    if (claims.credential == "1"_L1)
        finding.details << Texts::tr("Signed in with: client secret");
    if (claims.credential == "2"_L1)
        finding.details << Texts::tr("Signed in with: certificate");
    return finding;
}

} // namespace

Check *tenant(Context &context, QObject *parent)
{
    bridge::Link &link = context.dynamics();
    return asking(
        [&](QObject *owner) {
            return entra::readTenant(link.entraService(), link.authority(), link.profile().integration.tenantId, owner);
        },
        [&context](const Result<entra::Tenant> &answer) -> Finding {
            if (!answer)
                return Finding::ofRefusal(answer.error());
            context.tenant = *answer;
            Finding finding{.evidence = answer->region.isEmpty()
                                            ? answer->id
                                            : Texts::tr("%1, region %2").arg(answer->id, answer->region),
                            .details = {Texts::tr("Issuer: %1").arg(answer->issuer)},
                            .facts = {{u"tenant.id"_s, {answer->id}}}};
            if (!answer->cloudHost.isEmpty())
                finding.details << Texts::tr("Cloud: %1").arg(answer->cloudHost);
            return finding;
        },
        parent);
}

Check *credential(Context &context, QObject *parent)
{
    const QDateTime now = context.clock().now();
    const auto &certificate = context.dynamics().certificate();
    return found(certificate ? judgeCertificate(*certificate, now)
                             : judgeSecret(context.profile().credential, now.toLocalTime().date()),
                 parent);
}

Check *token(Context &context, QObject *parent)
{
    return asking([&](QObject *owner) { return context.dynamics().tokens().token(owner); },
                  [&context](const Result<entra::Token> &answer) -> Finding {
                      if (!answer)
                          return Finding::failed(answer.error());
                      context.token = *answer;
                      return {.evidence = context.dynamics().certificate()
                                              ? Texts::tr("Signed in with the certificate")
                                              : Texts::tr("Signed in with the client secret")};
                  },
                  parent);
}

Check *tokenContent(Context &context, QObject *parent)
{
    const auto claims = entra::readClaims(context.token.accessToken);
    const QDateTime now = context.clock().now();
    if (!claims) { // not ours to read, says Microsoft; so it may be anything
        const int minutes = int(now.secsTo(context.token.expiresAt) / 60);
        return found({.evidence = Texts::tr("The token cannot be looked into; valid %n minute(s)", nullptr, minutes)},
                     parent);
    }
    return found(judgeClaims(context, context.originOf(Host::Instance), context.dynamics().profile(), *claims, now),
                 parent);
}

} // namespace diagnosis::checks
