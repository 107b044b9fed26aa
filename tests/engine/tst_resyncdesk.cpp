#include "engine/resyncdesk.h"
#include "engine/world.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using engine::PlanMade;
using engine::ResyncDesk;
using engine::RunEnd;
using engine::RunOptions;
using engine::RunProgress;
using engine::Scope;
using engine::VerifyReport;
using store::RunState;

namespace {

const RunOptions confirmed{.mayPermit = true, .mayCreate = true};

} // namespace

/// Orders to a thread that works for somebody else, against the real sandbox.
class TestResyncDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void plansRunsAndVerifies();
    void takesOneTaskAtATime();
    void tellsInTheThreadOfTheOwner();
    void cancelledPlanGoesOn();
    void pausesAndGoesOn();
    void cancelledRunGoesOn();
    void takesARunBack();
    void reports();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void isDestroyedAtAnyMoment();

private:
    void makeWorld(int contacts);
    engine::WorkSetup setup() const;
    QString path(const QString &name) const { return m_world->folder() + u'/' + name + u".cbplan"_s; }
    ResyncDesk::End endOf(ResyncDesk &desk);
    ResyncDesk::End plan(const QString &name);
    ResyncDesk::End run(const QString &name);
    VerifyReport verified(const QString &name);

    std::unique_ptr<support::World> m_world;
};

void TestResyncDesk::init()
{
    makeWorld(120);
}

void TestResyncDesk::makeWorld(int contacts)
{
    m_world = std::make_unique<support::World>(sandbox::Options{.contacts = contacts, .didomiRequestLimit = 0});
    m_world->profile.integration.upsertMode = true;
    QVERIFY(m_world->connect());
}

void TestResyncDesk::cleanup()
{
    m_world.reset();
}

engine::WorkSetup TestResyncDesk::setup() const
{
    return {.profile = m_world->link().profile(),
            .secrets = m_world->secrets,
            .surroundings = m_world->surroundings(),
            .journalPath = m_world->journalPath()};
}

ResyncDesk::End TestResyncDesk::endOf(ResyncDesk &desk)
{
    ResyncDesk::End found;
    bool isOver = false;
    const auto heard = connect(&desk, &ResyncDesk::ended, this, [&](const ResyncDesk::End &end) {
        found = end;
        isOver = true;
    });
    if (!QTest::qWaitFor([&] { return isOver; }, support::patienceMs))
        qWarning("the task did not end");
    disconnect(heard);
    return found;
}

ResyncDesk::End TestResyncDesk::plan(const QString &name)
{
    ResyncDesk desk;
    return desk.plan(setup(), {}, path(name)) ? endOf(desk) : ResyncDesk::End{};
}

ResyncDesk::End TestResyncDesk::run(const QString &name)
{
    ResyncDesk desk;
    return desk.run(setup(), path(name), confirmed) ? endOf(desk) : ResyncDesk::End{};
}

VerifyReport TestResyncDesk::verified(const QString &name)
{
    ResyncDesk desk;
    if (!desk.verify(setup(), path(name), 0))
        return {};
    const ResyncDesk::End end = endOf(desk);
    if (end.problem)
        qWarning("%s", qPrintable(end.problem->toLine()));
    return end.as<VerifyReport>() ? *end.as<VerifyReport>() : VerifyReport{};
}

void TestResyncDesk::plansRunsAndVerifies()
{
    const ResyncDesk::End planned = plan(u"one"_s);
    QVERIFY2(!planned.problem, qPrintable(planned.problem ? planned.problem->toLine() : QString()));
    QCOMPARE(planned.task, ResyncDesk::Task::Plan);
    QVERIFY(planned.as<PlanMade>() && planned.as<PlanMade>()->items > 50);
    QVERIFY(planned.summary);
    QCOMPARE(planned.summary->state, RunState::Planned);
    QCOMPARE(planned.summary->counts.planned, planned.as<PlanMade>()->items);
    QCOMPARE(planned.summary->path, path(u"one"_s));
    QCOMPARE(planned.summary->written(), 0);

    const ResyncDesk::End ran = run(u"one"_s);
    QVERIFY2(!ran.problem, qPrintable(ran.problem ? ran.problem->toLine() : QString()));
    QVERIFY(ran.as<RunEnd>());
    QCOMPARE(ran.as<RunEnd>()->state, RunState::Done);
    QCOMPARE(ran.summary->state, RunState::Done);
    QVERIFY(ran.summary->counts.reconciles());
    QVERIFY(ran.summary->written() > 20);
    QCOMPARE(ran.summary->counts.notReached, 0);
    QVERIFY(!ran.summary->isUnfinished());
    // Whoever could not be planned is told of, with the reason.
    QCOMPARE(qint64(ran.summary->failures.size()),
             ran.summary->counts.rejected + ran.summary->counts.conflict + ran.summary->counts.invalid);
    QVERIFY(!ran.summary->failures.isEmpty());
    for (const auto &failure : ran.summary->failures)
        QVERIFY(!failure.reason.isEmpty());

    const VerifyReport report = verified(u"one"_s);
    QVERIFY(report.rows >= ran.summary->written());
    QCOMPARE(report.same, report.rows);
}

