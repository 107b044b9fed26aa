#pragma once

#include "store/runfile.h"
#include "store/runpages.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

class QThread;

namespace models {

/// A plan's file, opened and worked on in a thread of its own: nobody here waits for a disk.
///
/// Work is done in turn. Deleting this drops what has not begun; what is under way ends by itself, unheard.
class ReviewFile : public QObject
{
    Q_OBJECT

public:
    /// What lives in the thread.
    struct Plan {
        store::RunFile &file;
        std::unique_ptr<store::RunPages> &pages; ///< Of the work that came before; nothing at first.
        std::shared_ptr<store::RunNames> names;  ///< For searches; the same one each time.
    };

    explicit ReviewFile(const store::RunPlace &place, QObject *parent = nullptr);
    ~ReviewFile() override;

    /// `work` is called in the thread, `done` with its answer here, later. A file that cannot be opened is the answer
    /// to all work.
    template <typename T>
    void ask(std::function<core::Result<T>(const Plan &plan)> work, std::function<void(const core::Result<T> &)> done)
    {
        post([work = std::move(work), done = std::move(done)](const core::Result<Plan> &plan) -> Answer {
            auto result = std::make_shared<core::Result<T>>(plan ? work(*plan) : core::Result<T>(plan.error()));
            return [result, done] { done(*result); };
        });
    }

private:
    using Answer = std::function<void()>;
    using Task = std::function<Answer(const core::Result<Plan> &plan)>;
    class Worker;

    void post(Task task);

    QThread *m_thread;
    Worker *m_worker; ///< Lives in the thread.
    std::shared_ptr<std::atomic_bool> m_isOver;
};

} // namespace models
