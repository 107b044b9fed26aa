#pragma once

#include "sandbox/dataverse/store.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace sandbox::webapi {

/// One piece of a path: "contacts(new_didomiuserid='u-1')" is the name "contacts" and what stands in parentheses.
struct Segment {
    QString name = {};
    std::optional<QString> inner = {}; ///< Decoded.
    QByteArray encoded = {};           ///< As it was sent.
};

/// Splits a path below the service root. Refuses unbalanced parentheses, as a raw "/" in a key value makes them.
QList<Segment> parseSegments(const QByteArray &path);

/// Which row is meant: by id, or by the values of an alternate key.
struct RowAddress {
    std::optional<QUuid> id = {};
    const Key *key = nullptr; ///< Of the table that was asked.
    QHash<QString, QJsonValue> keyValues = {};
};

/// Reads the parentheses after an entity set. Refuses keys that are not defined or not Active, values of another type,
/// and values with characters that key addresses cannot hold (/ < > * % & : \ ? +), encoded or not.
RowAddress parseRowAddress(const Table &table, const QString &inner);

/// The row, or null when there is none. Refuses a key that more than one row holds.
const Row *findRow(const Store &store, const Table &table, const RowAddress &address);

/// The refusal for a row that is not there, in the words that fit the kind of address.
[[noreturn]] void refuseMissing(const Table &table, const RowAddress &address);

/// Parameters of a function: "PrivilegeName='prvReadContact'" or "PrivilegeNames=@p" with the alias put in.
QHash<QString, QString> parseParameters(const QString &inner, const QHash<QString, QString> &aliases);

} // namespace sandbox::webapi
