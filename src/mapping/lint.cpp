#include "mapping/lint.h"

#include "mapping/convert.h"
#include "mapping/lintcurrent.h"
#include "mapping/lintprofile.h"
#include "mapping/literal.h"
#include "mapping/nearest.h"
#include "mapping/transform.h"
#include "mapping/writable.h"

#include <QCoreApplication>

#include <algorithm>

namespace mapping {

using namespace Qt::StringLiterals;
using consent::Catalogue;
using consent::Choice;
using consent::Finding;
using consent::ParsedPath;
using consent::ValuePath;
using profile::Mapping;
using Action = Mapping::Action;
using Severity = LintFinding::Severity;
using Remedy = LintFinding::Remedy;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Lint)
};

Verdict::State stateOf(Severity severity)
{
    switch (severity) {
    case Severity::Hint:
        return Verdict::State::Fine;
    case Severity::Unknown:
        return Verdict::State::Unknown;
    case Severity::Warning:
        return Verdict::State::Warning;
    case Severity::Error:
        return Verdict::State::Error;
    }
    return Verdict::State::Unknown;
}

void sortByGravity(QList<LintFinding> &findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const LintFinding &a, const LintFinding &b) { return a.severity > b.severity; });
}

bool isOptionColumn(const Column &column)
{
    return column.type == ColumnType::Choice || column.type == ColumnType::MultiChoice;
}

bool isTextColumn(const Column &column)
{
    return column.type == ColumnType::Text || column.type == ColumnType::Memo;
}

/// Judges one mapping. Every check adds what it has to say.
class Judge
{
public:
    Judge(const profile::Profile &profile, qsizetype row, const LintInput &input)
        : m_profile(profile)
        , m_row(row)
        , m_mapping(profile.integration.mappings.at(row))
        , m_table(input.table)
        , m_catalogue(input.catalogue)
        , m_tree(input.tree)
        , m_isCurrent(profile::modeOf(profile.integration) == profile::Mode::Current)
        , m_parsed(consent::parseValuePath(m_mapping.value, m_catalogue ? *m_catalogue : Catalogue()))
        , m_column(m_table ? m_table->column(m_mapping.column) : nullptr)
    {
    }

    Verdict judge()
    {
        judgeTwice();
        judgePath();
        judgeSteps();
        if (isConsentTarget(m_mapping.column)) {
            judgeTarget();
            if (m_isCurrent)
                m_said << lintConsentAnswers(m_mapping);
        } else {
            judgeColumn();
            judgeConversion();
        }
        judgeWayBack();
        sortByGravity(m_said);
        return verdict();
    }

private:
    void add(const char *code, Severity severity, const QString &message, const QString &fix)
    {
        m_said << LintFinding{.code = QString::fromLatin1(code), .severity = severity, .message = message, .fix = fix};
    }

    void add(const char *code, const core::Error &error) { add(code, Severity::Error, error.message, error.fix); }

    /// Adds the one click that goes with what was said last: the row as `change` leaves it.
    template <typename Change>
    void offer(Change change)
    {
        Mapping fixed = m_mapping;
        change(fixed);
        m_said.last().remedy = Remedy::Replace;
        m_said.last().fixed = fixed;
    }

    Verdict verdict() const
    {
        if (m_said.isEmpty())
            return {.state = Verdict::State::Fine};
        const LintFinding &first = m_said.first();
        Verdict result{.state = stateOf(first.severity), .findings = m_said};
        if (result.state == Verdict::State::Fine) // hints do not speak up
            return result;
        result.message = first.message;
        result.fix = first.fix;
        if (first.fixed && first.fixed->polarity != m_mapping.polarity)
            result.suggestedPolarity = first.fixed->polarity;
        return result;
    }

    void judgeConversion()
    {
        if (!m_column || m_parsed.path.kind == ValuePath::Kind::Unknown || whyNotWritable(*m_column, false))
            return;
        judgePolarity();
        judgeLookup();
        if (!m_mapping.goesToDynamics())
            return;
        judgeTableOfAnswers();
        if (m_parsed.path.isChoice())
            judgeChoice();
        else
            judgeText();
        judgeUnanswered();
    }

