#pragma once

#include <QString>

namespace profile {

/// True for what stands in Didomi's example where the admin's own value belongs ("your_client_id", "<tenant>", "…"),
/// also for a value that a service has masked ("********").
bool isPlaceholder(const QString &text);

/// True when `text` has the form of a secret that Entra ID made: three characters, a digit, "Q~" and a long rest.
bool looksLikeEntraSecret(const QString &text);

} // namespace profile
