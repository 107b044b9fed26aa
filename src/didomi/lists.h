#pragma once

#include "core/result.h"
#include "net/message.h"

#include <QJsonArray>

#include <optional>

namespace didomi {

/// One answer of a list, whichever of the shapes it came in (didomi-api section 4.1): a bare array, `{data, cursor}`,
/// `{total, limit, skip, data}`, or a single object.
struct Page {
    QJsonArray items;
    QString cursor = {}; ///< Of the next page; empty when there is none.
    std::optional<qint64> total = {};
    std::optional<qint64> skip = {};
};

/// Reads a success; a refusal becomes the error it is; anything else Kind::BadReply.
core::Result<Page> readPage(const net::Reply &reply);

/// True when a list that is paged with $skip may have more after `page`, of which `collected` items are known now.
/// Without a total a page as full as its `limit` says so; 0 = no limit was asked for.
bool hasMore(const Page &page, qint64 collected, int limit);

} // namespace didomi
