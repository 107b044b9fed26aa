#include "mapping/names.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace mapping {

using namespace Qt::StringLiterals;

namespace {

constexpr double bySynonym = 0.95; // another word for the same counts a little less than the same word
constexpr double byTypo = 0.8;
constexpr qsizetype longestPhrase = 3; // words
constexpr qsizetype longestName = 200; // longer texts are no names, and taking them apart takes time

/// Words that mean the same; several words in a row are written together ("textmessage").
struct Group {
    const char *idea;
    double weight;
    const char *words;
};

constexpr auto saysNothing = "-"_L1;
constexpr auto negates = "!"_L1;
constexpr auto permits = "?"_L1; // speaks of a permission

constexpr Group groups[] = {
    {"!", 0,
     "not no non ne donot donotallow dont never optout optedout unsub unsubscribe unsubscribed unsubscription disable "
     "disabled "
     "suppress suppressed suppression block blocked blacklist exclude excluded objection objected refuse refused "
     "refusal nepas pasde pasd sans refus refuser optouts opposition oppose desinscription desinscrit desabonnement "
     "desabonne exclu"},
    {"?", 0,
     "opt consent consents consented optin optedin optins permission permissions allow allows allowed agree agreed "
     "agreement accept accepted accepts subscribe subscribed subscriber subscription subscriptions enabled given "
     "choice consentement consentements consenti accord accepte accepter autorise autorisation autoriser abonne "
     "abonnement abonnements inscription inscrit choix purpose preference preferences finalite finalites gdpr rgpd "
     "status statut"},
    {"-", 0,
     "a an and any by for from has in is it my of on or our per the to us via we with you your yours do flag value "
     "values field column yes send sending sent receive received use used contact contacts customer client "
     "didomi picked au aux avec ce ces cette d dans de des du en est et etre il je l la le les leur leurs "
     "ma me mes mon nos notre nous on ou par pas pour que qui recevoir recu sa ses son sur un une vos votre vous "
     "envoi envoyer s n y"},
    {"email", 1, "email emails courrierelectronique courriel courriels mel emailaddress adresseemail"},
    {"mail", 1, "mail mails"},
    {"post", 1, "post postal postalmail directmail courrier courriers courrierpostal voiepostale poste lettermail"},
    {"sms", 1, "sms textmessage textmessages shortmessage shortmessages texto textos messagetexte mms txt"},
    {"phone", 1,
     "phone phones appeler telephoner joindre telephone telephones phonecall phonecalls call calls calling tel appel "
     "appels appeltelephonique "
     "appelstelephoniques telephonique telephoniques mobile mobilephone cellphone cell portable demarchage"},
    {"fax", 1, "fax faxes telecopie"},
    {"push", 1, "push pushnotification pushnotifications notification notifications"},
    {"whatsapp", 1, "whatsapp messenger instantmessage instantmessages messagerieinstantanee"},
    {"newsletter", 1,
     "newsletter newsletters bulkemail bulkemails bulkmailing emailing emailings infolettre infolettres "
     "lettreinformation lettresinformation lettreinformations lettreinfo lettreactualite bulletin bulletins "
     "bulletininformation newsmail newsemail mailinglist listediffusion massemail"},
    {"news", 1, "news actualite actualites nouveaute nouveautes nouvelle nouvelles updates infos"},
    {"profiling", 1,
     "profiling profile profiles profil profils profilage personalisation personalization personalise personalize "
     "personalised personalized personnalisation personnalise personnalisee personnalises personnalisees "
     "personnaliser tailored individualised individualized segmentation"},
    {"marketing", 0.5,
     "marketing sendmm mm marketingmaterials marketingmaterial promo promos promotion promotions promotional offer "
     "offers offre offres commercial commerciale commerciales commerciaux prospection prospecting solicitation "
     "sollicitation"},
    {"advertising", 1,
     "advertising advertisement advertisements ads advert adverts publicite publicites publicitaire publicitaires "
     "pub annonce annonces targeting ciblage"},
    {"location", 1, "location locations geolocation geolocalisation geolocalization localisation localization gps geo"},
    {"tracking", 1, "tracking track tracked webtracking trace tracage suivi"},
    {"analytics", 1,
     "analytics analytic measurement measure audience audiencemeasurement statistics statistiques statistique mesure "
     "mesureaudience analyse analyses analysis"},
    {"cookies", 1, "cookie cookies traceur traceurs tracker trackers"},
    {"partners", 1,
     "partner partners thirdparty thirdparties partenaire partenaires tiers sharing share partage partager"},
    {"frequency", 1, "frequency frequence rhythm rythme cadence howoften periodicite"},
    {"topics", 1,
     "topic topics theme themes thematique thematiques subject subjects sujet sujets interest interests interet "
     "interets centreinteret centresinteret category categories categorie categories"},
    {"channel", 1, "channel channels canal canaux contactmethod moyencontact"},
    {"survey", 1, "survey surveys sondage sondages enquete enquetes questionnaire questionnaires feedback avis"},
    {"event", 1, "event events evenement evenements invitation invitations"},
    {"product", 1, "product products produit produits"},
    {"country", 1, "country countries pays countryregion"},
    {"language", 1, "language languages langue langues"},
    {"hours", 1, "hour hours heure heures timeofday creneau creneaux horaire horaires"},
    {"user", 0.5, "user users utilisateur utilisateurs person personne member membre organization organisation"},
    {"id", 0.5, "id ids identifier identifiers identifiant identifiants uid guid uuid key"},
    {"external", 0.5, "external externe ext"},
    {"loyalty", 1, "loyalty fidelite fidelity rewards"},
    {"sport", 1, "sport sports sportif sportive"},
    {"travel", 1, "travel travels trip trips voyage voyages tourism tourisme"},
};

/// Concepts that are near each other without being the same.
struct Relation {
    const char *one;
    const char *other;
    double likeness;
};
constexpr Relation relations[] = {
    {"newsletter", "email", 0.5}, {"newsletter", "news", 0.7},    {"mail", "email", 0.6},
    {"mail", "post", 0.6},        {"profiling", "tracking", 0.5}, {"advertising", "marketing", 0.6},
    {"cookies", "tracking", 0.7}, {"analytics", "tracking", 0.7}, {"advertising", "profiling", 0.5},
    {"sms", "phone", 0.4},
};

struct Meaning {
    QString idea;
    double weight = 1;
};

class Dictionary
{
public:
    Dictionary()
    {
        for (const Group &group : groups) {
            const Meaning meaning{QString::fromUtf8(group.idea), group.weight};
            for (const QString &word : QString::fromUtf8(group.words).split(u' ', Qt::SkipEmptyParts)) {
                if (!m_words.contains(word))
                    m_words.insert(word, meaning);
            }
        }
        for (const auto &[word, meaning] : {std::pair(u"userid"_s, u"user id"_s), std::pair(u"uid"_s, u"user id"_s),
                                            std::pair(u"useridentifier"_s, u"user id"_s)})
            m_words.insert(word, {meaning, 0.5});
    }

