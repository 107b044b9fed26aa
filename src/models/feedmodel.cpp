#include "models/feedmodel.h"

#include "models/mask.h"
#include "models/stepmodel.h"

#include <QLocale>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;
using engine::FeedItem;

namespace {

/// Above so many separate changes of what the filter accepts, views are better told that all is new.
constexpr qsizetype mostSeparate = 64;

bool isInWork(const FeedItem &item)
{
    return item.state != FeedItem::State::Done;
}

const engine::PlanItem *planned(const FeedItem &item)
{
    return item.plan && !item.plan->items.isEmpty() ? &item.plan->items.constFirst() : nullptr;
}

FeedModel::Show groupOf(const FeedItem &item)
{
    if (isInWork(item))
        return FeedModel::Show::InWork;
    if (item.isParked || !item.error.message.isEmpty())
        return FeedModel::Show::Failed;
    const engine::PlanItem *plan = planned(item);
    if (!item.report && plan && plan->isWrite())
        return FeedModel::Show::Written;
    switch (item.report ? item.report->outcome : plan ? plan->outcome : store::Outcome::Skipped) {
    case store::Outcome::Created:
    case store::Outcome::Updated:
        return FeedModel::Show::Written;
    case store::Outcome::Unchanged:
        return FeedModel::Show::Unchanged;
    case store::Outcome::Skipped:
        return FeedModel::Show::Skipped;
    case store::Outcome::Invalid:
    case store::Outcome::Rejected:
    case store::Outcome::Conflict:
        break;
    }
    return FeedModel::Show::Failed;
}

} // namespace

FeedModel::FeedModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_tick.setSingleShot(true);
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &FeedModel::flush);
}

int FeedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int FeedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

const FeedItem &FeedModel::item(int row) const
{
    return at(m_shown.at(m_shown.size() - 1 - row));
}

int FeedModel::rowOf(qint64 number) const
{
    const auto place = m_places.constFind(number);
    if (place == m_places.cend())
        return -1;
    const auto shown = std::lower_bound(m_shown.cbegin(), m_shown.cend(), *place);
    return shown != m_shown.cend() && *shown == *place ? rowAt(shown - m_shown.cbegin()) : -1;
}

const FeedItem *FeedModel::find(qint64 number) const
{
    const auto place = m_places.constFind(number);
    return place == m_places.cend() ? nullptr : &at(*place);
}

/// Masked when that is wanted.
QString FeedModel::text(const FeedItem &item, const QString &whole) const
{
    return m_isMasked ? Mask::of(item)(whole) : whole;
}

QVariant FeedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FeedItem &one = item(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case SignRole:
        return column == Column::State ? int(signOf(one)) : int(Sign::None);
    case DimRole:
        return column != Column::Person && column != Column::State && column != Column::Changed;
    case Qt::TextAlignmentRole:
        return column == Column::Took || column == Column::Attempts ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                                                                    : QVariant();
    case SecondaryRole:
        return column == Column::State ? QVariant(text(one, reasonOf(one))) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == Column::State && !reasonOf(one).isEmpty())
            return QString(standingOf(one) + u": "_s + text(one, reasonOf(one)));
        return data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        if (column == Column::Time)
            return tr("Seen %1, changed in Didomi %2 (UTC)")
                .arg(one.arrivedAt.toUTC().toString(Qt::ISODateWithMs),
                     one.changedAt.toUTC().toString(Qt::ISODateWithMs));
        if (column == Column::State)
            return text(one, QString(reasonOf(one) + u'\n' + one.error.fix).trimmed());
        return column == Column::Person || column == Column::Changed ? data(index, Qt::DisplayRole) : QVariant();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case Column::Time:
        return QLocale().toString(one.arrivedAt.toLocalTime().time(), QLocale::LongFormat).section(u' ', 0, 0);
    case Column::Person:
        return one.person.isEmpty() ? tr("somebody without an id") : text(one, one.person);
    case Column::Changed:
        return text(one, changedIn(one));
    case Column::State:
        return standingOf(one);
    case Column::Took:
        return isInWork(one) ? QString() : durationText(one.duration);
    case Column::Attempts:
        return one.attempts > 0 ? QLocale().toString(one.attempts) : QString();
    case Column::Source:
        return sourceText(one.source);
    case Column::Count:
        break;
    }
    return {};
}

QVariant FeedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole && (column == Column::Took || column == Column::Attempts))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == Column::Took)
        return tr("From arrival to the end");
    if (role == Qt::ToolTipRole && column == Column::Attempts)
        return tr("Attempts that failed");
    if (role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (column) {
    case Column::Time:
        return tr("Seen at");
    case Column::Person:
        return tr("Person");
    case Column::Changed:
        return tr("What changed");
    case Column::State:
        return tr("Outcome");
    case Column::Took:
        return tr("Took");
    case Column::Attempts:
        return tr("Failed");
    case Column::Source:
        return tr("Source");
    case Column::Count:
        break;
    }
    return {};
}

