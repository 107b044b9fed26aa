#include "engine/planundo.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Undo)
};

constexpr auto undoKind = "undo"_L1;
constexpr auto restoresKey = "restores"_L1;

} // namespace

bool takesChoicesBack(const store::RunHead &head)
{
    return head.kind == undoKind && !QJsonDocument::fromJson(head.scope).object().value(restoresKey).toBool();
}

QDateTime choiceTime(const store::RunHead &head, const store::RunItem &item)
{
    const bool isLess = takesChoicesBack(head) && item.eventTime.isValid();
    return isLess ? item.eventTime.addMSecs(PlanUndoJob::undoneBy.count()) : item.eventTime;
}

core::Result<store::RunHead> undoHeadFor(const Workplace &workplace, store::RunFile &run)
{
    const auto undone = run.head();
    if (!undone)
        return undone.error();
    store::RunHead head = headFor(workplace, {});
    head.table = undone->table;
    head.mode = undone->mode;
    head.regulation = undone->regulation;
    head.kind = undoKind;
    head.undoes = run.name();
    head.scope = QJsonDocument(QJsonObject{{u"undoes"_s, head.undoes}, {restoresKey, takesChoicesBack(*undone)}})
                     .toJson(QJsonDocument::Compact);
    //: %1 a date and time
    head.source = Texts::tr("What the run that was planned on %1 found before it wrote.")
                      .arg(QLocale().toString(undone->madeAt.toLocalTime(), QLocale::ShortFormat));
    return head;
}

} // namespace engine
