#include "consent/valuepath.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace consent;

namespace {

QByteArray personJson()
{
    return "{\"id\":\"u-1\",\"organization_user_id\":\"jane@acme.test\",\"last_seen_country\":\"FR\",\"updated_at\":"
           "\"2026-11-19T21:40:12Z\","
           "\"metadata\":{\"loyalty_tier\":\"gold\",\"points\":9007199254740993,\"ratio\":0.0000001,\"big\":1e21,"
           "\"vip\":true,"
           "\"gone\":null,\"list\":[1],\"empty\":\"\",\"a.b\":\"dotted\",\"address\":{\"post_code\":\"75001\",\"geo\":{"
           "\"lat\":48.85}}},"
           "\"consents\":{\"channels\":[{\"id\":\"email\",\"enabled\":true}],\"purposes\":["
           "{\"id\":\"given\",\"enabled\":true,\"enabled_li\":false},"
           "{\"id\":\"refused\",\"enabled\":false,\"enabled_li\":true},"
           "{\"id\":\"open\",\"enabled\":null},"
           "{\"id\":\"v1\",\"enabled\":null,\"channels\":[{\"id\":\"email\",\"enabled\":true},{\"id\":\"sms\","
           "\"enabled\":false},{\"id\":\"fax\",\"enabled\":null}],"
           "\"preferences\":[{\"id\":\"weekly\",\"enabled\":true,\"channels\":[{\"id\":\"email\",\"enabled\":false}]},"
           "{\"id\":\"shared\",\"enabled\":true}]},"
           "{\"id\":\"v1b\",\"preferences\":[{\"id\":\"shared\",\"enabled\":false}]},"
           "{\"id\":\"v2\",\"enabled\":true,\"values\":{\"topics\":{\"value\":\"sports, "
           "culture\"},\"none\":{\"value\":\"\"},\"open\":{\"value\":null}}},"
           "{\"id\":\"v2b\",\"enabled\":true,\"values\":{\"topics\":{\"value\":\"culture,chess\"}}}"
           "]}}";
}

Subject person()
{
    return subjectOf(*readUser(QJsonDocument::fromJson(personJson()).object()));
}

Subject eventOf(bool isPending)
{
    Subject subject = person();
    subject.origin = Subject::Origin::Event;
    subject.isPending = isPending;
    return subject;
}

Catalogue catalogue()
{
    Catalogue result;
    for (const QString &id : {u"given"_s, u"refused"_s, u"open"_s, u"v1"_s, u"v1b"_s, u"v2"_s, u"v2b"_s, u"missing"_s})
        result.purposes << Purpose{.id = id};
    for (const QString &id : {u"weekly"_s, u"shared"_s, u"topics"_s, u"none"_s, u"open"_s, u"missing"_s})
        result.preferences << Preference{.id = id,
                                         .values = {{.id = u"sports"_s}, {.id = u"culture"_s}, {.id = u"chess"_s}}};
    return result;
}

Finding find(const QString &text, const Subject &subject)
{
    return evaluate(parseValuePath(text, catalogue()).path, subject);
}

} // namespace

