#include "engine/livelock.h"
#include "engine/rawpost.h"
#include "engine/sourcebody.h"
#include "gui/fieldnote.h"
#include "gui/live.h"
#include "gui/livepanel.h"
#include "gui/windowfixture.h"
#include "models/feedmodel.h"
#include "models/sign.h"
#include "sandbox/sandbox.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFrame>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTcpServer>
#include <QTest>
#include <QThread>
#include <QToolButton>

using namespace Qt::StringLiterals;
using engine::FeedItem;
using gui::LivePanel;
using gui::LiveSettings;
using gui::MainWindow;
using models::FeedModel;
using models::Sign;
using support::choose;
using support::type;

namespace {

const QByteArray token = "a-token-that-nobody-guesses";

/// Every text that a widget shows or tells a screen reader.
QString textsOf(QWidget *widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription(), widget->statusTip(),
                      widget->whatsThis()};
    for (const char *property : {"text", "plainText", "placeholderText", "currentText", "displayText", "title"})
        texts += widget->property(property).toString();
    if (QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget)) {
        for (const auto part : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            texts += accessible->text(part);
    }
    return texts.join(u'\n');
}

QString textsOf(const QAbstractItemModel *model)
{
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            for (int role = 0; role <= models::FirstOwnRole; ++role)
                texts += model->index(row, column).data(role).toString();
        }
    }
    return texts.join(u'\n');
}

} // namespace

/// Consents as they arrive, as a user sees them, against the real sandbox.
class TestLivePanel : public QObject, private support::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void webhookAppearsAndIsWritten();
    void mistakesInSourcesAreToldAtTheField();
    void takenPortIsTold();
    void pauseHoldsAndGoesOn();
    void parkedOnesAreShownAndTriedAgain();
    void maskedPeopleAreNowhere();
    void whatWaitsIsThereAfterARestart();
    void unsavedRulesAreNotUsed();
    void rulesSavedMeanwhileAreUsed();
    void anotherProgramHasIt();
    void filesAreDropped();
    void filterFinds();
    void productionOnlyLooksUntilUnlocked();
    void personIsResynced();
    void outageIsToldAndEnds();
    void detailsTellWhatIsNotKnown();

private:
    LivePanel *panel() { return m_window->previewPage()->findChild<LivePanel *>(); }
    gui::Live &live() { return session().live(); }
    FeedModel &items() { return *live().items(); }
    sandbox::Sandbox &ends() { return *m_house->practice().sandbox(); }
    void openPanel();
    void openOther(profile::EnvironmentKind kind);
    void listen();
    void start();
    QByteArray changed(); ///< Somebody changes their mind; their event.
    QString eventsFile(int events, const QString &name = u"events.jsonl"_s);
    QList<int> post(const QList<QByteArray> &bodies, const QByteArray &bearer = token);
    bool allDone(int atLeast);
    void give(const QString &key, const QString &person, const QString &parkedFor = {});
    QString allOnScreen();
    profile::Profile m_other;
};

void TestLivePanel::init()
{
    QVERIFY(moveIn());
}

void TestLivePanel::cleanup()
{
    if (m_window && m_window->session()) {
        live().stop();
        QTRY_VERIFY(!live().feed() || !live().feed()->isBusy());
    }
    moveOut();
}

void TestLivePanel::openPanel()
{
    openPractice();
    m_window->openPage(MainWindow::Page::Preview);
    QVERIFY(panel());
}

/// An integration like Practice, but one that is kept: with the queue on disk.
void TestLivePanel::openOther(profile::EnvironmentKind kind)
{
    openPractice();
    m_other = session().draft();
    m_other.id = profile::newProfile({}).id;
    m_other.name = u"Acme EU"_s;
    m_other.kind = kind;
    QVERIFY(m_house->profiles().save(m_other));
    m_window.reset();
    startWindow(m_other.id);
    m_window->openPage(MainWindow::Page::Preview);
    QVERIFY(panel());
}

void TestLivePanel::listen()
{
    LiveSettings settings = live().settings();
    settings.polls = false;
    settings.streams = false;
    settings.listens = true;
    settings.port = 0;
    bool isKept = false;
    live().setSettings(settings, core::Secret(token), [&isKept](const auto &kept) { isKept = bool(kept); });
    QTRY_VERIFY(isKept);
}

