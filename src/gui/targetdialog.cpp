#include "gui/targetdialog.h"

#include "dataverse/inspector.h"
#include "gui/calmbox.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "mapping/writable.h"
#include "models/mappingmodel.h"
#include "ui_targetdialog.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;
using models::Sign;
using profile::ContactPoint;
using profile::KeyPart;
using profile::MatchRule;
using Kind = MatchRule::Kind;

namespace {

enum ConstantColumn { ColumnName, Text };

QString textOf(const core::Error &problem)
{
    return problem.fix.isEmpty() ? problem.message : problem.message + u' ' + problem.fix;
}

QList<PickerBox::Choice> columnChoices(const mapping::Table *table, auto accepts)
{
    QList<PickerBox::Choice> choices;
    if (!table)
        return choices;
    for (const mapping::Column &column : table->columns) {
        if (accepts(column))
            choices.append({column.logicalName, column.displayName, models::columnTypeText(column.type)});
    }
    std::ranges::sort(choices, [](const PickerBox::Choice &one, const PickerBox::Choice &other) {
        return QString::localeAwareCompare(one.name, other.name) < 0;
    });
    return choices;
}

/// The key that the rule uses: of exactly its columns; -1 when there is none.
int keyOf(const MatchRule &rule, const QList<mapping::Key> &keys)
{
    QStringList wanted{rule.column};
    for (const KeyPart &part : rule.more)
        wanted += part.column;
    wanted.sort();
    for (int i = 0; i < keys.size(); ++i) {
        QStringList columns = keys.at(i).columns;
        columns.sort();
        if (columns == wanted)
            return i;
    }
    return -1;
}

} // namespace

TargetDialog::TargetDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::TargetDialog>())
    , m_session(session)
    , m_profile(session.draft())
    , m_jobs(new QObject(session.jobs()))
{
    m_ui->setupUi(this);
    if (const bridge::Surroundings *known = session.surroundings())
        m_table = known->table;
    m_ui->tabs->setTabVisible(m_ui->tabs->indexOf(m_ui->newPage), !isCurrent());
    m_ui->tabs->setTabVisible(m_ui->tabs->indexOf(m_ui->pointsPage), isCurrent());
    m_ui->kindBox->addItem(tr("an alternate key"), int(Kind::AlternateKey));
    m_ui->kindBox->addItem(tr("searching a column"), int(Kind::Column));
    m_ui->kindBox->addItem(tr("the row’s own id"), int(Kind::RowId));
    m_ui->transformList->setTitle(tr("What becomes of it before it is looked for"));
    m_ui->transformList->setOnlyForIds(true);
    m_ui->addConstantButton->setIcon(icons::icon(u"add"_s));
    m_ui->removeConstantButton->setIcon(icons::icon(u"remove"_s));
    m_ui->upsertNote->setNote(tr("Off: consents of people without a row are skipped and counted."));
    m_ui->constantsTable->setColumnCount(2);
    m_ui->constantsTable->setHorizontalHeaderLabels({tr("Column"), tr("Gets")});
    m_ui->constantsTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->constantsTable->verticalHeader()->hide();
    m_ui->constantsTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_ui->constantsTable->setTabKeyNavigation(false);
    m_ui->pointsHelp->setNote(tr("Consent is stored for an address, not for a person: say where the address of each "
                                 "channel comes from."));
    buildPoints();

    connect(m_ui->tableBox, &PickerBox::picked, this, &TargetDialog::chooseTable);
    connect(m_ui->kindBox, &QComboBox::activated, this, [this] {
        m_profile.match.kind = Kind(m_ui->kindBox->currentData().toInt());
        m_profile.match.more.clear(); // of a key
        if (m_profile.match.kind == Kind::AlternateKey && table() && keyOf(m_profile.match, table()->keys) < 0)
            m_ui->keyBox->setCurrentIndex(table()->keys.isEmpty() ? -1 : 0);
        if (m_profile.match.kind == Kind::AlternateKey)
            chooseKey();
        refresh();
    });
    connect(m_ui->keyBox, &QComboBox::activated, this, [this] {
        chooseKey();
        refresh();
    });
    connect(m_ui->columnBox, &PickerBox::picked, this, [this](const QString &column) {
        m_profile.match.column = column;
        if (m_profile.match.kind == Kind::AlternateKey)
            chooseKey(); // the others of the key are the rest
        refresh();
    });
    connect(m_ui->transformList, &TransformList::changed, this, [this](const profile::Transforms &transforms) {
        m_profile.match.transforms = transforms;
        refreshMatch();
    });
    connect(m_ui->upsertBox, &QCheckBox::clicked, this, [this](bool on) {
        m_profile.integration.upsertMode = on;
        refreshNewRow();
    });
    connect(m_ui->addConstantButton, &QToolButton::clicked, this, [this] {
        addConstant({}, {});
        m_ui->constantsTable->cellWidget(m_ui->constantsTable->rowCount() - 1, ColumnName)->setFocus();
    });
    connect(m_ui->removeConstantButton, &QToolButton::clicked, this, [this] {
        m_ui->constantsTable->removeRow(m_ui->constantsTable->currentRow());
        takeConstants();
    });
    for (const profile::Constant &constant : std::as_const(m_profile.newRow))
        addConstant(constant.column, constant.text);
    m_ui->transformList->show(m_profile.match.transforms, u" Jane.Doe@example.com"_s);
    resize(86 * fontMetrics().averageCharWidth(), 30 * fontMetrics().height());
    refresh();
    loadTables();
}

