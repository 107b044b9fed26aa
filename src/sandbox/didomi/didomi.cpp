#include "sandbox/didomi/didomi.h"

#include "sandbox/didomi/catalogue.h"
#include "sandbox/didomi/eventreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using didomi::Event;
using didomi::EventRequest;
using didomi::Refusal;
using didomi::refuse;
using didomi::User;

struct Didomi::Call {
    const httpd::Request &request;
    const Faults &faults;
    QStringList path = {}; ///< Decoded segments after /v1.
    Parameters query = {};

    bool isGet() const { return request.method == "GET"; }
    QString segment(qsizetype index) const { return path.value(index); }

    QJsonDocument body() const
    {
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(request.body, &problem);
        if (problem.error != QJsonParseError::NoError)
            refuse(400, u"Unexpected token in JSON at position %1"_s.arg(problem.offset));
        return document;
    }
};

namespace {

constexpr auto window = 15s;
constexpr int usersPerPage = 100;
constexpr int eventsPerBatch = 100;
constexpr int defaultLimit = 100;
constexpr int sessionSeconds = 3600;

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

httpd::Response answer(int status, const QJsonDocument &document)
{
    return httpd::Response::json(status, document.toJson(QJsonDocument::Compact));
}

httpd::Response answer(const QJsonObject &object)
{
    return answer(200, QJsonDocument(object));
}

QString statusName(int status)
{
    switch (status) {
    case 400:
        return u"BadRequest"_s;
    case 401:
        return u"NotAuthenticated"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"NotFound"_s;
    case 405:
        return u"MethodNotAllowed"_s;
    case 409:
        return u"Conflict"_s;
    case 429:
        return u"TooManyRequests"_s;
    case 503:
        return u"Unavailable"_s;
    default:
        return u"GeneralError"_s;
    }
}

/// Shows the preferences in the shape of the organization's generation: `values`, or `preferences` and `channels`.
QJsonObject shapedConsents(QJsonObject consents, const Faults &faults)
{
    const bool isFirstGeneration = faults.has("didomi-shape"_L1, u"v1");
    QJsonArray purposes = consents.value("purposes"_L1).toArray();
    for (QJsonValueRef value : purposes) {
        QJsonObject purpose = value.toObject();
        if (isFirstGeneration) {
            purpose.remove("values"_L1);
        } else {
            purpose.remove("preferences"_L1);
            purpose.remove("channels"_L1);
        }
        value = purpose;
    }
    consents.insert(u"purposes"_s, purposes);
    return consents;
}

/// Adds the purposes that the user was not asked about, as $include_full_tree does.
QJsonObject withFullTree(QJsonObject consents)
{
    QJsonArray purposes = consents.value("purposes"_L1).toArray();
    for (const didomi::Purpose &purpose : didomi::purposes()) {
        const bool isThere = std::any_of(purposes.cbegin(), purposes.cend(), [&](const QJsonValue &one) {
            return one.toObject().value("id"_L1) == purpose.id;
        });
        if (!isThere)
            purposes << QJsonObject{{u"id"_s, purpose.id}, {u"enabled"_s, QJsonValue()}, {u"values"_s, QJsonObject()}};
    }
    consents.insert(u"purposes"_s, purposes);
    return consents;
}

QJsonObject masked(QJsonObject integration)
{
    QJsonObject authentication = integration.value("authentication"_L1).toObject();
    if (authentication.contains("client_secret"_L1))
        authentication.insert(u"client_secret"_s, u"********"_s);
    integration.insert(u"authentication"_s, authentication);
    return integration;
}

} // namespace

Didomi::Didomi(const Access &access, const TokenMint &mint, const core::Clock &clock, const QList<Person> &people,
               quint64 seed, Options options)
    : m_access(access)
    , m_mint(mint)
    , m_clock(clock)
    , m_options(options)
    , m_register(people)
    , m_dice(seed ^ 0xd1d0ULL)
    , m_streamDice(seed ^ 0x57eaULL)
{
}

httpd::Response Didomi::refusal(int status, const QString &message, const QJsonArray &errors)
{
    return answer(status, QJsonDocument(QJsonObject{
                              {u"code"_s, status},
                              {u"name"_s, statusName(status)},
                              {u"message"_s, message},
                              {u"errors"_s, errors.isEmpty() ? QJsonValue(QJsonObject()) : QJsonValue(errors)}}));
}

