// Every column type, every answer, every action, either way round: what is written, and what is refused.

#include "columns.h"
#include "mapping/convert.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;
using consent::Choice;
using consent::Finding;
using profile::Mapping;
using profile::Transform;
using Kind = Mapping::Action::Kind;
using Polarity = Mapping::Polarity;
using State = Mapping::State;

Q_DECLARE_METATYPE(mapping::Column)
Q_DECLARE_METATYPE(profile::Mapping)
Q_DECLARE_METATYPE(consent::Finding)

namespace {

const QString guid = u"7c0f1a2b-3c4d-5e6f-8a9b-0c1d2e3f4a5b"_s;

/// A type with a literal that it takes, and how that stands in the request.
struct Kept {
    ColumnType type;
    QString literal;
    QByteArray json; ///< Empty: nothing can be written into it.
};

const QList<Kept> &types()
{
    static const QList<Kept> all{
        {ColumnType::Text, u"it's “so” 🙂"_s, u"\"it's “so” 🙂\""_s.toUtf8()},
        {ColumnType::Memo, u"a\nb"_s, "\"a\\nb\""},
        {ColumnType::Integer, u"-7"_s, "-7"},
        {ColumnType::BigInt, u"9007199254740993"_s, "9007199254740993"},
        {ColumnType::Decimal, u"1.50"_s, "1.5"},
        {ColumnType::Double, u"0.25"_s, "0.25"},
        {ColumnType::Money, u"99.95"_s, "99.95"},
        {ColumnType::Boolean, u"true"_s, "true"},
        {ColumnType::Choice, u"9"_s, "9"},
        {ColumnType::MultiChoice, u"9,1"_s, "\"1,9\""},
        {ColumnType::State, u"1"_s, {}},
        {ColumnType::Status, u"1"_s, {}},
        {ColumnType::DateTime, u"2026-11-20T09:58:12Z"_s, "\"2026-11-20T09:58:12Z\""},
        {ColumnType::DateOnly, u"2026-11-20"_s, "\"2026-11-20\""},
        {ColumnType::Lookup, guid, "\"/new_brands(" + guid.toLatin1() + ")\""},
        {ColumnType::Customer, guid, "\"/new_brands(" + guid.toLatin1() + ")\""},
        {ColumnType::Owner, guid, {}},
        {ColumnType::UniqueId, guid, {}},
        {ColumnType::Other, u"x"_s, {}},
    };
    return all;
}

Column columnOf(ColumnType type, const QString &name = u"c"_s)
{
    Column column = columns::choice(name, type);
    column.precision = 2;
    column.targets = {{.table = u"new_brand"_s, .entitySet = u"new_brands"_s, .navigationProperty = u"new_BrandId"_s}};
    return column;
}

const QList<std::pair<const char *, Finding>> &findings()
{
    static const QList<std::pair<const char *, Finding>> all{
        {"given", {.kind = Finding::Kind::Choice, .choice = Choice::Given}},
        {"refused", {.kind = Finding::Kind::Choice, .choice = Choice::Refused}},
        {"absent", {}},
        {"none", {.kind = Finding::Kind::Choice, .choice = Choice::None}},
        {"pending", {.kind = Finding::Kind::Choice, .choice = Choice::Pending}},
        {"untold", {.isUntold = true}},
    };
    return all;
}

constexpr const char *refused = "refused";
constexpr const char *nothing = "nothing";
constexpr const char *nulled = "null";

QByteArray yesNo(bool given, Polarity polarity)
{
    return given != (polarity == Polarity::Inverted) ? "true" : "false";
}

/// The rules as a person would tell them.
QByteArray expectedOf(const Kept &kept, State state, Kind action, Polarity polarity, bool isNegating)
{
    const bool isAnswer = state == State::Given || state == State::Refused;
    const bool isGiven = state == State::Given;
    const bool isBoolean = kept.type == ColumnType::Boolean;
    const bool isText = kept.type == ColumnType::Text || kept.type == ColumnType::Memo;
    const bool isDate = kept.type == ColumnType::DateTime || kept.type == ColumnType::DateOnly;
    const bool isOpen = isNegating && polarity == Polarity::Unset; // nobody said which way round
    if (action == Kind::LeaveAlone || (action == Kind::Usual && !isAnswer))
        return nothing;
    if (kept.json.isEmpty())
        return refused;
    if (isBoolean) {
        if (isOpen)
            return refused;
        if (action == Kind::Clear)
            return polarity == Polarity::Inverted && !isGiven ? refused : nulled;
        return isAnswer ? yesNo(isGiven, polarity) : QByteArray(refused);
    }
    if (action == Kind::Clear)
        return "null";
    if (isDate && isAnswer)
        return refused;
    if (action == Kind::Literal)
        return kept.json;
    return isText && !isOpen ? QByteArray('"' + yesNo(isGiven, polarity) + '"') : QByteArray(refused);
}

QByteArray resultOf(const core::Result<std::optional<Cell>> &cell)
{
    if (!cell)
        return refused;
    return *cell ? (*cell)->json : QByteArray(nothing);
}

/// The person's text comes by metadata.
Mapping personal(const profile::Transforms &transforms = {})
{
    return {.column = u"c"_s, .value = u"metadata_x"_s, .transforms = transforms};
}

const QList<QString> &hostileTexts()
{
    static const QList<QString> all{
        QString(300000, u'x'),
        QString(300000, u'9'),
        u"\u0000"_s,
        u"a\u0001b"_s,
        u"\u001b[31m"_s,
        u"\u0085"_s,
        u"\u2028"_s,
        u"\u202e"_s,
        QString(QChar(0xD83D)),
        QString(QChar(0xDE42)) + u'x',
        u"\ufeff"_s,
        u"\uffff"_s,
        u"O'Neil"_s,
        u"''); --"_s,
        u"\"quoted\""_s,
        u"\\"_s,
        u"\\u0041"_s,
        u"🙂👩‍👩‍👧"_s,
        u"null"_s,
        u"true"_s,
        u"TRUE"_s,
        u"true}"_s,
        u"1,\"x\":2"_s,
        u"-0"_s,
        u"+1"_s,
        u"1e999"_s,
        u"NaN"_s,
        u"Infinity"_s,
        u"0x1F"_s,
        u"١٢"_s,
        u"１"_s,
        u"2147483648"_s,
        u"-2147483649"_s,
        u"9223372036854775808"_s,
        u"-9223372036854775809"_s,
        u"0.001"_s,
        u"1,9,1"_s,
        u",1"_s,
        u"1,"_s,
        u"9999-12-31T23:59:59-14:00"_s,
        u"0001-01-01"_s,
        u"10000-01-01"_s,
        u"2026-02-29"_s,
        guid + u")"_s,
        u"../contacts("_s + guid + u")"_s,
        u"{}"_s,
        u"{value}"_s,
        u" "_s,
        u"\n"_s,
    };
    return all;
}

} // namespace

class TestValueTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesByTheTable_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<Mapping>("mapping");
        QTest::addColumn<Finding>("finding");
        QTest::addColumn<QByteArray>("expected");
        for (const Kept &kept : types()) {
            for (const bool isNegating : {false, true}) {
                const Column column = columnOf(kept.type, isNegating ? u"donotc"_s : u"c"_s);
                for (const auto &[name, finding] : findings()) {
                    for (const Kind action : {Kind::Usual, Kind::Literal, Kind::Clear, Kind::LeaveAlone}) {
                        for (const Polarity polarity : {Polarity::Unset, Polarity::Direct, Polarity::Inverted}) {
                            Mapping mapping{.column = column.logicalName,
                                            .value = u"consents_purposes_a_enabled"_s,
                                            .polarity = polarity};
                            const std::optional<State> state = stateOf(finding);
                            // Only one row of the table says anything: the others must not be asked.
                            if (state)
                                mapping.setAction(*state, {.kind = action, .literal = kept.literal});
                            else
                                for (const State any : profile::allStates)
                                    mapping.setAction(any, {.kind = action, .literal = kept.literal});
                            QTest::addRow("type %d %s %s action %d polarity %d", int(kept.type),
                                          isNegating ? "negating" : "plain", name, int(action), int(polarity))
                                << column << mapping << finding
                                << (state ? expectedOf(kept, *state, action, polarity, isNegating)
                                          : QByteArray(nothing));
                        }
                    }
                }
            }
        }
    }

    void writesByTheTable()
    {
        QFETCH(Column, column);
        QFETCH(Mapping, mapping);
        QFETCH(Finding, finding);
        const auto cell = convert(finding, mapping, column);
        QTEST(resultOf(cell), "expected");
        if (!cell) {
            QCOMPARE(cell.error().kind, core::Error::Kind::Invalid);
            QCOMPARE(cell.error().field, column.logicalName);
            QVERIFY(!cell.error().message.isEmpty() && !cell.error().fix.isEmpty());
        } else if (*cell) {
            QCOMPARE((*cell)->column, column.logicalName);
            QVERIFY(QJsonDocument::fromJson(bodyOf({**cell})).isObject());
            QVERIFY(!(*cell)->shown.isEmpty());
        }
    }

    void literalsThatAreMissingAreRefused()
    {
        for (const State state : profile::allStates) {
            Mapping mapping{.column = u"c"_s, .value = u"consents_purposes_a_enabled"_s};
            mapping.setAction(state, {.kind = Kind::Literal});
            for (const auto &[name, finding] : findings()) {
                if (stateOf(finding) == state)
                    QCOMPARE(resultOf(convert(finding, mapping, columnOf(ColumnType::Text))), QByteArray(refused));
            }
        }
    }

    void emptiesWhatCanBeEmptied()
    {
        Mapping mapping{.column = u"c"_s, .value = u"consents_purposes_a_enabled"_s, .refusedAction = Kind::Clear};
        const Finding no{.kind = Finding::Kind::Choice, .choice = Choice::Refused};
        for (const Kept &kept : types()) {
            Column column = columnOf(kept.type);
            column.required = Column::Required::Business; // a rule of forms only
            QCOMPARE(resultOf(convert(no, mapping, column)), QByteArray(kept.json.isEmpty() ? refused : nulled));
            column.required = Column::Required::System;
            QCOMPARE(resultOf(convert(no, mapping, column)), QByteArray(refused));
        }
        Column column = columnOf(ColumnType::Lookup);
        QCOMPARE((*convert(no, mapping, column))->member, QByteArray("new_BrandId@odata.bind"));
        QCOMPARE(bodyOf({**convert(no, mapping, column)}), QByteArray("{\"new_BrandId@odata.bind\":null}"));
        column.targets << column.targets.first();
        QCOMPARE(resultOf(convert(no, mapping, column)), QByteArray(refused));
        // What is empty already needs no write.
        column = columnOf(ColumnType::Boolean);
        QVERIFY(isSame(column, QJsonValue(), **convert(no, mapping, column)));
        QVERIFY(!isSame(column, true, **convert(no, mapping, column)));
    }

    void hostileTextsAreKeptWholeOrRefused_data()
    {
        QTest::addColumn<ColumnType>("type");
        for (const Kept &kept : types())
            QTest::addRow("type %d", int(kept.type)) << kept.type;
    }

    void hostileTextsAreKeptWholeOrRefused()
    {
        QFETCH(ColumnType, type);
        const bool isText = type == ColumnType::Text || type == ColumnType::Memo;
        for (const QString &text : hostileTexts()) {
            for (const bool isLiteral : {false, true}) {
                Mapping mapping = personal();
                Finding finding{.kind = Finding::Kind::Text, .text = text};
                if (isLiteral) {
                    mapping = {.column = u"c"_s, .value = u"consents_purposes_a_enabled"_s, .givenLiteral = text};
                    finding = {.kind = Finding::Kind::Choice, .choice = Choice::Given};
                }
                const auto cell = convert(finding, mapping, columnOf(type));
                if (!cell) {
                    QVERIFY(cell.error().message.size() < 1000);
                    continue;
                }
                QVERIFY(*cell);
                // One member and nothing else, whatever the text tried.
                const QJsonObject body = QJsonDocument::fromJson(bodyOf({**cell})).object();
                QCOMPARE(body.size(), 1);
                QVERIFY(body.begin().key() == u"c"_s || body.begin().key() == u"new_BrandId@odata.bind"_s);
                if (text == u"\ufeff"_s && isText) // Qt's reader drops this one, what is sent holds it
                    QCOMPARE((*cell)->json, "\"\xef\xbb\xbf\"");
                else if (isText)
                    QCOMPARE(body.begin().value().toString(), text);
                else
                    QVERIFY2((*cell)->json.size() < 64, "more was written than the text meant");
            }
        }
    }

    void textsGoThroughTheirTransforms_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<profile::Transforms>("transforms");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const Column &column, const QString &text,
                            const profile::Transforms &transforms, const QByteArray &expected) {
            QTest::newRow(name) << column << text << transforms << expected;
        };
        const Transform trim{.kind = Transform::Kind::Trim};
        const Transform lower{.kind = Transform::Kind::LowerCase};
        const Transform md5{.kind = Transform::Kind::Md5};
        const auto dated = [](const QString &format) {
            return Transform{.kind = Transform::Kind::Date, .text = format};
        };
        const auto as = [](const QString &text) { return Transform{.kind = Transform::Kind::Template, .text = text}; };
        row("text", columnOf(ColumnType::Text), u" ABC "_s, {trim, lower, md5}, "\"900150983cd24fb0d6963f7d28e17f72\"");
        row("facts", columnOf(ColumnType::Text), u"x"_s, {as(u"{purpose}/{value}"_s)}, "\"news/x\"");
        row("quotes", columnOf(ColumnType::Text), u"\"'"_s, {as(u"\\{value}"_s)}, "\"\\\\\\\"'\"");
        row("integer", columnOf(ColumnType::Integer), u" 42 "_s, {trim}, "42");
        row("yes/no", columnOf(ColumnType::Boolean), u"TRUE"_s, {lower}, "true");
        row("option", columnOf(ColumnType::Choice), u" 9"_s, {trim}, "9");
        row("moment to date", columnOf(ColumnType::DateOnly), u"2026-11-20T23:30:00-02:00"_s, {dated(u"yyyy-MM-dd"_s)},
            "\"2026-11-21\"");
        row("lookup", columnOf(ColumnType::Lookup), u"Brand "_s + guid, {as(u"{value}"_s)}, refused);
        row("blanks clear", columnOf(ColumnType::Text), u"  "_s, {trim}, "null");
        row("no date", columnOf(ColumnType::Text), u"soon"_s, {dated(u"yyyy"_s)}, refused);
        row("bad template", columnOf(ColumnType::Text), u"x"_s, {as(u"{nobody}"_s)}, refused);
        Column shorter = columns::text(u"c"_s, 10);
        row("too long a hash", shorter, u"x"_s, {md5}, refused);
    }

    void textsGoThroughTheirTransforms()
    {
        QFETCH(Column, column);
        QFETCH(QString, text);
        QFETCH(profile::Transforms, transforms);
        const auto cell = convert({.kind = Finding::Kind::Text, .text = text}, personal(transforms), column,
                                  {.purposeId = u"news"_s});
        QTEST(resultOf(cell), "expected");
        // A choice is no text.
        Mapping chosen = personal(transforms);
        chosen.givenLiteral = u" X "_s;
        QCOMPARE(resultOf(convert({.kind = Finding::Kind::Choice, .choice = Choice::Given}, chosen,
                                  columnOf(ColumnType::Memo))),
                 QByteArray("\" X \""));
    }

    void errorsHoldNobodysData()
    {
        // Picked values may be shown; with the person's id in a template they may not.
        const Mapping mapping{
            .column = u"c"_s,
            .value = u"consents_purposes_a_values_b_value"_s,
            .transforms = {{.kind = Transform::Kind::Template, .text = u"{organization_user_id} {value}"_s}}};
        for (const Kept &kept : types()) {
            Column column = columnOf(kept.type);
            column.maxLength = 3;
            const auto cell = convert({.kind = Finding::Kind::Text, .text = u"sports"_s}, mapping, column,
                                      {.organizationUserId = u"canary-4711"_s});
            QVERIFY(!cell);
            const QString all = cell.error().message + cell.error().fix + cell.error().detail;
            QVERIFY2(!all.contains(u"canary"_s) && !all.contains(u"4711"_s), qPrintable(all));
        }
    }
};

QTEST_GUILESS_MAIN(TestValueTable)
#include "tst_valuetable.moc"
