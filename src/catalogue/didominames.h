#pragma once

#include <QString>

namespace catalogue {

/// The status that stands behind a name of Didomi's ("BadRequest" is 400), which is derived from it (didomi-api section
/// 8); 0 for a name that is none of them.
int statusOfDidomiName(QStringView name);

} // namespace catalogue
