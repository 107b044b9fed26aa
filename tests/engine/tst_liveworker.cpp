#include "engine/filesource.h"
#include "engine/livefeed.h"
#include "engine/livelock.h"
#include "engine/world.h"
#include "support/finish.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::FeedItem;
using engine::LiveFeed;
using sandbox::Person;
using store::Arrival;
using store::Outcome;

namespace {

const QString column = u"new_newsletterconsent"_s;

QByteArray asLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// What a user says of the newsletter.
QJsonObject newsletterOf(bool isGiven)
{
    const QJsonObject choice{{u"id"_s, u"newsletter"_s}, {u"enabled"_s, isGiven}};
    return {{u"consents"_s, QJsonObject{{u"purposes"_s, QJsonArray{choice}}}}};
}

QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream = {};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray input = bytes;
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))) + 64, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = uInt(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace

/// What the worker makes of what waits in a durable inbox.
class TestLiveWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pushesEventsInOrder();
    void coversOlderStatesWithTheNewest();
    void countsUsersWhomDidomiDoesNotShowYet_data();
    void countsUsersWhomDidomiDoesNotShowYet();
    void parksWhatOnlyItsOwnArrivalTells();
    void waitsForUsersOfWhomNothingIsKnown();
    void asksForEachSpelling();
    void writesLaterWhatADryRunHasShown();
    void showsOnlyWhatIsBeingPlanned();
    void keepsBackWhatWaitsForItsTurn();
    void goesOnAfterARestart();
    void parksAndRedrives();
    void waitsWhilePaused();
    void chargesNobodyInAnOutage();
    void readsFiles_data();
    void readsFiles();
    void tellsLinesThatCannotBeRead();
    void isDoneByOneProgram();

private:
    void makeFeed();
    bool add(const QJsonObject &object, const QString &source = u"file"_s);
    bool addUser(const QString &type, const QString &id, const QString &person, const QJsonObject &more = {},
                 const QString &source = u"webhook"_s);
    bool waitForDrained();
    QString write(const QString &name, const QByteArray &bytes);
    QJsonObject newsletter(const QString &person, bool isGiven, int seconds) const
    {
        return m_world->eventJson(person, {{u"newsletter"_s, isGiven}},
                                  QDateTime::currentDateTimeUtc().addSecs(seconds));
    }

    std::unique_ptr<support::World> m_world;
    std::unique_ptr<store::Inbox> m_inbox;
    std::unique_ptr<LiveFeed> m_feed;
};

void TestLiveWorker::init()
{
    m_feed.reset();
    m_inbox.reset();
    m_world = std::make_unique<support::World>();
    QVERIFY(m_world->connect());
    auto inbox = store::Inbox::open(m_world->folder() + u"/inbox.sqlite"_s);
    QVERIFY(inbox);
    m_inbox = std::move(*inbox);
    makeFeed();
}

void TestLiveWorker::makeFeed()
{
    m_feed.reset();
    m_feed = std::make_unique<LiveFeed>(m_world->link(), m_world->surroundings(), m_world->journal(), *m_inbox);
    m_feed->worker()->setOptions({.mostAttempts = 3, .firstDelay = 20ms, .longestDelay = 100ms, .look = 50ms});
}

bool TestLiveWorker::add(const QJsonObject &object, const QString &source)
{
    const auto read = engine::readSourceBodies(object);
    if (!read || read->bodies.size() != 1)
        return false;
    const auto added = m_inbox->add({engine::arrivalOf(read->bodies.constFirst(), m_world->profile.id, source)});
    return added && added->added == 1;
}

