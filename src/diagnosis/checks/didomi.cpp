#include "consent/valuepath.h"
#include "diagnosis/checks/asking.h"
#include "diagnosis/checks/checks.h"

#include <algorithm>

namespace diagnosis::checks {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::DidomiCheck)
};

Finding judgeOrganizations(Context &context, const QList<didomi::Organization> &organizations)
{
    const QString wanted = context.didomi().profile().didomi.organizationId;
    QStringList seen;
    for (const didomi::Organization &organization : organizations) {
        seen << organization.id;
        if (organization.id != wanted)
            continue;
        const bool hasName = !organization.name.isEmpty() && organization.name != wanted;
        return {.evidence = hasName ? Texts::tr("%1 (%2)").arg(organization.name, wanted) : wanted,
                .facts = {{u"organization.id"_s, {wanted}}, {u"organization.name"_s, {organization.name}}}};
    }
    Error error{.kind = Error::Kind::Forbidden,
                .message = Texts::tr("The key does not see the organization %1.").arg(wanted),
                .fix = Texts::tr("Enter the id of the organization that the key was made in."),
                .field = u"didomi.organization_id"_s,
                .code = u"OrganizationNotSeen"_s};
    if (!seen.isEmpty())
        error.fix = Texts::tr("Enter the id of the organization that the key was made in; it sees: %1.")
                        .arg(seen.join(u", "_s));
    return Finding::failed(error, catalogue::Portal::DidomiOrganization);
}

/// Parts of the contract without which the integration does not work (didomi-api section 2).
QStringList neededFeatures(bool isCurrent)
{
    return {u"consents_api"_s, isCurrent ? u"microsoft_dynamics_cpc"_s : u"microsoft_dynamics"_s};
}

Finding judgeContract(const didomi::Contract &contract, bool isCurrent)
{
    QStringList on;
    QStringList off;
    for (const didomi::Feature &feature : contract.features) {
        if (feature.isOn)
            on << feature.id;
        else if (neededFeatures(isCurrent).contains(feature.id))
            off << feature.id;
    }
    on.sort();
    QString budget;
    if (contract.budget.limit > 0 && contract.budget.remaining >= 0)
        budget = Texts::tr("%1 of %2 requests left").arg(contract.budget.remaining).arg(contract.budget.limit);
    Finding finding;
    if (!off.isEmpty())
        finding = Finding::warning(
            Texts::tr("%n part(s) of the contract that this integration uses are switched off: %1.", nullptr,
                      int(off.size()))
                .arg(off.join(u", "_s)),
            Texts::tr("Ask Didomi to add them to your contract."), catalogue::Portal::DidomiOrganization);
    else if (contract.budget.limit > 0 && contract.budget.remaining >= 0 &&
             contract.budget.remaining < contract.budget.limit / 10)
        finding = Finding::warning(
            Texts::tr("Didomi’s limit is nearly used up: %1.").arg(budget),
            Texts::tr("Wait a quarter of a minute; look for other programs that use the organization’s keys."),
            catalogue::Portal::DidomiKeys);
    else {
        finding.evidence = Texts::tr("%n part(s) switched on", nullptr, int(on.size()));
        if (!budget.isEmpty())
            finding.evidence += u"; "_s + budget;
    }
    finding.details = on;
    finding.facts = {{u"features"_s, on}};
    return finding;
}

