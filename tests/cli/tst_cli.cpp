#include "cli/terminal.h"
#include "store/profilestore.h"
#include "support/finish.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using cli::ExitCode;
using sandbox::Person;
using support::Ran;

namespace {

const QJsonObject given{{u"newsletter"_s, true}};
const QString newsletterColumn = u"new_newsletterconsent"_s;

/// Didomi's JSON of an integration.
QByteArray integrationJson(const QByteArray &secret)
{
    const QJsonObject authentication{{u"client_id"_s, u"00000000-0000-4000-8000-000000000001"_s},
                                     {u"client_secret"_s, QString::fromLatin1(secret)},
                                     {u"tenant_id"_s, u"00000000-0000-4000-8000-000000000002"_s},
                                     {u"instance"_s, u"https://acme.crm4.dynamics.com"_s}};
    const QJsonObject mapping{{u"id"_s, newsletterColumn}, {u"value"_s, u"consents_purposes_newsletter_enabled"_s}};
    return QJsonDocument(QJsonObject{{u"type_id"_s, u"microsoft-dynamics"_s},
                                     {u"authentication"_s, authentication},
                                     {u"properties"_s, QJsonObject()},
                                     {u"mappings"_s, QJsonArray{mapping}},
                                     {u"upsert_mode"_s, true},
                                     {u"unknown"_s, QJsonArray{1}}})
        .toJson();
}

} // namespace

/// The commands, in this process, with buffers for streams.
class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void explainsItself_data();
    void explainsItself();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void listsIntegrations();
    void validates();
    void importsAndExports();
    void refusesToImportASecretThatCannotBeKept();
    void refusesToImport_data();
    void refusesToImport();
    void previewsAUser();
    void previewsAnEvent();
    void pushes();
    void pushesAnEventFromStandardInput();
    void locksProduction();
    void endsWithTheRightCode_data();
    void endsWithTheRightCode();
    void takesTheLanguageOut();
    void settlesWhatAnEarlierRunLeft();
    void stopsCleanly();

private:
    void prepareRow(const QString &person, bool newsletter);

    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::Terminal> m_terminal;
};

void TestCli::initTestCase()
{
    m_world = std::make_unique<support::World>();
    QVERIFY(m_world->connect());
}

void TestCli::init()
{
    m_world->sandbox().clearFaults();
    m_terminal = std::make_unique<support::Terminal>(*m_world);
    m_terminal->useNetworkOfWorld();
}

void TestCli::prepareRow(const QString &person, bool newsletter)
{
    QVERIFY(m_world->set(m_world->rowOf(person).id, newsletterColumn, newsletter ? "true" : "false"));
    QVERIFY(m_world->set(m_world->rowOf(person).id, u"donotbulkemail"_s, newsletter ? "false" : "true"));
}

void TestCli::explainsItself_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("program") << QStringList{u"--help"_s};
    QTest::newRow("group") << QStringList{u"integration"_s, u"--help"_s};
    for (const char *command : {"list", "show", "import", "export", "validate"})
        QTest::newRow(command) << QStringList{u"integration"_s, QString::fromLatin1(command), u"--help"_s};
    for (const char *command : {"test", "doctor", "explain", "expiry", "next-secret", "preview", "push", "live", "plan",
                                "run", "apply", "resume", "verify", "undo", "report", "history", "erase"})
        QTest::newRow(command) << QStringList{QString::fromLatin1(command), u"-h"_s};
    QTest::newRow("plan show") << QStringList{u"plan"_s, u"show"_s, u"-h"_s};
}

void TestCli::explainsItself()
{
    QFETCH(const QStringList, arguments);
    const Ran ran = m_terminal->run(arguments);
    QCOMPARE(ran.code, ExitCode::Done);
    QVERIFY2(ran.out.startsWith(u"Usage: consent-bridge-cli"_s), qPrintable(ran.out));
    QVERIFY(ran.out.contains(u"Exit codes:"_s));
    QVERIFY(ran.err.isEmpty());
}

