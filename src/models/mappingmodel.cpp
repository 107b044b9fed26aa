#include "models/mappingmodel.h"

#include "consent/valuepath.h"
#include "models/columnmodel.h"
#include "models/sourcemodel.h"

#include <QMimeData>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

QString optionText(const mapping::Column &column, const QString &literal)
{
    bool isNumber = false;
    const qint64 value = literal.toLongLong(&isNumber);
    if (isNumber) {
        if (const mapping::ChoiceOption *option = column.option(value))
            return option->label;
    }
    return literal;
}

QString booleanText(const mapping::Column &column, bool value)
{
    if (const mapping::ChoiceOption *option = column.option(value ? 1 : 0); option && !option->label.isEmpty())
        return option->label;
    return value ? MappingModel::tr("true") : MappingModel::tr("false");
}

QString writesText(const profile::Mapping &mapping, const mapping::Column *column)
{
    using Polarity = profile::Mapping::Polarity;
    if (!mapping.givenLiteral.isEmpty() || !mapping.refusedLiteral.isEmpty()) {
        const auto text = [&](const QString &literal) { return column ? optionText(*column, literal) : literal; };
        //: In a table: what a consent that was given, or refused, is written as. %1 and %2 are values.
        return MappingModel::tr("given → %1, refused → %2")
            .arg(mapping.givenLiteral.isEmpty() ? MappingModel::tr("not set") : text(mapping.givenLiteral),
                 mapping.refusedLiteral.isEmpty() ? MappingModel::tr("not set") : text(mapping.refusedLiteral));
    }
    if (!mapping.valueTable.isEmpty())
        return MappingModel::tr("%n value(s) translated", nullptr, int(mapping.valueTable.size()));
    const bool isBoolean = column && column->type == mapping::ColumnType::Boolean;
    if (isBoolean) {
        const bool given = mapping.polarity != Polarity::Inverted;
        return MappingModel::tr("given → %1, refused → %2")
            .arg(booleanText(*column, given), booleanText(*column, !given));
    }
    if (mapping.polarity == Polarity::Inverted)
        return MappingModel::tr("inverted");
    return {};
}

} // namespace

Qt::ItemFlags MappingModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsDropEnabled; // also where there is no row
}

QStringList MappingModel::mimeTypes() const
{
    return {QString::fromLatin1(SourceModel::mimeType), QString::fromLatin1(ColumnModel::mimeType)};
}

bool MappingModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &) const
{
    return std::ranges::any_of(mimeTypes(), [data](const QString &type) { return data->hasFormat(type); });
}

bool MappingModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const auto lines = [data](const char *type) {
        return QString::fromUtf8(data->data(QString::fromLatin1(type))).split(u'\n', Qt::SkipEmptyParts);
    };
    Q_EMIT dropped(lines(SourceModel::mimeType), lines(ColumnModel::mimeType), parent.isValid() ? parent.row() : -1);
    return true;
}

int MappingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_mappings.size());
}

int MappingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant MappingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Shown &shown = m_shown.at(index.row());
    const mapping::Verdict &verdict = m_verdicts.at(index.row());
    const Sign sign = signOf(verdict.state);
    const bool isUnknown = verdict.state == mapping::Verdict::State::Unknown;
    const auto column = Column(index.column());

    if (role == SignRole)
        return column == Column::State ? int(sign) : int(Sign::None);
    if (role == Qt::ToolTipRole) {
        const QString text = verdict.fix.isEmpty() ? verdict.message : verdict.message + u'\n' + verdict.fix;
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    if (role == DimRole)
        return column == Column::Type || (column == Column::Verdict && verdict.state == mapping::Verdict::State::Fine);

    switch (column) {
    case Column::State:
        if (role == Qt::AccessibleTextRole)
            return isUnknown ? tr("not checked yet") : signWord(sign);
        return {};
    case Column::Source:
        if (role == Qt::DisplayRole)
            return shown.source;
        if (role == SecondaryRole)
            return shown.path == shown.source ? QString() : shown.path;
        return {};
    case Column::Target:
        if (role == Qt::DisplayRole)
            return shown.targetName;
        if (role == SecondaryRole)
            return shown.target == shown.targetName ? QString() : shown.target;
        return {};
    case Column::Type:
        return role == Qt::DisplayRole ? QVariant(shown.type) : QVariant();
    case Column::Writes:
        return role == Qt::DisplayRole ? QVariant(shown.writes) : QVariant();
    case Column::Verdict:
        if (role == Qt::DisplayRole) {
            if (!verdict.message.isEmpty())
                return verdict.message;
            return isUnknown ? tr("Not checked yet") : tr("Fine");
        }
        return {};
    case Column::Count:
        break;
    }
    return {};
}

