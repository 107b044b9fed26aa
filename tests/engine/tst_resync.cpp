#include "engine/resyncworld.h"
#include "engine/runitem.h"
#include "engine/subjects.h"
#include "mapping/consentrow.h"
#include "store/runjournal.h"
#include "store/runpages.h"

#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using engine::Scope;
using sandbox::Person;
using store::Planned;

namespace {

constexpr auto planName = "plan.db"_L1;
const QString newsletterColumn = u"new_newsletterconsent"_s;

QList<store::RunItem> itemsOf(store::RunFile &file)
{
    store::RunPages pages(file, {});
    const auto count = pages.count();
    const auto page = count ? pages.page(0, int(*count)) : core::Result<QList<store::RunItem>>(count.error());
    QList<store::RunItem> items;
    for (const store::RunItem &item : page.valueOr({}))
        items << file.item(item.id).valueOr({});
    return items;
}

/// Without what is drawn or numbered for each plan.
store::RunItem comparable(store::RunItem item)
{
    item.id = 0;
    item.writeCount = 0;
    item.ended.reset();
    for (store::RunWrite &write : item.writes) {
        write.id = 0;
        write.item = 0;
        if (write.isIdDrawn)
            write.rowId.clear();
        if (write.address.isEmpty() || write.isIdDrawn || !write.rowId.isEmpty())
            write.address.clear();
    }
    return item;
}

} // namespace

/// Planning for many and running: the same rules as for one, the same effects, the same care.
class TestResync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plansAsForOne_data();
    void plansAsForOne();
    void writesWhatIsPlanned_data();
    void writesWhatIsPlanned();
    void writesNothingTwice();
    void refusesWhatWasNotConfirmed();
    void refusesAnotherIntegration();
    void leavesAloneWhatSomebodyChanged();
    void leavesOutWhoIsTickedOut();
    void endsBadRowsAloneWithTheirReasons();
    void plansOnlyThoseWhoDiffer();
    void triesAgainWhatFailedAndNothingElse();
    void goesOnWithAPlanThatWasCutOff();
    void asksAgainWhoWouldBecomeContactable();
    void pausesAndGoesOn();
    void keepsWhatItHasClaimed();
    void leavesTheEndToWhomeverIsLast();

private:
    bool connect(support::World &world, const QString &mode);
};

/// "legacy" or "legacy upsert"
bool TestResync::connect(support::World &world, const QString &mode)
{
    world.profile.integration.upsertMode = mode.contains("upsert"_L1);
    return world.connect();
}

void TestResync::plansAsForOne_data()
{
    QTest::addColumn<QString>("mode");
    for (const char *mode : {"legacy", "legacy upsert", "current"})
        QTest::newRow(mode) << QString::fromLatin1(mode);
}

void TestResync::plansAsForOne()
{
    QFETCH(const QString, mode);
    const bool isCurrent = mode == "current"_L1;
    const auto world = isCurrent ? std::make_unique<support::ConsentWorld>() : std::make_unique<support::World>();
    if (isCurrent)
        static_cast<support::ConsentWorld &>(*world).mapPurposeAndTopic();
    QVERIFY(connect(*world, mode));
    support::ResyncBench bench(*world);
    const auto file = bench.create(planName, {});
    QVERIFY(file);
    const auto made = bench.plan(**file, {});
    QVERIFY2(made, made ? "" : qPrintable(made.error().toLine()));
    const QList<store::RunItem> items = itemsOf(**file);
    QCOMPARE(made->items, items.size());
    QVERIFY(items.size() > 30);
    QSet<Planned> seen;
    for (const store::RunItem &item : items) {
        seen << item.planned;
        if (item.person.isEmpty())
            continue;
        const auto subjects = support::finishOf(engine::subjectsOf(world->link(), item.person, this));
        QVERIFY(subjects);
        const auto plan = support::finishOf(
            engine::planOne(world->link(), world->surroundings(), &world->journal(), *subjects, this));
        QVERIFY(plan);
        const store::RunItem one = engine::runItemOf(plan->items.constFirst(), plan->table);
        const store::RunItem left = comparable(item);
        const store::RunItem right = comparable(one);
        if (left != right)
            qWarning() << store::plannedWord(left.planned) << left.reason << store::plannedWord(right.planned)
                       << right.reason << left.writes.size() << right.writes.size() << (left.writes == right.writes)
                       << left.effects << right.effects << (left.shared == right.shared);
        QVERIFY(left == right);
    }
    QVERIFY(seen.size() >= 3); // it was about something
}

