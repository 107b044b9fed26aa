#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringList>

#include <nlohmann/json.hpp>

/// JSON that keeps what it read: members stay in their order, numbers keep their digits. Private to this room.
namespace profile::json {

/// An ordered value. Numbers with a fraction, an exponent or too many digits are held as their text (see isNumber()).
using Value = nlohmann::ordered_json;

/// Members of an object are one text file's worth at most, and nested this deep at most.
inline constexpr qsizetype largestText = 8 * 1024 * 1024;
inline constexpr int deepestNesting = 64;

struct Document {
    Value value;
    QStringList duplicates; ///< Names of members that an object had twice; the last one counted, as in JavaScript.
};

/// Parses UTF-8 text, with or without a byte order mark. Fails with Kind::Invalid and a sentence with line, column and
/// what was found there. No more than one character of the text is quoted: the place may be in the middle of a secret.
core::Result<Document> parse(const QByteArray &text);

enum class Layout { Compact, Pretty };

/// Text in UTF-8; pretty = 4 spaces, without a newline at the end.
QByteArray write(const Value &value, Layout layout);

Value fromText(const QString &text);
QString toText(const Value &string); ///< "" when it is no string.

bool isNumber(const Value &value); ///< Also a number that is held as its text.

/// A scalar as a person would write it: texts bare, the rest as JSON.
QString shown(const Value &value);

/// "a text", "a number", "a list", …: for sentences; translated.
QString kindText(const Value &value);

/// The member, or nullptr when `object` is no object or has none of that name.
const Value *member(const Value &object, const char *name);
Value *member(Value &object, const char *name);

/// Adds a member at the end, without looking for one of the same name first.
void append(Value &object, const std::string &name, Value value);

} // namespace profile::json
