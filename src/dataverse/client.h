#pragma once

#include "core/job.h"
#include "dataverse/api.h"
#include "dataverse/matchcount.h"
#include "dataverse/write.h"
#include "mapping/column.h"
#include "net/network.h"

#include <QJsonObject>

namespace dataverse {

struct WhoAmI {
    QString userId;
    QString businessUnitId;
    QString organizationId;
    int parallelismHint = 0; ///< x-ms-dop-hint; 0 when absent.
};

struct Row {
    QString id;         ///< GUID, bare, lower case.
    QString etag;       ///< W/"…", or empty.
    QJsonObject values; ///< As Dataverse gave them: by readName() of the columns.
};

/// How to look a row up.
struct Criterion {
    enum class Kind {
        RowId,
        AlternateKey, ///< By key URL; values that key URLs refuse go by $filter by themselves (dataverse-api
                      ///< section 4.1).
        Column,       ///< $filter column eq 'value', of several with "and"
    };
    Kind kind = Kind::Column;
    /// What the row must hold, all of it. Forms need not be set. RowId: one, whose column does not matter.
    QList<KeyPart> parts = {};
};

/// The Web API of one Dataverse environment, as one application user.
///
/// Jobs finish with errors that carry code, server's words and request id (errors.h).
class Client : public QObject
{
    Q_OBJECT

public:
    /// `apiUrl`: "https://acme.crm4.dynamics.com/api/data/v9.2/". `tag` is sent as ?tag= with each write, unless empty.
    Client(net::Service &service, net::Authorizer &authorizer, QUrl apiUrl, QString tag, QObject *parent = nullptr);

    core::Job<WhoAmI> *whoAmI(QObject *parent);
    core::Job<QString> *version(QObject *parent);

    /// The table with all columns, options, lookups' targets and keys, labels in the user's language where there are
    /// (LCID by QLocale).
    core::Job<mapping::Table> *table(const QString &logicalName, QObject *parent);

    /// The rows that match, at most `limit` (ask for 2 to see whether it is one). No row is an empty list, not an
    /// error. `columns`: logical names; lookups are read as _x_value by themselves, columns that cannot be read are
    /// left out.
    ///
    /// Fails with Kind::Invalid and the column as field when no row can have such a value (a GUID column, and the value
    /// is none), or when the table lacks a column.
    core::Job<QList<Row>> *find(const mapping::Table &table, const Criterion &criterion, const QStringList &columns,
                                int limit, QObject *parent);

    /// How many rows have each of `values` in `column`, same order; few requests (matchcount.h). For the table's
    /// primary id and for text columns, mostly. Only rows count that hold `others` too.
    core::Job<QList<Matches>> *countMatches(const mapping::Table &table, const QString &column,
                                            const QStringList &values, QObject *parent,
                                            const QList<KeyPart> &others = {});

    /// The literal request that write() sends, without Authorization: what a preview shows is what is sent.
    net::Request requestFor(const Write &write) const;

    /// Sends it. A 404 of an update and a 412 that its condition explains come back as outcomes in WriteReply, not as
    /// errors.
    ///
    /// Cancelling does not take a write back: the job goes on and finishes with what became of it.
    core::Job<WriteReply> *write(const Write &write, QObject *parent);

private:
    net::Service &m_service;
    net::Authorizer &m_authorizer;
    const Api m_api;
    const QString m_tag;
};

} // namespace dataverse
