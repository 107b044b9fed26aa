#include "dataverse/bulkmessages.h"

#include "dataverse/api.h"
#include "dataverse/gatherjob.h"

#include <QRegularExpression>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::BulkMessages)
};

class ProbeJob final : public GatherJob<BulkMessages>
{
public:
    ProbeJob(net::Service &service, net::Authorizer &authorizer, const Api &api, const QByteArray &table,
             QObject *parent)
        : GatherJob(service, authorizer, parent)
    {
        askFor(api, "CreateMultiple", table, m_found.create);
        askFor(api, "UpdateMultiple", table, m_found.update);
    }

private:
    void askFor(const Api &api, const QByteArray &message, const QByteArray &table, bool &isThere)
    {
        const QByteArray address =
            "sdkmessagefilters?$select=sdkmessagefilterid&$filter=sdkmessageid/name%20eq%20@m%20and%20"
            "primaryobjecttypecode%20eq%20@t&@m='" +
            message + "'&@t='" + table + '\'';
        ask(api.get(address, u"Bulk messages"_s), [&isThere](const net::Reply &reply) -> std::optional<Error> {
            const Result<QJsonArray> filters = readList(reply);
            if (!filters)
                return filters.error();
            isThere = !filters->isEmpty();
            return std::nullopt;
        });
    }

    Result<BulkMessages> complete() override
    {
        m_found.upsert = m_found.create && m_found.update;
        return m_found;
    }

    BulkMessages m_found;
};

} // namespace

core::Job<BulkMessages> *probeBulkMessages(net::Service &service, net::Authorizer &authorizer, const QUrl &apiUrl,
                                           const QString &table, QObject *parent)
{
    static const QRegularExpression name(uR"(\A[a-z_][a-z0-9_]*\z)"_s);
    if (!name.match(table).hasMatch())
        return new core::ReadyJob<BulkMessages>(
            Error{.kind = Error::Kind::Invalid,
                  .message = Words::tr("“%1” is not the logical name of a table.").arg(table),
                  .fix = Words::tr("Choose the table again."),
                  .field = u"table"_s},
            parent);
    return new ProbeJob(service, authorizer, Api(apiUrl), table.toLatin1(), parent);
}

} // namespace dataverse
