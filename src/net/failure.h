#pragma once

#include "core/error.h"
#include "net/route.h"

#include <QNetworkReply>
#include <QSslError>

#include <chrono>

namespace net {

/// Why there was no answer from `url`'s host, in plain words: name not known, refused, lost, proxy, no route. `words`
/// are Qt's own.
core::Error connectionError(QNetworkReply::NetworkError error, const QString &words, const QUrl &url);

/// Names the field that a proxy's fault belongs to, where the proxy was entered by hand; other errors come back as they
/// are.
core::Error atRoute(core::Error error, const Route &route);

/// Why the other side could not prove who it is: one sentence for each thing that is wrong with its certificate, and
/// what to do.
core::Error tlsError(const QList<QSslError> &errors, const QString &words, const QUrl &url);

/// True when there was no connection that a request could have gone through.
bool isCertainlyUnsent(const core::Error &error);

core::Error deadlineError(std::chrono::milliseconds deadline, const QUrl &url);
core::Error tooLargeError(qint64 limit, const QUrl &url);
core::Error truncatedError(const QUrl &url); ///< The connection ended before the answer did. Kind::Network.
core::Error unreadableError(const QString &words, const QUrl &url);

} // namespace net
