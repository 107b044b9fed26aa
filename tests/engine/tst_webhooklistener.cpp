#include "engine/rawpost.h"
#include "engine/webhooklistener.h"
#include "store/inbox.h"
#include "support/certificate.h"
#include "support/fakeclock.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using engine::WebhookListener;
using engine::WebhookOptions;
using support::RawAnswer;
using support::RawPost;

namespace {

const QByteArray bearer = "a-token-that-nobody-guesses";
const QString clientId = u"didomi"_s;
const QByteArray clientSecret = "a secret with % and + in it";
const QString profileId = u"p1"_s;

QByteArray userUpdated(int version, const QByteArray &id = "u-1")
{
    return "{\"type\":\"user.updated\",\"regulation\":\"gdpr\",\"parameters\":{\"source\":{\"id\":\"evt-1\"},"
           "\"old_entity\":{\"id\":\"" +
           id + "\"},\"new_entity\":{\"id\":\"" + id +
           "\",\"organization_user_id\":\"jane@acme.test\",\"version\":" + QByteArray::number(version) +
           ",\"updated_at\":\"2026-11-20T08:15:00Z\",\"consents\":{\"purposes\":[{\"id\":\"newsletter\",\"enabled\":"
           "true}]}}}}";
}

QJsonObject bodyOf(const RawAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

} // namespace

/// The webhook listener, over real sockets.
class TestWebhookListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto inbox = store::Inbox::open(inboxPath());
        QVERIFY(inbox);
        m_inbox = std::move(*inbox);
        m_listener.reset();
    }

    void keepsBeforeItAcknowledges()
    {
        QVERIFY(start(withBearer()));
        QSignalSpy arrived(m_listener.get(), &WebhookListener::arrived);
        RawPost client(m_listener->port());
        const RawAnswer answer = client.post("/webhook", userUpdated(1), bearer);
        QCOMPARE(answer.status, 200);
        QCOMPARE(bodyOf(answer).value(u"accepted"_s), QJsonValue(1));
        const auto kept = m_inbox->next(profileId, 10); // another connection sees it already
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->constFirst().person, u"jane@acme.test"_s);
        QCOMPARE(kept->constFirst().source, u"webhook"_s);
        QVERIFY(kept->constFirst().body.contains("newsletter"));
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(m_listener->counts().accepted, 1);
    }

    void knowsADeliveryAgain()
    {
        QVERIFY(start(withBearer()));
        RawPost client(m_listener->port());
        for (int delivery = 0; delivery < 3; ++delivery)
            QCOMPARE(client.post("/webhook", userUpdated(7), bearer).status, 200);
        QCOMPARE(client.post("/webhook", userUpdated(8), bearer).status, 200);
        QCOMPARE(m_inbox->counts(profileId)->waiting, 2);
        QCOMPARE(m_listener->counts().known, 2);
    }

    void acknowledgesWhatIsNotRelevant()
    {
        QVERIFY(start(withBearer()));
        RawPost client(m_listener->port());
        const RawAnswer answer = client.post(
            "/webhook", "{\"type\":\"dsar.request.created\",\"parameters\":{\"entity\":{\"id\":\"1\"}}}", bearer);
        QCOMPARE(answer.status, 200);
        QCOMPARE(bodyOf(answer).value(u"not_relevant"_s), QJsonValue(1));
        QCOMPARE(m_inbox->counts(profileId)->waiting, 0);
        QCOMPARE(m_listener->counts().irrelevant, 1);
    }

    void takesListsWholeOrNotAtAll()
    {
        QVERIFY(start(withBearer()));
        RawPost client(m_listener->port());
        QCOMPARE(client.post("/webhook", '[' + userUpdated(1) + ',' + userUpdated(2) + ']', bearer).status, 200);
        QCOMPARE(m_inbox->counts(profileId)->waiting, 2);
        QCOMPARE(client.post("/webhook", '[' + userUpdated(3) + ",{\"type\":\"user.updated\"}]", bearer).status, 400);
        QCOMPARE(m_inbox->counts(profileId)->waiting, 2);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QByteArray json = "Content-Type: application/json\r\n";
        const QByteArray token = "Authorization: Bearer " + bearer + "\r\n";
        const QByteArray good = userUpdated(1);
        QTest::newRow("no token") << "POST"_ba
                                  << "/webhook"_ba << json << good << 401;
        QTest::newRow("wrong token") << "POST"_ba
                                     << "/webhook"_ba << json + "Authorization: Bearer wrong\r\n"
                                     << good << 401;
        QTest::newRow("token and more") << "POST"_ba
                                        << "/webhook"_ba << json + "Authorization: Bearer " + bearer + "x\r\n"
                                        << good << 401;
        QTest::newRow("another scheme") << "POST"_ba
                                        << "/webhook"_ba << json + "Authorization: Basic " + bearer + "\r\n"
                                        << good << 401;
        QTest::newRow("scheme alone") << "POST"_ba
                                      << "/webhook"_ba << json + "Authorization: Bearer\r\n"
                                      << good << 401;
        QTest::newRow("another path") << "POST"_ba
                                      << "/"_ba << json + token << good << 404;
        QTest::newRow("path below") << "POST"_ba
                                    << "/webhook/x"_ba << json + token << good << 404;
        QTest::newRow("no tokens here") << "POST"_ba
                                        << "/token"_ba << json + token << good << 404;
        QTest::newRow("get") << "GET"_ba
                             << "/webhook"_ba << token << QByteArray() << 405;
        QTest::newRow("options") << "OPTIONS"_ba
                                 << "/webhook"_ba << token << QByteArray() << 405;
        QTest::newRow("put") << "PUT"_ba
                             << "/webhook"_ba << json + token << good << 405;
        QTest::newRow("form") << "POST"_ba
                              << "/webhook"_ba
                              << "Content-Type: text/plain\r\n" + token << good << 415;
        QTest::newRow("empty") << "POST"_ba
                               << "/webhook"_ba << json + token << QByteArray() << 400;
        QTest::newRow("no json") << "POST"_ba
                                 << "/webhook"_ba << json + token << "{\"type\":"_ba << 400;
        QTest::newRow("a number") << "POST"_ba
                                  << "/webhook"_ba << json + token << "[1]"_ba << 400;
        QTest::newRow("no entity") << "POST"_ba
                                   << "/webhook"_ba << json + token
                                   << "{\"type\":\"user.updated\",\"parameters\":{}}"_ba << 400;
        QTest::newRow("no type") << "POST"_ba
                                 << "/webhook"_ba << json + token << "{\"parameters\":{\"entity\":{\"id\":\"1\"}}}"_ba
                                 << 400;
        QTest::newRow("event of nobody") << "POST"_ba
                                         << "/webhook"_ba << json + token
                                         << "{\"type\":\"event.created\",\"parameters\":{\"entity\":{\"id\":\"e\","
                                            "\"created_at\":\"2026-11-20T08:15:00Z\",\"user\":{},\"consents\":{}}}}"_ba
                                         << 400;
        QTest::newRow("too large") << "POST"_ba
                                   << "/webhook"_ba << json + token << QByteArray(100'000, ' ') << 413;
    }

    void refuses()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        WebhookOptions options = withBearer();
        options.maxBodyBytes = 64 * 1024;
        QVERIFY(start(options));
        RawPost client(m_listener->port());
        const RawAnswer answer = client.request(method, path, body, headers);
        QCOMPARE(answer.status, status);
        QVERIFY2(!bodyOf(answer).value(u"error"_s).toString().isEmpty(), answer.body.constData());
        QVERIFY(!answer.body.contains(bearer));
        QCOMPARE(m_inbox->counts(profileId)->waiting, 0);
        RawPost next(m_listener->port()); // it still serves
        QCOMPARE(next.post("/webhook", userUpdated(1), bearer).status, 200);
    }

    void refusesAHugeBodyBeforeItCame()
    {
        QVERIFY(start(withBearer()));
        RawPost client(m_listener->port());
        client.send("POST /webhook HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000000\r\n\r\n");
        QCOMPARE(client.read().status, 413);
    }

    void cutsOffSlowSenders()
    {
        WebhookOptions options = withBearer();
        options.idleTimeout = 30s;
        options.requestTimeout = 1s;
        QVERIFY(start(options));
        RawPost slow(m_listener->port());
        slow.send("POST /webhook HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: Bearer " +
                  bearer + "\r\nContent-Length: 100000\r\n\r\n{");
        QElapsedTimer clock;
        clock.start();
        while (slow.socket().state() == QAbstractSocket::ConnectedState && clock.elapsed() < 20'000) {
            slow.send(" "); // busily
            slow.socket().waitForReadyRead(50);
            RawPost quick(m_listener->port()); // others are served meanwhile
            QCOMPARE(quick.post("/webhook", userUpdated(1), bearer).status, 200);
        }
        QCOMPARE(slow.socket().state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(m_inbox->counts(profileId)->waiting, 1);
    }

    void issuesTokens()
    {
        support::FakeClock clock(QDateTime::currentDateTimeUtc());
        QVERIFY(start(withClient(), clock));
        RawPost client(m_listener->port());
        const QByteArray form = "Content-Type: application/x-www-form-urlencoded\r\n";
        const RawAnswer answer = client.request(
            "POST", "/token",
            "grant_type=client_credentials&client_id=didomi&client_secret=" + clientSecret.toPercentEncoding(), form);
        QCOMPARE(answer.status, 200);
        QCOMPARE(bodyOf(answer).value(u"token_type"_s), QJsonValue(u"Bearer"_s));
        QVERIFY(bodyOf(answer).value(u"expires_in"_s).toInt() > 0);
        QVERIFY(answer.head.toLower().contains("cache-control: no-store"));
        const QByteArray token = bodyOf(answer).value(u"access_token"_s).toString().toUtf8();
        QVERIFY(!token.contains(clientSecret));
        QCOMPARE(client.post("/webhook", userUpdated(1), token).status, 200);

        // Neither the secret itself, nor a token that was changed, nor one with another end counts.
        QCOMPARE(client.post("/webhook", userUpdated(2), clientSecret.toPercentEncoding()).status, 401);
        QByteArray longer = token;
        longer[0] = '9';
        QCOMPARE(client.post("/webhook", userUpdated(2), longer).status, 401);
        QCOMPARE(client.post("/webhook", userUpdated(2), token.chopped(1)).status, 401);
        QCOMPARE(client.post("/webhook", userUpdated(2), {}).status, 401);

        // It goes on counting after a restart, until its time is over.
        QVERIFY(start(withClient(), clock));
        RawPost again(m_listener->port());
        QCOMPARE(again.post("/webhook", userUpdated(3), token).status, 200);
        clock.advance(2h);
        QCOMPARE(again.post("/webhook", userUpdated(4), token).status, 401);
    }

    void issuesTokensForBasicToo()
    {
        QVERIFY(start(withClient()));
        RawPost client(m_listener->port());
        const QByteArray basic =
            "Authorization: Basic " + ("didomi:" + clientSecret.toPercentEncoding()).toBase64() + "\r\n";
        QCOMPARE(client.request("POST", "/token", "grant_type=client_credentials", basic).status, 200);
    }

    void refusesTokens_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const QByteArray secret = clientSecret.toPercentEncoding();
        QTest::newRow("wrong secret") << "grant_type=client_credentials&client_id=didomi&client_secret=wrong"_ba << 401
                                      << u"invalid_client"_s;
        QTest::newRow("wrong id") << "grant_type=client_credentials&client_id=other&client_secret=" + secret << 401
                                  << u"invalid_client"_s;
        QTest::newRow("nobody") << "grant_type=client_credentials"_ba << 401 << u"invalid_client"_s;
        QTest::newRow("another grant") << "grant_type=password&client_id=didomi&client_secret=" + secret << 400
                                       << u"unsupported_grant_type"_s;
        QTest::newRow("nothing") << QByteArray() << 400 << u"invalid_request"_s;
    }

    void refusesTokens()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, error);
        QVERIFY(start(withClient()));
        RawPost client(m_listener->port());
        const RawAnswer answer = client.request("POST", "/token", body);
        QCOMPARE(answer.status, status);
        QCOMPARE(bodyOf(answer).value(u"error"_s).toString(), error);
    }

    void speaksTls()
    {
        const support::Identity identity = support::makeIdentity();
        WebhookOptions options = withBearer();
        options.certificateFile = file(u"cert.pem"_s, identity.certificatePem);
        options.keyFile = file(u"key.pem"_s, identity.keyPem);
        options.address = QHostAddress(QHostAddress::AnyIPv4);
        QVERIFY(start(options));
        QSslSocket socket;
        QSslConfiguration configuration = socket.sslConfiguration();
        configuration.setCaCertificates({identity.certificate});
        socket.setSslConfiguration(configuration);
        socket.setPeerVerifyName(u"localhost"_s);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, m_listener->port());
        QVERIFY2(socket.waitForEncrypted(), qPrintable(socket.errorString()));
        const QByteArray body = userUpdated(1);
        socket.write("POST /webhook HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: "
                     "Bearer " +
                     bearer + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QVERIFY(socket.waitForReadyRead(10'000));
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
        QCOMPARE(m_inbox->counts(profileId)->waiting, 1);
    }

    void refusesToStart_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("client");
        QTest::addColumn<bool>("hasTls");
        QTest::addColumn<QString>("field");
        QTest::newRow("any address without TLS") << u"0.0.0.0"_s << bearer << QString() << false << u"tls_cert"_s;
        QTest::newRow("any IPv6 address without TLS") << u"::"_s << bearer << QString() << false << u"tls_cert"_s;
        QTest::newRow("any address for anybody") << u"0.0.0.0"_s << QByteArray() << QString() << true << u"bearer"_s;
        QTest::newRow("short token") << u"127.0.0.1"_s << "short"_ba << QString() << false << u"bearer"_s;
        QTest::newRow("both ways") << u"127.0.0.1"_s << bearer << clientId << false << u"bearer"_s;
        QTest::newRow("half of a client") << u"127.0.0.1"_s << QByteArray() << clientId << false << u"oauth_client"_s;
    }

    void refusesToStart()
    {
        QFETCH(QString, address);
        QFETCH(QByteArray, token);
        QFETCH(QString, client);
        QFETCH(bool, hasTls);
        QFETCH(QString, field);
        const support::Identity identity = support::makeIdentity();
        WebhookOptions options = withBearer();
        options.address = QHostAddress(address);
        options.access = {.bearer = core::Secret(token), .clientId = client};
        if (hasTls) {
            options.certificateFile = file(u"cert.pem"_s, identity.certificatePem);
            options.keyFile = file(u"key.pem"_s, identity.keyPem);
        }
        m_listener = std::make_unique<WebhookListener>(options);
        const auto started = m_listener->start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, Error::Kind::Invalid);
        QCOMPARE(started.error().field, field);
        QVERIFY(!started.error().fix.isEmpty());
        QCOMPARE(m_listener->port(), quint16(0));
    }

    void tellsWhichFileIsWrong()
    {
        WebhookOptions options = withBearer();
        options.certificateFile = file(u"cert.pem"_s, "no PEM");
        options.keyFile = m_folder->filePath(u"missing.pem"_s);
        m_listener = std::make_unique<WebhookListener>(options);
        QCOMPARE(m_listener->start().error().field, u"tls_cert"_s);
        options.certificateFile = file(u"cert.pem"_s, support::makeIdentity().certificatePem);
        m_listener = std::make_unique<WebhookListener>(options);
        const auto started = m_listener->start();
        QVERIFY(!started);
        QCOMPARE(started.error().field, u"tls_key"_s);
        QVERIFY(started.error().message.contains(u"missing.pem"_s));
    }

    /// Without a token anybody on this computer may send, but no web page that somebody has open.
    void isOpenForThisComputerOnly()
    {
        WebhookOptions options = withBearer();
        options.access = {};
        QVERIFY(start(options));
        RawPost client(m_listener->port());
        const QByteArray body = userUpdated(1);
        QCOMPARE(client.request("POST", "/webhook", body, "Content-Type: application/json\r\n").status, 200);
        QCOMPARE(client.request("POST", "/webhook", body, "Content-Type: text/plain\r\n").status, 415);
        RawPost rebound(m_listener->port());
        rebound.send("POST /webhook HTTP/1.1\r\nHost: evil.example\r\nContent-Type: application/json\r\n"
                     "Content-Length: " +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QCOMPARE(rebound.read().status, 400);
    }

    void asksForARepeatWhenTheDiskFails()
    {
        QVERIFY(start(withBearer()));
        QFile::remove(inboxPath());
        QFile::remove(inboxPath() + u"-wal"_s);
        QFile::remove(inboxPath() + u"-shm"_s);
        QVERIFY(QDir().mkpath(inboxPath())); // a folder in the file's place
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be queued"_s));
        RawPost client(m_listener->port());
        const RawAnswer answer = client.post("/webhook", userUpdated(1), bearer);
        QCOMPARE(answer.status, 503);
        QVERIFY(!answer.body.contains(inboxPath().toUtf8()));
        QCOMPARE(m_listener->counts().accepted, 0);
    }

    void canBeStartedAgain()
    {
        QVERIFY(start(withBearer()));
        {
            RawPost client(m_listener->port());
            QCOMPARE(client.post("/webhook", userUpdated(1), bearer).status, 200);
        }
        m_listener->stop();
        QCOMPARE(m_listener->port(), quint16(0));
        QVERIFY(m_listener->start());
        RawPost client(m_listener->port());
        QCOMPARE(client.post("/webhook", userUpdated(2), bearer).status, 200);
        QCOMPARE(m_inbox->counts(profileId)->waiting, 2);
    }

private:
    QString inboxPath() const { return m_folder->filePath(u"inbox.sqlite"_s); }

    WebhookOptions withBearer() const
    {
        return {.profileId = profileId, .inboxPath = inboxPath(), .access = {.bearer = core::Secret(bearer)}};
    }

    WebhookOptions withClient() const
    {
        return {.profileId = profileId,
                .inboxPath = inboxPath(),
                .access = {.clientId = clientId, .clientSecret = core::Secret(clientSecret)}};
    }

    bool start(const WebhookOptions &options, core::Clock &clock = core::Clock::system())
    {
        m_listener = std::make_unique<WebhookListener>(options, clock);
        const auto started = m_listener->start();
        if (!started)
            qWarning("%s", qPrintable(started.error().toLine()));
        return started.hasValue();
    }

    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qWarning("the file was not written");
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Inbox> m_inbox;
    std::unique_ptr<WebhookListener> m_listener;
};

QTEST_GUILESS_MAIN(TestWebhookListener)

#include "tst_webhooklistener.moc"
