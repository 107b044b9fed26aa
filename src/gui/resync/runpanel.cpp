#include "gui/resync/runpanel.h"

#include "gui/icons.h"
#include "ui_runpanel.h"

#include <QGridLayout>
#include <QLocale>
#include <QStyle>

#include <cmath>

namespace gui {

using namespace Qt::StringLiterals;
using engine::ResyncDesk;
using engine::RunProgress;
using models::Sign;
using Task = ResyncDesk::Task;
using Phase = RunProgress::Phase;

namespace {

constexpr int barSteps = 10'000; ///< A progress bar counts in int.

enum Fact { OnTheirWay, AtOnce, Together, Sent, Throttled, FactCount };

/// People are read while a plan is made, rows are read when a run is verified.
QString doneText(const RunPanel::Content &content)
{
    const RunProgress &now = content.progress;
    const QLocale locale;
    if (content.task == Task::Verify)
        return now.total > 0
                   ? RunPanel::tr("%1 of %2 rows looked at").arg(locale.toString(now.done), locale.toString(now.total))
                   : RunPanel::tr("%Ln row(s) looked at", nullptr, int(now.done));
    if (content.task == Task::Report)
        return RunPanel::tr("%Ln person(s) written into the file", nullptr, int(now.done));
    if (content.task != Task::Run) {
        const QString planned = RunPanel::tr("%Ln person(s) planned", nullptr, int(now.people));
        if (now.total <= 0)
            return planned;
        const double part = 100.0 * double(std::min(now.done, now.total)) / double(now.total);
        //: %1: "1,204 people planned", %2: a percentage of what is to be read.
        return RunPanel::tr("%1, %2 % of the source read").arg(planned, locale.toString(part, 'f', 0));
    }
    return now.total > 0
               ? RunPanel::tr("%1 of %2 people done").arg(locale.toString(now.done), locale.toString(now.total))
               : RunPanel::tr("%Ln person(s) done", nullptr, int(now.done));
}

QString spanText(std::chrono::seconds span)
{
    const auto seconds = span.count();
    if (seconds < 90)
        return RunPanel::tr("%n second(s)", nullptr, int(std::max<qint64>(1, seconds)));
    if (seconds < 90 * 60)
        return RunPanel::tr("%n minute(s)", nullptr, int((seconds + 30) / 60));
    return RunPanel::tr("%n hour(s)", nullptr, int((seconds + 1800) / 3600));
}

} // namespace

QString timeLeftText(const RunProgress &progress)
{
    if (!progress.soonest || !progress.latest)
        return {};
    const auto soonest = std::min(*progress.soonest, *progress.latest);
    const auto latest = std::max(*progress.soonest, *progress.latest);
    if (latest < std::chrono::seconds(5))
        return RunPanel::tr("a few seconds left");
    const QString most = spanText(latest);
    const QString least = spanText(soonest);
    if (least == most)
        return RunPanel::tr("about %1 left").arg(most);
    //: Both are spans of time: "3 minutes", "2 hours".
    return RunPanel::tr("between %1 and %2 left").arg(least, most);
}

QString titleOf(const RunPanel::Content &content)
{
    if (content.isPreparing)
        return RunPanel::tr("Asking both ends what they have");
    if (content.isStopping)
        return RunPanel::tr("Finishing what is on its way");
    const Phase phase = content.progress.phase;
    if (content.task == Task::Undo && phase == Phase::Reading)
        return RunPanel::tr("Planning to take the run back");
    if (content.isPaused && phase != Phase::Paused)
        return engine::phaseText(Phase::Pausing);
    if (content.task == Task::Report)
        return RunPanel::tr("Writing the report");
    if (content.task == Task::Run && phase == Phase::Reading) // the first it tells comes in a moment
        return RunPanel::tr("Beginning");
    if (content.task == Task::Verify && phase == Phase::Reading)
        return engine::phaseText(Phase::Verifying);
    return engine::phaseText(phase);
}

RunPanel::RunPanel(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::RunPanel>())
{
    m_ui->setupUi(this);
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    const int line = fontMetrics().height();
    layout()->setContentsMargins(margin, margin, margin, margin);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_ui->runPhase->setFont(large);
    m_ui->runBar->setMinimumHeight(line * 3 / 2);
    m_ui->runBar->setRange(0, 0);
    QFont bold = font();
    bold.setBold(true);
    m_ui->runDone->setFont(bold);
    m_ui->runLayout->setStretchFactor(m_ui->runSplitter, 1);
    m_ui->runSplitter->setStretchFactor(0, 3);
    m_ui->runSplitter->setStretchFactor(1, 1);
    m_ui->runChartSide->layout()->setContentsMargins(0, line / 2, margin, 0);
    m_ui->runCountsSide->layout()->setContentsMargins(margin, line / 2, 0, 0);
    m_ui->runFactsHeading->setContentsMargins(0, line / 2, 0, 0);
    m_ui->runCancel->setIcon(icons::icon(u"stop"_s));
    // The button keeps its place whichever word stands on it.
    m_ui->runPause->setMinimumWidth(
        std::max(fontMetrics().horizontalAdvance(tr("Pa&use")), fontMetrics().horizontalAdvance(tr("Res&ume"))) +
        6 * fontMetrics().averageCharWidth());

    const QString facts[FactCount] = {tr("On their way now"), tr("Allowed at once"), tr("Rows in one request"),
                                      tr("Sent so far"), tr("Told to wait (429)")};
    auto *grid = new QGridLayout(m_ui->runFacts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(line / 4);
    grid->setColumnStretch(0, 1);
    grid->setColumnMinimumWidth(1, 8 * fontMetrics().averageCharWidth()); // of numbers that are yet to come
    for (int row = 0; row < FactCount; ++row) {
        auto *name = new QLabel(facts[row]);
        auto *value = new QLabel;
        value->setObjectName(u"runFact%1"_s.arg(row));
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(name, row, 0);
        grid->addWidget(value, row, 1);
        m_facts.push_back(value);
    }
    m_ui->runCountsHeading->setWordWrap(true);
    m_ui->runCountsSide->setMinimumWidth(
        std::max(30 * fontMetrics().averageCharWidth(), grid->totalMinimumSize().width() + margin));
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &RunPanel::tellWaiting);
    connect(m_ui->runPause, &QPushButton::clicked, this, [this] { Q_EMIT pauseWanted(!m_content.isPaused); });
    connect(m_ui->runCancel, &QPushButton::clicked, this, &RunPanel::cancelWanted);
    drawPicture();
}

RunPanel::~RunPanel() = default;

void RunPanel::drawPicture()
{
    const int side = QFontMetrics(m_ui->runPhase->font()).height();
    const Sign sign = m_content.isPaused ? Sign::Waiting : Sign::Running;
    m_ui->runIcon->setPixmap(icons::signIcon(sign).pixmap(QSize(side, side), devicePixelRatio()));
}

void RunPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) // labels hold pixmaps, which do not follow by themselves
        drawPicture();
    QWidget::changeEvent(event);
}

