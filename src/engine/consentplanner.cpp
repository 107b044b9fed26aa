#include "engine/consentplanner.h"

#include "mapping/contactaddress.h"
#include "mapping/convert.h"
#include "mapping/writable.h"

#include <QCoreApplication>

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

bool isNewerRow(const ConsentRow *one, const ConsentRow *other)
{
    return one->modifiedOn > other->modifiedOn;
}

/// A row's address may be spelled otherwise than the person's: a phone number with blanks, letters of another case.
bool isSpelledAs(const ConsentRow &row, const QString &address)
{
    return row.address == address || row.address.trimmed().compare(address, Qt::CaseInsensitive) == 0;
}

} // namespace

ConsentPlanner::ConsentPlanner(const Rules &rules, store::AppliedTimes *applied,
                               const QList<consent::Subject> &subjects, const consent::Subject &newest,
                               const QList<Statement> &statements, const ChoiceTimes &times)
    : m_rules(rules)
    , m_profile(rules.profile())
    , m_surroundings(rules.surroundings())
    , m_table(m_surroundings.consentTable)
    , m_applied(applied)
    , m_subjects(subjects)
    , m_newest(newest)
    , m_statements(statements)
    , m_times(times)
{
}

// --- what each mapping says
// -------------------------------------------------------------------------------------------

QList<Change> ConsentPlanner::changesUnread() const
{
    Lines unread = linesFor(nullptr);
    for (std::size_t index = 0; index < unread.lines.size(); ++index) {
        Change &change = unread.changes[qsizetype(index)];
        if (unread.lines[index].wanted && change.effect != Change::Effect::Problem)
            change.effect = Change::Effect::Write; // unless the whole ends otherwise, which is told then
    }
    return unread.changes;
}

/// `people`: nullptr while nobody has looked for them.
ConsentPlanner::Lines ConsentPlanner::linesFor(const QList<dataverse::Row> *people) const
{
    Lines all;
    all.changes.reserve(m_rules.count());
    all.lines.reserve(std::size_t(m_rules.count()));
    Contacts contacts;
    for (int index = 0; index < m_rules.count(); ++index) {
        Change &change = all.changes.emplace_back();
        change.mapping = index;
        all.lines.push_back(lineFor(change, people, contacts));
    }
    return all;
}

/// Fills `change`, which knows its mapping.
ConsentPlanner::Line ConsentPlanner::lineFor(Change &change, const QList<dataverse::Row> *people,
                                             Contacts &contacts) const
{
    const Rule &rule = m_rules.at(change.mapping);
    const Statement &statement = m_statements.at(change.mapping);
    const Result<ConsentTarget> &target = *rule.target;
    change.source = rule.source;
    change.path = rule.mapping->value;
    change.found = statement.found;
    change.finding = statement.finding;
    change.column = rule.mapping->column;
    change.columnName = rule.columnName;
    change.now = QJsonValue(QJsonValue::Undefined);
    change.consent = ConsentPoint{.channel = rule.mapping->channel};
    if (target)
        change.consent->target = *target;
    Line line;
    if (!rule.isPushed) {
        change.note = m_rules.texts().didomiOnly;
        return line;
    }

    const auto refuse = [&change](const Error &problem) {
        change.effect = Change::Effect::Problem;
        change.problem = problem;
    };
    static const Result<Rule::MaybeValue> nothing = Rule::MaybeValue();
    // What an event does not mention it says nothing about, not even "no choice".
    const consent::Subject::Origin origin = m_subjects.constFirst().origin;
    const bool isUnsaid =
        statement.finding.kind == consent::Finding::Kind::Absent && origin == consent::Subject::Origin::Event;
    const Result<Rule::MaybeValue> &wanted = isUnsaid ? nothing : rule.valueFor(statement.finding);
    if (!wanted) {
        refuse(wanted.error());
    } else if (!*wanted) {
        change.note = !rule.pathProblem.isEmpty() ? rule.pathProblem
                      : !target                   ? target.error().message
                                                  : m_rules.texts().ofNothing(statement.finding, origin);
    } else if (!target) {
        Error problem = target.error();
        problem.field = u"mappings[%1].id"_s.arg(change.mapping);
        refuse(problem);
    } else if (const Result<mapping::Cell> &cell = m_rules.valueCell(**wanted); !cell) {
        refuse(cell.error());
    } else {
        line.wanted = *wanted;
        change.cell = *cell;
    }

    const Contact &contact = contactOf(rule.mapping->channel, people, contacts);
    line.warning = contact.warning;
    if (contact.isUnread)
        return line;
    if (!contact.address.isEmpty()) {
        change.consent->address = contact.address;
        line.isPlaced = rule.place >= 0;
        return line;
    }
    if (!line.wanted) // it is left alone for another reason
        return line;
    change.note = contact.note;
    if (contact.problem)
        refuse(*contact.problem);
    line.wanted.reset();
    change.cell.reset();
    return line;
}

