#include "models/reviewmodel.h"

#include "core/redactor.h"
#include "models/mask.h"
#include "models/writelines.h"
#include "store/runticks.h"

#include <algorithm>
#include <limits>

namespace models {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using store::Planned;
using store::RunFilter;
using store::RunItem;
using store::RunPages;

namespace {

constexpr int pageRows = 64;
constexpr int keptPages = 96; ///< Some thousand rows.
constexpr int mostWanted = 6; ///< Pages: who scrolls on does not wait for what was passed.
constexpr int firstPages = 2; ///< Read with a new order at once, so that nothing flickers.

} // namespace

struct ReviewModel::Opening {
    store::RunHead head;
    store::RunState state = store::RunState::Planning;
    QList<store::RunGroup> groups;
};

/// The first rows of a new order.
struct ReviewModel::Arranged {
    qint64 count = 0;
    Page rows;
};

ReviewModel::ReviewModel(QObject *parent)
    : QAbstractTableModel(parent), m_arrangement(std::make_shared<std::atomic_int>(0))
{
}

ReviewModel::~ReviewModel() = default;

// --- opening ---------------------------------------------------------------------------------------------------------

void ReviewModel::open(const store::RunPlace &place)
{
    close();
    m_place = place;
    m_reader = std::make_unique<ReviewFile>(place);
    m_writer = std::make_unique<ReviewFile>(place);
    readHead(true);
}

void ReviewModel::close()
{
    m_reader.reset();
    m_writer.reset();
    ++*m_arrangement;
    beginResetModel();
    m_isOpen = m_hasFailed = m_isArranging = m_isReading = false;
    m_ticking = 0;
    m_tickingAll.reset();
    m_count = 0;
    m_groups.clear();
    m_head = {};
    m_state = store::RunState::Planning;
    forgetPages();
    endResetModel();
}

void ReviewModel::reload()
{
    if (m_reader)
        readHead(false);
}

void ReviewModel::readHead(bool isFirst)
{
    m_reader->ask<Opening>(
        [](const ReviewFile::Plan &plan) -> Result<Opening> {
            const auto head = plan.file.head();
            const auto state = plan.file.state();
            const auto groups = plan.file.groups();
            if (!head)
                return head.error();
            if (!state)
                return state.error();
            if (!groups)
                return groups.error();
            return Opening{*head, *state, *groups};
        },
        [this, isFirst](const Result<Opening> &opening) {
            if (!opening)
                return fail(opening.error());
            m_head = opening->head;
            m_state = opening->state;
            m_groups = opening->groups;
            m_isOpen = true;
            m_areNamesKnown = false;
            arrange();
            if (isFirst)
                Q_EMIT opened();
            else
                Q_EMIT groupsChanged();
        });
}

void ReviewModel::fail(const Error &error)
{
    if (std::exchange(m_hasFailed, true))
        return;
    if (std::exchange(m_isArranging, false))
        Q_EMIT busyChanged();
    Q_EMIT failed(error);
}

void ReviewModel::setSurroundings(const bridge::Surroundings &surroundings)
{
    m_surroundings = surroundings;
    ++m_names;
    forgetPages();
    tellAllChanged();
}

void ReviewModel::setMasked(bool on)
{
    if (std::exchange(m_isMasked, on) != on)
        tellAllChanged();
}

void ReviewModel::tellAllChanged()
{
    if (m_count > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_count - 1, int(Column::Count) - 1));
}

// --- order and filter ------------------------------------------------------------------------------------------------

void ReviewModel::setFilter(const RunFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    arrange();
}

void ReviewModel::sort(int column, Qt::SortOrder order)
{
    const auto wanted = column == int(Column::Person)    ? RunPages::Sort::Person
                        : column == int(Column::Outcome) ? RunPages::Sort::Outcome
                                                         : RunPages::Sort::Id;
    if (m_sort == wanted && m_order == order)
        return;
    m_sort = wanted;
    m_order = order;
    arrange();
}

