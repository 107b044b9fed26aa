#include "sandbox/dataverse/filter.h"

#include "sandbox/dataverse/refusal.h"
#include "sandbox/dataverse/store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumDepth = 100;

struct Operator {
    QLatin1StringView word;
    QLatin1StringView kind; ///< As the service's error text calls it.
    bool (*holds)(int order);
};

constexpr Operator operators[] = {
    {"eq"_L1, "Equal"_L1, [](int order) { return order == 0; }},
    {"ne"_L1, "NotEqual"_L1, [](int order) { return order != 0; }},
    {"gt"_L1, "GreaterThan"_L1, [](int order) { return order > 0; }},
    {"ge"_L1, "GreaterThanOrEqual"_L1, [](int order) { return order >= 0; }},
    {"lt"_L1, "LessThan"_L1, [](int order) { return order < 0; }},
    {"le"_L1, "LessThanOrEqual"_L1, [](int order) { return order <= 0; }},
};

/// One side of a comparison.
struct Operand {
    std::optional<Property> property = {};
    Literal literal = {};

    QJsonValue value(const Reader &read) const { return property ? read(property->path) : literal.value; }
    QString typeName() const { return property ? edmName(property->edm) : literal.typeName(); }
};

/// "%" stands for any text and "_" for any character, as in SQL's LIKE.
QRegularExpression likePattern(const QString &text, bool fromStart, bool toEnd)
{
    QString pattern;
    for (const QChar c : text)
        pattern += c == u'%' ? u".*"_s : (c == u'_' ? u"."_s : QRegularExpression::escape(QString(c)));
    if (fromStart)
        pattern.prepend(u'^');
    if (toEnd)
        pattern.append(u" *$"_s);
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::DotMatchesEverythingOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
}

/// A text column that must be so.
struct Equality {
    QString path;
    QString wanted; ///< Folded.
};

class Parser
{
public:
    Parser(const QString &text, const Resolver &resolve, const QHash<QString, QString> &aliases)
        : m_text(text), m_resolve(resolve), m_aliases(aliases)
    {
    }

