#include "postgres.h"
#include "runsamples.h"
#include "store/runjournal.h"
#include "store/runpages.h"
#include "support/fakeclock.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace runsamples;
using namespace store;

namespace {

constexpr int itemCount = 5000; // of several blocks

int rankOf(Planned planned)
{
    constexpr Planned order[] = {Planned::Conflict, Planned::Invalid,   Planned::Create,
                                 Planned::Update,   Planned::Unchanged, Planned::Skipped};
    return int(std::find(std::begin(order), std::end(order), planned) - std::begin(order));
}

} // namespace

Q_DECLARE_METATYPE(store::RunFilter)

class TestRunPages : public QObject
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
        if (m_file && m_isShared == isShared)
            return;
        m_isShared = isShared;
        m_folder = std::make_unique<QTemporaryDir>();
        auto made = RunFile::create(
            isShared ? m_postgres->newPlace() : RunPlace::file(m_folder->filePath(u"plan.cbplan"_s)), {}, m_clock);
        QVERIFY(made);
        m_file = std::move(*made);
        m_items.clear();
        for (int from = 0; from < itemCount; from += 500) {
            auto chunk = someItems(from, 500);
            for (RunItem &item : chunk) {
                if (item.planned == Planned::Update)
                    item.effects = m_items.size() % 3 == 0 ? Effect::NewlyPermits : Effect::NewlyForbids;
                if (m_items.size() % 1000 == 500)
                    item.effects |= Effect::HasWarning;
                m_items << item;
            }
            chunk = m_items.mid(from, 500);
            QVERIFY(m_file->append(chunk, {}));
        }
        QVERIFY(m_file->setTicked(RunFilter{.person = u"person-00"_s}, false));
        for (qsizetype i = 0; i < m_items.size(); ++i) {
            m_items[i].id = i + 1;
            m_items[i].isTicked = !m_items[i].person.startsWith(u"person-00"_s);
            m_items[i].writes.clear();
            if (!isWrite(m_items[i].planned))
                m_items[i].ended = outcomeFromWord(plannedWord(m_items[i].planned));
        }
    }

    void showsTheSameAsALook_data()
    {
        QTest::addColumn<RunFilter>("filter");
        QTest::newRow("all") << RunFilter{};
        QTest::newRow("one outcome") << RunFilter{.planned = {Planned::Create}};
        QTest::newRow("two outcomes") << RunFilter{.planned = {Planned::Update, Planned::Conflict}};
        QTest::newRow("an effect") << RunFilter{.effects = Effect::NewlyPermits};
        QTest::newRow("a rare effect") << RunFilter{.effects = Effect::HasWarning};
        QTest::newRow("two effects") << RunFilter{.effects = Effect::HasWarning | Effect::NewlyForbids};
        QTest::newRow("ticked") << RunFilter{.isTicked = true};
        QTest::newRow("ticked out") << RunFilter{.planned = {Planned::Update}, .isTicked = false};
        QTest::newRow("a person") << RunFilter{.person = u"Person-01"_s};
        QTest::newRow("a person, ticked out, one outcome")
            << RunFilter{.planned = {Planned::Update}, .isTicked = false, .person = u"3"_s};
        QTest::newRow("nobody") << RunFilter{.person = u"%"_s};
        QTest::newRow("no such outcome") << RunFilter{.planned = {Planned::Create}, .effects = Effect::LacksRequired};
    }
    void showsTheSameAsALook()
    {
        QFETCH(RunFilter, filter);
        compareWithALook(filter, {});
    }

    void reasonsAreFilters()
    {
        const auto groups = m_file->groups();
        QVERIFY(groups->size() > 5);
        for (const RunGroup &group : *groups) {
            RunPages pages(*m_file, {.planned = {group.planned}, .reason = group.reasonId, .effects = group.effects});
            QVERIFY(*pages.count() >= group.items); // others may have more effects
            QCOMPARE(pages.page(0, 1)->constFirst().reason, group.reason);
        }
    }

    void hasTheWritesWhenTheyAreWanted()
    {
        RunPages pages(*m_file, {}, RunPages::Sort::Person, Qt::DescendingOrder);
        const auto page = pages.page(700, 90, RunPages::Writes::All);
        QVERIFY(page);
        QCOMPARE(page->size(), 90);
        qsizetype writes = 0;
        for (const RunItem &item : *page) {
            QCOMPARE(item, *m_file->item(item.id));
            writes += item.writes.size();
        }
        QVERIFY(writes > 20);
    }

    void followsThePlan()
    {
        RunPages pages(*m_file, {.planned = {Planned::Create}});
        const qint64 before = *pages.count();
        RunItem late = someItem(90'000, Planned::Create);
        late.person = u"late"_s + (m_isShared ? u"r"_s : u""_s);
        QVERIFY(m_file->append({late}, {}));
        QCOMPARE(*pages.count(), before); // until it is told to
        pages.refresh();
        QCOMPARE(*pages.count(), before + 1);
        QCOMPARE(pages.page(before, 10)->constFirst().person, late.person);
        m_file.reset(); // the next test makes it anew
    }

    void tellsHowItemsEnded()
    {
        QVERIFY(m_file->finishPlanning());
        QVERIFY(m_file->setState(RunState::Running));
        RunJournal journal(*m_file);
        const auto first = journal.claim(u"w"_s, 20, std::chrono::minutes(1));
        const auto second = journal.claim(u"w"_s, 20, std::chrono::minutes(1));
        const RunItem &bad = first->items[3];
        QVERIFY(journal.settle(first->id, u"w"_s, Fate::AsPlanned,
                               {{.write = bad.writes.constFirst().id, .fate = Fate::Rejected, .reason = u"No."_s}}));
        RunPages all(*m_file, {.planned = {Planned::Create, Planned::Update}, .isTicked = true});
        const auto page = all.page(0, 60);
        QCOMPARE(page->size(), 60);
        int ended = 0;
        for (qsizetype i = 0; i < page->size(); ++i) {
            const RunItem &item = page->at(i);
            if (i >= 20)
                QVERIFY(!item.ended); // on its way, or not reached
            else if (item.id == bad.id)
                QVERIFY(item.ended == Outcome::Rejected);
            else
                QVERIFY(item.ended == (item.planned == Planned::Create ? Outcome::Created : Outcome::Updated));
            ended += item.ended ? 1 : 0;
        }
        QCOMPARE(ended, 20);
        RunPages rejected(*m_file, {.endedAs = Outcome::Rejected});
        QCOMPARE(*rejected.count(), 1);
        QCOMPARE(rejected.page(0, 5)->constFirst().id, bad.id);
        m_file.reset();
    }

    void showsTheSameOnceFinished_data() { showsTheSameAsALook_data(); }
    void showsTheSameOnceFinished()
    {
        QFETCH(RunFilter, filter);
        if (*m_file->state() == RunState::Planning) {
            QVERIFY(m_file->finishPlanning());
            m_names = std::make_shared<RunNames>();
            while (*m_names->learn(*m_file)) {
            }
            QVERIFY(*m_names->isComplete(*m_file));
            QVERIFY(m_file->setTicked(RunFilter{.effects = Effect::NewlyPermits}, false));
            QVERIFY(m_file->setTicked(RunFilter{.effects = Effect::HasWarning}, true));
            for (RunItem &item : m_items)
                item.isTicked =
                    item.effects & Effect::HasWarning || (item.isTicked && !(item.effects & Effect::NewlyPermits));
        }
        compareWithALook(filter, m_names);
    }

    void searchesFollowTheFile()
    {
        m_file.reset();
        init();
        const auto names = std::make_shared<RunNames>();
        const auto found = [&](const QString &letters) {
            RunPages pages(*m_file, {.person = letters}, RunPages::Sort::Person, Qt::AscendingOrder, names);
            QStringList people;
            const auto page = pages.page(0, 10);
            for (const RunItem &item : page.valueOr({}))
                people << item.person;
            return people;
        };
        for (const QString &person : {u"Zoë Ärger"_s, u"zoo\nkeeper"_s, u"%zo_o"_s}) {
            RunItem one = someItem(int(90'000 + person.size()));
            one.person = person;
            QVERIFY(m_file->append({one}, {}));
            QVERIFY(!found(u"zo"_s).isEmpty()); // who comes later is found as well
        }
        const auto checkZoes = [&](bool isZoeThere) {
            QCOMPARE(found(u"ZO"_s).size(), isZoeThere ? 3 : 2);
            QCOMPARE(found(u"ë ÄR"_s), isZoeThere ? QStringList{u"Zoë Ärger"_s} : QStringList());
            QCOMPARE(found(u"zo_"_s), QStringList{u"%zo_o"_s});
            QCOMPARE(found(u"%"_s), QStringList{u"%zo_o"_s});
            QCOMPARE(found(u"o\nk"_s), QStringList{u"zoo\nkeeper"_s});
            QCOMPARE(found(u"zoo keeper"_s), QStringList());
        };
        checkZoes(true);
        QVERIFY(!*names->learn(*m_file)); // not yet
        QVERIFY(m_file->finishPlanning());
        while (*names->learn(*m_file)) {
        }
        QVERIFY(*names->isComplete(*m_file));
        checkZoes(true);
        QCOMPARE(*m_file->erasePerson(u"zoë ärger"_s), 1);
        QVERIFY(!*names->isComplete(*m_file));
        checkZoes(false);
        while (*names->learn(*m_file)) {
        }
        QVERIFY(*names->isComplete(*m_file));
        checkZoes(false);
        m_file.reset();
    }

    void cleanupTestCase() { m_file.reset(); }

private:
    void compareWithALook(const RunFilter &filter, const std::shared_ptr<RunNames> &names)
    {
        QList<RunItem> expected;
        for (const RunItem &item : std::as_const(m_items)) {
            if ((filter.planned.isEmpty() || filter.planned.contains(item.planned)) &&
                (item.effects & filter.effects) == filter.effects &&
                (!filter.isTicked || *filter.isTicked == item.isTicked) &&
                item.person.contains(filter.person, Qt::CaseInsensitive))
                expected << item;
        }
        for (const auto sort : {RunPages::Sort::Id, RunPages::Sort::Person, RunPages::Sort::Outcome}) {
            auto sorted = expected;
            std::stable_sort(sorted.begin(), sorted.end(), [sort](const RunItem &a, const RunItem &b) {
                switch (sort) {
                case RunPages::Sort::Id:
                    return a.id < b.id;
                case RunPages::Sort::Person:
                    return a.person < b.person;
                case RunPages::Sort::Outcome:
                    return rankOf(a.planned) < rankOf(b.planned);
                }
                return false;
            });
            for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                if (order == Qt::DescendingOrder)
                    std::reverse(sorted.begin(), sorted.end());
                RunPages pages(*m_file, filter, sort, order, names);
                QCOMPARE(*pages.count(), sorted.size());
                QList<qint64> places{0, sorted.size() - 30, sorted.size() / 2, sorted.size(), sorted.size() + 5};
                for (int i = 0; i < 12; ++i)
                    places << qint64(m_random.bounded(quint32(sorted.size() + 1)));
                for (const qint64 place : std::as_const(places)) {
                    const qint64 first = std::max<qint64>(place, 0);
                    const int count = 1 + int(m_random.bounded(100u));
                    const auto page = pages.page(first, count);
                    QVERIFY(page);
                    QVERIFY2(*page == sorted.mid(first, count), qPrintable(u"%1 at %2"_s.arg(count).arg(first)));
                }
            }
        }
    }

    support::FakeClock m_clock;
    QRandomGenerator m_random{42};
    std::unique_ptr<Postgres> m_postgres;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunFile> m_file;
    bool m_isShared = false;
    QList<RunItem> m_items;
    std::shared_ptr<RunNames> m_names; ///< Of m_file.
};

QTEST_GUILESS_MAIN(TestRunPages)
#include "tst_runpages.moc"
