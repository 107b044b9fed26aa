#include "engine/choicetimes.h"

#include "consent/subject.h"
#include "mapping/convert.h"

#include <algorithm>

namespace engine {

using State = profile::Mapping::State;

namespace {

/// When the newest event that says anything about it gave consent; invalid when it did something else, or when there is
/// none.
QDateTime givenAt(const consent::ValuePath &path, const QList<consent::Event> &newestFirst)
{
    for (const consent::Event &event : newestFirst) {
        const auto state = mapping::stateOf(consent::evaluate(path, consent::subjectOf(event)));
        if (state == State::Given)
            return event.createdAt;
        if (state == State::Refused)
            break;
    }
    return {};
}

} // namespace

void ChoiceTimes::read(const QList<consent::ValuePath> &paths, const QList<Statement> &statements,
                       const std::optional<QList<consent::Event>> &events)
{
    m_isRead = true;
    if (events && events->isEmpty())
        return;
    QList<consent::Event> newestFirst = events.value_or(QList<consent::Event>());
    std::stable_sort(
        newestFirst.begin(), newestFirst.end(),
        [](const consent::Event &one, const consent::Event &other) { return one.createdAt > other.createdAt; });
    for (int index = 0; index < int(statements.size()); ++index) {
        if (mapping::stateOf(statements.at(index).finding) == State::Given)
            m_given.insert(index, givenAt(paths.at(index), newestFirst));
    }
}

} // namespace engine
