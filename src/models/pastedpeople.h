#pragma once

#include "core/result.h"

#include <QStringList>

namespace models {

/// Ids of people as somebody typed or pasted them.
struct PastedPeople {
    QStringList people = {}; ///< organization_user_id each; in their order, each once.
    int repeated = 0;        ///< How many stood there more than once.
    int impossible = 0;      ///< How many cannot be an id, and are left out.
    bool operator==(const PastedPeople &) const = default;
};

/// One a line, or separated by commas, semicolons or tabs; also a table whose first line calls a column
/// "organization_user_id".
PastedPeople pastedPeople(const QString &text);

/// A text file with one a line, or a CSV file that calls a column "organization_user_id". Takes its time: not for the
/// thread that draws.
core::Result<QStringList> peopleInFile(const QString &path);

} // namespace models
