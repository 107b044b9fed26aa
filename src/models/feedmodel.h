#pragma once

#include "engine/livefeed.h"
#include "models/sign.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace models {

/// The live feed as a table, newest first.
class FeedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Person, State, Detail, Took, Count };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Follows that feed from now on; nullptr shows nothing.
    void setFeed(engine::LiveFeed *feed);

    /// Adds an item on top, or replaces the one of the same number. Keeps the newest engine::LiveFeed::keptItems.
    void put(const engine::FeedItem &item);
    void clear();

    const engine::FeedItem &item(int row) const { return m_items.at(row); }

private:
    QPointer<engine::LiveFeed> m_feed;
    QList<engine::FeedItem> m_items; ///< Newest first.
};

/// How an item stands, and the words for it: "updated", "would be updated".
Sign signOf(const engine::FeedItem &item);
QString standingOf(const engine::FeedItem &item);

} // namespace models
