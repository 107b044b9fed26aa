#pragma once

#include "mapping/consenttree.h"
#include "models/sign.h"

#include <QAbstractItemModel>
#include <QSet>

namespace models {

/// Current mode's targets, as a tree that can be searched and dragged from: compliance profiles, which nothing is
/// written to, their purposes, and the purposes' topics. A purpose of several profiles stands below each; one of none
/// stands by itself.
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
        int above = -1; ///< Of m_lines; -1: the root.
        QList<int> below = {};
    };
    int add(const Line &line);
    void addPurpose(const mapping::ConsentTree &tree, const mapping::ConsentTree::Purpose &purpose, int above);
    const QList<int> &below(const QModelIndex &parent) const;
    QModelIndex indexAt(int line) const;

    QList<Line> m_lines; ///< An index's internal id is the line's place.
    QList<int> m_top;
    QSet<QString> m_mapped; ///< In lower case.
};

} // namespace models
