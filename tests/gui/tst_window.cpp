#include "gui/connectionpage.h"
#include "gui/fieldnote.h"
#include "gui/live.h"
#include "gui/mappingspage.h"
#include "gui/pickerbox.h"
#include "gui/testbench.h"
#include "gui/windowfixture.h"
#include "models/integrationlistmodel.h"
#include "models/mappingmodel.h"
#include "models/stepmodel.h"
#include "sandbox/people.h"
#include "sandbox/sandbox.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTranslator>
#include <QTreeView>

using namespace Qt::StringLiterals;
using gui::MainWindow;
using gui::PickerBox;
using gui::Questions;
using gui::Session;
using models::Sign;
using support::choose;
using support::pick;
using support::type;

namespace {

const QByteArray seedLikeJson = QByteArrayLiteral("{\n"
                                                  "  \"type_id\": \"microsoft-dynamics\",\n"
                                                  "  \"authentication\": {\n"
                                                  "    \"client_id\": \"your_client_id\",\n"
                                                  "    \"client_secret\": \"your_client_secret\",\n"
                                                  "    \"tenant_id\": \"your_azure_app_tenant_ID\",\n"
                                                  "    \"instance\": \"your_rest_api_endpoint\"\n"
                                                  "  },\n"
                                                  "  \"properties\": {},\n"
                                                  "  \"mappings\": [\n"
                                                  "    {\n"
                                                  "      \"id\": \"dataverse_contact_attribute_logical_name\",\n"
                                                  "      \"value\": \"consents_purposes_newsletter_enabled\"\n"
                                                  "    }\n"
                                                  "  ],\n"
                                                  "  \"upsert_mode\": false\n"
                                                  "}\n");

QString shownIn(const QWidget *widget)
{
    QStringList texts{widget->windowTitle(),           widget->toolTip(),   widget->accessibleName(),
                      widget->accessibleDescription(), widget->statusTip(), widget->whatsThis()};
    for (const char *property : {"text", "plainText", "html", "placeholderText", "currentText", "displayText"})
        texts += widget->property(property).toString();
    return texts.join(u'\n');
}

} // namespace

/// The window as a user meets it, against the real sandbox.
class TestWindow : public QObject, private support::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void startsWithAWelcome();
    void fromImportToAChangedContact();
    void mistakesAreExplained_data();
    void mistakesAreExplained();
    void unknownColumnIsNamedAndNothingIsWritten();
    void unsavedChangesAreAskedAbout();
    void removingSaysWhatIsDestroyed();
    void secretsNeverStayOnScreen();
    void productionNeedsAnUnlock();
    void namesAreRememberedOverARestart();
    void damagedFileIsExplained();
    void damagedJournalIsExplained();
    void jsonAndGridStayInStep();
    void mappingsCanBeUndone();
    void pastedJsonOffersToImport();
    void liveShowsConsentsAsTheyArrive();
    void everyControlHasANameOfItsOwn_data();
    void everyControlHasANameOfItsOwn();
    void mnemonicsDoNotClash_data();
    void mnemonicsDoNotClash();

private:
    void testConnection();
    void showPages();
    void openAllOfTheScope();
};

void TestWindow::init()
{
    QVERIFY(moveIn());
}

void TestWindow::cleanup()
{
    moveOut();
}

void TestWindow::testConnection()
{
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_VERIFY(!session().tests().isRunning() && session().tests().last());
}

void TestWindow::startsWithAWelcome()
{
    startWindow();
    QVERIFY(!m_window->session());
    QVERIFY(find<QPushButton>(u"welcomePractice"_s)->isVisible());
    auto *list = find<QListView>(u"integrationList"_s);
    QCOMPARE(list->model()->rowCount(), 1); // Practice is always there
    QVERIFY(
        !QDir(store::Paths::below(m_home->path()).integrations()).exists(m_house->practice().profileId() + u".json"_s));
    find<QPushButton>(u"welcomePractice"_s)->click();
    QVERIFY(m_window->session());
    QVERIFY(m_window->session()->isPractice());
}

