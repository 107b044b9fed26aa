#pragma once

#include "engine/runsummary.h"

#include <QAbstractTableModel>

namespace models {

/// Who was not written, and why.
class FailureModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Person, Outcome, Reason, Code, Count };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setFailures(const QList<engine::RunSummary::Failure> &failures);
    void setMasked(bool on);

    const engine::RunSummary::Failure &failure(int row) const { return m_failures.at(row); }

private:
    QList<engine::RunSummary::Failure> m_failures;
    bool m_isMasked = false;
};

} // namespace models
