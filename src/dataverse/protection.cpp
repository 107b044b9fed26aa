#include "dataverse/protection.h"

#include "dataverse/errors.h"

namespace dataverse {

namespace {

constexpr quint32 tooMuchTime = 0x80072321;
constexpr quint32 tooManyRequests = 0x80072322;

net::BudgetRule::Limit limitOf(const net::Reply &reply)
{
    using Limit = net::BudgetRule::Limit;
    switch (readRefusal(reply).code()) {
    case tooMuchTime:
        return Limit::Time;
    case tooManyRequests:
        return Limit::Requests;
    default: // 0x80072326: too many at once
        return Limit::None;
    }
}

} // namespace

net::BudgetRule protectionRule()
{
    return {.window = std::chrono::minutes(5), .requests = 6'000, .time = std::chrono::minutes(20), .limitOf = limitOf};
}

} // namespace dataverse
