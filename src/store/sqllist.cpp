#include "store/sqllist.h"

#include <QStringList>

namespace store::sqllist {

using namespace Qt::StringLiterals;

namespace {

qsizetype lengthFor(qsizetype count)
{
    for (const qsizetype length : {qsizetype(1), qsizetype(16), most}) {
        if (count <= length)
            return length;
    }
    return count;
}

} // namespace

QString placeholders(qsizetype count)
{
    return u'(' + QStringList(lengthFor(count), u"?"_s).join(u", "_s) + u')';
}

QVariantList padded(QVariantList values)
{
    if (!values.isEmpty())
        values.resize(lengthFor(values.size()), QVariant(values.constLast()));
    return values;
}

} // namespace store::sqllist
