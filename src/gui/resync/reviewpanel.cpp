#include "gui/resync/reviewpanel.h"

#include "engine/effectsentences.h"
#include "engine/scope.h"
#include "gui/columnshares.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/resync/confirmdialog.h"
#include "gui/resync/reviewtable.h"
#include "gui/tablelook.h"
#include "models/reviewmodel.h"
#include "models/writemodel.h"
#include "ui_reviewpanel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;
using models::ReviewModel;
using models::Sign;
using models::WriteModel;
using store::Effect;
using store::Planned;
using store::RunState;

namespace {

constexpr auto movingRest = std::chrono::milliseconds(60);
constexpr auto shortWait = std::chrono::milliseconds(300);
constexpr int mostDetailed = 50;  ///< People whose values are shown at once.
constexpr int mostToggled = 1000; ///< Each is a change of its own; for more there are filters.
constexpr int mostReasons = 60;

/// Whether those whom it shows can have something to write.
bool canWrite(const store::RunFilter &filter)
{
    return filter.planned.isEmpty() || std::ranges::any_of(filter.planned, store::isWrite);
}

QString number(qint64 count)
{
    return QLocale().toString(count);
}

} // namespace

struct ReviewPanel::Chip {
    QToolButton *button = nullptr;
    QString word;
    std::optional<Planned> planned = {};
    std::optional<Effect> effect = {};
    bool isLeftOut = false;

    qint64 count(const store::PlanSums &sums) const
    {
        if (planned)
            return sums.outcomes.value(*planned).items;
        if (effect)
            return sums.effects.value(*effect).items;
        return isLeftOut ? sums.writes.items - sums.writes.ticked : sums.items;
    }
};

ReviewPanel::ReviewPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ReviewPanel>())
    , m_model(new ReviewModel(this))
    , m_writes(new WriteModel(this))
{
    m_ui->setupUi(this);
    const int character = fontMetrics().averageCharWidth();
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    layout()->setContentsMargins(margin, margin, margin, margin);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    m_ui->effectLabel->setFont(large);
    m_ui->loadingBar->setMinimumWidth(24 * character);
    m_ui->personFilter->setMinimumWidth(26 * character);
    m_ui->reasonBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ui->reasonBox->setMinimumContentsLength(20);
    m_ui->reasonBox->hide(); // until there are some
    m_ui->sourceNote->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (FieldNote *note : {m_ui->reviewProblem, m_ui->reviewProblemFix, m_ui->nothingNote})
        note->setMinimumWidth(54 * character);
    m_ui->reviewSplitter->setStretchFactor(0, 3);
    m_ui->reviewSplitter->setStretchFactor(1, 2);
    m_ui->detailPanel->hide();
    const std::pair<QAbstractButton *, QString> pictures[] = {{m_ui->reviewMaskButton, u"hide"_s},
                                                              {m_ui->runButton, u"play"_s},
                                                              {m_ui->againButton, u"redo"_s},
                                                              {m_ui->copyProblemButton, u"copy"_s}};
    for (const auto &[button, name] : pictures)
        button->setIcon(icons::icon(name));

    m_searchRest.setSingleShot(true);
    m_searchRest.setInterval(0); // a letter more drops the search for those before
    m_detailRest.setSingleShot(true);
    m_detailRest.setInterval(movingRest);
    m_longWait.setSingleShot(true);
    m_longWait.setInterval(shortWait);
    connect(&m_longWait, &QTimer::timeout, this, [this] { m_ui->shownNote->setNote(tr("Searching…"), Sign::Running); });
    connect(&m_searchRest, &QTimer::timeout, this, &ReviewPanel::applyFilter);
    connect(&m_detailRest, &QTimer::timeout, this, &ReviewPanel::showDetails);

    buildTables();
    buildChips();
    buildActions();

    connect(m_model, &ReviewModel::opened, this, &ReviewPanel::refresh);
    connect(m_model, &ReviewModel::groupsChanged, this, &ReviewPanel::refresh);
    connect(m_model, &ReviewModel::failed, this, &ReviewPanel::showProblem);
    connect(m_model, &ReviewModel::arranged, this, &ReviewPanel::refreshRows);
    connect(m_model, &ReviewModel::busyChanged, this, [this] {
        if (!m_model->isArranging())
            m_longWait.stop();
        else if (!m_longWait.isActive())
            m_longWait.start();
        refreshRows();
        refreshRun();
    });
    connect(m_model, &ReviewModel::tickFailed, this, [this](const core::Error &error) {
        m_tickProblem = error;
        m_model->reload(); // most likely somebody has begun to run it
    });

    connect(m_ui->backButton, &QPushButton::clicked, this, &ReviewPanel::closeWanted);
    connect(m_ui->reviewMaskButton, &QToolButton::clicked, this, [this](bool on) {
        setMasked(on);
        Q_EMIT maskWanted(on);
    });
    connect(m_ui->runButton, &QPushButton::clicked, this, &ReviewPanel::confirmRun);
    connect(m_ui->tickAllButton, &QPushButton::clicked, this, [this] { tickShown(true); });
    connect(m_ui->untickAllButton, &QPushButton::clicked, this, [this] { tickShown(false); });
    connect(m_ui->personFilter, &QLineEdit::textChanged, &m_searchRest, qOverload<>(&QTimer::start));
    connect(m_ui->personFilter, &QLineEdit::returnPressed, this, &ReviewPanel::applyFilter);
    connect(m_ui->reasonBox, &QComboBox::activated, this, &ReviewPanel::applyFilter);
    connect(m_ui->clearFiltersButton, &QPushButton::clicked, this, [this] {
        clearFilters();
        m_ui->reviewTable->setFocus();
    });
    connect(m_ui->againButton, &QPushButton::clicked, this,
            [this] { open(m_path, &m_model->surroundings(), m_isProduction); });
    connect(m_ui->copyProblemButton, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(
            QStringList{m_problem.toLine(), m_problem.fix, m_problem.detail}.join(u'\n').trimmed());
    });
    refresh();
}