void TestCli::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("no such command") << QStringList{u"publish"_s};
    QTest::newRow("half a command") << QStringList{u"integration"_s};
    QTest::newRow("no such option") << QStringList{u"test"_s, u"--fast"_s};
    QTest::newRow("two integrations") << QStringList{u"doctor"_s, u"a"_s, u"b"_s};
    QTest::newRow("named twice") << QStringList{u"doctor"_s, u"a"_s, u"--integration"_s, u"b"_s};
    QTest::newRow("about nobody") << QStringList{u"preview"_s, u"Acme"_s};
    QTest::newRow("about two") << QStringList{u"preview"_s, u"Acme"_s, u"--user"_s, u"a"_s, u"--event"_s, u"b"_s};
    QTest::newRow("empty user") << QStringList{u"preview"_s, u"Acme"_s, u"--user"_s, u" "_s};
    QTest::newRow("nothing to import") << QStringList{u"integration"_s, u"import"_s};
}

void TestCli::refusesWrongUsage()
{
    QFETCH(const QStringList, arguments);
    const Ran ran = m_terminal->run(arguments);
    QCOMPARE(ran.code, ExitCode::Usage);
    QVERIFY(ran.out.isEmpty());
    QVERIFY(!ran.err.isEmpty());
}

void TestCli::listsIntegrations()
{
    const Ran text = m_terminal->run({u"integration"_s, u"list"_s});
    QCOMPARE(text.code, ExitCode::Done);
    QVERIFY(text.out.contains(u"Acme"_s));
    QVERIFY(!text.out.contains(u'\u001b'));
    const QJsonArray list =
        m_terminal->run({u"--json"_s, u"integration"_s, u"list"_s}).json().value(u"integrations"_s).toArray();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.at(0).toObject().value(u"id"_s).toString(), m_terminal->profile.id);
    QCOMPARE(list.at(0).toObject().value(u"environment"_s).toString(), u"practice"_s);
}

void TestCli::validates()
{
    QCOMPARE(m_terminal->run({u"integration"_s, u"validate"_s}).code, ExitCode::Done);
    profile::Profile broken = m_terminal->profile;
    broken.integration.tenantId = u"common"_s;
    const QString path = m_terminal->write(u"broken.json"_s, profile::writeProfile(broken));
    const Ran ran = m_terminal->run({u"integration"_s, u"validate"_s, path, u"--json"_s});
    QCOMPARE(ran.code, ExitCode::Invalid);
    QVERIFY(!ran.json().value(u"valid"_s).toBool(true));
    QCOMPARE(ran.json().value(u"problems"_s).toArray().at(0).toObject().value(u"field"_s).toString(),
             u"authentication.tenant_id"_s);
    const Ran text = m_terminal->run({u"integration"_s, u"validate"_s, path});
    QVERIFY(text.err.contains(u"authentication.tenant_id"_s));
}

