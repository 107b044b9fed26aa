#include "net/budget.h"
#include "net/network.h"
#include "net/permits.h"
#include "support/fakeclock.h"
#include "support/scriptserver.h"

#include <QRandomGenerator>
#include <QTest>
#include <queue>

#include <deque>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::Budget;
using net::BudgetRule;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Limit = BudgetRule::Limit;
using support::answer;
using support::FakeClock;
using support::ScriptServer;

namespace {

BudgetRule dataverseRule()
{
    return {.window = 300s, .requests = 6'000, .time = 1'200s};
}

/// One web server with a sliding window of its own; exact to the millisecond, refused requests count as well.
class WebServer
{
public:
    struct Verdict {
        Limit refusal = Limit::None; ///< None: admitted.
        seconds retryAfter{0};
    };

    Verdict take(milliseconds now, milliseconds takes)
    {
        while (!m_uses.empty() && m_uses.front().at + 300s <= now) {
            m_time -= m_uses.front().takes;
            m_uses.pop_front();
        }
        const Limit refusal = m_uses.size() >= 6'000 ? Limit::Requests : m_time >= 1'200s ? Limit::Time : Limit::None;
        if (refusal == Limit::None) {
            m_uses.push_back({now, takes});
            m_time += takes;
            return {};
        }
        size_t gone = 0;
        milliseconds time = m_time;
        while (gone < m_uses.size() && (m_uses.size() + 1 - gone > 6'000 || time >= 1'200s))
            time -= m_uses[gone++].takes;
        const milliseconds wait = m_uses[gone - 1].at + 300s - now;
        m_uses.push_back({now, 0ms});
        return {refusal, std::max(1s, std::chrono::ceil<seconds>(wait))};
    }

private:
    struct Use {
        milliseconds at;
        milliseconds takes;
    };
    std::deque<Use> m_uses;
    milliseconds m_time{0};
};

/// Somebody who always has something to send, with permits and a budget as a service's scheduler has them.
struct Simulation {
    int servers = 1;
    int hint = 4;
    milliseconds takes{60};   ///< Of the server's time, on average.
    milliseconds network{20}; ///< On the way, there and back.
    milliseconds hidden{0};   ///< Of the server's time, what is not to be seen from here.
    bool isAlone = true;      ///< Else another program uses a third of the requests.
    int usedBefore = 0;       ///< Requests of an earlier program, just before.

    qint64 answers = 0;
    qint64 refused = 0;
    qint64 admitted = 0;
    milliseconds worked{0};

    void run(milliseconds until, quint32 seed)
    {
        QRandomGenerator dice(seed);
        std::vector<WebServer> environment(static_cast<size_t>(servers));
        const auto someServer = [&]() -> WebServer & { return environment[dice.bounded(uint(servers))]; };
        struct Sent {
            milliseconds endsAt;
            milliseconds sentAt;
            WebServer::Verdict verdict;
            bool tookLastPermit;
            bool operator>(const Sent &other) const { return endsAt > other.endsAt; }
        };
        std::priority_queue<Sent, std::vector<Sent>, std::greater<>> underWay;
        net::Permits permits({.start = hint}, 0ms);
        Budget budget(dataverseRule());
        for (int i = 0; i < usedBefore; ++i)
            someServer().take(milliseconds(i - usedBefore), 1ms);
        milliseconds now{0};
        milliseconds gate{0};
        milliseconds nextOther{0};
        while (now < until) {
            milliseconds next = underWay.empty() ? until : underWay.top().endsAt;
            if (int(underWay.size()) < permits.count()) {
                if (gate > now) {
                    next = std::min(next, gate);
                } else if (const auto opensAt = budget.nextAt(int(underWay.size()), now)) {
                    QVERIFY(*opensAt > now);
                    next = std::min(next, *opensAt);
                } else {
                    const milliseconds work = takes / 2 + milliseconds(dice.bounded(int(takes.count()) + 1));
                    const auto verdict = someServer().take(now + network / 2, work + hidden);
                    const bool isAdmitted = verdict.refusal == Limit::None;
                    underWay.push({now + network + (isAdmitted ? work : 1ms), now, verdict,
                                   int(underWay.size()) + 1 >= permits.count()});
                    if (isAdmitted)
                        worked += work + hidden;
                    continue;
                }
            }
            if (!isAlone && nextOther <= next) {
                now = std::max(now, nextOther);
                someServer().take(now, 1ms);
                nextOther += 150ms; // 2,000 in five minutes
                continue;
            }
            now = next;
            if (underWay.empty() || underWay.top().endsAt > now)
                continue;
            const Sent ended = underWay.top();
            underWay.pop();
            ++answers;
            const bool isAdmitted = ended.verdict.refusal == Limit::None;
            budget.ended(ended.sentAt, now, isAdmitted);
            if (isAdmitted) {
                ++admitted;
                permits.answered(ended.tookLastPermit, now);
            } else {
                ++refused;
                gate = std::max(gate, now + ended.verdict.retryAfter);
                if (!budget.refused(ended.verdict.refusal, ended.sentAt, now, int(underWay.size())))
                    permits.throttled(ended.sentAt, now);
            }
        }
    }