ReviewPanel::~ReviewPanel()
{
    m_model->disconnect(this);
}

void ReviewPanel::buildTables()
{
    ReviewTable *table = m_ui->reviewTable;
    prepareTable(table);
    table->setModel(m_model);
    m_shares = new ColumnShares(table, {0, 25, 17, 22, 18, 18});
    QHeaderView *header = table->horizontalHeader();
    header->setSectionResizeMode(int(ReviewModel::Column::Tick), QHeaderView::Fixed); // no row is ever asked for it
    header->resizeSection(int(ReviewModel::Column::Tick), header->sectionSizeHint(int(ReviewModel::Column::Tick)));
    // With the table's own it would ask each row whether all of its column is selected.
    header->setSelectionModel(new QItemSelectionModel(m_model, header));
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ReviewPanel::settleSort);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, &m_detailRest,
            qOverload<>(&QTimer::start));
    connect(m_model, &ReviewModel::dataChanged, this, [this] {
        if (!m_detailRest.isActive())
            m_detailRest.start();
    });
    connect(m_model, &ReviewModel::modelReset, &m_detailRest, qOverload<>(&QTimer::start));
    connect(table, &ReviewTable::typed, this, [this](const QString &text) {
        m_ui->personFilter->setFocus(Qt::OtherFocusReason);
        m_ui->personFilter->setText(text);
    });
    connect(table, &QTableView::activated, this, [this] {
        if (const QString person = chosenPerson(); !person.isEmpty())
            Q_EMIT personWanted(person);
    });

    prepareTable(m_ui->writeTable);
    m_ui->writeTable->setModel(m_writes);
    m_writeShares = new ColumnShares(m_ui->writeTable, {24, 36, 40});
}

ReviewPanel::Chip *ReviewPanel::addChip(const QString &word, const QIcon &icon)
{
    auto *button = new QToolButton(m_ui->chipRow);
    button->setObjectName(u"chip%1"_s.arg(m_chips.size()));
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIcon(icon);
    m_chips.push_back(std::make_unique<Chip>(Chip{.button = button, .word = word}));
    return m_chips.back().get();
}

