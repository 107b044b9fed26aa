#include "sandbox/dataverse/rows.h"

#include "sandbox/dataverse/association.h"
#include "sandbox/dataverse/environment.h"
#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/refusal.h"
#include "sandbox/dataverse/rowfilter.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestPage = 5000;

/// Opaque and full of characters that do not survive being encoded a second time, as the service's own are.
QByteArray skipToken(int page, const QUuid &last)
{
    return "%3Ccookie%20pagenumber=%22" + QByteArray::number(page) + "%22%20last=%22" +
           last.toByteArray(QUuid::WithoutBraces) + "%22%20/%3E";
}

struct Position {
    int page = 1;
    QUuid last = {};
};

Position parseSkipToken(const QString &token)
{
    if (token.isEmpty())
        return {};
    static const QRegularExpression pattern(u"^<cookie pagenumber=\"(\\d+)\" last=\"([0-9a-f-]{36})\" />$"_s);
    const QRegularExpressionMatch match = pattern.match(token);
    if (!match.hasMatch())
        refuse(code::query, u"Malformed XML in the Paging Cookie"_s);
    return {match.captured(1).toInt(), QUuid::fromString(match.captured(2))};
}

} // namespace

bool isVisible(const Call &call, const Store &store, const Table &table, const Row &row)
{
    if (table.name == u"sdkmessagefilter") {
        const QString subject = row.text(u"primaryobjecttypecode"_s);
        const Row *message = store.row(u"sdkmessage"_s, QUuid::fromString(row.text(u"sdkmessageid"_s)));
        const bool isBulk = message && message->text(u"name"_s).endsWith(u"Multiple");
        return call.schema.table(subject) && !(call.isBulkMissing && isBulk && subject == u"contact");
    }
    if (table.name == u"privilege" && !call.schema.knowsPrivilege(row.text(u"name"_s)))
        return false;
    return call.privileges.reaches(store, table, u"Read", row);
}

httpd::Response Rows::answer()
{
    const QList<Segment> &segments = m_call.segments;
    if (!segments.front().inner) {
        if (segments.size() == 2 && segments.at(1).name == u"$count")
            return count();
        if (segments.size() > 1)
            refuseResource(segments.at(1).name);
        if (m_call.isMethod("GET"))
            return list();
        if (m_call.isMethod("POST"))
            return post();
        refuseMethod(m_call);
    }

    const RowAddress address = parseRowAddress(m_table, *segments.front().inner);
    if (segments.size() > 1) {
        if (const auto collection = m_call.schema.collection(m_table, segments.at(1).name))
            return relatedMany(address, *collection);
    }
    if (segments.size() == 3 && segments.at(2).name == u"$ref")
        return reference(address, segments.at(1).name);
    if (segments.size() == 2)
        return m_table.navigation(segments.at(1).name).first ? related(address, segments.at(1).name)
                                                             : property(address, segments.at(1).name);
    if (segments.size() > 2)
        refuseResource(segments.at(2).name);
    if (m_call.isMethod("GET"))
        return retrieve(address);
    if (m_call.isMethod("PATCH"))
        return patch(address);
    if (m_call.isMethod("DELETE"))
        return erase(address);
    refuseMethod(m_call);
}

RowJson Rows::json() const
{
    RowJson json(m_call.schema, m_store, m_table, m_call.preferences, m_call.root, m_call.acceptsLongText());
    json.showOnly([this](const Table &table, const Row &row) { return isVisible(m_call, m_store, table, row); });
    json.select(m_call.query.select);
    for (const QString &target : json.expand(m_call.query.expand))
        m_call.privileges.require(m_call.schema.at(target), u"Read");
    return json;
}

QString Rows::idAddress(const QUuid &id) const
{
    return m_call.root + m_table.entitySet + u'(' + guidText(id) + u')';
}

const Row &Rows::found(const RowAddress &address) const
{
    const Row *row = findRow(m_store, m_table, address);
    if (!row)
        refuseMissing(m_table, address);
    return *row;
}

