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
