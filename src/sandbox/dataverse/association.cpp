#include "sandbox/dataverse/association.h"

#include "sandbox/dataverse/environment.h"
#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/refusal.h"
#include "sandbox/dataverse/rowinput.h"
#include "sandbox/dataverse/security.h"

#include <QJsonArray>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

httpd::Response references(const Call &call, const Store &store, const Row &row, const Collection &collection)
{
    QJsonArray values;
    for (const Row *other : store.rows(collection, row.id))
        values << QJsonObject{
            {u"@odata.id"_s, u"%1%2(%3)"_s.arg(call.root, collection.target->entitySet, guidText(other->id))}};
    return jsonAnswer(
        200, {{u"@odata.context"_s, QString(call.root + u"$metadata#Collection($ref)"_s)}, {u"value"_s, values}});
}

/// The row of the collection that is meant: in the address's parentheses, in ?$id= or in the body.
const Row &meantRow(const Call &call, const Store &store, const Collection &collection)
{
    const Segment &segment = call.segments.at(1);
    const auto found = [&](const Table &table, const RowAddress &address) -> const Row & {
        const Row *row = findRow(store, table, address);
        if (!row)
            refuseMissing(table, address);
        return *row;
    };
    if (segment.inner)
        return found(*collection.target, parseRowAddress(*collection.target, *segment.inner));
    const QString address =
        call.isMethod("POST") ? call.body().value(u"@odata.id"_s).toString() : call.query.id.value_or(QString());
    const auto [table, rowAddress] = parseReference(call, address);
    if (!table || table->name != collection.target->name)
        refuse(code::payload,
               u"'@odata.id', or the query option $id, must name a row of '%1'."_s.arg(collection.target->entitySet));
    return found(*table, rowAddress);
}

bool isRoleLink(const Link &link)
{
    return link.name == u"systemuserroles_association" || link.name == u"teamroles_association";
}

void requireRights(const Call &call, const Table &table, const Collection &collection)
{
    if (isRoleLink(*collection.link)) {
        call.privileges.require(u"prvAssignRole"_s, call.schema.at(u"role"));
        return;
    }
    call.privileges.require(table, u"Append");
    call.privileges.require(*collection.target, u"AppendTo");
}

/// A disabled user administers nothing.
void keepLastAdministrator(const Store &store, const Schema &schema, const QUuid &user, const Row &role)
{
    if (role.text(u"roletemplateid"_s) != guidText(administratorTemplate()))
        return;
    const Collection users = *schema.collection(schema.at(u"role"), u"systemuserroles_association");
    for (const Row *other : store.rows(users, role.id)) {
        if (other->id != user && !other->value(u"isdisabled"_s).toBool())
            return;
    }
    refuse(code::lastAdministrator,
           u"The last user with the System Administrator role cannot be removed from that role."_s);
}

} // namespace

httpd::Response association(const Call &call, Store &store, const Table &table, const Row &row,
                            const Collection &collection)
{
    if (call.isMethod("GET") && !call.segments.at(1).inner) {
        call.privileges.require(store, table, u"Read", row);
        call.privileges.require(*collection.target, u"Read");
        return references(call, store, row, collection);
    }
    const bool isAdding = call.isMethod("POST") && !call.segments.at(1).inner;
    // The other side of a lookup is changed at the lookup; what a role holds is changed by other messages.
    if ((!isAdding && !call.isMethod("DELETE")) || !collection.link ||
        collection.link->name == u"roleprivileges_association")
        refuseMethod(call);
    requireRights(call, table, collection);
    const Row &other = meantRow(call, store, collection);
    const QUuid first = collection.isFromSecond ? other.id : row.id;
    const QUuid second = collection.isFromSecond ? row.id : other.id;
    if (isAdding) {
        if (!store.link(*collection.link, first, second))
            refuse(code::duplicateRecord, u"Cannot insert duplicate key."_s);
        return {.status = 204};
    }
    if (!store.linked(*collection.link, first).contains(second))
        refuse(code::objectDoesNotExist, u"The rows %1 and %2 are not associated through '%3'."_s.arg(
                                             guidText(first), guidText(second), collection.link->name));
    if (collection.link->name == u"systemuserroles_association")
        keepLastAdministrator(store, call.schema, first, collection.isFromSecond ? row : other);
    store.unlink(*collection.link, first, second);
    return {.status = 204};
}

} // namespace sandbox::webapi
