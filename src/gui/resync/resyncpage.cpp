#include "gui/resync/resyncpage.h"

#include "gui/icons.h"
#include "gui/live.h"
#include "gui/questions.h"
#include "gui/resync/reviewpanel.h"
#include "gui/session.h"
#include "ui_resyncpage.h"

#include <QApplication>
#include <QDataStream>
#include <QFileInfo>
#include <QLocale>
#include <QStyle>
#include <QUrl>

namespace gui {

using namespace Qt::StringLiterals;
using engine::RunSummary;
using models::Sign;
using store::RunState;
using Task = Resync::Task;

namespace {

bool isRunUnfinished(const store::RunEntry &run)
{
    return !run.problem && (run.state == RunState::Running || run.state == RunState::Paused);
}

bool isFieldOfConnection(const core::Error &problem)
{
    return problem.field.startsWith(u"authentication") || problem.field.startsWith(u"didomi") ||
           problem.field.startsWith(u"credential") || problem.field.startsWith(u"network") ||
           problem.field == u"client_secret";
}

} // namespace

void askToCancel(Questions &questions, QWidget *parent, Resync &resync)
{
    if (!resync.isBusy())
        return;
    if (resync.task() != Task::Run || resync.isPreparing())
        return resync.cancel();
    questions.confirm(parent,
                      {.title = ResyncPage::tr("Stop the run"),
                       .question = ResyncPage::tr("Stop writing here?"),
                       .consequences = ResyncPage::tr("What is on its way is finished. What was written stays; the "
                                                      "rest can be written later, or what was written taken back."),
                       .verb = ResyncPage::tr("Stop the run")},
                      [now = QPointer<Resync>(&resync)](bool yes) {
                          if (yes && now)
                              now->cancel();
                      });
}

ResyncPage::ResyncPage(Questions &questions, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ResyncPage>()), m_questions(questions)
{
    m_ui->setupUi(this);
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    layout()->setContentsMargins(0, 0, 0, 0);
    m_ui->resyncHead->setContentsMargins(margin, margin, margin, 0);
    m_ui->resyncTrail->setSteps({tr("Scope"), tr("Plan"), tr("Review"), tr("Run"), tr("Result")});
    m_ui->resyncBannerClose->setIcon(icons::icon(u"clear"_s));
    m_ui->resyncBannerAction->setIcon(icons::icon(u"play"_s));
    m_ui->resyncBanner->hide();
    m_ui->resyncBanner->setAutoFillBackground(true);
    m_ui->resyncBanner->setBackgroundRole(QPalette::Base);
    m_ui->resyncBannerText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_ui->resyncBannerRow->setStretchFactor(m_ui->resyncBannerText, 1);
    m_ui->resyncStartSplitter->setStretchFactor(0, 2);
    m_ui->resyncStartSplitter->setStretchFactor(1, 3);
    m_ui->resyncStartSplitter->setSizes({2000, 3000}); // shares; a form needs less than a list
    m_ui->resyncScope->setUp(questions);
    m_ui->resyncHistory->setUp(questions);
    connectPanels();
}

ResyncPage::~ResyncPage() = default;

Resync &ResyncPage::resync() const
{
    return m_session->resync();
}

void ResyncPage::connectPanels()
{
    connect(m_ui->resyncScope, &ScopeForm::planWanted, this,
            [this](const engine::Scope &scope) { resync().plan(scope); });
    connect(m_ui->resyncScope, &ScopeForm::openWanted, this, [this](const QString &path) { resync().open(path); });

    ReviewPanel *review = m_ui->resyncReview;
    connect(review, &ReviewPanel::runWanted, this,
            [this](const engine::RunOptions &options) { resync().run(options); });
    connect(review, &ReviewPanel::closeWanted, this, [this] {
        if (std::exchange(m_isReviewing, false))
            refresh();
        else
            resync().close();
    });
    connect(review, &ReviewPanel::maskWanted, this, [this](bool on) { m_session->live().setMasked(on); });
    connect(review, &ReviewPanel::personWanted, this, &ResyncPage::personWanted);

    connect(m_ui->resyncRun, &RunPanel::pauseWanted, this, [this](bool on) { resync().setPaused(on); });
    connect(m_ui->resyncRun, &RunPanel::cancelWanted, this, [this] { askToCancel(m_questions, this, resync()); });

    AfterPanel *after = m_ui->resyncAfter;
    connect(after, &AfterPanel::closeWanted, this, [this] { resync().close(); });
    connect(after, &AfterPanel::resumeWanted, this, &ResyncPage::goOn);
    connect(after, &AfterPanel::retryWanted, this, &ResyncPage::askToRetry);
    connect(after, &AfterPanel::verifyWanted, this, [this](qint64 sample) { resync().verify(sample); });
    connect(after, &AfterPanel::undoWanted, this, [this] { resync().undo(); });
    connect(after, &AfterPanel::reportWanted, this, &ResyncPage::saveReport);
    connect(after, &AfterPanel::reviewWanted, this, [this] {
        m_isReviewing = true;
        refresh();
    });
    connect(after, &AfterPanel::maskWanted, this, [this](bool on) { m_session->live().setMasked(on); });
    connect(after, &AfterPanel::personWanted, this, &ResyncPage::personWanted);

    HistoryPanel *history = m_ui->resyncHistory;
    connect(history, &HistoryPanel::openWanted, this, [this](const QString &path) { resync().open(path); });
    connect(history, &HistoryPanel::resumeWanted, this, &ResyncPage::openToResume);
    connect(history, &HistoryPanel::listed, this, [this] {
        fillEarlierRuns();
        refreshBanner();
    });

    connect(m_ui->resyncBannerClose, &QToolButton::clicked, this, [this] {
        const QString path = m_ui->resyncBanner->property("path").toString();
        if (!path.isEmpty())
            m_dismissed << path;
        resync().forgetProblem();
    });
    connect(m_ui->resyncBannerAction, &QPushButton::clicked, this, [this] {
        const QString path = m_ui->resyncBanner->property("path").toString();
        if (path.isEmpty()) {
            Q_EMIT fieldWanted(resync().problem().field);
            return;
        }
        openToResume(path);
    });
    connect(m_ui->resyncBannerOther, &QPushButton::clicked, this,
            [this] { resync().open(m_ui->resyncBanner->property("path").toString()); });
}

void ResyncPage::setSession(Session *session)
{
    if (m_session == session)
        return;
    if (m_session) {
        m_session->disconnect(this);
        m_session->resync().disconnect(this);
        m_session->live().disconnect(this);
    }
    m_session = session;
    m_isReviewing = m_wantsResume = false;
    m_dismissed.clear();
    m_ui->resyncReview->close();
    m_ui->resyncScope->setSession(session);
    m_ui->resyncHistory->setSession(session);
    if (!session)
        return;
    m_wasBusy = session->resync().isBusy();
    connect(&session->resync(), &Resync::changed, this, &ResyncPage::take);
    connect(&session->resync(), &Resync::progressed, this, &ResyncPage::refreshRun);
    for (const auto signal : {&Session::dirtyChanged, &Session::lockChanged})
        connect(session, signal, this, &ResyncPage::refresh);
    connect(session, &Session::surroundingsChanged, this,
            [this] { m_ui->resyncReview->setSurroundings(m_session->surroundings()); });
    connect(&session->live(), &Live::changed, this, &ResyncPage::refresh);
    refresh();
}

void ResyncPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_session)
        m_ui->resyncHistory->reload(); // others make plans too
}

