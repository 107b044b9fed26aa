#pragma once

#include "cli/workplacecommand.h"
#include "engine/filesource.h"
#include "engine/livefeed.h"
#include "engine/livelock.h"
#include "engine/webhooklistener.h"

namespace cli {

/// `live`: writes consents to Dynamics 365 as they arrive: from webhooks, by polling, from files. Runs until it is told
/// to stop, or with --once until nothing waits.
class LiveCommand final : public WorkplaceCommand
{
public:
    LiveCommand(Console &console, Environment &environment, QObject *parent);
    ~LiveCommand() override;

    /// A write that was sent is settled first.
    void cancel() override;

private:
    bool printsLines() const override { return true; }
    void start() override;
    bool openInbox();
    void listParked();
    void redrive();

    bool checkUsage();
    void readListenerSecrets();
    void readListenerSecret(const QString &option, core::Secret engine::WebhookAccess::*place,
                            const std::function<void()> &next);
    bool listen();
    void begin();
    void survey();
    void run();
    void checkDrained();
    void reportItem(const engine::FeedItem &item);
    void reportOutage();
    void conclude();

    QString shownPerson(const QString &person) const;

    profile::Profile m_profile;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<store::Inbox> m_inbox;
    engine::WebhookOptions m_webhooks;
    std::unique_ptr<engine::WebhookListener> m_earlyListener; ///< Until there is a feed to own it.
    std::unique_ptr<engine::LiveFeed> m_feed;                 ///< Uses all of the above.
    engine::WebhookListener *m_listener = nullptr;
    engine::FileSource *m_files = nullptr;
    int m_surveys = 0; ///< That failed, in a row.
    qint64 m_written = 0;
    qint64 m_ended = 0;
    qint64 m_parked = 0;
    bool m_isStopping = false;
    bool m_hasOutage = false;
    bool m_isCheckQueued = false;
};

} // namespace cli
