#pragma once

#include "httpd/message.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <functional>

namespace sandbox::webapi {

/// One request of a batch, with the id that a change set may give it.
struct BatchOperation {
    httpd::Request request;
    QByteArray contentId = {};
};

/// A request alone, or the requests of a change set.
struct BatchItem {
    QList<BatchOperation> operations;
    bool isChangeSet = false;
};

/// Takes a $batch body apart. Refuses what the service cannot read: lines that do not end in CRLF, no closing boundary,
/// a GET in a change set, more than 1000 operations.
QList<BatchItem> parseBatch(const httpd::Request &outer, const QByteArray &serviceRoot);

/// Runs the items in order and builds the multipart answer.
///
/// `run` answers one request; `atomically` runs a whole change set, which fails as one. Without `continueOnError` the
/// first failure ends the batch, and its status becomes the batch's.
class BatchRun
{
public:
    using Handler = std::function<httpd::Response(const httpd::Request &)>;
    using Snapshot = std::function<std::function<void()>()>; ///< Takes a snapshot, and gives what puts it back.

    BatchRun(Handler handler, Snapshot snapshot) : m_handler(std::move(handler)), m_snapshot(std::move(snapshot)) {}

    httpd::Response run(const QList<BatchItem> &items, bool continueOnError, const QByteArray &boundaryId);

private:
    /// `made` has the addresses of what the requests with a Content-ID have made.
    httpd::Response answerOf(httpd::Request request, const QHash<QByteArray, QByteArray> &made) const;

    /// The part of a change set: many answers, or the one that failed it.
    QByteArray changeSet(const BatchItem &item, const QByteArray &boundary, int &status);

    Handler m_handler;
    Snapshot m_snapshot;
};

} // namespace sandbox::webapi