class TestEvaluate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsChoices_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Choice>("choice");
        const auto row = [](const char *text, Choice choice) {
            QTest::newRow(text) << QString::fromLatin1(text) << choice;
        };
        row("consents_purposes_given_enabled", Choice::Given);
        row("consents_purposes_refused_enabled", Choice::Refused);
        row("consents_purposes_open_enabled", Choice::None);
        row("consents_purposes_missing_enabled", Choice::None);
        row("consents_purposes_given_enabled_li", Choice::Refused);
        row("consents_purposes_refused_enabled_li", Choice::Given);
        row("consents_purposes_open_enabled_li", Choice::None);
        row("consents_purposes_v1_channel_email_enabled", Choice::Given);
        row("consents_purposes_v1_channels_sms_enabled", Choice::Refused);
        row("consents_purposes_v1_channel_fax_enabled", Choice::None);
        row("consents_purposes_v1_channel_pigeon_enabled", Choice::None);
        row("consents_purposes_given_channel_email_enabled",
            Choice::None); // the person's channels are not the purpose's
        row("consents_purposes_v1_preferences_weekly_enabled", Choice::Given);
        row("consents_purposes_v1_preferences_weekly_channel_email_enabled", Choice::Refused);
        row("consents_purposes_v1_preferences_weekly_channel_sms_enabled", Choice::None);
        row("consents_purposes_v1b_preferences_weekly_enabled", Choice::None);
        row("consents_preferences_weekly_enabled", Choice::Given);
        row("consents_preferences_weekly_channel_email_enabled", Choice::Refused);
        row("consents_purposes_v1_preferences_shared_enabled", Choice::Given);
        row("consents_preferences_shared_enabled", Choice::Refused); // given here, refused there: refused
        row("consents_preferences_missing_enabled", Choice::None);
        row("consents_purposes_v2_preferences_topics_values_sports", Choice::Given);
        row("consents_purposes_v2_preferences_topics_values_chess", Choice::Refused);
        row("consents_purposes_v2_preferences_none_values_sports", Choice::Refused);
        row("consents_purposes_v2_preferences_open_values_sports", Choice::None);
        row("consents_purposes_v2_preferences_missing_values_sports", Choice::None);
        row("consents_preferences_topics_values_culture", Choice::Given);
        row("consents_preferences_topics_values_sports", Choice::Refused);
        row("consents_purposes_unheard_of_enabled", Choice::None);
    }

    void findsChoices()
    {
        QFETCH(QString, text);
        QFETCH(Choice, choice);
        const bool isNone = choice == Choice::None;

        const Finding ofUser = find(text, person());
        QCOMPARE(ofUser.kind, isNone ? Finding::Kind::Absent : Finding::Kind::Choice);
        QCOMPARE(ofUser.choice, choice);
        QVERIFY(!ofUser.isUntold); // the merged state knows that there is no choice

        const Finding ofEvent = find(text, eventOf(false));
        QCOMPARE(ofEvent.choice, choice);
        QCOMPARE(ofEvent.isUntold, isNone); // an event speaks of a part only

        const Finding ofPending = find(text, eventOf(true));
        QCOMPARE(ofPending.choice, isNone ? Choice::None : Choice::Pending);
    }

    void findsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *text, const QString &found) {
            QTest::newRow(text) << QString::fromLatin1(text) << found;
        };
        row("organization_user_id", u"jane@acme.test"_s);
        row("id", u"u-1"_s);
        row("user_id", u"u-1"_s);
        row("last_seen_country", u"FR"_s);
        row("metadata_loyalty_tier", u"gold"_s);
        row("user_metadata_loyalty_tier", u"gold"_s);
        row("metadata_points", u"9007199254740993"_s);
        row("metadata_ratio", u"0.0000001"_s);
        row("metadata_big", u"1000000000000000000000"_s);
        row("metadata_vip", u"true"_s);
        row("metadata_empty", u""_s);
        row("metadata_a.b", u"dotted"_s);
        row("metadata_address.post_code", u"75001"_s);
        row("metadata_address.geo.lat", u"48.85"_s);
        row("consents_purposes_v2_values_topics", u"sports,culture"_s);
        row("consents_purposes_v2_values_topics_value", u"sports,culture"_s);
        row("consents_purposes_v2_preferences_topics_value", u"sports,culture"_s);
        row("consents_preferences_topics_value", u"culture"_s); // picked under both purposes
        row("consents_purposes_v2_values_none", u""_s);
    }

    void findsText()
    {
        QFETCH(QString, text);
        const Finding finding = find(text, person());
        QCOMPARE(finding.kind, Finding::Kind::Text);
        QTEST(finding.text, "found");
    }

    void findsNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"country", "metadata_gone", "metadata_list", "metadata_address",
                                 "metadata_address.street", "metadata_nope", "metadata_loyalty_tier.x",
                                 "consents_purposes_v2_values_open", "consents_purposes_v1_values_topics"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void findsNothing()
    {
        QFETCH(QString, text);
        QCOMPARE(find(text, person()), Finding());
    }

    void whatIsNoPathTellsNothing()
    {
        const Finding finding = find(u"not a path"_s, person());
        QCOMPARE(finding.kind, Finding::Kind::Absent);
        QVERIFY(finding.isUntold);
    }

    void onlyTheIdentityOfAPendingEventIsInEffect()
    {
        QCOMPARE(find(u"organization_user_id"_s, eventOf(true)).kind, Finding::Kind::Text);
        for (const QString &text : {u"metadata_loyalty_tier"_s, u"consents_purposes_v2_values_topics"_s}) {
            const Finding finding = find(text, eventOf(true));
            QCOMPARE(finding.kind, Finding::Kind::Choice);
            QCOMPARE(finding.choice, Choice::Pending);
            QVERIFY(finding.text.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