void TestWindow::fromImportToAChangedContact()
{
    auto started = sandbox::Sandbox::start({.contacts = 60});
    QVERIFY(started);
    sandbox::Sandbox &sandbox = **started;
    const sandbox::Credentials &ends = sandbox.plainCredentials();
    const QString person = sandbox.people().first().organizationUserId;

    // Import Didomi's example as it stands: everything in it is a placeholder.
    startWindow();
    m_answers->path = m_home->filePath(u"acme.json"_s);
    QFile file(m_answers->path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(seedLikeJson) > 0);
    file.close();
    find<QPushButton>(u"welcomeImport"_s)->click();
    auto *dialog = m_window->findChild<QDialog *>(u"ImportDialog"_s);
    QVERIFY(dialog);
    QCOMPARE(find<QLineEdit>(u"nameEdit"_s, dialog)->text(), u"acme"_s);
    choose(find<QComboBox>(u"kindBox"_s, dialog), int(profile::EnvironmentKind::Sandbox));
    find<QDialogButtonBox>(u"buttons"_s, dialog)->button(QDialogButtonBox::Ok)->click();
    QVERIFY(m_window->session());
    QVERIFY(session().isDirty());
    QVERIFY(!session().isStored());
    QVERIFY(m_window->isWindowModified());
    QVERIFY(!session().hasTyped(Session::Which::Client)); // "your_client_secret" is no secret

    // What is wrong is said beside the fields.
    gui::ConnectionPage *page = connection();
    for (const QString &note : {u"instanceNote"_s, u"tenantNote"_s, u"clientNote"_s})
        QCOMPARE(find<gui::FieldNote>(note, page)->sign(), Sign::Failed);

    // Fix it, the way the fields are read.
    type(find<QLineEdit>(u"instanceEdit"_s, page), ends.dataverse + u"/api/data/v9.2/"_s);
    QCOMPARE(find<gui::FieldNote>(u"instanceNote"_s, page)->sign(), Sign::Passed);
    QVERIFY(find<gui::FieldNote>(u"instanceNote"_s, page)->text().startsWith(ends.dataverse));
    type(find<QLineEdit>(u"tenantEdit"_s, page), ends.tenant);
    type(find<QLineEdit>(u"clientEdit"_s, page), ends.clientId);
    type(find<QLineEdit>(u"clientSecretEdit"_s, page), QString::fromUtf8(ends.clientSecret.reveal()));
    type(find<QLineEdit>(u"organizationEdit"_s, page), ends.organizationId);
    type(find<QLineEdit>(u"keyEdit"_s, page), ends.didomiKey);
    type(find<QLineEdit>(u"keySecretEdit"_s, page), QString::fromUtf8(ends.didomiSecret.reveal()));
    find<QToolButton>(u"advancedButton"_s, page)->click();
    pick(find<PickerBox>(u"authorityBox"_s, page), ends.authority);
    type(find<QLineEdit>(u"didomiUrlEdit"_s, page), ends.didomi);
    choose(find<QComboBox>(u"matchKindBox"_s, page), int(profile::MatchRule::Kind::AlternateKey));
    pick(find<PickerBox>(u"matchColumnBox"_s, page), ends.alternateKey);
    QVERIFY(find<gui::FieldNote>(u"instanceNote"_s, page)->sign() == Sign::Passed);

    // Test from the unsaved form: both ends answer; the placeholder column is found out.
    testConnection();
    QVERIFY(session().tests().steps().size() >= 8);
    for (const diagnosis::Step &step : session().tests().steps()) {
        if (step.id == diagnosis::Step::Id::Token || step.id == diagnosis::Step::Id::WhoAmI ||
            step.id == diagnosis::Step::Id::DidomiSession)
            QVERIFY2(step.state == diagnosis::Step::State::Passed,
                     qPrintable(models::signWord(models::signOf(step.state)) + step.problem.message));
    }

    // Map: the placeholder column becomes a real one, chosen after columns are loaded.
    m_window->openPage(MainWindow::Page::Mappings);
    gui::MappingsPage *map = mappings();
    find<QToolButton>(u"loadButton"_s, map)->click();
    QTRY_VERIFY(session().surroundings());
    QCOMPARE(session().verdicts().first().state, mapping::Verdict::State::Error);
    pick(find<PickerBox>(u"targetBox"_s, map), u"donotbulkemail"_s);
    QCOMPARE(session().draft().integration.mappings.first().column, u"donotbulkemail"_s);
    // The column negates: nobody guesses; one click confirms.
    QVERIFY(session().verdicts().first().state != mapping::Verdict::State::Fine);
    QVERIFY(find<QPushButton>(u"fixButton"_s, map)->isVisible());
    find<QPushButton>(u"fixButton"_s, map)->click();
    QCOMPARE(session().draft().integration.mappings.first().polarity, profile::Mapping::Polarity::Inverted);
    QCOMPARE(session().verdicts().first().state, mapping::Verdict::State::Fine);

    testConnection();
    QCOMPARE(session().tests().standing().sign, Sign::Passed);

    // Preview before saving works, pushing does not.
    m_window->openPage(MainWindow::Page::Preview);
    type(find<PickerBox>(u"personBox"_s, preview())->lineEdit(), person);
    QTest::keyClick(find<PickerBox>(u"personBox"_s, preview())->lineEdit(), Qt::Key_Return);
    QTRY_VERIFY(preview()->preview()->item());
    auto *push = find<QPushButton>(u"pushButton"_s, preview());
    QVERIFY(!push->isEnabled());

    m_window->saveIntegration();
    QTRY_VERIFY(!session().isDirty());
    QVERIFY(!m_window->isWindowModified());

    // Somebody whose choice differs from the contact, so that there is something to write.
    bool isThereAWrite = false;
    for (const sandbox::SamplePerson &sample : sandbox.people()) {
        preview()->previewPerson(sample.organizationUserId);
        QTRY_VERIFY(!preview()->preview()->isPlanning());
        const engine::PlanItem *item = preview()->preview()->item();
        if (item && item->action() == engine::PlanItem::Action::Update) {
            isThereAWrite = true;
            break;
        }
    }
    for (int i = 0; !isThereAWrite && i < 200; ++i) {
        const auto event = consent::readEventFile(sandbox.emitConsent());
        QVERIFY(event);
        preview()->previewPerson(event->organizationUserId);
        QTRY_VERIFY(!preview()->preview()->isPlanning());
        const engine::PlanItem *item = preview()->preview()->item();
        isThereAWrite = item && item->action() == engine::PlanItem::Action::Update;
    }
    QVERIFY(isThereAWrite);
    const engine::PlanItem planned = *preview()->preview()->item();
    QVERIFY(push->isEnabled());
    QVERIFY(push->text().contains(u"1"));
    QVERIFY(find<QPlainTextEdit>(u"requestText"_s, preview())->toPlainText().startsWith(u"PATCH"));
    const auto before = sandbox.contact(planned.rows.constFirst().row.id);
    QVERIFY(before);

    push->click();
    QTRY_VERIFY(preview()->preview()->report());
    QCOMPARE(preview()->preview()->report()->outcome, store::Outcome::Updated);
    QVERIFY(preview()->preview()->report()->isVerified());
    const auto after = sandbox.contact(planned.rows.constFirst().row.id);
    QVERIFY(after);
    const bool wanted = planned.rows.constFirst().write->cells.first().json == "true";
    QCOMPARE(after->value(u"donotbulkemail"_s).toBool(), wanted);
    QCOMPARE(before->value(u"donotbulkemail"_s).toBool(), !wanted);
    QVERIFY(!push->isEnabled()); // done is done

    // It is still there after a restart.
    m_window.reset();
    startWindow();
    auto *list = find<QListView>(u"integrationList"_s);
    QCOMPARE(list->model()->rowCount(), 2);
    QVERIFY(m_window->session()); // the one that was open last
    QCOMPARE(session().draft().integration.mappings.first().column, u"donotbulkemail"_s);
}

