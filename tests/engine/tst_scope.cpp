#include "engine/scope.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using engine::Scope;
using engine::scopeFromJson;

class TestScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void saysNothingOfWhatIsNotMeant();
    void refuses_data();
    void refuses();
    void takesATimeInAnyZone();
    void isDescribed_data();
    void isDescribed();
};

void TestScope::comesBackAsItWas_data()
{
    QTest::addColumn<Scope>("scope");
    QTest::newRow("everybody") << Scope();
    QTest::newRow("people") << Scope{.whom = Scope::Whom::People, .people = {u"jane@example.com"_s, u"ä,\"b\""_s}};
    QTest::newRow("since") << Scope{.whom = Scope::Whom::ChangedSince,
                                    .since = QDateTime({2026, 11, 20}, {9, 58, 12, 345}, Qt::UTC)};
    QTest::newRow("failed") << Scope{.whom = Scope::Whom::FailedBefore, .failedIn = u"/plans/a b.cbplan"_s};
    QTest::newRow("all narrowings") << Scope{.regulation = u"cpra"_s,
                                             .purposes = {u"newsletter"_s, u"sms_marketing"_s},
                                             .choice = consent::Choice::Refused,
                                             .onlyDifferent = true,
                                             .files = {u"/exports"_s, u"one.json.gz"_s}};
    for (const auto choice : {consent::Choice::None, consent::Choice::Given, consent::Choice::Pending})
        QTest::newRow(qPrintable(consent::choiceWord(choice))) << Scope{.choice = choice};
}

void TestScope::comesBackAsItWas()
{
    QFETCH(Scope, scope);
    const auto read = scopeFromJson(engine::scopeToJson(scope));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, scope);
}

void TestScope::saysNothingOfWhatIsNotMeant()
{
    QCOMPARE(engine::scopeToJson({}), QByteArray("{\"whom\":\"everybody\"}"));
}

void TestScope::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    QTest::newRow("nothing") << QByteArray() << u"scope"_s;
    QTest::newRow("no object") << QByteArray("[]") << u"scope"_s;
    QTest::newRow("cut off") << QByteArray("{\"whom\":") << u"scope"_s;
    QTest::newRow("no whom") << QByteArray("{}") << u"whom"_s;
    QTest::newRow("unknown whom") << QByteArray("{\"whom\":\"all\"}") << u"whom"_s;
    QTest::newRow("whom of another type") << QByteArray("{\"whom\":1}") << u"whom"_s;
    QTest::newRow("unknown member") << QByteArray("{\"whom\":\"everybody\",\"purpose\":\"x\"}") << u"purpose"_s;
    QTest::newRow("other letter case") << QByteArray("{\"whom\":\"everybody\",\"Files\":[]}") << u"Files"_s;
    QTest::newRow("nobody") << QByteArray("{\"whom\":\"people\"}") << u"people"_s;
    QTest::newRow("an empty id") << QByteArray("{\"whom\":\"people\",\"people\":[\"\"]}") << u"people"_s;
    QTest::newRow("a number as id") << QByteArray("{\"whom\":\"people\",\"people\":[7]}") << u"people"_s;
    QTest::newRow("no list") << QByteArray("{\"whom\":\"people\",\"people\":\"jane\"}") << u"people"_s;
    QTest::newRow("no time") << QByteArray("{\"whom\":\"changed_since\"}") << u"since"_s;
    QTest::newRow("a bad time") << QByteArray("{\"whom\":\"changed_since\",\"since\":\"soon\"}") << u"since"_s;
    QTest::newRow("a time without a zone")
        << QByteArray("{\"whom\":\"changed_since\",\"since\":\"2026-11-20T09:00:00\"}") << u"since"_s;
    QTest::newRow("no run") << QByteArray("{\"whom\":\"failed_before\"}") << u"failed_in"_s;
    QTest::newRow("unknown choice") << QByteArray("{\"whom\":\"everybody\",\"choice\":\"maybe\"}") << u"choice"_s;
    QTest::newRow("no flag") << QByteArray("{\"whom\":\"everybody\",\"only_different\":1}") << u"only_different"_s;
    QTest::newRow("null") << QByteArray("{\"whom\":\"everybody\",\"files\":null}") << u"files"_s;
}

void TestScope::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, field);
    const auto read = scopeFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Invalid);
    QCOMPARE(read.error().field, field);
    QVERIFY(!read.error().message.isEmpty());
    QVERIFY(!read.error().fix.isEmpty());
}

void TestScope::takesATimeInAnyZone()
{
    const auto read = scopeFromJson("{\"whom\":\"changed_since\",\"since\":\"2026-11-20T10:58:12+01:00\"}");
    QVERIFY(read);
    QCOMPARE(read->since, QDateTime({2026, 11, 20}, {9, 58, 12}, Qt::UTC));
    QCOMPARE(read->since.timeSpec(), Qt::UTC);
}

void TestScope::isDescribed_data()
{
    QTest::addColumn<Scope>("scope");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("everybody") << Scope() << QStringList{u"Everybody."_s};
    QTest::newRow("one") << Scope{.whom = Scope::Whom::People, .people = {u"jane"_s}} << QStringList{u"One person."_s};
    QTest::newRow("two") << Scope{.whom = Scope::Whom::People, .people = {u"a"_s, u"b"_s}} << QStringList{u"2 "_s};
    QTest::newRow("since and files") << Scope{.whom = Scope::Whom::ChangedSince,
                                              .since = QDateTime({2026, 11, 20}, {12, 0}, Qt::UTC),
                                              .files = {u"a"_s, u"b"_s, u"c"_s}}
                                     << QStringList{u"since"_s, u"3 file"_s};
    QTest::newRow("a choice about purposes") << Scope{.purposes = {u"newsletter"_s}, .choice = consent::Choice::Refused}
                                             << QStringList{u"newsletter"_s, u"refused"_s};
    QTest::newRow("regulation") << Scope{.regulation = u"cpra"_s, .onlyDifferent = true}
                                << QStringList{u"cpra"_s, u"Dataverse"_s};
}

void TestScope::isDescribed()
{
    QFETCH(Scope, scope);
    QFETCH(QStringList, words);
    const QString text = engine::describe(scope);
    QVERIFY2(text.endsWith(u'.'), qPrintable(text));
    for (const QString &word : std::as_const(words))
        QVERIFY2(text.contains(word), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestScope)
#include "tst_scope.moc"
