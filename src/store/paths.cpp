#include "store/paths.h"

#include <QDir>
#include <QStandardPaths>

namespace store {

using namespace Qt::StringLiterals;

Paths Paths::standard()
{
    const QString home = qEnvironmentVariable("CONSENT_BRIDGE_HOME");
    if (!home.isEmpty())
        return below(QDir::current().absoluteFilePath(home));
    const auto own = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + u"/consent-bridge"_s;
    };
    return {.config = own(QStandardPaths::GenericConfigLocation),
            .data = own(QStandardPaths::GenericDataLocation),
            .cache = own(QStandardPaths::GenericCacheLocation)};
}

Paths Paths::below(const QString &folder)
{
    const QString clean = QDir::cleanPath(folder);
    return {.config = clean, .data = clean, .cache = clean + u"/cache"_s};
}

QString Paths::integrations() const
{
    return config + u"/integrations"_s;
}

QString Paths::journal() const
{
    return data + u"/journal.sqlite"_s;
}

QString Paths::inbox() const
{
    return data + u"/inbox.sqlite"_s;
}

QString Paths::runs() const
{
    return data + u"/runs"_s;
}

QString Paths::testHistory() const
{
    return data + u"/tests.sqlite"_s;
}

} // namespace store