TargetDialog::~TargetDialog()
{
    delete m_jobs;
}

/// Enter in a field takes what was typed there; it does not close the dialog.
void TargetDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_ui->tabs->isAncestorOf(focusWidget()))
        return;
    QDialog::keyPressEvent(event);
}

bool TargetDialog::isCurrent() const
{
    return profile::modeOf(m_profile.integration) == profile::Mode::Current;
}

void TargetDialog::buildPoints()
{
    for (const profile::Channel channel : profile::allChannels) {
        const int line = int(channel);
        Point &made = m_points.at(std::size_t(channel));
        auto *label = new QLabel(profile::channelText(channel));
        made.from = new CalmBox;
        made.name = new PickerBox;
        made.from->setObjectName(u"pointFrom%1"_s.arg(line));
        made.name->setObjectName(u"pointName%1"_s.arg(line));
        made.from->setAccessibleName(tr("%1: where the address comes from").arg(profile::channelText(channel)));
        made.name->setAccessibleName(tr("%1: column or key").arg(profile::channelText(channel)));
        made.from->addItem(tr("a column of the row"), int(ContactPoint::From::Column));
        made.from->addItem(tr("the organization_user_id"), int(ContactPoint::From::UserId));
        made.from->addItem(tr("Didomi’s metadata"), int(ContactPoint::From::Metadata));
        label->setBuddy(made.from);
        m_ui->pointsGrid->addWidget(label, line, 0, Qt::AlignRight | Qt::AlignVCenter);
        m_ui->pointsGrid->addWidget(made.from, line, 1);
        m_ui->pointsGrid->addWidget(made.name, line, 2);
        connect(made.from, &QComboBox::activated, this, [this, channel, made] {
            profile::ContactPoint &point = m_profile.contactPoints.of(channel);
            point.from = ContactPoint::From(made.from->currentData().toInt());
            point.name.clear(); // it was about something else
            refreshPoints();
        });
        connect(made.name, &PickerBox::picked, this, [this, channel](const QString &name) {
            m_profile.contactPoints.of(channel).name = name;
            refreshPoints();
        });
    }
    m_ui->pointsGrid->setColumnStretch(2, 1);
}

/// What there is to choose from; the table can be typed all the same.
void TargetDialog::loadTables()
{
    m_session.ready(m_jobs, [this](const core::Result<Session::Ready> &ready) {
        if (!ready)
            return m_ui->tableNote->setNote(textOf(ready.error()), Sign::Warning);
        if (!m_table)
            m_table = ready->surroundings.table;
        refresh();
        bridge::Link &link = ready->link;
        auto *inspector = new dataverse::Inspector(link.dataverseService(), link.tokens(),
                                                   link.instance().apiUrl(m_profile.options.apiVersion), m_jobs);
        inspector->tablesBeginning({}, m_jobs)->whenDone(m_jobs, [this](const core::Result<QStringList> &names) {
            QList<PickerBox::Choice> choices;
            for (const QString &name : names ? *names : QStringList())
                choices.append({name, {}, {}});
            m_ui->tableBox->setChoices(choices);
            m_ui->tableBox->setValue(m_profile.options.table);
        });
    });
}

void TargetDialog::chooseTable(const QString &name)
{
    if (name == m_profile.options.table)
        return;
    m_profile.options.table = name;
    m_table.reset();
    refresh();
    m_ui->tableNote->setNote(tr("Reading the table…"), Sign::Running);
    m_session.ready(m_jobs, [this, name](const core::Result<Session::Ready> &ready) {
        if (!ready)
            return m_ui->tableNote->setNote(textOf(ready.error()), Sign::Failed);
        ready->link.dataverse()
            .table(name, m_jobs)
            ->whenDone(m_jobs, [this, name](const core::Result<mapping::Table> &table) {
                if (name != m_profile.options.table) // another one was chosen meanwhile
                    return;
                if (!table)
                    return m_ui->tableNote->setNote(textOf(table.error()), Sign::Failed);
                m_table = *table;
                refresh();
            });
    });
}

