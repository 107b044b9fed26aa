#include "engine/peoplelist.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;

/// Lists of people as somebody writes or exports them.
class TestPeopleList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsWideCharacters();
    void refuses_data();
    void refuses();
};

void TestPeopleList::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QStringList>("people");
    const QStringList ab{u"a"_s, u"b"_s};
    QTest::newRow("lines") << QByteArray("a\nb\n") << QString() << ab;
    QTest::newRow("no end of line") << QByteArray("a\nb") << QString() << ab;
    QTest::newRow("Windows, with a mark") << QByteArray("\xef\xbb\xbf"
                                                        "a\r\nb\r\n")
                                          << QString() << ab;
    QTest::newRow("blanks and blank lines") << QByteArray("\n  a \n\t\n\nb\n\n") << QString() << ab;
    QTest::newRow("each once") << QByteArray("a\nb\na\n") << QString() << ab;
    QTest::newRow("letter case is kept apart") << QByteArray("a\nA\n") << QString() << QStringList{u"a"_s, u"A"_s};
    QTest::newRow("one with a comma") << QByteArray("a,1\nb\n") << QString() << QStringList{u"a,1"_s, u"b"_s};
    QTest::newRow("other alphabets") << QByteArray("\xc3\xa4\n\xe6\x97\xa5\n") << QString()
                                     << QStringList{u"\u00e4"_s, u"\u65e5"_s};
    QTest::newRow("CSV") << QByteArray("name,id\nx,a\ny,b\n") << u"id"_s << ab;
    QTest::newRow("CSV of one column") << QByteArray("id\na\nb\n") << u"id"_s << ab;
    QTest::newRow("semicolons") << QByteArray("name;id;x,y\nx;a;\ny;b;\n") << u"id"_s << ab;
    QTest::newRow("tabs") << QByteArray("name\tid\nx\ta\ny\tb\n") << u"id"_s << ab;
    QTest::newRow("another letter case") << QByteArray("ID\na\nb\n") << u"id"_s << ab;
    QTest::newRow("the exact one of two") << QByteArray("ID,id\nx,a\ny,b\n") << u"id"_s << ab;
    QTest::newRow("quotes") << QByteArray("\"na,me\",\"id\"\r\n\"x\ny\",\"a\"\r\n\"say \"\"x\"\"\",\"b\"\r\n")
                            << u"id"_s << ab;
    QTest::newRow("quotes within an id") << QByteArray("id\n\"a\"\"1\"\n") << u"id"_s << QStringList{u"a\"1"_s};
    QTest::newRow("short and empty cells") << QByteArray("name,id\nx,a\ny\nz,\n\nw,b\n") << u"id"_s << ab;
    QTest::newRow("guarded against formulas")
        << QByteArray("id\n'=a\n'b\n'+49\n") << u"id"_s << QStringList{u"=a"_s, u"'b"_s, u"+49"_s};
}

void TestPeopleList::reads()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, column);
    QFETCH(const QStringList, people);
    const auto found = engine::readPeopleList(bytes, column);
    QVERIFY2(found, found ? "" : qPrintable(found.error().toLine()));
    QCOMPARE(*found, people);
}

/// As spreadsheets save "Unicode text".
void TestPeopleList::readsWideCharacters()
{
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray bytes = encoder.encode(u"name\tid\r\nx\t\u00e4\r\n"_s);
    const auto found = engine::readPeopleList(bytes, u"id"_s);
    QVERIFY(found);
    QCOMPARE(*found, QStringList{u"\u00e4"_s});
}

void TestPeopleList::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("said"); ///< By the message or the fix.
    QTest::newRow("nothing") << QByteArray() << QString() << u"nobody"_s;
    QTest::newRow("blanks") << QByteArray(" \n\n") << QString() << u"nobody"_s;
    QTest::newRow("a heading only") << QByteArray("id\n") << u"id"_s << u"nobody"_s;
    QTest::newRow("several columns and none named") << QByteArray("name,id\nx,a\n") << QString() << u"name,id"_s;
    QTest::newRow("no such column") << QByteArray("name,mail\nx,a\n") << u"id"_s << u"name, mail"_s;
    QTest::newRow("a column of nothing") << QByteArray() << u"id"_s << u"\"id\""_s;
    QTest::newRow("cut off") << QByteArray("id\n\"a\nb\n") << u"id"_s << u"cut off"_s;
    QTest::newRow("another encoding") << QByteArray("\xe4\n") << QString() << u"no text"_s;
    QTest::newRow("bytes") << QByteArray("a\0b", 3) << QString() << u"no text"_s;
}

void TestPeopleList::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, column);
    QFETCH(const QString, said);
    const auto found = engine::readPeopleList(bytes, column);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, core::Error::Kind::Invalid);
    QCOMPARE(found.error().field, u"people"_s);
    const QString told = found.error().message + found.error().fix;
    QVERIFY2(told.contains(said), qPrintable(told));
}

QTEST_GUILESS_MAIN(TestPeopleList)
#include "tst_peoplelist.moc"
