#include "sandbox/dataverse/stage.h"

#include "sandbox/dataverse/consentrows.h"
#include "sandbox/dataverse/environment.h"
#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/security.h"

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

void setOwner(Store &store, Row row, const QUuid &owner)
{
    row.set(u"ownerid"_s, guidText(owner));
    row.targets.insert(u"ownerid"_s, u"systemuser"_s);
    store.put(Schema::standard().at(u"contact"), row);
}

void nameOrganization(Store &store, const QUuid &id)
{
    const Table &table = Schema::standard().at(u"organization");
    Row row = store.rows(table.name).first();
    store.remove(table, QUuid(row.id));
    row.id = id;
    store.put(table, row);
}

} // namespace

bool Stage::hasChanged(const Faults &faults, QLatin1StringView name)
{
    const QString value = faults.value(name);
    QString &arranged = m_arranged[name];
    if (arranged == value)
        return false;
    arranged = value;
    return true;
}

void Stage::arrange(Store &store, const Faults &faults)
{
    if (hasChanged(faults, "role"_L1))
        assignRoles(store, faults);
    if (hasChanged(faults, "further-user"_L1))
        assignFurtherRoles(store, m_furtherUsers, faults);
    const bool isNewDepth = hasChanged(faults, "privilege-depth"_L1);
    const bool isNewPrivilege = hasChanged(faults, "privilege"_L1);
    const bool isNewConsentPrivilege = hasChanged(faults, "consent-privilege"_L1);
    if (isNewDepth || isNewPrivilege || isNewConsentPrivilege)
        grantPrivileges(store, faults);
    if (isNewDepth)
        arrangeOwners(store, !faults.value("privilege-depth"_L1).isEmpty());
    if (hasChanged(faults, "organization"_L1))
        nameOrganization(store, faults.value("organization"_L1).isEmpty() ? organizationId()
                                                                          : stableId(u"another organization"_s));
    if (hasChanged(faults, "topic"_L1)) {
        removeTopics(store);
        const QString topic = faults.value("topic"_L1);
        if (topic != u"missing")
            addTopics(store, topic == u"inactive");
    }
}

void Stage::arrangeOwners(Store &store, bool isShared)
{
    const QString table = u"contact"_s;
    for (auto [contact, owner] : m_lent.asKeyValueRange()) {
        const Row *row = store.row(table, contact);
        if (row && row->text(u"ownerid"_s) == guidText(owner)) // nobody has assigned it since
            setOwner(store, *row, userId());
    }
    m_lent.clear();
    if (!isShared)
        return;
    // Of four contacts one is a colleague's, and one belongs to somebody in the unit below.
    int number = 0;
    for (const QUuid &contact : store.rows(table).keys()) {
        const QUuid owner = number % 4 == 1 ? colleagueId() : branchColleagueId();
        const Row *row = store.row(table, contact);
        if (number++ % 2 == 0 || row->text(u"ownerid"_s) != guidText(userId()))
            continue;
        setOwner(store, *row, owner);
        m_lent.insert(contact, owner);
    }
}

} // namespace sandbox::webapi
