#include "store/runrows.h"

#include "store/rundictionary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>

namespace store::runrows {

using namespace Qt::StringLiterals;
using core::Result;

namespace {

QVariant toExtra(const QJsonObject &object)
{
    if (object.isEmpty())
        return QVariant(QMetaType::fromType<QString>());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject fromExtra(const QVariant &value)
{
    return value.isNull() ? QJsonObject() : QJsonDocument::fromJson(value.toString().toUtf8()).object();
}

QString usualAddress(const QString &entitySet, const QString &rowId)
{
    return rowId.isEmpty() ? QString() : entitySet + u'(' + rowId + u')';
}

} // namespace

QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

QByteArray bytes(const QByteArray &value)
{
    return value.isNull() ? QByteArray("") : value;
}

QVariant moment(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>());
}

QDateTime toMoment(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

QString keyOf(const RunItem &item)
{
    return item.person.isEmpty() ? u'\n' + QString::number(item.id) : item.person.toCaseFolded();
}

QVariant extraOf(const RunItem &item, bool hasOwnReason)
{
    QJsonObject extra;
    if (hasOwnReason)
        extra.insert("reason"_L1, item.reason);
    if (!item.shared.isEmpty())
        extra.insert("shared"_L1, QJsonArray::fromStringList(item.shared));
    return toExtra(extra);
}

QVariant extraOf(const RunWrite &write)
{
    QJsonObject extra;
    if (!write.address.isEmpty() && write.address != usualAddress(write.entitySet, write.rowId))
        extra.insert("address"_L1, write.address);
    if (write.action == RunWrite::Action::None) {
        extra.insert("outcome"_L1, outcomeWord(write.outcome));
        if (!write.reason.isEmpty())
            extra.insert("reason"_L1, write.reason);
    }
    if (!write.absent.isEmpty())
        extra.insert("absent"_L1, QString::fromUtf8(write.absent));
    if (!write.fixed.isEmpty())
        extra.insert("fixed"_L1, QJsonArray::fromStringList(write.fixed));
    return toExtra(extra);
}

QString itemColumns()
{
    return u"i.id, i.person, i.source_id, i.event_time, i.class, i.first_write, i.writes, i.extra"_s;
}

Result<RunItem> itemFrom(const QSqlQuery &row, int from, RunDictionary &dictionary)
{
    RunItem item;
    item.id = row.value(from).toLongLong();
    item.person = row.value(from + 1).toString();
    item.sourceId = row.value(from + 2).toString();
    item.eventTime = toMoment(row.value(from + 3));
    const auto kind = dictionary.classWith(row.value(from + 4).toLongLong());
    if (!kind)
        return kind.error();
    item.planned = kind->planned;
    item.effects = kind->effects;
    const auto reason = dictionary.reason(kind->reason);
    if (!reason)
        return reason.error();
    item.reason = *reason;
    item.writeCount = row.value(from + 6).toInt();
    const QJsonObject extra = fromExtra(row.value(from + 7));
    if (extra.isEmpty())
        return item;
    if (extra.contains("reason"_L1))
        item.reason = extra.value("reason"_L1).toString();
    for (const auto &one : extra.value("shared"_L1).toArray())
        item.shared << one.toString();
    return item;
}

QString writeColumns()
{
    return u"w.id, w.item, w.shape, w.row_id, w.etag, w.row_name, w.before, w.after, w.same, w.extra"_s;
}

Result<RunWrite> writeFrom(const QSqlQuery &row, int from, RunDictionary &dictionary)
{
    auto write = dictionary.shape(row.value(from + 2).toLongLong());
    if (!write)
        return write;
    write->id = row.value(from).toLongLong();
    write->item = row.value(from + 1).toLongLong();
    write->rowId = row.value(from + 3).toString();
    write->etag = row.value(from + 4).toString();
    write->rowName = row.value(from + 5).toString();
    write->before = row.value(from + 6).toByteArray();
    write->after = row.value(from + 7).toByteArray();
    write->same = row.value(from + 8).toByteArray();
    write->address = usualAddress(write->entitySet, write->rowId);
    const QJsonObject extra = fromExtra(row.value(from + 9));
    if (extra.isEmpty())
        return write;
    write->address = extra.value("address"_L1).toString(write->address);
    if (write->action == RunWrite::Action::None) {
        write->outcome = outcomeFromWord(extra.value("outcome"_L1).toString()).value_or(Outcome::Unchanged);
        write->reason = extra.value("reason"_L1).toString();
    }
    write->absent = extra.value("absent"_L1).toString().toUtf8();
    for (const auto &one : extra.value("fixed"_L1).toArray())
        write->fixed << one.toString();
    return write;
}

QStringList columnsOf(const QByteArray &object)
{
    // Not QJsonDocument: of a million rows only the names are wanted.
    QStringList columns;
    int depth = 0;
    bool isName = false;
    for (qsizetype i = 0; i < object.size(); ++i) {
        switch (object[i]) {
        case '{':
            isName = ++depth == 1;
            break;
        case '[':
            ++depth;
            break;
        case '}':
        case ']':
            --depth;
            break;
        case ',':
            isName = depth == 1;
            break;
        case '"': {
            const qsizetype begin = ++i;
            while (i < object.size() && object[i] != '"')
                i += object[i] == '\\' ? 2 : 1;
            if (isName && i <= object.size()) {
                const QByteArray name = object.mid(begin, i - begin);
                const qsizetype end = name.indexOf('@');
                columns << QString::fromUtf8(end < 0 ? name : name.left(end)).toLower();
            }
            isName = false;
            break;
        }
        default:
            break;
        }
    }
    return depth == 0 ? columns : QStringList();
}

} // namespace store::runrows