    bool isSameTarget(const Mapping &other) const
    {
        const bool isOtherChannel = m_isCurrent && other.channel != m_mapping.channel; // then it is another consent
        return other.goesToDynamics() && !isOtherChannel &&
               other.column.compare(m_mapping.column, Qt::CaseInsensitive) == 0;
    }

    void judgeTwice()
    {
        const QList<Mapping> &all = m_profile.integration.mappings;
        const auto count =
            std::count_if(all.cbegin(), all.cend(), [this](const Mapping &m) { return isSameTarget(m); });
        if (m_mapping.column.isEmpty() || !m_mapping.goesToDynamics() || count < 2)
            return;
        add("duplicate-target", Severity::Error,
            Text::tr("%1 is mapped more than once; only one value can be written into it.").arg(m_mapping.column),
            Text::tr("Remove all mappings of %1 but one.").arg(m_mapping.column));
        // Which one is meant is only clear when an earlier row says the very same.
        if (all.first(m_row).contains(m_mapping))
            m_said.last().remedy = Remedy::Remove;
    }

    void judgePath()
    {
        const QString choose = Text::tr("Choose a purpose or preference from the list.");
        switch (m_parsed.verdict) {
        case ParsedPath::Verdict::NotAPath:
            add("unknown-path", Severity::Error, m_parsed.problem, choose);
            if (const QString trimmed = m_mapping.value.trimmed(); trimmed != m_mapping.value && isResolved(trimmed))
                offer([&trimmed](Mapping &mapping) { mapping.value = trimmed; });
            return;
        case ParsedPath::Verdict::UnknownId:
            add("unknown-id", Severity::Warning, m_parsed.problem + u' ' + unknownMeans(), choose);
            if (const QString meant = nearestPath(); !meant.isEmpty())
                offer([&meant](Mapping &mapping) { mapping.value = meant; });
            return;
        case ParsedPath::Verdict::Ambiguous:
            if (m_catalogue)
                add("ambiguous-path", Severity::Warning, m_parsed.problem,
                    Text::tr("See in the preview whether it is read as meant."));
            break;
        case ParsedPath::Verdict::Resolved:
            break;
        }
        if (!m_catalogue) {
            add("catalogue-not-loaded", Severity::Unknown,
                Text::tr("Didomi's purposes and preferences are not loaded, so the value cannot be checked."),
                Text::tr("Test the connection to Didomi."));
        }
    }

    bool isResolved(const QString &value) const
    {
        const ParsedPath parsed = consent::parseValuePath(value, m_catalogue ? *m_catalogue : Catalogue());
        return parsed.verdict == ParsedPath::Verdict::Resolved;
    }

    /// The path with ids of the catalogue in the place of unknown ones that are few letters away; empty when that does
    /// not make a known path.
    QString nearestPath() const
    {
        ValuePath path = m_parsed.path;
        const auto ids = [](const auto &entries) {
            QStringList all;
            for (const auto &entry : entries)
                all << entry.id;
            return all;
        };
        if (!path.purposeId.isEmpty() && !m_catalogue->purpose(path.purposeId))
            path.purposeId = nearestOf(path.purposeId, ids(m_catalogue->purposes));
        if (!path.preferenceId.isEmpty() && !m_catalogue->preference(path.preferenceId))
            path.preferenceId = nearestOf(path.preferenceId, ids(m_catalogue->preferences));
        if (const consent::Preference *preference = m_catalogue->preference(path.preferenceId);
            preference && !path.valueId.isEmpty() && !ids(preference->values).contains(path.valueId))
            path.valueId = nearestOf(path.valueId, ids(preference->values));
        const QString text = path.toText();
        return text != m_mapping.value && isResolved(text) ? text : QString();
    }

    QString unknownMeans() const
    {
        if (m_parsed.path.kind == ValuePath::Kind::PreferenceValue)
            return Text::tr("Whoever answered the preference without picking it counts as refused.");
        return Text::tr("Nothing is written unless a person's consents hold it all the same.");
    }