void TargetDialog::chooseKey()
{
    const int at = m_ui->keyBox->currentIndex();
    if (!table() || at < 0 || at >= table()->keys.size())
        return;
    const mapping::Key &key = table()->keys.at(at);
    if (!key.columns.contains(m_profile.match.column))
        m_profile.match.column = key.columns.constFirst();
    QList<KeyPart> more;
    for (const QString &column : key.columns) {
        if (column == m_profile.match.column)
            continue;
        KeyPart part{.column = column};
        for (const KeyPart &known : std::as_const(m_profile.match.more)) {
            if (known.column == column)
                part = known;
        }
        more.append(part);
    }
    m_profile.match.more = more;
}

void TargetDialog::refresh()
{
    m_ui->tableBox->setValue(m_profile.options.table);
    if (const mapping::Table *known = table())
        m_ui->tableNote->setNote(
            tr("%1, %2").arg(known->displayName, tr("%n column(s)", nullptr, int(known->columns.size()))),
            Sign::Passed);
    m_ui->kindBox->setCurrentIndex(m_ui->kindBox->findData(int(m_profile.match.kind)));
    const bool byKey = m_profile.match.kind == Kind::AlternateKey;
    const bool hasColumn = m_profile.match.kind != Kind::RowId;
    m_ui->findForm->setRowVisible(m_ui->keyBox, byKey);
    m_ui->findForm->setRowVisible(m_ui->columnBox, hasColumn);
    m_ui->keyBox->clear();
    if (byKey && table()) {
        for (const mapping::Key &key : table()->keys)
            m_ui->keyBox->addItem(tr("%1 (%2)").arg(key.displayName, key.columns.join(u", "_s)));
        m_ui->keyBox->setCurrentIndex(keyOf(m_profile.match, table()->keys));
    }
    m_ui->columnBox->setChoices(columnChoices(table(), [&](const mapping::Column &column) {
        const int key = m_ui->keyBox->currentIndex();
        if (byKey)
            return key >= 0 && table()->keys.at(key).columns.contains(column.logicalName);
        return column.type == mapping::ColumnType::Text && column.isValidForRead;
    }));
    m_ui->columnBox->setValue(m_profile.match.column);
    refreshMore();
    refreshMatch();
    refreshNewRow();
    refreshPoints();
}

