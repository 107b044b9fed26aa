#pragma once

#include "sandbox/didomi/register.h"

#include <QJsonArray>
#include <QJsonValue>

namespace sandbox::didomi {

/// Everything that Didomi refuses ends the request at once, wherever it is found: so it is thrown, and answered in one
/// place, Didomi::handle().
struct Refusal {
    int status = 400;
    QString message = {};
    QJsonArray errors = {};
};

[[noreturn]] void refuse(int status, const QString &message);

/// A body that asks for an event.
struct EventRequest {
    Event event = {};
    bool hasId = false;
    QString userId = {};
    QString organizationUserId = {};
    QString country = {};
    QJsonObject userMetadata = {};
};

/// Reads and checks one; throws Refusal naming every wrong member. `path` stands before the members' names, "[3]." in
/// an array.
EventRequest readEvent(const QJsonValue &body, const QString &organizationId, bool areVendorsRequired,
                       const QString &path);

/// Checks and completes a `consents` object. Unknown ids of purposes, preferences, values and channels are refused.
QJsonObject readConsents(const QJsonValue &consents, bool areVendorsRequired, const QString &path);

} // namespace sandbox::didomi
