#include "sandbox/dataverse/query.h"

#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/refusal.h"

#include <algorithm>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

QStringList names(const QString &list)
{
    QStringList result = splitOutside(list, u',');
    result.removeAll(QString());
    return result;
}

int positiveNumber(const QString &option, const QString &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < 0)
        refuse(code::query,
               u"Invalid value '%1' for %2 query option found. The %2 query option requires a non-negative integer "
               "value."_s.arg(value, option));
    return number;
}

QList<Expansion> parseExpand(const QString &text)
{
    QList<Expansion> result;
    for (const QString &item : names(text)) {
        const qsizetype open = item.indexOf(u'(');
        Expansion expansion{.property = open < 0 ? item : item.first(open).trimmed()};
        if (open >= 0) {
            if (!item.endsWith(u')'))
                refuse(code::query, u"Bad Request - Error in query syntax."_s);
            for (const QString &option : splitOutside(item.sliced(open + 1, item.size() - open - 2), u';')) {
                if (option.startsWith(u"$select="))
                    expansion.select = names(option.sliced(8));
                else if (option.startsWith(u"$filter="))
                    expansion.filter = option.sliced(8);
                else if (!option.isEmpty())
                    refuse(code::query,
                           u"The query option '%1' is not supported inside $expand."_s.arg(option.section(u'=', 0, 0)));
            }
        }
        result << expansion;
    }
    return result;
}

void apply(Query &query, const QString &name, const QString &value)
{
    if (name.startsWith(u'@')) {
        query.aliases.insert(name, value);
    } else if (name == u"$select") {
        if (value.trimmed() != u"*")
            query.select = names(value);
    } else if (name == u"$filter") {
        query.filter = value;
    } else if (name == u"$orderby") {
        query.orderBy = names(value);
    } else if (name == u"$expand") {
        query.expand = parseExpand(value);
    } else if (name == u"$top") {
        query.top = positiveNumber(name, value);
    } else if (name == u"$count") {
        if (value != u"true" && value != u"false")
            refuse(
                code::query,
                u"Invalid value '%1' for $count query option found. Valid values are 'true' and 'false'."_s.arg(value));
        query.count = value == u"true";
    } else if (name == u"$skiptoken") {
        query.skipToken = value;
    } else if (name == u"$id") {
        query.id = value;
    } else if (name == u"$skip") {
        refuse(code::query, u"Skip Clause is not supported in CRM"_s);
    } else if (name.startsWith(u'$') || name == u"fetchXml" || name == u"savedQuery" || name == u"userQuery") {
        refuse(code::query, u"The query parameter %1 is not supported."_s.arg(name));
    }
    // Others, "tag" among them, are for plug-ins to see and change no answer.
}

} // namespace

Query parseQuery(const QByteArray &encoded)
{
    Query query;
    QStringList seen;
    for (const QByteArray &option : encoded.split('&')) {
        if (option.isEmpty())
            continue;
        const qsizetype equals = option.indexOf('=');
        const QString name = decoded(equals < 0 ? option : option.first(equals), true);
        const QString value = equals < 0 ? QString() : decoded(QByteArrayView(option).sliced(equals + 1), true);
        if (name.startsWith(u'$') && seen.contains(name))
            refuse(
                code::query,
                u"Query option '%1' was specified more than once, but it must be specified at most once."_s.arg(name));
        seen << name;
        apply(query, name, value);
        if (name != u"$skiptoken")
            query.withoutToken += (query.withoutToken.isEmpty() ? "" : "&") + option;
    }
    return query;
}

bool Preferences::wantsAnnotation(QStringView name) const
{
    return std::any_of(annotations.cbegin(), annotations.cend(), [&](const QString &one) {
        return one == u"*" || one == name || (one.endsWith(u".*") && name.startsWith(one.chopped(1)));
    });
}

Preferences parsePreferences(const QByteArray &prefer)
{
    Preferences result;
    // Commas stand inside quotes too: odata.include-annotations="a,b"
    QList<QByteArray> items{QByteArray()};
    bool isQuoted = false;
    for (const char c : prefer) {
        if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ',' && !isQuoted)
            items << QByteArray();
        else
            items.back() += c;
    }
    for (const QByteArray &item : std::as_const(items)) {
        const QString text = QString::fromUtf8(item.trimmed());
        const QString name = text.section(u'=', 0, 0).toLower();
        const QString value = text.section(u'=', 1);
        if (name == u"return")
            result.representation = value == u"representation";
        else if (name == u"odata.continue-on-error" || name == u"continue-on-error")
            result.continueOnError = value.isEmpty() || value == u"true";
        else if (name == u"odata.include-annotations")
            result.annotations = value.split(u',', Qt::SkipEmptyParts);
        else if (name == u"odata.maxpagesize")
            result.maxPageSize = value.toInt();
    }
    return result;
}

} // namespace sandbox::webapi
