#include "gui/credentialform.h"
#include "gui/fieldnote.h"
#include "gui/optionaldate.h"
#include "gui/rehearsaldialog.h"
#include "gui/secretfield.h"
#include "gui/testbench.h"
#include "gui/windowfixture.h"
#include "models/integrationlistmodel.h"
#include "models/stepmodel.h"
#include "sandbox/sandbox.h"
#include "support/fakeclock.h"
#include "support/finish.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QJsonDocument>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSslCertificate>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using diagnosis::Step;
using gui::MainWindow;
using gui::Session;
using models::Sign;
using support::pick;
using support::type;

/// The connection test, credentials and what expires, as a user meets them.
class TestChecks : public QObject, private support::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void allGreenFoldsAway();
    void aFaultIsRehearsedAndEnds();
    void rehearsalsAreFoundByTyping();
    void whatIsRehearsedIsNeverKept();
    void oneStepIsTestedAgain();
    void changesSinceTheLastGoodTestAreShown();
    void aStoppedTestSaysSo();
    void theReportHoldsNoSecret();
    void verdictSurvivesARestart();
    void whatWasTriedCountsOnceItIsSaved();
    void linksLeadToTheField();
    void aNewSecretTakesOver();
    void certificateSaysWhoItIs();
    void proxyIsAskedForOnlyWhenNeeded();
    void scrollingChangesNothing();
    void allAreTested();
    void endingSecretsAreRemindedOf();
    void removingForgetsTests();

private:
    void test();
    void waitForTest();
    gui::TestBench &tests() { return session().tests(); }
    sandbox::Sandbox &startSandbox();
    profile::Profile saveIntegration(const QString &name, const sandbox::Credentials &ends);

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
};

void TestChecks::init()
{
    QVERIFY(moveIn());
}

void TestChecks::cleanup()
{
    moveOut();
    m_sandbox.reset();
}

void TestChecks::waitForTest()
{
    QTRY_VERIFY(!tests().isRunning() && tests().last());
}

void TestChecks::test()
{
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    waitForTest();
}

sandbox::Sandbox &TestChecks::startSandbox()
{
    auto started = sandbox::Sandbox::start({.contacts = 60});
    if (!started)
        qFatal("no sandbox");
    m_sandbox = std::move(*started);
    return *m_sandbox;
}

/// An integration with the sandbox, as if it had been entered in an earlier session; its secrets are in variables.
profile::Profile TestChecks::saveIntegration(const QString &name, const sandbox::Credentials &ends)
{
    qputenv("CB_TEST_CLIENT", ends.clientSecret.reveal());
    qputenv("CB_TEST_DIDOMI", ends.didomiSecret.reveal());
    profile::Profile profile = profile::newProfile(name);
    profile.kind = profile::EnvironmentKind::Sandbox;
    profile.integration.typeId = u"microsoft-dynamics"_s;
    profile.integration.instance = ends.dataverse;
    profile.integration.tenantId = ends.tenant;
    profile.integration.clientId = ends.clientId;
    profile.clientSecret = {.kind = profile::SecretRef::Kind::Env, .name = u"CB_TEST_CLIENT"_s};
    profile.didomi.organizationId = ends.organizationId;
    profile.didomi.keyId = ends.didomiKey;
    profile.didomi.apiUrl = ends.didomi;
    profile.didomi.secret = {.kind = profile::SecretRef::Kind::Env, .name = u"CB_TEST_DIDOMI"_s};
    profile.options.authority = ends.authority;
    profile.match = {.kind = profile::MatchRule::Kind::AlternateKey, .column = ends.alternateKey};
    if (!m_house->profiles().save(profile))
        qFatal("the integration cannot be saved");
    return profile;
}

void TestChecks::allGreenFoldsAway()
{
    openPractice();
    test();
    QCOMPARE(tests().standing().sign, Sign::Passed);
    const auto *tree = find<QTreeView>(u"stepTree"_s);
    QVERIFY(tree->model()->rowCount() >= 4);
    for (int row = 0; row < tree->model()->rowCount(); ++row)
        QVERIFY(!tree->isExpanded(tree->model()->index(row, 0)));
    QCOMPARE(find<gui::FieldNote>(u"verdictNote"_s)->sign(), Sign::Passed);
    QVERIFY(!find<QLabel>(u"changesLabel"_s)->isVisible());
    QVERIFY(!find<QToolButton>(u"stepAgain"_s)->isEnabled()); // a part is selected, no step
    // A part tells what its steps saw.
    QVERIFY(find<QTextBrowser>(u"stepText"_s)->toPlainText().contains(diagnosis::stepName(Step::Id::DynamicsInput)));
}

