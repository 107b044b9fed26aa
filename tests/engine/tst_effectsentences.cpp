#include "engine/effectsentences.h"

#include <QTest>

using namespace Qt::StringLiterals;
using store::Effect;
using store::Planned;
using store::PlanSums;
using store::RunGroup;

class TestEffectSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatARunDoes_data()
    {
        const RunGroup permits{.planned = Planned::Update, .effects = Effect::NewlyPermits, .items = 9, .ticked = 9};
        const RunGroup forbids{.planned = Planned::Update, .effects = Effect::NewlyForbids, .items = 5, .ticked = 5};
        const RunGroup creates{
            .planned = Planned::Update, .effects = Effect::CreatesRow | Effect::LacksRequired, .items = 3, .ticked = 2};
        const RunGroup left{.planned = Planned::Update, .effects = Effect::NewlyPermits, .items = 4, .ticked = 0};
        const RunGroup same{.planned = Planned::Unchanged, .items = 4, .ticked = 4};
        QTest::addColumn<QList<RunGroup>>("groups");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("nothing") << QList<RunGroup>{} << QStringList{u"Nothing has to be written"_s};
        QTest::newRow("all the same") << QList{same} << QStringList{u"Nothing has to be written"_s};
        QTest::newRow("all left out") << QList{left} << QStringList{u"Nothing is ticked"_s};
        QTest::newRow("permits") << QList{permits, left} << QStringList{u"9 person"_s};
        QTest::newRow("forbids") << QList{forbids} << QStringList{u"5 person"_s};
        QTest::newRow("both") << QList{permits, forbids} << QStringList{u"9 person"_s, u"5 stop"_s};
        QTest::newRow("creates for those who are updated")
            << QList{creates} << QStringList{u"Nobody becomes contactable"_s, u"created for 2"_s, u"of 2"_s};
    }

    void saysWhatARunDoes()
    {
        QFETCH(QList<RunGroup>, groups);
        QFETCH(QStringList, parts);
        const QString said = engine::effectSentences(PlanSums::of(groups)).join(u' ');
        for (const QString &part : parts)
            QVERIFY2(said.contains(part), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(TestEffectSentences)
#include "tst_effectsentences.moc"
