#include "support/scriptserver.h"

#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace support {

using namespace Qt::StringLiterals;

namespace {

/// Tears the connection down so that the other side sees a reset rather than an end.
void reset(QTcpSocket *socket)
{
#ifdef Q_OS_UNIX
    const linger atOnce{1, 0};
    setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
#endif
    socket->abort();
}

} // namespace

Play answer(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " X\r\n";
    for (const QByteArray &header : headers)
        bytes += header + "\r\n";
    if (status != 204 && status != 304)
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return {.bytes = bytes + "\r\n" + body};
}

QByteArray ScriptServer::Received::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

ScriptServer::ScriptServer(std::optional<Identity> identity, QObject *parent)
    : QTcpServer(parent), m_identity(std::move(identity))
{
    setListenBacklogSize(256);
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
}

QUrl ScriptServer::url(const QString &pathAndQuery) const
{
    return QUrl::fromEncoded(origin() + pathAndQuery.toUtf8(), QUrl::StrictMode);
}

QByteArray ScriptServer::origin() const
{
    return (m_identity ? "https" : "http") + QByteArray("://127.0.0.1:") + QByteArray::number(serverPort());
}

void ScriptServer::incomingConnection(qintptr handle)
{
    QTcpSocket *socket = nullptr;
    if (m_identity) {
        auto *secure = new QSslSocket(this);
        secure->setSocketDescriptor(handle);
        secure->setLocalCertificate(m_identity->certificate);
        secure->setPrivateKey(m_identity->key);
        secure->startServerEncryption();
        socket = secure;
    } else {
        socket = new QTcpSocket(this);
        socket->setSocketDescriptor(handle);
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const int connection = ++m_connections;
    ++m_open;
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection] { read(socket, connection); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        --m_open;
        m_unread.remove(socket);
        socket->deleteLater();
        Q_EMIT disconnected();
    });
}

void ScriptServer::read(QTcpSocket *socket, int connection)
{
    QByteArray &unread = m_unread[socket];
    unread += socket->readAll();
    const qsizetype end = unread.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Received request{.connection = connection, .head = unread.left(end)};
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (unread.size() < end + 4 + length)
        return;
    request.body = unread.mid(end + 4, length);
    unread.remove(0, end + 4 + length);

    m_requests << request;
    Play play = m_always;
    if (m_decision)
        play = m_decision(request);
    else if (!m_script.isEmpty())
        play = m_script.takeFirst();
    if (play.isHeld)
        m_held << Held{socket, play};
    else
        perform(socket, play);
    Q_EMIT received();
}

void ScriptServer::release()
{
    const QList<Held> held = std::exchange(m_held, {});
    for (const Held &one : held) {
        if (one.socket)
            perform(one.socket, one.play);
    }
}

void ScriptServer::perform(QTcpSocket *socket, const Play &play)
{
    if (play.dripMs > 0)
        return drip(socket, play, 0);
    socket->write(play.bytes);
    switch (play.then) {
    case Play::Then::KeepOpen:
        break;
    case Play::Then::Close:
        socket->disconnectFromHost();
        break;
    case Play::Then::Reset:
        socket->flush();
        // A reset overtakes what was sent, so what was sent gets a moment to arrive.
        QTimer::singleShot(play.bytes.isEmpty() ? 0 : 50, socket, [socket] { reset(socket); });
        break;
    }
}

void ScriptServer::drip(QTcpSocket *socket, const Play &play, qsizetype at)
{
    if (at >= play.bytes.size()) {
        Play rest = play;
        rest.bytes.clear();
        rest.dripMs = 0;
        return perform(socket, rest);
    }
    socket->write(play.bytes.mid(at, 1));
    QTimer::singleShot(play.dripMs, socket, [this, socket, play, at] { drip(socket, play, at + 1); });
}

} // namespace support