void TestResync::writesWhatIsPlanned_data()
{
    plansAsForOne_data();
}

void TestResync::writesWhatIsPlanned()
{
    QFETCH(const QString, mode);
    const bool isCurrent = mode == "current"_L1;
    const auto world = isCurrent ? std::make_unique<support::ConsentWorld>() : std::make_unique<support::World>();
    if (isCurrent)
        static_cast<support::ConsentWorld &>(*world).mapPurposeAndTopic();
    QVERIFY(connect(*world, mode));
    support::ResyncBench bench(*world);
    const auto file = bench.create(planName, {});
    QVERIFY(file);
    QVERIFY(bench.plan(**file, {}));
    const auto end = bench.run(**file);
    QVERIFY2(end, end ? "" : qPrintable(end.error().toLine()));
    QVERIFY2(!end->stop, end->stop ? qPrintable(end->stop->toLine()) : "");
    QCOMPARE(end->state, store::RunState::Done);
    QVERIFY(end->counts.reconciles());
    QCOMPARE(end->counts.notReached, 0);
    QCOMPARE(end->counts.rejected, 0);
    QVERIFY(end->counts.created + end->counts.updated > 10);

    // Another plan finds nothing left to do.
    const auto second = bench.create(u"second.db"_s, {});
    QVERIFY(second);
    QVERIFY(bench.plan(**second, {}));
    const QList<store::RunItem> items = itemsOf(**second);
    for (const store::RunItem &item : items) {
        if (store::isWrite(item.planned))
            qWarning() << store::plannedWord(item.planned) << item.reason << item.writes.constFirst().after
                       << item.writes.constFirst().before;
        QVERIFY(!store::isWrite(item.planned));
    }
}

void TestResync::writesNothingTwice()
{
    support::World world;
    QVERIFY(connect(world, u"legacy upsert"_s));
    support::ResyncBench bench(world);
    const auto file = bench.create(planName, {});
    QVERIFY(file && bench.plan(**file, {}));
    QVERIFY(bench.run(**file));
    world.sentWrites();
    const auto again = bench.run(**file);
    QVERIFY(again);
    QCOMPARE(again->state, store::RunState::Done);
    QCOMPARE(world.sentWrites(), 0);
}

void TestResync::refusesWhatWasNotConfirmed()
{
    support::World world;
    QVERIFY(connect(world, u"legacy upsert"_s));
    support::ResyncBench bench(world);
    const auto file = bench.create(planName, {});
    QVERIFY(file && bench.plan(**file, {}));
    world.sentWrites();
    engine::RunOptions options = support::ResyncBench::confirmed();
    options.mayPermit = false;
    auto end = bench.run(**file, options);
    QVERIFY(!end);
    QCOMPARE(end.error().field, u"permit"_s);
    options = support::ResyncBench::confirmed();
    options.mayCreate = false;
    end = bench.run(**file, options);
    QVERIFY(!end);
    QCOMPARE(end.error().field, u"create"_s);
    QCOMPARE(world.sentWrites(), 0);
    QCOMPARE((*file)->state().valueOr(store::RunState::Done), store::RunState::Planned);
}

void TestResync::refusesAnotherIntegration()
{
    support::World world;
    QVERIFY(connect(world, u"legacy"_s));
    support::ResyncBench bench(world);
    const auto file = bench.create(planName, {});
    QVERIFY(file && bench.plan(**file, {}));
    world.profile.integration.mappings.removeLast();
    QVERIFY(world.relink());
    support::ResyncBench changed(world);
    const auto end = changed.run(**file);
    QVERIFY(!end);
    QCOMPARE(end.error().kind, core::Error::Kind::Conflict);
}

