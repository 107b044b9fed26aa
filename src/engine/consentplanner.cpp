#include "engine/consentplanner.h"

#include "mapping/contactaddress.h"
#include "mapping/convert.h"
#include "mapping/writable.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using mapping::ConsentPlace;
using mapping::ConsentRow;
using mapping::ConsentTarget;
using mapping::ConsentValue;
using profile::ContactPoint;
using store::Outcome;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::ConsentPlan)
};

QStringList readNamesOf(const mapping::Table &table)
{
    QStringList names;
    for (const QString &name : mapping::consentColumnsToRead(table))
        names << table.column(name)->readName();
    return names;
}

bool isNewerRow(const ConsentRow &one, const ConsentRow &other)
{
    return one.modifiedOn > other.modifiedOn;
}

/// A row's address may be spelled otherwise than the person's: a phone number with blanks, letters of another case.
bool isSpelledAs(const ConsentRow &row, const QString &address)
{
    return row.address.trimmed().compare(address, Qt::CaseInsensitive) == 0;
}

} // namespace

ConsentPlanner::ConsentPlanner(const profile::Profile &profile, const bridge::Surroundings &surroundings,
                               store::Journal *journal, const QList<consent::Subject> &subjects,
                               const QList<Statement> &statements, const QString &person, const ChoiceTimes &times)
    : m_profile(profile)
    , m_surroundings(surroundings)
    , m_table(surroundings.consentTable)
    , m_readNames(readNamesOf(surroundings.consentTable))
    , m_journal(journal)
    , m_subjects(subjects)
    , m_statements(statements)
    , m_person(person)
    , m_times(times)
{
}

// --- what each mapping says
// -------------------------------------------------------------------------------------------

ConsentPlace ConsentPlanner::Line::place() const
{
    return {.address = address,
            .channel = change.consent->channel,
            .purposeId = target->purposeId,
            .topicId = target->topicId};
}

bool ConsentPlanner::needsPerson() const
{
    const QList<profile::Mapping> &mappings = m_profile.integration.mappings;
    return std::any_of(mappings.cbegin(), mappings.cend(), [this](const profile::Mapping &mapping) {
        return mapping.goesToDynamics() &&
               m_profile.contactPoints.of(mapping.channel).from == ContactPoint::From::Column;
    });
}

QStringList ConsentPlanner::personColumns() const
{
    QStringList names;
    for (const profile::Mapping &mapping : m_profile.integration.mappings) {
        const ContactPoint &point = m_profile.contactPoints.of(mapping.channel);
        const bool isColumn = mapping.goesToDynamics() && point.from == ContactPoint::From::Column;
        const mapping::Column *column = isColumn ? m_surroundings.table.column(point.name) : nullptr;
        if (column && column->isValidForRead && !names.contains(point.name))
            names << point.name;
    }
    return names;
}

const consent::Subject &ConsentPlanner::newest() const
{
    return *std::max_element(
        m_subjects.cbegin(), m_subjects.cend(),
        [](const consent::Subject &one, const consent::Subject &other) { return one.time < other.time; });
}

QList<Change> ConsentPlanner::changesUnread() const
{
    QList<Change> changes;
    for (int index = 0; index < int(m_statements.size()); ++index) {
        Line line = lineFor(index, nullptr);
        if (line.wanted && line.change.effect != Change::Effect::Problem)
            line.change.effect = Change::Effect::Write; // unless the whole ends otherwise, which is told then
        changes << line.change;
    }
    return changes;
}

