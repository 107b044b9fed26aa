#include "engine/runprogress.h"

#include <QCoreApplication>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::RunProgress)
};

} // namespace

QString usersText(int users)
{
    if (users < 2)
        return {};
    return Texts::tr("%n application users write, each with a limit of its own.", nullptr, users);
}

QString refusedText(const QList<core::Error> &refused)
{
    QStringList sentences;
    for (const core::Error &one : refused)
        sentences << Texts::tr("%1 The other application users do its part. %2").arg(one.message, one.fix).trimmed();
    return sentences.join(u'\n');
}

QString phaseText(RunProgress::Phase phase)
{
    switch (phase) {
    case RunProgress::Phase::Reading:
        return Texts::tr("Reading and comparing");
    case RunProgress::Phase::Again:
        return Texts::tr("Reading once more who was found several times");
    case RunProgress::Phase::Settling:
        return Texts::tr("Looking at what was left open");
    case RunProgress::Phase::Asking:
        return Texts::tr("Asking Didomi once more");
    case RunProgress::Phase::Writing:
        return Texts::tr("Writing");
    case RunProgress::Phase::Pausing:
        return Texts::tr("Pausing");
    case RunProgress::Phase::Paused:
        return Texts::tr("Paused");
    case RunProgress::Phase::Verifying:
        return Texts::tr("Verifying");
    case RunProgress::Phase::Done:
        return Texts::tr("Done");
    }
    return {};
}

QString phaseWord(RunProgress::Phase phase)
{
    switch (phase) {
    case RunProgress::Phase::Reading:
        return u"reading"_s;
    case RunProgress::Phase::Again:
        return u"again"_s;
    case RunProgress::Phase::Settling:
        return u"settling"_s;
    case RunProgress::Phase::Asking:
        return u"asking"_s;
    case RunProgress::Phase::Writing:
        return u"writing"_s;
    case RunProgress::Phase::Pausing:
        return u"pausing"_s;
    case RunProgress::Phase::Paused:
        return u"paused"_s;
    case RunProgress::Phase::Verifying:
        return u"verifying"_s;
    case RunProgress::Phase::Done:
        return u"done"_s;
    }
    return {};
}

QString bottleneckText(RunProgress::Bottleneck bottleneck)
{
    switch (bottleneck) {
    case RunProgress::Bottleneck::Unknown:
        return Texts::tr("What is slowest is not known yet.");
    case RunProgress::Bottleneck::Client:
        return Texts::tr("This computer is the slowest part.");
    case RunProgress::Bottleneck::Network:
        return Texts::tr("The network is the slowest part.");
    case RunProgress::Bottleneck::Server:
        return Texts::tr("Dataverse is the slowest part.");
    case RunProgress::Bottleneck::Throttle:
        return Texts::tr("Dataverse limits how fast this may go.");
    case RunProgress::Bottleneck::Source:
        return Texts::tr("Reading the consents is the slowest part.");
    }
    return {};
}

QString bottleneckWord(RunProgress::Bottleneck bottleneck)
{
    switch (bottleneck) {
    case RunProgress::Bottleneck::Unknown:
        return u"unknown"_s;
    case RunProgress::Bottleneck::Client:
        return u"client"_s;
    case RunProgress::Bottleneck::Network:
        return u"network"_s;
    case RunProgress::Bottleneck::Server:
        return u"server"_s;
    case RunProgress::Bottleneck::Throttle:
        return u"throttle"_s;
    case RunProgress::Bottleneck::Source:
        return u"source"_s;
    }
    return {};
}

} // namespace engine
