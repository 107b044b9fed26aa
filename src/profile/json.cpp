#include "profile/json.h"

#include <QCoreApplication>
#include <QSet>

#include <cctype>

namespace profile::json {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::Json)
};

/// Numbers are kept as their text in a kind of value that JSON itself has no use for.
Value numberFromText(const std::string &text)
{
    return Value::binary(std::vector<std::uint8_t>(text.begin(), text.end()));
}

/// Receives the parser's events and builds the value.
class Builder
{
public:
    using number_integer_t = Value::number_integer_t;
    using number_unsigned_t = Value::number_unsigned_t;
    using number_float_t = Value::number_float_t;
    using string_t = Value::string_t;
    using binary_t = Value::binary_t;

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(number_integer_t value) { return add(value); }
    bool number_unsigned(number_unsigned_t value) { return add(value); }
    bool number_float(number_float_t, const string_t &text) { return add(numberFromText(text)); }
    bool string(string_t &value) { return add(std::move(value)); }
    bool binary(binary_t &) { return false; }
    bool start_object(std::size_t) { return open(Value::object()); }
    bool start_array(std::size_t) { return open(Value::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(string_t &name)
    {
        m_open.back().key = name;
        return true;
    }

    /// What the parser had read when it stopped.
    enum class Stop { AtCharacter, AfterText, InWord };

    /// The exception's words quote the text, which may be a secret; they only serve to tell where the trouble starts.
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &problem)
    {
        m_position = qsizetype(position);
        const QByteArrayView words(problem.what());
        if (words.contains("unexpected string literal"))
            m_stop = Stop::AfterText;
        else if (!words.contains("invalid string"))
            m_stop = Stop::InWord;
        return false;
    }

    Document takeDocument() { return {.value = std::move(m_root), .duplicates = m_duplicates}; }
    bool isTooDeep() const { return m_isTooDeep; }
    qsizetype position() const { return m_position; } ///< Bytes read when the error was noticed.
    Stop stop() const { return m_stop; }

private:
    struct Level {
        Value *container = nullptr;
        std::string key = {};
        QSet<QByteArray> names = {};
    };

    bool add(Value value)
    {
        place(std::move(value));
        return true;
    }

    bool open(Value container)
    {
        if (m_open.size() >= deepestNesting) {
            m_isTooDeep = true;
            return false;
        }
        m_open << Level{.container = place(std::move(container))};
        return true;
    }

    bool close()
    {
        m_open.removeLast();
        return true;
    }

    /// Only the newest element of each open container is ever added to, so the pointers in m_open stay good.
    Value *place(Value value)
    {
        if (m_open.isEmpty()) {
            m_root = std::move(value);
            return &m_root;
        }
        Level &level = m_open.back();
        if (level.container->is_array()) {
            level.container->push_back(std::move(value));
            return &level.container->back();
        }
        const QByteArray name = QByteArray::fromStdString(level.key);
        if (level.names.contains(name)) {
            m_duplicates << QString::fromUtf8(name);
            return &((*level.container)[level.key] = std::move(value));
        }
        level.names << name;
        append(*level.container, level.key, std::move(value));
        return &level.container->get_ref<Value::object_t &>().back().second;
    }

    Value m_root;
    QList<Level> m_open;
    QStringList m_duplicates;
    bool m_isTooDeep = false;
    qsizetype m_position = 0;
    Stop m_stop = Stop::AtCharacter;
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The place of a mistake, and the characters around it that tell what kind of mistake it is.
struct Place {
    int line = 1;
    int column = 1;
    QString found;      ///< One character, or empty at the end of the text.
    char before = '\0'; ///< The last character before it that is not blank.
};

Place placeOf(const QByteArray &text, qsizetype offset)
{
    offset = std::clamp(offset, qsizetype(0), text.size());
    Place place;
    const qsizetype lineStart = offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    place.line = 1 + int(text.first(lineStart).count('\n'));
    place.column = 1 + int(QString::fromUtf8(text.mid(lineStart, offset - lineStart)).size());
    // The character may have several bytes, and the parser may have stopped at the last of them.
    if (offset < text.size())
        place.found = QString::fromUtf8(text.mid(offset, 4)).left(1);
    qsizetype before = offset - 1;
    while (before >= 0 && isBlank(text[before]))
        --before;
    place.before = before >= 0 ? text[before] : '\0';
    return place;
}

QString reasonFor(const Place &place)
{
    const auto at = [&place](const QString &reason) {
        return Text::tr("Line %1, column %2: %3").arg(place.line).arg(place.column).arg(reason);
    };
    if (place.found.isEmpty())
        return at(Text::tr("the text ends before the JSON is complete."));
    const QChar found = place.found.front();
    if (found == u'/' || found == u'#')
        return at(Text::tr("there is a comment; JSON has none."));
    if ((found == u'}' || found == u']') && place.before == ',')
        return at(Text::tr("there is a comma before “%1”; after the last entry there must be none.").arg(found));
    if (found == u'\'' || found == u'“' || found == u'”' || found == u'„' || found == u'‘' || found == u'’')
        return at(
            Text::tr("there is the quotation mark “%1”; JSON only knows the straight double one (\").").arg(found));
    if (found == u'<' && place.before == '\0')
        return at(Text::tr("there is “<”; this looks like a web page or XML, not like JSON."));
    if (found == u'"' && place.before != '\0' && !QByteArray("{[,:").contains(place.before))
        return at(Text::tr("there is “\"”; a comma is missing before it, or a quotation mark too many."));
    if (found < u' ')
        return at(Text::tr("there is a line break, a tab or another control character within a text."));
    return at(Text::tr("there is “%1”, which cannot stand here.").arg(found));
}

/// Where the thing that could not be read starts, by where the parser stopped, and by what it stopped at.
qsizetype startOfToken(const QByteArray &text, qsizetype position, Builder::Stop stop)
{
    if (position > text.size())
        return text.size();
    qsizetype start = std::max(position - 1, qsizetype(0));
    const auto before = [&text, &start] { return start > 0 ? text[start - 1] : '\0'; };
    switch (stop) {
    case Builder::Stop::AfterText:
        while (start > 0 && !(text[--start] == '"' && before() != '\\')) {
        }
        break;
    case Builder::Stop::InWord:
        while (std::isalnum(static_cast<unsigned char>(text[start])) &&
               (std::isalnum(static_cast<unsigned char>(before())) || before() == '-' || before() == '.'))
            --start;
        break;
    case Builder::Stop::AtCharacter:
        break;
    }
    return start;
}

Error invalid(const QString &message, const QString &fix)
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix};
}