void TestLivePanel::start()
{
    find<QPushButton>(u"feedButton"_s, panel())->click();
    QTRY_VERIFY2(live().isRunning(), qPrintable(live().problem().toLine()));
}

QByteArray TestLivePanel::changed()
{
    return ends().emitConsent();
}

QString TestLivePanel::eventsFile(int events, const QString &name)
{
    QFile file(m_home->filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    for (int i = 0; i < events; ++i)
        file.write(QJsonDocument::fromJson(changed()).toJson(QJsonDocument::Compact) + '\n');
    return file.fileName();
}

/// From another thread, as senders are; the statuses of the answers.
QList<int> TestLivePanel::post(const QList<QByteArray> &bodies, const QByteArray &bearer)
{
    const quint16 port = quint16(live().webhookUrl().port());
    QList<int> statuses;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        support::RawPost client(port);
        for (const QByteArray &body : bodies)
            statuses << client.post("/webhook", body, bearer).status;
    }));
    thread->start();
    if (!QTest::qWaitFor([&] { return thread->isFinished(); }, support::patienceMs))
        thread->wait();
    return statuses;
}

bool TestLivePanel::allDone(int atLeast)
{
    return QTest::qWaitFor(
        [&] {
            items().flush();
            int done = 0;
            for (int row = 0; row < items().rowCount(); ++row)
                done += items().item(row).state == FeedItem::State::Done ? 1 : 0;
            return done >= atLeast && done == items().rowCount();
        },
        support::patienceMs);
}

/// As an earlier session left it.
void TestLivePanel::give(const QString &key, const QString &person, const QString &parkedFor)
{
    store::Inbox *inbox = *m_house->inbox(session().draft());
    const QJsonObject user{{u"id"_s, key},
                           {u"organization_user_id"_s, person},
                           {u"version"_s, 1},
                           {u"consents"_s, QJsonObject{}},
                           {u"updated_at"_s, u"2026-03-05T09:30:00Z"_s}};
    const auto bodies = engine::readSourceBodies(user);
    QVERIFY(bodies);
    const auto added = inbox->add({engine::arrivalOf(bodies->bodies.constFirst(), session().id(), u"webhook"_s)});
    QVERIFY(added);
    if (!parkedFor.isEmpty())
        QVERIFY(inbox->park(added->lastId, parkedFor));
}

QString TestLivePanel::allOnScreen()
{
    QStringList texts;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        texts << textsOf(widget);
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model())
            texts << textsOf(view->model());
        if (const auto *box = qobject_cast<QComboBox *>(widget))
            texts << textsOf(box->model());
    }
    return texts.join(u'\n');
}

