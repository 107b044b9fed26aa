#include "gui/mappingspage.h"

#include "gui/celldelegate.h"
#include "gui/columnshares.h"
#include "gui/comparedialog.h"
#include "gui/draftchange.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/matchdialog.h"
#include "gui/place.h"
#include "gui/suggestdialog.h"
#include "gui/targetdialog.h"
#include "models/age.h"
#include "models/columnmodel.h"
#include "models/mappingmodel.h"
#include "models/mappingtext.h"
#include "models/sourcemodel.h"
#include "models/targetmodel.h"
#include "ui_mappingspage.h"

#include <QDataStream>
#include <QLocale>
#include <QSet>
#include <QShortcut>
#include <QSortFilterProxyModel>

namespace gui {

using namespace Qt::StringLiterals;
using models::MappingModel;
using models::Sign;
using profile::Mapping;

namespace {

constexpr int roomForLists = 150;   ///< Characters of width that the lists beside the grid need to be of use.
constexpr int listShare = 30;       ///< Characters of width that each of them gets at first.
constexpr int jsonStep = 1'000'000; ///< More than any row has of steps.

} // namespace

MappingsPage::MappingsPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::MappingsPage>())
    , m_model(new MappingModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_sources(new models::SourceModel(this))
    , m_columns(new models::ColumnModel(this))
    , m_targets(new models::TargetModel(this))
{
    m_ui->setupUi(this);
    const int character = fontMetrics().averageCharWidth();
    m_ui->filterEdit->setMaximumWidth(28 * character);
    m_ui->emptyColumn->setMinimumWidth(50 * character);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.3);
    m_ui->emptyTitle->setFont(title);

    const std::pair<QAbstractButton *, const char16_t *> pictures[] = {
        {m_ui->addButton, u"add"},       {m_ui->duplicateButton, u"duplicate"}, {m_ui->deleteButton, u"remove"},
        {m_ui->upButton, u"up"},         {m_ui->downButton, u"down"},           {m_ui->undoButton, u"undo"},
        {m_ui->redoButton, u"redo"},     {m_ui->loadButton, u"refresh"},        {m_ui->jsonButton, u"json"},
        {m_ui->emptyAdd, u"add"},        {m_ui->emptyLoad, u"refresh"},         {m_ui->listsButton, u"grid"},
        {m_ui->suggestButton, u"magic"}, {m_ui->matchButton, u"person"},        {m_ui->compareButton, u"mappings"},
        {m_ui->rowsButton, u"details"}};
    for (const auto &[button, name] : pictures)
        button->setIcon(icons::icon(QString::fromUtf16(name)));
    for (QToolButton *button : {m_ui->addButton, m_ui->loadButton, m_ui->jsonButton})
        button->setAutoRaise(true);

    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterKeyColumn(-1);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_ui->grid->setModel(m_filtered);
    m_ui->grid->setItemDelegate(new CellDelegate(this));
    m_ui->grid->verticalHeader()->hide();
    m_ui->grid->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
    QHeaderView *header = m_ui->grid->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(fontMetrics().height() * 2);
    new ColumnShares(m_ui->grid, {0, 26, 25, 10, 24});

    m_ui->grid->setAcceptDrops(true);
    m_ui->grid->setDragDropMode(QAbstractItemView::DropOnly);
    m_ui->grid->setDragDropOverwriteMode(true); // onto a row, not between two
    m_ui->sourcesPanel->setContent(m_sources, models::SourceModel::SearchRole, tr("Didomi"), tr("What Didomi knows"));
    m_ui->studioSplitter->setStretchFactor(1, 1);
    connect(m_ui->sourcesPanel, &FinderPanel::chosen, this,
            [this](const QModelIndex &index) { takeSource(index.data(models::SourceModel::PathRole).toString()); });
    connect(m_ui->columnsPanel, &FinderPanel::chosen, this,
            [this](const QModelIndex &index) { takeColumn(index.data(models::ColumnModel::NameRole).toString()); });
    const auto mapPair = [this](const QString &path, const QString &name) {
        Mapping mapping;
        mapping.value = path;
        mapping.column = name;
        addRow(tr("Map a pair"), mapping);
    };
    connect(m_columns, &models::ColumnModel::paired, this, mapPair);
    connect(m_targets, &models::TargetModel::paired, this, mapPair);
    connect(m_model, &MappingModel::dropped, this, &MappingsPage::takeDrop);
    connect(m_ui->suggestButton, &QToolButton::clicked, this, &MappingsPage::suggest);
    connect(m_ui->compareButton, &QToolButton::clicked, this, &MappingsPage::compare);
    connect(m_ui->rowsButton, &QToolButton::clicked, this, [this] {
        auto *dialog = new TargetDialog(*m_session, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog] {
            if (dialog->result() != m_session->draft())
                m_session->undoStack().push(
                    new DraftChange(*m_session, tr("Change how rows are found and made"), dialog->result()));
        });
        dialog->open();
    });
    connect(m_ui->matchButton, &QToolButton::clicked, this, [this] {
        auto *dialog = new MatchDialog(*m_session, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_ui->listsButton, &QToolButton::toggled, this, [this](bool on) {
        m_ui->sourcesPanel->setVisible(on);
        m_ui->columnsPanel->setVisible(on);
    });

    m_ui->metadataNote->setWordWrap(false);
    m_ui->rowsNote->setWordWrap(false);
    m_ageing.setInterval(std::chrono::minutes(1));
    connect(&m_ageing, &QTimer::timeout, this, [this] {
        if (m_session && isVisible())
            refreshMetadata();
    });
    m_ageing.start();
    connect(m_ui->addButton, &QToolButton::clicked, this, &MappingsPage::add);
    connect(m_ui->emptyAdd, &QPushButton::clicked, this, &MappingsPage::add);
    connect(m_ui->duplicateButton, &QToolButton::clicked, this, &MappingsPage::duplicate);
    connect(m_ui->deleteButton, &QToolButton::clicked, this, &MappingsPage::removeSelected);
    connect(m_ui->upButton, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_ui->downButton, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_ui->undoButton, &QToolButton::clicked, this, [this] { m_session->undoStack().undo(); });
    connect(m_ui->redoButton, &QToolButton::clicked, this, [this] { m_session->undoStack().redo(); });
    for (QAbstractButton *button :
         {static_cast<QAbstractButton *>(m_ui->loadButton), static_cast<QAbstractButton *>(m_ui->emptyLoad)}) {
        connect(button, &QAbstractButton::clicked, this, [this] {
            if (m_session->isLoading())
                m_session->cancel();
            else
                m_session->load();
        });
    }
    connect(m_ui->jsonButton, &QToolButton::toggled, this, &MappingsPage::refresh);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered->setFilterFixedString(text);
        refreshActions();
    });
    connect(m_ui->clearFilter, &QPushButton::clicked, m_ui->filterEdit, &QLineEdit::clear);
    connect(m_ui->grid->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        refreshEditor();
        refreshActions();
    });
    connect(m_ui->grid, &QTableView::activated, this, [this](const QModelIndex &index) {
        const bool isTarget = index.column() >= int(MappingModel::Column::Target);
        if (isTarget)
            m_ui->editor->focusTarget();
        else
            m_ui->editor->focusSource();
    });
    const auto gridKey = [this](const QKeySequence &key, auto action) {
        connect(new QShortcut(key, m_ui->grid, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
                action);
    };
    gridKey(QKeySequence(Qt::Key_Insert), &MappingsPage::add);
    gridKey(QKeySequence::Delete, &MappingsPage::removeSelected);
    gridKey(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { move(-1); });
    gridKey(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { move(1); });

    m_ui->editorScroll->viewport()->installEventFilter(this);
    connect(m_ui->editor, &MappingEditor::edited, this, &MappingsPage::edit);
    connect(m_ui->editor, &MappingEditor::fixWanted, this, &MappingsPage::applyFix);
    connect(m_ui->jsonPage, &JsonPanel::edited, this, &MappingsPage::takeJson);
}

