#include "cli/integrationcommand.h"

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::IntegrationCommand)
};

} // namespace

IntegrationCommand::~IntegrationCommand()
{
    deleteSteps(); // they use the link
}

std::optional<profile::Profile> IntegrationCommand::namedProfile(QStringList given)
{
    for (const QString &option : {u"integration"_s, u"profile"_s}) {
        if (arguments().isSet(option))
            given << arguments().value(option);
    }
    if (given.size() > 1) {
        failUsage(Texts::tr("Name one integration, not several."));
        return {};
    }

    store::ProfileStore profiles(environment().paths.integrations(), environment().clock);
    if (given.size() == 1) {
        const auto found = arguments().isSet(u"profile"_s) ? store::readProfileFile(given.constFirst())
                                                           : profiles.find(given.constFirst());
        if (!found)
            fail(found.error(), ExitCode::Invalid);
        return found ? std::optional(*found) : std::nullopt;
    }

    QList<profile::Profile> readable;
    for (const store::StoredProfile &stored : profiles.list()) {
        if (stored.profile)
            readable << *stored.profile;
        else
            warn(stored.problem.toLine());
    }
    if (readable.size() == 1)
        return readable.constFirst();
    if (readable.isEmpty()) {
        failUsage(Texts::tr("There is no integration yet: import one, or name a profile file."));
        return {};
    }
    QStringList names;
    for (const profile::Profile &one : std::as_const(readable))
        names << one.name;
    failUsage(Texts::tr("There are several integrations; name one of: %1.").arg(names.join(u", "_s)));
    return {};
}

bool IntegrationCommand::makeLink(const profile::Profile &profile, const bridge::Secrets &secrets)
{
    auto made = bridge::Link::make(environment().network, profile, secrets, environment().clock);
    if (made)
        m_link = std::move(*made);
    else
        fail(made.error());
    return m_link != nullptr;
}

ExitCode IntegrationCommand::codeOfSecretProblem(const Error &error)
{
    return error.kind == Error::Kind::Cancelled ? ExitCode::Interrupted : ExitCode::SignIn;
}

} // namespace cli
