#include "gui/fieldnote.h"
#include "gui/resync/scopeform.h"
#include "gui/session.h"
#include "gui/windowfixture.h"

#include <QAccessible>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QDropEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace support;
using engine::Scope;
using gui::FieldNote;
using gui::ScopeForm;

namespace {

} // namespace

/// Whom a resync is about: what is typed, chosen, read and dropped becomes exactly that scope.
class TestScopeForm : public QObject, private WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everybodyFromDidomiIsTheBeginning();
    void pastedPeopleAreCounted();
    void listIsReadFromAFile();
    void badListIsTold();
    void sinceTheLastRunOrADate();
    void thoseThatFailedBefore();
    void purposesAreThoseOfTheCatalogue();
    void filesAreAddedAndRemoved();
    void filesAreDropped();
    void plansAreOpened();
    void scopeComesBackAsItWas_data();
    void scopeComesBackAsItWas();
    void saysWhyNot();
    void everyControlHasANameAndAKeyOfItsOwn();

private:
    template <typename T>
    T *at(const QString &name)
    {
        T *found = m_form->findChild<T *>(name);
        if (!found)
            qFatal("no child %s", qPrintable(name));
        return found;
    }
    void click(const QString &name) { at<QAbstractButton>(name)->click(); }
    QPushButton *plan() { return at<QPushButton>(u"planButton"_s); }
    QString fileWith(const QString &name, const QByteArray &bytes);
    void drop(const QStringList &paths);

    std::unique_ptr<ScopeForm> m_form;
};

void TestScopeForm::init()
{
    QVERIFY(moveIn());
    openPractice();
    m_form = std::make_unique<ScopeForm>();
    m_form->setUp(*m_answers);
    m_form->setSession(&session());
    m_form->resize(900, 700);
    m_form->show();
    m_form->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
}

void TestScopeForm::cleanup()
{
    m_form.reset();
    moveOut();
}

QString TestScopeForm::fileWith(const QString &name, const QByteArray &bytes)
{
    const QString path = m_home->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no file %s", qPrintable(path));
    return path;
}

void TestScopeForm::drop(const QStringList &paths)
{
    QMimeData dropped;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    dropped.setUrls(urls);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_form.get(), &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_form.get(), &event);
}

void TestScopeForm::everybodyFromDidomiIsTheBeginning()
{
    QCOMPARE(m_form->scope(), Scope());
    QVERIFY(plan()->isEnabled());
    QCOMPARE(at<QLabel>(u"scopeSentence"_s)->text(), engine::describe(Scope()));
    QSignalSpy wanted(m_form.get(), &ScopeForm::planWanted);
    plan()->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().value<Scope>(), Scope());
    QVERIFY(!at<QWidget>(u"peoplePanel"_s)->isVisible());
    QVERIFY(!at<QWidget>(u"filesPanel"_s)->isVisible());
    QVERIFY(!at<QRadioButton>(u"failedRadio"_s)->isEnabled()); // there was none yet
    QVERIFY(at<QLineEdit>(u"scopeRegulationEdit"_s)->placeholderText().contains(session().draft().options.regulation));
}

void TestScopeForm::pastedPeopleAreCounted()
{
    click(u"peopleRadio"_s);
    QVERIFY(at<QWidget>(u"peoplePanel"_s)->isVisible());
    QVERIFY(!plan()->isEnabled());
    QVERIFY(!at<FieldNote>(u"whyNotPlanNote"_s)->text().isEmpty());
    at<QPlainTextEdit>(u"peopleEdit"_s)->setPlainText(u"a-1, a-2\na-1\n"_s + QString(3000, u'x'));
    QTRY_VERIFY(plan()->isEnabled());
    QCOMPARE(m_form->scope().people, (QStringList{u"a-1"_s, u"a-2"_s}));
    QVERIFY(at<FieldNote>(u"peopleNote"_s)->text().startsWith(u"2 "));
    QCOMPARE(at<FieldNote>(u"peopleProblem"_s)->sign(), models::Sign::Warning); // what was left out
    // What was typed a moment ago counts too.
    QSignalSpy wanted(m_form.get(), &ScopeForm::planWanted);
    at<QPlainTextEdit>(u"peopleEdit"_s)->setPlainText(u"b"_s);
    plan()->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().value<Scope>().people, QStringList{u"b"_s});
}

void TestScopeForm::listIsReadFromAFile()
{
    click(u"peopleRadio"_s);
    at<QPlainTextEdit>(u"peopleEdit"_s)->setPlainText(u"typed\nthree"_s);
    m_answers->path = fileWith(u"list.csv"_s, "name,organization_user_id\nx,one\ny,two\nz,three\n");
    click(u"peopleFileButton"_s);
    auto *note = at<FieldNote>(u"peopleFileNote"_s);
    QTRY_COMPARE(note->sign(), models::Sign::Passed);
    QVERIFY(note->text().contains(u"list.csv"));
    plan()->click(); // takes what was typed, too
    QCOMPARE(m_form->scope().people, (QStringList{u"one"_s, u"two"_s, u"three"_s, u"typed"_s}));
    click(u"peopleForgetButton"_s);
    QCOMPARE(m_form->scope().people, (QStringList{u"typed"_s, u"three"_s}));
}

