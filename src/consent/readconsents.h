#pragma once

#include "consent/consents.h"
#include "consent/jsonview.h"

#include <algorithm>
#include <optional>

/// The rules by which a `consents` object is read, for any view of JSON (consent::QtJson says what that is).
namespace consent::reading {

/// An id is text; a number is taken for the text of its digits. Anything else is no id.
template <typename Json>
QString idOf(const Json &value)
{
    if (value.isNumber())
        return value.toNumber().toVariant().toString();
    return value.toName();
}

/// Never guessed from other types: neither "false" nor 0 is an answer of Didomi's.
template <typename Json>
Choice choiceOf(const Json &enabled)
{
    if (!enabled.isBool())
        return Choice::None;
    return enabled.toBool() ? Choice::Given : Choice::Refused;
}

/// The entry with that id, made when there is none yet: an id that comes twice is one entry.
template <typename T>
T &entry(QList<T> &list, const QString &id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&id](const T &item) { return item.id == id; });
    if (found != list.end())
        return *found;
    list.append(T{.id = id});
    return list.last();
}

/// Calls `read(object, id)` for every object of an array that has an id.
template <typename Json, typename Read>
void eachWithId(const Json &array, Read read)
{
    array.eachEntry([&read](const Json &item) {
        const QString id = idOf(item.member(QLatin1StringView("id")));
        if (!id.isEmpty())
            read(item, id);
    });
}

template <typename Json>
void readChannels(const Json &array, QList<ChannelChoice> &channels)
{
    eachWithId(array, [&channels](const Json &object, const QString &id) {
        ChannelChoice &channel = entry(channels, id);
        channel.choice = stricter(channel.choice, choiceOf(object.member(QLatin1StringView("enabled"))));
    });
}

template <typename Json>
void readPreferences(const Json &array, QList<PreferenceChoice> &preferences)
{
    eachWithId(array, [&preferences](const Json &object, const QString &id) {
        PreferenceChoice &preference = entry(preferences, id);
        preference.choice = stricter(preference.choice, choiceOf(object.member(QLatin1StringView("enabled"))));
        readChannels(object.member(QLatin1StringView("channels")), preference.channels);
    });
}

/// "sports-1, culture-2" or an array of ids; nothing for what is neither, which is no choice.
template <typename Json>
std::optional<QStringList> readPicked(const Json &value)
{
    QStringList parts;
    if (value.isArray())
        value.eachEntry([&parts](const Json &item) { parts << idOf(item); });
    else if (value.isText() || value.isNumber())
        parts = idOf(value).split(u',');
    else
        return std::nullopt;
    QStringList ids;
    for (const QString &part : std::as_const(parts)) {
        const QString id = part.trimmed();
        if (!id.isEmpty() && !ids.contains(id))
            ids << id;
    }
    return ids;
}

template <typename Json>
void readValues(const Json &object, QList<PreferenceValues> &values)
{
    object.eachMember([&values](const QString &name, const Json &value) {
        const std::optional<QStringList> picked =
            readPicked(value.isObject() ? value.member(QLatin1StringView("value")) : value);
        if (!picked)
            return;
        const auto known = std::find_if(values.begin(), values.end(),
                                        [&name](const PreferenceValues &item) { return item.preferenceId == name; });
        if (known == values.end())
            values << PreferenceValues{.preferenceId = name, .valueIds = *picked};
        else // the same purpose twice: only what both say was picked
            known->valueIds.removeIf([&picked](const QString &id) { return !picked->contains(id); });
    });
}

template <typename Json>
Consents readConsents(const Json &object)
{
    Consents consents;
    eachWithId(object.member(QLatin1StringView("purposes")), [&consents](const Json &item, const QString &id) {
        PurposeChoice &purpose = entry(consents.purposes, id);
        purpose.choice = stricter(purpose.choice, choiceOf(item.member(QLatin1StringView("enabled"))));
        purpose.legitimateInterest =
            stricter(purpose.legitimateInterest, choiceOf(item.member(QLatin1StringView("enabled_li"))));
        readValues(item.member(QLatin1StringView("values")), purpose.values);
        readPreferences(item.member(QLatin1StringView("preferences")), purpose.preferences);
        readChannels(item.member(QLatin1StringView("channels")), purpose.channels);
    });
    readChannels(object.member(QLatin1StringView("channels")), consents.channels);
    return consents;
}

} // namespace consent::reading
