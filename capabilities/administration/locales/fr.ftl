# Administration : la machine, son travail, et les courriels de la démonstration.
administration-menu = Administration
administration-title = Administration
administration-doors = Regarder de près
administration-jobs-more = Ce qui attend, ce qui a échoué, et le relancer.
administration-letters-more = Les courriels que la démonstration aurait envoyés.
administration-queue-fine = { $waiting ->
    [0] Tout est fait : aucune tâche n’attend.
    [one] Une tâche attend son tour. Rien n’a échoué.
   *[other] { $waiting } tâches attendent leur tour. Rien n’a échoué.
}
administration-queue-failed = { $failed ->
    [one] Une tâche a été abandonnée : elle est à relancer.
   *[other] { $failed } tâches ont été abandonnées : elles sont à relancer.
}
administration-machine = La machine
administration-version = Version
administration-database = Base de données
administration-database-sqlite = Intégrée (SQLite), sur une seule machine
administration-database-postgres = PostgreSQL, partagée entre les machines
administration-schema = Tables
administration-schema-laid = { $n ->
    [one] Une version posée
   *[other] { $n } versions posées
}
administration-schema-last = Dernière pose
administration-mode = Mode
administration-mode-demo = Démonstration : aucun message ne part
administration-leases = Qui fait le travail de fond
administration-leases-what = Chaque tâche régulière est faite par une seule machine à la fois. Une autre la reprend si elle se tait.
administration-leases-none = Aucune tâche régulière n’est tenue en ce moment.
administration-lease-node = machine …{ $node }
administration-lease-held = tenu jusqu’au { $until }
administration-lease-free = libre depuis le { $since }

# Tâches.
jobs-title = Tâches de fond
jobs-lead = Le travail que Relais fait en arrière-plan pour votre organisation. On y voit des codes et des heures, jamais leur contenu.
jobs-by-state = Tâches par état
jobs-tab-open = À faire
jobs-tab-ready = En attente
jobs-tab-running = En cours
jobs-tab-failed = Abandonnées
jobs-tab-done = Faites
jobs-tab-rounds = Tournées régulières
jobs-rounds-what = Ce que Relais fait de lui-même pour toute l’installation, et comment s’est passée la dernière tournée. Il n’y a rien à faire ici : la prochaine vient d’elle-même.
jobs-kind = Tâche
jobs-state = État
jobs-due = Prévue
jobs-tries = Essais
jobs-error = Dernière erreur
jobs-state-ready = en attente
jobs-state-retrying = à réessayer
jobs-state-running = en cours
jobs-state-done = faite
jobs-state-failed = abandonnée
jobs-restart = Relancer
jobs-restart-all = { $n ->
    [one] Relancer la tâche abandonnée
   *[other] Relancer les { $n } tâches abandonnées
}
jobs-restarted = C’est relancé. La suite se voit ici dans un instant.
jobs-restart-late = Cette tâche a avancé entre-temps : il n’y avait rien à relancer.
jobs-none = Aucune tâche ici
jobs-none-more = C’est bon signe : ce qui était à faire est fait.
# dynamic: jobs-kind-*
jobs-kind-post-mail = Envoyer un courriel
jobs-kind-post-sms = Envoyer les SMS
jobs-kind-post-calling = Appeler ceux qu’un relais attend
jobs-kind-home-called = Noter qui un relais appelle
jobs-kind-home-settled = Ne plus appeler pour un relais qui a trouvé quelqu’un
jobs-kind-store-purge = Effacer ce qui a été gardé assez longtemps
jobs-kind-network-imports-undo = Annuler un import
jobs-kind-network-imports-apply = Appliquer un import
jobs-kind-network-imports-check = Relire un fichier importé
jobs-kind-network-leavers = Fermer l’accès des personnes parties
jobs-kind-network-vacancy = Prévenir la région d’une place libre

