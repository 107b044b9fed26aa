#include "profile/channel.h"

#include "profile/profilewords.h"

#include <QCoreApplication>

namespace profile {

QString channelText(Channel channel)
{
    switch (channel) {
    case Channel::Email:
        return QCoreApplication::translate("profile::Channel", "E-mail");
    case Channel::TextMessage:
        return QCoreApplication::translate("profile::Channel", "Text message");
    case Channel::Custom:
        return QCoreApplication::translate("profile::Channel", "Custom channel");
    case Channel::Voice:
        return QCoreApplication::translate("profile::Channel", "Voice");
    }
    return {};
}

QString channelWord(Channel channel)
{
    return wordOf(channelWords, channel);
}

} // namespace profile
