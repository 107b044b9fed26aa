#pragma once

#include "bridge/surroundings.h"
#include "models/reviewfile.h"
#include "models/sign.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace models {

/// The people of a plan's file as a table, as a filter lets them through: who, what is foreseen, what changes, and a
/// box that takes them into the run.
///
/// However many there are, it holds some pages of them. They are read in a thread of their own, ahead of where the view
/// is; a row that is not read yet shows a placeholder. Changing the filter or the order keeps the former rows until the
/// new ones are known.
class ReviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Tick, Person, Outcome, Changes, Effects, Reason, Count };

    explicit ReviewModel(QObject *parent = nullptr);
    ~ReviewModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; ///< By plan where it cannot be by column.

    /// Opens another one; opened() or failed() follows.
    void open(const store::RunPlace &place);
    void close();
    void reload(); ///< Reads all anew: somebody else has changed it.
    bool isOpen() const { return m_isOpen; }

    /// Of the plan that is open.
    const store::RunHead &head() const { return m_head; }
    store::RunState state() const { return m_state; }
    const QList<store::RunGroup> &groups() const { return m_groups; }
    bool mayTick() const { return m_isOpen && m_state == store::RunState::Planned; }

    /// What columns and options are called; without it they stand as they are written.
    void setSurroundings(const bridge::Surroundings &surroundings);
    const bridge::Surroundings &surroundings() const { return m_surroundings; }

    void setFilter(const store::RunFilter &filter);
    const store::RunFilter &filter() const { return m_filter; }
    void setMasked(bool on); ///< People are shown so that they can be recognised, not contacted.
    bool isMasked() const { return m_isMasked; }

    /// With its writes; nullptr while it is not read: then it is being read, and dataChanged() tells.
    const store::RunItem *item(int row) const;

    static bool canBeTicked(const store::RunItem &item) { return store::isWrite(item.planned); }
    void setTicked(const QList<int> &rows, bool on); ///< Of those that are read.
    void setShownTicked(bool on);                    ///< All that the filter lets through, read or not.
    bool isTicking() const { return m_ticking > 0; } ///< It may take seconds for very many.
    bool isArranging() const { return m_isArranging; }

Q_SIGNALS:
    void opened();
    void failed(const core::Error &error);     ///< It cannot be opened, or read any further.
    void tickFailed(const core::Error &error); ///< All stands as before.
    void groupsChanged();
    void arranged();    ///< The rows are those of the filter and the order set last.
    void busyChanged(); ///< isTicking() or isArranging().

private:
    struct Row {
        store::RunItem item;
        QString changes; ///< What is shown of it; made when it is read.
    };
    using Page = QList<Row>;
    struct Arranged;
    struct Opening;

    static core::Result<Page> readPage(const ReviewFile::Plan &plan, qint64 first, int count,
                                       const bridge::Surroundings &surroundings);
    void readHead(bool isFirst);
    void arrange();
    const Row *rowAt(int row) const; ///< nullptr while it is not read; it is wanted then.
    void want(qint64 page) const;
    void readNext();
    void learnNames();
    void keep(qint64 page, const Page &rows, bool isStale);
    void forgetPages();
    void tellAllChanged();
    void endTicking();
    void fail(const core::Error &error);
    QVariant cellData(const Row &row, Column column, int role) const;
    QString shownPerson(const store::RunItem &item) const;
    void tick(std::function<core::Result<qint64>(store::RunFile &file)> work);

    store::RunPlace m_place;
    std::unique_ptr<ReviewFile> m_reader; ///< Pages.
    std::unique_ptr<ReviewFile> m_writer; ///< Ticks and counts: a long one does not keep pages from being read.
    bool m_isOpen = false;
    bool m_hasFailed = false; ///< Nothing more is read.
    store::RunHead m_head;
    store::RunState m_state = store::RunState::Planning;
    QList<store::RunGroup> m_groups;

    bridge::Surroundings m_surroundings;
    store::RunFilter m_filter;
    store::RunPages::Sort m_sort = store::RunPages::Sort::Id;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    bool m_isMasked = false;

    int m_count = 0;
    std::shared_ptr<std::atomic_int> m_arrangement; ///< The one wanted last; also asked in the thread.
    int m_shown = 0;                                ///< The arrangement whose rows these are.
    bool m_isArranging = false;
    int m_ticking = 0;
    std::optional<bool> m_tickingAll; ///< What all that are shown are becoming.
    QHash<qint64, Page> m_pages;
    QSet<qint64> m_stale;           ///< Those that may not have the newest ticks.
    mutable QList<qint64> m_used;   ///< Pages, used last at the end.
    mutable QList<qint64> m_wanted; ///< Unread pages that somebody looked for, the last at the end.
    mutable bool m_isAsked = false; ///< readNext() is on its way.
    bool m_isReading = false;
    bool m_areNamesKnown = false; ///< To the reader: searches are quick.
    qint64 m_near = 0;            ///< The page around which is read ahead.
    int m_names = 0;              ///< Rises when names change: what was read before them is read anew.
};

/// Each effect in words: "becomes contactable".
QStringList effectTexts(store::Effects effects);

/// How an item stands, and the word for it: what is foreseen, or, once the run has begun, how it ended.
Sign signOf(const store::RunItem &item);
QString standingOf(const store::RunItem &item);

} // namespace models
