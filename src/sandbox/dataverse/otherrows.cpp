#include "sandbox/dataverse/otherrows.h"

#include "sandbox/dataverse/environment.h"
#include "sandbox/dataverse/literal.h"

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

constexpr int leads = 6;
constexpr int subscribers = 6;

Builder::Values owned(Builder::Values values)
{
    for (const QString &column : {u"ownerid"_s, u"createdby"_s, u"modifiedby"_s})
        values.insert(column, guidText(userId()));
    return values;
}

QUuid account(Builder &build, const QString &name, const QString &number)
{
    return build.named(u"account"_s, name, owned({{u"accountnumber"_s, number}}));
}

QUuid brand(Builder &build, const QString &name, const QString &code)
{
    return build.named(u"new_brand"_s, name, {{u"new_code"_s, code}});
}

} // namespace

Companies addCompanies(Builder &build)
{
    return {
        .accounts = {account(build, u"Harbour Bakery"_s, u"A-100"_s), account(build, u"Hillside Travel"_s, u"A-200"_s)},
        .brands = {brand(build, u"Blue Harbour"_s, u"BLUE"_s), brand(build, u"Green Hill"_s, u"GREEN"_s)}};
}

void addLeadsAndSubscribers(Builder &build, const QList<Person> &people, const Companies &companies)
{
    int number = 0;
    for (const Person &person : people) {
        if (person.kind != Person::Case::Plain)
            continue;
        if (number < leads)
            build.add(u"lead"_s, stableId(u"lead "_s + person.organizationUserId),
                      owned({{u"subject"_s, u"Enquiry %1"_s.arg(number + 1)},
                             {u"firstname"_s, person.firstName},
                             {u"lastname"_s, person.lastName},
                             {u"fullname"_s, QString(person.firstName + u' ' + person.lastName)},
                             {u"emailaddress1"_s, person.email}}));
        if (number % 3 == 0 && number < 3 * subscribers)
            build.add(u"new_subscriber"_s, stableId(u"subscriber "_s + person.organizationUserId),
                      owned({{u"new_name"_s, QString(person.firstName + u' ' + person.lastName)},
                             {u"new_didomiid"_s, person.organizationUserId},
                             {u"new_country"_s, u"FR"_s},
                             {u"new_number"_s, number},
                             {u"new_kind"_s, 100000000},
                             {u"new_brand"_s, guidText(companies.brands.at(number % 2))}}));
        ++number;
    }
}

} // namespace sandbox::webapi