void ReviewPanel::buildChips()
{
    Chip *all = addChip(tr("All"), icons::icon(u"person"_s));
    all->button->setToolTip(tr("Show everybody of the plan"));
    connect(all->button, &QToolButton::clicked, this, &ReviewPanel::clearFilters);
    const struct {
        Planned planned;
        QString word;
        Sign sign;
    } outcomes[] = {
        {Planned::Create, tr("To be created"), Sign::Planned}, {Planned::Update, tr("To be updated"), Sign::Planned},
        {Planned::Unchanged, tr("Unchanged"), Sign::Passed},   {Planned::Skipped, tr("Skipped"), Sign::Skipped},
        {Planned::Invalid, tr("Invalid"), Sign::Failed},       {Planned::Conflict, tr("Conflict"), Sign::Warning}};
    for (const auto &[planned, word, sign] : outcomes)
        addChip(word, planned == Planned::Create ? icons::icon(u"add"_s) : icons::signIcon(sign))->planned = planned;
    const std::tuple<Effect, QString, QIcon> effects[] = {
        {Effect::NewlyPermits, tr("Become contactable"), icons::icon(u"unlock"_s)},
        {Effect::NewlyForbids, tr("Stop being contactable"), icons::icon(u"lock"_s)},
        {Effect::LacksRequired, tr("Lack required columns"), icons::signIcon(Sign::Warning)},
        {Effect::HasWarning, tr("With a warning"), icons::signIcon(Sign::Warning)}};
    for (const auto &[effect, word, icon] : effects)
        addChip(word, icon)->effect = effect;
    addChip(tr("Left out"), icons::icon(u"remove"_s))->isLeftOut = true;
    QWidget *before = m_ui->runButton;
    for (const auto &chip : m_chips) {
        setTabOrder(before, chip->button);
        before = chip->button;
        if (chip.get() != all)
            connect(chip->button, &QToolButton::clicked, this, &ReviewPanel::applyFilter);
    }
    setTabOrder(before, m_ui->tickAllButton);
}

void ReviewPanel::buildActions()
{
    const auto add = [this](const QString &text, const QString &icon, const QKeySequence &key, auto method) {
        auto *action = new QAction(icons::icon(icon), text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, method);
        m_ui->reviewTable->addAction(action);
        return action;
    };
    m_toggle = add(tr("&Tick or untick"), u"state-passed"_s, QKeySequence(Qt::Key_Space), &ReviewPanel::toggleTicks);
    m_copyPerson = add(tr("&Copy the person’s id"), u"copy"_s, QKeySequence::Copy, &ReviewPanel::copyPerson);
    m_preview = add(tr("&Preview this person…"), u"preview"_s, {}, [this] {
        if (const QString person = chosenPerson(); !person.isEmpty())
            Q_EMIT personWanted(person);
    });
    m_ui->reviewTable->setContextMenuPolicy(Qt::ActionsContextMenu);
}

// --- which plan ------------------------------------------------------------------------------------------------------

void ReviewPanel::open(const QString &path, const bridge::Surroundings *surroundings, bool isProduction)
{
    const bridge::Surroundings known = surroundings ? *surroundings : bridge::Surroundings();
    m_path = path;
    m_problem = m_tickProblem = {};
    m_isProduction = isProduction;
    m_model->close();
    clearFilters();
    m_ui->reviewTable->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_model->setSurroundings(known);
    m_model->open(store::RunPlace::file(path));
    refresh();
}

void ReviewPanel::close()
{
    m_path.clear();
    m_problem = m_tickProblem = {};
    m_model->close();
    m_writes->clear();
    refresh();
}

void ReviewPanel::reload()
{
    m_model->reload();
}

void ReviewPanel::setSurroundings(const bridge::Surroundings *surroundings)
{
    m_model->setSurroundings(surroundings ? *surroundings : bridge::Surroundings());
    showDetails();
    refreshRun();
}

void ReviewPanel::setProduction(bool isProduction)
{
    m_isProduction = isProduction;
}

