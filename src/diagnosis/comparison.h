#pragma once

#include "diagnosis/connectiontest.h"

namespace diagnosis {

/// One difference between two tests.
struct Difference {
    Step::Id step = Step::Id::DynamicsInput;
    QString sentence; ///< Translated: "The certificate's issuer changed from A to B.", "The role Sales was removed."
    bool operator==(const Difference &) const = default;
};

/// What is different now from `before` (the last green test, usually): by facts, then by states. In the order of the
/// steps; empty when nothing is.
QList<Difference> compare(const TestReport &before, const TestReport &now);

} // namespace diagnosis
