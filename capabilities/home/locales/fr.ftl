# Accueil : où je suis aujourd’hui, avec qui, ce que je peux faire.
home-menu = Accueil
home-title = Ma journée
home-hello = Bonjour { $name }
home-replacing = Vous prêtez main-forte à { $unit } jusqu’au { $until }.
home-open-until = ouvert jusqu’à { $time }
home-opens-at = ouvre à { $time }
home-opens-on = fermé, ouvre { $day } à { $time }
home-closed = fermé
home-hours-today = Aujourd’hui : { $hours }
home-hours-unknown = horaires à renseigner
home-hours-missing = Les horaires ne sont pas encore renseignés. Vos collègues et vos clients s’y fient.
home-hours-write = Renseigner les horaires
home-differs = { $day } : { $hours }
home-you-answer = Vous répondez de cette unité.
home-answers = { $name } répond de cette unité.
home-vacant = Sans responsable aujourd’hui
home-vacant-region = La région { $region } soutient l’équipe en attendant.
home-vacant-alone = L’unité n’a pas encore de région : l’administration peut l’y rattacher.
home-unit-closes = L’unité ferme définitivement le { $day }.
home-mates = Votre équipe
home-mates-count = { $n ->
    [one] un collègue
   *[other] { $n } collègues
}
home-mates-none = Vous êtes la seule personne rattachée ici.
home-mates-all = Voir les { $n } collègues
home-mate-replaces = prête main-forte
home-also = Aussi dans votre journée
home-regions = Vos équipes
home-wide = Ce que vous accompagnez
home-wide-units = { $n ->
    [0] Aucune unité
    [one] Une unité
   *[other] { $n } unités
}
home-wide-units-more = Où elles sont, quand elles ouvrent, qui en répond.
home-wide-vacancies = { $n ->
    [0] Chaque unité a un responsable
    [one] Une unité sans responsable
   *[other] { $n } unités sans responsable
}
home-wide-vacancies-more = La région soutient celles qui attendent un responsable.
home-wide-closing = { $n ->
    [one] Une unité ferme bientôt
   *[other] { $n } unités ferment bientôt
}
home-wide-closing-more = Dans les deux mois : les équipes sont à prévenir et à accompagner.
home-begin = Pour commencer
home-begin-units = Importer vos unités
home-begin-units-more = Boutiques, agences et centres, avec un essai à blanc d’abord.
home-begin-people = Importer les personnes
home-begin-people-more = Qui travaille où, une fois les unités en place.
home-begin-invite = Inviter à se connecter
home-begin-invite-more = Depuis la fiche de chaque personne.
home-calls = { $n ->
    [one] Une unité est sans responsable : { $units }
    [2] Deux unités sont sans responsable : { $units }
    [3] Trois unités sont sans responsable : { $units }
   *[other] { $n } unités sont sans responsable : { $units }
}
home-calls-units = { $units } et { $more ->
    [one] une autre
   *[other] { $more } autres
}
home-calls-see = { $n ->
    [one] Voir cette unité
   *[other] Voir ces unités
}
home-lost = Vous n’avez pas d’unité aujourd’hui
home-lost-more = Votre responsable ou les ressources humaines peuvent vous rattacher. Rien n’est perdu en attendant.
home-helpers = Qui peut vous aider
home-doors = Ce que vous pouvez faire
# dynamic: home-door-*
home-door-people = Trouver un collègue
home-door-people-more = Par son nom ou par son unité.
home-door-units = Voir les unités
home-door-units-more = Adresse, horaires, responsable, équipe.
home-door-regions = Voir les régions
home-door-regions-more = Les équipes qui soutiennent les unités.
home-door-imports = Importer un fichier
home-door-imports-more = Unités et personnes, avec un essai à blanc d’abord.
home-door-administration = Administrer Relais
home-door-administration-more = État de la machine et de son travail.
home-door-audit = Lire le journal
home-door-audit-more = Qui a changé quoi, et la preuve que rien n’a été retouché.
home-door-register = Voir ce que Relais garde
home-door-register-more = Chaque donnée : pourquoi, qui la lit, combien de temps.

# Recherche.
search-title = Rechercher
search-label = Un nom, une unité, un mot d’un caillou, une règle
search-how = Tapez une partie du nom, ou un mot de ce qui a été dit ; accents et majuscules ne comptent pas.
search-units = Unités
search-people = Personnes
search-regions = Régions
search-all = Voir toute la liste
search-count = { $n ->
    [one] Un résultat
   *[other] { $n } résultats
}
search-none = Aucun résultat
search-none-of = Rien ne correspond à « { $q } »
search-none-more = Essayez une partie du nom, un code, une ville, un autre mot. La recherche porte sur ce qui vous est ouvert.
search-not-yet = La recherche s’ouvrira avec votre rattachement
search-not-yet-more = Elle porte sur les unités, les personnes et ce qui s’est dit dans votre périmètre, et vous n’en avez pas encore.

