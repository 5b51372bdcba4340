# Registre : ce que Relais garde, pourquoi, qui le lit, combien de temps.
privacy-register-menu = Ce que Relais garde
privacy-register-title = Ce que Relais garde
privacy-register-lead = Chaque table de Relais : à quoi elle sert, de qui elle parle, qui la lit et quand ses lignes partent. Cette page est faite à partir du logiciel lui-même : rien d’autre n’est gardé.
privacy-register-made = Ce fichier est écrit par « relais regenerate » : ne le modifiez pas à la main.
privacy-register-none = Aucune table n’est déclarée.
privacy-register-chosen = Ce que votre organisation a choisi
privacy-register-chosen-lead = Des nombres que l’administration peut régler, tels qu’ils valent aujourd’hui. Un changement s’écrit au journal.
privacy-tables = { $n ->
    [0] Aucune table
    [one] Une table
   *[other] { $n } tables
}
privacy-what = Quoi et pourquoi
privacy-about = Sur qui
privacy-readers = Qui le lit
privacy-kept = Combien de temps
privacy-about-nobody = Aucune personne
privacy-about-staff = Les équipes
privacy-about-customers = Les clients
# dynamic: privacy-reader-* privacy-room-* privacy-since-*
privacy-reader-everybody = Tout le monde ici
privacy-reader-self = La personne elle-même
privacy-reader-nobody = Personne : la machine seule
privacy-room-store = Le socle technique
privacy-room-directory = Le réseau et ses équipes
privacy-room-contact = Les clients à joindre
privacy-room-post = Les messages envoyés
privacy-room-network = Les imports de fichiers
privacy-room-baton = Les relais
privacy-room-files = Les photos jointes
privacy-room-sealed = Le coffre scellé : ce qui est dit sans nom
privacy-room-relaying = Demander à qui sait
privacy-room-improving = Ce que disent les équipes
privacy-kept-in-use = Tant que l’organisation utilise Relais
privacy-kept-with = Autant que « { $table } », dont elle dépend
privacy-kept-since = { $span } après { $since }
privacy-kept-emptied = { $kept }, puis la ligne reste vide
privacy-days = { $n ->
    [one] Un jour
   *[other] { $n } jours
}
privacy-years = { $n ->
    [one] Un an
   *[other] { $n } ans
}
privacy-since-at = l’acte
privacy-since-last-used-day = le dernier usage
privacy-since-answered-day = le jour de la réponse
privacy-since-noted-at = le jour dit
privacy-since-created-at = la création
privacy-since-settled-at = le départ ou l’échec
privacy-since-ended-at = la fin
privacy-since-sent-at = l’envoi
privacy-since-seen-at = la dernière visite
privacy-since-last-at = le dernier essai
privacy-since-expires-at = la fin de validité
privacy-since-finished-at = la fin
privacy-since-used-at = l’usage
privacy-since-left-day = le départ
privacy-since-to-at = la fin
privacy-since-to-day = le dernier jour

