#include "profile/pasted.h"

#include "profile/placeholder.h"

#include <QRegularExpression>

namespace profile {

using namespace Qt::StringLiterals;

namespace {

constexpr auto guidForm = "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}"_L1;

} // namespace

QString cleaned(const QString &text)
{
    QString result = text;
    // Zero-width characters and the byte order mark come along when text is copied from web pages.
    result.removeIf([](QChar c) { return c.category() == QChar::Other_Format || c == QChar(0xFEFF); });
    result.replace(QChar::Nbsp, u' ');
    result = result.trimmed();
    static const QString openings = u"\"'<“‘„«"_s;
    static const QString closings = u"\"'>”’“»"_s;
    while (result.size() > 1 && openings.contains(result.front()) && closings.contains(result.back()))
        result = result.mid(1, result.size() - 2).trimmed();
    return result;
}

bool isGuid(const QString &text)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(guidForm));
    return form.match(text).hasMatch();
}

bool isDomain(const QString &text)
{
    static const QRegularExpression form(
        uR"re(^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$)re"_s,
        QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

Pasted recognise(const QString &text)
{
    static const QRegularExpression mail(uR"re(^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$)re"_s);
    static const QRegularExpression someGuid(u"(?:^|[^0-9A-Fa-f-])"_s + guidForm + u"(?:$|[^0-9A-Fa-f-])"_s);
    if (text.isEmpty())
        return Pasted::Nothing;
    if (isPlaceholder(text))
        return Pasted::Placeholder;
    if (isGuid(text))
        return Pasted::Guid;
    if (looksLikeEntraSecret(text))
        return Pasted::EntraSecret;
    if (mail.match(text).hasMatch())
        return Pasted::Mail;
    if (text.contains("://"_L1))
        return Pasted::Url;
    if (isDomain(text))
        return Pasted::Domain;
    if (someGuid.match(text).hasMatch())
        return text.contains("object"_L1, Qt::CaseInsensitive) ? Pasted::ObjectIdWithLabel : Pasted::GuidWithLabel;
    return Pasted::Other;
}

} // namespace profile
