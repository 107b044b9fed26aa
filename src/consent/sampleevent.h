#pragma once

#include "consent/catalogue.h"

#include <QDateTime>

namespace consent {

/// An event as somebody who agrees to everything would make it, to be changed by hand: every purpose of the
/// organisation's own given, the first value of each of its preferences picked. Pretty-printed JSON as the API takes it
/// (didomi-api section 3.3).
QByteArray sampleEvent(const Catalogue &catalogue, const QString &organizationId, const QString &organizationUserId,
                       const QString &regulation, const QDateTime &madeAt);

} // namespace consent
