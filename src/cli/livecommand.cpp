#include "cli/livecommand.h"

#include "cli/textout.h"
#include "core/redactor.h"

#include <QRegularExpression>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using engine::FeedItem;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::LiveCommand)
};

constexpr auto standardAddress = "127.0.0.1:8470"_L1;
constexpr int mostListed = 10'000;
constexpr int mostOutageTries = 4; ///< With --once.

Arguments describe()
{
    Arguments arguments(
        u"live"_s,
        Texts::tr(
            "Writes consents to Dynamics 365 as they arrive. What was acknowledged is kept on disk until it is "
            "written, "
            "each person's in order.\n\n"
            "--json prints one line for each consent: arrival, source, person, arrived_at, changed_at, outcome, "
            "reason, "
            "parked, dry_run, attempts, row_id, duration_ms, error. --parked --json prints one line for each parked "
            "one: arrival, source, person, arrived_at, attempts, problem."));
    arguments.addIntegration();
    arguments.addOptionalValue(
        u"listen"_s, Texts::tr("Receive Didomi's webhooks; by default at %1. POST /webhook.").arg(standardAddress),
        u"ADDRESS:PORT"_s, uR"(.*:\d{1,5}|\d{1,5})"_s, standardAddress);
    arguments.addOption(u"bearer-ref"_s,
                        Texts::tr("Where the token is that webhooks must show: \"env:NAME\" or \"file:PATH\"."),
                        u"REF"_s);
    arguments.addOption(u"oauth-client"_s, Texts::tr("The client id for which POST /token issues tokens."), u"ID"_s);
    arguments.addOption(u"oauth-secret-ref"_s, Texts::tr("Where its secret is."), u"REF"_s);
    arguments.addOption(u"tls-cert"_s, Texts::tr("The listener's certificate with its chain, a PEM file."), u"FILE"_s);
    arguments.addOption(u"tls-key"_s, Texts::tr("Its private key, a PEM file."), u"FILE"_s);
    arguments.addOptionalValue(u"poll"_s,
                               Texts::tr("Ask Didomi who changed; by default as often as the integration says."),
                               u"SECONDS"_s, uR"(\d{1,6})"_s, u"0"_s);
    arguments.addOption(
        u"file"_s, Texts::tr("Read saved webhooks, events or users: .json, .jsonl, .json.gz. May be given repeatedly."),
        u"PATH"_s);
    arguments.addFlag(u"once"_s, Texts::tr("End when nothing waits any more."));
    arguments.addFlag(u"dry-run"_s,
                      Texts::tr("Write nothing. What arrives by webhook or polling waits for a run that writes."));
    arguments.addFlag(u"unlock"_s, Texts::tr("Needed to write to a production environment."));
    arguments.addFlag(u"show-people"_s, Texts::tr("Print whole ids of people; else they are masked."));
    arguments.addFlag(u"parked"_s, Texts::tr("List what was given up, and why."));
    arguments.addOption(u"redrive"_s,
                        Texts::tr("Send a parked arrival on its way again, by its number; \"all\" for all of them."),
                        u"NUMBER"_s);
    return arguments;
}

QString isoTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

/// "127.0.0.1:8470", "[::1]:8470", "localhost:8470", "8470".
bool readAddress(const QString &text, QHostAddress *address, quint16 *port)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = colon < 0 ? QString() : text.first(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    bool isPort = false;
    *port = text.sliced(colon + 1).toUShort(&isPort);
    *address = host.isEmpty() || host == "localhost"_L1 ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    return isPort && !address->isNull();
}

} // namespace

LiveCommand::LiveCommand(Console &console, Environment &environment, QObject *parent)
    : WorkplaceCommand(describe(), 1, console, environment, parent)
{
}

LiveCommand::~LiveCommand() = default;

void LiveCommand::start()
{
    const auto profile = findProfile();
    if (!profile)
        return;
    m_profile = *profile;
    if (arguments().isSet(u"parked"_s) || arguments().isSet(u"redrive"_s)) {
        if (openInbox())
            arguments().isSet(u"redrive"_s) ? redrive() : listParked();
        return;
    }
    if (!checkUsage() || !openInbox())
        return;
    auto lock = engine::lockLive(environment().paths.inbox(), m_profile.id);
    if (!lock)
        return fail(lock.error());
    m_lock = std::move(*lock);
    connect(this, &core::JobBase::finished, this, [this] { // others may go on at once, not only when this is deleted
        m_feed.reset();
        m_earlyListener.reset();
        m_lock.reset();
    });
    if (const auto opened = openJournal(); !opened)
        return fail(opened.error());
    readListenerSecrets();
}

