#include "cli/terminal.h"
#include "engine/runlock.h"
#include "engine/scope.h"
#include "sandbox/dataverse/dataverse.h"
#include "store/profilestore.h"
#include "store/runfile.h"
#include "store/runlibrary.h"
#include "support/finish.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using cli::ExitCode;
using sandbox::Person;
using store::RunState;
using support::Ran;
using support::Terminal;
using support::World;

namespace {

const QString newsletterColumn = u"new_newsletterconsent"_s;
const QStringList confirmed{u"--allow-permitting"_s, u"--allow-creating"_s};

/// Each line of what --json prints; with an invalid one where a line is no document.
QList<QJsonObject> linesOf(const QString &out)
{
    QList<QJsonObject> lines;
    const QStringList texts = out.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &text : texts) {
        const auto line = QJsonDocument::fromJson(text.toUtf8());
        lines << (line.isObject() ? line.object() : QJsonObject{{u"unreadable"_s, text}});
    }
    return lines;
}

QJsonObject lastOf(const Ran &ran)
{
    const auto lines = linesOf(ran.out);
    return lines.isEmpty() ? QJsonObject() : lines.constLast();
}

QString problemOf(const Ran &ran)
{
    return lastOf(ran).value(u"error"_s)[u"message"].toString();
}

/// How many files below the folder hold these bytes, in any letter case.
QStringList filesWith(const QString &folder, const QString &text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(text.toLower().toUtf8()))
            found << file.fileName();
    }
    return found;
}

} // namespace

/// plan, plan show, run, resume, verify, undo, report, history, erase: against the sandbox, with real files.
class TestResyncCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void plansAndShows();
    void listsCells();
    void ticksPeople();
    void plansForAList_data();
    void plansForAList();
    void plansFromAnExport();
    void goesOnWithAPlan();
    void plansSinceTheLastRun();
    void writesVerifiesAndTakesBack();
    void writesAsSeveralUsers();
    void namesTheUserThatIsRefused();
    void goesOnWithoutAUserThatIsRefusedOnTheWay_data();
    void goesOnWithoutAUserThatIsRefusedOnTheWay();
    void asksForConfirmations();
    void locksProduction();
    void resumesARunThatWasStopped();
    void triesAgainWhatFailed();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void refusesWrongFiles_data();
    void refusesWrongFiles();
    void refusesPlansOfOthers();
    void refusesAPlanThatIsInUse();
    void reports();
    void tellsHistory();
    void removesWhatIsOld();
    void forgetsAPerson();

private:
    void connect(const sandbox::Options &options = {.contacts = 40, .didomiRequestLimit = 0}, bool isUpsert = false);
    QString plan(const QStringList &arguments = {u"--everybody"_s}, const QString &name = u"plan.cbplan"_s);
    Ran run(const QString &command, const QString &path, const QStringList &more = {});
    RunState stateOf(const QString &path) const;
    void addFurtherUser(); ///< To the integration; its secret stands in a variable.

    std::unique_ptr<World> m_world;
    std::unique_ptr<Terminal> m_terminal;
};

void TestResyncCommand::init()
{
    m_terminal.reset();
    m_world.reset();
    connect();
}

void TestResyncCommand::connect(const sandbox::Options &options, bool isUpsert)
{
    m_terminal.reset();
    m_world = std::make_unique<World>(options);
    m_world->profile.integration.upsertMode = isUpsert;
    QVERIFY(m_world->connect());
    m_terminal = std::make_unique<Terminal>(*m_world);
    m_terminal->useNetworkOfWorld();
}

/// Makes a plan; its path.
QString TestResyncCommand::plan(const QStringList &arguments, const QString &name)
{
    const QString path = m_terminal->pathOf(name);
    const Ran ran = m_terminal->run(QStringList{u"plan"_s, u"Acme"_s, u"--json"_s, u"--output"_s, path} + arguments);
    if (ran.code != ExitCode::Done)
        qWarning("no plan: %s", qPrintable(ran.err));
    return path;
}

Ran TestResyncCommand::run(const QString &command, const QString &path, const QStringList &more)
{
    return m_terminal->run(QStringList{command, path, u"--json"_s} + more);
}

RunState TestResyncCommand::stateOf(const QString &path) const
{
    const auto file = store::RunFile::open(store::RunPlace::file(path));
    return file ? (*file)->state().valueOr(RunState::Planning) : RunState::Planning;
}

void TestResyncCommand::plansAndShows()
{
    const QString path = m_terminal->pathOf(u"a plan.cbplan"_s);
    m_world->sentWrites();
    const Ran made = m_terminal->run({u"plan"_s, u"Acme"_s, u"--everybody"_s, u"--json"_s, u"--output"_s, path});
    QVERIFY2(made.code == ExitCode::Done, qPrintable(made.err));
    const auto lines = linesOf(made.out);
    QVERIFY(lines.size() >= 2); // how far it was, and the end
    for (const QJsonObject &line : lines)
        QVERIFY2(!line.contains(u"unreadable"_s), qPrintable(line.value(u"unreadable"_s).toString()));
    for (const QJsonObject &line : lines.first(lines.size() - 1)) {
        for (const QString &key :
             {u"phase"_s, u"done"_s, u"total"_s, u"people"_s, u"per_second"_s, u"eta_seconds_soonest"_s,
              u"eta_seconds_latest"_s, u"bottleneck"_s, u"waiting_for"_s, u"in_flight"_s, u"permits"_s, u"counts"_s})
            QVERIFY2(line.contains(key), qPrintable(key));
    }
    const QJsonObject result = lines.constLast();
    QCOMPARE(result.value(u"result"_s).toString(), u"planned"_s);
    QCOMPARE(result.value(u"file"_s).toString(), path);
    QVERIFY(result.value(u"items"_s).toInt() > 30);
    const int writes = result.value(u"writes"_s).toInt();
    QVERIFY(writes > 0);
    QCOMPARE(result.value(u"rows"_s).toInt(), writes); // columns of contacts: one row each
    QCOMPARE(m_world->sentWrites(), 0);
    QCOMPARE(stateOf(path), RunState::Planned);

    const Ran shown = run(u"plan"_s, u"show"_s, {path});
    QVERIFY2(shown.code == ExitCode::Done, qPrintable(shown.err));
    QCOMPARE(linesOf(shown.out).size(), 1);
    const QJsonObject whole = lastOf(shown);
    for (const QString &key : {u"items"_s, u"writes"_s, u"rows"_s, u"outcomes"_s, u"effects"_s, u"reasons"_s})
        QVERIFY2(whole.value(key) == result.value(key), qPrintable(key));
    QCOMPARE(whole.value(u"head"_s)[u"integration"].toString(), u"Acme"_s);
    qint64 items = 0;
    const QJsonObject outcomes = whole.value(u"outcomes"_s).toObject();
    for (const QJsonValue &one : outcomes)
        items += one[u"items"].toInt();
    QCOMPARE(items, whole.value(u"items"_s).toInt());

    const Ran text = m_terminal->run({u"plan"_s, u"show"_s, path});
    QCOMPARE(text.code, ExitCode::Done);
    QVERIFY2(text.out.contains(u"contactable"_s), qPrintable(text.out));
    QVERIFY(text.out.contains(u"will be updated"_s));
    const Ran again =
        m_terminal->run({u"plan"_s, u"Acme"_s, u"--everybody"_s, u"--output"_s, m_terminal->pathOf(u"2.cbplan"_s)});
    QCOMPARE(again.code, ExitCode::Done);
    QVERIFY(again.out.contains(u"Nothing is written yet"_s));
    QVERIFY2(again.out.contains(u"consent-bridge-cli run "_s), qPrintable(again.out));
}

