#pragma once

#include "core/result.h"
#include "dataverse/labels.h"
#include "mapping/column.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace dataverse {

/// One request for what only columns of one type have: "…/Attributes/Microsoft.Dynamics.CRM.<cast>?<query>".
struct TypedDetails {
    const char *cast;
    const char *query;
};

/// All of them (dataverse-api section 7.3).
QList<TypedDetails> typedDetails();

/// Common members of a table and of columns, for $select (sections 7.1 and 7.2).
extern const char tableMembers[];
extern const char columnMembers[];
extern const char keyMembers[];
extern const char relationshipMembers[];

/// Puts a table together from what the metadata requests answer, in whichever order they come. Unknown members and
/// types are survived.
class TableBuilder
{
public:
    explicit TableBuilder(const Labels &labels) : m_labels(labels) {}

    void setDefinition(const QJsonObject &definition) { m_definition = definition; }
    void setColumns(const QJsonArray &columns) { m_columns = columns; }
    void addDetails(const QJsonArray &columns); ///< Of one typed cast.
    void setKeys(const QJsonArray &keys) { m_keys = keys; }
    void setRelationships(const QJsonArray &relationships) { m_relationships = relationships; }
    void addEntitySets(const QJsonArray &tables);
    void addTargetKeys(const QJsonArray &tables); ///< Each with its "Keys".
    void addTargetColumns(const QString &table, const QJsonArray &columns);

    /// Logical names of the tables that lookups point to: their entity sets are needed.
    QStringList targetTables() const;

    /// Of those tables' alternate keys the ones of a single column, by table: their types are needed.
    QHash<QString, QStringList> targetKeyColumns() const;

    /// Fails with Kind::BadReply when the definition lacks what every table has.
    core::Result<mapping::Table> build() const;

private:
    mapping::Column column(const QJsonObject &common) const;
    void describe(mapping::Column &column, const QJsonObject &details) const;
    QList<mapping::ChoiceOption> options(const QJsonObject &details) const;
    QList<mapping::LookupTarget> targets(const QString &column, const QJsonArray &tables) const;
    std::optional<QList<mapping::TargetKey>> targetKeys(const QString &table) const;
    mapping::Key key(const QJsonObject &object) const;

    const Labels m_labels;
    QJsonObject m_definition;
    QJsonArray m_columns;
    QHash<QString, QJsonObject> m_details; ///< By column.
    QJsonArray m_keys;
    QJsonArray m_relationships;
    QHash<QString, QJsonObject> m_targets; ///< By logical name of the table that lookups point to.
    QHash<QString, QJsonArray> m_targetKeys;
    QHash<QString, QHash<QString, QString>> m_targetTypes; ///< By table, then by column: "StringType".
};

} // namespace dataverse
