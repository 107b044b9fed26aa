// What new rows get beside the mappings, what rows are found by, and lookups by another table's key.

#include "columns.h"
#include "mapping/convert.h"
#include "mapping/newrow.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;
using consent::Choice;
using consent::Finding;
using profile::Constant;
using profile::KeyPart;
using profile::LookupBy;
using profile::Mapping;
using profile::MatchRule;

Q_DECLARE_METATYPE(mapping::Column)

namespace {

const QString guid = u"7c0f1a2b-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s;

LookupTarget brand(const QString &table = u"new_brand"_s)
{
    return {.table = table,
            .entitySet = table + u's',
            .navigationProperty = u"new_To_"_s + table,
            .primaryId = table + u"id"_s,
            .keys = {{{.column = u"new_code"_s, .type = ColumnType::Text, .status = Key::Status::Active},
                      {.column = u"new_number"_s, .type = ColumnType::Integer, .status = Key::Status::Active},
                      {.column = u"new_old"_s, .type = ColumnType::Text, .status = Key::Status::Failed}}}};
}

Column toBrand()
{
    return columns::lookup(u"new_brand"_s, {brand()});
}

Column toSeveral()
{
    return columns::lookup(u"new_owner"_s, {brand(), brand(u"account"_s)}, ColumnType::Customer);
}

Mapping by(const QString &column, const QString &table = {})
{
    return {.column = u"new_brand"_s, .value = u"metadata_brand"_s, .lookup = {.table = table, .column = column}};
}

Finding text(const QString &text)
{
    return {.kind = Finding::Kind::Text, .text = text};
}

} // namespace

class TestNewRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTargetsByTheirKey_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<Mapping>("mapping");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("address");
        const auto row = [](const char *name, const Column &column, const Mapping &mapping, const QString &value,
                            const QString &address) { QTest::newRow(name) << column << mapping << value << address; };
        row("text", toBrand(), by(u"new_code"_s), u"FR"_s, u"new_brands(new_code='FR')"_s);
        row("quotes and blanks", toBrand(), by(u"new_code"_s), u"O'Neil é"_s,
            u"new_brands(new_code='O%27%27Neil%20%C3%A9')"_s);
        row("the end of a key", toBrand(), by(u"new_code"_s), u"x')?$select=a"_s,
            u"new_brands(new_code='x%27%27%29%3F%24select%3Da')"_s);
        row("number", toBrand(), by(u"new_number"_s), u"42"_s, u"new_brands(new_number=42)"_s);
        row("the table is said", toBrand(), by(u"new_code"_s, u"new_brand"_s), u"FR"_s, u"new_brands(new_code='FR')"_s);
        row("one of several tables", toSeveral(), by(u"new_code"_s, u"account"_s), u"FR"_s,
            u"accounts(new_code='FR')"_s);
        row("looks like an id", toBrand(), by(u"new_code"_s), guid, u"new_brands(new_code='%1')"_s.arg(guid));
        row("looks like a table", toBrand(), by(u"new_code"_s), u"account:x"_s,
            u"new_brands(new_code='account%3Ax')"_s);
    }
    void findsTargetsByTheirKey()
    {
        QFETCH(Column, column);
        QFETCH(Mapping, mapping);
        QFETCH(QString, value);
        QFETCH(QString, address);
        const auto cell = convert(text(value), mapping, column);
        QVERIFY2(cell, qPrintable(cell ? QString() : cell.error().message));
        QVERIFY(cell->has_value());
        QVERIFY((*cell)->target);
        QCOMPARE((*cell)->target->address(), address);
        QCOMPARE((*cell)->target->value, value);
        QCOMPARE(jsonValue((*cell)->json).toString(), u'/' + address);
        QVERIFY((*cell)->member.endsWith("@odata.bind"));
        QVERIFY((*cell)->shown.contains(value));
        // It is nobody's id before it is looked up.
        QVERIFY(!isSame(column, guid, **cell));

        const Cell bound = boundTo(**cell, guid);
        QVERIFY(!bound.target);
        QCOMPARE(jsonValue(bound.json).toString(), u"/%1(%2)"_s.arg((*cell)->target->entitySet, guid));
        QVERIFY(isSame(column, guid.toUpper(), bound));
        QVERIFY(!isSame(column, u"00000000-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s, bound));
        QVERIFY(!isSame(column, QJsonValue(), bound));
        QCOMPARE(boundTo(bound, u"other"_s), bound);
    }

    void refusesKeysThatAreNone_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<Mapping>("mapping");
        QTest::addColumn<QString>("value");
        LookupTarget unread = brand();
        unread.keys.reset();
        LookupTarget unbindable = brand();
        unbindable.navigationProperty.clear();
        QTest::newRow("no such key") << toBrand() << by(u"new_name"_s) << u"FR"_s;
        QTest::newRow("a failed key") << toBrand() << by(u"new_old"_s) << u"FR"_s;
        QTest::newRow("keys not read") << columns::lookup(u"c"_s, {unread}) << by(u"new_code"_s) << u"FR"_s;
        QTest::newRow("no way there") << columns::lookup(u"c"_s, {unbindable}) << by(u"new_code"_s) << u"FR"_s;
        QTest::newRow("no targets") << columns::lookup(u"c"_s, {}) << by(u"new_code"_s) << u"FR"_s;
        QTest::newRow("which of several") << toSeveral() << by(u"new_code"_s) << u"FR"_s;
        QTest::newRow("another table") << toSeveral() << by(u"new_code"_s, u"lead"_s) << u"FR"_s;
        QTest::newRow("a control character") << toBrand() << by(u"new_code"_s) << u"F\nR"_s;
        QTest::newRow("half a character") << toBrand() << by(u"new_code"_s) << QString(QChar(0xD83D));
        QTest::newRow("nothing") << toBrand() << by(u"new_code"_s) << QString();
    }
    void refusesKeysThatAreNone()
    {
        QFETCH(Column, column);
        QFETCH(Mapping, mapping);
        QFETCH(QString, value);
        const auto cell = convert(text(value), mapping, column);
        QVERIFY(!cell);
        QCOMPARE(cell.error().kind, core::Error::Kind::Invalid);
        QCOMPARE(cell.error().field, column.logicalName);
        QVERIFY(!cell.error().message.isEmpty() && !cell.error().fix.isEmpty());
    }

    void takesIdsOfTheTableThatIsSaid()
    {
        const auto cell = convert(text(guid), by({}, u"account"_s), toSeveral());
        QVERIFY(cell && cell->has_value());
        QVERIFY(!(*cell)->target);
        QCOMPARE((*cell)->member, "new_To_account@odata.bind");
        QCOMPARE((*cell)->json, "\"/accounts(" + guid.toLatin1() + ")\"");
        QVERIFY(!convert(text(u"new_brand:FR"_s), by({}, u"account"_s), toSeveral()));
    }

    void bindsByChoice()
    {
        Mapping mapping = by(u"new_code"_s, u"account"_s);
        mapping.givenLiteral = u"YES"_s;
        mapping.setAction(Mapping::State::Refused, {.kind = Mapping::Action::Kind::Clear});
        const auto given = convert({.kind = Finding::Kind::Choice, .choice = Choice::Given}, mapping, toSeveral());
        QVERIFY(given && given->has_value());
        QCOMPARE((*given)->target->address(), u"accounts(new_code='YES')"_s);
        const auto refused = convert({.kind = Finding::Kind::Choice, .choice = Choice::Refused}, mapping, toSeveral());
        QVERIFY(refused && refused->has_value());
        QCOMPARE((*refused)->member, "new_To_account@odata.bind");
        QCOMPARE((*refused)->json, "null");
    }

    void takesConstants_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json"); // empty: refused
        QTest::addColumn<QString>("target");  // address
        const auto row = [](const char *name, const Column &column, const QString &text, const QByteArray &json,
                            const QString &target = {}) { QTest::newRow(name) << column << text << json << target; };
        const Column name = columns::text(u"new_name"_s, 10);
        row("text", name, u"it's “so”"_s, "\"it's “so”\"");
        row("a text like a lookup", name, u"a(b=c)"_s, "\"a(b=c)\"");
        row("too long", name, u"abcdefghijk"_s, {});
        row("empty", name, {}, {});
        row("number", columns::number(u"n"_s, ColumnType::Integer, 0, 0, 10), u"7"_s, "7");
        row("out of range", columns::number(u"n"_s, ColumnType::Integer, 0, 0, 10), u"11"_s, {});
        row("option", columns::choice(u"new_kind"_s), u"100000001"_s, "100000001");
        row("label", columns::choice(u"new_kind"_s), u"Yes"_s, {});
        row("options", columns::choice(u"new_kinds"_s, ColumnType::MultiChoice), u"9,1"_s, "\"1,9\"");
        row("yes", columns::boolean(u"b"_s), u"true"_s, "true");
        row("what forbids", columns::donotbulkemail(), u"true"_s, "true");
        row("neither yes nor no", columns::boolean(u"b"_s), u"1.5"_s, {});
        row("date", columns::writable(u"d"_s, ColumnType::DateOnly), u"2026-11-20"_s, "\"2026-11-20\"");
        row("moment without zone", columns::writable(u"d"_s, ColumnType::DateTime), u"2026-11-20T10:00:00"_s, {});
        row("owner", columns::writable(u"ownerid"_s, ColumnType::Owner), guid, {});
        row("state", columns::choice(u"statecode"_s, ColumnType::State), u"1"_s, {});
        Column late = name;
        late.isValidForCreate = false;
        row("not on new rows", late, u"x"_s, {});
        Column early = name;
        early.isValidForUpdate = false;
        row("only on new rows", early, u"x"_s, "\"x\"");
        row("row id", toBrand(), guid, "\"/new_brands(" + guid.toLatin1() + ")\"");
        row("table and id", toSeveral(), u"account(%1)"_s.arg(guid), "\"/accounts(" + guid.toLatin1() + ")\"");
        row("table, colon, id", toSeveral(), u"account:"_s + guid, "\"/accounts(" + guid.toLatin1() + ")\"");
        row("which table", toSeveral(), guid, {});
        row("another table", toSeveral(), u"lead(%1)"_s.arg(guid), {});
        row("no id", toBrand(), u"FR"_s, {});
        row("key", toBrand(), u"new_brand(new_code=FR)"_s, "\"/new_brands(new_code='FR')\"",
            u"new_brands(new_code='FR')"_s);
        row("key in quotes", toBrand(), u"new_brand(new_code='O''Neil')"_s, "\"/new_brands(new_code='O%27%27Neil')\"",
            u"new_brands(new_code='O%27%27Neil')"_s);
        row("brackets in a key", toBrand(), u"new_brand(new_code='a(b)')"_s, "\"/new_brands(new_code='a%28b%29')\"",
            u"new_brands(new_code='a%28b%29')"_s);
        row("no such key", toBrand(), u"new_brand(new_name='FR')"_s, {});
        row("nothing in brackets", toBrand(), u"new_brand()"_s, {});
        row("an empty key", toBrand(), u"new_brand(new_code='')"_s, {});
    }
    void takesConstants()
    {
        QFETCH(Column, column);
        QFETCH(QString, text);
        QFETCH(QByteArray, json);
        QFETCH(QString, target);
        const auto cell = constantCell(column, text);
        QCOMPARE(bool(cell), !json.isEmpty());
        if (!cell) {
            QCOMPARE(cell.error().kind, core::Error::Kind::Invalid);
            QCOMPARE(cell.error().field, column.logicalName);
            QVERIFY(!cell.error().fix.isEmpty());
            return;
        }
        QCOMPARE(cell->json, json);
        QCOMPARE(cell->target.has_value(), !target.isEmpty());
        if (cell->target)
            QCOMPARE(cell->target->address(), target);
    }

    void leavesOutWhatIsGiven()
    {
        const Table table{.logicalName = u"new_subscriber"_s,
                          .columns = {columns::text(u"a"_s, 10), columns::text(u"b"_s, 10)}};
        const QList<Constant> constants{
            {.column = u"a"_s, .text = u"1"_s}, {.column = u"b"_s, .text = u"2"_s}, {.column = u"b"_s, .text = u"3"_s}};
        const auto cells = newRowCells(constants, table, {u"a"_s});
        QVERIFY(cells);
        QCOMPARE(bodyOf(*cells), "{\"b\":\"2\"}");
        const auto none = newRowCells({{.column = u"c"_s, .text = u"1"_s}}, table, {});
        QVERIFY(!none);
        QCOMPARE(none.error().field, u"c"_s);
        // What is given is not looked at.
        QVERIFY(newRowCells({{.column = u"c"_s, .text = u"1"_s}}, table, {u"c"_s}));
    }

    void findsRowsByParts()
    {
        consent::Subject subject{.organizationUserId = u" Jane "_s};
        subject.metadata = {{u"country"_s, u"FR"_s},
                            {u"tier"_s, 7},
                            {u"big"_s, qint64(9007199254740993)},
                            {u"home"_s, QJsonObject{{u"city"_s, u"Oslo"_s}}},
                            {u"list"_s, QJsonArray{1}}};
        MatchRule rule{.kind = MatchRule::Kind::AlternateKey,
                       .column = u"id"_s,
                       .transforms = {{.kind = profile::Transform::Kind::Trim}},
                       .more = {{.column = u"a"_s, .value = u"x"_s},
                                {.column = u"b"_s, .from = KeyPart::From::Metadata, .value = u"country"_s},
                                {.column = u"c"_s, .from = KeyPart::From::Metadata, .value = u"home.city"_s},
                                {.column = u"d"_s, .from = KeyPart::From::Metadata, .value = u"big"_s}}};
        const QList<MatchPart> expected{{u"id"_s, u"Jane"_s},
                                        {u"a"_s, u"x"_s},
                                        {u"b"_s, u"FR"_s},
                                        {u"c"_s, u"Oslo"_s},
                                        {u"d"_s, u"9007199254740993"_s}};
        const auto parts = matchParts(rule, subject);
        QVERIFY(parts);
        QCOMPARE(*parts, expected);
        QCOMPARE(matchColumns(rule), QStringList({u"id"_s, u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        subject.isPending = true; // who waits for approval is still found
        QCOMPARE(*matchParts(rule, subject), expected);

        for (const QString &missing : {u"list"_s, u"home"_s, u"gone"_s, QString()}) {
            rule.more.last().value = missing;
            const auto none = matchParts(rule, subject);
            QVERIFY(!none);
            QCOMPARE(none.error().field, u"d"_s);
            QVERIFY(!none.error().message.contains(u"Jane"_s));
        }
        rule.kind = MatchRule::Kind::Column;
        QCOMPARE(*matchParts(rule, subject), (QList<MatchPart>{{u"id"_s, u"Jane"_s}}));
        QCOMPARE(matchColumns(rule), QStringList(u"id"_s));
        rule.kind = MatchRule::Kind::RowId;
        QCOMPARE(*matchParts(rule, subject), (QList<MatchPart>{{QString(), u"Jane"_s}}));
        QVERIFY(matchColumns(rule).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNewRow)
#include "tst_newrow.moc"
