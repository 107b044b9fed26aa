// Ids hold "_", so a text can often be cut in several places. Every cut that the grammar allows is made; the catalogue
// then tells which of them exist. Source: didomi-api section 6.3.

#include "consent/valuepath.h"

#include <algorithm>
#include <tuple>

namespace consent {

using namespace Qt::StringLiterals;

namespace {

using Kind = ValuePath::Kind;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(consent::ParsedPath)
};

constexpr auto enabled = "_enabled"_L1;

bool isIdentity(const QString &text)
{
    return text == "organization_user_id"_L1 || text == "id"_L1 || text == "user_id"_L1 || text == "country"_L1 ||
           text == "last_seen_country"_L1;
}

/// Calls `use(left, right)` for every place where `keyword` stands between two non-empty parts.
template <typename Use>
void eachCut(QStringView text, QLatin1String keyword, Use use)
{
    for (qsizetype at = text.indexOf(keyword, 1); at > 0; at = text.indexOf(keyword, at + 1)) {
        const QStringView right = text.mid(at + keyword.size());
        if (!right.isEmpty())
            use(text.left(at), right);
    }
}

/// Calls `use(left)` when `text` is a non-empty part followed by `suffix`.
template <typename Use>
void suffixCut(QStringView text, QLatin1String suffix, Use use)
{
    if (text.endsWith(suffix) && text.size() > suffix.size())
        use(text.chopped(suffix.size()));
}

/// Calls `use(left, channel)` for every "<left>_channel_<channel>_enabled", singular or plural.
template <typename Use>
void channelCuts(QStringView text, Use use)
{
    suffixCut(text, enabled, [&use](QStringView rest) {
        eachCut(rest, "_channel_"_L1, use);
        eachCut(rest, "_channels_"_L1, use);
    });
}

/// The cuts of what stands behind "…preferences_"; `start` holds the purpose, if any.
void preferenceCuts(const ValuePath &start, QStringView text, QList<ValuePath> &cuts)
{
    const auto add = [&](Kind kind, QStringView preference, QStringView channel, QStringView value) {
        ValuePath path = start;
        path.kind = kind;
        path.preferenceId = preference.toString();
        path.channelId = channel.toString();
        path.valueId = value.toString();
        cuts << path;
    };
    suffixCut(text, enabled, [&add](QStringView id) { add(Kind::Preference, id, {}, {}); });
    suffixCut(text, "_value"_L1, [&add](QStringView id) { add(Kind::PreferenceValues, id, {}, {}); });
    channelCuts(text, [&add](QStringView id, QStringView channel) { add(Kind::PreferenceChannel, id, channel, {}); });
    eachCut(text, "_values_"_L1,
            [&add](QStringView id, QStringView value) { add(Kind::PreferenceValue, id, {}, value); });
}

/// The cuts of what stands behind "consents_purposes_".
void purposeCuts(const ValuePath &start, QStringView text, QList<ValuePath> &cuts)
{
    const auto add = [&](Kind kind, QStringView purpose, QStringView preference, QStringView channel) {
        ValuePath path = start;
        path.kind = kind;
        path.purposeId = purpose.toString();
        path.preferenceId = preference.toString();
        path.channelId = channel.toString();
        cuts << path;
    };
    suffixCut(text, "_enabled_li"_L1, [&add](QStringView id) { add(Kind::PurposeInterest, id, {}, {}); });
    suffixCut(text, enabled, [&add](QStringView id) { add(Kind::Purpose, id, {}, {}); });
    channelCuts(text, [&add](QStringView id, QStringView channel) { add(Kind::PurposeChannel, id, {}, channel); });
    eachCut(text, "_values_"_L1, [&add](QStringView id, QStringView rest) {
        add(Kind::PreferenceValues, id, rest, {});
        suffixCut(rest, "_value"_L1,
                  [&add, id](QStringView preference) { add(Kind::PreferenceValues, id, preference, {}); });
    });
    eachCut(text, "_preferences_"_L1, [&](QStringView id, QStringView rest) {
        ValuePath path = start;
        path.purposeId = id.toString();
        preferenceCuts(path, rest, cuts);
    });
}

/// Every way in which the grammar allows to read `text`; none when it is not of the grammar.
QList<ValuePath> allCuts(const QString &text)
{
    ValuePath start{.text = text};
    if (isIdentity(text)) {
        start.kind = Kind::Identity;
        start.key = text;
        return {start};
    }
    for (const QLatin1String prefix : {"metadata_"_L1, "user_metadata_"_L1}) {
        if (text.startsWith(prefix) && text.size() > prefix.size()) {
            start.kind = Kind::Metadata;
            start.key = text.mid(prefix.size());
            return {start};
        }
    }
    QList<ValuePath> cuts;
    constexpr auto purposes = "consents_purposes_"_L1;
    constexpr auto preferences = "consents_preferences_"_L1;
    if (text.startsWith(purposes))
        purposeCuts(start, QStringView(text).mid(purposes.size()), cuts);
    else if (text.startsWith(preferences))
        preferenceCuts(start, QStringView(text).mid(preferences.size()), cuts);
    return cuts;
}

/// Nobody lists channels, so any id will do, unless it looks like the rest of a path cut in the wrong place.
bool isPlausibleChannel(const QString &id, const Catalogue &catalogue)
{
    if (catalogue.channels.contains(id))
        return true;
    for (const QLatin1String keyword : {"_preferences_"_L1, "_channel_"_L1, "_channels_"_L1, "_values_"_L1}) {
        if (id.contains(keyword))
            return false;
    }
    return true;
}

bool knowsValue(const Catalogue &catalogue, const QString &preferenceId, const QString &valueId)
{
    const Preference *preference = catalogue.preference(preferenceId);
    return preference && std::any_of(preference->values.cbegin(), preference->values.cend(),
                                     [&valueId](const PreferenceValue &value) { return value.id == valueId; });
}

/// A way to read the text, and what the catalogue says about it.
struct Cut {
    ValuePath path;
    bool purposeKnown = true; ///< Also when there is no such part.
    bool preferenceKnown = true;
    bool valueKnown = true;
    bool channelKnown = true;

