#include "mapping/lint.h"

#include "mapping/convert.h"
#include "mapping/literal.h"
#include "mapping/nearest.h"
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
using State = Verdict::State;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Lint)
};

/// How loud a verdict is; the loudest one of a mapping is shown.
int loudness(State state)
{
    switch (state) {
    case State::Fine:
        return 0;
    case State::Unknown:
        return 1;
    case State::Warning:
        return 2;
    case State::Error:
        return 3;
    }
    return 0;
}

bool isOptionColumn(const Column &column)
{
    return column.type == ColumnType::Choice || column.type == ColumnType::MultiChoice;
}

bool isTextColumn(const Column &column)
{
    return column.type == ColumnType::Text || column.type == ColumnType::Memo;
}

/// Judges one mapping. Every check adds what it has to say; loudest() picks.
class Judge
{
public:
    Judge(const profile::Profile &profile, const Mapping &mapping, const Table *table, const Catalogue *catalogue)
        : m_profile(profile)
        , m_mapping(mapping)
        , m_table(table)
        , m_catalogue(catalogue)
        , m_parsed(consent::parseValuePath(mapping.value, catalogue ? *catalogue : Catalogue()))
        , m_column(table ? table->column(mapping.column) : nullptr)
    {
    }

    Verdict judge()
    {
        judgeTwice();
        judgePath();
        judgeColumn();
        if (m_column && m_parsed.path.kind != ValuePath::Kind::Unknown && !whyNotWritable(*m_column, false)) {
            judgePolarity();
            if (m_parsed.path.isChoice())
                judgeChoice();
            else
                judgeText();
            judgeNoChoice();
        }
        return loudest();
    }

private:
    void add(State state, const QString &message, const QString &fix)
    {
        m_said << Verdict{.state = state, .message = message, .fix = fix};
    }

    void add(const core::Error &error) { add(State::Error, error.message, error.fix); }

    Verdict loudest() const
    {
        Verdict result{.state = State::Fine};
        for (const Verdict &verdict : m_said) {
            if (loudness(verdict.state) > loudness(result.state))
                result = verdict;
        }
        return result;
    }

    void judgeTwice()
    {
        const auto sameColumn = [this](const Mapping &other) { return other.column == m_mapping.column; };
        const QList<Mapping> &all = m_profile.integration.mappings;
        if (!m_mapping.column.isEmpty() && std::count_if(all.cbegin(), all.cend(), sameColumn) > 1) {
            add(State::Error,
                Text::tr("%1 is mapped more than once; only one value can be written into it.").arg(m_mapping.column),
                Text::tr("Remove all mappings of %1 but one.").arg(m_mapping.column));
        }
    }

    void judgePath()
    {
        const QString choose = Text::tr("Choose a purpose or preference from the list.");
        switch (m_parsed.verdict) {
        case ParsedPath::Verdict::NotAPath:
            return add(State::Error, m_parsed.problem, choose);
        case ParsedPath::Verdict::UnknownId:
            return add(State::Warning, m_parsed.problem + u' ' + unknownMeans(), choose);
        case ParsedPath::Verdict::Ambiguous:
            if (m_catalogue)
                add(State::Warning, m_parsed.problem, Text::tr("See in the preview whether it is read as meant."));
            break;
        case ParsedPath::Verdict::Resolved:
            break;
        }
        if (!m_catalogue) {
            add(State::Unknown,
                Text::tr("Didomi's purposes and preferences are not loaded, so the value cannot be checked."),
                Text::tr("Test the connection to Didomi."));
        }
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
            return add(State::Error, Text::tr("No column is chosen."),
                       Text::tr("Choose the column that the value is written into."));
        if (!m_table) {
            return add(State::Unknown,
                       Text::tr("Dataverse's columns are not loaded, so %1 cannot be checked.").arg(m_mapping.column),
                       Text::tr("Test the connection to Dataverse."));
        }
        if (!m_column) {
            return add(State::Error,
                       Text::tr("The table %1 has no column %2.").arg(m_table->logicalName, m_mapping.column),
                       nearestAdvice(m_mapping.column, *m_table));
        }
        if (const std::optional<core::Error> problem = whyNotWritable(*m_column, false))
            return add(*problem);
        if (m_column->isSecured) {
            add(State::Warning,
                Text::tr("%1 is secured: writing it fails unless the application user is allowed to.")
                    .arg(m_column->logicalName),
                Text::tr("Give the application user a column security profile that updates %1.")
                    .arg(m_column->logicalName));
        }
        if (m_column->isDeprecated) {
            add(State::Warning, Text::tr("%1 is deprecated; Microsoft may remove it.").arg(m_column->logicalName),
                Text::tr("Choose another column."));
        }
        if (m_profile.match.kind != profile::MatchRule::Kind::RowId &&
            m_profile.match.column == m_column->logicalName) {
            add(State::Warning,
                Text::tr("Rows are found by %1; writing it can change which row the next push finds.")
                    .arg(m_column->logicalName),
                Text::tr("Remove this mapping: a new row gets its %1 anyway.").arg(m_column->logicalName));
        }
    }