void TestCli::importsAndExports()
{
    const QByteArray secret = "canary-of-an-imported-secret";
    const QByteArray json = integrationJson(secret);
    const QString path = m_terminal->write(u"didomi.json"_s, json);
    const Ran imported = m_terminal->run({u"integration"_s,
                                          u"import"_s,
                                          path,
                                          u"--name"_s,
                                          u"Imported"_s,
                                          u"--environment"_s,
                                          u"sandbox"_s,
                                          u"--didomi-organization"_s,
                                          u"acme"_s,
                                          u"--didomi-key"_s,
                                          u"key-1"_s,
                                          u"--secret-ref"_s,
                                          u"env:CB_TEST_IMPORTED"_s,
                                          u"--didomi-secret-ref"_s,
                                          u"file:/run/secrets/didomi"_s,
                                          u"--match"_s,
                                          u"key"_s,
                                          u"--match-column"_s,
                                          u"new_didomiuserid"_s,
                                          u"--json"_s});
    QCOMPARE(imported.code, ExitCode::Done);
    QVERIFY(!imported.out.contains(QString::fromLatin1(secret)));
    QFile file(imported.json().value(u"file"_s).toString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(secret));

    store::ProfileStore profiles(m_terminal->environment().paths.integrations());
    const auto kept = profiles.find(u"Imported"_s);
    QVERIFY(kept);
    QCOMPARE(kept->kind, profile::EnvironmentKind::Sandbox);
    QCOMPARE(kept->clientSecret.toText(), u"env:CB_TEST_IMPORTED"_s);
    QCOMPARE(kept->didomi.organizationId, u"acme"_s);
    QCOMPARE(kept->match.kind, profile::MatchRule::Kind::AlternateKey);
    QVERIFY(kept->integration.upsertMode);

    const Ran exported = m_terminal->run({u"integration"_s, u"export"_s, u"Imported"_s});
    QCOMPARE(exported.code, ExitCode::Done);
    QVERIFY(!exported.out.contains(QString::fromLatin1(secret)));
    QCOMPARE(exported.json().value(u"unknown"_s).toArray().size(), 1);
    QCOMPARE(m_terminal->run({u"integration"_s, u"export"_s, u"Imported"_s, u"--with-secret"_s}).code,
             ExitCode::SignIn); // the variable is not set
    qputenv("CB_TEST_IMPORTED", secret);
    const Ran withSecret = m_terminal->run({u"integration"_s, u"export"_s, u"Imported"_s, u"--with-secret"_s});
    QCOMPARE(withSecret.json().value(u"authentication"_s).toObject().value(u"client_secret"_s).toString(),
             QString::fromLatin1(secret));
    const QString target = m_terminal->pathOf(u"out.json"_s);
    QCOMPARE(
        m_terminal->run({u"integration"_s, u"export"_s, u"Imported"_s, u"--with-secret"_s, u"--output"_s, target}).code,
        ExitCode::Done);
    QCOMPARE(QFile::permissions(target) & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther),
             QFileDevice::Permissions());

    QCOMPARE(m_terminal->run({u"integration"_s, u"import"_s, path, u"--name"_s, u"imported"_s}).code,
             ExitCode::Invalid); // taken
}

void TestCli::refusesToImportASecretThatCannotBeKept()
{
    support::MemorySecrets secrets;
    secrets.isForSessionOnly = true;
    m_terminal->useSecrets(secrets);
    const QByteArray json = integrationJson("canary-secret-nobody-keeps");
    const Ran ran = m_terminal->run({u"integration"_s, u"import"_s, u"-"_s, u"--name"_s, u"Kept nowhere"_s}, json);
    QCOMPARE(ran.code, ExitCode::SignIn);
    QVERIFY(ran.err.contains(u"--secret-ref"_s));
    QVERIFY(!ran.err.contains(u"canary"_s));
    store::ProfileStore profiles(m_terminal->environment().paths.integrations());
    QVERIFY(!profiles.find(u"Kept nowhere"_s));
}

void TestCli::refusesToImport_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");
    QTest::newRow("no JSON") << QStringList() << QByteArray("{,}") << int(ExitCode::Invalid);
    QTest::newRow("kind") << QStringList{u"--environment"_s, u"moon"_s} << integrationJson({}) << int(ExitCode::Usage);
    QTest::newRow("match") << QStringList{u"--match"_s, u"luck"_s} << integrationJson({}) << int(ExitCode::Usage);
    QTest::newRow("a secret for a reference")
        << QStringList{u"--secret-ref"_s, u"hunter2hunter2"_s} << integrationJson({}) << int(ExitCode::Usage);
}

void TestCli::refusesToImport()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, json);
    QFETCH(const int, code);
    const Ran ran =
        m_terminal->run(QStringList{u"integration"_s, u"import"_s, u"-"_s, u"--name"_s, u"New"_s} + options, json);
    QCOMPARE(int(ran.code), code);
    QVERIFY(!ran.err.contains(u"hunter2"_s));
    store::ProfileStore profiles(m_terminal->environment().paths.integrations());
    QCOMPARE(profiles.list().size(), 1);
}

