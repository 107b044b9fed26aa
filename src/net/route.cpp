#include "net/route.h"

#include "core/loopback.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QNetworkProxy>
#include <QSslCertificateExtension>

namespace net {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(net::Route)
};

constexpr qint64 largestFile = 4 * 1024 * 1024;

Error invalid(const QString &message, const QString &fix)
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = u"network.authority_file"_s};
}

} // namespace

QList<QNetworkProxy> proxiesFor(const QNetworkProxyQuery &query, const Route &route)
{
    const QNetworkProxy none(QNetworkProxy::NoProxy);
    if (core::isLoopback(query.peerHostName()))
        return {none};
    switch (route.proxy) {
    case Route::Proxy::None:
        return {none};
    case Route::Proxy::Manual:
        return {QNetworkProxy(QNetworkProxy::HttpProxy, route.host, route.port, route.user,
                              QString::fromUtf8(route.password.reveal()))};
    case Route::Proxy::System:
        break;
    }
    return QNetworkProxyFactory::systemProxyForQuery(query);
}

QNetworkProxy proxyFor(const QUrl &url, const Route &route)
{
    const QList<QNetworkProxy> proxies = proxiesFor(QNetworkProxyQuery(url), route);
    return proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.constFirst();
}

QString proxyNameFor(const QUrl &url, const Route &route)
{
    const QNetworkProxy proxy = proxyFor(url, route);
    const bool isDirect = proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::DefaultProxy;
    return isDirect ? QString() : u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
}

core::Result<QList<QSslCertificate>> readAuthorities(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            .kind = Error::Kind::Storage,
            .message =
                Texts::tr("The file of certificate authorities %1 cannot be read: %2.").arg(path, file.errorString()),
            .fix = Texts::tr("Choose the file again; it may have been moved."),
            .field = u"network.authority_file"_s};
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(file.read(largestFile), QSsl::Pem);
    if (certificates.isEmpty())
        return invalid(Texts::tr("The file %1 holds no certificate.").arg(path),
                       Texts::tr("Ask for your company’s root certificate in PEM form: a text that begins with "
                                 "“-----BEGIN CERTIFICATE-----”."));
    for (const QSslCertificate &certificate : certificates) {
        const QString name = certificate.subjectDisplayName();
        if (certificate.expiryDate() < QDateTime::currentDateTimeUtc())
            return invalid(Texts::tr("The authority %1 in the file expired on %2.")
                               .arg(name, QLocale().toString(certificate.expiryDate().date(), QLocale::ShortFormat)),
                           Texts::tr("Ask for the authority’s present certificate."));
        bool mayIssue = certificate.isSelfSigned(); // old roots say nothing about what they may
        for (const QSslCertificateExtension &extension : certificate.extensions()) {
            if (extension.oid() == "2.5.29.19"_L1) // basic constraints
                mayIssue = extension.value().toMap().value(u"ca"_s).toBool();
        }
        if (!mayIssue)
            return invalid(Texts::tr("The certificate of %1 in the file is a server’s, not an authority’s.").arg(name),
                           Texts::tr("Ask for the certificate of the authority that issued it."));
    }
    return certificates;
}

} // namespace net
