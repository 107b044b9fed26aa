#pragma once

#include <QString>

#include <optional>

namespace mapping {

/// A decimal number digit by digit, so that none is lost on the way through a double.
struct Decimal {
    bool isNegative = false;
    QString whole = QStringLiteral("0"); ///< No leading zeros.
    QString fraction;                    ///< No trailing zeros; empty for whole numbers.

    /// Reads "-12.50"; no exponent, no blanks, no grouping, a digit before and after the point.
    static std::optional<Decimal> read(const QString &text);

    QString toText() const; ///< "-12.5"; fixed notation.
    double toDouble() const { return toText().toDouble(); }
    bool operator==(const Decimal &) const = default;
};

} // namespace mapping
