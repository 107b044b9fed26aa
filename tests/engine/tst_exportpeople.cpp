#include "engine/exportreader.h"
#include "engine/exports.h"
#include "engine/peoplesource.h"
#include "sandbox/practice.h"
#include "sandbox/sandbox.h"
#include "store/runfile.h"
#include "store/runjournal.h"
#include "support/finish.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using engine::PeopleSource;
using engine::Scope;
using engine::SourcePart;
using engine::SourcePerson;
using support::eventLine;
using support::gzip;
using support::userLine;
using support::writeFile;

namespace {

QStringList idsOf(const SourcePart &part)
{
    QStringList ids;
    for (const SourcePerson &person : part.people)
        ids << person.id();
    return ids;
}

QByteArray manyUsers(int from, int to)
{
    QByteArray text;
    for (int i = from; i < to; ++i)
        text += userLine("p" + QByteArray::number(i));
    return text;
}

consent::Choice choiceOf(const SourcePerson &person, const QString &purpose = u"newsletter"_s)
{
    consent::Choice choice = consent::Choice::None;
    for (const consent::Subject &subject : person.subjects) {
        if (const auto *told = subject.consents.purpose(purpose))
            choice = consent::stricter(choice, told->choice);
    }
    return choice;
}

} // namespace

/// Where the people of a resync come from, as far as that is files.
class TestExportPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsEachLayout_data();
    void readsEachLayout();
    void readsFoldersByPath();
    void readsAFileOnce();
    void tellsUnfinishedExports_data();
    void tellsUnfinishedExports();
    void refusesWhatIsNotThere_data();
    void refusesWhatIsNotThere();
    void aBrokenLineCostsOnlyItself();
    void aBrokenFirstLineCostsOnlyItself_data();
    void aBrokenFirstLineCostsOnlyItself();
    void readsADamagedFileAsFarAsItGoes_data();
    void readsADamagedFileAsFarAsItGoes();
    void manyProblemsAreToldInParts();
    void handsOnInParts();
    void goesOnAtEachMark_data();
    void goesOnAtEachMark();
    void refusesToGoOnInOtherFiles();
    void bringsTogetherWhatIsToldOfSomebody();
    void keepsPeopleOfOtherLetterCaseApart();
    void keepsTheNewerStateOfAUser();
    void leavesOutOtherRegulations();
    void takesTheEventsOfARecord();
    void takesOfSingleEventsTheNewestAboutEachThing();
    void leavesOutEventsThatAStateHolds();
    void prefersEventsThatAreInEffect();
    void tellsWhoMustBeAskedAboutAgain();
    void saysAgainAfterGoingOn();
    void findsPeopleWhereverTheyStand();
    void picksNamedPeople();
    void picksThoseThatFailedBefore();
    void isReadInAThreadThatIsNotFarAhead();
    void anUnreadPartIsNotLost();
    void knowsHowOldTheFilesAre();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<PeopleSource> open(Scope scope, const QString &mark = {});
    std::vector<SourcePart> readAll(PeopleSource &source);
    std::vector<SourcePart> readAll(const Scope &scope, const QString &mark = {})
    {
        return readAll(*open(scope, mark));
    }
    /// The only part that there is.
    SourcePart readOne(const QByteArray &text, Scope scope = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    net::Network m_network;
    std::unique_ptr<bridge::Link> m_link;
    QObject m_parent;
};

void TestExportPeople::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    sandbox::Credentials credentials{.authority = u"http://127.0.0.1:1"_s,
                                     .tenant = u"contoso.example"_s,
                                     .clientId = u"11111111-1111-4111-8111-111111111111"_s,
                                     .dataverse = u"http://127.0.0.1:1"_s,
                                     .alternateKey = u"new_didomiuserid"_s,
                                     .booleanColumn = u"new_newsletterconsent"_s,
                                     .didomi = u"http://127.0.0.1:1/v1"_s,
                                     .organizationId = u"acme"_s,
                                     .didomiKey = u"key"_s};
    auto link = bridge::Link::make(m_network, sandbox::practiceProfile(credentials), {});
    QVERIFY2(link, link ? "" : qPrintable(link.error().message));
    m_link = std::move(*link);
}

std::unique_ptr<PeopleSource> TestExportPeople::open(Scope scope, const QString &mark)
{
    if (scope.files.isEmpty())
        scope.files = QStringList{m_folder->path()};
    auto opened = engine::openPeople(*m_link, scope, mark);
    if (!opened)
        qFatal("not opened: %s", qPrintable(opened.error().message));
    return std::move(*opened);
}