MappingsPage::~MappingsPage() = default;

void MappingsPage::setSession(Session *session)
{
    if (m_session == session)
        return;
    applyPending();
    if (m_session) {
        m_session->disconnect(this);
        m_session->undoStack().disconnect(this);
    }
    m_session = session;
    setEnabled(session != nullptr);
    if (!session)
        return;
    connect(session, &Session::draftChanged, this, &MappingsPage::refresh);
    connect(session, &Session::surroundingsChanged, this, [this] {
        refreshChoices();
        refresh();
    });
    connect(&session->undoStack(), &QUndoStack::canUndoChanged, this, &MappingsPage::refreshActions);
    connect(&session->undoStack(), &QUndoStack::canRedoChanged, this, &MappingsPage::refreshActions);
    m_ui->filterEdit->clear();
    m_ui->jsonButton->setChecked(false);
    refreshChoices();
    refresh();
    if (m_model->rowCount() > 0)
        select(0);
    askAgain();
}

/// What an earlier session read is shown at once, and asked for again while one looks at it.
void MappingsPage::askAgain()
{
    if (isVisible() && m_session && m_session->surroundings() && m_session->areRemembered() && !m_session->isLoading())
        m_session->load();
}

void MappingsPage::focusFilter()
{
    m_ui->filterEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->filterEdit->selectAll();
}

