#include "engine/rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using consent::Choice;
using consent::Finding;
using core::Error;
using mapping::ConsentTarget;
using mapping::ConsentValue;
using profile::ContactPoint;
using State = profile::Mapping::State;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Plan)
};
struct ConsentTexts {
    Q_DECLARE_TR_FUNCTIONS(engine::ConsentPlan)
};

constexpr auto stateColumn = "statecode"_L1;
constexpr ConsentValue allValues[] = {ConsentValue::NotSet, ConsentValue::OptedIn, ConsentValue::OptedOut};

// Behind the four states.
constexpr std::size_t untold = 4;
constexpr std::size_t text = 5;

/// One finding of each kind, in the order of indexOf(). What is made of a choice follows from its kind alone.
const Finding kinds[] = {{.kind = Finding::Kind::Choice, .choice = Choice::Given},
                         {.kind = Finding::Kind::Choice, .choice = Choice::Refused},
                         {.kind = Finding::Kind::Absent},
                         {.kind = Finding::Kind::Choice, .choice = Choice::Pending},
                         {.kind = Finding::Kind::Absent, .isUntold = true},
                         {.kind = Finding::Kind::Text}};

std::size_t indexOf(const Finding &finding)
{
    if (const std::optional<State> state = mapping::stateOf(finding))
        return std::size_t(*state);
    return finding.kind == Finding::Kind::Text ? text : untold;
}

RuleTexts textsOfColumns()
{
    RuleTexts texts;
    texts.didomiOnly = Texts::tr("This mapping goes to Didomi only: the column is left alone.");
    texts.noChoice = Texts::tr("No choice: the column is left alone.");
    texts.unsaid = Texts::tr("The event says nothing about this: the column is left alone.");
    texts.waiting = Texts::tr("The choice waits for approval: the column is left alone.");
    texts.same = texts.allSame = Texts::tr("The row already says so.");
    texts.nothingMapped = Texts::tr("There is nothing to write: this person made no choice about what is mapped.");
    for (const Choice choice : {Choice::None, Choice::Given, Choice::Refused, Choice::Pending}) {
        //: %1 is given or refused
        texts.leavesAlone[std::size_t(choice)] =
            Texts::tr("The mapping leaves the column alone when the choice is %1.").arg(consent::choiceText(choice));
    }
    return texts;
}

RuleTexts textsOfConsents()
{
    RuleTexts texts;
    texts.didomiOnly = ConsentTexts::tr("This mapping goes to Didomi only: the consent is left alone.");
    texts.noChoice = ConsentTexts::tr("No choice: the consent is left alone.");
    texts.unsaid = ConsentTexts::tr("The event says nothing about this: the consent is left alone.");
    texts.waiting = ConsentTexts::tr("The choice waits for approval: the consent is left alone.");
    texts.same = ConsentTexts::tr("The consent already says so.");
    texts.allSame = ConsentTexts::tr("The consents already say so.");
    texts.nothingMapped = ConsentTexts::tr("There is nothing to write about this person.");
    for (const Choice choice : {Choice::None, Choice::Given, Choice::Refused, Choice::Pending}) {
        //: %1 is given or refused
        texts.leavesAlone[std::size_t(choice)] =
            ConsentTexts::tr("The mapping leaves the consent alone when the choice is %1.")
                .arg(consent::choiceText(choice));
    }
    return texts;
}

RuleTexts textsOf(bool isCurrent)
{
    RuleTexts texts = isCurrent ? textsOfConsents() : textsOfColumns();
    for (const Choice choice : {Choice::None, Choice::Given, Choice::Refused, Choice::Pending})
        texts.choices[std::size_t(choice)] = consent::choiceText(choice);
    return texts;
}

} // namespace

const core::Result<Rule::MaybeCell> &Rule::cellFor(const Finding &finding) const
{
    Q_ASSERT(finding.kind != Finding::Kind::Text);
    return cells[indexOf(finding)];
}

