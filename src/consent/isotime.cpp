#include "consent/isotime.h"

#include <QRegularExpression>

namespace consent {

using namespace Qt::StringLiterals;

namespace {

char16_t toChar(QChar character)
{
    return character.unicode();
}

char16_t toChar(char character)
{
    return uchar(character);
}

/// Two digits as a number; -1 when they are none.
template <typename Text>
int twoDigits(Text text, qsizetype at)
{
    const int tens = int(toChar(text[at])) - '0';
    const int ones = int(toChar(text[at + 1])) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
}

/// "2026-11-20T09:58:12Z" and "2026-11-20T09:58:12.345Z", as Didomi writes times: a million exports hold nothing else.
/// Nothing for any other text, however good it is.
template <typename Text>
std::optional<IsoTime> readUsualTime(Text text)
{
    constexpr qsizetype shortest = 20;
    const qsizetype size = qsizetype(text.size());
    const auto at = [&text](qsizetype index) { return toChar(text[index]); };
    if (size < shortest || at(4) != '-' || at(7) != '-' || at(10) != 'T' || at(13) != ':' || at(16) != ':' ||
        at(size - 1) != 'Z')
        return {};
    const int century = twoDigits(text, 0);
    const int year = twoDigits(text, 2);
    const int month = twoDigits(text, 5);
    const int day = twoDigits(text, 8);
    const int hour = twoDigits(text, 11);
    const int minute = twoDigits(text, 14);
    const int second = twoDigits(text, 17);
    if (century < 0 || year < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return {};
    int milliseconds = 0;
    if (size > shortest) {
        const qsizetype digits = size - shortest - 1;
        if (at(19) != '.' || digits < 1 || digits > 9)
            return {};
        for (qsizetype i = 0; i < digits; ++i) {
            const int digit = int(at(20 + i)) - '0';
            if (digit < 0 || digit > 9)
                return {};
            constexpr int worth[] = {100, 10, 1};
            milliseconds += i < 3 ? digit * worth[i] : 0;
        }
    }
    const QDate date(100 * century + year, month, day);
    if (!date.isValid())
        return {};
    constexpr qint64 daysBefore1970 = 2'440'588; // as Julian day
    const qint64 seconds = ((date.toJulianDay() - daysBefore1970) * 24 + hour) * 3600 + minute * 60 + second;
    return IsoTime{.utc = QDateTime::fromMSecsSinceEpoch(1000 * seconds + milliseconds, Qt::UTC),
                   .hasTime = true,
                   .hasZone = true};
}

std::optional<IsoTime> readAnyTime(const QString &text)
{
    static const QRegularExpression form(
        uR"(\A([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2})(:[0-9]{2})?(?:\.([0-9]{1,9}))?(Z|[+-][0-9]{2}:?[0-9]{2})?)?\z)"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;

    const bool hasTime = match.hasCaptured(2);
    const bool hasZone = match.hasCaptured(5);
    // Put together again with a zone: without one Qt would take this computer's.
    const QString time = hasTime ? match.captured(2) : u"00:00"_s;
    const QString seconds = match.hasCaptured(3) ? match.captured(3) : u":00"_s;
    const QString fraction = match.hasCaptured(4) ? u'.' + match.captured(4).left(3) : QString();
    const QString zone = hasZone ? match.captured(5) : u"Z"_s;
    const QDateTime moment =
        QDateTime::fromString(match.captured(1) + u'T' + time + seconds + fraction + zone, Qt::ISODateWithMs);
    if (!moment.isValid())
        return std::nullopt;
    return IsoTime{.utc = moment.toUTC(), .hasTime = hasTime, .hasZone = hasZone};
}

} // namespace

std::optional<IsoTime> readIsoTime(QStringView text)
{
    const std::optional<IsoTime> time = readUsualTime(text);
    return time ? time : readAnyTime(text.toString());
}

std::optional<IsoTime> readIsoTime(std::string_view text)
{
    const std::optional<IsoTime> time = readUsualTime(text);
    return time ? time : readAnyTime(QString::fromUtf8(text.data(), qsizetype(text.size())));
}

} // namespace consent
