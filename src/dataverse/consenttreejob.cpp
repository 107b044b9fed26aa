#include "dataverse/consenttreejob.h"

#include "dataverse/availability.h"
#include "dataverse/errors.h"
#include "dataverse/literals.h"

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

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

} // namespace

// Names of sets and columns: dynamics-consent-tables sections 3 and 5.
ConsentTreeJob::ConsentTreeJob(net::Service &service, net::Authorizer &authorizer, const Api &api, QObject *parent)
    : GatherJob(service, authorizer, parent)
{
    read(api.get("msdynmkt_compliancesettings4s?$select=msdynmkt_compliancesettings4id,msdynmkt_name,statecode",
                 u"Compliance profiles"_s),
         u"msdynmkt_compliancesettings4id"_s, [this](const QJsonValue &row, const QString &id) {
             m_tree.profiles.append({.id = id, .name = nameOf(row, id), .isActive = isActive(row)});
         });
    read(api.get("msdynmkt_purposes?$select=msdynmkt_purposeid,msdynmkt_name,statecode", u"Consent purposes"_s),
         u"msdynmkt_purposeid"_s, [this](const QJsonValue &row, const QString &id) {
             m_tree.purposes.append({.id = id, .name = nameOf(row, id), .isActive = isActive(row)});
         });
    read(api.get("msdynmkt_topics?$select=msdynmkt_topicid,msdynmkt_name,_msdynmkt_purposeid_value,statecode",
                 u"Consent topics"_s),
         u"msdynmkt_topicid"_s, [this](const QJsonValue &row, const QString &id) {
             m_tree.topics.append({.id = id,
                                   .name = nameOf(row, id),
                                   .purposeId = bareGuid(row[u"_msdynmkt_purposeid_value"].toString()),
                                   .isActive = isActive(row)});
         });
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
