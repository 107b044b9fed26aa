#pragma once

#include "core/error.h"
#include "store/rundata.h"

#include <QMetaType>

#include <chrono>
#include <optional>

namespace engine {

/// How far a long job is, for people: told a few times a second.
struct RunProgress {
    enum class Phase {
        Reading,  ///< Planning: people are read, compared, planned. `done` and `total` are the source's.
        Again,    ///< Planning: people whom the source told of several times.
        Settling, ///< What an earlier worker left open is looked at.
        Asking,   ///< Didomi is asked again about those who would become contactable.
        Writing,
        Pausing, ///< What is on its way is waited for.
        Paused,
        Verifying,
        Done,
    };
    enum class Bottleneck {
        Unknown,
        Client,   ///< This machine computes, or its disk writes.
        Network,  ///< Answers come fast, the way is long.
        Server,   ///< Dataverse works.
        Throttle, ///< Dataverse asked us to wait, or permits fewer requests.
        Source,   ///< Didomi, or the files.
    };

    Phase phase = Phase::Reading;
    qint64 done = 0;
    qint64 total = 0;                                 ///< 0: not known.
    qint64 people = 0;                                ///< Planned, or written, by this job.
    double perSecond = 0;                             ///< People, of the last seconds.
    std::optional<std::chrono::seconds> soonest = {}; ///< Until the end, if all goes on as in its best …
    std::optional<std::chrono::seconds> latest = {};  ///< … or its worst time so far.
    Bottleneck bottleneck = Bottleneck::Unknown;
    QString waitingFor = {};     ///< Why nothing is sent now; a translated sentence. Empty when something is.
    QDateTime waitingUntil = {}; ///< UTC; invalid when not known.
    int inFlight = 0;            ///< Requests.
    int permits = 0;             ///< How many are allowed at once now.
    int rowsPerRequest = 0;
    int users = 0;                   ///< Application users that write. 0: nothing is written.
    QList<core::Error> refused = {}; ///< Further users that the run goes on without, and why; each names its user.
    qint64 requests = 0;             ///< Sent so far.
    qint64 throttled = 0;            ///< Of these, answered 429.
    store::RunCounts counts = {};    ///< Of a run.
};

QString usersText(int users); ///< A translated sentence: "2 application users write, …". Empty when there is but one.
/// Translated sentences: whom the run goes on without, why, and what to do about it. Empty when it is nobody.
QString refusedText(const QList<core::Error> &refused);

QString phaseText(RunProgress::Phase phase);                ///< Translated: "Writing".
QString phaseWord(RunProgress::Phase phase);                ///< For JSON: "writing".
QString bottleneckText(RunProgress::Bottleneck bottleneck); ///< A translated sentence: "Dataverse is the slowest part."
QString bottleneckWord(RunProgress::Bottleneck bottleneck); ///< For JSON: "server".

} // namespace engine

Q_DECLARE_METATYPE(engine::RunProgress)
