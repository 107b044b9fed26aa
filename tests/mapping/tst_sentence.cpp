#include "columns.h"
#include "mapping/lint.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;
using profile::Mapping;
using Polarity = Mapping::Polarity;

Q_DECLARE_METATYPE(profile::Mapping)

namespace {

consent::Catalogue catalogue()
{
    return {.purposes = {{.id = u"news"_s, .name = u"newsletter"_s}},
            .preferences = {{.id = u"topics"_s,
                             .name = u"Topics"_s,
                             .values = {{.id = u"s"_s, .name = u"Sports news"_s}, {.id = u"c"_s}}}}};
}

Table table()
{
    return {.logicalName = u"contact"_s,
            .columns = {columns::donotbulkemail(), columns::lookup(u"new_brand"_s, {{.table = u"new_brand"_s}}),
                        columns::boolean(u"followemail"_s, u"Allow"_s, u"Do Not Allow"_s),
                        columns::text(u"new_text"_s, 50), columns::choice(u"new_choice"_s),
                        columns::choice(u"new_choices"_s, ColumnType::MultiChoice)}};
}

Mapping to(const QString &column, const QString &value, Polarity polarity = Polarity::Unset, const QString &given = {},
           const QString &refused = {})
{
    return {.column = column, .value = value, .polarity = polarity, .givenLiteral = given, .refusedLiteral = refused};
}

} // namespace

class TestSentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAMappingDoes_data()
    {
        QTest::addColumn<Mapping>("mapping");
        QTest::addColumn<QString>("expected");
        const QString enabled = u"consents_purposes_news_enabled"_s;
        QTest::newRow("inverted")
            << to(u"donotbulkemail"_s, enabled, Polarity::Inverted)
            << u"newsletter given writes donotbulkemail = Allow (false), refused writes Do Not Allow (true). No choice writes nothing."_s;
        QTest::newRow("direct")
            << to(u"donotbulkemail"_s, enabled, Polarity::Direct)
            << u"newsletter given writes donotbulkemail = Do Not Allow (true), refused writes Allow (false). No choice writes nothing."_s;
        QTest::newRow("unconfirmed") << to(u"donotbulkemail"_s, enabled)
                                     << u"newsletter cannot be written to donotbulkemail yet. The name of "
                                        u"donotbulkemail says that true forbids, and nobody "
                                        "has confirmed which way round it is written."_s;
        QTest::newRow("plain yes/no")
            << to(u"followemail"_s, enabled)
            << u"newsletter given writes followemail = Allow (true), refused writes Do Not Allow (false). No choice writes nothing."_s;
        QTest::newRow("interest") << to(u"followemail"_s, u"consents_purposes_news_enabled_li"_s)
                                  << u"legitimate interest of newsletter given writes followemail = Allow (true), "
                                     u"refused writes Do Not Allow (false). No choice "
                                     "writes nothing."_s;
        QTest::newRow("channel to text")
            << to(u"new_text"_s, u"consents_purposes_news_channel_email_enabled"_s)
            << u"newsletter by e-mail given writes new_text = true, refused writes false. No choice writes nothing."_s;
        QTest::newRow("value to option")
            << to(u"new_choice"_s, u"consents_preferences_topics_values_s"_s, Polarity::Unset, u"100000001"_s, u"-2"_s)
            << u"Topics › Sports news given writes new_choice = Yes (100000001), refused writes No (-2). No choice writes nothing."_s;
        Mapping byKey = to(u"new_brand"_s, u"metadata_brand"_s);
        byKey.lookup.column = u"new_code"_s;
        QTest::newRow("lookup by key")
            << byKey << u"new_brand points to the row of new_brand whose new_code is metadata “brand”."_s;
        QTest::newRow("identity") << to(u"new_text"_s, u"organization_user_id"_s)
                                  << u"new_text gets organization user id as it is."_s;
        QTest::newRow("metadata to yes/no")
            << to(u"donotbulkemail"_s, u"metadata_ok"_s, Polarity::Inverted)
            << u"donotbulkemail gets metadata “ok”: true writes Allow (false), false writes Do Not Allow (true)."_s;
        QTest::newRow("not a path") << to(u"new_text"_s, u"news"_s)
                                    << u"“news” is not understood, so nothing is written to new_text."_s;
        QTest::newRow("nothing yet") << to(u"new_text"_s, QString())
                                     << u"This mapping is not complete: it needs a value and a column."_s;
        QTest::newRow("unknown column") << to(u"gone"_s, enabled, Polarity::Inverted)
                                        << u"newsletter given writes gone = false, refused writes true."_s;

        Mapping mapping = to(u"new_choice"_s, enabled, Polarity::Unset, u"100000001"_s, u"-2"_s);
        mapping.noChoice = Mapping::NoChoice::WriteLiteral;
        mapping.noChoiceLiteral = u"9"_s;
        QTest::newRow("no choice written")
            << mapping
            << u"newsletter given writes new_choice = Yes (100000001), refused writes No (-2). No choice writes Culture (9)."_s;
        using Kind = Mapping::Action::Kind;
        mapping.setAction(Mapping::State::NoChoice, {Kind::Clear});
        mapping.setAction(Mapping::State::Pending, {Kind::Literal, u"1"_s});
        mapping.setAction(Mapping::State::Refused, {Kind::LeaveAlone});
        QTest::newRow("refused left alone")
            << mapping
            << u"newsletter given writes new_choice = Yes (100000001), refused leaves "
               u"it alone. No choice writes empty. A pending choice writes Sports (1)."_s;
        mapping.setAction(Mapping::State::Refused, {Kind::Clear});
        mapping.setAction(Mapping::State::Given, {Kind::LeaveAlone});
        mapping.setAction(Mapping::State::Pending, {});
        QTest::newRow("refused cleared")
            << mapping
            << u"newsletter refused writes new_choice = empty, given leaves it alone. No choice writes empty."_s;
        mapping.setAction(Mapping::State::Refused, {Kind::LeaveAlone});
        mapping.setAction(Mapping::State::NoChoice, {});
        mapping.direction = Mapping::Direction::Both;
        QTest::newRow("both left alone") << mapping
                                         << u"newsletter given or refused leaves new_choice alone. No choice writes "
                                            u"nothing. Changes of new_choice go to Didomi too."_s;
        mapping.direction = Mapping::Direction::ToDidomi;
        QTest::newRow("to Didomi") << mapping
                                   << u"new_choice goes to newsletter in Didomi; a push leaves new_choice alone."_s;
        mapping = to(u"new_text"_s, u"organization_user_id"_s);
        mapping.transforms = {{.kind = profile::Transform::Kind::LowerCase}, {.kind = profile::Transform::Kind::Sha1}};
        QTest::newRow("transformed") << mapping
                                     << u"new_text gets organization user id in lower case, as SHA-1 hash."_s;
        mapping = to(u"new_choices"_s, u"consents_purposes_news_values_topics_value"_s);
        mapping.valueTable = {{u"s"_s, u"1"_s}, {u"c"_s, u"9"_s}, {u"x"_s, {}}};
        QTest::newRow("table")
            << mapping
            << u"new_choices gets picked values of newsletter › Topics: Sports news → Sports (1), c → Culture (9), x → –."_s;
    }

    void saysWhatAMappingDoes()
    {
        QFETCH(Mapping, mapping);
        const Table columns = table();
        const consent::Catalogue known = catalogue();
        QTEST(sentence(mapping, &columns, &known), "expected");
    }

    void fallsBackToIds()
    {
        const QString enabled = u"consents_purposes_news_enabled"_s;
        QCOMPARE(sentence(to(u"donotemail"_s, enabled, Polarity::Inverted), nullptr, nullptr),
                 u"news given writes donotemail = false, refused writes true."_s);
        QCOMPARE(sentence(to(u"new_optin"_s, enabled), nullptr, nullptr),
                 u"news given or refused is written to new_optin."_s);
        QVERIFY(sentence(to(u"donotemail"_s, enabled), nullptr, nullptr).contains(u"nobody has confirmed"_s));
        QCOMPARE(sentence(to(u"new_text"_s, u"country"_s), nullptr, nullptr), u"new_text gets country."_s);
        QCOMPARE(sentence(to(u"new_choice"_s, enabled, Polarity::Unset, u"1"_s, u"2"_s), nullptr, nullptr),
                 u"news given writes new_choice = 1, refused writes 2."_s);
        Mapping mapping = to(u"new_choice"_s, enabled, Polarity::Unset, u"1"_s, u"2"_s);
        mapping.setAction(Mapping::State::Refused, {Mapping::Action::Kind::LeaveAlone});
        QCOMPARE(sentence(mapping, nullptr, nullptr), u"news is written to new_choice as the row’s values say."_s);
    }
};

QTEST_GUILESS_MAIN(TestSentence)
#include "tst_sentence.moc"
