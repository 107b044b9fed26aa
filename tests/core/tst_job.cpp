#include "core/job.h"
#include "support/finish.h"

#include <QTest>

using core::Error;
using core::Job;
using core::Result;

namespace {

class OpenJob : public Job<int>
{
public:
    explicit OpenJob(QObject *parent = nullptr) : Job(parent) {}
    void end(Result<int> result) { finish(std::move(result)); }
};

/// Doubles what its step gives.
class FlowJob : public Job<int>
{
public:
    explicit FlowJob(QObject *parent) : Job(parent), step(new OpenJob(this))
    {
        step->whenDone(this, [this](const Result<int> &value) {
            if (!value)
                return finish(value.error());
            finish(*value * 2);
        });
    }
    QPointer<OpenJob> step;
};

} // namespace

class TestJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finishesOnceAndFromTheEventLoop()
    {
        auto *job = new OpenJob;
        int calls = 0;
        job->whenDone(this, [&calls](const Result<int> &value) {
            ++calls;
            QCOMPARE(*value, 7);
        });
        job->end(7);
        job->end(8);
        QCOMPARE(calls, 0);
        QTRY_COMPARE(calls, 1);
    }

    void deletesItself()
    {
        QPointer<OpenJob> job = new OpenJob;
        job->end(1);
        QTRY_VERIFY(job.isNull());
    }

    void isSilentWhenDeletedEarly()
    {
        bool called = false;
        {
            OpenJob job;
            job.whenDone(this, [&called](const Result<int> &) { called = true; });
            job.end(1);
        }
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void isSilentTowardsADeletedContext()
    {
        auto *job = new OpenJob;
        bool called = false;
        {
            const QObject context;
            job->whenDone(&context, [&called](const Result<int> &) { called = true; });
        }
        job->end(1);
        QSignalSpy gone(job, &QObject::destroyed);
        QVERIFY(gone.wait(support::patienceMs));
        QVERIFY(!called);
    }

    void cancelReachesTheStep()
    {
        auto *flow = new FlowJob(this);
        QPointer<OpenJob> step = flow->step;
        flow->cancel();
        QVERIFY(step.isNull());
        const Result<int> result = support::finishOf(static_cast<Job<int> *>(flow));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Cancelled);
    }

    void handlerMayDeleteTheOwner()
    {
        auto *owner = new QObject;
        auto *flow = new FlowJob(owner);
        bool called = false;
        flow->whenDone(this, [&](const Result<int> &value) {
            called = true;
            QCOMPARE(*value, 42);
            delete owner;
        });
        flow->step->end(21);
        QTRY_VERIFY(called);
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
