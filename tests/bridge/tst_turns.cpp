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
    void waitsForSeveral();
    void neverWaitsForOneAnother();
    void forgetsWhoLeavesAmongSeveral();
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

void TestTurns::waitsForSeveral()
{
    Turns turns;
    QObject first;
    QObject second;
    QObject both;
    bool isIn = false;
    turns.wait(u"a"_s, &first, [] {});
    turns.wait(u"b"_s, &second, [] {});
    turns.waitForAll({u"b"_s, u"a"_s, u"b"_s}, &both, [&] { isIn = true; });
    QCoreApplication::processEvents();
    turns.end(&second);
    QCoreApplication::processEvents();
    QVERIFY(!isIn);
    turns.end(&first);
    QTRY_VERIFY(isIn);

    QObject later;
    bool isLaterIn = false;
    turns.wait(u"b"_s, &later, [&] { isLaterIn = true; });
    QCoreApplication::processEvents();
    QVERIFY(!isLaterIn);
    turns.end(&both); // of all
    QTRY_VERIFY(isLaterIn);
}

void TestTurns::neverWaitsForOneAnother()
{
    Turns turns;
    constexpr int many = 40;
    QObject holders[many];
    const QStringList names{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
    QHash<QString, int> inside;
    int done = 0;
    int most = 0;
    for (int index = 0; index < many; ++index) {
        const QStringList wanted{names.at(index % 4), names.at((index * 7 + 1) % 4), names.at((index * 3 + 2) % 4)};
        turns.waitForAll(wanted, &holders[index], [&, index, wanted] {
            QStringList distinct = wanted;
            distinct.removeDuplicates();
            for (const QString &name : distinct)
                most = std::max(most, ++inside[name]);
            QMetaObject::invokeMethod(
                &holders[index],
                [&, index, distinct] {
                    for (const QString &name : distinct)
                        --inside[name];
                    ++done;
                    turns.end(&holders[index]);
                },
                Qt::QueuedConnection);
        });
    }
    QTRY_COMPARE(done, many);
    QCOMPARE(most, 1);
}

void TestTurns::forgetsWhoLeavesAmongSeveral()
{
    Turns turns;
    QObject first;
    auto *leaving = new QObject;
    QObject last;
    bool isIn = false;
    turns.wait(u"b"_s, &first, [] {});
    turns.waitForAll({u"a"_s, u"b"_s}, leaving, [] { QFAIL("it has left"); });
    turns.waitForAll({u"a"_s, u"b"_s}, &last, [&] { isIn = true; });
    QCoreApplication::processEvents();
    delete leaving;
    QCoreApplication::processEvents();
    QVERIFY(!isIn);
    turns.end(&first);
    QTRY_VERIFY(isIn);
}

QTEST_GUILESS_MAIN(TestTurns)

#include "tst_turns.moc"
