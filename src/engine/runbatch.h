#pragma once

#include "engine/runitem.h"
#include "engine/writerows.h"
#include "store/runjournal.h"

#include <QSet>

namespace engine {

/// Names of rows and addresses that are written just now: what stands here, nobody else writes.
class BusyNames : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// All of them, or none when one is taken.
    bool take(const QStringList &names);
    void giveBack(const QStringList &names);

Q_SIGNALS:
    void freed();

private:
    QSet<QString> m_names;
};

struct RunBatchOptions {
    WriteRowsOptions writing = {};
    bool hasOthers = false;                ///< Another user may write what this one must not: that is given back.
    bool isAskingAgain = false;            ///< Whether Didomi is asked about those who would become contactable.
    std::chrono::seconds trusted{3600};    ///< Only what was known for longer is asked about.
    QDateTime knownAt = {};                ///< When that was known that the plan was made of, UTC.
    std::chrono::milliseconds undoneBy{0}; ///< By so much the items' times are less than those of the choices.
};

/// How the writes of a batch ended.
struct BatchEnd {
    QList<store::WriteEnd> ends = {};     ///< Those that did not end as planned.
    bool isOpen = false;                  ///< Of some it could not be found out: the batch must stay unsettled.
    std::optional<core::Error> stop = {}; ///< Why not all was sent, if so.
    bool isRefused = false; ///< The reason is that the application user is refused, by Entra ID or by Dataverse.
    RowsWritten last = {};  ///< Without rows: messages, sizes and times.
    int requests = 0;
};

/// Carries out one claimed batch. Rows and addresses that others write, or that come twice in the batch, are written
/// one after the other. A batch that was taken over is looked at first, and what was not written is given back.
core::Job<BatchEnd> *runBatch(bridge::Link &link, const store::RunBatch &batch, RunRows &rows, BusyNames &busy,
                              const RunBatchOptions &options, QObject *parent);

} // namespace engine
