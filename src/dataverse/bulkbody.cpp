#include "dataverse/bulkbody.h"

#include "core/lowercase.h"
#include "dataverse/resolvekey.h"

#include <algorithm>

namespace dataverse {

using namespace Qt::StringLiterals;
using Condition = Write::Condition;

namespace {

constexpr auto messageSpace = "Microsoft.Dynamics.CRM."_L1;

const char *nameOf(BulkWay way)
{
    switch (way) {
    case BulkWay::CreateMultiple:
        return "CreateMultiple";
    case BulkWay::UpdateMultiple:
        return "UpdateMultiple";
    case BulkWay::UpsertMultiple:
        return "UpsertMultiple";
    case BulkWay::Batch:
        break;
    }
    return "";
}

bool names(const Write &write, QLatin1StringView column)
{
    return std::any_of(write.cells.cbegin(), write.cells.cend(),
                       [column](const mapping::Cell &cell) { return QLatin1StringView(cell.member) == column; });
}

/// A single write ignores columns of the key in its body; UpsertMultiple trips over them.
bool repeatsItsKey(const Write &write)
{
    return std::any_of(write.key.cbegin(), write.key.cend(), [&write](const KeyPart &part) {
        return std::any_of(write.cells.cbegin(), write.cells.cend(),
                           [&part](const mapping::Cell &cell) { return cell.column == part.column; });
    });
}

/// A name without anything that JSON escapes: nearly all are.
bool isPlain(const QByteArray &name)
{
    return std::all_of(name.cbegin(), name.cend(),
                       [](char c) { return c >= 0x20 && c != 0x7f && c != '"' && c != '\\'; });
}

void appendCells(const QList<mapping::Cell> &cells, QByteArray &body)
{
    for (const mapping::Cell &cell : cells) {
        body += ',';
        if (isPlain(cell.member))
            body.append('"').append(cell.member).append('"');
        else
            body += mapping::jsonString(QString::fromUtf8(cell.member));
        body.append(':').append(cell.json);
    }
}

} // namespace

BulkTable BulkTable::of(const mapping::Table &table)
{
    return {.logicalName = table.logicalName, .entitySet = table.entitySet, .primaryId = table.primaryId};
}

BulkWay wayOf(const Write &write, const BulkTable &table, const BulkMessages &messages)
{
    const QByteArray primaryId = table.primaryId.toLatin1();
    if (write.entitySet != table.entitySet || write.cells.isEmpty() || names(write, QLatin1StringView(primaryId)))
        return BulkWay::Batch;
    const bool isById = !write.rowId.isEmpty();
    switch (write.condition) {
    case Condition::UpdateOnly:
        return isById && messages.update ? BulkWay::UpdateMultiple : BulkWay::Batch;
    case Condition::CreateOnly:
        return isById && messages.create ? BulkWay::CreateMultiple : BulkWay::Batch;
    case Condition::Upsert: {
        if (!messages.upsert || !write.primaryId.isEmpty())
            return BulkWay::Batch;
        if (isById)
            return BulkWay::UpsertMultiple;
        // Whether "@odata.id" is percent-decoded is not documented: only what is the same either way.
        const bool isSame = !keyAddress(write.key).contains('%');
        return isSame && !repeatsItsKey(write) ? BulkWay::UpsertMultiple : BulkWay::Batch;
    }
    case Condition::IfUnchanged:
        break;
    }
    return BulkWay::Batch;
}

QByteArray bulkPath(BulkWay way, const BulkTable &table)
{
    return table.entitySet.toLatin1() + '/' + QByteArray(messageSpace.data(), messageSpace.size()) + nameOf(way);
}

QByteArray bulkBody(BulkWay way, const BulkTable &table, const QList<Write> &writes, const std::vector<int> &rows)
{
    Q_ASSERT(way != BulkWay::Batch);
    const QByteArray type = "{\"@odata.type\":\"" + QByteArray(messageSpace.data(), messageSpace.size()) +
                            table.logicalName.toLatin1() + "\",";
    const QByteArray byId = '"' + table.primaryId.toLatin1() + "\":\"";

    qsizetype size = 20;
    for (const int row : rows) {
        size += type.size() + byId.size() + 45;
        for (const mapping::Cell &cell : writes.at(row).cells)
            size += cell.member.size() + cell.json.size() + 4;
    }
    QByteArray body;
    body.reserve(size);
    body += "{\"Targets\":[";
    bool isFirst = true;
    for (const int row : rows) {
        const Write &write = writes.at(row);
        if (!isFirst)
            body += ',';
        isFirst = false;
        body += type;
        if (!write.rowId.isEmpty())
            body.append(byId).append(write.rowId.toLatin1()).append('"');
        else
            body.append("\"@odata.id\":\"").append(write.address().toLatin1()).append('"');
        appendCells(write.cells, body);
        body += '}';
    }
    return body += "]}";
}

QString rowIdentity(const Write &write)
{
    if (!write.rowId.isEmpty())
        return write.entitySet + u'(' + core::lowerCase(write.rowId);
    QStringList parts;
    for (const KeyPart &part : write.key)
        parts << part.column + u'=' + likeness(part.value);
    parts.sort();
    return write.entitySet + u'(' + parts.join(u'\x1f');
}

} // namespace dataverse
