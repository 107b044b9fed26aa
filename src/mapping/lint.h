#pragma once

#include "consent/catalogue.h"
#include "mapping/column.h"
#include "profile/profile.h"

#include <optional>

namespace mapping {

/// What can be said about one mapping row.
struct Verdict {
    enum class State {
        Fine,
        Warning, ///< Works, but look at it.
        Error,   ///< A push would refuse it.
        Unknown, ///< Metadata or catalogue are not loaded: cannot be judged.
    };
    State state = State::Unknown;
    QString message; ///< A translated sentence; empty when fine.
    QString fix;
    /// What could be set to make it right, when that is one click: the polarity to confirm.
    std::optional<profile::Mapping::Polarity> suggestedPolarity = {};
    bool operator==(const Verdict &) const = default;
};

/// Judges every mapping of a profile; one verdict each, same order. `table` and `catalogue` may be nullptr (not
/// loaded).
QList<Verdict> lint(const profile::Profile &profile, const Table *table, const consent::Catalogue *catalogue);

/// Judges the match rule against the table: column exists, readable, key Active.
Verdict lintMatch(const profile::MatchRule &rule, const Table &table);

/// "newsletter given writes donotbulkemail = Allow (false)", translated; plain text. Falls back to ids when nothing is
/// loaded.
QString sentence(const profile::Mapping &mapping, const Table *table, const consent::Catalogue *catalogue);

/// Columns that a mapping or an upsert may write, for pickers.
QList<Column> writableColumns(const Table &table, bool forCreate);

} // namespace mapping
