#include "diagnosis/step.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace diagnosis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::Step)
};

using Id = Step::Id;
using End = Step::End;

/// Everything about a step that does not change.
struct Definition {
    Id id;
    End end;
    const char *word;
    const char *name;
    QList<Id> needs;
};

const QList<Definition> &definitions()
{
    static const QList<Definition> all{
        {Id::DynamicsInput,
         End::Input,
         "dynamics_input",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Check what was entered for Dynamics"),
         {}},
        {Id::DidomiInput,
         End::Input,
         "didomi_input",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Check what was entered for Didomi"),
         {}},

        {Id::LoginName,
         End::SignIn,
         "login_name",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Find the sign-in host"),
         {Id::DynamicsInput}},
        {Id::LoginReach,
         End::SignIn,
         "login_reach",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Reach the sign-in host"),
         {Id::LoginName}},
        {Id::LoginSecure,
         End::SignIn,
         "login_secure",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Make a secure connection for the sign-in"),
         {Id::LoginReach}},
        {Id::Tenant, End::SignIn, "tenant", QT_TRANSLATE_NOOP("diagnosis::Step", "Find the tenant"), {Id::LoginSecure}},
        {Id::Credential,
         End::SignIn,
         "credential",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Check how long the credential lasts"),
         {Id::DynamicsInput}},

        {Id::InstanceName,
         End::Dynamics,
         "instance_name",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Find the environment’s host"),
         {Id::DynamicsInput}},
        {Id::InstanceReach,
         End::Dynamics,
         "instance_reach",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Reach the environment’s host"),
         {Id::InstanceName}},
        {Id::InstanceSecure,
         End::Dynamics,
         "instance_secure",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Make a secure connection to the environment"),
         {Id::InstanceReach}},
        {Id::Environment,
         End::Dynamics,
         "environment",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Check that Dataverse answers, for this tenant"),
         {Id::InstanceSecure, Id::Tenant}},

        {Id::Token,
         End::SignIn,
         "token",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Sign in to Entra ID"),
         {Id::Tenant, Id::Credential, Id::Environment}},
        {Id::TokenContent,
         End::SignIn,
         "token_content",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Check whom the token is for"),
         {Id::Token}},

        {Id::WhoAmI,
         End::Dynamics,
         "whoami",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Enter the environment"),
         {Id::TokenContent}},
        {Id::Organization,
         End::Dynamics,
         "organization",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Recognise the environment"),
         {Id::WhoAmI}},
        {Id::Server,
         End::Dynamics,
         "server",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Read version and kind"),
         {Id::Organization}},
        {Id::ApplicationUser,
         End::Dynamics,
         "application_user",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Check the application user and its roles"),
         {Id::Organization}},
        {Id::Administrator,
         End::Dynamics,
         "administrator",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Look for the System Administrator role"),
         {Id::ApplicationUser}},

        {Id::Table,
         End::Dynamics,
         "table",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Read the table’s definition"),
         {Id::ApplicationUser}},
        {Id::ConsentTables,
         End::Dynamics,
         "consent_tables",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Look for the consent tables"),
         {Id::ApplicationUser}},
        {Id::Privileges,
         End::Dynamics,
         "privileges",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Check the privileges, and how far they reach"),
         {Id::ApplicationUser, Id::Table, Id::ConsentTables}},
        {Id::ConsentTree,
         End::Dynamics,
         "consent_tree",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Check the mapped purposes and topics"),
         {Id::ConsentTables, Id::Privileges}},
        {Id::Rows,
         End::Dynamics,
         "rows",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Read a row"),
         {Id::Table, Id::Privileges}},
        {Id::Columns,
         End::Dynamics,
         "columns",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Check the mapped columns"),
         {Id::Table}},
        {Id::Match,
         End::Dynamics,
         "match",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Check how rows are found"),
         {Id::Table}},
        {Id::Limits, End::Dynamics, "limits", QT_TRANSLATE_NOOP("diagnosis::Step", "Read the limits"), {Id::WhoAmI}},

        {Id::DidomiName,
         End::Didomi,
         "didomi_name",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Find Didomi’s host"),
         {Id::DidomiInput}},
        {Id::DidomiReach,
         End::Didomi,
         "didomi_reach",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Reach Didomi’s host"),
         {Id::DidomiName}},
        {Id::DidomiSecure,
         End::Didomi,
         "didomi_secure",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Make a secure connection to Didomi"),
         {Id::DidomiReach}},
        {Id::DidomiSession,
         End::Didomi,
         "didomi_session",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Sign in to Didomi"),
         {Id::DidomiSecure}},
        {Id::DidomiOrganization,
         End::Didomi,
         "didomi_organization",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Find the Didomi organization"),
         {Id::DidomiSession}},
        {Id::DidomiContract,
         End::Didomi,
         "didomi_contract",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Read what the Didomi contract includes"),
         {Id::DidomiOrganization}},
        {Id::DidomiCatalogue,
         End::Didomi,
         "didomi_catalogue",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Read purposes and preferences"),
         {Id::DidomiOrganization}},
        {Id::DidomiConsents,
         End::Didomi,
         "didomi_consents",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Read consents"),
         {Id::DidomiOrganization}},

        {Id::SampleUsers,
         End::Both,
         "sample_users",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Find the rows of a few Didomi users"),
         {Id::DidomiConsents, Id::Rows, Id::Match}},

        {Id::FurtherToken,
         End::FurtherUsers,
         "further_token",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Sign in as each further application user"),
         {Id::Token}},
        {Id::FurtherWhoAmI,
         End::FurtherUsers,
         "further_whoami",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Enter the environment as each of them"),
         {Id::FurtherToken, Id::Organization}},
        {Id::FurtherPrivileges,
         End::FurtherUsers,
         "further_privileges",
         QT_TRANSLATE_NOOP("diagnosis::Step", "Compare their privileges with those of the first one"),
         {Id::FurtherWhoAmI, Id::Privileges}},
    };
    return all;
}

