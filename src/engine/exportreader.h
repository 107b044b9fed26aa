#pragma once

#include "engine/exportwalk.h"
#include "engine/peoplefilter.h"

#include <QSet>

namespace engine {

/// Reads exports part by part, in the thread that calls it.
///
/// A file that is damaged is told and read as far as it goes; a broken line costs only itself.
class ExportReader
{
public:
    struct Order {
        ExportFiles files;
        Scope scope;
        QString regulation;
        /// Only these; nothing: everybody whom the scope means.
        std::optional<QSet<QString>> ids = {};
        std::optional<ExportWalk::Place> after = {}; ///< Where the last part that was planned ended.
    };

    /// Once `stop` is true, next() and people() come back soon, with whatever they have.
    ExportReader(Order order, const std::atomic<bool> &stop);

    SourcePart next();

    /// One pass over all files.
    SourcePart people(const QStringList &ids) const;

    /// SourcePart::mark of that place, and back; nothing when it is of other files.
    static QString markOf(const ExportFiles &files, const ExportWalk &walk);
    static std::optional<ExportWalk::Place> placeOf(const ExportFiles &files, const QString &mark);

private:
    void fill(Gathering &gathering, SourcePart &part);
    void passBy(SourcePart &part);
    void tellUnknown(SourcePart &part) const;

    const Order m_order;
    const std::atomic<bool> &m_stop;
    PeopleFilter m_filter;
    ExportWalk m_walk;
    QSet<QString> m_found; ///< Of the order's ids.
    bool m_isFirst = true;
};

} // namespace engine