/// `people`: nullptr while nobody has looked for them.
ConsentPlanner::Line ConsentPlanner::lineFor(int index, const QList<dataverse::Row> *people) const
{
    const profile::Mapping &mapping = m_profile.integration.mappings.at(index);
    const Statement &statement = m_statements.at(index);
    const auto target = mapping::consentTargetOf(mapping.column, m_surroundings.consentTree);
    Line line{.change = {.mapping = index,
                         .source = consent::describe(statement.path, m_surroundings.catalogue),
                         .path = mapping.value,
                         .found = statement.found.join(u" / "_s),
                         .finding = statement.finding,
                         .column = mapping.column,
                         .columnName = target ? target->name() : mapping.column,
                         .now = QJsonValue(QJsonValue::Undefined),
                         .consent = ConsentPoint{.channel = mapping.channel}}};
    Change &change = line.change;
    if (target) {
        line.target = *target;
        change.consent->target = *target;
    }
    if (!mapping.goesToDynamics()) {
        line.target.reset();
        change.note = Texts::tr("This mapping goes to Didomi only: the consent is left alone.");
        return line;
    }

    // What an event does not mention it says nothing about, not even "no choice".
    const bool isUnsaid = statement.finding.kind == consent::Finding::Kind::Absent &&
                          m_subjects.constFirst().origin == consent::Subject::Origin::Event;
    auto wanted = isUnsaid ? Result<std::optional<ConsentValue>>(std::optional<ConsentValue>())
                           : mapping::consentValueFor(statement.finding, mapping);
    const auto refuse = [&change](const Error &problem) {
        change.effect = Change::Effect::Problem;
        change.problem = problem;
    };
    if (!wanted) {
        refuse(wanted.error());
    } else if (!*wanted) {
        change.note = !statement.pathProblem.isEmpty() ? statement.pathProblem
                      : !target                        ? target.error().message
                                                       : textOfNothing(statement.finding);
    } else if (!target) {
        Error problem = target.error();
        problem.field = u"mappings[%1].id"_s.arg(index);
        refuse(problem);
    } else if (const auto cell = mapping::consentValueCell(m_table, **wanted); !cell) {
        refuse(cell.error());
    } else {
        line.wanted = *wanted;
        change.cell = *cell;
    }
    putAddress(line, people);
    return line;
}

void ConsentPlanner::putAddress(Line &line, const QList<dataverse::Row> *people) const
{
    Change &change = line.change;
    const profile::Channel channel = change.consent->channel;
    const ContactPoint &point = m_profile.contactPoints.of(channel);
    if (!people && point.from == ContactPoint::From::Column)
        return;
    const auto text = addressText(channel, people && !people->isEmpty() ? &people->constFirst() : nullptr);
    const auto leaveAlone = [&](const QString &note) {
        if (line.wanted) // else it is left alone for another reason
            change.note = note;
        line.wanted.reset();
        change.cell.reset();
    };
    if (!text) { // somebody must correct the integration, or the person's users
        if (line.wanted) {
            change.effect = Change::Effect::Problem;
            change.problem = text.error();
        }
        return leaveAlone({});
    }
    if (text->trimmed().isEmpty()) {
        //: %1 a channel, "E-mail"
        return leaveAlone(Texts::tr("No address is known for the channel “%1”: the consent is left alone.")
                              .arg(channelText(channel)));
    }
    const auto address = mapping::readContactAddress(channel, *text);
    if (!address) {
        //: %1 a channel, %2 "This is no e-mail address."
        line.warning = Texts::tr("The address for the channel “%1” cannot be used: %2")
                           .arg(channelText(channel), address.error().message);
        return leaveAlone(line.warning);
    }
    line.address = address->text;
    line.warning = address->warning;
    change.consent->address = address->text;
}

/// What Didomi's metadata hold. Fails when its users of this person do not agree: what one of them said is not to reach
/// the address of another. Those without any do not count, except the newest: its address may be gone for a reason.
Result<QString> ConsentPlanner::metadataText(profile::Channel channel) const
{
    const auto textOf = [name = m_profile.contactPoints.of(channel).name](const consent::Subject &subject) {
        return subject.metadata.value(name).toVariant().toString().trimmed();
    };
    const QString text = textOf(newest());
    const QString comparable = mapping::comparableAddress(channel, text);
    const bool isDisputed = std::any_of(m_subjects.cbegin(), m_subjects.cend(), [&](const consent::Subject &subject) {
        const QString other = textOf(subject);
        return !other.isEmpty() && (text.isEmpty() || mapping::comparableAddress(channel, other) != comparable);
    });
    if (!isDisputed)
        return text;
    return Error{.kind = Error::Kind::Invalid,
                 //: %1 a channel, "E-mail"
                 .message = Texts::tr("Didomi knows this person several times, and not with the same address for the "
                                      "channel “%1”; whose consent this is cannot be known.")
                                .arg(channelText(channel)),
                 .fix = Texts::tr("Correct the metadata of these users in Didomi, or choose another contact point for "
                                  "this channel."),
                 .field = u"contact_points"_s};
}

