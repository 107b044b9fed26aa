#include "gui/livepanel.h"

#include "gui/columnshares.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/livesourcesdialog.h"
#include "gui/questions.h"
#include "gui/resyncaction.h"
#include "gui/tablelook.h"
#include "models/arrivalmodel.h"
#include "models/feedmodel.h"
#include "ui_livepanel.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;
using engine::FeedItem;
using models::FeedModel;
using models::Sign;

namespace {

constexpr auto refreshRest = std::chrono::milliseconds(250);
constexpr int mostParked = 1'000; ///< Listed.

QStringList localFiles(const QMimeData *dropped)
{
    QStringList paths;
    for (const QUrl &url : dropped->urls()) {
        const QString path = url.toLocalFile();
        const bool isSaved = std::ranges::any_of(std::array{".json"_L1, ".jsonl"_L1, ".gz"_L1},
                                                 [&path](auto end) { return path.endsWith(end, Qt::CaseInsensitive); });
        if (!isSaved)
            return {};
        paths << path;
    }
    return paths;
}

QString inOneSentence(const core::Error &problem)
{
    return problem.fix.isEmpty() ? problem.message : problem.message + u' ' + problem.fix;
}

} // namespace

LivePanel::LivePanel(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::LivePanel>()), m_parked(new models::ArrivalModel(this))
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    m_later.setSingleShot(true);
    m_later.setInterval(refreshRest);
    connect(&m_later, &QTimer::timeout, this, &LivePanel::refresh);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &LivePanel::later);

    const int character = fontMetrics().averageCharWidth();
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    layout()->setContentsMargins(margin, margin, margin, margin);
    for (FieldNote *note : {m_ui->feedNote, m_ui->parkedNote}) // they take what is left, and wrap
        note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_ui->filterRow->setStretchFactor(m_ui->feedNote, 1);
    m_ui->parkedRow->setStretchFactor(m_ui->parkedNote, 1);
    m_ui->outcomeBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ui->outcomeBox->setMinimumContentsLength(14);
    m_ui->feedFilter->setMaximumWidth(24 * character);
    m_ui->detailsPanel->layout()->setContentsMargins(margin, 0, 0, 0);
    m_ui->detailsView->makeReadOnly();
    m_ui->detailsPanel->hide();
    m_ui->liveSplitter->setStretchFactor(0, 1);
    m_ui->liveSplitter->setStretchFactor(1, 1);
    connect(m_ui->liveSplitter, &QSplitter::splitterMoved, this, &LivePanel::fitColumns);
    m_ui->outageBanner->hide();
    m_ui->outageBanner->setAutoFillBackground(true);
    m_ui->outageBanner->setBackgroundRole(QPalette::Base);
    // The button keeps its place whichever word stands on it.
    m_ui->feedButton->setMinimumWidth(std::max(fontMetrics().horizontalAdvance(tr("Start watchin&g")),
                                               fontMetrics().horizontalAdvance(tr("Stop watchin&g"))) +
                                      6 * character);
    const std::pair<QAbstractButton *, QString> pictures[] = {
        {m_ui->pauseButton, u"pause"_s},  {m_ui->maskButton, u"hide"_s},         {m_ui->clearButton, u"clear"_s},
        {m_ui->parkedButton, u"stop"_s},  {m_ui->retryButton, u"redo"_s},        {m_ui->retryAllButton, u"redo"_s},
        {m_ui->detailsClose, u"clear"_s}, {m_ui->sourcesButton, u"connection"_s}};
    for (const auto &[button, name] : pictures)
        button->setIcon(icons::icon(name));
    drawPictures();
    const std::pair<QString, FeedModel::Show> outcomes[] = {{tr("All outcomes"), FeedModel::Show::Everything},
                                                            {tr("In work"), FeedModel::Show::InWork},
                                                            {tr("Written or to be written"), FeedModel::Show::Written},
                                                            {tr("Unchanged"), FeedModel::Show::Unchanged},
                                                            {tr("Skipped"), FeedModel::Show::Skipped},
                                                            {tr("Parked or failed"), FeedModel::Show::Failed}};
    for (const auto &[text, show] : outcomes)
        m_ui->outcomeBox->addItem(text, int(show));
}

LivePanel::~LivePanel() = default;

