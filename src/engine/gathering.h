#pragma once

#include "engine/peoplesource.h"

#include <QHash>

namespace engine {

/// One thing that a source tells of somebody.
struct Told {
    consent::Subject subject;
    /// All events of this user, where the source told them; of any status and regulation.
    std::optional<QList<consent::Event>> events = {};
};

/// Brings together what is told of each person.
///
/// Two states of one user of Didomi are one: the newer one, where both say their time. A single event that a state
/// holds already adds nothing. Where only single events are known of somebody, each thing is what the newest of them
/// says about it, and SourcePerson::events are these events: they tell when each choice was made.
class Gathering
{
public:
    /// Where somebody is known under this regulation, their choices under others are left out.
    explicit Gathering(QString regulation) : m_regulation(std::move(regulation)) {}

    void add(Told told);
    qsizetype size() const { return qsizetype(m_people.size()); } ///< People.

    /// All that was added, in the order in which people were first told of; then it is empty.
    std::vector<SourcePerson> take();

private:
    struct Person {
        QList<Told> told;
    };

    SourcePerson finished(Person &person) const;

    const QString m_regulation;
    std::vector<Person> m_people;
    QHash<QString, std::size_t> m_places; ///< By organization_user_id, letter by letter.
};

} // namespace engine
