#include "profile/instance.h"
#include "profile/secretref.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace profile;
using core::Error;

Q_DECLARE_METATYPE(profile::Cloud)

namespace {

const QString guid = u"2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55"_s;
const QString entraSecret = u"abc8Q~0123456789_abcdefghijklmnopqrstu"_s;

} // namespace

class TestInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatAdminsPaste_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        QTest::addColumn<Cloud>("cloud");
        QTest::addColumn<QString>("region");
        const QString acme = u"https://acme.crm4.dynamics.com"_s;
        QTest::newRow("url") << acme << acme << Cloud::Public << u"EMEA"_s;
        QTest::newRow("slash") << acme + u'/' << acme << Cloud::Public << u"EMEA"_s;
        QTest::newRow("host") << u"acme.crm4.dynamics.com"_s << acme << Cloud::Public << u"EMEA"_s;
        QTest::newRow("host with path") << u"acme.crm4.dynamics.com/main.aspx"_s << acme << Cloud::Public << u"EMEA"_s;
        QTest::newRow("endpoint") << u"https://acme.api.crm4.dynamics.com/api/data/v9.2/"_s << acme << Cloud::Public
                                  << u"EMEA"_s;
        QTest::newRow("main.aspx")
            << u"https://acme.crm4.dynamics.com/main.aspx?appid=2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55&pagetype=entitylist"_s
            << acme << Cloud::Public << u"EMEA"_s;
        QTest::newRow("fragment") << acme + u"/main.aspx#123"_s << acme << Cloud::Public << u"EMEA"_s;
        QTest::newRow("case, blanks, port")
            << u"  HTTPS://ACME.CRM4.Dynamics.com:443 \n"_s << acme << Cloud::Public << u"EMEA"_s;
        QTest::newRow("quotes") << u"\"https://acme.crm4.dynamics.com\""_s << acme << Cloud::Public << u"EMEA"_s;
        QTest::newRow("invisible") << u"\uFEFF\u200Bhttps://acme.crm4.dynamics.com\u00A0"_s << acme << Cloud::Public
                                   << u"EMEA"_s;
        QTest::newRow("dot at the end") << u"acme.crm4.dynamics.com."_s << acme << Cloud::Public << u"EMEA"_s;
        QTest::newRow("north america") << u"org1234.crm.dynamics.com"_s << u"https://org1234.crm.dynamics.com"_s
                                       << Cloud::Public << u"North America"_s;
        QTest::newRow("new number") << u"org1.crm77.dynamics.com"_s << u"https://org1.crm77.dynamics.com"_s
                                    << Cloud::Public << QString();
        QTest::newRow("gcc") << u"a-b.crm9.dynamics.com"_s << u"https://a-b.crm9.dynamics.com"_s << Cloud::Public
                             << u"US Government (GCC)"_s;
        QTest::newRow("gcc high") << u"a.api.crm.microsoftdynamics.us"_s << u"https://a.crm.microsoftdynamics.us"_s
                                  << Cloud::UsGovernment << u"US Government (GCC High)"_s;
        QTest::newRow("dod") << u"a.crm.appsplatform.us"_s << u"https://a.crm.appsplatform.us"_s << Cloud::UsGovernment
                             << u"US Government (DoD)"_s;
        QTest::newRow("china") << u"a.crm.dynamics.cn"_s << u"https://a.crm.dynamics.cn"_s << Cloud::China
                               << u"China"_s;
        QTest::newRow("loopback") << u"http://127.0.0.1:8080/api/data/v9.2/"_s << u"http://127.0.0.1:8080"_s
                                  << Cloud::Loopback << u"this computer"_s;
        QTest::newRow("localhost without scheme")
            << u"localhost:5001"_s << u"http://localhost:5001"_s << Cloud::Loopback << u"this computer"_s;
        QTest::newRow("v6") << u"http://[::1]:81/x"_s << u"http://[::1]:81"_s << Cloud::Loopback << u"this computer"_s;
    }

    void takesWhatAdminsPaste()
    {
        QFETCH(QString, text);
        const auto instance = normaliseInstance(text);
        QVERIFY2(instance, instance ? "" : qPrintable(instance.error().message));
        QTEST(instance->url.toString(), "url");
        QTEST(instance->cloud, "cloud");
        QTEST(instance->region, "region");
        QCOMPARE(instance->warning, QString());
        QCOMPARE(normaliseInstance(instance->url.toString())->url, instance->url);
    }

    void warnsOfOtherHosts()
    {
        const auto other = normaliseInstance(u"https://crm.acme.test:8443/acme/main.aspx"_s);
        QVERIFY(other);
        QCOMPARE(other->url, QUrl(u"https://crm.acme.test:8443"_s));
        QCOMPARE(other->cloud, Cloud::Unknown);
        QVERIFY(other->warning.contains(u"crm.acme.test"_s));
        QVERIFY(!normaliseInstance(u"https://acme.crm4.dynamics.com.evil.test"_s)->warning.isEmpty());
        QVERIFY(normaliseInstance(u"acme.crm.microsoftdynamics.de"_s)->warning.contains(u"2021"_s));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << u"  "_s << u"missing"_s;
        QTest::newRow("placeholder") << u"your_rest_api_endpoint"_s << u"placeholder"_s;
        QTest::newRow("guid") << guid << u"an ID"_s;
        QTest::newRow("mail") << u"jane@acme.test"_s << u"e-mail"_s;
        QTest::newRow("secret") << entraSecret << u"secret"_s;
        QTest::newRow("http") << u"http://acme.crm4.dynamics.com"_s << u"unprotected"_s;
        QTest::newRow("http to a look-alike") << u"http://127.0.0.1.acme.test"_s << u"unprotected"_s;
        QTest::newRow("http to localhost's look-alike") << u"http://localhost.acme.test"_s << u"unprotected"_s;
        QTest::newRow("ftp") << u"ftp://acme.crm4.dynamics.com"_s << u"ftp://"_s;
        QTest::newRow("password") << u"https://me:hunter2@acme.crm4.dynamics.com"_s << u"password"_s;
        QTest::newRow("empty user") << u"https://@acme.crm4.dynamics.com"_s << u"@"_s;
        QTest::newRow("port") << u"acme.crm4.dynamics.com:8443"_s << u"8443"_s;
        QTest::newRow("no dots") << u"acme"_s << u"complete host name"_s;
        QTest::newRow("no organisation") << u"https://crm4.dynamics.com"_s << u"organisation is missing"_s;
        QTest::newRow("maker portal")
            << u"https://make.powerapps.com/environments/2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55/home"_s
            << u"maker portal"_s;
        QTest::newRow("admin center") << u"https://admin.powerplatform.microsoft.com/manage/environments"_s
                                      << u"admin center"_s;
        QTest::newRow("azure") << u"https://portal.azure.com/#home"_s << u"Azure portal"_s;
        QTest::newRow("discovery") << u"https://globaldisco.crm.dynamics.com"_s << u"service"_s;
        QTest::newRow("didomi") << u"https://api.didomi.io/v1"_s << u"Didomi"_s;
        QTest::newRow("blank inside") << u"https://acme .crm4.dynamics.com"_s << u"blanks"_s;
        QTest::newRow("two lines") << u"https://acme.crm4.dynamics.com\nhttps://b.crm4.dynamics.com"_s << u"blanks"_s;
        QTest::newRow("one slash") << u"https:/acme.crm4.dynamics.com"_s << u"could"_s;
        QTest::newRow("bad port") << u"https://acme.crm4.dynamics.com:99999"_s << u"could"_s;
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto instance = normaliseInstance(text);
        QVERIFY(!instance);
        const Error &error = instance.error();
        QCOMPARE(error.kind, Error::Kind::Invalid);
        QCOMPARE(error.field, u"authentication.instance"_s);
        QVERIFY2(error.message.contains(says), qPrintable(error.message));
        QVERIFY(!error.fix.isEmpty());
        QVERIFY(!(error.message + error.fix).contains(u"hunter2"_s));
        QVERIFY(!(error.message + error.fix).contains(entraSecret));
    }

    void makesScopeAndApi()
    {
        const auto instance = normaliseInstance(u"acme.crm4.dynamics.com"_s);
        QCOMPARE(instance->scope(), u"https://acme.crm4.dynamics.com/.default"_s);
        QCOMPARE(instance->apiUrl(u"v9.2"_s), QUrl(u"https://acme.crm4.dynamics.com/api/data/v9.2/"_s));
        QCOMPARE(instance->apiUrl(u"9.1"_s), QUrl(u"https://acme.crm4.dynamics.com/api/data/v9.1/"_s));
        QCOMPARE(normaliseInstance(u"http://127.0.0.1:99"_s)->scope(), u"http://127.0.0.1:99/.default"_s);
    }

    void knowsTheSignInOfEachCloud()
    {
        QCOMPARE(defaultAuthority(Cloud::Public), QUrl(u"https://login.microsoftonline.com"_s));
        QCOMPARE(defaultAuthority(Cloud::Unknown), QUrl(u"https://login.microsoftonline.com"_s));
        QCOMPARE(defaultAuthority(Cloud::UsGovernment), QUrl(u"https://login.microsoftonline.us"_s));
        QCOMPARE(defaultAuthority(Cloud::China), QUrl(u"https://login.partner.microsoftonline.cn"_s));
        QVERIFY(defaultAuthority(Cloud::Loopback).isEmpty());
    }

    void readsDidomisAddress_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        const QString usual = u"https://api.didomi.io/v1"_s;
        QTest::newRow("usual") << usual << usual;
        QTest::newRow("slash") << usual + u'/' << usual;
        QTest::newRow("host") << u"api.didomi.io"_s << usual;
        QTest::newRow("without v1") << u"https://api.didomi.io/"_s << usual;
        QTest::newRow("an endpoint") << u"https://api.didomi.io/v1/consents/users"_s << usual;
        QTest::newRow("loopback") << u"http://127.0.0.1:4711/didomi/v1"_s << u"http://127.0.0.1:4711/didomi/v1"_s;
        QTest::newRow("own") << u"https://proxy.acme.test/didomi/"_s << u"https://proxy.acme.test/didomi"_s;
        QTest::newRow("http") << u"http://api.didomi.io/v1"_s << QString();
        QTest::newRow("console") << u"https://console.didomi.io/"_s << QString();
        QTest::newRow("dynamics") << u"https://acme.crm4.dynamics.com"_s << QString();
        QTest::newRow("query") << u"https://api.didomi.io/v1?organization_id=acme"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("password") << u"https://a:hunter2@api.didomi.io/v1"_s << QString();
    }

    void readsDidomisAddress()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        const auto address = normaliseDidomiUrl(text);
        QCOMPARE(address.hasValue(), !url.isEmpty());
        if (address)
            QCOMPARE(address->toString(), url);
        else
            QCOMPARE(address.error().field, u"didomi.api_url"_s);
    }

    void readsAuthorities_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        QTest::newRow("usual") << u"https://login.microsoftonline.com/"_s << u"https://login.microsoftonline.com"_s;
        QTest::newRow("loopback") << u"http://localhost:1234"_s << u"http://localhost:1234"_s;
        QTest::newRow("tenant") << u"https://login.microsoftonline.com/common"_s << QString();
        QTest::newRow("http") << u"http://login.microsoftonline.com"_s << QString();
    }

    void readsAuthorities()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        const auto address = normaliseAuthority(text);
        QCOMPARE(address.hasValue(), !url.isEmpty());
        if (address)
            QCOMPARE(address->toString(), url);
        else
            QCOMPARE(address.error().field, u"options.authority"_s);
    }

    void readsClientIds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        QTest::addColumn<QString>("says");
        QTest::newRow("bare") << guid << true << QString();
        QTest::newRow("braces, blanks, upper case")
            << u" {2B7F0C1E-5A44-4A0B-9D0E-6F1C2D3E4A55}\n"_s << true << QString();
        QTest::newRow("nothing") << u" "_s << false << u"missing"_s;
        QTest::newRow("placeholder") << u"your_client_id"_s << false << u"placeholder"_s;
        QTest::newRow("secret") << entraSecret << false << u"client secret"_s;
        QTest::newRow("domain") << u"acme.onmicrosoft.com"_s << false << u"domain"_s;
        QTest::newRow("mail") << u"jane@acme.test"_s << false << u"e-mail"_s;
        QTest::newRow("url") << u"https://acme.crm4.dynamics.com"_s << false << u"address"_s;
        QTest::newRow("label") << u"Application (client) ID: "_s + guid << false << u"more text"_s;
        QTest::newRow("object id") << u"Object ID: "_s + guid << false << u"object ID"_s;
        QTest::newRow("zeros") << u"00000000-0000-0000-0000-000000000000"_s << false << u"zeros"_s;
        QTest::newRow("short") << guid.chopped(1) << false << u"35 character"_s;
        QTest::newRow("not hexadecimal") << QString(guid).replace(u'f', u'g') << false << u"hexadecimal"_s;
    }

    void readsClientIds()
    {
        QFETCH(QString, text);
        QFETCH(bool, isGood);
        QFETCH(QString, says);
        const auto id = normaliseClientId(text);
        QCOMPARE(id.hasValue(), isGood);
        if (isGood) {
            QCOMPARE(*id, guid);
        } else {
            QCOMPARE(id.error().field, u"authentication.client_id"_s);
            QVERIFY2(id.error().message.contains(says), qPrintable(id.error().message));
            QVERIFY(!(id.error().message + id.error().fix).contains(entraSecret));
        }
    }

    void readsTenantIds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("says");
        QTest::newRow("guid") << u"{2B7F0C1E-5A44-4A0B-9D0E-6F1C2D3E4A55}"_s << guid << QString();
        QTest::newRow("domain") << u" Acme.onMicrosoft.com "_s << u"acme.onmicrosoft.com"_s << QString();
        QTest::newRow("own domain") << u"acme.test"_s << u"acme.test"_s << QString();
        QTest::newRow("common") << u"Common"_s << QString() << u"any tenant"_s;
        QTest::newRow("organizations") << u"organizations"_s << QString() << u"any tenant"_s;
        QTest::newRow("consumers") << u"consumers"_s << QString() << u"any tenant"_s;
        QTest::newRow("placeholder") << u"your_azure_app_tenant_ID"_s << QString() << u"placeholder"_s;
        QTest::newRow("mail") << u"jane@acme.test"_s << QString() << u"e-mail"_s;
        QTest::newRow("instance") << u"acme.crm4.dynamics.com"_s << QString() << u"host"_s;
        QTest::newRow("url") << u"https://login.microsoftonline.com/common"_s << QString() << u"address"_s;
        QTest::newRow("secret") << entraSecret << QString() << u"client secret"_s;
        QTest::newRow("word") << u"acme"_s << QString() << u"neither"_s;
    }

    void readsTenantIds()
    {
        QFETCH(QString, text);
        QFETCH(QString, id);
        QFETCH(QString, says);
        const auto tenant = normaliseTenantId(text);
        QCOMPARE(tenant.hasValue(), !id.isEmpty());
        if (tenant) {
            QCOMPARE(*tenant, id);
        } else {
            QCOMPARE(tenant.error().field, u"authentication.tenant_id"_s);
            QVERIFY2(tenant.error().message.contains(says), qPrintable(tenant.error().message));
        }
    }

    void readsReferences_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("again"); // null: refused
        QTest::newRow("none") << u" "_s << u""_s;
        QTest::newRow("keychain") << u"keychain:consent-bridge/x/client-secret"_s
                                  << u"keychain:consent-bridge/x/client-secret"_s;
        QTest::newRow("session") << u"session:a"_s << u"session:a"_s;
        QTest::newRow("env") << u"env:CB_SECRET"_s << u"env:CB_SECRET"_s;
        QTest::newRow("file") << u"file:/run/secrets/x y"_s << u"file:/run/secrets/x y"_s;
        QTest::newRow("file url") << u"file:///run/secrets/x"_s << u"file:/run/secrets/x"_s;
        QTest::newRow("no name") << u"env:"_s << QString();
        QTest::newRow("assignment") << u"env:A=hunter22"_s << QString();
        QTest::newRow("the secret itself") << u"hunter22"_s << QString();
    }

    void readsReferences()
    {
        QFETCH(QString, text);
        QFETCH(QString, again);
        const auto ref = SecretRef::parse(text);
        QCOMPARE(ref.hasValue(), !again.isNull());
        if (ref)
            QCOMPARE(ref->toText(), again);
        else
            QVERIFY(!(ref.error().message + ref.error().fix).contains(u"hunter22"_s));
    }
};

QTEST_GUILESS_MAIN(TestInstance)
#include "tst_instance.moc"