void LivePanel::setUp(Questions &questions, ResyncAction &resync)
{
    m_questions = &questions;
    m_resync = &resync;
    buildMenus();
    buildTables();
    connect(m_ui->feedButton, &QPushButton::clicked, this, &LivePanel::toggle);
    connect(m_ui->pauseButton, &QPushButton::clicked, this, [this](bool on) { m_session->live().pause(on); });
    connect(m_ui->dryRunBox, &QCheckBox::clicked, this, &LivePanel::changeDryRun);
    connect(m_ui->maskButton, &QToolButton::clicked, this, [this](bool on) { m_session->live().setMasked(on); });
    connect(m_ui->clearButton, &QToolButton::clicked, this, [this] {
        if (engine::LiveFeed *feed = m_session->live().feed())
            feed->clear();
        m_session->live().items()->clearDone();
        choose(0);
        refresh();
    });
    connect(m_ui->parkedButton, &QToolButton::clicked, this, [this] {
        choose(0);
        refresh();
    });
    connect(m_ui->retryButton, &QPushButton::clicked, this, &LivePanel::tryAgain);
    connect(m_ui->retryAllButton, &QPushButton::clicked, this, [this] { report(m_session->live().redriveAll()); });
    connect(m_ui->feedFilter, &QLineEdit::textChanged, this, &LivePanel::applyFilter);
    connect(m_ui->outcomeBox, &QComboBox::currentIndexChanged, this, &LivePanel::applyFilter);
    connect(m_ui->clearFilterButton, &QPushButton::clicked, this, [this] {
        m_ui->feedFilter->clear();
        m_ui->outcomeBox->setCurrentIndex(0);
        m_ui->feedFilter->setFocus();
    });
    connect(m_ui->detailsClose, &QToolButton::clicked, this, [this] {
        m_ui->feedTable->setCurrentIndex({});
        m_ui->parkedTable->setCurrentIndex({});
        choose(0);
    });
    connect(m_ui->resyncButton, &QToolButton::clicked, this, [this] { Q_EMIT m_resync->wanted(chosenPerson()); });
    m_ui->resyncButton->setIcon(resync.icon());
    m_ui->resyncButton->setText(tr("Resync…"));
    m_ui->resyncButton->setAccessibleName(tr("Resync the person of the details"));
    m_ui->resyncButton->setToolTip(resync.toolTip() + u" ("_s + resync.shortcut().toString(QKeySequence::NativeText) +
                                   u')');
}

void LivePanel::buildMenus()
{
    auto *sources = new QMenu(m_ui->sourcesButton);
    sources->addAction(icons::icon(u"connection"_s), tr("Where consents come from…"), this, &LivePanel::editSources)
        ->setObjectName(u"editSources"_s);
    sources->addAction(icons::icon(u"open"_s), tr("Open saved consents…"), this, &LivePanel::openFile)
        ->setObjectName(u"openSaved"_s);
    m_copyUrl = sources->addAction(icons::icon(u"copy"_s), tr("Copy the address for webhooks"), this, [this] {
        QApplication::clipboard()->setText(m_session->live().webhookUrl().toString());
    });
    connect(sources, &QMenu::aboutToShow, this,
            [this] { m_copyUrl->setEnabled(m_session && !m_session->live().webhookUrl().isEmpty()); });
    m_ui->sourcesButton->setMenu(sources);

    m_copyPerson = new QAction(icons::icon(u"copy"_s), tr("&Copy the person’s id"), this);
    m_copyPerson->setShortcut(QKeySequence::Copy);
    m_copyPerson->setShortcutContext(Qt::WidgetShortcut);
    connect(m_copyPerson, &QAction::triggered, this, &LivePanel::copyPerson);
    m_tryAgain = new QAction(icons::icon(u"redo"_s), tr("&Try again"), this);
    connect(m_tryAgain, &QAction::triggered, this, &LivePanel::tryAgain);
    for (QTableView *table : {m_ui->feedTable, m_ui->parkedTable}) {
        table->addActions({m_resync, m_copyPerson, m_tryAgain});
        table->setContextMenuPolicy(Qt::ActionsContextMenu);
        m_resync->serve(table, [this] { return chosenPerson(); });
    }
}

