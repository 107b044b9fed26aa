#pragma once

#include "engine/librarydesk.h"

namespace engine {

/// Does the work of a LibraryDesk, in the desk's thread. Everything here is that thread's.
class LibraryWorker final : public Worker
{
    Q_OBJECT

public:
    LibraryWorker(const LibraryDesk::Places &places, core::Clock &clock);
    ~LibraryWorker() override;

    void list(const QString &profileId);
    void find(const QString &person);
    void remove(const QString &path);
    void erase(const QString &person);

    void stop() override { quit(); } // nothing is ever on its way between two orders
    void abandon() override { quit(); }

Q_SIGNALS:
    void listed(const QList<store::RunEntry> &runs);
    void found(const QString &person, const store::RunLibrary::Found &found);
    void removed(const QString &path);
    void erased(const QString &person, const store::RunLibrary::Erased &erased);
    void failed(const core::Error &error);

private:
    core::Result<store::Journal *> journal();
    void sweepWhenDue();

    const LibraryDesk::Places m_places;
    core::Clock &m_clock;
    store::RunLibrary m_library;
    std::unique_ptr<store::Journal> m_journal; ///< Opened when it is first needed.
};

} // namespace engine
