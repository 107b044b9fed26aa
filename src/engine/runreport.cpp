#include "engine/runreport.h"

#include "engine/pace.h"
#include "engine/reportwriter.h"
#include "store/runjournal.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSaveFile>
#include <QTimer>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Report)
};

constexpr int itemsAtOnce = 500; ///< Some 10 ms of work.

constexpr std::pair<ReportFormat, const char *> formats[] = {
    {ReportFormat::Csv, "csv"}, {ReportFormat::Json, "json"}, {ReportFormat::Html, "html"}};

Error unwritable(const QIODevice &device, const QString &name)
{
    return {.kind = Error::Kind::Storage,
            .message = name.isEmpty() ? Texts::tr("The report cannot be written.")
                                      : Texts::tr("The report “%1” cannot be written.").arg(name),
            .fix = Texts::tr("Check that you may write there, and that the disk is not full."),
            .detail = device.errorString()};
}

Result<ReportFacts> factsOf(store::RunFile &file)
{
    const auto head = file.head();
    if (!head)
        return head.error();
    const auto state = file.state();
    if (!state)
        return state.error();
    const auto course = file.course();
    if (!course)
        return course.error();
    const auto counts = store::RunJournal(file).counts();
    if (!counts)
        return counts.error();
    return ReportFacts{.name = file.name(), .head = *head, .state = *state, .course = *course, .counts = *counts};
}

/// Writes a report in steps.
class Reporter
{
public:
    Reporter(store::RunFile &file, ReportFormat format, QIODevice &device, QString name, const ReportOptions &options)
        : m_file(file), m_format(format), m_device(device), m_name(std::move(name)), m_options(options)
    {
    }

    qint64 total() const { return m_total; }
    const ReportWritten &written() const { return m_written; }

    /// False when all is written.
    Result<bool> step()
    {
        if (!m_writer)
            return begin();
        const auto stories = store::readStories(m_file, m_after, itemsAtOnce);
        if (!stories)
            return stories.error();
        if (stories->isEmpty())
            return write(m_writer->end(), false);
        QByteArray pieces;
        for (const store::ItemStory &story : *stories) {
            pieces += m_writer->item(story);
            ++m_written.items;
            m_written.writes += story.writes.size();
        }
        m_after = stories->constLast().item.id;
        return write(pieces, true);
    }

private:
    Result<bool> begin()
    {
        const auto facts = factsOf(m_file);
        if (!facts)
            return facts.error();
        m_total = facts->counts.planned;
        m_writer = ReportWriter::make(m_format, *facts, m_options);
        return write(m_writer->begin(), true);
    }

    Result<bool> write(const QByteArray &bytes, bool isMore)
    {
        if (m_device.write(bytes) != bytes.size())
            return unwritable(m_device, m_name);
        return isMore;
    }

    store::RunFile &m_file;
    const ReportFormat m_format;
    QIODevice &m_device;
    const QString m_name;
    const ReportOptions m_options;
    std::unique_ptr<ReportWriter> m_writer;
    qint64 m_total = 0;
    qint64 m_after = 0;
    ReportWritten m_written;
};

class WriteReportJob final : public ReportJob
{
public:
    WriteReportJob(store::RunFile &file, ReportFormat format, const QString &path, const ReportOptions &options,
                   QObject *parent)
        : ReportJob(parent)
        , m_saved(std::make_unique<QSaveFile>(path))
        , m_path(path)
        , m_reporter(file, format, *m_saved, path, options)
    {
        // What people chose is nobody else's business.
        if (!m_saved->open(QIODevice::WriteOnly) ||
            !m_saved->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            finish(unwritable(*m_saved, m_path));
        else
            begin();
    }

    WriteReportJob(store::RunFile &file, ReportFormat format, QIODevice &device, const ReportOptions &options,
                   QObject *parent)
        : ReportJob(parent), m_reporter(file, format, device, {}, options)
    {
        begin();
    }

private:
    void begin()
    {
        m_running.start();
        later();
    }

    void later()
    {
        QTimer::singleShot(0, this, [this] {
            if (!isSettled()) // cancelled: what stood there before stays, since nothing is committed
                step();
        });
    }

    void step()
    {
        const auto isMore = m_reporter.step();
        if (!isMore)
            return finish(isMore.error());
        tell();
        if (*isMore)
            return later();
        if (m_saved && !m_saved->commit())
            return finish(unwritable(*m_saved, m_path));
        finish(m_reporter.written());
    }

    void tell()
    {
        const qint64 done = m_reporter.written().items;
        m_pace.add(std::chrono::milliseconds(m_running.elapsed()), done);
        const Pace::Eta eta = m_pace.eta(done, m_reporter.total());
        Q_EMIT progressed(done, m_reporter.total());
        Q_EMIT advanced({.phase = RunProgress::Phase::Reading,
                         .done = done,
                         .total = m_reporter.total(),
                         .people = done,
                         .perSecond = m_pace.perSecond(),
                         .soonest = eta.soonest,
                         .latest = eta.latest});
    }

    std::unique_ptr<QSaveFile> m_saved;
    const QString m_path;
    Reporter m_reporter;
    QElapsedTimer m_running;
    Pace m_pace;
};

} // namespace

QString reportFormatWord(ReportFormat format)
{
    for (const auto &[one, word] : formats) {
        if (one == format)
            return QString::fromLatin1(word);
    }
    return {};
}

std::optional<ReportFormat> reportFormatFromWord(const QString &word)
{
    for (const auto &[format, name] : formats) {
        if (word.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0)
            return format;
    }
    return {};
}

std::optional<ReportFormat> reportFormatOfFile(const QString &path)
{
    const QString end = path.section(u'.', -1);
    return reportFormatFromWord(end.compare("htm"_L1, Qt::CaseInsensitive) == 0 ? u"html"_s : end);
}

ReportJob *ReportJob::start(store::RunFile &file, ReportFormat format, const QString &path,
                            const ReportOptions &options, QObject *parent)
{
    return new WriteReportJob(file, format, path, options, parent);
}

ReportJob *ReportJob::start(store::RunFile &file, ReportFormat format, QIODevice &device, const ReportOptions &options,
                            QObject *parent)
{
    return new WriteReportJob(file, format, device, options, parent);
}

Result<ReportWritten> writeReport(store::RunFile &file, ReportFormat format, QIODevice &device,
                                  const ReportOptions &options)
{
    Reporter reporter(file, format, device, {}, options);
    for (;;) {
        const auto isMore = reporter.step();
        if (!isMore)
            return isMore.error();
        if (!*isMore)
            return reporter.written();
    }
}

} // namespace engine
