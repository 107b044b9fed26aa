#include "didomi/client.h"
#include "didomi/contract.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using didomi::Contract;
using didomi::Feature;
using didomi::RateBudget;
using support::answer;
using support::finishOf;
using support::ScriptServer;
using Kind = core::Error::Kind;

namespace {

/// JSON written with single quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/// "batch_exports=0 consents_api=1"
QString shown(const QList<Feature> &features)
{
    QStringList words;
    for (const Feature &feature : features)
        words << feature.id + (feature.isOn ? u"=1"_s : u"=0"_s);
    return words.join(u' ');
}

} // namespace

class TestContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEachShape_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("features");
        const QString two = u"consents_api=1 webhooks=0"_s;
        QTest::newRow("object of flags") << json("{'webhooks':false,'consents_api':true}") << two;
        QTest::newRow("with other members")
            << json("{'organization_id':'acme','version':2,'webhooks':false,'consents_api':true,'note':null}") << two;
        QTest::newRow("in data") << json("{'data':{'webhooks':false,'consents_api':true}}") << two;
        QTest::newRow("in premium_features")
            << json("{'organization_id':'acme','premium_features':{'webhooks':false,'consents_api':true}}") << two;
        QTest::newRow("envelope in an envelope")
            << json("{'data':{'id':'acme','features':{'webhooks':false,'consents_api':true}}}") << two;
        QTest::newRow("list of objects")
            << json("[{'id':'webhooks','enabled':false},{'id':'consents_api','enabled':true}]") << two;
        QTest::newRow("list in an envelope")
            << json("{'total':2,'limit':100,'skip':0,'data':[{'name':'webhooks','value':false},{'key':'consents_api',"
                    "'active':true}]}")
            << two;
        QTest::newRow("list with one object of flags") << json("[{'webhooks':false,'consents_api':true}]") << two;
        QTest::newRow("the same in an envelope") << json("{'data':[{'webhooks':false,'consents_api':true}]}") << two;
        QTest::newRow("list of names") << json("['webhooks','consents_api']") << u"consents_api=1 webhooks=1"_s;
        QTest::newRow("objects of flags")
            << json("{'webhooks':{'enabled':false},'consents_api':{'enabled':true,'since':2024}}") << two;
        QTest::newRow("nothing bought") << QByteArray("{}") << QString();
        QTest::newRow("nothing bought, list") << QByteArray("[]") << QString();
        QTest::newRow("nothing bought, envelope") << json("{'data':[]}") << QString();
    }
    void readsEachShape()
    {
        QFETCH(QByteArray, body);
        const Result<Contract> contract = didomi::readContract({.status = 200, .body = body});
        QVERIFY(contract);
        QTEST(shown(contract->features), "features");
    }

    void isNotFooledByOtherAnswers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("page") << 200 << QByteArray("<html>Hello</html>") << Kind::BadReply;
        QTest::newRow("cut") << 200 << QByteArray("{\"consents_api\":tr") << Kind::BadReply;
        QTest::newRow("nothing") << 200 << QByteArray() << Kind::BadReply;
        QTest::newRow("number") << 200 << QByteArray("7") << Kind::BadReply;
        QTest::newRow("no flags") << 200 << json("{'message':'Welcome'}") << Kind::BadReply;
        QTest::newRow("list of anything") << 200 << QByteArray("[1,[true],null]") << Kind::BadReply;
        QTest::newRow("not in the contract")
            << 403 << json("{'code':403,'name':'Forbidden','message':'x'}") << Kind::Forbidden;
        QTest::newRow("no such route") << 404 << json("{'code':404,'name':'NotFound','message':'x'}") << Kind::NotFound;
        QTest::newRow("no such route, page") << 404 << QByteArray("<html>404</html>") << Kind::NotFound;
        QTest::newRow("other verb") << 405 << QByteArray() << Kind::NotFound;
        QTest::newRow("not made") << 501 << QByteArray() << Kind::NotFound;
        QTest::newRow("failed") << 503 << QByteArray() << Kind::Server;
    }
    void isNotFooledByOtherAnswers()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const Result<Contract> contract = didomi::readContract({.status = status, .body = body});
        QVERIFY(!contract);
        QTEST(contract.error().kind, "kind");
        QVERIFY(!contract.error().message.isEmpty() && !contract.error().fix.isEmpty());
    }

    void readsTheRateBudget_data()
    {
        QTest::addColumn<net::Headers>("headers");
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("remaining");
        QTest::addColumn<int>("reset");
        QTest::newRow("newer") << net::Headers{{"RateLimit", "limit=100, remaining=97, reset=12"},
                                               {"RateLimit-Policy", "100;w=15"}}
                               << 100 << 97 << 12;
        QTest::newRow("any letter case and order")
            << net::Headers{{"ratelimit", "Reset=12;REMAINING = 0 ,limit=100"}} << 100 << 0 << 12;
        QTest::newRow("older") << net::Headers{{"RateLimit-Limit", "100"},
                                               {"RateLimit-Remaining", "96"},
                                               {"RateLimit-Reset", "9"}}
                               << 100 << 96 << 9;
        QTest::newRow("older, with its policy")
            << net::Headers{{"RateLimit-Limit", "100, 100;w=15"}} << 100 << -1 << -1;
        QTest::newRow("both: the newer counts")
            << net::Headers{{"RateLimit-Remaining", "1"}, {"RateLimit", "remaining=2"}} << -1 << 2 << -1;
        QTest::newRow("none") << net::Headers{} << -1 << -1 << -1;
        QTest::newRow("nonsense") << net::Headers{{"RateLimit", "limit=many, remaining=-5, =3, reset"},
                                                  {"RateLimit-Reset", "99999999999999"}}
                                  << -1 << -1 << -1;
    }
    void readsTheRateBudget()
    {
        QFETCH(net::Headers, headers);
        const RateBudget budget = didomi::readRateBudget(headers);
        QTEST(budget.limit, "limit");
        QTEST(budget.remaining, "remaining");
        QTEST(budget.resetSeconds, "reset");
    }

    void asksForTheOrganizationsContract()
    {
        ScriptServer server;
        server.add(answer(200, json("{'access_token':'a.b.c'}")));
        server.add(answer(200, json("{'consents_api':true}"), {"RateLimit: limit=100, remaining=97, reset=12"}));
        net::Network network;
        const std::unique_ptr<net::Service> service = network.service({.name = u"Didomi"_s});
        didomi::Client client(*service, {.apiUrl = server.url(u"/v1"_s),
                                         .keyId = u"key"_s,
                                         .secret = core::Secret("didomi-canary-secret"),
                                         .organizationId = u"acme+co"_s});
        const Result<Contract> contract = finishOf(client.contract(this));
        QVERIFY(contract);
        QCOMPARE(shown(contract->features), u"consents_api=1"_s);
        QCOMPARE(contract->budget.remaining, 97);
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests().last().requestLine(),
                 QByteArray("GET /v1/premium-features?organization_id=acme%2Bco HTTP/1.1"));
        QCOMPARE(server.requests().last().header("Authorization"), QByteArray("Bearer a.b.c"));
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
