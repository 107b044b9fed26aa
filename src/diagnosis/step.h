#pragma once

#include "catalogue/place.h"
#include "core/error.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <chrono>
#include <optional>

namespace diagnosis {

/// One check of the connection test.
struct Step {
    /// In the order in which they are shown; each needs only such that stand before it.
    enum class Id {
        // What was entered
        DynamicsInput,
        DidomiInput,
        // The way to the sign-in host, and the sign-in
        LoginName,
        LoginReach,
        LoginSecure,
        Tenant,
        Credential,
        // The way to the environment
        InstanceName,
        InstanceReach,
        InstanceSecure,
        Environment, ///< Is it Dataverse, and of the tenant that was entered?
        Token,
        TokenContent,
        // Who we are there
        WhoAmI,
        Organization, ///< The same one as ever?
        Server,
        ApplicationUser,
        Administrator,
        // What we need there
        Table,
        ConsentTables,
        Privileges,
        ConsentTree,
        Rows,
        Columns,
        Match,
        Limits,
        // Didomi
        DidomiName,
        DidomiReach,
        DidomiSecure,
        DidomiSession,
        DidomiOrganization,
        DidomiContract,
        DidomiCatalogue,
        DidomiConsents,
        // Both together
        SampleUsers,
        // The further application users, of an integration that has some
        FurtherToken,
        FurtherWhoAmI, ///< Are they users of the same organization, each another one?
        FurtherPrivileges,
    };
    /// Which part of the link a step is about.
    enum class End { Input, SignIn, Dynamics, Didomi, Both, FurtherUsers };
    enum class State {
        Waiting,
        Running,
        Passed,
        Warning,
        Failed,
        NotReached, ///< A step that it needs failed.
        Skipped,    ///< Not applicable, not available there, or stopped by the user; `evidence` says why.
    };

    Id id = Id::DynamicsInput;
    State state = State::Waiting;
    std::chrono::milliseconds startedAfter{0}; ///< Since the test began.
    std::chrono::milliseconds duration{0};
    QString evidence = {};       ///< One translated line: what was seen.
    QStringList details = {};    ///< More lines for the opened step.
    core::Error problem = {};    ///< With Failed and Warning: cause, fix, code, the server's own words, request id.
    catalogue::Place place = {}; ///< Where to click.
    /// What was seen, for comparing with another day: untranslated names ("certificate.issuer") and their values.
    /// Never a personal datum, never a time that changes by itself.
    QMap<QString, QStringList> facts = {};
};

QList<Step::Id> allSteps(); ///< In order.
QList<Step::End> allEnds(); ///< In the order in which they are shown.
Step::End endOf(Step::Id id);
QList<Step::Id> needsOf(Step::Id id); ///< What must not have failed before it is run.

QString stepName(Step::Id id); ///< Translated: "Sign in to Entra ID".
QString stepWord(Step::Id id); ///< For JSON and command lines: "token".
std::optional<Step::Id> stepFromWord(const QString &word);
QString endText(Step::End end); ///< Translated: "Sign-in".
QString endWord(Step::End end);
QString stateText(Step::State state); ///< Translated: "passed".
QString stateWord(Step::State state); ///< For JSON: "passed".
std::optional<Step::State> stateFromWord(const QString &word);

/// The worst state of all: Failed before Warning before unfinished (told as Skipped) before Passed. Steps that were
/// skipped do not count, unless nothing else is there.
Step::State verdictOf(const QList<Step> &steps);

} // namespace diagnosis