    void judgeColumn()
    {
        if (m_mapping.column.trimmed().isEmpty())
            return add("no-column", Severity::Error, Text::tr("No column is chosen."),
                       Text::tr("Choose the column that the value is written into."));
        if (!m_table) {
            return add("columns-not-loaded", Severity::Unknown,
                       Text::tr("Dataverse's columns are not loaded, so %1 cannot be checked.").arg(m_mapping.column),
                       Text::tr("Test the connection to Dataverse."));
        }
        if (!m_column) {
            add("missing-column", Severity::Error,
                Text::tr("The table %1 has no column %2.").arg(m_table->logicalName, m_mapping.column),
                nearestAdvice(m_mapping.column, *m_table));
            if (const QStringList near = nearestColumns(m_mapping.column, *m_table); near.size() == 1)
                offer([&near](Mapping &mapping) { mapping.column = near.first(); });
            return;
        }
        if (m_isCurrent) {
            add("modes-mixed", Severity::Error,
                Text::tr("%1 is a column, but this integration keeps consent in rows of its own, which journeys go by: "
                         "a push refuses it.")
                    .arg(m_column->logicalName),
                Text::tr("Choose a purpose or topic, or use the Legacy mode for columns."));
        }
        if (const std::optional<core::Error> problem = whyNotWritable(*m_column, false)) {
            if (!m_mapping.goesToDynamics())
                return;
            add("read-only-column", *problem);
            if (!m_column->attributeOf.isEmpty())
                offer([this](Mapping &mapping) { mapping.column = m_column->attributeOf; });
            return;
        }
        if (m_column->isSecured) {
            add("secured-column", Severity::Warning,
                Text::tr("%1 is secured: writing it fails unless the application user is allowed to.")
                    .arg(m_column->logicalName),
                Text::tr("Give the application user a column security profile that updates %1.")
                    .arg(m_column->logicalName));
        }
        if (m_column->isDeprecated) {
            add("deprecated-column", Severity::Warning,
                Text::tr("%1 is deprecated; Microsoft may remove it.").arg(m_column->logicalName),
                Text::tr("Choose another column."));
        }
        if (m_mapping.goesToDynamics() && matchColumns(m_profile.match).contains(m_column->logicalName)) {
            add("match-column", Severity::Warning,
                Text::tr("Rows are found by %1; writing it can change which row the next push finds.")
                    .arg(m_column->logicalName),
                Text::tr("Remove this mapping: a new row gets its %1 anyway.").arg(m_column->logicalName));
            m_said.last().remedy = Remedy::Remove;
        }
    }

    /// How the text names the row that a lookup points to.
    void judgeLookup()
    {
        const profile::LookupBy &by = m_mapping.lookup;
        if (!m_column->isLookup()) {
            if (by == profile::LookupBy())
                return;
            add("unused-lookup", Severity::Warning,
                Text::tr("%1 points to no row: what is set about its table and key does not count.")
                    .arg(m_column->logicalName),
                Text::tr("Remove it."));
            return offer([](Mapping &mapping) { mapping.lookup = {}; });
        }
        const LookupTarget *target = m_column->target(by.table);
        if (!target) {
            if (by.table.isEmpty() && by.column.isEmpty())
                return; // "account:7c0f…" says which table
            QStringList tables;
            for (const LookupTarget &one : m_column->targets)
                tables << one.table;
            return add("lookup-table", Severity::Error,
                       by.table.isEmpty()
                           ? Text::tr("%1 points to several tables, and the mapping does not say to which.")
                                 .arg(m_column->logicalName)
                           : Text::tr("%1 does not point to the table %2.").arg(m_column->logicalName, by.table),
                       Text::tr("Use one of: %1.").arg(tables.join(u", "_s)));
        }
        if (by.column.isEmpty())
            return;
        if (!target->keys) {
            return add("lookup-keys-not-loaded", Severity::Unknown,
                       Text::tr("The alternate keys of the table %1 are not known, so %2 cannot be checked.")
                           .arg(target->table, by.column),
                       Text::tr("Load the columns again."));
        }
        const TargetKey *key = target->keyOn(by.column);
        if (key && key->status == Key::Status::Active)
            return;
        add("lookup-key", Severity::Error,
            key ? Text::tr("The alternate key on %1 of the table %2 is not active.").arg(by.column, target->table)
                : Text::tr("The table %2 has no alternate key on %1 alone.").arg(by.column, target->table),
            Text::tr("Choose an active key of that table, or name rows by their id."));
        QStringList usable;
        for (const TargetKey &other : *target->keys) {
            if (other.status == Key::Status::Active && !usable.contains(other.column))
                usable << other.column;
        }
        if (usable.size() == 1)
            offer([&usable](Mapping &mapping) { mapping.lookup.column = usable.first(); });
    }

