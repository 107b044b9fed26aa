#include "didomi/client.h"
#include "sandbox/sandbox.h"
#include "support/finish.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using consent::Choice;
using core::Error;
using core::Result;
using didomi::Client;
using didomi::UserPage;
using sandbox::Person;
using support::finishOf;

namespace {

constexpr int contactCount = 250;

} // namespace

/// The client against the simulated service, over real connections.
class TestDidomiSandbox : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QList<Person> m_people;
    std::unique_ptr<net::Network> m_network;
    std::unique_ptr<net::Service> m_service;
    std::unique_ptr<Client> m_client;

    const Person &person(Person::Case kind) const
    {
        return *std::find_if(m_people.cbegin(), m_people.cend(),
                             [kind](const Person &one) { return one.kind == kind; });
    }

    std::unique_ptr<Client> client(const QString &key, const QString &organization)
    {
        const sandbox::Credentials &access = m_sandbox->credentials();
        return std::make_unique<Client>(*m_service, didomi::Credentials{.apiUrl = QUrl(access.didomi),
                                                                        .keyId = key,
                                                                        .secret = access.didomiSecret,
                                                                        .organizationId = organization});
    }

    void setFault(const QString &name, const QString &value) { QVERIFY(m_sandbox->setFault(name, value)); }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_US"_s));
        auto started = sandbox::Sandbox::start({.contacts = contactCount, .didomiRequestLimit = 0});
        QVERIFY(started);
        m_sandbox = std::move(*started);
        m_people = sandbox::generatePeople(sandbox::Options().seed, contactCount);
    }

    void init()
    {
        m_network = std::make_unique<net::Network>();
        m_service = m_network->service({.name = u"Didomi"_s, .retry = {.firstDelay = std::chrono::milliseconds(1)}});
        m_client = client(m_sandbox->credentials().didomiKey, m_sandbox->credentials().organizationId);
    }

    void cleanup()
    {
        m_sandbox->clearFaults();
        m_client.reset();
        m_service.reset();
        m_network.reset();
    }

    void signsIn()
    {
        const Result<didomi::Session> session = finishOf(m_client->signIn(this));
        QVERIFY(session);
        QVERIFY(session->expiresAt > QDateTime::currentDateTimeUtc());
        const Result<QList<didomi::Organization>> organizations = finishOf(m_client->organizations(this));
        QVERIFY(organizations);
        QCOMPARE(organizations->size(), 1);
        QCOMPARE(organizations->first().id, m_sandbox->credentials().organizationId);
    }

    void tellsTroubleApart()
    {
        const sandbox::Credentials &access = m_sandbox->credentials();
        auto stranger = client(access.didomiKey + u'x', access.organizationId);
        const Result<UserPage> refused = finishOf(stranger->users({}, this));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::SignIn);
        QCOMPARE(refused.error().httpStatus, 400);
        auto elsewhere = client(access.didomiKey, u"another"_s);
        const Result<UserPage> forbidden = finishOf(elsewhere->users({}, this));
        QVERIFY(!forbidden);
        QCOMPARE(forbidden.error().kind, Error::Kind::Forbidden);
        QVERIFY(!forbidden.error().detail.isEmpty());
        setFault(u"didomi-contract"_s, u"missing"_s);
        const Result<UserPage> noContract = finishOf(m_client->users({}, this));
        QVERIFY(!noContract);
        QCOMPARE(noContract.error().kind, Error::Kind::Forbidden);
    }

    void readsTheCatalogue_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("hasTree");
        QTest::newRow("usual") << QString() << QString() << true;
        QTest::newRow("bare arrays") << u"didomi-list"_s << u"array"_s << true;
        QTest::newRow("no tree") << u"didomi-trees"_s << u"missing"_s << false;
    }
    void readsTheCatalogue()
    {
        QFETCH(QString, fault);
        QFETCH(QString, value);
        QFETCH(bool, hasTree);
        if (!fault.isEmpty())
            setFault(fault, value);
        const Result<consent::Catalogue> catalogue = finishOf(m_client->catalogue(this));
        QVERIFY(catalogue);
        const consent::Purpose *newsletter = catalogue->purpose(u"newsletter-a1B2c3D4"_s);
        QVERIFY(newsletter);
        QCOMPARE(newsletter->name, u"Product news"_s);
        QVERIFY(!newsletter->isGlobal);
        QCOMPARE(!newsletter->preferenceIds.isEmpty(), hasTree);
        QVERIFY(catalogue->purpose(u"cookies"_s)->isGlobal);
        QVERIFY(catalogue->purpose(u"sms_marketing"_s));
        const consent::Preference *topics = catalogue->preference(u"topics-Zx9cVb2n"_s);
        QVERIFY(topics);
        QCOMPARE(topics->name, u"Topics"_s);
        QVERIFY(topics->isMulti);
        QCOMPARE(topics->values.size(), 3);
        QCOMPARE(catalogue->preference(u"preferred_hours-Lk8jHg5f"_s)->name,
                 u"Preferred hours"_s); // a text, not translations
    }

    void speaksTheUsersLanguage()
    {
        QLocale::setDefault(QLocale(u"fr_CA"_s));
        const Result<consent::Catalogue> catalogue = finishOf(m_client->catalogue(this));
        QLocale::setDefault(QLocale(u"en_US"_s));
        QVERIFY(catalogue);
        QCOMPARE(catalogue->purpose(u"sms_marketing"_s)->name, u"Offres par SMS"_s);
        QCOMPARE(catalogue->preference(u"topics-Zx9cVb2n"_s)->name, u"Thèmes"_s);
    }

    void pagesThroughEverybody()
    {
        QSet<QString> ids;
        QList<qsizetype> sizes;
        QString cursor;
        do {
            const Result<UserPage> page = finishOf(m_client->users(cursor, this));
            QVERIFY(page);
            QVERIFY2(page->problems.isEmpty(), qPrintable(page->problems.join(u' ')));
            sizes << page->users.size();
            for (const consent::User &user : page->users)
                ids.insert(user.id);
            cursor = page->nextCursor;
        } while (!cursor.isEmpty() && sizes.size() < 10);
        QCOMPARE(sizes, (QList<qsizetype>{100, 100, 50}));
        QCOMPARE(ids.size(), contactCount);
    }

    void readsEverybodyFromABareArray()
    {
        setFault(u"didomi-list"_s, u"array"_s);
        const Result<UserPage> page = finishOf(m_client->users({}, this));
        QVERIFY(page);
        QCOMPARE(page->users.size(), contactCount);
        QVERIFY(page->nextCursor.isEmpty());
    }

    void findsPeople_data()
    {
        QTest::addColumn<int>("person");
        QTest::addColumn<int>("count");
        QTest::newRow("one") << int(Person::Case::Plain) << 1;
        QTest::newRow("two devices") << int(Person::Case::TwoUsers) << 2;
        QTest::newRow("nobody") << int(Person::Case::NoDidomiUser) << 0;
        QTest::newRow("an id full of delimiters") << int(Person::Case::HardKey) << 1;
        QTest::newRow("asked nothing yet") << int(Person::Case::NoChoice) << 1;
    }
    void findsPeople()
    {
        QFETCH(int, person);
        QFETCH(int, count);
        const Person &wanted = this->person(Person::Case(person));
        const QString id =
            wanted.organizationUserId.isEmpty() ? u"nobody+at/all@example.org"_s : wanted.organizationUserId;
        const Result<QList<consent::User>> users = finishOf(m_client->usersOf(id, u"gdpr"_s, this));
        QVERIFY2(users, users ? "" : qPrintable(users.error().toLine()));
        QCOMPARE(users->size(), count);
        for (const consent::User &user : *users) {
            QCOMPARE(user.organizationUserId, id);
            QVERIFY(wanted.didomiUserIds.contains(user.id));
            const consent::PurposeChoice *newsletter = user.consents.purpose(u"newsletter"_s);
            if (Person::Case(person) == Person::Case::NoChoice)
                QVERIFY(!newsletter || newsletter->choice == Choice::None);
        }
        const Result<QList<consent::Event>> events = finishOf(m_client->eventsOf(id, u"gdpr"_s, this));
        QVERIFY2(events, events ? "" : qPrintable(events.error().toLine()));
        for (const consent::Event &event : *events) {
            QCOMPARE(event.organizationUserId, id);
            QCOMPARE(event.status, consent::Event::Status::Confirmed);
        }
        for (qsizetype i = 1; i < events->size(); ++i)
            QVERIFY(events->at(i - 1).createdAt >= events->at(i).createdAt);
        QCOMPARE(count == 0, users->isEmpty());
    }

    void readsBothGenerationsOfPreferences()
    {
        const auto countOf = [this](auto member) {
            qsizetype count = 0;
            const Result<UserPage> page = finishOf(m_client->users({}, this));
            if (page) {
                for (const consent::User &user : page->users) {
                    for (const consent::PurposeChoice &purpose : user.consents.purposes)
                        count += (purpose.*member).size();
                }
            }
            return count;
        };
        QVERIFY(countOf(&consent::PurposeChoice::values) > 0);
        QCOMPARE(countOf(&consent::PurposeChoice::preferences), 0);
        setFault(u"didomi-shape"_s, u"v1"_s);
        QCOMPARE(countOf(&consent::PurposeChoice::values), 0);
        QVERIFY(countOf(&consent::PurposeChoice::preferences) > 0);
    }

    void renewsAShortSession()
    {
        setFault(u"token-lifetime"_s, u"1"_s);
        for (int i = 0; i < 3; ++i)
            QVERIFY(finishOf(m_client->users({}, this)));
    }
};

QTEST_GUILESS_MAIN(TestDidomiSandbox)
#include "tst_didomisandbox.moc"
