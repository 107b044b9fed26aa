#include "models/planlistmodel.h"

#include "engine/runsummary.h"

#include <QLocale>

namespace models {

using namespace Qt::StringLiterals;
using store::RunState;

namespace {

qint64 failed(const store::RunCounts &counts)
{
    return counts.rejected + counts.conflict + counts.invalid;
}

} // namespace

QString planKindText(const QString &kind)
{
    if (kind == u"undo"_s)
        return PlanListModel::tr("Taking back");
    if (kind == u"migrate"_s)
        return PlanListModel::tr("Migration");
    return PlanListModel::tr("Resync");
}

Sign signOf(const PlanListModel::Entry &entry)
{
    if (!entry.problem.message.isEmpty())
        return Sign::Failed;
    switch (entry.state) {
    case RunState::Planning:
    case RunState::Planned:
        return Sign::Planned;
    case RunState::Running:
        return Sign::Warning;
    case RunState::Paused:
        return Sign::Waiting;
    case RunState::Cancelled:
    case RunState::Undone:
        return Sign::Skipped;
    case RunState::Done:
        return failed(entry.counts) > 0 ? Sign::Warning : Sign::Passed;
    }
    return Sign::None;
}

bool PlanListModel::Entry::isUnfinished() const
{
    return problem.message.isEmpty() && engine::isUnfinished(state, counts);
}

int PlanListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int PlanListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant PlanListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &one = m_entries.at(index.row());
    const auto column = Column(index.column());
    const bool isNumber = column == Column::Written || column == Column::Failed;
    if (role == SignRole)
        return column == Column::State ? int(signOf(one)) : int(Sign::None);
    if (role == DimRole)
        return column == Column::Kind || column == Column::About;
    if (role == Qt::TextAlignmentRole && isNumber)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (column == Column::Time)
            return tr("%1 (UTC)").arg(one.madeAt.toUTC().toString(Qt::ISODate));
        if (!one.problem.message.isEmpty())
            return one.problem.message;
        return column == Column::About ? one.about : one.path;
    }
    if (role != Qt::DisplayRole)
        return {};
    const QLocale locale;
    switch (column) {
    case Column::Time:
        return locale.toString(one.madeAt.toLocalTime(), QLocale::ShortFormat);
    case Column::Kind:
        return planKindText(one.kind);
    case Column::About:
        return one.about;
    case Column::State:
        return one.problem.message.isEmpty() ? store::runStateText(one.state) : tr("cannot be read");
    case Column::Written:
        //: How many are written of how many people are in the plan.
        return tr("%1 of %2")
            .arg(locale.toString(one.counts.created + one.counts.updated), locale.toString(one.counts.planned));
    case Column::Failed:
        return failed(one.counts) > 0 ? locale.toString(failed(one.counts)) : QString();
    case Column::Count:
        break;
    }
    return {};
}

QVariant PlanListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isNumber = Column(section) == Column::Written || Column(section) == Column::Failed;
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && isNumber)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Column::Time:
        return tr("Planned at");
    case Column::Kind:
        return tr("What");
    case Column::About:
        return tr("Whom it is about");
    case Column::State:
        return tr("State");
    case Column::Written:
        return tr("Written");
    case Column::Failed:
        return tr("Not written");
    case Column::Count:
        break;
    }
    return {};
}

void PlanListModel::setEntries(const QList<Entry> &entries)
{
    if (entries == m_entries)
        return;
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int PlanListModel::rowOf(const QString &path) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).path == path)
            return row;
    }
    return -1;
}

} // namespace models
