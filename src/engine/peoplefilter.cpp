#include "engine/peoplefilter.h"

#include <algorithm>

namespace engine {

using consent::Choice;
using consent::PurposeChoice;
using consent::Subject;

namespace {

QDateTime newestTime(const SourcePerson &person)
{
    QDateTime newest;
    for (const Subject &subject : person.subjects) {
        if (!newest.isValid() || subject.time > newest)
            newest = subject.time;
    }
    return newest;
}

Choice choiceOf(const Subject &subject, const PurposeChoice &purpose)
{
    return subject.isPending && purpose.choice != Choice::None ? Choice::Pending : purpose.choice;
}

/// Anything at all: about the purpose itself, or a part of it.
bool saysSomething(const PurposeChoice &purpose)
{
    const auto isMade = [](const auto &one) { return one.choice != Choice::None; };
    return isMade(purpose) || purpose.legitimateInterest != Choice::None || !purpose.values.isEmpty() ||
           std::any_of(purpose.channels.cbegin(), purpose.channels.cend(), isMade) ||
           std::any_of(purpose.preferences.cbegin(), purpose.preferences.cend(),
                       [&isMade](const consent::PreferenceChoice &preference) {
                           return isMade(preference) ||
                                  std::any_of(preference.channels.cbegin(), preference.channels.cend(), isMade);
                       });
}

bool isChosen(const Subject &subject, const Scope &scope)
{
    const QList<PurposeChoice> &told = subject.consents.purposes;
    if (!scope.choice)
        return std::any_of(told.cbegin(), told.cend(), [&scope](const PurposeChoice &purpose) {
            return scope.purposes.contains(purpose.id) && saysSomething(purpose);
        });
    if (scope.purposes.isEmpty())
        return told.isEmpty() ? scope.choice == Choice::None
                              : std::any_of(told.cbegin(), told.cend(), [&](const PurposeChoice &purpose) {
                                    return choiceOf(subject, purpose) == scope.choice;
                                });
    return std::any_of(scope.purposes.cbegin(), scope.purposes.cend(), [&](const QString &id) {
        const PurposeChoice *purpose = subject.consents.purpose(id);
        return (purpose ? choiceOf(subject, *purpose) : Choice::None) == scope.choice;
    });
}

} // namespace

bool PeopleFilter::fits(const SourcePerson &person) const
{
    const QDateTime newest = newestTime(person);
    // Of whom no time is known might have changed.
    if (m_scope.whom == Scope::Whom::ChangedSince && newest.isValid() && newest < m_scope.since)
        return false;
    if (m_scope.purposes.isEmpty() && !m_scope.choice)
        return true;
    return std::any_of(person.subjects.cbegin(), person.subjects.cend(), [&](const Subject &subject) {
        const bool isPart = subject.origin == Subject::Origin::Event; // what they say together is the newest
        return (isPart || subject.time == newest) && isChosen(subject, m_scope);
    });
}

/// False when nothing more is to be done about them here.
bool PeopleFilter::noteAgain(const SourcePerson &person, bool fits, SourcePart &part)
{
    if (person.id().isEmpty())
        return true;
    const SeenPeople::Mark mark = m_seen.note(person.id(), fits);
    if (mark.isNewlyAgain)
        part.again << person.id();
    return !mark.wasSeen;
}

void PeopleFilter::pick(std::vector<SourcePerson> people, SourcePart &part)
{
    if (!isOn()) {
        part.people = std::move(people);
        return;
    }
    for (SourcePerson &person : people) {
        const bool isMeant = fits(person);
        if (noteAgain(person, isMeant, part) && isMeant)
            part.people.push_back(std::move(person));
    }
}

void PeopleFilter::passBy(std::vector<SourcePerson> people, SourcePart &part)
{
    if (!isOn())
        return;
    for (const SourcePerson &person : people)
        noteAgain(person, fits(person), part);
}

} // namespace engine
