#include "runsamples.h"
#include "store/appliedtimes.h"
#include "store/journalschema.h"
#include "store/paths.h"
#include "store/runjournal.h"
#include "store/sqljournal.h"
#include "support/fakeclock.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace runsamples;
using namespace store;
using core::Error;

namespace {

const QString organization = u"org-1"_s;
const QString column = u"donotbulkemail"_s;

QDateTime timeOf(int number)
{
    return QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + number, Qt::UTC);
}

QString rowOf(int number)
{
    return someWrite(number).rowId;
}

AppliedRow appliedRow(int number, int time, const QStringList &columns = {column})
{
    return {.table = u"contact"_s, .rowId = rowOf(number), .columns = columns, .eventTime = timeOf(time)};
}

} // namespace

class TestAppliedTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_paths = Paths::below(m_folder->path());
        m_journal = open();
    }

    void knowsWhatTheJournalKnows_data()
    {
        QTest::addColumn<bool>("isPrefetched");
        QTest::newRow("one by one") << false;
        QTest::newRow("at once") << true;
    }

    void knowsWhatTheJournalKnows()
    {
        QFETCH(bool, isPrefetched);
        push(1, 10);
        QVERIFY(m_journal->mergeApplied(organization, {appliedRow(2, 20), appliedRow(1, 5)}));
        QVERIFY(m_journal->mergeApplied(u"another"_s, {appliedRow(3, 30)}));
        AppliedTimes times(*m_journal, organization);
        if (isPrefetched) {
            QStringList rows;
            for (int i = 0; i < 1000; ++i)
                rows << (i % 2 == 0 ? rowOf(i) : rowOf(i).toLower());
            QVERIFY(times.prefetch(u"contact"_s, rows));
        }
        QCOMPARE(*times.lastApplied(u"contact"_s, rowOf(1), column), timeOf(10));
        QCOMPARE(*times.lastApplied(u"contact"_s, rowOf(1).toLower(), u"DoNotBulkEmail@odata.bind"_s), timeOf(10));
        QCOMPARE(*times.lastApplied(u"contact"_s, rowOf(2), column), timeOf(20));
        QVERIFY(!times.lastApplied(u"contact"_s, rowOf(2), u"donotphone"_s)->isValid());
        QVERIFY(!times.lastApplied(u"contact"_s, rowOf(3), column)->isValid());
        QVERIFY(!times.lastApplied(u"account"_s, rowOf(1), column)->isValid());
    }

    void prefetchedIsOfItsMoment()
    {
        AppliedTimes times(*m_journal, organization);
        QVERIFY(times.prefetch(u"contact"_s, {rowOf(1), rowOf(2)}));
        push(1, 10);
        push(3, 10);
        QVERIFY(!times.lastApplied(u"contact"_s, rowOf(1), column)->isValid());
        QVERIFY(times.lastApplied(u"contact"_s, rowOf(3), column)->isValid()); // was not among them
        QVERIFY(times.prefetch(u"contact"_s, {rowOf(2)}));
        QVERIFY(times.lastApplied(u"contact"_s, rowOf(1), column)->isValid());
        QVERIFY(times.prefetch(u"contact"_s, {rowOf(1)}));
        QVERIFY(times.lastApplied(u"contact"_s, rowOf(1), column)->isValid());
        times.forget();
        QVERIFY(times.lastApplied(u"contact"_s, rowOf(1), column)->isValid());
    }

    void knowsWhatARunHasWrittenOrFound()
    {
        const auto run = makeRun(u"a.cbplan"_s);
        AppliedTimes times(*m_journal, organization);
        times.add(*run);
        const QStringList rows{rowOf(0), rowOf(1), rowOf(2), rowOf(3)};
        QVERIFY(times.prefetch(u"contact"_s, rows));
        QVERIFY(!times.lastApplied(u"contact"_s, rowOf(0), column)->isValid()); // it is a plan only
        carryOut(*run);
        QVERIFY(times.prefetch(u"contact"_s, rows));
        for (const auto &row : rows) { // 3 was found the same
            QVERIFY2(times.lastApplied(u"contact"_s, row, column)->isValid(), qPrintable(row));
            QVERIFY(times.lastApplied(u"contact"_s, row, u"DoNotPhone"_s)->isValid());
        }
        QCOMPARE(*times.lastApplied(u"contact"_s, rowOf(1), column), someItem(1).eventTime);
        push(1, 1'000'000); // a newer one counts, wherever it is known
        QVERIFY(times.prefetch(u"contact"_s, rows));
        QCOMPARE(*times.lastApplied(u"contact"_s, rowOf(1), column), timeOf(1'000'000));
        times.remove(*run);
        QVERIFY(!times.lastApplied(u"contact"_s, rowOf(0), column)->isValid());
    }

    void knowsManyRowsOfARunAsItKnowsOne()
    {
        const auto run = makeRun(u"a.cbplan"_s, 700);
        carryOut(*run);
        RunJournal journal(*run);
        QStringList rows;
        for (int i = 0; i < 900; ++i)
            rows << rowOf((i * 7) % 900);
        const auto times = journal.timesOf(u"contact"_s, rows);
        QVERIFY(times);
        for (int i = 0; i < 900; ++i)
            QCOMPARE(times->value(rowOf(i).toLower()).value(column),
                     *journal.lastApplied(u"contact"_s, rowOf(i), column));
        QCOMPARE(times->size(), 400); // the rest were not to be written
    }

    void findsRunsOfOtherPrograms()
    {
        QVERIFY(QDir().mkpath(m_paths.runs()));
        const auto run = makeRun(u"runs/a.cbplan"_s);
        const QString path = m_folder->filePath(u"runs/a.cbplan"_s);
        carryOut(*run);
        AppliedTimes times(*m_journal, organization);
        QCOMPARE(times.addUnmerged(m_paths.runs())->size(), 0);
        QVERIFY(!times.lastApplied(u"contact"_s, rowOf(1), column)->isValid());

        QVERIFY(m_journal->addUnmerged({path, organization}));
        QVERIFY(m_journal->addUnmerged({path, organization}));
        QVERIFY(m_journal->addUnmerged({m_folder->filePath(u"gone.cbplan"_s), organization}));
        QVERIFY(m_journal->addUnmerged({m_folder->filePath(u"other.cbplan"_s), u"another"_s}));
        QCOMPARE(m_journal->unmerged()->size(), 3);
        QCOMPARE(times.addUnmerged(m_paths.runs())->size(), 0);
        QVERIFY(times.lastApplied(u"contact"_s, rowOf(1), column)->isValid());
        QCOMPARE(times.addUnmerged(m_paths.runs())->size(), 0);
        times.add(*run);
        QVERIFY(times.lastApplied(u"contact"_s, rowOf(1), column)->isValid());
        times.remove(*run);

        QVERIFY(m_journal->removeUnmerged(path));
        QVERIFY(m_journal->addUnmerged({u"/elsewhere/runs/a.cbplan"_s, organization})); // before all was moved
        QCOMPARE(times.addUnmerged(m_paths.runs())->size(), 0);
        QVERIFY(times.lastApplied(u"contact"_s, rowOf(1), column)->isValid());
        QVERIFY(m_journal->removeUnmerged(u"/elsewhere/runs/a.cbplan"_s));
        QCOMPARE(times.addUnmerged(m_paths.runs())->size(), 0);
        QVERIFY(!times.lastApplied(u"contact"_s, rowOf(1), column)->isValid());

        QFile damaged(m_folder->filePath(u"damaged.cbplan"_s));
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("nonsense") > 0);
        damaged.close();
        QVERIFY(m_journal->addUnmerged({damaged.fileName(), organization}));
        QCOMPARE(times.addUnmerged(m_paths.runs())->size(), 1);
        QCOMPARE(times.unopened().size(), 1);
        QVERIFY(m_journal->removeUnmerged(damaged.fileName()));
        QCOMPARE(times.addUnmerged(m_paths.runs())->size(), 0);
        QVERIFY(times.unopened().isEmpty());
    }

    void mergingNeverLowersATime()
    {
        AppliedTimes times(*m_journal, organization);
        const auto now = [&](const QString &name = column) { return *times.lastApplied(u"contact"_s, rowOf(1), name); };
        QVERIFY(m_journal->mergeApplied(organization, {appliedRow(1, 10), appliedRow(1, 20), appliedRow(1, 15)}));
        QCOMPARE(now(), timeOf(20));
        QVERIFY(m_journal->mergeApplied(organization, {appliedRow(1, 5)}));
        QCOMPARE(now(), timeOf(20));
        QVERIFY(m_journal->mergeApplied(organization, {appliedRow(1, 12, {column, u"Donotphone@odata.bind"_s})}));
        QCOMPARE(now(), timeOf(20));
        QCOMPARE(now(u"donotphone"_s), timeOf(12));
        QVERIFY(m_journal->mergeApplied(organization, {appliedRow(1, 30, {u"donotphone"_s, column, column})}));
        QCOMPARE(now(), timeOf(30));
        QCOMPARE(now(u"donotphone"_s), timeOf(30));
        push(1, 7); // intended later, but older
        QCOMPARE(now(), timeOf(30));
    }

    void keepsRowsOfAnyNames()
    {
        QList<AppliedRow> rows;
        const QStringList names{u"row-1"_s,
                                u"Ümlaut"_s,
                                u"0123456789abcdef"_s,
                                rowOf(1),
                                u"00000000-0000-0000-0000-000000000000"_s,
                                u"{%1}"_s.arg(rowOf(2))};
        for (int i = 0; i < names.size(); ++i) {
            rows << appliedRow(0, i + 1);
            rows.last().rowId = names[i];
        }
        rows << appliedRow(0, 99);
        rows.last().rowId.clear(); // nobody knows which
        QVERIFY(m_journal->mergeApplied(organization, rows));
        const auto times = m_journal->timesOf(organization, u"contact"_s, names);
        QCOMPARE(times->size(), names.size());
        for (int i = 0; i < names.size(); ++i)
            QCOMPARE(times->value(names[i].toLower()).value(column), timeOf(i + 1));
        QVERIFY(m_journal->forgetMerged(organization, u"contact"_s, {names[0].toUpper(), names[3].toUpper()}));
        QCOMPARE(m_journal->timesOf(organization, u"contact"_s, names)->size(), names.size() - 2);
    }

    void mergesAllOrNothingWhereverItBreaks()
    {
        QVERIFY(m_journal->mergeApplied(organization, {appliedRow(1, 10)}));
        QList<AppliedRow> rows;
        for (int i = 0; i < 200; ++i)
            rows << appliedRow(i, 20, {column, u"new-%1"_s.arg(i % 3)});
        rows << rows.constLast();
        rows.last().table = u"account"_s;
        int failAt = 1;
        for (;; ++failAt) {
            bool hasFailed = false;
            bool isArmed = false;
            int count = 0;
            const auto journal = open([&](int) {
                hasFailed = hasFailed || (isArmed && ++count == failAt);
                return isArmed && count == failAt;
            });
            isArmed = true;
            const auto merged = journal->mergeApplied(organization, rows);
            isArmed = false;
            if (!hasFailed) {
                QVERIFY(merged);
                break;
            }
            QVERIFY(!merged);
            const auto times = journal->timesOf(organization, u"contact"_s, {rowOf(1), rowOf(2)});
            QCOMPARE(times->size(), 1);
            QCOMPARE(times->value(rowOf(1).toLower()).value(column), timeOf(10));
            QVERIFY(journal->mergeApplied(organization, {appliedRow(1, 3)})); // what it remembers is right
        }
        QVERIFY(failAt > 10);
        QCOMPARE(m_journal->timesOf(organization, u"contact"_s, {rowOf(199)})->size(), 1);
        QCOMPARE(m_journal->timesOf(organization, u"account"_s, {rowOf(199)})->size(), 1);
    }

    void takesJournalsOfTheFirstLayout()
    {
        m_journal.reset();
        QVERIFY(QFile::remove(m_paths.journal()));
        {
            auto old = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"old"_s);
            old.setDatabaseName(m_paths.journal());
            QVERIFY(old.open());
            QStringList statements = journalMigrations()[0];
            statements << u"PRAGMA application_id = %1"_s.arg(journalApplicationId) << u"PRAGMA user_version = 1"_s
                       << u"INSERT INTO runs VALUES (7, 'p1', 'push', 'org-1', 'acme', 1, 2)"_s
                       << u"INSERT INTO items (id, run_id, profile_id, person, regulation, event_time, source_id, "
                          "table_name, entity_set, address, row_id, is_create, before, after, condition, sent_at, "
                          "outcome, settled_at) VALUES (3, 7, 'p1', 'Jane', 'gdpr', 5, 's', 'contact', 'contacts', "
                          "'a', 'b', 0, x'', x'', '', 6, 'updated', 7)"_s
                       << u"INSERT INTO applied VALUES ('org-1', 'contact', '%1', '%2', 5, 3)"_s.arg(rowOf(1).toLower(),
                                                                                                     column);
            for (const QString &statement : statements) {
                QSqlQuery query(old);
                QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
            }
            old.close();
        }
        QSqlDatabase::removeDatabase(u"old"_s);
        m_journal = open();
        QCOMPARE(m_journal->lastApplied(organization, u"contact"_s, rowOf(1), column)->toMSecsSinceEpoch(), 5);
        QCOMPARE(m_journal->itemsOf(u"JANE"_s)->size(), 1);
        QVERIFY(m_journal->mergeApplied(organization, {appliedRow(1, 9)}));
        QCOMPARE(*m_journal->lastApplied(organization, u"contact"_s, rowOf(1), column), timeOf(9));
    }

