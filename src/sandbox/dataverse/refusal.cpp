#include "sandbox/dataverse/refusal.h"

namespace sandbox::webapi {

void refuse(const Code &code, const QString &message)
{
    throw Refusal{code, message};
}

} // namespace sandbox::webapi
