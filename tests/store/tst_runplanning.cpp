#include "postgres.h"
#include "runsamples.h"
#include "store/runjournal.h"
#include "store/runpages.h"
#include "support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace runsamples;
using namespace store;
using core::Error;

namespace {

QStringList peopleIn(RunFile &file)
{
    RunPages pages(file, {}, RunPages::Sort::Person);
    QStringList people;
    const auto items = pages.page(0, 100'000);
    for (const RunItem &item : items.valueOr({}))
        people << item.person;
    return people;
}

qint64 itemsOf(RunFile &file, Planned planned)
{
    qint64 items = 0;
    const auto groups = file.groups();
    for (const RunGroup &group : groups.valueOr({})) {
        if (group.planned == planned)
            items += group.items;
    }
    return items;
}

RunItem otherItem(const QString &person, Planned planned = Planned::Update, int writes = 1)
{
    RunItem item = someItem(1000 + int(person.size()), planned);
    item.person = person;
    for (int i = 1; i < writes; ++i)
        item.writes << someWrite(2000 + i);
    item.writeCount = int(item.writes.size());
    return item;
}

/// All that the plan says, in words.
QStringList wholePlan(RunFile &file)
{
    QStringList lines;
    RunPages pages(file, {});
    const auto items = pages.page(0, 100'000);
    for (const RunItem &one : items.valueOr({})) {
        const auto item = file.item(one.id);
        QString line = item->person + u' ' + plannedWord(item->planned) + (item->isTicked ? u" +"_s : u" -"_s);
        for (const RunWrite &write : item->writes)
            line += u' ' + write.rowId + QString::fromUtf8(write.after);
        lines << line;
    }
    lines << u"again: "_s + file.again(1000).valueOr({}).join(u',');
    lines << u"mark: "_s + file.mark().valueOr({});
    return lines;
}

} // namespace

class TestRunPlanning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("isShared");
        QTest::newRow("SQLite") << false;
        QTest::newRow("PostgreSQL") << true;
    }

    void init()
    {
        QFETCH_GLOBAL(bool, isShared);
        if (isShared && !m_postgres)
            m_postgres = std::make_unique<Postgres>();
        if (isShared && !m_postgres->isRunning())
            QSKIP(qPrintable(m_postgres->missing()));
        m_file.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = isShared ? m_postgres->newPlace() : RunPlace::file(m_folder->filePath(u"plan.cbplan"_s));
        auto file = RunFile::create(m_place, {}, m_clock);
        QVERIFY(file);
        m_file = std::move(*file);
    }

    void whoComesTwiceMustBePlannedAgain()
    {
        QVERIFY(m_file->append(someItems(0, 3), {}));
        QCOMPARE(*m_file->again(10), QStringList());
        QList<RunItem> more = someItems(3, 3);
        more[1].person = someItem(1).person;
        more[2].person = someItem(2).person.toUpper();
        QCOMPARE(m_file->append(more, {})->refused, (QList<int>{1, 2}));
        // Both spellings, since Didomi may know either.
        QStringList expected{someItem(1).person, someItem(2).person, someItem(2).person.toUpper()};
        QStringList again = *m_file->again(10);
        expected.sort();
        again.sort();
        QCOMPARE(again, expected);

        const auto finished = m_file->finishPlanning();
        QVERIFY(!finished);
        QCOMPARE(int(finished.error().kind), int(Error::Kind::Conflict));
        QCOMPARE(int(*m_file->state()), int(RunState::Planning));

        QVERIFY(m_file->replace({otherItem(someItem(1).person)}));
        QVERIFY(!m_file->finishPlanning());
        QVERIFY(m_file->replace({otherItem(someItem(2).person.toUpper())}));
        QCOMPARE(*m_file->again(10), QStringList());
        QVERIFY(m_file->finishPlanning());
    }

    void spellingsOfOnePersonAreGivenTogether()
    {
        QVERIFY(m_file->addAgain({u"jane"_s, u"JANE"_s, u"Jane"_s, u"zoe"_s}));
        for (const int limit : {1, 2, 3})
            QCOMPARE(m_file->again(limit)->size(), 3);
        QCOMPARE(m_file->again(4)->size(), 4);
        QVERIFY(m_file->replace({}, {u"jANE"_s, u"JANE"_s}));
        QCOMPARE(*m_file->again(10), QStringList(u"zoe"_s));
    }

