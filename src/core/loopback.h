#pragma once

#include <QString>

namespace core {

/// This machine itself, as a URL's host names it: "localhost", 127.0.0.0/8 in four plain numbers, ::1.
///
/// Strict on purpose: plain http is allowed there, so "127.1", a trailing dot or an IPv6 form of an IPv4 address are
/// somebody else.
bool isLoopback(const QString &host);

} // namespace core
