#pragma once

#include "consent/valuepath.h"
#include "mapping/column.h"
#include "mapping/consenttree.h"
#include "profile/profile.h"

#include <optional>

namespace mapping {

/// A mapping that may be meant. It is a guess from names: shown with its score and reason, never applied by itself.
struct Suggestion {
    consent::ValuePath path; ///< Didomi's side.
    QString value;           ///< path.toText(), as a mapping holds it.
    QString sourceName;      ///< For people.
    QString column;          ///< Logical name; in Current mode the id of a purpose or topic.
    QString columnName;      ///< For people.
    double score = 0;        ///< 0 … 1, two decimals; never under leastScore.
    QString reason;          ///< Translated sentences: why.
    /// For yes/no columns: Inverted when one of the two names negates, as in "do not …", else Direct. To be confirmed
    /// by somebody. Nothing where there is no polarity to set.
    std::optional<profile::Mapping::Polarity> polarity = {};

    bool operator==(const Suggestion &) const = default;
};

/// What is less alike is not suggested.
inline constexpr double leastScore = 0.5;

/// What Didomi can be asked about, for suggestions: every purpose by itself, its preferences' picked values and each
/// single one of them, and identities. Channels of purposes only where the catalogue knows some.
QList<consent::ValuePath> suggestibleSources(const consent::Catalogue &catalogue);

/// Columns that `source` may be written into, best first, `most` at most.
///
/// Names are compared as nameParts() takes them apart, logical, schema and display names alike, without the
/// publisher's prefix ("new_"). The column's type must be able to hold what the source finds. Columns that are mapped
/// already, that rows are found by, or that cannot be written are left out. The same input gives the same list.
QList<Suggestion> suggestColumns(const consent::ValuePath &source, const profile::Profile &profile, const Table &table,
                                 const consent::Catalogue &catalogue, int most = 5);

/// Sources that may be meant for a column, best first. Empty for a column that suggestColumns() would leave out; one
/// that is mapped already may be asked about all the same: its row is being edited.
QList<Suggestion> suggestSources(const QString &column, const profile::Profile &profile, const Table &table,
                                 const consent::Catalogue &catalogue, int most = 5);

/// The mappings that may be missing: for every column that is free, the source that it resembles most; best first.
/// Empty in Current mode, where targets are no columns.
QList<Suggestion> suggestMappings(const profile::Profile &profile, const Table &table,
                                  const consent::Catalogue &catalogue);

/// The same for Current mode: for every active purpose and topic that is not mapped the choice in Didomi that it
/// resembles most. There is no polarity: given is opted in.
QList<Suggestion> suggestTargets(const profile::Profile &profile, const ConsentTree &tree,
                                 const consent::Catalogue &catalogue);

} // namespace mapping
