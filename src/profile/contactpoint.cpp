#include "profile/contactpoint.h"

namespace profile {

const ContactPoint &ContactPoints::of(Channel channel) const
{
    switch (channel) {
    case Channel::Email:
        break;
    case Channel::TextMessage:
        return textMessage;
    case Channel::Custom:
        return custom;
    case Channel::Voice:
        return voice;
    }
    return email;
}

ContactPoint &ContactPoints::of(Channel channel)
{
    return const_cast<ContactPoint &>(std::as_const(*this).of(channel));
}

} // namespace profile
