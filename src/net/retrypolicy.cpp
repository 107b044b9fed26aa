#include "net/retrypolicy.h"

#include "net/message.h"

#include <QLocale>

#include <algorithm>

namespace net {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr int tooManyRequests = 429;
constexpr int internalServerError = 500;

/// One more try after a 500 (dataverse-api section 3.4), and that not at once: 5 s with the usual first delay.
constexpr int triesAfterFault = 2;
constexpr int faultDelayFactor = 10;

/// `first`, doubled for each failure after the first one, never above the longest. Between half and all of it.
milliseconds backOff(const RetryPolicy &policy, milliseconds first, int failures, double jitter)
{
    double delay = double(first.count());
    for (int i = 1; i < failures && delay < double(policy.longestDelay.count()); ++i)
        delay *= 2;
    delay = std::min(delay, double(policy.longestDelay.count()));
    return milliseconds(qint64(delay * (0.5 + 0.5 * std::clamp(jitter, 0.0, 1.0))));
}

std::optional<QDateTime> httpDate(const QString &text)
{
    // The three forms of RFC 9110 section 5.6.7. QDateTime's own RFC 2822 reader does not take "GMT".
    struct Form {
        QLatin1StringView format;
        bool hasShortYear;
    };
    static constexpr Form forms[] = {
        {"dd MMM yyyy hh:mm:ss 'GMT'"_L1, false},
        {"dd-MMM-yy hh:mm:ss 'GMT'"_L1, true},
        {"ddd MMM d hh:mm:ss yyyy"_L1, false},
    };
    // Without "Friday, ": a short year is first read as one of the last century, when the day of the week was another
    // one.
    const QString date = text.section(u',', -1).simplified();
    for (const Form &form : forms) {
        const QDateTime local = QLocale::c().toDateTime(date, form.format);
        if (local.isValid())
            return QDateTime(local.date().addYears(form.hasShortYear ? 100 : 0), local.time(), Qt::UTC);
    }
    return {};
}

} // namespace

std::optional<milliseconds> retryAfter(const Reply &reply, const QDateTime &now)
{
    constexpr milliseconds longest = std::chrono::hours(24 * 365);
    const QString text = QString::fromLatin1(reply.header("retry-after").trimmed());
    if (text.isEmpty())
        return {};
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; })) {
        bool fits = false;
        const qint64 asked = text.toLongLong(&fits);
        if (!fits || asked > std::chrono::duration_cast<seconds>(longest).count())
            return longest;
        return seconds(asked);
    }
    const std::optional<QDateTime> date = httpDate(text);
    if (!date)
        return {};
    return std::clamp(milliseconds(now.msecsTo(*date)), milliseconds(0), longest);
}

RetryPolicy::Failure RetryPolicy::failureOf(const Reply &reply)
{
    switch (reply.status) {
    case tooManyRequests:
        return Failure::Throttle;
    case internalServerError:
        return Failure::Fault;
    case 502:
    case 503:
    case 504:
        return Failure::Outage;
    default:
        return Failure::Final;
    }
}

RetryPolicy::Failure RetryPolicy::failureOf(const core::Error &error)
{
    using Kind = core::Error::Kind;
    return error.kind == Kind::Network || error.kind == Kind::Timeout ? Failure::Outage : Failure::Final;
}

std::optional<milliseconds> RetryPolicy::afterReply(const Reply &reply, const Attempt &attempt, double jitter,
                                                    const QDateTime &now) const
{
    const std::optional<milliseconds> asked = retryAfter(reply, now);
    // "0" would have us knock without a pause; it is taken as no answer to the question how long.
    const bool isAsked = asked && asked->count() > 0;

    switch (failureOf(reply)) {
    case Failure::Throttle:
        if (attempt.throttles > maxThrottles)
            return {};
        if (!isAsked)
            return backOff(*this, std::max(firstDelay, milliseconds(seconds(1))), attempt.throttles, jitter);
        break;
    case Failure::Outage:
        if (attempt.tries >= maxTries)
            return {};
        if (!isAsked)
            return backOff(*this, firstDelay, attempt.tries, jitter);
        break;
    case Failure::Fault:
        if (attempt.tries >= std::min(maxTries, triesAfterFault))
            return {};
        return backOff(*this, firstDelay * faultDelayFactor, attempt.tries, jitter);
    case Failure::Final:
        return {};
    }
    if (*asked > longestRetryAfter)
        return {};
    return asked;
}

std::optional<milliseconds> RetryPolicy::afterError(const core::Error &error, const Attempt &attempt,
                                                    double jitter) const
{
    if (failureOf(error) != Failure::Outage || attempt.tries >= maxTries)
        return {};
    return backOff(*this, firstDelay, attempt.tries, jitter);
}

} // namespace net
