#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace core {

class Secret;

/// Takes secrets, tokens and personal data out of text on its way to a log, a file or the screen's call inspector.
///
/// This is the only redactor of the program. It knows forms (Authorization headers, token and password members of JSON
/// and form bodies, e-mail addresses, literals in OData keys and filters, Didomi's user ids in queries); it also knows
/// every secret that was ever announced with remember(), wherever it stands, also percent-encoded. Thread-safe.
namespace redactor {

/// Notes a secret, so that its bytes never pass. Secrets shorter than 6 bytes are not noted: they would hit by chance.
void remember(const Secret &secret);

/// `text` with everything replaced that must not be kept.
QString redacted(const QString &text);

/// The value of an HTTP header as it may be logged.
QByteArray redactedHeader(const QByteArray &name, const QByteArray &value);

/// A URL as it may be logged: personal values of keys, filters and queries are masked, the path stays readable.
QString redactedUrl(const QUrl &url);

/// "j…@example.com" for e-mail addresses, first two letters and "…" for other ids: enough to recognise, not to contact.
QString maskedId(const QString &id);

} // namespace redactor

} // namespace core
