#include "mapping/suggest.h"

#include "mapping/convert.h"
#include "mapping/names.h"
#include "mapping/writable.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace mapping {

using namespace Qt::StringLiterals;
using consent::Catalogue;
using consent::ValuePath;
using profile::Mapping;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Suggestion)
};

constexpr double byOtherName = 0.97; // never as good as the very same name
constexpr double whenUneasy = 0.8;   // secured and deprecated columns

/// One of the names that something goes by.
struct Name {
    QString text;
    QStringList words;
    NameParts parts;
};

struct Source {
    ValuePath path;
    QString shown;
    QList<Name> names;
};

/// "topics-Zx9cVb2n" → "topics": Didomi's ids end with something random, those of values with a number.
QString withoutRandomEnd(const QString &id)
{
    static const QRegularExpression end(u"-([A-Za-z0-9]{8}|[0-9]{1,4})$"_s);
    return QString(id).remove(end);
}

/// "new_smsconsent" → "smsconsent".
QString withoutPublisher(const QString &name)
{
    static const QRegularExpression prefix(u"^[A-Za-z][A-Za-z0-9]{1,7}_(?=.)"_s);
    return QString(name).remove(prefix);
}

bool holdsPickedText(const ValuePath &path)
{
    return path.kind == ValuePath::Kind::PreferenceValues;
}

QStringList namesOfPurpose(const QString &id, const Catalogue &catalogue)
{
    const consent::Purpose *purpose = catalogue.purpose(id);
    QStringList names{purpose ? purpose->name : QString(), withoutRandomEnd(id)};
    names.removeAll(QString());
    return names;
}

QStringList namesOfPreference(const QString &id, const Catalogue &catalogue)
{
    const consent::Preference *preference = catalogue.preference(id);
    QStringList names{preference ? preference->name : QString(), withoutRandomEnd(id)};
    names.removeAll(QString());
    return names;
}

/// Each of the first with each of the second.
QStringList together(const QStringList &first, const QStringList &second)
{
    QStringList both;
    for (const QString &one : first) {
        for (const QString &other : second)
            both << one + u' ' + other;
    }
    return both;
}

QStringList namesOf(const ValuePath &path, const Catalogue &catalogue)
{
    using Kind = ValuePath::Kind;
    switch (path.kind) {
    case Kind::Unknown:
        return {};
    case Kind::Identity:
        if (path.key == "organization_user_id"_L1)
            return {u"organization user id"_s, u"user id"_s, u"external user id"_s};
        if (path.key == "id"_L1 || path.key == "user_id"_L1)
            return {u"Didomi user id"_s};
        return {path.key};
    case Kind::Metadata:
        return {path.key};
    case Kind::Purpose:
        return namesOfPurpose(path.purposeId, catalogue);
    case Kind::PurposeInterest:
        return together(namesOfPurpose(path.purposeId, catalogue), {u"legitimate interest"_s, u"LI"_s});
    case Kind::PurposeChannel:
        return together(namesOfPurpose(path.purposeId, catalogue), {path.channelId});
    case Kind::Preference:
    case Kind::PreferenceValues: {
        const QStringList own = namesOfPreference(path.preferenceId, catalogue);
        return path.purposeId.isEmpty() ? own : own + together(namesOfPurpose(path.purposeId, catalogue), own);
    }
    case Kind::PreferenceChannel:
        return together(namesOfPreference(path.preferenceId, catalogue), {path.channelId});
    case Kind::PreferenceValue: {
        QStringList own{catalogue.valueName(path.preferenceId, path.valueId), withoutRandomEnd(path.valueId)};
        own.removeDuplicates();
        own += together(namesOfPreference(path.preferenceId, catalogue), own);
        return path.purposeId.isEmpty() ? own
                                        : own + together(namesOfPurpose(path.purposeId, catalogue), own.mid(0, 2));
    }
    }
    return {};
}

