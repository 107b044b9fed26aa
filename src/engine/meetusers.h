#pragma once

#include "core/job.h"
#include "engine/workplace.h"

namespace engine {

/// Whether each of a workplace's further application users may take part, asked before anything is written: it signs
/// in, to the same organization as the first one, is another user than the others, and may do to the rows what the
/// first one may. Users that lack a privilege would have their share of the rows rejected.
///
/// Fails with the first problem; the error names the user, and its field is that of the profile ("further_users[0].…").
/// Asks nobody where there is but one user.
core::Job<core::Nothing> *meetUsers(const Workplace &workplace, QObject *parent);

} // namespace engine
