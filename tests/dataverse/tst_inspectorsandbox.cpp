#include "dataverse/client.h"
#include "dataverse/inspector.h"
#include "entra/tokensource.h"
#include "sandbox/sandbox.h"
#include "support/finish.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::Depth;
using dataverse::Inspector;
using dataverse::Privilege;
using support::finishOf;
using Kind = core::Error::Kind;

/// The inspector against the simulated service, over real connections.
class TestInspectorSandbox : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<net::Network> m_network;
    std::unique_ptr<net::Service> m_signIn;
    std::unique_ptr<net::Service> m_service;
    std::unique_ptr<entra::TokenSource> m_tokens;
    std::unique_ptr<Inspector> m_inspector;
    dataverse::WhoAmI m_who;

    const sandbox::Credentials &access() const { return m_sandbox->credentials(); }
    QUrl apiUrl() const { return QUrl(access().dataverse + u"/api/data/v9.2/"_s); }

    void setFault(const QString &name, const QString &value)
    {
        const auto set = m_sandbox->setFault(name, value);
        QVERIFY2(set, set ? "" : qPrintable(set.error().message));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto started = sandbox::Sandbox::start({.contacts = 20});
        QVERIFY(started);
        m_sandbox = std::move(*started);
        m_network = std::make_unique<net::Network>();
        const net::RetryPolicy retry{.firstDelay = std::chrono::milliseconds(1)};
        m_signIn = m_network->service({.name = u"Entra ID"_s, .retry = retry});
        m_service = m_network->service({.name = u"Dataverse"_s, .retry = retry});
        m_tokens = std::make_unique<entra::TokenSource>(
            *m_signIn, entra::Credentials{.authority = QUrl(access().authority),
                                          .tenant = access().tenant,
                                          .clientId = access().clientId,
                                          .clientSecret = access().clientSecret,
                                          .scope = access().dataverse + u"/.default"_s});
        m_inspector = std::make_unique<Inspector>(*m_service, *m_tokens, apiUrl());
        dataverse::Client client(*m_service, *m_tokens, apiUrl(), u"test"_s);
        const Result<dataverse::WhoAmI> who = finishOf(client.whoAmI(this));
        QVERIFY2(who, who ? "" : qPrintable(who.error().toLine()));
        m_who = *who;
    }

    void cleanupTestCase()
    {
        m_inspector.reset();
        m_tokens.reset();
        m_service.reset();
        m_signIn.reset();
        m_network.reset();
        m_sandbox.reset();
    }

    void learnsWhoSignsInHere()
    {
        const Result<dataverse::Challenge> challenge = finishOf(m_inspector->challenge(this));
        QVERIFY(challenge);
        QCOMPARE(challenge->tenantId, access().tenant);
        QCOMPARE(challenge->authority, QUrl(access().authority));
        QVERIFY(challenge->resource.startsWith(access().dataverse));
    }

    void learnsAboutTheOrganization()
    {
        const Result<dataverse::OrganizationDetail> organization = finishOf(m_inspector->organization(this));
        QVERIFY2(organization, organization ? "" : qPrintable(organization.error().toLine()));
        QCOMPARE(organization->id, m_who.organizationId);
        QCOMPARE(organization->tenantId, access().tenant);
        QCOMPARE(organization->state, u"Enabled"_s);
        QVERIFY(organization->version.startsWith(u"9.2."_s));
    }

    void learnsTheBudget()
    {
        const Result<dataverse::Budget> budget = finishOf(m_inspector->budget(this));
        QVERIFY(budget);
        QCOMPARE(budget->parallelismHint, m_who.parallelismHint);
    }

    void learnsAboutTheUser()
    {
        const Result<dataverse::ApplicationUser> user = finishOf(m_inspector->user(m_who.userId, this));
        QVERIFY2(user, user ? "" : qPrintable(user.error().toLine()));
        QCOMPARE(user->id, m_who.userId);
        QCOMPARE(user->applicationId, access().clientId);
        QVERIFY(!user->isDisabled);
        const Result<dataverse::ApplicationUser> nobody =
            finishOf(m_inspector->user(u"00000000-0000-4000-8000-00000000dead"_s, this));
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().kind, Kind::NotFound);
        QCOMPARE(nobody.error().code, u"0x80040217"_s);
    }

    void learnsPrivileges()
    {
        const QStringList names{u"prvReadContact"_s, u"prvWriteContact"_s, u"prvFlyToTheMoon"_s};
        const Result<QList<Privilege>> privileges = finishOf(m_inspector->privileges(m_who.userId, names, this));
        QVERIFY2(privileges, privileges ? "" : qPrintable(privileges.error().toLine()));
        QCOMPARE(privileges->size(), 3);
        QCOMPARE(privileges->at(0).depth, Depth::Global);
        QCOMPARE(privileges->at(1).depth, Depth::Global);
        QCOMPARE(privileges->at(2).depth, Depth::None);
    }

    void readsOneRow()
    {
        QVERIFY(finishOf(m_inspector->readOneRow(u"contacts"_s, u"contactid"_s, this)));
        const Result<core::Nothing> noTable = finishOf(m_inspector->readOneRow(u"new_nothings"_s, u"id"_s, this));
        QVERIFY(!noTable);
        QCOMPARE(noTable.error().kind, Kind::NotFound);
    }

    void learnsSchemaNames()
    {
        const auto names = finishOf(m_inspector->schemaNames({u"contact"_s, u"new_nothing"_s}, this));
        QVERIFY2(names, names ? "" : qPrintable(names.error().toLine()));
        QCOMPARE(names->size(), 1);
        QCOMPARE(names->value(u"contact"_s), u"Contact"_s);
    }

    void findsTables()
    {
        const Result<QStringList> tables = finishOf(m_inspector->tablesBeginning(u"con"_s, this));
        QVERIFY2(tables, tables ? "" : qPrintable(tables.error().toLine()));
        QVERIFY(tables->contains(u"contact"_s));
        QVERIFY(finishOf(m_inspector->tablesBeginning(u"zzz_"_s, this))->isEmpty());
    }

    void cleanup() { m_sandbox->clearFaults(); }

    void learnsThatThereIsNoApplicationUser()
    {
        setFault(u"application-user"_s, u"missing"_s);
        const Result<dataverse::OrganizationDetail> refused = finishOf(m_inspector->organization(this));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Forbidden);
        QCOMPARE(refused.error().code, u"0x80072560"_s);
    }

    void learnsThatTheEnvironmentIsAnother()
    {
        setFault(u"organization"_s, u"changed"_s);
        const Result<dataverse::OrganizationDetail> other = finishOf(m_inspector->organization(this));
        QVERIFY(other);
        QVERIFY(other->id != m_who.organizationId);
    }

    void learnsThatLittleIsLeft()
    {
        const Result<dataverse::Budget> much = finishOf(m_inspector->budget(this));
        QVERIFY(much && much->requests && much->seconds);
        setFault(u"limits"_s, u"low"_s);
        const Result<dataverse::Budget> little = finishOf(m_inspector->budget(this));
        QVERIFY(little && little->requests && little->seconds);
        QVERIFY(*little->requests < *much->requests / 2);
        QVERIFY(*little->seconds < *much->seconds / 2);
    }

    void learnsRoles()
    {
        const auto roles = [this] { return finishOf(m_inspector->roles(m_who.userId, this)); };
        const auto isAdministrator = [](const dataverse::Role &role) { return role.isSystemAdministrator(); };
        const Result<QList<dataverse::Role>> usual = roles();
        QVERIFY2(usual, usual ? "" : qPrintable(usual.error().toLine()));
        QVERIFY(!usual->isEmpty());
        QVERIFY(std::none_of(usual->begin(), usual->end(), isAdministrator));

        setFault(u"role"_s, u"administrator"_s);
        const Result<QList<dataverse::Role>> direct = roles();
        QVERIFY(direct);
        const auto own = std::find_if(direct->begin(), direct->end(), isAdministrator);
        QVERIFY(own != direct->end() && own->team.isEmpty());

        setFault(u"role"_s, u"administrator-by-team"_s);
        const Result<QList<dataverse::Role>> inherited = roles();
        QVERIFY(inherited);
        const auto ofTeam = std::find_if(inherited->begin(), inherited->end(), isAdministrator);
        QVERIFY(ofTeam != inherited->end() && !ofTeam->team.isEmpty());
    }

    void learnsHowFarPrivilegesReach_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("depth");
        QTest::newRow("basic") << u"basic"_s << int(Depth::Basic);
        QTest::newRow("local") << u"local"_s << int(Depth::Local);
        QTest::newRow("deep") << u"deep"_s << int(Depth::Deep);
    }
    void learnsHowFarPrivilegesReach()
    {
        QFETCH(QString, fault);
        QFETCH(int, depth);
        setFault(u"privilege-depth"_s, fault);
        const Result<QList<Privilege>> privileges =
            finishOf(m_inspector->privileges(m_who.userId, {u"prvReadContact"_s}, this));
        QVERIFY(privileges);
        QCOMPARE(int(privileges->first().depth), depth);
    }

    void learnsThatAPrivilegeIsMissing()
    {
        setFault(u"privilege"_s, u"write"_s);
        const Result<QList<Privilege>> privileges =
            finishOf(m_inspector->privileges(m_who.userId, {u"prvReadContact"_s, u"prvWriteContact"_s}, this));
        QVERIFY(privileges);
        QCOMPARE(privileges->first().depth, Depth::Global);
        QCOMPARE(privileges->last().depth, Depth::None);
    }

    void learnsTheConsentTree()
    {
        const Result<dataverse::ConsentTree> tree = finishOf(m_inspector->consentTree(this));
        QVERIFY2(tree, tree ? "" : qPrintable(tree.error().toLine()));
        QVERIFY(!tree->profiles.isEmpty() && !tree->purposes.isEmpty() && !tree->topics.isEmpty());
        for (const dataverse::ConsentTree::Topic &topic : tree->topics) {
            QVERIFY(std::any_of(tree->purposes.begin(), tree->purposes.end(),
                                [&topic](const auto &purpose) { return purpose.id == topic.purposeId; }));
        }
        QVERIFY(
            std::any_of(tree->topics.begin(), tree->topics.end(), [](const auto &topic) { return topic.isActive; }));

        setFault(u"topic"_s, u"inactive"_s);
        const Result<dataverse::ConsentTree> inactive = finishOf(m_inspector->consentTree(this));
        QVERIFY(inactive && !inactive->topics.isEmpty());
        QVERIFY(std::none_of(inactive->topics.begin(), inactive->topics.end(),
                             [](const auto &topic) { return topic.isActive; }));
        setFault(u"topic"_s, u"missing"_s);
        QVERIFY(finishOf(m_inspector->consentTree(this))->topics.isEmpty());
    }

    void learnsThatConsentTablesAreMissing()
    {
        const QString prefix = u"msdynmkt_contactpointconsent"_s;
        const QStringList usual = finishOf(m_inspector->tablesBeginning(prefix, this)).valueOr({});
        QVERIFY(usual.contains(prefix + u'4'));

        setFault(u"consent-tables"_s, u"newer"_s);
        const QStringList newer = finishOf(m_inspector->tablesBeginning(prefix, this)).valueOr({});
        QVERIFY(newer.size() > usual.size());

        setFault(u"consent-tables"_s, u"missing"_s);
        const Result<QStringList> missing = finishOf(m_inspector->tablesBeginning(prefix, this));
        QVERIFY(missing && missing->isEmpty());
        const Result<dataverse::ConsentTree> tree = finishOf(m_inspector->consentTree(this));
        QVERIFY(!tree);
        QCOMPARE(tree.error().kind, Kind::NotFound);
        QVERIFY(!tree.error().code.isEmpty()); // Dataverse itself says that there is no such table
    }
};

QTEST_GUILESS_MAIN(TestInspectorSandbox)
#include "tst_inspectorsandbox.moc"