void TestWindow::mistakesAreExplained_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("step");
    using Id = diagnosis::Step::Id;
    const QString deadHost = u"https://127.0.0.1:9"_s;
    QTest::newRow("wrong secret") << u"clientSecretEdit"_s << u"not-the-secret-0123456789"_s << int(Id::Token);
    QTest::newRow("wrong tenant") << u"tenantEdit"_s << u"00000000-1111-2222-3333-444444444444"_s << int(Id::Tenant);
    QTest::newRow("dead sign-in host") << u"authorityBox"_s << deadHost << int(Id::LoginReach);
    QTest::newRow("another instance") << u"instanceEdit"_s << deadHost << int(Id::InstanceReach);
    QTest::newRow("not an address") << u"instanceEdit"_s << u"acme crm"_s << int(Id::DynamicsInput);
    QTest::newRow("wrong Didomi key") << u"keySecretEdit"_s << u"not-the-secret-0123456789"_s << int(Id::DidomiSession);
}

void TestWindow::mistakesAreExplained()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(int, step);
    openPractice();
    find<QToolButton>(u"advancedButton"_s, connection())->setChecked(true);
    if (field.endsWith(u"Box"))
        pick(find<PickerBox>(field, connection()), text);
    else
        type(find<QLineEdit>(field, connection()), text);
    testConnection();
    QCOMPARE(session().tests().standing().sign, Sign::Failed);
    // The first failing step is the one that is open.
    const auto *tree = find<QTreeView>(u"stepTree"_s, connection());
    const diagnosis::Step open =
        *session().tests().step(diagnosis::Step::Id(tree->currentIndex().data(models::StepModel::IdRole).toInt()));
    QCOMPARE(int(open.id), step);
    QCOMPARE(open.state, diagnosis::Step::State::Failed);
    QVERIFY(tree->isExpanded(tree->currentIndex().parent()));
    const QString shown = find<QTextBrowser>(u"stepText"_s, connection())->toPlainText();
    QVERIFY(!open.problem.message.isEmpty());
    QVERIFY2(shown.contains(open.problem.message.section(u' ', 0, 3)), qPrintable(shown));
    QVERIFY2(!open.problem.fix.isEmpty(), qPrintable(open.problem.message));
    QVERIFY(!shown.contains(u"not-the-secret"));
    // What is right again tests well again.
    session().revert();
    testConnection();
    QCOMPARE(session().tests().standing().sign, Sign::Passed);
}

