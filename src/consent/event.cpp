#include "consent/event.h"

#include "consent/readevent.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>

namespace consent {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(consent::Event)
};

/// Line and column, from 1, of a byte offset.
std::pair<int, int> placeOf(const QByteArray &json, int offset)
{
    const QByteArray before = json.left(offset);
    const int line = int(before.count('\n')) + 1;
    const int column = int(QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size()) + 1;
    return {line, column};
}

} // namespace

bool Event::isFromDataverse() const
{
    return metadata[u"origin"_s].toString().compare("dataverse"_L1, Qt::CaseInsensitive) == 0;
}

QString reading::eventWords()
{
    return Text::tr("consent event");
}

Error reading::deletedEvent()
{
    return {.kind = Error::Kind::Invalid,
            .message = Text::tr("This webhook tells that an event was deleted; its choices no longer count."),
            .fix = Text::tr("Use the person's current state instead."),
            .field = u"type"_s};
}

Error reading::notOfAnEvent(const QString &type)
{
    return {.kind = Error::Kind::Invalid,
            .message = Text::tr("This webhook is not about a consent event: its type is “%1”.").arg(type.left(60)),
            .fix = Text::tr("Use a webhook of type event.created or event.updated."),
            .field = u"type"_s};
}

Error reading::noEntity(const QString &name)
{
    return {.kind = Error::Kind::Invalid,
            .message = Text::tr("The webhook carries no event: “parameters.%1” is missing.").arg(name),
            .fix = Text::tr("Save the whole body of the webhook, not flattened."),
            .field = u"parameters."_s + name};
}

QString reading::unknownStatus()
{
    return Text::tr("The consent event has a status that is not known, so it cannot be told whether it counts.");
}

QString reading::unknownStatusFix()
{
    return Text::tr("“status” is confirmed or pending_approval.");
}

QString reading::nobodysEvent()
{
    return Text::tr("The consent event does not say whose it is.");
}

QString reading::nobodysEventFix()
{
    return Text::tr("Add “user.organization_user_id”.");
}

Result<Event> readEvent(const QJsonObject &object)
{
    return reading::readEvent(QtJson(object));
}

Result<Event> readEventFile(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const auto [line, column] = placeOf(json, problem.offset);
        return Error{.kind = Error::Kind::Invalid,
                     .message = Text::tr("The file is not valid JSON: line %1, column %2.").arg(line).arg(column),
                     .fix = Text::tr("Correct the file there, or save the event again."),
                     .detail = problem.errorString()};
    }
    // As it is, as a list of one, or as the list that Didomi answers with.
    const bool isAnswer = document.isObject() && document.object()[u"data"_s].isArray();
    if (!document.isArray() && !isAnswer)
        return readEvent(document.object());
    const QJsonArray events = isAnswer ? document.object()[u"data"_s].toArray() : document.array();
    if (events.size() != 1 || !events.first().isObject()) {
        return Error{.kind = Error::Kind::Invalid,
                     .message =
                         Text::tr("The file holds %n event(s); exactly one is needed.", nullptr, int(events.size())),
                     .fix = Text::tr("Save one event per file.")};
    }
    return readEvent(events.first().toObject());
}

} // namespace consent
