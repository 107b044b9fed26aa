#pragma once

#include "bridge/surroundings.h"
#include "consent/valuepath.h"
#include "mapping/consentrow.h"
#include "mapping/convert.h"

#include <array>
#include <vector>

namespace engine {

/// One mapping, as far as it is the same for everybody.
struct Rule {
    using MaybeCell = std::optional<mapping::Cell>;
    using MaybeValue = std::optional<mapping::ConsentValue>;

    const profile::Mapping *mapping = nullptr;
    QString pathProblem = {}; ///< A translated sentence when the path is not understood; else empty.
    QString source = {};      ///< The path in words: "Newsletter".
    bool isPushed = false;    ///< False for mappings that only go to Didomi.

    const mapping::Column *column = nullptr; ///< Legacy mode; nullptr: the table has none.
    QString columnName = {};                 ///< For people; in Current mode of the purpose or topic.
    QString readName = {};                   ///< What the column is called in rows.
    bool isShared = false;                   ///< Legacy mode: another mapping writes the same column.
    QString shownYes = {};                   ///< Of a yes/no column: what it shows for true …
    QString shownNo = {};                    ///< … and for false.

    std::optional<core::Result<mapping::ConsentTarget>> target = {}; ///< Current mode.
    int place = -1; ///< Current mode: of Rules::places(); -1 when nothing is pushed or the target is not known.

    /// What mapping::convert() makes of a finding that is no text.
    const core::Result<MaybeCell> &cellFor(const consent::Finding &finding) const;
    /// The same for one of the four states.
    const core::Result<MaybeCell> &cellOn(profile::Mapping::State state) const { return cells[std::size_t(state)]; }
    /// What mapping::consentValueFor() makes of any finding.
    const core::Result<MaybeValue> &valueFor(const consent::Finding &finding) const;
    /// A value of the row for people: mapping::shownValue().
    QString shown(const QJsonValue &value) const;

    std::vector<core::Result<MaybeCell>> cells = {};   ///< Legacy mode: by state, then what is untold.
    std::vector<core::Result<MaybeValue>> values = {}; ///< Current mode: the same, then any text.
};

/// Current mode: where consents are kept for one purpose or topic and one channel, whatever the address.
struct RulePlace {
    static constexpr std::size_t decisions = std::size_t(mapping::Sending::Decision::TopicNotOptedIn) + 1;

    profile::Channel channel = profile::Channel::Email;
    mapping::ConsentTarget target;
    QString name = {};     ///< Of the purpose or topic.
    QList<int> lines = {}; ///< The mappings that write it; none when it only matters to its topics.
    int above = -1;        ///< The purpose's place; of a purpose itself.
    int below = -1;        ///< Without lines: one of its topics' places.
    std::array<QString, decisions> reasons = {}; ///< mapping::sendingText(), by decision.

    std::array<QString, 2> rowName = {}; ///< What stands before and behind the address in a row's name.

    mapping::ConsentPlace at(const QString &address) const;
    QString rowNameOf(const QString &address) const { return rowName[0] + address + rowName[1]; }
};

/// Sentences that many people's plans say alike, so that they are translated once.
struct RuleTexts {
    QString didomiOnly;                 ///< A mapping that is not pushed.
    QString noChoice;                   ///< Nothing was said, by a user …
    QString unsaid;                     ///< … or in an event.
    QString waiting;                    ///< The choice waits for approval.
    std::array<QString, 4> leavesAlone; ///< The mapping's own rule for a choice, by consent::Choice.
    std::array<QString, 4> choices;     ///< consent::choiceText(), by consent::Choice.
    QString same;                       ///< The row, or the row of consent, says so already.
    QString allSame;                    ///< All of what is mapped is so already.
    QString nothingMapped;              ///< There is nothing to write.

    /// Why nothing is written for `finding`, when the mapping's rule is to leave things alone.
    const QString &ofNothing(const consent::Finding &finding, consent::Subject::Origin origin) const;
};

/// The rules of one integration in its surroundings, taken apart once: whoever decides about many people would else do
/// that for each. Both must outlive it and not change meanwhile. May be used by several threads.
class Rules
{
public:
    Rules(const profile::Profile &profile, const bridge::Surroundings &surroundings);
    Q_DISABLE_COPY_MOVE(Rules)

    const profile::Profile &profile() const { return m_profile; }
    const bridge::Surroundings &surroundings() const { return m_surroundings; }
    const mapping::Table &table() const { return m_surroundings.table; } ///< Where people are found.
    bool isCurrent() const { return m_isCurrent; }
    const RuleTexts &texts() const { return m_texts; }

    int count() const { return int(m_rules.size()); } ///< One for each mapping, same order.
    const Rule &at(int index) const { return m_rules[std::size_t(index)]; }
    const std::vector<Rule> &all() const { return m_rules; }
    const QList<consent::ValuePath> &paths() const { return m_paths; } ///< The same order.
    const QList<int> &indexes() const { return m_indexes; }            ///< 0, 1, … count() - 1

    bool isAnyPushed() const { return m_isAnyPushed; }
    bool mindsPending() const { return m_mindsPending; }     ///< A choice that waits for approval is written somewhere.
    bool hasLookups() const { return m_hasLookups; }         ///< Cells may name rows whose ids must be looked up.
    bool needsPerson() const { return m_needsPerson; }       ///< The person's row must be found.
    const QStringList &columns() const { return m_columns; } ///< What to read of the person's row.
    const QStringList &mappedColumns() const { return m_mappedColumns; }     ///< Legacy mode: of these, what is mapped.
    const QStringList &mappedReadNames() const { return m_mappedReadNames; } ///< The same as rows call them, sorted.
    /// Why nobody's row can be found, as far as that does not depend on the person.
    const std::optional<core::Error> &matchProblem() const { return m_matchProblem; }

    const std::vector<RulePlace> &places() const { return m_places; } ///< Current mode.
    /// What the plan for a row of consent rests on.
    const QStringList &consentColumns() const { return m_consentColumns; }
    const mapping::Column *valueColumn() const { return m_valueColumn; } ///< Of rows of consent; nullptr: has none.
    const core::Result<mapping::Cell> &valueCell(mapping::ConsentValue value) const
    {
        return m_valueCells[std::size_t(value)];
    }

private:
    void addRule(const profile::Mapping &mapping);
    void addPlaces();
    int placeOf(profile::Channel channel, const mapping::ConsentTarget &target);
    void addReadable(const QString &name, QStringList &names) const;
    std::optional<core::Error> findMatchProblem() const;

    const profile::Profile &m_profile;
    const bridge::Surroundings &m_surroundings;
    const bool m_isCurrent;
    RuleTexts m_texts;
    std::vector<Rule> m_rules;
    QList<consent::ValuePath> m_paths;
    QList<int> m_indexes;
    bool m_isAnyPushed = false;
    bool m_mindsPending = false;
    bool m_hasLookups = false;
    bool m_needsPerson = true;
    QStringList m_columns;
    QStringList m_mappedColumns;
    QStringList m_mappedReadNames;
    std::optional<core::Error> m_matchProblem;
    std::vector<RulePlace> m_places;
    const QStringList m_consentColumns{mapping::consentcolumn::value};
    const mapping::Column *m_valueColumn = nullptr;
    std::vector<core::Result<mapping::Cell>> m_valueCells;
};

} // namespace engine