    Predicate parse()
    {
        Predicate whole = parseOr(0);
        if (skipBlanks(); m_at < m_text.size())
            fail(u"Syntax error at position %1 in '%2'."_s.arg(m_at).arg(m_text));
        return whole;
    }

private:
    [[noreturn]] static void fail(const QString &message) { refuse(code::query, message); }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    bool take(QChar c)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text.at(m_at) != c)
            return false;
        ++m_at;
        return true;
    }

    void expect(QChar c)
    {
        if (!take(c))
            fail(u"')' or ',' expected at position %1 in '%2'."_s.arg(m_at).arg(m_text));
    }

    /// Skips a quoted text from its opening quote; a doubled quote does not end it.
    void skipQuoted()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text.at(m_at) != u'\'')
                continue;
            if (m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'\'')
                ++m_at;
            else
                break;
        }
        if (m_at >= m_text.size())
            fail(u"There is an unterminated string literal at position %1 in '%2'."_s.arg(m_text.size()).arg(m_text));
        ++m_at;
    }

    QString word()
    {
        skipBlanks();
        const qsizetype start = m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (c == u'\'') {
                skipQuoted();
                break;
            }
            if (c.isSpace() || c == u'(' || c == u')' || c == u',')
                break;
            ++m_at;
        }
        if (m_at == start)
            fail(u"Expression expected at position %1 in '%2'."_s.arg(m_at).arg(m_text));
        return m_text.sliced(start, m_at - start);
    }

    /// Takes the next word when it is this one.
    bool takeWord(QStringView expected)
    {
        skipBlanks();
        const qsizetype before = m_at;
        if (m_at < m_text.size() && m_text.at(m_at).isLetter() && word() == expected)
            return true;
        m_at = before;
        return false;
    }

    Predicate parseOr(int depth)
    {
        if (depth > maximumDepth)
            fail(u"The recursion limit of the filter expression was exceeded."_s);
        QList<Predicate> any{parseAnd(depth)}; // a list, not a chain: an "or" of thousands is usual
        if (!takeWord(u"or"))
            return any.front();
        std::optional<Equality> same = std::exchange(m_equality, {});
        QSet<QString> wanted;
        if (same)
            wanted << same->wanted;
        do {
            any << parseAnd(depth);
            const std::optional<Equality> one = std::exchange(m_equality, {});
            if (one && same && one->path == same->path)
                wanted << one->wanted;
            else
                same.reset();
        } while (takeWord(u"or"));
        if (same) // thousands of rows are looked for among thousands
            return [path = same->path, wanted](const Reader &read) {
                const QJsonValue value = read(path);
                return value.isString() && wanted.contains(folded(value.toString()));
            };
        return [any](const Reader &read) {
            return std::any_of(any.cbegin(), any.cend(), [&](const Predicate &test) { return test(read); });
        };
    }

    Predicate parseAnd(int depth)
    {
        QList<Predicate> all{parseNot(depth)};
        while (takeWord(u"and"))
            all << parseNot(depth);
        if (all.size() == 1)
            return all.front();
        m_equality.reset();
        return [all](const Reader &read) {
            return std::all_of(all.cbegin(), all.cend(), [&](const Predicate &test) { return test(read); });
        };
    }

    Predicate parseNot(int depth)
    {
        if (takeWord(u"not")) {
            if (depth > maximumDepth)
                fail(u"The recursion limit of the filter expression was exceeded."_s);
            Predicate inner = parseNot(depth + 1);
            m_equality.reset();
            return [inner](const Reader &read) { return !inner(read); };
        }
        if (take(u'(')) {
            Predicate inner = parseOr(depth + 1);
            expect(u')');
            return inner;
        }
        return parseTest();
    }

    Predicate parseTest()
    {
        m_equality.reset();
        const QString first = word();
        if (take(u'('))
            return first.startsWith(u"Microsoft.Dynamics.CRM.") ? parseQueryFunction(first.sliced(23))
                                                                : parseTextFunction(first);

        const Operand left = operand(first);
        skipBlanks();
        const QString sign = m_at < m_text.size() ? word() : QString();
        const auto found =
            std::find_if(std::begin(operators), std::end(operators), [&](const Operator &o) { return o.word == sign; });
        if (found == std::end(operators))
            fail(u"A comparison operator is expected at position %1 in '%2'."_s.arg(m_at).arg(m_text));
        return comparison(left, *found, operand(word()));
    }

    Predicate comparison(const Operand &left, const Operator &sign, const Operand &right)
    {
        const bool fits = left.property && right.property ? left.property->edm == right.property->edm
                          : left.property                 ? right.literal.fits(left.property->edm)
                          : right.property                ? left.literal.fits(right.property->edm)
                                                          : left.literal.kind == right.literal.kind;
        if (!fits)
            fail(u"A binary operator with incompatible types was detected. Found operand types '%1' and '%2' for "
                 "operator kind '%3'."_s.arg(left.typeName(), right.typeName(), sign.kind));
        if (sign.word == "eq"_L1 && left.property &&
            (right.literal.kind == Literal::Kind::Text || right.literal.kind == Literal::Kind::Guid)) { // most are so
            m_equality = Equality{left.property->path, folded(right.literal.value.toString())};
            return [equality = *m_equality](const Reader &read) {
                const QJsonValue value = read(equality.path);
                return value.isString() && folded(value.toString()) == equality.wanted;
            };
        }
        const bool isOrder = sign.word != "eq"_L1 && sign.word != "ne"_L1;
        return [left, right, holds = sign.holds, isOrder](const Reader &read) {
            const QJsonValue a = left.value(read);
            const QJsonValue b = right.value(read);
            if (isOrder && (a.isNull() || b.isNull()))
                return false; // nothing is smaller or greater than what is not known
            return holds(compareValues(a, b));
        };
    }

    QString resolved(const QString &name) const
    {
        if (!name.startsWith(u'@'))
            return name;
        const auto alias = m_aliases.constFind(name);
        return alias == m_aliases.cend() ? u"null"_s : *alias; // OData 4.0: an alias without a value is null
    }

    Operand operand(const QString &name) const
    {
        const QString text = resolved(name);
        static const QRegularExpression identifier(u"^[A-Za-z_][A-Za-z0-9_]*(/[A-Za-z_][A-Za-z0-9_]*)*$"_s);
        if (text != u"null" && text != u"true" && text != u"false" && identifier.match(text).hasMatch())
            return {.property = m_resolve.inExpression(text)};
        return {.literal = parseLiteral(text)};
    }

    Predicate parseTextFunction(const QString &name)
    {
        if (name != u"contains" && name != u"startswith" && name != u"endswith")
            fail(u"An unknown function with name '%1' was found."_s.arg(name));
        const Operand column = operand(word());
        expect(u',');
        const Operand part = operand(word());
        expect(u')');
        if (!column.property || column.property->edm != Edm::String || part.property ||
            part.literal.kind != Literal::Kind::Text)
            fail(u"No function signature for the function with name '%1' matches the specified arguments."_s.arg(name));
        return
            [path = column.property->path, pattern = likePattern(part.literal.value.toString(), name == u"startswith",
                                                                 name == u"endswith")](const Reader &read) {
                const QJsonValue value = read(path);
                return value.isString() && pattern.match(value.toString()).hasMatch();
            };
    }

    /// Microsoft.Dynamics.CRM.In(PropertyName='x',PropertyValues=["a","b"]) and its family.
    Predicate parseQueryFunction(const QString &name)
    {
        const qsizetype start = m_at;
        int depth = 1;
        for (; m_at < m_text.size() && depth > 0; ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'\'') {
                skipQuoted();
                --m_at;
            } else if (c == u'"') {
                while (++m_at < m_text.size() && m_text.at(m_at) != u'"')
                    m_at += m_text.at(m_at) == u'\\' ? 1 : 0;
            } else if (c == u'(') {
                ++depth;
            } else if (c == u')') {
                --depth;
            }
        }
        if (depth > 0)
            fail(u"')' expected at the end of '%1'."_s.arg(m_text));
        return queryFunction(name, m_text.sliced(start, m_at - 1 - start));
    }

    Predicate queryFunction(const QString &name, const QString &arguments)
    {
        const bool isIn = name == u"In" || name == u"NotIn";
        const bool isContain = name == u"ContainValues" || name == u"DoesNotContainValues";
        if (!isIn && !isContain)
            fail(u"An unknown function with name 'Microsoft.Dynamics.CRM.%1' was found."_s.arg(name));
        static const QRegularExpression pattern(
            u"^\\s*PropertyName\\s*=\\s*(@\\w+|'[^']*')\\s*,\\s*PropertyValues\\s*=\\s*(@\\w+|\\[.*\\])\\s*$"_s,
            QRegularExpression::DotMatchesEverythingOption);
        const QRegularExpressionMatch match = pattern.match(arguments);
        if (!match.hasMatch())
            fail(u"No function signature for the function with name 'Microsoft.Dynamics.CRM.%1' matches the "
                 "specified arguments."_s.arg(name));
        const Property property = m_resolve.inFunction(parseLiteral(resolved(match.captured(1))).value.toString());
        const QJsonDocument document = QJsonDocument::fromJson(resolved(match.captured(2)).toUtf8());
        if (!document.isArray())
            fail(u"The parameter 'PropertyValues' must be a collection of strings."_s);

        QList<QJsonValue> values;
        for (const QJsonValue &value : document.array()) {
            if (!value.isString())
                fail(u"Cannot convert a value of 'PropertyValues' to the expected type 'Edm.String'."_s);
            // The collection holds strings whatever the column is.
            values << (property.edm == Edm::String ? value : parseLiteral(value.toString()).value);
        }
        const bool isNegated = name == u"NotIn" || name == u"DoesNotContainValues";
        if (isContain)
            return [=](const Reader &read) {
                const QStringList held = read(property.path).toString().split(u',', Qt::SkipEmptyParts);
                const bool hit = std::any_of(values.cbegin(), values.cend(),
                                             [&](const QJsonValue &v) { return held.contains(v.toString()); });
                return hit != isNegated;
            };
        if (std::all_of(values.cbegin(), values.cend(), [](const QJsonValue &v) { return v.isString(); })) {
            QSet<QString> wanted;
            for (const QJsonValue &value : std::as_const(values))
                wanted << folded(value.toString());
            return [=](const Reader &read) {
                const QJsonValue held = read(property.path);
                return (held.isString() && wanted.contains(folded(held.toString()))) != isNegated;
            };
        }
        return [=](const Reader &read) {
            const QJsonValue held = read(property.path);
            const bool hit = std::any_of(values.cbegin(), values.cend(),
                                         [&](const QJsonValue &v) { return compareValues(v, held) == 0; });
            return hit != isNegated;
        };
    }

    const QString m_text;
    const Resolver &m_resolve;
    const QHash<QString, QString> &m_aliases;
    qsizetype m_at = 0;
    std::optional<Equality> m_equality; ///< When what was read last is one and nothing else.
};

} // namespace

Predicate parseFilter(const QString &text, const Resolver &resolve, const QHash<QString, QString> &aliases)
{
    return Parser(text, resolve, aliases).parse();
}

} // namespace sandbox::webapi
