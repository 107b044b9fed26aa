#pragma once

#include <QDateTime>
#include <QString>

namespace models {

/// How long ago, in words: "just now", "5 minutes ago", "3 days ago"; the date itself after four weeks. What lies in
/// the future (a clock was set back) is "just now".
QString ageText(const QDateTime &then, const QDateTime &now);

} // namespace models
