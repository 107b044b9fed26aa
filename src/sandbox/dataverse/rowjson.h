#pragma once

#include "sandbox/dataverse/filter.h"
#include "sandbox/dataverse/query.h"
#include "sandbox/dataverse/store.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sandbox::webapi {

/// Rows as the service shows them.
class RowJson
{
public:
    /// `root` is "https://…/api/data/v9.2/"; `isLongText` writes 64-bit and decimal numbers as text
    /// (IEEE754Compatible).
    RowJson(const Schema &schema, const Store &store, const Table &table, const Preferences &preferences,
            const QString &root, bool isLongText);

    /// Which of many related rows are shown inside; all of them unless said otherwise.
    void showOnly(std::function<bool(const Table &, const Row &)> isVisible) { m_isVisible = std::move(isVisible); }

    /// Refuses names that the table does not have, or that cannot be selected. Without a $select: everything.
    void select(const std::optional<QStringList> &names);

    /// Gives the logical names of the tables whose rows will be shown inside. Refuses as select() does.
    QStringList expand(const QList<Expansion> &expansions);

    QJsonObject object(const Row &row) const; ///< With @odata.etag, without @odata.context.
    QJsonObject entity(const Row &row) const; ///< With both: a whole answer.
    QString context() const;                  ///< "…/$metadata#contacts(fullname)"

    /// What a person sees in place of the value: an option's label, a grouped number, the target's name.
    QString formatted(const Column &column, const Row &row) const;

private:
    struct Expanded {
        const Column *column = nullptr; ///< Of a lookup.
        const Navigation *navigation = nullptr;
        std::optional<Collection> collection = {}; ///< Of a property that leads to many rows.
        Expansion asked = {};
        Predicate filter = {};
    };

    RowJson inside(const Table &table, const Expansion &expansion) const;
    QJsonArray many(const Expanded &expanded, const Row &row) const;

    void addColumn(QJsonObject &object, const Column &column, const Row &row) const;

    const Schema &m_schema;
    const Store &m_store;
    const Table &m_table;
    const Preferences &m_preferences;
    QString m_root;
    bool m_isLongText;
    QList<const Column *> m_columns;
    QList<Expanded> m_expanded;
    QString m_selected; ///< Of the context address.
    std::function<bool(const Table &, const Row &)> m_isVisible;
};

/// Finds the column of a name in $select, $filter or $orderby, or refuses it in the service's words.
const Column &columnOrRefuse(const Table &table, const QString &property);

/// A row's name, from its table's primary name column.
QString nameOf(const Table &table, const Row &row);

} // namespace sandbox::webapi
