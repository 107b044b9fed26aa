#pragma once

#include "consent/subject.h"
#include "store/inbox.h"

#include <QJsonObject>

#include <optional>

namespace engine {

/// One thing that Didomi tells: the body of a webhook, or what an export or a saved event holds of it
/// (didomi-api sections 9 and 11).
struct SourceBody {
    enum class Kind {
        User,     ///< The merged state of a person after a change.
        Event,    ///< A new partial choice.
        Reminder, ///< Something changed that only Didomi's own state tells: a user or an event is gone or was changed.
    };
    Kind kind = Kind::Reminder;
    QString type;                  ///< "user.updated"
    consent::Subject subject = {}; ///< Of users and new events; else only whose it is.
    QJsonObject entity = {};       ///< As Didomi told it, not flattened.
    QString regulation = {};       ///< In lower case; Didomi's default where it says none.
};

/// What was read of one JSON object.
struct SourceBodies {
    QList<SourceBody> bodies;
    int irrelevant = 0; ///< Webhooks of types that tell nothing of consents.
};

/// Reads a webhook (flattened or not), a user, an event, a record of an export (`{user, events}`), or an answer of the
/// API (`{data: […]}`). Fails with Kind::Invalid naming the member that is missing or wrong.
core::Result<SourceBodies> readSourceBodies(const QJsonObject &object);

/// As the inbox keeps it. The key is type, entity id, version and time of the last change.
store::Arrival arrivalOf(const SourceBody &body, const QString &profileId, const QString &source);

/// What the inbox kept. Kind::Invalid when it is not what arrivalOf() made.
core::Result<SourceBody> bodyOf(const store::Arrival &arrival);

} // namespace engine
