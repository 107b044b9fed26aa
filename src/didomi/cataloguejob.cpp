#include "didomi/cataloguejob.h"

#include "didomi/cataloguereader.h"

namespace didomi {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using Kind = core::Error::Kind;

namespace {

constexpr int pageSize = 100; ///< The most that Didomi gives (didomi-api section 4.1).

bool always(const Error &)
{
    return true;
}

bool unlessNotInContract(const Error &error)
{
    return error.kind != Kind::NotFound && error.kind != Kind::Forbidden;
}

/// The tree's route comes from an older page of the documentation.
bool unlessNotOffered(const Error &error)
{
    return unlessNotInContract(error) && error.kind != Kind::Rejected && error.kind != Kind::BadReply;
}

} // namespace

CatalogueJob::CatalogueJob(net::Service &service, net::Authorizer &authorizer, const Api &api, QObject *parent)
    : core::Job<consent::Catalogue>(parent)
{
    const auto list = [&](const char *path, const Query &query, const QString &purpose) {
        return new ListJob(service, authorizer, api,
                           {.path = path, .query = query, .purpose = purpose, .limit = pageSize}, this);
    };
    read(list("/metadata/purposes", {{u"$translations"_s, u"true"_s}}, u"Purposes"_s), &CatalogueJob::m_purposes,
         always);
    read(list("/preferences", {}, u"Preferences"_s), &CatalogueJob::m_preferences, unlessNotInContract);
    read(list("/config-trees", {}, u"Configuration tree"_s), &CatalogueJob::m_trees, unlessNotOffered);
}

void CatalogueJob::read(ListJob *list, QJsonArray CatalogueJob::*target, IsFatal isFatal)
{
    ++m_open;
    list->whenDone(this, [this, target, isFatal](const Result<QJsonArray> &items) {
        if (items) {
            this->*target = *items;
        } else if (isFatal(items.error())) {
            finish(items.error());
            deleteSteps();
            return;
        }
        if (--m_open == 0)
            finish(CatalogueReader().read(m_purposes, m_preferences, m_trees));
    });
}

} // namespace didomi
