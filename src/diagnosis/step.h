#pragma once

#include "core/error.h"

#include <QList>
#include <QStringList>

#include <chrono>

namespace diagnosis {

/// One check of the connection test.
struct Step {
    enum class Id {
        Input,
        Token,
        WhoAmI,
        Table,
        Columns,
        Match,
        DidomiSession,
        DidomiOrganization,
    };
    enum class End { Both, Dynamics, Didomi };
    enum class State {
        Waiting,
        Running,
        Passed,
        Warning,
        Failed,
        NotReached, ///< A step that it needs failed.
        Skipped,    ///< Not applicable, or stopped by the user; `evidence` says why.
    };

    Id id = Id::Input;
    End end = End::Both;
    State state = State::Waiting;
    std::chrono::milliseconds duration{0};
    QString evidence;         ///< One translated line: what was seen.
    QStringList details;      ///< More lines for the opened step.
    core::Error problem = {}; ///< With Failed and Warning: cause, fix, code, the server's own words, request id.
    QString place; ///< Where to click, as the portal names it: "Entra ID → App registrations → Certificates & secrets".
};

QString stepName(Step::Id id);        ///< Translated: "Sign in to Entra ID".
QString stepWord(Step::Id id);        ///< For JSON: "token".
QString stateText(Step::State state); ///< Translated: "passed".
QString stateWord(Step::State state); ///< For JSON: "passed".

/// The worst state of all: Failed before Warning before Skipped before Passed.
Step::State verdictOf(const QList<Step> &steps);

} // namespace diagnosis