const Row &Rows::readable(const RowAddress &address) const
{
    m_call.privileges.require(m_table, u"Read");
    const Row &row = found(address);
    m_call.privileges.require(m_store, m_table, u"Read", row);
    return row;
}

void Rows::checkVersion(const Row &row) const
{
    const QString expected = QString::fromUtf8(m_call.request.header("If-Match").trimmed());
    if (!expected.isEmpty() && expected != u"*" && expected != row.etag())
        refuse(code::versionMismatch,
               u"The version of the existing record doesn't match the RowVersion property provided."_s);
}

void Rows::checkUnique(const Row &row) const
{
    for (const Key &key : m_table.keys) {
        if (!key.isActive())
            continue;
        for (const QUuid &other : m_store.rowsByKey(m_table, key, row.values)) {
            if (other != row.id)
                refuse(code::duplicateKey,
                       u"A record that has the attribute values %1 already exists. The entity key %2 requires that "
                       u"this set of "
                       "attributes contains unique values. Select unique values and try again."_s.arg(
                           key.columns.join(u", "_s), key.label));
        }
    }
}

QJsonObject storedValues(const Table &table, const Row &row)
{
    QJsonObject object;
    for (const Column &column : table.columns) {
        if (const QJsonValue value = row.value(column.name); !value.isNull())
            object.insert(column.property(), value);
    }
    return object;
}

void Rows::askPlugIn(const Row &row) const
{
    if (!m_call.plugIn)
        return;
    if (const auto refusal = m_call.plugIn(m_table.name, guidText(row.id), storedValues(m_table, row)))
        refuse({refusal->status, refusal->code}, refusal->message);
}

void Rows::keep(Row row)
{
    checkUnique(row);
    askPlugIn(row);
    row.set(u"modifiedon"_s, m_call.now);
    if (m_table.column(u"modifiedby")) {
        row.set(u"modifiedby"_s, guidText(m_call.privileges.user()));
        row.targets.insert(u"modifiedby"_s, u"systemuser"_s);
    }
    if (m_table.column(u"owningbusinessunit")) {
        const Row *owner = m_store.row(row.targets.value(u"ownerid"_s), QUuid::fromString(row.text(u"ownerid"_s)));
        row.set(u"owningbusinessunit"_s, owner ? owner->value(u"businessunitid"_s) : QJsonValue());
        row.targets.insert(u"owningbusinessunit"_s, u"businessunit"_s);
    }
    // The store knows the table as it is built: what a fault hides is hidden from callers only.
    m_store.put(Schema::standard().at(m_table.name), row);
}

QUuid Rows::create(QJsonObject body, const RowAddress &address)
{
    m_call.privileges.require(m_table, u"Create");
    Row row;
    const QString idColumn = m_table.primaryId();
    if (body.contains(idColumn) && !body.value(idColumn).isNull()) {
        const std::optional<QUuid> chosen = parseGuid(body.value(idColumn).toString());
        if (!chosen)
            refuse(code::payload, u"Cannot convert the value of '%1' to the expected type 'Edm.Guid'."_s.arg(idColumn));
        if (address.id && address.id != chosen)
            refuse(code::invalidArgument,
                   u"The primary key '%1' of the body is not the one of the address."_s.arg(idColumn));
        row.id = *chosen;
    } else {
        row.id = address.id.value_or(QUuid());
    }
    if (row.id.isNull())
        row.id = m_store.nextId(m_table.name);
    if (m_store.row(m_table.name, row.id))
        refuse(code::duplicateRecord, u"A record with matching key values already exists."_s);

    for (const Column &column : m_table.columns)
        row.set(column.name, column.initial);
    for (auto [column, value] : address.keyValues.asKeyValueRange()) { // the body, read below, wins over the address
        row.set(column, value);
        if (m_table.column(column)->isLookup())
            row.targets.insert(column, m_table.column(column)->targets().front());
    }
    if (m_table.column(u"ownerid")) {
        for (const QString &column : {u"ownerid"_s, u"createdby"_s}) {
            row.set(column, guidText(m_call.privileges.user()));
            row.targets.insert(column, u"systemuser"_s);
        }
    }
    row.set(u"createdon"_s, m_call.now);
    RowInput(m_call, m_store, m_table).apply(body, row, RowInput::Purpose::Create);
    if (const QString moved = row.text(u"overriddencreatedon"_s); !moved.isEmpty())
        row.set(u"createdon"_s, moved); // how migrated rows keep their age
    const QUuid id = row.id;
    keep(std::move(row));
    return id;
}

