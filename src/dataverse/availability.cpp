#include "dataverse/availability.h"

#include "dataverse/api.h"
#include "dataverse/errors.h"

#include <QCoreApplication>

namespace dataverse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::Availability)
};

} // namespace

bool saysNotAvailable(const net::Reply &reply)
{
    if (reply.status == 405 || reply.status == 501)
        return true;
    // Dataverse itself says 404 without a code when it does not know a function.
    return reply.status == 404 && readRefusal(reply).code() == 0;
}

core::Error readInspectionError(const net::Reply &reply)
{
    core::Error error = readError(reply);
    if (!saysNotAvailable(reply))
        return error;
    error.kind = core::Error::Kind::NotFound;
    error.message = Words::tr("The server at the environment's address does not offer this.");
    error.fix = Words::tr("Nothing has to be done if it is not Microsoft Dataverse. If it is, check the environment's "
                          "address.");
    error.code.clear();
    error.field.clear();
    return error;
}

core::Result<QJsonObject> inspectObject(const net::Reply &reply)
{
    return reply.isSuccess() ? readObject(reply) : core::Result<QJsonObject>(readInspectionError(reply));
}

core::Result<QJsonArray> inspectList(const net::Reply &reply)
{
    return reply.isSuccess() ? readList(reply) : core::Result<QJsonArray>(readInspectionError(reply));
}

} // namespace dataverse
