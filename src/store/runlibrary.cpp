#include "store/runlibrary.h"

#include "store/files.h"
#include "store/inbox.h"
#include "store/journal.h"
#include "store/mergeruns.h"
#include "store/runfile.h"
#include "store/runjournal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace store {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::RunLibrary)
};

const QString ending = u".cbplan"_s;

/// What SQLite keeps beside a file while it is in use.
QStringList besides(const QString &path)
{
    return {path + u"-wal"_s, path + u"-shm"_s};
}

/// When the run came to where it is.
QDateTime ageOf(const RunEntry &run)
{
    QDateTime newest = run.state == RunState::Planning ? run.changedAt : run.head.madeAt;
    for (const QDateTime &time : {run.course.startedAt, run.course.endedAt}) {
        if (time.isValid() && (!newest.isValid() || time > newest))
            newest = time;
    }
    return newest;
}

} // namespace

RunLibrary::RunLibrary(const Paths &paths, core::Clock &clock) : m_paths(paths), m_clock(clock)
{
}

Result<QString> RunLibrary::newPath(const QString &profileId)
{
    if (const auto made = files::makeFolder(m_paths.runs()); !made)
        return made.error();
    QString id = profileId;
    static const QRegularExpression unusual(u"[^A-Za-z0-9_-]"_s);
    id.replace(unusual, u"_"_s);
    const QString name = u"%1/%2-%3"_s.arg(m_paths.runs(), id.left(80), files::stamp(m_clock.now()));
    QString path = name + ending;
    const auto isTaken = [](const QString &one) {
        const QStringList others = besides(one);
        return QFileInfo::exists(one) || std::any_of(others.cbegin(), others.cend(),
                                                     [](const QString &other) { return QFileInfo::exists(other); });
    };
    for (int number = 2; isTaken(path); ++number)
        path = u"%1-%2%3"_s.arg(name).arg(number).arg(ending);
    return path;
}

// --- looking ---------------------------------------------------------------------------------------------------------

QStringList RunLibrary::files() const
{
    QStringList paths;
    const QDir folder(m_paths.runs());
    for (const QString &name : folder.entryList({u'*' + ending}, QDir::Files | QDir::Hidden, QDir::Name))
        paths << folder.absoluteFilePath(name);
    return paths;
}

RunEntry RunLibrary::entry(const QString &path)
{
    return look(path);
}

RunEntry RunLibrary::look(const QString &path, std::unique_ptr<RunFile> *opened)
{
    RunEntry entry{.path = path};
    for (const QString &part : QStringList{path} + besides(path)) {
        const QFileInfo info(part);
        if (!info.exists())
            continue;
        entry.size += info.size();
        if (!part.endsWith("-shm"_L1)) // anybody who reads changes that one
            entry.changedAt = std::max(entry.changedAt, info.lastModified().toUTC());
    }
    auto file = RunFile::open(RunPlace::file(path), m_clock);
    if (!file) {
        entry.problem = file.error();
        return entry;
    }
    const auto head = (*file)->head();
    const auto state = (*file)->state();
    const auto course = (*file)->course();
    const auto counts = RunJournal(**file).counts();
    if (!head)
        entry.problem = head.error();
    else if (!state)
        entry.problem = state.error();
    else if (!course)
        entry.problem = course.error();
    else if (!counts)
        entry.problem = counts.error();
    if (entry.problem)
        return entry;
    entry.head = *head;
    entry.state = *state;
    entry.course = *course;
    entry.counts = *counts;
    if (opened)
        *opened = std::move(*file);
    return entry;
}

QList<RunEntry> RunLibrary::runs(const QString &profileId)
{
    QList<RunEntry> entries;
    for (const QString &path : files()) {
        RunEntry one = look(path);
        if (one.problem || profileId.isEmpty() || one.head.profileId == profileId)
            entries << one;
    }
    const auto madeAt = [](const RunEntry &one) { return one.problem ? one.changedAt : one.head.madeAt; };
    std::stable_sort(entries.begin(), entries.end(),
                     [&madeAt](const RunEntry &a, const RunEntry &b) { return madeAt(a) > madeAt(b); });
    return entries;
}

RunLibrary::Found RunLibrary::find(const QString &person, Journal &journal)
{
    Found found;
    for (const RunEntry &run : runs()) {
        if (run.problem) {
            found.problems << RunProblem{run.path, *run.problem};
            continue;
        }
        const auto mention = [&]() -> Result<std::optional<RunMention>> {
            const auto file = RunFile::open(RunPlace::file(run.path), m_clock);
            if (!file)
                return file.error();
            const auto item = (*file)->itemOf(person);
            if (!item)
                return item.error();
            if (!*item)
                return std::optional<RunMention>();
            RunMention one{.run = run, .item = **item};
            for (const RunWrite &write : one.item.writes) {
                const auto attempts = RunJournal(**file).attempts(write.id);
                if (!attempts)
                    return attempts.error();
                one.attempts << *attempts;
            }
            return std::optional<RunMention>(one);
        }();
        if (!mention)
            found.problems << RunProblem{run.path, mention.error()};
        else if (*mention)
            found.runs << **mention;
    }
    const auto items = journal.itemsOf(person);
    if (items)
        found.items = *items;
    else
        found.problems << RunProblem{{}, items.error()};
    return found;
}

