#pragma once

#include "core/result.h"
#include "profile/profile.h"

#include <QDate>
#include <QList>

namespace diagnosis {

/// Something of an integration that ends on a day: then nothing is written any more.
struct Expiry {
    enum class What { ClientSecret, NextClientSecret, Certificate };
    enum class Urgency { None, Days60, Days30, Days7, Over };

    QString profileId;
    QString integration; ///< Its name.
    What what = What::ClientSecret;
    QDate on;
    QString furtherUser = {}; ///< What people call the further application user whose it is; empty: the first one's.
    QString clientId = {};    ///< Of that further user.
    core::Error problem = {}; ///< Of a certificate that cannot be read; `on` is then invalid.

    bool isOfFurtherUser() const { return !clientId.isEmpty(); }
    qint64 daysLeft(QDate today) const { return today.daysTo(on); }
    Urgency urgency(QDate today) const; ///< 60, 30, 7 days and less; Over from the day after.
    bool operator==(const Expiry &) const = default;
};

QString whatText(const Expiry &expiry);                ///< Translated: "client secret".
QString sentenceOf(const Expiry &expiry, QDate today); ///< "The client secret of Acme EU expires in 12 days, on …".

/// Of all integrations, soonest first. Reads certificates that need no passphrase, or whose passphrase is in
/// `passphrases` (by profile id).
QList<Expiry> expiriesOf(const QList<profile::Profile> &profiles, const QHash<QString, core::Secret> &passphrases = {});

/// An iCalendar file (RFC 5545): an all-day event for each, alarms 60, 30 and 7 days before. The same integration gives
/// the same UIDs, so that importing it again moves events instead of doubling them.
QByteArray asCalendar(const QList<Expiry> &expiries, const QDateTime &now);

} // namespace diagnosis
