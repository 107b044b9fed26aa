#include "sandbox/practice.h"
#include "sandbox/rehearsal.h"
#include "sandbox/web.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sandbox;

/// Everything that can be rehearsed: each sets what it says and nothing else. What each looks like is for the
/// connection test to show.
class TestSandboxRehearsals : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Sandbox> m_sandbox;
    QTemporaryDir m_folder;

    Rehearsal named(const QString &id)
    {
        for (const Rehearsal &one : rehearsals(m_sandbox->credentials(), m_folder.path())) {
            if (one.id == id)
                return one;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = startSandbox({.contacts = 30, .withTls = true});
        QVERIFY(m_sandbox && m_folder.isValid());
    }

    void eachIsDescribed()
    {
        QSet<QString> ids;
        QSet<QString> titles;
        static const QRegularExpression word(u"^[a-z]+(-[a-z]+)*$"_s);
        for (const Rehearsal &one : rehearsals(m_sandbox->credentials(), m_folder.path())) {
            QVERIFY2(word.match(one.id).hasMatch(), qPrintable(one.id));
            QVERIFY2(!ids.contains(one.id), qPrintable(one.id));
            QVERIFY2(!one.title.isEmpty() && !titles.contains(one.title), qPrintable(one.id));
            QVERIFY2(!one.step.isEmpty(), qPrintable(one.id));
            QVERIFY2(!one.faults.isEmpty() || one.edit, qPrintable(one.id)); // something is wrong
            ids << one.id;
            titles << one.title;
        }
    }

    void eachPrepares_data()
    {
        QTest::addColumn<QString>("id");
        for (const Rehearsal &one : rehearsals({}, {}))
            QTest::newRow(qPrintable(one.id)) << one.id;
    }

    void eachPrepares()
    {
        QFETCH(QString, id);
        const Rehearsal rehearsal = named(id);
        QVERIFY(m_sandbox->setFault(u"slow"_s, u"entra:1"_s)); // left over from something else
        QVERIFY(m_sandbox->setFault(u"secret"_s, u"wrong"_s));
        const auto prepared = prepareRehearsal(*m_sandbox, rehearsal, m_folder.path());
        QVERIFY2(prepared, qPrintable(prepared ? QString() : prepared.error().message));
        QStringList active = m_sandbox->activeFaults();
        QStringList expected = rehearsal.faults;
        active.sort();
        expected.sort();
        QCOMPARE(active, expected);

        const profile::Profile before = practiceProfile(m_sandbox->credentials());
        profile::Profile after = before;
        if (rehearsal.edit)
            rehearsal.edit(after);
        QCOMPARE(after == before, !rehearsal.edit);
        QCOMPARE(after.id, before.id);
        QCOMPARE(after.name, before.name);
        if (!after.credential.certificateFile.isEmpty()) {
            const QFileInfo file(after.credential.certificateFile);
            QCOMPARE(file.absolutePath(), QFileInfo(m_folder.path()).absoluteFilePath());
            QVERIFY(file.size() > 0);
#ifdef Q_OS_UNIX
            QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
#endif
        }
    }

    void preparesTwice()
    {
        // The certificate's file is there from the first time.
        const Rehearsal rehearsal = named(u"certificate-not-uploaded"_s);
        QVERIFY(prepareRehearsal(*m_sandbox, rehearsal, m_folder.path()));
        QVERIFY(prepareRehearsal(*m_sandbox, rehearsal, m_folder.path()));
    }

    void saysWhereItCannotWrite()
    {
        const QString nowhere = m_folder.filePath(u"nowhere"_s);
        Rehearsal rehearsal;
        for (const Rehearsal &one : rehearsals(m_sandbox->credentials(), nowhere)) {
            if (one.id == "certificate-not-uploaded"_L1)
                rehearsal = one;
        }
        const auto prepared = prepareRehearsal(*m_sandbox, rehearsal, nowhere);
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().kind, core::Error::Kind::Storage);
        QVERIFY(prepared.error().message.contains(u"nowhere"_s));
        QVERIFY(!prepared.error().fix.isEmpty());
    }

    void refusesFaultsThatDoNotExist()
    {
        const auto prepared =
            prepareRehearsal(*m_sandbox, {.id = u"x"_s, .faults = {u"gravity=off"_s}}, m_folder.path());
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().kind, core::Error::Kind::Invalid);
    }
};

QTEST_GUILESS_MAIN(TestSandboxRehearsals)

#include "tst_sandboxrehearsals.moc"
