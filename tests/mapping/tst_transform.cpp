#include "mapping/transform.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;
using profile::MatchRule;
using profile::Transform;
using profile::Transforms;
using Kind = Transform::Kind;

Q_DECLARE_METATYPE(profile::Transforms)

namespace {

Facts jane()
{
    return {.organizationUserId = u"jane@acme.test"_s,
            .userId = u"u-1"_s,
            .country = u"FR"_s,
            .regulation = u"gdpr"_s,
            .purposeId = u"news"_s,
            .preferenceId = u"topics"_s,
            .time = QDateTime(QDate(2026, 11, 20), QTime(9, 58, 12), Qt::UTC)};
}

Transform as(const QString &pattern)
{
    return {.kind = Kind::Template, .text = pattern};
}

Transform dated(const QString &format)
{
    return {.kind = Kind::Date, .text = format};
}

} // namespace

class TestTransform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Transforms>("transforms");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const Transforms &transforms,
                            const QString &expected) { QTest::newRow(name) << text << transforms << expected; };
        row("nothing", u" A "_s, {}, u" A "_s);
        row("trim", u" \t\u00a0A b\u2003\n"_s, {{.kind = Kind::Trim}}, u"A b"_s);
        row("lower", u"ÀÉ Straße İ"_s, {{.kind = Kind::LowerCase}}, u"àé straße i̇"_s);
        row("upper", u"àé straße"_s, {{.kind = Kind::UpperCase}}, u"ÀÉ STRASSE"_s);
        // RFC 1321, FIPS 180
        row("md5", u"abc"_s, {{.kind = Kind::Md5}}, u"900150983cd24fb0d6963f7d28e17f72"_s);
        row("sha1", u"abc"_s, {{.kind = Kind::Sha1}}, u"a9993e364706816aba3e25717850c26c9cd0d89d"_s);
        row("sha256", u"abc"_s, {{.kind = Kind::Sha256}},
            u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
        row("of UTF-8", u"é"_s, {{.kind = Kind::Md5}}, u"66ddcd97cfdeabb2f6fb8a999b4bc76f"_s);
        row("in order", u" ABC "_s, {{.kind = Kind::Trim}, {.kind = Kind::LowerCase}, {.kind = Kind::Md5}},
            u"900150983cd24fb0d6963f7d28e17f72"_s);
        row("in another order", u"abc"_s, {{.kind = Kind::Md5}, {.kind = Kind::UpperCase}},
            u"900150983CD24FB0D6963F7D28E17F72"_s);
        row("nothing is not hashed", u"  "_s, {{.kind = Kind::Trim}, {.kind = Kind::Sha256}}, QString());
        row("nothing gets no text", QString(), {as(u"Topics: {value}"_s)}, QString());

        row("date", u"2026-11-20"_s, {dated(u"dd.MM.yyyy"_s)}, u"20.11.2026"_s);
        row("moment", u"2026-11-20T01:30:00+02:00"_s, {dated(u"yyyy-MM-dd HH:mm"_s)}, u"2026-11-19 23:30"_s);
        row("English in every country", u"2026-11-20"_s, {dated(u"d MMMM yyyy"_s)}, u"20 November 2026"_s);
        row("quoted letters", u"2026-11-20"_s, {dated(u"'on the' dd"_s)}, u"on the 20"_s);
        row("moment to date", u"2026-11-20T09:58:12Z"_s, {dated(u"yyyy-MM-dd"_s)}, u"2026-11-20"_s);
        row("no zone wanted", u"2026-11-20T09:58:12"_s, {dated(u"HH:mm"_s)}, u"09:58"_s);

        row("template", u"a"_s, {as(u"<{value}>"_s)}, u"<a>"_s);
        row("every name", u"a"_s,
            {as(u"{value}|{organization_user_id}|{user_id}|{country}|{last_seen_country}|{regulation}|{purpose}|{preference}|{time}|{date}"_s)},
            u"a|jane@acme.test|u-1|FR||gdpr|news|topics|2026-11-20T09:58:12Z|2026-11-20"_s);
        row("braces", u"a"_s, {as(u"{{value}} {{{value}}} }}{{"_s)}, u"{value} {a} }{"_s);
        row("a value is no template", u"{country} {{ }"_s, {as(u"{value}"_s)}, u"{country} {{ }"_s);
        row("constant", u"a"_s, {as(u"Customer"_s)}, u"Customer"_s);
        row("quotes and emoji", u"O'Neil \"🙂\""_s, {as(u"'{value}' 🙂\\"_s)}, u"'O'Neil \"🙂\"' 🙂\\"_s);
        row("twice", u"a"_s, {as(u"{value}{value}"_s), as(u"{value}-"_s)}, u"aa-"_s);
        row("very long", QString(200000, u'x'), {as(u"{value}!"_s)}, QString(200000, u'x') + u'!');
    }

    void changes()
    {
        QFETCH(QString, text);
        QFETCH(Transforms, transforms);
        const auto result = transformed(text, transforms, jane());
        QVERIFY2(result, result ? "" : qPrintable(result.error().message));
        QTEST(*result, "expected");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Transform>("transform");
        QTest::addColumn<QString>("said");
        const QString canary = u"canary-4711"_s;
        QTest::newRow("no date") << canary << dated(u"yyyy"_s) << u"not a date"_s;
        QTest::newRow("no such day") << u"2026-02-30"_s << dated(u"yyyy"_s) << u"not a date"_s;
        QTest::newRow("no time") << u"2026-11-20"_s << dated(u"dd HH:mm"_s) << u"without a time"_s;
        QTest::newRow("no zone") << u"2026-11-20T09:58:12"_s << dated(u"HH:mm t"_s) << u"time zone"_s;
        QTest::newRow("zone in quotes") << u"2026-11-20T09:58:12"_s << dated(u"HH:mm'Z'"_s) << u"time zone"_s;
        QTest::newRow("no format") << u"2026-11-20"_s << dated(QString()) << u"no part"_s;
        QTest::newRow("only words") << u"2026-11-20"_s << dated(u"'yyyy'"_s) << u"no part"_s;
        QTest::newRow("no template") << canary << as(QString()) << u"empty"_s;
        QTest::newRow("unknown name") << canary << as(u"{email}"_s) << u"“email”"_s;
        QTest::newRow("no name") << canary << as(u"{}"_s) << u"“”"_s;
        QTest::newRow("name with blanks") << canary << as(u"{ value }"_s) << u"“ value ”"_s;
        QTest::newRow("not closed") << canary << as(u"a {value"_s) << u"place 3"_s;
        QTest::newRow("not opened") << canary << as(u"a} {value}"_s) << u"place 2"_s;
        QTest::newRow("odd braces") << canary << as(u"{{{value}}"_s) << u"brace"_s;
        QTest::newRow("half a character") << canary + QChar(0xD83D) << Transform{.kind = Kind::Sha256} << u"half"_s;
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(Transform, transform);
        QFETCH(QString, said);
        const auto result = transformed(text, {transform}, jane());
        QVERIFY(!result);
        QVERIFY2(result.error().message.contains(said), qPrintable(result.error().message));
        QVERIFY(!result.error().fix.isEmpty());
        const QString all = result.error().message + result.error().fix + result.error().detail;
        QVERIFY(!all.contains(u"canary"_s) && !all.contains(u"jane"_s));
        // What is wrong whoever comes is found without anybody.
        const bool isSetUpWrongly = problemOf(transform).has_value();
        QCOMPARE(!transformed(QString(), {transform}), isSetUpWrongly);
    }

    void knowsWhoseTextItMakes()
    {
        QVERIFY(!namesThePerson({}));
        QVERIFY(!namesThePerson({{.kind = Kind::Md5}, as(u"{value} {purpose} {{country}}"_s)}));
        QVERIFY(namesThePerson({as(u"{value} {country}"_s)}));
        QVERIFY(namesThePerson({as(u"{organization_user_id}"_s)}));
    }

    void takesFactsOfPathAndPerson()
    {
        const consent::Subject subject{.userId = u"u"_s,
                                       .organizationUserId = u"o"_s,
                                       .regulation = u"cpra"_s,
                                       .time = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC),
                                       .country = u"FR"_s,
                                       .lastSeenCountry = u"DE"_s};
        const Facts facts = factsOf({.purposeId = u"p"_s, .preferenceId = u"q"_s}, subject);
        QCOMPARE(*transformed(u"v"_s,
                              {as(u"{user_id} {organization_user_id} {regulation} {date} {country} "
                                  u"{last_seen_country} {purpose} {preference}"_s)},
                              facts),
                 u"u o cpra 2026-01-02 FR DE p q"_s);
    }

    void knowsHowLongHashesAre()
    {
        QCOMPARE(hashLength({}), 0);
        for (const Kind kind : {Kind::Md5, Kind::Sha1, Kind::Sha256}) {
            const Transforms steps{{.kind = Kind::Sha1}, {.kind = kind}, {.kind = Kind::UpperCase}};
            QCOMPARE(hashLength(steps), int(transformed(u"x"_s, steps)->size()));
        }
        QCOMPARE(hashLength({{.kind = Kind::Md5}, as(u"{value}!"_s)}), 0);
    }

    void makesTheKeyOfAnId()
    {
        MatchRule rule;
        QCOMPARE(*matchKey(rule, u" Jane@Acme.test "_s), u" Jane@Acme.test "_s);
        rule.transforms = {{.kind = Kind::Trim}, {.kind = Kind::LowerCase}};
        QCOMPARE(*matchKey(rule, u" Jane@Acme.test "_s), u"jane@acme.test"_s);
        rule.transforms << Transform{.kind = Kind::Md5};
        QCOMPARE(*matchKey(rule, u" ABC "_s), u"900150983cd24fb0d6963f7d28e17f72"_s);
        rule.transforms << as(u"{value}"_s);
        const auto refused = matchKey(rule, u"canary"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, u"match.transforms"_s);
        QVERIFY(!refused.error().message.contains(u"canary"_s));
    }
};

QTEST_GUILESS_MAIN(TestTransform)
#include "tst_transform.moc"
