#include "gui/fieldnote.h"
#include "gui/furtheruserdialog.h"
#include "gui/furtherusersform.h"
#include "gui/optionaldate.h"
#include "gui/windowfixture.h"
#include "support/finish.h"

#include <QDialogButtonBox>
#include <QDirIterator>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using gui::FurtherUserDialog;
using models::Sign;
using support::type;

namespace {

const QString firstId = u"2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55"_s;
const QString secondId = u"b1d0e1f2-5a44-4a0b-9d0e-6f1c2d3e4a56"_s;
const QString canary = u"canary-of-the-second-user"_s;

} // namespace

/// Further application users on the Connection page.
class TestFurtherUsers : public QObject, private support::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void oneIsAddedChangedAndRemoved();
    void whatIsTypedIsUsedBeforeItIsSaved();
    void whatIsWrongCannotBeTakenOver();
    void certificatesWorkToo();
    void revertForgetsWhatWasTyped();
    void problemsLeadToTheList();

private:
    FurtherUserDialog *dialog() { return m_window->findChild<FurtherUserDialog *>(); }
    QPushButton *button(const QString &name) { return find<QPushButton>(name, connection()); }
    QTreeWidget *list() { return find<QTreeWidget>(u"furtherUsersList"_s, connection()); }
    QPushButton *takeOver() { return find<QDialogButtonBox>(u"buttons"_s, dialog())->button(QDialogButtonBox::Ok); }
    bool isInAFile(const QString &text) const;
    void add(const QString &clientId, const QString &secret);
    core::Result<core::Nothing> save();
    core::Result<bridge::FoundSecrets> secrets();
};

void TestFurtherUsers::init()
{
    QVERIFY(moveIn());
    startWindow();
    m_window->newIntegration();
    profile::Profile draft = session().draft();
    draft.name = u"Acme"_s;
    draft.integration.clientId = firstId;
    draft.clientSecret = {.kind = profile::SecretRef::Kind::Env, .name = u"CB_TEST_FIRST"_s};
    session().setDraft(draft);
    find<QToolButton>(u"advancedButton"_s, connection())->setChecked(true);
}

void TestFurtherUsers::cleanup()
{
    moveOut();
}

bool TestFurtherUsers::isInAFile(const QString &text) const
{
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text.toUtf8()))
            return true;
    }
    return false;
}

void TestFurtherUsers::add(const QString &clientId, const QString &secret)
{
    button(u"furtherUserAdd"_s)->click();
    QVERIFY(dialog());
    type(find<QLineEdit>(u"clientEdit"_s, dialog()), clientId);
    type(find<QLineEdit>(u"secretEdit"_s, dialog()), secret);
    QVERIFY(takeOver()->isEnabled());
    takeOver()->click();
    QTRY_VERIFY(!dialog());
}