void TestCli::previewsAUser()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false);
    QVERIFY(m_world->tellDidomi(person, given));
    m_world->sentWrites();
    const Ran ran = m_terminal->run({u"preview"_s, u"--user"_s, person, u"--json"_s});
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
    const QJsonObject json = ran.json();
    QCOMPARE(json.value(u"outcome"_s).toString(), u"updated"_s);
    QCOMPARE(json.value(u"action"_s).toString(), u"update"_s);
    QCOMPARE(json.value(u"person"_s).toString(), person);
    QCOMPARE(json.value(u"row_id"_s).toString(), m_world->rowOf(person).id);
    const QJsonObject change = json.value(u"changes"_s).toArray().at(0).toObject();
    QCOMPARE(change.value(u"column"_s).toString(), newsletterColumn);
    QCOMPARE(change.value(u"path"_s).toString(), u"consents_purposes_newsletter_enabled"_s);
    QCOMPARE(change.value(u"found"_s).toString(), u"given"_s);
    QCOMPARE(change.value(u"now"_s), QJsonValue(false));
    QCOMPARE(change.value(u"after"_s), QJsonValue(true));
    QCOMPARE(change.value(u"effect"_s).toString(), u"write"_s);
    const QJsonObject request = json.value(u"request"_s).toObject();
    QCOMPARE(request.value(u"method"_s).toString(), u"PATCH"_s);
    QVERIFY(request.value(u"url"_s).toString().startsWith(m_terminal->profile.integration.instance));
    QVERIFY(request.value(u"headers"_s).toObject().contains(u"If-Match"_s));
    QVERIFY(!request.value(u"headers"_s).toObject().contains(u"Authorization"_s));
    QCOMPARE(request.value(u"body"_s).toObject().value(newsletterColumn), QJsonValue(true));
    QVERIFY(json.value(u"warnings"_s).isArray());
    QCOMPARE(m_world->sentWrites(), 0);

    const Ran text = m_terminal->run({u"preview"_s, u"--user"_s, person});
    QVERIFY(text.out.contains(u"PATCH "_s));
    QVERIFY(text.out.contains(u"given"_s));
}

void TestCli::previewsAnEvent()
{
    const QString person = m_world->person(Person::Case::HardKey);
    prepareRow(person, true);
    const QString path = m_terminal->write(
        u"event.json"_s, QJsonDocument(m_world->eventJson(person, {{u"newsletter"_s, false}})).toJson());
    const Ran ran = m_terminal->run({u"preview"_s, u"Acme"_s, u"--event"_s, path, u"--json"_s});
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
    QCOMPARE(ran.json().value(u"changes"_s).toArray().at(0).toObject().value(u"found"_s).toString(), u"refused"_s);
    QCOMPARE(ran.json().value(u"changes"_s).toArray().at(2).toObject().value(u"effect"_s).toString(), u"nothing"_s);
    QCOMPARE(m_world->rowOf(person).values.value(newsletterColumn), QJsonValue(true));
}

void TestCli::pushes()
{
    const QString person = m_world->person(Person::Case::Plain, 1);
    prepareRow(person, false);
    QVERIFY(m_world->tellDidomi(person, given));
    const Ran ran = m_terminal->run({u"push"_s, u"--user"_s, person, u"--json"_s});
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
    const QJsonObject json = ran.json();
    QCOMPARE(json.value(u"outcome"_s).toString(), u"updated"_s);
    QVERIFY(json.value(u"verified"_s).toBool());
    QVERIFY(json.value(u"http_status"_s).toInt() >= 200);
    QVERIFY(!json.value(u"request_id"_s).toString().isEmpty());
    QVERIFY(json.value(u"duration_ms"_s).isDouble());
    QVERIFY(json.value(u"error"_s).isNull());
    QCOMPARE(m_world->rowOf(person).values.value(newsletterColumn), QJsonValue(true));

    const Ran again = m_terminal->run({u"push"_s, u"--user"_s, person});
    QCOMPARE(again.code, ExitCode::Done);
    QVERIFY(again.out.contains(u"unchanged"_s, Qt::CaseInsensitive));
}

