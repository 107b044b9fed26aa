#pragma once

#include "store/journal.h"

#include <functional>

namespace support {

/// A journal that does what the real one below it does, until something happens at a chosen write.
class BrokenJournal final : public store::Journal
{
public:
    enum class Call { BeginRun, EndRun, Intend, Settle, Note };

    explicit BrokenJournal(store::Journal &below) : m_below(below) {}

    /// The `failAt`-th write (from 0) reports an error and does nothing.
    void failAt(int failAt) { m_failAt = failAt; }
    bool hasFailed() const { return m_failAt >= 0 && m_writes > m_failAt; }

    std::function<void(Call)> before; ///< Called before each write.
    std::function<void(Call)> after;  ///< Called when it was done.

    core::Result<qint64> beginRun(const store::RunRecord &run) override;
    core::Result<core::Nothing> endRun(qint64 runId) override;
    core::Result<store::RunRecord> run(qint64 runId) override { return m_below.run(runId); }
    core::Result<qint64> intend(qint64 runId, const store::Intent &intent) override;
    core::Result<core::Nothing> settle(qint64 itemId, const store::Settlement &settlement) override;
    core::Result<qint64> note(qint64 runId, const store::Intent &intent, const store::Settlement &settlement) override;
    core::Result<QList<store::JournalItem>> unsettled(const QString &profileId) override
    {
        return m_below.unsettled(profileId);
    }
    core::Result<QList<store::JournalItem>> items(const QString &profileId, qint64 beforeId, int limit) override
    {
        return m_below.items(profileId, beforeId, limit);
    }
    core::Result<QDateTime> lastApplied(const QString &organization, const QString &table, const QString &rowId,
                                        const QString &column) override
    {
        return m_below.lastApplied(organization, table, rowId, column);
    }
    core::Result<store::RowTimes> timesOf(const QString &organization, const QString &table,
                                          const QStringList &rowIds) override
    {
        return m_below.timesOf(organization, table, rowIds);
    }
    core::Result<core::Nothing> mergeApplied(const QString &organization, const QList<store::AppliedRow> &rows) override
    {
        return m_below.mergeApplied(organization, rows);
    }
    core::Result<core::Nothing> forgetMerged(const QString &organization, const QString &table,
                                             const QStringList &rowIds) override
    {
        return m_below.forgetMerged(organization, table, rowIds);
    }
    core::Result<core::Nothing> addUnmerged(const store::UnmergedRun &run) override { return m_below.addUnmerged(run); }
    core::Result<core::Nothing> removeUnmerged(const QString &path) override { return m_below.removeUnmerged(path); }
    core::Result<QList<store::UnmergedRun>> unmerged() override { return m_below.unmerged(); }
    core::Result<QList<store::JournalItem>> itemsOf(const QString &person) override { return m_below.itemsOf(person); }
    core::Result<qint64> forgetSettled(const QDateTime &until) override { return m_below.forgetSettled(until); }
    core::Result<int> erasePerson(const QString &person) override { return m_below.erasePerson(person); }

private:
    template <typename T, typename Work>
    core::Result<T> write(Call call, Work work);

    store::Journal &m_below;
    int m_failAt = -1;
    int m_writes = 0;
};

} // namespace support
