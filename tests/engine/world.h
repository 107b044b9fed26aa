#pragma once

#include "bridge/surroundings.h"
#include "engine/planjob.h"
#include "engine/pushjob.h"
#include "sandbox/sandbox.h"
#include "store/journal.h"
#include "support/fakeclock.h"

#include <QTemporaryDir>

namespace support {

/// A sandbox, the practice integration linked to it, a journal, and a second link through which somebody else works.
///
/// Waits between repeated requests end at once; tokens and times are real. With a clock of its own in the options the
/// sandbox and the network go by that one.
class World
{
public:
    explicit World(sandbox::Options options = {.contacts = 40, .didomiRequestLimit = 0});
    virtual ~World();

    /// Makes the link for `profile` and reads the surroundings; false (with a warning) when that fails. Call again
    /// after changing `profile`.
    bool connect();

    /// The same where `profile` changed only in what both ends do not know of, such as mappings: the surroundings are
    /// not read again, which takes most of the time.
    bool relink();

    sandbox::Sandbox &sandbox() { return *m_sandbox; }
    bridge::Link &link() { return *m_link; }
    bridge::Link &somebodyElse() { return *m_other; }
    const bridge::Surroundings &surroundings() const { return m_surroundings; }
    store::Journal &journal() { return *m_journal; }
    QString journalPath() const;
    QString folder() const { return m_folder.path(); }
    net::Network &network() { return *m_network; }
    FakeClock &waits() { return m_waits; }

    QString person(sandbox::Person::Case kind, int which = 0) const; ///< organization_user_id
    const sandbox::Person &fullPerson(sandbox::Person::Case kind, int which = 0) const;
    const QList<sandbox::Person> &people() const { return m_people; } ///< Everybody in the sandbox.

    /// An event of that person, by default of now: purpose id → true / false / null.
    consent::Subject event(const QString &person, const QJsonObject &purposes,
                           const QDateTime &time = QDateTime::currentDateTimeUtc()) const;
    QJsonObject eventJson(const QString &person, const QJsonObject &purposes,
                          const QDateTime &time = QDateTime::currentDateTimeUtc()) const;
    /// The same, told to Didomi: its users change.
    bool tellDidomi(const QString &person, const QJsonObject &purposes);

    core::Result<engine::Plan> plan(const consent::Subject &subject);
    core::Result<engine::PushReport> push(const engine::Plan &plan);
    core::Result<engine::PushReport> planAndPush(const consent::Subject &subject);

    /// The rows of that person, as somebody else sees them.
    QList<dataverse::Row> rows(const QString &column, const QString &value);
    dataverse::Row rowOf(const QString &person); ///< By the alternate key; empty when there is none.
    bool set(const QString &rowId, const QString &column, const QByteArray &json); ///< Somebody else changes a row.
    bool remove(const QString &rowId);                                             ///< Somebody else deletes one.

    /// Requests that write, one row or many, that the link under test has sent since the last call of this.
    int sentWrites();

    QList<store::JournalItem> items() const;

    profile::Profile profile;
    bridge::Secrets secrets;

private:
    QTemporaryDir m_folder;
    FakeClock m_waits;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<net::Network> m_network;
    std::unique_ptr<net::Network> m_otherNetwork;
    std::unique_ptr<store::Journal> m_journal;
    std::unique_ptr<bridge::Link> m_link;
    std::unique_ptr<bridge::Link> m_other;
    bridge::Surroundings m_surroundings;
    QList<sandbox::Person> m_people;
    qint64 m_lastCall = 0;
};

} // namespace support
