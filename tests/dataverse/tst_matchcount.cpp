#include "dataverse/client.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using core::Error;
using dataverse::Client;
using dataverse::Matches;
using support::answer;
using support::finishOf;
using support::ScriptServer;

Q_DECLARE_METATYPE(QList<dataverse::Matches>)

namespace {

constexpr auto none = Matches::None;
constexpr auto one = Matches::One;
constexpr auto several = Matches::Several;
constexpr auto impossible = Matches::Impossible;

const QString guid = u"7c0f0000-0000-4000-8000-000000000003"_s;

class NoAuthorizer final : public net::Authorizer
{
public:
    core::Job<core::Secret> *authorization(const core::Secret &, QObject *parent) override
    {
        return new core::ReadyJob<core::Secret>(core::Secret("Bearer token"), parent);
    }
};

mapping::Table contacts()
{
    using Type = mapping::ColumnType;
    mapping::Table table{.logicalName = u"contact"_s,
                         .displayName = u"Contact"_s,
                         .entitySet = u"contacts"_s,
                         .primaryId = u"contactid"_s};
    const auto add = [&](const QString &name, Type type, bool isReadable = true) {
        table.columns << mapping::Column{.logicalName = name,
                                         .displayName = name,
                                         .type = type,
                                         .isPrimaryId = name == table.primaryId,
                                         .isValidForRead = isReadable};
    };
    add(u"contactid"_s, Type::UniqueId);
    add(u"emailaddress1"_s, Type::Text);
    add(u"new_number"_s, Type::Integer);
    add(u"new_topics"_s, Type::MultiChoice);
    add(u"new_writeonly"_s, Type::Text, false);
    return table;
}

QString withoutAccents(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            plain += c;
    }
    return plain.toCaseFolded().trimmed();
}

/// The literals of an "or" chain.
QStringList literalsOf(const QString &filter)
{
    static const QRegularExpression term(u"^(\\w+) eq (?:'((?:[^']|'')*)'|(\\S+))( or |$)"_s);
    QStringList literals;
    QString rest = filter;
    while (!rest.isEmpty()) {
        const QRegularExpressionMatch match = term.match(rest);
        if (!match.hasMatch())
            qFatal("not a filter: %s", qPrintable(filter));
        literals << (match.hasCaptured(3) && !match.captured(3).isEmpty() ? match.captured(3)
                                                                          : match.captured(2).replace(u"''"_s, u"'"_s));
        rest = rest.mid(match.capturedLength());
    }
    return literals;
}

} // namespace

