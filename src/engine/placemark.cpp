#include "engine/placemark.h"

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

constexpr auto end = "end"_L1;

} // namespace

QString PlaceMark::toText() const
{
    if (isEnd)
        return end;
    return isBeginning() ? QString() : QString::number(count) + u':' + place;
}

std::optional<PlaceMark> PlaceMark::fromText(const QString &text)
{
    if (text.isEmpty())
        return PlaceMark();
    if (text == end)
        return PlaceMark{.isEnd = true};
    const qsizetype colon = text.indexOf(u':');
    bool isNumber = false;
    const qint64 count = text.first(std::max<qsizetype>(colon, 0)).toLongLong(&isNumber);
    if (colon < 0 || !isNumber || count < 0)
        return {};
    return PlaceMark{.count = count, .place = text.mid(colon + 1)};
}

} // namespace engine