core::Result<core::Nothing> TestFurtherUsers::save()
{
    std::optional<core::Result<core::Nothing>> saved;
    session().save([&saved](const core::Result<core::Nothing> &result) { saved = result; });
    if (!QTest::qWaitFor([&saved] { return saved.has_value(); }, 30'000))
        return core::Error::cancelled();
    return *saved;
}

core::Result<bridge::FoundSecrets> TestFurtherUsers::secrets()
{
    std::optional<core::Result<bridge::FoundSecrets>> found;
    session().findSecrets([&found](const core::Result<bridge::FoundSecrets> &result) { found = result; });
    if (!QTest::qWaitFor([&found] { return found.has_value(); }, 30'000))
        return core::Error::cancelled();
    return *found;
}

void TestFurtherUsers::oneIsAddedChangedAndRemoved()
{
    QVERIFY(!list()->isVisible());
    QVERIFY(!button(u"furtherUserRemove"_s)->isVisible());
    add(u" {"_s + secondId.toUpper() + u"} "_s, canary);
    QTRY_VERIFY(list()->isVisible());
    QCOMPARE(list()->topLevelItemCount(), 1);
    QCOMPARE(session().draft().furtherUsers.size(), 1);
    QVERIFY(session().isDirty());
    QVERIFY(save());
    const profile::SecretRef kept = session().saved().furtherUsers.constFirst().clientSecret;
    QVERIFY(kept.kind == profile::SecretRef::Kind::Keychain || kept.kind == profile::SecretRef::Kind::Session);
    auto &store = session().services().secrets();
    QCOMPARE(support::finishOf(store.read(kept, this)).valueOr({}), core::Secret::fromText(canary));
    QVERIFY(isInAFile(kept.name)); // the place is named …
    QVERIFY(!isInAFile(canary));   // … and nothing else

    // A name, and another secret in a place of its own.
    list()->setCurrentItem(list()->topLevelItem(0));
    button(u"furtherUserChange"_s)->click();
    QVERIFY(dialog());
    QVERIFY(find<QLineEdit>(u"secretEdit"_s, dialog())->text().isEmpty()); // never shown again
    QVERIFY(takeOver()->isEnabled());
    type(find<QLineEdit>(u"labelEdit"_s, dialog()), u"Night shift"_s);
    find<gui::OptionalDate>(u"expiry"_s, dialog())->setDate(QDate(2031, 5, 1));
    type(find<QLineEdit>(u"secretEdit"_s, dialog()), canary + u"-2"_s);
    takeOver()->click();
    QTRY_COMPARE(list()->topLevelItem(0)->text(0), u"Night shift"_s);
    QVERIFY(save());
    const profile::SecretRef now = session().saved().furtherUsers.constFirst().clientSecret;
    QVERIFY(now.name != kept.name);
    QCOMPARE(session().saved().furtherUsers.constFirst().secretExpiresOn, QDate(2031, 5, 1));
    QCOMPARE(support::finishOf(store.read(now, this)).valueOr({}), core::Secret::fromText(canary + u"-2"_s));
    QTRY_VERIFY(!support::finishOf(store.read(kept, this)));

    QTRY_VERIFY(!dialog());
    button(u"furtherUserRemove"_s)->click();
    QVERIFY(session().draft().furtherUsers.isEmpty());
    QVERIFY(!list()->isVisible());
    QVERIFY(save());
    QTRY_VERIFY(!support::finishOf(store.read(now, this)));
}

void TestFurtherUsers::whatIsTypedIsUsedBeforeItIsSaved()
{
    add(secondId, canary);
    const auto found = secrets();
    QVERIFY(found);
    QCOMPARE(found->secrets.further.size(), 1);
    QVERIFY(!found->secrets.further.constFirst().problem);
    QCOMPARE(found->secrets.further.constFirst().clientSecret, core::Secret::fromText(canary));
    QVERIFY(save());
    const auto after = secrets();
    QVERIFY(after);
    QCOMPARE(after->secrets.further.constFirst().clientSecret, core::Secret::fromText(canary));
}

void TestFurtherUsers::whatIsWrongCannotBeTakenOver()
{
    button(u"furtherUserAdd"_s)->click();
    QVERIFY(dialog());
    auto *note = find<gui::FieldNote>(u"clientNote"_s, dialog());
    auto *client = find<QLineEdit>(u"clientEdit"_s, dialog());
    QVERIFY(!takeOver()->isEnabled());
    QCOMPARE(note->sign(), Sign::None); // nobody has touched it yet
    type(find<QLineEdit>(u"secretEdit"_s, dialog()), canary);
    for (const QString &wrong : {u"not an id"_s, firstId, firstId.toUpper()}) {
        type(client, wrong);
        QCOMPARE(note->sign(), Sign::Failed);
        QVERIFY(!takeOver()->isEnabled());
    }
    QVERIFY2(note->text().contains(u"of the integration itself"_s), qPrintable(note->text()));
    type(client, secondId);
    QVERIFY(takeOver()->isEnabled());
    QCOMPARE(note->sign(), Sign::None);
    dialog()->reject();
    QTRY_VERIFY(!dialog());
    QVERIFY(session().draft().furtherUsers.isEmpty());
}

void TestFurtherUsers::certificatesWorkToo()
{
    button(u"furtherUserAdd"_s)->click();
    QVERIFY(dialog());
    type(find<QLineEdit>(u"clientEdit"_s, dialog()), secondId);
    auto *kind = find<QComboBox>(u"kindBox"_s, dialog());
    support::choose(kind, int(profile::Credential::Kind::Certificate));
    QVERIFY(!find<QLineEdit>(u"secretEdit"_s, dialog())->isVisible());
    auto *file = find<QLineEdit>(u"certificateEdit"_s, dialog());
    QVERIFY(file->isVisible());
    QVERIFY(!takeOver()->isEnabled());
    type(file, u"no-such-file.pem"_s);
    QCOMPARE(find<gui::FieldNote>(u"certificateNote"_s, dialog())->sign(), Sign::Failed);
    QVERIFY(!takeOver()->isEnabled());
}

void TestFurtherUsers::revertForgetsWhatWasTyped()
{
    QVERIFY(save());
    add(secondId, canary);
    const profile::Profile before = session().draft();
    session().revert();
    QVERIFY(session().draft().furtherUsers.isEmpty());
    QVERIFY(!session().isDirty());
    session().setDraft(before);
    const auto found = secrets();
    QVERIFY(found);
    QVERIFY(found->secrets.further.constFirst().clientSecret.isEmpty());
    QVERIFY(found->secrets.further.constFirst().problem);
}

void TestFurtherUsers::problemsLeadToTheList()
{
    add(secondId, canary);
    profile::Profile draft = session().draft();
    draft.furtherUsers << profile::FurtherUser{.clientId = secondId};
    session().setDraft(draft);
    auto *note = find<gui::FieldNote>(u"furtherUsersNote"_s, connection());
    QCOMPARE(note->sign(), Sign::Failed);
    QVERIFY(connection()->showField(u"further_users[1].client_id"_s));
    QCOMPARE(list()->indexOfTopLevelItem(list()->currentItem()), 1);
    QCOMPARE(m_window->focusWidget(), list());
}

QTEST_MAIN(TestFurtherUsers)
#include "tst_furtherusers.moc"
