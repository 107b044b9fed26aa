#include "sandbox/web.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sandbox;

using Form = QList<std::pair<QString, QString>>;

Q_DECLARE_METATYPE(Form)

class TestSandboxEntra : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesATokenThatDataverseTakes()
    {
        const auto sandbox = startSandbox();
        QVERIFY(sandbox);
        Web web(sandbox->credentials());
        const WebAnswer answer = web.askToken();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer[u"token_type"_s].toString(), u"Bearer"_s);
        QVERIFY(answer[u"expires_in"_s].toInt() >= 3600);
        QCOMPARE(answer[u"access_token"_s].toString().count(u'.'), 2);
        QCOMPARE(web.askDataverse(u"WhoAmI"_s, answer[u"access_token"_s].toString().toLatin1()).status, 200);
    }

    void knowsFurtherApplications()
    {
        const auto sandbox = startSandbox({.furtherUsers = 2});
        Web web(sandbox->credentials());
        QStringList users{web.askDataverse(u"WhoAmI"_s, web.dataverseToken())[u"UserId"_s].toString()};
        const QList<Application> further = sandbox->credentials().furtherApplications;
        QCOMPARE(further.size(), 2);
        for (const Application &one : further) {
            Form form = web.tokenForm();
            form[1].second = one.clientId;
            QCOMPARE(web.askToken(form, web.credentials().tenant).status, 401); // with the first one's secret
            form[2].second = QString::fromUtf8(one.clientSecret.reveal());
            const QByteArray token =
                web.askToken(form, web.credentials().tenant)[u"access_token"_s].toString().toLatin1();
            users << web.askDataverse(u"WhoAmI"_s, token)[u"UserId"_s].toString();
            QVERIFY(sandbox->setFault(u"further-user"_s, u"refused"_s));
            QCOMPARE(web.askToken(form, web.credentials().tenant).status, 401);
            QCOMPARE(web.askToken().status, 200);
            QCOMPARE(web.askDataverse(u"WhoAmI"_s, token).status, 200); // it was given before
            QVERIFY(sandbox->setFault(u"further-user"_s, u"revoked"_s));
            QCOMPARE(web.askToken(form, web.credentials().tenant).status, 401);
            QCOMPARE(web.askDataverse(u"WhoAmI"_s, token).status, 401);
            QCOMPARE(web.askDataverse(u"WhoAmI"_s, web.dataverseToken()).status, 200);
            sandbox->clearFaults();
        }
        QVERIFY(!users.contains(QString()));
        QCOMPARE(QSet<QString>(users.cbegin(), users.cend()).size(), 3);
    }

    void takesCredentialsInTheHeaderToo()
    {
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        Form form = web.tokenForm();
        const QByteArray pair = form.at(1).second.toUtf8() + ':' + QUrl::toPercentEncoding(form.at(2).second);
        form.remove(1, 2);
        QCOMPARE(web.askToken(form, web.credentials().tenant, {{"Authorization", "Basic " + pair.toBase64()}}).status,
                 200);
        QCOMPARE(web.askToken(form, web.credentials().tenant, {{"Authorization", "Basic " + (pair + "x").toBase64()}})
                     .status,
                 401);
    }

    void takesTheSameInOtherSpellings_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("byDomain");
        QTest::newRow("one slash") << u"/.default"_s << u"127.0.0.1"_s << false;
        QTest::newRow("two slashes") << u"//.default"_s << u"127.0.0.1"_s << false;
        QTest::newRow("localhost") << u"/.default"_s << u"localhost"_s << false;
        QTest::newRow("tenant by domain") << u"/.default"_s << u"127.0.0.1"_s << true;
    }

    void takesTheSameInOtherSpellings()
    {
        QFETCH(QString, suffix);
        QFETCH(QString, host);
        QFETCH(bool, byDomain);
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        Form form = web.tokenForm();
        form[3].second = QString(web.credentials().dataverse).replace(u"127.0.0.1"_s, host) + suffix;
        const WebAnswer answer = web.askToken(form, byDomain ? u"sandbox.example.org"_s : web.credentials().tenant);
        QCOMPARE(answer.status, 200);
        QCOMPARE(web.askDataverse(u"WhoAmI"_s, answer[u"access_token"_s].toString().toLatin1()).status, 200);
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<int>("field"); // of the form; -1 = none
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("tenant");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("error");
        const QString same;
        QTest::newRow("wrong secret") << 2 << u"nonsense"_s << same << u""_s << 401 << 7000215 << u"invalid_client"_s;
        QTest::newRow("secret refused") << -1 << u""_s << same << u"secret=wrong"_s << 401 << 7000215
                                        << u"invalid_client"_s;
        QTest::newRow("secret expired") << -1 << u""_s << same << u"secret=expired"_s << 401 << 7000222
                                        << u"invalid_client"_s;
        QTest::newRow("secret missing") << 2 << u""_s << same << u""_s << 401 << 7000218 << u"invalid_client"_s;
        QTest::newRow("unknown client") << 1 << u"00000000-1111-4222-8333-444444444444"_s << same << u""_s << 400
                                        << 700016 << u"unauthorized_client"_s;
        QTest::newRow("client gone") << -1 << u""_s << same << u"client=unknown"_s << 400 << 700016
                                     << u"unauthorized_client"_s;
        QTest::newRow("client disabled") << -1 << u""_s << same << u"client=disabled"_s << 400 << 7000112
                                         << u"unauthorized_client"_s;
        QTest::newRow("client missing") << 1 << u""_s << same << u""_s << 400 << 900144 << u"invalid_request"_s;
        QTest::newRow("unknown tenant") << -1 << u""_s << u"00000000-1111-4222-8333-444444444444"_s << u""_s << 400
                                        << 90002 << u"invalid_request"_s;
        QTest::newRow("unknown domain") << -1 << u""_s << u"other.example.org"_s << u""_s << 400 << 90002
                                        << u"invalid_request"_s;
        QTest::newRow("tenant gone") << -1 << u""_s << same << u"tenant=unknown"_s << 400 << 90002
                                     << u"invalid_request"_s;
        QTest::newRow("tenant is neither id nor domain")
            << -1 << u""_s << u"my_tenant"_s << u""_s << 400 << 900023 << u"invalid_request"_s;
        QTest::newRow("common tenant") << -1 << u""_s << u"common"_s << u""_s << 400 << 9001023 << u"invalid_request"_s;
        QTest::newRow("other instance") << 3 << u"https://other.crm4.dynamics.com/.default"_s << same << u""_s << 400
                                        << 500011 << u"invalid_resource"_s;
        QTest::newRow("other port") << 3 << u"http://127.0.0.1:1/.default"_s << same << u""_s << 400 << 500011
                                    << u"invalid_resource"_s;
        QTest::newRow("scope without default")
            << 3 << u"http://127.0.0.1:1/user_impersonation"_s << same << u""_s << 400 << 1002012 << u"invalid_scope"_s;
        QTest::newRow("scope encoded twice")
            << 3 << u"http%3A%2F%2F127.0.0.1/.default"_s << same << u""_s << 400 << 1002012 << u"invalid_scope"_s;
        QTest::newRow("two scopes") << 3 << u"http://a/.default http://b/.default"_s << same << u""_s << 400 << 70011
                                    << u"invalid_scope"_s;
        QTest::newRow("grant missing") << 0 << u""_s << same << u""_s << 400 << 900144 << u"invalid_request"_s;
        QTest::newRow("other grant") << 0 << u"password"_s << same << u""_s << 400 << 70003
                                     << u"unsupported_grant_type"_s;
        QTest::newRow("blocked by a policy")
            << -1 << u""_s << same << u"conditional-access=blocked"_s << 400 << 53003 << u"access_denied"_s;
    }

    void refusesWhatIsWrong()
    {
        QFETCH(int, field);
        QFETCH(QString, value);
        QFETCH(QString, tenant);
        QFETCH(QString, fault);
        QFETCH(int, status);
        QFETCH(int, code);
        QFETCH(QString, error);
        const auto sandbox = startSandbox({.faults = fault.isEmpty() ? QStringList() : QStringList{fault}});
        QVERIFY(sandbox);
        Web web(sandbox->credentials());
        Form form = web.tokenForm();
        if (field >= 0)
            form[field].second = value;
        const WebAnswer answer = web.askToken(form, tenant.isEmpty() ? web.credentials().tenant : tenant);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer[u"error"_s].toString(), error);
        QCOMPARE(answer[u"error_codes"_s].toArray(), QJsonArray{code});
        QVERIFY(answer[u"error_description"_s].toString().startsWith(u"AADSTS%1: "_s.arg(code)));
        for (const QString &member : {u"timestamp"_s, u"trace_id"_s, u"correlation_id"_s, u"error_uri"_s})
            QVERIFY2(!answer[member].toString().isEmpty(), qPrintable(member));
        QVERIFY(!answer.body.contains(web.credentials().clientSecret.reveal()));
    }

    void missesTheScope()
    {
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        Form form = web.tokenForm();
        form.removeLast();
        QCOMPARE(web.askToken(form, web.credentials().tenant)[u"error_codes"_s].toArray(), QJsonArray{900144});
        QCOMPARE(web.send("GET", web.tokenAddress(web.credentials().tenant))[u"error_codes"_s].toArray(),
                 QJsonArray{900561});
    }

    void describesItself()
    {
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        const QString authority = web.credentials().authority + u'/' + web.credentials().tenant;
        const WebAnswer configuration = web.send("GET", authority + u"/v2.0/.well-known/openid-configuration"_s);
        QCOMPARE(configuration.status, 200);
        QCOMPARE(configuration[u"token_endpoint"_s].toString(), authority + u"/oauth2/v2.0/token"_s);
        QVERIFY(configuration[u"issuer"_s].toString().startsWith(u"https://"_s));
        const WebAnswer discovery =
            web.send("GET", web.credentials().authority + u"/common/discovery/instance?api-version=1.1"_s);
        QCOMPARE(discovery[u"tenant_discovery_endpoint"_s].toString(),
                 authority + u"/v2.0/.well-known/openid-configuration"_s);
        QCOMPARE(
            web.send("GET", web.credentials().authority + u"/other.example.org/v2.0/.well-known/openid-configuration"_s)
                .status,
            400);
    }

    void challengesWhoeverHasNoGoodToken()
    {
        support::FakeClock clock;
        const auto sandbox = startSandbox({.clock = &clock});
        Web web(sandbox->credentials());
        const QByteArray origin = web.credentials().dataverse.toUtf8();
        const QByteArray challenge = "Bearer authorization_uri=" + origin + '/' + web.credentials().tenant.toUtf8() +
                                     "/oauth2/authorize, resource_id=" + origin + '/';

        const WebAnswer probe = web.send("GET", web.credentials().dataverse + u"/api/data/v9.2/"_s);
        QCOMPARE(probe.status, 401);
        QCOMPARE(probe.body, QByteArray());
        QCOMPARE(probe.header("WWW-Authenticate"), challenge);

        const QByteArray token = web.dataverseToken();
        QCOMPARE(web.askDataverse(u"WhoAmI"_s, token).status, 200);
        QByteArray forged = token;
        const qsizetype middle = token.indexOf('.') + 10;
        forged[middle] = forged.at(middle) == 'A' ? 'B' : 'A';
        QCOMPARE(web.askDataverse(u"WhoAmI"_s, forged).header("WWW-Authenticate"), challenge);
        QCOMPARE(web.askDataverse(u"WhoAmI"_s, "nonsense").status, 401);
        const QByteArray unsignedToken = token.first(token.lastIndexOf('.') + 1);
        QCOMPARE(web.askDataverse(u"WhoAmI"_s, unsignedToken).status, 401);

        clock.advance(2h);
        const WebAnswer late = web.askDataverse(u"WhoAmI"_s, token);
        QCOMPARE(late.status, 401);
        QVERIFY(late.header("WWW-Authenticate").startsWith(challenge));
        QVERIFY(late.header("WWW-Authenticate").contains("error=invalid_token"));
        QCOMPARE(web.askDataverse(u"WhoAmI"_s, web.dataverseToken()).status, 200);
    }

    void keepsTokensApart()
    {
        const auto sandbox = startSandbox();
        const auto other = startSandbox();
        Web web(sandbox->credentials());
        Web otherWeb(other->credentials());
        QCOMPARE(web.askDataverse(u"WhoAmI"_s, otherWeb.dataverseToken()).status, 401); // another key
        const QByteArray didomiToken =
            web.askSession(web.credentials().didomiSecret.reveal())[u"access_token"_s].toString().toLatin1();
        QVERIFY(!didomiToken.isEmpty());
        QCOMPARE(web.askDataverse(u"WhoAmI"_s, didomiToken).status, 401);
        const QByteArray dataverseToken = web.dataverseToken();
        QCOMPARE(web.send("GET", web.credentials().didomi + u"/organizations"_s, {},
                          {{"Authorization", "Bearer " + dataverseToken}})
                     .status,
                 401);
    }

    void lendsTokensForAsLongAsAsked()
    {
        const auto sandbox = startSandbox({.faults = {u"token-lifetime=7"_s}});
        Web web(sandbox->credentials());
        QCOMPARE(web.askToken()[u"expires_in"_s].toInt(), 7);
    }
};

QTEST_GUILESS_MAIN(TestSandboxEntra)

#include "tst_sandboxentra.moc"