    /// The meaning of a folded word, in its singular too; nullptr for a word that is not known.
    const Meaning *find(const QString &word) const
    {
        auto found = m_words.constFind(word);
        if (found == m_words.cend() && word.size() > 3 && (word.endsWith(u's') || word.endsWith(u'x')))
            found = m_words.constFind(word.chopped(1));
        return found == m_words.cend() ? nullptr : &*found;
    }

private:
    QHash<QString, Meaning> m_words;
};

const Dictionary &dictionary()
{
    static const Dictionary words; // no translated text in it
    return words;
}

QString folded(const QString &text)
{
    QString result;
    for (const QChar c : text.left(longestName).normalized(QString::NormalizationForm_KD)) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        if (c == u'œ' || c == u'Œ')
            result += u"oe"_s;
        else if (c == u'æ' || c == u'Æ')
            result += u"ae"_s;
        else
            result += c;
    }
    return result;
}

QString singular(const QString &word)
{
    return word.size() > 3 && word.endsWith(u's') && !word.endsWith(u"ss") ? word.chopped(1) : word;
}

/// A compound taken apart into words that are known, or into `extra` ones; the compound itself where that fails.
///
/// Short words are only taken where nothing is left over: "tel" is in "hotel".
class Splitter
{
public:
    Splitter(const QString &compound, const QSet<QString> &extra) : m_compound(compound), m_extra(extra) {}

