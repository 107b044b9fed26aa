#pragma once

#include "sandbox/dataverse/call.h"
#include "sandbox/dataverse/rowinput.h"
#include "sandbox/dataverse/rowjson.h"
#include "sandbox/dataverse/store.h"

namespace sandbox::webapi {

/// Everything that can be done to the rows of one table: create, retrieve, update and upsert, delete, single
/// properties, lists.
class Rows
{
public:
    Rows(const Call &call, Store &store, const Table &table) : m_call(call), m_store(store), m_table(table) {}

    /// Only the rows that a collection holds, for lists.
    Rows(const Call &call, Store &store, const Collection &collection, const QUuid &from)
        : m_call(call), m_store(store), m_table(*collection.target), m_collection(collection), m_from(from)
    {
    }

    /// Answers a request below the table's entity set.
    httpd::Response answer();

    /// The parts that bulk messages share.
    QUuid create(QJsonObject body, const RowAddress &address = {});
    void update(const Row &row, const QJsonObject &body);

private:
    httpd::Response list();
    httpd::Response count();
    httpd::Response post();
    httpd::Response patch(const RowAddress &address);
    httpd::Response retrieve(const RowAddress &address);
    httpd::Response erase(const RowAddress &address);
    httpd::Response property(const RowAddress &address, const QString &name);
    httpd::Response reference(const RowAddress &address, const QString &navigation);
    httpd::Response related(const RowAddress &address, const QString &navigation);
    httpd::Response relatedMany(const RowAddress &address, const Collection &collection);

    const Row &found(const RowAddress &address) const;    ///< Refuses a row that is not there.
    const Row &readable(const RowAddress &address) const; ///< And one that the caller may not read.
    void checkVersion(const Row &row) const;              ///< If-Match.
    void checkUnique(const Row &row) const;
    void keep(Row row);
    void askPlugIn(const Row &row) const;
    QList<const Row *> matching() const; ///< What $filter leaves, in the order of $orderby.
    RowJson json() const;                ///< With $select and $expand.
    void checkRepresentation() const;    ///< Refuses before anything is written what could not be shown.
    httpd::Response written(int status, const QUuid &id, const QString &address) const;
    QString idAddress(const QUuid &id) const;

    const Call &m_call;
    Store &m_store;
    const Table &m_table;
    std::optional<Collection> m_collection = {};
    QUuid m_from = {}; ///< Whose collection it is.
};

/// Columns by name, nulls left out, lookups as "_…_value".
QJsonObject storedValues(const Table &table, const Row &row);

/// Whether lists show a row: not hidden by a fault, nor out of the caller's reach.
bool isVisible(const Call &call, const Store &store, const Table &table, const Row &row);

} // namespace sandbox::webapi
