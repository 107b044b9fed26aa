#pragma once

#include "core/result.h"

#include <QList>

namespace store {

class RunFile;

/// RunFile::setTicked() for several items: all of them, or none. Returns how many changed.
core::Result<qint64> setTicked(RunFile &file, const QList<qint64> &items, bool ticked);

} // namespace store
