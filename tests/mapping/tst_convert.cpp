#include "columns.h"
#include "mapping/convert.h"
#include "mapping/lint.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;
using consent::Choice;
using consent::Finding;
using core::Error;
using profile::Mapping;
using Polarity = Mapping::Polarity;
using NoChoice = Mapping::NoChoice;

Q_DECLARE_METATYPE(mapping::Column)
Q_DECLARE_METATYPE(profile::Mapping)
Q_DECLARE_METATYPE(consent::Finding)

namespace {

const QString guid = u"7c0f1a2b-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s;

Finding said(Choice choice)
{
    return {.kind = Finding::Kind::Choice, .choice = choice};
}

Finding text(const QString &text)
{
    return {.kind = Finding::Kind::Text, .text = text};
}

/// A mapping of metadata: what it finds is somebody's data.
Mapping personal()
{
    return {.column = u"c"_s, .value = u"metadata_x"_s};
}

/// A mapping of a choice.
Mapping chosen(Polarity polarity = Polarity::Unset, const QString &given = {}, const QString &refused = {})
{
    return {.column = u"c"_s,
            .value = u"consents_purposes_newsletter_enabled"_s,
            .polarity = polarity,
            .givenLiteral = given,
            .refusedLiteral = refused};
}

/// A mapping of picked values.
Mapping picked(const QList<std::pair<QString, QString>> &table)
{
    return {.column = u"c"_s, .value = u"consents_purposes_newsletter_values_topics_value"_s, .valueTable = table};
}

const LookupTarget brand{.table = u"new_brand"_s, .entitySet = u"new_brands"_s, .navigationProperty = u"new_BrandId"_s};
const LookupTarget account{
    .table = u"account"_s, .entitySet = u"accounts"_s, .navigationProperty = u"parentcustomerid_account"_s};
const LookupTarget contact{
    .table = u"contact"_s, .entitySet = u"contacts"_s, .navigationProperty = u"parentcustomerid_contact"_s};

Column zoned(bool isIndependent)
{
    Column column = columns::writable(u"c"_s, ColumnType::DateTime);
    column.isTimeZoneIndependent = isIndependent;
    return column;
}

Column area()
{
    Column column = columns::text(u"c"_s, 100);
    column.format = u"TextArea"_s;
    return column;
}

} // namespace