Finding judgeCatalogue(const Context &context, const consent::Catalogue &catalogue)
{
    const QString purposes = Texts::tr("%n purpose(s)", nullptr, int(catalogue.purposes.size()));
    const QString preferences = Texts::tr("%n preference(s)", nullptr, int(catalogue.preferences.size()));
    Finding finding;
    //: "12 purposes, 4 preferences"
    finding.evidence = Texts::tr("%1, %2").arg(purposes, preferences);
    QStringList ids;
    for (const consent::Purpose &purpose : catalogue.purposes)
        ids << purpose.id;
    ids.sort();
    finding.facts = {{u"catalogue.purposes"_s, ids}};
    if (catalogue.purposes.isEmpty()) {
        const Finding empty = Finding::warning(Texts::tr("The organization has no purposes yet."),
                                               Texts::tr("Create purposes in Didomi, then map them here."),
                                               catalogue::Portal::DidomiPurposes);
        finding.state = empty.state;
        finding.evidence = empty.evidence;
        finding.problem = empty.problem;
        finding.portal = empty.portal;
        return finding;
    }

    const QList<profile::Mapping> &mappings = context.profile().integration.mappings;
    for (int index = 0; index < int(mappings.size()); ++index) {
        const consent::ParsedPath parsed = consent::parseValuePath(mappings.at(index).value, catalogue);
        if (parsed.problem.isEmpty())
            continue;
        finding.details << parsed.problem;
        if (finding.state == Step::State::Warning)
            continue;
        finding.state = Step::State::Warning;
        finding.evidence = parsed.problem;
        finding.problem = {.kind = Error::Kind::Invalid,
                           .message = parsed.problem,
                           .fix = Texts::tr("Choose a purpose or preference from the list on the Mappings page."),
                           .field = u"mappings[%1].value"_s.arg(index)};
        finding.portal = catalogue::Portal::MappingsPage;
    }
    return finding;
}

} // namespace

Check *didomiSession(Context &context, QObject *parent)
{
    return asking([&](QObject *owner) { return context.didomi().didomi().signIn(owner); },
                  [&context](const Result<didomi::Session> &answer) -> Finding {
                      if (!answer)
                          return Finding::failed(answer.error());
                      const int minutes = int(context.clock().now().secsTo(answer->expiresAt) / 60);
                      return {.evidence = Texts::tr("Signed in with key %1, valid %n minute(s)", nullptr, minutes)
                                              .arg(context.profile().didomi.keyId)};
                  },
                  parent);
}

Check *didomiOrganization(Context &context, QObject *parent)
{
    return asking([&](QObject *owner) { return context.didomi().didomi().organizations(owner); },
                  [&context](const Result<QList<didomi::Organization>> &answer) {
                      return answer ? judgeOrganizations(context, *answer) : Finding::failed(answer.error());
                  },
                  parent);
}

Check *didomiContract(Context &context, QObject *parent)
{
    return asking([&](QObject *owner) { return context.didomi().didomi().contract(owner); },
                  [isCurrent = context.isCurrent()](const Result<didomi::Contract> &answer) -> Finding {
                      if (answer)
                          return judgeContract(*answer, isCurrent);
                      const bool isUnknownRoute = answer.error().kind == Error::Kind::NotFound;
                      return isUnknownRoute
                                 ? Finding::skipped(Texts::tr("Not available here: Didomi does not tell this key."))
                                 : Finding::failed(answer.error());
                  },
                  parent);
}

Check *didomiCatalogue(Context &context, QObject *parent)
{
    return asking([&](QObject *owner) { return context.didomi().didomi().catalogue(owner); },
                  [&context](const Result<consent::Catalogue> &answer) {
                      return answer ? judgeCatalogue(context, *answer) : Finding::failed(answer.error());
                  },
                  parent);
}

Check *didomiConsents(Context &context, QObject *parent)
{
    return asking([&](QObject *owner) { return context.didomi().didomi().users({}, owner); },
                  [&context](const Result<didomi::UserPage> &answer) -> Finding {
                      if (!answer)
                          return Finding::failed(answer.error());
                      context.users = answer->users;
                      if (!answer->problems.isEmpty())
                          return Finding::warning(Texts::tr("%n entry(s) of the list of users cannot be read.", nullptr,
                                                            int(answer->problems.size())),
                                                  Texts::tr("Ask Didomi’s support about them; the others work."),
                                                  catalogue::Portal::DidomiOrganization);
                      if (answer->users.isEmpty())
                          return {.evidence = Texts::tr("Consents can be read; there are none yet")};
                      return {.evidence = Texts::tr("Consents of %n user(s) read", nullptr, int(answer->users.size()))};
                  },
                  parent);
}

} // namespace diagnosis::checks
