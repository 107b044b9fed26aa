#include "models/reviewsums.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace models {

using namespace Qt::StringLiterals;
using store::Effect;
using store::Planned;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(models::Review)
};

constexpr Effect allEffects[] = {Effect::NewlyPermits, Effect::NewlyForbids, Effect::CreatesRow, Effect::LacksRequired,
                                 Effect::HasWarning};

int asInt(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

ReviewSums ReviewSums::of(const QList<store::RunGroup> &groups)
{
    ReviewSums sums;
    QMap<qint64, Reason> reasons;
    for (const store::RunGroup &group : groups) {
        sums.items += group.items;
        sums.planned[group.planned] += group.items;
        if (store::isWrite(group.planned)) {
            sums.writes += group.items;
            sums.tickedWrites += group.ticked;
        }
        if (group.planned == Planned::Create)
            sums.tickedCreates += group.ticked;
        for (const Effect effect : allEffects) {
            if (!(group.effects & effect))
                continue;
            sums.effects[effect] += group.items;
            if (store::isWrite(group.planned))
                sums.tickedEffects[effect] += group.ticked;
        }
        if (group.reasonId > 0) {
            Reason &reason = reasons[group.reasonId];
            reason.id = group.reasonId;
            reason.text = group.reason;
            reason.items += group.items;
        }
    }
    sums.reasons = reasons.values();
    std::stable_sort(sums.reasons.begin(), sums.reasons.end(),
                     [](const Reason &a, const Reason &b) { return a.items > b.items; });
    return sums;
}

QString effectSentences(const ReviewSums &sums)
{
    if (sums.writes == 0)
        return Texts::tr("Nothing has to be written.");
    if (sums.tickedWrites == 0)
        return Texts::tr("Nothing is ticked: nothing would be written.");
    QStringList sentences;
    const qint64 permits = sums.tickedEffects.value(Effect::NewlyPermits);
    const qint64 forbids = sums.tickedEffects.value(Effect::NewlyForbids);
    if (permits > 0 && forbids > 0)
        //: How many stop being contactable; a number.
        sentences << Texts::tr("%Ln person(s) become(s) contactable, %1 stop.", nullptr, asInt(permits))
                         .arg(QLocale().toString(forbids));
    else if (permits > 0)
        sentences << Texts::tr("%Ln person(s) become(s) contactable.", nullptr, asInt(permits));
    else if (forbids > 0)
        sentences << Texts::tr("%Ln person(s) stop(s) being contactable.", nullptr, asInt(forbids));
    else
        sentences << Texts::tr("Nobody becomes contactable, and nobody stops.");
    const qint64 lacking = sums.tickedEffects.value(Effect::LacksRequired);
    if (sums.tickedCreates > 0 && lacking > 0)
        //: How many lack required columns; a number.
        sentences << Texts::tr("%Ln row(s) will be created; %1 of them lack required columns.", nullptr,
                               asInt(sums.tickedCreates))
                         .arg(QLocale().toString(lacking));
    else if (sums.tickedCreates > 0)
        sentences << Texts::tr("%Ln row(s) will be created.", nullptr, asInt(sums.tickedCreates));
    return sentences.join(u' ');
}

} // namespace models