    void judgePolarity()
    {
        const bool isChoice = m_parsed.path.isChoice();
        if (needsPolarity(m_mapping, *m_column, isChoice)) {
            const bool isBoolean = m_column->type == ColumnType::Boolean;
            add("polarity-unconfirmed", Severity::Error,
                Text::tr("The name of %1 says that true forbids, and nobody has confirmed which way round it is "
                         "written.")
                    .arg(m_column->logicalName),
                Text::tr("Confirm that it is inverted: given then writes %1.")
                    .arg(isBoolean ? shownValue(*m_column, false) : u"false"_s));
            offer([](Mapping &mapping) { mapping.polarity = Mapping::Polarity::Inverted; });
            return;
        }
        if (m_column->type != ColumnType::Boolean)
            return;
        const bool isDirect = m_mapping.polarity == Mapping::Polarity::Direct;
        const bool isInverted = m_mapping.polarity == Mapping::Polarity::Inverted;
        if (looksNegating(*m_column) ? !isDirect : !isInverted)
            return;
        const Mapping::Polarity other = isDirect ? Mapping::Polarity::Inverted : Mapping::Polarity::Direct;
        add("polarity-unusual", Severity::Warning,
            Text::tr("Given writes %1 = %2, refused writes %3.")
                .arg(m_column->logicalName, shownValue(*m_column, isDirect), shownValue(*m_column, !isDirect)),
            isDirect
                ? Text::tr("If %1 forbids when it is true, set this mapping to inverted.").arg(m_column->logicalName)
                : Text::tr("If %1 allows when it is true, set this mapping to direct.").arg(m_column->logicalName));
        offer([other](Mapping &mapping) { mapping.polarity = other; });
    }

    /// What the value table leaves out, or says in vain.
    void judgeTableOfAnswers()
    {
        if (!m_parsed.path.isChoice())
            return;
        if (m_mapping.actionOn(Mapping::State::Refused).kind == Action::Kind::LeaveAlone) {
            add("refused-left-alone", Severity::Warning,
                Text::tr("Refused writes nothing: who gave consent before and refuses now stays as given in %1.")
                    .arg(m_column->logicalName),
                Text::tr("Let refused write a value, or clear the column."));
            offer([](Mapping &mapping) { mapping.setAction(Mapping::State::Refused, {}); });
        }
        const bool hasLiteral = !m_mapping.givenLiteral.isEmpty() || !m_mapping.refusedLiteral.isEmpty();
        if (m_column->type == ColumnType::Boolean && hasLiteral) {
            add("unused-literal", Severity::Warning,
                Text::tr("%1 is a yes/no column: given and refused are written by its way round, the values that are "
                         "set here do not count.")
                    .arg(m_column->logicalName),
                Text::tr("Remove the values."));
            offer([](Mapping &mapping) {
                mapping.givenLiteral.clear();
                mapping.refusedLiteral.clear();
            });
        }
    }