const core::Result<Rule::MaybeValue> &Rule::valueFor(const Finding &finding) const
{
    return values[indexOf(finding)];
}

QString Rule::shown(const QJsonValue &value) const
{
    if (!column)
        return {};
    if (column->type == mapping::ColumnType::Boolean && value.isBool())
        return value.toBool() ? shownYes : shownNo;
    return mapping::shownValue(*column, value);
}

mapping::ConsentPlace RulePlace::at(const QString &address) const
{
    return {.address = address, .channel = channel, .purposeId = target.purposeId, .topicId = target.topicId};
}

const QString &RuleTexts::ofNothing(const Finding &finding, consent::Subject::Origin origin) const
{
    if (finding.kind == Finding::Kind::Absent)
        return origin == consent::Subject::Origin::Event ? unsaid : noChoice;
    return finding.choice == Choice::Pending ? waiting : leavesAlone[std::size_t(finding.choice)];
}

Rules::Rules(const profile::Profile &profile, const bridge::Surroundings &surroundings)
    : m_profile(profile)
    , m_surroundings(surroundings)
    , m_isCurrent(profile::modeOf(profile.integration) == profile::Mode::Current)
    , m_texts(textsOf(m_isCurrent))
{
    if (m_isCurrent) {
        const mapping::Table &consents = surroundings.consentTable;
        m_valueColumn = consents.column(mapping::consentcolumn::value);
        for (const ConsentValue value : allValues)
            m_valueCells.push_back(mapping::consentValueCell(consents, value));
        m_needsPerson = false;
    }
    m_rules.reserve(std::size_t(profile.integration.mappings.size()));
    for (const profile::Mapping &mapping : profile.integration.mappings)
        addRule(mapping);
    if (m_isCurrent)
        addPlaces();
    const auto takesLookup = [this](const profile::Constant &constant) {
        const mapping::Column *column = table().column(constant.column);
        return column && column->isLookup();
    };
    m_hasLookups = m_hasLookups || std::any_of(profile.newRow.cbegin(), profile.newRow.cend(), takesLookup);
    if (!m_isCurrent)
        m_columns = m_mappedColumns;
    addReadable(table().primaryName, m_columns);
    addReadable(stateColumn, m_columns);
    for (const QString &name : std::as_const(m_mappedColumns))
        m_mappedReadNames << table().column(name)->readName();
    m_mappedReadNames.sort();
    m_matchProblem = findMatchProblem();
}

void Rules::addRule(const profile::Mapping &mapping)
{
    const consent::ParsedPath parsed = consent::parseValuePath(mapping.value, m_surroundings.catalogue);
    Rule rule{.mapping = &mapping,
              .pathProblem = parsed.problem,
              .source = consent::describe(parsed.path, m_surroundings.catalogue),
              .isPushed = mapping.goesToDynamics()};
    m_indexes << count();
    m_paths << parsed.path;
    m_isAnyPushed = m_isAnyPushed || rule.isPushed;
    m_mindsPending = m_mindsPending || (rule.isPushed && mapping.pending != profile::Mapping::NoChoice::Skip);
    if (m_isCurrent) {
        rule.target = mapping::consentTargetOf(mapping.column, m_surroundings.consentTree);
        rule.columnName = *rule.target ? (**rule.target).name() : mapping.column;
        for (const Finding &finding : kinds)
            rule.values.push_back(mapping::consentValueFor(finding, mapping));
        const ContactPoint &point = m_profile.contactPoints.of(mapping.channel);
        if (rule.isPushed && point.from == ContactPoint::From::Column) {
            m_needsPerson = true;
            addReadable(point.name, m_columns);
        }
    } else {
        rule.column = table().column(mapping.column);
        rule.columnName = rule.column ? rule.column->displayName : mapping.column;
        for (Rule &other : m_rules)
            rule.isShared = rule.isShared || other.mapping->column == mapping.column;
        if (rule.isPushed)
            addReadable(mapping.column, m_mappedColumns);
    }
    if (rule.column) {
        rule.readName = rule.column->readName();
        m_hasLookups = m_hasLookups || rule.column->isLookup();
        if (rule.column->type == mapping::ColumnType::Boolean) {
            rule.shownYes = mapping::shownValue(*rule.column, true);
            rule.shownNo = mapping::shownValue(*rule.column, false);
        }
        for (std::size_t kind = 0; kind < text; ++kind)
            rule.cells.push_back(mapping::convert(kinds[kind], mapping, *rule.column));
    }
    if (rule.isShared) {
        for (Rule &other : m_rules)
            other.isShared = other.isShared || other.mapping->column == mapping.column;
    }
    m_rules.push_back(std::move(rule));
}

