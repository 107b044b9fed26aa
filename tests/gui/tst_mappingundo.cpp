#include "gui/mappingeditor.h"
#include "gui/statetable.h"
#include "gui/transformlist.h"
#include "gui/windowfixture.h"
#include "models/mappingmodel.h"

#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using gui::MainWindow;
using profile::Mapping;

/// What must hold whatever is edited, and in whatever order.
class TestMappingUndo : public QObject, private support::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void undoOfEverythingIsTheFirstState_data();
    void undoOfEverythingIsTheFirstState();
    void jsonThroughTheGridIsTheSameJson_data();
    void jsonThroughTheGridIsTheSameJson();

private:
    void editSomething(QRandomGenerator &random);
    void editJson(QRandomGenerator &random);
    const QList<Mapping> &drafted() { return session().draft().integration.mappings; }
};

namespace {

const QStringList columns{
    u"donotemail"_s, u"donotbulkemail"_s, u"new_newsletterconsent"_s, u"new_smsconsent"_s,     u"new_consentnote"_s,
    u"new_topics"_s, u"emailaddress1"_s,  u"no_such_column"_s,        u"ünïcode \"quoted\\"_s, QString()};
const QStringList paths{u"consents_purposes_newsletter_enabled"_s,
                        u"organization_user_id"_s,
                        u"metadata.birthday"_s,
                        u"consents_purposes_sms_marketing_enabled"_s,
                        u"not a path — at all 😀"_s,
                        u"</script>\t\\u0041"_s,
                        QString()};

const QString &anyOf(const QStringList &texts, QRandomGenerator &random)
{
    return texts.at(random.bounded(int(texts.size())));
}

} // namespace

void TestMappingUndo::init()
{
    QVERIFY(moveIn());
}

void TestMappingUndo::cleanup()
{
    moveOut();
}

void TestMappingUndo::undoOfEverythingIsTheFirstState_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("isLoaded");
    for (const quint32 seed : {1u, 2u, 3u, 4u}) {
        const bool isLoaded = seed % 2 == 0;
        QTest::addRow("seed %u, %s", seed, isLoaded ? "loaded" : "not loaded") << seed << isLoaded;
    }
}

/// One of all that the page can do, by the page's own controls.
void TestMappingUndo::editSomething(QRandomGenerator &random)
{
    auto *grid = find<QTableView>(u"grid"_s);
    if (!drafted().isEmpty())
        grid->selectRow(random.bounded(int(drafted().size())));
    const auto click = [this](const QString &name) { find<QToolButton>(name)->click(); };
    const auto pickAny = [&](const QString &name, const QStringList &texts) {
        Q_EMIT find<gui::PickerBox>(name)->picked(anyOf(texts, random));
    };
    switch (random.bounded(14)) {
    case 0:
        return click(u"addButton"_s);
    case 1:
        return click(u"deleteButton"_s);
    case 2:
        return click(u"duplicateButton"_s);
    case 3:
        return click(u"upButton"_s);
    case 4:
        return click(u"downButton"_s);
    case 5:
        return pickAny(u"sourceBox"_s, paths);
    case 6:
        return pickAny(u"targetBox"_s, columns);
    case 7: {
        auto *box = find<QComboBox>(u"directionBox"_s);
        box->setCurrentIndex(random.bounded(box->count()));
        Q_EMIT box->activated(box->currentIndex());
        return;
    }
    case 8:
        Q_EMIT find<gui::TransformList>(u"transformList"_s)
            ->changed({{.kind = profile::Transform::Kind(random.bounded(6))}});
        return;
    case 9: {
        const Mapping::Action action{.kind = Mapping::Action::Kind(random.bounded(4)), .literal = u"7"_s};
        Q_EMIT find<gui::StateTable>(u"stateTable"_s)->changed(profile::allStates[random.bounded(4)], action);
        return;
    }
    case 10:
        Q_EMIT find<QAbstractButton>(random.bounded(2) ? u"directRadio"_s : u"invertedRadio"_s)->clicked();
        return;
    case 11:
        Q_EMIT m_window->findChild<models::MappingModel *>()->dropped({anyOf(paths, random)}, {anyOf(columns, random)},
                                                                      random.bounded(int(drafted().size()) + 1) - 1);
        return;
    case 12:
        return editJson(random);
    default:
        if (random.bounded(2))
            session().undoStack().undo();
        else
            session().undoStack().redo();
    }
}

