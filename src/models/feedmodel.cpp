#include "models/feedmodel.h"

#include "models/stepmodel.h"

#include <QLocale>

namespace models {

using namespace Qt::StringLiterals;
using engine::FeedItem;

int FeedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int FeedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

static QString detailOf(const FeedItem &item)
{
    if (!item.error.message.isEmpty())
        return item.error.message;
    if (item.report && !item.report->reason.isEmpty())
        return item.report->reason;
    if (item.plan && !item.plan->items.isEmpty())
        return engine::summary(item.plan->items.first());
    return {};
}

QVariant FeedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FeedItem &item = m_items.at(index.row());
    const auto column = Column(index.column());
    if (role == SignRole)
        return column == Column::State ? int(signOf(item)) : int(Sign::None);
    if (role == DimRole)
        return column == Column::Time || column == Column::Took;
    if (role == Qt::TextAlignmentRole && column == Column::Took)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (column == Column::Time)
            return tr("Seen %1, changed in Didomi %2 (UTC)")
                .arg(item.arrivedAt.toUTC().toString(Qt::ISODateWithMs),
                     item.changedAt.toUTC().toString(Qt::ISODateWithMs));
        if (column == Column::Detail && !item.error.fix.isEmpty())
            return QString(item.error.message + u'\n' + item.error.fix);
        return column == Column::Detail ? QVariant(detailOf(item)) : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Time:
        return QLocale().toString(item.arrivedAt.toLocalTime().time(), QLocale::LongFormat).section(u' ', 0, 0);
    case Column::Person:
        return item.person;
    case Column::State:
        return standingOf(item);
    case Column::Detail:
        return detailOf(item);
    case Column::Took:
        return item.state == FeedItem::State::Done ? durationText(item.duration) : QString();
    case Column::Count:
        break;
    }
    return {};
}

QVariant FeedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Column::Time:
        return tr("Seen at");
    case Column::Person:
        return tr("Person");
    case Column::State:
        return tr("Outcome");
    case Column::Detail:
        return tr("What happened");
    case Column::Took:
        return tr("Took");
    case Column::Count:
        break;
    }
    return {};
}

void FeedModel::setFeed(engine::LiveFeed *feed)
{
    if (m_feed == feed && (feed || m_items.isEmpty()))
        return;
    if (m_feed)
        m_feed->disconnect(this);
    m_feed = feed;
    clear();
    if (!feed)
        return;
    for (const FeedItem &item : feed->items())
        put(item);
    const auto follow = [this](qint64 number) {
        const QList<FeedItem> &items = m_feed->items();
        for (auto item = items.crbegin(); item != items.crend(); ++item) { // the newest is the likeliest
            if (item->number == number)
                return put(*item);
        }
    };
    connect(feed, &engine::LiveFeed::itemAdded, this, follow);
    connect(feed, &engine::LiveFeed::itemChanged, this, follow);
}

void FeedModel::put(const FeedItem &item)
{
    for (int row = 0; row < m_items.size(); ++row) {
        if (m_items.at(row).number == item.number) {
            m_items[row] = item;
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
            return;
        }
    }
    if (m_items.size() >= engine::LiveFeed::keptItems) {
        const int last = int(m_items.size()) - 1;
        beginRemoveRows({}, last, last);
        m_items.removeLast();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_items.prepend(item);
    endInsertRows();
}

void FeedModel::clear()
{
    beginResetModel();
    m_items.clear();
    endResetModel();
}

Sign signOf(const FeedItem &item)
{
    if (item.state == FeedItem::State::Waiting)
        return Sign::Waiting;
    if (item.state != FeedItem::State::Done)
        return Sign::Running;
    if (!item.error.message.isEmpty())
        return Sign::Failed;
    if (item.report)
        return signOf(item.report->outcome);
    if (item.plan && !item.plan->items.isEmpty()) {
        const engine::PlanItem &planned = item.plan->items.first();
        return planned.action() == engine::PlanItem::Action::None ? signOf(planned.outcome) : Sign::Planned;
    }
    return Sign::None;
}

QString standingOf(const FeedItem &item)
{
    switch (item.state) {
    case FeedItem::State::Waiting:
        return FeedModel::tr("waiting");
    case FeedItem::State::Planning:
        return FeedModel::tr("planning");
    case FeedItem::State::Pushing:
        return FeedModel::tr("writing");
    case FeedItem::State::Done:
        break;
    }
    if (!item.error.message.isEmpty())
        return FeedModel::tr("failed");
    if (item.report)
        return store::outcomeText(item.report->outcome);
    if (item.plan && !item.plan->items.isEmpty()) {
        const engine::PlanItem &planned = item.plan->items.first();
        switch (planned.action()) {
        case engine::PlanItem::Action::None:
            return store::outcomeText(planned.outcome);
        case engine::PlanItem::Action::Update:
            return FeedModel::tr("would update");
        case engine::PlanItem::Action::Create:
            return FeedModel::tr("would create");
        }
    }
    return {};
}

} // namespace models