void TestWindow::unknownColumnIsNamedAndNothingIsWritten()
{
    openPractice();
    m_window->openPage(MainWindow::Page::Mappings);
    profile::Mapping wrong;
    wrong.column = u"new_nosuchcolumn"_s;
    wrong.value = u"consents_purposes_newsletter_enabled"_s;
    session().changeMappings(u"test"_s, session().draft().integration.mappings + QList{wrong});
    session().load();
    QTRY_VERIFY(session().surroundings());
    const mapping::Verdict verdict = session().verdicts().last();
    QCOMPARE(verdict.state, mapping::Verdict::State::Error);
    QVERIFY2(verdict.message.contains(u"new_nosuchcolumn"), qPrintable(verdict.message));
    m_window->openPage(MainWindow::Page::Preview);
    preview()->previewPerson(m_house->practice().people().first().id);
    QTRY_VERIFY(!preview()->preview()->isPlanning());
    QVERIFY(preview()->preview()->item());
    QVERIFY(!preview()->preview()->item()->isWrite());
    QVERIFY(!find<QPushButton>(u"pushButton"_s, preview())->isVisible());
}

void TestWindow::unsavedChangesAreAskedAbout()
{
    openPractice();
    m_window->close();
    QVERIFY(m_answers->asked.isEmpty()); // nothing to ask
    startWindow(m_house->practice().profileId());
    type(find<QLineEdit>(u"nameEdit"_s, connection()), u"My practice"_s);
    QVERIFY(m_window->isWindowModified());
    auto *list = find<QListView>(u"integrationList"_s);
    QVERIFY(list->model()->index(0, 0).data(models::IntegrationListModel::DirtyRole).toBool());

    m_answers->unsaved = Questions::Unsaved::Stay;
    m_window->close();
    QCOMPARE(m_answers->asked, QStringList{u"My practice"_s});
    QVERIFY(m_window->isVisible());

    m_answers->unsaved = Questions::Unsaved::Save;
    m_window->close();
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(m_house->profiles().list().first().profile->name, u"My practice"_s);

    startWindow(m_house->practice().profileId());
    type(find<QLineEdit>(u"nameEdit"_s, connection()), u"Something else"_s);
    m_answers->unsaved = Questions::Unsaved::Discard;
    m_window->close();
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(m_house->profiles().list().first().profile->name, u"My practice"_s);
}