/// Of a Didomi user of that person, changed now.
bool TestLiveWorker::addUser(const QString &type, const QString &id, const QString &person, const QJsonObject &more,
                             const QString &source)
{
    QJsonObject user = more;
    user.insert(u"id"_s, id);
    user.insert(u"organization_id"_s, m_world->profile.didomi.organizationId);
    user.insert(u"organization_user_id"_s, person);
    user.insert(u"updated_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    return add({{u"type"_s, type}, {u"parameters"_s, QJsonObject{{u"entity"_s, user}}}}, source);
}

bool TestLiveWorker::waitForDrained()
{
    return QTest::qWaitFor([this] { return m_feed->isDrained().valueOr(false); }, 30'000);
}

QString TestLiveWorker::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_world->folder() + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qWarning("the file was not written");
    return file.fileName();
}

void TestLiveWorker::pushesEventsInOrder()
{
    const QString person = m_world->person(Person::Case::Plain);
    QStringList ids;
    for (int number = 0; number < 7; ++number) {
        const QJsonObject event = newsletter(person, number % 2 == 0, number);
        ids << event.value(u"id"_s).toString();
        QVERIFY(add(event));
    }
    QVERIFY(m_world->set(m_world->rowOf(person).id, column, "false"));
    m_feed->start();
    QVERIFY(waitForDrained());
    QStringList written;
    const auto items = m_world->items();
    for (auto item = items.crbegin(); item != items.crend(); ++item)
        written << item->intent.sourceId;
    QCOMPARE(written, ids); // each by itself: an event says only a part
    QCOMPARE(m_world->rowOf(person).values.value(column), QJsonValue(true));
    QCOMPARE(m_inbox->counts(m_world->profile.id)->parked, 0);
}

void TestLiveWorker::coversOlderStatesWithTheNewest()
{
    const QString person = m_world->person(Person::Case::Plain);
    QVERIFY(m_world->set(m_world->rowOf(person).id, column, "false"));
    QVERIFY(m_world->tellDidomi(person, {{u"newsletter"_s, true}}));
    const QString user = m_world->fullPerson(Person::Case::Plain).didomiUserIds.constFirst();
    for (int version = 1; version <= 3; ++version)
        QVERIFY(add({{u"type"_s, u"user.updated"_s},
                     {u"parameters"_s, QJsonObject{{u"new_entity"_s, QJsonObject{{u"id"_s, user},
                                                                                 {u"organization_user_id"_s, person},
                                                                                 {u"version"_s, version}}}}}},
                    u"webhook"_s));
    m_world->sentWrites();
    QSignalSpy ended(m_feed.get(), &LiveFeed::itemEnded);
    m_feed->start();
    QVERIFY(waitForDrained());
    QCOMPARE(m_world->sentWrites(), 1);
    QCOMPARE(ended.size(), 3);
    QCOMPARE(m_inbox->arrival(1)->outcome, u"superseded"_s);
    QCOMPARE(m_inbox->arrival(2)->outcome, u"superseded"_s);
    QCOMPARE(m_inbox->arrival(3)->outcome, u"updated"_s);
    QCOMPARE(m_world->rowOf(person).values.value(column), QJsonValue(true));
}

void TestLiveWorker::countsUsersWhomDidomiDoesNotShowYet_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("isGiven");
    QTest::addColumn<bool>("isDeleted");
    QTest::addColumn<int>("parked");
    QTest::newRow("refuses") << u"webhook"_s << false << false << 1;
    QTest::newRow("agrees") << u"webhook"_s << true << false << 0;
    QTest::newRow("deleted since") << u"webhook"_s << false << true << 0;
    QTest::newRow("in an old file") << u"file"_s << false << false << 0;
}

/// The person's other user has given.
void TestLiveWorker::countsUsersWhomDidomiDoesNotShowYet()
{
    QFETCH(QString, source);
    QFETCH(bool, isGiven);
    QFETCH(bool, isDeleted);
    QFETCH(int, parked);
    const QString person = m_world->person(Person::Case::Plain);
    QVERIFY(m_world->set(m_world->rowOf(person).id, column, "false"));
    QVERIFY(m_world->tellDidomi(person, {{u"newsletter"_s, true}}));
    QVERIFY(addUser(u"user.created"_s, u"another-user"_s, person, newsletterOf(isGiven), source));
    if (isDeleted)
        QVERIFY(addUser(u"user.deleted"_s, u"another-user"_s, person));
    m_feed->worker()->setOptions({.mostAttempts = 10, .firstDelay = 20ms, .longestDelay = 100ms, .look = 50ms});
    m_feed->start();
    QVERIFY(waitForDrained());
    QCOMPARE(m_feed->parkedCount(), parked);
    QCOMPARE(m_world->rowOf(person).values.value(column), QJsonValue(parked == 0));
    if (parked > 0)
        QVERIFY2(m_inbox->arrival(1)->problem.contains(u"disagree"_s), qPrintable(m_inbox->arrival(1)->problem));
}

