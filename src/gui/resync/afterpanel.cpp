#include "gui/resync/afterpanel.h"

#include "gui/columnshares.h"
#include "gui/icons.h"
#include "gui/tablelook.h"
#include "models/age.h"
#include "models/divergencemodel.h"
#include "models/failuremodel.h"
#include "ui_afterpanel.h"

#include <QLocale>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStyle>
#include <QTabBar>

#include <algorithm>
#include <utility>

namespace gui {

using namespace Qt::StringLiterals;
using engine::RunSummary;
using models::Sign;
using store::RunState;

namespace {

constexpr qint64 sampleRows = 500;

qint64 failed(const store::RunCounts &counts)
{
    return counts.rejected + counts.conflict + counts.invalid;
}

QString spanText(std::chrono::milliseconds span)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(span).count();
    if (seconds < 120)
        return AfterPanel::tr("%n second(s)", nullptr, int(std::max<qint64>(1, seconds)));
    return AfterPanel::tr("%n minute(s)", nullptr, int((seconds + 30) / 60));
}

} // namespace

QString titleOf(const RunSummary &summary)
{
    const qint64 bad = failed(summary.counts);
    switch (summary.state) {
    case RunState::Planning:
        return AfterPanel::tr("This plan is not complete");
    case RunState::Planned:
        return AfterPanel::tr("This plan has not been run");
    case RunState::Running:
        return AfterPanel::tr("This run was interrupted");
    case RunState::Paused:
        return AfterPanel::tr("This run is paused");
    case RunState::Cancelled:
        return AfterPanel::tr("This run was cancelled");
    case RunState::Undone:
        return AfterPanel::tr("This run was taken back");
    case RunState::Done:
        break;
    }
    if (bad > 0 && summary.head.kind == u"undo"_s)
        return AfterPanel::tr("Done, but %Ln person(s) could not be taken back", nullptr, int(bad));
    return bad > 0 ? AfterPanel::tr("Done, but %Ln person(s) could not be written", nullptr, int(bad))
                   : AfterPanel::tr("Done: everybody was dealt with");
}

Sign signOf(const RunSummary &summary)
{
    switch (summary.state) {
    case RunState::Planning:
    case RunState::Planned:
        return Sign::Planned;
    case RunState::Running:
        return Sign::Warning;
    case RunState::Paused:
        return Sign::Waiting;
    case RunState::Cancelled:
    case RunState::Undone:
        return Sign::Skipped;
    case RunState::Done:
        break;
    }
    return summary.counts.rejected + summary.counts.invalid > 0 ? Sign::Failed
           : summary.counts.conflict > 0                        ? Sign::Warning
                                                                : Sign::Passed;
}