    /// What a push would say of it is found out by letting it convert.
    void judgeState(Mapping::State state, const Finding &finding)
    {
        const auto cell = convert(finding, m_mapping, *m_column);
        const bool isSaidAlready = needsPolarity(m_mapping, *m_column, m_parsed.path.isChoice()) ||
                                   std::any_of(m_said.cbegin(), m_said.cend(), [](const LintFinding &said) {
                                       return said.code.startsWith("lookup-"_L1);
                                   });
        if (cell || isSaidAlready)
            return;
        const Action action = m_mapping.actionOn(state);
        const bool isAnswer = state == Mapping::State::Given || state == Mapping::State::Refused;
        const bool isDate = m_column->type == ColumnType::DateTime || m_column->type == ColumnType::DateOnly;
        const bool isBoolean = m_column->type == ColumnType::Boolean;
        const qsizetype needed = action.kind == Action::Kind::Literal ? action.literal.size() : shortestWord;
        if (action.kind == Action::Kind::Clear)
            add("not-clearable", cell.error());
        else if ((isDate && isAnswer) || (isBoolean && !isAnswer))
            add("wrong-type", cell.error());
        else if (isTextColumn(*m_column) && m_column->maxLength > 0 && needed > m_column->maxLength)
            add("too-short", cell.error());
        else
            add("wrong-value", cell.error());
        if (const QString option = optionWithLabel(action.literal); !option.isEmpty())
            offer([&](Mapping &mapping) { mapping.setAction(state, {Action::Kind::Literal, option}); });
        else if (!isAnswer)
            offer([&](Mapping &mapping) { mapping.setAction(state, {Action::Kind::LeaveAlone, {}}); });
        else if (action.kind == Action::Kind::Clear)
            offer([&](Mapping &mapping) { mapping.setAction(state, {}); });
    }

    /// The value of the option that is called so; empty when none or several are.
    QString optionWithLabel(const QString &text) const
    {
        QString value;
        for (const ChoiceOption &option : m_column->options) {
            if (text.trimmed().isEmpty() || option.label.compare(text.trimmed(), Qt::CaseInsensitive) != 0)
                continue;
            if (!value.isEmpty())
                return {};
            value = QString::number(option.value);
        }
        return value;
    }

    void judgeChoice()
    {
        judgeState(Mapping::State::Given, {.kind = Finding::Kind::Choice, .choice = Choice::Given});
        judgeState(Mapping::State::Refused, {.kind = Finding::Kind::Choice, .choice = Choice::Refused});
        const Action given = m_mapping.actionOn(Mapping::State::Given);
        const bool isValue = given.kind == Action::Kind::Literal || given.kind == Action::Kind::Clear;
        if (isValue && m_column->type != ColumnType::Boolean && given == m_mapping.actionOn(Mapping::State::Refused)) {
            add("same-values", Severity::Warning,
                Text::tr("Given and refused write the same into %1.").arg(m_column->logicalName),
                Text::tr("Set different values for given and refused."));
        }
    }

    void judgeUnanswered()
    {
        judgeState(Mapping::State::NoChoice, {.kind = Finding::Kind::Absent});
        judgeState(Mapping::State::Pending, {.kind = Finding::Kind::Choice, .choice = Choice::Pending});
    }

    /// What is wrong with a step whoever's text comes.
    void judgeSteps()
    {
        for (const profile::Transform &step : m_mapping.transforms) {
            if (const std::optional<core::Error> problem = problemOf(step))
                add("transform", *problem);
        }
        if (!m_mapping.transforms.isEmpty() && m_parsed.path.isChoice()) {
            add("unused-transform", Severity::Warning,
                Text::tr("A choice is no text: the steps that texts go through do not count here."),
                Text::tr("Remove them."));
            offer([](Mapping &mapping) { mapping.transforms.clear(); });
        }
    }

    /// From Dynamics 365 to Didomi.
    void judgeWayBack()
    {
        if (!m_mapping.goesToDidomi())
            return;
        const auto onlyThere = [](Mapping &mapping) { mapping.direction = Mapping::Direction::ToDynamics; };
        if (m_parsed.path.kind == ValuePath::Kind::Identity) {
            add("not-reversible", Severity::Error,
                Text::tr("Who a person is, is not changed in Didomi from Dynamics 365."),
                Text::tr("Let this mapping go to Dynamics 365 only."));
            offer(onlyThere);
        } else if (!m_parsed.path.isChoice() && !m_mapping.transforms.isEmpty()) {
            add("not-reversible", Severity::Error,
                Text::tr("What was changed on its way to %1 cannot be turned back for Didomi.").arg(m_mapping.column),
                Text::tr("Remove the steps that the text goes through, or let this mapping go to Dynamics 365 only."));
            offer(onlyThere);
        }
        if (m_column && !m_column->isValidForRead) {
            add("unreadable-column", Severity::Error,
                Text::tr("%1 cannot be read, so its changes cannot go to Didomi.").arg(m_column->logicalName),
                Text::tr("Let this mapping go to Dynamics 365 only, or choose another column."));
            offer(onlyThere);
        }
    }

