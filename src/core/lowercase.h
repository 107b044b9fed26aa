#pragma once

#include <QString>

namespace core {

/// `id` in lower case, like QString::toLower(), which takes far longer for what is lower case and ASCII already.
QString lowerCase(const QString &id);

} // namespace core
