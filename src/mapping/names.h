#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace mapping {

/// What a name speaks of, taken apart so that names can be compared: "Do not allow Bulk Emails", "new_newsletteroptout"
/// and "Pas de lettre d’information" all speak of a newsletter and negate.
///
/// Letter case, accents, separators and words that say nothing ("consent", "of", "les") do not count. English and
/// French are known; other words stand for themselves.
struct NameParts {
    struct Part {
        QString idea;        ///< What is compared: "newsletter"; for unknown words the word itself.
        QString word;        ///< As the name has it, folded: "bulkemail".
        double weight = 1.0; ///< Less for words that are in many names ("marketing").
        bool operator==(const Part &) const = default;
    };
    QList<Part> parts;
    bool isNegated = false;      ///< "do not", "opt-out", "ne pas", …
    bool hasConsentWord = false; ///< "consent", "opt-in", "allow", …: the name is about a permission.
};

/// `extraWords`: words as nameWords() gives them that other names have, so that they are found inside of compounds like
/// "new_gardenoptin".
NameParts nameParts(const QString &name, const QSet<QString> &extraWords = {});

/// The words of a name, folded: lower case, no accents; camelCase and separators part them, numbers are left out.
QStringList nameWords(const QString &name);

/// How far two names speak of the same, 0 … 1, and the words they share ("newsletter", "newsletter = bulkemail").
struct NameLikeness {
    double score = 0;
    QStringList shared;
};
NameLikeness nameLikeness(const NameParts &one, const NameParts &other);

} // namespace mapping
