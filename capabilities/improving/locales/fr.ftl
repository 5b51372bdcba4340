# La voix du terrain : ce qui gêne, ce qui aiderait, et ce que c’est devenu.
improving-menu = Améliorer
improving-cancel = Annuler
improving-signed = Montrer mon nom avec ce que je dis
improving-signed-hint = Sans cela, seuls ceux qui répondent savent qui l’a dit.
improving-too-few = Trop peu
# dynamic: improving-*
improving-pebbles = Cailloux
improving-rules = Règles
improving-obstacles = Obstacles
improving-solutions = Solutions
improving-board = Où en est-on
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
pebbles-none-more = Ce que vous dites reçoit une réponse, à une date promise.
pebble-say = Dire ce qui gêne
pebble-say-lead = Moins d’une minute. Vous aurez une réponse { $days ->
    [one] en un jour ouvré
   *[other] en { $days } jours ouvrés
}.
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
pebble-anonymous-next = Cela paraîtra demain matin avec ce que d’autres ont dit. La date de la réponse est promise à ce moment-là.
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

## Les règles de la maison.
rules-title = Les règles de la maison
rules-lead = Chacun peut demander à quoi sert une règle. Qui en répond la garde, la change ou l’abandonne, et dit pourquoi.
rules-in-force = En vigueur
rules-asked = Questionnées
rules-dropped = Abandonnées
rules-none = Aucune règle n’est encore écrite ici
rules-none-asked = Personne ne questionne de règle en ce moment
rules-none-dropped = Aucune règle n’a encore été abandonnée
rules-none-more = Une règle qui gêne et qui n’est pas ici se dit comme un petit caillou.
rule = Règle
rule-write = Écrire une règle
rule-write-lead = Telle qu’elle s’applique aujourd’hui. Chacun pourra demander à quoi elle sert.
rule-title = Son nom
rule-title-hint = Quelques mots : « Geste commercial », « Double signature ».
rule-says = Ce qu’elle dit
rule-said = Ce qu’elle disait
rule-words-hint = Ce qu’il faut faire, ou ne pas faire, comme on le dirait à un nouveau collègue.
rule-source = D’où elle vient
rule-source-hint = Une note, une loi, une habitude.
rule-place = Où elle s’applique
rule-where = Choisissez où elle s’applique, parmi ce dont vous répondez.
rule-in-region = Région { $name }
rule-owner = Qui en répond
rule-owner-leads = Ceux qui répondent de l’endroit
rule-owner-leads-hint = La responsable et ses adjoints, la région, ou le siège.
rule-owner-me = Moi
rule-owner-me-hint = Votre nom est sur la règle, et les questions vous arrivent.
rule-owner-leads-of = Ceux qui répondent de : { $place }
rule-owner-network = Ceux qui répondent du réseau
rule-since = En vigueur depuis
rule-save = Écrire la règle
rule-written = La règle est écrite. Chacun peut la lire, et demander à quoi elle sert.
rule-is-asked = On demande à quoi elle sert
rule-changed-on = Changée le { $day }
rule-dropped-on = Abandonnée le { $day }
rule-what-for = À quoi sert-elle ?
rule-question = Votre question
rule-question-hint = Ce que cette règle vous fait vivre, ou fait vivre à un client.
rule-question-missing = Dites en quelques mots ce que vous demandez.
rule-ask = Demander à quoi elle sert
rule-asked = C’est demandé. La réponse viendra ici et sur votre accueil, à la date promise.
rule-deciding = Revoir cette règle
rule-verdict = Ce que vous décidez
rule-no-verdict = Choisissez : la garder, la changer ou l’abandonner.
# dynamic: rule-verdict-*
rule-verdict-keep = On la garde
rule-verdict-keep-hint = Dites à quoi elle sert.
rule-verdict-keep-done = Gardée
rule-verdict-change = On la change
rule-verdict-change-hint = Écrivez ce qu’elle dit désormais.
rule-verdict-change-done = Changée
rule-verdict-drop = On l’abandonne
rule-verdict-drop-hint = Elle ne s’applique plus dès aujourd’hui.
rule-verdict-drop-done = Abandonnée
rule-reason = Pourquoi
rule-reason-hint = Tout le monde pourra le lire.
rule-reason-missing = Dites pourquoi : aucune décision sans sa raison.
rule-new-words = Ce qu’elle dit désormais
rule-new-words-hint = Seulement si vous la changez.
rule-new-words-missing = Écrivez ce qu’elle dit désormais.
rule-new-words-same = C’est ce qu’elle dit déjà. Écrivez ce qui change, ou gardez-la.
rule-decide = Décider
rule-decided = C’est décidé : chacun peut lire la raison.
rule-decided-told = C’est décidé : tous ceux qui demandaient ont la réponse.
rule-decided-meanwhile = Quelqu’un vient de décider de cette règle. Rien n’a été changé ; relisez-la.
rule-dropped-meanwhile = Cette règle vient d’être abandonnée : elle ne s’applique plus.
rule-decisions = Ce qui a été décidé
rule-decisions-none = Rien encore.
rule-after = après « { $question } » ({ $n ->
    [one] une voix
   *[other] { $n } voix
})
rule-before = Ce qu’elle disait avant
rule-said-until = Du { $from } au { $until }