void TestWindow::removingSaysWhatIsDestroyed()
{
    startWindow();
    m_window->newIntegration();
    type(find<QLineEdit>(u"nameEdit"_s, connection()), u"Doomed"_s);
    m_window->saveIntegration();
    QTRY_VERIFY(session().isStored());
    auto *remove = find<QToolButton>(u"removeButton"_s);
    remove->click();
    QVERIFY(m_answers->asked.last().contains(u"Doomed"));
    QVERIFY(m_answers->consequences.contains(u"keychain"));
    QVERIFY(m_window->session()); // no was no
    m_answers->yes = true;
    remove->click();
    QVERIFY(!m_window->session());
    QVERIFY(m_house->profiles().list().isEmpty());
    QCOMPARE(find<QListView>(u"integrationList"_s)->model()->rowCount(), 1);
}

void TestWindow::secretsNeverStayOnScreen()
{
    const QString canary = u"canary-7f3a9b-secret"_s;
    startWindow();
    m_window->newIntegration();
    auto *edit = find<QLineEdit>(u"clientSecretEdit"_s, connection());
    type(edit, canary);
    QVERIFY(session().isDirty());
    QVERIFY(!edit->displayText().contains(canary)); // dots
    find<QToolButton>(u"clientSecretShow"_s, connection())->click();
    QCOMPARE(edit->displayText(), canary); // shown on demand while it is typed
    m_window->saveIntegration();
    QTRY_VERIFY(!session().isDirty());
    for (int page = 0; page < MainWindow::pageCount; ++page) {
        m_window->openPage(MainWindow::Page(page));
        for (const QWidget *widget : QApplication::allWidgets())
            QVERIFY2(!shownIn(widget).contains(canary), qPrintable(widget->objectName()));
    }
    // Nor in any file; the keychain is none.
    QDirIterator files(m_home->path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(canary.toUtf8()), qPrintable(file.fileName()));
    }
    m_house->secrets().forget(session().saved().clientSecret, this);
}

void TestWindow::productionNeedsAnUnlock()
{
    openPractice();
    profile::Profile copy = session().draft();
    copy.id = profile::newProfile({}).id;
    copy.name = u"Acme EU"_s;
    copy.kind = profile::EnvironmentKind::Production;
    QVERIFY(m_house->profiles().save(copy));
    m_window.reset();
    startWindow(copy.id);
    auto *unlock = find<QToolButton>(u"unlockButton"_s);
    QVERIFY(unlock->isVisible());
    QVERIFY(find<QFrame>(u"headerLine"_s)->isVisible());
    m_window->openPage(MainWindow::Page::Preview);
    QVERIFY(find<QCheckBox>(u"dryRunBox"_s, preview())->isChecked());
    QVERIFY(!find<QCheckBox>(u"dryRunBox"_s, preview())->isEnabled());

    for (const gui::PracticeGround::SamplePerson &person : m_house->practice().people()) {
        preview()->previewPerson(person.id);
        QTRY_VERIFY(!preview()->preview()->isPlanning());
        if (preview()->preview()->item() && preview()->preview()->item()->isWrite())
            break;
    }
    QVERIFY(preview()->preview()->item() && preview()->preview()->item()->isWrite());
    auto *push = find<QPushButton>(u"pushButton"_s, preview());
    QVERIFY(!push->isEnabled());
    QVERIFY(!preview()->preview()->whyNot().isEmpty());
    unlock->click();
    QVERIFY(push->isEnabled());
    unlock->click();
    QVERIFY(!push->isEnabled());
}

