#include "models/reviewfile.h"

#include <QCoreApplication>
#include <QThread>

namespace models {

using core::Result;

namespace {

constexpr unsigned long quickEndMs = 5;

/// Ends before it goes.
class Thread final : public QThread
{
public:
    using QThread::QThread;
    ~Thread() override { wait(); }
};

} // namespace

/// Opens the file with the first task, so that opening is not waited for either.
class ReviewFile::Worker final : public QObject
{
    Q_OBJECT

public:
    Worker(store::RunPlace place, std::shared_ptr<std::atomic_bool> isOver)
        : m_place(std::move(place)), m_isOver(std::move(isOver))
    {
    }

    void run(const Task &task)
    {
        if (*m_isOver)
            return;
        if (!m_file)
            m_file = store::RunFile::open(m_place);
        Q_EMIT answered(*m_file ? task(Plan{***m_file, m_pages, m_names}) : task(m_file->error()));
    }

Q_SIGNALS:
    void answered(const std::function<void()> &answer);

private:
    const store::RunPlace m_place;
    const std::shared_ptr<std::atomic_bool> m_isOver;
    std::optional<Result<std::unique_ptr<store::RunFile>>> m_file;
    std::unique_ptr<store::RunPages> m_pages; // goes before the file
    const std::shared_ptr<store::RunNames> m_names = std::make_shared<store::RunNames>();
};

ReviewFile::ReviewFile(const store::RunPlace &place, QObject *parent)
    : QObject(parent), m_thread(new Thread), m_isOver(std::make_shared<std::atomic_bool>(false))
{
    m_worker = new Worker(place, m_isOver);
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &Worker::answered, this, [](const Answer &answer) { answer(); });
    m_thread->start();
}

ReviewFile::~ReviewFile()
{
    *m_isOver = true;
    m_worker->disconnect(this);
    m_thread->quit();
    if (m_thread->wait(quickEndMs)) {
        delete m_thread;
        return;
    }
    // A long statement must not hold the window up. The program waits for it when it ends.
    m_thread->setParent(QCoreApplication::instance());
    connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    if (m_thread->isFinished())
        m_thread->deleteLater();
}

void ReviewFile::post(Task task)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, task = std::move(task)] { worker->run(task); }, Qt::QueuedConnection);
}

} // namespace models

#include "reviewfile.moc"
