#include "profile/profile.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace profile;

using Change = std::function<void(Profile &)>;
Q_DECLARE_METATYPE(Change)

namespace {

Profile complete()
{
    Profile profile = newProfile(u"Acme"_s);
    profile.integration.clientId = u"2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55"_s;
    profile.integration.tenantId = u"acme.onmicrosoft.com"_s;
    profile.integration.instance = u"acme.crm4.dynamics.com"_s;
    profile.integration.mappings << Mapping{.column = u"cb_a"_s, .value = u"consents_purposes_a_enabled"_s}
                                 << Mapping{.column = u"cb_b"_s, .value = u"consents_purposes_b_enabled"_s};
    profile.clientSecret = {.kind = SecretRef::Kind::Env, .name = u"A"_s};
    profile.didomi.organizationId = u"acme"_s;
    profile.didomi.keyId = u"key"_s;
    profile.didomi.secret = {.kind = SecretRef::Kind::Keychain, .name = u"b"_s};
    return profile;
}

FurtherUser furtherUser()
{
    return {.clientId = u"b1d0e1f2-5a44-4a0b-9d0e-6f1c2d3e4a56"_s,
            .clientSecret = {.kind = SecretRef::Kind::Env, .name = u"B"_s}};
}

/// JSON with ' for ", so that it can be read between quotation marks.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class TestValidate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasNothingAgainstACompleteProfile()
    {
        const QList<Problem> problems = validate(complete());
        QVERIFY2(problems.isEmpty(), problems.isEmpty() ? "" : qPrintable(problems.first().message));
    }

