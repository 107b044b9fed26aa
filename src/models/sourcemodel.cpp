#include "models/sourcemodel.h"

#include <QMimeData>

#include <functional>

namespace models {

using namespace Qt::StringLiterals;

struct SourceModel::Node {
    SourceNode source;
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children = {};

    void fill(const QList<SourceNode> &sources)
    {
        children.clear();
        for (const SourceNode &one : sources) {
            auto child =
                std::make_unique<Node>(Node{.source = {.path = one.path, .name = one.name, .fullName = one.fullName},
                                            .parent = this,
                                            .row = int(children.size())});
            child->fill(one.children);
            children.push_back(std::move(child));
        }
    }
};

SourceModel::SourceModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
    m_root->fill(sourceTree({}));
}

SourceModel::~SourceModel() = default;

void SourceModel::setCatalogue(const consent::Catalogue &catalogue)
{
    beginResetModel();
    m_root->fill(sourceTree(catalogue));
    endResetModel();
}

void SourceModel::setMapped(const QSet<QString> &paths)
{
    if (paths == m_mapped)
        return;
    m_mapped = paths;
    touch({});
}

void SourceModel::touch(const QModelIndex &parent)
{
    const int count = rowCount(parent);
    if (count == 0)
        return;
    Q_EMIT dataChanged(index(0, 0, parent), index(count - 1, 0, parent));
    for (int row = 0; row < count; ++row)
        touch(index(row, 0, parent));
}

const SourceModel::Node *SourceModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex SourceModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeAt(parent)->children.at(std::size_t(row)).get());
}

QModelIndex SourceModel::parent(const QModelIndex &child) const
{
    const Node *parent = child.isValid() ? nodeAt(child)->parent : nullptr;
    return !parent || parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int SourceModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeAt(parent)->children.size());
}

int SourceModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant SourceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceNode &source = nodeAt(index)->source;
    const QString path = source.path.text;
    const bool isMapped = m_mapped.contains(path);
    const QString kind = source.isHeading() ? QString() : source.path.isChoice() ? tr("yes or no") : tr("text");
    switch (role) {
    case Qt::DisplayRole:
        return source.name;
    case SecondaryRole:
        return kind;
    case Qt::ToolTipRole:
        return source.isHeading() ? source.fullName : u"%1\n%2"_s.arg(source.fullName, path);
    case Qt::AccessibleTextRole:
        return isMapped ? tr("%1, mapped").arg(source.fullName) : source.fullName;
    case SignRole:
        return int(isMapped ? Sign::Passed : Sign::None);
    case PathRole:
        return path;
    case SearchRole:
        return source.fullName + u' ' + path;
    default:
        return {};
    }
}

Qt::ItemFlags SourceModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (nodeAt(index)->source.isHeading())
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
}

QStringList SourceModel::mimeTypes() const
{
    return {QString::fromLatin1(mimeType), u"text/plain"_s};
}

QMimeData *SourceModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList paths;
    for (const QModelIndex &index : indexes)
        paths += index.data(PathRole).toString();
    paths.removeAll(QString());
    auto *data = new QMimeData;
    data->setData(QString::fromLatin1(mimeType), paths.join(u'\n').toUtf8());
    data->setText(paths.join(u'\n'));
    return data;
}

QModelIndex SourceModel::indexOf(const QString &path) const
{
    const std::function<QModelIndex(const QModelIndex &)> find = [&](const QModelIndex &parent) -> QModelIndex {
        for (int row = 0; row < rowCount(parent); ++row) {
            const QModelIndex child = index(row, 0, parent);
            if (child.data(PathRole).toString() == path)
                return child;
            if (const QModelIndex below = find(child); below.isValid())
                return below;
        }
        return {};
    };
    return path.isEmpty() ? QModelIndex() : find({});
}

} // namespace models
