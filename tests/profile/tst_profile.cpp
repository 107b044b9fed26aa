#include "profile/profile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUuid>

#include <functional>

using namespace Qt::StringLiterals;
using namespace profile;
using core::Error;

using Change = std::function<void(Profile &)>;
Q_DECLARE_METATYPE(Change)

namespace {

Profile everything()
{
    Profile profile = newProfile(u"Acme “EU” ÄÖ"_s);
    profile.kind = EnvironmentKind::Sandbox;
    profile.integration.clientId = u"c"_s;
    profile.integration.tenantId = u"t"_s;
    profile.integration.instance = u"acme.crm4.dynamics.com"_s;
    profile.integration.upsertMode = true;
    profile.integration.mappings
        << Mapping{.column = u"donotbulkemail"_s,
                   .value = u"consents_purposes_a_enabled"_s,
                   .polarity = Mapping::Polarity::Inverted}
        << Mapping{.column = u"plain"_s, .value = u"consents_purposes_b_enabled"_s}
        << Mapping{.column = u"cb_choice"_s,
                   .value = u"consents_purposes_c_values_q"_s,
                   .polarity = Mapping::Polarity::Direct,
                   .noChoice = Mapping::NoChoice::WriteLiteral,
                   .givenLiteral = u"1"_s,
                   .refusedLiteral = u"2"_s,
                   .noChoiceLiteral = u"3"_s,
                   .valueTable = {{u"z"_s, u"100000001"_s}, {u"a"_s, u"100000000"_s}}}
        << Mapping{.column = u"cb_status"_s,
                   .value = u"consents_purposes_d_enabled"_s,
                   .noChoice = Mapping::NoChoice::Clear,
                   .givenAction = Mapping::Action::Kind::LeaveAlone,
                   .refusedAction = Mapping::Action::Kind::Clear,
                   .pending = Mapping::NoChoice::WriteLiteral,
                   .pendingLiteral = u"“asked” {}"_s,
                   .transforms = {{.kind = Transform::Kind::Trim},
                                  {.kind = Transform::Kind::UpperCase},
                                  {.kind = Transform::Kind::Date, .text = u"dd.MM.yyyy"_s},
                                  {.kind = Transform::Kind::Template, .text = u"{{\"'{value} 🙂"_s}},
                   .direction = Mapping::Direction::Both}
        << Mapping{.column = u"cb_brand"_s,
                   .value = u"metadata_brand"_s,
                   .lookup = {.table = u"cb_brand"_s, .column = u"cb_code"_s}}
        << Mapping{.column = u"topic"_s, .value = u"consents_purposes_e_enabled"_s}
        << Mapping{.column = u"topic"_s, .value = u"consents_purposes_e_enabled"_s, .channel = Channel::Voice};
    profile.clientSecret = {.kind = SecretRef::Kind::Keychain, .name = u"consent-bridge/x/client-secret"_s};
    profile.credential = {.kind = Credential::Kind::Certificate,
                          .secretExpiresOn = QDate(2027, 3, 31),
                          .nextSecret = {.kind = SecretRef::Kind::Env, .name = u"NEXT"_s},
                          .nextSecretExpiresOn = QDate(2028, 2, 29),
                          .certificateFile = u"C:\\keys\\acme “EU”.pfx"_s,
                          .certificatePassphrase = {.kind = SecretRef::Kind::Keychain, .name = u"x/passphrase"_s}};
    profile.furtherUsers = {{.label = u"Night shift"_s,
                             .clientId = u"c2"_s,
                             .clientSecret = {.kind = SecretRef::Kind::Env, .name = u"SECOND"_s},
                             .secretExpiresOn = QDate(2027, 6, 30)},
                            {.clientId = u"c3"_s,
                             .kind = Credential::Kind::Certificate,
                             .certificateFile = u"third.pem"_s,
                             .certificatePassphrase = {.kind = SecretRef::Kind::File, .name = u"third.txt"_s}}};
    profile.network = {.proxy = NetworkOptions::Proxy::Manual,
                       .proxyHost = u"proxy.acme.example"_s,
                       .proxyPort = 3128,
                       .proxyUser = u"clerk"_s,
                       .proxyPassword = {.kind = SecretRef::Kind::File, .name = u"/run/secrets/proxy"_s},
                       .authorityFile = u"/etc/acme/root.pem"_s};
    profile.didomi = {.organizationId = u"acme"_s,
                      .apiUrl = u"https://api.didomi.io/v1"_s,
                      .keyId = u"k"_s,
                      .secret = {.kind = SecretRef::Kind::Env, .name = u"DIDOMI"_s}};
    profile.match = {.kind = MatchRule::Kind::AlternateKey,
                     .column = u"cb_key"_s,
                     .transforms = {{.kind = Transform::Kind::LowerCase}, {.kind = Transform::Kind::Sha256}},
                     .more = {{.column = u"cb_brand"_s, .value = u"FR “north”"_s},
                              {.column = u"cb_country"_s, .from = KeyPart::From::Metadata, .value = u"country"_s}}};
    profile.newRow = {{.column = u"lastname"_s, .text = u"(unknown)"_s}, {.column = u"cb_kind"_s, .text = u"3"_s}};
    profile.contactPoints.email = {.from = ContactPoint::From::Metadata, .name = u"mail"_s};
    profile.contactPoints.voice.name = u"telephone1"_s;
    profile.options = {.table = u"lead"_s,
                       .regulation = u"ccpa"_s,
                       .apiVersion = u"v9.1"_s,
                       .authority = u"https://login.microsoftonline.us"_s,
                       .tag = u"x"_s,
                       .livePollSeconds = 5};
    return profile;
}

QByteArray edited(const QByteArray &json, const QByteArray &from, const QByteArray &to)
{
    if (!json.contains(from))
        qFatal("the text to be replaced is not there");
    return QByteArray(json).replace(from, to);
}

/// JSON with ' for ", so that it can be read between quotation marks.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        const Profile profile = everything();
        const auto again = readProfile(writeProfile(profile));
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QVERIFY(*again == profile);
        QCOMPARE(writeProfile(*again), writeProfile(profile));

