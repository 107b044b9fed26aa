#include "store/mergeruns.h"

#include "store/journal.h"
#include "store/rundatabase.h"
#include "store/runfile.h"
#include "store/runjournal.h"
#include "store/runstate.h"

#include <QFileInfo>

#include <algorithm>

namespace store {

using namespace Qt::StringLiterals;
using core::Nothing;
using core::Result;

namespace {

constexpr int writesOfAPage = 2'000;
/// Sorted and taken over together: the more, the seldomer each page of the journal is written; the fewer, the less
/// memory they take.
constexpr qsizetype rowsAtOnce = 20'000;
constexpr qsizetype rowsOfAPart = 5'000; ///< Of these, within one transaction.

} // namespace

Result<RunMerge::Standing> RunMerge::standing()
{
    RunDatabase &database = m_file.database();
    return database.snapshot([&]() -> Result<Standing> {
        Standing standing;
        const auto state = m_file.state();
        if (!state)
            return state.error();
        switch (*state) {
        case RunState::Planning:
        case RunState::Planned:
            standing.isPlan = true;
            return standing;
        case RunState::Running:
        case RunState::Paused:
            break;
        case RunState::Cancelled:
        case RunState::Done:
        case RunState::Undone:
            standing.hasEnded = true;
            break;
        }
        qint64 claimed = 0;
        const auto read = database.each(u"SELECT merged, resettled, claimed, next_write FROM progress"_s, {},
                                        [&](const QSqlQuery &row) {
                                            standing.merged = row.value(0).toLongLong();
                                            standing.resettled = row.value(1).toLongLong();
                                            claimed = row.value(2).toLongLong();
                                            standing.bound = row.value(3).toLongLong() - 1;
                                        });
        if (!read)
            return read.error();
        if (database.isShared()) { // each machine has a journal of its own
            if (standing.resettled != m_standing.resettled)
                m_mergedHere = 0;
            standing.merged = m_mergedHere;
        }
        const auto waiting = database.value(
            u"SELECT w.id FROM writes w WHERE w.id > ? AND %1 ORDER BY w.id LIMIT 1"_s.arg(runstate::isToBeSent()),
            {claimed});
        const auto open = database.value(
            u"SELECT min(first_write) FROM batches WHERE settled_at IS NULL AND first_write IS NOT NULL"_s);
        for (const auto *first : {&waiting, &open}) {
            if (!*first)
                return first->error();
            if (!(*first)->isNull())
                standing.bound = std::min(standing.bound, (*first)->toLongLong() - 1);
        }
        const auto unsettled = database.value(u"SELECT count(*) FROM batches WHERE settled_at IS NULL"_s);
        if (!unsettled)
            return unsettled.error();
        standing.hasEnded = standing.hasEnded && unsettled->toLongLong() == 0;
        return standing;
    });
}

Result<bool> RunMerge::step()
{
    switch (m_phase) {
    case Phase::Begin:
        return begin();
    case Phase::Collect:
        return collect();
    case Phase::Merge:
        return merge();
    }
    return false;
}

Result<bool> RunMerge::begin()
{
    const auto head = m_file.head();
    if (!head)
        return head.error();
    const auto now = standing();
    if (!now)
        return now.error();
    if (now->isPlan)
        return false;
    m_organization = head->dataverseOrganization;
    m_takesBack = takesChoicesBack(*head);
    m_standing = *now;
    m_position = now->merged;
    m_rows.clear();
    m_next = 0;
    if (m_position >= m_standing.bound)
        return finish();
    m_phase = Phase::Collect;
    return true;
}

Result<bool> RunMerge::collect()
{
    const auto page = RunJournal(m_file).applied(m_position, writesOfAPage, m_standing.bound);
    if (!page)
        return page.error();
    for (AppliedRow row : page->rows) {
        // Most wrote the same columns: they share the list.
        if (!m_rows.isEmpty() && m_rows.constLast().columns == row.columns)
            row.columns = m_rows.constLast().columns;
        row.takesBack = m_takesBack;
        m_rows << row;
    }
    m_position = page->last > 0 ? page->last : m_standing.bound;
    if (m_rows.size() < rowsAtOnce && m_position < m_standing.bound)
        return true;
    std::sort(m_rows.begin(), m_rows.end(), [](const AppliedRow &a, const AppliedRow &b) {
        return a.table != b.table ? a.table < b.table : a.rowId < b.rowId;
    });
    m_phase = Phase::Merge;
    return true;
}

Result<bool> RunMerge::merge()
{
    RunDatabase &database = m_file.database();
    const auto resettled = database.value(u"SELECT resettled FROM progress"_s);
    if (!resettled)
        return resettled.error();
    if (resettled->toLongLong() != m_standing.resettled) { // what was collected is not so any more
        m_phase = Phase::Begin;
        return true;
    }
    if (m_next < m_rows.size()) {
        const auto merged = m_journal.mergeApplied(m_organization, m_rows.mid(m_next, rowsOfAPart));
        if (!merged)
            return merged.error();
        m_next += rowsOfAPart;
        if (m_next < m_rows.size())
            return true;
    }
    if (!database.isShared()) {
        const auto noted = database.command(u"UPDATE progress SET merged = ? WHERE resettled = ?"_s,
                                            {m_position, m_standing.resettled});
        if (!noted)
            return noted.error();
        if (*noted == 0) {
            m_phase = Phase::Begin;
            return true;
        }
    }
    m_mergedHere = m_position;
    m_rows.clear();
    m_next = 0;
    if (m_position >= m_standing.bound)
        return finish();
    m_phase = Phase::Collect;
    return true;
}

Result<bool> RunMerge::finish()
{
    m_phase = Phase::Begin;
    const auto now = standing();
    if (!now)
        return now.error();
    if (now->merged < now->bound) // it went on meanwhile
        return true;
    if (!now->hasEnded || m_file.database().isShared())
        return false;
    const auto paths = unmergedPaths(m_journal, m_file.database().place().path);
    if (!paths)
        return paths.error();
    for (const QString &path : *paths) {
        if (const auto gone = m_journal.removeUnmerged(path); !gone)
            return gone.error();
    }
    return false;
}

Result<Nothing> mergeRun(RunFile &file, Journal &journal)
{
    RunMerge merge(file, journal);
    for (;;) {
        const auto more = merge.step();
        if (!more)
            return more.error();
        if (!*more)
            return Nothing{};
    }
}

Result<Nothing> rememberUnmerged(RunFile &file, Journal &journal)
{
    const RunPlace &place = file.database().place();
    if (place.isShared())
        return Nothing{};
    const auto head = file.head();
    if (!head)
        return head.error();
    return journal.addUnmerged({QFileInfo(place.path).absoluteFilePath(), head->dataverseOrganization});
}

Result<QStringList> unmergedPaths(Journal &journal, const QString &path)
{
    const auto runs = journal.unmerged();
    if (!runs)
        return runs.error();
    const QFileInfo file(path);
    QStringList paths;
    for (const UnmergedRun &run : *runs) {
        const QFileInfo known(run.path);
        if (known == file || (!known.exists() && known.fileName() == file.fileName()))
            paths << run.path;
    }
    return paths;
}

} // namespace store
