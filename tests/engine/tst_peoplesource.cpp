#include "engine/peoplesource.h"
#include "engine/world.h"
#include "support/finish.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using engine::PeopleSource;
using engine::Scope;
using engine::SourcePart;
using engine::SourcePerson;
using sandbox::Person;

namespace {

constexpr int contacts = 2'300; // a bit more than one part

QStringList idsOf(const SourcePart &part)
{
    QStringList ids;
    for (const SourcePerson &person : part.people)
        ids << person.id();
    return ids;
}

const SourcePerson *find(const std::vector<SourcePerson> &people, const QString &id)
{
    const auto found =
        std::find_if(people.cbegin(), people.cend(), [&id](const SourcePerson &one) { return one.id() == id; });
    return found == people.cend() ? nullptr : &*found;
}

} // namespace

/// Where the people of a resync come from, as far as that is Didomi.
class TestPeopleSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsEverybodyOnce();
    void goesOnAtEachMark();
    void goesOnAtEachMarkUnderAFilter();
    void goesOnAfterAnOutage_data();
    void goesOnAfterAnOutage();
    void goesOnAfterACancelledJob();
    void asksAboutPeople();
    void readsAList();
    void tellsUnknownPeople();
    void goesOnInTheMiddleOfAList();
    void leavesOutWhoDidNotChange();
    void picksByChoice_data();
    void picksByChoice();
    void refusesBadMarks_data();
    void refusesBadMarks();
    void saysWhereItComesFrom();

private:
    std::unique_ptr<PeopleSource> open(const Scope &scope, const QString &mark = {});
    /// All parts from where `source` stands.
    std::vector<SourcePart> readAll(PeopleSource &source);

    std::unique_ptr<support::World> m_world;
    QObject m_parent;
};

void TestPeopleSource::initTestCase()
{
    m_world = std::make_unique<support::World>(sandbox::Options{.contacts = contacts, .didomiRequestLimit = 0});
    QVERIFY(m_world->connect());
}

void TestPeopleSource::init()
{
    m_world->sandbox().clearFaults();
}

std::unique_ptr<PeopleSource> TestPeopleSource::open(const Scope &scope, const QString &mark)
{
    auto opened = engine::openPeople(m_world->link(), scope, mark);
    if (!opened)
        qFatal("not opened: %s", qPrintable(opened.error().message));
    return std::move(*opened);
}

std::vector<SourcePart> TestPeopleSource::readAll(PeopleSource &source)
{
    std::vector<SourcePart> parts;
    do {
        const auto part = support::finishOf(source.next(&m_parent));
        if (!part) {
            qWarning("not read: %s", qPrintable(part.error().toLine()));
            return {};
        }
        parts.push_back(*part);
    } while (!parts.back().isLast);
    return parts;
}

void TestPeopleSource::readsEverybodyOnce()
{
    const auto source = open({});
    const std::vector<SourcePart> parts = readAll(*source);
    QCOMPARE(parts.size(), std::size_t(2));
    qint64 users = 0;
    QSet<QString> ids;
    QSet<QString> userIds;
    for (const SourcePart &part : parts) {
        QVERIFY(part.people.size() <= 2'000);
        QVERIFY(part.problems.isEmpty());
        for (const SourcePerson &person : part.people) {
            ids << person.id();
            users += person.subjects.size();
            for (const consent::Subject &subject : person.subjects) {
                userIds << subject.userId;
                QCOMPARE(subject.organizationUserId, person.id());
                QCOMPARE(subject.regulation, u"gdpr"_s);
            }
        }
    }
    QCOMPARE(users, userIds.size());
    QCOMPARE(users, contacts);
    QCOMPARE(parts.back().done, contacts);
    for (const Person &person : m_world->people())
        QCOMPARE(ids.contains(person.organizationUserId), person.kind != Person::Case::NoDidomiUser);
    const QString twoUsers = m_world->person(Person::Case::TwoUsers);
    const SourcePerson *person = find(parts.front().people, twoUsers);
    if (!person)
        person = find(parts.back().people, twoUsers);
    QVERIFY(person);
    QCOMPARE(person->subjects.size(), 2);
    QVERIFY(!person->events);
    QVERIFY(std::abs(source->knownAt().secsTo(QDateTime::currentDateTimeUtc())) < 60);
}

void TestPeopleSource::goesOnAtEachMark()
{
    const std::vector<SourcePart> whole = readAll(*open({}));
    for (std::size_t after = 0; after < whole.size(); ++after) {
        const std::vector<SourcePart> rest = readAll(*open({}, whole.at(after).mark));
        if (after + 1 == whole.size()) { // all was read
            QCOMPARE(rest.size(), std::size_t(1));
            QVERIFY(rest.front().people.empty());
            QVERIFY(rest.front().isLast);
            break;
        }
        QCOMPARE(rest.size(), whole.size() - after - 1);
        for (std::size_t part = 0; part < rest.size(); ++part)
            QCOMPARE(idsOf(rest.at(part)), idsOf(whole.at(after + 1 + part)));
        QCOMPARE(rest.back().done, whole.back().done);
    }
}

void TestPeopleSource::goesOnAtEachMarkUnderAFilter()
{
    const Scope scope{.choice = consent::Choice::Given};
    const std::vector<SourcePart> whole = readAll(*open(scope));
    QVERIFY(whole.size() > 1);
    for (std::size_t after = 0; after + 1 < whole.size(); ++after) {
        const std::vector<SourcePart> rest = readAll(*open(scope, whole.at(after).mark));
        QCOMPARE(rest.size(), whole.size() - after - 1);
        QCOMPARE(idsOf(rest.front()), idsOf(whole.at(after + 1)));
    }
    const std::vector<SourcePart> nothing = readAll(*open(scope, whole.back().mark));
    QCOMPARE(nothing.size(), std::size_t(1));
    QVERIFY(nothing.front().people.empty());
}

void TestPeopleSource::goesOnAfterAnOutage_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("value");
    QTest::newRow("429 for long") << u"throttle"_s << u"didomi:60"_s;
    QTest::newRow("503 for long") << u"unavailable"_s << u"didomi:60"_s;
    QTest::newRow("connections closed") << u"reset"_s << u"didomi:60"_s;
    QTest::newRow("answers cut off") << u"truncate"_s << u"didomi:60"_s;
}

