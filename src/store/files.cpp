#include "store/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace store::files {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::Files)
};

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

Error cannotWrite(const QString &path, const QString &reason)
{
    return {.kind = Error::Kind::Storage,
            .message = Text::tr("“%1” could not be written.").arg(shown(path)),
            .fix = Text::tr("Check that you may write into the folder “%1” and that the disk is not full.")
                       .arg(shown(QFileInfo(path).path())),
            .detail = reason};
}

} // namespace

Result<QByteArray> read(const QString &path, qint64 largest)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return Error{.kind = Error::Kind::NotFound,
                     .message = Text::tr("There is no file “%1”.").arg(shown(path)),
                     .fix = Text::tr("Check the name and the folder.")};
    if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("“%1” could not be opened.").arg(shown(path)),
                     .fix = Text::tr("Check that it is a file and that you may read it."),
                     .detail = file.errorString()};
    const QByteArray content = file.read(largest + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("“%1” could not be read.").arg(shown(path)),
                     .fix = Text::tr("Check that it is a file and that its disk works."),
                     .detail = file.errorString()};
    if (content.size() > largest)
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("“%1” is larger than %n byte(s); it cannot be what is looked for.", nullptr,
                                         int(largest))
                                    .arg(shown(path)),
                     .fix = Text::tr("Check that this is the right file.")};
    return content;
}

Result<Nothing> writeAtomically(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    const bool isPrivate = file.setPermissions(ownerOnly);
    // Flushed before the commit, which does not notice when the rest of the buffer finds no room (Qt 6.4).
    if (!isPrivate || file.write(content) != content.size() || !file.flush() || !file.commit())
        return cannotWrite(path, file.errorString());
    return Nothing{};
}

Result<Nothing> makeFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return Nothing{};
    if (!info.exists() && QDir().mkpath(path)) {
        QFile::setPermissions(path, ownerOnly | QFileDevice::ExeOwner);
        return Nothing{};
    }
    return Error{
        .kind = Error::Kind::Storage,
        .message = Text::tr("The folder “%1” could not be made.").arg(shown(path)),
        .fix = info.exists()
                   ? Text::tr("There is a file of that name; move it away.")
                   : Text::tr("Check that you may write into the folder above it and that the disk is not full.")};
}

Result<Nothing> move(const QString &from, const QString &to)
{
    QFile file(from);
    if (file.rename(to))
        return Nothing{};
    return Error{.kind = Error::Kind::Storage,
                 .message = Text::tr("“%1” could not be moved to “%2”.").arg(shown(from), shown(to)),
                 .fix = Text::tr("Check that you may write into both folders."),
                 .detail = file.errorString()};
}

QString firstFree(const QString &path)
{
    QString free = path;
    for (int number = 2; QFileInfo::exists(free); ++number)
        free = u"%1-%2"_s.arg(path).arg(number);
    return free;
}

QString stamp(const QDateTime &time)
{
    return time.toLocalTime().toString(u"yyyyMMdd-HHmmss"_s);
}

} // namespace store::files
