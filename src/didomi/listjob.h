#pragma once

#include "core/job.h"
#include "didomi/api.h"
#include "didomi/lists.h"
#include "net/network.h"

#include <functional>

namespace didomi {

/// Reads a whole list: follows cursors where there are some, else pages with $skip where there is a total.
///
/// A list that would never end (a cursor comes again, pages beyond reason) is Kind::BadReply.
class ListJob final : public core::Job<QJsonArray>
{
public:
    enum class WhenMissing { Fail, Empty }; ///< What it means when Didomi says 404.

    /// `query` without paging; organization_id is added when `ofOrganization`.
    struct Order {
        QByteArray path;
        Query query = {};
        QString purpose;
        WhenMissing whenMissing = WhenMissing::Fail;
        bool ofOrganization = true;
        int limit = 0; ///< Sent as $limit; 0 = not sent, for routes that do not know it.
    };

    ListJob(net::Service &service, net::Authorizer &authorizer, const Api &api, const Order &order, QObject *parent);

private:
    void request(const Query &paging);
    void readPage(const core::Result<net::Reply> &reply);
    bool isFirstPageAgain(const Page &page) const;

    net::Service &m_service;
    net::Authorizer &m_authorizer;
    const Api m_api;
    const Order m_order;
    QJsonArray m_items;
    QStringList m_cursors;
    int m_pages = 0;
};

/// Reads a whole list and makes something of its items.
template <typename T>
class ReadListJob final : public core::Job<T>
{
public:
    using Reader = std::function<core::Result<T>(const QJsonArray &)>;

    ReadListJob(net::Service &service, net::Authorizer &authorizer, const Api &api, const ListJob::Order &order,
                Reader reader, QObject *parent)
        : core::Job<T>(parent)
    {
        (new ListJob(service, authorizer, api, order, this))
            ->whenDone(this, [this, reader = std::move(reader)](const core::Result<QJsonArray> &items) {
                if (items)
                    this->finish(reader(*items));
                else
                    this->finish(items.error());
            });
    }
};

} // namespace didomi
