#include "core/redactor.h"
#include "core/secret.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace core;

class TestRedactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("gone");
        QTest::addColumn<QString>("kept");
        QTest::newRow("form body") << u"grant_type=client_credentials&client_secret=Q8~x%2Fy&scope=a"_s << u"Q8~x"_s
                                   << u"scope=a"_s;
        QTest::newRow("json") << u"{\"key\":\"k1\",\"secret\":\"hunter two\",\"type\":\"api-key\"}"_s << u"hunter"_s
                              << u"api-key"_s;
        QTest::newRow("json with an escaped quote")
            << u"{\"secret\":\"hun\\\"ter2\",\"type\":\"x\"}"_s << u"ter2"_s << u"\"type\""_s;
        QTest::newRow("token answer") << u"{\"token_type\":\"Bearer\",\"access_token\":\"abc.def.ghi\"}"_s
                                      << u"abc.def"_s << u"token_type"_s;
        QTest::newRow("header") << u"Authorization: Bearer abcdefghijkl"_s << u"abcdefghijkl"_s << u"Bearer"_s;
        QTest::newRow("bare jwt") << u"got eyJhbGciOiJub25l.eyJzdWIiOiIxMjM0.sig here"_s << u"eyJ"_s << u"here"_s;
        QTest::newRow("mail") << u"no row for jane.doe+x@acme.test found"_s << u"ane.doe"_s << u"@acme.test"_s;
        QTest::newRow("encoded mail") << u"user=jane.doe%40acme.test"_s << u"ane.doe"_s << u"user"_s;
    }

    void removesForms()
    {
        QFETCH(QString, text);
        QFETCH(QString, gone);
        QFETCH(QString, kept);
        const QString result = redactor::redacted(text);
        QVERIFY2(!result.contains(gone), qPrintable(result));
        QVERIFY2(result.contains(kept), qPrintable(result));
    }

    void removesRememberedSecretsWhereverTheyStand()
    {
        redactor::remember(Secret::fromText(u"p/ss w\"rd+1"_s));
        QVERIFY(!redactor::redacted(u"x p/ss w\"rd+1 y"_s).contains(u"w\"rd"_s));
        QVERIFY(!redactor::redacted(u"x=p%2Fss%20w%22rd%2B1&y"_s).contains(u"%22rd"_s));
        QVERIFY(!redactor::redacted(u"\"p/ss w\\\"rd+1\""_s).contains(u"rd+1"_s));
    }

    void masksPersonalValuesOfUrls_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("gone");
        QTest::newRow("key") << u"https://a.test/contacts(new_id='4711-abc')"_s << u"4711"_s;
        QTest::newRow("encoded key") << u"https://a.test/contacts(new_id=%274711%27%27x%27)"_s << u"4711"_s;
        QTest::newRow("filter") << u"https://a.test/contacts?$filter=mobilephone%20eq%20%27555123%27&$top=2"_s
                                << u"555123"_s;
        QTest::newRow("didomi") << u"https://a.test/v1/consents/users?organization_id=acme&organization_user_id=4711"_s
                                << u"4711"_s;
        QTest::newRow("didomi path") << u"https://a.test/v1/consents/users/4711?organization_id=acme"_s << u"4711"_s;
    }

    void masksPersonalValuesOfUrls()
    {
        QFETCH(QString, url);
        QFETCH(QString, gone);
        const QString result = redactor::redactedUrl(QUrl(url));
        QVERIFY2(!result.contains(gone), qPrintable(result));
        QVERIFY2(result.startsWith(u"https://a.test/"_s), qPrintable(result));
    }

    void masksHeadersByName()
    {
        QCOMPARE(redactor::redactedHeader("Authorization", "anything"), QByteArray("[removed]"));
        QCOMPARE(redactor::redactedHeader("Accept", "application/json"), QByteArray("application/json"));
    }

    void masksIds()
    {
        QCOMPARE(redactor::maskedId(u"jane@acme.test"_s), u"j…@acme.test"_s);
        QCOMPARE(redactor::maskedId(u"u-4711"_s), u"u-…"_s);
    }
};

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
