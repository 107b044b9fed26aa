#pragma once

#include "core/error.h"
#include "net/message.h"

namespace dataverse {

/// Codes that decide what happens next (dataverse-api section 3.3); all others only choose words.
namespace code {
inline constexpr quint32 objectDoesNotExist = 0x80040217;
inline constexpr quint32 recordNotFoundByEntityKey = 0x80060891;
inline constexpr quint32 duplicateRecord = 0x80040237;
inline constexpr quint32 duplicateRecordEntityKey = 0x80060892;
inline constexpr quint32 concurrencyVersionMismatch = 0x80060882;
} // namespace code

/// What a refusal's body says.
struct Refusal {
    bool isODataError = false; ///< `{"error": {…}}`: from Dataverse itself, not from something in between.
    QString codeText;          ///< As it stands there: hex, decimal, "0x0" or empty.
    QString words;             ///< The server's, untranslated. Of a page in HTML its text, shortened.

    quint32 code() const;
};

Refusal readRefusal(const net::Reply &reply);

/// Reads a refusal: status first, `error.code` second (hex, decimal or empty; dataverse-api section 3.1), never the
/// text. The code is given as "0x80040220"; the server's words are kept. HTML and empty bodies are survived.
///
/// Of the text only hints are taken: the missing privilege's name, the column that a value did not fit.
core::Error readError(const net::Reply &reply);

/// A success whose body is not what Dataverse gives: a portal's page, a cut answer.
core::Error unreadableReply(const net::Reply &reply);

/// `error.code` as a number; 0 when it is not one.
quint32 readCode(const QString &code);

/// True when a 404 says that the addressed row is missing: not the table, and not a page that some other server made.
bool saysRowIsMissing(const net::Reply &reply);

} // namespace dataverse
