#include "keychain/secretstore.h"

namespace keychain {

using namespace Qt::StringLiterals;

QString entryName(const QString &profileId, const QString &which)
{
    return u"consent-bridge/%1/%2"_s.arg(profileId, which);
}

} // namespace keychain
