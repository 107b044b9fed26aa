#include "core/redactor.h"
#include "engine/matchreport.h"
#include "engine/world.h"
#include "support/finish.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using engine::MatchReport;
using engine::MatchReportOptions;
using sandbox::Person;
using Fate = MatchReport::Fate;
using Kind = profile::MatchRule::Kind;

/// What a sample of Didomi's users finds, against the sandbox.
class TestMatchReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhoIsFound();
    void findsConflicts();
    void masksExamples();
    void readsASampleOnly_data();
    void readsASampleOnly();
    void readsEverybody();
    void asksFewRequests();
    void takesTransforms();
    void knowsIdsThatNoRowCanHave();
    void skipsOtherRegulations();
    void survivesThrottling();
    void endsWithTheProblem_data();
    void endsWithTheProblem();
    void refusesARuleThatCannotWork();
    void countsByKeysOfSeveralColumns();
    void canBeCancelled();
    void goesWithItsOwner();
    void hasWordsForEverything();

private:
    core::Result<MatchReport> report(const MatchReportOptions &options = {.most = 0, .hasMaskedIds = false});
    int usersOf(Person::Case kind) const;
    qint64 sum(const MatchReport &report) const;

    std::unique_ptr<support::World> m_world;
};

void TestMatchReport::init()
{
    m_world = std::make_unique<support::World>(sandbox::Options{.contacts = 260, .didomiRequestLimit = 0});
    QVERIFY(m_world->connect());
}

core::Result<MatchReport> TestMatchReport::report(const MatchReportOptions &options)
{
    return support::finishOf<MatchReport>(
        new engine::MatchReportJob(m_world->link(), m_world->surroundings(), options, &m_world->link()));
}

int TestMatchReport::usersOf(Person::Case kind) const
{
    int users = 0;
    for (const Person &person : m_world->people()) {
        if (person.kind == kind)
            users += int(person.didomiUserIds.size());
    }
    return users;
}

qint64 TestMatchReport::sum(const MatchReport &report) const
{
    qint64 users = 0;
    for (const Fate fate : MatchReport::fates())
        users += report.share(fate).users;
    return users;
}

void TestMatchReport::tellsWhoIsFound()
{
    const auto found = report();
    QVERIFY(found);
    QCOMPARE(found->users, 260);
    QCOMPARE(sum(*found), found->users);
    QVERIFY(found->isWhole);
    QCOMPARE(found->share(Fate::None).users, usersOf(Person::Case::NoContact));
    QCOMPARE(found->share(Fate::None).examples,
             QStringList({m_world->person(Person::Case::NoContact, 0), m_world->person(Person::Case::NoContact, 1),
                          m_world->person(Person::Case::NoContact, 2)}));
    QCOMPARE(found->share(Fate::Several).users, 0); // the key is unique
    QCOMPARE(found->share(Fate::One).users, 260 - usersOf(Person::Case::NoContact));
    QCOMPARE(found->share(Fate::One).examples.size(), 10);
    QCOMPARE(found->searchedInstead.users, usersOf(Person::Case::HardKey));
    QCOMPARE(found->searchedInstead.examples, QStringList{m_world->person(Person::Case::HardKey)});
    QCOMPARE(found->unreadable, 0);
    QCOMPARE(m_world->sentWrites(), 0);
}

void TestMatchReport::findsConflicts()
{
    m_world->profile.match = {.kind = Kind::Column, .column = u"externaluseridentifier"_s};
    QVERIFY(m_world->connect());
    const auto found = report();
    QVERIFY(found);
    QCOMPARE(found->share(Fate::Several).users, usersOf(Person::Case::TwoContacts));
    QCOMPARE(found->share(Fate::Several).examples, QStringList{m_world->person(Person::Case::TwoContacts)});
    QCOMPARE(found->share(Fate::None).users, usersOf(Person::Case::NoContact));
    QCOMPARE(found->searchedInstead.users, 0); // a search is all there is
}

void TestMatchReport::masksExamples()
{
    const auto found = report({.most = 0});
    QVERIFY(found);
    for (const Fate fate : MatchReport::fates()) {
        for (const QString &example : found->share(fate).examples) {
            for (const Person &person : m_world->people())
                QVERIFY(example != person.organizationUserId);
        }
    }
    QVERIFY(
        found->share(Fate::None).examples.contains(core::redactor::maskedId(m_world->person(Person::Case::NoContact))));
}

void TestMatchReport::readsASampleOnly_data()
{
    QTest::addColumn<qint64>("most");
    QTest::newRow("one") << qint64(1);
    QTest::newRow("within a page") << qint64(30);
    QTest::newRow("a page") << qint64(100);
    QTest::newRow("more than a page") << qint64(150);
    QTest::newRow("two pages") << qint64(200);
}

