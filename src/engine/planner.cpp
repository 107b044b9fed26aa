#include "engine/planner.h"

#include "engine/rowcheck.h"
#include "mapping/newrow.h"
#include "mapping/writable.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUuid>

#include <functional>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using store::Outcome;
using State = profile::Mapping::State;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Plan)
};

constexpr auto stateColumn = "statecode"_L1;
constexpr int inactiveState = 1; // dataverse-api section 4.3: deactivated rows are still found

/// Didomi leaves the regulation out where it is its default (didomi-api section 3.2).
QString regulationOf(const consent::Subject &subject)
{
    return subject.regulation.isEmpty() ? u"gdpr"_s : subject.regulation;
}

bool isOfRegulation(const consent::Subject &subject, const QString &regulation)
{
    return regulationOf(subject).compare(regulation, Qt::CaseInsensitive) == 0;
}

QList<consent::Subject> ofRegulation(QList<consent::Subject> subjects, const QString &regulation)
{
    const auto isOther = [&regulation](const consent::Subject &subject) {
        return !isOfRegulation(subject, regulation);
    };
    if (!std::all_of(subjects.cbegin(), subjects.cend(), isOther))
        subjects.removeIf(isOther);
    return subjects;
}

QDateTime newestTime(const QList<consent::Subject> &subjects)
{
    QDateTime newest;
    for (const consent::Subject &subject : subjects) {
        if (!newest.isValid() || subject.time > newest)
            newest = subject.time;
    }
    return newest;
}

const consent::Subject &newest(const QList<consent::Subject> &subjects)
{
    return *std::max_element(
        subjects.cbegin(), subjects.cend(),
        [](const consent::Subject &one, const consent::Subject &other) { return one.time < other.time; });
}

bool hasProblem(const PlanItem &item)
{
    return std::any_of(item.changes.cbegin(), item.changes.cend(),
                       [](const Change &change) { return change.effect == Change::Effect::Problem; });
}

int count(const PlanItem &item, Change::Effect effect)
{
    return int(std::count_if(item.changes.cbegin(), item.changes.cend(),
                             [effect](const Change &change) { return change.effect == effect; }));
}

PlanItem ended(PlanItem item, Outcome outcome, const QString &reason)
{
    item.end(outcome, reason);
    return item;
}

/// What a column's value means for who would like to write.
enum class Meaning { Unclear, Permits, Forbids };

Meaning meaningOf(const Rule &rule, const QJsonValue &value)
{
    if (rule.column->type == mapping::ColumnType::Boolean) { // an empty one is as good as false
        const bool trueForbids = rule.mapping->polarity == profile::Mapping::Polarity::Inverted;
        return value.toBool() != trueForbids ? Meaning::Permits : Meaning::Forbids;
    }
    const auto says = [&](State state) {
        const core::Result<Rule::MaybeCell> &cell = rule.cellOn(state);
        return cell && *cell && mapping::isSame(*rule.column, value, **cell);
    };
    if (says(State::Given))
        return Meaning::Permits;
    return says(State::Refused) ? Meaning::Forbids : Meaning::Unclear;
}

/// What a change makes its column mean.
Meaning meaningOf(const Rule &rule, const Change &change)
{
    const std::optional<State> state = mapping::stateOf(change.finding);
    if (state == State::Given)
        return Meaning::Permits;
    if (state == State::Refused)
        return Meaning::Forbids;
    const bool isYesNo = rule.column->type == mapping::ColumnType::Boolean;
    return isYesNo ? meaningOf(rule, mapping::jsonValue(change.cell->json)) : Meaning::Unclear;
}

/// Whether the change lets somebody be contacted who could not be, or ends that. Where it cannot be known what the row
/// meant, consent that is written permits and a refusal forbids. Texts that are no choices do neither.
void noteEffect(const Rule &rule, const Change &change, RowPlan &plan)
{
    const Meaning after = meaningOf(rule, change);
    if (after == Meaning::Unclear && change.finding.kind == consent::Finding::Kind::Text)
        return;
    const bool isCreate = plan.action == RowPlan::Action::Create;
    const Meaning before = isCreate ? Meaning::Unclear : meaningOf(rule, change.now);
    if (after == Meaning::Permits || (after == Meaning::Unclear && before == Meaning::Forbids))
        plan.permits = true;
    if (!isCreate && before != Meaning::Forbids && (after == Meaning::Forbids || before == Meaning::Permits))
        plan.forbids = plan.forbids || after != Meaning::Permits;
}

