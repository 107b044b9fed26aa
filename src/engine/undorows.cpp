#include "engine/undorows.h"

#include "engine/rowcheck.h"
#include "engine/writeback.h"
#include "mapping/contactaddress.h"
#include "mapping/convert.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;
using mapping::Cell;
using mapping::Column;
using mapping::ConsentRow;
using mapping::ConsentValue;
using store::Effect;
using store::Outcome;
using store::RunWrite;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Undo)
};

/// From what forbids to what permits.
int looseness(ConsentValue value)
{
    switch (value) {
    case ConsentValue::OptedOut:
        return 0;
    case ConsentValue::NotSet:
        return 1;
    case ConsentValue::OptedIn:
        return 2;
    }
    return 2;
}

QString displayNames(const mapping::Table &table, const QStringList &columns)
{
    QStringList names;
    for (const QString &name : columns) {
        const Column *column = table.column(name);
        names << (column ? column->displayName : name);
    }
    return names.join(u", "_s);
}

} // namespace

UndoRow::UndoRow(const store::WriteStory &story, const store::RunItem &item)
    : m_wrote(story.write), m_outcome(story.outcome().value_or(Outcome::Updated)), m_item(item)
{
    m_planned = {.table = m_wrote.table,
                 .entitySet = m_wrote.entitySet,
                 .action = RunWrite::Action::None,
                 .rowId = m_wrote.rowId,
                 .address = m_wrote.address,
                 .rowName = m_wrote.rowName};
}

QStringList UndoRow::columns() const
{
    return columnsOf(m_cells);
}

void UndoRow::end(Outcome outcome, const QString &reason)
{
    m_isEnded = true;
    m_planned.outcome = outcome;
    m_planned.reason = reason;
}

UndoRules::UndoRules(const Workplace &workplace, const store::RunHead &head)
    : m_workplace(workplace)
    , m_table(*workplace.surroundings.tableCalled(head.table))
    , m_shift(store::takesChoicesBack(head) ? store::undoneBy : -store::undoneBy)
{
}

QStringList UndoRules::columnsToRead() const
{
    return areConsents() ? mapping::consentColumnsToRead(m_table) : QStringList{m_table.primaryId};
}

QDateTime UndoRules::timeOf(const store::RunItem &item) const
{
    return item.eventTime.isValid() ? item.eventTime.addMSecs(m_shift.count()) : QDateTime();
}

void UndoRules::prepare(UndoRow &row) const
{
    if (row.m_wrote.table != m_table.logicalName)
        return row.end(
            Outcome::Skipped,
            Texts::tr("The run wrote this row of another table (%1) than that of its plan.").arg(row.m_wrote.table));
    const store::DoneWrite last{.write = row.m_wrote, .person = {}, .eventTime = {}, .outcome = row.m_outcome};
    for (const auto &[write, person, eventTime, outcome] : row.m_earlier + QList{last}) {
        const auto cells = cellsOf(m_table, write.after);
        if (!cells)
            return row.end(Outcome::Skipped, cells.error().message);
        const QJsonObject before = QJsonDocument::fromJson(write.before).object();
        for (const Cell &cell : *cells) { // what stood there before the first of them
            const bool isFirst = std::none_of(row.m_cells.cbegin(), row.m_cells.cend(),
                                              [&cell](const Cell &one) { return one.column == cell.column; });
            const QString name = m_table.column(cell.column)->readName();
            if (isFirst && before.contains(name))
                row.m_before.insert(name, before.value(name));
        }
        row.m_cells = mergedCells(row.m_cells, *cells);
        row.m_wasCreated = row.m_wasCreated || outcome == Outcome::Created;
    }
    if (row.m_wasCreated && !areConsents())
        return row.end(Outcome::Skipped, Texts::tr("The run created this row. Rows are never deleted, so it stays."));
    const auto criterion = criterionOf(m_table, row.m_wrote);
    if (!criterion)
        return row.end(Outcome::Skipped, criterion.error().message);
    row.m_criterion = *criterion;
    for (const Cell &cell : std::as_const(row.m_cells)) {
        const Column &column = *m_table.column(cell.column);
        if (!column.isValidForRead)
            return row.end(Outcome::Skipped, Texts::tr("%1 cannot be read, so it is not known whether it still says "
                                                       "what the run wrote.")
                                                 .arg(column.displayName));
    }
}

Result<Nothing> UndoRules::decide(UndoRow &row, const dataverse::Resolved &found) const
{
    const auto end = [&row](Outcome outcome, const QString &reason) {
        row.end(outcome, reason);
        return Nothing{};
    };
    if (!found)
        return end(Outcome::Skipped, found.error().message);
    if (found->isEmpty())
        return end(Outcome::Conflict, Texts::tr("The row is not there any more."));
    const dataverse::Row &there = found->constFirst();
    row.m_planned.rowId = there.id;
    row.m_planned.address.clear();
    const QStringList differing = differingColumns(m_table, there, row.m_cells);
    if (saysAsBefore(row, there))
        return end(Outcome::Unchanged, Texts::tr("The row says already what it said before the run."));
    if (!differing.isEmpty())
        return end(Outcome::Conflict, Texts::tr("Somebody changed %1 after the run, so the row is left as it is.")
                                          .arg(displayNames(m_table, differing)));
    const auto isChosen = isChosenSince(row, there);
    if (!isChosen)
        return isChosen.error();
    if (*isChosen)
        return end(Outcome::Conflict,
                   Texts::tr("A newer choice of this person says the same since, so the row is left as it is."));
    const auto cells = cellsBack(row);
    if (!cells)
        return end(Outcome::Skipped, cells.error().message);

    const bool isGuarded = !there.etag.isEmpty() && m_table.hasOptimisticConcurrency;
    RunWrite &write = row.m_planned;
    write.action = RunWrite::Action::Update;
    write.condition = isGuarded ? RunWrite::Condition::IfUnchanged : RunWrite::Condition::UpdateOnly;
    write.etag = isGuarded ? there.etag : QString();
    write.columns = columnsOf(row.m_cells);
    QJsonObject before;
    for (const QString &name : write.columns + (areConsents() ? columnsToRead() : QStringList())) {
        const QString readName = m_table.column(name)->readName();
        if (there.values.contains(readName))
            before.insert(readName, there.values.value(readName));
    }
    write.before = QJsonDocument(before).toJson(QJsonDocument::Compact);
    write.after = mapping::bodyOf(*cells);
    noteEffects(row, there);
    return Nothing{};
}

