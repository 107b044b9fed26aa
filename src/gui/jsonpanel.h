#pragma once

#include "profile/integration.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class JsonPanel;
}

namespace gui {

/// An integration in Didomi's own shape, to read and to edit, and what that shape has no place for.
class JsonPanel : public QWidget
{
    Q_OBJECT

public:
    explicit JsonPanel(QWidget *parent = nullptr);
    ~JsonPanel() override;

    /// Does nothing while the user types.
    void show(const profile::Integration &integration);

    /// Takes over what was typed a moment ago and is not applied yet.
    void applyPending();

Q_SIGNALS:
    /// The user made this of it: with everything that is kept beside, but the client secret, which goes its own way.
    void edited(const profile::Integration &integration, const core::Secret &clientSecret);

private:
    void apply();
    void write(const profile::Integration &integration);
    void showKept();
    void showPlace(int mapping);

    std::unique_ptr<Ui::JsonPanel> m_ui;
    profile::Integration m_shown;
    QTimer m_pause; ///< Applies the text when the user stops typing for a moment.
    bool m_isFilling = false;
    bool m_isApplying = false;
};

} // namespace gui
