#pragma once

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace sandbox {

/// Why a customer's code refuses a row: any error of the service, or one of its own.
struct PlugInRefusal {
    int status = 400;
    QLatin1StringView code = QLatin1StringView("0x80040265"); ///< IsvAborted; a literal.
    QString message = {};
};

/// Code that a customer registered for each row that is created or updated, as it would be stored: columns by name,
/// lookups as "_…_value". Called in the servers' threads, one call at a time; it must not ask the sandbox anything.
using PlugIn =
    std::function<std::optional<PlugInRefusal>(const QString &table, const QString &rowId, const QJsonObject &row)>;

} // namespace sandbox
