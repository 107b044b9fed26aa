#include "consent/isotime.h"

#include <QRegularExpression>

namespace consent {

using namespace Qt::StringLiterals;

std::optional<IsoTime> readIsoTime(const QString &text)
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

} // namespace consent
