#include "gui/fieldnote.h"
#include "gui/resync/afterpanel.h"
#include "gui/resync/outcometable.h"
#include "gui/resync/ratechart.h"
#include "gui/resync/runpanel.h"
#include "gui/theme.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using engine::RunProgress;
using engine::RunSummary;
using gui::AfterPanel;
using gui::FieldNote;
using gui::RunPanel;
using models::RateSeries;
using models::Sign;
using store::RunState;
using Phase = RunProgress::Phase;
using Task = engine::ResyncDesk::Task;

namespace {

const QDateTime now({2026, 11, 20}, {10, 0}, Qt::UTC);

store::RunCounts countsOf(qint64 done)
{
    return {.planned = 100'000,
            .created = done / 20,
            .updated = done - done / 20 - 340,
            .unchanged = 240,
            .skipped = 60,
            .invalid = 8,
            .rejected = 20,
            .conflict = 12,
            .notReached = 100'000 - done,
            .open = 4'000};
}

RateSeries ratesOf(int samples, int waitingFrom = -1)
{
    RateSeries series;
    for (int i = 0; i < samples; ++i) {
        const bool waits = waitingFrom >= 0 && i >= waitingFrom && i < waitingFrom + 40;
        series.add(std::chrono::milliseconds(100 * i), waits ? 40 : 1400 + 300 * std::sin(i / 18.0) + i % 7 * 20,
                   waits);
    }
    return series;
}

RunPanel::Content running()
{
    return {.task = Task::Run,
            .progress = {.phase = Phase::Writing,
                         .done = 42'000,
                         .total = 100'000,
                         .people = 41'660,
                         .perSecond = 1'412,
                         .soonest = std::chrono::seconds(38),
                         .latest = std::chrono::seconds(190),
                         .bottleneck = RunProgress::Bottleneck::Server,
                         .inFlight = 24,
                         .permits = 26,
                         .rowsPerRequest = 400,
                         .requests = 1'204,
                         .throttled = 2,
                         .counts = countsOf(42'000)},
            .rates = ratesOf(420),
            .about = u"Acme EU, org1234.crm4.dynamics.com. Everybody, from Didomi."_s};
}

RunSummary summary(RunState state, qint64 done)
{
    RunSummary made{.path = u"/plans/one.cbplan"_s,
                    .head = {.profileName = u"Acme EU"_s,
                             .host = u"org1234.crm4.dynamics.com"_s,
                             .madeAt = now.addSecs(-600),
                             .source = u"From Didomi."_s},
                    .state = state,
                    .counts = countsOf(done)};
    made.counts.open = 0;
    for (int i = 0; i < 40; ++i)
        made.failures << RunSummary::Failure{
            .item = i + 1,
            .person = u"person-%1@example.com"_s.arg(i),
            .outcome = i < 20   ? store::Outcome::Rejected
                       : i < 32 ? store::Outcome::Conflict
                                : store::Outcome::Invalid,
            .row = u"Person %1"_s.arg(i),
            .reason = i < 20 ? u"Dataverse refused the value of “emailaddress1”: it is longer than 100 characters."_s
                             : u"Several rows match, and none is written."_s,
            .code = i < 20 ? u"0x80044331"_s : QString(),
            .requestId = u"7c0f0000-0000-4000-8000-%1"_s.arg(i, 12, 10, '0'_L1)};
    return made;
}

} // namespace

/// The panels of a run, with values that are hard to come by.
class TestRunPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void tellsHowFarItIs();
    void tellsWhoWrites();
    void countsDownWhileItWaits();
    void pausesAndGoesOn();
    void cancelsOnce();
    void planningHasNoOutcomes();
    void timeLeft_data();
    void timeLeft();
    void countsThatDoNotAddUpAreTold();
    void chartSaysInWordsWhatItDraws();
    void chartFollowsThePalette();
    void afterTellsWhatCanBeDone_data();
    void afterTellsWhatCanBeDone();
    void failuresAreListedFilteredAndMasked();
    void tabKeyLeadsThroughTheResult();
    void verifyingIsTold();
    void picturesOfAllStates();

private:
    template <typename T>
    static T *find(QWidget &panel, const QString &name)
    {
        T *found = panel.findChild<T *>(name);
        if (!found)
            qFatal("no child %s", qPrintable(name));
        return found;
    }
};

void TestRunPanel::tellsHowFarItIs()
{
    RunPanel panel;
    panel.show(running(), now);
    QCOMPARE(find<QLabel>(panel, u"runPhase"_s)->text(), engine::phaseText(Phase::Writing));
    auto *bar = find<QProgressBar>(panel, u"runBar"_s);
    QCOMPARE(double(bar->value()) / bar->maximum(), 0.42);
    QVERIFY(find<QLabel>(panel, u"runDone"_s)->text().contains(u"42,000 of 100,000"));
    QVERIFY(find<QLabel>(panel, u"runLeft"_s)->text().contains(u"38 second"));
    QVERIFY(find<QLabel>(panel, u"runLeft"_s)->text().contains(u"3 minute"));
    QCOMPARE(find<FieldNote>(panel, u"runBottleneck"_s)->text(),
             engine::bottleneckText(RunProgress::Bottleneck::Server));
    QVERIFY(find<FieldNote>(panel, u"runWait"_s)->text().isEmpty());
    const QStringList facts{u"24"_s, u"26"_s, u"400"_s, u"1,204"_s, u"2"_s};
    for (int row = 0; row < facts.size(); ++row)
        QCOMPARE(find<QLabel>(panel, u"runFact%1"_s.arg(row))->text(), facts.at(row));
    QCOMPARE(find<QLabel>(panel, u"outcome-rejected"_s)->text(), u"20"_s);
    QVERIFY(find<QLabel>(panel, u"outcome-rejected"_s)->accessibleName().contains(u"20"));
    QCOMPARE(find<QLabel>(panel, u"outcome-planned"_s)->text(), u"100,000"_s);
}

void TestRunPanel::tellsWhoWrites()
{
    RunPanel panel;
    RunPanel::Content content = running();
    content.progress.users = 1;
    panel.show(content, now);
    auto *note = find<FieldNote>(panel, u"runUsers"_s);
    QVERIFY(note->text().isEmpty()); // nothing worth telling
    content.progress.users = 3;
    panel.show(content, now);
    QCOMPARE(note->text(), engine::usersText(3));
    QVERIFY(note->text().contains(u"3 application users"));
    const QList<core::Error> refused{{.kind = core::Error::Kind::SignIn,
                                      .message = u"Further application user Night shift: The secret is wrong."_s,
                                      .fix = u"Enter the right one."_s}};
    content.progress.users = 2;
    content.progress.refused = refused;
    panel.show(content, now);
    QCOMPARE(note->sign(), Sign::Warning);
    for (const QString &part : {engine::usersText(2), refused.constFirst().message, refused.constFirst().fix})
        QVERIFY2(note->text().contains(part), qPrintable(part));

    AfterPanel after;
    AfterPanel::Content ended{.summary = summary(RunState::Done, 100'000), .end = engine::RunEnd{.users = 3}};
    after.show(ended, now);
    QVERIFY(find<FieldNote>(after, u"afterResult"_s)->text().contains(u"3 application users"));
    QVERIFY(find<FieldNote>(after, u"afterUsers"_s)->text().isEmpty());
    ended.end->refused = refused;
    after.show(ended, now);
    auto *lost = find<FieldNote>(after, u"afterUsers"_s);
    QCOMPARE(lost->sign(), Sign::Warning);
    QVERIFY(lost->text().contains(refused.constFirst().message));
    QVERIFY(lost->text().contains(refused.constFirst().fix));
}

void TestRunPanel::countsDownWhileItWaits()
{
    RunPanel panel;
    RunPanel::Content content = running();
    content.progress.waitingFor = u"Dataverse asked us to wait (429)."_s;
    content.progress.waitingUntil = now.addSecs(17);
    panel.show(content, now);
    auto *note = find<FieldNote>(panel, u"runWait"_s);
    QCOMPARE(note->sign(), Sign::Warning);
    QVERIFY2(note->text().startsWith(content.progress.waitingFor), qPrintable(note->text()));
    QVERIFY2(note->text().contains(u"17 second"), qPrintable(note->text()));
    QVERIFY(find<FieldNote>(panel, u"runBottleneck"_s)->text().isEmpty()); // one reason at a time
    QTRY_VERIFY(note->text().contains(u"16 second") || note->text().contains(u"15 second"));
    content.progress.waitingFor.clear();
    panel.show(content, now);
    QVERIFY(note->text().isEmpty());
}

void TestRunPanel::pausesAndGoesOn()
{
    RunPanel panel;
    RunPanel::Content content = running();
    panel.show(content, now);
    auto *button = find<QPushButton>(panel, u"runPause"_s);
    QSignalSpy wanted(&panel, &RunPanel::pauseWanted);
    button->click();
    QCOMPARE(wanted.takeFirst().first().toBool(), true);
    content.isPaused = true;
    panel.show(content, now);
    QCOMPARE(find<QLabel>(panel, u"runPhase"_s)->text(), engine::phaseText(Phase::Pausing));
    content.progress.phase = Phase::Paused;
    panel.show(content, now);
    QCOMPARE(find<QLabel>(panel, u"runPhase"_s)->text(), engine::phaseText(Phase::Paused));
    QCOMPARE(find<FieldNote>(panel, u"runWait"_s)->sign(), Sign::Waiting);
    QVERIFY(find<QLabel>(panel, u"runLeft"_s)->text().isEmpty());
    button->click();
    QCOMPARE(wanted.takeFirst().first().toBool(), false);
    content.whyNot = u"The lock is closed."_s; // somebody locked production meanwhile
    panel.show(content, now);
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), content.whyNot);
}

void TestRunPanel::cancelsOnce()
{
    RunPanel panel;
    RunPanel::Content content = running();
    panel.show(content, now);
    auto *button = find<QPushButton>(panel, u"runCancel"_s);
    QSignalSpy wanted(&panel, &RunPanel::cancelWanted);
    button->click();
    QCOMPARE(wanted.size(), 1);
    content.isStopping = true;
    panel.show(content, now);
    QVERIFY(!button->isEnabled());
    QVERIFY(!find<QPushButton>(panel, u"runPause"_s)->isEnabled());
    QVERIFY(find<QLabel>(panel, u"runPhase"_s)->text() != engine::phaseText(Phase::Writing));
}

void TestRunPanel::planningHasNoOutcomes()
{
    RunPanel panel;
    RunPanel::Content content = running();
    content.task = Task::Plan;
    content.progress.phase = Phase::Reading;
    panel.show(content, now);
    QVERIFY(!find<QWidget>(panel, u"runOutcomes"_s)->isVisibleTo(&panel));
    QVERIFY(!find<QWidget>(panel, u"runPause"_s)->isVisibleTo(&panel));
    QVERIFY(find<QLabel>(panel, u"runDone"_s)->text().contains(u"41,660"));
    content.progress.total = 0; // a source that does not say how much it has
    panel.show(content, now);
    QCOMPARE(find<QProgressBar>(panel, u"runBar"_s)->maximum(), 0);
}

void TestRunPanel::timeLeft_data()
{
    QTest::addColumn<int>("soonest");
    QTest::addColumn<int>("latest");
    QTest::addColumn<QString>("text");
    QTest::newRow("not known") << -1 << -1 << QString();
    QTest::newRow("nearly over") << 1 << 4 << u"a few seconds left"_s;
    QTest::newRow("a range") << 120 << 320 << u"between 2 minutes and 5 minutes left"_s;
    QTest::newRow("the same") << 170 << 185 << u"about 3 minutes left"_s;
    QTest::newRow("hours") << 7'000 << 11'000 << u"between 2 hours and 3 hours left"_s;
    QTest::newRow("turned round") << 320 << 120 << u"between 2 minutes and 5 minutes left"_s;
}

void TestRunPanel::timeLeft()
{
    QFETCH(int, soonest);
    QFETCH(int, latest);
    QFETCH(QString, text);
    RunProgress progress;
    if (soonest >= 0) {
        progress.soonest = std::chrono::seconds(soonest);
        progress.latest = std::chrono::seconds(latest);
    }
    // Without a translation English plurals stand as they are written.
    QCOMPARE(gui::timeLeftText(progress).replace(u"(s)"_s, u"s"_s), text);
}

void TestRunPanel::countsThatDoNotAddUpAreTold()
{
    gui::OutcomeTable table;
    store::RunCounts counts = countsOf(42'000);
    QVERIFY(counts.reconciles());
    table.setCounts(counts);
    auto *note = find<FieldNote>(table, u"outcome-note"_s);
    QVERIFY(note->text().contains(u"4,000"));
    counts.open = 0;
    table.setCounts(counts);
    QVERIFY(note->text().isEmpty());
    ++counts.updated;
    table.setCounts(counts);
    QCOMPARE(note->sign(), Sign::Failed);
}

void TestRunPanel::chartSaysInWordsWhatItDraws()
{
    gui::RateChart chart;
    QVERIFY(!chart.accessibleName().isEmpty());
    chart.setSeries({});
    const QString nothing = chart.summary();
    QVERIFY(!nothing.isEmpty());
    RateSeries series;
    for (int i = 0; i <= 100; ++i)
        series.add(std::chrono::milliseconds(100 * i), i < 50 ? 2'000 : 1'204, false);
    gui::RateChart other;
    other.setSeries(series);
    QVERIFY(other.summary().contains(u"1,204"));
    QVERIFY(other.summary().contains(u"2,000"));
    QCOMPARE(other.accessibleDescription(), other.summary());
}

void TestRunPanel::chartFollowsThePalette()
{
    gui::RateChart chart;
    chart.resize(400, 160);
    chart.setSeries(ratesOf(200));
    for (const QPalette &palette : {gui::theme::lightPalette(), gui::theme::darkPalette()}) {
        chart.setPalette(palette);
        const QColor curve = palette.color(QPalette::Link);
        QVERIFY(gui::theme::contrast(curve, palette.color(QPalette::Window)) >= 3);
        const QImage image = chart.grab().toImage();
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                drawn += image.pixelColor(x, y) == curve ? 1 : 0;
        }
        QVERIFY(drawn > 20);
    }
}

void TestRunPanel::afterTellsWhatCanBeDone_data()
{
    QTest::addColumn<RunState>("state");
    QTest::addColumn<qint64>("done");
    QTest::addColumn<QString>("whyNot");
    QTest::addColumn<QStringList>("visible");
    QTest::addColumn<QStringList>("enabled");
    const QStringList after{u"afterVerify"_s, u"afterUndo"_s, u"afterReport"_s, u"afterReview"_s};
    QTest::newRow("planning stopped") << RunState::Planning << qint64(0) << QString()
                                      << QStringList{u"afterResume"_s, u"afterReview"_s}
                                      << QStringList{u"afterResume"_s, u"afterReview"_s};
    QTest::newRow("killed") << RunState::Running << qint64(42'000) << QString() << QStringList{u"afterResume"_s} + after
                            << QStringList{u"afterResume"_s, u"afterVerify"_s, u"afterReport"_s, u"afterReview"_s};
    QTest::newRow("paused") << RunState::Paused << qint64(42'000) << QString() << QStringList{u"afterResume"_s} + after
                            << QStringList{u"afterResume"_s} + after;
    QTest::newRow("locked") << RunState::Cancelled << qint64(42'000) << u"Unlock first."_s
                            << QStringList{u"afterResume"_s} + after << after;
    QTest::newRow("done") << RunState::Done << qint64(100'000) << QString() << QStringList{u"afterRetry"_s} + after
                          << QStringList{u"afterRetry"_s} + after;
    QTest::newRow("taken back") << RunState::Undone << qint64(100'000) << QString() << after
                                << QStringList{u"afterVerify"_s, u"afterReport"_s, u"afterReview"_s};
}

void TestRunPanel::afterTellsWhatCanBeDone()
{
    QFETCH(RunState, state);
    QFETCH(qint64, done);
    QFETCH(QString, whyNot);
    QFETCH(QStringList, visible);
    QFETCH(QStringList, enabled);
    AfterPanel panel;
    RunSummary made = summary(state, std::max<qint64>(done, 400));
    if (done == 0)
        made.counts = {};
    panel.show({.summary = made, .whyNot = whyNot}, now);
    QVERIFY(!find<QLabel>(panel, u"afterTitle"_s)->text().isEmpty());
    for (const char *name : {"afterResume", "afterRetry", "afterVerify", "afterUndo", "afterReport", "afterReview"}) {
        auto *button = find<QPushButton>(panel, QString::fromLatin1(name));
        QVERIFY2(button->isVisibleTo(&panel) == visible.contains(button->objectName()), name);
        if (button->isVisibleTo(&panel))
            QVERIFY2(button->isEnabled() == enabled.contains(button->objectName()), name);
        if (button->isVisibleTo(&panel) && !button->isEnabled())
            QVERIFY(!button->toolTip().isEmpty()); // with its reason
    }
    QCOMPARE(find<FieldNote>(panel, u"afterWhyNot"_s)->text(), whyNot);
}

void TestRunPanel::failuresAreListedFilteredAndMasked()
{
    AfterPanel panel;
    RunSummary made = summary(RunState::Done, 100'000);
    panel.show({.summary = made}, now);
    QVERIFY(find<QLabel>(panel, u"afterTitle"_s)->text().contains(u"40"));
    auto *table = find<QTableView>(panel, u"afterFailures"_s);
    QCOMPARE(table->model()->rowCount(), 40);
    auto *filter = find<QLineEdit>(panel, u"afterFilter"_s);
    filter->setText(u"0x80044331"_s);
    QCOMPARE(table->model()->rowCount(), 20);
    filter->setText(u"nobody like that"_s);
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(!find<FieldNote>(panel, u"afterFailedNote"_s)->text().isEmpty());
    filter->clear();
    panel.show({.summary = made, .isMasked = true}, now);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            for (int role = 0; role < int(models::FirstOwnRole); ++role)
                QVERIFY(!table->model()->index(row, column).data(role).toString().contains(u"person-"));
        }
    }
    QSignalSpy person(&panel, &AfterPanel::personWanted);
    Q_EMIT table->activated(table->model()->index(3, 0));
    QCOMPARE(person.takeFirst().first().toString(), u"person-3@example.com"_s);

    made.counts.rejected += 1'000;
    made.counts.updated -= 1'000;
    panel.show({.summary = made}, now);
    QVERIFY(find<FieldNote>(panel, u"afterFailedNote"_s)->text().contains(u"1,040"));
}

void TestRunPanel::tabKeyLeadsThroughTheResult()
{
    AfterPanel panel;
    panel.show({.summary = summary(RunState::Done, 100'000)}, now);
    panel.QWidget::show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    auto *first = find<QPushButton>(panel, u"afterClose"_s);
    first->setFocus();
    QStringList met;
    while (met.size() < 20 && (met.isEmpty() || QApplication::focusWidget() != first)) {
        met << QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(QApplication::focusWidget(), first); // all round
    for (const QString &name :
         {u"afterRetry"_s, u"afterReview"_s, u"afterFilter"_s, u"afterMask"_s, u"afterFailures"_s})
        QVERIFY2(met.contains(name), qPrintable(name + u" is not among "_s + met.join(u' ')));
}

void TestRunPanel::verifyingIsTold()
{
    AfterPanel panel;
    QSignalSpy wanted(&panel, &AfterPanel::verifyWanted);
    panel.findChild<QAction *>(u"verifyAll"_s)->trigger();
    panel.findChild<QAction *>(u"verifySample"_s)->trigger();
    QCOMPARE(wanted.takeFirst().first().toLongLong(), 0);
    QVERIFY(wanted.takeFirst().first().toLongLong() > 0);
    const RunSummary made = summary(RunState::Done, 100'000);
    panel.show({.summary = made, .verified = engine::VerifyReport{.rows = 200, .same = 200}}, now);
    auto *note = find<FieldNote>(panel, u"afterVerifiedNote"_s);
    QCOMPARE(note->sign(), Sign::Passed);
    panel.show({.summary = made,
                .verified = engine::VerifyReport{.rows = 200,
                                                 .same = 197,
                                                 .gone = 1,
                                                 .differ = 2,
                                                 .divergences = {{.person = u"a"_s, .column = u"donotphone"_s},
                                                                 {.person = u"b"_s, .column = u"donotphone"_s},
                                                                 {.person = u"c"_s}}}},
               now);
    QCOMPARE(note->sign(), Sign::Warning);
    QCOMPARE(find<QTableView>(panel, u"afterDivergences"_s)->model()->rowCount(), 3);
}

/// Draws every state in both palettes; with a folder in CONSENT_BRIDGE_PICTURES also for people.
void TestRunPanel::picturesOfAllStates()
{
    const QString folder = qEnvironmentVariable("CONSENT_BRIDGE_PICTURES");
    std::vector<std::pair<QString, RunPanel::Content>> states;
    RunPanel::Content content = running();
    states.emplace_back(u"running"_s, content);
    content.progress.waitingFor = u"Dataverse asked us to wait (429)."_s;
    content.progress.waitingUntil = now.addSecs(17);
    content.progress.bottleneck = RunProgress::Bottleneck::Throttle;
    content.progress.inFlight = 0;
    content.progress.throttled = 9;
    content.rates = ratesOf(900, 820);
    states.emplace_back(u"throttled"_s, content);
    const core::Error refused{.kind = core::Error::Kind::SignIn,
                              .message = u"Further application user Night shift: The client secret is wrong."_s,
                              .fix = u"Enter the secret's value, not its id."_s};
    content = running();
    content.progress.users = 2;
    content.progress.refused = {refused};
    states.emplace_back(u"fewer users"_s, content);
    content = running();
    content.isPaused = true;
    content.progress.phase = Phase::Paused;
    content.progress.inFlight = 0;
    content.progress.counts.open = 0;
    states.emplace_back(u"paused"_s, content);
    content.isStopping = true;
    states.emplace_back(u"stopping"_s, content);
    content = running();
    content.task = Task::Plan;
    content.progress.phase = Phase::Reading;
    content.progress.rowsPerRequest = 0;
    states.emplace_back(u"planning"_s, content);
    states.emplace_back(u"preparing"_s, RunPanel::Content{.task = Task::Plan, .isPreparing = true});

    std::vector<std::pair<QString, AfterPanel::Content>> ends;
    RunSummary clean = summary(RunState::Done, 100'000);
    clean.failures.clear();
    clean.counts.unchanged += clean.counts.rejected + clean.counts.conflict + clean.counts.invalid;
    clean.counts.rejected = clean.counts.conflict = clean.counts.invalid = 0;
    const engine::RunEnd end{.time = std::chrono::seconds(71), .requests = 2'804, .throttled = 2};
    ends.emplace_back(u"done"_s, AfterPanel::Content{.summary = clean, .end = end});
    ends.emplace_back(u"done by fewer"_s, AfterPanel::Content{.summary = clean,
                                                              .end = engine::RunEnd{.time = std::chrono::seconds(71),
                                                                                    .requests = 2'804,
                                                                                    .throttled = 2,
                                                                                    .users = 3,
                                                                                    .refused = {refused}}});
    ends.emplace_back(u"failed"_s, AfterPanel::Content{.summary = summary(RunState::Done, 100'000), .end = end});
    ends.emplace_back(u"unfinished"_s,
                      AfterPanel::Content{.summary = summary(RunState::Running, 42'000), .whyNot = u"Unlock first."_s});
    ends.emplace_back(u"undone"_s, AfterPanel::Content{.summary = summary(RunState::Undone, 100'000)});
    RunSummary stopped = summary(RunState::Paused, 42'000);
    stopped.course.stop = u"The network cannot be reached."_s;
    ends.emplace_back(u"interrupted"_s, AfterPanel::Content{.summary = stopped});
    engine::VerifyReport report{.rows = 500, .same = 497, .gone = 1, .differ = 2};
    for (int i = 0; i < 3; ++i)
        report.divergences << engine::Divergence{.person = u"person-%1@example.com"_s.arg(i),
                                                 .table = u"contact"_s,
                                                 .rowId = u"7c0f0000-0000-4000-8000-000000000001"_s,
                                                 .column = i < 2 ? u"donotbulkemail"_s : QString(),
                                                 .wrote = u"Allow"_s,
                                                 .says = i < 2 ? u"Do not allow"_s : QString()};
    ends.emplace_back(u"verified"_s, AfterPanel::Content{.summary = clean, .end = end, .verified = report});

    const QPalette before = QApplication::palette();
    for (const auto choice : {gui::theme::Choice::Light, gui::theme::Choice::Dark}) {
        gui::theme::apply(choice);
        const auto keep = [&](QWidget &panel, const QString &name) {
            panel.resize(1060, 620);
            panel.ensurePolished();
            const QPixmap picture = panel.grab();
            QVERIFY(!picture.isNull());
            if (!folder.isEmpty())
                QVERIFY(picture.save(QDir(folder).filePath(
                    name + (choice == gui::theme::Choice::Light ? u"-light.png"_s : u"-dark.png"_s))));
        };
        for (const auto &[name, state] : states) {
            RunPanel panel;
            panel.show(state, now);
            keep(panel, name);
        }
        for (const auto &[name, state] : ends) {
            AfterPanel panel;
            panel.show(state, now);
            keep(panel, name);
        }
    }
    QApplication::setPalette(before);
}

QTEST_MAIN(TestRunPanel)
#include "tst_runpanel.moc"
