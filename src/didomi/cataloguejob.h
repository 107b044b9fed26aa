#pragma once

#include "consent/catalogue.h"
#include "didomi/listjob.h"

namespace didomi {

/// Reads purposes, preferences and the configuration tree at once. Organizations without preference management have
/// neither of the latter two: then there are purposes only.
class CatalogueJob final : public core::Job<consent::Catalogue>
{
public:
    CatalogueJob(net::Service &service, net::Authorizer &authorizer, const Api &api, QObject *parent);

private:
    using IsFatal = bool (*)(const core::Error &);
    void read(ListJob *list, QJsonArray CatalogueJob::*target, IsFatal isFatal);

    QJsonArray m_purposes;
    QJsonArray m_preferences;
    QJsonArray m_trees;
    int m_open = 0;
};

} // namespace didomi