/// Empty when there is none. Fails when the integration looks where nothing can be, or where there are several.
Result<QString> ConsentPlanner::addressText(profile::Channel channel, const dataverse::Row *person) const
{
    const ContactPoint &point = m_profile.contactPoints.of(channel);
    switch (point.from) {
    case ContactPoint::From::UserId:
        return m_person;
    case ContactPoint::From::Metadata:
        return metadataText(channel);
    case ContactPoint::From::Column:
        break;
    }
    const mapping::Column *column = m_surroundings.table.column(point.name);
    if (!column || !column->isValidForRead)
        return Error{.kind = Error::Kind::Invalid,
                     .message = Texts::tr("Addresses are taken from the column %1, but %2 has no such column that can "
                                          "be read.")
                                    .arg(point.name, m_surroundings.table.logicalName),
                     .fix = Texts::tr("Choose another column for this channel's contact point."),
                     .field = u"contact_points"_s};
    return person ? person->values.value(column->readName()).toVariant().toString() : QString();
}

QString ConsentPlanner::textOfNothing(const consent::Finding &finding) const
{
    if (finding.kind == consent::Finding::Kind::Absent)
        return m_subjects.constFirst().origin == consent::Subject::Origin::Event
                   ? Texts::tr("The event says nothing about this: the consent is left alone.")
                   : Texts::tr("No choice: the consent is left alone.");
    if (finding.choice == consent::Choice::Pending)
        return Texts::tr("The choice waits for approval: the consent is left alone.");
    //: %1 is given or refused
    return Texts::tr("The mapping leaves the consent alone when the choice is %1.")
        .arg(consent::choiceText(finding.choice));
}

QList<ConsentPlanner::Line> ConsentPlanner::linesFor(const QList<dataverse::Row> &people) const
{
    QList<Line> lines;
    for (int index = 0; index < int(m_statements.size()); ++index)
        lines << lineFor(index, &people);
    return lines;
}

QStringList ConsentPlanner::addresses(const QList<dataverse::Row> &people) const
{
    QStringList texts;
    if (people.size() > 1)
        return texts; // a conflict, whatever they say
    for (const Line &line : linesFor(people)) {
        if (line.isPlaced())
            texts << mapping::spellingsOf(line.change.consent->channel, line.address);
    }
    texts.removeDuplicates();
    return texts;
}

// --- what becomes of each row
// -----------------------------------------------------------------------------------------

ConsentValue ConsentPlanner::Group::now() const
{
    QList<mapping::ConsentSay> says;
    for (const ConsentRow &row : rows)
        says << mapping::ConsentSay{.modifiedOn = row.modifiedOn, .value = row.value.value_or(ConsentValue::NotSet)};
    return mapping::effectiveConsent(says);
}