/// Something began or ended.
void ResyncPage::take()
{
    const bool isBusy = resync().isBusy();
    if (m_wasBusy != isBusy && !isBusy)
        m_ui->resyncHistory->reload();
    if (isBusy && resync().task() != Task::Look)
        m_isReviewing = false;
    m_wasBusy = isBusy;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    const Step before = m_step;
    refresh();
    if (hadFocus && m_step != before) { // what had the focus is out of sight
        if (m_step == Step::Scope)
            m_ui->resyncScope->focusFirst();
        else if (m_ui->resyncStack->currentWidget() == m_ui->resyncRun)
            m_ui->resyncRun->focusFirst();
        else if (m_step == Step::Result)
            m_ui->resyncAfter->focusFirst();
        else
            m_ui->resyncReview->focusFirst();
    }
    if (!isBusy && std::exchange(m_wantsResume, false) && resync().summary())
        goOn();
}

ResyncPage::Step ResyncPage::step() const
{
    const Resync &now = resync();
    if (now.isBusy() && now.task() != Task::Look)
        return now.task() == Task::Plan || now.task() == Task::Undo ? Step::Plan
               : now.task() != Task::Run                            ? Step::Result
                                                                    : Step::Run;
    if (now.isBusy()) // it is looked at for a moment
        return m_step;
    if (now.path().isEmpty() || !now.summary())
        return Step::Scope;
    if (now.summary()->state == RunState::Planned || m_isReviewing)
        return Step::Review;
    return now.summary()->state == RunState::Planning ? Step::Plan : Step::Result;
}

