#include "store/appliedtimes.h"

#include "core/lowercase.h"
#include "store/rundatabase.h"
#include "store/runfile.h"
#include "store/runjournal.h"

#include <QFileInfo>

#include <algorithm>
#include <vector>

namespace store {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

AppliedTimes::AppliedTimes(Journal &journal, QString dataverseOrganization)
    : m_journal(journal), m_organization(std::move(dataverseOrganization))
{
}

AppliedTimes::~AppliedTimes() = default;

void AppliedTimes::add(RunFile &run)
{
    if (!m_runs.contains(&run))
        m_runs << &run;
    forget();
}

void AppliedTimes::remove(RunFile &run)
{
    m_runs.removeAll(&run);
    forget();
}

Result<QList<Error>> AppliedTimes::addUnmerged(const QString &folder)
{
    const auto registered = m_journal.unmerged();
    if (!registered)
        return registered.error();
    forget();
    std::map<QString, std::unique_ptr<RunFile>> opened;
    QList<Error> problems;
    for (const UnmergedRun &run : *registered) {
        if (run.dataverseOrganization != m_organization)
            continue;
        QString path = run.path;
        if (!QFileInfo::exists(path) && !folder.isEmpty()) // perhaps everything was moved together
            path = folder + u'/' + QFileInfo(run.path).fileName();
        if (!QFileInfo::exists(path))
            continue;
        if (const auto known = m_opened.find(path); known != m_opened.end()) {
            opened.emplace(path, std::move(known->second));
            continue;
        }
        auto file = RunFile::open(RunPlace::file(path));
        if (file)
            opened.emplace(path, std::move(*file));
        else
            problems << file.error();
    }
    m_opened = std::move(opened);
    m_unopened = problems;
    return problems;
}

QList<RunFile *> AppliedTimes::runs() const
{
    QList<RunFile *> runs = m_runs;
    for (const auto &[path, file] : m_opened) {
        const bool isKnown = std::any_of(m_runs.cbegin(), m_runs.cend(), [&path = path](RunFile *run) {
            const RunPlace &place = run->database().place();
            return !place.isShared() && QFileInfo(place.path) == QFileInfo(path);
        });
        if (!isKnown)
            runs << file.get();
    }
    return runs;
}

Result<RowTimes> AppliedTimes::ask(const QString &table, const QStringList &rowIds) const
{
    struct Told {
        QDateTime madeAt;
        bool takesBack = false;
        RowTimes times;
    };
    std::vector<Told> told;
    // The runs first: what is merged meanwhile is then found in the journal.
    for (RunFile *run : runs()) {
        auto more = RunJournal(*run).timesOf(table, rowIds);
        if (!more)
            return more.error();
        if (more->isEmpty())
            continue;
        const auto head = run->head();
        if (!head)
            return head.error();
        told.push_back({head->madeAt, takesChoicesBack(*head), std::move(*more)});
    }
    auto known = m_journal.timesOf(m_organization, table, rowIds);
    if (!known || told.empty())
        return known;
    // In their order: an undo takes back what was written before it, and not what comes afterwards.
    std::stable_sort(told.begin(), told.end(),
                     [](const Told &one, const Told &other) { return one.madeAt < other.madeAt; });
    for (const Told &run : told) {
        if (run.takesBack)
            takeTimesBack(*known, run.times);
        else
            addTimes(*known, run.times);
    }
    return known;
}

Result<Nothing> AppliedTimes::prefetch(const QString &table, const QStringList &rowIds)
{
    forget();
    auto times = ask(table, rowIds);
    if (!times)
        return times.error();
    m_table = table;
    m_times = std::move(*times);
    m_asked.reserve(rowIds.size());
    for (const QString &rowId : rowIds)
        m_asked.insert(core::lowerCase(rowId));
    return Nothing{};
}

void AppliedTimes::forget()
{
    m_table.clear();
    m_asked.clear();
    m_times.clear();
}

Result<QDateTime> AppliedTimes::lastApplied(const QString &table, const QString &rowId, const QString &column)
{
    const QString row = core::lowerCase(rowId);
    const qsizetype at = column.indexOf(u'@');
    const QString name = core::lowerCase(at < 0 ? column : column.left(at));
    if (table == m_table && m_asked.contains(row)) {
        const auto known = m_times.constFind(row);
        return known == m_times.cend() ? QDateTime() : known->value(name);
    }
    const auto times = ask(table, {row});
    if (!times)
        return times.error();
    return times->value(row).value(name);
}

} // namespace store
