#pragma once

#include "net/message.h"

namespace net {

/// True when the end of an answer is missing.
///
/// Qt notices that only sometimes: when a connection ends before its error is handled, it hands out what has arrived as
/// if that were all. So an announced length is compared; where there is none to compare (chunks, compression) JSON must
/// close its brackets and a multipart body its boundary. Other bodies without a length cannot be judged.
bool isCutOff(const QByteArray &method, const Reply &reply);

} // namespace net
