#include "core/redactor.h"
#include "didomi/client.h"
#include "support/fakeclock.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using core::Result;
using didomi::Client;
using didomi::UserPage;
using support::answer;
using support::finishOf;
using support::Play;
using support::ScriptServer;

namespace {

constexpr char secretText[] = "didomi-canary-secret";

QByteArray base64(const QByteArray &text)
{
    return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// A token with these claims; `number` makes it another one.
QByteArray jwt(const QByteArray &claims, int number = 1)
{
    return base64("{\"alg\":\"HS256\"}") + '.' + base64(claims) + ".signature" + QByteArray::number(number);
}

Play session(const QByteArray &token)
{
    return answer(200, "{\"type\":\"api-key\",\"access_token\":\"" + token + "\"}");
}

QByteArray envelope(int status, const QByteArray &message)
{
    return "{\"code\":" + QByteArray::number(status) + ",\"name\":\"Name\",\"message\":\"" + message +
           "\",\"errors\":{}}";
}

QByteArray userJson(const QByteArray &id, const QByteArray &organizationUserId = "jane@acme.test",
                    const QByteArray &more = {})
{
    return "{\"id\":\"" + id + "\",\"organization_id\":\"acme\",\"organization_user_id\":\"" + organizationUserId +
           "\",\"version\":7,\"created_at\":\"2026-11-01T10:00:00Z\",\"updated_at\":\"2026-11-19T21:40:12Z\","
           "\"metadata\":{},"
           "\"consents\":{\"purposes\":[{\"id\":\"newsletter\",\"enabled\":true}]}" +
           more + '}';
}

QByteArray eventJson(const QByteArray &id, const QByteArray &time, const QByteArray &status = "confirmed",
                     const QByteArray &organizationUserId = "jane@acme.test")
{
    return "{\"id\":\"" + id + "\",\"organization_id\":\"acme\",\"created_at\":\"" + time + "\",\"status\":\"" +
           status + "\",\"regulation\":\"gdpr\",\"user\":{\"id\":\"u-1\",\"organization_user_id\":\"" +
           organizationUserId + "\"},\"consents\":{\"purposes\":[{\"id\":\"newsletter\",\"enabled\":false}]}}";
}

QByteArray data(const QByteArrayList &items, const QByteArray &more = {})
{
    return "{\"data\":[" + items.join(',') + ']' + more + '}';
}

} // namespace

class TestDidomiClient : public QObject
{
    Q_OBJECT

private:
    support::FakeClock m_clock;
    std::unique_ptr<net::Network> m_network;
    std::unique_ptr<net::Service> m_service;
    std::unique_ptr<ScriptServer> m_server;
    std::unique_ptr<Client> m_client;

    /// The targets of everything but sign-ins.
    QByteArrayList targets() const
    {
        QByteArrayList found;
        for (const ScriptServer::Received &request : m_server->requests()) {
            if (request.target() != "/v1/sessions")
                found << request.target();
        }
        return found;
    }

    int signIns() const { return int(m_server->requests().size() - targets().size()); }

    /// Answers sign-ins, and everything else with `decision`.
    void serve(std::function<Play(const ScriptServer::Received &)> decision)
    {
        m_server->decide([decision = std::move(decision)](const ScriptServer::Received &request) {
            return request.target() == "/v1/sessions" ? session("plain-token") : decision(request);
        });
    }

    void serve(const Play &play)
    {
        serve([play](const ScriptServer::Received &) { return play; });
    }

    /// Seconds since 1970 by the test's clock.
    QByteArray after(std::chrono::seconds delay) const
    {
        return QByteArray::number(m_clock.now().toSecsSinceEpoch() + delay.count());
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptServer>();
        m_network = std::make_unique<net::Network>();
        m_service = m_network->service({.name = u"Didomi"_s, .retry = {.firstDelay = 1ms}});
        const didomi::Credentials credentials{.apiUrl = m_server->url(u"/v1/"_s),
                                              .keyId = u"key-1"_s,
                                              .secret = core::Secret(secretText),
                                              .organizationId = u"acme & co"_s};
        m_client = std::make_unique<Client>(*m_service, credentials, m_clock);
    }

