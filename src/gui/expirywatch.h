#pragma once

#include "diagnosis/expiry.h"
#include "gui/services.h"
#include "models/sign.h"

namespace gui {

/// Reminds of secrets and certificates that end, 60, 30 and 7 days before and when they are over. A reminder that was
/// dismissed comes back with the next of these; the last two on the next day.
class ExpiryWatch
{
public:
    explicit ExpiryWatch(Services &services) : m_services(services) {}

    QDate today() const;

    struct Reminder {
        QString text; ///< Translated sentence; empty when nothing is due.
        models::Sign sign = models::Sign::None;
    };
    Reminder reminder(const QList<profile::Profile> &profiles);

    void dismiss(); ///< The last reminder.

private:
    QString keyOf(const diagnosis::Expiry &expiry) const;

    Services &m_services;
    QStringList m_shown; ///< Keys of what the last reminder was about.
};

} // namespace gui
