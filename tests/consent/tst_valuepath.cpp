#include "consent/valuepath.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace consent;
using Kind = ValuePath::Kind;
using Verdict = ParsedPath::Verdict;

namespace {

Catalogue catalogue()
{
    return {
        .purposes = {{.id = u"newsletter"_s, .name = u"Newsletter"_s},
                     {.id = u"content_personalization"_s},
                     {.id = u"googleana-4TXnJigR"_s},
                     {.id = u"cookies"_s},
                     {.id = u"li_enabled"_s},
                     {.id = u"a"_s},
                     {.id = u"a_channel_b"_s},
                     {.id = u"a_preferences_newsletter"_s}},
        .preferences = {{.id = u"newsletter"_s, .name = u"News"_s},
                        {.id = u"topics-Zx9"_s,
                         .name = u"Topics"_s,
                         .isMulti = true,
                         .values = {{.id = u"sports_1"_s, .name = u"Sports"_s}, {.id = u"culture-2"_s}}},
                        {.id = u"best_value"_s},
                        {.id = u"best"_s}},
        .channels = {u"email"_s},
    };
}

ValuePath path(Kind kind, const QString &purpose, const QString &preference = {}, const QString &channel = {},
               const QString &value = {})
{
    return {.kind = kind, .purposeId = purpose, .preferenceId = preference, .valueId = value, .channelId = channel};
}

ValuePath keyed(Kind kind, const QString &key)
{
    return {.kind = kind, .key = key};
}

/// Ids as they come, and as awkward as they can be: with pieces of the grammar in them.
QString randomId(QRandomGenerator &random)
{
    static const QStringList pieces{u"a"_s,           u"b"_s,      u"news"_s,  u"4TXnJigR"_s, u"-"_s,
                                    u"_"_s,           u"_"_s,      u"Z"_s,     u"enabled"_s,  u"channel"_s,
                                    u"preferences"_s, u"values"_s, u"value"_s, u"li"_s};
    QString id = pieces[random.bounded(4)];
    const int more = random.bounded(5);
    for (int i = 0; i < more; ++i)
        id += pieces[random.bounded(int(pieces.size()))];
    return id;
}

Catalogue randomCatalogue(QRandomGenerator &random)
{
    Catalogue result;
    for (int i = 0; i < 6; ++i) {
        if (const QString id = randomId(random); !result.purpose(id))
            result.purposes << Purpose{.id = id};
        Preference preference{.id = randomId(random)};
        for (int j = 0; j < 3; ++j)
            preference.values << PreferenceValue{.id = randomId(random)};
        if (!result.preference(preference.id))
            result.preferences << preference;
    }
    // Now and then one that looks like a path below another one.
    const QString first = result.purposes.first().id;
    if (random.bounded(4) == 0)
        result.purposes << Purpose{.id = first + u"_channel_email"_s};
    if (random.bounded(4) == 0)
        result.purposes << Purpose{.id = first + u"_preferences_"_s + result.preferences.first().id};
    return result;
}

/// Every kind of path over one purpose, preference, value and channel of the catalogue.
QList<ValuePath> randomPaths(const Catalogue &known, QRandomGenerator &random)
{
    const QString purpose = known.purposes[random.bounded(int(known.purposes.size()))].id;
    const Preference &preference = known.preferences[random.bounded(int(known.preferences.size()))];
    const QString value = preference.values[random.bounded(int(preference.values.size()))].id;
    const QString channel = u"email"_s;
    return {path(Kind::Purpose, purpose),
            path(Kind::PurposeInterest, purpose),
            path(Kind::PurposeChannel, purpose, {}, channel),
            path(Kind::Preference, purpose, preference.id),
            path(Kind::Preference, {}, preference.id),
            path(Kind::PreferenceChannel, purpose, preference.id, channel),
            path(Kind::PreferenceChannel, {}, preference.id, channel),
            path(Kind::PreferenceValues, purpose, preference.id),
            path(Kind::PreferenceValues, {}, preference.id),
            path(Kind::PreferenceValue, purpose, preference.id, {}, value),
            path(Kind::PreferenceValue, {}, preference.id, {}, value)};
}

} // namespace

Q_DECLARE_METATYPE(consent::ValuePath)

