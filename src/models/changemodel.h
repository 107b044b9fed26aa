#pragma once

#include "engine/plan.h"
#include "engine/pushjob.h"
#include "models/sign.h"

#include <QAbstractTableModel>

namespace models {

/// What a push would do about one person, one row for each mapping: Didomi → converted → now → after; in Current mode
/// also whether something would be sent before and after.
class ChangeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { State, Source, Found, Converted, Target, NowAndAfter, Sends, Count };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// `report` may be nullptr: nothing was pushed yet. With it, what was read back takes the place of what will be.
    void setItem(const engine::PlanItem &item, const mapping::Table &table, const engine::PushReport *report);
    void clear();
    bool hasForecasts() const { return m_hasForecasts; } ///< Else Column::Sends is empty.

private:
    struct Row {
        engine::Change change;
        std::optional<engine::Forecast> forecast = {};
        QString after; ///< As it will stand, or stands.
        bool isReadBack = false;
        bool isWritten = false;
    };
    QList<Row> m_rows;
    bool m_hasReport = false;
    bool m_hasForecasts = false;
    bool m_isConsent = false; ///< Current mode.
};

} // namespace models
