#pragma once

#include "store/inbox.h"

#include <QAbstractTableModel>

namespace models {

/// Arrivals that were given up, with the reasons, oldest first.
class ArrivalModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Person, Problem, Attempts, Source, Count };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Rows that stay keep their selection.
    void setArrivals(const QList<store::Arrival> &arrivals);
    void setMasked(bool on);

    const store::Arrival &arrival(int row) const { return m_arrivals.at(row); }

private:
    QList<store::Arrival> m_arrivals; ///< By rising id.
    bool m_isMasked = false;
};

} // namespace models