std::vector<SourcePart> TestExportPeople::readAll(PeopleSource &source)
{
    std::vector<SourcePart> parts;
    do {
        const auto part = support::finishOf(source.next(&m_parent));
        if (!part)
            qFatal("not read: %s", qPrintable(part.error().toLine()));
        parts.push_back(*part);
    } while (!parts.back().isLast);
    return parts;
}

SourcePart TestExportPeople::readOne(const QByteArray &text, Scope scope)
{
    const QString file = path(u"one.jsonl"_s);
    if (!writeFile(file, text))
        qFatal("not written");
    scope.files = QStringList{file};
    const std::vector<SourcePart> parts = readAll(scope);
    if (parts.size() != 1)
        qFatal("%d parts", int(parts.size()));
    return parts.front();
}

void TestExportPeople::readsEachLayout_data()
{
    const QByteArray ada = userLine("ada");
    const QByteArray bob = userLine("bob", "false");
    const QByteArray lines = ada + bob;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("people");
    QTest::newRow("lines") << lines << 2;
    QTest::newRow("no line feed at the end") << lines.chopped(1) << 2;
    QTest::newRow("empty lines") << "\n\n" + ada + "\n  \n" + bob + "\n\n" << 2;
    QTest::newRow("CRLF") << QByteArray(lines).replace("\n", "\r\n") << 2;
    QTest::newRow("BOM") << "\xef\xbb\xbf" + lines << 2;
    QTest::newRow("two in a line") << QByteArray(lines).replace("\n", "") + "\n" + userLine("ada") << 2;
    QTest::newRow("list") << "[" + ada + "," + bob + "]" << 2;
    QTest::newRow("empty list") << QByteArray("[]") << 0;
    QTest::newRow("answer of the API") << "{\n\"data\": [" + ada + "," + bob + "],\n\"cursor\": null}" << 2;
    QTest::newRow("one, over several lines") << QByteArray(ada).replace(",", ",\n  ") << 1;
    QTest::newRow("several, over several lines") << QByteArray(lines).replace(",\"", ",\n  \"") << 2;
    QTest::newRow("records") << "{\"user\":" + ada.trimmed() + ",\"events\":[]}\n{\"user\":" + bob.trimmed() + "}\n"
                             << 2;
    QTest::newRow("gzip") << gzip(lines) << 2;
    QTest::newRow("gzip of two members") << gzip(ada) + gzip(bob) << 2;
    QTest::newRow("gzip with CRLF and BOM") << gzip("\xef\xbb\xbf" + QByteArray(lines).replace("\n", "\r\n")) << 2;
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("only gaps") << QByteArray(" \r\n\n") << 0;
    QTest::newRow("gzip of nothing") << gzip({}) << 0;
}

void TestExportPeople::readsEachLayout()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, people);
    const SourcePart part = readOne(bytes);
    QVERIFY2(part.problems.isEmpty(), qPrintable(part.problems.value(0).message));
    QCOMPARE(idsOf(part), (QStringList{u"ada"_s, u"bob"_s}.mid(0, people)));
    QCOMPARE(part.done, part.total);
    QCOMPARE(part.total, bytes.size());
    if (people == 2) {
        QCOMPARE(choiceOf(part.people.front()), consent::Choice::Given);
        QCOMPARE(choiceOf(part.people.back()), consent::Choice::Refused);
    }
}

void TestExportPeople::readsFoldersByPath()
{
    QVERIFY(writeFile(path(u"date=2026-11-19/users/part-1.json.gz"_s), gzip(userLine("c"))));
    QVERIFY(writeFile(path(u"date=2026-11-19/users/part-0.json.gz"_s), gzip(userLine("b"))));
    QVERIFY(writeFile(path(u"date=2026-11-19/users/_SUCCESS"_s), {}));
    QVERIFY(writeFile(path(u"a.jsonl"_s), userLine("a")));
    QVERIFY(writeFile(path(u"notes.txt"_s), "not for us"));
    QVERIFY(writeFile(path(u"table.csv"_s), "id;name"));
    QVERIFY(writeFile(path(u"z.json"_s), userLine("z")));
    const std::vector<SourcePart> parts = readAll(Scope());
    QCOMPARE(parts.size(), std::size_t(1));
    QCOMPARE(idsOf(parts.front()), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"z"_s}));
    QVERIFY(parts.front().problems.isEmpty());
}

