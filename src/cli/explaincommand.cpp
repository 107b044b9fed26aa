#include "cli/explaincommand.h"

#include "catalogue/entry.h"
#include "cli/textout.h"

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::ExplainCommand)
};

Arguments describe()
{
    Arguments arguments(
        u"explain"_s,
        Texts::tr("Says what an error's code means and what to do about it: AADSTS7000215, 0x80040220, -2147220960, "
                  "\"HTTP 429\", TlsExpired, or a whole message that holds one.\n\n"
                  "--json prints: code, known, cause, fix, place{text, link}."));
    arguments.addName(u"code"_s, Texts::tr("The code, or the message that holds it."), u"CODE…"_s);
    return arguments;
}

} // namespace

ExplainCommand::ExplainCommand(Console &console, Environment &environment, QObject *parent)
    : Command(describe(), 1000, console, environment, parent)
{
}

void ExplainCommand::start()
{
    const QString text = arguments().names().join(u' ').trimmed();
    if (text.isEmpty())
        return failUsage(Texts::tr("Name the code."));
    const auto entry = catalogue::explain(text);
    if (!entry)
        return fail({.kind = core::Error::Kind::Invalid,
                     .message = Texts::tr("There is no code in \"%1\".").arg(text),
                     .fix = Texts::tr("Write it as the server does, as in AADSTS7000215 or 0x80040220.")},
                    ExitCode::Invalid);
    const catalogue::Place place = catalogue::placeOf(entry->portal, {});
    // The host that some sentences name is not known here.
    const auto sentence = [](const QString &words) { return QString(words).replace(u"%1"_s, Texts::tr("the server")); };
    if (isJson()) {
        printJson({{u"code"_s, entry->code},
                   {u"known"_s, entry->isKnown},
                   {u"cause"_s, sentence(entry->cause)},
                   {u"fix"_s, sentence(entry->fix)},
                   {u"place"_s, QJsonObject{{u"text"_s, place.text}, {u"link"_s, place.link.toString()}}}});
    } else {
        out() << entry->code << u'\n';
        Facts facts;
        facts.add(u"  "_s + Texts::tr("Cause"), sentence(entry->cause));
        facts.add(u"  "_s + Texts::tr("Fix"), sentence(entry->fix));
        facts.add(u"  "_s + Texts::tr("Where"), place.text);
        facts.add(u"  "_s + Texts::tr("Link"), place.link.toString());
        facts.print(out());
    }
    end(ExitCode::Done);
}

} // namespace cli