void Rows::update(const Row &row, const QJsonObject &body)
{
    m_call.privileges.require(m_store, m_table, u"Write", row);
    Row changed = row;
    RowInput(m_call, m_store, m_table).apply(body, changed, RowInput::Purpose::Update);
    keep(std::move(changed));
}

httpd::Response Rows::written(int status, const QUuid &id, const QString &address) const
{
    httpd::Headers headers{{"OData-EntityId", address.toUtf8()}};
    if (!m_call.preferences.representation)
        return {.status = 204, .headers = headers};
    const Row &row = *m_store.row(m_table.name, id);
    headers.emplaceBack("Preference-Applied", "return=representation");
    headers.emplaceBack("ETag", row.etag().toUtf8());
    return jsonAnswer(status, json().entity(row), headers);
}

void Rows::checkRepresentation() const
{
    json();
    if (m_call.preferences.representation)
        m_call.privileges.require(m_table, u"Read");
}

httpd::Response Rows::post()
{
    checkRepresentation();
    const QUuid id = create(m_call.body());
    return written(201, id, idAddress(id));
}

httpd::Response Rows::patch(const RowAddress &address)
{
    checkRepresentation();
    QJsonObject body = m_call.body();
    const bool isUpdateOnly = !m_call.request.header("If-Match").trimmed().isEmpty();
    const bool isCreateOnly = m_call.request.header("If-None-Match").trimmed() == "*";
    if (isUpdateOnly && isCreateOnly)
        refuse(code::query, u"If-Match and If-None-Match cannot be used in one request."_s);

    // After a write by key the answer names the key, not the id.
    const QString byKey = m_call.root + QString::fromUtf8(m_call.segments.front().encoded);
    const Row *row = findRow(m_store, m_table, address);
    if (!row) {
        if (isUpdateOnly) {
            m_call.privileges.require(m_table, u"Write");
            refuseMissing(m_table, address);
        }
        const QUuid id = create(body, address);
        return written(201, id, address.id ? idAddress(id) : byKey);
    }
    if (isCreateOnly)
        refuse(code::duplicateRecord, u"A record with matching key values already exists."_s);
    checkVersion(*row);
    if (!address.id) { // the columns of the key, and the id, are ignored for a row that exists
        body.remove(m_table.primaryId());
        for (const QString &column : address.key->columns)
            body.remove(column);
    }
    const QUuid id = row->id;
    update(*row, body);
    return written(200, id, address.id ? idAddress(id) : byKey);
}

httpd::Response Rows::retrieve(const RowAddress &address)
{
    m_call.privileges.require(m_table, u"Read");
    const RowJson shape = json();
    const Row &row = readable(address);
    const httpd::Headers headers{{"ETag", row.etag().toUtf8()}};
    if (m_call.request.header("If-None-Match").trimmed() == row.etag().toUtf8())
        return {.status = 304, .headers = headers};
    return jsonAnswer(200, shape.entity(row), headers);
}

httpd::Response Rows::erase(const RowAddress &address)
{
    m_call.privileges.require(m_table, u"Delete");
    const Row &row = found(address);
    m_call.privileges.require(m_store, m_table, u"Delete", row);
    checkVersion(row);
    m_store.remove(Schema::standard().at(m_table.name), QUuid(row.id));
    return {.status = 204};
}

