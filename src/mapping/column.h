#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace mapping {

/// Dataverse's column types, as far as they can be told apart by what is written (dataverse-api section 4.4).
enum class ColumnType {
    Text, ///< String
    Memo,
    Integer,
    BigInt,
    Decimal,
    Double,
    Money,
    Boolean,
    Choice,      ///< Picklist
    MultiChoice, ///< MultiSelectPicklist
    State,
    Status,
    DateTime, ///< Moment in UTC, behaviours UserLocal and TimeZoneIndependent
    DateOnly, ///< DateTimeBehavior DateOnly
    Lookup,
    Customer,
    Owner,
    UniqueId,
    Other, ///< Never writable by a mapping.
};

struct ChoiceOption {
    qint64 value = 0;
    QString label;
    std::optional<int> state = {}; ///< Of a Status option: the state it belongs to.
    bool operator==(const ChoiceOption &) const = default;
};

/// An alternate key.
struct Key {
    enum class Status { Active, Pending, InProgress, Failed };
    QString logicalName;
    QString displayName;
    QStringList columns;
    Status status = Status::Pending;
    bool operator==(const Key &) const = default;
};

/// A column that alone is an alternate key of a table that a lookup points to.
struct TargetKey {
    QString column;
    ColumnType type = ColumnType::Text; ///< Of the column.
    Key::Status status = Key::Status::Pending;
    bool operator==(const TargetKey &) const = default;
};

/// A lookup's way to one target table.
struct LookupTarget {
    QString table;
    QString entitySet;
    QString navigationProperty; ///< As declared: case counts.
    QString primaryId = {};     ///< Empty when it was not told.
    /// Nothing when the environment did not tell them.
    std::optional<QList<TargetKey>> keys = {};

    /// The key on that column; nullptr when there is none, or when they are not known.
    const TargetKey *keyOn(const QString &name) const;
    bool operator==(const LookupTarget &) const = default;
};

/// One column of a table, as its environment describes it.
struct Column {
    enum class Required { None, Recommended, Business, System };

    QString logicalName;
    QString schemaName;
    QString displayName; ///< Falls back to the logical name.
    ColumnType type = ColumnType::Other;
    QString typeName;  ///< Dataverse's own word: "BooleanType".
    QString format;    ///< Text: "Email", "Phone", …; Integer: "Duration", …
    int maxLength = 0; ///< UTF-16 units; 0 = not limited here.
    std::optional<double> minimum = {};
    std::optional<double> maximum = {};
    int precision = 0; ///< Decimal places.
    bool isTimeZoneIndependent = false;
    QList<ChoiceOption> options; ///< Boolean: two, values 1 and 0.
    QList<LookupTarget> targets;
    Required required = Required::None;
    bool isPrimaryId = false;
    bool isValidForCreate = false;
    bool isValidForUpdate = false;
    bool isValidForRead = false;
    bool isSecured = false;    ///< Needs a column security profile.
    bool isCalculated = false; ///< Calculated, rollup or formula.
    bool isDeprecated = false;
    QString attributeOf; ///< The column this one only mirrors; empty for real columns.
    std::optional<bool> defaultBoolean = {};

    const ChoiceOption *option(qint64 value) const;

    /// The way to that table; nullptr when there is none. Empty: to the only one.
    const LookupTarget *target(const QString &table) const;
    bool isLookup() const { return type == ColumnType::Lookup || type == ColumnType::Customer; }

    /// What to $select to read it: "_x_value" for lookups.
    QString readName() const;

    bool operator==(const Column &) const = default;
};

struct Table {
    QString logicalName;
    QString displayName;
    QString entitySet;
    QString primaryId;
    QString primaryName;
    bool hasChangeTracking = false;
    bool hasOptimisticConcurrency = false;
    QList<Column> columns; ///< Sorted by logical name.
    QList<Key> keys;

    const Column *column(const QString &name) const; ///< By logical name; nullptr when there is none.
    /// The single-column key on that column, whatever its status; of several an Active one. nullptr when there is none.
    const Key *keyOn(const QString &name) const { return keyOn(QStringList{name}); }
    /// The same for a key of exactly these columns, in whichever order.
    const Key *keyOn(QStringList names) const;

    bool operator==(const Table &) const = default;
};

} // namespace mapping