    Cut(ValuePath way, const Catalogue &catalogue) : path(std::move(way))
    {
        purposeKnown = path.purposeId.isEmpty() || catalogue.purpose(path.purposeId);
        preferenceKnown = path.preferenceId.isEmpty() || catalogue.preference(path.preferenceId);
        valueKnown = path.valueId.isEmpty() || knowsValue(catalogue, path.preferenceId, path.valueId);
        channelKnown = path.channelId.isEmpty() || isPlausibleChannel(path.channelId, catalogue);
    }

    bool isKnown() const { return purposeKnown && preferenceKnown && valueKnown && channelKnown; }

    qsizetype idLength() const
    {
        return path.purposeId.size() + path.preferenceId.size() + path.valueId.size() + path.channelId.size();
    }

    QString problem() const
    {
        if (!purposeKnown)
            return Text::tr("Didomi's catalogue has no purpose “%1”.").arg(path.purposeId);
        if (!preferenceKnown)
            return Text::tr("Didomi's catalogue has no preference “%1”.").arg(path.preferenceId);
        if (!valueKnown)
            return Text::tr("The preference “%1” has no value “%2”.").arg(path.preferenceId, path.valueId);
        return Text::tr("“%1” is not a likely id of a channel.").arg(path.channelId);
    }
};

/// Of cuts that all exist: the longest purpose id, then the longest preference id.
bool isShorter(const Cut &a, const Cut &b)
{
    const auto sizes = [](const Cut &cut) {
        return std::tuple(cut.path.purposeId.size(), cut.path.preferenceId.size());
    };
    return sizes(a) < sizes(b);
}

/// Of cuts that do not all exist: the one of which most is known, from the left; then keywords count as keywords.
bool isLessLikely(const Cut &a, const Cut &b)
{
    const auto likeliness = [](const Cut &cut) {
        return std::tuple(cut.purposeKnown && !cut.path.purposeId.isEmpty(),
                          cut.preferenceKnown && !cut.path.preferenceId.isEmpty(), cut.channelKnown, -cut.idLength());
    };
    return likeliness(a) < likeliness(b);
}

ParsedPath ambiguous(const ValuePath &path, qsizetype ways, const Catalogue &catalogue)
{
    return {.path = path,
            .verdict = ParsedPath::Verdict::Ambiguous,
            .problem =
                Text::tr("“%1” can be read in %n ways, because ids hold “_”. It is read as: %2.", nullptr, int(ways))
                    .arg(path.text, describe(path, catalogue))};
}

ParsedPath notAPath(const QString &text)
{
    QString problem;
    if (text.trimmed().isEmpty())
        problem = Text::tr("No value is chosen.");
    else if (text != text.trimmed())
        problem = Text::tr("“%1” begins or ends with a blank.").arg(text.trimmed());
    else
        problem = Text::tr("“%1” is not a value that Didomi knows. Values look like consents_purposes_<id>_enabled.")
                      .arg(text);
    return {
        .path = {.kind = Kind::Unknown, .text = text}, .verdict = ParsedPath::Verdict::NotAPath, .problem = problem};
}

} // namespace

ParsedPath parseValuePath(const QString &text, const Catalogue &catalogue)
{
    const QList<ValuePath> ways = text == text.trimmed() ? allCuts(text) : QList<ValuePath>();
    if (ways.isEmpty())
        return notAPath(text);

    QList<Cut> cuts;
    QList<Cut> known;
    for (const ValuePath &way : ways) {
        const Cut cut(way, catalogue);
        cuts << cut;
        if (cut.isKnown())
            known << cut;
    }
    if (known.size() == 1)
        return {.path = known.first().path, .verdict = ParsedPath::Verdict::Resolved, .problem = {}};
    if (known.size() > 1)
        return ambiguous(std::max_element(known.cbegin(), known.cend(), isShorter)->path, known.size(), catalogue);

    const Cut &likely = *std::max_element(cuts.cbegin(), cuts.cend(), isLessLikely);
    if (!catalogue.isEmpty())
        return {.path = likely.path, .verdict = ParsedPath::Verdict::UnknownId, .problem = likely.problem()};
    if (cuts.size() > 1)
        return ambiguous(likely.path, cuts.size(), catalogue);
    return {.path = likely.path, .verdict = ParsedPath::Verdict::Resolved, .problem = {}};
}

} // namespace consent