httpd::Response Rows::property(const RowAddress &address, const QString &name)
{
    const Column *column = m_table.columnOfProperty(name);
    if (!column || !column->isSelectable())
        refuseResource(name);
    if (m_call.isMethod("GET")) {
        const Row &row = readable(address);
        const QJsonValue value = column->isSecured ? QJsonValue() : row.value(column->name);
        if (value.isNull())
            return {.status = 204};
        const QString context = u"%1$metadata#%2(%3)/%4"_s.arg(m_call.root, m_table.entitySet, guidText(row.id), name);
        return jsonAnswer(200, {{u"@odata.context"_s, context}, {u"value"_s, value}});
    }
    if (column->isLookup())
        refuse(code::query, u"A lookup is changed through its navigation property: PUT or DELETE '%1/$ref'."_s.arg(
                                column->navigations.front().property));

    QJsonValue value;
    if (m_call.isMethod("PUT")) {
        const QJsonObject body = m_call.body();
        if (!body.contains(u"value"_s))
            refuse(code::payload, u"The body must be an object with the property 'value'."_s);
        value = body.value(u"value"_s);
    } else if (!m_call.isMethod("DELETE")) {
        refuseMethod(m_call);
    }
    const Row &row = found(address);
    checkVersion(row);
    update(row, {{name, value}});
    return {.status = 204};
}

httpd::Response Rows::reference(const RowAddress &address, const QString &navigation)
{
    const Column *column = m_table.navigation(navigation).first;
    if (!column)
        refuseResource(navigation);
    const Row &row = found(address);
    if (m_call.isMethod("GET")) {
        m_call.privileges.require(m_store, m_table, u"Read", row);
        if (row.value(column->name).isNull())
            return {.status = 204};
        const QString target = m_call.schema.at(row.targets.value(column->name)).entitySet;
        return jsonAnswer(200, {{u"@odata.context"_s, QString(m_call.root + u"$metadata#$ref"_s)},
                                {u"@odata.id"_s, u"%1%2(%3)"_s.arg(m_call.root, target, row.text(column->name))}});
    }
    QJsonValue target;
    if (m_call.isMethod("PUT")) {
        target = m_call.body().value(u"@odata.id"_s);
        if (!target.isString())
            refuse(code::payload, u"The body must be an object with the property '@odata.id'."_s);
    } else if (!m_call.isMethod("DELETE")) {
        refuseMethod(m_call);
    }
    checkVersion(row);
    update(row, {{navigation + u"@odata.bind"_s, target}});
    return {.status = 204};
}

httpd::Response Rows::related(const RowAddress &address, const QString &navigation)
{
    if (!m_call.isMethod("GET"))
        refuseMethod(m_call);
    const Column *column = m_table.navigation(navigation).first;
    const Row &row = readable(address);
    const Row *other = m_store.row(row.targets.value(column->name), QUuid::fromString(row.text(column->name)));
    if (!other)
        return {.status = 204};
    const Table &target = m_call.schema.at(row.targets.value(column->name));
    m_call.privileges.require(m_store, target, u"Read", *other);
    RowJson shape(m_call.schema, m_store, target, m_call.preferences, m_call.root, m_call.acceptsLongText());
    shape.select(m_call.query.select);
    return jsonAnswer(200, shape.entity(*other));
}

QList<const Row *> Rows::matching() const
{
    const Query &query = m_call.query;
    Predicate test;
    if (!query.filter.isEmpty())
        test = parseRowFilter(query.filter, m_call.schema, m_table, query.aliases);
    QList<const Row *> rows;
    const auto take = [&](const Row &row) {
        if (isVisible(m_call, m_store, m_table, row) && (!test || test(readerOf(m_store, row))))
            rows << &row;
    };
    if (m_collection) {
        for (const Row *row : m_store.rows(*m_collection, m_from))
            take(*row);
    } else {
        for (const Row &row : m_store.rows(m_table.name))
            take(row);
    }

    QList<std::pair<QString, bool>> order; // column, descending
    for (const QString &item : query.orderBy) {
        const QStringList words = item.split(u' ', Qt::SkipEmptyParts);
        const QString direction = words.value(1, u"asc"_s);
        if (words.isEmpty() || words.size() > 2 || (direction != u"asc" && direction != u"desc"))
            refuse(code::query, u"Syntax error in '$orderby': '%1'."_s.arg(item));
        order.emplaceBack(columnOrRefuse(m_table, words.front()).name, direction == u"desc");
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const Row *a, const Row *b) {
        for (const auto &[column, isDescending] : order) {
            if (const int difference = compareValues(a->value(column), b->value(column)); difference != 0)
                return isDescending ? difference > 0 : difference < 0;
        }
        return false;
    });
    return rows;
}

