#include "cli/program.h"

#include "cli/doctorcommand.h"
#include "cli/erasecommand.h"
#include "cli/expirycommand.h"
#include "cli/explaincommand.h"
#include "cli/exportcommand.h"
#include "cli/historycommand.h"
#include "cli/importcommand.h"
#include "cli/listcommand.h"
#include "cli/livecommand.h"
#include "cli/mappinglintcommand.h"
#include "cli/mappingmatchcommand.h"
#include "cli/mappingsuggestcommand.h"
#include "cli/nextsecretcommand.h"
#include "cli/plancommand.h"
#include "cli/planshowcommand.h"
#include "cli/previewcommand.h"
#include "cli/pushcommand.h"
#include "cli/reportcommand.h"
#include "cli/runcommand.h"
#include "cli/showcommand.h"
#include "cli/testcommand.h"
#include "cli/undocommand.h"
#include "cli/validatecommand.h"
#include "cli/verifycommand.h"

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::Program)
};

template <typename T>
Command *make(Console &console, Environment &environment, QObject *parent)
{
    return new T(console, environment, parent);
}

struct Entry {
    QLatin1StringView words; ///< "integration list"
    const char *summary;
    Command *(*make)(Console &, Environment &, QObject *);
};

constexpr Entry entries[] = {
    {"integration list"_L1, QT_TRANSLATE_NOOP("cli::Program", "list the integrations"), make<ListCommand>},
    {"integration show"_L1, QT_TRANSLATE_NOOP("cli::Program", "show one, without its secrets"), make<ShowCommand>},
    {"integration import"_L1, QT_TRANSLATE_NOOP("cli::Program", "make one from Didomi's JSON"), make<ImportCommand>},
    {"integration export"_L1, QT_TRANSLATE_NOOP("cli::Program", "print one as Didomi's JSON"), make<ExportCommand>},
    {"integration validate"_L1, QT_TRANSLATE_NOOP("cli::Program", "check one without asking anybody"),
     make<ValidateCommand>},
    {"test"_L1, QT_TRANSLATE_NOOP("cli::Program", "check both ends of an integration"), make<TestCommand>},
    {"doctor"_L1, QT_TRANSLATE_NOOP("cli::Program", "test one and print what a support desk needs"),
     make<DoctorCommand>},
    {"explain"_L1, QT_TRANSLATE_NOOP("cli::Program", "say what an error's code means"), make<ExplainCommand>},
    {"expiry"_L1, QT_TRANSLATE_NOOP("cli::Program", "list which secrets and certificates end when"),
     make<ExpiryCommand>},
    {"next-secret"_L1, QT_TRANSLATE_NOOP("cli::Program", "replace a client secret without a gap"),
     make<NextSecretCommand>},
    {"mapping lint"_L1, QT_TRANSLATE_NOOP("cli::Program", "judge the mappings of an integration"),
     make<MappingLintCommand>},
    {"mapping suggest"_L1, QT_TRANSLATE_NOOP("cli::Program", "suggest mappings by the likeness of names"),
     make<MappingSuggestCommand>},
    {"mapping match-report"_L1, QT_TRANSLATE_NOOP("cli::Program", "tell how many of Didomi's users find their row"),
     make<MappingMatchCommand>},
    {"preview"_L1, QT_TRANSLATE_NOOP("cli::Program", "show what pushing one consent would do"), make<PreviewCommand>},
    {"push"_L1, QT_TRANSLATE_NOOP("cli::Program", "write one consent to Dynamics 365"), make<PushCommand>},
    {"live"_L1, QT_TRANSLATE_NOOP("cli::Program", "write consents as they arrive"), make<LiveCommand>},
    {"plan show"_L1, QT_TRANSLATE_NOOP("cli::Program", "show a plan; tick people in or out"), make<PlanShowCommand>},
    {"plan"_L1, QT_TRANSLATE_NOOP("cli::Program", "plan a resync of many: write nothing, say what would be written"),
     make<PlanCommand>},
    {"run"_L1, QT_TRANSLATE_NOOP("cli::Program", "carry a plan out"), make<RunCommand>},
    {"apply"_L1, QT_TRANSLATE_NOOP("cli::Program", "the same"), make<RunCommand>},
    {"resume"_L1, QT_TRANSLATE_NOOP("cli::Program", "go on with a run that was stopped, or retry what failed"),
     make<ResumeCommand>},
    {"verify"_L1, QT_TRANSLATE_NOOP("cli::Program", "read again what a run wrote"), make<VerifyCommand>},
    {"undo"_L1, QT_TRANSLATE_NOOP("cli::Program", "plan to take a run back"), make<UndoCommand>},
    {"report"_L1, QT_TRANSLATE_NOOP("cli::Program", "report what became of a plan"), make<ReportCommand>},
    {"history"_L1, QT_TRANSLATE_NOOP("cli::Program", "list plans and runs, or all that is known of a person"),
     make<HistoryCommand>},
    {"erase"_L1, QT_TRANSLATE_NOOP("cli::Program", "forget a person on this machine"), make<EraseCommand>},
};

