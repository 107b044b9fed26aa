// Ids differ between organisations and environments, names rarely. Only what has exactly that name is followed.

#include "mapping/compare.h"
#include "mapping/convert.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace mapping {

using namespace Qt::StringLiterals;
using consent::Catalogue;
using consent::Preference;
using consent::ValuePath;
using profile::Mapping;
using How = Carried::How;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Compare)
};

constexpr double nameFactor = 0.9;    ///< For each name that was followed.
constexpr double unknownFactor = 0.5; ///< For each thing that could not be compared, or was left out.

QString folded(const QString &name)
{
    return name.simplified().toCaseFolded();
}

/// The one entry that `wanted` takes and whose name is `name`; nullptr when none or several are called so.
template <typename Entry, typename NameOf, typename Wanted>
const Entry *byName(const QList<Entry> &entries, const QString &name, NameOf nameOf, Wanted wanted)
{
    const Entry *found = nullptr;
    if (folded(name).isEmpty())
        return nullptr;
    for (const Entry &entry : entries) {
        if (folded(nameOf(entry)) != folded(name) || !wanted(entry))
            continue;
        if (found)
            return nullptr;
        found = &entry;
    }
    return found;
}

template <typename Entry>
const Entry *byName(const QList<Entry> &entries, const QString &name)
{
    return byName(
        entries, name, [](const Entry &entry) { return entry.name; }, [](const Entry &) { return true; });
}

template <typename Entry>
const Entry *byId(const QList<Entry> &entries, const QString &id)
{
    const auto found = std::find_if(entries.cbegin(), entries.cend(), [&id](const Entry &e) { return e.id == id; });
    return found == entries.cend() ? nullptr : &*found;
}

/// Carries one mapping. Each step says what it did; the first that cannot go on ends it.
class Carrier
{
public:
    Carrier(const Mapping &mapping, int index, const Place &from, const Place &to)
        : m_original(mapping), m_from(from), m_to(to)
    {
        m_result = {.from = index, .how = How::ById, .score = 1, .mapping = mapping};
    }

    Carried carry()
    {
        const bool isCarried = carrySource() && carryTarget();
        if (!isCarried) {
            m_result.how = How::NotAtAll;
            m_result.score = 0;
            m_result.mapping = m_original;
        }
        return m_result;
    }

private:
    void note(const QString &sentence) { m_result.notes << sentence; }

    bool lose(const QString &sentence)
    {
        note(sentence);
        return false;
    }

    void followed(const QString &sentence)
    {
        note(sentence);
        m_result.how = How::ByName;
        m_result.score *= nameFactor;
    }

    void uncertain(const QString &sentence)
    {
        note(sentence);
        m_result.score *= unknownFactor;
    }

    /// The id in the other place: the same, or that of what has the same name. `what` is for sentences.
    template <typename Entry>
    bool carryId(QString &id, const QList<Entry> &here, const QList<Entry> &there, const QString &what)
    {
        if (byId(there, id))
            return true;
        const Entry *known = byId(here, id);
        const Entry *same = known ? byName(there, known->name) : nullptr;
        const QString name = known && !known->name.isEmpty() ? known->name : id;
        if (!same)
            //: %1 such as "purpose"
            return lose(Text::tr("There is no %1 “%2”, neither by id nor by name.").arg(what, name));
        followed(Text::tr("The %1 “%2” has the id %3 there.").arg(what, name, same->id));
        id = same->id;
        return true;
    }

