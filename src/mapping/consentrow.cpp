#include "mapping/consentrow.h"

#include "consent/isotime.h"
#include "mapping/contactaddress.h"
#include "mapping/convert.h"
#include "mapping/writable.h"
#include "profile/pasted.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <array>

namespace mapping {

using namespace Qt::StringLiterals;
using consent::Finding;
using core::Error;
using core::Result;
using profile::Channel;
using State = profile::Mapping::State;
using Action = profile::Mapping::Action::Kind;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(mapping::ConsentRow)
};

// Choices of the consent solution count from here (dynamics-consent-tables section 4).
constexpr qint64 firstOption = 534120000;
constexpr qint64 noReason = firstOption - 1;
constexpr qint64 internalSource = firstOption;
constexpr qint64 levelOfPurpose = firstOption;
constexpr qint64 levelOfTopic = firstOption + 1;

constexpr Channel channelsInOrder[] = {Channel::Email, Channel::TextMessage, Channel::Custom, Channel::Voice};
constexpr ConsentValue valuesInOrder[] = {ConsentValue::NotSet, ConsentValue::OptedIn, ConsentValue::OptedOut};

template <typename Enum, std::size_t count>
qint64 numberOf(Enum value, const Enum (&inOrder)[count])
{
    return firstOption + (std::find(std::begin(inOrder), std::end(inOrder), value) - std::begin(inOrder));
}

template <typename Enum, std::size_t count>
std::optional<Enum> fromNumber(const QJsonValue &number, const Enum (&inOrder)[count])
{
    const qint64 index = number.toInteger(firstOption - 1) - firstOption;
    if (index < 0 || index >= qint64(count))
        return std::nullopt;
    return inOrder[index];
}

QString guidOf(const QJsonValue &value)
{
    const QString id = value.toString();
    const auto hasCase = [](QChar c) { return (c >= u'A' && c <= u'Z') || c > QChar(0x7f); };
    return std::any_of(id.cbegin(), id.cend(), hasCase) ? id.toLower() : id; // mostly it is in lower case
}

/// What is made of a member of a row.
enum class Member { Address, Channel, Level, Value, Purpose, Topic, Reason, ModifiedBy, ModifiedOn, Unused };

struct NamedMember {
    QString name;
    Member member;
};

/// Those of consentColumnsToRead() as rows call them.
const std::array<NamedMember, 12> &membersOfRows()
{
    static const std::array<NamedMember, 12> all{{{consentcolumn::address, Member::Address},
                                                  {consentcolumn::channel, Member::Channel},
                                                  {consentcolumn::level, Member::Level},
                                                  {consentcolumn::value, Member::Value},
                                                  {u"_msdynmkt_purposeid_value"_s, Member::Purpose},
                                                  {u"_msdynmkt_topicid_value"_s, Member::Topic},
                                                  {consentcolumn::reason, Member::Reason},
                                                  {u"_modifiedby_value"_s, Member::ModifiedBy},
                                                  {consentcolumn::modifiedOn, Member::ModifiedOn},
                                                  {consentcolumn::logicalReason, Member::Unused},
                                                  {consentcolumn::source, Member::Unused},
                                                  {consentcolumn::onBehalf, Member::Unused}}};
    return all;
}

Error invalid(const QString &message, const QString &fix, const QString &field = {})
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = field};
}

Error inactive(const QString &name)
{
    return invalid(Texts::tr("“%1” is deactivated in Dynamics 365.").arg(name),
                   Texts::tr("Activate it there, or choose another one."));
}

Error missingColumn(const QString &column)
{
    return invalid(Texts::tr("The table of consents has no column %1.").arg(column),
                   Texts::tr("Update Customer Insights - Journeys in this environment."), column);
}

/// Puts cells together; the first that is impossible stays as the problem.
class CellList
{
public:
    explicit CellList(const Table &table) : m_table(table) {}

