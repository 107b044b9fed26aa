#include "columns.h"
#include "mapping/lint.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;
using profile::Mapping;
using Polarity = Mapping::Polarity;
using State = Verdict::State;

Q_DECLARE_METATYPE(mapping::Verdict::State)
Q_DECLARE_METATYPE(profile::Mapping)

namespace {

const QString newsletter = u"consents_purposes_newsletter_enabled"_s;
const QString topics = u"consents_purposes_newsletter_values_topics_value"_s;

consent::Catalogue catalogue()
{
    return {.purposes = {{.id = u"newsletter"_s}, {.id = u"a"_s}, {.id = u"a_channel_b"_s}},
            .preferences = {{.id = u"topics"_s, .isMulti = true, .values = {{.id = u"sports"_s}, {.id = u"culture"_s}}},
                            {.id = u"rhythm"_s, .values = {{.id = u"weekly"_s}, {.id = u"monthly"_s}}}}};
}

Table table()
{
    Table result{.logicalName = u"contact"_s, .primaryId = u"contactid"_s};
    Column secured = columns::boolean(u"new_secured"_s);
    secured.isSecured = true;
    Column old = columns::boolean(u"new_old"_s);
    old.isDeprecated = true;
    Column readOnly = columns::boolean(u"new_readonly"_s);
    readOnly.isValidForUpdate = false;
    Column bulk = columns::donotbulkemail();
    bulk.schemaName = u"DoNotBulkEMail"_s;
    bulk.displayName = u"Do not allow Bulk Emails"_s;
    result.columns = {bulk,
                      columns::boolean(u"followemail"_s, u"Allow"_s, u"Do Not Allow"_s),
                      secured,
                      old,
                      readOnly,
                      columns::text(u"emailaddress1"_s, 100),
                      columns::text(u"new_four"_s, 4),
                      columns::text(u"new_text"_s, 100),
                      columns::text(u"new_ten"_s, 10),
                      columns::writable(u"new_when"_s, ColumnType::DateTime),
                      columns::number(u"new_score"_s, ColumnType::Integer, 0),
                      columns::number(u"new_amount"_s, ColumnType::Money, 2),
                      columns::choice(u"new_choice"_s),
                      columns::choice(u"new_choices"_s, ColumnType::MultiChoice),
                      columns::choice(u"statecode"_s, ColumnType::State)};
    return result;
}

Mapping to(const QString &column, const QString &value = newsletter, Polarity polarity = Polarity::Unset)
{
    return {.column = column, .value = value, .polarity = polarity};
}

Mapping literal(const QString &column, const QString &given, const QString &refused)
{
    return {.column = column, .value = newsletter, .givenLiteral = given, .refusedLiteral = refused};
}

Mapping tabled(const QString &column, const QString &value, const QList<std::pair<QString, QString>> &rows)
{
    return {.column = column, .value = value, .valueTable = rows};
}

Mapping withNoChoice(Mapping mapping, const QString &literal)
{
    mapping.noChoice = Mapping::NoChoice::WriteLiteral;
    mapping.noChoiceLiteral = literal;
    return mapping;
}

profile::Profile with(const QList<Mapping> &mappings)
{
    profile::Profile result;
    result.integration.mappings = mappings;
    return result;
}

} // namespace

class TestLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<Mapping>("mapping");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const Mapping &mapping, State state, const QString &said = {}) {
            QTest::newRow(name) << mapping << state << said;
        };
        row("yes/no", to(u"followemail"_s), State::Fine);
        row("inverted", to(u"donotbulkemail"_s, newsletter, Polarity::Inverted), State::Fine);
        row("text", to(u"new_text"_s), State::Fine);
        row("option", literal(u"new_choice"_s, u"1"_s, u"9"_s), State::Fine);
        row("number", literal(u"new_score"_s, u"1"_s, u"0"_s), State::Fine);
        row("picked values as text", to(u"new_text"_s, topics), State::Fine);
        row("picked values as options",
            tabled(u"new_choices"_s, topics, {{u"sports"_s, u"1"_s}, {u"culture"_s, u"9"_s}}), State::Fine);
        row("one picked value as option",
            tabled(u"new_choice"_s, u"consents_purposes_newsletter_values_rhythm_value"_s,
                   {{u"weekly"_s, u"1"_s}, {u"monthly"_s, u"9"_s}}),
            State::Fine);
        row("identity as text", to(u"new_text"_s, u"organization_user_id"_s), State::Fine);
        row("metadata as text", to(u"new_text"_s, u"metadata_tier"_s), State::Fine);
        row("no choice as option", withNoChoice(literal(u"new_choice"_s, u"1"_s, u"9"_s), u"-2"_s), State::Fine);

        row("no column", to(QString()), State::Error, u"No column"_s);
        row("no value", to(u"followemail"_s, QString()), State::Error, u"No value"_s);
        row("unknown column", to(u"donotbulkmail"_s), State::Error, u"donotbulkmail"_s);
        row("placeholder", to(u"dataverse_contact_attribute_logical_name"_s), State::Error);
        row("read-only", to(u"new_readonly"_s), State::Error, u"read-only"_s);
        row("state", literal(u"statecode"_s, u"1"_s, u"9"_s), State::Error, u"active"_s);
        row("not a path", to(u"followemail"_s, u"newsletter"_s), State::Error, u"newsletter"_s);
        row("unconfirmed", to(u"donotbulkemail"_s), State::Error, u"nobody has confirmed"_s);
        row("no literals", to(u"new_choice"_s), State::Error, u"given"_s);
        row("only given", literal(u"new_choice"_s, u"1"_s, QString()), State::Error, u"refused"_s);
        row("label", literal(u"new_choice"_s, u"Sports"_s, u"Culture"_s), State::Error, u"label"_s);
        row("literal too long", literal(u"new_four"_s, u"accepted"_s, u"no"_s), State::Error, u"8"_s);
        row("\"false\" has five letters", to(u"new_four"_s), State::Error, u"5"_s);
        row("choice into a date", to(u"new_when"_s), State::Error, u"date"_s);
        row("choice into a number", to(u"new_score"_s), State::Error, u"given"_s);
        row("picked values into yes/no", to(u"followemail"_s, topics), State::Error, u"picked"_s);
        row("identity into yes/no", to(u"followemail"_s, u"organization_user_id"_s), State::Error, u"id"_s);
        row("identity into money", to(u"new_amount"_s, u"organization_user_id"_s), State::Error, u"id"_s);
        row("country into a number", to(u"new_score"_s, u"country"_s), State::Error, u"country"_s);
        row("no table", to(u"new_choices"_s, topics), State::Error, u"which option"_s);
        row("table with a wrong option",
            tabled(u"new_choices"_s, topics, {{u"sports"_s, u"7"_s}, {u"culture"_s, u"9"_s}}), State::Error, u"“7”"_s);
        row("no choice into yes/no", withNoChoice(to(u"followemail"_s), u"false"_s), State::Error, u"no choice"_s);
        row("no choice without a literal", withNoChoice(literal(u"new_choice"_s, u"1"_s, u"9"_s), QString()),
            State::Error, u"no choice"_s);
        row("no choice with a wrong option", withNoChoice(literal(u"new_choice"_s, u"1"_s, u"9"_s), u"3"_s),
            State::Error, u"“3”"_s);

        row("unknown id", to(u"followemail"_s, u"consents_purposes_gone_enabled"_s), State::Warning, u"gone"_s);
        row("unknown value", to(u"followemail"_s, u"consents_preferences_topics_values_chess"_s), State::Warning,
            u"counts as refused"_s);
        row("ambiguous", to(u"followemail"_s, u"consents_purposes_a_channel_b_enabled"_s), State::Warning, u"2"_s);
        row("direct though negating", to(u"donotbulkemail"_s, newsletter, Polarity::Direct), State::Warning,
            u"Do Not Allow (true)"_s);
        row("inverted though not negating", to(u"followemail"_s, newsletter, Polarity::Inverted), State::Warning,
            u"Do Not Allow (false)"_s);
        row("secured", to(u"new_secured"_s), State::Warning, u"secured"_s);
        row("deprecated", to(u"new_old"_s), State::Warning, u"deprecated"_s);
        row("match column", to(u"emailaddress1"_s, u"metadata_mail"_s), State::Warning, u"Rows are found by"_s);
        row("table misses a value", tabled(u"new_choices"_s, topics, {{u"sports"_s, u"1"_s}}), State::Warning,
            u"culture"_s);
        row("several into one", tabled(u"new_choice"_s, topics, {{u"sports"_s, u"1"_s}, {u"culture"_s, u"9"_s}}),
            State::Warning, u"Several"_s);
        row("may be too long", to(u"new_ten"_s, topics), State::Warning, u"14"_s);
        row("ids may be too long", to(u"new_ten"_s, u"organization_user_id"_s), State::Warning, u"36"_s);
        row("ids as numbers", to(u"new_score"_s, u"organization_user_id"_s), State::Warning, u"whole numbers"_s);
        row("metadata into yes/no", to(u"followemail"_s, u"metadata_vip"_s), State::Warning, u"metadata"_s);
        row("given and refused alike", literal(u"new_choice"_s, u"1"_s, u"1"_s), State::Warning, u"same"_s);
    }

    void judges()
    {
        QFETCH(Mapping, mapping);
        QFETCH(State, state);
        QFETCH(QString, said);
        const Table columns = table();
        const consent::Catalogue known = catalogue();
        const QList<Verdict> verdicts = lint(with({mapping}), &columns, &known);
        QCOMPARE(verdicts.size(), 1);
        const Verdict &verdict = verdicts.first();
        QVERIFY2(verdict.state == state, qPrintable(QString::number(int(verdict.state)) + u": "_s + verdict.message));
        QCOMPARE(verdict.message.isEmpty(), state == State::Fine);
        QCOMPARE(verdict.fix.isEmpty(), state == State::Fine);
        QVERIFY2(verdict.message.contains(said), qPrintable(verdict.message));
    }

    void suggestsNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("meant");
        QTest::newRow("letter missing") << u"donotbulkmail"_s << u"donotbulkemail"_s;
        QTest::newRow("two letters missing") << u"donotbukemal"_s << u"donotbulkemail"_s;
        QTest::newRow("schema name") << u"DoNotBulkEMail"_s << u"donotbulkemail"_s;
        QTest::newRow("label") << u"Do not allow Bulk Emails"_s << u"donotbulkemail"_s;
        QTest::newRow("prefix forgotten") << u"score"_s << u"new_score"_s;
        QTest::newRow("blank") << u"followemail "_s << u"followemail"_s;
    }

    void suggestsNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, meant);
        const Table columns = table();
        const Verdict verdict = lint(with({to(name)}), &columns, nullptr).first();
        QCOMPARE(verdict.state, State::Error);
        QVERIFY2(verdict.fix.contains(meant), qPrintable(verdict.fix));
    }

    void suggestsTheWayRound()
    {
        const Table columns = table();
        const consent::Catalogue known = catalogue();
        const auto suggested = [&](const Mapping &mapping) {
            return lint(with({mapping}), &columns, &known).first().suggestedPolarity;
        };
        QCOMPARE(suggested(to(u"donotbulkemail"_s)), Polarity::Inverted);
        QCOMPARE(suggested(to(u"donotbulkemail"_s, newsletter, Polarity::Direct)), Polarity::Inverted);
        QCOMPARE(suggested(to(u"followemail"_s, newsletter, Polarity::Inverted)), Polarity::Direct);
        QCOMPARE(suggested(to(u"followemail"_s)), std::nullopt);
        QCOMPARE(suggested(to(u"donotbulkemail"_s, newsletter, Polarity::Inverted)), std::nullopt);
    }

    void aColumnIsWrittenOnce()
    {
        const Table columns = table();
        const consent::Catalogue known = catalogue();
        const QList<Verdict> verdicts = lint(
            with({to(u"followemail"_s), to(u"new_text"_s), to(u"followemail"_s, u"consents_purposes_a_enabled"_s)}),
            &columns, &known);
        QCOMPARE(verdicts.size(), 3);
        QCOMPARE(verdicts[0].state, State::Error);
        QCOMPARE(verdicts[1].state, State::Fine);
        QCOMPARE(verdicts[2].state, State::Error);
        QVERIFY(verdicts[0].message.contains(u"more than once"_s));
    }

    void whatIsNotLoadedCannotBeJudged()
    {
        const Table columns = table();
        const consent::Catalogue known = catalogue();
        const QList<Mapping> mappings{to(u"followemail"_s)};
        QCOMPARE(lint(with(mappings), nullptr, nullptr).first().state, State::Unknown);
        QCOMPARE(lint(with(mappings), &columns, nullptr).first().state, State::Unknown);
        QCOMPARE(lint(with(mappings), nullptr, &known).first().state, State::Unknown);
        QCOMPARE(lint(with(mappings), &columns, &known).first().state, State::Fine);
        // What is wrong all the same is said at once.
        QCOMPARE(lint(with({to(u"gone"_s)}), &columns, nullptr).first().state, State::Error);
        QCOMPARE(lint(with({to(u"donotbulkemail"_s)}), &columns, nullptr).first().state, State::Error);
        QCOMPARE(lint(with({to(u"followemail"_s, u"nonsense"_s)}), nullptr, nullptr).first().state, State::Error);
        QVERIFY(lint(with({}), nullptr, nullptr).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
