#include "mapping/decimal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using mapping::Decimal;

class TestDecimal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
        };
        row("0", "0");
        row("-0", "0");
        row("-0.00", "0");
        row("007", "7");
        row("100", "100");
        row("-100.10", "-100.1");
        row("12.50", "12.5");
        row("1.00", "1");
        row("0.001", "0.001");
        row("-0.5", "-0.5");
        row("9223372036854775807", "9223372036854775807");
        row("123456789012345678901234567890.12345678901234567890",
            "123456789012345678901234567890.1234567890123456789");
    }

    void reads()
    {
        QFETCH(QString, text);
        const auto decimal = Decimal::read(text);
        QVERIFY(decimal);
        QTEST(decimal->toText(), "expected");
        QCOMPARE(*Decimal::read(decimal->toText()), *decimal);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u""_s, u"-"_s, u"+1"_s, u"1e5"_s, u"1E5"_s, u".5"_s, u"5."_s, u"1,5"_s, u"1 000"_s, u" 1"_s, u"1\n"_s,
              u"0x10"_s, u"NaN"_s, u"inf"_s, u"--1"_s, u"1.2.3"_s, u"١٢"_s, u"½"_s})
            QTest::newRow(qPrintable(u'"' + text + u'"')) << text;
    }

    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!Decimal::read(text));
    }
};

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
