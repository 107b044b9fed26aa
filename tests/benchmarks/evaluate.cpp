// How many people can be decided about in one second by one thread, in Legacy and in Current mode, without any waiting:
// what Didomi says, converted, compared with the rows, as a plan. Beside it how many of the same users' JSON texts can
// be read in the same time: whoever decides must read them first.
//
//   bench_evaluate [SECONDS [reading|legacy|current]]
#include "engine/planner.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr int mappings = 12;
constexpr int people = 64; // different ones, so that nothing is decided twice in a row

QString guid(int family, int number)
{
    return u"%1-0000-0000-0000-%2"_s.arg(family, 8, 10, QChar(u'0')).arg(number, 12, 10, QChar(u'0'));
}

QByteArray userJson(int number)
{
    QJsonArray purposes;
    for (int i = 0; i < mappings; ++i)
        purposes << QJsonObject{{u"id"_s, u"purpose-%1"_s.arg(i)}, {u"enabled"_s, (number + i) % 3 != 0}};
    return QJsonDocument(QJsonObject{{u"id"_s, guid(1, number)},
                                     {u"organization_id"_s, u"acme"_s},
                                     {u"organization_user_id"_s, u"user-%1"_s.arg(number)},
                                     {u"regulation"_s, u"gdpr"_s},
                                     {u"updated_at"_s, u"2026-11-20T09:58:12.345Z"_s},
                                     {u"consents"_s, QJsonObject{{u"purposes"_s, purposes}}}})
        .toJson(QJsonDocument::Compact);
}

consent::Catalogue catalogue()
{
    consent::Catalogue found;
    for (int i = 0; i < mappings; ++i)
        found.purposes << consent::Purpose{.id = u"purpose-%1"_s.arg(i), .name = u"Purpose %1"_s.arg(i)};
    return found;
}

mapping::Column column(const QString &name, mapping::ColumnType type)
{
    return {.logicalName = name,
            .displayName = name,
            .type = type,
            .maxLength = 400,
            .isValidForCreate = true,
            .isValidForUpdate = true,
            .isValidForRead = true};
}

mapping::Table contacts()
{
    using Type = mapping::ColumnType;
    mapping::Table table{.logicalName = u"contact"_s,
                         .displayName = u"Contact"_s,
                         .entitySet = u"contacts"_s,
                         .primaryId = u"contactid"_s,
                         .primaryName = u"fullname"_s};
    table.columns << column(u"emailaddress1"_s, Type::Text) << column(u"fullname"_s, Type::Text);
    for (int i = 0; i < mappings; ++i)
        table.columns << column(u"new_consent%1"_s.arg(i, 2, 10, QChar(u'0')), Type::Boolean);
    return table;
}

mapping::Table consents()
{
    using Type = mapping::ColumnType;
    mapping::Table table{.logicalName = mapping::consentTableName,
                         .displayName = u"Contact Point Consent"_s,
                         .entitySet = u"msdynmkt_contactpointconsent4s"_s,
                         .primaryId = u"msdynmkt_contactpointconsent4id"_s};
    for (const auto &[name, type] : {std::pair{mapping::consentcolumn::level, Type::Choice},
                                     std::pair{mapping::consentcolumn::channel, Type::Choice},
                                     std::pair{mapping::consentcolumn::address, Type::Text},
                                     std::pair{mapping::consentcolumn::purpose, Type::Lookup},
                                     std::pair{mapping::consentcolumn::reason, Type::Text},
                                     std::pair{mapping::consentcolumn::value, Type::Choice}})
        table.columns << column(name, type);
    return table;
}

/// Everything that one mode needs to decide.
struct Case {
    profile::Profile profile;
    bridge::Surroundings surroundings;
    QList<QList<dataverse::Row>> rows;     ///< For each person.
    QList<QList<dataverse::Row>> consents; ///< The same.
};

Case legacy()
{
    Case made{.profile = profile::newProfile(u"Bench"_s)};
    made.profile.didomi.organizationId = u"acme"_s;
    made.surroundings.catalogue = catalogue();
    made.surroundings.table = contacts();
    for (int i = 0; i < mappings; ++i)
        made.profile.integration.mappings << profile::Mapping{.column = u"new_consent%1"_s.arg(i, 2, 10, QChar(u'0')),
                                                              .value = u"consents_purposes_purpose-%1_enabled"_s.arg(i),
                                                              .polarity = profile::Mapping::Polarity::Direct};
    for (int number = 0; number < people; ++number) {
        QJsonObject values{{u"@odata.etag"_s, u"W/\"1\""_s},
                           {u"contactid"_s, guid(2, number)},
                           {u"fullname"_s, u"Somebody"_s},
                           {u"emailaddress1"_s, u"somebody%1@example.com"_s.arg(number)}};
        for (int i = 0; i < mappings; ++i)
            values.insert(u"new_consent%1"_s.arg(i, 2, 10, QChar(u'0')), i % 2 == 0);
        made.rows << QList<dataverse::Row>{{.id = guid(2, number), .etag = u"W/\"1\""_s, .values = values}};
        made.consents << QList<dataverse::Row>();
    }
    return made;
}

