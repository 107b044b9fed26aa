#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace sandbox {

/// Makes bearer tokens and knows its own again: JWTs signed with a key that is made at start and told to nobody.
class TokenMint
{
public:
    TokenMint();

    /// `claims` must hold `exp` in seconds since 1970.
    QByteArray issue(const QJsonObject &claims) const;

    struct Verdict {
        enum class State { Good, Missing, Forged, Expired };
        State state = State::Missing;
        QJsonObject claims = {}; ///< Also of an expired token; empty of a forged one.
    };

    /// Reads an Authorization header.
    Verdict check(const QByteArray &authorization, qint64 nowSeconds) const;

private:
    QByteArray signature(const QByteArray &text) const;

    QByteArray m_key;
};

} // namespace sandbox