void ReviewPanel::setMayWrite(bool on)
{
    m_mayWrite = on;
    refreshRun();
}

void ReviewPanel::setWhyNot(const QString &sentence)
{
    m_whyNot = sentence;
    refreshRun();
}

void ReviewPanel::setMasked(bool on)
{
    m_model->setMasked(on);
    m_ui->reviewMaskButton->setChecked(on);
    m_copyPerson->setEnabled(!on);
    showDetails();
}

void ReviewPanel::setBackTip(const QString &sentence)
{
    m_ui->backButton->setToolTip(sentence);
}

void ReviewPanel::focusFirst()
{
    m_wantsFocus = !m_model->isOpen(); // what can be had until then takes it meanwhile
    if (m_wantsFocus)
        m_ui->backButton->setFocus(Qt::OtherFocusReason);
    else
        m_ui->reviewTable->setFocus(Qt::OtherFocusReason);
}

void ReviewPanel::focusFilter()
{
    m_ui->personFilter->setFocus(Qt::ShortcutFocusReason);
    m_ui->personFilter->selectAll();
}

// --- filter and order ------------------------------------------------------------------------------------------------

store::RunFilter ReviewPanel::filter() const
{
    store::RunFilter filter;
    for (const auto &chip : m_chips) {
        if (!chip->button->isChecked())
            continue;
        if (chip->planned)
            filter.planned << *chip->planned;
        if (chip->effect)
            filter.effects |= *chip->effect;
        if (chip->isLeftOut)
            filter.isTicked = false;
    }
    if (const qint64 reason = m_ui->reasonBox->currentData().toLongLong(); reason > 0)
        filter.reason = reason;
    filter.person = m_ui->personFilter->text().trimmed();
    return filter;
}

void ReviewPanel::applyFilter()
{
    m_searchRest.stop();
    const store::RunFilter wanted = filter();
    m_chips.front()->button->setChecked(wanted == store::RunFilter());
    m_model->setFilter(wanted);
    // Where nothing is written, nothing changes: the reason gets the room.
    const bool showsWrites = canWrite(wanted);
    for (const ReviewModel::Column column :
         {ReviewModel::Column::Tick, ReviewModel::Column::Changes, ReviewModel::Column::Effects})
        m_ui->reviewTable->setColumnHidden(int(column), !showsWrites);
    m_shares->share();
}

void ReviewPanel::clearFilters()
{
    for (const auto &chip : m_chips)
        chip->button->setChecked(false);
    m_ui->reasonBox->setCurrentIndex(m_ui->reasonBox->count() > 0 ? 0 : -1);
    m_ui->personFilter->clear();
    applyFilter();
}

/// By other columns than these nothing can be sorted: then it stays as it was.
void ReviewPanel::settleSort(int column, Qt::SortOrder order)
{
    const bool canSort =
        column < 0 || column == int(ReviewModel::Column::Person) || column == int(ReviewModel::Column::Outcome);
    if (!canSort) {
        const QSignalBlocker quietly(m_ui->reviewTable->horizontalHeader());
        m_ui->reviewTable->horizontalHeader()->setSortIndicator(m_sorted, m_sortOrder);
        return;
    }
    m_sorted = column;
    m_sortOrder = column < 0 ? Qt::AscendingOrder : order;
    m_model->sort(m_sorted, m_sortOrder);
}

// --- how it stands ---------------------------------------------------------------------------------------------------

void ReviewPanel::showProblem(const core::Error &problem)
{
    m_problem = problem;
    refresh();
}

void ReviewPanel::refresh()
{
    m_sums = store::PlanSums::of(m_model->groups());
    refreshHead();
    refreshChips();
    refreshReasons();
    refreshRows();
    refreshRun();
    const bool hasProblem = !m_problem.message.isEmpty();
    if (hasProblem) {
        m_ui->reviewProblem->setNote(m_problem.message, Sign::Failed);
        m_ui->reviewProblemFix->setNote(m_problem.fix);
    }
    m_ui->reviewStack->setCurrentWidget(hasProblem          ? m_ui->problemPage
                                        : m_model->isOpen() ? m_ui->contentPage
                                                            : m_ui->loadingPage);
    if (m_model->isOpen() && std::exchange(m_wantsFocus, false) && m_ui->backButton->hasFocus())
        m_ui->reviewTable->setFocus(Qt::OtherFocusReason);
    m_ui->loadingLabel->setVisible(!m_path.isEmpty());
    m_ui->loadingBar->setVisible(!m_path.isEmpty());
}

