#pragma once

#include "core/result.h"
#include "diagnosis/connectiontest.h"

#include <QJsonObject>

namespace diagnosis {

/// The report as JSON, complete: for the history, for --json and for support. Member names are stable:
/// verdict, started_at, duration_ms, instance, organization_id, stopped, steps[{id, end, state, started_after_ms,
/// duration_ms, evidence, details[], facts{}, problem{kind, code, message, fix, field, detail, http_status,
/// request_id}, place{text, link}}]. Everything is redacted and addresses of people are masked.
QJsonObject asJson(const TestReport &report);
QJsonObject asJson(const Step &step);

/// Reads it back. Kind::Invalid for something else; unknown members and steps are survived.
core::Result<TestReport> readReport(const QByteArray &json);

} // namespace diagnosis