QString ResyncPage::about() const
{
    const auto &summary = resync().summary();
    const store::RunHead head = summary ? summary->head : store::RunHead{};
    const QString host = head.host.isEmpty() ? QUrl(m_session->saved().integration.instance).host() : head.host;
    const auto scope = engine::scopeFromJson(head.scope);
    const QString whom = scope ? engine::describe(*scope) : head.source;
    //: %1: an integration, %2: a host, %3: a sentence that tells whom it is about.
    return tr("%1, %2. %3").arg(m_session->saved().name, host, whom).trimmed();
}

void ResyncPage::refresh()
{
    if (!m_session)
        return;
    const Resync &now = resync();
    m_step = step();
    m_ui->resyncTrail->setCurrent(int(m_step));
    const bool isWorking = now.isBusy() && now.task() != Task::Look;
    QWidget *shown = m_ui->resyncStart;
    if (isWorking || (now.isBusy() && m_ui->resyncStack->currentWidget() == m_ui->resyncRun))
        shown = m_ui->resyncRun;
    else if (now.isBusy())
        shown = m_ui->resyncStack->currentWidget();
    else if (m_step == Step::Review)
        shown = m_ui->resyncReview;
    else if (m_step != Step::Scope)
        shown = m_ui->resyncAfter;
    if (shown == m_ui->resyncReview)
        showReview();
    else if (!m_ui->resyncReview->path().isEmpty() && !(now.isBusy() && !isWorking))
        m_ui->resyncReview->close(); // lets go of the file
    refreshRun();
    refreshAfter();
    m_ui->resyncStack->setCurrentWidget(shown);
    m_ui->resyncScope->setWhyNot(now.whyNoPlan());
    refreshBanner();
}

void ResyncPage::showReview()
{
    ReviewPanel *review = m_ui->resyncReview;
    if (review->path() != resync().path())
        review->open(resync().path(), m_session->surroundings(), m_session->needsUnlock());
    review->setProduction(m_session->needsUnlock());
    review->setMayWrite(m_session->mayWrite());
    review->setBackTip(m_isReviewing ? tr("Back to what became of the run")
                                     : tr("Choose again whom the resync is about; this plan is kept"));
    review->setWhyNot(m_isReviewing ? tr("This plan was run already.") : resync().whyNoPlan());
    review->setMasked(m_session->live().isMasked());
}

void ResyncPage::refreshRun()
{
    const Resync &now = resync();
    if (!now.isBusy() || now.task() == Task::Look)
        return;
    m_ui->resyncRun->show({.task = now.task(),
                           .isPreparing = now.isPreparing(),
                           .isPaused = now.isPaused(),
                           .isStopping = now.isStopping(),
                           .progress = now.progress(),
                           .rates = now.rates(),
                           .about = about(),
                           .whyNot = now.whyNoWrite()},
                          m_session->services().clock().now());
}

