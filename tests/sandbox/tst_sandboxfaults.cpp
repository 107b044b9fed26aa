#include "sandbox/fault.h"
#include "sandbox/people.h"
#include "sandbox/web.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QSet>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sandbox;

class TestSandboxFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatExists_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<bool>("isTaken");
        for (const QString &good :
             {u"secret=wrong"_s, u"throttle=3"_s, u"throttle=didomi:3"_s, u"slow=250"_s, u"slow=entra:250"_s,
              u"privilege=write,create"_s, u"column-missing=new_a"_s, u"column-missing=new_a, new_b"_s,
              u"token-lifetime=60"_s, u"reset=0"_s, u"clock=-600"_s, u"tls=wrong-host"_s, u"role=administrator,none"_s})
            QTest::newRow(qPrintable(good)) << good << true;
        for (const QString &bad :
             {u"secret=maybe"_s, u"secret"_s, u"secret="_s, u""_s, u"nothing=1"_s, u"throttle=-1"_s, u"throttle=many"_s,
              u"throttle=1.5"_s, u"throttle=nowhere:3"_s, u"throttle=didomi:"_s, u"throttle=99999999999"_s,
              u"privilege=fly"_s, u"privilege=,"_s, u"column-missing="_s, u"token-lifetime=didomi:60"_s,
              u"clock=noon"_s, u"token-lifetime=-1"_s, u"tls=bad"_s, u"SECRET=wrong"_s})
            QTest::newRow(qPrintable(u"not "_s + bad)) << bad << false;
    }

    void takesWhatExists()
    {
        QFETCH(QString, assignment);
        QFETCH(bool, isTaken);
        Faults faults;
        const auto set = faults.set(assignment);
        QCOMPARE(bool(set), isTaken);
        if (!isTaken) {
            QCOMPARE(set.error().kind, core::Error::Kind::Invalid);
            QVERIFY(!set.error().fix.isEmpty());
            QVERIFY(faults.active().isEmpty());
        }
    }

    void listsWhatExistsWhenAskedForSomethingElse()
    {
        Faults faults;
        const auto set = faults.set(u"nothing=1"_s);
        QVERIFY(!set);
        const QList<FaultKind> kinds = Faults::kinds();
        for (const FaultKind &kind : kinds)
            QVERIFY2(set.error().fix.contains(kind.usage()), qPrintable(kind.name));
    }

    void countsDownForItsServiceOnly()
    {
        Faults faults;
        QVERIFY(faults.set(u"reset=didomi:2"_s));
        QVERIFY(!faults.strike("reset"_L1, Service::Dataverse));
        QCOMPARE(faults.active(), QStringList{u"reset=didomi:2"_s});
        QVERIFY(faults.strike("reset"_L1, Service::Didomi));
        QVERIFY(faults.strike("reset"_L1, Service::Didomi));
        QVERIFY(!faults.strike("reset"_L1, Service::Didomi));
        QVERIFY(faults.active().isEmpty());
    }

    void nonePlayedIsNoneLeft()
    {
        Faults faults;
        QVERIFY(faults.set(u"reset=0"_s));
        QVERIFY(!faults.strike("reset"_L1, Service::Dataverse));
    }

    void strikesDataverse_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("throttle") << u"throttle=1"_s << 429 << "\"code\""_ba
                                  << "Retry-After"_ba;
        QTest::newRow("unavailable") << u"unavailable=1"_s << 503 << "\"code\""_ba
                                     << ""_ba;
        QTest::newRow("server-error") << u"server-error=1"_s << 500 << "0x80040216"_ba
                                      << ""_ba;
        QTest::newRow("html") << u"html=1"_s << 502 << "<html>"_ba
                              << ""_ba;
        QTest::newRow("redirect") << u"redirect=1"_s << 307 << ""_ba
                                  << "Location"_ba;
        QTest::newRow("truncate") << u"truncate=1"_s << 0 << ""_ba
                                  << ""_ba;
        QTest::newRow("token-rejected") << u"token-rejected=1"_s << 401 << ""_ba
                                        << "WWW-Authenticate"_ba;
    }

    void strikesDataverse()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, header);
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        const QByteArray token = web.dataverseToken();
        QVERIFY(sandbox->setFault(fault.section(u'=', 0, 0), fault.section(u'=', 1)));
        QCOMPARE(web.askToken().status, 200); // Entra ID is not struck
        const WebAnswer struck = web.askDataverse(u"WhoAmI"_s, token);
        QCOMPARE(struck.status, status);
        QVERIFY2(struck.body.contains(body), struck.body.constData());
        QVERIFY(header.isEmpty() || !struck.header(header).isEmpty());
        QCOMPARE(sandbox->activeFaults(), QStringList());
        QCOMPARE(web.askDataverse(u"WhoAmI"_s, token).status, 200);
    }

    void writesThrottlingCodesInBothForms()
    {
        const auto sandbox = startSandbox({.faults = {u"throttle=3"_s}});
        Web web(sandbox->credentials());
        const QByteArray token = web.dataverseToken();
        QSet<QString> codes;
        for (int i = 0; i < 3; ++i) {
            const WebAnswer answer = web.askDataverse(u"WhoAmI"_s, token);
            QCOMPARE(answer.header("Retry-After"), "2"_ba);
            codes << answer[u"error"_s].toObject().value("code"_L1).toString();
        }
        QCOMPARE(codes, (QSet<QString>{u"0x80072322"_s, u"-2147015903"_s, u"0x80072326"_s}));
    }

    void strikesDidomi_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("throttle") << u"throttle=didomi:1"_s << u"/preferences"_s << 429;
        QTest::newRow("unavailable") << u"unavailable=didomi:1"_s << u"/preferences"_s << 503;
        QTest::newRow("token-rejected") << u"token-rejected=didomi:1"_s << u"/preferences"_s << 401;
        QTest::newRow("contract") << u"didomi-contract=missing"_s << u"/consents/users"_s << 403;
        QTest::newRow("organization") << u"didomi-organization=unknown"_s << u"/consents/users"_s << 403;
        QTest::newRow("trees") << u"didomi-trees=missing"_s << u"/config-trees"_s << 404;
    }

    void strikesDidomi()
    {
        QFETCH(QString, fault);
        QFETCH(QString, path);
        QFETCH(int, status);
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        web.signInToDidomi();
        QVERIFY(sandbox->setFault(fault.section(u'=', 0, 0), fault.section(u'=', 1)));
        const WebAnswer struck = web.didomi("GET", path);
        QCOMPARE(struck.status, status);
        QCOMPARE(struck[u"code"_s].toInt(), status);
        sandbox->clearFaults();
        QCOMPARE(web.didomi("GET", path).status, 200);
    }

    void letsAnotherServerAnswer()
    {
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        const QByteArray token = web.dataverseToken();
        QVERIFY(sandbox->setFault(u"environment"_s, u"none"_s));
        const WebAnswer answer = web.askDataverse(u"WhoAmI"_s, token);
        QCOMPARE(answer.status, 404);
        QVERIFY(answer.body.contains("<html"));
        QVERIFY(answer.header("WWW-Authenticate").isEmpty());
        QCOMPARE(web.askToken().status, 200);
    }

    void belongsToAnotherTenant()
    {
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        const auto challenge = [&web] { return web.askDataverse(u"WhoAmI"_s, "none").header("WWW-Authenticate"); };
        const QByteArray tenant = web.credentials().tenant.toUtf8();
        QVERIFY(challenge().contains(tenant));
        QVERIFY(sandbox->setFault(u"tenant"_s, u"foreign"_s));
        QVERIFY(challenge().contains("authorization_uri"));
        QVERIFY(!challenge().contains(tenant));
        QCOMPARE(web.askToken().status, 200); // our tenant is there all the same
    }

    void givesTokensForOthers()
    {
        const auto sandbox = startSandbox({.contacts = 30, .faults = {u"token-audience=wrong"_s}});
        Web web(sandbox->credentials());
        const QByteArray token = web.dataverseToken();
        const QJsonObject claims =
            QJsonDocument::fromJson(QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding))
                .object();
        QVERIFY(!claims.isEmpty());
        QVERIFY(claims[u"aud"_s].toString() != web.credentials().dataverse);
        QCOMPARE(web.askDataverse(u"WhoAmI"_s, token).status, 401);
    }

    void setsItsClock_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("ahead") << 600;
        QTest::newRow("behind") << -86'400;
    }

    void setsItsClock()
    {
        QFETCH(int, seconds);
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        const auto ahead = [&web](const QString &address) {
            const QByteArray date = web.send("GET", address).header("Date");
            QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(date), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
            time.setTimeSpec(Qt::UTC);
            return QDateTime::currentDateTimeUtc().secsTo(time);
        };
        const QString front = web.credentials().authority + u'/';
        QVERIFY(qAbs(ahead(front)) <= 60);
        QVERIFY(sandbox->setFault(u"clock"_s, QString::number(seconds)));
        for (const QString &address : {front, web.credentials().dataverse + u"/api/data/v9.2/WhoAmI"_s,
                                       web.credentials().didomi + u"/sessions"_s})
            QVERIFY2(qAbs(ahead(address) - seconds) <= 60, qPrintable(address));
        sandbox->clearFaults();
        QVERIFY(qAbs(ahead(front)) <= 60);
    }

    void hangs()
    {
        const auto sandbox = startSandbox({.contacts = 30, .faults = {u"hang=1"_s}});
        Web web(sandbox->credentials());
        const QByteArray token = web.dataverseToken();
        const QUrl address(web.credentials().dataverse);
        QTcpSocket waiting;
        waiting.connectToHost(address.host(), quint16(address.port()));
        QVERIFY(waiting.waitForConnected());
        waiting.write("GET /api/data/v9.2/WhoAmI HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QTRY_COMPARE(sandbox->activeFaults(), QStringList());       // the request has arrived
        QCOMPARE(web.askDataverse(u"WhoAmI"_s, token).status, 200); // and holds up nobody
        QVERIFY(!waiting.waitForReadyRead(200));
        QCOMPARE(waiting.state(), QAbstractSocket::ConnectedState);
    }

    void offersLessOfDidomi()
    {
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        web.signInToDidomi();
        const auto feature = [&web](const QString &name) {
            return web.didomi("GET", u"/premium-features"_s)[name].toBool();
        };
        QVERIFY(feature(u"microsoft_dynamics"_s) && feature(u"consents_api"_s));
        QVERIFY(sandbox->setFault(u"didomi-features"_s, u"no-dynamics"_s));
        QVERIFY(!feature(u"microsoft_dynamics"_s) && !feature(u"microsoft_dynamics_cpc"_s));
        QVERIFY(feature(u"consents_api"_s));
    }

    void isNearDidomisLimit()
    {
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        web.signInToDidomi();
        const auto left = [&web] {
            const QByteArray header = web.didomi("GET", u"/preferences"_s).header("RateLimit");
            const qsizetype at = header.indexOf("remaining=") + 10;
            return at < 10 ? -1 : header.mid(at, header.indexOf(',', at) - at).toInt();
        };
        QVERIFY(left() > 50);
        QVERIFY(sandbox->setFault(u"didomi-rate"_s, u"low"_s));
        QVERIFY(left() >= 0 && left() < 10);
    }

    void hasNoPurposes()
    {
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        web.signInToDidomi();
        const QStringList lists{u"/metadata/purposes"_s, u"/preferences"_s, u"/config-trees"_s};
        for (const QString &list : lists)
            QVERIFY2(!web.didomi("GET", list).data().isEmpty(), qPrintable(list));
        QVERIFY(sandbox->setFault(u"didomi-catalogue"_s, u"empty"_s));
        for (const QString &list : lists) {
            const WebAnswer answer = web.didomi("GET", list);
            QCOMPARE(answer.status, 200);
            QVERIFY2(answer.data().isEmpty(), qPrintable(list));
        }
    }

    void waits()
    {
        const auto sandbox = startSandbox({.faults = {u"slow=entra:300"_s}});
        Web web(sandbox->credentials());
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(web.askToken().status, 200);
        QVERIFY(clock.elapsed() >= 300);
    }

    void losesTheAnswerButNotTheDeed()
    {
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        web.signInToDidomi();
        const QString id = u"8c7d3c1c-50f4-4f8e-9df5-0f2f5dbd6b14"_s;
        const QString person =
            QString::fromUtf8(QUrl::toPercentEncoding(sandbox->people().constFirst().organizationUserId));
        const QJsonObject event{
            {u"id"_s, id},
            {u"user"_s, QJsonObject{{u"organization_user_id"_s, sandbox->people().constFirst().organizationUserId}}},
            {u"consents"_s,
             QJsonObject{{u"purposes"_s, QJsonArray{QJsonObject{{u"id"_s, u"newsletter"_s}, {u"enabled"_s, true}}}}}}};
        // Twice: a client of HTTP may itself send a request again when a connection that it kept is closed.
        QVERIFY(sandbox->setFault(u"lost-answer"_s, u"didomi:2"_s));
        QVERIFY(sandbox->setFault(u"didomi-duplicate"_s, u"accepted"_s));
        QCOMPARE(web.didomi("POST", u"/consents/events"_s, QJsonDocument(event)).status, 0);
        sandbox->clearFaults();
        QCOMPARE(web.didomi("GET", u"/consents/events/%1?organization_user_id=%2"_s.arg(id, person)).status, 200);
    }

    void isSetAndClearedOverHttp()
    {
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        const QString address = web.credentials().authority + u"/sandbox/faults"_s;
        const QList<std::pair<QByteArray, QByteArray>> text{{"Content-Type", "text/plain"}};
        QCOMPARE(web.send("POST", address, "secret=wrong\nthrottle=2\n", text)[u"active"_s].toArray(),
                 (QJsonArray{u"secret=wrong"_s, u"throttle=2"_s}));
        QCOMPARE(web.send("POST", address, "throttle=", text)[u"active"_s].toArray(), QJsonArray{u"secret=wrong"_s});
        QCOMPARE(web.send("POST", address, "secret=maybe", text).status, 400);
        QCOMPARE(web.send("GET", address)[u"active"_s].toArray(), QJsonArray{u"secret=wrong"_s});
        QCOMPARE(web.send("DELETE", address)[u"active"_s].toArray(), QJsonArray());
        QCOMPARE(web.send("DELETE", address, {}, {{"Origin", "http://page.example.org"}}).status, 403);
    }

    void hasEveryKindOfPerson()
    {
        const QList<Person> people = generatePeople(1, 250);
        QCOMPARE(people, generatePeople(1, 250));
        QVERIFY(people != generatePeople(2, 250));
        int contacts = 0;
        int users = 0;
        QSet<QString> keys;
        QSet<QString> ids;
        QSet<Person::Case> cases;
        for (const Person &person : people) {
            cases << person.kind;
            users += int(person.didomiUserIds.size());
            contacts += int(person.contacts.size());
            ids << person.organizationUserId;
            for (const Contact &contact : person.contacts) {
                if (!contact.didomiId.isEmpty()) {
                    QVERIFY(!keys.contains(contact.didomiId));
                    keys << contact.didomiId;
                }
                const QString domain = contact.email.section(u'@', 1);
                QVERIFY(domain == u"example.com" || domain == u"example.org");
            }
        }
        QCOMPARE(contacts, 250);
        QCOMPARE(users, 250);
        QCOMPARE(ids.size(), people.size());
        QCOMPARE(cases.size(), 7);
        for (const int few : {0, 1, 29})
            QCOMPARE(generatePeople(1, few).size(), few);
    }
};

QTEST_GUILESS_MAIN(TestSandboxFaults)

#include "tst_sandboxfaults.moc"
