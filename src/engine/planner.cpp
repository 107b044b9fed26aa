#include "engine/planner.h"

#include "mapping/convert.h"
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

QList<consent::Subject> ofRegulation(const QList<consent::Subject> &subjects, const QString &regulation)
{
    QList<consent::Subject> fitting;
    for (const consent::Subject &subject : subjects) {
        if (isOfRegulation(subject, regulation))
            fitting << subject;
    }
    return fitting.isEmpty() ? subjects : fitting;
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

QList<mapping::Cell> cellsToWrite(const PlanItem &item)
{
    QList<mapping::Cell> cells;
    for (const Change &change : item.changes) {
        if (change.effect == Change::Effect::Write && !cells.contains(*change.cell))
            cells << *change.cell;
    }
    return cells;
}

/// True when a choice that waits for approval is to be written somewhere.
bool minds(const QList<profile::Mapping> &mappings)
{
    return std::any_of(mappings.cbegin(), mappings.cend(), [](const profile::Mapping &mapping) {
        return mapping.goesToDynamics() && mapping.pending != profile::Mapping::NoChoice::Skip;
    });
}

PlanItem ended(PlanItem item, Outcome outcome, const QString &reason)
{
    item.end(outcome, reason);
    return item;
}

QList<mapping::Cell> cellsThatAreSame(const PlanItem &item)
{
    QList<mapping::Cell> cells;
    for (const Change &change : item.changes) {
        if (change.effect == Change::Effect::Same && !change.isSuperseded && change.cell &&
            !cells.contains(*change.cell))
            cells << *change.cell;
    }
    return cells;
}

/// What the row holds by which this person is found. Who is known several times must be found in one place.
core::Result<QList<mapping::MatchPart>> matchOf(const profile::MatchRule &rule, const QList<consent::Subject> &subjects)
{
    const auto match = mapping::matchParts(rule, newest(subjects));
    for (const consent::Subject &subject : subjects) {
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

Planner::Planner(const profile::Profile &profile, const bridge::Surroundings &surroundings, store::Journal *journal,
                 QList<consent::Subject> subjects)
    : m_profile(profile)
    , m_surroundings(surroundings)
    , m_table(surroundings.table)
    , m_journal(journal)
    , m_subjects(ofRegulation(subjects, profile.options.regulation))
    , m_statements(statementsOf(profile.integration.mappings, surroundings.catalogue, m_subjects))
    , m_person(subjects.constFirst().organizationUserId)
    , m_match(matchOf(profile.match, m_subjects))
    , m_time(newestTime(m_subjects))
    , m_times(m_time)
{
    if (profile::modeOf(profile.integration) == profile::Mode::Current)
        m_consents.emplace(m_profile, m_surroundings, m_journal, m_subjects, m_statements, m_person, m_times);
}

std::optional<PlanItem> Planner::decideAlone() const
{
    const consent::Subject &subject = newest(m_subjects);
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
    if (subject.isPending && !minds(m_profile.integration.mappings))
        return end(Outcome::Skipped, Texts::tr("The choice waits for approval and is not in effect yet."));
    if (subject.isFromDataverse)
        return end(Outcome::Skipped, Texts::tr("The choice came from Dynamics 365 in the first place."));
    const QList<profile::Mapping> &mappings = m_profile.integration.mappings;
    if (mappings.isEmpty())
        return end(Outcome::Invalid, Texts::tr("This integration has no mappings yet, so nothing can be written."));
    if (std::none_of(mappings.cbegin(), mappings.cend(), std::mem_fn(&profile::Mapping::goesToDynamics)))
        return end(Outcome::Skipped, Texts::tr("All mappings go to Didomi only, so nothing is written here."));
    if (!needsRow())
        return {};
    if (const auto problem = matchProblem())
        return end(Outcome::Invalid, problem->message);
    return {};
}

std::optional<Error> Planner::matchProblem() const
{
    const profile::MatchRule &rule = m_profile.match;
    const auto invalid = [](const QString &message) {
        return Error{.kind = Error::Kind::Invalid, .message = message, .field = u"match"_s};
    };
    if (!m_match)
        return m_match.error();
    if (rule.kind == profile::MatchRule::Kind::RowId) {
        if (QUuid::fromString(m_match->constFirst().value.trimmed()).isNull())
            return invalid(
                Texts::tr("Rows are found by their id, but the organization user id is not a row id (GUID)."));
        return {};
    }
    const QStringList columns = mapping::matchColumns(rule);
    for (const QString &name : columns) {
        const mapping::Column *column = m_table.column(name);
        if (!column || !column->isValidForRead)
            return invalid(Texts::tr("Rows are found by the column %1, but %2 has no such column that can be read.")
                               .arg(name, m_table.logicalName));
    }
    if (rule.kind == profile::MatchRule::Kind::AlternateKey) {
        const mapping::Key *key = m_table.keyOn(columns);
        if (!key)
            return invalid(Texts::tr("Rows are found by an alternate key on %1, but there is no such key.")
                               .arg(columns.join(u", "_s)));
        if (key->status != mapping::Key::Status::Active)
            return invalid(Texts::tr("The alternate key %1 is not active yet, so rows cannot be found by it.")
                               .arg(key->logicalName));
    }
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
    if (m_consents)
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
    return !m_consents || m_consents->needsPerson();
}

QStringList Planner::addresses(const QList<dataverse::Row> &rows) const
{
    return m_consents ? m_consents->addresses(rows) : QStringList();
}

QStringList Planner::columns() const
{
    QStringList names = m_consents ? m_consents->personColumns() : mappedColumns();
    addReadable(m_table.primaryName, names);
    addReadable(stateColumn, names);
    return names;
}

QStringList Planner::mappedColumns() const
{
    QStringList names;
    for (const profile::Mapping &mapping : m_profile.integration.mappings) {
        if (mapping.goesToDynamics())
            addReadable(mapping.column, names);
    }
    return names;
}

void Planner::addReadable(const QString &name, QStringList &names) const
{
    const mapping::Column *column = m_table.column(name);
    if (column && column->isValidForRead && !names.contains(name))
        names << name;
}

PlanItem Planner::itemWithoutRow() const
{
    PlanItem item{.person = m_person, .subject = newest(m_subjects)};
    item.subject.time = m_time;
    // Without a row nothing is compared and the journal is not asked, so this cannot fail.
    const auto changes = m_consents ? m_consents->changesUnread() : changesFor(nullptr);
    if (changes)
        item.changes = *changes;
    for (qsizetype index = 0; index < m_statements.size(); ++index) {
        const Statement &statement = m_statements.at(index);
        if (isPushed(index) && !statement.pathProblem.isEmpty() && !item.warnings.contains(statement.pathProblem))
            item.warnings << statement.pathProblem;
    }
    return item;
}

core::Result<PlanItem> Planner::decide(const QList<dataverse::Row> &rows, const QList<dataverse::Row> &consents) const
{
    PlanItem item = itemWithoutRow();
    if (m_consents) {
        if (rows.size() == 1)
            warnOfState(item, rows.constFirst());
        return m_consents->decide(std::move(item), rows, consents);
    }
    if (rows.size() > 1)
        return ended(item, Outcome::Conflict,
                     Texts::tr("Several rows match this person; which one is meant cannot be known."))
            .concluded();
    if (rows.isEmpty() && !m_profile.integration.upsertMode)
        return ended(item, Outcome::Skipped, Texts::tr("There is no matching row, and upsert mode is off."))
            .concluded();

    if (rows.isEmpty() && item.subject.isPending) // a new contact may be written to: only who confirmed gets one
        return ended(item, Outcome::Skipped,
                     Texts::tr("There is no matching row, and none is made for a choice that waits for approval."))
            .concluded();

    const dataverse::Row *row = rows.isEmpty() ? nullptr : &rows.constFirst();
    if (row) {
        const auto changes = changesFor(row);
        if (!changes)
            return changes.error();
        item.changes = *changes;
        item.rows = {rowPlanFor(*row)};
        item.rows.first().same = cellsThatAreSame(item);
        warnOfState(item, *row);
    }
    if (const QString disputed =
            disputedSources(m_profile.integration.mappings, m_statements, m_surroundings.catalogue);
        !disputed.isEmpty())
        return ended(item, Outcome::Conflict,
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
    RowPlan plan{.columns = mappedColumns(),
                 .row = {.id = row.id, .etag = row.etag},
                 .rowName = row.values.value(m_table.primaryName).toString()};
    for (const QString &name : std::as_const(plan.columns)) {
        const QString readName = m_table.column(name)->readName();
        if (row.values.contains(readName))
            plan.row.values.insert(readName, row.values.value(readName));
    }
    for (int index = 0; index < int(m_statements.size()); ++index)
        plan.changes << index;
    return plan;
}

core::Result<QList<Change>> Planner::changesFor(const dataverse::Row *row) const
{
    QList<Change> changes;
    QHash<QString, QByteArray> written; // column → literal
    for (int index = 0; index < int(m_statements.size()); ++index) {
        auto change = changeFor(index, row);
        if (!change)
            return change.error();
        if (change->cell && change->effect != Change::Effect::Problem) {
            const QByteArray literal = change->cell->member + ':' + change->cell->json;
            if (written.value(change->column, literal) != literal) {
                change->effect = Change::Effect::Problem;
                change->problem = {
                    .kind = Error::Kind::Invalid,
                    .message = Texts::tr("Two mappings write different values into the column %1.").arg(change->column),
                    .fix = Texts::tr("Remove one of them."),
                    .field = u"mappings[%1].id"_s.arg(index)};
            }
            written.insert(change->column, literal);
        }
        changes << *change;
    }
    return changes;
}

core::Result<Change> Planner::changeFor(int index, const dataverse::Row *row) const
{
    const profile::Mapping &mapping = m_profile.integration.mappings.at(index);
    const Statement &statement = m_statements.at(index);
    const mapping::Column *column = m_table.column(mapping.column);
    Change change{.mapping = index,
                  .source = consent::describe(statement.path, m_surroundings.catalogue),
                  .path = mapping.value,
                  .found = statement.found.join(u" / "_s),
                  .finding = statement.finding,
                  .column = mapping.column,
                  .columnName = column ? column->displayName : mapping.column,
                  .now = QJsonValue(QJsonValue::Undefined)};
    if (row && column) {
        change.now = row->values.value(column->readName());
        change.nowShown = mapping::shownValue(*column, change.now);
    }

    const bool isAbsent = statement.finding.kind == consent::Finding::Kind::Absent;
    const auto leftAlone = [&](const QString &note) -> core::Result<Change> {
        change.note = statement.pathProblem.isEmpty() ? note : statement.pathProblem;
        return change;
    };
    if (!isPushed(index))
        return leftAlone(Texts::tr("This mapping goes to Didomi only: the column is left alone."));
    // What an event does not mention it says nothing about, not even "no choice".
    if (isAbsent && m_subjects.constFirst().origin == consent::Subject::Origin::Event)
        return leftAlone(textOfNothing(statement.finding));
    // Who has not confirmed yet may be somebody else: nothing but the wait itself is noted.
    if (newest(m_subjects).isPending && statement.finding.kind == consent::Finding::Kind::Text)
        return leftAlone(textOfWaiting());
    const auto problem = [&](const Error &error) -> core::Result<Change> {
        change.effect = Change::Effect::Problem;
        change.problem = error;
        return change;
    };
    if (!column) {
        const std::optional<State> state = mapping::stateOf(statement.finding);
        const bool isLeftAlone = isAbsent || state;
        if (isLeftAlone && (!state || mapping.actionOn(*state).kind == profile::Mapping::Action::Kind::LeaveAlone)) {
            change.note = unusableColumn(mapping, column, !row).message;
            return change;
        }
        return problem(unusableColumn(mapping, column, !row));
    }
    const auto cell =
        mapping::convert(statement.finding, mapping, *column, mapping::factsOf(statement.path, newest(m_subjects)));
    if (!cell)
        return problem(cell.error());
    if (!cell->has_value())
        return leftAlone(textOfNothing(statement.finding));
    const auto sendable = bound(**cell);
    if (!sendable)
        return problem(sendable.error());
    change.cell = *sendable;
    change.effect = Change::Effect::Write;
    if (!row)
        return column->isValidForCreate ? core::Result<Change>(change) : problem(unusableColumn(mapping, column, true));

    const auto last = lastApplied(*row, *change.cell);
    if (!last)
        return last.error();
    const QDateTime time = m_times.of(index);
    // A consent that was written already, and was taken back in Dynamics since, is not written again.
    const bool isNewer = m_times.isRead(index) ? time > *last : time >= *last;
    const bool isOlder = last->isValid() && !(time.isValid() && isNewer);
    if (row->values.contains(column->readName()) && mapping::isSame(*column, change.now, *change.cell)) {
        change.effect = Change::Effect::Same;
        change.isSuperseded = isOlder;
    } else if (!column->isValidForUpdate) {
        return problem(unusableColumn(mapping, column, false));
    } else if (isOlder) {
        change.effect = Change::Effect::Older;
        change.note = textOfOlder(time, *last);
    }
    return change;
}

bool Planner::mustReadTimes(const PlanItem &item) const
{
    if (m_times.isRead() || item.subject.origin != consent::Subject::Origin::User)
        return false;
    return std::any_of(item.rows.cbegin(), item.rows.cend(), [&item](const RowPlan &row) {
        return row.action == RowPlan::Action::Update &&
               std::any_of(row.changes.cbegin(), row.changes.cend(), [&item](int index) {
                   const Change &change = item.changes.at(index);
                   return change.effect == Change::Effect::Write && mapping::stateOf(change.finding) == State::Given;
               });
    });
}

core::Result<QDateTime> Planner::lastApplied(const dataverse::Row &row, const mapping::Cell &cell) const
{
    if (!m_journal)
        return QDateTime();
    // A lookup's member in the body is not named like its column; what was written is remembered under either.
    QStringList names{cell.column};
    if (const QString member = QString::fromUtf8(cell.member); member != cell.column)
        names << member;
    QDateTime newest;
    for (const QString &name : std::as_const(names)) {
        const auto time =
            m_journal->lastApplied(m_surroundings.whoAmI.organizationId, m_table.logicalName, row.id, name);
        if (!time)
            return time.error();
        if (time->isValid() && (!newest.isValid() || *time > newest))
            newest = *time;
    }
    return newest;
}

QString Planner::textOfNothing(const consent::Finding &finding) const
{
    if (finding.kind == consent::Finding::Kind::Absent)
        return m_subjects.constFirst().origin == consent::Subject::Origin::Event
                   ? Texts::tr("The event says nothing about this: the column is left alone.")
                   : Texts::tr("No choice: the column is left alone.");
    if (finding.choice == consent::Choice::Pending)
        return textOfWaiting();
    //: %1 is given or refused
    return Texts::tr("The mapping leaves the column alone when the choice is %1.")
        .arg(consent::choiceText(finding.choice));
}

QString Planner::textOfWaiting() const
{
    return Texts::tr("The choice waits for approval: the column is left alone.");
}

bool Planner::isPushed(qsizetype index) const
{
    return m_profile.integration.mappings.at(index).goesToDynamics();
}

Error Planner::unusableColumn(const profile::Mapping &mapping, const mapping::Column *column, bool isCreate) const
{
    Error error{.kind = Error::Kind::Invalid, .field = mapping.column};
    if (!column) {
        error.message = Texts::tr("The table %1 has no column %2.").arg(m_table.logicalName, mapping.column);
        error.fix = Texts::tr("Choose another column for this mapping, or create the column in Power Apps.");
    } else {
        error.message = isCreate ? Texts::tr("The column %1 cannot be set on new rows.").arg(mapping.column)
                                 : Texts::tr("The column %1 cannot be changed.").arg(mapping.column);
        error.fix = Texts::tr("Choose another column for this mapping.");
    }
    return error;
}

PlanItem Planner::decideUpdate(PlanItem item) const
{
    if (hasProblem(item))
        return item;
    const QList<mapping::Cell> cells = cellsToWrite(item);
    if (!cells.isEmpty()) {
        RowPlan &plan = item.rows.first();
        const dataverse::Row &row = plan.row;
        const bool isGuarded = !row.etag.isEmpty() && m_table.hasOptimisticConcurrency;
        plan.action = RowPlan::Action::Update;
        plan.outcome = item.outcome = Outcome::Updated;
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
        return ended(item, Outcome::Skipped, Texts::tr("A newer choice of this person was written already."));
    if (count(item, Change::Effect::Same) > 0)
        return ended(item, Outcome::Unchanged, Texts::tr("The row already says so."));
    return ended(item, Outcome::Skipped,
                 Texts::tr("There is nothing to write: this person made no choice about what is mapped."));
}

PlanItem Planner::decideCreate(PlanItem item) const
{
    if (hasProblem(item))
        return item;
    QList<mapping::Cell> cells = cellsToWrite(item);
    if (cells.isEmpty())
        return ended(
            item, Outcome::Skipped,
            Texts::tr("There is no matching row, and nothing to write into a new one: this person made no choice."));

    RowPlan plan{.action = RowPlan::Action::Create, .outcome = Outcome::Created, .columns = mappedColumns()};
    for (int index = 0; index < int(item.changes.size()); ++index)
        plan.changes << index;
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
    const QStringList expected = mapping::missingForCreate(m_table, mapping::Column::Required::Business, given);
    if (!expected.isEmpty())
        item.warnings << Texts::tr("Forms in Dynamics 365 require columns that the new row will not have: %1.")
                             .arg(expected.join(u", "_s));

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
