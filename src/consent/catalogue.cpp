#include "consent/catalogue.h"

#include <algorithm>

namespace consent {

namespace {

template <typename T>
const T *withId(const QList<T> &items, const QString &id)
{
    const auto found = std::find_if(items.cbegin(), items.cend(), [&id](const T &item) { return item.id == id; });
    return found == items.cend() ? nullptr : &*found;
}

} // namespace

const Purpose *Catalogue::purpose(const QString &id) const
{
    return withId(purposes, id);
}

const Preference *Catalogue::preference(const QString &id) const
{
    return withId(preferences, id);
}

QString Catalogue::valueName(const QString &preferenceId, const QString &id) const
{
    const Preference *known = preference(preferenceId);
    const PreferenceValue *value = known ? withId(known->values, id) : nullptr;
    return value && !value->name.isEmpty() ? value->name : id;
}

} // namespace consent
