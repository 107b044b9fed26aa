#include "sandbox/dataverse/consentrows.h"

#include "sandbox/dataverse/builder.h"
#include "sandbox/dataverse/environment.h"
#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/security.h"

#include <algorithm>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

constexpr int first = 534120000; ///< Choices of the consent solution count from here.

enum Channel { Email = first, TextMessage = first + 1 };
enum Level { OfPurpose = first, OfTopic = first + 1 };
enum Value { OptedIn = first + 1, OptedOut = first + 2 };
enum Type { Commercial = first, Transactional = first + 1, Tracking = first + 2 };
enum Enforcement { Restrictive = first, NonRestrictive = first + 1, Disabled = first + 2 };

QUuid commercialId()
{
    // What environments usually have for the purpose that comes with the product (dynamics-consent-tables section 5).
    return QUuid(0x10000000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3);
}

QUuid topicId(const QString &name)
{
    return stableId(u"msdynmkt_topic "_s + name);
}

/// What rows have that people have made in the product.
Builder::Values owned(Builder::Values values)
{
    values.insert(u"ownerid"_s, guidText(environmentAdministratorId()));
    values.insert(u"owningbusinessunit"_s, guidText(businessUnitId()));
    values.insert(u"createdby"_s, guidText(environmentAdministratorId()));
    values.insert(u"modifiedby"_s, guidText(environmentAdministratorId()));
    return values;
}

QUuid addNamed(Builder &build, const QString &table, const QString &name, const Builder::Values &values)
{
    return build.named(table, name, owned(values));
}

/// Adds consents of addresses, numbered.
class ConsentBuilder
{
public:
    explicit ConsentBuilder(Store &store) : m_build(store) {}

    void add(const QString &address, Channel channel, bool isGiven, const QString &topic = {},
             Builder::Values more = {})
    {
        Builder::Values values = owned({{u"msdynmkt_contactpointvalue"_s, address},
                                        {u"msdynmkt_contactpointtype"_s, channel},
                                        {u"msdynmkt_contactpointconsenttype"_s, topic.isEmpty() ? OfPurpose : OfTopic},
                                        {u"msdynmkt_value"_s, isGiven ? OptedIn : OptedOut},
                                        {u"msdynmkt_logicalreason"_s, first - 1},
                                        {u"msdynmkt_source"_s, first + 3},
                                        {u"msdynmkt_purposeid"_s, guidText(commercialId())}});
        if (!topic.isEmpty())
            values.insert(u"msdynmkt_topicid"_s, guidText(topicId(topic)));
        values.insert(more);
        m_build.add(u"msdynmkt_contactpointconsent4"_s, stableId(u"consent %1"_s.arg(++m_count)), values);
    }

private:
    Builder m_build;
    int m_count = 0;
};

/// The people who have a contact with an address, and one contact of each.
QList<Contact> reachable(const QList<Person> &people)
{
    QList<Contact> contacts;
    for (const Person &person : people) {
        if (!person.contacts.isEmpty() && !person.contacts.front().email.isEmpty())
            contacts << person.contacts.front();
    }
    return contacts;
}

void addPeoplesConsents(Store &store, const QList<Person> &people)
{
    ConsentBuilder consents(store);
    int number = 0;
    for (const Contact &contact : reachable(people)) {
        switch (number++ % 5) {
        case 0:
            consents.add(contact.email, Email, !contact.doNotBulkEmail);
            consents.add(contact.email, Email, contact.newsletter, u"Sports"_s);
            break;
        case 1: // one address, channel and purpose twice: the row that was changed last counts
            if (number > 5)
                break;
            consents.add(contact.email, Email, true);
            consents.add(contact.email, Email, false, {}, {{u"modifiedon"_s, u"2025-09-01T07:30:00Z"_s}});
            break;
        case 2: // inactive, and counts all the same
            if (number <= 5)
                consents.add(contact.email, Email, false, {}, {{u"statecode"_s, 1}, {u"statuscode"_s, 2}});
            break;
        case 3:
            consents.add(contact.mobilePhone, TextMessage, contact.newsletter);
            break;
        default: // nothing is known of every fifth
            break;
        }
    }
}

} // namespace

void addTopics(Store &store, bool isAllInactive)
{
    Builder build(store);
    for (const QString &name : {u"Sports"_s, u"Culture"_s, u"Travel"_s, u"Catalogue by post"_s}) {
        const bool isActive = !isAllInactive && name != u"Catalogue by post";
        addNamed(build, u"msdynmkt_topic"_s, name,
                 {{u"msdynmkt_purposeid"_s, guidText(commercialId())},
                  {u"statecode"_s, isActive ? 0 : 1},
                  {u"statuscode"_s, isActive ? 1 : 2}});
    }
}

void removeTopics(Store &store)
{
    const Table &table = Schema::standard().at(u"msdynmkt_topic");
    for (const QUuid &id : store.rows(table.name).keys())
        store.remove(table, id);
}

void addConsents(Store &store, const QList<Person> &people)
{
    Builder build(store);
    build.add(u"msdynmkt_purpose"_s, commercialId(),
              owned({{u"msdynmkt_name"_s, u"Commercial communication"_s},
                     {u"msdynmkt_type"_s, Commercial},
                     {u"msdynmkt_enforcementmodel"_s, NonRestrictive},
                     {u"msdynmkt_topiccount"_s, 4}}));
    const QString purposes = u"msdynmkt_purpose"_s;
    const QUuid transactional =
        addNamed(build, purposes, u"Transactional communication"_s,
                 {{u"msdynmkt_type"_s, Transactional}, {u"msdynmkt_enforcementmodel"_s, Disabled}});
    const QUuid tracking = addNamed(build, purposes, u"Tracking"_s,
                                    {{u"msdynmkt_type"_s, Tracking}, {u"msdynmkt_enforcementmodel"_s, Restrictive}});
    addTopics(store);

    const QString profiles = u"msdynmkt_compliancesettings4"_s;
    const QUuid customers = addNamed(build, profiles, u"Customers"_s,
                                     {{u"msdynmkt_legaladdress"_s, u"1 Harbour Road, 99999 Example"_s},
                                      {u"msdynmkt_consentlinktype"_s, first + 2},
                                      {u"msdynmkt_consentlink"_s, u"https://preferences.example.com/"_s},
                                      {u"msdynmkt_trackingconsentpurpose"_s, guidText(tracking)}});
    const QUuid readers = addNamed(build, profiles, u"Newsletter readers"_s,
                                   {{u"msdynmkt_legaladdress"_s, u"1 Harbour Road, 99999 Example"_s},
                                    {u"msdynmkt_consentlinktype"_s, first + 3},
                                    {u"msdynmkt_trackingconsentpurpose"_s, guidText(tracking)}});
    addNamed(build, u"msdynmkt_preferencecenter"_s, u"Newsletter preferences"_s,
             {{u"msdynmkt_complianceid"_s, guidText(readers)}, {u"msdynmkt_isdefault"_s, true}, {u"statuscode"_s, 2}});

    const Schema &schema = Schema::standard();
    const Link &link =
        *schema.collection(schema.at(purposes), u"msdynmkt_msdynmkt_purpose_msdynmkt_compliancev4")->link;
    store.link(link, commercialId(), customers);
    store.link(link, transactional, customers);
    store.link(link, commercialId(), readers);
    addPeoplesConsents(store, people);
}

} // namespace sandbox::webapi
