#include "engine/gathering.h"

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using consent::Choice;
using consent::Event;
using consent::Subject;

namespace {

bool isState(const Subject &subject)
{
    return subject.origin == Subject::Origin::User;
}

/// Didomi leaves the regulation out where it is its default (didomi-api section 3.2).
bool isOf(const QString &regulation, const QString &wanted)
{
    const QString &told = regulation.isEmpty() ? u"gdpr"_s : regulation;
    return told.compare(wanted, Qt::CaseInsensitive) == 0;
}

bool isOneUser(const Subject &one, const Subject &other)
{
    return isState(one) && isState(other) && !one.userId.isEmpty() && one.userId == other.userId &&
           isOf(one.regulation, other.regulation.isEmpty() ? u"gdpr"_s : other.regulation);
}

/// True when what `state` says already holds this event.
bool holds(const Subject &state, const Subject &event)
{
    return isState(state) && (event.userId.isEmpty() || event.userId == state.userId) && state.time.isValid() &&
           state.time >= event.time;
}

/// What `newer` says anything about is taken out of `older`.
template <typename T, typename Strip>
void without(QList<T> &older, const QList<T> &newer, Strip strip)
{
    for (const T &said : newer) {
        for (T &one : older) {
            if (one.id == said.id)
                strip(one, said);
        }
    }
}

void stripChoice(Choice &older, Choice newer)
{
    if (newer != Choice::None)
        older = Choice::None;
}

void stripChannels(QList<consent::ChannelChoice> &older, const QList<consent::ChannelChoice> &newer)
{
    without(older, newer, [](consent::ChannelChoice &one, const consent::ChannelChoice &said) {
        stripChoice(one.choice, said.choice);
    });
}

void strip(consent::Consents &older, const consent::Consents &newer)
{
    stripChannels(older.channels, newer.channels);
    without(older.purposes, newer.purposes, [](consent::PurposeChoice &one, const consent::PurposeChoice &said) {
        stripChoice(one.choice, said.choice);
        stripChoice(one.legitimateInterest, said.legitimateInterest);
        stripChannels(one.channels, said.channels);
        without(one.preferences, said.preferences,
                [](consent::PreferenceChoice &preference, const consent::PreferenceChoice &newest) {
                    stripChoice(preference.choice, newest.choice);
                    stripChannels(preference.channels, newest.channels);
                });
        one.values.removeIf([&said](const consent::PreferenceValues &values) {
            return std::any_of(said.values.cbegin(), said.values.cend(),
                               [&values](const auto &newest) { return newest.preferenceId == values.preferenceId; });
        });
    });
}

/// Those that are in effect and Didomi's own, where there are any: others say why nothing is written.
void keepEffective(QList<Subject> &subjects)
{
    for (const auto isLeftOut : {&Subject::isPending, &Subject::isFromDataverse}) {
        const bool areAll =
            std::all_of(subjects.cbegin(), subjects.cend(), [isLeftOut](const Subject &one) { return one.*isLeftOut; });
        if (!areAll)
            subjects.removeIf([isLeftOut](const Subject &one) { return one.*isLeftOut; });
    }
}

/// Single events, each thing told by the newest of them only.
void foldEvents(QList<Subject> &events)
{
    std::stable_sort(events.begin(), events.end(),
                     [](const Subject &one, const Subject &other) { return one.time > other.time; });
    for (qsizetype older = 1; older < events.size(); ++older) {
        for (qsizetype newer = 0; newer < older; ++newer) {
            if (!events.at(newer).isPending && events.at(newer).time > events.at(older).time)
                strip(events[older].consents, events.at(newer).consents);
        }
    }
    keepEffective(events);
}

/// Confirmed and of the regulation, newest first.
QList<Event> counting(QList<Event> events, const QString &regulation)
{
    events.removeIf([&regulation](const Event &event) {
        return event.status != Event::Status::Confirmed || !isOf(event.regulation, regulation);
    });
    std::stable_sort(events.begin(), events.end(),
                     [](const Event &one, const Event &other) { return one.createdAt > other.createdAt; });
    return events;
}

} // namespace

void Gathering::add(Told told)
{
    const QString &id = told.subject.organizationUserId;
    if (id.isEmpty()) {
        m_people.push_back({.told = {std::move(told)}});
        return;
    }
    const auto place = m_places.constFind(id);
    if (place == m_places.cend()) {
        m_places.insert(id, m_people.size());
        m_people.push_back({.told = {std::move(told)}});
        return;
    }
    QList<Told> &known = m_people.at(*place).told;
    const auto same = std::find_if(known.begin(), known.end(), [&told](const Told &one) {
        return isOneUser(one.subject, told.subject) && one.subject.time.isValid() && told.subject.time.isValid();
    });
    if (same == known.end())
        known << std::move(told);
    else if (told.subject.time >= same->subject.time)
        *same = std::move(told);
}

SourcePerson Gathering::finished(Person &person) const
{
    QList<Told> &told = person.told;
    const auto isFitting = [this](const Told &one) { return isOf(one.subject.regulation, m_regulation); };
    if (told.size() > 1 && std::any_of(told.cbegin(), told.cend(), isFitting))
        told.removeIf([&isFitting](const Told &one) { return !isFitting(one); });

    SourcePerson made;
    bool hasStates = false;
    bool hasAllEvents = true;
    QList<Event> events;
    for (Told &one : told) {
        hasStates = hasStates || isState(one.subject);
        hasAllEvents = hasAllEvents && one.events;
        if (one.events)
            events << *std::exchange(one.events, {});
        made.subjects << std::move(one.subject);
    }
    if (made.subjects.size() > 1 && hasStates)
        made.subjects.removeIf([states = made.subjects](const Subject &event) {
            return !isState(event) && std::any_of(states.cbegin(), states.cend(),
                                                  [&event](const Subject &one) { return holds(one, event); });
        });
    if (made.subjects.size() > 1 && !hasStates)
        foldEvents(made.subjects);
    if (hasAllEvents)
        made.events = counting(std::move(events), m_regulation);
    return made;
}

std::vector<SourcePerson> Gathering::take()
{
    std::vector<SourcePerson> people;
    people.reserve(m_people.size());
    for (Person &person : m_people)
        people.push_back(finished(person));
    m_people.clear();
    m_places.clear();
    return people;
}

} // namespace engine