    bool carrySource()
    {
        const Catalogue here = m_from.catalogue ? *m_from.catalogue : Catalogue();
        const ValuePath original = consent::parseValuePath(m_original.value, here).path;
        ValuePath path = original;
        if (path.kind == ValuePath::Kind::Unknown)
            return lose(Text::tr("“%1” is not understood.").arg(m_original.value));
        if (path.kind == ValuePath::Kind::Identity || path.kind == ValuePath::Kind::Metadata)
            return true;
        if (!m_to.catalogue) {
            uncertain(Text::tr("Didomi's purposes and preferences there are not loaded; the ids were kept."));
            return true;
        }
        const Catalogue &there = *m_to.catalogue;
        if (!path.purposeId.isEmpty() && !carryId(path.purposeId, here.purposes, there.purposes, Text::tr("purpose")))
            return false;
        if (!path.preferenceId.isEmpty() &&
            !carryId(path.preferenceId, here.preferences, there.preferences, Text::tr("preference")))
            return false;
        const Preference *before = here.preference(original.preferenceId);
        const Preference *after = there.preference(path.preferenceId);
        const QList<consent::PreferenceValue> valuesHere = before ? before->values : QList<consent::PreferenceValue>();
        if (!path.valueId.isEmpty() && after && !carryId(path.valueId, valuesHere, after->values, Text::tr("value")))
            return false;
        if (after)
            carryTable(valuesHere, after->values);
        if (!path.channelId.isEmpty() && !there.channels.contains(path.channelId))
            uncertain(Text::tr("Nobody has been seen there with the channel “%1” yet.").arg(path.channelId));
        const QString text = path == original ? m_original.value : path.toText(); // as it was written, if it can stay
        // The same ids may be cut otherwise by another catalogue.
        ValuePath read = consent::parseValuePath(text, there).path;
        read.text = path.text;
        if (read != path)
            return lose(Text::tr("“%1” would be read as something else there.").arg(text));
        m_result.mapping.value = text;
        return true;
    }

    /// The ids of picked values in the table.
    void carryTable(const QList<consent::PreferenceValue> &here, const QList<consent::PreferenceValue> &there)
    {
        QList<std::pair<QString, QString>> table;
        for (const auto &[id, option] : m_original.valueTable) {
            QString carried = id;
            if (carryId(carried, here, there, Text::tr("value"))) {
                table << std::pair(carried, option);
                continue;
            }
            m_result.score *= unknownFactor; // carryId() said which
        }
        m_result.mapping.valueTable = table;
    }

    bool carryTarget() { return isConsentTarget(m_original.column) ? carryConsentTarget() : carryColumn(); }

    bool carryConsentTarget()
    {
        if (!m_to.tree) {
            uncertain(Text::tr("Purposes and topics of Dynamics 365 there are not loaded; the id was kept."));
            return true;
        }
        if (m_to.tree->purpose(m_original.column) || m_to.tree->topic(m_original.column))
            return true;
        const ConsentTree::Purpose *purpose = m_from.tree ? m_from.tree->purpose(m_original.column) : nullptr;
        const ConsentTree::Topic *topic = m_from.tree ? m_from.tree->topic(m_original.column) : nullptr;
        if (!purpose && !topic)
            return lose(Text::tr("What the id %1 stands for is not known.").arg(m_original.column));
        const QString name = purpose ? purpose->name : topic->name;
        QString id;
        if (purpose) {
            if (const ConsentTree::Purpose *same = byName(m_to.tree->purposes, name))
                id = same->id;
        } else if (const ConsentTree::Topic *same = topicLike(*topic)) {
            id = same->id;
        }
        if (id.isEmpty())
            return lose(Text::tr("Dynamics 365 has no purpose or topic there that alone is called “%1”.").arg(name));
        followed(Text::tr("“%1” has the id %2 there.").arg(name, id));
        m_result.mapping.column = id;
        return true;
    }

    /// The topic of that name under the purpose of that name.
    const ConsentTree::Topic *topicLike(const ConsentTree::Topic &topic) const
    {
        const ConsentTree::Purpose *parent = m_from.tree->purpose(topic.purposeId);
        return byName(
            m_to.tree->topics, topic.name, [](const ConsentTree::Topic &other) { return other.name; },
            [&](const ConsentTree::Topic &other) {
                const ConsentTree::Purpose *theirs = m_to.tree->purpose(other.purposeId);
                return parent && theirs && folded(parent->name) == folded(theirs->name);
            });
    }

