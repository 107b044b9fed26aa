#pragma once

#include "diagnosis/check.h"

#include <functional>

namespace diagnosis {

/// A check that is known without asking anybody.
inline Check *found(const Finding &finding, QObject *parent)
{
    return new core::ReadyJob<Finding>(finding, parent);
}

/// A check that asks one question and judges the answer: `judge(const core::Result<T> &) → Finding`.
template <typename T, typename Judge>
class AskingCheck final : public Check
{
public:
    template <typename Ask>
    AskingCheck(Ask ask, Judge judge, QObject *parent) : Job(parent)
    {
        ask(this)->whenDone(this,
                            [this, judge = std::move(judge)](const core::Result<T> &answer) { finish(judge(answer)); });
    }
};

/// `ask(QObject *parent) → core::Job<T> *`.
template <typename Ask, typename Judge>
Check *asking(Ask ask, Judge judge, QObject *parent)
{
    using Question = std::remove_pointer_t<std::invoke_result_t<Ask, QObject *>>;
    return new AskingCheck<typename Question::Value, Judge>(std::move(ask), std::move(judge), parent);
}

} // namespace diagnosis
