#include "net/failure.h"

#include "catalogue/entry.h"
#include "core/redactor.h"

#include <QCoreApplication>
#include <QLocale>

namespace net {

using namespace Qt::StringLiterals;
using catalogue::Entry;
using catalogue::Source;
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

/// What the catalogue says of one of our codes.
Entry entryOf(const QString &code, const QUrl &url)
{
    return catalogue::find(Source::Network, code)
        .value_or(catalogue::unknown(Source::Network, code, Kind::Network))
        .at(hostOf(url));
}

Error errorOf(const QString &code, const QUrl &url)
{
    const Entry entry = entryOf(code, url);
    return {.kind = entry.kind, .message = entry.cause, .fix = entry.fix, .code = code};
}

QString codeOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return u"TlsExpired"_s;
    case QSslError::CertificateNotYetValid:
        return u"TlsNotYetValid"_s;
    case QSslError::HostNameMismatch:
        return u"TlsWrongHost"_s;
    case QSslError::SelfSignedCertificate:
        return u"TlsSelfSigned"_s;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return u"TlsUnknownAuthority"_s;
    case QSslError::CertificateRevoked:
        return u"TlsRevoked"_s;
    case QSslError::NoPeerCertificate:
        return u"TlsNoCertificate"_s;
    default: // Qt's list is open, and the rest is for specialists
        return u"TlsBadCertificate"_s;
    }
}

/// What the certificate itself adds to what the catalogue says: dates and names. Empty when it adds nothing.
QString particulars(const QSslError &error, const QString &host)
{
    const QSslCertificate certificate = error.certificate();
    const QString code = codeOf(error.error());
    if (code == "TlsExpired"_L1 && certificate.expiryDate().isValid())
        return Failure::tr("The certificate of %1 expired on %2.").arg(host, day(certificate.expiryDate()));
    if (code == "TlsNotYetValid"_L1 && certificate.effectiveDate().isValid())
        return Failure::tr("The certificate of %1 is valid only from %2 on; this computer's clock says %3.")
            .arg(host, day(certificate.effectiveDate()), day(QDateTime::currentDateTimeUtc()));
    if (code == "TlsWrongHost"_L1) {
        QStringList names = certificate.subjectAlternativeNames().values();
        if (names.isEmpty())
            names = certificate.subjectInfo(QSslCertificate::CommonName);
        return names.isEmpty() ? Failure::tr("The certificate of %1 names no server.").arg(host)
                               : Failure::tr("The certificate of %1 was issued for another server: %2.")
                                     .arg(host, names.mid(0, 5).join(u", "_s));
    }
    if (code == "TlsBadCertificate"_L1)
        return Failure::tr("The certificate of %1 cannot be accepted: %2.").arg(host, error.errorString());
    return {};
}

QString codeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return u"HostNotFound"_s;
    case QNetworkReply::ConnectionRefusedError:
        return u"ConnectionRefused"_s;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return u"ConnectionLost"_s;
    case QNetworkReply::TimeoutError:
        return u"ConnectionTimeout"_s;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::BackgroundRequestNotAllowedError:
        return u"Offline"_s;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return u"Proxy"_s;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return u"ProxySignIn"_s;
    case QNetworkReply::UnknownNetworkError:
        return u"NoRoute"_s;
    default: // answers that are no HTTP
        return {};
    }
}

} // namespace

Error connectionError(QNetworkReply::NetworkError error, const QString &words, const QUrl &url)
{
    const QString code = codeOf(error);
    if (code.isEmpty())
        return unreadableError(words, url);
    Error result = errorOf(code, url);
    result.detail = core::redactor::redacted(words);
    if (error == QNetworkReply::UnknownNetworkError && !result.detail.isEmpty()) // only the system knows what it is
        result.message = Failure::tr("%1 cannot be reached from here: %2.").arg(hostOf(url), result.detail);
    return result;
}

bool isCertainlyUnsent(const Error &error)
{
    return error.code == "HostNotFound"_L1 || error.code == "ConnectionRefused"_L1;
}

Error atRoute(Error error, const Route &route)
{
    if (route.proxy != Route::Proxy::Manual)
        return error;
    if (error.code == "Proxy"_L1)
        error.field = u"network.proxy_host"_s;
    if (error.code != "ProxySignIn"_L1)
        return error;
    error.field = route.user.isEmpty() ? u"network.proxy_user"_s : u"network.proxy_password"_s;
    if (!route.user.isEmpty()) {
        error.message =
            Failure::tr("The proxy server %1 did not accept the user name or the password.").arg(route.host);
        error.fix = Failure::tr("Enter both again among this integration’s network options.");
    }
    return error;
}

Error tlsError(const QList<QSslError> &errors, const QString &words, const QUrl &url)
{
    const QString host = hostOf(url);
    QString firstCode;
    QStringList messages;
    QStringList fixes;
    for (const QSslError &error : errors) {
        const Entry entry = entryOf(codeOf(error.error()), url);
        const QString more = particulars(error, host);
        const QString message = more.isEmpty() ? entry.cause : more;
        if (messages.contains(message)) // one missing authority gives three of Qt's errors
            continue;
        if (firstCode.isEmpty())
            firstCode = entry.code;
        messages << message;
        fixes << entry.fix;
    }
    Error result = errorOf(firstCode.isEmpty() ? u"TlsHandshake"_s : firstCode, url);
    result.detail = core::redactor::redacted(words);
    if (!messages.isEmpty()) {
        fixes.removeDuplicates();
        result.message = messages.join(u' ');
        result.fix = fixes.join(u' ');
    }
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
    return errorOf(u"Truncated"_s, url);
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
