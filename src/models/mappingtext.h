#pragma once

#include "mapping/compare.h"

namespace models {

/// What a mapping writes, for people: a column's display name, a purpose's or topic's name; else as it is written.
QString targetName(const QString &column, const mapping::Place &known, profile::Mode mode);

/// Current mode: "Topic of Newsletter", "Purpose"; empty when the tree is not loaded or does not have it.
QString targetPlace(const QString &id, const mapping::ConsentTree *tree);

/// In a table: what is written when: "given → Allow, refused → Do Not Allow". Empty where there is nothing to say.
/// `isChoice`: what the value path finds; `column` may be nullptr.
QString writesText(const profile::Mapping &mapping, bool isChoice, const mapping::Column *column);

/// How rows are found and what becomes of people without one, in one line; `table` may be nullptr.
QString rowsText(const profile::Profile &profile, const mapping::Table *table);

/// One sentence that says what the mapping does.
QString sentenceOf(const profile::Mapping &mapping, const mapping::Place &known, profile::Mode mode);

} // namespace models
