// A resync and a stream of slow calls under Dataverse's real limits (6,000 requests and 20 minutes of execution within
// any five minutes, 52 at once), in real time: how many requests are refused, and how much of what is allowed is used.
//
//   bench_throttle [WINDOWS]     by default two windows: ten minutes
#include "engine/exports.h"
#include "engine/resyncworld.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sandbox::Person;

namespace {

/// Real waits.
std::unique_ptr<support::World> makeWorld(int contacts)
{
    auto world = std::make_unique<support::World>(
        sandbox::Options{.contacts = contacts, .didomiRequestLimit = 0, .clock = &core::Clock::system()});
    world->profile.integration.mappings.resize(2);
    if (!world->connect())
        qFatal("no connection");
    return world;
}

void print(const char *what, support::World &world, double windows)
{
    const sandbox::webapi::LimitTally tally = world.sandbox().limitTally();
    const net::ServiceState &state = world.link().dataverseService().state();
    std::printf(
        "%-14s %5.2f windows  %7lld admitted  %4lld refused (%.3f %%)  requests used %5.1f %%  time used %5.1f %%"
        "  %2d at once  %s\n",
        what, windows, tally.admitted, tally.refused(),
        100.0 * double(tally.refused()) / double(std::max<qint64>(1, tally.admitted + tally.refused())),
        double(tally.admitted) / 60.0 / windows, double(tally.time.count()) / 12'000.0 / windows, state.permits,
        qPrintable(state.waitingReason));
    std::fflush(stdout);
}

/// Keeps so many calls waiting.
void stream(support::World &world, QObject *owner)
{
    world.link().dataverse().whoAmI(owner)->whenDone(
        owner, [&world, owner](const core::Result<dataverse::WhoAmI> &) { stream(world, owner); });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const int windows = std::max(1, app.arguments().value(1, u"2"_s).toInt());
    const auto time = windows * 300s - 2s;

    QElapsedTimer slowRunning;
    slowRunning.start();
    const auto slow = makeWorld(40);
    if (!slow->sandbox().setFault(u"slow"_s, u"dataverse:400"_s))
        qFatal("no fault");
    slow->link().dataverseService().steer({.start = 4});
    QObject owner;
    for (int i = 0; i < 60; ++i)
        stream(*slow, &owner);

    QElapsedTimer running;
    running.start();
    const auto world = makeWorld(6'000 * windows + 1'000);
    QByteArray lines;
    for (const Person &person : world->people()) {
        if (person.kind == Person::Case::Plain)
            lines += support::userLine(person.organizationUserId.toUtf8(),
                                       person.contacts.constFirst().newsletter ? "false" : "true");
    }
    support::ResyncBench bench(*world);
    const QString path = bench.pathOf(u"export.jsonl"_s);
    if (!support::writeFile(path, lines))
        qFatal("no export");
    const engine::Scope scope{.files = {path}};
    const auto file = bench.create(u"plan.db"_s, scope);
    if (!file)
        qFatal("no file");
    auto *planning = engine::MakePlanJob::start(bench.workplace(), **file, scope, &app);
    planning->whenDone(&app, [&](const core::Result<engine::PlanMade> &made) {
        if (!made)
            qFatal("no plan: %s", qPrintable(made.error().toLine()));
        engine::RunOptions options = support::ResyncBench::confirmed();
        options.rowsPerMessage = 1;
        options.askAgain = false;
        engine::RunJob::start(bench.workplace(), **file, options, &app)
            ->whenDone(&app, [](const core::Result<engine::RunEnd> &end) {
                std::printf("the run ended: %lld updated, %lld refused\n", end ? end->counts.updated : -1,
                            end ? end->throttled : -1);
            });
    });

    const auto tell = [&] {
        print("single writes", *world, double(running.elapsed()) / 300'000.0);
        print("slow calls", *slow, double(slowRunning.elapsed()) / 300'000.0);
    };
    QTimer ticker;
    ticker.callOnTimeout(&app, tell);
    ticker.start(50s);
    QTimer::singleShot(time, Qt::PreciseTimer, &app, [&] {
        ticker.stop();
        std::printf("\n");
        tell();
        std::_Exit(0); // what runs is cut off
    });
    return QCoreApplication::exec();
}