void LivePanel::buildTables()
{
    for (QTableView *table : {m_ui->feedTable, m_ui->parkedTable}) {
        prepareTable(table);
        connect(table, &QTableView::activated, this, [this] { Q_EMIT m_resync->wanted(chosenPerson()); });
    }
    const int time = fontMetrics().horizontalAdvance(u"00:00:00"_s) + 2 * fontMetrics().averageCharWidth();
    m_ui->feedTable->horizontalHeader()->setMinimumSectionSize(time); // the narrowest column still tells something
    m_ui->parkedTable->setModel(m_parked);
    new ColumnShares(m_ui->parkedTable, {16, 24, 40, 9});
    connect(m_ui->parkedTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { choose(index.isValid() ? m_parked->arrival(index.row()).id : 0); });
}

void LivePanel::drawPictures()
{
    const QSize side(fontMetrics().height(), fontMetrics().height());
    m_ui->feedIcon->setPixmap(icons::icon(u"live"_s).pixmap(side, devicePixelRatio()));
}

void LivePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) // labels hold pixmaps, which do not follow by themselves
        drawPictures();
    QWidget::changeEvent(event);
}

void LivePanel::setSession(Session *session)
{
    if (m_session == session)
        return;
    if (m_session) {
        m_session->disconnect(this);
        m_session->live().disconnect(this);
        m_session->live().items()->disconnect(this);
    }
    m_session = session;
    m_later.stop();
    m_second.stop();
    choose(0);
    QItemSelectionModel *former = m_ui->feedTable->selectionModel();
    m_ui->feedTable->setModel(session ? session->live().items() : nullptr);
    delete former;
    if (!session)
        return;
    if (!m_ui->feedTable->findChild<ColumnShares *>()) // once there are columns
        new ColumnShares(m_ui->feedTable, {10, 22, 21, 27, 7, 6});
    Live &live = session->live();
    connect(m_ui->feedTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    choose(m_session->live().items()->item(index.row()).number);
            });
    for (const auto signal : {&Session::dirtyChanged, &Session::lockChanged})
        connect(session, signal, this, &LivePanel::refresh);
    connect(&live, &Live::changed, this, &LivePanel::refresh);
    connect(&live, &Live::countsChanged, this, &LivePanel::later);
    FeedModel *items = live.items();
    connect(items, &FeedModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        showPage();
        if (first == 0)
            keepPlace(last - first + 1);
    });
    connect(items, &FeedModel::rowsRemoved, this, &LivePanel::later);
    connect(items, &FeedModel::dataChanged, this, &LivePanel::later);
    connect(items, &FeedModel::modelReset, this, &LivePanel::later);
    m_ui->parkedButton->setChecked(false);
    m_ui->dryRunBox->setChecked(live.isDryRun());
    applyFilter();
    refresh();
}

void LivePanel::focusFilter()
{
    m_ui->feedFilter->setFocus(Qt::ShortcutFocusReason);
    m_ui->feedFilter->selectAll();
}

// --- what the user wants
// -------------------------------------------------------------------------------------------------

void LivePanel::toggle()
{
    Live &live = m_session->live();
    if (live.isRunning() || live.isStarting())
        live.stop();
    else
        live.start(m_ui->dryRunBox->isChecked());
}

/// What was only shown is written when the dry run is over: that is asked, since it cannot be taken back.
void LivePanel::changeDryRun(bool on)
{
    Live &live = m_session->live();
    const auto counts = live.counts();
    if (on || !live.isRunning() || !counts || counts->waiting == 0)
        return live.setDryRun(on);
    m_ui->dryRunBox->setChecked(true);
    m_questions->confirm(this,
                         {.title = tr("End the dry run"),
                          .question = tr("Write what arrives from now on?"),
                          .consequences = tr("%n consent(s) that were only shown, or wait, are written to Dynamics "
                                             "now.",
                                             nullptr, int(counts->waiting)),
                          .verb = tr("Write")},
                         [this, session = m_session](bool yes) {
                             if (yes && session)
                                 session->live().setDryRun(false);
                             refresh();
                         });
}

void LivePanel::openFile()
{
    m_questions->openFile(this, tr("Open saved consents"),
                          tr("Saved webhooks, events and exports (*.json *.jsonl *.gz);;All files (*)"),
                          [this](const QString &path) {
                              if (!path.isEmpty() && m_session)
                                  m_session->live().openFiles({path});
                          });
}

