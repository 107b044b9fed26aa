#pragma once

#include "engine/runreport.h"
#include "store/runstory.h"

#include <memory>

namespace engine {

/// What stands above the items of a report.
struct ReportFacts {
    QString name; ///< Of the plan's file.
    store::RunHead head;
    store::RunState state = store::RunState::Planned;
    store::RunCourse course;
    store::RunCounts counts;
};

/// Puts a report together, piece by piece. What the pieces return is to be written one behind the other, UTF-8.
class ReportWriter
{
public:
    static std::unique_ptr<ReportWriter> make(ReportFormat format, const ReportFacts &facts,
                                              const ReportOptions &options);
    virtual ~ReportWriter() = default;

    virtual QByteArray begin() = 0;
    virtual QByteArray item(const store::ItemStory &story) = 0;
    virtual QByteArray end() = 0;
};

namespace report {

/// "2026-11-20T09:58:12.000Z"; empty when it is invalid.
QString timeText(const QDateTime &time);

QString actionWord(store::RunWrite::Action action); ///< "update".
QStringList effectWords(store::Effects effects);    ///< "newly-permits", …

/// One column of a write: what the row said, and what is written. Both as JSON literals; `before` empty when nothing is
/// known of it.
struct CellChange {
    QString column;
    QString before;
    QString after;
};
QList<CellChange> changesOf(const store::RunWrite &write);

/// The scope of a head without the people that it names.
QByteArray withoutPeople(const QByteArray &scope);

} // namespace report

} // namespace engine