void TestLiveWorker::parksWhatOnlyItsOwnArrivalTells()
{
    const QString person = m_world->person(Person::Case::Plain);
    const QString user = m_world->fullPerson(Person::Case::Plain).didomiUserIds.constFirst();
    QVERIFY(m_world->set(m_world->rowOf(person).id, column, "false"));
    QVERIFY(m_world->tellDidomi(person, {{u"newsletter"_s, true}}));
    QVERIFY(addUser(u"user.created"_s, u"another-user"_s, person, newsletterOf(false)));
    QVERIFY(addUser(u"user.updated"_s, user, person, newsletterOf(true)));
    QSignalSpy ended(m_feed.get(), &LiveFeed::itemEnded);
    m_feed->start();
    QVERIFY(waitForDrained());
    QCOMPARE(m_feed->parkedCount(), 2);
    QCOMPARE(ended.size(), 2);
    QCOMPARE(*m_feed->redrive(2), 1); // the refusal is still known
    QVERIFY(waitForDrained());
    QCOMPARE(m_feed->parkedCount(), 2);
    QCOMPARE(m_world->rowOf(person).values.value(column), QJsonValue(false));
}

void TestLiveWorker::waitsForUsersOfWhomNothingIsKnown()
{
    const QString person = m_world->person(Person::Case::Plain);
    QVERIFY(addUser(u"user.created"_s, u"another-user"_s, person)); // says nothing of what they chose
    m_feed->worker()->setOptions({.mostAttempts = 10, .firstDelay = 20ms, .longestDelay = 100ms, .look = 50ms});
    m_feed->start();
    QTRY_COMPARE(m_inbox->arrival(1)->attempts, 3);
    QVERIFY(waitForDrained()); // gone
    QCOMPARE(m_feed->parkedCount(), 0);
}

void TestLiveWorker::asksForEachSpelling()
{
    const QString person = m_world->person(Person::Case::Plain);
    const QString other = person == person.toUpper() ? person.toLower() : person.toUpper();
    QVERIFY(other != person);
    QVERIFY(m_world->set(m_world->rowOf(person).id, column, "true"));
    QVERIFY(m_world->tellDidomi(person, {{u"newsletter"_s, true}}));
    QVERIFY(m_world->tellDidomi(other, {{u"newsletter"_s, false}})); // later, and somebody else to Didomi
    QVERIFY(addUser(u"user.updated"_s, u"one"_s, person, {}, u"poll"_s));
    QVERIFY(addUser(u"user.updated"_s, u"two"_s, other, {}, u"poll"_s));
    QVERIFY(addUser(u"user.updated"_s, u"three"_s, person, {}, u"poll"_s));
    m_feed->start();
    QVERIFY(waitForDrained());
    QCOMPARE(m_inbox->arrival(1)->outcome, u"superseded"_s);
    QCOMPARE(m_inbox->arrival(2)->outcome, u"updated"_s);
    QVERIFY(m_inbox->arrival(3)->outcome != u"superseded"_s);
    QCOMPARE(m_world->rowOf(person).values.value(column), QJsonValue(false));
}