/// In all that would be put back. Of consents only what was chosen counts, not what describes it.
bool UndoRules::saysAsBefore(const UndoRow &row, const dataverse::Row &there) const
{
    if (areConsents()) {
        const auto value = valueBack(row);
        return value && mapping::consentRowOf(there.id, there.etag, there.values).value == *value;
    }
    return std::all_of(row.m_cells.cbegin(), row.m_cells.cend(), [&](const Cell &cell) {
        const Column &column = *m_table.column(cell.column);
        const QString name = column.readName();
        if (!row.m_before.contains(name) || !there.values.contains(name))
            return false;
        if (there.values.value(name) == row.m_before.value(name))
            return true;
        const auto back = cellOfValue(column, row.m_before.value(name), cell);
        return back && mapping::isSame(column, there.values.value(name), *back);
    });
}

/// Somebody who says the same once more confirms it: taking that back would undo a choice that is not the run's.
Result<bool> UndoRules::isChosenSince(const UndoRow &row, const dataverse::Row &there) const
{
    const QDateTime &own = row.m_item.eventTime;
    // The choice that an undo took back is not newer than that undo.
    const qint64 tolerated = std::max<qint64>(m_shift.count(), 0);
    for (const Cell &cell : row.m_cells) {
        for (const QString &name : {cell.column, QString::fromUtf8(cell.member)}) {
            const auto last = m_workplace.applied.lastApplied(m_table.logicalName, there.id, name);
            if (!last)
                return last.error();
            if (last->isValid() && (!own.isValid() || *last > own.addMSecs(tolerated)))
                return true;
        }
    }
    return false;
}

Result<ConsentValue> UndoRules::valueBack(const UndoRow &row) const
{
    if (row.m_wasCreated)
        return ConsentValue::NotSet;
    const auto before = mapping::consentRowOf({}, {}, row.m_before).value;
    if (before && row.m_before.contains(mapping::consentcolumn::value))
        return *before;
    return Error{.kind = Error::Kind::Invalid,
                 .message = Texts::tr("What the consent said before is not known, so it cannot be put back."),
                 .field = mapping::consentcolumn::value};
}

Result<QList<Cell>> UndoRules::cellsBack(const UndoRow &row) const
{
    if (areConsents()) {
        const auto value = valueBack(row);
        if (!value)
            return value.error();
        return mapping::consentUpdateCells(m_table, *value,
                                           {.reason = mapping::consentStamp + u"undo="_s + row.m_item.sourceId,
                                            .onBehalf = u"didomi:"_s + row.m_item.person});
    }
    QList<Cell> cells;
    for (const Cell &cell : row.m_cells) {
        const Column &column = *m_table.column(cell.column);
        const auto back = cellOfValue(column, row.m_before.value(column.readName()), cell);
        if (!back)
            return back.error();
        cells << *back;
    }
    return cells;
}

void UndoRules::noteEffects(UndoRow &row, const dataverse::Row &there) const
{
    if (areConsents()) {
        noteConsentEffects(row, mapping::consentRowOf(there.id, there.etag, there.values));
    } else { // the way back from what the run did
        row.m_effects.setFlag(Effect::NewlyPermits, row.m_item.effects.testFlag(Effect::NewlyForbids));
        row.m_effects.setFlag(Effect::NewlyForbids, row.m_item.effects.testFlag(Effect::NewlyPermits));
    }
    row.m_planned.permits = row.m_effects.testFlag(Effect::NewlyPermits);
}

/// As the row alone tells it: with a purpose that is not known, and for a topic whatever its purpose says, in doubt
/// somebody becomes contactable.
void UndoRules::noteConsentEffects(UndoRow &row, const ConsentRow &now) const
{
    const ConsentValue from = now.value.value_or(ConsentValue::OptedOut);
    const ConsentValue to = valueBack(row).valueOr(ConsentValue::OptedIn);
    bool permits = looseness(to) > looseness(from);
    bool forbids = looseness(to) < looseness(from);
    const auto *purpose = m_workplace.surroundings.consentTree.purpose(now.purposeId);
    if (purpose && now.channel) {
        const mapping::Enforcement model = purpose->enforcement.of(*now.channel);
        const bool isSent = mapping::lets(model, from);
        const bool isSentAfter = mapping::lets(model, to);
        permits = permits && !isSent && isSentAfter;
        forbids = forbids && isSent && !isSentAfter;
    }
    row.m_effects.setFlag(Effect::NewlyPermits, permits);
    row.m_effects.setFlag(Effect::NewlyForbids, forbids);
    if (now.channel)
        row.m_shared << QStringList{u"consent"_s, profile::channelWord(*now.channel),
                                    mapping::comparableAddress(*now.channel, now.address)}
                            .join(u'|');
}

} // namespace engine
