#pragma once

#include "gui/livesettings.h"
#include "gui/session.h"

#include <QDialog>

class QLineEdit;

namespace Ui {
class LiveSourcesDialog;
}

namespace gui {

class FieldNote;
class Questions;

/// Where consents come from: how often Didomi is asked, whether and how webhooks are received. What is wrong stands
/// beside its field, and nothing wrong can be taken over.
class LiveSourcesDialog : public QDialog
{
    Q_OBJECT

public:
    LiveSourcesDialog(Session &session, Questions &questions, QWidget *parent = nullptr);
    ~LiveSourcesDialog() override;

private:
    void fill();
    LiveSettings wanted() const;
    core::Secret typed() const;
    void judge();
    void showSecretHelp();
    FieldNote *noteOf(const QString &field) const;
    void browse(QLineEdit *edit, const QString &title);
    void generate();
    void take();

    std::unique_ptr<Ui::LiveSourcesDialog> m_ui;
    Session &m_session;
    Questions &m_questions;
};

} // namespace gui