    void option(const QString &name, qint64 number)
    {
        const Column *column = required(name);
        if (!column)
            return;
        if (!column->options.isEmpty() && !column->option(number))
            return fail(
                invalid(Texts::tr("The column %1 of this environment knows no option %2.").arg(name).arg(number),
                        Texts::tr("Update Customer Insights - Journeys in this environment."), name));
        add(*column, name.toUtf8(), QByteArray::number(number), shownValue(*column, number));
    }

    void text(const QString &name, const QString &value)
    {
        if (const Column *column = required(name))
            add(*column, name.toUtf8(), jsonString(value), value);
    }

    /// What only describes the write: never worth failing it. Longer texts than the column takes are cut.
    void remark(const QString &name, const QString &value)
    {
        const Column *column = m_table.column(name);
        if (!column)
            return;
        const QString fitting = column->maxLength > 0 ? value.left(column->maxLength) : value;
        add(*column, name.toUtf8(), jsonString(fitting), fitting);
    }

    void remark(const QString &name, qint64 number)
    {
        const Column *column = m_table.column(name);
        if (column && (column->options.isEmpty() || column->option(number)))
            add(*column, name.toUtf8(), QByteArray::number(number), shownValue(*column, number));
    }

    /// The names are the environment's; `target` and `navigation` only where it does not tell.
    void reference(const QString &name, const LookupTarget &usual, const QString &id)
    {
        const Column *column = required(name);
        if (!column)
            return;
        LookupTarget target = usual;
        for (const LookupTarget &one : column->targets) {
            if (one.table != usual.table)
                continue;
            if (!one.entitySet.isEmpty())
                target.entitySet = one.entitySet;
            if (!one.navigationProperty.isEmpty())
                target.navigationProperty = one.navigationProperty;
        }
        add(*column, (target.navigationProperty + "@odata.bind"_L1).toUtf8(),
            jsonString(u'/' + target.entitySet + u'(' + id + u')'), id);
    }

    Result<QList<Cell>> take() const { return m_problem ? Result<QList<Cell>>(*m_problem) : m_cells; }

private:
    const Column *required(const QString &name)
    {
        const Column *column = m_table.column(name);
        if (!column)
            fail(missingColumn(name));
        return column;
    }

    void fail(const Error &problem)
    {
        if (!m_problem)
            m_problem = problem;
    }

    void add(const Column &column, const QByteArray &member, const QByteArray &json, const QString &shown)
    {
        m_cells << Cell{.column = column.logicalName, .member = member, .json = json, .shown = shown};
    }

    const Table &m_table;
    QList<Cell> m_cells;
    std::optional<Error> m_problem;
};

void describe(CellList &cells, const ConsentStamp &stamp)
{
    cells.remark(consentcolumn::logicalReason, noReason);
    cells.remark(consentcolumn::source, internalSource);
    cells.remark(consentcolumn::reason, stamp.reason);
    cells.remark(consentcolumn::onBehalf, stamp.onBehalf);
}

/// The literal of a value table: it may only say what is usual, or "not set".
Result<std::optional<ConsentValue>> valueOfLiteral(const QString &literal, std::optional<ConsentValue> usual)
{
    bool isNumber = false;
    const qint64 number = literal.trimmed().toLongLong(&isNumber);
    const auto value = isNumber ? fromNumber(QJsonValue(number), valuesInOrder) : std::optional<ConsentValue>();
    if (value && (*value == ConsentValue::NotSet || value == usual))
        return value;
    return invalid(Texts::tr("A mapping writes “%1” into a consent. Given is opted in and refused is opted out; in "
                             "their place only “not set” (%2) can be written.")
                       .arg(literal)
                       .arg(firstOption),
                   Texts::tr("Empty the value in the mapping's table, or let it write nothing."));
}

} // namespace

QString ConsentTarget::name() const
{
    return isTopic() ? purposeName + u" → "_s + topicName : purposeName;
}