    QStringList split() const
    {
        QStringList pieces = best(shortWord, false);
        if (pieces.isEmpty())
            pieces = best(longWord, true);
        return pieces.isEmpty() ? QStringList{m_compound} : pieces;
    }

private:
    static constexpr qsizetype shortWord = 3;
    static constexpr qsizetype longWord = 5;

    struct Step {
        int cost = std::numeric_limits<int>::max();
        qsizetype from = -1;
        bool isKnown = false;
    };

    bool isWord(const QString &piece, qsizetype end) const
    {
        const bool isLastId = piece == u"id" && end == m_compound.size();
        return m_extra.contains(piece) || isLastId || (dictionary().find(piece) && piece.size() >= shortWord);
    }

    /// The way with the fewest unknown letters, then the fewest words.
    QStringList best(qsizetype shortest, bool mayLeaveOver) const
    {
        constexpr int unknownLetter = 100;
        const qsizetype size = m_compound.size();
        QList<Step> steps(size + 1);
        steps[0].cost = 0;
        for (qsizetype end = 1; end <= size; ++end) {
            for (qsizetype from = 0; from < end; ++from) {
                if (steps[from].cost == std::numeric_limits<int>::max())
                    continue;
                const QString piece = m_compound.sliced(from, end - from);
                const bool isId = piece == u"id";
                const bool isKnown = (piece.size() >= shortest || isId) && isWord(piece, end);
                if (!isKnown && (!mayLeaveOver || (from > 0 && !steps[from].isKnown)))
                    continue;
                const int cost = steps[from].cost + 1 + (isKnown ? 0 : unknownLetter * int(piece.size()));
                if (cost < steps[end].cost)
                    steps[end] = {cost, from, isKnown};
            }
        }
        if (steps[size].cost == std::numeric_limits<int>::max() || steps[size].cost >= unknownLetter * int(size))
            return {};
        QStringList pieces;
        for (qsizetype end = size; end > 0; end = steps[end].from)
            pieces.prepend(m_compound.sliced(steps[end].from, end - steps[end].from));
        return pieces;
    }

    const QString &m_compound;
    const QSet<QString> &m_extra;
};

/// True for two long words of which one letter differs, is missing or too many.
bool isTypo(const QString &one, const QString &other)
{
    constexpr qsizetype shortest = 5; // in shorter words one letter makes another word
    if (one.size() < shortest || other.size() < shortest || std::abs(one.size() - other.size()) > 1)
        return false;
    qsizetype front = 0;
    while (front < std::min(one.size(), other.size()) && one.at(front) == other.at(front))
        ++front;
    qsizetype back = 0;
    while (back < std::min(one.size(), other.size()) - front &&
           one.at(one.size() - 1 - back) == other.at(other.size() - 1 - back))
        ++back;
    return std::max(one.size(), other.size()) - front - back <= 1;
}

bool negatesByTwoWords(const QStringList &words)
{
    for (qsizetype i = 1; i < words.size(); ++i) {
        const Meaning *meaning = dictionary().find(words.at(i - 1) + words.at(i));
        if (meaning && meaning->idea == negates)
            return true;
    }
    return false;
}