const ConsentPlanner::Contact &ConsentPlanner::contactOf(profile::Channel channel, const QList<dataverse::Row> *people,
                                                         Contacts &contacts) const
{
    std::optional<Contact> &contact = contacts[std::size_t(channel)];
    if (!contact)
        contact = readContact(channel, people);
    return *contact;
}

ConsentPlanner::Contact ConsentPlanner::readContact(profile::Channel channel, const QList<dataverse::Row> *people) const
{
    const ContactPoint &point = m_profile.contactPoints.of(channel);
    if (!people && point.from == ContactPoint::From::Column)
        return {.isUnread = true};
    const auto text = addressText(channel, people && !people->isEmpty() ? &people->constFirst() : nullptr);
    if (!text) // somebody must correct the integration, or the person's users
        return {.problem = text.error()};
    if (text->trimmed().isEmpty()) {
        //: %1 a channel, "E-mail"
        return {.note = Texts::tr("No address is known for the channel “%1”: the consent is left alone.")
                            .arg(channelText(channel))};
    }
    const auto address = mapping::readContactAddress(channel, *text);
    if (!address) {
        //: %1 a channel, %2 "This is no e-mail address."
        const QString warning = Texts::tr("The address for the channel “%1” cannot be used: %2")
                                    .arg(channelText(channel), address.error().message);
        return {.warning = warning, .note = warning};
    }
    return {.address = address->text, .warning = address->warning};
}