class TestConvert : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesYesAndNo_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<Polarity>("polarity");
        QTest::addColumn<Choice>("choice");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("shown");
        const Column follow = columns::boolean(u"followemail"_s, u"Allow"_s, u"Do Not Allow"_s);
        const Column bare = columns::boolean(u"new_optin"_s);
        const Column donot = columns::donotbulkemail();
        QTest::newRow("unset given") << follow << Polarity::Unset << Choice::Given << QByteArray("true")
                                     << u"Allow (true)"_s;
        QTest::newRow("unset refused") << follow << Polarity::Unset << Choice::Refused << QByteArray("false")
                                       << u"Do Not Allow (false)"_s;
        QTest::newRow("direct given") << bare << Polarity::Direct << Choice::Given << QByteArray("true") << u"true"_s;
        QTest::newRow("direct refused") << bare << Polarity::Direct << Choice::Refused << QByteArray("false")
                                        << u"false"_s;
        QTest::newRow("inverted given") << donot << Polarity::Inverted << Choice::Given << QByteArray("false")
                                        << u"Allow (false)"_s;
        QTest::newRow("inverted refused")
            << donot << Polarity::Inverted << Choice::Refused << QByteArray("true") << u"Do Not Allow (true)"_s;
        QTest::newRow("negating but direct, given")
            << donot << Polarity::Direct << Choice::Given << QByteArray("true") << u"Do Not Allow (true)"_s;
        QTest::newRow("negating but direct, refused")
            << donot << Polarity::Direct << Choice::Refused << QByteArray("false") << u"Allow (false)"_s;
    }

    void writesYesAndNo()
    {
        QFETCH(Column, column);
        QFETCH(Polarity, polarity);
        QFETCH(Choice, choice);
        const auto cell = convert(said(choice), chosen(polarity), column);
        QVERIFY(cell);
        QVERIFY(*cell);
        QCOMPARE((*cell)->column, column.logicalName);
        QCOMPARE((*cell)->member, column.logicalName.toUtf8());
        QTEST((*cell)->json, "json");
        QTEST((*cell)->shown, "shown");
    }

    void neverGuessesWhichWayRound_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name :
             {u"donotbulkemail"_s, u"donotsendmm"_s, u"msgdpr_donottrack"_s, u"new_donotcall"_s, u"new_do_not_call"_s,
              u"new_emailoptout"_s, u"new_sms_opt_out"_s, u"new_hasoptedoutofemail"_s, u"new_unsubscribed"_s,
              u"msdyn_disablewebtracking"_s, u"new_dontcontact"_s, u"new_suppressed"_s})
            QTest::newRow(qPrintable(name)) << name;
    }

    void neverGuessesWhichWayRound()
    {
        QFETCH(QString, name);
        const Column column = columns::boolean(name, u"Ja"_s, u"Nein"_s);
        QVERIFY(looksNegating(column));
        for (const Finding &finding : {said(Choice::Given), said(Choice::Refused), text(u"true"_s)}) {
            const auto cell = convert(finding, chosen(), column);
            QVERIFY(!cell);
            QCOMPARE(cell.error().kind, Error::Kind::Invalid);
            QCOMPARE(cell.error().field, name);
            QVERIFY(cell.error().message.contains(name));
            QVERIFY2(cell.error().fix.contains(u"Nein (false)"_s), qPrintable(cell.error().fix));
        }
        QVERIFY(convert(said(Choice::Given), chosen(Polarity::Inverted), column));
        QVERIFY(!textCell(column, u"true"_s));
    }

    void plainNamesDoNotNegate()
    {
        for (const QString &name :
             {u"followemail"_s, u"new_newsletter"_s, u"new_optin"_s, u"msgdpr_gdprconsent"_s, u"creditonhold"_s})
            QVERIFY2(!looksNegating(columns::boolean(name)), qPrintable(name));
    }

    void wordsInNegatingTextColumnsNeedAWayRoundToo()
    {
        const Column column = columns::text(u"new_donotemail"_s, 20);
        QVERIFY(!convert(said(Choice::Given), chosen(), column));
        QCOMPARE((*convert(said(Choice::Given), chosen(Polarity::Inverted), column))->json, QByteArray("\"false\""));
        QCOMPARE((*convert(said(Choice::Refused), chosen(Polarity::Direct), column))->json, QByteArray("\"false\""));
        QCOMPARE((*convert(said(Choice::Refused), chosen(Polarity::Unset, u"mail ok"_s, u"no mail"_s), column))->json,
                 QByteArray("\"no mail\""));
        QCOMPARE((*convert(text(u"as it is"_s), personal(), column))->json, QByteArray("\"as it is\""));
    }

    void noChoiceIsNeverRefused_data()
    {
        QTest::addColumn<Column>("column");
        QTest::newRow("yes/no") << columns::boolean(u"new_optin"_s);
        QTest::newRow("negating yes/no") << columns::donotbulkemail();
        QTest::newRow("text") << columns::text(u"c"_s, 100);
        QTest::newRow("choice") << columns::choice(u"c"_s);
        QTest::newRow("date") << zoned(false);
        QTest::newRow("read-only") << Column{.logicalName = u"c"_s, .type = ColumnType::Boolean};
    }

    void noChoiceIsNeverRefused()
    {
        QFETCH(Column, column);
        for (const Finding &finding :
             {Finding(), Finding{.isUntold = true}, said(Choice::None), said(Choice::Pending)}) {
            for (const Polarity polarity : {Polarity::Unset, Polarity::Direct, Polarity::Inverted}) {
                const auto cell = convert(finding, chosen(polarity, u"1"_s, u"9"_s), column);
                QVERIFY(cell);
                QVERIFY(!*cell);
            }
        }
    }

    void writesWhatNoChoiceBecomes()
    {
        Mapping mapping = chosen(Polarity::Unset, u"100000001"_s, u"-2"_s);
        mapping.noChoice = NoChoice::WriteLiteral;
        mapping.noChoiceLiteral = u"9"_s;
        const Column column = columns::choice(u"c"_s);
        QCOMPARE((*convert({}, mapping, column))->json, QByteArray("9"));
        QCOMPARE((*convert(said(Choice::None), mapping, column))->json, QByteArray("9"));
        // A pending choice is one, and a partial event does not say that there is none.
        QVERIFY(!*convert(said(Choice::Pending), mapping, column));
        QVERIFY(!*convert({.isUntold = true}, mapping, column));

        mapping.noChoiceLiteral.clear();
        QVERIFY(!convert({}, mapping, column));
        mapping.noChoiceLiteral = u"false"_s;
        QVERIFY(!convert({}, mapping, columns::boolean(u"new_optin"_s)));
    }

    void writes_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<Mapping>("mapping");
        QTest::addColumn<Finding>("finding");
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const Column &column, const Mapping &mapping, const Finding &finding,
                            const QByteArray &json, const QString &shown, const QByteArray &member = "c") {
            QTest::newRow(name) << column << mapping << finding << member << json << shown;
        };
        const Column shortText = columns::text(u"c"_s, 5);
        const Column memo = columns::writable(u"c"_s, ColumnType::Memo);
        row("choice to text", shortText, chosen(), said(Choice::Given), "\"true\"", u"true"_s);
        row("refusal to text", shortText, chosen(), said(Choice::Refused), "\"false\"", u"false"_s);
        row("choice to text, own words", shortText, chosen(Polarity::Unset, u"Ja"_s, u"Nein"_s), said(Choice::Refused),
            "\"Nein\"", u"Nein"_s);
        row("choice to memo", memo, chosen(), said(Choice::Given), "\"true\"", u"true"_s);
        row("as long as may be", shortText, personal(), text(u"äöüß!"_s), u"\"äöüß!\""_s.toUtf8(), u"äöüß!"_s);
        row("an emoji counts two", shortText, personal(), text(u"🙂🙂1"_s), u"\"🙂🙂1\""_s.toUtf8(),
            u"🙂🙂1"_s);
        row("without a limit", columns::text(u"c"_s, 0), personal(), text(QString(5000, u'x')),
            '"' + QByteArray(5000, 'x') + '"', QString(5000, u'x'));
        row("quotes", columns::text(u"c"_s, 10), personal(), text(u"a\"\\b"_s), "\"a\\\"\\\\b\"", u"a\"\\b"_s);
        row("lines in memo", memo, personal(), text(u"a\r\n\tb"_s), "\"a\\r\\n\\tb\"", u"a\r\n\tb"_s);
        row("lines in text area", area(), personal(), text(u"a\nb"_s), "\"a\\nb\"", u"a\nb"_s);
        row("empty text clears", shortText, personal(), text(u""_s), "null", u"empty"_s);

        row("integer", columns::number(u"c"_s, ColumnType::Integer, 0, -10, 10), personal(), text(u"-10"_s), "-10",
            u"-10"_s);
        row("integer of a choice", columns::number(u"c"_s, ColumnType::Integer, 0),
            chosen(Polarity::Unset, u"1"_s, u"0"_s), said(Choice::Refused), "0", u"0"_s);
        row("leading zeros are no JSON", columns::number(u"c"_s, ColumnType::Integer, 0), personal(), text(u"007"_s),
            "7", u"7"_s);
        row("largest integer", columns::number(u"c"_s, ColumnType::Integer, 0), personal(), text(u"2147483647"_s),
            "2147483647", u"2147483647"_s);
        row("big", columns::number(u"c"_s, ColumnType::BigInt, 0, -9223372036854775808.0, 9223372036854775808.0),
            personal(), text(u"9007199254740993"_s), "9007199254740993", u"9007199254740993"_s);
        row("biggest", columns::number(u"c"_s, ColumnType::BigInt, 0, -9223372036854775808.0, 9223372036854775808.0),
            personal(), text(u"9223372036854775807"_s), "9223372036854775807", u"9223372036854775807"_s);
        row("smallest", columns::number(u"c"_s, ColumnType::BigInt, 0), personal(), text(u"-9223372036854775808"_s),
            "-9223372036854775808", u"-9223372036854775808"_s);
        row("decimal", columns::number(u"c"_s, ColumnType::Decimal, 2, 0, 100), personal(), text(u"12.34"_s), "12.34",
            u"12.34"_s);
        row("zeros are no decimals", columns::number(u"c"_s, ColumnType::Decimal, 2, 0, 100), personal(),
            text(u"12.3400"_s), "12.34", u"12.34"_s);
        row("fixed notation", columns::number(u"c"_s, ColumnType::Double, 5), personal(), text(u"1000000000000000"_s),
            "1000000000000000", u"1000000000000000"_s);
        row("small", columns::number(u"c"_s, ColumnType::Double, 5), personal(), text(u"0.00001"_s), "0.00001",
            u"0.00001"_s);
        row("money", columns::number(u"c"_s, ColumnType::Money, 2, 0, 1e14), personal(), text(u"99.95"_s), "99.95",
            u"99.95"_s);

        row("text true", columns::boolean(u"c"_s, u"Yes"_s, u"No"_s), personal(), text(u"true"_s), "true",
            u"Yes (true)"_s);
        Mapping inverted = personal();
        inverted.polarity = Polarity::Inverted;
        row("text true, inverted", columns::boolean(u"c"_s, u"Yes"_s, u"No"_s), inverted, text(u"true"_s), "false",
            u"No (false)"_s);

        row("option", columns::choice(u"c"_s), chosen(Polarity::Unset, u"100000001"_s, u"-2"_s), said(Choice::Given),
            "100000001", u"Yes (100000001)"_s);
        row("negative option", columns::choice(u"c"_s), chosen(Polarity::Unset, u"100000001"_s, u"-2"_s),
            said(Choice::Refused), "-2", u"No (-2)"_s);
        row("option from metadata", columns::choice(u"c"_s), personal(), text(u"9"_s), "9", u"Culture (9)"_s);
        row("option of a picked value", columns::choice(u"c"_s), picked({{u"s"_s, u"1"_s}, {u"k"_s, u"9"_s}}),
            text(u"k"_s), "9", u"Culture (9)"_s);
        row("two values, one option", columns::choice(u"c"_s), picked({{u"s"_s, u"1"_s}, {u"k"_s, u"1"_s}}),
            text(u"k,s"_s), "1", u"Sports (1)"_s);
        row("nothing picked", columns::choice(u"c"_s), picked({{u"s"_s, u"1"_s}}), text(u""_s), "null", u"empty"_s);
        const Column multi = columns::choice(u"c"_s, ColumnType::MultiChoice);
        row("options", multi, picked({{u"s"_s, u"1"_s}, {u"k"_s, u"9"_s}}), text(u"k,s"_s), "\"1,9\"",
            u"Sports (1), Culture (9)"_s);
        row("options sorted by value", multi, picked({{u"a"_s, u"100000001"_s}, {u"b"_s, u"9"_s}}), text(u"a,b"_s),
            "\"9,100000001\"", u"Culture (9), Yes (100000001)"_s);
        row("options once", multi, picked({{u"s"_s, u"1"_s}, {u"k"_s, u"1"_s}}), text(u"k,s"_s), "\"1\"",
            u"Sports (1)"_s);
        row("options picked by none", multi, picked({{u"s"_s, u"1"_s}}), text(u""_s), "null", u"empty"_s);
        row("options of a choice", multi, chosen(Polarity::Unset, u"9, 1,9"_s, u"-2"_s), said(Choice::Given), "\"1,9\"",
            u"Sports (1), Culture (9)"_s);

        row("moment", zoned(false), personal(), text(u"2026-11-20T09:58:12Z"_s), "\"2026-11-20T09:58:12Z\"",
            u"2026-11-20T09:58:12Z"_s);
        row("moment elsewhere", zoned(false), personal(), text(u"2026-11-20T00:30:00+02:00"_s),
            "\"2026-11-19T22:30:00Z\"", u"2026-11-19T22:30:00Z"_s);
        row("fractions are not kept", zoned(false), personal(), text(u"2026-11-20T09:58:12.999Z"_s),
            "\"2026-11-20T09:58:12Z\"", u"2026-11-20T09:58:12Z"_s);
        row("wall clock", zoned(true), personal(), text(u"2026-11-20T09:58:12"_s), "\"2026-11-20T09:58:12Z\"",
            u"2026-11-20T09:58:12Z"_s);
        row("first moment", zoned(false), personal(), text(u"1753-01-01T00:00:00Z"_s), "\"1753-01-01T00:00:00Z\"",
            u"1753-01-01T00:00:00Z"_s);
        row("date", columns::writable(u"c"_s, ColumnType::DateOnly), personal(), text(u"1980-02-29"_s),
            "\"1980-02-29\"", u"1980-02-29"_s);

        row("lookup", columns::lookup(u"c"_s, {brand}), personal(), text(guid),
            '"' + QByteArray("/new_brands(") + guid.toLatin1() + ")\"", guid, "new_BrandId@odata.bind");
        row("lookup in braces and capitals", columns::lookup(u"c"_s, {brand}), personal(),
            text(u'{' + guid.toUpper() + u'}'), '"' + QByteArray("/new_brands(") + guid.toLatin1() + ")\"", guid,
            "new_BrandId@odata.bind");
        row("customer", columns::lookup(u"c"_s, {account, contact}, ColumnType::Customer),
            chosen(Polarity::Unset, u"contact:"_s + guid, u"account:"_s + guid), said(Choice::Given),
            '"' + QByteArray("/contacts(") + guid.toLatin1() + ")\"", u"contact "_s + guid,
            "parentcustomerid_contact@odata.bind");
    }

    void writes()
    {
        QFETCH(Column, column);
        QFETCH(Mapping, mapping);
        QFETCH(Finding, finding);
        const auto cell = convert(finding, mapping, column);
        QVERIFY2(cell, cell ? "" : qPrintable(cell.error().message));
        QVERIFY(*cell);
        QCOMPARE((*cell)->column, u"c"_s);
        QTEST((*cell)->member, "member");
        QTEST((*cell)->json, "json");
        QTEST((*cell)->shown, "shown");
        QVERIFY(!jsonValue((*cell)->json).isUndefined());
    }

    void refuses_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<Mapping>("mapping");
        QTest::addColumn<Finding>("finding");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const Column &column, const Mapping &mapping, const Finding &finding,
                            const QString &expected = {}) {
            QTest::newRow(name) << column << mapping << finding << expected;
        };
        row("too long", columns::text(u"c"_s, 5), personal(), text(u"123456"_s), u"6"_s);
        row("emojis too long", columns::text(u"c"_s, 5), personal(), text(u"🙂🙂🙂"_s), u"6"_s);
        row("own word too long", columns::text(u"c"_s, 3), chosen(), said(Choice::Given));
        row("line in text", columns::text(u"c"_s, 50), personal(), text(u"a\nb"_s), u"U+000A"_s);
        row("null in memo", columns::writable(u"c"_s, ColumnType::Memo), personal(), text(u"a"_s + QChar(0)),
            u"U+0000"_s);
        row("delete", columns::text(u"c"_s, 50), personal(), text(u"a\x7f"_s), u"U+007F"_s);
        row("next line", columns::text(u"c"_s, 50), personal(), text(QString(QChar(0x85))), u"U+0085"_s);
        row("half a pair", columns::text(u"c"_s, 50), personal(), text(QString(QChar(0xD83D)) + u'a'), u"U+D83D"_s);
        row("the other half", columns::text(u"c"_s, 50), personal(), text(QString(QChar(0xDE42))));

        for (const char *bad : {"", "4.5", "1e3", "0x10", "twelve", " 1", "1 000", "--1"})
            QTest::addRow("integer \"%s\"", bad) << columns::number(u"c"_s, ColumnType::Integer, 0) << personal()
                                                 << text(QString::fromLatin1(bad)) << QString();
        row("integer above", columns::number(u"c"_s, ColumnType::Integer, 0, 0, 10), personal(), text(u"11"_s),
            u"10"_s);
        row("integer below", columns::number(u"c"_s, ColumnType::Integer, 0, 0, 10), personal(), text(u"-1"_s));
        row("beyond 32 bits", columns::number(u"c"_s, ColumnType::Integer, 0), personal(), text(u"2147483648"_s));
        row("beyond 64 bits", columns::number(u"c"_s, ColumnType::BigInt, 0), personal(),
            text(u"9223372036854775808"_s));
        row("no number for a choice", columns::number(u"c"_s, ColumnType::Integer, 0), chosen(), said(Choice::Given),
            u"given"_s);
        row("too precise", columns::number(u"c"_s, ColumnType::Decimal, 2), personal(), text(u"12.345"_s), u"3"_s);
        row("money too precise", columns::number(u"c"_s, ColumnType::Money, 0), personal(), text(u"0.5"_s));
        row("double with exponent", columns::number(u"c"_s, ColumnType::Double, 5), personal(), text(u"1e5"_s));
        row("decimal comma", columns::number(u"c"_s, ColumnType::Decimal, 2), personal(), text(u"12,34"_s));
        row("decimal above", columns::number(u"c"_s, ColumnType::Decimal, 2, 0, 100), personal(), text(u"100.01"_s),
            u"100"_s);
        row("not finite", columns::number(u"c"_s, ColumnType::Double, 5), personal(), text(QString(400, u'9')));

        for (const char *bad : {"", "1", "0", "True", "yes", "TRUE", " true"})
            QTest::addRow("boolean \"%s\"", bad)
                << columns::boolean(u"c"_s) << personal() << text(QString::fromLatin1(bad)) << QString();

        row("unknown option", columns::choice(u"c"_s), chosen(Polarity::Unset, u"2"_s, u"1"_s), said(Choice::Given),
            u"“2”"_s);
        row("label", columns::choice(u"c"_s), chosen(Polarity::Unset, u"yes"_s, u"No"_s), said(Choice::Given),
            u"label"_s);
        row("no literal", columns::choice(u"c"_s), chosen(Polarity::Unset, u"1"_s, {}), said(Choice::Refused),
            u"refused"_s);
        row("no options", columns::writable(u"c"_s, ColumnType::Choice), chosen(Polarity::Unset, u"1"_s, u"2"_s),
            said(Choice::Given));
        row("not an option number", columns::choice(u"c"_s), personal(), text(u"99999999999999999999"_s));
        row("unmapped value", columns::choice(u"c"_s), picked({{u"s"_s, u"1"_s}}), text(u"chess"_s), u"“chess”"_s);
        row("value mapped to nothing", columns::choice(u"c"_s), picked({{u"s"_s, u""_s}}), text(u"s"_s), u"“s”"_s);
        row("one of several unmapped", columns::choice(u"c"_s, ColumnType::MultiChoice), picked({{u"s"_s, u"1"_s}}),
            text(u"s,chess,go"_s), u"“chess”, “go”"_s);
        row("mapped to no option", columns::choice(u"c"_s, ColumnType::MultiChoice), picked({{u"s"_s, u"7"_s}}),
            text(u"s"_s), u"“7”"_s);
        row("mapped to a label", columns::choice(u"c"_s, ColumnType::MultiChoice), picked({{u"s"_s, u"Sports"_s}}),
            text(u"s"_s), u"“Sports”"_s);
        row("several for one", columns::choice(u"c"_s), picked({{u"s"_s, u"1"_s}, {u"k"_s, u"9"_s}}), text(u"s,k"_s),
            u"2"_s);

        row("no zone", zoned(false), personal(), text(u"2026-11-20T09:58:12"_s), u"zone"_s);
        row("no time", zoned(false), personal(), text(u"2026-11-20"_s));
        row("no moment", zoned(false), personal(), text(u"soon"_s));
        row("no such day", zoned(false), personal(), text(u"2026-02-30T00:00:00Z"_s));
        row("too early", zoned(false), personal(), text(u"1752-12-31T23:59:59Z"_s), u"1753-01-01"_s);
        row("too early in UTC", zoned(false), personal(), text(u"1753-01-01T00:00:00+01:00"_s));
        row("too late in UTC", zoned(false), personal(), text(u"9999-12-31T23:59:59-01:00"_s));
        row("date with a time", columns::writable(u"c"_s, ColumnType::DateOnly), personal(),
            text(u"2026-11-20T00:00:00Z"_s));
        row("date too early", columns::writable(u"c"_s, ColumnType::DateOnly), personal(), text(u"1752-12-31"_s));
        row("choice into a date", zoned(false),
            chosen(Polarity::Unset, u"2026-11-20T09:58:12Z"_s, u"2026-11-20T09:58:12Z"_s), said(Choice::Given));

        row("lookup of a name", columns::lookup(u"c"_s, {brand}), personal(), text(u"Contoso"_s));
        row("lookup with half a brace", columns::lookup(u"c"_s, {brand}), personal(), text(u'{' + guid));
        row("lookup with more behind", columns::lookup(u"c"_s, {brand}), personal(), text(guid + u")/x"_s));
        row("several targets", columns::lookup(u"c"_s, {account, contact}), personal(), text(guid),
            u"account, contact"_s);
        row("not a target", columns::lookup(u"c"_s, {account, contact}), personal(), text(u"lead:"_s + guid));
        row("no targets", columns::lookup(u"c"_s, {}), personal(), text(guid));
        row("no navigation property", columns::lookup(u"c"_s, {{.table = u"a"_s, .entitySet = u"as"_s}}), personal(),
            text(guid));
        row("empty lookup", columns::lookup(u"c"_s, {brand}), personal(), text(u""_s));
        row("lookup of a choice", columns::lookup(u"c"_s, {brand}), chosen(), said(Choice::Given));

        for (const ColumnType type :
             {ColumnType::State, ColumnType::Status, ColumnType::Owner, ColumnType::UniqueId, ColumnType::Other})
            QTest::addRow("type %d", int(type))
                << columns::choice(u"c"_s, type) << chosen(Polarity::Unset, u"1"_s, u"1"_s) << said(Choice::Given)
                << QString();
        Column column = columns::boolean(u"c"_s);
        column.isCalculated = true;
        row("calculated", column, chosen(), said(Choice::Given), u"calculated"_s);
        column = columns::boolean(u"c"_s);
        column.isValidForUpdate = false;
        row("read-only", column, chosen(), said(Choice::Given), u"read-only"_s);
        column = columns::text(u"c"_s, 100);
        column.attributeOf = u"parentcustomerid"_s;
        row("mirror", column, personal(), text(u"x"_s), u"parentcustomerid"_s);
        column = columns::text(u"c"_s, 100);
        column.required = Column::Required::System;
        row("cannot be empty", column, personal(), text(u""_s));
    }

    void refuses()
    {
        QFETCH(Column, column);
        QFETCH(Mapping, mapping);
        QFETCH(Finding, finding);
        QFETCH(QString, said);
        const auto cell = convert(finding, mapping, column);
        QVERIFY2(!cell, cell && *cell ? (*cell)->json.constData() : "");
        QCOMPARE(cell.error().kind, Error::Kind::Invalid);
        QCOMPARE(cell.error().field, u"c"_s);
        QVERIFY(!cell.error().fix.isEmpty());
        QVERIFY2(cell.error().message.contains(said), qPrintable(cell.error().message));
    }

    void tellsTheValueOfALabel()
    {
        const auto cell =
            convert(said(Choice::Given), chosen(Polarity::Unset, u"Yes"_s, u"No"_s), columns::choice(u"c"_s));
        QVERIFY(!cell);
        QVERIFY2(cell.error().fix.contains(u"100000001"_s), qPrintable(cell.error().fix));
    }

    void errorsHoldNobodysData()
    {
        const QString canary = u"Canary 4711@acme.test"_s;
        Column dated = columns::writable(u"c"_s, ColumnType::DateOnly);
        Mapping tabled = personal();
        tabled.valueTable = {{u"x"_s, u"1"_s}};
        const QList<std::pair<Column, Mapping>> refusals{{columns::text(u"c"_s, 3), personal()},
                                                         {columns::number(u"c"_s, ColumnType::Integer, 0), personal()},
                                                         {columns::number(u"c"_s, ColumnType::Decimal, 2), personal()},
                                                         {columns::boolean(u"c"_s), personal()},
                                                         {columns::choice(u"c"_s), personal()},
                                                         {columns::choice(u"c"_s, ColumnType::MultiChoice), tabled},
                                                         {zoned(false), personal()},
                                                         {dated, personal()},
                                                         {columns::lookup(u"c"_s, {brand}), personal()},
                                                         {columns::lookup(u"c"_s, {account, contact}), personal()}};
        for (const auto &[column, mapping] : refusals) {
            for (const QString &value : {canary, u"account:"_s + canary, canary + u':' + guid}) {
                const auto cell = convert(text(value), mapping, column);
                QVERIFY(!cell);
                const QString all = cell.error().message + cell.error().fix + cell.error().detail + cell.error().field;
                QVERIFY2(!all.contains(u"Canary"_s) && !all.contains(u"4711"_s), qPrintable(all));
            }
        }
    }

    void fillsTheMatchColumn()
    {
        QCOMPARE(textCell(columns::text(u"c"_s, 100), u"jane@acme.test"_s)->json, QByteArray("\"jane@acme.test\""));
        QCOMPARE(textCell(columns::number(u"c"_s, ColumnType::Integer, 0), u"4711"_s)->json, QByteArray("4711"));
        QVERIFY(!textCell(columns::text(u"c"_s, 5), u"jane@acme.test"_s));
        QVERIFY(!textCell(columns::text(u"c"_s, 5), QString()));

        Column createOnly = columns::text(u"c"_s, 100);
        createOnly.isValidForUpdate = false;
        QVERIFY(textCell(createOnly, u"x"_s));
        createOnly.isValidForCreate = false;
        QVERIFY(!textCell(createOnly, u"x"_s));

        Column id = columns::writable(u"contactid"_s, ColumnType::UniqueId);
        QVERIFY(!textCell(id, guid));
        id.isPrimaryId = true;
        QCOMPARE(textCell(id, guid.toUpper())->json, jsonString(guid));
        QVERIFY(!textCell(id, u"jane"_s));
        QVERIFY(!textCell(id, guid + u'0'));
    }

    void pickersOfferWhatCanBeWritten()
    {
        Table table;
        table.columns << columns::boolean(u"a"_s) << columns::choice(u"statecode"_s, ColumnType::State)
                      << columns::text(u"b"_s, 10) << columns::text(u"bname"_s, 10) << columns::text(u"old"_s, 10)
                      << columns::text(u"createonly"_s, 10) << columns::text(u"updateonly"_s, 10)
                      << columns::writable(u"contactid"_s, ColumnType::UniqueId);
        table.columns[3].attributeOf = u"b"_s;
        table.columns[4].isDeprecated = true;
        table.columns[5].isValidForUpdate = false;
        table.columns[6].isValidForCreate = false;
        table.columns[7].isPrimaryId = true;
        const auto names = [&table](bool forCreate) {
            QStringList result;
            const QList<Column> offered = writableColumns(table, forCreate);
            for (const Column &column : offered)
                result << column.logicalName;
            return result;
        };
        QCOMPARE(names(false), (QStringList{u"a"_s, u"b"_s, u"updateonly"_s}));
        QCOMPARE(names(true), (QStringList{u"a"_s, u"b"_s, u"createonly"_s}));
    }
};

QTEST_GUILESS_MAIN(TestConvert)
#include "tst_convert.moc"
