#include "engine/filepeople.h"

#include <QCoreApplication>
#include <QLocale>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::PeopleSource)
};

constexpr std::size_t partsAhead = 2;

} // namespace

/// Waits for a part, or for the answer about some people.
class FilePeople::PartJob final : public core::Job<SourcePart>
{
public:
    PartJob(bool isQuestion, QObject *parent) : Job(parent), m_isQuestion(isQuestion) {}

    bool isQuestion() const { return m_isQuestion; }
    void take(SourcePart part) { finish(std::move(part)); }

private:
    const bool m_isQuestion;
};

FilePeople::FilePeople(ExportReader::Order order)
    : m_files(order.files.files.size())
    , m_size(order.files.size())
    , m_knownAt(order.files.knownAt())
    , m_reader(std::move(order), m_stop)
    , m_here(std::make_unique<QObject>())
    , m_thread(QThread::create([this] { run(); }))
{
    m_thread->setObjectName(u"exports"_s);
    m_thread->start();
}

FilePeople::~FilePeople()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread->wait();
}

core::Job<SourcePart> *FilePeople::next(QObject *parent)
{
    m_waiting = new PartJob(false, parent);
    deliver();
    return m_waiting;
}

core::Job<SourcePart> *FilePeople::people(const QStringList &ids, QObject *parent)
{
    m_waiting = new PartJob(true, parent);
    {
        const std::lock_guard lock(m_mutex);
        m_question = ids;
        m_answer.reset();
    }
    m_changed.notify_all();
    return m_waiting;
}

QString FilePeople::name() const
{
    return Texts::tr("%n exported file(s) of Didomi, %1, known at %2.", nullptr, int(m_files))
        .arg(QLocale().formattedDataSize(m_size), QLocale().toString(m_knownAt.toLocalTime(), QLocale::ShortFormat));
}

void FilePeople::run()
{
    std::unique_lock lock(m_mutex);
    bool isAtEnd = false;
    while (!m_stop) {
        if (m_question) {
            const QStringList ids = *std::exchange(m_question, {});
            lock.unlock();
            SourcePart part = m_reader.people(ids);
            lock.lock();
            if (!m_question) // else somebody asks something else by now
                m_answer = std::move(part);
            tellReady();
        } else if (!isAtEnd && m_ready.size() < partsAhead) {
            lock.unlock();
            SourcePart part = m_reader.next();
            lock.lock();
            isAtEnd = part.isLast;
            m_ready.push_back(std::move(part));
            tellReady();
        } else {
            m_changed.wait(lock);
        }
    }
}

void FilePeople::tellReady()
{
    QMetaObject::invokeMethod(
        m_here.get(), [this] { deliver(); }, Qt::QueuedConnection);
}

void FilePeople::deliver()
{
    if (!m_waiting || m_waiting->isSettled())
        return;
    std::optional<SourcePart> part;
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting->isQuestion()) {
            part = std::exchange(m_answer, {});
        } else if (!m_ready.empty()) {
            part = std::move(m_ready.front());
            m_ready.pop_front();
        }
    }
    if (!part)
        return;
    m_changed.notify_all();
    m_waiting->take(std::move(*part));
}

} // namespace engine
