#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "store/journal.h"
#include "store/paths.h"
#include "store/rundata.h"
#include "store/runplace.h"

#include <memory>

namespace store {

class Inbox;
class RunFile;

/// One plan file, as a list shows it.
struct RunEntry {
    QString path;
    RunHead head;
    RunState state = RunState::Planning;
    RunCounts counts;
    RunCourse course;
    QDateTime changedAt; ///< UTC, of the file.
    qint64 size = 0;     ///< Bytes on the disk.
    /// Why it cannot be read; then only path, changedAt and size are known.
    std::optional<core::Error> problem = {};
};

/// What one run planned for a person, and what came of it.
struct RunMention {
    RunEntry run;
    RunItem item;                             ///< With its writes.
    QList<QList<WriteAttempt>> attempts = {}; ///< For each of its writes.
};

/// Something that could not be done with one file.
struct RunProblem {
    QString path; ///< Empty when it is not about a plan file.
    core::Error error;
};

/// The plan files of this machine, in one folder. They are opened when they are asked for: with many of them in a
/// thread that may wait.
class RunLibrary
{
public:
    explicit RunLibrary(const Paths &paths, core::Clock &clock = core::Clock::system());

    /// Where a new plan of the integration can be made: "<id>-20261120-101500.cbplan", never a file that is there.
    core::Result<QString> newPath(const QString &profileId);

    /// The plans of an integration, or of all when it is empty; newest first. One that cannot be read is among them,
    /// with its problem, whosever it is.
    QList<RunEntry> runs(const QString &profileId = {});
    RunEntry entry(const QString &path);

    struct Found {
        QList<RunMention> runs = {};     ///< Newest first.
        QList<JournalItem> items = {};   ///< Of the journal, newest first.
        QList<RunProblem> problems = {}; ///< What could not be searched.
    };
    /// All that plans and the journal say of a person, without letter case.
    Found find(const QString &person, Journal &journal);

    /// Kind::Conflict for a run that goes on, or whose writes the journal does not know yet; Kind::Invalid for a file
    /// that is not in the folder of plans.
    core::Result<core::Nothing> remove(const QString &path, Journal &journal);

    struct Swept {
        int files = 0;
        qint64 journalItems = 0;
        QList<RunProblem> problems = {};
    };
    /// Removes plans that were made, and runs that ended, more than so many days ago, and what the journal says of
    /// writes settled before. Runs that may go on stay, and so does what is known of when choices were written.
    Swept sweep(int days, Journal &journal);

    struct Erased {
        int runs = 0; ///< Plans that were about the person.
        int journalItems = 0;
        int arrivals = 0; ///< That waited to be pushed.
        QList<RunProblem> problems = {};
    };
    /// Forgets a person everywhere; where that fails the rest is done all the same, and it can be tried again.
    /// `inbox`: none when there is none.
    Erased erase(const QString &person, Journal &journal, Inbox *inbox);
    /// The same for one plan, wherever it is: also what the journal took over from it. Returns whether it was about the
    /// person.
    core::Result<bool> eraseIn(const RunPlace &place, const QString &person, Journal &journal);

private:
    QStringList files() const;
    RunEntry look(const QString &path, std::unique_ptr<RunFile> *opened = nullptr);

    const Paths m_paths;
    core::Clock &m_clock;
};

} // namespace store
