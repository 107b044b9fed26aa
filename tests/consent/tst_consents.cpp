#include "consent/consents.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace consent;

namespace {

Consents read(const char *json)
{
    return readConsents(QJsonDocument::fromJson(json).object());
}

} // namespace

class TestConsents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAChoice_data()
    {
        QTest::addColumn<QByteArray>("purpose");
        QTest::addColumn<Choice>("choice");
        QTest::newRow("true") << QByteArray("{\"id\":\"p\",\"enabled\":true}") << Choice::Given;
        QTest::newRow("false") << QByteArray("{\"id\":\"p\",\"enabled\":false}") << Choice::Refused;
        QTest::newRow("null") << QByteArray("{\"id\":\"p\",\"enabled\":null}") << Choice::None;
        QTest::newRow("absent") << QByteArray("{\"id\":\"p\"}") << Choice::None;
        QTest::newRow("text is no answer") << QByteArray("{\"id\":\"p\",\"enabled\":\"false\"}") << Choice::None;
        QTest::newRow("a number is no answer") << QByteArray("{\"id\":\"p\",\"enabled\":0}") << Choice::None;
    }

    void readsAChoice()
    {
        QFETCH(QByteArray, purpose);
        const Consents consents = read("{\"purposes\":[" + purpose + "]}");
        QVERIFY(consents.purpose(u"p"_s));
        QTEST(consents.purpose(u"p"_s)->choice, "choice");
        QCOMPARE(consents.purpose(u"p"_s)->legitimateInterest, Choice::None);
        QVERIFY(!consents.purpose(u"q"_s));
    }

    void readsTheFirstGeneration()
    {
        const Consents consents =
            read("{\"channels\":[{\"id\":\"sms\",\"enabled\":true}],\"purposes\":[{\"id\":\"cookies\",\"enabled\":null,"
                 "\"enabled_li\":false,\"metadata\":{},\"channels\":[{\"id\":\"email\",\"enabled\":true}],"
                 "\"preferences\":[{\"id\":\"newsletter\",\"enabled\":true,\"channels\":"
                 "[{\"id\":\"email\",\"enabled\":false},{\"id\":\"post\",\"enabled\":null}]}]}],\"vendors\":{}}");
        const Consents expected{
            .purposes = {{.id = u"cookies"_s,
                          .choice = Choice::None,
                          .legitimateInterest = Choice::Refused,
                          .preferences = {{.id = u"newsletter"_s,
                                           .choice = Choice::Given,
                                           .channels = {{u"email"_s, Choice::Refused}, {u"post"_s, Choice::None}}}},
                          .channels = {{u"email"_s, Choice::Given}}}},
            .channels = {{u"sms"_s, Choice::Given}}};
        QCOMPARE(consents, expected);
    }

    void readsPickedValues_data()
    {
        QTest::addColumn<QByteArray>("values");
        QTest::addColumn<bool>("hasEntry");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("list") << QByteArray("{\"t\":{\"value\":\"a, b ,a,\"}}") << true << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("nothing picked") << QByteArray("{\"t\":{\"value\":\"\"}}") << true << QStringList{};
        QTest::newRow("from propagation")
            << QByteArray("{\"t\":{\"value\":\"a\",\"from_propagation\":true}}") << true << QStringList{u"a"_s};
        QTest::newRow("array") << QByteArray("{\"t\":{\"value\":[\"a\",\"b\"]}}") << true
                               << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("bare text") << QByteArray("{\"t\":\"a,b\"}") << true << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("null is no entry") << QByteArray("{\"t\":{\"value\":null}}") << false << QStringList{};
        QTest::newRow("no value is no entry") << QByteArray("{\"t\":{}}") << false << QStringList{};
        QTest::newRow("nothing at all") << QByteArray("{}") << false << QStringList{};
    }

    void readsPickedValues()
    {
        QFETCH(QByteArray, values);
        QFETCH(bool, hasEntry);
        const Consents consents = read("{\"purposes\":[{\"id\":\"p\",\"values\":" + values + "}]}");
        const auto found = consents.purposes.first().values;
        QCOMPARE(!found.isEmpty(), hasEntry);
        if (hasEntry) {
            QCOMPARE(found.first().preferenceId, u"t"_s);
            QTEST(found.first().valueIds, "ids");
        }
    }

    void anIdThatComesTwiceCountsAsTheStricterOne()
    {
        const Consents consents =
            read("{\"purposes\":[{\"id\":\"p\",\"enabled\":false,\"values\":{\"t\":{\"value\":\"a,b\"}}},"
                 "{\"id\":\"p\",\"enabled\":true,\"values\":{\"t\":{\"value\":\"b,c\"}}}]}");
        QCOMPARE(consents.purposes.size(), 1);
        QCOMPARE(consents.purposes.first().choice, Choice::Refused);
        QCOMPARE(consents.purposes.first().values.first().valueIds, QStringList{u"b"_s});
    }

    void ignoresWhatIsNoConsent_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("null") << QByteArray("{\"purposes\":null,\"channels\":null}");
        QTest::newRow("other types") << QByteArray("{\"purposes\":{\"a\":1},\"channels\":\"x\"}");
        QTest::newRow("no ids") << QByteArray(
            "{\"purposes\":[{\"enabled\":true},7,null,[],{\"id\":\"\"},{\"id\":true}]}");
    }

    void ignoresWhatIsNoConsent()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(read(json), Consents());
    }

    void ofTwoChoicesTheStricterOne()
    {
        QCOMPARE(stricter(Choice::None, Choice::None), Choice::None);
        QCOMPARE(stricter(Choice::None, Choice::Given), Choice::Given);
        QCOMPARE(stricter(Choice::Pending, Choice::Given), Choice::Pending);
        for (const Choice other : {Choice::None, Choice::Given, Choice::Pending, Choice::Refused}) {
            QCOMPARE(stricter(Choice::Refused, other), Choice::Refused);
            QCOMPARE(stricter(other, Choice::Refused), Choice::Refused);
        }
    }

    void wordsAndTextsTellChoicesApart()
    {
        QSet<QString> words;
        QSet<QString> texts;
        for (const Choice choice : {Choice::None, Choice::Given, Choice::Pending, Choice::Refused}) {
            words << choiceWord(choice);
            texts << choiceText(choice);
        }
        QCOMPARE(words, QSet<QString>({u"given"_s, u"refused"_s, u"none"_s, u"pending"_s}));
        QCOMPARE(texts.size(), 4);
        QVERIFY(!texts.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestConsents)
#include "tst_consents.moc"
