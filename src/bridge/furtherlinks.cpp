#include "bridge/furtherlinks.h"

#include <QCoreApplication>

namespace bridge {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(bridge::Link)
};

/// Those of the first user's fields that each user has too.
QString fieldOf(qsizetype index, const QString &field)
{
    const QString member = field.section(u'.', 1);
    const bool isItsOwn = field == "authentication.client_id"_L1 || field == "authentication.client_secret"_L1 ||
                          field == "credential.certificate_file"_L1 || field == "credential.certificate_passphrase"_L1;
    return isItsOwn ? profile::furtherUserField(index, member) : field;
}

} // namespace

Error ofFurtherUser(const profile::Profile &profile, qsizetype index, const Error &problem)
{
    if (problem.kind == Error::Kind::Cancelled)
        return problem;
    const QString name = profile.furtherUsers.at(index).name();
    Error named = problem;
    named.message = Texts::tr("Further application user %1: %2")
                        .arg(name.isEmpty() ? QString::number(index + 1) : name, problem.message);
    named.field = fieldOf(index, problem.field);
    if (named.field.isEmpty() && !problem.isTransient())
        named.field = profile::furtherUserField(index, u"client_id"_s);
    return named;
}

Error ofUser(const profile::Profile &profile, qsizetype number, const Error &problem)
{
    if (number > 0)
        return ofFurtherUser(profile, number - 1, problem);
    Error named = problem;
    if (problem.kind != Error::Kind::Cancelled)
        named.message = Texts::tr("First application user %1: %2").arg(profile.integration.clientId, problem.message);
    return named;
}

core::Result<std::vector<std::unique_ptr<Link>>> makeFurtherLinks(net::Network &network,
                                                                  const profile::Profile &profile,
                                                                  const Secrets &secrets, core::Clock &clock,
                                                                  const net::RetryPolicy &retry)
{
    std::vector<std::unique_ptr<Link>> links;
    for (qsizetype i = 0; i < profile.furtherUsers.size(); ++i) {
        const FurtherSecrets own = secrets.further.value(i);
        if (own.problem)
            return ofFurtherUser(profile, i, *own.problem);
        Secrets as = secrets;
        as.clientSecret = own.clientSecret;
        as.certificatePassphrase = own.certificatePassphrase;
        as.nextClientSecret = {};
        as.further = {};
        auto link = Link::make(network, profile::asFurtherUser(profile, i), as, clock, retry);
        if (!link)
            return ofFurtherUser(profile, i, link.error());
        links.push_back(std::move(*link));
    }
    return links;
}

} // namespace bridge
