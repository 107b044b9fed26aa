#include "core/threadedjob.h"

#include <QThread>
#include <QThreadPool>

#include <algorithm>

namespace core {

void startInThread(std::function<void()> work)
{
    static QThreadPool *const pool = [] {
        QThreadPool *global = QThreadPool::globalInstance(); // the application waits for this one at its end
        global->setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
        return global;
    }();
    pool->start(std::move(work));
}

} // namespace core
