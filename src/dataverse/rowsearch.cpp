#include "dataverse/rowsearch.h"

#include "dataverse/errors.h"
#include "dataverse/literals.h"
#include "net/calljob.h"

#include <QCoreApplication>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::RowSearch)
};

constexpr auto modifiedOn = "modifiedon"_L1;

bool isSearchable(const mapping::Column *column)
{
    return column && column->isValidForRead && column->type == mapping::ColumnType::Text;
}

bool isReadable(const mapping::Column *column)
{
    return column && column->isValidForRead;
}

Result<QList<Row>> readFound(const QString &primaryId, const net::Reply &reply)
{
    const Result<QJsonArray> list = readList(reply);
    if (!list)
        return list.error();
    QList<Row> rows;
    for (const QJsonValue &entry : *list) {
        const QJsonObject values = entry.toObject();
        const QString id = bareGuid(values.value(primaryId).toString());
        if (id.isEmpty())
            return unreadableReply(reply);
        rows << Row{.id = id, .etag = values.value(u"@odata.etag").toString(), .values = values};
    }
    return rows;
}

} // namespace

core::Job<QList<Row>> *searchRows(net::Service &service, net::Authorizer &authorizer, const QUrl &apiUrl,
                                  const mapping::Table &table, const QStringList &searched, const QStringList &read,
                                  const QString &text, int limit, QObject *parent)
{
    const QString wanted = text.trimmed();
    QByteArrayList terms;
    for (const QString &name : searched) {
        if (isSearchable(table.column(name)))
            terms << "contains(" + name.toLatin1() + ',' + urlLiteral(wanted) + ')';
    }
    if (wanted.isEmpty() || terms.isEmpty())
        return new core::ReadyJob<QList<Row>>(
            Error{.kind = Error::Kind::Invalid,
                  .message = wanted.isEmpty()
                                 ? Words::tr("There is nothing to search for.")
                                 : Words::tr("The table “%1” has no text column to search.").arg(table.displayName),
                  .fix = Words::tr("Type a part of a name, an e-mail address or an id.")},
            parent);

    QStringList select{table.primaryId};
    for (const QString &name : read) {
        const mapping::Column *column = table.column(name);
        if (isReadable(column) && !select.contains(column->readName()))
            select << column->readName();
    }
    QByteArray address = table.entitySet.toLatin1() + "?$select=" + select.join(u',').toLatin1() +
                         "&$filter=" + terms.join("%20or%20") + "&$top=" + QByteArray::number(qMax(1, limit));
    if (isReadable(table.column(modifiedOn)))
        address += "&$orderby=modifiedon%20desc";
    return new net::CallJob<QList<Row>>(
        service, &authorizer, Api(apiUrl).get(address, u"Search rows"_s),
        [primaryId = table.primaryId](const net::Reply &reply) { return readFound(primaryId, reply); }, parent);
}

} // namespace dataverse