void TestResync::leavesAloneWhatSomebodyChanged()
{
    support::World world;
    QVERIFY(connect(world, u"legacy"_s));
    support::ResyncBench bench(world);
    const auto file = bench.create(planName, {});
    QVERIFY(file && bench.plan(**file, {}));
    store::RunItem changed; // in a column that the plan rests on …
    store::RunItem touched; // … and in another one
    const QList<store::RunItem> items = itemsOf(**file);
    for (const store::RunItem &item : items) {
        if (item.planned != Planned::Update)
            continue;
        if (changed.id == 0)
            changed = item;
        else if (touched.id == 0)
            touched = item;
    }
    QVERIFY(changed.id > 0 && touched.id > 0);
    const QString column = changed.writes.constFirst().columns.constFirst();
    const mapping::Column *of = world.surroundings().table.column(column);
    QVERIFY(of);
    const QJsonValue now = world.rowOf(changed.person).values.value(of->readName());
    QVERIFY(world.set(changed.writes.constFirst().rowId, column, now.toBool() ? "false" : "true"));
    QVERIFY(world.set(touched.writes.constFirst().rowId, u"jobtitle"_s, "\"Baker\""));
    const auto end = bench.run(**file);
    QVERIFY(end && !end->stop);
    QCOMPARE((*file)->item(changed.id)->ended, std::optional(store::Outcome::Conflict));
    QCOMPARE((*file)->item(touched.id)->ended, std::optional(store::Outcome::Updated));
    QCOMPARE(world.rowOf(changed.person).values.value(of->readName()).toBool(), !now.toBool());
}

void TestResync::leavesOutWhoIsTickedOut()
{
    support::World world;
    QVERIFY(connect(world, u"legacy"_s));
    support::ResyncBench bench(world);
    const auto file = bench.create(planName, {});
    QVERIFY(file && bench.plan(**file, {}));
    const auto left = (*file)->setTicked(store::RunFilter{.planned = {Planned::Update}}, false);
    QVERIFY(left && *left > 0);
    world.sentWrites();
    const auto end = bench.run(**file);
    QVERIFY(end && !end->stop);
    QCOMPARE(end->counts.updated, 0);
    QCOMPARE(end->counts.tickedOut, *left);
    QVERIFY(end->counts.reconciles());
    QCOMPARE(world.sentWrites(), 0);
}

void TestResync::endsBadRowsAloneWithTheirReasons()
{
    support::World world;
    QVERIFY(connect(world, u"legacy"_s));
    support::ResyncBench bench(world);
    const auto file = bench.create(planName, {});
    QVERIFY(file && bench.plan(**file, {}));
    QList<store::RunItem> gone;
    const QList<store::RunItem> items = itemsOf(**file);
    for (const store::RunItem &item : items) {
        if (item.planned == Planned::Update && gone.size() < 2)
            gone << item;
    }
    QCOMPARE(gone.size(), 2);
    for (const store::RunItem &item : std::as_const(gone))
        QVERIFY(world.remove(item.writes.constFirst().rowId));
    const auto end = bench.run(**file);
    QVERIFY(end && !end->stop);
    QCOMPARE(end->counts.conflict, (*bench.open(planName))->groups() ? end->counts.conflict : -1);
    for (const store::RunItem &item : std::as_const(gone))
        QCOMPARE((*file)->item(item.id)->ended, std::optional(store::Outcome::Conflict));
    QVERIFY(end->counts.updated > 5);
    QCOMPARE(end->counts.rejected, 0);
}

void TestResync::plansOnlyThoseWhoDiffer()
{
    support::World world;
    QVERIFY(connect(world, u"legacy"_s));
    support::ResyncBench bench(world);
    const auto all = bench.create(u"all.db"_s, {});
    QVERIFY(all && bench.plan(**all, {}));
    const engine::Scope scope{.onlyDifferent = true};
    const auto some = bench.create(planName, scope);
    QVERIFY(some);
    const auto made = bench.plan(**some, scope);
    QVERIFY(made);
    QList<store::RunItem> expected;
    for (const store::RunItem &item : itemsOf(**all)) {
        if (item.planned != Planned::Unchanged || item.effects)
            expected << comparable(item);
    }
    QList<store::RunItem> found;
    for (const store::RunItem &item : itemsOf(**some))
        found << comparable(item);
    QVERIFY(found == expected);
    QCOMPARE(made->items, found.size());
    QVERIFY(found.size() < itemsOf(**all).size());
}