void TestCli::pushesAnEventFromStandardInput()
{
    const QString person = m_world->person(Person::Case::Plain, 2);
    prepareRow(person, true);
    const Ran ran = m_terminal->run({u"push"_s, u"--event"_s, u"-"_s},
                                    QJsonDocument(m_world->eventJson(person, {{u"newsletter"_s, false}})).toJson());
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
    QCOMPARE(m_world->rowOf(person).values.value(newsletterColumn), QJsonValue(false));
}

void TestCli::locksProduction()
{
    const QString person = m_world->person(Person::Case::Plain, 3);
    prepareRow(person, false);
    m_terminal->profile.kind = profile::EnvironmentKind::Production;
    m_terminal->save(m_terminal->profile);
    const QByteArray event = QJsonDocument(m_world->eventJson(person, given)).toJson();
    const Ran locked = m_terminal->run({u"push"_s, u"--event"_s, u"-"_s}, event);
    QCOMPARE(locked.code, ExitCode::Usage);
    QVERIFY(locked.err.contains(u"--unlock-production"_s));
    QCOMPARE(m_world->rowOf(person).values.value(newsletterColumn), QJsonValue(false));
    QCOMPARE(m_terminal->run({u"preview"_s, u"--event"_s, u"-"_s}, event).code, ExitCode::Done); // reading is free
    QCOMPARE(m_terminal->run({u"push"_s, u"--unlock-production"_s, u"--event"_s, u"-"_s}, event).code, ExitCode::Done);
    QCOMPARE(m_world->rowOf(person).values.value(newsletterColumn), QJsonValue(true));
}

void TestCli::endsWithTheRightCode_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("code");
    QTest::newRow("no contact: skipped") << u"skipped"_s << int(ExitCode::Done);
    QTest::newRow("nobody") << u"nobody"_s << int(ExitCode::Invalid);
    QTest::newRow("damaged event") << u"damaged"_s << int(ExitCode::Invalid);
    QTest::newRow("no such file") << u"no file"_s << int(ExitCode::Invalid);
    QTest::newRow("bad mapping") << u"mapping"_s << int(ExitCode::Invalid);
    QTest::newRow("secret missing") << u"secret"_s << int(ExitCode::SignIn);
    QTest::newRow("secret refused") << u"refused"_s << int(ExitCode::SignIn);
    QTest::newRow("unavailable") << u"unavailable"_s << int(ExitCode::Unreachable);
    QTest::newRow("no privilege") << u"privilege"_s << int(ExitCode::Refused);
    QTest::newRow("several rows") << u"several"_s << int(ExitCode::Conflict);
}

void TestCli::endsWithTheRightCode()
{
    QFETCH(const QString, what);
    QFETCH(const int, code);
    QString person = m_world->person(Person::Case::Plain, 4);
    prepareRow(person, false);
    QStringList arguments{u"push"_s, u"--json"_s};
    QByteArray input = QJsonDocument(m_world->eventJson(person, given)).toJson();
    if (what == "skipped"_L1)
        input = QJsonDocument(m_world->eventJson(m_world->person(Person::Case::NoContact), given)).toJson();
    else if (what == "damaged"_L1)
        input = "{\"id\": ";
    else if (what == "mapping"_L1)
        m_terminal->profile.integration.mappings
            << profile::Mapping{.column = u"new_nosuchcolumn"_s, .value = u"consents_purposes_newsletter_enabled"_s};
    else if (what == "secret"_L1)
        m_terminal->profile.clientSecret.name = u"CB_TEST_THERE_IS_NO_SUCH_VARIABLE"_s;
    else if (what == "refused"_L1)
        QVERIFY(m_world->sandbox().setFault(u"secret"_s, u"wrong"_s));
    else if (what == "unavailable"_L1)
        QVERIFY(m_world->sandbox().setFault(u"unavailable"_s, u"1000"_s));
    else if (what == "privilege"_L1)
        QVERIFY(m_world->sandbox().setFault(u"privilege"_s, u"write"_s));
    else if (what == "several"_L1) {
        m_terminal->profile.match = {profile::MatchRule::Kind::Column, u"externaluseridentifier"_s};
        input = QJsonDocument(m_world->eventJson(m_world->person(Person::Case::TwoContacts), given)).toJson();
    }
    m_terminal->save(m_terminal->profile);
    if (what == "nobody"_L1)
        arguments << u"--user"_s << u"nobody@example.com"_s;
    else
        arguments << u"--event"_s << (what == "no file"_L1 ? u"/no/such/file"_s : u"-"_s);
    const Ran ran = m_terminal->run(arguments, input);
    QVERIFY2(int(ran.code) == code, qPrintable(u"%1: %2 %3"_s.arg(int(ran.code)).arg(ran.out, ran.err)));
    QVERIFY(!ran.json().isEmpty()); // one document, whatever happens
    if (ran.code != ExitCode::Done && ran.json().contains(u"error"_s) && !ran.json().contains(u"outcome"_s))
        QVERIFY(!ran.json().value(u"error"_s).toObject().value(u"message"_s).toString().isEmpty());
}