void TestResyncCommand::listsCells()
{
    const QString path = plan();
    const Ran all = m_terminal->run({u"plan"_s, u"show"_s, path, u"--items"_s, u"--limit"_s, u"0"_s, u"--json"_s});
    QVERIFY2(all.code == ExitCode::Done, qPrintable(all.err));
    const auto lines = linesOf(all.out);
    QCOMPARE(lines.size() - 1, lines.constLast().value(u"items"_s).toInt());
    int cells = 0;
    for (const QJsonObject &line : lines.first(lines.size() - 1)) {
        const QJsonArray rows = line.value(u"rows"_s).toArray();
        for (const QJsonValue &row : rows) {
            const QJsonObject columns = row[u"cells"].toObject();
            for (const QJsonValue &cell : columns) {
                QVERIFY(cell[u"before"] != cell[u"after"]);
                ++cells;
            }
        }
    }
    QVERIFY(cells > 0);

    const Ran some = m_terminal->run(
        {u"plan"_s, u"show"_s, path, u"--items"_s, u"--json"_s, u"--outcome"_s, u"update"_s, u"--limit"_s, u"3"_s});
    QCOMPARE(linesOf(some.out).size(), 4);
    for (const QJsonObject &line : linesOf(some.out).first(3))
        QCOMPARE(line.value(u"outcome"_s).toString(), u"update"_s);

    const QString person = m_world->person(Person::Case::NoContact);
    const Ran one =
        m_terminal->run({u"plan"_s, u"show"_s, path, u"--items"_s, u"--person"_s, person.toUpper(), u"--json"_s});
    QCOMPARE(linesOf(one.out).size(), 2);
    QCOMPARE(linesOf(one.out).constFirst().value(u"person"_s).toString(), person);
    QVERIFY(!linesOf(one.out).constFirst().value(u"reason"_s).toString().isEmpty());
    const Ran text = m_terminal->run({u"plan"_s, u"show"_s, path, u"--items"_s, u"--effect"_s, u"permits"_s});
    QCOMPARE(text.code, ExitCode::Done);
    QVERIFY2(text.out.contains(u'\u2192'), qPrintable(text.out));
}

void TestResyncCommand::ticksPeople()
{
    const QString path = plan();
    const auto show = [&](const QStringList &more) {
        return lastOf(m_terminal->run(QStringList{u"plan"_s, u"show"_s, path, u"--json"_s} + more));
    };
    const int writes = show({}).value(u"writes"_s).toInt();
    QCOMPARE(show({u"--untick-all"_s, u"--outcome"_s, u"update"_s}).value(u"changed"_s).toInt(), writes);
    const QJsonObject none = show({});
    QCOMPARE(none.value(u"writes"_s).toInt(), 0);
    QCOMPARE(none.value(u"rows"_s).toInt(), 0);
    QCOMPARE(none.value(u"effects"_s)[u"permits"].toInt(), 0);
    const Ran first = m_terminal->run(
        {u"plan"_s, u"show"_s, path, u"--items"_s, u"--outcome"_s, u"update"_s, u"--limit"_s, u"1"_s, u"--json"_s});
    const QString person = linesOf(first.out).constFirst().value(u"person"_s).toString();
    QCOMPARE(show({u"--tick"_s, person}).value(u"writes"_s).toInt(), 1);
    QCOMPARE(show({u"--tick"_s, person}).value(u"changed"_s).toInt(), 0);
    const Ran unknown = m_terminal->run({u"plan"_s, u"show"_s, path, u"--untick"_s, u"nobody-at-all"_s});
    QCOMPARE(unknown.code, ExitCode::Invalid);

    // Only the one who is ticked is written.
    m_world->sentWrites();
    const Ran ran = run(u"run"_s, path, confirmed);
    QVERIFY2(ran.code == ExitCode::Done || ran.code == ExitCode::SomeFailed, qPrintable(ran.err));
    QCOMPARE(lastOf(ran).value(u"counts"_s)[u"updated"].toInt(), 1);
    QCOMPARE(lastOf(ran).value(u"counts"_s)[u"ticked_out"].toInt(), writes - 1);
    QCOMPARE(m_terminal->run({u"plan"_s, u"show"_s, path, u"--tick-all"_s}).code, ExitCode::Declined); // too late
}

void TestResyncCommand::plansForAList_data()
{
    QTest::addColumn<QString>("form");
    for (const char *form : {"options", "lines", "CSV", "file"})
        QTest::newRow(form) << QString::fromLatin1(form);
}

void TestResyncCommand::plansForAList()
{
    QFETCH(const QString, form);
    const QStringList people{m_world->person(Person::Case::Plain, 1), m_world->person(Person::Case::TwoUsers),
                             m_world->person(Person::Case::HardKey)};
    const QByteArray lines = people.join(u"\r\n"_s).toUtf8();
    QStringList arguments{u"plan"_s, u"Acme"_s, u"--json"_s, u"--output"_s, m_terminal->pathOf(u"plan.cbplan"_s)};
    QByteArray input;
    if (form == "options"_L1) {
        for (const QString &person : people)
            arguments << u"--person"_s << person;
    } else if (form == "lines"_L1) {
        arguments << u"--people"_s << u"-"_s;
        input = lines;
    } else if (form == "CSV"_L1) {
        arguments << u"--people"_s << u"-"_s << u"--column"_s << u"Id"_s;
        input = "name;id\r\n";
        for (const QString &person : people)
            input += "x;\"" + person.toUtf8() + "\"\r\n";
    } else {
        arguments << u"--people"_s << m_terminal->write(u"list.txt"_s, lines);
    }
    const Ran ran = m_terminal->run(arguments, input);
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
    QCOMPARE(lastOf(ran).value(u"items"_s).toInt(), people.size());
    const auto file = store::RunFile::open(store::RunPlace::file(m_terminal->pathOf(u"plan.cbplan"_s)));
    QVERIFY(file);
    for (const QString &person : people)
        QVERIFY(*(*file)->itemOf(person));
}