void ReviewPanel::refreshHead()
{
    if (!m_model->isOpen()) {
        m_ui->titleLabel->setText(tr("Plan"));
        m_ui->sourceNote->setNote(QString());
        return;
    }
    const store::RunHead &head = m_model->head();
    const QString when = QLocale().toString(head.madeAt.toLocalTime(), QLocale::ShortFormat);
    m_ui->titleLabel->setText(head.kind == "undo"_L1 ? tr("Plan of %1 to take a run back").arg(when)
                                                     : tr("Plan of %1").arg(when));
    m_ui->titleLabel->setToolTip(head.madeAt.toUTC().toString(Qt::ISODate) + u" (UTC)\n"_s + m_path);
    QStringList about;
    if (const auto scope = engine::scopeFromJson(head.scope))
        about << engine::describe(*scope);
    if (!head.source.isEmpty() && !about.contains(head.source))
        about << head.source;
    m_ui->sourceNote->setNote(about.join(u' '));
}

void ReviewPanel::refreshChips()
{
    for (const auto &chip : m_chips) {
        const qint64 count = chip->count(m_sums);
        //: A filter and how many rows it shows.
        chip->button->setText(tr("%1  %2").arg(number(count), chip->word));
        chip->button->setAccessibleName(tr("%1: %2").arg(chip->word, number(count)));
        const bool isAll = chip == m_chips.front();
        chip->button->setVisible(isAll || count > 0 || chip->button->isChecked());
    }
    m_ui->effectLabel->setText(engine::effectSentences(m_sums).join(u' '));
}

void ReviewPanel::refreshReasons()
{
    if (m_reasons == m_sums.reasons)
        return;
    m_reasons = m_sums.reasons;
    const qint64 chosen = m_ui->reasonBox->currentData().toLongLong();
    m_ui->reasonBox->clear();
    m_ui->reasonBox->addItem(tr("All reasons"), 0);
    for (const store::RunGroup &reason : m_reasons.first(std::min<qsizetype>(m_reasons.size(), mostReasons))) {
        m_ui->reasonBox->addItem(tr("%1  %2").arg(number(reason.items), reason.reason), reason.reasonId);
        m_ui->reasonBox->setItemData(m_ui->reasonBox->count() - 1, reason.reason, Qt::ToolTipRole);
    }
    m_ui->reasonBox->setCurrentIndex(std::max(m_ui->reasonBox->findData(chosen), 0));
    m_ui->reasonBox->setVisible(!m_reasons.isEmpty());
}

void ReviewPanel::refreshRows()
{
    const bool isFiltered = m_model->filter() != store::RunFilter();
    const int shown = m_model->rowCount();
    if (!m_tickProblem.message.isEmpty())
        m_ui->shownNote->setNote(QString(m_tickProblem.message + u' ' + m_tickProblem.fix).trimmed(), Sign::Failed);
    else if (m_model->isTicking())
        m_ui->shownNote->setNote(tr("The ticks are being changed…"), Sign::Running);
    else
        //: %1 of all rows are shown; %2 of %3 are ticked
        m_ui->shownNote->setNote(tr("%1 shown · %2 of %3 ticked")
                                     .arg(number(shown), number(m_sums.writes.ticked), number(m_sums.writes.items)));
    const bool isEmpty = shown == 0 && !m_model->isArranging();
    if (isEmpty) {
        m_ui->nothingNote->setNote(isFiltered ? tr("Nobody in the plan matches the filter.")
                                              : tr("Nobody is in this plan: the source told of nobody whom it is "
                                                   "about. Go back and choose others."));
        m_ui->clearFiltersButton->setVisible(isFiltered);
    }
    if (!m_model->isArranging()) // until it is known what there is, all stays as it stands
        m_ui->rowStack->setCurrentWidget(isEmpty ? m_ui->nothingPage : static_cast<QWidget *>(m_ui->reviewTable));
    const bool isAsPlanned = m_model->mayTick();
    const bool mayTick = isAsPlanned && shown > 0 && m_sums.writes.items > 0 && canWrite(m_model->filter());
    m_ui->tickAllButton->setEnabled(mayTick);
    m_ui->untickAllButton->setEnabled(mayTick);
    m_toggle->setEnabled(mayTick);
    const QString about = isFiltered ? tr("All that the filter shows") : tr("Everybody of the plan");
    const QString whyNot = isAsPlanned ? tr("Nothing is written for those who are shown")
                                       : tr("Once a plan was begun, nobody can be left out any more");
    m_ui->tickAllButton->setToolTip(mayTick ? tr("%1: is written by the run").arg(about) : whyNot);
    m_ui->untickAllButton->setToolTip(mayTick ? tr("%1: is left out of the run").arg(about) : whyNot);
}

