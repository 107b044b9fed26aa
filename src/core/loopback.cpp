#include "core/loopback.h"

#include <QRegularExpression>

namespace core {

using namespace Qt::StringLiterals;

bool isLoopback(const QString &host)
{
    static const QRegularExpression numbers(uR"(^127(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$)"_s);
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host == "::1"_L1 || host == "[::1]"_L1 ||
           numbers.match(host).hasMatch();
}

} // namespace core
