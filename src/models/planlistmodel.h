#pragma once

#include "models/sign.h"
#include "store/rundata.h"

#include <QAbstractTableModel>

namespace models {

/// Plans and runs of one integration, the newest first.
class PlanListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Kind, About, State, Written, Failed, Count };

    struct Entry {
        QString path;
        QString kind; ///< "resync", "undo", …
        QDateTime madeAt;
        QString about; ///< Whom it is about; a sentence.
        store::RunState state = store::RunState::Planned;
        store::RunCounts counts = {};
        core::Error problem = {}; ///< Why it cannot be read; message empty when it can.

        bool isUnfinished() const;
        bool operator==(const Entry &) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setEntries(const QList<Entry> &entries);
    const Entry &entry(int row) const { return m_entries.at(row); }
    const QList<Entry> &entries() const { return m_entries; }
    int rowOf(const QString &path) const; ///< -1: none.

private:
    QList<Entry> m_entries;
};

/// "resync", "taking back", for people.
QString planKindText(const QString &kind);

Sign signOf(const PlanListModel::Entry &entry);

} // namespace models