void TestResync::triesAgainWhatFailedAndNothingElse()
{
    support::World world;
    QVERIFY(connect(world, u"legacy"_s));
    support::ResyncBench bench(world);
    const auto file = bench.create(planName, {});
    QVERIFY(file && bench.plan(**file, {}));
    engine::RunOptions again = support::ResyncBench::confirmed();
    again.retryFailed = true;
    QCOMPARE(int(bench.run(**file, again).error().kind), int(core::Error::Kind::Conflict)); // nothing has been tried
    QCOMPARE(int((*file)->state().valueOr(store::RunState::Done)), int(store::RunState::Planned));

    QVERIFY(world.sandbox().setFault(u"column-secured"_s, u"donotbulkemail"_s));
    const auto first = bench.run(**file);
    QVERIFY(first && !first->stop);
    QVERIFY(first->counts.rejected > 0 && first->counts.updated > 0);
    world.sandbox().clearFaults();
    const auto second = bench.run(**file, again);
    QVERIFY(second && !second->stop);
    QCOMPARE(int(second->state), int(store::RunState::Done));
    QCOMPARE(second->counts.rejected, 0);
    QCOMPARE(second->counts.updated, first->counts.updated + first->counts.rejected);
    qint64 twice = 0;
    for (const store::RunItem &item : itemsOf(**file)) {
        for (const store::RunWrite &write : item.writes)
            twice += store::RunJournal(**file).attempts(write.id)->size() > 1 ? 1 : 0;
    }
    QCOMPARE(twice, first->counts.rejected);
    QVERIFY(world.sentWrites() > 0);
    QVERIFY(bench.run(**file, again)); // there is nothing to try any more
    QCOMPARE(world.sentWrites(), 0);
}

void TestResync::goesOnWithAPlanThatWasCutOff()
{
    support::World world({.contacts = 250, .didomiRequestLimit = 0});
    QVERIFY(connect(world, u"legacy"_s));
    support::ResyncBench bench(world);
    const auto whole = bench.create(u"whole.db"_s, {});
    QVERIFY(whole && bench.plan(**whole, {}));
    const auto file = bench.create(planName, {});
    QVERIFY(file);
    for (int tries = 0; (*file)->state().valueOr(store::RunState::Done) == store::RunState::Planning; ++tries) {
        QVERIFY(tries < 60);
        auto *job = engine::MakePlanJob::start(bench.workplace(), **file, {}, this);
        QTimer::singleShot(20 * tries, job, [job] { job->cancel(); });
        (void)support::finishOf(job).hasValue();
    }
    const QList<store::RunItem> left = itemsOf(**whole);
    const QList<store::RunItem> right = itemsOf(**file);
    QCOMPARE(right.size(), left.size());
    QSet<QString> people;
    for (const store::RunItem &item : right)
        people << item.person;
    QCOMPARE(people.size(), right.size() -
                                std::count_if(right.cbegin(), right.cend(),
                                              [](const store::RunItem &item) { return item.person.isEmpty(); }) +
                                (std::any_of(right.cbegin(), right.cend(),
                                             [](const store::RunItem &item) { return item.person.isEmpty(); })
                                     ? 1
                                     : 0));
}

void TestResync::asksAgainWhoWouldBecomeContactable()
{
    support::World world;
    QVERIFY(connect(world, u"legacy"_s));
    const QString person = world.person(Person::Case::Plain);
    QVERIFY(world.set(world.rowOf(person).id, newsletterColumn, "false"));
    QVERIFY(world.tellDidomi(person, {{u"newsletter"_s, true}}));
    support::ResyncBench bench(world);
    const Scope scope{.whom = Scope::Whom::People, .people = {person}};
    const auto file = bench.create(planName, scope);
    QVERIFY(file && bench.plan(**file, scope));
    QCOMPARE(itemsOf(**file).constFirst().planned, Planned::Update);
    QVERIFY(itemsOf(**file).constFirst().effects.testFlag(store::Effect::NewlyPermits));
    QVERIFY(world.tellDidomi(person, {{u"newsletter"_s, false}})); // taken back before the plan is run
    engine::RunOptions options = support::ResyncBench::confirmed();
    options.trusted = std::chrono::seconds(-60);
    world.sentWrites();
    const auto end = bench.run(**file, options);
    QVERIFY(end && !end->stop);
    QCOMPARE(end->counts.conflict, 1);
    QCOMPARE(world.sentWrites(), 0);
    QCOMPARE(world.rowOf(person).values.value(newsletterColumn), QJsonValue(false));
}