private:
    std::unique_ptr<SqlJournal> open(const SqlConnection::Saboteur &saboteur = {})
    {
        auto journal = SqlJournal::open(m_paths.journal(), m_clock, {.saboteur = saboteur});
        if (!journal)
            qFatal("%s", qPrintable(journal.error().message));
        return std::move(*journal);
    }

    void push(int number, int time)
    {
        const auto run = m_journal->beginRun({.profileId = u"p1"_s,
                                              .kind = u"push"_s,
                                              .dataverseOrganization = organization,
                                              .didomiOrganization = u"acme"_s});
        const auto item = m_journal->intend(*run, {.person = u"jane"_s,
                                                   .eventTime = timeOf(time),
                                                   .table = u"contact"_s,
                                                   .rowId = rowOf(number),
                                                   .after = "{\"donotbulkemail\":true}"});
        QVERIFY(m_journal->settle(*item, {.outcome = Outcome::Updated}));
    }

    /// A plan; the fourth of each seven items was found as it shall be.
    std::unique_ptr<RunFile> makeRun(const QString &name, int count = 4)
    {
        auto file =
            RunFile::create(RunPlace::file(m_folder->filePath(name)), {.dataverseOrganization = organization}, m_clock);
        QList<RunItem> items = someItems(0, count);
        for (int i = 0; i < count; ++i) {
            if (items[i].planned != Planned::Unchanged)
                continue;
            RunWrite same = someWrite(i);
            same.action = RunWrite::Action::None;
            same.after.clear();
            same.same = "{\"donotbulkemail\":false,\"donotphone\":false}";
            items[i].writes << same;
        }
        if (!file || !(*file)->append(items, {}) || !(*file)->finishPlanning())
            qFatal("no plan");
        return std::move(*file);
    }

    static void carryOut(RunFile &file)
    {
        QVERIFY(file.setState(RunState::Running));
        RunJournal journal(file);
        for (;;) {
            const auto batch = journal.claim(u"w"_s, 100, std::chrono::minutes(1));
            QVERIFY(batch);
            if (batch->items.isEmpty())
                break;
            QVERIFY(journal.settle(batch->id, u"w"_s, Fate::AsPlanned));
        }
        QVERIFY(file.setState(RunState::Done));
    }

    support::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    Paths m_paths;
    std::unique_ptr<SqlJournal> m_journal;
};

QTEST_GUILESS_MAIN(TestAppliedTimes)
#include "tst_appliedtimes.moc"