// --- removing --------------------------------------------------------------------------------------------------------

Result<Nothing> RunLibrary::remove(const QString &path, Journal &journal)
{
    const QFileInfo info(path);
    const QString name = QDir::toNativeSeparators(path);
    if (!info.isFile() || !path.endsWith(ending) ||
        QFileInfo(info.absolutePath()).canonicalFilePath() != QFileInfo(m_paths.runs()).canonicalFilePath())
        return Error{.kind = Error::Kind::Invalid,
                     .message = Text::tr("“%1” is not in the folder of plans, so it is not removed.").arg(name),
                     .fix = Text::tr("Delete the file yourself if nobody needs it."),
                     .field = u"path"_s};
    const RunEntry run = look(path);
    if (!run.problem && (run.state == RunState::Running || run.counts.open > 0))
        return Error{.kind = Error::Kind::Conflict,
                     .message = Text::tr("The run “%1” is not finished: writes of it may be on their way.").arg(name),
                     .fix = Text::tr("Resume it and let it finish, or cancel it.")};
    const auto unmerged = unmergedPaths(journal, path);
    if (!unmerged)
        return unmerged.error();
    if (!unmerged->isEmpty() && !run.problem)
        return Error{.kind = Error::Kind::Conflict,
                     .message = Text::tr("The journal does not know yet what the run “%1” has written.").arg(name),
                     .fix = Text::tr("Resume it and let it finish, or cancel it.")};
    // The file first: without what is beside it, it would tell of an earlier time.
    QFile file(path);
    if (!file.remove())
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("“%1” could not be removed.").arg(name),
                     .fix = Text::tr("Check that you may write into its folder, and that no program uses the file."),
                     .detail = file.errorString()};
    for (const QString &other : besides(path))
        QFile::remove(other);
    for (const QString &known : *unmerged) {
        if (const auto forgotten = journal.removeUnmerged(known); !forgotten)
            return forgotten;
    }
    return Nothing{};
}

RunLibrary::Swept RunLibrary::sweep(int days, Journal &journal)
{
    Swept swept;
    if (days < 0)
        return swept;
    const QDateTime before = m_clock.now().addDays(-days);
    for (const RunEntry &run : runs()) {
        if (run.problem) {
            swept.problems << RunProblem{run.path, *run.problem};
            continue;
        }
        const bool mayGoOn = run.state == RunState::Running || run.state == RunState::Paused || run.counts.open > 0;
        if (mayGoOn || !(ageOf(run) < before))
            continue;
        const auto removed = remove(run.path, journal);
        if (removed)
            ++swept.files;
        else
            swept.problems << RunProblem{run.path, removed.error()};
    }
    const auto forgotten = journal.forgetSettled(before);
    if (forgotten)
        swept.journalItems = *forgotten;
    else
        swept.problems << RunProblem{{}, forgotten.error()};
    return swept;
}

// --- forgetting a person ---------------------------------------------------------------------------------------------

Result<bool> RunLibrary::eraseIn(const RunPlace &place, const QString &person, Journal &journal)
{
    const auto file = RunFile::open(place, m_clock);
    if (!file)
        return file.error();
    const auto head = (*file)->head();
    if (!head)
        return head.error();
    const auto item = (*file)->itemOf(person);
    if (!item)
        return item.error();
    if (*item) {                         // as long as it is known which rows are theirs
        QMap<QString, QStringList> rows; // by table
        for (const RunWrite &write : (*item)->writes) {
            if (!write.rowId.isEmpty())
                rows[write.table] << write.rowId;
            const auto attempts = RunJournal(**file).attempts(write.id);
            if (!attempts)
                return attempts.error();
            for (const WriteAttempt &attempt : *attempts) {
                if (!attempt.end.rowId.isEmpty())
                    rows[write.table] << attempt.end.rowId;
            }
        }
        for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
            if (const auto gone = journal.forgetMerged(head->dataverseOrganization, it.key(), *it); !gone)
                return gone.error();
        }
    }
    const auto erased = (*file)->erasePerson(person);
    if (!erased)
        return erased.error();
    return *erased > 0;
}

RunLibrary::Erased RunLibrary::erase(const QString &person, Journal &journal, Inbox *inbox)
{
    Erased erased;
    if (person.trimmed().isEmpty()) {
        erased.problems << RunProblem{{},
                                      Error{.kind = Error::Kind::Invalid,
                                            .message = Text::tr("It is not said who shall be forgotten."),
                                            .field = u"person"_s}};
        return erased;
    }
    if (inbox) { // first: what waits would be planned anew
        const auto arrivals = inbox->erasePerson(person);
        if (arrivals)
            erased.arrivals = *arrivals;
        else
            erased.problems << RunProblem{{}, arrivals.error()};
    }
    for (const QString &path : files()) {
        const auto done = eraseIn(RunPlace::file(path), person, journal);
        if (!done)
            erased.problems << RunProblem{path, done.error()};
        else if (*done)
            ++erased.runs;
    }
    const auto items = journal.erasePerson(person);
    if (items)
        erased.journalItems = *items;
    else
        erased.problems << RunProblem{{}, items.error()};
    return erased;
}

} // namespace store