bool LiveCommand::openInbox()
{
    // A rehearsal of files leaves nothing behind; what arrives otherwise must not be lost by one.
    const bool isFilesOnly =
        arguments().isSet(u"file"_s) && !arguments().isSet(u"listen"_s) && !arguments().isSet(u"poll"_s);
    auto opened = isFilesOnly && arguments().isSet(u"dry-run"_s)
                      ? store::Inbox::inMemory(environment().clock)
                      : store::Inbox::open(environment().paths.inbox(), environment().clock);
    if (opened)
        m_inbox = std::move(*opened);
    else
        fail(opened.error());
    return m_inbox != nullptr;
}

// --- what was parked
// ---------------------------------------------------------------------------------------------------

void LiveCommand::listParked()
{
    const auto parked = m_inbox->parked(m_profile.id, 0, mostListed);
    if (!parked)
        return fail(parked.error());
    TextTable table({Texts::tr("Number"), Texts::tr("Arrived"), Texts::tr("Source"), Texts::tr("Person"),
                     Texts::tr("Attempts"), Texts::tr("Why")});
    for (const store::Arrival &one : *parked) {
        if (isJson())
            printJson({{u"arrival"_s, one.id},
                       {u"source"_s, one.source},
                       {u"person"_s, shownPerson(one.person)},
                       {u"arrived_at"_s, isoTime(one.arrivedAt)},
                       {u"attempts"_s, one.attempts},
                       {u"problem"_s, one.problem}});
        else
            table.add({QString::number(one.id), isoTime(one.arrivedAt), one.source, shownPerson(one.person),
                       QString::number(one.attempts), one.problem});
    }
    if (!isJson() && parked->isEmpty())
        out() << Texts::tr("Nothing is parked.") << u'\n';
    else if (!isJson())
        table.print(out());
    end(ExitCode::Done);
}

void LiveCommand::redrive()
{
    const QString wanted = arguments().value(u"redrive"_s);
    bool isNumber = false;
    const qint64 number = wanted.toLongLong(&isNumber);
    if (!isNumber && wanted != "all"_L1)
        return failUsage(Texts::tr("--redrive needs the number of a parked arrival, or \"all\"."));
    const auto moved = m_inbox->redrive(m_profile.id, isNumber ? QList<qint64>{number} : QList<qint64>{});
    if (!moved)
        return fail(moved.error());
    if (isNumber && *moved == 0)
        return fail({.kind = Error::Kind::NotFound,
                     .message = Texts::tr("No parked arrival of this integration has the number %1.").arg(number),
                     .fix = Texts::tr("--parked lists them."),
                     .field = u"redrive"_s},
                    ExitCode::Invalid);
    if (isJson())
        printJson({{u"redriven"_s, *moved}});
    else
        out() << Texts::tr("%n arrival(s) wait again.", nullptr, *moved) << u'\n';
    end(ExitCode::Done);
}

// --- getting ready
// ------------------------------------------------------------------------------------------------------

bool LiveCommand::checkUsage()
{
    const auto refuse = [this](const QString &why) {
        failUsage(why);
        return false;
    };
    const bool listens = arguments().isSet(u"listen"_s);
    if (!listens && !arguments().isSet(u"poll"_s) && !arguments().isSet(u"file"_s))
        return refuse(Texts::tr("Say where consents come from: --listen, --poll or --file."));
    for (const QString &option :
         {u"bearer-ref"_s, u"oauth-client"_s, u"oauth-secret-ref"_s, u"tls-cert"_s, u"tls-key"_s}) {
        if (!listens && arguments().isSet(option))
            return refuse(Texts::tr("--%1 belongs to --listen.").arg(option));
    }
    if (arguments().isSet(u"tls-cert"_s) != arguments().isSet(u"tls-key"_s))
        return refuse(Texts::tr("--tls-cert and --tls-key belong together."));
    if (arguments().isSet(u"oauth-client"_s) != arguments().isSet(u"oauth-secret-ref"_s))
        return refuse(Texts::tr("--oauth-client and --oauth-secret-ref belong together."));
    if (listens) {
        const QString address = arguments().value(u"listen"_s);
        if (!readAddress(address, &m_webhooks.address, &m_webhooks.port))
            return refuse(Texts::tr("\"%1\" is no address with a port, such as 127.0.0.1:8470.").arg(address));
    }
    bool isNumber = false;
    const int seconds = arguments().value(u"poll"_s).toInt(&isNumber);
    if (arguments().isSet(u"poll"_s) && (!isNumber || seconds < 0))
        return refuse(Texts::tr("--poll needs a number of seconds."));
    const bool writes = !arguments().isSet(u"dry-run"_s);
    if (writes && m_profile.kind == profile::EnvironmentKind::Production && !arguments().isSet(u"unlock"_s))
        return refuse(Texts::tr("\"%1\" is a production integration. Add --unlock if you mean to write to it, or "
                                "--dry-run to only look.")
                          .arg(m_profile.name));
    return true;
}

