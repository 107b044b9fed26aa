#include "store/rundictionary.h"

#include "store/rundatabase.h"

namespace store {

using namespace Qt::StringLiterals;
using core::Nothing;
using core::Result;

namespace {

/// Reasons that name a value of their own row would fill it: the others are written with their item.
constexpr qsizetype mostReasons = 1000;

constexpr QChar columnBreak = u'\n';

bool hasShape(const RunWrite &write, const RunWrite &shape)
{
    return write.action == shape.action && write.condition == shape.condition && write.isIdDrawn == shape.isIdDrawn &&
           write.permits == shape.permits && write.table == shape.table && write.entitySet == shape.entitySet &&
           write.columns == shape.columns;
}

QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

} // namespace

void RunDictionary::forget()
{
    m_areReasonsRead = false;
    m_reasonIds.clear();
    m_reasons.clear();
    m_classes.clear();
    m_shapes.clear();
    m_lastShape = 0;
}

Result<Nothing> RunDictionary::readReasons()
{
    m_reasonIds.clear();
    m_reasons.clear();
    m_areReasonsRead = true;
    return m_database.each(u"SELECT id, text FROM reasons"_s, {}, [this](const QSqlQuery &row) {
        m_reasons.insert(row.value(0).toLongLong(), row.value(1).toString());
        m_reasonIds.insert(row.value(1).toString(), row.value(0).toLongLong());
    });
}

Result<qint64> RunDictionary::reasonOf(const QString &text)
{
    if (text.isEmpty())
        return qint64(0);
    if (!m_areReasonsRead) {
        if (const auto read = readReasons(); !read)
            return read.error();
    }
    if (const auto known = m_reasonIds.constFind(text); known != m_reasonIds.cend())
        return *known;
    if (m_reasonIds.size() >= mostReasons)
        return qint64(0);
    if (const auto made =
            m_database.command(u"INSERT INTO reasons (text) VALUES (?) ON CONFLICT (text) DO NOTHING"_s, {text});
        !made)
        return made.error();
    const auto id = m_database.value(u"SELECT id FROM reasons WHERE text = ?"_s, {text});
    if (!id)
        return id.error();
    m_reasonIds.insert(text, id->toLongLong());
    m_reasons.insert(id->toLongLong(), text);
    return id->toLongLong();
}

Result<QString> RunDictionary::reason(qint64 id)
{
    if (id == 0)
        return QString();
    if (!m_reasons.contains(id)) {
        if (const auto read = readReasons(); !read)
            return read.error();
    }
    const QString text = m_reasons.value(id);
    return text.startsWith(u'\n') ? QString() : text; // it was erased
}

Result<Nothing> RunDictionary::readClasses()
{
    m_classes.clear();
    return m_database.each(u"SELECT id, planned, reason, effects FROM classes"_s, {}, [this](const QSqlQuery &row) {
        m_classes.insert(row.value(0).toLongLong(), {.planned = Planned(row.value(1).toInt()),
                                                     .reason = row.value(2).toLongLong(),
                                                     .effects = Effects::fromInt(row.value(3).toInt())});
    });
}

Result<qint64> RunDictionary::classOf(const Class &wanted)
{
    const auto known = [this, &wanted]() -> qint64 {
        for (auto it = m_classes.cbegin(); it != m_classes.cend(); ++it) {
            if (*it == wanted)
                return it.key();
        }
        return 0;
    };
    if (const qint64 id = known())
        return id;
    const auto made = m_database.command(
        u"INSERT INTO classes (planned, reason, effects) VALUES (?, ?, ?) ON CONFLICT (planned, reason, effects) DO NOTHING"_s,
        {int(wanted.planned), wanted.reason, wanted.effects.toInt()});
    if (!made)
        return made.error();
    if (const auto read = readClasses(); !read)
        return read.error();
    return known();
}

Result<QHash<qint64, RunDictionary::Class>> RunDictionary::classes()
{
    if (const auto read = readClasses(); !read) // another program may be planning
        return read.error();
    return m_classes;
}

Result<RunDictionary::Class> RunDictionary::classWith(qint64 id)
{
    if (!m_classes.contains(id)) {
        if (const auto read = readClasses(); !read)
            return read.error();
    }
    const auto found = m_classes.constFind(id);
    if (found == m_classes.cend())
        return m_database.damaged(u"class %1 is missing"_s.arg(id));
    return *found;
}

Result<Nothing> RunDictionary::readShapes()
{
    m_shapes.clear();
    return m_database.each(
        u"SELECT id, table_name, entity_set, action, condition, id_drawn, permits, columns FROM shapes"_s, {},
        [this](const QSqlQuery &row) {
            RunWrite shape;
            shape.table = row.value(1).toString();
            shape.entitySet = row.value(2).toString();
            shape.action = RunWrite::Action(row.value(3).toInt());
            shape.condition = RunWrite::Condition(row.value(4).toInt());
            shape.isIdDrawn = row.value(5).toInt() != 0;
            shape.permits = row.value(6).toInt() != 0;
            shape.columns = row.value(7).toString().split(columnBreak, Qt::SkipEmptyParts);
            m_shapes.insert(row.value(0).toLongLong(), shape);
        });
}

Result<qint64> RunDictionary::shapeOf(const RunWrite &write)
{
    if (const auto last = m_shapes.constFind(m_lastShape); last != m_shapes.cend() && hasShape(write, *last))
        return m_lastShape;
    const auto known = [this, &write]() -> qint64 {
        for (auto it = m_shapes.cbegin(); it != m_shapes.cend(); ++it) {
            if (hasShape(write, *it))
                return m_lastShape = it.key();
        }
        return 0;
    };
    if (const qint64 id = known())
        return id;
    const auto made = m_database.command(
        u"INSERT INTO shapes (table_name, entity_set, action, condition, id_drawn, permits, columns) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (table_name, entity_set, action, condition, id_drawn, permits, columns) DO NOTHING"_s,
        {text(write.table), text(write.entitySet), int(write.action), int(write.condition), write.isIdDrawn ? 1 : 0,
         write.permits ? 1 : 0, text(write.columns.join(columnBreak))});
    if (!made)
        return made.error();
    if (const auto read = readShapes(); !read)
        return read.error();
    return known();
}

Result<RunWrite> RunDictionary::shape(qint64 id)
{
    if (!m_shapes.contains(id)) {
        if (const auto read = readShapes(); !read)
            return read.error();
    }
    const auto found = m_shapes.constFind(id);
    if (found == m_shapes.cend())
        return m_database.damaged(u"shape %1 is missing"_s.arg(id));
    return *found;
}

} // namespace store
