#pragma once

#include "consent/event.h"
#include "consent/user.h"

namespace consent {

/// Whose choices a push is about, and which: what users and events have in common.
struct Subject {
    enum class Origin {
        User,  ///< The merged state: what it does not say is "no choice".
        Event, ///< A partial choice: what it does not say is not touched.
    };

    Origin origin = Origin::User;
    QString sourceId; ///< Id of the user or the event in Didomi.
    QString userId;   ///< Id of the Didomi user.
    QString organizationId;
    QString organizationUserId; ///< Empty when Didomi knows none: then nothing can be matched.
    QString regulation;
    QDateTime time; ///< When the choice was made, UTC; for users the last change.
    QString country;
    QString lastSeenCountry;
    QJsonObject metadata;   ///< Of the user.
    bool isPending = false; ///< An event that waits for approval.
    bool isFromDataverse = false;
    Consents consents;

    bool operator==(const Subject &) const = default;
};

Subject subjectOf(const User &user);
Subject subjectOf(User &&user);
Subject subjectOf(const Event &event);

} // namespace consent