    void cleanup()
    {
        m_client.reset();
        m_service.reset();
        m_network.reset();
        m_server.reset();
    }

    void signsIn()
    {
        m_server->add(session(jwt("{\"exp\":" + after(1800s) + '}')));
        const Result<didomi::Session> result = finishOf(m_client->signIn(this));
        QVERIFY(result);
        QCOMPARE(result->expiresAt, m_clock.now().addSecs(1800));

        const ScriptServer::Received request = m_server->requests().value(0);
        QCOMPARE(request.requestLine(), QByteArray("POST /v1/sessions HTTP/1.1"));
        QVERIFY(request.header("Authorization").isEmpty());
        QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(QJsonDocument::fromJson(request.body).object(),
                 (QJsonObject{{u"type"_s, u"api-key"_s},
                              {u"key"_s, u"key-1"_s},
                              {u"secret"_s, QString::fromLatin1(secretText)}}));
        QVERIFY(!core::redactor::redacted(u"a %1 b"_s.arg(QLatin1StringView(secretText)))
                     .contains(QLatin1StringView(secretText)));
    }

    void knowsHowLongASessionLasts_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("seconds");
        QTest::newRow("a day") << jwt("{\"exp\":" + after(24h) + '}') << 86'400;
        QTest::newRow("not said") << jwt("{\"sub\":1}") << 3'600;
        QTest::newRow("no JWT") << QByteArray("opaque") << 3'600;
        QTest::newRow("broken claims") << QByteArray("a.%%%.c") << 3'600;
        QTest::newRow("over by our clock") << jwt("{\"exp\":" + after(-10s) + '}') << 3'600;
        QTest::newRow("text") << jwt("{\"exp\":\"soon\"}") << 3'600;
    }
    void knowsHowLongASessionLasts()
    {
        QFETCH(QByteArray, token);
        QFETCH(int, seconds);
        m_server->add(session(token));
        const Result<didomi::Session> result = finishOf(m_client->signIn(this));
        QVERIFY(result);
        QCOMPARE(m_clock.now().secsTo(result->expiresAt), seconds);
    }

