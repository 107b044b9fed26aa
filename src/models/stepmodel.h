#pragma once

#include "models/sign.h"

#include <QAbstractListModel>

namespace models {

/// The steps of a connection test, from before it starts to its end.
class StepModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TimeRole = FirstOwnRole, ///< "120 ms"; empty while it is not known.
        EndRole,                 ///< int(diagnosis::Step::End)
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void setSteps(const QList<diagnosis::Step> &steps);
    void setStep(int row, const diagnosis::Step &step);
    const QList<diagnosis::Step> &steps() const { return m_steps; }

    /// The row worth looking at: the first failed one, else the first with a warning, else -1.
    int rowToOpen() const;

private:
    QList<diagnosis::Step> m_steps;
};

/// What an opened step says, as plain text: what the copy button hands out and a support ticket needs.
QString stepAsText(const diagnosis::Step &step);

/// "120 ms", "1.4 s"; in the user's locale.
QString durationText(std::chrono::milliseconds duration);

} // namespace models