void TestResyncCommand::plansFromAnExport()
{
    const QString person = m_world->person(Person::Case::Plain);
    QVERIFY(m_world->set(m_world->rowOf(person).id, newsletterColumn, "true"));
    const QByteArray event =
        QJsonDocument(m_world->eventJson(person, {{u"newsletter"_s, false}})).toJson(QJsonDocument::Compact);
    const QString folder = m_terminal->pathOf(u"exports"_s);
    QVERIFY(QDir().mkpath(folder));
    m_terminal->write(u"exports/events.jsonl"_s, event + '\n');
    const QString path = plan({u"--everybody"_s, u"--from"_s, folder});
    const QJsonObject whole = lastOf(run(u"plan"_s, u"show"_s, {path, u"--items"_s}));
    QCOMPARE(whole.value(u"items"_s).toInt(), 1);
    QCOMPARE(whole.value(u"writes"_s).toInt(), 1);
    QCOMPARE(whole.value(u"effects"_s)[u"forbids"].toInt(), 1);
    const Ran ran = run(u"run"_s, path);
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err)); // nobody becomes contactable: nothing to confirm
    QCOMPARE(m_world->rowOf(person).values.value(newsletterColumn), QJsonValue(false));

    m_terminal->write(u"exports/broken.json"_s, "[{\"id\": ");
    const Ran broken = m_terminal->run({u"plan"_s, u"Acme"_s, u"--everybody"_s, u"--from"_s, folder, u"--json"_s,
                                        u"--output"_s, m_terminal->pathOf(u"2.cbplan"_s)});
    QCOMPARE(broken.code, ExitCode::SomeFailed);
    QVERIFY(lastOf(broken).value(u"unread"_s).toInt() > 0);
    QVERIFY(broken.err.contains(u"broken.json"_s));
}

/// Stopped while it is made, a plan is gone on with, and ends as one that was never stopped.
void TestResyncCommand::goesOnWithAPlan()
{
    connect({.contacts = 150, .didomiRequestLimit = 0}); // more than one page of users
    const QString path = m_terminal->pathOf(u"stopped.cbplan"_s);
    QPointer<core::Job<ExitCode>> job =
        m_terminal->begin({u"plan"_s, u"Acme"_s, u"--everybody"_s, u"--output"_s, path});
    const auto cancel = [&job] {
        if (job)
            job->cancel();
    };
    int users = 0;
    const auto watch = QObject::connect(&m_world->network().log(), &net::CallLog::added, this, [&] {
        const auto calls = m_world->network().log().callsAfter(0);
        if (calls.constLast().url.contains(u"/consents/users"_s) && ++users == 2)
            QMetaObject::invokeMethod(this, cancel, Qt::QueuedConnection);
    });
    const auto code = support::finishOf(job.data());
    QObject::disconnect(watch);
    QVERIFY(users >= 2);
    QCOMPARE(code.valueOr(ExitCode::Interrupted), ExitCode::Interrupted);

    const QString whole = plan({u"--everybody"_s}, u"whole.cbplan"_s);
    if (QFile::exists(path)) {
        QCOMPARE(stateOf(path), RunState::Planning);
        QVERIFY2(m_terminal->run({u"plan"_s, u"show"_s, path}).code == ExitCode::Done,
                 qPrintable(m_terminal->warned()));
        QCOMPARE(run(u"run"_s, path, confirmed).code, ExitCode::Declined);
        QCOMPARE(m_terminal->run({u"plan"_s, u"Acme"_s, u"--person"_s, u"somebody"_s, u"--output"_s, path}).code,
                 ExitCode::Declined); // it is about others
    }
    const Ran on = m_terminal->run(QStringList{u"plan"_s, u"Acme"_s, u"--json"_s, u"--output"_s, path} +
                                   (QFile::exists(path) ? QStringList() : QStringList{u"--everybody"_s}));
    QVERIFY2(on.code == ExitCode::Done, qPrintable(on.err));
    const QJsonObject expected = lastOf(run(u"plan"_s, u"show"_s, {whole}));
    QCOMPARE(lastOf(on).value(u"items"_s), expected.value(u"items"_s));
    QCOMPARE(lastOf(on).value(u"outcomes"_s), expected.value(u"outcomes"_s));
    const Ran again = m_terminal->run({u"plan"_s, u"Acme"_s, u"--everybody"_s, u"--output"_s, path});
    QCOMPARE(again.code, ExitCode::Declined); // it is a plan already
}

void TestResyncCommand::plansSinceTheLastRun()
{
    const QStringList since{u"plan"_s, u"Acme"_s, u"--since-last-run"_s, u"--json"_s};
    const Ran none = m_terminal->run(since);
    QCOMPARE(none.code, ExitCode::Invalid);
    // Of somebody only: it has not seen the others.
    const Ran one =
        m_terminal->run({u"plan"_s, u"Acme"_s, u"--json"_s, u"--person"_s, m_world->person(Person::Case::Plain)});
    QVERIFY2(one.code == ExitCode::Done, qPrintable(one.err));
    QVERIFY(run(u"run"_s, lastOf(one).value(u"file"_s).toString(), confirmed).code == ExitCode::Done);
    QCOMPARE(m_terminal->run(since).code, ExitCode::Invalid);

    const Ran all = m_terminal->run({u"plan"_s, u"Acme"_s, u"--everybody"_s, u"--json"_s});
    const QString path = lastOf(all).value(u"file"_s).toString();
    QVERIFY(QFile::exists(path));                             // beside the other plans
    QCOMPARE(m_terminal->run(since).code, ExitCode::Invalid); // it was not carried out yet
    const Ran ran = run(u"run"_s, path, confirmed);
    QVERIFY2(ran.code == ExitCode::Done || ran.code == ExitCode::SomeFailed, qPrintable(ran.err));

    const QString person = m_world->person(Person::Case::Plain, 2);
    QVERIFY(m_world->tellDidomi(person, {{u"newsletter"_s, false}}));
    const Ran next = m_terminal->run(since);
    QVERIFY2(next.code == ExitCode::Done, qPrintable(next.err));
    const auto file = store::RunFile::open(store::RunPlace::file(lastOf(next).value(u"file"_s).toString()));
    QVERIFY(file);
    QVERIFY(*(*file)->itemOf(person));
    const auto head = (*file)->head();
    const auto scope = engine::scopeFromJson(head->scope);
    QCOMPARE(scope->whom, engine::Scope::Whom::ChangedSince);
    const auto before = store::RunFile::open(store::RunPlace::file(path));
    QVERIFY(scope->since <= (*before)->head()->madeAt);
    QVERIFY(scope->since >= (*before)->head()->madeAt.addSecs(-3600));
}

