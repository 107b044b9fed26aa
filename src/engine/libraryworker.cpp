#include "engine/libraryworker.h"

#include "store/inbox.h"
#include "store/retention.h"

#include <QFileInfo>

namespace engine {

using core::Result;

LibraryWorker::LibraryWorker(const LibraryDesk::Places &places, core::Clock &clock)
    : m_places(places), m_clock(clock), m_library(places.paths, clock)
{
}

LibraryWorker::~LibraryWorker() = default;

Result<store::Journal *> LibraryWorker::journal()
{
    if (!m_journal) {
        auto opened = store::Journal::open(m_places.journalPath, m_clock);
        if (!opened)
            return opened.error();
        m_journal = std::move(*opened);
    }
    return m_journal.get();
}

/// What could not be removed stays in the list, and is tried again another day.
void LibraryWorker::sweepWhenDue()
{
    // Practice has plans of its own for a while, but no journal, and no say in how long that is kept.
    if (m_places.journalPath != m_places.paths.journal())
        return;
    if (const auto journal = this->journal())
        (void)store::Retention(m_places.paths, m_clock).sweepWhenDue(**journal);
}

void LibraryWorker::list(const QString &profileId)
{
    sweepWhenDue(); // in this thread, before anybody sees what is about to go
    Q_EMIT listed(m_library.runs(profileId));
}

void LibraryWorker::find(const QString &person)
{
    const auto journal = this->journal();
    if (!journal)
        Q_EMIT failed(journal.error());
    else
        Q_EMIT found(person, m_library.find(person, **journal));
}

void LibraryWorker::remove(const QString &path)
{
    const auto journal = this->journal();
    if (!journal)
        Q_EMIT failed(journal.error());
    else if (const auto gone = m_library.remove(path, **journal); !gone)
        Q_EMIT failed(gone.error());
    else
        Q_EMIT removed(path);
}

void LibraryWorker::erase(const QString &person)
{
    const auto journal = this->journal();
    if (!journal) {
        Q_EMIT failed(journal.error());
        return;
    }
    std::unique_ptr<store::Inbox> inbox;
    if (QFileInfo::exists(m_places.inboxPath)) {
        auto opened = store::Inbox::open(m_places.inboxPath, m_clock);
        if (!opened) {
            Q_EMIT failed(opened.error());
            return;
        }
        inbox = std::move(*opened);
    }
    Q_EMIT erased(person, m_library.erase(person, **journal, inbox.get()));
}

} // namespace engine