void TestLivePanel::webhookAppearsAndIsWritten()
{
    openPanel();
    // Where consents come from, as a user says it.
    find<QAction>(u"editSources"_s, panel())->trigger();
    auto *dialog = m_window->findChild<QDialog *>(u"LiveSourcesDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    auto *take = find<QDialogButtonBox>(u"buttons"_s, dialog)->button(QDialogButtonBox::Ok);
    QVERIFY(take->isEnabled());
    find<QCheckBox>(u"pollBox"_s, dialog)->setChecked(false);
    find<QCheckBox>(u"listenBox"_s, dialog)->setChecked(true);
    find<QSpinBox>(u"portBox"_s, dialog)->setValue(0);
    QVERIFY(!take->isEnabled()); // no token yet
    QCOMPARE(find<gui::FieldNote>(u"secretNote"_s, dialog)->sign(), Sign::Failed);
    find<QToolButton>(u"secretGenerate"_s, dialog)->click();
    QVERIFY(take->isEnabled());
    const QByteArray secret = find<QLineEdit>(u"secretEdit"_s, dialog)->text().toLatin1();
    QVERIFY(secret.size() > 32);
    take->click();
    QTRY_VERIFY(!m_window->findChild<QDialog *>(u"LiveSourcesDialog"_s));

    find<QCheckBox>(u"dryRunBox"_s, panel())->setChecked(false);
    start();
    QTRY_VERIFY(!live().webhookUrl().isEmpty());
    auto *note = find<gui::FieldNote>(u"sourcesNote"_s, panel());
    QTRY_VERIFY(note->text().contains(live().webhookUrl().toString()));

    QCOMPARE(post({"{}"}, "another token"), QList<int>{401});
    QList<QByteArray> events;
    for (int i = 0; i < 12; ++i)
        events << changed();
    for (const int status : post(events, secret))
        QCOMPARE(status, 200);
    QVERIFY(allDone(1));
    QTRY_VERIFY(live().counts()->waiting == 0);
    QVERIFY(allDone(1));

    // At least one of so many differs from its contact: that is written, and shown with its request.
    auto *table = find<QTableView>(u"feedTable"_s, panel());
    QVERIFY(table->isVisible());
    int updated = -1;
    for (int row = 0; row < items().rowCount() && updated < 0; ++row) {
        const FeedItem &item = items().item(row);
        if (item.report && item.report->outcome == store::Outcome::Updated)
            updated = row;
    }
    QVERIFY(updated >= 0);
    const FeedItem item = items().item(updated);
    QCOMPARE(item.source, u"webhook"_s);
    QVERIFY(!table->model()->index(updated, int(FeedModel::Column::Changed)).data().toString().isEmpty());
    table->selectRow(updated);
    QVERIFY(find<QWidget>(u"detailsPanel"_s, panel())->isVisible());
    QVERIFY(find<QPlainTextEdit>(u"details-requestText"_s, panel())->toPlainText().startsWith(u"PATCH"));
    QVERIFY(!find<QPushButton>(u"details-pushButton"_s, panel())->isVisible());
    const auto contact = ends().contact(item.report->rows.constFirst().rowId);
    QVERIFY(contact);
    const QList<dataverse::Write> writes = item.plan->items.constFirst().writes();
    for (const mapping::Cell &cell : writes.constFirst().cells) {
        if (cell.json == "true" || cell.json == "false")
            QCOMPARE(contact->value(cell.column).toBool(), cell.json == "true");
    }
    QVERIFY(find<gui::FieldNote>(u"feedNote"_s, panel())->text().contains(u"/min"));
}

void TestLivePanel::mistakesInSourcesAreToldAtTheField()
{
    openPanel();
    find<QAction>(u"editSources"_s, panel())->trigger();
    auto *dialog = m_window->findChild<QDialog *>(u"LiveSourcesDialog"_s);
    auto *take = find<QDialogButtonBox>(u"buttons"_s, dialog)->button(QDialogButtonBox::Ok);
    const auto signOf = [&](const QString &note) { return find<gui::FieldNote>(note, dialog)->sign(); };
    find<QCheckBox>(u"listenBox"_s, dialog)->setChecked(true);
    type(find<QLineEdit>(u"secretEdit"_s, dialog), u"short"_s);
    QCOMPARE(signOf(u"secretNote"_s), Sign::Failed);
    type(find<QLineEdit>(u"secretEdit"_s, dialog), QString::fromLatin1(token));
    QVERIFY(take->isEnabled());
    type(find<QLineEdit>(u"addressEdit"_s, dialog), u"my computer"_s);
    QCOMPARE(signOf(u"addressNote"_s), Sign::Failed);
    QVERIFY(!take->isEnabled());
    type(find<QLineEdit>(u"addressEdit"_s, dialog), u"0.0.0.0"_s);
    QCOMPARE(signOf(u"certificateNote"_s), Sign::Failed); // everybody could read it on the way
    type(find<QLineEdit>(u"certificateEdit"_s, dialog), m_home->filePath(u"no-such.pem"_s));
    QCOMPARE(signOf(u"certificateNote"_s), Sign::Failed);
    type(find<QLineEdit>(u"addressEdit"_s, dialog), u"127.0.0.1"_s);
    type(find<QLineEdit>(u"certificateEdit"_s, dialog), {});
    QVERIFY(take->isEnabled());
    choose(find<QComboBox>(u"proofBox"_s, dialog), int(LiveSettings::Proof::ClientCredentials));
    QCOMPARE(signOf(u"clientNote"_s), Sign::Failed);
    QVERIFY(!take->isEnabled());
    type(find<QLineEdit>(u"clientEdit"_s, dialog), u"didomi"_s);
    QVERIFY(take->isEnabled());
    dialog->reject();
    QVERIFY(!live().settings().listens);
}

void TestLivePanel::takenPortIsTold()
{
    openPanel();
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    listen();
    LiveSettings settings = live().settings();
    settings.port = other.serverPort();
    live().setSettings(settings, {}, [](const auto &) {});
    start();
    auto *problem = find<gui::FieldNote>(u"sourceProblemNote"_s, panel());
    QTRY_VERIFY(problem->isVisible());
    QCOMPARE(problem->sign(), Sign::Failed);
    QVERIFY2(problem->text().contains(QString::number(other.serverPort())), qPrintable(problem->text()));
    settings.port = 0; // taken over while it runs
    live().setSettings(settings, {}, [](const auto &) {});
    QTRY_VERIFY(!live().webhookUrl().isEmpty());
    QTRY_VERIFY(!problem->isVisible());
}

void TestLivePanel::pauseHoldsAndGoesOn()
{
    openPanel();
    listen();
    find<QCheckBox>(u"dryRunBox"_s, panel())->setChecked(false);
    start();
    auto *pause = find<QPushButton>(u"pauseButton"_s, panel());
    pause->click();
    QVERIFY(live().feed()->isPaused());
    QCOMPARE(post({changed(), changed(), changed()}), (QList<int>{200, 200, 200}));
    QTRY_COMPARE(items().rowCount(), 3);
    QTRY_COMPARE(live().counts()->waiting, 3);
    QVERIFY(!live().feed()->isBusy());
    for (int row = 0; row < 3; ++row)
        QCOMPARE(items().item(row).state, FeedItem::State::Waiting);
    QTRY_VERIFY(find<gui::FieldNote>(u"feedNote"_s, panel())->text().contains(u"3"));
    pause->click();
    QTRY_COMPARE(live().counts()->waiting, 0);
    QVERIFY(allDone(3));
}

void TestLivePanel::parkedOnesAreShownAndTriedAgain()
{
    openPanel();
    const QString person = ends().people().first().organizationUserId;
    give(u"u-1"_s, person, u"Several contacts match %1."_s.arg(person));
    give(u"u-2"_s, u"nobody-knows-them"_s, u"Refused."_s);
    LiveSettings quiet = live().settings();
    quiet.polls = false;
    live().setSettings(quiet, {}, [](const auto &) {});
    auto *parked = find<QToolButton>(u"parkedButton"_s, panel());
    m_window->openPage(MainWindow::Page::Connection);
    m_window->openPage(MainWindow::Page::Preview);
    Q_EMIT live().changed();
    QVERIFY(parked->text().contains(u"2"));
    parked->click();
    auto *table = find<QTableView>(u"parkedTable"_s, panel());
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(table->model()->index(0, 2).data().toString().contains(person));
    auto *one = find<QPushButton>(u"retryButton"_s, panel());
    QVERIFY(!one->isEnabled());
    table->selectRow(0);
    QVERIFY(one->isEnabled());
    QVERIFY(find<gui::FieldNote>(u"detailsNote"_s, panel())->text().contains(u"Several contacts"));
    one->click();
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(live().counts()->waiting, 1);
    find<QPushButton>(u"retryAllButton"_s, panel())->click();
    QCOMPARE(live().counts()->parked, 0);
    QCOMPARE(live().counts()->waiting, 2);
    parked->click();
    start();
    QTRY_COMPARE(live().counts()->waiting, 0);
    QVERIFY(allDone(2));
}

void TestLivePanel::maskedPeopleAreNowhere()
{
    openPanel();
    LiveSettings quiet = live().settings();
    quiet.polls = false;
    live().setSettings(quiet, {}, [](const auto &) {});
    find<QCheckBox>(u"dryRunBox"_s, panel())->setChecked(true);
    start();
    live().openFiles({eventsFile(8)});
    QVERIFY(allDone(1));
    QTRY_VERIFY(live().sources().size() == 1 && live().sources().first().sign == Sign::Passed);
    QVERIFY(allDone(1));
    give(u"u-9"_s, u"zz-parked-person-77"_s, u"zz-parked-person-77 cannot be written."_s);
    auto *table = find<QTableView>(u"feedTable"_s, panel());
    table->selectRow(0);
    find<QToolButton>(u"details-copyHttp"_s, panel());
    m_window->previewPage()->previewPerson(items().item(0).person);
    QTRY_VERIFY(!preview()->preview()->isPlanning());
    QStringList people{u"zz-parked-person-77"_s};
    for (int row = 0; row < items().rowCount(); ++row)
        people << items().item(row).person;
    QVERIFY(allOnScreen().contains(people.at(1)));

    find<QToolButton>(u"maskButton"_s, panel())->click();
    const auto nobodyIsShown = [&] {
        const QString texts = allOnScreen();
        for (const QString &person : std::as_const(people))
            QVERIFY2(!texts.contains(person, Qt::CaseInsensitive), qPrintable(person));
    };
    nobodyIsShown();
    find<QToolButton>(u"parkedButton"_s, panel())->click();
    find<QTableView>(u"parkedTable"_s, panel())->selectRow(0);
    nobodyIsShown();
    QVERIFY(preview()->preview()->item()); // it is still what was looked at
    find<QToolButton>(u"maskButton"_s, panel())->click();
    QVERIFY(allOnScreen().contains(u"zz-parked-person-77"));
}

void TestLivePanel::whatWaitsIsThereAfterARestart()
{
    openOther(profile::EnvironmentKind::Sandbox);
    for (int i = 0; i < 3; ++i)
        give(u"u-%1"_s.arg(i), ends().people().at(i).organizationUserId);
    m_window.reset();
    startWindow(m_other.id);
    m_window->openPage(MainWindow::Page::Preview);
    auto *note = find<gui::FieldNote>(u"feedNote"_s, panel());
    QVERIFY2(note->isVisible() && note->text().contains(u"3"), qPrintable(note->text()));
    QVERIFY(!live().isRunning());
    QVERIFY(QFile::exists(store::Paths::below(m_home->path()).inbox()));
    LiveSettings quiet = live().settings();
    quiet.polls = false;
    live().setSettings(quiet, {}, [](const auto &) {});
    start();
    QTRY_COMPARE(live().counts()->waiting, 0);
    QVERIFY(allDone(3));
}

void TestLivePanel::unsavedRulesAreNotUsed()
{
    openOther(profile::EnvironmentKind::Sandbox);
    listen();
    find<QPushButton>(u"feedButton"_s, panel())->click();
    QVERIFY(live().isStarting()); // the secret is being read
    QList<profile::Mapping> fewer = session().draft().integration.mappings;
    fewer.removeLast();
    session().changeMappings(u"take one away"_s, fewer);
    QTRY_VERIFY(!live().isStarting());
    QVERIFY(!live().isRunning());
    QVERIFY(!live().problem().fix.isEmpty());
    QVERIFY(find<gui::FieldNote>(u"feedNote"_s, panel())->text().contains(live().problem().message));
    session().undoStack().undo();
    start();
    session().changeMappings(u"take one away"_s, fewer);
    QVERIFY(live().isRunning()); // by what is saved
}

void TestLivePanel::rulesSavedMeanwhileAreUsed()
{
    openOther(profile::EnvironmentKind::Sandbox);
    listen();
    bool isReady = false;
    session().ready(this, [&isReady](const auto &ready) { isReady = bool(ready); });
    QTRY_VERIFY(isReady);
    session().load(); // with the rules as they are
    QList<profile::Mapping> fewer = session().draft().integration.mappings;
    fewer.removeLast();
    session().changeMappings(u"take one away"_s, fewer);
    bool isSaved = false;
    session().save([&isSaved](const auto &saved) { isSaved = bool(saved); });
    QTRY_VERIFY(isSaved);
    start();
    QVERIFY(live().problem().message.isEmpty());
}

void TestLivePanel::anotherProgramHasIt()
{
    openOther(profile::EnvironmentKind::Sandbox);
    const QString path = m_house->inboxPath(m_other);
    auto held = engine::lockLive(path, m_other.id);
    QVERIFY(held);
    find<QPushButton>(u"feedButton"_s, panel())->click();
    QTRY_VERIFY(!live().isStarting());
    QVERIFY(!live().isRunning());
    auto *note = find<gui::FieldNote>(u"feedNote"_s, panel());
    QCOMPARE(note->sign(), Sign::Failed);
    QVERIFY2(note->text().contains(u"nother program"), qPrintable(note->text()));
    held->reset();
    start();
    QVERIFY(!engine::lockLive(path, m_other.id)); // now it is ours
    find<QPushButton>(u"feedButton"_s, panel())->click();
    QTRY_VERIFY(engine::lockLive(path, m_other.id));
}

void TestLivePanel::filesAreDropped()
{
    openPanel();
    LiveSettings quiet = live().settings();
    quiet.polls = false;
    live().setSettings(quiet, {}, [](const auto &) {});
    const auto drop = [this](const QStringList &paths) {
        QMimeData dropped;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls << QUrl::fromLocalFile(path);
        dropped.setUrls(urls);
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &dropped, Qt::LeftButton, {});
        enter.ignore();
        QApplication::sendEvent(panel(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event({5, 5}, Qt::CopyAction, &dropped, Qt::LeftButton, {});
        QApplication::sendEvent(panel(), &event);
        return true;
    };
    QVERIFY(!drop({m_home->filePath(u"picture.png"_s), m_home->filePath(u"other.json"_s)}));
    QVERIFY(drop({eventsFile(5)}));
    auto *note = find<gui::FieldNote>(u"sourcesNote"_s, panel());
    QVERIFY2(note->text().contains(u"events.jsonl"), qPrintable(note->text()));
    QCOMPARE(items().count(), 0); // not before it is started
    start();
    QVERIFY(allDone(1));
    QCOMPARE(items().item(0).source, u"file"_s);
    QTRY_VERIFY(note->text().contains(u"5 new"));

    QFile bad(m_home->filePath(u"bad.json"_s));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("{\"type\": \"user.updated\"}\n{ nothing") > 0);
    bad.close();
    QVERIFY(drop({bad.fileName()}));
    auto *problem = find<gui::FieldNote>(u"sourceProblemNote"_s, panel());
    QTRY_VERIFY(problem->isVisible() && problem->text().contains(u"bad.json"));
    live().openFiles({m_home->filePath(u"gone.json"_s)});
    QTRY_VERIFY(problem->text().contains(u"gone.json"));
}

void TestLivePanel::filterFinds()
{
    openPanel();
    LiveSettings quiet = live().settings();
    quiet.polls = false;
    live().setSettings(quiet, {}, [](const auto &) {});
    find<QCheckBox>(u"dryRunBox"_s, panel())->setChecked(true);
    start();
    live().openFiles({eventsFile(10)});
    QVERIFY(allDone(2));
    const QString person = items().item(0).person;
    auto *filter = find<QLineEdit>(u"feedFilter"_s, panel());
    type(filter, person.toUpper());
    QVERIFY(items().rowCount() >= 1);
    for (int row = 0; row < items().rowCount(); ++row)
        QCOMPARE(items().item(row).person.compare(person, Qt::CaseInsensitive), 0);
    type(filter, u"nobody of that name"_s);
    QVERIFY(find<QWidget>(u"feedEmpty"_s, panel())->isVisible());
    find<QPushButton>(u"clearFilterButton"_s, panel())->click();
    QVERIFY(items().rowCount() >= 2);
    auto *outcomes = find<QComboBox>(u"outcomeBox"_s, panel());
    outcomes->setCurrentIndex(outcomes->findData(int(FeedModel::Show::Failed)));
    for (int row = 0; row < items().rowCount(); ++row)
        QCOMPARE(models::signOf(items().item(row)), Sign::Failed);
    outcomes->setCurrentIndex(0);
    find<QToolButton>(u"clearButton"_s, panel())->click();
    QCOMPARE(items().count(), 0);
    QVERIFY(find<QWidget>(u"feedEmpty"_s, panel())->isVisible());
}

void TestLivePanel::productionOnlyLooksUntilUnlocked()
{
    openOther(profile::EnvironmentKind::Production);
    LiveSettings quiet = live().settings();
    quiet.polls = false;
    live().setSettings(quiet, {}, [](const auto &) {});
    auto *dryRun = find<QCheckBox>(u"dryRunBox"_s, panel());
    QVERIFY(dryRun->isChecked() && !dryRun->isEnabled());
    start();
    QVERIFY(live().feed()->isDryRun());
    live().openFiles({eventsFile(10)});
    QVERIFY(allDone(1));
    for (int row = 0; row < items().rowCount(); ++row) {
        QVERIFY(items().item(row).isDryRun);
        QVERIFY(!items().item(row).plan || !items().item(row).report);
    }
    const qint64 waiting = live().counts()->waiting;
    QVERIFY(waiting > 0); // shown, and kept
    QVERIFY((*m_house->journal())->unsettled(m_other.id)->isEmpty());

    find<QToolButton>(u"unlockButton"_s)->click();
    QVERIFY(dryRun->isEnabled());
    QVERIFY(live().feed()->isDryRun()); // the unlock alone writes nothing
    dryRun->click();
    QVERIFY(m_answers->consequences.contains(QString::number(waiting)));
    QVERIFY(live().feed()->isDryRun()); // no was no
    QVERIFY(dryRun->isChecked());
    m_answers->yes = true;
    dryRun->click();
    QVERIFY(!live().feed()->isDryRun());
    QTRY_COMPARE(live().counts()->waiting, 0);
    find<QToolButton>(u"unlockButton"_s)->click();
    QVERIFY(live().feed()->isDryRun()); // locked again
    QVERIFY(dryRun->isChecked());
}

void TestLivePanel::personIsResynced()
{
    openPanel();
    LiveSettings quiet = live().settings();
    quiet.polls = false;
    live().setSettings(quiet, {}, [](const auto &) {});
    find<QCheckBox>(u"dryRunBox"_s, panel())->setChecked(true);
    start();
    live().openFiles({eventsFile(3)});
    QVERIFY(allDone(1));
    auto *table = find<QTableView>(u"feedTable"_s, panel());
    table->setFocus();
    table->selectRow(0);
    const QString person = items().item(0).person;
    QTest::keyClick(table, Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(preview()->preview()->item() || !preview()->preview()->problem().message.isEmpty());
    QVERIFY(preview()->preview()->item());
    QCOMPARE(preview()->preview()->item()->person, person);
    QVERIFY(!preview()->preview()->report()); // shown first: the button pushes
    QCOMPARE(find<gui::PickerBox>(u"personBox"_s, preview())->value(), person);
    const auto actions = table->actions();
    QVERIFY(std::any_of(actions.cbegin(), actions.cend(),
                        [](const QAction *one) { return one->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_R); }));
}

void TestLivePanel::outageIsToldAndEnds()
{
    openPanel();
    LiveSettings quiet = live().settings();
    quiet.polls = false;
    live().setSettings(quiet, {}, [](const auto &) {});
    find<QCheckBox>(u"dryRunBox"_s, panel())->setChecked(false);
    start();
    QVERIFY(ends().setFault(u"tls"_s, u"untrusted"_s));
    QVERIFY(ends().setFault(u"reset"_s, u"1000"_s));
    live().openFiles({eventsFile(2)});
    auto *banner = find<QFrame>(u"outageBanner"_s, panel());
    QTRY_VERIFY(banner->isVisible());
    const QString told = find<gui::FieldNote>(u"outageNote"_s, panel())->text();
    QVERIFY2(told.contains(live().feed()->outage().message), qPrintable(told));
    QVERIFY(live().counts()->waiting > 0);
    ends().clearFaults();
    QTRY_VERIFY(!banner->isVisible());
    QTRY_COMPARE(live().counts()->waiting, 0);
}

void TestLivePanel::detailsTellWhatIsNotKnown()
{
    openPanel();
    listen();
    start();
    find<QPushButton>(u"pauseButton"_s, panel())->click();
    QCOMPARE(post({changed()}), QList<int>{200});
    QTRY_COMPARE(items().rowCount(), 1);
    auto *table = find<QTableView>(u"feedTable"_s, panel());
    auto *note = find<gui::FieldNote>(u"detailsNote"_s, panel());
    table->selectRow(0);
    QVERIFY(!note->text().isEmpty());
    QVERIFY(!find<QWidget>(u"detailsView"_s, panel())->isVisible());
    find<QPushButton>(u"pauseButton"_s, panel())->click();
    QTRY_VERIFY(find<QWidget>(u"detailsView"_s, panel())->isVisible());
    find<QToolButton>(u"detailsClose"_s, panel())->click();
    QVERIFY(!find<QWidget>(u"detailsPanel"_s, panel())->isVisible());
}

QTEST_MAIN(TestLivePanel)
#include "tst_livepanel.moc"
