#include "sandbox/dataverse/bulk.h"

#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/refusal.h"
#include "sandbox/dataverse/rows.h"

#include <QJsonArray>
#include <QSet>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

/// Which row a target means: by @odata.id ("contacts(new_didomiuserid='u-1')") or by its id among the columns.
RowAddress targetAddress(const Table &table, const QJsonObject &target)
{
    if (!target.contains(u"@odata.id"_s)) {
        const std::optional<QUuid> id = parseGuid(target.value(table.primaryId()).toString());
        if (!id)
            refuse(code::payload, u"Each target needs the property '%1' or '@odata.id'."_s.arg(table.primaryId()));
        return {.id = id};
    }
    const QList<Segment> segments = parseSegments(target.value(u"@odata.id"_s).toString().toUtf8());
    if (segments.isEmpty() || segments.back().name != table.entitySet || !segments.back().inner)
        refuse(code::payload, u"'@odata.id' must name a row of '%1'."_s.arg(table.entitySet));
    return parseRowAddress(table, *segments.back().inner);
}

void upsert(Rows &rows, const Store &store, const Table &table, const QJsonObject &target, QSet<QUuid> &seen)
{
    const RowAddress address = targetAddress(table, target);
    if (address.key) {
        // A single upsert ignores them; this message trips over them.
        for (const QString &column : address.key->columns) {
            if (target.contains(column))
                refuse(code::unexpected, u"An unexpected error occurred."_s);
        }
    }
    const Row *row = findRow(store, table, address);
    const QUuid id = row ? row->id : rows.create(target, address);
    if (row)
        rows.update(*row, target);
    if (seen.contains(id))
        refuse(code::invalidArgument, u"The same record is specified more than once in the targets."_s);
    seen << id;
}

} // namespace

bool isBulkMessage(QStringView name)
{
    return name == u"Microsoft.Dynamics.CRM.CreateMultiple" || name == u"Microsoft.Dynamics.CRM.UpdateMultiple" ||
           name == u"Microsoft.Dynamics.CRM.UpsertMultiple";
}

httpd::Response bulkMessage(const Call &call, Store &store, const Table &table)
{
    const QString message = call.segments.at(1).name.mid(u"Microsoft.Dynamics.CRM."_s.size());
    const bool isOffered =
        table.name == u"contact" ? !call.isBulkMissing : table.name.startsWith(u"msdynmkt_contactpointconsent");
    if (!isOffered)
        refuseResource(call.segments.at(1).name);
    if (!call.isMethod("POST"))
        refuseMethod(call);
    const QJsonValue targets = call.body().value(u"Targets"_s);
    if (!targets.isArray())
        refuse(code::payload, u"The body must be an object with the array 'Targets'."_s);

    const Store before = store;
    Rows rows(call, store, table);
    QJsonArray ids;
    QSet<QUuid> upserted;
    try {
        for (const QJsonValue &value : targets.toArray()) {
            const QJsonObject target = value.toObject();
            QString type = target.value(u"@odata.type"_s).toString();
            if (type.startsWith(u'#'))
                type.remove(0, 1);
            if (type != u"Microsoft.Dynamics.CRM."_s + table.name)
                refuse(code::payload,
                       u"Each target needs '@odata.type': 'Microsoft.Dynamics.CRM.%1'."_s.arg(table.name));
            if (message == u"CreateMultiple") {
                ids << guidText(rows.create(target));
            } else if (message == u"UpdateMultiple") {
                const RowAddress address = targetAddress(table, target);
                const Row *row = findRow(store, table, address);
                if (!row)
                    refuseMissing(table, address);
                rows.update(*row, target);
            } else {
                upsert(rows, store, table, target, upserted);
            }
        }
    } catch (const Refusal &) {
        store = before;
        throw;
    }
    if (message == u"CreateMultiple")
        return jsonAnswer(200, {{u"@odata.context"_s,
                                 QString(call.root + u"$metadata#Microsoft.Dynamics.CRM.CreateMultipleResponse"_s)},
                                {u"Ids"_s, ids}});
    return {.status = 204};
}

} // namespace sandbox::webapi
