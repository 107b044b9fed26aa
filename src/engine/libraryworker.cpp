#include "engine/libraryworker.h"

#include "store/inbox.h"

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

void LibraryWorker::list(const QString &profileId)
{
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
