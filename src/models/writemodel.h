#pragma once

#include "models/writelines.h"

#include <QAbstractTableModel>

namespace models {

/// What a plan does to the values of some people: each before → after, those that stay dimmer.
class WriteModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Person, Target, Change, Count };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// With their writes.
    void setItems(const QList<store::RunItem> &items, const bridge::Surroundings &surroundings, bool isMasked);
    void clear() { setItems({}, {}, false); }

private:
    struct Row {
        QString person;
        WriteLine line;
        bool operator==(const Row &) const = default;
    };
    QList<Row> m_rows;
};

} // namespace models
