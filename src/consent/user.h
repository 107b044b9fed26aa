#pragma once

#include "consent/consents.h"
#include "core/result.h"

#include <QDateTime>

namespace consent {

/// Didomi's consent user: the merged current state of one device or browser.
struct User {
    QString id;
    QString organizationId;
    QString organizationUserId; ///< The join key; several Didomi users can share one.
    QString organizationUserIdType;
    qint64 version = 0;
    QDateTime createdAt; ///< UTC
    QDateTime updatedAt; ///< UTC
    QString country;
    QString lastSeenCountry;
    QString regulation; ///< As stored, or empty where Didomi did not say.
    QJsonObject metadata;
    Consents consents;
    bool operator==(const User &) const = default;
};

/// Reads one user object. Fails with Kind::BadReply naming the member when it is not one.
core::Result<User> readUser(const QJsonObject &object);

} // namespace consent
