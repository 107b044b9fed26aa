#pragma once

// Included before everything else of a test program. What is waited for comes soon or, when something is broken, never;
// Qt's five seconds lie in between on a machine that is busy with something else.

#include <QTest>

namespace support {

constexpr int patienceMs = 120'000;

} // namespace support

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), support::patienceMs)
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT((expression), (message), support::patienceMs)
#define QTRY_COMPARE(expression, expected) QTRY_COMPARE_WITH_TIMEOUT((expression), (expected), support::patienceMs)