# Journal : qui a fait quoi, en une chaîne que l’on vérifie.
privacy-audit-menu = Journal d’audit
privacy-audit-title = Journal d’audit
privacy-audit-lead = Qui a changé quoi, et quand. Chaque ligne est un maillon lié au précédent : une ligne modifiée ou retirée se voit.
privacy-proof = La preuve
privacy-proof-what = La vérification relit tous les maillons. Elle est elle-même inscrite au journal ; regarder cette page ne l’est pas.
privacy-verify = Vérifier la chaîne
privacy-anchor = Repère du maillon { $seq }
privacy-anchor-what = Gardez ce repère ailleurs, daté : plus tard, il montrera que rien n’a été réécrit avant lui.
privacy-anchor-kept = Un repère que vous gardiez
privacy-anchor-kept-hint = Collez-le tel que vous l’aviez copié.
privacy-anchor-unreadable = Ce repère ne se lit pas. Collez-le en entier, comme 1204:9f86d0…
privacy-holds-title = La chaîne tient
privacy-holds = { $n ->
    [0] Elle est encore vide.
    [one] Un maillon vérifié : il n’a pas été modifié.
   *[other] { $n } maillons vérifiés : aucun n’a été modifié ni retiré.
}
privacy-holds-anchored = Elle passe bien par le repère du maillon { $seq }.
privacy-broken-title = { $n ->
    [one] La chaîne ne tient pas : un défaut
   *[other] La chaîne ne tient pas : { $n } défauts
}
privacy-flaw-changed = Le maillon { $seq } a été modifié.
privacy-flaw-missing = Le maillon { $seq } manque.
privacy-flaw-cut = La fin de la chaîne a été coupée.
privacy-flaw-cut-untold = Le début de la chaîne a été coupé, sans maillon qui le dise.
privacy-flaw-not-anchored = La chaîne ne passe pas par le repère donné : elle a été réécrite.
privacy-links = Les maillons
privacy-audit-area = Domaine
privacy-filter = Filtrer
privacy-audit-none = Rien n’a encore été inscrit
privacy-audit-none-found = Aucun maillon dans ce domaine
privacy-audit-all = Voir tout le journal
privacy-act = Acte
privacy-actor = Par
privacy-when = Quand
privacy-subject = Sur
privacy-detail = Précision
privacy-link = Maillon
privacy-actor-system = Le système
privacy-actor-somebody = Quelqu’un
privacy-actor-account = Un compte sans fiche ici
privacy-actor-erased = Une personne effacée
privacy-area-all = Tous les domaines
# dynamic: privacy-area-* privacy-subject-* privacy-detail-* audit-*
privacy-detail-holds = elle tient
privacy-detail-broken = elle ne tient pas
privacy-detail-lock = en verrouillant l’appareil
privacy-detail-switch = en venant d’une autre organisation
privacy-area-accounts = Connexions et comptes
privacy-area-network = Unités, personnes, rôles, imports
privacy-area-directory = Répertoire
privacy-area-post = Messages
privacy-area-privacy = Vie privée
privacy-area-administration = Administration
privacy-subject-unit = unité
privacy-subject-person = personne
privacy-subject-region = région
privacy-subject-assignment = rattachement
privacy-subject-membership = rattachement à une région
privacy-subject-grant = rôle
privacy-subject-account = compte
privacy-subject-session = connexion
privacy-subject-import = import
privacy-subject-job = tâche
privacy-subject-jobs = tâches
privacy-subject-setting = réglage
privacy-subject-audit = journal
privacy-subject-trade = filière
privacy-subject-hierarchy = découpage
privacy-subject-employer = employeur
privacy-subject-organisation = organisation
audit-accounts-access-cut = Accès coupé
audit-accounts-disabled = Compte fermé
audit-accounts-emergency = Compte de secours créé
audit-accounts-invitation-accepted = Invitation acceptée
audit-accounts-invitation-withdrawn = Invitation retirée
audit-accounts-invited = Personne invitée à se connecter
audit-accounts-password-by-link = Mot de passe choisi par un lien
audit-accounts-password-changed = Mot de passe changé
audit-accounts-password-forgotten = Nouveau mot de passe demandé
audit-accounts-password-reset = Lien de mot de passe fait par commande
audit-accounts-pin-chosen = Code choisi sur un appareil partagé
audit-accounts-pin-removed = Code retiré d’un appareil partagé
audit-accounts-session-end = Appareil déconnecté
audit-accounts-session-end-others = Autres appareils déconnectés
audit-accounts-sign-in = Connexion
audit-accounts-sign-in-no-place = Connexion sans organisation
audit-accounts-sign-in-slowed = Connexion ralentie après des essais
audit-accounts-sign-out = Déconnexion
audit-administration-jobs-restart = Tâche relancée
audit-administration-sms-sender = Expéditeur des SMS changé
audit-administration-settings-set = Réglage changé
audit-administration-jobs-restart-all = Tâches abandonnées relancées
audit-network-assignments-add = Personne rattachée à une unité
audit-network-assignments-end = Rattachement terminé
audit-network-assignments-move = Unité principale changée
audit-network-assignments-replace = Remplacement décidé
audit-network-assignments-withdraw = Rattachement à venir retiré
audit-network-employers-add = Employeur ajouté
audit-network-employers-remove = Employeur retiré
audit-network-employers-edit = Employeur modifié
audit-network-grants-give = Rôle donné
audit-network-grants-take = Rôle retiré
audit-network-hierarchies-add = Découpage ajouté
audit-network-hierarchies-remove = Découpage retiré
audit-network-hierarchies-edit = Découpage modifié
audit-network-hours-edit = Horaires modifiés
audit-network-hours-except = Jour particulier ajouté
audit-network-hours-unexcept = Jour particulier retiré
audit-network-imports-applied = Import appliqué
audit-network-imports-apply = Import lancé
audit-network-imports-remove = Import effacé
audit-network-imports-undo = Annulation d’import lancée
audit-network-imports-undone = Import annulé
audit-network-imports-upload = Fichier déposé
audit-network-people-add = Personne ajoutée
audit-network-people-edit = Personne modifiée
audit-network-people-leave = Départ enregistré
audit-network-regions-add = Région ajoutée
audit-network-regions-edit = Région modifiée
audit-network-regions-member-add = Personne entrée dans une équipe de région
audit-network-regions-member-end = Personne sortie d’une équipe de région
audit-network-trades-add = Filière ajoutée
audit-network-trades-remove = Filière retirée
audit-network-trades-edit = Filière modifiée
audit-network-units-add = Unité ajoutée
audit-network-units-edit = Unité modifiée
audit-privacy-audit-cut = Plus anciens maillons du journal effacés, leur durée étant passée
audit-privacy-audit-verify = Chaîne du journal vérifiée