void writeValue(QByteArray &out, const Value &value, Layout layout, int depth)
{
    const auto newLine = [&out, layout](int level) {
        if (layout == Layout::Pretty)
            out += '\n' + QByteArray(4 * level, ' ');
    };
    const auto scalar = [](const Value &v) {
        return QByteArray::fromStdString(v.dump(-1, ' ', false, Value::error_handler_t::replace));
    };
    if (value.is_binary()) {
        const auto &digits = value.get_binary();
        out.append(reinterpret_cast<const char *>(digits.data()), qsizetype(digits.size()));
    } else if (value.is_object() && !value.empty()) {
        out += '{';
        bool isFirst = true;
        for (const auto &[name, content] : value.get_ref<const Value::object_t &>()) {
            out += isFirst ? "" : ",";
            isFirst = false;
            newLine(depth + 1);
            out += scalar(Value(name)) + (layout == Layout::Pretty ? ": " : ":");
            writeValue(out, content, layout, depth + 1);
        }
        newLine(depth);
        out += '}';
    } else if (value.is_array() && !value.empty()) {
        out += '[';
        bool isFirst = true;
        for (const Value &content : value) {
            out += isFirst ? "" : ",";
            isFirst = false;
            newLine(depth + 1);
            writeValue(out, content, layout, depth + 1);
        }
        newLine(depth);
        out += ']';
    } else {
        out += scalar(value);
    }
}

} // namespace

core::Result<Document> parse(const QByteArray &text)
{
    if (text.size() > largestText)
        return invalid(Text::tr("The file is larger than 8 MB."),
                       Text::tr("Choose a file that holds a single integration."));
    if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF"))
        return invalid(Text::tr("The file is not written in UTF-8 but in UTF-16."),
                       Text::tr("Save it again as UTF-8; Windows Notepad offers that next to “Encoding”."));
    if (text.trimmed().isEmpty())
        return invalid(Text::tr("The file is empty."), Text::tr("Choose a file with JSON in it."));

    Builder builder;
    if (Value::sax_parse(text.constBegin(), text.constEnd(), &builder))
        return builder.takeDocument();
    if (builder.isTooDeep())
        return invalid(Text::tr("The JSON is nested more than %n level(s) deep.", nullptr, deepestNesting),
                       Text::tr("Choose a file that holds a single integration."));
    const Place place = placeOf(text, startOfToken(text, builder.position(), builder.stop()));
    return invalid(Text::tr("This is not valid JSON. %1").arg(reasonFor(place)),
                   Text::tr("Correct that place and try again."));
}

QByteArray write(const Value &value, Layout layout)
{
    QByteArray out;
    writeValue(out, value, layout, 0);
    return out;
}

Value fromText(const QString &text)
{
    return Value(text.toUtf8().toStdString());
}

QString toText(const Value &string)
{
    return string.is_string() ? QString::fromStdString(string.get_ref<const std::string &>()) : QString();
}

bool isNumber(const Value &value)
{
    return value.is_number() || value.is_binary();
}

QString shown(const Value &value)
{
    return value.is_string() ? toText(value) : QString::fromUtf8(write(value, Layout::Compact));
}

QString kindText(const Value &value)
{
    if (value.is_null())
        return Text::tr("nothing (null)");
    if (value.is_boolean())
        return Text::tr("true or false");
    if (isNumber(value))
        return Text::tr("a number");
    if (value.is_string())
        return Text::tr("a text");
    return value.is_array() ? Text::tr("a list") : Text::tr("an object");
}

const Value *member(const Value &object, const char *name)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

Value *member(Value &object, const char *name)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

void append(Value &object, const std::string &name, Value value)
{
    object.get_ref<Value::object_t &>().emplace_back(name, std::move(value));
}

} // namespace profile::json
