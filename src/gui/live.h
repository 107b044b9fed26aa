#pragma once

#include "bridge/surroundings.h"
#include "engine/livefeed.h"
#include "gui/livesettings.h"
#include "models/sign.h"
#include "net/message.h"

#include <array>
#include <functional>
#include <memory>

class QLockFile;

namespace engine {
class FileSource;
class WebhookListener;
} // namespace engine

namespace models {
class FeedModel;
}

namespace gui {

class Session;

/// One integration's consents as they arrive, while it is open in the window: the queue on disk, where consents come
/// from, the feed that writes them, and what was seen of it.
///
/// Of all programs one at a time works on an integration; the others say so. What waits stays in the queue, however the
/// program ends, and is worked on when the feed is started again.
class Live : public QObject
{
    Q_OBJECT

public:
    explicit Live(Session &session);
    ~Live() override;

    // At work ---------------------------------------------------------------------------------------------------------
    void start(bool dryRun); ///< Or starts again, with what was saved since.
    void stop();             ///< A write that is on its way is settled first.
    bool isRunning() const { return m_feed && m_feed->isRunning(); }
    bool isStarting() const { return m_isStarting; }
    void pause(bool on);
    bool isPaused() const { return m_isPaused; }
    void setDryRun(bool on); ///< Stays on while nothing may be written.
    bool isDryRun() const { return m_isDryRun; }

    engine::LiveFeed *feed() const { return m_feed.get(); } ///< nullptr until it was started.
    core::Error problem() const { return m_problem; } ///< Why it could not be started; message empty when it could.

    // Where consents come from ----------------------------------------------------------------------------------------
    const LiveSettings &settings() const { return m_settings; }

    /// Keeps them, and `typed` in the keychain unless it is empty; goes on with them when it is running. The answer
    /// says what went wrong, if anything: then nothing was changed.
    void setSettings(const LiveSettings &settings, const core::Secret &typed,
                     std::function<void(const core::Result<core::Nothing> &)> answer);

    /// Saved webhooks, events, users; read now, or when it is started.
    void openFiles(const QStringList &paths);

    /// One place where consents come from, and how it does.
    struct SourceState {
        models::Sign sign = models::Sign::None;
        QString text; ///< "Listening at http://…"; translated.
        QString fix;
    };
    QList<SourceState> sources() const;
    QUrl webhookUrl() const; ///< Empty while nothing is listened on.

    /// Everything about where consents come from goes, the secret too.
    void forgetSources();

    // What there is ---------------------------------------------------------------------------------------------------
    models::FeedModel *items() const { return m_items; }
    core::Result<store::Inbox::Counts> counts() const;
    core::Result<QList<store::Arrival>> parked(int limit) const;
    core::Result<int> redrive(qint64 number); ///< One that is parked waits again.
    core::Result<int> redriveAll();
    int perMinute() const; ///< How many ended in the last minute.

    /// The literal requests of an item's plan; none when nothing would be sent, or the connection is another one now.
    QList<net::Request> requestsOf(const engine::FeedItem &item) const;

    bool isMasked() const;
    void setMasked(bool on);

Q_SIGNALS:
    void changed();       ///< Whether it runs, its sources, what is wrong.
    void countsChanged(); ///< How much waits, is parked, has ended; may come often.

private:
    void prepare();
    void claim();
    void build(bridge::Link &link, const bridge::Surroundings &surroundings, const core::Secret &secret);
    void addSources(const core::Secret &secret);
    void follow(engine::FileSource *source, const QStringList &paths);
    void fail(const core::Error &problem);
    void settle();
    void noteEnd();
    core::Result<store::Inbox *> inbox() const;
    QString entryName() const;

    Session &m_session;
    LiveSettings m_settings;
    models::FeedModel *m_items;
    bool m_isDryRun = false;
    bool m_isPaused = false;
    bool m_isStarting = false;
    int m_round = 0; ///< Answers to an older wish are dropped.
    core::Error m_problem;

    QStringList m_unread; ///< Files that were opened and not read to their end.
    QList<SourceState> m_readFiles;
    QDateTime m_lookedAt; ///< The end of the last round of polling.

    std::array<int, 60> m_ended{}; ///< By second.
    qint64 m_endedUntil = 0;       ///< The newest second in it.

    std::unique_ptr<QLockFile> m_lock;
    QString m_organization; ///< Of Dataverse, that the feed works with.
    bridge::Link *m_link = nullptr;
    std::unique_ptr<engine::LiveFeed> m_feed;
    QPointer<engine::WebhookListener> m_listener;
    QPointer<engine::LiveSource> m_polling;
};

} // namespace gui
