#include "bridge/turns.h"

#include <QTest>

using namespace Qt::StringLiterals;
using bridge::Turns;

class TestTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsOneIn();
    void keepsTheOrder();
    void endsWithItsHolder();
    void forgetsWhoLeavesTheQueue();
};

void TestTurns::letsOneIn()
{
    Turns turns;
    QObject one;
    QObject other;
    QObject stranger;
    QStringList log;
    turns.wait(u"a"_s, &one, [&] { log << u"one"_s; });
    turns.wait(u"a"_s, &other, [&] { log << u"other"_s; });
    turns.wait(u"b"_s, &stranger, [&] { log << u"stranger"_s; });
    QVERIFY(log.isEmpty()); // never inside the call
    QCoreApplication::processEvents();
    QCOMPARE(log, QStringList({u"one"_s, u"stranger"_s}));
    turns.end(&one);
    QCoreApplication::processEvents();
    QCOMPARE(log.constLast(), u"other"_s);
}

void TestTurns::keepsTheOrder()
{
    Turns turns;
    QObject holders[4];
    QList<int> log;
    for (int index = 0; index < 4; ++index)
        turns.wait(u"a"_s, &holders[index], [&log, &turns, &holders, index] {
            log << index;
            turns.end(&holders[index]);
        });
    QTRY_COMPARE(log, QList<int>({0, 1, 2, 3}));
}

void TestTurns::endsWithItsHolder()
{
    Turns turns;
    auto *one = new QObject;
    QObject other;
    bool isIn = false;
    turns.wait(u"a"_s, one, [] {});
    turns.wait(u"a"_s, &other, [&] { isIn = true; });
    QCoreApplication::processEvents();
    QVERIFY(!isIn);
    delete one;
    QCoreApplication::processEvents();
    QVERIFY(isIn);
}

void TestTurns::forgetsWhoLeavesTheQueue()
{
    Turns turns;
    QObject one;
    auto *leaving = new QObject;
    QObject last;
    bool isLeavingIn = false;
    bool isLastIn = false;
    turns.wait(u"a"_s, &one, [] {});
    turns.wait(u"a"_s, leaving, [&] { isLeavingIn = true; });
    turns.wait(u"a"_s, &last, [&] { isLastIn = true; });
    delete leaving;
    QCoreApplication::processEvents();
    QVERIFY(!isLastIn);
    turns.end(&one);
    QCoreApplication::processEvents();
    QVERIFY(isLastIn);
    QVERIFY(!isLeavingIn);
}

QTEST_GUILESS_MAIN(TestTurns)

#include "tst_turns.moc"