void TestPeopleSource::goesOnAfterAnOutage()
{
    QFETCH(QString, fault);
    QFETCH(QString, value);
    const QStringList wanted = [this] {
        QStringList ids;
        for (const SourcePart &part : readAll(*open({})))
            ids << idsOf(part);
        return ids;
    }();
    const auto source = open({});
    QStringList found;
    int outages = 0;
    int pages = 0;
    for (bool isLast = false; !isLast;) {
        core::Job<SourcePart> *job = source->next(&m_parent);
        connect(job, &core::JobBase::progressed, this, [&] {
            if (++pages == 7 || pages == 20) { // in the middle of a part
                const auto set = m_world->sandbox().setFault(fault, value);
                if (!set)
                    qFatal("no such fault");
            }
        });
        const auto part = support::finishOf(job);
        if (!part) {
            QVERIFY2(part.error().isTransient(), qPrintable(part.error().toLine()));
            ++outages;
            m_world->sandbox().clearFaults();
            continue;
        }
        found << idsOf(*part);
        isLast = part->isLast;
    }
    QVERIFY(outages > 0);
    QCOMPARE(found, wanted);
}

void TestPeopleSource::goesOnAfterACancelledJob()
{
    const std::vector<SourcePart> whole = readAll(*open({}));
    const auto source = open({});
    core::Job<SourcePart> *job = source->next(&m_parent);
    int pages = 0;
    connect(job, &core::JobBase::progressed, job, [&] {
        if (++pages == 3)
            job->cancel();
    });
    const auto cancelled = support::finishOf(job);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, Error::Kind::Cancelled);
    const std::vector<SourcePart> parts = readAll(*source);
    QCOMPARE(parts.size(), whole.size());
    QCOMPARE(idsOf(parts.front()), idsOf(whole.front()));
}

void TestPeopleSource::asksAboutPeople()
{
    const auto source = open({});
    readAll(*source);
    const QString twoUsers = m_world->person(Person::Case::TwoUsers);
    const QString hard = m_world->person(Person::Case::HardKey);
    const auto part = support::finishOf(source->people({twoUsers, u"nobody@example.com"_s, hard}, &m_parent));
    QVERIFY(part);
    QCOMPARE(idsOf(*part), (QStringList{twoUsers, hard}));
    QCOMPARE(part->people.front().subjects.size(), 2);
    QVERIFY(part->problems.isEmpty());
}

void TestPeopleSource::readsAList()
{
    QStringList ids;
    for (const Person &person : m_world->people()) {
        if (person.kind != Person::Case::NoDidomiUser && ids.size() < 700)
            ids << person.organizationUserId;
    }
    ids << ids.constFirst() << QString(); // said twice, and nothing
    const std::vector<SourcePart> parts = readAll(*open({.whom = Scope::Whom::People, .people = ids}));
    QStringList found;
    for (const SourcePart &part : parts) {
        found << idsOf(part);
        QCOMPARE(part.total, 700);
        QVERIFY(part.problems.isEmpty());
    }
    QCOMPARE(found, ids.mid(0, 700));
    QCOMPARE(parts.back().done, 700);
}

void TestPeopleSource::tellsUnknownPeople()
{
    const QString known = m_world->person(Person::Case::Plain);
    const std::vector<SourcePart> parts =
        readAll(*open({.whom = Scope::Whom::People, .people = {u"nobody@example.com"_s, known}}));
    QCOMPARE(parts.size(), std::size_t(1));
    QCOMPARE(idsOf(parts.front()), QStringList{known});
    QCOMPARE(parts.front().problems.size(), 1);
    QCOMPARE(parts.front().problems.constFirst().field, u"people"_s);
    QVERIFY(parts.front().problems.constFirst().message.contains(u"nobody@example.com"_s));
}

