#include "cli/workplacecommand.h"

#include "bridge/furtherlinks.h"
#include "cli/madeplan.h"
#include "cli/textout.h"
#include "engine/meetusers.h"
#include "engine/recoverjob.h"

#include <algorithm>

namespace cli {

using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::WorkplaceCommand)
};

} // namespace

WorkplaceCommand::~WorkplaceCommand()
{
    deleteSteps(); // they use the journal
}

void WorkplaceCommand::cancel()
{
    if (m_watched)
        m_watched->cancel();
    else
        IntegrationCommand::cancel();
}

Result<core::Nothing> WorkplaceCommand::openJournal()
{
    auto opened = store::Journal::open(environment().paths.journal(), environment().clock);
    if (!opened)
        return opened.error();
    m_journal = std::move(*opened);
    return core::Nothing{};
}

void WorkplaceCommand::connectEnds(const profile::Profile &profile, const std::function<void()> &next)
{
    readSecrets(profile, [this, profile, next](const bridge::Secrets &secrets) {
        if (!makeLink(profile, secrets))
            return;
        m_secrets = secrets;
        bridge::survey(link(), this)->whenDone(this, [this, next](const Result<bridge::Surroundings> &found) {
            if (!found)
                return fail(found.error());
            m_surroundings = *found;
            next();
        });
    });
}

void WorkplaceCommand::settleEarlier(const std::function<void()> &next)
{
    engine::recover(link(), m_surroundings, *m_journal, this)
        ->whenDone(this, [this, next](const Result<engine::RecoverReport> &recovered) {
            if (!recovered)
                warn(Texts::tr("What an earlier run left open could not be settled: %1")
                         .arg(recovered.error().toLine()));
            else if (recovered->settled + recovered->reopened > 0)
                warn(Texts::tr("An earlier run was cut off. %n of its writes had arrived.", nullptr,
                               recovered->settled) +
                     u' ' + Texts::tr("%n had not.", nullptr, recovered->reopened));
            next();
        });
}

void WorkplaceCommand::joinFurtherUsers(const profile::Profile &profile, const std::function<void()> &next)
{
    (void)workplace();
    auto links = bridge::makeFurtherLinks(environment().network, profile, m_secrets, environment().clock);
    if (!links) {
        const bool isSecretMissing = std::ranges::any_of(
            m_secrets.further, [](const bridge::FurtherSecrets &one) { return one.problem.has_value(); });
        return isSecretMissing ? fail(links.error(), codeOfSecretProblem(links.error())) : fail(links.error());
    }
    m_furtherLinks = std::move(*links);
    for (const auto &link : m_furtherLinks)
        m_workplace->links << link.get();
    engine::meetUsers(*m_workplace, this)->whenDone(this, [this, next](const Result<core::Nothing> &met) {
        if (!met)
            return fail(met.error());
        next();
    });
}

const engine::Workplace &WorkplaceCommand::workplace()
{
    if (!m_workplace) {
        m_applied = std::make_unique<store::AppliedTimes>(*m_journal, m_surroundings.whoAmI.organizationId);
        m_workplace.emplace(engine::Workplace{
            .links = {&link()}, .surroundings = m_surroundings, .journal = *m_journal, .applied = *m_applied});
        const auto problems = m_applied->addUnmerged(environment().paths.runs());
        if (!problems)
            warn(problems.error().toLine());
    }
    return *m_workplace;
}

void WorkplaceCommand::reportPlan(store::RunFile &file, const QString &path, const engine::PlanMade &made,
                                  const profile::Profile &profile)
{
    const auto told = tellOfPlan(file, path, made, profile);
    if (!told)
        return fail(told.error());
    for (const QString &warning : told->warnings)
        warn(printable(warning));
    if (isJson())
        printJson(told->json);
    else
        out() << told->text;
    end(told->code);
}

} // namespace cli