void LiveCommand::readListenerSecrets()
{
    m_webhooks.profileId = m_profile.id;
    m_webhooks.inboxPath = environment().paths.inbox();
    m_webhooks.certificateFile = arguments().value(u"tls-cert"_s);
    m_webhooks.keyFile = arguments().value(u"tls-key"_s);
    m_webhooks.access.clientId = arguments().value(u"oauth-client"_s);
    readListenerSecret(u"bearer-ref"_s, &engine::WebhookAccess::bearer, [this] {
        readListenerSecret(u"oauth-secret-ref"_s, &engine::WebhookAccess::clientSecret, [this] {
            if (listen())
                begin();
        });
    });
}

void LiveCommand::readListenerSecret(const QString &option, core::Secret engine::WebhookAccess::*place,
                                     const std::function<void()> &next)
{
    if (!arguments().isSet(option))
        return next();
    const auto ref = profile::SecretRef::parse(arguments().value(option));
    if (!ref || ref->kind == profile::SecretRef::Kind::None)
        return failUsage(Texts::tr("--%1 needs a place such as \"env:NAME\" or \"file:PATH\".").arg(option));
    environment()
        .secrets.read(*ref, this)
        ->whenDone(this, [this, option, place, next](const Result<core::Secret> &secret) {
            if (!secret)
                return fail(secret.error(), ExitCode::SignIn);
            if (secret->isEmpty())
                return fail({.kind = Error::Kind::Invalid,
                             .message = Texts::tr("The secret of --%1 is empty.").arg(option),
                             .field = option},
                            ExitCode::SignIn);
            core::redactor::remember(*secret);
            m_webhooks.access.*place = *secret;
            next();
        });
}

/// Before both ends are asked: Didomi gives up after a few tries, and what arrives can wait here.
bool LiveCommand::listen()
{
    if (!arguments().isSet(u"listen"_s))
        return true;
    m_earlyListener = std::make_unique<engine::WebhookListener>(m_webhooks, environment().clock);
    m_listener = m_earlyListener.get();
    const auto started = m_earlyListener->start();
    if (!started) {
        fail(started.error());
        return false;
    }
    err() << Texts::tr("Listening at %1").arg(m_listener->url().toString()) << u'\n';
    err().flush();
    return true;
}

void LiveCommand::begin()
{
    readSecrets(m_profile, [this](const bridge::Secrets &secrets) {
        if (makeLink(m_profile, secrets))
            survey();
    });
}

void LiveCommand::survey()
{
    bridge::survey(link(), this)->whenDone(this, [this](const Result<bridge::Surroundings> &found) {
        if (found) {
            setSurroundings(*found);
            return settleEarlier([this] { run(); });
        }
        if (!found.error().isTransient() || arguments().isSet(u"once"_s))
            return fail(found.error());
        warn(found.error().toLine());
        constexpr std::chrono::seconds first{2};
        constexpr int mostDoublings = 7; // about four minutes
        link().clock().after(first * (1 << std::min(m_surveys++, mostDoublings)), this, [this] {
            if (!isSettled())
                survey();
        });
    });
}

// --- at work
// ------------------------------------------------------------------------------------------------------------

void LiveCommand::run()
{
    m_feed = std::make_unique<engine::LiveFeed>(link(), surroundings(), *journal(), *m_inbox);
    m_feed->setDryRun(arguments().isSet(u"dry-run"_s));
    connect(m_feed.get(), &engine::LiveFeed::itemEnded, this, &LiveCommand::reportItem);
    connect(m_feed.get(), &engine::LiveFeed::backlogChanged, this, &LiveCommand::reportOutage);
    connect(m_feed.get(), &engine::LiveFeed::idle, this, &LiveCommand::checkDrained);
    connect(m_feed.get(), &engine::LiveFeed::roundFinished, this, [this] {
        const Error problem = m_feed->lastProblem();
        if (!problem.message.isEmpty() && !m_files)
            warn(problem.toLine());
        checkDrained();
    });
    if (m_earlyListener)
        m_feed->add(std::move(m_earlyListener));
    if (arguments().isSet(u"file"_s)) {
        auto files = std::make_unique<engine::FileSource>(arguments().values(u"file"_s), m_profile.id, *m_inbox);
        if (const auto readable = files->start(); !readable)
            return fail(readable.error());
        m_files = m_feed->add(std::move(files));
    }
    const int seconds = arguments().value(u"poll"_s).toInt();
    if (arguments().isSet(u"poll"_s))
        m_feed->start(std::chrono::seconds(seconds > 0 ? seconds : m_profile.options.livePollSeconds));
    else
        m_feed->start();
}

