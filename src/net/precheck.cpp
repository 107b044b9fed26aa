#include "net/precheck.h"

#include "core/loopback.h"
#include "core/redactor.h"

#include <QCoreApplication>

namespace net {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Precheck {
    Q_DECLARE_TR_FUNCTIONS(net::Precheck)
};

Error invalid(const QString &message, const QString &fix = {})
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = u"url"_s};
}

} // namespace

std::optional<Error> problemOf(const Request &request)
{
    const QUrl &url = request.url;
    if (!url.isValid() || url.host().isEmpty()) {
        return invalid(Precheck::tr("The address “%1” is not a web address.").arg(core::redactor::redactedUrl(url)),
                       Precheck::tr("Enter a full address, such as https://example.org."));
    }
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1) {
        return invalid(Precheck::tr("Addresses that begin with “%1” cannot be called.").arg(url.scheme()),
                       Precheck::tr("Enter an address that begins with https://."));
    }
    if (url.scheme() == "http"_L1 && !core::isLoopback(url.host())) {
        return invalid(
            Precheck::tr("The address of %1 begins with http://. Nothing was sent: without encryption, everybody "
                         "on the way could read passwords and personal data.")
                .arg(url.host()),
            Precheck::tr("Enter an address that begins with https://."));
    }
    if (!url.userInfo().isEmpty()) {
        return invalid(Precheck::tr("The address of %1 contains a user name or a password.").arg(url.host()),
                       Precheck::tr("Remove everything between “//” and “@” from the address."));
    }
    const QStringList segments = url.path(QUrl::FullyEncoded).split(u'/');
    if (segments.contains("."_L1) || segments.contains(".."_L1)) {
        // Such parts are resolved on the way, and what was meant for one row would be written to another resource.
        return invalid(
            Precheck::tr("A part of the address on %1 is “.” or “..”, which cannot be sent.").arg(url.host()),
            Precheck::tr("Look for an ID that consists of dots only."));
    }
    if (!isHeaderName(request.method))
        return invalid(Precheck::tr("The request's method is not a word of HTTP."));
    for (const auto &[name, value] : request.headers) {
        if (!isHeaderName(name) || !isHeaderValue(value)) {
            return invalid(Precheck::tr("The request's header “%1” contains characters that are not allowed there.")
                               .arg(QString::fromLatin1(name.simplified())),
                           Precheck::tr("Look for line breaks or other invisible characters in what you entered."));
        }
    }
    return {};
}

} // namespace net
