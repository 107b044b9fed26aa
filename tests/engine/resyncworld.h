#pragma once

#include "engine/consentworld.h"
#include "engine/makeplan.h"
#include "engine/runjob.h"
#include "support/finish.h"

namespace support {

/// What a resync needs beside a World: a workplace, and plan files in its folder.
class ResyncBench
{
public:
    explicit ResyncBench(World &world)
        : m_world(world), m_applied(world.journal(), world.surroundings().whoAmI.organizationId)
    {
    }

    engine::Workplace workplace()
    {
        return {.links = {&m_world.link()},
                .surroundings = m_world.surroundings(),
                .journal = m_world.journal(),
                .applied = m_applied};
    }

    QString pathOf(const QString &name) const { return m_world.folder() + u'/' + name; }

    core::Result<std::unique_ptr<store::RunFile>> create(const QString &name, const engine::Scope &scope)
    {
        return store::RunFile::create(store::RunPlace::file(pathOf(name)), engine::headFor(workplace(), scope));
    }

    core::Result<std::unique_ptr<store::RunFile>> open(const QString &name,
                                                       const store::RunFile::Saboteur &saboteur = {})
    {
        return store::RunFile::open(store::RunPlace::file(pathOf(name)), core::Clock::system(), saboteur);
    }

    core::Result<engine::PlanMade> plan(store::RunFile &file, const engine::Scope &scope)
    {
        return finishOf(engine::MakePlanJob::start(workplace(), file, scope, nullptr), patience);
    }

    core::Result<engine::RunEnd> run(store::RunFile &file, engine::RunOptions options = confirmed())
    {
        return finishOf(engine::RunJob::start(workplace(), file, options, nullptr), patience);
    }

    static engine::RunOptions confirmed()
    {
        engine::RunOptions options;
        options.mayPermit = true;
        options.mayCreate = true;
        return options;
    }

private:
    static constexpr int patience = 300'000; ///< Thousands of rows, with sanitizers on a busy machine.

    World &m_world;
    store::AppliedTimes m_applied;
};

} // namespace support
