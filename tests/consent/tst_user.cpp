#include "consent/subject.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace consent;
using core::Error;

namespace {

core::Result<User> read(const QByteArray &json)
{
    return readUser(QJsonDocument::fromJson(json).object());
}

} // namespace

class TestUser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads()
    {
        const auto user =
            read("{\"id\":\"u-1\",\"organization_id\":\"acme\",\"organization_user_id\":\"jane@acme.test\","
                 "\"organization_user_id_type\":\"email\",\"version\":7,\"created_at\":\"2025-02-01T10:00:00Z\","
                 "\"updated_at\":\"2026-11-19T22:40:12.5+01:00\",\"metadata\":{\"tier\":\"gold\"},\"country\":null,"
                 "\"last_seen_country\":\"FR\",\"something_new\":[1],"
                 "\"consents\":{\"purposes\":[{\"id\":\"newsletter\",\"enabled\":true}],\"tcfcs\":null}}");
        QVERIFY(user);
        QCOMPARE(user->id, u"u-1"_s);
        QCOMPARE(user->organizationUserId, u"jane@acme.test"_s);
        QCOMPARE(user->organizationUserIdType, u"email"_s);
        QCOMPARE(user->version, 7);
        QCOMPARE(user->updatedAt, QDateTime({2026, 11, 19}, {21, 40, 12, 500}, Qt::UTC));
        QCOMPARE(user->country, QString());
        QCOMPARE(user->lastSeenCountry, u"FR"_s);
        QCOMPARE(user->regulation, QString());
        QCOMPARE(user->consents.purpose(u"newsletter"_s)->choice, Choice::Given);

        const Subject subject = subjectOf(*user);
        QCOMPARE(subject.origin, Subject::Origin::User);
        QCOMPARE(subject.time, user->updatedAt);
        QCOMPARE(subject.organizationUserId, u"jane@acme.test"_s);
        QCOMPARE(subject.userId, u"u-1"_s);
        QVERIFY(!subject.isPending);
    }

    void aUserThatNeverChangedIsAsOldAsItself()
    {
        const auto user = read("{\"id\":\"u-1\",\"created_at\":\"2025-02-01T10:00:00Z\"}");
        QVERIFY(user);
        QCOMPARE(subjectOf(*user).time, QDateTime({2025, 2, 1}, {10, 0}, Qt::UTC));
    }

    void takesANumberForAnId()
    {
        const auto user = read("{\"id\":\"u-1\",\"organization_user_id\":9007199254740993}");
        QVERIFY(user);
        QCOMPARE(user->organizationUserId, u"9007199254740993"_s);
    }

    void namesTheMemberThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        QTest::newRow("nothing") << QByteArray("{}") << u"id"_s;
        QTest::newRow("null id") << QByteArray("{\"id\":null}") << u"id"_s;
        QTest::newRow("id") << QByteArray("{\"id\":[]}") << u"id"_s;
        QTest::newRow("time") << QByteArray("{\"id\":\"u\",\"updated_at\":\"soon\"}") << u"updated_at"_s;
        QTest::newRow("time as a number") << QByteArray("{\"id\":\"u\",\"updated_at\":1763632692}") << u"updated_at"_s;
        QTest::newRow("version") << QByteArray("{\"id\":\"u\",\"version\":\"x\"}") << u"version"_s;
        QTest::newRow("fraction") << QByteArray("{\"id\":\"u\",\"version\":1.5}") << u"version"_s;
        QTest::newRow("consents") << QByteArray("{\"id\":\"u\",\"consents\":[]}") << u"consents"_s;
        QTest::newRow("metadata") << QByteArray("{\"id\":\"u\",\"metadata\":\"x\"}") << u"metadata"_s;
        QTest::newRow("organization user id")
            << QByteArray("{\"id\":\"u\",\"organization_user_id\":{}}") << u"organization_user_id"_s;
    }

    void namesTheMemberThatIsWrong()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        const auto user = read(json);
        QVERIFY(!user);
        QCOMPARE(user.error().kind, Error::Kind::BadReply);
        QCOMPARE(user.error().field, field);
        QVERIFY2(user.error().message.contains(field), qPrintable(user.error().message));
    }

    void versionMayBeNegativeOrLarge()
    {
        QCOMPARE(read("{\"id\":\"u\",\"version\":-1}")->version, -1);
        QCOMPARE(read("{\"id\":\"u\",\"version\":9007199254740993}")->version, Q_INT64_C(9007199254740993));
    }
};

QTEST_GUILESS_MAIN(TestUser)
#include "tst_user.moc"
