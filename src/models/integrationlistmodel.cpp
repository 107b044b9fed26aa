#include "models/integrationlistmodel.h"

namespace models {

using namespace Qt::StringLiterals;

int IntegrationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant IntegrationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    const bool isDamaged = !entry.problem.message.isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        return entry.name;
    case Qt::ToolTipRole:
        return isDamaged ? entry.problem.message : entry.standing;
    case Qt::AccessibleTextRole: {
        QStringList parts{entry.name, isDamaged ? tr("damaged file") : profile::environmentText(entry.kind)};
        if (entry.isDirty)
            parts += tr("unsaved changes");
        if (!entry.standing.isEmpty())
            parts += entry.standing;
        return parts.join(u", "_s);
    }
    case SignRole:
        return int(entry.sign);
    case SecondaryRole:
        return entry.standing;
    case IdRole:
        return entry.id;
    case KindRole:
        return int(entry.kind);
    case KindTextRole:
        return isDamaged ? tr("Damaged file") : profile::environmentText(entry.kind);
    case DirtyRole:
        return entry.isDirty;
    case DamagedRole:
        return isDamaged;
    default:
        return {};
    }
}

void IntegrationListModel::setEntries(const QList<Entry> &entries)
{
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int IntegrationListModel::put(const Entry &entry)
{
    const int row = rowOf(entry.id);
    if (row < 0) {
        const int last = int(m_entries.size());
        beginInsertRows({}, last, last);
        m_entries.append(entry);
        endInsertRows();
        return last;
    }
    if (m_entries.at(row) != entry) {
        m_entries[row] = entry;
        Q_EMIT dataChanged(index(row), index(row));
    }
    return row;
}

void IntegrationListModel::remove(const QString &id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row);
    endRemoveRows();
}

int IntegrationListModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).id == id)
            return row;
    }
    return -1;
}

} // namespace models
