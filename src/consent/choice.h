#pragma once

#include <QJsonValue>
#include <QString>

namespace consent {

/// What a person said about one thing. No choice is never refused.
enum class Choice {
    None, ///< Not asked, not answered, or the answer is about a part only.
    Given,
    Refused,
    Pending, ///< Said, but not yet confirmed (double opt-in, approval): not in effect.
};

/// Didomi's `enabled`: true, false, or null / absent.
Choice choiceFromJson(const QJsonValue &enabled);

/// Of two statements about the same thing the one that permits less: refused, else pending, else given, else none.
Choice stricter(Choice one, Choice other);

/// "given", "refused", "no choice", "pending"; translated.
QString choiceText(Choice choice);

/// "given", "refused", "none", "pending"; for files and command lines.
QString choiceWord(Choice choice);

} // namespace consent
