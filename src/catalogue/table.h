#pragma once

#include "catalogue/entry.h"

#include <span>

/// The tables that the catalogue is made of, one file each.
namespace catalogue {

/// One code. The texts are translated when somebody asks, not before.
struct Line {
    /// As Entry has it. "Dataverse 5xx" is what a status of that hundred means that has no line of its own; there, %1
    /// in the cause is the status.
    const char *code;
    core::Error::Kind kind;
    const char *field;
    const char *cause;
    const char *fix;
    Portal portal;
};

struct Table {
    const char *context; ///< Of the translations.
    std::span<const Line> lines;
};

Table networkCodes();
Table httpCodes();
Table entraCodes();
Table dataverseCodes();
Table didomiCodes();

} // namespace catalogue