    /// A purpose or topic of the Current mode.
    void judgeTarget()
    {
        if (!m_isCurrent) {
            return add("modes-mixed", Severity::Error,
                       Text::tr("%1 is the id of a purpose or topic, but this integration writes columns.")
                           .arg(m_mapping.column),
                       Text::tr("Choose a column, or use the Current mode for purposes and topics."));
        }
        if (m_parsed.path.kind != ValuePath::Kind::Unknown && !m_parsed.path.isChoice()) {
            add("wrong-type", Severity::Error, Text::tr("A purpose or topic holds a choice, but this value is a text."),
                Text::tr("Choose a purpose, a preference or one of its values."));
        }
        if (!m_tree) {
            return add("targets-not-loaded", Severity::Unknown,
                       Text::tr("Purposes and topics of Dynamics 365 are not loaded, so %1 cannot be checked.")
                           .arg(m_mapping.column),
                       Text::tr("Test the connection to Dataverse."));
        }
        const ConsentTree::Purpose *purpose = m_tree->purpose(m_mapping.column);
        const ConsentTree::Topic *topic = m_tree->topic(m_mapping.column);
        if (!purpose && !topic) {
            return add("unknown-target", Severity::Error,
                       Text::tr("Dynamics 365 has no purpose and no topic with the id %1.").arg(m_mapping.column),
                       Text::tr("Choose one from the list."));
        }
        if (!(purpose ? purpose->isActive : topic->isActive)) {
            add("inactive-target", Severity::Error,
                Text::tr("“%1” is deactivated in Dynamics 365, so a push refuses it.")
                    .arg(purpose ? purpose->name : topic->name),
                Text::tr("Activate it, or choose another one."));
        }
        if (topic)
            judgeTopic(*topic);
    }

    void judgeTopic(const ConsentTree::Topic &topic)
    {
        const QList<Mapping> &all = m_profile.integration.mappings;
        const bool isPurposeMapped = std::any_of(all.cbegin(), all.cend(), [&topic](const Mapping &mapping) {
            return mapping.goesToDynamics() && mapping.column.compare(topic.purposeId, Qt::CaseInsensitive) == 0;
        });
        if (isPurposeMapped || !m_mapping.goesToDynamics())
            return;
        const ConsentTree::Purpose *purpose = m_tree->purpose(topic.purposeId);
        add("topic-without-purpose", Severity::Warning,
            Text::tr("The topic “%1” counts only while its purpose “%2” is opted in, and no mapping writes that.")
                .arg(topic.name, purpose ? purpose->name : topic.purposeId),
            Text::tr("Map the purpose too."));
    }

    void judgeText()
    {
        switch (m_parsed.path.kind) {
        case ValuePath::Kind::PreferenceValues:
            return judgePicked();
        case ValuePath::Kind::Identity:
            return judgeIdentity();
        case ValuePath::Kind::Metadata:
            return judgeMetadata();
        case ValuePath::Kind::Unknown:
        case ValuePath::Kind::Purpose:
        case ValuePath::Kind::PurposeInterest:
        case ValuePath::Kind::PurposeChannel:
        case ValuePath::Kind::Preference:
        case ValuePath::Kind::PreferenceChannel:
        case ValuePath::Kind::PreferenceValue:
            return;
        }
    }

    void refuseType(const QString &holds)
    {
        add("wrong-type", Severity::Error, Text::tr("%1 cannot hold %2.").arg(m_column->logicalName, holds),
            Text::tr("Choose a text column, or another value."));
    }

