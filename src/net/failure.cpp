#include "net/failure.h"

#include "core/redactor.h"

#include <QCoreApplication>
#include <QLocale>

namespace net {

using namespace Qt::StringLiterals;
using core::Error;
using Kind = core::Error::Kind;

namespace {

struct Failure {
    Q_DECLARE_TR_FUNCTIONS(net::Failure)
};

QString hostOf(const QUrl &url)
{
    return url.port() < 0 ? url.host() : url.host() + u':' + QString::number(url.port());
}

QString day(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

/// One thing that is wrong with a certificate.
struct Flaw {
    QString code;
    QString message;
    QString fix;
};

Flaw flawOf(const QSslError &error, const QString &host)
{
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return {
            u"TlsExpired"_s,
            Failure::tr("The certificate of %1 expired on %2.").arg(host, day(certificate.expiryDate())),
            Failure::tr("Whoever runs that server has to renew its certificate. If the date seems wrong, check this "
                        "computer's clock.")};
    case QSslError::CertificateNotYetValid:
        return {
            u"TlsNotYetValid"_s,
            Failure::tr("The certificate of %1 is valid only from %2 on.").arg(host, day(certificate.effectiveDate())),
            Failure::tr("Check this computer's clock; it says %1.").arg(day(QDateTime::currentDateTimeUtc()))};
    case QSslError::HostNameMismatch: {
        QStringList names = certificate.subjectAlternativeNames().values();
        if (names.isEmpty())
            names = certificate.subjectInfo(QSslCertificate::CommonName);
        return {
            u"TlsWrongHost"_s,
            names.isEmpty() ? Failure::tr("The certificate of %1 names no server.").arg(host)
                            : Failure::tr("The certificate of %1 was issued for another server: %2.")
                                  .arg(host, names.mid(0, 5).join(u", "_s)),
            Failure::tr("Check the address for typing errors. If it is right, somebody else may be answering in that "
                        "server's place.")};
    }
    case QSslError::SelfSignedCertificate:
        return {u"TlsSelfSigned"_s, Failure::tr("The certificate of %1 is signed by nobody but itself.").arg(host),
                Failure::tr(
                    "If it is your own server, add its certificate to the certificates that this computer trusts.")};
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return {
            u"TlsUnknownAuthority"_s,
            Failure::tr("The certificate of %1 comes from an authority that this computer does not know.").arg(host),
            Failure::tr("If your company inspects encrypted traffic, ask for its root certificate and add it to the "
                        "certificates that this computer trusts. Otherwise somebody may be reading along.")};
    case QSslError::CertificateRevoked:
        return {u"TlsRevoked"_s, Failure::tr("The certificate of %1 was withdrawn by its authority.").arg(host),
                Failure::tr("Whoever runs that server has to replace its certificate.")};
    case QSslError::NoPeerCertificate:
        return {u"TlsNoCertificate"_s, Failure::tr("%1 showed no certificate.").arg(host),
                Failure::tr("Check the address and the port.")};
    default: // Qt's list is open, and the rest is for specialists
        return {u"TlsBadCertificate"_s,
                Failure::tr("The certificate of %1 cannot be accepted: %2.").arg(host, error.errorString()),
                Failure::tr("Whoever runs that server has to repair its certificate.")};
    }
}

} // namespace

Error connectionError(QNetworkReply::NetworkError error, const QString &words, const QUrl &url)
{
    const QString host = hostOf(url);
    Error result{.kind = Kind::Network, .detail = core::redactor::redacted(words)};
    const auto say = [&result](QLatin1StringView code, const QString &message, const QString &fix) {
        result.code = code;
        result.message = message;
        result.fix = fix;
        return result;
    };
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return say("HostNotFound"_L1,
                   Failure::tr("There is no server named %1, or its name cannot be looked up now.").arg(host),
                   Failure::tr("Check the address for typing errors and this computer's connection to the internet."));
    case QNetworkReply::ConnectionRefusedError:
        return say(
            "ConnectionRefused"_L1, Failure::tr("%1 refuses connections.").arg(host),
            Failure::tr(
                "Check the address and the port. If they are right, the server is not running or a firewall is in "
                "the way."));
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return say("ConnectionLost"_L1, Failure::tr("%1 closed the connection before it answered.").arg(host),
                   Failure::tr("Try again later. If it happens again and again, check the address and the port; a "
                               "firewall or proxy may "
                               "also be cutting connections."));
    case QNetworkReply::TimeoutError:
        result.kind = Kind::Timeout;
        return say("ConnectionTimeout"_L1, Failure::tr("No connection to %1 could be made in time.").arg(host),
                   Failure::tr("Check whether a firewall is in the way, and try again later."));
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::BackgroundRequestNotAllowedError:
        return say("Offline"_L1, Failure::tr("This computer has lost its connection to the network."),
                   Failure::tr("Try again when it is back."));
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return say("Proxy"_L1,
                   Failure::tr("The proxy server of this computer's network could not be used to reach %1.").arg(host),
                   Failure::tr("Check the proxy in the system's network settings."));
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return say(
            "ProxySignIn"_L1,
            Failure::tr("The proxy server asks for a sign-in before it lets anybody through to %1.").arg(host),
            Failure::tr("Ask your network's administrator to let this computer through to %1 without one.").arg(host));
    case QNetworkReply::UnknownNetworkError:
        return say("NoRoute"_L1, Failure::tr("%1 cannot be reached from here: %2.").arg(host, result.detail),
                   Failure::tr("Check this computer's connection to the internet, its VPN and its firewall."));
    default: // answers that are no HTTP
        return unreadableError(words, url);
    }
}

