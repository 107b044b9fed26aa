// Several application users of one environment.

#include "rig.h"

#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::Dataverse;

namespace {

constexpr int requestLimit = 6000;
const QUuid firstClient(u"6f1f2c1e-0000-4000-8000-000000000001"_s);
const QUuid secondClient(u"6f1f2c1e-0000-4000-8000-000000000002"_s);

/// An environment with two application users.
struct Office {
    support::FakeClock clock;
    QList<sandbox::Person> people = sandbox::generatePeople(7, 40);
    Dataverse dataverse{people, clock, {.clientId = firstClient, .furtherClientIds = {secondClient}}};
    sandbox::Faults faults;

    Answer send(const QUuid &client, const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        httpd::Request request{.method = method,
                               .path = "/api/data/v9.2/" + path,
                               .headers = {{"Host", "127.0.0.1:9"}, {"Content-Type", "application/json"}},
                               .body = body};
        return {dataverse.handle(request, faults, client)};
    }
    Answer whoAmI(const QUuid &client) { return send(client, "GET", "WhoAmI"); }
    QByteArray contact() const
    {
        for (const sandbox::Person &person : people) {
            if (!person.contacts.isEmpty())
                return "contacts(" + person.contacts.constFirst().id.toByteArray(QUuid::WithoutBraces) + ')';
        }
        return {};
    }
};

int requestsLeft(const Answer &answer)
{
    return answer.header("x-ms-ratelimit-burst-remaining-xrm-requests").toInt();
}

} // namespace

class TestSimUsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsSomebodyElse()
    {
        Office office;
        QCOMPARE(office.whoAmI(firstClient)[u"UserId"_s].toString(), Dataverse::userId());
        QCOMPARE(office.whoAmI(secondClient)[u"UserId"_s].toString(), Dataverse::furtherUserId(0));
        QVERIFY(Dataverse::userId() != Dataverse::furtherUserId(0));
        QCOMPARE(office.whoAmI(firstClient)[u"OrganizationId"_s], office.whoAmI(secondClient)[u"OrganizationId"_s]);
        const Answer user =
            office.send(firstClient, "GET", "systemusers(" + Dataverse::furtherUserId(0).toLatin1() + ')');
        QCOMPARE(user[u"applicationid"_s].toString(), secondClient.toString(QUuid::WithoutBraces));
    }

    void eachHasALimitOfItsOwn()
    {
        Office office;
        for (int i = 0; i < requestLimit; ++i)
            (void)office.whoAmI(firstClient);
        QCOMPARE(office.whoAmI(firstClient).status(), 429);
        const Answer other = office.whoAmI(secondClient);
        QCOMPARE(other.status(), 200);
        QCOMPARE(requestsLeft(other), requestLimit - 1);
    }

    void rowsTellWhoWroteThem()
    {
        Office office;
        const QByteArray path = office.contact();
        for (const auto &[client, user] :
             {std::pair(secondClient, Dataverse::furtherUserId(0)), std::pair(firstClient, Dataverse::userId())}) {
            QCOMPARE(office.send(client, "PATCH", path, json("{'firstname': 'Ada'}")).status(), 204);
            QCOMPARE(office.send(client, "GET", path)[u"_modifiedby_value"_s].toString(), user);
        }
    }

    void onlyTheOthersAreStruck_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("whoAmI");
        QTest::newRow("missing") << u"missing"_s << 403;
        QTest::newRow("basic role") << u"basic-role"_s << 200;
    }

    void onlyTheOthersAreStruck()
    {
        QFETCH(QString, fault);
        QFETCH(int, whoAmI);
        Office office;
        const auto write = [&office](const QUuid &client) {
            return office.send(client, "PATCH", office.contact(), json("{'firstname': 'Ada'}")).status();
        };
        QVERIFY(office.faults.set(u"further-user"_s, fault));
        QCOMPARE(office.whoAmI(secondClient).status(), whoAmI);
        QCOMPARE(write(secondClient), 403);
        QCOMPARE(office.whoAmI(firstClient).status(), 200);
        QCOMPARE(write(firstClient), 204);
        office.faults.clear();
        QCOMPARE(write(secondClient), 204);
    }
};

QTEST_GUILESS_MAIN(TestSimUsers)
#include "tst_simusers.moc"
