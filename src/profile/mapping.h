#pragma once

#include "profile/channel.h"
#include "profile/transform.h"

#include <utility>

namespace profile {

/// How a text names the row that a lookup points to.
struct LookupBy {
    QString table;  ///< The target's logical name; empty: the only one.
    QString column; ///< A single-column alternate key of the target; empty: the text is a row id.
    bool operator==(const LookupBy &) const = default;
};

/// One entry of Didomi's `mappings`, with what Consent Bridge keeps beside it.
struct Mapping {
    /// Which way round a yes/no column is written.
    enum class Polarity {
        Unset,    ///< Nobody has said; fine for a column whose name does not negate, refused for one that does.
        Direct,   ///< given → true
        Inverted, ///< given → false ("do not …" columns)
    };
    /// What "no choice" does; and what a pending choice does.
    enum class NoChoice {
        Skip,         ///< Nothing is written (default).
        WriteLiteral, ///< The literal is written. Never offered for yes/no columns.
        Clear,        ///< The column is emptied.
    };
    /// What a person can have said, or not.
    enum class State { Given, Refused, NoChoice, Pending };
    /// What one of these does to the column: a row of the mapping's value table.
    struct Action {
        enum class Kind {
            Usual,     ///< Given and refused only: by the polarity; text columns get "true" and "false".
            Literal,   ///< `literal` is written. Yes/no columns go by their polarity all the same.
            Clear,     ///< The column is emptied.
            LeaveAlone ///< Nothing is written. The default of no choice and pending.
        };
        Kind kind = Kind::Usual;
        QString literal = {};
        bool operator==(const Action &) const = default;
    };
    /// Which way consents go.
    enum class Direction {
        ToDynamics, ///< Default.
        ToDidomi,   ///< Pushes leave the column alone.
        Both,
    };

    /// Didomi's `id`: a column's logical name, for a lookup its logical name too; in Current mode the id of a purpose
    /// or a topic.
    QString column;
    QString value; ///< Didomi's `value`: a value path, as written.

    Polarity polarity = Polarity::Unset;
    NoChoice noChoice = NoChoice::Skip;
    /// For choice, text and number columns: what given / refused / no choice become, as text ("100000000", "Yes");
    /// empty = unset.
    QString givenLiteral;
    QString refusedLiteral;
    QString noChoiceLiteral;
    /// For choice columns fed by preference values: Didomi value id → option value.
    QList<std::pair<QString, QString>> valueTable;

    /// Usual: the literal where there is one. Anything else wins over the literal.
    Action::Kind givenAction = Action::Kind::Usual;
    Action::Kind refusedAction = Action::Kind::Usual;
    NoChoice pending = NoChoice::Skip;
    QString pendingLiteral = {};
    /// What a text (an id, metadata, picked values) goes through before it is converted. Choices are not texts.
    Transforms transforms = {};
    Direction direction = Direction::ToDynamics;
    Channel channel = Channel::Email; ///< Current mode only.
    LookupBy lookup = {};             ///< Of lookup columns.

    /// The four rows of the value table, whatever members hold them.
    Action actionOn(State state) const;
    /// Usual means leave alone for no choice and pending. A literal that no longer counts is forgotten.
    void setAction(State state, const Action &action);

    bool goesToDynamics() const { return direction != Direction::ToDidomi; }
    bool goesToDidomi() const { return direction != Direction::ToDynamics; }

    bool operator==(const Mapping &) const = default;
};

/// "given", "refused", "no choice", "pending"; translated.
QString stateText(Mapping::State state);

inline constexpr Mapping::State allStates[] = {Mapping::State::Given, Mapping::State::Refused, Mapping::State::NoChoice,
                                               Mapping::State::Pending};

/// What Didomi's JSON cannot hold of a mapping, a translated sentence each; empty when it holds everything. It stays in
/// the profile file and is lost by an export.
QStringList keptBeside(const Mapping &mapping);

/// For each of `wanted` (column and value) the index of the one of `there` that it goes with, or -1: those that are
/// equal in both first, then those of the same column, then of the same value. Each is taken once.
QList<int> matchMappings(const QList<Mapping> &wanted, const QList<std::pair<QString, QString>> &there,
                         bool byValueToo);

/// `mappings` as read from Didomi's JSON, with what is kept beside those of `before`: of the same column and value,
/// else of the same column. For editing the JSON of an integration that is there already.
QList<Mapping> withKept(const QList<Mapping> &mappings, const QList<Mapping> &before);

} // namespace profile
