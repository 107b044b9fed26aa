#pragma once

#include "models/sign.h"

#include <QAbstractItemModel>

namespace models {

/// The steps of a connection test, from before it starts to its end: a tree of the link's parts and their steps.
class StepModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        TimeRole = FirstOwnRole, ///< "120 ms"; empty while it is not known.
        SpanRole,                ///< QRectF: x and width are when it ran, as shares of the whole test; empty before.
        IdRole,                  ///< int(diagnosis::Step::Id); invalid for a part.
    };

    using QAbstractItemModel::QAbstractItemModel;

    QModelIndex index(int row, int column = 0, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Keeps what a view selected and opened, as long as they are the same steps.
    void setSteps(const QList<diagnosis::Step> &steps);
    void setStep(const diagnosis::Step &step);

    const diagnosis::Step *stepAt(const QModelIndex &index) const; ///< nullptr for a part, and for nothing.
    QModelIndex indexOf(diagnosis::Step::Id id) const;

    /// The step worth looking at: the first failed one, else the first with a warning, else none.
    QModelIndex worstIndex() const;

private:
    struct Part {
        diagnosis::Step::End end;
        QList<diagnosis::Step> steps;
    };
    static QList<Part> partsOf(const QList<diagnosis::Step> &steps);
    bool hasSameSteps(const QList<Part> &parts) const;
    void measure();
    QString obstacleText(diagnosis::Step::Id id) const;
    QVariant partData(const Part &part, int role) const;
    QVariant stepData(const diagnosis::Step &step, int role) const;

    QList<Part> m_parts;
    std::chrono::milliseconds m_whole{0};
};

/// What an opened step says, as plain text: what the copy button hands out and a support ticket needs.
QString stepAsText(const diagnosis::Step &step);

/// "120 ms", "1.4 s"; in the user's locale.
QString durationText(std::chrono::milliseconds duration);

} // namespace models
