#include "diagnosis/checks/asking.h"
#include "diagnosis/checks/checks.h"

#include <QLocale>
#include <QUuid>

namespace diagnosis::checks {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::EnvironmentCheck)
};

// Service protection, dataverse-api section 6.1; under a tenth is worth a word.
constexpr qint64 burstLimit = 6000;
constexpr double timeLimit = 1200;

bool isSameId(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

/// The tenant that was entered as an id, also when a domain was entered.
QString enteredTenant(Context &context)
{
    const QString entered = context.dynamics().profile().integration.tenantId;
    return QUuid::fromString(entered).isNull() ? context.tenant.id : entered;
}

Finding judgeChallenge(Context &context, const Result<dataverse::Challenge> &answer)
{
    if (!answer && answer.error().kind == Error::Kind::NotFound && answer.error().code.isEmpty())
        return Finding::failed({.kind = Error::Kind::NotFound,
                                .message = Texts::tr("%1 answers, but there is no Dataverse Web API.")
                                               .arg(context.originOf(Host::Instance).toString()),
                                .fix = Texts::tr("Check the environment’s address: it is the one that the browser "
                                                 "shows in Dynamics."),
                                .field = u"authentication.instance"_s,
                                .code = u"NotDataverse"_s,
                                .detail = answer.error().detail,
                                .httpStatus = answer.error().httpStatus,
                                .requestId = answer.error().requestId});
    if (!answer)
        return Finding::failed(answer.error());
    const dataverse::Challenge &challenge = *answer;
    context.challenge = challenge;
    if (challenge.tenantId.isEmpty() && challenge.resource.isEmpty())
        return Finding::skipped(Texts::tr("Not available here: the environment does not say who signs in for it."));
    const QString entered = enteredTenant(context);
    if (!challenge.tenantId.isEmpty() && !entered.isEmpty() && !isSameId(challenge.tenantId, entered))
        return Finding::failed(
            {.kind = Error::Kind::Invalid,
             .message = Texts::tr("The environment belongs to another tenant than the one that was entered."),
             .fix = Texts::tr("Enter the tenant ID %1, or the address of an environment of your tenant.")
                        .arg(challenge.tenantId),
             .field = u"authentication.tenant_id"_s,
             .code = u"ForeignTenant"_s},
            catalogue::Portal::EntraTenant);
    const QUrl wanted = context.originOf(Host::Instance);
    if (!challenge.resource.isEmpty() && QUrl(challenge.resource).host() != wanted.host())
        return Finding::warning(
            Texts::tr("The environment calls itself %1, not %2.").arg(challenge.resource, wanted.toString()),
            Texts::tr("Enter the address by which the environment calls itself."), catalogue::Portal::Environment);
    return {.evidence = Texts::tr("Dataverse answers; tenant %1 signs in").arg(challenge.tenantId),
            .details = {Texts::tr("Sign-in: %1").arg(challenge.authority.toString()),
                        Texts::tr("Tokens are for: %1").arg(challenge.resource)},
            .facts = {{u"tenant.id"_s, {challenge.tenantId}}}};
}

Finding judgeOrganization(const Context &context)
{
    const QString pinned = context.request().pinnedOrganization;
    const QString seen = context.whoAmI.organizationId;
    Finding finding{.facts = {{u"organization.id"_s, {seen}}}};
    if (pinned.isEmpty()) {
        finding.evidence = Texts::tr("Organization %1, seen for the first time").arg(seen);
        return finding;
    }
    if (isSameId(pinned, seen)) {
        finding.evidence = Texts::tr("Organization %1, as ever").arg(seen);
        return finding;
    }
    finding = Finding::failed(
        {.kind = Error::Kind::Conflict,
         .message = Texts::tr("Another environment answers at this address than before: it was reset, copied over or "
                              "replaced."),
         .fix = Texts::tr("Check that the address is that of the right environment. If it was replaced on purpose, "
                          "accept the new environment; plans and undo of the old one are then void."),
         .code = u"OrganizationChanged"_s,
         .detail = Texts::tr("Before: %1. Now: %2.").arg(pinned, seen)},
        catalogue::Portal::Environment);
    finding.facts = {{u"organization.id"_s, {seen}}};
    return finding;
}

Finding judgeServer(const Result<dataverse::OrganizationDetail> &answer)
{
    if (!answer)
        return Finding::ofRefusal(answer.error());
    const dataverse::OrganizationDetail &detail = *answer;
    Finding finding{
        .evidence = Texts::tr("%1, version %2, kind %3").arg(detail.friendlyName, detail.version, detail.type),
        .details = {Texts::tr("State: %1").arg(detail.state), Texts::tr("Environment id: %1").arg(detail.environmentId),
                    Texts::tr("Geography: %1").arg(detail.geo)},
        .facts = {{u"server.name"_s, {detail.friendlyName}},
                  {u"server.version"_s, {detail.version}},
                  {u"server.type"_s, {detail.type}},
                  {u"server.state"_s, {detail.state}}}};
    if (!detail.state.isEmpty() && detail.state != "Enabled"_L1) {
        const Finding closed = Finding::warning(
            Texts::tr("The environment says that it is not enabled: %1.").arg(detail.state),
            Texts::tr("Ask the environment’s administrator to enable it."), catalogue::Portal::Environment);
        finding.state = closed.state;
        finding.evidence = closed.evidence;
        finding.problem = closed.problem;
        finding.portal = closed.portal;
    }
    return finding;
}

Finding judgeBudget(const Result<dataverse::Budget> &answer)
{
    if (!answer)
        return Finding::ofRefusal(answer.error());
    const dataverse::Budget &budget = *answer;
    if (!budget.requests && !budget.seconds && budget.parallelismHint == 0)
        return Finding::skipped(Texts::tr("Not available here: the server does not tell its limits."));
    const QLocale locale;
    QStringList parts;
    if (budget.requests)
        parts
            << Texts::tr("%1 requests left of %2").arg(locale.toString(*budget.requests), locale.toString(burstLimit));
    if (budget.seconds)
        parts << Texts::tr("%1 s of server time left of %2 s")
                     .arg(locale.toString(*budget.seconds, 'f', 0), locale.toString(timeLimit, 'f', 0));
    if (budget.parallelismHint > 0)
        parts << Texts::tr("%n request(s) at once advised", nullptr, budget.parallelismHint);
    const bool isLow =
        (budget.requests && *budget.requests < burstLimit / 10) || (budget.seconds && *budget.seconds < timeLimit / 10);
    Finding finding{.evidence = parts.join(u"; "_s),
                    .details = {Texts::tr("Both are for five minutes, for this application user, on one of the "
                                          "environment’s servers.")}};
    if (isLow) {
        const Finding low = Finding::warning(
            Texts::tr("The limits are nearly used up: %1.").arg(finding.evidence),
            Texts::tr("Wait five minutes, and look for another program that signs in as the same application user."));
        finding.state = low.state;
        finding.evidence = low.evidence;
        finding.problem = low.problem;
        finding.portal = catalogue::Portal::ApplicationUsers;
    }
    return finding;
}

} // namespace