    void judgeIdentity()
    {
        const QString &key = m_parsed.path.key;
        const bool isCountry = key == "country"_L1 || key == "last_seen_country"_L1;
        const bool isNumberLike = m_column->type == ColumnType::Integer || m_column->type == ColumnType::BigInt;
        if (!isTextColumn(*m_column) && isNumberLike && key == "organization_user_id"_L1) {
            return add("wrong-type", Severity::Warning,
                       Text::tr("%1 takes only organization user ids that are whole numbers; others are refused.")
                           .arg(m_column->logicalName),
                       Text::tr("Choose a text column unless all ids are numbers."));
        }
        const bool hasTable = isOptionColumn(*m_column) && !m_mapping.valueTable.isEmpty();
        if (hasTable)
            return judgeTable();
        if (m_column->isLookup() && !m_mapping.lookup.column.isEmpty())
            return; // judgeLookup() has said all
        if (!isTextColumn(*m_column))
            return refuseType(isCountry ? Text::tr("a country code") : Text::tr("a person's id"));
        constexpr int uuidLength = 36;
        constexpr int countryLength = 2;
        judgeLength(isCountry ? countryLength : uuidLength);
    }

    void judgeMetadata()
    {
        if (isTextColumn(*m_column))
            return judgeLength(0); // how long metadata is, nobody knows
        if (isOptionColumn(*m_column) && !m_mapping.valueTable.isEmpty())
            return judgeTable();
        if (m_column->isLookup() && !m_mapping.lookup.column.isEmpty())
            return;
        add("wrong-type", Severity::Warning,
            Text::tr("%1 is not a text column: metadata that does not fit it is refused, person by person.")
                .arg(m_column->logicalName),
            Text::tr("See in the preview what the metadata holds."));
    }

    void judgeLength(qsizetype needed)
    {
        if (const int hash = hashLength(m_mapping.transforms); hash > 0) {
            if (m_column->maxLength > 0 && hash > m_column->maxLength)
                add("too-short", Severity::Error,
                    Text::tr("%1 takes %2 characters, but the hash has %3.")
                        .arg(m_column->logicalName)
                        .arg(m_column->maxLength)
                        .arg(hash),
                    Text::tr("Choose a shorter hash or a longer column."));
            return;
        }
        if (m_column->maxLength > 0 && needed > m_column->maxLength) {
            add("too-short", Severity::Warning,
                Text::tr("%1 takes %2 characters, but values of %3 may come; longer ones are refused, never cut.")
                    .arg(m_column->logicalName)
                    .arg(m_column->maxLength)
                    .arg(needed),
                Text::tr("Make the column longer in Dataverse, or choose a longer one."));
        }
    }

    /// Every option that the table of values names must be one.
    void judgeTable()
    {
        for (const auto &[id, option] : m_mapping.valueTable) {
            if (option.isEmpty())
                continue;
            if (const auto cell = cellOfText(*m_column, option, TextOrigin::Settings); !cell) {
                add("wrong-value", cell.error());
                if (const QString value = optionWithLabel(option); !value.isEmpty())
                    offer([&](Mapping &mapping) { replaceOption(mapping, id, value); });
            }
        }
    }

    static void replaceOption(Mapping &mapping, const QString &id, const QString &value)
    {
        for (auto &[key, option] : mapping.valueTable) {
            if (key == id)
                option = value;
        }
    }

