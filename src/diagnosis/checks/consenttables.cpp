#include "diagnosis/checks/asking.h"
#include "diagnosis/checks/checks.h"

#include <QRegularExpression>

#include <algorithm>

namespace diagnosis::checks {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::ConsentTablesCheck)
};

constexpr auto prefix = "msdynmkt_"_L1;
constexpr int generation = 4; ///< Of the consent tables that are known here (dynamics-consent-tables section 3).

QStringList wantedTables()
{
    return {u"msdynmkt_contactpointconsent4"_s, u"msdynmkt_compliancesettings4"_s, u"msdynmkt_purpose"_s,
            u"msdynmkt_topic"_s};
}

Finding judgeTables(const QStringList &tables)
{
    QStringList missing = wantedTables();
    missing.removeIf([&tables](const QString &name) { return tables.contains(name); });
    QStringList present = wantedTables();
    present.removeIf([&tables](const QString &name) { return !tables.contains(name); });
    Finding finding;
    if (!missing.isEmpty()) {
        finding = Finding::failed(
            {.kind = Error::Kind::NotFound,
             .message = Texts::tr("The environment lacks %n consent table(s): %1.", nullptr, int(missing.size()))
                            .arg(missing.join(u", "_s)),
             .fix =
                 Texts::tr("Install Customer Insights – Journeys in this environment, or use the Legacy integration, "
                           "which stores consent in columns of the contact."),
             .field = u"type_id"_s,
             .code = u"ConsentTablesMissing"_s},
            catalogue::Portal::Environment);
        finding.facts = {{u"consent.tables"_s, present}};
        return finding;
    }
    static const QRegularExpression numbered(u"^msdynmkt_contactpointconsent(\\d+)$"_s);
    int newest = generation;
    for (const QString &name : tables)
        newest = std::max(newest, numbered.match(name).captured(1).toInt());
    if (newest > generation)
        finding = Finding::warning(
            Texts::tr("The environment has a newer generation of consent tables: msdynmkt_contactpointconsent%1.")
                .arg(newest),
            Texts::tr("Ask Microsoft which one counts, and look for a newer version of Consent Bridge before anything "
                      "is written."),
            catalogue::Portal::ConsentSettings);
    else
        finding.evidence = Texts::tr("All there, generation %1").arg(generation);
    finding.facts = {{u"consent.tables"_s, present}, {u"consent.generation"_s, {QString::number(newest)}}};
    return finding;
}

QString bare(const QString &id)
{
    QString text = id.trimmed().toLower();
    text.remove(u'{').remove(u'}');
    return text;
}

/// Whether each mapped id is an active purpose or topic, and each topic's purpose is mapped too.
Finding judgeTree(const Context &context, const dataverse::ConsentTree &tree)
{
    QStringList problems;
    QStringList warnings;
    QStringList mapped;
    for (const profile::Mapping &mapping : context.profile().integration.mappings)
        mapped << bare(mapping.column);
    QStringList facts;
    for (const QString &id : std::as_const(mapped)) {
        const auto purpose =
            std::find_if(tree.purposes.cbegin(), tree.purposes.cend(), [&](const auto &one) { return one.id == id; });
        const auto topic =
            std::find_if(tree.topics.cbegin(), tree.topics.cend(), [&](const auto &one) { return one.id == id; });
        if (purpose != tree.purposes.cend()) {
            facts << purpose->name;
            if (!purpose->isActive)
                problems << Texts::tr("The purpose %1 is inactive.").arg(purpose->name);
        } else if (topic != tree.topics.cend()) {
            facts << topic->name;
            if (!topic->isActive)
                problems << Texts::tr("The topic %1 is inactive.").arg(topic->name);
            if (!mapped.contains(topic->purposeId))
                warnings << Texts::tr("The topic %1 is mapped, but the purpose that it belongs to is not: without the "
                                      "purpose’s consent nothing is sent.")
                                .arg(topic->name);
        } else {
            problems << Texts::tr("%1 is neither a purpose nor a topic of this environment.").arg(id);
        }
    }
    facts.sort();
    Finding finding;
    if (!problems.isEmpty())
        finding = Finding::failed({.kind = Error::Kind::Invalid,
                                   .message = problems.constFirst(),
                                   .fix = Texts::tr("Choose a purpose or topic of this environment in the mapping, or "
                                                    "activate it in Customer Insights – Journeys."),
                                   .field = u"mappings"_s,
                                   .code = u"UnknownTopic"_s},
                                  catalogue::Portal::ConsentSettings);
    else if (!warnings.isEmpty())
        finding = Finding::warning(warnings.constFirst(), Texts::tr("Map the purpose as well."),
                                   catalogue::Portal::MappingsPage);
    else if (tree.profiles.isEmpty())
        finding = Finding::warning(Texts::tr("The environment has no compliance profile."),
                                   Texts::tr("Create one in Customer Insights – Journeys, with the purposes that are "
                                             "mapped."),
                                   catalogue::Portal::ConsentSettings);
    else {
        const QString purposes = Texts::tr("%n purpose(s)", nullptr, int(tree.purposes.size()));
        const QString topics = Texts::tr("%n topic(s)", nullptr, int(tree.topics.size()));
        const QString profiles = Texts::tr("%n compliance profile(s)", nullptr, int(tree.profiles.size()));
        //: "2 compliance profiles, 3 purposes, 4 topics; all that is mapped is there"
        finding.evidence = Texts::tr("%1, %2, %3; all that is mapped is there").arg(profiles, purposes, topics);
    }
    finding.details = problems + warnings;
    finding.facts = {{u"consent.mapped"_s, facts}};
    return finding;
}

} // namespace

Check *consentTables(Context &context, QObject *parent)
{
    if (!context.isCurrent())
        return found(Finding::skipped(Texts::tr("Legacy mode stores consent in columns; these tables are not used.")),
                     parent);
    return asking([&](QObject *owner) { return context.inspector().tablesBeginning(QString(prefix), owner); },
                  [](const Result<QStringList> &answer) {
                      return answer ? judgeTables(*answer) : Finding::ofRefusal(answer.error());
                  },
                  parent);
}

Check *consentTree(Context &context, QObject *parent)
{
    if (!context.isCurrent())
        return found(Finding::skipped(Texts::tr("Legacy mode stores consent in columns; these tables are not used.")),
                     parent);
    return asking([&](QObject *owner) { return context.inspector().consentTree(owner); },
                  [&context](const Result<dataverse::ConsentTree> &answer) {
                      return answer ? judgeTree(context, *answer) : Finding::ofRefusal(answer.error());
                  },
                  parent);
}

} // namespace diagnosis::checks
