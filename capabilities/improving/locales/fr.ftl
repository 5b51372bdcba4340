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
# dynamic: pebble-name-*
pebble-name-no = Dit, sans être montré
pebble-name-no-hint = Seuls ceux qui répondent savent qui l’a dit. Vous serez prévenu de chaque nouvelle.
pebble-name-yes = Montré avec ce que je dis
pebble-name-yes-hint = Tout le monde voit que cela vient de vous.
pebble-name-anonymous = Sans mon nom, pour personne
pebble-name-anonymous-hint = Relais ne garde pas qui l’a écrit, ni l’heure. Ce sera visible demain matin, mêlé aux autres, et vous lirez la réponse avec un reçu. Vos mots, eux, peuvent vous faire reconnaître.
pebble-name-where = D’où cela vient
pebble-name-unit = Nommer l’endroit où je travaille
pebble-name-unit-few = Sans cela, on lit « tout le réseau ». { $n ->
    [one] Vous y travaillez seul : le nommer, c’est vous nommer.
   *[other] Vous y êtes { $n } : en le nommant, on peut vous deviner.
}
pebble-name-unit-many = Sans cela, on lit « tout le réseau ». Vous y êtes { $n }.
pebble-anonymous-said = C’est dit, sans votre nom
pebble-anonymous-next = Cela paraîtra demain matin avec ce que d’autres ont dit. La réponse est promise dix jours ouvrés après.
pebble-anonymous-full = Trop d’entrées sans nom attendent en ce moment : réessayez dans une heure. Vos mots sont encore ici.
receipt = Votre reçu
receipt-only-once = Il n’est montré qu’une fois. Avec lui, et lui seul, vous lirez la réponse et pourrez écrire en retour.
receipt-code = Le code du reçu
receipt-keep = Garder le reçu sur cet appareil
receipt-keep-hint = Pas sur un appareil partagé : qui l’ouvre verrait que cela vient d’ici.
receipt-lost = Si vous le perdez, personne ne peut le retrouver : rien ne relie ce que vous avez dit à vous.
receipts-title = Mes reçus
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

# Sans nom : poser une question, lire et écrire en retour avec un reçu.
pebble-words-said = Ce qui s’est dit depuis
pebble-word-question = Une question à qui l’a dit
pebble-word-author = Réponse de qui l’a dit, sans nom
pebble-asking = Demander une précision
pebble-question = Votre question
pebble-question-hint = Dit sans nom : la personne la lira avec son reçu, et sa réponse paraîtra ici un matin. Tous ceux qui lisent cette page voient la question.
pebble-ask = Poser la question
pebble-asked = La question est posée. La réponse, s’il y en a une, paraîtra ici un matin.
pebble-demo-night = Démo : laisser passer la nuit
receipts-lead = Ce que vous avez dit sans votre nom, et ce que c’est devenu.
receipts-hint = Collez un code, ou plusieurs à la ligne.
receipts-find = Lire
receipts-honest = Ici compte le code seul : Relais ne regarde pas qui vous êtes, et ne garde pas que vous êtes venu. Une réponse écrite ici vaut pour donnée : regardez de temps en temps.
receipt-no-code = Ce n’est pas un code de reçu : il a sept groupes de quatre lettres ou chiffres.
receipt-mistyped = Une lettre de ce code n’est pas la bonne : comparez-le à votre reçu.
receipt-unknown = Aucun reçu ne porte ce code.
receipt-waiting = Gardé, pas encore visible
receipt-waiting-more = Cela paraîtra demain matin avec ce que d’autres ont dit.
receipt-promise = Une réponse est promise avant le { $until }.
receipt-told = La réponse est donnée : la voici.
receipt-page = Lire la page que tout le monde voit
receipt-reply = Écrire en retour
receipt-reply-hint = Cela paraîtra demain matin, sans nom ni heure, pour tous ceux qui lisent la page.
receipt-reply-send = Envoyer
receipt-reply-waits = Ce que vous avez écrit paraîtra demain matin.
receipt-reply-full = Un message attend déjà la nuit : réessayez demain.
receipt-forget = Oublier sur cet appareil

register-pebble-word = Ce qui s’est dit sur une entrée : réponses, questions, et ce que répond qui l’a dite sans nom. Le jour, jamais l’auteur.
register-sealed-reply = Ce qu’écrit en retour qui tient un reçu, en attendant d’être montré avec le reste.
register-sealed-saying = Ce qui est dit sans nom, en attendant d’être montré avec les autres, dans un coffre à part : ni personne, ni heure, ni ordre.
register-sealed-receipt = De quelle entrée un reçu est le reçu. Seul son détenteur connaît le code ; ici n’en est que l’empreinte.
register-pebble = Ce que les équipes ont dit et la réponse donnée. Le nom de l’auteur n’y est que s’il le souhaite.

may-improving-pebbles-read = les petits cailloux et les idées, et ce qu’ils deviennent
may-improving-pebbles-say = dire ce qui gêne, et joindre sa voix
pebble-baton = Dire un mot à qui s’en occupe
pebble-baton-yours = Passer, dire un mot

# Ceux qui ont dit la même chose.
pebble-similar = Déjà dit.
pebble-similar-more = Si c’est la même chose, ouvrez et dites « Moi aussi » : une voix de plus, une seule réponse.
pebble-similar-count = { $n ->
    [one] Une entrée qui ressemble
   *[other] { $n } entrées qui ressemblent
}
pebble-merge = Réunir avec un autre
pebble-merge-lead = Ceux qui ont dit la même chose reçoivent la même réponse. Chacun garde sa voix et sa promesse ; on peut les séparer à nouveau.
pebble-merge-search = Chercher un autre caillou
pebble-merge-which = Lequel dit la même chose
pebble-merge-send = Réunir
pebble-merge-nothing = Rien d’ouvert chez vous ne ressemble à celui-ci. Cherchez avec d’autres mots.
pebble-merge-none = Choisissez un caillou de la liste.
pebble-merge-itself = C’est le même.
pebble-merge-ended = L’un des deux s’est terminé entre-temps.
pebble-merge-elsewhere = L’un des deux est déjà réuni avec un autre.
pebble-merge-leads = D’autres sont déjà réunis avec celui-là : partez de lui.
pebble-merge-not-held = Vous ne portez pas les deux.
pebble-merged = Réunis : une réponse pour tous.
pebble-parted = Séparés. Rien n’a été perdu.
pebble-part = Séparer
pebble-merged-here = Ceux qui disent la même chose
pebble-merged-into = Répondu avec : { $text }
pebble-merged-see = Voir la réponse commune
pebble-answered-together = Il est réuni avec celui-ci : répondez ici, tous auront la réponse.
pebble-back = Annuler
register-pebble-merge = Quels petits cailloux disent la même chose et sont répondus ensemble.
