#include "didomi/lists.h"

#include "didomi/errors.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace didomi {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> count(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

/// Cursors are opaque; whatever scalar stands there is sent back as it is.
QString cursorText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

} // namespace

core::Result<Page> readPage(const net::Reply &reply)
{
    if (!reply.isSuccess())
        return readError(reply);
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (document.isArray())
        return Page{.items = document.array()};

    const QJsonObject object = document.object();
    const QJsonValue data = object.value(u"data");
    if (data.isArray())
        return Page{.items = data.toArray(),
                    .cursor = cursorText(object.value(u"cursor")),
                    .total = count(object.value(u"total")),
                    .skip = count(object.value(u"skip"))};
    if (data.isObject())
        return Page{.items = {data}};
    if (object.contains(u"id"))
        return Page{.items = {object}};
    return unreadableReply(reply);
}

bool hasMore(const Page &page, qint64 collected, int limit)
{
    if (page.items.isEmpty())
        return false;
    return page.total ? collected < *page.total : limit > 0 && page.items.size() >= limit;
}

} // namespace didomi
