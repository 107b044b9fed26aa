#include "cli/plansums.h"

#include "cli/textout.h"
#include "engine/effectsentences.h"

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
    Q_DECLARE_TR_FUNCTIONS(cli::PlanSums)
};

constexpr std::pair<Effect, QLatin1StringView> words[] = {{Effect::NewlyPermits, "permits"_L1},
                                                          {Effect::NewlyForbids, "forbids"_L1},
                                                          {Effect::CreatesRow, "creates"_L1},
                                                          {Effect::LacksRequired, "lacks_required"_L1},
                                                          {Effect::HasWarning, "warning"_L1}};

QString number(qint64 count)
{
    return QLocale().toString(count);
}

} // namespace

QJsonObject asJson(const store::PlanSums &sums)
{
    QJsonObject outcomes;
    for (auto one = sums.outcomes.begin(); one != sums.outcomes.end(); ++one)
        outcomes.insert(store::plannedWord(one.key()),
                        QJsonObject{{u"items"_s, one.value().items}, {u"ticked"_s, one.value().ticked}});
    QJsonArray reasons;
    for (const RunGroup &one : sums.reasons)
        reasons << QJsonObject{{u"outcome"_s, store::plannedWord(one.planned)},
                               {u"id"_s, one.reasonId},
                               {u"reason"_s, one.reason},
                               {u"items"_s, one.items},
                               {u"ticked"_s, one.ticked}};
    return {
        {u"items"_s, sums.items},
        {u"writes"_s, sums.writes.ticked},
        {u"outcomes"_s, outcomes},
        {u"effects"_s, QJsonObject{{u"permits"_s, sums.permitting()},
                                   {u"forbids"_s, sums.forbidding()},
                                   {u"creates"_s, sums.creating()},
                                   {u"lacks_required"_s, sums.lacking()},
                                   {u"warnings"_s, sums.warned()}}},
        {u"reasons"_s, reasons},
    };
}

void print(const store::PlanSums &sums, QTextStream &out)
{
    TextTable outcomes({Texts::tr("Outcome"), Texts::tr("People"), Texts::tr("Ticked")});
    for (auto one = sums.outcomes.begin(); one != sums.outcomes.end(); ++one)
        outcomes.add({store::plannedText(one.key()), number(one.value().items),
                      store::isWrite(one.key()) ? number(one.value().ticked) : QString()});
    outcomes.add({Texts::tr("all"), number(sums.items), number(sums.writes.ticked)});
    outcomes.print(out);
    out << u'\n' << engine::effectSentences(sums).join(u' ') << u'\n';
    if (sums.reasons.isEmpty())
        return;
    TextTable reasons({Texts::tr("Number"), Texts::tr("People"), Texts::tr("Outcome"), Texts::tr("Reason")});
    for (const RunGroup &one : sums.reasons)
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
