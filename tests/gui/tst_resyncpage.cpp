#include "gui/fieldnote.h"
#include "gui/live.h"
#include "gui/resync/afterpanel.h"
#include "gui/resync/historypanel.h"
#include "gui/resync/resyncpage.h"
#include "gui/resync/reviewpanel.h"
#include "gui/resync/runpanel.h"
#include "gui/resync/scopeform.h"
#include "gui/resync/steptrail.h"
#include "gui/windowfixture.h"
#include "sandbox/sandbox.h"
#include "store/runjournal.h"
#include "store/runlibrary.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using engine::RunOptions;
using engine::RunProgress;
using gui::FieldNote;
using gui::MainWindow;
using gui::Resync;
using gui::ResyncPage;
using models::Sign;
using store::RunState;
using support::type;

namespace {

const RunOptions confirmed{.mayPermit = true, .mayCreate = true};
RunOptions slowly()
{
    RunOptions slow = confirmed;
    slow.rowsPerMessage = 1;
    slow.connections = 2;
    return slow;
}

} // namespace

/// A resync as a user sees it, against the real sandbox.
class TestResyncPage : public QObject, private support::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void leadsFromTheScopeToTheResult();
    void runGoesOnWhileSomethingElseIsShown();
    void pausedRunGoesOn();
    void cancelledRunGoesOn();
    void productionWritesOnlyWhenUnlocked();
    void unsavedRulesAreNotUsed();
    void problemsAreToldInPlace();
    void unfinishedRunIsOffered();
    void historyFindsDeletesAndErases();
    void closingAsksAndSettles();
    void reportIsSaved();

private:
    ResyncPage *page() { return m_window->resyncPage(); }
    Resync &resync() { return session().resync(); }
    sandbox::Sandbox &ends() { return *m_house->practice().sandbox(); }
    void openPage();
    void openOther(profile::EnvironmentKind kind);
    bool waitForIdle();
    bool plan(const engine::Scope &scope = {});
    bool run(const RunOptions &options = confirmed);
    bool waitForWriting();
    QString shown(); ///< The object name of the panel in view.
    QString note(const QString &name) { return find<FieldNote>(name, page())->text(); }
};

void TestResyncPage::init()
{
    QVERIFY(moveIn());
    m_answers->yes = true;
}

void TestResyncPage::cleanup()
{
    if (m_window && m_window->session())
        resync().interrupt();
    moveOut();
}

void TestResyncPage::openPage()
{
    openPractice();
    m_window->openPage(MainWindow::Page::Resync);
    QVERIFY(page());
}

/// An integration like Practice, but one that is kept.
void TestResyncPage::openOther(profile::EnvironmentKind kind)
{
    openPractice();
    profile::Profile other = session().draft();
    other.id = profile::newProfile({}).id;
    other.name = u"Acme EU"_s;
    other.kind = kind;
    QVERIFY(m_house->profiles().save(other));
    m_window.reset();
    startWindow(other.id);
    m_window->openPage(MainWindow::Page::Resync);
    QVERIFY(page());
}

bool TestResyncPage::waitForIdle()
{
    return QTest::qWaitFor([this] { return !resync().isBusy(); }, support::patienceMs);
}

bool TestResyncPage::plan(const engine::Scope &scope)
{
    Q_EMIT page()->findChild<gui::ScopeForm *>()->planWanted(scope);
    return resync().isBusy() && waitForIdle() && resync().summary() && resync().summary()->state == RunState::Planned;
}

bool TestResyncPage::run(const RunOptions &options)
{
    Q_EMIT page()->findChild<gui::ReviewPanel *>()->runWanted(options);
    return resync().isBusy() && waitForIdle();
}

bool TestResyncPage::waitForWriting()
{
    return QTest::qWaitFor([this] { return resync().progress().phase == RunProgress::Phase::Writing; },
                           support::patienceMs);
}

QString TestResyncPage::shown()
{
    return find<QStackedWidget>(u"resyncStack"_s, page())->currentWidget()->objectName();
}