/// Not from within the feed's own signal: ending deletes the feed.
void LiveCommand::checkDrained()
{
    if (std::exchange(m_isCheckQueued, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isCheckQueued = false;
            if (isSettled())
                return;
            if (m_isStopping)
                return m_feed->isBusy() ? void() : conclude();
            if (!arguments().isSet(u"once"_s))
                return;
            const auto drained = m_feed->isDrained();
            if (!drained)
                return fail(drained.error());
            if (*drained)
                return conclude();
            if (m_feed->outageTries() >= mostOutageTries) {
                m_feed->stop();
                fail(m_feed->outage()); // everything still waits
            }
        },
        Qt::QueuedConnection);
}

void LiveCommand::cancel()
{
    if (!m_feed)
        return WorkplaceCommand::cancel();
    if (std::exchange(m_isStopping, true))
        return;
    m_feed->stop();
    checkDrained();
}

void LiveCommand::reportItem(const FeedItem &item)
{
    const bool isPlanOnly = item.isDryRun && !item.report && item.plan;
    const store::Outcome outcome = item.report  ? item.report->outcome
                                   : isPlanOnly ? item.plan->items.constFirst().outcome
                                                : store::Outcome::Rejected;
    QString reason = !item.error.message.isEmpty() ? item.error.message
                     : item.report                 ? item.report->reason
                     : isPlanOnly                  ? engine::summary(item.plan->items.constFirst())
                                                   : QString();
    ++m_ended;
    m_parked += item.isParked ? 1 : 0;
    m_written += !item.isDryRun && (outcome == store::Outcome::Created || outcome == store::Outcome::Updated) ? 1 : 0;
    if (isJson()) {
        const bool hasError = !item.error.message.isEmpty();
        printJson({{u"arrival"_s, item.number},
                   {u"source"_s, item.source},
                   {u"person"_s, shownPerson(item.person)},
                   {u"arrived_at"_s, isoTime(item.arrivedAt)},
                   {u"changed_at"_s, isoTime(item.changedAt)},
                   {u"outcome"_s, store::outcomeWord(outcome)},
                   {u"reason"_s, reason},
                   {u"parked"_s, item.isParked},
                   {u"dry_run"_s, item.isDryRun},
                   {u"attempts"_s, item.attempts},
                   {u"row_id"_s, item.report ? item.report->row().rowId : QString()},
                   {u"duration_ms"_s, qint64(item.duration.count())},
                   {u"error"_s, hasError ? QJsonValue(errorAsJson(item.error)) : QJsonValue(QJsonValue::Null)}});
        return;
    }
    const QString standing = item.isParked ? Texts::tr("parked") : store::outcomeText(outcome);
    out() << isoTime(item.arrivedAt) << u"  "_s << item.source << u"  "_s << shownPerson(item.person) << u"  "_s
          << (item.isDryRun ? Texts::tr("dry run") : standing);
    if (!reason.isEmpty())
        out() << u": "_s << printable(reason);
    out() << u'\n';
    out().flush();
}

void LiveCommand::reportOutage()
{
    const Error outage = m_feed->outage();
    const bool hasOutage = !outage.message.isEmpty();
    if (hasOutage && !m_hasOutage)
        warn(Texts::tr("Everything waits: %1").arg(outage.toLine()));
    else if (!hasOutage && m_hasOutage && !isJson())
        out() << Texts::tr("It goes on.") << u'\n';
    m_hasOutage = hasOutage;
    if (hasOutage)
        checkDrained();
}

void LiveCommand::conclude()
{
    m_feed->stop();
    const qint64 unreadable = m_files ? m_files->counts().unreadable : 0;
    if (m_files) {
        const auto problems = m_files->problems();
        for (const Error &problem : problems)
            warn(u"%1: %2"_s.arg(problem.field, problem.toLine()));
        if (!isJson())
            out() << Texts::tr("Files: %1 new, %2 known already, %3 not about consents, %4 unreadable.")
                         .arg(m_files->counts().accepted)
                         .arg(m_files->counts().known)
                         .arg(m_files->counts().irrelevant)
                         .arg(unreadable)
                  << u'\n';
    }
    if (!isJson())
        out() << Texts::tr("%1 ended, %2 of them written, %3 parked; %4 wait.")
                     .arg(m_ended)
                     .arg(m_written)
                     .arg(m_parked)
                     .arg(m_feed->backlog())
              << u'\n';
    if (!arguments().isSet(u"once"_s))
        return end(ExitCode::Done); // being stopped is how it is meant to end
    if (m_isStopping)
        return end(ExitCode::Interrupted);
    if (unreadable > 0)
        return end(ExitCode::Invalid);
    end(m_parked > 0 ? ExitCode::Refused : ExitCode::Done);
}

QString LiveCommand::shownPerson(const QString &person) const
{
    return arguments().isSet(u"show-people"_s) ? printable(person) : core::redactor::maskedId(person);
}

} // namespace cli