# dynamic: baton-outcome-*
baton-outcome-keep = règle gardée, avec la raison
baton-outcome-change = règle changée
baton-outcome-drop = règle abandonnée

baton-improving-rule-who = Équipe · { $title }
baton-improving-rule-promise = Dire à quoi sert cette règle
baton-improving-rule-act = Répondre

register-house-rule = Les règles de la maison : ce qu’elles disent, où elles s’appliquent, qui en répond.
register-house-rule-version = Ce que chaque règle a dit, et depuis quel jour.
register-rule-challenge = Les questions posées sur les règles. Le nom de l’auteur n’y est que s’il le souhaite.
register-rule-decision = Ce qui a été décidé de chaque règle, et pourquoi ; sans nom.

may-improving-rules-read = les règles de la maison, et ce qui en a été décidé
may-improving-rules-challenge = demander à quoi sert une règle
may-improving-rules-write = écrire les règles d’une partie du réseau

## Les incohérences.
incoherences-tab = Incohérences
incoherences-title = Ce qui se contredit
incoherences-lead = Deux règles, deux outils ou deux messages qui disent le contraire. Quelqu’un tranche, et dit pourquoi.
incoherences-none = Rien ne se contredit, à ce qui a été dit
incoherences-none-more = Deux consignes contraires ? Dites les deux : vous aurez une décision, à une date promise.
incoherences-about = Ce qui la contredit
incoherences-about-none = Rien n’a été dit.
incoherence = Incohérence
incoherence-heading = Deux choses se contredisent
incoherence-say = Dire ce qui se contredit
incoherence-say-lead = Deux règles, deux outils, deux messages. Vous aurez une décision, à une date que vous verrez aussitôt.
incoherence-first = Le premier
incoherence-second = Le second
incoherence-the-first = Le premier dit
incoherence-the-second = Le second dit
incoherence-no-rule = Autre chose, avec mes mots
incoherence-first-words = Ce que dit le premier
incoherence-second-words = Ce que dit le second
incoherence-words-hint = Inutile si vous avez choisi une règle.
incoherence-words-missing = Choisissez une règle, ou dites-le avec vos mots.
incoherence-same-rule = C’est deux fois la même règle : choisissez-en une autre.
incoherence-stage = À quel moment du parcours
incoherence-stage-hint = L’accueil, la facture, le premier jour.
incoherence-said = C’est dit. La décision viendra ici et sur votre accueil, à la date promise.
incoherence-open = Attend une décision
incoherence-decided-on = { $verdict } le { $day }
incoherence-no-verdict = Choisissez ce qui vaut désormais.
# dynamic: incoherence-verdict-*
incoherence-verdict-keep_first = On garde le premier, le second disparaît
incoherence-verdict-keep_first-done = Le premier est gardé
incoherence-verdict-keep_second = On garde le second, le premier disparaît
incoherence-verdict-keep_second-done = Le second est gardé
incoherence-verdict-change_first = On change le premier
incoherence-verdict-change_first-done = Le premier est changé
incoherence-verdict-change_second = On change le second
incoherence-verdict-change_second-done = Le second est changé
incoherence-verdict-change_both = On change les deux
incoherence-verdict-change_both-done = Les deux sont changés
incoherence-verdict-drop_both = On abandonne les deux
incoherence-verdict-drop_both-done = Les deux sont abandonnés
incoherence-now = Ce qui vaut désormais
incoherence-now-hint = Il le faut si quelque chose change.
incoherence-now-missing = Dites ce qui vaut désormais.