    void judgePolarity()
    {
        const bool isChoice = m_parsed.path.isChoice();
        if (needsPolarity(m_mapping, *m_column, isChoice)) {
            const bool isBoolean = m_column->type == ColumnType::Boolean;
            m_said << Verdict{.state = State::Error,
                              .message = Text::tr("The name of %1 says that true forbids, and nobody has confirmed "
                                                  "which way round it is written.")
                                             .arg(m_column->logicalName),
                              .fix = Text::tr("Confirm that it is inverted: given then writes %1.")
                                         .arg(isBoolean ? shownValue(*m_column, false) : u"false"_s),
                              .suggestedPolarity = Mapping::Polarity::Inverted};
            return;
        }
        if (m_column->type != ColumnType::Boolean)
            return;
        const bool isDirect = m_mapping.polarity == Mapping::Polarity::Direct;
        const bool isInverted = m_mapping.polarity == Mapping::Polarity::Inverted;
        if (looksNegating(*m_column) ? !isDirect : !isInverted)
            return;
        const Mapping::Polarity other = isDirect ? Mapping::Polarity::Inverted : Mapping::Polarity::Direct;
        m_said << Verdict{
            .state = State::Warning,
            .message =
                Text::tr("Given writes %1 = %2, refused writes %3.")
                    .arg(m_column->logicalName, shownValue(*m_column, isDirect), shownValue(*m_column, !isDirect)),
            .fix =
                isDirect
                    ? Text::tr("If %1 forbids when it is true, set this mapping to inverted.")
                          .arg(m_column->logicalName)
                    : Text::tr("If %1 allows when it is true, set this mapping to direct.").arg(m_column->logicalName),
            .suggestedPolarity = other};
    }

    void judgeChoice()
    {
        // What a push would say is found out by letting it convert.
        for (const Choice choice : {Choice::Given, Choice::Refused}) {
            const auto cell = convert({.kind = Finding::Kind::Choice, .choice = choice}, m_mapping, *m_column);
            if (!cell && !needsPolarity(m_mapping, *m_column, true))
                add(cell.error());
        }
        if (m_column->type != ColumnType::Boolean && !m_mapping.givenLiteral.isEmpty() &&
            m_mapping.givenLiteral == m_mapping.refusedLiteral) {
            add(State::Warning, Text::tr("Given and refused write the same into %1.").arg(m_column->logicalName),
                Text::tr("Set different values for given and refused."));
        }
    }

    void judgeNoChoice()
    {
        if (m_mapping.noChoice != Mapping::NoChoice::WriteLiteral)
            return;
        if (const auto cell = convert({.kind = Finding::Kind::Absent}, m_mapping, *m_column); !cell)
            add(cell.error());
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
        add(State::Error, Text::tr("%1 cannot hold %2.").arg(m_column->logicalName, holds),
            Text::tr("Choose a text column, or another value."));
    }

    void judgeIdentity()
    {
        const QString &key = m_parsed.path.key;
        const bool isCountry = key == "country"_L1 || key == "last_seen_country"_L1;
        const bool isNumberLike = m_column->type == ColumnType::Integer || m_column->type == ColumnType::BigInt;
        if (!isTextColumn(*m_column) && isNumberLike && key == "organization_user_id"_L1) {
            return add(State::Warning,
                       Text::tr("%1 takes only organization user ids that are whole numbers; others are refused.")
                           .arg(m_column->logicalName),
                       Text::tr("Choose a text column unless all ids are numbers."));
        }
        const bool hasTable = isOptionColumn(*m_column) && !m_mapping.valueTable.isEmpty();
        if (hasTable)
            return judgeTable();
        if (!isTextColumn(*m_column))
            return refuseType(isCountry ? Text::tr("a country code") : Text::tr("a person's id"));
        constexpr int uuidLength = 36;
        constexpr int countryLength = 2;
        judgeLength(isCountry ? countryLength : uuidLength);
    }

    void judgeMetadata()
    {
        if (isTextColumn(*m_column))
            return;
        if (isOptionColumn(*m_column) && !m_mapping.valueTable.isEmpty())
            return judgeTable();
        add(State::Warning,
            Text::tr("%1 is not a text column: metadata that does not fit it is refused, person by person.")
                .arg(m_column->logicalName),
            Text::tr("See in the preview what the metadata holds."));
    }

    void judgeLength(qsizetype needed)
    {
        if (m_column->maxLength > 0 && needed > m_column->maxLength) {
            add(State::Warning,
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
            if (const auto cell = cellOfText(*m_column, option, TextOrigin::Settings); !cell)
                add(cell.error());
        }
    }

    void judgePicked()
    {
        const consent::Preference *preference =
            m_catalogue ? m_catalogue->preference(m_parsed.path.preferenceId) : nullptr;
        if (isTextColumn(*m_column)) {
            if (preference)
                judgeLength(longestText(*preference));
            return;
        }
        if (!isOptionColumn(*m_column))
            return refuseType(Text::tr("the values that were picked"));
        judgeTable();
        if (m_column->type == ColumnType::Choice && preference && preference->isMulti) {
            add(State::Warning,
                Text::tr("Several values can be picked, but %1 holds one option; then the write is refused.")
                    .arg(m_column->logicalName),
                Text::tr("Choose a column with multiple options."));
        }
        const QStringList unmapped = preference ? unmappedValues(*preference) : QStringList();
        const bool isNothingMapped =
            m_mapping.valueTable.isEmpty() && (!preference || unmapped.size() == preference->values.size());
        if (isNothingMapped) {
            add(State::Error,
                Text::tr("The mapping does not say which option of %1 stands for which value.")
                    .arg(m_column->logicalName),
                Text::tr("Fill the mapping's table of values."));
        } else if (!unmapped.isEmpty()) {
            add(State::Warning,
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

    const profile::Profile &m_profile;
    const Mapping &m_mapping;
    const Table *m_table;
    const Catalogue *m_catalogue;
    ParsedPath m_parsed;
    const Column *m_column;
    QList<Verdict> m_said;
};

} // namespace

QList<Verdict> lint(const profile::Profile &profile, const Table *table, const Catalogue *catalogue)
{
    QList<Verdict> verdicts;
    for (const Mapping &mapping : profile.integration.mappings)
        verdicts << Judge(profile, mapping, table, catalogue).judge();
    return verdicts;
}

} // namespace mapping
