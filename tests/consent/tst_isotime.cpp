#include "consent/isotime.h"

#include <QTest>

using namespace Qt::StringLiterals;
using consent::readIsoTime;

class TestIsoTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        QTest::addColumn<bool>("hasTime");
        QTest::addColumn<bool>("hasZone");
        QTest::newRow("date") << u"2026-11-20"_s << u"2026-11-20T00:00:00.000Z"_s << false << false;
        QTest::newRow("utc") << u"2026-11-20T09:58:12Z"_s << u"2026-11-20T09:58:12.000Z"_s << true << true;
        QTest::newRow("milliseconds") << u"2026-11-20T09:58:12.345Z"_s << u"2026-11-20T09:58:12.345Z"_s << true << true;
        QTest::newRow("hundred nanoseconds")
            << u"2026-11-20T09:58:12.3459999Z"_s << u"2026-11-20T09:58:12.345Z"_s << true << true;
        QTest::newRow("fraction does not round up a minute")
            << u"2026-11-20T09:58:59.9999Z"_s << u"2026-11-20T09:58:59.999Z"_s << true << true;
        QTest::newRow("offset") << u"2026-11-20T01:30:00+02:00"_s << u"2026-11-19T23:30:00.000Z"_s << true << true;
        QTest::newRow("offset without colon")
            << u"2026-11-20T01:30:00-0500"_s << u"2026-11-20T06:30:00.000Z"_s << true << true;
        QTest::newRow("no zone") << u"2026-03-29T02:30:00"_s << u"2026-03-29T02:30:00.000Z"_s << true << false;
        QTest::newRow("no seconds") << u"2026-11-20T09:58Z"_s << u"2026-11-20T09:58:00.000Z"_s << true << true;
        QTest::newRow("leap day") << u"2024-02-29"_s << u"2024-02-29T00:00:00.000Z"_s << false << false;
    }

    void reads()
    {
        QFETCH(QString, text);
        const auto time = readIsoTime(text);
        QVERIFY(time);
        QTEST(time->utc.toString(Qt::ISODateWithMs), "utc");
        QTEST(time->hasTime, "hasTime");
        QTEST(time->hasZone, "hasZone");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s, u"yesterday"_s, u"20.11.2026"_s, u"2026-11-31"_s, u"2025-02-29"_s,
                                    u"2026-11-20T25:00:00Z"_s, u"2026-11-20T09:58:12Z "_s, u"2026-11-20T09:58:12ZZ"_s,
                                    u"2026-11-20Z"_s, u"1763632692"_s, u"2026-11-20\n"_s, u"٢٠٢٦-١١-٢٠"_s})
            QTest::newRow(qPrintable(u'"' + text + u'"')) << text;
    }

    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!readIsoTime(text));
    }
};

QTEST_GUILESS_MAIN(TestIsoTime)
#include "tst_isotime.moc"
