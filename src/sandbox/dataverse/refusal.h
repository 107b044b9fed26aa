#pragma once

#include <QLatin1StringView>
#include <QString>

namespace sandbox::webapi {

/// An error of the service: its number and the HTTP status that comes with it.
struct Code {
    int status = 400;
    QLatin1StringView number = {};
};

/// Everything that is refused ends the request at once, however deep in a parser it is found: so it is thrown, and
/// answered in one place, Dataverse::handle().
struct Refusal {
    Code code = {};
    QString message = {}; ///< The service's words; English, as the service has them.
};

[[noreturn]] void refuse(const Code &code, const QString &message);

/// The numbers of Microsoft's published error enumeration, and the status that the Web API sends with each.
namespace code {
using namespace Qt::StringLiterals;

inline constexpr Code unexpected{400, "0x80040216"_L1};
inline constexpr Code objectDoesNotExist{404, "0x80040217"_L1};
inline constexpr Code recordNotFoundByKey{404, "0x80060891"_L1};
inline constexpr Code multipleRecordsByKey{400, "0x8006089d"_L1};
inline constexpr Code keyNotDefined{400, "0x80060890"_L1};
inline constexpr Code duplicateKey{412, "0x80060892"_L1};
inline constexpr Code duplicateRecord{412, "0x80040237"_L1};
inline constexpr Code versionMismatch{412, "0x80060882"_L1};
inline constexpr Code userNotMember{403, "0x80072560"_L1};
inline constexpr Code userDisabled{403, "0x80040225"_L1};
inline constexpr Code privilegeDenied{403, "0x80040220"_L1};
inline constexpr Code noRoles{403, "0x80042f09"_L1};
inline constexpr Code accessDenied{403, "0x80048306"_L1};
inline constexpr Code administrationMode{403, "0x8004a113"_L1};
inline constexpr Code lastAdministrator{400, "0x80041d30"_L1};
inline constexpr Code tooManyRequests{429, "0x80072322"_L1};
inline constexpr Code tooMuchTime{429, "0x80072321"_L1};
inline constexpr Code tooManyAtOnce{429, "0x80072326"_L1};
inline constexpr Code secureCreateDenied{403, "0x8004f502"_L1};
inline constexpr Code secureUpdateDenied{403, "0x8004f507"_L1};
inline constexpr Code query{400, "0x80060888"_L1};
inline constexpr Code unknownResource{404, "0x8006088a"_L1};
inline constexpr Code noHttpResource{404, ""_L1};
inline constexpr Code wrongVerb{405, "0x80060888"_L1};
inline constexpr Code wrongMediaType{415, "0x0"_L1};
inline constexpr Code payload{400, "0x80048d19"_L1};
inline constexpr Code invalidArgument{400, "0x80040203"_L1};
inline constexpr Code requiredMissing{400, "0x80040200"_L1};
inline constexpr Code stringTooLong{400, "0x80044331"_L1};
inline constexpr Code integerOutOfRange{400, "0x8004432f"_L1};
inline constexpr Code decimalOutOfRange{400, "0x80044330"_L1};
inline constexpr Code optionOutOfRange{400, "0x8004431a"_L1};
inline constexpr Code invalidDateTime{400, "0x80040239"_L1};
inline constexpr Code invalidCharacters{400, "0x80040278"_L1};
inline constexpr Code stateStatusMismatch{400, "0x80048408"_L1};
inline constexpr Code currencyMissing{400, "0x80048cfb"_L1};
} // namespace code

} // namespace sandbox::webapi
