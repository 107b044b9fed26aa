#pragma once

#include <QCoreApplication>
#include <QString>

#include <chrono>
#include <optional>

namespace core {

/// Why something did not work, for people and for logs.
///
/// `kind` names the reaction, not the API that failed. `message` and `fix` are translated whole sentences; `detail`
/// holds the other side's own words, untranslated. None of the members ever holds a secret or a token.
struct Error {
    Q_DECLARE_TR_FUNCTIONS(core::Error)
public:
    enum class Kind {
        Cancelled, ///< The user stopped it.
        Invalid,   ///< Our own input is wrong: `field` names it.
        Network,   ///< The other side cannot be reached; trying later makes sense.
        Timeout,   ///< No answer in time; whether a write took effect is unknown.
        Tls,       ///< The other side could not prove who it is. Never ignorable.
        SignIn,    ///< Credentials were refused; only the user can help.
        Forbidden, ///< Signed in, but not allowed.
        NotFound,  ///< The row, table or resource does not exist.
        Conflict,  ///< Somebody else changed it, or several rows match.
        Throttled, ///< Too many requests, even after waiting.
        Server,    ///< The other side failed.
        Rejected,  ///< The other side understood and refused (a 4xx with no better kind).
        BadReply,  ///< The answer could not be read.
        Storage,   ///< A local file or database failed.
        Keychain,  ///< The system's keychain failed or is not there.
    };

    Kind kind = Kind::Invalid;
    QString message = {};   ///< What happened and why; a translated sentence.
    QString fix = {};       ///< What to do about it; a translated sentence, or empty.
    QString field = {};     ///< The input that caused it, as the profile file names it ("authentication.client_id").
    QString code = {};      ///< The service's own code ("AADSTS7000215", "0x80040217"), or empty.
    QString detail = {};    ///< The server's own words, for "Details".
    int httpStatus = 0;     ///< 0 when there was no HTTP answer.
    QString requestId = {}; ///< The server's id of the request, for its support.
    std::optional<std::chrono::milliseconds> retryAfter = {};

    static Error cancelled();

    /// True when the same call may work later without anybody changing anything.
    bool isTransient() const;

    /// One line for logs and command lines: message, code, request id. No fix, no detail.
    QString toLine() const;

    bool operator==(const Error &) const = default;
};

} // namespace core
