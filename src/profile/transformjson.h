#pragma once

#include "profile/memberreader.h"

namespace profile {

/// The steps of a text: `"transforms": [{"kind": "lower-case"}, {"kind": "template", "text": "…"}]`.
void readTransforms(MemberReader &reader, Transforms &transforms);

/// The list; empty when there are none.
json::Value transformsToJson(const Transforms &transforms);

} // namespace profile
