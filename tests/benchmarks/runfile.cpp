// What a plan costs: appending, paging, filtering, claiming and settling, in microseconds for each item, and the peak
// memory.
//
//   bench_runfile [ITEMS [FOLDER]]
#include "store/runfile.h"

#include "store/appliedtimes.h"
#include "store/mergeruns.h"
#include "store/runjournal.h"
#include "store/runpages.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QUuid>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace store;

namespace {

constexpr int chunkSize = 1000;
constexpr int batchSize = 500;

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

    const auto file = must(RunFile::create(place, {.dataverseOrganization = u"org"_s}));
    double appending = 0;
    double cpu = 0;
    double making = 0;
    for (qint64 from = 0; from < items; from += chunkSize) {
        timer.start();
        QList<RunItem> chunk;
        for (qint64 i = from; i < std::min<qint64>(items, from + chunkSize); ++i)
            chunk << someItem(i);
        making += elapsed(timer);
        timer.start();
        const std::clock_t begin = std::clock();
        must(file->append(chunk, u"%1"_s.arg(from)));
        cpu += double(std::clock() - begin) / CLOCKS_PER_SEC * 1000;
        appending += elapsed(timer);
    }
    tell("make items (not the plan's work)", making, items);
    tell("append", appending, items);
    tell("append (CPU)", cpu, items);
    timer.start();
    must(file->finishPlanning());
    tell("finish planning (index of rows)", elapsed(timer), items);
    timer.start();
    const auto groups = must(file->groups());
    tell("groups", elapsed(timer), 1);

    const auto browse = [&](const char *what, const RunFilter &filter, RunPages::Sort sort) {
        RunPages pages(*file, filter, sort);
        timer.start();
        const qint64 count = must(pages.count());
        const double counting = elapsed(timer);
        double first = 0; // the worst of the first visits, when nothing is remembered
        double again = 0;
        qint64 visits = 0;
        for (const bool isFirst : {true, false}) {
            for (const double part : {0.999999, 0.5, 0.25, 0.75, 0.0, 0.1, 0.9, 0.333, 0.666, 0.42}) {
                timer.start();
                const auto page = must(pages.page(qint64(part * double(count)), 60));
                double &worst = isFirst ? first : again;
                worst = std::max(worst, elapsed(timer));
                visits += page.size();
            }
        }
        std::printf("  %-40s %8lld items  count %7.2f ms  page %7.2f ms, again %7.2f ms\n", what, qlonglong(count),
                    counting, first, again);
    };
    std::printf("pages of 60, the slowest of ten places:\n");
    using Sort = RunPages::Sort;
    browse("all, by id", {}, Sort::Id);
    browse("all, by person", {}, Sort::Person);
    browse("all, by outcome", {}, Sort::Outcome);
    browse("created, by id", {.planned = {Planned::Create}}, Sort::Id);
    browse("created, by person", {.planned = {Planned::Create}}, Sort::Person);
    browse("conflicts (few), by id", {.planned = {Planned::Conflict}}, Sort::Id);
    browse("conflicts (few), by person", {.planned = {Planned::Conflict}}, Sort::Person);
    browse("newly permitted, by outcome", {.effects = Effect::NewlyPermits}, Sort::Outcome);
    browse("person contains 00ff, by id", {.person = u"00ff"_s}, Sort::Id);
    browse("person contains e, by person", {.person = u"e"_s}, Sort::Person);

    timer.start();
    must(file->setTicked(RunFilter{.effects = Effect::NewlyPermits}, false));
    tell("tick out all newly permitted", elapsed(timer), items);
    browse("ticked, by id", {.isTicked = true}, Sort::Id);
    browse("ticked, by person", {.isTicked = true}, Sort::Person);
    timer.start();
    must(file->setTicked(RunFilter{}, true));
    tell("tick all", elapsed(timer), items);

