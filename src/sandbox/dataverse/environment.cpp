#include "sandbox/dataverse/environment.h"

#include "sandbox/dataverse/builder.h"
#include "sandbox/dataverse/consentrows.h"
#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/otherrows.h"
#include "sandbox/dataverse/security.h"
#include "sandbox/dataverse/tables.h"

#include <QDate>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

/// Which messages a table supports. UpsertMultiple is left out as the service leaves it out: a table with the other two
/// has it.
void addMessages(Builder &build, const QString &table)
{
    for (const QString &message : {u"Create"_s, u"Update"_s, u"CreateMultiple"_s, u"UpdateMultiple"_s}) {
        const QUuid id = build.named(u"sdkmessage"_s, message);
        build.add(u"sdkmessagefilter"_s, stableId(table + u" filter "_s + message),
                  {{u"primaryobjecttypecode"_s, table}, {u"sdkmessageid"_s, guidText(id)}});
    }
}

void addApplicationUser(Builder &build, const QUuid &id, const QUuid &clientId, const QString &number)
{
    build.add(u"systemuser"_s, id,
              {{u"fullname"_s, u"# Consent integration"_s + number},
               {u"domainname"_s, u"consent-integration%1@example.com"_s.arg(number)},
               {u"applicationid"_s, guidText(clientId)},
               {u"azureactivedirectoryobjectid"_s, guidText(stableId(u"service principal"_s + number))},
               {u"isdisabled"_s, false},
               {u"accessmode"_s, 4},
               {u"businessunitid"_s, guidText(businessUnitId())}});
}

} // namespace

QUuid organizationId()
{
    return stableId(u"organization"_s);
}

QUuid businessUnitId()
{
    return stableId(u"business unit"_s);
}

QUuid userId()
{
    return stableId(u"application user"_s);
}

QUuid furtherUserId(int index)
{
    return stableId(u"application user %1"_s.arg(index + 2));
}

Store initialStore(const QList<Person> &people, const Environment &environment)
{
    Store store;
    Builder build(store);
    build.add(
        u"organization"_s, organizationId(),
        {{u"name"_s, environment.friendlyName}, {u"expirechangetrackingindays"_s, 7}, {u"maxuploadfilesize"_s, 5120}});
    addApplicationUser(build, userId(), environment.clientId, {});
    for (int i = 0; i < int(environment.furtherClientIds.size()); ++i)
        addApplicationUser(build, furtherUserId(i), environment.furtherClientIds.at(i), u"-%1"_s.arg(i + 2));
    build.named(u"team"_s, u"Data protection"_s, {{u"businessunitid"_s, guidText(businessUnitId())}});
    const QUuid euro =
        build.named(u"transactioncurrency"_s, u"Euro"_s,
                    {{u"isocurrencycode"_s, u"EUR"_s}, {u"currencysymbol"_s, u"€"_s}, {u"exchangerate"_s, 1}});
    build.named(u"transactioncurrency"_s, u"US Dollar"_s,
                {{u"isocurrencycode"_s, u"USD"_s}, {u"currencysymbol"_s, u"$"_s}, {u"exchangerate"_s, 1.25}});
    const Companies companies = addCompanies(build);
    const QList<QUuid> &accounts = companies.accounts;
    const QList<QUuid> &brands = companies.brands;
    addMessages(build, u"contact"_s);

    int number = 0;
    for (const Person &person : people) {
        for (const Contact &contact : person.contacts) {
            Dice dice(person.dice + quint64(number));
            QHash<QString, QJsonValue> values{
                {u"firstname"_s, contact.firstName},
                {u"lastname"_s, contact.lastName},
                {u"emailaddress1"_s, contact.email},
                {u"mobilephone"_s, contact.mobilePhone},
                {QString::fromUtf16(column::externalId), contact.externalId},
                {QString::fromUtf16(column::newsletter), contact.newsletter},
                {u"donotbulkemail"_s, contact.doNotBulkEmail},
                {u"employeeid"_s, u"E-%1"_s.arg(number / 2)}, // two share one: the key on it could not be built
                {u"numberofchildren"_s, dice.below(4)},
                {u"birthdate"_s,
                 QDate(1950 + dice.below(55), 1 + dice.below(12), 1 + dice.below(28)).toString(Qt::ISODate)},
                {u"ownerid"_s, guidText(userId())},
                {u"createdby"_s, guidText(userId())},
                {u"modifiedby"_s, guidText(userId())},
            };
            QHash<QString, QString> targets{
                {u"ownerid"_s, u"systemuser"_s}, {u"createdby"_s, u"systemuser"_s}, {u"modifiedby"_s, u"systemuser"_s}};
            if (!contact.didomiId.isEmpty())
                values.insert(QString::fromUtf16(column::didomiId), contact.didomiId);
            const auto point = [&](const QString &lookup, const QString &table, const QUuid &id) {
                values.insert(lookup, guidText(id));
                targets.insert(lookup, table);
            };
            if (number % 2 == 0) { // every second contact has a currency, so that money may be written
                point(u"transactioncurrencyid"_s, u"transactioncurrency"_s, euro);
                values.insert(u"exchangerate"_s, 1);
                values.insert(u"creditlimit"_s, 100 * dice.below(50));
            }
            if (number % 3 == 0)
                point(u"parentcustomerid"_s, u"account"_s, accounts.at(dice.below(2)));
            if (number % 5 == 0)
                point(u"new_favouritebrand"_s, u"new_brand"_s, brands.at(dice.below(2)));
            build.add(u"contact"_s, contact.id, values, targets);
            ++number;
        }
    }
    addSecurity(store, int(environment.furtherClientIds.size()));
    addConsents(store, people);
    addMessages(build, u"msdynmkt_contactpointconsent4"_s);
    addMessages(build, QString::fromUtf16(newerConsentTable));
    addLeadsAndSubscribers(build, people, companies);
    return store;
}

} // namespace sandbox::webapi