void TestExportPeople::readsAFileOnce()
{
    QVERIFY(writeFile(path(u"a.jsonl"_s), userLine("a")));
    const auto files = engine::findExports({m_folder->path(), path(u"a.jsonl"_s), path(u"./a.jsonl"_s)});
    QVERIFY(files);
    QCOMPARE(files->files.size(), 1);
}

void TestExportPeople::tellsUnfinishedExports_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<int>("problems");
    QTest::newRow("finished") << QStringList{u"users/0.json.gz"_s, u"users/_SUCCESS"_s} << 0;
    QTest::newRow("finished above") << QStringList{u"users/0.json.gz"_s, u"_SUCCESS"_s} << 0;
    QTest::newRow("not finished") << QStringList{u"users/0.json.gz"_s, u"users/1.json.gz"_s} << 1;
    QTest::newRow("one of two days") << QStringList{u"a/0.json.gz"_s, u"a/_SUCCESS"_s, u"b/0.json.gz"_s} << 1;
    QTest::newRow("no export of Didomi's own") << QStringList{u"users.jsonl"_s} << 0;
}

void TestExportPeople::tellsUnfinishedExports()
{
    QFETCH(QStringList, files);
    QFETCH(int, problems);
    for (const QString &file : std::as_const(files))
        QVERIFY(writeFile(path(file), gzip(userLine("a"))));
    const std::vector<SourcePart> parts = readAll(Scope());
    QCOMPARE(parts.front().problems.size(), problems);
    QCOMPARE(idsOf(parts.front()), QStringList{u"a"_s});
    if (problems > 0)
        QVERIFY(parts.front().problems.constFirst().message.contains(u"_SUCCESS"_s));
    QVERIFY(readAll(Scope(), parts.front().mark).front().problems.isEmpty()); // told once
}

void TestExportPeople::refusesWhatIsNotThere_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("file") << u"nothing.json"_s << Error::Kind::NotFound;
    QTest::newRow("empty folder") << u"empty"_s << Error::Kind::Invalid;
    QTest::newRow("folder of other files") << u"others"_s << Error::Kind::Invalid;
}

void TestExportPeople::refusesWhatIsNotThere()
{
    QFETCH(QString, name);
    QFETCH(Error::Kind, kind);
    QVERIFY(QDir(m_folder->path()).mkdir(u"empty"_s));
    QVERIFY(writeFile(path(u"others/readme.txt"_s), "x"));
    const auto opened = engine::openPeople(*m_link, {.files = {path(name)}}, {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, kind);
    QCOMPARE(opened.error().field, u"files"_s);
    QVERIFY(opened.error().message.contains(name));
}

void TestExportPeople::aBrokenLineCostsOnlyItself()
{
    const SourcePart part =
        readOne(userLine("a") + "{\"id\":\n" + userLine("b") + "{\"id\":\"u\",\"consents\":7}\n" +
                "[1]\nnull\n{\"hits\":1}\n" + userLine("c").replace("\"c\"", "\"\xff\"") + userLine("d"));
    QCOMPARE(idsOf(part), (QStringList{u"a"_s, u"b"_s, u"d"_s}));
    QCOMPARE(part.problems.size(), 6);
    const QList<int> lines{2, 4, 5, 6, 7, 8};
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QCOMPARE(part.problems.at(i).field, path(u"one.jsonl"_s));
        QVERIFY2(part.problems.at(i).message.contains(u"ine %1"_s.arg(lines.at(i))),
                 qPrintable(part.problems.at(i).message));
    }
}

void TestExportPeople::aBrokenFirstLineCostsOnlyItself_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::newRow("cut") << QByteArray("{\"id\":\"u\"");
    QTest::newRow("not UTF-8") << userLine("x").replace("\"x\"", "\"\xff\"").trimmed();
    QTest::newRow("no object") << QByteArray("null");
    QTest::newRow("a title") << QByteArray("export of today");
}

