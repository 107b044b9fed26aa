#include "mapping/lintprofile.h"

#include "mapping/convert.h"
#include "mapping/newrow.h"
#include "mapping/transform.h"
#include "mapping/writable.h"
#include "profile/instance.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace mapping {

using namespace Qt::StringLiterals;
using consent::Purpose;
using consent::ValuePath;
using profile::Mapping;
using profile::MatchRule;
using profile::Profile;
using Severity = LintFinding::Severity;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Lint)
};

LintFinding finding(const QString &code, Severity severity, const QString &message, const QString &fix)
{
    return {.code = code, .severity = severity, .message = message, .fix = fix};
}

QStringList writtenColumns(const Profile &profile)
{
    QStringList columns;
    for (const Mapping &mapping : profile.integration.mappings) {
        if (mapping.goesToDynamics() && !columns.contains(mapping.column))
            columns << mapping.column;
    }
    return columns;
}

/// The organisation's own purposes that no mapping asks about.
void judgePurposes(const Profile &profile, const consent::Catalogue &catalogue, QList<LintFinding> &said)
{
    QSet<QString> purposes;
    QSet<QString> preferences;
    for (const Mapping &mapping : profile.integration.mappings) {
        const ValuePath path = consent::parseValuePath(mapping.value, catalogue).path;
        purposes << path.purposeId;
        preferences << path.preferenceId;
    }
    for (const Purpose &purpose : catalogue.purposes) {
        const bool isAsked =
            purposes.contains(purpose.id) || std::any_of(purpose.preferenceIds.cbegin(), purpose.preferenceIds.cend(),
                                                         [&](const QString &id) { return preferences.contains(id); });
        if (purpose.isGlobal || isAsked)
            continue;
        const QString name = purpose.name.isEmpty() ? purpose.id : purpose.name;
        LintFinding missing =
            finding(u"purpose-unmapped"_s, Severity::Hint,
                    Text::tr("No mapping takes “%1”: what people choose there does not reach Dynamics 365.").arg(name),
                    Text::tr("Add a mapping for it, unless Dynamics 365 needs not know."));
        missing.remedy = LintFinding::Remedy::Add;
        missing.fixed = Mapping{.value = ValuePath{.kind = ValuePath::Kind::Purpose, .purposeId = purpose.id}.toText()};
        said << missing;
    }
}

/// The value of the only option that a column has; empty when there are more, or none.
QString onlyOption(const Column &column)
{
    const bool isOption = column.type == ColumnType::Choice && column.options.size() == 1;
    return isOption ? QString::number(column.options.first().value) : QString();
}

/// The value of the option that is called so; empty when none or several are.
QString optionCalled(const Column &column, const QString &label)
{
    QStringList values;
    for (const ChoiceOption &option : column.options) {
        if (!label.trimmed().isEmpty() && option.label.compare(label.trimmed(), Qt::CaseInsensitive) == 0)
            values << (column.type == ColumnType::Boolean ? (option.value ? u"true"_s : u"false"_s)
                                                          : QString::number(option.value));
    }
    return values.size() == 1 ? values.first() : QString();
}

void judgeRequired(const Profile &profile, const Table &table, QList<LintFinding> &said)
{
    if (!profile.integration.upsertMode || profile::modeOf(profile.integration) == profile::Mode::Current)
        return;
    const QStringList keyColumns = matchColumns(profile.match);
    QStringList given = writtenColumns(profile) + keyColumns;
    for (const profile::Constant &constant : profile.newRow)
        given << constant.column;
    const QStringList system = missingForCreate(table, Column::Required::System, given);
    const QStringList business = missingForCreate(table, Column::Required::Business, given);
    const QString fix = Text::tr("Give new rows a value in them, add mappings for them, or switch upsert mode off.");
    const auto offerConstants = [&](const QStringList &columns) {
        LintFinding &last = said.last();
        last.remedy = LintFinding::Remedy::SetConstants;
        last.constants = profile.newRow;
        for (const QString &column : columns)
            last.constants << profile::Constant{.column = column, .text = onlyOption(*table.column(column))};
    };
    if (!system.isEmpty()) {
        said << finding(
            u"required-columns"_s, Severity::Error,
            Text::tr("Upsert mode creates rows, but no mapping and no fixed value fills what a new row must have: %1.")
                .arg(system.join(u", "_s)),
            fix);
        offerConstants(system);
    }
    if (!business.isEmpty()) {
        said << finding(
            u"required-columns"_s, Severity::Warning,
            Text::tr("Upsert mode creates rows without columns that forms in Dynamics 365 require: %1. People who edit "
                     "such a row must fill them first.")
                .arg(business.join(u", "_s)),
            fix);
        offerConstants(business);
    }
    for (const QString &name : keyColumns) {
        const Column *match = table.column(name);
        if (match && !match->isValidForCreate)
            said << finding(
                u"match-column-not-creatable"_s, Severity::Error,
                Text::tr("Upsert mode creates rows, but %1, by which rows are found, cannot be set on new rows.")
                    .arg(match->logicalName),
                Text::tr("Find rows by another column, or switch upsert mode off."));
    }
}

