#include "sandbox/dataverse/call.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

Call::Call(const httpd::Request &incoming, const View &view, const QDateTime &moment)
    : request(incoming)
    , schema(view.schema)
    , privileges(view.privileges)
    , plugIn(view.plugIn)
    , isBulkMissing(view.isBulkMissing)
    , now(moment.toUTC().toString(Qt::ISODate))
{
    preferences = parsePreferences(request.header("Prefer")); // first: a refusal's shape depends on it
    const QByteArray base = serviceRoot(request.path);
    if (base.isEmpty())
        refuse(code::noHttpResource,
               u"No HTTP resource was found that matches the request URI '%1'."_s.arg(QString::fromUtf8(request.path)));
    root = QString::fromUtf8(request.origin() + base);
    segments = parseSegments(request.path.sliced(qMin(base.size(), request.path.size())));
    query = parseQuery(request.query);
}

bool Call::sendsLongText() const
{
    return request.header("Content-Type").contains("IEEE754Compatible=true");
}

bool Call::acceptsLongText() const
{
    return request.header("Accept").contains("IEEE754Compatible=true");
}

QJsonObject Call::body() const
{
    const QByteArray type = request.header("Content-Type").toLower().trimmed();
    if (!type.startsWith("application/json"))
        refuse(code::wrongMediaType,
               u"A supported MIME type could not be found that matches the content type '%1' of the request."_s.arg(
                   QString::fromUtf8(type)));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject())
        refuse(code::payload, u"Error identified in Payload provided by the user, InnerException : %1"_s.arg(
                                  document.isNull() ? problem.errorString() : u"a JSON object was expected"_s));
    return document.object();
}

QByteArray serviceRoot(const QByteArray &path)
{
    static const QRegularExpression pattern(u"^/api/data/v9\\.[0-2](/|$)"_s);
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(path));
    if (!match.hasMatch())
        return {};
    const QByteArray root = match.captured(0).toLatin1();
    return root.endsWith('/') ? root : root + '/';
}

httpd::Response jsonAnswer(int status, const QJsonObject &object, httpd::Headers headers)
{
    headers.emplaceBack("Content-Type", "application/json; odata.metadata=minimal");
    return {.status = status, .headers = headers, .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

httpd::Response refusalAnswer(const Refusal &refusal, const Preferences &preferences)
{
    QJsonObject error{{u"code"_s, QString(refusal.code.number)}, {u"message"_s, refusal.message}};
    if (preferences.wantsAnnotation(u"Microsoft.PowerApps.CDS.HelpLink")) {
        error.insert(u"@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus"_s, u"0"_s);
        error.insert(u"@Microsoft.PowerApps.CDS.HelpLink"_s,
                     u"http://go.microsoft.com/fwlink/?LinkID=398563&error="_s + refusal.code.number);
        error.insert(u"@Microsoft.PowerApps.CDS.InnerError.Message"_s, refusal.message);
    }
    return jsonAnswer(refusal.code.status, {{u"error"_s, error}});
}

void refuseMethod(const Call &call)
{
    refuse(code::wrongVerb, u"The requested resource does not support http method '%1'."_s.arg(
                                QString::fromLatin1(call.request.method)));
}

void refuseResource(const QString &segment)
{
    refuse(code::unknownResource, u"Resource not found for the segment '%1'."_s.arg(segment));
}

} // namespace sandbox::webapi
