#include "gui/expirywatch.h"

#include <QCoreApplication>
#include <QSettings>

namespace gui {

using namespace Qt::StringLiterals;
using diagnosis::Expiry;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(gui::ExpiryWatch)
};

const QString dismissedKey = QStringLiteral("expiry/dismissed");

/// A certificate whose passphrase was not asked for says nothing about its end.
bool isLocked(const Expiry &expiry)
{
    return expiry.problem.field == "credential.certificate_passphrase"_L1;
}

} // namespace

QDate ExpiryWatch::today() const
{
    return m_services.clock().now().toLocalTime().date();
}

QString ExpiryWatch::keyOf(const Expiry &expiry) const
{
    const auto urgency = expiry.urgency(today());
    const bool isDaily = urgency == Expiry::Urgency::Days7 || urgency == Expiry::Urgency::Over;
    return u"%1/%2/%3/%4/%5"_s.arg(expiry.profileId + expiry.clientId)
        .arg(int(expiry.what))
        .arg(expiry.on.toString(Qt::ISODate))
        .arg(int(urgency))
        .arg(isDaily ? today().toString(Qt::ISODate) : QString());
}

ExpiryWatch::Reminder ExpiryWatch::reminder(const QList<profile::Profile> &profiles)
{
    const QStringList dismissed = m_services.settings().value(dismissedKey).toStringList();
    QList<Expiry> due;
    m_shown.clear();
    for (const Expiry &expiry : diagnosis::expiriesOf(profiles)) {
        if (expiry.urgency(today()) == Expiry::Urgency::None || isLocked(expiry) || dismissed.contains(keyOf(expiry)))
            continue;
        due += expiry;
        m_shown += keyOf(expiry);
    }
    if (due.isEmpty())
        return {};
    Reminder reminder{.text = diagnosis::sentenceOf(due.constFirst(), today()), .sign = models::Sign::Warning};
    if (due.constFirst().urgency(today()) == Expiry::Urgency::Over)
        reminder.sign = models::Sign::Failed;
    if (due.size() > 1)
        reminder.text += u' ' + Texts::tr("%n more end(s) soon.", nullptr, int(due.size()) - 1);
    return reminder;
}

void ExpiryWatch::dismiss()
{
    // Of what is over or renewed nothing need be remembered: its key never comes again.
    constexpr int mostRemembered = 200;
    QStringList dismissed = m_services.settings().value(dismissedKey).toStringList() + std::exchange(m_shown, {});
    if (dismissed.size() > mostRemembered)
        dismissed = dismissed.mid(dismissed.size() - mostRemembered);
    m_services.settings().setValue(dismissedKey, dismissed);
}

} // namespace gui