void TestResync::pausesAndGoesOn()
{
    support::World world;
    QVERIFY(connect(world, u"legacy"_s));
    support::ResyncBench bench(world);
    const auto file = bench.create(planName, {});
    QVERIFY(file && bench.plan(**file, {}));
    engine::RunOptions options = support::ResyncBench::confirmed();
    options.rowsPerMessage = 1;
    options.connections = 1;
    auto *job = engine::RunJob::start(bench.workplace(), **file, options, this);
    job->setPaused(true);
    QTRY_COMPARE((*file)->state().valueOr(store::RunState::Done), store::RunState::Paused);
    const auto paused = store::RunJournal(**file).counts();
    QVERIFY(paused);
    QCOMPARE(paused->open, 0);
    QTest::qWait(50);
    QCOMPARE(store::RunJournal(**file).counts()->updated, paused->updated);
    job->setPaused(false);
    const auto end = support::finishOf(job);
    QVERIFY(end && !end->stop);
    QCOMPARE(end->state, store::RunState::Done);
    QCOMPARE(end->counts.notReached, 0);
}

/// Of a run that several share: however long the service lets wait, nobody takes over what a living worker is at.
void TestResync::keepsWhatItHasClaimed()
{
    support::World world;
    QVERIFY(connect(world, u"legacy"_s));
    support::ResyncBench bench(world);
    const auto file = bench.create(planName, {});
    QVERIFY(file && bench.plan(**file, {}));
    QVERIFY(world.sandbox().setFault(u"slow"_s, u"dataverse:1000"_s));
    engine::RunOptions options = support::ResyncBench::confirmed();
    options.isShared = true;
    options.worker = u"one"_s;
    options.lease = std::chrono::milliseconds(800);
    options.rowsPerMessage = 1;
    options.connections = 1;
    auto *job = engine::RunJob::start(bench.workplace(), **file, options, this);
    bool isRenewed = false;
    QTimer look;
    const auto other = bench.open(planName);
    QVERIFY(other);
    QObject::connect(&look, &QTimer::timeout, this, [&] {
        const auto open = store::RunJournal(**other).unsettled();
        for (const store::RunBatch &batch : open.valueOr({})) {
            QVERIFY(batch.worker.startsWith(u"one-"_s));
            isRenewed = isRenewed || batch.claimedAt.msecsTo(batch.leaseUntil) > options.lease.count();
        }
        if (isRenewed)
            world.sandbox().clearFaults();
    });
    look.start(20);
    const auto end = support::finishOf(job);
    QVERIFY(end && !end->stop);
    QVERIFY(isRenewed);
    QCOMPARE(end->state, store::RunState::Done);
    QCOMPARE((*file)->state().valueOr(store::RunState::Planning), store::RunState::Done);
}

/// One worker ends while another one's batch is open: it waits for that, takes it over once its lease is over, and only
/// then the run is done.
void TestResync::leavesTheEndToWhomeverIsLast()
{
    support::World world;
    QVERIFY(connect(world, u"legacy"_s));
    support::ResyncBench bench(world);
    const auto file = bench.create(planName, {});
    QVERIFY(file && bench.plan(**file, {}));
    QVERIFY((*file)->setState(store::RunState::Running));
    store::RunJournal journal(**file);
    const auto left = journal.claim(u"gone"_s, 10, std::chrono::milliseconds(700));
    QVERIFY(left && !left->items.isEmpty());
    engine::RunOptions options = support::ResyncBench::confirmed();
    options.isShared = true;
    const auto end = support::finishOf(engine::RunJob::start(bench.workplace(), **file, options, this));
    QVERIFY(end && !end->stop);
    QCOMPARE(end->state, store::RunState::Done);
    QCOMPARE(end->counts.notReached + end->counts.open, 0);
    QVERIFY(end->counts.reconciles());
    QCOMPARE(end->counts.rejected, 0);
    QVERIFY(QDateTime::currentDateTimeUtc() > left->leaseUntil);
}

QTEST_GUILESS_MAIN(TestResync)

#include "tst_resync.moc"