httpd::Response Didomi::handle(const httpd::Request &request, const Faults &faults)
{
    Call call{.request = request, .faults = faults, .query = Parameters::parse(request.query)};
    for (const QByteArray &segment : request.path.split('/').sliced(2)) // "", "v1", …
        call.path << QUrl::fromPercentEncoding(segment);

    httpd::Response response;
    const bool isLimited =
        m_options.requestsPerWindow > 0 &&
        (call.segment(0) != u"consents" || (call.segment(1) == u"users" && call.query.isTrue(u"$include_full_tree"_s)));
    try {
        if (isLimited)
            countRequest(call);
        response = route(call);
    } catch (const Refusal &refused) {
        response = refusal(refused.status, refused.message, refused.errors);
    }
    if (isLimited) {
        const auto passed = m_clock.monotonic() - m_windowStart;
        const auto reset =
            std::chrono::ceil<std::chrono::seconds>(std::max(0ms, std::chrono::milliseconds(window) - passed)).count();
        const int left = faults.has("didomi-rate"_L1, u"low")
                             ? m_options.requestsPerWindow / 20
                             : std::max(0, m_options.requestsPerWindow - m_windowCount);
        response.headers.emplaceBack("RateLimit", "limit=" + QByteArray::number(m_options.requestsPerWindow) +
                                                      ", remaining=" + QByteArray::number(left) +
                                                      ", reset=" + QByteArray::number(qint64(reset)));
        response.headers.emplaceBack("RateLimit-Policy", QByteArray::number(m_options.requestsPerWindow) + ";w=15");
        if (response.status == 429)
            response.headers.emplaceBack("Retry-After", QByteArray::number(std::max<qint64>(1, reset)));
    }
    return response;
}

void Didomi::countRequest(const Call &)
{
    const auto now = m_clock.monotonic();
    if (m_windowCount == 0 || now - m_windowStart >= window) {
        m_windowStart = now;
        m_windowCount = 0;
    }
    if (++m_windowCount > m_options.requestsPerWindow)
        refuse(429, u"Too many requests, please try again later."_s);
}

httpd::Response Didomi::route(const Call &call)
{
    if (call.segment(0) == u"sessions")
        return answerSession(call);
    checkToken(call);
    if (call.segment(0) == u"consents")
        return answerConsents(call);
    if (call.segment(0) == u"marketplace" && call.segment(1) == u"integrations")
        return answerIntegrations(call);
    return answerCatalogue(call);
}

void Didomi::checkToken(const Call &call) const
{
    using State = TokenMint::Verdict::State;
    const TokenMint::Verdict verdict =
        m_mint.check(call.request.header("Authorization"), m_clock.now().toSecsSinceEpoch());
    if (verdict.state == State::Expired)
        refuse(401, u"jwt expired"_s);
    if (verdict.state != State::Good || verdict.claims.value("sub"_L1) != m_access.didomiKey)
        refuse(401, verdict.state == State::Missing ? u"No auth token"_s : u"invalid token"_s);
}

void Didomi::checkOrganization(const Call &call) const
{
    const QString id = call.query.value(u"organization_id"_s);
    if (id.isEmpty())
        refuse(400, u"Missing query parameter: organization_id"_s);
    if (id != m_access.organizationId || call.faults.has("didomi-organization"_L1, u"unknown"))
        refuse(403, u"You are not allowed to access this organization"_s);
}

httpd::Response Didomi::answerSession(const Call &call)
{
    if (call.request.method != "POST")
        refuse(405, u"Method `%1` is not supported by this endpoint."_s.arg(QString::fromUtf8(call.request.method)));
    const QJsonObject body = call.body().object();
    const bool isRight = body.value("type"_L1) == u"api-key"_s && body.value("key"_L1) == m_access.didomiKey &&
                         body.value("secret"_L1).toString().toUtf8() == m_access.didomiSecret.reveal();
    if (!isRight || call.faults.has("didomi-key"_L1, u"wrong"))
        refuse(400, u"Invalid authentication information"_s);
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    const int lifetime = call.faults.number("token-lifetime"_L1, Service::Entra).value_or(sessionSeconds);
    const QByteArray token = m_mint.issue({{u"sub"_s, m_access.didomiKey},
                                           {u"organization_id"_s, m_access.organizationId},
                                           {u"iat"_s, now},
                                           {u"exp"_s, now + lifetime},
                                           {u"jti"_s, m_dice.uuid().toString(QUuid::WithoutBraces)}});
    return answer(
        {{u"type"_s, u"api-key"_s}, {u"key"_s, m_access.didomiKey}, {u"access_token"_s, QString::fromLatin1(token)}});
}