QString ReviewPanel::whyNotRun() const
{
    const store::RunHead &head = m_model->head();
    switch (m_model->state()) {
    case RunState::Planning:
        return tr("This plan was not finished: not everybody is in it. Let it be planned to the end first.");
    case RunState::Running:
    case RunState::Paused:
    case RunState::Cancelled:
        return tr("This plan’s run has begun. Go on with that run, or make a new plan.");
    case RunState::Done:
    case RunState::Undone:
        return tr("This plan was run already. Make a new one.");
    case RunState::Planned:
        break;
    }
    const QString organization = m_model->surroundings().whoAmI.organizationId;
    if (!organization.isEmpty() && !head.dataverseOrganization.isEmpty() &&
        organization.compare(head.dataverseOrganization, Qt::CaseInsensitive) != 0)
        return tr("This plan was made for another environment (%1). It can be looked at here, but not run.")
            .arg(head.host);
    if (!m_whyNot.isEmpty())
        return m_whyNot;
    if (m_sums.writes.ticked > 0 && !m_mayWrite)
        return tr("This is a production environment. Unlock writing at the top of the window first.");
    return {};
}

void ReviewPanel::refreshRun()
{
    const QString whyNot = m_model->isOpen() ? whyNotRun() : QString();
    const bool hasWrites = m_sums.writes.ticked > 0;
    m_ui->runButton->setText(
        hasWrites ? tr("R&un %Ln change(s)…", nullptr, int(std::min<qint64>(m_sums.writes.ticked, INT_MAX)))
                  : tr("R&un…"));
    m_ui->runButton->setEnabled(m_model->isOpen() && m_problem.message.isEmpty() && whyNot.isEmpty() && hasWrites &&
                                !m_model->isTicking());
    m_ui->runButton->setToolTip(!whyNot.isEmpty() ? whyNot
                                : hasWrites       ? tr("You see once more what will be written, and confirm it")
                                                  : engine::effectSentences(m_sums).join(u' '));
    m_ui->whyNotRunNote->setNote(whyNot, Sign::Warning);
}

// --- who is selected -------------------------------------------------------------------------------------------------

QString ReviewPanel::chosenPerson() const
{
    const store::RunItem *item = m_model->item(m_ui->reviewTable->currentIndex().row());
    return item ? item->person : QString();
}

