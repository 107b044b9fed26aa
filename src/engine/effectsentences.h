#pragma once

#include "store/plansums.h"

namespace engine {

/// What a run of the plan does to people: "1,204 people become contactable, 310 stop.", and so on for what is created.
/// Translated; never empty.
QStringList effectSentences(const store::PlanSums &sums);

} // namespace engine