httpd::Response Didomi::list(const Call &call, const QJsonArray &items) const
{
    bool isNumber = false;
    const int asked = call.query.value(u"$limit"_s).toInt(&isNumber);
    const int limit = isNumber ? std::clamp(asked, 0, defaultLimit) : defaultLimit;
    const int skip = std::max(0, call.query.value(u"$skip"_s).toInt());
    QJsonArray page;
    for (qsizetype i = skip; i < items.size() && page.size() < limit; ++i)
        page << items.at(i);
    if (call.faults.has("didomi-list"_L1, u"array"))
        return answer(200, QJsonDocument(page));
    return answer({{u"total"_s, items.size()}, {u"limit"_s, limit}, {u"skip"_s, skip}, {u"data"_s, page}});
}

httpd::Response Didomi::answerCatalogue(const Call &call)
{
    const QString where = call.path.join(u'/');
    if (!call.isGet())
        refuse(405, u"Method `%1` is not supported by this endpoint."_s.arg(QString::fromUtf8(call.request.method)));
    if (where == u"organizations") {
        const bool isOurs = !call.faults.has("didomi-organization"_L1, u"unknown");
        const QString id = isOurs ? m_access.organizationId : u"another-organization"_s;
        return list(call, {QJsonObject{{u"id"_s, id},
                                       {u"name"_s, u"Sandbox organization"_s},
                                       {u"validate_purpose_id"_s, true},
                                       {u"disable_preferences_in_consents"_s, false},
                                       {u"public_api_key"_s, u"00000000-0000-4000-8000-000000000000"_s}}});
    }
    const bool isKnown = where == u"premium-features" || where == u"metadata/purposes" || where == u"preferences" ||
                         where == u"config-trees" || where == u"quotas";
    if (!isKnown)
        refuse(404, u"Page not found"_s);
    checkOrganization(call);
    const bool isEmpty = call.faults.has("didomi-catalogue"_L1, u"empty");
    if (where == u"metadata/purposes")
        return list(call, isEmpty ? QJsonArray() : didomi::purposesJson(m_access.organizationId, call.query.isTrue(u"$translations"_s)));
    if (where == u"preferences")
        return list(call, isEmpty ? QJsonArray() : didomi::preferencesJson(m_access.organizationId));
    if (where == u"quotas")
        return answer({{u"organization_id"_s, m_access.organizationId},
                       {u"purposes"_s, 300},
                       {u"secrets"_s, 300},
                       {u"vendors"_s, 500}});
    if (where == u"config-trees") {
        if (call.faults.has("didomi-trees"_L1, u"missing"))
            refuse(404, u"Page not found"_s);
        if (isEmpty)
            return answer(200, QJsonDocument(QJsonArray()));
        return answer(200, QJsonDocument(didomi::configTreesJson(m_access.organizationId)));
    }
    const bool hasContract = !call.faults.has("didomi-contract"_L1, u"missing");
    QJsonObject features{{u"organization_id"_s, m_access.organizationId}};
    for (const QString &name :
         {u"consents_api"_s, u"preference_management_platform"_s, u"integrations"_s, u"integrations_v2"_s,
          u"webhooks"_s, u"batch_exports"_s, u"microsoft_dynamics"_s, u"microsoft_dynamics_cpc"_s})
        features.insert(name, hasContract && !(name.startsWith(u"microsoft") &&
                                               call.faults.has("didomi-features"_L1, u"no-dynamics")));
    return answer(features);
}

httpd::Response Didomi::answerConsents(const Call &call)
{
    if (call.faults.has("didomi-contract"_L1, u"missing"))
        refuse(403, u"Your organization does not have access to this feature"_s);
    checkOrganization(call);
    const bool isUsers = call.segment(1) == u"users";
    if ((!isUsers && call.segment(1) != u"events") || call.path.size() > 3)
        refuse(404, u"Page not found"_s);
    if (call.path.size() == 3)
        return isUsers ? answerUser(call, call.segment(2)) : answerEvent(call, call.segment(2));
    return isUsers ? answerUsers(call) : answerEvents(call);
}

