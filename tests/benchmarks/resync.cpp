// A whole resync, end to end, against a server in a process of its own that answers at once: an export of Didomi is
// read, evaluated, its rows are looked up, compared, planned, journaled, written and settled. Prints consents per
// second until then, the client's CPU per consent and its peak memory, each size in a process of its own. Behind that:
// how quickly the times of the choices are taken over from the run's file into the journal, once all is settled.
//
//   bench_resync [COUNT…]              by default 10,000, 100,000 and 1,000,000 consents that refuse (bulk messages)
//   bench_resync --permit [COUNT…]     consents that are given: each guarded by its row's version ($batch)
//   bench_resync --single COUNT        one row in each request, 52 at once, 50 ms of server time for each
#include "core/memory.h"
#include "engine/makeplan.h"
#include "engine/runjob.h"
#include "quickserver.h"
#include "store/mergeruns.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(2);
}

int serve(int writeTime, int hint)
{
    const auto server = bench::startQuickServer({.writeTime = std::chrono::milliseconds(writeTime), .hint = hint});
    if (!server)
        giveUp(server.error().toLine());
    std::printf("%d\n", int((*server)->port()));
    std::fflush(stdout);
    std::getchar(); // until the other end closes
    return 0;
}

void writeExport(const QString &path, int count, bool permits)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        giveUp(file.errorString());
    QByteArray text;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(9, '0');
        text += "{\"id\":\"00000000-0000-4000-9000-000" + number +
                "\",\"organization_id\":\"acme\","
                "\"organization_user_id\":\"user-" +
                number +
                "\",\"version\":3,"
                "\"created_at\":\"2025-02-01T10:00:00Z\",\"updated_at\":\"2026-11-19T21:40:12Z\",\"metadata\":{},"
                "\"country\":null,\"last_seen_country\":\"FR\",\"consents\":{\"channels\":[],\"purposes\":["
                "{\"id\":\"newsletter\",\"enabled\":" +
                (permits ? "null" : "false") +
                ",\"values\":{}},"
                "{\"id\":\"calls\",\"enabled\":" +
                (permits ? "true" : "null") +
                ",\"values\":{}}],"
                "\"vendors\":{\"enabled\":[],\"disabled\":[]},\"tcfcs\":null}}\n";
        if (text.size() > 1'000'000) {
            file.write(text);
            text.clear();
        }
    }
    file.write(text);
    if (!file.flush())
        giveUp(file.errorString());
}

profile::Profile profileFor(const QString &server)
{
    profile::Profile made = profile::newProfile(u"Bench"_s);
    made.integration.clientId = u"11111111-2222-4333-8444-555555555555"_s;
    made.integration.tenantId = u"66666666-2222-4333-8444-555555555555"_s;
    made.integration.instance = server;
    made.options.authority = server;
    made.didomi.organizationId = u"acme"_s;
    made.didomi.apiUrl = server + u"/v1"_s;
    made.didomi.keyId = u"key"_s;
    made.match = {.kind = profile::MatchRule::Kind::AlternateKey, .column = u"new_didomiuserid"_s};
    const auto negating = [](const QString &column, const QString &purpose) {
        return profile::Mapping{.column = column,
                                .value = u"consents_purposes_%1_enabled"_s.arg(purpose),
                                .polarity = profile::Mapping::Polarity::Inverted};
    };
    made.integration.mappings = {negating(u"donotbulkemail"_s, u"newsletter"_s), negating(u"donotphone"_s, u"calls"_s)};
    return made;
}

bridge::Surroundings surroundings()
{
    using Type = mapping::ColumnType;
    bridge::Surroundings made;
    made.whoAmI.organizationId = QString::fromLatin1(bench::quickOrganization);
    made.catalogue.purposes << consent::Purpose{.id = u"newsletter"_s, .name = u"Newsletter"_s}
                            << consent::Purpose{.id = u"calls"_s, .name = u"Calls"_s};
    made.table = {.logicalName = u"contact"_s,
                  .displayName = u"Contact"_s,
                  .entitySet = u"contacts"_s,
                  .primaryId = u"contactid"_s,
                  .hasOptimisticConcurrency = true};
    for (const auto &[name, type] :
         {std::pair(u"contactid"_s, Type::UniqueId), std::pair(u"donotbulkemail"_s, Type::Boolean),
          std::pair(u"donotphone"_s, Type::Boolean), std::pair(u"new_didomiuserid"_s, Type::Text)})
        made.table.columns << mapping::Column{.logicalName = name,
                                              .displayName = name,
                                              .type = type,
                                              .maxLength = 100,
                                              .isPrimaryId = name == made.table.primaryId,
                                              .isValidForCreate = true,
                                              .isValidForUpdate = true,
                                              .isValidForRead = true};
    made.table.keys << mapping::Key{.logicalName = u"new_key"_s,
                                    .displayName = u"Key"_s,
                                    .columns = {u"new_didomiuserid"_s},
                                    .status = mapping::Key::Status::Active};
    return made;
}

