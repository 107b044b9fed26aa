#include "keychain/outsidesecret.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace keychain {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using core::Secret;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(keychain::OutsideSecret)
};

constexpr qint64 largestFile = 64 * 1024;

Error problem(Error::Kind kind, const QString &message, const QString &fix, const QString &detail = {})
{
    return {.kind = kind, .message = message, .fix = fix, .detail = detail};
}

} // namespace

Result<Secret> secretFromVariable(const QString &name)
{
    QByteArray value = qEnvironmentVariable(name.toLocal8Bit().constData()).toUtf8();
    while (value.endsWith('\n') || value.endsWith('\r'))
        value.chop(1);
    if (value.isEmpty())
        return problem(Error::Kind::NotFound,
                       qEnvironmentVariableIsSet(name.toLocal8Bit().constData())
                           ? Text::tr("The environment variable “%1” is empty.").arg(name)
                           : Text::tr("The environment variable “%1” is not set.").arg(name),
                       Text::tr("Set it to the secret before you start the program."));
    return Secret(value);
}

Result<Secret> secretFromFile(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (!info.exists())
        return problem(Error::Kind::NotFound, Text::tr("There is no file “%1” to take the secret from.").arg(shown),
                       Text::tr("Create it with the secret as its first line, or correct the reference."));
    QFile file(path);
    if (info.isDir() || !file.open(QIODevice::ReadOnly))
        return problem(Error::Kind::Storage, Text::tr("The file “%1” with the secret could not be opened.").arg(shown),
                       Text::tr("Check that it is a file and that you may read it."), file.errorString());
    QByteArray content = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return problem(Error::Kind::Storage, Text::tr("The file “%1” with the secret could not be read.").arg(shown),
                       Text::tr("Check that it is a file and that its disk works."), file.errorString());
    if (content.size() > largestFile)
        return problem(Error::Kind::Invalid,
                       Text::tr("The file “%1” is larger than 64 KB; it cannot hold just a secret.").arg(shown),
                       Text::tr("Name a file whose first line is the secret."));
    if (content.startsWith("\xEF\xBB\xBF"))
        content.remove(0, 3);
    content.truncate(content.indexOf('\n') < 0 ? content.size() : content.indexOf('\n'));
    if (content.endsWith('\r'))
        content.chop(1);
    if (content.isEmpty())
        return problem(Error::Kind::NotFound, Text::tr("The first line of the file “%1” is empty.").arg(shown),
                       Text::tr("Write the secret into its first line."));
    return Secret(content);
}

} // namespace keychain
