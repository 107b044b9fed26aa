#pragma once

#include <QHash>
#include <QJsonValue>
#include <QString>
#include <QUuid>

namespace sandbox::webapi {

/// One row. Absent values are null.
///
/// Stored values are in one form each, so that comparing is comparing: a lookup is the target's id as text, a moment is
/// "2026-11-20T09:58:12Z", a day "2026-11-20", a multi-choice "1,3" in ascending order.
struct Row {
    QUuid id = {};
    qint64 version = 0;
    QHash<QString, QJsonValue> values = {}; ///< By logical name.
    QHash<QString, QString> targets = {};   ///< Of each lookup that is set: the table that it points to.

    QJsonValue value(const QString &column) const { return values.value(column); } ///< Null when absent.
    QString text(const QString &column) const { return value(column).toString(); }

    void set(const QString &column, const QJsonValue &value)
    {
        if (value.isNull() || value.isUndefined())
            values.remove(column);
        else
            values.insert(column, value);
    }

    QString etag() const { return QStringLiteral("W/\"%1\"").arg(version); }
};

} // namespace sandbox::webapi
