#include "diagnosis/checks/asking.h"
#include "diagnosis/checks/checks.h"

#include <QLocale>

#include <cstdlib>

namespace diagnosis::checks {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using std::chrono::milliseconds;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::HostCheck)
};

/// Microsoft's tokens and assertions bear five minutes (dataverse-api section 1.7).
constexpr milliseconds mostSkew = std::chrono::minutes(5);
constexpr milliseconds notableSkew = std::chrono::minutes(1);
constexpr qint64 fewestCertificateDays = 14;

QString day(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

/// Which field holds the address of that host.
QString fieldOf(Host host)
{
    switch (host) {
    case Host::Login:
        return u"options.authority"_s;
    case Host::Instance:
        return u"authentication.instance"_s;
    case Host::Didomi:
        return u"didomi.api_url"_s;
    }
    return {};
}

Finding failedAt(Host host, Error error)
{
    if (error.field.isEmpty() && error.code == "HostNotFound"_L1)
        error.field = fieldOf(host);
    return Finding::failed(error);
}

QString skewText(milliseconds skew)
{
    const int seconds = int(std::abs(skew.count()) / 1000);
    if (seconds < 2) // Date counts whole seconds
        return Texts::tr("the clocks agree");
    if (seconds < 120)
        return Texts::tr("the clocks differ by %n second(s)", nullptr, seconds);
    return Texts::tr("the clocks differ by %n minute(s)", nullptr, (seconds + 30) / 60);
}

QString issuerOf(const QSslCertificate &certificate)
{
    const QStringList names =
        certificate.issuerInfo(QSslCertificate::Organization) + certificate.issuerInfo(QSslCertificate::CommonName);
    return names.value(0);
}

QStringList detailsOf(const net::Greeting &greeting)
{
    if (!greeting.isEncrypted)
        return {};
    const QSslCertificate &certificate = greeting.certificate;
    QStringList names = certificate.subjectAlternativeNames().values();
    names.removeDuplicates();
    return {
        Texts::tr("Certificate: %1").arg(certificate.subjectDisplayName()),
        Texts::tr("Good for: %1").arg(names.mid(0, 6).join(u", "_s)),
        Texts::tr("Issued by: %1").arg(certificate.issuerDisplayName()),
        Texts::tr("Valid from %1 to %2").arg(day(certificate.effectiveDate()), day(certificate.expiryDate())),
        Texts::tr("Encryption: %1, %2").arg(greeting.protocol, greeting.cipher),
    };
}

Finding judgeClock(Host host, const QString &name, const net::Greeting &greeting)
{
    if (!greeting.serverTime.isValid() || std::chrono::abs(greeting.clockSkew) < notableSkew)
        return {};
    // Ours or theirs? Entra ID's is right; and tokens are judged by it.
    const bool isOurs = host == Host::Login;
    const QString fix = Texts::tr("Set this computer’s clock, best by letting it ask the network for the time.");
    const QString difference = skewText(greeting.clockSkew);
    if (isOurs && std::chrono::abs(greeting.clockSkew) >= mostSkew) {
        Finding finding = Finding::failed(
            {.kind = Error::Kind::SignIn,
             //: %2 is "the clocks differ by 12 minutes"
             .message = Texts::tr("This computer’s clock is wrong: compared with %1, %2. Sign-ins fail more than five "
                                  "minutes apart.")
                            .arg(name, difference),
             .fix = fix,
             .code = u"ClockSkew"_s},
            catalogue::Portal::ThisComputer);
        return finding;
    }
    return Finding::warning(
        isOurs ? Texts::tr("This computer’s clock is not right: compared with %1, %2.").arg(name, difference)
               : Texts::tr("Either this computer’s clock or the one of %1 is not right: %2.").arg(name, difference),
        fix, catalogue::Portal::ThisComputer);
}

Finding judgeGreeting(Host host, const QUrl &origin, const net::Greeting &greeting)
{
    const QString name = origin.host();
    Finding finding = judgeClock(host, name, greeting);
    const QString clocks = greeting.serverTime.isValid() ? skewText(greeting.clockSkew) : QString();
    if (!greeting.isEncrypted) {
        if (finding.evidence.isEmpty())
            finding.evidence = Texts::tr("Not encrypted: it does not leave this computer");
        return finding;
    }
    const QSslCertificate &certificate = greeting.certificate;
    const qint64 days = QDateTime::currentDateTimeUtc().daysTo(certificate.expiryDate());
    finding.details = detailsOf(greeting);
    finding.facts = {{u"certificate.subject"_s, {certificate.subjectDisplayName()}},
                     {u"certificate.issuer"_s, {issuerOf(certificate)}},
                     {u"certificate.expires"_s, {certificate.expiryDate().toUTC().date().toString(Qt::ISODate)}},
                     {u"tls.protocol"_s, {greeting.protocol}}};
    if (finding.state != Step::State::Passed)
        return finding;
    //: "TLS 1.3, certificate by DigiCert until 3/31/27"
    finding.evidence = Texts::tr("%1, certificate by %2 until %3")
                           .arg(greeting.protocol, issuerOf(certificate), day(certificate.expiryDate()));
    if (!clocks.isEmpty())
        finding.evidence += u"; "_s + clocks;
    // A throw-away certificate of a server on this computer is meant to be short.
    if (days < fewestCertificateDays && host != Host::Login && !profile::isLoopback(origin)) {
        const Finding soon = Finding::warning(
            Texts::tr("The certificate of %1 ends in %n day(s).", nullptr, int(days)).arg(name),
            Texts::tr("Nothing has to be done here; whoever runs that server has to renew it in time."));
        finding.state = soon.state;
        finding.evidence = soon.evidence;
        finding.problem = soon.problem;
    }
    return finding;
}

} // namespace

