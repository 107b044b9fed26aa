#pragma once

#include "store/rundata.h"

#include <QMap>

namespace models {

/// What a plan comes to, from the groups of its items; `ticked…` is what a run would do.
struct ReviewSums {
    qint64 items = 0;
    QMap<store::Planned, qint64> planned = {};
    QMap<store::Effect, qint64> effects = {}; ///< Items with it, of those that are written.
    qint64 writes = 0;                        ///< Items that can be written.
    qint64 tickedWrites = 0;
    qint64 tickedCreates = 0;
    QMap<store::Effect, qint64> tickedEffects = {};

    struct Reason {
        qint64 id = 0;
        QString text;
        qint64 items = 0;
        bool operator==(const Reason &) const = default;
    };
    QList<Reason> reasons = {}; ///< Those of most items first.

    static ReviewSums of(const QList<store::RunGroup> &groups);
    bool operator==(const ReviewSums &) const = default;
};

/// What the run does to people, in sentences: "1,204 people become contactable. …". Never empty.
QString effectSentences(const ReviewSums &sums);

} // namespace models
