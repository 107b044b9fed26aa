#include "mapping/decimal.h"

#include <QRegularExpression>

namespace mapping {

using namespace Qt::StringLiterals;

std::optional<Decimal> Decimal::read(const QString &text)
{
    static const QRegularExpression form(uR"(\A(-?)0*([0-9]+?)(?:\.([0-9]+?)0*)?\z)"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    Decimal decimal{
        .isNegative = !match.captured(1).isEmpty(), .whole = match.captured(2), .fraction = match.captured(3)};
    if (decimal.fraction == "0"_L1)
        decimal.fraction.clear();
    if (decimal.whole == "0"_L1 && decimal.fraction.isEmpty())
        decimal.isNegative = false; // "-0" and "0" are one number
    return decimal;
}

QString Decimal::toText() const
{
    QString text = isNegative ? u'-' + whole : whole;
    if (!fraction.isEmpty())
        text += u'.' + fraction;
    return text;
}

} // namespace mapping
