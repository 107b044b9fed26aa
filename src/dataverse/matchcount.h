#pragma once

#include "core/job.h"
#include "dataverse/api.h"
#include "dataverse/key.h"
#include "mapping/column.h"
#include "net/network.h"

namespace dataverse {

/// How many rows have a value.
enum class Matches {
    Impossible, ///< No row can have it: it is empty, no GUID in a GUID column, longer than a request can be.
    None,
    One,
    Several,
};

/// Finds out for many values of one column how many rows have each, several values in one request (a $filter with
/// "or", dataverse-api section 4.8).
///
/// Dataverse compares text without regard to case, and perhaps to accents: values that differ in nothing else are never
/// asked for together, so that each row found belongs to one of them. Rows that still belong to none make the job ask
/// value by value. Memory and answers stay small however many rows have a value.
class MatchCountJob final : public core::Job<QList<Matches>>
{
public:
    /// The result has one entry for each of `values`, same order; all Impossible where the column's type cannot be
    /// searched. Fails with Kind::Invalid when the table has no such column, or when it cannot be read. Only rows count
    /// that hold `others` too; no row can when one of these is impossible.
    MatchCountJob(net::Service &service, net::Authorizer &authorizer, const Api &api, const mapping::Table &table,
                  const QString &column, const QStringList &values, const QList<KeyPart> &others, QObject *parent);

private:
    /// One value that is asked for; the same value is asked for once.
    struct Wanted {
        QByteArray literal;   ///< For the $filter, encoded.
        QString key;          ///< What is alike for Dataverse is alike here.
        QList<int> positions; ///< In the caller's list.
    };

    void take(const QStringList &values);
    void askNext();
    void goOn();
    void readRows(const QJsonArray &rows);
    void settle(const Wanted &wanted, int rows);

    net::Service &m_service;
    net::Authorizer &m_authorizer;
    const Api m_api;
    const mapping::Column *m_column = nullptr;
    const mapping::Table m_table;
    QByteArray m_others; ///< " and x eq 'y'", encoded.
    QList<Matches> m_found;
    QList<Wanted> m_waiting;
    QList<Wanted> m_asked;
    int m_together = 0; ///< How many values may be asked for at once.
    int m_done = 0;
};

} // namespace dataverse
