#include "dataverse/literals.h"
#include "dataverse/write.h"

#include <QTest>

using namespace Qt::StringLiterals;
using mapping::ColumnType;

class TestDataverseLiterals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("literal");
        QTest::newRow("plain") << u"u-4711"_s << QByteArray("'u-4711'");
        QTest::newRow("quote") << u"O'Neil"_s << QByteArray("'O%27%27Neil'");
        QTest::newRow("address") << u"a+b@x.fr"_s << QByteArray("'a%2Bb%40x.fr'");
        QTest::newRow("delimiters") << u"a/b?c#d&e=f"_s << QByteArray("'a%2Fb%3Fc%23d%26e%3Df'");
        QTest::newRow("percent") << u"100%25"_s << QByteArray("'100%2525'");
        QTest::newRow("beyond ASCII") << u"é 😀"_s << QByteArray("'%C3%A9%20%F0%9F%98%80'");
        QTest::newRow("closing the literal") << u"') or (1 eq 1"_s << QByteArray("'%27%27%29%20or%20%281%20eq%201'");
        QTest::newRow("line break") << u"a\r\nb"_s << QByteArray("'a%0D%0Ab'");
    }
    void encodesText()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, literal);
        QCOMPARE(dataverse::urlLiteral(text), literal);
    }

    void knowsWhatKeyUrlsRefuse()
    {
        for (const QChar c : u"/<>*%&:\\?+"_s)
            QVERIFY2(dataverse::isRefusedByKeyUrls(u"a%1b"_s.arg(c)), qPrintable(QString(c)));
        for (const QChar c : u"@#'|-_.~ é=(),;!$"_s)
            QVERIFY2(!dataverse::isRefusedByKeyUrls(u"a%1b"_s.arg(c)), qPrintable(QString(c)));
        QVERIFY(dataverse::isRefusedByKeyUrls(QString()));
        QVERIFY(dataverse::isRefusedByKeyUrls(u"a\nb"_s));
    }

    void knowsGuids_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGuid");
        const QString guid = u"7C0F0000-0000-4000-8000-00000000000A"_s;
        QTest::newRow("bare") << guid << true;
        QTest::newRow("lower case") << guid.toLower() << true;
        QTest::newRow("braces") << u'{' + guid + u'}' << true;
        QTest::newRow("spaces around") << u"  {"_s + guid + u"}\n"_s << true;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("braces only") << u"{}"_s << false;
        QTest::newRow("too short") << guid.chopped(1) << false;
        QTest::newRow("too long") << guid + u'0' << false;
        QTest::newRow("no dashes") << QString(guid).remove(u'-') << false;
        QTest::newRow("dash elsewhere") << u"7C0F000-00000-4000-8000-00000000000A"_s << false;
        QTest::newRow("no digit") << QString(guid).replace(3, 1, u"G"_s) << false;
        QTest::newRow("digit of another script") << QString(guid).replace(3, 1, u"\u0663"_s) << false;
        QTest::newRow("line break inside") << QString(guid).replace(35, 1, u"\n"_s) << false;
    }

    void knowsGuids()
    {
        QFETCH(QString, text);
        QFETCH(bool, isGuid);
        QCOMPARE(dataverse::bareGuid(text), isGuid ? u"7c0f0000-0000-4000-8000-00000000000a"_s : QString());
    }

    void typesLiterals_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("literal"); // empty = refused
        const auto row = [](const char *name, ColumnType type, const QString &value, const QByteArray &literal) {
            QTest::newRow(name) << int(type) << value << literal;
        };
        const QString guid = u"7C0F0000-0000-4000-8000-00000000000A"_s;
        row("text", ColumnType::Text, u"42"_s, "'42'");
        row("memo", ColumnType::Memo, u"a b"_s, "'a%20b'");
        row("integer", ColumnType::Integer, u"-42"_s, "-42");
        row("no integer", ColumnType::Integer, u"42a"_s, {});
        row("no integer but an expression", ColumnType::Integer, u"1 or 1 eq 1"_s, {});
        row("large integer", ColumnType::BigInt, u"9007199254740993"_s, "9007199254740993");
        row("too large", ColumnType::BigInt, u"99999999999999999999"_s, {});
        row("option", ColumnType::Choice, u"100000001"_s, "100000001");
        row("option's label", ColumnType::Choice, u"E-mail"_s, {});
        row("decimal", ColumnType::Decimal, u"12.50"_s, "12.50");
        row("no decimal", ColumnType::Decimal, u"1e6"_s, {});
        row("no number", ColumnType::Money, u"NaN"_s, {});
        row("yes", ColumnType::Boolean, u"true"_s, "true");
        row("no yes", ColumnType::Boolean, u"1"_s, {});
        row("moment", ColumnType::DateTime, u"2026-11-20T10:00:00+02:00"_s, "2026-11-20T08%3A00%3A00.000Z");
        row("moment without a zone", ColumnType::DateTime, u"2026-11-20T10:00:00"_s, "2026-11-20T10%3A00%3A00.000Z");
        row("no moment", ColumnType::DateTime, u"yesterday"_s, {});
        row("date", ColumnType::DateOnly, u"2026-11-20"_s, "2026-11-20");
        row("no date", ColumnType::DateOnly, u"2026-13-20"_s, {});
        row("id", ColumnType::UniqueId, guid, "7c0f0000-0000-4000-8000-00000000000a");
        row("lookup", ColumnType::Lookup, u'{' + guid + u'}', "7c0f0000-0000-4000-8000-00000000000a");
        row("no id", ColumnType::UniqueId, u"u-4711"_s, {});
        row("several options", ColumnType::MultiChoice, u"1"_s, {});
        row("file", ColumnType::Other, u"1"_s, {});
    }
    void typesLiterals()
    {
        QFETCH(int, type);
        QFETCH(QString, value);
        QFETCH(QByteArray, literal);
        mapping::Column column;
        column.logicalName = column.displayName = u"new_column"_s;
        column.type = ColumnType(type);
        const core::Result<QByteArray> made = dataverse::columnLiteral(column, value);
        QCOMPARE(made.hasValue(), !literal.isEmpty());
        if (made) {
            QCOMPARE(*made, literal);
        } else {
            QCOMPARE(made.error().kind, core::Error::Kind::Invalid);
            QCOMPARE(made.error().field, u"new_column"_s);
            QVERIFY(!made.error().message.contains(value)); // ids are personal
        }
    }
};

QTEST_GUILESS_MAIN(TestDataverseLiterals)
#include "tst_dataverseliterals.moc"