Check *environment(Context &context, QObject *parent)
{
    return asking([&](QObject *owner) { return context.inspector().challenge(owner); },
                  [&context](const Result<dataverse::Challenge> &answer) { return judgeChallenge(context, answer); },
                  parent);
}

Check *whoAmI(Context &context, QObject *parent)
{
    return asking([&](QObject *owner) { return context.dynamics().dataverse().whoAmI(owner); },
                  [&context](const Result<dataverse::WhoAmI> &answer) -> Finding {
                      if (!answer)
                          return Finding::failed(answer.error());
                      context.whoAmI = *answer;
                      return {.evidence = Texts::tr("Signed in as application user %1").arg(answer->userId),
                              .details = {Texts::tr("Organization: %1").arg(answer->organizationId),
                                          Texts::tr("Business unit: %1").arg(answer->businessUnitId)}};
                  },
                  parent);
}

Check *organization(Context &context, QObject *parent)
{
    return found(judgeOrganization(context), parent);
}

Check *server(Context &context, QObject *parent)
{
    return asking([&](QObject *owner) { return context.inspector().organization(owner); }, judgeServer, parent);
}

Check *limits(Context &context, QObject *parent)
{
    return asking([&](QObject *owner) { return context.inspector().budget(owner); }, judgeBudget, parent);
}

} // namespace diagnosis::checks