void noteEffects(const Rules &rules, const PlanItem &item, RowPlan &plan)
{
    for (const Change &change : item.changes) {
        if (change.effect == Change::Effect::Write && change.cell)
            noteEffect(rules.at(change.mapping), change, plan);
    }
}

/// What the row holds by which this person is found. Who is known several times must be found in one place.
core::Result<QList<mapping::MatchPart>> matchOf(const profile::MatchRule &rule, const QList<consent::Subject> &subjects,
                                                const consent::Subject &newest)
{
    auto match = mapping::matchParts(rule, newest);
    for (const consent::Subject &subject : subjects) {
        if (&subject == &newest)
            continue;
        const auto other = mapping::matchParts(rule, subject);
        if (match && other && *other != *match)
            return Error{.kind = Error::Kind::Invalid,
                         .message = Texts::tr("Didomi knows this person several times, and with different values by "
                                              "which the row is found."),
                         .field = u"match"_s};
    }
    return match;
}

QList<dataverse::KeyPart> partsFor(const QList<mapping::MatchPart> &match)
{
    QList<dataverse::KeyPart> parts;
    for (const mapping::MatchPart &part : match)
        parts << dataverse::KeyPart{.column = part.column, .value = part.value};
    return parts;
}

} // namespace

Planner::Planner(const Rules &rules, store::AppliedTimes *applied, QList<consent::Subject> subjects)
    : m_rules(rules)
    , m_profile(rules.profile())
    , m_table(rules.table())
    , m_applied(applied)
    , m_subjects(ofRegulation(std::move(subjects), m_profile.options.regulation))
    , m_newest(newest(m_subjects))
    , m_statements(statementsOf(rules, m_subjects))
    , m_person(m_newest.organizationUserId)
    , m_match(matchOf(m_profile.match, m_subjects, m_newest))
    , m_times(newestTime(m_subjects))
{
    if (rules.isCurrent())
        m_consents.emplace(rules, applied, m_subjects, m_newest, m_statements, m_times);
}

std::optional<PlanItem> Planner::decideAlone() const
{
    const consent::Subject &subject = m_newest;
    const auto end = [this](Outcome outcome, const QString &reason) {
        return ended(itemWithoutRow(), outcome, reason).concluded();
    };
    if (m_person.trimmed().isEmpty())
        return end(Outcome::Skipped,
                   Texts::tr("Didomi knows no organization user id of this person, so no row can be found."));
    if (!subject.organizationId.isEmpty() && subject.organizationId != m_profile.didomi.organizationId)
        return end(Outcome::Invalid,
                   Texts::tr("This consent belongs to the Didomi organization %1, this integration to %2.")
                       .arg(subject.organizationId, m_profile.didomi.organizationId));
    if (!isOfRegulation(subject, m_profile.options.regulation))
        return end(Outcome::Skipped, Texts::tr("This consent was given under %1; this integration carries %2 only.")
                                         .arg(regulationOf(subject), m_profile.options.regulation));
    if (subject.isPending && !m_rules.mindsPending())
        return end(Outcome::Skipped, Texts::tr("The choice waits for approval and is not in effect yet."));
    if (subject.isFromDataverse)
        return end(Outcome::Skipped, Texts::tr("The choice came from Dynamics 365 in the first place."));
    if (m_rules.count() == 0)
        return end(Outcome::Invalid, Texts::tr("This integration has no mappings yet, so nothing can be written."));
    if (!m_rules.isAnyPushed())
        return end(Outcome::Skipped, Texts::tr("All mappings go to Didomi only, so nothing is written here."));
    if (!needsRow())
        return {};
    if (const auto problem = matchProblem())
        return end(Outcome::Invalid, problem->message);
    return {};
}