baton-outcome-keep_first = tranché : le premier est gardé
baton-outcome-keep_second = tranché : le second est gardé
baton-outcome-change_first = tranché : le premier est changé
baton-outcome-change_second = tranché : le second est changé
baton-outcome-change_both = tranché : les deux sont changés
baton-outcome-drop_both = tranché : les deux sont abandonnés

baton-improving-incoherence-who = Équipe · { $title }
baton-improving-incoherence-promise = Trancher entre deux choses contraires
baton-improving-incoherence-act = Trancher

register-incoherence = Ce que des collègues ont vu se contredire, et ce qui a été tranché. Le nom de l’auteur n’y est que s’il le souhaite.

## Les obstacles.
obstacles-title = Ce qui gêne l’équipe
obstacles-lead = L’équipe le confie à qui répond de l’unité, et a une réponse à une date promise.
obstacles-board = Dans votre unité
obstacles-open = En cours
obstacles-ended = Terminés
obstacles-none = Rien ne gêne l’équipe, à ce qui a été dit
obstacles-none-ended = Aucun obstacle n’est encore levé
obstacles-none-more = Un obstacle dit ici est porté tout de suite par qui répond de l’unité.
obstacles-no-unit = Vous ne travaillez pas dans une unité aujourd’hui
obstacles-no-unit-more = Les obstacles sont à l’équipe d’une unité. Ceux qu’on vous propose de prendre sont sur votre accueil.
obstacles-delay = Délai médian pour lever un obstacle
obstacles-delay-source = jours ouvrés, levés ou contournés, douze derniers mois
obstacles-delay-n = { $n ->
    [0] aucun obstacle
    [one] un obstacle
   *[other] { $n } obstacles
}
obstacles-delay-within = entre { $low } et { $high } jours à 95 %
obstacles-delay-no-interval = trop peu pour un intervalle
obstacles-days = { $n ->
    [0] le jour même
    [one] { $n } jour
   *[other] { $n } jours
}
obstacle = Obstacle
obstacle-say = Confier un obstacle
obstacle-say-lead = À ceux qui répondent de votre unité. Vous aurez une réponse, à une date que vous verrez aussitôt.
obstacle-text = Ce qui vous empêche
obstacle-text-hint = Ce que vous ne pouvez pas lever seuls. Sans nom de client ni de personne.
obstacle-missing = Dites en quelques mots ce qui vous empêche.
obstacle-put = C’est confié. La réponse viendra ici et sur votre accueil.
# dynamic: obstacle-state-*
obstacle-state-open = En cours
obstacle-state-removed = Levé
obstacle-state-worked_around = Contourné
obstacle-state-refused = Refusé, avec la raison
# dynamic: obstacle-outcome-*
obstacle-outcome-removed = Il est levé
obstacle-outcome-removed-hint = Dites ce qui a changé.
obstacle-outcome-worked_around = Il est contourné
obstacle-outcome-worked_around-hint = Il est encore là, et ne gêne plus : dites comment faire.
obstacle-outcome-refused = Il reste
obstacle-outcome-refused-hint = Avec la raison, que l’équipe pourra lire.
obstacle-refused-why = Dites pourquoi : l’équipe pourra le lire.
obstacle-words-hint = L’équipe le lira.
obstacle-passing = Il dépasse l’unité ?
obstacle-passing-words = Un mot pour la région
obstacle-passing-hint = Ce que vous avez essayé, ce qu’il faudrait. Vous le portez tant que personne ne l’a pris.
obstacle-pass = Le proposer à la région
obstacle-held-out = C’est proposé. Vous le portez tant que personne ne l’a pris.
obstacle-is-held-out = Proposé plus haut ; l’unité le porte tant que personne ne l’a pris.
obstacle-asked = On vous propose de le prendre
obstacle-asked-more = L’unité le porte encore. Si vous le prenez, la réponse promise à l’équipe est la vôtre.
obstacle-accept = Je m’en occupe
obstacle-taken = C’est vous qui le portez. L’équipe attend votre réponse.

baton-outcome-removed = levé
baton-outcome-worked_around = contourné

baton-improving-obstacle-who = Équipe · { $title }
baton-improving-obstacle-promise = Un obstacle à lever pour l’équipe
baton-improving-obstacle-act = Répondre

register-obstacle = Ce qui gêne l’équipe d’une unité, et ce que c’est devenu. Le nom de l’auteur n’y est que s’il le souhaite.

