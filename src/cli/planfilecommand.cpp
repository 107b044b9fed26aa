#include "cli/planfilecommand.h"

#include "cli/planplace.h"
#include "cli/textout.h"

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::PlanFileCommand)
};

} // namespace

PlanFileCommand::PlanFileCommand(Arguments arguments, Console &console, Environment &environment, QObject *parent)
    : WorkplaceCommand(std::move(arguments), 1, console, environment, parent)
{
}

PlanFileCommand::~PlanFileCommand()
{
    deleteSteps(); // they use the file
}

void PlanFileCommand::addFile(Arguments &arguments)
{
    arguments.addName(u"file"_s,
                      Texts::tr("The plan's file; or, of a plan that several machines share, "
                                "postgresql://USER@HOST:PORT/DATABASE?schema=NAME."),
                      u"FILE"_s);
    addPlanPlace(arguments);
}

void PlanFileCommand::addProfileOfFile(Arguments &arguments)
{
    arguments.addOption(u"integration"_s, Texts::tr("The plan's integration, where it is not found by itself."),
                        u"NAME"_s);
    arguments.addOption(u"profile"_s, Texts::tr("The same, as the path of a profile file."), u"PATH"_s);
}

void PlanFileCommand::start()
{
    if (arguments().names().isEmpty())
        return failUsage(Texts::tr("Name the plan's file."));
    const QString named = arguments().names().constFirst();
    const auto place = planPlace(arguments(), named);
    if (!place)
        return place.error().kind == Error::Kind::NotFound ? fail(place.error(), ExitCode::SignIn)
                                                           : fail(place.error(), ExitCode::Usage);
    m_path = planName(named);
    m_isShared = place->isShared();
    auto opened = store::RunFile::open(*place, environment().clock);
    if (!opened)
        return fail(opened.error(),
                    opened.error().kind == Error::Kind::NotFound ? ExitCode::Invalid : exitCodeOf(opened.error()));
    m_file = std::move(*opened);
    const auto head = m_file->head();
    const auto state = m_file->state();
    if (!head || !state)
        return fail(head ? state.error() : head.error());
    m_head = *head;
    m_state = *state;
    if (needsPlan() && m_state == store::RunState::Planning)
        return decline({.kind = Error::Kind::Conflict,
                        .message = Texts::tr("This plan is not finished: making it was stopped."),
                        .fix = Texts::tr("Go on with: %1").arg(commandLine(u"plan --output"_s, m_path)),
                        .field = u"state"_s});
    useFile();
}

std::optional<profile::Profile> PlanFileCommand::profileOfFile()
{
    const bool isNamed = arguments().isSet(u"integration"_s) || arguments().isSet(u"profile"_s);
    std::optional<profile::Profile> profile;
    if (isNamed) {
        profile = namedProfile(QStringList());
        if (!profile)
            return {};
    } else {
        store::ProfileStore profiles(environment().paths.integrations(), environment().clock);
        const auto found = profiles.find(m_head.profileId);
        if (!found) {
            fail({.kind = Error::Kind::NotFound,
                  .message =
                      Texts::tr("The plan is of the integration \"%1\", which is not among those of this machine.")
                          .arg(m_head.profileName),
                  .fix = Texts::tr("Import it, or name its profile file with --profile."),
                  .field = u"integration"_s,
                  .detail = found.error().toLine()},
                 ExitCode::Invalid);
            return {};
        }
        profile = *found;
    }
    if (profile->id == m_head.profileId)
        return profile;
    decline(
        {.kind = Error::Kind::Conflict,
         .message =
             Texts::tr("The plan is of the integration \"%1\", not of \"%2\".").arg(m_head.profileName, profile->name),
         .field = u"integration"_s});
    return {};
}

void PlanFileCommand::prepareWorkplace(const profile::Profile &profile, const std::function<void()> &next)
{
    if (const auto opened = openJournal(); !opened)
        return fail(opened.error());
    connectEnds(profile, [this, next] { settleEarlier(next); });
}

void PlanFileCommand::decline(const Error &error)
{
    fail(error, ExitCode::Declined);
}

} // namespace cli
