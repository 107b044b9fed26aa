#pragma once

#include "bridge/surroundings.h"
#include "gui/services.h"
#include "mapping/lint.h"
#include "models/sign.h"

#include <QPointer>
#include <QUndoStack>

#include <array>
#include <functional>
#include <memory>
#include <optional>

namespace gui {

class Live;
class Resync;
class TestBench;

/// One integration while it is open: what is on disk, what the user made of it, the secrets typed, what both ends say,
/// what runs.
///
/// The pages show it and change it, and know nothing of one another. It outlives the page's interest, so that changes
/// survive a look at another integration.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(Services &services, const profile::Profile &profile, bool isStored, QObject *parent = nullptr);
    ~Session() override;

    Services &services() { return m_services; }
    QString id() const { return m_draft.id; }
    bool isPractice() const { return m_draft.kind == profile::EnvironmentKind::Practice; }

    // What the user edits ---------------------------------------------------------------------------------------------
    const profile::Profile &draft() const { return m_draft; }
    const profile::Profile &saved() const { return m_saved; }
    bool isStored() const { return m_isStored; } ///< False for a new one that was never saved.
    bool isDirty() const;                        ///< Never while a fault is rehearsed: that is not kept.
    void setDraft(const profile::Profile &draft);

    /// Changes to mappings, undoable. Steps with the same `mergeId` (≥ 0) in a row become one: typing a word is one
    /// step.
    void changeMappings(const QString &what, const QList<profile::Mapping> &after, int mergeId = -1);
    QUndoStack &undoStack() { return m_undo; }

    /// Writes the profile file, and typed secrets into the keychain. The answer says what went wrong, if anything.
    void save(std::function<void(const core::Result<core::Nothing> &)> answer);
    void revert();

    const QList<profile::Problem> &problems() const { return m_problems; }  ///< profile::validate() of the draft.
    const QList<mapping::Verdict> &verdicts() const { return m_lint.rows; } ///< One for each mapping of the draft.
    const QList<mapping::LintFinding> &findings() const { return m_lint.profile; } ///< About the mappings as a whole.

    // Secrets ---------------------------------------------------------------------------------------------------------
    enum class Which { Client, Didomi, NextClient, Passphrase, ProxyPassword };
    static constexpr int secretCount = 5;
    /// Used from now on, kept with save(); empty = what is kept.
    void typeSecret(Which which, const core::Secret &secret);
    bool hasTyped(Which which) const { return !typed(which).isEmpty(); }
    const core::Secret &typed(Which which) const { return m_typed.at(std::size_t(which)); }
    const profile::SecretRef &secretRef(Which which) const;
    core::Error secretProblem(Which which) const;                   ///< Of the last attempt to read it.
    core::Error whyOnlySession() const { return m_whyOnlySession; } ///< Why the last save could not use the keychain.

    /// What keeps secrets here; nothing until it is known. Asked for once, when somebody looks.
    const std::optional<keychain::Availability> &keychain();

    bool hasNextSecret() const; ///< The second slot is filled, saved or typed.
    void switchToNextSecret();  ///< In the draft; the former one is forgotten with save().
    void forgetNextSecret();    ///< Likewise.

    /// For a secret of a further user: where it will be kept. The draft names it; typeFurtherSecret() holds it until
    /// save(), and from then on the keychain, or what there is in its place.
    profile::SecretRef placeForFurtherSecret() const;
    void typeFurtherSecret(const profile::SecretRef &place, const core::Secret &secret);

    using SecretsHandler = std::function<void(const core::Result<bridge::FoundSecrets> &)>;
    /// Reads those of the draft, what was typed first. Fails only when it is cancelled.
    void findSecrets(SecretsHandler handler);

    // Both ends -------------------------------------------------------------------------------------------------------
    struct Ready {
        bridge::Link &link;
        const bridge::Surroundings &surroundings;
    };
    using ReadyHandler = std::function<void(const core::Result<Ready> &)>;

    /// Makes the link for the draft as it is now and asks both ends what they have, unless that is known already.
    void ready(const QObject *context, ReadyHandler handler);

    /// What both ends said, while the connection is still the one that was asked; until they are asked, what they said
    /// in an earlier session (areRemembered()), to be shown only: ready() asks. nullptr when neither is known.
    const bridge::Surroundings *surroundings() const;
    bool areRemembered() const { return !fresh(); }
    void load();
    bool isLoading() const { return m_isLoading; }
    core::Error loadProblem() const { return m_loadProblem; }

    // The connection test ---------------------------------------------------------------------------------------------
    TestBench &tests() { return *m_tests; }

