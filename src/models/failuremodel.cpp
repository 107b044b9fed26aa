#include "models/failuremodel.h"

#include "models/mask.h"
#include "models/sign.h"

namespace models {

using namespace Qt::StringLiterals;
using engine::RunSummary;

int FailureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_failures.size());
}

int FailureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant FailureModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunSummary::Failure &one = m_failures.at(index.row());
    const auto column = Column(index.column());
    const auto text = [&](const QString &whole) { return m_isMasked ? Mask::of(one.person)(whole) : whole; };
    if (role == SignRole)
        return column == Column::Outcome ? int(signOf(one.outcome)) : int(Sign::None);
    if (role == FixedWidthRole)
        return column == Column::Code;
    if (role == DimRole)
        return column == Column::Code;
    if (role == Qt::ToolTipRole) {
        if (column == Column::Code && !one.requestId.isEmpty())
            return tr("Request id: %1").arg(one.requestId);
        return data(index, Qt::DisplayRole);
    }
    if (role == SecondaryRole && column == Column::Person && !m_isMasked)
        return one.row;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Person:
        return one.person.isEmpty() ? tr("somebody without an id") : text(one.person);
    case Column::Outcome:
        return store::outcomeText(one.outcome);
    case Column::Reason:
        return text(one.reason);
    case Column::Code:
        return one.code;
    case Column::Count:
        break;
    }
    return {};
}

QVariant FailureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Column::Person:
        return tr("Person");
    case Column::Outcome:
        return tr("Outcome");
    case Column::Reason:
        return tr("Why");
    case Column::Code:
        return tr("Code");
    case Column::Count:
        break;
    }
    return {};
}

void FailureModel::setFailures(const QList<RunSummary::Failure> &failures)
{
    if (failures == m_failures)
        return;
    beginResetModel();
    m_failures = failures;
    endResetModel();
}

void FailureModel::setMasked(bool on)
{
    if (m_isMasked == on)
        return;
    m_isMasked = on;
    if (!m_failures.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace models
