#include "store/cache.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using store::Cache;

/// Files that may vanish.
class TestCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void givesBackWhatWasWritten()
    {
        Cache cache(folder());
        QVERIFY(cache.read(u"a"_s).isEmpty());
        QVERIFY(cache.write(u"a"_s, "one"));
        QVERIFY(cache.write(u"../b/ü"_s, QByteArray("\0two", 4)));
        QCOMPARE(cache.read(u"a"_s), QByteArray("one"));
        QCOMPARE(Cache(folder()).read(u"../b/ü"_s), QByteArray("\0two", 4));
        QVERIFY(cache.write(u"a"_s, "other"));
        QCOMPARE(cache.read(u"a"_s), QByteArray("other"));
        cache.forget(u"a"_s);
        QVERIFY(cache.read(u"a"_s).isEmpty());
        QVERIFY(!cache.read(u"../b/ü"_s).isEmpty());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"cache"_s});
    }

    void isForItsOwnerOnly()
    {
        Cache cache(folder());
        QVERIFY(cache.write(u"a"_s, "one"));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        const QFileInfo file = QDir(folder()).entryInfoList(QDir::Files).value(0);
        QVERIFY(file.exists());
        QVERIFY(!(file.permissions() & others));
    }

    void knowsDamage()
    {
        Cache cache(folder());
        QVERIFY(cache.write(u"a"_s, "something long enough to be damaged"));
        QFile file(QDir(folder()).entryInfoList(QDir::Files).value(0).filePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        QVERIFY(file.seek(size - 3) && file.putChar('X'));
        file.close();
        QVERIFY(cache.read(u"a"_s).isEmpty());
        QVERIFY(file.resize(5));
        QVERIFY(cache.read(u"a"_s).isEmpty());
    }

    void tellsWhenItCannotWrite()
    {
        QFile inTheWay(folder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto written = Cache(folder()).write(u"a"_s, "one");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, core::Error::Kind::Storage);
    }

private:
    QString folder() const { return m_folder->filePath(u"cache"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCache)
#include "tst_cache.moc"