void TestResyncCommand::writesVerifiesAndTakesBack()
{
    const QString path = plan();
    const QJsonObject planned = lastOf(run(u"plan"_s, u"show"_s, {path}));
    const Ran ran = run(u"run"_s, path, confirmed);
    QVERIFY2(ran.code == ExitCode::Done || ran.code == ExitCode::SomeFailed, qPrintable(ran.err));
    for (const QJsonObject &line : linesOf(ran.out))
        QVERIFY(!line.contains(u"unreadable"_s));
    const QJsonObject counts = lastOf(ran).value(u"counts"_s).toObject();
    QCOMPARE(lastOf(ran).value(u"result"_s).toString(), u"done"_s);
    QCOMPARE(counts.value(u"planned"_s), planned.value(u"items"_s));
    QCOMPARE(counts.value(u"updated"_s).toInt(), planned.value(u"writes"_s).toInt());
    int sum = 0;
    for (const QString &key : {u"created"_s, u"updated"_s, u"unchanged"_s, u"skipped"_s, u"invalid"_s, u"rejected"_s,
                               u"conflict"_s, u"not_reached"_s})
        sum += counts.value(key).toInt();
    QCOMPARE(sum, counts.value(u"planned"_s).toInt());
    const bool hasFailures = counts.value(u"invalid"_s).toInt() + counts.value(u"conflict"_s).toInt() > 0;
    QCOMPARE(ran.code, hasFailures ? ExitCode::SomeFailed : ExitCode::Done);
    QCOMPARE(stateOf(path), RunState::Done);
    QCOMPARE(run(u"run"_s, path, confirmed).code, ExitCode::Declined); // once
    QCOMPARE(run(u"resume"_s, path).code, ran.code);                   // nothing is left
    // All that was to be written is written.
    const Ran rest = m_terminal->run({u"plan"_s, u"Acme"_s, u"--everybody"_s, u"--json"_s});
    QCOMPARE(lastOf(rest).value(u"writes"_s).toInt(), 0);

    const Ran same = run(u"verify"_s, path);
    QVERIFY2(same.code == ExitCode::Done, qPrintable(same.err));
    QCOMPARE(lastOf(same).value(u"same"_s), counts.value(u"updated"_s));
    const Ran sample = run(u"verify"_s, path, {u"--sample"_s, u"3"_s});
    QCOMPARE(lastOf(sample).value(u"rows"_s).toInt(), 3);

    // Somebody changes one of the rows.
    const auto items = linesOf(run(u"plan"_s, u"show"_s, {path, u"--items"_s, u"--outcome"_s, u"update"_s}).out);
    const QJsonObject row = items.constFirst().value(u"rows"_s).toArray().at(0).toObject();
    const QJsonObject cells = row.value(u"cells"_s).toObject();
    QVERIFY(cells.contains(newsletterColumn) || !cells.isEmpty());
    const QString column = cells.contains(newsletterColumn) ? newsletterColumn : cells.constBegin().key();
    const QJsonValue wrote = cells.value(column)[u"after"];
    const QByteArray other = wrote.isBool() ? (wrote.toBool() ? "false" : "true") : "null";
    QVERIFY(m_world->set(row.value(u"row_id"_s).toString(), column, other));
    const Ran differs = run(u"verify"_s, path);
    QCOMPARE(differs.code, ExitCode::SomeFailed);
    QCOMPARE(lastOf(differs).value(u"differ"_s).toInt(), 1);
    QCOMPARE(lastOf(differs).value(u"divergences"_s)[0][u"column"].toString(), column);

    // Taking it back leaves that one alone.
    const QString undo = m_terminal->pathOf(u"undo.cbplan"_s);
    const Ran back = run(u"undo"_s, path, {u"--output"_s, undo});
    QVERIFY2(back.code == ExitCode::Done, qPrintable(back.err));
    QCOMPARE(lastOf(back).value(u"writes"_s).toInt(), counts.value(u"updated"_s).toInt() - 1);
    QCOMPARE(lastOf(back).value(u"outcomes"_s)[u"conflict"][u"items"].toInt(), 1);
    const Ran undone = run(u"run"_s, undo, confirmed);
    QVERIFY2(undone.code == ExitCode::SomeFailed, qPrintable(undone.err)); // that one
    QCOMPARE(lastOf(undone).value(u"counts"_s)[u"updated"], lastOf(back).value(u"writes"_s));
    const Ran text = m_terminal->run({u"verify"_s, undo});
    QCOMPARE(text.code, ExitCode::Done);
    const Ran after = m_terminal->run({u"plan"_s, u"Acme"_s, u"--everybody"_s, u"--json"_s});
    QVERIFY(lastOf(after).value(u"writes"_s).toInt() >= counts.value(u"updated"_s).toInt() - 1); // as before the run
}

void TestResyncCommand::addFurtherUser()
{
    const sandbox::Application one = m_world->sandbox().credentials().furtherApplications.constFirst();
    qputenv("CB_TEST_FURTHER_SECRET", one.clientSecret.reveal());
    profile::Profile profile = m_terminal->profile;
    profile.furtherUsers = {
        {.label = u"Night shift"_s,
         .clientId = one.clientId,
         .clientSecret = {.kind = profile::SecretRef::Kind::Env, .name = u"CB_TEST_FURTHER_SECRET"_s}}};
    m_terminal->save(profile);
}

void TestResyncCommand::writesAsSeveralUsers()
{
    connect({.contacts = 900, .didomiRequestLimit = 0, .furtherUsers = 1});
    addFurtherUser();
    const QString path = plan();
    const Ran ran = m_terminal->run(QStringList{u"run"_s, path} + confirmed);
    QVERIFY2(ran.code == ExitCode::Done || ran.code == ExitCode::SomeFailed, qPrintable(ran.err));
    QVERIFY2(ran.err.contains(u"2 application users write"_s), qPrintable(ran.err));
    static const QRegularExpression line(u"Application users +2\\b"_s);
    QVERIFY2(ran.out.contains(line), qPrintable(ran.out));
    QCOMPARE(stateOf(path), RunState::Done);
    QHash<QString, int> writers;
    for (const Person &person : m_world->people()) {
        if (const auto row = m_world->sandbox().contact(person.organizationUserId))
            ++writers[row->value(u"_modifiedby_value"_s).toString()];
    }
    QVERIFY(writers.value(sandbox::Dataverse::furtherUserId(0)) > 20);
    QVERIFY(writers.value(sandbox::Dataverse::userId()) > 20);
    const Ran shown = m_terminal->run({u"integration"_s, u"show"_s, u"Acme"_s});
    QVERIFY2(shown.out.contains(u"Night shift"_s), qPrintable(shown.out));
    QVERIFY(shown.out.contains(u"env:CB_TEST_FURTHER_SECRET"_s));
}

