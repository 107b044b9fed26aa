#include "models/sign.h"

namespace models {

Sign signOf(diagnosis::Step::State state)
{
    using State = diagnosis::Step::State;
    switch (state) {
    case State::Waiting:
        return Sign::Waiting;
    case State::Running:
        return Sign::Running;
    case State::Passed:
        return Sign::Passed;
    case State::Warning:
        return Sign::Warning;
    case State::Failed:
        return Sign::Failed;
    case State::NotReached:
        return Sign::NotReached;
    case State::Skipped:
        return Sign::Skipped;
    }
    return Sign::None;
}

Sign signOf(mapping::Verdict::State state)
{
    using State = mapping::Verdict::State;
    switch (state) {
    case State::Fine:
        return Sign::Passed;
    case State::Warning:
        return Sign::Warning;
    case State::Error:
        return Sign::Failed;
    case State::Unknown:
        return Sign::Waiting;
    }
    return Sign::None;
}

Sign signOf(store::Outcome outcome)
{
    using store::Outcome;
    switch (outcome) {
    case Outcome::Created:
    case Outcome::Updated:
    case Outcome::Unchanged:
        return Sign::Passed;
    case Outcome::Skipped:
        return Sign::Skipped;
    case Outcome::Invalid:
    case Outcome::Rejected:
        return Sign::Failed;
    case Outcome::Conflict:
        return Sign::Warning;
    }
    return Sign::None;
}

QString signWord(Sign sign)
{
    switch (sign) {
    case Sign::None:
        return {};
    case Sign::Passed:
        return QCoreApplication::translate("models::Sign", "passed");
    case Sign::Warning:
        return QCoreApplication::translate("models::Sign", "warning");
    case Sign::Failed:
        return QCoreApplication::translate("models::Sign", "failed");
    case Sign::NotReached:
        return QCoreApplication::translate("models::Sign", "not reached");
    case Sign::Skipped:
        return QCoreApplication::translate("models::Sign", "skipped");
    case Sign::Running:
        return QCoreApplication::translate("models::Sign", "running");
    case Sign::Waiting:
        return QCoreApplication::translate("models::Sign", "waiting");
    case Sign::Planned:
        return QCoreApplication::translate("models::Sign", "planned");
    }
    return {};
}

} // namespace models