# Mes relais : qui attend un mot de moi, jusqu’à quand.
batons-waiting = { $n ->
    [one] Une promesse attend un mot de vous
    [2] Deux promesses attendent un mot de vous
    [3] Trois promesses attendent un mot de vous
    [4] Quatre promesses attendent un mot de vous
    [5] Cinq promesses attendent un mot de vous
    [6] Six promesses attendent un mot de vous
   *[other] { $n } promesses attendent un mot de vous
}
batons-waiting-more = Plus de { $n } promesses attendent un mot de vous
batons-next = La prochaine : { $until }.
batons-next-late = La première est au-delà de son temps.
batons-more = Les suivantes viendront ici à mesure que celles-ci avancent.
batons-none = Personne n’attend un mot de vous
batons-none-more = Ce que vous avez dit est suivi ci-dessous.
batons-given = Ce que vous avez dit, et ce que c’est devenu
baton-some = Une promesse
baton-waiting = { $n ->
    [one] une personne attend
   *[other] { $n } personnes attendent
}
baton-held-out = On vous le propose
baton-of-team = Votre équipe le porte : le premier qui le prend en répond
baton-held-out-to-team = On le propose à votre équipe
baton-take = Je m’en occupe
baton-read = Lire
baton-taken = C’est vous qui le portez.
baton-taken-meanwhile = Quelqu’un d’autre vient de le prendre, ou il vient de se terminer. Rien n’est perdu.
baton-late = au-delà de son temps
baton-answer-by = réponse promise : { $until }
# dynamic: baton-outcome-*
baton-outcome-done = fait
baton-outcome-planned = prévu
baton-outcome-trying = à l’essai
baton-outcome-refused = refusé, avec la raison
baton-outcome-answered = répondu
baton-outcome-withdrawn = retiré
baton-outcome-solved = résolu
baton-outcome-relayed = relayé
baton-outcome-alternative = une autre voie
baton-outcome-duplicate = déjà demandé
baton-outcome-unreachable = injoignable
due-since = depuis { $span }
due-before = avant { $time }
due-minutes = { $n }{" "}min
due-hours = { $n }{" "}h
due-days = { $n ->
    [one] { $n }{" "}jour
   *[other] { $n }{" "}jours
}

# Un relais, sa page.
baton-title = Un relais
baton-changed = Ce relais vient de changer.
batons-changed = Vos relais viennent de changer.
baton-who-keeps = Qui s’en occupe
baton-you-hold = C’est vous qui le portez.
baton-held-by = { $name } le porte.
baton-held-by-somebody = Quelqu’un le porte. Un mot lui parvient, et on peut lui proposer de le prendre.
baton-somebody = Quelqu’un
baton-hears-next = prochaines nouvelles : { $until }
baton-follow = Passer, dire un mot
baton-pass = Passer ce relais
baton-pass-lead = Il reste à vous jusqu’à ce que l’autre l’accepte. Son histoire le suit : personne n’aura à la redire.
baton-pass-words = Un mot pour qui le reprend
baton-pass-words-hint = Ce qui est fait, ce qui reste à faire.
baton-pass-send = Proposer
baton-offered = Proposé. Il reste à vous jusqu’à ce que l’autre l’accepte.
baton-offered-to = Proposé à
baton-withdraw = Ne plus proposer
baton-withdrawn = Il n’est plus proposé.
baton-cannot = Je ne peux pas m’en occuper
baton-reason = Pourquoi
baton-reason-hint = Qui le porte le lira et cherchera quelqu’un d’autre.
baton-refuse = Ne pas le prendre
baton-refused = C’est dit. Qui le porte le sait.
baton-say = Dire un mot
baton-say-to = À qui
baton-say-waiting = À ceux qui attendent
baton-say-waiting-hint = Des nouvelles : ils savent où cela en est.
baton-say-working = À ceux qui s’en occupent
baton-say-working-hint = Une note sur le travail.
baton-words = Vos mots
baton-words-too-long = C’est trop long : { $most } caractères au plus. Rien n’a été perdu.
baton-next-day = Prochaines nouvelles
baton-next-day-hint = Ce qui est promis ne bouge pas.
baton-note-hint = Votre nom se lit avec votre mot.
baton-say-send = Envoyer
baton-said = C’est dit.
baton-day-gone = Ce jour est passé.
taker-to = À qui
taker-none = Choisissez quelqu’un de la liste.
taker-here = là aujourd’hui
taker-team = le premier qui le prend en répond
taker-search = Chercher quelqu’un d’autre

