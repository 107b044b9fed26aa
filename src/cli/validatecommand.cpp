#include "cli/validatecommand.h"

#include <QJsonArray>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::ValidateCommand)
};

Arguments describe()
{
    Arguments arguments(u"integration validate"_s,
                        Texts::tr("Checks an integration without asking anybody; \"test\" asks both ends."));
    arguments.addIntegration();
    return arguments;
}

bool isError(const profile::Problem &problem)
{
    return problem.severity == profile::Problem::Severity::Error;
}

} // namespace

ValidateCommand::ValidateCommand(Console &console, Environment &environment, QObject *parent)
    : IntegrationCommand(describe(), 1, console, environment, parent)
{
}

void ValidateCommand::start()
{
    const auto profile = findProfile();
    if (!profile)
        return;
    const QList<profile::Problem> problems = profile::validate(*profile);
    const bool isValid = std::none_of(problems.cbegin(), problems.cend(), isError);
    QJsonArray documents;
    for (const profile::Problem &problem : problems) {
        const QString severity = isError(problem) ? u"error"_s : u"warning"_s;
        documents << QJsonObject{{u"severity"_s, severity},
                                 {u"field"_s, problem.field},
                                 {u"message"_s, problem.message},
                                 {u"fix"_s, problem.fix}};
        if (!isJson())
            (isError(problem) ? err() : out()) << (isError(problem) ? Texts::tr("Error: %1").arg(problem.message)
                                                                    : Texts::tr("Warning: %1").arg(problem.message))
                                               << u" ("_s << problem.field << u")\n  "_s << problem.fix << u'\n';
    }
    if (isJson())
        printJson({{u"valid"_s, isValid}, {u"problems"_s, documents}});
    else if (isValid)
        out() << Texts::tr("The integration \"%1\" is valid.").arg(profile->name) << u'\n';
    end(isValid ? ExitCode::Done : ExitCode::Invalid);
}

} // namespace cli
