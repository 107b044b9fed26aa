#pragma once

#include "store/runlibrary.h"

#include <optional>

namespace store {

/// For how long plans, runs and the journal's writes are kept on this machine. One answer for all integrations, in
/// "history.ini" beside the profiles, so that the window and the command line go by the same.
class Retention
{
public:
    static constexpr int usualDays = 365; ///< Where nothing was said.

    explicit Retention(const Paths &paths, core::Clock &clock = core::Clock::system());

    /// None: for ever. So it is, too, where the file says something that cannot be read: nothing is removed by mistake.
    std::optional<int> days() const;
    core::Result<core::Nothing> setDays(std::optional<int> days);

    /// Removes what is older (RunLibrary::sweep()), at most once a day: each plan's file is opened for it. None: not
    /// now, or never.
    std::optional<RunLibrary::Swept> sweepWhenDue(Journal &journal);

private:
    QString file() const;

    const Paths m_paths;
    core::Clock &m_clock;
};

} // namespace store