Check *hostName(Host host, Context &context, QObject *parent)
{
    const QUrl origin = context.originOf(host);
    const QString proxy = net::proxyNameFor(origin, context.routeOf(host));
    return asking([&](QObject *owner) { return net::lookUp(context.network(), origin.host(), owner); },
                  [host, proxy](const Result<net::NameAnswer> &answer) -> Finding {
                      if (!answer && !proxy.isEmpty())
                          return Finding::skipped(Texts::tr("The proxy %1 looks names up.").arg(proxy));
                      if (!answer)
                          return failedAt(host, answer.error());
                      QStringList addresses;
                      for (const QHostAddress &address : answer->addresses)
                          addresses << address.toString();
                      Finding finding{.evidence = addresses.mid(0, 3).join(u", "_s)};
                      if (addresses.size() > 3)
                          finding.evidence =
                              Texts::tr("%1 and %n more", nullptr, int(addresses.size()) - 3).arg(finding.evidence);
                      finding.details = addresses;
                      return finding;
                  },
                  parent);
}

Check *hostReach(Host host, Context &context, QObject *parent)
{
    const QUrl origin = context.originOf(host);
    return asking([&](QObject *owner) { return net::reach(context.network(), origin, context.routeOf(host), owner); },
                  [host](const Result<net::Reached> &answer) -> Finding {
                      if (!answer)
                          return failedAt(host, answer.error());
                      if (!answer->proxy.isEmpty())
                          return {.evidence = Texts::tr("Through the proxy %1").arg(answer->proxy),
                                  .facts = {{u"proxy"_s, {answer->proxy}}}};
                      //: %1 is an address in numbers, %2 a port
                      return {.evidence = Texts::tr("%1, port %2, without a proxy")
                                              .arg(answer->peer.toString(), QString::number(answer->port))};
                  },
                  parent);
}

Check *hostSecure(Host host, Context &context, QObject *parent)
{
    const QUrl origin = context.originOf(host);
    return asking([&](QObject *owner) { return net::greet(context.network(), origin, context.routeOf(host), owner); },
                  [host, origin](const Result<net::Greeting> &answer) -> Finding {
                      return answer ? judgeGreeting(host, origin, *answer) : failedAt(host, answer.error());
                  },
                  parent);
}

} // namespace diagnosis::checks
