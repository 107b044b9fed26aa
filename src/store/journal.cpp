#include "store/sqljournal.h"

namespace store {

core::Result<std::unique_ptr<Journal>> Journal::open(const QString &path, core::Clock &clock)
{
    auto journal = SqlJournal::open(path, clock, {});
    if (!journal)
        return journal.error();
    return std::unique_ptr<Journal>(std::move(*journal));
}

} // namespace store
