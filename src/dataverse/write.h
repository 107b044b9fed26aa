#pragma once

#include "core/error.h"
#include "dataverse/key.h"
#include "mapping/cell.h"

#include <QList>
#include <QString>

#include <optional>

namespace dataverse {

/// One row to write.
struct Write {
    /// What may happen (dataverse-api section 4.2).
    enum class Condition {
        UpdateOnly,  ///< If-Match: *
        IfUnchanged, ///< If-Match: <etag>
        CreateOnly,  ///< If-None-Match: *
        Upsert,      ///< neither
    };

    QString entitySet;
    QString rowId;           ///< GUID; when empty the row is addressed by the key.
    QList<KeyPart> key = {}; ///< Alternate key, of one column or several.
    Condition condition = Condition::UpdateOnly;
    QString etag = {};
    QString primaryId = {}; ///< "contactid": with it the answer tells created from updated.
    QList<mapping::Cell> cells = {};

    /// "contacts(7c0f…)" or "contacts(new_id='O%27%27Neil',new_no=42)": percent-encoded, without host and query.
    QString address() const;

    /// True when it is done once though it is sent twice: by then its condition is not met any more. What is not guarded
    /// like this would set off what hangs on a change a second time.
    bool isGuarded() const { return condition == Condition::IfUnchanged || condition == Condition::CreateOnly; }

    /// Why this must not be sent: no row is addressed, a condition lacks what it compares with, a key URL cannot hold
    /// the value.
    std::optional<core::Error> problem() const;

    bool operator==(const Write &) const = default;
};

struct WriteReply {
    enum class Effect {
        Created,
        Updated,
        Missing,      ///< UpdateOnly, and there is no such row (404).
        AlreadyThere, ///< CreateOnly, and there is one (412).
        Changed,      ///< IfUnchanged, and somebody changed it (412 ConcurrencyVersionMismatch).
    };
    /// An upsert without Write::primaryId cannot tell Created from Updated, and says Updated.
    Effect effect = Effect::Updated;
    QString rowId; ///< As the server told; empty when it did not.
    QString requestId;
    int httpStatus = 0;
    /// As counted by the scheduler. More than one: AlreadyThere and Changed may be the echo of our own first attempt,
    /// whose answer was lost. One does not prove the opposite: the network stack itself sends again when a connection
    /// closes before the answer.
    int attempts = 1;
};

/// True when a key URL cannot hold this value (dataverse-api section 4.1, "hard limit").
bool isRefusedByKeyUrls(const QString &value);

/// `O'Neil` → `'O%27%27Neil'`: an OData string literal for a URL.
QByteArray urlLiteral(const QString &value);

} // namespace dataverse