void MappingsPage::applyPending()
{
    m_ui->jsonPage->applyPending();
}

mapping::Place MappingsPage::known() const
{
    return placeOf(m_session->surroundings());
}

profile::Mode MappingsPage::mode() const
{
    return profile::modeOf(m_session->draft().integration);
}

void MappingsPage::refresh()
{
    if (!m_session)
        return;
    const profile::Profile &draft = m_session->draft();
    m_model->setContent(draft.integration.mappings, m_session->verdicts(), known(), mode());
    if (m_ui->jsonButton->isChecked())
        m_ui->stack->setCurrentWidget(m_ui->jsonPage);
    else
        m_ui->stack->setCurrentWidget(draft.integration.mappings.isEmpty() ? m_ui->emptyPage : m_ui->gridPage);
    QSet<QString> paths;
    QSet<QString> columns;
    for (const Mapping &mapping : draft.integration.mappings) {
        paths.insert(mapping.value);
        columns.insert(mapping.column);
    }
    m_sources->setMapped(paths);
    m_columns->setMapped(columns);
    m_targets->setMapped(columns);
    refreshWhole();
    refreshEditor();
    refreshMetadata();
    refreshActions();
    if (m_ui->jsonButton->isChecked())
        m_ui->jsonPage->show(draft.integration);
}

void MappingsPage::refreshChoices()
{
    const bridge::Surroundings *known = m_session->surroundings();
    m_sources->setCatalogue(known ? known->catalogue : consent::Catalogue());
    refreshTargets();
}

void MappingsPage::refreshTargets()
{
    const mapping::Place there = known();
    QList<PickerBox::Choice> choices;
    if (mode() == profile::Mode::Current) {
        const mapping::ConsentTree tree = there.tree ? *there.tree : mapping::ConsentTree();
        m_targets->setTree(tree);
        for (const mapping::ConsentTree::Purpose &purpose : tree.purposes)
            choices.append({purpose.id, purpose.name, tr("purpose")});
        for (const mapping::ConsentTree::Topic &topic : tree.topics)
            choices.append({topic.id, topic.name, models::targetPlace(topic.id, &tree)});
        m_ui->columnsPanel->setContent(m_targets, models::ColumnModel::SearchRole, tr("Dynamics 365"),
                                       tr("Purposes and topics"));
        m_ui->columnsPanel->setEmptyText(tr("Load purposes and topics to choose from them."));
    } else {
        QList<mapping::Column> columns;
        if (there.table)
            columns = mapping::writableColumns(*there.table, m_session->draft().integration.upsertMode);
        m_columns->setColumns(columns);
        for (const mapping::Column &column : std::as_const(columns))
            choices.append({column.logicalName, column.displayName, models::columnTypeText(column.type)});
        m_ui->columnsPanel->setContent(m_columns, models::ColumnModel::SearchRole, tr("Dataverse"),
                                       tr("Columns that can be written"));
        m_ui->columnsPanel->setEmptyText(tr("Load columns to choose from them."));
    }
    std::ranges::stable_sort(choices, [](const PickerBox::Choice &one, const PickerBox::Choice &other) {
        return QString::localeAwareCompare(one.name, other.name) < 0;
    });
    m_ui->editor->setChoices(sourceChoices(there.catalogue), choices);
}