AfterPanel::AfterPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AfterPanel>())
    , m_failures(new models::FailureModel(this))
    , m_divergences(new models::DivergenceModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    const int line = fontMetrics().height();
    const int character = fontMetrics().averageCharWidth();
    layout()->setContentsMargins(margin, margin, margin, margin);
    m_ui->afterLayout->setStretchFactor(m_ui->afterSplitter, 1);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_ui->afterTitle->setFont(large);
    m_ui->afterActions->setContentsMargins(0, line / 3, 0, line / 3);
    m_ui->afterSplitter->setStretchFactor(0, 1);
    m_ui->afterSplitter->setStretchFactor(1, 3);
    m_ui->afterCountsSide->layout()->setContentsMargins(0, 0, margin, 0);
    m_ui->afterCountsHeading->setWordWrap(true);
    m_ui->afterCountsSide->setMinimumWidth(std::max(28 * character, m_ui->afterCountsSide->minimumSizeHint().width()));
    m_ui->afterFilter->setMaximumWidth(30 * character);
    m_ui->afterTabs->setDocumentMode(true);
    // What is on the pages comes after the tabs themselves. The widget around both leads back to the tabs.
    m_ui->afterTabs->setFocusPolicy(Qt::NoFocus); // which it tells its tabs, too
    m_ui->afterTabs->tabBar()->setFocusPolicy(Qt::TabFocus);
    QWidget *before = m_ui->afterReview;
    for (QWidget *next : {static_cast<QWidget *>(m_ui->afterTabs->tabBar()), static_cast<QWidget *>(m_ui->afterFilter),
                          static_cast<QWidget *>(m_ui->afterMask), static_cast<QWidget *>(m_ui->afterFailures),
                          static_cast<QWidget *>(m_ui->afterDivergences)})
        setTabOrder(std::exchange(before, next), next);
    const std::pair<QAbstractButton *, QString> pictures[] = {
        {m_ui->afterResume, u"play"_s}, {m_ui->afterRetry, u"redo"_s},    {m_ui->afterVerify, u"test"_s},
        {m_ui->afterUndo, u"undo"_s},   {m_ui->afterReport, u"export"_s}, {m_ui->afterReview, u"details"_s},
        {m_ui->afterMask, u"hide"_s}};
    for (const auto &[button, name] : pictures)
        button->setIcon(icons::icon(name));

    m_filtered->setSourceModel(m_failures);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterKeyColumn(-1);
    for (QTableView *table : {m_ui->afterFailures, m_ui->afterDivergences})
        prepareTable(table);
    m_ui->afterFailures->setModel(m_filtered);
    m_ui->afterDivergences->setModel(m_divergences);
    m_failureShares = new ColumnShares(m_ui->afterFailures, {26, 14, 44, 16});
    new ColumnShares(m_ui->afterDivergences, {22, 26, 20, 16, 16});

    m_ui->afterTabs->setTabVisible(m_ui->afterTabs->indexOf(m_ui->afterVerified), false);
    buildMenus();
    connect(m_ui->afterClose, &QPushButton::clicked, this, &AfterPanel::closeWanted);
    connect(m_ui->afterResume, &QPushButton::clicked, this, &AfterPanel::resumeWanted);
    connect(m_ui->afterRetry, &QPushButton::clicked, this, &AfterPanel::retryWanted);
    connect(m_ui->afterUndo, &QPushButton::clicked, this, &AfterPanel::undoWanted);
    connect(m_ui->afterReview, &QPushButton::clicked, this, &AfterPanel::reviewWanted);
    connect(m_ui->afterMask, &QToolButton::clicked, this, &AfterPanel::maskWanted);
    connect(m_ui->afterFilter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered->setFilterFixedString(text.trimmed());
        showFailures();
    });
    connect(m_ui->afterFailures, &QTableView::activated, this, [this](const QModelIndex &index) {
        const QString person = m_failures->failure(m_filtered->mapToSource(index).row()).person;
        if (!person.isEmpty())
            Q_EMIT personWanted(person);
    });
}

AfterPanel::~AfterPanel() = default;

void AfterPanel::buildMenus()
{
    auto *verify = new QMenu(m_ui->afterVerify);
    verify->addAction(tr("&All rows that were written"), this, [this] { Q_EMIT verifyWanted(0); })
        ->setObjectName(u"verifyAll"_s);
    verify
        ->addAction(tr("A &sample of %Ln row(s)", nullptr, int(sampleRows)), this,
                    [this] { Q_EMIT verifyWanted(sampleRows); })
        ->setObjectName(u"verifySample"_s);
    m_ui->afterVerify->setMenu(verify);
    auto *report = new QMenu(m_ui->afterReport);
    const std::tuple<QString, engine::ReportFormat, QString> formats[] = {
        {tr("&Table for a spreadsheet (CSV)…"), engine::ReportFormat::Csv, u"reportCsv"_s},
        {tr("&Data (JSON)…"), engine::ReportFormat::Json, u"reportJson"_s},
        {tr("&Page to read or print (HTML)…"), engine::ReportFormat::Html, u"reportHtml"_s}};
    for (const auto &[text, format, name] : formats)
        report->addAction(text, this, [this, format = format] { Q_EMIT reportWanted(format); })->setObjectName(name);
    m_ui->afterReport->setMenu(report);
}

void AfterPanel::drawPicture()
{
    const int side = QFontMetrics(m_ui->afterTitle->font()).height();
    m_ui->afterIcon->setPixmap(icons::signIcon(m_sign).pixmap(QSize(side, side), devicePixelRatio()));
}

void AfterPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) // labels hold pixmaps, which do not follow by themselves
        drawPicture();
    QWidget::changeEvent(event);
}

void AfterPanel::show(const Content &content, const QDateTime &now)
{
    m_content = content;
    const RunSummary &summary = content.summary;
    m_sign = signOf(summary);
    drawPicture();
    m_ui->afterTitle->setText(titleOf(summary));
    //: %1: an integration, %2: a host, %3: "5 minutes ago".
    m_ui->afterAbout->setNote(tr("%1, %2, planned %3. %4")
                                  .arg(summary.head.profileName, summary.head.host,
                                       models::ageText(summary.head.madeAt, now), summary.head.source)
                                  .trimmed());
    showTitle();
    m_ui->afterOutcomes->setCounts(summary.counts);
    showActions();
    m_failures->setMasked(content.isMasked);
    m_failures->setFailures(summary.failures);
    m_divergences->setMasked(content.isMasked);
    m_ui->afterMask->setChecked(content.isMasked);
    showFailures();
    showVerified();
}

