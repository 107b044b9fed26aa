#include "diagnosis/expiry.h"

#include "entra/certificate.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUuid>

#include <algorithm>

namespace diagnosis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::Expiry)
};

constexpr int noticeDays[] = {60, 30, 7};

QString whatWord(Expiry::What what)
{
    switch (what) {
    case Expiry::What::ClientSecret:
        return u"client-secret"_s;
    case Expiry::What::NextClientSecret:
        return u"next-client-secret"_s;
    case Expiry::What::Certificate:
        return u"certificate"_s;
    }
    return {};
}

/// Its end, or why it is not known.
void readCertificate(Expiry &expiry, const QString &file, const core::Secret &passphrase)
{
    const auto certificate = entra::Certificate::load(file, passphrase);
    if (certificate)
        expiry.on = certificate->expiresAt().date();
    else
        expiry.problem = certificate.error();
}

QList<Expiry> furtherExpiriesOf(const profile::Profile &profile)
{
    QList<Expiry> expiries;
    for (const profile::FurtherUser &user : profile.furtherUsers) {
        Expiry expiry{.profileId = profile.id,
                      .integration = profile.name,
                      .on = user.secretExpiresOn,
                      .furtherUser = user.name(),
                      .clientId = user.clientId};
        if (user.kind == profile::Credential::Kind::Certificate) {
            if (user.certificateFile.isEmpty() || user.certificatePassphrase.kind != profile::SecretRef::Kind::None)
                continue; // its date is not known here, which is no problem
            expiry.what = Expiry::What::Certificate;
            expiry.on = {};
            readCertificate(expiry, user.certificateFile, {});
        }
        if (expiry.on.isValid() || !expiry.problem.message.isEmpty())
            expiries << expiry;
    }
    return expiries;
}

QString plainText(Expiry::What what)
{
    switch (what) {
    case Expiry::What::ClientSecret:
        return Texts::tr("client secret");
    case Expiry::What::NextClientSecret:
        return Texts::tr("new client secret");
    case Expiry::What::Certificate:
        return Texts::tr("certificate");
    }
    return {};
}

// --- RFC 5545

QByteArray escaped(const QString &text)
{
    QString safe = text;
    safe.replace(u'\\', u"\\\\"_s).replace(u';', u"\\;"_s).replace(u',', u"\\,"_s).replace(u'\n', u"\\n"_s);
    safe.removeIf([](QChar character) { return character.category() == QChar::Other_Control; });
    return safe.toUtf8();
}

/// A content line: at most 75 bytes, then it goes on after a line break and a blank; never inside a character.
QByteArray folded(const QByteArray &line)
{
    constexpr qsizetype longest = 75;
    QByteArray result;
    qsizetype room = longest;
    for (qsizetype at = 0; at < line.size();) {
        qsizetype end = at + 1;
        while (end < line.size() && (uchar(line.at(end)) & 0xc0) == 0x80)
            ++end;
        if (end - at > room) {
            result += "\r\n ";
            room = longest - 1;
        }
        result += line.mid(at, end - at);
        room -= end - at;
        at = end;
    }
    return result + "\r\n";
}

QByteArray alarm(int days, const QByteArray &summary)
{
    return folded("BEGIN:VALARM") + folded("ACTION:DISPLAY") + folded("TRIGGER:-P" + QByteArray::number(days) + 'D') +
           folded("DESCRIPTION:" + summary) + folded("END:VALARM");
}

QByteArray event(const Expiry &expiry, const QDateTime &now)
{
    const QByteArray summary =
        //: %1 is "client secret", %2 an integration's name
        escaped(Texts::tr("Consent Bridge: the %1 of %2 expires").arg(whatText(expiry), expiry.integration));
    const QByteArray description = escaped(
        expiry.isOfFurtherUser()
            ? Texts::tr("After this day no resync is begun with this application user. Create a new one in Entra ID "
                        "under App registrations → Certificates & secrets, and enter it in Consent Bridge.")
            : Texts::tr("After this day no consent is written any more. Create a new one in Entra ID under App "
                        "registrations → Certificates & secrets, and enter it in Consent Bridge."));
    QByteArray text = folded("BEGIN:VEVENT");
    const QByteArray owner = expiry.isOfFurtherUser() ? '-' + expiry.clientId.toUtf8() : QByteArray();
    text +=
        folded("UID:" + expiry.profileId.toUtf8() + '-' + whatWord(expiry.what).toUtf8() + owner + "@consent-bridge");
    text += folded("DTSTAMP:" + now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1());
    text += folded("DTSTART;VALUE=DATE:" + expiry.on.toString(u"yyyyMMdd"_s).toLatin1());
    text += folded("DTEND;VALUE=DATE:" + expiry.on.addDays(1).toString(u"yyyyMMdd"_s).toLatin1());
    text += folded("SUMMARY:" + summary) + folded("DESCRIPTION:" + description) + folded("TRANSP:TRANSPARENT");
    for (const int days : noticeDays)
        text += alarm(days, summary);
    return text + folded("END:VEVENT");
}

} // namespace