// --- what comes in
// ----------------------------------------------------------------------------------------------------

void FeedModel::setFeed(engine::LiveFeed *feed)
{
    if (m_feed == feed)
        return;
    if (m_feed)
        m_feed->disconnect(this);
    m_feed = feed;
    if (!feed)
        return;
    const auto follow = [this](qint64 number) {
        const QList<FeedItem> &items = m_feed->items();
        const auto found = std::lower_bound(items.cbegin(), items.cend(), number,
                                            [](const FeedItem &one, qint64 wanted) { return one.number < wanted; });
        if (found != items.cend() && found->number == number)
            put(*found);
    };
    connect(feed, &engine::LiveFeed::itemAdded, this, follow);
    connect(feed, &engine::LiveFeed::itemChanged, this, follow);
    connect(feed, &engine::LiveFeed::itemEnded, this, &FeedModel::put); // the feed may have forgotten it already
    for (const FeedItem &one : feed->items())
        put(one);
}

void FeedModel::put(const FeedItem &item)
{
    const auto known = m_pendingAt.constFind(item.number);
    if (known != m_pendingAt.cend()) {
        m_pending[*known] = item;
    } else {
        m_pendingAt.insert(item.number, m_pending.size());
        m_pending << item;
    }
    if (!m_tick.isActive())
        m_tick.start();
}

void FeedModel::flush()
{
    m_tick.stop();
    QList<FeedItem> added;
    QList<std::pair<Place, FeedItem>> changed;
    for (const FeedItem &one : std::exchange(m_pending, {})) {
        if (const auto place = m_places.constFind(one.number); place != m_places.cend())
            changed.append({*place, one});
        else
            added << one;
    }
    m_pendingAt.clear();
    if (added.size() > keptItems)
        added = added.last(keptItems);
    changeAll(changed);
    dropOldest(qsizetype(m_items.size()) + added.size() - keptItems);
    addAll(added);
}

void FeedModel::dropOldest(qsizetype count)
{
    if (count <= 0)
        return;
    const Place first = m_first + count;
    const qsizetype gone = std::lower_bound(m_shown.cbegin(), m_shown.cend(), first) - m_shown.cbegin();
    if (gone > 0)
        beginRemoveRows({}, rowAt(gone - 1), rowAt(0));
    for (qsizetype i = 0; i < count; ++i) {
        m_places.remove(m_items.front().number);
        m_items.pop_front();
    }
    m_first = first;
    m_shown.remove(0, gone);
    if (gone > 0)
        endRemoveRows();
}

void FeedModel::addAll(const QList<FeedItem> &added)
{
    QList<Place> shown;
    for (const FeedItem &one : added) {
        const Place place = m_first + Place(m_items.size());
        m_items.push_back(one);
        m_places.insert(one.number, place);
        if (isAccepted(one))
            shown << place;
    }
    if (shown.isEmpty())
        return;
    beginInsertRows({}, 0, int(shown.size()) - 1);
    m_shown << shown;
    endInsertRows();
}

void FeedModel::changeAll(const QList<std::pair<Place, FeedItem>> &changed)
{
    QList<Place> entering;
    QList<Place> leaving;
    Place lowest = 0;
    Place highest = -1;
    for (const auto &[place, item] : changed) {
        const bool wasShown = std::binary_search(m_shown.cbegin(), m_shown.cend(), place);
        at(place) = item;
        const bool isShown = isAccepted(item);
        if (isShown && wasShown) {
            lowest = highest < 0 ? place : std::min(lowest, place);
            highest = std::max(highest, place);
        } else if (isShown) {
            entering << place;
        } else if (wasShown) {
            leaving << place;
        }
    }
    if (highest >= 0) {
        const auto shownAt = [this](Place place) {
            return std::lower_bound(m_shown.cbegin(), m_shown.cend(), place) - m_shown.cbegin();
        };
        Q_EMIT dataChanged(index(rowAt(shownAt(highest)), 0), index(rowAt(shownAt(lowest)), columnCount() - 1));
    }
    if (entering.size() + leaving.size() > mostSeparate)
        return showAgain();
    for (const Place place : std::as_const(leaving)) {
        const qsizetype shown = std::lower_bound(m_shown.cbegin(), m_shown.cend(), place) - m_shown.cbegin();
        beginRemoveRows({}, rowAt(shown), rowAt(shown));
        m_shown.remove(shown);
        endRemoveRows();
    }
    for (const Place place : std::as_const(entering)) {
        const qsizetype shown = std::lower_bound(m_shown.cbegin(), m_shown.cend(), place) - m_shown.cbegin();
        const int row = int(m_shown.size() - shown);
        beginInsertRows({}, row, row);
        m_shown.insert(shown, place);
        endInsertRows();
    }
}

