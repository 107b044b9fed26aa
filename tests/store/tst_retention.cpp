#include "runsamples.h"
#include "store/retention.h"
#include "store/runfile.h"
#include "support/fakeclock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace store;
using std::chrono::hours;

namespace {

constexpr hours day{24};

} // namespace

/// For how long runs are kept, and that they go then.
class TestRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_paths = Paths::below(m_folder->path());
        auto journal = Journal::open(m_paths.journal(), m_clock);
        QVERIFY(journal);
        m_journal = std::move(*journal);
        m_retention = std::make_unique<Retention>(m_paths, m_clock);
    }

    void isAYearUnlessSaid()
    {
        QCOMPARE(m_retention->days(), std::optional(365));
        QVERIFY(m_retention->setDays(30));
        QCOMPARE(m_retention->days(), std::optional(30));
        QCOMPARE(Retention(m_paths).days(), std::optional(30)); // another process
        QVERIFY(m_retention->setDays({}));
        QCOMPARE(Retention(m_paths).days(), std::nullopt);
    }

    void refusesNonsense()
    {
        for (const int days : {0, -1}) {
            const auto set = m_retention->setDays(days);
            QVERIFY(!set);
            QCOMPARE(set.error().field, u"keep_days"_s);
        }
        QCOMPARE(m_retention->days(), std::optional(365));
    }

    void keepsForEverWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a word") << QByteArray("[General]\nkeep_days=thirty\n");
        QTest::newRow("nothing") << QByteArray("[General]\nkeep_days=\n");
        QTest::newRow("zero") << QByteArray("[General]\nkeep_days=0\n");
        QTest::newRow("negative") << QByteArray("[General]\nkeep_days=-5\n");
        QTest::newRow("too large") << QByteArray("[General]\nkeep_days=99999999999999\n");
    }

    void keepsForEverWhatItCannotRead()
    {
        QFETCH(const QByteArray, text);
        QDir().mkpath(m_paths.config);
        QFile file(m_paths.config + u"/history.ini"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
        file.close();
        QCOMPARE(m_retention->days(), std::nullopt);
        const QString path = makePlan();
        m_clock.advance(4'000 * day);
        QVERIFY(!m_retention->sweepWhenDue(*m_journal));
        QVERIFY(QFileInfo::exists(path));
    }

    void sweepsOnceADay()
    {
        const QString old = makePlan();
        m_clock.advance(364 * day);
        const QString young = makePlan();
        const auto first = m_retention->sweepWhenDue(*m_journal);
        QVERIFY(first);
        QCOMPARE(first->files, 0);
        m_clock.advance(hours(23));
        QVERIFY(!m_retention->sweepWhenDue(*m_journal));
        QVERIFY(!Retention(m_paths, m_clock).sweepWhenDue(*m_journal)); // nor another process
        m_clock.advance(hours(2));
        const auto second = m_retention->sweepWhenDue(*m_journal);
        QVERIFY(second);
        QCOMPARE(second->files, 1);
        QVERIFY(!QFileInfo::exists(old));
        QVERIFY(QFileInfo::exists(young));

        m_clock.advance(2 * day);
        QVERIFY(m_retention->sweepWhenDue(*m_journal));
        QVERIFY(m_retention->setDays(1)); // holds at once
        QCOMPARE(m_retention->sweepWhenDue(*m_journal)->files, 1);
        QVERIFY(!QFileInfo::exists(young));
    }

    void sweepsAgainWhenTheClockWasSetBack()
    {
        m_clock.advance(100 * day);
        QVERIFY(m_retention->sweepWhenDue(*m_journal));
        support::FakeClock earlier;
        QVERIFY(Retention(m_paths, earlier).sweepWhenDue(*m_journal));
    }

private:
    QString makePlan()
    {
        const auto path = RunLibrary(m_paths, m_clock).newPath(u"p1"_s);
        if (!path)
            return {};
        const auto file = RunFile::create(RunPlace::file(*path), {.profileId = u"p1"_s}, m_clock);
        if (!file || !(*file)->append(runsamples::someItems(0, 3), {}) || !(*file)->finishPlanning())
            qFatal("no plan");
        return *path;
    }

    support::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    Paths m_paths;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Retention> m_retention;
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
