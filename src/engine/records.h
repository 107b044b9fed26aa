#pragma once

#include "engine/gathering.h"
#include "engine/jsontexts.h"

#include <memory>

namespace engine {

/// What one line of an export, or one object of any file that sourcebody.h understands, tells of people.
struct Records {
    QList<Told> told;
    QList<core::Error> problems; ///< Kind::Invalid each; the message names line and member. The rest is in `told`.
};

/// Reads such objects, as many as there may be: users of twelve purposes in some microseconds each.
///
/// A fast parser takes what it can; what it cannot, and what is wrong, Qt's tells in its own words. Only numbers that
/// are nearly 0 ("1e-400") are taken though Qt's would refuse them.
class RecordParser
{
public:
    RecordParser();
    ~RecordParser();
    Q_DISABLE_COPY_MOVE(RecordParser)

    /// `isJson` says afterwards whether it was JSON at all.
    Records read(const JsonTexts::Piece &piece, bool *isJson);

    /// The same by Qt's parser alone.
    static Records readSlowly(const JsonTexts::Piece &piece, bool *isJson);

private:
    struct State;
    std::unique_ptr<State> m;
};

} // namespace engine