    void tellsWhyItCannotSignIn_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("wrong key") << 400 << envelope(400, "Invalid authentication information")
                                   << int(Error::Kind::SignIn);
        QTest::newRow("wrong address") << 404 << envelope(404, "Page not found") << int(Error::Kind::NotFound);
        QTest::newRow("page") << 200 << QByteArray("<html>hello</html>") << int(Error::Kind::BadReply);
        QTest::newRow("no token") << 200 << QByteArray("{\"type\":\"api-key\"}") << int(Error::Kind::BadReply);
        QTest::newRow("token with a line break")
            << 200 << QByteArray("{\"access_token\":\"a\\r\\nX: 1\"}") << int(Error::Kind::BadReply);
    }
    void tellsWhyItCannotSignIn()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        m_server->always(answer(status, body));
        const Result<didomi::Session> result = finishOf(m_client->signIn(this));
        QVERIFY(!result);
        QCOMPARE(int(result.error().kind), kind);
        const Result<UserPage> users = finishOf(m_client->users({}, this));
        QVERIFY(!users);
        QCOMPARE(int(users.error().kind), kind);
        QVERIFY(targets().isEmpty());
    }

    void sharesOneSession()
    {
        serve(answer(200, data({})));
        core::Job<UserPage> *first = m_client->users({}, this);
        core::Job<UserPage> *second = m_client->users({}, this);
        core::Job<UserPage> *third = m_client->users({}, this);
        int done = 0;
        for (core::Job<UserPage> *job : {first, second, third})
            job->whenDone(this, [&done](const Result<UserPage> &page) { done += page ? 1 : 0; });
        QTRY_COMPARE(done, 3);
        QCOMPARE(signIns(), 1);
        QVERIFY(finishOf(m_client->users({}, this)));
        QCOMPARE(signIns(), 1);
        QCOMPARE(m_server->requests().last().header("Authorization"), QByteArray("Bearer plain-token"));
    }

    void outlivesACallerThatGoesAway()
    {
        m_server->add({.bytes = session("token-a").bytes, .isHeld = true});
        m_server->add(answer(200, data({})));
        core::Job<didomi::Session> *gone = m_client->signIn(this);
        core::Job<UserPage> *stays = m_client->users({}, this);
        QSignalSpy received(m_server.get(), &ScriptServer::received);
        QVERIFY(received.wait(support::patienceMs));
        delete gone;
        m_server->release();
        QVERIFY(finishOf(stays));
        QCOMPARE(signIns(), 1);
    }

    void renewsBeforeItExpires()
    {
        m_server->add(session(jwt("{\"exp\":" + after(600s) + '}')));
        QVERIFY(finishOf(m_client->signIn(this)));
        serve(answer(200, data({})));
        m_clock.advance(530s); // 70 s are left
        QVERIFY(finishOf(m_client->users({}, this)));
        QCOMPARE(signIns(), 1);
        m_clock.advance(20s);
        QVERIFY(finishOf(m_client->users({}, this)));
        QCOMPARE(signIns(), 2);
    }

    void renewsARefusedSessionOnce()
    {
        m_server->add(session("token-a"));
        m_server->add(answer(401, envelope(401, "jwt expired")));
        m_server->add(session("token-b"));
        m_server->add(answer(200, data({})));
        QVERIFY(finishOf(m_client->users({}, this)));
        QCOMPARE(m_server->requests().last().header("Authorization"), QByteArray("Bearer token-b"));

        m_server->add(answer(401));
        m_server->add(session("token-c"));
        m_server->add(answer(401));
        const Result<UserPage> page = finishOf(m_client->users({}, this));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Error::Kind::SignIn);
        QVERIFY(m_server->isScriptOver());
    }

    void readsOrganizations()
    {
        serve(answer(200, "[{\"id\":\"acme\",\"name\":\"Acme\"},{\"id\":\"x\"},{}]"));
        const Result<QList<didomi::Organization>> organizations = finishOf(m_client->organizations(this));
        QVERIFY(organizations);
        QCOMPARE(organizations->size(), 2);
        QCOMPARE(organizations->first().name, u"Acme"_s);
        QCOMPARE(targets(), (QByteArrayList{"/v1/organizations?%24limit=100"}));
    }

    void pagesUsers()
    {
        serve(answer(200, data({userJson("u-1"), userJson("u-2")}, ",\"limit\":100,\"cursor\":\"c/2+3=\"")));
        const Result<UserPage> first = finishOf(m_client->users({}, this));
        QVERIFY(first);
        QCOMPARE(first->users.size(), 2);
        QCOMPARE(first->users.first().id, u"u-1"_s);
        QCOMPARE(first->nextCursor, u"c/2+3="_s);
        QVERIFY(first->problems.isEmpty());

        serve(answer(200, data({userJson("u-3")}, ",\"cursor\":null")));
        const Result<UserPage> last = finishOf(m_client->users(first->nextCursor, this));
        QVERIFY(last);
        QVERIFY(last->nextCursor.isEmpty());
        QCOMPARE(targets(),
                 (QByteArrayList{"/v1/consents/users?organization_id=acme%20%26%20co",
                                 "/v1/consents/users?organization_id=acme%20%26%20co&%24cursor=c%2F2%2B3%3D"}));
    }

    void stopsWhenACursorRepeats()
    {
        serve(answer(200, data({userJson("u-1")}, ",\"cursor\":\"same\"")));
        const Result<UserPage> page = finishOf(m_client->users(u"same"_s, this));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Error::Kind::BadReply);
        const Result<QList<consent::User>> everybody = finishOf(m_client->usersOf(u"jane@acme.test"_s, {}, this));
        QVERIFY(!everybody);
        QCOMPARE(everybody.error().kind, Error::Kind::BadReply);
    }

    void tellsUsersThatCannotBeRead()
    {
        serve(answer(200, data({userJson("u-1"), "{\"oops\":1}", "17", userJson("u-2")})));
        const Result<UserPage> page = finishOf(m_client->users({}, this));
        QVERIFY(page);
        QCOMPARE(page->users.size(), 2);
        QCOMPARE(page->problems.size(), 2);
        QVERIFY2(page->problems.first().contains(u'2'), qPrintable(page->problems.first()));
    }

    void readsEachShapeOfAList_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("count");
        QTest::newRow("array") << QByteArray('[' + userJson("u-1") + ',' + userJson("u-2") + ']') << 2;
        QTest::newRow("empty array") << QByteArray("[]") << 0;
        QTest::newRow("cursor") << data({userJson("u-1")}, ",\"limit\":100,\"cursor\":null") << 1;
        QTest::newRow("total") << data({userJson("u-1")}, ",\"total\":1,\"limit\":100,\"skip\":0") << 1;
        QTest::newRow("single") << userJson("u-1") << 1;
        QTest::newRow("single in an envelope") << QByteArray("{\"data\":" + userJson("u-1") + '}') << 1;
        QTest::newRow("page") << QByteArray("<html>") << -1;
        QTest::newRow("cut") << QByteArray("{\"data\":[{\"id\":") << -1;
        QTest::newRow("nothing") << QByteArray() << -1;
        QTest::newRow("other object") << QByteArray("{\"data\":null}") << -1;
        QTest::newRow("text") << QByteArray("\"hello\"") << -1;
    }
    void readsEachShapeOfAList()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, count);
        serve(answer(200, body));
        const Result<UserPage> page = finishOf(m_client->users({}, this));
        QCOMPARE(page.hasValue(), count >= 0);
        if (page)
            QCOMPARE(page->users.size() + page->problems.size(), count);
        else
            QCOMPARE(page.error().kind, Error::Kind::BadReply);
    }

    void findsPeople()
    {
        serve([](const ScriptServer::Received &request) {
            if (request.target().contains("cursor="))
                return answer(200, data({userJson("u-2", "Jane+News@acme.test", ",\"regulation\":\"cpra\"")},
                                        ",\"cursor\":null"));
            return answer(200, data({userJson("u-1", "jane+news@acme.test")}, ",\"cursor\":\"next\""));
        });
        const Result<QList<consent::User>> ofGdpr =
            finishOf(m_client->usersOf(u"jane+news@acme.test"_s, u"gdpr"_s, this));
        QVERIFY(ofGdpr);
        QCOMPARE(ofGdpr->size(), 1); // the other is of another regulation
        const Result<QList<consent::User>> ofAny = finishOf(m_client->usersOf(u"jane+news@acme.test"_s, {}, this));
        QVERIFY(ofAny);
        QCOMPARE(ofAny->size(), 2);
        QCOMPARE(targets().first(), QByteArray("/v1/consents/users?organization_id=acme%20%26%20co"
                                               "&organization_user_id=jane%2Bnews%40acme.test&regulation=gdpr"));
        QVERIFY(!targets().last().contains("regulation"));
    }

    void findsNobody()
    {
        serve(answer(404, envelope(404, "User not found")));
        const Result<QList<consent::User>> users = finishOf(m_client->usersOf(u"jane@acme.test"_s, {}, this));
        QVERIFY(users);
        QVERIFY(users->isEmpty());
        const Result<QList<consent::Event>> events = finishOf(m_client->eventsOf(u"jane@acme.test"_s, {}, this));
        QVERIFY(events);
        QVERIFY(events->isEmpty());
    }

    void neverTakesAnAnswerForSomebodyElse_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("users");
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<int>("kind");
        const QByteArray time = "2026-11-20T08:15:00Z";
        QTest::newRow("everybody instead of one")
            << 200 << data({userJson("u-1"), userJson("u-2", "joe@acme.test")})
            << data({eventJson("e-1", time), eventJson("e-2", time, "confirmed", "joe@acme.test")})
            << int(Error::Kind::BadReply);
        QTest::newRow("one of two is unreadable") << 200 << data({userJson("u-1"), "{\"id\":7}"})
                                                  << data({eventJson("e-1", time), "{}"}) << int(Error::Kind::BadReply);
        QTest::newRow("somebody else's 404")
            << 404 << QByteArray("<html>404</html>") << QByteArray("<html>404</html>") << int(Error::Kind::NotFound);
        QTest::newRow("not in the contract")
            << 403 << envelope(403, "no") << envelope(403, "no") << int(Error::Kind::Forbidden);
    }
    void neverTakesAnAnswerForSomebodyElse()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, users);
        QFETCH(QByteArray, events);
        QFETCH(int, kind);
        serve([&](const ScriptServer::Received &request) {
            return answer(status, request.target().contains("/users") ? users : events);
        });
        const Result<QList<consent::User>> found = finishOf(m_client->usersOf(u"jane@acme.test"_s, {}, this));
        QVERIFY(!found);
        QCOMPARE(int(found.error().kind), kind);
        QVERIFY(!found.error().message.contains(u"joe"_s));
        const Result<QList<consent::Event>> happened = finishOf(m_client->eventsOf(u"jane@acme.test"_s, {}, this));
        QVERIFY(!happened);
        QCOMPARE(int(happened.error().kind), kind);
    }

    void asksNobodyForEverybody()
    {
        QCOMPARE(finishOf(m_client->usersOf({}, {}, this)).error().kind, Error::Kind::Invalid);
        QCOMPARE(finishOf(m_client->eventsOf({}, {}, this)).error().kind, Error::Kind::Invalid);
        QVERIFY(m_server->requests().isEmpty());
    }

    void readsEventsNewestFirst()
    {
        serve(answer(200, data({eventJson("e-1", "2026-11-18T08:15:00Z"), eventJson("e-2", "2026-11-20T08:15:00Z"),
                                eventJson("e-3", "2026-11-21T08:15:00Z", "pending_approval"),
                                eventJson("e-4", "2026-11-19T08:15:00+02:00")})));
        const Result<QList<consent::Event>> events = finishOf(m_client->eventsOf(u"jane@acme.test"_s, u"gdpr"_s, this));
        QVERIFY(events);
        QStringList ids;
        for (const consent::Event &one : *events)
            ids << one.id;
        QCOMPARE(ids, (QStringList{u"e-2"_s, u"e-4"_s, u"e-1"_s}));
        QCOMPARE(targets(), (QByteArrayList{"/v1/consents/events?organization_id=acme%20%26%20co"
                                            "&organization_user_id=jane%40acme.test&regulation=gdpr"}));
    }

    void pagesEventsThatHaveATotal()
    {
        serve([](const ScriptServer::Received &request) {
            const bool isSecond = request.target().contains("%24skip=1");
            return answer(
                200,
                data({isSecond ? eventJson("e-2", "2026-11-20T08:15:00Z") : eventJson("e-1", "2026-11-18T08:15:00Z")},
                     isSecond ? ",\"total\":2,\"limit\":1,\"skip\":1" : ",\"total\":2,\"limit\":1,\"skip\":0"));
        });
        const Result<QList<consent::Event>> events = finishOf(m_client->eventsOf(u"jane@acme.test"_s, {}, this));
        QVERIFY(events);
        QCOMPARE(events->size(), 2);
    }

    void readsTheCatalogue()
    {
        serve([](const ScriptServer::Received &request) {
            const QByteArray target = request.target();
            if (target.startsWith("/v1/metadata/purposes?"))
                return target.contains("%24skip=2")
                           ? answer(200, data({"{\"id\":\"c\",\"description\":\"C\"}"}, ",\"total\":3,\"skip\":2"))
                           : answer(200, data({"{\"id\":\"a\"}", "{\"id\":\"b\"}"}, ",\"total\":3,\"skip\":0"));
            if (target.startsWith("/v1/preferences?"))
                return answer(
                    200, data({"{\"id\":\"p\",\"name\":{\"en\":\"P\"},\"values\":[]}"}, ",\"total\":1,\"skip\":0"));
            return answer(
                200, "[{\"id\":\"t\",\"selected_purposes\":[{\"purpose_id\":\"c\",\"order\":1,\"selected_preferences\":"
                     "[{\"preference\":{\"id\":\"p\"}}]}]}]");
        });
        const Result<consent::Catalogue> catalogue = finishOf(m_client->catalogue(this));
        QVERIFY(catalogue);
        QCOMPARE(catalogue->purposes.size(), 3);
        QCOMPARE(catalogue->purposes.first().id, u"c"_s);
        QCOMPARE(catalogue->purposes.first().name, u"C"_s);
        QCOMPARE(catalogue->purposes.first().preferenceIds, QStringList{u"p"_s});
        QCOMPARE(catalogue->preferences.size(), 1);
        QVERIFY(targets().contains(
            "/v1/metadata/purposes?organization_id=acme%20%26%20co&%24translations=true&%24limit=100"));
    }

    void readsAsMuchOfTheCatalogueAsThereIs_data()
    {
        QTest::addColumn<QByteArray>("broken");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isFatal");
        QTest::newRow("no tree") << QByteArray("config-trees") << 404 << false;
        QTest::newRow("no tree in the contract") << QByteArray("config-trees") << 403 << false;
        QTest::newRow("tree's address gone") << QByteArray("config-trees") << 405 << false;
        QTest::newRow("no preferences in the contract") << QByteArray("preferences") << 403 << false;
        QTest::newRow("no preferences") << QByteArray("preferences") << 404 << false;
        QTest::newRow("preferences refused") << QByteArray("preferences") << 400 << true;
        QTest::newRow("no purposes") << QByteArray("purposes") << 403 << true;
        QTest::newRow("fault") << QByteArray("config-trees") << 501 << true;
    }
    void readsAsMuchOfTheCatalogueAsThereIs()
    {
        QFETCH(QByteArray, broken);
        QFETCH(int, status);
        QFETCH(bool, isFatal);
        serve([&](const ScriptServer::Received &request) {
            return request.target().contains(broken) ? answer(status, envelope(status, "no"))
                                                     : answer(200, data({"{\"id\":\"a\"}"}, ",\"total\":1"));
        });
        const Result<consent::Catalogue> catalogue = finishOf(m_client->catalogue(this));
        QCOMPARE(catalogue.hasValue(), !isFatal);
        if (catalogue)
            QCOMPARE(catalogue->purposes.size(), 1);
    }

    void readsListsThatKnowNoPages()
    {
        QByteArrayList hundred;
        for (int i = 0; i < 100; ++i)
            hundred << "{\"id\":\"p" + QByteArray::number(i) + "\"}";
        serve(answer(200, '[' + hundred.join(',') + ']')); // whatever is asked for
        const Result<consent::Catalogue> catalogue = finishOf(m_client->catalogue(this));
        QVERIFY(catalogue);
        QCOMPARE(catalogue->purposes.size(), 100);

        serve(answer(200, data(hundred, ",\"total\":250,\"limit\":100,\"skip\":0"))); // a part, again and again
        const Result<consent::Catalogue> partial = finishOf(m_client->catalogue(this));
        QVERIFY(!partial);
        QCOMPARE(partial.error().kind, Error::Kind::BadReply);
    }
};

QTEST_GUILESS_MAIN(TestDidomiClient)
#include "tst_didomiclient.moc"
