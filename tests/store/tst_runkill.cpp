#include "postgres.h"
#include "runsamples.h"
#include "store/runjournal.h"
#include "store/runpages.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace runsamples;
using namespace store;

namespace {

constexpr int chunkSize = 50;
constexpr int batchSize = 20;

QString placeText(const RunPlace &place)
{
    return place.isShared() ? u"pg|%1|%2"_s.arg(place.host, place.schema) : place.path;
}

RunPlace placeOf(const QString &text)
{
    const QStringList parts = text.split(u'|');
    if (parts.size() == 1)
        return RunPlace::file(text);
    RunPlace place;
    place.host = parts[1];
    place.database = u"postgres"_s;
    place.user = u"tester"_s;
    place.schema = parts[2];
    return place;
}

/// Tells the test what was acknowledged; it counts only when it is whole.
void acknowledge(const char *what, qint64 number)
{
    std::printf("%s %lld\n", what, qlonglong(number));
    std::fflush(stdout);
}

/// Plans for ever, from where the plan says it is.
int keepPlanning(const RunPlace &place)
{
    const auto file = RunFile::open(place);
    if (!file)
        return 3;
    for (;;) {
        const int from = (*file)->mark()->toInt();
        if (!(*file)->append(someItems(from, chunkSize), QString::number(from + chunkSize)))
            return 4;
        acknowledge("planned", from + chunkSize);
    }
}

/// Runs until nothing is left. Every seventh write is rejected.
int keepRunning(const RunPlace &place, const QString &worker)
{
    const auto file = RunFile::open(place);
    if (!file)
        return 3;
    RunJournal journal(**file);
    // What a killed one left was perhaps sent: the test's service does everything at once, so it was.
    const auto settle = [&](const RunBatch &batch) {
        QList<WriteEnd> ends;
        for (const RunItem &item : batch.items) {
            for (const RunWrite &write : item.writes) {
                if (write.id % 7 == 0)
                    ends << WriteEnd{.write = write.id, .fate = Fate::Rejected, .reason = u"Every seventh."_s};
            }
        }
        return journal.settle(batch.id, worker, Fate::AsPlanned, ends);
    };
    for (;;) {
        auto batch = journal.takeOver(worker, 1h, RunJournal::Whose::Anybody);
        if (batch && batch->items.isEmpty())
            batch = journal.claim(worker, batchSize, 1h);
        if (!batch)
            return 4;
        if (batch->items.isEmpty())
            return 0;
        acknowledge("claimed", batch->id);
        if (!settle(*batch))
            return 5;
        acknowledge("settled", batch->id);
    }
}

RunCounts look(RunFile &file)
{
    RunCounts counts;
    RunPages pages(file, {});
    const auto items = pages.page(0, 1'000'000);
    for (const RunItem &item : items.valueOr({})) {
        ++counts.planned;
        if (!item.ended)
            ++counts.notReached;
        else if (*item.ended == Outcome::Created)
            ++counts.created;
        else if (*item.ended == Outcome::Updated)
            ++counts.updated;
        else if (*item.ended == Outcome::Rejected)
            ++counts.rejected;
        else if (*item.ended == Outcome::Unchanged)
            ++counts.unchanged;
        else if (*item.ended == Outcome::Skipped)
            ++counts.skipped;
        else if (*item.ended == Outcome::Invalid)
            ++counts.invalid;
        else if (*item.ended == Outcome::Conflict)
            ++counts.conflict;
    }
    return counts;
}

/// What a program said before it was killed.
struct Said {
    qint64 planned = 0;
    QSet<qint64> claimed;
    QSet<qint64> settled;
    bool isAtEnd = false;
};

Said runAndKill(const QStringList &arguments, int milliseconds)
{
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), arguments);
    program.waitForStarted();
    const bool ended = program.waitForFinished(milliseconds);
    if (!ended) {
        program.kill(); // SIGKILL
        program.waitForFinished();
    }
    Said said;
    said.isAtEnd = ended && program.exitCode() == 0;
    const QByteArray output = program.readAllStandardOutput();
    for (const QByteArray &line : output.left(output.lastIndexOf('\n') + 1).split('\n')) {
        const qint64 number = line.mid(line.indexOf(' ') + 1).toLongLong();
        if (line.startsWith("planned"))
            said.planned = number;
        else if (line.startsWith("claimed"))
            said.claimed << number;
        else if (line.startsWith("settled"))
            said.settled << number;
    }
    return said;
}

} // namespace

