#include "core/job.h"

namespace core {

bool JobBase::settle()
{
    if (m_settled)
        return false;
    m_settled = true;
    QMetaObject::invokeMethod(this, &JobBase::emitFinished, Qt::QueuedConnection);
    return true;
}

void JobBase::deleteSteps()
{
    qDeleteAll(findChildren<JobBase *>(Qt::FindDirectChildrenOnly));
}

void JobBase::emitFinished()
{
    deleteLater();
    Q_EMIT finished(QPrivateSignal()); // last: a handler may delete the owner and this job with it
}

} // namespace core
