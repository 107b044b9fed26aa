#include "columns.h"
#include "mapping/convert.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;

Q_DECLARE_METATYPE(mapping::Column)

class TestSame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compares_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<QJsonValue>("now");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("same");
        const auto row = [](const char *name, ColumnType type, const QJsonValue &now, const QByteArray &json,
                            bool same) {
            QTest::newRow(name) << columns::writable(u"c"_s, type) << now << json << same;
        };
        const QJsonValue null(QJsonValue::Null);
        row("true", ColumnType::Boolean, true, "true", true);
        row("true is not false", ColumnType::Boolean, true, "false", false);
        row("null is not false", ColumnType::Boolean, null, "false", false);
        row("one is not true", ColumnType::Boolean, 1, "true", false);
        row("not read", ColumnType::Boolean, QJsonValue(QJsonValue::Undefined), "true", false);
        row("not read, cleared", ColumnType::Text, QJsonValue(QJsonValue::Undefined), "null", false);
        row("text", ColumnType::Text, u"a"_s, "\"a\"", true);
        row("text case", ColumnType::Text, u"A"_s, "\"a\"", false);
        row("text blanks", ColumnType::Text, u"a "_s, "\"a\"", false);
        row("escaped text", ColumnType::Memo, u"a\"\n"_s, "\"a\\\"\\n\"", true);
        row("null and empty text", ColumnType::Text, null, "\"\"", true);
        row("empty text and null", ColumnType::Text, u""_s, "null", true);
        row("null and text", ColumnType::Text, null, "\"a\"", false);
        row("text and null", ColumnType::Text, u"a"_s, "null", false);
        row("integer", ColumnType::Integer, 42, "42", true);
        row("other integer", ColumnType::Integer, 42, "43", false);
        row("integer as double", ColumnType::Integer, 42.0, "42", true);
        row("big", ColumnType::BigInt, QJsonValue(Q_INT64_C(9007199254740993)), "9007199254740993", true);
        row("big neighbour", ColumnType::BigInt, QJsonValue(Q_INT64_C(9007199254740992)), "9007199254740993", false);
        row("big as text", ColumnType::BigInt, u"9007199254740993"_s, "9007199254740993", true);
        row("decimal", ColumnType::Decimal, 12.5, "12.50", true);
        row("decimal, whole now", ColumnType::Decimal, 12, "12.00", true);
        row("other decimal", ColumnType::Decimal, 12.5, "12.51", false);
        row("tenth", ColumnType::Double, 0.1, "0.1", true);
        row("money", ColumnType::Money, 99.95, "99.95", true);
        row("null money", ColumnType::Money, null, "0", false);
        row("option", ColumnType::Choice, 100000001, "100000001", true);
        row("other option", ColumnType::Choice, 1, "9", false);
        row("option and null", ColumnType::Choice, 1, "null", false);
        row("null option", ColumnType::Choice, null, "null", true);
        row("options", ColumnType::MultiChoice, u"9,1"_s, "\"1,9\"", true);
        row("options with blanks", ColumnType::MultiChoice, u"9, 1"_s, "\"1,9\"", true);
        row("fewer options", ColumnType::MultiChoice, u"1"_s, "\"1,9\"", false);
        row("no options", ColumnType::MultiChoice, null, "null", true);
        row("options cleared", ColumnType::MultiChoice, u"1"_s, "null", false);
        row("moment", ColumnType::DateTime, u"2026-11-20T09:58:12Z"_s, "\"2026-11-20T09:58:12Z\"", true);
        row("moment elsewhere", ColumnType::DateTime, u"2026-11-20T10:58:12+01:00"_s, "\"2026-11-20T09:58:12Z\"", true);
        row("other moment", ColumnType::DateTime, u"2026-11-20T09:58:13Z"_s, "\"2026-11-20T09:58:12Z\"", false);
        row("no moment", ColumnType::DateTime, u"never"_s, "\"2026-11-20T09:58:12Z\"", false);
        row("date", ColumnType::DateOnly, u"2026-11-20"_s, "\"2026-11-20\"", true);
        row("other date", ColumnType::DateOnly, u"2026-11-21"_s, "\"2026-11-20\"", false);
        row("lookup", ColumnType::Lookup, u"7C0F1A2B-3C4D-5E6F-8A9B-0C1D2E3F4A5B"_s,
            "\"/new_brands(7c0f1a2b-3c4d-5e6f-8a9b-0c1d2e3f4a5b)\"", true);
        row("other lookup", ColumnType::Customer, u"8c0f1a2b-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s,
            "\"/accounts(7c0f1a2b-3c4d-5e6f-8a9b-0c1d2e3f4a5b)\"", false);
        row("no lookup", ColumnType::Lookup, null, "\"/new_brands(7c0f1a2b-3c4d-5e6f-8a9b-0c1d2e3f4a5b)\"", false);
        row("not read, damaged literal", ColumnType::Text, QJsonValue(QJsonValue::Undefined), "\"a", false);
        row("damaged literal", ColumnType::Text, u"a"_s, "\"a", false);
    }

    void compares()
    {
        QFETCH(Column, column);
        QFETCH(QJsonValue, now);
        QFETCH(QByteArray, json);
        QTEST(isSame(column, now, {.column = column.logicalName, .member = "c", .json = json}), "same");
    }

    void shows_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<QJsonValue>("now");
        QTest::addColumn<QString>("shown");
        QTest::newRow("yes") << columns::donotbulkemail() << QJsonValue(true) << u"Do Not Allow (true)"_s;
        QTest::newRow("no") << columns::donotbulkemail() << QJsonValue(false) << u"Allow (false)"_s;
        QTest::newRow("null") << columns::donotbulkemail() << QJsonValue(QJsonValue::Null) << QString();
        QTest::newRow("undefined") << columns::donotbulkemail() << QJsonValue(QJsonValue::Undefined) << QString();
        QTest::newRow("no label") << columns::boolean(u"c"_s) << QJsonValue(true) << u"true"_s;
        QTest::newRow("option") << columns::choice(u"c"_s) << QJsonValue(9) << u"Culture (9)"_s;
        QTest::newRow("option that is gone") << columns::choice(u"c"_s) << QJsonValue(10) << u"10"_s;
        QTest::newRow("options") << columns::choice(u"c"_s, ColumnType::MultiChoice) << QJsonValue(u"9,1,10"_s)
                                 << u"Culture (9), Sports (1), 10"_s;
        QTest::newRow("text that looks like an option") << columns::text(u"c"_s, 9) << QJsonValue(u"9,1"_s) << u"9,1"_s;
        QTest::newRow("large") << columns::number(u"c"_s, ColumnType::BigInt, 0)
                               << QJsonValue(Q_INT64_C(9007199254740993)) << u"9007199254740993"_s;
        QTest::newRow("fixed") << columns::number(u"c"_s, ColumnType::Double, 0) << QJsonValue(1e15)
                               << u"1000000000000000"_s;
        QTest::newRow("fraction") << columns::number(u"c"_s, ColumnType::Double, 5) << QJsonValue(0.00001)
                                  << u"0.00001"_s;
    }

    void shows()
    {
        QFETCH(Column, column);
        QFETCH(QJsonValue, now);
        QTEST(shownValue(column, now), "shown");
    }

    void lookupsAreReadByAnotherName()
    {
        QCOMPARE(columns::writable(u"new_brandid"_s, ColumnType::Lookup).readName(), u"_new_brandid_value"_s);
        QCOMPARE(columns::writable(u"parentcustomerid"_s, ColumnType::Customer).readName(),
                 u"_parentcustomerid_value"_s);
        QCOMPARE(columns::writable(u"ownerid"_s, ColumnType::Owner).readName(), u"_ownerid_value"_s);
        QCOMPARE(columns::writable(u"firstname"_s, ColumnType::Text).readName(), u"firstname"_s);
    }
};

QTEST_GUILESS_MAIN(TestSame)
#include "tst_same.moc"