void TestResyncCommand::namesTheUserThatIsRefused()
{
    connect({.contacts = 40, .didomiRequestLimit = 0, .furtherUsers = 1});
    addFurtherUser();
    const QString path = plan(); // only the first one reads
    const auto refused = [&](ExitCode code, const QString &field) {
        const Ran ran = run(u"run"_s, path, confirmed);
        const QJsonValue error = lastOf(ran).value(u"error"_s);
        const bool isNamed = error[u"message"].toString().contains(u"Night shift"_s);
        if (ran.code != code || error[u"field"].toString() != field || !isNamed)
            qWarning("%s", qPrintable(ran.out + ran.err));
        return ran.code == code && error[u"field"].toString() == field && isNamed && m_world->sentWrites() == 0 &&
               stateOf(path) == RunState::Planned;
    };
    m_world->sentWrites();
    QVERIFY(m_world->sandbox().setFault(u"further-user"_s, u"refused"_s));
    QVERIFY(refused(ExitCode::SignIn, u"further_users[0].client_secret"_s));
    QVERIFY(m_world->sandbox().setFault(u"further-user"_s, u"basic-role"_s));
    QVERIFY(refused(ExitCode::Refused, u"further_users[0].client_id"_s));
    m_world->sandbox().clearFaults();
    qunsetenv("CB_TEST_FURTHER_SECRET");
    QVERIFY(refused(ExitCode::SignIn, u"further_users[0].client_secret"_s));
    // Live pushes and single ones do not need it.
    const QString person = m_world->person(Person::Case::Plain);
    const Ran pushed = m_terminal->run({u"push"_s, u"--user"_s, person, u"--json"_s});
    QVERIFY2(pushed.code != ExitCode::SignIn, qPrintable(pushed.err));
    addFurtherUser();
    const Ran ran = run(u"run"_s, path, confirmed);
    QVERIFY2(ran.code == ExitCode::Done || ran.code == ExitCode::SomeFailed, qPrintable(ran.err));
}

void TestResyncCommand::goesOnWithoutAUserThatIsRefusedOnTheWay_data()
{
    QTest::addColumn<bool>("isJson");
    QTest::newRow("lines of JSON") << true;
    QTest::newRow("for people") << false;
}

void TestResyncCommand::goesOnWithoutAUserThatIsRefusedOnTheWay()
{
    QFETCH(const bool, isJson);
    connect({.contacts = 300, .didomiRequestLimit = 0, .furtherUsers = 1});
    addFurtherUser();
    const QString path = plan();
    sandbox::Sandbox &sandbox = m_world->sandbox();
    QVERIFY(sandbox.setFault(u"slow"_s, u"5"_s));
    const qint64 enough = sandbox.changes() + 20;
    QTimer timer;
    timer.callOnTimeout(this, [&] {
        if (sandbox.changes() < enough)
            return;
        timer.stop();
        (void)sandbox.setFault(u"further-user"_s, u"revoked"_s);
    });
    timer.start(std::chrono::milliseconds(1));
    QStringList arguments{u"run"_s, path, u"--connections"_s, u"2"_s, u"--rows-per-request"_s, u"5"_s};
    if (isJson)
        arguments << u"--json"_s;
    const Ran ran = m_terminal->run(arguments + confirmed);
    QVERIFY2(ran.code == ExitCode::Done || ran.code == ExitCode::SomeFailed, qPrintable(ran.err));
    QCOMPARE(stateOf(path), RunState::Done);
    if (!isJson) {
        QVERIFY2(ran.err.contains(u"Night shift"_s), qPrintable(ran.err));
        QVERIFY2(ran.err.contains(u"The other application users do its part."_s), qPrintable(ran.err));
        return;
    }
    const auto lines = linesOf(ran.out);
    QCOMPARE(lines.constFirst().value(u"users"_s).toInt(), 2);
    const auto fewer =
        std::ranges::find_if(lines, [](const QJsonObject &one) { return one.value(u"users"_s).toInt() == 1; });
    QVERIFY(fewer != lines.cend());
    for (const QJsonObject &told : {*fewer, lines.constLast()}) {
        const QJsonObject refused = told.value(u"refused_users"_s)[0].toObject();
        QVERIFY(refused.value(u"message"_s).toString().contains(u"Night shift"_s));
        QCOMPARE(refused.value(u"field"_s).toString(), u"further_users[0].client_secret"_s);
        QVERIFY(!refused.value(u"fix"_s).toString().isEmpty());
    }
    QCOMPARE(lines.constLast().value(u"users"_s).toInt(), 2); // that wrote
}

void TestResyncCommand::asksForConfirmations()
{
    connect({.contacts = 40, .didomiRequestLimit = 0}, true);
    const QString path = plan();
    const QJsonObject effects = lastOf(run(u"plan"_s, u"show"_s, {path})).value(u"effects"_s).toObject();
    const QString permits = QString::number(effects.value(u"permits"_s).toInt());
    const QString creates = QString::number(effects.value(u"creates"_s).toInt());
    QVERIFY(permits != "0"_L1 && creates != "0"_L1);
    const qint64 last = m_world->network().log().callsAfter(0).constLast().id;
    const Ran neither = run(u"run"_s, path);
    QCOMPARE(neither.code, ExitCode::Declined);
    QVERIFY(problemOf(neither).contains(permits) && problemOf(neither).contains(creates));
    const Ran one = run(u"run"_s, path, {u"--allow-permitting"_s});
    QCOMPARE(one.code, ExitCode::Declined);
    QVERIFY(problemOf(one).contains(creates) && !problemOf(one).contains(u"contactable"_s));
    const Ran other = m_terminal->run({u"apply"_s, path, u"--allow-creating"_s});
    QCOMPARE(other.code, ExitCode::Declined);
    QVERIFY(other.err.contains(permits));
    QCOMPARE(run(u"resume"_s, path).code, ExitCode::Declined);
    const Ran wrong = run(u"run"_s, path, confirmed + QStringList{u"--rows"_s, u"1"_s});
    QCOMPARE(wrong.code, ExitCode::Declined);
    QVERIFY(m_world->network().log().callsAfter(last).isEmpty()); // nobody was asked, nothing was sent
    QCOMPARE(stateOf(path), RunState::Planned);

    const Ran both = m_terminal->run(QStringList{u"apply"_s, path} + confirmed);
    QVERIFY2(both.code == ExitCode::Done || both.code == ExitCode::SomeFailed, qPrintable(both.err));
    QVERIFY(both.out.contains(u"consent-bridge-cli verify"_s));
    QVERIFY(both.out.contains(u"consent-bridge-cli undo"_s));
    QCOMPARE(lastOf(run(u"verify"_s, path)).value(u"result"_s).toString(), u"same"_s);
}