void ReviewModel::arrange()
{
    const int wanted = ++*m_arrangement;
    m_tickingAll.reset(); // it was about other rows
    if (!m_isOpen || m_hasFailed)
        return;
    if (!std::exchange(m_isArranging, true))
        Q_EMIT busyChanged();
    m_reader->ask<Arranged>(
        [wanted, newest = m_arrangement, filter = m_filter, sort = m_sort, order = m_order,
         surroundings = m_surroundings](const ReviewFile::Plan &plan) -> Result<Arranged> {
            if (*newest != wanted)
                return Error::cancelled(); // somebody types on
            plan.pages = std::make_unique<RunPages>(plan.file, filter, sort, order, plan.names);
            const auto count = plan.pages->count();
            if (!count)
                return count.error();
            const auto rows = readPage(plan, 0, firstPages * pageRows, surroundings);
            if (!rows)
                return rows.error();
            return Arranged{*count, *rows};
        },
        [this, wanted, names = m_names, isStale = m_ticking > 0](const Result<Arranged> &arranged) {
            if (*m_arrangement != wanted)
                return;
            if (!arranged)
                return fail(arranged.error());
            beginResetModel();
            forgetPages();
            m_shown = wanted;
            m_count = int(std::min<qint64>(arranged->count, std::numeric_limits<int>::max()));
            m_near = 0;
            for (int page = 0; names == m_names && page < firstPages; ++page) {
                const Page rows = arranged->rows.mid(page * pageRows, pageRows);
                if (!rows.isEmpty())
                    keep(page, rows, isStale);
            }
            endResetModel();
            m_isArranging = false;
            Q_EMIT busyChanged();
            Q_EMIT this->arranged();
            readNext();
        });
}

// --- pages -----------------------------------------------------------------------------------------------------------

Result<ReviewModel::Page> ReviewModel::readPage(const ReviewFile::Plan &plan, qint64 first, int count,
                                                const bridge::Surroundings &surroundings)
{
    const auto items = plan.pages->page(first, count, RunPages::Writes::All);
    if (!items)
        return items.error();
    Page rows;
    rows.reserve(items->size());
    for (const RunItem &item : *items)
        rows << Row{item, item.writes.isEmpty() ? QString() : changesIn(item, surroundings)};
    return rows;
}

const ReviewModel::Row *ReviewModel::rowAt(int row) const
{
    const qint64 page = row / pageRows;
    const auto found = m_pages.constFind(page);
    if (found == m_pages.cend()) {
        want(page);
        return nullptr;
    }
    if (m_ticking == 0 && m_stale.contains(page))
        want(page);
    if (m_used.constLast() != page) {
        m_used.removeOne(page);
        m_used << page;
    }
    const qsizetype at = row % pageRows;
    return at < found->size() ? &found->at(at) : nullptr;
}

void ReviewModel::want(qint64 page) const
{
    if (m_wanted.isEmpty() || m_wanted.constLast() != page) {
        m_wanted.removeOne(page);
        m_wanted << page;
        if (m_wanted.size() > mostWanted)
            m_wanted.removeFirst();
    }
    if (std::exchange(m_isAsked, true))
        return;
    // Once the view has asked for all that it shows.
    auto *self = const_cast<ReviewModel *>(this);
    QMetaObject::invokeMethod(
        self,
        [self] {
            self->m_isAsked = false;
            self->readNext();
        },
        Qt::QueuedConnection);
}

void ReviewModel::readNext()
{
    if (!m_isOpen || m_hasFailed || m_isArranging || m_isReading)
        return;
    const auto isUnread = [this](qint64 page) {
        return page >= 0 && page * pageRows < m_count &&
               (!m_pages.contains(page) || (m_stale.contains(page) && m_ticking == 0));
    };
    m_wanted.removeIf([&isUnread](qint64 page) { return !isUnread(page); });
    qint64 last = -1;
    if (!m_wanted.isEmpty()) {
        m_near = last = m_wanted.takeLast();
    } else {
        for (const qint64 step : {1, -1, 2}) { // read ahead
            if (last < 0 && isUnread(m_near + step))
                last = m_near + step;
        }
    }
    if (last < 0)
        return learnNames();
    qint64 first = last;
    while (m_wanted.removeOne(first - 1))
        --first;
    m_isReading = true;
    m_reader->ask<Page>(
        [first, last, surroundings = m_surroundings](const ReviewFile::Plan &plan) {
            return readPage(plan, first * pageRows, int(last - first + 1) * pageRows, surroundings);
        },
        [this, first, last, shown = m_shown, names = m_names, isStale = m_ticking > 0](const Result<Page> &rows) {
            m_isReading = false;
            if (shown == m_shown && names == m_names && !m_isArranging) {
                if (!rows)
                    return fail(rows.error());
                for (qint64 page = first; page <= last; ++page) {
                    keep(page, rows->mid((page - first) * pageRows, pageRows), isStale);
                    Q_EMIT dataChanged(
                        index(int(page) * pageRows, 0),
                        index(int(std::min<qint64>((page + 1) * pageRows, m_count)) - 1, int(Column::Count) - 1));
                }
            }
            readNext();
        });
}

/// Nobody waits for rows now: so that nobody waits for the first search either.
void ReviewModel::learnNames()
{
    if (m_areNamesKnown)
        return;
    m_isReading = true;
    m_reader->ask<bool>([](const ReviewFile::Plan &plan) { return plan.names->learn(plan.file); },
                        [this](const Result<bool> &isMore) {
                            m_isReading = false;
                            m_areNamesKnown = !isMore || !*isMore; // a search tells what is wrong
                            readNext();
                        });
}

