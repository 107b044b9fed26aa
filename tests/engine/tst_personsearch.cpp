#include "engine/personsearch.h"
#include "engine/world.h"
#include "support/finish.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using engine::FoundPeople;
using engine::FoundPerson;
using sandbox::Person;
using Kind = profile::MatchRule::Kind;

/// Looking for somebody, against the sandbox.
class TestPersonSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<support::World>();
        QVERIFY(m_world->connect());
    }

    void findsByPartOfName()
    {
        const sandbox::Contact contact = contactOf(m_world->fullPerson(Person::Case::Plain));
        for (const QString &text : {contact.lastName, contact.lastName.toUpper(), u"  %1 "_s.arg(contact.lastName),
                                    contact.email, contact.email.left(contact.email.indexOf(u'@') + 2)}) {
            const auto found = search(text);
            QVERIFY2(found, found ? "" : qPrintable(found.error().message));
            QVERIFY2(ids(*found).contains(m_world->person(Person::Case::Plain)), qPrintable(text));
        }
        QCOMPARE(m_world->sentWrites(), 0);
    }

    void tellsNameAndAddress()
    {
        const Person &person = m_world->fullPerson(Person::Case::Plain);
        const auto found = search(contactOf(person).email);
        QVERIFY(found);
        const auto it = std::find_if(found->people.cbegin(), found->people.cend(), [&](const FoundPerson &one) {
            return one.id == m_world->person(Person::Case::Plain);
        });
        QVERIFY(it != found->people.cend());
        QVERIFY(it->name.contains(contactOf(person).lastName));
        QVERIFY(it->detail == contactOf(person).email || it->id == contactOf(person).email);
    }

    void findsWhomOnlyDidomiKnows()
    {
        const QString id = m_world->person(Person::Case::NoContact);
        const auto found = search(id);
        QVERIFY(found);
        QCOMPARE(found->people.size(), 1);
        QCOMPARE(found->people.constFirst(), (FoundPerson{.id = id, .name = {}, .detail = {}, .isInDidomi = true}));
    }

    void putsTheExactIdFirst()
    {
        const QString id = m_world->person(Person::Case::Plain);
        const auto found = search(id);
        QVERIFY(found);
        QCOMPARE(found->people.constFirst().id, id);
        QVERIFY(found->people.constFirst().isInDidomi);
        QVERIFY(!found->people.constFirst().name.isEmpty());
        QCOMPARE(ids(*found).count(id), 1);
    }

    void survivesHostileTexts_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"O'Neil"_s, u"a&b=c#d"_s, u"100 %"_s, u"\") or 1 eq 1"_s, u"🙂"_s,
                                    u"a+b@c/d?e"_s, u"x"_s.repeated(400)})
            QTest::newRow(qPrintable(text.left(20))) << text;
    }

    void survivesHostileTexts()
    {
        QFETCH(QString, text);
        const auto found = search(text);
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QVERIFY(found->people.size() < 40);
    }

    void refusesNothing()
    {
        for (const QString &text : {QString(), u"  \t"_s}) {
            const auto found = search(text);
            QVERIFY(!found);
            QCOMPARE(found.error().kind, Error::Kind::Invalid);
            QVERIFY(!found.error().fix.isEmpty());
        }
    }

    void asksOnlyDidomiWhenIdsAreHashed()
    {
        m_world->profile.match = {.kind = Kind::Column,
                                  .column = u"externaluseridentifier"_s,
                                  .transforms = {{.kind = profile::Transform::Kind::Sha256}}};
        QVERIFY(m_world->connect());
        const QString id = m_world->person(Person::Case::Plain);
        const auto found = search(id);
        QVERIFY(found);
        QCOMPARE(ids(*found), QStringList{id});
        QVERIFY(!found->note.isEmpty());
    }

    void countsRowsWithoutId()
    {
        m_world->profile.match = {.kind = Kind::Column, .column = u"emailaddress3"_s};
        QVERIFY(m_world->connect());
        const auto found = search(contactOf(m_world->fullPerson(Person::Case::Plain)).lastName);
        QVERIFY(found);
        QVERIFY(found->people.isEmpty());
        QVERIFY(found->withoutId > 0);
    }

    void failsWhenRowsMayNotBeRead()
    {
        QVERIFY(m_world->sandbox().setFault(u"privilege"_s, u"read"_s));
        const auto found = search(m_world->person(Person::Case::Plain));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Forbidden);
    }

private:
    core::Result<FoundPeople> search(const QString &text)
    {
        return support::finishOf<FoundPeople>(
            engine::searchPeople(m_world->link(), m_world->surroundings(), text, &m_world->link()));
    }

    static sandbox::Contact contactOf(const Person &person) { return person.contacts.front(); }

    static QStringList ids(const FoundPeople &found)
    {
        QStringList list;
        for (const FoundPerson &person : found.people)
            list << person.id;
        return list;
    }

    std::unique_ptr<support::World> m_world;
};

QTEST_GUILESS_MAIN(TestPersonSearch)
#include "tst_personsearch.moc"