/// The mapping that writes the column for who gave consent, when the constant does the same for everybody; nullptr.
const Mapping *grantedBy(const Profile &profile, const Column &column, const Cell &constant)
{
    for (const Mapping &mapping : profile.integration.mappings) {
        if (!mapping.goesToDynamics() || mapping.column != column.logicalName)
            continue;
        const consent::Finding given{.kind = consent::Finding::Kind::Choice, .choice = consent::Choice::Given};
        const auto cell = convert(given, mapping, column);
        const ValuePath path = consent::parseValuePath(mapping.value, {}).path;
        if (path.isChoice() && cell && cell->has_value() && (*cell)->json == constant.json)
            return &mapping;
    }
    return nullptr;
}

/// What every new row gets.
void judgeConstants(const Profile &profile, const Table &table, QList<LintFinding> &said)
{
    if (profile.newRow.isEmpty() || profile::modeOf(profile.integration) == profile::Mode::Current)
        return;
    if (!profile.integration.upsertMode) {
        said << finding(u"constants-unused"_s, Severity::Hint,
                        Text::tr("Without upsert mode no rows are made: the fixed values of new rows do not count."),
                        Text::tr("Switch upsert mode on, or remove them."));
        return;
    }
    const auto without = [&](qsizetype index) {
        QList<profile::Constant> others = profile.newRow;
        others.removeAt(index);
        return others;
    };
    QStringList taken = matchColumns(profile.match);
    for (qsizetype i = 0; i < profile.newRow.size(); ++i) {
        const profile::Constant &constant = profile.newRow.at(i);
        if (taken.contains(constant.column)) {
            said << finding(u"constant-unused"_s, Severity::Warning,
                            Text::tr("New rows get %1 otherwise already; the fixed value “%2” does not count.")
                                .arg(constant.column, constant.text.left(80)),
                            Text::tr("Remove it."));
            said.last().remedy = LintFinding::Remedy::SetConstants;
            said.last().constants = without(i);
            continue;
        }
        taken << constant.column;
        const auto cells = newRowCells({constant}, table, {});
        if (!cells) {
            said << finding(u"constant-refused"_s, Severity::Error, cells.error().message, cells.error().fix);
            if (const Column *column = table.column(constant.column)) {
                if (const QString option = optionCalled(*column, constant.text); !option.isEmpty()) {
                    said.last().remedy = LintFinding::Remedy::SetConstants;
                    said.last().constants = profile.newRow;
                    said.last().constants[i].text = option;
                }
            }
            continue;
        }
        if (grantedBy(profile, *table.column(constant.column), cells->first())) {
            said << finding(u"constant-consents"_s, Severity::Warning,
                            Text::tr("New rows say %1 = %2 also for people who made no choice: the same as for those "
                                     "who gave consent.")
                                .arg(constant.column, cells->first().shown),
                            Text::tr("Remove the fixed value, or choose the one that forbids."));
            said.last().remedy = LintFinding::Remedy::SetConstants;
            said.last().constants = without(i);
        }
    }
}

