#pragma once

#include "diagnosis/step.h"
#include "engine/plan.h"
#include "mapping/lint.h"

#include <QString>

namespace models {

/// How something stands, as every list of the program shows it: one shape, one word, one colour each.
enum class Sign { None, Passed, Warning, Failed, NotReached, Skipped, Running, Waiting, Planned };

Sign signOf(diagnosis::Step::State state);
Sign signOf(mapping::Verdict::State state);
Sign signOf(store::Outcome outcome);

/// The word that stands beside the shape; translated: "passed".
QString signWord(Sign sign);

/// Roles that all models of this room share.
enum Role {
    SignRole = Qt::UserRole + 1, ///< int(Sign)
    DimRole,                     ///< bool: of little interest now, drawn dimmer.
    SecondaryRole,               ///< QString: drawn after or below the text, dimmer.
    WasRole,                     ///< QString: where something changes, the value before, drawn struck out.
    FixedWidthRole,              ///< bool: an id, drawn with a fixed-width font.
    FirstOwnRole = Qt::UserRole + 50,
};

} // namespace models