Error tlsError(const QList<QSslError> &errors, const QString &words, const QUrl &url)
{
    const QString host = hostOf(url);
    Error result{.kind = Kind::Tls, .detail = core::redactor::redacted(words)};
    QStringList messages;
    QStringList fixes;
    for (const QSslError &error : errors) {
        const Flaw flaw = flawOf(error, host);
        if (messages.contains(flaw.message)) // one missing authority gives three of Qt's errors
            continue;
        if (result.code.isEmpty())
            result.code = flaw.code;
        messages << flaw.message;
        fixes << flaw.fix;
    }
    if (messages.isEmpty()) {
        result.code = u"TlsHandshake"_s;
        messages << Failure::tr("No secure connection to %1 could be made.").arg(host);
        fixes << Failure::tr("Check the address and the port. A proxy or firewall that inspects encrypted traffic can "
                             "also be the cause.");
    }
    fixes.removeDuplicates();
    result.message = messages.join(u' ');
    result.fix = fixes.join(u' ');
    return result;
}

Error deadlineError(std::chrono::milliseconds deadline, const QUrl &url)
{
    // Rounded up, so that it never says "0 seconds".
    const int seconds = int((deadline.count() + 999) / 1000);
    return {.kind = Kind::Timeout,
            .message = Failure::tr("%1 did not answer within %n second(s).", nullptr, seconds).arg(hostOf(url)),
            .fix = Failure::tr(
                "Try again later. If it happens again and again, the server or the connection is overloaded.")};
}

Error tooLargeError(qint64 limit, const QUrl &url)
{
    return {.kind = Kind::BadReply,
            .message = Failure::tr("The answer of %1 is larger than %2 and was not read.")
                           .arg(hostOf(url), QLocale().formattedDataSize(limit)),
            .fix = Failure::tr("Check the address: this does not look like the service that was expected.")};
}

Error truncatedError(const QUrl &url)
{
    return {.kind = Kind::Network,
            .message = Failure::tr("The connection to %1 was lost in the middle of the answer.").arg(hostOf(url)),
            .fix = Failure::tr(
                "Try again later. If it happens again and again, a firewall or proxy may be cutting connections."),
            .code = u"Truncated"_s};
}

Error unreadableError(const QString &words, const QUrl &url)
{
    return {.kind = Kind::BadReply,
            .message = Failure::tr("What %1 answered cannot be understood.").arg(hostOf(url)),
            .fix =
                Failure::tr("Check the address and the port: this does not look like the service that was expected."),
            .detail = core::redactor::redacted(words)};
}

} // namespace net
