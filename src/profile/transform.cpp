#include "profile/transform.h"

#include <QCoreApplication>

namespace profile {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::Transform)
};

} // namespace

bool isHash(Transform::Kind kind)
{
    return kind == Transform::Kind::Md5 || kind == Transform::Kind::Sha1 || kind == Transform::Kind::Sha256;
}

bool isForIds(Transform::Kind kind)
{
    return kind != Transform::Kind::Date && kind != Transform::Kind::Template;
}

QString transformText(Transform::Kind kind)
{
    switch (kind) {
    case Transform::Kind::Trim:
        return Text::tr("without blanks around it");
    case Transform::Kind::LowerCase:
        return Text::tr("in lower case");
    case Transform::Kind::UpperCase:
        return Text::tr("in upper case");
    case Transform::Kind::Md5:
        return Text::tr("as MD5 hash");
    case Transform::Kind::Sha1:
        return Text::tr("as SHA-1 hash");
    case Transform::Kind::Sha256:
        return Text::tr("as SHA-256 hash");
    case Transform::Kind::Date:
        return Text::tr("as a date in another format");
    case Transform::Kind::Template:
        return Text::tr("within a text");
    }
    return {};
}

} // namespace profile