void TestChecks::aFaultIsRehearsedAndEnds()
{
    openPractice();
    test();
    tests().rehearse(u"secret-expired"_s);
    waitForTest();
    QCOMPARE(tests().step(Step::Id::Token)->state, Step::State::Failed);
    QVERIFY(find<QWidget>(u"rehearsalBar"_s)->isVisible());
    QVERIFY(!m_window->isWindowModified());
    QCOMPARE(tests().standing().sign, Sign::Passed); // it is only a rehearsal
    const auto *tree = find<QTreeView>(u"stepTree"_s);
    QCOMPARE(tree->currentIndex().data(models::StepModel::IdRole).toInt(), int(Step::Id::Token));
    // Another one, right out of the first.
    tests().rehearse(u"column-missing"_s);
    waitForTest();
    QCOMPARE(tests().step(Step::Id::Token)->state, Step::State::Passed);
    QCOMPARE(tests().step(Step::Id::Columns)->state, Step::State::Failed);
    find<QToolButton>(u"rehearsalEnd"_s)->click();
    QVERIFY(!find<QWidget>(u"rehearsalBar"_s)->isVisible());
    QVERIFY(tests().steps().isEmpty());
    test();
    QCOMPARE(tests().standing().sign, Sign::Passed);
}

void TestChecks::rehearsalsAreFoundByTyping()
{
    openPractice();
    find<QToolButton>(u"rehearseButton"_s)->click();
    auto *dialog = m_window->findChild<gui::RehearsalDialog *>();
    QVERIFY(dialog);
    QPushButton *ok = find<QDialogButtonBox>(u"buttons"_s, dialog)->button(QDialogButtonBox::Ok);
    auto *filter = find<QLineEdit>(u"filterEdit"_s, dialog);
    type(filter, u"no such thing at all"_s);
    QVERIFY(!ok->isEnabled());
    QVERIFY(find<gui::FieldNote>(u"nothingNote"_s, dialog)->isVisible());
    type(filter, u"conditional access"_s);
    QVERIFY(ok->isEnabled());
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(tests().rehearsed(), u"conditional-access"_s);
    QTRY_VERIFY(!tests().isRunning() && tests().last());
    QCOMPARE(tests().step(Step::Id::Token)->state, Step::State::Failed);
}

void TestChecks::whatIsRehearsedIsNeverKept()
{
    openPractice();
    m_window->saveIntegration();
    QTRY_VERIFY(!session().isDirty());
    const QString before = session().saved().integration.clientId;
    tests().rehearse(u"client-id-is-a-secret"_s);
    waitForTest();
    QVERIFY(session().draft().integration.clientId != before);
    QVERIFY(!find<QPushButton>(u"saveButton"_s)->isEnabled());
    m_window->close();
    QVERIFY(m_answers->asked.isEmpty()); // nothing to save
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(session().draft().integration.clientId, before);
}

void TestChecks::oneStepIsTestedAgain()
{
    sandbox::Sandbox &sandbox = startSandbox();
    const profile::Profile profile = saveIntegration(u"Acme"_s, sandbox.plainCredentials());
    QVERIFY(sandbox.setFault(u"didomi-contract"_s, u"missing"_s));
    startWindow(profile.id);
    test();
    QCOMPARE(tests().standing().sign, Sign::Failed);
    const auto *tree = find<QTreeView>(u"stepTree"_s);
    QCOMPARE(tree->currentIndex().data(models::StepModel::IdRole).toInt(), int(Step::Id::DidomiConsents));
    sandbox.clearFaults();
    const qsizetype count = tests().steps().size();
    find<QToolButton>(u"stepAgain"_s)->click();
    QTRY_VERIFY(!tests().isRunning());
    QCOMPARE(tests().steps().size(), count); // the others stand as they were
    QVERIFY(tests().step(Step::Id::DidomiConsents)->state == Step::State::Passed);
    QCOMPARE(tests().standing().sign, Sign::Failed); // the last whole test still counts
    test();
    QVERIFY(tests().standing().sign != Sign::Failed);
}