void TestLiveWorker::writesLaterWhatADryRunHasShown()
{
    const QString person = m_world->person(Person::Case::Plain);
    QVERIFY(m_world->set(m_world->rowOf(person).id, column, "false"));
    QVERIFY(add(newsletter(person, true, 0)));
    m_world->sentWrites();
    m_feed->setDryRun(true);
    QSignalSpy ended(m_feed.get(), &LiveFeed::itemEnded);
    m_feed->start();
    QVERIFY(waitForDrained());
    QTest::qWait(200); // it is shown once, not again and again
    QCOMPARE(ended.size(), 1);
    QCOMPARE(m_world->sentWrites(), 0);
    QCOMPARE(m_feed->backlog(), 1);
    m_feed->setDryRun(false);
    QVERIFY(waitForDrained());
    QCOMPARE(m_world->rowOf(person).values.value(column), QJsonValue(true));
    QCOMPARE(m_feed->backlog(), 0);
}

void TestLiveWorker::showsOnlyWhatIsBeingPlanned()
{
    constexpr int people = 4;
    for (int which = 0; which < people; ++which) {
        const QString person = m_world->person(Person::Case::Plain, which);
        QVERIFY(m_world->set(m_world->rowOf(person).id, column, "false"));
        QVERIFY(add(newsletter(person, true, which)));
    }
    m_world->sentWrites();
    int planning = 0;
    connect(m_feed->worker(), &engine::LiveWorker::progressed, this, [&](const engine::WorkProgress &progress) {
        planning += progress.stage == engine::WorkProgress::Stage::Planning && !progress.isDryRun ? 1 : 0;
        if (planning == people)
            m_feed->setDryRun(true);
    });
    QSignalSpy ended(m_feed.get(), &LiveFeed::itemEnded);
    m_feed->start();
    QTRY_COMPARE(ended.size(), people);
    QCOMPARE(planning, people);
    QVERIFY(waitForDrained());
    QCOMPARE(m_world->sentWrites(), 0);
    QCOMPARE(m_feed->backlog(), people);
    for (const FeedItem &item : m_feed->items())
        QVERIFY(item.isDryRun && item.plan && !item.report);
}

void TestLiveWorker::keepsBackWhatWaitsForItsTurn()
{
    const QString person = m_world->person(Person::Case::Plain);
    QVERIFY(m_world->set(m_world->rowOf(person).id, column, "false"));
    QVERIFY(add(newsletter(person, true, 0)));
    m_world->sentWrites();
    auto holder = std::make_unique<QObject>(); // somebody else writes this person
    m_world->link().turns().wait(person.toCaseFolded(), holder.get(), [] {});
    m_feed->start();
    QTRY_VERIFY(!m_feed->items().isEmpty() && m_feed->items().constFirst().state == FeedItem::State::Pushing);
    m_feed->setDryRun(true);
    holder.reset();
    QVERIFY(waitForDrained());
    QCOMPARE(m_world->sentWrites(), 0);
    QCOMPARE(m_feed->backlog(), 1);
    QVERIFY(m_feed->items().constFirst().isDryRun);
    m_feed->setDryRun(false);
    QVERIFY(waitForDrained());
    QCOMPARE(m_world->rowOf(person).values.value(column), QJsonValue(true));
}

void TestLiveWorker::goesOnAfterARestart()
{
    const QString person = m_world->person(Person::Case::Plain);
    QVERIFY(m_world->set(m_world->rowOf(person).id, column, "false"));
    m_feed->start();
    m_feed->stop();
    QVERIFY(add(newsletter(person, true, 0)));
    m_feed.reset();
    m_inbox = std::move(*store::Inbox::open(m_world->folder() + u"/inbox.sqlite"_s));
    makeFeed();
    m_feed->start();
    QVERIFY(waitForDrained());
    QCOMPARE(m_feed->items().size(), 1);
    QCOMPARE(m_feed->items().constFirst().report->outcome, Outcome::Updated);
}

