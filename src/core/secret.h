#pragma once

#include <QByteArray>
#include <QString>

#include <utility>

namespace core {

/// A password, key or token. It has no way into a log, a stream or a string but reveal(), so that each use can be
/// found.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    static Secret fromText(const QString &text) { return Secret(text.toUtf8()); }

    bool isEmpty() const { return m_bytes.isEmpty(); }

    /// The bytes themselves. Hand them to the network or the keychain, to nothing else.
    const QByteArray &reveal() const { return m_bytes; }

    bool operator==(const Secret &) const = default;

private:
    QByteArray m_bytes;
};

} // namespace core
