#pragma once

#include "mapping/compare.h"
#include "mapping/lint.h"
#include "models/sign.h"

#include <QAbstractTableModel>

namespace models {

/// The rows of an integration's mappings, with what can be said about each.
class MappingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { State, Source, Target, Type, Writes, Verdict, Count };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction | Qt::LinkAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override; ///< Changes nothing here; says dropped().

    /// Takes over a new state of things. Only the rows that differ change, so that selection and editors stay where
    /// they were. `known` is what is loaded of both ends; `verdicts` has one entry for each mapping.
    void setContent(const QList<profile::Mapping> &mappings, const QList<mapping::Verdict> &verdicts,
                    const mapping::Place &known, profile::Mode mode);

    const QList<profile::Mapping> &mappings() const { return m_mappings; }
    const mapping::Verdict &verdict(int row) const { return m_verdicts.at(row); }

Q_SIGNALS:
    /// Value paths, or columns' logical names, were dropped on a row; -1 is below the last.
    void dropped(const QStringList &sources, const QStringList &columns, int row);

private:
    struct Shown { ///< What a row says; made once for each change, not for each paint.
        QString source;
        QString path;
        QString target;
        QString targetName;
        QString type;
        QString writes;
        bool operator==(const Shown &) const = default;
    };
    static Shown show(const profile::Mapping &mapping, const mapping::Place &known, profile::Mode mode);

    QList<profile::Mapping> m_mappings;
    QList<mapping::Verdict> m_verdicts;
    QList<Shown> m_shown;
    profile::Mode m_mode = profile::Mode::Legacy;
};

/// "Yes/No", "Choice", …: a column type as the Power Apps portal calls it; translated.
QString columnTypeText(mapping::ColumnType type);

} // namespace models