    void addsPeopleToTheList()
    {
        QVERIFY(m_file->append(someItems(0, 3), {}));
        QVERIFY(m_file->addAgain({someItem(1).person, u"not planned yet"_s}));
        QVERIFY(m_file->addAgain({someItem(1).person}));
        QCOMPARE(m_file->again(10)->size(), 2);
        QCOMPARE(int(m_file->addAgain({QString()}).error().kind), int(Error::Kind::Invalid));
        QVERIFY(m_file->replace({}, *m_file->again(10)));
        QVERIFY(m_file->finishPlanning());
        QCOMPARE(peopleIn(*m_file).size(), 2); // who was left out is out
        QCOMPARE(int(m_file->addAgain({u"jane"_s}).error().kind), int(Error::Kind::Conflict));
    }

    void replacesAllOfAnItem()
    {
        QVERIFY(m_file->append(someItems(0, 14), u"mark"_s));
        QCOMPARE(peopleIn(*m_file).size(), 14); // they are indexed by now
        QCOMPARE(itemsOf(*m_file, Planned::Create), 2);
        const RunItem old = **m_file->itemOf(someItem(2).person);
        QCOMPARE(int(old.planned), int(Planned::Create));
        QCOMPARE(*m_file->setTicked(old.id, false), 1);

        const QString person = someItem(2).person.toUpper();
        QVERIFY(m_file->replace({otherItem(person, Planned::Update, 3), otherItem(u"new"_s, Planned::Skipped)}));
        const auto found = *m_file->itemOf(old.person);
        QVERIFY(found);
        QCOMPARE(found->person, person);
        QCOMPARE(found->writes.size(), 3);
        QVERIFY(found->isTicked);
        QCOMPARE(int(m_file->item(old.id).error().kind), int(Error::Kind::NotFound));
        QCOMPARE(itemsOf(*m_file, Planned::Create), 1);
        QCOMPARE(itemsOf(*m_file, Planned::Update), 5);
        QCOMPARE(peopleIn(*m_file).size(), 15);
        QCOMPARE(*m_file->mark(), u"mark"_s);
        const auto groups = m_file->groups();
        for (const RunGroup &group : *groups) {
            QVERIFY(group.items > 0);
            QCOMPARE(group.ticked, group.items);
        }

        // Nobody is planned twice because of it, and the run sends the new writes only.
        QCOMPARE(m_file->append({otherItem(old.person), otherItem(u"NEW"_s)}, u"mark"_s)->added, 0);
        QVERIFY(m_file->replace({}, {u"new"_s}));
        QVERIFY(m_file->replace({otherItem(person, Planned::Update, 2)}));
        QVERIFY(m_file->finishPlanning());
        QVERIFY(m_file->setState(RunState::Running));
        RunJournal journal(*m_file);
        const auto batch = journal.claim(u"w"_s, 100, std::chrono::minutes(1));
        QCOMPARE(batch->items.size(), 6);
        QCOMPARE(batch->writeCount(), 7);
        QCOMPARE(batch->items.constLast().person, person);
        QVERIFY(journal.settle(batch->id, u"w"_s, Fate::Rejected));
        const RunCounts counts = *journal.counts();
        QCOMPARE(counts.planned, 14);
        QCOMPARE(counts.rejected, 6);
        QVERIFY(counts.reconciles());

        RunPages failed(*m_file, {.failed = true});
        QCOMPARE(*failed.count(), 6);
    }

    void knowsWhoWasReplacedWhenItIsOpenedAgain()
    {
        QVERIFY(m_file->append(someItems(0, 3), {}));
        QVERIFY(m_file->replace({otherItem(someItem(1).person)}));
        const auto other = RunFile::open(m_place, m_clock);
        QCOMPARE((*other)->append({otherItem(someItem(1).person), otherItem(someItem(0).person)}, {})->added, 0);
        QVERIFY((*other)->replace({otherItem(someItem(1).person, Planned::Skipped)}));
        QCOMPARE(int((*m_file->itemOf(someItem(1).person))->planned), int(Planned::Skipped));
        QCOMPARE(peopleIn(*m_file).size(), 3);
    }

