#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace profile {

/// One entry of Didomi's `mappings`, with what Consent Bridge keeps beside it.
struct Mapping {
    /// Which way round a yes/no column is written.
    enum class Polarity {
        Unset,    ///< Nobody has said; fine for a column whose name does not negate, refused for one that does.
        Direct,   ///< given → true
        Inverted, ///< given → false ("do not …" columns)
    };
    /// What "no choice" does.
    enum class NoChoice {
        Skip,        ///< Nothing is written (default).
        WriteLiteral ///< `noChoiceLiteral` is written. Never offered for yes/no columns.
    };

    QString column; ///< Didomi's `id`: a column's logical name, or for a lookup its logical name too.
    QString value;  ///< Didomi's `value`: a value path, as written.

    Polarity polarity = Polarity::Unset;
    NoChoice noChoice = NoChoice::Skip;
    /// For choice, text and number columns: what given / refused / no choice become, as text ("100000000", "Yes");
    /// empty = unset.
    QString givenLiteral;
    QString refusedLiteral;
    QString noChoiceLiteral;
    /// For choice columns fed by preference values: Didomi value id → option value.
    QList<std::pair<QString, QString>> valueTable;

    bool operator==(const Mapping &) const = default;
};

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