may-improving-obstacles-read = les obstacles de son unité, et ceux qu’on propose de prendre
may-improving-obstacles-say = confier un obstacle à ceux qui répondent de l’unité

## Ce qui marche.
solutions-title = Ce qui marche
solutions-lead = Ce qui a marché quelque part, offert à tous. Chaque unité l’adopte si elle le veut ; personne ne l’impose.
solutions-all = Toutes
solutions-ours = Chez nous
solutions-none = Rien n’est encore partagé
solutions-none-ours = Rien encore chez vous
solutions-none-more = Ce qui a marché chez vous peut aider ailleurs : partagez-le, sans demander à personne.
solution = Ce qui marche
solution-share = Partager ce qui marche
solution-share-lead = Sans validation : c’est lisible par tous dès l’envoi.
solution-done-here = Fait chez vous, pas encore partagé
solution-share-this = Partager
solution-anew = Autre chose qui marche
solution-was = Ce qui gênait
solution-was-hint = En une phrase. Sans nom de client ni de personne.
solution-now = Ce que nous faisons maintenant
solution-now-hint = Comme vous le diriez à une équipe qui veut essayer.
solution-needs = Ce qu’il faut pour essayer
solution-needs-hint = Du matériel, un accord, une demi-heure.
solution-send = Partager
solution-shared = C’est partagé : toutes les unités peuvent le lire et l’adopter.
solution-shared-on = partagé le { $day }
solution-living = { $n ->
    [0] plus aucune unité
    [one] vit dans une unité
   *[other] vit dans { $n } unités
}
solution-what = De quoi il s’agit
solution-of-pebble = Le petit caillou d’où cela vient
solution-with-us = Et chez nous, { $unit } ?
solution-state = Comment nous vivons avec
solution-no-state = Choisissez ce que fait votre unité.
# dynamic: solution-say-*
solution-say-adopted = Nous l’adoptons
solution-say-adopted-hint = Tel quel.
solution-say-adapted = Nous l’adaptons
solution-say-adapted-hint = Dites ce que vous avez changé.
solution-say-kept = Nous continuons
solution-say-kept-hint = Cela marche toujours.
solution-say-dropped = Nous arrêtons
solution-say-dropped-hint = Dites pourquoi : cela aide les autres.
solution-adapted-how = Dites ce que vous avez changé.
solution-dropped-why = Dites pourquoi vous arrêtez.
solution-words = Ce que vous en dites
solution-words-hint = Il le faut si vous adaptez ou arrêtez.
solution-no-order = Vous parlez pour votre unité seulement. Personne ne peut décider à la place d’une autre.
solution-say = Dire
solution-said = C’est dit pour votre unité.
# dynamic: solution-ours-*
solution-ours-adopted = Adopté chez nous
solution-ours-adapted = Adapté chez nous
solution-ours-kept = Nous continuons
solution-ours-dropped = Arrêté chez nous
# dynamic: solution-state-*
solution-state-adopted = Adopté
solution-state-adapted = Adapté
solution-state-kept = Continue
solution-state-dropped = Arrêté
solution-lives-in = Unités où cela vit
solution-since = depuis le { $day }
solution-where = Où cela vit
solution-unit = Unité
solution-now-is = Aujourd’hui
solution-day = Depuis le
solution-told = Ce que l’unité en dit
solution-over-time = Le nombre d’unités, jour après jour
solution-units = Unités

register-solution = Ce qui a marché dans une unité et qu’elle offre aux autres.
register-adoption = Ce que chaque unité a fait d’une solution. Qui l’a écrit pour elle est oublié après trente jours, sauf réglage.

may-improving-solutions-read = ce qui marche, et où cela vit
may-improving-solutions-share = partager ce qui marche, et parler pour son unité seulement