void MappingsPage::refreshMetadata()
{
    const bridge::Surroundings *known = m_session->surroundings();
    const bool isLoading = m_session->isLoading();
    m_ui->loadButton->setText(isLoading ? tr("Stop &loading") : known ? tr("Re&load") : tr("&Load columns"));
    m_ui->loadButton->setIcon(icons::icon(isLoading ? u"stop"_s : u"refresh"_s));
    m_ui->emptyLoad->setVisible(!known);
    if (isLoading) {
        m_ui->metadataNote->setNote(tr("Loading…"), Sign::Running);
    } else if (known) {
        const QString columns = tr("%n column(s)", nullptr, int(known->table.columns.size()));
        const QString purposes = tr("%n purpose(s)", nullptr, int(known->catalogue.purposes.size()));
        const QString age = models::ageText(known->readAt, m_session->services().clock().now());
        m_ui->metadataNote->setNote(tr("Read %1").arg(age), m_session->areRemembered() ? Sign::Waiting : Sign::Passed);
        m_ui->metadataNote->setToolTip(
            tr("%1, %2, read at %3")
                .arg(columns, purposes, QLocale().toString(known->readAt.toLocalTime(), QLocale::ShortFormat)));
    } else if (!m_session->loadProblem().message.isEmpty() &&
               m_session->loadProblem().kind != core::Error::Kind::Cancelled) {
        m_ui->metadataNote->setNote(tr("Columns could not be loaded"), Sign::Failed);
        m_ui->metadataNote->setToolTip(m_session->loadProblem().toLine());
    } else {
        m_ui->metadataNote->setNote(tr("Columns are not loaded"), Sign::Waiting);
        m_ui->metadataNote->setToolTip(
            tr("Mappings can be edited all the same; they are checked once columns are loaded."));
    }
    m_ui->rowsNote->setNote(models::rowsText(m_session->draft(), known ? &known->table : nullptr));
    m_ui->emptyText->setNote(
        known ? tr("A mapping says which Didomi purpose or preference is written into which Dataverse column.")
              : tr("A mapping says which Didomi purpose or preference is written into which Dataverse column. "
                   "Load columns and purposes first, to choose them from lists."));
}

int MappingsPage::currentRow() const
{
    const QList<int> rows = selectedRows();
    return rows.size() == 1 ? rows.first() : -1;
}

