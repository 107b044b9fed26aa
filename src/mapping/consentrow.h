#pragma once

#include "consent/valuepath.h"
#include "core/result.h"
#include "mapping/cell.h"
#include "mapping/column.h"
#include "mapping/enforcement.h"
#include "profile/mapping.h"

#include <QJsonObject>

namespace mapping {

/// The table of the Current mode (dynamics-consent-tables section 4).
inline constexpr auto consentTableName = QLatin1StringView("msdynmkt_contactpointconsent4");

/// Its columns that are read or written here. Everything else about them (options, navigation properties, lengths)
/// comes from the environment.
namespace consentcolumn {
inline constexpr auto address = QLatin1StringView("msdynmkt_contactpointvalue");
inline constexpr auto channel = QLatin1StringView("msdynmkt_contactpointtype");
inline constexpr auto level = QLatin1StringView("msdynmkt_contactpointconsenttype");
inline constexpr auto value = QLatin1StringView("msdynmkt_value");
inline constexpr auto purpose = QLatin1StringView("msdynmkt_purposeid");
inline constexpr auto topic = QLatin1StringView("msdynmkt_topicid");
inline constexpr auto logicalReason = QLatin1StringView("msdynmkt_logicalreason");
inline constexpr auto source = QLatin1StringView("msdynmkt_source");
inline constexpr auto reason = QLatin1StringView("msdynmkt_reason");
inline constexpr auto onBehalf = QLatin1StringView("msdynmkt_modifiedonbehalf");
inline constexpr auto modifiedOn = QLatin1StringView("modifiedon");
inline constexpr auto modifiedBy = QLatin1StringView("modifiedby");
} // namespace consentcolumn

/// What a mapping of the Current mode points to: a purpose, or one topic of it. Ids are bare and in lower case.
struct ConsentTarget {
    QString purposeId;
    QString topicId = {}; ///< Empty: the purpose itself.
    QString purposeName = {};
    QString topicName = {};
    EnforcementModels enforcement = {};

    bool isTopic() const { return !topicId.isEmpty(); }
    QString name() const; ///< "Newsletter", "Newsletter → Sports".
    bool operator==(const ConsentTarget &) const = default;
};

/// Fails with Kind::Invalid when `id` is neither a purpose nor a topic of the tree, when it is deactivated, or when a
/// topic's purpose is not there or deactivated.
core::Result<ConsentTarget> consentTargetOf(const QString &id, const ConsentTree &tree);

/// One row of consent, as far as it is understood.
struct ConsentRow {
    QString id;
    QString etag;
    QString address;
    std::optional<profile::Channel> channel;
    QString purposeId;                                     ///< Lower case.
    QString topicId;                                       ///< Lower case; empty for rows of a purpose.
    std::optional<ConsentValue> value;                     ///< Nothing for a number that is none of the three.
    QJsonValue stored = QJsonValue(QJsonValue::Undefined); ///< What `value` was made of.
    QDateTime modifiedOn;
    QString modifiedBy; ///< Row id of a user.
    QString reason;
    QJsonObject values;     ///< As Dataverse gave them.
    QJsonObject known = {}; ///< Of these, what consentColumnsToRead() names.
};
ConsentRow consentRowOf(const QString &id, const QString &etag, const QJsonObject &values);

/// What `finding` makes of a row, by the mapping's value table; nothing when the row is to be left alone. A mapping
/// that writes anything but opted out where somebody refuses is Kind::Invalid, as is one that writes opted in where
/// nobody gave it, and a text. "Not set" may stand in for all but a refusal; whether it may overwrite what a row says
/// is not judged here.
core::Result<std::optional<ConsentValue>> consentValueFor(const consent::Finding &finding,
                                                          const profile::Mapping &mapping);

/// What a new row says of itself, and what every write says of who asked for it.
struct ConsentStamp {
    QString reason;   ///< "didomi-sync;evt=…": by this our own writes are known again.
    QString onBehalf; ///< "didomi:user-42"
};
inline constexpr auto consentStamp = QLatin1StringView("didomi-sync;");

/// Where a row belongs. Rows that agree in this, the address compared as comparableAddress() does, are duplicates.
struct ConsentPlace {
    QString address;
    profile::Channel channel = profile::Channel::Email;
    QString purposeId;
    QString topicId;

    bool holds(const ConsentRow &row) const; ///< Whether the row is about exactly this.
    QString key() const;                     ///< The same text for all that are duplicates.

    /// Of a row that is made here: the same wherever and by whomever it is computed, so that it cannot be made twice.
    QString newRowId() const;
};

/// The cells that an update writes (dynamics-consent-tables section 6). Fails with Kind::Invalid when the table lacks
/// the column or the option that it needs; what only describes the write is left out where the table lacks it.
core::Result<QList<Cell>> consentUpdateCells(const Table &table, ConsentValue value, const ConsentStamp &stamp);

/// Those of them that only describe the write, whatever its value.
QList<Cell> consentStampCells(const Table &table, const ConsentStamp &stamp);

/// The cells that a create writes.
core::Result<QList<Cell>> consentCreateCells(const Table &table, const ConsentPlace &place, ConsentValue value,
                                             const ConsentStamp &stamp);

/// The cell of the value alone: what is remembered and compared.
core::Result<Cell> consentValueCell(const Table &table, ConsentValue value);

/// What to read of a row: the columns above, those that the table has.
QStringList consentColumnsToRead(const Table &table);

} // namespace mapping