/// Those that are written come first, in the order of the mappings.
void Rules::addPlaces()
{
    for (int index = 0; index < count(); ++index) {
        Rule &rule = m_rules[std::size_t(index)];
        if (!rule.isPushed || !*rule.target)
            continue;
        rule.place = placeOf(rule.mapping->channel, **rule.target);
        m_places[std::size_t(rule.place)].lines << index;
    }
    const std::size_t written = m_places.size();
    for (std::size_t index = 0; index < written; ++index) {
        ConsentTarget purpose = m_places[index].target;
        purpose.topicId.clear();
        purpose.topicName.clear();
        const int above = placeOf(m_places[index].channel, purpose);
        m_places[index].above = above;
        m_places[std::size_t(above)].below = int(index);
    }
}

/// Added when there is none yet.
int Rules::placeOf(profile::Channel channel, const ConsentTarget &target)
{
    const auto found = std::find_if(m_places.cbegin(), m_places.cend(), [&](const RulePlace &place) {
        return place.channel == channel && place.target.purposeId == target.purposeId &&
               place.target.topicId == target.topicId;
    });
    if (found != m_places.cend())
        return int(found - m_places.cbegin());
    RulePlace place{.channel = channel, .target = target, .name = target.name()};
    //: a row of consent: %1 the purpose or topic, %2 an address
    const QStringList parts = ConsentTexts::tr("%1, %2").split(u"%2"_s);
    for (qsizetype part = 0; part < std::min(parts.size(), qsizetype(place.rowName.size())); ++part)
        place.rowName[std::size_t(part)] = QString(parts.at(part)).replace(u"%1"_s, place.name);
    for (std::size_t decision = 0; decision < RulePlace::decisions; ++decision)
        place.reasons[decision] =
            mapping::sendingText({mapping::Sending::Decision(decision)}, target.purposeName, target.topicName);
    m_places.push_back(std::move(place));
    return int(m_places.size()) - 1;
}

void Rules::addReadable(const QString &name, QStringList &names) const
{
    const mapping::Column *column = table().column(name);
    if (column && column->isValidForRead && !names.contains(name))
        names << name;
}

std::optional<Error> Rules::findMatchProblem() const
{
    const profile::MatchRule &rule = m_profile.match;
    const auto invalid = [](const QString &message) {
        return Error{.kind = Error::Kind::Invalid, .message = message, .field = u"match"_s};
    };
    const QStringList columns = mapping::matchColumns(rule);
    for (const QString &name : columns) {
        const mapping::Column *column = table().column(name);
        if (!column || !column->isValidForRead)
            return invalid(Texts::tr("Rows are found by the column %1, but %2 has no such column that can be read.")
                               .arg(name, table().logicalName));
    }
    if (rule.kind != profile::MatchRule::Kind::AlternateKey)
        return {};
    const mapping::Key *key = table().keyOn(columns);
    if (!key)
        return invalid(Texts::tr("Rows are found by an alternate key on %1, but there is no such key.")
                           .arg(columns.join(u", "_s)));
    if (key->status != mapping::Key::Status::Active)
        return invalid(
            Texts::tr("The alternate key %1 is not active yet, so rows cannot be found by it.").arg(key->logicalName));
    return {};
}

} // namespace engine
