#include "models/arrivalmodel.h"

#include "models/feedmodel.h"
#include "models/mask.h"

#include <QLocale>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;
using store::Arrival;

int ArrivalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_arrivals.size());
}

int ArrivalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant ArrivalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Arrival &one = m_arrivals.at(index.row());
    const auto column = Column(index.column());
    const auto text = [&](const QString &whole) { return m_isMasked ? Mask::of(one.person)(whole) : whole; };
    if (role == SignRole)
        return column == Column::Problem ? int(Sign::Failed) : int(Sign::None);
    if (role == DimRole)
        return column == Column::Time || column == Column::Attempts || column == Column::Source;
    if (role == Qt::TextAlignmentRole && column == Column::Attempts)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (column == Column::Time)
            return tr("%1 (UTC)").arg(one.arrivedAt.toUTC().toString(Qt::ISODateWithMs));
        return column == Column::Problem || column == Column::Person ? data(index, Qt::DisplayRole) : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Time:
        return QLocale().toString(one.arrivedAt.toLocalTime(), QLocale::ShortFormat);
    case Column::Person:
        return one.person.isEmpty() ? tr("somebody without an id") : text(one.person);
    case Column::Problem:
        return text(one.problem);
    case Column::Attempts:
        return QLocale().toString(one.attempts);
    case Column::Source:
        return sourceText(one.source);
    case Column::Count:
        break;
    }
    return {};
}

QVariant ArrivalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isNumber = Column(section) == Column::Attempts;
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && isNumber)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Column::Time:
        return tr("Seen at");
    case Column::Person:
        return tr("Person");
    case Column::Problem:
        return tr("Why it is parked");
    case Column::Attempts:
        return tr("Attempts");
    case Column::Source:
        return tr("Source");
    case Column::Count:
        break;
    }
    return {};
}

void ArrivalModel::setArrivals(const QList<Arrival> &arrivals)
{
    const auto same = [](const Arrival &one, const Arrival &other) {
        return one.id == other.id && one.attempts == other.attempts && one.problem == other.problem;
    };
    // Some went, some were added at the end: the usual case. Anything else is a new list.
    const auto isWanted = [&](const Arrival &one) {
        const auto place = std::lower_bound(arrivals.cbegin(), arrivals.cend(), one.id,
                                            [](const Arrival &other, qint64 id) { return other.id < id; });
        return place != arrivals.cend() && same(*place, one);
    };
    for (int row = int(m_arrivals.size()) - 1; row >= 0; --row) {
        if (isWanted(m_arrivals.at(row)))
            continue;
        int first = row;
        while (first > 0 && !isWanted(m_arrivals.at(first - 1)))
            --first;
        beginRemoveRows({}, first, row);
        m_arrivals.remove(first, row - first + 1);
        endRemoveRows();
        row = first;
    }
    const qsizetype kept = m_arrivals.size();
    if (kept == arrivals.size())
        return;
    const bool isAppended = std::equal(m_arrivals.cbegin(), m_arrivals.cend(), arrivals.cbegin(), same);
    if (!isAppended) {
        beginResetModel();
        m_arrivals = arrivals;
        endResetModel();
        return;
    }
    beginInsertRows({}, int(kept), int(arrivals.size()) - 1);
    m_arrivals = arrivals;
    endInsertRows();
}

void ArrivalModel::setMasked(bool on)
{
    if (m_isMasked == on)
        return;
    m_isMasked = on;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace models