std::optional<Error> Planner::matchProblem() const
{
    if (!m_match)
        return m_match.error();
    if (m_profile.match.kind == profile::MatchRule::Kind::RowId) {
        if (QUuid::fromString(m_match->constFirst().value.trimmed()).isNull())
            return Error{.kind = Error::Kind::Invalid,
                         .message = Texts::tr("Rows are found by their id, but the organization user id is not a row "
                                              "id (GUID)."),
                         .field = u"match"_s};
        return {};
    }
    if (m_rules.matchProblem())
        return m_rules.matchProblem();
    if (const auto parts = dataverse::keyParts(m_table, partsFor(*m_match)); !parts)
        return parts.error(); // no row can have such a value
    return {};
}

dataverse::Criterion Planner::criterion() const
{
    using Kind = dataverse::Criterion::Kind;
    switch (m_profile.match.kind) {
    case profile::MatchRule::Kind::RowId:
        return {
            .kind = Kind::RowId,
            .parts = {
                {.column = m_table.primaryId,
                 .value = QUuid::fromString(m_match->constFirst().value.trimmed()).toString(QUuid::WithoutBraces)}}};
    case profile::MatchRule::Kind::AlternateKey:
        return {.kind = Kind::AlternateKey, .parts = partsFor(*m_match)};
    case profile::MatchRule::Kind::Column:
        break;
    }
    return {.kind = Kind::Column, .parts = partsFor(*m_match)};
}

QList<mapping::TargetRow> Planner::targets() const
{
    QList<mapping::TargetRow> rows;
    if (m_consents || !m_rules.hasLookups())
        return rows;
    const auto add = [&rows](const mapping::Cell &cell) {
        if (cell.target && !rows.contains(*cell.target))
            rows << *cell.target;
    };
    const auto changes = changesFor(nullptr); // without a row this cannot fail
    for (const Change &change : changes.valueOr({})) {
        if (change.cell)
            add(*change.cell);
    }
    if (!m_profile.integration.upsertMode)
        return rows;
    for (const mapping::Cell &cell : mapping::newRowCells(m_profile.newRow, m_table, {}).valueOr({}))
        add(cell);
    return rows;
}

void Planner::setTarget(const mapping::TargetRow &target, const core::Result<QStringList> &rowIds)
{
    if (rowIds && rowIds->size() == 1) {
        m_targets << Target{.row = target, .rowId = rowIds->constFirst()};
        return;
    }
    // The value may be somebody's data: it is not repeated.
    Error error{.kind = Error::Kind::Invalid,
                .message = Texts::tr("Several rows of the table %1 have this value in %2; to which one to point cannot "
                                     "be known.")
                               .arg(target.table, target.keyColumn),
                .fix = Texts::tr("Merge the rows in Dynamics 365, or name rows by another key.")};
    if (!rowIds) {
        error = rowIds.error();
    } else if (rowIds->isEmpty()) {
        error.message =
            Texts::tr("The table %1 has no row with this value in %2 to point to.").arg(target.table, target.keyColumn);
        error.fix = Texts::tr("Make the row in Dynamics 365, or correct the value.");
    }
    m_targets << Target{.row = target, .rowId = error};
}

/// The cell as it can be sent. One whose target has not been looked up stays as it is: nothing is decided yet.
core::Result<mapping::Cell> Planner::bound(const mapping::Cell &cell) const
{
    for (const Target &target : m_targets) {
        if (cell.target && target.row == *cell.target) {
            if (!target.rowId)
                return target.rowId.error();
            return mapping::boundTo(cell, *target.rowId);
        }
    }
    return cell;
}

bool Planner::needsRow() const
{
    return m_rules.needsPerson();
}

QStringList Planner::addresses(const QList<dataverse::Row> &rows) const
{
    return m_consents ? m_consents->addresses(rows) : QStringList();
}

QStringList Planner::columns() const
{
    return m_rules.columns();
}

/// Without changes.
PlanItem Planner::emptyItem() const
{
    PlanItem item{.person = m_person, .subject = m_newest};
    item.subject.time = m_times.newest();
    for (const Rule &rule : m_rules.all()) {
        if (rule.isPushed && !rule.pathProblem.isEmpty() && !item.warnings.contains(rule.pathProblem))
            item.warnings << rule.pathProblem;
    }
    return item;
}

