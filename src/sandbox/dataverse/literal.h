#pragma once

#include "sandbox/dataverse/column.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace sandbox::webapi {

/// A value as it stands in an address: 'O''Neil', 42, true, null, 2026-11-20, a bare GUID …
struct Literal {
    enum class Kind { Null, Boolean, Number, Text, Guid, DateTime, Date };

    Kind kind = Kind::Null;
    QJsonValue value = {}; ///< In the form that Row stores.

    bool fits(Edm edm) const; ///< May it be compared with a column of that kind?
    QString typeName() const; ///< "Edm.String"
};

/// The whole text must be one literal; refused otherwise.
Literal parseLiteral(const QString &text);

/// A GUID without braces, lower case; nothing else counts.
std::optional<QUuid> parseGuid(QStringView text);
QString guidText(const QUuid &id);

/// "2026-11-20T09:58:12Z" from any moment with an offset, seconds cut; nothing for other texts and impossible dates.
std::optional<QString> parseMoment(const QString &text);
std::optional<QString> parseDay(const QString &text); ///< "2026-11-20" exactly.

/// Splits where `separator` stands outside quotes, parentheses, brackets and braces. Parts are trimmed.
QStringList splitOutside(const QString &text, QChar separator);

/// Percent-decoded UTF-8; in a query a bare "+" is a blank. Refuses broken escapes and bytes that are no UTF-8.
QString decoded(QByteArrayView encoded, bool isQuery);

/// -1, 0 or 1; null comes first. Texts are compared as the service does: letter case and trailing blanks do not count.
int compareValues(const QJsonValue &left, const QJsonValue &right);

} // namespace sandbox::webapi
