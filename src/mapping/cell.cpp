#include "mapping/cell.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace mapping {

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
