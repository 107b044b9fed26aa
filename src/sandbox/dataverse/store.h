#pragma once

#include "sandbox/dataverse/row.h"
#include "sandbox/dataverse/schema.h"

#include <QMap>
#include <QMultiHash>

#include <functional>

namespace sandbox::webapi {

/// All rows. A plain value: a copy is a snapshot, cheap to take, and putting it back undoes everything since.
class Store
{
public:
    const Row *row(const QString &table, const QUuid &id) const; ///< Null when there is none.

    /// In the order of their ids.
    const QMap<QUuid, Row> &rows(const QString &table) const;

    /// Ids of the rows whose key columns have these values, letter case and trailing blanks ignored.
    QList<QUuid> rowsByKey(const Table &table, const Key &key, const QHash<QString, QJsonValue> &values) const;

    /// Inserts or replaces a row, fills what is calculated from other columns, and gives it the next version.
    const Row &put(const Table &table, Row row);

    void remove(const Table &table, const QUuid &id);

    /// The id for a new row when the caller brings none.
    QUuid nextId(const QString &table);

    /// Pairs of a many-to-many relationship, with a number that tells more of the pair. False when that pair is there
    /// (or, for unlink(), is not there).
    bool link(const Link &link, const QUuid &first, const QUuid &second, int value = 0);
    bool unlink(const Link &link, const QUuid &first, const QUuid &second);

    /// The seconds of one first, with their numbers.
    QMap<QUuid, int> linked(const Link &link, const QUuid &first) const;

    /// The rows behind a property that leads to many, in the order of their ids.
    QList<const Row *> rows(const Collection &collection, const QUuid &from) const;

    /// How often a row was made or changed.
    qint64 changes() const { return m_version - firstVersion; }

    /// Changes with every write that may change who may do what.
    qint64 securityRevision() const { return m_securityRevision; }

private:
    void takeOut(const Table &table, const QUuid &id);

    struct Rows {
        QMap<QUuid, Row> byId;
        QMultiHash<QString, QUuid> byKey; ///< Key name and folded values.
    };

    QHash<QString, Rows> m_tables;
    QHash<QString, QMap<QUuid, QMap<QUuid, int>>> m_links; ///< By relationship.
    static constexpr qint64 firstVersion = 8123000;
    qint64 m_version = firstVersion;
    qint64 m_created = 0;
    qint64 m_securityRevision = 0;
};

/// What two texts must share to be the same to the service: letter case and trailing blanks do not count.
QString folded(const QString &text);

} // namespace sandbox::webapi
