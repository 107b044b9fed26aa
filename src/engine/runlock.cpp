#include "engine/runlock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::RunLock)
};

} // namespace

core::Result<std::unique_ptr<QLockFile>> lockRun(const QString &path)
{
    // Beside the file itself, as SQLite's own: whoever has the folder open sees it.
    const QString real = QFileInfo(path).exists() ? QFileInfo(path).canonicalFilePath() : path;
    auto lock = std::make_unique<QLockFile>(real + u".lock"_s);
    lock->setStaleLockTime(0); // only a holder that is gone loses it, however long it takes
    if (lock->tryLock(0))
        return lock;
    if (lock->error() == QLockFile::LockFailedError)
        return Error{.kind = Error::Kind::Conflict,
                     .message =
                         Texts::tr("Another program is working on this plan: %1").arg(QDir::toNativeSeparators(path)),
                     .fix = Texts::tr("Wait until it has ended, or stop it.")};
    return Error{.kind = Error::Kind::Storage,
                 .message =
                     Texts::tr("The file %1 cannot be written.").arg(QDir::toNativeSeparators(real + u".lock"_s)),
                 .fix = Texts::tr("Check that you may write into this folder, and that the disk is not full.")};
}

} // namespace engine
