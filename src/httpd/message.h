#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>

#include <chrono>
#include <utility>

namespace httpd {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// "Sat, 21 Nov 2026 10:00:00 GMT": a moment as headers have it.
QByteArray httpDate(const QDateTime &time);

/// One request as it came: nothing is percent-decoded, so that "%2F" in a key stays what the client wrote.
struct Request {
    QByteArray method; ///< As sent: methods are case-sensitive.
    QByteArray path;   ///< "/api/data/v9.2/contacts", still encoded, without the query.
    QByteArray query;  ///< Still encoded, without the "?".
    Headers headers;   ///< In order; names as sent.
    QByteArray body;
    bool isTls = false;

    /// The first header of that name, any letter case; empty when there is none.
    QByteArray header(QByteArrayView name) const;

    /// "http://127.0.0.1:8123", from the Host header and the kind of socket.
    QByteArray origin() const;
};

/// What the handler answers, faults of the wire included: the sandbox rehearses them.
struct Response {
    enum class Wire {
        Whole,    ///< As it should be.
        Truncate, ///< Announces the whole length, sends half of it and closes.
        Reset,    ///< Closes the connection without an answer.
    };

    int status = 200;
    Headers headers = {}; ///< Date is added when it is not among them.
    QByteArray body = {};
    std::chrono::milliseconds delay{0}; ///< Waits this long before answering; other requests go on meanwhile.
    Wire wire = Wire::Whole;

    static Response json(int status, const QByteArray &body, Headers headers = {});
    static Response html(int status, const QByteArray &body);
    static Response empty(int status, Headers headers = {});
};

} // namespace httpd
