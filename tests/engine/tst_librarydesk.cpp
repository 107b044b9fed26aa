#include "engine/librarydesk.h"
#include "store/runfile.h"
#include "support/fakeclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The plans of this machine, as the window sees them.
class TestLibraryDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesWhatIsOlderThanAYear_data()
    {
        QTest::addColumn<bool>("isPractice");
        QTest::newRow("plans of this machine") << false;
        QTest::newRow("practice, whose journal is another one's") << true;
    }

    void removesWhatIsOlderThanAYear()
    {
        QFETCH(const bool, isPractice);
        const QTemporaryDir folder;
        const auto paths = store::Paths::below(folder.path());
        const QTemporaryDir other;
        const auto journal = isPractice ? store::Paths::below(other.path()).journal() : paths.journal();
        support::FakeClock clock;
        const QString old = makePlan(paths, clock);
        clock.advance(std::chrono::hours(24) * 370);
        const QString young = makePlan(paths, clock);

        engine::LibraryDesk desk({.paths = paths, .journalPath = journal}, clock);
        QList<store::RunEntry> listed;
        QSignalSpy done(&desk, &engine::LibraryDesk::listed);
        connect(&desk, &engine::LibraryDesk::listed, this,
                [&listed](const QList<store::RunEntry> &runs) { listed = runs; });
        desk.list({});
        QTRY_COMPARE(done.size(), 1);
        QStringList left;
        for (const store::RunEntry &run : std::as_const(listed))
            left << run.path;
        QCOMPARE(left, isPractice ? (QStringList{young, old}) : QStringList{young});
    }

private:
    static QString makePlan(const store::Paths &paths, core::Clock &clock)
    {
        const auto path = store::RunLibrary(paths, clock).newPath(u"p1"_s);
        if (!path)
            return {};
        const auto file = store::RunFile::create(store::RunPlace::file(*path), {.profileId = u"p1"_s}, clock);
        if (!file || !(*file)->finishPlanning())
            qFatal("no plan");
        return *path;
    }
};

QTEST_GUILESS_MAIN(TestLibraryDesk)
#include "tst_librarydesk.moc"