QList<int> MappingsPage::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_ui->grid->selectionModel()->selectedRows())
        rows.append(m_filtered->mapToSource(index).row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void MappingsPage::select(int row)
{
    // The first column, so that nothing scrolls sideways.
    const QModelIndex index = m_filtered->mapFromSource(m_model->index(row, int(MappingModel::Column::State)));
    if (!index.isValid())
        return;
    m_ui->grid->selectionModel()->setCurrentIndex(index,
                                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_ui->grid->scrollTo(index);
}

void MappingsPage::refreshActions()
{
    if (!m_session)
        return;
    const QList<int> rows = selectedRows();
    const bool isGrid = !m_ui->jsonButton->isChecked();
    const int count = m_model->rowCount();
    m_ui->addButton->setEnabled(isGrid);
    m_ui->duplicateButton->setEnabled(isGrid && rows.size() == 1);
    m_ui->deleteButton->setEnabled(isGrid && !rows.isEmpty());
    const bool mayMove = isGrid && rows.size() == 1 && m_ui->filterEdit->text().isEmpty();
    m_ui->upButton->setEnabled(mayMove && rows.first() > 0);
    m_ui->downButton->setEnabled(mayMove && rows.first() < count - 1);
    m_ui->undoButton->setEnabled(m_session->undoStack().canUndo());
    m_ui->redoButton->setEnabled(m_session->undoStack().canRedo());
    m_ui->undoButton->setToolTip(
        m_session->undoStack().canUndo() ? tr("Undo: %1").arg(m_session->undoStack().undoText()) : tr("Undo"));
    m_ui->redoButton->setToolTip(
        m_session->undoStack().canRedo() ? tr("Redo: %1").arg(m_session->undoStack().redoText()) : tr("Redo"));
    m_ui->filterEdit->setEnabled(isGrid && count > 0);
    const bool isNothingFound = count > 0 && m_filtered->rowCount() == 0;
    m_ui->nothingFound->setVisible(isNothingFound);
    m_ui->nothingFoundNote->setNote(isNothingFound ? tr("No mapping matches “%1”.").arg(m_ui->filterEdit->text())
                                                   : QString());
}

void MappingsPage::refreshEditor()
{
    if (!m_session)
        return;
    const int row = currentRow();
    if (row >= 0)
        m_ui->editor->show(m_model->mappings().at(row), m_model->verdict(row), known(), mode());
    else if (selectedRows().isEmpty())
        m_ui->editor->showNothing(tr("Select a mapping to edit it."));
    else
        m_ui->editor->showNothing(tr("%n mapping(s) selected.", nullptr, int(selectedRows().size())));
}

void MappingsPage::edit(const QString &what, int field, const MappingChange &change)
{
    const int row = currentRow();
    if (row < 0)
        return;
    QList<Mapping> mappings = m_session->draft().integration.mappings;
    change(mappings[row]);
    m_session->changeMappings(what, mappings, row * MappingEditor::FieldCount + field);
}

void MappingsPage::add()
{
    QList<Mapping> mappings = m_session->draft().integration.mappings;
    const int current = currentRow();
    const int row = current < 0 ? int(mappings.size()) : current + 1;
    mappings.insert(row, Mapping{});
    m_ui->filterEdit->clear();
    m_session->changeMappings(tr("Add a mapping"), mappings);
    select(row);
    m_ui->editor->focusSource();
}

void MappingsPage::addRow(const QString &what, const Mapping &mapping)
{
    QList<Mapping> mappings = m_session->draft().integration.mappings;
    const int current = currentRow();
    const int row = current < 0 ? int(mappings.size()) : current + 1;
    mappings.insert(row, mapping);
    m_ui->filterEdit->clear();
    m_session->changeMappings(what, mappings);
    select(row);
}

void MappingsPage::applyFix()
{
    const int row = currentRow();
    const mapping::LintFinding *remedy = row < 0 ? nullptr : remedyOf(m_model->verdict(row));
    if (!remedy)
        return;
    const QList<Mapping> &before = m_session->draft().integration.mappings;
    m_session->changeMappings(remedyText(before.at(row), *remedy).remove(u'&'), mapping::withFix(before, row, *remedy));
}

/// About the mappings as a whole: the gravest finding, with a click where one helps.
void MappingsPage::refreshWhole()
{
    const QList<mapping::LintFinding> &findings = m_session->findings();
    if (findings.isEmpty() || m_ui->jsonButton->isChecked())
        return m_ui->wholeNote->setNote(QString());
    const mapping::LintFinding &worst = findings.first();
    QString text = worst.fix.isEmpty() ? worst.message : worst.message + u' ' + worst.fix;
    if (findings.size() > 1)
        text += u' ' + tr("And %n more.", nullptr, int(findings.size()) - 1);
    QStringList all;
    for (const mapping::LintFinding &finding : findings)
        all += finding.message;
    m_ui->wholeNote->setToolTip(all.join(u'\n'));
    using Severity = mapping::LintFinding::Severity;
    m_ui->wholeNote->setNote(text, worst.severity == Severity::Error     ? Sign::Failed
                                   : worst.severity == Severity::Warning ? Sign::Warning
                                                                         : Sign::None);
}

/// Asks both ends first, when they are not known yet.
void MappingsPage::suggest()
{
    m_session->ready(this, [this](const core::Result<Session::Ready> &ready) {
        if (!ready) // the status bar tells why
            return;
        const bridge::Surroundings &there = ready->surroundings;
        const QList<mapping::Suggestion> found =
            mode() == profile::Mode::Current
                ? mapping::suggestTargets(m_session->draft(), there.consentTree, there.catalogue)
                : mapping::suggestMappings(m_session->draft(), there.table, there.catalogue);
        auto *dialog = new SuggestDialog(found, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog] {
            QList<Mapping> mappings = m_session->draft().integration.mappings;
            const int first = int(mappings.size());
            for (const mapping::Suggestion &one : dialog->ticked()) {
                Mapping mapping; // which way round is asked for by the row's verdict
                mapping.value = one.value;
                mapping.column = one.column;
                mappings.append(mapping);
            }
            if (mappings.size() == first)
                return;
            m_session->changeMappings(tr("Add %n suggestion(s)", nullptr, int(mappings.size()) - first), mappings);
            select(first);
        });
        dialog->open();
    });
}

void MappingsPage::compare()
{
    auto *dialog = new CompareDialog(*m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_session->changeMappings(
            tr("Take over %n row(s) from “%1”", nullptr, dialog->tickedCount()).arg(dialog->otherName()),
            dialog->mappings());
    });
    dialog->open();
}

/// Into the row that waits for one, else into a new row; then it is the column's turn.
void MappingsPage::takeSource(const QString &path)
{
    const int row = currentRow();
    if (row >= 0 && m_model->mappings().at(row).value.isEmpty()) {
        edit(tr("Change the Didomi value"), MappingEditor::SourceField,
             [path](Mapping &mapping) { mapping.value = path; });
    } else {
        Mapping mapping;
        mapping.value = path;
        addRow(tr("Add a mapping"), mapping);
    }
    const int now = currentRow();
    if (now >= 0 && m_model->mappings().at(now).column.isEmpty())
        m_ui->columnsPanel->focusSearch();
}

