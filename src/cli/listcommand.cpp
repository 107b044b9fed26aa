#include "cli/listcommand.h"

#include "cli/textout.h"
#include "store/profilestore.h"

#include <QJsonArray>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::ListCommand)
};

Arguments describe()
{
    return Arguments(u"integration list"_s, Texts::tr("Lists the integrations of this user."));
}

QJsonObject asJson(const store::StoredProfile &stored)
{
    if (!stored.profile)
        return {{u"file"_s, stored.path},
                {u"set_aside"_s, stored.setAsidePath},
                {u"problem"_s, errorAsJson(stored.problem)}};
    const profile::Profile &profile = *stored.profile;
    return {
        {u"id"_s, profile.id},
        {u"name"_s, profile.name},
        {u"environment"_s, profile::environmentWord(profile.kind)},
        {u"instance"_s, profile.integration.instance},
        {u"didomi_organization"_s, profile.didomi.organizationId},
        {u"file"_s, stored.path},
    };
}

} // namespace

ListCommand::ListCommand(Console &console, Environment &environment, QObject *parent)
    : Command(describe(), 0, console, environment, parent)
{
}

void ListCommand::start()
{
    store::ProfileStore profiles(environment().paths.integrations(), environment().clock);
    const QList<store::StoredProfile> all = profiles.list();
    QJsonArray documents;
    TextTable table(
        {Texts::tr("Name"), Texts::tr("Environment"), Texts::tr("Dynamics 365"), Texts::tr("Didomi"), Texts::tr("Id")});
    for (const store::StoredProfile &stored : all) {
        documents << asJson(stored);
        if (stored.profile)
            table.add({stored.profile->name, profile::environmentText(stored.profile->kind),
                       stored.profile->integration.instance, stored.profile->didomi.organizationId,
                       stored.profile->id});
        else
            warn(stored.problem.toLine() + u' ' + stored.problem.fix);
    }
    if (isJson())
        printJson({{u"integrations"_s, documents}});
    else if (all.isEmpty())
        out() << Texts::tr("There is no integration yet. Import one with: %1")
                     .arg(u"consent-bridge-cli integration import FILE"_s)
              << u'\n';
    else
        table.print(out());
    end(ExitCode::Done);
}

} // namespace cli