const Definition &definitionOf(Id id)
{
    const auto &all = definitions();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [id](const Definition &definition) { return definition.id == id; });
    Q_ASSERT(found != all.cend());
    return *found;
}

struct StateWord {
    Step::State state;
    const char *word;
    const char *text;
};
constexpr std::array states{
    StateWord{Step::State::Waiting, "waiting", QT_TRANSLATE_NOOP("diagnosis::Step", "waiting")},
    StateWord{Step::State::Running, "running", QT_TRANSLATE_NOOP("diagnosis::Step", "running")},
    StateWord{Step::State::Passed, "passed", QT_TRANSLATE_NOOP("diagnosis::Step", "passed")},
    StateWord{Step::State::Warning, "warning", QT_TRANSLATE_NOOP("diagnosis::Step", "warning")},
    StateWord{Step::State::Failed, "failed", QT_TRANSLATE_NOOP("diagnosis::Step", "failed")},
    StateWord{Step::State::NotReached, "not_reached", QT_TRANSLATE_NOOP("diagnosis::Step", "not reached")},
    StateWord{Step::State::Skipped, "skipped", QT_TRANSLATE_NOOP("diagnosis::Step", "skipped")},
};

const StateWord &wordsOf(Step::State state)
{
    return *std::find_if(states.cbegin(), states.cend(), [state](const StateWord &one) { return one.state == state; });
}

} // namespace

QList<Step::Id> allSteps()
{
    QList<Step::Id> ids;
    for (const Definition &definition : definitions())
        ids << definition.id;
    return ids;
}

QList<Step::End> allEnds()
{
    return {End::Input, End::SignIn, End::Dynamics, End::Didomi, End::Both, End::FurtherUsers};
}

Step::End endOf(Step::Id id)
{
    return definitionOf(id).end;
}

QList<Step::Id> needsOf(Step::Id id)
{
    return definitionOf(id).needs;
}

QString stepName(Step::Id id)
{
    return Texts::tr(definitionOf(id).name);
}

QString stepWord(Step::Id id)
{
    return QString::fromLatin1(definitionOf(id).word);
}

std::optional<Step::Id> stepFromWord(const QString &word)
{
    for (const Definition &definition : definitions()) {
        if (word == QLatin1StringView(definition.word))
            return definition.id;
    }
    return {};
}

QString endText(Step::End end)
{
    switch (end) {
    case End::Input:
        return Texts::tr("What was entered");
    case End::SignIn:
        return Texts::tr("Sign-in");
    case End::Dynamics:
        return Texts::tr("Dynamics 365");
    case End::Didomi:
        return Texts::tr("Didomi");
    case End::Both:
        return Texts::tr("Both ends");
    case End::FurtherUsers:
        return Texts::tr("Further application users");
    }
    return {};
}

QString endWord(Step::End end)
{
    switch (end) {
    case End::Input:
        return u"input"_s;
    case End::SignIn:
        return u"sign_in"_s;
    case End::Dynamics:
        return u"dynamics"_s;
    case End::Didomi:
        return u"didomi"_s;
    case End::Both:
        return u"both"_s;
    case End::FurtherUsers:
        return u"further_users"_s;
    }
    return {};
}

QString stateText(Step::State state)
{
    return Texts::tr(wordsOf(state).text);
}

QString stateWord(Step::State state)
{
    return QString::fromLatin1(wordsOf(state).word);
}

std::optional<Step::State> stateFromWord(const QString &word)
{
    for (const StateWord &one : states) {
        if (word == QLatin1StringView(one.word))
            return one.state;
    }
    return {};
}

Step::State verdictOf(const QList<Step> &steps)
{
    const auto has = [&steps](Step::State state) {
        return std::any_of(steps.cbegin(), steps.cend(), [state](const Step &step) { return step.state == state; });
    };
    if (has(Step::State::Failed) || has(Step::State::NotReached)) // never alone: some step failed
        return Step::State::Failed;
    if (has(Step::State::Waiting) || has(Step::State::Running))
        return Step::State::Skipped;
    if (has(Step::State::Warning))
        return Step::State::Warning;
    return has(Step::State::Passed) ? Step::State::Passed : Step::State::Skipped;
}

} // namespace diagnosis
