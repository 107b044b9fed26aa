#pragma once

#include "engine/exportreader.h"

#include <QPointer>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace engine {

/// Exports, read in a thread of its own that is ahead of who asks by two parts at most.
class FilePeople final : public PeopleSource
{
public:
    explicit FilePeople(ExportReader::Order order);
    ~FilePeople() override;

    core::Job<SourcePart> *next(QObject *parent) override;
    core::Job<SourcePart> *people(const QStringList &ids, QObject *parent) override;
    QString name() const override;
    QDateTime knownAt() const override { return m_knownAt; }

private:
    class PartJob;

    void run();     ///< The thread.
    void deliver(); ///< What is ready to who waits for it; in the thread of who asks.
    void tellReady();

    const qsizetype m_files;
    const qint64 m_size;
    const QDateTime m_knownAt;

    std::atomic<bool> m_stop = false;
    ExportReader m_reader; ///< The thread's alone.

    std::mutex m_mutex; ///< Over what follows, up to the next gap.
    std::condition_variable m_changed;
    std::deque<SourcePart> m_ready;
    std::optional<QStringList> m_question;
    std::optional<SourcePart> m_answer;

    QPointer<PartJob> m_waiting;       ///< In the thread of who asks.
    std::unique_ptr<QObject> m_here;   ///< Lives there.
    std::unique_ptr<QThread> m_thread; ///< Declared last: it uses all of this.
};

} // namespace engine
