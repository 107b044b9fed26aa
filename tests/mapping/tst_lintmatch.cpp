#include "columns.h"
#include "mapping/lint.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;
using profile::MatchRule;
using State = Verdict::State;

namespace {

Table table()
{
    Table result{.logicalName = u"contact"_s, .entitySet = u"contacts"_s, .primaryId = u"contactid"_s};
    Column id = columns::writable(u"contactid"_s, ColumnType::UniqueId);
    id.isPrimaryId = true;
    Column mirror = columns::text(u"parentcustomeridname"_s, 100);
    mirror.attributeOf = u"parentcustomerid"_s;
    Column hidden = columns::text(u"hidden"_s, 100);
    hidden.isValidForRead = false;
    Column secured = columns::text(u"secured"_s, 100);
    secured.isSecured = true;
    result.columns = {id,
                      mirror,
                      hidden,
                      secured,
                      columns::text(u"emailaddress1"_s, 100),
                      columns::text(u"new_didomiuserid"_s, 100),
                      columns::text(u"building"_s, 100),
                      columns::text(u"pending"_s, 100),
                      columns::text(u"failed"_s, 100),
                      columns::number(u"new_number"_s, ColumnType::Integer, 0),
                      columns::text(u"both"_s, 100)};
    const auto key = [](const QStringList &on, Key::Status status) {
        return Key{.logicalName = on.first() + u"key"_s, .columns = on, .status = status};
    };
    result.keys = {key({u"new_didomiuserid"_s}, Key::Status::Active),
                   key({u"building"_s}, Key::Status::InProgress),
                   key({u"pending"_s}, Key::Status::Pending),
                   key({u"failed"_s}, Key::Status::Failed),
                   key({u"emailaddress1"_s, u"both"_s}, Key::Status::Active),
                   key({u"both"_s}, Key::Status::Failed),
                   key({u"both"_s}, Key::Status::Active)};
    return result;
}

} // namespace

Q_DECLARE_METATYPE(mapping::Verdict::State)

class TestLintMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<MatchRule::Kind>("kind");
        QTest::addColumn<QString>("column");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("said");
        using Kind = MatchRule::Kind;
        QTest::newRow("row id") << Kind::RowId << QString() << State::Fine << QString();
        QTest::newRow("column") << Kind::Column << u"emailaddress1"_s << State::Fine << QString();
        QTest::newRow("key") << Kind::AlternateKey << u"new_didomiuserid"_s << State::Fine << QString();
        QTest::newRow("one of two keys is active") << Kind::AlternateKey << u"both"_s << State::Fine << QString();
        QTest::newRow("no key") << Kind::AlternateKey << u"secured"_s << State::Error << u"no alternate key"_s;
        QTest::newRow("part of a key") << Kind::AlternateKey << u"emailaddress1"_s << State::Error << u"alone"_s;
        QTest::newRow("key being built") << Kind::AlternateKey << u"building"_s << State::Error << u"being built"_s;
        QTest::newRow("key pending") << Kind::AlternateKey << u"pending"_s << State::Error << u"being built"_s;
        QTest::newRow("key failed") << Kind::AlternateKey << u"failed"_s << State::Error << u"same value"_s;
        QTest::newRow("failed key does not hinder a search") << Kind::Column << u"failed"_s << State::Fine << QString();
        QTest::newRow("no column") << Kind::Column << u"emailadress1"_s << State::Error << u"emailadress1"_s;
        QTest::newRow("none chosen") << Kind::Column << QString() << State::Error << u"No match column"_s;
        QTest::newRow("primary id") << Kind::Column << u"contactid"_s << State::Error << u"own id"_s;
        QTest::newRow("mirror") << Kind::Column << u"parentcustomeridname"_s << State::Error << u"mirrors"_s;
        QTest::newRow("unreadable") << Kind::Column << u"hidden"_s << State::Error << u"read"_s;
        QTest::newRow("number") << Kind::Column << u"new_number"_s << State::Error << u"text"_s;
        QTest::newRow("secured") << Kind::Column << u"secured"_s << State::Warning << u"secured"_s;
    }

    void judges()
    {
        QFETCH(MatchRule::Kind, kind);
        QFETCH(QString, column);
        QFETCH(State, state);
        QFETCH(QString, said);
        const Verdict verdict = lintMatch({.kind = kind, .column = column}, table());
        QCOMPARE(verdict.state, state);
        QCOMPARE(verdict.message.isEmpty(), state == State::Fine);
        QCOMPARE(verdict.fix.isEmpty(), state == State::Fine);
        QVERIFY2(verdict.message.contains(said), qPrintable(verdict.message));
    }

    void suggestsTheColumnThatWasMeant()
    {
        const Verdict verdict = lintMatch({.kind = MatchRule::Kind::Column, .column = u"emailadress1"_s}, table());
        QVERIFY2(verdict.fix.contains(u"emailaddress1"_s), qPrintable(verdict.fix));
    }
};

QTEST_GUILESS_MAIN(TestLintMatch)
#include "tst_lintmatch.moc"
