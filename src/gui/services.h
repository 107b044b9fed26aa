#pragma once

#include "core/clock.h"
#include "keychain/secretstore.h"
#include "net/network.h"
#include "store/inbox.h"
#include "store/cache.h"
#include "store/journal.h"
#include "store/paths.h"
#include "store/profilestore.h"
#include "store/testhistory.h"

class QSettings;

namespace gui {

/// The built-in simulated environment, as the window sees it.
class PracticeGround
{
public:
    virtual ~PracticeGround() = default;

    /// The Practice integration's id; there is one.
    virtual QString profileId() const = 0;

    /// Starts the simulated environment if it is not running yet, and fills its addresses and secrets into `stored`
    /// (what the user kept of the integration) or into a fresh Practice integration.
    virtual core::Result<profile::Profile> open(const std::optional<profile::Profile> &stored) = 0;

    struct SamplePerson {
        QString id;          ///< organization_user_id
        QString description; ///< "Jane Doe, one contact"; translated.
    };
    virtual QList<SamplePerson> people() const = 0;

    /// Where its queue of arrived consents is kept until the program ends.
    virtual QString inboxPath() const = 0;

    /// Where plans and runs are kept until the program ends.
    virtual QString folder() const = 0;

    /// Lets consents arrive by themselves, as on a live website.
    virtual void setStreaming(bool on) = 0;

    /// Something that goes wrong on purpose, so that one learns what it looks like.
    struct Rehearsal {
        QString id;
        QString title; ///< "The client secret has expired"; translated.
        QString step;  ///< Word of the step that shows it.
    };
    virtual QList<Rehearsal> rehearsals() const = 0;

    /// Lets it go wrong from now on: returns the integration as it must be tested. Empty `id`: all is well again.
    virtual core::Result<profile::Profile> rehearse(const QString &id) = 0;
};

/// What the window works with; made in app/, where every concrete class is known, or by a test. Each thing is made when
/// it is first asked for.
class Services
{
public:
    virtual ~Services() = default;

    virtual core::Clock &clock() = 0;
    virtual net::Network &network() = 0;
    virtual keychain::SecretStore &secrets() = 0;
    virtual store::ProfileStore &profiles() = 0;

    /// The journal, or why it cannot be opened: then nothing can be pushed, everything else works.
    virtual core::Result<store::Journal *> journal() = 0;

    virtual QString journalPath() const = 0; ///< For those who open it in a thread of their own.

    /// Where plans and runs of resyncs are kept (store::Paths::runs()): those of Practice are gone with the program.
    virtual store::Paths runPaths(const profile::Profile &profile) const = 0;

    /// Where the queue of arrived consents is kept: Practice has one of its own, which is gone with the program.
    virtual QString inboxPath(const profile::Profile &profile) const = 0;

    /// That queue, or why it cannot be opened: then nothing can be taken live, everything else works.
    virtual core::Result<store::Inbox *> inbox(const profile::Profile &profile) = 0;

    /// Earlier connection tests, or why they cannot be read: then tests are not compared, everything else works.
    virtual core::Result<store::TestHistory *> testHistory() = 0;

    virtual store::Cache &cache() = 0;
    virtual QSettings &settings() = 0;
    virtual PracticeGround &practice() = 0;
};

} // namespace gui
