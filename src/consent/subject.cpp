#include "consent/subject.h"

namespace consent {

Subject subjectOf(const User &user)
{
    return {
        .origin = Subject::Origin::User,
        .sourceId = user.id,
        .userId = user.id,
        .organizationId = user.organizationId,
        .organizationUserId = user.organizationUserId,
        .regulation = user.regulation,
        .time = user.updatedAt.isValid() ? user.updatedAt : user.createdAt,
        .country = user.country,
        .lastSeenCountry = user.lastSeenCountry,
        .metadata = user.metadata,
        .isPending = false,
        .isFromDataverse = false, // a merged state has many origins
        .consents = user.consents,
    };
}

Subject subjectOf(const Event &event)
{
    return {
        .origin = Subject::Origin::Event,
        .sourceId = event.id,
        .userId = event.userId,
        .organizationId = event.organizationId,
        .organizationUserId = event.organizationUserId,
        .regulation = event.regulation,
        .time = event.createdAt,
        .country = event.country,
        .lastSeenCountry = event.lastSeenCountry,
        .metadata = event.userMetadata,
        .isPending = event.status == Event::Status::PendingApproval,
        .isFromDataverse = event.isFromDataverse(),
        .consents = event.consents,
    };
}

} // namespace consent
