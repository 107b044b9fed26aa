#include "mapping/contactaddress.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mapping {

using namespace Qt::StringLiterals;
using core::Error;
using profile::Channel;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(mapping::ContactAddress)
};

constexpr int longestAddress = 400; // msdynmkt_contactpointvalue
constexpr int longestMail = 254;    // RFC 5321 section 4.5.3.1.3
constexpr int fewestDigits = 3;

Error unusable(const QString &message, const QString &fix)
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix};
}

/// True for an address of letters, digits and what commonly stands between them, as nearly all are. Says nothing of
/// others.
bool isUsualMailAddress(const QString &text)
{
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-';
    };
    const qsizetype at = text.indexOf(u'@');
    bool hasDot = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isBetween = i < at ? c == u'.' || c == u'_' || c == u'+' : c == u'.' && i > at + 1;
        const bool isEmptyLabel = i > at && c == u'.' && text[i - 1] == u'.';
        if (i != at && ((!isPlain(c) && !isBetween) || isEmptyLabel))
            return false;
        hasDot = hasDot || (i > at && c == u'.');
    }
    return at > 0 && hasDot && !text.endsWith(u'.');
}

bool isMailAddress(const QString &text)
{
    if (text.size() <= longestMail && isUsualMailAddress(text))
        return true;
    // No more than what every mail server agrees on: who writes to it will see.
    static const QRegularExpression form(
        uR"(^("[^"\\\p{C}]+"|[^\s@<>,;:"\\()\[\]\p{C}]+)@[^\s@<>,;:"\\()\[\]\p{C}]+$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    if (text.size() > longestMail || !form.match(text).hasMatch())
        return false;
    const QStringList labels = text.mid(text.lastIndexOf(u'@') + 1).split(u'.');
    return labels.size() > 1 && !labels.contains(QString());
}

QString digitsOf(const QString &phone)
{
    QString digits;
    for (const QChar letter : phone) {
        if (letter.isDigit())
            digits += QChar(u'0' + letter.digitValue());
        else if (letter == u'+' && digits.isEmpty())
            digits = u"+"_s;
    }
    return digits;
}

core::Result<ContactAddress> readPhone(const QString &text)
{
    static const QRegularExpression form(uR"(^\+?[\d\s().\/-]+$)"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QString digits = digitsOf(text);
    const bool isInternational = digits.startsWith(u'+');
    if (!form.match(text).hasMatch() || digits.size() - (isInternational ? 1 : 0) < fewestDigits)
        return unusable(Texts::tr("This is no phone number."),
                        Texts::tr("Correct the number, or choose another contact point for this channel."));
    ContactAddress address{.text = text};
    if (!isInternational)
        address.warning = Texts::tr("A phone number has no country code, so it may reach nobody, or somebody else.");
    return address;
}

} // namespace

bool isPhoneChannel(Channel channel)
{
    return channel == Channel::TextMessage || channel == Channel::Voice;
}

core::Result<ContactAddress> readContactAddress(Channel channel, const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return unusable(Texts::tr("There is no address."), Texts::tr("Enter one, or choose another contact point."));
    if (trimmed.size() > longestAddress)
        return unusable(Texts::tr("The address is longer than %1 characters.").arg(longestAddress),
                        Texts::tr("Correct the address, or choose another contact point for this channel."));
    if (isPhoneChannel(channel))
        return readPhone(trimmed);
    if (channel == Channel::Email && !isMailAddress(trimmed))
        return unusable(Texts::tr("This is no e-mail address."),
                        Texts::tr("Correct the address, or choose another contact point for this channel."));
    return ContactAddress{.text = trimmed};
}

QString comparableAddress(Channel channel, const QString &text)
{
    return isPhoneChannel(channel) ? digitsOf(text) : text.trimmed().toCaseFolded();
}

QStringList spellingsOf(Channel channel, const QString &text)
{
    QStringList spellings{text.trimmed()};
    if (isPhoneChannel(channel) && digitsOf(text) != spellings.constFirst())
        spellings << digitsOf(text);
    return spellings;
}

} // namespace mapping
