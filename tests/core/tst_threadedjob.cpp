#include "core/threadedjob.h"
#include "support/finish.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QThreadPool>

using core::Error;
using core::Job;
using core::Result;

class TestThreadedJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksElsewhereAndTellsHere()
    {
        QThread *workedIn = nullptr;
        QThread *toldIn = nullptr;
        auto *job = core::inThread<int>(
            [&workedIn] {
                workedIn = QThread::currentThread();
                return 7;
            },
            this);
        job->whenDone(this, [&toldIn](const Result<int> &) { toldIn = QThread::currentThread(); });
        const Result<int> result = support::finishOf(job);
        QVERIFY(result);
        QCOMPARE(*result, 7);
        QVERIFY(workedIn && workedIn != thread());
        QCOMPARE(toldIn, thread());
    }

    void handsErrorsOut()
    {
        const Result<int> result = support::finishOf(core::inThread<int>(
            []() -> Result<int> { return Error{.kind = Error::Kind::BadReply, .field = QStringLiteral("value")}; },
            this));
        QVERIFY(!result);
        QCOMPARE(result.error().field, QStringLiteral("value"));
    }

    void cancelledAtOnceWhileTheWorkGoesOn()
    {
        const auto mayEnd = std::make_shared<QSemaphore>();
        const auto ended = std::make_shared<QSemaphore>();
        auto *job = core::inThread<int>(
            [mayEnd, ended] {
                mayEnd->acquire();
                ended->release();
                return 7;
            },
            this);
        job->cancel();
        const Result<int> result = support::finishOf(job);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Cancelled);
        mayEnd->release();
        QVERIFY(ended->tryAcquire(1, support::patienceMs)); // into the void
    }

    void deletedAtAnyMoment()
    {
        int told = 0;
        for (int i = 0; i < 500; ++i) {
            const auto owner = std::make_unique<QObject>();
            core::inThread<QString>([i] { return QString::number(i); }, owner.get())
                ->whenDone(this, [&told](const Result<QString> &) { ++told; });
            if (i % 2 == 1)
                QThread::usleep(ulong(i % 50));
            if (i % 5 == 0)
                QCoreApplication::processEvents();
        }
        const int toldInTime = told;
        QVERIFY(QThreadPool::globalInstance()->waitForDone(support::patienceMs));
        QCoreApplication::processEvents();
        QCOMPARE(told, toldInTime); // nobody hears of work whose job is gone
    }
};

QTEST_GUILESS_MAIN(TestThreadedJob)
#include "tst_threadedjob.moc"