void LivePanel::editSources()
{
    auto *dialog = new LiveSourcesDialog(*m_session, *m_questions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void LivePanel::applyFilter()
{
    if (!m_session)
        return;
    m_session->live().items()->setFilter(m_ui->feedFilter->text().trimmed(),
                                         FeedModel::Show(m_ui->outcomeBox->currentData().toInt()));
    showPage();
}

void LivePanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_session && !localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void LivePanel::dropEvent(QDropEvent *event)
{
    m_session->live().openFiles(localFiles(event->mimeData()));
    event->acceptProposedAction();
}

void LivePanel::tryAgain()
{
    if (m_chosen > 0)
        report(m_session->live().redrive(m_chosen));
}

void LivePanel::report(const core::Result<int> &moved)
{
    if (!moved)
        m_session->report(moved.error());
    refresh();
}

void LivePanel::copyPerson()
{
    const QString person = chosenPerson();
    if (!person.isEmpty() && !m_session->live().isMasked())
        QApplication::clipboard()->setText(person);
}

// --- how it stands
// -------------------------------------------------------------------------------------------------------

void LivePanel::later()
{
    if (!m_later.isActive())
        m_later.start();
}

void LivePanel::refresh()
{
    m_later.stop();
    if (!m_session || !m_resync)
        return;
    const auto counts = m_session->live().counts();
    m_counts = counts ? *counts : store::Inbox::Counts{};
    refreshActions();
    refreshNotes();
    refreshParked();
    showPage();
    showDetails();
    if (m_session->live().isRunning())
        m_second.start();
    else
        m_second.stop();
}

void LivePanel::refreshActions()
{
    const Live &live = m_session->live();
    const bool isOn = live.isRunning() || live.isStarting();
    m_ui->feedButton->setText(isOn ? tr("Stop watchin&g") : tr("Start watchin&g"));
    m_ui->feedButton->setIcon(icons::icon(isOn ? u"stop"_s : u"play"_s));
    const bool needsSaving = m_session->isDirty();
    m_ui->feedButton->setEnabled(isOn || !needsSaving);
    m_ui->feedButton->setToolTip(needsSaving && !isOn ? tr("Save the integration first: live uses what is saved.")
                                 : isOn               ? tr("Nothing is taken or written any more; what waits is kept")
                                        : tr("Take consents as they arrive, show each, and write what they change"));
    m_ui->pauseButton->setEnabled(live.isRunning());
    m_ui->pauseButton->setChecked(live.isPaused());
    m_ui->pauseButton->setToolTip(tr("Consents still arrive and wait; nothing is written until you go on"));
    const bool mayWrite = m_session->mayWrite();
    m_ui->dryRunBox->setEnabled(mayWrite);
    m_ui->dryRunBox->setToolTip(
        mayWrite ? tr("With dry run, consents are planned and shown; nothing is written. They wait, and are written "
                      "when it ends.")
                 : tr("This is a production environment. Unlock writing at the top of the window first."));
    if (!mayWrite || isOn)
        m_ui->dryRunBox->setChecked(!mayWrite || live.isDryRun());
    m_ui->maskButton->setChecked(live.isMasked());
    m_parked->setMasked(live.isMasked());
    m_copyPerson->setEnabled(!live.isMasked());
    m_ui->clearButton->setEnabled(live.items()->count() > 0);
    m_ui->feedFilter->setEnabled(live.items()->count() > 0 || !m_ui->feedFilter->text().isEmpty());
    m_ui->outcomeBox->setEnabled(live.items()->count() > 0 || m_ui->outcomeBox->currentIndex() > 0);
}

void LivePanel::refreshNotes()
{
    const Live &live = m_session->live();
    const QString waiting = tr("%n wait(s)", "consents in the queue", int(m_counts.waiting));
    if (!live.problem().message.isEmpty())
        m_ui->feedNote->setNote(inOneSentence(live.problem()), Sign::Failed);
    else if (live.isStarting())
        m_ui->feedNote->setNote(tr("Starting…"), Sign::Running);
    else if (live.isRunning())
        m_ui->feedNote->setNote(tr("%1 · %2/min · %3")
                                    .arg(live.isPaused()   ? tr("Paused")
                                         : live.isDryRun() ? tr("Nothing is written")
                                                           : tr("Consents are written"),
                                         QLocale().toString(live.perMinute()), waiting),
                                live.isPaused() ? Sign::Waiting : Sign::Running);
    else if (m_counts.waiting > 0)
        m_ui->feedNote->setNote(
            tr("%n consent(s) wait from before; they are worked on when you start.", nullptr, int(m_counts.waiting)),
            Sign::Waiting);
    else
        m_ui->feedNote->setNote(tr("Not watching; nothing waits."));

    QStringList well;
    QStringList bad;
    Sign sign = Sign::Passed;
    for (const Live::SourceState &source : live.sources()) {
        if (source.sign == Sign::Failed || source.sign == Sign::Warning)
            bad << QString(source.text + u' ' + source.fix).trimmed();
        else
            well << source.text;
        if (source.sign == Sign::Running)
            sign = Sign::Running;
    }
    const bool hasNone = live.isRunning() && well.isEmpty() && bad.isEmpty();
    if (hasNone)
        m_ui->sourcesNote->setNote(tr("No source is switched on: only what waits is worked on."), Sign::Warning);
    else
        m_ui->sourcesNote->setNote(well.join(u' '), sign);
    m_ui->sourceProblemNote->setNote(bad.join(u'\n'), Sign::Failed);

    const core::Error outage = live.isRunning() ? live.feed()->outage() : core::Error{};
    const bool hasOutage = !outage.message.isEmpty();
    m_ui->outageBanner->setVisible(hasOutage);
    if (hasOutage) {
        const QString again = QLocale().toString(live.feed()->nextTry().toLocalTime().time(), u"HH:mm:ss");
        m_ui->outageNote->setNote(tr("Everything waits: %1 It is tried again at %2.").arg(inOneSentence(outage), again),
                                  Sign::Failed);
    }
}

void LivePanel::refreshParked()
{
    m_ui->parkedButton->setText(tr("Parked (%1)").arg(QLocale().toString(m_counts.parked)));
    m_ui->parkedButton->setEnabled(m_counts.parked > 0 || m_ui->parkedButton->isChecked());
    m_ui->parkedButton->setToolTip(tr("Consents that were given up, and why"));
    if (!m_ui->parkedButton->isChecked())
        return;
    const auto parked = m_session->live().parked(mostParked);
    m_parked->setArrivals(parked ? *parked : QList<store::Arrival>{});
    if (!parked)
        m_ui->parkedNote->setNote(inOneSentence(parked.error()), Sign::Failed);
    else if (m_counts.parked == 0)
        m_ui->parkedNote->setNote(tr("Nothing is parked."), Sign::Passed);
    else if (m_counts.parked > mostParked)
        m_ui->parkedNote->setNote(tr("The oldest %1 of %2.").arg(mostParked).arg(m_counts.parked));
    else
        m_ui->parkedNote->setNote(tr("Each waits until you send it on its way again."));
    m_ui->retryButton->setEnabled(m_ui->parkedTable->currentIndex().isValid());
    m_ui->retryAllButton->setEnabled(m_counts.parked > 0);
}

void LivePanel::showPage()
{
    if (m_ui->parkedButton->isChecked())
        return m_ui->feedStack->setCurrentWidget(m_ui->feedStack->widget(m_ui->feedStack->count() - 1));
    const bool hasRows = m_session && m_session->live().items()->rowCount() > 0;
    if (!hasRows)
        showEmpty();
    m_ui->feedStack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_ui->feedTable) : m_ui->feedEmpty);
}

