#include "sandbox/didomi/register.h"

#include "sandbox/didomi/catalogue.h"

#include <QJsonArray>

#include <algorithm>

namespace sandbox::didomi {

using namespace Qt::StringLiterals;

namespace {

const QDateTime firstDay({2025, 2, 1}, {10, 0}, Qt::UTC);

Dice diceOf(const Person &person, int which)
{
    return Dice(person.dice + quint64(which));
}

QDateTime firstChoiceAt(Dice &dice)
{
    return firstDay.addSecs(qint64(dice.below(500)) * 86400 + dice.below(86400));
}

QString randomValue(const Preference &preference, Dice &dice)
{
    QStringList chosen;
    for (const PreferenceValue &value : preference.values) {
        if (dice.below(2) == 1)
            chosen << value.id;
    }
    if (!preference.isMulti || chosen.isEmpty())
        return preference.values.at(dice.below(int(preference.values.size()))).id;
    return chosen.join(u',');
}

QJsonObject randomChoice(const Purpose &purpose, Dice &dice)
{
    const bool isGiven = dice.below(8) < 5;
    QJsonObject values;
    QJsonArray preferences;
    QJsonArray channelList;
    for (const QString &channel : channels())
        channelList << QJsonObject{{u"id"_s, channel}, {u"enabled"_s, isGiven && dice.below(3) > 0}};
    for (const QString &id : purpose.preferences) {
        if (!isGiven)
            continue;
        values.insert(id, QJsonObject{{u"value"_s, randomValue(*findPreference(id), dice)}});
        preferences << QJsonObject{
            {u"id"_s, id}, {u"enabled"_s, true}, {u"metadata"_s, QJsonObject()}, {u"channels"_s, channelList}};
    }
    return {{u"id"_s, purpose.id},
            {u"enabled"_s, isGiven},
            {u"values"_s, values},
            {u"preferences"_s, preferences},
            {u"channels"_s, channelList}};
}

/// Replaces or adds the entries of `later` in an array of objects with ids.
QJsonArray mergedEntries(QJsonArray entries, const QJsonArray &later,
                         QJsonObject (*merge)(QJsonObject, const QJsonObject &))
{
    for (const QJsonValue &value : later) {
        const QJsonObject object = value.toObject();
        const QJsonValue id = object.value("id"_L1);
        const auto same = std::find_if(entries.begin(), entries.end(),
                                       [&](const QJsonValue &one) { return one.toObject().value("id"_L1) == id; });
        if (same == entries.end())
            entries << object;
        else
            *same = merge(same->toObject(), object);
    }
    return entries;
}

QJsonObject mergedEntry(QJsonObject entry, const QJsonObject &later)
{
    for (auto member = later.begin(); member != later.end(); ++member) {
        if (member.key() == u"channels" || member.key() == u"preferences") {
            entry.insert(member.key(),
                         mergedEntries(entry.value(member.key()).toArray(), member->toArray(), &mergedEntry));
        } else if (member.key() == u"values") {
            QJsonObject values = entry.value("values"_L1).toObject();
            const QJsonObject changes = member->toObject();
            for (auto change = changes.begin(); change != changes.end(); ++change)
                values.insert(change.key(), change.value());
            entry.insert(u"values"_s, values);
        } else if (!member->isNull()) {
            entry.insert(member.key(), member.value());
        }
    }
    return entry;
}

QJsonObject mergedVendors(QJsonObject vendors, const QJsonObject &later)
{
    for (const auto &[yes, no] :
         {std::pair(u"enabled"_s, u"disabled"_s), std::pair(u"enabled_li"_s, u"disabled_li"_s)}) {
        for (const auto &[to, from] : {std::pair(yes, no), std::pair(no, yes)}) {
            QJsonArray into = vendors.value(to).toArray();
            QJsonArray outOf = vendors.value(from).toArray();
            const QJsonArray changes = later.value(to).toArray();
            for (const QJsonValue &vendor : changes) {
                if (!into.contains(vendor))
                    into << vendor;
                for (qsizetype i = outOf.size() - 1; i >= 0; --i) {
                    if (outOf.at(i) == vendor)
                        outOf.removeAt(i);
                }
            }
            vendors.insert(to, into);
            vendors.insert(from, outOf);
        }
    }
    return vendors;
}

} // namespace

QJsonObject mergedConsents(const QJsonObject &earlier, const QJsonObject &later)
{
    QJsonObject consents = earlier;
    for (const QString &name : {u"purposes"_s, u"channels"_s})
        consents.insert(name, mergedEntries(earlier.value(name).toArray(), later.value(name).toArray(), &mergedEntry));
    consents.insert(u"vendors"_s,
                    mergedVendors(earlier.value("vendors"_L1).toObject(), later.value("vendors"_L1).toObject()));
    if (later.contains("tcfcs"_L1) || !consents.contains("tcfcs"_L1))
        consents.insert(u"tcfcs"_s, later.value("tcfcs"_L1).isString() ? later.value("tcfcs"_L1) : QJsonValue());
    return consents;
}

Register::Register(QList<Person> people) : m_people(std::move(people))
{
    for (int person = 0; person < m_people.size(); ++person) {
        for (int which = 0; which < m_people.at(person).didomiUserIds.size(); ++which) {
            const int index = size();
            m_slots.push_back({.person = person, .which = which});
            m_byId.insert(m_people.at(person).didomiUserIds.at(which), index);
            m_byOrganizationUserId.insert(m_people.at(person).organizationUserId, index);
            m_byEvent.insert(firstEvent(m_slots.back()).id, index);
        }
    }
}

User Register::firstUser(const Slot &slot) const
{
    const Person &person = m_people.at(slot.person);
    Dice dice = diceOf(person, slot.which);
    const QDateTime chosen = firstChoiceAt(dice);
    return {.id = person.didomiUserIds.at(slot.which),
            .organizationUserId = person.organizationUserId,
            .version = 1 + dice.below(6),
            .createdAt = chosen.addSecs(-60),
            .updatedAt = chosen};
}

Event Register::firstEvent(const Slot &slot) const
{
    const Person &person = m_people.at(slot.person);
    Dice dice = diceOf(person, slot.which);
    const QDateTime chosen = firstChoiceAt(dice);
    Event event{.id = dice.uuid().toString(QUuid::WithoutBraces), .createdAt = chosen, .updatedAt = chosen};
    QJsonArray list;
    for (const Purpose &purpose : purposes()) {
        if (person.kind == Person::Case::NoChoice) {
            if (!purpose.isGlobal)
                list << QJsonObject{{u"id"_s, purpose.id},
                                    {u"enabled"_s, QJsonValue()},
                                    {u"values"_s, QJsonObject()},
                                    {u"preferences"_s, QJsonArray()},
                                    {u"channels"_s, QJsonArray()}};
        } else if (dice.below(6) > 0) { // the others have not been asked about this one
            list << randomChoice(purpose, dice);
        }
    }
    event.consents = mergedConsents({}, {{u"purposes"_s, list}});
    event.metadata = {{u"origin"_s, u"preference-center"_s}};
    return event;
}

std::optional<User> Register::user(int index) const
{
    const Slot &slot = m_slots.at(size_t(index));
    if (slot.isDeleted)
        return {};
    return slot.changed ? *slot.changed : firstUser(slot);
}

QList<Event> Register::events(int index) const
{
    const Slot &slot = m_slots.at(size_t(index));
    QList<Event> all = slot.added;
    if (slot.person >= 0 && !slot.isFirstEventReplaced)
        all.prepend(firstEvent(slot));
    std::stable_sort(all.begin(), all.end(),
                     [](const Event &one, const Event &other) { return one.createdAt < other.createdAt; });
    return all;
}

QJsonObject Register::consents(int index, const QString &regulation) const
{
    QJsonObject sum = mergedConsents({}, {});
    const QList<Event> all = events(index);
    for (const Event &event : all) {
        if (event.isConfirmed && event.regulation == regulation)
            sum = mergedConsents(sum, event.consents);
    }
    return sum;
}

std::optional<int> Register::findUser(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? std::nullopt : std::optional(*found);
}

QList<int> Register::findUsers(const QString &organizationUserId) const
{
    QList<int> found = m_byOrganizationUserId.values(organizationUserId);
    std::sort(found.begin(), found.end());
    return found;
}

std::optional<int> Register::findEvent(const QString &id) const
{
    const auto found = m_byEvent.constFind(id);
    return found == m_byEvent.cend() ? std::nullopt : std::optional(*found);
}

int Register::addUser(const User &user)
{
    const int index = size();
    m_slots.push_back({.changed = user});
    m_byId.insert(user.id, index);
    if (!user.organizationUserId.isEmpty())
        m_byOrganizationUserId.insert(user.organizationUserId, index);
    return index;
}

void Register::setUser(int index, const User &user)
{
    const User before = *this->user(index);
    if (before.organizationUserId != user.organizationUserId) {
        m_byOrganizationUserId.remove(before.organizationUserId, index);
        if (!user.organizationUserId.isEmpty())
            m_byOrganizationUserId.insert(user.organizationUserId, index);
    }
    Slot &slot = m_slots.at(size_t(index));
    slot.changed = user;
    slot.changed->version = before.version + 1;
}

void Register::removeUser(int index)
{
    const User gone = *user(index);
    const QList<Event> all = events(index);
    for (const Event &event : all)
        m_byEvent.remove(event.id);
    m_byId.remove(gone.id);
    m_byOrganizationUserId.remove(gone.organizationUserId, index);
    Slot &slot = m_slots.at(size_t(index));
    slot.isDeleted = true;
    slot.isFirstEventReplaced = true;
    slot.added.clear();
}

void Register::putEvent(int index, const Event &event, const QDateTime &now)
{
    Slot &slot = m_slots.at(size_t(index));
    if (slot.person >= 0 && !slot.isFirstEventReplaced && event.id == firstEvent(slot).id)
        slot.isFirstEventReplaced = true;
    const auto same =
        std::find_if(slot.added.begin(), slot.added.end(), [&](const Event &one) { return one.id == event.id; });
    if (same == slot.added.end())
        slot.added << event;
    else
        *same = event;
    m_byEvent.insert(event.id, index);
    touch(index, now);
}

void Register::removeEvent(int index, const QString &id, const QDateTime &now)
{
    Slot &slot = m_slots.at(size_t(index));
    if (slot.person >= 0 && !slot.isFirstEventReplaced && id == firstEvent(slot).id)
        slot.isFirstEventReplaced = true;
    slot.added.removeIf([&](const Event &one) { return one.id == id; });
    m_byEvent.remove(id);
    touch(index, now);
}

void Register::touch(int index, const QDateTime &now)
{
    User changed = *user(index);
    changed.updatedAt = now;
    setUser(index, changed);
}

} // namespace sandbox::didomi
