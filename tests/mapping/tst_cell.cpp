#include "mapping/cell.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;

class TestCell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBodyHoldsTheCellsInTheirOrder()
    {
        QCOMPARE(bodyOf({}), QByteArray("{}"));
        const QByteArray body = bodyOf({{.member = "z", .json = "true"},
                                        {.member = "a", .json = "9007199254740993"},
                                        {.member = "new_BrandId@odata.bind", .json = "\"/new_brands(1)\""}});
        QCOMPARE(body, QByteArray("{\"z\":true,\"a\":9007199254740993,\"new_BrandId@odata.bind\":\"/new_brands(1)\"}"));
    }

    void stringsAreEscaped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("plain") << u"abc"_s << QByteArray("\"abc\"");
        QTest::newRow("empty") << QString() << QByteArray("\"\"");
        QTest::newRow("quote and backslash") << u"a\"b\\c"_s << QByteArray("\"a\\\"b\\\\c\"");
        QTest::newRow("lines") << u"a\n\tb"_s << QByteArray("\"a\\n\\tb\"");
        QTest::newRow("delete") << QString(QChar(0x7f)) << QByteArray("\"\x7f\"");
        QTest::newRow("control") << QString(QChar(1)) << QByteArray("\"\\u0001\"");
        QTest::newRow("umlaut and emoji") << u"ä🙂"_s << u"\"ä🙂\""_s.toUtf8();
        QTest::newRow("array syntax") << u"],["_s << QByteArray("\"],[\"");
    }

    void stringsAreEscaped()
    {
        QFETCH(QString, text);
        QTEST(jsonString(text), "json");
        QCOMPARE(jsonValue(jsonString(text)).toString(), text);
        const QJsonObject object = QJsonDocument::fromJson(bodyOf({{.member = text.toUtf8(), .json = "1"}})).object();
        QCOMPARE(object.keys(), QStringList{text});
    }

    void onlyOneLiteralIsALiteral()
    {
        QCOMPARE(jsonValue("true"), QJsonValue(true));
        QCOMPARE(jsonValue("null"), QJsonValue(QJsonValue::Null));
        QCOMPARE(jsonValue("9007199254740993").toInteger(), Q_INT64_C(9007199254740993));
        QCOMPARE(jsonValue("534120001"), QJsonValue(534120001));
        QCOMPARE(jsonValue("-5"), QJsonValue(-5));
        QCOMPARE(jsonValue("0"), QJsonValue(0));
        QCOMPARE(jsonValue("\"a b\""), QJsonValue(u"a b"_s));
        QVERIFY(jsonValue("\"").isUndefined());
        QVERIFY(jsonValue("\"a\"b\"").isUndefined());
        QVERIFY(jsonValue("007").isUndefined());
        QVERIFY(jsonValue("").isUndefined());
        QVERIFY(jsonValue("1,2").isUndefined());
        QVERIFY(jsonValue("no").isUndefined());
    }
};

QTEST_GUILESS_MAIN(TestCell)
#include "tst_cell.moc"
