#pragma once

#include <QList>
#include <QString>

namespace mapping {

/// Current mode's tree (dynamics-consent-tables section 5): what rows of a Current integration may point to.
struct ConsentTree {
    struct Profile {
        QString id, name;
        bool isActive = true;
        bool operator==(const Profile &) const = default;
    };
    struct Purpose {
        QString id, name;
        bool isActive = true;
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