## Où en est-on.
board-title = Où en est la voix du terrain
board-unit = Chez nous
board-period = Ce qui a été dit depuis le { $from }. On compte des choses dites, jamais des personnes.
board-kinds = Ce qui a été dit et ce qu’on en a fait
board-what = Quoi
# dynamic: board-kind-*
board-kind-improving-answer = Cailloux et idées
board-kind-improving-rule = Règles questionnées
board-kind-improving-incoherence = Incohérences
board-kind-improving-obstacle = Obstacles
board-said = Dit
board-heard = { $n ->
    [one] Pris en un jour ouvré
   *[other] Pris en { $n } jours ouvrés
}
board-in-time = Répondu à temps
board-done = Fait ou décidé
board-in-time-pebbles = Cailloux et idées ayant reçu leur réponse à temps
board-share = { $value } % de { $n }
board-percent = { $value } %
board-of = { $n ->
    [0] aucune chose dite dont le délai soit passé
    [one] une chose dite dont le délai est passé
   *[other] { $n } choses dites dont le délai est passé
}
board-within = de { $low } à { $high } %
board-too-few-of = trop peu ({ $n })
board-how = Une part ne compte que ce dont le délai est passé (en jours ouvrés : { $answered } pour répondre, { $heard } pour prendre). L’intervalle est à 95 % ; sous { $least }, c’est trop peu pour une part.
board-quick = Depuis le dernier gain rapide
board-quick-is = Un gain rapide : un petit caillou retiré dans les { $n } jours.
board-win-days = { $n ->
    [0] aujourd’hui
    [one] un jour
   *[other] { $n } jours
}
board-win-none = pas encore
board-load = Ce que répondre demande
board-load-more = C’est du travail, et cela compte comme du travail. On compte pour tous ceux qui répondent ensemble, et seulement s’ils sont assez nombreux.
board-load-told = Réponses données
board-load-people = { $n ->
    [0] personne encore
    [one] une personne prévenue
   *[other] { $n } personnes prévenues
}
board-load-reading = Lecture des cailloux
board-load-minutes = { $n ->
    [0] rien encore
    [one] une minute
   *[other] { $n } minutes
}
board-load-duty = Être désigné pour répondre
board-load-hours = { $n ->
    [0] personne
    [one] une heure d’ouverture
   *[other] { $n } heures d’ouverture
}
board-load-how = Depuis 90 jours. La lecture est estimée à 1 000 signes par minute, chaque texte lu une fois. Les heures d’ouverture d’une unité s’additionnent sur les personnes désignées.

# Qui répond à quoi.
duties-title = Qui répond à quoi
duties-lead = Ce qui se dit sur un thème va d’abord aux personnes nommées ici. Si aucune n’est là, il va à qui répond de l’endroit : personne n’attend entre deux.
duty-everything = Tous les thèmes
duty-theme = Thème
duty-people = Qui répond
duty-search = Chercher quelqu’un
duty-name = Nommer
duty-save = Enregistrer
duty-saved = C’est noté. Ce qui est déjà porté reste à qui le porte.
duty-end = Ne plus nommer
duty-ended = C’est noté. Ce qui se dira ira à qui répond de l’endroit.
duty-nobody = Choisissez au moins une personne de la liste.
duty-too-many = Pas plus de { $most } personnes : au-delà, personne ne répond.
duty-nobody-there = Personne n’est là aujourd’hui
duty-usual-unit = Sinon : les responsables de l’unité.
duty-usual-network = Sinon : les responsables du réseau.
register-pebble-duty = Qui répond à quel thème, par unité.
may-improving-duties-edit = dire qui répond à quoi
pebbles-quick = Vite faits
pebbles-none-quick = { $days ->
    [one] Rien n’a été fait, ni promis, en un jour
   *[other] Rien n’a été fait, ni promis, en { $days } jours
}
pebbles-none-found = Rien ne correspond à ces mots ici
pebbles-search = Chercher dans ce qui a été dit

# Réglages.
# dynamic: setting-*
setting-improving-answered-in = Réponse à ce qui est dit
setting-improving-answered-in-more = Jours ouvrés dans lesquels une réponse est promise à qui parle. Ce qui est déjà promis ne bouge pas.
setting-improving-heard-in = Accusé de réception
setting-improving-heard-in-more = Jours ouvrés dans lesquels qui parle sait que quelqu’un s’en charge.
setting-improving-quick = Gain rapide
setting-improving-quick-more = Un petit caillou retiré dans ce délai compte comme un gain rapide.
setting-improving-shown-from = Ce qu’il faut pour montrer une part
setting-improving-shown-from-more = En dessous, les tableaux disent « trop peu ».
setting-improving-firm-from = Ce qu’il faut pour qu’une part soit sûre
setting-improving-firm-from-more = En dessous, elle est montrée avec la mention « indicatif ».
setting-improving-fewest-people = Ce qu’il faut pour parler d’une unité
setting-improving-fewest-people-more = En dessous, on reconnaîtrait les gens : le tableau dit « trop peu ». Aucun réglage ne descend sous trois.
