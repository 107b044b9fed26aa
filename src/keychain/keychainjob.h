#pragma once

#include "keychain/keyringcheck.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

namespace keychain {

/// What a failed job of QtKeychain means. Kind::NotFound when there is no such entry, else Kind::Keychain.
core::Error problemOf(const QKeychain::Job &job);

core::Error unanswered();

/// One operation on the system's keychain: the check first, then one job of QtKeychain with a timer beside it.
template <typename T>
class KeychainJob : public core::Job<T>
{
protected:
    KeychainJob(std::chrono::milliseconds patience, QObject *parent) : core::Job<T>(parent), m_patience(patience)
    {
        checkKeyring(patience, this)->whenDone(this, [this](const core::Result<Availability> &found) {
            if (!found)
                ended(found.error());
            else if (!found->isAvailable)
                ended(found->problem);
            else
                start();
        });
    }

    /// Makes the QtKeychain job and run()s it.
    virtual void start() = 0;
    virtual void succeeded(QKeychain::Job &job) = 0;
    virtual void failed(const core::Error &problem) { this->finish(problem); }

    /// The keychain's library keeps a plain pointer to `job` until it answers, so nobody may delete it before that: it
    /// belongs to itself, also when ours has given up on it.
    void run(QKeychain::Job *job)
    {
        job->setAutoDelete(true);
        QObject::connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job *done) {
            if (this->isSettled())
                return;
            if (done->error() == QKeychain::NoError)
                succeeded(*done);
            else
                ended(problemOf(*done));
        });
        QTimer::singleShot(m_patience, this, [this] { ended(unanswered()); });
        job->start();
    }

private:
    void ended(const core::Error &problem)
    {
        if (!this->isSettled())
            failed(problem);
    }

    std::chrono::milliseconds m_patience;
};

} // namespace keychain
