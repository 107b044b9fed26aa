#pragma once

#include "diagnosis/check.h"

/// The checks, by what they are about. Each reads from the context what the steps that it needs have put there.
namespace diagnosis::checks {

// input.cpp
Check *dynamicsInput(Context &context, QObject *parent);
Check *didomiInput(Context &context, QObject *parent);

// hosts.cpp
Check *hostName(Host host, Context &context, QObject *parent);
Check *hostReach(Host host, Context &context, QObject *parent);
Check *hostSecure(Host host, Context &context, QObject *parent);

// signin.cpp
Check *tenant(Context &context, QObject *parent);
Check *credential(Context &context, QObject *parent);
Check *token(Context &context, QObject *parent);
Check *tokenContent(Context &context, QObject *parent);

// environment.cpp
Check *environment(Context &context, QObject *parent);
Check *whoAmI(Context &context, QObject *parent);
Check *organization(Context &context, QObject *parent);
Check *server(Context &context, QObject *parent);
Check *limits(Context &context, QObject *parent);

// user.cpp
Check *applicationUser(Context &context, QObject *parent);
Check *administrator(Context &context, QObject *parent);
Check *privileges(Context &context, QObject *parent);

// table.cpp
Check *table(Context &context, QObject *parent);
Check *rows(Context &context, QObject *parent);
Check *columns(Context &context, QObject *parent);
Check *match(Context &context, QObject *parent);

// consenttables.cpp
Check *consentTables(Context &context, QObject *parent);
Check *consentTree(Context &context, QObject *parent);

// didomi.cpp
Check *didomiSession(Context &context, QObject *parent);
Check *didomiOrganization(Context &context, QObject *parent);
Check *didomiContract(Context &context, QObject *parent);
Check *didomiCatalogue(Context &context, QObject *parent);
Check *didomiConsents(Context &context, QObject *parent);

// sampleusers.cpp
Check *sampleUsers(Context &context, QObject *parent);

// furtherusers.cpp
Check *furtherToken(Context &context, QObject *parent);
Check *furtherWhoAmI(Context &context, QObject *parent);
Check *furtherPrivileges(Context &context, QObject *parent);

} // namespace diagnosis::checks