        const Profile fresh = newProfile(u"New"_s);
        QVERIFY(*readProfile(writeProfile(fresh)) == fresh);
        QVERIFY(!QUuid::fromString(fresh.id).isNull());
    }

    void everyWordComesBack()
    {
        for (const auto kind : {EnvironmentKind::Production, EnvironmentKind::Sandbox, EnvironmentKind::Development,
                                EnvironmentKind::Practice}) {
            Profile profile = newProfile(u"a"_s);
            profile.kind = kind;
            QVERIFY(readProfile(writeProfile(profile))->kind == kind);
            QVERIFY(!environmentText(kind).isEmpty());
        }
        for (const auto kind : {MatchRule::Kind::AlternateKey, MatchRule::Kind::Column, MatchRule::Kind::RowId}) {
            Profile profile = newProfile(u"a"_s);
            profile.match.kind = kind;
            QVERIFY(readProfile(writeProfile(profile))->match.kind == kind);
        }
        for (const auto kind : {Credential::Kind::Secret, Credential::Kind::Certificate}) {
            Profile profile = newProfile(u"a"_s);
            profile.credential.kind = kind;
            QVERIFY(readProfile(writeProfile(profile))->credential.kind == kind);
        }
        for (const auto proxy :
             {NetworkOptions::Proxy::System, NetworkOptions::Proxy::None, NetworkOptions::Proxy::Manual}) {
            Profile profile = newProfile(u"a"_s);
            profile.network.proxy = proxy;
            QVERIFY(readProfile(writeProfile(profile))->network.proxy == proxy);
        }
    }

    void saysOnlyWhatIsUnusual_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("object");
        QTest::addColumn<QJsonObject>("members");
        const QString credential = u"credential"_s;
        const QString network = u"network"_s;
        const auto row = [](const char *name, Change change, const QString &object, const QJsonObject &members) {
            QTest::newRow(name) << change << object << members;
        };
        row("certificate", [](Profile &p) { p.credential.kind = Credential::Kind::Certificate; }, credential,
            {{u"kind"_s, u"certificate"_s}});
        row("date", [](Profile &p) { p.credential.secretExpiresOn = QDate(2027, 3, 31); }, credential,
            {{u"secret_expires_on"_s, u"2027-03-31"_s}});
        row("next", [](Profile &p) { p.credential.nextSecret = *SecretRef::parse(u"env:N"_s); }, credential,
            {{u"next_secret"_s, u"env:N"_s}});
        row("next date", [](Profile &p) { p.credential.nextSecretExpiresOn = QDate(2028, 12, 1); }, credential,
            {{u"next_secret_expires_on"_s, u"2028-12-01"_s}});
        row("file", [](Profile &p) { p.credential.certificateFile = u"a.pem"_s; }, credential,
            {{u"certificate_file"_s, u"a.pem"_s}});
        row("passphrase", [](Profile &p) { p.credential.certificatePassphrase = *SecretRef::parse(u"file:f"_s); },
            credential, {{u"certificate_passphrase"_s, u"file:f"_s}});
        row("no proxy", [](Profile &p) { p.network.proxy = NetworkOptions::Proxy::None; }, network,
            {{u"proxy"_s, u"none"_s}});
        row("host", [](Profile &p) { p.network.proxyHost = u"proxy"_s; }, network, {{u"proxy_host"_s, u"proxy"_s}});
        row("port", [](Profile &p) { p.network.proxyPort = 3128; }, network, {{u"proxy_port"_s, 3128}});
        row("user", [](Profile &p) { p.network.proxyUser = u"clerk"_s; }, network, {{u"proxy_user"_s, u"clerk"_s}});
        row("password", [](Profile &p) { p.network.proxyPassword = *SecretRef::parse(u"keychain:k"_s); }, network,
            {{u"proxy_password"_s, u"keychain:k"_s}});
        row("authority", [](Profile &p) { p.network.authorityFile = u"root.pem"_s; }, network,
            {{u"authority_file"_s, u"root.pem"_s}});
    }

    /// Files of integrations that use nothing of this stay as they were.
    void saysOnlyWhatIsUnusual()
    {
        QFETCH(Change, change);
        QFETCH(QString, object);
        QFETCH(QJsonObject, members);
        Profile profile = newProfile(u"a"_s);
        const QJsonObject before = QJsonDocument::fromJson(writeProfile(profile)).object();
        for (const QString &rare : {u"credential"_s, u"network"_s, u"further_users"_s})
            QVERIFY2(!before.contains(rare), qPrintable(rare));
        change(profile);
        QJsonObject after = QJsonDocument::fromJson(writeProfile(profile)).object();
        QCOMPARE(after.take(object).toObject(), members);
        QCOMPARE(after, before);
        QVERIFY(*readProfile(writeProfile(profile)) == profile);
    }

    void saysOfAFurtherUserOnlyWhatIsUnusual()
    {
        Profile profile = newProfile(u"a"_s);
        const QJsonObject before = QJsonDocument::fromJson(writeProfile(profile)).object();
        profile.furtherUsers = {{.clientId = u"c2"_s, .clientSecret = *SecretRef::parse(u"env:S"_s)},
                                {.kind = Credential::Kind::Certificate, .certificateFile = u"a.pem"_s}};
        QJsonObject after = QJsonDocument::fromJson(writeProfile(profile)).object();
        const QJsonArray users{QJsonObject{{u"client_id"_s, u"c2"_s}, {u"client_secret"_s, u"env:S"_s}},
                               QJsonObject{{u"kind"_s, u"certificate"_s}, {u"certificate_file"_s, u"a.pem"_s}}};
        QCOMPARE(after.take(u"further_users"_s).toArray(), users);
        QCOMPARE(after, before);
        QVERIFY(*readProfile(writeProfile(profile)) == profile);
    }

    /// It is the same integration, but for who signs in, and how.
    void isSeenAsAFurtherUser()
    {
        const Profile profile = everything();
        const Profile second = asFurtherUser(profile, 0);
        QCOMPARE(second.integration.clientId, u"c2"_s);
        QCOMPARE(second.clientSecret.toText(), u"env:SECOND"_s);
        QVERIFY(second.credential == Credential());
        const Profile third = asFurtherUser(profile, 1);
        QVERIFY(third.credential.kind == Credential::Kind::Certificate);
        QCOMPARE(third.credential.certificateFile, u"third.pem"_s);
        QCOMPARE(third.credential.certificatePassphrase.toText(), u"file:third.txt"_s);
        for (Profile as : {second, third}) {
            as.integration.clientId = profile.integration.clientId;
            as.clientSecret = profile.clientSecret;
            as.credential = profile.credential;
            QVERIFY(as == profile);
        }
        QCOMPARE(profile.furtherUsers[0].name(), u"Night shift"_s);
        QCOMPARE(profile.furtherUsers[1].name(), u"c3"_s);
    }

    void emptyMembersAreNotThere()
    {
        const QByteArray file = writeProfile(newProfile(u"a"_s));
        for (const char *members :
             {"\"credential\": null, \"network\": null,", "\"credential\": {}, \"network\": {},",
              "\"credential\": {\"kind\": \"\", \"secret_expires_on\": \"\", \"next_secret\": null},"}) {
            const auto profile = readProfile(edited(file, "\"schema\": 2,", QByteArray("\"schema\": 2,") + members));
            QVERIFY2(profile, profile ? "" : qPrintable(profile.error().message));
            QVERIFY(profile->credential == Credential());
            QVERIFY(profile->network == NetworkOptions());
        }
    }

    void holdsDidomisObjectAsItIs()
    {
        const auto imported = importIntegration(json(
            "{'x':1,'type_id':'microsoft-dynamics','authentication':{'client_id':'c','client_secret':'hunter-two-22',"
            "'tenant_id':'t','instance':'i','y':[2]},'mappings':[{'id':'a','value':'b','z':3}]}"));
        Profile profile = newProfile(u"a"_s);
        profile.integration = imported->integration;
        profile.integration.mappings[0].polarity = Mapping::Polarity::Inverted;
        const QByteArray file = writeProfile(profile);
        QVERIFY(!file.contains("hunter"));
        const QJsonObject object = QJsonDocument::fromJson(file).object();
        const QJsonObject integration = object[u"integration"_s].toObject();
        QCOMPARE(integration[u"x"_s].toInt(), 1);
        QCOMPARE(integration[u"authentication"_s][u"y"_s][0].toInt(), 2);
        const QJsonObject mapping{{u"id"_s, u"a"_s}, {u"value"_s, u"b"_s}, {u"z"_s, 3}}; // ours is beside, not inside
        QCOMPARE(integration[u"mappings"_s][0].toObject(), mapping);
        QCOMPARE(object[u"schema"_s].toInt(), currentSchema);
        QVERIFY(*readProfile(file) == profile);
        QCOMPARE(exportIntegration(readProfile(file)->integration), exportIntegration(profile.integration));
    }

    void editedAfterImportComesBackToo()
    {
        Profile profile = newProfile(u"a"_s);
        profile.integration =
            importIntegration(
                json("{'x':1,'type_id':'microsoft-dynamics','authentication':{'client_id':'old'},'upsert_mode':true}"))
                ->integration;
        profile.integration.clientId = u"new"_s;
        profile.integration.upsertMode = false;
        profile.integration.mappings << Mapping{.column = u"a"_s, .value = u"b"_s};
        const auto again = readProfile(writeProfile(profile));
        QCOMPARE(again->integration.clientId, u"new"_s);
        QVERIFY(!again->integration.upsertMode);
        QCOMPARE(again->integration.mappings, profile.integration.mappings);
        QVERIFY(!writeProfile(profile).contains("old"));
    }

    void keepsWhatItDoesNotKnow()
    {
        QByteArray file = writeProfile(everything());
        file = edited(file, "\"schema\": 2,", "\"schema\": 2, \"later\": {\"b\": 1.50, \"a\": []},");
        file = edited(file, "\"key_id\"", "\"region\": \"eu\", \"key_id\"");
        file = edited(file, "\"polarity\": \"inverted\"", "\"polarity\": \"inverted\", \"why\": \"because\"");
        file = edited(file, "\"tag\"", "\"speed\": 9, \"tag\"");
        file = edited(file, "\"certificate_file\"", "\"hardware_key_store\": {\"slot\": 2}, \"certificate_file\"");
        file = edited(file, "\"proxy_host\"", "\"proxy_script\": \"wpad.dat\", \"proxy_host\"");
        const auto profile = readProfile(file);
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().message));
        const QByteArray again = writeProfile(*profile);
        const QJsonObject object = QJsonDocument::fromJson(again).object();
        QVERIFY(again.contains("1.50"));
        QCOMPARE(object[u"later"_s][u"a"_s], QJsonValue(QJsonArray()));
        QCOMPARE(object[u"didomi"_s][u"region"_s].toString(), u"eu"_s);
        QCOMPARE(object[u"options"_s][u"speed"_s].toInt(), 9);
        QCOMPARE(object[u"credential"_s][u"hardware_key_store"_s][u"slot"_s].toInt(), 2);
        QCOMPARE(object[u"network"_s][u"proxy_script"_s].toString(), u"wpad.dat"_s);
        QCOMPARE(object[u"mapping_options"_s][0][u"why"_s].toString(), u"because"_s);
        QVERIFY(*readProfile(again) == *profile);
    }

    void polarityFollowsItsColumn()
    {
        // A hand that reorders Didomi's mappings must not turn another column over.
        QJsonObject file = QJsonDocument::fromJson(writeProfile(everything())).object();
        QJsonObject integration = file[u"integration"_s].toObject();
        const QJsonArray mappings = integration[u"mappings"_s].toArray();
        QJsonObject changedPath = mappings[0].toObject();
        changedPath[u"value"_s] = u"consents_purposes_other_enabled"_s;
        integration[u"mappings"_s] = QJsonArray{mappings[2], mappings[1], changedPath};
        file[u"integration"_s] = integration;
        const auto profile = readProfile(QJsonDocument(file).toJson());
        QVERIFY(profile->integration.mappings[0].polarity == Mapping::Polarity::Direct);
        QVERIFY(profile->integration.mappings[1].polarity == Mapping::Polarity::Unset);
        QVERIFY(profile->integration.mappings[2].polarity == Mapping::Polarity::Inverted);
        QCOMPARE(profile->integration.mappings[2].value, u"consents_purposes_other_enabled"_s);
    }

    void secretsNeverGetIntoTheFile()
    {
        const QByteArray file = writeProfile(everything());
        QByteArray canary = edited(file, "\"your_client_secret\"", "\"canary-4711\"");
        canary = edited(canary, "\"key_id\"", "\"api_key\": \"canary-4711\", \"key_id\"");
        canary = edited(canary, "\"schema\": 2,", "\"schema\": 2, \"later\": {\"password\": \"canary-4711\"},");
        canary = edited(canary, "\"certificate_file\"", "\"old_passphrase\": \"canary-4711\", \"certificate_file\"");
        canary = edited(canary, "\"proxy_host\"", "\"second_password\": \"canary-4711\", \"proxy_host\"");
        const auto profile = readProfile(canary);
        QVERIFY(profile);
        QVERIFY(!writeProfile(*profile).contains("canary"));
        QVERIFY(!profile->unknown.contains("canary"));

        Profile mistaken = everything();
        mistaken.didomi.keyId = u"abc8Q~0123456789_abcdefghijklmnopqrstu"_s;
        mistaken.integration.clientId = mistaken.didomi.keyId;
        mistaken.network.proxyUser = mistaken.didomi.keyId;
        mistaken.network.proxyHost = mistaken.didomi.keyId;
        mistaken.credential.certificateFile = mistaken.didomi.keyId;
        mistaken.furtherUsers[0].label = mistaken.furtherUsers[0].clientId = mistaken.didomi.keyId;
        mistaken.furtherUsers[1].certificateFile = mistaken.didomi.keyId;
        QVERIFY(!writeProfile(mistaken).contains("8Q~"));
    }

    void migratesTheFirstLayout()
    {
        const auto profile = readProfile(
            json("{"
                 "'id': '2B7F0C1E-5A44-4A0B-9D0E-6F1C2D3E4A55', 'name': 'Old', 'environment': 'development',"
                 "'type_id': 'microsoft-dynamics',"
                 "'authentication': {'client_id': 'c', 'client_secret': 'your_client_secret', 'tenant_id': 't', "
                 "'instance': 'i'},"
                 "'properties': {}, 'mappings': [{'id': 'a', 'value': 'b'}], 'upsert_mode': true, 'other': 5,"
                 "'client_secret': 'env:CLIENT', 'didomi': {'organization_id': 'acme', 'secret': 'file:d.txt'}}"));
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().message));
        QCOMPARE(profile->id, u"2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55"_s);
        QCOMPARE(profile->name, u"Old"_s);
        QVERIFY(profile->kind == EnvironmentKind::Development);
        QCOMPARE(profile->integration.clientId, u"c"_s);
        QCOMPARE(profile->integration.mappings.size(), 1);
        QVERIFY(profile->integration.upsertMode);
        QCOMPARE(profile->clientSecret.toText(), u"env:CLIENT"_s);
        QCOMPARE(profile->didomi.organizationId, u"acme"_s);
        const QJsonObject now = QJsonDocument::fromJson(writeProfile(*profile)).object();
        QCOMPARE(now[u"schema"_s].toInt(), currentSchema);
        QCOMPARE(now[u"integration"_s][u"other"_s].toInt(), 5);
        QVERIFY(*readProfile(writeProfile(*profile)) == *profile);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("field");
        QTest::newRow("newer") << QByteArray("\"schema\": 2") << QByteArray("\"schema\": 3") << u"schema"_s;
        QTest::newRow("much newer") << QByteArray("\"schema\": 2") << QByteArray("\"schema\": 18446744073709551615")
                                    << u"schema"_s;
        QTest::newRow("no number") << QByteArray("\"schema\": 2") << QByteArray("\"schema\": \"1\"") << u"schema"_s;
        QTest::newRow("negative") << QByteArray("\"schema\": 2") << QByteArray("\"schema\": -1") << u"schema"_s;
        QTest::newRow("fraction") << QByteArray("\"schema\": 2") << QByteArray("\"schema\": 2.5") << u"schema"_s;
        QTest::newRow("environment") << QByteArray("\"sandbox\"") << QByteArray("\"prod\"") << u"environment"_s;
        QTest::newRow("match") << QByteArray("\"alternate-key\"") << QByteArray("\"e-mail\"") << u"match.kind"_s;
        QTest::newRow("seconds") << QByteArray("\"live_poll_seconds\": 5") << QByteArray("\"live_poll_seconds\": \"5\"")
                                 << u"options.live_poll_seconds"_s;
        QTest::newRow("many seconds") << QByteArray("\"live_poll_seconds\": 5")
                                      << QByteArray("\"live_poll_seconds\": 99999999999")
                                      << u"options.live_poll_seconds"_s;
        QTest::newRow("secret") << QByteArray("\"env:DIDOMI\"") << QByteArray("\"canary-4711\"") << u"didomi.secret"_s;
        QTest::newRow("name") << QByteArray("\"name\": \"Acme") << QByteArray("\"name\": 1, \"x\": \"Acme")
                              << u"name"_s;
        const auto wrong = [](const char *name, const char *from, const char *to, const QString &at) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << at;
        };
        wrong("credential", "\"credential\": {", "\"credential\": 1, \"x\": {", u"credential"_s);
        wrong("kind", "\"certificate\",\n        \"secret_expires_on\"", "\"password\", \"secret_expires_on\"",
              u"credential.kind"_s);
        wrong("date in words", "\"2027-03-31\"", "\"31 March 2027\"", u"credential.secret_expires_on"_s);
        wrong("no such day", "\"2028-02-29\"", "\"2027-02-29\"", u"credential.next_secret_expires_on"_s);
        wrong("date as number", "\"2027-03-31\"", "20270331", u"credential.secret_expires_on"_s);
        wrong("next secret", "\"env:NEXT\"", "\"canary-4711\"", u"credential.next_secret"_s);
        wrong("passphrase", "\"keychain:x/passphrase\"", "\"canary-4711\"", u"credential.certificate_passphrase"_s);
        wrong("certificate", "\"certificate_file\": \"C", "\"certificate_file\": [1], \"x\": \"C",
              u"credential.certificate_file"_s);
        wrong("further users", "\"further_users\": [", "\"further_users\": 1, \"x\": [", u"further_users"_s);
        wrong("further secret", "\"env:SECOND\"", "\"canary-4711\"", u"further_users[0].client_secret"_s);
        wrong("further passphrase", "\"file:third.txt\"", "\"canary-4711\"",
              u"further_users[1].certificate_passphrase"_s);
        wrong("further id", "\"client_id\": \"c3\"", "\"client_id\": 3", u"further_users[1].client_id"_s);
        wrong("key part's origin", "\"from\": \"constant\"", "\"from\": \"guess\"", u"match.more[0].from"_s);
        wrong("key parts", "\"more\": [", "\"more\": 1, \"x\": [", u"match.more"_s);
        wrong("constant", "\"text\": \"(unknown)\"", "\"text\": 3", u"new_row[0].text"_s);
        wrong("constants", "\"new_row\": [", "\"new_row\": {}, \"x\": [", u"new_row"_s);
        wrong("contact points", "\"contact_points\": {", "\"contact_points\": [], \"x\": {", u"contact_points"_s);
        wrong("contact point", "\"name\": \"telephone1\"", "\"name\": 1", u"contact_points.voice.name"_s);
        wrong("channel", "\"channel\": \"voice\"", "\"channel\": \"pigeon\"", u"mapping_options[5].channel"_s);
        wrong("network", "\"network\": {", "\"network\": [], \"x\": {", u"network"_s);
        wrong("proxy", "\"manual\"", "\"socks\"", u"network.proxy"_s);
        wrong("host", "\"proxy.acme.example\"", "true", u"network.proxy_host"_s);
        wrong("port", "\"proxy_port\": 3128", "\"proxy_port\": \"3128\"", u"network.proxy_port"_s);
        wrong("port, fraction", "\"proxy_port\": 3128", "\"proxy_port\": 80.5", u"network.proxy_port"_s);
        wrong("proxy password", "\"file:/run/secrets/proxy\"", "\"canary-4711\"", u"network.proxy_password"_s);
        wrong("authority", "\"/etc/acme/root.pem\"", "{}", u"network.authority_file"_s);
        QTest::newRow("polarity") << QByteArray("\"inverted\"") << QByteArray("\"upside-down\"")
                                  << u"mapping_options[0].polarity"_s;
        QTest::newRow("value table") << QByteArray("\"100000001\"") << QByteArray("5")
                                     << u"mapping_options[1].value_table"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const auto profile = readProfile(edited(writeProfile(everything()), from, to));
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, Error::Kind::Invalid);
        QTEST(profile.error().field, "field");
        QVERIFY(!profile.error().message.isEmpty());
        QVERIFY(!profile.error().fix.isEmpty());
        QVERIFY(!(profile.error().message + profile.error().fix).contains(u"canary"_s));
    }

    void knowsTheMode_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("isCurrent");
        QTest::newRow("legacy") << u"microsoft-dynamics"_s << false;
        QTest::newRow("current") << u"microsoft-dynamics-cpc"_s << true;
        QTest::newRow("typed by hand") << u" Microsoft-Dynamics-CPC "_s << true;
        QTest::newRow("longer") << u"microsoft-dynamics-cpc2"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }

    void knowsTheMode()
    {
        QFETCH(QString, type);
        QFETCH(bool, isCurrent);
        Integration integration;
        integration.typeId = type;
        const Mode mode = modeOf(integration);
        QCOMPARE(mode == Mode::Current, isCurrent);
        QCOMPARE(modeText(mode), isCurrent ? u"Current"_s : u"Legacy"_s);
    }

    void knowsItsSecrets()
    {
        QVERIFY(secretRefs(newProfile(u"a"_s)).isEmpty());
        const Profile profile = everything();
        const QList<SecretRef> refs = secretRefs(profile);
        QCOMPARE(refs.size(), 7);
        for (const SecretRef &ref :
             {profile.clientSecret, profile.didomi.secret, profile.credential.nextSecret,
              profile.credential.certificatePassphrase, profile.network.proxyPassword,
              profile.furtherUsers[0].clientSecret, profile.furtherUsers[1].certificatePassphrase})
            QVERIFY2(refs.contains(ref), qPrintable(ref.toText()));
    }

    void switchesToTheNextSecret()
    {
        Profile profile = everything();
        const Credential before = profile.credential;
        switchToNextSecret(profile);
        QCOMPARE(profile.clientSecret, before.nextSecret);
        QCOMPARE(profile.credential.secretExpiresOn, before.nextSecretExpiresOn);
        QVERIFY(profile.credential.kind == Credential::Kind::Secret);
        QCOMPARE(profile.credential.nextSecret, SecretRef());
        QVERIFY(!profile.credential.nextSecretExpiresOn.isValid());
        QCOMPARE(profile.credential.certificateFile, before.certificateFile); // the way back stays open
        QVERIFY(profile.network == everything().network);
    }

    void refusesIdsThatAreNone()
    {
        const Profile profile = everything();
        const QByteArray file = writeProfile(profile);
        QCOMPARE(readProfile(edited(file, profile.id.toUtf8(), "../../etc/passwd")).error().field, u"id"_s);
        const auto missing =
            readProfile(json("{'schema':1,'name':'x','integration':{'type_id':'microsoft-dynamics'}}"));
        QCOMPARE(missing.error().field, u"id"_s);
        QVERIFY(missing.error().fix.contains(u"\"id\": \""_s));
        QVERIFY(!readProfile("nonsense"));
        QVERIFY(!readProfile("[]"));
        QCOMPARE(readProfile(json("{'schema':1,'id':'2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55'}")).error().field,
                 u"integration"_s);
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
