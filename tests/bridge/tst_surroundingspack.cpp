#include "bridge/surroundingspack.h"
#include "engine/world.h"
#include "sandbox/practice.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What both ends said, into bytes and back.
class TestSurroundingsPack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas_data()
    {
        QTest::addColumn<bool>("isCurrent");
        QTest::newRow("legacy") << false;
        QTest::newRow("current") << true;
    }

    void comesBackAsItWas()
    {
        QFETCH(bool, isCurrent);
        const bridge::Surroundings said = surroundings(isCurrent);
        QVERIFY(!said.table.columns.isEmpty());
        QCOMPARE(said.consentTree.purposes.isEmpty(), !isCurrent);
        const auto again = bridge::unpacked(bridge::packed(said));
        QVERIFY(again);
        QVERIFY(again->table == said.table);
        QVERIFY(again->catalogue == said.catalogue);
        QVERIFY(again->consentTable == said.consentTable);
        QVERIFY(again->consentTree == said.consentTree);
        QCOMPARE(again->whoAmI.organizationId, said.whoAmI.organizationId);
        QCOMPARE(again->dataverseVersion, said.dataverseVersion);
        QCOMPARE(again->readAt, said.readAt);
        QCOMPARE(bridge::packed(*again), bridge::packed(said)); // also what has no comparison
    }

    void refusesWhatIsCutOff()
    {
        bridge::Surroundings small = surroundings(false);
        small.table.columns = small.table.columns.first(3);
        const QByteArray whole = bridge::packed(small);
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!bridge::unpacked(whole.first(size)), qPrintable(QString::number(size)));
        QVERIFY(!bridge::unpacked(whole + 'x'));
        QVERIFY(bridge::unpacked(whole));
    }

    void refusesOtherLayouts()
    {
        QByteArray bytes = bridge::packed({});
        QVERIFY(bridge::unpacked(bytes));
        bytes[3] = char(bytes[3] + 1);
        QVERIFY(!bridge::unpacked(bytes));
        QVERIFY(!bridge::unpacked("not ours at all, but long enough to be read"));
        QVERIFY(!bridge::unpacked(QByteArray("\0\0\0\1", 4) + QByteArray(64, '\xff'))); // enormous lists
    }

private:
    static bridge::Surroundings surroundings(bool isCurrent)
    {
        support::World world;
        if (isCurrent)
            world.profile.integration.typeId = u"microsoft-dynamics-cpc"_s;
        return world.connect() ? world.surroundings() : bridge::Surroundings();
    }
};

QTEST_GUILESS_MAIN(TestSurroundingsPack)
#include "tst_surroundingspack.moc"
