#include "engine/effectsentences.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Effects)
};

int asInt(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QString contactSentence(qint64 permits, qint64 forbids)
{
    if (permits > 0 && forbids > 0)
        //: How many stop being contactable; a number.
        return Texts::tr("%Ln person(s) become(s) contactable, %1 stop.", nullptr, asInt(permits))
            .arg(QLocale().toString(forbids));
    if (permits > 0)
        return Texts::tr("%Ln person(s) become(s) contactable.", nullptr, asInt(permits));
    if (forbids > 0)
        return Texts::tr("%Ln person(s) stop(s) being contactable.", nullptr, asInt(forbids));
    return Texts::tr("Nobody becomes contactable, and nobody stops.");
}

} // namespace

QStringList effectSentences(const store::PlanSums &sums)
{
    if (sums.writes.items == 0)
        return {Texts::tr("Nothing has to be written.")};
    if (sums.writes.ticked == 0)
        return {Texts::tr("Nothing is ticked: nothing would be written.")};
    QStringList sentences{contactSentence(sums.permitting(), sums.forbidding())};
    if (sums.creating() > 0)
        sentences << Texts::tr("Rows will be created for %Ln person(s).", nullptr, asInt(sums.creating()));
    if (sums.lacking() > 0)
        sentences << Texts::tr("The new rows of %Ln person(s) lack required columns.", nullptr, asInt(sums.lacking()));
    if (sums.warned() > 0)
        sentences << Texts::tr("There are warnings for %Ln person(s).", nullptr, asInt(sums.warned()));
    return sentences;
}

} // namespace engine