void TestChecks::changesSinceTheLastGoodTestAreShown()
{
    sandbox::Sandbox &sandbox = startSandbox();
    const profile::Profile profile = saveIntegration(u"Acme"_s, sandbox.plainCredentials());
    startWindow(profile.id);
    test();
    QVERIFY(tests().standing().sign != Sign::Failed);
    QVERIFY(sandbox.setFault(u"secret"_s, u"expired"_s));
    test();
    QCOMPARE(tests().standing().sign, Sign::Failed);
    auto *changes = find<QLabel>(u"changesLabel"_s);
    QVERIFY(changes->isVisible());
    QVERIFY(changes->text().contains(u"step:token"));
    // The link leads to the step.
    auto *tree = find<QTreeView>(u"stepTree"_s);
    tree->setCurrentIndex(tree->model()->index(0, 0));
    Q_EMIT changes->linkActivated(u"step:token"_s);
    QCOMPARE(tree->currentIndex().data(models::StepModel::IdRole).toInt(), int(Step::Id::Token));
    test(); // broken for longer than this test now
    QVERIFY(find<gui::FieldNote>(u"verdictNote"_s)->text().contains(u"roken since"));
}

void TestChecks::aStoppedTestSaysSo()
{
    sandbox::Sandbox &sandbox = startSandbox();
    const profile::Profile profile = saveIntegration(u"Acme"_s, sandbox.plainCredentials());
    QVERIFY(sandbox.setFault(u"hang"_s, u"1"_s));
    startWindow(profile.id);
    auto *button = find<QPushButton>(u"testButton"_s);
    button->click();
    QTRY_VERIFY(!tests().steps().isEmpty());
    QVERIFY(tests().isRunning());
    button->click();
    waitForTest();
    QVERIFY(tests().last()->report.isStopped);
    QCOMPARE(find<gui::FieldNote>(u"verdictNote"_s)->sign(), Sign::Skipped);
    QVERIFY(session().activity().isEmpty());
    QVERIFY((*m_house->testHistory())->tests(profile.id, 5)->isEmpty()); // half a test is no test
}

