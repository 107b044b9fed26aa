#include "cli/undocommand.h"

#include "cli/planplace.h"
#include "cli/textout.h"
#include "store/runlibrary.h"

#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::UndoCommand)
};

Arguments describe(void (*addFile)(Arguments &), void (*addProfile)(Arguments &))
{
    Arguments arguments(
        u"undo"_s,
        Texts::tr("Plans to take a run back: rows that still say what the run wrote get their values of before; others "
                  "are left alone, and it is told why. Writes nothing: look at the plan with \"plan show\", carry it "
                  "out with \"run\".\n\n"
                  "--json prints what \"plan\" prints."));
    addFile(arguments);
    addProfile(arguments);
    arguments.addOption(u"output"_s,
                        Texts::tr("The file of the plan that takes it back; one that was not finished is gone on with. "
                                  "Else a new one beside the other plans."),
                        u"FILE"_s);
    return arguments;
}

} // namespace

UndoCommand::UndoCommand(Console &console, Environment &environment, QObject *parent)
    : PlanFileCommand(describe(&PlanFileCommand::addFile, &PlanFileCommand::addProfileOfFile), console, environment,
                      parent)
{
}

UndoCommand::~UndoCommand()
{
    deleteSteps(); // they use the file
}

void UndoCommand::useFile()
{
    m_undoPath = planName(arguments().value(u"output"_s));
    if (arguments().isSet(u"output"_s) && m_undoPath.isEmpty())
        return failUsage(Texts::tr("--output needs the path of a file."));
    if (!m_undoPath.isEmpty()) {
        const auto place = planPlace(arguments(), m_undoPath);
        if (!place)
            return fail(place.error(),
                        place.error().kind == Error::Kind::NotFound ? ExitCode::SignIn : ExitCode::Usage);
        m_undoPlace = *place;
        if (m_undoPath == path() || (!place->isShared() && QFileInfo(m_undoPath) == QFileInfo(path())))
            return failUsage(Texts::tr("The plan that takes the run back needs a file of its own."));
    }
    if (state() == store::RunState::Planned)
        return decline({.kind = Error::Kind::Conflict,
                        .message = Texts::tr("This plan was not carried out; there is nothing to take back."),
                        .field = u"state"_s});
    const auto profile = profileOfFile();
    if (!profile)
        return;
    m_profile = *profile;
    prepareWorkplace(m_profile, [this] { begin(); });
}

/// False when the command has been ended with a message.
bool UndoCommand::openUndo()
{
    if (m_undoPath.isEmpty()) {
        const auto path = store::RunLibrary(environment().paths, environment().clock).newPath(m_profile.id);
        if (!path) {
            fail(path.error());
            return false;
        }
        m_undoPath = *path;
        m_undoPlace = store::RunPlace::file(m_undoPath);
    }
    const auto isKnown = isThere(m_undoPlace, environment().clock);
    if (!isKnown) {
        fail(isKnown.error());
        return false;
    }
    m_wasThere = *isKnown;
    if (m_wasThere) {
        auto opened = store::RunFile::open(m_undoPlace, environment().clock);
        if (opened)
            m_undo = std::move(*opened);
        else
            fail(opened.error());
        return m_undo != nullptr;
    }
    const auto head = engine::undoHeadFor(workplace(), file());
    if (!head) {
        head.error().kind == Error::Kind::Conflict ? decline(head.error()) : fail(head.error());
        return false;
    }
    auto created = store::RunFile::create(m_undoPlace, *head, environment().clock);
    if (created)
        m_undo = std::move(*created);
    else
        fail(created.error());
    return m_undo != nullptr;
}

void UndoCommand::begin()
{
    if (!openUndo())
        return;
    watch(engine::PlanUndoJob::start(workplace(), file(), *m_undo, this))
        ->whenDone(this, [this](const Result<engine::PlanMade> &made) {
            if (made)
                return reportPlan(*m_undo, m_undoPath, *made, m_profile);
            if (made.error().kind != Error::Kind::Conflict) {
                Error error = made.error();
                error.fix = (error.fix + u' ' +
                             Texts::tr("What is planned so far is kept. Go on with: %1")
                                 .arg(commandLine(u"undo --output %1"_s.arg(shellWord(m_undoPath)), path())))
                                .trimmed();
                return fail(error);
            }
            if (!m_wasThere && !m_undoPlace.isShared()) { // nothing was planned
                m_undo.reset();
                QFile::remove(m_undoPath);
            }
            decline(made.error());
        });
}

} // namespace cli