QJsonObject Didomi::userJson(int index, const Call &call) const
{
    const User user = *m_register.user(index);
    const QString asked = call.query.value(u"regulation"_s);
    const QString regulation = asked.isEmpty() ? u"gdpr"_s : asked;
    QJsonObject consents = shapedConsents(m_register.consents(index, regulation), call.faults);
    if (call.query.isTrue(u"$include_full_tree"_s))
        consents = withFullTree(consents);
    QJsonObject json{{u"id"_s, user.id},
                     {u"organization_id"_s, m_access.organizationId},
                     {u"organization_user_id"_s, textOrNull(user.organizationUserId)},
                     {u"organization_user_id_type"_s, QJsonValue()},
                     {u"version"_s, user.version},
                     {u"created_at"_s, timeText(user.createdAt)},
                     {u"updated_at"_s, timeText(user.updatedAt)},
                     {u"metadata"_s, user.metadata},
                     {u"country"_s, textOrNull(user.country)},
                     {u"last_seen_country"_s, u"FR"_s},
                     {u"consents"_s, consents}};
    if (!asked.isEmpty())
        json.insert(u"regulation"_s, regulation);
    return json;
}

QJsonObject Didomi::eventJson(int index, const Event &event, const Faults &faults) const
{
    const User user = *m_register.user(index);
    QJsonObject json{{u"id"_s, event.id},
                     {u"organization_id"_s, m_access.organizationId},
                     {u"created_at"_s, timeText(event.createdAt)},
                     {u"updated_at"_s, timeText(event.updatedAt)},
                     {u"status"_s, event.isConfirmed ? u"confirmed"_s : u"pending_approval"_s},
                     {u"regulation"_s, event.regulation},
                     {u"user"_s, QJsonObject{{u"id"_s, user.id},
                                             {u"organization_user_id"_s, textOrNull(user.organizationUserId)},
                                             {u"metadata"_s, user.metadata}}},
                     {u"consents"_s, shapedConsents(event.consents, faults)},
                     {u"metadata"_s, event.metadata},
                     {u"proofs_id"_s, QJsonArray()}};
    if (!event.delegate.isEmpty())
        json.insert(u"delegate"_s, event.delegate);
    return json;
}

httpd::Response Didomi::answerUsers(const Call &call)
{
    if (call.request.method == "POST")
        return createUser(call);
    if (!call.isGet())
        refuse(405, u"Method `%1` is not supported by this endpoint."_s.arg(QString::fromUtf8(call.request.method)));
    const bool isArray = call.faults.has("didomi-list"_L1, u"array");
    const bool isSearch = call.query.contains(u"organization_user_id"_s);
    QList<int> found;
    if (isSearch) {
        found = m_register.findUsers(call.query.value(u"organization_user_id"_s));
    } else {
        for (int i = 0; i < m_register.size(); ++i) {
            if (m_register.has(i))
                found << i;
        }
    }

    // The cursor names the last user that was shown, so that users who come and go meanwhile move nobody to another
    // page.
    qsizetype next = 0;
    if (const QString cursor = call.query.value(u"$cursor"_s); !cursor.isEmpty()) {
        bool isNumber = false;
        const int last = QByteArray::fromBase64(cursor.toLatin1(), QByteArray::Base64UrlEncoding).toInt(&isNumber);
        if (!isNumber)
            refuse(400, u"Invalid cursor"_s);
        next = std::upper_bound(found.cbegin(), found.cend(), last) - found.cbegin();
    }
    const qsizetype end = isArray ? found.size() : std::min(found.size(), next + usersPerPage);
    QJsonArray page;
    for (qsizetype i = next; i < end; ++i)
        page << userJson(found.at(i), call);
    if (isArray)
        return answer(200, QJsonDocument(page));
    const QJsonValue cursor = end < found.size()
                                  ? QJsonValue(QString::fromLatin1(
                                        QByteArray::number(found.at(end - 1))
                                            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)))
                                  : QJsonValue();
    return answer({{u"data"_s, page}, {u"limit"_s, usersPerPage}, {u"cursor"_s, cursor}});
}

