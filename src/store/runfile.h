#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "store/rundata.h"
#include "store/runplace.h"

#include <functional>
#include <memory>

namespace store {

class RunDatabase;
class RunDictionary;
class RunPersons;

/// A plan, and the journal of the run that carries it out: one SQLite file (WAL, synchronous FULL: what was told to be
/// noted survives a power cut), or one schema of a PostgreSQL database that several machines share. RunPages reads it
/// page by page, RunJournal is for running it.
///
/// Several processes and threads may have it open, each with an object of its own; an object is used by one thread at a
/// time. Persons are told apart without letter case.
class RunFile
{
public:
    /// For tests that break it at every step: asked before each statement with its number; true lets it fail.
    using Saboteur = std::function<bool(int number)>;

    /// Never over something that is there already (Kind::Conflict).
    static core::Result<std::unique_ptr<RunFile>> create(const RunPlace &place, const RunHead &head,
                                                         core::Clock &clock = core::Clock::system(),
                                                         const Saboteur &saboteur = {});
    /// Kind::NotFound when there is none. Takes older layouts to today's; refuses newer ones, other programs' files and
    /// damaged ones (Kind::Storage), and leaves them as they are.
    static core::Result<std::unique_ptr<RunFile>>
    open(const RunPlace &place, core::Clock &clock = core::Clock::system(), const Saboteur &saboteur = {});
    ~RunFile();
    Q_DISABLE_COPY_MOVE(RunFile)

    QString name() const; ///< For people: the path, or "schema of database on host".
    core::Result<RunHead> head();
    core::Result<RunState> state();
    /// Any state but Planning; from Planning only finishPlanning() leads.
    core::Result<core::Nothing> setState(RunState state);
    core::Result<RunCourse> course();
    /// Why the run is given up now, a sentence; forgotten as soon as it goes on.
    core::Result<core::Nothing> setStop(const QString &sentence);

    // --- planning

    struct Appended {
        int added = 0;
        QList<int> refused = {}; ///< Those of the items given whose person is in the plan already; by index.
    };
    /// Adds items with their writes, and notes how far the planner has come, in its own words: all at once, durable
    /// when it returns. Who is refused is on the list of those to be planned again from then on. Kind::Invalid when an
    /// item contradicts itself, Kind::Conflict when the plan is finished.
    core::Result<Appended> append(const QList<RunItem> &items, const QString &mark);
    core::Result<QString> mark();

    /// Some of those who must be planned again, since more than one part of the source told of them: as Didomi writes
    /// them, also where that differs in letter case only. About `limit`: never only some of one person's spellings.
    core::Result<QStringList> again(int limit);
    core::Result<core::Nothing> addAgain(const QStringList &persons);
    /// Puts these items in the place of what the plan says of their persons, or adds them where it says nothing;
    /// `leftOut` are persons of whom the plan shall say nothing. All of them are off the list of those to be planned
    /// again. All at once. The items get new ids, behind all others. Kind::Invalid when an item contradicts itself, has
    /// no person, or is one of several of the same person; Kind::Conflict when the plan is finished.
    core::Result<core::Nothing> replace(const QList<RunItem> &items, const QStringList &leftOut = {});

    /// Takes some of those out of the plan who need no write and of whom there is nothing to warn, all at once; false
    /// when there are none left. Only once all is read: whoever comes again is compared with what is there.
    core::Result<bool> leaveOutUnchanged();

    /// Makes it a plan that can be run. Kind::Conflict while somebody must be planned again.
    core::Result<core::Nothing> finishPlanning();

    // --- review

    /// Counts that are filters; at once, however many items there are.
    core::Result<QList<RunGroup>> groups();
    /// How many rows will be written by a run, or were to be: of the items that are ticked. Takes its time with many.
    core::Result<qint64> rowsToWrite();
    /// Kind::NotFound when there is none. With its writes, and how it ended.
    core::Result<RunItem> item(qint64 id);
    /// The item of a person, with its writes; none when the plan is not about them.
    core::Result<std::optional<RunItem>> itemOf(const QString &person);
    /// Takes items into the run or leaves them out. Returns how many changed. Kind::Conflict when the run has begun.
    /// With a filter at once, however many they are, when the plan is finished and the filter names no person.
    core::Result<qint64> setTicked(qint64 item, bool ticked);
    core::Result<qint64> setTicked(const RunFilter &filter, bool ticked);

    /// Forgets a person: identity, row ids, values before and after go; counts stay. What was not sent is not sent any
    /// more. Returns how many items. Kind::Conflict while a write of theirs is on its way.
    core::Result<int> erasePerson(const QString &person);

    /// Everything that finds or sorts by person does this first. Takes its time for items that are new since then.
    core::Result<core::Nothing> indexPeople();

    RunDatabase &database() { return *m_database; }       ///< For this room.
    RunDictionary &dictionary() { return *m_dictionary; } ///< For this room.

private:
    explicit RunFile(std::unique_ptr<RunDatabase> database);

    core::Result<core::Nothing> prepare();
    core::Result<core::Nothing> makeShared();
    core::Result<qint64> layout(bool isNew);
    core::Result<core::Nothing> migrate(bool isNew);
    core::Result<core::Nothing> writeHead(const RunHead &head);
    struct Next {
        qint64 item = 0;
        qint64 write = 0;
    };
    struct Known {
        qint64 item = 0;
        QString person;
    };
    template <typename Work>
    auto plan(Work work);
    core::Result<Next> lockPlanning();
    /// What the plan says of a person already; item 0 when it says nothing.
    core::Result<Known> known(const QString &key);
    core::Result<Appended> insert(const QList<RunItem> &items, Next next);
    core::Result<core::Nothing> noteAgain(const QStringList &persons);
    core::Result<core::Nothing> remove(const QString &key);
    core::Result<std::optional<Outcome>> endOf(const RunItem &item, const QVariant &noted);
    core::Result<core::Nothing> refuseWhenBegun();
    core::Result<core::Nothing> tickClasses(const QList<qint64> &classes, bool ticked);
    core::Result<core::Nothing> tickSome(const RunFilter &filter, const QList<qint64> &classes, bool ticked);
    core::Result<core::Nothing> countTicks(const QList<qint64> &classes);

    std::unique_ptr<RunDatabase> m_database;
    std::unique_ptr<RunDictionary> m_dictionary;
    std::unique_ptr<RunPersons> m_persons;
};

} // namespace store