    void namesEveryMistake_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("isError");
        const auto row = [](const char *name, Change change, const QString &field, const QString &says,
                            bool isError = true) { QTest::newRow(name) << change << field << says << isError; };
        row(
            "name", [](Profile &p) { p.name = u" "_s; }, u"name"_s, u"no name"_s);
        row(
            "type missing", [](Profile &p) { p.integration.typeId.clear(); }, u"type_id"_s, u"missing"_s);
        row(
            "other app", [](Profile &p) { p.integration.typeId = u"braze"_s; }, u"type_id"_s, u"another app"_s);
        row(
            "variant", [](Profile &p) { p.integration.typeId = u"microsoft-dynamics-next"_s; }, u"type_id"_s,
            u"not the type"_s, false);
        row(
            "client id", [](Profile &p) { p.integration.clientId = u"your_client_id"_s; },
            u"authentication.client_id"_s, u"placeholder"_s);
        row(
            "tenant", [](Profile &p) { p.integration.tenantId = u"common"_s; }, u"authentication.tenant_id"_s,
            u"any tenant"_s);
        row(
            "instance", [](Profile &p) { p.integration.instance.clear(); }, u"authentication.instance"_s, u"missing"_s);
        row(
            "instance http", [](Profile &p) { p.integration.instance = u"http://acme.crm4.dynamics.com"_s; },
            u"authentication.instance"_s, u"http"_s);
        row(
            "other host", [](Profile &p) { p.integration.instance = u"crm.acme.test"_s; }, u"authentication.instance"_s,
            u"not a host"_s, false);
        row(
            "secret", [](Profile &p) { p.clientSecret = {}; }, u"authentication.client_secret"_s, u"missing"_s);
        row(
            "session", [](Profile &p) { p.clientSecret = {.kind = SecretRef::Kind::Session, .name = u"x"_s}; },
            u"authentication.client_secret"_s, u"until the program ends"_s, false);
        row(
            "same place for the next secret", [](Profile &p) { p.credential.nextSecret = p.clientSecret; },
            u"credential.next_secret"_s, u"where the present one is"_s);
        row(
            "no certificate", [](Profile &p) { p.credential.kind = Credential::Kind::Certificate; },
            u"credential.certificate_file"_s, u"missing"_s);
        row(
            "blank certificate",
            [](Profile &p) {
                p.credential = {.kind = Credential::Kind::Certificate, .certificateFile = u"  "_s};
                p.clientSecret = {}; // which is not asked for
            },
            u"credential.certificate_file"_s, u"missing"_s);
        const auto joined = [](const FurtherUser &user) {
            return [=](Profile &p) { p.furtherUsers = {furtherUser(), user}; };
        };
        const QString another = u"c3d0e1f2-5a44-4a0b-9d0e-6f1c2d3e4a57"_s;
        const SecretRef ownSecret{.kind = SecretRef::Kind::Env, .name = u"C"_s};
        row("further user without an id", joined({.label = u"Night"_s, .clientSecret = ownSecret}),
            u"further_users[1].client_id"_s, u"Night"_s);
        row("further user without anything but a number", joined({.clientSecret = ownSecret}),
            u"further_users[1].client_id"_s, u"number 2"_s);
        row("further user's address in place of an id",
            joined({.clientId = u"https://acme.test"_s, .clientSecret = ownSecret}), u"further_users[1].client_id"_s,
            u"https://acme.test"_s);
        row("further user that is the first one",
            joined({.clientId = u" {2B7F0C1E-5A44-4A0B-9D0E-6F1C2D3E4A55}"_s, .clientSecret = ownSecret}),
            u"further_users[1].client_id"_s, u"of the integration itself"_s);
        row("further user twice", joined({.clientId = furtherUser().clientId.toUpper(), .clientSecret = ownSecret}),
            u"further_users[1].client_id"_s, u"of another one"_s);
        row("further user without a secret", joined({.clientId = another}), u"further_users[1].client_secret"_s,
            u"missing"_s);
        row("further user's secret until the end",
            joined({.clientId = another, .clientSecret = {.kind = SecretRef::Kind::Session, .name = u"x"_s}}),
            u"further_users[1].client_secret"_s, u"until the program ends"_s, false);
        row("further user with the first one's secret",
            joined({.clientId = another, .clientSecret = {.kind = SecretRef::Kind::Env, .name = u"A"_s}}),
            u"further_users[1].client_secret"_s, u"kept where another one is"_s);
        row("further user with another one's secret",
            joined({.clientId = another, .clientSecret = furtherUser().clientSecret}),
            u"further_users[1].client_secret"_s, u"kept where another one is"_s);
        row("further user without a certificate",
            joined({.clientId = another, .kind = Credential::Kind::Certificate, .clientSecret = ownSecret}),
            u"further_users[1].certificate_file"_s, u"missing"_s);
        const auto proxied = [](const QString &host, int port = 8080, const QString &user = {}) {
            return [=](Profile &p) {
                p.network = {
                    .proxy = NetworkOptions::Proxy::Manual, .proxyHost = host, .proxyPort = port, .proxyUser = user};
            };
        };
        row("no proxy host", proxied(u" "_s), u"network.proxy_host"_s, u"missing"_s);
        row("address for a proxy host", proxied(u"http://proxy.acme.test:80"_s), u"network.proxy_host"_s,
            u"more than a name"_s);
        row("path for a proxy host", proxied(u"proxy.acme.test/wpad.dat"_s), u"network.proxy_host"_s,
            u"more than a name"_s);
        row("port at the proxy host", proxied(u"proxy.acme.test:80"_s), u"network.proxy_host"_s, u"characters"_s);
        row("blank in the proxy host", proxied(u"proxy acme"_s), u"network.proxy_host"_s, u"characters"_s);
        row("sign-in at the proxy host", proxied(u"clerk@proxy.test"_s), u"network.proxy_host"_s, u"characters"_s);
        row("proxy port 0", proxied(u"proxy.acme.test"_s, 0), u"network.proxy_port"_s, u"between 1 and 65,535"_s);
        row("proxy port too large", proxied(u"proxy.acme.test"_s, 65536), u"network.proxy_port"_s,
            u"between 1 and 65,535"_s);
        row("negative proxy port", proxied(u"proxy.acme.test"_s, -1), u"network.proxy_port"_s,
            u"between 1 and 65,535"_s);
        row(
            "password without a user",
            [proxied](Profile &p) {
                proxied(u"proxy.acme.test"_s)(p);
                p.network.proxyPassword = {.kind = SecretRef::Kind::Env, .name = u"P"_s};
            },
            u"network.proxy_user"_s, u"no user name"_s, false);
        row(
            "authority", [](Profile &p) { p.options.authority = u"http://login.test"_s; }, u"options.authority"_s,
            u"http"_s);
        row(
            "no authority", [](Profile &p) { p.integration.instance = u"http://127.0.0.1:1"_s; },
            u"options.authority"_s, u"missing"_s);
        row(
            "local authority", [](Profile &p) { p.options.authority = u"http://127.0.0.1:1"_s; },
            u"options.authority"_s, u"this computer"_s, false);
        row(
            "version", [](Profile &p) { p.options.apiVersion = u"9.2"_s; }, u"options.api_version"_s, u"form"_s);
        row(
            "old version", [](Profile &p) { p.options.apiVersion = u"v8.2"_s; }, u"options.api_version"_s, u"9.x"_s,
            false);
        row(
            "table", [](Profile &p) { p.options.table = u"Contact"_s; }, u"options.table"_s, u"lower case"_s);
        row(
            "no table", [](Profile &p) { p.options.table.clear(); }, u"options.table"_s, u"table is missing"_s);
        row(
            "tag", [](Profile &p) { p.options.tag = u"a&b"_s; }, u"options.tag"_s, u"letters"_s);
        row(
            "poll", [](Profile &p) { p.options.livePollSeconds = 0; }, u"options.live_poll_seconds"_s, u"1 to"_s);
        row(
            "regulation", [](Profile &p) { p.options.regulation.clear(); }, u"options.regulation"_s, u"missing"_s);
        row(
            "organization", [](Profile &p) { p.didomi.organizationId.clear(); }, u"didomi.organization_id"_s,
            u"missing"_s);
        row(
            "organization url", [](Profile &p) { p.didomi.organizationId = u"https://x.test/a"_s; },
            u"didomi.organization_id"_s, u"characters"_s);
        row(
            "key", [](Profile &p) { p.didomi.keyId.clear(); }, u"didomi.key_id"_s, u"missing"_s);
        row(
            "didomi secret", [](Profile &p) { p.didomi.secret = {}; }, u"didomi.secret"_s, u"missing"_s);
        row(
            "api", [](Profile &p) { p.didomi.apiUrl = u"http://api.didomi.io"_s; }, u"didomi.api_url"_s, u"http"_s);
        row(
            "other api", [](Profile &p) { p.didomi.apiUrl = u"https://proxy.test/v1"_s; }, u"didomi.api_url"_s,
            u"not a host of Didomi"_s, false);
        row(
            "match", [](Profile &p) { p.match.column.clear(); }, u"match.column"_s, u"missing"_s);
        row(
            "match is written", [](Profile &p) { p.match.column = u"cb_a"_s; }, u"match.column"_s, u"writes into"_s,
            false);
        row(
            "no mappings", [](Profile &p) { p.integration.mappings.clear(); }, u"mappings"_s, u"no mappings"_s, false);
        row(
            "no column", [](Profile &p) { p.integration.mappings[1].column.clear(); }, u"mappings[1].id"_s,
            u"missing"_s);
        row(
            "example's column",
            [](Profile &p) { p.integration.mappings[1].column = u"dataverse_contact_attribute_logical_name"_s; },
            u"mappings[1].id"_s, u"placeholder"_s);
        row(
            "column in upper case", [](Profile &p) { p.integration.mappings[1].column = u"cb_B"_s; },
            u"mappings[1].id"_s, u"lower case"_s);
        row(
            "column with blanks", [](Profile &p) { p.integration.mappings[1].column = u" cb_b"_s; },
            u"mappings[1].id"_s, u"blanks"_s);
        row(
            "display name", [](Profile &p) { p.integration.mappings[1].column = u"My Column"_s; }, u"mappings[1].id"_s,
            u"logical name"_s);
        row(
            "same column", [](Profile &p) { p.integration.mappings[1].column = u"cb_a"_s; }, u"mappings[1].id"_s,
            u"another mapping"_s);
        row(
            "no value", [](Profile &p) { p.integration.mappings[0].value.clear(); }, u"mappings[0].value"_s,
            u"which value"_s);
        row(
            "value with blanks", [](Profile &p) { p.integration.mappings[0].value += u' '; }, u"mappings[0].value"_s,
            u"blanks"_s);
        row(
            "no literal", [](Profile &p) { p.integration.mappings[0].noChoice = Mapping::NoChoice::WriteLiteral; },
            u"mappings[0].no_choice"_s, u"not said"_s);
        row(
            "no literal for pending",
            [](Profile &p) { p.integration.mappings[0].pending = Mapping::NoChoice::WriteLiteral; },
            u"mappings[0].pending"_s, u"“pending”"_s);
        row(
            "no literal for given",
            [](Profile &p) { p.integration.mappings[0].givenAction = Mapping::Action::Kind::Literal; },
            u"mappings[0].given"_s, u"“given”"_s);
        row(
            "template of an id",
            [](Profile &p) {
                p.match.transforms = {{.kind = Transform::Kind::Trim},
                                      {.kind = Transform::Kind::Template, .text = u"{value}"_s}};
            },
            u"match.transforms[1]"_s, u"longer text"_s);
        row(
            "topic in Legacy",
            [](Profile &p) { p.integration.mappings[0].column = u"7c0f1a2b-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s; },
            u"mappings[0].id"_s, u"not a logical name"_s);
    }