QString overview()
{
    QString text = Texts::tr("Usage: %1").arg(u"consent-bridge-cli COMMAND [--json] [--lang LANGUAGE] …\n\n"_s);
    text += Texts::tr("Commands:") + u'\n';
    for (const Entry &entry : entries) {
        const QString summary = QCoreApplication::translate("cli::Program", entry.summary);
        text += u"  %1  %2\n"_s.arg(QString(entry.words).leftJustified(20), summary);
    }
    text += u'\n' + Texts::tr("Each command explains itself with --help. --version tells the version.") + u"\n\n"_s;
    return text + exitCodeHelp();
}

class Finished final : public core::Job<ExitCode>
{
public:
    Finished(ExitCode code, QObject *parent) : Job(parent) { finish(code); }
};

/// The entry whose words begin the arguments.
const Entry *entryOf(const QStringList &arguments)
{
    for (const Entry &entry : entries) {
        const QStringList words = QString(entry.words).split(u' ');
        if (arguments.mid(0, words.size()) == words)
            return &entry;
    }
    return nullptr;
}

core::Job<ExitCode> *answer(const QString &text, QTextStream &stream, ExitCode code, QObject *parent)
{
    stream << text;
    stream.flush();
    return new Finished(code, parent);
}

} // namespace

QString takeLanguage(QStringList &arguments)
{
    QString language;
    for (qsizetype index = 0; index < arguments.size();) {
        const QString argument = arguments.at(index);
        if (argument == "--lang"_L1 && index + 1 < arguments.size()) {
            language = arguments.at(index + 1);
            arguments.remove(index, 2);
        } else if (argument.startsWith("--lang="_L1)) {
            language = argument.sliced("--lang="_L1.size());
            arguments.removeAt(index);
        } else {
            ++index;
        }
    }
    return language;
}

core::Job<ExitCode> *run(const QStringList &all, Console &console, Environment &environment, QObject *parent)
{
    QStringList arguments = all;
    QStringList before; // options that stand before the command
    while (!arguments.isEmpty() && arguments.constFirst() == "--json"_L1)
        before << arguments.takeFirst();

    const QString first = arguments.value(0);
    if (first == "--version"_L1 || first == "-v"_L1)
        return answer(u"consent-bridge-cli " CB_VERSION "\n"_s, console.out, ExitCode::Done, parent);
    if (first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1)
        return answer(overview(), console.out, ExitCode::Done, parent);
    if (first.isEmpty())
        return answer(overview(), console.err, ExitCode::Usage, parent);
    const bool isGroup = first == "integration"_L1 || first == "mapping"_L1;
    const bool wantsHelpOnly = isGroup && (arguments.value(1) == "--help"_L1 || arguments.value(1) == "-h"_L1);
    if (wantsHelpOnly)
        return answer(overview(), console.out, ExitCode::Done, parent);

    const Entry *entry = entryOf(arguments);
    if (!entry) {
        const QString words = isGroup ? arguments.mid(0, 2).join(u' ') : first;
        return answer(Texts::tr("Error: There is no command \"%1\".").arg(words) + u"\n\n"_s + overview(), console.err,
                      ExitCode::Usage, parent);
    }
    Command *command = entry->make(console, environment, parent);
    command->run(before + arguments.mid(QString(entry->words).count(u' ') + 1));
    return command;
}

} // namespace cli
