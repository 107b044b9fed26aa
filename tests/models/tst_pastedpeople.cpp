#include "models/pastedpeople.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPastedPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatIsPasted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("people");
        QTest::addColumn<int>("repeated");
        QTest::addColumn<int>("impossible");
        const QStringList ab{u"a"_s, u"b"_s};
        QTest::newRow("nothing") << u"  \n \n"_s << QStringList() << 0 << 0;
        QTest::newRow("lines") << u"a\r\n b \n\n"_s << ab << 0 << 0;
        QTest::newRow("commas") << u"a, b"_s << ab << 0 << 0;
        QTest::newRow("semicolons in lines") << u"a; b;\nc;"_s << QStringList{u"a"_s, u"b"_s, u"c"_s} << 0 << 0;
        QTest::newRow("mixed") << u"a\tb\nc, d; e"_s << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s} << 0 << 0;
        QTest::newRow("twice") << u"a\nb\na\na"_s << ab << 2 << 0;
        QTest::newRow("case counts") << u"a\nA"_s << QStringList{u"a"_s, u"A"_s} << 0 << 0;
        QTest::newRow("blanks within") << u"Jane Doe\nb"_s << QStringList{u"Jane Doe"_s, u"b"_s} << 0 << 0;
        QTest::newRow("a table") << u"name;organization_user_id\nJane;a\nJoe;b\nJim;\n"_s << ab << 0 << 0;
        QTest::newRow("no id") << QString(u"a\n"_s + QString(2000, u'x')) << QStringList{u"a"_s} << 0 << 1;
    }
    void understandsWhatIsPasted()
    {
        QFETCH(QString, text);
        const models::PastedPeople list = models::pastedPeople(text);
        QTEST(list.people, "people");
        QTEST(list.repeated, "repeated");
        QTEST(list.impossible, "impossible");
    }

    void readsFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("people"); // empty: refused
        const QStringList ab{u"a"_s, u"b"_s};
        QTest::newRow("text") << QByteArray("a\nb\n") << ab;
        QTest::newRow("CSV") << QByteArray("Organization_User_ID,name\na,\"x, \"\"y\"\"\nz\"\nb,q\n") << ab;
        QTest::newRow("one column with its name") << QByteArray("organization_user_id\r\na\r\nb\r\n") << ab;
        QTest::newRow("with a mark") << QByteArray("\xEF\xBB\xBForganization_user_id;x\na;1\nb;2") << ab;
        QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        QTest::newRow("UTF-16") << QByteArray(utf16(u"a\nb\n"_s)) << ab;
        QTest::newRow("columns without a name") << QByteArray("a,Jane\nb,Joe\n") << QStringList();
        QTest::newRow("Latin-1") << QByteArray("a\xE9\nb") << QStringList();
        QTest::newRow("binary") << QByteArray("a\0b", 3) << QStringList();
        QTest::newRow("JSON") << QByteArray("{\"users\":[]}") << QStringList();
        QTest::newRow("empty") << QByteArray("\n\n") << QStringList();
    }
    void readsFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, people);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"list.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto list = models::peopleInFile(file.fileName());
        QCOMPARE(list.hasValue(), !people.isEmpty());
        if (list)
            QCOMPARE(*list, people);
        else
            QVERIFY(!list.error().message.isEmpty());
    }

    void missingFileIsTold()
    {
        const auto list = models::peopleInFile(u"/nowhere/at/all.csv"_s);
        QVERIFY(!list);
        QCOMPARE(list.error().kind, core::Error::Kind::Storage);
    }
};

QTEST_GUILESS_MAIN(TestPastedPeople)
#include "tst_pastedpeople.moc"