void TestMatchReport::readsASampleOnly()
{
    QFETCH(const qint64, most);
    const qint64 before = m_world->network().log().calls().constLast().id;
    const auto found = report({.most = most});
    QVERIFY(found);
    QCOMPARE(found->users, most);
    QCOMPARE(sum(*found), most);
    QVERIFY(!found->isWhole);
    int pages = 0;
    for (const net::Call &call : m_world->network().log().callsAfter(before))
        pages += call.purpose == u"Users" ? 1 : 0;
    QCOMPARE(pages, int((most + 99) / 100));
}

void TestMatchReport::readsEverybody()
{
    const auto exactly = report({.most = 260});
    QVERIFY(exactly);
    QCOMPARE(exactly->users, 260);
    QVERIFY(exactly->isWhole);
    const auto more = report({.most = 10'000});
    QVERIFY(more);
    QCOMPARE(more->users, 260);
    QVERIFY(more->isWhole);
}

void TestMatchReport::asksFewRequests()
{
    const qint64 before = m_world->network().log().calls().constLast().id;
    QVERIFY(report());
    int lookUps = 0;
    for (const net::Call &call : m_world->network().log().callsAfter(before))
        lookUps += call.purpose == u"Look up many rows" ? 1 : 0;
    QVERIFY2(lookUps >= 3 && lookUps <= 8, qPrintable(QString::number(lookUps)));
}

void TestMatchReport::takesTransforms()
{
    m_world->profile.match.transforms = {{.kind = profile::Transform::Kind::Sha256}}; // nobody's key is a hash
    QVERIFY(m_world->connect());
    const auto found = report();
    QVERIFY(found);
    QCOMPARE(found->share(Fate::None).users, 260);
    QCOMPARE(found->searchedInstead.users, 0); // a hash has no hard characters
    QVERIFY(found->share(Fate::None).examples.contains(m_world->people().constFirst().organizationUserId));
}

void TestMatchReport::knowsIdsThatNoRowCanHave()
{
    const QString rowId = m_world->rowOf(m_world->person(Person::Case::Plain)).id;
    m_world->profile.match = {.kind = Kind::RowId};
    QVERIFY(m_world->connect());
    QVERIFY(m_world->tellDidomi(rowId, {{u"newsletter"_s, true}}));
    QVERIFY(m_world->tellDidomi(u"00000000-0000-4000-8000-00000000dead"_s, {{u"newsletter"_s, true}}));
    const auto found = report();
    QVERIFY(found);
    QCOMPARE(found->users, 262);
    QCOMPARE(found->share(Fate::One).users, 1);
    QCOMPARE(found->share(Fate::One).examples, QStringList{rowId});
    QCOMPARE(found->share(Fate::None).users, 1);
    QCOMPARE(found->share(Fate::Unusable).users, 260);
}

void TestMatchReport::skipsOtherRegulations()
{
    m_world->profile.options.regulation = u"cpra"_s;
    QVERIFY(m_world->connect());
    const auto found = report();
    QVERIFY(found);
    QCOMPARE(sum(*found), found->users);
    // Didomi may leave the regulation out of its list; where it says one, that counts.
    QVERIFY(found->share(Fate::OtherRegulation).users == 260 || found->share(Fate::OtherRegulation).users == 0);
}

void TestMatchReport::survivesThrottling()
{
    QVERIFY(m_world->sandbox().setFault(u"throttle"_s, u"dataverse:2"_s));
    const auto found = report();
    QVERIFY2(found, found ? "" : qPrintable(found.error().toLine()));
    QCOMPARE(found->users, 260);
    QCOMPARE(found->share(Fate::None).users, usersOf(Person::Case::NoContact));
    QVERIFY(!m_world->waits().waits().isEmpty());
    m_world->sandbox().clearFaults();
    QVERIFY(m_world->sandbox().setFault(u"throttle"_s, u"didomi:2"_s));
    const auto again = report();
    QVERIFY2(again, again ? "" : qPrintable(again.error().toLine()));
    QCOMPARE(again->users, 260);
}

void TestMatchReport::endsWithTheProblem_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("kind");
    QTest::newRow("may not read rows") << u"privilege"_s << u"read"_s << int(Error::Kind::Forbidden);
    QTest::newRow("not in the contract") << u"didomi-contract"_s << u"missing"_s << int(Error::Kind::Forbidden);
    QTest::newRow("wrong key") << u"didomi-key"_s << u"wrong"_s << int(Error::Kind::SignIn);
}

void TestMatchReport::endsWithTheProblem()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, value);
    QFETCH(const int, kind);
    auto link = bridge::Link::make(m_world->network(), m_world->profile, m_world->secrets); // signed in nowhere yet
    QVERIFY(link);
    QVERIFY(m_world->sandbox().setFault(fault, value));
    const auto found =
        support::finishOf<MatchReport>(new engine::MatchReportJob(**link, m_world->surroundings(), {}, link->get()));
    QVERIFY(!found);
    QCOMPARE(int(found.error().kind), kind);
}

