#pragma once

#include "bridge/surroundings.h"
#include "store/rundata.h"

namespace models {

/// One value that a plan writes, or leaves as it is, as people say it.
struct WriteLine {
    QString target;  ///< "Do not allow bulk emails", "Newsletter → Sports".
    QString details; ///< What identifies it further: a logical name, a channel and an address.
    QString before;  ///< Empty where there was no row.
    QString after;
    QString literal;        ///< Column and values as they are written.
    bool isSame = false;    ///< The row says so already; nothing is written.
    bool isConsent = false; ///< It is a row of consent.
    bool isNew = false;     ///< Of a row that is made.
    bool permits = false;   ///< A consent that makes somebody contactable.
    QString why = {};       ///< Why nothing is written to the row at all; a sentence.
    bool operator==(const WriteLine &) const = default;
};

/// The values of one person's item, with its writes; those that change first, row by row. Names and options are those
/// of the surroundings where they are known.
QList<WriteLine> linesOf(const store::RunItem &item, const bridge::Surroundings &surroundings);

/// What changes, in short: "2 columns: Do not allow bulk emails → Allow, Phone → Allow". Empty when nothing does.
QString changesIn(const store::RunItem &item, const bridge::Surroundings &surroundings);

} // namespace models
