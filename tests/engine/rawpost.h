#pragma once

#include <QHostAddress>
#include <QTcpSocket>

namespace support {

/// An answer of a listener; status 0 when none came.
struct RawAnswer {
    int status = 0;
    QByteArray head;
    QByteArray body;
};

/// A client that writes what it is told, byte by byte if need be. One connection; for use in any thread.
class RawPost
{
public:
    explicit RawPost(quint16 port) { m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port); }

    bool connected() { return m_socket.waitForConnected(5'000); }
    QTcpSocket &socket() { return m_socket; }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5'000)) {
        }
    }

    /// A whole request. `headers`: lines, each with its end.
    RawAnswer request(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                      const QByteArray &headers = {})
    {
        send(method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers +
             "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return read();
    }

    RawAnswer post(const QByteArray &path, const QByteArray &body, const QByteArray &bearer)
    {
        return request("POST", path, body,
                       "Content-Type: application/json\r\nAuthorization: Bearer " + bearer + "\r\n");
    }

    RawAnswer read()
    {
        RawAnswer answer;
        qsizetype end = -1;
        while ((end = m_seen.indexOf("\r\n\r\n")) < 0) {
            if (!more())
                return answer;
        }
        answer.head = m_seen.first(end);
        m_seen.remove(0, end + 4);
        answer.status = answer.head.mid(9, 3).toInt();
        qsizetype length = 0;
        for (const QByteArray &line : answer.head.split('\n')) {
            if (line.toLower().startsWith("content-length:"))
                length = line.mid(15).trimmed().toLongLong();
        }
        while (m_seen.size() < length) {
            if (!more()) {
                answer.status = 0;
                return answer;
            }
        }
        answer.body = m_seen.first(length);
        m_seen.remove(0, length);
        return answer;
    }

    bool isClosedByServer()
    {
        while (more()) {
        }
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }

private:
    bool more()
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(20'000))
            return false;
        m_seen += m_socket.readAll();
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_seen;
};

} // namespace support
