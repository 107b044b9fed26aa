#pragma once

#include <QList>
#include <QString>

namespace profile {

/// One step on the way of a text to where it is written; steps are taken in their order.
struct Transform {
    enum class Kind {
        Trim,      ///< Blanks at both ends go.
        LowerCase, ///< Of every script, the same in every country.
        UpperCase,
        Md5, ///< Of the UTF-8 bytes, as lower-case hexadecimal digits; so are the others.
        Sha1,
        Sha256,
        Date,    ///< A date or moment in ISO 8601, written in `text`'s format, in UTC.
        Template ///< `text`, with `{value}` and its kind replaced; `{{` and `}}` are braces.
    };
    Kind kind = Kind::Trim;
    QString text = {}; ///< Date: the format ("dd.MM.yyyy", Qt's letters). Template: the template. Else empty.

    bool operator==(const Transform &) const = default;
};

using Transforms = QList<Transform>;

/// True for what an identifier may go through: blanks, case and hashes.
bool isForIds(Transform::Kind kind);

/// True for md5, sha1 and sha256: what it made cannot be turned back.
bool isHash(Transform::Kind kind);

/// "lower case", "SHA-256", …; translated.
QString transformText(Transform::Kind kind);

} // namespace profile
