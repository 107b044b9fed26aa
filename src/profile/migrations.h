#pragma once

#include "core/result.h"
#include "profile/json.h"

#include <QList>

namespace profile {

/// Takes a profile file's object from one schema to the next.
using Migration = core::Result<core::Nothing> (*)(json::Value &file);

/// The steps from schema 0 on: the n-th one makes schema n + 1 from schema n.
const QList<Migration> &migrations();

/// Brings `file` to schema `migrations.size()`. A missing `schema` counts as 0. Fails with Kind::Invalid and field
/// "schema" when the number is none, or newer than ours: what a later version means must not be guessed at.
core::Result<core::Nothing> migrate(json::Value &file, const QList<Migration> &steps = migrations());

} // namespace profile