    void judgePicked()
    {
        const consent::Preference *preference =
            m_catalogue ? m_catalogue->preference(m_parsed.path.preferenceId) : nullptr;
        if (isTextColumn(*m_column)) {
            return judgeLength(preference ? longestText(*preference) : 0);
        }
        if (!isOptionColumn(*m_column))
            return refuseType(Text::tr("the values that were picked"));
        judgeTable();
        if (m_column->type == ColumnType::Choice && preference && preference->isMulti) {
            add("single-option", Severity::Warning,
                Text::tr("Several values can be picked, but %1 holds one option; then the write is refused.")
                    .arg(m_column->logicalName),
                Text::tr("Choose a column with multiple options."));
        }
        const QStringList unmapped = preference ? unmappedValues(*preference) : QStringList();
        const bool isNothingMapped =
            m_mapping.valueTable.isEmpty() && (!preference || unmapped.size() == preference->values.size());
        if (isNothingMapped) {
            add("values-unmapped", Severity::Error,
                Text::tr("The mapping does not say which option of %1 stands for which value.")
                    .arg(m_column->logicalName),
                Text::tr("Fill the mapping's table of values."));
        } else if (!unmapped.isEmpty()) {
            add("values-unmapped", Severity::Warning,
                Text::tr("The mapping has no option of %1 for: %2. When one of them is picked, the write is refused.")
                    .arg(m_column->logicalName, unmapped.join(u", "_s)),
                Text::tr("Complete the mapping's table of values."));
        }
    }

    /// Ids of the values that convert() would refuse.
    QStringList unmappedValues(const consent::Preference &preference) const
    {
        QStringList ids;
        for (const consent::PreferenceValue &value : preference.values) {
            if (!convert({.kind = Finding::Kind::Text, .text = value.id}, m_mapping, *m_column))
                ids << value.id;
        }
        return ids;
    }

    static qsizetype longestText(const consent::Preference &preference)
    {
        qsizetype longest = 0;
        qsizetype all = -1; // the comma that the first one has not
        for (const consent::PreferenceValue &value : preference.values) {
            longest = std::max(longest, value.id.size());
            all += value.id.size() + 1;
        }
        return preference.isMulti ? std::max<qsizetype>(all, 0) : longest;
    }

    static constexpr qsizetype shortestWord = 5; // "false"

    const profile::Profile &m_profile;
    const qsizetype m_row;
    const Mapping &m_mapping;
    const Table *m_table;
    const Catalogue *m_catalogue;
    const ConsentTree *m_tree;
    const bool m_isCurrent;
    const ParsedPath m_parsed;
    const Column *m_column;
    QList<LintFinding> m_said;
};

} // namespace

LintReport lintAll(const profile::Profile &profile, const LintInput &input)
{
    LintReport report{.profile = lintProfile(profile, input) + lintCurrent(profile, input)};
    sortByGravity(report.profile);
    for (qsizetype row = 0; row < profile.integration.mappings.size(); ++row)
        report.rows << Judge(profile, row, input).judge();
    return report;
}

QList<Verdict> lint(const profile::Profile &profile, const Table *table, const Catalogue *catalogue)
{
    const LintInput input{.table = table, .catalogue = catalogue};
    QList<Verdict> verdicts;
    for (qsizetype row = 0; row < profile.integration.mappings.size(); ++row)
        verdicts << Judge(profile, row, input).judge();
    return verdicts;
}

QList<Mapping> withFix(QList<Mapping> mappings, qsizetype row, const LintFinding &finding)
{
    const bool isThere = row >= 0 && row < mappings.size();
    switch (finding.remedy) {
    case Remedy::None:
    case Remedy::SetConstants:
        break;
    case Remedy::Replace:
        if (isThere && finding.fixed)
            mappings[row] = *finding.fixed;
        break;
    case Remedy::Remove:
        if (isThere)
            mappings.removeAt(row);
        break;
    case Remedy::Add:
        if (finding.fixed)
            mappings << *finding.fixed;
        break;
    }
    return mappings;
}

profile::Profile withFix(profile::Profile profile, qsizetype row, const LintFinding &finding)
{
    profile.integration.mappings = withFix(profile.integration.mappings, row, finding);
    if (finding.remedy == Remedy::SetConstants)
        profile.newRow = finding.constants;
    return profile;
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Hint:
        return Text::tr("Hint");
    case Severity::Unknown:
        return Text::tr("Not checked");
    case Severity::Warning:
        return Text::tr("Warning");
    case Severity::Error:
        return Text::tr("Error");
    }
    return {};
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Hint:
        return u"hint"_s;
    case Severity::Unknown:
        return u"unknown"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        return u"error"_s;
    }
    return {};
}

} // namespace mapping
