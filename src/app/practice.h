#pragma once

#include "gui/services.h"
#include "keychain/systemsecretstore.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

namespace sandbox {
class Sandbox;
}

namespace app {

/// The Practice integration: a sandbox in this process, started when it is first opened.
class Practice final : public gui::PracticeGround
{
public:
    using SecretsSource = std::function<keychain::SystemSecretStore &()>;

    explicit Practice(SecretsSource secrets);
    ~Practice() override;

    QString profileId() const override;
    core::Result<profile::Profile> open(const std::optional<profile::Profile> &stored) override;
    QList<SamplePerson> people() const override;
    QString inboxPath() const override;
    QString folder() const override { return m_folder.path(); }
    void setStreaming(bool on) override;
    QList<Rehearsal> rehearsals() const override;
    core::Result<profile::Profile> rehearse(const QString &id) override;

    /// For tests and the renderer; nullptr before open().
    sandbox::Sandbox *sandbox() const { return m_sandbox.get(); }

private:
    const SecretsSource m_secrets;
    QTemporaryDir m_folder; ///< The authority's certificate, and what rehearsals need: gone with the program.
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::optional<profile::Profile> m_opened;
};

} // namespace app
