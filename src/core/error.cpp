#include "core/error.h"

namespace core {

using namespace Qt::StringLiterals;

Error Error::cancelled()
{
    return {.kind = Kind::Cancelled, .message = tr("Stopped before it was finished.")};
}

bool Error::isTransient() const
{
    switch (kind) {
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Throttled:
    case Kind::Server:
        return true;
    case Kind::Cancelled:
    case Kind::Invalid:
    case Kind::Tls:
    case Kind::SignIn:
    case Kind::Forbidden:
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::Rejected:
    case Kind::BadReply:
    case Kind::Storage:
    case Kind::Keychain:
        return false;
    }
    return false;
}

QString Error::toLine() const
{
    QString line = message;
    if (!code.isEmpty())
        line += u" ["_s + code + u']';
    if (!requestId.isEmpty())
        line += u" (request "_s + requestId + u')';
    return line;
}

} // namespace core
