#pragma once

#include "didomi/client.h"

#include <QJsonArray>

namespace didomi {

/// One page of the list of users; entries that cannot be read are told in `problems`.
core::Result<UserPage> readUserPage(const net::Reply &reply, const QString &askedCursor);

/// The users of one organization_user_id. Others in the answer, or one that cannot be read, is Kind::BadReply: leaving
/// somebody's answer out could turn a refusal into a consent. Users of another regulation are left out; an empty
/// `regulation` takes all.
core::Result<QList<consent::User>> readUsersOf(const QJsonArray &items, const QString &organizationUserId,
                                               const QString &regulation);

/// The same for events: confirmed ones, newest first.
core::Result<QList<consent::Event>> readEventsOf(const QJsonArray &items, const QString &organizationUserId,
                                                 const QString &regulation);

} // namespace didomi
