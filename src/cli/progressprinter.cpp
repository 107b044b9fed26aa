#include "cli/progressprinter.h"

#include "cli/command.h"
#include "cli/textout.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

namespace cli {

using namespace Qt::StringLiterals;
using engine::RunProgress;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::ProgressPrinter)
};

constexpr std::chrono::milliseconds betweenLines = std::chrono::seconds(10);
constexpr std::chrono::milliseconds betweenDocuments = std::chrono::seconds(1);

QJsonValue secondsOrNull(const std::optional<std::chrono::seconds> &seconds)
{
    return seconds ? QJsonValue(qint64(seconds->count())) : QJsonValue(QJsonValue::Null);
}

/// What is done, in the words of its unit: a source may count bytes.
QString doneText(const RunProgress &progress)
{
    const QLocale locale;
    const bool isOfSource = progress.phase == RunProgress::Phase::Reading;
    QStringList parts;
    if (progress.total > 0 && isOfSource)
        parts << Texts::tr("%1 % read").arg(100 * std::min(progress.done, progress.total) / progress.total);
    else if (progress.total > 0)
        parts << Texts::tr("%1 of %2").arg(locale.toString(progress.done), locale.toString(progress.total));
    if (isOfSource || progress.total <= 0)
        parts << Texts::tr("%Ln people", nullptr, int(std::min<qint64>(progress.people, INT_MAX)));
    return parts.join(u", "_s);
}

QString etaText(const RunProgress &progress)
{
    if (!progress.soonest || !progress.latest)
        return {};
    const QString soonest = durationText(*progress.soonest);
    const QString latest = durationText(*progress.latest);
    return soonest == latest ? Texts::tr("%1 left").arg(soonest) : Texts::tr("%1 to %2 left").arg(soonest, latest);
}

} // namespace

QString durationText(std::chrono::seconds duration)
{
    const qint64 seconds = std::max<qint64>(duration.count(), 0);
    if (seconds < 100)
        return Texts::tr("%1 s").arg(seconds);
    const qint64 minutes = (seconds + 59) / 60;
    if (minutes < 100)
        return Texts::tr("%1 min").arg(minutes);
    return Texts::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString progressText(const RunProgress &progress)
{
    QStringList parts{Texts::tr("%1: %2").arg(engine::phaseText(progress.phase), doneText(progress))};
    if (progress.perSecond > 0)
        parts << Texts::tr("%1 a second").arg(QLocale().toString(progress.perSecond, 'f', progress.perSecond < 10));
    if (const QString eta = etaText(progress); !eta.isEmpty())
        parts << eta;
    if (progress.users > 1)
        parts << Texts::tr("%n application users", nullptr, progress.users);
    if (!progress.waitingFor.isEmpty())
        parts << progress.waitingFor;
    else if (progress.bottleneck != RunProgress::Bottleneck::Unknown)
        parts << engine::bottleneckText(progress.bottleneck);
    return printable(parts.join(u"; "_s));
}

QJsonObject asJson(const store::RunCounts &counts)
{
    return {
        {u"planned"_s, counts.planned},      {u"created"_s, counts.created},   {u"updated"_s, counts.updated},
        {u"unchanged"_s, counts.unchanged},  {u"skipped"_s, counts.skipped},   {u"invalid"_s, counts.invalid},
        {u"rejected"_s, counts.rejected},    {u"conflict"_s, counts.conflict}, {u"not_reached"_s, counts.notReached},
        {u"ticked_out"_s, counts.tickedOut}, {u"open"_s, counts.open},
    };
}

QJsonArray asJson(const QList<core::Error> &errors)
{
    QJsonArray array;
    for (const core::Error &error : errors)
        array << errorAsJson(error);
    return array;
}

QJsonObject asJson(const RunProgress &progress)
{
    return {
        {u"phase"_s, engine::phaseWord(progress.phase)},
        {u"done"_s, progress.done},
        {u"total"_s, progress.total},
        {u"people"_s, progress.people},
        {u"per_second"_s, progress.perSecond},
        {u"eta_seconds_soonest"_s, secondsOrNull(progress.soonest)},
        {u"eta_seconds_latest"_s, secondsOrNull(progress.latest)},
        {u"bottleneck"_s, engine::bottleneckWord(progress.bottleneck)},
        {u"waiting_for"_s, progress.waitingFor},
        {u"waiting_until"_s,
         progress.waitingUntil.isValid() ? progress.waitingUntil.toUTC().toString(Qt::ISODate) : QString()},
        {u"in_flight"_s, progress.inFlight},
        {u"users"_s, progress.users},
        {u"refused_users"_s, asJson(progress.refused)},
        {u"permits"_s, progress.permits},
        {u"rows_per_request"_s, progress.rowsPerRequest},
        {u"requests"_s, progress.requests},
        {u"throttled"_s, progress.throttled},
        {u"counts"_s, asJson(progress.counts)},
    };
}

ProgressPrinter::ProgressPrinter(Console &console, core::Clock &clock, bool isJson)
    : m_console(console), m_clock(clock), m_isJson(isJson), m_shownAt(clock.monotonic())
{
}

/// A new phase, a new reason to wait and a user that is refused are told at once, but in a log of lines nothing is but
/// waits.
bool ProgressPrinter::isTime(const RunProgress &progress)
{
    const auto now = m_clock.monotonic();
    const bool isNewlyRefused = std::exchange(m_refused, progress.refused.size()) < progress.refused.size();
    const bool isNewPhase = std::exchange(m_phase, progress.phase) != progress.phase;
    const bool isNewWait =
        std::exchange(m_waitingFor, progress.waitingFor) != progress.waitingFor && !progress.waitingFor.isEmpty();
    const bool isRewritten = !m_isJson && m_console.isErrTerminal;
    const auto pause = m_isJson ? betweenDocuments : betweenLines;
    if (!isRewritten && !isNewWait && !isNewlyRefused && !(m_isJson && isNewPhase) && now - m_shownAt < pause)
        return false;
    m_shownAt = now;
    return true;
}

void ProgressPrinter::show(const RunProgress &progress)
{
    for (const core::Error &refused : progress.refused.mid(m_refused)) {
        clear();
        m_console.err << printable(engine::refusedText({refused})) << u'\n';
    }
    if (!isTime(progress))
        return;
    if (m_isJson) {
        m_console.out << QString::fromUtf8(QJsonDocument(asJson(progress)).toJson(QJsonDocument::Compact)) << u'\n';
        m_console.out.flush();
        return;
    }
    QString line = progressText(progress);
    if (m_console.isErrTerminal) {
        // What is longer than the terminal is wide would not be rewritten.
        constexpr qsizetype widest = 110;
        line = line.left(widest);
        const qsizetype width = std::exchange(m_width, line.size());
        m_console.err << u'\r' << line.leftJustified(width);
    } else {
        m_console.err << line << u'\n';
    }
    m_console.err.flush();
}

void ProgressPrinter::clear()
{
    if (m_width == 0)
        return;
    m_console.err << u'\r' << QString(m_width, u' ') << u'\r';
    m_console.err.flush();
    m_width = 0;
}

} // namespace cli
