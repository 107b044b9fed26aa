#include "dataverse/finder.h"

#include "dataverse/errors.h"
#include "dataverse/literals.h"

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::Finder)
};

Error noSuchColumn(const mapping::Table &table, const QString &column)
{
    return {.kind = Error::Kind::Invalid,
            .message = Words::tr("The table “%1” has no column “%2”.").arg(table.displayName, column),
            .fix = Words::tr("Load the columns again, then correct the mapping or the match column."),
            .field = column};
}

Result<Lookup> byRowId(const mapping::Table &table, const QString &value, const QByteArray &select)
{
    const QString id = bareGuid(value);
    if (id.isEmpty())
        return Error{.kind = Error::Kind::Invalid,
                     .message = Words::tr("The id that was looked for is not a row id (a GUID)."),
                     .fix = Words::tr("Match by the column that holds the ids that Didomi has."),
                     .field = table.primaryId};
    return Lookup{.pathAndQuery = table.entitySet.toLatin1() + '(' + id.toLatin1() + ")?" + select, .isSingle = true};
}

} // namespace

Result<QByteArray> selectOf(const mapping::Table &table, const QStringList &columns)
{
    QStringList names{table.primaryId};
    for (const QString &name : columns) {
        const mapping::Column *column = table.column(name);
        if (!column)
            return noSuchColumn(table, name);
        const bool isNew = !names.contains(column->readName());
        if (isNew && column->isValidForRead)
            names << column->readName();
    }
    return "$select=" + names.join(u',').toLatin1();
}

Result<Lookup> lookupOf(const mapping::Table &table, const Criterion &criterion, const QStringList &columns, int limit)
{
    const Result<QByteArray> select = selectOf(table, columns);
    if (!select)
        return select.error();
    if (criterion.kind == Criterion::Kind::RowId)
        return byRowId(table, criterion.parts.value(0).value, *select);

    if (criterion.parts.isEmpty()) // would find every row
        return Error{.kind = Error::Kind::Invalid, .message = Words::tr("There is no id to look for.")};
    const Result<QList<KeyPart>> parts = keyParts(table, criterion.parts);
    if (!parts)
        return parts.error();

    const QByteArray set = table.entitySet.toLatin1();
    if (criterion.kind == Criterion::Kind::AlternateKey && !isRefusedByKeyUrls(*parts))
        return Lookup{.pathAndQuery = set + '(' + keyAddress(*parts) + ")?" + *select, .isSingle = true};
    QByteArrayList terms;
    for (const KeyPart &part : *parts) {
        const mapping::Column &column = *table.column(part.column); // keyParts() saw it
        const Result<QByteArray> literal = columnLiteral(column, part.value);
        if (!literal)
            return literal.error();
        terms << column.readName().toLatin1() + "%20eq%20" + *literal;
    }
    return Lookup{.pathAndQuery = set + '?' + *select + "&$filter=" + terms.join("%20and%20") +
                                  "&$top=" + QByteArray::number(qMax(1, limit))};
}

Result<QList<Row>> readRows(const mapping::Table &table, const Lookup &lookup, int limit, const net::Reply &reply)
{
    if (lookup.isSingle && saysRowIsMissing(reply))
        return QList<Row>();

    QJsonArray found;
    if (lookup.isSingle) {
        Result<QJsonObject> row = readObject(reply);
        if (!row)
            return row.error();
        found.append(*row);
    } else {
        Result<QJsonArray> list = readList(reply);
        if (!list)
            return list.error();
        found = *list;
    }

    QList<Row> rows;
    for (const QJsonValue &entry : std::as_const(found)) {
        const QJsonObject values = entry.toObject();
        const QString id = bareGuid(values.value(table.primaryId).toString());
        if (id.isEmpty())
            return unreadableReply(reply);
        if (rows.size() < qMax(1, limit))
            rows.append({.id = id, .etag = values.value(u"@odata.etag").toString(), .values = values});
    }
    return rows;
}

} // namespace dataverse
