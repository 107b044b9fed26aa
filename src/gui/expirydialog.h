#pragma once

#include "diagnosis/expiry.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ExpiryDialog;
}

namespace gui {

class Questions;

/// When the secrets and certificates of all integrations end, soonest first; exports them as a calendar.
class ExpiryDialog : public QDialog
{
    Q_OBJECT

public:
    ExpiryDialog(const QList<diagnosis::Expiry> &expiries, const QDateTime &now, Questions &questions, QWidget *parent);
    ~ExpiryDialog() override;

Q_SIGNALS:
    void integrationWanted(const QString &profileId);

private:
    void fill(QDate today);
    void exportCalendar();

    std::unique_ptr<Ui::ExpiryDialog> m_ui;
    const QList<diagnosis::Expiry> m_expiries;
    const QDateTime m_now;
    Questions &m_questions;
};

} // namespace gui
