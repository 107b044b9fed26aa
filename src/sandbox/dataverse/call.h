#pragma once

#include "httpd/message.h"
#include "sandbox/dataverse/address.h"
#include "sandbox/dataverse/plugin.h"
#include "sandbox/dataverse/privileges.h"
#include "sandbox/dataverse/query.h"
#include "sandbox/dataverse/refusal.h"

#include <QDateTime>
#include <QJsonObject>

namespace sandbox::webapi {

/// The environment as its caller sees it.
struct View {
    Schema schema;
    Privileges privileges;
    bool isBulkMissing = false; ///< A fault: contacts offer no bulk messages.
    PlugIn plugIn = {};         ///< May be none.
};

/// One request, taken apart. The view must outlive it.
struct Call {
    Call(const httpd::Request &request, const View &view, const QDateTime &now);

    httpd::Request request;
    QString root; ///< "https://…/api/data/v9.2/"
    QList<Segment> segments;
    Query query;
    Preferences preferences;
    const Schema &schema;
    const Privileges &privileges;
    const PlugIn &plugIn;
    bool isBulkMissing = false; ///< See View.
    QString now;                ///< As rows store moments.

    bool isMethod(QByteArrayView method) const { return request.method == method; }
    bool sendsLongText() const; ///< 64-bit and decimal numbers may come as text.
    bool acceptsLongText() const;

    /// The JSON object of the body. Refuses other media types, broken JSON, and anything but an object.
    QJsonObject body() const;
};

/// The service root of a path, such as "/api/data/v9.2/", or empty when the path lies elsewhere.
QByteArray serviceRoot(const QByteArray &path);

httpd::Response jsonAnswer(int status, const QJsonObject &object, httpd::Headers headers = {});
httpd::Response refusalAnswer(const Refusal &refusal, const Preferences &preferences);

/// Refuses a method that the resource does not know.
[[noreturn]] void refuseMethod(const Call &call);

/// Refuses an address that names nothing.
[[noreturn]] void refuseResource(const QString &segment);

} // namespace sandbox::webapi
