#include "models/writemodel.h"

#include "models/mask.h"
#include "models/sign.h"

namespace models {

using namespace Qt::StringLiterals;

int WriteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int WriteModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant WriteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const WriteLine &line = row.line;
    const auto column = Column(index.column());
    const bool isChange = column == Column::Change;
    switch (role) {
    case Qt::DisplayRole:
        if (column == Column::Person)
            return row.person;
        return isChange ? line.after : line.target;
    case SecondaryRole:
        if (column == Column::Target && line.permits)
            //: %1 is a channel and an address
            return line.details.isEmpty() ? tr("permits contact") : tr("%1, permits contact").arg(line.details);
        if (column == Column::Target)
            return line.details;
        if (isChange && line.isSame)
            return line.why.isEmpty() ? tr("stays") : line.why;
        return isChange && line.isNew ? tr("new") : QString();
    case WasRole:
        return isChange && !line.isSame ? line.before : QString();
    case DimRole:
        return line.isSame || column == Column::Person;
    case Qt::ToolTipRole:
        return column == Column::Person ? row.person : line.literal;
    case Qt::AccessibleTextRole:
        if (!isChange)
            return data(index, Qt::DisplayRole);
        if (line.isSame)
            return tr("stays %1").arg(line.after);
        return line.before.isEmpty() ? tr("new: %1").arg(line.after) : tr("%1 becomes %2").arg(line.before, line.after);
    default:
        return {};
    }
}

QVariant WriteModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Column::Person:
        return tr("Person");
    case Column::Target:
        return tr("What is written");
    case Column::Change:
        return tr("Before → after");
    case Column::Count:
        break;
    }
    return {};
}

void WriteModel::setItems(const QList<store::RunItem> &items, const bridge::Surroundings &surroundings, bool isMasked)
{
    QList<Row> rows;
    for (const store::RunItem &item : items) {
        const Mask mask = isMasked ? Mask::of(item) : Mask();
        for (WriteLine line : linesOf(item, surroundings)) {
            for (QString *text : {&line.target, &line.details, &line.before, &line.after, &line.literal, &line.why})
                *text = mask(*text);
            rows << Row{mask(item.person), line};
        }
    }
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

} // namespace models