/// User and system time of this process, seconds.
double cpu()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

template <typename T>
T resultOf(core::Job<T> *job)
{
    std::optional<core::Result<T>> result;
    job->whenDone(qApp, [&result](const core::Result<T> &done) {
        result = done;
        QCoreApplication::exit();
    });
    QCoreApplication::exec();
    if (!result || !*result)
        giveUp(result ? result->error().toLine() : u"The job did not finish."_s);
    return **result;
}

int one(int count, const QString &what)
{
    const bool isSingle = what == "single"_L1;
    const bool permits = what == "permit"_L1;
    QTemporaryDir folder;
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(),
                 {u"--serve"_s, isSingle ? u"50"_s : u"0"_s, isSingle ? u"52"_s : u"8"_s});
    if (!server.waitForReadyRead())
        giveUp(u"The server did not start."_s);
    const QString address = u"http://127.0.0.1:%1"_s.arg(server.readAllStandardOutput().trimmed().toInt());
    const QString path = folder.filePath(u"export.jsonl"_s);
    writeExport(path, count, permits);

    net::Network network;
    const profile::Profile profile = profileFor(address);
    const auto link = bridge::Link::make(
        network, profile, {.clientSecret = core::Secret("secret"), .didomiSecret = core::Secret("secret")});
    if (!link)
        giveUp(link.error().toLine());
    const bridge::Surroundings ends = surroundings();
    const auto journal = store::Journal::open(folder.filePath(u"journal.db"_s));
    if (!journal)
        giveUp(journal.error().toLine());
    store::AppliedTimes applied(**journal, ends.whoAmI.organizationId);
    const engine::Workplace workplace{
        .links = {link->get()}, .surroundings = ends, .journal = **journal, .applied = applied};
    const engine::Scope scope{.files = {path}};
    const auto file =
        store::RunFile::create(store::RunPlace::file(folder.filePath(u"plan.db"_s)), engine::headFor(workplace, scope));
    if (!file)
        giveUp(file.error().toLine());

    QObject owner;
    QElapsedTimer timer;
    timer.start();
    const double cpuBefore = cpu();
    resultOf(engine::MakePlanJob::start(workplace, **file, scope, &owner));
    const double planned = double(timer.elapsed()) / 1e3;
    const double cpuPlanned = cpu();
    engine::RunOptions options;
    options.mayPermit = true;
    options.askAgain = false;
    if (isSingle) {
        options.rowsPerMessage = 1;
        options.connections = 52;
    }
    auto *job = engine::RunJob::start(workplace, **file, options, &owner);
    const engine::RunEnd end = resultOf(job);
    const double ran = double(end.time.count()) / 1e3; // until all is settled
    const double whole = planned + ran;
    const double remembered = double(timer.elapsed()) / 1e3 - whole;
    if (end.stop || end.counts.updated != count)
        giveUp(u"%1 of %2 were written. %3"_s.arg(end.counts.updated)
                   .arg(count)
                   .arg(end.stop ? end.stop->toLine() : QString()));
    const double cpuAll = cpu() - cpuBefore;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%9d  %8.0f/s   plan %8.0f/s  run %8.0f/s   %6.1f us CPU each (plan %5.1f, run %5.1f)   %6.1f MB   "
                "(then remembered: %.0f/s)\n",
                count, count / whole, count / planned, count / ran, cpuAll / count * 1e6,
                (cpuPlanned - cpuBefore) / count * 1e6, (cpuAll - (cpuPlanned - cpuBefore)) / count * 1e6,
                double(usage.ru_maxrss) / 1024, count / remembered);
    if (isSingle)
        std::printf("           52 at once and 50 ms each allow %.0f/s: %.1f %% of it\n", 52 / 0.05,
                    count / ran / (52 / 0.05) * 100);
    std::fflush(stdout);
    server.closeWriteChannel();
    server.waitForFinished();
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    core::shareHeaps(); // as the program does
    QCoreApplication app(argc, argv);
    QStringList arguments = app.arguments().mid(1);
    if (arguments.value(0) == "--serve"_L1)
        return serve(arguments.value(1).toInt(), arguments.value(2).toInt());
    if (arguments.value(0) == "--one"_L1)
        return one(arguments.value(1).toInt(), arguments.value(2));
    QString what = u"refuse"_s;
    if (arguments.value(0).startsWith("--"_L1))
        what = arguments.takeFirst().mid(2);
    if (arguments.isEmpty())
        arguments = what == "single"_L1 ? QStringList{u"20000"_s} : QStringList{u"10000"_s, u"100000"_s, u"1000000"_s};
    for (const QString &count : std::as_const(arguments)) { // in a process of its own: peak memory is a process's
        if (count.toInt() < 1)
            giveUp(u"bench_resync [--permit|--single] [COUNT…]"_s);
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(app.applicationFilePath(), {u"--one"_s, count, what});
        process.waitForFinished(-1);
        if (process.exitCode() != 0)
            return process.exitCode();
    }
    return 0;
}