    must(file->setState(RunState::Running));
    RunJournal journal(*file);
    double claiming = 0;
    double settling = 0;
    qint64 sent = 0;
    qint64 batches = 0;
    for (;;) {
        timer.start();
        const auto batch = must(journal.claim(u"worker"_s, batchSize, std::chrono::minutes(5)));
        claiming += elapsed(timer);
        if (batch.items.isEmpty())
            break;
        sent += batch.writeCount();
        ++batches;
        const QList<WriteEnd> ends{{.write = batch.items.constFirst().writes.constFirst().id,
                                    .fate = Fate::Rejected,
                                    .reason = u"The value is too long."_s}};
        timer.start();
        must(journal.settle(batch.id, u"worker"_s, Fate::AsPlanned, ends));
        settling += elapsed(timer);
    }
    tell("claim (batches of 500)", claiming, sent);
    tell("settle (1 of 500 rejected)", settling, sent);
    timer.start();
    const RunCounts counts = must(journal.counts());
    tell("counts", elapsed(timer), 1);
    if (!counts.reconciles() || counts.rejected != batches || counts.notReached != 0) {
        std::fprintf(stderr, "the counters are wrong\n");
        return 1;
    }
    timer.start();
    qint64 done = 0;
    for (qint64 after = 0;;) {
        const auto page = must(journal.done(after, 500));
        if (page.isEmpty())
            break;
        after = page.constLast().write.id;
        done += page.size();
    }
    tell("read all that was done (for an undo)", elapsed(timer), done);
    timer.start();
    qint64 applied = 0;
    for (qint64 after = 0;;) {
        const auto page = must(journal.applied(after, 500));
        applied += page.rows.size();
        after = page.last;
        if (after == 0)
            break;
    }
    tell("read all choices applied", elapsed(timer), applied);
    timer.start();
    for (qint64 i = 0; i < 1000; ++i)
        must(journal.lastApplied(u"contact"_s, idOf(quint64(i * items / 1000), 'r'), u"donotphone"_s));
    tell("last applied (one row)", elapsed(timer), 1000);

    const auto central = must(Journal::open(folder.filePath(u"journal.sqlite"_s)));
    AppliedTimes times(*central, u"org"_s);
    const auto prefetchAll = [&](const char *what) {
        double asking = 0;
        double answering = 0;
        qint64 known = 0;
        constexpr qint64 part = 2000;
        for (qint64 from = 0; from < items; from += part) {
            QStringList rows;
            for (qint64 i = from; i < std::min(from + part, items); ++i)
                rows << idOf(quint64(i), 'r');
            timer.start();
            must(times.prefetch(u"contact"_s, rows));
            asking += elapsed(timer);
            timer.start();
            for (const QString &row : std::as_const(rows))
                known += must(times.lastApplied(u"contact"_s, row, u"donotphone"_s)).isValid() ? 1 : 0;
            answering += elapsed(timer);
        }
        std::printf("applied times, %s, of %lld rows known:\n", what, qlonglong(known));
        tell("prefetch", asking, items);
        tell("last applied, prefetched", answering, items);
    };
    prefetchAll("nothing is known");
    times.add(*file);
    prefetchAll("known by a run");
    times.remove(*file);
    RunMerge merge(*file, *central);
    double merging = 0;
    double slowest = 0;
    for (bool isMore = true; isMore;) {
        timer.start();
        isMore = must(merge.step());
        merging += elapsed(timer);
        slowest = std::max(slowest, elapsed(timer));
    }
    tell("merge into the journal", merging, items);
    tell("the slowest of its steps", slowest, 1);
    prefetchAll("known by the journal");
    std::printf("journal %.1f MB\n", double(QFileInfo(folder.filePath(u"journal.sqlite"_s)).size()) / 1e6);
    timer.start();
    must(file->erasePerson(someItem(items / 2).person));
    tell("erase a person", elapsed(timer), 1);
    std::printf("file %.1f MB, CPU %.3f us/item in all\n", double(QFileInfo(place.path).size()) / 1e6,
                double(std::clock()) / CLOCKS_PER_SEC * 1e6 / double(items));
    return 0;
}
