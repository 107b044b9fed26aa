#pragma once

#include "net/message.h"

#include <QMutex>
#include <QObject>

namespace net {

/// One call as it may be kept: everything is redacted before it gets here.
struct Call {
    qint64 id = 0;
    QDateTime startedAt; ///< UTC
    QString service;
    QString purpose;
    QByteArray method;
    QString url; ///< Personal values masked.
    Headers requestHeaders;
    qint64 requestBytes = 0;
    int status = 0; ///< 0 = no answer.
    Headers replyHeaders;
    qint64 replyBytes = 0;
    QString replyExcerpt; ///< Of error answers only: the first 2,000 characters, redacted.
    QString requestId;
    QString error; ///< Of calls without an answer.
    std::chrono::milliseconds duration{0};
    int attempt = 1;
};

/// The last calls, newest last. Bounded; thread-safe.
class CallLog : public QObject
{
    Q_OBJECT

public:
    explicit CallLog(int capacity = 2'000, QObject *parent = nullptr);

    void add(Call call);
    QList<Call> calls() const;
    QList<Call> callsAfter(qint64 id) const;
    void clear();

Q_SIGNALS:
    void added(qint64 id); ///< From whichever thread the call ended in.

private:
    mutable QMutex m_mutex;
    QList<Call> m_calls;
    qint64 m_nextId = 1;
    const int m_capacity;
};

} // namespace net