void RunPanel::setFact(int row, const QString &value)
{
    QLabel *label = m_facts.at(std::size_t(row));
    if (label->text() != value)
        label->setText(value);
}

void RunPanel::show(const Content &content, const QDateTime &now)
{
    const bool isOther = content.isPaused != m_content.isPaused;
    m_content = content;
    m_ahead = QDateTime::currentDateTimeUtc().msecsTo(now);
    const RunProgress &progress = content.progress;
    const bool isRun = content.task == Task::Run;
    const QLocale locale;
    m_ui->runPhase->setText(titleOf(content));
    m_ui->runAbout->setNote(content.about);
    if (isOther)
        drawPicture();

    if (content.isPreparing || progress.total <= 0) {
        m_ui->runBar->setRange(0, 0);
    } else {
        m_ui->runBar->setRange(0, barSteps);
        m_ui->runBar->setValue(int(double(barSteps) * double(std::clamp<qint64>(progress.done, 0, progress.total)) /
                                   double(progress.total)));
    }
    m_ui->runDone->setText(content.isPreparing ? QString() : doneText(content));
    tellTime();
    tellWaiting();
    const bool showsBottleneck = !content.isPreparing && !content.isPaused && progress.waitingFor.isEmpty() &&
                                 progress.bottleneck != RunProgress::Bottleneck::Unknown;
    m_ui->runBottleneck->setNote(showsBottleneck ? engine::bottleneckText(progress.bottleneck) : QString());

    QStringList users{engine::usersText(progress.users), engine::refusedText(progress.refused)};
    users.removeAll({});
    m_ui->runUsers->setNote(users.join(u'\n'), progress.refused.isEmpty() ? Sign::None : Sign::Warning);

    m_ui->runChartHeading->setText(content.task == Task::Verify ? tr("Rows per second") : tr("People per second"));
    m_ui->runChart->setSeries(content.rates);
    const QList<models::RateSeries::Column> &columns = content.rates.columns();
    const bool hasWaited =
        std::any_of(columns.cbegin(), columns.cend(), [](const auto &column) { return column.wasWaiting; });
    m_ui->runRate->setNote(
        hasWaited ? tr("%1 Where the chart is marked, something had to be waited for.").arg(m_ui->runChart->summary())
                  : m_ui->runChart->summary());
    m_ui->runCountsHeading->setVisible(isRun);
    m_ui->runOutcomes->setVisible(isRun);
    if (isRun)
        m_ui->runOutcomes->setCounts(progress.counts);
    const QString unknown = u"–"_s;
    setFact(OnTheirWay, locale.toString(progress.inFlight));
    setFact(AtOnce, progress.permits > 0 ? locale.toString(progress.permits) : unknown);
    setFact(Together, progress.rowsPerRequest > 0 ? locale.toString(progress.rowsPerRequest) : unknown);
    setFact(Sent, locale.toString(progress.requests));
    setFact(Throttled, locale.toString(progress.throttled));

    m_ui->runPause->setVisible(isRun && !content.isPreparing);
    m_ui->runPause->setText(content.isPaused ? tr("Res&ume") : tr("Pa&use"));
    m_ui->runPause->setIcon(icons::icon(content.isPaused ? u"play"_s : u"pause"_s));
    const bool isHeld = content.isPaused && !content.whyNot.isEmpty();
    m_ui->runPause->setEnabled(!content.isStopping && !isHeld);
    m_ui->runPause->setToolTip(isHeld             ? content.whyNot
                               : content.isPaused ? tr("Go on writing")
                                                  : tr("What is on its way is finished; nothing more is sent"));
    m_ui->runCancel->setText(isRun ? tr("Cance&l…") : tr("Cance&l"));
    m_ui->runCancel->setEnabled(!content.isStopping);
    m_ui->runCancel->setToolTip(content.isStopping ? tr("What is on its way is finished first")
                                : isRun ? tr("Stop here; what was written stays, and the rest can be written later")
                                        : tr("Stop here; what was done is kept"));
}

