#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace mapping {

/// One column and the value to write into it, as it will stand in the request.
struct Cell {
    QString column;    ///< Logical name.
    QByteArray member; ///< The JSON member's name: the logical name, or "nav@odata.bind".
    QByteArray json;   ///< The literal: `true`, `100000001`, `"1,9"`, `12.50`. Exactly what is sent.
    QString shown;     ///< For people: "Allow (false)".

    bool operator==(const Cell &) const = default;
};

/// `{"a":true,"b":"x"}`: the body that writes these cells, in their order.
QByteArray bodyOf(const QList<Cell> &cells);

/// A JSON string literal with its quotes; what must be escaped is.
QByteArray jsonString(const QString &text);

/// What a JSON literal means; Undefined when it is none.
QJsonValue jsonValue(const QByteArray &literal);

} // namespace mapping