    // Writing ---------------------------------------------------------------------------------------------------------
    bool mayWrite() const { return !needsUnlock() || m_isUnlocked; }
    bool needsUnlock() const; ///< A production environment; also while it is only saved as one.
    void setUnlocked(bool on);

    // Consents as they arrive -----------------------------------------------------------------------------------------
    Live &live() { return *m_live; }

    // Resyncs ---------------------------------------------------------------------------------------------------------
    Resync &resync() { return *m_resync; }

    /// Calls `action` once nothing that an earlier session left open is being settled any more; perhaps at once.
    void whenSettled(const QObject *context, std::function<void()> action);

    // What runs -------------------------------------------------------------------------------------------------------
    /// Jobs that use a link are children of this, so that they go before it.
    QObject *jobs() { return m_jobs.get(); }
    /// Shows `job` as what runs now, until it is finished.
    void watch(core::JobBase *job, const QString &what);
    bool hasJobs() const { return !m_running.isEmpty(); }
    QString activity() const; ///< Empty when nothing runs; tells of a resync too.
    int done() const;
    int total() const;                     ///< 0: not known.
    void cancel();                         ///< What is watched; not a resync.
    void report(const core::Error &error); ///< For the status bar; cancelled is no problem.

Q_SIGNALS:
    void draftChanged();
    void dirtyChanged();
    void secretsChanged();
    void surroundingsChanged(); ///< Also while they are being loaded.
    void lockChanged();
    void activityChanged();
    void problemRaised(const core::Error &error);

private:
    struct End { ///< What decides whom we talk to: with another one everything known of the ends is void.
        QString instance, tenant, client, authority, apiVersion, table, didomiUrl, organization, keyId;
        profile::Mode mode = profile::Mode::Legacy;
        profile::SecretRef clientSecret, didomiSecret;
        profile::Credential credential;
        profile::NetworkOptions network;
        bool operator==(const End &) const = default;
    };
    End endOf(const profile::Profile &profile) const;
    core::Secret &held(Which which) { return m_typed.at(std::size_t(which)); }
    void makeLink(std::function<void(const core::Result<std::shared_ptr<bridge::Link>> &)> handler);
    void finishLoading(const core::Result<Ready> &result);
    const bridge::Surroundings *fresh() const; ///< As read in this session, and not long ago; else nullptr.
    void remember();                           ///< For the next session.
    void recall();
    void settleUnfinished();
    struct Saving; ///< What one save() goes through.
    void keepNext(const std::shared_ptr<Saving> &saving);
    void addTyped(const profile::FurtherUser &user, bridge::FurtherSecrets &found) const;
    void keepNextOfFurther(const std::shared_ptr<Saving> &saving);
    void writeFile(const std::shared_ptr<Saving> &saving);
    void forget(const QList<profile::SecretRef> &refs);
    void secretsTouched();
    void judge();

    Services &m_services;
    profile::Profile m_saved;
    profile::Profile m_draft;
    bool m_isStored;
    bool m_wasDirty = false;
    QUndoStack m_undo;
    QList<profile::Problem> m_problems;
    mapping::LintReport m_lint;
    QList<profile::Profile> m_others; ///< The other integrations as they were when both ends were last asked.

    std::array<core::Secret, secretCount> m_typed;
    QHash<QString, core::Secret> m_typedOfFurther; ///< By the name of their place.
    int m_typedGeneration = 0;
    QList<core::Error> m_secretProblems;
    core::Error m_whyOnlySession;
    std::optional<keychain::Availability> m_keychain;
    bool m_isAskingKeychain = false;

    std::optional<bridge::Surroundings> m_surroundings;
    End m_surroundingsOf;
    std::optional<bridge::Surroundings> m_remembered; ///< Of an earlier session.
    QString m_rememberedOf;
    bool m_isLoading = false;
    core::Error m_loadProblem;
    struct Waiter {
        QPointer<const QObject> context;
        ReadyHandler handler;
    };
    QList<Waiter> m_waiters;
    bool m_hasRecovered = false;
    QPointer<core::JobBase> m_recovery; ///< While it runs.

    bool m_isUnlocked = false;

    struct Running {
        QPointer<core::JobBase> job;
        QString what;
    };
    QList<Running> m_running;
    qint64 m_done = 0;
    qint64 m_total = 0;

    // In this order: jobs and what is live use links, and go first.
    std::vector<std::shared_ptr<bridge::Link>> m_links;
    std::shared_ptr<bridge::Link> m_link;
    int m_linkTyped = 0;
    std::unique_ptr<QObject> m_jobs;
    std::unique_ptr<Live> m_live;
    std::unique_ptr<Resync> m_resync;
    std::unique_ptr<TestBench> m_tests;
};

} // namespace gui
