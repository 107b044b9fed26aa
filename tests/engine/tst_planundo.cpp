#include "engine/planundo.h"
#include "engine/resyncworld.h"
#include "engine/testrun.h"
#include "engine/verifyrun.h"
#include "store/mergeruns.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::PlanUndoJob;
using mapping::ConsentValue;
using sandbox::Person;
using store::Effect;
using store::Outcome;
using store::Planned;
using store::RunItem;
using store::RunWrite;
using support::finishOf;
using support::itemOf;

namespace {

const QString newsletter = u"new_newsletterconsent"_s;
const QDateTime chosenAt({2026, 11, 20}, {9, 0}, Qt::UTC);
const QStringList looked{u"new_newsletterconsent"_s, u"donotbulkemail"_s, u"nickname"_s, u"jobtitle"_s};

QJsonObject valuesOf(const dataverse::Row &row)
{
    QJsonObject values = row.values;
    for (const QString &name : values.keys()) {
        if (name.startsWith(u'@'))
            values.remove(name);
    }
    return values;
}

} // namespace

class TestPlanUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<support::World>(sandbox::Options{.contacts = 80, .didomiRequestLimit = 0});
        QVERIFY(m_world->connect());
        m_bench = std::make_unique<support::ResyncBench>(*m_world);
    }

    void init()
    {
        m_run = newFile();
        QVERIFY(m_run);
    }

    void putsBackWhatWasThere()
    {
        QVERIFY(m_world->set(rowIdOf(0), newsletter, "true"));
        QVERIFY(m_world->set(rowIdOf(1), u"donotbulkemail"_s, "true"));
        const auto before = QList{rowOf(0), rowOf(1)};
        RunItem refusal = plainItem(0, "{\"new_newsletterconsent\":false,\"nickname\":\"Grüße\\n=1\"}");
        refusal.effects = Effect::NewlyForbids;
        RunItem consent = plainItem(1, "{\"donotbulkemail\":false}");
        consent.effects = Effect::NewlyPermits;
        QVERIFY(m_run->append({refusal, consent}, {}));
        QVERIFY(carryOut(*m_world, *m_run));
        QVERIFY(valuesOf(rowOf(0)) != valuesOf(before[0]));

        const auto undo = planUndo(*m_run);
        QVERIFY(undo);
        const QList<RunItem> items = support::itemsIn(*undo);
        QCOMPARE(items.size(), 2);
        QCOMPARE(items[0].person, refusal.person);
        QCOMPARE(items[0].planned, Planned::Update);
        QCOMPARE(items[0].effects, store::Effects(Effect::NewlyPermits)); // who had refused becomes contactable
        QVERIFY(items[0].writes[0].permits);
        QCOMPARE(items[0].eventTime, chosenAt.addMSecs(-1));
        QCOMPARE(items[0].sourceId, refusal.sourceId);
        QCOMPARE(items[0].writes[0].condition, RunWrite::Condition::IfUnchanged);
        QCOMPARE(items[0].writes[0].etag, rowOf(0).etag);
        QCOMPARE(items[1].effects, store::Effects(Effect::NewlyForbids));
        QVERIFY(!items[1].writes[0].permits);

        // Such a plan is run like any other: who becomes contactable by it must be confirmed.
        const auto refused = runOf(*undo, false);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, core::Error::Kind::Conflict);
        const auto end = runOf(*undo);
        QVERIFY2(end, end ? "" : qPrintable(end.error().toLine()));
        QCOMPARE(end->counts.updated, 2);
        QCOMPARE(valuesOf(rowOf(0)), valuesOf(before[0]));
        QCOMPARE(valuesOf(rowOf(1)), valuesOf(before[1]));
        QCOMPARE(*m_run->state(), store::RunState::Undone);

        // Nothing is left to take back.
        const auto again = planUndo(*m_run);
        QVERIFY(again);
        for (const RunItem &item : support::itemsIn(*again))
            QCOMPARE(item.planned, Planned::Unchanged);
        QCOMPARE(store::RunJournal(*again).counts()->unchanged, 2);
    }

    void leavesAloneWhatSomebodyChanged()
    {
        QVERIFY(m_run->append({plainItem(2, "{\"nickname\":\"run\",\"jobtitle\":\"run\"}"),
                               plainItem(3, "{\"nickname\":\"run\"}"), plainItem(4, "{\"nickname\":\"run\"}"),
                               plainItem(5, "{\"nickname\":\"run\"}")},
                              {}));
        QVERIFY(carryOut(*m_world, *m_run));
        QVERIFY(m_world->set(rowIdOf(2), u"jobtitle"_s, "\"somebody\""));
        QVERIFY(deleteRow(*m_world, table(), rowIdOf(3)));
        QVERIFY(m_world->set(rowIdOf(4), u"department"_s, "\"elsewhere\"")); // nothing that the run wrote
        const auto undo = planUndo(*m_run);
        QVERIFY(undo);
        const QList<RunItem> items = support::itemsIn(*undo);
        QCOMPARE(items.size(), 4);
        QCOMPARE(items[0].planned, Planned::Conflict);
        QVERIFY(items[0].reason.contains(u"Job Title"_s));
        QVERIFY(!items[0].reason.contains(u"Nickname"_s));
        QCOMPARE(items[1].planned, Planned::Conflict);
        QCOMPARE(items[2].planned, Planned::Update);
        QCOMPARE(items[3].planned, Planned::Update);

        // And once the plan is made, too.
        QVERIFY(m_world->set(rowIdOf(5), u"nickname"_s, "\"later\""));
        const auto end = runOf(*undo);
        QVERIFY(end);
        QCOMPARE(end->counts.updated, 1);
        QCOMPARE(end->counts.conflict, 3);
        QCOMPARE(rowOf(2).values[u"nickname"_s].toString(), u"run"_s);
        QVERIFY(rowOf(4).values[u"nickname"_s].isNull());
        QCOMPARE(rowOf(5).values[u"nickname"_s].toString(), u"later"_s);
    }

    void putsBackEveryKindOfValue_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QByteArray>("first"); // as a body's member; empty: whatever stands there
        QTest::addColumn<QByteArray>("then");
        QTest::newRow("text") << u"nickname"_s << QByteArray("\"nickname\":\"Zoë \\\"Z\\\"\"")
                              << QByteArray("\"nickname\":null");
        QTest::newRow("empty text") << u"nickname"_s << QByteArray("\"nickname\":null")
                                    << QByteArray("\"nickname\":\"x\"");
        QTest::newRow("lines") << u"description"_s << QByteArray("\"description\":\"a\\n\\tb 🦉\"")
                               << QByteArray("\"description\":\"c\"");
        QTest::newRow("yes/no") << newsletter << QByteArray("\"new_newsletterconsent\":true")
                                << QByteArray("\"new_newsletterconsent\":false");
        QTest::newRow("number") << u"new_counter"_s << QByteArray("\"new_counter\":7")
                                << QByteArray("\"new_counter\":8");
        QTest::newRow("decimal") << u"new_score"_s << QByteArray("\"new_score\":12.5")
                                 << QByteArray("\"new_score\":null");
        QTest::newRow("money") << u"creditlimit"_s << QByteArray("\"creditlimit\":1234.05")
                               << QByteArray("\"creditlimit\":1");
        QTest::newRow("big number") << u"new_bigcounter"_s << QByteArray("\"new_bigcounter\":9007199254740993")
                                    << QByteArray("\"new_bigcounter\":1");
        QTest::newRow("choice") << u"new_newsletterfrequency"_s << QByteArray("\"new_newsletterfrequency\":100000001")
                                << QByteArray("\"new_newsletterfrequency\":100000002");
        QTest::newRow("choices") << u"new_topics"_s << QByteArray("\"new_topics\":\"1,3\"")
                                 << QByteArray("\"new_topics\":\"2\"");
        QTest::newRow("day") << u"birthdate"_s << QByteArray("\"birthdate\":\"1980-02-29\"")
                             << QByteArray("\"birthdate\":\"1999-12-31\"");
        QTest::newRow("moment") << u"new_consentdate"_s << QByteArray("\"new_consentdate\":\"2026-11-20T09:00:00Z\"")
                                << QByteArray("\"new_consentdate\":null");
        QTest::newRow("lookup") << u"new_favouritebrand"_s
                                << QByteArray("\"new_FavouriteBrand@odata.bind\":\"/new_brands(BRAND0)\"")
                                << QByteArray("\"new_FavouriteBrand@odata.bind\":\"/new_brands(BRAND1)\"");
        QTest::newRow("empty lookup") << u"new_favouritebrand"_s << QByteArray("\"new_FavouriteBrand@odata.bind\":null")
                                      << QByteArray("\"new_FavouriteBrand@odata.bind\":\"/new_brands(BRAND1)\"");
        QTest::newRow("empty lookup of several tables")
            << u"parentcustomerid"_s << QByteArray("\"parentcustomerid_account@odata.bind\":null")
            << QByteArray("\"parentcustomerid_account@odata.bind\":\"/accounts(ACCOUNT0)\"");
    }

    void putsBackEveryKindOfValue()
    {
        QFETCH(QString, column);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, then);
        fillIn(first);
        fillIn(then);
        const QStringList columns{column};
        const QString person = m_world->person(Person::Case::Plain, 6);
        // The value of before, by a run of its own.
        const auto start = newFile();
        QVERIFY(start->append({plainItem(6, '{' + first + '}', columns)}, {}));
        QVERIFY(carryOut(*m_world, *start));
        const QJsonObject before = valuesOf(rowOf(6, columns));
        QVERIFY(m_run->append({plainItem(6, '{' + then + '}', columns)}, {}));
        QVERIFY(carryOut(*m_world, *m_run));
        QVERIFY(valuesOf(rowOf(6, columns)) != before);

        const auto undo = planUndo(*m_run);
        QVERIFY(undo);
        const QList<RunItem> items = support::itemsIn(*undo);
        QCOMPARE(items.size(), 1);
        QVERIFY2(items[0].planned == Planned::Update, qPrintable(items[0].reason));
        QVERIFY(runOf(*undo));
        QCOMPARE(valuesOf(rowOf(6, columns)), before);
    }

    void saysWhatItCannotPutBack()
    {
        QByteArray company = "{\"parentcustomerid_account@odata.bind\":\"/accounts(ACCOUNT0)\"}";
        QByteArray another = "{\"parentcustomerid_account@odata.bind\":\"/accounts(ACCOUNT1)\"}";
        fillIn(company);
        fillIn(another);
        const QStringList columns{u"parentcustomerid"_s};
        const auto start = newFile();
        QVERIFY(start->append({plainItem(7, company, columns)}, {}));
        QVERIFY(carryOut(*m_world, *start));
        RunItem unknown = plainItem(8, "{\"nickname\":\"run\",\"jobtitle\":\"run\"}");
        unknown.writes.first().before = "{\"jobtitle\":null}";
        RunItem vast = plainItem(9, "{\"new_score\":1}", {u"new_score"_s});
        vast.writes.first().before = "{\"new_score\":12.345678901234567}";
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const RunItem made = itemOf(u"new-one"_s, chosenAt,
                                    {{.table = u"contact"_s,
                                      .entitySet = u"contacts"_s,
                                      .action = RunWrite::Action::Create,
                                      .rowId = id,
                                      .condition = RunWrite::Condition::CreateOnly,
                                      .after = "{\"lastname\":\"New\"}"}});
        QVERIFY(m_run->append({plainItem(7, another, columns), unknown, vast, made}, {}));
        QVERIFY(carryOut(*m_world, *m_run));
        const auto undo = planUndo(*m_run);
        QVERIFY(undo);
        const QList<RunItem> items = support::itemsIn(*undo);
        QCOMPARE(items.size(), 4);
        for (const RunItem &item : items) {
            QCOMPARE(item.planned, Planned::Skipped);
            QVERIFY(!item.reason.isEmpty());
            QCOMPARE(item.writes.constFirst().action, RunWrite::Action::None);
        }
        QVERIFY(items[0].reason.contains(u"Company Name"_s));
        QVERIFY(items[1].reason.contains(u"Nickname"_s));
        QVERIFY(items[2].reason.contains(u"Score"_s));
        QVERIFY(items[3].reason.contains(u"stays"_s));
    }

    void keepsWhatWasConfirmedSince()
    {
        // Somebody refuses, the run writes it; they refuse once more, and the row says so already.
        QVERIFY(m_run->append({plainItem(10, "{\"nickname\":\"no\"}"), plainItem(11, "{\"nickname\":\"no\"}")}, {}));
        QVERIFY(carryOut(*m_world, *m_run));
        const auto journal =
            m_world->journal().beginRun({.profileId = m_world->profile.id,
                                         .kind = u"live"_s,
                                         .dataverseOrganization = m_world->surroundings().whoAmI.organizationId,
                                         .didomiOrganization = {},
                                         .startedAt = chosenAt,
                                         .endedAt = {}});
        QVERIFY(journal);
        for (const auto &[plain, time] : {std::pair(10, chosenAt.addSecs(60)), std::pair(11, chosenAt)}) {
            store::Intent intent;
            intent.person = m_world->person(Person::Case::Plain, plain);
            intent.eventTime = time;
            intent.table = u"contact"_s;
            intent.entitySet = u"contacts"_s;
            intent.rowId = rowIdOf(plain);
            intent.after = "{\"nickname\":\"no\"}";
            QVERIFY(m_world->journal().note(*journal, intent, {.outcome = Outcome::Unchanged}));
        }
        const auto undo = planUndo(*m_run);
        QVERIFY(undo);
        const QList<RunItem> items = support::itemsIn(*undo);
        QCOMPARE(items[0].planned, Planned::Conflict);
        QVERIFY(items[0].reason.contains(u"newer choice"_s));
        QCOMPARE(items[1].planned, Planned::Update); // the very choice that is taken back
    }

    void takesARowBackOnce()
    {
        RunItem one = plainItem(12, "{\"nickname\":\"one\",\"jobtitle\":\"one\"}");
        RunItem two = plainItem(12, "{\"nickname\":\"two\"}");
        two.person = u"another of the same row"_s;
        two.writes.first().before = "{\"nickname\":\"one\"}";
        two.writes.first().condition = RunWrite::Condition::UpdateOnly;
        const QJsonObject before = valuesOf(rowOf(12));
        QVERIFY(m_run->append({one, two}, {}));
        QVERIFY(carryOut(*m_world, *m_run));
        QCOMPARE(rowOf(12).values[u"nickname"_s].toString(), u"two"_s);
        const auto undo = planUndo(*m_run);
        QVERIFY(undo);
        const QList<RunItem> items = support::itemsIn(*undo);
        QCOMPARE(items[0].planned, Planned::Skipped);
        QCOMPARE(items[1].planned, Planned::Update);
        QVERIFY(runOf(*undo));
        QCOMPARE(valuesOf(rowOf(12)), before);
    }

    void takesAnUndoBack()
    {
        RunItem item = plainItem(13, "{\"nickname\":\"run\"}");
        item.effects = Effect::NewlyForbids;
        QVERIFY(m_run->append({item}, {}));
        QVERIFY(carryOut(*m_world, *m_run));
        const auto undo = planUndo(*m_run);
        QVERIFY(undo);
        QVERIFY(store::takesChoicesBack(*undo->head()));
        QVERIFY(runOf(*undo));
        QVERIFY(rowOf(13).values[u"nickname"_s].isNull());

        const auto redo = planUndo(*undo);
        QVERIFY(redo);
        QVERIFY(!store::takesChoicesBack(*redo->head()));
        const RunItem back = support::itemsIn(*redo).constFirst();
        QCOMPARE(back.planned, Planned::Update);
        QCOMPARE(back.eventTime, chosenAt);
        QCOMPARE(back.effects, store::Effects(Effect::NewlyForbids));
        QVERIFY(runOf(*redo));
        QCOMPARE(rowOf(13).values[u"nickname"_s].toString(), u"run"_s);
        QCOMPARE(*m_run->state(), store::RunState::Done);
        QCOMPARE(*undo->state(), store::RunState::Undone);

        const auto third = planUndo(*redo);
        QVERIFY(third);
        QCOMPARE(support::itemsIn(*third).constFirst().eventTime, chosenAt.addMSecs(-1));
        QVERIFY(runOf(*third));
        QVERIFY(rowOf(13).values[u"nickname"_s].isNull());
    }

    void letsTheChoiceBeWrittenAgain()
    {
        const QString row = rowIdOf(18);
        store::AppliedTimes applied(m_world->journal(), m_world->surroundings().whoAmI.organizationId);
        const auto last = [&applied, &row] { return *applied.lastApplied(u"contact"_s, row, u"nickname"_s); };
        const auto merged = [this, &row] {
            return *m_world->journal().lastApplied(m_world->surroundings().whoAmI.organizationId, u"contact"_s, row,
                                                   u"nickname"_s);
        };
        QVERIFY(m_run->append({plainItem(18, "{\"nickname\":\"run\"}")}, {}));
        QVERIFY(carryOut(*m_world, *m_run));
        const auto undo = planUndo(*m_run);
        QVERIFY(undo && carryOut(*m_world, *undo)); // which does not merge
        const auto redo = planUndo(*undo);
        QVERIFY(redo && carryOut(*m_world, *redo));

        // As long as only the files tell:
        applied.add(*m_run);
        QCOMPARE(last(), chosenAt);
        applied.add(*undo);
        QCOMPARE(last(), chosenAt.addMSecs(-1)); // newer than all older ones, and older than the choice itself
        applied.add(*redo);
        QCOMPARE(last(), chosenAt);
        applied.remove(*redo);

        // And once the journal knows.
        QVERIFY(store::mergeRun(*m_run, m_world->journal()));
        QCOMPARE(merged(), chosenAt);
        QCOMPARE(last(), chosenAt.addMSecs(-1));
        QVERIFY(store::mergeRun(*undo, m_world->journal()));
        QCOMPARE(merged(), chosenAt.addMSecs(-1));
        QVERIFY(store::mergeRun(*redo, m_world->journal()));
        QCOMPARE(merged(), chosenAt);
    }

    void goesOnWhereItWasStopped()
    {
        QList<RunItem> many;
        for (int i = 0; i < 2'300; ++i)
            many << itemOf(u"p%1"_s.arg(i), chosenAt,
                           {{.table = u"contact"_s,
                             .entitySet = u"contacts"_s,
                             .rowId = QUuid::createUuid().toString(QUuid::WithoutBraces),
                             .columns = {u"nickname"_s},
                             .before = "{\"nickname\":null}",
                             .after = "{\"nickname\":\"x\"}"}});
        QVERIFY(m_run->append(many, {}));
        settleAll(*m_run);
        const auto undo = newUndo(*m_run);
        auto *job = PlanUndoJob::start(m_bench->workplace(), *m_run, *undo, this);
        connect(job, &PlanUndoJob::advanced, job, [job](const engine::RunProgress &progress) {
            if (progress.people > 0)
                job->cancel();
        });
        const auto stopped = finishOf(job);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, core::Error::Kind::Cancelled);
        QCOMPARE(*undo->state(), store::RunState::Planning);
        const auto made = finishOf(PlanUndoJob::start(m_bench->workplace(), *m_run, *undo, this));
        QVERIFY(made);
        QVERIFY(made->items < 2'300);
        const QList<RunItem> items = support::itemsIn(*undo);
        QCOMPARE(items.size(), 2'300);
        for (const RunItem &item : items)
            QCOMPARE(item.planned, Planned::Conflict); // none of these rows is there
        QCOMPARE(*undo->state(), store::RunState::Planned);
    }

    void refusesWhatCannotBeTakenBack()
    {
        const auto kindOf = [this](store::RunFile &run, store::RunFile &undo) {
            const auto made = finishOf(PlanUndoJob::start(m_bench->workplace(), run, undo, this));
            return made ? std::optional<core::Error::Kind>() : made.error().kind;
        };
        const auto conflict = std::optional(core::Error::Kind::Conflict);
        QVERIFY(m_run->append({plainItem(14, "{\"nickname\":\"run\"}")}, {}));
        const auto undo = newUndo(*m_run);
        QCOMPARE(kindOf(*m_run, *undo), conflict); // not even a plan
        QVERIFY(m_run->finishPlanning());
        QCOMPARE(kindOf(*m_run, *undo), conflict); // never run
        QVERIFY(m_run->setState(store::RunState::Running));
        QCOMPARE(kindOf(*m_run, *undo), conflict); // goes on
        store::RunJournal journal(*m_run);
        const auto batch = journal.claim(u"w"_s, 10, 1min);
        QVERIFY(m_run->setState(store::RunState::Cancelled));
        QCOMPARE(kindOf(*m_run, *undo), conflict); // nobody knows how it ended
        QVERIFY(journal.settle(batch->id, u"w"_s, store::Fate::AsPlanned));
        QCOMPARE(kindOf(*m_run, *undo), std::optional<core::Error::Kind>());
        QCOMPARE(kindOf(*m_run, *undo), conflict); // a plan already

        auto head = *undo->head();
        head.dataverseOrganization = u"another"_s;
        const auto foreign =
            store::RunFile::create(store::RunPlace::file(m_world->folder() + u"/foreign.cbplan"_s), head);
        QVERIFY(foreign);
        QCOMPARE(kindOf(*m_run, **foreign), conflict);
        head = *undo->head();
        head.profileId = u"another"_s;
        const auto others =
            store::RunFile::create(store::RunPlace::file(m_world->folder() + u"/others.cbplan"_s), head);
        QVERIFY(others);
        QCOMPARE(kindOf(*m_run, **others), conflict);
    }

    void tellsOfWhoWasErased()
    {
        QVERIFY(m_run->append({plainItem(15, "{\"nickname\":\"x\"}"), plainItem(16, "{\"nickname\":\"y\"}")}, {}));
        QVERIFY(carryOut(*m_world, *m_run));
        QCOMPARE(*m_run->erasePerson(m_world->person(Person::Case::Plain, 15)), 1);
        const auto undo = newUndo(*m_run);
        const auto made = finishOf(PlanUndoJob::start(m_bench->workplace(), *m_run, *undo, this));
        QVERIFY(made);
        QCOMPARE(made->items, 1);
        QCOMPARE(made->unread, 1);
        QCOMPARE(made->problems.size(), 1);
        QCOMPARE(support::itemsIn(*undo).constFirst().person, m_world->person(Person::Case::Plain, 16));
    }

    void describesItself()
    {
        QVERIFY(m_run->append({plainItem(17, "{\"nickname\":\"x\"}")}, {}));
        QVERIFY(carryOut(*m_world, *m_run));
        const auto head = engine::undoHeadFor(m_bench->workplace(), *m_run);
        QVERIFY(head);
        QCOMPARE(head->kind, u"undo"_s);
        QCOMPARE(head->undoes, m_run->name());
        // Wherever the undo is run, it finds the run.
        const QString here = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_world->folder()));
        const auto same = store::RunFile::open(store::RunPlace::file(QFileInfo(m_run->name()).fileName()));
        const auto again =
            same ? engine::undoHeadFor(m_bench->workplace(), **same) : core::Result<store::RunHead>(same.error());
        QVERIFY(QDir::setCurrent(here));
        QVERIFY(again);
        QCOMPARE(QFileInfo(again->undoes), QFileInfo(m_run->name()));
        QVERIFY(QFileInfo(again->undoes).isAbsolute());
        QCOMPARE(head->table, u"contact"_s);
        QCOMPARE(QJsonDocument::fromJson(head->scope).object()[u"undoes"_s].toString(), m_run->name());
        QVERIFY(!head->source.isEmpty());
    }

    // --- rows of consent

    void setsConsentsThatItMadeToNotSet()
    {
        support::ConsentWorld world;
        world.mapPurposeAndTopic();
        QVERIFY(world.connect());
        support::ResyncBench bench(world);
        const mapping::Table &consents = world.surroundings().consentTable;
        const auto placeOf = [](const QString &address) {
            return mapping::ConsentPlace{.address = address,
                                         .channel = profile::Channel::Email,
                                         .purposeId = support::ConsentWorld::purpose,
                                         .topicId = {}};
        };
        const QString was = world.addConsent(placeOf(u"was@example.com"_s), ConsentValue::OptedOut);
        const QString held = world.addConsent(placeOf(u"held@example.com"_s), ConsentValue::OptedOut);
        const mapping::ConsentStamp stamp{.reason = u"didomi-sync;evt=1"_s, .onBehalf = u"didomi:anna"_s};
        const auto updated = [&](const QString &id, ConsentValue value) {
            const dataverse::Row row = support::rowWith(world, consents, id, mapping::consentColumnsToRead(consents));
            RunWrite write =
                support::updateOf(consents, row, mapping::bodyOf(*mapping::consentUpdateCells(consents, value, stamp)));
            write.before = QJsonDocument(valuesOf(row)).toJson(QJsonDocument::Compact);
            return write;
        };
        const auto created = [&](const QString &address, ConsentValue value) {
            const auto cells = mapping::consentCreateCells(consents, placeOf(address), value, stamp);
            return RunWrite{.table = consents.logicalName,
                            .entitySet = consents.entitySet,
                            .action = RunWrite::Action::Create,
                            .rowId = placeOf(address).newRowId(),
                            .condition = RunWrite::Condition::CreateOnly,
                            .after = mapping::bodyOf(*cells)};
        };
        const auto run = bench.create(u"run.cbplan"_s, {});
        QVERIFY(run);
        QVERIFY((*run)->append({itemOf(u"anna"_s, chosenAt, {updated(was, ConsentValue::OptedIn)}),
                                itemOf(u"bert"_s, chosenAt, {updated(held, ConsentValue::OptedIn)}),
                                itemOf(u"carl"_s, chosenAt, {created(u"carl@example.com"_s, ConsentValue::OptedIn)}),
                                itemOf(u"dora"_s, chosenAt, {created(u"dora@example.com"_s, ConsentValue::OptedOut)})},
                               {}));
        QVERIFY(carryOut(world, **run));
        // Somebody confirms it at a form: the same value, but not ours any more.
        QVERIFY(world.setConsent(held, mapping::consentcolumn::reason, "\"form\""));

        const auto head = engine::undoHeadFor(bench.workplace(), **run);
        QVERIFY(head);
        const auto undo = store::RunFile::create(store::RunPlace::file(bench.pathOf(u"undo.cbplan"_s)), *head);
        QVERIFY(undo);
        QVERIFY(finishOf(PlanUndoJob::start(bench.workplace(), **run, **undo, this)));
        const QList<RunItem> items = support::itemsIn(**undo);
        QCOMPARE(items.size(), 4);
        QCOMPARE(items[0].planned, Planned::Update);
        QCOMPARE(items[0].effects, store::Effects(Effect::NewlyForbids));
        QCOMPARE(items[0].shared.size(), 1);
        QCOMPARE(items[1].planned, Planned::Conflict);
        QCOMPARE(items[2].planned, Planned::Update);
        QCOMPARE(items[2].effects, store::Effects()); // who said nothing is sent to under this purpose, too
        QCOMPARE(items[3].effects, store::Effects(Effect::NewlyPermits));
        QVERIFY(items[3].writes[0].permits);
        QVERIFY(carryOut(world, **undo));

        const auto now = [&](const QString &address) { return world.consentsOf(address).constFirst(); };
        QCOMPARE(now(u"was@example.com"_s).value, ConsentValue::OptedOut);
        QVERIFY(now(u"was@example.com"_s).reason.startsWith(u"didomi-sync;undo="_s)); // no choice made in Dynamics
        QCOMPARE(now(u"held@example.com"_s).value, ConsentValue::OptedIn);
        QCOMPARE(now(u"carl@example.com"_s).value, ConsentValue::NotSet);
        QCOMPARE(now(u"dora@example.com"_s).value, ConsentValue::NotSet);
    }

    // --- plan, run, verify, undo, through and through

    void takesAResyncBack_data()
    {
        QTest::addColumn<bool>("isCurrent");
        QTest::newRow("legacy") << false;
        QTest::newRow("current") << true;
    }

    void takesAResyncBack()
    {
        QFETCH(bool, isCurrent);
        const auto world = isCurrent ? std::make_unique<support::ConsentWorld>() : std::make_unique<support::World>();
        if (isCurrent)
            static_cast<support::ConsentWorld &>(*world).mapPurposeAndTopic();
        QVERIFY(world->connect());
        support::ResyncBench bench(*world);
        const mapping::Table table = world->surroundings().writtenTable();
        const QStringList columns = isCurrent ? QStringList{mapping::consentcolumn::value}
                                              : QStringList{newsletter, u"donotbulkemail"_s, u"new_smsconsent"_s,
                                                            u"new_newsletterfrequency"_s, u"new_topics"_s};
        auto run = bench.create(u"run.cbplan"_s, {});
        QVERIFY(run);
        QVERIFY(bench.plan(**run, {}));
        QMap<QString, QJsonObject> before; // by row
        for (const RunItem &item : support::itemsIn(**run)) {
            for (const RunWrite &write : item.writes) {
                if (write.action == RunWrite::Action::Update)
                    before.insert(write.rowId, valuesOf(support::rowWith(*world, table, write.rowId, columns)));
            }
        }
        const auto end = bench.run(**run);
        QVERIFY2(end, end ? "" : qPrintable(end.error().toLine()));
        QCOMPARE(end->state, store::RunState::Done);
        QVERIFY(end->counts.updated + end->counts.created > 10);
        auto report = finishOf(engine::VerifyJob::start(bench.workplace(), **run, 0, this));
        QVERIFY(report);
        QCOMPARE(report->same, report->rows);
        QCOMPARE(report->rows, report->written);

        // Somebody changes one row, and the verification tells it.
        const auto done = store::RunJournal(**run).done(0, 1'000);
        QVERIFY(done);
        const QByteArray column =
            isCurrent ? QByteArray("\"msdynmkt_value\":") : QByteArray("\"new_newsletterconsent\":");
        const auto chosen = std::find_if(done->cbegin(), done->cend(), [&column](const store::DoneWrite &one) {
            return one.outcome == Outcome::Updated && one.write.after.contains(column);
        });
        QVERIFY(chosen != done->cend());
        const RunWrite changed = chosen->write;
        if (isCurrent)
            QVERIFY(static_cast<support::ConsentWorld &>(*world).setConsent(
                changed.rowId, mapping::consentcolumn::value,
                changed.after.contains(column + "534120001") ? "534120002" : "534120001"));
        else
            QVERIFY(world->set(changed.rowId, newsletter, changed.after.contains(column + "true") ? "false" : "true"));
        report = finishOf(engine::VerifyJob::start(bench.workplace(), **run, 0, this));
        QVERIFY(report);
        QCOMPARE(report->differ, 1);
        QCOMPARE(report->divergences.constFirst().rowId, changed.rowId);

        const auto head = engine::undoHeadFor(bench.workplace(), **run);
        QVERIFY(head);
        const auto undo = store::RunFile::create(store::RunPlace::file(bench.pathOf(u"undo.cbplan"_s)), *head);
        QVERIFY(undo);
        const auto made = finishOf(PlanUndoJob::start(bench.workplace(), **run, **undo, this));
        QVERIFY2(made, made ? "" : qPrintable(made.error().toLine()));
        const auto undone = bench.run(**undo);
        QVERIFY2(undone, undone ? "" : qPrintable(undone.error().toLine()));
        QVERIFY(undone->counts.rejected == 0);
        for (const store::DoneWrite &one : *done) {
            const dataverse::Row row = support::rowWith(*world, table, one.write.rowId, columns);
            if (one.write.rowId == changed.rowId)
                continue; // somebody changed it: left as it is, unless it says "not set" as an undo would have it
            if (one.outcome == Outcome::Created) {
                QVERIFY(isCurrent);
                QCOMPARE(mapping::consentRowOf(row.id, row.etag, row.values).value, ConsentValue::NotSet);
                continue;
            }
            QVERIFY(before.contains(one.write.rowId));
            QJsonObject there = valuesOf(row);
            QCOMPARE(there, before.value(one.write.rowId));
        }
        // The next resync writes again what it wrote then.
        const auto later = bench.create(u"again.cbplan"_s, {});
        QVERIFY(later);
        bench.workplace().applied.add(**run);
        bench.workplace().applied.add(**undo);
        QVERIFY(bench.plan(**later, {}));
        QMap<QString, Planned> first;
        for (const RunItem &item : support::itemsIn(**run))
            first.insert(item.person, item.planned);
        for (const RunItem &item : support::itemsIn(**later)) {
            const bool wasMade = first.value(item.person) == Planned::Create; // its rows are there now
            const Planned expected = wasMade ? Planned::Update : first.value(item.person);
            const bool isTouched = std::any_of(item.writes.cbegin(), item.writes.cend(),
                                               [&](const RunWrite &write) { return write.rowId == changed.rowId; });
            if (!isTouched && item.planned != expected)
                qWarning("%s: %s, not %s: %s", qPrintable(item.person), qPrintable(store::plannedWord(item.planned)),
                         qPrintable(store::plannedWord(expected)), qPrintable(item.reason));
            if (!isTouched)
                QCOMPARE(item.planned, expected);
        }
        bench.workplace().applied.remove(**run);
        bench.workplace().applied.remove(**undo);
        if (!isCurrent) {
            QVERIFY(valuesOf(support::rowWith(*world, table, changed.rowId, columns)) != before.value(changed.rowId));
            QCOMPARE(undone->counts.conflict, 1);
        }
    }

private:
    std::unique_ptr<store::RunFile> newFile()
    {
        auto file = m_bench->create(u"run-%1.cbplan"_s.arg(++m_files), {});
        return file ? std::move(*file) : nullptr;
    }

    std::unique_ptr<store::RunFile> newUndo(store::RunFile &run)
    {
        const auto head = engine::undoHeadFor(m_bench->workplace(), run);
        if (!head)
            return {};
        auto file = store::RunFile::create(
            store::RunPlace::file(m_world->folder() + u"/undo-%1.cbplan"_s.arg(++m_files)), *head);
        return file ? std::move(*file) : nullptr;
    }

    std::unique_ptr<store::RunFile> planUndo(store::RunFile &run)
    {
        auto undo = newUndo(run);
        const auto made = finishOf(PlanUndoJob::start(m_bench->workplace(), run, *undo, this));
        if (made)
            return undo;
        qWarning("%s", qPrintable(made.error().toLine()));
        return {};
    }

    /// As if all had been written.
    void settleAll(store::RunFile &file)
    {
        QVERIFY(file.finishPlanning());
        QVERIFY(file.setState(store::RunState::Running));
        store::RunJournal journal(file);
        for (;;) {
            const auto batch = journal.claim(u"w"_s, 1'000, 1min);
            QVERIFY(batch);
            if (batch->items.isEmpty())
                break;
            QVERIFY(journal.settle(batch->id, u"w"_s, store::Fate::AsPlanned));
        }
        QVERIFY(file.setState(store::RunState::Done));
    }

    /// Didomi knows other times than these plans, which are made by hand.
    core::Result<engine::RunEnd> runOf(store::RunFile &file, bool mayPermit = true)
    {
        engine::RunOptions options;
        options.mayPermit = mayPermit;
        options.mayCreate = true;
        options.askAgain = false;
        return m_bench->run(file, options);
    }

    const mapping::Table &table() const { return m_world->surroundings().table; }

    QString rowIdOf(int plain)
    {
        if (!m_rowIds.contains(plain))
            m_rowIds.insert(plain, m_world->rowOf(m_world->person(Person::Case::Plain, plain)).id);
        return m_rowIds.value(plain);
    }

    dataverse::Row rowOf(int plain, const QStringList &columns = looked)
    {
        return support::rowWith(*m_world, table(), rowIdOf(plain), columns);
    }

    RunItem plainItem(int plain, const QByteArray &after, const QStringList &columns = looked)
    {
        return itemOf(m_world->person(Person::Case::Plain, plain), chosenAt,
                      {support::updateOf(table(), rowOf(plain, columns), after)});
    }

    /// Ids of rows that there are.
    void fillIn(QByteArray &body)
    {
        for (const auto &[word, entitySet, primaryId] : {std::tuple("BRAND", u"new_brands"_s, u"new_brandid"_s),
                                                         std::tuple("ACCOUNT", u"accounts"_s, u"accountid"_s)}) {
            if (!body.contains(word))
                continue;
            bridge::Link &link = m_world->somebodyElse();
            const QUrl api = link.instance().apiUrl(link.profile().options.apiVersion);
            const auto reply =
                finishOf(net::sendAuthorized(link.dataverseService(), link.tokens(),
                                             {.method = "GET", .url = QUrl(api.toString() + entitySet)}, &link));
            QVERIFY(reply);
            const QJsonArray rows = QJsonDocument::fromJson(reply->body).object()[u"value"_s].toArray();
            QVERIFY(rows.size() >= 2);
            for (int i = 0; i < 2; ++i)
                body.replace(word + QByteArray::number(i), rows[i][primaryId].toString().toUtf8());
        }
    }

    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::ResyncBench> m_bench;
    std::unique_ptr<store::RunFile> m_run;
    QMap<int, QString> m_rowIds;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestPlanUndo)

#include "tst_planundo.moc"