void TestMappingUndo::editJson(QRandomGenerator &random)
{
    find<QToolButton>(u"jsonButton"_s)->setChecked(true);
    profile::Integration integration = session().draft().integration;
    Mapping more;
    more.value = anyOf(paths, random);
    more.column = anyOf(columns, random);
    integration.mappings.append(more);
    integration.upsertMode = random.bounded(2) == 1;
    find<QPlainTextEdit>(u"jsonEdit"_s)->setPlainText(QString::fromUtf8(profile::exportIntegration(integration)));
    mappings()->applyPending();
    find<QToolButton>(u"jsonButton"_s)->setChecked(false);
}

void TestMappingUndo::undoOfEverythingIsTheFirstState()
{
    QFETCH(quint32, seed);
    QFETCH(bool, isLoaded);
    openPractice();
    m_window->openPage(MainWindow::Page::Mappings);
    if (isLoaded) {
        session().load();
        QTRY_VERIFY(session().surroundings());
    }
    const profile::Profile first = session().draft();
    QRandomGenerator random(seed);
    for (int i = 0; i < 150; ++i) {
        editSomething(random);
        // The grid shows what the draft holds, at every moment.
        QCOMPARE(m_window->findChild<models::MappingModel *>()->mappings(), drafted());
    }
    while (session().undoStack().canRedo())
        session().undoStack().redo();
    const profile::Profile last = session().draft();
    QVERIFY(last != first);
    while (session().undoStack().canUndo()) {
        QVERIFY(!session().undoStack().undoText().isEmpty()); // every step has a name
        session().undoStack().undo();
    }
    QCOMPARE(session().draft(), first);
    QVERIFY(!session().isDirty());
    while (session().undoStack().canRedo())
        session().undoStack().redo();
    QCOMPARE(session().draft(), last);
}

void TestMappingUndo::jsonThroughTheGridIsTheSameJson_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestMappingUndo::jsonThroughTheGridIsTheSameJson()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    openPractice();
    m_window->openPage(MainWindow::Page::Mappings);
    find<QToolButton>(u"jsonButton"_s)->setChecked(true);
    auto *json = find<QPlainTextEdit>(u"jsonEdit"_s);
    for (int round = 0; round < 20; ++round) {
        profile::Integration wanted = session().draft().integration;
        wanted.upsertMode = random.bounded(2) == 1;
        wanted.mappings.clear();
        for (int i = random.bounded(13); i > 0; --i) {
            Mapping mapping;
            mapping.value = anyOf(paths, random) + QString::number(random.bounded(3));
            mapping.column = anyOf(columns, random) + QString::number(random.bounded(3));
            wanted.mappings.append(mapping);
        }
        const QString text = QString::fromUtf8(profile::exportIntegration(wanted));
        json->setPlainText(text);
        mappings()->applyPending();
        const QList<Mapping> &shown = m_window->findChild<models::MappingModel *>()->mappings();
        QCOMPARE(shown.size(), wanted.mappings.size());
        for (int i = 0; i < shown.size(); ++i) {
            QCOMPARE(shown.at(i).column, wanted.mappings.at(i).column);
            QCOMPARE(shown.at(i).value, wanted.mappings.at(i).value);
        }
        find<QToolButton>(u"jsonButton"_s)->setChecked(false);
        find<QToolButton>(u"jsonButton"_s)->setChecked(true);
        QCOMPARE(json->toPlainText(), text);
    }
}

QTEST_MAIN(TestMappingUndo)
#include "tst_mappingundo.moc"
