// How long the whole connection test of a healthy integration takes against the sandbox, plain and over TLS, beside a
// single WhoAmI over the same network: what one round trip costs here.
//
//   bench_connectiontest [RUNS]
#include "bridge/link.h"
#include "diagnosis/connectiontest.h"
#include "sandbox/practice.h"
#include "sandbox/sandbox.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(2);
}

struct Case {
    QString name;
    profile::Profile profile;
    bridge::Secrets secrets;
};

/// Runs one job after the other and keeps what each took.
class Bench : public QObject
{
public:
    Bench(net::Network &network, std::vector<Case> cases, int runs)
        : m_network(network), m_cases(std::move(cases)), m_runs(runs)
    {
    }

    void start() { begin(); }

private:
    void begin()
    {
        if (m_at == m_cases.size())
            return QCoreApplication::quit();
        auto made = bridge::Link::make(m_network, m_cases[m_at].profile, m_cases[m_at].secrets);
        if (!made)
            giveUp(made.error().toLine());
        m_link = std::move(made).value();
        m_tests.clear();
        m_roundTrips.clear();
        test();
    }

    void test()
    {
        m_timer.start();
        auto *job = new diagnosis::ConnectionTest(
            m_network, {.profile = m_cases[m_at].profile, .secrets = m_cases[m_at].secrets}, core::Clock::system(),
            this);
        job->whenDone(this, [this](const core::Result<diagnosis::TestReport> &report) {
            if (!report || report->verdict() == diagnosis::Step::State::Failed)
                giveUp(u"the test of the sandbox failed"_s);
            m_steps = int(report->steps.size());
            m_tests.push_back(double(m_timer.nsecsElapsed()) / 1e6);
            roundTrip(); // in turn, so that both see the same machine
        });
    }

    void roundTrip()
    {
        m_timer.start();
        m_link->dataverse().whoAmI(this)->whenDone(this, [this](const core::Result<dataverse::WhoAmI> &answer) {
            if (!answer)
                giveUp(answer.error().toLine());
            m_roundTrips.push_back(double(m_timer.nsecsElapsed()) / 1e6);
            if (int(m_tests.size()) <= m_runs) // the first of each warms up
                return test();
            print();
            ++m_at;
            begin();
        });
    }

    static double median(std::vector<double> values)
    {
        values.erase(values.begin());
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    }

    void print() const
    {
        const double test = median(m_tests);
        const double roundTrip = median(m_roundTrips);
        const double slowest = *std::max_element(m_tests.begin(), m_tests.end());
        std::printf("%-6s %2d steps in %7.1f ms (median of %d; slowest %.1f, first %.1f), one WhoAmI %5.2f ms, ratio "
                    "%.0f\n",
                    qPrintable(m_cases[m_at].name), m_steps, test, m_runs, slowest, m_tests.front(), roundTrip,
                    test / roundTrip);
        std::fflush(stdout);
    }

    net::Network &m_network;
    const std::vector<Case> m_cases;
    const int m_runs;
    std::size_t m_at = 0;
    int m_steps = 0;
    std::unique_ptr<bridge::Link> m_link;
    QElapsedTimer m_timer;
    std::vector<double> m_tests;
    std::vector<double> m_roundTrips;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 21;
    auto started = sandbox::Sandbox::start({.contacts = 200, .withTls = true, .didomiRequestLimit = 1'000'000});
    if (!started)
        giveUp(started.error().toLine());
    const sandbox::Sandbox &sandbox = **started;

    QTemporaryDir folder;
    QFile authority(folder.filePath(u"authority.pem"_s));
    if (!authority.open(QIODevice::WriteOnly) || authority.write(sandbox.credentials().authorityPem) < 0)
        giveUp(authority.errorString());
    authority.close();

    const auto secretsOf = [](const sandbox::Credentials &ends) {
        return bridge::Secrets{.clientSecret = ends.clientSecret, .didomiSecret = ends.didomiSecret};
    };
    std::vector<Case> cases{{.name = u"plain"_s,
                             .profile = sandbox::practiceProfile(sandbox.plainCredentials()),
                             .secrets = secretsOf(sandbox.plainCredentials())},
                            {.name = u"TLS"_s,
                             .profile = sandbox::practiceProfile(sandbox.credentials()),
                             .secrets = secretsOf(sandbox.credentials())}};
    cases.back().profile.network.authorityFile = authority.fileName();

    net::Network network;
    Bench bench(network, std::move(cases), runs);
    bench.start();
    return QCoreApplication::exec();
}
