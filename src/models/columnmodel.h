#pragma once

#include "mapping/column.h"
#include "models/sign.h"

#include <QAbstractListModel>
#include <QSet>

namespace models {

/// The columns that a mapping may write, as a list that can be searched, dragged from and dropped on.
class ColumnModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr auto mimeType = "application/x-consent-bridge-column"; ///< The logical name, UTF-8.

    enum Role {
        NameRole = FirstOwnRole, ///< QString: logical name.
        SearchRole,              ///< QString: everything that a search looks at.
    };

    using QAbstractListModel::QAbstractListModel;

    void setColumns(const QList<mapping::Column> &columns); ///< Sorted here by display name.
    void setMapped(const QSet<QString> &names);             ///< Logical names that a mapping writes already.

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override; ///< Changes nothing here; says paired().

    QModelIndex indexOf(const QString &name) const;

Q_SIGNALS:
    void paired(const QString &path, const QString &name); ///< A source was dropped on a column.

private:
    QList<mapping::Column> m_columns;
    QSet<QString> m_mapped;
};

} // namespace models
