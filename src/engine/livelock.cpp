#include "engine/livelock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::LiveLock)
};

} // namespace

core::Result<std::unique_ptr<QLockFile>> lockLive(const QString &inboxPath, const QString &profileId)
{
    const QString path = QFileInfo(inboxPath).absolutePath() + u"/live-"_s + profileId + u".lock"_s;
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0); // only a holder that is gone loses it, however long it takes
    if (lock->tryLock(0))
        return lock;
    if (lock->error() == QLockFile::LockFailedError)
        return Error{.kind = Error::Kind::Conflict,
                     .message = Texts::tr("Another program already writes this integration's consents as they arrive."),
                     .fix = Texts::tr("Stop it first; two at once could write one person out of order.")};
    return Error{.kind = Error::Kind::Storage,
                 .message = Texts::tr("The file %1 cannot be written.").arg(QDir::toNativeSeparators(path)),
                 .fix = Texts::tr("Check that you may write into this folder, and that the disk is not full.")};
}

} // namespace engine
