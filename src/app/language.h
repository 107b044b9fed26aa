#pragma once

#include <QString>

namespace app {

/// Puts the program into that language ("fr"; empty = the system's), as far as there is a translation. Call once,
/// before any window.
void useLanguage(const QString &code);

} // namespace app