void TestPeopleSource::goesOnInTheMiddleOfAList()
{
    QStringList ids;
    for (const Person &person : m_world->people()) {
        if (person.kind != Person::Case::NoDidomiUser && ids.size() < 650)
            ids << person.organizationUserId;
    }
    const Scope scope{.whom = Scope::Whom::People, .people = ids};
    const auto source = open(scope);
    const auto first = support::finishOf(source->next(&m_parent));
    QVERIFY(first);
    core::Job<SourcePart> *job = source->next(&m_parent);
    int answers = 0;
    connect(job, &core::JobBase::progressed, job, [&] {
        if (++answers == 50)
            QVERIFY(m_world->sandbox().setFault(u"unavailable"_s, u"didomi:100"_s));
    });
    const auto failed = support::finishOf(job);
    QVERIFY(!failed);
    QVERIFY(failed.error().isTransient());
    m_world->sandbox().clearFaults();
    QStringList found = idsOf(*first);
    for (const SourcePart &part : readAll(*source))
        found << idsOf(part);
    QCOMPARE(found, ids);
    QStringList rest;
    for (const SourcePart &part : readAll(*open(scope, first->mark)))
        rest << idsOf(part);
    QCOMPARE(idsOf(*first) + rest, ids);
}

void TestPeopleSource::leavesOutWhoDidNotChange()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QString person = m_world->person(Person::Case::Plain, 3);
    QTest::qWait(2);
    QVERIFY(m_world->tellDidomi(person, {{u"newsletter"_s, false}}));
    QStringList found;
    const Scope scope{.whom = Scope::Whom::ChangedSince, .since = before};
    for (const SourcePart &part : readAll(*open(scope))) {
        found << idsOf(part);
        QVERIFY(part.again.isEmpty());
    }
    QCOMPARE(found, QStringList{person});
}

void TestPeopleSource::picksByChoice_data()
{
    QTest::addColumn<QStringList>("purposes");
    QTest::addColumn<QString>("choice");
    QTest::newRow("given") << QStringList{u"newsletter"_s} << u"given"_s;
    QTest::newRow("refused") << QStringList{u"newsletter"_s} << u"refused"_s;
    QTest::newRow("none") << QStringList{u"newsletter"_s} << u"none"_s;
    QTest::newRow("any choice") << QStringList{u"newsletter"_s} << QString();
    QTest::newRow("any purpose") << QStringList() << u"refused"_s;
}

void TestPeopleSource::picksByChoice()
{
    QFETCH(QStringList, purposes);
    QFETCH(QString, choice);
    Scope scope{.purposes = purposes};
    for (const auto one : {consent::Choice::Given, consent::Choice::Refused, consent::Choice::None}) {
        if (consent::choiceWord(one) == choice)
            scope.choice = one;
    }
    QSet<QString> found;
    for (const SourcePart &part : readAll(*open(scope))) {
        for (const SourcePerson &person : part.people)
            found << person.id();
    }
    int fitting = 0;
    for (const SourcePart &part : readAll(*open({}))) {
        for (const SourcePerson &person : part.people) {
            if (person.subjects.size() > 1)
                continue; // the newest counts: that is another test's
            const auto &told = person.subjects.constFirst().consents;
            bool fits = false;
            for (const QString &id : {u"newsletter"_s}) {
                const consent::PurposeChoice *purpose = told.purpose(id);
                const auto said = purpose ? purpose->choice : consent::Choice::None;
                if (!purposes.isEmpty())
                    fits = choice.isEmpty() ? purpose && said != consent::Choice::None : said == scope.choice;
            }
            if (purposes.isEmpty())
                fits = std::any_of(told.purposes.cbegin(), told.purposes.cend(),
                                   [&](const auto &one) { return one.choice == scope.choice; });
            if (fits && choice.isEmpty())
                QVERIFY(found.contains(person.id()));
            else if (!choice.isEmpty())
                QCOMPARE(found.contains(person.id()), fits);
            fitting += fits ? 1 : 0;
        }
    }
    QVERIFY(fitting > 0);
}

void TestPeopleSource::refusesBadMarks_data()
{
    QTest::addColumn<QString>("mark");
    QTest::newRow("nonsense") << u"nonsense"_s;
    QTest::newRow("no number") << u"x:abc"_s;
    QTest::newRow("negative") << u"-1:abc"_s;
}

void TestPeopleSource::refusesBadMarks()
{
    QFETCH(QString, mark);
    const auto opened = engine::openPeople(m_world->link(), {}, mark);
    QVERIFY(!opened);
    QVERIFY(!opened.error().fix.isEmpty());
}

void TestPeopleSource::saysWhereItComesFrom()
{
    QVERIFY(open({})->name().contains(m_world->profile.didomi.organizationId));
    QVERIFY(open({.whom = Scope::Whom::People, .people = {u"a"_s, u"b"_s}})->name().contains(u'2'));
}

QTEST_GUILESS_MAIN(TestPeopleSource)
#include "tst_peoplesource.moc"