void LivePanel::showEmpty()
{
    const Live &live = m_session->live();
    const bool isNothingFound = live.items()->isFiltered() && live.items()->count() > 0;
    m_ui->clearFilterButton->setVisible(isNothingFound);
    if (isNothingFound)
        m_ui->feedEmptyText->setNote(tr("No consent matches the filter."));
    else if (live.isRunning())
        m_ui->feedEmptyText->setNote(tr("Watching. Consents that change from now on appear here."));
    else
        m_ui->feedEmptyText->setNote(
            tr("Start watching to see each consent as it arrives, what became of it, and how long it took; or drop "
               "saved webhooks and exports here."));
}

/// Who looks further down goes on seeing the same rows.
void LivePanel::keepPlace(int added)
{
    if (m_ui->feedTable->verticalScrollBar()->value() == 0)
        return;
    if (m_added == 0)
        QMetaObject::invokeMethod(
            this,
            [this] {
                QScrollBar *bar = m_ui->feedTable->verticalScrollBar();
                bar->setValue(bar->value() + std::exchange(m_added, 0));
            },
            Qt::QueuedConnection);
    m_added += added;
}

// --- the one that is chosen
// ----------------------------------------------------------------------------------------------

void LivePanel::choose(qint64 number)
{
    m_chosen = number;
    m_shownDetails.clear();
    m_ui->detailsPanel->setVisible(number > 0);
    QMetaObject::invokeMethod(this, &LivePanel::fitColumns, Qt::QueuedConnection); // once the splitter has settled
    if (number > 0)
        showDetails();
    m_ui->retryButton->setEnabled(number > 0);
}

