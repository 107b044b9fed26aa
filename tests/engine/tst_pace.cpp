#include "engine/pace.h"
#include "engine/runprogress.h"

#include <QSet>
#include <QTest>

using engine::Pace;
using engine::RunProgress;
using namespace std::chrono_literals;

class TestPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingAtFirst();
    void tellsTheRateOfTheLastSeconds();
    void doesNotCountWhatWasDoneBefore();
    void tellsARange();
    void seesAStandstill();
    void takesBigPiecesForWhatTheyAre();
    void beginsAnewWhenThereIsLess();
    void remembersOnlySoMuch();
    void survivesStrangeTimes();
    void hasAWordAndATextForEverything();
};

void TestPace::knowsNothingAtFirst()
{
    Pace pace;
    QCOMPARE(pace.perSecond(), 0.0);
    QVERIFY(!pace.eta(0, 100).soonest);
    pace.add(1'000ms, 0);
    QCOMPARE(pace.perSecond(), 0.0);
    pace.add(2'000ms, 50);
    QCOMPARE(pace.perSecond(), 50.0);
    QVERIFY(!pace.eta(50, 100).latest); // one second tells nothing of the end
}

void TestPace::tellsTheRateOfTheLastSeconds()
{
    Pace pace;
    for (int second = 0; second <= 60; ++second)
        pace.add(std::chrono::seconds(second), second * 10);
    QCOMPARE(pace.perSecond(), 10.0);
    for (int tenth = 1; tenth <= 120; ++tenth) // and from here on ten times as fast
        pace.add(60s + tenth * 100ms, 600 + tenth * 10);
    QCOMPARE(pace.perSecond(), 100.0);
}

void TestPace::doesNotCountWhatWasDoneBefore()
{
    Pace pace;
    pace.add(0ms, 500'000);
    pace.add(10s, 500'100);
    QCOMPARE(pace.perSecond(), 10.0);
    QCOMPARE(pace.eta(500'100, 500'200).soonest, 10s);
}

void TestPace::tellsARange()
{
    Pace pace;
    qint64 done = 0;
    pace.add(0s, done);
    for (int second = 1; second <= 10; ++second)
        pace.add(std::chrono::seconds(second), done += 100);
    for (int second = 11; second <= 20; ++second)
        pace.add(std::chrono::seconds(second), done += 20);
    const Pace::Eta eta = pace.eta(done, done + 1'000);
    QCOMPARE(eta.soonest, 10s);
    QCOMPARE(eta.latest, 50s);
    QCOMPARE(pace.eta(done, done).latest, 0s);
    QVERIFY(!pace.eta(done, 0).soonest); // nobody knows how much there is
}

void TestPace::seesAStandstill()
{
    Pace pace;
    pace.add(0s, 0);
    pace.add(5s, 500);
    pace.add(10s, 1'000);
    QCOMPARE(pace.eta(1'000, 2'000).latest, 10s);
    for (int second = 11; second <= 30; ++second)
        pace.add(std::chrono::seconds(second), 1'000);
    QCOMPARE(pace.perSecond(), 0.0);
    QCOMPARE(pace.eta(1'000, 2'000).soonest, 10s);
    QVERIFY(pace.eta(1'000, 2'000).latest > 1'000s);
}

void TestPace::takesBigPiecesForWhatTheyAre()
{
    Pace pace;
    pace.add(0s, 0);
    for (int second = 1; second <= 120; ++second) // two thousand every twenty seconds
        pace.add(std::chrono::seconds(second), second / 20 * 2'000);
    const Pace::Eta eta = pace.eta(12'000, 14'000);
    QCOMPARE(eta.soonest, 20s);
    QCOMPARE(eta.latest, 20s);
}

void TestPace::beginsAnewWhenThereIsLess()
{
    Pace pace;
    pace.add(0s, 0);
    pace.add(10s, 1'000);
    pace.add(11s, 0);
    QCOMPARE(pace.perSecond(), 0.0);
    QVERIFY(!pace.eta(0, 100).soonest);
    pace.add(21s, 10);
    QCOMPARE(pace.perSecond(), 1.0);
}

void TestPace::remembersOnlySoMuch()
{
    Pace pace;
    pace.add(0s, 0);
    pace.add(5s, 100'000); // as fast as never again
    for (int second = 6; second <= 300; ++second)
        pace.add(std::chrono::seconds(second), 100'000 + second);
    QCOMPARE(pace.eta(0, 60).soonest, 60s);
}

void TestPace::survivesStrangeTimes()
{
    Pace pace;
    pace.add(10s, 5);
    pace.add(10s, 9); // in the same moment
    QCOMPARE(pace.perSecond(), 0.0);
    pace.add(4s, 20); // a clock that goes back
    QCOMPARE(pace.perSecond(), 0.0);
    pace.add(1'000'000'000s, 21);
    const auto most = std::numeric_limits<qint64>::max();
    QVERIFY(pace.eta(0, most).latest);
    QVERIFY(*pace.eta(0, most).latest > 0s);
}

void TestPace::hasAWordAndATextForEverything()
{
    QSet<QString> words;
    QSet<QString> texts;
    const int phases = int(RunProgress::Phase::Done) + 1;
    for (int phase = 0; phase < phases; ++phase) {
        words << engine::phaseWord(RunProgress::Phase(phase));
        texts << engine::phaseText(RunProgress::Phase(phase));
    }
    const int bottlenecks = int(RunProgress::Bottleneck::Source) + 1;
    for (int bottleneck = 0; bottleneck < bottlenecks; ++bottleneck) {
        words << engine::bottleneckWord(RunProgress::Bottleneck(bottleneck));
        texts << engine::bottleneckText(RunProgress::Bottleneck(bottleneck));
    }
    QVERIFY(!words.contains(QString()));
    QVERIFY(!texts.contains(QString()));
    QCOMPARE(words.size(), phases + bottlenecks);
    QCOMPARE(texts.size(), phases + bottlenecks);
}

QTEST_GUILESS_MAIN(TestPace)

#include "tst_pace.moc"