/// What Didomi's metadata hold. Fails when its users of this person do not agree: what one of them said is not to reach
/// the address of another. Those without any do not count, except the newest: its address may be gone for a reason.
Result<QString> ConsentPlanner::metadataText(profile::Channel channel) const
{
    const auto textOf = [name = m_profile.contactPoints.of(channel).name](const consent::Subject &subject) {
        return subject.metadata.value(name).toVariant().toString().trimmed();
    };
    const QString text = textOf(m_newest);
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
        return m_newest.organizationUserId;
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

QStringList ConsentPlanner::addresses(const QList<dataverse::Row> &people) const
{
    QStringList texts;
    if (people.size() > 1)
        return texts; // a conflict, whatever they say
    Contacts contacts;
    for (const Rule &rule : m_rules.all()) {
        if (rule.place < 0 || contacts[std::size_t(rule.mapping->channel)])
            continue;
        const QString &address = contactOf(rule.mapping->channel, &people, contacts).address;
        if (!address.isEmpty())
            texts << mapping::spellingsOf(rule.mapping->channel, address);
    }
    texts.removeDuplicates();
    return texts;
}

// --- what becomes of each row
// -----------------------------------------------------------------------------------------

ConsentValue ConsentPlanner::valueOf(const Rows &rows)
{
    QList<mapping::ConsentSay> says;
    says.reserve(rows.size());
    for (const ConsentRow *row : rows)
        says << mapping::ConsentSay{.modifiedOn = row->modifiedOn, .value = row->value.value_or(ConsentValue::NotSet)};
    return mapping::effectiveConsent(says);
}

Result<PlanItem> ConsentPlanner::decide(PlanItem item, const QList<dataverse::Row> &people,
                                        const QList<dataverse::Row> &consents) const
{
    if (people.size() > 1) {
        item.end(Outcome::Conflict, Texts::tr("Several rows match this person; which one is meant cannot be known."));
        return std::move(item).concluded();
    }
    std::vector<ConsentRow> rows;
    rows.reserve(std::size_t(consents.size()));
    for (const dataverse::Row &row : consents)
        rows.push_back(mapping::consentRowOf(row.id, row.etag, row.values));
    Lines lines = linesFor(&people);
    const RowsByPlace byPlace = rowsByPlace(lines, rows);
    Groups groups = groupsOf(lines, byPlace);

    // Purposes before their topics, refusals before what is given: a push that is cut off has done what matters most.
    std::stable_sort(groups.begin(), groups.end(), [](const Group &one, const Group &other) {
        const auto rank = [](const Group &group) {
            return (group.wanted == ConsentValue::OptedOut ? 0 : 2) + (group.at->target.isTopic() ? 1 : 0);
        };
        return rank(one) < rank(other);
    });
    item.rows.reserve(qsizetype(groups.size()));
    for (Group &group : groups) {
        group.firstPlan = item.rows.size();
        if (const auto decided = decideGroup(group, lines, item); !decided)
            return decided.error();
        group.plans = item.rows.size() - group.firstPlan;
    }
    for (std::size_t index = 0; index < lines.lines.size(); ++index) {
        const Line &line = lines.lines[index];
        if (!line.warning.isEmpty() && !item.warnings.contains(line.warning))
            item.warnings << line.warning;
        if (!line.isPlaced || !line.wanted || !mapping::isPhoneChannel(m_rules.at(int(index)).mapping->channel))
            continue;
        const QString unseen = Texts::tr("Consents are found under a phone number as it stands here and without what "
                                         "divides it; a row that spells the number otherwise is not seen.");
        if (!item.warnings.contains(unseen))
            item.warnings << unseen;
    }
    item.changes = std::move(lines.changes);

    const auto has = [&item](Change::Effect effect) {
        return std::any_of(item.changes.cbegin(), item.changes.cend(),
                           [effect](const Change &change) { return change.effect == effect; });
    };
    const QString disputed = disputedSources(m_rules, m_statements);
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
        item.outcome = Outcome::Unchanged, item.reason = m_rules.texts().allSame;
    else if (people.isEmpty() && m_rules.needsPerson())
        item.end(Outcome::Skipped, Texts::tr("There is no matching row, so no address is known."));
    else
        item.end(Outcome::Skipped, m_rules.texts().nothingMapped);
    if (!item.isWrite()) {
        for (Group &group : groups)
            group.isWritten = false;
    }
    std::array<bool, std::size(profile::allChannels)> isShared{};
    for (const Group &group : std::as_const(groups)) {
        const profile::Channel channel = group.place.channel;
        if (!group.isWritten || std::exchange(isShared[std::size_t(channel)], true)) // one address for each
            continue;
        item.shared << QStringList{u"consent"_s, channelWord(channel),
                                   mapping::comparableAddress(channel, group.place.address)}
                           .join(u'|');
    }
    forecast(item, groups, byPlace);
    return std::move(item).concluded();
}

/// Empty while, or when, none is known.
const QString &ConsentPlanner::addressOf(const RulePlace &place, const Lines &lines) const
{
    static const QString none;
    const RulePlace &written = place.lines.isEmpty() ? m_rules.places()[std::size_t(place.below)] : place;
    const int line = written.lines.constFirst();
    return lines.lines[std::size_t(line)].isPlaced ? lines.changes.at(line).consent->address : none;
}

ConsentPlanner::RowsByPlace ConsentPlanner::rowsByPlace(const Lines &lines, const std::vector<ConsentRow> &rows) const
{
    std::vector<ConsentPlace> places;
    places.reserve(m_rules.places().size());
    for (const RulePlace &at : m_rules.places())
        places.push_back(at.at(addressOf(at, lines)));
    RowsByPlace sorted(places.size());
    for (const ConsentRow &row : rows) {
        const auto place = std::find_if(places.cbegin(), places.cend(), [&row](const ConsentPlace &one) {
            return one.holds(row) && !one.address.isEmpty();
        });
        if (place != places.cend()) // one at most, as no two places are the same
            sorted[std::size_t(place - places.cbegin())] << &row;
    }
    for (Rows &there : sorted)
        std::stable_sort(there.begin(), there.end(), isNewerRow);
    return sorted;
}

ConsentPlanner::Groups ConsentPlanner::groupsOf(Lines &lines, const RowsByPlace &rows) const
{
    Groups groups;
    groups.reserve(rows.size());
    for (std::size_t place = 0; place < rows.size(); ++place) {
        const RulePlace &at = m_rules.places()[place];
        const QString &address = addressOf(at, lines);
        if (at.lines.isEmpty() || address.isEmpty())
            continue;
        Group &group = groups.emplace_back();
        group.at = &at;
        group.place = at.at(address);
        group.rows = &rows[place];
        group.now = valueOf(*group.rows);
        for (const int index : at.lines) {
            const Line &line = lines.lines[std::size_t(index)];
            if (line.wanted && group.wanted && *line.wanted != *group.wanted) {
                Change &change = lines.changes[index];
                change.effect = Change::Effect::Problem;
                change.problem = {
                    .kind = Error::Kind::Invalid,
                    .message = Texts::tr("Two mappings write different values into the consent “%1”.").arg(at.name),
                    .fix = Texts::tr("Remove one of them."),
                    .field = u"mappings[%1].id"_s.arg(index)};
            } else if (line.wanted) {
                group.wanted = line.wanted;
            }
        }
    }
    return groups;
}

Result<core::Nothing> ConsentPlanner::decideGroup(Group &group, Lines &lines, PlanItem &item) const
{
    const auto say = [&](Change::Effect effect, const QString &note = {}) {
        for (const int index : group.at->lines) {
            Change &change = lines.changes[index];
            if (!lines.lines[std::size_t(index)].wanted || change.effect == Change::Effect::Problem)
                continue;
            change.effect = effect;
            change.note = note;
        }
    };
    const auto refuse = [&](const Error &problem) {
        for (const int index : group.at->lines) {
            lines.changes[index].effect = Change::Effect::Problem;
            lines.changes[index].problem = problem;
        }
        return core::Nothing{};
    };
    const auto leaveRows = [&](const QString &why) {
        for (const ConsentRow *row : *group.rows) {
            RowPlan plan = planOf(group, *row);
            plan.outcome = Outcome::Skipped;
            plan.reason = why;
            item.rows << std::move(plan);
        }
        return core::Nothing{};
    };
    if (!group.rows->isEmpty()) { // the one that counts
        const ConsentRow &counting = *group.rows->first();
        const QJsonValue &now = counting.stored;
        const Result<mapping::Cell> *known =
            now.isDouble() && counting.value ? &m_rules.valueCell(*counting.value) : nullptr;
        const QString shown = known && *known         ? (*known)->shown
                              : m_rules.valueColumn() ? mapping::shownValue(*m_rules.valueColumn(), now)
                                                      : QString();
        for (const int index : group.at->lines) {
            lines.changes[index].now = now;
            lines.changes[index].nowShown = shown;
        }
    }
    if (!group.wanted)
        return core::Nothing{};

    const ConsentValue wanted = *group.wanted;
    const bool isSame = std::all_of(group.rows->cbegin(), group.rows->cend(),
                                    [wanted](const ConsentRow *row) { return row->value == wanted; });
    const bool isMissing = std::none_of(group.rows->cbegin(), group.rows->cend(), [&group](const ConsentRow *row) {
        return isSpelledAs(*row, group.place.address);
    });
    const bool isMade = isMissing && wanted != ConsentValue::NotSet;
    if (group.rows->isEmpty() && !isMade) {
        say(Change::Effect::Nothing, Texts::tr("There is no row of consent, and none is made to say “not set”."));
        return core::Nothing{};
    }
    if (wanted == ConsentValue::NotSet && isRefusalKept(group, lines)) {
        const QString why = Texts::tr("The consent is opted out, and only somebody who gives consent can change that.");
        say(Change::Effect::Nothing, why);
        return leaveRows(why);
    }
    const auto older = whyOlder(group, lines);
    if (!older)
        return older.error();
    if (!older->isEmpty() && !isSame) {
        say(Change::Effect::Older, *older);
        return leaveRows(*older);
    }
    if (!older->isEmpty() && group.rows->isEmpty()) {
        say(Change::Effect::Older, *older);
        return core::Nothing{};
    }

    const Result<mapping::Cell> &cell = m_rules.valueCell(wanted);
    if (!cell)
        return refuse(cell.error());
    const bool isWrite = !isSame || (isMade && older->isEmpty());
    for (const ConsentRow *row : *group.rows) {
        if (row->value == wanted) {
            RowPlan plan = planOf(group, *row);
            plan.reason = m_rules.texts().same;
            if (older->isEmpty())
                plan.same = {*cell};
            item.rows << std::move(plan);
            continue;
        }
        item.rows << updateOf(group, *row, *cell);
    }
    if (isMade && older->isEmpty()) {
        auto plan = createOf(group);
        if (!plan)
            return refuse(plan.error());
        item.rows << std::move(*plan);
    }
    group.isWritten = isWrite;
    say(isWrite ? Change::Effect::Write : Change::Effect::Same);
    for (const int index : group.at->lines)
        lines.changes[index].isSuperseded = !older->isEmpty();
    return core::Nothing{};
}

/// True when a row is opted out and not everybody who speaks of it gives consent: "not set" would let messages be sent
/// again. One such row is enough, as writing another one would make that the newest, which is the one that counts.
bool ConsentPlanner::isRefusalKept(const Group &group, const Lines &lines)
{
    const bool isGiven = std::all_of(group.at->lines.cbegin(), group.at->lines.cend(), [&lines](int index) {
        return !lines.lines[std::size_t(index)].wanted ||
               mapping::stateOf(lines.changes.at(index).finding) == profile::Mapping::State::Given;
    });
    return !isGiven && std::any_of(group.rows->cbegin(), group.rows->cend(),
                                   [](const ConsentRow *row) { return row->value == ConsentValue::OptedOut; });
}

/// Why a newer choice is there already; empty when none is. Notes in the changes whether it was a question of time.
Result<QString> ConsentPlanner::whyOlder(const Group &group, Lines &lines) const
{
    QStringList ids;
    if (m_applied) {
        ids.reserve(group.rows->size());
        for (const ConsentRow *row : *group.rows)
            ids << row->id;
        if (ids.isEmpty())
            ids << group.place.newRowId(); // it may have been there, and is gone
    }
    const auto noteTime = [&] {
        for (const int index : group.at->lines)
            lines.changes[index].isTimed = true;
    };
    const QDateTime time = timeOf(group);
    const bool isLoosening = group.wanted != ConsentValue::OptedOut;
    const bool isRead = std::any_of(group.at->lines.cbegin(), group.at->lines.cend(),
                                    [this](int line) { return m_times.isRead(line); });
    QStringList known; // rows that this installation has written
    for (const QString &id : std::as_const(ids)) {
        const auto last = m_applied->lastApplied(m_table.logicalName, id, m_rules.consentColumns().constFirst());
        if (!last)
            return last.error();
        if (!last->isValid())
            continue;
        noteTime();
        known << id;
        // A consent that was written already, and was taken back in Dynamics since, is not written again.
        const bool isNewer = isRead && isLoosening ? time > *last : time >= *last;
        if (!time.isValid() || !isNewer)
            return textOfOlder(time, *last);
    }
    if (!isLoosening)
        return QString();
    // Somebody opted out in Dynamics itself, or by another installation of ours: an older choice must not undo that.
    for (const ConsentRow *row : *group.rows) {
        if (row->value != ConsentValue::OptedOut)
            continue;
        noteTime();
        const bool isNewer = !time.isValid() || !row->modifiedOn.isValid() || row->modifiedOn > time;
        const bool isJudged = isOurs(*row) && known.contains(row->id); // we know better than the row's clock
        if (isNewer && !isJudged)
            return Texts::tr("The row was opted out in Dynamics 365 after this choice was made.");
    }
    return QString();
}

QDateTime ConsentPlanner::timeOf(const Group &group) const
{
    QDateTime newest;
    for (const int line : group.at->lines) {
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
    const QString word = m_newest.origin == consent::Subject::Origin::Event ? u"evt="_s : u"user="_s;
    return {.reason = mapping::consentStamp + word + m_newest.sourceId,
            .onBehalf = u"didomi:"_s + m_newest.organizationUserId};
}

const QList<mapping::Cell> &ConsentPlanner::stampCells() const
{
    if (!m_stampCells)
        m_stampCells = mapping::consentStampCells(m_table, stamp());
    return *m_stampCells;
}

/// Nothing to do with the row, so far.
RowPlan ConsentPlanner::planOf(const Group &group, const ConsentRow &row) const
{
    return {.changes = group.at->lines,
            .columns = m_rules.consentColumns(),
            .row = {.id = row.id, .etag = row.etag, .values = row.known},
            .rowName = group.at->rowNameOf(row.address)};
}

RowPlan ConsentPlanner::updateOf(const Group &group, const ConsentRow &row, const mapping::Cell &value) const
{
    const bool isGuarded = !row.etag.isEmpty() && m_table.hasOptimisticConcurrency;
    RowPlan plan = planOf(group, row);
    plan.action = RowPlan::Action::Update;
    plan.outcome = Outcome::Updated;
    plan.write = dataverse::Write{.entitySet = m_table.entitySet,
                                  .rowId = row.id,
                                  .condition = isGuarded ? dataverse::Write::Condition::IfUnchanged
                                                         : dataverse::Write::Condition::UpdateOnly,
                                  .etag = isGuarded ? row.etag : QString(),
                                  .cells = {}};
    plan.write->cells.reserve(stampCells().size() + 1);
    plan.write->cells << value << stampCells();
    const ConsentValue before = row.value.value_or(ConsentValue::NotSet);
    plan.permits = mapping::isLooser(*group.wanted, before);
    plan.forbids = mapping::isLooser(before, *group.wanted);
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
                 .changes = group.at->lines,
                 .columns = {mapping::consentcolumn::address, mapping::consentcolumn::channel,
                             mapping::consentcolumn::level, mapping::consentcolumn::value,
                             mapping::consentcolumn::purpose},
                 .rowName = group.at->rowNameOf(group.place.address)};
    if (group.at->target.isTopic())
        plan.columns << mapping::consentcolumn::topic;
    plan.write = dataverse::Write{.entitySet = m_table.entitySet,
                                  .rowId = group.place.newRowId(),
                                  .condition = dataverse::Write::Condition::CreateOnly,
                                  .cells = *cells};
    plan.permits = mapping::isLooser(*group.wanted, group.now);
    plan.forbids = mapping::isLooser(group.now, *group.wanted);
    return plan;
}

// --- whether something would be sent
// ----------------------------------------------------------------------------------

void ConsentPlanner::forecast(PlanItem &item, const Groups &groups, const RowsByPlace &rows) const
{
    for (const Group &group : groups) {
        const RulePlace &at = *group.at;
        const RulePlace &above = m_rules.places()[std::size_t(at.above)];
        const auto purpose =
            std::find_if(groups.cbegin(), groups.cend(), [&above](const Group &one) { return one.at == &above; });
        const ConsentValue purposeNow = purpose != groups.cend() ? purpose->now : valueOf(rows[std::size_t(at.above)]);
        const ConsentValue purposeAfter = purpose != groups.cend() ? purpose->afterwards() : purposeNow;
        const mapping::Enforcement model = at.target.enforcement.of(at.channel);
        const auto sending = [&](ConsentValue ofPurpose, ConsentValue ofThis) {
            return mapping::sendingUnder(model, ofPurpose, at.target.isTopic() ? std::optional(ofThis) : std::nullopt);
        };
        Forecast one{.change = at.lines.constFirst(),
                     .before = sending(purposeNow, group.now),
                     .after = sending(purposeAfter, group.afterwards())};
        one.reason = at.reasons[std::size_t(one.after.decision)];
        for (qsizetype index = 0; index < group.plans && group.isWritten; ++index) {
            RowPlan &plan = item.rows[group.firstPlan + index];
            // An opt-in that is in vain today may let something be sent tomorrow.
            plan.permits = plan.permits && !one.before.isSent();
            plan.forbids = plan.forbids && one.before.isSent() && !one.after.isSent();
        }
        const bool isInVain = group.isWritten && at.target.isTopic() && group.wanted == ConsentValue::OptedIn;
        if (isInVain && purposeAfter == ConsentValue::OptedOut)
            item.warnings << Texts::tr("The topic “%1” is opted in, but has no effect while its purpose “%2” is opted "
                                       "out.")
                                 .arg(at.target.topicName, at.target.purposeName);
        else if (isInVain && !one.after.isSent())
            item.warnings << Texts::tr("The topic “%1” is opted in, but has no effect until its purpose “%2” is opted "
                                       "in too.")
                                 .arg(at.target.topicName, at.target.purposeName);
        item.forecasts << std::move(one);
    }
    item.warnings.removeDuplicates();
}

} // namespace engine