void ReviewPanel::showDetails()
{
    m_detailRest.stop();
    const QList<int> rows = m_ui->reviewTable->selectedRows(mostDetailed);
    const bool isFirst = !rows.isEmpty() && !m_hasLayout;
    m_ui->detailPanel->setVisible(!rows.isEmpty());
    if (isFirst) { // else it gets what is left, which is nearly nothing
        m_hasLayout = true;
        const int height = m_ui->reviewSplitter->height();
        m_ui->reviewSplitter->setSizes({height * 3 / 5, height * 2 / 5});
    }
    const bool hasPerson = !chosenPerson().isEmpty();
    m_copyPerson->setEnabled(hasPerson && !m_model->isMasked());
    m_preview->setEnabled(hasPerson);
    QList<store::RunItem> items;
    for (const int row : rows) {
        if (const store::RunItem *item = m_model->item(row))
            items << *item;
    }
    m_writes->setItems(items, m_model->surroundings(), m_model->isMasked());
    const bool isOne = rows.size() == 1;
    m_ui->writeTable->setColumnHidden(int(WriteModel::Column::Person), isOne);
    m_ui->writeTable->setVisible(m_writes->rowCount() > 0);
    m_writeShares->share();
    if (rows.isEmpty())
        return;
    if (items.size() < rows.size() && isOne) {
        m_ui->detailHeading->setText(tr("Being read…"));
        m_ui->detailNote->setNote(QString());
        return;
    }
    if (!isOne) {
        const qint64 all = m_ui->reviewTable->selectedCount();
        m_ui->detailHeading->setText(tr("%Ln person(s) selected", nullptr, int(all)));
        m_ui->detailNote->setNote(all > rows.size() ? tr("The values of the first %1 are shown.").arg(mostDetailed)
                                                    : QString());
        return;
    }
    const QModelIndex row = m_model->index(rows.constFirst(), int(ReviewModel::Column::Person));
    const auto text = [&row](ReviewModel::Column column) {
        return row.siblingAtColumn(int(column)).data(Qt::DisplayRole).toString();
    };
    m_ui->detailHeading->setText(
        tr("%1: %2").arg(text(ReviewModel::Column::Person), text(ReviewModel::Column::Outcome)));
    const QString reason = text(ReviewModel::Column::Reason);
    const bool isWrite = store::isWrite(items.constFirst().planned);
    m_ui->detailNote->setNote(!reason.isEmpty()          ? reason
                              : isWrite                  ? QString()
                              : m_writes->rowCount() > 0 ? tr("All values say already what they should.")
                                                         : tr("Nothing is written for this person."),
                              isWrite ? Sign::None : models::signOf(items.constFirst()));
}

void ReviewPanel::toggleTicks()
{
    const QList<int> rows = m_ui->reviewTable->selectedRows(mostToggled);
    if (m_ui->reviewTable->selectedCount() > mostToggled) {
        m_tickProblem = {
            .message = tr("So many rows cannot be ticked one by one."),
            .fix = tr("Choose at most %1, or use a filter and tick all that it shows.").arg(number(mostToggled))};
        return refreshRows();
    }
    bool isAnyOut = false;
    int unread = 0;
    for (const int row : rows) {
        const store::RunItem *item = m_model->item(row);
        unread += item ? 0 : 1;
        isAnyOut = isAnyOut || (item && ReviewModel::canBeTicked(*item) && !item->isTicked);
    }
    m_tickProblem = {};
    if (unread > 0) // nobody may think that they were ticked out
        m_tickProblem = {.message =
                             tr("%Ln of the selected rows were not read yet and stay as they were.", nullptr, unread),
                         .fix = tr("Scroll through them first, or use a filter and tick all that it shows.")};
    m_model->setTicked(rows, isAnyOut);
    refreshRows();
}

void ReviewPanel::tickShown(bool on)
{
    m_tickProblem = {};
    m_model->setShownTicked(on);
}

void ReviewPanel::copyPerson()
{
    const QString person = chosenPerson();
    if (!person.isEmpty() && !m_model->isMasked())
        QApplication::clipboard()->setText(person);
}

void ReviewPanel::confirmRun()
{
    m_ui->runButton->setFocus(Qt::ShortcutFocusReason); // its key alone does not: what comes next shall have it
    auto *dialog = new ConfirmDialog(m_model->head(), m_sums, m_isProduction, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT runWanted(dialog->options()); });
    dialog->open();
}

QByteArray ReviewPanel::layoutState() const
{
    return m_ui->reviewSplitter->saveState();
}

void ReviewPanel::restoreLayout(const QByteArray &state)
{
    m_hasLayout = m_ui->reviewSplitter->restoreState(state);
}

} // namespace gui