PlanItem Planner::itemWithoutRow() const
{
    PlanItem item = emptyItem();
    // Without a row nothing is compared and nobody is asked what was written before, so this cannot fail.
    auto changes = m_consents ? m_consents->changesUnread() : changesFor(nullptr);
    if (changes)
        item.changes = std::move(*changes);
    return item;
}

core::Result<PlanItem> Planner::decide(const QList<dataverse::Row> &rows, const QList<dataverse::Row> &consents) const
{
    if (m_consents) {
        if (rows.size() > 1)
            return m_consents->decide(itemWithoutRow(), rows, consents);
        PlanItem item = emptyItem();
        if (!rows.isEmpty())
            warnOfState(item, rows.constFirst());
        return m_consents->decide(std::move(item), rows, consents);
    }
    const auto end = [this](Outcome outcome, const QString &reason) {
        return ended(itemWithoutRow(), outcome, reason).concluded();
    };
    if (rows.size() > 1)
        return end(Outcome::Conflict, Texts::tr("Several rows match this person; which one is meant cannot be known."));
    if (rows.isEmpty() && !m_profile.integration.upsertMode)
        return end(Outcome::Skipped, Texts::tr("There is no matching row, and upsert mode is off."));
    if (rows.isEmpty() && m_newest.isPending) // a new contact may be written to: only who confirmed gets one
        return end(Outcome::Skipped,
                   Texts::tr("There is no matching row, and none is made for a choice that waits for approval."));

    const dataverse::Row *row = rows.isEmpty() ? nullptr : &rows.constFirst();
    auto changes = changesFor(row);
    if (!changes)
        return changes.error();
    PlanItem item = emptyItem();
    item.changes = std::move(*changes);
    if (row) {
        item.rows.append(rowPlanFor(*row));
        item.rows.first().same = cellsOf(item, Change::Effect::Same);
        warnOfState(item, *row);
    }
    if (const QString disputed = disputedSources(m_rules, m_statements); !disputed.isEmpty())
        return ended(std::move(item), Outcome::Conflict,
                     Texts::tr("Didomi knows this person several times, and they disagree about %1.").arg(disputed))
            .concluded();
    return (row ? decideUpdate(std::move(item)) : decideCreate(std::move(item))).concluded();
}

void Planner::warnOfState(PlanItem &item, const dataverse::Row &row) const
{
    if (row.values.value(stateColumn).toInt() == inactiveState)
        item.warnings << Texts::tr("This row is deactivated in Dynamics 365.");
}

RowPlan Planner::rowPlanFor(const dataverse::Row &row) const
{
    return {.changes = m_rules.indexes(),
            .columns = m_rules.mappedColumns(),
            .row = {.id = row.id, .etag = row.etag, .values = onlyMembers(row.values, m_rules.mappedReadNames())},
            .rowName = row.values.value(m_table.primaryName).toString()};
}

/// `row`: nullptr while nobody has looked for it, or when there is none.
core::Result<QList<Change>> Planner::changesFor(const dataverse::Row *row) const
{
    QList<Change> changes;
    changes.reserve(m_rules.count());
    QHash<QString, QByteArray> written; // column → literal
    for (int index = 0; index < m_rules.count(); ++index) {
        Change &change = changes.emplace_back();
        change.mapping = index;
        if (const auto decided = decideChange(change, row); !decided)
            return decided.error();
        if (!m_rules.at(index).isShared || !change.cell || change.effect == Change::Effect::Problem)
            continue;
        const QByteArray literal = change.cell->member + ':' + change.cell->json;
        if (written.value(change.column, literal) != literal) {
            change.effect = Change::Effect::Problem;
            change.problem = {
                .kind = Error::Kind::Invalid,
                .message = Texts::tr("Two mappings write different values into the column %1.").arg(change.column),
                .fix = Texts::tr("Remove one of them."),
                .field = u"mappings[%1].id"_s.arg(index)};
        }
        written.insert(change.column, literal);
    }
    return changes;
}