QVariant MappingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Column::State:
        return QString();
    case Column::Source:
        return tr("Didomi value");
    case Column::Target:
        return tr("Dataverse column");
    case Column::Type:
        return tr("Type");
    case Column::Writes:
        return tr("Writes");
    case Column::Verdict:
        return tr("Check");
    case Column::Count:
        break;
    }
    return {};
}

void MappingModel::setContent(const QList<profile::Mapping> &mappings, const QList<mapping::Verdict> &verdicts,
                              const mapping::Table *table, const consent::Catalogue *catalogue)
{
    QList<mapping::Verdict> judged = verdicts;
    judged.resize(mappings.size());
    QList<Shown> shown;
    shown.reserve(mappings.size());
    for (const profile::Mapping &mapping : mappings)
        shown.append(show(mapping, table, catalogue));

    // Rows in the middle that came or went; what is before and after only may have changed its content.
    const int oldCount = int(m_mappings.size());
    const int newCount = int(mappings.size());
    int head = 0;
    while (head < std::min(oldCount, newCount) && m_mappings.at(head) == mappings.at(head))
        ++head;
    if (newCount > oldCount) {
        beginInsertRows({}, head, head + newCount - oldCount - 1);
    } else if (newCount < oldCount) {
        beginRemoveRows({}, head, head + oldCount - newCount - 1);
    }
    m_mappings = mappings;
    m_verdicts = judged;
    m_shown = shown;
    if (newCount > oldCount)
        endInsertRows();
    else if (newCount < oldCount)
        endRemoveRows();
    if (newCount > 0)
        Q_EMIT dataChanged(index(0, 0), index(newCount - 1, columnCount() - 1));
}

MappingModel::Shown MappingModel::show(const profile::Mapping &mapping, const mapping::Table *table,
                                       const consent::Catalogue *catalogue) const
{
    Shown shown;
    shown.path = mapping.value;
    shown.target = mapping.column;
    const consent::Catalogue none;
    const consent::Catalogue &known = catalogue ? *catalogue : none;
    const consent::ParsedPath parsed = consent::parseValuePath(mapping.value, known);
    shown.source = parsed.verdict == consent::ParsedPath::Verdict::NotAPath ? mapping.value
                                                                            : consent::describe(parsed.path, known);
    if (mapping.value.isEmpty())
        shown.source = tr("Choose a Didomi value");
    const mapping::Column *column = table ? table->column(mapping.column) : nullptr;
    shown.targetName = column ? column->displayName : mapping.column;
    if (mapping.column.isEmpty())
        shown.targetName = tr("Choose a column");
    if (column)
        shown.type = columnTypeText(column->type);
    shown.writes = writesText(mapping, column);
    return shown;
}

QString columnTypeText(mapping::ColumnType type)
{
    using mapping::ColumnType;
    switch (type) {
    case ColumnType::Text:
        return MappingModel::tr("Text");
    case ColumnType::Memo:
        return MappingModel::tr("Multiline text");
    case ColumnType::Integer:
        return MappingModel::tr("Whole number");
    case ColumnType::BigInt:
        return MappingModel::tr("Big integer");
    case ColumnType::Decimal:
        return MappingModel::tr("Decimal");
    case ColumnType::Double:
        return MappingModel::tr("Float");
    case ColumnType::Money:
        return MappingModel::tr("Currency");
    case ColumnType::Boolean:
        return MappingModel::tr("Yes/no");
    case ColumnType::Choice:
        return MappingModel::tr("Choice");
    case ColumnType::MultiChoice:
        return MappingModel::tr("Choices");
    case ColumnType::State:
        return MappingModel::tr("Status");
    case ColumnType::Status:
        return MappingModel::tr("Status reason");
    case ColumnType::DateTime:
        return MappingModel::tr("Date and time");
    case ColumnType::DateOnly:
        return MappingModel::tr("Date only");
    case ColumnType::Lookup:
        return MappingModel::tr("Lookup");
    case ColumnType::Customer:
        return MappingModel::tr("Customer");
    case ColumnType::Owner:
        return MappingModel::tr("Owner");
    case ColumnType::UniqueId:
        return MappingModel::tr("Unique identifier");
    case ColumnType::Other:
        return MappingModel::tr("Other");
    }
    return {};
}

} // namespace models
