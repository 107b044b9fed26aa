#pragma once

#include "models/sign.h"
#include "models/sourcetree.h"

#include <QAbstractItemModel>
#include <QSet>

#include <memory>

namespace models {

/// What Didomi knows, as a tree that can be searched and dragged from.
class SourceModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    static constexpr auto mimeType = "application/x-consent-bridge-source"; ///< The value path's text, UTF-8.

    enum Role {
        PathRole = FirstOwnRole, ///< QString: the value path; empty for a heading.
        SearchRole,              ///< QString: everything that a search looks at.
    };

    explicit SourceModel(QObject *parent = nullptr);
    ~SourceModel() override;

    void setCatalogue(const consent::Catalogue &catalogue);
    void setMapped(const QSet<QString> &paths); ///< Value paths that a mapping takes already.

    QModelIndex index(int row, int column = 0, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

    QModelIndex indexOf(const QString &path) const;

private:
    struct Node; ///< With a way to its parent, which QAbstractItemModel asks for.
    const Node *nodeAt(const QModelIndex &index) const;
    void touch(const QModelIndex &parent);

    std::unique_ptr<Node> m_root;
    QSet<QString> m_mapped;
};

} // namespace models
