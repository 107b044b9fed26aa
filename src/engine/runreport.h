#pragma once

#include "core/job.h"
#include "engine/runprogress.h"
#include "store/runfile.h"

class QIODevice;

namespace engine {

enum class ReportFormat {
    Csv, ///< RFC 4180 with a mark of UTF-8 in front, a line for each write; texts that spreadsheets take for formulas
         ///< begin with an apostrophe.
    Json, ///< One document: `{"head": …, "state": …, "counts": …, "items": […]}`, each item on a line of its own.
    Html, ///< One page for people: what, when, the counts, what failed and why, the first items.
};

QString reportFormatWord(ReportFormat format); ///< "csv": also what file names end with.
std::optional<ReportFormat> reportFormatFromWord(const QString &word);
std::optional<ReportFormat> reportFormatOfFile(const QString &path); ///< By what its name ends with.

struct ReportOptions {
    /// Leaves out what tells who somebody is: ids of people, sources and rows, names of rows, values. Items keep their
    /// numbers, so that whoever has the plan's file finds them again.
    bool maskPersons = false;
};

struct ReportWritten {
    qint64 items = 0;
    qint64 writes = 0;

    bool operator==(const ReportWritten &) const = default;
};

/// Reports what a plan foresees, or what became of it, item by item: at any time, also of a run that goes on. Times are
/// UTC, ISO 8601.
class ReportJob : public core::Job<ReportWritten>
{
    Q_OBJECT

public:
    /// Into a file that only its owner can read; it stands there when the job has succeeded, and else what stood there
    /// before. Kind::Storage, naming the file, when it cannot be written. `file` must outlive the job.
    static ReportJob *start(store::RunFile &file, ReportFormat format, const QString &path,
                            const ReportOptions &options, QObject *parent);

    /// Into an open device, which must outlive the job.
    static ReportJob *start(store::RunFile &file, ReportFormat format, QIODevice &device, const ReportOptions &options,
                            QObject *parent);

Q_SIGNALS:
    void advanced(const engine::RunProgress &progress);

protected:
    using Job::Job;
};

/// The same at once, for who has nothing else to do.
core::Result<ReportWritten> writeReport(store::RunFile &file, ReportFormat format, QIODevice &device,
                                        const ReportOptions &options = {});

} // namespace engine
