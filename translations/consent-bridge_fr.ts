<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>AfterPanel</name>
    <message>
        <source>Bac&amp;k</source>
        <translation>Re&amp;tour</translation>
    </message>
    <message>
        <source>Back to the scope; everything is kept</source>
        <translation>Revenir au périmètre&#xa0;; tout est gardé</translation>
    </message>
    <message>
        <source>Back to the scope</source>
        <translation>Revenir au périmètre</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>Re&amp;try failed only</source>
        <translation>Rée&amp;ssayer les échecs seulement</translation>
    </message>
    <message>
        <source>Ve&amp;rify</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>Un&amp;do…</source>
        <translation>Annuler l’exécuti&amp;on…</translation>
    </message>
    <message>
        <source>E&amp;xport report</source>
        <translation>E&amp;xporter le rapport</translation>
    </message>
    <message>
        <source>&amp;Look at the plan</source>
        <translation>Examiner &amp;le plan</translation>
    </message>
    <message>
        <source>What became of them</source>
        <translation>Ce que les personnes sont devenues</translation>
    </message>
    <message>
        <source>Details of the run</source>
        <translation>Détails de l’exécution</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échecs</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter those that failed</source>
        <translation>Filtrer les échecs</translation>
    </message>
    <message>
        <source>Mask people</source>
        <translation>Masquer les personnes</translation>
    </message>
    <message>
        <source>Show people so that they can be recognised, not contacted</source>
        <translation>Montrer les personnes de façon à pouvoir les reconnaître, pas les contacter</translation>
    </message>
    <message>
        <source>Mask people of the run</source>
        <translation>Masquer les personnes de l’exécution</translation>
    </message>
    <message>
        <source>Those that failed, and why</source>
        <translation>Celles qui ont échoué, et pourquoi</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifiées</translation>
    </message>
    <message>
        <source>Rows that say something else</source>
        <translation>Lignes qui disent autre chose</translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>Connection test</source>
        <translation>Test de connexion</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Tester la connexion</translation>
    </message>
    <message>
        <source>Check both ends with what the form says, saved or not (F5)</source>
        <translation>Vérifier les deux côtés avec le contenu du formulaire, enregistré ou non (F5)</translation>
    </message>
    <message>
        <source>End rehearsal</source>
        <translation>Arrêter la simulation</translation>
    </message>
    <message>
        <source>Let all be well again in Practice</source>
        <translation>Rétablir le bon fonctionnement de l’entraînement</translation>
    </message>
    <message>
        <source>&amp;Rehearse a fault…</source>
        <translation>&amp;Simuler une panne…</translation>
    </message>
    <message>
        <source>See what a mistake or an outage looks like, here in Practice</source>
        <translation>Voir à quoi ressemble une erreur ou une panne, ici dans l’entraînement</translation>
    </message>
    <message>
        <source>What changed since the last good test</source>
        <translation>Ce qui a changé depuis le dernier bon test</translation>
    </message>
    <message>
        <source>Steps of the connection test</source>
        <translation>Étapes du test de connexion</translation>
    </message>
    <message>
        <source>Test a&amp;gain</source>
        <translation>Tester à &amp;nouveau</translation>
    </message>
    <message>
        <source>Test this step again, after those that it needs</source>
        <translation>Tester à nouveau cette étape, après celles dont elle a besoin</translation>
    </message>
    <message>
        <source>Copy what this step says</source>
        <translation>Copier ce que dit cette étape</translation>
    </message>
    <message>
        <source>What this step found</source>
        <translation>Ce que cette étape a trouvé</translation>
    </message>
    <message>
        <source>A&amp;ccept the new environment…</source>
        <translation>Accepter le nouvel en&amp;vironnement…</translation>
    </message>
    <message>
        <source>The environment was replaced on purpose: recognise the one that answers from now on</source>
        <translation>L’environnement a été remplacé exprès&#xa0;: reconnaître désormais celui qui répond</translation>
    </message>
    <message>
        <source>Copy a report for a support ticket: steps, versions, request ids; no secret, people masked</source>
        <translation>Copier un rapport pour une demande de support&#xa0;: étapes, versions, ID de requête&#xa0;; aucun secret, personnes masquées</translation>
    </message>
    <message>
        <source>Save the report as text or JSON</source>
        <translation>Enregistrer le rapport en texte ou en JSON</translation>
    </message>
    <message>
        <source>Report:</source>
        <translation>Rapport :</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare with another integration</source>
        <translation>Comparer avec une autre intégration</translation>
    </message>
    <message>
        <source>&amp;Compare with</source>
        <translation>&amp;Comparer avec</translation>
    </message>
    <message>
        <source>The other integration</source>
        <translation>L’autre intégration</translation>
    </message>
    <message>
        <source>&amp;Tick all that is new or different</source>
        <translation>Cocher &amp;tout ce qui est nouveau ou différent</translation>
    </message>
    <message>
        <source>What is different in the other integration</source>
        <translation>Ce qui est différent dans l’autre intégration</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>Ce qui est différent</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Run the plan</source>
        <translation>Exécuter le plan</translation>
    </message>
    <message>
        <source>How many changes there are</source>
        <translation>Combien de changements il y a</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Plus</translation>
    </message>
    <message>
        <source>More options of the run</source>
        <translation>Plus d’options de l’exécution</translation>
    </message>
    <message>
        <source>&amp;Guard against changes meanwhile:</source>
        <translation>Protéger des chan&amp;gements survenus entre-temps&#xa0;:</translation>
    </message>
    <message>
        <source>Guard against changes meanwhile</source>
        <translation>Protéger des changements survenus entre-temps</translation>
    </message>
    <message>
        <source>&amp;Ask Didomi again before contact is permitted</source>
        <translation>&amp;Redemander à Didomi avant d’autoriser le contact</translation>
    </message>
    <message>
        <source>Do not run custom &amp;logic</source>
        <translation>Ne pas exécuter la &amp;logique personnalisée</translation>
    </message>
    <message>
        <source>Do not start &amp;flows</source>
        <translation>Ne pas démarrer les &amp;flux</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>Integration</source>
        <translation>Intégration</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Acme EU</source>
        <translation>Acme EU</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Dynamics 365</source>
        <translation>Dynamics 365</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instance</translation>
    </message>
    <message>
        <source>acme.crm4.dynamics.com</source>
        <translation>acme.crm4.dynamics.com</translation>
    </message>
    <message>
        <source>Tenant id</source>
        <translation>ID de locataire</translation>
    </message>
    <message>
        <source>Directory (tenant) ID of the app registration</source>
        <translation>ID de l’annuaire (locataire) de l’inscription d’application</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>ID client</translation>
    </message>
    <message>
        <source>Application (client) ID of the app registration</source>
        <translation>ID d’application (client) de l’inscription d’application</translation>
    </message>
    <message>
        <source>Didomi</source>
        <translation>Didomi</translation>
    </message>
    <message>
        <source>Organization id</source>
        <translation>ID de l’organisation</translation>
    </message>
    <message>
        <source>Key id</source>
        <translation>ID de la clé</translation>
    </message>
    <message>
        <source>Id of the private API key</source>
        <translation>ID de la clé d’API privée</translation>
    </message>
    <message>
        <source>Key secret</source>
        <translation>Secret de la clé</translation>
    </message>
    <message>
        <source>Finding the contact</source>
        <translation>Trouver le contact</translation>
    </message>
    <message>
        <source>Find contacts by</source>
        <translation>Trouver par</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Column to find contacts by</source>
        <translation>Colonne par laquelle trouver les contacts</translation>
    </message>
    <message>
        <source>No contact found</source>
        <translation>Aucun contact trouvé</translation>
    </message>
    <message>
        <source>Create the contact (upsert mode)</source>
        <translation>Créer le contact (upsert)</translation>
    </message>
    <message>
        <source>Create the contact when none is found</source>
        <translation>Créer le contact quand il n’y en a pas</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Réglages avancés</translation>
    </message>
    <message>
        <source>Show advanced settings</source>
        <translation>Montrer les réglages avancés</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>Réglementation</translation>
    </message>
    <message>
        <source>Didomi API address</source>
        <translation>Adresse de l’API Didomi</translation>
    </message>
    <message>
        <source>Sign-in host</source>
        <translation>Hôte de connexion</translation>
    </message>
    <message>
        <source>Web API version</source>
        <translation>Version de l’API web</translation>
    </message>
    <message>
        <source>Ask Didomi every</source>
        <translation>Interroger Didomi toutes les</translation>
    </message>
    <message>
        <source>Seconds between two looks for changed consents</source>
        <translation>Secondes entre deux recherches de consentements modifiés</translation>
    </message>
</context>
<context>
    <name>CredentialForm</name>
    <message>
        <source>Sign in with</source>
        <translation>Se connecter avec</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret client</translation>
    </message>
    <message>
        <source>It ends on</source>
        <translation>Expire le</translation>
    </message>
    <message>
        <source>Day on which the client secret ends</source>
        <translation>Jour où le secret client expire</translation>
    </message>
    <message>
        <source>New secret…</source>
        <translation>Nouveau secret…</translation>
    </message>
    <message>
        <source>Enter a new secret beside the one in use, test it, then switch</source>
        <translation>Saisir un nouveau secret à côté de celui qui sert, le tester, puis en changer</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Nouveau secret</translation>
    </message>
    <message>
        <source>New client secret</source>
        <translation>Nouveau secret client</translation>
    </message>
    <message>
        <source>Day on which the new client secret ends</source>
        <translation>Jour où le nouveau secret client expire</translation>
    </message>
    <message>
        <source>Test it</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Test the connection with the new secret</source>
        <translation>Tester la connexion avec le nouveau secret</translation>
    </message>
    <message>
        <source>Switch to it</source>
        <translation>Adopter</translation>
    </message>
    <message>
        <source>Put the new secret into the place of the one in use</source>
        <translation>Mettre le nouveau secret à la place de celui qui sert</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Empty the second slot</source>
        <translation>Vider le second emplacement</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Fichier de certificat</translation>
    </message>
    <message>
        <source>PEM or PFX file with its private key</source>
        <translation>Fichier PEM ou PFX avec sa clé privée</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Choose the certificate’s file</source>
        <translation>Choisir le fichier du certificat</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Passphrase of the certificate file</source>
        <translation>Phrase secrète du fichier de certificat</translation>
    </message>
</context>
<context>
    <name>EventDialog</name>
    <message>
        <source>Consent event</source>
        <translation>Événement de consentement</translation>
    </message>
    <message>
        <source>JSON of the consent event</source>
        <translation>JSON de l’événement de consentement</translation>
    </message>
</context>
<context>
    <name>ExpiryDialog</name>
    <message>
        <source>What expires</source>
        <translation>Ce qui expire</translation>
    </message>
    <message>
        <source>Secrets and certificates, soonest first</source>
        <translation>Secrets et certificats, les plus proches de leur fin d’abord</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Intégration</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>Expire le</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Reste</translation>
    </message>
</context>
<context>
    <name>FinderPanel</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
</context>
<context>
    <name>FurtherUserDialog</name>
    <message>
        <source>Further application user</source>
        <translation>Autre utilisateur d’application</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Name of the application user</source>
        <translation>Nom de l’utilisateur d’application</translation>
    </message>
    <message>
        <source>What you call it; may stay empty</source>
        <translation>Comment vous l’appelez ; peut rester vide</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Facultatif</translation>
    </message>
    <message>
        <source>Cl&amp;ient id</source>
        <translation>ID cl&amp;ient</translation>
    </message>
    <message>
        <source>Client id of the further application user</source>
        <translation>ID client de l’autre utilisateur d’application</translation>
    </message>
    <message>
        <source>Of an app registration that is an application user of the same environment</source>
        <translation>D’une inscription d’application qui est utilisateur d’application du même environnement</translation>
    </message>
    <message>
        <source>Application (client) ID of the app registration</source>
        <translation>ID d’application (client) de l’inscription d’application</translation>
    </message>
    <message>
        <source>Sign in &amp;with</source>
        <translation>Se connecter &amp;avec</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Se connecter avec</translation>
    </message>
    <message>
        <source>How this app registration proves who it is</source>
        <translation>Comment cette inscription d’application prouve son identité</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>&amp;Secret client</translation>
    </message>
    <message>
        <source>Client secret of the further application user</source>
        <translation>Secret client de l’autre utilisateur d’application</translation>
    </message>
    <message>
        <source>The secret’s value; never written to a file</source>
        <translation>La valeur du secret ; jamais écrite dans un fichier</translation>
    </message>
    <message>
        <source>Show or hide: client secret of the further application user</source>
        <translation>Montrer ou masquer : secret client de l’autre utilisateur d’application</translation>
    </message>
    <message>
        <source>Show what you typed</source>
        <translation>Montrer ce que vous avez saisi</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>Ce&amp;rtificat</translation>
    </message>
    <message>
        <source>Certificate file of the further application user</source>
        <translation>Fichier de certificat de l’autre utilisateur d’application</translation>
    </message>
    <message>
        <source>PEM or PFX file with the certificate and its private key</source>
        <translation>Fichier PEM ou PFX avec le certificat et sa clé privée</translation>
    </message>
    <message>
        <source>Choose the certificate file</source>
        <translation>Choisir le fichier de certificat</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase secrète</translation>
    </message>
    <message>
        <source>Passphrase of the certificate</source>
        <translation>Phrase secrète du certificat</translation>
    </message>
    <message>
        <source>Empty when the file needs none; never written to a file</source>
        <translation>Vide si le fichier n’en demande pas ; jamais écrite dans un fichier</translation>
    </message>
    <message>
        <source>It ends on</source>
        <translation>Expire le</translation>
    </message>
    <message>
        <source>Day on which the client secret of the further application user ends</source>
        <translation>Jour de fin du secret client de l’utilisateur d’application supplémentaire</translation>
    </message>
    <message>
        <source>The date that Entra ID shows beside the secret; you are reminded in time</source>
        <translation>La date qu’Entra ID affiche à côté du secret ; vous êtes prévenu à temps</translation>
    </message>
</context>
<context>
    <name>FurtherUsersForm</name>
    <message>
        <source>Further users</source>
        <translation>Autres utilisateurs</translation>
    </message>
    <message>
        <source>Further application users</source>
        <translation>Autres utilisateurs d’application</translation>
    </message>
    <message>
        <source>App registrations that write beside the one above when many rows are written</source>
        <translation>Inscriptions d’application qui écrivent à côté de celle ci-dessus quand beaucoup de lignes sont écrites</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>ID client</translation>
    </message>
    <message>
        <source>Add a user…</source>
        <translation>Ajouter un utilisateur…</translation>
    </message>
    <message>
        <source>Add a further application user</source>
        <translation>Ajouter un autre utilisateur d’application</translation>
    </message>
    <message>
        <source>Add one more app registration, which has a limit of its own</source>
        <translation>Ajouter une inscription d’application de plus, qui a sa propre limite</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Change the chosen application user</source>
        <translation>Modifier l’utilisateur d’application choisi</translation>
    </message>
    <message>
        <source>Change the chosen user’s name, client id or credential</source>
        <translation>Modifier le nom, l’ID client ou le moyen de connexion de l’utilisateur choisi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove the chosen application user</source>
        <translation>Retirer l’utilisateur d’application choisi</translation>
    </message>
    <message>
        <source>Let the chosen user take part no more; its secret is forgotten when you save</source>
        <translation>Ne plus faire participer l’utilisateur choisi ; son secret est oublié à l’enregistrement</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Earlier plans and runs</source>
        <translation>Plans et exécutions antérieurs</translation>
    </message>
    <message>
        <source>Find a person by their whole id</source>
        <translation>Trouver une personne par son ID entier</translation>
    </message>
    <message>
        <source>Find the plans of a person</source>
        <translation>Trouver les plans d’une personne</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Erase this person…</source>
        <translation>Effacer cette personne…</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import an integration</source>
        <translation>Importer une intégration</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Environment of the imported integration</source>
        <translation>Environnement de l’intégration importée</translation>
    </message>
</context>
<context>
    <name>JsonPanel</name>
    <message>
        <source>Didomi’s JSON of the integration</source>
        <translation>JSON Didomi de l’intégration</translation>
    </message>
    <message>
        <source>What is kept in this program and not in the JSON</source>
        <translation>Ce qui est gardé dans ce programme et pas dans le JSON</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Kept beside</source>
        <translation>Gardé à côté</translation>
    </message>
</context>
<context>
    <name>LivePanel</name>
    <message>
        <source>Live</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>Start watchin&amp;g</source>
        <translation>&amp;Suivre en direct</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Suspe&amp;ndre</translation>
    </message>
    <message>
        <source>&amp;Dry run: show, do not write</source>
        <translation>Si&amp;mulation&#xa0;: montrer sans écrire</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Where consents come from: polling, webhooks, files</source>
        <translation>D’où viennent les consentements&#xa0;: interrogation, webhooks, fichiers</translation>
    </message>
    <message>
        <source>Where consents come from</source>
        <translation>D’où viennent les consentements</translation>
    </message>
    <message>
        <source>Mas&amp;k people</source>
        <translation>Mas&amp;quer les personnes</translation>
    </message>
    <message>
        <source>Show people so that they can be recognised, not contacted</source>
        <translation>Montrer les personnes de façon à pouvoir les reconnaître, pas les contacter</translation>
    </message>
    <message>
        <source>Clea&amp;r</source>
        <translation>Vide&amp;r</translation>
    </message>
    <message>
        <source>Empty the list but for what is in work; what waits is kept</source>
        <translation>Vider la liste, sauf ce qui est en cours&#xa0;; ce qui attend est gardé</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Mis de côté</translation>
    </message>
    <message>
        <source>Show only these outcomes</source>
        <translation>Montrer seulement ces résultats</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter the live feed</source>
        <translation>Filtrer le direct</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Consents as they arrived</source>
        <translation>Les consentements à leur arrivée</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Réessa&amp;yer</translation>
    </message>
    <message>
        <source>Send the chosen one on its way again</source>
        <translation>Remettre en route celui qui est choisi</translation>
    </message>
    <message>
        <source>Try a&amp;ll again</source>
        <translation>&amp;Tout réessayer</translation>
    </message>
    <message>
        <source>Send everything that is parked on its way again</source>
        <translation>Remettre en route tout ce qui est mis de côté</translation>
    </message>
    <message>
        <source>Parked consents</source>
        <translation>Consentements mis de côté</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Fermer les détails</translation>
    </message>
</context>
<context>
    <name>LiveSourcesDialog</name>
    <message>
        <source>Where consents come from</source>
        <translation>D’où viennent les consentements</translation>
    </message>
    <message>
        <source>Ask Didomi who changed</source>
        <translation>Demander à Didomi qui a changé</translation>
    </message>
    <message>
        <source>&amp;Look for changes in Didomi</source>
        <translation>&amp;Chercher les changements dans Didomi</translation>
    </message>
    <message>
        <source>Ever&amp;y</source>
        <translation>&amp;Toutes les</translation>
    </message>
    <message>
        <source>Let made-up people change their &amp;minds</source>
        <translation>Faire changer d’avis des personnes &amp;inventées</translation>
    </message>
    <message>
        <source>Receive Didomi’s webhooks</source>
        <translation>Recevoir les webhooks de Didomi</translation>
    </message>
    <message>
        <source>Listen for &amp;webhooks</source>
        <translation>Écouter les &amp;webhooks</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Senders prove who they are by</source>
        <translation>Les &amp;expéditeurs prouvent leur identité par</translation>
    </message>
    <message>
        <source>Client &amp;id</source>
        <translation>I&amp;D client</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Jeton</translation>
    </message>
    <message>
        <source>Show what you typed</source>
        <translation>Montrer ce que vous avez saisi</translation>
    </message>
    <message>
        <source>Show or hide the secret</source>
        <translation>Montrer ou masquer le secret</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>Make up a new one that nobody can guess, and copy it</source>
        <translation>En générer un nouveau que personne ne peut deviner, et le copier</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>Ce&amp;rtificat</translation>
    </message>
    <message>
        <source>Choose the certificate’s file</source>
        <translation>Choisir le fichier du certificat</translation>
    </message>
    <message>
        <source>Its private &amp;key</source>
        <translation>Sa clé &amp;privée</translation>
    </message>
    <message>
        <source>Choose the key’s file</source>
        <translation>Choisir le fichier de la clé</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Consent Bridge</source>
        <translation>Consent Bridge</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Intégrations</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>Start a new integration</source>
        <translation>Commencer une nouvelle intégration</translation>
    </message>
    <message>
        <source>New integration</source>
        <translation>Nouvelle intégration</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Import Didomi’s JSON of an integration</source>
        <translation>Importer le JSON Didomi d’une intégration</translation>
    </message>
    <message>
        <source>Import an integration</source>
        <translation>Importer une intégration</translation>
    </message>
    <message>
        <source>Remove this integration</source>
        <translation>Supprimer cette intégration</translation>
    </message>
    <message>
        <source>Unlock writing</source>
        <translation>Déverrouiller l’écriture</translation>
    </message>
    <message>
        <source>This is a production environment: pushing is locked until you unlock it, for this session only.</source>
        <translation>C’est un environnement de production&#xa0;: l’envoi est verrouillé jusqu’à ce que vous le déverrouilliez, pour cette session seulement.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Go back to what is saved</source>
        <translation>Revenir à ce qui est enregistré</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Enre&amp;gistrer</translation>
    </message>
    <message>
        <source>Save this integration</source>
        <translation>Enregistrer cette intégration</translation>
    </message>
    <message>
        <source>Link Didomi to Dynamics 365</source>
        <translation>Relier Didomi à Dynamics 365</translation>
    </message>
    <message>
        <source>Consent Bridge proves that both ends work, shows what every consent will do before it does it, and carries consents into your contacts.</source>
        <translation>Consent Bridge prouve que les deux côtés fonctionnent, montre ce que fera chaque consentement avant qu’il ne le fasse, et porte les consentements dans vos contacts.</translation>
    </message>
    <message>
        <source>Try it in Practice</source>
        <translation>Essayer dans l’environnement d’entraînement</translation>
    </message>
    <message>
        <source>Open the built-in practice environment: nothing leaves this computer</source>
        <translation>Ouvrir l’environnement d’entraînement intégré&#xa0;: rien ne quitte cet ordinateur</translation>
    </message>
    <message>
        <source>Import Didomi’s JSON…</source>
        <translation>Importer le JSON de Didomi…</translation>
    </message>
    <message>
        <source>This integration’s file cannot be read</source>
        <translation>Le fichier de cette intégration ne peut pas être lu</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Montrer le dossier</translation>
    </message>
    <message>
        <source>Pages of the integration</source>
        <translation>Pages de l’intégration</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show what expires, and when</source>
        <translation>Afficher ce qui expire, et quand</translation>
    </message>
</context>
<context>
    <name>MappingEditor</name>
    <message>
        <source>Fix</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Didomi value</source>
        <translation>Valeur Didomi</translation>
    </message>
    <message>
        <source>Dataverse column</source>
        <translation>Colonne Dataverse</translation>
    </message>
    <message>
        <source>Row of</source>
        <translation>Ligne de</translation>
    </message>
    <message>
        <source>Table that the column points to</source>
        <translation>Table vers laquelle pointe la colonne</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Trouvée par</translation>
    </message>
    <message>
        <source>How the row that the column points to is found</source>
        <translation>Comment est trouvée la ligne vers laquelle pointe la colonne</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>Given writes yes, refused writes no</source>
        <translation>Donné écrit oui, refusé écrit non</translation>
    </message>
    <message>
        <source>Given writes no, refused writes yes</source>
        <translation>Donné écrit non, refusé écrit oui</translation>
    </message>
    <message>
        <source>Which picked value becomes which option</source>
        <translation>Quelle valeur choisie devient quelle option</translation>
    </message>
</context>
<context>
    <name>MappingsPage</name>
    <message>
        <source>&amp;Add</source>
        <translation>A&amp;jouter</translation>
    </message>
    <message>
        <source>Add a mapping (Ins)</source>
        <translation>Ajouter une correspondance (Inser)</translation>
    </message>
    <message>
        <source>Duplicate this mapping</source>
        <translation>Dupliquer cette correspondance</translation>
    </message>
    <message>
        <source>Delete this mapping</source>
        <translation>Supprimer cette correspondance</translation>
    </message>
    <message>
        <source>Delete this mapping (Del)</source>
        <translation>Supprimer cette correspondance (Suppr)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter mappings</source>
        <translation>Filtrer les correspondances</translation>
    </message>
    <message>
        <source>&amp;Load columns</source>
        <translation>Charger &amp;les colonnes</translation>
    </message>
    <message>
        <source>Ask both ends for columns, purposes and preferences</source>
        <translation>Demander aux deux côtés les colonnes, finalités et préférences</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>JSO&amp;N</translation>
    </message>
    <message>
        <source>Show the mappings as Didomi’s JSON</source>
        <translation>Montrer les correspondances en JSON de Didomi</translation>
    </message>
    <message>
        <source>No mappings yet</source>
        <translation>Pas encore de correspondance</translation>
    </message>
    <message>
        <source>Add the first mapping</source>
        <translation>Ajouter la première correspondance</translation>
    </message>
    <message>
        <source>Load columns and purposes</source>
        <translation>Charger colonnes et finalités</translation>
    </message>
    <message>
        <source>Mappings</source>
        <translation>Correspondances</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>S&amp;uggest…</source>
        <translation>Suggé&amp;rer…</translation>
    </message>
    <message>
        <source>Mappings that may be missing, guessed from names</source>
        <translation>Correspondances qui manquent peut-être, devinées d’après les noms</translation>
    </message>
    <message>
        <source>&amp;Who matches?</source>
        <translation>&amp;Qui correspond&#xa0;?</translation>
    </message>
    <message>
        <source>How many of Didomi’s users find no contact, one or several</source>
        <translation>Combien d’utilisateurs de Didomi trouvent aucun contact, un seul ou plusieurs</translation>
    </message>
    <message>
        <source>Lis&amp;ts</source>
        <translation>Lis&amp;tes</translation>
    </message>
    <message>
        <source>Show what there is to map beside the grid</source>
        <translation>Montrer à côté de la grille ce qui peut être mis en correspondance</translation>
    </message>
    <message>
        <source>C&amp;ompare…</source>
        <translation>C&amp;omparer…</translation>
    </message>
    <message>
        <source>What another integration maps differently, and take it over</source>
        <translation>Ce qu’une autre intégration met en correspondance autrement, pour le reprendre</translation>
    </message>
    <message>
        <source>&amp;Rows…</source>
        <translation>Ligne&amp;s…</translation>
    </message>
    <message>
        <source>Which table, how a person’s row is found, and what new rows get</source>
        <translation>Quelle table, comment la ligne d’une personne est trouvée, et ce que reçoivent les nouvelles lignes</translation>
    </message>
</context>
<context>
    <name>MatchDialog</name>
    <message>
        <source>Who finds a row?</source>
        <translation>Qui trouve une ligne&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Look at the first</source>
        <translation>Examiner &amp;les premiers</translation>
    </message>
    <message>
        <source>How many Didomi users to look at</source>
        <translation>Combien d’utilisateurs Didomi examiner</translation>
    </message>
    <message>
        <source>Show &amp;ids</source>
        <translation>Afficher les &amp;ID</translation>
    </message>
    <message>
        <source>Show the examples’ ids unmasked: they are personal data</source>
        <translation>Afficher les ID des exemples sans masque&#xa0;: ce sont des données personnelles</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>Read these users and look for their rows; nothing is written</source>
        <translation>Lire ces utilisateurs et chercher leurs lignes&#xa0;; rien n’est écrit</translation>
    </message>
    <message>
        <source>Users looked at</source>
        <translation>Utilisateurs examinés</translation>
    </message>
    <message>
        <source>How many users find none, one or several rows</source>
        <translation>Combien d’utilisateurs trouvent aucune ligne, une seule ou plusieurs</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>Trouve</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
</context>
<context>
    <name>NetworkForm</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Host and port</source>
        <translation>Hôte et port</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>Hôte du proxy</translation>
    </message>
    <message>
        <source>proxy.example.com</source>
        <translation>proxy.example.com</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port du proxy</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>User name at the proxy</source>
        <translation>Nom d’utilisateur pour le proxy</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Mot de passe pour le proxy</translation>
    </message>
    <message>
        <source>Own authorities</source>
        <translation>Autorités propres</translation>
    </message>
    <message>
        <source>File of certificate authorities to trust</source>
        <translation>Fichier d’autorités de certification de confiance</translation>
    </message>
    <message>
        <source>PEM file to trust beside the system’s</source>
        <translation>Fichier PEM, en plus des autorités du système</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Choose a file of certificate authorities</source>
        <translation>Choisir un fichier d’autorités de certification</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Find a person</source>
        <translation>Chercher une personne</translation>
    </message>
    <message>
        <source>&amp;Search for</source>
        <translation>C&amp;hercher</translation>
    </message>
    <message>
        <source>A part of a name, an e-mail address or an id</source>
        <translation>Une partie d’un nom, d’une adresse e-mail ou d’un ID</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Trouver</translation>
    </message>
    <message>
        <source>Looks in Didomi for exactly this id, and in Dynamics for names, addresses and ids that contain it</source>
        <translation>Cherche dans Didomi exactement cet ID, et dans Dynamics les noms, adresses et ID qui le contiennent</translation>
    </message>
    <message>
        <source>&amp;Newest consent</source>
        <translation>&amp;Consentement le plus récent</translation>
    </message>
    <message>
        <source>Takes whoever changed something in Didomi last; all users are read for that</source>
        <translation>Prend la dernière personne qui a changé quelque chose dans Didomi&#xa0;; tous les utilisateurs sont lus pour cela</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>People who were found</source>
        <translation>Personnes trouvées</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Id in Didomi</source>
        <translation>ID dans Didomi</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Trouvée par</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Push</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>What happens to each column</source>
        <translation>Ce qui arrive à chaque colonne</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>Copy the request as a shell command; the token stands as $TOKEN</source>
        <translation>Copier la requête comme commande shell&#xa0;; le jeton y figure comme $TOKEN</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Copier comme curl</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Copy the request as HTTP text</source>
        <translation>Copier la requête comme texte HTTP</translation>
    </message>
    <message>
        <source>Copy as HTTP</source>
        <translation>Copier comme HTTP</translation>
    </message>
    <message>
        <source>The literal request</source>
        <translation>La requête telle quelle</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Pers&amp;on</source>
        <translation>Pers&amp;onne</translation>
    </message>
    <message>
        <source>Person: organization_user_id</source>
        <translation>Personne&#xa0;: organization_user_id</translation>
    </message>
    <message>
        <source>Previe&amp;w</source>
        <translation>&amp;Voir l’aperçu</translation>
    </message>
    <message>
        <source>Show what this consent would do (Enter)</source>
        <translation>Montrer ce que ferait ce consentement (Entrée)</translation>
    </message>
    <message>
        <source>Event…</source>
        <translation>Événement…</translation>
    </message>
    <message>
        <source>Use a consent event instead: open a file or paste its JSON</source>
        <translation>Utiliser plutôt un événement de consentement&#xa0;: ouvrir un fichier ou coller son JSON</translation>
    </message>
    <message>
        <source>Use a consent event</source>
        <translation>Utiliser un événement de consentement</translation>
    </message>
    <message>
        <source>See what a consent will do before it does it</source>
        <translation>Voir ce que fera un consentement avant qu’il ne le fasse</translation>
    </message>
    <message>
        <source>Preparing the preview</source>
        <translation>Préparation de l’aperçu</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy what went wrong</source>
        <translation>Copier ce qui n’a pas marché</translation>
    </message>
    <message>
        <source>Fi&amp;nd…</source>
        <translation>C&amp;hercher…</translation>
    </message>
    <message>
        <source>Find somebody by name, address or id, or whoever changed something last</source>
        <translation>Chercher quelqu’un par nom, adresse ou ID, ou la dernière personne qui a changé quelque chose</translation>
    </message>
</context>
<context>
    <name>RehearsalDialog</name>
    <message>
        <source>Rehearse a fault</source>
        <translation>Simuler une panne</translation>
    </message>
    <message>
        <source>Search: secret, certificate, slow…</source>
        <translation>Chercher&#xa0;: secret, certificat, lent…</translation>
    </message>
    <message>
        <source>Search the faults</source>
        <translation>Chercher parmi les pannes</translation>
    </message>
    <message>
        <source>Faults that can be rehearsed</source>
        <translation>Pannes qui peuvent être simulées</translation>
    </message>
    <message>
        <source>What goes wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>Step that shows it</source>
        <translation>Étape qui le montre</translation>
    </message>
</context>
<context>
    <name>ResyncPage</name>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Examiner</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Dismiss what is said above the page</source>
        <translation>Fermer le message affiché au-dessus de la page</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>Close this plan and choose again whom the resync is about; the plan is kept</source>
        <translation>Fermer ce plan et choisir à nouveau sur qui porte la resynchronisation&#xa0;; le plan est gardé</translation>
    </message>
    <message>
        <source>Mas&amp;k people</source>
        <translation>Mas&amp;quer les personnes</translation>
    </message>
    <message>
        <source>Show people so that they can be recognised, not contacted</source>
        <translation>Montrer les personnes de façon à pouvoir les reconnaître, pas les contacter</translation>
    </message>
    <message>
        <source>R&amp;un…</source>
        <translation>E&amp;xécuter…</translation>
    </message>
    <message>
        <source>The plan is being opened…</source>
        <translation>Le plan est en cours d’ouverture…</translation>
    </message>
    <message>
        <source>The plan is being opened</source>
        <translation>Le plan est en cours d’ouverture</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>Rée&amp;ssayer</translation>
    </message>
    <message>
        <source>Open the plan again</source>
        <translation>Ouvrir à nouveau le plan</translation>
    </message>
    <message>
        <source>C&amp;opy the details</source>
        <translation>C&amp;opier les détails</translation>
    </message>
    <message>
        <source>Copy the details of the plan’s problem</source>
        <translation>Copier les détails du problème du plan</translation>
    </message>
    <message>
        <source>&amp;Tick all shown</source>
        <translation>Cocher &amp;tout ce qui est affiché</translation>
    </message>
    <message>
        <source>U&amp;ntick all shown</source>
        <translation>Décoc&amp;her tout ce qui est affiché</translation>
    </message>
    <message>
        <source>Show only this reason</source>
        <translation>Afficher seulement cette raison</translation>
    </message>
    <message>
        <source>Search a person</source>
        <translation>Chercher une personne</translation>
    </message>
    <message>
        <source>Search a person in the plan</source>
        <translation>Chercher une personne dans le plan</translation>
    </message>
    <message>
        <source>People of the plan</source>
        <translation>Personnes du plan</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Show everybody of the plan again</source>
        <translation>Afficher à nouveau toutes les personnes du plan</translation>
    </message>
    <message>
        <source>What is written for who is selected</source>
        <translation>Ce qui est écrit pour la personne sélectionnée</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <source>Pa&amp;use</source>
        <translation>Suspe&amp;ndre</translation>
    </message>
    <message>
        <source>Cance&amp;l…</source>
        <translation>Interro&amp;mpre…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>People per second</source>
        <translation>Personnes par seconde</translation>
    </message>
    <message>
        <source>What became of them</source>
        <translation>Ce que les personnes sont devenues</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
</context>
<context>
    <name>ScopeForm</name>
    <message>
        <source>Whom</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Every&amp;body</source>
        <translation>Tout le &amp;monde</translation>
    </message>
    <message>
        <source>Some pe&amp;ople</source>
        <translation>Certaines pers&amp;onnes</translation>
    </message>
    <message>
        <source>organization_user_id, one a line</source>
        <translation>organization_user_id, un par ligne</translation>
    </message>
    <message>
        <source>Ids of the people</source>
        <translation>ID des personnes</translation>
    </message>
    <message>
        <source>Read a &amp;list…</source>
        <translation>Lire une &amp;liste…</translation>
    </message>
    <message>
        <source>Read a list of people from a file</source>
        <translation>Lire une liste de personnes dans un fichier</translation>
    </message>
    <message>
        <source>A text file with one id a line, or a CSV file with a column organization_user_id</source>
        <translation>Un fichier texte avec un ID par ligne, ou un fichier CSV avec une colonne organization_user_id</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Forget the list that was read</source>
        <translation>Oublier la liste qui a été lue</translation>
    </message>
    <message>
        <source>Who chan&amp;ged anything since</source>
        <translation>Qui a changé quelque c&amp;hose depuis</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Depuis quand</translation>
    </message>
    <message>
        <source>Since which day and time</source>
        <translation>Depuis quel jour et quelle heure</translation>
    </message>
    <message>
        <source>Who &amp;was not written in</source>
        <translation>Qui n’a pas été écrit dans</translation>
    </message>
    <message>
        <source>In which resync</source>
        <translation>Dans quelle resynchronisation</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Seulement</translation>
    </message>
    <message>
        <source>Who ma&amp;de a choice about one of these purposes</source>
        <translation>&amp;Qui a fait un choix sur l’une de ces finalités</translation>
    </message>
    <message>
        <source>Purposes</source>
        <translation>Finalités</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>&amp;Under the regulation</source>
        <translation>&amp;Sous la réglementation</translation>
    </message>
    <message>
        <source>Under the regulation</source>
        <translation>Sous la réglementation</translation>
    </message>
    <message>
        <source>Who &amp;needs a change, or has a problem</source>
        <translation>Qui a &amp;besoin d’un changement, ou a un problème</translation>
    </message>
    <message>
        <source>Who stands in Dynamics as Didomi says is left out of the plan, but counted</source>
        <translation>Les personnes pour qui Dynamics dit déjà ce que dit Didomi sont laissées hors du plan, mais comptées</translation>
    </message>
    <message>
        <source>From</source>
        <translation>D’après</translation>
    </message>
    <message>
        <source>Didomi, as it knows &amp;them now</source>
        <translation>Didomi, &amp;tel qu’il les connaît maintenant</translation>
    </message>
    <message>
        <source>E&amp;xport files of Didomi</source>
        <translation>Fichiers d’e&amp;xport de Didomi</translation>
    </message>
    <message>
        <source>Export files and folders</source>
        <translation>Fichiers et dossiers d’export</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove the selected files</source>
        <translation>Retirer les fichiers sélectionnés</translation>
    </message>
    <message>
        <source>Ma&amp;ke the plan</source>
        <translation>Faire le pla&amp;n</translation>
    </message>
    <message>
        <source>Reads, compares, and shows what would be written; nothing is written yet</source>
        <translation>Lit, compare, et montre ce qui serait écrit&#xa0;; rien n’est encore écrit</translation>
    </message>
    <message>
        <source>Open a plan…</source>
        <translation>Ouvrir un plan…</translation>
    </message>
    <message>
        <source>A plan that was made before, here or by a colleague</source>
        <translation>Un plan fait auparavant, ici ou par un collègue</translation>
    </message>
</context>
<context>
    <name>SuggestDialog</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Suggested mappings</source>
        <translation>Correspondances suggérées</translation>
    </message>
    <message>
        <source>Didomi value</source>
        <translation>Valeur Didomi</translation>
    </message>
    <message>
        <source>Dataverse column</source>
        <translation>Colonne Dataverse</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Ressemblance</translation>
    </message>
</context>
<context>
    <name>TargetDialog</name>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Finding rows</source>
        <translation>Trouver les lignes</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Table</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>&amp;Found by</source>
        <translation>Trouvées &amp;par</translation>
    </message>
    <message>
        <source>How rows are found</source>
        <translation>Comment les lignes sont trouvées</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Clé</translation>
    </message>
    <message>
        <source>Alternate key</source>
        <translation>Clé alternative</translation>
    </message>
    <message>
        <source>Holds the &amp;id</source>
        <translation>Contient l’&amp;ID</translation>
    </message>
    <message>
        <source>Column that holds the id</source>
        <translation>Colonne qui contient l’ID</translation>
    </message>
    <message>
        <source>Other columns</source>
        <translation>Autres colonnes</translation>
    </message>
    <message>
        <source>The id</source>
        <translation>L’ID</translation>
    </message>
    <message>
        <source>New rows</source>
        <translation>Nouvelles lignes</translation>
    </message>
    <message>
        <source>&amp;Make a row for people who have none</source>
        <translation>Cré&amp;er une ligne pour les personnes qui n’en ont pas</translation>
    </message>
    <message>
        <source>What such a row gets beside what is mapped</source>
        <translation>Ce que reçoit une telle ligne en plus de ce qui est mis en correspondance</translation>
    </message>
    <message>
        <source>Columns of new rows and what they get</source>
        <translation>Colonnes des nouvelles lignes et ce qu’elles reçoivent</translation>
    </message>
    <message>
        <source>&amp;Add a column</source>
        <translation>&amp;Ajouter une colonne</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Contact points</source>
        <translation>Points de contact</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>The sandbox could not make a certificate.</source>
        <translation>Le bac à sable n’a pas pu faire de certificat.</translation>
    </message>
</context>
<context>
    <name>TransformList</name>
    <message>
        <source>What becomes of the text on its way</source>
        <translation>Ce que devient le texte en chemin</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Ajouter une étape</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>A text to try the steps with</source>
        <translation>Un texte pour essayer les étapes</translation>
    </message>
    <message>
        <source>→</source>
        <translation>→</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The server at the environment&apos;s address does not offer this.</source>
        <translation>Le serveur à l’adresse de l’environnement ne propose pas cela.</translation>
    </message>
    <message>
        <source>Nothing has to be done if it is not Microsoft Dataverse. If it is, check the environment&apos;s address.</source>
        <translation>Rien n’est à faire si ce n’est pas Microsoft Dataverse. Si c’est lui, vérifiez l’adresse de l’environnement.</translation>
    </message>
</context>
<context>
    <name>bridge::FurtherUsers</name>
    <message>
        <source>It belongs to another organization of Dynamics 365.</source>
        <translation>Il appartient à une autre organisation de Dynamics 365.</translation>
    </message>
    <message>
        <source>Add its app registration to this environment as an application user.</source>
        <translation>Ajoutez son inscription d’application à cet environnement comme utilisateur d’application.</translation>
    </message>
    <message>
        <source>In Dynamics 365 it is the same user as another one.</source>
        <translation>Dans Dynamics 365, c’est le même utilisateur qu’un autre.</translation>
    </message>
    <message>
        <source>Enter an app registration that has an application user of its own, or remove this one.</source>
        <translation>Saisissez une inscription d’application qui a son propre utilisateur d’application, ou retirez celui-ci.</translation>
    </message>
    <message>
        <source>It may do less than the first application user: %1.</source>
        <translation>Il a moins de droits que le premier utilisateur d’application : %1.</translation>
    </message>
    <message>
        <source>Give it the same security roles in the Power Platform admin center, or remove it from the connection.</source>
        <translation>Donnez-lui les mêmes rôles de sécurité dans le centre d’administration Power Platform, ou retirez-le de la connexion.</translation>
    </message>
</context>
<context>
    <name>bridge::Link</name>
    <message>
        <source>Nothing says where to sign in for %1.</source>
        <translation>Rien ne dit où se connecter pour %1.</translation>
    </message>
    <message>
        <source>Enter the sign-in host (authority) in the options.</source>
        <translation>Saisissez l’hôte de connexion (autorité) dans les options.</translation>
    </message>
    <message>
        <source>The Didomi organization id is missing.</source>
        <translation>L’ID de l’organisation Didomi manque.</translation>
    </message>
    <message>
        <source>Copy it from the address of the Didomi Console.</source>
        <translation>Copiez-le depuis l’adresse de la Console Didomi.</translation>
    </message>
    <message>
        <source>The id of the Didomi private API key is missing.</source>
        <translation>L’ID de la clé d’API privée Didomi manque.</translation>
    </message>
    <message>
        <source>Create a key in the Didomi Console under Settings → Private API keys.</source>
        <translation>Créez une clé dans la Console Didomi, sous Settings → Private API keys.</translation>
    </message>
    <message>
        <source>The proxy’s host is missing.</source>
        <translation>L’hôte du proxy manque.</translation>
    </message>
    <message>
        <source>Enter its host and port, or use the system’s proxy.</source>
        <translation>Saisissez son hôte et son port, ou utilisez le proxy du système.</translation>
    </message>
    <message>
        <source>The proxy’s port must be between 1 and 65,535.</source>
        <translation>Le port du proxy doit être compris entre 1 et 65&#xa0;535.</translation>
    </message>
    <message>
        <source>Further application user %1: %2</source>
        <translation>Autre utilisateur d’application %1 : %2</translation>
    </message>
    <message>
        <source>First application user %1: %2</source>
        <translation>Premier utilisateur d’application %1 : %2</translation>
    </message>
</context>
<context>
    <name>bridge::Secrets</name>
    <message>
        <source>No client secret has been entered.</source>
        <translation>Aucun secret client n’a été saisi.</translation>
    </message>
    <message>
        <source>Enter the secret&apos;s value from Entra ID → App registrations → Certificates &amp; secrets.</source>
        <translation>Saisissez la valeur du secret, depuis Entra ID → Inscriptions d’applications → Certificats et secrets.</translation>
    </message>
    <message>
        <source>No secret of the Didomi key has been entered.</source>
        <translation>Aucun secret de la clé Didomi n’a été saisi.</translation>
    </message>
    <message>
        <source>Enter the key&apos;s secret from the Didomi Console → Settings → Private API keys.</source>
        <translation>Saisissez le secret de la clé, depuis la Console Didomi → Settings → Private API keys.</translation>
    </message>
</context>
<context>
    <name>bridge::Surroundings</name>
    <message>
        <source>Dynamics 365: %1</source>
        <translation>Dynamics 365&#xa0;: %1</translation>
    </message>
    <message>
        <source>Didomi: %1</source>
        <translation>Didomi&#xa0;: %1</translation>
    </message>
    <message>
        <source>Dynamics 365: this environment has no table of consents (%1), so the Current mode cannot be used.</source>
        <translation>Dynamics 365&#xa0;: cet environnement n’a pas de table de consentements (%1)&#xa0;; le mode Current ne peut donc pas être utilisé.</translation>
    </message>
    <message>
        <source>Install Customer Insights - Journeys in this environment, or use the Legacy mode.</source>
        <translation>Installez Customer Insights - Journeys dans cet environnement, ou utilisez le mode Legacy.</translation>
    </message>
</context>
<context>
    <name>catalogue::Dataverse</name>
    <message>
        <source>The application is not a user of this environment.</source>
        <translation>L’application n’est pas un utilisateur de cet environnement.</translation>
    </message>
    <message>
        <source>In the Power Platform admin center, add the app registration as an application user of this environment and give it a security role.</source>
        <translation>Dans le centre d’administration Power Platform, ajoutez l’inscription d’application comme utilisateur d’application de cet environnement et donnez-lui un rôle de sécurité.</translation>
    </message>
    <message>
        <source>The application user is disabled in this environment, or has no business unit.</source>
        <translation>L’utilisateur d’application est désactivé dans cet environnement, ou n’a pas de division.</translation>
    </message>
    <message>
        <source>Activate the application user in the Power Platform admin center.</source>
        <translation>Activez l’utilisateur d’application dans le centre d’administration Power Platform.</translation>
    </message>
    <message>
        <source>The application user is disabled in this environment.</source>
        <translation>L’utilisateur d’application est désactivé dans cet environnement.</translation>
    </message>
    <message>
        <source>The application user has no security role.</source>
        <translation>L’utilisateur d’application n’a aucun rôle de sécurité.</translation>
    </message>
    <message>
        <source>Give the application user a security role that may read and write the table.</source>
        <translation>Donnez à l’utilisateur d’application un rôle de sécurité qui peut lire et écrire la table.</translation>
    </message>
    <message>
        <source>Dataverse asks for a license that the user does not have.</source>
        <translation>Dataverse demande une licence que l’utilisateur n’a pas.</translation>
    </message>
    <message>
        <source>Check that the account is an application user; those need no license.</source>
        <translation>Vérifiez que le compte est un utilisateur d’application&#xa0;; il n’en a pas besoin.</translation>
    </message>
    <message>
        <source>The environment is disabled.</source>
        <translation>L’environnement est désactivé.</translation>
    </message>
    <message>
        <source>Ask the environment&apos;s administrator to enable it again.</source>
        <translation>Demandez à l’administrateur de l’environnement de le réactiver.</translation>
    </message>
    <message>
        <source>The environment is in administration mode: only administrators get in.</source>
        <translation>L’environnement est en mode d’administration&#xa0;: seuls les administrateurs y entrent.</translation>
    </message>
    <message>
        <source>Wait until the environment&apos;s administrator ends administration mode.</source>
        <translation>Attendez que l’administrateur de l’environnement quitte le mode d’administration.</translation>
    </message>
    <message>
        <source>The access token has expired.</source>
        <translation>Le jeton d’accès a expiré.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, then test the connection again.</source>
        <translation>Vérifiez l’horloge de cet ordinateur, puis testez à nouveau la connexion.</translation>
    </message>
    <message>
        <source>The application user lacks a privilege.</source>
        <translation>Il manque un privilège à l’utilisateur d’application.</translation>
    </message>
    <message>
        <source>Add the privilege named in the details to a security role of the application user.</source>
        <translation>Ajoutez le privilège nommé dans les détails à un rôle de sécurité de l’utilisateur d’application.</translation>
    </message>
    <message>
        <source>The application user may not do this to this row.</source>
        <translation>L’utilisateur d’application n’a pas le droit de faire cela à cette ligne.</translation>
    </message>
    <message>
        <source>Give its security role organization-wide access to the table.</source>
        <translation>Donnez à son rôle de sécurité l’accès à la table pour toute l’organisation.</translation>
    </message>
    <message>
        <source>The application user, or the row&apos;s owner, lacks a privilege.</source>
        <translation>Il manque un privilège à l’utilisateur d’application, ou au propriétaire de la ligne.</translation>
    </message>
    <message>
        <source>Check the security roles of both; the privilege is named in the details.</source>
        <translation>Vérifiez les rôles de sécurité des deux&#xa0;; le privilège est nommé dans les détails.</translation>
    </message>
    <message>
        <source>Dataverse&apos;s security refused the access.</source>
        <translation>La sécurité de Dataverse a refusé l’accès.</translation>
    </message>
    <message>
        <source>Check the application user&apos;s security roles and column security profiles.</source>
        <translation>Vérifiez les rôles de sécurité et les profils de sécurité de colonne de l’utilisateur d’application.</translation>
    </message>
    <message>
        <source>A column is secured: the application user may not fill it in a new row.</source>
        <translation>Une colonne est sécurisée&#xa0;: l’utilisateur d’application ne peut pas la remplir dans une nouvelle ligne.</translation>
    </message>
    <message>
        <source>Add the application user to a column security profile that allows creating.</source>
        <translation>Ajoutez l’utilisateur d’application à un profil de sécurité de colonne qui permet la création.</translation>
    </message>
    <message>
        <source>A column is secured: the application user may not change it.</source>
        <translation>Une colonne est sécurisée&#xa0;: l’utilisateur d’application ne peut pas la modifier.</translation>
    </message>
    <message>
        <source>Add the application user to a column security profile that allows updating.</source>
        <translation>Ajoutez l’utilisateur d’application à un profil de sécurité de colonne qui permet la mise à jour.</translation>
    </message>
    <message>
        <source>The application user may not act on behalf of another user.</source>
        <translation>L’utilisateur d’application ne peut pas agir au nom d’un autre utilisateur.</translation>
    </message>
    <message>
        <source>Give its security role the privilege prvActOnBehalfOfAnotherUser.</source>
        <translation>Donnez à son rôle de sécurité le privilège prvActOnBehalfOfAnotherUser.</translation>
    </message>
    <message>
        <source>The row does not exist in Dataverse.</source>
        <translation>La ligne n’existe pas dans Dataverse.</translation>
    </message>
    <message>
        <source>It may have been deleted in the meantime; look the person up again.</source>
        <translation>Elle a peut-être été supprimée entre-temps&#xa0;; recherchez à nouveau la personne.</translation>
    </message>
    <message>
        <source>No row has this value in the alternate key.</source>
        <translation>Aucune ligne n’a cette valeur dans la clé alternative.</translation>
    </message>
    <message>
        <source>Check the value, or look the person up by another column.</source>
        <translation>Vérifiez la valeur, ou cherchez la personne par une autre colonne.</translation>
    </message>
    <message>
        <source>Several rows have this value in the alternate key.</source>
        <translation>Plusieurs lignes ont cette valeur dans la clé alternative.</translation>
    </message>
    <message>
        <source>Remove the duplicates in Dynamics, then try again.</source>
        <translation>Supprimez les doublons dans Dynamics, puis réessayez.</translation>
    </message>
    <message>
        <source>The match column is not an alternate key of this table.</source>
        <translation>La colonne de recherche n’est pas une clé alternative de cette table.</translation>
    </message>
    <message>
        <source>Match by column search, or have an alternate key defined on the column and wait until it is active.</source>
        <translation>Cherchez dans la colonne, ou faites définir une clé alternative sur cette colonne et attendez qu’elle soit active.</translation>
    </message>
    <message>
        <source>Another row already has this value in an alternate key.</source>
        <translation>Une autre ligne a déjà cette valeur dans une clé alternative.</translation>
    </message>
    <message>
        <source>Find the other row in Dynamics (the details may name it) and decide which of the two is right.</source>
        <translation>Trouvez l’autre ligne dans Dynamics (les détails peuvent la nommer) et décidez laquelle des deux est la bonne.</translation>
    </message>
    <message>
        <source>A row with this id or unique value is already there.</source>
        <translation>Il existe déjà une ligne avec cet ID ou cette valeur unique.</translation>
    </message>
    <message>
        <source>Find the other row in Dynamics and decide which of the two is right.</source>
        <translation>Trouvez l’autre ligne dans Dynamics et décidez laquelle des deux est la bonne.</translation>
    </message>
    <message>
        <source>The value is already taken: a column of the table must be unique.</source>
        <translation>La valeur est déjà prise&#xa0;: une colonne de la table doit être unique.</translation>
    </message>
    <message>
        <source>A duplicate detection rule of the environment found a similar row.</source>
        <translation>Une règle de détection des doublons de l’environnement a trouvé une ligne semblable.</translation>
    </message>
    <message>
        <source>Merge the rows in Dynamics, or change the rule.</source>
        <translation>Fusionnez les lignes dans Dynamics, ou modifiez la règle.</translation>
    </message>
    <message>
        <source>Somebody else changed the row in the meantime.</source>
        <translation>Quelqu’un d’autre a modifié la ligne entre-temps.</translation>
    </message>
    <message>
        <source>Read the row again, then decide.</source>
        <translation>Relisez la ligne, puis décidez.</translation>
    </message>
    <message>
        <source>The table does not support writes that depend on the row&apos;s version.</source>
        <translation>La table n’accepte pas les écritures qui dépendent de la version de la ligne.</translation>
    </message>
    <message>
        <source>Switch optimistic concurrency on for the table.</source>
        <translation>Activez l’accès concurrentiel optimiste pour la table.</translation>
    </message>
    <message>
        <source>The row is inactive and cannot be changed.</source>
        <translation>La ligne est inactive et ne peut pas être modifiée.</translation>
    </message>
    <message>
        <source>Activate the row in Dynamics, or leave it out.</source>
        <translation>Activez la ligne dans Dynamics, ou laissez-la de côté.</translation>
    </message>
    <message>
        <source>Dataverse could not make sense of the address or of a column in it.</source>
        <translation>Dataverse n’a pas compris l’adresse ou une colonne qu’elle contient.</translation>
    </message>
    <message>
        <source>A column of the mapping may have been renamed or removed: load the columns again.</source>
        <translation>Une colonne des correspondances a peut-être été renommée ou supprimée&#xa0;: rechargez les colonnes.</translation>
    </message>
    <message>
        <source>The environment does not know this table.</source>
        <translation>L’environnement ne connaît pas cette table.</translation>
    </message>
    <message>
        <source>Check the table&apos;s name and the environment&apos;s address.</source>
        <translation>Vérifiez le nom de la table et l’adresse de l’environnement.</translation>
    </message>
    <message>
        <source>The environment does not have this table.</source>
        <translation>L’environnement n’a pas cette table.</translation>
    </message>
    <message>
        <source>Check the table&apos;s name, then load the columns again.</source>
        <translation>Vérifiez le nom de la table, puis rechargez les colonnes.</translation>
    </message>
    <message>
        <source>The table does not have this column.</source>
        <translation>La table n’a pas cette colonne.</translation>
    </message>
    <message>
        <source>The column may have been removed since it was mapped: load the columns again and correct the mapping.</source>
        <translation>La colonne a peut-être été supprimée depuis&#xa0;: rechargez les colonnes et corrigez la correspondance.</translation>
    </message>
    <message>
        <source>Dataverse could not read the values: a column does not exist or takes another type.</source>
        <translation>Dataverse n’a pas pu lire les valeurs&#xa0;: une colonne n’existe pas ou attend un autre type.</translation>
    </message>
    <message>
        <source>Load the columns again and correct the mapping.</source>
        <translation>Rechargez les colonnes et corrigez la correspondance.</translation>
    </message>
    <message>
        <source>Dataverse did not accept a value.</source>
        <translation>Dataverse n’a pas accepté une valeur.</translation>
    </message>
    <message>
        <source>Look at the details, then correct the mapping.</source>
        <translation>Regardez les détails, puis corrigez la correspondance.</translation>
    </message>
    <message>
        <source>A required column has no value.</source>
        <translation>Une colonne obligatoire n’a pas de valeur.</translation>
    </message>
    <message>
        <source>Map the column named in the details, or give it a default in Dynamics.</source>
        <translation>Ajoutez une correspondance pour la colonne nommée dans les détails, ou donnez-lui une valeur par défaut dans Dynamics.</translation>
    </message>
    <message>
        <source>A text is longer than its column allows.</source>
        <translation>Un texte est plus long que ce que permet sa colonne.</translation>
    </message>
    <message>
        <source>Make the column longer in Dynamics, or map to another one.</source>
        <translation>Allongez la colonne dans Dynamics, ou choisissez-en une autre.</translation>
    </message>
    <message>
        <source>A whole number is outside the range of its column.</source>
        <translation>Un nombre entier sort de la plage de sa colonne.</translation>
    </message>
    <message>
        <source>Load the columns again to see the range, then correct the mapping.</source>
        <translation>Rechargez les colonnes pour voir la plage, puis corrigez la correspondance.</translation>
    </message>
    <message>
        <source>A number is outside the range of its column.</source>
        <translation>Un nombre sort de la plage de sa colonne.</translation>
    </message>
    <message>
        <source>The column does not have this option.</source>
        <translation>La colonne n’a pas cette option.</translation>
    </message>
    <message>
        <source>The options have changed: load the columns again and correct the mapping&apos;s values.</source>
        <translation>Les options ont changé&#xa0;: rechargez les colonnes et corrigez les valeurs de la correspondance.</translation>
    </message>
    <message>
        <source>Dataverse did not accept a date: its form is wrong or it is before 1753.</source>
        <translation>Dataverse n’a pas accepté une date&#xa0;: sa forme est fausse ou elle est antérieure à 1753.</translation>
    </message>
    <message>
        <source>Check whether the column takes a date alone or a date with a time.</source>
        <translation>Vérifiez si la colonne attend une date seule ou une date avec heure.</translation>
    </message>
    <message>
        <source>A text holds characters that Dataverse does not take.</source>
        <translation>Un texte contient des caractères que Dataverse n’accepte pas.</translation>
    </message>
    <message>
        <source>Remove control characters from the value in Didomi.</source>
        <translation>Retirez les caractères de contrôle de la valeur dans Didomi.</translation>
    </message>
    <message>
        <source>This status does not belong to the row&apos;s state.</source>
        <translation>Cette raison du statut n’appartient pas à l’état de la ligne.</translation>
    </message>
    <message>
        <source>Choose a status reason of the state that the row has.</source>
        <translation>Choisissez une raison du statut qui convient à l’état de la ligne.</translation>
    </message>
    <message>
        <source>An amount of money needs the row&apos;s currency.</source>
        <translation>Un montant a besoin de la devise de la ligne.</translation>
    </message>
    <message>
        <source>Set the currency of the row in Dynamics, or do not map to a money column.</source>
        <translation>Définissez la devise de la ligne dans Dynamics, ou n’utilisez pas de colonne monétaire.</translation>
    </message>
    <message>
        <source>A plug-in or workflow of the environment refused the write.</source>
        <translation>Un plug-in ou un workflow de l’environnement a refusé l’écriture.</translation>
    </message>
    <message>
        <source>Its own words are in the details; ask whoever made it.</source>
        <translation>Ses propres mots sont dans les détails&#xa0;; demandez à son auteur.</translation>
    </message>
    <message>
        <source>A plug-in of the environment took too long.</source>
        <translation>Un plug-in de l’environnement a pris trop de temps.</translation>
    </message>
    <message>
        <source>Try again later; if it stays, ask whoever made the plug-in.</source>
        <translation>Réessayez plus tard&#xa0;; si cela persiste, demandez à l’auteur du plug-in.</translation>
    </message>
    <message>
        <source>Dataverse met an unexpected error.</source>
        <translation>Dataverse a rencontré une erreur inattendue.</translation>
    </message>
    <message>
        <source>Try again later; give the request id to Microsoft&apos;s support if it stays.</source>
        <translation>Réessayez plus tard&#xa0;; si cela persiste, donnez l’ID de requête au support de Microsoft.</translation>
    </message>
    <message>
        <source>Dataverse&apos;s database failed; with number 1205 two writes were in each other&apos;s way.</source>
        <translation>La base de données de Dataverse a échoué&#xa0;; avec le numéro 1205, deux écritures se sont gênées.</translation>
    </message>
    <message>
        <source>Try again; send fewer requests at once if it stays.</source>
        <translation>Réessayez&#xa0;; si cela persiste, envoyez moins de requêtes à la fois.</translation>
    </message>
    <message>
        <source>Dataverse&apos;s database took too long.</source>
        <translation>La base de données de Dataverse a pris trop de temps.</translation>
    </message>
    <message>
        <source>Try again later; an index on the match column helps searches.</source>
        <translation>Réessayez plus tard&#xa0;; un index sur la colonne de recherche aide.</translation>
    </message>
    <message>
        <source>Somebody else is using the row right now.</source>
        <translation>Quelqu’un d’autre utilise la ligne en ce moment.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Dataverse&apos;s database is busy with the same row.</source>
        <translation>La base de données de Dataverse est occupée avec la même ligne.</translation>
    </message>
    <message>
        <source>The mark up to which changes were read is too old.</source>
        <translation>Le repère jusqu’auquel les modifications ont été lues est trop ancien.</translation>
    </message>
    <message>
        <source>Read everything again once.</source>
        <translation>Relisez tout une fois.</translation>
    </message>
    <message>
        <source>Dataverse asks to slow down: our requests took too much of its time.</source>
        <translation>Dataverse demande de ralentir&#xa0;: nos requêtes lui ont pris trop de temps.</translation>
    </message>
    <message>
        <source>Try again in some minutes, with fewer requests at once.</source>
        <translation>Réessayez dans quelques minutes, avec moins de requêtes à la fois.</translation>
    </message>
    <message>
        <source>Dataverse asks to slow down: too many requests in five minutes.</source>
        <translation>Dataverse demande de ralentir&#xa0;: trop de requêtes en cinq minutes.</translation>
    </message>
    <message>
        <source>Try again in some minutes.</source>
        <translation>Réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <source>Dataverse asks to slow down: too many requests at once.</source>
        <translation>Dataverse demande de ralentir&#xa0;: trop de requêtes à la fois.</translation>
    </message>
    <message>
        <source>Dataverse&apos;s database is at its limit.</source>
        <translation>La base de données de Dataverse est à sa limite.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Réessayez plus tard.</translation>
    </message>
    <message>
        <source>The environment&apos;s storage is full.</source>
        <translation>Le stockage de l’environnement est plein.</translation>
    </message>
    <message>
        <source>Free or buy storage in the Power Platform admin center.</source>
        <translation>Libérez ou achetez du stockage dans le centre d’administration Power Platform.</translation>
    </message>
    <message>
        <source>The address leads to another one (a sign-in page, as it seems), not to Dataverse&apos;s Web API.</source>
        <translation>L’adresse renvoie vers une autre (une page de connexion, semble-t-il), pas vers l’API web de Dataverse.</translation>
    </message>
    <message>
        <source>Check the environment&apos;s address: it is the one that the browser shows in Dynamics.</source>
        <translation>Vérifiez l’adresse de l’environnement&#xa0;: c’est celle que le navigateur montre dans Dynamics.</translation>
    </message>
    <message>
        <source>Dataverse did not accept the sign-in.</source>
        <translation>Dataverse n’a pas accepté la connexion.</translation>
    </message>
    <message>
        <source>Check the tenant, the client id and the environment&apos;s address, then test the connection again.</source>
        <translation>Vérifiez le locataire, l’ID client et l’adresse de l’environnement, puis testez à nouveau la connexion.</translation>
    </message>
    <message>
        <source>Dataverse did not allow this.</source>
        <translation>Dataverse ne l’a pas permis.</translation>
    </message>
    <message>
        <source>Check the security roles of the application user; a secured column also needs a column security profile.</source>
        <translation>Vérifiez les rôles de sécurité de l’utilisateur d’application&#xa0;; une colonne sécurisée demande aussi un profil de sécurité de colonne.</translation>
    </message>
    <message>
        <source>Dataverse does not have what was asked for.</source>
        <translation>Dataverse n’a pas ce qui a été demandé.</translation>
    </message>
    <message>
        <source>Check the environment&apos;s address and the table&apos;s name.</source>
        <translation>Vérifiez l’adresse de l’environnement et le nom de la table.</translation>
    </message>
    <message>
        <source>Dataverse gave up waiting for the request.</source>
        <translation>Dataverse a cessé d’attendre la requête.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>Dataverse refused the write, because the row is not in the expected state.</source>
        <translation>Dataverse a refusé l’écriture, parce que la ligne n’est pas dans l’état attendu.</translation>
    </message>
    <message>
        <source>The request is too large for Dataverse.</source>
        <translation>La requête est trop grande pour Dataverse.</translation>
    </message>
    <message>
        <source>Map fewer or shorter values.</source>
        <translation>Mettez en correspondance des valeurs moins nombreuses ou plus courtes.</translation>
    </message>
    <message>
        <source>Dataverse asks to slow down.</source>
        <translation>Dataverse demande de ralentir.</translation>
    </message>
    <message>
        <source>Dataverse failed to answer (HTTP %1).</source>
        <translation>Dataverse n’a pas pu répondre (HTTP %1).</translation>
    </message>
    <message>
        <source>Try again later; Microsoft&apos;s service health page tells about outages.</source>
        <translation>Réessayez plus tard&#xa0;; la page d’état des services de Microsoft annonce les pannes.</translation>
    </message>
    <message>
        <source>Dataverse refused the request (HTTP %1).</source>
        <translation>Dataverse a refusé la requête (HTTP %1).</translation>
    </message>
    <message>
        <source>Its own words are in the details.</source>
        <translation>Ses propres mots sont dans les détails.</translation>
    </message>
    <message>
        <source>The role System Administrator cannot be taken from the last user who has it.</source>
        <translation>Le rôle Administrateur système ne peut pas être retiré au dernier utilisateur qui l’a.</translation>
    </message>
    <message>
        <source>Give the role to another user first.</source>
        <translation>Donnez d’abord le rôle à un autre utilisateur.</translation>
    </message>
    <message>
        <source>The role System Administrator cannot be taken from an administrator of the tenant.</source>
        <translation>Le rôle Administrateur système ne peut pas être retiré à un administrateur du locataire.</translation>
    </message>
    <message>
        <source>Ask the tenant&apos;s administrator to end that user&apos;s role in Microsoft Entra ID first.</source>
        <translation>Demandez à l’administrateur du locataire de mettre d’abord fin au rôle de cet utilisateur dans Microsoft Entra ID.</translation>
    </message>
    <message>
        <source>Dataverse does not know a column or a property of the request.</source>
        <translation>Dataverse ne connaît pas une colonne ou une propriété de la requête.</translation>
    </message>
    <message>
        <source>Its own words name it: load the columns again and correct the mapping.</source>
        <translation>Ses propres mots la nomment&#xa0;: rechargez les colonnes et corrigez la correspondance.</translation>
    </message>
    <message>
        <source>Try again in some minutes; other programs may be using the same application user.</source>
        <translation>Réessayez dans quelques minutes&#xa0;; d’autres programmes utilisent peut-être le même utilisateur d’application.</translation>
    </message>
</context>
<context>
    <name>catalogue::Didomi</name>
    <message>
        <source>The address leads to another one, not to Didomi&apos;s API.</source>
        <translation>L’adresse renvoie vers une autre, pas vers l’API de Didomi.</translation>
    </message>
    <message>
        <source>Check Didomi&apos;s API address; it usually is https://api.didomi.io/v1.</source>
        <translation>Vérifiez l’adresse de l’API de Didomi&#xa0;; c’est en général https://api.didomi.io/v1.</translation>
    </message>
    <message>
        <source>Didomi did not accept the session, not even a new one.</source>
        <translation>Didomi n’a pas accepté la session, pas même une nouvelle.</translation>
    </message>
    <message>
        <source>Check in Didomi&apos;s console that the private API key is still enabled.</source>
        <translation>Vérifiez dans la console de Didomi que la clé d’API privée est toujours active.</translation>
    </message>
    <message>
        <source>Didomi does not allow this to the private API key: the feature is not in the contract, or the organization is another one.</source>
        <translation>Didomi ne permet pas cela à la clé d’API privée&#xa0;: la fonction n’est pas dans le contrat, ou l’organisation est une autre.</translation>
    </message>
    <message>
        <source>Check the organization id, and ask Didomi whether the Consents API is part of the contract.</source>
        <translation>Vérifiez l’ID de l’organisation, et demandez à Didomi si l’API Consents fait partie du contrat.</translation>
    </message>
    <message>
        <source>Didomi does not have what was asked for.</source>
        <translation>Didomi n’a pas ce qui a été demandé.</translation>
    </message>
    <message>
        <source>Check the organization id and Didomi&apos;s API address.</source>
        <translation>Vérifiez l’ID de l’organisation et l’adresse de l’API de Didomi.</translation>
    </message>
    <message>
        <source>Didomi gave up waiting for the request.</source>
        <translation>Didomi a cessé d’attendre la requête.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>Somebody else changed this in Didomi in the meantime.</source>
        <translation>Quelqu’un d’autre a modifié cela dans Didomi entre-temps.</translation>
    </message>
    <message>
        <source>Read it again, then decide.</source>
        <translation>Relisez, puis décidez.</translation>
    </message>
    <message>
        <source>The request is too large for Didomi.</source>
        <translation>La requête est trop grande pour Didomi.</translation>
    </message>
    <message>
        <source>Send less at once.</source>
        <translation>Envoyez-en moins à la fois.</translation>
    </message>
    <message>
        <source>Didomi asks to slow down: too many requests for the organization.</source>
        <translation>Didomi demande de ralentir&#xa0;: trop de requêtes pour l’organisation.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>Didomi failed to answer (HTTP %1).</source>
        <translation>Didomi n’a pas pu répondre (HTTP %1).</translation>
    </message>
    <message>
        <source>Try again later; status.didomi.io tells about outages.</source>
        <translation>Réessayez plus tard&#xa0;; status.didomi.io annonce les pannes.</translation>
    </message>
    <message>
        <source>Didomi refused the request (HTTP %1).</source>
        <translation>Didomi a refusé la requête (HTTP %1).</translation>
    </message>
    <message>
        <source>Its own words are in the details.</source>
        <translation>Ses propres mots sont dans les détails.</translation>
    </message>
    <message>
        <source>Didomi does not accept the private API key.</source>
        <translation>Didomi n’accepte pas la clé d’API privée.</translation>
    </message>
    <message>
        <source>Check the key&apos;s id and its secret: both are shown in Didomi&apos;s console under Settings, Private API keys. A disabled key is refused as well.</source>
        <translation>Vérifiez l’ID et le secret de la clé&#xa0;: les deux figurent dans la console de Didomi, sous Settings, Private API keys. Une clé désactivée est refusée aussi.</translation>
    </message>
</context>
<context>
    <name>catalogue::Entra</name>
    <message>
        <source>The app registration was not found or is disabled.</source>
        <translation>L’inscription d’application n’a pas été trouvée ou est désactivée.</translation>
    </message>
    <message>
        <source>In the Microsoft Entra admin center, look under Enterprise applications whether the app exists and is enabled for sign-in.</source>
        <translation>Dans le centre d’administration Microsoft Entra, voyez sous Applications d’entreprise si l’application existe et est activée pour la connexion.</translation>
    </message>
    <message>
        <source>The tenant belongs to another national cloud of Microsoft&apos;s.</source>
        <translation>Le locataire appartient à un autre cloud national de Microsoft.</translation>
    </message>
    <message>
        <source>Set the authority of the cloud that the tenant is in, such as https://login.microsoftonline.us.</source>
        <translation>Définissez l’autorité du cloud où se trouve le locataire, par exemple https://login.microsoftonline.us.</translation>
    </message>
    <message>
        <source>Microsoft Entra ID did not accept the certificate that was used to sign in.</source>
        <translation>Microsoft Entra ID n’a pas accepté le certificat utilisé pour la connexion.</translation>
    </message>
    <message>
        <source>Check that this certificate is uploaded under Certificates &amp; secrets, and that this computer&apos;s clock is right.</source>
        <translation>Vérifiez que ce certificat est déposé sous Certificats et secrets, et que l’horloge de cet ordinateur est juste.</translation>
    </message>
    <message>
        <source>An app cannot sign in to “common”, “organizations” or “consumers”.</source>
        <translation>Une application ne peut pas se connecter à «&#xa0;common&#xa0;», «&#xa0;organizations&#xa0;» ou «&#xa0;consumers&#xa0;».</translation>
    </message>
    <message>
        <source>Enter the Directory (tenant) ID, which the app registration&apos;s overview shows.</source>
        <translation>Saisissez l’ID de l’annuaire (locataire), que montre la vue d’ensemble de l’inscription d’application.</translation>
    </message>
    <message>
        <source>This tenant does not know the Dynamics 365 environment at the instance URL.</source>
        <translation>Ce locataire ne connaît pas l’environnement Dynamics 365 de cette URL d’instance.</translation>
    </message>
    <message>
        <source>Check the instance URL for typing errors, and that the environment belongs to the same tenant as the app registration.</source>
        <translation>Cherchez une faute de frappe dans l’URL d’instance, et vérifiez que l’environnement appartient au même locataire que l’inscription d’application.</translation>
    </message>
    <message>
        <source>The address that a token was asked for is malformed.</source>
        <translation>L’adresse pour laquelle un jeton a été demandé est mal formée.</translation>
    </message>
    <message>
        <source>Enter the instance URL as https://&lt;name&gt;.crm&lt;n&gt;.dynamics.com, without anything after it.</source>
        <translation>Saisissez l’URL d’instance sous la forme https://&lt;nom&gt;.crm&lt;n&gt;.dynamics.com, sans rien derrière.</translation>
    </message>
    <message>
        <source>Microsoft Entra ID says that the sign-in request is incomplete or of a wrong type.</source>
        <translation>Microsoft Entra ID dit que la demande de connexion est incomplète ou d’un mauvais type.</translation>
    </message>
    <message>
        <source>Check that the client ID, client secret and tenant ID are filled in, and that the authority is Microsoft&apos;s.</source>
        <translation>Vérifiez que l’ID client, le secret client et l’ID de locataire sont remplis, et que l’autorité est celle de Microsoft.</translation>
    </message>
    <message>
        <source>A Conditional Access or security policy of the tenant blocks this sign-in.</source>
        <translation>Une stratégie d’accès conditionnel ou de sécurité du locataire bloque cette connexion.</translation>
    </message>
    <message>
        <source>Ask the tenant&apos;s administrator to exclude this app, or the place that it signs in from, from the policy; the sign-in log names it.</source>
        <translation>Demandez à l’administrateur du locataire d’exclure de la stratégie cette application, ou le lieu d’où elle se connecte&#xa0;; le journal des connexions la nomme.</translation>
    </message>
    <message>
        <source>Microsoft Entra ID expected a person to sign in, not an app.</source>
        <translation>Microsoft Entra ID attendait la connexion d’une personne, pas d’une application.</translation>
    </message>
    <message>
        <source>Check that the client ID is that of an app registration with a client secret, and that its permissions were granted.</source>
        <translation>Vérifiez que l’ID client est celui d’une inscription d’application avec un secret client, et que ses autorisations ont été accordées.</translation>
    </message>
    <message>
        <source>Microsoft Entra ID is not available at the moment.</source>
        <translation>Microsoft Entra ID n’est pas disponible en ce moment.</translation>
    </message>
    <message>
        <source>Nothing has to be changed; try again in a few minutes.</source>
        <translation>Rien n’est à changer&#xa0;; réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <source>Microsoft Entra ID did not accept the client ID and client secret.</source>
        <translation>Microsoft Entra ID n’a pas accepté l’ID client et le secret client.</translation>
    </message>
    <message>
        <source>Check both. If in doubt, create a new secret under Certificates &amp; secrets and copy its Value.</source>
        <translation>Vérifiez les deux. En cas de doute, créez un nouveau secret sous Certificats et secrets et copiez sa Valeur.</translation>
    </message>
    <message>
        <source>The client secret is wrong.</source>
        <translation>Le secret client est faux.</translation>
    </message>
    <message>
        <source>Enter the secret&apos;s Value, not its Secret ID. The Value is shown only once: if it is lost, create a new secret.</source>
        <translation>Saisissez la Valeur du secret, pas son ID de secret. La Valeur n’est montrée qu’une fois&#xa0;: si elle est perdue, créez un nouveau secret.</translation>
    </message>
    <message>
        <source>Every client secret of the app registration has expired.</source>
        <translation>Tous les secrets client de l’inscription d’application ont expiré.</translation>
    </message>
    <message>
        <source>The app registration is a public client, which must not use a secret.</source>
        <translation>L’inscription d’application est un client public, qui ne doit pas utiliser de secret.</translation>
    </message>
    <message>
        <source>In the app registration&apos;s Authentication page, turn “Allow public client flows” off and use the Web platform, or use another app registration.</source>
        <translation>Dans la page Authentification de l’inscription d’application, désactivez «&#xa0;Autoriser les flux de clients publics&#xa0;» et utilisez la plateforme Web, ou utilisez une autre inscription d’application.</translation>
    </message>
    <message>
        <source>This tenant has no app with this client ID.</source>
        <translation>Ce locataire n’a pas d’application avec cet ID client.</translation>
    </message>
    <message>
        <source>Compare the Application (client) ID and the Directory (tenant) ID with the app registration&apos;s overview: one of them is wrong, or they do not belong together.</source>
        <translation>Comparez l’ID d’application (client) et l’ID de l’annuaire (locataire) avec la vue d’ensemble de l’inscription d’application&#xa0;: l’un des deux est faux, ou ils ne vont pas ensemble.</translation>
    </message>
    <message>
        <source>An administrator has disabled the app in this tenant.</source>
        <translation>Un administrateur a désactivé l’application dans ce locataire.</translation>
    </message>
    <message>
        <source>In the Microsoft Entra admin center, open the app under Enterprise applications and set “Enabled for users to sign-in” to Yes.</source>
        <translation>Dans le centre d’administration Microsoft Entra, ouvrez l’application sous Applications d’entreprise et mettez «&#xa0;Activé pour que les utilisateurs se connectent&#xa0;» sur Oui.</translation>
    </message>
    <message>
        <source>The app has no enterprise application in this tenant.</source>
        <translation>L’application n’a pas d’application d’entreprise dans ce locataire.</translation>
    </message>
    <message>
        <source>Ask the tenant&apos;s administrator to add the app to the tenant, or check the tenant ID.</source>
        <translation>Demandez à l’administrateur du locataire d’y ajouter l’application, ou vérifiez l’ID de locataire.</translation>
    </message>
    <message>
        <source>There is no such tenant.</source>
        <translation>Il n’y a pas de tel locataire.</translation>
    </message>
    <message>
        <source>Compare the tenant ID with the Directory (tenant) ID of the app registration&apos;s overview. If it is right, the tenant may be in another national cloud, and needs its authority.</source>
        <translation>Comparez l’ID de locataire avec l’ID de l’annuaire (locataire) de la vue d’ensemble de l’inscription d’application. S’il est juste, le locataire est peut-être dans un autre cloud national, et a besoin de son autorité.</translation>
    </message>
    <message>
        <source>The tenant is neither an ID nor a domain name.</source>
        <translation>Le locataire n’est ni un ID ni un nom de domaine.</translation>
    </message>
    <message>
        <source>This tenant does not know the Dynamics 365 environment, or has it disabled.</source>
        <translation>Ce locataire ne connaît pas l’environnement Dynamics 365, ou l’a désactivé.</translation>
    </message>
    <message>
        <source>The tenant has no subscription to the service that a token was asked for.</source>
        <translation>Le locataire n’a pas d’abonnement au service pour lequel un jeton a été demandé.</translation>
    </message>
    <message>
        <source>Check that the instance URL belongs to this tenant, and that its Dynamics 365 or Power Platform subscription is active.</source>
        <translation>Vérifiez que l’URL d’instance appartient à ce locataire, et que son abonnement Dynamics 365 ou Power Platform est actif.</translation>
    </message>
    <message>
        <source>The app registration does not list the service that a token was asked for.</source>
        <translation>L’inscription d’application ne cite pas le service pour lequel un jeton a été demandé.</translation>
    </message>
    <message>
        <source>In the app registration&apos;s API permissions, add Dynamics CRM, or check the instance URL.</source>
        <translation>Dans les API autorisées de l’inscription d’application, ajoutez Dynamics CRM, ou vérifiez l’URL d’instance.</translation>
    </message>
    <message>
        <source>Microsoft Entra ID gets too many requests from this tenant.</source>
        <translation>Microsoft Entra ID reçoit trop de requêtes de ce locataire.</translation>
    </message>
    <message>
        <source>Microsoft Entra ID gets too many requests.</source>
        <translation>Microsoft Entra ID reçoit trop de requêtes.</translation>
    </message>
    <message>
        <source>The answer to the sign-in is not one of Microsoft Entra ID.</source>
        <translation>La réponse à la connexion n’est pas de Microsoft Entra ID.</translation>
    </message>
    <message>
        <source>Check the authority&apos;s address. A proxy or a sign-in page of the network may also have answered in its place.</source>
        <translation>Vérifiez l’adresse de l’autorité. Un proxy ou une page de connexion du réseau a peut-être répondu à sa place.</translation>
    </message>
    <message>
        <source>Enter the authority without a path, such as https://login.microsoftonline.com.</source>
        <translation>Saisissez l’autorité sans chemin, par exemple https://login.microsoftonline.com.</translation>
    </message>
    <message>
        <source>Create a new secret under Certificates &amp; secrets and enter its Value here, or sign in with a certificate.</source>
        <translation>Créez un nouveau secret sous Certificats et secrets et saisissez sa Valeur ici, ou connectez-vous avec un certificat.</translation>
    </message>
    <message>
        <source>Neither a client secret nor a certificate arrived at Microsoft Entra ID.</source>
        <translation>Ni secret client ni certificat n’est arrivé à Microsoft Entra ID.</translation>
    </message>
    <message>
        <source>Enter the secret&apos;s Value, or choose the certificate&apos;s file.</source>
        <translation>Saisissez la Valeur du secret, ou choisissez le fichier du certificat.</translation>
    </message>
    <message>
        <source>Microsoft Entra ID does not let this app sign in to the tenant.</source>
        <translation>Microsoft Entra ID ne laisse pas cette application se connecter au locataire.</translation>
    </message>
    <message>
        <source>Compare the Application (client) ID and the Directory (tenant) ID with the app registration&apos;s overview.</source>
        <translation>Comparez l’ID d’application (client) et l’ID de l’annuaire (locataire) avec la vue d’ensemble de l’inscription d’application.</translation>
    </message>
    <message>
        <source>Microsoft Entra ID refused what the app signs in with.</source>
        <translation>Microsoft Entra ID a refusé ce avec quoi l’application se connecte.</translation>
    </message>
    <message>
        <source>Its own words, under Details, say whether the credential, a missing consent or a policy is the reason.</source>
        <translation>Ses propres mots, sous Détails, disent si la cause est le secret ou le certificat, un consentement manquant ou une stratégie.</translation>
    </message>
    <message>
        <source>The authority&apos;s address leads to another one. It was not followed, because the credential would have gone there.</source>
        <translation>L’adresse de l’autorité renvoie vers une autre. Elle n’a pas été suivie, car le secret ou le certificat y serait parti.</translation>
    </message>
</context>
<context>
    <name>catalogue::Entry</name>
    <message>
        <source>The connection failed with an error that Consent Bridge does not know (%1).</source>
        <translation>La connexion a échoué avec une erreur que Consent Bridge ne connaît pas (%1).</translation>
    </message>
    <message>
        <source>The service gave an error that Consent Bridge does not know (%1).</source>
        <translation>Le service a donné une erreur que Consent Bridge ne connaît pas (%1).</translation>
    </message>
    <message>
        <source>Microsoft Entra ID gave an error that Consent Bridge does not know (%1).</source>
        <translation>Microsoft Entra ID a donné une erreur que Consent Bridge ne connaît pas (%1).</translation>
    </message>
    <message>
        <source>Dataverse gave an error that Consent Bridge does not know (%1).</source>
        <translation>Dataverse a donné une erreur que Consent Bridge ne connaît pas (%1).</translation>
    </message>
    <message>
        <source>Didomi gave an error that Consent Bridge does not know (%1).</source>
        <translation>Didomi a donné une erreur que Consent Bridge ne connaît pas (%1).</translation>
    </message>
    <message>
        <source>Read the server&apos;s own words under Details; its support can look the request up by its ID.</source>
        <translation>Lisez les propres mots du serveur sous Détails&#xa0;; son support peut retrouver la requête par son ID.</translation>
    </message>
</context>
<context>
    <name>catalogue::Http</name>
    <message>
        <source>The service did not accept the sign-in.</source>
        <translation>Le service n’a pas accepté la connexion.</translation>
    </message>
    <message>
        <source>Check the credentials of this integration, then test the connection again.</source>
        <translation>Vérifiez les identifiants de cette intégration, puis testez à nouveau la connexion.</translation>
    </message>
    <message>
        <source>The service did not allow this.</source>
        <translation>Le service ne l’a pas permis.</translation>
    </message>
    <message>
        <source>Check what the application or the key may do there.</source>
        <translation>Vérifiez ce que l’application ou la clé a le droit d’y faire.</translation>
    </message>
    <message>
        <source>The service does not have what was asked for.</source>
        <translation>Le service n’a pas ce qui a été demandé.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>The service does not do this at that address.</source>
        <translation>Le service ne fait pas cela à cette adresse.</translation>
    </message>
    <message>
        <source>The proxy server asks for a sign-in.</source>
        <translation>Le serveur proxy demande une connexion.</translation>
    </message>
    <message>
        <source>Enter the proxy with its user name and password among this integration&apos;s network options.</source>
        <translation>Saisissez le proxy, avec son nom d’utilisateur et son mot de passe, dans les options réseau de cette intégration.</translation>
    </message>
    <message>
        <source>The service gave up waiting for the request.</source>
        <translation>Le service a cessé d’attendre la requête.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime.</source>
        <translation>Quelqu’un d’autre a modifié cela entre-temps.</translation>
    </message>
    <message>
        <source>Read it again, then decide.</source>
        <translation>Relisez, puis décidez.</translation>
    </message>
    <message>
        <source>The service refused the write, because what it changes is not in the expected state.</source>
        <translation>Le service a refusé l’écriture, parce que ce qu’elle modifie n’est pas dans l’état attendu.</translation>
    </message>
    <message>
        <source>The request is too large for the service.</source>
        <translation>La requête est trop grande pour le service.</translation>
    </message>
    <message>
        <source>Send less at once.</source>
        <translation>Envoyez-en moins à la fois.</translation>
    </message>
    <message>
        <source>The service asks to slow down.</source>
        <translation>Le service demande de ralentir.</translation>
    </message>
    <message>
        <source>Nothing has to be changed; try again in some minutes.</source>
        <translation>Rien n’est à changer&#xa0;; réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <source>The service met an error of its own.</source>
        <translation>Le service a rencontré une erreur interne.</translation>
    </message>
    <message>
        <source>Try again later; give the request id to its support if it stays.</source>
        <translation>Réessayez plus tard&#xa0;; si cela persiste, donnez l’ID de requête à son support.</translation>
    </message>
    <message>
        <source>The service does not offer this.</source>
        <translation>Le service ne propose pas cela.</translation>
    </message>
    <message>
        <source>Something in front of the service got no good answer from it.</source>
        <translation>Quelque chose devant le service n’en a pas reçu de bonne réponse.</translation>
    </message>
    <message>
        <source>Try again later. If it stays, a proxy or firewall on the way may be the cause.</source>
        <translation>Réessayez plus tard. Si cela persiste, un proxy ou un pare-feu en chemin en est peut-être la cause.</translation>
    </message>
    <message>
        <source>The service is not available at the moment.</source>
        <translation>Le service n’est pas disponible en ce moment.</translation>
    </message>
    <message>
        <source>Nothing has to be changed; try again in a few minutes.</source>
        <translation>Rien n’est à changer&#xa0;; réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <source>Something in front of the service waited for it in vain.</source>
        <translation>Quelque chose devant le service l’a attendu en vain.</translation>
    </message>
    <message>
        <source>The address leads to another one, and was not followed.</source>
        <translation>L’adresse renvoie vers une autre, et n’a pas été suivie.</translation>
    </message>
    <message>
        <source>The service refused the request (HTTP %1).</source>
        <translation>Le service a refusé la requête (HTTP&#xa0;%1).</translation>
    </message>
    <message>
        <source>Its own words are in the details.</source>
        <translation>Ses propres mots sont dans les détails.</translation>
    </message>
    <message>
        <source>The service failed to answer (HTTP %1).</source>
        <translation>Le service n’a pas pu répondre (HTTP&#xa0;%1).</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Réessayez plus tard.</translation>
    </message>
</context>
<context>
    <name>catalogue::Network</name>
    <message>
        <source>Whoever runs that server has to renew its certificate. If the date seems wrong, check this computer&apos;s clock.</source>
        <translation>Le responsable de ce serveur doit renouveler son certificat. Si la date paraît fausse, vérifiez l’horloge de cet ordinateur.</translation>
    </message>
    <message>
        <source>Check the address for typing errors. If it is right, somebody else may be answering in that server&apos;s place.</source>
        <translation>Cherchez une faute de frappe dans l’adresse. Si elle est juste, quelqu’un d’autre répond peut-être à la place de ce serveur.</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by nobody but itself.</source>
        <translation>Le certificat de %1 n’est signé par personne d’autre que lui-même.</translation>
    </message>
    <message>
        <source>The certificate of %1 comes from an authority that this computer does not know.</source>
        <translation>Le certificat de %1 vient d’une autorité que cet ordinateur ne connaît pas.</translation>
    </message>
    <message>
        <source>The certificate of %1 was withdrawn by its authority.</source>
        <translation>Le certificat de %1 a été révoqué par son autorité.</translation>
    </message>
    <message>
        <source>Whoever runs that server has to replace its certificate.</source>
        <translation>Le responsable de ce serveur doit remplacer son certificat.</translation>
    </message>
    <message>
        <source>%1 showed no certificate.</source>
        <translation>%1 n’a présenté aucun certificat.</translation>
    </message>
    <message>
        <source>Check the address and the port.</source>
        <translation>Vérifiez l’adresse et le port.</translation>
    </message>
    <message>
        <source>Whoever runs that server has to repair its certificate.</source>
        <translation>Le responsable de ce serveur doit réparer son certificat.</translation>
    </message>
    <message>
        <source>There is no server named %1, or its name cannot be looked up now.</source>
        <translation>Il n’y a pas de serveur nommé %1, ou son nom ne peut pas être cherché en ce moment.</translation>
    </message>
    <message>
        <source>Check the address for typing errors and this computer&apos;s connection to the internet.</source>
        <translation>Cherchez une faute de frappe dans l’adresse et vérifiez la connexion de cet ordinateur à Internet.</translation>
    </message>
    <message>
        <source>%1 refuses connections.</source>
        <translation>%1 refuse les connexions.</translation>
    </message>
    <message>
        <source>Check the address and the port. If they are right, the server is not running or a firewall is in the way.</source>
        <translation>Vérifiez l’adresse et le port. S’ils sont justes, le serveur ne tourne pas ou un pare-feu fait obstacle.</translation>
    </message>
    <message>
        <source>%1 closed the connection before it answered.</source>
        <translation>%1 a fermé la connexion avant de répondre.</translation>
    </message>
    <message>
        <source>Try again later. If it happens again and again, check the address and the port; a firewall or proxy may also be cutting connections.</source>
        <translation>Réessayez plus tard. Si cela se répète, vérifiez l’adresse et le port&#xa0;; un pare-feu ou un proxy coupe peut-être aussi les connexions.</translation>
    </message>
    <message>
        <source>No connection to %1 could be made in time.</source>
        <translation>Aucune connexion à %1 n’a pu être établie à temps.</translation>
    </message>
    <message>
        <source>Check whether a firewall is in the way, and try again later.</source>
        <translation>Vérifiez si un pare-feu fait obstacle, et réessayez plus tard.</translation>
    </message>
    <message>
        <source>This computer has lost its connection to the network.</source>
        <translation>Cet ordinateur a perdu sa connexion au réseau.</translation>
    </message>
    <message>
        <source>Try again when it is back.</source>
        <translation>Réessayez quand elle sera revenue.</translation>
    </message>
    <message>
        <source>The proxy server asks for a sign-in before it lets anybody through to %1.</source>
        <translation>Le serveur proxy demande une connexion avant de laisser passer vers %1.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s connection to the internet, its VPN and its firewall.</source>
        <translation>Vérifiez la connexion de cet ordinateur à Internet, son VPN et son pare-feu.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation>Aucune connexion sécurisée à %1 n’a pu être établie.</translation>
    </message>
    <message>
        <source>Check the address and the port. A proxy or firewall that inspects encrypted traffic can also be the cause.</source>
        <translation>Vérifiez l’adresse et le port. Un proxy ou un pare-feu qui inspecte le trafic chiffré peut aussi en être la cause.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost in the middle of the answer.</source>
        <translation>La connexion à %1 a été perdue au milieu de la réponse.</translation>
    </message>
    <message>
        <source>Try again later. If it happens again and again, a firewall or proxy may be cutting connections.</source>
        <translation>Réessayez plus tard. Si cela se répète, un pare-feu ou un proxy coupe peut-être les connexions.</translation>
    </message>
    <message>
        <source>%1 cannot be reached from here.</source>
        <translation>%1 ne peut pas être joint d’ici.</translation>
    </message>
    <message>
        <source>The proxy server could not be used to reach %1.</source>
        <translation>Le serveur proxy n’a pas pu être utilisé pour joindre %1.</translation>
    </message>
    <message>
        <source>Check the proxy among this integration&apos;s network options; if it is the system&apos;s, check it in the system&apos;s network settings.</source>
        <translation>Vérifiez le proxy dans les options réseau de cette intégration&#xa0;; si c’est celui du système, vérifiez-le dans les réglages réseau du système.</translation>
    </message>
    <message>
        <source>Enter the proxy with its user name and password among this integration&apos;s network options, or ask your network&apos;s administrator to let this computer through to %1 without one.</source>
        <translation>Saisissez le proxy, avec son nom d’utilisateur et son mot de passe, dans les options réseau de cette intégration, ou demandez à l’administrateur de votre réseau de laisser passer cet ordinateur vers %1 sans proxy.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation>Le certificat de %1 a expiré.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet.</source>
        <translation>Le certificat de %1 n’est pas encore valable.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock. If it is right, whoever runs that server has to replace its certificate.</source>
        <translation>Vérifiez l’horloge de cet ordinateur. Si elle est juste, le responsable de ce serveur doit remplacer son certificat.</translation>
    </message>
    <message>
        <source>The certificate of %1 was issued for another server.</source>
        <translation>Le certificat de %1 a été délivré pour un autre serveur.</translation>
    </message>
    <message>
        <source>If it is your own server, name a file with its certificate among this integration&apos;s network options, or add it to the certificates that this computer trusts.</source>
        <translation>Si c’est votre propre serveur, nommez un fichier contenant son certificat dans les options réseau de cette intégration, ou ajoutez-le aux certificats auxquels cet ordinateur fait confiance.</translation>
    </message>
    <message>
        <source>If your company inspects encrypted traffic, ask for its root certificate and name its file among this integration&apos;s network options, or add it to the certificates that this computer trusts. Otherwise somebody may be reading along.</source>
        <translation>Si votre entreprise inspecte le trafic chiffré, demandez son certificat racine et nommez son fichier dans les options réseau de cette intégration, ou ajoutez-le aux certificats auxquels cet ordinateur fait confiance. Sinon, quelqu’un lit peut-être en chemin.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be accepted.</source>
        <translation>Le certificat de %1 ne peut pas être accepté.</translation>
    </message>
</context>
<context>
    <name>catalogue::Place</name>
    <message>
        <source>Power Platform admin center → Environments → your environment → Settings → Users + permissions → %1</source>
        <extracomment>%1 is a page of the environment&apos;s settings</extracomment>
        <translation>Centre d’administration Power Platform → Environnements → votre environnement → Paramètres → Utilisateurs + autorisations → %1</translation>
    </message>
    <message>
        <source>Connection page of this integration</source>
        <translation>Page Connexion de cette intégration</translation>
    </message>
    <message>
        <source>Mappings page of this integration</source>
        <translation>Page Correspondances de cette intégration</translation>
    </message>
    <message>
        <source>The settings of this computer and of its network</source>
        <translation>Les réglages de cet ordinateur et de son réseau</translation>
    </message>
    <message>
        <source>Microsoft Entra admin center → App registrations → your application → Overview</source>
        <translation>Centre d’administration Microsoft Entra → Inscriptions d’applications → votre application → Vue d’ensemble</translation>
    </message>
    <message>
        <source>Microsoft Entra admin center → App registrations → your application → Certificates &amp; secrets</source>
        <translation>Centre d’administration Microsoft Entra → Inscriptions d’applications → votre application → Certificats et secrets</translation>
    </message>
    <message>
        <source>Microsoft Entra admin center → Enterprise applications → your application → Properties</source>
        <translation>Centre d’administration Microsoft Entra → Applications d’entreprise → votre application → Propriétés</translation>
    </message>
    <message>
        <source>Microsoft Entra admin center → Overview → Tenant ID</source>
        <translation>Centre d’administration Microsoft Entra → Vue d’ensemble → ID de locataire</translation>
    </message>
    <message>
        <source>Microsoft Entra admin center → Conditional Access → Policies</source>
        <translation>Centre d’administration Microsoft Entra → Accès conditionnel → Stratégies</translation>
    </message>
    <message>
        <source>Power Platform admin center → Environments → your environment → Environment URL</source>
        <translation>Centre d’administration Power Platform → Environnements → votre environnement → URL de l’environnement</translation>
    </message>
    <message>
        <source>Application users</source>
        <translation>Utilisateurs de l’application</translation>
    </message>
    <message>
        <source>Security roles</source>
        <translation>Rôles de sécurité</translation>
    </message>
    <message>
        <source>Power Apps → Tables → your table → Columns</source>
        <translation>Power Apps → Tables → votre table → Colonnes</translation>
    </message>
    <message>
        <source>Power Apps → Tables → your table → Keys</source>
        <translation>Power Apps → Tables → votre table → Clés</translation>
    </message>
    <message>
        <source>Dynamics 365 → the rows of your table</source>
        <translation>Dynamics 365 → les lignes de votre table</translation>
    </message>
    <message>
        <source>Customer Insights – Journeys → Settings → Customer engagement → Compliance profiles</source>
        <translation>Customer Insights – Journeys → Paramètres → Engagement client → Profils de conformité</translation>
    </message>
    <message>
        <source>Didomi Console → Settings → Private API keys</source>
        <translation>Console Didomi → Settings → Private API keys</translation>
    </message>
    <message>
        <source>Didomi Console → Organization; its id stands in the Console&apos;s address</source>
        <translation>Console Didomi → Organization&#xa0;; son ID figure dans l’adresse de la Console</translation>
    </message>
    <message>
        <source>Didomi Console → Data Manager → Purposes</source>
        <translation>Console Didomi → Data Manager → Purposes</translation>
    </message>
    <message>
        <source>Microsoft 365 admin center → Health → Service health</source>
        <translation>Centre d’administration Microsoft 365 → Intégrité → Intégrité du service</translation>
    </message>
    <message>
        <source>Didomi&apos;s status page</source>
        <translation>Page d’état de Didomi</translation>
    </message>
</context>
<context>
    <name>cli::Arguments</name>
    <message>
        <source>Show this help.</source>
        <translation>Afficher cette aide.</translation>
    </message>
    <message>
        <source>Print one JSON document instead of text.</source>
        <translation>Écrire un document JSON au lieu de texte.</translation>
    </message>
    <message>
        <source>The integration: its name, its id or the path of a profile file. It may be left out when there is only one.</source>
        <translation>L’intégration&#xa0;: son nom, son ID ou le chemin d’un fichier de profil. Peut être omis quand il n’y en a qu’une.</translation>
    </message>
    <message>
        <source>The same as NAME.</source>
        <translation>Comme NAME.</translation>
    </message>
    <message>
        <source>The same as NAME, as the path of a profile file.</source>
        <translation>Comme NAME, sous la forme du chemin d’un fichier de profil.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not expected.</source>
        <translation>«&#xa0;%1&#xa0;» n’était pas attendu.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Utilisation&#xa0;: %1</translation>
    </message>
    <message>
        <source>options</source>
        <translation>options</translation>
    </message>
    <message>
        <source>The language of texts, as in &quot;fr&quot;.</source>
        <translation>La langue des textes, comme «&#xa0;fr&#xa0;».</translation>
    </message>
</context>
<context>
    <name>cli::Command</name>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Le fichier %1 ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The file %1 is too large.</source>
        <translation>Le fichier %1 est trop grand.</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Erreur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Détails&#xa0;: %1</translation>
    </message>
    <message>
        <source>Run it with --help to see what is possible.</source>
        <translation>Lancez-le avec --help pour voir ce qui est possible.</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Avertissement&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>cli::ConsentCommand</name>
    <message>
        <source>The person, by organization user id: what Didomi knows of them now.</source>
        <translation>La personne, par son organization user id&#xa0;: ce que Didomi sait d’elle maintenant.</translation>
    </message>
    <message>
        <source>A file with one consent event or webhook payload (JSON); &quot;-&quot; reads standard input.</source>
        <translation>Un fichier avec un événement de consentement ou le contenu d’un webhook (JSON)&#xa0;; «&#xa0;-&#xa0;» lit l’entrée standard.</translation>
    </message>
    <message>
        <source>Say about whom: either --user ID or --event FILE.</source>
        <translation>Dites de qui il s’agit&#xa0;: --user ID ou --event FILE.</translation>
    </message>
    <message>
        <source>The organization user id is empty.</source>
        <translation>L’organization user id est vide.</translation>
    </message>
    <message>
        <source>Earlier writes are not known.</source>
        <translation>Les écritures précédentes ne sont pas connues.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Didomi</source>
        <translation>Didomi</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>would send</source>
        <translation>enverrait</translation>
    </message>
    <message>
        <source>would not send</source>
        <translation>n’enverrait pas</translation>
    </message>
    <message>
        <source>Calculated for</source>
        <translation>Calculé pour</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Parce que</translation>
    </message>
</context>
<context>
    <name>cli::DoctorCommand</name>
    <message>
        <source>Tests an integration and prints what a support desk needs: versions, settings, every step with its request ids, what changed, the last calls. No secret is in it, and people&apos;s addresses are masked.

--json prints: versions, integration, report, changes[], broken_since, last_good_test, calls[].</source>
        <translation>Teste une intégration et écrit ce dont un service de support a besoin&#xa0;: versions, réglages, chaque étape avec ses ID de requête, ce qui a changé, les derniers appels. Aucun secret n’y figure, et les adresses des personnes sont masquées.

--json écrit&#xa0;: versions, integration, report, changes[], broken_since, last_good_test, calls[].</translation>
    </message>
    <message>
        <source>Write it into a file instead.</source>
        <translation>L’écrire plutôt dans un fichier.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Le fichier %1 ne peut pas être écrit&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>Choisissez un dossier qui existe et où vous pouvez écrire.</translation>
    </message>
</context>
<context>
    <name>cli::EraseCommand</name>
    <message>
        <source>Forgets a person on this machine: in the plans and runs of all integrations, in the journal, and among consents that wait to be written. Counts stay. What was planned for them is not written any more, and what was written cannot be undone any more. Didomi and Dynamics 365 are not asked.

--json prints: result, runs, writes, arrivals, problems[{file, error{}}].</source>
        <translation>Oublie une personne sur cette machine&#xa0;: dans les plans et exécutions de toutes les intégrations, dans le journal, et parmi les consentements qui attendent d’être écrits. Les nombres restent. Ce qui était prévu pour elle n’est plus écrit, et ce qui a été écrit ne peut plus être annulé. Ni Didomi ni Dynamics 365 ne sont interrogés.

--json écrit&#xa0;: result, runs, writes, arrivals, problems[{file, error{}}].</translation>
    </message>
    <message>
        <source>Plans elsewhere than beside the others, in which to forget them too.</source>
        <translation>Des plans qui se trouvent ailleurs qu’à côté des autres, où oublier aussi la personne.</translation>
    </message>
    <message>
        <source>The person, by organization user id.</source>
        <translation>La personne, par son organization user id.</translation>
    </message>
    <message>
        <source>Needed: it cannot be taken back.</source>
        <translation>Nécessaire&#xa0;: c’est irréversible.</translation>
    </message>
    <message>
        <source>Say whom: --person ID.</source>
        <translation>Dites de qui il s’agit&#xa0;: --person ID.</translation>
    </message>
    <message>
        <source>Name one person at a time.</source>
        <translation>Nommez une seule personne à la fois.</translation>
    </message>
    <message>
        <source>Erasing a person cannot be taken back.</source>
        <translation>L’effacement d’une personne est irréversible.</translation>
    </message>
    <message>
        <source>Add --yes if you mean it. &quot;history --person&quot; tells what is known of them.</source>
        <translation>Ajoutez --yes si vous le voulez vraiment. «&#xa0;history --person&#xa0;» dit ce que l’on sait d’elle.</translation>
    </message>
    <message>
        <source>Plans and runs</source>
        <translation>Plans et exécutions</translation>
    </message>
    <message>
        <source>Writes in the journal</source>
        <translation>Écritures dans le journal</translation>
    </message>
    <message>
        <source>Consents that waited</source>
        <translation>Consentements qui attendaient</translation>
    </message>
    <message>
        <source>The person was forgotten in:</source>
        <translation>La personne a été oubliée dans&#xa0;:</translation>
    </message>
    <message>
        <source>Error: not forgotten in %1: %2</source>
        <translation>Erreur&#xa0;: pas oubliée dans %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>cli::ExitCode</name>
    <message>
        <source>done; also when nothing had to be written (unchanged, skipped)</source>
        <translation>fait&#xa0;; aussi quand il n’y avait rien à écrire (inchangé, ignoré)</translation>
    </message>
    <message>
        <source>a local file or the journal failed</source>
        <translation>un fichier local ou le journal a échoué</translation>
    </message>
    <message>
        <source>the profile, a mapping or the input is wrong</source>
        <translation>le profil, une correspondance ou la donnée fournie est erroné</translation>
    </message>
    <message>
        <source>a secret is missing, or a sign-in was refused</source>
        <translation>un secret manque, ou une connexion a été refusée</translation>
    </message>
    <message>
        <source>the other side cannot be reached or is busy; try again later</source>
        <translation>l’autre côté est injoignable ou occupé&#xa0;; réessayez plus tard</translation>
    </message>
    <message>
        <source>the other side refused</source>
        <translation>l’autre côté a refusé</translation>
    </message>
    <message>
        <source>several rows match, or somebody changed the row meanwhile; nothing was written</source>
        <translation>plusieurs lignes correspondent, ou quelqu’un a modifié la ligne entre-temps&#xa0;; rien n’a été écrit</translation>
    </message>
    <message>
        <source>a step of the connection test failed</source>
        <translation>une étape du test de connexion a échoué</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>Codes de sortie&#xa0;:</translation>
    </message>
    <message>
        <source>wrong command line, or a write to production without --unlock-production</source>
        <translation>ligne de commande erronée, ou écriture en production sans --unlock-production</translation>
    </message>
    <message>
        <source>done, but not for all: some of many were rejected, invalid or in conflict, could not be read, or differ</source>
        <translation>terminé, mais pas pour tous&#xa0;: parmi plusieurs, certains ont été rejetés, sont invalides ou en conflit, n’ont pas pu être lus, ou diffèrent</translation>
    </message>
    <message>
        <source>declined: the plan is of something else, or what it does was not confirmed; nothing was sent</source>
        <translation>refusé&#xa0;: le plan concerne autre chose, ou ce qu’il fait n’a pas été confirmé&#xa0;; rien n’a été envoyé</translation>
    </message>
    <message>
        <source>stopped; what was sent is settled</source>
        <translation>arrêté&#xa0;; l’issue de ce qui a été envoyé est connue</translation>
    </message>
</context>
<context>
    <name>cli::ExpiryCommand</name>
    <message>
        <source>Also write a calendar file, with reminders 60, 30 and 7 days before.</source>
        <translation>Écrire aussi un fichier de calendrier, avec des rappels 60, 30 et 7 jours avant.</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>ne peut pas être lu</translation>
    </message>
    <message>
        <source>over</source>
        <translation>expiré</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Le fichier %1 ne peut pas être écrit&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>Choisissez un dossier qui existe et où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>Nothing ends on a day that is known here. Enter the dates that Entra ID shows beside the secrets.</source>
        <translation>Rien n’expire à une date connue ici. Saisissez les dates qu’Entra ID montre à côté des secrets.</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Intégration</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>Expire le</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Lists when the secrets and certificates of all integrations end, soonest first. Dates of secrets are those that were entered; nobody else tells them.

The exit code is 8 when something is over or ends within seven days.

--json prints: expiries[{integration, id, what, client_id, on, days_left, problem}].</source>
        <translation>Indique quand les secrets et les certificats de toutes les intégrations prennent fin, le plus proche d’abord. Les dates des secrets sont celles qui ont été saisies ; personne d’autre ne les donne.

Le code de sortie est 8 quand quelque chose est échu ou prend fin dans les sept jours.

--json affiche : expiries[{integration, id, what, client_id, on, days_left, problem}].</translation>
    </message>
</context>
<context>
    <name>cli::ExplainCommand</name>
    <message>
        <source>Says what an error&apos;s code means and what to do about it: AADSTS7000215, 0x80040220, -2147220960, &quot;HTTP 429&quot;, TlsExpired, or a whole message that holds one.

--json prints: code, known, cause, fix, place{text, link}.</source>
        <translation>Dit ce que signifie le code d’une erreur et que faire&#xa0;: AADSTS7000215, 0x80040220, -2147220960, «&#xa0;HTTP 429&#xa0;», TlsExpired, ou un message entier qui en contient un.

--json écrit&#xa0;: code, known, cause, fix, place{text, link}.</translation>
    </message>
    <message>
        <source>The code, or the message that holds it.</source>
        <translation>Le code, ou le message qui le contient.</translation>
    </message>
    <message>
        <source>Name the code.</source>
        <translation>Nommez le code.</translation>
    </message>
    <message>
        <source>There is no code in &quot;%1&quot;.</source>
        <translation>Il n’y a pas de code dans «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Write it as the server does, as in AADSTS7000215 or 0x80040220.</source>
        <translation>Écrivez-le comme le fait le serveur, comme AADSTS7000215 ou 0x80040220.</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>le serveur</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
</context>
<context>
    <name>cli::ExportCommand</name>
    <message>
        <source>Prints an integration as Didomi&apos;s JSON. A placeholder stands where the secret would be.</source>
        <translation>Écrit une intégration en JSON de Didomi. Un texte d’exemple tient la place du secret.</translation>
    </message>
    <message>
        <source>Write the client secret itself. Whoever reads the output can sign in.</source>
        <translation>Écrire le secret client lui-même. Quiconque lit le résultat peut se connecter.</translation>
    </message>
    <message>
        <source>Write into this file, readable by you alone, instead of printing.</source>
        <translation>Écrire dans ce fichier, lisible par vous seul, au lieu d’afficher.</translation>
    </message>
    <message>
        <source>No client secret has been entered, so none can be exported.</source>
        <translation>Aucun secret client n’a été saisi, aucun ne peut donc être exporté.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Le fichier %1 ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Écrit dans %1.</translation>
    </message>
</context>
<context>
    <name>cli::HistoryCommand</name>
    <message>
        <source>Of all integrations.</source>
        <translation>De toutes les intégrations.</translation>
    </message>
    <message>
        <source>All that is known of this person, by organization user id.</source>
        <translation>Tout ce que l’on sait de cette personne, par son organization user id.</translation>
    </message>
    <message>
        <source>The organization user id is empty.</source>
        <translation>L’organization user id est vide.</translation>
    </message>
    <message>
        <source>Name an integration or say --all, not both.</source>
        <translation>Nommez une intégration ou dites --all, pas les deux.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Intégration</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Fait le</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrit</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échecs</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>There is no plan yet. &quot;plan&quot; makes one.</source>
        <translation>Il n’y a pas encore de plan. «&#xa0;plan&#xa0;» en fait un.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>%1 could not be searched: %2</source>
        <translation>La recherche dans %1 n’a pas été possible&#xa0;: %2</translation>
    </message>
    <message>
        <source>Nothing is known of this person.</source>
        <translation>On ne sait rien de cette personne.</translation>
    </message>
    <message>
        <source>Lists the plans and runs of an integration, the newest first; with --person all that was planned for a person and written about them, by runs, pushes and live.

--json prints a line for each run: run{file, integration, kind, state, made_at, started_at, ended_at, stop, size, counts{}, problem}; with --person for each run that was about them: run{}, item{}; and for each other write: write{sent_at, table, row_id, outcome, reason, code, request_id, before, after}. A last line: result, runs, writes.

What is older than a year is removed, unless --keep-days says otherwise; runs that may go on stay, and so does what keeps a newer choice from being overwritten.</source>
        <translation>Liste les plans et les exécutions d’une intégration, les plus récents d’abord ; avec --person, tout ce qui a été planifié pour une personne et écrit à son sujet, par des exécutions, des envois et le direct.

--json écrit une ligne pour chaque exécution : run{file, integration, kind, state, made_at, started_at, ended_at, stop, size, counts{}, problem} ; avec --person, pour chaque exécution qui la concernait : run{}, item{} ; et pour chaque autre écriture : write{sent_at, table, row_id, outcome, reason, code, request_id, before, after}. Une dernière ligne : result, runs, writes.

Ce qui a plus d’un an est supprimé, sauf si --keep-days en décide autrement ; les exécutions qui peuvent reprendre restent, ainsi que ce qui empêche d’écraser un choix plus récent.</translation>
    </message>
    <message>
        <source>From now on plans, runs and what was written are kept for so long; 0: for ever.</source>
        <translation>Désormais, les plans, les exécutions et ce qui a été écrit sont gardés aussi longtemps ; 0 : pour toujours.</translation>
    </message>
    <message>
        <source>--keep-days must be a number of days, 0 or more.</source>
        <translation>--keep-days doit être un nombre de jours, 0 ou plus.</translation>
    </message>
</context>
<context>
    <name>cli::ImportCommand</name>
    <message>
        <source>Makes an integration from Didomi&apos;s JSON. A client secret in the file goes to the keychain, never into our files.</source>
        <translation>Fait une intégration à partir du JSON de Didomi. Un secret client contenu dans le fichier va dans le trousseau, jamais dans nos fichiers.</translation>
    </message>
    <message>
        <source>Didomi&apos;s JSON; &quot;-&quot; reads standard input.</source>
        <translation>Le JSON de Didomi&#xa0;; «&#xa0;-&#xa0;» lit l’entrée standard.</translation>
    </message>
    <message>
        <source>The integration&apos;s name; without it the file&apos;s name.</source>
        <translation>Le nom de l’intégration&#xa0;; par défaut le nom du fichier.</translation>
    </message>
    <message>
        <source>production, sandbox, development or practice; without it production.</source>
        <translation>production, sandbox, development ou practice&#xa0;; par défaut production.</translation>
    </message>
    <message>
        <source>The id of the Didomi organization.</source>
        <translation>L’ID de l’organisation Didomi.</translation>
    </message>
    <message>
        <source>The id of the private API key in Didomi.</source>
        <translation>L’ID de la clé d’API privée dans Didomi.</translation>
    </message>
    <message>
        <source>The address of Didomi&apos;s API, if it is not the usual one.</source>
        <translation>L’adresse de l’API de Didomi, si ce n’est pas l’adresse habituelle.</translation>
    </message>
    <message>
        <source>Where the key&apos;s secret is found: env:NAME or file:PATH.</source>
        <translation>Où se trouve le secret de la clé&#xa0;: env:NAME ou file:PATH.</translation>
    </message>
    <message>
        <source>Where the client secret is found: env:NAME or file:PATH. One in the file is then not kept at all.</source>
        <translation>Où se trouve le secret client&#xa0;: env:NAME ou file:PATH. Celui du fichier n’est alors pas gardé du tout.</translation>
    </message>
    <message>
        <source>How rows are found: key, column or row-id; without it column.</source>
        <translation>Comment les lignes sont trouvées&#xa0;: key, column ou row-id&#xa0;; par défaut column.</translation>
    </message>
    <message>
        <source>The column by which rows are found; without it emailaddress1.</source>
        <translation>La colonne par laquelle les lignes sont trouvées&#xa0;; par défaut emailaddress1.</translation>
    </message>
    <message>
        <source>The sign-in host, if it is not the cloud&apos;s usual one.</source>
        <translation>L’hôte de connexion, si ce n’est pas celui du cloud.</translation>
    </message>
    <message>
        <source>Name the file to import.</source>
        <translation>Nommez le fichier à importer.</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importé</translation>
    </message>
    <message>
        <source>There is an integration named &quot;%1&quot; already.</source>
        <translation>Il existe déjà une intégration nommée «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Choose another name with --name.</source>
        <translation>Choisissez un autre nom avec --name.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of environment.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un type d’environnement.</translation>
    </message>
    <message>
        <source>Rows can be found by key, column or row-id, not by &quot;%1&quot;.</source>
        <translation>Les lignes se trouvent par key, column ou row-id, pas par «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>--%1 takes env:NAME or file:PATH, never the secret itself.</source>
        <translation>--%1 prend env:NAME ou file:PATH, jamais le secret lui-même.</translation>
    </message>
    <message>
        <source>Or say with --secret-ref where the secret is found; nothing was imported.</source>
        <translation>Ou dites avec --secret-ref où se trouve le secret&#xa0;; rien n’a été importé.</translation>
    </message>
    <message>
        <source>Imported as &quot;%1&quot; (%2).</source>
        <translation>Importé sous le nom «&#xa0;%1&#xa0;» (%2).</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Remarque&#xa0;: %1</translation>
    </message>
    <message>
        <source>Still to do: %1</source>
        <translation>Encore à faire&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>cli::IntegrationCommand</name>
    <message>
        <source>Name one integration, not several.</source>
        <translation>Nommez une intégration, pas plusieurs.</translation>
    </message>
    <message>
        <source>There is no integration yet: import one, or name a profile file.</source>
        <translation>Il n’y a pas encore d’intégration&#xa0;: importez-en une, ou nommez un fichier de profil.</translation>
    </message>
    <message>
        <source>There are several integrations; name one of: %1.</source>
        <translation>Il y a plusieurs intégrations&#xa0;; nommez l’une d’elles&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>cli::IntegrationNames</name>
    <message>
        <source>Name integrations or say --all, not both.</source>
        <translation>Nommez des intégrations ou dites --all, pas les deux.</translation>
    </message>
    <message>
        <source>There is no integration yet: import one, or name a profile file.</source>
        <translation>Il n’y a pas encore d’intégration&#xa0;: importez-en une, ou nommez un fichier de profil.</translation>
    </message>
    <message>
        <source>There are several integrations; name one of: %1, or say --all.</source>
        <translation>Il y a plusieurs intégrations&#xa0;; nommez l’une d’elles&#xa0;: %1, ou dites --all.</translation>
    </message>
</context>
<context>
    <name>cli::ListCommand</name>
    <message>
        <source>Lists the integrations of this user.</source>
        <translation>Liste les intégrations de cet utilisateur.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Dynamics 365</source>
        <translation>Dynamics 365</translation>
    </message>
    <message>
        <source>Didomi</source>
        <translation>Didomi</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>There is no integration yet. Import one with: %1</source>
        <translation>Il n’y a pas encore d’intégration. Importez-en une avec&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>cli::LiveCommand</name>
    <message>
        <source>Writes consents to Dynamics 365 as they arrive. What was acknowledged is kept on disk until it is written, each person&apos;s in order.

--json prints one line for each consent: arrival, source, person, arrived_at, changed_at, outcome, reason, parked, dry_run, attempts, row_id, duration_ms, error. --parked --json prints one line for each parked one: arrival, source, person, arrived_at, attempts, problem.</source>
        <translation>Écrit les consentements dans Dynamics 365 à leur arrivée. Ce dont la réception a été confirmée est gardé sur le disque jusqu’à ce que ce soit écrit, dans l’ordre pour chaque personne.

--json écrit une ligne pour chaque consentement&#xa0;: arrival, source, person, arrived_at, changed_at, outcome, reason, parked, dry_run, attempts, row_id, duration_ms, error. --parked --json écrit une ligne pour chaque consentement mis de côté&#xa0;: arrival, source, person, arrived_at, attempts, problem.</translation>
    </message>
    <message>
        <source>Receive Didomi&apos;s webhooks; by default at %1. POST /webhook.</source>
        <translation>Recevoir les webhooks de Didomi&#xa0;; par défaut sur %1. POST /webhook.</translation>
    </message>
    <message>
        <source>Where the token is that webhooks must show: &quot;env:NAME&quot; or &quot;file:PATH&quot;.</source>
        <translation>Où se trouve le jeton que les webhooks doivent présenter&#xa0;: «&#xa0;env:NAME&#xa0;» ou «&#xa0;file:PATH&#xa0;».</translation>
    </message>
    <message>
        <source>The client id for which POST /token issues tokens.</source>
        <translation>L’ID client pour lequel POST /token délivre des jetons.</translation>
    </message>
    <message>
        <source>Where its secret is.</source>
        <translation>Où se trouve son secret.</translation>
    </message>
    <message>
        <source>The listener&apos;s certificate with its chain, a PEM file.</source>
        <translation>Le certificat du récepteur avec sa chaîne, un fichier PEM.</translation>
    </message>
    <message>
        <source>Its private key, a PEM file.</source>
        <translation>Sa clé privée, un fichier PEM.</translation>
    </message>
    <message>
        <source>Ask Didomi who changed; by default as often as the integration says.</source>
        <translation>Demander à Didomi qui a changé&#xa0;; par défaut aussi souvent que le dit l’intégration.</translation>
    </message>
    <message>
        <source>Read saved webhooks, events or users: .json, .jsonl, .json.gz. May be given repeatedly.</source>
        <translation>Lire des webhooks, événements ou utilisateurs enregistrés&#xa0;: .json, .jsonl, .json.gz. Peut être répété.</translation>
    </message>
    <message>
        <source>End when nothing waits any more.</source>
        <translation>Terminer quand plus rien n’attend.</translation>
    </message>
    <message>
        <source>Write nothing. What arrives by webhook or polling waits for a run that writes.</source>
        <translation>Ne rien écrire. Ce qui arrive par webhook ou par interrogation attend une exécution qui écrit.</translation>
    </message>
    <message>
        <source>Needed to write to a production environment.</source>
        <translation>Nécessaire pour écrire dans un environnement de production.</translation>
    </message>
    <message>
        <source>Print whole ids of people; else they are masked.</source>
        <translation>Écrire les ID des personnes en entier&#xa0;; sinon ils sont masqués.</translation>
    </message>
    <message>
        <source>List what was given up, and why.</source>
        <translation>Lister ce qui a été abandonné, et pourquoi.</translation>
    </message>
    <message>
        <source>Send a parked arrival on its way again, by its number; &quot;all&quot; for all of them.</source>
        <translation>Remettre en route une arrivée mise de côté, par son numéro&#xa0;; «&#xa0;all&#xa0;» pour toutes.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Nothing is parked.</source>
        <translation>Rien n’est mis de côté.</translation>
    </message>
    <message>
        <source>--redrive needs the number of a parked arrival, or &quot;all&quot;.</source>
        <translation>--redrive a besoin du numéro d’une arrivée mise de côté, ou de «&#xa0;all&#xa0;».</translation>
    </message>
    <message>
        <source>No parked arrival of this integration has the number %1.</source>
        <translation>Aucune arrivée mise de côté de cette intégration n’a le numéro %1.</translation>
    </message>
    <message>
        <source>--parked lists them.</source>
        <translation>--parked les liste.</translation>
    </message>
    <message numerus="yes">
        <source>%n arrival(s) wait again.</source>
        <translation>
            <numerusform>%n arrivée attend à nouveau.</numerusform>
            <numerusform>%n arrivées attendent à nouveau.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say where consents come from: --listen, --poll or --file.</source>
        <translation>Dites d’où viennent les consentements&#xa0;: --listen, --poll ou --file.</translation>
    </message>
    <message>
        <source>--%1 belongs to --listen.</source>
        <translation>--%1 ne va qu’avec --listen.</translation>
    </message>
    <message>
        <source>--tls-cert and --tls-key belong together.</source>
        <translation>--tls-cert et --tls-key vont ensemble.</translation>
    </message>
    <message>
        <source>--oauth-client and --oauth-secret-ref belong together.</source>
        <translation>--oauth-client et --oauth-secret-ref vont ensemble.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address with a port, such as 127.0.0.1:8470.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse avec un port, comme 127.0.0.1:8470.</translation>
    </message>
    <message>
        <source>--poll needs a number of seconds.</source>
        <translation>--poll a besoin d’un nombre de secondes.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a production integration. Add --unlock if you mean to write to it, or --dry-run to only look.</source>
        <translation>«&#xa0;%1&#xa0;» est une intégration de production. Ajoutez --unlock si vous voulez vraiment y écrire, ou --dry-run pour seulement regarder.</translation>
    </message>
    <message>
        <source>--%1 needs a place such as &quot;env:NAME&quot; or &quot;file:PATH&quot;.</source>
        <translation>--%1 a besoin d’un emplacement comme «&#xa0;env:NAME&#xa0;» ou «&#xa0;file:PATH&#xa0;».</translation>
    </message>
    <message>
        <source>The secret of --%1 is empty.</source>
        <translation>Le secret de --%1 est vide.</translation>
    </message>
    <message>
        <source>Listening at %1</source>
        <translation>À l’écoute sur %1</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>mis de côté</translation>
    </message>
    <message>
        <source>dry run</source>
        <translation>simulation</translation>
    </message>
    <message>
        <source>Everything waits: %1</source>
        <translation>Tout attend&#xa0;: %1</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>Cela reprend.</translation>
    </message>
    <message>
        <source>Files: %1 new, %2 known already, %3 not about consents, %4 unreadable.</source>
        <translation>Fichiers&#xa0;: %1 nouveaux, %2 déjà connus, %3 sans rapport avec les consentements, %4 illisibles.</translation>
    </message>
    <message>
        <source>%1 ended, %2 of them written, %3 parked; %4 wait.</source>
        <translation>%1 terminés, dont %2 écrits et %3 mis de côté&#xa0;; %4 en attente.</translation>
    </message>
</context>
<context>
    <name>cli::MadePlan</name>
    <message numerus="yes">
        <source>%Ln more could not be read.</source>
        <translation>
            <numerusform>%Ln autre n’a pas pu être lu.</numerusform>
            <numerusform>%Ln autres n’ont pas pu être lus.</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan is in %1. Nothing is written yet.</source>
        <translation>Le plan est dans %1. Rien n’est encore écrit.</translation>
    </message>
    <message>
        <source>Look at it:</source>
        <translation>Examinez-le&#xa0;:</translation>
    </message>
    <message>
        <source>Carry it out:</source>
        <translation>Exécutez-le&#xa0;:</translation>
    </message>
</context>
<context>
    <name>cli::MappingLintCommand</name>
    <message>
        <source>Judges every mapping of an integration and how rows are found. Nothing is written.

--json prints: valid, offline, match{state, message, fix}, mappings[{index, column, path, state, message, fix, sentence, suggested_polarity, findings[]}], findings[{code, severity, message, fix}] about the whole, problems[{severity, field, message, fix}]. A state is fine, warning, error or unknown. The exit code is 3 with an error, 0 with warnings.</source>
        <translation>Juge chaque correspondance d’une intégration et la façon dont les lignes sont trouvées. Rien n’est écrit.

--json écrit&#xa0;: valid, offline, match{state, message, fix}, mappings[{index, column, path, state, message, fix, sentence, suggested_polarity, findings[]}], findings[{code, severity, message, fix}] sur l’ensemble, problems[{severity, field, message, fix}]. Un état (state) est fine, warning, error ou unknown. Le code de sortie est 3 avec une erreur, 0 avec des avertissements.</translation>
    </message>
    <message>
        <source>Ask nobody: what needs the columns or Didomi&apos;s purposes is unknown.</source>
        <translation>Ne rien demander à personne&#xa0;: ce qui exige les colonnes ou les finalités de Didomi reste inconnu.</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>en ordre</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>non vérifié</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Didomi</source>
        <translation>Didomi</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Ligne %1</translation>
    </message>
    <message>
        <source>Match rule</source>
        <translation>Règle de recherche</translation>
    </message>
    <message>
        <source>The whole</source>
        <translation>L’ensemble</translation>
    </message>
    <message>
        <source>This integration has no mappings.</source>
        <translation>Cette intégration n’a pas de correspondances.</translation>
    </message>
</context>
<context>
    <name>cli::MappingMatchCommand</name>
    <message>
        <source>Looks up a sample of Didomi&apos;s users by the integration&apos;s match rule and tells how many find one row, none or several. Nothing is written.

--json prints: users, whole, stopped, masked, shares{one, none, several, no_id, unusable, other_regulation}{users, examples[]}, searched_instead{users, examples[]}, unreadable.</source>
        <translation>Cherche un échantillon des utilisateurs de Didomi selon la règle de recherche de l’intégration et dit combien trouvent une ligne, aucune ou plusieurs. Rien n’est écrit.

--json écrit&#xa0;: users, whole, stopped, masked, shares{one, none, several, no_id, unusable, other_regulation}{users, examples[]}, searched_instead{users, examples[]}, unreadable.</translation>
    </message>
    <message>
        <source>Look at the first N users; 1000 when it is not said.</source>
        <translation>Examiner les N premiers utilisateurs&#xa0;; 1000 sans indication.</translation>
    </message>
    <message>
        <source>Look at everybody.</source>
        <translation>Examiner tout le monde.</translation>
    </message>
    <message>
        <source>Print whole ids; else they are masked.</source>
        <translation>Écrire les ID en entier&#xa0;; sinon ils sont masqués.</translation>
    </message>
    <message>
        <source>Say --sample or --all, not both.</source>
        <translation>Dites --sample ou --all, pas les deux.</translation>
    </message>
    <message>
        <source>--sample takes a whole number above zero, not &quot;%1&quot;.</source>
        <translation>--sample prend un nombre entier supérieur à zéro, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) read …</source>
        <translation>
            <numerusform>%n utilisateur lu…</numerusform>
            <numerusform>%n utilisateurs lus…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of Didomi&apos;s users were looked at: %n.</source>
        <translation>
            <numerusform>Tous les utilisateurs de Didomi ont été examinés&#xa0;: %n.</numerusform>
            <numerusform>Tous les utilisateurs de Didomi ont été examinés&#xa0;: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n of Didomi&apos;s users were looked at.</source>
        <translation>
            <numerusform>Le premier utilisateur de Didomi a été examiné (%n).</numerusform>
            <numerusform>Les %n premiers utilisateurs de Didomi ont été examinés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>Trouve</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message numerus="yes">
        <source>%n id(s) hold characters that a key&apos;s address cannot hold (%1): their rows are searched for, which takes a request more.</source>
        <translation>
            <numerusform>%n ID contient des caractères que l’adresse d’une clé ne peut pas contenir (%1)&#xa0;: sa ligne est cherchée, ce qui prend une requête de plus.</numerusform>
            <numerusform>%n ID contiennent des caractères que l’adresse d’une clé ne peut pas contenir (%1)&#xa0;: leurs lignes sont cherchées, ce qui prend une requête de plus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) of Didomi could not be read. The first: %1</source>
        <translation>
            <numerusform>%n utilisateur de Didomi n’a pas pu être lu. Le premier&#xa0;: %1</numerusform>
            <numerusform>%n utilisateurs de Didomi n’ont pas pu être lus. Le premier&#xa0;: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::MappingSuggestCommand</name>
    <message>
        <source>Suggests mappings by the likeness of names, best first: for each column that is not mapped what it may be meant for. Nothing is changed.

--json prints: suggestions[{score, path, source, column, column_name, polarity, reason}]. A score is between 0.5 and 1, a polarity direct, inverted or null.</source>
        <translation>Suggère des correspondances d’après la ressemblance des noms, les meilleures d’abord&#xa0;: pour chaque colonne sans correspondance, à quoi elle est peut-être destinée. Rien n’est changé.

--json écrit&#xa0;: suggestions[{score, path, source, column, column_name, polarity, reason}]. Un score est compris entre 0.5 et 1, polarity vaut direct, inverted ou null.</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>inversé</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direct</translation>
    </message>
    <message>
        <source>No purpose or topic that is not mapped has a name like something in Didomi.</source>
        <translation>Aucune finalité ou rubrique sans correspondance n’a un nom qui ressemble à quelque chose dans Didomi.</translation>
    </message>
    <message>
        <source>No column that is not mapped has a name like something in Didomi.</source>
        <translation>Aucune colonne sans correspondance n’a un nom qui ressemble à quelque chose dans Didomi.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Didomi</source>
        <translation>Didomi</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Way round</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>Value path</source>
        <translation>Chemin de la valeur</translation>
    </message>
</context>
<context>
    <name>cli::NextSecretCommand</name>
    <message>
        <source>Replaces a client secret without a gap: --set enters the new one beside the old one, &quot;test --next-secret&quot; signs in with it, --switch puts it in the old one&apos;s place and forgets the old one, --forget drops it.</source>
        <translation>Remplace un secret client sans interruption&#xa0;: --set saisit le nouveau à côté de l’ancien, «&#xa0;test --next-secret&#xa0;» se connecte avec lui, --switch le met à la place de l’ancien et oublie l’ancien, --forget l’abandonne.</translation>
    </message>
    <message>
        <source>Read the new secret from standard input, and keep it in the keychain.</source>
        <translation>Lire le nouveau secret sur l’entrée standard, et le garder dans le trousseau.</translation>
    </message>
    <message>
        <source>With --set: where the new secret is kept instead, as in env:NAME or file:PATH.</source>
        <translation>Avec --set&#xa0;: où le nouveau secret est gardé sinon, comme env:NAME ou file:PATH.</translation>
    </message>
    <message>
        <source>With --set: the day on which it ends, as in 2027-03-31.</source>
        <translation>Avec --set&#xa0;: le jour où il expire, comme 2027-03-31.</translation>
    </message>
    <message>
        <source>Use the new secret from now on.</source>
        <translation>Utiliser désormais le nouveau secret.</translation>
    </message>
    <message>
        <source>Drop the new secret.</source>
        <translation>Abandonner le nouveau secret.</translation>
    </message>
    <message>
        <source>Say one of --set, --switch and --forget.</source>
        <translation>Dites l’un de --set, --switch et --forget.</translation>
    </message>
    <message>
        <source>The integration %1 is not one of those that are kept here.</source>
        <translation>L’intégration %1 n’est pas de celles qui sont gardées ici.</translation>
    </message>
    <message>
        <source>Name one that &quot;integration list&quot; shows; in a file of your own, change the secret’s reference yourself.</source>
        <translation>Nommez-en une que montre «&#xa0;integration list&#xa0;»&#xa0;; dans un fichier à vous, changez vous-même la référence du secret.</translation>
    </message>
    <message>
        <source>There is no new secret.</source>
        <translation>Il n’y a pas de nouveau secret.</translation>
    </message>
    <message>
        <source>Enter it first, with --set.</source>
        <translation>Saisissez-le d’abord, avec --set.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date; write it as in 2027-03-31.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une date&#xa0;; écrivez-la comme 2027-03-31.</translation>
    </message>
    <message>
        <source>The new secret is noted. Test it with: test --next-secret</source>
        <translation>Le nouveau secret est noté. Testez-le avec&#xa0;: test --next-secret</translation>
    </message>
    <message>
        <source>The new secret is read from standard input, and nothing came.</source>
        <translation>Le nouveau secret est lu sur l’entrée standard, et rien n’est venu.</translation>
    </message>
    <message>
        <source>The new secret is kept. Test it with: test --next-secret</source>
        <translation>Le nouveau secret est gardé. Testez-le avec&#xa0;: test --next-secret</translation>
    </message>
    <message>
        <source>The new secret is in use now; the old one is forgotten here. Remove it in Entra ID as well.</source>
        <translation>Le nouveau secret est maintenant utilisé&#xa0;; l’ancien est oublié ici. Supprimez-le aussi dans Entra ID.</translation>
    </message>
    <message>
        <source>The new secret is forgotten.</source>
        <translation>Le nouveau secret est oublié.</translation>
    </message>
</context>
<context>
    <name>cli::PlanCommand</name>
    <message>
        <source>Says what a resync would write to Dynamics 365, person by person, and writes nothing. The plan is a file: look at it with &quot;plan show&quot;, carry it out with &quot;run&quot;. Ctrl+C keeps what is planned so far; the same command with its --output goes on.

--json prints one line for each report on progress, as &quot;run&quot; does, and a last line: result, file, items, writes, rows, outcomes{}, effects{permits, forbids, creates, lacks_required, warnings}, reasons[], unread, problems[].</source>
        <translation>Dit ce qu’une resynchronisation écrirait dans Dynamics 365, personne par personne, et n’écrit rien. Le plan est un fichier&#xa0;: examinez-le avec «&#xa0;plan show&#xa0;», exécutez-le avec «&#xa0;run&#xa0;». Ctrl+C garde ce qui est prévu jusque-là&#xa0;; la même commande avec son --output continue.

--json écrit une ligne pour chaque point d’avancement, comme le fait «&#xa0;run&#xa0;», et une dernière ligne&#xa0;: result, file, items, writes, rows, outcomes{}, effects{permits, forbids, creates, lacks_required, warnings}, reasons[], unread, problems[].</translation>
    </message>
    <message>
        <source>--output needs the path of a file.</source>
        <translation>--output a besoin du chemin d’un fichier.</translation>
    </message>
    <message>
        <source>The file %1 is a plan already.</source>
        <translation>Le fichier %1 est déjà un plan.</translation>
    </message>
    <message>
        <source>Name another file, or look at it: %1</source>
        <translation>Nommez un autre fichier, ou examinez celui-ci&#xa0;: %1</translation>
    </message>
    <message>
        <source>The plan in %1 is of the integration &quot;%2&quot;, not of &quot;%3&quot;.</source>
        <translation>Le plan dans %1 est celui de l’intégration «&#xa0;%2&#xa0;», pas de «&#xa0;%3&#xa0;».</translation>
    </message>
    <message>
        <source>Name another file, or that integration.</source>
        <translation>Nommez un autre fichier, ou cette intégration.</translation>
    </message>
    <message>
        <source>The plan in %1 takes a run back; this is not how it was made.</source>
        <translation>Le plan dans %1 annule une exécution&#xa0;; ce n’est pas ainsi qu’il a été fait.</translation>
    </message>
    <message>
        <source>Go on with &quot;undo&quot;.</source>
        <translation>Continuez avec «&#xa0;undo&#xa0;».</translation>
    </message>
    <message>
        <source>The plan in %1 is about others: %2</source>
        <translation>Le plan dans %1 concerne d’autres personnes&#xa0;: %2</translation>
    </message>
    <message>
        <source>Leave out the options that say whom, or name another file.</source>
        <translation>Omettez les options qui disent de qui il s’agit, ou nommez un autre fichier.</translation>
    </message>
    <message>
        <source>There is no finished resync of everybody of this integration yet.</source>
        <translation>Il n’y a pas encore de resynchronisation terminée de tout le monde pour cette intégration.</translation>
    </message>
    <message>
        <source>Begin with --everybody, or say --since DATE.</source>
        <translation>Commencez avec --everybody, ou dites --since DATE.</translation>
    </message>
    <message>
        <source>What is planned so far is kept. Go on with: %1</source>
        <translation>Ce qui est prévu jusqu’ici est gardé. Continuez avec&#xa0;: %1</translation>
    </message>
    <message>
        <source>The plan&apos;s file. One that was not finished is gone on with; the options above may then be left out. Else a new one beside the other plans. For several machines: postgresql://USER@HOST:PORT/DATABASE?schema=NAME, see &quot;run --worker&quot;.</source>
        <translation>Le fichier du plan. Un plan qui n’était pas terminé est continué&#xa0;; les options ci-dessus peuvent alors être omises. Sinon, un nouveau à côté des autres plans. Pour plusieurs machines&#xa0;: postgresql://USER@HOST:PORT/DATABASE?schema=NAME, voir «&#xa0;run --worker&#xa0;».</translation>
    </message>
</context>
<context>
    <name>cli::PlanFileCommand</name>
    <message>
        <source>The plan&apos;s integration, where it is not found by itself.</source>
        <translation>L’intégration du plan, quand elle n’est pas trouvée d’elle-même.</translation>
    </message>
    <message>
        <source>The same, as the path of a profile file.</source>
        <translation>La même, sous la forme du chemin d’un fichier de profil.</translation>
    </message>
    <message>
        <source>Name the plan&apos;s file.</source>
        <translation>Nommez le fichier du plan.</translation>
    </message>
    <message>
        <source>This plan is not finished: making it was stopped.</source>
        <translation>Ce plan n’est pas terminé&#xa0;: son établissement a été arrêté.</translation>
    </message>
    <message>
        <source>Go on with: %1</source>
        <translation>Continuez avec&#xa0;: %1</translation>
    </message>
    <message>
        <source>The plan is of the integration &quot;%1&quot;, which is not among those of this machine.</source>
        <translation>Le plan est celui de l’intégration «&#xa0;%1&#xa0;», qui n’est pas parmi celles de cette machine.</translation>
    </message>
    <message>
        <source>Import it, or name its profile file with --profile.</source>
        <translation>Importez-la, ou nommez son fichier de profil avec --profile.</translation>
    </message>
    <message>
        <source>The plan is of the integration &quot;%1&quot;, not of &quot;%2&quot;.</source>
        <translation>Le plan est celui de l’intégration «&#xa0;%1&#xa0;», pas de «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The plan&apos;s file; or, of a plan that several machines share, postgresql://USER@HOST:PORT/DATABASE?schema=NAME.</source>
        <translation>Le fichier du plan&#xa0;; ou, pour un plan que plusieurs machines partagent, postgresql://USER@HOST:PORT/DATABASE?schema=NAME.</translation>
    </message>
</context>
<context>
    <name>cli::PlanPlace</name>
    <message>
        <source>It is written like this: %1</source>
        <translation>Elle s’écrit ainsi&#xa0;: %1</translation>
    </message>
    <message>
        <source>In the address of the plan&apos;s database &quot;%1&quot; has no value.</source>
        <translation>Dans l’adresse de la base de données du plan, «&#xa0;%1&#xa0;» n’a pas de valeur.</translation>
    </message>
    <message>
        <source>In the address of the plan&apos;s database the port is no number up to 65535.</source>
        <translation>Dans l’adresse de la base de données du plan, le port n’est pas un nombre jusqu’à 65535.</translation>
    </message>
    <message>
        <source>In the address of the plan&apos;s database &quot;%1&quot; holds a semicolon.</source>
        <translation>Dans l’adresse de la base de données du plan, «&#xa0;%1&#xa0;» contient un point-virgule.</translation>
    </message>
    <message>
        <source>Use a value without one.</source>
        <translation>Utilisez une valeur qui n’en contient pas.</translation>
    </message>
    <message>
        <source>In the address of the plan&apos;s database &quot;%1&quot; is not known.</source>
        <translation>Dans l’adresse de la base de données du plan, «&#xa0;%1&#xa0;» est inconnu.</translation>
    </message>
    <message>
        <source>The address of the plan&apos;s database cannot be read.</source>
        <translation>L’adresse de la base de données du plan ne peut pas être lue.</translation>
    </message>
    <message>
        <source>The address of the plan&apos;s database holds a password, where others can see it.</source>
        <translation>L’adresse de la base de données du plan contient un mot de passe, là où d’autres peuvent le voir.</translation>
    </message>
    <message>
        <source>Leave it out: set PGPASSWORD, or name where it is with --%1.</source>
        <translation>Retirez-le&#xa0;: définissez PGPASSWORD, ou indiquez où il se trouve avec --%1.</translation>
    </message>
    <message>
        <source>The address of the plan&apos;s database does not name one database.</source>
        <translation>L’adresse de la base de données du plan ne nomme pas une base de données unique.</translation>
    </message>
    <message>
        <source>The address of the plan&apos;s database does not name the plan: schema lacks.</source>
        <translation>L’adresse de la base de données du plan ne nomme pas le plan&#xa0;: schema manque.</translation>
    </message>
    <message>
        <source>The plan&apos;s name (schema) is longer than %1 bytes, or begins with pg_.</source>
        <translation>Le nom du plan (schema) compte plus de %1 octets, ou commence par pg_.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Where the password of a plan&apos;s database is: &quot;env:NAME&quot; or &quot;file:PATH&quot;. Else PGPASSWORD or ~/.pgpass are looked at.</source>
        <translation>Où se trouve le mot de passe de la base de données d’un plan&#xa0;: «&#xa0;env:NAME&#xa0;» ou «&#xa0;file:PATH&#xa0;». Sinon, PGPASSWORD ou &#xa0;/.pgpass sont consultés.</translation>
    </message>
    <message>
        <source>--%1 needs a place: &quot;env:NAME&quot; or &quot;file:PATH&quot;.</source>
        <translation>--%1 a besoin d’un emplacement&#xa0;: «&#xa0;env:NAME&#xa0;» ou «&#xa0;file:PATH&#xa0;».</translation>
    </message>
</context>
<context>
    <name>cli::PlanShowCommand</name>
    <message>
        <source>Shows what a plan would do: how many people end how, who becomes contactable, and why others are left out. With --items, person by person, the cells before and after.

--outcome, --effect, --reason, --ticked and --person say which people: those that are listed, or that --tick-all and --untick-all are about.

--json prints a line for each person of --items: id, person, outcome, reason, effects, ticked, ended, event_time, rows[{table, row_id, row_name, action, reason, cells{column{before, after}}}]; and a last line: result, file, head{}, items, writes, rows, outcomes{}, effects{permits, forbids, creates, lacks_required, warnings}, reasons[], counts{}, changed.</source>
        <translation>Montre ce que ferait un plan&#xa0;: pour combien de personnes quel résultat, qui devient joignable, et pourquoi d’autres sont laissées de côté. Avec --items, personne par personne, les cellules avant et après.

--outcome, --effect, --reason, --ticked et --person disent quelles personnes&#xa0;: celles qui sont listées, ou que concernent --tick-all et --untick-all.

--json écrit une ligne pour chaque personne de --items&#xa0;: id, person, outcome, reason, effects, ticked, ended, event_time, rows[{table, row_id, row_name, action, reason, cells{column{before, after}}}]&#xa0;; et une dernière ligne&#xa0;: result, file, head{}, items, writes, rows, outcomes{}, effects{permits, forbids, creates, lacks_required, warnings}, reasons[], counts{}, changed.</translation>
    </message>
    <message>
        <source>List people.</source>
        <translation>Lister les personnes.</translation>
    </message>
    <message>
        <source>How many of them; 0 for all. Else %1.</source>
        <translation>Combien d’entre elles&#xa0;; 0 pour toutes. Sinon %1.</translation>
    </message>
    <message>
        <source>Only people of this outcome: create, update, unchanged, skipped, invalid, conflict. May be given repeatedly.</source>
        <translation>Seulement les personnes avec ce résultat&#xa0;: create, update, unchanged, skipped, invalid, conflict. Peut être répété.</translation>
    </message>
    <message>
        <source>Only people for whom this is so: permits, forbids, creates, lacks_required, warning. May be given repeatedly: all of these.</source>
        <translation>Seulement les personnes pour qui c’est le cas&#xa0;: permits, forbids, creates, lacks_required, warning. Peut être répété&#xa0;: tous ces cas à la fois.</translation>
    </message>
    <message>
        <source>Only people with the reason of this number.</source>
        <translation>Seulement les personnes avec la raison de ce numéro.</translation>
    </message>
    <message>
        <source>Only people who are taken into the run, or who are not: yes or no.</source>
        <translation>Seulement les personnes qui sont prises dans l’exécution, ou qui ne le sont pas&#xa0;: yes ou no.</translation>
    </message>
    <message>
        <source>Only people whose id contains this.</source>
        <translation>Seulement les personnes dont l’ID contient ceci.</translation>
    </message>
    <message>
        <source>Take this person into the run. May be given repeatedly.</source>
        <translation>Prendre cette personne dans l’exécution. Peut être répété.</translation>
    </message>
    <message>
        <source>Leave this person out of it. May be given repeatedly.</source>
        <translation>Laisser cette personne hors de l’exécution. Peut être répété.</translation>
    </message>
    <message>
        <source>Take all people into the run, or all that the other options name.</source>
        <translation>Prendre toutes les personnes dans l’exécution, ou toutes celles que désignent les autres options.</translation>
    </message>
    <message>
        <source>Leave all people out of it, or all that the other options name.</source>
        <translation>Laisser toutes les personnes hors de l’exécution, ou toutes celles que désignent les autres options.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>(no id)</source>
        <translation>(sans ID)</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>non cochée</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1&#xa0;: %2 → %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no outcome of a plan: create, update, unchanged, skipped, invalid or conflict.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un résultat de plan&#xa0;: create, update, unchanged, skipped, invalid ou conflict.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no effect: permits, forbids, creates, lacks_required or warning.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un effet&#xa0;: permits, forbids, creates, lacks_required ou warning.</translation>
    </message>
    <message>
        <source>--reason needs the number of a reason.</source>
        <translation>--reason a besoin du numéro d’une raison.</translation>
    </message>
    <message>
        <source>--ticked is yes or no.</source>
        <translation>--ticked prend yes ou no.</translation>
    </message>
    <message>
        <source>--limit needs a number.</source>
        <translation>--limit a besoin d’un nombre.</translation>
    </message>
    <message>
        <source>--tick-all and --untick-all exclude each other.</source>
        <translation>--tick-all et --untick-all s’excluent mutuellement.</translation>
    </message>
    <message>
        <source>Say what to do with these people: --items, --tick-all or --untick-all.</source>
        <translation>Dites que faire de ces personnes&#xa0;: --items, --tick-all ou --untick-all.</translation>
    </message>
    <message>
        <source>The plan is not about &quot;%1&quot;.</source>
        <translation>Le plan ne concerne pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>%1 of %2 people.</source>
        <translation>%1 personnes sur %2.</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Intégration</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Fait le</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>Réglementation</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Rows to write</source>
        <translation>Lignes à écrire</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people were ticked or unticked.</source>
        <translation>
            <numerusform>%Ln personne a été cochée ou décochée.</numerusform>
            <numerusform>%Ln personnes ont été cochées ou décochées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::PlanSums</name>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>Cochées</translation>
    </message>
    <message>
        <source>all</source>
        <translation>toutes</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
</context>
<context>
    <name>cli::PreviewCommand</name>
    <message>
        <source>The person whose choices changed last. All of Didomi&apos;s users are read.</source>
        <translation>La personne dont les choix ont changé en dernier. Tous les utilisateurs de Didomi sont lus.</translation>
    </message>
    <message>
        <source>Say for each mapping in one sentence why its column is written or not.</source>
        <translation>Dire en une phrase, pour chaque correspondance, pourquoi sa colonne est écrite ou non.</translation>
    </message>
    <message>
        <source>Print the request as a curl command. No secret is in it: $TOKEN stands for the access token.</source>
        <translation>Écrire la requête sous forme de commande curl. Elle ne contient aucun secret&#xa0;: $TOKEN tient la place du jeton d’accès.</translation>
    </message>
    <message>
        <source>Shows what pushing one consent would do. Nothing is written.

--json prints: outcome, action, reason, person, row_id, changes[{column, path, found, now, after, effect, why}], why, request{method, url, headers, body}, rows[{row_id, action, outcome, reason, request}], sendings[{purpose_id, topic_id, channel, address, before, after, sent_before, sent_after, reason}], warnings; with --curl also curl. Only in Current mode there are several rows, and sendings; request is the first row&apos;s.</source>
        <translation>Montre ce que ferait l’envoi d’un consentement. Rien n’est écrit.

--json écrit&#xa0;: outcome, action, reason, person, row_id, changes[{column, path, found, now, after, effect, why}], why, request{method, url, headers, body}, rows[{row_id, action, outcome, reason, request}], sendings[{purpose_id, topic_id, channel, address, before, after, sent_before, sent_after, reason}], warnings&#xa0;; avec --curl, aussi curl. Il n’y a plusieurs lignes, et sendings, qu’en mode Current&#xa0;; request est celle de la première ligne.</translation>
    </message>
</context>
<context>
    <name>cli::Program</name>
    <message>
        <source>Warning: There is no translation for &quot;%1&quot;.</source>
        <translation>Avertissement&#xa0;: il n’y a pas de traduction pour «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>list the integrations</source>
        <translation>lister les intégrations</translation>
    </message>
    <message>
        <source>show one, without its secrets</source>
        <translation>en montrer une, sans ses secrets</translation>
    </message>
    <message>
        <source>make one from Didomi&apos;s JSON</source>
        <translation>en faire une à partir du JSON de Didomi</translation>
    </message>
    <message>
        <source>print one as Didomi&apos;s JSON</source>
        <translation>en écrire une en JSON de Didomi</translation>
    </message>
    <message>
        <source>check one without asking anybody</source>
        <translation>en vérifier une sans rien demander à personne</translation>
    </message>
    <message>
        <source>check both ends of an integration</source>
        <translation>vérifier les deux côtés d’une intégration</translation>
    </message>
    <message>
        <source>show what pushing one consent would do</source>
        <translation>montrer ce que ferait l’envoi d’un consentement</translation>
    </message>
    <message>
        <source>write one consent to Dynamics 365</source>
        <translation>écrire un consentement dans Dynamics 365</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Utilisation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Commandes&#xa0;:</translation>
    </message>
    <message>
        <source>Each command explains itself with --help. --version tells the version.</source>
        <translation>Chaque commande s’explique avec --help. --version donne la version.</translation>
    </message>
    <message>
        <source>Error: There is no command &quot;%1&quot;.</source>
        <translation>Erreur&#xa0;: il n’y a pas de commande «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>test one and print what a support desk needs</source>
        <translation>en tester une et écrire ce dont un service de support a besoin</translation>
    </message>
    <message>
        <source>say what an error&apos;s code means</source>
        <translation>dire ce que signifie le code d’une erreur</translation>
    </message>
    <message>
        <source>list which secrets and certificates end when</source>
        <translation>lister quels secrets et certificats expirent, et quand</translation>
    </message>
    <message>
        <source>replace a client secret without a gap</source>
        <translation>remplacer un secret client sans interruption</translation>
    </message>
    <message>
        <source>judge the mappings of an integration</source>
        <translation>juger les correspondances d’une intégration</translation>
    </message>
    <message>
        <source>suggest mappings by the likeness of names</source>
        <translation>suggérer des correspondances d’après la ressemblance des noms</translation>
    </message>
    <message>
        <source>tell how many of Didomi&apos;s users find their row</source>
        <translation>dire combien d’utilisateurs de Didomi trouvent leur ligne</translation>
    </message>
    <message>
        <source>write consents as they arrive</source>
        <translation>écrire les consentements à leur arrivée</translation>
    </message>
    <message>
        <source>show a plan; tick people in or out</source>
        <translation>afficher un plan&#xa0;; y cocher ou décocher des personnes</translation>
    </message>
    <message>
        <source>plan a resync of many: write nothing, say what would be written</source>
        <translation>planifier une resynchronisation&#xa0;: ne rien écrire, dire ce qui le serait</translation>
    </message>
    <message>
        <source>carry a plan out</source>
        <translation>exécuter un plan</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>idem</translation>
    </message>
    <message>
        <source>go on with a run that was stopped, or retry what failed</source>
        <translation>poursuivre une exécution interrompue, ou retenter ce qui a échoué</translation>
    </message>
    <message>
        <source>read again what a run wrote</source>
        <translation>relire ce qu’une exécution a écrit</translation>
    </message>
    <message>
        <source>plan to take a run back</source>
        <translation>planifier l’annulation d’une exécution</translation>
    </message>
    <message>
        <source>report what became of a plan</source>
        <translation>rendre compte de ce qu’un plan est devenu</translation>
    </message>
    <message>
        <source>list plans and runs, or all that is known of a person</source>
        <translation>lister les plans et exécutions, ou tout ce qui est connu d’une personne</translation>
    </message>
    <message>
        <source>forget a person on this machine</source>
        <translation>oublier une personne sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>cli::ProgressPrinter</name>
    <message>
        <source>%1 % read</source>
        <translation>%1&#xa0;% lus</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln personne</numerusform>
            <numerusform>%Ln personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>il reste %1</translation>
    </message>
    <message>
        <source>%1 to %2 left</source>
        <translation>il reste de %1 à %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 par seconde</translation>
    </message>
    <message numerus="yes">
        <source>%n application users</source>
        <translation>
            <numerusform>%n utilisateur d’application</numerusform>
            <numerusform>%n utilisateurs d’application</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::PushCommand</name>
    <message>
        <source>Needed for integrations with a production environment.</source>
        <translation>Nécessaire pour les intégrations dont l’environnement est en production.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a production integration. Add --unlock-production if you mean to write to it.</source>
        <translation>«&#xa0;%1&#xa0;» est une intégration de production. Ajoutez --unlock-production si vous voulez vraiment y écrire.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>HTTP %1, request %2</source>
        <translation>HTTP %1, requête %2</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Relu</translation>
    </message>
    <message>
        <source>the row says what was written</source>
        <translation>la ligne dit ce qui a été écrit</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>non confirmé</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Erreur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Writes one consent to Dynamics 365. Doing it twice changes nothing more.

--json prints what preview prints, and: http_status, request_id, verified, duration_ms, error, results[{row_id, outcome, reason, http_status, request_id, verified}].</source>
        <translation>Écrit un consentement dans Dynamics 365. Le faire deux fois ne change rien de plus.

--json écrit ce qu’écrit preview, et&#xa0;: http_status, request_id, verified, duration_ms, error, results[{row_id, outcome, reason, http_status, request_id, verified}].</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1&#xa0;: %2, %3</translation>
    </message>
    <message>
        <source>each row says what was written</source>
        <translation>chaque ligne dit ce qui a été écrit</translation>
    </message>
</context>
<context>
    <name>cli::ReportCommand</name>
    <message>
        <source>Tells what a plan foresees, or what became of it, person by person: as CSV for spreadsheets, JSON for programs, HTML for people. It may be asked for at any time.

--json with --output prints one line for each report on progress, as &quot;run&quot; does, and a last line: result, file, output, items, writes.</source>
        <translation>Dit ce que prévoit un plan, ou ce qu’il est devenu, personne par personne&#xa0;: en CSV pour les tableurs, en JSON pour les programmes, en HTML pour les lecteurs. Peut être demandé à tout moment.

--json avec --output écrit une ligne pour chaque point d’avancement, comme le fait «&#xa0;run&#xa0;», et une dernière ligne&#xa0;: result, file, output, items, writes.</translation>
    </message>
    <message>
        <source>csv, json or html; else what the output&apos;s name ends with.</source>
        <translation>csv, json ou html&#xa0;; sinon d’après la fin du nom du fichier de sortie.</translation>
    </message>
    <message>
        <source>The report&apos;s file; else standard output.</source>
        <translation>Le fichier du rapport&#xa0;; sinon la sortie standard.</translation>
    </message>
    <message>
        <source>Leave out what tells who somebody is.</source>
        <translation>Omettre ce qui révèle l’identité des personnes.</translation>
    </message>
    <message>
        <source>--output needs the path of a file.</source>
        <translation>--output a besoin du chemin d’un fichier.</translation>
    </message>
    <message>
        <source>The report needs a file of its own, not that of the plan.</source>
        <translation>Le rapport a besoin d’un fichier à lui, pas de celui du plan.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no format: csv, json or html.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un format&#xa0;: csv, json ou html.</translation>
    </message>
    <message>
        <source>Say in which format: --format csv, json or html.</source>
        <translation>Dites dans quel format&#xa0;: --format csv, json ou html.</translation>
    </message>
    <message numerus="yes">
        <source>The report on %Ln people is in %1.</source>
        <translation>
            <numerusform>Le rapport sur %Ln personne est dans %1.</numerusform>
            <numerusform>Le rapport sur %Ln personnes est dans %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::RunCommand</name>
    <message>
        <source>Goes on with a run that was stopped: by Ctrl+C, by a lost network, by a power cut. What was written is not written again. --json prints what &quot;run&quot; prints.</source>
        <translation>Continue une exécution qui a été arrêtée&#xa0;: par Ctrl+C, par une perte du réseau, par une coupure de courant. Ce qui a été écrit n’est pas écrit à nouveau. --json écrit ce qu’écrit «&#xa0;run&#xa0;».</translation>
    </message>
    <message>
        <source>Try once more what Dynamics 365 rejected, and nothing else.</source>
        <translation>Réessayer ce que Dynamics 365 a rejeté, et rien d’autre.</translation>
    </message>
    <message>
        <source>Needed for integrations with a production environment.</source>
        <translation>Nécessaire pour les intégrations dont l’environnement est en production.</translation>
    </message>
    <message>
        <source>Needed when people become contactable.</source>
        <translation>Nécessaire quand des personnes deviennent joignables.</translation>
    </message>
    <message>
        <source>Needed when rows are created.</source>
        <translation>Nécessaire quand des lignes sont créées.</translation>
    </message>
    <message>
        <source>Which updates are sent only for the version of the row that the plan knows: &quot;all&quot;, or &quot;permitting&quot; (as it is), where the others are compared once more just before.</source>
        <translation>Quelles mises à jour ne sont envoyées que pour la version de la ligne que le plan connaît&#xa0;: «&#xa0;all&#xa0;», ou «&#xa0;permitting&#xa0;» (par défaut), où les autres sont comparées encore une fois juste avant.</translation>
    </message>
    <message>
        <source>Do not ask Didomi once more about those who become contactable, however old the plan.</source>
        <translation>Ne pas interroger Didomi encore une fois sur les personnes qui deviennent joignables, quel que soit l’âge du plan.</translation>
    </message>
    <message>
        <source>Let no plug-in or workflow of the environment run on these writes; the application user needs the privilege for it.</source>
        <translation>Ne laisser aucun plug-in ni workflow de l’environnement s’exécuter sur ces écritures&#xa0;; l’utilisateur d’application a besoin du privilège pour cela.</translation>
    </message>
    <message>
        <source>Let no Power Automate flow start by these writes.</source>
        <translation>Ne laisser aucun flux Power Automate démarrer par ces écritures.</translation>
    </message>
    <message>
        <source>How many rows will be written; must be right where a production integration has more than %1.</source>
        <translation>Combien de lignes seront écrites&#xa0;; doit être exact quand une intégration de production en a plus de %1.</translation>
    </message>
    <message>
        <source>Requests at once; else as many as the server hints.</source>
        <translation>Nombre de requêtes à la fois&#xa0;; sinon autant que le serveur le suggère.</translation>
    </message>
    <message>
        <source>--guard is &quot;all&quot; or &quot;permitting&quot;, not &quot;%1&quot;.</source>
        <translation>--guard prend «&#xa0;all&#xa0;» ou «&#xa0;permitting&#xa0;», pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>--rows needs a number.</source>
        <translation>--rows a besoin d’un nombre.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a production integration. Add --unlock-production if you mean to write to it.</source>
        <translation>«&#xa0;%1&#xa0;» est une intégration de production. Ajoutez --unlock-production si vous voulez vraiment y écrire.</translation>
    </message>
    <message numerus="yes">
        <source>By this plan %Ln people become contactable: confirm it with --allow-permitting.</source>
        <translation>
            <numerusform>Avec ce plan, %Ln personne devient joignable&#xa0;: confirmez-le avec --allow-permitting.</numerusform>
            <numerusform>Avec ce plan, %Ln personnes deviennent joignables&#xa0;: confirmez-le avec --allow-permitting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>By this plan rows are created for %Ln people: confirm it with --allow-creating.</source>
        <translation>
            <numerusform>Avec ce plan, des lignes sont créées pour %Ln personne&#xa0;: confirmez-le avec --allow-creating.</numerusform>
            <numerusform>Avec ce plan, des lignes sont créées pour %Ln personnes&#xa0;: confirmez-le avec --allow-creating.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them first: %1</source>
        <translation>Examinez-les d’abord&#xa0;: %1</translation>
    </message>
    <message>
        <source>This plan writes %1 rows, not %2.</source>
        <translation>Ce plan écrit %1 lignes, pas %2.</translation>
    </message>
    <message>
        <source>This plan writes %1 rows to a production environment.</source>
        <translation>Ce plan écrit %1 lignes dans un environnement de production.</translation>
    </message>
    <message>
        <source>If that is what you mean, add: --rows %1</source>
        <translation>Si c’est ce que vous voulez, ajoutez&#xa0;: --rows %1</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Mis à jour</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Inchangé</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Invalide</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Non atteint</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Erreur&#xa0;: %1</translation>
    </message>
    <message>
        <source>What was sent is settled; nothing is lost.</source>
        <translation>L’issue de ce qui a été envoyé est connue&#xa0;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>Go on with:</source>
        <translation>Continuez avec&#xa0;:</translation>
    </message>
    <message>
        <source>See what failed, and why:</source>
        <translation>Voyez ce qui a échoué, et pourquoi&#xa0;:</translation>
    </message>
    <message>
        <source>Try the rejected ones again:</source>
        <translation>Réessayez ce qui a été rejeté&#xa0;:</translation>
    </message>
    <message>
        <source>See that the rows say what was written:</source>
        <translation>Vérifiez que les lignes disent ce qui a été écrit&#xa0;:</translation>
    </message>
    <message>
        <source>Take it back:</source>
        <translation>Annulez-la&#xa0;:</translation>
    </message>
    <message>
        <source>This plan was carried out already.</source>
        <translation>Ce plan a déjà été exécuté.</translation>
    </message>
    <message>
        <source>See how it ended: %1</source>
        <translation>Voyez comment cela a fini&#xa0;: %1</translation>
    </message>
    <message>
        <source>This plan&apos;s run has begun already (%1).</source>
        <translation>L’exécution de ce plan a déjà commencé (%1).</translation>
    </message>
    <message>
        <source>Go on with: %1</source>
        <translation>Continuez avec&#xa0;: %1</translation>
    </message>
    <message>
        <source>This run was taken back; it cannot go on.</source>
        <translation>Cette exécution a été annulée&#xa0;; elle ne peut pas continuer.</translation>
    </message>
    <message>
        <source>Make a new plan.</source>
        <translation>Faites un nouveau plan.</translation>
    </message>
    <message>
        <source>This run has not ended (%1); what failed can be tried again then.</source>
        <translation>Cette exécution n’est pas terminée (%1)&#xa0;; ce qui a échoué pourra être réessayé ensuite.</translation>
    </message>
    <message>
        <source>One of several that carry out a plan in a database together: it may be started before or after the others, and again when it was killed. All of them end when all is done, with the same exit code.</source>
        <translation>L’un de plusieurs processus qui exécutent ensemble un plan dans une base de données&#xa0;: il peut être lancé avant ou après les autres, et relancé s’il a été tué. Tous se terminent quand tout est fait, avec le même code de sortie.</translation>
    </message>
    <message>
        <source>Rows in one request; else steered by how long the answers take.</source>
        <translation>Nombre de lignes dans une requête&#xa0;; sinon réglé selon le temps que prennent les réponses.</translation>
    </message>
    <message>
        <source>Of a shared plan: what this worker is called in it; else after its machine.</source>
        <translation>Pour un plan partagé&#xa0;: le nom que ce processus y porte&#xa0;; sinon celui de sa machine.</translation>
    </message>
    <message>
        <source>Of a shared plan: after so long without a sign of life others take over what this worker has begun; else %1.</source>
        <translation>Pour un plan partagé&#xa0;: après ce temps sans signe de vie, d’autres reprennent ce que ce processus a commencé&#xa0;; sinon %1.</translation>
    </message>
    <message>
        <source>--%1 needs a number above 0.</source>
        <translation>--%1 a besoin d’un nombre supérieur à 0.</translation>
    </message>
    <message>
        <source>--%1 needs a number from 1 to %2.</source>
        <translation>--%1 a besoin d’un nombre de 1 à %2.</translation>
    </message>
    <message>
        <source>--%1 belongs to a plan in a database, which several machines share.</source>
        <translation>--%1 ne va qu’avec un plan dans une base de données, que plusieurs machines partagent.</translation>
    </message>
    <message>
        <source>--worker needs a plan in a database, which several machines share; &quot;plan --output postgresql://…&quot; makes one.</source>
        <translation>--worker a besoin d’un plan dans une base de données, que plusieurs machines partagent&#xa0;; «&#xa0;plan --output postgresql://…&#xa0;» en fait un.</translation>
    </message>
    <message>
        <source>Carries out a plan that &quot;plan&quot; made: writes its rows to Dynamics 365. &quot;apply&quot; is the same. Each write is noted in the plan&apos;s file before it is sent; whatever happens, &quot;resume&quot; goes on where it was stopped.

--json prints one line for each report on progress: phase, done, total, people, per_second, eta_seconds_soonest, eta_seconds_latest, bottleneck, waiting_for, waiting_until, in_flight, users, refused_users[], permits, rows_per_request, requests, throttled, counts{}; and a last line: result, file, counts{planned, created, updated, unchanged, skipped, invalid, rejected, conflict, not_reached, ticked_out, open}, duration_ms, requests, throttled, users, refused_users[], error.</source>
        <translation>Exécute un plan que « plan » a préparé : écrit ses lignes dans Dynamics 365. « apply » fait la même chose. Chaque écriture est notée dans le fichier du plan avant d’être envoyée ; quoi qu’il arrive, « resume » reprend là où l’exécution s’est arrêtée.

--json affiche une ligne pour chaque point d’avancement : phase, done, total, people, per_second, eta_seconds_soonest, eta_seconds_latest, bottleneck, waiting_for, waiting_until, in_flight, users, refused_users[], permits, rows_per_request, requests, throttled, counts{} ; et une dernière ligne : result, file, counts{planned, created, updated, unchanged, skipped, invalid, rejected, conflict, not_reached, ticked_out, open}, duration_ms, requests, throttled, users, refused_users[], error.</translation>
    </message>
    <message>
        <source>Application users</source>
        <translation>Utilisateurs de l’application</translation>
    </message>
</context>
<context>
    <name>cli::ScopeArguments</name>
    <message>
        <source>Say whom the plan is about: --everybody, --person, --people, --since, --since-last-run or --failed-of.</source>
        <translation>Dites qui le plan concerne&#xa0;: --everybody, --person, --people, --since, --since-last-run ou --failed-of.</translation>
    </message>
    <message>
        <source>--everybody, --person with --people, --since, --since-last-run and --failed-of exclude each other.</source>
        <translation>--everybody, --person avec --people, --since, --since-last-run et --failed-of s’excluent mutuellement.</translation>
    </message>
    <message>
        <source>The organization user id is empty.</source>
        <translation>L’organization user id est vide.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date, such as 2026-11-20 or 2026-11-20T10:00:00Z.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une date, comme 2026-11-20 ou 2026-11-20T10:00:00Z.</translation>
    </message>
    <message>
        <source>Whom the plan is about: everybody that the source tells of.</source>
        <translation>Qui le plan concerne&#xa0;: tous ceux dont parle la source.</translation>
    </message>
    <message>
        <source>Or one person, by organization user id. May be given repeatedly.</source>
        <translation>Ou une personne, par son organization user id. Peut être répété.</translation>
    </message>
    <message>
        <source>Or those of a list: one id in each line, or CSV with --column; &quot;-&quot; reads standard input.</source>
        <translation>Ou les personnes d’une liste&#xa0;: un ID par ligne, ou du CSV avec --column&#xa0;; «&#xa0;-&#xa0;» lit l’entrée standard.</translation>
    </message>
    <message>
        <source>The column of --people that holds the ids.</source>
        <translation>La colonne de --people qui contient les ID.</translation>
    </message>
    <message>
        <source>Or who changed anything since then: &quot;2026-11-20&quot; is midnight here, &quot;2026-11-20T10:00:00Z&quot; a moment.</source>
        <translation>Ou qui a changé quelque chose depuis&#xa0;: «&#xa0;2026-11-20&#xa0;» est minuit ici, «&#xa0;2026-11-20T10:00:00Z&#xa0;» un instant précis.</translation>
    </message>
    <message>
        <source>Or who changed anything since the plan was made of this integration&apos;s last finished resync of all.</source>
        <translation>Ou qui a changé quelque chose depuis l’établissement du plan de la dernière resynchronisation complète et terminée de cette intégration.</translation>
    </message>
    <message>
        <source>Or whose writes were rejected, invalid or in conflict in the run of this plan.</source>
        <translation>Ou les personnes dont les écritures ont été rejetées, invalides ou en conflit dans l’exécution de ce plan.</translation>
    </message>
    <message>
        <source>Of these only who made a choice about this purpose of Didomi. May be given repeatedly.</source>
        <translation>Parmi ces personnes, seulement celles qui ont fait un choix sur cette finalité de Didomi. Peut être répété.</translation>
    </message>
    <message>
        <source>Of these only who made this choice about one of the purposes, or about any: given or refused.</source>
        <translation>Parmi ces personnes, seulement celles qui ont fait ce choix sur l’une des finalités, ou sur n’importe laquelle&#xa0;: given ou refused.</translation>
    </message>
    <message>
        <source>The regulation whose choices count; else that of the integration.</source>
        <translation>La réglementation dont les choix comptent&#xa0;; sinon celle de l’intégration.</translation>
    </message>
    <message>
        <source>Leave out who needs no write and has no problem.</source>
        <translation>Laisser de côté les personnes qui n’ont besoin d’aucune écriture et n’ont pas de problème.</translation>
    </message>
    <message>
        <source>Read exports of Didomi instead of asking it: .json, .jsonl, .json.gz or a folder of them. May be given repeatedly.</source>
        <translation>Lire des exports de Didomi au lieu de l’interroger&#xa0;: .json, .jsonl, .json.gz ou un dossier qui en contient. Peut être répété.</translation>
    </message>
    <message>
        <source>--column belongs to --people.</source>
        <translation>--column ne va qu’avec --people.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no choice: given or refused.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un choix&#xa0;: given ou refused.</translation>
    </message>
    <message>
        <source>The purpose&apos;s id is empty.</source>
        <translation>L’ID de la finalité est vide.</translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation>Il n’y a ni fichier ni dossier %1.</translation>
    </message>
</context>
<context>
    <name>cli::ShowCommand</name>
    <message>
        <source>Shows an integration. Secrets are never shown, only where they are kept.</source>
        <translation>Montre une intégration. Les secrets ne sont jamais montrés, seulement l’endroit où ils sont gardés.</translation>
    </message>
    <message>
        <source>by the alternate key on %1</source>
        <translation>par la clé alternative sur %1</translation>
    </message>
    <message>
        <source>by searching %1</source>
        <translation>par recherche dans %1</translation>
    </message>
    <message>
        <source>by row id</source>
        <translation>par l’ID de ligne</translation>
    </message>
    <message>
        <source>not entered</source>
        <translation>non saisi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Dynamics 365</source>
        <translation>Dynamics 365</translation>
    </message>
    <message>
        <source>Tenant id</source>
        <translation>ID de locataire</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>ID client</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret client</translation>
    </message>
    <message>
        <source>Didomi organization</source>
        <translation>Organisation Didomi</translation>
    </message>
    <message>
        <source>Didomi API</source>
        <translation>API Didomi</translation>
    </message>
    <message>
        <source>Didomi key</source>
        <translation>Clé Didomi</translation>
    </message>
    <message>
        <source>Didomi secret</source>
        <translation>Secret Didomi</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Rows are found</source>
        <translation>Les lignes se trouvent</translation>
    </message>
    <message>
        <source>Upsert mode</source>
        <translation>Mode upsert</translation>
    </message>
    <message>
        <source>on: missing rows are created</source>
        <translation>activé&#xa0;: les lignes manquantes sont créées</translation>
    </message>
    <message>
        <source>off: missing rows are skipped</source>
        <translation>désactivé&#xa0;: les lignes manquantes sont ignorées</translation>
    </message>
    <message>
        <source>Mappings:</source>
        <translation>Correspondances&#xa0;:</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>Se connecte avec</translation>
    </message>
    <message>
        <source>a certificate</source>
        <translation>un certificat</translation>
    </message>
    <message>
        <source>a client secret</source>
        <translation>un secret client</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Fichier de certificat</translation>
    </message>
    <message>
        <source>Certificate passphrase</source>
        <translation>Phrase secrète du certificat</translation>
    </message>
    <message>
        <source>Secret expires on</source>
        <translation>Le secret expire le</translation>
    </message>
    <message>
        <source>New client secret</source>
        <translation>Nouveau secret client</translation>
    </message>
    <message>
        <source>New secret expires on</source>
        <translation>Le nouveau secret expire le</translation>
    </message>
    <message>
        <source>as this computer is set</source>
        <translation>selon les réglages de cet ordinateur</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Utilisateur du proxy</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Mot de passe du proxy</translation>
    </message>
    <message>
        <source>Authority file</source>
        <translation>Fichier d’autorités</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Further application user</source>
        <translation>Autre utilisateur d’application</translation>
    </message>
    <message>
        <source>expires on %1</source>
        <translation>expire le %1</translation>
    </message>
</context>
<context>
    <name>cli::TestCommand</name>
    <message>
        <source>Verdict: %1</source>
        <translation>Verdict&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>ID de requête</translation>
    </message>
    <message>
        <source>Checks both ends of integrations. Nothing is written anywhere but into the history of tests here.

--json prints: verdict, integration, id, started_at, duration_ms, broken_since, changes[{step, sentence}], steps[{id, end, state, started_after_ms, duration_ms, evidence, details, facts, problem{code, message, fix, detail, request_id}, place{text, link}}]; of several integrations: verdict, tests[]. The exit code is by the worst state: a failed step is 8, warnings are 0.</source>
        <translation>Vérifie les deux côtés d’intégrations. Rien n’est écrit nulle part, sauf dans l’historique des tests ici.

--json écrit&#xa0;: verdict, integration, id, started_at, duration_ms, broken_since, changes[{step, sentence}], steps[{id, end, state, started_after_ms, duration_ms, evidence, details, facts, problem{code, message, fix, detail, request_id}, place{text, link}}]&#xa0;; pour plusieurs intégrations&#xa0;: verdict, tests[]. Le code de sortie suit le pire état&#xa0;: une étape qui échoue donne 8, des avertissements 0.</translation>
    </message>
    <message>
        <source>Names, ids or profile files; nothing is the only one there is.</source>
        <translation>Noms, ID ou fichiers de profil&#xa0;; sans rien, la seule qui existe.</translation>
    </message>
    <message>
        <source>Name or id of an integration.</source>
        <translation>Nom ou ID d’une intégration.</translation>
    </message>
    <message>
        <source>Path of a profile file.</source>
        <translation>Chemin d’un fichier de profil.</translation>
    </message>
    <message>
        <source>Every integration, three at a time.</source>
        <translation>Toutes les intégrations, trois à la fois.</translation>
    </message>
    <message>
        <source>Only this step, after those it needs; &quot;help&quot; lists them.</source>
        <translation>Seulement cette étape, après celles dont elle a besoin&#xa0;; «&#xa0;help&#xa0;» les liste.</translation>
    </message>
    <message>
        <source>Sign in with the new secret of the second slot.</source>
        <translation>Se connecter avec le nouveau secret du second emplacement.</translation>
    </message>
    <message>
        <source>The environment was replaced on purpose: recognise the one that answers from now on.</source>
        <translation>L’environnement a été remplacé exprès&#xa0;: reconnaître désormais celui qui répond.</translation>
    </message>
    <message>
        <source>Neither look into the history of tests nor write into it.</source>
        <translation>Ne pas regarder l’historique des tests et ne rien y écrire.</translation>
    </message>
    <message>
        <source>Print JUnit&apos;s XML, for build servers.</source>
        <translation>Écrire le XML de JUnit, pour les serveurs d’intégration.</translation>
    </message>
    <message>
        <source>There is no step &quot;%1&quot;; &quot;--step help&quot; lists them.</source>
        <translation>Il n’y a pas d’étape «&#xa0;%1&#xa0;»&#xa0;; «&#xa0;--step help&#xa0;» les liste.</translation>
    </message>
    <message>
        <source>Say --json or --junit, not both.</source>
        <translation>Dites --json ou --junit, pas les deux.</translation>
    </message>
    <message>
        <source>The integration %1 has no new secret.</source>
        <translation>L’intégration %1 n’a pas de nouveau secret.</translation>
    </message>
    <message>
        <source>Enter it first, with: next-secret --set</source>
        <translation>Saisissez-le d’abord, avec : next-secret --set</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Broken since %1</source>
        <translation>En panne depuis le %1</translation>
    </message>
    <message>
        <source>Since the last good test of %1:</source>
        <translation>Depuis le dernier bon test, du %1&#xa0;:</translation>
    </message>
</context>
<context>
    <name>cli::UndoCommand</name>
    <message>
        <source>Plans to take a run back: rows that still say what the run wrote get their values of before; others are left alone, and it is told why. Writes nothing: look at the plan with &quot;plan show&quot;, carry it out with &quot;run&quot;.

--json prints what &quot;plan&quot; prints.</source>
        <translation>Prévoit l’annulation d’une exécution&#xa0;: les lignes qui disent encore ce que l’exécution a écrit reprennent leurs valeurs d’avant&#xa0;; les autres sont laissées telles quelles, et la raison est donnée. N’écrit rien&#xa0;: examinez le plan avec «&#xa0;plan show&#xa0;», exécutez-le avec «&#xa0;run&#xa0;».

--json écrit ce qu’écrit «&#xa0;plan&#xa0;».</translation>
    </message>
    <message>
        <source>The file of the plan that takes it back; one that was not finished is gone on with. Else a new one beside the other plans.</source>
        <translation>Le fichier du plan qui annule l’exécution&#xa0;; un plan qui n’était pas terminé est continué. Sinon, un nouveau à côté des autres plans.</translation>
    </message>
    <message>
        <source>--output needs the path of a file.</source>
        <translation>--output a besoin du chemin d’un fichier.</translation>
    </message>
    <message>
        <source>The plan that takes the run back needs a file of its own.</source>
        <translation>Le plan qui annule l’exécution a besoin d’un fichier à lui.</translation>
    </message>
    <message>
        <source>This plan was not carried out; there is nothing to take back.</source>
        <translation>Ce plan n’a pas été exécuté&#xa0;; il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>What is planned so far is kept. Go on with: %1</source>
        <translation>Ce qui est prévu jusqu’ici est gardé. Continuez avec&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>cli::ValidateCommand</name>
    <message>
        <source>Checks an integration without asking anybody; &quot;test&quot; asks both ends.</source>
        <translation>Vérifie une intégration sans rien demander à personne&#xa0;; «&#xa0;test&#xa0;» interroge les deux côtés.</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Erreur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Avertissement&#xa0;: %1</translation>
    </message>
    <message>
        <source>The integration &quot;%1&quot; is valid.</source>
        <translation>L’intégration «&#xa0;%1&#xa0;» est valide.</translation>
    </message>
</context>
<context>
    <name>cli::VerifyCommand</name>
    <message>
        <source>Reads the rows that a run wrote once more, and tells which say something else by now. Writes nothing.

--json prints one line for each report on progress, as &quot;run&quot; does, and a last line: result, file, written, rows, same, gone, differ, unread, erased, divergences[{person, table, row_id, column, wrote, says}].</source>
        <translation>Relit les lignes qu’une exécution a écrites, et dit lesquelles disent autre chose maintenant. N’écrit rien.

--json écrit une ligne pour chaque point d’avancement, comme le fait «&#xa0;run&#xa0;», et une dernière ligne&#xa0;: result, file, written, rows, same, gone, differ, unread, erased, divergences[{person, table, row_id, column, wrote, says}].</translation>
    </message>
    <message>
        <source>So many rows, spread over the whole run; else all.</source>
        <translation>Ce nombre de lignes, réparties sur toute l’exécution&#xa0;; sinon toutes.</translation>
    </message>
    <message>
        <source>--sample needs a number above 0.</source>
        <translation>--sample a besoin d’un nombre supérieur à 0.</translation>
    </message>
    <message>
        <source>This plan was not carried out yet; there is nothing to verify.</source>
        <translation>Ce plan n’a pas encore été exécuté&#xa0;; il n’y a rien à vérifier.</translation>
    </message>
    <message>
        <source>Carry it out: %1</source>
        <translation>Exécutez-le&#xa0;: %1</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Lignes écrites</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Examinées</translation>
    </message>
    <message>
        <source>Say what was written</source>
        <translation>Disent ce qui a été écrit</translation>
    </message>
    <message>
        <source>Say something else</source>
        <translation>Disent autre chose</translation>
    </message>
    <message>
        <source>Are gone</source>
        <translation>N’existent plus</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>N’ont pas pu être lues</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrit</translation>
    </message>
    <message>
        <source>Says now</source>
        <translation>Dit maintenant</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are told by --json.</source>
        <translation>
            <numerusform>--json en donne %Ln de plus.</numerusform>
            <numerusform>--json en donne %Ln de plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody changed these rows since. A new plan tells what Didomi says of them.</source>
        <translation>Quelqu’un a modifié ces lignes depuis. Un nouveau plan dit ce que Didomi sait de ces personnes.</translation>
    </message>
</context>
<context>
    <name>cli::WorkplaceCommand</name>
    <message>
        <source>What an earlier run left open could not be settled: %1</source>
        <translation>Ce qu’une exécution précédente a laissé en suspens n’a pas pu être réglé&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>An earlier run was cut off. %n of its writes had arrived.</source>
        <translation>
            <numerusform>Une exécution précédente a été interrompue. %n de ses écritures était arrivée.</numerusform>
            <numerusform>Une exécution précédente a été interrompue. %n de ses écritures étaient arrivées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had not.</source>
        <translation>
            <numerusform>%n ne l’était pas.</numerusform>
            <numerusform>%n ne l’étaient pas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consent::Choice</name>
    <message>
        <source>no choice</source>
        <translation>aucun choix</translation>
    </message>
    <message>
        <source>given</source>
        <translation>donné</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>en attente</translation>
    </message>
</context>
<context>
    <name>consent::Event</name>
    <message>
        <source>This webhook tells that an event was deleted; its choices no longer count.</source>
        <translation>Ce webhook annonce qu’un événement a été supprimé&#xa0;; ses choix ne comptent plus.</translation>
    </message>
    <message>
        <source>Use the person&apos;s current state instead.</source>
        <translation>Utilisez plutôt l’état actuel de la personne.</translation>
    </message>
    <message>
        <source>This webhook is not about a consent event: its type is “%1”.</source>
        <translation>Ce webhook ne concerne pas un événement de consentement&#xa0;: son type est «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Use a webhook of type event.created or event.updated.</source>
        <translation>Utilisez un webhook de type event.created ou event.updated.</translation>
    </message>
    <message>
        <source>The webhook carries no event: “parameters.%1” is missing.</source>
        <translation>Le webhook ne contient aucun événement&#xa0;: «&#xa0;parameters.%1&#xa0;» manque.</translation>
    </message>
    <message>
        <source>Save the whole body of the webhook, not flattened.</source>
        <translation>Enregistrez tout le corps du webhook, sans l’aplatir.</translation>
    </message>
    <message>
        <source>consent event</source>
        <translation>événement de consentement</translation>
    </message>
    <message>
        <source>The consent event has a status that is not known, so it cannot be told whether it counts.</source>
        <translation>L’événement de consentement a un état inconnu&#xa0;; on ne peut pas dire s’il compte.</translation>
    </message>
    <message>
        <source>“status” is confirmed or pending_approval.</source>
        <translation>«&#xa0;status&#xa0;» vaut confirmed ou pending_approval.</translation>
    </message>
    <message>
        <source>The consent event does not say whose it is.</source>
        <translation>L’événement de consentement ne dit pas de qui il vient.</translation>
    </message>
    <message>
        <source>Add “user.organization_user_id”.</source>
        <translation>Ajoutez «&#xa0;user.organization_user_id&#xa0;».</translation>
    </message>
    <message>
        <source>The file is not valid JSON: line %1, column %2.</source>
        <translation>Le fichier n’est pas du JSON valide&#xa0;: ligne %1, colonne %2.</translation>
    </message>
    <message>
        <source>Correct the file there, or save the event again.</source>
        <translation>Corrigez le fichier à cet endroit, ou enregistrez l’événement à nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>The file holds %n event(s); exactly one is needed.</source>
        <translation>
            <numerusform>Le fichier contient %n événement&#xa0;; il en faut exactement un.</numerusform>
            <numerusform>Le fichier contient %n événements&#xa0;; il en faut exactement un.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save one event per file.</source>
        <translation>Enregistrez un événement par fichier.</translation>
    </message>
</context>
<context>
    <name>consent::MemberReader</name>
    <message>
        <source>text</source>
        <translation>du texte</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <source>a time such as 2026-11-20T09:58:12Z</source>
        <translation>une date comme 2026-11-20T09:58:12Z</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>un objet</translation>
    </message>
    <message>
        <source>The %1 has no “%2”.</source>
        <translation>Le %1 n’a pas de «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Add “%1”.</source>
        <translation>Ajoutez «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>In the %1, “%2” is not %3.</source>
        <translation>Dans le %1, «&#xa0;%2&#xa0;» n’est pas %3.</translation>
    </message>
    <message>
        <source>Make “%1” %2.</source>
        <translation>Faites de «&#xa0;%1&#xa0;» %2.</translation>
    </message>
</context>
<context>
    <name>consent::ParsedPath</name>
    <message>
        <source>Didomi&apos;s catalogue has no purpose “%1”.</source>
        <translation>Le catalogue de Didomi n’a pas de finalité «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Didomi&apos;s catalogue has no preference “%1”.</source>
        <translation>Le catalogue de Didomi n’a pas de préférence «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The preference “%1” has no value “%2”.</source>
        <translation>La préférence «&#xa0;%1&#xa0;» n’a pas de valeur «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is not a likely id of a channel.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas l’air d’un ID de canal.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” can be read in %n ways, because ids hold “_”. It is read as: %2.</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;» se lit de %n façon, parce que les ID contiennent «&#xa0;_&#xa0;». Il est lu comme&#xa0;: %2.</numerusform>
            <numerusform>«&#xa0;%1&#xa0;» se lit de %n façons, parce que les ID contiennent «&#xa0;_&#xa0;». Il est lu comme&#xa0;: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>No value is chosen.</source>
        <translation>Aucune valeur n’est choisie.</translation>
    </message>
    <message>
        <source>“%1” begins or ends with a blank.</source>
        <translation>«&#xa0;%1&#xa0;» commence ou finit par une espace.</translation>
    </message>
    <message>
        <source>“%1” is not a value that Didomi knows. Values look like consents_purposes_&lt;id&gt;_enabled.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une valeur que Didomi connaît. Les valeurs ressemblent à consents_purposes_&lt;id&gt;_enabled.</translation>
    </message>
</context>
<context>
    <name>consent::User</name>
    <message>
        <source>consent user</source>
        <translation>utilisateur de consentement</translation>
    </message>
</context>
<context>
    <name>consent::ValuePath</name>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>text message</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>téléphone</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <extracomment>purpose, then one of its preferences</extracomment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>organization user id</source>
        <translation>organization user id</translation>
    </message>
    <message>
        <source>country</source>
        <translation>pays</translation>
    </message>
    <message>
        <source>last seen country</source>
        <translation>dernier pays vu</translation>
    </message>
    <message>
        <source>Didomi user id</source>
        <translation>ID d’utilisateur Didomi</translation>
    </message>
    <message>
        <source>metadata “%1”</source>
        <translation>métadonnée «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>legitimate interest of %1</source>
        <translation>intérêt légitime de %1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <extracomment>a purpose or preference, then a channel: &quot;newsletter by e-mail&quot;</extracomment>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>picked values of %1</source>
        <translation>valeurs choisies de %1</translation>
    </message>
</context>
<context>
    <name>core::Error</name>
    <message>
        <source>Stopped before it was finished.</source>
        <translation>Arrêté avant la fin.</translation>
    </message>
</context>
<context>
    <name>dataverse::AnyOf</name>
    <message numerus="yes">
        <source>More than %n row(s) of %1 match, which is more than one person can have.</source>
        <translation>
            <numerusform>Plus de %n ligne de %1 correspond&#xa0;: c’est plus qu’une personne ne peut en avoir.</numerusform>
            <numerusform>Plus de %n lignes de %1 correspondent&#xa0;: c’est plus qu’une personne ne peut en avoir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look whether an address is shared by very many, and clean up its rows.</source>
        <translation>Regardez si une adresse est partagée par un très grand nombre de personnes, et faites le ménage dans ses lignes.</translation>
    </message>
</context>
<context>
    <name>dataverse::Batch</name>
    <message>
        <source>The answer to a batch of requests could not be read: %1</source>
        <translation>La réponse à un lot de requêtes n’a pas pu être lue&#xa0;: %1</translation>
    </message>
    <message>
        <source>Try again. If it happens again and again, something between this computer and Dataverse changes the answers: ask who runs the network.</source>
        <translation>Réessayez. Si cela se répète, quelque chose entre cet ordinateur et Dataverse modifie les réponses&#xa0;: demandez aux responsables du réseau.</translation>
    </message>
    <message>
        <source>it names no boundary between its parts.</source>
        <translation>elle ne nomme aucune délimitation entre ses parties.</translation>
    </message>
    <message>
        <source>it ends before its last part does.</source>
        <translation>elle finit avant la fin de sa dernière partie.</translation>
    </message>
    <message>
        <source>a part has no content.</source>
        <translation>une partie n’a pas de contenu.</translation>
    </message>
    <message>
        <source>a change set stands within another.</source>
        <translation>un ensemble de modifications se trouve dans un autre.</translation>
    </message>
    <message>
        <source>a part is not an answer.</source>
        <translation>une partie n’est pas une réponse.</translation>
    </message>
    <message numerus="yes">
        <source>A batch holds at most %n request(s).</source>
        <translation>
            <numerusform>Un lot contient au plus %n requête.</numerusform>
            <numerusform>Un lot contient au plus %n requêtes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading is not possible within a change set.</source>
        <translation>La lecture n’est pas possible dans un ensemble de modifications.</translation>
    </message>
    <message>
        <source>An address does not fit into a batch.</source>
        <translation>Une adresse ne convient pas à un lot.</translation>
    </message>
    <message>
        <source>A request&apos;s headers cannot stand in a batch.</source>
        <translation>Les en-têtes d’une requête ne peuvent pas figurer dans un lot.</translation>
    </message>
    <message>
        <source>its parts are not answers to what was sent.</source>
        <translation>ses parties ne répondent pas à ce qui a été envoyé.</translation>
    </message>
</context>
<context>
    <name>dataverse::BulkMessages</name>
    <message>
        <source>“%1” is not the logical name of a table.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas le nom logique d’une table.</translation>
    </message>
    <message>
        <source>Choose the table again.</source>
        <translation>Choisissez à nouveau la table.</translation>
    </message>
</context>
<context>
    <name>dataverse::BulkWriteJob</name>
    <message>
        <source>It is not known what became of an earlier change of the same row.</source>
        <translation>On ne sait pas ce qu’est devenue une modification antérieure de la même ligne.</translation>
    </message>
    <message>
        <source>Look the row up, then write what it still lacks.</source>
        <translation>Recherchez la ligne, puis écrivez ce qui lui manque encore.</translation>
    </message>
</context>
<context>
    <name>dataverse::Errors</name>
    <message>
        <source>Add the privilege %1, for the whole organization, to a security role of the application user.</source>
        <translation>Ajoutez le privilège %1, pour toute l’organisation, à un rôle de sécurité de l’utilisateur d’application.</translation>
    </message>
    <message>
        <source>The answer is not one that Dataverse gives; something else may have answered.</source>
        <translation>La réponse n’est pas de celles que donne Dataverse&#xa0;; autre chose a peut-être répondu.</translation>
    </message>
    <message>
        <source>Check the environment&apos;s address, and whether a proxy stands in between.</source>
        <translation>Vérifiez l’adresse de l’environnement, et si un proxy se trouve entre les deux.</translation>
    </message>
</context>
<context>
    <name>dataverse::Finder</name>
    <message>
        <source>The table “%1” has no column “%2”.</source>
        <translation>La table «&#xa0;%1&#xa0;» n’a pas de colonne «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Load the columns again, then correct the mapping or the match column.</source>
        <translation>Rechargez les colonnes, puis corrigez la correspondance ou la colonne de recherche.</translation>
    </message>
    <message>
        <source>The id that was looked for is not a row id (a GUID).</source>
        <translation>L’ID cherché n’est pas un ID de ligne (GUID).</translation>
    </message>
    <message>
        <source>Match by the column that holds the ids that Didomi has.</source>
        <translation>Cherchez dans la colonne qui contient les ID que possède Didomi.</translation>
    </message>
    <message>
        <source>There is no id to look for.</source>
        <translation>Il n’y a pas d’ID à chercher.</translation>
    </message>
    <message>
        <source>The table “%1” has no column “%2” that can be read.</source>
        <translation>La table «&#xa0;%1&#xa0;» n’a pas de colonne «&#xa0;%2&#xa0;» qui puisse être lue.</translation>
    </message>
    <message>
        <source>Choose another match column.</source>
        <translation>Choisissez une autre colonne de recherche.</translation>
    </message>
</context>
<context>
    <name>dataverse::Inspector</name>
    <message>
        <source>The application user&apos;s id is not a row id (a GUID).</source>
        <translation>L’ID de l’utilisateur d’application n’est pas un ID de ligne (un GUID).</translation>
    </message>
    <message>
        <source>Test the connection again: WhoAmI gives the id.</source>
        <translation>Testez à nouveau la connexion&#xa0;: WhoAmI donne l’ID.</translation>
    </message>
</context>
<context>
    <name>dataverse::Literals</name>
    <message>
        <source>No row can be found by the column “%1”: it holds %2, and the id that was looked for is none.</source>
        <translation>Aucune ligne ne peut être trouvée par la colonne «&#xa0;%1&#xa0;»&#xa0;: elle contient %2, et l’ID cherché n’en est pas.</translation>
    </message>
    <message>
        <source>Match by the column that holds the ids that Didomi has.</source>
        <translation>Cherchez dans la colonne qui contient les ID que possède Didomi.</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>des nombres entiers</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>des nombres</translation>
    </message>
    <message>
        <source>“true” or “false”</source>
        <translation>«&#xa0;true&#xa0;» ou «&#xa0;false&#xa0;»</translation>
    </message>
    <message>
        <source>dates with times</source>
        <translation>des dates avec heure</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>des dates</translation>
    </message>
    <message>
        <source>row ids (GUIDs)</source>
        <translation>des ID de ligne (GUID)</translation>
    </message>
    <message>
        <source>Rows cannot be searched by the column “%1” of type %2.</source>
        <translation>Les lignes ne peuvent pas être cherchées par la colonne «&#xa0;%1&#xa0;» de type %2.</translation>
    </message>
    <message>
        <source>Match by a text column, or by an alternate key.</source>
        <translation>Cherchez dans une colonne de texte, ou par une clé alternative.</translation>
    </message>
</context>
<context>
    <name>dataverse::Metadata</name>
    <message>
        <source>Dataverse described the table without its name, its set or its id column.</source>
        <translation>Dataverse a décrit la table sans son nom, son jeu ou sa colonne d’ID.</translation>
    </message>
    <message>
        <source>Check the environment&apos;s address, and whether a proxy stands in between.</source>
        <translation>Vérifiez l’adresse de l’environnement, et si un proxy se trouve entre les deux.</translation>
    </message>
</context>
<context>
    <name>dataverse::Resolve</name>
    <message>
        <source>There is no id to look for.</source>
        <translation>Il n’y a pas d’ID à chercher.</translation>
    </message>
    <message>
        <source>No row can have the value that was looked for in the column “%1”: it is too long, or holds what no text holds.</source>
        <translation>Aucune ligne ne peut avoir la valeur cherchée dans la colonne «&#xa0;%1&#xa0;»&#xa0;: elle est trop longue, ou contient ce qu’aucun texte ne contient.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n row(s) of “%1” have that value.</source>
        <translation>
            <numerusform>Plus de %n ligne de «&#xa0;%1&#xa0;» a cette valeur.</numerusform>
            <numerusform>Plus de %n lignes de «&#xa0;%1&#xa0;» ont cette valeur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Match by a column that tells people apart.</source>
        <translation>Cherchez dans une colonne qui distingue les personnes.</translation>
    </message>
</context>
<context>
    <name>dataverse::RowSearch</name>
    <message>
        <source>There is nothing to search for.</source>
        <translation>Il n’y a rien à chercher.</translation>
    </message>
    <message>
        <source>The table “%1” has no text column to search.</source>
        <translation>La table «&#xa0;%1&#xa0;» n’a aucune colonne de texte où chercher.</translation>
    </message>
    <message>
        <source>Type a part of a name, an e-mail address or an id.</source>
        <translation>Saisissez une partie d’un nom, d’une adresse e-mail ou d’un ID.</translation>
    </message>
</context>
<context>
    <name>dataverse::TableJob</name>
    <message>
        <source>The environment has no table “%1”.</source>
        <translation>L’environnement n’a pas de table «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Check the table&apos;s logical name; a table of an app is only there when the app is installed.</source>
        <translation>Vérifiez le nom logique de la table&#xa0;; la table d’une application n’existe que si l’application est installée.</translation>
    </message>
</context>
<context>
    <name>dataverse::Write</name>
    <message>
        <source>The write names no table.</source>
        <translation>L’écriture ne nomme aucune table.</translation>
    </message>
    <message>
        <source>The name of the table&apos;s id column cannot be used.</source>
        <translation>Le nom de la colonne d’ID de la table ne peut pas être utilisé.</translation>
    </message>
    <message>
        <source>The write addresses a row by an id that is not a GUID.</source>
        <translation>L’écriture désigne une ligne par un ID qui n’est pas un GUID.</translation>
    </message>
    <message>
        <source>The write addresses no row: it has neither a row id nor a key.</source>
        <translation>L’écriture ne désigne aucune ligne&#xa0;: elle n’a ni ID de ligne ni clé.</translation>
    </message>
    <message>
        <source>The value of the alternate key “%1” is empty or holds a character that Dataverse does not take in an address.</source>
        <translation>La valeur de la clé alternative «&#xa0;%1&#xa0;» est vide ou contient un caractère que Dataverse n’accepte pas dans une adresse.</translation>
    </message>
    <message>
        <source>Look the row up first and write by its row id.</source>
        <translation>Cherchez d’abord la ligne et écrivez par son ID.</translation>
    </message>
    <message>
        <source>The write should only happen if the row is unchanged, but the version it compares with is missing.</source>
        <translation>L’écriture ne doit se faire que si la ligne est inchangée, mais la version à comparer manque.</translation>
    </message>
    <message>
        <source>The value of the alternate key “%1” does not fit the column&apos;s type.</source>
        <translation>La valeur de la clé alternative «&#xa0;%1&#xa0;» ne convient pas au type de la colonne.</translation>
    </message>
    <message>
        <source>Load the columns again, then correct the match rule.</source>
        <translation>Rechargez les colonnes, puis corrigez la règle de recherche.</translation>
    </message>
    <message>
        <source>There is no value to look for in the column “%1”.</source>
        <translation>Il n’y a aucune valeur à chercher dans la colonne «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The table “%1” has no column “%2”.</source>
        <translation>La table «&#xa0;%1&#xa0;» n’a pas de colonne «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Load the columns again, then correct the mapping or the match column.</source>
        <translation>Rechargez les colonnes, puis corrigez la correspondance ou la colonne de recherche.</translation>
    </message>
    <message>
        <source>The write addresses a row by the column “%1” twice.</source>
        <translation>L’écriture désigne une ligne deux fois par la colonne «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>diagnosis::Comparison</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>the whole organization</source>
        <translation>toute l’organisation</translation>
    </message>
    <message>
        <source>the business unit and those below</source>
        <translation>la division et celles qui en dépendent</translation>
    </message>
    <message>
        <source>the business unit</source>
        <translation>la division</translation>
    </message>
    <message>
        <source>its own rows only</source>
        <translation>ses propres lignes seulement</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>The privilege %1 was taken away.</source>
        <translation>Le privilège %1 a été retiré.</translation>
    </message>
    <message>
        <source>The privilege %1 reaches %2 now; before: %3.</source>
        <translation>Le privilège %1 a maintenant pour portée&#xa0;: %2&#xa0;; avant&#xa0;: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n role(s) removed: %1.</source>
        <translation>
            <numerusform>%n rôle retiré&#xa0;: %1.</numerusform>
            <numerusform>%n rôles retirés&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s) added: %1.</source>
        <translation>
            <numerusform>%n rôle ajouté&#xa0;: %1.</numerusform>
            <numerusform>%n rôles ajoutés&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mapped column(s) gone or of another type: %1.</source>
        <translation>
            <numerusform>%n colonne de correspondance disparue ou d’un autre type&#xa0;: %1.</numerusform>
            <numerusform>%n colonnes de correspondance disparues ou d’un autre type&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mapped column(s) new: %1.</source>
        <translation>
            <numerusform>%n nouvelle colonne de correspondance&#xa0;: %1.</numerusform>
            <numerusform>%n nouvelles colonnes de correspondance&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the Didomi contract switched off: %1.</source>
        <translation>
            <numerusform>%n partie du contrat Didomi désactivée&#xa0;: %1.</numerusform>
            <numerusform>%n parties du contrat Didomi désactivées&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the Didomi contract switched on: %1.</source>
        <translation>
            <numerusform>%n partie du contrat Didomi activée&#xa0;: %1.</numerusform>
            <numerusform>%n parties du contrat Didomi activées&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n purpose(s) gone: %1.</source>
        <translation>
            <numerusform>%n finalité disparue&#xa0;: %1.</numerusform>
            <numerusform>%n finalités disparues&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n purpose(s) new: %1.</source>
        <translation>
            <numerusform>%n nouvelle finalité&#xa0;: %1.</numerusform>
            <numerusform>%n nouvelles finalités&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent table(s) gone: %1.</source>
        <translation>
            <numerusform>%n table de consentement disparue&#xa0;: %1.</numerusform>
            <numerusform>%n tables de consentement disparues&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent table(s) new: %1.</source>
        <translation>
            <numerusform>%n nouvelle table de consentement&#xa0;: %1.</numerusform>
            <numerusform>%n nouvelles tables de consentement&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mapped purpose(s) or topic(s) gone: %1.</source>
        <translation>
            <numerusform>%n finalité ou rubrique de correspondance disparue&#xa0;: %1.</numerusform>
            <numerusform>%n finalités ou rubriques de correspondance disparues&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mapped purpose(s) or topic(s) new: %1.</source>
        <translation>
            <numerusform>%n nouvelle finalité ou rubrique de correspondance&#xa0;: %1.</numerusform>
            <numerusform>%n nouvelles finalités ou rubriques de correspondance&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate’s issuer changed from %1 to %2.</source>
        <translation>L’émetteur du certificat a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The certificate’s name changed from %1 to %2.</source>
        <translation>Le nom du certificat a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The certificate was renewed: it ended on %1, now on %2.</source>
        <translation>Le certificat a été renouvelé&#xa0;: il expirait le %1, il expire maintenant le %2.</translation>
    </message>
    <message>
        <source>The encryption changed from %1 to %2.</source>
        <translation>Le chiffrement a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The proxy changed from %1 to %2.</source>
        <translation>Le proxy a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The environment’s address changed from %1 to %2.</source>
        <translation>L’adresse de l’environnement a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The sign-in host changed from %1 to %2.</source>
        <translation>L’hôte de connexion a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The tenant changed from %1 to %2.</source>
        <translation>Le locataire a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The organization changed from %1 to %2.</source>
        <translation>L’organisation a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The organization’s name changed from %1 to %2.</source>
        <translation>Le nom de l’organisation a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The server’s version went from %1 to %2.</source>
        <translation>La version du serveur est passée de %1 à %2.</translation>
    </message>
    <message>
        <source>The environment’s name changed from %1 to %2.</source>
        <translation>Le nom de l’environnement a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The environment’s kind changed from %1 to %2.</source>
        <translation>Le type de l’environnement a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The environment’s state changed from %1 to %2.</source>
        <translation>L’état de l’environnement a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The application user’s name changed from %1 to %2.</source>
        <translation>Le nom de l’utilisateur d’application a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The alternate key changed from %1 to %2.</source>
        <translation>La clé alternative a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The newest generation of consent tables went from %1 to %2.</source>
        <translation>La dernière génération des tables de consentement est passée de %1 à %2.</translation>
    </message>
    <message>
        <source>The certificate to sign in with changed from %1 to %2.</source>
        <translation>Le certificat utilisé pour la connexion a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>The System Administrator role changed: before %1, now %2.</source>
        <translation>Le rôle Administrateur système a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>%3 changed from %1 to %2.</source>
        <extracomment>%3 is the untranslated name of something that was seen</extracomment>
        <translation>%3 a changé&#xa0;: avant %1, maintenant %2.</translation>
    </message>
    <message>
        <source>“%1” worked before.</source>
        <extracomment>%1 is a step&apos;s name: &quot;Sign in to Entra ID&quot;</extracomment>
        <translation>«&#xa0;%1&#xa0;» fonctionnait avant.</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>instead of a value: &quot;The proxy changed from none to …&quot;</extracomment>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>diagnosis::ConnectionTest</name>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
</context>
<context>
    <name>diagnosis::ConsentTablesCheck</name>
    <message numerus="yes">
        <source>The environment lacks %n consent table(s): %1.</source>
        <translation>
            <numerusform>Il manque %n table de consentement à l’environnement&#xa0;: %1.</numerusform>
            <numerusform>Il manque %n tables de consentement à l’environnement&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Install Customer Insights – Journeys in this environment, or use the Legacy integration, which stores consent in columns of the contact.</source>
        <translation>Installez Customer Insights – Journeys dans cet environnement, ou utilisez l’intégration Legacy, qui enregistre le consentement dans des colonnes du contact.</translation>
    </message>
    <message>
        <source>The environment has a newer generation of consent tables: msdynmkt_contactpointconsent%1.</source>
        <translation>L’environnement a une génération plus récente de tables de consentement&#xa0;: msdynmkt_contactpointconsent%1.</translation>
    </message>
    <message>
        <source>Ask Microsoft which one counts, and look for a newer version of Consent Bridge before anything is written.</source>
        <translation>Demandez à Microsoft laquelle compte, et cherchez une version plus récente de Consent Bridge avant que quoi que ce soit soit écrit.</translation>
    </message>
    <message>
        <source>All there, generation %1</source>
        <translation>Toutes là, génération %1</translation>
    </message>
    <message>
        <source>The purpose %1 is inactive.</source>
        <translation>La finalité %1 est inactive.</translation>
    </message>
    <message>
        <source>The topic %1 is inactive.</source>
        <translation>La rubrique %1 est inactive.</translation>
    </message>
    <message>
        <source>The topic %1 is mapped, but the purpose that it belongs to is not: without the purpose’s consent nothing is sent.</source>
        <translation>La rubrique %1 a une correspondance, mais la finalité à laquelle elle appartient n’en a pas&#xa0;: sans le consentement à la finalité, rien n’est envoyé.</translation>
    </message>
    <message>
        <source>%1 is neither a purpose nor a topic of this environment.</source>
        <translation>%1 n’est ni une finalité ni une rubrique de cet environnement.</translation>
    </message>
    <message>
        <source>Choose a purpose or topic of this environment in the mapping, or activate it in Customer Insights – Journeys.</source>
        <translation>Choisissez une finalité ou une rubrique de cet environnement dans la correspondance, ou activez-la dans Customer Insights – Journeys.</translation>
    </message>
    <message>
        <source>Map the purpose as well.</source>
        <translation>Mettez aussi la finalité en correspondance.</translation>
    </message>
    <message>
        <source>The environment has no compliance profile.</source>
        <translation>L’environnement n’a pas de profil de conformité.</translation>
    </message>
    <message>
        <source>Create one in Customer Insights – Journeys, with the purposes that are mapped.</source>
        <translation>Créez-en un dans Customer Insights – Journeys, avec les finalités mises en correspondance.</translation>
    </message>
    <message numerus="yes">
        <source>%n purpose(s)</source>
        <translation>
            <numerusform>%n finalité</numerusform>
            <numerusform>%n finalités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n rubrique</numerusform>
            <numerusform>%n rubriques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n compliance profile(s)</source>
        <translation>
            <numerusform>%n profil de conformité</numerusform>
            <numerusform>%n profils de conformité</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3; all that is mapped is there</source>
        <extracomment>&quot;2 compliance profiles, 3 purposes, 4 topics; all that is mapped is there&quot;</extracomment>
        <translation>%1, %2, %3&#xa0;; tout ce qui est mis en correspondance est là</translation>
    </message>
    <message>
        <source>Legacy mode stores consent in columns; these tables are not used.</source>
        <translation>Le mode Legacy enregistre le consentement dans des colonnes&#xa0;; ces tables ne servent pas.</translation>
    </message>
</context>
<context>
    <name>diagnosis::DidomiCheck</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The key does not see the organization %1.</source>
        <translation>La clé ne voit pas l’organisation %1.</translation>
    </message>
    <message>
        <source>Enter the id of the organization that the key was made in.</source>
        <translation>Saisissez l’ID de l’organisation dans laquelle la clé a été créée.</translation>
    </message>
    <message>
        <source>Enter the id of the organization that the key was made in; it sees: %1.</source>
        <translation>Saisissez l’ID de l’organisation dans laquelle la clé a été créée&#xa0;; elle voit&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 requests left</source>
        <translation>%1 requêtes restantes sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the contract that this integration uses are switched off: %1.</source>
        <translation>
            <numerusform>%n partie du contrat que cette intégration utilise est désactivée&#xa0;: %1.</numerusform>
            <numerusform>%n parties du contrat que cette intégration utilise sont désactivées&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask Didomi to add them to your contract.</source>
        <translation>Demandez à Didomi de les ajouter à votre contrat.</translation>
    </message>
    <message>
        <source>Didomi’s limit is nearly used up: %1.</source>
        <translation>La limite de Didomi est presque atteinte&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Wait a quarter of a minute; look for other programs that use the organization’s keys.</source>
        <translation>Attendez un quart de minute&#xa0;; cherchez d’autres programmes qui utilisent les clés de l’organisation.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) switched on</source>
        <translation>
            <numerusform>%n partie activée</numerusform>
            <numerusform>%n parties activées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n purpose(s)</source>
        <translation>
            <numerusform>%n finalité</numerusform>
            <numerusform>%n finalités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n preference(s)</source>
        <translation>
            <numerusform>%n préférence</numerusform>
            <numerusform>%n préférences</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>&quot;12 purposes, 4 preferences&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The organization has no purposes yet.</source>
        <translation>L’organisation n’a pas encore de finalités.</translation>
    </message>
    <message>
        <source>Create purposes in Didomi, then map them here.</source>
        <translation>Créez des finalités dans Didomi, puis mettez-les ici en correspondance.</translation>
    </message>
    <message>
        <source>Choose a purpose or preference from the list on the Mappings page.</source>
        <translation>Choisissez une finalité ou une préférence dans la liste de la page Correspondances.</translation>
    </message>
    <message numerus="yes">
        <source>Signed in with key %1, valid %n minute(s)</source>
        <translation>
            <numerusform>Connecté avec la clé %1, valable %n minute</numerusform>
            <numerusform>Connecté avec la clé %1, valable %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Not available here: Didomi does not tell this key.</source>
        <translation>Pas disponible ici&#xa0;: Didomi ne le dit pas à cette clé.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of the list of users cannot be read.</source>
        <translation>
            <numerusform>%n entrée de la liste des utilisateurs ne peut pas être lue.</numerusform>
            <numerusform>%n entrées de la liste des utilisateurs ne peuvent pas être lues.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask Didomi’s support about them; the others work.</source>
        <translation>Interrogez le support de Didomi à leur sujet&#xa0;; les autres fonctionnent.</translation>
    </message>
    <message>
        <source>Consents can be read; there are none yet</source>
        <translation>Les consentements peuvent être lus&#xa0;; il n’y en a pas encore</translation>
    </message>
    <message numerus="yes">
        <source>Consents of %n user(s) read</source>
        <translation>
            <numerusform>Consentements de %n utilisateur lus</numerusform>
            <numerusform>Consentements de %n utilisateurs lus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::EnvironmentCheck</name>
    <message>
        <source>%1 answers, but there is no Dataverse Web API.</source>
        <translation>%1 répond, mais il n’y a pas d’API web de Dataverse.</translation>
    </message>
    <message>
        <source>Check the environment’s address: it is the one that the browser shows in Dynamics.</source>
        <translation>Vérifiez l’adresse de l’environnement&#xa0;: c’est celle que le navigateur montre dans Dynamics.</translation>
    </message>
    <message>
        <source>Not available here: the environment does not say who signs in for it.</source>
        <translation>Pas disponible ici&#xa0;: l’environnement ne dit pas qui se charge de ses connexions.</translation>
    </message>
    <message>
        <source>The environment belongs to another tenant than the one that was entered.</source>
        <translation>L’environnement appartient à un autre locataire que celui qui a été saisi.</translation>
    </message>
    <message>
        <source>Enter the tenant ID %1, or the address of an environment of your tenant.</source>
        <translation>Saisissez l’ID de locataire %1, ou l’adresse d’un environnement de votre locataire.</translation>
    </message>
    <message>
        <source>The environment calls itself %1, not %2.</source>
        <translation>L’environnement se nomme lui-même %1, et non %2.</translation>
    </message>
    <message>
        <source>Enter the address by which the environment calls itself.</source>
        <translation>Saisissez l’adresse par laquelle l’environnement se nomme lui-même.</translation>
    </message>
    <message>
        <source>Dataverse answers; tenant %1 signs in</source>
        <translation>Dataverse répond&#xa0;; connexion par le locataire %1</translation>
    </message>
    <message>
        <source>Sign-in: %1</source>
        <translation>Connexion&#xa0;: %1</translation>
    </message>
    <message>
        <source>Tokens are for: %1</source>
        <translation>Les jetons sont pour&#xa0;: %1</translation>
    </message>
    <message>
        <source>Organization %1, seen for the first time</source>
        <translation>Organisation %1, vue pour la première fois</translation>
    </message>
    <message>
        <source>Organization %1, as ever</source>
        <translation>Organisation %1, comme toujours</translation>
    </message>
    <message>
        <source>Another environment answers at this address than before: it was reset, copied over or replaced.</source>
        <translation>Un autre environnement qu’avant répond à cette adresse&#xa0;: il a été réinitialisé, écrasé par une copie ou remplacé.</translation>
    </message>
    <message>
        <source>Check that the address is that of the right environment. If it was replaced on purpose, accept the new environment; plans and undo of the old one are then void.</source>
        <translation>Vérifiez que l’adresse est celle du bon environnement. S’il a été remplacé exprès, acceptez le nouvel environnement&#xa0;; les plans et les annulations de l’ancien ne sont alors plus valables.</translation>
    </message>
    <message>
        <source>Before: %1. Now: %2.</source>
        <translation>Avant&#xa0;: %1. Maintenant&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1, version %2, kind %3</source>
        <translation>%1, version %2, type %3</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>État&#xa0;: %1</translation>
    </message>
    <message>
        <source>Environment id: %1</source>
        <translation>ID de l’environnement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Geography: %1</source>
        <translation>Zone géographique&#xa0;: %1</translation>
    </message>
    <message>
        <source>The environment says that it is not enabled: %1.</source>
        <translation>L’environnement dit qu’il n’est pas activé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Ask the environment’s administrator to enable it.</source>
        <translation>Demandez à l’administrateur de l’environnement de l’activer.</translation>
    </message>
    <message>
        <source>Not available here: the server does not tell its limits.</source>
        <translation>Pas disponible ici&#xa0;: le serveur ne dit pas ses limites.</translation>
    </message>
    <message>
        <source>%1 requests left of %2</source>
        <translation>%1 requêtes restantes sur %2</translation>
    </message>
    <message>
        <source>%1 s of server time left of %2 s</source>
        <translation>%1&#xa0;s de temps serveur restantes sur %2&#xa0;s</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) at once advised</source>
        <translation>
            <numerusform>%n requête simultanée conseillée</numerusform>
            <numerusform>%n requêtes simultanées conseillées</numerusform>
        </translation>
    </message>
    <message>
        <source>Both are for five minutes, for this application user, on one of the environment’s servers.</source>
        <translation>Les deux valent pour cinq minutes, pour cet utilisateur d’application, sur l’un des serveurs de l’environnement.</translation>
    </message>
    <message>
        <source>The limits are nearly used up: %1.</source>
        <translation>Les limites sont presque atteintes&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Wait five minutes, and look for another program that signs in as the same application user.</source>
        <translation>Attendez cinq minutes, et cherchez un autre programme qui se connecte avec le même utilisateur d’application.</translation>
    </message>
    <message>
        <source>Signed in as application user %1</source>
        <translation>Connecté comme utilisateur d’application %1</translation>
    </message>
    <message>
        <source>Organization: %1</source>
        <translation>Organisation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Business unit: %1</source>
        <translation>Division&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>diagnosis::Expiry</name>
    <message>
        <source>Consent Bridge: the %1 of %2 expires</source>
        <extracomment>%1 is &quot;client secret&quot;, %2 an integration&apos;s name</extracomment>
        <translation>Consent Bridge&#xa0;: le %1 de «&#xa0;%2&#xa0;» expire</translation>
    </message>
    <message>
        <source>After this day no consent is written any more. Create a new one in Entra ID under App registrations → Certificates &amp; secrets, and enter it in Consent Bridge.</source>
        <translation>Après ce jour, aucun consentement n’est plus écrit. Créez-en un nouveau dans Entra ID, sous Inscriptions d’applications → Certificats et secrets, et saisissez-le dans Consent Bridge.</translation>
    </message>
    <message>
        <source>client secret</source>
        <translation>secret client</translation>
    </message>
    <message>
        <source>new client secret</source>
        <translation>nouveau secret client</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>certificat</translation>
    </message>
    <message>
        <source>The %1 of %2 cannot be read: %3</source>
        <translation>Le %1 de «&#xa0;%2&#xa0;» ne peut pas être lu&#xa0;: %3</translation>
    </message>
    <message>
        <source>The %1 of %2 expired on %3.</source>
        <translation>Le %1 de «&#xa0;%2&#xa0;» a expiré le %3.</translation>
    </message>
    <message>
        <source>The %1 of %2 expires today.</source>
        <translation>Le %1 de «&#xa0;%2&#xa0;» expire aujourd’hui.</translation>
    </message>
    <message numerus="yes">
        <source>The %1 of %2 expires in %n day(s), on %3.</source>
        <translation>
            <numerusform>Le %1 de «&#xa0;%2&#xa0;» expire dans %n jour, le %3.</numerusform>
            <numerusform>Le %1 de «&#xa0;%2&#xa0;» expire dans %n jours, le %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>After this day no resync is begun with this application user. Create a new one in Entra ID under App registrations → Certificates &amp; secrets, and enter it in Consent Bridge.</source>
        <translation>Après ce jour, aucune resynchronisation ne commence avec cet utilisateur d’application. Créez un nouveau secret dans Entra ID sous Inscriptions d’applications → Certificats et secrets, puis saisissez-le dans Consent Bridge.</translation>
    </message>
    <message>
        <source>%1 of the further user %2</source>
        <extracomment>%1 is &quot;client secret&quot;, %2 what people call an application user</extracomment>
        <translation>%1 de l’utilisateur supplémentaire %2</translation>
    </message>
</context>
<context>
    <name>diagnosis::Finding</name>
    <message>
        <source>Not available here: %1</source>
        <translation>Pas disponible ici&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>diagnosis::FurtherUsersCheck</name>
    <message>
        <source>%1: in order</source>
        <extracomment>%1 is what people call a further application user</extracomment>
        <translation>%1 : en ordre</translation>
    </message>
    <message>
        <source>This integration has no further application users.</source>
        <translation>Cette intégration n’a pas d’utilisateurs d’application supplémentaires.</translation>
    </message>
    <message numerus="yes">
        <source>%n further application user(s) signed in</source>
        <translation>
            <numerusform>%n utilisateur d’application supplémentaire s’est connecté</numerusform>
            <numerusform>%n utilisateurs d’application supplémentaires se sont connectés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further application user(s) of the same organization</source>
        <translation>
            <numerusform>%n utilisateur d’application supplémentaire de la même organisation</numerusform>
            <numerusform>%n utilisateurs d’application supplémentaires de la même organisation</numerusform>
        </translation>
    </message>
    <message>
        <source>Not available here: the environment does not tell what somebody may do.</source>
        <translation>Indisponible ici : l’environnement ne dit pas ce que quelqu’un a le droit de faire.</translation>
    </message>
    <message numerus="yes">
        <source>%n further application user(s) may do as much</source>
        <translation>
            <numerusform>%n utilisateur d’application supplémentaire a autant de droits</numerusform>
            <numerusform>%n utilisateurs d’application supplémentaires ont autant de droits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::HostCheck</name>
    <message>
        <source>the clocks agree</source>
        <translation>les horloges concordent</translation>
    </message>
    <message numerus="yes">
        <source>the clocks differ by %n second(s)</source>
        <translation>
            <numerusform>les horloges diffèrent de %n seconde</numerusform>
            <numerusform>les horloges diffèrent de %n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the clocks differ by %n minute(s)</source>
        <translation>
            <numerusform>les horloges diffèrent de %n minute</numerusform>
            <numerusform>les horloges diffèrent de %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <translation>Certificat&#xa0;: %1</translation>
    </message>
    <message>
        <source>Good for: %1</source>
        <translation>Valable pour&#xa0;: %1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>Délivré par&#xa0;: %1</translation>
    </message>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>Valable du %1 au %2</translation>
    </message>
    <message>
        <source>Encryption: %1, %2</source>
        <translation>Chiffrement&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Set this computer’s clock, best by letting it ask the network for the time.</source>
        <translation>Réglez l’horloge de cet ordinateur, de préférence en lui faisant demander l’heure au réseau.</translation>
    </message>
    <message>
        <source>This computer’s clock is wrong: compared with %1, %2. Sign-ins fail more than five minutes apart.</source>
        <extracomment>%2 is &quot;the clocks differ by 12 minutes&quot;</extracomment>
        <translation>L’horloge de cet ordinateur est fausse. Comparaison avec %1&#xa0;: %2. Au-delà de cinq minutes d’écart, les connexions échouent.</translation>
    </message>
    <message>
        <source>This computer’s clock is not right: compared with %1, %2.</source>
        <translation>L’horloge de cet ordinateur n’est pas juste. Comparaison avec %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Either this computer’s clock or the one of %1 is not right: %2.</source>
        <translation>L’horloge de cet ordinateur ou celle de %1 n’est pas juste&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Not encrypted: it does not leave this computer</source>
        <translation>Non chiffré&#xa0;: cela ne quitte pas cet ordinateur</translation>
    </message>
    <message>
        <source>%1, certificate by %2 until %3</source>
        <extracomment>&quot;TLS 1.3, certificate by DigiCert until 3/31/27&quot;</extracomment>
        <translation>%1, certificat délivré par %2, valable jusqu’au %3</translation>
    </message>
    <message numerus="yes">
        <source>The certificate of %1 ends in %n day(s).</source>
        <translation>
            <numerusform>Le certificat de %1 expire dans %n jour.</numerusform>
            <numerusform>Le certificat de %1 expire dans %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has to be done here; whoever runs that server has to renew it in time.</source>
        <translation>Rien n’est à faire ici&#xa0;; le responsable de ce serveur doit le renouveler à temps.</translation>
    </message>
    <message>
        <source>The proxy %1 looks names up.</source>
        <translation>Le proxy %1 se charge de chercher les noms.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Through the proxy %1</source>
        <translation>Par le proxy %1</translation>
    </message>
    <message>
        <source>%1, port %2, without a proxy</source>
        <extracomment>%1 is an address in numbers, %2 a port</extracomment>
        <translation>%1, port %2, sans proxy</translation>
    </message>
</context>
<context>
    <name>diagnosis::InputCheck</name>
    <message>
        <source>Enter it, or say where it is kept.</source>
        <translation>Saisissez-le, ou dites où il est gardé.</translation>
    </message>
    <message>
        <source>The client secret is missing.</source>
        <translation>Le secret client manque.</translation>
    </message>
    <message>
        <source>%1, signing in at %2</source>
        <extracomment>%1 is the environment&apos;s address, %2 the host to sign in at</extracomment>
        <translation>%1, connexion par %2</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Environnement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Environment: %1 (%2)</source>
        <translation>Environnement&#xa0;: %1 (%2)</translation>
    </message>
    <message>
        <source>Sign-in: %1, tenant %2</source>
        <translation>Connexion&#xa0;: %1, locataire %2</translation>
    </message>
    <message>
        <source>Application (client) id: %1</source>
        <translation>ID d’application (client)&#xa0;: %1</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>Mode&#xa0;: %1</translation>
    </message>
    <message>
        <source>The secret of the Didomi key is missing.</source>
        <translation>Le secret de la clé Didomi manque.</translation>
    </message>
    <message>
        <source>%1, organization %2</source>
        <extracomment>%1 is Didomi&apos;s host, %2 the organization&apos;s id</extracomment>
        <translation>%1, organisation %2</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Clé&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>diagnosis::SampleUsersCheck</name>
    <message numerus="yes">
        <source>The rows of %n user(s) may not be read.</source>
        <translation>
            <numerusform>Les lignes de %n utilisateur ne peuvent pas être lues.</numerusform>
            <numerusform>Les lignes de %n utilisateurs ne peuvent pas être lues.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the application user’s security role access to the table for the whole organization.</source>
        <translation>Donnez au rôle de sécurité de l’utilisateur d’application l’accès à la table pour toute l’organisation.</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) one row</source>
        <translation>
            <numerusform>%n correspond à une ligne</numerusform>
            <numerusform>%n correspondent à une ligne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n none</source>
        <translation>
            <numerusform>%n à aucune</numerusform>
            <numerusform>%n à aucune</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n several</source>
        <translation>
            <numerusform>%n à plusieurs</numerusform>
            <numerusform>%n à plusieurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n user(s) %1, %2, %3</source>
        <extracomment>&quot;Of 5 users 3 match one row, 1 none, 1 several&quot;</extracomment>
        <translation>
            <numerusform>Sur %n utilisateur&#xa0;: %1, %2, %3</numerusform>
            <numerusform>Sur %n utilisateurs&#xa0;: %1, %2, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Several rows with the same id are a conflict: nothing is written for them. Merge the rows, or find rows by an alternate key, which allows one only.</source>
        <translation>Plusieurs lignes avec le même ID sont un conflit&#xa0;: rien n’est écrit pour elles. Fusionnez les lignes, ou trouvez les lignes par une clé alternative, qui n’en permet qu’une.</translation>
    </message>
    <message>
        <source>Check how rows are found: Didomi’s organization_user_id must be what the column holds.</source>
        <translation>Vérifiez comment les lignes sont trouvées&#xa0;: l’organization_user_id de Didomi doit être ce que contient la colonne.</translation>
    </message>
    <message>
        <source>Not available here: the server does not tell of its tables.</source>
        <translation>Pas disponible ici&#xa0;: le serveur ne dit rien de ses tables.</translation>
    </message>
    <message>
        <source>No Didomi user has an organization_user_id yet.</source>
        <translation>Aucun utilisateur de Didomi n’a encore d’organization_user_id.</translation>
    </message>
</context>
<context>
    <name>diagnosis::SignInCheck</name>
    <message>
        <source>Certificate: %1</source>
        <translation>Certificat&#xa0;: %1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>Délivré par&#xa0;: %1</translation>
    </message>
    <message>
        <source>Thumbprint: %1</source>
        <translation>Empreinte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>Valable du %1 au %2</translation>
    </message>
    <message>
        <source>Make a new certificate, upload its public part under Certificates &amp; secrets, and choose its file here.</source>
        <translation>Faites un nouveau certificat, déposez sa partie publique sous Certificats et secrets, et choisissez son fichier ici.</translation>
    </message>
    <message>
        <source>The certificate to sign in with expired on %1.</source>
        <translation>Le certificat de connexion a expiré le %1.</translation>
    </message>
    <message>
        <source>The certificate to sign in with is valid only from %1 on.</source>
        <translation>Le certificat de connexion n’est valable qu’à partir du %1.</translation>
    </message>
    <message>
        <source>Check this computer’s clock, or choose another certificate.</source>
        <translation>Vérifiez l’horloge de cet ordinateur, ou choisissez un autre certificat.</translation>
    </message>
    <message numerus="yes">
        <source>The certificate to sign in with ends in %n day(s), on %1.</source>
        <translation>
            <numerusform>Le certificat de connexion expire dans %n jour, le %1.</numerusform>
            <numerusform>Le certificat de connexion expire dans %n jours, le %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificate %1, until %2</source>
        <translation>Certificat %1, jusqu’au %2</translation>
    </message>
    <message>
        <source>A client secret; nobody entered when it expires</source>
        <translation>Un secret client&#xa0;; personne n’a saisi quand il expire</translation>
    </message>
    <message>
        <source>Enter the date that Entra ID shows beside the secret, and you are reminded in time.</source>
        <translation>Saisissez la date qu’Entra ID montre à côté du secret, et vous serez averti à temps.</translation>
    </message>
    <message>
        <source>Create a new secret under Certificates &amp; secrets, enter it as the new secret here, test it, and switch to it.</source>
        <translation>Créez un nouveau secret sous Certificats et secrets, saisissez-le ici comme nouveau secret, testez-le, puis adoptez-le.</translation>
    </message>
    <message>
        <source>By the date that was entered, the client secret expired on %1.</source>
        <translation>D’après la date saisie, le secret client a expiré le %1.</translation>
    </message>
    <message numerus="yes">
        <source>The client secret expires in %n day(s), on %1.</source>
        <translation>
            <numerusform>Le secret client expire dans %n jour, le %1.</numerusform>
            <numerusform>Le secret client expire dans %n jours, le %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A client secret, until %1 (%n day(s))</source>
        <translation>
            <numerusform>Un secret client, jusqu’au %1 (%n jour)</numerusform>
            <numerusform>Un secret client, jusqu’au %1 (%n jours)</numerusform>
        </translation>
    </message>
    <message>
        <source>The token is for %1, not for %2.</source>
        <translation>Le jeton est pour %1, pas pour %2.</translation>
    </message>
    <message>
        <source>Check the environment’s address and the sign-in host; a proxy may also have answered in the sign-in’s place.</source>
        <translation>Vérifiez l’adresse de l’environnement et l’hôte de connexion&#xa0;; un proxy a peut-être aussi répondu à la place de ce dernier.</translation>
    </message>
    <message>
        <source>The token is of another application: %1.</source>
        <translation>Le jeton est celui d’une autre application&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Check the client ID and the sign-in host.</source>
        <translation>Vérifiez l’ID client et l’hôte de connexion.</translation>
    </message>
    <message>
        <source>The token is of another tenant: %1.</source>
        <translation>Le jeton est celui d’un autre locataire&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Check the tenant ID and the sign-in host.</source>
        <translation>Vérifiez l’ID de locataire et l’hôte de connexion.</translation>
    </message>
    <message numerus="yes">
        <source>The token lives only %n more minute(s).</source>
        <translation>
            <numerusform>Le jeton ne vit plus que %n minute.</numerusform>
            <numerusform>Le jeton ne vit plus que %n minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check this computer’s clock, and a token lifetime policy of the tenant.</source>
        <translation>Vérifiez l’horloge de cet ordinateur, et si le locataire a une stratégie de durée de vie des jetons.</translation>
    </message>
    <message numerus="yes">
        <source>For %1, valid %n minute(s)</source>
        <translation>
            <numerusform>Pour %1, valable %n minute</numerusform>
            <numerusform>Pour %1, valable %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Tenant: %1</source>
        <translation>Locataire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Application: %1</source>
        <translation>Application&#xa0;: %1</translation>
    </message>
    <message>
        <source>Signed in with: client secret</source>
        <translation>Connecté avec&#xa0;: secret client</translation>
    </message>
    <message>
        <source>Signed in with: certificate</source>
        <translation>Connecté avec&#xa0;: certificat</translation>
    </message>
    <message>
        <source>%1, region %2</source>
        <translation>%1, région %2</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>Émetteur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Cloud: %1</source>
        <translation>Cloud&#xa0;: %1</translation>
    </message>
    <message>
        <source>Signed in with the certificate</source>
        <translation>Connecté avec le certificat</translation>
    </message>
    <message>
        <source>Signed in with the client secret</source>
        <translation>Connecté avec le secret client</translation>
    </message>
    <message numerus="yes">
        <source>The token cannot be looked into; valid %n minute(s)</source>
        <translation>
            <numerusform>Le contenu du jeton ne peut pas être lu&#xa0;; valable %n minute</numerusform>
            <numerusform>Le contenu du jeton ne peut pas être lu&#xa0;; valable %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::Step</name>
    <message>
        <source>Sign in to Entra ID</source>
        <translation>Se connecter à Entra ID</translation>
    </message>
    <message>
        <source>Check the mapped columns</source>
        <translation>Vérifier les colonnes des correspondances</translation>
    </message>
    <message>
        <source>Check how rows are found</source>
        <translation>Vérifier comment les lignes sont trouvées</translation>
    </message>
    <message>
        <source>Sign in to Didomi</source>
        <translation>Se connecter à Didomi</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>non atteint</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>Check what was entered for Dynamics</source>
        <translation>Vérifier ce qui a été saisi pour Dynamics</translation>
    </message>
    <message>
        <source>Check what was entered for Didomi</source>
        <translation>Vérifier ce qui a été saisi pour Didomi</translation>
    </message>
    <message>
        <source>Find the sign-in host</source>
        <translation>Trouver l’hôte de connexion</translation>
    </message>
    <message>
        <source>Reach the sign-in host</source>
        <translation>Joindre l’hôte de connexion</translation>
    </message>
    <message>
        <source>Make a secure connection for the sign-in</source>
        <translation>Établir une connexion sécurisée à l’hôte de connexion</translation>
    </message>
    <message>
        <source>Find the tenant</source>
        <translation>Trouver le locataire</translation>
    </message>
    <message>
        <source>Check how long the credential lasts</source>
        <translation>Vérifier jusqu’à quand le secret ou le certificat est valable</translation>
    </message>
    <message>
        <source>Find the environment’s host</source>
        <translation>Trouver l’hôte de l’environnement</translation>
    </message>
    <message>
        <source>Reach the environment’s host</source>
        <translation>Joindre l’hôte de l’environnement</translation>
    </message>
    <message>
        <source>Make a secure connection to the environment</source>
        <translation>Établir une connexion sécurisée à l’environnement</translation>
    </message>
    <message>
        <source>Check that Dataverse answers, for this tenant</source>
        <translation>Vérifier que Dataverse répond, pour ce locataire</translation>
    </message>
    <message>
        <source>Check whom the token is for</source>
        <translation>Vérifier à qui le jeton est destiné</translation>
    </message>
    <message>
        <source>Enter the environment</source>
        <translation>Entrer dans l’environnement</translation>
    </message>
    <message>
        <source>Recognise the environment</source>
        <translation>Reconnaître l’environnement</translation>
    </message>
    <message>
        <source>Read version and kind</source>
        <translation>Lire la version et le type</translation>
    </message>
    <message>
        <source>Check the application user and its roles</source>
        <translation>Vérifier l’utilisateur d’application et ses rôles</translation>
    </message>
    <message>
        <source>Look for the System Administrator role</source>
        <translation>Chercher le rôle Administrateur système</translation>
    </message>
    <message>
        <source>Read the table’s definition</source>
        <translation>Lire la définition de la table</translation>
    </message>
    <message>
        <source>Look for the consent tables</source>
        <translation>Chercher les tables de consentement</translation>
    </message>
    <message>
        <source>Check the privileges, and how far they reach</source>
        <translation>Vérifier les privilèges, et leur portée</translation>
    </message>
    <message>
        <source>Check the mapped purposes and topics</source>
        <translation>Vérifier les finalités et rubriques mises en correspondance</translation>
    </message>
    <message>
        <source>Read a row</source>
        <translation>Lire une ligne</translation>
    </message>
    <message>
        <source>Read the limits</source>
        <translation>Lire les limites</translation>
    </message>
    <message>
        <source>Find Didomi’s host</source>
        <translation>Trouver l’hôte de Didomi</translation>
    </message>
    <message>
        <source>Reach Didomi’s host</source>
        <translation>Joindre l’hôte de Didomi</translation>
    </message>
    <message>
        <source>Make a secure connection to Didomi</source>
        <translation>Établir une connexion sécurisée à Didomi</translation>
    </message>
    <message>
        <source>Find the Didomi organization</source>
        <translation>Trouver l’organisation Didomi</translation>
    </message>
    <message>
        <source>Read what the Didomi contract includes</source>
        <translation>Lire ce que comprend le contrat Didomi</translation>
    </message>
    <message>
        <source>Read purposes and preferences</source>
        <translation>Lire les finalités et préférences</translation>
    </message>
    <message>
        <source>Read consents</source>
        <translation>Lire les consentements</translation>
    </message>
    <message>
        <source>Find the rows of a few Didomi users</source>
        <translation>Trouver les lignes de quelques utilisateurs de Didomi</translation>
    </message>
    <message>
        <source>What was entered</source>
        <translation>Ce qui a été saisi</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Dynamics 365</source>
        <translation>Dynamics 365</translation>
    </message>
    <message>
        <source>Didomi</source>
        <translation>Didomi</translation>
    </message>
    <message>
        <source>Both ends</source>
        <translation>Les deux côtés</translation>
    </message>
    <message>
        <source>Sign in as each further application user</source>
        <translation>Se connecter avec chaque utilisateur d’application supplémentaire</translation>
    </message>
    <message>
        <source>Enter the environment as each of them</source>
        <translation>Entrer dans l’environnement avec chacun d’eux</translation>
    </message>
    <message>
        <source>Compare their privileges with those of the first one</source>
        <translation>Comparer leurs privilèges à ceux du premier</translation>
    </message>
    <message>
        <source>Further application users</source>
        <translation>Autres utilisateurs d’application</translation>
    </message>
</context>
<context>
    <name>diagnosis::SupportBundle</name>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>État HTTP</translation>
    </message>
    <message>
        <source>The server’s own words</source>
        <translation>Les propres mots du serveur</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>ID de requête</translation>
    </message>
    <message>
        <source>Consent Bridge: support bundle</source>
        <translation>Consent Bridge&#xa0;: dossier pour le support</translation>
    </message>
    <message>
        <source>Made at %1</source>
        <translation>Fait le %1</translation>
    </message>
    <message>
        <source>Integration: %1</source>
        <translation>Intégration&#xa0;: %1</translation>
    </message>
    <message>
        <source>Connection test of %1: %2</source>
        <translation>Test de connexion du %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Broken since %1</source>
        <translation>En panne depuis le %1</translation>
    </message>
    <message>
        <source>Since the last good test of %1:</source>
        <translation>Depuis le dernier bon test, du %1&#xa0;:</translation>
    </message>
    <message>
        <source>- Nothing that was looked at has changed.</source>
        <translation>- Rien de ce qui a été regardé n’a changé.</translation>
    </message>
    <message>
        <source>The last calls:</source>
        <translation>Les derniers appels&#xa0;:</translation>
    </message>
</context>
<context>
    <name>diagnosis::TableCheck</name>
    <message>
        <source>%1: fine</source>
        <translation>%1&#xa0;: bien</translation>
    </message>
    <message numerus="yes">
        <source>%n mapped column(s) exist, can be written and fit their values</source>
        <translation>
            <numerusform>%n colonne de correspondance existe, peut être écrite et convient à sa valeur</numerusform>
            <numerusform>%n colonnes de correspondance existent, peuvent être écrites et conviennent à leurs valeurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows are found by their id</source>
        <translation>Les lignes sont trouvées par leur ID</translation>
    </message>
    <message>
        <source>Rows are found by the alternate key %1 on %2, which is active</source>
        <translation>Les lignes sont trouvées par la clé alternative %1 sur %2, qui est active</translation>
    </message>
    <message>
        <source>Rows are found by searching %1</source>
        <translation>Les lignes sont trouvées par recherche dans %1</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n colonne</numerusform>
            <numerusform>%n colonnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alternate key(s)</source>
        <translation>
            <numerusform>%n clé alternative</numerusform>
            <numerusform>%n clés alternatives</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>&quot;Contact: 312 columns, 5 alternate keys&quot;</extracomment>
        <translation>%1&#xa0;: %2, %3</translation>
    </message>
    <message>
        <source>Entity set: %1</source>
        <translation>Jeu d’entités&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not available here: the server does not tell of its tables.</source>
        <translation>Pas disponible ici&#xa0;: le serveur ne dit rien de ses tables.</translation>
    </message>
    <message>
        <source>Rows of %1 can be read</source>
        <translation>Les lignes de %1 peuvent être lues</translation>
    </message>
    <message>
        <source>Current mode stores consent in rows of their own, not in columns.</source>
        <translation>Le mode Current garde le consentement dans des lignes à part, pas dans des colonnes.</translation>
    </message>
    <message>
        <source>Nothing is mapped yet.</source>
        <translation>Aucune correspondance pour l’instant.</translation>
    </message>
</context>
<context>
    <name>diagnosis::TestReport</name>
    <message>
        <source>This is not the report of a connection test.</source>
        <translation>Ceci n’est pas le rapport d’un test de connexion.</translation>
    </message>
</context>
<context>
    <name>diagnosis::UserCheck</name>
    <message>
        <source>missing</source>
        <translation>manque</translation>
    </message>
    <message>
        <source>its own rows only</source>
        <translation>ses propres lignes seulement</translation>
    </message>
    <message>
        <source>its business unit</source>
        <translation>sa division</translation>
    </message>
    <message>
        <source>its business unit and those below</source>
        <translation>sa division et celles en dessous</translation>
    </message>
    <message>
        <source>the whole organization</source>
        <translation>toute l’organisation</translation>
    </message>
    <message>
        <source>%1 (through the team %2)</source>
        <translation>%1 (par l’équipe %2)</translation>
    </message>
    <message>
        <source>The application user %1 is disabled.</source>
        <translation>L’utilisateur d’application %1 est désactivé.</translation>
    </message>
    <message>
        <source>Activate the application user in the Power Platform admin center.</source>
        <translation>Activez l’utilisateur d’application dans le centre d’administration Power Platform.</translation>
    </message>
    <message>
        <source>The application user %1 has no security role: it may do nothing at all.</source>
        <translation>L’utilisateur d’application %1 n’a aucun rôle de sécurité&#xa0;: il n’a le droit de rien faire.</translation>
    </message>
    <message>
        <source>Give it a security role that may read and write the table.</source>
        <translation>Donnez-lui un rôle de sécurité qui peut lire et écrire la table.</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, avec %2</translation>
    </message>
    <message>
        <source>Role: %1</source>
        <translation>Rôle&#xa0;: %1</translation>
    </message>
    <message>
        <source>Application: %1</source>
        <translation>Application&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a privilege&apos;s name, %2 how far it reaches</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>The application user lacks %n privilege(s): %1.</source>
        <translation>
            <numerusform>Il manque %n privilège à l’utilisateur d’application&#xa0;: %1.</numerusform>
            <numerusform>Il manque %n privilèges à l’utilisateur d’application&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add them, for the whole organization, to a security role of the application user.</source>
        <translation>Ajoutez-les, pour toute l’organisation, à un rôle de sécurité de l’utilisateur d’application.</translation>
    </message>
    <message numerus="yes">
        <source>%n privilege(s) do not reach the whole organization: rows of other owners are refused (%1).</source>
        <translation>
            <numerusform>%n privilège ne porte pas sur toute l’organisation&#xa0;: les lignes d’autres propriétaires sont refusées (%1).</numerusform>
            <numerusform>%n privilèges ne portent pas sur toute l’organisation&#xa0;: les lignes d’autres propriétaires sont refusées (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>Set the access level of these privileges to “Organization” in the application user’s security role.</source>
        <translation>Réglez le niveau d’accès de ces privilèges sur «&#xa0;Organisation&#xa0;» dans le rôle de sécurité de l’utilisateur d’application.</translation>
    </message>
    <message numerus="yes">
        <source>%n privilege(s), all for the whole organization</source>
        <translation>
            <numerusform>%n privilège, pour toute l’organisation</numerusform>
            <numerusform>%n privilèges, tous pour toute l’organisation</numerusform>
        </translation>
    </message>
    <message>
        <source>Not available here: the server does not tell of its tables.</source>
        <translation>Pas disponible ici&#xa0;: le serveur ne dit rien de ses tables.</translation>
    </message>
    <message>
        <source>Not available here: the environment does not tell of roles.</source>
        <translation>Pas disponible ici&#xa0;: l’environnement ne dit rien des rôles.</translation>
    </message>
    <message>
        <source>The application user is System Administrator: it may do everything.</source>
        <translation>L’utilisateur d’application est Administrateur système&#xa0;: il a le droit de tout faire.</translation>
    </message>
    <message>
        <source>That is needed only while two-way synchronisation is set up. Afterwards remove the role in the list of application users, under “Edit security roles”, and keep one that may read and write the table.</source>
        <translation>C’est nécessaire seulement pendant la mise en place de la synchronisation bidirectionnelle. Ensuite, retirez ce rôle dans la liste des utilisateurs de l’application, sous «&#xa0;Modifier les rôles de sécurité&#xa0;», et gardez-en un qui peut lire et écrire la table.</translation>
    </message>
    <message>
        <source>The application user is System Administrator through the team %1: it may do everything.</source>
        <translation>L’utilisateur d’application est Administrateur système par l’équipe %1&#xa0;: il a le droit de tout faire.</translation>
    </message>
    <message>
        <source>Remove the application user from that team; the role cannot be taken from the user itself.</source>
        <translation>Retirez l’utilisateur d’application de cette équipe&#xa0;; le rôle ne peut pas être retiré à l’utilisateur lui-même.</translation>
    </message>
    <message>
        <source>Not assigned: it may do only what its roles say</source>
        <translation>Pas attribué&#xa0;: il n’a le droit de faire que ce que disent ses rôles</translation>
    </message>
</context>
<context>
    <name>didomi::Client</name>
    <message>
        <source>There is no organization_user_id to look for.</source>
        <translation>Il n’y a aucun organization_user_id à chercher.</translation>
    </message>
</context>
<context>
    <name>didomi::Errors</name>
    <message>
        <source>The answer is not one that Didomi gives; something else may have answered.</source>
        <translation>La réponse n’est pas de celles que donne Didomi&#xa0;; autre chose a peut-être répondu.</translation>
    </message>
    <message>
        <source>Check Didomi&apos;s API address, and whether a proxy stands in between.</source>
        <translation>Vérifiez l’adresse de l’API de Didomi, et si un proxy se trouve entre les deux.</translation>
    </message>
</context>
<context>
    <name>didomi::ListJob</name>
    <message>
        <source>Didomi&apos;s list does not end: it comes back to a page that was already read.</source>
        <translation>La liste de Didomi ne finit pas&#xa0;: elle revient à une page déjà lue.</translation>
    </message>
    <message>
        <source>Try again later; tell Didomi&apos;s support if it stays.</source>
        <translation>Réessayez plus tard&#xa0;; si cela persiste, prévenez le support de Didomi.</translation>
    </message>
</context>
<context>
    <name>didomi::People</name>
    <message>
        <source>Nothing was done with it. Tell Didomi&apos;s support if it stays.</source>
        <translation>Rien n’en a été fait. Si cela persiste, prévenez le support de Didomi.</translation>
    </message>
    <message>
        <source>Entry %1 of Didomi&apos;s answer cannot be read: %2</source>
        <translation>L’entrée %1 de la réponse de Didomi ne peut pas être lue&#xa0;: %2</translation>
    </message>
    <message>
        <source>Didomi was asked for one person and answered with another one.</source>
        <translation>On a demandé une personne à Didomi, et la réponse en concerne une autre.</translation>
    </message>
    <message>
        <source>Didomi&apos;s list of users does not end: it comes back to a page that was already read.</source>
        <translation>La liste des utilisateurs de Didomi ne finit pas&#xa0;: elle revient à une page déjà lue.</translation>
    </message>
</context>
<context>
    <name>engine::ConsentPlan</name>
    <message>
        <source>This mapping goes to Didomi only: the consent is left alone.</source>
        <translation>Cette correspondance va seulement vers Didomi&#xa0;: le consentement est laissé tel quel.</translation>
    </message>
    <message>
        <source>No address is known for the channel “%1”: the consent is left alone.</source>
        <extracomment>%1 a channel, &quot;E-mail&quot;</extracomment>
        <translation>Aucune adresse n’est connue pour le canal «&#xa0;%1&#xa0;»&#xa0;: le consentement est laissé tel quel.</translation>
    </message>
    <message>
        <source>The address for the channel “%1” cannot be used: %2</source>
        <extracomment>%1 a channel, %2 &quot;This is no e-mail address.&quot;</extracomment>
        <translation>L’adresse pour le canal «&#xa0;%1&#xa0;» ne peut pas être utilisée&#xa0;: %2</translation>
    </message>
    <message>
        <source>Addresses are taken from the column %1, but %2 has no such column that can be read.</source>
        <translation>Les adresses sont prises dans la colonne %1, mais %2 n’a pas de telle colonne qui puisse être lue.</translation>
    </message>
    <message>
        <source>Choose another column for this channel&apos;s contact point.</source>
        <translation>Choisissez une autre colonne pour le point de contact de ce canal.</translation>
    </message>
    <message>
        <source>The event says nothing about this: the consent is left alone.</source>
        <translation>L’événement n’en dit rien&#xa0;: le consentement est laissé tel quel.</translation>
    </message>
    <message>
        <source>No choice: the consent is left alone.</source>
        <translation>Aucun choix&#xa0;: le consentement est laissé tel quel.</translation>
    </message>
    <message>
        <source>The choice waits for approval: the consent is left alone.</source>
        <translation>Le choix attend une approbation&#xa0;: le consentement est laissé tel quel.</translation>
    </message>
    <message>
        <source>The mapping leaves the consent alone when the choice is %1.</source>
        <extracomment>%1 is given or refused</extracomment>
        <translation>La correspondance laisse le consentement tel quel quand le choix est %1.</translation>
    </message>
    <message>
        <source>Several rows match this person; which one is meant cannot be known.</source>
        <translation>Plusieurs lignes correspondent à cette personne&#xa0;; on ne peut pas savoir laquelle est la bonne.</translation>
    </message>
    <message>
        <source>Didomi knows this person several times, and they disagree about %1.</source>
        <translation>Didomi connaît cette personne plusieurs fois, et les réponses diffèrent pour %1.</translation>
    </message>
    <message>
        <source>A newer choice is there already.</source>
        <translation>Un choix plus récent s’y trouve déjà.</translation>
    </message>
    <message>
        <source>The consents already say so.</source>
        <translation>Les consentements le disent déjà.</translation>
    </message>
    <message>
        <source>There is no matching row, so no address is known.</source>
        <translation>Il n’y a pas de ligne correspondante&#xa0;; aucune adresse n’est donc connue.</translation>
    </message>
    <message>
        <source>There is nothing to write about this person.</source>
        <translation>Il n’y a rien à écrire sur cette personne.</translation>
    </message>
    <message>
        <source>Two mappings write different values into the consent “%1”.</source>
        <translation>Deux correspondances écrivent des valeurs différentes dans le consentement «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation>Supprimez l’une des deux.</translation>
    </message>
    <message>
        <source>There is no row of consent, and none is made to say “not set”.</source>
        <translation>Il n’y a pas de ligne de consentement, et aucune n’est créée pour dire «&#xa0;non défini&#xa0;».</translation>
    </message>
    <message>
        <source>The consent already says so.</source>
        <translation>Le consentement le dit déjà.</translation>
    </message>
    <message>
        <source>The row was opted out in Dynamics 365 after this choice was made.</source>
        <translation>La ligne est passée à «&#xa0;refusé&#xa0;» dans Dynamics 365 après que ce choix a été fait.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a row of consent: %1 the purpose or topic, %2 an address</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A new row of consent needs columns that are not known here: %1.</source>
        <translation>Une nouvelle ligne de consentement a besoin de colonnes qui ne sont pas connues ici&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Make these columns optional in Power Apps.</source>
        <translation>Rendez ces colonnes facultatives dans Power Apps.</translation>
    </message>
    <message>
        <source>The topic “%1” is opted in, but has no effect while its purpose “%2” is opted out.</source>
        <translation>La rubrique «&#xa0;%1&#xa0;» est acceptée, mais n’a aucun effet tant que sa finalité «&#xa0;%2&#xa0;» est refusée.</translation>
    </message>
    <message>
        <source>The topic “%1” is opted in, but has no effect until its purpose “%2” is opted in too.</source>
        <translation>La rubrique «&#xa0;%1&#xa0;» est acceptée, mais n’a aucun effet tant que sa finalité «&#xa0;%2&#xa0;» n’est pas acceptée elle aussi.</translation>
    </message>
    <message>
        <source>Didomi knows this person several times, and not with the same address for the channel “%1”; whose consent this is cannot be known.</source>
        <extracomment>%1 a channel, &quot;E-mail&quot;</extracomment>
        <translation>Didomi connaît cette personne plusieurs fois, et pas avec la même adresse pour le canal « %1 » ; on ne peut pas savoir de qui est ce consentement.</translation>
    </message>
    <message>
        <source>Correct the metadata of these users in Didomi, or choose another contact point for this channel.</source>
        <translation>Corrigez les métadonnées de ces utilisateurs dans Didomi, ou choisissez un autre point de contact pour ce canal.</translation>
    </message>
    <message>
        <source>Consents are found under a phone number as it stands here and without what divides it; a row that spells the number otherwise is not seen.</source>
        <translation>Les consentements sont cherchés sous le numéro de téléphone tel qu’il est écrit ici et sans séparateurs ; une ligne qui écrit ce numéro autrement n’est pas vue.</translation>
    </message>
    <message>
        <source>The consent is opted out, and only somebody who gives consent can change that.</source>
        <translation>Le consentement est refusé, et seule une personne qui donne son consentement peut changer cela.</translation>
    </message>
</context>
<context>
    <name>engine::Effects</name>
    <message numerus="yes">
        <source>%Ln person(s) become(s) contactable, %1 stop.</source>
        <extracomment>How many stop being contactable; a number.</extracomment>
        <translation>
            <numerusform>%Ln personne devient joignable, %1 cessent de l’être.</numerusform>
            <numerusform>%Ln personnes deviennent joignables, %1 cessent de l’être.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) become(s) contactable.</source>
        <translation>
            <numerusform>%Ln personne devient joignable.</numerusform>
            <numerusform>%Ln personnes deviennent joignables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) stop(s) being contactable.</source>
        <translation>
            <numerusform>%Ln personne cesse d’être joignable.</numerusform>
            <numerusform>%Ln personnes cessent d’être joignables.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody becomes contactable, and nobody stops.</source>
        <translation>Personne ne devient joignable, et personne ne cesse de l’être.</translation>
    </message>
    <message>
        <source>Nothing has to be written.</source>
        <translation>Rien ne doit être écrit.</translation>
    </message>
    <message>
        <source>Nothing is ticked: nothing would be written.</source>
        <translation>Rien n’est coché&#xa0;: rien ne serait écrit.</translation>
    </message>
    <message numerus="yes">
        <source>Rows will be created for %Ln person(s).</source>
        <translation>
            <numerusform>Des lignes seront créées pour %Ln personne.</numerusform>
            <numerusform>Des lignes seront créées pour %Ln personnes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new rows of %Ln person(s) lack required columns.</source>
        <translation>
            <numerusform>Il manque des colonnes obligatoires aux nouvelles lignes de %Ln personne.</numerusform>
            <numerusform>Il manque des colonnes obligatoires aux nouvelles lignes de %Ln personnes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are warnings for %Ln person(s).</source>
        <translation>
            <numerusform>Il y a des avertissements pour %Ln personne.</numerusform>
            <numerusform>Il y a des avertissements pour %Ln personnes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine::ExportFiles</name>
    <message>
        <source>The export in %1 has no file _SUCCESS: it may not be complete.</source>
        <translation>L’export dans %1 n’a pas de fichier _SUCCESS&#xa0;: il est peut-être incomplet.</translation>
    </message>
    <message>
        <source>Copy it again once Didomi has finished it.</source>
        <translation>Copiez-le à nouveau quand Didomi l’aura terminé.</translation>
    </message>
    <message>
        <source>The file or folder %1 is not there.</source>
        <translation>Le fichier ou dossier %1 n’existe pas.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Vérifiez le chemin.</translation>
    </message>
    <message>
        <source>The folder %1 holds no exports.</source>
        <translation>Le dossier %1 ne contient aucun export.</translation>
    </message>
    <message>
        <source>Choose a folder with files that end in .json, .jsonl or .json.gz.</source>
        <translation>Choisissez un dossier avec des fichiers qui se terminent par .json, .jsonl ou .json.gz.</translation>
    </message>
</context>
<context>
    <name>engine::FileSource</name>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Le fichier %1 ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Name a file of webhooks, events or users that this user may read.</source>
        <translation>Nommez un fichier de webhooks, d’événements ou d’utilisateurs que cet utilisateur peut lire.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Le fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The file cannot be read to its end.</source>
        <translation>Le fichier ne peut pas être lu jusqu’à la fin.</translation>
    </message>
    <message>
        <source>The compressed file is cut off.</source>
        <translation>Le fichier compressé est tronqué.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Copiez-le ou téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>engine::GzipReader</name>
    <message>
        <source>There is no memory to decompress a file.</source>
        <translation>Il n’y a pas assez de mémoire pour décompresser un fichier.</translation>
    </message>
    <message>
        <source>The compressed file is damaged.</source>
        <translation>Le fichier compressé est endommagé.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Copiez-le ou téléchargez-le à nouveau.</translation>
    </message>
</context>
<context>
    <name>engine::JsonPieces</name>
    <message>
        <source>Line %1 is not valid JSON.</source>
        <translation>La ligne %1 n’est pas du JSON valide.</translation>
    </message>
    <message>
        <source>Line %1 holds no JSON object.</source>
        <translation>La ligne %1 ne contient aucun objet JSON.</translation>
    </message>
    <message>
        <source>Line %1 is too long.</source>
        <translation>La ligne %1 est trop longue.</translation>
    </message>
    <message>
        <source>Line %1: the list has no end; the file is cut off.</source>
        <translation>Ligne %1&#xa0;: la liste n’a pas de fin&#xa0;; le fichier est tronqué.</translation>
    </message>
    <message>
        <source>What begins in line %1 is too long.</source>
        <translation>Ce qui commence à la ligne %1 est trop long.</translation>
    </message>
    <message>
        <source>Line %1: this object has no end; the file is cut off.</source>
        <translation>Ligne %1&#xa0;: cet objet n’a pas de fin&#xa0;; le fichier est tronqué.</translation>
    </message>
</context>
<context>
    <name>engine::LiveLock</name>
    <message>
        <source>Another program already writes this integration&apos;s consents as they arrive.</source>
        <translation>Un autre programme écrit déjà les consentements de cette intégration à leur arrivée.</translation>
    </message>
    <message>
        <source>Stop it first; two at once could write one person out of order.</source>
        <translation>Arrêtez-le d’abord&#xa0;; deux à la fois pourraient écrire une personne dans le désordre.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Le fichier %1 ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>Check that you may write into this folder, and that the disk is not full.</source>
        <translation>Vérifiez que vous pouvez écrire dans ce dossier et que le disque n’est pas plein.</translation>
    </message>
</context>
<context>
    <name>engine::LiveWorker</name>
    <message>
        <source>Didomi knows no organization user id of this person, so no row can be found.</source>
        <translation>Didomi ne connaît pas d’organization user id pour cette personne&#xa0;; aucune ligne ne peut donc être trouvée.</translation>
    </message>
    <message>
        <source>Didomi told of this person but does not show them yet.</source>
        <translation>Didomi a signalé cette personne mais ne la montre pas encore.</translation>
    </message>
    <message>
        <source>What this person said later covers it: only the newest is written.</source>
        <translation>Ce que cette personne a dit plus tard l’emporte&#xa0;: seul le plus récent est écrit.</translation>
    </message>
</context>
<context>
    <name>engine::MatchReport</name>
    <message>
        <source>One row</source>
        <translation>Une ligne</translation>
    </message>
    <message>
        <source>No row</source>
        <translation>Aucune ligne</translation>
    </message>
    <message>
        <source>Several rows</source>
        <translation>Plusieurs lignes</translation>
    </message>
    <message>
        <source>No organization user id</source>
        <translation>Pas d’organization user id</translation>
    </message>
    <message>
        <source>Id that no row can have</source>
        <translation>ID qu’aucune ligne ne peut avoir</translation>
    </message>
    <message>
        <source>Another regulation</source>
        <translation>Autre réglementation</translation>
    </message>
    <message>
        <source>A push skips them, or creates rows in upsert mode. If there are many, the match column is probably not the one that holds Didomi&apos;s ids.</source>
        <translation>Un envoi les ignore, ou crée des lignes en mode upsert. S’il y en a beaucoup, la colonne de recherche n’est sans doute pas celle qui contient les ID de Didomi.</translation>
    </message>
    <message>
        <source>A push writes nothing for them: merge the rows, or match by a column with unique values.</source>
        <translation>Un envoi n’écrit rien pour elles&#xa0;: fusionnez les lignes, ou cherchez dans une colonne aux valeurs uniques.</translation>
    </message>
    <message>
        <source>They never said who they are on the site; a push skips them.</source>
        <translation>Ces personnes n’ont jamais dit qui elles sont sur le site&#xa0;; un envoi les ignore.</translation>
    </message>
    <message>
        <source>A push refuses them: look at how the site gives ids to Didomi.</source>
        <translation>Un envoi les refuse&#xa0;: regardez comment le site donne des ID à Didomi.</translation>
    </message>
    <message>
        <source>They answered under another regulation than this integration&apos;s; a push skips them.</source>
        <translation>Ces personnes ont répondu sous une autre réglementation que celle de cette intégration&#xa0;; un envoi les ignore.</translation>
    </message>
    <message>
        <source>The other columns of the alternate key differ from person to person, so people would have to be looked up one by one.</source>
        <translation>Les autres colonnes de la clé alternative diffèrent d’une personne à l’autre&#xa0;; il faudrait donc chercher les personnes une par une.</translation>
    </message>
    <message>
        <source>See in the preview of some people whether their rows are found.</source>
        <translation>Voyez dans l’aperçu de quelques personnes si leurs lignes sont trouvées.</translation>
    </message>
</context>
<context>
    <name>engine::Newest</name>
    <message>
        <source>Didomi knows nobody with an organization user id under this regulation.</source>
        <translation>Didomi ne connaît personne avec un organization user id sous cette réglementation.</translation>
    </message>
    <message>
        <source>Check the integration&apos;s regulation and Didomi organization.</source>
        <translation>Vérifiez la réglementation et l’organisation Didomi de l’intégration.</translation>
    </message>
</context>
<context>
    <name>engine::PeopleList</name>
    <message>
        <source>The list of people is no text.</source>
        <translation>La liste de personnes n’est pas du texte.</translation>
    </message>
    <message>
        <source>Save it as text or CSV in UTF-8.</source>
        <translation>Enregistrez-la comme texte ou CSV en UTF-8.</translation>
    </message>
    <message>
        <source>The list of people has no column &quot;%1&quot;.</source>
        <translation>La liste de personnes n’a pas de colonne «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>Elle a&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The list of people ends within a quoted cell; it is damaged or cut off.</source>
        <translation>La liste de personnes se termine à l’intérieur d’une cellule entre guillemets&#xa0;; elle est endommagée ou tronquée.</translation>
    </message>
    <message>
        <source>The list of people has several columns.</source>
        <translation>La liste de personnes a plusieurs colonnes.</translation>
    </message>
    <message>
        <source>Name the column that holds their ids; the first line says: %1</source>
        <translation>Nommez la colonne qui contient leurs ID&#xa0;; la première ligne dit&#xa0;: %1</translation>
    </message>
    <message>
        <source>The list of people names nobody.</source>
        <translation>La liste de personnes ne nomme personne.</translation>
    </message>
</context>
<context>
    <name>engine::PeopleSource</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Didomi knows nobody with the id %1.</source>
        <translation>Didomi ne connaît personne avec l’ID %1.</translation>
    </message>
    <message>
        <source>Check the id and the regulation; upper and lower case count.</source>
        <translation>Vérifiez l’ID et la réglementation&#xa0;; majuscules et minuscules comptent.</translation>
    </message>
    <message>
        <source>Didomi, organization %1.</source>
        <translation>Didomi, organisation %1.</translation>
    </message>
    <message>
        <source>Didomi&apos;s list of users does not end: it comes back to a page that was already read.</source>
        <translation>La liste des utilisateurs de Didomi ne finit pas&#xa0;: elle revient à une page déjà lue.</translation>
    </message>
    <message>
        <source>Try again later; tell Didomi&apos;s support if it stays.</source>
        <translation>Réessayez plus tard&#xa0;; si cela persiste, prévenez le support de Didomi.</translation>
    </message>
    <message>
        <source>The files tell nothing of the id %1.</source>
        <translation>Les fichiers ne disent rien de l’ID %1.</translation>
    </message>
    <message>
        <source>Check the id; upper and lower case count.</source>
        <translation>Vérifiez l’ID&#xa0;; majuscules et minuscules comptent.</translation>
    </message>
    <message numerus="yes">
        <source>%n exported file(s) of Didomi, %1, known at %2.</source>
        <translation>
            <numerusform>%n fichier exporté de Didomi, %1, état connu au %2.</numerusform>
            <numerusform>%n fichiers exportés de Didomi, %1, état connu au %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Didomi, organization %1: %n chosen people.</source>
        <translation>
            <numerusform>Didomi, organisation %1&#xa0;: %n personne choisie.</numerusform>
            <numerusform>Didomi, organisation %1&#xa0;: %n personnes choisies.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was read so far does not fit what is to be read now.</source>
        <translation>Ce qui a été lu jusqu’ici ne correspond pas à ce qui doit être lu maintenant.</translation>
    </message>
    <message>
        <source>Make a new plan.</source>
        <translation>Faites un nouveau plan.</translation>
    </message>
    <message>
        <source>The files are not those that the plan was begun with.</source>
        <translation>Les fichiers ne sont pas ceux avec lesquels le plan a été commencé.</translation>
    </message>
</context>
<context>
    <name>engine::PersonSearch</name>
    <message>
        <source>There is nothing to search for.</source>
        <translation>Il n’y a rien à chercher.</translation>
    </message>
    <message>
        <source>Type a part of a name, an e-mail address or an id.</source>
        <translation>Saisissez une partie d’un nom, d’une adresse e-mail ou d’un ID.</translation>
    </message>
    <message>
        <source>Rows hold only a hash of the id, so people are found by their exact id only.</source>
        <translation>Les lignes ne contiennent qu’un hachage de l’ID&#xa0;; les personnes ne sont donc trouvées que par leur ID exact.</translation>
    </message>
</context>
<context>
    <name>engine::Plan</name>
    <message>
        <source>written</source>
        <translation>écrit</translation>
    </message>
    <message>
        <source>already so</source>
        <translation>déjà ainsi</translation>
    </message>
    <message>
        <source>left alone</source>
        <translation>laissé tel quel</translation>
    </message>
    <message>
        <source>left alone: older</source>
        <translation>laissé tel quel&#xa0;: plus ancien</translation>
    </message>
    <message>
        <source>impossible</source>
        <translation>impossible</translation>
    </message>
    <message numerus="yes">
        <source>Updates %n column(s) of one row.</source>
        <translation>
            <numerusform>Met à jour %n colonne d’une ligne.</numerusform>
            <numerusform>Met à jour %n colonnes d’une ligne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Updates %n column(s) of %1.</source>
        <extracomment>%1 is the row&apos;s name, usually a person&apos;s</extracomment>
        <translation>
            <numerusform>Met à jour %n colonne de %1.</numerusform>
            <numerusform>Met à jour %n colonnes de %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Creates a row with %n column(s).</source>
        <translation>
            <numerusform>Crée une ligne avec %n colonne.</numerusform>
            <numerusform>Crée une ligne avec %n colonnes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unchanged: %1</source>
        <translation>Inchangé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Invalid: %1</source>
        <translation>Invalide&#xa0;: %1</translation>
    </message>
    <message>
        <source>Conflict: %1</source>
        <translation>Conflit&#xa0;: %1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Ignoré&#xa0;: %1</translation>
    </message>
    <message>
        <source>There is nobody to plan for.</source>
        <translation>Il n’y a personne pour qui faire un plan.</translation>
    </message>
    <message>
        <source>A plan of one cannot be made for several people.</source>
        <translation>Un plan pour une personne ne peut pas en concerner plusieurs.</translation>
    </message>
    <message>
        <source>Didomi knows no organization user id of this person, so no row can be found.</source>
        <translation>Didomi ne connaît pas d’organization user id pour cette personne&#xa0;; aucune ligne ne peut donc être trouvée.</translation>
    </message>
    <message>
        <source>This consent belongs to the Didomi organization %1, this integration to %2.</source>
        <translation>Ce consentement appartient à l’organisation Didomi %1, cette intégration à %2.</translation>
    </message>
    <message>
        <source>This consent was given under %1; this integration carries %2 only.</source>
        <translation>Ce consentement a été donné sous %1&#xa0;; cette intégration ne porte que %2.</translation>
    </message>
    <message>
        <source>The choice waits for approval and is not in effect yet.</source>
        <translation>Le choix attend une approbation et n’est pas encore en vigueur.</translation>
    </message>
    <message>
        <source>The choice came from Dynamics 365 in the first place.</source>
        <translation>Le choix est venu de Dynamics 365 au départ.</translation>
    </message>
    <message>
        <source>This integration has no mappings yet, so nothing can be written.</source>
        <translation>Cette intégration n’a pas encore de correspondances&#xa0;; rien ne peut donc être écrit.</translation>
    </message>
    <message>
        <source>Rows are found by their id, but the organization user id is not a row id (GUID).</source>
        <translation>Les lignes sont trouvées par leur ID, mais l’organization user id n’est pas un ID de ligne (GUID).</translation>
    </message>
    <message>
        <source>Rows are found by the column %1, but %2 has no such column that can be read.</source>
        <translation>Les lignes sont trouvées par la colonne %1, mais %2 n’a pas de telle colonne qui puisse être lue.</translation>
    </message>
    <message>
        <source>Rows are found by an alternate key on %1, but there is no such key.</source>
        <translation>Les lignes sont trouvées par une clé alternative sur %1, mais il n’y a pas de telle clé.</translation>
    </message>
    <message>
        <source>The alternate key %1 is not active yet, so rows cannot be found by it.</source>
        <translation>La clé alternative %1 n’est pas encore active&#xa0;; les lignes ne peuvent donc pas être trouvées par elle.</translation>
    </message>
    <message>
        <source>Several rows match this person; which one is meant cannot be known.</source>
        <translation>Plusieurs lignes correspondent à cette personne&#xa0;; on ne peut pas savoir laquelle est la bonne.</translation>
    </message>
    <message>
        <source>There is no matching row, and upsert mode is off.</source>
        <translation>Il n’y a pas de ligne correspondante, et le mode upsert est désactivé.</translation>
    </message>
    <message>
        <source>This row is deactivated in Dynamics 365.</source>
        <translation>Cette ligne est désactivée dans Dynamics 365.</translation>
    </message>
    <message>
        <source>Didomi knows this person several times, and they disagree about %1.</source>
        <translation>Didomi connaît cette personne plusieurs fois, et les réponses diffèrent pour %1.</translation>
    </message>
    <message>
        <source>Two mappings write different values into the column %1.</source>
        <translation>Deux correspondances écrivent des valeurs différentes dans la colonne %1.</translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation>Supprimez l’une des deux.</translation>
    </message>
    <message>
        <source>A choice of %1 was written already, which is newer.</source>
        <translation>Un choix du %1, plus récent, a déjà été écrit.</translation>
    </message>
    <message>
        <source>It is not known when this choice was made, and a dated one was written already.</source>
        <translation>On ne sait pas quand ce choix a été fait, et un choix daté a déjà été écrit.</translation>
    </message>
    <message>
        <source>The event says nothing about this: the column is left alone.</source>
        <translation>L’événement n’en dit rien&#xa0;: la colonne est laissée telle quelle.</translation>
    </message>
    <message>
        <source>No choice: the column is left alone.</source>
        <translation>Aucun choix&#xa0;: la colonne est laissée telle quelle.</translation>
    </message>
    <message>
        <source>The table %1 has no column %2.</source>
        <translation>La table %1 n’a pas de colonne %2.</translation>
    </message>
    <message>
        <source>Choose another column for this mapping, or create the column in Power Apps.</source>
        <translation>Choisissez une autre colonne pour cette correspondance, ou créez la colonne dans Power Apps.</translation>
    </message>
    <message>
        <source>The column %1 cannot be set on new rows.</source>
        <translation>La colonne %1 ne peut pas être remplie dans une nouvelle ligne.</translation>
    </message>
    <message>
        <source>The column %1 cannot be changed.</source>
        <translation>La colonne %1 ne peut pas être modifiée.</translation>
    </message>
    <message>
        <source>Choose another column for this mapping.</source>
        <translation>Choisissez une autre colonne pour cette correspondance.</translation>
    </message>
    <message>
        <source>A newer choice of this person was written already.</source>
        <translation>Un choix plus récent de cette personne a déjà été écrit.</translation>
    </message>
    <message>
        <source>The row already says so.</source>
        <translation>La ligne le dit déjà.</translation>
    </message>
    <message>
        <source>There is nothing to write: this person made no choice about what is mapped.</source>
        <translation>Il n’y a rien à écrire&#xa0;: cette personne n’a fait aucun choix sur ce qui est mis en correspondance.</translation>
    </message>
    <message>
        <source>There is no matching row, and nothing to write into a new one: this person made no choice.</source>
        <translation>Il n’y a pas de ligne correspondante, et rien à écrire dans une nouvelle&#xa0;: cette personne n’a fait aucun choix.</translation>
    </message>
    <message>
        <source>A mapping writes something else into %1, by which rows are found: the new row would not be found again.</source>
        <translation>Une correspondance écrit autre chose dans %1, par laquelle les lignes sont trouvées&#xa0;: la nouvelle ligne ne serait pas retrouvée.</translation>
    </message>
    <message>
        <source>Forms in Dynamics 365 require columns that the new row will not have: %1.</source>
        <translation>Les formulaires de Dynamics 365 exigent des colonnes que la nouvelle ligne n’aura pas&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Non écrit&#xa0;: %1</translation>
    </message>
    <message>
        <source>All mappings go to Didomi only, so nothing is written here.</source>
        <translation>Toutes les correspondances vont seulement vers Didomi&#xa0;; rien n’est donc écrit ici.</translation>
    </message>
    <message>
        <source>There is no matching row, and none is made for a choice that waits for approval.</source>
        <translation>Il n’y a pas de ligne correspondante, et aucune n’est créée pour un choix qui attend une approbation.</translation>
    </message>
    <message>
        <source>This mapping goes to Didomi only: the column is left alone.</source>
        <translation>Cette correspondance va seulement vers Didomi&#xa0;: la colonne est laissée telle quelle.</translation>
    </message>
    <message>
        <source>The mapping leaves the column alone when the choice is %1.</source>
        <extracomment>%1 is given or refused</extracomment>
        <translation>La correspondance laisse la colonne telle quelle quand le choix est %1.</translation>
    </message>
    <message>
        <source>The choice waits for approval: the column is left alone.</source>
        <translation>Le choix attend une approbation&#xa0;: la colonne est laissée telle quelle.</translation>
    </message>
    <message>
        <source>This choice was written already, and somebody changed it in Dynamics 365 since.</source>
        <translation>Ce choix a déjà été écrit, et quelqu’un l’a modifié depuis dans Dynamics 365.</translation>
    </message>
    <message numerus="yes">
        <source>Creates %n row(s) of consent.</source>
        <translation>
            <numerusform>Crée %n ligne de consentement.</numerusform>
            <numerusform>Crée %n lignes de consentement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writes %n row(s) of consent.</source>
        <translation>
            <numerusform>Écrit %n ligne de consentement.</numerusform>
            <numerusform>Écrit %n lignes de consentement.</numerusform>
        </translation>
    </message>
    <message>
        <source>Didomi knows this person several times, and with different values by which the row is found.</source>
        <translation>Didomi connaît cette personne plusieurs fois, et avec des valeurs différentes pour trouver la ligne.</translation>
    </message>
    <message>
        <source>Several rows of the table %1 have this value in %2; to which one to point cannot be known.</source>
        <translation>Plusieurs lignes de la table %1 ont cette valeur dans %2&#xa0;; on ne peut pas savoir vers laquelle pointer.</translation>
    </message>
    <message>
        <source>Merge the rows in Dynamics 365, or name rows by another key.</source>
        <translation>Fusionnez les lignes dans Dynamics 365, ou désignez les lignes par une autre clé.</translation>
    </message>
    <message>
        <source>The table %1 has no row with this value in %2 to point to.</source>
        <translation>La table %1 n’a aucune ligne avec cette valeur dans %2 vers laquelle pointer.</translation>
    </message>
    <message>
        <source>Make the row in Dynamics 365, or correct the value.</source>
        <translation>Créez la ligne dans Dynamics 365, ou corrigez la valeur.</translation>
    </message>
    <message>
        <source>A new row needs columns that no mapping and no fixed value fills: %1.</source>
        <translation>Une nouvelle ligne a besoin de colonnes qu’aucune correspondance ni valeur fixe ne remplit&#xa0;: %1.</translation>
    </message>
    <message>
        <source>What a run has written that was cut off is not known here. %1</source>
        <translation>Ce qu’une exécution interrompue a écrit n’est pas connu ici. %1</translation>
    </message>
</context>
<context>
    <name>engine::Push</name>
    <message>
        <source>Only the plan of exactly one person can be pushed.</source>
        <translation>Seul le plan d’exactement une personne peut être envoyé.</translation>
    </message>
    <message>
        <source>This plan was made for another integration.</source>
        <translation>Ce plan a été fait pour une autre intégration.</translation>
    </message>
    <message>
        <source>Make a new plan.</source>
        <translation>Faites un nouveau plan.</translation>
    </message>
    <message>
        <source>Didomi</source>
        <translation>Didomi</translation>
    </message>
    <message>
        <source>This plan was made for another organization of %1 than the one that answers now.</source>
        <translation>Ce plan a été fait pour une autre organisation de %1 que celle qui répond maintenant.</translation>
    </message>
    <message>
        <source>Check the connection and make a new plan.</source>
        <translation>Vérifiez la connexion et faites un nouveau plan.</translation>
    </message>
    <message>
        <source>Dynamics 365</source>
        <translation>Dynamics 365</translation>
    </message>
    <message>
        <source>The row was deleted after the plan was made.</source>
        <translation>La ligne a été supprimée après la préparation du plan.</translation>
    </message>
    <message>
        <source>Another row with the same key was made after the plan.</source>
        <translation>Une autre ligne avec la même clé a été créée après la préparation du plan.</translation>
    </message>
    <message>
        <source>A row with this id exists already and says something else.</source>
        <translation>Une ligne avec cet ID existe déjà et dit autre chose.</translation>
    </message>
    <message>
        <source>Somebody changed %1 after the plan was made.</source>
        <translation>Quelqu’un a modifié %1 après la préparation du plan.</translation>
    </message>
    <message>
        <source>The row keeps being changed by somebody else.</source>
        <translation>La ligne est sans cesse modifiée par quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>It was not written: %1</source>
        <translation>Cela n’a pas été écrit&#xa0;: %1</translation>
    </message>
    <message>
        <source>Whether it was written could not be confirmed; that is checked again at the next start. %1</source>
        <translation>On n’a pas pu confirmer si cela a été écrit&#xa0;; ce sera vérifié à nouveau au prochain démarrage. %1</translation>
    </message>
    <message>
        <source>This outcome could not be noted in the journal: %1</source>
        <translation>Ce résultat n’a pas pu être noté dans le journal&#xa0;: %1</translation>
    </message>
    <message>
        <source>What Didomi knows of this person changed after the plan was made.</source>
        <translation>Ce que Didomi sait de cette personne a changé après l’établissement du plan.</translation>
    </message>
    <message>
        <source>It was not sent: %1</source>
        <translation>Cela n’a pas été envoyé&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were written, but not all: %1</source>
        <extracomment>%n rows of one person; %1 why the others were not</extracomment>
        <translation>
            <numerusform>%n ligne a été écrite, mais pas toutes&#xa0;: %1</numerusform>
            <numerusform>%n lignes ont été écrites, mais pas toutes&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Another row for this person was made after the plan.</source>
        <translation>Une autre ligne pour cette personne a été créée après le plan.</translation>
    </message>
    <message>
        <source>Somebody made this row meanwhile, and it says so already.</source>
        <translation>Quelqu’un a créé cette ligne entre-temps, et elle le dit déjà.</translation>
    </message>
    <message>
        <source>The row already says so.</source>
        <translation>La ligne le dit déjà.</translation>
    </message>
</context>
<context>
    <name>engine::Records</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>This webhook, “%1”, does not say what somebody chose.</source>
        <translation>Ce webhook, «&#xa0;%1&#xa0;», ne dit pas ce que quelqu’un a choisi.</translation>
    </message>
    <message>
        <source>Read the person from Didomi instead.</source>
        <translation>Lisez plutôt la personne depuis Didomi.</translation>
    </message>
</context>
<context>
    <name>engine::Recovery</name>
    <message>
        <source>The program ended while this was sent, and the row does not say it: it was not written. Push it again.</source>
        <translation>Le programme s’est arrêté pendant l’envoi, et la ligne ne le dit pas&#xa0;: cela n’a pas été écrit. Envoyez à nouveau.</translation>
    </message>
    <message>
        <source>What the journal holds of a request cannot be read.</source>
        <translation>Ce que le journal contient d’une requête ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The journal holds a write to the column %1, which %2 does not have any more.</source>
        <translation>Le journal contient une écriture dans la colonne %1, que %2 n’a plus.</translation>
    </message>
    <message>
        <source>The journal does not tell which row was written.</source>
        <translation>Le journal ne dit pas quelle ligne a été écrite.</translation>
    </message>
</context>
<context>
    <name>engine::Report</name>
    <message>
        <source>Undo of a run</source>
        <translation>Annulation d’une exécution</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>Consent resync</source>
        <translation>Resynchronisation des consentements</translation>
    </message>
    <message>
        <source>No. %1</source>
        <extracomment>in place of a person&apos;s id; %1 a number</extracomment>
        <translation>Nº %1</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissé de côté</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>non atteint</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Intégration</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>Réglementation</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Takes back</source>
        <translation>Annule</translation>
    </message>
    <message>
        <source>Planned at</source>
        <translation>Planifié le</translation>
    </message>
    <message>
        <source>Begun at</source>
        <translation>Commencé le</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>Terminé le</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Given up because</source>
        <translation>Cause de l’abandon</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Mis à jour</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Inchangé</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Invalide</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>En conflit</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Non atteint</translation>
    </message>
    <message>
        <source>All people of the plan</source>
        <translation>Toutes les personnes du plan</translation>
    </message>
    <message numerus="yes">
        <source>%n of the skipped were left out by hand.</source>
        <translation>
            <numerusform>%n des personnes ignorées a été laissée de côté à la main.</numerusform>
            <numerusform>%n des personnes ignorées ont été laissées de côté à la main.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of those not reached it is not known whether something was written; resuming the run finds out.</source>
        <translation>
            <numerusform>Pour %n des personnes non atteintes, on ne sait pas si quelque chose a été écrit&#xa0;; reprendre l’exécution permet de le savoir.</numerusform>
            <numerusform>Pour %n des personnes non atteintes, on ne sait pas si quelque chose a été écrit&#xa0;; reprendre l’exécution permet de le savoir.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run was going on while this was written, so the numbers do not add up yet.</source>
        <translation>L’exécution était en cours quand ceci a été écrit&#xa0;; le compte n’y est donc pas encore.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) became contactable.</source>
        <translation>
            <numerusform>%n personne est devenue joignable.</numerusform>
            <numerusform>%n personnes sont devenues joignables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) stopped being contactable.</source>
        <translation>
            <numerusform>%n personne a cessé d’être joignable.</numerusform>
            <numerusform>%n personnes ont cessé d’être joignables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n person(s) rows were created.</source>
        <translation>
            <numerusform>Pour %n personne, des lignes ont été créées.</numerusform>
            <numerusform>Pour %n personnes, des lignes ont été créées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) would become contactable.</source>
        <translation>
            <numerusform>%n personne deviendrait joignable.</numerusform>
            <numerusform>%n personnes deviendraient joignables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) would stop being contactable.</source>
        <translation>
            <numerusform>%n personne cesserait d’être joignable.</numerusform>
            <numerusform>%n personnes cesseraient d’être joignables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n person(s) rows would be created.</source>
        <translation>
            <numerusform>Pour %n personne, des lignes seraient créées.</numerusform>
            <numerusform>Pour %n personnes, des lignes seraient créées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Raisons</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>the language of this translation, as HTML names it</extracomment>
        <translation>fr</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>Les %1 premières personnes sur %2.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>Non écrit</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>The report cannot be written.</source>
        <translation>Le rapport ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>The report “%1” cannot be written.</source>
        <translation>Le rapport «&#xa0;%1&#xa0;» ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>Check that you may write there, and that the disk is not full.</source>
        <translation>Vérifiez que vous pouvez écrire à cet endroit et que le disque n’est pas plein.</translation>
    </message>
</context>
<context>
    <name>engine::Run</name>
    <message>
        <source>Didomi knows several people whose ids differ in upper and lower case only; whose row it is cannot be known.</source>
        <translation>Didomi connaît plusieurs personnes dont les ID ne diffèrent que par les majuscules et minuscules&#xa0;; on ne peut pas savoir à qui est la ligne.</translation>
    </message>
    <message>
        <source>Make a new plan.</source>
        <translation>Faites un nouveau plan.</translation>
    </message>
    <message>
        <source>This plan is finished already.</source>
        <translation>Ce plan est déjà terminé.</translation>
    </message>
    <message>
        <source>This plan was begun for another organization than the one that answers now.</source>
        <translation>Ce plan a été commencé pour une autre organisation que celle qui répond maintenant.</translation>
    </message>
    <message>
        <source>The integration’s mappings were changed after this plan was begun.</source>
        <translation>Les correspondances de l’intégration ont été modifiées après le début de ce plan.</translation>
    </message>
    <message>
        <source>The program ended while this was sent.</source>
        <translation>Le programme s’est arrêté pendant l’envoi.</translation>
    </message>
    <message>
        <source>No answer was heard.</source>
        <translation>Aucune réponse n’est arrivée.</translation>
    </message>
    <message>
        <source>This plan was made for another organization of %1 than the one that answers now.</source>
        <translation>Ce plan a été fait pour une autre organisation de %1 que celle qui répond maintenant.</translation>
    </message>
    <message>
        <source>Dynamics 365</source>
        <translation>Dynamics 365</translation>
    </message>
    <message>
        <source>Check the connection and make a new plan.</source>
        <translation>Vérifiez la connexion et faites un nouveau plan.</translation>
    </message>
    <message>
        <source>What became of some writes could not be found out.</source>
        <translation>On n’a pas pu savoir ce que certaines écritures sont devenues.</translation>
    </message>
    <message>
        <source>Resume the run when Dynamics 365 can be reached again.</source>
        <translation>Reprenez l’exécution quand Dynamics 365 sera de nouveau joignable.</translation>
    </message>
    <message>
        <source>Other workers are finishing their part.</source>
        <translation>D’autres processus terminent leur part.</translation>
    </message>
    <message numerus="yes">
        <source>By this plan %n people become contactable, and that was not confirmed.</source>
        <translation>
            <numerusform>Par ce plan, %n personne devient joignable, et cela n’a pas été confirmé.</numerusform>
            <numerusform>Par ce plan, %n personnes deviennent joignables, et cela n’a pas été confirmé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirm it, or take them out of the plan.</source>
        <translation>Confirmez-le, ou retirez-les du plan.</translation>
    </message>
    <message numerus="yes">
        <source>By this plan rows are created for %n people, and that was not confirmed.</source>
        <translation>
            <numerusform>Par ce plan, des lignes sont créées pour %n personne, et cela n’a pas été confirmé.</numerusform>
            <numerusform>Par ce plan, des lignes sont créées pour %n personnes, et cela n’a pas été confirmé.</numerusform>
        </translation>
    </message>
    <message>
        <source>This plan is not finished.</source>
        <translation>Ce plan n’est pas terminé.</translation>
    </message>
    <message>
        <source>Finish planning, then run it.</source>
        <translation>Terminez la planification, puis exécutez le plan.</translation>
    </message>
    <message>
        <source>Didomi</source>
        <translation>Didomi</translation>
    </message>
    <message>
        <source>The integration writes to another table than when this plan was made.</source>
        <translation>L’intégration écrit dans une autre table qu’au moment où ce plan a été fait.</translation>
    </message>
    <message>
        <source>The integration’s mappings were changed after this plan was made.</source>
        <translation>Les correspondances de l’intégration ont été modifiées après la préparation de ce plan.</translation>
    </message>
    <message>
        <source>This run has not ended (%1); what failed can be tried again then.</source>
        <translation>Cette exécution n’est pas terminée (%1)&#xa0;; ce qui a échoué pourra être réessayé ensuite.</translation>
    </message>
    <message>
        <source>Resume it first.</source>
        <translation>Reprenez-la d’abord.</translation>
    </message>
</context>
<context>
    <name>engine::RunLock</name>
    <message>
        <source>Another program is working on this plan: %1</source>
        <translation>Un autre programme travaille sur ce plan&#xa0;: %1</translation>
    </message>
    <message>
        <source>Wait until it has ended, or stop it.</source>
        <translation>Attendez qu’il ait fini, ou arrêtez-le.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Le fichier %1 ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>Check that you may write into this folder, and that the disk is not full.</source>
        <translation>Vérifiez que vous pouvez écrire dans ce dossier et que le disque n’est pas plein.</translation>
    </message>
</context>
<context>
    <name>engine::RunProgress</name>
    <message>
        <source>Reading and comparing</source>
        <translation>Lecture et comparaison</translation>
    </message>
    <message>
        <source>Reading once more who was found several times</source>
        <translation>Nouvelle lecture des personnes trouvées plusieurs fois</translation>
    </message>
    <message>
        <source>Looking at what was left open</source>
        <translation>Examen de ce qui est resté en suspens</translation>
    </message>
    <message>
        <source>Asking Didomi once more</source>
        <translation>Nouvelle demande à Didomi</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Mise en pause</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendu</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>What is slowest is not known yet.</source>
        <translation>On ne sait pas encore ce qui est le plus lent.</translation>
    </message>
    <message>
        <source>This computer is the slowest part.</source>
        <translation>Cet ordinateur est la partie la plus lente.</translation>
    </message>
    <message>
        <source>The network is the slowest part.</source>
        <translation>Le réseau est la partie la plus lente.</translation>
    </message>
    <message>
        <source>Dataverse is the slowest part.</source>
        <translation>Dataverse est la partie la plus lente.</translation>
    </message>
    <message>
        <source>Dataverse limits how fast this may go.</source>
        <translation>Dataverse limite la vitesse possible.</translation>
    </message>
    <message>
        <source>Reading the consents is the slowest part.</source>
        <translation>La lecture des consentements est la partie la plus lente.</translation>
    </message>
    <message numerus="yes">
        <source>%n application users write, each with a limit of its own.</source>
        <translation>
            <numerusform>%n utilisateur d’application écrit, avec sa propre limite.</numerusform>
            <numerusform>%n utilisateurs d’application écrivent, chacun avec sa propre limite.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The other application users do its part. %2</source>
        <translation>%1 Les autres utilisateurs d’application font sa part. %2</translation>
    </message>
</context>
<context>
    <name>engine::RunRows</name>
    <message>
        <source>What the plan holds of a row cannot be read.</source>
        <translation>Ce que le plan contient d’une ligne ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Make a new plan.</source>
        <translation>Faites un nouveau plan.</translation>
    </message>
</context>
<context>
    <name>engine::Scope</name>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>vrai ou faux</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>une liste de textes</translation>
    </message>
    <message>
        <source>a time such as 2026-11-20T09:58:12Z</source>
        <translation>une date comme 2026-11-20T09:58:12Z</translation>
    </message>
    <message>
        <source>In the scope, “%1” is none of: %2.</source>
        <translation>Dans le périmètre, «&#xa0;%1&#xa0;» n’est aucun de&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Correct “%1”, or describe the scope anew.</source>
        <translation>Corrigez «&#xa0;%1&#xa0;», ou décrivez à nouveau le périmètre.</translation>
    </message>
    <message>
        <source>The scope has a member that is not known: “%1”.</source>
        <translation>Le périmètre a un membre inconnu&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>In the scope, “%1” is not %2.</source>
        <translation>Dans le périmètre, «&#xa0;%1&#xa0;» n’est pas %2.</translation>
    </message>
    <message>
        <source>Everybody.</source>
        <translation>Tout le monde.</translation>
    </message>
    <message>
        <source>One person.</source>
        <translation>Une personne.</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen people.</source>
        <translation>
            <numerusform>%n personne choisie.</numerusform>
            <numerusform>%n personnes choisies.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody who changed anything since %1.</source>
        <translation>Tous ceux qui ont modifié quelque chose depuis %1.</translation>
    </message>
    <message>
        <source>Everybody whose consents could not be written by an earlier run.</source>
        <translation>Tous ceux dont les consentements n’ont pas pu être écrits par une exécution antérieure.</translation>
    </message>
    <message>
        <source>Only who made a choice about %1.</source>
        <translation>Seulement ceux qui ont fait un choix sur %1.</translation>
    </message>
    <message>
        <source>Only with this answer to any purpose: %1.</source>
        <translation>Seulement avec cette réponse à n’importe quelle finalité&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Only with this answer to %1: %2.</source>
        <translation>Seulement avec cette réponse à %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The scope is not a JSON object.</source>
        <translation>Le périmètre n’est pas un objet JSON.</translation>
    </message>
    <message>
        <source>Describe the scope anew.</source>
        <translation>Décrivez à nouveau le périmètre.</translation>
    </message>
    <message>
        <source>Nobody is named.</source>
        <translation>Personne n’est nommé.</translation>
    </message>
    <message>
        <source>Name one organization user id at least.</source>
        <translation>Nommez au moins un organization user id.</translation>
    </message>
    <message>
        <source>It is not said since when people must have changed something.</source>
        <translation>On ne dit pas depuis quand les personnes doivent avoir modifié quelque chose.</translation>
    </message>
    <message>
        <source>Give a date or a time.</source>
        <translation>Donnez une date ou une heure.</translation>
    </message>
    <message>
        <source>It is not said in which run it failed.</source>
        <translation>On ne dit pas dans quelle exécution cela a échoué.</translation>
    </message>
    <message>
        <source>Name the file of that run&apos;s plan.</source>
        <translation>Nommez le fichier du plan de cette exécution.</translation>
    </message>
    <message>
        <source>Only choices under %1.</source>
        <translation>Seulement les choix sous %1.</translation>
    </message>
    <message>
        <source>Only who is told differently by Dataverse.</source>
        <translation>Seulement ceux dont Dataverse dit autre chose.</translation>
    </message>
    <message numerus="yes">
        <source>Read from %n file(s) or folder(s).</source>
        <translation>
            <numerusform>Lu depuis %n fichier ou dossier.</numerusform>
            <numerusform>Lu depuis %n fichiers ou dossiers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine::SourceBody</name>
    <message>
        <source>Send the whole body as Didomi makes it.</source>
        <translation>Envoyez tout le corps tel que Didomi le produit.</translation>
    </message>
    <message>
        <source>What “%1” is about has no “id”.</source>
        <translation>Ce dont parle «&#xa0;%1&#xa0;» n’a pas d’«&#xa0;id&#xa0;».</translation>
    </message>
    <message>
        <source>The webhook does not say what it is about: “type” is missing.</source>
        <translation>Le webhook ne dit pas de quoi il parle&#xa0;: «&#xa0;type&#xa0;» manque.</translation>
    </message>
    <message>
        <source>The webhook carries no entity: “parameters.%1” is missing.</source>
        <translation>Le webhook ne contient aucune entité&#xa0;: «&#xa0;parameters.%1&#xa0;» manque.</translation>
    </message>
    <message>
        <source>This is neither a webhook, nor a consent event, nor a user.</source>
        <translation>Ce n’est ni un webhook, ni un événement de consentement, ni un utilisateur.</translation>
    </message>
    <message>
        <source>What is queued for this arrival cannot be read.</source>
        <translation>Ce qui est en file d’attente pour cette arrivée ne peut pas être lu.</translation>
    </message>
</context>
<context>
    <name>engine::Subjects</name>
    <message>
        <source>Didomi knows nobody with this organization user id.</source>
        <translation>Didomi ne connaît personne avec cet organization user id.</translation>
    </message>
    <message>
        <source>Check the id and the regulation; upper and lower case count.</source>
        <translation>Vérifiez l’ID et la réglementation&#xa0;; majuscules et minuscules comptent.</translation>
    </message>
    <message>
        <source>The organization user id is empty.</source>
        <translation>L’organization user id est vide.</translation>
    </message>
</context>
<context>
    <name>engine::Undo</name>
    <message>
        <source>It is not known of all writes of this run how they ended.</source>
        <translation>On ne sait pas comment toutes les écritures de cette exécution ont fini.</translation>
    </message>
    <message>
        <source>Resume the run first, then take it back.</source>
        <translation>Reprenez d’abord l’exécution, puis annulez-la.</translation>
    </message>
    <message>
        <source>This run wrote to another environment (%1) than the one that answers now.</source>
        <translation>Cette exécution a écrit dans un autre environnement (%1) que celui qui répond maintenant.</translation>
    </message>
    <message>
        <source>Open the integration that it was made with.</source>
        <translation>Ouvrez l’intégration avec laquelle elle a été faite.</translation>
    </message>
    <message>
        <source>This run belongs to another integration: “%1”.</source>
        <translation>Cette exécution appartient à une autre intégration&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Open that integration and take the run back there.</source>
        <translation>Ouvrez cette intégration et annulez-y l’exécution.</translation>
    </message>
    <message>
        <source>This run wrote the table %1, which the integration does not write any more.</source>
        <translation>Cette exécution a écrit dans la table %1, dans laquelle l’intégration n’écrit plus.</translation>
    </message>
    <message>
        <source>Open the integration as it was when the run was planned.</source>
        <translation>Ouvrez l’intégration telle qu’elle était quand l’exécution a été planifiée.</translation>
    </message>
    <message>
        <source>“%1” is a plan already.</source>
        <translation>«&#xa0;%1&#xa0;» est déjà un plan.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>This plan was never run, so there is nothing to take back.</source>
        <translation>Ce plan n’a jamais été exécuté&#xa0;; il n’y a donc rien à annuler.</translation>
    </message>
    <message>
        <source>This run is still going on, or was cut off.</source>
        <translation>Cette exécution est encore en cours, ou a été coupée.</translation>
    </message>
    <message>
        <source>Resume it, and let it end or pause it; then take it back.</source>
        <translation>Reprenez-la et laissez-la finir ou mettez-la en pause&#xa0;; annulez-la ensuite.</translation>
    </message>
    <message>
        <source>The run wrote this row once more later on; it is taken back with that write.</source>
        <translation>L’exécution a écrit cette ligne encore une fois plus tard&#xa0;; la ligne est rétablie avec cette écriture-là.</translation>
    </message>
    <message numerus="yes">
        <source>%n write(s) were about people who were erased since: nothing is known of them any more, so they are not taken back.</source>
        <translation>
            <numerusform>%n écriture concernait une personne effacée depuis&#xa0;: on ne sait plus rien de cette personne, l’écriture n’est donc pas annulée.</numerusform>
            <numerusform>%n écritures concernaient des personnes effacées depuis&#xa0;: on ne sait plus rien de ces personnes, les écritures ne sont donc pas annulées.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the run that was planned on %1 found before it wrote.</source>
        <extracomment>%1 a date and time</extracomment>
        <translation>Ce que l’exécution planifiée le %1 a trouvé avant d’écrire.</translation>
    </message>
    <message>
        <source>The run wrote this row of another table (%1) than that of its plan.</source>
        <translation>L’exécution a écrit cette ligne d’une autre table (%1) que celle de son plan.</translation>
    </message>
    <message>
        <source>The run created this row. Rows are never deleted, so it stays.</source>
        <translation>L’exécution a créé cette ligne. Les lignes ne sont jamais supprimées&#xa0;; elle reste donc.</translation>
    </message>
    <message>
        <source>%1 cannot be read, so it is not known whether it still says what the run wrote.</source>
        <translation>%1 ne peut pas être lue&#xa0;; on ne sait donc pas si elle dit encore ce que l’exécution a écrit.</translation>
    </message>
    <message>
        <source>The row is not there any more.</source>
        <translation>La ligne n’existe plus.</translation>
    </message>
    <message>
        <source>The row says already what it said before the run.</source>
        <translation>La ligne dit déjà ce qu’elle disait avant l’exécution.</translation>
    </message>
    <message>
        <source>Somebody changed %1 after the run, so the row is left as it is.</source>
        <translation>Quelqu’un a modifié %1 après l’exécution&#xa0;; la ligne est donc laissée telle quelle.</translation>
    </message>
    <message>
        <source>A newer choice of this person says the same since, so the row is left as it is.</source>
        <translation>Un choix plus récent de cette personne dit depuis la même chose&#xa0;; la ligne est donc laissée telle quelle.</translation>
    </message>
    <message>
        <source>What the consent said before is not known, so it cannot be put back.</source>
        <translation>On ne sait pas ce que le consentement disait avant&#xa0;; il ne peut donc pas être rétabli.</translation>
    </message>
    <message>
        <source>%1 pointed to a row before, but it is not known of which of its tables.</source>
        <translation>%1 pointait auparavant vers une ligne, mais on ne sait pas de laquelle de ses tables.</translation>
    </message>
    <message>
        <source>What %1 said before is not known, so it cannot be put back.</source>
        <translation>On ne sait pas ce que %1 disait avant&#xa0;; cela ne peut donc pas être rétabli.</translation>
    </message>
    <message>
        <source>What %1 said before is not known to the last digit, so it cannot be put back exactly.</source>
        <translation>On ne sait pas au dernier chiffre près ce que %1 disait avant&#xa0;; cela ne peut donc pas être rétabli exactement.</translation>
    </message>
</context>
<context>
    <name>engine::Verify</name>
    <message>
        <source>This run wrote to another environment (%1) than the one that answers now.</source>
        <translation>Cette exécution a écrit dans un autre environnement (%1) que celui qui répond maintenant.</translation>
    </message>
    <message>
        <source>Open the integration that it was made with.</source>
        <translation>Ouvrez l’intégration avec laquelle elle a été faite.</translation>
    </message>
    <message>
        <source>This run wrote the table %1, which the integration does not write any more.</source>
        <translation>Cette exécution a écrit dans la table %1, dans laquelle l’intégration n’écrit plus.</translation>
    </message>
    <message>
        <source>Open the integration as it was when the run was planned.</source>
        <translation>Ouvrez l’intégration telle qu’elle était quand l’exécution a été planifiée.</translation>
    </message>
    <message>
        <source>The row is not there any more.</source>
        <translation>La ligne n’existe plus.</translation>
    </message>
</context>
<context>
    <name>engine::WebhookDoor</name>
    <message>
        <source>The listener can check a bearer token or OAuth client credentials, not both.</source>
        <translation>Le récepteur peut vérifier un jeton bearer ou des identifiants client OAuth, pas les deux.</translation>
    </message>
    <message>
        <source>Use what Didomi&apos;s webhook is configured with.</source>
        <translation>Utilisez ce avec quoi le webhook de Didomi est configuré.</translation>
    </message>
    <message>
        <source>OAuth client credentials are a client id and a secret; one of them is missing.</source>
        <translation>Les identifiants client OAuth sont un ID client et un secret&#xa0;; l’un des deux manque.</translation>
    </message>
    <message>
        <source>Give both.</source>
        <translation>Donnez les deux.</translation>
    </message>
    <message>
        <source>The secret that senders of webhooks show is too short: anybody could guess it.</source>
        <translation>Le secret que présentent les expéditeurs de webhooks est trop court&#xa0;: n’importe qui pourrait le deviner.</translation>
    </message>
    <message>
        <source>Use at least %1 random characters.</source>
        <translation>Utilisez au moins %1 caractères aléatoires.</translation>
    </message>
</context>
<context>
    <name>engine::WebhookListener</name>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Le fichier %1 ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Name a PEM file that this user may read.</source>
        <translation>Nommez un fichier PEM que cet utilisateur peut lire.</translation>
    </message>
    <message>
        <source>The file %1 is not a PEM file.</source>
        <translation>Le fichier %1 n’est pas un fichier PEM.</translation>
    </message>
    <message>
        <source>Name a file that begins with “-----BEGIN …”.</source>
        <translation>Nommez un fichier qui commence par «&#xa0;-----BEGIN …&#xa0;».</translation>
    </message>
    <message>
        <source>The listener would be reachable from other computers without TLS, so that consents and tokens could be read on the way.</source>
        <translation>Le récepteur serait joignable depuis d’autres ordinateurs sans TLS&#xa0;; consentements et jetons pourraient être lus en chemin.</translation>
    </message>
    <message>
        <source>Name a certificate and a key, or listen on 127.0.0.1 behind a relay that speaks TLS.</source>
        <translation>Nommez un certificat et une clé, ou écoutez sur 127.0.0.1 derrière un relais qui parle TLS.</translation>
    </message>
    <message>
        <source>The listener would take consents from anybody who reaches it.</source>
        <translation>Le récepteur accepterait des consentements de quiconque peut le joindre.</translation>
    </message>
    <message>
        <source>Have it check a bearer token or OAuth client credentials.</source>
        <translation>Faites-lui vérifier un jeton bearer ou des identifiants client OAuth.</translation>
    </message>
</context>
<context>
    <name>engine::Why</name>
    <message>
        <source>“%1”</source>
        <extracomment>a quotation</extracomment>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Didomi knows no choice about %1</source>
        <translation>Didomi ne connaît aucun choix pour %1</translation>
    </message>
    <message>
        <source>Didomi waits for an approval of %1</source>
        <translation>Didomi attend une approbation pour %1</translation>
    </message>
    <message>
        <source>Didomi says %1 about %2</source>
        <extracomment>%1 the choice (&quot;given&quot;), %2 what it is about</extracomment>
        <translation>Didomi dit %1 pour %2</translation>
    </message>
    <message>
        <source>Didomi has %1 as %2</source>
        <extracomment>%1 a text, %2 what it is about</extracomment>
        <translation>Didomi a %1 pour %2</translation>
    </message>
    <message>
        <source>%1, which the mapping turns into %2 for %3</source>
        <extracomment>%1 &quot;Didomi says “given” about “Newsletter”&quot;, %2 a value, %3 a column</extracomment>
        <translation>%1, ce que la correspondance transforme en %2 pour %3</translation>
    </message>
    <message>
        <source>%1; there is no row yet, so it goes into the new one.</source>
        <extracomment>%1 the beginning of the sentence</extracomment>
        <translation>%1&#xa0;; il n’y a pas encore de ligne, c’est donc écrit dans la nouvelle.</translation>
    </message>
    <message>
        <source>%1; the row has nothing there, so it is written.</source>
        <translation>%1&#xa0;; la ligne n’a rien à cet endroit, c’est donc écrit.</translation>
    </message>
    <message>
        <source>%1; the row has %2, so it is written.</source>
        <translation>%1&#xa0;; la ligne a %2, c’est donc écrit.</translation>
    </message>
    <message>
        <source>%1, but nothing at all is written for this person, so the column is left alone.</source>
        <translation>%1, mais rien du tout n’est écrit pour cette personne&#xa0;; la colonne est donc laissée telle quelle.</translation>
    </message>
    <message>
        <source>What Didomi sent says nothing about %1, not even that there is no choice, so %2 is left alone.</source>
        <translation>Ce que Didomi a envoyé ne dit rien sur %1, pas même qu’il n’y a aucun choix&#xa0;; %2 est donc laissée telle quelle.</translation>
    </message>
    <message>
        <source>%1, so %2 is left alone.</source>
        <translation>%1&#xa0;; %2 est donc laissée telle quelle.</translation>
    </message>
    <message>
        <source>%1, and the mapping’s rule for that is to leave %2 alone.</source>
        <translation>%1, et la règle de la correspondance est alors de laisser %2 telle quelle.</translation>
    </message>
    <message>
        <source>%1, but nothing is written into %2: %3.</source>
        <extracomment>%1 &quot;Didomi says “given” about “Newsletter”&quot;, %2 a column, %3 the reason</extracomment>
        <translation>%1, mais rien n’est écrit dans %2&#xa0;: %3.</translation>
    </message>
    <message>
        <source>%1; the row says so already, so nothing is written.</source>
        <translation>%1&#xa0;; la ligne le dit déjà, rien n’est donc écrit.</translation>
    </message>
    <message>
        <source>%1, but a newer choice was written there already, so the column is left alone.</source>
        <translation>%1, mais un choix plus récent y a déjà été écrit&#xa0;; la colonne est donc laissée telle quelle.</translation>
    </message>
    <message>
        <source>%1, but that cannot be written into %2, so nothing is written for this person: %3.</source>
        <extracomment>%1 &quot;Didomi says “given” about “Newsletter”&quot;, %2 a column, %3 the reason</extracomment>
        <translation>%1, mais cela ne peut pas être écrit dans %2&#xa0;; rien n’est donc écrit pour cette personne&#xa0;: %3.</translation>
    </message>
    <message numerus="yes">
        <source>One row matches this person, and in %n column(s) it differs from what Didomi says, so it is updated.</source>
        <translation>
            <numerusform>Une ligne correspond à cette personne, et %n colonne y diffère de ce que dit Didomi&#xa0;; la ligne est donc mise à jour.</numerusform>
            <numerusform>Une ligne correspond à cette personne, et %n colonnes y diffèrent de ce que dit Didomi&#xa0;; la ligne est donc mise à jour.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No row matches this person and upsert mode is on, so a row with %n column(s) is created.</source>
        <translation>
            <numerusform>Aucune ligne ne correspond à cette personne et le mode upsert est activé&#xa0;; une ligne avec %n colonne est donc créée.</numerusform>
            <numerusform>Aucune ligne ne correspond à cette personne et le mode upsert est activé&#xa0;; une ligne avec %n colonnes est donc créée.</numerusform>
        </translation>
    </message>
    <message>
        <source>One row matches this person, and it says already what Didomi says, so nothing is written.</source>
        <translation>Une ligne correspond à cette personne et dit déjà ce que dit Didomi&#xa0;; rien n’est donc écrit.</translation>
    </message>
    <message>
        <source>Nothing is written, since it cannot be known what would be right: %1.</source>
        <translation>Rien n’est écrit, car on ne peut pas savoir ce qui serait juste&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nothing is written, since something must be put right first: %1.</source>
        <translation>Rien n’est écrit, car quelque chose doit d’abord être corrigé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nothing is written for this person: %1.</source>
        <translation>Rien n’est écrit pour cette personne&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 a purpose or topic, %2 a channel</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1; the row that counts says so, but others of the same address do not, so those are written.</source>
        <translation>%1&#xa0;; la ligne qui compte le dit, mais d’autres de la même adresse ne le disent pas&#xa0;; celles-ci sont donc écrites.</translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) of this person’s addresses say something else than Didomi, so they are written.</source>
        <translation>
            <numerusform>%n consentement des adresses de cette personne dit autre chose que Didomi&#xa0;; il est donc écrit.</numerusform>
            <numerusform>%n consentements des adresses de cette personne disent autre chose que Didomi&#xa0;; ils sont donc écrits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) that Didomi knows have no row for this person’s addresses yet, so the rows are made.</source>
        <translation>
            <numerusform>%n consentement que Didomi connaît n’a pas encore de ligne pour les adresses de cette personne&#xa0;; la ligne est donc créée.</numerusform>
            <numerusform>%n consentements que Didomi connaît n’ont pas encore de ligne pour les adresses de cette personne&#xa0;; les lignes sont donc créées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) have no row for this person’s addresses yet and are made, and %1 that say something else than Didomi are written.</source>
        <extracomment>%n rows that are made, %1 rows that are changed</extracomment>
        <translation>
            <numerusform>%n consentement n’a pas encore de ligne pour les adresses de cette personne et est créé&#xa0;; ceux qui disent autre chose que Didomi (%1) sont écrits.</numerusform>
            <numerusform>%n consentements n’ont pas encore de ligne pour les adresses de cette personne et sont créés&#xa0;; ceux qui disent autre chose que Didomi (%1) sont écrits.</numerusform>
        </translation>
    </message>
    <message>
        <source>The consents of this person’s addresses say already what Didomi says, so nothing is written.</source>
        <translation>Les consentements des adresses de cette personne disent déjà ce que dit Didomi&#xa0;; rien n’est donc écrit.</translation>
    </message>
</context>
<context>
    <name>entra::Certificate</name>
    <message>
        <source>The file holds no certificate that can be read.</source>
        <translation>Le fichier ne contient aucun certificat lisible.</translation>
    </message>
    <message>
        <source>Choose a PEM file with certificate and private key, or a PFX file.</source>
        <translation>Choisissez un fichier PEM avec certificat et clé privée, ou un fichier PFX.</translation>
    </message>
    <message>
        <source>The certificate’s passphrase is wrong.</source>
        <translation>La phrase secrète du certificat est fausse.</translation>
    </message>
    <message>
        <source>Enter the passphrase that was chosen when the file was made.</source>
        <translation>Saisissez la phrase secrète choisie quand le fichier a été fait.</translation>
    </message>
    <message>
        <source>The certificate’s private key asks for a passphrase.</source>
        <translation>La clé privée du certificat demande une phrase secrète.</translation>
    </message>
    <message>
        <source>The file holds a certificate, but not its private key.</source>
        <translation>Le fichier contient un certificat, mais pas sa clé privée.</translation>
    </message>
    <message>
        <source>Choose the file with both; the public part alone (.cer, .crt) is for Entra ID.</source>
        <translation>Choisissez le fichier qui contient les deux&#xa0;; la partie publique seule (.cer, .crt) est pour Entra ID.</translation>
    </message>
    <message>
        <source>The PFX file cannot be opened: the passphrase is wrong, or the file is encrypted in an old way that this computer’s OpenSSL does not offer.</source>
        <translation>Le fichier PFX ne peut pas être ouvert&#xa0;: la phrase secrète est fausse, ou le fichier est chiffré d’une manière ancienne que l’OpenSSL de cet ordinateur n’offre pas.</translation>
    </message>
    <message>
        <source>Check the passphrase, or export the certificate again with AES-256.</source>
        <translation>Vérifiez la phrase secrète, ou exportez à nouveau le certificat avec AES-256.</translation>
    </message>
    <message>
        <source>The file holds a private key, but no certificate.</source>
        <translation>Le fichier contient une clé privée, mais pas de certificat.</translation>
    </message>
    <message>
        <source>Choose the file with both.</source>
        <translation>Choisissez le fichier qui contient les deux.</translation>
    </message>
    <message>
        <source>Export the certificate again, together with its private key.</source>
        <translation>Exportez à nouveau le certificat, avec sa clé privée.</translation>
    </message>
    <message>
        <source>The private key in the file belongs to another certificate.</source>
        <translation>La clé privée du fichier appartient à un autre certificat.</translation>
    </message>
    <message>
        <source>Export the certificate again, together with its own private key.</source>
        <translation>Exportez à nouveau le certificat, avec sa propre clé privée.</translation>
    </message>
    <message>
        <source>The certificate’s key is not an RSA key, which this sign-in needs.</source>
        <translation>La clé du certificat n’est pas une clé RSA, dont cette connexion a besoin.</translation>
    </message>
    <message>
        <source>Make a certificate with an RSA key of at least 2,048 bits.</source>
        <translation>Faites un certificat avec une clé RSA d’au moins 2&#xa0;048 bits.</translation>
    </message>
    <message numerus="yes">
        <source>The certificate’s key is too short: %n bit(s).</source>
        <translation>
            <numerusform>La clé du certificat est trop courte&#xa0;: %n bit.</numerusform>
            <numerusform>La clé du certificat est trop courte&#xa0;: %n bits.</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate’s file %1 cannot be read: %2.</source>
        <translation>Le fichier du certificat %1 ne peut pas être lu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Choose the file again; it may have been moved.</source>
        <translation>Choisissez à nouveau le fichier&#xa0;; il a peut-être été déplacé.</translation>
    </message>
    <message>
        <source>Nothing could be signed with the certificate’s private key.</source>
        <translation>Rien n’a pu être signé avec la clé privée du certificat.</translation>
    </message>
</context>
<context>
    <name>entra::Tenant</name>
    <message>
        <source>The sign-in host does not tell about its tenants.</source>
        <translation>L’hôte de connexion ne dit rien de ses locataires.</translation>
    </message>
    <message>
        <source>What the sign-in host tells about the tenant is not what Entra ID tells.</source>
        <translation>Ce que l’hôte de connexion dit du locataire n’est pas ce que dit Entra ID.</translation>
    </message>
    <message>
        <source>Check the sign-in host. A proxy or a sign-in page of the network may also have answered in its place.</source>
        <translation>Vérifiez l’hôte de connexion. Un proxy ou une page de connexion du réseau a peut-être aussi répondu à sa place.</translation>
    </message>
</context>
<context>
    <name>entra::TokenSource</name>
    <message>
        <source>The authority is not a web address.</source>
        <translation>L’autorité n’est pas une adresse web.</translation>
    </message>
    <message>
        <source>Enter the authority as https://login.microsoftonline.com.</source>
        <translation>Saisissez l’autorité sous la forme https://login.microsoftonline.com.</translation>
    </message>
    <message>
        <source>The tenant ID is missing.</source>
        <translation>L’ID de locataire manque.</translation>
    </message>
    <message>
        <source>The tenant is neither an ID nor a domain name.</source>
        <translation>Le locataire n’est ni un ID ni un nom de domaine.</translation>
    </message>
    <message>
        <source>Enter the Directory (tenant) ID, which the app registration&apos;s overview shows.</source>
        <translation>Saisissez l’ID de l’annuaire (locataire), que montre la vue d’ensemble de l’inscription d’application.</translation>
    </message>
    <message>
        <source>The client ID is missing.</source>
        <translation>L’ID client manque.</translation>
    </message>
    <message>
        <source>Enter the Application (client) ID, which the app registration&apos;s overview shows.</source>
        <translation>Saisissez l’ID d’application (client), que montre la vue d’ensemble de l’inscription d’application.</translation>
    </message>
    <message>
        <source>The client secret is missing.</source>
        <translation>Le secret client manque.</translation>
    </message>
    <message>
        <source>Enter the Value of a secret from the app registration&apos;s Certificates &amp; secrets page.</source>
        <translation>Saisissez la Valeur d’un secret de la page Certificats et secrets de l’inscription d’application.</translation>
    </message>
    <message>
        <source>Check the authority&apos;s address. A proxy or a sign-in page of the network may also have answered in its place.</source>
        <translation>Vérifiez l’adresse de l’autorité. Un proxy ou une page de connexion du réseau a peut-être répondu à sa place.</translation>
    </message>
    <message>
        <source>Microsoft Entra ID answered with nothing instead of a token.</source>
        <translation>Microsoft Entra ID a répondu par rien au lieu d’un jeton.</translation>
    </message>
    <message>
        <source>The answer to the sign-in is not one of Microsoft Entra ID: it is no JSON (%1).</source>
        <translation>La réponse à la connexion n’est pas de Microsoft Entra ID&#xa0;: ce n’est pas du JSON (%1).</translation>
    </message>
    <message>
        <source>Microsoft Entra ID answered without an access token.</source>
        <translation>Microsoft Entra ID a répondu sans jeton d’accès.</translation>
    </message>
    <message>
        <source>Microsoft Entra ID gave a token of a kind that cannot be used here: %1.</source>
        <translation>Microsoft Entra ID a donné un jeton d’un genre inutilisable ici&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The service refused the token that Microsoft Entra ID gave, and Microsoft Entra ID gave the same one again.</source>
        <translation>Le service a refusé le jeton donné par Microsoft Entra ID, et Microsoft Entra ID a redonné le même.</translation>
    </message>
    <message>
        <source>Check that the instance URL, the tenant and the app registration belong together.</source>
        <translation>Vérifiez que l’URL d’instance, le locataire et l’inscription d’application vont ensemble.</translation>
    </message>
    <message>
        <source>The certificate to sign in with expired on %1.</source>
        <translation>Le certificat de connexion a expiré le %1.</translation>
    </message>
    <message>
        <source>The certificate to sign in with is valid only from %1 on.</source>
        <translation>Le certificat de connexion n’est valable qu’à partir du %1.</translation>
    </message>
    <message>
        <source>Make a new certificate, upload its public part under Certificates &amp; secrets, and choose its file here.</source>
        <translation>Faites un nouveau certificat, déposez sa partie publique sous Certificats et secrets, et choisissez son fichier ici.</translation>
    </message>
    <message>
        <source>Check this computer’s clock, or choose another certificate.</source>
        <translation>Vérifiez l’horloge de cet ordinateur, ou choisissez un autre certificat.</translation>
    </message>
</context>
<context>
    <name>gui::AfterPanel</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>This plan is not complete</source>
        <translation>Ce plan n’est pas complet</translation>
    </message>
    <message>
        <source>This plan has not been run</source>
        <translation>Ce plan n’a pas été exécuté</translation>
    </message>
    <message>
        <source>This run was interrupted</source>
        <translation>Cette exécution a été coupée</translation>
    </message>
    <message>
        <source>This run is paused</source>
        <translation>Cette exécution est en pause</translation>
    </message>
    <message>
        <source>This run was cancelled</source>
        <translation>Cette exécution a été interrompue</translation>
    </message>
    <message>
        <source>This run was taken back</source>
        <translation>Cette exécution a été annulée</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln person(s) could not be written</source>
        <translation>
            <numerusform>Terminé, mais %Ln personne n’a pas pu être écrite</numerusform>
            <numerusform>Terminé, mais %Ln personnes n’ont pas pu être écrites</numerusform>
        </translation>
    </message>
    <message>
        <source>Done: everybody was dealt with</source>
        <translation>Terminé&#xa0;: tout le monde a été traité</translation>
    </message>
    <message>
        <source>&amp;All rows that were written</source>
        <translation>T&amp;outes les lignes qui ont été écrites</translation>
    </message>
    <message numerus="yes">
        <source>A &amp;sample of %Ln row(s)</source>
        <translation>
            <numerusform>Un éc&amp;hantillon de %Ln ligne</numerusform>
            <numerusform>Un éc&amp;hantillon de %Ln lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Table for a spreadsheet (CSV)…</source>
        <translation>&amp;Tableau pour un tableur (CSV)…</translation>
    </message>
    <message>
        <source>&amp;Data (JSON)…</source>
        <translation>&amp;Données (JSON)…</translation>
    </message>
    <message>
        <source>&amp;Page to read or print (HTML)…</source>
        <translation>&amp;Page à lire ou à imprimer (HTML)…</translation>
    </message>
    <message>
        <source>%1, %2, planned %3. %4</source>
        <extracomment>%1: an integration, %2: a host, %3: &quot;5 minutes ago&quot;.</extracomment>
        <translation>%1, %2, plan établi %3. %4</translation>
    </message>
    <message>
        <source>It was stopped: %1 %2</source>
        <translation>Arrêt&#xa0;: %1 %2</translation>
    </message>
    <message>
        <source>Planning was stopped before everybody was read. What was planned is kept.</source>
        <translation>La planification a été arrêtée avant que tout le monde soit lu. Ce qui a été planifié est gardé.</translation>
    </message>
    <message>
        <source>The program ended while it was going on. Resuming first finds out what became of the writes that were on their way; nothing is written twice.</source>
        <translation>Le programme s’est terminé pendant qu’elle était en cours. La reprise cherche d’abord ce que sont devenues les écritures en route&#xa0;; rien n’est écrit deux fois.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) are not written yet. What was written stays.</source>
        <translation>
            <numerusform>%Ln personne n’est pas encore écrite. Ce qui a été écrit reste.</numerusform>
            <numerusform>%Ln personnes ne sont pas encore écrites. Ce qui a été écrit reste.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was written stays.</source>
        <translation>Ce qui a été écrit reste.</translation>
    </message>
    <message numerus="yes">
        <source>It took %1, with %Ln request(s).</source>
        <translation>
            <numerusform>Cela a pris %1, avec %Ln requête.</numerusform>
            <numerusform>Cela a pris %1, avec %Ln requêtes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dataverse asked %Ln time(s) to wait.</source>
        <translation>
            <numerusform>Dataverse a demandé %Ln fois d’attendre.</numerusform>
            <numerusform>Dataverse a demandé %Ln fois d’attendre.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Go on planning</source>
        <translation>Co&amp;ntinuer la planification</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>Read those who are not in the plan yet</source>
        <translation>Lire les personnes qui ne sont pas encore dans le plan</translation>
    </message>
    <message>
        <source>Write those who are not written yet</source>
        <translation>Écrire les personnes qui ne sont pas encore écrites</translation>
    </message>
    <message>
        <source>Write those again that Dataverse rejected, and nobody else</source>
        <translation>Écrire à nouveau les personnes que Dataverse a rejetées, et personne d’autre</translation>
    </message>
    <message>
        <source>Read what was written once more, and compare; writes nothing</source>
        <translation>Relire encore une fois ce qui a été écrit, et comparer&#xa0;; n’écrit rien</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Rien n’a été écrit</translation>
    </message>
    <message>
        <source>Plan to write back what stood there before; you review it first</source>
        <translation>Planifier le rétablissement de ce qui s’y trouvait avant&#xa0;; vous l’examinez d’abord</translation>
    </message>
    <message>
        <source>It can be taken back once the run has ended</source>
        <translation>L’exécution pourra être annulée quand elle sera terminée</translation>
    </message>
    <message>
        <source>Save what became of everybody</source>
        <translation>Enregistrer ce que tout le monde est devenu</translation>
    </message>
    <message>
        <source>Everybody in it, with each value before and after</source>
        <translation>Toutes les personnes qu’il contient, avec chaque valeur avant et après</translation>
    </message>
    <message>
        <source>Not written (%1)</source>
        <translation>Non écrites (%1)</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>Rien n’a encore été écrit.</translation>
    </message>
    <message>
        <source>Nobody was rejected, invalid or in conflict.</source>
        <translation>Personne n’a été rejeté, invalide ou en conflit.</translation>
    </message>
    <message>
        <source>Nobody matches the filter.</source>
        <translation>Personne ne correspond au filtre.</translation>
    </message>
    <message>
        <source>The first %1 of %2 are listed; the report has all.</source>
        <translation>Seules les %1 premières sur %2 sont listées&#xa0;; le rapport les contient toutes.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were read once more.</source>
        <translation>
            <numerusform>%Ln ligne a été relue.</numerusform>
            <numerusform>%Ln lignes ont été relues.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 All say what was written.</source>
        <translation>%1 Toutes disent ce qui a été écrit.</translation>
    </message>
    <message>
        <source>%1 %2 say what was written, %3 say something else, %4 are not there any more.</source>
        <translation>%1 %2 disent ce qui a été écrit, %3 disent autre chose, %4 n’existent plus.</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %Ln person(s) could not be taken back</source>
        <translation>
            <numerusform>Terminé, mais %Ln personne n’a pas pu être rétablie</numerusform>
            <numerusform>Terminé, mais %Ln personnes n’ont pas pu être rétablies</numerusform>
        </translation>
    </message>
    <message>
        <source>Its rows are as they were before, but for those that the plan which took it back lists, with the reasons.</source>
        <translation>Ses lignes sont comme avant, sauf celles que liste, avec les raisons, le plan qui l’a annulée.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifiées</translation>
    </message>
    <message>
        <source>Verified: %1 differ</source>
        <translation>Vérifiées : %1 diffèrent</translation>
    </message>
    <message numerus="yes">
        <source>%Ln application users wrote, each with a limit of its own.</source>
        <translation>
            <numerusform>%Ln utilisateur d’application a écrit, avec sa propre limite.</numerusform>
            <numerusform>%Ln utilisateurs d’application ont écrit, chacun avec sa propre limite.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Badge</name>
    <message>
        <source>Environment: %1</source>
        <translation>Environnement&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>gui::ChecksPanel</name>
    <message>
        <source>Press F5 to check both ends step by step: sign-in, environment, columns, Didomi. Nothing is written anywhere, and the form need not be saved.</source>
        <translation>Appuyez sur F5 pour vérifier les deux côtés pas à pas&#xa0;: connexion, environnement, colonnes, Didomi. Rien n’est écrit nulle part, et le formulaire n’a pas besoin d’être enregistré.</translation>
    </message>
    <message>
        <source>S&amp;top the test</source>
        <translation>Arrêter le &amp;test</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Tester la connexion</translation>
    </message>
    <message>
        <source>Testing with the new secret…</source>
        <translation>Test en cours avec le nouveau secret…</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Test en cours…</translation>
    </message>
    <message>
        <source>The test was stopped before its end.</source>
        <translation>Le test a été arrêté avant la fin.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) failed: see below what to do.</source>
        <translation>
            <numerusform>%n étape a échoué&#xa0;: voyez ci-dessous que faire.</numerusform>
            <numerusform>%n étapes ont échoué&#xa0;: voyez ci-dessous que faire.</numerusform>
        </translation>
    </message>
    <message>
        <source>This step is well now. Test the connection again to see the rest.</source>
        <translation>Cette étape va bien maintenant. Testez à nouveau la connexion pour voir le reste.</translation>
    </message>
    <message numerus="yes">
        <source>Both ends work, with %n thing(s) to look at.</source>
        <translation>
            <numerusform>Les deux côtés fonctionnent, avec %n point à regarder.</numerusform>
            <numerusform>Les deux côtés fonctionnent, avec %n points à regarder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both ends work, with the new secret.</source>
        <translation>Les deux côtés fonctionnent, avec le nouveau secret.</translation>
    </message>
    <message>
        <source>Both ends work.</source>
        <translation>Les deux côtés fonctionnent.</translation>
    </message>
    <message>
        <source>Broken since a test %1.</source>
        <translation>En panne depuis un test fait %1.</translation>
    </message>
    <message>
        <source>Took %1; nothing was written.</source>
        <translation>Durée&#xa0;: %1&#xa0;; rien n’a été écrit.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more in the report</source>
        <translation>
            <numerusform>et %n autre dans le rapport</numerusform>
            <numerusform>et %n autres dans le rapport</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed since the last good test, %1:</source>
        <translation>Ce qui a changé depuis le dernier bon test, %1&#xa0;:</translation>
    </message>
    <message>
        <source>Rehearsing: %1</source>
        <translation>Simulation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Show it in this integration</source>
        <translation>Le montrer dans cette intégration</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Changed since the last good test</source>
        <translation>Changé depuis le dernier bon test</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Ce qui a été vu</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>The server’s own words</source>
        <translation>Les propres mots du serveur</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>État HTTP&#xa0;: %1</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>ID de requête</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Nothing to tell yet.</source>
        <translation>Rien à dire pour l’instant.</translation>
    </message>
    <message>
        <source>Another environment</source>
        <translation>Un autre environnement</translation>
    </message>
    <message>
        <source>Is the environment that answers now the right one?</source>
        <translation>L’environnement qui répond maintenant est-il le bon&#xa0;?</translation>
    </message>
    <message>
        <source>It is not the one that this address led to until now. If it was not replaced on purpose, consents would be written to somebody else’s contacts.</source>
        <translation>Ce n’est pas celui auquel cette adresse menait jusqu’ici. S’il n’a pas été remplacé exprès, les consentements seraient écrits dans les contacts de quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>L’accepter</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Text (*.txt);;JSON (*.json)</source>
        <translation>Texte (*.txt);;JSON (*.json)</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Le fichier %1 ne peut pas être écrit&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
</context>
<context>
    <name>gui::CompareDialog</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Shows what another integration maps differently. Ticked rows are taken over into “%1”: what has another id there goes by its name. Nothing is saved yet.</source>
        <translation>Montre ce qu’une autre intégration met en correspondance autrement. Les lignes cochées sont reprises dans «&#xa0;%1&#xa0;»&#xa0;: ce qui y a un autre ID est retrouvé par son nom. Rien n’est encore enregistré.</translation>
    </message>
    <message>
        <source>Choose an integration</source>
        <translation>Choisissez une intégration</translation>
    </message>
    <message>
        <source>There is no other integration yet: make or import one first.</source>
        <translation>Il n’y a pas encore d’autre intégration&#xa0;: créez-en ou importez-en une d’abord.</translation>
    </message>
    <message>
        <source>“%1” stores consent in another way (%2): its mappings mean nothing here.</source>
        <translation>«&#xa0;%1&#xa0;» enregistre le consentement autrement (%2)&#xa0;: ses correspondances n’ont aucun sens ici.</translation>
    </message>
    <message>
        <source>Asking both integrations for their columns and purposes…</source>
        <translation>Demande des colonnes et des finalités aux deux intégrations…</translation>
    </message>
    <message>
        <source>Columns and purposes of both sides are not known, so only what has the same id is recognised. %1</source>
        <translation>Les colonnes et finalités des deux côtés ne sont pas connues&#xa0;; seul ce qui a le même ID est donc reconnu. %1</translation>
    </message>
    <message>
        <source>Both map the same.</source>
        <translation>Les deux ont les mêmes correspondances.</translation>
    </message>
    <message numerus="yes">
        <source>%n mapping(s) of the other side have no counterpart here; they are listed last.</source>
        <translation>
            <numerusform>%n correspondance de l’autre côté n’a pas d’équivalent ici&#xa0;; elle est citée en dernier.</numerusform>
            <numerusform>%n correspondances de l’autre côté n’ont pas d’équivalent ici&#xa0;; elles sont citées en dernier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n différence.</numerusform>
            <numerusform>%n différences.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Impossible</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n row(s)</source>
        <translation>
            <numerusform>Reprendre %n ligne</numerusform>
            <numerusform>Reprendre %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>gui::ConfirmDialog</name>
    <message numerus="yes">
        <source>&amp;Yes, %Ln person(s) become(s) contactable</source>
        <translation>
            <numerusform>&amp;Oui, %Ln personne devient joignable</numerusform>
            <numerusform>&amp;Oui, %Ln personnes deviennent joignables</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages may be sent to them from then on. Untick them in the plan to leave them out.</source>
        <translation>Des messages peuvent leur être envoyés dès ce moment. Décochez ces personnes dans le plan pour les laisser de côté.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them lack(s) required columns: Dynamics may refuse those, and forms will ask for them.</source>
        <translation>
            <numerusform>%Ln d’entre elles n’a pas toutes les colonnes obligatoires&#xa0;: Dynamics peut la refuser, et les formulaires demanderont ces colonnes.</numerusform>
            <numerusform>%Ln d’entre elles n’ont pas toutes les colonnes obligatoires&#xa0;: Dynamics peut les refuser, et les formulaires demanderont ces colonnes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking the run back does not delete them.</source>
        <translation>Annuler l’exécution ne les supprime pas.</translation>
    </message>
    <message>
        <source>So that very many rows of a production environment are never changed by accident.</source>
        <translation>Pour que de très nombreuses lignes d’un environnement de production ne soient jamais modifiées par accident.</translation>
    </message>
    <message>
        <source>Where contact is permitted</source>
        <translation>Là où le contact est permis</translation>
    </message>
    <message>
        <source>Every row</source>
        <translation>Chaque ligne</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Run %Ln change(s)</source>
        <translation>
            <numerusform>E&amp;xécuter %Ln modification</numerusform>
            <numerusform>E&amp;xécuter %Ln modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>Écrire dans %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) is (are) written to %1 in %2.</source>
        <extracomment>%1 is a table, %2 a host: &quot;contact&quot;, &quot;org1234.crm4.dynamics.com&quot;</extracomment>
        <translation>
            <numerusform>%Ln modification est écrite dans %1 sur %2.</numerusform>
            <numerusform>%Ln modifications sont écrites dans %1 sur %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows are updated, none is created.</source>
        <translation>Des lignes sont mises à jour, aucune n’est créée.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) stop(s) being contactable.</source>
        <translation>
            <numerusform>%Ln personne cesse d’être joignable.</numerusform>
            <numerusform>%Ln personnes cessent d’être joignables.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody becomes contactable.</source>
        <translation>Personne ne devient joignable.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) left out by you stay(s) as they are.</source>
        <translation>
            <numerusform>%Ln personne que vous avez laissée de côté reste telle quelle.</numerusform>
            <numerusform>%Ln personnes que vous avez laissées de côté restent telles quelles.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Type %1 to confirm:</source>
        <translation>&amp;Saisissez %1 pour confirmer&#xa0;:</translation>
    </message>
    <message>
        <source>Confirm first that people become contactable.</source>
        <translation>Confirmez d’abord que des personnes deviennent joignables.</translation>
    </message>
    <message>
        <source>Confirm first that rows are created.</source>
        <translation>Confirmez d’abord que des lignes sont créées.</translation>
    </message>
    <message>
        <source>Type how many changes there are first.</source>
        <translation>Saisissez d’abord le nombre de modifications.</translation>
    </message>
    <message>
        <source>Each row is written only while it is the version that the plan has seen. Slower: no bulk messages.</source>
        <translation>Chaque ligne n’est écrite que tant qu’elle est dans la version que le plan a vue. Plus lent&#xa0;: pas d’envois groupés.</translation>
    </message>
    <message>
        <source>What permits contact is written only while the row is the version that the plan has seen. All else is compared once more just before, then sent in bulk.</source>
        <translation>Ce qui permet le contact n’est écrit que tant que la ligne est dans la version que le plan a vue. Tout le reste est comparé encore une fois juste avant, puis envoyé par groupes.</translation>
    </message>
    <message>
        <source>Where the plan is older than an hour, Didomi is asked once more about those who would become contactable; who has refused since is left out.</source>
        <translation>Si le plan date de plus d’une heure, Didomi est interrogé encore une fois sur les personnes qui deviendraient joignables&#xa0;; celles qui ont refusé depuis sont laissées de côté.</translation>
    </message>
    <message>
        <source>Somebody who has refused since the plan was made may be written as contactable.</source>
        <translation>Une personne qui a refusé depuis la préparation du plan peut être écrite comme joignable.</translation>
    </message>
    <message>
        <source>Plug-ins and classic workflows of your organisation do not run for these writes: what they keep in step (copies, audit of their own, other systems) is not updated. Needs a privilege.</source>
        <translation>Les plug-ins et les workflows classiques de votre organisation ne s’exécutent pas pour ces écritures&#xa0;: ce qu’ils tiennent à jour (copies, audit propre, autres systèmes) n’est pas actualisé. Nécessite un privilège.</translation>
    </message>
    <message>
        <source>Plug-ins and classic workflows run as for any other change.</source>
        <translation>Les plug-ins et les workflows classiques s’exécutent comme pour toute autre modification.</translation>
    </message>
    <message>
        <source>Power Automate flows that wait for changes of these rows are not started, and not later either.</source>
        <translation>Les flux Power Automate qui attendent des modifications de ces lignes ne sont pas démarrés, et ne le seront pas plus tard non plus.</translation>
    </message>
    <message>
        <source>Power Automate flows start for each row that is changed.</source>
        <translation>Les flux Power Automate démarrent pour chaque ligne modifiée.</translation>
    </message>
    <message numerus="yes">
        <source>Yes, rows are &amp;created for %Ln person(s)</source>
        <translation>
            <numerusform>Oui, des lignes sont &amp;créées pour %Ln personne</numerusform>
            <numerusform>Oui, des lignes sont &amp;créées pour %Ln personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows are created.</source>
        <translation>Des lignes sont créées.</translation>
    </message>
    <message numerus="yes">
        <source>Rows are created for %Ln person(s); for all others they are updated.</source>
        <translation>
            <numerusform>Des lignes sont créées pour %Ln personne ; pour toutes les autres, elles sont mises à jour.</numerusform>
            <numerusform>Des lignes sont créées pour %Ln personnes ; pour toutes les autres, elles sont mises à jour.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ConnectionPage</name>
    <message>
        <source> seconds</source>
        <translation> secondes</translation>
    </message>
    <message>
        <source>an alternate key</source>
        <translation>une clé alternative</translation>
    </message>
    <message>
        <source>searching a column</source>
        <translation>recherche dans une colonne</translation>
    </message>
    <message>
        <source>the contact’s row id</source>
        <translation>l’ID de ligne du contact</translation>
    </message>
    <message>
        <source>Production asks you to unlock writing before anything is pushed.</source>
        <translation>En production, l’écriture doit être déverrouillée avant tout envoi.</translation>
    </message>
    <message>
        <source>The address of the environment, a Web API endpoint, or the address bar of a Dynamics page.</source>
        <translation>L’adresse de l’environnement, un point d’accès de l’API web, ou la barre d’adresse d’une page Dynamics.</translation>
    </message>
    <message>
        <source>In the Didomi console’s address, and under Organization settings.</source>
        <translation>Dans l’adresse de la console Didomi, et sous Organization settings.</translation>
    </message>
    <message>
        <source>Didomi console → Integrations → Private API keys.</source>
        <translation>Console Didomi → Integrations → Private API keys.</translation>
    </message>
    <message>
        <source>How Didomi’s organization_user_id finds its contact.</source>
        <translation>Comment l’organization_user_id de Didomi trouve son contact.</translation>
    </message>
    <message>
        <source>Off: consents of people without a contact are skipped and counted.</source>
        <translation>Désactivé&#xa0;: les consentements des personnes sans contact sont ignorés et comptés.</translation>
    </message>
    <message>
        <source>The logical name of the table that holds consents, usually contact.</source>
        <translation>Le nom logique de la table qui contient les consentements, en général contact.</translation>
    </message>
    <message>
        <source>Consents under other regulations are skipped, never merged.</source>
        <translation>Les consentements sous d’autres réglementations sont ignorés, jamais mélangés.</translation>
    </message>
    <message>
        <source>How often the live feed looks for changed consents.</source>
        <translation>Intervalle entre deux recherches de consentements modifiés par le direct.</translation>
    </message>
    <message>
        <source>Practice runs inside this program, with made-up people; nothing leaves this computer. Its addresses and secrets are made anew at each start. Change one and test, to see what a mistake looks like; Revert brings it back.</source>
        <translation>L’environnement d’entraînement tourne dans ce programme, avec des personnes inventées&#xa0;; rien ne quitte cet ordinateur. Ses adresses et secrets sont refaits à chaque démarrage. Changez-en un et testez, pour voir à quoi ressemble une erreur&#xa0;; Rétablir le ramène.</translation>
    </message>
    <message>
        <source>Test the connection or load columns to choose from a list.</source>
        <translation>Testez la connexion ou chargez les colonnes pour choisir dans une liste.</translation>
    </message>
    <message>
        <source>An Active alternate key: one contact at most.</source>
        <translation>Une clé alternative active&#xa0;: un contact au plus.</translation>
    </message>
    <message>
        <source>Several contacts with the same value are a conflict: nothing is written.</source>
        <translation>Plusieurs contacts avec la même valeur sont un conflit&#xa0;: rien n’est écrit.</translation>
    </message>
    <message>
        <source>Empty: the instance’s cloud decides. Choose one only where that is wrong.</source>
        <translation>Vide&#xa0;: le cloud de l’instance décide. N’en choisissez un que s’il est faux.</translation>
    </message>
    <message>
        <source>worldwide</source>
        <translation>mondial</translation>
    </message>
    <message>
        <source>US Government (GCC High, DoD)</source>
        <translation>Administration américaine (GCC High, DoD)</translation>
    </message>
    <message>
        <source>China (21Vianet)</source>
        <translation>Chine (21Vianet)</translation>
    </message>
    <message>
        <source>By cloud</source>
        <translation>Selon le cloud</translation>
    </message>
</context>
<context>
    <name>gui::CredentialForm</name>
    <message>
        <source>a client secret</source>
        <translation>un secret client</translation>
    </message>
    <message>
        <source>a certificate</source>
        <translation>un certificat</translation>
    </message>
    <message>
        <source>PEM or PFX. Its public part must be uploaded to the app registration in Entra ID; the file itself stays where it is.</source>
        <translation>PEM ou PFX. Sa partie publique doit être déposée dans l’inscription d’application d’Entra ID&#xa0;; le fichier lui-même reste où il est.</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Choisir un certificat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.pfx *.p12);;All files (*)</source>
        <translation>Certificats (*.pem *.pfx *.p12);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>As the portal says: nobody else tells it. With it you are reminded in time.</source>
        <translation>Comme le dit le portail&#xa0;: personne d’autre ne la dit. Avec elle, vous êtes averti à temps.</translation>
    </message>
    <message>
        <source>%1, thumbprint %2, valid until %3.</source>
        <translation>%1, empreinte %2, valable jusqu’au %3.</translation>
    </message>
</context>
<context>
    <name>gui::ExpiryDialog</name>
    <message>
        <source>After such a day nothing is written any more. The days of client secrets are those that were entered on the Connection page; certificates tell theirs.</source>
        <translation>Passé un tel jour, plus rien n’est écrit. Les jours des secrets client sont ceux saisis sur la page Connexion&#xa0;; les certificats disent le leur.</translation>
    </message>
    <message>
        <source>No day is known yet. Enter on the Connection page of an integration when its client secret ends.</source>
        <translation>Aucun jour n’est encore connu. Saisissez sur la page Connexion d’une intégration quand son secret client expire.</translation>
    </message>
    <message>
        <source>&amp;Export as a calendar…</source>
        <translation>&amp;Exporter comme calendrier…</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>over</source>
        <translation>expiré</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Open this integration</source>
        <translation>Ouvrir cette intégration</translation>
    </message>
    <message>
        <source>Export as a calendar</source>
        <translation>Exporter comme calendrier</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Calendriers (*.ics)</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Le fichier %1 ne peut pas être écrit&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Exported to %1; import it into your calendar.</source>
        <translation>Exporté dans %1&#xa0;; importez-le dans votre calendrier.</translation>
    </message>
</context>
<context>
    <name>gui::ExpiryWatch</name>
    <message numerus="yes">
        <source>%n more end(s) soon.</source>
        <translation>
            <numerusform>%n autre expire bientôt.</numerusform>
            <numerusform>%n autres expirent bientôt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::FinderPanel</name>
    <message>
        <source>Search: %1</source>
        <translation>Rechercher&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation>Rien de ce nom.</translation>
    </message>
</context>
<context>
    <name>gui::FurtherUserDialog</name>
    <message>
        <source>Another app registration that is an application user of the same environment, with the same security roles. Dynamics limits what each user may ask, so that two write twice as fast. Rows that it creates belong to it.</source>
        <translation>Une autre inscription d’application qui est utilisateur d’application du même environnement, avec les mêmes rôles de sécurité. Dynamics limite ce que chaque utilisateur peut demander, si bien que deux écrivent deux fois plus vite. Les lignes qu’il crée lui appartiennent.</translation>
    </message>
    <message>
        <source>Of an app registration of its own: one that is used twice has one limit.</source>
        <translation>D’une inscription d’application à lui : utilisée deux fois, elle n’a qu’une limite.</translation>
    </message>
    <message>
        <source>a client secret</source>
        <translation>un secret client</translation>
    </message>
    <message>
        <source>a certificate</source>
        <translation>un certificat</translation>
    </message>
    <message>
        <source>PEM or PFX; the file itself stays where it is.</source>
        <translation>PEM ou PFX ; le fichier lui-même reste où il est.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Choisir un certificat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.pfx *.p12);;All files (*)</source>
        <translation>Certificats (*.pem *.pfx *.p12);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Kept; type to replace it</source>
        <translation>Gardé&#xa0;; saisissez pour le remplacer</translation>
    </message>
    <message>
        <source>Will be kept where secrets are kept when you save; never written to a file.</source>
        <translation>Sera conservé avec les secrets à l’enregistrement ; jamais écrit dans un fichier.</translation>
    </message>
    <message>
        <source>The secret’s value, not its ID; never written to a file.</source>
        <translation>La valeur du secret, pas son ID ; jamais écrite dans un fichier.</translation>
    </message>
    <message>
        <source>Leave it empty when the file needs none.</source>
        <translation>Laissez vide si le fichier n’en demande pas.</translation>
    </message>
</context>
<context>
    <name>gui::FurtherUsersForm</name>
    <message>
        <source>Dynamics limits what each application user may ask. Add more app registrations, and a resync writes as all of them at once.</source>
        <translation>Dynamics limite ce que chaque utilisateur d’application peut demander. Ajoutez d’autres inscriptions d’application, et une resynchronisation écrit comme toutes à la fois.</translation>
    </message>
    <message>
        <source>%1, signs in with a certificate</source>
        <translation>%1, se connecte avec un certificat</translation>
    </message>
    <message>
        <source>%1, signs in with a client secret</source>
        <translation>%1, se connecte avec un secret client</translation>
    </message>
</context>
<context>
    <name>gui::HistoryPanel</name>
    <message numerus="yes">
        <source>%n plan(s) could not be searched: %1</source>
        <translation>
            <numerusform>%n plan n’a pas pu être parcouru&#xa0;: %1</numerusform>
            <numerusform>%n plans n’ont pas pu être parcourus&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 This computer also noted %n single write(s) about them.</source>
        <translation>
            <numerusform>%1 Cet ordinateur a aussi noté %n écriture isolée à son sujet.</numerusform>
            <numerusform>%1 Cet ordinateur a aussi noté %n écritures isolées à son sujet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s) here are about this person.</source>
        <translation>
            <numerusform>Ici, %n plan concerne cette personne.</numerusform>
            <numerusform>Ici, %n plans concernent cette personne.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything is forgotten: %1 %2</source>
        <translation>Tout n’est pas oublié&#xa0;: %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n noted write(s)</source>
        <translation>
            <numerusform>%n écriture notée</numerusform>
            <numerusform>%n écritures notées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting consent(s)</source>
        <translation>
            <numerusform>%n consentement en attente</numerusform>
            <numerusform>%n consentements en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>This person is forgotten in %1, %2 and %3.</source>
        <extracomment>Each is a number with its noun: &quot;2 plans&quot;.</extracomment>
        <translation>Cette personne est oubliée dans %1, %2 et %3.</translation>
    </message>
    <message>
        <source>No plan here is about this person.</source>
        <translation>Ici, aucun plan ne concerne cette personne.</translation>
    </message>
    <message>
        <source>Looking for plans…</source>
        <translation>Recherche de plans…</translation>
    </message>
    <message>
        <source>Wait until what runs now has ended</source>
        <translation>Attendez que ce qui est en cours soit terminé</translation>
    </message>
    <message>
        <source>Delete a plan</source>
        <translation>Supprimer un plan</translation>
    </message>
    <message>
        <source>Delete the plan of %1?</source>
        <translation>Supprimer le plan du %1&#xa0;?</translation>
    </message>
    <message>
        <source>What was written to Dynamics stays, but it cannot be taken back, verified or reported any more.</source>
        <translation>Ce qui a été écrit dans Dynamics reste, mais ne pourra plus être annulé, vérifié ni faire l’objet d’un rapport.</translation>
    </message>
    <message>
        <source>It was not run. It can be planned again at any time.</source>
        <translation>Il n’a pas été exécuté. Il peut être planifié à nouveau à tout moment.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Erase a person</source>
        <translation>Effacer une personne</translation>
    </message>
    <message>
        <source>Forget everything that this computer knows of %1?</source>
        <translation>Oublier tout ce que cet ordinateur sait de %1&#xa0;?</translation>
    </message>
    <message>
        <source>In all plans, in the journal and in what waits to be written, of every integration: their id, their rows and all values go; counts stay. What was not written yet is not written, and what was written cannot be taken back any more. Nothing changes in Didomi and Dynamics.</source>
        <translation>Dans tous les plans, dans le journal et dans ce qui attend d’être écrit, pour toutes les intégrations&#xa0;: son ID, ses lignes et toutes les valeurs disparaissent&#xa0;; les décomptes restent. Ce qui n’a pas encore été écrit ne le sera pas, et ce qui a été écrit ne pourra plus être annulé. Rien ne change dans Didomi ni dans Dynamics.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>No plan here is about this person, and no single write. Ids are searched whole, as Didomi has them.</source>
        <translation>Aucun plan ici ne concerne cette personne, ni aucune écriture isolée. Les ID sont cherchés en entier, tels que Didomi les connaît.</translation>
    </message>
    <message>
        <source>Choose a plan in the list first</source>
        <translation>Choisissez d’abord un plan dans la liste</translation>
    </message>
    <message>
        <source>Look at this plan, and at what became of it</source>
        <translation>Voir ce plan, et ce qu’il en est advenu</translation>
    </message>
    <message>
        <source>Go on where it was left</source>
        <translation>Continuer là où il en était</translation>
    </message>
    <message>
        <source>Only what was begun and has not ended can go on</source>
        <translation>Seul ce qui a été commencé et n’est pas terminé peut continuer</translation>
    </message>
    <message>
        <source>Delete this plan from this computer</source>
        <translation>Supprimer ce plan de cet ordinateur</translation>
    </message>
    <message>
        <source>Forget everything that this computer knows of this person</source>
        <translation>Oublier tout ce que cet ordinateur sait de cette personne</translation>
    </message>
    <message>
        <source>The person is being looked for</source>
        <translation>La personne est en cours de recherche</translation>
    </message>
    <message>
        <source>No plan has been made yet. Plans are kept here with what became of everybody: for a year, unless another time was set, or until you delete them.</source>
        <translation>Aucun plan n’a encore été fait. Les plans sont gardés ici avec ce qu’il est advenu de chacun : pendant un an, sauf autre durée réglée, ou jusqu’à ce que vous les supprimiez.</translation>
    </message>
</context>
<context>
    <name>gui::ImportDialog</name>
    <message>
        <source>Imported integration</source>
        <translation>Intégration importée</translation>
    </message>
    <message>
        <source>This is a profile file of Consent Bridge. Secrets are not part of such files: enter them again.</source>
        <translation>C’est un fichier de profil de Consent Bridge. Les secrets n’en font pas partie&#xa0;: saisissez-les à nouveau.</translation>
    </message>
    <message>
        <source>The integration opens unsaved: look at it, complete it, test it, then save.</source>
        <translation>L’intégration s’ouvre sans être enregistrée&#xa0;: regardez-la, complétez-la, testez-la, puis enregistrez.</translation>
    </message>
    <message numerus="yes">
        <source>%n mapping(s)</source>
        <translation>
            <numerusform>%n correspondance</numerusform>
            <numerusform>%n correspondances</numerusform>
        </translation>
    </message>
    <message>
        <source>upsert mode on</source>
        <translation>mode upsert activé</translation>
    </message>
    <message>
        <source>upsert mode off</source>
        <translation>mode upsert désactivé</translation>
    </message>
    <message>
        <source>no client secret</source>
        <translation>pas de secret client</translation>
    </message>
    <message>
        <source>a client secret</source>
        <translation>un secret client</translation>
    </message>
    <message>
        <source>Found: %1, %2, %3.</source>
        <translation>Trouvé&#xa0;: %1, %2, %3.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
</context>
<context>
    <name>gui::JsonPanel</name>
    <message>
        <source>Didomi’s own shape. What you change here changes the grid, and the other way round; the secret stands as a placeholder.</source>
        <translation>La forme de Didomi elle-même. Ce que vous changez ici change la grille, et inversement&#xa0;; un texte d’exemple tient la place du secret.</translation>
    </message>
    <message>
        <source>The grid still shows the last text that could be read. %1 %2</source>
        <translation>La grille montre encore le dernier texte lisible. %1 %2</translation>
    </message>
    <message>
        <source>The client secret was taken over; it will be kept in the keychain and stands as a placeholder here.</source>
        <translation>Le secret client a été repris&#xa0;; il sera gardé dans le trousseau, et un texte d’exemple tient sa place ici.</translation>
    </message>
    <message numerus="yes">
        <source>Didomi’s shape has no place for something of %n mapping(s), marked above. It is kept in this program’s own file and is not part of an export:</source>
        <translation>
            <numerusform>La forme de Didomi n’a pas de place pour une partie de %n correspondance, marquée ci-dessus. Cette partie est gardée dans le fichier propre à ce programme et ne fait pas partie d’un export&#xa0;:</numerusform>
            <numerusform>La forme de Didomi n’a pas de place pour une partie de %n correspondances, marquées ci-dessus. Cette partie est gardée dans le fichier propre à ce programme et ne fait pas partie d’un export&#xa0;:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Live</name>
    <message>
        <source>The integration has unsaved changes; live uses what is saved.</source>
        <translation>L’intégration a des modifications non enregistrées&#xa0;; le direct utilise ce qui est enregistré.</translation>
    </message>
    <message>
        <source>Save or revert them, then start again.</source>
        <translation>Enregistrez-les ou revenez à ce qui est enregistré, puis démarrez à nouveau.</translation>
    </message>
    <message>
        <source>The secret that senders of webhooks show cannot be read: %1</source>
        <translation>Le secret que présentent les expéditeurs de webhooks ne peut pas être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>File %1: %2 new, %3 known already, %4 not about consents, %5 unreadable.</source>
        <translation>Fichier %1&#xa0;: %2 nouveaux, %3 déjà connus, %4 sans rapport avec des consentements, %5 illisibles.</translation>
    </message>
    <message>
        <source>Polling: %1</source>
        <translation>Interrogation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Polling: looking at everybody for the first time.</source>
        <translation>Interrogation&#xa0;: tout le monde est examiné pour la première fois.</translation>
    </message>
    <message numerus="yes">
        <source>Polling: looked at %n person(s) at %1.</source>
        <translation>
            <numerusform>Interrogation&#xa0;: %n personne examinée à %1.</numerusform>
            <numerusform>Interrogation&#xa0;: %n personnes examinées à %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Webhooks: %1</source>
        <translation>Webhooks&#xa0;: %1</translation>
    </message>
    <message>
        <source>Webhooks: listening at %1; %2 taken, %3 known already, %4 refused.</source>
        <translation>Webhooks&#xa0;: à l’écoute sur %1&#xa0;; %2 acceptés, %3 déjà connus, %4 refusés.</translation>
    </message>
    <message>
        <source>File %1: being read.</source>
        <translation>Fichier %1&#xa0;: lecture en cours.</translation>
    </message>
    <message>
        <source>File %1: read when you start.</source>
        <translation>Fichier %1&#xa0;: lu quand vous démarrez.</translation>
    </message>
    <message>
        <source>The integration was changed while live was being started; live uses what is saved.</source>
        <translation>L’intégration a été modifiée pendant le démarrage du direct ; le direct utilise ce qui est enregistré.</translation>
    </message>
    <message>
        <source>Save or revert the changes, then start again.</source>
        <translation>Enregistrez ou annulez les modifications, puis redémarrez.</translation>
    </message>
</context>
<context>
    <name>gui::LivePanel</name>
    <message>
        <source>Start watchin&amp;g</source>
        <translation>&amp;Suivre en direct</translation>
    </message>
    <message>
        <source>Stop watchin&amp;g</source>
        <translation>Arrêter &amp;le direct</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Tous les résultats</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Written or to be written</source>
        <translation>Écrit ou à écrire</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Inchangé</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Parked or failed</source>
        <translation>Mis de côté ou échoué</translation>
    </message>
    <message>
        <source>Resync…</source>
        <translation>Resynchroniser…</translation>
    </message>
    <message>
        <source>Resync the person of the details</source>
        <translation>Resynchroniser la personne des détails</translation>
    </message>
    <message>
        <source>Where consents come from…</source>
        <translation>D’où viennent les consentements…</translation>
    </message>
    <message>
        <source>Open saved consents…</source>
        <translation>Ouvrir des consentements enregistrés…</translation>
    </message>
    <message>
        <source>Copy the address for webhooks</source>
        <translation>Copier l’adresse pour les webhooks</translation>
    </message>
    <message>
        <source>&amp;Copy the person’s id</source>
        <translation>&amp;Copier l’ID de la personne</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Réessa&amp;yer</translation>
    </message>
    <message>
        <source>End the dry run</source>
        <translation>Terminer la simulation</translation>
    </message>
    <message>
        <source>Write what arrives from now on?</source>
        <translation>Écrire ce qui arrive à partir de maintenant&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) that were only shown, or wait, are written to Dynamics now.</source>
        <translation>
            <numerusform>%n consentement qui a seulement été montré, ou qui attend, est écrit maintenant dans Dynamics.</numerusform>
            <numerusform>%n consentements qui ont seulement été montrés, ou qui attendent, sont écrits maintenant dans Dynamics.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Open saved consents</source>
        <translation>Ouvrir des consentements enregistrés</translation>
    </message>
    <message>
        <source>Saved webhooks, events and exports (*.json *.jsonl *.gz);;All files (*)</source>
        <translation>Webhooks, événements et exports enregistrés (*.json *.jsonl *.gz);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Save the integration first: live uses what is saved.</source>
        <translation>Enregistrez d’abord l’intégration&#xa0;: le direct utilise ce qui est enregistré.</translation>
    </message>
    <message>
        <source>Nothing is taken or written any more; what waits is kept</source>
        <translation>Plus rien n’est accepté ni écrit&#xa0;; ce qui attend est gardé</translation>
    </message>
    <message>
        <source>Take consents as they arrive, show each, and write what they change</source>
        <translation>Prendre les consentements à leur arrivée, montrer chacun, et écrire ce qu’ils changent</translation>
    </message>
    <message>
        <source>Consents still arrive and wait; nothing is written until you go on</source>
        <translation>Des consentements arrivent encore et attendent&#xa0;; rien n’est écrit avant que vous ne repreniez</translation>
    </message>
    <message>
        <source>With dry run, consents are planned and shown; nothing is written. They wait, and are written when it ends.</source>
        <translation>En simulation, les consentements sont planifiés et montrés&#xa0;; rien n’est écrit. Ils attendent, et sont écrits quand elle se termine.</translation>
    </message>
    <message>
        <source>This is a production environment. Unlock writing at the top of the window first.</source>
        <translation>C’est un environnement de production. Déverrouillez d’abord l’écriture en haut de la fenêtre.</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s)</source>
        <comment>consents in the queue</comment>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>%1 · %2/min · %3</source>
        <translation>%1 · %2/min · %3</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendu</translation>
    </message>
    <message>
        <source>Nothing is written</source>
        <translation>Rien n’est écrit</translation>
    </message>
    <message>
        <source>Consents are written</source>
        <translation>Les consentements sont écrits</translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) wait from before; they are worked on when you start.</source>
        <translation>
            <numerusform>%n consentement attend depuis avant&#xa0;; il est traité quand vous démarrez.</numerusform>
            <numerusform>%n consentements attendent depuis avant&#xa0;; ils sont traités quand vous démarrez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not watching; nothing waits.</source>
        <translation>Le direct est arrêté&#xa0;; rien n’attend.</translation>
    </message>
    <message>
        <source>No source is switched on: only what waits is worked on.</source>
        <translation>Aucune source n’est activée&#xa0;: seul ce qui attend est traité.</translation>
    </message>
    <message>
        <source>Everything waits: %1 It is tried again at %2.</source>
        <translation>Tout attend&#xa0;: %1 Nouvel essai à %2.</translation>
    </message>
    <message>
        <source>Parked (%1)</source>
        <translation>Mis de côté (%1)</translation>
    </message>
    <message>
        <source>Consents that were given up, and why</source>
        <translation>Consentements abandonnés, et pourquoi</translation>
    </message>
    <message>
        <source>Nothing is parked.</source>
        <translation>Rien n’est mis de côté.</translation>
    </message>
    <message>
        <source>The oldest %1 of %2.</source>
        <translation>Les %1 plus anciens sur %2.</translation>
    </message>
    <message>
        <source>Each waits until you send it on its way again.</source>
        <translation>Chacun attend que vous le remettiez en route.</translation>
    </message>
    <message>
        <source>No consent matches the filter.</source>
        <translation>Aucun consentement ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Watching. Consents that change from now on appear here.</source>
        <translation>En direct. Les consentements qui changent à partir de maintenant apparaissent ici.</translation>
    </message>
    <message>
        <source>Start watching to see each consent as it arrives, what became of it, and how long it took; or drop saved webhooks and exports here.</source>
        <translation>Suivez en direct pour voir chaque consentement à son arrivée, ce qu’il est devenu, et en combien de temps&#xa0;; ou déposez ici des webhooks et exports enregistrés.</translation>
    </message>
    <message>
        <source>Somebody without an id</source>
        <translation>Quelqu’un sans ID</translation>
    </message>
    <message>
        <source>A dry run: this is what would be written.</source>
        <translation>Une simulation&#xa0;: voici ce qui serait écrit.</translation>
    </message>
    <message>
        <source>What would be written now is shown when you resync this person.</source>
        <translation>Ce qui serait écrit maintenant est montré quand vous resynchronisez cette personne.</translation>
    </message>
    <message>
        <source>It waits. What it changes is shown here as soon as it is its turn.</source>
        <translation>Il attend. Ce qu’il change est montré ici dès que vient son tour.</translation>
    </message>
    <message>
        <source>Nothing more is known of it.</source>
        <translation>On n’en sait rien de plus.</translation>
    </message>
</context>
<context>
    <name>gui::LiveSourcesDialog</name>
    <message>
        <source>any free one</source>
        <translation>n’importe quel port libre</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>a token</source>
        <translation>un jeton</translation>
    </message>
    <message>
        <source>OAuth client credentials</source>
        <translation>des identifiants client OAuth</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Every person is looked at; those changed since the last look are taken.</source>
        <translation>Toutes les personnes sont examinées&#xa0;; celles qui ont changé depuis le dernier examen sont prises.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Choose the certificate</source>
        <translation>Choisir le certificat</translation>
    </message>
    <message>
        <source>Choose its key</source>
        <translation>Choisir sa clé</translation>
    </message>
    <message>
        <source>Kept; type to replace it</source>
        <translation>Gardé&#xa0;; saisissez pour le remplacer</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Jeton</translation>
    </message>
    <message>
        <source>Client secre&amp;t</source>
        <translation>Secret c&amp;lient</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret client</translation>
    </message>
    <message>
        <source>127.0.0.1 is this computer only; 0.0.0.0 is everybody who reaches it, which needs a certificate and a token.</source>
        <translation>127.0.0.1, c’est cet ordinateur seulement&#xa0;; 0.0.0.0, c’est quiconque peut le joindre, ce qui exige un certificat et un jeton.</translation>
    </message>
    <message>
        <source>What Didomi’s webhook shows, at the path /token, to get a token.</source>
        <translation>Ce que présente le webhook de Didomi, au chemin /token, pour obtenir un jeton.</translation>
    </message>
    <message>
        <source>PEM, with the chain. Without one only this computer can be listened to.</source>
        <translation>PEM, avec la chaîne. Sans certificat, seul cet ordinateur peut être écouté.</translation>
    </message>
    <message>
        <source>This is no address; write one such as 127.0.0.1 or 0.0.0.0.</source>
        <translation>Ce n’est pas une adresse&#xa0;; écrivez-en une comme 127.0.0.1 ou 0.0.0.0.</translation>
    </message>
    <message>
        <source>Type the token that Didomi’s webhook shows, or make up a new one.</source>
        <translation>Saisissez le jeton que présente le webhook de Didomi, ou générez-en un nouveau.</translation>
    </message>
    <message>
        <source>port</source>
        <translation>port</translation>
    </message>
    <message>
        <source>Didomi, or the relay before it, sends to %1://%2:%3/webhook.</source>
        <translation>Didomi, ou le relais placé devant, envoie à %1://%2:%3/webhook.</translation>
    </message>
    <message>
        <source>No keychain: it is kept for this session only. %1</source>
        <translation>Pas de trousseau&#xa0;: il est gardé pour cette session seulement. %1</translation>
    </message>
    <message>
        <source>Never written to a file: kept in %1.</source>
        <translation>Jamais écrit dans un fichier&#xa0;: gardé dans %1.</translation>
    </message>
    <message>
        <source>the system’s keychain</source>
        <translation>le trousseau du système</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.key);;All files (*)</source>
        <translation>Fichiers PEM (*.pem *.crt *.key);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Copied: paste it into Didomi’s webhook. It is not shown again.</source>
        <translation>Copié&#xa0;: collez-le dans le webhook de Didomi. Il ne sera plus montré.</translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>A simulated Dynamics and Didomi inside this program, with made-up people: test, map, preview and push without touching anything real.</source>
        <translation>Un Dynamics et un Didomi simulés dans ce programme, avec des personnes inventées&#xa0;: testez, mettez en correspondance, prévisualisez et envoyez sans toucher à rien de réel.</translation>
    </message>
    <message>
        <source>From the Didomi console or its support: the file with client_id, instance and mappings. You can also drop the file here, or paste its text.</source>
        <translation>Depuis la console Didomi ou son support&#xa0;: le fichier avec client_id, instance et mappings. Vous pouvez aussi déposer le fichier ici, ou coller son texte.</translation>
    </message>
    <message>
        <source>Enter the addresses and credentials of both ends yourself.</source>
        <translation>Saisissez vous-même les adresses et identifiants des deux côtés.</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>&amp;Connexion</translation>
    </message>
    <message>
        <source>&amp;Mappings</source>
        <translation>Corres&amp;pondances</translation>
    </message>
    <message>
        <source>&amp;Preview &amp;&amp; Live</source>
        <translation>Aperç&amp;u et direct</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;New integration</source>
        <translation>&amp;Nouvelle intégration</translation>
    </message>
    <message>
        <source>&amp;Import Didomi’s JSON…</source>
        <translation>&amp;Importer le JSON de Didomi…</translation>
    </message>
    <message>
        <source>&amp;Export Didomi’s JSON…</source>
        <translation>&amp;Exporter le JSON de Didomi…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Enre&amp;gistrer</translation>
    </message>
    <message>
        <source>&amp;Revert to what is saved</source>
        <translation>&amp;Revenir à ce qui est enregistré</translation>
    </message>
    <message>
        <source>Remo&amp;ve integration…</source>
        <translation>&amp;Supprimer l’intégration…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Undo in mappings</source>
        <translation>&amp;Annuler dans les correspondances</translation>
    </message>
    <message>
        <source>&amp;Redo in mappings</source>
        <translation>&amp;Rétablir dans les correspondances</translation>
    </message>
    <message>
        <source>&amp;Find in the list</source>
        <translation>&amp;Chercher dans la liste</translation>
    </message>
    <message>
        <source>&amp;Integration</source>
        <translation>&amp;Intégration</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Tester la connexion</translation>
    </message>
    <message>
        <source>&amp;Load columns and purposes</source>
        <translation>&amp;Charger colonnes et finalités</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;List of integrations</source>
        <translation>&amp;Liste des intégrations</translation>
    </message>
    <message>
        <source>Show or hide the list of integrations</source>
        <translation>Montrer ou masquer la liste des intégrations</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>C&amp;ouleurs</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le s&amp;ystème</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;About Consent Bridge</source>
        <translation>À &amp;propos de Consent Bridge</translation>
    </message>
    <message>
        <source>About Consent Bridge</source>
        <translation>À propos de Consent Bridge</translation>
    </message>
    <message>
        <source>Consent Bridge %1</source>
        <translation>Consent Bridge %1</translation>
    </message>
    <message>
        <source>Runs the link between Didomi and Microsoft Dynamics 365. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Gère le lien entre Didomi et Microsoft Dynamics 365. Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>Progress of what runs now</source>
        <translation>Avancement de ce qui est en cours</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel what runs now</source>
        <translation>Annuler ce qui est en cours</translation>
    </message>
    <message>
        <source>Cancel what runs now (Esc)</source>
        <translation>Annuler ce qui est en cours (Échap)</translation>
    </message>
    <message>
        <source>Copy the last problem</source>
        <translation>Copier le dernier problème</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>ne peut pas être lu</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>The file is kept as %1.</source>
        <translation>Le fichier est gardé sous %1.</translation>
    </message>
    <message>
        <source>Practice is always there and cannot be removed</source>
        <translation>L’entraînement est toujours là et ne peut pas être supprimé</translation>
    </message>
    <message>
        <source>Remove this integration</source>
        <translation>Supprimer cette intégration</translation>
    </message>
    <message>
        <source>Consent Bridge</source>
        <translation>Consent Bridge</translation>
    </message>
    <message>
        <source>Unnamed integration</source>
        <translation>Intégration sans nom</translation>
    </message>
    <message>
        <source>no instance yet</source>
        <translation>pas encore d’instance</translation>
    </message>
    <message>
        <source>The Dataverse environment</source>
        <translation>L’environnement Dataverse</translation>
    </message>
    <message>
        <source>The last connection test</source>
        <translation>Le dernier test de connexion</translation>
    </message>
    <message>
        <source>Lock writing</source>
        <translation>Verrouiller l’écriture</translation>
    </message>
    <message>
        <source>Unlock writing</source>
        <translation>Déverrouiller l’écriture</translation>
    </message>
    <message>
        <source>Save this integration</source>
        <translation>Enregistrer cette intégration</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Tout est enregistré</translation>
    </message>
    <message>
        <source>%1[*] – Consent Bridge</source>
        <translation>%1[*] – Consent Bridge</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Test en cours…</translation>
    </message>
    <message>
        <source>New integration</source>
        <translation>Nouvelle intégration</translation>
    </message>
    <message>
        <source>Import an integration</source>
        <translation>Importer une intégration</translation>
    </message>
    <message>
        <source>JSON files (*.json);;All files (*)</source>
        <translation>Fichiers JSON (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Le fichier %1 ne peut pas être lu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Export Didomi’s JSON</source>
        <translation>Exporter le JSON de Didomi</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Fichiers JSON (*.json)</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Le fichier %1 ne peut pas être écrit&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Exported to %1; the secret stands as a placeholder.</source>
        <translation>Exporté dans %1&#xa0;; un texte d’exemple tient la place du secret.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message numerus="yes">
        <source>%n mapping(s)</source>
        <translation>
            <numerusform>%n correspondance</numerusform>
            <numerusform>%n correspondances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s)</source>
        <translation>
            <numerusform>%n secret</numerusform>
            <numerusform>%n secrets</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove an integration</source>
        <translation>Supprimer une intégration</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>Supprimer «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message numerus="yes">
        <source>%n integration(s) tested</source>
        <translation>
            <numerusform>%n intégration testée</numerusform>
            <numerusform>%n intégrations testées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n en échec</numerusform>
            <numerusform>%n en échec</numerusform>
        </translation>
    </message>
    <message>
        <source>all are well</source>
        <translation>tout va bien</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 · upsert on</source>
        <extracomment>In the header: the way of storing consent, and whether contacts are created.</extracomment>
        <translation>%1 · upsert activé</translation>
    </message>
    <message>
        <source>%1 · upsert off</source>
        <translation>%1 · upsert désactivé</translation>
    </message>
    <message>
        <source>Consents are written to contact point consent rows.</source>
        <translation>Les consentements sont écrits dans des lignes de consentement de point de contact.</translation>
    </message>
    <message>
        <source>Consents are written to columns of the contact.</source>
        <translation>Les consentements sont écrits dans des colonnes du contact.</translation>
    </message>
    <message>
        <source>A missing contact is created.</source>
        <translation>Un contact manquant est créé.</translation>
    </message>
    <message>
        <source>People without a contact are skipped.</source>
        <translation>Les personnes sans contact sont ignorées.</translation>
    </message>
    <message>
        <source>Testing all integrations: %1 of %2</source>
        <translation>Test de toutes les intégrations&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Its settings, %1 and its connection tests go from the list; the file moves to the folder “removed”. %2 are deleted from the keychain for good. Nothing changes in Didomi or in Dynamics.</source>
        <translation>Ses réglages, %1 et ses tests de connexion quittent la liste&#xa0;; le fichier va dans le dossier «&#xa0;removed&#xa0;». Effacé du trousseau pour de bon&#xa0;: %2. Rien ne change dans Didomi ni dans Dynamics.</translation>
    </message>
    <message>
        <source>Test &amp;all integrations</source>
        <translation>Tester toutes les &amp;intégrations</translation>
    </message>
    <message>
        <source>What &amp;expires…</source>
        <translation>Ce qui &amp;expire…</translation>
    </message>
    <message>
        <source>The JSON view of the mappings lists them all.</source>
        <translation>La vue JSON des correspondances les liste toutes.</translation>
    </message>
    <message numerus="yes">
        <source>Didomi’s shape has no place for something of %n mapping(s). It stays in this program and is not in the file.</source>
        <translation>
            <numerusform>La forme de Didomi n’a pas de place pour une partie de %n correspondance. Cette partie reste dans ce programme et n’est pas dans le fichier.</numerusform>
            <numerusform>La forme de Didomi n’a pas de place pour une partie de %n correspondances. Cette partie reste dans ce programme et n’est pas dans le fichier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Res&amp;ync</source>
        <translation>Res&amp;ynchronisation</translation>
    </message>
    <message>
        <source>A resync is running</source>
        <translation>Une resynchronisation est en cours</translation>
    </message>
    <message>
        <source>Stop it and close?</source>
        <translation>L’arrêter et fermer&#xa0;?</translation>
    </message>
    <message>
        <source>What is on its way is finished. What was written stays, and the run can be resumed when you open the integration again.</source>
        <translation>Ce qui est en route est terminé. Ce qui a été écrit reste, et l’exécution pourra être reprise quand vous rouvrirez l’intégration.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Arrêter et fermer</translation>
    </message>
</context>
<context>
    <name>gui::MappingEditor</name>
    <message numerus="yes">
        <source>at most %n character(s)</source>
        <translation>
            <numerusform>au plus %n caractère</numerusform>
            <numerusform>au plus %n caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatoire</translation>
    </message>
    <message>
        <source>Remove this mapping</source>
        <translation>Supprimer cette correspondance</translation>
    </message>
    <message>
        <source>Confirm: given writes false</source>
        <translation>Confirmer&#xa0;: donné écrit false</translation>
    </message>
    <message>
        <source>Confirm: given writes true</source>
        <translation>Confirmer&#xa0;: donné écrit true</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Utiliser %1</translation>
    </message>
    <message>
        <source>Set it right</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>To Dynamics 365</source>
        <translation>Vers Dynamics 365</translation>
    </message>
    <message>
        <source>To Didomi</source>
        <translation>Vers Didomi</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>Dans les deux sens</translation>
    </message>
    <message>
        <source>Change the Didomi value</source>
        <translation>Changer la valeur Didomi</translation>
    </message>
    <message>
        <source>Change the purpose or topic</source>
        <translation>Changer la finalité ou la rubrique</translation>
    </message>
    <message>
        <source>Change the column</source>
        <translation>Changer la colonne</translation>
    </message>
    <message>
        <source>Change which way round</source>
        <translation>Changer le sens</translation>
    </message>
    <message>
        <source>Change what “%1” does</source>
        <translation>Changer ce que fait « %1 »</translation>
    </message>
    <message>
        <source>Change the steps of the text</source>
        <translation>Changer les étapes du texte</translation>
    </message>
    <message>
        <source>Change the direction</source>
        <translation>Changer le sens</translation>
    </message>
    <message>
        <source>Change the channel</source>
        <translation>Changer le canal</translation>
    </message>
    <message>
        <source>Change the table that is pointed to</source>
        <translation>Changer la table vers laquelle pointe la colonne</translation>
    </message>
    <message>
        <source>Change how the row is found</source>
        <translation>Changer la façon de trouver la ligne</translation>
    </message>
    <message>
        <source>Choose what Didomi knows, and the purpose or topic it is written to.</source>
        <translation>Choisissez ce que Didomi connaît, et la finalité ou la rubrique où cela est écrit.</translation>
    </message>
    <message>
        <source>Choose what Didomi knows, and the column it is written to.</source>
        <translation>Choisissez ce que sait Didomi, et la colonne où l’écrire.</translation>
    </message>
    <message>
        <source>Purpose or topic</source>
        <translation>Finalité ou rubrique</translation>
    </message>
    <message>
        <source>Dataverse column</source>
        <translation>Colonne Dataverse</translation>
    </message>
    <message>
        <source>its row id</source>
        <translation>son ID de ligne</translation>
    </message>
    <message>
        <source>The column can point to several tables: say which.</source>
        <translation>La colonne peut pointer vers plusieurs tables&#xa0;: dites laquelle.</translation>
    </message>
    <message>
        <source>The text must be the row’s id. To find the row by a code or a number, type the column of that table’s alternate key.</source>
        <translation>Le texte doit être l’ID de la ligne. Pour trouver la ligne par un code ou un numéro, saisissez la colonne de la clé alternative de cette table.</translation>
    </message>
    <message>
        <source>The row whose %1 is the text; an alternate key of that one column.</source>
        <translation>La ligne dont %1 est le texte&#xa0;; une clé alternative sur cette seule colonne.</translation>
    </message>
    <message>
        <source>Pushes leave the column alone; it is only read.</source>
        <translation>Les envois laissent la colonne telle quelle&#xa0;; elle est seulement lue.</translation>
    </message>
    <message>
        <source>Given becomes opted in, refused opted out. No choice writes nothing.</source>
        <translation>Donné devient accepté (opt-in), refusé devient refusé (opt-out). Aucun choix n’écrit rien.</translation>
    </message>
    <message>
        <source>No choice is never taken for refused: leaving the column alone is what is nearly always meant.</source>
        <translation>Aucun choix n’est jamais pris pour un refus : laisser la colonne telle quelle est presque toujours ce qu’il faut.</translation>
    </message>
    <message>
        <source>Picked values without an option here are refused, never guessed.</source>
        <translation>Les valeurs choisies sans option ici sont refusées, jamais devinées.</translation>
    </message>
    <message>
        <source>The text is written after checking that the column can take it.</source>
        <translation>Le texte est écrit après avoir vérifié que la colonne peut le prendre.</translation>
    </message>
    <message>
        <source>Given writes %1</source>
        <translation>Donné écrit %1</translation>
    </message>
    <message>
        <source>The column’s name says that true forbids: the other way round is suggested. Say which it is.</source>
        <translation>Le nom de la colonne dit que «&#xa0;vrai&#xa0;» interdit&#xa0;: le sens inverse est proposé. Dites lequel est le bon.</translation>
    </message>
    <message>
        <source>Picked in Didomi</source>
        <translation>Choisi dans Didomi</translation>
    </message>
    <message>
        <source>Written to Dynamics</source>
        <translation>Écrit dans Dynamics</translation>
    </message>
    <message>
        <source>Option for %1</source>
        <translation>Option pour %1</translation>
    </message>
    <message>
        <source>Change what “%1” writes</source>
        <translation>Changer ce qu’écrit «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>gui::MappingsPage</name>
    <message>
        <source>Change the Didomi value</source>
        <translation>Changer la valeur Didomi</translation>
    </message>
    <message>
        <source>Change the column</source>
        <translation>Changer la colonne</translation>
    </message>
    <message>
        <source>Stop &amp;loading</source>
        <translation>Arrêter &amp;le chargement</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>&amp;Recharger</translation>
    </message>
    <message>
        <source>&amp;Load columns</source>
        <translation>Charger &amp;les colonnes</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n colonne</numerusform>
            <numerusform>%n colonnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n purpose(s)</source>
        <translation>
            <numerusform>%n finalité</numerusform>
            <numerusform>%n finalités</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns could not be loaded</source>
        <translation>Les colonnes n’ont pas pu être chargées</translation>
    </message>
    <message>
        <source>Columns are not loaded</source>
        <translation>Les colonnes ne sont pas chargées</translation>
    </message>
    <message>
        <source>Mappings can be edited all the same; they are checked once columns are loaded.</source>
        <translation>Les correspondances peuvent être modifiées malgré tout&#xa0;; elles sont vérifiées une fois les colonnes chargées.</translation>
    </message>
    <message>
        <source>A mapping says which Didomi purpose or preference is written into which Dataverse column.</source>
        <translation>Une correspondance dit quelle finalité ou préférence de Didomi est écrite dans quelle colonne de Dataverse.</translation>
    </message>
    <message>
        <source>A mapping says which Didomi purpose or preference is written into which Dataverse column. Load columns and purposes first, to choose them from lists.</source>
        <translation>Une correspondance dit quelle finalité ou préférence de Didomi est écrite dans quelle colonne de Dataverse. Chargez d’abord colonnes et finalités, pour les choisir dans des listes.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Rétablir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>No mapping matches “%1”.</source>
        <translation>Aucune correspondance ne contient «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Select a mapping to edit it.</source>
        <translation>Sélectionnez une correspondance pour la modifier.</translation>
    </message>
    <message numerus="yes">
        <source>%n mapping(s) selected.</source>
        <translation>
            <numerusform>%n correspondance sélectionnée.</numerusform>
            <numerusform>%n correspondances sélectionnées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a mapping</source>
        <translation>Ajouter une correspondance</translation>
    </message>
    <message>
        <source>Duplicate a mapping</source>
        <translation>Dupliquer une correspondance</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n mapping(s)</source>
        <translation>
            <numerusform>Supprimer %n correspondance</numerusform>
            <numerusform>Supprimer %n correspondances</numerusform>
        </translation>
    </message>
    <message>
        <source>Move a mapping</source>
        <translation>Déplacer une correspondance</translation>
    </message>
    <message>
        <source>Edit the JSON</source>
        <translation>Modifier le JSON</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>oui ou non</translation>
    </message>
    <message>
        <source>text</source>
        <translation>du texte</translation>
    </message>
    <message>
        <source>Didomi</source>
        <translation>Didomi</translation>
    </message>
    <message>
        <source>What Didomi knows</source>
        <translation>Ce que sait Didomi</translation>
    </message>
    <message>
        <source>Dataverse</source>
        <translation>Dataverse</translation>
    </message>
    <message>
        <source>Columns that can be written</source>
        <translation>Colonnes qui peuvent être écrites</translation>
    </message>
    <message>
        <source>Map a pair</source>
        <translation>Mettre une paire en correspondance</translation>
    </message>
    <message>
        <source>Load columns to choose from them.</source>
        <translation>Chargez les colonnes pour pouvoir les choisir.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Et %n de plus.</numerusform>
            <numerusform>Et %n de plus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n suggestion(s)</source>
        <translation>
            <numerusform>Ajouter %n suggestion</numerusform>
            <numerusform>Ajouter %n suggestions</numerusform>
        </translation>
    </message>
    <message>
        <source>Map by dragging</source>
        <translation>Mettre en correspondance par glisser-déposer</translation>
    </message>
    <message>
        <source>Change how rows are found and made</source>
        <translation>Modifier la façon dont les lignes sont trouvées et créées</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>finalité</translation>
    </message>
    <message>
        <source>Dynamics 365</source>
        <translation>Dynamics 365</translation>
    </message>
    <message>
        <source>Purposes and topics</source>
        <translation>Finalités et rubriques</translation>
    </message>
    <message>
        <source>Load purposes and topics to choose from them.</source>
        <translation>Chargez les finalités et rubriques pour pouvoir les choisir.</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Lu %1</translation>
    </message>
    <message>
        <source>%1, %2, read at %3</source>
        <translation>%1, %2, lu le %3</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n row(s) from “%1”</source>
        <translation>
            <numerusform>Reprendre %n ligne de «&#xa0;%1&#xa0;»</numerusform>
            <numerusform>Reprendre %n lignes de «&#xa0;%1&#xa0;»</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MatchDialog</name>
    <message>
        <source>Reads users from Didomi and looks for their rows, by the match rule as it is entered now. Nothing is written.</source>
        <translation>Lit des utilisateurs dans Didomi et cherche leurs lignes, par la règle de recherche telle qu’elle est saisie maintenant. Rien n’est écrit.</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n utilisateur</numerusform>
            <numerusform>%n utilisateurs</numerusform>
        </translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>tout le monde</translation>
    </message>
    <message>
        <source>Looking for the rows of Didomi’s users</source>
        <translation>Recherche des lignes des utilisateurs de Didomi</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>Stopped: the figures are of those read until then.</source>
        <translation>Arrêté&#xa0;: les chiffres sont ceux des utilisateurs lus jusque-là.</translation>
    </message>
    <message>
        <source>That is everybody whom Didomi knows.</source>
        <translation>C’est tout le monde que Didomi connaît.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Par exemple&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>gui::NetworkForm</name>
    <message>
        <source>as the system does it</source>
        <translation>comme le système</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>this one:</source>
        <translation>celui-ci&#xa0;:</translation>
    </message>
    <message>
        <source>Requests to this computer never go through a proxy.</source>
        <translation>Les requêtes vers cet ordinateur ne passent jamais par un proxy.</translation>
    </message>
    <message>
        <source>For networks that inspect TLS: the certificate of your own authority, in PEM form.</source>
        <translation>Pour les réseaux qui inspectent TLS&#xa0;: le certificat de votre propre autorité, au format PEM.</translation>
    </message>
    <message>
        <source>Choose certificate authorities</source>
        <translation>Choisir des autorités de certification</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Fichiers PEM (*.pem *.crt *.cer);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>gui::OptionalDate</name>
    <message>
        <source>Known:</source>
        <translation>Connu&#xa0;:</translation>
    </message>
    <message>
        <source>%1 is known</source>
        <translation>%1&#xa0;: connu</translation>
    </message>
</context>
<context>
    <name>gui::OutcomeTable</name>
    <message>
        <source>Created</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Mis à jour</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Inchangé</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Invalide</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>En conflit</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Non atteint</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>Dans le plan</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What screen readers say: &quot;Updated: 1,204&quot;.</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>These counts do not add up: export the report and check it.</source>
        <translation>Ces décomptes ne concordent pas&#xa0;: exportez le rapport et vérifiez-le.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of those not reached are on their way.</source>
        <translation>
            <numerusform>Parmi les personnes non atteintes, %Ln est en route.</numerusform>
            <numerusform>Parmi les personnes non atteintes, %Ln sont en route.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of those skipped were left out by you.</source>
        <translation>
            <numerusform>Parmi les personnes ignorées, %Ln a été laissée de côté par vous.</numerusform>
            <numerusform>Parmi les personnes ignorées, %Ln ont été laissées de côté par vous.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PersonDialog</name>
    <message>
        <source>Didomi finds people by their exact id only; names, addresses and parts of ids are looked for in Dynamics.</source>
        <translation>Didomi ne trouve les personnes que par leur ID exact&#xa0;; les noms, les adresses et les parties d’ID sont cherchés dans Dynamics.</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Aperçu</translation>
    </message>
    <message>
        <source>Looking for a person</source>
        <translation>Recherche d’une personne</translation>
    </message>
    <message>
        <source>Looking for the newest consent</source>
        <translation>Recherche du consentement le plus récent</translation>
    </message>
    <message>
        <source>newest consent</source>
        <translation>consentement le plus récent</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>(no row in Dynamics was found)</source>
        <translation>(aucune ligne n’a été trouvée dans Dynamics)</translation>
    </message>
    <message>
        <source>Didomi knows this id.</source>
        <translation>Didomi connaît cet ID.</translation>
    </message>
    <message>
        <source>As the row in Dynamics has it; Didomi was not asked for it yet.</source>
        <translation>Tel qu’il figure dans la ligne de Dynamics&#xa0;; Didomi n’a pas encore été interrogé à son sujet.</translation>
    </message>
    <message>
        <source>Nobody was found.</source>
        <translation>Personne n’a été trouvé.</translation>
    </message>
    <message>
        <source>There are more; type more of the name or the address.</source>
        <translation>Il y en a d’autres&#xa0;; saisissez davantage du nom ou de l’adresse.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) more hold no id by which Didomi knows anybody.</source>
        <translation>
            <numerusform>%n ligne de plus ne contient aucun ID par lequel Didomi connaît quelqu’un.</numerusform>
            <numerusform>%n lignes de plus ne contiennent aucun ID par lequel Didomi connaît quelqu’un.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Trouver</translation>
    </message>
</context>
<context>
    <name>gui::PlanView</name>
    <message>
        <source>What happened to each column</source>
        <translation>Ce qui est arrivé à chaque colonne</translation>
    </message>
    <message>
        <source>The literal request of what arrived</source>
        <translation>La requête, telle quelle, de ce qui est arrivé</translation>
    </message>
    <message>
        <source>Copy what arrived as curl</source>
        <translation>Copier ce qui est arrivé comme curl</translation>
    </message>
    <message>
        <source>Copy what arrived as HTTP</source>
        <translation>Copier ce qui est arrivé comme HTTP</translation>
    </message>
    <message>
        <source>Sends exactly the request that is shown here.</source>
        <translation>Envoie exactement la requête montrée ici.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1. The row, read back, says what was written.</source>
        <translation>%1. La ligne, relue, dit ce qui a été écrit.</translation>
    </message>
    <message>
        <source>Nothing was sent: %1 %2</source>
        <translation>Rien n’a été envoyé&#xa0;: %1 %2</translation>
    </message>
    <message>
        <source>Why? %1</source>
        <translation>Pourquoi&#xa0;? %1</translation>
    </message>
    <message>
        <source>Answer: HTTP %1, request id %2</source>
        <translation>Réponse&#xa0;: HTTP %1, ID de requête %2</translation>
    </message>
</context>
<context>
    <name>gui::Preview</name>
    <message>
        <source>Enter the id of a person first.</source>
        <translation>Saisissez d’abord l’ID d’une personne.</translation>
    </message>
    <message>
        <source>Asking Didomi for this person</source>
        <translation>Recherche de cette personne dans Didomi</translation>
    </message>
    <message>
        <source>Comparing with Dynamics</source>
        <translation>Comparaison avec Dynamics</translation>
    </message>
    <message>
        <source>Preview a person or an event first.</source>
        <translation>Prévisualisez d’abord une personne ou un événement.</translation>
    </message>
    <message>
        <source>The push is running.</source>
        <translation>L’envoi est en cours.</translation>
    </message>
    <message>
        <source>This was pushed. Preview again to see how things stand.</source>
        <translation>Ceci a été envoyé. Prévisualisez à nouveau pour voir où en sont les choses.</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>Il n’y a rien à écrire.</translation>
    </message>
    <message>
        <source>The integration has changed since this preview. Preview again.</source>
        <translation>L’intégration a changé depuis cet aperçu. Prévisualisez à nouveau.</translation>
    </message>
    <message>
        <source>Save the integration first: only what is saved is pushed.</source>
        <translation>Enregistrez d’abord l’intégration&#xa0;: seul ce qui est enregistré est envoyé.</translation>
    </message>
    <message>
        <source>This is a production environment. Unlock writing at the top of the window first.</source>
        <translation>C’est un environnement de production. Déverrouillez d’abord l’écriture en haut de la fenêtre.</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Envoyer</translation>
    </message>
    <message numerus="yes">
        <source>Create a row with %n column(s)</source>
        <translation>
            <numerusform>Créer une ligne avec %n colonne</numerusform>
            <numerusform>Créer une ligne avec %n colonnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n column(s)</source>
        <translation>
            <numerusform>Écrire %n colonne</numerusform>
            <numerusform>Écrire %n colonnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing to Dynamics</source>
        <translation>Écriture dans Dynamics</translation>
    </message>
    <message>
        <source>The preview is being brought up to date.</source>
        <translation>L’aperçu est en cours de mise à jour.</translation>
    </message>
    <message numerus="yes">
        <source>Write %n row(s)</source>
        <translation>
            <numerusform>Écrire %n ligne</numerusform>
            <numerusform>Écrire %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal could not be read for this preview, so a newer choice could be written over. Preview again.</source>
        <translation>Le journal n’a pas pu être lu pour cet aperçu, un choix plus récent pourrait donc être écrasé. Refaites l’aperçu.</translation>
    </message>
</context>
<context>
    <name>gui::PreviewPage</name>
    <message>
        <source>organization_user_id</source>
        <translation>organization_user_id</translation>
    </message>
    <message>
        <source>Choose a person, or a consent event. You see what Didomi says, what Dynamics has now, and the exact request; nothing is written until you press the button that says so.</source>
        <translation>Choisissez une personne, ou un événement de consentement. Vous voyez ce que dit Didomi, ce que Dynamics contient maintenant, et la requête exacte&#xa0;; rien n’est écrit avant que vous ne pressiez le bouton qui le dit.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>Paste or type JSON…</source>
        <translation>Coller ou saisir du JSON…</translation>
    </message>
    <message>
        <source>Open a consent event</source>
        <translation>Ouvrir un événement de consentement</translation>
    </message>
    <message>
        <source>JSON files (*.json);;All files (*)</source>
        <translation>Fichiers JSON (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Le fichier %1 ne peut pas être lu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>One consent event as the Didomi API gives it, or as a webhook carries it.</source>
        <translation>Un événement de consentement tel que le donne l’API Didomi, ou tel que le porte un webhook.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>An event of %1, made %2.</source>
        <translation>Un événement de %1, fait le %2.</translation>
    </message>
    <message>
        <source>somebody without an id</source>
        <translation>quelqu’un sans ID</translation>
    </message>
    <message>
        <source>Preparing the preview</source>
        <translation>Préparation de l’aperçu</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>ID de requête&#xa0;: %1</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>Aller au champ</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Write an example…</source>
        <translation>Écrire un exemple…</translation>
    </message>
</context>
<context>
    <name>gui::Questions</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>«&#xa0;%1&#xa0;» a des modifications non enregistrées.</translation>
    </message>
    <message>
        <source>Without saving, these changes are lost.</source>
        <translation>Sans enregistrement, ces modifications sont perdues.</translation>
    </message>
</context>
<context>
    <name>gui::RateChart</name>
    <message>
        <source>People per second over time</source>
        <translation>Personnes par seconde au fil du temps</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>Rien n’a encore été fait.</translation>
    </message>
    <message>
        <source>%1 people per second now, %2 at most, over %3.</source>
        <extracomment>%1 and %2: numbers, %3: &quot;4 minutes&quot;.</extracomment>
        <translation>%1 personnes par seconde maintenant, %2 au maximum, sur %3.</translation>
    </message>
    <message>
        <source>began</source>
        <translation>début</translation>
    </message>
    <message>
        <source>%1 later</source>
        <extracomment>At the right end of the time axis; %1: &quot;4 minutes&quot;.</extracomment>
        <translation>%1 plus tard</translation>
    </message>
</context>
<context>
    <name>gui::RehearsalDialog</name>
    <message>
        <source>Practice lets the chosen thing go wrong and tests the connection, so that you know its face when it happens for real. Nothing outside this program changes.</source>
        <translation>L’entraînement fait échouer la chose choisie et teste la connexion, pour que vous la reconnaissiez quand elle arrive pour de vrai. Rien ne change hors de ce programme.</translation>
    </message>
    <message>
        <source>Nothing of that name can be rehearsed.</source>
        <translation>Rien de ce nom ne peut être simulé.</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Simuler</translation>
    </message>
</context>
<context>
    <name>gui::Resync</name>
    <message>
        <source>The integration has unsaved changes; a resync uses what is saved.</source>
        <translation>L’intégration a des modifications non enregistrées&#xa0;; une resynchronisation utilise ce qui est enregistré.</translation>
    </message>
    <message>
        <source>This is a production environment. Unlock writing first, above.</source>
        <translation>C’est un environnement de production. Déverrouillez d’abord l’écriture, plus haut.</translation>
    </message>
    <message>
        <source>Save or revert them, then try again.</source>
        <translation>Enregistrez-les ou abandonnez-les, puis réessayez.</translation>
    </message>
    <message>
        <source>Resync: %1</source>
        <extracomment>In the status bar; %1: &quot;Writing&quot;.</extracomment>
        <translation>Resynchronisation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Resync: %1, %2 of %3</source>
        <translation>Resynchronisation&#xa0;: %1, %2 sur %3</translation>
    </message>
</context>
<context>
    <name>gui::ResyncAction</name>
    <message>
        <source>&amp;Resync this person…</source>
        <translation>&amp;Resynchroniser cette personne…</translation>
    </message>
    <message>
        <source>Preview what Didomi says of this person now, and push it</source>
        <translation>Prévisualiser ce que Didomi dit maintenant de cette personne, et l’envoyer</translation>
    </message>
</context>
<context>
    <name>gui::ResyncPage</name>
    <message>
        <source>Stop the run</source>
        <translation>Arrêter l’exécution</translation>
    </message>
    <message>
        <source>Stop writing here?</source>
        <translation>Arrêter l’écriture ici&#xa0;?</translation>
    </message>
    <message>
        <source>What is on its way is finished. What was written stays; the rest can be written later, or what was written taken back.</source>
        <translation>Ce qui est en route est terminé. Ce qui a été écrit reste&#xa0;; le reste pourra être écrit plus tard, ou ce qui a été écrit pourra être annulé.</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Périmètre</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Examen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <extracomment>%1: an integration, %2: a host, %3: a sentence that tells whom it is about.</extracomment>
        <translation>%1, %2. %3</translation>
    </message>
    <message>
        <source>This plan was run already.</source>
        <translation>Ce plan a déjà été exécuté.</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>ID de requête&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be read, and are not in the plan.</source>
        <translation>
            <numerusform>%n élément n’a pas pu être lu et n’est pas dans le plan.</numerusform>
            <numerusform>%n éléments n’ont pas pu être lus et ne sont pas dans le plan.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run of %1 was left unfinished: %2 of %3 people are still to be done.</source>
        <translation>L’exécution du %1 est restée inachevée&#xa0;: il reste %2 personnes sur %3 à traiter.</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>Aller au champ</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) are still to be written to %1.</source>
        <translation>
            <numerusform>Il reste %Ln personne à écrire dans %1.</numerusform>
            <numerusform>Il reste %Ln personnes à écrire dans %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) of the whole plan become contactable.</source>
        <translation>
            <numerusform>Sur l’ensemble du plan, %Ln personne devient joignable.</numerusform>
            <numerusform>Sur l’ensemble du plan, %Ln personnes deviennent joignables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the whole plan are created.</source>
        <translation>
            <numerusform>Sur l’ensemble du plan, %Ln ligne est créée.</numerusform>
            <numerusform>Sur l’ensemble du plan, %Ln lignes sont créées.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was confirmed when it began stays confirmed.</source>
        <translation>Ce qui a été confirmé au début reste confirmé.</translation>
    </message>
    <message>
        <source>Go on with a run</source>
        <translation>Poursuivre une exécution</translation>
    </message>
    <message>
        <source>Go on with this run?</source>
        <translation>Poursuivre cette exécution&#xa0;?</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Continuer l’écriture</translation>
    </message>
    <message>
        <source>Retry failed only</source>
        <translation>Réessayer les échecs seulement</translation>
    </message>
    <message numerus="yes">
        <source>Write those %Ln person(s) again that were rejected?</source>
        <translation>
            <numerusform>Écrire à nouveau %Ln personne rejetée&#xa0;?</numerusform>
            <numerusform>Écrire à nouveau les %Ln personnes rejetées&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their rows are read and compared once more before; nobody else is written.</source>
        <translation>Leurs lignes sont relues et comparées encore une fois avant&#xa0;; personne d’autre n’est écrit.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Save the report, without what tells who people are</source>
        <translation>Enregistrer le rapport, sans ce qui permet d’identifier les personnes</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Reports (*.%1);;All files (*)</source>
        <translation>Rapports (*.%1);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Back to what became of the run</source>
        <translation>Revenir au résultat de l’exécution</translation>
    </message>
    <message>
        <source>Choose again whom the resync is about; this plan is kept</source>
        <translation>Choisir à nouveau qui la resynchronisation concerne ; ce plan est conservé</translation>
    </message>
    <message>
        <source>What an earlier run has written is not known: its file could not be opened.</source>
        <translation>Ce qu’une exécution précédente a écrit n’est pas connu : son fichier n’a pas pu être ouvert.</translation>
    </message>
</context>
<context>
    <name>gui::ReviewPanel</name>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Show everybody of the plan</source>
        <translation>Afficher tout le monde dans le plan</translation>
    </message>
    <message>
        <source>To be created</source>
        <translation>À créer</translation>
    </message>
    <message>
        <source>To be updated</source>
        <translation>À mettre à jour</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Inchangé</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Invalide</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>Become contactable</source>
        <translation>Deviennent joignables</translation>
    </message>
    <message>
        <source>Stop being contactable</source>
        <translation>Cessent d’être joignables</translation>
    </message>
    <message>
        <source>Lack required columns</source>
        <translation>Sans toutes les colonnes obligatoires</translation>
    </message>
    <message>
        <source>With a warning</source>
        <translation>Avec un avertissement</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissées de côté</translation>
    </message>
    <message>
        <source>&amp;Tick or untick</source>
        <translation>C&amp;ocher ou décocher</translation>
    </message>
    <message>
        <source>&amp;Copy the person’s id</source>
        <translation>&amp;Copier l’ID de la personne</translation>
    </message>
    <message>
        <source>&amp;Preview this person…</source>
        <translation>&amp;Prévisualiser cette personne…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan of %1</source>
        <translation>Plan du %1</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>A filter and how many rows it shows.</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>All reasons</source>
        <translation>Toutes les raisons</translation>
    </message>
    <message>
        <source>The ticks are being changed…</source>
        <translation>Les coches sont en cours de modification…</translation>
    </message>
    <message>
        <source>%1 shown · %2 of %3 ticked</source>
        <extracomment>%1 of all rows are shown; %2 of %3 are ticked</extracomment>
        <translation>%1 affichées · %2 sur %3 cochées</translation>
    </message>
    <message>
        <source>Nobody in the plan matches the filter.</source>
        <translation>Personne dans le plan ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Nobody is in this plan: the source told of nobody whom it is about. Go back and choose others.</source>
        <translation>Personne n’est dans ce plan&#xa0;: la source n’a parlé d’aucune des personnes concernées. Revenez en arrière et choisissez-en d’autres.</translation>
    </message>
    <message>
        <source>All that the filter shows</source>
        <translation>Tout ce que montre le filtre</translation>
    </message>
    <message>
        <source>Everybody of the plan</source>
        <translation>Tout le monde dans le plan</translation>
    </message>
    <message>
        <source>%1: is written by the run</source>
        <translation>%1&#xa0;: est écrit par l’exécution</translation>
    </message>
    <message>
        <source>%1: is left out of the run</source>
        <translation>%1&#xa0;: est laissé de côté par l’exécution</translation>
    </message>
    <message>
        <source>This plan was not finished: not everybody is in it. Let it be planned to the end first.</source>
        <translation>Ce plan n’a pas été terminé&#xa0;: tout le monde n’y est pas. Laissez d’abord la planification aller jusqu’au bout.</translation>
    </message>
    <message>
        <source>This plan’s run has begun. Go on with that run, or make a new plan.</source>
        <translation>L’exécution de ce plan a commencé. Poursuivez cette exécution, ou faites un nouveau plan.</translation>
    </message>
    <message>
        <source>This plan was run already. Make a new one.</source>
        <translation>Ce plan a déjà été exécuté. Faites-en un nouveau.</translation>
    </message>
    <message>
        <source>This plan was made for another environment (%1). It can be looked at here, but not run.</source>
        <translation>Ce plan a été fait pour un autre environnement (%1). Il peut être consulté ici, mais pas exécuté.</translation>
    </message>
    <message>
        <source>This is a production environment. Unlock writing at the top of the window first.</source>
        <translation>C’est un environnement de production. Déverrouillez d’abord l’écriture en haut de la fenêtre.</translation>
    </message>
    <message numerus="yes">
        <source>R&amp;un %Ln change(s)…</source>
        <translation>
            <numerusform>E&amp;xécuter %Ln modification…</numerusform>
            <numerusform>E&amp;xécuter %Ln modifications…</numerusform>
        </translation>
    </message>
    <message>
        <source>R&amp;un…</source>
        <translation>E&amp;xécuter…</translation>
    </message>
    <message>
        <source>You see once more what will be written, and confirm it</source>
        <translation>Vous voyez encore une fois ce qui sera écrit, et le confirmez</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Lecture en cours…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) selected</source>
        <translation>
            <numerusform>%Ln personne sélectionnée</numerusform>
            <numerusform>%Ln personnes sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>The values of the first %1 are shown.</source>
        <translation>Les valeurs des %1 premières personnes sont affichées.</translation>
    </message>
    <message>
        <source>All values say already what they should.</source>
        <translation>Toutes les valeurs disent déjà ce qu’elles doivent dire.</translation>
    </message>
    <message>
        <source>Nothing is written for this person.</source>
        <translation>Rien n’est écrit pour cette personne.</translation>
    </message>
    <message>
        <source>So many rows cannot be ticked one by one.</source>
        <translation>Autant de lignes ne peuvent pas être cochées une par une.</translation>
    </message>
    <message>
        <source>Choose at most %1, or use a filter and tick all that it shows.</source>
        <translation>Choisissez-en %1 au plus, ou utilisez un filtre et cochez tout ce qu’il montre.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche en cours…</translation>
    </message>
    <message>
        <source>Plan of %1 to take a run back</source>
        <translation>Plan du %1 pour annuler une exécution</translation>
    </message>
    <message>
        <source>Nothing is written for those who are shown</source>
        <translation>Rien n’est écrit pour les personnes affichées</translation>
    </message>
    <message>
        <source>Once a plan was begun, nobody can be left out any more</source>
        <translation>Une fois un plan commencé, plus personne ne peut être laissé de côté</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the selected rows were not read yet and stay as they were.</source>
        <translation>
            <numerusform>%Ln des lignes sélectionnées n’a pas encore été lue et reste telle quelle.</numerusform>
            <numerusform>%Ln des lignes sélectionnées n’ont pas encore été lues et restent telles quelles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scroll through them first, or use a filter and tick all that it shows.</source>
        <translation>Faites-les d’abord défiler, ou utilisez un filtre et cochez tout ce qu’il affiche.</translation>
    </message>
</context>
<context>
    <name>gui::RunPanel</name>
    <message>
        <source>%1 of %2 rows looked at</source>
        <translation>%1 lignes examinées sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) looked at</source>
        <translation>
            <numerusform>%Ln ligne examinée</numerusform>
            <numerusform>%Ln lignes examinées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) written into the file</source>
        <translation>
            <numerusform>%Ln personne écrite dans le fichier</numerusform>
            <numerusform>%Ln personnes écrites dans le fichier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) planned</source>
        <translation>
            <numerusform>%Ln personne planifiée</numerusform>
            <numerusform>%Ln personnes planifiées</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 % of the source read</source>
        <extracomment>%1: &quot;1,204 people planned&quot;, %2: a percentage of what is to be read.</extracomment>
        <translation>%1, %2&#xa0;% de la source lus</translation>
    </message>
    <message>
        <source>%1 of %2 people done</source>
        <translation>%1 personnes traitées sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) done</source>
        <translation>
            <numerusform>%Ln personne traitée</numerusform>
            <numerusform>%Ln personnes traitées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>encore quelques secondes</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>encore %1 environ</translation>
    </message>
    <message>
        <source>between %1 and %2 left</source>
        <extracomment>Both are spans of time: &quot;3 minutes&quot;, &quot;2 hours&quot;.</extracomment>
        <translation>encore entre %1 et %2</translation>
    </message>
    <message>
        <source>Asking both ends what they have</source>
        <translation>Interrogation des deux côtés sur ce qu’ils contiennent</translation>
    </message>
    <message>
        <source>Finishing what is on its way</source>
        <translation>Achèvement de ce qui est en route</translation>
    </message>
    <message>
        <source>Planning to take the run back</source>
        <translation>Planification de l’annulation de l’exécution</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Écriture du rapport</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Suspe&amp;ndre</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>On their way now</source>
        <translation>En route maintenant</translation>
    </message>
    <message>
        <source>Allowed at once</source>
        <translation>Permises à la fois</translation>
    </message>
    <message>
        <source>Rows in one request</source>
        <translation>Lignes dans une requête</translation>
    </message>
    <message>
        <source>Sent so far</source>
        <translation>Envoyées jusqu’ici</translation>
    </message>
    <message>
        <source>Told to wait (429)</source>
        <translation>Attentes demandées (429)</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>Lignes par seconde</translation>
    </message>
    <message>
        <source>People per second</source>
        <translation>Personnes par seconde</translation>
    </message>
    <message>
        <source>%1 Where the chart is marked, something had to be waited for.</source>
        <translation>%1 Là où le graphique est marqué, il a fallu attendre.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Continuer l’écriture</translation>
    </message>
    <message>
        <source>What is on its way is finished; nothing more is sent</source>
        <translation>Ce qui est en route est terminé&#xa0;; plus rien n’est envoyé</translation>
    </message>
    <message>
        <source>Cance&amp;l…</source>
        <translation>Interro&amp;mpre…</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Interro&amp;mpre</translation>
    </message>
    <message>
        <source>What is on its way is finished first</source>
        <translation>Ce qui est en route est d’abord terminé</translation>
    </message>
    <message>
        <source>Stop here; what was written stays, and the rest can be written later</source>
        <translation>S’arrêter ici&#xa0;; ce qui a été écrit reste, et le reste pourra être écrit plus tard</translation>
    </message>
    <message>
        <source>Stop here; what was done is kept</source>
        <translation>S’arrêter ici&#xa0;; ce qui a été fait est gardé</translation>
    </message>
    <message>
        <source>Paused by you. Nothing is sent until you resume.</source>
        <translation>Mis en pause par vous. Rien n’est envoyé jusqu’à ce que vous repreniez.</translation>
    </message>
    <message>
        <source>What is on its way is finished first.</source>
        <translation>Ce qui est en route est d’abord terminé.</translation>
    </message>
    <message numerus="yes">
        <source>%1 It goes on in %n second(s).</source>
        <translation>
            <numerusform>%1 Reprise dans %n seconde.</numerusform>
            <numerusform>%1 Reprise dans %n secondes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ScopeForm</name>
    <message>
        <source>any</source>
        <translation>n’importe laquelle</translation>
    </message>
    <message>
        <source>JSON, JSON lines, also packed with gzip. You can drop files and folders here.</source>
        <translation>JSON, JSON lines, aussi compressés avec gzip. Vous pouvez déposer des fichiers et des dossiers ici.</translation>
    </message>
    <message>
        <source>Read a list of people</source>
        <translation>Lire une liste de personnes</translation>
    </message>
    <message>
        <source>Text and CSV files (*.txt *.csv *.tsv);;All files (*)</source>
        <translation>Fichiers texte et CSV (*.txt *.csv *.tsv);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Add export files</source>
        <translation>Ajouter des fichiers d’export</translation>
    </message>
    <message>
        <source>Exports (*.json *.jsonl *.ndjson *.gz);;All files (*)</source>
        <translation>Exports (*.json *.jsonl *.ndjson *.gz);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Add a folder of export files</source>
        <translation>Ajouter un dossier de fichiers d’export</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Ouvrir un plan</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln failed)</source>
        <extracomment>An earlier resync: when it was, and how many it could not write.</extracomment>
        <translation>
            <numerusform>%1 (%Ln échec)</numerusform>
            <numerusform>%1 (%Ln échecs)</numerusform>
        </translation>
    </message>
    <message>
        <source>the last resync of everybody (%1)</source>
        <translation>la dernière resynchronisation de tout le monde (%1)</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>une date</translation>
    </message>
    <message>
        <source>The purposes are being loaded…</source>
        <translation>Les finalités sont en cours de chargement…</translation>
    </message>
    <message>
        <source>The purposes are not loaded yet: use “Load columns and purposes” in the menu “Integration”.</source>
        <translation>Les finalités ne sont pas encore chargées&#xa0;: utilisez «&#xa0;Charger colonnes et finalités&#xa0;» dans le menu «&#xa0;Intégration&#xa0;».</translation>
    </message>
    <message>
        <source>The list is still being read.</source>
        <translation>La liste est encore en cours de lecture.</translation>
    </message>
    <message>
        <source>Say who it is about: paste ids, or read a list.</source>
        <translation>Dites qui est concerné&#xa0;: collez des ID, ou lisez une liste.</translation>
    </message>
    <message>
        <source>Choose a moment that has passed: nobody can have changed anything since then.</source>
        <translation>Choisissez un moment passé&#xa0;: personne ne peut avoir modifié quoi que ce soit depuis celui-ci.</translation>
    </message>
    <message>
        <source>No earlier resync has failed for anybody.</source>
        <translation>Aucune resynchronisation antérieure n’a échoué pour qui que ce soit.</translation>
    </message>
    <message>
        <source>Tick at least one purpose, or do not ask for purposes.</source>
        <translation>Cochez au moins une finalité, ou ne demandez pas de finalités.</translation>
    </message>
    <message>
        <source>Add the export files first.</source>
        <translation>Ajoutez d’abord les fichiers d’export.</translation>
    </message>
    <message>
        <source>Rejected by Dynamics, invalid, or in conflict</source>
        <translation>Rejetées par Dynamics, invalides ou en conflit</translation>
    </message>
    <message>
        <source>Didomi cannot be asked for this: all its users are read, and who changed nothing since is left out.</source>
        <translation>On ne peut pas demander cela à Didomi&#xa0;: tous ses utilisateurs sont lus, et ceux qui n’ont rien modifié depuis sont laissés de côté.</translation>
    </message>
    <message>
        <source>%1, as usual</source>
        <extracomment>%1 is the name of a regulation: gdpr</extracomment>
        <translation>%1, comme d’habitude</translation>
    </message>
    <message>
        <source>The list is being read…</source>
        <translation>La liste est en cours de lecture…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) in the list.</source>
        <translation>
            <numerusform>%Ln personne dans la liste.</numerusform>
            <numerusform>%Ln personnes dans la liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) in “%1”.</source>
        <translation>
            <numerusform>%Ln personne dans «&#xa0;%1&#xa0;».</numerusform>
            <numerusform>%Ln personnes dans «&#xa0;%1&#xa0;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s).</source>
        <translation>
            <numerusform>%Ln personne.</numerusform>
            <numerusform>%Ln personnes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stood there more than once.</source>
        <translation>
            <numerusform>%Ln y figurait plus d’une fois.</numerusform>
            <numerusform>%Ln y figuraient plus d’une fois.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) cannot be an id and is (are) left out.</source>
        <translation>
            <numerusform>%Ln ligne ne peut pas être un ID et est laissée de côté.</numerusform>
            <numerusform>%Ln lignes ne peuvent pas être un ID et sont laissées de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>A resync compares what Didomi knows of people with what Dynamics has, and shows every change first. Nothing is written until you confirm it.</source>
        <translation>Une resynchronisation compare ce que Didomi sait des personnes avec ce que contient Dynamics, et montre d’abord chaque changement. Rien n’est écrit avant votre confirmation.</translation>
    </message>
    <message>
        <source>Plans (*.cbplan);;All files (*)</source>
        <translation>Plans (*.cbplan);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Reads, compares, and shows what would be written; nothing is written yet</source>
        <translation>Lit, compare, et montre ce qui serait écrit&#xa0;; rien n’est encore écrit</translation>
    </message>
</context>
<context>
    <name>gui::SecretField</name>
    <message>
        <source>Show what you typed</source>
        <translation>Montrer ce que vous avez saisi</translation>
    </message>
    <message>
        <source>Show or hide: %1</source>
        <translation>Montrer ou masquer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Kept; type to replace it</source>
        <translation>Gardé&#xa0;; saisissez pour le remplacer</translation>
    </message>
    <message>
        <source>the system’s keychain</source>
        <translation>le trousseau du système</translation>
    </message>
    <message>
        <source>Used for tests until you save or revert; Practice keeps its own secret.</source>
        <translation>Utilisé pour les tests jusqu’à ce que vous enregistriez ou rétablissiez&#xa0;; l’entraînement garde son propre secret.</translation>
    </message>
    <message>
        <source>Will be kept for this session only: %1</source>
        <translation>Sera gardé pour cette session seulement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Will be kept in %1 when you save.</source>
        <translation>Sera gardé dans %1 quand vous enregistrerez.</translation>
    </message>
    <message>
        <source>No keychain: a secret is kept for this session only. %1</source>
        <translation>Pas de trousseau&#xa0;: un secret est gardé pour cette session seulement. %1</translation>
    </message>
    <message>
        <source>Never written to a file: kept in %1.</source>
        <translation>Jamais écrit dans un fichier&#xa0;: gardé dans %1.</translation>
    </message>
    <message>
        <source>Kept in %1.</source>
        <translation>Gardé dans %1.</translation>
    </message>
    <message>
        <source>Made up for this session.</source>
        <translation>Inventé pour cette session.</translation>
    </message>
    <message>
        <source>Kept for this session only: enter it again after a restart.</source>
        <translation>Gardé pour cette session seulement&#xa0;: saisissez-le à nouveau après un redémarrage.</translation>
    </message>
    <message>
        <source>Kept for this session only: %1</source>
        <translation>Gardé pour cette session seulement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Read from the environment variable %1.</source>
        <translation>Lu dans la variable d’environnement %1.</translation>
    </message>
    <message>
        <source>Read from the file %1.</source>
        <translation>Lu dans le fichier %1.</translation>
    </message>
</context>
<context>
    <name>gui::Session</name>
    <message>
        <source>Keeping the secret</source>
        <translation>Mise en sécurité du secret</translation>
    </message>
    <message>
        <source>Reading the secrets</source>
        <translation>Lecture des secrets</translation>
    </message>
    <message>
        <source>Loading columns, purposes and preferences</source>
        <translation>Chargement des colonnes, finalités et préférences</translation>
    </message>
    <message>
        <source>Settling writes of an earlier session</source>
        <translation>Règlement des écritures d’une session précédente</translation>
    </message>
</context>
<context>
    <name>gui::StateTable</name>
    <message>
        <source>Given</source>
        <translation>Donné</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>No choice</source>
        <translation>Aucun choix</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>What “%1” does</source>
        <translation>Ce que fait « %1 »</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>écrit</translation>
    </message>
    <message>
        <source>writes as usual</source>
        <translation>écrit comme d’habitude</translation>
    </message>
    <message>
        <source>leaves the column alone</source>
        <translation>laisse la colonne telle quelle</translation>
    </message>
    <message>
        <source>empties the column</source>
        <translation>vide la colonne</translation>
    </message>
    <message>
        <source>What “%1” writes</source>
        <translation>Ce que « %1 » écrit</translation>
    </message>
</context>
<context>
    <name>gui::StepTrail</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <extracomment>For screen readers; %3 is the step&apos;s name.</extracomment>
        <translation>Étape %1 sur %2&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>gui::SuggestDialog</name>
    <message>
        <source>Guessed from names. Tick what is meant; which way round a yes/no column is written is asked for each row afterwards.</source>
        <translation>Deviné d’après les noms. Cochez ce qui est voulu&#xa0;; le sens dans lequel une colonne oui/non est écrite est demandé ensuite pour chaque ligne.</translation>
    </message>
    <message>
        <source>No column that is still free resembles anything in Didomi.</source>
        <translation>Aucune colonne encore libre ne ressemble à quoi que ce soit dans Didomi.</translation>
    </message>
    <message>
        <source>Add what is ticked</source>
        <translation>Ajouter ce qui est coché</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>gui::TargetDialog</name>
    <message>
        <source>an alternate key</source>
        <translation>une clé alternative</translation>
    </message>
    <message>
        <source>searching a column</source>
        <translation>recherche dans une colonne</translation>
    </message>
    <message>
        <source>the row’s own id</source>
        <translation>l’ID de la ligne elle-même</translation>
    </message>
    <message>
        <source>What becomes of it before it is looked for</source>
        <translation>Ce qu’il en devient avant la recherche</translation>
    </message>
    <message>
        <source>Off: consents of people without a row are skipped and counted.</source>
        <translation>Désactivé&#xa0;: les consentements des personnes sans ligne sont ignorés et comptés.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>Reçoit</translation>
    </message>
    <message>
        <source>Consent is stored for an address, not for a person: say where the address of each channel comes from.</source>
        <translation>Le consentement est enregistré pour une adresse, pas pour une personne&#xa0;: dites d’où vient l’adresse de chaque canal.</translation>
    </message>
    <message>
        <source>%1: where the address comes from</source>
        <translation>%1&#xa0;: d’où vient l’adresse</translation>
    </message>
    <message>
        <source>%1: column or key</source>
        <translation>%1&#xa0;: colonne ou clé</translation>
    </message>
    <message>
        <source>a column of the row</source>
        <translation>une colonne de la ligne</translation>
    </message>
    <message>
        <source>the organization_user_id</source>
        <translation>l’organization_user_id</translation>
    </message>
    <message>
        <source>Didomi’s metadata</source>
        <translation>une métadonnée de Didomi</translation>
    </message>
    <message>
        <source>Reading the table…</source>
        <translation>Lecture de la table…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n colonne</numerusform>
            <numerusform>%n colonnes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: where it comes from</source>
        <translation>%1&#xa0;: d’où cela vient</translation>
    </message>
    <message>
        <source>is always</source>
        <translation>est toujours</translation>
    </message>
    <message>
        <source>is Didomi’s metadata</source>
        <translation>est une métadonnée de Didomi</translation>
    </message>
    <message>
        <source>%1: value or key</source>
        <translation>%1&#xa0;: valeur ou clé</translation>
    </message>
    <message>
        <source>Several rows with the same value are a conflict: nothing is written.</source>
        <translation>Plusieurs lignes avec la même valeur sont un conflit&#xa0;: rien n’est écrit.</translation>
    </message>
    <message>
        <source>One row at most.</source>
        <translation>Une ligne au plus.</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Colonne %1</translation>
    </message>
    <message>
        <source>What column %1 gets</source>
        <translation>Ce que reçoit la colonne %1</translation>
    </message>
    <message>
        <source>Required, and nothing fills it yet: %1.</source>
        <translation>Obligatoire, et rien ne le remplit encore&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Every required column is filled.</source>
        <translation>Chaque colonne obligatoire est remplie.</translation>
    </message>
    <message>
        <source>key</source>
        <translation>clé</translation>
    </message>
    <message>
        <source>Mapped, but without an address that is there: %1.</source>
        <translation>En correspondance, mais sans adresse qui existe&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>gui::TestBench</name>
    <message>
        <source>Not tested yet</source>
        <translation>Pas encore testé</translation>
    </message>
    <message>
        <source>Passed · %1</source>
        <translation>Réussi · %1</translation>
    </message>
    <message>
        <source>Passed with warnings · %1</source>
        <translation>Réussi avec avertissements · %1</translation>
    </message>
    <message>
        <source>Failed · %1</source>
        <translation>Échec · %1</translation>
    </message>
    <message>
        <source>Test stopped · %1</source>
        <translation>Test arrêté · %1</translation>
    </message>
    <message>
        <source>Testing the connection</source>
        <translation>Test de la connexion</translation>
    </message>
</context>
<context>
    <name>gui::TransformList</name>
    <message>
        <source>Step %1: what it does</source>
        <translation>Étape %1&#xa0;: ce qu’elle fait</translation>
    </message>
    <message>
        <source>Step %1: earlier</source>
        <translation>Étape %1&#xa0;: plus tôt</translation>
    </message>
    <message>
        <source>Step %1: later</source>
        <translation>Étape %1&#xa0;: plus tard</translation>
    </message>
    <message>
        <source>Step %1: remove</source>
        <translation>Étape %1&#xa0;: supprimer</translation>
    </message>
    <message>
        <source>Step %1: date format</source>
        <translation>Étape %1&#xa0;: format de date</translation>
    </message>
    <message>
        <source>Step %1: text</source>
        <translation>Étape %1&#xa0;: texte</translation>
    </message>
    <message>
        <source>May name: %1</source>
        <translation>Peut nommer&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>httpd::Server</name>
    <message>
        <source>No server could be started at %1.</source>
        <translation>Aucun serveur n’a pu être démarré sur %1.</translation>
    </message>
    <message>
        <source>Another program uses port %1: choose another one, or 0 for any free one.</source>
        <translation>Un autre programme utilise le port %1&#xa0;: choisissez-en un autre, ou 0 pour n’importe quel port libre.</translation>
    </message>
    <message>
        <source>Check the address, the port and the certificate.</source>
        <translation>Vérifiez l’adresse, le port et le certificat.</translation>
    </message>
</context>
<context>
    <name>keychain::KeyringCheck</name>
    <message>
        <source>No keychain runs on this computer: nothing on the session bus offers “org.freedesktop.secrets”.</source>
        <translation>Aucun trousseau ne tourne sur cet ordinateur&#xa0;: rien sur le bus de session n’offre «&#xa0;org.freedesktop.secrets&#xa0;».</translation>
    </message>
    <message>
        <source>Install GNOME Keyring or KWallet and sign in again; without a desktop, name a variable (env:NAME) or a file (file:PATH) that holds the secret.</source>
        <translation>Installez GNOME Keyring ou KWallet et ouvrez une nouvelle session&#xa0;; sans bureau, nommez une variable (env:NAME) ou un fichier (file:PATH) qui contient le secret.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Le trousseau ne répond pas.</translation>
    </message>
    <message>
        <source>Look for a window that asks for its password, or sign out and in again.</source>
        <translation>Cherchez une fenêtre qui demande son mot de passe, ou fermez et rouvrez votre session.</translation>
    </message>
    <message>
        <source>The keychain could not be reached.</source>
        <translation>Le trousseau n’a pas pu être joint.</translation>
    </message>
    <message>
        <source>Sign out and in again; the details tell what the session bus said.</source>
        <translation>Fermez et rouvrez votre session&#xa0;; les détails donnent les mots du bus de session.</translation>
    </message>
    <message>
        <source>GNOME Keyring (Secret Service)</source>
        <translation>GNOME Keyring (Secret Service)</translation>
    </message>
    <message>
        <source>KWallet (Secret Service)</source>
        <translation>KWallet (Secret Service)</translation>
    </message>
    <message>
        <source>KeePassXC (Secret Service)</source>
        <translation>KeePassXC (Secret Service)</translation>
    </message>
    <message>
        <source>Secret Service</source>
        <translation>Secret Service</translation>
    </message>
    <message>
        <source>There is no session bus (D-Bus), so the keychain cannot be reached.</source>
        <translation>Il n’y a pas de bus de session (D-Bus)&#xa0;; le trousseau ne peut donc pas être joint.</translation>
    </message>
    <message>
        <source>Start the program within a desktop session; without one, name a variable (env:NAME) or a file (file:PATH) that holds the secret.</source>
        <translation>Lancez le programme dans une session de bureau&#xa0;; sinon, nommez une variable (env:NAME) ou un fichier (file:PATH) qui contient le secret.</translation>
    </message>
    <message>
        <source>KWallet</source>
        <translation>KWallet</translation>
    </message>
    <message>
        <source>The keychain cannot be used while the variable QT_NO_GLIB is set.</source>
        <translation>Le trousseau ne peut pas être utilisé tant que la variable QT_NO_GLIB est définie.</translation>
    </message>
    <message>
        <source>Start the program without that variable.</source>
        <translation>Lancez le programme sans cette variable.</translation>
    </message>
    <message>
        <source>The library libsecret is missing, so the keychain cannot be used.</source>
        <translation>La bibliothèque libsecret manque&#xa0;; le trousseau ne peut donc pas être utilisé.</translation>
    </message>
    <message>
        <source>Install it; on Debian and Ubuntu the package is libsecret-1-0.</source>
        <translation>Installez-la&#xa0;; sur Debian et Ubuntu le paquet est libsecret-1-0.</translation>
    </message>
    <message>
        <source>The keychain has no keyring for new secrets yet.</source>
        <translation>Le trousseau n’a pas encore de porte-clés pour de nouveaux secrets.</translation>
    </message>
    <message>
        <source>Open the program “Passwords and Keys”, create a keyring and make it the default one.</source>
        <translation>Ouvrez le programme «&#xa0;Mots de passe et clés&#xa0;», créez un trousseau et faites-en celui par défaut.</translation>
    </message>
    <message>
        <source>The keychain is locked: %1.</source>
        <translation>Le trousseau est verrouillé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Unlock it, for example in the program “Passwords and Keys” or by signing out and in again, and try again.</source>
        <translation>Déverrouillez-le, par exemple dans le programme «&#xa0;Mots de passe et clés&#xa0;» ou en rouvrant votre session, et réessayez.</translation>
    </message>
    <message>
        <source>macOS Keychain</source>
        <translation>Trousseau macOS</translation>
    </message>
    <message>
        <source>Windows Credential Manager</source>
        <translation>Gestionnaire d’identification Windows</translation>
    </message>
</context>
<context>
    <name>keychain::OutsideSecret</name>
    <message>
        <source>The environment variable “%1” is empty.</source>
        <translation>La variable d’environnement «&#xa0;%1&#xa0;» est vide.</translation>
    </message>
    <message>
        <source>The environment variable “%1” is not set.</source>
        <translation>La variable d’environnement «&#xa0;%1&#xa0;» n’est pas définie.</translation>
    </message>
    <message>
        <source>Set it to the secret before you start the program.</source>
        <translation>Donnez-lui le secret avant de lancer le programme.</translation>
    </message>
    <message>
        <source>There is no file “%1” to take the secret from.</source>
        <translation>Il n’y a pas de fichier «&#xa0;%1&#xa0;» où prendre le secret.</translation>
    </message>
    <message>
        <source>Create it with the secret as its first line, or correct the reference.</source>
        <translation>Créez-le avec le secret en première ligne, ou corrigez la référence.</translation>
    </message>
    <message>
        <source>The file “%1” with the secret could not be opened.</source>
        <translation>Le fichier «&#xa0;%1&#xa0;» qui contient le secret n’a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>Check that it is a file and that you may read it.</source>
        <translation>Vérifiez que c’est un fichier et que vous pouvez le lire.</translation>
    </message>
    <message>
        <source>The file “%1” with the secret could not be read.</source>
        <translation>Le fichier «&#xa0;%1&#xa0;» qui contient le secret n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>Check that it is a file and that its disk works.</source>
        <translation>Vérifiez que c’est un fichier et que son disque fonctionne.</translation>
    </message>
    <message>
        <source>The file “%1” is larger than 64 KB; it cannot hold just a secret.</source>
        <translation>Le fichier «&#xa0;%1&#xa0;» dépasse 64 Ko&#xa0;; il ne peut pas contenir qu’un secret.</translation>
    </message>
    <message>
        <source>Name a file whose first line is the secret.</source>
        <translation>Nommez un fichier dont la première ligne est le secret.</translation>
    </message>
    <message>
        <source>The first line of the file “%1” is empty.</source>
        <translation>La première ligne du fichier «&#xa0;%1&#xa0;» est vide.</translation>
    </message>
    <message>
        <source>Write the secret into its first line.</source>
        <translation>Écrivez le secret dans sa première ligne.</translation>
    </message>
</context>
<context>
    <name>keychain::SystemSecretStore</name>
    <message>
        <source>No secret was entered.</source>
        <translation>Aucun secret n’a été saisi.</translation>
    </message>
    <message>
        <source>Enter the secret.</source>
        <translation>Saisissez le secret.</translation>
    </message>
    <message>
        <source>The secret was kept only until the program ended, and is gone.</source>
        <translation>Le secret n’était gardé que jusqu’à la fin du programme, et n’est plus là.</translation>
    </message>
    <message>
        <source>Enter the secret again.</source>
        <translation>Saisissez à nouveau le secret.</translation>
    </message>
    <message>
        <source>The keychain does not hold this secret; it was never entered here, or was deleted elsewhere.</source>
        <translation>Le trousseau ne contient pas ce secret&#xa0;; il n’a jamais été saisi ici, ou a été supprimé ailleurs.</translation>
    </message>
    <message>
        <source>The keychain denied access: it is locked, or its question was answered with no.</source>
        <translation>Le trousseau a refusé l’accès&#xa0;: il est verrouillé, ou l’on a répondu non à sa question.</translation>
    </message>
    <message>
        <source>Unlock the keychain and allow access, then try again.</source>
        <translation>Déverrouillez le trousseau et autorisez l’accès, puis réessayez.</translation>
    </message>
    <message>
        <source>This system has no keychain that could be used.</source>
        <translation>Ce système n’a pas de trousseau utilisable.</translation>
    </message>
    <message>
        <source>Name a variable (env:NAME) or a file (file:PATH) that holds the secret.</source>
        <translation>Nommez une variable (env:NAME) ou un fichier (file:PATH) qui contient le secret.</translation>
    </message>
    <message>
        <source>The keychain could not be used.</source>
        <translation>Le trousseau n’a pas pu être utilisé.</translation>
    </message>
    <message>
        <source>Try again; if that does not help, sign out and in again.</source>
        <translation>Réessayez&#xa0;; si cela n’aide pas, fermez et rouvrez votre session.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time; it may be waiting for its password.</source>
        <translation>Le trousseau n’a pas répondu à temps&#xa0;; il attend peut-être son mot de passe.</translation>
    </message>
    <message>
        <source>Look for a window that asks for the keychain&apos;s password, answer it and try again.</source>
        <translation>Cherchez une fenêtre qui demande le mot de passe du trousseau, répondez-y et réessayez.</translation>
    </message>
</context>
<context>
    <name>mapping::Cell</name>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>The person&apos;s value</source>
        <translation>La valeur de la personne</translation>
    </message>
    <message>
        <source>The text for %1 holds a control character at place %2 (U+%3).</source>
        <translation>Le texte pour %1 contient un caractère de contrôle à la position %2 (U+%3).</translation>
    </message>
    <message>
        <source>Correct the text where it comes from.</source>
        <translation>Corrigez le texte là d’où il vient.</translation>
    </message>
    <message>
        <source>The text for %1 has %2 characters; the column takes at most %3.</source>
        <translation>Le texte pour %1 a %2 caractères&#xa0;; la colonne en prend au plus %3.</translation>
    </message>
    <message>
        <source>Make the column longer in Dataverse, or choose a longer one.</source>
        <translation>Allongez la colonne dans Dataverse, ou choisissez-en une plus longue.</translation>
    </message>
    <message>
        <source>%1 does not fit %2, which takes %3 to %4.</source>
        <translation>%1 ne convient pas à %2, qui prend de %3 à %4.</translation>
    </message>
    <message>
        <source>Correct the value, or widen the column&apos;s range in Dataverse.</source>
        <translation>Corrigez la valeur, ou élargissez la plage de la colonne dans Dataverse.</translation>
    </message>
    <message>
        <source>%1 is not a whole number, as %2 needs it.</source>
        <translation>%1 n’est pas un nombre entier, comme il en faut pour %2.</translation>
    </message>
    <message>
        <source>Give digits only, or choose another column.</source>
        <translation>Donnez seulement des chiffres, ou choisissez une autre colonne.</translation>
    </message>
    <message>
        <source>%1 is not a number, as %2 needs it.</source>
        <translation>%1 n’est pas un nombre, comme il en faut pour %2.</translation>
    </message>
    <message>
        <source>Write it like 12.50: digits and a point, no exponent, no thousands separators.</source>
        <translation>Écrivez-le comme 12.50&#xa0;: des chiffres et un point, sans exposant ni séparateur de milliers.</translation>
    </message>
    <message>
        <source>%1 has %2 decimals; %3 keeps %4, and Dataverse would round it.</source>
        <translation>%1 a %2 décimales&#xa0;; %3 en garde %4, et Dataverse arrondirait.</translation>
    </message>
    <message>
        <source>Round the value where it comes from, or raise the column&apos;s precision in Dataverse.</source>
        <translation>Arrondissez la valeur là d’où elle vient, ou augmentez la précision de la colonne dans Dataverse.</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>n’importe quel nombre</translation>
    </message>
    <message>
        <source>%1 is neither true nor false, as %2 needs it.</source>
        <translation>%1 n’est ni vrai ni faux, comme il le faut pour %2.</translation>
    </message>
    <message>
        <source>Choose a value that is given or refused, or another column.</source>
        <translation>Choisissez une valeur donnée ou refusée, ou une autre colonne.</translation>
    </message>
    <message>
        <source>%1 is the label of an option of %2; Dataverse takes its value.</source>
        <translation>%1 est le libellé d’une option de %2&#xa0;; Dataverse prend sa valeur.</translation>
    </message>
    <message>
        <source>Use %1.</source>
        <translation>Utilisez %1.</translation>
    </message>
    <message>
        <source>%1 has no options, so %2 cannot be one.</source>
        <translation>%1 n’a pas d’options&#xa0;; %2 ne peut donc pas en être une.</translation>
    </message>
    <message>
        <source>Read the columns again, or choose another column.</source>
        <translation>Relisez les colonnes, ou choisissez une autre colonne.</translation>
    </message>
    <message>
        <source>%1 is not an option of %2.</source>
        <translation>%1 n’est pas une option de %2.</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>Utilisez l’une de&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 is not a moment, as %2 needs it.</source>
        <translation>%1 n’est pas un moment, comme il en faut pour %2.</translation>
    </message>
    <message>
        <source>Write it like 2026-11-20T09:58:12Z.</source>
        <translation>Écrivez-le comme 2026-11-20T09:58:12Z.</translation>
    </message>
    <message>
        <source>%1 does not say its time zone, which %2 needs.</source>
        <translation>%1 ne dit pas son fuseau horaire, dont %2 a besoin.</translation>
    </message>
    <message>
        <source>End it with Z for UTC, or with an offset such as +01:00.</source>
        <translation>Terminez par Z pour UTC, ou par un décalage comme +01:00.</translation>
    </message>
    <message>
        <source>%1 is not a date without a time, as %2 needs it.</source>
        <translation>%1 n’est pas une date sans heure, comme il en faut pour %2.</translation>
    </message>
    <message>
        <source>Write it like 2026-11-20.</source>
        <translation>Écrivez-la comme 2026-11-20.</translation>
    </message>
    <message>
        <source>%1 is not the id of a row, as %2 needs it.</source>
        <translation>%1 n’est pas l’ID d’une ligne, comme il en faut pour %2.</translation>
    </message>
    <message>
        <source>Use the row&apos;s id, like 00000000-0000-0000-0000-000000000000.</source>
        <translation>Utilisez l’ID de la ligne, comme 00000000-0000-0000-0000-000000000000.</translation>
    </message>
    <message>
        <source>It is not known which tables %1 points to.</source>
        <translation>On ne sait pas vers quelles tables pointe %1.</translation>
    </message>
    <message>
        <source>%1 points to several tables (%2), so a bare id is not enough.</source>
        <translation>%1 pointe vers plusieurs tables (%2)&#xa0;; un ID seul ne suffit donc pas.</translation>
    </message>
    <message>
        <source>Put the table before the id, like %1:00000000-0000-0000-0000-000000000000.</source>
        <translation>Mettez la table devant l’ID, comme %1:00000000-0000-0000-0000-000000000000.</translation>
    </message>
    <message>
        <source>%1 does not point to the table that the value names.</source>
        <translation>%1 ne pointe pas vers la table que nomme la valeur.</translation>
    </message>
    <message>
        <source>It is not known how %1 is bound to %2.</source>
        <translation>On ne sait pas comment %1 est lié à %2.</translation>
    </message>
    <message>
        <source>There is nothing to write into %1, and it cannot be empty.</source>
        <translation>Il n’y a rien à écrire dans %1, qui ne peut pas être vide.</translation>
    </message>
    <message>
        <source>Choose another value or another column.</source>
        <translation>Choisissez une autre valeur ou une autre colonne.</translation>
    </message>
    <message>
        <source>%1 cannot be written from a consent.</source>
        <translation>%1 ne peut pas être écrite à partir d’un consentement.</translation>
    </message>
    <message>
        <source>Choose another column.</source>
        <translation>Choisissez une autre colonne.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>%1 cannot be emptied: Dataverse requires it.</source>
        <translation>%1 ne peut pas être vidée&#xa0;: Dataverse l’exige.</translation>
    </message>
    <message>
        <source>Leave the column alone, or choose a value or another column.</source>
        <translation>Laissez la colonne telle quelle, ou choisissez une valeur ou une autre colonne.</translation>
    </message>
    <message>
        <source>It is not known how %1 is emptied.</source>
        <translation>On ne sait pas comment vider %1.</translation>
    </message>
    <message>
        <source>Leave the column alone, or choose another column.</source>
        <translation>Laissez la colonne telle quelle, ou choisissez une autre colonne.</translation>
    </message>
    <message>
        <source>%1 points to several tables (%2), and the mapping does not say to which.</source>
        <translation>%1 pointe vers plusieurs tables (%2), et la correspondance ne dit pas vers laquelle.</translation>
    </message>
    <message>
        <source>Choose the table whose rows are meant.</source>
        <translation>Choisissez la table dont il s’agit de désigner les lignes.</translation>
    </message>
    <message>
        <source>%1 does not point to the table %2.</source>
        <translation>%1 ne pointe pas vers la table %2.</translation>
    </message>
    <message>
        <source>The alternate keys of the table %1 are not known, so its rows cannot be found by %2.</source>
        <translation>Les clés alternatives de la table %1 ne sont pas connues&#xa0;; ses lignes ne peuvent donc pas être trouvées par %2.</translation>
    </message>
    <message>
        <source>Read the columns again, or name rows by their id.</source>
        <translation>Relisez les colonnes, ou désignez les lignes par leur ID.</translation>
    </message>
    <message>
        <source>The alternate key on %1 of the table %2 is not active.</source>
        <translation>La clé alternative sur %1 de la table %2 n’est pas active.</translation>
    </message>
    <message>
        <source>The table %1 has no alternate key on %2 alone.</source>
        <translation>La table %1 n’a pas de clé alternative sur %2 seule.</translation>
    </message>
    <message>
        <source>Name rows by another key, or by their id.</source>
        <translation>Désignez les lignes par une autre clé, ou par leur ID.</translation>
    </message>
    <message>
        <source>%1 holds a control character, so no row of %2 can have it as its %3.</source>
        <translation>%1 contient un caractère de contrôle&#xa0;; aucune ligne de %2 ne peut donc l’avoir comme %3.</translation>
    </message>
</context>
<context>
    <name>mapping::Column</name>
    <message>
        <source>Choose a column from the list; its logical name counts, not its label.</source>
        <translation>Choisissez une colonne dans la liste&#xa0;; c’est son nom logique qui compte, pas son libellé.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Vouliez-vous dire %1&#xa0;?</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>%1 says whether the row is active; a consent must never change that.</source>
        <translation>%1 dit si la ligne est active&#xa0;; un consentement ne doit jamais changer cela.</translation>
    </message>
    <message>
        <source>%1 says who owns the row; a consent must never change that.</source>
        <translation>%1 dit à qui appartient la ligne&#xa0;; un consentement ne doit jamais changer cela.</translation>
    </message>
    <message>
        <source>%1 is an id that Dataverse gives; it cannot be written.</source>
        <translation>%1 est un ID que donne Dataverse&#xa0;; il ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>%1 is of a type that cannot be written from a consent (%2).</source>
        <translation>%1 est d’un type qui ne peut pas être écrit à partir d’un consentement (%2).</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Choose another column.</source>
        <translation>Choisissez une autre colonne.</translation>
    </message>
    <message>
        <source>%1 only mirrors %2; it cannot be written.</source>
        <translation>%1 n’est que le reflet de %2&#xa0;; elle ne peut pas être écrite.</translation>
    </message>
    <message>
        <source>Choose %1 or another column.</source>
        <translation>Choisissez %1 ou une autre colonne.</translation>
    </message>
    <message>
        <source>%1 is calculated by Dataverse; it cannot be written.</source>
        <translation>%1 est calculée par Dataverse&#xa0;; elle ne peut pas être écrite.</translation>
    </message>
    <message>
        <source>%1 cannot be written when a row is created.</source>
        <translation>%1 ne peut pas être écrite à la création d’une ligne.</translation>
    </message>
    <message>
        <source>%1 is read-only: Dataverse does not let it be updated.</source>
        <translation>%1 est en lecture seule&#xa0;: Dataverse n’en permet pas la mise à jour.</translation>
    </message>
</context>
<context>
    <name>mapping::Compare</name>
    <message>
        <source>not confirmed</source>
        <translation>non confirmé</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direct</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>inversé</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>comme d’habitude</translation>
    </message>
    <message>
        <source>the value “%1”</source>
        <translation>la valeur «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>colonne vidée</translation>
    </message>
    <message>
        <source>left alone</source>
        <translation>colonne laissée telle quelle</translation>
    </message>
    <message>
        <source>to Dynamics 365</source>
        <translation>vers Dynamics 365</translation>
    </message>
    <message>
        <source>to Didomi</source>
        <translation>vers Didomi</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>dans les deux sens</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>tel quel</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>It is written into %1; before it was %2.</source>
        <translation>Elle est écrite dans %1&#xa0;; avant, c’était %2.</translation>
    </message>
    <message>
        <source>It takes %1; before it was %2.</source>
        <translation>Elle prend %1&#xa0;; avant, c’était %2.</translation>
    </message>
    <message>
        <source>The way round is %1; before it was %2.</source>
        <translation>Le sens a changé&#xa0;: avant %2, maintenant %1.</translation>
    </message>
    <message>
        <source>“%1” is now %2; before it was %3.</source>
        <extracomment>%1 is one of given, refused, no choice, pending; %2 and %3 such as &quot;cleared&quot;</extracomment>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: maintenant %2, avant %3.</translation>
    </message>
    <message>
        <source>The picked value “%1” becomes %2; before it was %3.</source>
        <translation>La valeur choisie «&#xa0;%1&#xa0;» devient %2&#xa0;; avant, c’était %3.</translation>
    </message>
    <message>
        <source>The text is written %1; before it was written %2.</source>
        <translation>Le texte est écrit %1&#xa0;; avant, il était écrit %2.</translation>
    </message>
    <message>
        <source>It goes %1; before it went %2.</source>
        <translation>Elle va %1&#xa0;; avant, elle allait %2.</translation>
    </message>
    <message>
        <source>Settings that have no effect differ.</source>
        <translation>Des réglages sans effet diffèrent.</translation>
    </message>
    <message>
        <source>%1 is new: it gets %2.</source>
        <translation>%1 est nouvelle&#xa0;: elle reçoit %2.</translation>
    </message>
    <message>
        <source>%1 is mapped otherwise.</source>
        <translation>%1 a une autre correspondance.</translation>
    </message>
    <message>
        <source>%1 is no longer mapped; it got %2.</source>
        <translation>%1 n’a plus de correspondance&#xa0;; elle recevait %2.</translation>
    </message>
    <message>
        <source>There is no %1 “%2”, neither by id nor by name.</source>
        <extracomment>%1 such as &quot;purpose&quot;</extracomment>
        <translation>Il n’y a pas de %1 «&#xa0;%2&#xa0;», ni par ID ni par nom.</translation>
    </message>
    <message>
        <source>The %1 “%2” has the id %3 there.</source>
        <translation>La %1 «&#xa0;%2&#xa0;» a l’ID %3 là-bas.</translation>
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas compris.</translation>
    </message>
    <message>
        <source>Didomi&apos;s purposes and preferences there are not loaded; the ids were kept.</source>
        <translation>Les finalités et préférences de Didomi là-bas ne sont pas chargées&#xa0;; les ID ont été gardés.</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>finalité</translation>
    </message>
    <message>
        <source>preference</source>
        <translation>préférence</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>Nobody has been seen there with the channel “%1” yet.</source>
        <translation>Personne n’y a encore été vu avec le canal «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” would be read as something else there.</source>
        <translation>«&#xa0;%1&#xa0;» y serait lu comme autre chose.</translation>
    </message>
    <message>
        <source>Purposes and topics of Dynamics 365 there are not loaded; the id was kept.</source>
        <translation>Les finalités et rubriques de Dynamics 365 là-bas ne sont pas chargées&#xa0;; l’ID a été gardé.</translation>
    </message>
    <message>
        <source>What the id %1 stands for is not known.</source>
        <translation>On ne sait pas à quoi correspond l’ID %1.</translation>
    </message>
    <message>
        <source>Dynamics 365 has no purpose or topic there that alone is called “%1”.</source>
        <translation>Dynamics 365 n’a là-bas aucune finalité ni rubrique qui soit seule à s’appeler «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” has the id %2 there.</source>
        <translation>«&#xa0;%1&#xa0;» a l’ID %2 là-bas.</translation>
    </message>
    <message>
        <source>Dataverse&apos;s columns there are not loaded; the column was kept.</source>
        <translation>Les colonnes de Dataverse là-bas ne sont pas chargées&#xa0;; la colonne a été gardée.</translation>
    </message>
    <message>
        <source>“%1” is the column %2 there.</source>
        <translation>«&#xa0;%1&#xa0;» est la colonne %2 là-bas.</translation>
    </message>
    <message>
        <source>The table %1 there has no column %2, neither by logical name nor, of the same type, by display name.</source>
        <translation>La table %1 là-bas n’a pas de colonne %2, ni par nom logique ni, du même type, par nom d’affichage.</translation>
    </message>
    <message>
        <source>The columns that %1 comes from are not loaded; its type was not compared.</source>
        <translation>Les colonnes d’où vient %1 ne sont pas chargées&#xa0;; son type n’a pas été comparé.</translation>
    </message>
    <message>
        <source>%1 is a column of another type there.</source>
        <translation>%1 est une colonne d’un autre type là-bas.</translation>
    </message>
    <message>
        <source>One of the names %1 and %2 negates and the other does not: confirm which way round %2 is written.</source>
        <translation>L’un des noms %1 et %2 est une négation et l’autre non&#xa0;: confirmez dans quel sens %2 est écrite.</translation>
    </message>
    <message>
        <source>The option “%1” of %2 has the value %3 there.</source>
        <translation>L’option «&#xa0;%1&#xa0;» de %2 a la valeur %3 là-bas.</translation>
    </message>
    <message>
        <source>The option %1 of %2 is called “%3” there and “%4” here: see whether it means the same.</source>
        <translation>L’option %1 de %2 s’appelle «&#xa0;%3&#xa0;» là-bas et «&#xa0;%4&#xa0;» ici&#xa0;: voyez si elle veut dire la même chose.</translation>
    </message>
    <message>
        <source>%1 has no option “%2” there: it was left out, and must be set anew.</source>
        <translation>%1 n’a pas d’option «&#xa0;%2&#xa0;» là-bas&#xa0;: elle a été laissée de côté et doit être réglée à nouveau.</translation>
    </message>
    <message>
        <source>by its id</source>
        <translation>par son ID</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1 such as &quot;by new_code&quot;, %2 a table</extracomment>
        <translation>%1 dans %2</translation>
    </message>
    <message>
        <source>by an alternate key</source>
        <translation>par une clé alternative</translation>
    </message>
    <message>
        <source>by a search in a column</source>
        <translation>par recherche dans une colonne</translation>
    </message>
    <message>
        <source>by their row id</source>
        <translation>par leur ID de ligne</translation>
    </message>
    <message>
        <source>%1 = “%2”</source>
        <translation>%1 = «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1 = metadata “%2”</source>
        <translation>%1 = métadonnée «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>It is about the channel “%1”; before it was “%2”.</source>
        <translation>Elle concerne le canal «&#xa0;%1&#xa0;»&#xa0;; avant, c’était «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The row that it points to is found %1; before it was found %2.</source>
        <translation>La ligne vers laquelle elle pointe est trouvée %1&#xa0;; avant, elle était trouvée %2.</translation>
    </message>
    <message>
        <source>Rows of %1 are written; before it was %2.</source>
        <translation>Les lignes de %1 sont écrites&#xa0;; avant, c’était %2.</translation>
    </message>
    <message>
        <source>Missing rows are made; before they were not.</source>
        <translation>Les lignes manquantes sont créées&#xa0;; avant, elles ne l’étaient pas.</translation>
    </message>
    <message>
        <source>Missing rows are not made; before they were.</source>
        <translation>Les lignes manquantes ne sont pas créées&#xa0;; avant, elles l’étaient.</translation>
    </message>
    <message>
        <source>Rows are found %1; before it was %2.</source>
        <translation>Les lignes sont trouvées %1&#xa0;; avant, c’était %2.</translation>
    </message>
    <message>
        <source>Rows are found by %1; before it was %2.</source>
        <translation>Les lignes sont trouvées par %1&#xa0;; avant, c’était par %2.</translation>
    </message>
    <message>
        <source>Ids are looked for %1; before they were looked for %2.</source>
        <translation>Les ID sont cherchés %1&#xa0;; avant, ils étaient cherchés %2.</translation>
    </message>
    <message>
        <source>The key also holds: %1; before it was: %2.</source>
        <translation>La clé contient aussi&#xa0;: %1&#xa0;; avant&#xa0;: %2.</translation>
    </message>
    <message>
        <source>New rows get %1 in %2; before it was %3.</source>
        <translation>Les nouvelles lignes reçoivent %1 dans %2&#xa0;; avant, c’était %3.</translation>
    </message>
    <message>
        <source>%1 there does not point to the table %2.</source>
        <translation>Là-bas, %1 ne pointe pas vers la table %2.</translation>
    </message>
    <message>
        <source>%1 is written with the id of a row; rows have other ids there.</source>
        <translation>%1 est écrite avec l’ID d’une ligne&#xa0;; là-bas, les lignes ont d’autres ID.</translation>
    </message>
    <message>
        <source>The alternate keys of what %1 points to there are not loaded.</source>
        <translation>Les clés alternatives de ce vers quoi %1 pointe là-bas ne sont pas chargées.</translation>
    </message>
    <message>
        <source>The table %1 there has no active alternate key on %2 alone.</source>
        <translation>Là-bas, la table %1 n’a pas de clé alternative active sur %2 seule.</translation>
    </message>
    <message>
        <source>People are found by the ids of rows, which are others there.</source>
        <translation>Les personnes sont trouvées par les ID des lignes, qui sont différents là-bas.</translation>
    </message>
    <message>
        <source>What new rows get in %1 was left out.</source>
        <translation>Ce que les nouvelles lignes reçoivent dans %1 a été laissé de côté.</translation>
    </message>
</context>
<context>
    <name>mapping::ConsentRow</name>
    <message>
        <source>“%1” is deactivated in Dynamics 365.</source>
        <translation>«&#xa0;%1&#xa0;» est désactivée dans Dynamics 365.</translation>
    </message>
    <message>
        <source>Activate it there, or choose another one.</source>
        <translation>Activez-la là-bas, ou choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The table of consents has no column %1.</source>
        <translation>La table des consentements n’a pas de colonne %1.</translation>
    </message>
    <message>
        <source>Update Customer Insights - Journeys in this environment.</source>
        <translation>Mettez à jour Customer Insights - Journeys dans cet environnement.</translation>
    </message>
    <message>
        <source>The column %1 of this environment knows no option %2.</source>
        <translation>La colonne %1 de cet environnement ne connaît pas d’option %2.</translation>
    </message>
    <message>
        <source>A mapping writes “%1” into a consent. Given is opted in and refused is opted out; in their place only “not set” (%2) can be written.</source>
        <translation>Une correspondance écrit «&#xa0;%1&#xa0;» dans un consentement. Donné y devient «&#xa0;accepté&#xa0;» (opt-in) et refusé «&#xa0;refusé&#xa0;» (opt-out)&#xa0;; à leur place, seul «&#xa0;non défini&#xa0;» (%2) peut être écrit.</translation>
    </message>
    <message>
        <source>Empty the value in the mapping&apos;s table, or let it write nothing.</source>
        <translation>Videz la valeur dans la table de la correspondance, ou laissez-la n’écrire rien.</translation>
    </message>
    <message>
        <source>The purpose of the topic “%1” is not known.</source>
        <translation>La finalité de la rubrique «&#xa0;%1&#xa0;» n’est pas connue.</translation>
    </message>
    <message>
        <source>Give the topic a purpose in Dynamics 365, or choose another one.</source>
        <translation>Donnez une finalité à la rubrique dans Dynamics 365, ou choisissez-en une autre.</translation>
    </message>
    <message>
        <source>Dynamics 365 has no purpose and no topic with the id %1.</source>
        <translation>Dynamics 365 n’a ni finalité ni rubrique avec l’ID %1.</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>Choisissez-en une dans la liste.</translation>
    </message>
    <message>
        <source>A consent is given or refused, but this value is a text.</source>
        <translation>Un consentement est donné ou refusé, mais cette valeur est un texte.</translation>
    </message>
    <message>
        <source>Choose a purpose, a preference or one of its values.</source>
        <translation>Choisissez une finalité, une préférence ou l’une de ses valeurs.</translation>
    </message>
    <message>
        <source>This mapping is inverted, but a consent says by itself whether it is given.</source>
        <translation>Cette correspondance est inversée, mais un consentement dit de lui-même s’il est donné.</translation>
    </message>
    <message>
        <source>Take the inversion off the mapping.</source>
        <translation>Retirez l’inversion de la correspondance.</translation>
    </message>
    <message>
        <source>A mapping writes something else than “opted out” where somebody refuses, so that messages could be sent all the same.</source>
        <translation>Une correspondance écrit autre chose que « refusé » quand quelqu’un refuse, si bien que des messages pourraient être envoyés malgré tout.</translation>
    </message>
    <message>
        <source>Let a refusal be written as opted out.</source>
        <translation>Faites écrire un refus comme refusé.</translation>
    </message>
</context>
<context>
    <name>mapping::ContactAddress</name>
    <message>
        <source>This is no phone number.</source>
        <translation>Ce n’est pas un numéro de téléphone.</translation>
    </message>
    <message>
        <source>Correct the number, or choose another contact point for this channel.</source>
        <translation>Corrigez le numéro, ou choisissez un autre point de contact pour ce canal.</translation>
    </message>
    <message>
        <source>A phone number has no country code, so it may reach nobody, or somebody else.</source>
        <translation>Un numéro de téléphone n’a pas de code de pays&#xa0;; il peut donc ne joindre personne, ou joindre quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>There is no address.</source>
        <translation>Il n’y a pas d’adresse.</translation>
    </message>
    <message>
        <source>Enter one, or choose another contact point.</source>
        <translation>Saisissez-en une, ou choisissez un autre point de contact.</translation>
    </message>
    <message>
        <source>The address is longer than %1 characters.</source>
        <translation>L’adresse compte plus de %1 caractères.</translation>
    </message>
    <message>
        <source>Correct the address, or choose another contact point for this channel.</source>
        <translation>Corrigez l’adresse, ou choisissez un autre point de contact pour ce canal.</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Ce n’est pas une adresse e-mail.</translation>
    </message>
</context>
<context>
    <name>mapping::Convert</name>
    <message>
        <source>The name of %1 says that true forbids, and nobody has confirmed which way round it is written.</source>
        <translation>Le nom de %1 dit que «&#xa0;vrai&#xa0;» interdit, et personne n’a confirmé dans quel sens elle est écrite.</translation>
    </message>
    <message>
        <source>Confirm for this mapping that it is inverted: given then writes %1.</source>
        <translation>Confirmez pour cette correspondance qu’elle est inversée&#xa0;: donné écrit alors %1.</translation>
    </message>
    <message>
        <source>%1 takes a date; a choice is none.</source>
        <translation>%1 prend une date&#xa0;; un choix n’en est pas une.</translation>
    </message>
    <message>
        <source>Choose a yes/no, choice or text column.</source>
        <translation>Choisissez une colonne oui/non, de choix ou de texte.</translation>
    </message>
    <message>
        <source>The mapping does not say what %1 becomes when the choice is given.</source>
        <translation>La correspondance ne dit pas ce que devient %1 quand le choix est donné.</translation>
    </message>
    <message>
        <source>The mapping does not say what %1 becomes when the choice is refused.</source>
        <translation>La correspondance ne dit pas ce que devient %1 quand le choix est refusé.</translation>
    </message>
    <message>
        <source>Set a value for given and one for refused.</source>
        <translation>Définissez une valeur pour donné et une pour refusé.</translation>
    </message>
    <message>
        <source>%1 knows only yes and no; “no choice” is neither.</source>
        <translation>%1 ne connaît que oui et non&#xa0;; «&#xa0;aucun choix&#xa0;» n’est ni l’un ni l’autre.</translation>
    </message>
    <message>
        <source>Let “no choice” write nothing, or choose a column with three values.</source>
        <translation>Laissez «&#xa0;aucun choix&#xa0;» n’écrire rien, ou choisissez une colonne à trois valeurs.</translation>
    </message>
    <message>
        <source>The mapping does not say what “no choice” becomes in %1.</source>
        <translation>La correspondance ne dit pas ce que devient «&#xa0;aucun choix&#xa0;» dans %1.</translation>
    </message>
    <message>
        <source>Set a value for “no choice”, or let it write nothing.</source>
        <translation>Définissez une valeur pour «&#xa0;aucun choix&#xa0;», ou laissez-le n’écrire rien.</translation>
    </message>
    <message>
        <source>the person&apos;s value</source>
        <translation>la valeur de la personne</translation>
    </message>
    <message>
        <source>The mapping does not say which option of %1 stands for %2.</source>
        <translation>La correspondance ne dit pas quelle option de %1 correspond à %2.</translation>
    </message>
    <message>
        <source>Add it to the mapping&apos;s table of values.</source>
        <translation>Ajoutez-la à la table de valeurs de la correspondance.</translation>
    </message>
    <message numerus="yes">
        <source>%n values were picked, but %1 holds only one option.</source>
        <translation>
            <numerusform>%n valeur a été choisie, mais %1 ne contient qu’une option.</numerusform>
            <numerusform>%n valeurs ont été choisies, mais %1 ne contient qu’une option.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a column with multiple options, or map its values one by one.</source>
        <translation>Choisissez une colonne à options multiples, ou mettez ses valeurs en correspondance une par une.</translation>
    </message>
    <message>
        <source>There is nothing to write into %1.</source>
        <translation>Il n’y a rien à écrire dans %1.</translation>
    </message>
    <message>
        <source>Give the person an organization_user_id in Didomi.</source>
        <translation>Donnez à la personne un organization_user_id dans Didomi.</translation>
    </message>
    <message>
        <source>%1 knows only yes and no; “pending” is neither.</source>
        <translation>%1 ne connaît que oui et non&#xa0;; «&#xa0;en attente&#xa0;» n’est ni l’un ni l’autre.</translation>
    </message>
    <message>
        <source>Let “pending” write nothing, or choose a column with four values.</source>
        <translation>Laissez «&#xa0;en attente&#xa0;» n’écrire rien, ou choisissez une colonne à quatre valeurs.</translation>
    </message>
    <message>
        <source>The mapping does not say what “pending” becomes in %1.</source>
        <translation>La correspondance ne dit pas ce que «&#xa0;en attente&#xa0;» devient dans %1.</translation>
    </message>
    <message>
        <source>Set a value for “pending”, or let it write nothing.</source>
        <translation>Donnez une valeur à «&#xa0;en attente&#xa0;», ou laissez-le n’écrire rien.</translation>
    </message>
    <message>
        <source>An empty %1 does not forbid anything, so it is not emptied without consent.</source>
        <translation>Une colonne %1 vide n’interdit rien&#xa0;; elle n’est donc pas vidée sans consentement.</translation>
    </message>
    <message>
        <source>Leave the column alone, or choose a column with more values.</source>
        <translation>Laissez la colonne telle quelle, ou choisissez une colonne avec plus de valeurs.</translation>
    </message>
</context>
<context>
    <name>mapping::Enforcement</name>
    <message>
        <source>not set</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>opted in</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>It would be sent: “%1” is opted in.</source>
        <translation>Ce serait envoyé&#xa0;: «&#xa0;%1&#xa0;» est acceptée.</translation>
    </message>
    <message>
        <source>It would be sent: “%1” asks nobody for consent.</source>
        <translation>Ce serait envoyé&#xa0;: «&#xa0;%1&#xa0;» ne demande le consentement de personne.</translation>
    </message>
    <message>
        <source>It would be sent: nobody opted out, and “%1” asks for no more.</source>
        <translation>Ce serait envoyé&#xa0;: personne n’a refusé, et «&#xa0;%1&#xa0;» n’en demande pas plus.</translation>
    </message>
    <message>
        <source>It would not be sent: the purpose “%1” is opted out.</source>
        <translation>Ce ne serait pas envoyé&#xa0;: la finalité «&#xa0;%1&#xa0;» est refusée.</translation>
    </message>
    <message>
        <source>It would not be sent: the purpose “%1” is not opted in, and it is restrictive.</source>
        <translation>Ce ne serait pas envoyé&#xa0;: la finalité «&#xa0;%1&#xa0;» n’est pas acceptée, et elle est restrictive.</translation>
    </message>
    <message>
        <source>It would not be sent: the topic “%1” is opted out.</source>
        <translation>Ce ne serait pas envoyé&#xa0;: la rubrique «&#xa0;%1&#xa0;» est refusée.</translation>
    </message>
    <message>
        <source>It would not be sent: the topic “%1” is not opted in, and its purpose is restrictive.</source>
        <translation>Ce ne serait pas envoyé&#xa0;: la rubrique «&#xa0;%1&#xa0;» n’est pas acceptée, et sa finalité est restrictive.</translation>
    </message>
</context>
<context>
    <name>mapping::Lint</name>
    <message>
        <source>%1 is mapped more than once; only one value can be written into it.</source>
        <translation>%1 est mise en correspondance plusieurs fois&#xa0;; une seule valeur peut y être écrite.</translation>
    </message>
    <message>
        <source>Remove all mappings of %1 but one.</source>
        <translation>Supprimez toutes les correspondances de %1 sauf une.</translation>
    </message>
    <message>
        <source>Choose a purpose or preference from the list.</source>
        <translation>Choisissez une finalité ou une préférence dans la liste.</translation>
    </message>
    <message>
        <source>See in the preview whether it is read as meant.</source>
        <translation>Voyez dans l’aperçu si elle est lue comme prévu.</translation>
    </message>
    <message>
        <source>Didomi&apos;s purposes and preferences are not loaded, so the value cannot be checked.</source>
        <translation>Les finalités et préférences de Didomi ne sont pas chargées&#xa0;; la valeur ne peut donc pas être vérifiée.</translation>
    </message>
    <message>
        <source>Test the connection to Didomi.</source>
        <translation>Testez la connexion à Didomi.</translation>
    </message>
    <message>
        <source>Whoever answered the preference without picking it counts as refused.</source>
        <translation>Quiconque a répondu à la préférence sans la choisir compte comme refusé.</translation>
    </message>
    <message>
        <source>Nothing is written unless a person&apos;s consents hold it all the same.</source>
        <translation>Rien n’est écrit, à moins que les consentements d’une personne ne la contiennent malgré tout.</translation>
    </message>
    <message>
        <source>No column is chosen.</source>
        <translation>Aucune colonne n’est choisie.</translation>
    </message>
    <message>
        <source>Choose the column that the value is written into.</source>
        <translation>Choisissez la colonne où la valeur est écrite.</translation>
    </message>
    <message>
        <source>Dataverse&apos;s columns are not loaded, so %1 cannot be checked.</source>
        <translation>Les colonnes de Dataverse ne sont pas chargées&#xa0;; %1 ne peut donc pas être vérifiée.</translation>
    </message>
    <message>
        <source>Test the connection to Dataverse.</source>
        <translation>Testez la connexion à Dataverse.</translation>
    </message>
    <message>
        <source>The table %1 has no column %2.</source>
        <translation>La table %1 n’a pas de colonne %2.</translation>
    </message>
    <message>
        <source>%1 is secured: writing it fails unless the application user is allowed to.</source>
        <translation>%1 est sécurisée&#xa0;: l’écriture échoue si l’utilisateur d’application n’y est pas autorisé.</translation>
    </message>
    <message>
        <source>Give the application user a column security profile that updates %1.</source>
        <translation>Donnez à l’utilisateur d’application un profil de sécurité de colonne qui met à jour %1.</translation>
    </message>
    <message>
        <source>%1 is deprecated; Microsoft may remove it.</source>
        <translation>%1 est obsolète&#xa0;; Microsoft peut la supprimer.</translation>
    </message>
    <message>
        <source>Choose another column.</source>
        <translation>Choisissez une autre colonne.</translation>
    </message>
    <message>
        <source>Rows are found by %1; writing it can change which row the next push finds.</source>
        <translation>Les lignes sont trouvées par %1&#xa0;; y écrire peut changer la ligne que trouve le prochain envoi.</translation>
    </message>
    <message>
        <source>Remove this mapping: a new row gets its %1 anyway.</source>
        <translation>Supprimez cette correspondance&#xa0;: une nouvelle ligne reçoit son %1 de toute façon.</translation>
    </message>
    <message>
        <source>The name of %1 says that true forbids, and nobody has confirmed which way round it is written.</source>
        <translation>Le nom de %1 dit que «&#xa0;vrai&#xa0;» interdit, et personne n’a confirmé dans quel sens elle est écrite.</translation>
    </message>
    <message>
        <source>Confirm that it is inverted: given then writes %1.</source>
        <translation>Confirmez qu’elle est inversée&#xa0;: donné écrit alors %1.</translation>
    </message>
    <message>
        <source>Given writes %1 = %2, refused writes %3.</source>
        <translation>Donné écrit %1 = %2, refusé écrit %3.</translation>
    </message>
    <message>
        <source>If %1 forbids when it is true, set this mapping to inverted.</source>
        <translation>Si %1 interdit quand elle est vraie, mettez cette correspondance sur inversée.</translation>
    </message>
    <message>
        <source>If %1 allows when it is true, set this mapping to direct.</source>
        <translation>Si %1 autorise quand elle est vraie, mettez cette correspondance sur directe.</translation>
    </message>
    <message>
        <source>Given and refused write the same into %1.</source>
        <translation>Donné et refusé écrivent la même chose dans %1.</translation>
    </message>
    <message>
        <source>Set different values for given and refused.</source>
        <translation>Définissez des valeurs différentes pour donné et refusé.</translation>
    </message>
    <message>
        <source>%1 cannot hold %2.</source>
        <translation>%1 ne peut pas contenir %2.</translation>
    </message>
    <message>
        <source>Choose a text column, or another value.</source>
        <translation>Choisissez une colonne de texte, ou une autre valeur.</translation>
    </message>
    <message>
        <source>%1 takes only organization user ids that are whole numbers; others are refused.</source>
        <translation>%1 ne prend que des organization user ids qui sont des nombres entiers&#xa0;; les autres sont refusés.</translation>
    </message>
    <message>
        <source>Choose a text column unless all ids are numbers.</source>
        <translation>Choisissez une colonne de texte, sauf si tous les ID sont des nombres.</translation>
    </message>
    <message>
        <source>a country code</source>
        <translation>un code de pays</translation>
    </message>
    <message>
        <source>a person&apos;s id</source>
        <translation>l’ID d’une personne</translation>
    </message>
    <message>
        <source>%1 is not a text column: metadata that does not fit it is refused, person by person.</source>
        <translation>%1 n’est pas une colonne de texte&#xa0;: une métadonnée qui n’y convient pas est refusée, personne par personne.</translation>
    </message>
    <message>
        <source>See in the preview what the metadata holds.</source>
        <translation>Voyez dans l’aperçu ce que contient la métadonnée.</translation>
    </message>
    <message>
        <source>%1 takes %2 characters, but values of %3 may come; longer ones are refused, never cut.</source>
        <translation>%1 prend %2 caractères, mais des valeurs de %3 peuvent venir&#xa0;; les plus longues sont refusées, jamais coupées.</translation>
    </message>
    <message>
        <source>Make the column longer in Dataverse, or choose a longer one.</source>
        <translation>Allongez la colonne dans Dataverse, ou choisissez-en une plus longue.</translation>
    </message>
    <message>
        <source>the values that were picked</source>
        <translation>les valeurs choisies</translation>
    </message>
    <message>
        <source>Several values can be picked, but %1 holds one option; then the write is refused.</source>
        <translation>Plusieurs valeurs peuvent être choisies, mais %1 contient une seule option&#xa0;; l’écriture est alors refusée.</translation>
    </message>
    <message>
        <source>Choose a column with multiple options.</source>
        <translation>Choisissez une colonne à options multiples.</translation>
    </message>
    <message>
        <source>The mapping does not say which option of %1 stands for which value.</source>
        <translation>La correspondance ne dit pas quelle option de %1 correspond à quelle valeur.</translation>
    </message>
    <message>
        <source>Fill the mapping&apos;s table of values.</source>
        <translation>Remplissez la table de valeurs de la correspondance.</translation>
    </message>
    <message>
        <source>The mapping has no option of %1 for: %2. When one of them is picked, the write is refused.</source>
        <translation>La correspondance n’a pas d’option de %1 pour&#xa0;: %2. Quand l’une d’elles est choisie, l’écriture est refusée.</translation>
    </message>
    <message>
        <source>Complete the mapping&apos;s table of values.</source>
        <translation>Complétez la table de valeurs de la correspondance.</translation>
    </message>
    <message>
        <source>Choose a purpose or topic, or use the Legacy mode for columns.</source>
        <translation>Choisissez une finalité ou une rubrique, ou utilisez le mode Legacy pour des colonnes.</translation>
    </message>
    <message>
        <source>Refused writes nothing: who gave consent before and refuses now stays as given in %1.</source>
        <translation>Refusé n’écrit rien&#xa0;: qui a consenti avant et refuse maintenant reste donné dans %1.</translation>
    </message>
    <message>
        <source>Let refused write a value, or clear the column.</source>
        <translation>Laissez refusé écrire une valeur, ou vider la colonne.</translation>
    </message>
    <message>
        <source>%1 is a yes/no column: given and refused are written by its way round, the values that are set here do not count.</source>
        <translation>%1 est une colonne oui/non&#xa0;: donné et refusé sont écrits selon son sens, les valeurs réglées ici ne comptent pas.</translation>
    </message>
    <message>
        <source>Remove the values.</source>
        <translation>Retirez les valeurs.</translation>
    </message>
    <message>
        <source>A choice is no text: the steps that texts go through do not count here.</source>
        <translation>Un choix n’est pas un texte&#xa0;: les étapes par lesquelles passent les textes ne comptent pas ici.</translation>
    </message>
    <message>
        <source>Remove them.</source>
        <translation>Retirez-les.</translation>
    </message>
    <message>
        <source>Who a person is, is not changed in Didomi from Dynamics 365.</source>
        <translation>L’identité d’une personne n’est pas modifiée dans Didomi depuis Dynamics 365.</translation>
    </message>
    <message>
        <source>Let this mapping go to Dynamics 365 only.</source>
        <translation>Laissez cette correspondance aller seulement vers Dynamics 365.</translation>
    </message>
    <message>
        <source>What was changed on its way to %1 cannot be turned back for Didomi.</source>
        <translation>Ce qui a été transformé sur le chemin de %1 ne peut pas être retransformé pour Didomi.</translation>
    </message>
    <message>
        <source>Remove the steps that the text goes through, or let this mapping go to Dynamics 365 only.</source>
        <translation>Retirez les étapes par lesquelles passe le texte, ou laissez cette correspondance aller seulement vers Dynamics 365.</translation>
    </message>
    <message>
        <source>%1 cannot be read, so its changes cannot go to Didomi.</source>
        <translation>%1 ne peut pas être lue&#xa0;; ses modifications ne peuvent donc pas aller vers Didomi.</translation>
    </message>
    <message>
        <source>Let this mapping go to Dynamics 365 only, or choose another column.</source>
        <translation>Laissez cette correspondance aller seulement vers Dynamics 365, ou choisissez une autre colonne.</translation>
    </message>
    <message>
        <source>%1 is the id of a purpose or topic, but this integration writes columns.</source>
        <translation>%1 est l’ID d’une finalité ou d’une rubrique, mais cette intégration écrit des colonnes.</translation>
    </message>
    <message>
        <source>Choose a column, or use the Current mode for purposes and topics.</source>
        <translation>Choisissez une colonne, ou utilisez le mode Current pour des finalités et rubriques.</translation>
    </message>
    <message>
        <source>A purpose or topic holds a choice, but this value is a text.</source>
        <translation>Une finalité ou une rubrique contient un choix, mais cette valeur est un texte.</translation>
    </message>
    <message>
        <source>Choose a purpose, a preference or one of its values.</source>
        <translation>Choisissez une finalité, une préférence ou l’une de ses valeurs.</translation>
    </message>
    <message>
        <source>Purposes and topics of Dynamics 365 are not loaded, so %1 cannot be checked.</source>
        <translation>Les finalités et rubriques de Dynamics 365 ne sont pas chargées&#xa0;; %1 ne peut donc pas être vérifié.</translation>
    </message>
    <message>
        <source>Dynamics 365 has no purpose and no topic with the id %1.</source>
        <translation>Dynamics 365 n’a ni finalité ni rubrique avec l’ID %1.</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>Choisissez-en une dans la liste.</translation>
    </message>
    <message>
        <source>Activate it, or choose another one.</source>
        <translation>Activez-la, ou choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The topic “%1” counts only while its purpose “%2” is opted in, and no mapping writes that.</source>
        <translation>La rubrique «&#xa0;%1&#xa0;» ne compte que tant que sa finalité «&#xa0;%2&#xa0;» est acceptée, et aucune correspondance n’écrit celle-ci.</translation>
    </message>
    <message>
        <source>Map the purpose too.</source>
        <translation>Mettez aussi la finalité en correspondance.</translation>
    </message>
    <message>
        <source>%1 takes %2 characters, but the hash has %3.</source>
        <translation>%1 prend %2 caractères, mais le hachage en a %3.</translation>
    </message>
    <message>
        <source>Choose a shorter hash or a longer column.</source>
        <translation>Choisissez un hachage plus court ou une colonne plus longue.</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Conseil</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>No mapping takes “%1”: what people choose there does not reach Dynamics 365.</source>
        <translation>Aucune correspondance ne prend «&#xa0;%1&#xa0;»&#xa0;: ce que les personnes y choisissent n’arrive pas dans Dynamics 365.</translation>
    </message>
    <message>
        <source>Add a mapping for it, unless Dynamics 365 needs not know.</source>
        <translation>Ajoutez une correspondance pour cela, sauf si Dynamics 365 n’a pas à le savoir.</translation>
    </message>
    <message>
        <source>Upsert mode creates rows without columns that forms in Dynamics 365 require: %1. People who edit such a row must fill them first.</source>
        <translation>Le mode upsert crée des lignes sans des colonnes que les formulaires de Dynamics 365 exigent&#xa0;: %1. Qui modifie une telle ligne doit d’abord les remplir.</translation>
    </message>
    <message>
        <source>Upsert mode creates rows, but %1, by which rows are found, cannot be set on new rows.</source>
        <translation>Le mode upsert crée des lignes, mais %1, par laquelle les lignes sont trouvées, ne peut pas être remplie dans de nouvelles lignes.</translation>
    </message>
    <message>
        <source>Find rows by another column, or switch upsert mode off.</source>
        <translation>Trouvez les lignes par une autre colonne, ou désactivez le mode upsert.</translation>
    </message>
    <message>
        <source>A hash of an id is no row id.</source>
        <translation>Le hachage d’un ID n’est pas un ID de ligne.</translation>
    </message>
    <message>
        <source>Remove the hash, or find rows by a column that holds it.</source>
        <translation>Retirez le hachage, ou trouvez les lignes par une colonne qui le contient.</translation>
    </message>
    <message>
        <source>The hash has %1 characters, but %2 takes at most %3: no row can be found.</source>
        <translation>Le hachage a %1 caractères, mais %2 en prend au plus %3&#xa0;: aucune ligne ne peut être trouvée.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the sampled ids hold(s) a character that Dataverse does not take in the address of an alternate key (/ &lt; &gt; * % &amp; : \ ? +); such rows are searched for, which takes a request more.</source>
        <translation>
            <numerusform>%n des ID de l’échantillon contient un caractère que Dataverse n’accepte pas dans l’adresse d’une clé alternative (/ &lt; &gt; * % &amp; : \ ? +)&#xa0;; de telles lignes sont cherchées, ce qui prend une requête de plus.</numerusform>
            <numerusform>%n des ID de l’échantillon contiennent un caractère que Dataverse n’accepte pas dans l’adresse d’une clé alternative (/ &lt; &gt; * % &amp; : \ ? +)&#xa0;; de telles lignes sont cherchées, ce qui prend une requête de plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep a hash of the id in the column and let the match rule hash ids, or leave it so.</source>
        <translation>Gardez un hachage de l’ID dans la colonne et laissez la règle de recherche hacher les ID, ou laissez cela ainsi.</translation>
    </message>
    <message>
        <source>%1 holds e-mail addresses; those with “+” are not taken in the address of an alternate key, so such rows are searched for, which takes a request more.</source>
        <translation>%1 contient des adresses e-mail&#xa0;; celles avec «&#xa0;+&#xa0;» ne sont pas acceptées dans l’adresse d’une clé alternative&#xa0;; de telles lignes sont donc cherchées, ce qui prend une requête de plus.</translation>
    </message>
    <message>
        <source>Keep a hash of the id in a column and let the match rule hash ids, or leave it so.</source>
        <translation>Gardez un hachage de l’ID dans une colonne et laissez la règle de recherche hacher les ID, ou laissez cela ainsi.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the sampled ids is or are longer than %1 can hold, so no row can be found for them.</source>
        <translation>
            <numerusform>%n des ID de l’échantillon est plus long que ce que %1 peut contenir&#xa0;; aucune ligne ne peut donc être trouvée pour lui.</numerusform>
            <numerusform>%n des ID de l’échantillon sont plus longs que ce que %1 peut contenir&#xa0;; aucune ligne ne peut donc être trouvée pour eux.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find rows by a longer column, or by a hash.</source>
        <translation>Trouvez les lignes par une colonne plus longue, ou par un hachage.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the sampled ids become(s) the same key as another: different people in Didomi would write into one row.</source>
        <translation>
            <numerusform>%n des ID de l’échantillon devient la même clé qu’un autre&#xa0;: différentes personnes de Didomi écriraient dans une seule ligne.</numerusform>
            <numerusform>%n des ID de l’échantillon deviennent la même clé qu’un autre&#xa0;: différentes personnes de Didomi écriraient dans une seule ligne.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find rows by something that tells these people apart.</source>
        <translation>Trouvez les lignes par quelque chose qui distingue ces personnes.</translation>
    </message>
    <message>
        <source>People chose under other regulations too (%1); this integration carries %2 only and skips the others.</source>
        <translation>Les personnes ont aussi choisi sous d’autres réglementations (%1)&#xa0;; cette intégration ne transporte que %2 et ignore les autres.</translation>
    </message>
    <message>
        <source>Make an integration of its own for each regulation, with columns of its own.</source>
        <translation>Faites une intégration à part pour chaque réglementation, avec ses propres colonnes.</translation>
    </message>
    <message>
        <source>“%1” writes choices under %2 into the same columns as this integration those under %3: %4. Choices of two regulations must not be mixed.</source>
        <translation>«&#xa0;%1&#xa0;» écrit les choix sous %2 dans les mêmes colonnes que cette intégration ceux sous %3&#xa0;: %4. Les choix de deux réglementations ne doivent pas être mélangés.</translation>
    </message>
    <message>
        <source>Give each regulation columns of its own.</source>
        <translation>Donnez à chaque réglementation ses propres colonnes.</translation>
    </message>
    <message>
        <source>%1 is a column, but this integration keeps consent in rows of its own, which journeys go by: a push refuses it.</source>
        <translation>%1 est une colonne, mais cette intégration garde le consentement dans des lignes à part, que suivent les parcours&#xa0;: un envoi la refuse.</translation>
    </message>
    <message>
        <source>%1 points to no row: what is set about its table and key does not count.</source>
        <translation>%1 ne pointe vers aucune ligne&#xa0;: ce qui est réglé sur sa table et sa clé ne compte pas.</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Retirez cela.</translation>
    </message>
    <message>
        <source>%1 points to several tables, and the mapping does not say to which.</source>
        <translation>%1 pointe vers plusieurs tables, et la correspondance ne dit pas vers laquelle.</translation>
    </message>
    <message>
        <source>%1 does not point to the table %2.</source>
        <translation>%1 ne pointe pas vers la table %2.</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>Utilisez l’une de&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The alternate keys of the table %1 are not known, so %2 cannot be checked.</source>
        <translation>Les clés alternatives de la table %1 ne sont pas connues&#xa0;; %2 ne peut donc pas être vérifiée.</translation>
    </message>
    <message>
        <source>Load the columns again.</source>
        <translation>Rechargez les colonnes.</translation>
    </message>
    <message>
        <source>The alternate key on %1 of the table %2 is not active.</source>
        <translation>La clé alternative sur %1 de la table %2 n’est pas active.</translation>
    </message>
    <message>
        <source>The table %2 has no alternate key on %1 alone.</source>
        <translation>La table %2 n’a pas de clé alternative sur %1 seule.</translation>
    </message>
    <message>
        <source>Choose an active key of that table, or name rows by their id.</source>
        <translation>Choisissez une clé active de cette table, ou désignez les lignes par leur ID.</translation>
    </message>
    <message>
        <source>“%1” is deactivated in Dynamics 365, so a push refuses it.</source>
        <translation>«&#xa0;%1&#xa0;» est désactivée dans Dynamics 365&#xa0;; un envoi la refuse donc.</translation>
    </message>
    <message>
        <source>Give new rows a value in them, add mappings for them, or switch upsert mode off.</source>
        <translation>Donnez-y une valeur aux nouvelles lignes, ajoutez des correspondances pour elles, ou désactivez le mode upsert.</translation>
    </message>
    <message>
        <source>Upsert mode creates rows, but no mapping and no fixed value fills what a new row must have: %1.</source>
        <translation>Le mode upsert crée des lignes, mais aucune correspondance ni aucune valeur fixe ne remplit ce qu’une nouvelle ligne doit avoir&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Without upsert mode no rows are made: the fixed values of new rows do not count.</source>
        <translation>Sans le mode upsert, aucune ligne n’est créée&#xa0;: les valeurs fixes des nouvelles lignes ne comptent pas.</translation>
    </message>
    <message>
        <source>Switch upsert mode on, or remove them.</source>
        <translation>Activez le mode upsert, ou retirez-les.</translation>
    </message>
    <message>
        <source>New rows get %1 otherwise already; the fixed value “%2” does not count.</source>
        <translation>Les nouvelles lignes reçoivent déjà %1 d’une autre façon&#xa0;; la valeur fixe «&#xa0;%2&#xa0;» ne compte pas.</translation>
    </message>
    <message>
        <source>New rows say %1 = %2 also for people who made no choice: the same as for those who gave consent.</source>
        <translation>Les nouvelles lignes disent %1 = %2 aussi pour les personnes qui n’ont fait aucun choix&#xa0;: la même chose que pour celles qui ont donné leur consentement.</translation>
    </message>
    <message>
        <source>Remove the fixed value, or choose the one that forbids.</source>
        <translation>Retirez la valeur fixe, ou choisissez celle qui interdit.</translation>
    </message>
    <message>
        <source>“%1”, by which rows are found in %2, holds a character that Dataverse does not take in the address of an alternate key (/ &lt; &gt; * % &amp; : \ ? +): every row is searched for, which takes a request more.</source>
        <translation>«&#xa0;%1&#xa0;», par laquelle les lignes sont trouvées dans %2, contient un caractère que Dataverse n’accepte pas dans l’adresse d’une clé alternative (/ &lt; &gt; * % &amp; : \ ? +)&#xa0;: chaque ligne est cherchée, ce qui prend une requête de plus.</translation>
    </message>
    <message>
        <source>Use another value, or leave it so.</source>
        <translation>Utilisez une autre valeur, ou laissez-la ainsi.</translation>
    </message>
</context>
<context>
    <name>mapping::LintCurrent</name>
    <message>
        <source>Choose the column that journeys send to.</source>
        <translation>Choisissez la colonne à laquelle les parcours envoient.</translation>
    </message>
    <message>
        <source>Addresses for the channel “%1” are taken from the column %2, but the table %3 has no such column that can be read.</source>
        <translation>Les adresses pour le canal «&#xa0;%1&#xa0;» sont prises dans la colonne %2, mais la table %3 n’a pas de telle colonne qui puisse être lue.</translation>
    </message>
    <message>
        <source>Addresses for the channel “%1” are taken from the column %2, which holds no text.</source>
        <translation>Les adresses pour le canal «&#xa0;%1&#xa0;» sont prises dans la colonne %2, qui ne contient pas de texte.</translation>
    </message>
    <message>
        <source>Addresses for the channel “%1” are taken from Didomi’s metadata, but it is not said from which.</source>
        <translation>Les adresses pour le canal «&#xa0;%1&#xa0;» sont prises dans les métadonnées de Didomi, mais il n’est pas dit dans laquelle.</translation>
    </message>
    <message>
        <source>Enter the metadata’s key.</source>
        <translation>Saisissez la clé de la métadonnée.</translation>
    </message>
    <message numerus="yes">
        <source>The organization user id is taken as the address for the channel “%1”, but %n of %2 ids that were looked at can be none.</source>
        <translation>
            <numerusform>L’organization user id est pris comme adresse pour le canal «&#xa0;%1&#xa0;», mais %n des %2 ID examinés ne peut pas en être une.</numerusform>
            <numerusform>L’organization user id est pris comme adresse pour le canal «&#xa0;%1&#xa0;», mais %n des %2 ID examinés ne peuvent pas en être une.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the address from a column of the person’s row.</source>
        <translation>Prenez l’adresse dans une colonne de la ligne de la personne.</translation>
    </message>
    <message>
        <source>These compliance profiles ask a consent provider when something is sent, so the rows that are written here do not count for them: %1.</source>
        <translation>Ces profils de conformité interrogent un fournisseur de consentement au moment de l’envoi&#xa0;; les lignes écrites ici ne comptent donc pas pour eux&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Use another compliance profile for messages that go by these consents.</source>
        <translation>Utilisez un autre profil de conformité pour les messages qui suivent ces consentements.</translation>
    </message>
    <message>
        <source>“Not set” is written when the choice is “%1”. What is opted out stays opted out, and what is opted in no longer is.</source>
        <extracomment>%1 is &quot;no choice&quot; or &quot;pending&quot;</extracomment>
        <translation>« Non défini » est écrit quand le choix est « %1 ». Ce qui est refusé reste refusé, et ce qui est accepté ne l’est plus.</translation>
    </message>
    <message>
        <source>Let the mapping leave the consent alone then.</source>
        <translation>Faites en sorte que la correspondance laisse alors le consentement tel quel.</translation>
    </message>
</context>
<context>
    <name>mapping::Match</name>
    <message>
        <source>No match column is chosen.</source>
        <translation>Aucune colonne de recherche n’est choisie.</translation>
    </message>
    <message>
        <source>Choose the column that holds the organization_user_id.</source>
        <translation>Choisissez la colonne qui contient l’organization_user_id.</translation>
    </message>
    <message>
        <source>The table %1 has no column %2 to match by.</source>
        <translation>La table %1 n’a pas de colonne %2 où chercher.</translation>
    </message>
    <message>
        <source>%1 is the row&apos;s own id; it cannot be searched like a text.</source>
        <translation>%1 est l’ID de la ligne elle-même&#xa0;; on ne peut pas y chercher comme dans un texte.</translation>
    </message>
    <message>
        <source>Match by row id instead.</source>
        <translation>Cherchez plutôt par ID de ligne.</translation>
    </message>
    <message>
        <source>%1 only mirrors %2; rows cannot be found by it.</source>
        <translation>%1 n’est que le reflet de %2&#xa0;; les lignes ne peuvent pas être trouvées par elle.</translation>
    </message>
    <message>
        <source>Choose another match column.</source>
        <translation>Choisissez une autre colonne de recherche.</translation>
    </message>
    <message>
        <source>%1 cannot be read, so rows cannot be found by it.</source>
        <translation>%1 ne peut pas être lue&#xa0;; les lignes ne peuvent donc pas être trouvées par elle.</translation>
    </message>
    <message>
        <source>%1 is not a text column, but an organization_user_id is text.</source>
        <translation>%1 n’est pas une colonne de texte, or un organization_user_id est du texte.</translation>
    </message>
    <message>
        <source>Choose a text column that holds the organization_user_id.</source>
        <translation>Choisissez une colonne de texte qui contient l’organization_user_id.</translation>
    </message>
    <message>
        <source>%1 is secured: rows are only found when the application user may read it.</source>
        <translation>%1 est sécurisée&#xa0;: les lignes ne sont trouvées que si l’utilisateur d’application peut la lire.</translation>
    </message>
    <message>
        <source>Give the application user a column security profile that reads %1.</source>
        <translation>Donnez à l’utilisateur d’application un profil de sécurité de colonne qui lit %1.</translation>
    </message>
    <message>
        <source>There is no alternate key on %1 alone.</source>
        <translation>Il n’y a pas de clé alternative sur %1 seule.</translation>
    </message>
    <message>
        <source>Search by the column instead, or let somebody who customises the environment create the key.</source>
        <translation>Cherchez plutôt dans la colonne, ou faites créer la clé par quelqu’un qui personnalise l’environnement.</translation>
    </message>
    <message>
        <source>The alternate key on %1 is still being built.</source>
        <translation>La clé alternative sur %1 est encore en construction.</translation>
    </message>
    <message>
        <source>Wait until it is active, or search by the column until then.</source>
        <translation>Attendez qu’elle soit active, ou cherchez dans la colonne jusque-là.</translation>
    </message>
    <message>
        <source>The alternate key on %1 could not be built: several rows have the same value.</source>
        <translation>La clé alternative sur %1 n’a pas pu être construite&#xa0;: plusieurs lignes ont la même valeur.</translation>
    </message>
    <message>
        <source>Remove the duplicates and activate the key again, or search by the column.</source>
        <translation>Supprimez les doublons et réactivez la clé, ou cherchez dans la colonne.</translation>
    </message>
    <message>
        <source>The table %1 has no id of its own to match by.</source>
        <translation>La table %1 n’a pas d’ID à elle où chercher.</translation>
    </message>
    <message>
        <source>Match by a column.</source>
        <translation>Cherchez par une colonne.</translation>
    </message>
    <message>
        <source>%1 holds whole numbers: people with another organization_user_id are refused.</source>
        <translation>%1 contient des nombres entiers&#xa0;: les personnes avec un autre organization_user_id sont refusées.</translation>
    </message>
    <message>
        <source>Choose a text column unless all ids are numbers.</source>
        <translation>Choisissez une colonne de texte, sauf si tous les ID sont des nombres.</translation>
    </message>
    <message>
        <source>One of the key&apos;s columns is not chosen.</source>
        <translation>L’une des colonnes de la clé n’est pas choisie.</translation>
    </message>
    <message>
        <source>Choose the column, or remove the part.</source>
        <translation>Choisissez la colonne, ou retirez cette partie.</translation>
    </message>
    <message>
        <source>Rows are found by %1 too, but nobody says what it holds.</source>
        <translation>Les lignes sont aussi trouvées par %1, mais rien ne dit ce qu’elle contient.</translation>
    </message>
    <message>
        <source>Give it a value, or take it from Didomi&apos;s metadata.</source>
        <translation>Donnez-lui une valeur, ou prenez-la dans les métadonnées de Didomi.</translation>
    </message>
    <message>
        <source>Rows are found by %1 too, but it is not said which of Didomi&apos;s metadata fills it.</source>
        <translation>Les lignes sont aussi trouvées par %1, mais il n’est pas dit quelle métadonnée de Didomi la remplit.</translation>
    </message>
    <message>
        <source>Name the metadata, or give the column a value.</source>
        <translation>Nommez la métadonnée, ou donnez une valeur à la colonne.</translation>
    </message>
    <message>
        <source>%1 stands twice among the key&apos;s columns.</source>
        <translation>%1 figure deux fois parmi les colonnes de la clé.</translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation>Supprimez l’une des deux.</translation>
    </message>
    <message>
        <source>There is no alternate key on exactly these columns: %1.</source>
        <translation>Il n’y a pas de clé alternative sur exactement ces colonnes&#xa0;: %1.</translation>
    </message>
    <message>
        <source>There is one on %1: say what its other columns hold, or search by one column.</source>
        <translation>Il y en a une sur %1&#xa0;: dites ce que contiennent ses autres colonnes, ou cherchez par une seule colonne.</translation>
    </message>
    <message>
        <source>Choose the columns of one of the table&apos;s keys, or search by one column.</source>
        <translation>Choisissez les colonnes de l’une des clés de la table, ou cherchez par une seule colonne.</translation>
    </message>
</context>
<context>
    <name>mapping::NewRow</name>
    <message>
        <source>There is no value for %1 of new rows.</source>
        <translation>Il n’y a pas de valeur pour %1 des nouvelles lignes.</translation>
    </message>
    <message>
        <source>Give it a value, or remove it.</source>
        <translation>Donnez-lui une valeur, ou retirez-la.</translation>
    </message>
    <message>
        <source>“%1” names no row for %2.</source>
        <translation>«&#xa0;%1&#xa0;» ne désigne aucune ligne pour %2.</translation>
    </message>
    <message>
        <source>Write a row&apos;s id, or the value of an alternate key.</source>
        <translation>Écrivez l’ID d’une ligne, ou la valeur d’une clé alternative.</translation>
    </message>
    <message>
        <source>New rows are to have a value in %1, but the table %2 has no such column.</source>
        <translation>Les nouvelles lignes doivent avoir une valeur dans %1, mais la table %2 n’a pas de telle colonne.</translation>
    </message>
</context>
<context>
    <name>mapping::Sentence</name>
    <message>
        <source>%1 cannot be written to %2 yet.</source>
        <translation>%1 ne peut pas encore être écrit dans %2.</translation>
    </message>
    <message>
        <source>%1 given writes %2 = %3, refused writes %4.</source>
        <extracomment>%1 purpose or preference, %2 column, %3 and %4 values</extracomment>
        <translation>%1 donné écrit %2 = %3, refusé écrit %4.</translation>
    </message>
    <message>
        <source>No choice writes %1.</source>
        <translation>Aucun choix écrit %1.</translation>
    </message>
    <message>
        <source>No choice writes nothing.</source>
        <translation>Aucun choix n’écrit rien.</translation>
    </message>
    <message>
        <source>Its name says that true forbids, and nobody has confirmed which way round it is written.</source>
        <translation>Son nom dit que «&#xa0;vrai&#xa0;» interdit, et personne n’a confirmé dans quel sens elle est écrite.</translation>
    </message>
    <message>
        <source>%1 given or refused is written to %2.</source>
        <translation>%1 donné ou refusé est écrit dans %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 gets %2: true writes %3, false writes %4.</source>
        <translation>%1 reçoit %2&#xa0;: vrai écrit %3, faux écrit %4.</translation>
    </message>
    <message>
        <source>%1 gets %2: %3.</source>
        <translation>%1 reçoit %2&#xa0;: %3.</translation>
    </message>
    <message>
        <source>%1 gets %2 as it is.</source>
        <translation>%1 reçoit %2 tel quel.</translation>
    </message>
    <message>
        <source>This mapping is not complete: it needs a value and a column.</source>
        <translation>Cette correspondance n’est pas complète&#xa0;: il lui faut une valeur et une colonne.</translation>
    </message>
    <message>
        <source>“%1” is not understood, so nothing is written to %2.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas compris&#xa0;; rien n’est donc écrit dans %2.</translation>
    </message>
    <message>
        <source>%1 gets %2.</source>
        <translation>%1 reçoit %2.</translation>
    </message>
    <message>
        <source>%1 given writes %2 = %3, refused leaves it alone.</source>
        <translation>%1 donné écrit %2 = %3, refusé la laisse telle quelle.</translation>
    </message>
    <message>
        <source>%1 refused writes %2 = %3, given leaves it alone.</source>
        <translation>%1 refusé écrit %2 = %3, donné la laisse telle quelle.</translation>
    </message>
    <message>
        <source>%1 given or refused leaves %2 alone.</source>
        <translation>%1 donné ou refusé laisse %2 telle quelle.</translation>
    </message>
    <message>
        <source>A pending choice writes %1.</source>
        <translation>Un choix en attente écrit %1.</translation>
    </message>
    <message>
        <source>%1 is written to %2 as the row’s values say.</source>
        <translation>%1 est écrit dans %2 comme le disent les valeurs de la ligne.</translation>
    </message>
    <message>
        <source>%1 gets %2 %3.</source>
        <extracomment>%3 is a list such as &quot;in lower case, as SHA-256 hash&quot;</extracomment>
        <translation>%1 reçoit %2 %3.</translation>
    </message>
    <message>
        <source>%1 goes to %2 in Didomi; a push leaves %1 alone.</source>
        <translation>%1 va vers %2 dans Didomi&#xa0;; un envoi laisse %1 telle quelle.</translation>
    </message>
    <message>
        <source>Changes of %1 go to Didomi too.</source>
        <translation>Les modifications de %1 vont aussi vers Didomi.</translation>
    </message>
    <message>
        <source>%1 points to the row of %2 whose %3 is %4.</source>
        <translation>%1 pointe vers la ligne de %2 dont %3 est %4.</translation>
    </message>
</context>
<context>
    <name>mapping::Suggestion</name>
    <message>
        <source>Both are called “%1”.</source>
        <translation>Les deux s’appellent «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” and “%2” have in common: %3.</source>
        <extracomment>%1 and %2 names, %3 a list of words such as &quot;newsletter = bulkemail&quot;</extracomment>
        <translation>«&#xa0;%1&#xa0;» et «&#xa0;%2&#xa0;» ont en commun&#xa0;: %3.</translation>
    </message>
    <message>
        <source>The column’s name says that true forbids: to be written inverted, given as %1.</source>
        <translation>Le nom de la colonne dit que «&#xa0;vrai&#xa0;» interdit&#xa0;: à écrire inversé, donné comme %1.</translation>
    </message>
    <message>
        <source>The purpose’s name forbids and the column’s does not: to be written inverted, given as %1.</source>
        <translation>Le nom de la finalité interdit et celui de la colonne non&#xa0;: à écrire inversé, donné comme %1.</translation>
    </message>
    <message>
        <source>Both names forbid: to be written as it is.</source>
        <translation>Les deux noms interdisent&#xa0;: à écrire tel quel.</translation>
    </message>
    <message>
        <source>The column’s name forbids: look closely at what given writes.</source>
        <translation>Le nom de la colonne interdit&#xa0;: regardez de près ce qu’écrit donné.</translation>
    </message>
    <message>
        <source>The column is secured.</source>
        <translation>La colonne est sécurisée.</translation>
    </message>
    <message>
        <source>The column is deprecated.</source>
        <translation>La colonne est obsolète.</translation>
    </message>
    <message>
        <source>Its type fits with conditions only.</source>
        <translation>Son type ne convient que sous conditions.</translation>
    </message>
</context>
<context>
    <name>mapping::Transform</name>
    <message>
        <source>The template has a closing brace at place %1 that nothing opens.</source>
        <translation>Le modèle a une accolade fermante à la position %1 que rien n’ouvre.</translation>
    </message>
    <message>
        <source>Write }} for a brace that shall stay, or remove it.</source>
        <translation>Écrivez }} pour une accolade qui doit rester, ou retirez-la.</translation>
    </message>
    <message>
        <source>The template opens a brace at place %1 and does not close it.</source>
        <translation>Le modèle ouvre une accolade à la position %1 et ne la ferme pas.</translation>
    </message>
    <message>
        <source>Write {{ for a brace that shall stay, or close it: {value}.</source>
        <translation>Écrivez {{ pour une accolade qui doit rester, ou fermez-la&#xa0;: {value}.</translation>
    </message>
    <message>
        <source>The template names “%1”, which is not known.</source>
        <translation>Le modèle nomme «&#xa0;%1&#xa0;», qui n’est pas connu.</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>Utilisez l’un de&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The value is not a date as in 2026-11-20 or 2026-11-20T09:58:12Z, so it cannot be written in another format.</source>
        <translation>La valeur n’est pas une date comme 2026-11-20 ou 2026-11-20T09:58:12Z&#xa0;; elle ne peut donc pas être écrite dans un autre format.</translation>
    </message>
    <message>
        <source>Choose a value that holds dates, or remove the date format.</source>
        <translation>Choisissez une valeur qui contient des dates, ou retirez le format de date.</translation>
    </message>
    <message>
        <source>The value is a date without a time, but the format asks for one.</source>
        <translation>La valeur est une date sans heure, mais le format en demande une.</translation>
    </message>
    <message>
        <source>Leave hours, minutes and seconds out of the format.</source>
        <translation>Laissez les heures, minutes et secondes hors du format.</translation>
    </message>
    <message>
        <source>The value does not say its time zone, but the format does.</source>
        <translation>La valeur ne dit pas son fuseau horaire, mais le format oui.</translation>
    </message>
    <message>
        <source>Leave the zone out of the format.</source>
        <translation>Laissez le fuseau hors du format.</translation>
    </message>
    <message>
        <source>The value holds half a character, so it has no hash.</source>
        <translation>La valeur contient un demi-caractère&#xa0;; elle n’a donc pas de hachage.</translation>
    </message>
    <message>
        <source>Correct the text where it comes from.</source>
        <translation>Corrigez le texte là d’où il vient.</translation>
    </message>
    <message>
        <source>The template is empty.</source>
        <translation>Le modèle est vide.</translation>
    </message>
    <message>
        <source>Write a text with {value} in it.</source>
        <translation>Écrivez un texte qui contient {value}.</translation>
    </message>
    <message>
        <source>The date format names no part of a date.</source>
        <translation>Le format de date ne nomme aucune partie d’une date.</translation>
    </message>
    <message>
        <source>Write it like dd.MM.yyyy or yyyy-MM-dd.</source>
        <translation>Écrivez-le comme dd.MM.yyyy ou yyyy-MM-dd.</translation>
    </message>
    <message>
        <source>An organization user id cannot be turned into a date or a longer text to find rows by.</source>
        <translation>Un organization user id ne peut pas être changé en date ou en texte plus long pour trouver des lignes.</translation>
    </message>
    <message>
        <source>Use only blanks, upper or lower case and hashes.</source>
        <translation>N’utilisez que les espaces, les minuscules ou majuscules et les hachages.</translation>
    </message>
    <message>
        <source>Rows are found by %1 too, but the match rule has no value for it.</source>
        <translation>Les lignes sont aussi trouvées par %1, mais la règle de recherche n’a pas de valeur pour elle.</translation>
    </message>
    <message>
        <source>Give it a value, or take it from Didomi&apos;s metadata.</source>
        <translation>Donnez-lui une valeur, ou prenez-la dans les métadonnées de Didomi.</translation>
    </message>
    <message>
        <source>Rows are found by %1 too, but Didomi keeps no “%2” of this person.</source>
        <translation>Les lignes sont aussi trouvées par %1, mais Didomi ne garde pas de «&#xa0;%2&#xa0;» pour cette personne.</translation>
    </message>
    <message>
        <source>See that the site gives this metadata to Didomi.</source>
        <translation>Veillez à ce que le site donne cette métadonnée à Didomi.</translation>
    </message>
</context>
<context>
    <name>models::Age</name>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>il y a %n minute</numerusform>
            <numerusform>il y a %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>il y a %n heure</numerusform>
            <numerusform>il y a %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ArrivalModel</name>
    <message>
        <source>%1 (UTC)</source>
        <translation>%1 (UTC)</translation>
    </message>
    <message>
        <source>somebody without an id</source>
        <translation>quelqu’un sans ID</translation>
    </message>
    <message>
        <source>Seen at</source>
        <translation>Vu à</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Why it is parked</source>
        <translation>Pourquoi elle est mise de côté</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>models::ChangeModel</name>
    <message>
        <source>written</source>
        <translation>écrit</translation>
    </message>
    <message>
        <source>will be written</source>
        <translation>sera écrit</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>left alone</source>
        <translation>laissé tel quel</translation>
    </message>
    <message>
        <source>left alone: older choice</source>
        <translation>laissé tel quel&#xa0;: choix plus ancien</translation>
    </message>
    <message>
        <source>cannot be converted</source>
        <translation>ne peut pas être converti</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>changes from %1 to %2</source>
        <translation>passe de %1 à %2</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>Didomi value</source>
        <translation>Valeur Didomi</translation>
    </message>
    <message>
        <source>Didomi says</source>
        <translation>Didomi dit</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Converti</translation>
    </message>
    <message>
        <source>Dataverse column</source>
        <translation>Colonne Dataverse</translation>
    </message>
    <message>
        <source>Dynamics: before → read back</source>
        <translation>Dynamics&#xa0;: avant → relu</translation>
    </message>
    <message>
        <source>Dynamics: now → after</source>
        <translation>Dynamics&#xa0;: maintenant → après</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a channel such as E-mail, %2 an address</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqué</translation>
    </message>
    <message>
        <source>Whether journeys send to this address, before and after: calculated from the rows and the purposes’ enforcement models.</source>
        <translation>Si les parcours envoient à cette adresse, avant et après&#xa0;: calculé d’après les lignes et les modèles d’application des finalités.</translation>
    </message>
    <message>
        <source>Purpose or topic</source>
        <translation>Finalité ou rubrique</translation>
    </message>
    <message>
        <source>Journeys</source>
        <translation>Parcours</translation>
    </message>
</context>
<context>
    <name>models::ColumnModel</name>
    <message>
        <source>%1, %2, mapped</source>
        <translation>%1, %2, en correspondance</translation>
    </message>
</context>
<context>
    <name>models::DivergenceModel</name>
    <message>
        <source>somebody without an id</source>
        <translation>quelqu’un sans ID</translation>
    </message>
    <message>
        <source>the row is not there any more</source>
        <translation>la ligne n’existe plus</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>The run wrote</source>
        <translation>L’exécution a écrit</translation>
    </message>
    <message>
        <source>It says now</source>
        <translation>Elle dit maintenant</translation>
    </message>
</context>
<context>
    <name>models::FailureModel</name>
    <message>
        <source>Request id: %1</source>
        <translation>ID de requête&#xa0;: %1</translation>
    </message>
    <message>
        <source>somebody without an id</source>
        <translation>quelqu’un sans ID</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>models::FeedModel</name>
    <message>
        <source>Seen %1, changed in Didomi %2 (UTC)</source>
        <translation>Vu %1, modifié dans Didomi %2 (UTC)</translation>
    </message>
    <message>
        <source>Seen at</source>
        <translation>Vu à</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>planification</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>écriture</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>would update</source>
        <translation>serait mis à jour</translation>
    </message>
    <message>
        <source>would create</source>
        <translation>serait créé</translation>
    </message>
    <message>
        <source>somebody without an id</source>
        <translation>quelqu’un sans ID</translation>
    </message>
    <message>
        <source>From arrival to the end</source>
        <translation>De l’arrivée à la fin</translation>
    </message>
    <message>
        <source>Attempts that failed</source>
        <translation>Tentatives qui ont échoué</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échecs</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>will be tried again</source>
        <translation>sera réessayé</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>mis de côté</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>webhook</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>interrogation</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
</context>
<context>
    <name>models::IntegrationListModel</name>
    <message>
        <source>damaged file</source>
        <translation>fichier endommagé</translation>
    </message>
    <message>
        <source>unsaved changes</source>
        <translation>modifications non enregistrées</translation>
    </message>
    <message>
        <source>Damaged file</source>
        <translation>Fichier endommagé</translation>
    </message>
</context>
<context>
    <name>models::MappingModel</name>
    <message>
        <source>not checked yet</source>
        <translation>pas encore vérifié</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Pas encore vérifié</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Didomi value</source>
        <translation>Valeur Didomi</translation>
    </message>
    <message>
        <source>Dataverse column</source>
        <translation>Colonne Dataverse</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Écrit</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Choose a Didomi value</source>
        <translation>Choisissez une valeur Didomi</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Choisissez une colonne</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Multiline text</source>
        <translation>Texte multiligne</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Nombre entier</translation>
    </message>
    <message>
        <source>Big integer</source>
        <translation>Grand entier</translation>
    </message>
    <message>
        <source>Decimal</source>
        <translation>Décimal</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Virgule flottante</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Yes/no</source>
        <translation>Oui/non</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Choix multiples</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Status reason</source>
        <translation>Raison du statut</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Date et heure</translation>
    </message>
    <message>
        <source>Date only</source>
        <translation>Date seule</translation>
    </message>
    <message>
        <source>Lookup</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Unique identifier</source>
        <translation>Identificateur unique</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Purpose or topic</source>
        <translation>Finalité ou rubrique</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Appartient à</translation>
    </message>
    <message>
        <source>Choose a purpose or topic</source>
        <translation>Choisissez une finalité ou une rubrique</translation>
    </message>
</context>
<context>
    <name>models::PastedPeople</name>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation>Le fichier «&#xa0;%1&#xa0;» ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>Vérifiez qu’il existe et que vous pouvez le lire.</translation>
    </message>
    <message>
        <source>The file “%1” is too large for a list of people.</source>
        <translation>Le fichier «&#xa0;%1&#xa0;» est trop grand pour une liste de personnes.</translation>
    </message>
    <message>
        <source>Exports of Didomi are added below, where consents come from.</source>
        <translation>Les exports de Didomi s’ajoutent plus bas, là où l’on dit d’où viennent les consentements.</translation>
    </message>
    <message>
        <source>The file “%1” is JSON, not a list of people.</source>
        <translation>Le fichier «&#xa0;%1&#xa0;» est du JSON, pas une liste de personnes.</translation>
    </message>
</context>
<context>
    <name>models::PlanListModel</name>
    <message>
        <source>Taking back</source>
        <translation>Annulation</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>Resync</source>
        <translation>Resynchronisation</translation>
    </message>
    <message>
        <source>%1 (UTC)</source>
        <translation>%1 (UTC)</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>ne peut pas être lu</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How many are written of how many people are in the plan.</extracomment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Planned at</source>
        <translation>Planifié le</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>Personnes concernées</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>Non écrit</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrit</translation>
    </message>
</context>
<context>
    <name>models::ReviewModel</name>
    <message>
        <source>could not be read</source>
        <translation>n’a pas pu être lu</translation>
    </message>
    <message>
        <source>is being read…</source>
        <translation>en cours de lecture…</translation>
    </message>
    <message>
        <source>somebody without an id</source>
        <translation>quelqu’un sans ID</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissé de côté</translation>
    </message>
    <message>
        <source>nothing to write</source>
        <translation>rien à écrire</translation>
    </message>
    <message>
        <source>in the run</source>
        <translation>dans l’exécution</translation>
    </message>
    <message>
        <source>%1
Changed in Didomi %2 (UTC)</source>
        <translation>%1
Modifié dans Didomi %2 (UTC)</translation>
    </message>
    <message>
        <source>Written when it is ticked</source>
        <translation>Écrit si la case est cochée</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>Il n’y a rien à écrire.</translation>
    </message>
    <message>
        <source>What is ticked is written by the run</source>
        <translation>Ce qui est coché est écrit par l’exécution</translation>
    </message>
    <message>
        <source>Run</source>
        <extracomment>A column of boxes: whether somebody is taken into the run.</extracomment>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>becomes contactable</source>
        <translation>devient joignable</translation>
    </message>
    <message>
        <source>stops being contactable</source>
        <translation>cesse d’être joignable</translation>
    </message>
    <message>
        <source>lacks required columns</source>
        <translation>n’a pas toutes les colonnes obligatoires</translation>
    </message>
    <message>
        <source>new row</source>
        <translation>nouvelle ligne</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
</context>
<context>
    <name>models::Sign</name>
    <message>
        <source>passed</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>non atteint</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>prévu</translation>
    </message>
</context>
<context>
    <name>models::SourceModel</name>
    <message>
        <source>yes or no</source>
        <translation>oui ou non</translation>
    </message>
    <message>
        <source>text</source>
        <translation>du texte</translation>
    </message>
    <message>
        <source>%1, mapped</source>
        <translation>%1, en correspondance</translation>
    </message>
</context>
<context>
    <name>models::SourceTree</name>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
    <message>
        <source>legitimate interest</source>
        <translation>intérêt légitime</translation>
    </message>
    <message>
        <source>Purposes of IAB and Didomi</source>
        <translation>Finalités de l’IAB et de Didomi</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>La personne</translation>
    </message>
</context>
<context>
    <name>models::StepModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>Cause&#xa0;: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Que faire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Où&#xa0;: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code&#xa0;: %1</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>État HTTP&#xa0;: %1</translation>
    </message>
    <message>
        <source>The server said: %1</source>
        <translation>Le serveur a dit&#xa0;: %1</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>ID de requête&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n passed</source>
        <translation>
            <numerusform>%1 sur %n réussie</numerusform>
            <numerusform>%1 sur %n réussies</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs: %1</source>
        <translation>Nécessite : %1</translation>
    </message>
</context>
<context>
    <name>models::Target</name>
    <message>
        <source>true</source>
        <translation>vrai</translation>
    </message>
    <message>
        <source>false</source>
        <translation>faux</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>empty</source>
        <extracomment>What an answer does to a column: it is emptied.</extracomment>
        <translation>vide</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>In a table: what an answer (given, refused, …) is written as. – is: not at all.</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>only read</source>
        <translation>seulement lue</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) translated</source>
        <translation>
            <numerusform>%n valeur traduite</numerusform>
            <numerusform>%n valeurs traduites</numerusform>
        </translation>
    </message>
    <message>
        <source>and back</source>
        <translation>et en retour</translation>
    </message>
    <message>
        <source>Topic of %1</source>
        <translation>Rubrique de %1</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Rubrique</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalité</translation>
    </message>
    <message>
        <source>%1 given opts in to “%2” by %3, refused opts out.</source>
        <extracomment>%1 is what Didomi knows, %2 a purpose or topic of Dynamics 365, %3 a channel: Email, Text message</extracomment>
        <translation>%1 donné vaut acceptation de «&#xa0;%2&#xa0;» par %3, refusé vaut refus.</translation>
    </message>
    <message>
        <source>%1, found by the key %2</source>
        <translation>%1, recherche par la clé %2</translation>
    </message>
    <message>
        <source>%1, found by %2</source>
        <translation>%1, recherche par %2</translation>
    </message>
    <message>
        <source>%1, found by the row id</source>
        <translation>%1, recherche par l’ID de ligne</translation>
    </message>
    <message>
        <source>%1; new rows for who has none</source>
        <translation>%1&#xa0;; nouvelles lignes pour qui n’en a pas</translation>
    </message>
    <message>
        <source>%1; who has no row is skipped</source>
        <translation>%1&#xa0;; qui n’a pas de ligne est ignoré</translation>
    </message>
</context>
<context>
    <name>models::TargetModel</name>
    <message>
        <source>compliance profile</source>
        <translation>profil de conformité</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>rubrique</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>finalité</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inactive</translation>
    </message>
    <message>
        <source>%1, mapped</source>
        <translation>%1, en correspondance</translation>
    </message>
</context>
<context>
    <name>models::WriteLine</name>
    <message>
        <source>empty</source>
        <extracomment>The value of a column that holds nothing.</extracomment>
        <translation>vide</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1&#xa0;: %2 → %3</translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s): %1</source>
        <extracomment>%1 is a list of changes: &quot;Do not allow bulk emails → Allow, …&quot;</extracomment>
        <translation>
            <numerusform>%n consentement&#xa0;: %1</numerusform>
            <numerusform>%n consentements&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s): %1</source>
        <extracomment>%1 is a list of changes: &quot;Do not allow bulk emails → Allow, …&quot;</extracomment>
        <translation>
            <numerusform>%n colonne&#xa0;: %1</numerusform>
            <numerusform>%n colonnes&#xa0;: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::WriteModel</name>
    <message>
        <source>stays</source>
        <translation>reste tel quel</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>stays %1</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>nouveau&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <translation>%1 devient %2</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>Ce qui est écrit</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Avant → après</translation>
    </message>
    <message>
        <source>permits contact</source>
        <extracomment>%1 is a channel and an address</extracomment>
        <translation>autorise le contact</translation>
    </message>
    <message>
        <source>%1, permits contact</source>
        <translation>%1, autorise le contact</translation>
    </message>
</context>
<context>
    <name>net::Failure</name>
    <message>
        <source>The certificate of %1 expired on %2.</source>
        <translation>Le certificat de %1 a expiré le %2.</translation>
    </message>
    <message>
        <source>The certificate of %1 names no server.</source>
        <translation>Le certificat de %1 ne nomme aucun serveur.</translation>
    </message>
    <message>
        <source>The certificate of %1 was issued for another server: %2.</source>
        <translation>Le certificat de %1 a été délivré pour un autre serveur&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be accepted: %2.</source>
        <translation>Le certificat de %1 ne peut pas être accepté&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be reached from here: %2.</source>
        <translation>%1 ne peut pas être joint d’ici&#xa0;: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 did not answer within %n second(s).</source>
        <translation>
            <numerusform>%1 n’a pas répondu en %n seconde.</numerusform>
            <numerusform>%1 n’a pas répondu en %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again later. If it happens again and again, the server or the connection is overloaded.</source>
        <translation>Réessayez plus tard. Si cela se répète, le serveur ou la connexion est surchargé.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 and was not read.</source>
        <translation>La réponse de %1 dépasse %2 et n’a pas été lue.</translation>
    </message>
    <message>
        <source>Check the address: this does not look like the service that was expected.</source>
        <translation>Vérifiez l’adresse&#xa0;: cela ne ressemble pas au service attendu.</translation>
    </message>
    <message>
        <source>What %1 answered cannot be understood.</source>
        <translation>Ce que %1 a répondu ne peut pas être compris.</translation>
    </message>
    <message>
        <source>Check the address and the port: this does not look like the service that was expected.</source>
        <translation>Vérifiez l’adresse et le port&#xa0;: cela ne ressemble pas au service attendu.</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid only from %2 on; this computer&apos;s clock says %3.</source>
        <translation>Le certificat de %1 n’est valable qu’à partir du %2&#xa0;; l’horloge de cet ordinateur dit %3.</translation>
    </message>
    <message>
        <source>The proxy server %1 did not accept the user name or the password.</source>
        <translation>Le serveur proxy %1 n’a pas accepté le nom d’utilisateur ou le mot de passe.</translation>
    </message>
    <message>
        <source>Enter both again among this integration’s network options.</source>
        <translation>Saisissez à nouveau les deux dans les options réseau de cette intégration.</translation>
    </message>
</context>
<context>
    <name>net::Precheck</name>
    <message>
        <source>The address “%1” is not a web address.</source>
        <translation>L’adresse «&#xa0;%1&#xa0;» n’est pas une adresse web.</translation>
    </message>
    <message>
        <source>Enter a full address, such as https://example.org.</source>
        <translation>Saisissez une adresse complète, comme https://example.org.</translation>
    </message>
    <message>
        <source>Addresses that begin with “%1” cannot be called.</source>
        <translation>Les adresses qui commencent par «&#xa0;%1&#xa0;» ne peuvent pas être appelées.</translation>
    </message>
    <message>
        <source>Enter an address that begins with https://.</source>
        <translation>Saisissez une adresse qui commence par https://.</translation>
    </message>
    <message>
        <source>The address of %1 begins with http://. Nothing was sent: without encryption, everybody on the way could read passwords and personal data.</source>
        <translation>L’adresse de %1 commence par http://. Rien n’a été envoyé&#xa0;: sans chiffrement, tout le monde en chemin pourrait lire mots de passe et données personnelles.</translation>
    </message>
    <message>
        <source>The address of %1 contains a user name or a password.</source>
        <translation>L’adresse de %1 contient un nom d’utilisateur ou un mot de passe.</translation>
    </message>
    <message>
        <source>Remove everything between “//” and “@” from the address.</source>
        <translation>Retirez tout ce qui se trouve entre «&#xa0;//&#xa0;» et «&#xa0;@&#xa0;» dans l’adresse.</translation>
    </message>
    <message>
        <source>A part of the address on %1 is “.” or “..”, which cannot be sent.</source>
        <translation>Une partie de l’adresse sur %1 est «&#xa0;.&#xa0;» ou «&#xa0;..&#xa0;», ce qui ne peut pas être envoyé.</translation>
    </message>
    <message>
        <source>Look for an ID that consists of dots only.</source>
        <translation>Cherchez un ID fait uniquement de points.</translation>
    </message>
    <message>
        <source>The request&apos;s method is not a word of HTTP.</source>
        <translation>La méthode de la requête n’est pas un mot de HTTP.</translation>
    </message>
    <message>
        <source>The request&apos;s header “%1” contains characters that are not allowed there.</source>
        <translation>L’en-tête «&#xa0;%1&#xa0;» de la requête contient des caractères qui n’y sont pas permis.</translation>
    </message>
    <message>
        <source>Look for line breaks or other invisible characters in what you entered.</source>
        <translation>Cherchez des sauts de ligne ou d’autres caractères invisibles dans ce que vous avez saisi.</translation>
    </message>
</context>
<context>
    <name>net::Route</name>
    <message>
        <source>The file of certificate authorities %1 cannot be read: %2.</source>
        <translation>Le fichier d’autorités de certification %1 ne peut pas être lu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Choose the file again; it may have been moved.</source>
        <translation>Choisissez à nouveau le fichier&#xa0;; il a peut-être été déplacé.</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate.</source>
        <translation>Le fichier %1 ne contient aucun certificat.</translation>
    </message>
    <message>
        <source>Ask for your company’s root certificate in PEM form: a text that begins with “-----BEGIN CERTIFICATE-----”.</source>
        <translation>Demandez le certificat racine de votre entreprise au format PEM&#xa0;: un texte qui commence par «&#xa0;-----BEGIN CERTIFICATE-----&#xa0;».</translation>
    </message>
    <message>
        <source>The authority %1 in the file expired on %2.</source>
        <translation>L’autorité %1 du fichier a expiré le %2.</translation>
    </message>
    <message>
        <source>Ask for the authority’s present certificate.</source>
        <translation>Demandez le certificat actuel de l’autorité.</translation>
    </message>
    <message>
        <source>The certificate of %1 in the file is a server’s, not an authority’s.</source>
        <translation>Le certificat de %1 dans le fichier est celui d’un serveur, pas d’une autorité.</translation>
    </message>
    <message>
        <source>Ask for the certificate of the authority that issued it.</source>
        <translation>Demandez le certificat de l’autorité qui l’a délivré.</translation>
    </message>
</context>
<context>
    <name>net::Scheduler</name>
    <message>
        <source>%1 could not be reached: %2</source>
        <translation>%1 n’a pas pu être joint&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 asked us to wait (%2).</source>
        <translation>%1 nous a demandé d’attendre (%2).</translation>
    </message>
    <message>
        <source>%1 is not available at the moment (%2).</source>
        <translation>%1 n’est pas disponible en ce moment (%2).</translation>
    </message>
    <message>
        <source>%1 failed (%2).</source>
        <translation>%1 a échoué (%2).</translation>
    </message>
    <message numerus="yes">
        <source>What %1 allows within %n minute(s) is used up.</source>
        <translation>
            <numerusform>Ce que %1 permet en %n minute est épuisé.</numerusform>
            <numerusform>Ce que %1 permet en %n minutes est épuisé.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>profile::Channel</name>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Custom channel</source>
        <translation>Canal personnalisé</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voix</translation>
    </message>
</context>
<context>
    <name>profile::Ids</name>
    <message>
        <source>Copy “Application (client) ID” from the overview page of your app registration in Entra ID; it has the form 00000000-0000-0000-0000-000000000000.</source>
        <translation>Copiez «&#xa0;ID d’application (client)&#xa0;» depuis la vue d’ensemble de votre inscription d’application dans Entra ID&#xa0;; il a la forme 00000000-0000-0000-0000-000000000000.</translation>
    </message>
    <message>
        <source>The client ID consists of zeros only.</source>
        <translation>L’ID client n’est fait que de zéros.</translation>
    </message>
    <message>
        <source>The client ID is missing.</source>
        <translation>L’ID client manque.</translation>
    </message>
    <message>
        <source>The client ID is still the example&apos;s placeholder.</source>
        <translation>L’ID client est encore le texte d’exemple.</translation>
    </message>
    <message>
        <source>This looks like a client secret, not like a client ID.</source>
        <translation>Cela ressemble à un secret client, pas à un ID client.</translation>
    </message>
    <message>
        <source>Put the secret into its own field. %1</source>
        <translation>Mettez le secret dans son propre champ. %1</translation>
    </message>
    <message>
        <source>This is an e-mail address, not a client ID: Consent Bridge signs in as an application, not as a person.</source>
        <translation>C’est une adresse e-mail, pas un ID client&#xa0;: Consent Bridge se connecte comme application, pas comme personne.</translation>
    </message>
    <message>
        <source>This is an address, not a client ID.</source>
        <translation>C’est une adresse, pas un ID client.</translation>
    </message>
    <message>
        <source>This is a domain, not a client ID; perhaps it belongs into the tenant ID.</source>
        <translation>C’est un domaine, pas un ID client&#xa0;; il va peut-être dans l’ID de locataire.</translation>
    </message>
    <message>
        <source>This is the object ID, not the client ID.</source>
        <translation>C’est l’ID d’objet, pas l’ID client.</translation>
    </message>
    <message>
        <source>There is more text here than the client ID.</source>
        <translation>Il y a ici plus de texte que l’ID client.</translation>
    </message>
    <message>
        <source>Leave only the ID itself.</source>
        <translation>Ne laissez que l’ID lui-même.</translation>
    </message>
    <message numerus="yes">
        <source>This is not a client ID: it must have 32 hexadecimal digits in five groups, but the text has %n character(s).</source>
        <translation>
            <numerusform>Ce n’est pas un ID client&#xa0;: il doit avoir 32 chiffres hexadécimaux en cinq groupes, mais le texte a %n caractère.</numerusform>
            <numerusform>Ce n’est pas un ID client&#xa0;: il doit avoir 32 chiffres hexadécimaux en cinq groupes, mais le texte a %n caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy “Directory (tenant) ID” from the overview page of your app registration in Entra ID, or enter your directory&apos;s domain, as in contoso.onmicrosoft.com.</source>
        <translation>Copiez «&#xa0;ID de l’annuaire (locataire)&#xa0;» depuis la vue d’ensemble de votre inscription d’application dans Entra ID, ou saisissez le domaine de votre annuaire, comme contoso.onmicrosoft.com.</translation>
    </message>
    <message>
        <source>“%1” stands for any tenant; an application must sign in to one certain tenant.</source>
        <translation>«&#xa0;%1&#xa0;» désigne n’importe quel locataire&#xa0;; une application doit se connecter à un locataire précis.</translation>
    </message>
    <message>
        <source>The tenant ID consists of zeros only.</source>
        <translation>L’ID de locataire n’est fait que de zéros.</translation>
    </message>
    <message>
        <source>This is the host of a service, not a tenant; perhaps it belongs into the instance.</source>
        <translation>C’est l’hôte d’un service, pas un locataire&#xa0;; il va peut-être dans l’instance.</translation>
    </message>
    <message>
        <source>The tenant ID is missing.</source>
        <translation>L’ID de locataire manque.</translation>
    </message>
    <message>
        <source>The tenant ID is still the example&apos;s placeholder.</source>
        <translation>L’ID de locataire est encore le texte d’exemple.</translation>
    </message>
    <message>
        <source>This looks like a client secret, not like a tenant ID.</source>
        <translation>Cela ressemble à un secret client, pas à un ID de locataire.</translation>
    </message>
    <message>
        <source>This is an e-mail address, not a tenant.</source>
        <translation>C’est une adresse e-mail, pas un locataire.</translation>
    </message>
    <message>
        <source>Enter only the part after the @, if that is your directory&apos;s domain. %1</source>
        <translation>Saisissez seulement la partie après le @, si c’est le domaine de votre annuaire. %1</translation>
    </message>
    <message>
        <source>This is an address, not a tenant.</source>
        <translation>C’est une adresse, pas un locataire.</translation>
    </message>
    <message>
        <source>If the tenant ID stands in it, leave only the ID itself. %1</source>
        <translation>Si elle contient l’ID de locataire, ne laissez que l’ID lui-même. %1</translation>
    </message>
    <message>
        <source>This is an object ID, not the tenant ID.</source>
        <translation>C’est un ID d’objet, pas l’ID de locataire.</translation>
    </message>
    <message>
        <source>There is more text here than the tenant ID.</source>
        <translation>Il y a ici plus de texte que l’ID de locataire.</translation>
    </message>
    <message>
        <source>This is neither a tenant ID nor a domain.</source>
        <translation>Ce n’est ni un ID de locataire ni un domaine.</translation>
    </message>
</context>
<context>
    <name>profile::Instance</name>
    <message>
        <source>North America</source>
        <translation>Amérique du Nord</translation>
    </message>
    <message>
        <source>South America</source>
        <translation>Amérique du Sud</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Canada</translation>
    </message>
    <message>
        <source>EMEA</source>
        <translation>EMEA</translation>
    </message>
    <message>
        <source>Asia Pacific</source>
        <translation>Asie-Pacifique</translation>
    </message>
    <message>
        <source>Oceania</source>
        <translation>Océanie</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japon</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Inde</translation>
    </message>
    <message>
        <source>US Government (GCC)</source>
        <translation>Administration américaine (GCC)</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Royaume-Uni</translation>
    </message>
    <message>
        <source>France</source>
        <translation>France</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Afrique du Sud</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>Émirats arabes unis</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Allemagne</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Suisse</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Norvège</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapour</translation>
    </message>
    <message>
        <source>Korea</source>
        <translation>Corée</translation>
    </message>
    <message>
        <source>the Power Apps maker portal</source>
        <translation>le portail créateur Power Apps</translation>
    </message>
    <message>
        <source>the Power Platform admin center</source>
        <translation>le centre d’administration Power Platform</translation>
    </message>
    <message>
        <source>the Power Platform</source>
        <translation>Power Platform</translation>
    </message>
    <message>
        <source>Power Automate</source>
        <translation>Power Automate</translation>
    </message>
    <message>
        <source>the Azure portal</source>
        <translation>le portail Azure</translation>
    </message>
    <message>
        <source>the Entra admin center</source>
        <translation>le centre d’administration Entra</translation>
    </message>
    <message>
        <source>the Microsoft 365 admin center</source>
        <translation>le centre d’administration Microsoft 365</translation>
    </message>
    <message>
        <source>Microsoft&apos;s sign-in</source>
        <translation>la connexion de Microsoft</translation>
    </message>
    <message>
        <source>the Dynamics 365 home page</source>
        <translation>la page d’accueil de Dynamics 365</translation>
    </message>
    <message>
        <source>Microsoft&apos;s product pages</source>
        <translation>les pages produit de Microsoft</translation>
    </message>
    <message>
        <source>Microsoft&apos;s documentation</source>
        <translation>la documentation de Microsoft</translation>
    </message>
    <message>
        <source>SharePoint</source>
        <translation>SharePoint</translation>
    </message>
    <message>
        <source>Didomi</source>
        <translation>Didomi</translation>
    </message>
    <message>
        <source>The %1 is missing.</source>
        <translation>Champ manquant&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The %1 is still the example&apos;s placeholder.</source>
        <translation>Encore le texte d’exemple dans ce champ&#xa0;: %1.</translation>
    </message>
    <message>
        <source>This is an ID, not an address.</source>
        <translation>C’est un ID, pas une adresse.</translation>
    </message>
    <message>
        <source>This looks like a client secret, not like an address.</source>
        <translation>Cela ressemble à un secret client, pas à une adresse.</translation>
    </message>
    <message>
        <source>Put the secret into its own field. %1</source>
        <translation>Mettez le secret dans son propre champ. %1</translation>
    </message>
    <message>
        <source>This is an e-mail address, not the address of a server.</source>
        <translation>C’est une adresse e-mail, pas l’adresse d’un serveur.</translation>
    </message>
    <message>
        <source>An address has no blanks, line breaks or backslashes.</source>
        <translation>Une adresse n’a ni espaces, ni sauts de ligne, ni barres obliques inverses.</translation>
    </message>
    <message>
        <source>This is not an address that could be read: there must be two slashes behind “https:”.</source>
        <translation>Cette adresse n’a pas pu être lue&#xa0;: il faut deux barres obliques après «&#xa0;https:&#xa0;».</translation>
    </message>
    <message>
        <source>This is not an address that could be read.</source>
        <translation>Cette adresse n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>The address holds a user name or password before the @.</source>
        <translation>L’adresse contient un nom d’utilisateur ou un mot de passe avant le @.</translation>
    </message>
    <message>
        <source>Leave out everything up to the @.</source>
        <translation>Retirez tout jusqu’au @ compris.</translation>
    </message>
    <message>
        <source>The address starts with “%1://”, but must start with “https://”.</source>
        <translation>L’adresse commence par «&#xa0;%1://&#xa0;», mais doit commencer par «&#xa0;https://&#xa0;».</translation>
    </message>
    <message>
        <source>“http://” would send credentials and personal data over the network unprotected.</source>
        <translation>«&#xa0;http://&#xa0;» enverrait identifiants et données personnelles sans protection sur le réseau.</translation>
    </message>
    <message>
        <source>Use “https://” instead; plain http is only possible to this very computer.</source>
        <translation>Utilisez «&#xa0;https://&#xa0;»&#xa0;; http simple n’est possible que vers cet ordinateur lui-même.</translation>
    </message>
    <message>
        <source>“%1” is not a complete host name.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nom d’hôte complet.</translation>
    </message>
    <message>
        <source>China</source>
        <translation>Chine</translation>
    </message>
    <message>
        <source>US Government (GCC High)</source>
        <translation>Administration américaine (GCC High)</translation>
    </message>
    <message>
        <source>US Government (DoD)</source>
        <translation>Administration américaine (DoD)</translation>
    </message>
    <message>
        <source>address of the environment</source>
        <translation>adresse de l’environnement</translation>
    </message>
    <message>
        <source>Copy “Environment URL” from the Power Platform admin center, or the address bar of your Dynamics 365 app; it looks like https://yourorganisation.crm4.dynamics.com.</source>
        <translation>Copiez «&#xa0;URL de l’environnement&#xa0;» depuis le centre d’administration Power Platform, ou la barre d’adresse de votre application Dynamics 365&#xa0;; elle ressemble à https://votreorganisation.crm4.dynamics.com.</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
    <message>
        <source>The name of your organisation is missing before “%1”.</source>
        <translation>Le nom de votre organisation manque avant «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>This is the address of %1, not of an environment.</source>
        <translation>C’est l’adresse de ceci&#xa0;: %1&#xa0;; pas celle d’un environnement.</translation>
    </message>
    <message>
        <source>Microsoft closed this German cloud in 2021; the environment has moved to another address.</source>
        <translation>Microsoft a fermé ce cloud allemand en 2021&#xa0;; l’environnement a déménagé à une autre adresse.</translation>
    </message>
    <message>
        <source>“%1” is not a host that Microsoft documents for Dynamics 365; it is used as it is.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un hôte que Microsoft documente pour Dynamics 365&#xa0;; il est utilisé tel quel.</translation>
    </message>
    <message>
        <source>“%1” is a service of Microsoft&apos;s, not an environment.</source>
        <translation>«&#xa0;%1&#xa0;» est un service de Microsoft, pas un environnement.</translation>
    </message>
    <message>
        <source>Dynamics 365 does not listen on port %1.</source>
        <translation>Dynamics 365 n’écoute pas sur le port %1.</translation>
    </message>
    <message>
        <source>Leave out the colon and the number behind the host.</source>
        <translation>Retirez le deux-points et le nombre après l’hôte.</translation>
    </message>
    <message>
        <source>address of Didomi&apos;s API</source>
        <translation>adresse de l’API de Didomi</translation>
    </message>
    <message>
        <source>Use https://api.didomi.io/v1, unless Didomi gave you another one.</source>
        <translation>Utilisez https://api.didomi.io/v1, sauf si Didomi vous en a donné une autre.</translation>
    </message>
    <message>
        <source>The address must end with its path; there is a “?” or “#” in it.</source>
        <translation>L’adresse doit finir par son chemin&#xa0;; elle contient un «&#xa0;?&#xa0;» ou un «&#xa0;#&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is a site of Didomi&apos;s for people, not its API.</source>
        <translation>«&#xa0;%1&#xa0;» est un site de Didomi pour les personnes, pas son API.</translation>
    </message>
    <message>
        <source>This is the address of a Dynamics 365 environment, not of Didomi.</source>
        <translation>C’est l’adresse d’un environnement Dynamics 365, pas de Didomi.</translation>
    </message>
    <message>
        <source>address of the sign-in</source>
        <translation>adresse de connexion</translation>
    </message>
    <message>
        <source>Leave the field empty to use the sign-in that belongs to the environment.</source>
        <translation>Laissez le champ vide pour utiliser la connexion qui va avec l’environnement.</translation>
    </message>
    <message>
        <source>The address of the sign-in must end with the host; the tenant has its own field.</source>
        <translation>L’adresse de connexion doit finir par l’hôte&#xa0;; le locataire a son propre champ.</translation>
    </message>
</context>
<context>
    <name>profile::Integration</name>
    <message>
        <source>Correct it in the file and import it again.</source>
        <translation>Corrigez-le dans le fichier et importez à nouveau.</translation>
    </message>
    <message>
        <source>“%1” must be %2, but is %3.</source>
        <translation>«&#xa0;%1&#xa0;» doit être %2, mais est %3.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>vrai ou faux</translation>
    </message>
    <message>
        <source>“upsert_mode” was the text “%1”; it was taken as the yes or no that it stands for.</source>
        <translation>«&#xa0;upsert_mode&#xa0;» était le texte «&#xa0;%1&#xa0;»&#xa0;; il a été pris comme le oui ou le non qu’il signifie.</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>an object with “id” and “value”</source>
        <translation>un objet avec «&#xa0;id&#xa0;» et «&#xa0;value&#xa0;»</translation>
    </message>
    <message>
        <source>“%1” is %2, not a text; it was kept as it is.</source>
        <translation>«&#xa0;%1&#xa0;» est %2, pas un texte&#xa0;; il a été gardé tel quel.</translation>
    </message>
    <message>
        <source>“%1” held a secret that is not used here; it was not kept.</source>
        <translation>«&#xa0;%1&#xa0;» contenait un secret inutilisé ici&#xa0;; il n’a pas été gardé.</translation>
    </message>
    <message>
        <source>The file holds no client secret, only a placeholder; enter the secret yourself.</source>
        <translation>Le fichier ne contient pas de secret client, seulement un texte d’exemple&#xa0;; saisissez le secret vous-même.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>An integration is a JSON object, but this is %1.</source>
        <translation>Une intégration est un objet JSON, mais ceci est %1.</translation>
    </message>
    <message>
        <source>Choose a file with one integration, as Didomi&apos;s documentation shows it.</source>
        <translation>Choisissez un fichier avec une intégration, comme le montre la documentation de Didomi.</translation>
    </message>
    <message>
        <source>The file has the older layout with “config”; it was converted to today&apos;s.</source>
        <translation>Le fichier a l’ancienne forme avec «&#xa0;config&#xa0;»&#xa0;; il a été converti à celle d’aujourd’hui.</translation>
    </message>
    <message>
        <source>This is JSON, but not an integration: it has neither “type_id” nor “authentication” nor “mappings”.</source>
        <translation>C’est du JSON, mais pas une intégration&#xa0;: il n’a ni «&#xa0;type_id&#xa0;», ni «&#xa0;authentication&#xa0;», ni «&#xa0;mappings&#xa0;».</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>un objet</translation>
    </message>
    <message>
        <source>The file does not say for which app the integration is; Microsoft Dynamics 365 was assumed.</source>
        <translation>Le fichier ne dit pas pour quelle application est l’intégration&#xa0;; Microsoft Dynamics 365 a été supposé.</translation>
    </message>
    <message>
        <source>This is a profile file of this program, not an integration of Didomi.</source>
        <translation>C’est un fichier de profil de ce programme, pas une intégration de Didomi.</translation>
    </message>
    <message>
        <source>Open it as a profile instead of importing it.</source>
        <translation>Ouvrez-le comme profil au lieu de l’importer.</translation>
    </message>
    <message>
        <source>“%1” stands twice in the same object; the last one was taken.</source>
        <translation>«&#xa0;%1&#xa0;» figure deux fois dans le même objet&#xa0;; le dernier a été pris.</translation>
    </message>
</context>
<context>
    <name>profile::Json</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Ligne %1, colonne %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>the text ends before the JSON is complete.</source>
        <translation>le texte finit avant que le JSON soit complet.</translation>
    </message>
    <message>
        <source>there is a comment; JSON has none.</source>
        <translation>il y a un commentaire&#xa0;; JSON n’en a pas.</translation>
    </message>
    <message>
        <source>there is a comma before “%1”; after the last entry there must be none.</source>
        <translation>il y a une virgule avant «&#xa0;%1&#xa0;»&#xa0;; il n’en faut pas après la dernière entrée.</translation>
    </message>
    <message>
        <source>there is the quotation mark “%1”; JSON only knows the straight double one (&quot;).</source>
        <translation>il y a le guillemet «&#xa0;%1&#xa0;»&#xa0;; JSON ne connaît que le guillemet double droit (&quot;).</translation>
    </message>
    <message>
        <source>there is “&lt;”; this looks like a web page or XML, not like JSON.</source>
        <translation>il y a «&#xa0;&lt;&#xa0;»&#xa0;; cela ressemble à une page web ou à du XML, pas à du JSON.</translation>
    </message>
    <message>
        <source>there is “&quot;”; a comma is missing before it, or a quotation mark too many.</source>
        <translation>il y a «&#xa0;&quot;&#xa0;»&#xa0;; une virgule manque avant, ou il y a un guillemet de trop.</translation>
    </message>
    <message>
        <source>there is a line break, a tab or another control character within a text.</source>
        <translation>il y a un saut de ligne, une tabulation ou un autre caractère de contrôle dans un texte.</translation>
    </message>
    <message>
        <source>there is “%1”, which cannot stand here.</source>
        <translation>il y a «&#xa0;%1&#xa0;», qui ne peut pas être ici.</translation>
    </message>
    <message>
        <source>The file is larger than 8 MB.</source>
        <translation>Le fichier dépasse 8 Mo.</translation>
    </message>
    <message>
        <source>Choose a file that holds a single integration.</source>
        <translation>Choisissez un fichier qui contient une seule intégration.</translation>
    </message>
    <message>
        <source>The file is not written in UTF-8 but in UTF-16.</source>
        <translation>Le fichier n’est pas écrit en UTF-8 mais en UTF-16.</translation>
    </message>
    <message>
        <source>Save it again as UTF-8; Windows Notepad offers that next to “Encoding”.</source>
        <translation>Enregistrez-le en UTF-8&#xa0;; le Bloc-notes de Windows le propose à côté d’«&#xa0;Encodage&#xa0;».</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>Choose a file with JSON in it.</source>
        <translation>Choisissez un fichier qui contient du JSON.</translation>
    </message>
    <message numerus="yes">
        <source>The JSON is nested more than %n level(s) deep.</source>
        <translation>
            <numerusform>Le JSON est imbriqué sur plus de %n niveau.</numerusform>
            <numerusform>Le JSON est imbriqué sur plus de %n niveaux.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not valid JSON. %1</source>
        <translation>Ce n’est pas du JSON valide. %1</translation>
    </message>
    <message>
        <source>Correct that place and try again.</source>
        <translation>Corrigez cet endroit et réessayez.</translation>
    </message>
    <message>
        <source>nothing (null)</source>
        <translation>rien (null)</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>vrai ou faux</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>un objet</translation>
    </message>
</context>
<context>
    <name>profile::Mapping</name>
    <message>
        <source>“%1” writes the value “%2”.</source>
        <extracomment>%1 is one of given, refused, no choice, pending</extracomment>
        <translation>«&#xa0;%1&#xa0;» écrit la valeur «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” clears the column.</source>
        <translation>«&#xa0;%1&#xa0;» vide la colonne.</translation>
    </message>
    <message>
        <source>“%1” leaves the column alone.</source>
        <translation>«&#xa0;%1&#xa0;» laisse la colonne telle quelle.</translation>
    </message>
    <message>
        <source>given</source>
        <translation>donné</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>no choice</source>
        <translation>aucun choix</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>The column is written the other way round: given writes false.</source>
        <translation>La colonne est écrite dans l’autre sens&#xa0;: donné écrit false.</translation>
    </message>
    <message>
        <source>It was confirmed that given writes true.</source>
        <translation>Il a été confirmé que donné écrit true.</translation>
    </message>
    <message numerus="yes">
        <source>%n picked value(s) have an option of the column each.</source>
        <translation>
            <numerusform>%n valeur choisie a son option de la colonne.</numerusform>
            <numerusform>%n valeurs choisies ont chacune leur option de la colonne.</numerusform>
        </translation>
    </message>
    <message>
        <source>The text is written %1.</source>
        <translation>Le texte est écrit %1.</translation>
    </message>
    <message>
        <source>Consents go only from Dynamics 365 to Didomi.</source>
        <translation>Les consentements vont seulement de Dynamics 365 vers Didomi.</translation>
    </message>
    <message>
        <source>Consents go from Dynamics 365 to Didomi too.</source>
        <translation>Les consentements vont aussi de Dynamics 365 vers Didomi.</translation>
    </message>
    <message>
        <source>It is about the channel “%1”.</source>
        <extracomment>%1 is a channel: Text message, Voice</extracomment>
        <translation>Elle concerne le canal «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The row that the column points to is found by its column %1.</source>
        <translation>La ligne vers laquelle pointe la colonne est trouvée par sa colonne %1.</translation>
    </message>
    <message>
        <source>The column points to a row of the table %1.</source>
        <translation>La colonne pointe vers une ligne de la table %1.</translation>
    </message>
</context>
<context>
    <name>profile::Migrations</name>
    <message>
        <source>“schema” must be a whole number, but is %1.</source>
        <translation>«&#xa0;schema&#xa0;» doit être un nombre entier, mais est %1.</translation>
    </message>
    <message>
        <source>Correct it in the file; this version writes %1.</source>
        <translation>Corrigez-le dans le fichier&#xa0;; cette version écrit %1.</translation>
    </message>
    <message>
        <source>The file was written by a newer version of this program: its schema is %1, and this version knows up to %2.</source>
        <translation>Le fichier a été écrit par une version plus récente de ce programme&#xa0;: son schéma est %1, et cette version connaît jusqu’à %2.</translation>
    </message>
    <message>
        <source>Install the newer version to open it. The file was left as it is.</source>
        <translation>Installez la version plus récente pour l’ouvrir. Le fichier a été laissé tel quel.</translation>
    </message>
</context>
<context>
    <name>profile::OlderLayout</name>
    <message>
        <source>“%1” is given twice with different contents, in “config” and outside of it.</source>
        <translation>«&#xa0;%1&#xa0;» est donné deux fois avec des contenus différents, dans «&#xa0;config&#xa0;» et en dehors.</translation>
    </message>
    <message>
        <source>Remove the one that is out of date and import the file again.</source>
        <translation>Supprimez celui qui est périmé et importez le fichier à nouveau.</translation>
    </message>
    <message>
        <source>“%1” must be %2, but is %3.</source>
        <translation>«&#xa0;%1&#xa0;» doit être %2, mais est %3.</translation>
    </message>
    <message>
        <source>Correct it in the file and import it again.</source>
        <translation>Corrigez-le dans le fichier et importez à nouveau.</translation>
    </message>
    <message>
        <source>“config.%1” must be a list, but is %2.</source>
        <translation>«&#xa0;config.%1&#xa0;» doit être une liste, mais est %2.</translation>
    </message>
</context>
<context>
    <name>profile::Profile</name>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Bac à sable</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Développement</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>Legacy</source>
        <translation>Legacy</translation>
    </message>
</context>
<context>
    <name>profile::ProfileFile</name>
    <message>
        <source>Correct it in the profile file.</source>
        <translation>Corrigez-le dans le fichier de profil.</translation>
    </message>
    <message>
        <source>“%1” must be an object, but is %2.</source>
        <translation>«&#xa0;%1&#xa0;» doit être un objet, mais est %2.</translation>
    </message>
    <message>
        <source>“%1” must be a text, but is %2.</source>
        <translation>«&#xa0;%1&#xa0;» doit être un texte, mais est %2.</translation>
    </message>
    <message>
        <source>“%1” must be a whole number, but is %2.</source>
        <translation>«&#xa0;%1&#xa0;» doit être un nombre entier, mais est %2.</translation>
    </message>
    <message>
        <source>“%1” must be one of %2, but is something else.</source>
        <translation>«&#xa0;%1&#xa0;» doit être l’un de %2, mais est autre chose.</translation>
    </message>
    <message>
        <source>“%1” must hold only texts, but holds %2.</source>
        <translation>«&#xa0;%1&#xa0;» ne doit contenir que des textes, mais contient %2.</translation>
    </message>
    <message>
        <source>“mapping_options” must be a list, but is %1.</source>
        <translation>«&#xa0;mapping_options&#xa0;» doit être une liste, mais est %1.</translation>
    </message>
    <message>
        <source>The profile file has no “id”.</source>
        <translation>Le fichier de profil n’a pas d’«&#xa0;id&#xa0;».</translation>
    </message>
    <message>
        <source>The “id” of the profile file is not a UUID.</source>
        <translation>L’«&#xa0;id&#xa0;» du fichier de profil n’est pas un UUID.</translation>
    </message>
    <message>
        <source>Write &quot;id&quot;: &quot;%1&quot; into the file; this one is new, and used nowhere else.</source>
        <translation>Écrivez &quot;id&quot;: &quot;%1&quot; dans le fichier&#xa0;; celui-ci est nouveau, et utilisé nulle part ailleurs.</translation>
    </message>
    <message>
        <source>A profile file holds a JSON object, but this is %1.</source>
        <translation>Un fichier de profil contient un objet JSON, mais ceci est %1.</translation>
    </message>
    <message>
        <source>The profile file has no “integration”.</source>
        <translation>Le fichier de profil n’a pas d’«&#xa0;integration&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” must be a date as in 2027-03-31.</source>
        <translation>«&#xa0;%1&#xa0;» doit être une date comme 2027-03-31.</translation>
    </message>
    <message>
        <source>“%1” must be a list, but is %2.</source>
        <translation>«&#xa0;%1&#xa0;» doit être une liste, mais est %2.</translation>
    </message>
    <message>
        <source>“%1” must say what is done with the text.</source>
        <translation>«&#xa0;%1&#xa0;» doit dire ce qui est fait du texte.</translation>
    </message>
</context>
<context>
    <name>profile::SecretRef</name>
    <message>
        <source>The reference “%1” to a secret does not say which one.</source>
        <translation>La référence «&#xa0;%1&#xa0;» à un secret ne dit pas lequel.</translation>
    </message>
    <message>
        <source>Write the name behind the colon, as in env:DIDOMI_SECRET or file:/run/secrets/didomi.</source>
        <translation>Écrivez le nom après le deux-points, comme env:DIDOMI_SECRET ou file:/run/secrets/didomi.</translation>
    </message>
    <message>
        <source>The name of the environment variable holds a blank or an equals sign.</source>
        <translation>Le nom de la variable d’environnement contient une espace ou un signe égal.</translation>
    </message>
    <message>
        <source>Write only the variable&apos;s name behind “env:”.</source>
        <translation>Écrivez seulement le nom de la variable après «&#xa0;env:&#xa0;».</translation>
    </message>
    <message>
        <source>This is not a reference to a secret: it starts with none of keychain:, session:, env: and file:.</source>
        <translation>Ce n’est pas une référence à un secret&#xa0;: elle ne commence par aucun de keychain:, session:, env: et file:.</translation>
    </message>
    <message>
        <source>Never write a secret into a profile file; enter it in the window, or name the variable (env:NAME) or file (file:PATH) that holds it.</source>
        <translation>N’écrivez jamais un secret dans un fichier de profil&#xa0;; saisissez-le dans la fenêtre, ou nommez la variable (env:NAME) ou le fichier (file:PATH) qui le contient.</translation>
    </message>
</context>
<context>
    <name>profile::Transform</name>
    <message>
        <source>without blanks around it</source>
        <translation>sans espaces autour</translation>
    </message>
    <message>
        <source>in lower case</source>
        <translation>en minuscules</translation>
    </message>
    <message>
        <source>in upper case</source>
        <translation>en majuscules</translation>
    </message>
    <message>
        <source>as MD5 hash</source>
        <translation>comme hachage MD5</translation>
    </message>
    <message>
        <source>as SHA-1 hash</source>
        <translation>comme hachage SHA-1</translation>
    </message>
    <message>
        <source>as SHA-256 hash</source>
        <translation>comme hachage SHA-256</translation>
    </message>
    <message>
        <source>as a date in another format</source>
        <translation>comme date dans un autre format</translation>
    </message>
    <message>
        <source>within a text</source>
        <translation>dans un texte</translation>
    </message>
</context>
<context>
    <name>profile::Validation</name>
    <message>
        <source>The integration has no name.</source>
        <translation>L’intégration n’a pas de nom.</translation>
    </message>
    <message>
        <source>Give it one that tells it apart from your others.</source>
        <translation>Donnez-lui-en un qui la distingue des autres.</translation>
    </message>
    <message>
        <source>The type of the integration is missing.</source>
        <translation>Le type de l’intégration manque.</translation>
    </message>
    <message>
        <source>Enter “microsoft-dynamics”.</source>
        <translation>Saisissez «&#xa0;microsoft-dynamics&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is an integration with another app, not with Microsoft Dynamics 365.</source>
        <translation>«&#xa0;%1&#xa0;» est une intégration avec une autre application, pas avec Microsoft Dynamics 365.</translation>
    </message>
    <message>
        <source>Import one whose “type_id” is “microsoft-dynamics”.</source>
        <translation>Importez-en une dont «&#xa0;type_id&#xa0;» vaut «&#xa0;microsoft-dynamics&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is not the type that Didomi documents for Microsoft Dynamics 365.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas le type que Didomi documente pour Microsoft Dynamics 365.</translation>
    </message>
    <message>
        <source>If Didomi did not give you this one, use “microsoft-dynamics”.</source>
        <translation>Si Didomi ne vous a pas donné celui-ci, utilisez «&#xa0;microsoft-dynamics&#xa0;».</translation>
    </message>
    <message>
        <source>The client secret is missing.</source>
        <translation>Le secret client manque.</translation>
    </message>
    <message>
        <source>In Entra ID, open your app registration, “Certificates &amp; secrets”, and copy the secret&apos;s value, not its ID.</source>
        <translation>Dans Entra ID, ouvrez votre inscription d’application, «&#xa0;Certificats et secrets&#xa0;», et copiez la valeur du secret, pas son ID.</translation>
    </message>
    <message>
        <source>Check the address; the connection test will tell whether it answers.</source>
        <translation>Vérifiez l’adresse&#xa0;; le test de connexion dira si elle répond.</translation>
    </message>
    <message>
        <source>The reference to the secret does not say which one.</source>
        <translation>La référence au secret ne dit pas lequel.</translation>
    </message>
    <message>
        <source>The secret is kept only until the program ends.</source>
        <translation>Le secret n’est gardé que jusqu’à la fin du programme.</translation>
    </message>
    <message>
        <source>Unlock or install a keychain and enter the secret again to keep it.</source>
        <translation>Déverrouillez ou installez un trousseau et saisissez à nouveau le secret pour le garder.</translation>
    </message>
    <message>
        <source>The environment runs on this computer, but the address of its sign-in is missing.</source>
        <translation>L’environnement tourne sur cet ordinateur, mais l’adresse de sa connexion manque.</translation>
    </message>
    <message>
        <source>Enter the authority that the sandbox printed when it started.</source>
        <translation>Saisissez l’autorité que le bac à sable a écrite à son démarrage.</translation>
    </message>
    <message>
        <source>The sign-in runs on this computer, but the environment does not.</source>
        <translation>La connexion tourne sur cet ordinateur, mais pas l’environnement.</translation>
    </message>
    <message>
        <source>Leave the field empty to use the sign-in that belongs to the environment.</source>
        <translation>Laissez le champ vide pour utiliser la connexion qui va avec l’environnement.</translation>
    </message>
    <message>
        <source>The version of the Web API must have the form v9.2.</source>
        <translation>La version de l’API web doit avoir la forme v9.2.</translation>
    </message>
    <message>
        <source>Enter “v9.2”.</source>
        <translation>Saisissez «&#xa0;v9.2&#xa0;».</translation>
    </message>
    <message>
        <source>Only versions 9.x of the Web API are supported.</source>
        <translation>Seules les versions 9.x de l’API web sont prises en charge.</translation>
    </message>
    <message>
        <source>The tag may have up to 64 letters, digits, dots, underscores and hyphens.</source>
        <translation>La marque peut avoir jusqu’à 64 lettres, chiffres, points, tirets bas et traits d’union.</translation>
    </message>
    <message>
        <source>Use a short word, as in “consent-bridge”.</source>
        <translation>Utilisez un mot court, comme «&#xa0;consent-bridge&#xa0;».</translation>
    </message>
    <message>
        <source>The live feed can ask Didomi every 1 to 3,600 seconds.</source>
        <translation>Le direct peut interroger Didomi toutes les 1 à 3 600 secondes.</translation>
    </message>
    <message>
        <source>Enter a number in between, as in 15.</source>
        <translation>Saisissez un nombre entre les deux, comme 15.</translation>
    </message>
    <message>
        <source>The regulation is missing.</source>
        <translation>La réglementation manque.</translation>
    </message>
    <message>
        <source>Enter the one that your consents are collected under, as in “gdpr”.</source>
        <translation>Saisissez celle sous laquelle vos consentements sont recueillis, comme «&#xa0;gdpr&#xa0;».</translation>
    </message>
    <message>
        <source>Copy the organization ID from Didomi&apos;s console; it stands in the address bar and in the organization&apos;s settings.</source>
        <translation>Copiez l’ID d’organisation depuis la console de Didomi&#xa0;; il figure dans la barre d’adresse et dans les réglages de l’organisation.</translation>
    </message>
    <message>
        <source>Didomi&apos;s organization ID is missing.</source>
        <translation>L’ID d’organisation de Didomi manque.</translation>
    </message>
    <message>
        <source>Didomi&apos;s organization ID is still the example&apos;s placeholder.</source>
        <translation>L’ID d’organisation de Didomi est encore le texte d’exemple.</translation>
    </message>
    <message>
        <source>Didomi&apos;s organization ID holds characters that no such ID has.</source>
        <translation>L’ID d’organisation de Didomi contient des caractères qu’aucun tel ID n’a.</translation>
    </message>
    <message>
        <source>The imported integration belongs to Didomi&apos;s organization “%1”, but “%2” is entered here.</source>
        <translation>L’intégration importée appartient à l’organisation Didomi «&#xa0;%1&#xa0;», mais «&#xa0;%2&#xa0;» est saisi ici.</translation>
    </message>
    <message>
        <source>In Didomi&apos;s console, open the organization&apos;s API keys and create a private key; copy its ID and its secret.</source>
        <translation>Dans la console de Didomi, ouvrez les clés d’API de l’organisation et créez une clé privée&#xa0;; copiez son ID et son secret.</translation>
    </message>
    <message>
        <source>The ID of Didomi&apos;s API key is missing.</source>
        <translation>L’ID de la clé d’API de Didomi manque.</translation>
    </message>
    <message>
        <source>The ID of Didomi&apos;s API key is still a placeholder.</source>
        <translation>L’ID de la clé d’API de Didomi est encore un texte d’exemple.</translation>
    </message>
    <message>
        <source>This is not the ID of an API key: it holds a blank or is an address.</source>
        <translation>Ce n’est pas l’ID d’une clé d’API&#xa0;: il contient une espace ou est une adresse.</translation>
    </message>
    <message>
        <source>The secret of Didomi&apos;s API key is missing.</source>
        <translation>Le secret de la clé d’API de Didomi manque.</translation>
    </message>
    <message>
        <source>“%1” is not a host of Didomi&apos;s; it is used as it is.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un hôte de Didomi&#xa0;; il est utilisé tel quel.</translation>
    </message>
    <message>
        <source>Use https://api.didomi.io/v1, unless Didomi gave you another one.</source>
        <translation>Utilisez https://api.didomi.io/v1, sauf si Didomi vous en a donné une autre.</translation>
    </message>
    <message>
        <source>Enter the table&apos;s logical name, as in “contact”.</source>
        <translation>Saisissez le nom logique de la table, comme «&#xa0;contact&#xa0;».</translation>
    </message>
    <message>
        <source>Enter the column&apos;s logical name, as in “emailaddress1”; Power Apps shows it under “Advanced options”.</source>
        <translation>Saisissez le nom logique de la colonne, comme «&#xa0;emailaddress1&#xa0;»&#xa0;; Power Apps le montre sous «&#xa0;Options avancées&#xa0;».</translation>
    </message>
    <message>
        <source>The table is missing.</source>
        <translation>La table manque.</translation>
    </message>
    <message>
        <source>The column is missing.</source>
        <translation>La colonne manque.</translation>
    </message>
    <message>
        <source>The column is still the example&apos;s placeholder.</source>
        <translation>La colonne est encore le texte d’exemple.</translation>
    </message>
    <message>
        <source>There are blanks around “%1”.</source>
        <translation>Il y a des espaces autour de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Remove them.</source>
        <translation>Retirez-les.</translation>
    </message>
    <message>
        <source>“%1” is not a logical name: those are in lower case.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nom logique&#xa0;: ceux-ci sont en minuscules.</translation>
    </message>
    <message>
        <source>Enter “%1”, if that is what you mean.</source>
        <translation>Saisissez «&#xa0;%1&#xa0;», si c’est ce que vous voulez dire.</translation>
    </message>
    <message>
        <source>“%1” is not a logical name: those have only letters a to z, digits and underscores.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nom logique&#xa0;: ceux-ci n’ont que les lettres a à z, des chiffres et des tirets bas.</translation>
    </message>
    <message>
        <source>A mapping writes into “%1”, the column by which contacts are found.</source>
        <translation>Une correspondance écrit dans «&#xa0;%1&#xa0;», la colonne par laquelle les contacts sont trouvés.</translation>
    </message>
    <message>
        <source>Remove that mapping, or find contacts by another column.</source>
        <translation>Supprimez cette correspondance, ou trouvez les contacts par une autre colonne.</translation>
    </message>
    <message>
        <source>There are no mappings, so no consent will be written.</source>
        <translation>Il n’y a pas de correspondances&#xa0;; aucun consentement ne sera donc écrit.</translation>
    </message>
    <message>
        <source>Add a mapping for each purpose or preference that Dynamics shall know.</source>
        <translation>Ajoutez une correspondance pour chaque finalité ou préférence que Dynamics doit connaître.</translation>
    </message>
    <message>
        <source>“%1” is written by another mapping too; which one wins would be chance.</source>
        <translation>«&#xa0;%1&#xa0;» est écrite aussi par une autre correspondance&#xa0;; laquelle l’emporte serait dû au hasard.</translation>
    </message>
    <message>
        <source>Keep one mapping for each column.</source>
        <translation>Gardez une correspondance par colonne.</translation>
    </message>
    <message>
        <source>Choose what of the consent it shall be, as in “consents_purposes_newsletter_enabled”.</source>
        <translation>Choisissez ce qu’il faut prendre du consentement, comme «&#xa0;consents_purposes_newsletter_enabled&#xa0;».</translation>
    </message>
    <message>
        <source>The mapping to “%1” does not say which value it takes.</source>
        <translation>La correspondance vers «&#xa0;%1&#xa0;» ne dit pas quelle valeur elle prend.</translation>
    </message>
    <message>
        <source>The value is still a placeholder.</source>
        <translation>La valeur est encore un texte d’exemple.</translation>
    </message>
    <message>
        <source>The certificate’s file is missing.</source>
        <translation>Le fichier du certificat manque.</translation>
    </message>
    <message>
        <source>Choose the PEM or PFX file that holds the certificate and its private key.</source>
        <translation>Choisissez le fichier PEM ou PFX qui contient le certificat et sa clé privée.</translation>
    </message>
    <message>
        <source>The new secret is kept where the present one is.</source>
        <translation>Le nouveau secret est gardé au même endroit que l’actuel.</translation>
    </message>
    <message>
        <source>Enter the new secret again; it gets a place of its own.</source>
        <translation>Saisissez à nouveau le nouveau secret&#xa0;; il aura son propre endroit.</translation>
    </message>
    <message>
        <source>The proxy’s host is missing.</source>
        <translation>L’hôte du proxy manque.</translation>
    </message>
    <message>
        <source>Enter it as your network’s administrator gave it, as in proxy.example.com.</source>
        <translation>Saisissez-le comme l’administrateur de votre réseau vous l’a donné, par exemple proxy.example.com.</translation>
    </message>
    <message>
        <source>The proxy’s host holds more than a name.</source>
        <translation>L’hôte du proxy contient plus qu’un nom.</translation>
    </message>
    <message>
        <source>Enter only the name, as in proxy.example.com; the port has a field of its own.</source>
        <translation>Saisissez seulement le nom, par exemple proxy.example.com&#xa0;; le port a son propre champ.</translation>
    </message>
    <message>
        <source>The proxy’s host holds characters that no host name has.</source>
        <translation>L’hôte du proxy contient des caractères qu’aucun nom d’hôte ne contient.</translation>
    </message>
    <message>
        <source>Enter the name, as in proxy.example.com; the port has a field of its own.</source>
        <translation>Saisissez le nom, par exemple proxy.example.com&#xa0;; le port a son propre champ.</translation>
    </message>
    <message>
        <source>The proxy’s port must be between 1 and 65,535.</source>
        <translation>Le port du proxy doit être compris entre 1 et 65&#xa0;535.</translation>
    </message>
    <message>
        <source>Enter the port that your network’s administrator gave you, as in 8080.</source>
        <translation>Saisissez le port que l’administrateur de votre réseau vous a donné, par exemple 8080.</translation>
    </message>
    <message>
        <source>There is a password for the proxy, but no user name.</source>
        <translation>Il y a un mot de passe pour le proxy, mais pas de nom d’utilisateur.</translation>
    </message>
    <message>
        <source>Enter the user name, or remove the password.</source>
        <translation>Saisissez le nom d’utilisateur, ou retirez le mot de passe.</translation>
    </message>
    <message>
        <source>An organization user id cannot be turned into a date or a longer text to find rows by.</source>
        <translation>Un organization user id ne peut pas être changé en date ou en texte plus long pour trouver des lignes.</translation>
    </message>
    <message>
        <source>Use only blanks, upper or lower case and hashes.</source>
        <translation>N’utilisez que les espaces, les minuscules ou majuscules et les hachages.</translation>
    </message>
    <message>
        <source>“%1” shall write something into “%2”, but not said is what.</source>
        <extracomment>%1 is one of given, refused, no choice, pending</extracomment>
        <translation>«&#xa0;%1&#xa0;» doit écrire quelque chose dans «&#xa0;%2&#xa0;», mais il n’est pas dit quoi.</translation>
    </message>
    <message>
        <source>Enter the value, or let “%1” write nothing.</source>
        <translation>Saisissez la valeur, ou laissez «&#xa0;%1&#xa0;» n’écrire rien.</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>numéro %1</translation>
    </message>
    <message>
        <source>Further application user %1: %2</source>
        <translation>Autre utilisateur d’application %1 : %2</translation>
    </message>
    <message>
        <source>Further application user %1 has the client ID of the integration itself.</source>
        <translation>L’autre utilisateur d’application %1 a l’ID client de l’intégration elle-même.</translation>
    </message>
    <message>
        <source>Further application user %1 has the client ID of another one.</source>
        <translation>L’autre utilisateur d’application %1 a l’ID client d’un autre.</translation>
    </message>
    <message>
        <source>Only another app registration has a limit of its own: enter its client ID, or remove this user.</source>
        <translation>Seule une autre inscription d’application a sa propre limite : saisissez son ID client, ou retirez cet utilisateur.</translation>
    </message>
    <message>
        <source>In Entra ID, open its app registration, “Certificates &amp; secrets”, and copy the secret&apos;s value, not its ID.</source>
        <translation>Dans Entra ID, ouvrez son inscription d’application, « Certificats et secrets », et copiez la valeur du secret, pas son ID.</translation>
    </message>
    <message>
        <source>Further application user %1: its secret is kept where another one is.</source>
        <translation>Autre utilisateur d’application %1 : son secret est conservé au même endroit qu’un autre.</translation>
    </message>
    <message>
        <source>Each app registration has a secret of its own: enter it again, or name another variable or file.</source>
        <translation>Chaque inscription d’application a son propre secret : saisissez-le à nouveau, ou nommez une autre variable ou un autre fichier.</translation>
    </message>
</context>
<context>
    <name>sandbox::Faults</name>
    <message>
        <source>Entra ID refuses the client secret.</source>
        <translation>Entra ID refuse le secret client.</translation>
    </message>
    <message>
        <source>Entra ID does not know the application, or it is disabled.</source>
        <translation>Entra ID ne connaît pas l’application, ou elle est désactivée.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks the sign-in.</source>
        <translation>Une stratégie d’accès conditionnel bloque la connexion.</translation>
    </message>
    <message>
        <source>Access tokens of Entra ID and Didomi live only so long.</source>
        <translation>Les jetons d’accès d’Entra ID et de Didomi ne vivent que ce temps.</translation>
    </message>
    <message>
        <source>The next requests are answered 401, as if their token had expired.</source>
        <translation>Les prochaines requêtes reçoivent 401, comme si leur jeton avait expiré.</translation>
    </message>
    <message>
        <source>The environment has no application user for the client, or it is disabled.</source>
        <translation>L’environnement n’a pas d’utilisateur d’application pour le client, ou il est désactivé.</translation>
    </message>
    <message>
        <source>The application user lacks these privileges on contacts.</source>
        <translation>L’utilisateur d’application n’a pas ces privilèges sur les contacts.</translation>
    </message>
    <message>
        <source>These contact columns do not exist.</source>
        <translation>Ces colonnes de contact n’existent pas.</translation>
    </message>
    <message>
        <source>The alternate key is still being built, or its building failed.</source>
        <translation>La clé alternative est encore en construction, ou sa construction a échoué.</translation>
    </message>
    <message>
        <source>Bulk messages are not offered for contacts.</source>
        <translation>Les messages groupés ne sont pas offerts pour les contacts.</translation>
    </message>
    <message>
        <source>The next requests are answered 429 with Retry-After: 2.</source>
        <translation>Les prochaines requêtes reçoivent 429 avec Retry-After: 2.</translation>
    </message>
    <message>
        <source>The next requests are answered 503.</source>
        <translation>Les prochaines requêtes reçoivent 503.</translation>
    </message>
    <message>
        <source>The next requests are answered 500.</source>
        <translation>Les prochaines requêtes reçoivent 500.</translation>
    </message>
    <message>
        <source>The next requests are answered with an HTML page of a gateway.</source>
        <translation>Les prochaines requêtes reçoivent la page HTML d’une passerelle.</translation>
    </message>
    <message>
        <source>The next answers stop in the middle.</source>
        <translation>Les prochaines réponses s’arrêtent au milieu.</translation>
    </message>
    <message>
        <source>The next connections close without an answer, the request undone.</source>
        <translation>Les prochaines connexions se ferment sans réponse, la requête non exécutée.</translation>
    </message>
    <message>
        <source>The next connections close without an answer, the request done.</source>
        <translation>Les prochaines connexions se ferment sans réponse, la requête exécutée.</translation>
    </message>
    <message>
        <source>The next requests are redirected to another host.</source>
        <translation>Les prochaines requêtes sont redirigées vers un autre hôte.</translation>
    </message>
    <message>
        <source>Every answer waits so long.</source>
        <translation>Chaque réponse attend ce temps.</translation>
    </message>
    <message>
        <source>Didomi refuses the private key.</source>
        <translation>Didomi refuse la clé privée.</translation>
    </message>
    <message>
        <source>The Didomi organization does not belong to the key.</source>
        <translation>L’organisation Didomi n’appartient pas à la clé.</translation>
    </message>
    <message>
        <source>The Consents API is not part of the contract.</source>
        <translation>L’API Consents ne fait pas partie du contrat.</translation>
    </message>
    <message>
        <source>The generation of the preferences&apos; shape; v2 is the usual one.</source>
        <translation>La génération de la forme des préférences&#xa0;; v2 est l’habituelle.</translation>
    </message>
    <message>
        <source>Lists come in an envelope, as usual, or as bare arrays.</source>
        <translation>Les listes viennent dans une enveloppe, comme d’habitude, ou comme tableaux nus.</translation>
    </message>
    <message>
        <source>An event id that exists already is answered 200, 400 or 409.</source>
        <translation>Un ID d’événement qui existe déjà reçoit 200, 400 ou 409.</translation>
    </message>
    <message>
        <source>An event without vendors is refused.</source>
        <translation>Un événement sans fournisseurs est refusé.</translation>
    </message>
    <message>
        <source>There is no configuration tree; the address is answered 404.</source>
        <translation>Il n’y a pas d’arbre de configuration&#xa0;; l’adresse reçoit 404.</translation>
    </message>
    <message>
        <source>There is no fault named &quot;%1&quot;.</source>
        <translation>Il n’y a pas de panne nommée «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>Choisissez parmi&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The fault &quot;%1&quot; cannot be &quot;%2&quot;.</source>
        <translation>La panne «&#xa0;%1&#xa0;» ne peut pas valoir «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Write it as %1.</source>
        <translation>Écrivez-la sous la forme %1.</translation>
    </message>
    <message>
        <source>Entra ID does not know the tenant, or the environment belongs to another one.</source>
        <translation>Entra ID ne connaît pas le locataire, ou l’environnement appartient à un autre.</translation>
    </message>
    <message>
        <source>The client certificate is not registered with the application.</source>
        <translation>Le certificat client n’est pas inscrit auprès de l’application.</translation>
    </message>
    <message>
        <source>Access tokens are for another environment.</source>
        <translation>Les jetons d’accès sont pour un autre environnement.</translation>
    </message>
    <message>
        <source>New connections over TLS are shown a certificate that is not good.</source>
        <translation>Les nouvelles connexions par TLS reçoivent un certificat qui n’est pas bon.</translation>
    </message>
    <message>
        <source>The servers’ clocks are ahead by so much.</source>
        <translation>Les horloges des serveurs avancent d’autant.</translation>
    </message>
    <message>
        <source>At the environment’s address another web server answers.</source>
        <translation>À l’adresse de l’environnement répond un autre serveur web.</translation>
    </message>
    <message>
        <source>The privileges on contacts reach only the user&apos;s own rows, its business unit, or that and the units below.</source>
        <translation>Les privilèges sur les contacts ne portent que sur les lignes de l’utilisateur, sur sa division, ou sur celle-ci et les divisions en dessous.</translation>
    </message>
    <message>
        <source>The application user has no role, or is System Administrator besides, by itself or by a team.</source>
        <translation>L’utilisateur d’application n’a aucun rôle, ou est en plus Administrateur système, par lui-même ou par une équipe.</translation>
    </message>
    <message>
        <source>These contact columns cannot be written.</source>
        <translation>Ces colonnes des contacts ne peuvent pas être écrites.</translation>
    </message>
    <message>
        <source>These contact columns are secured, and the application user is in no profile that opens them.</source>
        <translation>Ces colonnes des contacts sont sécurisées, et l’utilisateur d’application n’est dans aucun profil qui les ouvre.</translation>
    </message>
    <message>
        <source>The environment is another one than before: its organization has a new id.</source>
        <translation>L’environnement n’est plus le même qu’avant&#xa0;: son organisation a un nouvel ID.</translation>
    </message>
    <message>
        <source>The consent tables are not installed, or a newer generation stands beside them.</source>
        <translation>Les tables de consentement ne sont pas installées, ou une génération plus récente se trouve à côté d’elles.</translation>
    </message>
    <message>
        <source>The application user lacks these privileges on the consent tables.</source>
        <translation>L’utilisateur d’application n’a pas ces privilèges sur les tables de consentement.</translation>
    </message>
    <message>
        <source>There are no consent topics, or all of them are inactive.</source>
        <translation>Il n’y a aucune rubrique de consentement, ou toutes sont inactives.</translation>
    </message>
    <message>
        <source>The environment is in administration mode: only administrators may enter.</source>
        <translation>L’environnement est en mode d’administration&#xa0;: seuls les administrateurs peuvent y entrer.</translation>
    </message>
    <message>
        <source>The requests and the time that the service allows are nearly used up.</source>
        <translation>Les requêtes et le temps que le service accorde sont presque épuisés.</translation>
    </message>
    <message>
        <source>The next requests get no answer for half a minute.</source>
        <translation>Les prochaines requêtes restent sans réponse pendant une demi-minute.</translation>
    </message>
    <message>
        <source>The integration with Dynamics is not part of the contract.</source>
        <translation>L’intégration avec Dynamics ne fait pas partie du contrat.</translation>
    </message>
    <message>
        <source>The requests that Didomi allows are nearly used up.</source>
        <translation>Les requêtes que Didomi accorde sont presque épuisées.</translation>
    </message>
    <message>
        <source>The organization has no purposes and no preferences.</source>
        <translation>L’organisation n’a ni finalités ni préférences.</translation>
    </message>
    <message>
        <source>Of the further application users Entra ID refuses the secrets, also the tokens that it gave are refused, the environment has none, or they lack the integration&apos;s role.</source>
        <translation>Pour les utilisateurs d’application supplémentaires : Entra ID refuse les secrets, les jetons déjà donnés sont refusés aussi, l’environnement n’en a aucun, ou il leur manque le rôle de l’intégration.</translation>
    </message>
</context>
<context>
    <name>sandbox::Practice</name>
    <message>
        <source>Practice</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Practice (Current mode)</source>
        <translation>Entraînement (mode Current)</translation>
    </message>
</context>
<context>
    <name>sandbox::Program</name>
    <message>
        <source>Faults for --fault:</source>
        <translation>Pannes pour --fault&#xa0;:</translation>
    </message>
    <message>
        <source>--%1 must be a whole number from 0 to %2, not &quot;%3&quot;.</source>
        <translation>--%1 doit être un nombre entier de 0 à %2, pas «&#xa0;%3&#xa0;».</translation>
    </message>
    <message>
        <source>Simulates Microsoft Entra ID, Dataverse and Didomi on this machine. When it is ready it prints one line of JSON with everything that a client needs.</source>
        <translation>Simule Microsoft Entra ID, Dataverse et Didomi sur cette machine. Une fois prêt, il écrit une ligne de JSON avec tout ce dont un client a besoin.</translation>
    </message>
    <message>
        <source>Listen on this port of 127.0.0.1; 0 takes any free one.</source>
        <translation>Écouter sur ce port de 127.0.0.1&#xa0;; 0 prend n’importe quel port libre.</translation>
    </message>
    <message>
        <source>How many contacts there are.</source>
        <translation>Combien il y a de contacts.</translation>
    </message>
    <message>
        <source>The same number gives the same people and ids.</source>
        <translation>Le même nombre donne les mêmes personnes et ID.</translation>
    </message>
    <message>
        <source>Let something go wrong; may be given several times. &quot;--fault help&quot; lists what there is.</source>
        <translation>Faire échouer quelque chose&#xa0;; peut être donné plusieurs fois. «&#xa0;--fault help&#xa0;» liste ce qui existe.</translation>
    </message>
    <message>
        <source>Let somebody change a choice every so many seconds.</source>
        <translation>Faire changer un choix à quelqu’un toutes les tant de secondes.</translation>
    </message>
    <message>
        <source>Serve over TLS too, with a certificate made for this run.</source>
        <translation>Servir aussi par TLS, avec un certificat fait pour cette exécution.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood. See --help.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas compris. Voyez --help.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Le fichier %1 ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>Choisissez un dossier qui existe et où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>Rehearsals for --rehearse:</source>
        <translation>Simulations pour --rehearse&#xa0;:</translation>
    </message>
    <message>
        <source>Let one thing be wrong, faults and profile alike, to see what it looks like. &quot;--rehearse help&quot; lists what there is.</source>
        <translation>Rendre une seule chose fausse, pannes et profil compris, pour voir à quoi cela ressemble. «&#xa0;--rehearse help&#xa0;» donne la liste.</translation>
    </message>
    <message>
        <source>There is no rehearsal &quot;%1&quot;.</source>
        <translation>Il n’y a pas de simulation «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>&quot;--rehearse help&quot; lists what there is.</source>
        <translation>«&#xa0;--rehearse help&#xa0;» donne la liste.</translation>
    </message>
    <message>
        <source>What is wrong in the rehearsal &quot;%1&quot; is wrong in the profile.</source>
        <translation>Ce qui est faux dans la simulation « %1 » l’est dans le profil.</translation>
    </message>
    <message>
        <source>Say with --write-profile where to write one.</source>
        <translation>Indiquez avec --write-profile où en écrire un.</translation>
    </message>
    <message>
        <source>Which mode that profile is in: legacy (columns of contacts) or current (rows of consent).</source>
        <translation>Le mode de ce profil&#xa0;: legacy (colonnes de contacts) ou current (lignes de consentement).</translation>
    </message>
    <message>
        <source>--mode must be legacy or current, not &quot;%1&quot;.</source>
        <translation>--mode doit être legacy ou current, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Write a profile file for this sandbox, and its secrets beside it.</source>
        <translation>Écrire un fichier de profil pour ce bac à sable, et ses secrets à côté.</translation>
    </message>
    <message>
        <source>So many further application users, each with an application of its own; a profile that is written names them.</source>
        <translation>Autant d’autres utilisateurs d’application, chacun avec sa propre application ; un profil qui est écrit les nomme.</translation>
    </message>
</context>
<context>
    <name>sandbox::Rehearsal</name>
    <message>
        <source>A secret was entered as the client ID</source>
        <translation>Un secret a été saisi comme ID client</translation>
    </message>
    <message>
        <source>The Didomi organization was not entered</source>
        <translation>L’organisation Didomi n’a pas été saisie</translation>
    </message>
    <message>
        <source>The sign-in host does not exist</source>
        <translation>L’hôte de connexion n’existe pas</translation>
    </message>
    <message>
        <source>The sign-in host refuses connections</source>
        <translation>L’hôte de connexion refuse les connexions</translation>
    </message>
    <message>
        <source>The server’s certificate has expired</source>
        <translation>Le certificat du serveur a expiré</translation>
    </message>
    <message>
        <source>The server’s certificate is not valid yet</source>
        <translation>Le certificat du serveur n’est pas encore valable</translation>
    </message>
    <message>
        <source>The server’s certificate is for another host</source>
        <translation>Le certificat du serveur est pour un autre hôte</translation>
    </message>
    <message>
        <source>The server’s certificate is of an unknown authority</source>
        <translation>Le certificat du serveur vient d’une autorité inconnue</translation>
    </message>
    <message>
        <source>This computer’s clock is ten minutes slow</source>
        <translation>L’horloge de cet ordinateur retarde de dix minutes</translation>
    </message>
    <message>
        <source>The tenant does not exist</source>
        <translation>Le locataire n’existe pas</translation>
    </message>
    <message>
        <source>The client secret expires in five days</source>
        <translation>Le secret client expire dans cinq jours</translation>
    </message>
    <message>
        <source>The environment’s host does not exist</source>
        <translation>L’hôte de l’environnement n’existe pas</translation>
    </message>
    <message>
        <source>The environment’s host refuses connections</source>
        <translation>L’hôte de l’environnement refuse les connexions</translation>
    </message>
    <message>
        <source>Another web server answers at the environment’s address</source>
        <translation>Un autre serveur web répond à l’adresse de l’environnement</translation>
    </message>
    <message>
        <source>The environment belongs to another tenant</source>
        <translation>L’environnement appartient à un autre locataire</translation>
    </message>
    <message>
        <source>Dataverse asks to slow down (429)</source>
        <translation>Dataverse demande de ralentir (429)</translation>
    </message>
    <message>
        <source>Dataverse is not available (503)</source>
        <translation>Dataverse n’est pas disponible (503)</translation>
    </message>
    <message>
        <source>Dataverse fails (500)</source>
        <translation>Dataverse échoue (500)</translation>
    </message>
    <message>
        <source>A gateway answers with a page</source>
        <translation>Une passerelle répond par une page</translation>
    </message>
    <message>
        <source>Connections are cut</source>
        <translation>Les connexions sont coupées</translation>
    </message>
    <message>
        <source>The environment’s address leads elsewhere</source>
        <translation>L’adresse de l’environnement mène ailleurs</translation>
    </message>
    <message>
        <source>The client secret is wrong</source>
        <translation>Le secret client est faux</translation>
    </message>
    <message>
        <source>The client secret has expired</source>
        <translation>Le secret client a expiré</translation>
    </message>
    <message>
        <source>The application does not exist</source>
        <translation>L’application n’existe pas</translation>
    </message>
    <message>
        <source>The application is disabled</source>
        <translation>L’application est désactivée</translation>
    </message>
    <message>
        <source>Conditional Access blocks the sign-in</source>
        <translation>L’accès conditionnel bloque la connexion</translation>
    </message>
    <message>
        <source>The certificate to sign in with is not uploaded</source>
        <translation>Le certificat de connexion n’est pas déposé</translation>
    </message>
    <message>
        <source>The token is for another environment</source>
        <translation>Le jeton est pour un autre environnement</translation>
    </message>
    <message>
        <source>Tokens live only two minutes</source>
        <translation>Les jetons ne vivent que deux minutes</translation>
    </message>
    <message>
        <source>There is no application user</source>
        <translation>Il n’y a pas d’utilisateur d’application</translation>
    </message>
    <message>
        <source>The application user is disabled</source>
        <translation>L’utilisateur d’application est désactivé</translation>
    </message>
    <message>
        <source>The environment is in administration mode</source>
        <translation>L’environnement est en mode d’administration</translation>
    </message>
    <message>
        <source>The application user has no security role</source>
        <translation>L’utilisateur d’application n’a aucun rôle de sécurité</translation>
    </message>
    <message>
        <source>The application user is still System Administrator</source>
        <translation>L’utilisateur d’application est encore Administrateur système</translation>
    </message>
    <message>
        <source>The application user is System Administrator through a team</source>
        <translation>L’utilisateur d’application est Administrateur système par une équipe</translation>
    </message>
    <message>
        <source>The table does not exist</source>
        <translation>La table n’existe pas</translation>
    </message>
    <message>
        <source>Current mode: the consent tables are missing</source>
        <translation>Mode Current&#xa0;: les tables de consentement manquent</translation>
    </message>
    <message>
        <source>Current mode: there is a newer generation of tables</source>
        <translation>Mode Current&#xa0;: il y a une génération de tables plus récente</translation>
    </message>
    <message>
        <source>A privilege is missing</source>
        <translation>Un privilège manque</translation>
    </message>
    <message>
        <source>Privileges reach the own business unit only</source>
        <translation>Les privilèges ne portent que sur la propre division</translation>
    </message>
    <message>
        <source>Current mode: a privilege is missing</source>
        <translation>Mode Current&#xa0;: un privilège manque</translation>
    </message>
    <message>
        <source>Current mode: a mapped topic is missing</source>
        <translation>Mode Current&#xa0;: une rubrique mise en correspondance manque</translation>
    </message>
    <message>
        <source>Current mode: a mapped topic is inactive</source>
        <translation>Mode Current&#xa0;: une rubrique mise en correspondance est inactive</translation>
    </message>
    <message>
        <source>A mapped column does not exist</source>
        <translation>Une colonne de correspondance n’existe pas</translation>
    </message>
    <message>
        <source>A mapped column cannot be written</source>
        <translation>Une colonne de correspondance ne peut pas être écrite</translation>
    </message>
    <message>
        <source>A mapped column is of the wrong type</source>
        <translation>Une colonne de correspondance est du mauvais type</translation>
    </message>
    <message>
        <source>The alternate key is still being built</source>
        <translation>La clé alternative est encore en construction</translation>
    </message>
    <message>
        <source>The alternate key could not be built</source>
        <translation>La clé alternative n’a pas pu être construite</translation>
    </message>
    <message>
        <source>The environment’s limits are nearly used up</source>
        <translation>Les limites de l’environnement sont presque épuisées</translation>
    </message>
    <message>
        <source>Didomi’s host refuses connections</source>
        <translation>L’hôte de Didomi refuse les connexions</translation>
    </message>
    <message>
        <source>Didomi refuses the key</source>
        <translation>Didomi refuse la clé</translation>
    </message>
    <message>
        <source>The key belongs to another organization</source>
        <translation>La clé appartient à une autre organisation</translation>
    </message>
    <message>
        <source>The contract does not include Dynamics</source>
        <translation>Le contrat ne comprend pas Dynamics</translation>
    </message>
    <message>
        <source>Didomi’s limit is nearly used up</source>
        <translation>La limite de Didomi est presque épuisée</translation>
    </message>
    <message>
        <source>The organization has no purposes</source>
        <translation>L’organisation n’a pas de finalités</translation>
    </message>
    <message>
        <source>The Consents API is not in the contract</source>
        <translation>L’API Consents ne fait pas partie du contrat</translation>
    </message>
    <message>
        <source>Rows are searched in a column that holds something else</source>
        <translation>Les lignes sont cherchées dans une colonne qui contient autre chose</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Le fichier %1 ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>Choisissez un dossier qui existe et où vous pouvez écrire.</translation>
    </message>
</context>
<context>
    <name>sandbox::Sandbox</name>
    <message>
        <source>has one contact</source>
        <translation>a un contact</translation>
    </message>
    <message>
        <source>has no contact</source>
        <translation>n’a pas de contact</translation>
    </message>
    <message>
        <source>is unknown to Didomi</source>
        <translation>est inconnu de Didomi</translation>
    </message>
    <message>
        <source>has two contacts</source>
        <translation>a deux contacts</translation>
    </message>
    <message>
        <source>is two users in Didomi</source>
        <translation>est deux utilisateurs dans Didomi</translation>
    </message>
    <message>
        <source>has an id that key addresses refuse</source>
        <translation>a un ID que les adresses par clé refusent</translation>
    </message>
    <message>
        <source>has chosen nothing yet</source>
        <translation>n’a encore rien choisi</translation>
    </message>
    <message>
        <source>The number of contacts cannot be negative.</source>
        <translation>Le nombre de contacts ne peut pas être négatif.</translation>
    </message>
    <message>
        <source>Give 0 or more.</source>
        <translation>Donnez 0 ou plus.</translation>
    </message>
    <message>
        <source>There can be 0 to %1 further application users.</source>
        <translation>Il peut y avoir de 0 à %1 autres utilisateurs d’application.</translation>
    </message>
    <message>
        <source>Give a number in between.</source>
        <translation>Donnez un nombre entre les deux.</translation>
    </message>
</context>
<context>
    <name>store::Files</name>
    <message>
        <source>“%1” could not be written.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>Check that you may write into the folder “%1” and that the disk is not full.</source>
        <translation>Vérifiez que vous pouvez écrire dans le dossier «&#xa0;%1&#xa0;» et que le disque n’est pas plein.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Il n’y a pas de fichier «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>Vérifiez le nom et le dossier.</translation>
    </message>
    <message>
        <source>“%1” could not be opened.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>Check that it is a file and that you may read it.</source>
        <translation>Vérifiez que c’est un fichier et que vous pouvez le lire.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>Check that it is a file and that its disk works.</source>
        <translation>Vérifiez que c’est un fichier et que son disque fonctionne.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is larger than %n byte(s); it cannot be what is looked for.</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;» dépasse %n octet&#xa0;; ce ne peut pas être ce qui est cherché.</numerusform>
            <numerusform>«&#xa0;%1&#xa0;» dépasse %n octets&#xa0;; ce ne peut pas être ce qui est cherché.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check that this is the right file.</source>
        <translation>Vérifiez que c’est le bon fichier.</translation>
    </message>
    <message>
        <source>The folder “%1” could not be made.</source>
        <translation>Le dossier «&#xa0;%1&#xa0;» n’a pas pu être créé.</translation>
    </message>
    <message>
        <source>There is a file of that name; move it away.</source>
        <translation>Il y a un fichier de ce nom&#xa0;; déplacez-le.</translation>
    </message>
    <message>
        <source>Check that you may write into the folder above it and that the disk is not full.</source>
        <translation>Vérifiez que vous pouvez écrire dans le dossier au-dessus et que le disque n’est pas plein.</translation>
    </message>
    <message>
        <source>“%1” could not be moved to “%2”.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être déplacé vers «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Check that you may write into both folders.</source>
        <translation>Vérifiez que vous pouvez écrire dans les deux dossiers.</translation>
    </message>
</context>
<context>
    <name>store::Inbox</name>
    <message>
        <source>The queue of arrived consents “%1” cannot be written.</source>
        <translation>La file des consentements arrivés «&#xa0;%1&#xa0;» ne peut pas être écrite.</translation>
    </message>
    <message>
        <source>Check that you may write the file and its folder, and that the disk is not full.</source>
        <translation>Vérifiez que vous pouvez écrire le fichier et son dossier, et que le disque n’est pas plein.</translation>
    </message>
    <message>
        <source>“%1” is a database of another program.</source>
        <translation>«&#xa0;%1&#xa0;» est la base de données d’un autre programme.</translation>
    </message>
    <message>
        <source>Move it away, so that a queue can be started in its place.</source>
        <translation>Déplacez-la, pour qu’une file puisse être commencée à sa place.</translation>
    </message>
    <message>
        <source>The queue of arrived consents “%1” was written by a newer version of this program: its layout is number %2, and this version knows up to %3.</source>
        <translation>La file des consentements arrivés «&#xa0;%1&#xa0;» a été écrite par une version plus récente de ce programme&#xa0;: sa forme porte le numéro %2, et cette version connaît jusqu’à %3.</translation>
    </message>
    <message>
        <source>Install the newer version. The queue was left as it is.</source>
        <translation>Installez la version plus récente. La file a été laissée telle quelle.</translation>
    </message>
    <message>
        <source>An arrival without an integration or without a key cannot be queued.</source>
        <translation>Une arrivée sans intégration ou sans clé ne peut pas être mise en file.</translation>
    </message>
    <message>
        <source>The queue of arrived consents knows no arrival %1.</source>
        <translation>La file des consentements arrivés ne connaît pas d’arrivée %1.</translation>
    </message>
    <message>
        <source>It is not said who shall be forgotten.</source>
        <translation>On ne dit pas qui doit être oublié.</translation>
    </message>
</context>
<context>
    <name>store::Journal</name>
    <message>
        <source>The values of a change must be a JSON object, or the journal cannot tell which columns it writes.</source>
        <translation>Les valeurs d’une modification doivent être un objet JSON, sinon le journal ne peut pas dire quelles colonnes elle écrit.</translation>
    </message>
    <message>
        <source>The journal knows no run %1.</source>
        <translation>Le journal ne connaît pas d’exécution %1.</translation>
    </message>
    <message>
        <source>The journal “%1” cannot be written.</source>
        <translation>Le journal «&#xa0;%1&#xa0;» ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>Check that you may write the file and its folder, and that the disk is not full.</source>
        <translation>Vérifiez que vous pouvez écrire le fichier et son dossier, et que le disque n’est pas plein.</translation>
    </message>
    <message>
        <source>“%1” is a database of another program.</source>
        <translation>«&#xa0;%1&#xa0;» est la base de données d’un autre programme.</translation>
    </message>
    <message>
        <source>Move it away, so that a journal can be started in its place.</source>
        <translation>Déplacez-la, pour qu’un journal puisse être commencé à sa place.</translation>
    </message>
    <message>
        <source>The journal “%1” was written by a newer version of this program: its layout is number %2, and this version knows up to %3.</source>
        <translation>Le journal «&#xa0;%1&#xa0;» a été écrit par une version plus récente de ce programme&#xa0;: sa forme porte le numéro %2, et cette version connaît jusqu’à %3.</translation>
    </message>
    <message>
        <source>Install the newer version. The journal was left as it is.</source>
        <translation>Installez la version plus récente. Le journal a été laissé tel quel.</translation>
    </message>
    <message>
        <source>The journal knows no item %1.</source>
        <translation>Le journal ne connaît pas d’élément %1.</translation>
    </message>
    <message>
        <source>How item %1 of the journal ended is already known.</source>
        <translation>On sait déjà comment l’élément %1 du journal a fini.</translation>
    </message>
    <message>
        <source>It is not said who shall be forgotten.</source>
        <translation>On ne dit pas qui doit être oublié.</translation>
    </message>
    <message>
        <source>The person was erased before it was known how this ended.</source>
        <translation>La personne a été effacée avant qu’on sache comment cela a fini.</translation>
    </message>
    <message>
        <source>The person was erased, but traces are left in the journal&apos;s temporary file, which another program is using.</source>
        <translation>La personne a été effacée, mais des traces restent dans le fichier temporaire du journal, qu’un autre programme utilise.</translation>
    </message>
    <message>
        <source>Close the other program and erase the person again.</source>
        <translation>Fermez l’autre programme et effacez la personne à nouveau.</translation>
    </message>
</context>
<context>
    <name>store::Outcome</name>
    <message>
        <source>created</source>
        <translation>créé</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>mis à jour</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>invalide</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>conflit</translation>
    </message>
</context>
<context>
    <name>store::ProfileStore</name>
    <message>
        <source>The integration&apos;s id is not a UUID, so there is no file for it.</source>
        <translation>L’ID de l’intégration n’est pas un UUID&#xa0;; il n’y a donc pas de fichier pour elle.</translation>
    </message>
    <message>
        <source>Create the integration anew, or correct “id” in its file.</source>
        <translation>Créez l’intégration à nouveau, ou corrigez «&#xa0;id&#xa0;» dans son fichier.</translation>
    </message>
    <message>
        <source>“%1” was not saved, because the version before it could not be kept.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas été enregistré, parce que la version précédente n’a pas pu être gardée.</translation>
    </message>
    <message>
        <source>The file was set aside as “%1”.</source>
        <translation>Le fichier a été mis de côté sous «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>An earlier version can be read: copy “%1” to “%2”.</source>
        <translation>Une version antérieure peut être lue&#xa0;: copiez «&#xa0;%1&#xa0;» vers «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” has the same id as “%2”, so it was left out.</source>
        <translation>«&#xa0;%1&#xa0;» a le même ID que «&#xa0;%2&#xa0;»&#xa0;; il a donc été laissé de côté.</translation>
    </message>
    <message>
        <source>Remove one of the files, or give it another “id”.</source>
        <translation>Supprimez l’un des fichiers, ou donnez-lui un autre «&#xa0;id&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>%n integration(s) have the name “%1”.</source>
        <translation>
            <numerusform>%n intégration porte le nom «&#xa0;%1&#xa0;».</numerusform>
            <numerusform>%n intégrations portent le nom «&#xa0;%1&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the one that you mean by its id: %1.</source>
        <translation>Nommez celle que vous voulez par son ID&#xa0;: %1.</translation>
    </message>
    <message>
        <source>There is no integration with the name or id “%1”, and no such file either.</source>
        <translation>Il n’y a pas d’intégration avec le nom ou l’ID «&#xa0;%1&#xa0;», ni de tel fichier.</translation>
    </message>
    <message>
        <source>List the integrations to see their names, or give the path of a profile file.</source>
        <translation>Listez les intégrations pour voir leurs noms, ou donnez le chemin d’un fichier de profil.</translation>
    </message>
    <message>
        <source>Some files could not be read: %1.</source>
        <translation>Certains fichiers n’ont pas pu être lus&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The profile file “%1” cannot be used: %2</source>
        <translation>Le fichier de profil «&#xa0;%1&#xa0;» ne peut pas être utilisé&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>store::Retention</name>
    <message>
        <source>Runs cannot be kept for %1 days.</source>
        <translation>Les exécutions ne peuvent pas être gardées %1 jours.</translation>
    </message>
    <message>
        <source>Give 1 or more.</source>
        <translation>Donnez 1 ou plus.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>Check its folder’s permissions, and that the disk is not full.</source>
        <translation>Vérifiez les droits sur son dossier, et que le disque n’est pas plein.</translation>
    </message>
</context>
<context>
    <name>store::Run</name>
    <message>
        <source>being planned</source>
        <translation>planification en cours</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>prévu</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>will be created</source>
        <translation>sera créé</translation>
    </message>
    <message>
        <source>will be updated</source>
        <translation>sera mis à jour</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>invalide</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>conflit</translation>
    </message>
    <message>
        <source>%1 in the database %2 on %3</source>
        <translation>%1 dans la base de données %2 sur %3</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for PostgreSQL is missing, so no run can be shared.</source>
        <translation>Le pilote Qt pour PostgreSQL manque&#xa0;; aucune exécution ne peut donc être partagée.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for SQLite is missing, so no plan can be kept.</source>
        <translation>Le pilote Qt pour SQLite manque&#xa0;; aucun plan ne peut donc être gardé.</translation>
    </message>
    <message>
        <source>Install it; on Debian and Ubuntu the package is %1.</source>
        <translation>Installez-le&#xa0;; sur Debian et Ubuntu le paquet est %1.</translation>
    </message>
    <message>
        <source>The plan “%1” could not be used.</source>
        <translation>Le plan «&#xa0;%1&#xa0;» n’a pas pu être utilisé.</translation>
    </message>
    <message>
        <source>It was erased, but traces are left in the temporary file of the plan “%1”, which another program is using.</source>
        <translation>L’effacement a été fait, mais des traces restent dans le fichier temporaire du plan «&#xa0;%1&#xa0;», qu’un autre programme utilise.</translation>
    </message>
    <message>
        <source>Close the other program and erase it again.</source>
        <translation>Fermez l’autre programme et recommencez l’effacement.</translation>
    </message>
    <message>
        <source>The plan “%1” is damaged.</source>
        <translation>Le plan «&#xa0;%1&#xa0;» est endommagé.</translation>
    </message>
    <message>
        <source>Put back a copy of it, or make a new plan.</source>
        <translation>Remettez-en une copie, ou faites un nouveau plan.</translation>
    </message>
    <message>
        <source>Check that you may read and write the file and its folder.</source>
        <translation>Vérifiez que vous pouvez lire et écrire le fichier et son dossier.</translation>
    </message>
    <message>
        <source>Another program is writing into the plan “%1” and did not finish in time.</source>
        <translation>Un autre programme écrit dans le plan «&#xa0;%1&#xa0;» et n’a pas fini à temps.</translation>
    </message>
    <message>
        <source>Wait until it has finished, or close it, and try again.</source>
        <translation>Attendez qu’il ait fini, ou fermez-le, et réessayez.</translation>
    </message>
    <message>
        <source>The plan “%1” cannot be written.</source>
        <translation>Le plan «&#xa0;%1&#xa0;» ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>Copy it to a folder where you may write, and open the copy.</source>
        <translation>Copiez-le dans un dossier où vous pouvez écrire, et ouvrez la copie.</translation>
    </message>
    <message>
        <source>The plan “%1” could not be written: the disk is full or does not work.</source>
        <translation>Le plan «&#xa0;%1&#xa0;» n’a pas pu être écrit&#xa0;: le disque est plein ou ne fonctionne pas.</translation>
    </message>
    <message>
        <source>Make room on the disk and try again.</source>
        <translation>Faites de la place sur le disque et réessayez.</translation>
    </message>
    <message>
        <source>“%1” is not a plan, or it is damaged.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un plan, ou il est endommagé.</translation>
    </message>
    <message>
        <source>Choose another file, or put back a copy of it.</source>
        <translation>Choisissez un autre fichier, ou remettez-en une copie.</translation>
    </message>
    <message>
        <source>The plan “%1” could not be opened.</source>
        <translation>Le plan «&#xa0;%1&#xa0;» n’a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>The shared run “%1” could not be used.</source>
        <translation>L’exécution partagée «&#xa0;%1&#xa0;» n’a pas pu être utilisée.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the database; the details say what it answered.</source>
        <translation>Demandez à la personne qui s’occupe de la base de données&#xa0;; les détails disent ce qu’elle a répondu.</translation>
    </message>
    <message>
        <source>The database of the shared run “%1” cannot be reached.</source>
        <translation>La base de données de l’exécution partagée «&#xa0;%1&#xa0;» est injoignable.</translation>
    </message>
    <message>
        <source>Check that it runs, and its address and port.</source>
        <translation>Vérifiez qu’elle fonctionne, ainsi que son adresse et son port.</translation>
    </message>
    <message>
        <source>The database of the shared run “%1” refused the user name or password.</source>
        <translation>La base de données de l’exécution partagée «&#xa0;%1&#xa0;» a refusé le nom d’utilisateur ou le mot de passe.</translation>
    </message>
    <message>
        <source>Check both.</source>
        <translation>Vérifiez les deux.</translation>
    </message>
    <message>
        <source>The user may not use the shared run “%1”.</source>
        <translation>L’utilisateur n’a pas le droit d’utiliser l’exécution partagée «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Ask for the right to create and use schemas in this database.</source>
        <translation>Demandez le droit de créer et d’utiliser des schémas dans cette base de données.</translation>
    </message>
    <message>
        <source>There is no shared run “%1”.</source>
        <translation>Il n’y a pas d’exécution partagée «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Check the names of the database and the run.</source>
        <translation>Vérifiez les noms de la base de données et de l’exécution.</translation>
    </message>
    <message>
        <source>The database of the shared run “%1” is out of memory, disk or connections.</source>
        <translation>La base de données de l’exécution partagée «&#xa0;%1&#xa0;» n’a plus de mémoire, d’espace disque ou de connexions.</translation>
    </message>
    <message>
        <source>Another program works on the shared run “%1” and did not finish in time.</source>
        <translation>Un autre programme travaille sur l’exécution partagée «&#xa0;%1&#xa0;» et n’a pas fini à temps.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>A write of this person is on its way, or it is not known how it ended: they cannot be forgotten now.</source>
        <translation>Une écriture de cette personne est en cours, ou on ne sait pas comment elle a fini&#xa0;: la personne ne peut pas être oubliée maintenant.</translation>
    </message>
    <message>
        <source>Let the run finish, or resume it, and try again.</source>
        <translation>Laissez l’exécution finir, ou reprenez-la, et réessayez.</translation>
    </message>
    <message>
        <source>It is not said who shall be forgotten.</source>
        <translation>On ne dit pas qui doit être oublié.</translation>
    </message>
    <message>
        <source>Item %1 of this part of the plan is wrong: %2</source>
        <translation>L’élément %1 de cette partie du plan est erroné&#xa0;: %2</translation>
    </message>
    <message>
        <source>the values of a row must be a JSON object.</source>
        <translation>les valeurs d’une ligne doivent être un objet JSON.</translation>
    </message>
    <message>
        <source>it does not say which row is written.</source>
        <translation>il ne dit pas quelle ligne est écrite.</translation>
    </message>
    <message>
        <source>it does not say what is written.</source>
        <translation>il ne dit pas ce qui est écrit.</translation>
    </message>
    <message>
        <source>nothing shall be written, but there are writes.</source>
        <translation>rien ne doit être écrit, mais il y a des écritures.</translation>
    </message>
    <message>
        <source>something shall be written, but there are no writes.</source>
        <translation>quelque chose doit être écrit, mais il n’y a pas d’écritures.</translation>
    </message>
    <message>
        <source>What a plan is about must be a JSON object.</source>
        <translation>Ce sur quoi porte un plan doit être un objet JSON.</translation>
    </message>
    <message>
        <source>There is a file “%1” already.</source>
        <translation>Il existe déjà un fichier «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Check that you may write the file and its folder, and that the disk is not full.</source>
        <translation>Vérifiez que vous pouvez écrire le fichier et son dossier, et que le disque n’est pas plein.</translation>
    </message>
    <message>
        <source>There is no plan “%1”.</source>
        <translation>Il n’y a pas de plan «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Check the name of the file.</source>
        <translation>Vérifiez le nom du fichier.</translation>
    </message>
    <message>
        <source>There is a shared run “%1” already.</source>
        <translation>Il existe déjà une exécution partagée «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” belongs to another program.</source>
        <translation>«&#xa0;%1&#xa0;» appartient à un autre programme.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>“%1” is no plan, but a file of another program.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un plan, mais un fichier d’un autre programme.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>The plan “%1” was written by a newer version of this program: its layout is number %2, and this version knows up to %3.</source>
        <translation>Le plan «&#xa0;%1&#xa0;» a été écrit par une version plus récente de ce programme&#xa0;: sa forme porte le numéro %2, et cette version connaît jusqu’à %3.</translation>
    </message>
    <message>
        <source>Install the newer version. The plan was left as it is.</source>
        <translation>Installez la version plus récente. Le plan a été laissé tel quel.</translation>
    </message>
    <message>
        <source>The plan “%1” is not finished, or must not become so again.</source>
        <translation>Le plan «&#xa0;%1&#xa0;» n’est pas terminé, ou ne doit pas le devenir à nouveau.</translation>
    </message>
    <message>
        <source>The plan has no item %1.</source>
        <translation>Le plan n’a pas d’élément %1.</translation>
    </message>
    <message>
        <source>The run has begun: what it is about cannot be changed any more.</source>
        <translation>L’exécution a commencé&#xa0;: ce sur quoi elle porte ne peut plus être modifié.</translation>
    </message>
    <message>
        <source>A write ended that was not in the batch.</source>
        <translation>Une écriture qui n’était pas dans le lot a pris fin.</translation>
    </message>
    <message>
        <source>Nothing is written now: the run is not running.</source>
        <translation>Rien n’est écrit maintenant&#xa0;: l’exécution n’est pas en cours.</translation>
    </message>
    <message>
        <source>The run has no batch %1.</source>
        <translation>L’exécution n’a pas de lot %1.</translation>
    </message>
    <message>
        <source>How batch %1 of the run ended is already known.</source>
        <translation>On sait déjà comment le lot %1 de l’exécution a fini.</translation>
    </message>
    <message>
        <source>Batch %1 of the run was taken over by another worker.</source>
        <translation>Le lot %1 de l’exécution a été repris par un autre processus.</translation>
    </message>
    <message>
        <source>Only what failed can be tried again.</source>
        <translation>Seul ce qui a échoué peut être réessayé.</translation>
    </message>
    <message>
        <source>The plan “%1” is finished: what it says cannot be changed.</source>
        <translation>Le plan «&#xa0;%1&#xa0;» est terminé&#xa0;: ce qu’il dit ne peut pas être modifié.</translation>
    </message>
    <message>
        <source>It is not said who shall be planned again.</source>
        <translation>On ne dit pas qui doit être planifié à nouveau.</translation>
    </message>
    <message>
        <source>It is not said whom the plan shall leave out.</source>
        <translation>On ne dit pas qui le plan doit laisser de côté.</translation>
    </message>
    <message>
        <source>Only items of persons can be put in the place of others.</source>
        <translation>Seuls des éléments de personnes peuvent prendre la place d’autres.</translation>
    </message>
    <message>
        <source>One person can have only one item in a plan.</source>
        <translation>Une personne ne peut avoir qu’un seul élément dans un plan.</translation>
    </message>
    <message numerus="yes">
        <source>The plan “%1” is not finished: %n person(s) must be planned again, since the source told of them more than once.</source>
        <translation>
            <numerusform>Le plan «&#xa0;%1&#xa0;» n’est pas terminé&#xa0;: %n personne doit être planifiée à nouveau, car la source en a parlé plus d’une fois.</numerusform>
            <numerusform>Le plan «&#xa0;%1&#xa0;» n’est pas terminé&#xa0;: %n personnes doivent être planifiées à nouveau, car la source en a parlé plus d’une fois.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>store::RunLibrary</name>
    <message>
        <source>“%1” is not in the folder of plans, so it is not removed.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas dans le dossier des plans&#xa0;; il n’est donc pas supprimé.</translation>
    </message>
    <message>
        <source>Delete the file yourself if nobody needs it.</source>
        <translation>Supprimez vous-même le fichier si personne n’en a besoin.</translation>
    </message>
    <message>
        <source>The run “%1” is not finished: writes of it may be on their way.</source>
        <translation>L’exécution «&#xa0;%1&#xa0;» n’est pas terminée&#xa0;: des écritures peuvent être en route.</translation>
    </message>
    <message>
        <source>Resume it and let it finish, or cancel it.</source>
        <translation>Reprenez-la et laissez-la finir, ou interrompez-la.</translation>
    </message>
    <message>
        <source>The journal does not know yet what the run “%1” has written.</source>
        <translation>Le journal ne sait pas encore ce que l’exécution «&#xa0;%1&#xa0;» a écrit.</translation>
    </message>
    <message>
        <source>“%1” could not be removed.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être supprimé.</translation>
    </message>
    <message>
        <source>Check that you may write into its folder, and that no program uses the file.</source>
        <translation>Vérifiez que vous pouvez écrire dans son dossier et qu’aucun programme n’utilise le fichier.</translation>
    </message>
    <message>
        <source>It is not said who shall be forgotten.</source>
        <translation>On ne dit pas qui doit être oublié.</translation>
    </message>
</context>
<context>
    <name>store::SqlConnection</name>
    <message>
        <source>Qt&apos;s driver for SQLite is missing, so no journal can be kept.</source>
        <translation>Le pilote Qt pour SQLite manque&#xa0;; aucun journal ne peut donc être tenu.</translation>
    </message>
    <message>
        <source>Install it; on Debian and Ubuntu the package is libqt6sql6-sqlite.</source>
        <translation>Installez-le&#xa0;; sur Debian et Ubuntu le paquet est libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>The journal “%1” could not be used.</source>
        <translation>Le journal «&#xa0;%1&#xa0;» n’a pas pu être utilisé.</translation>
    </message>
    <message>
        <source>Check that you may read and write the file and its folder.</source>
        <translation>Vérifiez que vous pouvez lire et écrire le fichier et son dossier.</translation>
    </message>
    <message>
        <source>Another program is writing into the journal “%1” and did not finish in time.</source>
        <translation>Un autre programme écrit dans le journal «&#xa0;%1&#xa0;» et n’a pas fini à temps.</translation>
    </message>
    <message>
        <source>Wait until it has finished, or close it, and try again.</source>
        <translation>Attendez qu’il ait fini, ou fermez-le, et réessayez.</translation>
    </message>
    <message>
        <source>The journal “%1” cannot be written.</source>
        <translation>Le journal «&#xa0;%1&#xa0;» ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>The journal “%1” could not be written: the disk is full or does not work.</source>
        <translation>Le journal «&#xa0;%1&#xa0;» n’a pas pu être écrit&#xa0;: le disque est plein ou ne fonctionne pas.</translation>
    </message>
    <message>
        <source>Make room on the disk and try again.</source>
        <translation>Faites de la place sur le disque et réessayez.</translation>
    </message>
    <message>
        <source>The journal “%1” is damaged.</source>
        <translation>Le journal «&#xa0;%1&#xa0;» est endommagé.</translation>
    </message>
    <message>
        <source>Put back a copy of the file, or move it away: then a new journal is started, and what the old one knew of unfinished writes is lost.</source>
        <translation>Remettez une copie du fichier, ou déplacez-le&#xa0;: un nouveau journal est alors commencé, et ce que l’ancien savait d’écritures inachevées est perdu.</translation>
    </message>
    <message>
        <source>The journal “%1” could not be opened.</source>
        <translation>Le journal «&#xa0;%1&#xa0;» n’a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>The queue of arrived consents “%1” could not be used.</source>
        <translation>La file des consentements arrivés «&#xa0;%1&#xa0;» n’a pas pu être utilisée.</translation>
    </message>
    <message>
        <source>Another program is writing into the queue of arrived consents “%1” and did not finish in time.</source>
        <translation>Un autre programme écrit dans la file des consentements arrivés «&#xa0;%1&#xa0;» et n’a pas fini à temps.</translation>
    </message>
    <message>
        <source>The queue of arrived consents “%1” cannot be written.</source>
        <translation>La file des consentements arrivés «&#xa0;%1&#xa0;» ne peut pas être écrite.</translation>
    </message>
    <message>
        <source>The queue of arrived consents “%1” could not be written: the disk is full or does not work.</source>
        <translation>La file des consentements arrivés «&#xa0;%1&#xa0;» n’a pas pu être écrite&#xa0;: le disque est plein ou ne fonctionne pas.</translation>
    </message>
    <message>
        <source>The queue of arrived consents “%1” is damaged.</source>
        <translation>La file des consentements arrivés «&#xa0;%1&#xa0;» est endommagée.</translation>
    </message>
    <message>
        <source>Put back a copy of the file, or move it away: then a new queue is started, and the consents that still waited in the old one must be pushed by person or from an export.</source>
        <translation>Remettez une copie du fichier, ou déplacez-le&#xa0;: une nouvelle file est alors commencée, et les consentements qui attendaient encore dans l’ancienne doivent être envoyés par personne ou depuis un export.</translation>
    </message>
    <message>
        <source>The queue of arrived consents “%1” could not be opened.</source>
        <translation>La file des consentements arrivés «&#xa0;%1&#xa0;» n’a pas pu être ouverte.</translation>
    </message>
</context>
<context>
    <name>store::TestHistory</name>
    <message>
        <source>The history of tests %1 was written by a newer version of Consent Bridge.</source>
        <translation>L’historique des tests %1 a été écrit par une version plus récente de Consent Bridge.</translation>
    </message>
    <message>
        <source>The file %1 is not a history of tests.</source>
        <translation>Le fichier %1 n’est pas un historique de tests.</translation>
    </message>
    <message>
        <source>Install the newer version, or move the file away to begin anew.</source>
        <translation>Installez la version plus récente, ou déplacez le fichier pour repartir à neuf.</translation>
    </message>
    <message>
        <source>Move the file away; a new one is made.</source>
        <translation>Déplacez le fichier&#xa0;; un nouveau sera fait.</translation>
    </message>
</context>
</TS>
