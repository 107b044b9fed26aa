#include "catalogue/table.h"

#include <QtGlobal>

namespace catalogue {

using Kind = core::Error::Kind;

namespace {

/// The codes that net::Service::send() tells. %1 is the host.
constexpr Line lines[] = {
    // On the way to the server
    {"HostNotFound", Kind::Network, "",
     QT_TRANSLATE_NOOP("catalogue::Network", "There is no server named %1, or its name cannot be looked up now."),
     QT_TRANSLATE_NOOP("catalogue::Network",
                       "Check the address for typing errors and this computer's connection to the internet."),
     Portal::ConnectionPage},
    {"ConnectionRefused", Kind::Network, "", QT_TRANSLATE_NOOP("catalogue::Network", "%1 refuses connections."),
     QT_TRANSLATE_NOOP(
         "catalogue::Network",
         "Check the address and the port. If they are right, the server is not running or a firewall is in the way."),
     Portal::ConnectionPage},
    {"ConnectionLost", Kind::Network, "",
     QT_TRANSLATE_NOOP("catalogue::Network", "%1 closed the connection before it answered."),
     QT_TRANSLATE_NOOP("catalogue::Network", "Try again later. If it happens again and again, check the address and "
                                             "the port; a firewall or proxy may also be cutting connections."),
     Portal::ThisComputer},
    {"ConnectionTimeout", Kind::Timeout, "",
     QT_TRANSLATE_NOOP("catalogue::Network", "No connection to %1 could be made in time."),
     QT_TRANSLATE_NOOP("catalogue::Network", "Check whether a firewall is in the way, and try again later."),
     Portal::ThisComputer},
    {"Truncated", Kind::Network, "",
     QT_TRANSLATE_NOOP("catalogue::Network", "The connection to %1 was lost in the middle of the answer."),
     QT_TRANSLATE_NOOP(
         "catalogue::Network",
         "Try again later. If it happens again and again, a firewall or proxy may be cutting connections."),
     Portal::ThisComputer},
    {"Offline", Kind::Network, "",
     QT_TRANSLATE_NOOP("catalogue::Network", "This computer has lost its connection to the network."),
     QT_TRANSLATE_NOOP("catalogue::Network", "Try again when it is back."), Portal::ThisComputer},
    {"NoRoute", Kind::Network, "", QT_TRANSLATE_NOOP("catalogue::Network", "%1 cannot be reached from here."),
     QT_TRANSLATE_NOOP("catalogue::Network",
                       "Check this computer's connection to the internet, its VPN and its firewall."),
     Portal::ThisComputer},
    {"Proxy", Kind::Network, "",
     QT_TRANSLATE_NOOP("catalogue::Network", "The proxy server could not be used to reach %1."),
     QT_TRANSLATE_NOOP("catalogue::Network", "Check the proxy among this integration's network options; if it is the "
                                             "system's, check it in the system's network settings."),
     Portal::ConnectionPage},
    {"ProxySignIn", Kind::Network, "",
     QT_TRANSLATE_NOOP("catalogue::Network",
                       "The proxy server asks for a sign-in before it lets anybody through to %1."),
     QT_TRANSLATE_NOOP("catalogue::Network",
                       "Enter the proxy with its user name and password among this integration's network options, or "
                       "ask your network's administrator to let this computer through to %1 without one."),
     Portal::ConnectionPage},

    // How the server proves who it is
    {"TlsExpired", Kind::Tls, "", QT_TRANSLATE_NOOP("catalogue::Network", "The certificate of %1 has expired."),
     QT_TRANSLATE_NOOP("catalogue::Network", "Whoever runs that server has to renew its certificate. If the date seems "
                                             "wrong, check this computer's clock."),
     Portal::ThisComputer},
    {"TlsNotYetValid", Kind::Tls, "",
     QT_TRANSLATE_NOOP("catalogue::Network", "The certificate of %1 is not valid yet."),
     QT_TRANSLATE_NOOP(
         "catalogue::Network",
         "Check this computer's clock. If it is right, whoever runs that server has to replace its certificate."),
     Portal::ThisComputer},
    {"TlsWrongHost", Kind::Tls, "",
     QT_TRANSLATE_NOOP("catalogue::Network", "The certificate of %1 was issued for another server."),
     QT_TRANSLATE_NOOP(
         "catalogue::Network",
         "Check the address for typing errors. If it is right, somebody else may be answering in that server's place."),
     Portal::ConnectionPage},
    {"TlsSelfSigned", Kind::Tls, "",
     QT_TRANSLATE_NOOP("catalogue::Network", "The certificate of %1 is signed by nobody but itself."),
     QT_TRANSLATE_NOOP("catalogue::Network",
                       "If it is your own server, name a file with its certificate among this integration's network "
                       "options, or add it to the certificates that this computer trusts."),
     Portal::ConnectionPage},
    {"TlsUnknownAuthority", Kind::Tls, "",
     QT_TRANSLATE_NOOP("catalogue::Network",
                       "The certificate of %1 comes from an authority that this computer does not know."),
     QT_TRANSLATE_NOOP("catalogue::Network",
                       "If your company inspects encrypted traffic, ask for its root certificate and name its file "
                       "among this integration's network options, or add it to the certificates that this computer "
                       "trusts. Otherwise somebody may be reading along."),
     Portal::ConnectionPage},
    {"TlsRevoked", Kind::Tls, "",
     QT_TRANSLATE_NOOP("catalogue::Network", "The certificate of %1 was withdrawn by its authority."),
     QT_TRANSLATE_NOOP("catalogue::Network", "Whoever runs that server has to replace its certificate."), Portal::None},
    {"TlsNoCertificate", Kind::Tls, "", QT_TRANSLATE_NOOP("catalogue::Network", "%1 showed no certificate."),
     QT_TRANSLATE_NOOP("catalogue::Network", "Check the address and the port."), Portal::ConnectionPage},
    {"TlsBadCertificate", Kind::Tls, "",
     QT_TRANSLATE_NOOP("catalogue::Network", "The certificate of %1 cannot be accepted."),
     QT_TRANSLATE_NOOP("catalogue::Network", "Whoever runs that server has to repair its certificate."), Portal::None},
    {"TlsHandshake", Kind::Tls, "",
     QT_TRANSLATE_NOOP("catalogue::Network", "No secure connection to %1 could be made."),
     QT_TRANSLATE_NOOP(
         "catalogue::Network",
         "Check the address and the port. A proxy or firewall that inspects encrypted traffic can also be the cause."),
     Portal::ConnectionPage},
};

} // namespace

Table networkCodes()
{
    return {.context = "catalogue::Network", .lines = lines};
}

} // namespace catalogue
