#include "core/lowercase.h"

#include <algorithm>

namespace core {

QString lowerCase(const QString &id)
{
    const auto isLower = [](QChar c) { return c.unicode() < 0x80 && (c < u'A' || c > u'Z'); };
    return std::all_of(id.cbegin(), id.cend(), isLower) ? id : id.toLower();
}

} // namespace core