void FeedModel::clearDone()
{
    flush();
    beginResetModel();
    std::deque<FeedItem> kept;
    std::copy_if(m_items.cbegin(), m_items.cend(), std::back_inserter(kept), isInWork);
    m_items = std::move(kept);
    m_first = 0;
    m_places.clear();
    m_shown.clear();
    for (Place place = 0; place < Place(m_items.size()); ++place) {
        m_places.insert(at(place).number, place);
        if (isAccepted(at(place)))
            m_shown << place;
    }
    endResetModel();
}

// --- what is shown
// ----------------------------------------------------------------------------------------------------

bool FeedModel::isAccepted(const FeedItem &item) const
{
    if (m_show != Show::Everything && groupOf(item) != m_show)
        return false;
    if (m_text.isEmpty())
        return true;
    const QString texts[] = {item.person, standingOf(item), reasonOf(item), changedIn(item), sourceText(item.source)};
    return std::any_of(std::begin(texts), std::end(texts),
                       [this](const QString &one) { return one.contains(m_text, Qt::CaseInsensitive); });
}

void FeedModel::setFilter(const QString &text, Show show)
{
    if (m_text == text && m_show == show)
        return;
    m_text = text;
    m_show = show;
    flush();
    showAgain();
}

void FeedModel::showAgain()
{
    beginResetModel();
    m_shown.clear();
    for (Place place = m_first; place < m_first + Place(m_items.size()); ++place) {
        if (isAccepted(at(place)))
            m_shown << place;
    }
    endResetModel();
}

void FeedModel::setMasked(bool on)
{
    if (m_isMasked == on)
        return;
    m_isMasked = on;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

// --- in words
// ---------------------------------------------------------------------------------------------------------

Sign signOf(const FeedItem &item)
{
    if (item.state == FeedItem::State::Waiting)
        return item.error.message.isEmpty() ? Sign::Waiting : Sign::Warning;
    if (item.state != FeedItem::State::Done)
        return Sign::Running;
    if (item.isParked || !item.error.message.isEmpty())
        return Sign::Failed;
    if (item.report)
        return signOf(item.report->outcome);
    if (const engine::PlanItem *plan = planned(item))
        return plan->isWrite() ? Sign::Planned : signOf(plan->outcome);
    return Sign::None;
}

QString standingOf(const FeedItem &item)
{
    switch (item.state) {
    case FeedItem::State::Waiting:
        return item.error.message.isEmpty() ? FeedModel::tr("waiting") : FeedModel::tr("will be tried again");
    case FeedItem::State::Planning:
        return FeedModel::tr("planning");
    case FeedItem::State::Pushing:
        return FeedModel::tr("writing");
    case FeedItem::State::Done:
        break;
    }
    if (item.isParked && !item.isDryRun)
        return FeedModel::tr("parked");
    if (!item.error.message.isEmpty())
        return FeedModel::tr("failed");
    if (item.report)
        return store::outcomeText(item.report->outcome);
    if (const engine::PlanItem *plan = planned(item)) {
        switch (plan->action()) {
        case engine::PlanItem::Action::None:
            return store::outcomeText(plan->outcome);
        case engine::PlanItem::Action::Update:
            return FeedModel::tr("would update");
        case engine::PlanItem::Action::Create:
            return FeedModel::tr("would create");
        }
    }
    return {};
}

QString reasonOf(const FeedItem &item)
{
    if (!item.error.message.isEmpty())
        return item.error.message;
    if (item.report && !item.report->reason.isEmpty())
        return item.report->reason;
    if (const engine::PlanItem *plan = planned(item))
        return engine::summary(*plan);
    return {};
}

QString changedIn(const FeedItem &item)
{
    const engine::PlanItem *plan = planned(item);
    if (!plan)
        return {};
    QStringList changed;
    for (const engine::Change &change : plan->changes) {
        if (change.effect == engine::Change::Effect::Write)
            changed << FeedModel::tr("%1: %2").arg(change.source, change.found);
    }
    changed.removeDuplicates();
    return QLocale().createSeparatedList(changed);
}

QString sourceText(const QString &word)
{
    if (word == "webhook"_L1)
        return FeedModel::tr("webhook");
    if (word == "poll"_L1)
        return FeedModel::tr("polling");
    if (word == "file"_L1)
        return FeedModel::tr("file");
    return word;
}

} // namespace models
