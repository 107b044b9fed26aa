#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <utility>

namespace net {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

QByteArray headerOf(const Headers &headers, QByteArrayView name); ///< First of that name, any letter case.
bool isHeaderName(QByteArrayView name);                           ///< A token, as HTTP calls it.
bool isHeaderValue(QByteArrayView value);                         ///< No line breaks or other control characters.

/// One HTTP request. `url` is sent as it is encoded here; the body as it is.
struct Request {
    QByteArray method = "GET";
    QUrl url = {};
    Headers headers = {};
    QByteArray body = {};
    std::chrono::milliseconds deadline = std::chrono::seconds(30); ///< For one attempt, from sending to the last byte.
    qint64 maxReplyBytes = 32 * 1024 * 1024;
    /// False when sending it twice would do something twice. Then it goes again only where it certainly was not carried
    /// out (429, no connection), and a body keeps Qt from repeating it by itself, as it otherwise does when a connection
    /// closes before the answer.
    bool isRepeatable = true;
    /// False: when the deadline passes that is handed out at once, for a caller who will rather ask for less.
    bool isTriedAgainWhenLate = true;
    QString purpose = {}; ///< For the call log, English: "WhoAmI".

    bool operator==(const Request &) const = default;
};

/// The answer, whatever its status: what a status means is the service client's business.
struct Reply {
    int status = 0;
    Headers headers = {};
    QByteArray body = {};
    std::chrono::milliseconds duration{0}; ///< Of the last attempt.
    int attempts = 1;

    QByteArray header(QByteArrayView name) const; ///< First of that name, any letter case.
    QString requestId() const;                    ///< The server's id of this request, from whichever header it uses.
    bool isSuccess() const { return status >= 200 && status < 300; }
};

/// The request as a shell command, for people who want to repeat it. Authorization stands as "$TOKEN".
QString asCurl(const Request &request);

/// The request as HTTP text: request line, headers, empty line, body. Authorization is left out.
QString asHttpText(const Request &request);

} // namespace net
