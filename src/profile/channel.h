#pragma once

#include <QString>

namespace profile {

/// Current mode: by which channel somebody may be contacted (dynamics-consent-tables section 4).
enum class Channel { Email, TextMessage, Custom, Voice };

inline constexpr Channel allChannels[] = {Channel::Email, Channel::TextMessage, Channel::Custom, Channel::Voice};

QString channelText(Channel channel); ///< Translated: "Text message".
QString channelWord(Channel channel); ///< For files and JSON: "text-message".

} // namespace profile
