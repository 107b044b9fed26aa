#include "store/retention.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>

namespace store {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(store::Retention)
};

const QString daysKey = u"keep_days"_s;
const QString sweptKey = u"swept_at"_s;
const QString forEver = u"for ever"_s;
constexpr int often = 1; ///< Days between two sweeps.

} // namespace

Retention::Retention(const Paths &paths, core::Clock &clock) : m_paths(paths), m_clock(clock)
{
}

QString Retention::file() const
{
    return QDir(m_paths.config).filePath(u"history.ini"_s);
}

std::optional<int> Retention::days() const
{
    const QSettings settings(file(), QSettings::IniFormat);
    if (settings.status() != QSettings::NoError)
        return {};
    const QVariant said = settings.value(daysKey);
    if (!said.isValid())
        return usualDays;
    bool isNumber = false;
    const int days = said.toString().toInt(&isNumber);
    if (!isNumber || days < 1)
        return {};
    return days;
}

Result<Nothing> Retention::setDays(std::optional<int> days)
{
    if (days && *days < 1)
        return Error{.kind = Error::Kind::Invalid,
                     .message = Texts::tr("Runs cannot be kept for %1 days.").arg(*days),
                     .fix = Texts::tr("Give 1 or more."),
                     .field = u"keep_days"_s};
    QDir().mkpath(m_paths.config);
    QSettings settings(file(), QSettings::IniFormat);
    settings.setValue(daysKey, days ? QString::number(*days) : forEver);
    settings.remove(sweptKey); // what is older by now shall go soon
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return Error{.kind = Error::Kind::Storage,
                     .message = Texts::tr("%1 cannot be written.").arg(QDir::toNativeSeparators(file())),
                     .fix = Texts::tr("Check its folder’s permissions, and that the disk is not full.")};
    return Nothing{};
}

std::optional<RunLibrary::Swept> Retention::sweepWhenDue(Journal &journal)
{
    const std::optional<int> kept = days();
    if (!kept)
        return {};
    QSettings settings(file(), QSettings::IniFormat);
    const QDateTime last = QDateTime::fromString(settings.value(sweptKey).toString(), Qt::ISODate);
    const QDateTime now = m_clock.now();
    if (last.isValid() && last <= now && last.addDays(often) > now) // in the future: the clock was set back
        return {};
    RunLibrary::Swept swept = RunLibrary(m_paths, m_clock).sweep(*kept, journal);
    settings.setValue(sweptKey, now.toUTC().toString(Qt::ISODate));
    return swept;
}

} // namespace store
