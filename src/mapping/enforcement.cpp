#include "mapping/enforcement.h"

#include <QCoreApplication>

#include <algorithm>

namespace mapping {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(mapping::Enforcement)
};

/// From what lets most be sent to what lets least.
int strictness(ConsentValue value)
{
    switch (value) {
    case ConsentValue::OptedIn:
        return 0;
    case ConsentValue::NotSet:
        return 1;
    case ConsentValue::OptedOut:
        return 2;
    }
    return 2;
}

bool isNewer(const ConsentSay &one, const ConsentSay &other)
{
    const qint64 here = one.modifiedOn.isValid() ? one.modifiedOn.toSecsSinceEpoch() : 0;
    const qint64 there = other.modifiedOn.isValid() ? other.modifiedOn.toSecsSinceEpoch() : 0;
    return here != there ? here > there : strictness(one.value) > strictness(other.value);
}

} // namespace

QString consentValueText(ConsentValue value)
{
    switch (value) {
    case ConsentValue::NotSet:
        return Texts::tr("not set");
    case ConsentValue::OptedIn:
        return Texts::tr("opted in");
    case ConsentValue::OptedOut:
        return Texts::tr("opted out");
    }
    return {};
}

QString consentValueWord(ConsentValue value)
{
    switch (value) {
    case ConsentValue::NotSet:
        return u"not-set"_s;
    case ConsentValue::OptedIn:
        return u"opted-in"_s;
    case ConsentValue::OptedOut:
        return u"opted-out"_s;
    }
    return {};
}

ConsentValue effectiveConsent(const QList<ConsentSay> &says)
{
    if (says.isEmpty())
        return ConsentValue::NotSet;
    return std::max_element(says.cbegin(), says.cend(),
                            [](const ConsentSay &one, const ConsentSay &other) { return isNewer(other, one); })
        ->value;
}

bool isLooser(ConsentValue one, ConsentValue other)
{
    return strictness(one) < strictness(other);
}

bool lets(Enforcement model, ConsentValue value)
{
    switch (model) {
    case Enforcement::Restrictive:
        return value == ConsentValue::OptedIn;
    case Enforcement::NonRestrictive:
        return value != ConsentValue::OptedOut;
    case Enforcement::Disabled:
        return true;
    }
    return false;
}

bool Sending::isSent() const
{
    switch (decision) {
    case Decision::Allowed:
    case Decision::NotAsked:
    case Decision::NoObjection:
        return true;
    case Decision::PurposeOptedOut:
    case Decision::PurposeNotOptedIn:
    case Decision::TopicOptedOut:
    case Decision::TopicNotOptedIn:
        return false;
    }
    return false;
}

Sending sendingUnder(Enforcement model, ConsentValue purpose, std::optional<ConsentValue> topic)
{
    using Decision = Sending::Decision;
    if (model == Enforcement::Disabled)
        return {Decision::NotAsked};
    if (!lets(model, purpose))
        return {purpose == ConsentValue::OptedOut ? Decision::PurposeOptedOut : Decision::PurposeNotOptedIn};
    if (topic && !lets(model, *topic))
        return {*topic == ConsentValue::OptedOut ? Decision::TopicOptedOut : Decision::TopicNotOptedIn};
    const bool isAllowed = purpose == ConsentValue::OptedIn && topic.value_or(purpose) == ConsentValue::OptedIn;
    return {isAllowed ? Decision::Allowed : Decision::NoObjection};
}

QString sendingText(const Sending &sending, const QString &purposeName, const QString &topicName)
{
    using Decision = Sending::Decision;
    switch (sending.decision) {
    case Decision::Allowed:
        return Texts::tr("It would be sent: “%1” is opted in.").arg(topicName.isEmpty() ? purposeName : topicName);
    case Decision::NotAsked:
        return Texts::tr("It would be sent: “%1” asks nobody for consent.").arg(purposeName);
    case Decision::NoObjection:
        return Texts::tr("It would be sent: nobody opted out, and “%1” asks for no more.").arg(purposeName);
    case Decision::PurposeOptedOut:
        return Texts::tr("It would not be sent: the purpose “%1” is opted out.").arg(purposeName);
    case Decision::PurposeNotOptedIn:
        return Texts::tr("It would not be sent: the purpose “%1” is not opted in, and it is restrictive.")
            .arg(purposeName);
    case Decision::TopicOptedOut:
        return Texts::tr("It would not be sent: the topic “%1” is opted out.").arg(topicName);
    case Decision::TopicNotOptedIn:
        return Texts::tr("It would not be sent: the topic “%1” is not opted in, and its purpose is restrictive.")
            .arg(topicName);
    }
    return {};
}

QString sendingWord(const Sending &sending)
{
    using Decision = Sending::Decision;
    switch (sending.decision) {
    case Decision::Allowed:
        return u"allowed"_s;
    case Decision::NotAsked:
        return u"not-asked"_s;
    case Decision::NoObjection:
        return u"no-objection"_s;
    case Decision::PurposeOptedOut:
        return u"purpose-opted-out"_s;
    case Decision::PurposeNotOptedIn:
        return u"purpose-not-opted-in"_s;
    case Decision::TopicOptedOut:
        return u"topic-opted-out"_s;
    case Decision::TopicNotOptedIn:
        return u"topic-not-opted-in"_s;
    }
    return {};
}

} // namespace mapping