Expiry::Urgency Expiry::urgency(QDate today) const
{
    if (!on.isValid())
        return problem.message.isEmpty() ? Urgency::None : Urgency::Over;
    const qint64 left = daysLeft(today);
    if (left < 0)
        return Urgency::Over;
    if (left <= noticeDays[2])
        return Urgency::Days7;
    if (left <= noticeDays[1])
        return Urgency::Days30;
    return left <= noticeDays[0] ? Urgency::Days60 : Urgency::None;
}

QString whatText(const Expiry &expiry)
{
    const QString what = plainText(expiry.what);
    //: %1 is "client secret", %2 what people call an application user
    return expiry.isOfFurtherUser() ? Texts::tr("%1 of the further user %2").arg(what, expiry.furtherUser) : what;
}

QString sentenceOf(const Expiry &expiry, QDate today)
{
    const QString what = whatText(expiry);
    if (!expiry.on.isValid())
        return Texts::tr("The %1 of %2 cannot be read: %3").arg(what, expiry.integration, expiry.problem.message);
    const QString day = QLocale().toString(expiry.on, QLocale::ShortFormat);
    const int left = int(expiry.daysLeft(today));
    if (left < 0)
        return Texts::tr("The %1 of %2 expired on %3.").arg(what, expiry.integration, day);
    if (left == 0)
        return Texts::tr("The %1 of %2 expires today.").arg(what, expiry.integration);
    return Texts::tr("The %1 of %2 expires in %n day(s), on %3.", nullptr, left).arg(what, expiry.integration, day);
}

QList<Expiry> expiriesOf(const QList<profile::Profile> &profiles, const QHash<QString, core::Secret> &passphrases)
{
    QList<Expiry> expiries;
    for (const profile::Profile &profile : profiles) {
        const profile::Credential &credential = profile.credential;
        const auto add = [&](Expiry::What what, QDate on) {
            if (on.isValid())
                expiries.append({.profileId = profile.id, .integration = profile.name, .what = what, .on = on});
        };
        if (credential.kind == profile::Credential::Kind::Secret) {
            add(Expiry::What::ClientSecret, credential.secretExpiresOn);
            if (credential.nextSecret.kind != profile::SecretRef::Kind::None)
                add(Expiry::What::NextClientSecret, credential.nextSecretExpiresOn);
        } else if (!credential.certificateFile.isEmpty()) {
            const bool isLocked = credential.certificatePassphrase.kind != profile::SecretRef::Kind::None &&
                                  !passphrases.contains(profile.id);
            if (!isLocked) { // else its date is not known here, which is no problem
                Expiry expiry{.profileId = profile.id, .integration = profile.name, .what = Expiry::What::Certificate};
                readCertificate(expiry, credential.certificateFile, passphrases.value(profile.id));
                expiries << expiry;
            }
        }
        expiries << furtherExpiriesOf(profile);
    }
    std::stable_sort(expiries.begin(), expiries.end(), [](const Expiry &one, const Expiry &other) {
        return one.on < other.on; // what cannot be read is first: no date is before every other
    });
    return expiries;
}

QByteArray asCalendar(const QList<Expiry> &expiries, const QDateTime &now)
{
    QByteArray text = folded("BEGIN:VCALENDAR") + folded("VERSION:2.0") +
                      folded("PRODID:-//Consent Bridge//Consent Bridge " CB_VERSION "//EN") +
                      folded("CALSCALE:GREGORIAN") + folded("METHOD:PUBLISH");
    for (const Expiry &expiry : expiries) {
        if (expiry.on.isValid())
            text += event(expiry, now);
    }
    return text + folded("END:VCALENDAR");
}

} // namespace diagnosis