/// Notes what a word or phrase means; each idea once.
void add(NameParts &parts, const Meaning &meaning, const QString &word)
{
    if (meaning.idea == negates) {
        parts.isNegated = true;
        return;
    }
    if (meaning.idea == permits) {
        parts.hasConsentWord = true;
        return;
    }
    for (const QString &idea : meaning.idea.split(u' ')) {
        const auto isSame = [&](const NameParts::Part &part) { return part.idea == idea; };
        if (std::none_of(parts.parts.cbegin(), parts.parts.cend(), isSame))
            parts.parts << NameParts::Part{idea, word, meaning.weight};
    }
}

double likenessOf(const NameParts::Part &one, const NameParts::Part &other)
{
    if (one.idea == other.idea)
        return singular(one.word) == singular(other.word) ? 1.0 : bySynonym;
    for (const Relation &relation : relations) {
        const QLatin1StringView a(relation.one);
        const QLatin1StringView b(relation.other);
        if ((one.idea == a && other.idea == b) || (one.idea == b && other.idea == a))
            return relation.likeness;
    }
    return isTypo(one.idea, other.idea) ? byTypo : 0.0;
}

} // namespace

QStringList nameWords(const QString &name)
{
    const QString text = folded(name);
    QStringList words;
    QString word;
    const auto end = [&] {
        const QString lower = word.toCaseFolded();
        word.clear();
        if (!lower.isEmpty())
            words << lower;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (!c.isLetter()) {
            end();
            continue;
        }
        const bool isHump = c.isUpper() && !word.isEmpty() &&
                            (word.back().isLower() || (i + 1 < text.size() && text.at(i + 1).isLower()));
        if (isHump)
            end();
        word += c;
    }
    end();
    return words;
}

NameParts nameParts(const QString &name, const QSet<QString> &extraWords)
{
    QStringList pieces;
    for (const QString &word : nameWords(name))
        pieces += dictionary().find(word) ? QStringList{word} : Splitter(word, extraWords).split();

    // Words that say nothing stand in the way of phrases ("lettre d’information"), but are part of others ("pas de").
    NameParts result{.isNegated = negatesByTwoWords(pieces)};
    pieces.removeIf([](const QString &piece) {
        const Meaning *meaning = dictionary().find(piece);
        return meaning && meaning->idea == saysNothing;
    });
    for (qsizetype i = 0; i < pieces.size();) {
        qsizetype length = std::min(longestPhrase, pieces.size() - i);
        QString phrase = pieces.sliced(i, length).join(QString());
        const Meaning *meaning = dictionary().find(phrase);
        while (!meaning && --length > 0) {
            phrase = pieces.sliced(i, length).join(QString());
            meaning = dictionary().find(phrase);
        }
        if (meaning)
            add(result, *meaning, phrase);
        else
            add(result, {.idea = singular(pieces.at(i))}, pieces.at(i));
        i += std::max<qsizetype>(length, 1);
    }
    return result;
}

NameLikeness nameLikeness(const NameParts &one, const NameParts &other)
{
    if (one.parts.isEmpty() || other.parts.isEmpty())
        return {};
    NameLikeness result;
    double found = 0;
    double whole = 0;
    const auto compare = [&](const QList<NameParts::Part> &these, const QList<NameParts::Part> &those, bool isFirst) {
        for (const NameParts::Part &part : these) {
            double best = 0;
            const NameParts::Part *nearest = nullptr;
            for (const NameParts::Part &candidate : those) {
                const double likeness = likenessOf(part, candidate);
                if (likeness > best) {
                    best = likeness;
                    nearest = &candidate;
                }
            }
            found += part.weight * best;
            whole += part.weight;
            if (nearest && isFirst)
                result.shared << (singular(part.word) == singular(nearest->word)
                                      ? part.word
                                      : part.word + u" = "_s + nearest->word);
        }
    };
    compare(one.parts, other.parts, true);
    compare(other.parts, one.parts, false);
    result.score = found / whole;
    return result;
}

} // namespace mapping
