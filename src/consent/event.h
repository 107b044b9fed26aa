#pragma once

#include "consent/consents.h"
#include "core/result.h"

#include <QDateTime>

namespace consent {

/// Didomi's consent event: one timestamped, partial choice.
struct Event {
    enum class Status {
        Confirmed,
        PendingApproval, ///< Not in effect until somebody confirms it.
    };

    QString id;
    QString organizationId;
    QDateTime createdAt; ///< UTC
    Status status = Status::Confirmed;
    QString regulation = QStringLiteral("gdpr"); ///< Didomi's default.
    QString userId;
    QString organizationUserId;
    QString country;
    QString lastSeenCountry;
    QJsonObject userMetadata;
    QJsonObject metadata;
    Consents consents;

    /// True when this event came from Dataverse in the first place: pushing it back would loop.
    bool isFromDataverse() const;

    bool operator==(const Event &) const = default;
};

/// Reads one event object: as the API gives it, or as a webhook carries it (`{type, parameters: {entity |
/// new_entity}}`). Fails with Kind::Invalid naming the member that is missing or wrong.
core::Result<Event> readEvent(const QJsonObject &object);

/// Reads a file with one event (JSON text). Errors name line and column.
core::Result<Event> readEventFile(const QByteArray &json);

} // namespace consent
