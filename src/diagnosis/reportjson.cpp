#include "diagnosis/reportjson.h"

#include "core/redactor.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace diagnosis {

using namespace Qt::StringLiterals;
using core::Error;
using core::redactor::redacted;
using Kind = core::Error::Kind;

namespace {

constexpr std::array kinds{
    std::pair{Kind::Cancelled, "cancelled"},
    std::pair{Kind::Invalid, "invalid"},
    std::pair{Kind::Network, "network"},
    std::pair{Kind::Timeout, "timeout"},
    std::pair{Kind::Tls, "tls"},
    std::pair{Kind::SignIn, "sign_in"},
    std::pair{Kind::Forbidden, "forbidden"},
    std::pair{Kind::NotFound, "not_found"},
    std::pair{Kind::Conflict, "conflict"},
    std::pair{Kind::Throttled, "throttled"},
    std::pair{Kind::Server, "server"},
    std::pair{Kind::Rejected, "rejected"},
    std::pair{Kind::BadReply, "bad_reply"},
    std::pair{Kind::Storage, "storage"},
    std::pair{Kind::Keychain, "keychain"},
};

QString kindWord(Kind kind)
{
    for (const auto &[one, word] : kinds) {
        if (one == kind)
            return QString::fromLatin1(word);
    }
    return {};
}

Kind kindOf(const QString &word)
{
    for (const auto &[kind, one] : kinds) {
        if (word == QLatin1StringView(one))
            return kind;
    }
    return Kind::Rejected;
}

QJsonArray texts(const QStringList &list)
{
    QJsonArray array;
    for (const QString &text : list)
        array << redacted(text);
    return array;
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue &one : array.toArray())
        list << one.toString();
    return list;
}

QJsonValue problemAsJson(const Error &problem)
{
    if (problem.message.isEmpty())
        return QJsonValue::Null;
    return QJsonObject{{u"kind"_s, kindWord(problem.kind)},
                       {u"code"_s, problem.code},
                       {u"message"_s, redacted(problem.message)},
                       {u"fix"_s, redacted(problem.fix)},
                       {u"field"_s, problem.field},
                       {u"detail"_s, redacted(problem.detail)},
                       {u"http_status"_s, problem.httpStatus},
                       {u"request_id"_s, problem.requestId}};
}

Error problemOf(const QJsonValue &json)
{
    if (!json.isObject())
        return {};
    return {.kind = kindOf(json[u"kind"].toString()),
            .message = json[u"message"].toString(),
            .fix = json[u"fix"].toString(),
            .field = json[u"field"].toString(),
            .code = json[u"code"].toString(),
            .detail = json[u"detail"].toString(),
            .httpStatus = json[u"http_status"].toInt(),
            .requestId = json[u"request_id"].toString()};
}

QJsonValue placeAsJson(const catalogue::Place &place)
{
    if (place.text.isEmpty())
        return QJsonValue::Null;
    return QJsonObject{{u"text"_s, place.text}, {u"link"_s, place.link.toString()}};
}

std::optional<Step> stepOf(const QJsonValue &json)
{
    const auto id = stepFromWord(json[u"id"].toString());
    const auto state = stateFromWord(json[u"state"].toString());
    if (!id || !state)
        return {};
    Step step{.id = *id,
              .state = *state,
              .startedAfter = std::chrono::milliseconds(json[u"started_after_ms"].toInteger()),
              .duration = std::chrono::milliseconds(json[u"duration_ms"].toInteger()),
              .evidence = json[u"evidence"].toString(),
              .details = textsOf(json[u"details"]),
              .problem = problemOf(json[u"problem"]),
              .place = {.text = json[u"place"][u"text"].toString(), .link = QUrl(json[u"place"][u"link"].toString())}};
    const QJsonObject facts = json[u"facts"].toObject();
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        step.facts.insert(fact.key(), textsOf(fact.value()));
    return step;
}

} // namespace

QJsonObject asJson(const Step &step)
{
    QJsonObject facts;
    for (auto fact = step.facts.begin(); fact != step.facts.end(); ++fact)
        facts.insert(fact.key(), texts(fact.value()));
    return {{u"id"_s, stepWord(step.id)},
            {u"end"_s, endWord(endOf(step.id))},
            {u"name"_s, stepName(step.id)},
            {u"state"_s, stateWord(step.state)},
            {u"started_after_ms"_s, qint64(step.startedAfter.count())},
            {u"duration_ms"_s, qint64(step.duration.count())},
            {u"evidence"_s, redacted(step.evidence)},
            {u"details"_s, texts(step.details)},
            {u"facts"_s, facts},
            {u"problem"_s, problemAsJson(step.problem)},
            {u"place"_s, placeAsJson(step.place)}};
}

QJsonObject asJson(const TestReport &report)
{
    QJsonArray steps;
    for (const Step &step : report.steps)
        steps << asJson(step);
    return {{u"verdict"_s, stateWord(report.verdict())},
            {u"started_at"_s, report.startedAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"duration_ms"_s, qint64(report.duration.count())},
            {u"instance"_s, report.instance},
            {u"organization_id"_s, report.organizationId},
            {u"stopped"_s, report.isStopped},
            {u"steps"_s, steps}};
}

core::Result<TestReport> readReport(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document[u"steps"].isArray())
        return Error{.kind = Kind::Invalid,
                     .message = QCoreApplication::translate("diagnosis::TestReport",
                                                            "This is not the report of a connection test.")};
    TestReport report{.startedAt = QDateTime::fromString(document[u"started_at"].toString(), Qt::ISODateWithMs),
                      .duration = std::chrono::milliseconds(document[u"duration_ms"].toInteger()),
                      .organizationId = document[u"organization_id"].toString(),
                      .instance = document[u"instance"].toString(),
                      .isStopped = document[u"stopped"].toBool()};
    for (const QJsonValue &one : document[u"steps"].toArray()) {
        if (const auto step = stepOf(one)) // a later version's are left out
            report.steps << *step;
    }
    return report;
}

} // namespace diagnosis
