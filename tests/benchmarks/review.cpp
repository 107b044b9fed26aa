// How smooth a plan of very many people is in the window: for each action how long the window could not react at a
// stretch, how long the call itself took, and after what time the rows were there.
//
//   bench_review [ITEMS [FILE]]     FILE is made when it is not there, and kept
#include "gui/resync/reviewpanel.h"
#include "gui/resync/reviewtable.h"
#include "gui/theme.h"
#include "models/reviewmodel.h"
#include "models/writemodel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;
using namespace store;
using models::ReviewModel;

namespace {

constexpr int chunk = 2000;
constexpr int mostWaitMs = 120'000;
constexpr int jumps = 40;
constexpr int repeats = 7;

RunItem someItem(qint64 number)
{
    quint64 mixed = quint64(number) * 0x9e3779b97f4a7c15ULL;
    mixed ^= mixed >> 29;
    RunItem item;
    item.person = u"%1-4000-%2"_s.arg(uint(mixed), 8, 16, QLatin1Char('0')).arg(number, 12, 16, QLatin1Char('0'));
    item.sourceId = u"s%1"_s.arg(number);
    item.eventTime = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + number * 1000, Qt::UTC);
    RunWrite write;
    write.table = u"contact"_s;
    write.entitySet = u"contacts"_s;
    write.rowId = item.person;
    write.rowName = u"Person %1"_s.arg(number);
    write.columns = {u"donotbulkemail"_s, u"donotphone"_s};
    write.before = "{\"donotbulkemail\":true,\"donotphone\":false}";
    write.after = "{\"donotbulkemail\":false}";
    write.same = "{\"donotphone\":false}";
    switch (number % 20) {
    case 0:
        item.planned = Planned::Skipped;
        item.reason = u"There is no matching contact."_s;
        break;
    case 1:
        item.planned = Planned::Unchanged;
        write.action = RunWrite::Action::None;
        write.after.clear();
        item.writes << write;
        break;
    case 2:
        item.planned = Planned::Create;
        item.effects = Effect::CreatesRow | Effect::NewlyPermits;
        write.action = RunWrite::Action::Create;
        write.condition = RunWrite::Condition::CreateOnly;
        write.before.clear();
        item.writes << write;
        break;
    case 3:
        item.planned = Planned::Conflict;
        item.reason = u"Several contacts match."_s;
        break;
    default:
        item.planned = Planned::Update;
        item.effects = number % 3 == 0 ? Effect::NewlyPermits : Effect::NewlyForbids;
        item.writes << write;
        break;
    }
    return item;
}

[[noreturn]] void fail(const core::Error &error)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(error.message), qPrintable(error.detail));
    std::exit(2);
}

void make(const QString &path, qint64 items)
{
    QElapsedTimer timer;
    timer.start();
    auto file = RunFile::create(RunPlace::file(path), {.mode = u"legacy"_s});
    if (!file)
        fail(file.error());
    for (qint64 from = 0; from < items; from += chunk) {
        QList<RunItem> part;
        for (qint64 i = from; i < std::min(items, from + chunk); ++i)
            part << someItem(i);
        if (const auto added = (*file)->append(part, {}); !added)
            fail(added.error());
    }
    if (const auto finished = (*file)->finishPlanning(); !finished)
        fail(finished.error());
    std::printf("made in %.1f s\n", double(timer.elapsed()) / 1000);
}

/// Beats in this thread's event loop, and remembers the longest time that it could not.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const double gap = double(m_since.nsecsElapsed()) / 1e6 - 1;
            m_longest = std::max(m_longest, gap);
            m_since.start();
        });
        m_since.start();
        m_timer.start();
    }
    double longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
};

