#include "dataverse/anyof.h"

#include "dataverse/finder.h"
#include "dataverse/literals.h"
#include "net/calljob.h"

#include <QCoreApplication>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::AnyOf)
};

Result<QByteArray> pathFor(const mapping::Table &table, const QString &column, const QStringList &values,
                           const QStringList &columns, int limit)
{
    const Result<QByteArray> select = selectOf(table, columns);
    if (!select)
        return select.error();
    QByteArrayList terms;
    for (const QString &value : values) {
        const Result<QList<KeyPart>> part = keyParts(table, {{.column = column, .value = value}});
        if (!part)
            return part.error();
        const Result<QByteArray> literal = columnLiteral(*table.column(column), part->constFirst().value);
        if (!literal)
            return literal.error();
        terms << column.toLatin1() + "%20eq%20" + *literal;
    }
    return table.entitySet.toLatin1() + '?' + *select + "&$filter=" + terms.join("%20or%20") +
           "&$top=" + QByteArray::number(limit);
}

} // namespace

core::Job<QList<Row>> *findAnyOf(net::Service &service, net::Authorizer &authorizer, const QUrl &apiUrl,
                                 const mapping::Table &table, const QString &column, const QStringList &values,
                                 const QStringList &columns, int limit, QObject *parent)
{
    if (values.isEmpty())
        return new core::ReadyJob<QList<Row>>(QList<Row>(), parent);
    const Result<QByteArray> path = pathFor(table, column, values, columns, limit + 1);
    if (!path)
        return new core::ReadyJob<QList<Row>>(path.error(), parent);
    const auto take = [table, limit](const net::Reply &reply) -> Result<QList<Row>> {
        const Result<QList<Row>> rows = readRows(table, {}, limit + 1, reply);
        if (rows && rows->size() > limit)
            return Error{.kind = Error::Kind::Conflict,
                         .message =
                             Words::tr("More than %n row(s) of %1 match, which is more than one person can have.",
                                       nullptr, limit)
                                 .arg(table.displayName),
                         .fix = Words::tr("Look whether an address is shared by very many, and clean up its rows.")};
        return rows;
    };
    return new net::CallJob<QList<Row>>(service, &authorizer, Api(apiUrl).get(*path, table.displayName), take, parent);
}

} // namespace dataverse
