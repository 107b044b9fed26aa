#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringList>

namespace engine {

/// The people that a list names, in its order and each once: one id in each line, or the cells of one column of a CSV
/// file. UTF-8, or UTF-16 with a byte order mark. CSV may be separated by commas, semicolons or tabs; a quote before a
/// cell that would else be a formula, as in our reports, is taken off again.
///
/// Kind::Invalid when there is no such column (the message names those there are), when the list looks like CSV and no
/// column is named, when it is no text, or names nobody.
core::Result<QStringList> readPeopleList(const QByteArray &bytes, const QString &column);

} // namespace engine
