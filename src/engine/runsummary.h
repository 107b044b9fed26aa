#pragma once

#include "store/runfile.h"

namespace engine {

/// Planned or begun, and not at its end: somebody has to go on with it.
bool isUnfinished(store::RunState state, const store::RunCounts &counts);

/// What can be told of a plan's file, and of the run that carries it out.
struct RunSummary {
    /// Somebody whose writes did not end as planned, or who could not be planned.
    struct Failure {
        qint64 item = 0;
        QString person; ///< organization_user_id
        store::Outcome outcome = store::Outcome::Rejected;
        QString row;       ///< The name of the row, or its id.
        QString reason;    ///< A sentence.
        QString code;      ///< The service's error code.
        QString requestId; ///< For its support.

        bool operator==(const Failure &) const = default;
    };
    QString path;
    store::RunHead head;
    store::RunState state = store::RunState::Planning;
    store::RunCounts counts;
    store::RunCourse course; ///< When it was carried out, and why it was stopped.
    /// Of what will be, or was, written: whom somebody confirms apart.
    qint64 permitting = 0;   ///< People who become contactable.
    qint64 creating = 0;     ///< People for whom rows are created.
    QList<Failure> failures; ///< Rejected and in conflict first; the first `mostTold` of each outcome.
    static constexpr int mostTold = 500;

    bool isUnfinished() const { return engine::isUnfinished(state, counts); }
    qint64 written() const { return counts.created + counts.updated; }
};

/// Fails with what the file fails with.
core::Result<RunSummary> summaryOf(store::RunFile &file, const QString &path);

} // namespace engine
