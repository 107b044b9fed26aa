#pragma once

#include "profile/memberreader.h"

namespace profile {

/// A profile file's `mapping_options`: what is kept beside Didomi's mappings.
///
/// Gives `mappings` what the list says of them. Members that are not known go to `unknown`. Returns what is wrong.
std::optional<core::Error> readMappingOptions(const json::Value *list, QList<Mapping> &mappings, json::Value &unknown);

/// The options of every mapping that has any; of `unknown` (such a list, or nullptr) each goes with the mapping that it
/// names.
json::Value mappingOptionsToJson(const QList<Mapping> &mappings, const json::Value *unknown);

} // namespace profile