httpd::Response Rows::relatedMany(const RowAddress &address, const Collection &collection)
{
    const QList<Segment> &segments = m_call.segments;
    const QString last = segments.back().name;
    if (segments.size() == 3 && last == u"$ref")
        return association(m_call, m_store, m_table, found(address), collection);
    if (segments.at(1).inner || segments.size() > 3 || (segments.size() == 3 && last != u"$count"))
        refuseResource(last);
    if (!m_call.isMethod("GET"))
        refuseMethod(m_call);
    Rows rows(m_call, m_store, collection, readable(address).id);
    return segments.size() == 3 ? rows.count() : rows.list();
}

httpd::Response Rows::list()
{
    m_call.privileges.require(m_table, u"Read");
    const Query &query = m_call.query;
    const RowJson shape = json();
    const QList<const Row *> rows = matching();

    const Position position = parseSkipToken(query.skipToken);
    qsizetype first = 0;
    if (position.page > 1) {
        const auto last =
            std::find_if(rows.cbegin(), rows.cend(), [&](const Row *row) { return row->id == position.last; });
        first = last == rows.cend() ? rows.size() : last - rows.cbegin() + 1;
    }
    int pageSize = largestPage;
    httpd::Headers headers;
    if (query.top) { // which excludes pages
        pageSize = qMin(*query.top, largestPage);
    } else if (m_call.preferences.maxPageSize) {
        if (*m_call.preferences.maxPageSize < 1)
            refuse(code::query, u"The value of the preference odata.maxpagesize must be a positive integer."_s);
        pageSize = qMin(*m_call.preferences.maxPageSize, largestPage);
        headers.emplaceBack("Preference-Applied",
                            "odata.maxpagesize=" + QByteArray::number(*m_call.preferences.maxPageSize));
    }

    const qsizetype end = qMin(rows.size(), first + pageSize);
    QJsonArray values;
    for (qsizetype i = first; i < end; ++i)
        values << shape.object(*rows.at(i));

    QJsonObject answer{{u"@odata.context"_s, shape.context()}, {u"value"_s, values}};
    if (query.count) {
        answer.insert(u"@odata.count"_s, qMin<qsizetype>(rows.size(), largestPage));
        if (m_call.preferences.wantsAnnotation(u"Microsoft.Dynamics.CRM.totalrecordcount")) {
            answer.insert(u"@Microsoft.Dynamics.CRM.totalrecordcount"_s, qMin<qsizetype>(rows.size(), largestPage));
            answer.insert(u"@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded"_s, rows.size() > largestPage);
        }
    }
    QString path;
    for (const Segment &segment : m_call.segments)
        path += (path.isEmpty() ? u""_s : u"/"_s) + QString::fromUtf8(segment.encoded);
    if (!query.top && end < rows.size())
        answer.insert(u"@odata.nextLink"_s,
                      QString(m_call.root + path + u'?' +
                              QString::fromUtf8(query.withoutToken + (query.withoutToken.isEmpty() ? "" : "&") +
                                                "$skiptoken=" + skipToken(position.page + 1, rows.at(end - 1)->id))));
    return jsonAnswer(200, answer, headers);
}

httpd::Response Rows::count()
{
    if (!m_call.isMethod("GET"))
        refuseMethod(m_call);
    m_call.privileges.require(m_table, u"Read");
    return {.status = 200,
            .headers = {{"Content-Type", "text/plain"}},
            .body = QByteArray::number(qMin<qsizetype>(matching().size(), largestPage))};
}

} // namespace sandbox::webapi
