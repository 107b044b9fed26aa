#include "engine/undone.h"

#include <QFileInfo>

namespace engine {

using core::Nothing;
using core::Result;

Result<Nothing> noteUndone(store::RunFile &undo, core::Clock &clock)
{
    const auto head = undo.head();
    if (!head)
        return head.error();
    const auto state = undo.state();
    if (!state)
        return state.error();
    if (*state != store::RunState::Done || !QFileInfo::exists(head->undoes))
        return Nothing{};
    const auto run = store::RunFile::open(store::RunPlace::file(head->undoes), clock);
    if (!run)
        return run.error();
    return (*run)->setState(store::RunState::Undone);
}

} // namespace engine
