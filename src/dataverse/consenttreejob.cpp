#include "dataverse/consenttreejob.h"

#include "dataverse/availability.h"
#include "dataverse/errors.h"
#include "dataverse/literals.h"

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using mapping::Enforcement;

namespace {

bool isActive(const QJsonValue &row)
{
    return row[u"statecode"].toInt() == 0;
}

QString nameOf(const QJsonValue &row, const QString &id)
{
    const QString name = row[u"msdynmkt_name"].toString();
    return name.isEmpty() ? id : name;
}

constexpr int firstOption = 534120000; // choices of the consent solution count from here

/// What is not there, or not known here, counts as the strictest.
Enforcement enforcementOf(const QJsonValue &number)
{
    switch (number.toInt() - firstOption) {
    case 1:
        return Enforcement::NonRestrictive;
    case 2:
        return Enforcement::Disabled;
    default:
        return Enforcement::Restrictive;
    }
}

std::optional<ConsentTree::Purpose::Type> typeOf(const QJsonValue &number)
{
    using Type = ConsentTree::Purpose::Type;
    switch (number.toInt() - firstOption) {
    case 0:
        return Type::Commercial;
    case 1:
        return Type::Transactional;
    case 2:
        return Type::Tracking;
    default:
        return std::nullopt;
    }
}

ConsentTree::Purpose purposeOf(const QJsonValue &row, const QString &id)
{
    return {.id = id,
            .name = nameOf(row, id),
            .isActive = isActive(row),
            .type = typeOf(row[u"msdynmkt_type"]),
            .enforcement = {.email = enforcementOf(row[u"msdynmkt_enforcementmodel"]),
                            .textMessage = enforcementOf(row[u"msdynmkt_smsenforcementmodel"]),
                            .custom = enforcementOf(row[u"msdynmkt_customenforcementmodel"]),
                            .voice = enforcementOf(row[u"msdynmkt_voiceenforcementmodel"])},
            .ownerId = bareGuid(row[u"_ownerid_value"].toString())};
}

} // namespace

// Names of sets and columns: dynamics-consent-tables sections 3 and 5.
ConsentTreeJob::ConsentTreeJob(net::Service &service, net::Authorizer &authorizer, const Api &api, QObject *parent)
    : GatherJob(service, authorizer, parent)
{
    // Nothing is selected where older environments lack columns (voice, consent providers): naming one that is not
    // there is refused.
    read(api.get("msdynmkt_compliancesettings4s", u"Compliance profiles"_s), u"msdynmkt_compliancesettings4id"_s,
         [this](const QJsonValue &row, const QString &id) {
             m_tree.profiles.append({.id = id,
                                     .name = nameOf(row, id),
                                     .isActive = isActive(row),
                                     .asksProvider = row[u"_msdynmkt_consentproviderid_value"].isString()});
         });
    // Asked apart, since the relationship may be called otherwise (section 13): then profiles stay without purposes.
    ask(api.get("msdynmkt_compliancesettings4s?$select=msdynmkt_compliancesettings4id,"
                "_msdynmkt_trackingconsentpurpose_value&$expand="
                "msdynmkt_msdynmkt_purpose_msdynmkt_compliancev4($select=msdynmkt_purposeid)",
                u"Purposes of compliance profiles"_s),
        [this](const net::Reply &reply) {
            takeMembers(inspectList(reply).valueOr({}));
            return std::optional<Error>();
        });
    read(api.get("msdynmkt_purposes", u"Consent purposes"_s), u"msdynmkt_purposeid"_s,
         [this](const QJsonValue &row, const QString &id) { m_tree.purposes.append(purposeOf(row, id)); });
    read(api.get("msdynmkt_topics?$select=msdynmkt_topicid,msdynmkt_name,_msdynmkt_purposeid_value,statecode",
                 u"Consent topics"_s),
         u"msdynmkt_topicid"_s, [this](const QJsonValue &row, const QString &id) {
             m_tree.topics.append({.id = id,
                                   .name = nameOf(row, id),
                                   .purposeId = bareGuid(row[u"_msdynmkt_purposeid_value"].toString()),
                                   .isActive = isActive(row)});
         });
}

void ConsentTreeJob::takeMembers(const QJsonArray &profiles)
{
    for (const QJsonValue &profile : profiles) {
        QStringList &ids = m_members[bareGuid(profile[u"msdynmkt_compliancesettings4id"].toString())];
        const QJsonArray purposes = profile[u"msdynmkt_msdynmkt_purpose_msdynmkt_compliancev4"].toArray();
        for (const QJsonValue &purpose : purposes)
            ids << bareGuid(purpose[u"msdynmkt_purposeid"].toString());
        ids << bareGuid(profile[u"_msdynmkt_trackingconsentpurpose_value"].toString());
        ids.removeAll(QString());
        ids.removeDuplicates();
    }
}

Result<ConsentTree> ConsentTreeJob::complete()
{
    for (ConsentTree::Profile &profile : m_tree.profiles)
        profile.purposeIds = m_members.value(profile.id);
    return m_tree;
}

void ConsentTreeJob::read(const net::Request &request, const QString &idColumn, Take take)
{
    ask(request, [idColumn, take = std::move(take)](const net::Reply &reply) -> std::optional<Error> {
        const Result<QJsonArray> rows = inspectList(reply);
        if (!rows)
            return rows.error();
        for (const QJsonValue &row : *rows) {
            const QString id = bareGuid(row[idColumn].toString());
            if (id.isEmpty())
                return unreadableReply(reply);
            take(row, id);
        }
        return {};
    });
}

} // namespace dataverse