/// Fills `change`, which knows its mapping.
core::Result<core::Nothing> Planner::decideChange(Change &change, const dataverse::Row *row) const
{
    constexpr core::Nothing done;
    const Rule &rule = m_rules.at(change.mapping);
    const profile::Mapping &mapping = *rule.mapping;
    const Statement &statement = m_statements.at(change.mapping);
    change.source = rule.source;
    change.path = mapping.value;
    change.found = statement.found;
    change.finding = statement.finding;
    change.column = mapping.column;
    change.columnName = rule.columnName;
    change.now = QJsonValue(QJsonValue::Undefined);
    if (row && rule.column) {
        change.now = row->values.value(rule.readName);
        change.nowShown = rule.shown(change.now);
    }

    const bool isAbsent = statement.finding.kind == consent::Finding::Kind::Absent;
    const auto leftAlone = [&](const QString &note) {
        change.note = rule.pathProblem.isEmpty() ? note : rule.pathProblem;
        return done;
    };
    const auto origin = m_subjects.constFirst().origin;
    if (!rule.isPushed)
        return leftAlone(m_rules.texts().didomiOnly);
    // What an event does not mention it says nothing about, not even "no choice".
    if (isAbsent && origin == consent::Subject::Origin::Event)
        return leftAlone(m_rules.texts().ofNothing(statement.finding, origin));
    // Who has not confirmed yet may be somebody else: nothing but the wait itself is noted.
    if (m_newest.isPending && statement.finding.kind == consent::Finding::Kind::Text)
        return leftAlone(m_rules.texts().waiting);
    const auto problem = [&](const Error &error) {
        change.effect = Change::Effect::Problem;
        change.problem = error;
        return done;
    };
    if (!rule.column) {
        const std::optional<State> state = mapping::stateOf(statement.finding);
        const bool isLeftAlone = isAbsent || state;
        if (isLeftAlone && (!state || mapping.actionOn(*state).kind == profile::Mapping::Action::Kind::LeaveAlone)) {
            change.note = unusableColumn(rule, !row).message;
            return done;
        }
        return problem(unusableColumn(rule, !row));
    }
    const auto take = [&](const core::Result<Rule::MaybeCell> &cell) -> core::Result<core::Nothing> {
        if (!cell)
            return problem(cell.error());
        if (!cell->has_value())
            return leftAlone(m_rules.texts().ofNothing(statement.finding, origin));
        if ((*cell)->target) {
            const auto sendable = bound(**cell);
            if (!sendable)
                return problem(sendable.error());
            change.cell = *sendable;
        } else {
            change.cell = *cell;
        }
        change.effect = Change::Effect::Write;
        if (row)
            return compare(change, *row);
        return rule.column->isValidForCreate ? done : problem(unusableColumn(rule, true));
    };
    if (statement.finding.kind != consent::Finding::Kind::Text)
        return take(rule.cellFor(statement.finding));
    return take(mapping::convert(statement.finding, mapping, *rule.column,
                                 mapping::factsOf(m_rules.paths().at(change.mapping), m_newest)));
}

/// Whether what is to be written is there already, or something newer is.
core::Result<core::Nothing> Planner::compare(Change &change, const dataverse::Row &row) const
{
    const Rule &rule = m_rules.at(change.mapping);
    const auto last = lastApplied(row, *change.cell);
    if (!last)
        return last.error();
    const QDateTime time = m_times.of(change.mapping);
    // A consent that was written already, and was taken back in Dynamics since, is not written again.
    const bool isNewer = m_times.isRead(change.mapping) ? time > *last : time >= *last;
    const bool isOlder = last->isValid() && !(time.isValid() && isNewer);
    change.isTimed = last->isValid();
    if (!change.now.isUndefined() && mapping::isSame(*rule.column, change.now, *change.cell)) {
        change.effect = Change::Effect::Same;
        change.isSuperseded = isOlder;
    } else if (!rule.column->isValidForUpdate) {
        change.effect = Change::Effect::Problem;
        change.problem = unusableColumn(rule, false);
    } else if (isOlder) {
        change.effect = Change::Effect::Older;
        change.note = textOfOlder(time, *last);
    }
    return core::Nothing{};
}

/// The cells of the changes with that effect, each once; of what is the same, those whose choice is to be remembered.
QList<mapping::Cell> Planner::cellsOf(const PlanItem &item, Change::Effect effect) const
{
    QList<mapping::Cell> cells;
    for (const Change &change : item.changes) {
        if (change.effect != effect || !change.cell || change.isSuperseded)
            continue;
        if (!m_rules.at(change.mapping).isShared || !cells.contains(*change.cell))
            cells << *change.cell;
    }
    return cells;
}

