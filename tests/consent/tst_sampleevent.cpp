#include "consent/event.h"
#include "consent/sampleevent.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The example that people start from.
class TestSampleEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadBackAsItWasMeant()
    {
        const consent::Catalogue catalogue{
            .purposes = {{.id = u"news"_s, .preferenceIds = {u"topics"_s, u"unknown"_s, u"empty"_s}},
                         {.id = u"sms"_s},
                         {.id = u"cookies"_s, .isGlobal = true}},
            .preferences = {{.id = u"topics"_s, .values = {{.id = u"sport-1"_s}, {.id = u"art-2"_s}}},
                            {.id = u"empty"_s}}};
        const QDateTime now({2026, 11, 20}, {10, 0}, Qt::UTC);
        const QString id = u"o'neil+\"x\"@example.com"_s;
        const auto event = consent::readEventFile(consent::sampleEvent(catalogue, u"acme"_s, id, u"cpra"_s, now));
        QVERIFY2(event, event ? "" : qPrintable(event.error().message));
        QCOMPARE(event->organizationUserId, id);
        QCOMPARE(event->organizationId, u"acme"_s);
        QCOMPARE(event->regulation, u"cpra"_s);
        QCOMPARE(event->createdAt, now);
        QVERIFY(event->status == consent::Event::Status::Confirmed);
        QCOMPARE(event->consents.purposes.size(), 2);
        QVERIFY(event->consents.purpose(u"sms"_s)->choice == consent::Choice::Given);
        const consent::PurposeChoice *news = event->consents.purpose(u"news"_s);
        QVERIFY(news->choice == consent::Choice::Given);
        QCOMPARE(news->values.size(), 1);
        QCOMPARE(news->values.constFirst().valueIds, QStringList{u"sport-1"_s});
    }
};

QTEST_GUILESS_MAIN(TestSampleEvent)
#include "tst_sampleevent.moc"