QStringList namesOf(const Column &column)
{
    if (isConsentTarget(column.logicalName)) // an id says nothing
        return {column.displayName};
    QStringList names{withoutPublisher(column.logicalName), withoutPublisher(column.schemaName)};
    if (column.displayName != column.logicalName)
        names.prepend(column.displayName);
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

bool isYesNo(const QString &label)
{
    static const QSet<QString> words{u"yes"_s,     u"no"_s,      u"oui"_s,     u"non"_s,     u"given"_s,
                                     u"refused"_s, u"granted"_s, u"denied"_s,  u"allow"_s,   u"accepted"_s,
                                     u"true"_s,    u"false"_s,   u"accepte"_s, u"refuse"_s,  u"optin"_s,
                                     u"optout"_s,  u"consent"_s, u"pending"_s, u"accorde"_s, u"consenti"_s};
    return words.contains(nameWords(label).join(QString()));
}

/// How many of the preference's values have an option of nearly their name, 0 … 1.
double shareOfOptions(const Column &column, const consent::Preference &preference)
{
    if (preference.values.isEmpty())
        return 0;
    const auto hasOption = [&](const consent::PreferenceValue &value) {
        return std::any_of(column.options.cbegin(), column.options.cend(), [&](const ChoiceOption &option) {
            const NameParts label = nameParts(option.label);
            return nameWords(option.label) == nameWords(value.name) ||
                   nameLikeness(nameParts(value.name), label).score >= byOtherName ||
                   nameLikeness(nameParts(withoutRandomEnd(value.id)), label).score >= byOtherName;
        });
    };
    return double(std::count_if(preference.values.cbegin(), preference.values.cend(), hasOption)) /
           double(preference.values.size());
}

bool isContactPoint(const Column &column)
{
    return column.format == "Email"_L1 || column.format == "Phone"_L1 || column.format == "Url"_L1;
}

/// How well the column's type holds a yes or no, 0 … 1.
double fitOfChoice(const Column &column, bool isNamedPermission)
{
    switch (column.type) {
    case ColumnType::Boolean:
        return 1;
    case ColumnType::Choice: {
        const bool hasYesNo = std::count_if(column.options.cbegin(), column.options.cend(),
                                            [](const auto &option) { return isYesNo(option.label); }) >= 2;
        return hasYesNo ? 0.85 : 0.4;
    }
    case ColumnType::Text: // "Fax" is a number, "Fax consent" may hold true and false
        return isContactPoint(column) || !isNamedPermission ? 0.3 : 0.6;
    case ColumnType::MultiChoice:
    case ColumnType::Integer:
        return 0.3;
    case ColumnType::Memo:
    case ColumnType::BigInt:
    case ColumnType::Decimal:
    case ColumnType::Double:
    case ColumnType::Money:
    case ColumnType::State:
    case ColumnType::Status:
    case ColumnType::DateTime:
    case ColumnType::DateOnly:
    case ColumnType::Lookup:
    case ColumnType::Customer:
    case ColumnType::Owner:
    case ColumnType::UniqueId:
    case ColumnType::Other:
        break;
    }
    return 0;
}

double fitOfPicked(const Column &column, const consent::Preference *preference)
{
    const bool isMulti = preference && preference->isMulti;
    const double named = preference ? shareOfOptions(column, *preference) : 0;
    if (column.type == ColumnType::MultiChoice)
        return (isMulti ? 1.0 : 0.85) * (0.75 + 0.25 * named);
    if (column.type == ColumnType::Choice)
        return (isMulti ? 0.55 : 1.0) * (0.75 + 0.25 * named);
    if (column.type == ColumnType::Text)
        return isContactPoint(column) ? 0.2 : 0.75;
    return column.type == ColumnType::Memo ? 0.75 : 0;
}

double fitOfText(const Column &column, bool isCountry)
{
    constexpr int shortestId = 36; // a UUID
    if (column.type == ColumnType::Text && !isContactPoint(column))
        return isCountry || column.maxLength == 0 || column.maxLength >= shortestId ? 1 : 0.5;
    if (column.type == ColumnType::Choice && isCountry)
        return 0.6;
    return column.type == ColumnType::Memo ? 0.6 : 0;
}

double fitOf(const ValuePath &path, const Column &column, bool isNamedPermission, const Catalogue &catalogue)
{
    if (path.isChoice())
        return fitOfChoice(column, isNamedPermission);
    if (holdsPickedText(path))
        return fitOfPicked(column, catalogue.preference(path.preferenceId));
    return fitOfText(column, path.key.endsWith("country"_L1));
}

bool isBetter(const Suggestion &one, const Suggestion &other)
{
    if (one.score != other.score)
        return one.score > other.score;
    if (one.column != other.column)
        return one.column < other.column;
    if (one.value.size() != other.value.size())
        return one.value.size() < other.value.size(); // the plainer path
    return one.value < other.value;
}

/// Compares sources with columns. The names of both are taken apart once.
class Matchmaker
{
public:
    Matchmaker(const profile::Profile &profile, const Catalogue &catalogue, const QList<ValuePath> &paths)
        : m_profile(profile), m_catalogue(catalogue)
    {
        constexpr qsizetype shortest = 4; // shorter words are found in everything
        QSet<QString> words;
        for (const ValuePath &path : paths) {
            for (const QString &name : namesOf(path, catalogue)) {
                for (const QString &word : nameWords(name)) {
                    if (word.size() >= shortest)
                        words << word;
                }
            }
        }
        m_words = words;
        for (const ValuePath &path : paths)
            m_sources << Source{path, consent::describe(path, catalogue), apart(namesOf(path, catalogue))};
    }

    const QList<Source> &sources() const { return m_sources; }

    /// True for columns that may be suggested, whether they are free or not.
    bool isCandidate(const Column &column) const
    {
        return column.attributeOf.isEmpty() && !whyNotWritable(column, false) &&
               !matchColumns(m_profile.match).contains(column.logicalName);
    }

    bool isFree(const Column &column) const
    {
        const QList<Mapping> &mappings = m_profile.integration.mappings;
        return std::none_of(mappings.cbegin(), mappings.cend(), [&](const Mapping &mapping) {
            return mapping.column.compare(column.logicalName, Qt::CaseInsensitive) == 0;
        });
    }

    QList<Name> namesOfColumn(const Column &column) const { return apart(namesOf(column)); }

    std::optional<Suggestion> compare(const Source &source, const Column &column, const QList<Name> &names) const
    {
        const bool isNegated = looksNegating(column) || std::any_of(names.cbegin(), names.cend(), [](const Name &name) {
                                   return name.parts.isNegated;
                               });
        const bool isNamedPermission = isNegated || std::any_of(names.cbegin(), names.cend(), [](const Name &name) {
                                           return name.parts.hasConsentWord;
                                       });
        const double fit = fitOf(source.path, column, isNamedPermission, m_catalogue) *
                           (column.isSecured || column.isDeprecated ? whenUneasy : 1);
        if (fit < leastScore)
            return {};

        NameLikeness best;
        const Name *bestSource = nullptr;
        const Name *bestColumn = nullptr;
        bool isSameName = false;
        for (const Name &one : source.names) {
            for (const Name &other : names) {
                const bool isSame = !one.words.isEmpty() && one.words == other.words;
                NameLikeness likeness = nameLikeness(one.parts, other.parts);
                likeness.score = isSame ? 1 : likeness.score * byOtherName;
                if (likeness.score <= best.score)
                    continue;
                best = likeness;
                bestSource = &one;
                bestColumn = &other;
                isSameName = isSame;
            }
        }
        const double score = std::round(best.score * fit * 100) / 100;
        if (!bestSource || score < leastScore)
            return {};

        Suggestion suggestion{.path = source.path,
                              .value = source.path.toText(),
                              .sourceName = source.shown,
                              .column = column.logicalName,
                              .columnName = column.displayName,
                              .score = score};
        QStringList reasons{isSameName ? Text::tr("Both are called “%1”.").arg(bestColumn->text)
                                       //: %1 and %2 names, %3 a list of words such as "newsletter = bulkemail"
                                       : Text::tr("“%1” and “%2” have in common: %3.")
                                             .arg(bestSource->text, bestColumn->text, best.shared.join(u", "_s))};
        if (column.type == ColumnType::Boolean && source.path.isChoice()) {
            const bool isSourceNegated = std::any_of(source.names.cbegin(), source.names.cend(),
                                                     [](const Name &name) { return name.parts.isNegated; });
            suggestion.polarity =
                isNegated != isSourceNegated ? Mapping::Polarity::Inverted : Mapping::Polarity::Direct;
            if (isNegated && !isSourceNegated)
                reasons << Text::tr("The column’s name says that true forbids: to be written inverted, given as %1.")
                               .arg(shownValue(column, false));
            else if (isSourceNegated && !isNegated)
                reasons << Text::tr(
                               "The purpose’s name forbids and the column’s does not: to be written inverted, given "
                               "as %1.")
                               .arg(shownValue(column, false));
            else if (isNegated)
                reasons << Text::tr("Both names forbid: to be written as it is.");
        } else if (isNegated && source.path.isChoice()) {
            reasons << Text::tr("The column’s name forbids: look closely at what given writes.");
        }
        if (column.isSecured)
            reasons << Text::tr("The column is secured.");
        if (column.isDeprecated)
            reasons << Text::tr("The column is deprecated.");
        if (fit < 1 && !column.isSecured && !column.isDeprecated)
            reasons << Text::tr("Its type fits with conditions only.");
        suggestion.reason = reasons.join(u' ');
        return suggestion;
    }

private:
    QList<Name> apart(const QStringList &names) const
    {
        QList<Name> result;
        for (const QString &name : names)
            result << Name{name, nameWords(name), nameParts(name, m_words)};
        return result;
    }

    const profile::Profile &m_profile;
    const Catalogue &m_catalogue;
    QSet<QString> m_words;
    QList<Source> m_sources;
};

QList<Suggestion> best(QList<Suggestion> all, int most)
{
    std::sort(all.begin(), all.end(), isBetter);
    return all.mid(0, std::max(most, 0));
}

/// For every column that is free the source that it resembles most, best first.
QList<Suggestion> bestOfEach(const Matchmaker &matchmaker, const QList<Column> &columns)
{
    QList<Suggestion> found;
    for (const Column &column : columns) {
        if (!matchmaker.isCandidate(column) || !matchmaker.isFree(column))
            continue;
        const QList<Name> names = matchmaker.namesOfColumn(column);
        std::optional<Suggestion> bestOne;
        for (const Source &source : matchmaker.sources()) {
            const auto one = matchmaker.compare(source, column, names);
            if (one && (!bestOne || isBetter(*one, *bestOne)))
                bestOne = one;
        }
        if (bestOne)
            found << *bestOne;
    }
    std::sort(found.begin(), found.end(), isBetter);
    return found;
}

} // namespace

