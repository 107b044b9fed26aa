#include "gui/mappingeditor.h"

#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "mapping/convert.h"
#include "models/mappingmodel.h"
#include "models/mappingtext.h"
#include "ui_mappingeditor.h"

#include <QLineEdit>

namespace gui {

using namespace Qt::StringLiterals;
using mapping::Column;
using mapping::ColumnType;
using models::Sign;
using profile::Mapping;
using Direction = Mapping::Direction;
using Polarity = Mapping::Polarity;

namespace {

enum ValueColumn { DidomiValue, OptionValue };
constexpr int roomForHalves = 116; ///< Characters of width.

QString booleanLabel(const std::optional<Column> &column, bool value)
{
    const mapping::ChoiceOption *option = column ? column->option(value ? 1 : 0) : nullptr;
    const QString word = value ? u"true"_s : u"false"_s;
    return option && !option->label.isEmpty() ? u"%1 (%2)"_s.arg(option->label, word) : word;
}

QList<PickerBox::Choice> optionChoices(const Column &column)
{
    QList<PickerBox::Choice> choices;
    for (const mapping::ChoiceOption &option : column.options)
        choices.append({QString::number(option.value), option.label, {}});
    return choices;
}

bool isOption(const Column &column)
{
    return column.type == ColumnType::Choice || column.type == ColumnType::MultiChoice;
}

bool isText(const Column &column)
{
    return column.type == ColumnType::Text || column.type == ColumnType::Memo;
}

bool isPointer(const Column &column)
{
    return column.type == ColumnType::Lookup || column.type == ColumnType::Customer || column.type == ColumnType::Owner;
}

/// Something like what the path finds, to try steps with.
QString sampleOf(const consent::ValuePath &path, const mapping::Facts &facts)
{
    using Kind = consent::ValuePath::Kind;
    if (path.kind == Kind::PreferenceValues)
        return path.valueId.isEmpty() ? u"daily"_s : path.valueId;
    if (path.kind == Kind::Metadata)
        return u"2026-11-20T09:58:12Z"_s;
    if (path.key.endsWith("country"_L1))
        return facts.country;
    return path.key == "organization_user_id"_L1 ? facts.organizationUserId : facts.userId;
}

QString typeText(const Column &column)
{
    QStringList about{models::columnTypeText(column.type)};
    if (column.maxLength > 0)
        about += MappingEditor::tr("at most %n character(s)", nullptr, column.maxLength);
    if (column.required == Column::Required::Business || column.required == Column::Required::System)
        about += MappingEditor::tr("required");
    return about.join(u", "_s);
}

} // namespace

const mapping::LintFinding *remedyOf(const mapping::Verdict &verdict)
{
    for (const mapping::LintFinding &finding : verdict.findings) {
        if (finding.remedy != mapping::LintFinding::Remedy::None)
            return &finding;
    }
    return nullptr;
}

QString remedyText(const Mapping &mapping, const mapping::LintFinding &finding)
{
    using Remedy = mapping::LintFinding::Remedy;
    if (finding.remedy == Remedy::Remove)
        return MappingEditor::tr("Remove this mapping");
    if (finding.remedy == Remedy::Replace && finding.fixed && finding.fixed->polarity != mapping.polarity)
        return finding.fixed->polarity == Polarity::Inverted ? MappingEditor::tr("Confirm: given writes false")
                                                             : MappingEditor::tr("Confirm: given writes true");
    if (finding.remedy == Remedy::Replace && finding.fixed && finding.fixed->column != mapping.column)
        return MappingEditor::tr("Use %1").arg(finding.fixed->column);
    return MappingEditor::tr("Set it right");
}

MappingEditor::MappingEditor(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::MappingEditor>())
{
    m_ui->setupUi(this);
    QFont sentence = font();
    sentence.setPointSizeF(sentence.pointSizeF() * 1.1);
    m_ui->sentenceLabel->setFont(sentence);
    m_ui->fixButton->setIcon(icons::icon(u"magic"_s));
    const int usual = m_ui->columns->spacing(); // which what is inside would inherit
    m_ui->columns->setSpacing(fontMetrics().height() * 3 / 2);
    m_ui->endsForm->setSpacing(usual);
    m_ui->valueColumn->setSpacing(usual);
    m_ui->valueTable->setColumnCount(2);
    m_ui->valueTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->valueTable->verticalHeader()->hide();
    m_ui->directionBox->addItem(tr("To Dynamics 365"), int(Direction::ToDynamics));
    m_ui->directionBox->addItem(tr("To Didomi"), int(Direction::ToDidomi));
    m_ui->directionBox->addItem(tr("Both ways"), int(Direction::Both));
    for (const profile::Channel channel : profile::allChannels)
        m_ui->channelBox->addItem(profile::channelText(channel), int(channel));

    connect(m_ui->fixButton, &QPushButton::clicked, this, &MappingEditor::fixWanted);
    connect(m_ui->sourceBox, &PickerBox::picked, this, [this](const QString &id) {
        edit(tr("Change the Didomi value"), SourceField, [id](Mapping &mapping) { mapping.value = id; });
    });
    connect(m_ui->targetBox, &PickerBox::picked, this, [this](const QString &id) {
        edit(m_mode == profile::Mode::Current ? tr("Change the purpose or topic") : tr("Change the column"),
             TargetField, [id](Mapping &mapping) {
                 mapping.column = id;
                 mapping.polarity = Polarity::Unset; // said about another column
                 mapping.lookup = {};
             });
    });
    for (const auto &[radio, polarity] :
         {std::pair{m_ui->directRadio, Polarity::Direct}, std::pair{m_ui->invertedRadio, Polarity::Inverted}}) {
        connect(radio, &QRadioButton::clicked, this, [this, polarity = polarity] {
            edit(tr("Change which way round"), PolarityField,
                 [polarity](Mapping &mapping) { mapping.polarity = polarity; });
        });
    }
    connect(m_ui->stateTable, &StateTable::changed, this, [this](Mapping::State state, const Mapping::Action &action) {
        edit(tr("Change what “%1” does").arg(profile::stateText(state)), GivenField + int(state),
             [state, action](Mapping &mapping) { mapping.setAction(state, action); });
    });
    connect(m_ui->transformList, &TransformList::changed, this, [this](const profile::Transforms &transforms) {
        edit(tr("Change the steps of the text"), TransformsField,
             [transforms](Mapping &mapping) { mapping.transforms = transforms; });
    });
    connect(m_ui->directionBox, &QComboBox::activated, this, [this] {
        const auto direction = Direction(m_ui->directionBox->currentData().toInt());
        edit(tr("Change the direction"), DirectionField,
             [direction](Mapping &mapping) { mapping.direction = direction; });
    });
    connect(m_ui->channelBox, &QComboBox::activated, this, [this] {
        const auto channel = profile::Channel(m_ui->channelBox->currentData().toInt());
        edit(tr("Change the channel"), ChannelField, [channel](Mapping &mapping) { mapping.channel = channel; });
    });
    connect(m_ui->lookupTableBox, &PickerBox::picked, this, [this](const QString &table) {
        edit(tr("Change the table that is pointed to"), LookupField, [table](Mapping &mapping) {
            mapping.lookup = {.table = table, .column = {}}; // another table has other keys
        });
    });
    connect(m_ui->lookupBox, &PickerBox::picked, this, [this](const QString &column) {
        edit(tr("Change how the row is found"), LookupField,
             [column](Mapping &mapping) { mapping.lookup.column = column; });
    });
}

MappingEditor::~MappingEditor() = default;

void MappingEditor::setChoices(const QList<PickerBox::Choice> &sources, const QList<PickerBox::Choice> &targets)
{
    m_ui->sourceBox->setChoices(sources);
    m_ui->targetBox->setChoices(targets);
}

void MappingEditor::focusSource()
{
    m_ui->sourceBox->setFocus(Qt::OtherFocusReason);
}

void MappingEditor::focusTarget()
{
    m_ui->targetBox->setFocus(Qt::OtherFocusReason);
}

void MappingEditor::setRoom(int width)
{
    const bool isWide = width >= roomForHalves * fontMetrics().averageCharWidth();
    m_ui->columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void MappingEditor::edit(const QString &what, int field, const MappingChange &change)
{
    if (!m_isFilling)
        Q_EMIT edited(what, field, change);
}

void MappingEditor::showNothing(const QString &why)
{
    m_isFilling = true;
    setEnabled(false);
    m_mapping = {};
    m_column.reset();
    m_ui->sentenceLabel->setText(why);
    showVerdict({.state = mapping::Verdict::State::Fine});
    showEnds({});
    showDirection();
    for (QWidget *part : {static_cast<QWidget *>(m_ui->polarityPart), static_cast<QWidget *>(m_ui->stateTable),
                          static_cast<QWidget *>(m_ui->valueTable), static_cast<QWidget *>(m_ui->transformList)})
        part->hide();
    m_ui->valueNote->setNote(QString());
    m_isFilling = false;
}

void MappingEditor::show(const Mapping &mapping, const mapping::Verdict &verdict, const mapping::Place &known,
                         profile::Mode mode)
{
    m_isFilling = true;
    setEnabled(true);
    m_mapping = mapping;
    m_mode = mode;
    const Column *column = known.table && mode == profile::Mode::Legacy ? known.table->column(mapping.column) : nullptr;
    m_column = column ? std::optional(*column) : std::nullopt;
    if (!mapping.value.isEmpty() && !mapping.column.isEmpty())
        m_ui->sentenceLabel->setText(models::sentenceOf(mapping, known, mode));
    else if (mode == profile::Mode::Current)
        m_ui->sentenceLabel->setText(tr("Choose what Didomi knows, and the purpose or topic it is written to."));
    else
        m_ui->sentenceLabel->setText(tr("Choose what Didomi knows, and the column it is written to."));
    showVerdict(verdict);
    showEnds(known);
    showDirection();
    showValues(known);
    m_isFilling = false;
}

void MappingEditor::showVerdict(const mapping::Verdict &verdict)
{
    m_ui->verdictNote->setNote(verdict.fix.isEmpty() ? verdict.message : verdict.message + u' ' + verdict.fix,
                               models::signOf(verdict.state));
    const mapping::LintFinding *remedy = remedyOf(verdict);
    m_ui->fixButton->setVisible(remedy);
    if (remedy) {
        m_ui->fixButton->setText(remedyText(m_mapping, *remedy));
        m_ui->fixButton->setToolTip(remedy->fix);
    }
}

void MappingEditor::showEnds(const mapping::Place &known)
{
    const bool isCurrent = m_mode == profile::Mode::Current;
    const QString target = isCurrent ? tr("Purpose or topic") : tr("Dataverse column");
    m_ui->targetLabel->setText(target);
    m_ui->targetBox->setAccessibleName(target);
    m_ui->sourceBox->setValue(m_mapping.value);
    m_ui->targetBox->setValue(m_mapping.column);
    m_ui->channelLabel->setVisible(isCurrent);
    m_ui->channelBox->setVisible(isCurrent);
    m_ui->channelBox->setCurrentIndex(m_ui->channelBox->findData(int(m_mapping.channel)));
    m_ui->targetNote->setNote(isCurrent  ? models::targetPlace(m_mapping.column, known.tree)
                              : m_column ? typeText(*m_column)
                                         : QString());
    showLookup();
}

void MappingEditor::showLookup()
{
    const bool isLookup = m_column && isPointer(*m_column);
    const bool hasSeveral = isLookup && (m_column->targets.size() > 1 || !m_mapping.lookup.table.isEmpty());
    m_ui->lookupTableLabel->setVisible(hasSeveral);
    m_ui->lookupTableBox->setVisible(hasSeveral);
    m_ui->lookupLabel->setVisible(isLookup);
    m_ui->lookupBox->setVisible(isLookup);
    if (!isLookup)
        return m_ui->lookupNote->setNote(QString());
    QList<PickerBox::Choice> tables;
    for (const mapping::LookupTarget &table : m_column->targets)
        tables.append({table.table, {}, {}});
    m_ui->lookupTableBox->setChoices(tables);
    m_ui->lookupTableBox->setValue(m_mapping.lookup.table);
    m_ui->lookupBox->lineEdit()->setPlaceholderText(tr("its row id"));
    m_ui->lookupBox->setValue(m_mapping.lookup.column);
    if (hasSeveral && m_mapping.lookup.table.isEmpty())
        m_ui->lookupNote->setNote(tr("The column can point to several tables: say which."), Sign::Warning);
    else if (m_mapping.lookup.column.isEmpty())
        m_ui->lookupNote->setNote(
            tr("The text must be the row’s id. To find the row by a code or a number, type the column of that table’s "
               "alternate key."));
    else
        m_ui->lookupNote->setNote(
            tr("The row whose %1 is the text; an alternate key of that one column.").arg(m_mapping.lookup.column));
}

void MappingEditor::showDirection()
{
    m_ui->directionBox->setCurrentIndex(m_ui->directionBox->findData(int(m_mapping.direction)));
    m_ui->directionNote->setNote(
        m_mapping.direction == Direction::ToDidomi ? tr("Pushes leave the column alone; it is only read.") : QString());
}

void MappingEditor::showValues(const mapping::Place &known)
{
    const consent::Catalogue none;
    const consent::Catalogue &catalogue = known.catalogue ? *known.catalogue : none;
    const consent::ValuePath path = consent::parseValuePath(m_mapping.value, catalogue).path;
    const bool isCurrent = m_mode == profile::Mode::Current;
    const bool hasEnds = !m_mapping.value.isEmpty() && !m_mapping.column.isEmpty();
    const bool isChoice = path.isChoice() && !isCurrent;
    const bool isYesNo = m_column ? m_column->type == ColumnType::Boolean
                                  : m_mapping.givenLiteral.isEmpty() && m_mapping.refusedLiteral.isEmpty();
    const bool isNegating = m_column && mapping::looksNegating(*m_column);
    const bool isPlainWord = m_column && isText(*m_column) && (isNegating || m_mapping.polarity != Polarity::Unset);
    const bool hasOptions = m_column && isOption(*m_column);
    const bool isTable = hasOptions && path.kind == consent::ValuePath::Kind::PreferenceValues;
    const bool isPlainText = hasEnds && !path.isChoice() && !isCurrent;

    m_ui->polarityPart->setVisible(hasEnds && ((isChoice && (isYesNo || isPlainWord)) ||
                                               (isPlainText && m_column && m_column->type == ColumnType::Boolean)));
    showPolarity();
    m_ui->stateTable->setVisible(hasEnds && isChoice);
    if (hasEnds && isChoice) {
        StateTable::Offer offer;
        const bool isInverted = m_mapping.polarity == Polarity::Inverted;
        offer.hasLiterals = !(m_column && m_column->type == ColumnType::Boolean);
        offer.onlyGivenClears = !offer.hasLiterals && (isInverted || isNegating);
        const bool isUnsaid = m_column && mapping::needsPolarity(m_mapping, *m_column, true);
        if ((isYesNo || (m_column && isText(*m_column))) && !isUnsaid) {
            offer.usualGiven = booleanLabel(m_column, !isInverted);
            offer.usualRefused = booleanLabel(m_column, isInverted);
        }
        if (hasOptions)
            offer.choices = optionChoices(*m_column);
        m_ui->stateTable->show(m_mapping, offer);
    }
    m_ui->valueTable->setVisible(isTable);
    if (isTable)
        fillValueTable(path, catalogue);
    m_ui->transformList->setVisible(isPlainText && (!isTable || !m_mapping.transforms.isEmpty()));
    if (isPlainText)
        showTransforms(path);

    QString note;
    if (hasEnds && isCurrent)
        note = tr("Given becomes opted in, refused opted out. No choice writes nothing.");
    else if (hasEnds && isChoice)
        note = tr("No choice is never taken for refused: leaving the column alone is what is nearly always meant.");
    else if (isTable)
        note = tr("Picked values without an option here are refused, never guessed.");
    else if (isPlainText)
        note = tr("The text is written after checking that the column can take it.");
    m_ui->valueNote->setNote(note);
}

void MappingEditor::showPolarity()
{
    m_ui->directRadio->setText(tr("Given writes %1").arg(booleanLabel(m_column, true)));
    m_ui->invertedRadio->setText(tr("Given writes %1").arg(booleanLabel(m_column, false)));
    for (QRadioButton *radio : {m_ui->directRadio, m_ui->invertedRadio})
        radio->setAutoExclusive(false); // so that neither can be checked: nobody has said yet
    const bool isUnset = m_mapping.polarity == Polarity::Unset;
    const bool isNegating = m_column && mapping::looksNegating(*m_column);
    m_ui->directRadio->setChecked(m_mapping.polarity == Polarity::Direct || (isUnset && !isNegating));
    m_ui->invertedRadio->setChecked(m_mapping.polarity == Polarity::Inverted);
    m_ui->directRadio->setAutoExclusive(true);
    m_ui->invertedRadio->setAutoExclusive(true);
    m_ui->polarityNote->setNote(
        isUnset && isNegating
            ? tr("The column’s name says that true forbids: the other way round is suggested. Say which it is.")
            : QString(),
        Sign::Warning);
}

void MappingEditor::fillValueTable(const consent::ValuePath &path, const consent::Catalogue &catalogue)
{
    QList<std::pair<QString, QString>> values; // id, name
    if (const consent::Preference *preference = catalogue.preference(path.preferenceId)) {
        for (const consent::PreferenceValue &value : preference->values)
            values.append({value.id, value.name});
    }
    for (const auto &[id, option] : std::as_const(m_mapping.valueTable)) { // ids that are no longer in the catalogue
        if (std::none_of(values.cbegin(), values.cend(), [&id = id](const auto &value) { return value.first == id; }))
            values.append({id, id});
    }
    QTableWidget *table = m_ui->valueTable;
    table->setHorizontalHeaderLabels({tr("Picked in Didomi"), tr("Written to Dynamics")});
    table->setRowCount(int(values.size()));
    table->setMinimumHeight((std::min(int(values.size()), 5) + 1) * fontMetrics().height() * 2);
    for (int row = 0; row < values.size(); ++row) {
        const auto &[id, name] = values.at(row);
        auto *cell = new QTableWidgetItem(name.isEmpty() ? id : name);
        cell->setToolTip(id);
        cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        table->setItem(row, DidomiValue, cell);
        QString option;
        for (const auto &[known, value] : std::as_const(m_mapping.valueTable)) {
            if (known == id)
                option = value;
        }
        auto *box = qobject_cast<PickerBox *>(table->cellWidget(row, OptionValue));
        if (!box) {
            box = new PickerBox(table);
            table->setCellWidget(row, OptionValue, box);
        }
        box->disconnect(this);
        box->setAccessibleName(tr("Option for %1").arg(cell->text()));
        box->setChoices(optionChoices(*m_column));
        box->setValue(option);
        connect(box, &PickerBox::picked, this, [this, valueId = id](const QString &picked) {
            edit(tr("Change what “%1” writes").arg(valueId), ValueTableField, [valueId, picked](Mapping &changed) {
                auto &entries = changed.valueTable;
                entries.removeIf([&valueId](const auto &entry) { return entry.first == valueId; });
                if (!picked.isEmpty())
                    entries.append({valueId, picked});
            });
        });
    }
}

void MappingEditor::showTransforms(const consent::ValuePath &path)
{
    const mapping::Facts facts{.organizationUserId = u"Jane.Doe@example.com"_s,
                               .userId = u"5f8b1c2e-2a4d-4a27-9d55-0d7c5a6b1e10"_s,
                               .country = u"FR"_s,
                               .lastSeenCountry = u"FR"_s,
                               .regulation = u"gdpr"_s,
                               .purposeId = path.purposeId,
                               .preferenceId = path.preferenceId,
                               .time = QDateTime(QDate(2026, 11, 20), QTime(9, 58, 12), Qt::UTC)};
    m_ui->transformList->show(m_mapping.transforms, sampleOf(path, facts), facts);
}

} // namespace gui
