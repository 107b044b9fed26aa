#pragma once

#include "net/budget.h"

namespace dataverse {

/// Service protection: what each web server of an environment allows one user within any five minutes, and how its
/// refusals tell which of it is used up (dataverse-api section 6.1).
net::BudgetRule protectionRule();

} // namespace dataverse
