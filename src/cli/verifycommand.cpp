#include "cli/verifycommand.h"

#include "cli/textout.h"

#include <QJsonArray>
#include <QLocale>

namespace cli {

using namespace Qt::StringLiterals;
using core::Result;
using engine::Divergence;
using engine::VerifyReport;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::VerifyCommand)
};

constexpr qsizetype mostShown = 50;

Arguments describe(void (*addFile)(Arguments &), void (*addProfile)(Arguments &))
{
    Arguments arguments(u"verify"_s,
                        Texts::tr("Reads the rows that a run wrote once more, and tells which say something else by "
                                  "now. Writes nothing.\n\n"
                                  "--json prints one line for each report on progress, as \"run\" does, and a last "
                                  "line: result, file, written, rows, same, gone, differ, unread, erased, "
                                  "divergences[{person, table, row_id, column, wrote, says}]."));
    addFile(arguments);
    addProfile(arguments);
    arguments.addOption(u"sample"_s, Texts::tr("So many rows, spread over the whole run; else all."), u"N"_s);
    return arguments;
}

} // namespace

VerifyCommand::VerifyCommand(Console &console, Environment &environment, QObject *parent)
    : PlanFileCommand(describe(&PlanFileCommand::addFile, &PlanFileCommand::addProfileOfFile), console, environment,
                      parent)
{
}

void VerifyCommand::useFile()
{
    bool isNumber = true;
    const qint64 sample = arguments().isSet(u"sample"_s) ? arguments().value(u"sample"_s).toLongLong(&isNumber) : 0;
    if (!isNumber || sample < 0 || (sample == 0 && arguments().isSet(u"sample"_s)))
        return failUsage(Texts::tr("--sample needs a number above 0."));
    if (state() == store::RunState::Planned)
        return decline({.kind = core::Error::Kind::Conflict,
                        .message = Texts::tr("This plan was not carried out yet; there is nothing to verify."),
                        .fix = Texts::tr("Carry it out: %1").arg(commandLine(u"run"_s, path())),
                        .field = u"state"_s});
    const auto profile = profileOfFile();
    if (profile)
        prepareWorkplace(*profile, [this, sample] { begin(sample); });
}

void VerifyCommand::begin(qint64 sample)
{
    watch(engine::VerifyJob::start(workplace(), file(), sample, this))
        ->whenDone(this, [this](const Result<VerifyReport> &done) {
            if (done)
                report(*done);
            else if (done.error().kind == core::Error::Kind::Conflict)
                decline(done.error());
            else
                fail(done.error());
        });
}

void VerifyCommand::report(const VerifyReport &report)
{
    const bool isSame = report.differ + report.gone + report.unread == 0;
    if (isJson()) {
        QJsonArray divergences;
        for (const Divergence &one : report.divergences)
            divergences << QJsonObject{{u"person"_s, one.person}, {u"table"_s, one.table}, {u"row_id"_s, one.rowId},
                                       {u"column"_s, one.column}, {u"wrote"_s, one.wrote}, {u"says"_s, one.says}};
        printJson({{u"result"_s, isSame ? u"same"_s : u"differs"_s},
                   {u"file"_s, path()},
                   {u"written"_s, report.written},
                   {u"rows"_s, report.rows},
                   {u"same"_s, report.same},
                   {u"gone"_s, report.gone},
                   {u"differ"_s, report.differ},
                   {u"unread"_s, report.unread},
                   {u"erased"_s, report.erased},
                   {u"divergences"_s, divergences}});
        return end(isSame ? ExitCode::Done : ExitCode::SomeFailed);
    }
    const auto number = [](qint64 count) { return QLocale().toString(count); };
    Facts facts;
    facts.add(Texts::tr("Rows written"), number(report.written));
    facts.add(Texts::tr("Looked at"), number(report.rows));
    facts.add(Texts::tr("Say what was written"), number(report.same));
    facts.add(Texts::tr("Say something else"), number(report.differ));
    facts.add(Texts::tr("Are gone"), number(report.gone));
    facts.add(Texts::tr("Could not be read"), number(report.unread));
    facts.print(out());
    TextTable table(
        {Texts::tr("Person"), Texts::tr("Row"), Texts::tr("Column"), Texts::tr("Written"), Texts::tr("Says now")});
    const auto shown = report.divergences.first(std::min(report.divergences.size(), mostShown));
    for (const Divergence &one : shown)
        table.add({one.person, one.rowId, one.column, one.wrote, one.says});
    if (!shown.isEmpty()) {
        out() << u'\n';
        table.print(out());
    }
    if (report.divergences.size() > shown.size())
        out() << Texts::tr("%Ln more are told by --json.", nullptr, int(report.divergences.size() - shown.size()))
              << u'\n';
    if (!isSame)
        out() << u'\n' << Texts::tr("Somebody changed these rows since. A new plan tells what Didomi says of them.")
              << u'\n';
    end(isSame ? ExitCode::Done : ExitCode::SomeFailed);
}

} // namespace cli