void TestCli::takesTheLanguageOut()
{
    QStringList arguments{u"--lang"_s, u"fr"_s, u"test"_s, u"--json"_s};
    QCOMPARE(cli::takeLanguage(arguments), u"fr"_s);
    QCOMPARE(arguments, QStringList({u"test"_s, u"--json"_s}));
    arguments = {u"test"_s, u"--lang=de"_s};
    QCOMPARE(cli::takeLanguage(arguments), u"de"_s);
    QCOMPARE(arguments, QStringList({u"test"_s}));
}

void TestCli::settlesWhatAnEarlierRunLeft()
{
    const QString person = m_world->person(Person::Case::Plain, 5);
    prepareRow(person, true);
    {
        // The other clock makes the open item old enough.
        support::FakeClock yesterday(QDateTime::currentDateTimeUtc().addDays(-1));
        auto journal = store::Journal::open(m_terminal->environment().paths.journal(), yesterday);
        QVERIFY(journal);
        const auto run = (*journal)->beginRun({.profileId = m_terminal->profile.id,
                                               .kind = u"push"_s,
                                               .dataverseOrganization = m_world->surroundings().whoAmI.organizationId});
        QVERIFY((*journal)->intend(*run, {.person = person,
                                          .table = u"contact"_s,
                                          .entitySet = u"contacts"_s,
                                          .rowId = m_world->rowOf(person).id,
                                          .before = "{}",
                                          .after = "{\"new_newsletterconsent\":true}"}));
    }
    const Ran ran =
        m_terminal->run({u"push"_s, u"--event"_s, u"-"_s}, QJsonDocument(m_world->eventJson(person, given)).toJson());
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
    QVERIFY(ran.err.contains(u"cut off"_s));
    const auto journal = store::Journal::open(m_terminal->environment().paths.journal());
    QVERIFY((*journal)->unsettled(m_terminal->profile.id)->isEmpty());
}

void TestCli::stopsCleanly()
{
    m_terminal->useOwnNetwork(); // with another clock than the servers' a test is over before it can be stopped
    QVERIFY(m_world->sandbox().setFault(u"slow"_s, u"20000"_s));
    for (const QStringList &arguments : {QStringList{u"test"_s}, QStringList{u"preview"_s, u"--user"_s, u"a"_s}}) {
        const QPointer<core::Job<ExitCode>> job = m_terminal->begin(arguments);
        QTest::qWait(20);
        QVERIFY2(job, qPrintable(arguments.first() + u" ended by itself: "_s + m_terminal->warned() +
                                 m_terminal->printed()));
        job->cancel();
        const auto code = support::finishOf(job.data(), 5'000);
        QVERIFY(code ? *code == ExitCode::Interrupted : code.error().kind == core::Error::Kind::Cancelled);
    }
}

QTEST_GUILESS_MAIN(TestCli)

#include "tst_cli.moc"
