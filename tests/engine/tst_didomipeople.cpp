#include "bridge/link.h"
#include "engine/exports.h"
#include "engine/peoplesource.h"
#include "sandbox/practice.h"
#include "sandbox/sandbox.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using core::Error;
using engine::PeopleSource;
using engine::Scope;
using engine::SourcePart;
using support::answer;
using support::Play;
using support::ScriptServer;
using support::userLine;

namespace {

QByteArray page(const QByteArrayList &users, const QByteArray &cursor)
{
    return "{\"data\":[" + users.join(',') +
           "],\"limit\":100,\"cursor\":" + (cursor.isEmpty() ? "null" : '"' + cursor + '"') + "}";
}

QByteArrayList users(int from, int count)
{
    QByteArrayList list;
    for (int i = from; i < from + count; ++i)
        list << userLine("p" + QByteArray::number(i)).trimmed();
    return list;
}

} // namespace

/// Didomi's list of users, with answers that the real one is not likely to give.
class TestDidomiPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void endsWhenACursorComesAgain();
    void tellsEntriesThatCannotBeRead();
    void asksForTheRegulation_data();
    void asksForTheRegulation();
    void tellsWhoComesAgain();
    void goesOnThoughCursorsAreNamedAnew();

private:
    using Pages = QHash<QByteArray, QByteArray>; ///< By the cursor that asks for it.

    void serve(const Pages &pages);
    std::unique_ptr<PeopleSource> open(const Scope &scope = {}, const QString &mark = {});

    std::unique_ptr<ScriptServer> m_server;
    net::Network m_network;
    std::unique_ptr<bridge::Link> m_link;
    QObject m_parent;
};

void TestDidomiPeople::init()
{
    m_server = std::make_unique<ScriptServer>();
    const QString origin = QString::fromLatin1(m_server->origin());
    auto link = bridge::Link::make(m_network,
                                   sandbox::practiceProfile({.authority = origin,
                                                             .tenant = u"contoso.example"_s,
                                                             .clientId = u"11111111-1111-4111-8111-111111111111"_s,
                                                             .dataverse = origin,
                                                             .alternateKey = u"new_didomiuserid"_s,
                                                             .booleanColumn = u"new_newsletterconsent"_s,
                                                             .didomi = origin + u"/v1"_s,
                                                             .organizationId = u"acme"_s,
                                                             .didomiKey = u"key"_s}),
                                   {.didomiSecret = core::Secret("secret")});
    QVERIFY2(link, link ? "" : qPrintable(link.error().message));
    m_link = std::move(*link);
}

void TestDidomiPeople::serve(const Pages &pages)
{
    m_server->decide([pages](const ScriptServer::Received &request) -> Play {
        if (request.target() == "/v1/sessions")
            return answer(200, "{\"type\":\"api-key\",\"access_token\":\"token\"}");
        const QUrlQuery query(QUrl::fromEncoded(request.target()).query(QUrl::FullyEncoded));
        const QByteArray cursor = query.queryItemValue(u"$cursor"_s, QUrl::FullyDecoded).isEmpty()
                                      ? query.queryItemValue(u"%24cursor"_s, QUrl::FullyDecoded).toUtf8()
                                      : query.queryItemValue(u"$cursor"_s, QUrl::FullyDecoded).toUtf8();
        return pages.contains(cursor) ? answer(200, pages.value(cursor)) : answer(400, "{\"code\":400}");
    });
}

std::unique_ptr<PeopleSource> TestDidomiPeople::open(const Scope &scope, const QString &mark)
{
    auto opened = engine::openPeople(*m_link, scope, mark);
    if (!opened)
        qFatal("not opened: %s", qPrintable(opened.error().message));
    return std::move(*opened);
}

void TestDidomiPeople::endsWhenACursorComesAgain()
{
    serve({{"", page(users(0, 3), "a")}, {"a", page(users(3, 3), "b")}, {"b", page(users(6, 3), "a")}});
    const auto source = open();
    const auto part = support::finishOf(source->next(&m_parent));
    QVERIFY(!part);
    QCOMPARE(part.error().kind, Error::Kind::BadReply);
    QVERIFY(!part.error().fix.isEmpty());
    QVERIFY(m_server->requests().size() < 6);
}

void TestDidomiPeople::tellsEntriesThatCannotBeRead()
{
    serve({{"", page(users(0, 2) + QByteArrayList{"{\"id\":7,\"consents\":[]}", "null"}, "a")},
           {"a", page(users(2, 1), {})}});
    const auto part = support::finishOf(open()->next(&m_parent));
    QVERIFY2(part, part ? "" : qPrintable(part.error().toLine()));
    QCOMPARE(part->people.size(), std::size_t(3));
    QCOMPARE(part->problems.size(), 2);
    QVERIFY(part->problems.constFirst().message.contains(u"3"_s));
    QVERIFY(part->isLast);
    QCOMPARE(part->done, 5);
}

void TestDidomiPeople::asksForTheRegulation_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("the integration's") << QString() << QByteArray("gdpr");
    QTest::newRow("the scope's") << u"cpra"_s << QByteArray("cpra");
}

void TestDidomiPeople::asksForTheRegulation()
{
    QFETCH(QString, asked);
    QFETCH(QByteArray, told);
    serve({{"", page(users(0, 1), {})}});
    const auto part = support::finishOf(open({.regulation = asked})->next(&m_parent));
    QVERIFY(part);
    QVERIFY(m_server->requests().constLast().target().contains("regulation=" + told));
    QCOMPARE(part->people.front().subjects.constFirst().regulation, QString::fromLatin1(told));
}

void TestDidomiPeople::tellsWhoComesAgain()
{
    serve(
        {{"", page(users(0, 1'999) + QByteArrayList{userLine("ada", "false", "2026-11-20T09:00:00Z", "u-1").trimmed()},
                   "a")},
         {"a", page(QByteArrayList{userLine("ada", "true", "2026-11-20T09:00:00Z", "u-2").trimmed()}, {})}});
    const auto source = open({.purposes = {u"newsletter"_s}, .choice = consent::Choice::Given});
    const auto first = support::finishOf(source->next(&m_parent));
    QVERIFY(first);
    QCOMPARE(first->people.size(), std::size_t(1'999));
    QVERIFY(first->again.isEmpty());
    const auto second = support::finishOf(source->next(&m_parent));
    QVERIFY(second);
    QVERIFY(second->people.empty());
    QCOMPARE(second->again, QStringList{u"ada"_s});
    QVERIFY(second->isLast);
}

/// Nobody promises that a cursor is the same text tomorrow.
void TestDidomiPeople::goesOnThoughCursorsAreNamedAnew()
{
    const Scope scope{.choice = consent::Choice::Given};
    serve({{"", page(users(0, 2'000), "a")}, {"a", page(users(2'000, 5), {})}});
    const auto first = support::finishOf(open(scope)->next(&m_parent));
    QVERIFY(first);
    serve({{"", page(users(0, 2'000), "x")}, {"x", page(users(2'000, 5), {})}});
    const auto rest = support::finishOf(open(scope, first->mark)->next(&m_parent));
    QVERIFY(rest);
    QCOMPARE(rest->people.size(), std::size_t(5));
    QCOMPARE(rest->people.front().id(), u"p2000"_s);
    // Without a filter the place itself is asked for; that it is not known any more is told.
    const auto unknown = support::finishOf(open({}, first->mark)->next(&m_parent));
    QVERIFY(!unknown);
}

QTEST_GUILESS_MAIN(TestDidomiPeople)
#include "tst_didomipeople.moc"