Result<PlanItem> ConsentPlanner::decide(PlanItem item, const QList<dataverse::Row> &people,
                                        const QList<dataverse::Row> &consents) const
{
    if (people.size() > 1) {
        item.end(Outcome::Conflict, Texts::tr("Several rows match this person; which one is meant cannot be known."));
        return item.concluded();
    }
    QList<ConsentRow> rows;
    for (const dataverse::Row &row : consents)
        rows << mapping::consentRowOf(row.id, row.etag, row.values);
    QList<Line> lines = linesFor(people);
    Groups groups = groupsOf(lines, rows);

    // Purposes before their topics, refusals before what is given: a push that is cut off has done what matters most.
    std::stable_sort(groups.begin(), groups.end(), [](const Group &one, const Group &other) {
        const auto rank = [](const Group &group) {
            return (group.wanted == ConsentValue::OptedOut ? 0 : 2) + (group.target.isTopic() ? 1 : 0);
        };
        return rank(one) < rank(other);
    });
    for (Group &group : groups) {
        if (const auto decided = decideGroup(group, lines, item); !decided)
            return decided.error();
    }
    item.changes.clear();
    for (const Line &line : std::as_const(lines)) {
        item.changes << line.change;
        if (!line.warning.isEmpty() && !item.warnings.contains(line.warning))
            item.warnings << line.warning;
        if (!line.isPlaced() || !line.wanted || !mapping::isPhoneChannel(line.change.consent->channel))
            continue;
        const QString unseen = Texts::tr("Consents are found under a phone number as it stands here and without what "
                                         "divides it; a row that spells the number otherwise is not seen.");
        if (!item.warnings.contains(unseen))
            item.warnings << unseen;
    }

    const auto has = [&item](Change::Effect effect) {
        return std::any_of(item.changes.cbegin(), item.changes.cend(),
                           [effect](const Change &change) { return change.effect == effect; });
    };
    const QString disputed = disputedSources(m_profile.integration.mappings, m_statements, m_surroundings.catalogue);
    if (!disputed.isEmpty())
        item.end(Outcome::Conflict,
                 Texts::tr("Didomi knows this person several times, and they disagree about %1.").arg(disputed));
    else if (has(Change::Effect::Problem))
        item.end(Outcome::Invalid, {}); // concluded() says which
    else if (item.isWrite())
        item.outcome = item.action() == PlanItem::Action::Create ? Outcome::Created : Outcome::Updated;
    else if (has(Change::Effect::Older))
        item.outcome = Outcome::Skipped, item.reason = Texts::tr("A newer choice is there already.");
    else if (has(Change::Effect::Same))
        item.outcome = Outcome::Unchanged, item.reason = Texts::tr("The consents already say so.");
    else if (people.isEmpty() && needsPerson())
        item.end(Outcome::Skipped, Texts::tr("There is no matching row, so no address is known."));
    else
        item.end(Outcome::Skipped, Texts::tr("There is nothing to write about this person."));
    if (!item.isWrite()) {
        for (Group &group : groups)
            group.isWritten = false;
    }
    for (const Group &group : std::as_const(groups)) {
        if (group.isWritten)
            item.shared << QStringList{u"consent"_s, channelWord(group.place.channel),
                                       mapping::comparableAddress(group.place.channel, group.place.address)}
                               .join(u'|');
    }
    forecast(item, groups, rows);
    return item.concluded();
}

ConsentPlanner::Groups ConsentPlanner::groupsOf(QList<Line> &lines, const QList<ConsentRow> &rows) const
{
    Groups groups;
    for (int index = 0; index < int(lines.size()); ++index) {
        Line &line = lines[index];
        if (!line.isPlaced())
            continue;
        const ConsentPlace place = line.place();
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [key = place.key()](const Group &one) { return one.key == key; });
        if (group == groups.end()) {
            group = groups.insert(groups.end(), Group{.place = place, .target = *line.target});
            std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(group->rows),
                         [&place](const ConsentRow &row) { return place.holds(row); });
            std::stable_sort(group->rows.begin(), group->rows.end(), isNewerRow);
        }
        group->lines << index;
        if (line.wanted && group->wanted && *line.wanted != *group->wanted) {
            line.change.effect = Change::Effect::Problem;
            line.change.problem = {
                .kind = Error::Kind::Invalid,
                .message =
                    Texts::tr("Two mappings write different values into the consent “%1”.").arg(line.target->name()),
                .fix = Texts::tr("Remove one of them."),
                .field = u"mappings[%1].id"_s.arg(index)};
        } else if (line.wanted) {
            group->wanted = line.wanted;
        }
    }
    return groups;
}

