#pragma once

#include "core/result.h"
#include "profile/channel.h"

namespace mapping {

/// An address that consents can hang on.
struct ContactAddress {
    QString text;         ///< As it is stored: as the customer has it, without blanks around it.
    QString warning = {}; ///< A translated sentence, when it may not reach anybody; it never repeats the address.
};

/// Takes an address as a row or Didomi holds it. Fails with Kind::Invalid for what can be none of that channel: an
/// e-mail address without an "@", a phone number with letters, anything longer than a row of consent can hold
/// (dynamics-consent-tables section 4). The error never repeats it: it is somebody's.
core::Result<ContactAddress> readContactAddress(profile::Channel channel, const QString &text);

/// What two addresses are compared by (section 8): e-mail and custom addresses without the letters' case, phone numbers
/// by their digits and a leading "+".
QString comparableAddress(profile::Channel channel, const QString &text);

/// Whether the channel's addresses are phone numbers.
bool isPhoneChannel(profile::Channel channel);

/// How a row's address may be written for `text`: as it stands, and phone numbers also without what only divides them.
/// For phone numbers that is not all: a row that holds "+33 6 12 34 56 78" is not found for "+33612345678", as there is
/// no end of ways to divide one, and rows are asked for by what they hold, letter by letter. Whoever looks for rows by
/// these must say so.
QStringList spellingsOf(profile::Channel channel, const QString &text);

} // namespace mapping