# Être là, partir.
presence-say = Je suis là aujourd’hui
presence-here = Vous avez dit être là aujourd’hui.
presence-here-said = C’est dit : vous êtes là aujourd’hui.
presence-away = Vous êtes absent jusqu’au { $day }.
presence-back = Je suis de retour
presence-leave = Je pars
leaving-title = Je pars : à qui je confie mes relais ?
leaving-lead = { $n ->
    [one] Vous portez un relais. Il reste à vous jusqu’à ce que quelqu’un l’accepte.
   *[other] Vous portez { $n } relais. Ils restent à vous jusqu’à ce que quelqu’un les accepte.
}
leaving-nothing = Vous ne portez aucun relais : personne n’attendra.
leaving-until = Absent jusqu’au
leaving-until-hint = Ce jour compris. Jusque-là, rien ne vous est proposé.
leaving-too-long = C’est trop loin : { $most } jours au plus. Au-delà, voyez votre responsable.
leaving-send = Je confie et je pars
leaving-say = Je pars
leaving-said = C’est noté. À bientôt.
leaving-handed-one = Votre relais est proposé. Vous le verrez ici jusqu’à ce qu’il soit accepté.
leaving-handed = { $n } relais sont proposés. Vous les verrez ici jusqu’à ce qu’ils soient acceptés.
home-cancel = Annuler

# Mes messages.
messages-title = Mes messages
messages-account = Mon compte
messages-lead = Relais vous appelle quand quelqu’un attend un mot de vous : dans vos heures, et pas en dehors.
messages-choosing = Ce que vous voulez recevoir
messages-how = Comment vous joindre
messages-digest = Un courriel par jour, s’il y a lieu
messages-digest-hint = À l’ouverture, ce qui attend un mot de vous. Rien si vous l’avez déjà vu, rien si c’est fini.
messages-outside = Urgent : me joindre aussi en dehors de mes heures
messages-outside-hint = Seulement quand il n’y a plus personne d’autre à appeler, et seulement sur vos appareils.
messages-quiet = Pas de message jusqu’au
messages-quiet-hint = Ce jour compris. Rien ne vous parvient d’ici là, même urgent. Laissez vide pour être joint.
messages-quiet-too-long = C’est trop loin : { $most } jours au plus.
messages-save = Enregistrer
messages-saved = C’est noté.
messages-devices = Appels sur vos appareils
messages-devices-lead = Un appel dit qu’un relais vous attend, rien de plus. Aucun téléphone personnel n’est nécessaire : sans appareil, le courriel du jour suffit.
messages-device-here = celui-ci
messages-device-unknown = Navigateur
messages-device-add = Recevoir les appels sur cet appareil
messages-device-added = Cet appareil sera appelé, dans vos heures, tant que vous y êtes connecté.
messages-device-remove = Ne plus appeler ici
messages-device-removed = Cet appareil n’est plus appelé.
messages-device-how = Ce navigateur ne permet pas les appels. Le courriel du jour vous reste.
messages-device-refused = Votre navigateur n’autorise pas les notifications. Rien n’a changé ; ses réglages permettent de revenir dessus.
messages-device-failed = Cet appareil n’a pas pu être inscrit. Rien n’a changé ; le courriel du jour vous reste.
messages-hours = Vos heures
messages-hours-of = Ce sont celles de l’unité { $unit }, où vous travaillez.
messages-hours-usual = Personne n’a écrit d’horaires pour vous : ce sont les jours ouvrés, de 9 h à 18 h.
messages-hours-asked = Ce que vous demandez vous-même, comme un nouveau mot de passe, arrive aussitôt.
messages-span = { $opens } – { $closes }
messages-closed = pas de message

# Ce qui appelle quelqu’un. Aucun mot de personne n’y entre.
notice-given = { $n ->
    [one] Un relais vous est confié
   *[other] { $n } relais vous sont confiés
}
notice-offered = { $n ->
    [one] Un relais vous attend
   *[other] { $n } relais vous attendent
}
notice-reminded = { $n ->
    [one] Un relais que vous portez attend un mot de vous
   *[other] { $n } relais que vous portez attendent un mot de vous
}
notice-refused = { $n ->
    [one] Un relais que vous proposiez n’a pas été pris
   *[other] { $n } relais que vous proposiez n’ont pas été pris
}
notice-news = { $n ->
    [one] Des nouvelles de ce que vous attendez
   *[other] Des nouvelles de { $n } choses que vous attendez
}
notice-said = { $n ->
    [one] Quelqu’un a ajouté un mot à un relais que vous portez
   *[other] Des mots ont été ajoutés à { $n } relais que vous portez
}
notice-told = { $n ->
    [one] Une réponse vous attend
   *[other] { $n } réponses vous attendent
}
batons-full = Vous portez déjà autant de promesses qu’on en demande ici à une personne ({ $n }). Relais ne vous sollicite plus tant que d’autres ont de la place.
