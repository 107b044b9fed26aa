#include "sandbox/dataverse/limits.h"

#include "sandbox/dataverse/call.h"

#include <algorithm>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

httpd::Response refused(const Refusal &refusal, std::chrono::seconds wait)
{
    httpd::Response response = refusalAnswer(refusal, {});
    response.headers.emplaceBack("Retry-After", QByteArray::number(qint64(wait.count())));
    return response;
}

} // namespace

LimitTally &LimitTally::operator+=(const LimitTally &more)
{
    admitted += more.admitted;
    tooMany += more.tooMany;
    tooLong += more.tooLong;
    tooManyAtOnce += more.tooManyAtOnce;
    time += more.time;
    return *this;
}

std::chrono::seconds Limits::now() const
{
    return std::chrono::floor<std::chrono::seconds>(m_clock.monotonic());
}

void Limits::forget()
{
    while (!m_bySecond.empty() && m_bySecond.begin()->first + window <= now()) {
        m_total.requests -= m_bySecond.begin()->second.requests;
        m_total.time -= m_bySecond.begin()->second.time;
        m_bySecond.erase(m_bySecond.begin());
    }
    m_underWay.erase(m_underWay.begin(), m_underWay.upper_bound(m_clock.monotonic()));
}

std::optional<httpd::Response> Limits::admit()
{
    forget();
    const bool isTooMany = m_total.requests >= requests;
    const bool isTooLong = m_total.time >= time;
    ++m_total.requests;
    ++m_bySecond[now()].requests;
    if (!isTooMany && !isTooLong) {
        if (int(m_underWay.size()) < atOnce) {
            ++m_tally.admitted;
            return {};
        }
        ++m_tally.tooManyAtOnce;
        const auto wait = std::chrono::ceil<std::chrono::seconds>(*m_underWay.begin() - m_clock.monotonic());
        return refused({code::tooManyAtOnce, u"Number of concurrent requests exceeded the limit of 52."_s}, wait);
    }
    ++(isTooMany ? m_tally.tooMany : m_tally.tooLong);

    // Until so much has left the window that another request fits.
    Used left = m_total;
    std::chrono::seconds wait = 1s;
    for (const auto &[second, used] : m_bySecond) {
        if (left.requests < requests && left.time < time)
            break;
        left.requests -= used.requests;
        left.time -= used.time;
        wait = std::max(wait, second + window - now());
    }
    return refused(
        isTooMany ? Refusal{code::tooManyRequests,
                            u"Number of requests exceeded the limit of 6000 over time window of 300 seconds."_s}
                  : Refusal{code::tooMuchTime,
                            u"Combined execution time of incoming requests exceeded limit of 1200000 milliseconds over "
                            "time window of 300 seconds. Decrease number of concurrent requests or reduce the duration "
                            "of requests and try again later."_s},
        wait);
}

void Limits::spend(std::chrono::milliseconds duration)
{
    m_tally.time += duration;
    m_total.time += duration;
    m_bySecond[now()].time += duration;
}

void Limits::run(std::chrono::milliseconds duration)
{
    spend(duration);
    if (duration > 0ms)
        m_underWay.insert(m_clock.monotonic() + duration);
}

int Limits::remainingRequests() const
{
    return std::max(0, requests - m_total.requests);
}

std::chrono::milliseconds Limits::remainingTime() const
{
    return std::max(0ms, time - m_total.time);
}

} // namespace sandbox::webapi
