#pragma once

#include "store/appliedtable.h"
#include "store/journal.h"
#include "store/sqlconnection.h"

namespace store {

/// The Journal in SQLite.
class SqlJournal final : public Journal
{
public:
    struct Settings {
        std::chrono::milliseconds patience =
            std::chrono::seconds(10);          ///< How long to wait for another program that is writing.
        SqlConnection::Saboteur saboteur = {}; ///< For tests that break it at every step.
    };

    static core::Result<std::unique_ptr<SqlJournal>> open(const QString &path, core::Clock &clock,
                                                          const Settings &settings);

    core::Result<qint64> beginRun(const RunRecord &run) override;
    core::Result<core::Nothing> endRun(qint64 runId) override;
    core::Result<RunRecord> run(qint64 runId) override;
    core::Result<qint64> intend(qint64 runId, const Intent &intent) override;
    core::Result<core::Nothing> settle(qint64 itemId, const Settlement &settlement) override;
    core::Result<qint64> note(qint64 runId, const Intent &intent, const Settlement &settlement) override;
    core::Result<QList<JournalItem>> unsettled(const QString &profileId) override;
    core::Result<QList<JournalItem>> items(const QString &profileId, qint64 beforeId, int limit) override;
    core::Result<QDateTime> lastApplied(const QString &dataverseOrganization, const QString &table,
                                        const QString &rowId, const QString &column) override;
    core::Result<RowTimes> timesOf(const QString &dataverseOrganization, const QString &table,
                                   const QStringList &rowIds) override;
    core::Result<core::Nothing> mergeApplied(const QString &dataverseOrganization,
                                             const QList<AppliedRow> &rows) override;
    core::Result<core::Nothing> forgetMerged(const QString &dataverseOrganization, const QString &table,
                                             const QStringList &rowIds) override;
    core::Result<core::Nothing> addUnmerged(const UnmergedRun &run) override;
    core::Result<core::Nothing> removeUnmerged(const QString &path) override;
    core::Result<QList<UnmergedRun>> unmerged() override;
    core::Result<QList<JournalItem>> itemsOf(const QString &person) override;
    core::Result<qint64> forgetSettled(const QDateTime &before) override;
    core::Result<int> erasePerson(const QString &person) override;

private:
    SqlJournal(const QString &path, core::Clock &clock, const Settings &settings);

    core::Result<core::Nothing> prepare(const Settings &settings);
    core::Result<core::Nothing> migrate();
    core::Result<qint64> insertItem(qint64 runId, const Intent &intent, bool isSent);
    core::Result<core::Nothing> endItem(qint64 itemId, const Settlement &settlement);
    template <typename Work>
    auto changeApplied(Work work);
    core::Result<QStringList> spellingsOf(const QString &person);
    core::Result<QList<JournalItem>> readItems(const QString &condition, const QVariantList &values);
    qint64 now() const { return m_clock.now().toMSecsSinceEpoch(); }

    QString m_path;
    core::Clock &m_clock;
    SqlConnection m_sql;
    AppliedTable m_applied;
};

} // namespace store