void TestResyncPage::leadsFromTheScopeToTheResult()
{
    openPage();
    auto *trail = page()->findChild<gui::StepTrail *>();
    QCOMPARE(shown(), u"resyncStart"_s);
    QCOMPARE(trail->current(), 0);
    QVERIFY(!trail->accessibleName().isEmpty());

    Q_EMIT page()->findChild<gui::ScopeForm *>()->planWanted({});
    QCOMPARE(shown(), u"resyncRun"_s);
    QCOMPARE(trail->current(), 1);
    QVERIFY(waitForIdle());
    QVERIFY2(resync().problem().message.isEmpty(), qPrintable(resync().problem().toLine()));
    QCOMPARE(shown(), u"resyncReview"_s);
    QCOMPARE(trail->current(), 2);
    const qint64 planned = resync().summary()->counts.planned;
    QVERIFY(planned > 50);

    Q_EMIT page()->findChild<gui::ReviewPanel *>()->runWanted(confirmed);
    QCOMPARE(shown(), u"resyncRun"_s);
    QCOMPARE(trail->current(), 3);
    QVERIFY(!session().activity().isEmpty()); // the status bar tells of it
    QVERIFY(waitForIdle());
    QCOMPARE(shown(), u"resyncAfter"_s);
    QCOMPARE(trail->current(), 4);
    QCOMPARE(resync().summary()->state, RunState::Done);
    QVERIFY(resync().summary()->written() > 0);
    auto *after = page()->findChild<gui::AfterPanel *>();
    QCOMPARE(find<QLabel>(u"outcome-planned"_s, after)->text(), QLocale().toString(planned));
    QCOMPARE(find<QLabel>(u"outcome-updated"_s, after)->text(), QLocale().toString(resync().summary()->counts.updated));
    QVERIFY(session().activity().isEmpty());

    find<QAction>(u"verifyAll"_s, after)->trigger();
    QVERIFY(resync().isBusy());
    QVERIFY(waitForIdle());
    QVERIFY(resync().verified());
    QCOMPARE(resync().verified()->same, resync().verified()->rows);
    QCOMPARE(find<FieldNote>(u"afterVerifiedNote"_s, after)->sign(), Sign::Passed);

    // Once more in review, and back.
    find<QPushButton>(u"afterReview"_s, after)->click();
    QCOMPARE(shown(), u"resyncReview"_s);
    Q_EMIT page()->findChild<gui::ReviewPanel *>()->closeWanted();
    QCOMPARE(shown(), u"resyncAfter"_s);

    const QString ran = resync().path();
    find<QPushButton>(u"afterUndo"_s, after)->click();
    QVERIFY(waitForIdle());
    QVERIFY2(resync().problem().message.isEmpty(), qPrintable(resync().problem().toLine()));
    QCOMPARE(shown(), u"resyncReview"_s);
    QVERIFY(resync().path() != ran);
    QCOMPARE(resync().summary()->head.kind, u"undo"_s);
    QVERIFY(run());
    QCOMPARE(shown(), u"resyncAfter"_s);
    QVERIFY(resync().summary()->written() > 0);

    find<QPushButton>(u"afterClose"_s, after)->click();
    QCOMPARE(shown(), u"resyncStart"_s);
    auto *history = page()->findChild<gui::HistoryPanel *>();
    QTRY_COMPARE(history->runs().size(), 2);
}

void TestResyncPage::runGoesOnWhileSomethingElseIsShown()
{
    openPage();
    QVERIFY(plan());
    QVERIFY(ends().setFault(u"slow"_s, u"dataverse:30"_s));
    Q_EMIT page()->findChild<gui::ReviewPanel *>()->runWanted(slowly());
    QVERIFY(waitForWriting());
    m_window->openPage(MainWindow::Page::Connection);
    auto *activity = find<FieldNote>(u"activityNote"_s);
    QTRY_VERIFY(activity->text().contains(QLocale().toString(resync().summary()->counts.planned)));
    m_window->openPage(MainWindow::Page::Resync);
    QCOMPARE(shown(), u"resyncRun"_s);
    ends().clearFaults();
    QVERIFY(waitForIdle());
    QCOMPARE(resync().summary()->state, RunState::Done);
}

void TestResyncPage::pausedRunGoesOn()
{
    openPage();
    QVERIFY(plan());
    QVERIFY(ends().setFault(u"slow"_s, u"dataverse:60"_s));
    Q_EMIT page()->findChild<gui::ReviewPanel *>()->runWanted(slowly());
    QVERIFY(waitForWriting());
    auto *panel = page()->findChild<gui::RunPanel *>();
    auto *pause = find<QPushButton>(u"runPause"_s, panel);
    pause->click();
    QVERIFY(resync().isPaused());
    QTRY_VERIFY(resync().progress().phase == RunProgress::Phase::Paused);
    QTRY_COMPARE(find<QLabel>(u"runPhase"_s, panel)->text(), engine::phaseText(RunProgress::Phase::Paused));
    QVERIFY(!session().activity().isEmpty());
    pause->click();
    QVERIFY(!resync().isPaused());
    QVERIFY(waitForIdle());
    QCOMPARE(resync().summary()->state, RunState::Done);
}

