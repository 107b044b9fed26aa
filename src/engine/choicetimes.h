#pragma once

#include "consent/event.h"
#include "engine/statement.h"

#include <QHash>

namespace engine {

/// When somebody made the choice that a mapping carries.
///
/// An event's choice was made when the event was. What Didomi knows of a user has but one time, of the last change,
/// whatever it was about: a newsletter that was agreed to a year ago seems new when a cookie is refused today. Where
/// that could take back a refusal, the person's events tell (didomi-api section 3.2: every choice is one).
class ChoiceTimes
{
public:
    explicit ChoiceTimes(QDateTime newest) : m_newest(std::move(newest)) {}

    /// Reads from the person's confirmed events, in whatever order, when consent was given for each of `statements`,
    /// whose `paths` are in the same order.
    /// Nothing where they cannot be read: then it is not known of any. A person without any event was brought in
    /// otherwise; then the time of the last change stays.
    void read(const QList<consent::ValuePath> &paths, const QList<Statement> &statements,
              const std::optional<QList<consent::Event>> &events);

    const QDateTime &newest() const { return m_newest; } ///< Of the last change, whatever it was about.
    bool isRead() const { return m_isRead; }
    bool isRead(int mapping) const { return m_given.contains(mapping); }

    /// UTC; invalid when it is not known.
    QDateTime of(int mapping) const { return m_given.value(mapping, m_newest); }

private:
    QDateTime m_newest;
    QHash<int, QDateTime> m_given; ///< By the mapping's index.
    bool m_isRead = false;
};

} // namespace engine