    void takesWhatIsAllowed()
    {
        // A row that only goes to Didomi writes nothing here.
        Profile profile = complete();
        profile.integration.mappings[1].column = profile.integration.mappings[0].column;
        profile.integration.mappings[1].direction = Mapping::Direction::ToDidomi;
        QVERIFY(validate(profile).isEmpty());
        profile = complete();
        profile.integration.typeId = u"microsoft-dynamics-cpc"_s;
        profile.integration.mappings[0].column = u"7c0f1a2b-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s;
        QVERIFY(validate(profile).isEmpty());
        profile = complete();
        profile.match.transforms = {{.kind = Transform::Kind::Trim}, {.kind = Transform::Kind::Sha256}};
        QVERIFY(validate(profile).isEmpty());
    }

    void namesEveryMistake()
    {
        QFETCH(Change, change);
        QFETCH(QString, field);
        QFETCH(QString, says);
        QFETCH(bool, isError);
        Profile profile = complete();
        change(profile);
        const QList<Problem> problems = validate(profile);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems[0].field, field);
        QVERIFY2(problems[0].message.contains(says), qPrintable(problems[0].message));
        QVERIFY(!problems[0].fix.isEmpty());
        QCOMPARE(problems[0].severity == Problem::Severity::Error, isError);
    }

    void hasNothingAgainstWhatIsRight_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
        row("certificate", [](Profile &p) {
            p.credential = {.kind = Credential::Kind::Certificate, .certificateFile = u"app.pfx"_s};
            p.clientSecret = {};
        });
        row("further users", [](Profile &p) {
            p.furtherUsers = {furtherUser(),
                              {.clientId = u"c3d0e1f2-5a44-4a0b-9d0e-6f1c2d3e4a57"_s,
                               .kind = Credential::Kind::Certificate,
                               .certificateFile = u"third.pem"_s}};
        });
        row("two secrets", [](Profile &p) {
            p.credential.nextSecret = {.kind = SecretRef::Kind::Env, .name = u"B"_s};
            p.credential.nextSecretExpiresOn = QDate(2028, 1, 1);
        });
        row("proxy by name", [](Profile &p) {
            p.network = {.proxy = NetworkOptions::Proxy::Manual,
                         .proxyHost = u" proxy-1.acme.test "_s,
                         .proxyPort = 65535,
                         .proxyUser = u"ACME\\clerk"_s,
                         .proxyPassword = {.kind = SecretRef::Kind::Env, .name = u"P"_s}};
        });
        row("proxy by number", [](Profile &p) {
            p.network = {.proxy = NetworkOptions::Proxy::Manual, .proxyHost = u"10.0.0.1"_s, .proxyPort = 1};
        });
        row("proxy by IPv6",
            [](Profile &p) { p.network = {.proxy = NetworkOptions::Proxy::Manual, .proxyHost = u"fd00::1"_s}; });
        row("proxy that is not used", [](Profile &p) {
            p.network = {.proxy = NetworkOptions::Proxy::None, .proxyHost = u"http://x"_s, .proxyPort = 0};
        });
        row("current mode", [](Profile &p) { p.integration.typeId = u"microsoft-dynamics-cpc"_s; });
    }

    void hasNothingAgainstWhatIsRight()
    {
        QFETCH(Change, change);
        Profile profile = complete();
        change(profile);
        const QList<Problem> problems = validate(profile);
        QVERIFY2(problems.isEmpty(), problems.isEmpty() ? "" : qPrintable(problems.first().message));
    }

    void matchingByRowIdNeedsNoColumn()
    {
        Profile profile = complete();
        profile.match = {.kind = MatchRule::Kind::RowId, .column = {}};
        QVERIFY(validate(profile).isEmpty());
    }

    void saysWhatIsLeftToDoInDidomisExample()
    {
        Profile profile = newProfile(u"Example"_s);
        const auto imported =
            importIntegration(json("{'type_id':'microsoft-dynamics','authentication':{'client_id':'your_client_id',"
                                   "'client_secret':'your_client_secret','tenant_id':'your_azure_app_tenant_ID','"
                                   "instance':'your_rest_api_endpoint'},'properties':{},"
                                   "'mappings':[{'id':'dataverse_contact_attribute_logical_name','value':'consents_"
                                   "purposes_newsletter_enabled'}],'upsert_mode':true}"));
        profile.integration = imported->integration;
        QStringList fields;
        for (const Problem &problem : validate(profile))
            fields << problem.field;
        const QStringList expected{u"authentication.client_id"_s,
                                   u"authentication.client_secret"_s,
                                   u"authentication.tenant_id"_s,
                                   u"authentication.instance"_s,
                                   u"didomi.organization_id"_s,
                                   u"didomi.key_id"_s,
                                   u"didomi.secret"_s,
                                   u"mappings[0].id"_s};
        QCOMPARE(fields, expected);
    }

    void noticesAnotherOrganization()
    {
        Profile profile = complete();
        profile.integration =
            importIntegration(json("{'organization_id':'other','type_id':'microsoft-dynamics','authentication':{"
                                   "'client_id':'2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55','tenant_id':'acme.test','"
                                   "instance':'a.crm.dynamics.com'},"
                                   "'mappings':[{'id':'a','value':'id'}]}"))
                ->integration;
        const QList<Problem> problems = validate(profile);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems[0].severity, Problem::Severity::Warning);
        QVERIFY(problems[0].message.contains(u"other"_s));
        profile.didomi.organizationId = u"other"_s;
        QVERIFY(validate(profile).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestValidate)
#include "tst_validate.moc"