void TestLiveWorker::parksAndRedrives()
{
    const QString person = m_world->person(Person::Case::Plain);
    QVERIFY(m_world->set(m_world->rowOf(person).id, column, "false"));
    QJsonObject foreign = newsletter(person, true, 0);
    foreign[u"organization_id"_s] = u"somebody-else"_s; // nothing that time heals
    QVERIFY(add(foreign));
    QVERIFY(add(newsletter(person, true, 1)));
    m_feed->start();
    QVERIFY(waitForDrained());
    QCOMPARE(m_feed->parkedCount(), 1); // and the next one went on
    QCOMPARE(m_world->rowOf(person).values.value(column), QJsonValue(true));
    const auto parked = m_feed->parked();
    QVERIFY(parked->constFirst().problem.contains(u"somebody-else"_s));
    const FeedItem shown = m_feed->items().constFirst();
    QVERIFY(shown.isParked);
    QCOMPARE(shown.state, FeedItem::State::Done);

    QCOMPARE(*m_feed->redrive(parked->constFirst().id), 1);
    QCOMPARE(*m_feed->redrive(parked->constFirst().id), 0);
    QCOMPARE(m_feed->parkedCount(), 0);
    QVERIFY(waitForDrained());
    QCOMPARE(m_feed->parkedCount(), 1); // nobody changed anything
}

void TestLiveWorker::waitsWhilePaused()
{
    const QString person = m_world->person(Person::Case::Plain);
    m_feed->pause();
    m_feed->start();
    QVERIFY(add(newsletter(person, true, 0)));
    QTest::qWait(200);
    QCOMPARE(m_feed->backlog(), 1);
    QVERIFY(m_world->items().isEmpty());
    m_feed->pause(false);
    QVERIFY(waitForDrained());
    QCOMPARE(m_world->items().size(), 1);
}

void TestLiveWorker::chargesNobodyInAnOutage()
{
    const QString person = m_world->person(Person::Case::Plain);
    QVERIFY(m_world->set(m_world->rowOf(person).id, column, "false"));
    QVERIFY(m_world->sandbox().setFault(u"unavailable"_s, u"1000"_s));
    QVERIFY(add(newsletter(person, true, 0)));
    m_feed->start();
    QTRY_VERIFY(m_feed->outageTries() > m_feed->worker()->options().mostAttempts);
    QVERIFY(!m_feed->outage().message.isEmpty());
    QCOMPARE(m_feed->parkedCount(), 0);
    QCOMPARE(m_inbox->arrival(1)->attempts, 0);
    m_world->sandbox().clearFaults();
    QVERIFY(waitForDrained());
    QVERIFY(m_feed->outage().message.isEmpty());
    QCOMPARE(m_world->rowOf(person).values.value(column), QJsonValue(true));
}

void TestLiveWorker::readsFiles_data()
{
    QTest::addColumn<QString>("shape");
    for (const char *shape : {"lines", "lines.gz", "list", "list.gz", "pretty", "members.gz", "flat"})
        QTest::newRow(shape) << QString::fromLatin1(shape);
}

