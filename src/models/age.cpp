#include "models/age.h"

#include <QCoreApplication>
#include <QLocale>

namespace models {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(models::Age)
};

} // namespace

QString ageText(const QDateTime &then, const QDateTime &now)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const qint64 seconds = then.secsTo(now);
    if (seconds < minute)
        return Texts::tr("just now");
    if (seconds < hour)
        return Texts::tr("%n minute(s) ago", nullptr, int(seconds / minute));
    if (seconds < day)
        return Texts::tr("%n hour(s) ago", nullptr, int(seconds / hour));
    if (seconds < 28 * day)
        return Texts::tr("%n day(s) ago", nullptr, int(seconds / day));
    return QLocale().toString(then.toLocalTime().date(), QLocale::ShortFormat);
}

} // namespace models
