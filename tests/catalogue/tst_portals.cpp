#include "catalogue/entry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::Place;
using catalogue::Portal;
using catalogue::Source;
using catalogue::Surroundings;
using core::Error;
using Kind = core::Error::Kind;

class TestPortals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhereItIsSetRight_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<Portal>("portal");
        const auto row = [](const char *name, const Error &error, Portal portal) {
            QTest::newRow(name) << error << portal;
        };
        // By the code, whatever else is there
        row("secret", {.kind = Kind::SignIn, .field = u"authentication.client_secret"_s, .code = u"AADSTS7000222"_s},
            Portal::EntraSecrets);
        row("policy", {.kind = Kind::SignIn, .code = u"AADSTS53003"_s}, Portal::ConditionalAccess);
        row("no application user", {.kind = Kind::Forbidden, .code = u"0x80072560"_s}, Portal::ApplicationUsers);
        row("privilege", {.kind = Kind::Forbidden, .code = u"0x80040220"_s}, Portal::SecurityRoles);
        row("column gone", {.kind = Kind::Rejected, .field = u"new_gone"_s, .code = u"0x80041103"_s},
            Portal::MappingsPage);
        row("key", {.kind = Kind::Rejected, .code = u"0x80060890"_s}, Portal::Keys);
        row("clock", {.kind = Kind::Tls, .code = u"TlsNotYetValid"_s}, Portal::ThisComputer);
        row("known, but nowhere", {.kind = Kind::Tls, .code = u"TlsRevoked"_s}, Portal::None);
        row("wait", {.kind = Kind::Throttled, .code = u"0x80072322"_s}, Portal::None);
        row("Didomi's contract", {.kind = Kind::Forbidden, .code = u"Forbidden"_s, .httpStatus = 403},
            Portal::DidomiOrganization);
        row("Didomi's key", {.kind = Kind::SignIn, .code = u"BadRequest"_s, .httpStatus = 400}, Portal::DidomiKeys);
        row("a name without its status", {.kind = Kind::Forbidden, .code = u"Forbidden"_s, .httpStatus = 400},
            Portal::SecurityRoles);

        // By the field: ours where it was entered, theirs where it is to be read
        row("we miss the secret", {.kind = Kind::Invalid, .field = u"authentication.client_secret"_s},
            Portal::ConnectionPage);
        row("they refuse the secret", {.kind = Kind::SignIn, .field = u"authentication.client_secret"_s},
            Portal::EntraSecrets);
        row("unknown number, with a field",
            {.kind = Kind::SignIn, .field = u"authentication.tenant_id"_s, .code = u"AADSTS1234567"_s},
            Portal::EntraTenant);
        row("organization", {.kind = Kind::Forbidden, .field = u"didomi.organization_id"_s},
            Portal::DidomiOrganization);
        row("authority file", {.kind = Kind::Storage, .field = u"network.authority_file"_s}, Portal::ConnectionPage);
        row("mapping", {.kind = Kind::Invalid, .field = u"mappings[2].value"_s}, Portal::MappingsPage);
        row("column", {.kind = Kind::Rejected, .field = u"firstname"_s}, Portal::MappingsPage);

        // By the kind
        row("signed out", {.kind = Kind::SignIn, .httpStatus = 401}, Portal::ConnectionPage);
        row("not allowed", {.kind = Kind::Forbidden, .httpStatus = 403}, Portal::SecurityRoles);
        row("keychain", {.kind = Kind::Keychain}, Portal::ThisComputer);
        row("server", {.kind = Kind::Server, .httpStatus = 500}, Portal::None);
        row("stopped", Error::cancelled(), Portal::None);
    }
    void knowsWhereItIsSetRight()
    {
        QFETCH(Error, error);
        QFETCH(Portal, portal);
        QCOMPARE(catalogue::portalOf(error), portal);
    }

    void everyPlaceHasAText()
    {
        const Surroundings surroundings{.tenantId = u"2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55"_s,
                                        .clientId = u"c3a10000-0000-4000-8000-000000000001"_s,
                                        .authority = QUrl(u"https://login.microsoftonline.com"_s),
                                        .instance = QUrl(u"https://acme.crm4.dynamics.com"_s),
                                        .table = u"contact"_s};
        for (int number = int(Portal::ConnectionPage); number <= int(Portal::DidomiStatus); ++number) {
            const Place place = catalogue::placeOf(Portal(number), surroundings);
            QVERIFY2(!place.text.isEmpty(), qPrintable(QString::number(number)));
            QVERIFY2(!place.text.contains(u'%'), qPrintable(place.text));
            const bool isHere = Portal(number) == Portal::ConnectionPage || Portal(number) == Portal::MappingsPage ||
                                Portal(number) == Portal::ThisComputer;
            QCOMPARE(place.link.isEmpty(), isHere);
            if (!isHere) {
                QVERIFY2(place.link.isValid(), qPrintable(place.link.toString()));
                QCOMPARE(place.link.scheme(), u"https"_s);
            }
        }
        QCOMPARE(catalogue::placeOf(Portal::None, surroundings), Place());
    }

    void opensTheVeryPageWhereItCan()
    {
        const Surroundings known{.clientId = u"c3a1"_s,
                                 .authority = QUrl(u"https://login.microsoftonline.com"_s),
                                 .instance = QUrl(u"https://acme.crm4.dynamics.com"_s),
                                 .table = u"contact"_s};
        QVERIFY(catalogue::placeOf(Portal::EntraSecrets, known).link.toString().contains(u"c3a1"_s));
        QCOMPARE(catalogue::placeOf(Portal::Rows, known).link.toString(),
                 u"https://acme.crm4.dynamics.com/main.aspx?pagetype=entitylist&etn=contact"_s);
        // Without knowing more: the front page, never a broken one.
        QVERIFY(!catalogue::placeOf(Portal::EntraSecrets, {}).link.toString().contains(u"appId/"_s));
        QVERIFY(catalogue::placeOf(Portal::Rows, {}).link.isEmpty());
    }

    void leadsToThePortalsOfTheTenantsCloud()
    {
        const auto host = [](Portal portal, const QString &authority, const QString &instance = {}) {
            return catalogue::placeOf(portal, {.authority = QUrl(authority), .instance = QUrl(instance)}).link.host();
        };
        const QString world = u"https://login.microsoftonline.com"_s;
        const QString us = u"https://login.microsoftonline.us"_s;
        const QString gcc = u"https://acme.crm9.dynamics.com"_s;
        const QString defence = u"https://acme.crm.appsplatform.us"_s;
        QCOMPARE(host(Portal::EntraSecrets, world), u"entra.microsoft.com"_s);
        QCOMPARE(host(Portal::ApplicationUsers, world), u"admin.powerplatform.microsoft.com"_s);
        QCOMPARE(host(Portal::EntraSecrets, us), u"entra.microsoft.us"_s);
        QCOMPARE(host(Portal::Columns, us), u"make.high.powerapps.us"_s);
        QCOMPARE(host(Portal::ApplicationUsers, us, defence), u"admin.appsplatform.us"_s);
        QCOMPARE(host(Portal::EntraSecrets, world, gcc), u"entra.microsoft.com"_s);
        QCOMPARE(host(Portal::ApplicationUsers, world, gcc), u"gcc.admin.powerplatform.microsoft.us"_s);
        QVERIFY(host(Portal::ApplicationUsers, u"https://login.partner.microsoftonline.cn"_s).endsWith(u".cn"_s));
    }
};

QTEST_GUILESS_MAIN(TestPortals)
#include "tst_portals.moc"