void TestLiveWorker::readsFiles()
{
    QFETCH(QString, shape);
    QList<QJsonObject> events;
    for (int which = 0; which < 5; ++which) {
        const QString person = m_world->person(Person::Case::Plain, which);
        QVERIFY(m_world->set(m_world->rowOf(person).id, column, "false"));
        events << newsletter(person, true, which);
    }
    QByteArray text;
    for (const QJsonObject &event : std::as_const(events)) {
        QJsonObject told = event;
        if (shape == "flat"_L1) {
            told = {{u"type"_s, u"event.created"_s}};
            for (const QString &name : {u"id"_s, u"organization_id"_s, u"created_at"_s})
                told.insert(u"parameters__entity__"_s + name, event.value(name));
            told.insert(u"parameters__entity__user__organization_user_id"_s,
                        event.value(u"user"_s).toObject().value(u"organization_user_id"_s));
            told.insert(u"parameters__entity__consents__purposes__0__id"_s, u"newsletter"_s);
            told.insert(u"parameters__entity__consents__purposes__0__enabled"_s, true);
        }
        if (shape.startsWith("list"_L1) && !text.isEmpty())
            text += ",\n";
        text += shape == "pretty"_L1 ? QJsonDocument(told).toJson(QJsonDocument::Indented) : asLine(told);
        if (shape == "members.gz"_L1) {
            const QString path = m_world->folder() + u"/members"_s;
            QFile file(path);
            QVERIFY(file.open(QIODevice::Append));
            file.write(gzipped(text));
            text.clear();
        }
    }
    if (shape.startsWith("list"_L1))
        text = '[' + text + ']';
    QString path = m_world->folder() + u"/members"_s;
    if (shape != "members.gz"_L1)
        path = write(u"events.json"_s, shape.endsWith(".gz"_L1) ? gzipped(text) : text);
    auto *files = m_feed->add(std::make_unique<engine::FileSource>(QStringList{path}, m_world->profile.id, *m_inbox));
    m_feed->start();
    QVERIFY(waitForDrained());
    QVERIFY2(files->problems().isEmpty(), qPrintable(files->problem().message));
    QCOMPARE(files->counts().accepted, 5);
    for (const QJsonObject &event : std::as_const(events)) {
        const QString person = event.value(u"user"_s).toObject().value(u"organization_user_id"_s).toString();
        QCOMPARE(m_world->rowOf(person).values.value(column), QJsonValue(true));
    }
    // Once more: everything is known.
    auto *again = m_feed->add(std::make_unique<engine::FileSource>(QStringList{path}, m_world->profile.id, *m_inbox));
    QVERIFY(waitForDrained());
    QCOMPARE(again->counts().known, 5);
    QCOMPARE(again->counts().accepted, 0);
}

void TestLiveWorker::tellsLinesThatCannotBeRead()
{
    const QString person = m_world->person(Person::Case::Plain);
    const QByteArray good = asLine(newsletter(person, true, 0));
    const QString lines = write(u"lines.jsonl"_s, good + "\n{\"type\":\n" + asLine({{u"a"_s, 1}}) +
                                                      asLine(newsletter(person, false, 1)) + "[]\n");
    const QString cut = write(u"cut.json"_s, '[' + good);
    const QByteArray packed = gzipped(good);
    const QString damaged = write(u"damaged.json.gz"_s, packed.first(packed.size() - 9));
    auto *files = m_feed->add(
        std::make_unique<engine::FileSource>(QStringList{lines, cut, damaged}, m_world->profile.id, *m_inbox));
    QSignalSpy finished(files, &engine::LiveSource::finished);
    m_feed->start();
    QVERIFY(finished.wait(20'000));
    const auto problems = files->problems();
    QCOMPARE(problems.size(), 5);
    QVERIFY2(problems.at(0).message.contains(u"Line 3"_s), qPrintable(problems.at(0).message));
    QVERIFY2(problems.at(1).message.contains(u"Line 4"_s), qPrintable(problems.at(1).message));
    QVERIFY2(problems.at(2).message.contains(u"Line 6"_s), qPrintable(problems.at(2).message));
    QCOMPARE(problems.at(0).field, lines);
    QCOMPARE(problems.at(3).field, cut);
    QVERIFY(problems.at(3).message.contains(u"cut off"_s));
    QCOMPARE(problems.at(4).field, damaged);
    QCOMPARE(files->counts().accepted, 2);
    engine::FileSource missing({m_world->folder() + u"/nothing.json"_s}, m_world->profile.id, *m_inbox);
    QVERIFY(missing.start().error().message.contains(u"nothing.json"_s));
}

void TestLiveWorker::isDoneByOneProgram()
{
    const QString path = m_world->folder() + u"/inbox.sqlite"_s;
    auto mine = engine::lockLive(path, m_world->profile.id);
    QVERIFY(mine);
    QCOMPARE(engine::lockLive(path, m_world->profile.id).error().kind, core::Error::Kind::Conflict);
    QVERIFY(engine::lockLive(path, u"another"_s));
    mine->reset();
    QVERIFY(engine::lockLive(path, m_world->profile.id));
}

QTEST_GUILESS_MAIN(TestLiveWorker)

#include "tst_liveworker.moc"
