#pragma once

#include "core/error.h"
#include "net/message.h"

namespace dataverse {

/// Reads a refusal: status first, `error.code` second (hex, decimal or empty; dataverse-api section 3.1), never the text. The code is given as
/// "0x80040220"; the server's words are kept. HTML and empty bodies are survived.
core::Error readError(const net::Reply &reply);

/// `error.code` as a number; 0 when it is not one.
quint32 readCode(const QString &code);

} // namespace dataverse
