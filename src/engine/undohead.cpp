#include "engine/planundo.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Undo)
};

using store::RunState;

/// None when it is not there, or was never begun.
core::Result<std::unique_ptr<store::RunFile>> begunRun(const QString &path)
{
    using Maybe = std::unique_ptr<store::RunFile>;
    if (path.isEmpty() || !QFileInfo::exists(path))
        return Maybe();
    auto file = store::RunFile::open(store::RunPlace::file(path));
    if (!file)
        return file.error();
    const auto state = (*file)->state();
    if (!state)
        return state.error();
    const bool isOver = *state == RunState::Paused || *state == RunState::Cancelled || *state == RunState::Done ||
                        *state == RunState::Undone;
    return isOver ? std::move(*file) : Maybe();
}

} // namespace

core::Result<core::Nothing> noteUndone(const store::RunHead &head)
{
    const auto undone = begunRun(head.undoes);
    if (!undone)
        return undone.error();
    if (!*undone)
        return core::Nothing{};
    if (const auto set = (*undone)->setState(RunState::Undone); !set || store::takesChoicesBack(head))
        return set;
    const auto undo = (*undone)->head();
    if (!undo)
        return undo.error();
    const auto first = begunRun(undo->undoes);
    if (!first)
        return first.error();
    return *first ? (*first)->setState(RunState::Done) : core::Nothing{};
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
    head.kind = u"undo"_s;
    const QFileInfo file(run.name());
    head.undoes = file.exists() ? file.absoluteFilePath() : run.name(); // a shared run has no file
    head.scope =
        QJsonDocument(QJsonObject{{u"undoes"_s, head.undoes}, {u"restores"_s, store::takesChoicesBack(*undone)}})
            .toJson(QJsonDocument::Compact);
    //: %1 a date and time
    head.source = Texts::tr("What the run that was planned on %1 found before it wrote.")
                      .arg(QLocale().toString(undone->madeAt.toLocalTime(), QLocale::ShortFormat));
    return head;
}

} // namespace engine
