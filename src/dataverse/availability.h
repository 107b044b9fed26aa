#pragma once

#include "core/result.h"
#include "net/message.h"

#include <QJsonArray>
#include <QJsonObject>

/// Reading answers of an environment that may lack what is asked for.
namespace dataverse {

/// True for a refusal that says that the server has nothing of the kind: 405, 501, and a 404 that is not Dataverse's
/// own about a row or a table.
bool saysNotAvailable(const net::Reply &reply);

/// readError(), but what is not available here is Kind::NotFound with an empty code and says so.
core::Error readInspectionError(const net::Reply &reply);

/// readObject() and readList() with readInspectionError().
core::Result<QJsonObject> inspectObject(const net::Reply &reply);
core::Result<QJsonArray> inspectList(const net::Reply &reply);

} // namespace dataverse
