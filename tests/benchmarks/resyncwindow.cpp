// How smooth the window stays while a run writes at full speed.
//
//   bench_resyncwindow [PEOPLE]
//
// A real window (offscreen unless QT_QPA_PLATFORM says otherwise) shows the run as it goes on, over a server on
// loopback that answers at once, in a process of its own. A heartbeat of one millisecond in the window's event loop
// tells for how long nothing else could be done: first while nothing happens, then while the run writes.

#include "app/house.h"
#include "engine/resyncdesk.h"
#include "gui/mainwindow.h"
#include "gui/resync/runpanel.h"
#include "heartbeat.h"
#include "quickserver.h"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using bench::Heartbeat;
using bench::liveFor;
using bench::liveUntil;
using engine::ResyncDesk;
using engine::RunProgress;

namespace {

constexpr int inOnePart = 2'000;
constexpr int longestRunMs = 600'000;

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(2);
}

int serve()
{
    const auto server = bench::startQuickServer();
    if (!server)
        giveUp(server.error().toLine());
    std::printf("%d\n", int((*server)->port()));
    std::fflush(stdout);
    std::getchar(); // until the other end closes
    return 0;
}

mapping::Table contacts()
{
    using Type = mapping::ColumnType;
    mapping::Table made{.logicalName = u"contact"_s,
                        .displayName = u"Contact"_s,
                        .entitySet = u"contacts"_s,
                        .primaryId = u"contactid"_s};
    for (const auto &[name, type] :
         {std::pair(u"contactid"_s, Type::UniqueId), std::pair(u"donotbulkemail"_s, Type::Boolean),
          std::pair(u"donotphone"_s, Type::Boolean), std::pair(u"emailaddress1"_s, Type::Text)})
        made.columns << mapping::Column{.logicalName = name,
                                        .displayName = name,
                                        .type = type,
                                        .isPrimaryId = name == made.primaryId,
                                        .isValidForUpdate = true,
                                        .isValidForRead = true};
    return made;
}

engine::WorkSetup setupFor(int port, const QString &journal)
{
    const QString host = u"http://127.0.0.1:%1"_s.arg(port);
    engine::WorkSetup setup{.journalPath = journal};
    setup.profile = profile::newProfile(u"Bench"_s);
    setup.profile.kind = profile::EnvironmentKind::Sandbox;
    setup.profile.integration.instance = host;
    setup.profile.integration.clientId = u"00000000-0000-4000-8000-00000000000b"_s;
    setup.profile.integration.tenantId = u"00000000-0000-4000-8000-00000000000c"_s;
    setup.profile.options.authority = host;
    setup.profile.didomi.apiUrl = host + u"/v1"_s;
    setup.profile.didomi.organizationId = u"bench"_s;
    setup.profile.didomi.keyId = u"bench"_s;
    setup.secrets = {.clientSecret = core::Secret("a-secret-for-nobody"),
                     .didomiSecret = core::Secret("another-secret-for-nobody")};
    setup.surroundings.whoAmI.organizationId = QString::fromLatin1(bench::quickOrganization);
    setup.surroundings.table = contacts();
    return setup;
}

/// A plan in which everybody stops being contactable by e-mail.
void makePlan(const engine::WorkSetup &setup, const QString &path, int people)
{
    engine::WorkRoom room(core::Clock::system());
    const auto place = room.furnish(setup);
    if (!place)
        giveUp(place.error().toLine());
    auto file = store::RunFile::create(store::RunPlace::file(path), engine::headFor(**place, {}));
    if (!file)
        giveUp(file.error().toLine());
    for (int first = 0; first < people; first += inOnePart) {
        QList<store::RunItem> items;
        for (int i = first; i < std::min(people, first + inOnePart); ++i)
            items << store::RunItem{.person = u"person-%1"_s.arg(i),
                                    .eventTime = QDateTime({2026, 11, 1}, {12, 0}, Qt::UTC),
                                    .planned = store::Planned::Update,
                                    .effects = store::Effect::NewlyForbids,
                                    .writes = {{.table = u"contact"_s,
                                                .entitySet = u"contacts"_s,
                                                .rowId = u"7c0f0000-0000-4000-8000-%1"_s.arg(i, 12, 16, '0'_L1),
                                                .etag = u"W/\"8123456\""_s,
                                                .columns = {u"donotbulkemail"_s},
                                                .before = R"({"donotbulkemail":false})",
                                                .after = R"({"donotbulkemail":true})"}}};
        if (const auto added = (*file)->append(items, QString::number(first)); !added)
            giveUp(added.error().toLine());
    }
    if (const auto finished = (*file)->finishPlanning(); !finished)
        giveUp(finished.error().toLine());
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 1 && qstrcmp(argv[1], "--serve") == 0) {
        const QCoreApplication application(argc, argv);
        return serve();
    }
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const int people = argc > 1 ? std::max(inOnePart, std::atoi(argv[1])) : 200'000;

    QProcess server;
    server.start(QApplication::applicationFilePath(), {u"--serve"_s});
    if (!server.waitForReadyRead())
        giveUp(u"The server did not start."_s);
    const QTemporaryDir home;
    const QString path = home.filePath(u"bench.cbplan"_s);
    const engine::WorkSetup setup =
        setupFor(server.readAllStandardOutput().trimmed().toInt(), home.filePath(u"journal.sqlite"_s));
    makePlan(setup, path, people);

    app::House house(store::Paths::below(home.path()));
    gui::theme::apply(gui::theme::Choice::Light);
    gui::DialogQuestions questions;
    gui::MainWindow window(house, questions);
    window.start(house.practice().profileId());
    window.openPage(gui::MainWindow::Page::Resync);
    window.resize(1280, 800);
    window.show();
    gui::RunPanel panel;
    panel.resize(1060, 700);
    panel.QWidget::show();
    liveFor(1'000);
    {
        Heartbeat idle;
        liveFor(5'000);
        idle.print("nothing happens");
    }

    ResyncDesk desk;
    models::RateSeries rates;
    ResyncDesk::End end;
    bool isOver = false;
    int told = 0;
    RunProgress last;
    QObject::connect(&desk, &ResyncDesk::progressed, &panel, [&](const RunProgress &progress) {
        const core::Clock &clock = house.clock();
        ++told;
        last = progress;
        rates.add(clock.monotonic(), progress.perSecond, !progress.waitingFor.isEmpty());
        panel.show({.task = ResyncDesk::Task::Run, .progress = progress, .rates = rates, .about = path}, clock.now());
    });
    QObject::connect(&desk, &ResyncDesk::ended, &panel, [&](const ResyncDesk::End &ended) {
        end = ended;
        isOver = true;
    });
    QElapsedTimer since;
    since.start();
    Heartbeat busy;
    if (!desk.run(setup, path, {.mayPermit = true, .mayCreate = true}))
        giveUp(u"The desk is busy."_s);
    liveUntil([&] { return isOver; }, longestRunMs);
    const double took = double(since.elapsed()) / 1000.0;
    busy.print("a run writes");
    if (end.problem)
        giveUp(end.problem->toLine());
    if (const auto *run = end.as<engine::RunEnd>(); run && run->stop)
        giveUp(run->stop->toLine());
    if (!end.summary || end.summary->written() == 0)
        giveUp(u"Nothing was written."_s);
    std::printf("  %lld of %d people written in %.1f s (%.0f/s), told %d times; %d requests at once, %d rows in each\n",
                static_cast<long long>(end.summary->written()), people, took, double(end.summary->written()) / took,
                told, last.permits, last.rowsPerRequest);
    server.closeWriteChannel();
    server.waitForFinished();
    return 0;
}
