#include "models/mappingmodel.h"

#include "consent/valuepath.h"
#include "models/columnmodel.h"
#include "models/mappingtext.h"
#include "models/sourcemodel.h"

#include <QMimeData>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

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
        return m_mode == profile::Mode::Current ? tr("Purpose or topic") : tr("Dataverse column");
    case Column::Type:
        return m_mode == profile::Mode::Current ? tr("Channel") : tr("Type");
    case Column::Writes:
        return m_mode == profile::Mode::Current ? tr("Belongs to") : tr("Writes");
    case Column::Verdict:
        return tr("Check");
    case Column::Count:
        break;
    }
    return {};
}

void MappingModel::setContent(const QList<profile::Mapping> &mappings, const QList<mapping::Verdict> &verdicts,
                              const mapping::Place &known, profile::Mode mode)
{
    QList<mapping::Verdict> judged = verdicts;
    judged.resize(mappings.size());
    QList<Shown> shown;
    shown.reserve(mappings.size());
    for (const profile::Mapping &mapping : mappings)
        shown.append(show(mapping, known, mode));

    // Rows in the middle that came or went; what is before and after only may have changed its content.
    const int oldCount = int(m_mappings.size());
    const int newCount = int(mappings.size());
    const int more = newCount - oldCount;
    int head = 0;
    while (head < std::min(oldCount, newCount) && m_mappings.at(head) == mappings.at(head))
        ++head;
    const auto isNew = [&](int row) { return more > 0 && row >= head && row < head + more; };
    const auto isOther = [&](int row) {
        const int old = row < head ? row : row - more;
        return !isNew(row) && (m_shown.at(old) != shown.at(row) || m_verdicts.at(old) != judged.at(row));
    };
    QList<int> others;
    for (int row = 0; row < newCount; ++row) {
        if (isOther(row))
            others += row;
    }
    if (more > 0)
        beginInsertRows({}, head, head + more - 1);
    else if (more < 0)
        beginRemoveRows({}, head, head - more - 1);
    m_mappings = mappings;
    m_verdicts = judged;
    m_shown = shown;
    if (more > 0)
        endInsertRows();
    else if (more < 0)
        endRemoveRows();
    if (std::exchange(m_mode, mode) != mode)
        Q_EMIT headerDataChanged(Qt::Horizontal, int(Column::Target), int(Column::Type));
    for (const int row : std::as_const(others))
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

MappingModel::Shown MappingModel::show(const profile::Mapping &mapping, const mapping::Place &known, profile::Mode mode)
{
    Shown shown;
    shown.path = mapping.value;
    shown.target = mapping.column;
    const consent::Catalogue none;
    const consent::Catalogue &catalogue = known.catalogue ? *known.catalogue : none;
    const consent::ParsedPath parsed = consent::parseValuePath(mapping.value, catalogue);
    shown.source = parsed.verdict == consent::ParsedPath::Verdict::NotAPath ? mapping.value
                                                                            : consent::describe(parsed.path, catalogue);
    if (mapping.value.isEmpty())
        shown.source = tr("Choose a Didomi value");
    shown.targetName = targetName(mapping.column, known, mode);
    if (mode == profile::Mode::Current) {
        if (mapping.column.isEmpty())
            shown.targetName = tr("Choose a purpose or topic");
        shown.type = profile::channelText(mapping.channel);
        shown.writes = targetPlace(mapping.column, known.tree);
        return shown;
    }
    if (mapping.column.isEmpty())
        shown.targetName = tr("Choose a column");
    const mapping::Column *column = known.table ? known.table->column(mapping.column) : nullptr;
    if (column)
        shown.type = columnTypeText(column->type);
    shown.writes = writesText(mapping, parsed.path.isChoice(), column);
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
