#pragma once

#include "core/job.h"
#include "engine/runprogress.h"
#include "engine/workplace.h"
#include "store/runfile.h"

namespace engine {

/// One row that does not say what the run wrote.
struct Divergence {
    qint64 write = 0;
    QString person;
    QString table;
    QString rowId;
    QString column; ///< Logical name; empty when the row is gone, or could not be read.
    QString wrote;  ///< For people.
    QString says;   ///< For people; without a column a sentence.
};

struct VerifyReport {
    qint64 written = 0;                 ///< Different rows that the run wrote.
    qint64 rows = 0;                    ///< Looked at; the sum of the four below.
    qint64 same = 0;                    ///< Say what was written.
    qint64 gone = 0;                    ///< Rows that are not there any more.
    qint64 differ = 0;                  ///< Rows that say something else in at least one column.
    qint64 unread = 0;                  ///< Rows that could not be read or compared: divergences tell why.
    qint64 erased = 0;                  ///< Writes to rows of people who were erased: not looked at.
    QList<Divergence> divergences = {}; ///< The first `mostTold`.
    static constexpr int mostTold = 1'000;
};

/// Reads the rows that a run wrote once more, and compares them with what was written. Writes nothing. Of a row that
/// the run wrote several times the last write to each column counts; columns that nobody may read are not compared.
///
/// Kind::Conflict when the run is another organisation's, or wrote a table that is none of this integration's.
class VerifyJob : public core::Job<VerifyReport>
{
    Q_OBJECT

public:
    /// `sample`: so many rows, spread over the whole run; 0: all. `file` must outlive the job.
    static VerifyJob *start(const Workplace &workplace, store::RunFile &file, qint64 sample, QObject *parent);

Q_SIGNALS:
    void advanced(const engine::RunProgress &progress);

protected:
    using Job::Job;
};

} // namespace engine