/// What the rule makes of ids: too long for the column, unsafe in addresses, the same for several.
void judgeKeys(const Profile &profile, const LintInput &input, QList<LintFinding> &said)
{
    const MatchRule &rule = profile.match;
    if (const auto key = matchKey(rule, u"x"_s); !key) {
        said << finding(u"match-transform"_s, Severity::Error, key.error().message, key.error().fix);
        return;
    }
    const int hash = hashLength(rule.transforms);
    if (rule.kind == MatchRule::Kind::RowId) {
        if (hash > 0)
            said << finding(u"match-transform"_s, Severity::Error, Text::tr("A hash of an id is no row id."),
                            Text::tr("Remove the hash, or find rows by a column that holds it."));
        return;
    }
    const Column *column = input.table ? input.table->column(rule.column) : nullptr;
    if (column && column->maxLength > 0 && hash > column->maxLength) {
        said << finding(u"match-key-too-long"_s, Severity::Error,
                        Text::tr("The hash has %1 characters, but %2 takes at most %3: no row can be found.")
                            .arg(hash)
                            .arg(column->logicalName)
                            .arg(column->maxLength),
                        Text::tr("Choose a shorter hash or a longer column."));
    }
    QSet<QString> keys;
    QSet<QString> ids;
    int unsafe = 0;
    int tooLong = 0;
    for (const QString &id : input.sampleIds) {
        const auto key = matchKey(rule, id);
        if (id.isEmpty() || ids.contains(id) || !key)
            continue;
        ids << id;
        keys << key->toCaseFolded(); // Dataverse compares without case
        unsafe += isRefusedByKeyUrls(*key) ? 1 : 0;
        tooLong += hash == 0 && column && column->maxLength > 0 && key->size() > column->maxLength ? 1 : 0;
    }
    for (const profile::KeyPart &part :
         rule.kind == MatchRule::Kind::AlternateKey ? rule.more : QList<profile::KeyPart>()) {
        const bool isConstant = part.from == profile::KeyPart::From::Constant && !part.value.isEmpty();
        if (isConstant && isRefusedByKeyUrls(part.value))
            said << finding(
                u"match-key-unsafe"_s, Severity::Warning,
                Text::tr("“%1”, by which rows are found in %2, holds a character that Dataverse does not take in the "
                         "address of an alternate key (/ < > * % & : \\ ? +): every row is searched for, which takes a "
                         "request more.")
                    .arg(part.value.left(80), part.column),
                Text::tr("Use another value, or leave it so."));
    }
    if (rule.kind == MatchRule::Kind::AlternateKey && unsafe > 0) {
        said << finding(
            u"match-key-unsafe"_s, Severity::Warning,
            Text::tr("%n of the sampled ids hold(s) a character that Dataverse does not take in the address of an "
                     "alternate key (/ < > * % & : \\ ? +); such rows are searched for, which takes a request more.",
                     nullptr, unsafe),
            Text::tr("Keep a hash of the id in the column and let the match rule hash ids, or leave it so."));
    }
    const bool isMail = column && (column->format == "Email"_L1 || column->logicalName.contains("mail"_L1));
    if (rule.kind == MatchRule::Kind::AlternateKey && input.sampleIds.isEmpty() && isMail && hash == 0) {
        said << finding(u"match-key-unsafe"_s, Severity::Hint,
                        Text::tr("%1 holds e-mail addresses; those with “+” are not taken in the address of an "
                                 "alternate key, so such rows are searched for, which takes a request more.")
                            .arg(column->logicalName),
                        Text::tr("Keep a hash of the id in a column and let the match rule hash ids, or leave it so."));
    }
    if (tooLong > 0) {
        said << finding(
            u"match-key-too-long"_s, Severity::Warning,
            Text::tr("%n of the sampled ids is or are longer than %1 can hold, so no row can be found for them.",
                     nullptr, tooLong)
                .arg(column->logicalName),
            Text::tr("Find rows by a longer column, or by a hash."));
    }
    if (const int same = int(ids.size() - keys.size()); same > 0) {
        said << finding(u"match-key-shared"_s, Severity::Warning,
                        Text::tr("%n of the sampled ids become(s) the same key as another: different people in Didomi "
                                 "would write into one row.",
                                 nullptr, same),
                        Text::tr("Find rows by something that tells these people apart."));
    }
}

QString hostOf(const Profile &profile)
{
    const auto instance = profile::normaliseInstance(profile.integration.instance);
    return instance ? instance->url.host().toLower() : QString();
}

bool isSameRegulation(const QString &one, const QString &other)
{
    return one.trimmed().compare(other.trimmed(), Qt::CaseInsensitive) == 0;
}

/// Choices of different regulations must not meet in one column.
void judgeRegulations(const Profile &profile, const LintInput &input, QList<LintFinding> &said)
{
    const QString &own = profile.options.regulation;
    QStringList foreign;
    for (const QString &regulation : input.regulations) {
        if (!regulation.isEmpty() && !isSameRegulation(regulation, own) && !foreign.contains(regulation))
            foreign << regulation;
    }
    if (!foreign.isEmpty())
        said << finding(u"regulation-other"_s, Severity::Warning,
                        Text::tr("People chose under other regulations too (%1); this integration carries %2 only and "
                                 "skips the others.")
                            .arg(foreign.join(u", "_s), own),
                        Text::tr("Make an integration of its own for each regulation, with columns of its own."));
    const QString host = hostOf(profile);
    if (host.isEmpty())
        return;
    const bool isCurrent = profile::modeOf(profile.integration) == profile::Mode::Current;
    for (const Profile &other : input.others) {
        const bool isElsewhere = other.id == profile.id || hostOf(other) != host ||
                                 (!isCurrent && other.options.table != profile.options.table);
        if (isElsewhere || isSameRegulation(other.options.regulation, own))
            continue;
        QStringList shared;
        const QStringList theirs = writtenColumns(other);
        for (const QString &column : writtenColumns(profile)) {
            if (theirs.contains(column, Qt::CaseInsensitive))
                shared << column;
        }
        if (!shared.isEmpty())
            said << finding(
                u"regulation-collision"_s, Severity::Error,
                Text::tr("“%1” writes choices under %2 into the same columns as this integration those under %3: %4. "
                         "Choices of two regulations must not be mixed.")
                    .arg(other.name, other.options.regulation, own, shared.join(u", "_s)),
                Text::tr("Give each regulation columns of its own."));
    }
}

} // namespace

QList<LintFinding> lintProfile(const Profile &profile, const LintInput &input)
{
    QList<LintFinding> said;
    if (input.table) {
        judgeRequired(profile, *input.table, said);
        judgeConstants(profile, *input.table, said);
    }
    judgeKeys(profile, input, said);
    judgeRegulations(profile, input, said);
    if (input.catalogue)
        judgePurposes(profile, *input.catalogue, said);
    return said;
}

} // namespace mapping
