#include "consent/subject.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace consent;
using core::Error;

namespace {

QJsonObject sample()
{
    return QJsonDocument::fromJson(
               "{\"id\":\"e-1\",\"organization_id\":\"acme\",\"created_at\":\"2026-11-20T08:15:00Z\","
               "\"user\":{\"id\":\"u-1\",\"organization_user_id\":\"jane@acme.test\",\"country\":\"FR\","
               "\"metadata\":{\"tier\":\"gold\"}},"
               "\"consents\":{\"purposes\":[{\"id\":\"newsletter\",\"enabled\":true}]},"
               "\"metadata\":{\"origin\":\"website\"}}")
        .object();
}

QJsonObject with(const QString &name, const QJsonValue &value)
{
    QJsonObject object = sample();
    if (value.isUndefined())
        object.remove(name);
    else
        object[name] = value;
    return object;
}

QJsonObject webhook(const QString &type, const QString &member)
{
    return {{u"type"_s, type}, {u"regulation"_s, u"cpra"_s}, {u"parameters"_s, QJsonObject{{member, sample()}}}};
}

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

} // namespace

class TestEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads()
    {
        const auto read = readEvent(sample());
        QVERIFY(read);
        QCOMPARE(read->id, u"e-1"_s);
        QCOMPARE(read->createdAt, QDateTime({2026, 11, 20}, {8, 15}, Qt::UTC));
        QCOMPARE(read->status, Event::Status::Confirmed);
        QCOMPARE(read->regulation, u"gdpr"_s);
        QVERIFY(!read->isFromDataverse());

        const Subject subject = subjectOf(*read);
        QCOMPARE(subject.origin, Subject::Origin::Event);
        QCOMPARE(subject.sourceId, u"e-1"_s);
        QCOMPARE(subject.userId, u"u-1"_s);
        QCOMPARE(subject.organizationUserId, u"jane@acme.test"_s);
        QCOMPARE(subject.time, read->createdAt);
        QCOMPARE(subject.country, u"FR"_s);
        QCOMPARE(subject.metadata[u"tier"_s].toString(), u"gold"_s);
        QVERIFY(!subject.isPending);
        QCOMPARE(subject.consents, read->consents);
    }

    void waitsForApproval()
    {
        const auto read = readEvent(with(u"status"_s, u"pending_approval"_s));
        QVERIFY(read);
        QVERIFY(subjectOf(*read).isPending);
    }

    void knowsItsOwnEcho()
    {
        const auto read = readEvent(with(u"metadata"_s, QJsonObject{{u"origin"_s, u"Dataverse"_s}}));
        QVERIFY(read);
        QVERIFY(read->isFromDataverse());
        QVERIFY(subjectOf(*read).isFromDataverse);
    }

    void readsWebhooks_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("member");
        QTest::newRow("created") << u"event.created"_s << u"entity"_s;
        QTest::newRow("updated") << u"event.updated"_s << u"new_entity"_s;
    }

    void readsWebhooks()
    {
        QFETCH(QString, type);
        QFETCH(QString, member);
        const auto read = readEvent(webhook(type, member));
        QVERIFY(read);
        QCOMPARE(read->organizationUserId, u"jane@acme.test"_s);
        QCOMPARE(read->regulation, u"cpra"_s); // a CPRA choice must not be taken for a GDPR one
    }

    void refusesWebhooksOfOtherThings_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::addColumn<QString>("field");
        QTest::newRow("deleted") << webhook(u"event.deleted"_s, u"entity"_s) << u"type"_s;
        QTest::newRow("user") << webhook(u"user.updated"_s, u"new_entity"_s) << u"type"_s;
        QTest::newRow("no type") << webhook(QString(), u"entity"_s) << u"type"_s;
        QTest::newRow("nothing in it") << webhook(u"event.created"_s, u"old_entity"_s) << u"parameters.entity"_s;
    }

    void refusesWebhooksOfOtherThings()
    {
        QFETCH(QJsonObject, object);
        const auto read = readEvent(object);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Invalid);
        QTEST(read.error().field, "field");
    }

    void namesTheMemberThatIsWrong_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::addColumn<QString>("field");
        QTest::newRow("empty") << QJsonObject() << u"created_at"_s;
        QTest::newRow("no time") << with(u"created_at"_s, QJsonValue::Undefined) << u"created_at"_s;
        QTest::newRow("date only") << with(u"created_at"_s, u"2026-11-20"_s) << u"created_at"_s;
        QTest::newRow("no user") << with(u"user"_s, QJsonValue::Null) << u"user"_s;
        QTest::newRow("user is text") << with(u"user"_s, u"jane"_s) << u"user"_s;
        QTest::newRow("nobody") << with(u"user"_s, QJsonObject{{u"country"_s, u"FR"_s}})
                                << u"user.organization_user_id"_s;
        QTest::newRow("no consents") << with(u"consents"_s, QJsonValue::Undefined) << u"consents"_s;
        QTest::newRow("consents is a list") << with(u"consents"_s, QJsonArray()) << u"consents"_s;
        QTest::newRow("status") << with(u"status"_s, u"rejected"_s) << u"status"_s;
        QTest::newRow("regulation") << with(u"regulation"_s, QJsonArray()) << u"regulation"_s;
        QTest::newRow("metadata of the user")
            << with(u"user"_s, QJsonObject{{u"id"_s, u"u"_s}, {u"metadata"_s, 1}}) << u"user.metadata"_s;
    }

    void namesTheMemberThatIsWrong()
    {
        QFETCH(QJsonObject, object);
        const auto read = readEvent(object);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Invalid);
        QTEST(read.error().field, "field");
        QVERIFY(!read.error().message.isEmpty());
        QVERIFY(!read.error().fix.isEmpty());
        QVERIFY(!read.error().message.contains(u"jane"_s));
    }

    void readsFiles()
    {
        QCOMPARE(*readEventFile(text(sample())), *readEvent(sample()));
        QCOMPARE(*readEventFile('[' + text(sample()) + ']'), *readEvent(sample()));
        QCOMPARE(*readEventFile("{\"data\":[" + text(sample()) + "]}"), *readEvent(sample()));
        QCOMPARE(*readEventFile(text(webhook(u"event.created"_s, u"entity"_s))),
                 *readEvent(webhook(u"event.created"_s, u"entity"_s)));
    }

    void aDamagedFileIsLocated()
    {
        const auto read = readEventFile("{\n  \"id\": \"ä\" x\n}");
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(u"line 2"_s), qPrintable(read.error().message));
        QVERIFY(!readEventFile(""));
        QVERIFY(!readEventFile("\xff\xfe"));
        QVERIFY(!readEventFile("7"));
    }

    void oneFileOneEvent()
    {
        for (const QByteArray &json :
             {QByteArray("[]"), '[' + text(sample()) + ',' + text(sample()) + ']', QByteArray("[1]")}) {
            const auto read = readEventFile(json);
            QVERIFY(!read);
            QCOMPARE(read.error().kind, Error::Kind::Invalid);
        }
    }
};

QTEST_GUILESS_MAIN(TestEvent)
#include "tst_event.moc"