QList<ValuePath> suggestibleSources(const Catalogue &catalogue)
{
    using Kind = ValuePath::Kind;
    const bool hasTree = std::any_of(catalogue.purposes.cbegin(), catalogue.purposes.cend(),
                                     [](const consent::Purpose &purpose) { return !purpose.preferenceIds.isEmpty(); });
    QList<ValuePath> paths;
    for (const consent::Purpose &purpose : catalogue.purposes) {
        paths << ValuePath{.kind = Kind::Purpose, .purposeId = purpose.id};
        for (const QString &channel : catalogue.channels)
            paths << ValuePath{.kind = Kind::PurposeChannel, .purposeId = purpose.id, .channelId = channel};
        for (const consent::Preference &preference : catalogue.preferences) {
            if (hasTree ? !purpose.preferenceIds.contains(preference.id) : purpose.isGlobal)
                continue;
            paths << ValuePath{.kind = Kind::PreferenceValues, .purposeId = purpose.id, .preferenceId = preference.id};
            for (const consent::PreferenceValue &value : preference.values)
                paths << ValuePath{.kind = Kind::PreferenceValue,
                                   .purposeId = purpose.id,
                                   .preferenceId = preference.id,
                                   .valueId = value.id};
        }
    }
    for (const QString &key : {u"organization_user_id"_s, u"country"_s})
        paths << ValuePath{.kind = Kind::Identity, .key = key};
    return paths;
}

