#pragma once

#include "profile/channel.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace mapping {

/// How strictly a purpose asks for consent before something is sent (dynamics-consent-tables section 7).
enum class Enforcement {
    Restrictive,    ///< Only to who opted in.
    NonRestrictive, ///< To everybody who did not opt out.
    Disabled,       ///< To everybody.
};

/// One for each channel: each has a column of its own.
struct EnforcementModels {
    Enforcement email = Enforcement::Restrictive;
    Enforcement textMessage = Enforcement::Restrictive;
    Enforcement custom = Enforcement::Restrictive;
    Enforcement voice = Enforcement::Restrictive;

    Enforcement of(profile::Channel channel) const;
    bool operator==(const EnforcementModels &) const = default;
};

/// Current mode's tree (dynamics-consent-tables section 5): what rows of a Current integration may point to.
struct ConsentTree {
    struct Profile {
        QString id, name;
        bool isActive = true;
        bool asksProvider = false;   ///< A consent provider is asked at send time: rows do not count.
        QStringList purposeIds = {}; ///< Of its purposes, its tracking purpose among them; empty when it is not known.
        bool operator==(const Profile &) const = default;
    };
    struct Purpose {
        enum class Type { Commercial, Transactional, Tracking };
        QString id, name;
        bool isActive = true;
        std::optional<Type> type = {}; ///< Nothing when it is none that is known here.
        EnforcementModels enforcement = {};
        QString ownerId = {};
        bool operator==(const Purpose &) const = default;
    };
    struct Topic {
        QString id, name, purposeId;
        bool isActive = true;
        bool operator==(const Topic &) const = default;
    };
    QList<Profile> profiles;
    QList<Purpose> purposes;
    QList<Topic> topics;

    const Purpose *purpose(const QString &id) const; ///< nullptr when there is none; the letters' case does not count.
    const Topic *topic(const QString &id) const;
    bool operator==(const ConsentTree &) const = default;
};

/// True for what can be the id of a purpose or a topic: a GUID, without braces.
bool isConsentTarget(const QString &column);

} // namespace mapping