Result<core::Nothing> ConsentPlanner::decideGroup(Group &group, QList<Line> &lines, PlanItem &item) const
{
    const auto say = [&](Change::Effect effect, const QString &note = {}) {
        for (const int index : std::as_const(group.lines)) {
            Change &change = lines[index].change;
            if (!lines.at(index).wanted || change.effect == Change::Effect::Problem)
                continue;
            change.effect = effect;
            change.note = note;
        }
    };
    const auto refuse = [&](const Error &problem) {
        for (const int index : std::as_const(group.lines)) {
            lines[index].change.effect = Change::Effect::Problem;
            lines[index].change.problem = problem;
        }
        return core::Nothing{};
    };
    if (!group.rows.isEmpty()) { // the one that counts
        const QJsonValue now = group.rows.constFirst().values.value(mapping::consentcolumn::value);
        for (const int index : std::as_const(group.lines)) {
            lines[index].change.now = now;
            lines[index].change.nowShown = mapping::shownValue(*m_table.column(mapping::consentcolumn::value), now);
        }
    }
    if (!group.wanted)
        return core::Nothing{};

    const ConsentValue wanted = *group.wanted;
    const bool isSame = std::all_of(group.rows.cbegin(), group.rows.cend(),
                                    [wanted](const ConsentRow &row) { return row.value == wanted; });
    const bool isMissing = std::none_of(group.rows.cbegin(), group.rows.cend(), [&group](const ConsentRow &row) {
        return isSpelledAs(row, group.place.address);
    });
    const bool isMade = isMissing && wanted != ConsentValue::NotSet;
    if (group.rows.isEmpty() && !isMade) {
        say(Change::Effect::Nothing, Texts::tr("There is no row of consent, and none is made to say “not set”."));
        return core::Nothing{};
    }
    if (wanted == ConsentValue::NotSet && isRefusalKept(group, lines)) {
        const QString why = Texts::tr("The consent is opted out, and only somebody who gives consent can change that.");
        say(Change::Effect::Nothing, why);
        for (const ConsentRow &row : std::as_const(group.rows)) {
            RowPlan plan = planOf(group, row);
            plan.outcome = Outcome::Skipped;
            plan.reason = why;
            item.rows << plan;
        }
        return core::Nothing{};
    }
    const auto older = whyOlder(group);
    if (!older)
        return older.error();
    if (!older->isEmpty() && !isSame) {
        say(Change::Effect::Older, *older);
        for (const ConsentRow &row : std::as_const(group.rows)) {
            RowPlan plan = planOf(group, row);
            plan.outcome = Outcome::Skipped;
            plan.reason = *older;
            item.rows << plan;
        }
        return core::Nothing{};
    }
    if (!older->isEmpty() && group.rows.isEmpty()) {
        say(Change::Effect::Older, *older);
        return core::Nothing{};
    }

    const auto cell = mapping::consentValueCell(m_table, wanted);
    if (!cell)
        return refuse(cell.error());
    const bool isWrite = !isSame || (isMade && older->isEmpty());
    for (const ConsentRow &row : std::as_const(group.rows)) {
        if (row.value == wanted) {
            RowPlan plan = planOf(group, row);
            plan.reason = Texts::tr("The consent already says so.");
            if (older->isEmpty())
                plan.same = {*cell};
            item.rows << plan;
            continue;
        }
        const auto plan = updateOf(group, row);
        if (!plan)
            return refuse(plan.error());
        item.rows << *plan;
    }
    if (isMade && older->isEmpty()) {
        const auto plan = createOf(group);
        if (!plan)
            return refuse(plan.error());
        item.rows << *plan;
    }
    group.isWritten = isWrite;
    say(isWrite ? Change::Effect::Write : Change::Effect::Same);
    for (const int index : std::as_const(group.lines))
        lines[index].change.isSuperseded = !older->isEmpty();
    return core::Nothing{};
}

/// True when a row is opted out and not everybody who speaks of it gives consent: "not set" would let messages be sent
/// again. One such row is enough, as writing another one would make that the newest, which is the one that counts.
bool ConsentPlanner::isRefusalKept(const Group &group, const QList<Line> &lines)
{
    const bool isGiven = std::all_of(group.lines.cbegin(), group.lines.cend(), [&lines](int index) {
        const Line &line = lines.at(index);
        return !line.wanted || mapping::stateOf(line.change.finding) == profile::Mapping::State::Given;
    });
    return !isGiven && std::any_of(group.rows.cbegin(), group.rows.cend(),
                                   [](const ConsentRow &row) { return row.value == ConsentValue::OptedOut; });
}