Result<ConsentTarget> consentTargetOf(const QString &id, const ConsentTree &tree)
{
    const ConsentTree::Topic *topic = tree.topic(id);
    const ConsentTree::Purpose *purpose = tree.purpose(topic ? topic->purposeId : id);
    if (topic && !topic->isActive)
        return inactive(topic->name);
    if (!purpose)
        return topic ? invalid(Texts::tr("The purpose of the topic “%1” is not known.").arg(topic->name),
                               Texts::tr("Give the topic a purpose in Dynamics 365, or choose another one."))
                     : invalid(Texts::tr("Dynamics 365 has no purpose and no topic with the id %1.").arg(id),
                               Texts::tr("Choose one from the list."));
    if (!purpose->isActive)
        return inactive(purpose->name);
    return ConsentTarget{.purposeId = purpose->id.toLower(),
                         .topicId = topic ? topic->id.toLower() : QString(),
                         .purposeName = purpose->name,
                         .topicName = topic ? topic->name : QString(),
                         .enforcement = purpose->enforcement};
}

ConsentRow consentRowOf(const QString &id, const QString &etag, const QJsonObject &values)
{
    ConsentRow row{.id = id, .etag = etag, .values = values, .known = values};
    qint64 level = 0;
    const auto &named = membersOfRows();
    for (auto member = row.known.begin(); member != row.known.end();) {
        const QString name = member.key();
        const auto known =
            std::find_if(named.cbegin(), named.cend(), [&name](const NamedMember &one) { return one.name == name; });
        if (known == named.cend()) {
            member = row.known.erase(member);
            continue;
        }
        const QJsonValue value = (member++).value();
        switch (known->member) {
        case Member::Address:
            row.address = value.toString();
            break;
        case Member::Channel:
            row.channel = fromNumber(value, channelsInOrder);
            break;
        case Member::Level:
            level = value.toInteger();
            break;
        case Member::Value:
            row.stored = value;
            row.value = value.isNull() ? ConsentValue::NotSet : fromNumber(value, valuesInOrder);
            break;
        case Member::Purpose:
            row.purposeId = guidOf(value);
            break;
        case Member::Topic:
            row.topicId = guidOf(value);
            break;
        case Member::Reason:
            row.reason = value.toString();
            break;
        case Member::ModifiedBy:
            row.modifiedBy = guidOf(value);
            break;
        case Member::ModifiedOn:
            if (const auto time = consent::readIsoTime(value.toString()))
                row.modifiedOn = time->utc;
            break;
        case Member::Unused:
            break;
        }
    }
    // A row of a purpose may name a topic that does not count, but a row that says no level is what its lookups say.
    if (level == levelOfPurpose)
        row.topicId.clear();
    else if (level == levelOfTopic && row.topicId.isEmpty())
        row.purposeId.clear(); // of a topic that nobody knows: it says nothing of the purpose
    return row;
}

Result<std::optional<ConsentValue>> consentValueFor(const Finding &finding, const profile::Mapping &mapping)
{
    using MaybeValue = std::optional<ConsentValue>;
    if (finding.kind == Finding::Kind::Text)
        return invalid(Texts::tr("A consent is given or refused, but this value is a text."),
                       Texts::tr("Choose a purpose, a preference or one of its values."), mapping.value);
    const std::optional<State> state = stateOf(finding);
    if (!state)
        return MaybeValue();
    const profile::Mapping::Action action = mapping.actionOn(*state);
    if (action.kind == Action::LeaveAlone)
        return MaybeValue();
    if (mapping.polarity == profile::Mapping::Polarity::Inverted)
        return invalid(Texts::tr("This mapping is inverted, but a consent says by itself whether it is given."),
                       Texts::tr("Take the inversion off the mapping."), mapping.column);
    MaybeValue usual;
    if (*state == State::Given)
        usual = ConsentValue::OptedIn;
    else if (*state == State::Refused)
        usual = ConsentValue::OptedOut;
    const auto value = action.kind == Action::Clear        ? Result<MaybeValue>(ConsentValue::NotSet)
                       : usual && action.literal.isEmpty() ? Result<MaybeValue>(usual)
                                                           : valueOfLiteral(action.literal, usual);
    // "Not set" is sent to under a purpose that is not restrictive: whoever refuses must never end there.
    if (*state == State::Refused && (!value || *value != ConsentValue::OptedOut))
        return invalid(Texts::tr("A mapping writes something else than “opted out” where somebody refuses, so that "
                                 "messages could be sent all the same."),
                       Texts::tr("Let a refusal be written as opted out."), mapping.column);
    return value;
}