class TestValuePath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolves_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ValuePath>("expected");
        QTest::addColumn<bool>("isCanonical");
        const auto row = [](const char *text, const ValuePath &expected, bool isCanonical = true) {
            QTest::newRow(text) << QString::fromLatin1(text) << expected << isCanonical;
        };
        row("organization_user_id", keyed(Kind::Identity, u"organization_user_id"_s));
        row("id", keyed(Kind::Identity, u"id"_s));
        row("user_id", keyed(Kind::Identity, u"user_id"_s));
        row("country", keyed(Kind::Identity, u"country"_s));
        row("last_seen_country", keyed(Kind::Identity, u"last_seen_country"_s));
        row("metadata_loyalty_tier", keyed(Kind::Metadata, u"loyalty_tier"_s));
        row("metadata_address.post_code", keyed(Kind::Metadata, u"address.post_code"_s));
        row("user_metadata_tier", keyed(Kind::Metadata, u"tier"_s), false);
        row("consents_purposes_newsletter_enabled", path(Kind::Purpose, u"newsletter"_s));
        row("consents_purposes_content_personalization_enabled", path(Kind::Purpose, u"content_personalization"_s));
        row("consents_purposes_googleana-4TXnJigR_enabled", path(Kind::Purpose, u"googleana-4TXnJigR"_s));
        row("consents_purposes_newsletter_enabled_li", path(Kind::PurposeInterest, u"newsletter"_s));
        row("consents_purposes_li_enabled_enabled", path(Kind::Purpose, u"li_enabled"_s));
        row("consents_purposes_newsletter_channel_email_enabled",
            path(Kind::PurposeChannel, u"newsletter"_s, {}, u"email"_s));
        row("consents_purposes_newsletter_channels_email_enabled",
            path(Kind::PurposeChannel, u"newsletter"_s, {}, u"email"_s), false);
        row("consents_purposes_newsletter_channel_never_seen_enabled",
            path(Kind::PurposeChannel, u"newsletter"_s, {}, u"never_seen"_s));
        row("consents_purposes_cookies_preferences_newsletter_enabled",
            path(Kind::Preference, u"cookies"_s, u"newsletter"_s));
        row("consents_purposes_cookies_preferences_newsletter_channel_email_enabled",
            path(Kind::PreferenceChannel, u"cookies"_s, u"newsletter"_s, u"email"_s));
        row("consents_preferences_newsletter_enabled", path(Kind::Preference, {}, u"newsletter"_s));
        row("consents_preferences_newsletter_channel_sms_enabled",
            path(Kind::PreferenceChannel, {}, u"newsletter"_s, u"sms"_s));
        row("consents_purposes_newsletter_values_topics-Zx9_value",
            path(Kind::PreferenceValues, u"newsletter"_s, u"topics-Zx9"_s));
        row("consents_purposes_newsletter_values_topics-Zx9",
            path(Kind::PreferenceValues, u"newsletter"_s, u"topics-Zx9"_s), false);
        row("consents_purposes_newsletter_preferences_topics-Zx9_value",
            path(Kind::PreferenceValues, u"newsletter"_s, u"topics-Zx9"_s), false);
        row("consents_preferences_topics-Zx9_value", path(Kind::PreferenceValues, {}, u"topics-Zx9"_s));
        row("consents_purposes_newsletter_preferences_topics-Zx9_values_sports_1",
            path(Kind::PreferenceValue, u"newsletter"_s, u"topics-Zx9"_s, {}, u"sports_1"_s));
        row("consents_preferences_topics-Zx9_values_culture-2",
            path(Kind::PreferenceValue, {}, u"topics-Zx9"_s, {}, u"culture-2"_s));
    }

    void resolves()
    {
        QFETCH(QString, text);
        QFETCH(ValuePath, expected);
        QFETCH(bool, isCanonical);
        const ParsedPath parsed = parseValuePath(text, catalogue());
        expected.text = text;
        QCOMPARE(parsed.verdict, Verdict::Resolved);
        QCOMPARE(parsed.problem, QString());
        QCOMPARE(parsed.path, expected);
        QCOMPARE(parsed.path.toText() == text, isCanonical);
        // However it was written, what it is written as means the same.
        ValuePath again = parseValuePath(parsed.path.toText(), catalogue()).path;
        again.text = text;
        QCOMPARE(again, parsed.path);
    }

    void severalWays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ValuePath>("expected");
        QTest::newRow("purpose or channel")
            << u"consents_purposes_a_channel_b_enabled"_s << path(Kind::Purpose, u"a_channel_b"_s);
        QTest::newRow("purpose or preference") << u"consents_purposes_a_preferences_newsletter_enabled"_s
                                               << path(Kind::Purpose, u"a_preferences_newsletter"_s);
        QTest::newRow("preference with and without suffix")
            << u"consents_purposes_cookies_values_best_value"_s
            << path(Kind::PreferenceValues, u"cookies"_s, u"best_value"_s);
    }

    void severalWays()
    {
        QFETCH(QString, text);
        QFETCH(ValuePath, expected);
        const ParsedPath parsed = parseValuePath(text, catalogue());
        expected.text = text;
        QCOMPARE(parsed.verdict, Verdict::Ambiguous);
        QCOMPARE(parsed.path, expected);
        QVERIFY(!parsed.problem.isEmpty());
    }

    void unknownIds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ValuePath>("expected");
        QTest::addColumn<QString>("named");
        QTest::newRow("purpose") << u"consents_purposes_news_letter_enabled"_s << path(Kind::Purpose, u"news_letter"_s)
                                 << u"news_letter"_s;
        QTest::newRow("preference under a known purpose")
            << u"consents_purposes_cookies_preferences_gone_enabled"_s
            << path(Kind::Preference, u"cookies"_s, u"gone"_s) << u"gone"_s;
        QTest::newRow("preference and channel")
            << u"consents_purposes_cookies_preferences_gone_channel_email_enabled"_s
            << path(Kind::PreferenceChannel, u"cookies"_s, u"gone"_s, u"email"_s) << u"gone"_s;
        QTest::newRow("everything") << u"consents_purposes_p_preferences_q_channel_c_enabled"_s
                                    << path(Kind::PreferenceChannel, u"p"_s, u"q"_s, u"c"_s) << u"p"_s;
        QTest::newRow("value") << u"consents_preferences_topics-Zx9_values_chess"_s
                               << path(Kind::PreferenceValue, {}, u"topics-Zx9"_s, {}, u"chess"_s) << u"chess"_s;
    }

    void unknownIds()
    {
        QFETCH(QString, text);
        QFETCH(ValuePath, expected);
        QFETCH(QString, named);
        const ParsedPath parsed = parseValuePath(text, catalogue());
        expected.text = text;
        QCOMPARE(parsed.verdict, Verdict::UnknownId);
        QCOMPARE(parsed.path, expected);
        QVERIFY2(parsed.problem.contains(u'“' + named + u'”'), qPrintable(parsed.problem));
    }

    void withoutACatalogueNothingIsUnknown()
    {
        const ParsedPath one = parseValuePath(u"consents_purposes_any_thing_enabled"_s, {});
        QCOMPARE(one.verdict, Verdict::Resolved);
        QCOMPARE(one.path.purposeId, u"any_thing"_s);

        const QString attested = u"consents_purposes_cookies_preferences_newsletter_channel_email_enabled"_s;
        const ParsedPath several = parseValuePath(attested, {});
        QCOMPARE(several.verdict, Verdict::Ambiguous);
        ValuePath expected = path(Kind::PreferenceChannel, u"cookies"_s, u"newsletter"_s, u"email"_s);
        expected.text = attested;
        QCOMPARE(several.path, expected);
    }

    void keepsWhatIsNoPath_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u""_s, u" "_s, u"consents"_s, u"consents_purposes_"_s, u"consents_purposes__enabled"_s,
              u"consents_purposes_newsletter"_s, u"consents_purposes_newsletter_enabled "_s, u" organization_user_id"_s,
              u"Consents_purposes_newsletter_enabled"_s, u"metadata_"_s, u"user_metadata_"_s,
              u"consents_channels_email_enabled"_s, u"consents_preferences__enabled"_s,
              u"consents_vendors_google_enabled"_s, u"your_value"_s, u"%1 %2"_s})
            QTest::newRow(qPrintable(u'"' + text + u'"')) << text;
    }

    void keepsWhatIsNoPath()
    {
        QFETCH(QString, text);
        for (const Catalogue &known : {catalogue(), Catalogue()}) {
            const ParsedPath parsed = parseValuePath(text, known);
            QCOMPARE(parsed.verdict, Verdict::NotAPath);
            QCOMPARE(parsed.path.kind, Kind::Unknown);
            QCOMPARE(parsed.path.text, text);
            QCOMPARE(parsed.path.toText(), text);
            QVERIFY(!parsed.problem.isEmpty());
        }
    }

    void whatIsWrittenIsReadBack()
    {
        QRandomGenerator random(20261120);
        int resolved = 0;
        int ambiguous = 0;
        for (int round = 0; round < 400; ++round) {
            const Catalogue known = randomCatalogue(random);
            const QList<ValuePath> paths = randomPaths(known, random);
            for (ValuePath path : paths) {
                path.text = path.toText();
                const ParsedPath parsed = parseValuePath(path.text, known);
                QCOMPARE(parsed.path.text, path.text);
                // All its ids exist, so it is one of the known ways: the only one, or one of several.
                if (parsed.verdict == Verdict::Resolved) {
                    QCOMPARE(parsed.path, path);
                    ++resolved;
                } else {
                    QCOMPARE(parsed.verdict, Verdict::Ambiguous);
                    QVERIFY(parsed.path.purposeId.size() >= path.purposeId.size());
                    ++ambiguous;
                }
            }
        }
        QVERIFY2(resolved > 4000, qPrintable(QString::number(resolved)));
        QVERIFY2(ambiguous > 0, "the ids are not awkward enough");
    }

    void anyTextSurvives()
    {
        QRandomGenerator random(7);
        const QString letters = u"consents_purposes_preferences_channel_enabled_values_value_x-é%1{\"\n"_s;
        for (int round = 0; round < 2000; ++round) {
            QString text = round % 2 ? u"consents_purposes_"_s : QString();
            const int pieces = random.bounded(12);
            for (int i = 0; i < pieces; ++i)
                text += letters.mid(random.bounded(int(letters.size())), random.bounded(14));
            const ParsedPath parsed = parseValuePath(text, catalogue());
            QCOMPARE(parsed.path.text, text);
            QCOMPARE(parsed.problem.isEmpty(), parsed.verdict == Verdict::Resolved);
        }
    }

    void saysWhatItIs_data()
    {
        QTest::addColumn<ValuePath>("path");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("isChoice");
        QTest::newRow("purpose") << path(Kind::Purpose, u"newsletter"_s) << u"Newsletter"_s << true;
        QTest::newRow("purpose without a name") << path(Kind::Purpose, u"cookies"_s) << u"cookies"_s << true;
        QTest::newRow("unknown purpose") << path(Kind::Purpose, u"gone"_s) << u"gone"_s << true;
        QTest::newRow("interest") << path(Kind::PurposeInterest, u"newsletter"_s)
                                  << u"legitimate interest of Newsletter"_s << true;
        QTest::newRow("channel") << path(Kind::PurposeChannel, u"newsletter"_s, {}, u"email"_s)
                                 << u"Newsletter by e-mail"_s << true;
        QTest::newRow("preference") << path(Kind::Preference, u"cookies"_s, u"newsletter"_s) << u"cookies › News"_s
                                    << true;
        QTest::newRow("preference channel")
            << path(Kind::PreferenceChannel, {}, u"newsletter"_s, u"fax"_s) << u"News by fax"_s << true;
        QTest::newRow("values") << path(Kind::PreferenceValues, u"newsletter"_s, u"topics-Zx9"_s)
                                << u"picked values of Newsletter › Topics"_s << false;
        QTest::newRow("value") << path(Kind::PreferenceValue, {}, u"topics-Zx9"_s, {}, u"sports_1"_s)
                               << u"Topics › Sports"_s << true;
        QTest::newRow("identity") << keyed(Kind::Identity, u"organization_user_id"_s) << u"organization user id"_s
                                  << false;
        QTest::newRow("metadata") << keyed(Kind::Metadata, u"tier"_s) << u"metadata “tier”"_s << false;
        QTest::newRow("unknown") << ValuePath{.text = u"what?"_s} << u"what?"_s << false;
    }

    void saysWhatItIs()
    {
        QFETCH(ValuePath, path);
        QTEST(describe(path, catalogue()), "words");
        QTEST(path.isChoice(), "isChoice");
    }
};

QTEST_GUILESS_MAIN(TestValuePath)
#include "tst_valuepath.moc"
