#include "models/changemodel.h"

#include "mapping/convert.h"

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;
using Effect = engine::Change::Effect;

namespace {

Sign signOfEffect(Effect effect, bool isWritten)
{
    switch (effect) {
    case Effect::Write:
        return isWritten ? Sign::Passed : Sign::Planned;
    case Effect::Same:
        return Sign::Passed;
    case Effect::Nothing:
    case Effect::Older:
        return Sign::Skipped;
    case Effect::Problem:
        return Sign::Failed;
    }
    return Sign::None;
}

QString effectText(Effect effect, bool isWritten)
{
    switch (effect) {
    case Effect::Write:
        return isWritten ? ChangeModel::tr("written") : ChangeModel::tr("will be written");
    case Effect::Same:
        return ChangeModel::tr("unchanged");
    case Effect::Nothing:
        return ChangeModel::tr("left alone");
    case Effect::Older:
        return ChangeModel::tr("left alone: older choice");
    case Effect::Problem:
        return ChangeModel::tr("cannot be converted");
    }
    return {};
}

/// Index of the first row that the change is about; -1 when it is about none.
int rowOf(const engine::PlanItem &item, int change)
{
    const auto row = std::find_if(item.rows.cbegin(), item.rows.cend(),
                                  [change](const engine::RowPlan &one) { return one.changes.contains(change); });
    return row == item.rows.cend() ? -1 : int(row - item.rows.cbegin());
}

/// "E-mail: jane@example.com"
QString addressText(const engine::ConsentPoint &point)
{
    const QString channel = profile::channelText(point.channel);
    //: %1 is a channel such as E-mail, %2 an address
    return point.address.isEmpty() ? channel : ChangeModel::tr("%1: %2").arg(channel, point.address);
}

QString targetText(const engine::Change &change)
{
    return change.columnName.isEmpty() ? change.column : change.columnName;
}

/// "Opted Out (534120002)": what the number means is always the same here, and room is scarce.
QString consentText(const QString &shown)
{
    return shown.left(shown.lastIndexOf(" ("_L1));
}

QString sendsText(const mapping::Sending &sending)
{
    return sending.isSent() ? ChangeModel::tr("sent") : ChangeModel::tr("blocked");
}

QVariant sendsData(const engine::Forecast &forecast, int role)
{
    const bool changes = forecast.before.isSent() != forecast.after.isSent();
    if (role == Qt::DisplayRole)
        return sendsText(forecast.after);
    if (role == WasRole && changes)
        return sendsText(forecast.before);
    if (role == Qt::AccessibleTextRole)
        return forecast.reason;
    return {};
}

} // namespace

int ChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant ChangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const engine::Change &change = row.change;
    const auto column = Column(index.column());
    const bool isWrite = change.effect == Effect::Write;

    if (role == Qt::ToolTipRole) {
        QStringList lines;
        if (column == Column::Sends && row.forecast)
            return row.forecast->reason;
        if (column == Column::Target)
            lines << targetText(change) << (change.consent ? addressText(*change.consent) : change.column);
        if (!change.problem.message.isEmpty())
            lines += change.problem.message;
        if (!change.problem.fix.isEmpty())
            lines += change.problem.fix;
        if (!change.note.isEmpty())
            lines += change.note;
        return lines.isEmpty() ? QVariant() : QVariant(lines.join(u'\n'));
    }
    if (role == DimRole)
        return !isWrite && change.effect != Effect::Problem;
    if (role == SignRole)
        return column == Column::State ? int(signOfEffect(change.effect, row.isWritten)) : int(Sign::None);

    switch (column) {
    case Column::State:
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return effectText(change.effect, row.isWritten);
        return {};
    case Column::Source:
        if (role == Qt::DisplayRole)
            return change.source;
        return {};
    case Column::Found:
        return role == Qt::DisplayRole ? QVariant(change.found) : QVariant();
    case Column::Converted:
        if (role == Qt::DisplayRole) {
            if (change.effect == Effect::Problem)
                return change.problem.message;
            return change.cell ? change.cell->shown : QString();
        }
        return {};
    case Column::Target:
        if (role == Qt::DisplayRole)
            return targetText(change);
        if (role == SecondaryRole && change.consent)
            return addressText(*change.consent);
        if (role == SecondaryRole && !change.columnName.isEmpty() && change.columnName != change.column)
            return change.column;
        return {};
    case Column::NowAndAfter:
        if (role == Qt::DisplayRole)
            return row.after;
        if (role == WasRole && isWrite)
            return change.nowShown.isEmpty() ? tr("empty") : change.nowShown;
        if (role == Qt::AccessibleTextRole && isWrite)
            return tr("changes from %1 to %2")
                .arg(change.nowShown.isEmpty() ? tr("empty") : change.nowShown, row.after);
        return {};
    case Column::Sends:
        return row.forecast ? sendsData(*row.forecast, role) : QVariant();
    case Column::Count:
        break;
    }
    return {};
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && Column(section) == Column::Sends)
        return tr("Whether journeys send to this address, before and after: calculated from the rows and the purposes’ "
                  "enforcement models.");
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Column::State:
        return tr("What happens");
    case Column::Source:
        return tr("Didomi value");
    case Column::Found:
        return tr("Didomi says");
    case Column::Converted:
        return tr("Converted");
    case Column::Target:
        return m_isConsent ? tr("Purpose or topic") : tr("Dataverse column");
    case Column::NowAndAfter:
        return m_hasReport ? tr("Dynamics: before → read back") : tr("Dynamics: now → after");
    case Column::Sends:
        return tr("Journeys");
    case Column::Count:
        break;
    }
    return {};
}

void ChangeModel::setItem(const engine::PlanItem &item, const mapping::Table &table, const engine::PushReport *report)
{
    beginResetModel();
    m_rows.clear();
    m_hasReport = report != nullptr;
    m_hasForecasts = !item.forecasts.isEmpty();
    m_isConsent = std::any_of(item.changes.cbegin(), item.changes.cend(),
                              [](const engine::Change &change) { return change.consent.has_value(); });
    for (int index = 0; index < int(item.changes.size()); ++index) {
        const engine::Change &change = item.changes.at(index);
        Row row{.change = change};
        const mapping::Column *column = table.column(change.writtenColumn());
        row.after = change.nowShown;
        if (change.effect == Effect::Write && change.cell && item.isWrite())
            row.after = change.cell->shown;
        if (report) {
            const engine::RowReport done = report->rows.value(rowOf(item, index));
            const bool wasWritten = done.outcome == store::Outcome::Created || done.outcome == store::Outcome::Updated;
            const QString name = column ? column->readName() : change.column;
            row.isWritten = wasWritten && change.effect == Effect::Write;
            if (column && done.rowAfter.contains(name)) {
                row.after = mapping::shownValue(*column, done.rowAfter.value(name));
                row.isReadBack = true;
            } else if (!wasWritten) {
                row.after = change.nowShown;
            }
        }
        if (change.consent) {
            row.after = consentText(row.after);
            row.change.nowShown = consentText(change.nowShown);
        }
        m_rows.append(row);
    }
    for (const engine::Forecast &forecast : item.forecasts) {
        if (forecast.change < int(m_rows.size()))
            m_rows[forecast.change].forecast = forecast;
    }
    endResetModel();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void ChangeModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_hasReport = m_hasForecasts = m_isConsent = false;
    endResetModel();
}

} // namespace models
