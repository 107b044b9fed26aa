// Names that are looked up when nobody waits for them any more. What that leaves behind is found by the leak checker,
// when the program ends; the threads that looked them up stay for half a minute, so this is a program of its own.

#include "net/hostcheck.h"
#include "net/network.h"
#include "support/finish.h"

#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

class TestAbandonedLookups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leaveNothing()
    {
        net::Network network;
        for (int i = 0; i < 30; ++i) {
            delete net::lookUp(network, u"name-%1.invalid"_s.arg(i), this);
            auto *job = net::lookUp(network, u"other-%1.invalid"_s.arg(i), this);
            QThread::usleep(ulong(i * 50));
            delete job;
        }
        QVERIFY(support::finishOf(net::lookUp(network, u"127.0.0.1"_s, this))); // those that are waited for get answers
    }

    void mayOutliveTheNetwork()
    {
        for (int i = 0; i < 30; ++i) {
            net::Network network;
            auto *job = net::lookUp(network, u"last-%1.invalid"_s.arg(i), this);
            QThread::usleep(ulong(i * 50));
            delete job;
        }
    }
};

QTEST_GUILESS_MAIN(TestAbandonedLookups)
#include "tst_abandonedlookups.moc"
