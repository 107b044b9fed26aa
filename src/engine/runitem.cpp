#include "engine/runitem.h"

#include "engine/rowcheck.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::Write;
using store::Planned;
using store::RunItem;
using store::RunWrite;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::RunRows)
};

Planned plannedOf(const PlanItem &item)
{
    switch (item.outcome) {
    case store::Outcome::Created:
        return Planned::Create;
    case store::Outcome::Updated:
        return Planned::Update;
    case store::Outcome::Unchanged:
        return Planned::Unchanged;
    case store::Outcome::Skipped:
        return Planned::Skipped;
    case store::Outcome::Invalid:
    case store::Outcome::Rejected:
        return Planned::Invalid;
    case store::Outcome::Conflict:
        return Planned::Conflict;
    }
    return Planned::Invalid;
}

RunWrite::Condition conditionOf(Write::Condition condition)
{
    switch (condition) {
    case Write::Condition::UpdateOnly:
        return RunWrite::Condition::UpdateOnly;
    case Write::Condition::IfUnchanged:
        return RunWrite::Condition::IfUnchanged;
    case Write::Condition::CreateOnly:
        return RunWrite::Condition::CreateOnly;
    case Write::Condition::Upsert:
        return RunWrite::Condition::Upsert;
    }
    return RunWrite::Condition::IfUnchanged;
}

Write::Condition conditionOf(RunWrite::Condition condition)
{
    switch (condition) {
    case RunWrite::Condition::UpdateOnly:
        return Write::Condition::UpdateOnly;
    case RunWrite::Condition::IfUnchanged:
        return Write::Condition::IfUnchanged;
    case RunWrite::Condition::CreateOnly:
        return Write::Condition::CreateOnly;
    case RunWrite::Condition::Upsert:
        return Write::Condition::Upsert;
    }
    return Write::Condition::IfUnchanged;
}

RunWrite::Action actionOf(RowPlan::Action action)
{
    switch (action) {
    case RowPlan::Action::None:
        return RunWrite::Action::None;
    case RowPlan::Action::Update:
        return RunWrite::Action::Update;
    case RowPlan::Action::Create:
        return RunWrite::Action::Create;
    }
    return RunWrite::Action::None;
}

QByteArray jsonOf(const QJsonObject &values)
{
    return values.isEmpty() ? QByteArray() : QJsonDocument(values).toJson(QJsonDocument::Compact);
}

QByteArray writtenBody(const QList<mapping::Cell> &cells)
{
    return cells.isEmpty() ? QByteArray() : mapping::bodyOf(cells);
}

/// How a row was looked for: `{"by":"column","parts":{"new_id":"u-1"}}`.
QByteArray jsonOf(const dataverse::Criterion &criterion)
{
    using Kind = dataverse::Criterion::Kind;
    QJsonObject parts;
    for (const dataverse::KeyPart &part : criterion.parts)
        parts.insert(part.column, part.value);
    const QString by = criterion.kind == Kind::RowId          ? u"id"_s
                       : criterion.kind == Kind::AlternateKey ? u"key"_s
                                                              : u"column"_s;
    return QJsonDocument(QJsonObject{{u"by"_s, by}, {u"parts"_s, parts}}).toJson(QJsonDocument::Compact);
}

RunWrite writeOf(const RowPlan &row, const mapping::Table &table)
{
    RunWrite write{.table = table.logicalName,
                   .entitySet = table.entitySet,
                   .action = actionOf(row.action),
                   .rowId = row.id(),
                   .etag = row.row.etag,
                   .isIdDrawn = row.isIdDrawn,
                   .columns = row.columns,
                   .rowName = row.rowName,
                   .before = jsonOf(row.row.values),
                   .same = writtenBody(row.same)};
    if (!row.write) {
        write.outcome = row.outcome;
        write.reason = row.reason;
        return write;
    }
    write.condition = conditionOf(row.write->condition);
    write.etag = row.write->etag;
    write.after = writtenBody(row.write->cells);
    write.fixed = row.fixed;
    write.permits = row.permits;
    if (row.write->rowId.isEmpty())
        write.address = row.write->address();
    if (row.absent)
        write.absent = jsonOf(*row.absent);
    return write;
}

Error damaged(const QString &detail)
{
    return {.kind = Error::Kind::Storage,
            .message = Texts::tr("What the plan holds of a row cannot be read."),
            .fix = Texts::tr("Make a new plan."),
            .detail = detail};
}

