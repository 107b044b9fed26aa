#include "support/connectproxy.h"

#include <QTcpSocket>

#include <algorithm>

namespace support {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *established = "HTTP/1.1 200 Connection established\r\n\r\n";

/// The request as its server wants it: the path alone, no word to the proxy, and an end that closes.
QByteArray forServer(const QByteArray &head, const QUrl &url)
{
    const QList<QByteArray> parts = head.left(head.indexOf("\r\n")).split(' ');
    const QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    QByteArray result = parts.value(0) + ' ' + (target.isEmpty() ? QByteArray("/") : target) + " HTTP/1.1\r\n";
    const QList<QByteArray> lines = head.split('\n').mid(1);
    for (const QByteArray &line : lines) {
        const QByteArray name = line.left(line.indexOf(':')).toLower();
        if (!name.startsWith("proxy-") && name != "connection")
            result += line.trimmed() + "\r\n";
    }
    return result + "Connection: close\r\n\r\n";
}

} // namespace

QByteArray ConnectProxy::Passed::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

ConnectProxy::ConnectProxy(QObject *parent) : QTcpServer(parent)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
}

void ConnectProxy::askForSignIn(const QByteArray &user, const QByteArray &password)
{
    m_credentials = (user + ':' + password).toBase64();
}

QUrl ConnectProxy::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort()));
}

void ConnectProxy::incomingConnection(qintptr handle)
{
    auto *client = new QTcpSocket(this);
    client->setSocketDescriptor(handle);
    ++m_connections;
    ++m_open;
    m_unread.insert(client, {});
    connect(client, &QTcpSocket::readyRead, this, [this, client] {
        if (m_isSilent || !m_unread.contains(client)) // what follows a complete request has a pump of its own
            return;
        Unread &unread = m_unread[client];
        unread.bytes += client->readAll();
        const qint64 skipped = std::min<qint64>(unread.toSkip, unread.bytes.size());
        unread.toSkip -= skipped;
        unread.bytes.remove(0, skipped);
        const qsizetype end = unread.bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = unread.bytes.left(end);
        const QByteArray rest = unread.bytes.mid(end + 4);
        unread.bytes.clear();
        onHead(client, head, rest);
    });
    connect(client, &QTcpSocket::disconnected, this, [this, client] {
        --m_open;
        m_unread.remove(client);
        client->deleteLater();
        Q_EMIT disconnected();
    });
}

void ConnectProxy::onHead(QTcpSocket *client, const QByteArray &head, const QByteArray &rest)
{
    m_passed << Passed{.head = head};
    const Passed &request = m_passed.constLast();
    if (!m_credentials.isEmpty() && request.header("Proxy-Authorization") != "Basic " + m_credentials) {
        m_unread[client].toSkip = request.header("Content-Length").toLongLong() - rest.size();
        return refuse(client, 407, "Proxy-Authenticate: Basic realm=\"Test\"\r\n");
    }
    const QList<QByteArray> parts = request.requestLine().split(' ');
    const bool isTunnel = parts.first() == "CONNECT";
    const QUrl url = isTunnel ? QUrl::fromEncoded("tunnel://" + parts.value(1)) : QUrl::fromEncoded(parts.value(1));
    if (!isTunnel && url.scheme() != "http"_L1)
        return refuse(client, 400);
    const quint16 port = m_ports.value(url.host().toLatin1());
    if (port == 0)
        return refuse(client, 502);
    join(client, port, isTunnel ? QByteArray() : forServer(head, url), rest);
}

void ConnectProxy::refuse(QTcpSocket *client, int status, const QByteArray &header)
{
    m_passed.last().status = status;
    client->write("HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + header + "Content-Length: 0\r\n\r\n");
}

void ConnectProxy::join(QTcpSocket *client, quint16 port, const QByteArray &hello, const QByteArray &rest)
{
    m_unread.remove(client);
    const qsizetype index = m_passed.size() - 1;
    auto *server = new QTcpSocket(client); // goes with its client
    const auto pumpUp = [this, client, server, index] {
        if (server->state() == QAbstractSocket::ConnectedState)
            m_passed[index].toServer += server->write(client->readAll());
    };
    connect(server, &QTcpSocket::connected, this, [this, client, server, index, hello, rest, pumpUp] {
        m_passed[index].status = 200;
        if (hello.isEmpty())
            client->write(established);
        m_passed[index].toServer += server->write(hello + rest);
        pumpUp();
    });
    connect(client, &QTcpSocket::readyRead, server, pumpUp);
    connect(server, &QTcpSocket::readyRead, this,
            [this, client, server, index] { m_passed[index].fromServer += client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    connect(server, &QTcpSocket::errorOccurred, client, [this, client, index](QAbstractSocket::SocketError error) {
        if (error == QAbstractSocket::ConnectionRefusedError) {
            m_passed[index].status = 502;
            client->write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
            client->disconnectFromHost();
        }
    });
    connect(client, &QTcpSocket::disconnected, server, [server] { server->disconnectFromHost(); });
    server->connectToHost(QHostAddress::LocalHost, port);
}

} // namespace support
