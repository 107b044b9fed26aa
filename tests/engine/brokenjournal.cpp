#include "engine/brokenjournal.h"

namespace support {

using core::Result;

template <typename T, typename Work>
Result<T> BrokenJournal::write(Call call, Work work)
{
    if (before)
        before(call);
    if (m_writes++ == m_failAt)
        return core::Error{.kind = core::Error::Kind::Storage, .message = QStringLiteral("The disk is full.")};
    Result<T> result = work();
    if (after)
        after(call);
    return result;
}

Result<qint64> BrokenJournal::beginRun(const store::RunRecord &run)
{
    return write<qint64>(Call::BeginRun, [&] { return m_below.beginRun(run); });
}

Result<core::Nothing> BrokenJournal::endRun(qint64 runId)
{
    return write<core::Nothing>(Call::EndRun, [&] { return m_below.endRun(runId); });
}

Result<qint64> BrokenJournal::intend(qint64 runId, const store::Intent &intent)
{
    return write<qint64>(Call::Intend, [&] { return m_below.intend(runId, intent); });
}

Result<core::Nothing> BrokenJournal::settle(qint64 itemId, const store::Settlement &settlement)
{
    return write<core::Nothing>(Call::Settle, [&] { return m_below.settle(itemId, settlement); });
}

Result<qint64> BrokenJournal::note(qint64 runId, const store::Intent &intent, const store::Settlement &settlement)
{
    return write<qint64>(Call::Note, [&] { return m_below.note(runId, intent, settlement); });
}

} // namespace support