void TestScopeForm::badListIsTold()
{
    m_answers->path = fileWith(u"list.csv"_s, "a,Jane\nb,Joe\n");
    click(u"peopleRadio"_s);
    click(u"peopleFileButton"_s);
    auto *note = at<FieldNote>(u"peopleFileNote"_s);
    QTRY_COMPARE(note->sign(), models::Sign::Failed);
    QVERIFY(!plan()->isEnabled());
    QVERIFY(m_form->scope().people.isEmpty());
}

void TestScopeForm::sinceTheLastRunOrADate()
{
    click(u"sinceRadio"_s);
    auto *box = at<QComboBox>(u"sinceBox"_s);
    QCOMPARE(box->count(), 1); // a date only: there was no run yet
    const QDateTime day(QDate(2026, 3, 1), QTime(12, 0));
    at<QDateTimeEdit>(u"sinceEdit"_s)->setDateTime(day);
    QCOMPARE(m_form->scope().since, day.toUTC());
    QCOMPARE(m_form->scope().since.timeSpec(), Qt::UTC);
    QVERIFY(!at<FieldNote>(u"whomNote"_s)->text().isEmpty()); // all is read all the same
    at<QDateTimeEdit>(u"sinceEdit"_s)->setDateTime(QDateTime::currentDateTime().addDays(2));
    QVERIFY(!plan()->isEnabled());

    const QDateTime partly = QDateTime(QDate(2026, 5, 2), QTime(3, 4, 5), Qt::UTC);
    const QDateTime whole = QDateTime(QDate(2026, 5, 1), QTime(3, 4, 5), Qt::UTC);
    m_form->setEarlierRuns({{.path = u"b"_s, .madeAt = partly, .wasEverybody = false},
                            {.path = u"a"_s, .madeAt = whole, .wasEverybody = true}});
    choose(box, 0);
    QCOMPARE(m_form->scope().since, whole); // the one of some people has not seen the others
    QVERIFY(!at<QWidget>(u"sinceEdit"_s)->isVisible());
    QVERIFY(plan()->isEnabled());
}

void TestScopeForm::thoseThatFailedBefore()
{
    m_form->setEarlierRuns({{.path = u"/plans/well.cbplan"_s, .madeAt = QDateTime::currentDateTimeUtc()},
                            {.path = u"/plans/ill.cbplan"_s, .madeAt = QDateTime::currentDateTimeUtc(), .failed = 12}});
    auto *radio = at<QRadioButton>(u"failedRadio"_s);
    QVERIFY(radio->isEnabled());
    radio->click();
    auto *box = at<QComboBox>(u"failedBox"_s);
    QCOMPARE(box->count(), 1);
    QVERIFY(box->currentText().contains(u"12"));
    QCOMPARE(m_form->scope().failedIn, u"/plans/ill.cbplan"_s);
    QCOMPARE(m_form->scope().whom, Scope::Whom::FailedBefore);
}

void TestScopeForm::purposesAreThoseOfTheCatalogue()
{
    QSignalSpy loaded(&session(), &gui::Session::surroundingsChanged);
    session().load();
    QTRY_VERIFY(session().surroundings() && !session().isLoading());
    click(u"purposesBox"_s);
    auto *list = at<QListWidget>(u"purposesList"_s);
    QVERIFY(list->isVisible());
    const auto &purposes = session().surroundings()->catalogue.purposes;
    QCOMPARE(list->count(), int(purposes.size()));
    QVERIFY(!plan()->isEnabled()); // none is ticked yet
    list->item(1)->setCheckState(Qt::Checked);
    QCOMPARE(m_form->scope().purposes, QStringList{purposes.at(1).id});
    QVERIFY(plan()->isEnabled());
    choose(at<QComboBox>(u"choiceBox"_s), int(consent::Choice::Refused));
    QVERIFY(m_form->scope().choice == consent::Choice::Refused);
    type(at<QLineEdit>(u"scopeRegulationEdit"_s), u"ccpa"_s);
    QCOMPARE(m_form->scope().regulation, u"ccpa"_s);
    click(u"differentBox"_s);
    QVERIFY(m_form->scope().onlyDifferent);
    session().load(); // what is ticked stays
    QTRY_VERIFY(!session().isLoading());
    QCOMPARE(m_form->scope().purposes, QStringList{purposes.at(1).id});
}

void TestScopeForm::filesAreAddedAndRemoved()
{
    click(u"filesRadio"_s);
    QVERIFY(!plan()->isEnabled());
    m_answers->path = fileWith(u"export.jsonl"_s, "{}\n");
    click(u"addFilesButton"_s);
    click(u"addFilesButton"_s); // twice is once
    QCOMPARE(m_form->scope().files, QStringList{m_answers->path});
    QVERIFY(plan()->isEnabled());
    const QString file = m_answers->path;
    m_answers->path = m_home->path();
    click(u"addFolderButton"_s);
    QCOMPARE(m_form->scope().files, (QStringList{file, m_home->path()}));
    auto *remove = at<QPushButton>(u"removeFilesButton"_s);
    QVERIFY(!remove->isEnabled());
    at<QListWidget>(u"filesList"_s)->item(0)->setSelected(true);
    remove->click();
    QCOMPARE(m_form->scope().files, QStringList{m_home->path()});
    click(u"didomiRadio"_s);
    QVERIFY(m_form->scope().files.isEmpty()); // they are kept in the list, not asked for
    m_answers->path.clear();                  // thought better of it
    click(u"addFilesButton"_s);
    QVERIFY(at<QRadioButton>(u"didomiRadio"_s)->isChecked());
}