void TestResyncPage::cancelledRunGoesOn()
{
    openPage();
    QVERIFY(plan());
    QVERIFY(ends().setFault(u"slow"_s, u"dataverse:60"_s));
    Q_EMIT page()->findChild<gui::ReviewPanel *>()->runWanted(slowly());
    QVERIFY(waitForWriting());
    auto *panel = page()->findChild<gui::RunPanel *>();
    m_answers->yes = false;
    find<QPushButton>(u"runCancel"_s, panel)->click();
    QVERIFY(!resync().isStopping()); // no was no
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QCOMPARE(m_answers->asked.size(), 2);
    QVERIFY(!resync().isStopping());
    m_answers->yes = true;
    find<QPushButton>(u"runCancel"_s, panel)->click();
    QVERIFY(resync().isStopping());
    QVERIFY(waitForIdle());
    QCOMPARE(resync().summary()->state, RunState::Cancelled);
    QCOMPARE(resync().summary()->counts.open, 0);
    QVERIFY(resync().summary()->counts.reconciles());

    ends().clearFaults();
    auto *resume = find<QPushButton>(u"afterResume"_s, page());
    QVERIFY(resume->isVisible() && resume->isEnabled());
    resume->click();
    QVERIFY(m_answers->consequences.contains(QLocale().toString(resync().summary()->counts.notReached)));
    QVERIFY(resync().isBusy());
    QVERIFY(waitForIdle());
    QCOMPARE(resync().summary()->state, RunState::Done);
    QVERIFY(!resume->isVisible());
}

void TestResyncPage::productionWritesOnlyWhenUnlocked()
{
    openOther(profile::EnvironmentKind::Production);
    QVERIFY(plan()); // looking is allowed
    auto *unlock = find<QToolButton>(u"unlockButton"_s);
    QVERIFY(!resync().whyNoWrite().isEmpty());
    unlock->click();
    QVERIFY(resync().whyNoWrite().isEmpty());
    QVERIFY(ends().setFault(u"slow"_s, u"dataverse:60"_s));
    Q_EMIT page()->findChild<gui::ReviewPanel *>()->runWanted(slowly());
    QVERIFY(waitForWriting());
    unlock->click(); // locked again: what runs stands still
    QVERIFY(resync().isPaused());
    QTRY_VERIFY(resync().progress().phase == RunProgress::Phase::Paused);
    auto *pause = find<QPushButton>(u"runPause"_s, page());
    QTRY_VERIFY(!pause->isEnabled());
    resync().setPaused(false);
    QVERIFY(resync().isPaused());
    ends().clearFaults();
    unlock->click();
    QTRY_VERIFY(pause->isEnabled());
    pause->click();
    QVERIFY(waitForIdle());
    QCOMPARE(resync().summary()->state, RunState::Done);
}

void TestResyncPage::unsavedRulesAreNotUsed()
{
    openOther(profile::EnvironmentKind::Sandbox);
    profile::Profile changed = session().draft();
    changed.name = u"Acme US"_s;
    session().setDraft(changed);
    QVERIFY(!resync().whyNoPlan().isEmpty());
    Q_EMIT page()->findChild<gui::ScopeForm *>()->planWanted({});
    QVERIFY(!resync().isBusy());
    QCOMPARE(note(u"resyncBannerText"_s), resync().problem().message);
    session().revert();
    QVERIFY(plan());
    QVERIFY(!find<QWidget>(u"resyncBanner"_s, page())->isVisible());
}

void TestResyncPage::problemsAreToldInPlace()
{
    openPage();
    QVERIFY(ends().setFault(u"secret"_s, u"expired"_s));
    Q_EMIT page()->findChild<gui::ScopeForm *>()->planWanted({});
    QVERIFY(waitForIdle());
    QCOMPARE(shown(), u"resyncStart"_s);
    auto *banner = find<QWidget>(u"resyncBanner"_s, page());
    QVERIFY(banner->isVisible());
    QVERIFY(!resync().problem().message.isEmpty());
    QCOMPARE(note(u"resyncBannerText"_s), resync().problem().message);
    QCOMPARE(note(u"resyncBannerFix"_s), resync().problem().fix);
    find<QToolButton>(u"resyncBannerClose"_s, page())->click();
    QVERIFY(!banner->isVisible());

    m_answers->path = m_home->filePath(u"none.cbplan"_s);
    Q_EMIT page()->findChild<gui::ScopeForm *>()->openWanted(m_answers->path);
    QVERIFY(waitForIdle());
    QVERIFY(banner->isVisible());
    QVERIFY2(note(u"resyncBannerText"_s).contains(u"none.cbplan"), qPrintable(note(u"resyncBannerText"_s)));
    QCOMPARE(shown(), u"resyncStart"_s);
}

