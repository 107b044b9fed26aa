#include "cli/planfacts.h"

#include "cli/textout.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace cli {

using namespace Qt::StringLiterals;
using store::Effect;
using store::Planned;
using store::RunGroup;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::PlanFacts)
};

constexpr std::pair<Effect, QLatin1StringView> words[] = {{Effect::NewlyPermits, "permits"_L1},
                                                          {Effect::NewlyForbids, "forbids"_L1},
                                                          {Effect::CreatesRow, "creates"_L1},
                                                          {Effect::LacksRequired, "lacks_required"_L1},
                                                          {Effect::HasWarning, "warning"_L1}};

int plural(qint64 count)
{
    return int(std::min<qint64>(count, INT_MAX));
}

QString number(qint64 count)
{
    return QLocale().toString(count);
}

} // namespace

PlanFacts factsOf(const QList<RunGroup> &groups)
{
    PlanFacts facts;
    QMap<std::pair<Planned, qint64>, RunGroup> reasons;
    for (const RunGroup &group : groups) {
        facts.items += group.items;
        facts.outcomes[group.planned].items += group.items;
        facts.outcomes[group.planned].ticked += group.ticked;
        if (!group.reason.isEmpty()) {
            RunGroup &one = reasons[{group.planned, group.reasonId}];
            const qint64 items = one.items;
            const qint64 ticked = one.ticked;
            one = group;
            one.items += items;
            one.ticked += ticked;
        }
        if (!store::isWrite(group.planned))
            continue;
        facts.writes += group.ticked;
        const std::pair<Effect, qint64 PlanFacts::*> counts[] = {{Effect::NewlyPermits, &PlanFacts::permits},
                                                                 {Effect::NewlyForbids, &PlanFacts::forbids},
                                                                 {Effect::CreatesRow, &PlanFacts::creates},
                                                                 {Effect::LacksRequired, &PlanFacts::lacksRequired},
                                                                 {Effect::HasWarning, &PlanFacts::warnings}};
        for (const auto &[effect, count] : counts)
            facts.*count += group.effects.testFlag(effect) ? group.ticked : 0;
    }
    facts.reasons = reasons.values();
    std::stable_sort(facts.reasons.begin(), facts.reasons.end(),
                     [](const RunGroup &one, const RunGroup &other) { return one.items > other.items; });
    return facts;
}

QJsonObject asJson(const PlanFacts &facts)
{
    QJsonObject outcomes;
    for (auto one = facts.outcomes.begin(); one != facts.outcomes.end(); ++one)
        outcomes.insert(store::plannedWord(one.key()),
                        QJsonObject{{u"items"_s, one.value().items}, {u"ticked"_s, one.value().ticked}});
    QJsonArray reasons;
    for (const RunGroup &one : facts.reasons)
        reasons << QJsonObject{{u"outcome"_s, store::plannedWord(one.planned)},
                               {u"id"_s, one.reasonId},
                               {u"reason"_s, one.reason},
                               {u"items"_s, one.items},
                               {u"ticked"_s, one.ticked}};
    return {
        {u"items"_s, facts.items},
        {u"writes"_s, facts.writes},
        {u"outcomes"_s, outcomes},
        {u"effects"_s, QJsonObject{{u"permits"_s, facts.permits},
                                   {u"forbids"_s, facts.forbids},
                                   {u"creates"_s, facts.creates},
                                   {u"lacks_required"_s, facts.lacksRequired},
                                   {u"warnings"_s, facts.warnings}}},
        {u"reasons"_s, reasons},
    };
}

QStringList effectSentences(const PlanFacts &facts)
{
    if (facts.writes == 0)
        return {Texts::tr("Nothing will be written.")};
    QStringList sentences;
    if (facts.permits > 0)
        sentences << Texts::tr("%Ln people become contactable.", nullptr, plural(facts.permits));
    if (facts.forbids > 0)
        sentences << Texts::tr("%Ln people stop being contactable.", nullptr, plural(facts.forbids));
    if (facts.permits == 0 && facts.forbids == 0)
        sentences << Texts::tr("Nobody becomes contactable, and nobody stops.");
    if (facts.creates > 0)
        sentences << Texts::tr("Rows are created for %Ln people.", nullptr, plural(facts.creates));
    if (facts.lacksRequired > 0)
        sentences << Texts::tr("Rows for %Ln people lack required columns.", nullptr, plural(facts.lacksRequired));
    if (facts.warnings > 0)
        sentences << Texts::tr("There are warnings for %Ln people.", nullptr, plural(facts.warnings));
    return sentences;
}

void print(const PlanFacts &facts, QTextStream &out)
{
    TextTable outcomes({Texts::tr("Outcome"), Texts::tr("People"), Texts::tr("Ticked")});
    for (auto one = facts.outcomes.begin(); one != facts.outcomes.end(); ++one)
        outcomes.add({store::plannedText(one.key()), number(one.value().items),
                      store::isWrite(one.key()) ? number(one.value().ticked) : QString()});
    outcomes.add({Texts::tr("all"), number(facts.items), number(facts.writes)});
    outcomes.print(out);
    out << u'\n' << effectSentences(facts).join(u' ') << u'\n';
    if (facts.reasons.isEmpty())
        return;
    TextTable reasons({Texts::tr("Number"), Texts::tr("People"), Texts::tr("Outcome"), Texts::tr("Reason")});
    for (const RunGroup &one : facts.reasons)
        reasons.add({QString::number(one.reasonId), number(one.items), store::plannedText(one.planned), one.reason});
    out << u'\n';
    reasons.print(out);
}

QStringList effectWords(store::Effects effects)
{
    QStringList found;
    for (const auto &[effect, word] : words) {
        if (effects.testFlag(effect))
            found << word;
    }
    return found;
}

std::optional<Effect> effectFromWord(const QString &word)
{
    for (const auto &[effect, known] : words) {
        if (word == known)
            return effect;
    }
    return {};
}

} // namespace cli