void TestChecks::theReportHoldsNoSecret()
{
    sandbox::Sandbox &sandbox = startSandbox();
    const profile::Profile profile = saveIntegration(u"Acme"_s, sandbox.plainCredentials());
    startWindow(profile.id);
    QVERIFY(!find<QToolButton>(u"reportCopy"_s)->isEnabled());
    test();
    find<QToolButton>(u"reportCopy"_s)->click();
    const QString text = QApplication::clipboard()->text();
    QVERIFY(text.contains(diagnosis::stepName(Step::Id::WhoAmI)));
    for (const QString &ending : {u"report.txt"_s, u"report.json"_s}) {
        m_answers->path = m_home->filePath(ending);
        find<QToolButton>(u"reportSave"_s)->click();
        QFile file(m_answers->path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray saved = file.readAll();
        QVERIFY(!saved.contains(m_sandbox->plainCredentials().clientSecret.reveal()));
        QVERIFY(!saved.contains(m_sandbox->plainCredentials().didomiSecret.reveal()));
        QCOMPARE(!QJsonDocument::fromJson(saved).isNull(), ending.endsWith(u"json"));
    }
    QVERIFY(!text.contains(QString::fromUtf8(m_sandbox->plainCredentials().clientSecret.reveal())));
    m_answers->path = m_home->filePath(u"no/such/folder/report.txt"_s);
    find<QToolButton>(u"reportSave"_s)->click();
    QVERIFY(find<gui::FieldNote>(u"lastProblem"_s)->text().contains(u"report.txt"));
}

void TestChecks::verdictSurvivesARestart()
{
    sandbox::Sandbox &sandbox = startSandbox();
    const profile::Profile profile = saveIntegration(u"Acme"_s, sandbox.plainCredentials());
    QVERIFY(sandbox.setFault(u"secret"_s, u"expired"_s));
    startWindow(profile.id);
    test();
    m_window.reset();
    startWindow(m_house->practice().profileId()); // another one is open: the list tells it all the same
    const auto *list = find<QListView>(u"integrationList"_s);
    QTRY_COMPARE(list->model()->index(0, 0).data(models::SignRole).toInt(), int(Sign::Failed));
    QVERIFY(!list->model()->index(0, 0).data(models::SecondaryRole).toString().isEmpty());
}

void TestChecks::whatWasTriedCountsOnceItIsSaved()
{
    sandbox::Sandbox &sandbox = startSandbox();
    profile::Profile profile = saveIntegration(u"Acme"_s, sandbox.plainCredentials());
    startWindow(profile.id);
    type(find<QLineEdit>(u"nameEdit"_s, connection()), u"Acme EU"_s);
    QVERIFY(session().isDirty());
    test();
    store::TestHistory &history = **m_house->testHistory();
    QVERIFY(history.tests(profile.id, 5)->isEmpty()); // not yet: it was not what is kept
    m_window->saveIntegration();
    QTRY_VERIFY(!session().isDirty());
    QCOMPARE(history.tests(profile.id, 5)->size(), 1);
    QVERIFY(!history.pinnedOrganization(profile.id, tests().last()->report.instance)->isEmpty());
    // What is saved is not what was tested: nothing is claimed.
    type(find<QLineEdit>(u"nameEdit"_s, connection()), u"Acme US"_s);
    test();
    type(find<QLineEdit>(u"nameEdit"_s, connection()), u"Acme UK"_s);
    m_window->saveIntegration();
    QTRY_VERIFY(!session().isDirty());
    QCOMPARE(history.tests(profile.id, 5)->size(), 1);
}

void TestChecks::linksLeadToTheField()
{
    openPractice();
    tests().rehearse(u"secret-wrong"_s);
    waitForTest();
    auto *text = find<QTextBrowser>(u"stepText"_s);
    const QString html = text->toHtml();
    QVERIFY2(html.contains(u"field:"), qPrintable(html));
    Q_EMIT text->anchorClicked(QUrl(u"field:authentication.client_secret"_s));
    QCOMPARE(QApplication::focusWidget()->objectName(), u"clientSecretEdit"_s);
    Q_EMIT text->anchorClicked(QUrl(u"field:mappings[0].id"_s));
    QVERIFY(mappings() && mappings()->isVisible());
}

void TestChecks::aNewSecretTakesOver()
{
    sandbox::Sandbox &sandbox = startSandbox();
    const sandbox::Credentials &ends = sandbox.plainCredentials();
    profile::Profile profile = saveIntegration(u"Acme"_s, ends);
    // The secret in use is kept in the keychain, and is wrong: it has been replaced in Entra ID.
    const QString entry = keychain::entryName(profile.id, u"client-secret"_s);
    const auto kept =
        support::finishOf(m_house->secrets().keep(entry, core::Secret::fromText(u"canary-former-secret"_s), this));
    QVERIFY(kept);
    const profile::SecretRef former = kept->ref;
    profile.clientSecret = former;
    QVERIFY(m_house->profiles().save(profile));
    startWindow(profile.id);
    test();
    QCOMPARE(tests().step(Step::Id::Token)->state, Step::State::Failed);

    auto *form = m_window->findChild<gui::CredentialForm *>();
    QVERIFY(!find<QPushButton>(u"nextTest"_s, form)->isVisible());
    find<QToolButton>(u"nextButton"_s, form)->click();
    QVERIFY(!find<QPushButton>(u"nextTest"_s, form)->isEnabled());
    type(find<QLineEdit>(u"nextSecretEdit"_s, form), QString::fromUtf8(ends.clientSecret.reveal()));
    find<QCheckBox>(u"nextExpiryKnown"_s, form)->click();
    find<QDateEdit>(u"nextExpiryEdit"_s, form)->setDate(QDate(2031, 5, 1));
    find<QPushButton>(u"nextTest"_s, form)->click();
    waitForTest();
    QCOMPARE(tests().step(Step::Id::Token)->state, Step::State::Passed);
    QCOMPARE(tests().standing().sign, Sign::Failed); // says nothing about the integration as it is

    m_window->saveIntegration();
    QTRY_VERIFY(!session().isDirty());
    const profile::SecretRef next = session().saved().credential.nextSecret;
    QVERIFY(next.kind != profile::SecretRef::Kind::None);
    QVERIFY(next != former);
    QVERIFY(support::finishOf(m_house->secrets().read(former, this))); // still there

    find<QPushButton>(u"nextSwitch"_s, form)->click();
    QVERIFY(session().isDirty());
    QCOMPARE(session().draft().clientSecret, next);
    QCOMPARE(session().draft().credential.secretExpiresOn, QDate(2031, 5, 1));
    session().revert(); // thought better of it: nothing is lost
    QCOMPARE(session().draft().clientSecret, former);
    find<QToolButton>(u"nextButton"_s, form)->setChecked(true);
    find<QPushButton>(u"nextSwitch"_s, form)->click();
    m_window->saveIntegration();
    QTRY_VERIFY(!session().isDirty());
    QVERIFY(!session().hasNextSecret());
    QTRY_VERIFY(!support::finishOf(m_house->secrets().read(former, this))); // forgotten
    test();
    QVERIFY(tests().standing().sign != Sign::Failed);
    QVERIFY(support::finishOf(m_house->secrets().forget(next, this)));
}

void TestChecks::certificateSaysWhoItIs()
{
    const auto pem = startSandbox().clientCertificate();
    QVERIFY(pem);
    const QSslCertificate certificate(*pem);
    QFile file(m_home->filePath(u"link.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(*pem) > 0);
    file.close();
    startWindow();
    m_window->newIntegration();
    auto *form = m_window->findChild<gui::CredentialForm *>();
    support::choose(find<QComboBox>(u"credentialBox"_s, form), int(profile::Credential::Kind::Certificate));
    QVERIFY(!find<gui::SecretField>(u"clientSecret"_s, form)->isVisible());
    auto *note = find<gui::FieldNote>(u"certificateNote"_s, form);
    type(find<QLineEdit>(u"certificateEdit"_s, form), u"no-such-file.pem"_s);
    QTRY_COMPARE(note->sign(), Sign::Failed);
    m_answers->path = file.fileName();
    find<QToolButton>(u"certificateBrowse"_s, form)->click();
    const QString thumbprint = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha1).toHex()).toUpper();
    QTRY_VERIFY2(note->text().contains(thumbprint), qPrintable(note->text()));
    QVERIFY(note->text().contains(certificate.subjectInfo(QSslCertificate::CommonName).value(0)));
    QCOMPARE(session().draft().credential.certificateFile, file.fileName());
    QVERIFY(note->sign() != Sign::Failed);
}

void TestChecks::proxyIsAskedForOnlyWhenNeeded()
{
    startWindow();
    m_window->newIntegration();
    find<QToolButton>(u"advancedButton"_s, connection())->setChecked(true);
    auto *host = find<QLineEdit>(u"proxyHostEdit"_s, connection());
    QVERIFY(!host->isVisible());
    support::choose(find<QComboBox>(u"proxyBox"_s, connection()), int(profile::NetworkOptions::Proxy::Manual));
    QVERIFY(host->isVisible());
    QCOMPARE(find<gui::FieldNote>(u"proxyHostNote"_s, connection())->sign(), Sign::Failed); // it is missing
    type(host, u"proxy.example.com"_s);
    QCOMPARE(find<gui::FieldNote>(u"proxyHostNote"_s, connection())->sign(), Sign::None);
    type(find<QLineEdit>(u"proxyPasswordEdit"_s, connection()), u"canary-proxy-word"_s);
    QVERIFY(session().hasTyped(Session::Which::ProxyPassword));
    QCOMPARE(session().draft().network.proxyHost, u"proxy.example.com"_s);
    session().revert();
    QVERIFY(find<QLineEdit>(u"proxyPasswordEdit"_s, connection())->text().isEmpty());
}

/// The wheel passes over boxes when the page is scrolled.
void TestChecks::scrollingChangesNothing()
{
    startWindow();
    m_window->newIntegration();
    find<QToolButton>(u"advancedButton"_s, connection())->setChecked(true);
    support::choose(find<QComboBox>(u"proxyBox"_s, connection()), int(profile::NetworkOptions::Proxy::Manual));
    QWidget *holder = find<QWidget>(u"formHolder"_s, connection());
    const QList<QComboBox *> boxes = holder->findChildren<QComboBox *>();
    const QList<QAbstractSpinBox *> numbers = holder->findChildren<QAbstractSpinBox *>();
    QVERIFY(boxes.size() > 4 && !numbers.isEmpty());
    const auto turn = [](QWidget *over) {
        for (const int by : {-120, 120, 120}) {
            QWheelEvent event(over->rect().center(), over->mapToGlobal(over->rect().center()), {}, QPoint(0, by),
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(over, &event);
        }
    };
    for (QComboBox *box : boxes) {
        const int index = box->currentIndex();
        turn(box);
        QVERIFY2(box->currentIndex() == index, qPrintable(box->objectName()));
    }
    for (QAbstractSpinBox *number : numbers) {
        const QString text = number->text();
        turn(number);
        QVERIFY2(number->text() == text, qPrintable(number->objectName()));
    }
}

void TestChecks::allAreTested()
{
    sandbox::Sandbox &sandbox = startSandbox();
    const sandbox::Credentials &ends = sandbox.plainCredentials();
    QStringList ids;
    for (const QString &name : {u"A"_s, u"B"_s, u"C"_s, u"D"_s})
        ids += saveIntegration(name, ends).id;
    profile::Profile wrong = saveIntegration(u"E"_s, ends);
    wrong.integration.tenantId = u"00000000-1111-2222-3333-444444444444"_s;
    QVERIFY(m_house->profiles().save(wrong));
    startWindow();
    QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ControlModifier);
    const auto *list = find<QListView>(u"integrationList"_s);
    const auto signOf = [list](int row) { return Sign(list->model()->index(row, 0).data(models::SignRole).toInt()); };
    QTRY_COMPARE(signOf(4), Sign::Failed);
    for (int row = 0; row < 4; ++row)
        QTRY_VERIFY(signOf(row) == Sign::Passed || signOf(row) == Sign::Warning);
    QCOMPARE(signOf(5), Sign::Waiting); // Practice was not started for it
    QVERIFY(!m_window->session());      // nor was anything opened
    for (const QString &id : std::as_const(ids))
        QCOMPARE((*m_house->testHistory())->tests(id, 5)->size(), 1);
}

void TestChecks::endingSecretsAreRemindedOf()
{
    support::FakeClock clock(QDateTime({2026, 11, 20}, {10, 0}, Qt::UTC));
    moveOut();
    QVERIFY(moveIn(clock));
    profile::Profile profile = profile::newProfile(u"Acme"_s);
    profile.credential.secretExpiresOn = QDate(2027, 1, 10); // in 51 days
    QVERIFY(m_house->profiles().save(profile));
    const auto banner = [this] { return find<QWidget>(u"banner"_s); };
    startWindow();
    QTRY_VERIFY(banner()->isVisible());
    QVERIFY(find<gui::FieldNote>(u"bannerText"_s)->text().contains(u"Acme"));

    find<QToolButton>(u"bannerAction"_s)->click();
    auto *dialog = m_window->findChild<QDialog *>(u"ExpiryDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(find<QTreeWidget>(u"list"_s, dialog)->topLevelItemCount(), 1);
    m_answers->path = m_home->filePath(u"ends.ics"_s);
    find<QPushButton>(u"exportButton"_s, dialog)->click();
    QFile file(m_answers->path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("DTSTART;VALUE=DATE:20270110"));
    dialog->close();

    // Dismissed, it comes back with the next threshold, then each day.
    const auto reminds = [&] {
        m_window.reset();
        startWindow();
        QTest::qWait(50); // it looks once the window stands
        return banner()->isVisible();
    };
    const auto dismiss = [&] { find<QToolButton>(u"bannerClose"_s)->click(); };
    dismiss();
    QVERIFY(!reminds());
    clock.advance(std::chrono::days(10));
    QVERIFY(!reminds()); // 41 days: nothing new
    clock.advance(std::chrono::days(12));
    QVERIFY(reminds()); // 29
    dismiss();
    QVERIFY(!reminds());
    clock.advance(std::chrono::days(23));
    QVERIFY(reminds()); // 6
    dismiss();
    QVERIFY(!reminds());
    clock.advance(std::chrono::days(1));
    QVERIFY(reminds()); // every day now
    clock.advance(std::chrono::days(10));
    QVERIFY(reminds());
    QCOMPARE(find<gui::FieldNote>(u"bannerText"_s)->sign(), Sign::Failed); // over
}

void TestChecks::removingForgetsTests()
{
    sandbox::Sandbox &sandbox = startSandbox();
    const profile::Profile profile = saveIntegration(u"Doomed"_s, sandbox.plainCredentials());
    startWindow(profile.id);
    test();
    QCOMPARE((*m_house->testHistory())->tests(profile.id, 5)->size(), 1);
    m_answers->yes = true;
    find<QToolButton>(u"removeButton"_s)->click();
    QVERIFY((*m_house->testHistory())->tests(profile.id, 5)->isEmpty());
}

QTEST_MAIN(TestChecks)
#include "tst_checks.moc"
