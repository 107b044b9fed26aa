#pragma once

#include "consent/readevent.h"
#include "consent/readuser.h"
#include "engine/bodyshape.h"
#include "engine/records.h"

/// How records are read, for any view of JSON (consent::QtJson says what that is).
namespace engine::reading {

/// A webhook, or anything else that only readSourceBodies() knows.
void readOther(const QJsonObject &object, Records &records);

/// The events that a record holds; nothing when one of them cannot be read: then not all are known.
template <typename Json>
std::optional<QList<consent::Event>> eventsIn(const Json &record, const consent::User &user)
{
    const Json list = record.member(QLatin1StringView("events"));
    if (!list.isArray())
        return {};
    QList<consent::Event> events;
    bool areAll = true;
    list.eachEntry([&](const Json &entry) {
        if (!areAll)
            return;
        auto event = consent::reading::readEvent(entry, &user);
        areAll = event && (event->userId.isEmpty() || event->userId == user.id);
        if (areAll)
            events.append(std::move(*event));
    });
    if (!areAll)
        return {};
    return events;
}

template <typename Json>
void readUser(const Json &user, const Json &record, Records &records)
{
    auto read = consent::reading::readUser(user);
    if (!read) {
        core::Error problem = read.error();
        problem.kind = core::Error::Kind::Invalid; // a file of ours, not an answer
        records.problems << problem;
        return;
    }
    auto events = eventsIn(record, *read);
    records.told.append(Told{.subject = consent::subjectOf(std::move(*read)), .events = std::move(events)});
}

template <typename Json>
void readEvent(const Json &object, Records &records)
{
    const auto event = consent::reading::readEvent(object);
    if (event)
        records.told.append(Told{.subject = consent::subjectOf(*event), .events = {{*event}}});
    else
        records.problems << event.error();
}

template <typename Json>
void readRecords(const Json &object, Records &records)
{
    switch (bodyShapeOf(object)) {
    case BodyShape::User:
        return readUser(object, object, records);
    case BodyShape::Record:
        return readUser(object.member(QLatin1StringView("user")), object, records);
    case BodyShape::Event:
        return readEvent(object, records);
    case BodyShape::Answer:
        return object.member(QLatin1StringView("data")).eachEntry([&records](const Json &entry) {
            readRecords(entry, records);
        });
    case BodyShape::Envelope:
    case BodyShape::Unknown:
        return readOther(object.toObject(), records);
    }
}

} // namespace engine::reading
