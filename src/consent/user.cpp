#include "consent/user.h"

#include "consent/readuser.h"

namespace consent {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(consent::User)
};

} // namespace

QString reading::userWords()
{
    return Text::tr("consent user");
}

core::Result<User> readUser(const QJsonObject &object)
{
    return reading::readUser(QtJson(object));
}

} // namespace consent
