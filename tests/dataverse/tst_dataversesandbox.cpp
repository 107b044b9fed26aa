#include "dataverse/client.h"
#include "entra/tokensource.h"
#include "sandbox/sandbox.h"
#include "support/finish.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::Client;
using dataverse::Criterion;
using dataverse::Row;
using dataverse::Write;
using dataverse::WriteReply;
using mapping::Column;
using mapping::ColumnType;
using sandbox::Person;
using support::finishOf;
using Condition = Write::Condition;
using Effect = WriteReply::Effect;

namespace {

constexpr int contactCount = 60;

QString newGuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

mapping::Cell cell(const QString &column, const QByteArray &json)
{
    return {.column = column, .member = column.toLatin1(), .json = json};
}

} // namespace

/// The client against the simulated service, over real connections.
class TestDataverseSandbox : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QList<Person> m_people;
    std::unique_ptr<net::Network> m_network;
    std::unique_ptr<net::Service> m_signIn;
    std::unique_ptr<net::Service> m_service;
    std::unique_ptr<entra::TokenSource> m_tokens;
    std::unique_ptr<Client> m_client;
    mapping::Table m_contact;

    const Person &person(Person::Case kind) const
    {
        return *std::find_if(m_people.cbegin(), m_people.cend(),
                             [kind](const Person &one) { return one.kind == kind; });
    }

    Result<QList<Row>> find(Criterion::Kind kind, const QString &column, const QString &value)
    {
        const QStringList columns{u"new_didomiuserid"_s, u"donotbulkemail"_s, u"new_favouritebrand"_s, u"new_topics"_s};
        return finishOf(
            m_client->find(m_contact, {.kind = kind, .parts = {{.column = column, .value = value}}}, columns, 2, this));
    }

    Row rowOf(const QString &id) { return find(Criterion::Kind::RowId, {}, id).valueOr({}).value(0); }

    Result<WriteReply> write(const Write &what) { return finishOf(m_client->write(what, this)); }

    Write writeTo(const QString &rowId, Condition condition, const QByteArray &json = "true") const
    {
        return {.entitySet = m_contact.entitySet,
                .rowId = rowId,
                .condition = condition,
                .primaryId = m_contact.primaryId,
                .cells = {cell(u"donotbulkemail"_s, json)}};
    }

    Write writeToKey(const QString &key, Condition condition) const
    {
        Write what = writeTo({}, condition);
        what.key = {{.column = m_sandbox->credentials().alternateKey, .value = key}};
        return what;
    }

    void setFault(const QString &name, const QString &value) { QVERIFY(m_sandbox->setFault(name, value)); }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_US"_s));
        auto started = sandbox::Sandbox::start({.contacts = contactCount});
        QVERIFY(started);
        m_sandbox = std::move(*started);
        m_people = sandbox::generatePeople(sandbox::Options().seed, contactCount);
    }

    void init()
    {
        const sandbox::Credentials &access = m_sandbox->credentials();
        m_network = std::make_unique<net::Network>();
        const net::RetryPolicy retry{.firstDelay = std::chrono::milliseconds(1)};
        m_signIn = m_network->service({.name = u"Entra ID"_s, .retry = retry});
        m_service = m_network->service({.name = u"Dataverse"_s, .retry = retry});
        m_tokens = std::make_unique<entra::TokenSource>(*m_signIn,
                                                        entra::Credentials{.authority = QUrl(access.authority),
                                                                           .tenant = access.tenant,
                                                                           .clientId = access.clientId,
                                                                           .clientSecret = access.clientSecret,
                                                                           .scope = access.dataverse + u"/.default"_s});
        m_client =
            std::make_unique<Client>(*m_service, *m_tokens, QUrl(access.dataverse + u"/api/data/v9.2/"_s), u"test"_s);
        if (m_contact.columns.isEmpty()) {
            const Result<mapping::Table> table = finishOf(m_client->table(u"contact"_s, this));
            QVERIFY2(table, table ? "" : qPrintable(table.error().toLine() + table.error().detail));
            m_contact = *table;
        }
    }

    void cleanup()
    {
        m_sandbox->clearFaults();
        m_client.reset();
        m_tokens.reset();
        m_service.reset();
        m_signIn.reset();
        m_network.reset();
    }

    void knowsWhoItIs()
    {
        const Result<dataverse::WhoAmI> who = finishOf(m_client->whoAmI(this));
        QVERIFY(who);
        QVERIFY(!who->userId.isEmpty() && !who->organizationId.isEmpty() && !who->businessUnitId.isEmpty());
        QVERIFY(who->parallelismHint > 0);
        const Result<QString> version = finishOf(m_client->version(this));
        QVERIFY(version);
        QVERIFY(version->startsWith(u"9.2."_s));
    }

    void readsTheTable()
    {
        QCOMPARE(m_contact.displayName, u"Contact"_s);
        QCOMPARE(m_contact.entitySet, u"contacts"_s);
        QCOMPARE(m_contact.primaryId, u"contactid"_s);
        QVERIFY(m_contact.hasOptimisticConcurrency);
        QCOMPARE(m_contact.keyOn(m_sandbox->credentials().alternateKey)->status, mapping::Key::Status::Active);
        QCOMPARE(m_contact.keyOn(u"employeeid"_s)->status, mapping::Key::Status::Failed);
        QVERIFY(m_contact.column(u"contactid"_s)->isPrimaryId);
        QVERIFY(!m_contact.column(u"contactid"_s)->isValidForUpdate);
    }

    void readsTypes_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<int>("type");
        const std::pair<const char *, ColumnType> types[] = {
            {"emailaddress1", ColumnType::Text},
            {"description", ColumnType::Memo},
            {"new_counter", ColumnType::Integer},
            {"new_bigcounter", ColumnType::BigInt},
            {"new_score", ColumnType::Decimal},
            {"new_ratio", ColumnType::Double},
            {"new_spend", ColumnType::Money},
            {"donotbulkemail", ColumnType::Boolean},
            {"new_newsletterchoice", ColumnType::Choice},
            {"new_topics", ColumnType::MultiChoice},
            {"statecode", ColumnType::State},
            {"statuscode", ColumnType::Status},
            {"new_consentdate", ColumnType::DateTime},
            {"new_consentday", ColumnType::DateOnly},
            {"new_consentclock", ColumnType::DateTime},
            {"new_favouritebrand", ColumnType::Lookup},
            {"parentcustomerid", ColumnType::Customer},
            {"ownerid", ColumnType::Owner},
            {"contactid", ColumnType::UniqueId},
        };
        for (const auto &[name, type] : types)
            QTest::newRow(name) << QString::fromLatin1(name) << int(type);
    }
    void readsTypes()
    {
        QFETCH(QString, column);
        QFETCH(int, type);
        const Column *found = m_contact.column(column);
        QVERIFY(found);
        QCOMPARE(int(found->type), type);
        QVERIFY(found->isValidForRead);
    }

    void readsDetails()
    {
        QCOMPARE(m_contact.column(u"emailaddress1"_s)->maxLength, 100);
        QCOMPARE(m_contact.column(u"emailaddress1"_s)->format, u"Email"_s);
        QCOMPARE(m_contact.column(u"new_score"_s)->maximum, std::optional(100.0));
        QCOMPARE(m_contact.column(u"new_score"_s)->precision, 2);
        QCOMPARE(m_contact.column(u"new_counter"_s)->maximum, std::optional(1000.0));
        QVERIFY(m_contact.column(u"new_consentclock"_s)->isTimeZoneIndependent);
        QCOMPARE(m_contact.column(u"lastname"_s)->required, Column::Required::Business);
        QCOMPARE(m_contact.column(u"donotbulkemail"_s)->option(1)->label, u"Do Not Allow"_s);
        QCOMPARE(m_contact.column(u"donotbulkemail"_s)->option(0)->label, u"Allow"_s);
        QCOMPARE(m_contact.column(u"donotbulkemail"_s)->defaultBoolean, std::optional(false));
        QCOMPARE(m_contact.column(u"followemail"_s)->defaultBoolean, std::optional(true));
        QCOMPARE(m_contact.column(u"new_newsletterchoice"_s)->option(100000001)->label,
                 u"Refused"_s); // a global option set
        QCOMPARE(m_contact.column(u"new_topics"_s)->options.size(), 3);
        QCOMPARE(m_contact.column(u"statuscode"_s)->option(2)->state, std::optional(1));
        QCOMPARE(m_contact.column(u"new_unlabelled"_s)->displayName, u"new_unlabelled"_s);
        QVERIFY(m_contact.column(u"new_secretnote"_s)->isSecured);
        QVERIFY(m_contact.column(u"new_reachableby"_s)->isCalculated);
        QVERIFY(!m_contact.column(u"fullname"_s)->isValidForUpdate);
        const QList<mapping::LookupTarget> brands = m_contact.column(u"new_favouritebrand"_s)->targets;
        QCOMPARE(brands.size(), 1);
        QCOMPARE(brands.first().entitySet, u"new_brands"_s);
        QCOMPARE(brands.first().navigationProperty, u"new_FavouriteBrand"_s);
        QCOMPARE(brands.first().primaryId, u"new_brandid"_s);
        QVERIFY(brands.first().keys);
        QCOMPARE(*brands.first().keys,
                 (QList<mapping::TargetKey>{
                     {.column = u"new_code"_s, .type = ColumnType::Text, .status = mapping::Key::Status::Active}}));
        QCOMPARE(m_contact.column(u"parentcustomerid"_s)->targets.size(), 2);
        const QList<mapping::LookupTarget> owners = m_contact.column(u"ownerid"_s)->targets;
        QCOMPARE(owners.size(), 2);
        QCOMPARE(owners.first().navigationProperty, u"ownerid"_s);
    }

    void readsOtherTables()
    {
        for (const QString &name : {u"account"_s, u"lead"_s}) {
            const Result<mapping::Table> table = finishOf(m_client->table(name, this));
            QVERIFY(table);
            QCOMPARE(table->primaryId, QString(name + u"id"_s));
            QVERIFY(table->column(u"donotbulkemail"_s));
        }
        const Result<mapping::Table> table = finishOf(m_client->table(u"new_subscriber"_s, this));
        QVERIFY(table);
        const mapping::Key *key = table->keyOn({u"new_country"_s, u"new_didomiid"_s});
        QVERIFY(key);
        QCOMPARE(key->status, mapping::Key::Status::Active);
        QVERIFY(!table->keyOn(u"new_didomiid"_s));
        QCOMPARE(table->column(u"new_kind"_s)->required, Column::Required::System);
        QCOMPARE(table->column(u"new_company"_s)->targets.size(), 2);
        QVERIFY(table->column(u"new_company"_s)->target(u"account"_s)->keys->isEmpty());
    }

    void addressesByKeysOfSeveralColumns_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("isWritableByKey");
        QTest::newRow("plain") << u"u-1"_s << true;
        QTest::newRow("quotes, commas, equals") << u"a',new_country='DE"_s << true;
        QTest::newRow("accents and signs") << u"José #1|(x)@"_s << true;
        QTest::newRow("plus") << u"a+b@example.com"_s << false;
        QTest::newRow("all that is refused") << u"/<>*%&:\\?+"_s << false;
    }
    /// By key and by search one finds the same row, and a write reaches no other.
    void addressesByKeysOfSeveralColumns()
    {
        QFETCH(QString, id);
        QFETCH(bool, isWritableByKey);
        const Result<mapping::Table> table = finishOf(m_client->table(u"new_subscriber"_s, this));
        QVERIFY(table);
        const auto parts = dataverse::keyParts(
            *table, {{.column = u"new_didomiid"_s, .value = id}, {.column = u"new_country"_s, .value = u"FR"_s}});
        QVERIFY(parts);
        QCOMPARE(!dataverse::isRefusedByKeyUrls(*parts), isWritableByKey);
        const auto found = [&](Criterion::Kind kind) {
            const Result<QList<Row>> rows = finishOf(m_client->find(*table, {.kind = kind, .parts = *parts},
                                                                    {u"new_newsletter"_s, u"new_source"_s}, 2, this));
            return rows ? *rows : QList<Row>(9);
        };
        QVERIFY(found(Criterion::Kind::AlternateKey).isEmpty());

        Write creation{.entitySet = table->entitySet,
                       .key = *parts,
                       .condition = Condition::Upsert,
                       .primaryId = table->primaryId,
                       .cells = {cell(u"new_kind"_s, "100000001"), cell(u"new_newsletter"_s, "true")}};
        if (!isWritableByKey) {
            QVERIFY(!write(creation)); // refused here, before anything is sent
            creation.key.clear();
            creation.rowId = newGuid();
            creation.condition = Condition::CreateOnly;
            creation.cells << cell(u"new_didomiid"_s, mapping::jsonString(id)) << cell(u"new_country"_s, "\"FR\"");
        }
        const Result<WriteReply> created = write(creation);
        QVERIFY2(created, qPrintable(created ? QString() : created.error().toLine()));
        QCOMPARE(created->effect, Effect::Created);
        const QList<Row> rows = found(Criterion::Kind::AlternateKey);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().values.value(u"new_newsletter"_s), QJsonValue(true));
        QCOMPARE(found(Criterion::Kind::Column).size(), 1);
        QCOMPARE(found(Criterion::Kind::Column).first().id, rows.first().id);

        Write update{.entitySet = table->entitySet,
                     .rowId = isWritableByKey ? QString() : rows.first().id,
                     .key = isWritableByKey ? *parts : QList<dataverse::KeyPart>(),
                     .condition = Condition::UpdateOnly,
                     .cells = {cell(u"new_source"_s, "\"again\"")}};
        const Result<WriteReply> updated = write(update);
        QVERIFY(updated);
        QCOMPARE(updated->effect, Effect::Updated);
        QCOMPARE(found(Criterion::Kind::AlternateKey).first().values.value(u"new_source"_s).toString(), u"again"_s);
        update.rowId.clear();
        update.key = *parts;
        update.key[0].value = u"nobody"_s;
        QCOMPARE(write(update)->effect, Effect::Missing);
    }

    void tellsThatThereIsNoSuchTable()
    {
        const Result<mapping::Table> table = finishOf(m_client->table(u"new_nothing"_s, this));
        QVERIFY(!table);
        QCOMPARE(table.error().kind, Error::Kind::NotFound);
        QVERIFY(table.error().message.contains(u"new_nothing"_s));
    }

    void findsPeople_data()
    {
        QTest::addColumn<int>("person");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("column");
        QTest::addColumn<int>("count");
        using Kind = Criterion::Kind;
        const QString key = u"new_didomiuserid"_s;
        const QString other = u"externaluseridentifier"_s;
        QTest::newRow("by key") << int(Person::Case::Plain) << int(Kind::AlternateKey) << key << 1;
        QTest::newRow("by column") << int(Person::Case::Plain) << int(Kind::Column) << key << 1;
        QTest::newRow("by a key that addresses refuse")
            << int(Person::Case::HardKey) << int(Kind::AlternateKey) << key << 1;
        QTest::newRow("the same by column") << int(Person::Case::HardKey) << int(Kind::Column) << key << 1;
        QTest::newRow("nobody by key") << int(Person::Case::NoContact) << int(Kind::AlternateKey) << key << 0;
        QTest::newRow("nobody by column") << int(Person::Case::NoContact) << int(Kind::Column) << other << 0;
        QTest::newRow("two by column") << int(Person::Case::TwoContacts) << int(Kind::Column) << other << 2;
        QTest::newRow("one of the two by key") << int(Person::Case::TwoContacts) << int(Kind::AlternateKey) << key << 1;
    }
    void findsPeople()
    {
        QFETCH(int, person);
        QFETCH(int, kind);
        QFETCH(QString, column);
        QFETCH(int, count);
        const Person &wanted = this->person(Person::Case(person));
        const Result<QList<Row>> rows = find(Criterion::Kind(kind), column, wanted.organizationUserId);
        QVERIFY2(rows, rows ? "" : qPrintable(rows.error().toLine() + rows.error().detail));
        QCOMPARE(rows->size(), count);
        for (const Row &row : *rows) {
            QVERIFY(row.etag.startsWith(u"W/\""_s));
            const bool isTheirs =
                std::any_of(wanted.contacts.cbegin(), wanted.contacts.cend(), [&row](const sandbox::Contact &contact) {
                    return contact.id.toString(QUuid::WithoutBraces) == row.id;
                });
            QVERIFY(isTheirs);
            QVERIFY(row.values.value(u"donotbulkemail"_s).isBool());
            QVERIFY(row.values.contains(u"_new_favouritebrand_value"_s));
        }
        const QString id =
            wanted.contacts.isEmpty() ? newGuid() : wanted.contacts.first().id.toString(QUuid::WithBraces).toUpper();
        const Result<QList<Row>> byId = find(Criterion::Kind::RowId, {}, id);
        QVERIFY(byId);
        QCOMPARE(byId->size(), wanted.contacts.isEmpty() ? 0 : 1);
    }

    void findsByLookupAndNumber()
    {
        const Result<QList<Row>> byBrand = find(Criterion::Kind::Column, u"new_favouritebrand"_s, newGuid());
        QVERIFY2(byBrand, byBrand ? "" : qPrintable(byBrand.error().detail));
        QVERIFY(byBrand->isEmpty());
        const Result<QList<Row>> byNumber = find(Criterion::Kind::Column, u"new_counter"_s, u"-1"_s);
        QVERIFY2(byNumber, byNumber ? "" : qPrintable(byNumber.error().detail));
        QVERIFY(byNumber->isEmpty());
    }

    void refusesAKeyThatIsNotReady()
    {
        setFault(u"key"_s, u"building"_s);
        const Result<QList<Row>> rows = find(Criterion::Kind::AlternateKey, u"new_didomiuserid"_s, u"u-1"_s);
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, Error::Kind::Rejected);
        QVERIFY(!rows.error().code.isEmpty());
    }

    void updatesOnlyWhatIsThere()
    {
        const QString id = person(Person::Case::Plain).contacts.first().id.toString(QUuid::WithoutBraces);
        const bool before = rowOf(id).values.value(u"donotbulkemail"_s).toBool();
        const Result<WriteReply> updated = write(writeTo(id, Condition::UpdateOnly, before ? "false" : "true"));
        QVERIFY(updated);
        QCOMPARE(updated->effect, Effect::Updated);
        QCOMPARE(updated->httpStatus, 200);
        QCOMPARE(updated->rowId, id);
        QVERIFY(!updated->requestId.isEmpty());
        QCOMPARE(rowOf(id).values.value(u"donotbulkemail"_s).toBool(), !before);

        const QString unknown = newGuid();
        const Result<WriteReply> missing = write(writeTo(unknown, Condition::UpdateOnly));
        QVERIFY(missing);
        QCOMPARE(missing->effect, Effect::Missing);
        QVERIFY(rowOf(unknown).id.isEmpty());
    }

    void updatesByKey()
    {
        const Person &plain = person(Person::Case::Plain);
        const Result<WriteReply> updated = write(writeToKey(plain.organizationUserId, Condition::UpdateOnly));
        QVERIFY(updated);
        QCOMPARE(updated->effect, Effect::Updated);
        QCOMPARE(updated->rowId, plain.contacts.first().id.toString(QUuid::WithoutBraces));
        const Result<WriteReply> missing = write(writeToKey(u"nobody's id"_s, Condition::UpdateOnly));
        QVERIFY(missing);
        QCOMPARE(missing->effect, Effect::Missing);

        const Result<WriteReply> hard =
            write(writeToKey(person(Person::Case::HardKey).organizationUserId, Condition::UpdateOnly));
        QVERIFY(!hard);
        QCOMPARE(hard.error().kind, Error::Kind::Invalid);
    }

    void tellsThatSomebodyElseWasFaster()
    {
        const QString id = person(Person::Case::Plain).contacts.first().id.toString(QUuid::WithoutBraces);
        Write first = writeTo(id, Condition::IfUnchanged, "true");
        first.etag = rowOf(id).etag;
        const Result<WriteReply> updated = write(first);
        QVERIFY(updated);
        QCOMPARE(updated->effect, Effect::Updated);
        const Result<WriteReply> late = write(first); // the version has moved on
        QVERIFY(late);
        QCOMPARE(late->effect, Effect::Changed);

        Write toNobody = writeTo(newGuid(), Condition::IfUnchanged);
        toNobody.etag = first.etag;
        const Result<WriteReply> missing = write(toNobody);
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, Error::Kind::NotFound);
    }

    void createsOnce()
    {
        const QString id = newGuid();
        Write create = writeTo(id, Condition::CreateOnly);
        create.cells << cell(u"lastname"_s, "\"Noor\"")
                     << cell(u"new_didomiuserid"_s, "\"" + newGuid().toLatin1() + '"');
        const Result<WriteReply> created = write(create);
        QVERIFY2(created, created ? "" : qPrintable(created.error().toLine() + created.error().detail));
        QCOMPARE(created->effect, Effect::Created);
        QCOMPARE(created->rowId, id);
        QCOMPARE(rowOf(id).id, id);
        const Result<WriteReply> again = write(create);
        QVERIFY(again);
        QCOMPARE(again->effect, Effect::AlreadyThere);

        Write other = create;
        other.rowId = newGuid(); // another row, but the same key value
        const Result<WriteReply> conflict = write(other);
        QVERIFY(!conflict);
        QCOMPARE(conflict.error().kind, Error::Kind::Conflict);
        QCOMPARE(conflict.error().code, u"0x80060892"_s);
        QVERIFY(rowOf(other.rowId).id.isEmpty());
    }

    void createsOnceThoughTheAnswerIsLost()
    {
        const QString id = newGuid();
        setFault(u"lost-answer"_s, u"1"_s);
        const Result<WriteReply> outcome = write(writeTo(id, Condition::CreateOnly));
        QVERIFY(outcome);
        QCOMPARE(outcome->effect, Effect::AlreadyThere); // by our own first attempt
        QCOMPARE(rowOf(id).id, id);
    }

    void upserts()
    {
        const QString key = newGuid();
        const Result<WriteReply> created = write(writeToKey(key, Condition::Upsert));
        QVERIFY(created);
        QCOMPARE(created->effect, Effect::Created);
        const Result<WriteReply> updated = write(writeToKey(key, Condition::Upsert));
        QVERIFY(updated);
        QCOMPARE(updated->effect, Effect::Updated);
        QCOMPARE(updated->rowId, created->rowId);
        QCOMPARE(rowOf(created->rowId).values.value(u"new_didomiuserid"_s).toString(), key);
    }

    void tellsWhatIsWrongWithAValue_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::newRow("too long") << u"new_consentnote"_s << QByteArray("\"123456789012345678901\"") << u"0x80044331"_s;
        QTest::newRow("out of range") << u"new_counter"_s << QByteArray("1001") << u"0x8004432f"_s;
        QTest::newRow("no such option") << u"new_newsletterfrequency"_s << QByteArray("7") << u"0x8004431a"_s;
        QTest::newRow("no such column") << u"new_gone"_s << QByteArray("true") << u"0x80048d19"_s;
        QTest::newRow("another type") << u"donotbulkemail"_s << QByteArray("\"yes\"") << u"0x80048d19"_s;
    }
    void tellsWhatIsWrongWithAValue()
    {
        QFETCH(QString, column);
        QFETCH(QByteArray, json);
        QFETCH(QString, code);
        const QString id = person(Person::Case::Plain).contacts.first().id.toString(QUuid::WithoutBraces);
        Write what = writeTo(id, Condition::UpdateOnly);
        what.cells = {cell(column, json)};
        const Result<WriteReply> outcome = write(what);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Error::Kind::Rejected);
        QCOMPARE(outcome.error().code, code);
        QVERIFY(!outcome.error().detail.isEmpty());
    }

    void tellsTroubleApart_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("no application user")
            << u"application-user"_s << u"missing"_s << int(Error::Kind::Forbidden) << u"0x80072560"_s;
        QTest::newRow("disabled") << u"application-user"_s << u"disabled"_s << int(Error::Kind::Forbidden)
                                  << u"0x80040225"_s;
        QTest::newRow("privilege") << u"privilege"_s << u"write"_s << int(Error::Kind::Forbidden) << u"0x80040220"_s;
        QTest::newRow("token refused again and again")
            << u"token-rejected"_s << u"9"_s << int(Error::Kind::SignIn) << QString();
        QTest::newRow("redirect") << u"redirect"_s << u"9"_s << int(Error::Kind::BadReply) << QString();
        QTest::newRow("unavailable") << u"unavailable"_s << u"99"_s << int(Error::Kind::Server) << QString();
    }
    void tellsTroubleApart()
    {
        QFETCH(QString, fault);
        QFETCH(QString, value);
        QFETCH(int, kind);
        QFETCH(QString, code);
        setFault(fault, value);
        const QString id = person(Person::Case::Plain).contacts.first().id.toString(QUuid::WithoutBraces);
        const Result<WriteReply> outcome = write(writeTo(id, Condition::UpdateOnly));
        QVERIFY(!outcome);
        QCOMPARE(int(outcome.error().kind), kind);
        if (!code.isEmpty())
            QCOMPARE(outcome.error().code, code);
        if (fault == "privilege"_L1)
            QVERIFY(outcome.error().fix.contains(u"prvWriteContact"_s));
    }

    void renewsItsToken()
    {
        QVERIFY(finishOf(m_client->whoAmI(this)));
        setFault(u"token-rejected"_s, u"1"_s);
        QVERIFY(finishOf(m_client->whoAmI(this)));
    }

    void noticesAColumnThatWasRemoved()
    {
        setFault(u"column-missing"_s, u"new_topics"_s);
        const Result<QList<Row>> rows =
            find(Criterion::Kind::Column, u"new_didomiuserid"_s, u"u-1"_s); // by what was known before
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, Error::Kind::Rejected);
        const Result<mapping::Table> table = finishOf(m_client->table(u"contact"_s, this));
        QVERIFY(table);
        QVERIFY(!table->column(u"new_topics"_s));
    }
};

QTEST_GUILESS_MAIN(TestDataverseSandbox)
#include "tst_dataversesandbox.moc"