/// Why a newer choice is there already; empty when none is.
Result<QString> ConsentPlanner::whyOlder(const Group &group) const
{
    QStringList ids;
    for (const ConsentRow &row : group.rows)
        ids << row.id;
    if (ids.isEmpty())
        ids << group.place.newRowId(); // it may have been there, and is gone
    const QDateTime time = timeOf(group);
    const bool isLoosening = group.wanted != ConsentValue::OptedOut;
    const bool isRead =
        std::any_of(group.lines.cbegin(), group.lines.cend(), [this](int line) { return m_times.isRead(line); });
    QSet<QString> known; // rows that this installation has written
    for (const QString &id : std::as_const(ids)) {
        if (!m_journal)
            break;
        const auto last = m_journal->lastApplied(m_surroundings.whoAmI.organizationId, m_table.logicalName, id,
                                                 mapping::consentcolumn::value);
        if (!last)
            return last.error();
        if (!last->isValid())
            continue;
        known.insert(id);
        // A consent that was written already, and was taken back in Dynamics since, is not written again.
        const bool isNewer = isRead && isLoosening ? time > *last : time >= *last;
        if (!time.isValid() || !isNewer)
            return textOfOlder(time, *last);
    }
    if (!isLoosening)
        return QString();
    // Somebody opted out in Dynamics itself, or by another installation of ours: an older choice must not undo that.
    for (const ConsentRow &row : group.rows) {
        const bool isNewer = !time.isValid() || !row.modifiedOn.isValid() || row.modifiedOn > time;
        const bool isJudged = isOurs(row) && known.contains(row.id); // the journal knows better than the row's clock
        if (row.value == ConsentValue::OptedOut && isNewer && !isJudged)
            return Texts::tr("The row was opted out in Dynamics 365 after this choice was made.");
    }
    return QString();
}

QDateTime ConsentPlanner::timeOf(const Group &group) const
{
    QDateTime newest;
    for (const int line : std::as_const(group.lines)) {
        const QDateTime time = m_times.of(line);
        if (!newest.isValid() || time > newest)
            newest = time;
    }
    return newest;
}

/// A later hand may have left our words in place: who changed it last counts too.
bool ConsentPlanner::isOurs(const ConsentRow &row) const
{
    return row.reason.startsWith(mapping::consentStamp) &&
           (row.modifiedBy.isEmpty() || row.modifiedBy.compare(m_surroundings.whoAmI.userId, Qt::CaseInsensitive) == 0);
}

mapping::ConsentStamp ConsentPlanner::stamp() const
{
    const consent::Subject &subject = newest();
    const QString word = subject.origin == consent::Subject::Origin::Event ? u"evt="_s : u"user="_s;
    return {.reason = mapping::consentStamp + word + subject.sourceId, .onBehalf = u"didomi:"_s + m_person};
}

/// Nothing to do with the row, so far.
RowPlan ConsentPlanner::planOf(const Group &group, const ConsentRow &row) const
{
    RowPlan plan{.changes = group.lines,
                 .columns = {mapping::consentcolumn::value},
                 .row = {.id = row.id, .etag = row.etag},
                 //: a row of consent: %1 the purpose or topic, %2 an address
                 .rowName = Texts::tr("%1, %2").arg(group.target.name(), row.address)};
    for (const QString &name : m_readNames)
        plan.row.values.insert(name, row.values.value(name));
    return plan;
}