/// `isStale`: ticks were changing when it was read.
void ReviewModel::keep(qint64 page, const Page &rows, bool isStale)
{
    m_used.removeOne(page);
    m_used << page;
    Page &kept = *m_pages.insert(page, rows);
    if (m_tickingAll) {
        for (Row &row : kept)
            row.item.isTicked = canBeTicked(row.item) ? *m_tickingAll : row.item.isTicked;
    }
    if (isStale || m_ticking > 0)
        m_stale.insert(page);
    else
        m_stale.remove(page);
    while (m_used.size() > keptPages) {
        const qint64 oldest = m_used.takeFirst();
        m_pages.remove(oldest);
        m_stale.remove(oldest);
    }
}

void ReviewModel::forgetPages()
{
    m_pages.clear();
    m_used.clear();
    m_wanted.clear();
    m_stale.clear();
}

// --- ticks -----------------------------------------------------------------------------------------------------------

bool ReviewModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    setTicked({index.row()}, value.toInt() == Qt::Checked);
    return true;
}

void ReviewModel::setTicked(const QList<int> &rows, bool on)
{
    if (!mayTick())
        return;
    QList<qint64> ids;
    for (const int row : rows) {
        if (row < 0 || row >= m_count)
            continue;
        const Row *known = rowAt(row);
        if (!known || !canBeTicked(known->item) || known->item.isTicked == on)
            continue;
        ids << known->item.id;
        m_pages[row / pageRows][row % pageRows].item.isTicked = on;
        Q_EMIT dataChanged(index(row, 0), index(row, int(Column::Count) - 1));
    }
    if (ids.isEmpty())
        return;
    tick([ids, on](store::RunFile &file) { return store::setTicked(file, ids, on); });
}

void ReviewModel::setShownTicked(bool on)
{
    if (!mayTick())
        return;
    RunFilter filter = m_filter;
    const QList<Planned> wanted = filter.planned.isEmpty() ? QList{Planned::Create, Planned::Update} : filter.planned;
    filter.planned.clear();
    for (const Planned planned : wanted) {
        if (store::isWrite(planned))
            filter.planned << planned;
    }
    if (filter.planned.isEmpty())
        return;
    for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
        for (Row &row : *page) {
            if (canBeTicked(row.item))
                row.item.isTicked = on;
        }
    }
    m_tickingAll = on;
    tellAllChanged();
    tick([filter, on](store::RunFile &file) { return file.setTicked(filter, on); });
}

/// What is shown changes at once, and back when the file does not take it.
void ReviewModel::tick(std::function<Result<qint64>(store::RunFile &file)> work)
{
    struct Ticked {
        std::optional<Error> problem;
        QList<store::RunGroup> groups;
    };
    ++m_ticking;
    Q_EMIT busyChanged();
    m_writer->ask<Ticked>(
        [work = std::move(work)](const ReviewFile::Plan &plan) -> Result<Ticked> {
            Ticked ticked;
            if (const auto changed = work(plan.file); !changed)
                ticked.problem = changed.error();
            const auto groups = plan.file.groups();
            if (!groups)
                return groups.error();
            ticked.groups = *groups;
            return ticked;
        },
        [this](const Result<Ticked> &ticked) {
            --m_ticking;
            const std::optional<Error> problem = ticked ? ticked->problem : ticked.error();
            if (ticked)
                m_groups = ticked->groups;
            if (problem) {
                for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page)
                    m_stale.insert(page.key());
            }
            if (m_ticking == 0)
                endTicking();
            Q_EMIT busyChanged();
            if (ticked)
                Q_EMIT groupsChanged();
            if (problem)
                Q_EMIT tickFailed(*problem);
        });
}

/// What was read while ticks changed is read once more; with a filter on ticks others are shown now.
void ReviewModel::endTicking()
{
    m_tickingAll.reset();
    if (m_filter.isTicked)
        return arrange();
    for (const qint64 page : std::as_const(m_stale))
        m_wanted.prepend(page);
    readNext();
}

// --- cells -----------------------------------------------------------------------------------------------------------

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int ReviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

const RunItem *ReviewModel::item(int row) const
{
    const Row *known = row >= 0 && row < m_count ? rowAt(row) : nullptr;
    return known ? &known->item : nullptr;
}

Qt::ItemFlags ReviewModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && Column(index.column()) == Column::Tick && mayTick()) {
        const Row *row = rowAt(index.row());
        if (row && canBeTicked(row->item))
            flags |= Qt::ItemIsUserCheckable;
    }
    return flags;
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::CheckStateRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
    case SignRole:
    case DimRole:
    case SecondaryRole:
        break;
    default:
        return {}; // views ask much that is of no interest here
    }
    const auto column = Column(index.column());
    if (const Row *row = rowAt(index.row()))
        return cellData(*row, column, role);
    if (column == Column::Person && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return m_hasFailed ? tr("could not be read") : tr("is being read…");
    return role == DimRole ? QVariant(true) : QVariant();
}

