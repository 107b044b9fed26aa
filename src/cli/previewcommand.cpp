#include "cli/previewcommand.h"

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::PreviewCommand)
};

constexpr auto newestOption = "newest"_L1;
constexpr auto curlOption = "curl"_L1;

Arguments describe(void (*addSubject)(Arguments &))
{
    Arguments arguments(u"preview"_s, Texts::tr("Shows what pushing one consent would do. Nothing is written.\n\n"
                                                "--json prints: outcome, action, reason, person, row_id, "
                                                "changes[{column, path, found, now, after, effect, why}], "
                                                "why, request{method, url, headers, body}, rows[{row_id, action, "
                                                "outcome, reason, request}], sendings[{purpose_id, topic_id, channel, "
                                                "address, before, after, sent_before, sent_after, reason}], warnings; "
                                                "with --curl also curl. Only in Current mode there are several rows, "
                                                "and sendings; request is the first row's."));
    addSubject(arguments);
    arguments.addFlag(newestOption,
                      Texts::tr("The person whose choices changed last. All of Didomi's users are read."));
    arguments.addFlag(u"why"_s, Texts::tr("Say for each mapping in one sentence why its column is written or not."));
    arguments.addFlag(curlOption,
                      Texts::tr("Print the request as a curl command. No secret is in it: $TOKEN stands for "
                                "the access token."));
    return arguments;
}

} // namespace

PreviewCommand::PreviewCommand(Console &console, Environment &environment, QObject *parent)
    : ConsentCommand(describe(&ConsentCommand::addSubject), console, environment, parent)
{
}

bool PreviewCommand::isAboutNewest() const
{
    return arguments().isSet(newestOption);
}

QJsonValue PreviewCommand::curlOf(const engine::PlanItem &item)
{
    QStringList commands;
    for (const dataverse::Write &write : item.writes())
        commands << net::asCurl(link().dataverse().requestFor(write));
    return commands.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(commands.join(u'\n'));
}

void PreviewCommand::usePlan(const engine::Plan &plan)
{
    const engine::PlanItem &item = plan.items.constFirst();
    const bool asCurl = arguments().isSet(curlOption);
    if (isJson()) {
        QJsonObject document = planAsJson(item);
        if (asCurl)
            document.insert(u"curl"_s, curlOf(item));
        printJson(document);
    } else {
        printPlan(item, {.withWhy = arguments().isSet(u"why"_s), .asCurl = asCurl});
    }
    end(exitCodeOf(item.outcome, {}));
}

} // namespace cli