Result<RowPlan> ConsentPlanner::updateOf(const Group &group, const ConsentRow &row) const
{
    const auto cells = mapping::consentUpdateCells(m_table, *group.wanted, stamp());
    if (!cells)
        return cells.error();
    const bool isGuarded = !row.etag.isEmpty() && m_table.hasOptimisticConcurrency;
    RowPlan plan = planOf(group, row);
    plan.action = RowPlan::Action::Update;
    plan.outcome = Outcome::Updated;
    plan.write = dataverse::Write{.entitySet = m_table.entitySet,
                                  .rowId = row.id,
                                  .condition = isGuarded ? dataverse::Write::Condition::IfUnchanged
                                                         : dataverse::Write::Condition::UpdateOnly,
                                  .etag = isGuarded ? row.etag : QString(),
                                  .cells = *cells};
    return plan;
}

Result<RowPlan> ConsentPlanner::createOf(const Group &group) const
{
    const auto cells = mapping::consentCreateCells(m_table, group.place, *group.wanted, stamp());
    if (!cells)
        return cells.error();
    QStringList given;
    for (const mapping::Cell &cell : *cells)
        given << cell.column;
    const QStringList missing = mapping::missingForCreate(m_table, mapping::Column::Required::System, given);
    if (!missing.isEmpty())
        return Error{
            .kind = Error::Kind::Invalid,
            .message =
                Texts::tr("A new row of consent needs columns that are not known here: %1.").arg(missing.join(u", "_s)),
            .fix = Texts::tr("Make these columns optional in Power Apps."),
            .field = missing.constFirst()};
    RowPlan plan{.action = RowPlan::Action::Create,
                 .outcome = Outcome::Created,
                 .changes = group.lines,
                 .columns = {mapping::consentcolumn::address, mapping::consentcolumn::channel,
                             mapping::consentcolumn::level, mapping::consentcolumn::value,
                             mapping::consentcolumn::purpose},
                 .rowName = Texts::tr("%1, %2").arg(group.target.name(), group.place.address)};
    if (group.target.isTopic())
        plan.columns << mapping::consentcolumn::topic;
    plan.write = dataverse::Write{.entitySet = m_table.entitySet,
                                  .rowId = group.place.newRowId(),
                                  .condition = dataverse::Write::Condition::CreateOnly,
                                  .cells = *cells};
    return plan;
}

// --- whether something would be sent
// ----------------------------------------------------------------------------------

void ConsentPlanner::forecast(PlanItem &item, const Groups &groups, const QList<ConsentRow> &rows) const
{
    for (const Group &group : groups) {
        ConsentPlace above = group.place;
        above.topicId.clear();
        Group purpose{.place = above, .target = group.target};
        std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(purpose.rows),
                     [&above](const ConsentRow &row) { return above.holds(row); });
        const auto written = std::find_if(groups.cbegin(), groups.cend(),
                                          [&purpose](const Group &one) { return one.key == purpose.key; });
        const mapping::Enforcement model = group.target.enforcement.of(group.place.channel);
        const auto sending = [&](ConsentValue ofPurpose, ConsentValue ofThis) {
            return mapping::sendingUnder(model, ofPurpose,
                                         group.target.isTopic() ? std::optional(ofThis) : std::nullopt);
        };
        const ConsentValue purposeAfter = written != groups.cend() ? written->afterwards() : purpose.now();
        Forecast one{.change = group.lines.constFirst(),
                     .before = sending(purpose.now(), group.now()),
                     .after = sending(purposeAfter, group.afterwards())};
        one.reason = mapping::sendingText(one.after, group.target.purposeName, group.target.topicName);
        item.forecasts << one;
        const bool isInVain = group.isWritten && group.target.isTopic() && group.wanted == ConsentValue::OptedIn;
        if (isInVain && purposeAfter == ConsentValue::OptedOut)
            item.warnings << Texts::tr("The topic “%1” is opted in, but has no effect while its purpose “%2” is opted "
                                       "out.")
                                 .arg(group.target.topicName, group.target.purposeName);
        else if (isInVain && !one.after.isSent())
            item.warnings << Texts::tr("The topic “%1” is opted in, but has no effect until its purpose “%2” is opted "
                                       "in too.")
                                 .arg(group.target.topicName, group.target.purposeName);
    }
    item.warnings.removeDuplicates();
}

} // namespace engine