void TestWindow::namesAreRememberedOverARestart()
{
    openPractice();
    profile::Profile copy = session().draft();
    copy.id = profile::newProfile({}).id;
    copy.name = u"Acme EU"_s;
    copy.kind = profile::EnvironmentKind::Sandbox;
    QVERIFY(m_house->profiles().save(copy));
    m_window.reset();
    startWindow(copy.id);
    QVERIFY(!session().surroundings());
    session().load();
    QTRY_VERIFY(session().surroundings());
    QVERIFY(!session().areRemembered());

    m_window.reset();
    startWindow(copy.id);
    QVERIFY(session().surroundings());
    QVERIFY(session().areRemembered());
    QVERIFY(!session().surroundings()->table.columns.isEmpty());
    // Looked at, they are asked for again: nothing is planned with what is only remembered.
    m_window->openPage(gui::MainWindow::Page::Mappings);
    QTRY_VERIFY(!session().areRemembered());

    profile::Profile other = session().draft();
    other.options.table = u"lead"_s;
    session().setDraft(other);
    QVERIFY(!session().surroundings()); // of another table nothing is known
}

void TestWindow::damagedFileIsExplained()
{
    const QString folder = store::Paths::below(m_home->path()).integrations();
    QVERIFY(QDir().mkpath(folder));
    QFile file(folder + u"/broken.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{ \"name\": ") > 0);
    file.close();
    startWindow();
    auto *list = find<QListView>(u"integrationList"_s);
    QCOMPARE(list->model()->rowCount(), 2);
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY(find<gui::FieldNote>(u"damagedMessage"_s)->isVisible());
    QVERIFY(!find<gui::FieldNote>(u"damagedMessage"_s)->text().isEmpty());
    find<QPushButton>(u"welcomePractice"_s)->click(); // the others still open
    QVERIFY(m_window->session());
}

void TestWindow::damagedJournalIsExplained()
{
    const QString path = store::Paths::below(m_home->path()).journal();
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'x')) > 0);
    file.close();
    openPractice();
    auto *banner = find<QWidget>(u"banner"_s);
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(!find<gui::FieldNote>(u"bannerText"_s)->text().isEmpty());
    testConnection(); // all else works
    QCOMPARE(session().tests().standing().sign, Sign::Passed);
}

void TestWindow::jsonAndGridStayInStep()
{
    openPractice();
    m_window->openPage(MainWindow::Page::Mappings);
    gui::MappingsPage *page = mappings();
    const int count = int(session().draft().integration.mappings.size());
    auto *json = find<QPlainTextEdit>(u"jsonEdit"_s, page);
    find<QToolButton>(u"jsonButton"_s, page)->click();
    QString text = json->toPlainText();
    QVERIFY(text.contains(u"donotbulkemail"));
    QVERIFY(text.contains(QString::fromUtf8(profile::secretPlaceholder)));

    json->setPlainText(text.replace(u"donotbulkemail"_s, u"donotemail"_s));
    QTRY_COMPARE(session().draft().integration.mappings.at(1).column, u"donotemail"_s);
    QCOMPARE(session().draft().integration.mappings.size(), count);
    QCOMPARE(session().draft().integration.mappings.at(0),
             session().saved().integration.mappings.at(0)); // what JSON does not say stays

    json->setPlainText(u"{ \"type_id\": "_s);
    QTRY_COMPARE(find<gui::FieldNote>(u"jsonNote"_s, page)->sign(), Sign::Failed);
    QCOMPARE(session().draft().integration.mappings.size(), count);

    session().undoStack().undo();
    QCOMPARE(session().draft().integration.mappings.at(1).column, u"donotbulkemail"_s);
    QTRY_VERIFY(json->toPlainText().contains(u"donotbulkemail"));
}

