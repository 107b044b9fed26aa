#include "core/redactor.h"
#include "keychain/systemsecretstore.h"
#include "support/finish.h"

#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace keychain;
using core::Error;
using core::Secret;
using profile::SecretRef;
using support::finishOf;

class TestSystemSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsReadsAndForgets()
    {
        requireKeyring();
        if (QTest::currentTestFailed() || !m_hasKeyring)
            return;
        SystemSecretStore store;
        const QString entry = newEntry();
        const Secret secret = Secret::fromText(u"canary-ä \"%\n-"_s + entry.right(8));
        const auto kept = finishOf(store.keep(entry, secret, this));
        QVERIFY(kept);
        QVERIFY2(!kept->isForSessionOnly(), qPrintable(kept->whyOnlySession.message));
        QCOMPARE(kept->ref.toText(), u"keychain:"_s + entry);
        QVERIFY(kept->whyOnlySession.message.isEmpty());
        QVERIFY(!core::redactor::redacted(u"x canary-ä \"%\n-"_s + entry.right(8)).contains(u"canary"_s));

        SystemSecretStore afterRestart;
        QCOMPARE(finishOf(afterRestart.read(kept->ref, this)).valueOr(Secret()), secret);
        const auto replaced = finishOf(afterRestart.keep(entry, Secret("another"), this));
        QVERIFY(replaced);
        QCOMPARE(finishOf(store.read(kept->ref, this)).valueOr(Secret()), Secret("another"));

        QVERIFY(finishOf(store.forget(kept->ref, this)));
        const auto gone = finishOf(afterRestart.read(kept->ref, this));
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, Error::Kind::NotFound);
        QVERIFY(!gone.error().fix.isEmpty());
        QVERIFY(finishOf(store.forget(kept->ref, this))); // already gone
    }

    void entriesDoNotMix()
    {
        requireKeyring();
        if (QTest::currentTestFailed() || !m_hasKeyring)
            return;
        SystemSecretStore store;
        const QString one = newEntry();
        const QString two = newEntry();
        const auto keptOne = finishOf(store.keep(one, Secret("secret one"), this));
        const auto keptTwo = finishOf(store.keep(two, Secret("secret two"), this));
        QVERIFY(keptOne && keptTwo);
        QCOMPARE(finishOf(store.read(keptOne->ref, this)).valueOr(Secret()), Secret("secret one"));
        QCOMPARE(finishOf(store.read(keptTwo->ref, this)).valueOr(Secret()), Secret("secret two"));
        QVERIFY(finishOf(store.forget(keptOne->ref, this)));
        QCOMPARE(finishOf(store.read(keptTwo->ref, this)).valueOr(Secret()), Secret("secret two"));
        QVERIFY(finishOf(store.forget(keptTwo->ref, this)));
    }

    void severalAtOnce()
    {
        requireKeyring();
        if (QTest::currentTestFailed() || !m_hasKeyring)
            return;
        SystemSecretStore store;
        QStringList entries;
        int kept = 0;
        for (int i = 0; i < 10; ++i) {
            entries << newEntry();
            store.keep(entries.last(), Secret("secret number " + QByteArray::number(i)), this)
                ->whenDone(this, [&kept](const core::Result<SecretStore::Kept> &result) {
                    kept += result && !result->isForSessionOnly() ? 1 : 0;
                });
        }
        QTRY_COMPARE(kept, 10);
        for (int i = 0; i < 10; ++i) {
            const SecretRef ref{.kind = SecretRef::Kind::Keychain, .name = entries[i]};
            QCOMPARE(finishOf(store.read(ref, this)).valueOr(Secret()),
                     Secret("secret number " + QByteArray::number(i)));
            QVERIFY(finishOf(store.forget(ref, this)));
        }
    }

    void tellsItsName()
    {
        requireKeyring();
        if (QTest::currentTestFailed() || !m_hasKeyring)
            return;
        SystemSecretStore store;
        const auto availability = finishOf(store.availability(this));
        QVERIFY(availability->isAvailable);
        QVERIFY(!availability->name.isEmpty());
        QVERIFY(availability->problem.message.isEmpty());
    }

    void deletingAJobEarlyIsHarmless()
    {
        SystemSecretStore store;
        for (int i = 0; i < 3; ++i) {
            QObject page;
            store.read({.kind = SecretRef::Kind::Keychain, .name = newEntry()}, &page);
            store.availability(&page);
            QTest::qWait(i); // at different stages
        }
        QVERIFY(finishOf(store.availability(this))); // and the next one gets its answer
    }

    void cancelEndsAJob()
    {
        SystemSecretStore store;
        auto *job = store.read({.kind = SecretRef::Kind::Keychain, .name = newEntry()}, this);
        job->cancel();
        QCOMPARE(finishOf(job).error().kind, Error::Kind::Cancelled);
    }

    void sessionSecretsLiveInTheObjectOnly()
    {
        SystemSecretStore store;
        const SecretRef ref = store.keepForSession(u"practice/client"_s, Secret("for this session"));
        QCOMPARE(ref.toText(), u"session:practice/client"_s);
        QCOMPARE(*finishOf(store.read(ref, this)), Secret("for this session"));
        QVERIFY(!core::redactor::redacted(u"for this session"_s).contains(u"session"_s));
        SystemSecretStore afterRestart;
        const auto gone = finishOf(afterRestart.read(ref, this));
        QCOMPARE(gone.error().kind, Error::Kind::NotFound);
        QVERIFY(finishOf(store.forget(ref, this)));
        QVERIFY(!finishOf(store.read(ref, this)));
    }

    void readsVariables()
    {
        const auto clean = qScopeGuard([] {
            qunsetenv("CB_TEST_SECRET");
            qunsetenv("CB_TEST_EMPTY");
        });
        qputenv("CB_TEST_SECRET", "from the variable \n");
        qputenv("CB_TEST_EMPTY", "");
        SystemSecretStore store;
        const auto read = [&](const QString &name) {
            return finishOf(store.read({.kind = SecretRef::Kind::Env, .name = name}, this));
        };
        QCOMPARE(*read(u"CB_TEST_SECRET"_s), Secret("from the variable "));
        QVERIFY(!core::redactor::redacted(u"it came from the variable !"_s).contains(u"from"_s));
        for (const QString &name : {u"CB_TEST_EMPTY"_s, u"CB_TEST_MISSING"_s}) {
            const auto missing = read(name);
            QCOMPARE(missing.error().kind, Error::Kind::NotFound);
            QVERIFY(missing.error().message.contains(name));
            QVERIFY(!missing.error().fix.isEmpty());
        }
        QVERIFY(finishOf(store.forget({.kind = SecretRef::Kind::Env, .name = u"CB_TEST_SECRET"_s}, this)));
        QVERIFY(read(u"CB_TEST_SECRET"_s)); // not ours to delete
    }

    void readsFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<int>("problem"); // -1: none
        QTest::newRow("line") << QByteArray("the secret\n") << QByteArray("the secret") << -1;
        QTest::newRow("no newline") << QByteArray("the secret") << QByteArray("the secret") << -1;
        QTest::newRow("windows") << QByteArray("\xEF\xBB\xBFthe secret\r\nmore") << QByteArray("the secret") << -1;
        QTest::newRow("blanks count") << QByteArray(" the secret \n") << QByteArray(" the secret ") << -1;
        QTest::newRow("empty") << QByteArray() << QByteArray() << int(Error::Kind::NotFound);
        QTest::newRow("empty line") << QByteArray("\nthe secret") << QByteArray() << int(Error::Kind::NotFound);
        QTest::newRow("large") << QByteArray(70'000, 'x') << QByteArray() << int(Error::Kind::Invalid);
    }

    void readsFiles()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, secret);
        QFETCH(int, problem);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"secret.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        SystemSecretStore store;
        const SecretRef ref{.kind = SecretRef::Kind::File, .name = file.fileName()};
        const auto read = finishOf(store.read(ref, this));
        QCOMPARE(read ? -1 : int(read.error().kind), problem);
        if (read)
            QCOMPARE(*read, Secret(secret));
        else
            QVERIFY(read.error().message.contains(u"secret.txt"_s));
        QVERIFY(finishOf(store.forget(ref, this)));
        QVERIFY(QFile::exists(file.fileName()));
    }

    void namesFilesThatCannotBeRead()
    {
        QTemporaryDir folder;
        SystemSecretStore store;
        const auto missing =
            finishOf(store.read({.kind = SecretRef::Kind::File, .name = folder.filePath(u"none"_s)}, this));
        QCOMPARE(missing.error().kind, Error::Kind::NotFound);
        QVERIFY(missing.error().message.contains(u"none"_s));
        const auto directory = finishOf(store.read({.kind = SecretRef::Kind::File, .name = folder.path()}, this));
        QCOMPARE(directory.error().kind, Error::Kind::Storage);
    }

    void refusesNothing()
    {
        SystemSecretStore store;
        QCOMPARE(finishOf(store.read({}, this)).error().kind, Error::Kind::NotFound);
        QVERIFY(!finishOf(store.keep(newEntry(), {}, this)));
        QVERIFY(finishOf(store.forget({}, this)));
        QCOMPARE(entryName(u"1"_s, u"client-secret"_s), u"consent-bridge/1/client-secret"_s);
    }

private:
    static QString newEntry()
    {
        return entryName(u"test-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces), u"client-secret"_s);
    }

    /// Without a keychain these cases are skipped on a developer's machine; where it was promised, its absence is a
    /// failure.
    void requireKeyring()
    {
        SystemSecretStore store;
        const auto availability = finishOf(store.availability(this));
        m_hasKeyring = availability && availability->isAvailable;
        if (m_hasKeyring)
            return;
        const QString why = availability ? availability->problem.message : availability.error().message;
        if (qgetenv("CONSENT_BRIDGE_REQUIRE_KEYRING") == "1")
            QFAIL(qPrintable(u"CONSENT_BRIDGE_REQUIRE_KEYRING is set, but: "_s + why));
        QSKIP(qPrintable(u"no keychain to test with: "_s + why));
    }

    bool m_hasKeyring = false;
};

QTEST_GUILESS_MAIN(TestSystemSecretStore)
#include "tst_systemsecretstore.moc"
