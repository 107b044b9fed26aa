#pragma once

#include "mapping/column.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace mapping {

/// A row that a lookup is to point to, named by an alternate key of its table.
struct TargetRow {
    QString table;
    QString entitySet;
    QString primaryId;
    QString keyColumn;
    ColumnType keyType = ColumnType::Text;
    QString value;

    /// "new_brands(new_code='FR')": percent-encoded, as @odata.bind takes it.
    QString address() const;
    bool operator==(const TargetRow &) const = default;
};

/// One column and the value to write into it, as it will stand in the request.
struct Cell {
    QString column;    ///< Logical name.
    QByteArray member; ///< The JSON member's name: the logical name, or "nav@odata.bind".
    QByteArray json;   ///< The literal: `true`, `100000001`, `"1,9"`, `12.50`. Exactly what is sent.
    QString shown;     ///< For people: "Allow (false)".
    /// Set while the id of the row that a lookup is to point to has not been looked up. Such a cell cannot be compared
    /// with a row, and is not sent: boundTo() makes it one that can.
    std::optional<TargetRow> target = {};

    bool operator==(const Cell &) const = default;
};

/// `cell` with its target bound by the row id (a GUID) that was found.
Cell boundTo(const Cell &cell, const QString &rowId);

/// `{"a":true,"b":"x"}`: the body that writes these cells, in their order.
QByteArray bodyOf(const QList<Cell> &cells);

/// A JSON string literal with its quotes; what must be escaped is.
QByteArray jsonString(const QString &text);

/// What a JSON literal means; Undefined when it is none.
QJsonValue jsonValue(const QByteArray &literal);

} // namespace mapping
