#include "cli/terminal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using cli::ExitCode;
using support::Ran;

/// `explain`: what a code means, without asking anybody.
class TestExplainCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void explains_data();
    void explains();
    void admitsWhatItDoesNotKnow();
    void refuses_data();
    void refuses();

private:
    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::Terminal> m_terminal;
};

void TestExplainCommand::initTestCase()
{
    m_world = std::make_unique<support::World>();
    m_terminal = std::make_unique<support::Terminal>(*m_world);
}

void TestExplainCommand::explains_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("sign-in") << u"AADSTS7000215"_s << u"AADSTS7000215"_s << u"secret"_s;
    QTest::newRow("in a message") << u"invalid_client: AADSTS7000222: The provided client secret keys are expired."_s
                                  << u"AADSTS7000222"_s << u"expired"_s;
    QTest::newRow("Dataverse") << u"0x80040220"_s << u"0x80040220"_s << u"privilege"_s;
    QTest::newRow("the same as a number") << u"-2147220960"_s << u"0x80040220"_s << u"privilege"_s;
    QTest::newRow("HTTP") << u"HTTP 429"_s << u"HTTP 429"_s << QString();
    QTest::newRow("our own") << u"TlsExpired"_s << u"TlsExpired"_s << u"certificate"_s;
}

void TestExplainCommand::explains()
{
    QFETCH(const QString, given);
    QFETCH(const QString, code);
    QFETCH(const QString, words);
    // A number that begins with a dash is no option after "--".
    QStringList arguments{u"explain"_s};
    arguments << (given.startsWith(u'-') ? QStringList{u"--"_s, given} : QStringList{given});
    const Ran text = m_terminal->run(arguments);
    QVERIFY2(text.code == ExitCode::Done, qPrintable(text.err));
    QVERIFY2(text.out.startsWith(code + u'\n'), qPrintable(text.out));
    QVERIFY2(text.out.contains(words, Qt::CaseInsensitive), qPrintable(text.out));
    QVERIFY(!text.out.contains(u"%1"_s));

    arguments.insert(1, u"--json"_s);
    const QJsonObject json = m_terminal->run(arguments).json();
    QCOMPARE(json.value(u"code"_s).toString(), code);
    QCOMPARE(json.value(u"known"_s), QJsonValue(true));
    for (const char *member : {"cause", "fix"})
        QVERIFY2(!json.value(QLatin1StringView(member)).toString().isEmpty(), member);
    QVERIFY(json.value(u"place"_s).isObject());
    QVERIFY(text.out.contains(json.value(u"cause"_s).toString()));
    QVERIFY(text.out.contains(json.value(u"fix"_s).toString()));
}

void TestExplainCommand::admitsWhatItDoesNotKnow()
{
    const Ran ran = m_terminal->run({u"explain"_s, u"AADSTS99999999"_s, u"--json"_s});
    QCOMPARE(ran.code, ExitCode::Done);
    QCOMPARE(ran.json().value(u"code"_s).toString(), u"AADSTS99999999"_s);
    QCOMPARE(ran.json().value(u"known"_s), QJsonValue(false));
    QVERIFY(!ran.json().value(u"fix"_s).toString().isEmpty());
}

void TestExplainCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QStringList{} << int(ExitCode::Usage);
    QTest::newRow("blanks") << QStringList{u"  "_s} << int(ExitCode::Usage);
    QTest::newRow("no code") << QStringList{u"it"_s, u"does"_s, u"not"_s, u"work"_s} << int(ExitCode::Invalid);
}

void TestExplainCommand::refuses()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    const Ran ran = m_terminal->run(QStringList{u"explain"_s} + arguments);
    QCOMPARE(int(ran.code), code);
    QVERIFY(ran.out.isEmpty());
    QVERIFY(!ran.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestExplainCommand)

#include "tst_explaincommand.moc"
