#include "cli/reportcommand.h"

#include "cli/textout.h"

#include <QDir>
#include <QFileInfo>
#include <QStringDecoder>

namespace cli {

using namespace Qt::StringLiterals;
using core::Result;
using engine::ReportFormat;
using engine::ReportWritten;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::ReportCommand)
};

Arguments describe(void (*addFile)(Arguments &))
{
    Arguments arguments(
        u"report"_s, Texts::tr("Tells what a plan foresees, or what became of it, person by person: as CSV for "
                               "spreadsheets, JSON for programs, HTML for people. It may be asked for at any time.\n\n"
                               "--json with --output prints one line for each report on progress, as \"run\" does, "
                               "and a last line: result, file, output, items, writes."));
    addFile(arguments);
    arguments.addOption(u"format"_s, Texts::tr("csv, json or html; else what the output's name ends with."),
                        u"FORMAT"_s);
    arguments.addOption(u"output"_s, Texts::tr("The report's file; else standard output."), u"FILE"_s);
    arguments.addFlag(u"mask"_s, Texts::tr("Leave out what tells who somebody is."));
    return arguments;
}

/// Hands on what is written, as it comes: a report of a million people is not kept in memory.
class StreamDevice final : public QIODevice
{
public:
    explicit StreamDevice(QTextStream &out) : m_out(out) {}

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        // Pieces may end within a character.
        m_out << m_decoder.decode(QByteArrayView(data, size));
        return m_out.status() == QTextStream::Ok ? size : -1;
    }

private:
    QTextStream &m_out;
    QStringDecoder m_decoder{QStringConverter::Utf8};
};

} // namespace

ReportCommand::ReportCommand(Console &console, Environment &environment, QObject *parent)
    : PlanFileCommand(describe(&PlanFileCommand::addFile), console, environment, parent)
{
}

ReportCommand::~ReportCommand()
{
    deleteSteps(); // they use the device
}

void ReportCommand::useFile()
{
    const QString target = QDir::fromNativeSeparators(arguments().value(u"output"_s));
    if (arguments().isSet(u"output"_s) && target.isEmpty())
        return failUsage(Texts::tr("--output needs the path of a file."));
    if (!target.isEmpty() && QFileInfo(target) == QFileInfo(path()))
        return failUsage(Texts::tr("The report needs a file of its own, not that of the plan."));
    const QString word = arguments().value(u"format"_s);
    const auto format =
        arguments().isSet(u"format"_s) ? engine::reportFormatFromWord(word) : engine::reportFormatOfFile(target);
    if (!format)
        return failUsage(arguments().isSet(u"format"_s)
                             ? Texts::tr("\"%1\" is no format: csv, json or html.").arg(word)
                             : Texts::tr("Say in which format: --format csv, json or html."));
    const engine::ReportOptions options{.maskPersons = arguments().isSet(u"mask"_s)};
    if (target.isEmpty()) {
        m_device = std::make_unique<StreamDevice>(out());
        m_device->open(QIODevice::WriteOnly);
        watchReport(engine::ReportJob::start(file(), *format, *m_device, options, this), target);
    } else {
        watchReport(engine::ReportJob::start(file(), *format, target, options, this), target);
    }
}

void ReportCommand::watchReport(engine::ReportJob *job, const QString &target)
{
    if (!target.isEmpty()) // else what is printed is the report
        watch(job);
    job->whenDone(this, [this, target](const Result<ReportWritten> &written) {
        if (!written)
            return fail(written.error());
        if (target.isEmpty())
            return end(ExitCode::Done);
        if (isJson())
            printJson({{u"result"_s, u"written"_s},
                       {u"file"_s, path()},
                       {u"output"_s, target},
                       {u"items"_s, written->items},
                       {u"writes"_s, written->writes}});
        else
            out() << Texts::tr("The report on %Ln people is in %1.", nullptr,
                               int(std::min<qint64>(written->items, INT_MAX)))
                         .arg(target)
                  << u'\n';
        end(ExitCode::Done);
    });
}

} // namespace cli