void TestResyncDesk::takesOneTaskAtATime()
{
    ResyncDesk desk;
    QVERIFY(!desk.isBusy());
    QVERIFY(desk.plan(setup(), {}, path(u"one"_s)));
    QVERIFY(desk.isBusy());
    QCOMPARE(desk.task(), ResyncDesk::Task::Plan);
    QVERIFY(!desk.plan(setup(), {}, path(u"two"_s)));
    QVERIFY(!desk.look(path(u"one"_s)));
    QVERIFY(!endOf(desk).problem);
    QVERIFY(!desk.isBusy());
    QVERIFY(!QFile::exists(path(u"two"_s)));
    QVERIFY(desk.look(path(u"one"_s)));
    const ResyncDesk::End looked = endOf(desk);
    QCOMPARE(looked.task, ResyncDesk::Task::Look);
    QVERIFY(looked.summary && looked.summary->state == RunState::Planned);
}

void TestResyncDesk::tellsInTheThreadOfTheOwner()
{
    ResyncDesk desk;
    int told = 0;
    bool isElsewhere = false;
    QElapsedTimer since;
    since.start();
    const auto listen = [&] { isElsewhere = isElsewhere || QThread::currentThread() != thread(); };
    connect(&desk, &ResyncDesk::progressed, &desk, [&](const RunProgress &progress) {
        listen();
        ++told;
        QCOMPARE(desk.progress().done, progress.done);
    });
    connect(&desk, &ResyncDesk::ended, &desk, listen);
    QVERIFY(desk.plan(setup(), {}, path(u"one"_s)));
    QVERIFY(!endOf(desk).problem);
    QVERIFY(told >= 1);
    QVERIFY(!isElsewhere);
    QVERIFY(told <= since.elapsed() / 100 + 3); // a window is told ten times a second at most
}

void TestResyncDesk::cancelledPlanGoesOn()
{
    const ResyncDesk::End whole = plan(u"whole"_s);
    QVERIFY(!whole.problem);

    ResyncDesk desk;
    QVERIFY(desk.plan(setup(), {}, path(u"parts"_s)));
    desk.cancel();
    QVERIFY(desk.isStopping());
    const ResyncDesk::End stopped = endOf(desk);
    QVERIFY(!desk.isStopping());
    if (stopped.problem)
        QCOMPARE(stopped.problem->kind, core::Error::Kind::Cancelled);
    QCOMPARE(stopped.summary.has_value(), QFile::exists(path(u"parts"_s))); // nothing is left of an empty plan
    if (stopped.summary && stopped.summary->state == RunState::Planning) {
        QVERIFY(stopped.summary->isUnfinished());
        QVERIFY(desk.goOnPlanning(setup(), path(u"parts"_s)));
        const ResyncDesk::End rest = endOf(desk);
        QVERIFY2(!rest.problem, qPrintable(rest.problem ? rest.problem->toLine() : QString()));
        QCOMPARE(rest.summary->counts, whole.summary->counts);
    }
}

