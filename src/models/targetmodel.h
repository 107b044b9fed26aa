#pragma once

#include "mapping/consenttree.h"
#include "models/sign.h"

#include <QAbstractItemModel>
#include <QSet>

namespace models {

/// Current mode's targets, as a tree that can be searched and dragged from: purposes with their topics, and below them
/// the compliance profiles, which nothing is written to.
class TargetModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setTree(const mapping::ConsentTree &tree);
    void setMapped(const QSet<QString> &ids); ///< Purposes and topics that a mapping writes already.

    QModelIndex indexOf(const QString &id) const;

    QModelIndex index(int row, int column = 0, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override; ///< Changes nothing here; says paired().

Q_SIGNALS:
    void paired(const QString &path, const QString &id); ///< A source was dropped on a target.

private:
    struct Line {
        QString id; ///< Empty: nothing that can be written to.
        QString name;
        QString kind;
        bool isActive = true;
        QList<Line> below = {};
    };
    const Line &lineAt(const QModelIndex &index) const;

    QList<Line> m_lines;    ///< Two levels: an index's internal id is its parent's row + 1, or 0.
    QSet<QString> m_mapped; ///< In lower case.
};

} // namespace models