void TestResyncPage::unfinishedRunIsOffered()
{
    openOther(profile::EnvironmentKind::Sandbox);
    const QString id = session().id();
    QVERIFY(plan());
    QVERIFY(ends().setFault(u"slow"_s, u"dataverse:60"_s));
    Q_EMIT page()->findChild<gui::ReviewPanel *>()->runWanted(slowly());
    QVERIFY(waitForWriting());
    m_window.reset(); // in the middle of it
    ends().clearFaults();

    startWindow(id);
    m_window->openPage(MainWindow::Page::Resync);
    auto *banner = find<QWidget>(u"resyncBanner"_s, page());
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(find<FieldNote>(u"resyncBannerText"_s, page())->sign(), Sign::Warning);
    m_answers->asked.clear();
    find<QPushButton>(u"resyncBannerAction"_s, page())->click();
    QTRY_COMPARE(m_answers->asked.size(), 1); // shown first, then asked
    QVERIFY(waitForIdle());
    QCOMPARE(shown(), u"resyncAfter"_s);
    QCOMPARE(resync().summary()->state, RunState::Done);
    QCOMPARE(resync().summary()->counts.open, 0);
    QCOMPARE(resync().summary()->counts.notReached, 0);
}

void TestResyncPage::historyFindsDeletesAndErases()
{
    openPage();
    const QStringList people = [this] {
        QStringList ids;
        for (const auto &person : m_house->practice().people())
            ids << person.id;
        return ids;
    }();
    QVERIFY(people.size() >= 2);
    QVERIFY(plan({.whom = engine::Scope::Whom::People, .people = {people.at(0)}}));
    resync().close();
    QVERIFY(plan({.whom = engine::Scope::Whom::People, .people = {people.at(1)}}));
    resync().close();
    auto *history = page()->findChild<gui::HistoryPanel *>();
    auto *table = find<QTableView>(u"historyTable"_s, history);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    auto *search = find<QLineEdit>(u"historySearch"_s, history);
    auto *eraseButton = find<QPushButton>(u"historyErase"_s, history);
    QVERIFY(!eraseButton->isEnabled());
    type(search, people.at(0).toUpper());
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_VERIFY(eraseButton->isEnabled());

    m_answers->yes = false;
    eraseButton->click();
    QVERIFY(m_answers->asked.last().contains(people.at(0).toUpper()));
    QVERIFY(search->text() == people.at(0).toUpper());
    m_answers->yes = true;
    eraseButton->click();
    QTRY_VERIFY(search->text().isEmpty());
    QTRY_COMPARE(find<FieldNote>(u"historyNote"_s, history)->sign(), Sign::Passed);
    QTRY_COMPARE(table->model()->rowCount(), 2); // the counts stay
    type(search, people.at(0));
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(find<FieldNote>(u"historyEmptyText"_s, history)->isVisible());
    type(search, {});
    QTRY_COMPARE(table->model()->rowCount(), 2);

    table->selectRow(0);
    const QString path = history->runs().constFirst().path;
    QVERIFY(QFile::exists(path));
    find<QPushButton>(u"historyDelete"_s, history)->click();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(!QFile::exists(path));
    table->selectRow(0);
    QTRY_VERIFY(find<QPushButton>(u"historyOpen"_s, history)->isEnabled());
    find<QPushButton>(u"historyOpen"_s, history)->click();
    QVERIFY(waitForIdle());
    QCOMPARE(shown(), u"resyncReview"_s);
}

void TestResyncPage::closingAsksAndSettles()
{
    openPage();
    QVERIFY(plan());
    const QString path = resync().path();
    QVERIFY(ends().setFault(u"slow"_s, u"dataverse:60"_s));
    Q_EMIT page()->findChild<gui::ReviewPanel *>()->runWanted(slowly());
    QVERIFY(waitForWriting());
    m_answers->yes = false;
    m_answers->asked.clear();
    m_window->close();
    QCOMPARE(m_answers->asked.size(), 1);
    QVERIFY(m_window->isVisible());
    QVERIFY(!resync().isStopping());
    m_answers->yes = true;
    m_window->close();
    QVERIFY(m_window->isVisible()); // until what is on its way has settled
    QVERIFY(resync().isStopping());
    QTRY_VERIFY(!m_window->isVisible());
    QVERIFY(!resync().isBusy());
    auto file = store::RunFile::open(store::RunPlace::file(path));
    QVERIFY(file);
    QCOMPARE((*file)->state().value(), RunState::Paused);
    const auto counts = store::RunJournal(**file).counts();
    QVERIFY(counts);
    QCOMPARE(counts->open, 0);
    QVERIFY(counts->notReached > 0);
}

void TestResyncPage::reportIsSaved()
{
    openPage();
    QVERIFY(plan());
    QVERIFY(run());
    m_answers->path = m_home->filePath(u"report.html"_s);
    find<QAction>(u"reportHtml"_s, page())->trigger();
    QVERIFY(waitForIdle());
    QVERIFY2(resync().problem().message.isEmpty(), qPrintable(resync().problem().toLine()));
    QVERIFY(QFile::exists(m_answers->path));
    QCOMPARE(shown(), u"resyncAfter"_s);
}

QTEST_MAIN(TestResyncPage)
#include "tst_resyncpage.moc"