Case current()
{
    Case made = legacy();
    made.profile.integration.typeId = u"microsoft-dynamics-cpc"_s;
    made.surroundings.consentTable = consents();
    for (int i = 0; i < mappings; ++i) {
        made.profile.integration.mappings[i].column = guid(3, i);
        made.profile.integration.mappings[i].polarity = profile::Mapping::Polarity::Unset;
        made.surroundings.consentTree.purposes << mapping::ConsentTree::Purpose{.id = guid(3, i), .name = u"Purpose"_s};
    }
    for (int number = 0; number < people; ++number) {
        for (int i = 0; i < mappings; ++i)
            made.consents[number] << dataverse::Row{
                .id = guid(4, number * mappings + i),
                .etag = u"W/\"1\""_s,
                .values = {{u"@odata.etag"_s, u"W/\"1\""_s},
                           {u"msdynmkt_contactpointconsent4id"_s, guid(4, number * mappings + i)},
                           {u"msdynmkt_reason"_s, u"didomi-sync;user=1"_s},
                           {u"msdynmkt_contactpointvalue"_s, u"somebody%1@example.com"_s.arg(number)},
                           {u"msdynmkt_contactpointtype"_s, 534120000},
                           {u"msdynmkt_contactpointconsenttype"_s, 534120000},
                           {u"msdynmkt_value"_s, i % 2 == 0 ? 534120001 : 534120002},
                           {u"_msdynmkt_purposeid_value"_s, guid(3, i)},
                           {u"modifiedon"_s, u"2026-01-01T00:00:00Z"_s}}};
    }
    return made;
}

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(2);
}

/// How often `work` can be done in a second of this processor, whatever else it has to do.
double perSecond(double seconds, const std::function<void(int)> &work)
{
    const std::clock_t start = std::clock();
    const auto spent = [start] { return double(std::clock() - start) / CLOCKS_PER_SEC; };
    qint64 done = 0;
    while (spent() < seconds) {
        for (int i = 0; i < people; ++i)
            work(i);
        done += people;
    }
    return double(done) / spent();
}

/// `isKnown`: whether all of it was written before, which is then looked up at once as for a part of a plan.
double decisions(const Case &one, const QList<consent::Subject> &subjects, bool isKnown, double seconds)
{
    const QTemporaryDir folder;
    const auto journal = store::Journal::open(folder.filePath(u"journal.sqlite"_s));
    if (!journal)
        giveUp(journal.error().toLine());
    const bool isCurrent = !one.consents.constFirst().isEmpty();
    const QString table = isCurrent ? one.surroundings.consentTable.logicalName : one.surroundings.table.logicalName;
    QStringList columns{mapping::consentcolumn::value};
    for (const profile::Mapping &mapping : one.profile.integration.mappings)
        columns << mapping.column;
    QList<store::AppliedRow> applied;
    QStringList ids;
    for (const QList<dataverse::Row> &rows : isCurrent ? one.consents : one.rows) {
        for (const dataverse::Row &row : rows) {
            ids << row.id;
            applied << store::AppliedRow{.table = table,
                                         .rowId = row.id,
                                         .columns = columns,
                                         .eventTime = QDateTime({2026, 1, 1}, {8, 0}, Qt::UTC)};
        }
    }
    store::AppliedTimes times(**journal, u"org"_s);
    if (isKnown && (!(*journal)->mergeApplied(u"org"_s, applied) || !times.prefetch(table, ids)))
        giveUp(u"what was written before cannot be told"_s);

    const engine::Rules rules(one.profile, one.surroundings);
    qint64 writes = 0;
    const double rate = perSecond(seconds, [&](int number) {
        const engine::Planner planner(rules, isKnown ? &times : nullptr, {subjects.at(number)});
        if (planner.decideAlone() || !planner.targets().isEmpty()) // what would be asked first
            giveUp(u"nobody would be looked for"_s);
        planner.addresses(one.rows.at(number)); // what would be asked for next
        const auto item = planner.decide(one.rows.at(number), one.consents.at(number));
        if (!item || !item->isWrite())
            giveUp(item ? item->reason : item.error().toLine());
        writes += item->writes().size();
    });
    return writes > 0 ? rate : 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const double seconds = argc > 1 ? QByteArray(argv[1]).toDouble() : 2;
    if (seconds <= 0)
        giveUp(u"usage: bench_evaluate [SECONDS [reading|legacy|current]]"_s);

    QList<QByteArray> texts;
    QList<consent::Subject> subjects;
    for (int number = 0; number < people; ++number) {
        texts << userJson(number);
        const auto user = consent::readUser(QJsonDocument::fromJson(texts.constLast()).object());
        if (!user)
            giveUp(user.error().toLine());
        subjects << consent::subjectOf(*user);
    }
    const QByteArray what = argc > 2 ? argv[2] : "all";
    if (what == "all" || what == "reading") {
        const double reading = perSecond(seconds, [&texts](int number) {
            if (!consent::readUser(QJsonDocument::fromJson(texts.at(number)).object()))
                giveUp(u"a user cannot be read"_s);
        });
        std::printf("%-48s %10.0f users/s\n", "reading a user's JSON (12 purposes)", reading);
    }
    if (what == "all" || what == "legacy") {
        std::printf("%-48s %10.0f people/s\n", "deciding in Legacy mode (12 mappings)",
                    decisions(legacy(), subjects, false, seconds));
        std::printf("%-48s %10.0f people/s\n", "the same, all of it written before",
                    decisions(legacy(), subjects, true, seconds));
    }
    if (what == "all" || what == "current") {
        std::printf("%-48s %10.0f people/s\n", "deciding in Current mode (12 mappings, 12 rows)",
                    decisions(current(), subjects, false, seconds));
        std::printf("%-48s %10.0f people/s\n", "the same, all of it written before",
                    decisions(current(), subjects, true, seconds));
    }
    return 0;
}
