#pragma once

#include "bridge/surroundings.h"
#include "mapping/compare.h"

namespace gui {

/// What is known of an integration's two ends; nothing while `known` is nullptr. There is a tree in Current mode only.
inline mapping::Place placeOf(const bridge::Surroundings *known)
{
    if (!known)
        return {};
    const bool hasTree = !known->consentTable.logicalName.isEmpty();
    return {.table = &known->table, .catalogue = &known->catalogue, .tree = hasTree ? &known->consentTree : nullptr};
}

} // namespace gui
