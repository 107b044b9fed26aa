#include "profile/rare.h"

#include "profile/placeholder.h"

namespace profile {

std::string fileText(const QString &text)
{
    return looksLikeEntraSecret(text) ? std::string() : text.toStdString();
}

} // namespace profile
