#include "cli/integrationnames.h"

#include <QCoreApplication>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::IntegrationNames)
};

Error usage(const QString &message)
{
    return {.kind = Error::Kind::Invalid, .message = message, .field = u"usage"_s};
}

} // namespace

core::Result<NamedIntegrations> findIntegrations(store::ProfileStore &store, const QStringList &names, bool all)
{
    NamedIntegrations found;
    if (!names.isEmpty()) {
        if (all)
            return usage(Texts::tr("Name integrations or say --all, not both."));
        for (const QString &name : names) {
            const auto profile = store.find(name);
            if (!profile)
                return profile.error();
            found.profiles << *profile;
        }
        return found;
    }
    QStringList known;
    for (const store::StoredProfile &stored : store.list()) {
        if (stored.profile) {
            found.profiles << *stored.profile;
            known << stored.profile->name;
        } else {
            found.warnings << stored.problem.toLine();
        }
    }
    if (found.profiles.isEmpty())
        return usage(Texts::tr("There is no integration yet: import one, or name a profile file."));
    if (!all && found.profiles.size() > 1)
        return usage(
            Texts::tr("There are several integrations; name one of: %1, or say --all.").arg(known.join(u", "_s)));
    return found;
}

} // namespace cli
