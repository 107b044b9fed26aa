#pragma once

#include "diagnosis/step.h"

namespace diagnosis {

/// What a check found.
struct Finding {
    Step::State state = Step::State::Passed;
    QString evidence = {};
    QStringList details = {};
    core::Error problem = {};
    catalogue::Portal portal = catalogue::Portal::None; ///< None: by the problem's code, else by the step.
    QMap<QString, QStringList> facts = {};
    qsizetype furtherUser = -1; ///< Of the profile: whose problem it is. -1: of the first application user.

    static Finding failed(const core::Error &error, catalogue::Portal portal = catalogue::Portal::None)
    {
        return {.state = Step::State::Failed, .evidence = error.message, .problem = error, .portal = portal};
    }

    /// What is not wrong, but wants to be looked at.
    static Finding warning(const QString &message, const QString &fix,
                           catalogue::Portal portal = catalogue::Portal::None)
    {
        return {.state = Step::State::Warning,
                .evidence = message,
                .problem = {.kind = core::Error::Kind::Invalid, .message = message, .fix = fix},
                .portal = portal};
    }

    static Finding skipped(const QString &why) { return {.state = Step::State::Skipped, .evidence = why}; }

    /// The answer to a question that not every server knows: Skipped where it does not, else failed.
    static Finding ofRefusal(const core::Error &error, catalogue::Portal portal = catalogue::Portal::None);
};

} // namespace diagnosis