/// The other columns of a key: each the same for everybody, or of Didomi's metadata.
void TargetDialog::refreshMore()
{
    while (QLayoutItem *item = m_ui->moreLayout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_ui->findForm->setRowVisible(m_ui->moreHolder, !m_profile.match.more.isEmpty());
    for (int at = 0; at < m_profile.match.more.size(); ++at) {
        const KeyPart &part = m_profile.match.more.at(at);
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto *from = new CalmBox;
        from->setObjectName(u"partFrom%1"_s.arg(at));
        from->setAccessibleName(tr("%1: where it comes from").arg(part.column));
        from->addItem(tr("is always"), int(KeyPart::From::Constant));
        from->addItem(tr("is Didomi’s metadata"), int(KeyPart::From::Metadata));
        from->setCurrentIndex(from->findData(int(part.from)));
        auto *value = new QLineEdit(part.value);
        value->setObjectName(u"partValue%1"_s.arg(at));
        value->setAccessibleName(tr("%1: value or key").arg(part.column));
        row->addWidget(new QLabel(part.column));
        row->addWidget(from);
        row->addWidget(value, 1);
        m_ui->moreLayout->addWidget(line);
        connect(from, &QComboBox::activated, this, [this, at, from] {
            m_profile.match.more[at].from = KeyPart::From(from->currentData().toInt());
            refreshMatch();
        });
        connect(value, &QLineEdit::textEdited, this, [this, at](const QString &text) {
            m_profile.match.more[at].value = text.trimmed();
            refreshMatch();
        });
    }
}

void TargetDialog::refreshMatch()
{
    for (const profile::Problem &problem : profile::validate(m_profile)) {
        if (problem.field.startsWith("match"_L1))
            return m_ui->matchNote->setNote(
                problem.fix.isEmpty() ? problem.message : problem.message + u' ' + problem.fix,
                problem.severity == profile::Problem::Severity::Error ? Sign::Failed : Sign::Warning);
    }
    if (!table())
        return m_ui->matchNote->setNote(QString());
    const mapping::Verdict verdict = mapping::lintMatch(m_profile.match, *table());
    if (!verdict.message.isEmpty())
        return m_ui->matchNote->setNote(verdict.fix.isEmpty() ? verdict.message : verdict.message + u' ' + verdict.fix,
                                        models::signOf(verdict.state));
    if (m_profile.match.kind == Kind::Column)
        m_ui->matchNote->setNote(tr("Several rows with the same value are a conflict: nothing is written."));
    else
        m_ui->matchNote->setNote(tr("One row at most."), Sign::Passed);
}

void TargetDialog::addConstant(const QString &column, const QString &text)
{
    QTableWidget *list = m_ui->constantsTable;
    const int row = list->rowCount();
    list->insertRow(row);
    auto *columnBox = new PickerBox;
    auto *textEdit = new QLineEdit(text);
    columnBox->setAccessibleName(tr("Column %1").arg(row + 1));
    textEdit->setAccessibleName(tr("What column %1 gets").arg(row + 1));
    columnBox->setChoices(columnChoices(table(), [](const mapping::Column &one) { return one.isValidForCreate; }));
    columnBox->setValue(column);
    list->setCellWidget(row, ColumnName, columnBox);
    list->setCellWidget(row, Text, textEdit);
    connect(columnBox, &PickerBox::picked, this, &TargetDialog::takeConstants);
    connect(textEdit, &QLineEdit::textEdited, this, &TargetDialog::takeConstants);
}

void TargetDialog::takeConstants()
{
    m_profile.newRow.clear();
    const QTableWidget *list = m_ui->constantsTable;
    for (int row = 0; row < list->rowCount(); ++row) {
        const QString column = qobject_cast<PickerBox *>(list->cellWidget(row, ColumnName))->value();
        const QString text = qobject_cast<QLineEdit *>(list->cellWidget(row, Text))->text();
        if (!column.isEmpty() && !text.isEmpty())
            m_profile.newRow.append({.column = column, .text = text});
    }
    refreshNewRow();
}

void TargetDialog::refreshNewRow()
{
    const bool isOn = m_profile.integration.upsertMode;
    m_ui->upsertBox->setChecked(isOn);
    for (QWidget *part :
         {static_cast<QWidget *>(m_ui->constantsTable), static_cast<QWidget *>(m_ui->constantsLabel),
          static_cast<QWidget *>(m_ui->addConstantButton), static_cast<QWidget *>(m_ui->removeConstantButton)})
        part->setEnabled(isOn);
    if (!isOn || !table())
        return m_ui->constantsNote->setNote(QString());
    QStringList given{m_profile.match.column};
    for (const KeyPart &part : std::as_const(m_profile.match.more))
        given += part.column;
    for (const profile::Mapping &mapping : std::as_const(m_profile.integration.mappings))
        given += mapping.column;
    QStringList listed;
    for (int row = 0; row < m_ui->constantsTable->rowCount(); ++row)
        listed += qobject_cast<PickerBox *>(m_ui->constantsTable->cellWidget(row, ColumnName))->value();
    for (const profile::Constant &constant : std::as_const(m_profile.newRow))
        given += constant.column;
    QStringList empty;
    for (const auto required : {mapping::Column::Required::System, mapping::Column::Required::Business}) {
        for (const QString &column : mapping::missingForCreate(*table(), required, given)) {
            empty += column;
            if (!listed.contains(column))
                addConstant(column, {});
        }
    }
    if (!empty.isEmpty())
        m_ui->constantsNote->setNote(tr("Required, and nothing fills it yet: %1.").arg(empty.join(u", "_s)),
                                     Sign::Warning);
    else
        m_ui->constantsNote->setNote(tr("Every required column is filled."), Sign::Passed);
}

void TargetDialog::refreshPoints()
{
    if (!isCurrent())
        return;
    QStringList open;
    for (const profile::Channel channel : profile::allChannels) {
        const ContactPoint &point = m_profile.contactPoints.of(channel);
        const Point &shown = m_points.at(std::size_t(channel));
        shown.from->setCurrentIndex(shown.from->findData(int(point.from)));
        shown.name->setChoices(point.from == ContactPoint::From::Column
                                   ? columnChoices(table(),
                                                   [](const mapping::Column &column) {
                                                       return column.type == mapping::ColumnType::Text &&
                                                              column.isValidForRead;
                                                   })
                                   : QList<PickerBox::Choice>());
        shown.name->setValue(point.name);
        shown.name->setVisible(point.from != ContactPoint::From::UserId);
        shown.name->lineEdit()->setPlaceholderText(point.from == ContactPoint::From::Metadata ? tr("key") : QString());
        const bool isUsed = std::ranges::any_of(m_profile.integration.mappings,
                                                [channel](const auto &mapping) { return mapping.channel == channel; });
        const bool isMissing = point.from == ContactPoint::From::Column && table() && !table()->column(point.name);
        if (isUsed && (isMissing || (point.name.isEmpty() && point.from != ContactPoint::From::UserId)))
            open += profile::channelText(channel);
    }
    m_ui->pointsNote->setNote(
        open.isEmpty() ? QString() : tr("Mapped, but without an address that is there: %1.").arg(open.join(u", "_s)),
        Sign::Failed);
}

} // namespace gui
