#include "models/divergencemodel.h"

#include "models/mask.h"
#include "models/sign.h"

namespace models {

using namespace Qt::StringLiterals;
using engine::Divergence;

int DivergenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_divergences.size());
}

int DivergenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant DivergenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Divergence &one = m_divergences.at(index.row());
    const auto column = Column(index.column());
    const bool isGone = one.column.isEmpty();
    const auto text = [&](const QString &whole) { return m_isMasked ? Mask::of(one.person)(whole) : whole; };
    if (role == SignRole)
        return column == Column::Says ? int(Sign::Warning) : int(Sign::None);
    if (role == FixedWidthRole)
        return column == Column::Row;
    if (role == DimRole)
        return column == Column::Row;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Column::Person:
        return one.person.isEmpty() ? tr("somebody without an id") : text(one.person);
    case Column::Row:
        return u"%1 %2"_s.arg(one.table, one.rowId);
    case Column::Field:
        return one.column;
    case Column::Wrote:
        return text(one.wrote);
    case Column::Says:
        return isGone ? tr("the row is not there any more") : text(one.says);
    case Column::Count:
        break;
    }
    return {};
}

QVariant DivergenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Column::Person:
        return tr("Person");
    case Column::Row:
        return tr("Row");
    case Column::Field:
        return tr("Column");
    case Column::Wrote:
        return tr("The run wrote");
    case Column::Says:
        return tr("It says now");
    case Column::Count:
        break;
    }
    return {};
}

void DivergenceModel::setDivergences(const QList<Divergence> &divergences)
{
    beginResetModel();
    m_divergences = divergences;
    endResetModel();
}

void DivergenceModel::setMasked(bool on)
{
    if (m_isMasked == on)
        return;
    m_isMasked = on;
    if (!m_divergences.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace models
