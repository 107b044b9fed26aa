#pragma once

#include <QLatin1StringView>

namespace engine {

/// What one JSON object of Didomi's is, by the members that it has (didomi-api sections 4, 9 and 11).
enum class BodyShape {
    Envelope, ///< A webhook.
    Answer,   ///< `{data: […]}`: of the API.
    Event,
    Record, ///< `{user, events}`: of an export.
    User,   ///< Exports may put `events` into it.
    Unknown,
};

/// For any view of JSON (consent::QtJson says what that is); of flattened objects what they are once that is undone.
template <typename Json>
BodyShape bodyShapeOf(const Json &object)
{
    const auto has = [&object](const char *name) { return object.member(QLatin1StringView(name)).isThere(); };
    if (has("parameters") || has("type"))
        return BodyShape::Envelope;
    if (object.member(QLatin1StringView("data")).isArray())
        return BodyShape::Answer;
    if (object.member(QLatin1StringView("user")).isObject())
        return has("consents") ? BodyShape::Event : BodyShape::Record;
    if (has("id") && (has("consents") || has("organization_user_id")))
        return BodyShape::User;
    return BodyShape::Unknown;
}

} // namespace engine
