#include "engine/peoplesource.h"

#include "engine/didomipeople.h"
#include "engine/filepeople.h"
#include "engine/listpeople.h"
#include "store/runfile.h"
#include "store/runpages.h"

#include <QCoreApplication>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::PeopleSource)
};

Error unknownMark()
{
    return {.kind = Error::Kind::Conflict,
            .message = Texts::tr("What was read so far does not fit what is to be read now."),
            .fix = Texts::tr("Make a new plan."),
            .field = u"mark"_s};
}

Error aboutRun(Error error)
{
    if (error.field.isEmpty())
        error.field = u"failed_in"_s;
    return error;
}

/// Whose writes a run could not do.
Result<QStringList> failedIn(const QString &path)
{
    const auto file = store::RunFile::open(store::RunPlace::file(path));
    if (!file)
        return aboutRun(file.error());
    QStringList ids;
    constexpr int atOnce = 1'000;
    for (const store::Outcome outcome : {store::Outcome::Rejected, store::Outcome::Conflict, store::Outcome::Invalid}) {
        store::RunPages pages(**file, {.endedAs = outcome});
        for (qint64 first = 0;; first += atOnce) {
            const auto page = pages.page(first, atOnce);
            if (!page)
                return aboutRun(page.error());
            for (const store::RunItem &item : *page)
                ids << item.person;
            if (page->size() < atOnce)
                break;
        }
    }
    return ids;
}

/// The people that the scope names by themselves; nothing when it means all of a source.
Result<std::optional<QStringList>> namedPeople(const Scope &scope)
{
    if (scope.whom == Scope::Whom::People)
        return std::optional(scope.people);
    if (scope.whom != Scope::Whom::FailedBefore)
        return std::optional<QStringList>();
    const auto failed = failedIn(scope.failedIn);
    if (!failed)
        return failed.error();
    return std::optional(*failed);
}

using Opened = Result<std::unique_ptr<PeopleSource>>;

Opened openFiles(const bridge::Link &link, const Scope &scope, const std::optional<QStringList> &people,
                 const QString &mark)
{
    const auto files = findExports(scope.files);
    if (!files)
        return files.error();
    ExportReader::Order order{.files = *files,
                              .scope = scope,
                              .regulation =
                                  scope.regulation.isEmpty() ? link.profile().options.regulation : scope.regulation};
    if (people)
        order.ids = QSet<QString>(people->cbegin(), people->cend());
    if (!mark.isEmpty()) {
        order.after = ExportReader::placeOf(*files, mark);
        if (!order.after)
            return Error{.kind = Error::Kind::Conflict,
                         .message = Texts::tr("The files are not those that the plan was begun with."),
                         .fix = Texts::tr("Make a new plan."),
                         .field = u"files"_s};
    }
    return Opened(std::make_unique<FilePeople>(std::move(order)));
}

} // namespace

Result<std::unique_ptr<PeopleSource>> openPeople(bridge::Link &link, const Scope &scope, const QString &mark)
{
    if (const auto good = checkScope(scope); !good)
        return good.error();
    const auto people = namedPeople(scope);
    if (!people)
        return people.error();
    if (!scope.files.isEmpty())
        return openFiles(link, scope, *people, mark);
    const std::optional<PlaceMark> after = PlaceMark::fromText(mark);
    if (!after)
        return unknownMark();
    if (!*people)
        return Opened(std::make_unique<DidomiPeople>(link, scope, *after));
    return Opened(std::make_unique<ListPeople>(link, scope, **people, *after));
}

} // namespace engine
