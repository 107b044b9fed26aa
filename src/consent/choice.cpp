#include "consent/choice.h"

#include "consent/readconsents.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(consent::Choice)
};

/// How much a choice forbids; see stricter().
int strictness(Choice choice)
{
    switch (choice) {
    case Choice::None:
        return 0;
    case Choice::Given:
        return 1;
    case Choice::Pending:
        return 2;
    case Choice::Refused:
        return 3;
    }
    return 0;
}

} // namespace

Choice choiceFromJson(const QJsonValue &enabled)
{
    return reading::choiceOf(QtJson(enabled));
}

Choice stricter(Choice one, Choice other)
{
    return std::max(one, other, [](Choice a, Choice b) { return strictness(a) < strictness(b); });
}

QString choiceText(Choice choice)
{
    switch (choice) {
    case Choice::None:
        return Text::tr("no choice");
    case Choice::Given:
        return Text::tr("given");
    case Choice::Refused:
        return Text::tr("refused");
    case Choice::Pending:
        return Text::tr("pending");
    }
    return {};
}

QString choiceWord(Choice choice)
{
    switch (choice) {
    case Choice::None:
        return u"none"_s;
    case Choice::Given:
        return u"given"_s;
    case Choice::Refused:
        return u"refused"_s;
    case Choice::Pending:
        return u"pending"_s;
    }
    return {};
}

} // namespace consent