QList<Suggestion> suggestColumns(const ValuePath &source, const profile::Profile &profile, const Table &table,
                                 const Catalogue &catalogue, int most)
{
    const Matchmaker matchmaker(profile, catalogue, {source});
    QList<Suggestion> found;
    for (const Column &column : table.columns) {
        if (!matchmaker.isCandidate(column) || !matchmaker.isFree(column))
            continue;
        if (const auto one =
                matchmaker.compare(matchmaker.sources().constFirst(), column, matchmaker.namesOfColumn(column)))
            found << *one;
    }
    return best(found, most);
}

QList<Suggestion> suggestSources(const QString &column, const profile::Profile &profile, const Table &table,
                                 const Catalogue &catalogue, int most)
{
    const Column *target = table.column(column);
    const Matchmaker matchmaker(profile, catalogue, suggestibleSources(catalogue));
    if (!target || !matchmaker.isCandidate(*target))
        return {};
    const QList<Name> names = matchmaker.namesOfColumn(*target);
    QList<Suggestion> found;
    for (const Source &source : matchmaker.sources()) {
        if (const auto one = matchmaker.compare(source, *target, names))
            found << *one;
    }
    return best(found, most);
}

QList<Suggestion> suggestMappings(const profile::Profile &profile, const Table &table, const Catalogue &catalogue)
{
    if (profile::modeOf(profile.integration) == profile::Mode::Current)
        return {};
    return bestOfEach(Matchmaker(profile, catalogue, suggestibleSources(catalogue)), table.columns);
}

QList<Suggestion> suggestTargets(const profile::Profile &profile, const ConsentTree &tree, const Catalogue &catalogue)
{
    QList<Column> targets; // a purpose or a topic holds a yes or no, as such a column would
    const auto add = [&](const QString &id, const QString &name, bool isActive) {
        if (isActive)
            targets << Column{.logicalName = id,
                              .displayName = name,
                              .type = ColumnType::Boolean,
                              .isValidForCreate = true,
                              .isValidForUpdate = true,
                              .isValidForRead = true};
    };
    for (const ConsentTree::Purpose &purpose : tree.purposes)
        add(purpose.id, purpose.name, purpose.isActive);
    for (const ConsentTree::Topic &topic : tree.topics)
        add(topic.id, topic.name, topic.isActive);

    QList<ValuePath> choices = suggestibleSources(catalogue);
    choices.removeIf([](const ValuePath &path) { return !path.isChoice(); });
    QList<Suggestion> found = bestOfEach(Matchmaker(profile, catalogue, choices), targets);
    found.removeIf([](const Suggestion &one) { return one.polarity != Mapping::Polarity::Direct; });
    for (Suggestion &one : found)
        one.polarity.reset();
    return found;
}

} // namespace mapping