void TestWindow::mappingsCanBeUndone()
{
    openPractice();
    m_window->openPage(MainWindow::Page::Mappings);
    gui::MappingsPage *page = mappings();
    const QList<profile::Mapping> before = session().draft().integration.mappings;
    auto *grid = find<QTableView>(u"grid"_s, page);
    grid->setFocus();
    grid->selectRow(0);
    QTest::keyClick(grid, Qt::Key_Delete);
    QCOMPARE(session().draft().integration.mappings.size(), before.size() - 1);
    find<QToolButton>(u"addButton"_s, page)->click();
    QCOMPARE(session().draft().integration.mappings.size(), before.size());
    pick(find<PickerBox>(u"sourceBox"_s, page), u"consents_purposes_sms_marketing_enabled"_s);
    find<QToolButton>(u"downButton"_s, page)->click();
    find<QToolButton>(u"duplicateButton"_s, page)->click();
    QCOMPARE(session().draft().integration.mappings.size(), before.size() + 1);
    QVERIFY(session().isDirty());
    while (session().undoStack().canUndo())
        session().undoStack().undo();
    QCOMPARE(session().draft().integration.mappings, before);
    QVERIFY(!session().isDirty());

    find<QLineEdit>(u"filterEdit"_s, page)->setText(u"no such thing"_s);
    QVERIFY(find<QWidget>(u"nothingFound"_s, page)->isVisible());
    find<QPushButton>(u"clearFilter"_s, page)->click();
    QVERIFY(!find<QWidget>(u"nothingFound"_s, page)->isVisible());
}

void TestWindow::pastedJsonOffersToImport()
{
    startWindow();
    QApplication::clipboard()->setText(QString::fromUtf8(seedLikeJson));
    QTest::keySequence(m_window.get(), QKeySequence::Paste);
    auto *dialog = m_window->findChild<QDialog *>(u"ImportDialog"_s);
    QVERIFY(dialog);
    QVERIFY(dialog->isVisible());
    dialog->reject();
    QVERIFY(!m_window->session());
    m_window->offerImport("{ not json", {});
    QVERIFY(find<QWidget>(u"banner"_s)->isVisible());
}

void TestWindow::liveShowsConsentsAsTheyArrive()
{
    openPractice();
    m_window->openPage(MainWindow::Page::Preview);
    auto *start = find<QPushButton>(u"feedButton"_s, preview());
    find<QCheckBox>(u"dryRunBox"_s, preview())->setChecked(true);
    start->click();
    QTRY_VERIFY(session().live().feed() && session().live().feed()->isRunning());
    auto *table = find<QTableView>(u"feedTable"_s, preview());
    QTRY_VERIFY(table->model()->rowCount() >= 2);
    const engine::FeedItem item = session().live().feed()->items().first();
    QTRY_VERIFY(session().live().feed()->items().first().state == engine::FeedItem::State::Done);
    QVERIFY(item.isDryRun);
    find<QLineEdit>(u"feedFilter"_s, preview())->setText(u"nobody of that name"_s);
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(find<QWidget>(u"feedEmpty"_s, preview())->isVisible());
    start->click();
    QTRY_VERIFY(!session().live().feed()->isRunning());
}

void TestWindow::showPages()
{
    for (int page = 0; page < MainWindow::pageCount; ++page)
        m_window->openPage(MainWindow::Page(page));
}

