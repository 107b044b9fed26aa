#pragma once

#include <QString>

#include <optional>

namespace store {

/// How one change ended.
enum class Outcome {
    Created,
    Updated,
    Unchanged, ///< The row already said so; no write was sent.
    Skipped,   ///< Deliberately not written; the reason says why.
    Invalid,   ///< Our own data or mapping is wrong.
    Rejected,  ///< Dataverse refused it.
    Conflict,  ///< Several rows match, or somebody changed the row meanwhile.
};

QString outcomeText(Outcome outcome); ///< Translated: "updated".
QString outcomeWord(Outcome outcome); ///< For files and JSON: "updated".
std::optional<Outcome> outcomeFromWord(const QString &word);

} // namespace store