    bool carryColumn()
    {
        if (!m_to.table) {
            uncertain(Text::tr("Dataverse's columns there are not loaded; the column was kept."));
            return true;
        }
        const Column *here = m_from.table ? m_from.table->column(m_original.column) : nullptr;
        const Column *there = m_to.table->column(m_original.column);
        if (!there && here) {
            there = byName(
                m_to.table->columns, here->displayName, [](const Column &column) { return column.displayName; },
                [here](const Column &column) { return column.type == here->type && column.attributeOf.isEmpty(); });
            if (there) {
                followed(Text::tr("“%1” is the column %2 there.").arg(here->displayName, there->logicalName));
                m_result.mapping.column = there->logicalName;
            }
        }
        if (!there)
            return lose(Text::tr("The table %1 there has no column %2, neither by logical name nor, of the same type, "
                                 "by display name.")
                            .arg(m_to.table->logicalName, m_original.column));
        if (!here) {
            uncertain(Text::tr("The columns that %1 comes from are not loaded; its type was not compared.")
                          .arg(m_original.column));
            return true;
        }
        if (here->type != there->type)
            return lose(Text::tr("%1 is a column of another type there.").arg(there->logicalName));
        carryPolarity(*here, *there);
        if (here->type == ColumnType::Choice || here->type == ColumnType::MultiChoice)
            carryOptions(*here, *there);
        return !there->isLookup() || carryLookup(*there);
    }

    /// Keys' values are the same everywhere, rows' ids never.
    bool carryLookup(const Column &there)
    {
        const profile::LookupBy &by = m_original.lookup;
        const LookupTarget *target = there.target(by.table);
        if (!by.table.isEmpty() && !target)
            return lose(Text::tr("%1 there does not point to the table %2.").arg(there.logicalName, by.table));
        const bool hasLiteral =
            std::any_of(std::begin(profile::allStates), std::end(profile::allStates),
                        [this](Mapping::State state) { return !m_original.actionOn(state).literal.isEmpty(); });
        if (by.column.isEmpty() && hasLiteral) {
            uncertain(
                Text::tr("%1 is written with the id of a row; rows have other ids there.").arg(there.logicalName));
        } else if (!by.column.isEmpty() && (!target || !target->keys)) {
            uncertain(Text::tr("The alternate keys of what %1 points to there are not loaded.").arg(there.logicalName));
        } else if (!by.column.isEmpty()) {
            const TargetKey *key = target->keyOn(by.column);
            if (!key || key->status != Key::Status::Active)
                uncertain(Text::tr("The table %1 there has no active alternate key on %2 alone.")
                              .arg(target->table, by.column));
        }
        return true;
    }

    void carryPolarity(const Column &here, const Column &there)
    {
        if (here.type != ColumnType::Boolean || looksNegating(here) == looksNegating(there))
            return;
        m_result.mapping.polarity = Mapping::Polarity::Unset;
        uncertain(Text::tr("One of the names %1 and %2 negates and the other does not: confirm which way round %2 is "
                           "written.")
                      .arg(here.logicalName, there.logicalName));
    }

    /// An option's value there; empty when there is none.
    QString carryOption(const QString &value, const Column &here, const Column &there)
    {
        bool isNumber = false;
        const qint64 number = value.trimmed().toLongLong(&isNumber);
        const ChoiceOption *before = isNumber ? here.option(number) : nullptr;
        const ChoiceOption *same = isNumber ? there.option(number) : nullptr;
        if (before && same && folded(before->label) == folded(same->label))
            return value;
        const auto labelOf = [](const ChoiceOption &option) { return option.label; };
        const ChoiceOption *called =
            before ? byName(there.options, before->label, labelOf, [](const ChoiceOption &) { return true; }) : nullptr;
        const QString label = before && !before->label.isEmpty() ? before->label : value;
        if (called) {
            followed(Text::tr("The option “%1” of %2 has the value %3 there.")
                         .arg(label, there.logicalName)
                         .arg(called->value));
            return QString::number(called->value);
        }
        if (same) {
            uncertain(Text::tr("The option %1 of %2 is called “%3” there and “%4” here: see whether it means the same.")
                          .arg(value, there.logicalName, same->label, label));
            return value;
        }
        uncertain(Text::tr("%1 has no option “%2” there: it was left out, and must be set anew.")
                      .arg(there.logicalName, label));
        return {};
    }