QString ReviewModel::shownPerson(const RunItem &item) const
{
    if (item.person.isEmpty())
        return tr("somebody without an id");
    return m_isMasked ? core::redactor::maskedId(item.person) : item.person;
}

QVariant ReviewModel::cellData(const Row &row, Column column, int role) const
{
    const RunItem &item = row.item;
    const bool isTickable = canBeTicked(item);
    const auto masked = [this, &item](const QString &text) {
        return m_isMasked && !text.isEmpty() ? Mask::of(item)(text) : text;
    };
    switch (role) {
    case Qt::CheckStateRole:
        if (column != Column::Tick || !isTickable)
            return {};
        return item.isTicked ? Qt::Checked : Qt::Unchecked;
    case SignRole:
        if (column == Column::Effects && item.effects & (store::Effect::LacksRequired | store::Effect::HasWarning))
            return int(Sign::Warning);
        return int(column == Column::Outcome ? signOf(item) : Sign::None);
    case DimRole:
        return !isTickable || !item.isTicked;
    case SecondaryRole:
        // A contact's name; rows of consent are called after what they are about.
        if (column == Column::Person && m_head.mode == "legacy"_L1 && !item.writes.isEmpty())
            return masked(item.writes.constFirst().rowName);
        return column == Column::Outcome && isTickable && !item.isTicked && !item.ended ? tr("left out") : QVariant();
    case Qt::AccessibleTextRole:
        if (column == Column::Tick)
            return !isTickable ? tr("nothing to write") : item.isTicked ? tr("in the run") : tr("left out");
        return cellData(row, column, Qt::DisplayRole);
    case Qt::ToolTipRole:
        if (column == Column::Person && item.eventTime.isValid())
            return tr("%1\nChanged in Didomi %2 (UTC)")
                .arg(shownPerson(item), item.eventTime.toUTC().toString(Qt::ISODate));
        if (column == Column::Tick)
            return isTickable ? tr("Written when it is ticked") : tr("There is nothing to write.");
        return cellData(row, column, Qt::DisplayRole);
    default:
        break;
    }
    switch (column) {
    case Column::Tick:
        return {};
    case Column::Person:
        return shownPerson(item);
    case Column::Outcome:
        return standingOf(item);
    case Column::Changes:
        return masked(row.changes);
    case Column::Effects:
        return effectTexts(item.effects).join(u", "_s);
    case Column::Reason:
        return masked(item.reason);
    case Column::Count:
        break;
    }
    return {};
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    const auto column = Column(section);
    if (role == Qt::ToolTipRole && column == Column::Tick)
        return tr("What is ticked is written by the run");
    if (role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (column) {
    case Column::Tick:
        //: A column of boxes: whether somebody is taken into the run.
        return tr("Run");
    case Column::Person:
        return tr("Person");
    case Column::Outcome:
        return tr("Outcome");
    case Column::Changes:
        return tr("What changes");
    case Column::Effects:
        return tr("Effect");
    case Column::Reason:
        return tr("Reason");
    case Column::Count:
        break;
    }
    return {};
}

QStringList effectTexts(store::Effects effects)
{
    using store::Effect;
    QStringList texts;
    if (effects & Effect::NewlyPermits)
        texts << ReviewModel::tr("becomes contactable");
    if (effects & Effect::NewlyForbids)
        texts << ReviewModel::tr("stops being contactable");
    if (effects & Effect::LacksRequired)
        texts << ReviewModel::tr("lacks required columns");
    else if (effects & Effect::CreatesRow)
        texts << ReviewModel::tr("new row");
    if (effects & Effect::HasWarning)
        texts << ReviewModel::tr("warning");
    return texts;
}

Sign signOf(const RunItem &item)
{
    if (store::isWrite(item.planned))
        return item.ended ? signOf(*item.ended) : item.isTicked ? Sign::Planned : Sign::Skipped;
    switch (item.planned) {
    case Planned::Unchanged:
        return Sign::Passed;
    case Planned::Skipped:
        return Sign::Skipped;
    case Planned::Invalid:
        return Sign::Failed;
    case Planned::Conflict:
    case Planned::Create:
    case Planned::Update:
        break;
    }
    return Sign::Warning;
}

QString standingOf(const RunItem &item)
{
    return store::isWrite(item.planned) && item.ended ? store::outcomeText(*item.ended)
                                                      : store::plannedText(item.planned);
}

} // namespace models
