#include "diagnosis/checks/asking.h"
#include "diagnosis/checks/checks.h"

#include <algorithm>

namespace diagnosis::checks {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::InputCheck)
};

bool isDidomis(const QString &field)
{
    return field.startsWith("didomi."_L1);
}

/// Mappings and match have steps of their own; where secrets are kept does not matter, they are here.
bool isOthers(const QString &field)
{
    return field.startsWith("mappings"_L1) || field.startsWith("match"_L1) || field == "name"_L1 ||
           field == "authentication.client_secret"_L1 || field == "didomi.secret"_L1;
}

QList<profile::Problem> problemsOf(const Context &context, bool ofDidomi)
{
    QList<profile::Problem> problems = profile::validate(context.profile());
    problems.removeIf([ofDidomi](const profile::Problem &problem) {
        return isOthers(problem.field) || isDidomis(problem.field) != ofDidomi;
    });
    return problems;
}

void addMissing(QList<profile::Problem> &problems, const Context &context, const core::Secret &secret,
                const QString &field, const QString &message)
{
    if (!secret.isEmpty())
        return;
    for (const Error &problem : context.request().secretProblems) {
        // Whoever could not read it knows better why it is not here.
        if (field.endsWith(problem.field)) {
            problems << profile::Problem{.field = field, .message = problem.message, .fix = problem.fix};
            return;
        }
    }
    problems << profile::Problem{
        .field = field, .message = message, .fix = Texts::tr("Enter it, or say where it is kept.")};
}

/// The worst of the problems; Passed when there is none.
Finding judge(const QList<profile::Problem> &problems)
{
    const auto worst = std::max_element(
        problems.cbegin(), problems.cend(),
        [](const profile::Problem &one, const profile::Problem &other) { return one.severity < other.severity; });
    if (worst == problems.cend())
        return {};
    Finding finding{
        .state = worst->severity == profile::Problem::Severity::Error ? Step::State::Failed : Step::State::Warning,
        .evidence = worst->message,
        .problem = {.kind = Error::Kind::Invalid, .message = worst->message, .fix = worst->fix, .field = worst->field},
    };
    for (const profile::Problem &problem : problems)
        finding.details << problem.message;
    return finding;
}

} // namespace

Check *dynamicsInput(Context &context, QObject *parent)
{
    QList<profile::Problem> problems = problemsOf(context, false);
    if (context.profile().credential.kind == profile::Credential::Kind::Secret)
        addMissing(problems, context, context.request().secrets.clientSecret, u"authentication.client_secret"_s,
                   Texts::tr("The client secret is missing."));
    Finding finding = judge(problems);
    if (finding.state == Step::State::Failed)
        return found(finding, parent);
    if (const auto opened = context.openDynamics(); !opened)
        return found(Finding::failed(opened.error()), parent);

    const profile::Instance &instance = context.dynamics().instance();
    const QString authority = context.dynamics().authority().toString();
    if (finding.evidence.isEmpty()) {
        //: %1 is the environment's address, %2 the host to sign in at
        finding.evidence =
            Texts::tr("%1, signing in at %2").arg(instance.url.toString(), context.dynamics().authority().host());
    }
    finding.details
        << (instance.region.isEmpty() ? Texts::tr("Environment: %1").arg(instance.url.toString())
                                      : Texts::tr("Environment: %1 (%2)").arg(instance.url.toString(), instance.region))
        << Texts::tr("Sign-in: %1, tenant %2").arg(authority, context.dynamics().profile().integration.tenantId)
        << Texts::tr("Application (client) id: %1").arg(context.dynamics().profile().integration.clientId)
        << Texts::tr("Mode: %1").arg(profile::modeText(profile::modeOf(context.profile().integration)));
    finding.facts = {{u"instance"_s, {instance.url.toString()}}, {u"authority"_s, {authority}}};
    return found(finding, parent);
}

Check *didomiInput(Context &context, QObject *parent)
{
    QList<profile::Problem> problems = problemsOf(context, true);
    addMissing(problems, context, context.request().secrets.didomiSecret, u"didomi.secret"_s,
               Texts::tr("The secret of the Didomi key is missing."));
    Finding finding = judge(problems);
    if (finding.state == Step::State::Failed)
        return found(finding, parent);
    if (const auto opened = context.openDidomi(); !opened)
        return found(Finding::failed(opened.error()), parent);

    const profile::DidomiEnd &end = context.didomi().profile().didomi;
    if (finding.evidence.isEmpty()) {
        //: %1 is Didomi's host, %2 the organization's id
        finding.evidence =
            Texts::tr("%1, organization %2").arg(context.originOf(Host::Didomi).host(), end.organizationId);
    }
    finding.details << Texts::tr("Key: %1").arg(end.keyId);
    return found(finding, parent);
}

} // namespace diagnosis::checks
