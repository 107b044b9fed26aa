#include "profile/placeholder.h"

#include <QRegularExpression>

namespace profile {

using namespace Qt::StringLiterals;

bool isPlaceholder(const QString &text)
{
    static const QRegularExpression form(
        uR"re(^(?:your[_ -].*|dataverse_contact_attribute_logical_name|<[^<>]*>|\{\{.*\}\}|\$\{.*\}|\.{3}|…|[*•●xX]{3,})$)re"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return form.match(text.trimmed()).hasMatch();
}

bool looksLikeEntraSecret(const QString &text)
{
    static const QRegularExpression form(uR"re(^[A-Za-z0-9_.~-]{3}[0-9]Q~[A-Za-z0-9_.~-]{20,}$)re"_s);
    return form.match(text.trimmed()).hasMatch();
}

} // namespace profile
