#pragma once

#include "catalogue/place.h"

#include <optional>

namespace catalogue {

/// Who says a code.
enum class Source {
    Network,   ///< Ours, of net::Service::send(): "HostNotFound", "TlsExpired" …
    Http,      ///< A status, whoever says it: "HTTP 503".
    Entra,     ///< "AADSTS7000215" (dataverse-api section 1.6), or OAuth's own word: "invalid_client", or "Entra 429".
    Dataverse, ///< "0x80072560" (dataverse-api section 3.3), or a status that comes without one: "Dataverse 403".
    Didomi,    ///< "Didomi 403": its status, which is all that its errors are told apart by (didomi-api section 8);
               ///< "Didomi sign-in" for a private key that is refused.
};

/// What a code means and what to do about it.
struct Entry {
    Source source = Source::Network;
    QString code = {}; ///< In the form above.
    core::Error::Kind kind = core::Error::Kind::Rejected;
    QString field = {};           ///< The input that causes it, as the profile names it; or empty.
    QString cause = {};           ///< Translated sentence. %1, where it stands, is the host.
    QString fix = {};             ///< Translated sentence; %1 likewise.
    Portal portal = Portal::None; ///< Where to do it.
    bool isKnown = true;          ///< False: the honest "unknown code".
    bool operator==(const Entry &) const = default;

    Entry at(const QString &host) const; ///< With the host filled in.
};

/// Nothing for a code that the catalogue does not have. The whole code counts, never its beginning: AADSTS90002 is that
/// of AADSTS900023. Statuses from 300 to 599 are all there.
std::optional<Entry> find(Source source, const QString &code);

/// What a status means when nothing else is known. The network has none: it is asked about as Source::Http.
Entry ofStatus(Source source, int status);

/// The entry of an unknown code: says that it is unknown, keeps `kind`, points to the other side's own words.
Entry unknown(Source source, const QString &code, core::Error::Kind kind);

/// Every code of a source, in the order of the tables: for tests and for `explain`.
QStringList codes(Source source);

/// Whatever a person pastes: "AADSTS7000215", "7000215", "0x80040220", "-2147220960", "HTTP 429", "TlsExpired", also
/// in the middle of a message. Nothing when no code is found in it; an unknown() entry for a code that is not known. A
/// host stands as "…".
std::optional<Entry> explain(const QString &text);

/// Where an error is set right, by its code, then its field, then its kind; Portal::None when nobody knows.
Portal portalOf(const core::Error &error);

} // namespace catalogue