httpd::Response Didomi::createUser(const Call &call)
{
    const QJsonObject body = call.body().object();
    EventRequest identity{.userId = body.value("id"_L1).toString(),
                          .organizationUserId = body.value("organization_user_id"_L1).toString(),
                          .country = body.value("country"_L1).toString(),
                          .userMetadata = body.value("metadata"_L1).toObject()};
    const bool isNew = identity.userId.isEmpty() || !m_register.findUser(identity.userId);
    const int index = userFor(identity);
    return answer(isNew ? 201 : 200, QJsonDocument(userJson(index, call)));
}

httpd::Response Didomi::answerUser(const Call &call, const QString &id)
{
    std::optional<int> index = m_register.findUser(id);
    if (call.query.isTrue(u"$by_organization_user_id"_s)) {
        const QList<int> found = m_register.findUsers(id);
        index = found.isEmpty() ? std::nullopt : std::optional(found.last()); // the newest of them
    }
    if (!index)
        refuse(404, u"User not found"_s);
    if (call.isGet())
        return answer(userJson(*index, call));
    if (call.request.method == "PATCH")
        return changeUser(call, *index);
    if (call.request.method == "DELETE") {
        const QJsonObject gone = userJson(*index, call);
        m_register.removeUser(*index);
        return answer(gone);
    }
    refuse(405, u"Method `%1` is not supported by this endpoint."_s.arg(QString::fromUtf8(call.request.method)));
}

httpd::Response Didomi::changeUser(const Call &call, int index)
{
    const QJsonObject body = call.body().object();
    User user = *m_register.user(index);
    if (body.contains("version"_L1) && body.value("version"_L1).toInt(-1) != user.version)
        refuse(409, u"The user was changed in the meantime: its version is %1"_s.arg(user.version));
    std::optional<Event> event;
    if (body.contains("consents"_L1)) {
        event = Event{.id = m_dice.uuid().toString(QUuid::WithoutBraces),
                      .createdAt = m_clock.now(),
                      .updatedAt = m_clock.now(),
                      .consents = didomi::readConsents(body.value("consents"_L1), false, u"consents"_s)};
    }
    if (body.contains("organization_user_id"_L1))
        user.organizationUserId = body.value("organization_user_id"_L1).toString();
    if (body.contains("country"_L1))
        user.country = body.value("country"_L1).toString();
    const QJsonObject metadata = body.value("metadata"_L1).toObject();
    for (auto member = metadata.begin(); member != metadata.end(); ++member)
        user.metadata.insert(member.key(), member.value());
    user.updatedAt = m_clock.now();
    m_register.setUser(index, user);
    if (event)
        m_register.putEvent(index, *event, m_clock.now());
    return answer(userJson(index, call));
}

QList<int> Didomi::requestedUsers(const Call &call) const
{
    const QString id = call.query.value(u"user_id"_s);
    const QString organizationUserId = call.query.value(u"organization_user_id"_s);
    if (id.isEmpty() && organizationUserId.isEmpty())
        refuse(400, u"Missing query parameter: user_id or organization_user_id"_s);
    if (id.isEmpty())
        return m_register.findUsers(organizationUserId);
    const std::optional<int> index = m_register.findUser(id);
    return index ? QList<int>{*index} : QList<int>();
}

httpd::Response Didomi::answerEvents(const Call &call)
{
    if (call.request.method == "POST")
        return createEvents(call);
    if (!call.isGet())
        refuse(405, u"Method `%1` is not supported by this endpoint."_s.arg(QString::fromUtf8(call.request.method)));
    QStringList statuses = call.query.values(u"status"_s);
    QStringList regulations = call.query.values(u"regulation"_s);
    if (statuses.isEmpty())
        statuses << u"confirmed"_s;
    if (regulations.isEmpty())
        regulations << u"gdpr"_s;
    QJsonArray items;
    for (const int index : requestedUsers(call)) {
        const QList<Event> events = m_register.events(index);
        for (const Event &event : events) {
            if (statuses.contains(event.isConfirmed ? u"confirmed"_s : u"pending_approval"_s) &&
                regulations.contains(event.regulation))
                items << eventJson(index, event, call.faults);
        }
    }
    if (call.faults.has("didomi-list"_L1, u"array"))
        return answer(200, QJsonDocument(items));
    return answer({{u"data"_s, items}});
}

