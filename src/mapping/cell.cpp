#include "mapping/cell.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace mapping {

using namespace Qt::StringLiterals;

QByteArray jsonString(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact); // ["…"]
    return array.mid(1, array.size() - 2);
}

QJsonValue jsonValue(const QByteArray &literal)
{
    const QJsonArray array = QJsonDocument::fromJson('[' + literal + ']').array();
    return array.size() == 1 ? array.first() : QJsonValue(QJsonValue::Undefined);
}

QString TargetRow::address() const
{
    const bool isText = keyType == ColumnType::Text || keyType == ColumnType::Memo;
    QString doubled = value;
    const QByteArray encoded = QUrl::toPercentEncoding(isText ? doubled.replace(u'\'', u"''"_s) : doubled);
    const QByteArray literal = isText ? '\'' + encoded + '\'' : encoded;
    return entitySet + u'(' + keyColumn + u'=' + QString::fromLatin1(literal) + u')';
}

Cell boundTo(const Cell &cell, const QString &rowId)
{
    if (!cell.target)
        return cell;
    Cell bound = cell;
    bound.json = jsonString(u"/%1(%2)"_s.arg(cell.target->entitySet, rowId));
    bound.shown = u"%1 (%2)"_s.arg(cell.shown, rowId);
    bound.target.reset();
    return bound;
}

QByteArray bodyOf(const QList<Cell> &cells)
{
    QByteArray body = "{";
    for (const Cell &cell : cells) {
        if (body.size() > 1)
            body += ',';
        body += jsonString(QString::fromUtf8(cell.member)) + ':' + cell.json;
    }
    return body + '}';
}

} // namespace mapping