    void refusesContradictions_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("leftOut");
        QTest::newRow("nobody") << u""_s << u"joe"_s << u"zoe"_s;
        QTest::newRow("one person twice") << u"joe"_s << u"JOE"_s << u"zoe"_s;
        QTest::newRow("in and out") << u"jane"_s << u"joe"_s << u"Joe"_s;
        QTest::newRow("nobody is out") << u"jane"_s << u"joe"_s << u""_s;
    }

    void refusesContradictions()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, leftOut);
        QVERIFY(m_file->append({otherItem(u"joe"_s), otherItem(u"zoe"_s)}, {}));
        const QStringList before = wholePlan(*m_file);
        const auto replaced = m_file->replace({otherItem(first), otherItem(second)}, {leftOut});
        QVERIFY(!replaced);
        QCOMPARE(int(replaced.error().kind), int(Error::Kind::Invalid));
        RunItem wrong = otherItem(u"jane"_s);
        wrong.writes[0].absent = "[1]";
        QCOMPARE(int(m_file->replace({wrong}).error().kind), int(Error::Kind::Invalid));
        QCOMPARE(wholePlan(*m_file), before);
        QVERIFY(m_file->finishPlanning());
        QCOMPARE(int(m_file->replace({otherItem(u"joe"_s)}).error().kind), int(Error::Kind::Conflict));
    }

    void whoIsForgottenNeedNotBePlannedAgain()
    {
        QVERIFY(m_file->append(someItems(0, 3), {}));
        QVERIFY(m_file->addAgain({someItem(1).person, someItem(1).person.toUpper(), u"jane"_s}));
        QCOMPARE(*m_file->erasePerson(someItem(1).person), 1);
        QCOMPARE(*m_file->erasePerson(u"JANE"_s), 0);
        QCOMPARE(*m_file->again(10), QStringList());
        QVERIFY(m_file->finishPlanning());
    }

    void leavesOutWhoNeedsNoWrite()
    {
        QList<RunItem> items = someItems(0, 5000); // several blocks
        QStringList left;
        for (qsizetype i = 0; i < items.size(); ++i) {
            RunItem &item = items[i];
            const bool isWarned = item.planned == Planned::Unchanged && i % 2 == 0;
            item.effects |= isWarned ? Effects(Effect::HasWarning) : Effects();
            if (item.planned == Planned::Unchanged) {
                item.writes << someWrite(int(i));
                item.writes.last().action = RunWrite::Action::None;
                item.writes.last().after.clear();
                item.writeCount = 1;
            }
            if (item.planned != Planned::Unchanged || isWarned)
                left << item.person;
        }
        left.sort();
        QVERIFY(m_file->append(items, {}));
        QVERIFY(m_file->indexPeople());
        QVERIFY(*m_file->setTicked({.planned = {Planned::Create}}, false));
        const qint64 rows = *m_file->rowsToWrite();
        int steps = 0;
        while (*m_file->leaveOutUnchanged())
            ++steps;
        QVERIFY(steps >= 2);
        QCOMPARE(peopleIn(*m_file), left);
        QCOMPARE(itemsOf(*m_file, Planned::Unchanged), 5000 / 14);
        QCOMPARE(*m_file->rowsToWrite(), rows);
        QCOMPARE(m_file->itemOf(someItem(3).person)->has_value(), false);
        QVERIFY(!(*m_file->itemOf(someItem(10).person))->writes.isEmpty());
        QVERIFY(m_file->finishPlanning());
        QVERIFY(!m_file->leaveOutUnchanged());
        QCOMPARE(RunJournal(*m_file).counts()->unchanged, 5000 / 14);
    }

    void allOrNothingWhereverItBreaks()
    {
        QList<RunItem> items = someItems(0, 10);
        QVERIFY(m_file->append(items, u"ten"_s));
        QVERIFY(m_file->addAgain({items[1].person, items[2].person, items[3].person, u"jane"_s}));
        QCOMPARE(*m_file->setTicked((*m_file->itemOf(items[2].person))->id, false), 1);
        const QStringList before = wholePlan(*m_file);
        int failAt = 1;
        for (;; ++failAt) {
            bool hasFailed = false;
            bool isArmed = false;
            int count = 0;
            const auto file = RunFile::open(m_place, m_clock, [&](int) {
                if (!isArmed || ++count != failAt)
                    return false;
                hasFailed = true;
                return true;
            });
            QVERIFY(file);
            RunItem newReason = otherItem(items[1].person, Planned::Conflict);
            newReason.reason = u"A reason that nobody had."_s;
            isArmed = true;
            const auto replaced =
                (*file)->replace({newReason, otherItem(items[2].person, Planned::Create, 2)}, {items[3].person});
            isArmed = false;
            if (!hasFailed) {
                QVERIFY(replaced);
                break;
            }
            QVERIFY(!replaced);
            QCOMPARE(wholePlan(*file->get()), before);
            // What it remembers was rolled back with it.
            QCOMPARE((*file)->append({otherItem(items[1].person)}, u"ten"_s)->added, 0);
        }
        QVERIFY(failAt > 15);
        QCOMPARE(*m_file->again(10), QStringList(u"jane"_s));
        QCOMPARE(peopleIn(*m_file).size(), 9);
        QCOMPARE((*m_file->itemOf(items[2].person))->writes.size(), 2);
    }

private:
    support::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Postgres> m_postgres;
    std::unique_ptr<RunFile> m_file;
    RunPlace m_place;
};

QTEST_GUILESS_MAIN(TestRunPlanning)
#include "tst_runplanning.moc"