void MappingsPage::takeColumn(const QString &name)
{
    const int row = currentRow();
    if (row >= 0 && m_model->mappings().at(row).column.isEmpty()) {
        edit(tr("Change the column"), MappingEditor::TargetField, [name](Mapping &mapping) { mapping.column = name; });
    } else {
        Mapping mapping;
        mapping.column = name;
        addRow(tr("Add a mapping"), mapping);
    }
    const int now = currentRow();
    if (now >= 0 && m_model->mappings().at(now).value.isEmpty())
        m_ui->sourcesPanel->focusSearch();
    else
        m_ui->grid->setFocus(Qt::OtherFocusReason);
}

void MappingsPage::takeDrop(const QStringList &sources, const QStringList &columns, int row)
{
    QList<Mapping> mappings = m_session->draft().integration.mappings;
    const bool isOnRow = row >= 0 && row < mappings.size();
    int last = row;
    for (const QString &path : sources) {
        if (isOnRow && sources.size() == 1) {
            mappings[row].value = path;
            continue;
        }
        Mapping mapping;
        mapping.value = path;
        mappings.append(mapping);
        last = int(mappings.size()) - 1;
    }
    for (const QString &name : columns) {
        if (isOnRow && columns.size() == 1) {
            mappings[row].column = name;
            mappings[row].polarity = Mapping::Polarity::Unset; // said about another column
            continue;
        }
        Mapping mapping;
        mapping.column = name;
        mappings.append(mapping);
        last = int(mappings.size()) - 1;
    }
    m_session->changeMappings(tr("Map by dragging"), mappings);
    select(last);
}

void MappingsPage::duplicate()
{
    const int row = currentRow();
    if (row < 0)
        return;
    QList<Mapping> mappings = m_session->draft().integration.mappings;
    mappings.insert(row + 1, mappings.at(row));
    m_session->changeMappings(tr("Duplicate a mapping"), mappings);
    select(row + 1);
}

void MappingsPage::removeSelected()
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return;
    QList<Mapping> mappings = m_session->draft().integration.mappings;
    for (auto row = rows.crbegin(); row != rows.crend(); ++row)
        mappings.removeAt(*row);
    m_session->changeMappings(tr("Delete %n mapping(s)", nullptr, int(rows.size())), mappings);
    if (!mappings.isEmpty())
        select(std::min(rows.first(), int(mappings.size()) - 1));
}

void MappingsPage::move(int by)
{
    const int row = currentRow();
    QList<Mapping> mappings = m_session->draft().integration.mappings;
    if (row < 0 || row + by < 0 || row + by >= mappings.size())
        return;
    mappings.move(row, row + by);
    m_session->changeMappings(tr("Move a mapping"), mappings);
    select(row + by);
}

void MappingsPage::takeJson(const profile::Integration &integration, const core::Secret &clientSecret)
{
    if (!m_session)
        return;
    profile::Profile draft = m_session->draft();
    if (draft.integration != integration) {
        draft.integration = integration;
        m_session->undoStack().push(new DraftChange(*m_session, tr("Edit the JSON"), draft, jsonStep));
    }
    if (!clientSecret.isEmpty())
        m_session->typeSecret(Session::Which::Client, clientSecret);
}

bool MappingsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_ui->editorScroll->viewport())
        m_ui->editor->setRoom(m_ui->editorScroll->viewport()->width());
    return QWidget::eventFilter(watched, event);
}

void MappingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askAgain();
    if (std::exchange(m_isLaidOut, true))
        return;
    const int character = fontMetrics().averageCharWidth();
    const int list = listShare * character;
    m_ui->studioSplitter->setSizes({list, width() - 2 * list, list});
    m_ui->splitter->setSizes({height() / 2, height() / 2});
    m_ui->listsButton->setChecked(width() >= roomForLists * character);
}

QByteArray MappingsPage::layoutState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_ui->splitter->saveState() << m_ui->studioSplitter->saveState() << m_ui->listsButton->isChecked();
    return state;
}

void MappingsPage::restoreLayout(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray rows;
    QByteArray studio;
    bool hasLists = true;
    stream >> rows >> studio >> hasLists;
    if (stream.status() != QDataStream::Ok) // none yet, or of an older version
        return;
    m_ui->splitter->restoreState(rows);
    m_ui->studioSplitter->restoreState(studio);
    m_ui->listsButton->setChecked(hasLists);
    m_isLaidOut = true;
}

} // namespace gui