void TestExportPeople::aBrokenFirstLineCostsOnlyItself()
{
    QFETCH(QByteArray, first);
    const SourcePart part = readOne(first + "\n" + userLine("a") + userLine("b"));
    QCOMPARE(idsOf(part), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(part.problems.size(), 1);
    QVERIFY(part.problems.constFirst().message.contains(u"ine 1"_s));
}

void TestExportPeople::readsADamagedFileAsFarAsItGoes_data()
{
    QByteArray much;
    for (int i = 0; i < 500; ++i)
        much += userLine("x" + QByteArray::number(i * 7919));
    const QByteArray packed = gzip(userLine("a")) + gzip(much);
    QByteArray damaged = packed;
    damaged.replace(packed.size() - 500, 60, QByteArray(60, '\x55'));
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("hasFirst");
    QTest::newRow("cut gzip") << packed.chopped(300) << true;
    QTest::newRow("cut gzip header") << packed.first(5) << false;
    QTest::newRow("damaged gzip") << damaged << true;
    QTest::newRow("something behind the gzip") << gzip(userLine("a")) + "rubbish" << true;
    QTest::newRow("cut list") << "[" + userLine("a") + "," + userLine("b").chopped(9) << true;
    QTest::newRow("list without end") << "[" + userLine("a") << true;
    QTest::newRow("cut line") << userLine("a") + userLine("b").chopped(20) << true;
    QTest::newRow("no JSON at all") << QByteArray("PK\x03\x04 and more") << false;
}

void TestExportPeople::readsADamagedFileAsFarAsItGoes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, hasFirst);
    QVERIFY(writeFile(path(u"1.json"_s), bytes));
    QVERIFY(writeFile(path(u"2.json"_s), userLine("next")));
    QStringList ids;
    QList<Error> problems;
    for (const SourcePart &part : readAll(Scope())) {
        ids << idsOf(part);
        problems << part.problems;
    }
    QCOMPARE(ids.contains(u"a"_s), hasFirst);
    QVERIFY(ids.contains(u"next"_s));
    QVERIFY(!problems.isEmpty());
    for (const Error &problem : std::as_const(problems))
        QCOMPARE(problem.field, path(u"1.json"_s));
}

