#include "engine/testrun.h"

#include "engine/rowcheck.h"
#include "store/runfile.h"
#include "store/runpages.h"
#include "support/finish.h"

#include <QJsonDocument>

namespace support {

using namespace Qt::StringLiterals;
using store::RunWrite;

RunWrite updateOf(const mapping::Table &table, const dataverse::Row &row, const QByteArray &after)
{
    RunWrite write{.table = table.logicalName,
                   .entitySet = table.entitySet,
                   .rowId = row.id,
                   .etag = row.etag,
                   .condition = RunWrite::Condition::IfUnchanged,
                   .after = after};
    QJsonObject before;
    for (const mapping::Cell &cell : engine::cellsOf(table, after).valueOr({})) {
        const QString name = table.column(cell.column)->readName();
        write.columns << cell.column;
        before.insert(name, row.values.value(name));
    }
    write.before = QJsonDocument(before).toJson(QJsonDocument::Compact);
    return write;
}

store::RunItem itemOf(const QString &person, const QDateTime &time, const QList<RunWrite> &writes,
                      store::Effects effects)
{
    return {.person = person,
            .sourceId = u"event-of-"_s + person,
            .eventTime = time,
            .planned = writes.constFirst().action == RunWrite::Action::Create ? store::Planned::Create
                                                                              : store::Planned::Update,
            .effects = effects,
            .writes = writes};
}

namespace {

dataverse::Write::Condition conditionOf(RunWrite::Condition condition)
{
    switch (condition) {
    case RunWrite::Condition::UpdateOnly:
        return dataverse::Write::Condition::UpdateOnly;
    case RunWrite::Condition::IfUnchanged:
        return dataverse::Write::Condition::IfUnchanged;
    case RunWrite::Condition::CreateOnly:
        return dataverse::Write::Condition::CreateOnly;
    case RunWrite::Condition::Upsert:
        return dataverse::Write::Condition::Upsert;
    }
    return {};
}

std::optional<store::WriteEnd> send(World &world, const RunWrite &write)
{
    const mapping::Table *table = world.surroundings().tableCalled(write.table);
    const auto cells = engine::cellsOf(*table, write.after);
    if (!cells) {
        qWarning("%s", qPrintable(cells.error().toLine()));
        return {};
    }
    const auto reply = finishOf(world.link().dataverse().write({.entitySet = write.entitySet,
                                                                .rowId = write.rowId,
                                                                .condition = conditionOf(write.condition),
                                                                .etag = write.etag,
                                                                .cells = *cells},
                                                               &world.link()));
    if (!reply) {
        qWarning("%s", qPrintable(reply.error().toLine()));
        return {};
    }
    using Effect = dataverse::WriteReply::Effect;
    const bool isDone = reply->effect == Effect::Created || reply->effect == Effect::Updated;
    return store::WriteEnd{.write = write.id,
                           .fate = isDone ? store::Fate::AsPlanned : store::Fate::Conflict,
                           .reason = isDone ? QString() : u"Somebody was faster."_s};
}

} // namespace

bool carryOut(World &world, store::RunFile &file)
{
    using namespace std::chrono_literals;
    if (*file.state() == store::RunState::Planning && !file.finishPlanning())
        return false;
    if (!file.setState(store::RunState::Running))
        return false;
    store::RunJournal journal(file);
    for (;;) {
        const auto batch = journal.claim(u"worker"_s, 20, 1min);
        if (!batch)
            return false;
        if (batch->items.isEmpty())
            return bool(file.setState(store::RunState::Done));
        QList<store::WriteEnd> ends;
        for (const store::RunItem &item : batch->items) {
            for (const RunWrite &write : item.writes) {
                const auto end = send(world, write);
                if (!end)
                    return false;
                if (end->fate != store::Fate::AsPlanned)
                    ends << *end;
            }
        }
        if (!journal.settle(batch->id, u"worker"_s, store::Fate::AsPlanned, ends))
            return false;
    }
}

dataverse::Row rowWith(World &world, const mapping::Table &table, const QString &rowId, const QStringList &columns)
{
    const auto rows = finishOf(world.somebodyElse().dataverse().find(
        table, {.kind = dataverse::Criterion::Kind::RowId, .parts = {{.column = table.primaryId, .value = rowId}}},
        columns, 2, &world.somebodyElse()));
    if (!rows)
        qWarning("the row could not be read: %s", qPrintable(rows.error().toLine()));
    return rows && rows->size() == 1 ? rows->constFirst() : dataverse::Row{};
}

bool deleteRow(World &world, const mapping::Table &table, const QString &rowId)
{
    bridge::Link &link = world.somebodyElse();
    const QUrl api = link.instance().apiUrl(link.profile().options.apiVersion);
    const net::Request request{.method = "DELETE", .url = QUrl(api.toString() + table.entitySet + u'(' + rowId + u')')};
    const auto reply = finishOf(net::sendAuthorized(link.dataverseService(), link.tokens(), request, &link));
    return reply && reply->isSuccess();
}

QList<store::RunItem> itemsIn(store::RunFile &file)
{
    QList<store::RunItem> items;
    store::RunPages pages(file, {});
    for (const store::RunItem &item : pages.page(0, 1'000'000).valueOr({})) {
        const auto whole = file.item(item.id);
        items << whole.valueOr(item);
        items.last().ended = item.ended;
    }
    return items;
}

} // namespace support
