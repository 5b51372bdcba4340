# La voix du terrain : ce qui gêne, ce qui aiderait, et ce que c’est devenu.
pebbles-menu = Petits cailloux
pebbles-title = Petits cailloux et idées
pebbles-network = Tout le réseau
pebbles-of-unit = Voir { $unit } seulement
pebbles-of-network = Voir tout le réseau
pebbles-which = Ce qui est montré
pebbles-open = En cours
pebbles-late = Au-delà du délai
pebbles-done = Faits
pebbles-all = Tous
pebbles-counts = { $said ->
    [0] Rien n’a encore été dit ici.
    [one] Une chose dite, { $done ->
        [0] rien de fait encore
       *[other] { $done } faite
    }{ $late ->
        [0] .
       *[other] , { $late } au-delà de son délai.
    }
   *[other] { $said } choses dites, { $done ->
        [0] rien de fait encore
        [one] une faite
       *[other] { $done } faites
    }{ $late ->
        [0] .
        [one] , une au-delà de son délai.
       *[other] , { $late } au-delà de leur délai.
    }
}
pebbles-none = Rien ici pour le moment
pebbles-none-late = Rien n’attend au-delà de son délai
pebbles-none-done = Rien de fait encore
pebbles-none-more = Ce que vous dites reçoit une réponse en dix jours ouvrés.
pebble-say = Dire ce qui gêne
pebble-say-lead = Moins d’une minute. Vous aurez une réponse en dix jours ouvrés.
pebble-kind = C’est
# dynamic: pebble-kind-*
pebble-kind-irritant = Un petit caillou
pebble-kind-idea = Une idée
pebble-text = Ce qui se passe
pebble-text-hint = Comme vous le diriez à un collègue. Sans nom de client ni de personne.
pebble-theme = De quoi s’agit-il
# dynamic: pebble-theme-*
pebble-theme-tools = Outils et matériel
pebble-theme-premises = Locaux
pebble-theme-stock = Stocks et livraisons
pebble-theme-hours = Horaires et planning
pebble-theme-information = Information
pebble-theme-rules = Règles et étapes
pebble-theme-customers = Ce que vivent les clients
pebble-theme-other = Autre chose
pebble-frequency = Cela arrive
# dynamic: pebble-frequency-*
pebble-frequency-daily = Tous les jours
pebble-frequency-weekly = Chaque semaine
pebble-frequency-monthly = Chaque mois
pebble-frequency-rarely = De temps en temps
pebble-also = Et aussi
pebble-hinders = Me gêne pour servir
pebble-name = Votre nom
pebble-signed = Montrer mon nom avec ce que je dis
pebble-signed-hint = Sans cela, seuls ceux qui répondent savent qui l’a dit.
pebble-expression = Vous avez le droit de dire ce qui ne va pas : personne ne peut vous le reprocher.
pebble-send = Envoyer
pebble-said = C’est dit. La réponse viendra ici et sur votre accueil.
pebble-said-on = dit le { $day }
pebble-late = En retard
# dynamic: pebble-state-*
pebble-state-received = Attend une réponse
pebble-state-planned = Prévu
pebble-state-trying = À l’essai
pebble-state-done = Fait
pebble-state-refused = Refusé, avec la raison
pebble-by-day = pour le { $day }
pebble-voices = { $n ->
    [one] Une voix
   *[other] { $n } voix
}
pebble-by = Dit par { $name }
pebble-answer = La réponse
pebble-promise-yours = Vous le portez : une réponse est promise avant le { $until }.
pebble-promise-your-team = Il attend que l’un de vous le prenne : une réponse est promise avant le { $until }.
pebble-promise-held = Quelqu’un le porte : une réponse est promise avant le { $until }.
pebble-promise-team = Il attend que quelqu’un le prenne : une réponse est promise avant le { $until }.
pebble-all-told = Tous ceux qui attendaient ont eu la réponse.
pebble-you-wait = Vous serez prévenu de chaque nouvelle.
pebble-join = Moi aussi
pebble-joined = Votre voix est comptée. Vous serez prévenu aussi.
pebble-joined-already = Votre voix comptait déjà.
pebble-ended-meanwhile = Il vient de se terminer : la réponse est sur la page.
pebble-answering = Répondre à tous ceux qui attendent
pebble-outcome = Ce que cela devient
# dynamic: pebble-outcome-*
pebble-outcome-done = C’est fait
pebble-outcome-done-hint = Dites ce qui a changé.
pebble-outcome-planned = C’est prévu
pebble-outcome-planned-hint = Avec le jour : ce sera une promesse, et vous la portez.
pebble-outcome-trying = On essaie
pebble-outcome-trying-hint = Jusqu’à un jour, où vous direz ce que l’essai a donné.
pebble-outcome-refused = Pas cette fois
pebble-outcome-refused-hint = Avec la raison, que tout le monde pourra lire.
pebble-words = Ce que vous leur dites
pebble-words-hint = Tous ceux qui attendent le liront.
pebble-day = Pour quel jour
pebble-day-hint = Seulement si c’est prévu ou à l’essai.
pebble-answer-send = Répondre
pebble-answered = La réponse est donnée : tous ceux qui attendaient l’ont reçue.
pebble-too-short = Dites-le en quelques mots.
pebble-too-long = { $typed } caractères : { $n } au plus. Gardez l’essentiel.
pebble-refused-why = Dites pourquoi : tout le monde pourra le lire.
pebble-answer-words = Dites-le en quelques mots à ceux qui attendent.
pebble-planned-when = Donnez le jour.
pebble-day-past = Choisissez un jour à venir.
pebble-day-too-far = Choisissez un jour dans l’année : plus loin, ce n’est plus une réponse.

# Les relais de ce module, tels qu’ils paraissent sur « Mes relais ».
# dynamic: baton-improving-*
baton-improving-answer-who = Équipe · { $title }
baton-improving-answer-promise = Une réponse promise à vos collègues
baton-improving-answer-act = Répondre
baton-improving-doing-who = Équipe · { $title }
baton-improving-doing-promise = Ce qui était prévu ou à l’essai
baton-improving-doing-act = Dire où cela en est

register-pebble = Ce que les équipes ont dit et la réponse donnée. Le nom de l’auteur n’y est que s’il le souhaite.

may-improving-pebbles-read = les petits cailloux et les idées, et ce qu’ils deviennent
may-improving-pebbles-say = dire ce qui gêne, et joindre sa voix
pebble-baton = Dire un mot à qui s’en occupe
pebble-baton-yours = Passer, dire un mot
