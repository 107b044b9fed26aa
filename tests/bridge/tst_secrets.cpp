#include "bridge/secrets.h"
#include "keychain/systemsecretstore.h"
#include "support/finish.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using bridge::FoundSecrets;
using bridge::Secrets;
using core::Error;
using core::Secret;
using profile::Credential;
using profile::NetworkOptions;
using profile::Profile;
using profile::SecretRef;
using support::finishOf;

using Change = std::function<void(Profile &)>;
Q_DECLARE_METATYPE(Change)

namespace {

const SecretRef gone{.kind = SecretRef::Kind::Env, .name = u"CB_TEST_NO_SUCH_SECRET"_s};

} // namespace

/// The secrets of an integration: which ones are read, and what is said of those that are not there.
class TestSecrets : public QObject
{
    Q_OBJECT

private:
    keychain::SystemSecretStore m_store;

    SecretRef kept(const QString &entry, const QByteArray &bytes)
    {
        return m_store.keepForSession(entry, Secret(bytes));
    }

    /// Every place filled; what is read of it depends on the credential's kind and the proxy.
    Profile complete(Credential::Kind kind)
    {
        Profile profile = profile::newProfile(u"Acme"_s);
        profile.clientSecret = kept(u"client"_s, "client secret");
        profile.didomi.secret = kept(u"didomi"_s, "didomi secret");
        profile.credential.kind = kind;
        profile.credential.nextSecret = kept(u"next"_s, "next secret");
        profile.credential.certificatePassphrase = kept(u"passphrase"_s, "passphrase");
        profile.network.proxy = NetworkOptions::Proxy::Manual;
        profile.network.proxyPassword = kept(u"proxy"_s, "proxy password");
        return profile;
    }

private Q_SLOTS:
    void findsWhatASecretNeeds()
    {
        const auto found = finishOf(bridge::findSecrets(m_store, complete(Credential::Kind::Secret), this));
        QVERIFY(found);
        QVERIFY(found->problems.isEmpty());
        QCOMPARE(found->secrets.clientSecret, Secret("client secret"));
        QCOMPARE(found->secrets.didomiSecret, Secret("didomi secret"));
        QCOMPARE(found->secrets.nextClientSecret, Secret("next secret"));
        QCOMPARE(found->secrets.proxyPassword, Secret("proxy password"));
        QVERIFY(found->secrets.certificatePassphrase.isEmpty()); // nobody needs it
    }

    void findsWhatACertificateNeeds()
    {
        const auto found = finishOf(bridge::findSecrets(m_store, complete(Credential::Kind::Certificate), this));
        QVERIFY(found);
        QVERIFY(found->problems.isEmpty());
        QCOMPARE(found->secrets.certificatePassphrase, Secret("passphrase"));
        QVERIFY(found->secrets.clientSecret.isEmpty());
    }

    void findsThoseOfFurtherUsers()
    {
        Profile profile = complete(Credential::Kind::Secret);
        profile.furtherUsers = {{.clientSecret = kept(u"second"_s, "second secret")},
                                {.kind = Credential::Kind::Certificate,
                                 .clientSecret = gone, // which is not used
                                 .certificatePassphrase = kept(u"third"_s, "third passphrase")},
                                {.clientSecret = gone},
                                {}};
        // Who works as the first one only is not held up.
        const auto secrets = finishOf(bridge::readSecrets(m_store, profile, this));
        QVERIFY(secrets);
        QCOMPARE(secrets->further.size(), 4);
        QCOMPARE(secrets->further.at(0).clientSecret, Secret("second secret"));
        QVERIFY(!secrets->further.at(0).problem);
        QCOMPARE(secrets->further.at(1).certificatePassphrase, Secret("third passphrase"));
        QVERIFY(!secrets->further.at(1).problem);
        for (const int index : {2, 3}) {
            const auto &problem = secrets->further.at(index).problem;
            QVERIFY(problem);
            QCOMPARE(problem->field, profile::furtherUserField(index, u"client_secret"_s));
        }
        QCOMPARE(secrets->clientSecret, Secret("client secret"));
    }

