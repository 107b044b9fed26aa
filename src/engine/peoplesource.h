#pragma once

#include "bridge/link.h"
#include "consent/event.h"
#include "consent/subject.h"
#include "engine/scope.h"

#include <memory>
#include <optional>
#include <vector>

namespace engine {

/// One person as a source tells of them.
struct SourcePerson {
    QList<consent::Subject> subjects; ///< All of one organization_user_id, never none; of the scope's regulation.
    /// The person's confirmed events, newest first, where the source has all of them, or where `subjects` are nothing
    /// but single events: these then.
    std::optional<QList<consent::Event>> events = {};

    const QString &id() const { return subjects.constFirst().organizationUserId; }
};

/// Some of the people that a source tells of.
struct SourcePart {
    std::vector<SourcePerson> people = {};
    /// People of whom the source told before, and tells more now: they are to be asked about with people() once all is
    /// read.
    QStringList again = {};
    QString mark = {}; ///< Where the next part begins: openPeople() goes on from there.
    bool isLast = false;
    QList<core::Error> problems = {}; ///< What could not be read; the rest is here. `field` is the file, if any.
    qint64 done = 0;                  ///< So far, in any unit: bytes of files, people of a list, users read.
    qint64 total = 0;                 ///< In the same unit; 0: not known.
};

/// Where the people of a resync come from, part by part; memory does not grow with their number, but for some bytes of
/// each where a scope picks some of them. It must outlive its jobs, but for deleting them together.
///
/// After an error that is transient the same call goes on at the same place. After going on from a mark, `again` may
/// name people who were named before.
class PeopleSource
{
public:
    virtual ~PeopleSource() = default;

    /// The next part, of at most about 2,000 people; not again after the last. One job at a time.
    virtual core::Job<SourcePart> *next(QObject *parent) = 0;

    /// All that the source knows of these people, at most 2,000 of them, wherever in it they stand. Who is not found
    /// is left out. After the last part only.
    virtual core::Job<SourcePart> *people(const QStringList &ids, QObject *parent) = 0;

    virtual QString name() const = 0; ///< A translated sentence for RunHead::source.

    /// When what it tells was known at the latest, UTC: now for Didomi itself, for files their time.
    virtual QDateTime knownAt() const = 0;
};

/// Opens what `scope` names: Didomi's users by cursor, single people, or exports. `mark`: of the last part that was
/// planned, or empty. Kind::Invalid naming the scope's member; Kind::NotFound for a file that is not there.
///
/// The link must outlive it; it is not asked where the scope names files.
core::Result<std::unique_ptr<PeopleSource>> openPeople(bridge::Link &link, const Scope &scope, const QString &mark);

} // namespace engine