bool Planner::mustReadTimes(const PlanItem &item) const
{
    // One event has one time; several of them have but the newest one's, like what Didomi knows of a user.
    if (m_times.isRead() || (item.subject.origin != consent::Subject::Origin::User && m_subjects.size() == 1))
        return false;
    const auto isGiven = [&item](int index) {
        return mapping::stateOf(item.changes.at(index).finding) == State::Given;
    };
    const bool isWritten = std::any_of(item.rows.cbegin(), item.rows.cend(), [&](const RowPlan &row) {
        return row.action == RowPlan::Action::Update &&
               std::any_of(row.changes.cbegin(), row.changes.cend(), [&](int index) {
                   return item.changes.at(index).effect == Change::Effect::Write && isGiven(index);
               });
    });
    // The times of consents are all that would be read.
    return isWritten && std::any_of(m_rules.indexes().cbegin(), m_rules.indexes().cend(),
                                    [&](int index) { return item.changes.at(index).isTimed && isGiven(index); });
}

core::Result<QDateTime> Planner::lastApplied(const dataverse::Row &row, const mapping::Cell &cell) const
{
    if (!m_applied)
        return QDateTime();
    auto newest = m_applied->lastApplied(m_table.logicalName, row.id, cell.column);
    // A lookup's member in the body is not named like its column; what was written is remembered under either.
    const QString member = QString::fromUtf8(cell.member);
    if (!newest || member == cell.column)
        return newest;
    auto time = m_applied->lastApplied(m_table.logicalName, row.id, member);
    const bool isNewer = time && time->isValid() && (!newest->isValid() || *time > *newest);
    return !time || isNewer ? time : newest;
}

Error Planner::unusableColumn(const Rule &rule, bool isCreate) const
{
    const QString &name = rule.mapping->column;
    Error error{.kind = Error::Kind::Invalid, .field = name};
    if (!rule.column) {
        error.message = Texts::tr("The table %1 has no column %2.").arg(m_table.logicalName, name);
        error.fix = Texts::tr("Choose another column for this mapping, or create the column in Power Apps.");
    } else {
        error.message = isCreate ? Texts::tr("The column %1 cannot be set on new rows.").arg(name)
                                 : Texts::tr("The column %1 cannot be changed.").arg(name);
        error.fix = Texts::tr("Choose another column for this mapping.");
    }
    return error;
}

PlanItem Planner::decideUpdate(PlanItem item) const
{
    if (hasProblem(item))
        return item;
    const QList<mapping::Cell> cells = cellsOf(item, Change::Effect::Write);
    if (!cells.isEmpty()) {
        RowPlan &plan = item.rows.first();
        const dataverse::Row &row = plan.row;
        const bool isGuarded = !row.etag.isEmpty() && m_table.hasOptimisticConcurrency;
        plan.action = RowPlan::Action::Update;
        plan.outcome = item.outcome = Outcome::Updated;
        noteEffects(m_rules, item, plan);
        plan.write = dataverse::Write{
            .entitySet = m_table.entitySet,
            .rowId = row.id,
            .condition = isGuarded ? dataverse::Write::Condition::IfUnchanged : dataverse::Write::Condition::UpdateOnly,
            .etag = isGuarded ? row.etag : QString(),
            .cells = cells,
        };
        return item;
    }
    if (count(item, Change::Effect::Older) > 0)
        return ended(std::move(item), Outcome::Skipped,
                     Texts::tr("A newer choice of this person was written already."));
    if (count(item, Change::Effect::Same) > 0)
        return ended(std::move(item), Outcome::Unchanged, m_rules.texts().allSame);
    return ended(std::move(item), Outcome::Skipped, m_rules.texts().nothingMapped);
}