httpd::Response Didomi::answerEvent(const Call &call, const QString &id)
{
    const QList<int> users = requestedUsers(call);
    const std::optional<int> index = m_register.findEvent(id);
    if (!index || !users.contains(*index))
        refuse(404, u"Event not found"_s);
    const QList<Event> events = m_register.events(*index);
    Event event = *std::find_if(events.cbegin(), events.cend(), [&](const Event &one) { return one.id == id; });
    if (call.isGet())
        return answer(eventJson(*index, event, call.faults));
    if (call.request.method == "DELETE") {
        m_register.removeEvent(*index, id, m_clock.now());
        return httpd::Response::empty(204);
    }
    if (call.request.method != "PATCH")
        refuse(405, u"Method `%1` is not supported by this endpoint."_s.arg(QString::fromUtf8(call.request.method)));
    const QJsonObject body = call.body().object();
    if (body.contains("status"_L1)) {
        const QString status = body.value("status"_L1).toString();
        if (status != u"confirmed" && status != u"pending_approval")
            refuse(400, u"status: must be confirmed or pending_approval"_s);
        event.isConfirmed = status == u"confirmed";
    }
    if (body.contains("consents"_L1))
        event.consents = didomi::readConsents(body.value("consents"_L1), false, u"consents"_s);
    event.updatedAt = m_clock.now();
    m_register.putEvent(*index, event, m_clock.now());
    return answer(eventJson(*index, event, call.faults));
}

httpd::Response Didomi::createEvents(const Call &call)
{
    const QJsonDocument body = call.body();
    const bool areVendorsRequired = call.faults.has("didomi-vendors"_L1, u"required");
    if (!body.isArray()) {
        const EventRequest request = didomi::readEvent(body.object(), m_access.organizationId, areVendorsRequired, {});
        return answer(storeEvent(call, request));
    }
    const QJsonArray items = body.array();
    if (items.isEmpty() || items.size() > eventsPerBatch)
        refuse(400, u"A batch holds 1 to %1 events, not %2"_s.arg(QString::number(eventsPerBatch),
                                                                  QString::number(items.size())));
    QList<EventRequest> requests; // all are checked before one is stored
    for (int i = 0; i < items.size(); ++i) {
        requests << didomi::readEvent(items.at(i), m_access.organizationId, areVendorsRequired, u"[%1]."_s.arg(i));
        const EventRequest &request = requests.last();
        existingEvent(call, request);
        const auto twin = [&](const EventRequest &one) { return request.hasId && one.event.id == request.event.id; };
        if (std::count_if(requests.cbegin(), requests.cend(), twin) > 1)
            refuse(400, u"[%1].id: stands twice in the batch"_s.arg(i));
    }
    QJsonArray stored;
    for (const EventRequest &request : std::as_const(requests))
        stored << storeEvent(call, request);
    return answer(200, QJsonDocument(stored));
}

/// The user who already has an event of this id. How the service answers that is not documented: it is a switch.
std::optional<int> Didomi::existingEvent(const Call &call, const EventRequest &request) const
{
    const std::optional<int> index = request.hasId ? m_register.findEvent(request.event.id) : std::nullopt;
    if (index && call.faults.has("didomi-duplicate"_L1, u"conflict"))
        refuse(409, u"An event with this id already exists"_s);
    if (index && !call.faults.has("didomi-duplicate"_L1, u"accepted"))
        refuse(400, u"An event with this id already exists"_s);
    return index;
}

QJsonObject Didomi::storeEvent(const Call &call, EventRequest request)
{
    if (const std::optional<int> index = existingEvent(call, request)) { // imported before: nothing changes
        const QList<Event> events = m_register.events(*index);
        const auto same =
            std::find_if(events.cbegin(), events.cend(), [&](const Event &one) { return one.id == request.event.id; });
        return eventJson(*index, *same, call.faults);
    }
    const QDateTime now = m_clock.now();
    const int index = userFor(request);
    Event &event = request.event;
    if (!request.hasId)
        event.id = m_dice.uuid().toString(QUuid::WithoutBraces);
    if (!event.createdAt.isValid())
        event.createdAt = now;
    event.updatedAt = now;
    m_register.putEvent(index, event, now);
    return eventJson(index, event, call.faults);
}

