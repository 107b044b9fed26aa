#pragma once

#include "cli/command.h"
#include "diagnosis/recordedtest.h"

namespace cli {

/// A test of one integration, ready to be printed.
struct TestedIntegration {
    profile::Profile profile;
    diagnosis::RecordedReport recorded;
};

/// As people read it: a heading, the steps by end, what to do, since when, and what changed.
void printTest(QTextStream &out, const TestedIntegration &tested, bool withHeading, bool isTerminal);

/// verdict, integration, id, broken_since, changes[{step, sentence}], and everything of diagnosis::asJson().
QJsonObject testAsJson(const TestedIntegration &tested);

/// JUnit's XML: a suite for each integration, a case for each step.
QByteArray testsAsJUnit(const QList<TestedIntegration> &tests);

} // namespace cli