# Ce que chaque permission ouvre.
may-privacy-audit-read = le journal : qui a changé quoi, et quand
may-privacy-refusals-edit = les refus : qui ne veut plus être contacté

# Ce que Relais sait de moi.
privacy-me-menu = Ce que Relais sait de moi
privacy-me-title = Ce que Relais sait de moi
privacy-me-lead = Tout ce qui est gardé à votre nom, pourquoi, qui le lit et quand cela part. Rien d’autre.
privacy-me-file = Télécharger tout
privacy-me-seen = Ce que voit mon responsable
privacy-me-kept = Ce qui est gardé
privacy-me-rows = Lignes
privacy-me-nameless = Ce que vous dites sans votre nom n’est pas ici : rien ne le relie à vous.
privacy-me-acts = Ce qui a été fait à votre sujet
privacy-me-acts-lead = Qui a changé ou emporté quelque chose qui vous concerne, et quand.
privacy-me-no-acts = Rien n’a été fait à votre sujet
privacy-me-you = vous
audit-improving-duties-set = A dit qui répond à un thème
audit-improving-duties-end = N’a plus nommé pour un thème
audit-relaying-groups-change = A modifié un groupe d’experts
audit-relaying-groups-close = A fermé un groupe d’experts
audit-relaying-groups-make = A ouvert un groupe d’experts
privacy-subject-pebble-duty = Un thème

# Refus : « ne me contactez plus ».
refusals-menu = Ne plus contacter
refusals-title = Ne plus contacter
refusals-lead = Qui ne veut plus être contacté ne l’est plus, tout de suite et sur tous les canaux. Relais n’en garde qu’une empreinte : il n’y a pas de liste à lire, et un effacement ou un nouveau fichier n’y change rien.
refusals-one = Une personne vient de le dire
refusals-address = Son numéro ou son adresse e-mail
refusals-address-hint = Appels, SMS et e-mails : tout s’arrête. Seule la personne peut revenir dessus.
refusals-add = Ne plus la contacter
refusals-added = C’est noté : cette adresse ne sera plus contactée.
refusals-many = Des refus reçus dans un autre outil
refusals-many-lead = Donnez le fichier tel que l’autre outil l’exporte. Chaque adresse qu’il contient n’est plus contactée d’ici.
refusals-file = Le fichier des refus
refusals-file-hint = CSV ou Excel, avec une colonne « téléphone » ou « e-mail », et si besoin « canal » (appel, SMS, e-mail).
refusals-import = Reprendre ces refus
refusals-marking = Une liste à vérifier pour un autre outil
refusals-marking-lead = Donnez la liste que l’autre outil veut contacter. Vous la recevez avec une colonne de plus : qui a refusé quoi. Rien de cette liste n’est gardé.
refusals-list = La liste à vérifier
refusals-list-hint = CSV ou Excel, avec une colonne « téléphone » ou « e-mail ».
refusals-mark = Recevoir la liste vérifiée
refusals-column = Refus
refusals-call = appel
refusals-sms = SMS
refusals-email = e-mail
refusals-mark-unreadable = illisible
refusals-no-file = Choisissez un fichier.
refusals-no-column = Aucune colonne « téléphone » ou « e-mail » dans ce fichier. Nommez-la ainsi dans la première ligne.
refusals-unreadable = Ce fichier ne se lit pas. Enregistrez-le en CSV ou en Excel (.xlsx), avec les noms des colonnes en première ligne.
refusals-too-large = Ce fichier dépasse { $n } Mo. Partagez-le en plusieurs.
refusals-too-many = Ce fichier dépasse { $n } lignes. Partagez-le en plusieurs.
refusals-taken = { $new ->
    [0] Aucun refus nouveau.
    [one] Un refus repris.
   *[other] { $new } refus repris.
} { $known ->
    [0] Aucun n’était déjà connu.
    [one] Un était déjà connu.
   *[other] { $known } étaient déjà connus.
}
refusals-unread = { $n ->
    [one] Une ligne ne se lit pas : { $lines }.
   *[other] { $n } lignes ne se lisent pas : { $lines }.
}
privacy-subject-refusals = refus d’être contacté
audit-privacy-refusals-add = Refus d’être contacté noté
audit-privacy-refusals-import = Refus repris d’un fichier
audit-privacy-refusals-mark = Liste vérifiée pour un autre outil
audit-relaying-references-edit = Forme des références des clients changée
privacy-subject-expert-group = groupe d’experts
privacy-subject-reference = forme des références
