#include "models/targetmodel.h"

#include "models/columnmodel.h"
#include "models/sourcemodel.h"

#include <QHash>
#include <QMimeData>

namespace models {

using namespace Qt::StringLiterals;
using mapping::ConsentTree;

void TargetModel::setTree(const ConsentTree &tree)
{
    beginResetModel();
    m_lines.clear();
    QHash<QString, int> rows;
    for (const ConsentTree::Purpose &purpose : tree.purposes) {
        rows.insert(purpose.id.toLower(), int(m_lines.size()));
        m_lines.append({.id = purpose.id, .name = purpose.name, .kind = tr("purpose"), .isActive = purpose.isActive});
    }
    for (const ConsentTree::Topic &topic : tree.topics) {
        const Line line{.id = topic.id, .name = topic.name, .kind = tr("topic"), .isActive = topic.isActive};
        const int row = rows.value(topic.purposeId.toLower(), -1);
        (row < 0 ? m_lines : m_lines[row].below).append(line);
    }
    if (!tree.profiles.isEmpty()) {
        Line heading{.id = {}, .name = tr("Compliance profiles"), .kind = {}};
        for (const ConsentTree::Profile &profile : tree.profiles)
            heading.below.append({.id = {}, .name = profile.name, .kind = {}, .isActive = profile.isActive});
        m_lines.append(heading);
    }
    endResetModel();
}

void TargetModel::setMapped(const QSet<QString> &ids)
{
    QSet<QString> mapped;
    for (const QString &id : ids)
        mapped.insert(id.toLower());
    if (mapped == m_mapped)
        return;
    m_mapped = mapped;
    const auto touch = [this](const QModelIndex &parent) {
        if (const int count = rowCount(parent); count > 0)
            Q_EMIT dataChanged(index(0, 0, parent), index(count - 1, 0, parent));
    };
    touch({});
    for (int row = 0; row < rowCount(); ++row)
        touch(index(row));
}

const TargetModel::Line &TargetModel::lineAt(const QModelIndex &index) const
{
    const auto above = qsizetype(index.internalId());
    return above == 0 ? m_lines.at(index.row()) : m_lines.at(above - 1).below.at(index.row());
}

QModelIndex TargetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex TargetModel::parent(const QModelIndex &child) const
{
    const auto above = int(child.internalId());
    return !child.isValid() || above == 0 ? QModelIndex() : createIndex(above - 1, 0, quintptr(0));
}

int TargetModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_lines.size());
    return parent.column() > 0 || parent.internalId() != 0 ? 0 : int(m_lines.at(parent.row()).below.size());
}

int TargetModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant TargetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = lineAt(index);
    const bool isMapped = !line.id.isEmpty() && m_mapped.contains(line.id.toLower());
    QStringList kind{line.kind};
    if (!line.isActive)
        kind += tr("inactive");
    kind.removeAll(QString());
    switch (role) {
    case Qt::DisplayRole:
        return line.name;
    case SecondaryRole:
        return kind.join(u", "_s);
    case DimRole:
        return !line.isActive;
    case Qt::ToolTipRole:
        return line.id.isEmpty() ? line.name : u"%1\n%2"_s.arg(line.name, line.id);
    case Qt::AccessibleTextRole: {
        const QStringList words = QStringList(line.name) + kind;
        return isMapped ? tr("%1, mapped").arg(words.join(u", "_s)) : words.join(u", "_s);
    }
    case SignRole:
        return int(isMapped ? Sign::Passed : Sign::None);
    case ColumnModel::NameRole:
        return line.id;
    case ColumnModel::SearchRole:
        return line.name + u' ' + line.id;
    default:
        return {};
    }
}

Qt::ItemFlags TargetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (lineAt(index).id.isEmpty())
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
}

QModelIndex TargetModel::indexOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex above = index(row);
        if (!id.isEmpty() && lineAt(above).id.compare(id, Qt::CaseInsensitive) == 0)
            return above;
        for (int below = 0; below < rowCount(above); ++below) {
            const QModelIndex here = index(below, 0, above);
            if (!id.isEmpty() && lineAt(here).id.compare(id, Qt::CaseInsensitive) == 0)
                return here;
        }
    }
    return {};
}

QStringList TargetModel::mimeTypes() const
{
    return {QString::fromLatin1(ColumnModel::mimeType), u"text/plain"_s};
}

QMimeData *TargetModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList ids;
    for (const QModelIndex &index : indexes)
        ids += index.data(ColumnModel::NameRole).toString();
    ids.removeAll(QString());
    auto *data = new QMimeData;
    data->setData(QString::fromLatin1(ColumnModel::mimeType), ids.join(u'\n').toUtf8());
    data->setText(ids.join(u'\n'));
    return data;
}

bool TargetModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    return parent.flags().testFlag(Qt::ItemIsSelectable) && data->hasFormat(QString::fromLatin1(SourceModel::mimeType));
}

bool TargetModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                               const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QString path = QString::fromUtf8(data->data(QString::fromLatin1(SourceModel::mimeType))).section(u'\n', 0, 0);
    Q_EMIT paired(path, parent.data(ColumnModel::NameRole).toString());
    return true;
}

} // namespace models
