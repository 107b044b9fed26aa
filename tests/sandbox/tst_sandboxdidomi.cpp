#include "sandbox/web.h"
#include "support/fakeclock.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sandbox;

namespace {

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QJsonObject choice(const QString &purpose, const QJsonValue &enabled)
{
    return {{u"id"_s, purpose}, {u"enabled"_s, enabled}};
}

QJsonObject eventOf(const QString &organizationUserId, const QJsonArray &purposes, const QJsonObject &more = {})
{
    QJsonObject body{{u"user"_s, QJsonObject{{u"organization_user_id"_s, organizationUserId}}},
                     {u"consents"_s, QJsonObject{{u"purposes"_s, purposes}}}};
    for (auto member = more.begin(); member != more.end(); ++member)
        body.insert(member.key(), member.value());
    return body;
}

QJsonObject purposeOf(const QJsonValue &user, const QString &id)
{
    const QJsonArray purposes = user.toObject().value("consents"_L1).toObject().value("purposes"_L1).toArray();
    for (const QJsonValue &purpose : purposes) {
        if (purpose.toObject().value("id"_L1) == id)
            return purpose.toObject();
    }
    return {};
}

} // namespace

class TestSandboxDidomi : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<Web> m_web;

    void start(const Options &options)
    {
        m_web.reset();
        m_sandbox = startSandbox(options);
        m_web = std::make_unique<Web>(m_sandbox->credentials());
        m_web->signInToDidomi();
    }

    QString someone(Person::Case kind = Person::Case::Plain) const
    {
        const QList<SamplePerson> people = m_sandbox->people();
        for (const SamplePerson &person : people) {
            if (person.kind == kind)
                return person.organizationUserId;
        }
        return {};
    }

    QJsonArray usersOf(const QString &organizationUserId, const QString &more = {})
    {
        return m_web
            ->didomi("GET", u"/consents/users?organization_user_id=%1%2"_s.arg(encoded(organizationUserId), more))
            .data();
    }

    WebAnswer post(const QJsonObject &body)
    {
        return m_web->didomi("POST", u"/consents/events"_s, QJsonDocument(body));
    }