void TestExportPeople::manyProblemsAreToldInParts()
{
    QVERIFY(
        writeFile(path(u"a.jsonl"_s), userLine("first") + QByteArray("{broken\n").repeated(2'500) + userLine("last")));
    const std::vector<SourcePart> parts = readAll(Scope());
    qsizetype problems = 0;
    QStringList ids;
    for (const SourcePart &part : parts) {
        QVERIFY(part.problems.size() <= 1'000);
        problems += part.problems.size();
        ids << idsOf(part);
    }
    QCOMPARE(problems, 2'500);
    QCOMPARE(ids, (QStringList{u"first"_s, u"last"_s}));
}

void TestExportPeople::handsOnInParts()
{
    QVERIFY(writeFile(path(u"a.jsonl"_s), manyUsers(0, 4'500)));
    QVERIFY(writeFile(path(u"b.json"_s), "{\"data\":[" + manyUsers(4'500, 9'000).chopped(1).replace("\n", ",") + "]}"));
    const std::vector<SourcePart> parts = readAll(Scope());
    qint64 done = 0;
    qsizetype people = 0;
    for (const SourcePart &part : parts) {
        QVERIFY(part.people.size() <= 2'000);
        QVERIFY(part.done >= done);
        done = part.done;
        for (const QString &id : idsOf(part))
            QCOMPARE(id, u"p%1"_s.arg(people++));
    }
    QCOMPARE(people, 9'000);
    QCOMPARE(parts.size(), std::size_t(5));
    QCOMPARE(done, parts.back().total);
}

void TestExportPeople::goesOnAtEachMark_data()
{
    QTest::addColumn<Scope>("scope");
    QTest::newRow("everybody") << Scope();
    QTest::newRow("filtered") << Scope{.choice = consent::Choice::Given};
}

void TestExportPeople::goesOnAtEachMark()
{
    QFETCH(Scope, scope);
    QVERIFY(writeFile(path(u"a.jsonl"_s), manyUsers(0, 2'300) + "{broken\n" + manyUsers(2'300, 3'000)));
    QVERIFY(writeFile(path(u"b.json.gz"_s), gzip("[" + manyUsers(3'000, 5'000).chopped(1).replace("\n", ",\n") + "]")));
    QVERIFY(writeFile(path(u"c.json"_s), "{\"data\":[" + manyUsers(5'000, 9'500).chopped(1).replace("\n", ",") + "]}"));
    QVERIFY(writeFile(path(u"_SUCCESS"_s), {}));
    const std::vector<SourcePart> whole = readAll(scope);
    QVERIFY(whole.size() > 4);
    for (std::size_t after = 0; after + 1 < whole.size(); ++after) {
        const std::vector<SourcePart> rest = readAll(scope, whole.at(after).mark);
        QCOMPARE(rest.size(), whole.size() - after - 1);
        for (std::size_t part = 0; part < rest.size(); ++part) {
            QCOMPARE(idsOf(rest.at(part)), idsOf(whole.at(after + 1 + part)));
            QCOMPARE(rest.at(part).problems, whole.at(after + 1 + part).problems);
            QCOMPARE(rest.at(part).mark, whole.at(after + 1 + part).mark);
        }
    }
    const std::vector<SourcePart> nothing = readAll(scope, whole.back().mark);
    QCOMPARE(nothing.size(), std::size_t(1));
    QVERIFY(nothing.front().people.empty());
    QVERIFY(nothing.front().isLast);
}

void TestExportPeople::refusesToGoOnInOtherFiles()
{
    QVERIFY(writeFile(path(u"a.jsonl"_s), manyUsers(0, 3'000)));
    const QString mark = readAll(Scope()).front().mark;
    QVERIFY(writeFile(path(u"b.jsonl"_s), manyUsers(0, 3)));
    const auto opened = engine::openPeople(*m_link, {.files = {m_folder->path()}}, mark);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Conflict);
    QCOMPARE(opened.error().field, u"files"_s);
    QVERIFY(!engine::openPeople(*m_link, {.files = {m_folder->path()}}, u"nonsense"_s));
}

void TestExportPeople::bringsTogetherWhatIsToldOfSomebody()
{
    const SourcePart part = readOne(userLine("ada", "true", "2026-11-20T09:00:00Z", "u-1") + userLine("bob") +
                                    userLine("ada", "false", "2026-11-19T09:00:00Z", "u-2") +
                                    userLine("", "true", "2026-11-20T09:00:00Z", "u-3") +
                                    userLine("", "true", "2026-11-20T09:00:00Z", "u-4"));
    QCOMPARE(idsOf(part), (QStringList{u"ada"_s, u"bob"_s, QString(), QString()}));
    QCOMPARE(part.people.at(0).subjects.size(), 2);
    QCOMPARE(part.people.at(1).subjects.size(), 1);
    QCOMPARE(part.people.at(2).subjects.constFirst().userId, u"u-3"_s);
    QVERIFY(part.again.isEmpty());
}

void TestExportPeople::keepsPeopleOfOtherLetterCaseApart()
{
    const SourcePart part = readOne(userLine("Ada") + userLine("ada"));
    QCOMPARE(idsOf(part), (QStringList{u"Ada"_s, u"ada"_s}));
}

void TestExportPeople::keepsTheNewerStateOfAUser()
{
    const QByteArray older = userLine("ada", "true", "2026-11-19T09:00:00Z", "u-1");
    const QByteArray newer = userLine("ada", "false", "2026-11-20T09:00:00Z", "u-1");
    for (const QByteArray &text : {older + newer, newer + older}) {
        const SourcePart part = readOne(text);
        QCOMPARE(part.people.size(), std::size_t(1));
        QCOMPARE(part.people.front().subjects.size(), 1);
        QCOMPARE(choiceOf(part.people.front()), consent::Choice::Refused);
    }
    // Which one is newer must be known: else both count.
    QByteArray untimed = older;
    untimed.replace("\"updated_at\":\"2026-11-19T09:00:00Z\",", "");
    QCOMPARE(readOne(untimed + newer).people.front().subjects.size(), 2);
}

void TestExportPeople::leavesOutOtherRegulations()
{
    const QByteArray told = userLine("both", "true", "2026-11-20T09:00:00Z", "u-1", "cpra") +
                            userLine("both", "false", "2026-11-20T09:00:00Z", "u-1") +
                            userLine("other", "true", "2026-11-20T09:00:00Z", "u-2", "cpra") +
                            userLine("ours", "true", "2026-11-20T09:00:00Z", "u-3", "GDPR");
    const SourcePart part = readOne(told);
    QCOMPARE(idsOf(part), (QStringList{u"both"_s, u"other"_s, u"ours"_s}));
    QCOMPARE(part.people.at(0).subjects.size(), 1);
    QCOMPARE(choiceOf(part.people.at(0)), consent::Choice::Refused);
    QCOMPARE(part.people.at(1).subjects.constFirst().regulation, u"cpra"_s);
    const SourcePart cpra = readOne(told, {.regulation = u"cpra"_s});
    QCOMPARE(choiceOf(cpra.people.at(0)), consent::Choice::Given);
}

void TestExportPeople::takesTheEventsOfARecord()
{
    const QByteArray user = userLine("ada").trimmed();
    const auto event = [](const char *time, const char *status = "confirmed", const char *regulation = "gdpr") {
        return eventLine("ada", "newsletter", "true", time, status)
            .trimmed()
            .replace("{\"id\":\"e", QByteArray("{\"regulation\":\"") + regulation + "\",\"id\":\"e");
    };
    const SourcePart part = readOne(
        "{\"user\":" + user + ",\"events\":[" + event("2026-11-01T00:00:00Z") + "," + event("2026-11-03T00:00:00Z") +
        "," + event("2026-11-04T00:00:00Z", "pending_approval") + "," +
        event("2026-11-05T00:00:00Z", "confirmed", "cpra") + "]}\n{\"user\":" + userLine("bob").trimmed() + "}\n");
    QCOMPARE(part.people.size(), std::size_t(2));
    const auto &events = part.people.front().events;
    QVERIFY(events);
    QCOMPARE(events->size(), 2);
    QCOMPARE(events->constFirst().createdAt, QDateTime({2026, 11, 3}, {0, 0}, Qt::UTC));
    QVERIFY(!part.people.back().events);
    // With a second user whose events are not told, not all are known.
    const SourcePart two = readOne("{\"user\":" + user + ",\"events\":[" + event("2026-11-01T00:00:00Z") + "]}\n" +
                                   userLine("ada", "true", "2026-11-20T09:00:00Z", "u-2"));
    QVERIFY(!two.people.front().events);
}

void TestExportPeople::takesOfSingleEventsTheNewestAboutEachThing()
{
    const SourcePart part = readOne(eventLine("ada", "newsletter", "true", "2026-11-01T00:00:00Z") +
                                    eventLine("ada", "newsletter", "false", "2026-11-03T00:00:00Z") +
                                    eventLine("ada", "sms", "true", "2026-11-02T00:00:00Z"));
    QCOMPARE(part.people.size(), std::size_t(1));
    const SourcePerson &ada = part.people.front();
    int said = 0;
    for (const consent::Subject &subject : ada.subjects) {
        if (const auto *purpose = subject.consents.purpose(u"newsletter"_s);
            purpose && purpose->choice != consent::Choice::None) {
            QCOMPARE(purpose->choice, consent::Choice::Refused);
            QCOMPARE(subject.time, QDateTime({2026, 11, 3}, {0, 0}, Qt::UTC));
            ++said;
        }
    }
    QCOMPARE(said, 1);
    QCOMPARE(choiceOf(ada, u"sms"_s), consent::Choice::Given);
    QVERIFY(ada.events);
    QCOMPARE(ada.events->size(), 3);
}

void TestExportPeople::leavesOutEventsThatAStateHolds()
{
    const QByteArray state = userLine("ada", "false", "2026-11-20T09:00:00Z");
    const SourcePart part = readOne(eventLine("ada", "newsletter", "true", "2026-11-19T00:00:00Z") + state);
    QCOMPARE(part.people.front().subjects.size(), 1);
    QCOMPARE(choiceOf(part.people.front()), consent::Choice::Refused);
    const SourcePart newer = readOne(eventLine("ada", "newsletter", "true", "2026-11-21T00:00:00Z") + state);
    QCOMPARE(newer.people.front().subjects.size(), 2);
}

void TestExportPeople::prefersEventsThatAreInEffect()
{
    const SourcePart part = readOne(eventLine("ada", "newsletter", "false", "2026-11-01T00:00:00Z") +
                                    eventLine("ada", "newsletter", "true", "2026-11-02T00:00:00Z", "pending_approval"));
    QCOMPARE(part.people.front().subjects.size(), 1);
    QCOMPARE(choiceOf(part.people.front()), consent::Choice::Refused);
    const SourcePart alone =
        readOne(eventLine("ada", "newsletter", "true", "2026-11-02T00:00:00Z", "pending_approval"));
    QVERIFY(alone.people.front().subjects.constFirst().isPending);
}

void TestExportPeople::tellsWhoMustBeAskedAboutAgain()
{
    // Two parts: who refuses does not fit; "late" fits only in the second, "early" only in the first.
    QByteArray text = userLine("late", "false", "2026-11-20T09:00:00Z", "l-1") +
                      userLine("early", "true", "2026-11-20T09:00:00Z", "e-1") +
                      userLine("never", "false", "2026-11-20T09:00:00Z", "n-1") + manyUsers(0, 2'500) +
                      userLine("late", "true", "2026-11-20T09:00:00Z", "l-2") +
                      userLine("early", "false", "2026-11-20T09:00:00Z", "e-2") +
                      userLine("never", "false", "2026-11-20T09:00:00Z", "n-2") + manyUsers(2'500, 4'500) +
                      userLine("late", "true", "2026-11-20T09:00:00Z", "l-3");
    QVERIFY(writeFile(path(u"a.jsonl"_s), text));
    const Scope scope{.purposes = {u"newsletter"_s}, .choice = consent::Choice::Given};
    const auto source = open(scope);
    QStringList again;
    QStringList people;
    for (const SourcePart &part : readAll(*source)) {
        again << part.again;
        people << idsOf(part);
    }
    again.sort();
    QCOMPARE(again, (QStringList{u"early"_s, u"late"_s}));
    QVERIFY(people.contains(u"early"_s)); // it was not known yet
    QVERIFY(!people.contains(u"late"_s));
    QVERIFY(!people.contains(u"never"_s));
    QCOMPARE(people.size(), 4'500 + 1);
    const auto asked = support::finishOf(source->people(again, &m_parent));
    QVERIFY(asked);
    QCOMPARE(asked->people.size(), std::size_t(2));
    for (const SourcePerson &person : asked->people)
        QCOMPARE(person.subjects.size(), person.id() == u"late"_s ? 3 : 2);
}

void TestExportPeople::saysAgainAfterGoingOn()
{
    QVERIFY(writeFile(path(u"a.jsonl"_s), userLine("ada", "true", "2026-11-20T09:00:00Z", "u-1") + manyUsers(0, 2'000) +
                                              userLine("ada", "true", "2026-11-20T09:00:00Z", "u-2") +
                                              manyUsers(2'000, 4'500)));
    const Scope scope{.choice = consent::Choice::Given};
    const std::vector<SourcePart> whole = readAll(scope);
    QCOMPARE(whole.size(), std::size_t(3));
    QCOMPARE(whole.at(1).again, QStringList{u"ada"_s});
    // Whoever was stopped may not have kept it.
    QCOMPARE(readAll(scope, whole.at(1).mark).front().again, QStringList{u"ada"_s});
}

void TestExportPeople::findsPeopleWhereverTheyStand()
{
    QVERIFY(
        writeFile(path(u"a.jsonl"_s), userLine("ada", "true", "2026-11-20T09:00:00Z", "u-1") + manyUsers(0, 3'000)));
    QVERIFY(writeFile(path(u"b.jsonl"_s), "{broken\n" + userLine("ada", "false", "2026-11-20T09:00:00Z", "u-2")));
    const auto source = open({});
    readAll(*source);
    for (int round = 0; round < 2; ++round) {
        const auto part = support::finishOf(source->people({u"p2999"_s, u"ada"_s, u"nobody"_s}, &m_parent));
        QVERIFY(part);
        QCOMPARE(idsOf(*part), (QStringList{u"ada"_s, u"p2999"_s}));
        QCOMPARE(part->people.front().subjects.size(), 2);
        QVERIFY(part->problems.isEmpty()); // they were told before
    }
}

void TestExportPeople::picksNamedPeople()
{
    QVERIFY(writeFile(path(u"a.jsonl"_s), manyUsers(0, 3'000)));
    const std::vector<SourcePart> parts =
        readAll({.whom = Scope::Whom::People, .people = {u"p7"_s, u"P8"_s, u"p2998"_s}});
    QStringList ids;
    QList<Error> problems;
    for (const SourcePart &part : parts) {
        ids << idsOf(part);
        problems << part.problems;
    }
    QCOMPARE(ids, (QStringList{u"p7"_s, u"p2998"_s}));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.constFirst().field, u"people"_s);
    QVERIFY(problems.constFirst().message.contains(u"P8"_s));
}

void TestExportPeople::picksThoseThatFailedBefore()
{
    const QString planPath = path(u"run.cbplan"_s);
    {
        auto file = store::RunFile::create(store::RunPlace::file(planPath), {.dataverseOrganization = u"dv"_s,
                                                                             .didomiOrganization = u"acme"_s,
                                                                             .profileId = u"p"_s,
                                                                             .profileName = u"P"_s,
                                                                             .host = u"h"_s,
                                                                             .table = u"contact"_s,
                                                                             .mode = u"legacy"_s,
                                                                             .scope = "{}"});
        QVERIFY2(file, file ? "" : qPrintable(file.error().message));
        QList<store::RunItem> items;
        for (int i = 0; i < 4; ++i)
            items << store::RunItem{.person = u"p%1"_s.arg(i),
                                    .sourceId = u"u-p%1"_s.arg(i),
                                    .eventTime = QDateTime({2026, 11, 20}, {0, 0}, Qt::UTC),
                                    .planned = store::Planned::Update,
                                    .writes = {{.table = u"contact"_s,
                                                .entitySet = u"contacts"_s,
                                                .action = store::RunWrite::Action::Update,
                                                .rowId = u"00000000-0000-4000-8000-00000000000%1"_s.arg(i),
                                                .columns = {u"new_newsletterconsent"_s},
                                                .before = "{\"new_newsletterconsent\":false}",
                                                .after = "{\"new_newsletterconsent\":true}"}}};
        const auto appended = (*file)->append(items, {});
        QVERIFY2(appended, appended ? "" : qPrintable(appended.error().message));
        QVERIFY((*file)->finishPlanning());
        QVERIFY((*file)->setState(store::RunState::Running));
        store::RunJournal journal(**file);
        const auto batch = journal.claim(u"w"_s, 100, std::chrono::minutes(1));
        QVERIFY2(batch, batch ? "" : qPrintable(batch.error().message));
        QCOMPARE(batch->items.size(), 4);
        const auto settled = journal.settle(
            batch->id, u"w"_s, store::Fate::AsPlanned,
            {{.write = batch->items.at(1).writes.constFirst().id, .fate = store::Fate::Rejected, .reason = u"No."_s},
             {.write = batch->items.at(3).writes.constFirst().id, .fate = store::Fate::Conflict, .reason = u"No."_s}});
        QVERIFY2(settled, settled ? "" : qPrintable(settled.error().message));
    }
    QVERIFY(writeFile(path(u"a.jsonl"_s), manyUsers(0, 10)));
    const std::vector<SourcePart> parts =
        readAll({.whom = Scope::Whom::FailedBefore, .failedIn = planPath, .files = {path(u"a.jsonl"_s)}});
    QCOMPARE(idsOf(parts.front()), (QStringList{u"p1"_s, u"p3"_s}));
    const auto missing =
        engine::openPeople(*m_link, {.whom = Scope::Whom::FailedBefore, .failedIn = path(u"no.cbplan"_s)}, {});
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, Error::Kind::NotFound);
    QCOMPARE(missing.error().field, u"failed_in"_s);
}

void TestExportPeople::isReadInAThreadThatIsNotFarAhead()
{
    // Closed at any time: while it reads, while it waits, with a job that nobody wants any more.
    QVERIFY(writeFile(path(u"a.jsonl"_s), manyUsers(0, 20'000)));
    for (int parts = 0; parts < 6; ++parts) {
        const auto source = open({});
        for (int i = 0; i < parts; ++i) {
            const auto part = support::finishOf(source->next(&m_parent));
            QVERIFY(part);
            QCOMPARE(idsOf(*part).constFirst(), u"p%1"_s.arg(2'000 * i));
        }
        if (parts % 2 == 1)
            delete source->next(&m_parent);
    }
}

void TestExportPeople::anUnreadPartIsNotLost()
{
    QVERIFY(writeFile(path(u"a.jsonl"_s), manyUsers(0, 5'000)));
    const auto source = open({});
    QVERIFY(support::finishOf(source->next(&m_parent)));
    core::Job<SourcePart> *job = source->next(&m_parent);
    if (job->isSettled())
        QSKIP("the thread was faster than this test");
    job->cancel();
    const auto cancelled = support::finishOf(job);
    QVERIFY(!cancelled);
    const auto next = support::finishOf(source->next(&m_parent));
    QVERIFY(next);
    QCOMPARE(idsOf(*next).constFirst(), u"p2000"_s);
}

void TestExportPeople::knowsHowOldTheFilesAre()
{
    const auto setTime = [](const QString &file, const QDateTime &time) {
        QFile opened(file);
        return opened.open(QIODevice::ReadWrite) && opened.setFileTime(time, QFileDevice::FileModificationTime);
    };
    QVERIFY(writeFile(path(u"a.jsonl"_s), userLine("a")));
    QVERIFY(writeFile(path(u"b.jsonl"_s), userLine("b")));
    const QDateTime older({2026, 11, 18}, {12, 0}, Qt::UTC);
    QVERIFY(setTime(path(u"a.jsonl"_s), older));
    QVERIFY(setTime(path(u"b.jsonl"_s), older.addDays(2)));
    QCOMPARE(open({})->knownAt(), older);
    QVERIFY(open({})->name().contains(u'2'));
    // Copied today, but told the day before yesterday.
    QVERIFY(writeFile(path(u"date=2026-11-16/users/c.jsonl"_s), userLine("c")));
    QCOMPARE(open({})->knownAt(), QDateTime({2026, 11, 17}, {0, 0}, Qt::UTC));
}

QTEST_GUILESS_MAIN(TestExportPeople)
#include "tst_exportpeople.moc"