/// Beside the details a narrow list shows who and what; the rest comes back when there is room.
void LivePanel::fitColumns()
{
    const bool isNarrow =
        !m_ui->detailsPanel->isHidden() && m_ui->feedTable->width() < 90 * fontMetrics().averageCharWidth();
    for (const FeedModel::Column column :
         {FeedModel::Column::Took, FeedModel::Column::Attempts, FeedModel::Column::Source})
        m_ui->feedTable->setColumnHidden(int(column), isNarrow);
}

void LivePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, &LivePanel::fitColumns, Qt::QueuedConnection);
}

QString LivePanel::chosenPerson() const
{
    if (!m_session)
        return {};
    if (m_ui->parkedButton->isChecked()) {
        const int row = m_ui->parkedTable->currentIndex().row();
        return row < 0 ? QString() : m_parked->arrival(row).person;
    }
    const FeedItem *item = m_session->live().items()->find(m_chosen);
    return item ? item->person : QString();
}

void LivePanel::showDetails()
{
    if (m_chosen == 0 || !m_session)
        return;
    const Live &live = m_session->live();
    const FeedItem *item = live.items()->find(m_chosen);
    const int row = m_ui->parkedTable->currentIndex().row();
    const store::Arrival *parked = m_ui->parkedButton->isChecked() && row >= 0 ? &m_parked->arrival(row) : nullptr;
    if (!item && !parked) // forgotten: the list is bounded
        return choose(0);
    const QString person = item ? item->person : parked->person;
    const models::Mask mask = !live.isMasked() ? models::Mask()
                              : item           ? models::Mask::of(*item)
                                               : models::Mask::of(person);
    const QString made = u"%1 %2 %3 %4 %5"_s.arg(m_chosen)
                             .arg(item ? int(item->state) : -1)
                             .arg(item ? item->attempts : parked->attempts)
                             .arg(int(live.isMasked()))
                             .arg(item ? models::standingOf(*item) : QString());
    m_tryAgain->setEnabled(parked || (item && item->isParked && !item->isDryRun));
    if (std::exchange(m_shownDetails, made) == made)
        return;
    m_ui->detailsHeading->setText(person.isEmpty() ? tr("Somebody without an id") : mask(person));
    const bool hasPlan = item && item->plan && !item->plan->items.isEmpty();
    m_ui->detailsView->setVisible(hasPlan);
    if (hasPlan) {
        m_ui->detailsView->show({.plan = *item->plan,
                                 .report = item->report,
                                 .problem = item->error,
                                 .requests = live.requestsOf(*item),
                                 .mask = mask});
        return m_ui->detailsNote->setNote(
            item->isDryRun && !item->report ? tr("A dry run: this is what would be written.") : QString());
    }
    m_ui->detailsView->clear();
    QString why = mask(item ? models::reasonOf(*item) : parked->problem);
    if (parked || (item && item->isParked))
        why += u' ' + tr("What would be written now is shown when you resync this person.");
    else if (why.isEmpty() && item && item->state != FeedItem::State::Done)
        why = tr("It waits. What it changes is shown here as soon as it is its turn.");
    else if (why.isEmpty())
        why = tr("Nothing more is known of it.");
    m_ui->detailsNote->setNote(why.trimmed(), item ? models::signOf(*item) : Sign::Failed);
}

QByteArray LivePanel::layoutState() const
{
    return m_ui->liveSplitter->saveState();
}

void LivePanel::restoreLayout(const QByteArray &state)
{
    m_ui->liveSplitter->restoreState(state);
}

} // namespace gui
