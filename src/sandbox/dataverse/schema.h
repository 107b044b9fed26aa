#pragma once

#include "sandbox/dataverse/column.h"
#include "sandbox/fault.h"

#include <QHash>
#include <QUuid>

namespace sandbox::webapi {

struct Row;

/// An alternate key.
struct Key {
    QString name = {}; ///< Logical name.
    QString schemaName = {};
    QString label = {};
    QStringList columns = {};
    QString status =
        {}; ///< "Active", "Pending", "InProgress", "Failed"; only an Active one addresses rows and is unique.

    bool isActive() const { return status == u"Active"; }
};

/// A table: its names, columns and keys.
struct Table {
    QString name = {}; ///< Logical name.
    QString schemaName = {};
    QString entitySet = {};
    QString label = {};
    QString pluralLabel = {};
    QString primaryName = {}; ///< The column that is a row's name.
    QString privilege = {};   ///< What follows "prvRead…"; the schema name but for old tables.
    QString ownership = {};   ///< "UserOwned", "OrganizationOwned", "BusinessOwned", "None".
    int typeCode = 0;
    QList<Column> columns = {};
    QList<Key> keys = {};
    void (*compute)(Row &row) = nullptr; ///< Fills the calculated columns after every write.

    QString primaryId() const { return columns.front().name; } ///< The first column by convention.
    const Column *column(QStringView logicalName) const;
    const Column *columnOfProperty(QStringView property) const; ///< By the name in rows: "_ownerid_value" for a lookup.
    /// The lookup behind a navigation property, letter case as declared; and that property's targets.
    std::pair<const Column *, const Navigation *> navigation(QStringView property) const;
};

/// All tables of the environment as one caller sees them.
class Schema
{
public:
    /// The environment as it is built.
    static const Schema &standard();

    /// The same with the columns gone that a fault hides, and the key in the state that a fault puts it in.
    Schema withFaults(const Faults &faults) const;

    const QList<Table> &tables() const { return m_tables; }
    const Table *table(QStringView logicalName) const;
    const Table *tableOfSet(QStringView entitySet) const;
    const Table &at(QStringView logicalName) const; ///< The table must exist.

private:
    QList<Table> m_tables;
};

/// Stable ids for metadata and seeded rows: the same words give the same id in every run.
QUuid stableId(const QString &words);

/// The definition of the contact table; its own file because of its length.
Table contactTable();

} // namespace sandbox::webapi