void TestResyncCommand::locksProduction()
{
    connect({.contacts = 1'500, .didomiRequestLimit = 0}, true);
    profile::Profile profile = m_terminal->profile;
    profile.kind = profile::EnvironmentKind::Production;
    m_terminal->save(profile);
    const QString path = plan({u"--everybody"_s});
    const qint64 rows = lastOf(run(u"plan"_s, u"show"_s, {path})).value(u"rows"_s).toInt();
    QVERIFY2(rows > 1'000, qPrintable(QString::number(rows)));
    QCOMPARE(run(u"run"_s, path, confirmed).code, ExitCode::Usage);
    const QStringList unlocked = confirmed + QStringList{u"--unlock-production"_s};
    const Ran untyped = run(u"run"_s, path, unlocked);
    QCOMPARE(untyped.code, ExitCode::Declined);
    QVERIFY(lastOf(untyped).value(u"error"_s)[u"fix"].toString().contains(QString::number(rows)));
    QCOMPARE(run(u"run"_s, path, unlocked + QStringList{u"--rows"_s, QString::number(rows + 1)}).code,
             ExitCode::Declined);
    const Ran typed = run(u"run"_s, path, unlocked + QStringList{u"--rows"_s, QString::number(rows)});
    QVERIFY2(typed.code == ExitCode::Done || typed.code == ExitCode::SomeFailed, qPrintable(typed.err));
    const QJsonValue counts = lastOf(typed).value(u"counts"_s);
    QCOMPARE(counts[u"created"].toInt() + counts[u"updated"].toInt(), rows);
}

/// Ctrl+C when the first write is on its way: it is settled, and another command finishes the rest.
void TestResyncCommand::resumesARunThatWasStopped()
{
    connect({.contacts = 900, .didomiRequestLimit = 0});
    const QString path = plan();
    const int writes = lastOf(run(u"plan"_s, u"show"_s, {path})).value(u"writes"_s).toInt();
    QPointer<core::Job<ExitCode>> job = m_terminal->begin(
        QStringList{u"run"_s, path, u"--json"_s, u"--trust-choices"_s, u"--connections"_s, u"1"_s} + confirmed);
    bool isCancelled = false;
    const auto cancel = [&] {
        if (job && !std::exchange(isCancelled, true))
            job->cancel();
    };
    const auto watch = QObject::connect(&m_world->network().log(), &net::CallLog::added, this, [&] {
        const QByteArray method = m_world->network().log().callsAfter(0).constLast().method;
        const QString target = m_world->network().log().callsAfter(0).constLast().url;
        if (method == "PATCH" || target.contains(u"Multiple"_s) || target.contains(u"$batch"_s))
            QMetaObject::invokeMethod(this, cancel, Qt::QueuedConnection);
    });
    const auto code = support::finishOf(job.data(), 120'000);
    QObject::disconnect(watch);
    QVERIFY(isCancelled);
    QVERIFY(code);
    QCOMPARE(*code, ExitCode::Interrupted);
    const QJsonObject end = linesOf(m_terminal->printed()).constLast();
    QCOMPARE(end.value(u"result"_s).toString(), u"cancelled"_s);
    QCOMPARE(end.value(u"counts"_s)[u"open"].toInt(), 0); // all that was sent is settled
    QCOMPARE(stateOf(path), RunState::Cancelled);
    const int before = end.value(u"counts"_s)[u"updated"].toInt();
    QVERIFY(before > 0 && before < writes);
    QCOMPARE(run(u"run"_s, path, confirmed).code, ExitCode::Declined); // it has begun

    const Ran rest = run(u"resume"_s, path, {u"--trust-choices"_s}); // confirmed already
    QVERIFY2(rest.code == ExitCode::Done || rest.code == ExitCode::SomeFailed, qPrintable(rest.err));
    QCOMPARE(lastOf(rest).value(u"counts"_s)[u"updated"].toInt(), writes);
    QCOMPARE(lastOf(rest).value(u"counts"_s)[u"not_reached"].toInt(), 0);
    QCOMPARE(lastOf(run(u"verify"_s, path)).value(u"same"_s).toInt(), writes);
}

void TestResyncCommand::triesAgainWhatFailed()
{
    const QString path = plan();
    QCOMPARE(run(u"resume"_s, path, {u"--retry-failed"_s}).code, ExitCode::Declined); // it has not ended
    QVERIFY(m_world->sandbox().setFault(u"column-secured"_s, newsletterColumn));
    const Ran ran = run(u"run"_s, path, confirmed);
    m_world->sandbox().clearFaults();
    QCOMPARE(ran.code, ExitCode::SomeFailed);
    const int rejected = lastOf(ran).value(u"counts"_s)[u"rejected"].toInt();
    QVERIFY(rejected > 0);
    const Ran again = run(u"resume"_s, path, {u"--retry-failed"_s});
    QVERIFY2(again.code == ExitCode::Done || again.code == ExitCode::SomeFailed, qPrintable(again.err));
    QCOMPARE(lastOf(again).value(u"counts"_s)[u"rejected"].toInt(), 0);
    QCOMPARE(lastOf(again).value(u"counts"_s)[u"updated"].toInt(),
             lastOf(ran).value(u"counts"_s)[u"updated"].toInt() + rejected);
}

void TestResyncCommand::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<ExitCode>("code");
    const auto row = [](const char *name, const QStringList &arguments, ExitCode code = ExitCode::Usage) {
        QTest::newRow(name) << arguments << code;
    };
    const QString plan = u"plan"_s;
    const QString all = u"--everybody"_s;
    row("whom?", {plan});
    row("two kinds of people", {plan, all, u"--since"_s, u"2026-01-01"_s});
    row("no date", {plan, u"--since"_s, u"yesterday"_s}, ExitCode::Invalid);
    row("half a date", {plan, u"--since"_s, u"2026-13-01"_s}, ExitCode::Invalid);
    row("no choice", {plan, all, u"--choice"_s, u"maybe"_s}, ExitCode::Invalid);
    row("nobody", {plan, u"--person"_s, u" "_s}, ExitCode::Invalid);
    row("a list that is not there", {plan, u"--people"_s, u"no-such-list.txt"_s}, ExitCode::Invalid);
    row("a column of nothing", {plan, all, u"--column"_s, u"id"_s}, ExitCode::Invalid);
    row("an export that is not there", {plan, all, u"--from"_s, u"no-such-export.json"_s}, ExitCode::Invalid);
    row("an empty file name", {plan, all, u"--output"_s, QString()});
    row("no such integration", {plan, u"Nobody's"_s, all}, ExitCode::Invalid);
    row("no file to show", {plan, u"show"_s});
    row("two files", {plan, u"show"_s, u"a"_s, u"b"_s});
    row("no file to run", {u"run"_s});
    row("no file to report", {u"report"_s, u"--format"_s, u"csv"_s});
    row("erase whom?", {u"erase"_s, u"--yes"_s});
    row("history of all and of one", {u"history"_s, u"Acme"_s, u"--all"_s});
    row("history of nobody", {u"history"_s, u"--person"_s, QString()});
    row("history for no number of days", {u"history"_s, u"--all"_s, u"--keep-days"_s, u"long"_s});
    row("history for less than no days", {u"history"_s, u"--all"_s, u"--keep-days"_s, u"-1"_s});
    row("erase without a word", {u"erase"_s, u"--person"_s, u"somebody"_s}, ExitCode::Declined);
}

void TestResyncCommand::refusesWrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const ExitCode, code);
    const Ran text = m_terminal->run(arguments);
    QCOMPARE(text.code, code);
    QVERIFY(!text.err.isEmpty());
    const Ran json = m_terminal->run(arguments + QStringList{u"--json"_s});
    QCOMPARE(json.code, code);
    QCOMPARE(linesOf(json.out).size(), 1);
    QVERIFY(!problemOf(json).isEmpty());
}

void TestResyncCommand::refusesWrongFiles_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("more");
    for (const char *command : {"plan show", "run", "apply", "resume", "verify", "undo"})
        QTest::newRow(command) << QString::fromLatin1(command) << QStringList();
    QTest::newRow("report") << u"report"_s << QStringList{u"--format"_s, u"html"_s};
}