void TestResyncDesk::pausesAndGoesOn()
{
    makeWorld(900); // more than is taken in hand at once: that is finished before the pause
    QVERIFY(!plan(u"one"_s).problem);
    QVERIFY(m_world->sandbox().setFault(u"slow"_s, u"dataverse:10"_s));
    ResyncDesk desk;
    RunOptions slow = confirmed;
    slow.rowsPerMessage = 1;
    slow.connections = 2;
    desk.setPaused(true);
    QVERIFY(!desk.isPaused()); // there is nothing to pause
    QVERIFY(desk.run(setup(), path(u"one"_s), slow));
    QTRY_VERIFY(desk.progress().phase == RunProgress::Phase::Writing);
    desk.setPaused(true);
    QVERIFY(desk.isPaused());
    QTRY_VERIFY(desk.progress().phase == RunProgress::Phase::Paused);
    QVERIFY(desk.progress().counts.notReached > 0);
    QCOMPARE(desk.progress().counts.open, 0);
    auto file = store::RunFile::open(store::RunPlace::file(path(u"one"_s)));
    QVERIFY(file);
    QCOMPARE((*file)->state().value(), RunState::Paused);
    file->reset();
    m_world->sandbox().clearFaults();
    desk.setPaused(false);
    const ResyncDesk::End end = endOf(desk);
    QVERIFY2(!end.problem, qPrintable(end.problem ? end.problem->toLine() : QString()));
    QCOMPARE(end.summary->state, RunState::Done);
    QVERIFY(!desk.isPaused());
    const VerifyReport report = verified(u"one"_s);
    QCOMPARE(report.same, report.rows);
}

void TestResyncDesk::cancelledRunGoesOn()
{
    QVERIFY(!plan(u"one"_s).problem);
    QVERIFY(m_world->sandbox().setFault(u"slow"_s, u"dataverse:60"_s));
    ResyncDesk desk;
    RunOptions slow = confirmed;
    slow.rowsPerMessage = 1;
    slow.connections = 2;
    QVERIFY(desk.run(setup(), path(u"one"_s), slow));
    QTRY_VERIFY(desk.progress().phase == RunProgress::Phase::Writing);
    desk.cancel();
    const ResyncDesk::End stopped = endOf(desk);
    QVERIFY(stopped.summary);
    QVERIFY(stopped.summary->counts.reconciles());
    QCOMPARE(stopped.summary->counts.open, 0); // what was on its way is settled
    QVERIFY(stopped.summary->counts.notReached > 0);
    QVERIFY(stopped.summary->isUnfinished());
    m_world->sandbox().clearFaults();
    const ResyncDesk::End end = run(u"one"_s);
    QVERIFY2(!end.problem, qPrintable(end.problem ? end.problem->toLine() : QString()));
    QCOMPARE(end.summary->state, RunState::Done);
    const VerifyReport report = verified(u"one"_s);
    QCOMPARE(report.same, report.rows);
}

void TestResyncDesk::takesARunBack()
{
    QVERIFY(!plan(u"one"_s).problem);
    const ResyncDesk::End ran = run(u"one"_s);
    QVERIFY(!ran.problem);
    ResyncDesk desk;
    QVERIFY(desk.undo(setup(), path(u"one"_s), path(u"back"_s)));
    const ResyncDesk::End planned = endOf(desk);
    QVERIFY2(!planned.problem, qPrintable(planned.problem ? planned.problem->toLine() : QString()));
    QCOMPARE(planned.path, path(u"back"_s));
    QCOMPARE(planned.summary->state, RunState::Planned);
    QCOMPARE(planned.summary->head.kind, u"undo"_s);
    QVERIFY(planned.summary->counts.planned >= ran.summary->written());
    const ResyncDesk::End back = run(u"back"_s);
    QVERIFY2(!back.problem, qPrintable(back.problem ? back.problem->toLine() : QString()));
    QVERIFY(back.summary->written() > 0);
    QVERIFY(verified(u"one"_s).differ > 0); // it does not say so any more
    QVERIFY(desk.look(path(u"one"_s)));
    QCOMPARE(endOf(desk).summary->state, RunState::Undone);
}

void TestResyncDesk::reports()
{
    QVERIFY(!plan(u"one"_s).problem);
    ResyncDesk desk;
    const QString target = m_world->folder() + u"/report.csv"_s;
    QVERIFY(desk.report(path(u"one"_s), engine::ReportFormat::Csv, target));
    const ResyncDesk::End end = endOf(desk);
    QVERIFY2(!end.problem, qPrintable(end.problem ? end.problem->toLine() : QString()));
    QCOMPARE(end.as<engine::ReportWritten>()->items, end.summary->counts.planned);
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().count('\n') > end.summary->counts.planned);
}

