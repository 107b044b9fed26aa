#pragma once

#include "bridge/surroundings.h"

#include <optional>

namespace bridge {

/// What both ends said, as bytes for a cache: so that names are shown before the ends are asked again. Nothing is
/// planned with what comes out of a cache.
QByteArray packed(const Surroundings &surroundings);

/// Nothing for bytes of another layout, or that are cut off.
std::optional<Surroundings> unpacked(const QByteArray &bytes);

} // namespace bridge