bool ConsentPlace::holds(const ConsentRow &row) const
{
    return row.channel == channel && row.purposeId == purposeId && row.topicId == topicId &&
           (row.address == address || comparableAddress(channel, row.address) == comparableAddress(channel, address));
}

QString ConsentPlace::key() const
{
    return QStringList{profile::channelWord(channel), purposeId, topicId, comparableAddress(channel, address)}.join(
        u'|');
}

QString ConsentPlace::newRowId() const
{
    // The spelling counts here: a phone number that is spelled otherwise gets a row of its own.
    static const QUuid ours = QUuid::fromString(u"5c1b6a0e-7d0f-4c52-9a53-2f8b7d1e64a9"_s);
    const QStringList parts{address.trimmed().toCaseFolded(), profile::channelWord(channel), purposeId, topicId};
    return QUuid::createUuidV5(ours, parts.join(u'\n')).toString(QUuid::WithoutBraces);
}

Result<Cell> consentValueCell(const Table &table, ConsentValue value)
{
    CellList cells(table);
    cells.option(consentcolumn::value, numberOf(value, valuesInOrder));
    const auto all = cells.take();
    if (!all)
        return all.error();
    return all->constFirst();
}

Result<QList<Cell>> consentUpdateCells(const Table &table, ConsentValue value, const ConsentStamp &stamp)
{
    const Result<Cell> cell = consentValueCell(table, value);
    if (!cell)
        return cell.error();
    return QList<Cell>{*cell} + consentStampCells(table, stamp);
}

QList<Cell> consentStampCells(const Table &table, const ConsentStamp &stamp)
{
    CellList cells(table);
    describe(cells, stamp);
    return cells.take().valueOr({}); // remarks never fail
}

Result<QList<Cell>> consentCreateCells(const Table &table, const ConsentPlace &place, ConsentValue value,
                                       const ConsentStamp &stamp)
{
    CellList cells(table);
    cells.text(consentcolumn::address, place.address);
    cells.option(consentcolumn::channel, numberOf(place.channel, channelsInOrder));
    cells.option(consentcolumn::level, place.topicId.isEmpty() ? levelOfPurpose : levelOfTopic);
    cells.option(consentcolumn::value, numberOf(value, valuesInOrder));
    describe(cells, stamp);
    cells.reference(consentcolumn::purpose,
                    {.table = u"msdynmkt_purpose"_s,
                     .entitySet = u"msdynmkt_purposes"_s,
                     .navigationProperty = u"msdynmkt_purposeId"_s},
                    place.purposeId);
    if (!place.topicId.isEmpty())
        cells.reference(consentcolumn::topic,
                        {.table = u"msdynmkt_topic"_s,
                         .entitySet = u"msdynmkt_topics"_s,
                         .navigationProperty = u"msdynmkt_topicId"_s},
                        place.topicId);
    return cells.take();
}

QStringList consentColumnsToRead(const Table &table)
{
    QStringList names;
    for (const QString &name :
         {QString(consentcolumn::address), QString(consentcolumn::channel), QString(consentcolumn::level),
          QString(consentcolumn::value), QString(consentcolumn::purpose), QString(consentcolumn::topic),
          QString(consentcolumn::logicalReason), QString(consentcolumn::source), QString(consentcolumn::reason),
          QString(consentcolumn::onBehalf), QString(consentcolumn::modifiedOn), QString(consentcolumn::modifiedBy)}) {
        const Column *column = table.column(name);
        if (column && column->isValidForRead)
            names << name;
    }
    return names;
}

} // namespace mapping