void RunPanel::tellTime()
{
    const bool moves = !m_content.isPreparing && !m_content.isPaused && !m_content.isStopping;
    m_ui->runLeft->setText(moves ? timeLeftText(m_content.progress) : QString());
}

void RunPanel::tellWaiting()
{
    const RunProgress &progress = m_content.progress;
    QString text = progress.waitingFor;
    bool counts = false;
    if (m_content.isPaused && !m_content.isStopping) {
        text = progress.phase == Phase::Paused ? tr("Paused by you. Nothing is sent until you resume.")
                                               : tr("What is on its way is finished first.");
        if (!m_content.whyNot.isEmpty())
            text += u' ' + m_content.whyNot;
    } else if (!text.isEmpty() && progress.waitingUntil.isValid()) {
        const QDateTime now = QDateTime::currentDateTimeUtc().addMSecs(m_ahead);
        const qint64 left = qint64(std::ceil(double(now.msecsTo(progress.waitingUntil)) / 1000.0));
        counts = left > 0;
        if (counts)
            text = tr("%1 It goes on in %n second(s).", nullptr, int(left)).arg(text);
    }
    m_ui->runWait->setNote(text, m_content.isPaused ? Sign::Waiting : Sign::Warning);
    if (counts && !m_second.isActive())
        m_second.start();
    else if (!counts)
        m_second.stop();
}

void RunPanel::focusFirst()
{
    if (m_ui->runPause->isVisible())
        m_ui->runPause->setFocus();
    else
        m_ui->runCancel->setFocus();
}

QByteArray RunPanel::layoutState() const
{
    return m_ui->runSplitter->saveState();
}

void RunPanel::restoreLayout(const QByteArray &state)
{
    m_ui->runSplitter->restoreState(state);
}

} // namespace gui
