#pragma once

#include "engine/workthread.h"
#include "store/runlibrary.h"

namespace engine {

class LibraryWorker;

/// The plans and runs that are kept on this machine, looked through in a thread of its own: there may be many, and
/// large ones. Orders are done in turn; what comes back are values, in the thread that this lives in.
class LibraryDesk : public QObject
{
    Q_OBJECT

public:
    struct Places {
        store::Paths paths;  ///< Whose runs() they are kept in.
        QString journalPath; ///< Opened in the thread.
        QString inboxPath;   ///< Likewise, when a person is erased; empty: there is none.
    };

    explicit LibraryDesk(const Places &places, core::Clock &clock = core::Clock::system(), QObject *parent = nullptr);
    ~LibraryDesk() override;

    /// Once a day what is older than store::Retention says is removed before.
    void list(const QString &profileId);
    void find(const QString &person);
    void remove(const QString &path);
    /// Forgets a person everywhere.
    void erase(const QString &person);

    bool isBusy() const { return m_open > 0; }

Q_SIGNALS:
    void listed(const QList<store::RunEntry> &runs); ///< Newest first.
    void found(const QString &person, const store::RunLibrary::Found &found);
    void removed(const QString &path);
    void erased(const QString &person, const store::RunLibrary::Erased &erased);
    void failed(const core::Error &error); ///< In the place of what was asked for.
    void busyChanged();

private:
    void post(std::function<void(LibraryWorker &)> order);

    const Places m_places;
    core::Clock &m_clock;
    std::unique_ptr<WorkThread> m_thread; ///< Made when it is first needed.
    LibraryWorker *m_worker = nullptr;    ///< Lives in the thread: only for orders there.
    int m_open = 0;                       ///< Orders that are not done.
};

} // namespace engine
