#pragma once

#include "support/certificate.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <optional>

namespace support {

/// What happens to one request, byte by byte.
struct Play {
    enum class Then {
        KeepOpen, ///< The connection serves the next request.
        Close,    ///< Closed in order, after all bytes.
        Reset,    ///< Torn down: the other side sees a reset.
    };
    QByteArray bytes = {}; ///< Sent as they are.
    Then then = Then::KeepOpen;
    int dripMs = 0;      ///< Not 0: one byte each so many milliseconds.
    bool isHeld = false; ///< Nothing is sent before release().
};

/// An answer with a right Content-Length.
Play answer(int status, const QByteArray &body = {}, const QList<QByteArray> &headers = {});

/// A server that plays what it is told and notes what it gets: it lies about lengths, cuts off, drips and resets, as no
/// real server can be made to. For honest answers the sandbox is better.
class ScriptServer : public QTcpServer
{
    Q_OBJECT

public:
    struct Received {
        int connection = 0; ///< 1 for the first one.
        QByteArray head;    ///< Request line and headers, verbatim, without the empty line.
        QByteArray body;

        QByteArray requestLine() const { return head.left(head.indexOf("\r\n")); }
        QByteArray target() const { return requestLine().split(' ').value(1); }
        QByteArray header(const QByteArray &name) const;
    };

    /// Listens on a free port of the loopback. With an identity it speaks TLS only.
    explicit ScriptServer(std::optional<Identity> identity = {}, QObject *parent = nullptr);

    QUrl url(const QString &pathAndQuery = QStringLiteral("/")) const; ///< By number: 127.0.0.1.
    QByteArray origin() const;                                         ///< "http://127.0.0.1:1234"

    void add(const Play &play) { m_script << play; }   ///< For the next request that no play was added for yet.
    void always(const Play &play) { m_always = play; } ///< When the script is over. 200 without a body at first.
    void decide(std::function<Play(const Received &)> decision)
    {
        m_decision = std::move(decision);
    }               ///< Instead of a script.
    void release(); ///< Sends everything that is held.

    const QList<Received> &requests() const { return m_requests; }
    bool isScriptOver() const { return m_script.isEmpty(); }
    int connections() const { return m_connections; } ///< Ever made.
    int held() const { return int(m_held.size()); }
    int openConnections() const { return m_open; }

Q_SIGNALS:
    void received();
    void disconnected();

protected:
    void incomingConnection(qintptr handle) override;

private:
    struct Held {
        QPointer<QTcpSocket> socket;
        Play play;
    };
    void read(QTcpSocket *socket, int connection);
    void perform(QTcpSocket *socket, const Play &play);
    void drip(QTcpSocket *socket, const Play &play, qsizetype at);

    const std::optional<Identity> m_identity;
    QList<Play> m_script;
    Play m_always = answer(200);
    std::function<Play(const Received &)> m_decision;
    QList<Received> m_requests;
    QList<Held> m_held;
    QHash<QTcpSocket *, QByteArray> m_unread;
    int m_connections = 0;
    int m_open = 0;
};

} // namespace support
