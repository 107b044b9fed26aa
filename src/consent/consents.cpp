#include "consent/consents.h"

#include <QJsonArray>

#include <algorithm>

namespace consent {

using namespace Qt::StringLiterals;

namespace {

/// An id is text; a number is taken for the text of its digits. Anything else is no id.
QString idOf(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toVariant().toString();
    return value.toString();
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
template <typename Read>
void eachWithId(const QJsonValue &array, Read read)
{
    const QJsonArray items = array.toArray();
    for (const QJsonValue &item : items) {
        const QJsonObject object = item.toObject();
        const QString id = idOf(object[u"id"_s]);
        if (!id.isEmpty())
            read(object, id);
    }
}

void readChannels(const QJsonValue &array, QList<ChannelChoice> &channels)
{
    eachWithId(array, [&channels](const QJsonObject &object, const QString &id) {
        ChannelChoice &channel = entry(channels, id);
        channel.choice = stricter(channel.choice, choiceFromJson(object[u"enabled"_s]));
    });
}

void readPreferences(const QJsonValue &array, QList<PreferenceChoice> &preferences)
{
    eachWithId(array, [&preferences](const QJsonObject &object, const QString &id) {
        PreferenceChoice &preference = entry(preferences, id);
        preference.choice = stricter(preference.choice, choiceFromJson(object[u"enabled"_s]));
        readChannels(object[u"channels"_s], preference.channels);
    });
}

/// "sports-1, culture-2" or an array of ids; nothing for what is neither, which is no choice.
std::optional<QStringList> readPicked(const QJsonValue &value)
{
    QStringList parts;
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            parts << idOf(item);
    } else if (value.isString() || value.isDouble()) {
        parts = idOf(value).split(u',');
    } else {
        return std::nullopt;
    }
    QStringList ids;
    for (const QString &part : std::as_const(parts)) {
        const QString id = part.trimmed();
        if (!id.isEmpty() && !ids.contains(id))
            ids << id;
    }
    return ids;
}

void readValues(const QJsonObject &object, QList<PreferenceValues> &values)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QJsonValue value = member.value();
        const std::optional<QStringList> picked = readPicked(value.isObject() ? value[u"value"_s] : value);
        if (!picked)
            continue;
        const auto known = std::find_if(values.begin(), values.end(), [&member](const PreferenceValues &item) {
            return item.preferenceId == member.key();
        });
        if (known == values.end())
            values << PreferenceValues{.preferenceId = member.key(), .valueIds = *picked};
        else // the same purpose twice: only what both say was picked
            known->valueIds.removeIf([&picked](const QString &id) { return !picked->contains(id); });
    }
}

} // namespace

const PurposeChoice *Consents::purpose(const QString &id) const
{
    const auto found =
        std::find_if(purposes.cbegin(), purposes.cend(), [&id](const PurposeChoice &item) { return item.id == id; });
    return found == purposes.cend() ? nullptr : &*found;
}

Consents readConsents(const QJsonObject &object)
{
    Consents consents;
    eachWithId(object[u"purposes"_s], [&consents](const QJsonObject &item, const QString &id) {
        PurposeChoice &purpose = entry(consents.purposes, id);
        purpose.choice = stricter(purpose.choice, choiceFromJson(item[u"enabled"_s]));
        purpose.legitimateInterest = stricter(purpose.legitimateInterest, choiceFromJson(item[u"enabled_li"_s]));
        readValues(item[u"values"_s].toObject(), purpose.values);
        readPreferences(item[u"preferences"_s], purpose.preferences);
        readChannels(item[u"channels"_s], purpose.channels);
    });
    readChannels(object[u"channels"_s], consents.channels);
    return consents;
}

} // namespace consent
