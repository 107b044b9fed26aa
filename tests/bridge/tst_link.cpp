#include "bridge/surroundings.h"
#include "engine/world.h"
#include "keychain/systemsecretstore.h"
#include "support/finish.h"

#include <QTest>

using namespace Qt::StringLiterals;
using bridge::Link;
using core::Error;

/// Both ends made from a profile, and what they say of themselves.
class TestLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void asksNobodyWhenMade();
    void refusesWhatCannotBeUsed_data();
    void refusesWhatCannotBeUsed();
    void readsTheSurroundings();
    void tellsWhichEndFailed_data();
    void tellsWhichEndFailed();
    void readsBothSecrets();
    void namesTheSecretThatIsMissing_data();
    void namesTheSecretThatIsMissing();

private:
    std::unique_ptr<support::World> m_world;
    profile::Profile m_profile;
};

void TestLink::initTestCase()
{
    m_world = std::make_unique<support::World>();
}

void TestLink::init()
{
    m_profile = m_world->profile;
    m_world->sandbox().clearFaults();
}

void TestLink::asksNobodyWhenMade()
{
    net::Network network;
    const auto link = Link::make(network, m_profile, m_world->secrets);
    QVERIFY(link);
    QCoreApplication::processEvents();
    QVERIFY(network.log().calls().isEmpty());
    QCOMPARE((*link)->instance().url.host(), u"127.0.0.1"_s);
    QCOMPARE((*link)->authority().toString(), m_profile.options.authority);
}

void TestLink::refusesWhatCannotBeUsed_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("no client id") << u"authentication.client_id"_s << u""_s;
    QTest::newRow("no GUID") << u"authentication.client_id"_s << u"my-app"_s;
    QTest::newRow("common") << u"authentication.tenant_id"_s << u"common"_s;
    QTest::newRow("no instance") << u"authentication.instance"_s << u""_s;
    QTest::newRow("plain http") << u"authentication.instance"_s << u"http://acme.crm4.dynamics.com"_s;
    QTest::newRow("no organization") << u"didomi.organization_id"_s << u"  "_s;
    QTest::newRow("no key") << u"didomi.key_id"_s << u""_s;
    QTest::newRow("plain http to Didomi") << u"didomi.api_url"_s << u"http://api.didomi.io/v1"_s;
    QTest::newRow("authority") << u"options.authority"_s << u"http://login.example.com"_s;
}

void TestLink::refusesWhatCannotBeUsed()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    const QHash<QString, QString *> places{{u"authentication.client_id"_s, &m_profile.integration.clientId},
                                           {u"authentication.tenant_id"_s, &m_profile.integration.tenantId},
                                           {u"authentication.instance"_s, &m_profile.integration.instance},
                                           {u"didomi.organization_id"_s, &m_profile.didomi.organizationId},
                                           {u"didomi.key_id"_s, &m_profile.didomi.keyId},
                                           {u"didomi.api_url"_s, &m_profile.didomi.apiUrl},
                                           {u"options.authority"_s, &m_profile.options.authority}};
    *places.value(field) = value;
    const auto link = Link::make(m_world->network(), m_profile, m_world->secrets);
    QVERIFY(!link);
    QCOMPARE(link.error().kind, Error::Kind::Invalid);
    QCOMPARE(link.error().field, field);
    QVERIFY(!link.error().message.isEmpty());
}

void TestLink::readsTheSurroundings()
{
    QVERIFY(m_world->connect());
    const bridge::Surroundings &found = m_world->surroundings();
    QVERIFY(!found.whoAmI.organizationId.isEmpty());
    QVERIFY(found.dataverseVersion.startsWith(u"9."_s));
    QCOMPARE(found.table.logicalName, u"contact"_s);
    QVERIFY(found.table.column(u"donotbulkemail"_s));
    QVERIFY(found.catalogue.purpose(u"newsletter"_s));
    QVERIFY(found.readAt.isValid());
}

void TestLink::tellsWhichEndFailed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("end");
    QTest::newRow("Dataverse") << u"application-user"_s << u"missing"_s << u"Dynamics 365"_s;
    QTest::newRow("Entra ID") << u"secret"_s << u"wrong"_s << u"Dynamics 365"_s;
    QTest::newRow("Didomi") << u"didomi-key"_s << u"wrong"_s << u"Didomi"_s;
}

void TestLink::tellsWhichEndFailed()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, value);
    QFETCH(const QString, end);
    QVERIFY(m_world->sandbox().setFault(fault, value));
    auto link = Link::make(m_world->network(), m_profile, m_world->secrets);
    QVERIFY(link);
    const auto found = support::finishOf(bridge::survey(**link, link->get()));
    QVERIFY(!found);
    QVERIFY2(found.error().message.startsWith(end), qPrintable(found.error().message));
}

void TestLink::readsBothSecrets()
{
    keychain::SystemSecretStore store;
    m_profile.clientSecret = store.keepForSession(u"one"_s, core::Secret("first secret"));
    m_profile.didomi.secret = store.keepForSession(u"two"_s, core::Secret("second secret"));
    const auto secrets = support::finishOf(bridge::readSecrets(store, m_profile, this));
    QVERIFY(secrets);
    QCOMPARE(secrets->clientSecret.reveal(), "first secret");
    QCOMPARE(secrets->didomiSecret.reveal(), "second secret");
}

void TestLink::namesTheSecretThatIsMissing_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("didomi");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("kind");
    QTest::newRow("none entered") << u""_s << u""_s << u"client_secret"_s << int(Error::Kind::Invalid);
    QTest::newRow("one entered") << u"env:CB_TEST_SECRET"_s << u""_s << u"didomi.secret"_s << int(Error::Kind::Invalid);
    QTest::newRow("client's gone") << u"env:CB_TEST_NO_SECRET"_s << u"env:CB_TEST_SECRET"_s << u"client_secret"_s
                                   << int(Error::Kind::NotFound);
    QTest::newRow("Didomi's gone") << u"env:CB_TEST_SECRET"_s << u"env:CB_TEST_NO_SECRET"_s << u"didomi.secret"_s
                                   << int(Error::Kind::NotFound);
}

void TestLink::namesTheSecretThatIsMissing()
{
    QFETCH(const QString, client);
    QFETCH(const QString, didomi);
    QFETCH(const QString, field);
    QFETCH(const int, kind);
    qputenv("CB_TEST_SECRET", "a secret of the test");
    keychain::SystemSecretStore store;
    m_profile.clientSecret = profile::SecretRef::parse(client).valueOr({});
    m_profile.didomi.secret = profile::SecretRef::parse(didomi).valueOr({});
    const auto secrets = support::finishOf(bridge::readSecrets(store, m_profile, this));
    QVERIFY(!secrets);
    QCOMPARE(secrets.error().field, field);
    QCOMPARE(int(secrets.error().kind), kind);
}

QTEST_GUILESS_MAIN(TestLink)

#include "tst_link.moc"
