#pragma once

#include "core/result.h"
#include "store/rundata.h"

#include <QHash>

namespace store {

class RunDatabase;

/// What repeats in a plan, and the numbers that stand for it: reasons, the classes of items, the shapes of writes.
/// Private to this room.
class RunDictionary
{
public:
    explicit RunDictionary(RunDatabase &database) : m_database(database) {}

    struct Class {
        Planned planned = Planned::Unchanged;
        qint64 reason = 0;
        Effects effects;
        bool operator==(const Class &) const = default;
    };

    /// The number of a sentence; 0 when it is empty, or when there are so many different ones already that this one is
    /// written where it belongs instead.
    core::Result<qint64> reasonOf(const QString &text);
    core::Result<qint64> classOf(const Class &wanted);
    core::Result<qint64> shapeOf(const RunWrite &write);

    core::Result<QString> reason(qint64 id);
    core::Result<QHash<qint64, Class>> classes();
    core::Result<Class> classWith(qint64 id);
    /// A write with what its shape says.
    core::Result<RunWrite> shape(qint64 id);

    /// Forgets what is remembered: it was rolled back, or changed.
    void forget();

private:
    core::Result<core::Nothing> readReasons();
    core::Result<core::Nothing> readClasses();
    core::Result<core::Nothing> readShapes();

    RunDatabase &m_database;
    bool m_areReasonsRead = false;
    QHash<QString, qint64> m_reasonIds;
    QHash<qint64, QString> m_reasons;
    QHash<qint64, Class> m_classes;
    QHash<qint64, RunWrite> m_shapes;
    qint64 m_lastShape = 0;
};

} // namespace store
