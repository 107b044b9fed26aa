// What a plan costs: appending, paging, filtering, claiming and settling, in microseconds for each item, and the peak
// memory.
//
//   bench_runfile [ITEMS [FOLDER]]
#include "store/runfile.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QUuid>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace store;

namespace {

constexpr int chunkSize = 1000;

double peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

/// Ids as they come: in no order.
QString idOf(quint64 number, char kind)
{
    quint64 mixed = number * 0x9e3779b97f4a7c15ULL;
    mixed ^= mixed >> 29;
    mixed *= 0xbf58476d1ce4e5b9ULL;
    mixed ^= mixed >> 32;
    return u"%1-0000-4000-80%2-%3"_s.arg(uint(mixed >> 32), 8, 16, QLatin1Char('0'))
        .arg(int(kind), 2, 16, QLatin1Char('0'))
        .arg(number, 12, 16, QLatin1Char('0'));
}

RunItem someItem(qint64 number)
{
    RunItem item;
    item.person = idOf(quint64(number), 'p');
    item.sourceId = idOf(quint64(number), 's');
    item.eventTime = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + number * 1000, Qt::UTC);
    RunWrite write;
    write.table = u"contact"_s;
    write.entitySet = u"contacts"_s;
    write.rowId = idOf(quint64(number), 'r');
    write.etag = u"W/\"%1\""_s.arg(1'000'000 + number);
    write.condition = RunWrite::Condition::IfUnchanged;
    write.columns = {u"donotbulkemail"_s, u"donotphone"_s};
    write.rowName = u"Person %1"_s.arg(number);
    write.before = "{\"donotbulkemail\":true,\"donotphone\":false}";
    write.after = "{\"donotbulkemail\":false}";
    write.same = "{\"donotphone\":false}";
    switch (number % 20) {
    case 0:
        item.planned = Planned::Skipped;
        item.reason = u"There is no matching contact."_s;
        break;
    case 1:
        item.planned = Planned::Unchanged;
        write.action = RunWrite::Action::None;
        write.after.clear();
        item.writes << write;
        break;
    case 2:
        item.planned = Planned::Create;
        item.effects = Effect::CreatesRow | Effect::NewlyPermits;
        write.action = RunWrite::Action::Create;
        write.condition = RunWrite::Condition::CreateOnly;
        write.before.clear();
        item.writes << write;
        break;
    default:
        item.planned = Planned::Update;
        item.effects = number % 3 == 0 ? Effect::NewlyPermits : Effect::NewlyForbids;
        item.writes << write;
        break;
    }
    if (number % 100'000 == 17) {
        item.planned = Planned::Conflict;
        item.reason = u"Several contacts match."_s;
        item.writes.clear();
    }
    return item;
}

[[noreturn]] void fail(const core::Error &error)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(error.message), qPrintable(error.detail));
    std::exit(2);
}

template <typename T>
T must(core::Result<T> result)
{
    if (!result)
        fail(result.error());
    return std::move(*result);
}

void tell(const char *what, double milliseconds, qint64 items)
{
    std::printf("%-44s %9.1f ms  %7.3f us/item  peak %6.1f MB\n", what, milliseconds,
                milliseconds * 1000 / double(std::max<qint64>(items, 1)), peakMegabytes());
    std::fflush(stdout);
}

double elapsed(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const qint64 items = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    const QTemporaryDir folder(argc > 2 ? QFile::decodeName(argv[2]) + u"/run-XXXXXX"_s
                                        : QTemporaryDir().path() + u"-XXXXXX"_s);
    const RunPlace place = RunPlace::file(folder.filePath(u"plan.cbplan"_s));
    QElapsedTimer timer;

    const auto file = must(RunFile::create(place, {}));
    double appending = 0;
    double making = 0;
    for (qint64 from = 0; from < items; from += chunkSize) {
        timer.start();
        QList<RunItem> chunk;
        for (qint64 i = from; i < std::min<qint64>(items, from + chunkSize); ++i)
            chunk << someItem(i);
        making += elapsed(timer);
        timer.start();
        must(file->append(chunk, u"%1"_s.arg(from)));
        appending += elapsed(timer);
    }
    tell("make items (not the plan's work)", making, items);
    tell("append", appending, items);
    timer.start();
    must(file->finishPlanning());
    tell("finish planning (index of rows)", elapsed(timer), items);
    timer.start();
    const auto groups = must(file->groups());
    tell("groups", elapsed(timer), 1);
    for (const RunGroup &group : groups)
        std::printf("    %-10s %8lld\n", qPrintable(plannedWord(group.planned)), qlonglong(group.items));
    return 0;
}
