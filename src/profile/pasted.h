#pragma once

#include <QString>

namespace profile {

/// What a text seems to be that was pasted into a field, when it is not what belongs there.
enum class Pasted {
    Nothing,
    Placeholder,
    Guid,
    EntraSecret,
    Mail,
    Url,
    Domain,
    GuidWithLabel,
    ObjectIdWithLabel,
    Other
};

/// Without blanks around it, invisible characters and quotation marks: what the admin meant to paste.
QString cleaned(const QString &text);

Pasted recognise(const QString &cleanedText);

/// True for 8-4-4-4-12 hexadecimal digits.
bool isGuid(const QString &text);

/// True for two or more labels with dots between them, as in "acme.onmicrosoft.com".
bool isDomain(const QString &text);

} // namespace profile