void ResyncPage::refreshAfter()
{
    const Resync &now = resync();
    if (!now.summary() || now.isBusy())
        return;
    m_ui->resyncAfter->show({.summary = *now.summary(),
                             .end = now.end(),
                             .verified = now.verified(),
                             .whyNot = now.whyNoWrite(),
                             .isMasked = m_session->live().isMasked()},
                            m_session->services().clock().now());
}

void ResyncPage::refreshBanner()
{
    if (!m_session)
        return;
    const Resync &now = resync();
    const core::Error problem = now.problem();
    QString path;
    QString text = problem.message;
    QString fix = problem.fix;
    QStringList details;
    Sign sign = Sign::Failed;
    if (!text.isEmpty()) {
        for (const QString &one : {problem.code, problem.detail})
            details += one.isEmpty() ? QStringList() : QStringList{one};
        if (!problem.requestId.isEmpty())
            details += tr("Request id: %1").arg(problem.requestId);
    } else if (now.made() && !now.made()->problems.isEmpty() && !now.isBusy()) {
        sign = Sign::Warning;
        text = now.made()->unread > 0
                   ? tr("%n thing(s) could not be read, and are not in the plan.", nullptr, int(now.made()->unread))
                   : tr("What an earlier run has written is not known: its file could not be opened.");
        for (const core::Error &one : now.made()->problems.mid(0, 5))
            details += one.field.isEmpty() ? one.message : u"%1: %2"_s.arg(one.field, one.message);
    } else if (!now.isBusy() && m_step == Step::Scope) {
        for (const store::RunEntry &run : m_ui->resyncHistory->runs()) {
            if (!isRunUnfinished(run) || m_dismissed.contains(run.path))
                continue;
            path = run.path;
            sign = Sign::Warning;
            const QLocale locale;
            const QString when =
                locale.toString((run.course.startedAt.isValid() ? run.course.startedAt : run.head.madeAt).toLocalTime(),
                                QLocale::ShortFormat);
            text = tr("The run of %1 was left unfinished: %2 of %3 people are still to be done.")
                       .arg(when, locale.toString(run.counts.notReached), locale.toString(run.counts.planned));
            fix = run.course.stop;
            break;
        }
    }
    m_ui->resyncBanner->setProperty("path", path);
    m_ui->resyncBannerText->setNote(text, sign);
    m_ui->resyncBannerFix->setNote(fix);
    m_ui->resyncBannerDetail->setNote(details.join(u'\n'));
    const bool goesToField = path.isEmpty() && isFieldOfConnection(problem);
    m_ui->resyncBannerAction->setVisible(!path.isEmpty() || goesToField);
    m_ui->resyncBannerAction->setText(goesToField ? tr("Go to the field") : tr("&Resume"));
    m_ui->resyncBannerAction->setIcon(goesToField ? QIcon() : icons::icon(u"play"_s));
    m_ui->resyncBannerOther->setVisible(!path.isEmpty());
    const bool isOfMade = problem.message.isEmpty() && path.isEmpty();
    m_ui->resyncBannerClose->setVisible(!isOfMade);
    m_ui->resyncBanner->setVisible(!text.isEmpty());
}

void ResyncPage::fillEarlierRuns()
{
    QList<ScopeForm::EarlierRun> earlier;
    for (const store::RunEntry &run : m_ui->resyncHistory->runs()) {
        if (run.problem || run.head.kind != u"resync"_s || run.state == RunState::Planning ||
            run.state == RunState::Planned)
            continue;
        const auto scope = engine::scopeFromJson(run.head.scope);
        const bool wasEverybody = scope && scope->whom == engine::Scope::Whom::Everybody && !scope->isFiltered() &&
                                  scope->files.isEmpty() && run.state == RunState::Done;
        earlier << ScopeForm::EarlierRun{.path = run.path,
                                         .madeAt = run.head.madeAt,
                                         .wasEverybody = wasEverybody,
                                         .failed = run.counts.rejected + run.counts.invalid + run.counts.conflict};
    }
    m_ui->resyncScope->setEarlierRuns(earlier);
}

