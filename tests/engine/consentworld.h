#pragma once

#include "engine/world.h"
#include "mapping/consentrow.h"

namespace support {

/// A World whose integration is in Current mode, and what a test wants to know of rows of consent.
class ConsentWorld : public World
{
public:
    explicit ConsentWorld(sandbox::Options options = {.contacts = 40, .didomiRequestLimit = 0});

    static const QString purpose; ///< Commercial communication: non-restrictive by e-mail.
    static QString topic();       ///< One of its topics.

    /// Maps the newsletter to the purpose and SMS marketing to the topic, both by e-mail.
    void mapPurposeAndTopic();

    /// Gives the person's contact an address (of a column) that no row of consent holds yet.
    bool setAddress(const QString &person, const QString &address,
                    const QString &column = QStringLiteral("emailaddress1"));

    /// A row of consent that somebody else makes; its id.
    QString addConsent(const mapping::ConsentPlace &place, mapping::ConsentValue value, bool isActive = true);

    /// All rows of that address, as somebody else sees them.
    QList<mapping::ConsentRow> consentsOf(const QString &address);

    bool setConsent(const QString &rowId, const QString &column, const QByteArray &json); ///< Somebody else changes it.

private:
    int m_added = 0;
};

} // namespace support
