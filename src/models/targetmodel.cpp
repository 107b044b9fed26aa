#include "models/targetmodel.h"

#include "models/columnmodel.h"
#include "models/sourcemodel.h"

#include <QMimeData>

namespace models {

using namespace Qt::StringLiterals;
using mapping::ConsentTree;

void TargetModel::setTree(const ConsentTree &tree)
{
    beginResetModel();
    m_lines.clear();
    m_top.clear();
    QSet<QString> placed;
    for (const ConsentTree::Profile &profile : tree.profiles) {
        const int line =
            add({.id = {}, .name = profile.name, .kind = tr("compliance profile"), .isActive = profile.isActive});
        for (const QString &id : profile.purposeIds) {
            if (const ConsentTree::Purpose *purpose = tree.purpose(id)) {
                addPurpose(tree, *purpose, line);
                placed.insert(purpose->id.toLower());
            }
        }
    }
    for (const ConsentTree::Purpose &purpose : tree.purposes) {
        if (!placed.contains(purpose.id.toLower()))
            addPurpose(tree, purpose, -1);
    }
    for (const ConsentTree::Topic &topic : tree.topics) {
        if (!tree.purpose(topic.purposeId))
            add({.id = topic.id, .name = topic.name, .kind = tr("topic"), .isActive = topic.isActive});
    }
    endResetModel();
}

int TargetModel::add(const Line &line)
{
    const int place = int(m_lines.size());
    m_lines.append(line);
    (line.above < 0 ? m_top : m_lines[line.above].below).append(place);
    return place;
}

void TargetModel::addPurpose(const ConsentTree &tree, const ConsentTree::Purpose &purpose, int above)
{
    const int line = add(
        {.id = purpose.id, .name = purpose.name, .kind = tr("purpose"), .isActive = purpose.isActive, .above = above});
    for (const ConsentTree::Topic &topic : tree.topics) {
        if (topic.purposeId.compare(purpose.id, Qt::CaseInsensitive) == 0)
            add({.id = topic.id, .name = topic.name, .kind = tr("topic"), .isActive = topic.isActive, .above = line});
    }
}

void TargetModel::setMapped(const QSet<QString> &ids)
{
    QSet<QString> mapped;
    for (const QString &id : ids)
        mapped.insert(id.toLower());
    if (mapped == m_mapped)
        return;
    m_mapped = mapped;
    for (int line = 0; line < int(m_lines.size()); ++line)
        Q_EMIT dataChanged(indexAt(line), indexAt(line));
}

const QList<int> &TargetModel::below(const QModelIndex &parent) const
{
    return parent.isValid() ? m_lines.at(qsizetype(parent.internalId())).below : m_top;
}

QModelIndex TargetModel::indexAt(int line) const
{
    const int above = m_lines.at(line).above;
    const QList<int> &siblings = above < 0 ? m_top : m_lines.at(above).below;
    return createIndex(int(siblings.indexOf(line)), 0, quintptr(line));
}

QModelIndex TargetModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, quintptr(below(parent).at(row))) : QModelIndex();
}

QModelIndex TargetModel::parent(const QModelIndex &child) const
{
    const int above = child.isValid() ? m_lines.at(qsizetype(child.internalId())).above : -1;
    return above < 0 ? QModelIndex() : indexAt(above);
}

int TargetModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(below(parent).size());
}

int TargetModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant TargetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(qsizetype(index.internalId()));
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
    if (m_lines.at(qsizetype(index.internalId())).id.isEmpty())
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
}

QModelIndex TargetModel::indexOf(const QString &id) const
{
    for (int line = 0; line < int(m_lines.size()) && !id.isEmpty(); ++line) {
        if (m_lines.at(line).id.compare(id, Qt::CaseInsensitive) == 0)
            return indexAt(line);
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
