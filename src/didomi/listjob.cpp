#include "didomi/listjob.h"

#include "didomi/errors.h"

#include <QCoreApplication>

namespace didomi {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

constexpr int mostPages = 1'000; ///< Of the lists that are read as a whole; people are read page by page.

struct Words {
    Q_DECLARE_TR_FUNCTIONS(didomi::ListJob)
};

} // namespace

ListJob::ListJob(net::Service &service, net::Authorizer &authorizer, const Api &api, const Order &order,
                 QObject *parent)
    : core::Job<QJsonArray>(parent), m_service(service), m_authorizer(authorizer), m_api(api), m_order(order)
{
    request({});
}

void ListJob::request(const Query &paging)
{
    Query query = m_order.query + paging;
    if (m_order.limit > 0)
        query.append({u"$limit"_s, QString::number(m_order.limit)});
    const net::Request next = m_order.ofOrganization ? m_api.getOfOrganization(m_order.path, query, m_order.purpose)
                                                     : m_api.get(m_order.path, query, m_order.purpose);
    net::sendAuthorized(m_service, m_authorizer, next, this)->whenDone(this, [this](const Result<net::Reply> &reply) {
        readPage(reply);
    });
}

void ListJob::readPage(const Result<net::Reply> &reply)
{
    if (!reply)
        return finish(reply.error());
    if (m_order.whenMissing == WhenMissing::Empty && saysNotFound(*reply))
        return finish(m_items);
    const Result<Page> page = didomi::readPage(*reply);
    if (!page)
        return finish(page.error());

    if (isFirstPageAgain(*page))
        return finish(m_items); // a bare array from a route that knows no $skip: it was the whole list
    const bool isElsewhere = page->skip && m_cursors.isEmpty() && *page->skip != m_items.size();
    for (const QJsonValue &item : page->items)
        m_items.append(item);
    if (!isElsewhere && page->cursor.isEmpty() && !hasMore(*page, m_items.size(), m_order.limit))
        return finish(m_items);

    if (isElsewhere || ++m_pages >= mostPages || m_cursors.contains(page->cursor))
        return finish(
            Error{.kind = Error::Kind::BadReply,
                  .message = Words::tr("Didomi's list does not end: it comes back to a page that was already read."),
                  .fix = Words::tr("Try again later; tell Didomi's support if it stays.")});
    if (page->cursor.isEmpty())
        return request({{u"$skip"_s, QString::number(m_items.size())}});
    m_cursors << page->cursor;
    request({{u"$cursor"_s, page->cursor}});
}

bool ListJob::isFirstPageAgain(const Page &page) const
{
    return !page.total && page.cursor.isEmpty() && m_cursors.isEmpty() && !m_items.isEmpty() && !page.items.isEmpty() &&
           page.items.first() == m_items.first();
}

} // namespace didomi