/// How many rows have which value, asked together.
class TestMatchCount : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<net::Network> m_network;
    std::unique_ptr<net::Service> m_service;
    std::unique_ptr<ScriptServer> m_server;
    NoAuthorizer m_authorizer;
    std::unique_ptr<Client> m_client;
    QStringList m_rows; ///< Values of emailaddress1, as stored.
    QString m_column = u"emailaddress1"_s;
    bool m_isStrange = false; ///< Takes an "a" for a "4".

    QString folded(QString text) const
    {
        if (m_isStrange)
            text.replace(u'4', u'a');
        return withoutAccents(text);
    }

    support::Play play(const ScriptServer::Received &request) const
    {
        const QUrlQuery query(QString::fromLatin1(request.target()).section(u'?', 1));
        const QString filter = query.queryItemValue(u"$filter"_s, QUrl::FullyDecoded);
        const int top = query.queryItemValue(u"$top"_s).toInt();
        QStringList wanted;
        for (const QString &literal : literalsOf(filter))
            wanted << folded(literal);
        QJsonArray rows;
        for (const QString &row : m_rows) {
            if (wanted.contains(folded(row)) && rows.size() < top)
                rows << QJsonObject{{u"contactid"_s, m_column == u"contactid" ? row : guid}, {m_column, row}};
        }
        return answer(200, QJsonDocument(QJsonObject{{u"value"_s, rows}}).toJson());
    }

    core::Result<QList<Matches>> count(const QStringList &values)
    {
        return finishOf(m_client->countMatches(contacts(), m_column, values, this));
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptServer>();
        m_server->decide([this](const ScriptServer::Received &request) { return play(request); });
        m_network = std::make_unique<net::Network>();
        m_service = m_network->service({.name = u"Dataverse"_s, .retry = {.firstDelay = std::chrono::milliseconds(1)}});
        m_client = std::make_unique<Client>(*m_service, m_authorizer, m_server->url(u"/api/data/v9.2/"_s), QString());
        m_rows = {u"ann@example.com"_s, u"Bob@Example.com"_s, u"cy@example.com"_s, u"cy@example.com"_s,
                  u"cy@example.com"_s,  u"o'neil"_s,          u"a+b/c%&#?"_s,      u"élan"_s};
        m_column = u"emailaddress1"_s;
        m_isStrange = false;
    }

    void cleanup()
    {
        m_client.reset();
        m_service.reset();
        m_network.reset();
        m_server.reset();
    }

    void counts_data()
    {
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QList<Matches>>("expected");
        QTest::addColumn<int>("requests");
        QTest::newRow("nothing") << QStringList{} << QList<Matches>{} << 0;
        QTest::newRow("one value") << QStringList{u"ann@example.com"_s} << QList{one} << 1;
        QTest::newRow("none, one, several")
            << QStringList{u"zoe@example.com"_s, u"ann@example.com"_s, u"cy@example.com"_s} << QList{none, one, several}
            << 1;
        QTest::newRow("the same twice") << QStringList{u"ann@example.com"_s, u"zoe"_s, u"ann@example.com"_s}
                                        << QList{one, none, one} << 1;
        QTest::newRow("in another case") << QStringList{u"bob@example.com"_s, u"zoe"_s} << QList{one, none} << 1;
        QTest::newRow("in both cases") << QStringList{u"bob@example.com"_s, u"BOB@example.com"_s} << QList{one, one}
                                       << 2; // a row must belong to one of them
        QTest::newRow("with accents and without") << QStringList{u"élan"_s, u"elan"_s} << QList{one, one} << 2;
        QTest::newRow("with signs") << QStringList{u"o'neil"_s, u"a+b/c%&#?"_s, u"x' or 1 eq 1"_s}
                                    << QList{one, one, none} << 1;
        QTest::newRow("a blank at its end")
            << QStringList{u"ann@example.com "_s, u"cy@example.com"_s} << QList{one, several} << 1;
        QTest::newRow("empty") << QStringList{QString(), u"cy@example.com"_s} << QList{impossible, several} << 1;
        QTest::newRow("nothing but impossible ones")
            << QStringList{QString(), QString()} << QList{impossible, impossible} << 0;
        QTest::newRow("endless") << QStringList{QString(10'000, u'x'), u"ann@example.com"_s} << QList{impossible, one}
                                 << 1;
        QTest::newRow("with a zero in it")
            << QStringList{u"ann"_s + QChar::Null + u"b"_s, u"o'neil"_s} << QList{impossible, one} << 1;
    }

    void counts()
    {
        QFETCH(const QStringList, values);
        QFETCH(const QList<Matches>, expected);
        QFETCH(const int, requests);
        const auto found = count(values);
        QVERIFY(found);
        QCOMPARE(*found, expected);
        QCOMPARE(m_server->requests().size(), requests);
    }

    void asksForManyAtOnce()
    {
        QStringList values;
        QList<Matches> expected;
        m_rows.clear();
        for (int i = 0; i < 250; ++i) {
            const QString id = u"crm-%1"_s.arg(i);
            values << id;
            expected << (i % 3 == 0 ? none : i % 3 == 1 ? one : several);
            for (int row = 0; row < i % 3; ++row)
                m_rows << id;
        }
        const auto found = count(values);
        QVERIFY(found);
        QCOMPARE(*found, expected);
        QCOMPARE(m_server->requests().size(), 3);
        for (const ScriptServer::Received &request : m_server->requests())
            QVERIFY(request.target().size() < 8'000);
    }

    void keepsLongOnesApart()
    {
        QStringList values;
        for (int i = 0; i < 20; ++i)
            values << QString::number(i) + QString(500, u'é'); // 3,000 bytes each in an address
        const auto found = count(values);
        QVERIFY(found);
        QCOMPARE(*found, QList<Matches>(20, none));
        for (const ScriptServer::Received &request : m_server->requests())
            QVERIFY(request.target().size() < 8'000);
    }

    /// A value with very many rows fills the answer: the others are asked for again without it.
    void isNotFooledByAFullAnswer()
    {
        m_rows = QStringList(5'000, u"shared@example.com"_s);
        m_rows << u"ann@example.com"_s << u"cy@example.com"_s << u"cy@example.com"_s;
        const auto found =
            count({u"ann@example.com"_s, u"shared@example.com"_s, u"cy@example.com"_s, u"zoe@example.com"_s});
        QVERIFY(found);
        QCOMPARE(*found, QList({one, several, several, none}));
        QCOMPARE(m_server->requests().size(), 2);
        for (const ScriptServer::Received &request : m_server->requests())
            QVERIFY(request.target().contains("$top="));
    }

    /// Whatever an environment takes for equal: a row that belongs to no value makes the job ask one by one.
    void asksOneByOneWhenRowsBelongToNobody()
    {
        m_isStrange = true;
        m_rows = {u"a1"_s, u"b"_s, u"b"_s};
        const auto found = count({u"41"_s, u"b"_s, u"c"_s});
        QVERIFY(found);
        QCOMPARE(*found, QList({one, several, none}));
        QCOMPARE(m_server->requests().size(), 4);
    }

    void countsRowIds()
    {
        m_column = u"contactid"_s;
        m_rows = {guid};
        const auto found =
            count({guid.toUpper(), u"{"_s + guid + u"}"_s, u"not a guid"_s, u"7c0f0000-0000-4000-8000-000000000004"_s});
        QVERIFY(found);
        QCOMPARE(*found, QList({one, one, impossible, none}));
        QVERIFY(!m_server->requests().constFirst().target().contains('\''));
        QVERIFY(m_server->requests().constFirst().target().contains("$select=contactid&"));
    }

    void countsNumbers()
    {
        m_column = u"new_number"_s;
        m_server->decide({});
        m_server->always(answer(200, "{\"value\":[{\"contactid\":\"" + guid.toLatin1() + "\",\"new_number\":42}]}"));
        const auto found = count({u"42"_s, u"7"_s, u"seven"_s});
        QVERIFY(found);
        QCOMPARE(*found, QList({one, none, impossible}));
        QCOMPARE(m_server->requests().size(), 1);
    }

    void refusesColumnsThatCannotBeRead()
    {
        for (const QString &column : {u"nonesuch"_s, u"new_writeonly"_s}) {
            m_column = column;
            const auto found = count({u"a"_s});
            QVERIFY(!found);
            QCOMPARE(found.error().kind, Error::Kind::Invalid);
            QCOMPARE(found.error().field, column);
        }
        m_column = u"new_topics"_s;
        QCOMPARE(count({u"1"_s}).valueOr({}), QList{impossible});
        QVERIFY(m_server->requests().isEmpty());
    }

    void tellsRefusals()
    {
        m_server->decide({});
        m_server->always(answer(403, "{\"error\":{\"code\":\"0x80040220\",\"message\":\"prvReadContact\"}}"));
        const auto found = count({u"a"_s, u"b"_s});
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Forbidden);
        m_server->always(answer(200, "<html>"));
        QCOMPARE(count({u"a"_s}).error().kind, Error::Kind::BadReply);
    }
};

QTEST_GUILESS_MAIN(TestMatchCount)
#include "tst_matchcount.moc"