/// Takes the members of `{"a":…,"b":…}` as they stand. It is our own text (mapping::bodyOf()), so names hold no
/// escapes; false when it is not.
template <typename Take>
bool eachMember(QByteArrayView body, Take take)
{
    qsizetype at = 1;
    if (body.size() < 2 || body.front() != '{' || body.back() != '}')
        return false;
    while (at < body.size() - 1) {
        if (body[at] != '"')
            return false;
        const qsizetype nameEnd = body.indexOf('"', at + 1);
        if (nameEnd < 0 || nameEnd + 1 >= body.size() || body[nameEnd + 1] != ':')
            return false;
        const QByteArrayView name = body.sliced(at + 1, nameEnd - at - 1);
        const qsizetype from = nameEnd + 2;
        bool isText = false;
        int depth = 0;
        qsizetype end = from;
        for (; end < body.size(); ++end) {
            const char c = body[end];
            if (isText) {
                if (c == '\\')
                    ++end;
                else if (c == '"')
                    isText = false;
            } else if (c == '"') {
                isText = true;
            } else if (c == '[' || c == '{') {
                ++depth;
            } else if (depth > 0 && (c == ']' || c == '}')) {
                --depth;
            } else if (depth == 0 && (c == ',' || c == '}')) {
                break;
            }
        }
        if (end >= body.size() || end == from || !take(name, body.sliced(from, end - from)))
            return false;
        at = end + 1;
    }
    return true;
}

} // namespace

RunItem runItemOf(const PlanItem &item, const mapping::Table &table)
{
    using store::Effect;
    RunItem kept{.person = item.person,
                 .sourceId = item.subject.sourceId,
                 .eventTime = item.subject.time,
                 .planned = plannedOf(item),
                 .reason = item.isWrite() ? QString() : item.reason,
                 .shared = item.shared};
    kept.effects.setFlag(Effect::NewlyPermits, item.permits());
    kept.effects.setFlag(Effect::NewlyForbids, item.forbids());
    kept.effects.setFlag(Effect::LacksRequired, !item.lacks.isEmpty());
    kept.effects.setFlag(Effect::HasWarning, !item.warnings.isEmpty());
    kept.writes.reserve(item.rows.size());
    for (const RowPlan &row : item.rows) {
        kept.effects.setFlag(Effect::CreatesRow,
                             kept.effects.testFlag(Effect::CreatesRow) || row.action == RowPlan::Action::Create);
        kept.writes << writeOf(row, table);
    }
    return kept;
}

Result<RunRows::Member> RunRows::member(QByteArrayView name)
{
    const QByteArray key = QByteArray::fromRawData(name.data(), name.size());
    if (const auto known = m_members.constFind(key); known != m_members.cend())
        return *known;
    const auto cell = cellsOf(m_table, "{\"" + name.toByteArray() + "\":null}");
    if (!cell)
        return cell.error();
    const Member found{.column = cell->constFirst().column, .name = cell->constFirst().member};
    m_members.insert(name.toByteArray(), found);
    return found;
}

Result<QList<mapping::Cell>> RunRows::cells(const QByteArray &body)
{
    QList<mapping::Cell> cells;
    std::optional<Error> problem;
    const bool isRead = eachMember(body, [&](QByteArrayView name, QByteArrayView json) {
        const auto known = member(name);
        if (!known) {
            problem = known.error();
            return false;
        }
        cells << mapping::Cell{.column = known->column, .member = known->name, .json = json.toByteArray()};
        return true;
    });
    if (problem)
        return *problem;
    if (!isRead || cells.isEmpty())
        return damaged(u"body"_s);
    return cells;
}

Result<dataverse::Criterion> RunRows::absent(const QByteArray &json) const
{
    using Kind = dataverse::Criterion::Kind;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonObject values = object[u"parts"_s].toObject();
    const QString by = object[u"by"_s].toString();
    dataverse::Criterion criterion{.kind = by == "id"_L1    ? Kind::RowId
                                           : by == "key"_L1 ? Kind::AlternateKey
                                                            : Kind::Column};
    for (auto part = values.begin(); part != values.end(); ++part)
        criterion.parts << dataverse::KeyPart{.column = part.key(), .value = part->toString()};
    if (criterion.parts.isEmpty())
        return damaged(u"absent"_s);
    return criterion;
}

Result<SentRow> RunRows::sentRow(const RunWrite &write)
{
    if (write.action == RunWrite::Action::None || write.table != m_table.logicalName)
        return damaged(write.table);
    auto body = cells(write.after);
    if (!body)
        return body.error();
    const bool isCreate = write.action == RunWrite::Action::Create;
    RowPlan plan{.action = isCreate ? RowPlan::Action::Create : RowPlan::Action::Update,
                 .outcome = isCreate ? store::Outcome::Created : store::Outcome::Updated,
                 .columns = write.columns,
                 .row = {.id = isCreate ? QString() : write.rowId, .etag = write.etag},
                 .rowName = write.rowName,
                 .isIdDrawn = write.isIdDrawn,
                 .permits = write.permits};
    Write request{.entitySet = write.entitySet,
                  .rowId = write.rowId,
                  .condition = conditionOf(write.condition),
                  .etag = write.etag,
                  .cells = std::move(*body)};
    if (write.rowId.isEmpty()) {
        const auto key = dataverse::partsOfAddress(write.address);
        if (!key)
            return damaged(u"address"_s);
        request.key = *key;
        request.primaryId = m_table.primaryId;
    }
    if (!write.absent.isEmpty()) {
        const auto criterion = absent(write.absent);
        if (!criterion)
            return criterion.error();
        plan.absent = *criterion;
    }
    plan.write = std::move(request);
    return SentRow(m_table, std::move(plan), write.before);
}

} // namespace engine
