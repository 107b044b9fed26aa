#include "sandbox/dataverse/privileges.h"

#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/refusal.h"

#include <algorithm>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

QUuid pointedAt(const Row *row, const QString &lookup)
{
    return row ? QUuid::fromString(row->text(lookup)) : QUuid();
}

/// A table's privilege of a verb.
QString nameOf(const Table &table, QStringView verb)
{
    return u"prv"_s + verb.toString() + table.privilege;
}

/// The business unit of a row's owner.
QUuid unitOf(const Store &store, const Row &row)
{
    return pointedAt(store.row(row.targets.value(u"ownerid"_s), pointedAt(&row, u"ownerid"_s)), u"businessunitid"_s);
}

/// Whether `unit` is `top` or lies below it.
bool isWithin(const Store &store, QUuid unit, const QUuid &top)
{
    for (int steps = 0; !unit.isNull() && steps < 100; ++steps) { // the tree could have been bent into a ring
        if (unit == top)
            return true;
        unit = pointedAt(store.row(u"businessunit"_s, unit), u"parentbusinessunitid"_s);
    }
    return false;
}

} // namespace

Privileges::Privileges(const Schema &schema, const Store &store, const QUuid &user)
    : m_user(user), m_unit(pointedAt(store.row(u"systemuser"_s, user), u"businessunitid"_s))
{
    const Table &users = schema.at(u"systemuser");
    const Table &teams = schema.at(u"team");
    const Collection holds = *schema.collection(schema.at(u"role"), u"roleprivileges_association");
    QHash<QUuid, QString> known;
    for (const Row &row : store.rows(u"privilege"_s)) {
        if (const QString name = row.text(u"name"_s); schema.knowsPrivilege(name))
            known.insert(row.id, name);
    }
    const auto take = [&](const QList<const Row *> &roles, bool isOwn) {
        for (const Row *role : roles) {
            ++m_roleCount;
            m_isAdministrator = m_isAdministrator || pointedAt(role, u"roletemplateid"_s) == administratorTemplate();
            const QMap<QUuid, int> held = store.linked(*holds.link, role->id);
            for (auto one = held.cbegin(); one != held.cend(); ++one) {
                const QString name = known.value(one.key());
                if (name.isEmpty())
                    continue;
                for (auto *table : {&m_all, isOwn ? &m_own : &m_all})
                    table->insert(name, std::max(table->value(name, Depth::Basic), Depth(one.value())));
            }
        }
    };
    take(store.rows(*schema.collection(users, u"systemuserroles_association"), user), true);
    for (const Row *team : store.rows(*schema.collection(users, u"teammembership_association"), user)) {
        m_teams << team->id;
        take(store.rows(*schema.collection(teams, u"teamroles_association"), team->id), false);
    }
}

QStringList Privileges::names() const
{
    QStringList names = m_all.keys();
    names.sort();
    return names;
}

std::optional<Depth> Privileges::depth(const QString &name) const
{
    const auto found = m_all.constFind(name);
    return found == m_all.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Depth> Privileges::ownDepth(const QString &name) const
{
    const auto found = m_own.constFind(name);
    return found == m_own.cend() ? std::nullopt : std::optional(*found);
}

void Privileges::requireAnyRole() const
{
    if (m_roleCount == 0)
        refuse(code::noRoles,
               u"The user with SystemUserId=%1 has not been assigned any roles."_s.arg(guidText(m_user)));
}

void Privileges::require(const QString &name, const Table &table) const
{
    requireAnyRole();
    if (holds(name))
        return;
    refuse(code::privilegeDenied, u"Principal user (Id=%1, type=8, roleCount=%2, privilegeCount=%3, accessMode=4) "
                                  u"is missing %4 privilege (Id=%5) "
                                  "on OTC=%6 for entity '%7'. context.Caller=%1."_s.arg(guidText(m_user))
                                      .arg(m_roleCount)
                                      .arg(m_all.size())
                                      .arg(name, guidText(stableId(name)))
                                      .arg(table.typeCode)
                                      .arg(table.name));
}

void Privileges::require(const Table &table, QStringView verb) const
{
    require(nameOf(table, verb), table);
}

bool Privileges::reaches(const Store &store, const Table &table, QStringView verb, const Row &row) const
{
    const std::optional<Depth> reach = depth(nameOf(table, verb));
    if (!reach)
        return false;
    const QUuid owner = pointedAt(&row, u"ownerid"_s);
    if (*reach == Depth::Global || !table.column(u"ownerid") || owner == m_user || m_teams.contains(owner))
        return true;
    const QUuid unit = unitOf(store, row);
    switch (*reach) {
    case Depth::Basic:
        return false;
    case Depth::Local:
        return unit == m_unit;
    case Depth::Deep:
        return isWithin(store, unit, m_unit);
    case Depth::Global:
        break;
    }
    return true;
}

void Privileges::require(const Store &store, const Table &table, QStringView verb, const Row &row) const
{
    require(table, verb);
    if (reaches(store, table, verb, row))
        return;
    refuse(code::accessDenied,
           u"SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: %1, OwnerId: %2, OwnerIdType: %3 and "
           u"CallingUser: %4. ObjectTypeCode: %5, objectBusinessUnitId: %6, AccessRights: %7Access."_s
               .arg(guidText(row.id), row.text(u"ownerid"_s))
               .arg(row.targets.value(u"ownerid"_s) == u"team" ? 9 : 8)
               .arg(guidText(m_user))
               .arg(table.typeCode)
               .arg(guidText(unitOf(store, row)), verb));
}

} // namespace sandbox::webapi
