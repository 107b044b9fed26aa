#include "core/lowercase.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestLowerCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatQtMakesOfIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QString();
        QTest::newRow("already") << u"0d1e2f30-aaaa-4bbb-8ccc-0123456789ab"_s;
        QTest::newRow("upper") << u"0D1E2F30-AAAA-4BBB-8CCC-0123456789AB"_s;
        QTest::newRow("the last one") << u"abcZ"_s;
        QTest::newRow("between the letters") << u"@[`{~"_s;
        QTest::newRow("beyond ASCII") << u"ÉTÉ straße"_s;
        QTest::newRow("lower beyond ASCII") << u"été"_s;
    }

    void isWhatQtMakesOfIt()
    {
        QFETCH(const QString, text);
        QCOMPARE(core::lowerCase(text), text.toLower());
    }
};

QTEST_GUILESS_MAIN(TestLowerCase)
#include "tst_lowercase.moc"
