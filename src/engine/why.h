#pragma once

#include "engine/plan.h"

namespace engine {

/// Why a column is written, is the same already or is left alone: one translated sentence of plain text, which tells
/// what Didomi says, what the mapping makes of it, what the row has, and hence what happens.
///
/// It holds what the person said and what the row holds, as the preview does: nothing for logs.
QString whyOf(const Change &change);

/// Why a person's row is updated or created, or why nothing is written: one translated sentence.
QString whyOf(const PlanItem &item);

} // namespace engine