void TestScopeForm::filesAreDropped()
{
    const QString a = fileWith(u"a.json"_s, "{}");
    const QString b = fileWith(u"b.json.gz"_s, "x");
    drop({a, b});
    QCOMPARE(m_form->scope().files, (QStringList{a, b}));
    QVERIFY(at<QRadioButton>(u"filesRadio"_s)->isChecked());
    drop({fileWith(u"picture.png"_s, "x")}); // is not taken
    QCOMPARE(m_form->scope().files, (QStringList{a, b}));
    drop({fileWith(u"people.txt"_s, "one\ntwo\n")});
    QTRY_COMPARE(m_form->scope().people, (QStringList{u"one"_s, u"two"_s}));
}

void TestScopeForm::plansAreOpened()
{
    QSignalSpy opened(m_form.get(), &ScopeForm::openWanted);
    m_answers->path = fileWith(u"one.cbplan"_s, "x");
    click(u"openPlanButton"_s);
    drop({m_answers->path});
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened.at(0), opened.at(1));
    m_answers->path.clear();
    click(u"openPlanButton"_s);
    QCOMPARE(opened.size(), 2);
}

void TestScopeForm::scopeComesBackAsItWas_data()
{
    QTest::addColumn<Scope>("scope");
    QTest::newRow("everybody") << Scope{};
    QTest::newRow("people") << Scope{.whom = Scope::Whom::People, .people = {u"a"_s, u"b c"_s}};
    QStringList many;
    for (int i = 0; i < 20'000; ++i)
        many << u"person-%1"_s.arg(i);
    QTest::newRow("many people") << Scope{.whom = Scope::Whom::People, .people = many};
    QTest::newRow("since") << Scope{.whom = Scope::Whom::ChangedSince,
                                    .since = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC)};
    QTest::newRow("failed") << Scope{.whom = Scope::Whom::FailedBefore, .failedIn = u"/plans/some.cbplan"_s};
    QTest::newRow("narrowed down") << Scope{.regulation = u"ccpa"_s,
                                            .purposes = {u"nobody-knows-it"_s},
                                            .choice = consent::Choice::Given,
                                            .onlyDifferent = true};
    QTest::newRow("files") << Scope{.files = {u"/exports"_s, u"/other/one.json"_s}};
}

void TestScopeForm::scopeComesBackAsItWas()
{
    QFETCH(Scope, scope);
    m_form->setScope(scope);
    QCOMPARE(m_form->scope(), scope);
    m_form->setScope({}); // and leaves nothing behind
    QCOMPARE(m_form->scope(), Scope());
}

void TestScopeForm::saysWhyNot()
{
    m_form->setWhyNot(u"Save the integration first."_s);
    QVERIFY(!plan()->isEnabled());
    QCOMPARE(at<FieldNote>(u"whyNotPlanNote"_s)->text(), u"Save the integration first."_s);
    QVERIFY(at<QPushButton>(u"openPlanButton"_s)->isEnabled()); // looking is always possible
    m_form->setWhyNot({});
    QVERIFY(plan()->isEnabled());
    m_form->setPeople({u"jane"_s});
    QCOMPARE(m_form->scope(), (Scope{.whom = Scope::Whom::People, .people = {u"jane"_s}}));
}

void TestScopeForm::everyControlHasANameAndAKeyOfItsOwn()
{
    m_form->setEarlierRuns({{.path = u"a"_s, .madeAt = QDateTime::currentDateTimeUtc(), .failed = 1}});
    m_form->setPeople({u"a"_s});
    click(u"purposesBox"_s);
    click(u"filesRadio"_s);
    QStringList names;
    QStringList keys;
    for (QWidget *widget : m_form->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->objectName().startsWith(u"qt_"))
            continue;
        const auto *label = qobject_cast<QLabel *>(widget);
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const QString text = button ? button->text() : label && label->buddy() ? label->text() : QString();
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            keys << key.toString();
        if (widget->focusPolicy() == Qt::NoFocus)
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        const QString name = widget->accessibleName().isEmpty() && accessible ? accessible->text(QAccessible::Name)
                                                                              : widget->accessibleName();
        QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
        names << name;
    }
    QVERIFY(names.size() > 15);
    QVERIFY(keys.size() > 10);
    for (const QStringList &some : {names, keys}) {
        QStringList once = some;
        once.removeDuplicates();
        QVERIFY2(once.size() == some.size(), qPrintable(some.join(u", "_s)));
    }
}

QTEST_MAIN(TestScopeForm)
#include "tst_scopeform.moc"