void TestMatchReport::refusesARuleThatCannotWork()
{
    const qint64 before = m_world->network().log().calls().constLast().id;
    m_world->profile.match = {.kind = Kind::Column, .column = u"nonesuch"_s};
    auto link = bridge::Link::make(m_world->network(), m_world->profile, m_world->secrets);
    QVERIFY(link);
    const auto found =
        support::finishOf<MatchReport>(new engine::MatchReportJob(**link, m_world->surroundings(), {}, link->get()));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::Invalid);
    QVERIFY(!found.error().fix.isEmpty());
    QVERIFY(m_world->network().log().callsAfter(before).isEmpty());
}

void TestMatchReport::canBeCancelled()
{
    auto *job = new engine::MatchReportJob(m_world->link(), m_world->surroundings(), {.most = 0}, &m_world->link());
    MatchReport soFar;
    connect(job, &core::JobBase::progressed, this, [&, job](qint64 done, qint64 total) {
        QCOMPARE(total, 0);
        QVERIFY(done > 0 && done < 260);
        soFar = job->soFar();
        job->cancel();
    });
    const auto found = support::finishOf<MatchReport>(job);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::Cancelled);
    QCOMPARE(soFar.users, 100);
    QCOMPARE(sum(soFar), 100);
    QVERIFY(!soFar.isWhole);
    QVERIFY(report()); // the link is as good as before
}

void TestMatchReport::goesWithItsOwner()
{
    auto owner = std::make_unique<QObject>();
    auto *job = new engine::MatchReportJob(m_world->link(), m_world->surroundings(), {.most = 0}, owner.get());
    connect(job, &core::JobBase::progressed, this, [&] { owner.reset(); });
    QSignalSpy gone(job, &QObject::destroyed);
    QVERIFY(gone.wait(support::patienceMs));
    QVERIFY(report());
}

void TestMatchReport::hasWordsForEverything()
{
    QSet<QString> words;
    QSet<QString> texts;
    for (const Fate fate : MatchReport::fates()) {
        words << engine::fateWord(fate);
        texts << engine::fateText(fate);
        QCOMPARE(engine::fateAdvice(fate).isEmpty(), fate == Fate::One);
        QCOMPARE(int(fate), int(MatchReport::fates().indexOf(fate))); // shares are kept in this order
    }
    QCOMPARE(words.size(), MatchReport::fates().size());
    QCOMPARE(texts.size(), MatchReport::fates().size());
    QVERIFY(!words.contains(QString()));
}

void TestMatchReport::countsByKeysOfSeveralColumns()
{
    m_world->profile.options.table = u"new_subscriber"_s;
    m_world->profile.match = {.kind = Kind::AlternateKey,
                              .column = u"new_didomiid"_s,
                              .more = {{.column = u"new_country"_s, .value = u"FR"_s}}};
    QVERIFY(m_world->connect());
    const auto french = report();
    QVERIFY(french);
    QCOMPARE(french->share(Fate::One).users, 6); // as many subscribers as the sandbox begins with
    QCOMPARE(sum(*french), french->users);
    QCOMPARE(french->share(Fate::Several).users, 0);

    m_world->profile.match.more[0].value = u"DE"_s;
    QVERIFY(m_world->connect());
    const auto german = report();
    QVERIFY(german);
    QCOMPARE(german->share(Fate::One).users, 0);

    // Nobody has this metadata: no row can be meant.
    m_world->profile.match.more[0] = {
        .column = u"new_country"_s, .from = profile::KeyPart::From::Metadata, .value = u"country"_s};
    QVERIFY(m_world->connect());
    const auto unknown = report();
    QVERIFY(unknown);
    QCOMPARE(unknown->share(Fate::One).users, 0);
    QCOMPARE(unknown->share(Fate::None).users, 0);
    QVERIFY(unknown->share(Fate::Unusable).users > 0);
    QCOMPARE(sum(*unknown), unknown->users);

    // A part of the key is none.
    m_world->profile.match.more.clear();
    QVERIFY(m_world->connect());
    QVERIFY(!report());
}

QTEST_GUILESS_MAIN(TestMatchReport)
#include "tst_matchreport.moc"