    QString carryOptionList(const QString &text, const Column &here, const Column &there)
    {
        QStringList values;
        const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (const QString value = carryOption(part, here, there); !value.isEmpty())
                values << value;
        }
        return values.join(u',');
    }

    void carryOptions(const Column &here, const Column &there)
    {
        Mapping &mapping = m_result.mapping;
        for (const Mapping::State state : profile::allStates) {
            Mapping::Action action = mapping.actionOn(state);
            if (action.kind != Mapping::Action::Kind::Literal || action.literal.isEmpty())
                continue;
            action.literal = carryOptionList(action.literal, here, there);
            mapping.setAction(state, action);
        }
        for (auto &[id, option] : mapping.valueTable)
            option = carryOptionList(option, here, there);
        mapping.valueTable.removeIf([](const auto &row) { return row.second.isEmpty(); });
    }

    const Mapping &m_original;
    const Place &m_from;
    const Place &m_to;
    Carried m_result;
};

/// A column and a text of the settings, carried as if a mapping wrote it. Nothing when it is not there.
std::optional<std::pair<QString, QString>> carried(const QString &column, const QString &text, const Place &from,
                                                   const Place &to, QStringList &notes)
{
    const Mapping mapping{.column = column, .value = u"metadata_x"_s, .givenLiteral = text};
    const Carried result = Carrier(mapping, 0, from, to).carry();
    for (const QString &note : result.notes) {
        if (!notes.contains(note))
            notes << note;
    }
    const bool isLost = result.how == How::NotAtAll || (!text.isEmpty() && result.mapping.givenLiteral.isEmpty());
    if (isLost)
        return std::nullopt;
    return std::pair(result.mapping.column, result.mapping.givenLiteral);
}

} // namespace

CarriedRows promoteRows(const profile::Profile &profile, const Place &from, const Place &to)
{
    CarriedRows rows{.match = profile.match};
    if (profile.match.kind == profile::MatchRule::Kind::RowId) {
        rows.notes << Text::tr("People are found by the ids of rows, which are others there.");
    } else {
        if (const auto column = carried(profile.match.column, {}, from, to, rows.notes))
            rows.match.column = column->first;
        for (profile::KeyPart &part : rows.match.more) {
            const bool isConstant = part.from == profile::KeyPart::From::Constant;
            const auto other = carried(part.column, isConstant ? part.value : QString(), from, to, rows.notes);
            if (!other)
                continue;
            part.column = other->first;
            if (isConstant)
                part.value = other->second;
        }
    }
    for (const profile::Constant &constant : profile.newRow) {
        if (const auto other = carried(constant.column, constant.text, from, to, rows.notes))
            rows.newRow << profile::Constant{.column = other->first, .text = other->second};
        else
            rows.notes << Text::tr("What new rows get in %1 was left out.").arg(constant.column);
    }
    return rows;
}

QList<Mapping> Promotion::mappings() const
{
    QList<Mapping> carried;
    for (const Carried &row : rows) {
        if (row.how != How::NotAtAll)
            carried << row.mapping;
    }
    return carried;
}

int Promotion::lost() const
{
    return int(std::count_if(rows.cbegin(), rows.cend(), [](const Carried &row) { return row.how == How::NotAtAll; }));
}

Promotion promote(const QList<Mapping> &mappings, const Place &from, const Place &to)
{
    Promotion promotion;
    for (qsizetype i = 0; i < mappings.size(); ++i)
        promotion.rows << Carrier(mappings[i], int(i), from, to).carry();
    const double sum = std::accumulate(promotion.rows.cbegin(), promotion.rows.cend(), 0.0,
                                       [](double total, const Carried &row) { return total + row.score; });
    promotion.score = promotion.rows.isEmpty() ? 1 : sum / double(promotion.rows.size());
    return promotion;
}

} // namespace mapping