void TestResyncCommand::refusesWrongFiles()
{
    QFETCH(const QString, command);
    QFETCH(const QStringList, more);
    const auto of = [&](const QString &path) {
        return m_terminal->run(command.split(u' ') + QStringList{path, u"--json"_s} + more);
    };
    const Ran missing = of(m_terminal->pathOf(u"missing.cbplan"_s));
    QCOMPARE(missing.code, ExitCode::Invalid);
    QVERIFY(problemOf(missing).contains(u"missing.cbplan"_s));
    QVERIFY(!QFile::exists(m_terminal->pathOf(u"missing.cbplan"_s)));

    const QByteArray bytes = "this is no plan, but somebody's letter\n";
    const Ran foreign = of(m_terminal->write(u"letter.txt"_s, bytes));
    QCOMPARE(foreign.code, ExitCode::Unexpected);
    QCOMPARE(m_terminal->read(u"letter.txt"_s), bytes); // as it was

    const QString path = plan({u"--person"_s, m_world->person(Person::Case::Plain)});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the command, which has the file open
    const QByteArray whole = m_terminal->read(u"plan.cbplan"_s);
    QVERIFY(whole.size() > 8'192);
    const Ran cut = of(m_terminal->write(u"cut.cbplan"_s, whole.first(whole.size() / 2)));
    QVERIFY(cut.code != ExitCode::Done);
    QVERIFY(!problemOf(cut).isEmpty());
}

void TestResyncCommand::refusesPlansOfOthers()
{
    const QString path = plan({u"--person"_s, m_world->person(Person::Case::Plain)});
    const profile::Profile other = m_terminal->another(u"Other"_s);
    m_terminal->save(other);
    for (const char *command : {"run", "resume"}) {
        const Ran ran =
            run(QString::fromLatin1(command), path, confirmed + QStringList{u"--integration"_s, u"Other"_s});
        QCOMPARE(ran.code, ExitCode::Declined);
        QVERIFY(problemOf(ran).contains(u"Acme"_s) && problemOf(ran).contains(u"Other"_s));
    }
    QCOMPARE(m_terminal->run({u"plan"_s, u"Other"_s, u"--everybody"_s, u"--output"_s, path}).code, ExitCode::Declined);

    // The mappings were changed since.
    profile::Profile changed = m_terminal->profile;
    changed.integration.mappings.removeLast();
    m_terminal->save(changed);
    const Ran stale = run(u"run"_s, path, confirmed);
    QCOMPARE(stale.code, ExitCode::Declined);
    QVERIFY2(problemOf(stale).contains(u"mappings"_s), qPrintable(stale.err));

    // The integration is gone.
    QVERIFY(store::ProfileStore(m_terminal->environment().paths.integrations()).remove(m_terminal->profile.id));
    const Ran gone = run(u"run"_s, path, confirmed);
    QCOMPARE(gone.code, ExitCode::Invalid);
    QVERIFY(problemOf(gone).contains(u"Acme"_s));
    const QString file = m_terminal->write(u"acme.json"_s, QByteArray(profile::writeProfile(m_terminal->profile)));
    const Ran named = run(u"run"_s, path, confirmed + QStringList{u"--profile"_s, file});
    QVERIFY2(named.code == ExitCode::Done, qPrintable(named.err));
    QCOMPARE(stateOf(path), RunState::Done);
}

void TestResyncCommand::refusesAPlanThatIsInUse()
{
    const QString path = plan();
    auto lock = engine::lockRun(path);
    QVERIFY(lock);
    QCOMPARE(run(u"run"_s, path, confirmed).code, ExitCode::Declined);
    QCOMPARE(run(u"plan"_s, u"show"_s, {path}).code, ExitCode::Done); // looking is allowed
    lock->reset();
    const Ran ran = run(u"run"_s, path, confirmed);
    QVERIFY(ran.code == ExitCode::Done || ran.code == ExitCode::SomeFailed);
    QVERIFY(engine::lockRun(path)); // it was given back
}

void TestResyncCommand::reports()
{
    const QString path = plan();
    QVERIFY(run(u"run"_s, path, confirmed).code != ExitCode::Declined);
    const QString person = m_world->person(Person::Case::Plain);
    for (const QString &format : {u"csv"_s, u"json"_s, u"html"_s}) {
        const QString target = m_terminal->pathOf(u"report."_s + format);
        const Ran ran = run(u"report"_s, path, {u"--output"_s, target});
        QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
        QVERIFY(lastOf(ran).value(u"items"_s).toInt() > 30);
        const QByteArray written = m_terminal->read(u"report."_s + format);
        QVERIFY(!written.isEmpty());
        const Ran printed = m_terminal->run({u"report"_s, path, u"--format"_s, format});
        QCOMPARE(printed.code, ExitCode::Done);
        QCOMPARE(printed.out.toUtf8().size() > written.size() / 2, true);
        if (format == "json"_L1) {
            QCOMPARE(QJsonDocument::fromJson(printed.out.toUtf8()), QJsonDocument::fromJson(written));
            QVERIFY(written.contains(person.toUtf8()));
        }
    }
    const Ran masked = m_terminal->run({u"report"_s, path, u"--format"_s, u"csv"_s, u"--mask"_s});
    QVERIFY(support::peopleIn(masked.out, *m_world).isEmpty());
    QCOMPARE(m_terminal->run({u"report"_s, path, u"--format"_s, u"pdf"_s}).code, ExitCode::Usage);
    QCOMPARE(m_terminal->run({u"report"_s, path}).code, ExitCode::Usage);
    QCOMPARE(m_terminal->run({u"report"_s, path, u"--format"_s, u"csv"_s, u"--output"_s, path}).code, ExitCode::Usage);
    const QString nowhere = m_terminal->pathOf(u"no/such/folder/report.csv"_s);
    QVERIFY(m_terminal->run({u"report"_s, path, u"--output"_s, nowhere}).code != ExitCode::Done);
    QCOMPARE(stateOf(path), RunState::Done);
}

void TestResyncCommand::tellsHistory()
{
    const QString person = m_world->person(Person::Case::Plain);
    QCOMPARE(m_terminal->run({u"history"_s, u"--person"_s, person}).code, ExitCode::Done);
    const Ran made = m_terminal->run({u"plan"_s, u"Acme"_s, u"--json"_s, u"--person"_s, person});
    const QString path = lastOf(made).value(u"file"_s).toString();
    QVERIFY(run(u"run"_s, path, confirmed).code == ExitCode::Done);
    QVERIFY(m_world->tellDidomi(person, {{u"newsletter"_s, false}}));
    QCOMPARE(m_terminal->run({u"push"_s, u"Acme"_s, u"--user"_s, person}).code, ExitCode::Done);

    const Ran listed = m_terminal->run({u"history"_s, u"--json"_s});
    QCOMPARE(linesOf(listed.out).size(), 2);
    const QJsonObject entry = linesOf(listed.out).constFirst().value(u"run"_s).toObject();
    QCOMPARE(entry.value(u"file"_s).toString(), path);
    QCOMPARE(entry.value(u"state"_s).toString(), u"done"_s);
    QVERIFY(m_terminal->run({u"history"_s, u"--all"_s}).out.contains(path));

    const Ran found = m_terminal->run({u"history"_s, u"--person"_s, person.toUpper(), u"--json"_s});
    QVERIFY2(found.code == ExitCode::Done, qPrintable(found.err));
    QCOMPARE(lastOf(found).value(u"runs"_s).toInt(), 1);
    QVERIFY(lastOf(found).value(u"writes"_s).toInt() >= 1); // the push
    QCOMPARE(linesOf(found.out).constFirst().value(u"item"_s)[u"person"].toString(), person);
    const Ran text = m_terminal->run({u"history"_s, u"--person"_s, person});
    QVERIFY(text.out.contains(path));
    const Ran nobody = m_terminal->run({u"history"_s, u"--person"_s, u"nobody-at-all"_s, u"--json"_s});
    QCOMPARE(lastOf(nobody).value(u"runs"_s).toInt() + lastOf(nobody).value(u"writes"_s).toInt(), 0);
}

/// After a year, or as is said; by `history`, and after a run.
void TestResyncCommand::removesWhatIsOld()
{
    const auto oldPlan = [this](int days) {
        support::FakeClock clock(QDateTime::currentDateTimeUtc().addDays(-days));
        const auto path = store::RunLibrary(m_terminal->environment().paths, clock).newPath(u"p1"_s);
        if (!path)
            return QString();
        const auto file = store::RunFile::create(store::RunPlace::file(*path), {.profileId = u"p1"_s}, clock);
        return file && (*file)->finishPlanning() ? *path : QString();
    };
    const QString ancient = oldPlan(400);
    const QString old = oldPlan(100);
    QVERIFY(QFileInfo::exists(ancient) && QFileInfo::exists(old));
    const QString path = plan({u"--person"_s, m_world->person(Person::Case::Plain)});
    QVERIFY(run(u"run"_s, path, confirmed).code == ExitCode::Done);
    QVERIFY(!QFileInfo::exists(ancient));
    QVERIFY(QFileInfo::exists(old));

    const Ran kept = m_terminal->run({u"history"_s, u"--all"_s, u"--keep-days"_s, u"0"_s});
    QCOMPARE(kept.code, ExitCode::Done);
    QVERIFY(kept.out.contains(old));
    const Ran swept = m_terminal->run({u"history"_s, u"--all"_s, u"--keep-days"_s, u"60"_s});
    QCOMPARE(swept.code, ExitCode::Done);
    QVERIFY(!swept.out.contains(old));
    QVERIFY(!QFileInfo::exists(old));
    QVERIFY(QFileInfo::exists(path));
}

void TestResyncCommand::forgetsAPerson()
{
    const QString person = m_world->person(Person::Case::Plain, 3);
    const QString rowId = m_world->rowOf(person).id;
    QVERIFY(!rowId.isEmpty());
    QVERIFY(m_world->tellDidomi(person, {{u"newsletter"_s, true}}));
    QVERIFY(m_world->set(rowId, newsletterColumn, "false"));
    const Ran made = m_terminal->run({u"plan"_s, u"Acme"_s, u"--json"_s, u"--everybody"_s});
    const QString path = lastOf(made).value(u"file"_s).toString();
    QVERIFY(run(u"run"_s, path, confirmed).code != ExitCode::Declined);
    QVERIFY(m_world->tellDidomi(person, {{u"newsletter"_s, false}}));
    QCOMPARE(m_terminal->run({u"push"_s, u"Acme"_s, u"--user"_s, person}).code, ExitCode::Done);
    const QString elsewhere = plan({u"--person"_s, person}, u"elsewhere.cbplan"_s);
    const QString home = m_terminal->pathOf(QString());
    QVERIFY(filesWith(home, person).size() >= 3); // both plans, the journal

    QCOMPARE(m_terminal->run({u"erase"_s, u"--person"_s, person}).code, ExitCode::Declined);
    QVERIFY(filesWith(home, person).size() >= 3);
    const Ran erased = m_terminal->run({u"erase"_s, elsewhere, u"--person"_s, person, u"--yes"_s, u"--json"_s});
    QVERIFY2(erased.code == ExitCode::Done, qPrintable(erased.err));
    QCOMPARE(lastOf(erased).value(u"runs"_s).toInt(), 2);
    QVERIFY(lastOf(erased).value(u"writes"_s).toInt() >= 1);
    QCOMPARE(filesWith(home, person), QStringList());
    QCOMPARE(filesWith(home, rowId), QStringList());
    const Ran again = m_terminal->run({u"erase"_s, u"--person"_s, person, u"--yes"_s});
    QCOMPARE(again.code, ExitCode::Done);
    const Ran found = m_terminal->run({u"history"_s, u"--person"_s, person, u"--json"_s});
    QCOMPARE(lastOf(found).value(u"runs"_s).toInt() + lastOf(found).value(u"writes"_s).toInt(), 0);
}

QTEST_GUILESS_MAIN(TestResyncCommand)
#include "tst_resynccommand.moc"
