#pragma once

#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace support {

/// A real HTTP proxy: tunnels (CONNECT) and forwards plain requests (GET http://…), if asked for only after a sign-in.
/// It knows its own names and reaches nothing but this machine: what it does not know is a 502.
class ConnectProxy : public QTcpServer
{
    Q_OBJECT

public:
    /// One request, as the proxy saw it.
    struct Passed {
        QByteArray head;     ///< Request line and headers, verbatim, without the empty line.
        int status = 0;      ///< What the proxy said to it; 200 for what it let through.
        qint64 toServer = 0; ///< Bytes that went through afterwards.
        qint64 fromServer = 0;

        QByteArray requestLine() const { return head.left(head.indexOf("\r\n")); }
        QByteArray header(const QByteArray &name) const;
    };

    explicit ConnectProxy(QObject *parent = nullptr);

    /// From now on `host` leads to that port of the loopback, whichever port it is asked for with.
    void lead(const QByteArray &host, quint16 port) { m_ports.insert(host, port); }

    /// Answers 407 to whoever does not sign in so (Basic).
    void askForSignIn(const QByteArray &user, const QByteArray &password);

    void setSilent(bool on) { m_isSilent = on; } ///< Takes connections and says nothing.

    QUrl url() const;
    const QList<Passed> &passed() const { return m_passed; }
    int connections() const { return m_connections; } ///< Ever made.
    int openConnections() const { return m_open; }

Q_SIGNALS:
    void disconnected();

protected:
    void incomingConnection(qintptr handle) override;

private:
    void onHead(QTcpSocket *client, const QByteArray &head, const QByteArray &rest);
    void refuse(QTcpSocket *client, int status, const QByteArray &header = {});
    void join(QTcpSocket *client, quint16 port, const QByteArray &hello, const QByteArray &rest);

    QHash<QByteArray, quint16> m_ports;
    QByteArray m_credentials; ///< Base64 of "user:password"; empty: anybody may pass.
    QList<Passed> m_passed;
    struct Unread {
        QByteArray bytes = {};
        qint64 toSkip = 0; ///< What is still to come of a refused request's body.
    };
    QHash<QTcpSocket *, Unread> m_unread; ///< Of clients that have not got through yet.
    int m_connections = 0;
    int m_open = 0;
    bool m_isSilent = false;
};

} // namespace support
