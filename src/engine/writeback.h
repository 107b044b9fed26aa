#pragma once

#include "core/result.h"
#include "mapping/cell.h"
#include "mapping/column.h"

#include <QJsonValue>

namespace engine {

/// The cell that writes a value as Dataverse once gave it back into its column. `written` is what stands there now: for
/// lookups it tells the way on which the column is emptied.
///
/// Kind::Invalid and the column as field when that cannot be done exactly: the column cannot be written any more, the
/// value was never read (undefined), a lookup may point to several tables and nobody noted to which, or a number has
/// more digits than were kept.
core::Result<mapping::Cell> cellOfValue(const mapping::Column &column, const QJsonValue &value,
                                        const mapping::Cell &written);

} // namespace engine