class TestRunKill : public QObject
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
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = isShared ? m_postgres->newPlace() : RunPlace::file(m_folder->filePath(u"plan.cbplan"_s));
    }

    void nothingAcknowledgedIsLostWhilePlanning()
    {
        QVERIFY(RunFile::create(m_place, {}));
        qint64 planned = 0;
        for (int round = 0; round < 15; ++round) {
            const Said said = runAndKill({u"plan"_s, placeText(m_place)}, 30 + m_random.bounded(120));
            planned = std::max(planned, said.planned);
            const auto file = RunFile::open(m_place);
            QVERIFY(file);
            const qint64 mark = (*file)->mark()->toLongLong();
            QVERIFY2(mark >= planned, qPrintable(u"%1 of %2"_s.arg(mark).arg(planned)));
            QCOMPARE(mark % chunkSize, 0);
            RunJournal journal(**file);
            const RunCounts counts = *journal.counts();
            QCOMPARE(counts.planned, mark); // nothing twice, nothing left out
            QCOMPARE(counts, look(**file));
            planned = mark;
        }
        QVERIFY(planned > 0);
        const auto file = RunFile::open(m_place);
        for (qint64 i = 0; i < planned; i += 97) {
            const auto expected = someItems(int(i), 1).constFirst();
            const auto found = (*file)->itemOf(expected.person);
            QVERIFY(found && *found);
            QCOMPARE((*found)->writes.size(), expected.writes.size());
            QVERIFY(expected.writes.isEmpty() || (*found)->writes[0].after == expected.writes[0].after);
        }
    }

    void aKilledRunEndsLikeAnother()
    {
        constexpr int items = 7000;
        {
            const auto file = RunFile::create(m_place, {});
            QVERIFY((*file)->append(someItems(0, items), {}));
            QVERIFY((*file)->finishPlanning());
            QVERIFY((*file)->setState(RunState::Running));
        }
        QSet<qint64> settled;
        int kills = 0;
        for (bool isAtEnd = false; !isAtEnd;) {
            QVERIFY(++kills < 500);
            // Later ones may take longer, so that it ends on a slow machine too.
            const Said said = runAndKill({u"run"_s, placeText(m_place), u"worker-%1"_s.arg(kills)},
                                         20 + m_random.bounded(60) + kills * 4);
            isAtEnd = said.isAtEnd;
            for (const qint64 one : said.settled)
                QVERIFY(!settled.contains(one)); // nobody is given what is settled
            settled += said.settled;
            const auto file = RunFile::open(m_place);
            QVERIFY(file);
            RunJournal journal(**file);
            const auto open = journal.unsettled();
            QVERIFY(open);
            QVERIFY(open->size() <= 1); // one worker, one batch
            for (const RunBatch &batch : *open)
                QVERIFY(!said.settled.contains(batch.id));
            for (const qint64 one : said.claimed) { // what may have been sent is known
                const bool isOpen = !open->isEmpty() && open->constFirst().id == one;
                QVERIFY(isOpen || isKnown(**file, one)); // known and not open: settled
            }
            const RunCounts counts = *journal.counts();
            QVERIFY(counts.reconciles());
            RunCounts seen = look(**file);
            seen.open = counts.open;
            QCOMPARE(counts, seen);
        }
        const auto file = RunFile::open(m_place);
        RunJournal journal(**file);
        const RunCounts counts = *journal.counts();
        QCOMPARE(counts.open + counts.notReached, 0);
        const int writes = items / 7 * 3;
        QCOMPARE(counts.rejected, writes / 7);
        QCOMPARE(counts.created + counts.updated, writes - writes / 7);
    }

    void aTornFileIsAnEarlierState()
    {
        QFETCH_GLOBAL(bool, isShared);
        if (isShared)
            QSKIP("A file only.");
        struct State {
            qint64 logSize;
            QString mark;
            RunCounts counts;
        };
        QList<State> states;
        const QString log = m_place.path + u"-wal"_s;
        const QString copy = m_folder->filePath(u"copy.cbplan"_s);
        const auto file = RunFile::create(m_place, {});
        RunJournal journal(**file);
        const auto note = [&] { states << State{QFileInfo(log).size(), *(*file)->mark(), *journal.counts()}; };
        note();
        for (int chunk = 0; chunk < 12; ++chunk) {
            QVERIFY((*file)->append(someItems(chunk * chunkSize, chunkSize), QString::number(chunk + 1)));
            note();
        }
        QVERIFY((*file)->finishPlanning());
        QVERIFY((*file)->setState(RunState::Running));
        for (auto batch = journal.claim(u"w"_s, batchSize, 1h); !batch->items.isEmpty();
             batch = journal.claim(u"w"_s, batchSize, 1h)) {
            note();
            QVERIFY(journal.settle(batch->id, u"w"_s, Fate::AsPlanned,
                                   {{.write = batch->items[0].writes[0].id, .fate = Fate::Conflict}}));
            note();
        }
        const qint64 whole = QFileInfo(log).size();
        QVERIFY(whole > 100'000);
        for (int round = 0; round < 60; ++round) {
            for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
                QFile::remove(copy + suffix);
                if (suffix != "-shm"_L1)
                    QVERIFY(QFile::copy(m_place.path + suffix, copy + suffix));
            }
            const qint64 size = m_random.bounded(whole + 1);
            QFile torn(copy + u"-wal"_s);
            QVERIFY(torn.open(QIODevice::ReadWrite));
            if (round % 2 == 0) {
                QVERIFY(torn.resize(size));
            } else { // a page that never reached the disk
                torn.seek(size);
                torn.write(QByteArray(int(std::min<qint64>(4096, whole - size)), '\0'));
            }
            torn.close();
            const auto again = RunFile::open(RunPlace::file(copy));
            if (!again) { // even its beginning is gone: then it is no plan, and says so
                QVERIFY(size < states.constFirst().logSize);
                continue;
            }
            RunJournal left(**again);
            const RunCounts counts = *left.counts();
            const QString mark = *(*again)->mark();
            QVERIFY(counts.reconciles());
            const auto isThis = [&](const State &state) { return state.mark == mark && state.counts == counts; };
            const auto state = std::find_if(states.cbegin(), states.cend(), isThis);
            QVERIFY2(state != states.cend(), qPrintable(u"torn at %1 of %2"_s.arg(size).arg(whole)));
            // Nothing is lost of what was on the disk before the place where it is torn.
            const auto last = std::find_if(states.crbegin(), states.crend(), isThis);
            const auto next = std::next(last.base() - 1);
            QVERIFY(next == states.cend() || next->logSize > size);
            RunCounts seen = look(**again);
            seen.open = counts.open;
            QCOMPARE(counts, seen);
        }
    }

private:
    static bool isKnown(RunFile &file, qint64 batch)
    {
        const auto settled = RunJournal(file).settle(batch, u"nobody"_s, Fate::AsPlanned);
        return !settled && settled.error().kind == core::Error::Kind::Conflict;
    }

    QRandomGenerator m_random{2026};
    std::unique_ptr<Postgres> m_postgres;
    std::unique_ptr<QTemporaryDir> m_folder;
    RunPlace m_place;
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "plan"_L1 && arguments.size() == 3)
        return keepPlanning(placeOf(arguments[2]));
    if (arguments.value(1) == "run"_L1 && arguments.size() == 4)
        return keepRunning(placeOf(arguments[2]), arguments[3]);
    TestRunKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_runkill.moc"
