#pragma once

#include <QString>
#include <QVariant>

/// Long lists of values for "… IN (…)", a part with each statement. Their lengths are few, so that few statements are
/// prepared. Private to this room.
namespace store::sqllist {

inline constexpr qsizetype most = 256; ///< Values of one part.

/// "(?, ?, …)" for so many values, or more.
QString placeholders(qsizetype count);

/// The values, the last one repeated until they are as many as placeholders() says.
QVariantList padded(QVariantList values);

} // namespace store::sqllist