/// Lets the window live until `isThere`, after `action`, which is called from the event loop. Returns after how many
/// milliseconds that was; 0 when it never was.
double live(const std::function<void()> &action, const std::function<bool()> &isThere, double *call = nullptr)
{
    QEventLoop loop;
    QElapsedTimer since;
    double there = 0;
    QTimer look;
    look.setTimerType(Qt::PreciseTimer);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (there == 0 && isThere())
            there = double(since.nsecsElapsed()) / 1e6;
        if (there > 0 && double(since.nsecsElapsed()) / 1e6 > there + 50) // what follows counts too
            loop.quit();
        if (since.elapsed() > mostWaitMs)
            loop.quit();
    });
    QTimer::singleShot(0, &loop, [&] {
        since.start();
        action();
        if (call)
            *call = std::max(*call, double(since.nsecsElapsed()) / 1e6);
        look.start(1);
    });
    loop.exec();
    return there;
}

/// Does it `times` times and tells how it was; `prepare` comes before each, lives until all is still, and is not
/// measured.
void measure(const char *name, const std::function<void()> &action, const std::function<bool()> &isThere, int times = 1,
             const std::function<void()> &prepare = {})
{
    double longest = 0;
    double call = 0;
    bool isLate = false;
    std::vector<double> took;
    for (int i = 0; i < times; ++i) {
        if (prepare)
            prepare();
        Heartbeat heart;
        took.push_back(live(action, isThere, &call));
        isLate = isLate || took.back() == 0;
        longest = std::max(longest, heart.longest());
    }
    std::sort(took.begin(), took.end());
    std::printf("%-34s longest stall %7.1f ms   call %7.1f ms   there after %9.1f ms, median %9.1f ms%s\n", name,
                longest, call, took.back(), took[took.size() / 2], isLate ? "   NOT THERE" : "");
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    gui::theme::apply(gui::theme::Choice::Light);
    const qint64 items = argc > 1 ? std::max(1000, std::atoi(argv[1])) : 1'000'000;
    QTemporaryDir folder;
    const QString path = argc > 2 ? QString::fromLocal8Bit(argv[2]) : folder.filePath(u"review.plan"_s);
    if (!QFileInfo::exists(path))
        make(path, items);

    gui::ReviewPanel panel;
    panel.resize(1280, 800);
    panel.show();
    auto *table = panel.findChild<gui::ReviewTable *>();
    auto *model = panel.findChild<ReviewModel *>();
    auto *search = panel.findChild<QLineEdit *>(u"personFilter"_s);
    const auto chip = [&panel](const QString &word) {
        for (QToolButton *button : panel.findChildren<QToolButton *>()) {
            if (button->text().endsWith(word))
                return button;
        }
        std::exit(3);
    };
    const auto isVisibleRead = [&] {
        const int top = table->rowAt(0);
        const int last = table->rowAt(table->viewport()->height() - 1);
        const int bottom = last < 0 ? model->rowCount() - 1 : last;
        return top >= 0 && model->item(top) && model->item(bottom);
    };
    const auto isSettled = [&] {
        return model->isOpen() && !model->isArranging() && (model->rowCount() == 0 || isVisibleRead());
    };
    QRandomGenerator random(7);

    measure(
        "open", [&] { panel.open(path, nullptr, false); }, isSettled);
    std::printf("%d rows\n", model->rowCount());
    measure(
        "scroll by a page", [&] { table->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd); },
        isVisibleRead, jumps);
    measure(
        "jump to a random place",
        [&] { table->verticalScrollBar()->setValue(int(random.bounded(table->verticalScrollBar()->maximum()))); },
        isVisibleRead, jumps);
    measure(
        "jump to the end", [&] { table->scrollToBottom(); }, isVisibleRead);
    measure(
        "select one, see its values", [&] { table->selectRow(int(random.bounded(model->rowCount()))); },
        [&] { return panel.findChild<models::WriteModel *>()->rowCount() > 0 || isVisibleRead(); }, 10);
    measure(
        "select all", [&] { table->selectAll(); }, isVisibleRead);
    measure(
        "select one again", [&] { table->selectRow(5); }, isVisibleRead);
    measure(
        "filter: conflicts", [&] { chip(u"Conflict"_s)->click(); }, isSettled);
    measure(
        "filter: also those who stop", [&] { chip(u"Stop being contactable"_s)->click(); }, isSettled);
    measure(
        "show all again", [&] { chip(u"All"_s)->click(); }, isSettled);
    const auto sort = [&](ReviewModel::Column column, Qt::SortOrder order) {
        table->horizontalHeader()->setSortIndicator(int(column), order);
    };
    measure(
        "sort by person", [&] { sort(ReviewModel::Column::Person, Qt::AscendingOrder); }, isSettled);
    measure(
        "jump to a random place, by person",
        [&] { table->verticalScrollBar()->setValue(int(random.bounded(table->verticalScrollBar()->maximum()))); },
        isVisibleRead, jumps);
    measure(
        "sort by person, falling", [&] { sort(ReviewModel::Column::Person, Qt::DescendingOrder); }, isSettled);
    measure(
        "sort by outcome", [&] { sort(ReviewModel::Column::Outcome, Qt::AscendingOrder); }, isSettled);
    measure(
        "as planned again", [&] { table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); }, isSettled);
    const auto found = [&] { return isSettled() && model->filter().person == search->text(); };
    const auto clear = [&] { search->clear(); };
    const auto cleared = [&] { live(clear, found); };
    measure(
        "search a person: one", [&] { search->setText(someItem(random.bounded(int(items))).person); }, found, repeats,
        cleared);
    measure(
        "search a person: nobody", [&] { search->setText(u"nobody-at-all"_s); }, found, repeats, cleared);
    measure(
        "search a person: some hundreds", [&] { search->setText(u"abc"_s); }, found, repeats, cleared);
    measure(
        "search a person: very many", [&] { search->setText(u"a"_s); }, found, repeats, cleared);
    measure("search nothing any more", clear, found, repeats, [&] { live([&] { search->setText(u"a"_s); }, found); });

    const auto isTicked = [&] { return isSettled() && !model->isTicking(); };
    const auto untick = [&] { panel.findChild<QPushButton *>(u"untickAllButton"_s)->click(); };
    const auto tick = [&] { panel.findChild<QPushButton *>(u"tickAllButton"_s)->click(); };
    const auto ticked = [&] { live(tick, isTicked); };
    const auto unticked = [&] { live(untick, isTicked); };
    cleared();
    measure(
        "untick one", [&] { model->setTicked({5}, false); }, isTicked, repeats, ticked);
    QList<int> rows(1000);
    std::iota(rows.begin(), rows.end(), 0);
    for (int row = 0; row < rows.size(); row += 50) // what was never looked at is not ticked either
        live([&] { table->scrollTo(model->index(row, 0), QAbstractItemView::PositionAtTop); }, isVisibleRead);
    measure(
        "untick a thousand", [&] { model->setTicked(rows, false); }, isTicked, repeats, ticked);
    measure("untick all", untick, isTicked, repeats, ticked);
    measure("tick all", tick, isTicked, repeats, unticked);
    live([&] { search->setText(u"abc"_s); }, found);
    measure("untick all that are found: some", untick, isTicked, repeats, ticked);
    live([&] { search->setText(u"a"_s); }, found);
    measure("untick all that are found: many", untick, isTicked, repeats, ticked);
    measure("tick all that are found: many", tick, isTicked, repeats, unticked);
    unticked();
    cleared();
    measure("tick all, after many exceptions", tick, isTicked);

    const auto open = [&] { panel.open(path, nullptr, false); };
    measure(
        "close", [&] { panel.close(); }, [&] { return !model->isOpen(); }, repeats, [&] { live(open, isSettled); });
    measure("open again", open, isSettled, repeats, [&] { panel.close(); });
    measure(
        "open, and search at once",
        [&] {
            open();
            search->setText(u"abc"_s);
        },
        found, repeats, [&] { panel.close(); });
    return 0;
}