# Courriels de la démonstration.
letters-title = Courriels de la démonstration
letters-lead = Rien ne quitte cette machine : les courriels se lisent ici, avec leurs liens.
letters-none = Aucun courriel pour l’instant
letters-none-more = Invitez quelqu’un ou demandez un nouveau mot de passe : le courriel apparaîtra ici.
letters-about = L’envoi
letters-to = À
letters-when = Écrit le
letters-state = État
letters-queued = en attente
letters-sent = parti
letters-failed = refusé
letters-gone = Le texte de ce courriel a été effacé après l’envoi.
letters-links = Les liens
letters-links-what = Ceux qui mènent à Relais. Un lien d’invitation ne sert qu’une fois.
letters-follow = Suivre le lien

# Ce que chaque permission ouvre.
may-administration-read = l’état du serveur et de ses tâches
may-administration-jobs-restart = relancer une tâche arrêtée
may-administration-letters-read = les courriels de la démonstration

# Réglages de l’organisation.
administration-settings-more = Délais, seuils, durées : ce que votre organisation choisit.
settings-title = Réglages
settings-lead = Les nombres que votre organisation peut choisir. Chaque changement est écrit au journal.
settings-none = Rien à régler pour l’instant
settings-usual = d’origine : { $value }
settings-bounds = D’origine : { $usual }. De { $least } à { $most }.
# dynamic: settings-in-*
settings-in-days = En jours
settings-in-open-days = En jours ouvrés
settings-in-people = En personnes
settings-in-answers = En réponses
settings-in-promises = En promesses
settings-in-messages = En SMS
settings-in-minutes = En minutes d’ouverture
settings-save = Enregistrer
settings-cancel = Annuler
settings-saved = C’est réglé.
may-administration-settings-read = les réglages de l’organisation
may-administration-settings-edit = changer un réglage de l’organisation

# SMS.
administration-sms-more = Ce qui attend, ce qui a coûté, ce dont personne ne sait s’il est parti ; et l’expéditeur.
administration-texts-more = Les SMS que la démonstration aurait envoyés.
sms-title = SMS aux clients
sms-lead = On y voit des codes, des nombres et des heures, jamais un numéro ni un texte.
sms-standing = Où en sont les SMS
sms-waiting = En attente
sms-due-since = Le premier pouvait partir le
sms-spent = Parties payées aujourd’hui
sms-spent-of = { $n } sur { $most }
sms-failed = Non arrivés, en trente jours
sms-sender = Expéditeur
sms-sender-more = Le nom que vos clients lisent au-dessus de chaque SMS.
sms-sender-hint = De 3 à 11 lettres sans accent ou chiffres, sans espace.
sms-sender-change = Changer l’expéditeur
sms-stopped = La dépense du jour est atteinte ({ $most } parties) : { $n ->
    [one] un SMS attend demain, ou une dépense plus haute dans les réglages.
   *[other] { $n } SMS attendent demain, ou une dépense plus haute dans les réglages.
}
sms-unclear-some = { $n ->
    [one] Un SMS est peut-être parti, peut-être pas : personne ne le renvoie sans savoir.
   *[other] { $n } SMS sont peut-être partis, peut-être pas : personne ne les renvoie sans savoir.
}
sms-unclear = Peut-être partis
sms-unclear-what = La passerelle n’a pas répondu clairement. Relais ne les renvoie jamais de lui-même : demandez à la passerelle ce qu’elle en sait, avec l’un des deux identifiants. Son accusé, s’il arrive, règle la question tout seul.
sms-unclear-none = Aucun SMS n’est dans le doute.
# dynamic: sms-class-* sms-state-*
sms-class-service = Réponse à une demande
sms-class-transactional = Avis sur une visite ou un appel
sms-class-relational = Avis d’ensemble
sms-class-second-measure = Avis après un suivi
sms-class-hazard = Alerte
sms-state-waiting = en attente
sms-state-leaving = en train de partir
sms-state-sent = parti
sms-state-delivered = arrivé
sms-state-failed = non arrivé
sms-state-unclear = peut-être parti
texts-title = SMS de la démonstration
texts-lead = Rien ne quitte cette machine : les SMS se lisent ici, avec le nombre de parties qu’ils auraient coûté.
texts-none = Aucun SMS pour l’instant
texts-none-more = Quand Relais écrit à un client par SMS, le message apparaît ici.
texts-gone = Le texte a été effacé.
texts-erased = contact effacé
texts-parts = { $n ->
    [one] 1 partie
   *[other] { $n } parties
}