/// Finds or creates the user of an event. With neither id a new one is made up, as the service does.
int Didomi::userFor(const EventRequest &request)
{
    std::optional<int> index;
    if (!request.userId.isEmpty()) {
        index = m_register.findUser(request.userId);
    } else if (!request.organizationUserId.isEmpty()) {
        const QList<int> found = m_register.findUsers(request.organizationUserId);
        if (!found.isEmpty())
            index = found.last();
    }
    const QDateTime now = m_clock.now();
    if (!index) {
        return m_register.addUser(
            {.id = request.userId.isEmpty() ? m_dice.uuid().toString(QUuid::WithoutBraces) : request.userId,
             .organizationUserId = request.organizationUserId,
             .createdAt = now,
             .updatedAt = now,
             .metadata = request.userMetadata,
             .country = request.country});
    }
    User user = *m_register.user(*index);
    const User before = user;
    if (user.organizationUserId.isEmpty()) // an id that is there is never replaced
        user.organizationUserId = request.organizationUserId;
    if (!request.country.isEmpty())
        user.country = request.country;
    for (auto member = request.userMetadata.begin(); member != request.userMetadata.end(); ++member)
        user.metadata.insert(member.key(), member.value());
    if (user.organizationUserId != before.organizationUserId || user.country != before.country ||
        user.metadata != before.metadata) {
        user.updatedAt = now;
        m_register.setUser(*index, user);
    }
    return *index;
}

httpd::Response Didomi::answerIntegrations(const Call &call)
{
    checkOrganization(call);
    if (call.request.method == "POST" && call.path.size() == 2) {
        QJsonObject integration = call.body().object();
        if (!integration.value("type_id"_L1).isString())
            refuse(400, u"type_id: is required"_s);
        integration.insert(u"id"_s, m_dice.uuid().toString(QUuid::WithoutBraces));
        m_integrations << integration;
        return answer(201, QJsonDocument(masked(integration)));
    }
    if (!call.isGet())
        refuse(405, u"Method `%1` is not supported by this endpoint."_s.arg(QString::fromUtf8(call.request.method)));
    QJsonArray items;
    for (const QJsonObject &integration : std::as_const(m_integrations)) {
        if (call.path.size() == 3 && integration.value("id"_L1) == call.segment(2))
            return answer(masked(integration));
        items << masked(integration);
    }
    if (call.path.size() != 2)
        refuse(404, u"Integration not found"_s);
    return list(call, items);
}

QByteArray Didomi::emitConsent(const Faults &faults)
{
    static const QStringList shown = {u"newsletter"_s, u"newsletter-a1B2c3D4"_s, u"content_personalization"_s,
                                      u"sms_marketing"_s};
    const QString purpose = shown.at(m_streamDice.below(int(shown.size())));
    QList<int> known;
    for (int i = 0; i < m_register.size(); ++i) {
        if (m_register.has(i))
            known << i;
    }
    const quint64 roll = m_streamDice.next();
    if (known.isEmpty())
        return {};
    const int index = known.at(qsizetype(roll % quint64(known.size())));

    const QJsonArray now = m_register.consents(index, u"gdpr"_s).value("purposes"_L1).toArray();
    const auto current = std::find_if(now.cbegin(), now.cend(),
                                      [&](const QJsonValue &one) { return one.toObject().value("id"_L1) == purpose; });
    const bool wasGiven = current != now.cend() && current->toObject().value("enabled"_L1).toBool();
    const QDateTime time = m_clock.now();
    const QJsonObject choice{{u"id"_s, purpose}, {u"enabled"_s, !wasGiven}};
    const Event event{.id = m_streamDice.uuid().toString(QUuid::WithoutBraces),
                      .createdAt = time,
                      .updatedAt = time,
                      .consents =
                          didomi::readConsents(QJsonObject{{u"purposes"_s, QJsonArray{choice}}}, false, u"consents"_s),
                      .metadata = {{u"origin"_s, u"preference-center"_s}}};
    m_register.putEvent(index, event, time);
    return QJsonDocument(eventJson(index, event, faults)).toJson(QJsonDocument::Compact);
}

} // namespace sandbox