void TestWindow::openAllOfTheScope()
{
    for (const char *name : {"peopleRadio", "purposesBox", "filesRadio"})
        find<QAbstractButton>(QString::fromLatin1(name))->click();
}

void TestWindow::everyControlHasANameOfItsOwn_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("connection") << int(MainWindow::Page::Connection);
    QTest::newRow("mappings") << int(MainWindow::Page::Mappings);
    QTest::newRow("preview") << int(MainWindow::Page::Preview);
    QTest::newRow("resync") << int(MainWindow::Page::Resync);
}

void TestWindow::everyControlHasANameOfItsOwn()
{
    QFETCH(int, page);
    openPractice();
    showPages();
    m_window->openPage(MainWindow::Page(page));
    if (MainWindow::Page(page) == MainWindow::Page::Connection)
        find<QToolButton>(u"advancedButton"_s, connection())->setChecked(true);
    if (MainWindow::Page(page) == MainWindow::Page::Resync)
        openAllOfTheScope();
    QHash<QString, QString> names;
    int seen = 0;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool isPart = qobject_cast<QLineEdit *>(widget) && qobject_cast<QComboBox *>(widget->parentWidget());
        const bool isInner = widget->objectName().startsWith(u"qt_") || isPart || qobject_cast<QTabBar *>(widget) ||
                             qobject_cast<QMenuBar *>(widget);
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || isInner ||
            qobject_cast<QTabWidget *>(widget))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible);
        // On some systems a list's value is told as its name, and its label beside it.
        const bool isList = qobject_cast<QComboBox *>(widget) && !widget->accessibleName().isEmpty();
        const QString name = isList ? widget->accessibleName() : accessible->text(QAccessible::Name);
        const QString who = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        QVERIFY2(!name.isEmpty(), qPrintable(who));
        QVERIFY2(!names.contains(name), qPrintable(who + u" and "_s + names.value(name) + u" are both "_s + name));
        names.insert(name, who);
        ++seen;
    }
    QVERIFY(seen > 8);
}

void TestWindow::mnemonicsDoNotClash_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("language");
    const std::pair<const char *, MainWindow::Page> pages[] = {{"connection", MainWindow::Page::Connection},
                                                               {"mappings", MainWindow::Page::Mappings},
                                                               {"preview", MainWindow::Page::Preview},
                                                               {"resync", MainWindow::Page::Resync}};
    for (const QString &language : {u"en"_s, u"fr"_s}) {
        for (const auto &[name, page] : pages)
            QTest::addRow("%s %s", name, qPrintable(language)) << int(page) << language;
    }
}

void TestWindow::mnemonicsDoNotClash()
{
    QFETCH(int, page);
    QFETCH(QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/consent-bridge_%1.qm"_s.arg(language)));
    QCoreApplication::installTranslator(&translator);
    openPractice();
    showPages();
    m_window->openPage(MainWindow::Page(page));
    if (MainWindow::Page(page) == MainWindow::Page::Resync)
        openAllOfTheScope();
    QHash<QString, QString> keys;
    const auto claim = [&keys](const QString &text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (key.isEmpty())
            return true;
        const QString name = key.toString();
        if (keys.contains(name)) {
            qWarning("%s: \"%s\" and \"%s\"", qPrintable(name), qPrintable(keys.value(name)), qPrintable(text));
            return false;
        }
        keys.insert(name, text);
        return true;
    };
    for (const QAction *menu : m_window->menuBar()->actions())
        QVERIFY(claim(menu->text()));
    const auto *tabs = find<QTabWidget>(u"tabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab)
        QVERIFY(claim(tabs->tabText(tab)));
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            QVERIFY(claim(button->text()));
    }
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy())
            QVERIFY(claim(label->text()));
    }
    QVERIFY(keys.size() >= 9);
    for (const QMenu *menu : m_window->menuBar()->findChildren<QMenu *>()) {
        keys.clear();
        for (const QAction *action : menu->actions())
            QVERIFY(claim(action->text()));
    }
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