PlanItem Planner::decideCreate(PlanItem item) const
{
    if (hasProblem(item))
        return item;
    QList<mapping::Cell> cells = cellsOf(item, Change::Effect::Write);
    if (cells.isEmpty())
        return ended(
            item, Outcome::Skipped,
            Texts::tr("There is no matching row, and nothing to write into a new one: this person made no choice."));

    RowPlan plan{.action = RowPlan::Action::Create,
                 .outcome = Outcome::Created,
                 .changes = m_rules.indexes(),
                 .columns = m_rules.mappedColumns()};
    noteEffects(m_rules, item, plan);
    dataverse::Write write{.entitySet = m_table.entitySet, .condition = dataverse::Write::Condition::CreateOnly};
    if (m_profile.match.kind == profile::MatchRule::Kind::RowId) {
        write.rowId = criterion().parts.constFirst().value;
    } else {
        const auto identity = identityCells();
        if (!identity)
            return ended(item, Outcome::Invalid, identity.error().message);
        for (const mapping::Cell &own : *identity) {
            for (const mapping::Cell &cell : std::as_const(cells)) {
                if (cell.column == own.column && cell.json != own.json)
                    return ended(item, Outcome::Invalid,
                                 Texts::tr("A mapping writes something else into %1, by which rows are found: the new "
                                           "row would not be found again.")
                                     .arg(own.column));
            }
            cells.removeIf([&own](const mapping::Cell &cell) { return cell.column == own.column; });
        }
        const auto key = dataverse::keyParts(m_table, partsFor(*m_match));
        if (!key)
            return ended(item, Outcome::Invalid, key.error().message);
        const bool isByKey =
            m_profile.match.kind == profile::MatchRule::Kind::AlternateKey && !dataverse::isRefusedByKeyUrls(*key);
        if (isByKey) { // the server copies the key from the URL into the new row (dataverse-api section 4.2)
            write.key = *key;
            write.primaryId = m_table.primaryId;
        } else {
            write.rowId = QUuid::createUuid().toString(QUuid::WithoutBraces);
            plan.isIdDrawn = true;
            plan.absent = criterion();
            // Ids that become the same for this column would make a row each, side by side.
            QStringList place{u"row"_s, m_table.logicalName};
            for (const mapping::MatchPart &part : *m_match)
                place << part.column << part.value.trimmed().toCaseFolded();
            item.shared = {place.join(u'\n')};
            cells = *identity + cells;
        }
    }

    QStringList given; // the key counts as given
    for (const mapping::Cell &cell : std::as_const(cells))
        given << cell.column;
    for (const dataverse::KeyPart &part : std::as_const(write.key))
        given << part.column;
    const auto constants = cellsOfNewRow(given);
    if (!constants)
        return ended(item, Outcome::Invalid, constants.error().message);
    cells += *constants;
    for (const mapping::Cell &cell : *constants) {
        given << cell.column;
        plan.fixed << cell.column;
    }
    const QStringList required = mapping::missingForCreate(m_table, mapping::Column::Required::System, given);
    if (!required.isEmpty())
        return ended(item, Outcome::Invalid,
                     Texts::tr("A new row needs columns that no mapping and no fixed value fills: %1.")
                         .arg(required.join(u", "_s)));
    item.lacks = mapping::missingForCreate(m_table, mapping::Column::Required::Business, given);
    if (!item.lacks.isEmpty())
        item.warnings << Texts::tr("Forms in Dynamics 365 require columns that the new row will not have: %1.")
                             .arg(item.lacks.join(u", "_s));

    write.cells = cells;
    plan.write = write;
    item.outcome = Outcome::Created;
    item.rows = {plan};
    return item;
}

/// What a new row gets in the columns by which rows are found.
core::Result<QList<mapping::Cell>> Planner::identityCells() const
{
    QList<mapping::Cell> cells;
    for (const mapping::MatchPart &part : *m_match) {
        const mapping::Column *column = m_table.column(part.column); // matchProblem() saw it
        const auto cell = mapping::textCell(*column, part.value);
        if (!cell)
            return cell.error();
        cells << *cell;
    }
    return cells;
}

core::Result<QList<mapping::Cell>> Planner::cellsOfNewRow(const QStringList &given) const
{
    const auto constants = mapping::newRowCells(m_profile.newRow, m_table, given);
    if (!constants)
        return constants.error();
    QList<mapping::Cell> cells;
    for (const mapping::Cell &cell : *constants) {
        const auto sendable = bound(cell);
        if (!sendable)
            return sendable.error();
        cells << *sendable;
    }
    return cells;
}

} // namespace engine
