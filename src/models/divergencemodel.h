#pragma once

#include "engine/verifyrun.h"

#include <QAbstractTableModel>

namespace models {

/// Rows that do not say what a run wrote.
class DivergenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Person, Row, Field, Wrote, Says, Count };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setDivergences(const QList<engine::Divergence> &divergences);
    void setMasked(bool on);

    const engine::Divergence &divergence(int row) const { return m_divergences.at(row); }

private:
    QList<engine::Divergence> m_divergences;
    bool m_isMasked = false;
};

} // namespace models