    double refusedShare() const { return double(refused) / double(answers); }
    double requestsUsed(int windows) const { return double(admitted) / (6'000.0 * servers * windows); }
    double timeUsed(int windows) const { return double(worked.count()) / (1'200'000.0 * servers * windows); }
};

} // namespace

/// What a service allows within a window is learned, kept to, and used.
class TestBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToWhatIsAllowed_data();
    void keepsToWhatIsAllowed();
    void leavesToOthersWhatTheyUse();
    void goesOnAfterAnEarlierProgram();
    void holdsNobodyBackBeforehand();
    void tellsWhatItExplains_data();
    void tellsWhatItExplains();
    void triesMoreAfterAWhile();
    void aServiceKeepsToIt();
};

void TestBudget::keepsToWhatIsAllowed_data()
{
    QTest::addColumn<int>("servers");
    QTest::addColumn<int>("hint");
    QTest::addColumn<int>("takes");
    QTest::addColumn<int>("network");
    QTest::addColumn<int>("hidden");
    QTest::addColumn<bool>("isTime"); // which of the two limits is met
    QTest::addColumn<double>("leastUsed");
    QTest::newRow("single writes") << 1 << 4 << 60 << 20 << 0 << false << 0.95;
    QTest::newRow("quick ones, many at once") << 1 << 50 << 10 << 5 << 0 << false << 0.95;
    QTest::newRow("far away") << 1 << 8 << 40 << 150 << 0 << false << 0.95;
    QTest::newRow("slow writes") << 1 << 4 << 400 << 20 << 0 << true << 0.95;
    QTest::newRow("slow writes, many at once") << 1 << 48 << 400 << 50 << 0 << true << 0.95;
    QTest::newRow("slow writes, slower than seen") << 1 << 12 << 400 << 5 << 25 << true << 0.95;
    QTest::newRow("large messages") << 1 << 8 << 2'000 << 50 << 0 << true << 0.95;
    QTest::newRow("very large messages") << 1 << 4 << 6'000 << 50 << 0 << true << 0.95;
    QTest::newRow("four servers") << 4 << 40 << 30 << 10 << 0 << false << 0.95;
    // Chance gives one of them more than the others: it refuses while they have room.
    QTest::newRow("three servers, large messages") << 3 << 16 << 2'000 << 50 << 0 << true << 0.85;
}

void TestBudget::keepsToWhatIsAllowed()
{
    QFETCH(const int, servers);
    QFETCH(const int, hint);
    QFETCH(const int, takes);
    QFETCH(const int, network);
    QFETCH(const int, hidden);
    QFETCH(const bool, isTime);
    QFETCH(const double, leastUsed);
    for (const int windows : {2, 12, 30}) {
        Simulation one{.servers = servers,
                       .hint = hint,
                       .takes = milliseconds(takes),
                       .network = milliseconds(network),
                       .hidden = milliseconds(hidden)};
        one.run(windows * 300s, quint32(windows));
        const double used = isTime ? one.timeUsed(windows) : one.requestsUsed(windows);
        const QByteArray figures = QStringLiteral("%1 windows: %2 of %3 refused, %4 used")
                                       .arg(windows)
                                       .arg(one.refused)
                                       .arg(one.answers)
                                       .arg(used)
                                       .toUtf8();
        QVERIFY2(one.refused > 0, figures); // else nothing was learned
        QVERIFY2(one.refusedShare() < 0.01, figures);
        QVERIFY2(used >= leastUsed, figures);
    }
}

/// Another program of the same application user takes a third: what it leaves is used, and its share is left to it.
void TestBudget::leavesToOthersWhatTheyUse()
{
    Simulation one{.isAlone = false};
    one.run(12 * 300s, 1);
    QVERIFY(one.requestsUsed(12) > 0.95 * 2 / 3);
    QVERIFY(one.requestsUsed(12) < 1.05 * 2 / 3);
    QVERIFY(one.refusedShare() < 0.04);
}

/// The window is full of requests that this program knows nothing of.
void TestBudget::goesOnAfterAnEarlierProgram()
{
    Simulation one{.usedBefore = 6'000};
    one.run(4 * 300s, 1);
    QVERIFY(one.requestsUsed(3) >= 0.95); // of the first window nothing is left
    QVERIFY(one.refusedShare() < 0.01);
}

/// How many web servers there are is not known before one refuses.
void TestBudget::holdsNobodyBackBeforehand()
{
    Budget budget(dataverseRule());
    for (int i = 0; i < 20'000; ++i) {
        QVERIFY(!budget.nextAt(0, 1ms * i));
        budget.ended(1ms * i, 1ms * i + 1ms, true);
    }
    QVERIFY(budget.refused(Limit::Requests, 20'000ms, 20'001ms, 0));
    QCOMPARE(budget.nextAt(0, 20'002ms), std::optional<milliseconds>(301'000ms)); // the first second has left by then
    QCOMPARE(budget.holdsBack(), Limit::Requests);
    QVERIFY(!budget.nextAt(0, 301'000ms));
    QVERIFY(!Budget().nextAt(50, 0ms)); // none is kept
}

void TestBudget::tellsWhatItExplains_data()
{
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("each"); // ms
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("isExplained");
    QTest::newRow("all requests") << 6'000 << 1 << int(Limit::Requests) << true;
    QTest::newRow("nearly all") << 5'800 << 1 << int(Limit::Requests) << true;
    QTest::newRow("others must have sent some") << 4'000 << 1 << int(Limit::Requests) << false;
    QTest::newRow("none yet") << 0 << 1 << int(Limit::Requests) << false;
    QTest::newRow("all the time") << 600 << 2'000 << int(Limit::Time) << true;
    QTest::newRow("half of it") << 300 << 2'000 << int(Limit::Time) << false;
    QTest::newRow("requests, but time was refused") << 6'000 << 1 << int(Limit::Time) << false;
    QTest::newRow("too many at once") << 6'000 << 200 << int(Limit::None) << false;
}

void TestBudget::tellsWhatItExplains()
{
    QFETCH(const int, requests);
    QFETCH(const int, each);
    QFETCH(const int, limit);
    QFETCH(const bool, isExplained);
    Budget budget(dataverseRule());
    for (int i = 0; i < requests; ++i)
        budget.ended(0ms, milliseconds(each), true);
    const milliseconds sent = milliseconds(each) + 1ms;
    budget.ended(sent, sent + 1ms, false);
    QCOMPARE(budget.refused(Limit(limit), sent, sent + 1ms, 0), isExplained);
    budget.ended(sent, sent + 3ms, false); // sent together, refused together
    QCOMPARE(budget.refused(Limit(limit), sent, sent + 3ms, 0), isExplained);
}

void TestBudget::triesMoreAfterAWhile()
{
    Budget budget({.window = 10s, .requests = 100});
    qint64 refusals = 0;
    QList<qint64> admittedPerWindow;
    for (int window = 0; window < 40; ++window) {
        const milliseconds now = window * 11s;          // what was sent before has left
        const qint64 allowed = window < 12 ? 100 : 200; // another web server was added
        qint64 admitted = 0;
        while (!budget.nextAt(0, now)) {
            const bool isAdmitted = admitted < allowed;
            admitted += isAdmitted;
            budget.ended(now, now + 1ms, isAdmitted);
            if (!isAdmitted) {
                ++refusals;
                budget.refused(Limit::Requests, now, now + 1ms, 0);
                break;
            }
        }
        admittedPerWindow << admitted;
    }
    QCOMPARE(admittedPerWindow.constFirst(), 100);
    QCOMPARE(*std::min_element(admittedPerWindow.cbegin(), admittedPerWindow.cend()), 100);
    QCOMPARE(admittedPerWindow.constLast() > 180, true);
    QVERIFY(refusals >= 2);
    QVERIFY(refusals <= 6); // less and less often
}

void TestBudget::aServiceKeepsToIt()
{
    FakeClock clock;
    net::Network network(clock);
    const auto limitOf = [](const net::Reply &reply) {
        return reply.body.contains("requests") ? Limit::Requests : Limit::None;
    };
    const auto service = network.service({.name = u"Dataverse"_s,
                                          .permits = {.start = 4, .most = 4},
                                          .budget = {.window = 60s, .requests = 20, .limitOf = limitOf}});
    ScriptServer server;
    QList<milliseconds> taken; // the refused ones too
    server.decide([&](const ScriptServer::Received &) {
        const milliseconds now = clock.monotonic();
        taken.removeIf([now](milliseconds at) { return at + 60s <= now; });
        taken << now;
        return taken.size() > 20 ? answer(429, "requests", {"Retry-After: 60"}) : answer(200);
    });

    QObject owner;
    int done = 0;
    for (int i = 0; i < 70; ++i)
        service->send({.url = server.url(u"/%1"_s.arg(i))}, &owner)
            ->whenDone(this, [&done](const core::Result<net::Reply> &reply) {
                QVERIFY(reply && reply->isSuccess());
                ++done;
            });
    QTRY_COMPARE(done, 20);
    QTRY_COMPARE(service->state().inFlight, 0);
    QTRY_VERIFY(service->state().waitingReason.contains(u"429"_s));
    QCOMPARE(service->state().permits, 4); // fewer at once would have met the same limit
    const qint64 refused = service->state().throttled;
    QVERIFY(refused >= 1 && refused <= 4);

    clock.advance(60s);
    // The second in which the first twenty and the refused ones ended has not passed wholly.
    QTRY_VERIFY(service->state().waitingReason.contains(u"used up"_s));
    QCOMPARE(done, 20);
    QCOMPARE(service->state().waitingUntil, clock.now().addSecs(1));
    clock.advance(1s);
    QTRY_COMPARE(done, 40);
    QTRY_COMPARE(service->state().inFlight, 0);
    clock.advance(60s);
    QTest::qWait(30);
    QCOMPARE(done, 40);
    clock.advance(1s);
    QTRY_VERIFY(service->state().throttled > refused); // after two windows a little more was tried
    QTRY_COMPARE(done, 60);
    QTRY_COMPARE(service->state().inFlight, 0);
    const qint64 tried = service->state().throttled - refused;
    QVERIFY(tried <= 2); // an eighth
    service->pause();
    clock.advance(100s);
    QTest::qWait(30);
    QCOMPARE(done, 60);
    service->resume();
    QTRY_COMPARE(done, 70);
    QTRY_COMPARE(service->state(),
                 (net::ServiceState{.permits = 4, .answers = 70 + refused + tried, .throttled = refused + tried}));
}

QTEST_GUILESS_MAIN(TestBudget)
#include "tst_budget.moc"
