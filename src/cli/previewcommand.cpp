#include "cli/previewcommand.h"

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::PreviewCommand)
};

Arguments describe(void (*addSubject)(Arguments &))
{
    Arguments arguments(u"preview"_s, Texts::tr("Shows what pushing one consent would do. Nothing is written.\n\n"
                                                "--json prints: outcome, action, reason, person, row_id, "
                                                "changes[{column, path, found, now, after, effect}], "
                                                "request{method, url, headers, body}, warnings."));
    addSubject(arguments);
    return arguments;
}

} // namespace

PreviewCommand::PreviewCommand(Console &console, Environment &environment, QObject *parent)
    : ConsentCommand(describe(&ConsentCommand::addSubject), console, environment, parent)
{
}

void PreviewCommand::usePlan(const engine::Plan &plan)
{
    const engine::PlanItem &item = plan.items.constFirst();
    if (isJson())
        printJson(planAsJson(item));
    else
        printPlan(item);
    end(exitCodeOf(item.outcome, {}));
}

} // namespace cli
