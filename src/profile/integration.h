#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "profile/mapping.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace profile {

/// Didomi's integration object (`type_id`, `authentication`, `properties`, `mappings`, `upsert_mode`), without its
/// secret.
///
/// Unknown members survive in `source`, in their order. Typed members win over what `source` says.
struct Integration {
    QString typeId = QStringLiteral("microsoft-dynamics");
    QString clientId;
    QString tenantId;
    QString instance; ///< As typed; normaliseInstance() makes the address.
    QList<Mapping> mappings;
    bool upsertMode = false;
    /// What the imported JSON holds beyond the members above, order kept, secrets removed; empty when there is nothing
    /// beyond.
    QByteArray source;

    bool operator==(const Integration &) const = default;
};

/// Placeholder that stands in an export where the secret would be.
inline constexpr char secretPlaceholder[] = "your_client_secret";

struct ImportedIntegration {
    Integration integration;
    core::Secret clientSecret; ///< Empty when the file held none, or a placeholder.
    QStringList notes;         ///< Translated sentences: what is unusual, what was converted.
    QString name;              ///< What the file calls it; empty when it does not.
    QString organizationId;    ///< Didomi's organisation, where the file says it.
};

/// Reads Didomi's JSON: today's shape and the older one (`config`, `config.properties[]`). Comments and trailing commas
/// are refused with line and column. Fails with Kind::Invalid and the member's name as field.
core::Result<ImportedIntegration> importIntegration(const QByteArray &json);

/// Writes today's shape: known members first-class, unknown ones where they were. With an empty `secret` the
/// placeholder is written. Ends with a newline.
QByteArray exportIntegration(const Integration &integration, const core::Secret &secret = {});

} // namespace profile