/// Why it stands as it does.
void AfterPanel::showTitle()
{
    const RunSummary &summary = m_content.summary;
    const bool hasLost = m_content.end && !m_content.end->refused.isEmpty();
    m_ui->afterUsers->setNote(hasLost ? engine::refusedText(m_content.end->refused) : QString(), Sign::Warning);
    if (!summary.course.stop.isEmpty()) {
        const QString fix = m_content.end && m_content.end->stop ? m_content.end->stop->fix : QString();
        m_ui->afterResult->setNote(tr("It was stopped: %1 %2").arg(summary.course.stop, fix).trimmed(), Sign::Failed);
        return;
    }
    switch (summary.state) {
    case RunState::Planning:
        m_ui->afterResult->setNote(tr("Planning was stopped before everybody was read. What was planned is kept."));
        return;
    case RunState::Running:
        m_ui->afterResult->setNote(
            tr("The program ended while it was going on. Resuming first finds out what became of "
               "the writes that were on their way; nothing is written twice."),
            Sign::Warning);
        return;
    case RunState::Paused:
    case RunState::Cancelled:
        m_ui->afterResult->setNote(summary.counts.notReached > 0
                                       ? tr("%Ln person(s) are not written yet. What was written stays.", nullptr,
                                            int(summary.counts.notReached))
                                       : tr("What was written stays."));
        return;
    case RunState::Undone:
        m_ui->afterResult->setNote(
            tr("Its rows are as they were before, but for those that the plan which took it back "
               "lists, with the reasons."));
        return;
    case RunState::Planned:
    case RunState::Done:
        break;
    }
    if (!m_content.end)
        return m_ui->afterResult->setNote({});
    const QString took = tr("It took %1, with %Ln request(s).", nullptr, int(m_content.end->requests))
                             .arg(spanText(m_content.end->time));
    const QString waited = m_content.end->throttled > 0
                               ? tr("Dataverse asked %Ln time(s) to wait.", nullptr, int(m_content.end->throttled))
                               : QString();
    const QString users = m_content.end->users > 1 ? tr("%Ln application users wrote, each with a limit of its own.",
                                                        nullptr, m_content.end->users)
                                                   : QString();
    QStringList sentences{took, waited, users};
    sentences.removeAll({});
    m_ui->afterResult->setNote(sentences.join(u' '));
}

void AfterPanel::showActions()
{
    const RunSummary &summary = m_content.summary;
    const bool mayWrite = m_content.whyNot.isEmpty();
    const bool isPlanning = summary.state == RunState::Planning;
    const bool hasWritten = summary.written() > 0;
    const bool isOver =
        summary.state == RunState::Done || summary.state == RunState::Cancelled || summary.state == RunState::Paused;
    m_ui->afterResume->setVisible(summary.isUnfinished());
    m_ui->afterResume->setText(isPlanning ? tr("&Go on planning") : tr("Res&ume"));
    m_ui->afterResume->setEnabled(isPlanning || mayWrite);
    m_ui->afterResume->setToolTip(isPlanning ? tr("Read those who are not in the plan yet")
                                  : mayWrite ? tr("Write those who are not written yet")
                                             : m_content.whyNot);
    m_ui->afterResume->setDefault(summary.isUnfinished());
    m_ui->afterRetry->setVisible(summary.counts.rejected > 0 && summary.state == RunState::Done);
    m_ui->afterRetry->setEnabled(mayWrite);
    m_ui->afterRetry->setToolTip(mayWrite ? tr("Write those again that Dataverse rejected, and nobody else")
                                          : m_content.whyNot);
    m_ui->afterVerify->setVisible(!isPlanning);
    m_ui->afterVerify->setEnabled(hasWritten);
    m_ui->afterVerify->setToolTip(hasWritten ? tr("Read what was written once more, and compare; writes nothing")
                                             : tr("Nothing was written"));
    m_ui->afterUndo->setVisible(!isPlanning);
    m_ui->afterUndo->setEnabled(hasWritten && isOver);
    m_ui->afterUndo->setToolTip(!hasWritten ? tr("Nothing was written")
                                : isOver    ? tr("Plan to write back what stood there before; you review it first")
                                            : tr("It can be taken back once the run has ended"));
    m_ui->afterReport->setVisible(!isPlanning);
    m_ui->afterReport->setToolTip(tr("Save what became of everybody"));
    m_ui->afterReview->setToolTip(tr("Everybody in it, with each value before and after"));
    const bool wantsWrite = m_ui->afterRetry->isVisibleTo(this) || (summary.isUnfinished() && !isPlanning);
    m_ui->afterWhyNot->setNote(wantsWrite ? m_content.whyNot : QString(), Sign::Warning);
}

