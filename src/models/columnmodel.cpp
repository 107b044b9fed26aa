#include "models/columnmodel.h"

#include "models/mappingmodel.h"
#include "models/sourcemodel.h"

#include <QMimeData>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;
using mapping::Column;

void ColumnModel::setColumns(const QList<Column> &columns)
{
    beginResetModel();
    m_columns = columns;
    std::ranges::stable_sort(m_columns, [](const Column &one, const Column &other) {
        return QString::localeAwareCompare(one.displayName, other.displayName) < 0;
    });
    endResetModel();
}

void ColumnModel::setMapped(const QSet<QString> &names)
{
    if (names == m_mapped)
        return;
    m_mapped = names;
    if (!m_columns.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_columns.size()) - 1));
}

int ColumnModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant ColumnModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column &column = m_columns.at(index.row());
    const bool isMapped = m_mapped.contains(column.logicalName);
    const QString type = columnTypeText(column.type);
    switch (role) {
    case Qt::DisplayRole:
        return column.displayName;
    case SecondaryRole:
        return type;
    case Qt::ToolTipRole:
        return u"%1\n%2, %3"_s.arg(column.displayName, column.logicalName, type);
    case Qt::AccessibleTextRole:
        return isMapped ? tr("%1, %2, mapped").arg(column.displayName, type)
                        : u"%1, %2"_s.arg(column.displayName, type);
    case SignRole:
        return int(isMapped ? Sign::Passed : Sign::None);
    case NameRole:
        return column.logicalName;
    case SearchRole:
        return u"%1 %2 %3"_s.arg(column.displayName, column.logicalName, type);
    default:
        return {};
    }
}

Qt::ItemFlags ColumnModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled |
           Qt::ItemNeverHasChildren;
}

QStringList ColumnModel::mimeTypes() const
{
    return {QString::fromLatin1(mimeType), u"text/plain"_s};
}

QMimeData *ColumnModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList names;
    for (const QModelIndex &index : indexes)
        names += index.data(NameRole).toString();
    auto *data = new QMimeData;
    data->setData(QString::fromLatin1(mimeType), names.join(u'\n').toUtf8());
    data->setText(names.join(u'\n'));
    return data;
}

bool ColumnModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    return parent.isValid() && data->hasFormat(QString::fromLatin1(SourceModel::mimeType));
}

bool ColumnModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                               const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QString path = QString::fromUtf8(data->data(QString::fromLatin1(SourceModel::mimeType))).section(u'\n', 0, 0);
    Q_EMIT paired(path, parent.data(NameRole).toString());
    return true;
}

QModelIndex ColumnModel::indexOf(const QString &name) const
{
    for (int row = 0; row < m_columns.size(); ++row) {
        if (m_columns.at(row).logicalName == name)
            return index(row);
    }
    return {};
}

} // namespace models
