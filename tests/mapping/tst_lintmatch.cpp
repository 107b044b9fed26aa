#include "columns.h"
#include "mapping/lint.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mapping;
using profile::KeyPart;
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
                      columns::text(u"both"_s, 100),
                      columns::text(u"new_country"_s, 2),
                      columns::choice(u"new_kind"_s)};
    const auto key = [](const QStringList &on, Key::Status status) {
        return Key{.logicalName = on.first() + u"key"_s, .columns = on, .status = status};
    };
    result.keys = {key({u"new_didomiuserid"_s}, Key::Status::Active),
                   key({u"building"_s}, Key::Status::InProgress),
                   key({u"pending"_s}, Key::Status::Pending),
                   key({u"failed"_s}, Key::Status::Failed),
                   key({u"emailaddress1"_s, u"both"_s}, Key::Status::Active),
                   key({u"new_didomiuserid"_s, u"new_country"_s}, Key::Status::Active),
                   key({u"new_kind"_s, u"new_number"_s, u"new_didomiuserid"_s}, Key::Status::Failed),
                   key({u"new_country"_s, u"new_kind"_s, u"emailaddress1"_s}, Key::Status::Active),
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
        QTest::newRow("number") << Kind::Column << u"new_number"_s << State::Warning << u"whole numbers"_s;
        QTest::newRow("choice") << Kind::Column << u"new_kind"_s << State::Error << u"text"_s;
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

    void judgesKeysOfSeveralColumns_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QList<KeyPart>>("more");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("said");
        const auto part = [](const QString &column, const QString &value) {
            return KeyPart{.column = column, .value = value};
        };
        const QString id = u"new_didomiuserid"_s;
        using Parts = QList<KeyPart>;
        QTest::newRow("constant") << id << Parts{part(u"new_country"_s, u"FR"_s)} << State::Fine << QString();
        QTest::newRow("metadata")
            << id << Parts{{.column = u"new_country"_s, .from = KeyPart::From::Metadata, .value = u"country"_s}}
            << State::Fine << QString();
        QTest::newRow("in another order")
            << u"emailaddress1"_s << Parts{part(u"new_kind"_s, u"9"_s), part(u"new_country"_s, u"FR"_s)} << State::Fine
            << QString();
        QTest::newRow("column not chosen") << id << Parts{part({}, u"FR"_s)} << State::Error << u"not chosen"_s;
        QTest::newRow("no such column") << id << Parts{part(u"gone"_s, u"FR"_s)} << State::Error << u"gone"_s;
        QTest::newRow("nobody fills it") << id << Parts{part(u"new_country"_s, {})} << State::Error
                                         << u"nobody says what it holds"_s;
        QTest::newRow("no metadata named") << id << Parts{{.column = u"new_country"_s, .from = KeyPart::From::Metadata}}
                                           << State::Error << u"which of Didomi's metadata"_s;
        QTest::newRow("too long") << id << Parts{part(u"new_country"_s, u"FRANCE"_s)} << State::Error << u"at most 2"_s;
        QTest::newRow("no option") << u"emailaddress1"_s
                                   << Parts{part(u"new_kind"_s, u"Sports"_s), part(u"new_country"_s, u"FR"_s)}
                                   << State::Error << u"new_kind"_s;
        QTest::newRow("twice") << id << Parts{part(u"new_country"_s, u"FR"_s), part(u"new_country"_s, u"DE"_s)}
                               << State::Error << u"twice"_s;
        QTest::newRow("the match column twice") << id << Parts{part(id, u"x"_s)} << State::Error << u"twice"_s;
        QTest::newRow("no such key") << id << Parts{part(u"secured"_s, u"x"_s)} << State::Error
                                     << u"exactly these columns"_s;
        QTest::newRow("a part of a key") << u"emailaddress1"_s << Parts{part(u"new_country"_s, u"FR"_s)} << State::Error
                                         << u"exactly these columns"_s;
        QTest::newRow("failed key") << id << Parts{part(u"new_number"_s, u"1"_s), part(u"new_kind"_s, u"9"_s)}
                                    << State::Error << u"same value"_s;
    }
    void judgesKeysOfSeveralColumns()
    {
        QFETCH(QString, column);
        QFETCH(QList<KeyPart>, more);
        QFETCH(State, state);
        QFETCH(QString, said);
        const MatchRule rule{.kind = MatchRule::Kind::AlternateKey, .column = column, .more = more};
        const Verdict verdict = lintMatch(rule, table());
        QVERIFY2(verdict.state == state, qPrintable(verdict.message));
        QVERIFY2(verdict.message.contains(said), qPrintable(verdict.message));
        QCOMPARE(verdict.fix.isEmpty(), state == State::Fine);
        // Only keys have parts.
        const MatchRule search{.kind = MatchRule::Kind::Column, .column = column, .more = more};
        QCOMPARE(lintMatch(search, table()).state, State::Fine);
    }

    void namesTheRestOfAKey()
    {
        const MatchRule rule{.kind = MatchRule::Kind::AlternateKey, .column = u"emailaddress1"_s};
        const Verdict verdict = lintMatch(rule, table());
        QVERIFY2(verdict.fix.contains(u"both"_s), qPrintable(verdict.fix)); // the smaller of two
    }

    void suggestsTheColumnThatWasMeant()
    {
        const Verdict verdict = lintMatch({.kind = MatchRule::Kind::Column, .column = u"emailadress1"_s}, table());
        QVERIFY2(verdict.fix.contains(u"emailaddress1"_s), qPrintable(verdict.fix));
    }
};

QTEST_GUILESS_MAIN(TestLintMatch)
#include "tst_lintmatch.moc"