private Q_SLOTS:
    void init() { start({.contacts = 30}); }

    void opensSessions()
    {
        const WebAnswer good = m_web->askSession(m_web->credentials().didomiSecret.reveal());
        QCOMPARE(good.status, 200);
        QCOMPARE(good[u"type"_s].toString(), u"api-key"_s);
        const QByteArray token = good[u"access_token"_s].toString().toLatin1();
        const QJsonObject claims =
            QJsonDocument::fromJson(QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding))
                .object();
        QCOMPARE(claims.value("exp"_L1).toInteger() - claims.value("iat"_L1).toInteger(), 3600);

        const WebAnswer bad = m_web->askSession("nonsense");
        QCOMPARE(bad.status, 400);
        QCOMPARE(bad[u"code"_s].toInt(), 400);
        QCOMPARE(bad[u"name"_s].toString(), u"BadRequest"_s);
        QCOMPARE(bad[u"message"_s].toString(), u"Invalid authentication information"_s);
        QVERIFY(m_sandbox->setFault(u"didomi-key"_s, u"wrong"_s));
        QCOMPARE(m_web->askSession(m_web->credentials().didomiSecret.reveal()).status, 400);
    }

    void wantsAGoodToken()
    {
        support::FakeClock clock;
        start({.clock = &clock});
        const QString address = m_web->credentials().didomi + u"/organizations"_s;
        QCOMPARE(m_web->send("GET", address).status, 401);
        QCOMPARE(m_web->send("GET", address, {}, {{"Authorization", "Bearer abc"}}).status, 401);
        QCOMPARE(m_web->didomi("GET", u"/organizations"_s).status, 200);
        clock.advance(61min);
        const WebAnswer late = m_web->didomi("GET", u"/organizations"_s);
        QCOMPARE(late.status, 401);
        QCOMPARE(late[u"message"_s].toString(), u"jwt expired"_s);
    }

    void wantsTheOrganization_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path :
             {u"/consents/users"_s, u"/consents/events?user_id=x"_s, u"/metadata/purposes"_s, u"/preferences"_s,
              u"/config-trees"_s, u"/premium-features"_s, u"/marketplace/integrations"_s})
            QTest::newRow(qPrintable(path)) << path;
    }

    void wantsTheOrganization()
    {
        QFETCH(QString, path);
        const QString glue = path.contains(u'?') ? u"&"_s : u"?"_s;
        QCOMPARE(m_web->didomi("GET", path).status, 200);
        QCOMPARE(m_web->didomi("GET", path + glue + u"organization_id="_s).status, 400);
        QCOMPARE(m_web->didomi("GET", path + glue + u"organization_id=other"_s).status, 403);
    }

    void showsItsCatalogue()
    {
        const WebAnswer organizations = m_web->didomi("GET", u"/organizations?$limit=1"_s);
        QCOMPARE(organizations[u"total"_s].toInt(), 1);
        QCOMPARE(organizations.data().at(0).toObject().value("id"_L1).toString(), m_web->credentials().organizationId);
        QVERIFY(m_web->didomi("GET", u"/premium-features"_s)[u"consents_api"_s].toBool());

        const WebAnswer purposes = m_web->didomi("GET", u"/metadata/purposes?$limit=2&$skip=1"_s);
        QCOMPARE(purposes[u"limit"_s].toInt(), 2);
        QCOMPARE(purposes[u"skip"_s].toInt(), 1);
        QCOMPARE(purposes.data().size(), 2);
        const QJsonArray all = m_web->didomi("GET", u"/metadata/purposes"_s).data();
        QCOMPARE(all.size(), purposes[u"total"_s].toInt());
        QSet<QString> ids;
        int global = 0;
        for (const QJsonValue &purpose : all) {
            ids << purpose.toObject().value("id"_L1).toString();
            global += purpose.toObject().value("organization_id"_L1).isNull();
            QVERIFY(purpose.toObject().value("description"_L1).isString());
        }
        QVERIFY(ids.contains(QSet<QString>{u"newsletter"_s, u"newsletter-a1B2c3D4"_s, u"content_personalization"_s}));
        QCOMPARE(global, 1);
        const QJsonArray translated = m_web->didomi("GET", u"/metadata/purposes?$translations=true"_s).data();
        QVERIFY(translated.at(0).toObject().value("description"_L1).toObject().contains("fr"_L1));

        const QJsonArray preferences = m_web->didomi("GET", u"/preferences"_s).data();
        QSet<QJsonValue::Type> nameTypes;
        for (const QJsonValue &preference : preferences)
            nameTypes << preference.toObject().value("name"_L1).type();
        QCOMPARE(nameTypes, (QSet<QJsonValue::Type>{QJsonValue::String, QJsonValue::Object}));

        const QJsonArray selected =
            m_web->didomi("GET", u"/config-trees"_s).data().at(0).toObject().value("selected_purposes"_L1).toArray();
        QCOMPARE(selected.size(), all.size());
        QVERIFY(!selected.at(0).toObject().value("selected_preferences"_L1).toArray().isEmpty());
        QCOMPARE(m_web->didomi("GET", u"/nothing"_s).status, 404);
        QCOMPARE(m_web->didomi("POST", u"/preferences"_s, QJsonDocument(QJsonObject())).status, 405);
    }

    void listsUsersPageByPage()
    {
        start({.contacts = 250});
        QList<int> sizes;
        QSet<QString> ids;
        QString cursor;
        do {
            const WebAnswer page =
                m_web->didomi("GET", u"/consents/users"_s + (cursor.isEmpty() ? QString() : u"?$cursor="_s + cursor));
            QCOMPARE(page.status, 200);
            QCOMPARE(page[u"limit"_s].toInt(), 100);
            const QJsonArray data = page.data();
            sizes << int(data.size());
            for (const QJsonValue &user : data)
                ids << user.toObject().value("id"_L1).toString();
            QVERIFY(page[u"cursor"_s].isString() || page[u"cursor"_s].isNull());
            cursor = page[u"cursor"_s].toString();
        } while (!cursor.isEmpty() && sizes.size() < 10);
        QCOMPARE(sizes, (QList{100, 100, 50}));
        QCOMPARE(ids.size(), 250);
        QCOMPARE(m_web->didomi("GET", u"/consents/users?$cursor=nonsense!"_s).status, 400);
    }

    void keepsPagesTogetherWhileUsersGo()
    {
        start({.contacts = 250});
        const WebAnswer first = m_web->didomi("GET", u"/consents/users"_s);
        const QString gone = first.data().at(3).toObject().value("id"_L1).toString();
        QCOMPARE(m_web->didomi("DELETE", u"/consents/users/"_s + gone).status, 200);
        QCOMPARE(m_web->didomi("GET", u"/consents/users/"_s + gone).status, 404);
        const WebAnswer second = m_web->didomi("GET", u"/consents/users?$cursor="_s + first[u"cursor"_s].toString());
        QCOMPARE(second.data().size(), 100);
        const WebAnswer third = m_web->didomi("GET", u"/consents/users?$cursor="_s + second[u"cursor"_s].toString());
        QCOMPARE(third.data().size(), 50);
    }

    void listsBareArraysWhenToldTo()
    {
        start({.contacts = 250});
        QVERIFY(m_sandbox->setFault(u"didomi-list"_s, u"array"_s));
        for (const QString &path :
             {u"/consents/users"_s, u"/metadata/purposes"_s, u"/preferences"_s, u"/organizations"_s})
            QVERIFY2(m_web->didomi("GET", path).json.isArray(), qPrintable(path));
        QCOMPARE(m_web->didomi("GET", u"/consents/users"_s).data().size(), 250);
    }

    void findsUsersByTheirOwnId()
    {
        QCOMPARE(usersOf(someone()).size(), 1);
        QCOMPARE(usersOf(someone(Person::Case::TwoUsers)).size(), 2);
        QCOMPARE(usersOf(someone(Person::Case::HardKey)).size(), 1);
        QVERIFY(someone(Person::Case::HardKey).contains(u'+'));
        QCOMPARE(usersOf(someone(Person::Case::NoDidomiUser)).size(), 0);
        QCOMPARE(usersOf(u"nobody@example.org"_s).size(), 0);

        const WebAnswer one = m_web->didomi(
            "GET", u"/consents/users/%1?$by_organization_user_id=true"_s.arg(encoded(someone(Person::Case::HardKey))));
        QCOMPARE(one[u"organization_user_id"_s].toString(), someone(Person::Case::HardKey));
        QCOMPARE(m_web->didomi("GET", u"/consents/users/%1"_s.arg(encoded(someone()))).status, 404);
    }

    void hasPeopleWithoutAChoice()
    {
        const QJsonArray users = usersOf(someone(Person::Case::NoChoice));
        QVERIFY(purposeOf(users.at(0), u"newsletter"_s).value("enabled"_L1).isNull());
        const QJsonArray full = usersOf(someone(), u"&$include_full_tree=true"_s);
        QCOMPARE(full.at(0).toObject().value("consents"_L1).toObject().value("purposes"_L1).toArray().size(), 6);
    }

    void showsBothGenerations()
    {
        const QString person = someone();
        const QJsonObject picked{{u"topics-Zx9cVb2n"_s, QJsonObject{{u"value"_s, u"sports-1,travel-3"_s}}}};
        QJsonObject purpose = choice(u"newsletter"_s, true);
        purpose.insert(u"values"_s, picked);
        purpose.insert(u"channels"_s, QJsonArray{QJsonObject{{u"id"_s, u"email"_s}, {u"enabled"_s, true}}});
        purpose.insert(u"preferences"_s,
                       QJsonArray{QJsonObject{{u"id"_s, u"topics-Zx9cVb2n"_s}, {u"enabled"_s, true}}});
        QCOMPARE(post(eventOf(person, {purpose})).status, 200);
        const QJsonObject second = purposeOf(usersOf(person).at(0), u"newsletter"_s);
        QCOMPARE(
            second.value("values"_L1).toObject().value("topics-Zx9cVb2n"_L1).toObject().value("value"_L1).toString(),
            u"sports-1,travel-3"_s);
        QVERIFY(!second.contains("preferences"_L1));
        QVERIFY(m_sandbox->setFault(u"didomi-shape"_s, u"v1"_s));
        const QJsonObject first = purposeOf(usersOf(person).at(0), u"newsletter"_s);
        QVERIFY(!first.contains("values"_L1));
        QVERIFY(!first.value("preferences"_L1).toArray().isEmpty());
        QVERIFY(!first.value("channels"_L1).toArray().isEmpty());
    }

    void mergesEventsIntoTheUser()
    {
        const QString person = someone();
        const QJsonObject before = usersOf(person).at(0).toObject();
        QCOMPARE(post(eventOf(person, {choice(u"newsletter"_s, true), choice(u"sms_marketing"_s, false)})).status, 200);
        const QJsonObject between = usersOf(person).at(0).toObject();
        QVERIFY(between.value("version"_L1).toInt() > before.value("version"_L1).toInt());
        QVERIFY(between.value("updated_at"_L1).toString() > before.value("updated_at"_L1).toString());
        QCOMPARE(purposeOf(between, u"newsletter"_s).value("enabled"_L1), QJsonValue(true));

        QCOMPARE(post(eventOf(person, {choice(u"newsletter"_s, false)})).status, 200);
        QCOMPARE(post(eventOf(person, {choice(u"sms_marketing"_s, QJsonValue())})).status,
                 200); // null: no choice made, none undone
        const QJsonObject after = usersOf(person).at(0).toObject();
        QCOMPARE(purposeOf(after, u"newsletter"_s).value("enabled"_L1), QJsonValue(false));
        QCOMPARE(purposeOf(after, u"sms_marketing"_s).value("enabled"_L1), QJsonValue(false));
        QCOMPARE(purposeOf(after, u"content_personalization"_s), purposeOf(before, u"content_personalization"_s));
    }

    void letsALaterChoiceWinOverALaterImport()
    {
        const QString person = someone();
        QCOMPARE(post(eventOf(person, {choice(u"newsletter"_s, true)})).status, 200);
        QCOMPARE(post(eventOf(person, {choice(u"newsletter"_s, false)}, {{u"created_at"_s, u"2020-01-01T00:00:00Z"_s}}))
                     .status,
                 200);
        QCOMPARE(purposeOf(usersOf(person).at(0), u"newsletter"_s).value("enabled"_L1), QJsonValue(true));
    }

    void holdsBackWhatIsPending()
    {
        const QString person = someone();
        QCOMPARE(post(eventOf(person, {choice(u"newsletter"_s, true)})).status, 200);
        const WebAnswer pending =
            post(eventOf(person, {choice(u"newsletter"_s, false)}, {{u"status"_s, u"pending_approval"_s}}));
        QCOMPARE(purposeOf(usersOf(person).at(0), u"newsletter"_s).value("enabled"_L1), QJsonValue(true));

        const QString events = u"/consents/events?organization_user_id=%1"_s.arg(encoded(person));
        const QString both = events + u"&status%5B%24in%5D=confirmed&status%5B%24in%5D=pending_approval"_s;
        QCOMPARE(m_web->didomi("GET", both).data().size(), m_web->didomi("GET", events).data().size() + 1);

        const QString one =
            u"/consents/events/%1?organization_user_id=%2"_s.arg(pending[u"id"_s].toString(), encoded(person));
        QCOMPARE(m_web->didomi("PATCH", one, QJsonDocument(QJsonObject{{u"status"_s, u"confirmed"_s}})).status, 200);
        QCOMPARE(purposeOf(usersOf(person).at(0), u"newsletter"_s).value("enabled"_L1), QJsonValue(false));
        QCOMPARE(m_web->didomi("DELETE", one).status, 204);
        QCOMPARE(purposeOf(usersOf(person).at(0), u"newsletter"_s).value("enabled"_L1), QJsonValue(true));
        QCOMPARE(m_web->didomi("GET", one).status, 404);
    }

    void keepsRegulationsApart()
    {
        const QString person = someone();
        QCOMPARE(post(eventOf(person, {choice(u"newsletter"_s, true)})).status, 200);
        QCOMPARE(post(eventOf(person, {choice(u"newsletter"_s, false)}, {{u"regulation"_s, u"cpra"_s}})).status, 200);
        QCOMPARE(purposeOf(usersOf(person).at(0), u"newsletter"_s).value("enabled"_L1), QJsonValue(true));
        QCOMPARE(purposeOf(usersOf(person, u"&regulation=cpra"_s).at(0), u"newsletter"_s).value("enabled"_L1),
                 QJsonValue(false));
    }

    void listsEventsOfOnePersonOnly()
    {
        QCOMPARE(m_web->didomi("GET", u"/consents/events"_s).status, 400);
        const QJsonArray events =
            m_web->didomi("GET", u"/consents/events?organization_user_id=%1"_s.arg(encoded(someone()))).data();
        QCOMPARE(events.size(), 1);
        const QJsonObject first = events.at(0).toObject();
        QCOMPARE(first.value("status"_L1).toString(), u"confirmed"_s);
        const QString user = first.value("user"_L1).toObject().value("id"_L1).toString();
        QCOMPARE(m_web->didomi("GET", u"/consents/events?user_id="_s + user).data(), events);
        QCOMPARE(m_web->didomi("GET", u"/consents/events/%1?user_id=%2"_s.arg(first.value("id"_L1).toString(), user))
                     .json.object(),
                 first);
    }

    void refusesBadEvents_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("path");
        const QString person = u"crm-000003"_s;
        QJsonObject unknownPreference = choice(u"newsletter"_s, true);
        unknownPreference.insert(u"values"_s, QJsonObject{{u"no-such"_s, QJsonObject{{u"value"_s, u"x"_s}}}});
        QJsonObject unknownValue = choice(u"newsletter"_s, true);
        unknownValue.insert(u"values"_s,
                            QJsonObject{{u"topics-Zx9cVb2n"_s, QJsonObject{{u"value"_s, u"sports-1,chess-9"_s}}}});
        QJsonObject twoOfOne = choice(u"newsletter"_s, true);
        twoOfOne.insert(u"values"_s,
                        QJsonObject{{u"frequency-Qw3rTy7u"_s, QJsonObject{{u"value"_s, u"daily-1,weekly-2"_s}}}});
        QTest::newRow("unknown purpose") << eventOf(person, {choice(u"newsletter_typo"_s, true)})
                                         << u"consents.purposes[0].id"_s;
        QTest::newRow("second purpose unknown")
            << eventOf(person, {choice(u"newsletter"_s, true), choice(u"x"_s, true)}) << u"consents.purposes[1].id"_s;
        QTest::newRow("choice in words") << eventOf(person, {choice(u"newsletter"_s, u"true"_s)})
                                         << u"consents.purposes[0].enabled"_s;
        QTest::newRow("unknown preference")
            << eventOf(person, {unknownPreference}) << u"consents.purposes[0].values.no-such"_s;
        QTest::newRow("unknown value") << eventOf(person, {unknownValue})
                                       << u"consents.purposes[0].values.topics-Zx9cVb2n.value"_s;
        QTest::newRow("two values of one")
            << eventOf(person, {twoOfOne}) << u"consents.purposes[0].values.frequency-Qw3rTy7u.value"_s;
        QTest::newRow("no user") << QJsonObject{{u"consents"_s, QJsonObject()}} << u"user"_s;
        QTest::newRow("no consents") << QJsonObject{{u"user"_s, QJsonObject{{u"id"_s, u"u"_s}}}} << u"consents"_s;
        QTest::newRow("bad time") << eventOf(person, {}, {{u"created_at"_s, u"yesterday"_s}}) << u"created_at"_s;
        QTest::newRow("bad status") << eventOf(person, {}, {{u"status"_s, u"maybe"_s}}) << u"status"_s;
        QTest::newRow("bad regulation") << eventOf(person, {}, {{u"regulation"_s, u"mars"_s}}) << u"regulation"_s;
        QTest::newRow("other organization")
            << eventOf(person, {}, {{u"organization_id"_s, u"other"_s}}) << u"organization_id"_s;
        QTest::newRow("delegate without id")
            << eventOf(person, {}, {{u"delegate"_s, QJsonObject{{u"name"_s, u"x"_s}}}}) << u"delegate.id"_s;
    }

    void refusesBadEvents()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, path);
        const WebAnswer alone = post(body);
        QCOMPARE(alone.status, 400);
        QCOMPARE(alone[u"errors"_s].toArray().at(0).toObject().value("path"_L1).toString(), path);

        // In a batch it takes the good ones down with it.
        const QString person = someone();
        const QJsonArray before = usersOf(person);
        const QJsonArray batch{eventOf(person, {choice(u"newsletter"_s, true)}), body};
        const WebAnswer together = m_web->didomi("POST", u"/consents/events"_s, QJsonDocument(batch));
        QCOMPARE(together.status, 400);
        QCOMPARE(together[u"errors"_s].toArray().at(0).toObject().value("path"_L1).toString(), u"[1]."_s + path);
        QCOMPARE(usersOf(person), before);
    }

    void wantsVendorsWhenToldTo()
    {
        QVERIFY(m_sandbox->setFault(u"didomi-vendors"_s, u"required"_s));
        const WebAnswer refused = post(eventOf(someone(), {choice(u"newsletter"_s, true)}));
        QCOMPARE(refused.status, 400);
        QVERIFY(refused[u"message"_s].toString().contains(u"vendors"_s));
        QJsonObject body = eventOf(someone(), {choice(u"newsletter"_s, true)});
        QJsonObject consents = body.value("consents"_L1).toObject();
        consents.insert(u"vendors"_s, QJsonObject{{u"enabled"_s, QJsonArray{u"v1"_s}}, {u"disabled"_s, QJsonArray()}});
        body.insert(u"consents"_s, consents);
        QCOMPARE(post(body).status, 200);
        consents.insert(u"vendors"_s, QJsonObject{{u"enabled"_s, QJsonArray()}, {u"disabled"_s, QJsonArray{u"v1"_s}}});
        body.insert(u"consents"_s, consents);
        QCOMPARE(post(body).status, 200);
        const QJsonObject vendors =
            usersOf(someone()).at(0).toObject().value("consents"_L1).toObject().value("vendors"_L1).toObject();
        QCOMPARE(vendors.value("enabled"_L1).toArray(), QJsonArray());
        QCOMPARE(vendors.value("disabled"_L1).toArray(), QJsonArray{u"v1"_s});
    }

    void takesBatches()
    {
        QJsonArray batch;
        for (int i = 0; i < 100; ++i)
            batch << eventOf(u"new-%1"_s.arg(i % 40), {choice(u"newsletter"_s, i % 2 == 0)},
                             {{u"id"_s, u"batch-%1"_s.arg(i)}});
        const WebAnswer stored = m_web->didomi("POST", u"/consents/events"_s, QJsonDocument(batch));
        QCOMPARE(stored.status, 200);
        QCOMPARE(stored.json.array().size(), 100);
        QCOMPARE(usersOf(u"new-7"_s).size(), 1);
        batch << eventOf(u"new-0"_s, {});
        QCOMPARE(m_web->didomi("POST", u"/consents/events"_s, QJsonDocument(batch)).status, 400);
        QCOMPARE(m_web->didomi("POST", u"/consents/events"_s, QJsonDocument(QJsonArray())).status, 400);
        const QJsonObject twin = eventOf(u"new-0"_s, {}, {{u"id"_s, u"twin"_s}});
        QCOMPARE(m_web->didomi("POST", u"/consents/events"_s, QJsonDocument(QJsonArray{twin, twin})).status, 400);
    }

    void answersDuplicatesAsToldTo_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::newRow("usual") << u""_s << 400;
        QTest::newRow("rejected") << u"rejected"_s << 400;
        QTest::newRow("conflict") << u"conflict"_s << 409;
        QTest::newRow("accepted") << u"accepted"_s << 200;
    }

    void answersDuplicatesAsToldTo()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        if (!fault.isEmpty())
            QVERIFY(m_sandbox->setFault(u"didomi-duplicate"_s, fault));
        const QString person = someone();
        QCOMPARE(post(eventOf(person, {choice(u"newsletter"_s, true)}, {{u"id"_s, u"once"_s}})).status, 200);
        const QJsonArray before = usersOf(person);
        QCOMPARE(post(eventOf(person, {choice(u"newsletter"_s, false)}, {{u"id"_s, u"once"_s}})).status, status);
        QCOMPARE(usersOf(person), before); // never imported twice
        const QString seeded = m_web->didomi("GET", u"/consents/events?organization_user_id=%1"_s.arg(encoded(person)))
                                   .data()
                                   .at(0)
                                   .toObject()
                                   .value("id"_L1)
                                   .toString();
        QCOMPARE(post(eventOf(person, {}, {{u"id"_s, seeded}})).status, status);
    }

    void knowsUsersByEitherId()
    {
        const WebAnswer created = m_web->didomi("POST", u"/consents/users"_s,
                                                QJsonDocument(QJsonObject{{u"metadata"_s, QJsonObject{{u"a"_s, 1}}}}));
        QCOMPARE(created.status, 201);
        const QString id = created[u"id"_s].toString();
        QJsonObject body = eventOf(u"fresh-1"_s, {choice(u"newsletter"_s, true)});
        body.insert(u"user"_s, QJsonObject{{u"id"_s, id},
                                           {u"organization_user_id"_s, u"fresh-1"_s},
                                           {u"metadata"_s, QJsonObject{{u"b"_s, 2}}}});
        QCOMPARE(post(body).status, 200);
        const QJsonObject user = usersOf(u"fresh-1"_s).at(0).toObject();
        QCOMPARE(user.value("id"_L1).toString(), id); // it had none: the id was assigned
        QCOMPARE(user.value("metadata"_L1).toObject(), (QJsonObject{{u"a"_s, 1}, {u"b"_s, 2}}));
        body.insert(u"user"_s, QJsonObject{{u"id"_s, id}, {u"organization_user_id"_s, u"fresh-2"_s}});
        QCOMPARE(post(body).status, 200);
        QCOMPARE(usersOf(u"fresh-2"_s).size(), 0); // it has one: never replaced
        const WebAnswer anonymous = post(eventOf(u""_s, {choice(u"newsletter"_s, true)}));
        QVERIFY(!anonymous[u"user"_s].toObject().value("id"_L1).toString().isEmpty());
    }

    void changesUsersUnlessTheyChanged()
    {
        const QString address = u"/consents/users/%1?$by_organization_user_id=true"_s.arg(encoded(someone()));
        const int version = m_web->didomi("GET", address)[u"version"_s].toInt();
        QJsonObject change{{u"version"_s, version}, {u"metadata"_s, QJsonObject{{u"note"_s, u"x"_s}}}};
        const WebAnswer changed = m_web->didomi("PATCH", address, QJsonDocument(change));
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed[u"version"_s].toInt(), version + 1);
        const WebAnswer stale = m_web->didomi("PATCH", address, QJsonDocument(change));
        QCOMPARE(stale.status, 409);
        QCOMPARE(stale[u"name"_s].toString(), u"Conflict"_s);
        change.remove(u"version"_s);
        change.insert(u"consents"_s, QJsonObject{{u"purposes"_s, QJsonArray{choice(u"newsletter"_s, false)}}});
        QCOMPARE(purposeOf(m_web->didomi("PATCH", address, QJsonDocument(change)).json.object(), u"newsletter"_s)
                     .value("enabled"_L1),
                 QJsonValue(false));
    }

    void limitsRequestsOutsideConsents()
    {
        support::FakeClock clock;
        start({.didomiRequestLimit = 5, .clock = &clock}); // one of them was the session
        for (int left = 3; left >= 0; --left) {
            const WebAnswer answer = m_web->didomi("GET", u"/preferences"_s);
            QCOMPARE(answer.status, 200);
            QVERIFY(
                answer.header("RateLimit").startsWith("limit=5, remaining=" + QByteArray::number(left) + ", reset="));
            QCOMPARE(answer.header("RateLimit-Policy"), "5;w=15"_ba);
        }
        const WebAnswer over = m_web->didomi("GET", u"/preferences"_s);
        QCOMPARE(over.status, 429);
        QCOMPARE(over.header("Retry-After"), "15"_ba);
        QCOMPARE(m_web->didomi("GET", u"/consents/users"_s).status, 200);
        QVERIFY(m_web->didomi("GET", u"/consents/users"_s).header("RateLimit").isEmpty());
        QCOMPARE(m_web->didomi("GET", u"/consents/users?$include_full_tree=true"_s).status, 429);
        clock.advance(15s);
        QCOMPARE(m_web->didomi("GET", u"/preferences"_s).status, 200);
    }

    void keepsIntegrations()
    {
        const QJsonObject integration{{u"type_id"_s, u"microsoft-dynamics"_s},
                                      {u"authentication"_s, QJsonObject{{u"client_secret"_s, u"hush"_s}}},
                                      {u"upsert_mode"_s, true}};
        const WebAnswer created = m_web->didomi("POST", u"/marketplace/integrations"_s, QJsonDocument(integration));
        QCOMPARE(created.status, 201);
        QVERIFY(!created.body.contains("hush"));
        QCOMPARE(m_web->didomi("GET", u"/marketplace/integrations"_s).data().size(), 1);
        QCOMPARE(m_web->didomi("GET", u"/marketplace/integrations/"_s + created[u"id"_s].toString()).status, 200);
        QCOMPARE(m_web->didomi("GET", u"/marketplace/integrations/none"_s).status, 404);
        QCOMPARE(m_web->didomi("POST", u"/marketplace/integrations"_s, QJsonDocument(QJsonObject())).status, 400);
    }

    void emitsConsents()
    {
        QByteArray heard;
        m_sandbox->setListener([&heard](const QByteArray &one) { heard = one; });
        const QByteArray bytes = m_sandbox->emitConsent();
        QCOMPARE(heard, bytes);
        const QJsonObject emitted = QJsonDocument::fromJson(bytes).object();
        const QString person = emitted.value("user"_L1).toObject().value("organization_user_id"_L1).toString();
        const QJsonObject changed =
            emitted.value("consents"_L1).toObject().value("purposes"_L1).toArray().at(0).toObject();
        const QString id = emitted.value("id"_L1).toString();
        QCOMPARE(m_web->didomi("GET", u"/consents/events/%1?organization_user_id=%2"_s.arg(id, encoded(person)))
                     .json.object(),
                 emitted);
        QJsonArray choices;
        for (const QJsonValue &user : usersOf(person))
            choices << purposeOf(user, changed.value("id"_L1).toString()).value("enabled"_L1);
        QVERIFY(choices.contains(changed.value("enabled"_L1)));

        const auto again = startSandbox({.contacts = 30});
        const QJsonObject repeated = QJsonDocument::fromJson(again->emitConsent()).object();
        QCOMPARE(repeated.value("id"_L1), emitted.value("id"_L1));
        QCOMPARE(repeated.value("consents"_L1), emitted.value("consents"_L1));
    }

    void streams()
    {
        std::atomic<int> heard = 0;
        m_sandbox->setListener([&heard](const QByteArray &) { ++heard; });
        m_sandbox->setStream(5ms);
        QTRY_VERIFY(heard.load() >= 3);
        m_sandbox->setStream(0ms);
        m_sandbox->setStream(1h);
        m_sandbox.reset(); // does not wait for the hour
        m_web.reset();
    }

    void takesNonsense_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("no json") << "{\"user\":"_ba;
        QTest::newRow("a number") << "5"_ba;
        QTest::newRow("numbers") << "[1,2,3]"_ba;
        QTest::newRow("null members") << "{\"user\":null,\"consents\":null}"_ba;
        QTest::newRow("wrong types")
            << "{\"user\":[],\"consents\":{\"purposes\":{},\"vendors\":5,\"channels\":\"x\"},\"id\":7}"_ba;
        QTest::newRow("no text") << QByteArray("\xff\xfe\x00\x01", 4);
        QTest::newRow("deep") << QByteArray(2000, '[') + QByteArray(2000, ']');
    }

    void takesNonsense()
    {
        QFETCH(QByteArray, body);
        const QByteArray token =
            m_web->askSession(m_web->credentials().didomiSecret.reveal())[u"access_token"_s].toString().toLatin1();
        const QString address =
            m_web->credentials().didomi + u"/consents/events?organization_id="_s + m_web->credentials().organizationId;
        const WebAnswer answer = m_web->send(
            "POST", address, body, {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}});
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer[u"name"_s].toString(), u"BadRequest"_s);
    }
};

QTEST_GUILESS_MAIN(TestSandboxDidomi)

#include "tst_sandboxdidomi.moc"
