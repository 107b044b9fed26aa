#pragma once

#include "engine/livefeed.h"
#include "models/sign.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QPointer>
#include <QTimer>

#include <deque>

namespace models {

/// The live feed as a table, what was heard of last on top. Bounded, and changed in ticks: however many consents
/// arrive, views are told a few times a second, with whole ranges of rows.
class FeedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Person, Changed, State, Took, Attempts, Source, Count };

    /// What became of those that are shown.
    enum class Show { Everything, InWork, Written, Unchanged, Skipped, Failed };

    static constexpr int keptItems = 5'000;
    static constexpr std::chrono::milliseconds tick{40};

    explicit FeedModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Follows that feed from now on, beside what is there; nullptr follows none.
    void setFeed(engine::LiveFeed *feed);

    /// Adds an item, or replaces the one of the same number, with the next tick.
    void put(const engine::FeedItem &item);
    void flush();     ///< Does at once what waits for the tick.
    void clearDone(); ///< Forgets what is not in work.

    /// Only rows that hold `text` in any column, and stand as `show` says.
    void setFilter(const QString &text, Show show);
    bool isFiltered() const { return !m_text.isEmpty() || m_show != Show::Everything; }

    /// People are shown masked, everywhere.
    void setMasked(bool on);
    bool isMasked() const { return m_isMasked; }

    int count() const { return int(m_items.size()); } ///< Whatever the filter.
    const engine::FeedItem &item(int row) const;
    int rowOf(qint64 number) const;                    ///< -1 when it is not shown.
    const engine::FeedItem *find(qint64 number) const; ///< Shown or not; nullptr when it is not known any more.

private:
    using Place = qint64; ///< Rises with each item that is added; never used again.

    engine::FeedItem &at(Place place) { return m_items[std::size_t(place - m_first)]; }
    const engine::FeedItem &at(Place place) const { return m_items[std::size_t(place - m_first)]; }
    int rowAt(qsizetype shown) const { return int(m_shown.size() - 1 - shown); }
    bool isAccepted(const engine::FeedItem &item) const;
    void dropOldest(qsizetype count);
    void addAll(const QList<engine::FeedItem> &added);
    void changeAll(const QList<std::pair<Place, engine::FeedItem>> &changed);
    void showAgain();
    QString text(const engine::FeedItem &item, const QString &whole) const;

    QPointer<engine::LiveFeed> m_feed;
    std::deque<engine::FeedItem> m_items; ///< Oldest first.
    Place m_first = 0;                    ///< Of the oldest.
    QHash<qint64, Place> m_places;        ///< By number.
    QList<Place> m_shown;                 ///< Those that the filter accepts, oldest first.
    QList<engine::FeedItem> m_pending;    ///< Each number once.
    QHash<qint64, qsizetype> m_pendingAt; ///< By number.
    QTimer m_tick;
    QString m_text;
    Show m_show = Show::Everything;
    bool m_isMasked = false;
};

/// How an item stands, and the words for it: "updated", "would update".
Sign signOf(const engine::FeedItem &item);
QString standingOf(const engine::FeedItem &item);

/// In one sentence what became of it; empty while nothing can be said.
QString reasonOf(const engine::FeedItem &item);

/// What is written of the person's choices: "Newsletter: given, SMS: refused".
QString changedIn(const engine::FeedItem &item);

/// Where it came from: "polling".
QString sourceText(const QString &word);

} // namespace models
