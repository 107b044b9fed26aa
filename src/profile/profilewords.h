#pragma once

#include "profile/profile.h"

#include <array>
#include <optional>

namespace profile {

/// A value of an enumeration and the word that files have for it.
template <typename Enum>
struct Word {
    Enum value;
    const char *word;
};

inline constexpr std::array environmentWords{
    Word<EnvironmentKind>{EnvironmentKind::Production, "production"},
    Word<EnvironmentKind>{EnvironmentKind::Sandbox, "sandbox"},
    Word<EnvironmentKind>{EnvironmentKind::Development, "development"},
    Word<EnvironmentKind>{EnvironmentKind::Practice, "practice"},
};
inline constexpr std::array matchWords{
    Word<MatchRule::Kind>{MatchRule::Kind::AlternateKey, "alternate-key"},
    Word<MatchRule::Kind>{MatchRule::Kind::Column, "column"},
    Word<MatchRule::Kind>{MatchRule::Kind::RowId, "row-id"},
};
inline constexpr std::array keyPartWords{
    Word<KeyPart::From>{KeyPart::From::Constant, "constant"},
    Word<KeyPart::From>{KeyPart::From::Metadata, "metadata"},
};
inline constexpr std::array channelWords{
    Word<Channel>{Channel::Email, "email"},
    Word<Channel>{Channel::TextMessage, "text-message"},
    Word<Channel>{Channel::Custom, "custom"},
    Word<Channel>{Channel::Voice, "voice"},
};
inline constexpr std::array contactPointWords{
    Word<ContactPoint::From>{ContactPoint::From::Column, "column"},
    Word<ContactPoint::From>{ContactPoint::From::UserId, "user-id"},
    Word<ContactPoint::From>{ContactPoint::From::Metadata, "metadata"},
};
inline constexpr std::array credentialWords{
    Word<Credential::Kind>{Credential::Kind::Secret, "secret"},
    Word<Credential::Kind>{Credential::Kind::Certificate, "certificate"},
};
inline constexpr std::array proxyWords{
    Word<NetworkOptions::Proxy>{NetworkOptions::Proxy::System, "system"},
    Word<NetworkOptions::Proxy>{NetworkOptions::Proxy::None, "none"},
    Word<NetworkOptions::Proxy>{NetworkOptions::Proxy::Manual, "manual"},
};
inline constexpr std::array polarityWords{
    Word<Mapping::Polarity>{Mapping::Polarity::Unset, "unset"},
    Word<Mapping::Polarity>{Mapping::Polarity::Direct, "direct"},
    Word<Mapping::Polarity>{Mapping::Polarity::Inverted, "inverted"},
};
inline constexpr std::array noChoiceWords{
    Word<Mapping::NoChoice>{Mapping::NoChoice::Skip, "skip"},
    Word<Mapping::NoChoice>{Mapping::NoChoice::WriteLiteral, "write-literal"},
};

/// "clear" has a member of its own, so that older versions, which do not know it, leave the column alone.
inline constexpr std::array noChoiceActionWords{
    Word<Mapping::NoChoice>{Mapping::NoChoice::Clear, "clear"},
};
inline constexpr std::array pendingWords{
    Word<Mapping::NoChoice>{Mapping::NoChoice::Skip, "skip"},
    Word<Mapping::NoChoice>{Mapping::NoChoice::WriteLiteral, "write-literal"},
    Word<Mapping::NoChoice>{Mapping::NoChoice::Clear, "clear"},
};
inline constexpr std::array actionWords{
    Word<Mapping::Action::Kind>{Mapping::Action::Kind::Usual, "usual"},
    Word<Mapping::Action::Kind>{Mapping::Action::Kind::Literal, "write-literal"},
    Word<Mapping::Action::Kind>{Mapping::Action::Kind::Clear, "clear"},
    Word<Mapping::Action::Kind>{Mapping::Action::Kind::LeaveAlone, "leave-alone"},
};
inline constexpr std::array directionWords{
    Word<Mapping::Direction>{Mapping::Direction::ToDynamics, "to-dynamics"},
    Word<Mapping::Direction>{Mapping::Direction::ToDidomi, "to-didomi"},
    Word<Mapping::Direction>{Mapping::Direction::Both, "both"},
};
inline constexpr std::array transformWords{
    Word<Transform::Kind>{Transform::Kind::Trim, "trim"},
    Word<Transform::Kind>{Transform::Kind::LowerCase, "lower-case"},
    Word<Transform::Kind>{Transform::Kind::UpperCase, "upper-case"},
    Word<Transform::Kind>{Transform::Kind::Md5, "md5"},
    Word<Transform::Kind>{Transform::Kind::Sha1, "sha1"},
    Word<Transform::Kind>{Transform::Kind::Sha256, "sha256"},
    Word<Transform::Kind>{Transform::Kind::Date, "date"},
    Word<Transform::Kind>{Transform::Kind::Template, "template"},
};

template <typename Words, typename Enum>
QString wordOf(const Words &words, Enum value)
{
    for (const auto &entry : words) {
        if (entry.value == value)
            return QString::fromLatin1(entry.word);
    }
    return {};
}

} // namespace profile
