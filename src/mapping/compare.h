#pragma once

#include "consent/catalogue.h"
#include "mapping/column.h"
#include "mapping/consenttree.h"
#include "profile/profile.h"

namespace mapping {

/// One row that two integrations do not have alike.
struct Difference {
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    int before = -1; ///< Index in the first integration's mappings; -1 when added.
    int after = -1;  ///< Index in the second's; -1 when removed.
    QString column;
    QString sentence;    ///< What happened; translated.
    QStringList details; ///< With Changed: what, a translated sentence each.
    bool operator==(const Difference &) const = default;
};

/// The rows that differ, in the second's order, removed ones last. Rows belong together by column and value, else by
/// column, else by value; their order does not matter. The catalogue (nullptr: not loaded) gives names to ids.
QList<Difference> compareMappings(const QList<profile::Mapping> &before, const QList<profile::Mapping> &after,
                                  const consent::Catalogue *catalogue = nullptr);

/// How the second integration finds its rows, and what its new rows get, where that differs from the first: a
/// translated sentence each.
QStringList compareRows(const profile::Profile &before, const profile::Profile &after);

/// One end of a promotion: whose mappings they are, or where they go. What is not loaded is not compared.
struct Place {
    const Table *table = nullptr;
    const consent::Catalogue *catalogue = nullptr;
    const ConsentTree *tree = nullptr; ///< Current mode's targets.
};

/// What became of one mapping on its way.
struct Carried {
    enum class How {
        ById,   ///< Everything it names is there under the same id.
        ByName, ///< Something is there under another id, but the same name.
        NotAtAll,
    };
    int from = -1; ///< Index in the mappings that were promoted.
    How how = How::NotAtAll;
    double score = 0;         ///< 1 by id; less for each name that was followed; 0 when not carried.
    profile::Mapping mapping; ///< As it would be there; with NotAtAll as it was.
    QStringList notes;        ///< Translated sentences: which names were followed, what must be looked at, why not.
    bool operator==(const Carried &) const = default;
};

struct Promotion {
    QList<Carried> rows; ///< One for each promoted mapping, same order. Nothing is left out.
    double score = 0;    ///< The mean of the rows' scores; 1 when there are none.

    QList<profile::Mapping> mappings() const; ///< Those that were carried.
    int lost() const;                         ///< How many were not.
    bool operator==(const Promotion &) const = default;
};

/// Carries mappings from one integration's catalogue and table to another's, by id, else by name where exactly one
/// thing has it. Options of choice columns are carried by value, else by label. Nothing is guessed from likeness and
/// nothing written: what the result means is for lintAll() and for people to say.
Promotion promote(const QList<profile::Mapping> &mappings, const Place &from, const Place &to);

/// How rows are found and what new ones get, as they would be in another integration.
struct CarriedRows {
    profile::MatchRule match;
    QList<profile::Constant> newRow; ///< Those that were carried.
    QStringList notes;               ///< Translated sentences: which names were followed, what was left out and why.
    bool operator==(const CarriedRows &) const = default;
};

/// Carries `profile`'s match rule and constants like promote() does its mappings. The match rule is carried whole: a
/// column that is not there is kept and noted, for lintMatch() to refuse.
CarriedRows promoteRows(const profile::Profile &profile, const Place &from, const Place &to);

} // namespace mapping