void TestResyncDesk::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<core::Error::Kind>("kind");
    QTest::newRow("wrong secret") << u"secret"_s << core::Error::Kind::SignIn;
    QTest::newRow("bad address") << u"instance"_s << core::Error::Kind::Invalid;
    QTest::newRow("no journal") << u"journal"_s << core::Error::Kind::Storage;
    QTest::newRow("no plan") << u"plan"_s << core::Error::Kind::NotFound;
    QTest::newRow("a plan already") << u"twice"_s << core::Error::Kind::Conflict;
    QTest::newRow("nothing to plan with") << u"new"_s << core::Error::Kind::SignIn;
    QTest::newRow("nobody confirmed") << u"options"_s << core::Error::Kind::Conflict;
}

void TestResyncDesk::tellsWhatIsWrong()
{
    QFETCH(QString, what);
    QFETCH(core::Error::Kind, kind);
    QVERIFY(!plan(u"one"_s).problem);
    engine::WorkSetup bad = setup();
    RunOptions options = confirmed;
    QString name = u"one"_s;
    if (what == u"secret" || what == u"new")
        bad.secrets.clientSecret = core::Secret("not the secret");
    else if (what == u"instance")
        bad.profile.integration.instance = u"not an address"_s;
    else if (what == u"journal")
        bad.journalPath = m_world->folder();
    else if (what == u"plan")
        name = u"none"_s;
    else if (what == u"options")
        options = {};
    if (what == u"new")
        name = u"new"_s;
    ResyncDesk desk;
    QVERIFY(what == u"twice" || what == u"new" ? desk.plan(bad, {}, path(name)) : desk.run(bad, path(name), options));
    const ResyncDesk::End end = endOf(desk);
    QVERIFY(end.problem);
    QVERIFY2(end.problem->kind == kind, qPrintable(end.problem->toLine()));
    QVERIFY(!end.problem->message.isEmpty());
    QVERIFY(!end.as<RunEnd>());
    QVERIFY(!QFile::exists(path(u"new"_s)));
    QVERIFY(!desk.isBusy());
    // The next order finds everything in order.
    QVERIFY(desk.run(setup(), path(u"one"_s), confirmed));
    QVERIFY(!endOf(desk).problem);
}

/// Whenever it goes, what it did is known afterwards: a run that others go on with ends as an unbroken one.
void TestResyncDesk::isDestroyedAtAnyMoment()
{
    const auto order = [this](ResyncDesk &desk) {
        auto file = store::RunFile::open(store::RunPlace::file(path(u"one"_s)));
        if (!file) // nothing was begun
            return desk.plan(setup(), {}, path(u"one"_s));
        const auto state = (*file)->state();
        return state && *state == RunState::Planning ? desk.goOnPlanning(setup(), path(u"one"_s))
                                                     : desk.look(path(u"one"_s));
    };
    for (const int afterMs : {0, 1, 3, 10, 40, 120, 300}) {
        ResyncDesk desk;
        QVERIFY(order(desk));
        QTest::qWait(afterMs);
    }
    {
        ResyncDesk desk;
        QVERIFY(order(desk));
        const ResyncDesk::End planned = endOf(desk);
        QVERIFY2(!planned.problem, qPrintable(planned.problem ? planned.problem->toLine() : QString()));
        QCOMPARE(planned.summary->state, RunState::Planned);
    }

    RunOptions slow = confirmed;
    slow.rowsPerMessage = 3;
    slow.connections = 3;
    QVERIFY(m_world->sandbox().setFault(u"slow"_s, u"dataverse:15"_s));
    for (const int afterMs : {0, 5, 20, 60, 90, 150, 200, 260}) {
        ResyncDesk desk;
        QVERIFY(desk.run(setup(), path(u"one"_s), slow));
        QTest::qWait(afterMs);
    }
    m_world->sandbox().clearFaults();
    const ResyncDesk::End end = run(u"one"_s);
    QVERIFY2(!end.problem, qPrintable(end.problem ? end.problem->toLine() : QString()));
    QCOMPARE(end.summary->state, RunState::Done);
    QVERIFY(end.summary->counts.reconciles());
    QCOMPARE(end.summary->counts.open, 0);
    QCOMPARE(end.summary->counts.notReached, 0);
    const VerifyReport report = verified(u"one"_s);
    QVERIFY(report.rows > 0);
    QCOMPARE(report.same, report.rows);
}

QTEST_GUILESS_MAIN(TestResyncDesk)
#include "tst_resyncdesk.moc"
