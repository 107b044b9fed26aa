#pragma once

#include "sandbox/dataverse/column.h"
#include "sandbox/fault.h"

#include <QHash>
#include <QUuid>

#include <optional>

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

/// A many-to-many relationship. It can be walked from both ends.
struct Link {
    struct End {
        QString table = {};
        QString attribute = {}; ///< Of the table of pairs.
        QString navigation = {};
    };

    QString name = {};      ///< Schema name.
    QString intersect = {}; ///< Logical name of the table of pairs.
    End first = {};
    End second = {};
};

/// What a navigation property that leads to many rows stands for: one end of a link, or the other side of a lookup.
struct Collection {
    const Table *target = nullptr;
    const Link *link = nullptr;
    bool isFromSecond = false;      ///< Walks the link from its second end to its first.
    const Column *lookup = nullptr; ///< Of the target; set when there is no link.
};

/// All tables of the environment as one caller sees them.
class Schema
{
public:
    /// The environment with everything that it can ever have.
    static const Schema &standard();

    /// What a caller sees of it: without the tables and columns that a fault hides, with those that one brings, and the
    /// key in the state that one puts it in.
    Schema withFaults(const Faults &faults) const;

    const QList<Table> &tables() const { return m_tables; }
    const QList<Link> &links() const { return m_links; }

    /// Nothing when `property` is no such property of the table. Letter case counts.
    std::optional<Collection> collection(const Table &table, QStringView property) const;

    /// False for a privilege on a table that is not there.
    bool knowsPrivilege(const QString &name) const;

    const Table *table(QStringView logicalName) const;
    const Table *tableOfSet(QStringView entitySet) const;
    const Table &at(QStringView logicalName) const; ///< The table must exist.

private:
    QList<Table> m_tables;
    QList<Link> m_links;
};

/// Stable ids for metadata and seeded rows: the same words give the same id in every run.
QUuid stableId(const QString &words);

/// "Create", "Read", "Write" …: what privileges on a table begin with after "prv".
QStringList privilegeVerbs();

} // namespace sandbox::webapi