    void asksForNothingThatIsNotUsed()
    {
        Profile profile = complete(Credential::Kind::Certificate);
        profile.clientSecret = gone;
        profile.network = {.proxy = NetworkOptions::Proxy::System, .proxyPassword = gone};
        profile.credential.certificatePassphrase = {}; // a file without one
        profile.credential.nextSecret = {};
        const auto found = finishOf(bridge::findSecrets(m_store, profile, this));
        QVERIFY(found);
        QVERIFY(found->problems.isEmpty());
        QVERIFY(finishOf(bridge::readSecrets(m_store, profile, this)));
    }

    void namesEachProblem_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("problem");
        using Kind = Credential::Kind;
        const auto row = [](const char *name, Kind kind, const Change &change, const QString &field,
                            Error::Kind problem) {
            QTest::newRow(name) << int(kind) << change << field << int(problem);
        };
        row(
            "no client secret", Kind::Secret, [](Profile &p) { p.clientSecret = {}; }, u"client_secret"_s,
            Error::Kind::Invalid);
        row(
            "client secret gone", Kind::Secret, [](Profile &p) { p.clientSecret = gone; }, u"client_secret"_s,
            Error::Kind::NotFound);
        row(
            "no secret of Didomi's", Kind::Certificate, [](Profile &p) { p.didomi.secret = {}; }, u"didomi.secret"_s,
            Error::Kind::Invalid);
        row(
            "secret of Didomi's gone", Kind::Secret, [](Profile &p) { p.didomi.secret = gone; }, u"didomi.secret"_s,
            Error::Kind::NotFound);
        row(
            "passphrase gone", Kind::Certificate, [](Profile &p) { p.credential.certificatePassphrase = gone; },
            u"credential.certificate_passphrase"_s, Error::Kind::NotFound);
        row(
            "proxy's password gone", Kind::Secret, [](Profile &p) { p.network.proxyPassword = gone; },
            u"network.proxy_password"_s, Error::Kind::NotFound);
    }

    void namesEachProblem()
    {
        QFETCH(int, kind);
        QFETCH(Change, change);
        QFETCH(QString, field);
        QFETCH(int, problem);
        Profile profile = complete(Credential::Kind(kind));
        change(profile);
        const auto found = finishOf(bridge::findSecrets(m_store, profile, this));
        QVERIFY(found); // the rest is there
        QCOMPARE(found->problems.size(), 1);
        QCOMPARE(found->problems[0].field, field);
        QCOMPARE(int(found->problems[0].kind), problem);
        QVERIFY(!found->problems[0].message.isEmpty() && !found->problems[0].fix.isEmpty());
        QCOMPARE(found->secrets.nextClientSecret, Secret("next secret")); // read after the one that failed

        const auto read = finishOf(bridge::readSecrets(m_store, profile, this));
        QVERIFY(!read); // who wants to write needs all of them
        QCOMPARE(read.error().field, field);
        QCOMPARE(int(read.error().kind), problem);
    }

    void namesAllProblemsAtOnce()
    {
        Profile profile = complete(Credential::Kind::Secret);
        profile.clientSecret = gone;
        profile.didomi.secret = {};
        profile.network.proxyPassword = gone;
        const auto found = finishOf(bridge::findSecrets(m_store, profile, this));
        QVERIFY(found);
        QStringList fields;
        for (const Error &problem : found->problems)
            fields << problem.field;
        fields.sort();
        QCOMPARE(fields, QStringList({u"client_secret"_s, u"didomi.secret"_s, u"network.proxy_password"_s}));
    }

    void aNextSecretThatIsGoneStopsNobody()
    {
        Profile profile = complete(Credential::Kind::Secret);
        profile.credential.nextSecret = gone;
        const auto read = finishOf(bridge::readSecrets(m_store, profile, this));
        QVERIFY(read);
        QVERIFY(read->nextClientSecret.isEmpty());
        QCOMPARE(read->clientSecret, Secret("client secret"));
    }

    void stopsWhenCancelled()
    {
        for (const bool isFinding : {true, false}) {
            const Profile profile = complete(Credential::Kind::Secret);
            if (isFinding) {
                auto *job = bridge::findSecrets(m_store, profile, this);
                job->cancel();
                QCOMPARE(finishOf(job).error().kind, Error::Kind::Cancelled);
            } else {
                auto *job = bridge::readSecrets(m_store, profile, this);
                job->cancel();
                QCOMPARE(finishOf(job).error().kind, Error::Kind::Cancelled);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
