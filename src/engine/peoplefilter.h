#pragma once

#include "engine/peoplesource.h"
#include "engine/seenpeople.h"

namespace engine {

/// Picks the people that a scope means out of all that a source tells of.
///
/// Somebody may be told of several times, and differently: who does not fit now may fit later, and who fits may be in
/// dispute with themselves. So everybody is remembered, and who is told of more than once and fits at least once goes
/// into SourcePart::again.
class PeopleFilter
{
public:
    explicit PeopleFilter(const Scope &scope) : m_scope(scope) {}

    /// Whether anybody can be left out at all.
    bool isOn() const
    {
        return m_scope.whom == Scope::Whom::ChangedSince || !m_scope.purposes.isEmpty() || m_scope.choice;
    }

    bool fits(const SourcePerson &person) const;

    /// Hands `people` on to `part`, or notes only that they were told of.
    void pick(std::vector<SourcePerson> people, SourcePart &part);
    /// The same of what was handed on before somebody stopped: `people` stays empty.
    void passBy(std::vector<SourcePerson> people, SourcePart &part);

private:
    bool noteAgain(const SourcePerson &person, bool fits, SourcePart &part);

    const Scope m_scope;
    SeenPeople m_seen;
};

} // namespace engine
