#pragma once

#include "sandbox/dataverse/literal.h"

#include <QHash>

#include <functional>

namespace sandbox::webapi {

/// Reads one property of the thing that is tested: a row, or a piece of metadata.
using Reader = std::function<QJsonValue(const QString &path)>;

/// A property that a filter names.
struct Property {
    QString path = {};
    Edm edm = Edm::String;
};

/// Finds a property by its name in the filter, or refuses it. A query function takes other names for lookups.
struct Resolver {
    std::function<Property(const QString &name)> inExpression;
    std::function<Property(const QString &name)> inFunction;
};

using Predicate = std::function<bool(const Reader &read)>;

/// Turns a $filter (decoded) into a test. Refuses what the service refuses: unknown names and functions, values of
/// another type than the column's, broken syntax.
///
/// `aliases` holds parameter aliases with their "@". Depth is limited, so that no filter can exhaust the stack.
Predicate parseFilter(const QString &text, const Resolver &resolve, const QHash<QString, QString> &aliases);

} // namespace sandbox::webapi
