#include "mapping/consenttree.h"

#include "profile/pasted.h"

#include <algorithm>

namespace mapping {

namespace {

template <typename Entry>
const Entry *byId(const QList<Entry> &entries, const QString &id)
{
    const auto found = std::find_if(entries.cbegin(), entries.cend(), [&id](const Entry &entry) {
        return entry.id.compare(id, Qt::CaseInsensitive) == 0;
    });
    return found == entries.cend() ? nullptr : &*found;
}

} // namespace

Enforcement EnforcementModels::of(profile::Channel channel) const
{
    switch (channel) {
    case profile::Channel::Email:
        return email;
    case profile::Channel::TextMessage:
        return textMessage;
    case profile::Channel::Custom:
        return custom;
    case profile::Channel::Voice:
        return voice;
    }
    return Enforcement::Restrictive;
}

const ConsentTree::Purpose *ConsentTree::purpose(const QString &id) const
{
    return byId(purposes, id);
}

const ConsentTree::Topic *ConsentTree::topic(const QString &id) const
{
    return byId(topics, id);
}

bool isConsentTarget(const QString &column)
{
    return profile::isGuid(column);
}

} // namespace mapping