void AfterPanel::showFailures()
{
    const RunSummary &summary = m_content.summary;
    const qint64 all = failed(summary.counts);
    const QLocale locale;
    const int tab = m_ui->afterTabs->indexOf(m_ui->afterFailed);
    m_ui->afterTabs->setTabText(tab, tr("Not written (%1)").arg(locale.toString(all)));
    m_ui->afterFilter->setVisible(all > 0);
    m_ui->afterMask->setVisible(all > 0);
    m_ui->afterFailures->setVisible(all > 0);
    // Where nothing has a code, the reasons get its room.
    const auto hasCode = [](const RunSummary::Failure &one) { return !one.code.isEmpty(); };
    m_ui->afterFailures->setColumnHidden(int(models::FailureModel::Column::Code),
                                         std::ranges::none_of(summary.failures, hasCode));
    m_failureShares->share();
    if (all == 0)
        m_ui->afterFailedNote->setNote(summary.state == RunState::Planning ? tr("Nothing has been written yet.")
                                                                           : tr("Nobody was rejected, invalid or in "
                                                                                "conflict."),
                                       summary.state == RunState::Done ? Sign::Passed : Sign::None);
    else if (m_filtered->rowCount() == 0)
        m_ui->afterFailedNote->setNote(tr("Nobody matches the filter."));
    else if (all > m_failures->rowCount())
        m_ui->afterFailedNote->setNote(tr("The first %1 of %2 are listed; the report has all.")
                                           .arg(locale.toString(m_failures->rowCount()), locale.toString(all)));
    else
        m_ui->afterFailedNote->setNote({});
    m_ui->afterFailed->layout()->setAlignment(m_ui->afterFailedNote, all == 0 ? Qt::AlignTop : Qt::Alignment());
}

void AfterPanel::showVerified()
{
    const int tab = m_ui->afterTabs->indexOf(m_ui->afterVerified);
    const bool has = m_content.verified.has_value();
    const bool wasShown = m_ui->afterTabs->isTabVisible(tab);
    if (wasShown != has) // telling it twice makes it forget that a text has changed, and tabs stay too narrow
        m_ui->afterTabs->setTabVisible(tab, has);
    if (!has) {
        m_divergences->setDivergences({});
        return;
    }
    const engine::VerifyReport &report = *m_content.verified;
    const QLocale locale;
    const qint64 bad = report.differ + report.gone;
    m_divergences->setDivergences(report.divergences);
    m_ui->afterTabs->setTabText(tab, bad == 0 ? tr("Verified") : tr("Verified: %1 differ").arg(locale.toString(bad)));
    const QString looked = tr("%Ln row(s) were read once more.", nullptr, int(report.rows));
    if (bad == 0)
        m_ui->afterVerifiedNote->setNote(tr("%1 All say what was written.").arg(looked), Sign::Passed);
    else
        m_ui->afterVerifiedNote->setNote(
            tr("%1 %2 say what was written, %3 say something else, %4 are not there any more.")
                .arg(looked, locale.toString(report.same), locale.toString(report.differ),
                     locale.toString(report.gone)),
            Sign::Warning);
    m_ui->afterDivergences->setVisible(bad > 0);
    m_ui->afterVerified->layout()->setAlignment(m_ui->afterVerifiedNote, bad == 0 ? Qt::AlignTop : Qt::Alignment());
    if (!wasShown)
        m_ui->afterTabs->setCurrentIndex(tab);
}

void AfterPanel::focusFirst()
{
    for (QPushButton *button : {m_ui->afterResume, m_ui->afterRetry, m_ui->afterVerify, m_ui->afterClose}) {
        if (button->isVisibleTo(this) && button->isEnabled())
            return button->setFocus();
    }
}

void AfterPanel::focusFilter()
{
    if (m_ui->afterFilter->isVisibleTo(this))
        m_ui->afterFilter->setFocus(Qt::ShortcutFocusReason);
}

QByteArray AfterPanel::layoutState() const
{
    return m_ui->afterSplitter->saveState();
}

void AfterPanel::restoreLayout(const QByteArray &state)
{
    m_ui->afterSplitter->restoreState(state);
}

} // namespace gui
