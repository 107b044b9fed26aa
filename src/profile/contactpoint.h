#pragma once

#include "profile/channel.h"

namespace profile {

/// Current mode: where a person's address for one channel comes from. Rows of consent hang on addresses, not on people.
struct ContactPoint {
    enum class From {
        Column,   ///< Of the row that matches the person; `name` is its logical name.
        UserId,   ///< The organization_user_id itself.
        Metadata, ///< What Didomi keeps of the person; `name` is the key.
    };
    From from = From::Column;
    QString name = {};
    bool operator==(const ContactPoint &) const = default;
};

/// One for each channel.
struct ContactPoints {
    ContactPoint email{.name = QStringLiteral("emailaddress1")};
    ContactPoint textMessage{.name = QStringLiteral("mobilephone")};
    ContactPoint custom{.from = ContactPoint::From::UserId};
    ContactPoint voice{.name = QStringLiteral("mobilephone")};

    const ContactPoint &of(Channel channel) const;
    ContactPoint &of(Channel channel);
    bool operator==(const ContactPoints &) const = default;
};

} // namespace profile