void ResyncPage::openToResume(const QString &path)
{
    if (resync().isBusy())
        return;
    m_wantsResume = true;
    resync().open(path);
}

/// With what was begun.
void ResyncPage::goOn()
{
    const auto &summary = resync().summary();
    if (!summary)
        return;
    if (summary->state == RunState::Planning)
        resync().resume();
    else if (summary->isUnfinished())
        askToResume();
}

void ResyncPage::askToResume()
{
    const RunSummary &summary = *resync().summary();
    if (const QString why = resync().whyNoWrite(); !why.isEmpty())
        return; // the panel says so
    QStringList consequences{tr("%Ln person(s) are still to be written to %1.", nullptr, int(summary.counts.notReached))
                                 .arg(summary.head.host)};
    if (summary.permitting > 0)
        consequences += tr("%Ln person(s) of the whole plan become contactable.", nullptr, int(summary.permitting));
    if (summary.creating > 0)
        consequences += tr("%Ln row(s) of the whole plan are created.", nullptr, int(summary.creating));
    consequences += tr("What was confirmed when it began stays confirmed.");
    m_questions.confirm(this,
                        {.title = tr("Go on with a run"),
                         .question = tr("Go on with this run?"),
                         .consequences = consequences.join(u' '),
                         .verb = tr("Go on writing")},
                        [this, session = m_session](bool yes) {
                            if (yes && session && session == m_session)
                                resync().resume();
                        });
}

void ResyncPage::askToRetry()
{
    const RunSummary &summary = *resync().summary();
    m_questions.confirm(
        this,
        {.title = tr("Retry failed only"),
         .question = tr("Write those %Ln person(s) again that were rejected?", nullptr, int(summary.counts.rejected)),
         .consequences = tr("Their rows are read and compared once more before; nobody else is written."),
         .verb = tr("Retry")},
        [this, session = m_session](bool yes) {
            if (yes && session && session == m_session)
                resync().retryFailed();
        });
}

void ResyncPage::saveReport(engine::ReportFormat format)
{
    const QString ending = engine::reportFormatWord(format);
    const QString name = QFileInfo(resync().path()).completeBaseName() + u'.' + ending;
    const QString title =
        m_session->live().isMasked() ? tr("Save the report, without what tells who people are") : tr("Save the report");
    m_questions.saveFile(this, title, name, tr("Reports (*.%1);;All files (*)").arg(ending),
                         [this, format, session = m_session](const QString &path) {
                             if (!path.isEmpty() && session && session == m_session)
                                 resync().report(format, path);
                         });
}

void ResyncPage::setPeople(const QStringList &people)
{
    if (resync().isBusy())
        return;
    resync().close();
    m_ui->resyncScope->setPeople(people);
    m_ui->resyncScope->focusFirst();
}

void ResyncPage::focusFilter()
{
    if (!m_session)
        return;
    if (m_ui->resyncStack->currentWidget() == m_ui->resyncReview)
        m_ui->resyncReview->focusFilter();
    else if (m_ui->resyncStack->currentWidget() == m_ui->resyncAfter)
        m_ui->resyncAfter->focusFilter();
    else if (m_ui->resyncStack->currentWidget() == m_ui->resyncStart)
        m_ui->resyncHistory->focusFilter();
}

QByteArray ResyncPage::layoutState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_ui->resyncStartSplitter->saveState() << m_ui->resyncReview->layoutState()
           << m_ui->resyncRun->layoutState() << m_ui->resyncAfter->layoutState();
    return state;
}

void ResyncPage::restoreLayout(const QByteArray &state)
{
    QByteArray start;
    QByteArray review;
    QByteArray run;
    QByteArray after;
    QDataStream stream(state);
    stream >> start >> review >> run >> after;
    m_ui->resyncStartSplitter->restoreState(start);
    m_ui->resyncReview->restoreLayout(review);
    m_ui->resyncRun->restoreLayout(run);
    m_ui->resyncAfter->restoreLayout(after);
}

} // namespace gui
