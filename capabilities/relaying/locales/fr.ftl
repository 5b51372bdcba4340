# Demander à qui sait : des groupes d’experts, une question, une réponse à temps.
relaying-menu = Demander
relaying-cancel = Annuler
relaying-too-short = Écrivez au moins { $n } caractères.
relaying-too-long = C’est trop long : { $n } caractères au plus.
groups-title = Groupes d’experts
groups-lead = Des personnes de plusieurs unités et de plusieurs métiers. On leur demande directement, personne ne valide entre les deux.
groups-none = Aucun groupe pour l’instant
groups-none-more = Votre direction de l’expérience client peut en ouvrir un.
group-make = Ouvrir un groupe
group-make-lead = Un groupe répond à ce qu’il connaît. Il est animé à deux, par deux métiers.
group-name = Nom du groupe
group-name-hint = Comme on le dira en boutique : Experts 91-94.
group-about = Ce qu’il sait, en une ligne
group-themes = Thèmes
group-themes-hint = Un par ligne, huit au plus : Internet, Mobile, Facture.
group-search = Chercher des personnes
group-choose-people = Qui répond
group-choose-hosts = Qui anime
group-choose-hosts-hint = Au moins deux personnes, de deux métiers.
group-save = Ouvrir le groupe
group-made = Le groupe est ouvert : on peut lui demander.
group-nobody = Choisissez au moins une personne de la liste.
group-one-trade = Il faut une personne de chacun de deux métiers pour animer. Le métier de chacun se règle sur sa page.
group-too-many = { $n } personnes au plus : au-delà, ouvrez deux groupes.
group-no-theme = Écrivez au moins un thème, un par ligne.
group-themes-too-many = { $n } thèmes au plus : au-delà, on ne s’y retrouve plus.
group-taken = Un groupe porte déjà ce nom.
group-hosts-team = { $name } (animation)
group-there-now = { $n ->
    [0] personne de garde
    [one] une personne de garde
   *[other] { $n } personnes de garde
}
group-there-from = quelqu’un de garde à partir de { $from }
group-there-nobody = personne n’a dit être de garde
group-who-when = Qui répond, et quand
group-no-stint = Personne ne s’est annoncé pour les jours qui viennent.
group-about-title = Le groupe
group-hours = Ouvert
group-hours-of-unit = aux heures de l’unité qui demande
group-hosting = Animation
group-week = Heures d’ouverture du groupe
group-week-hint = Comme 9:00-12:30, 14:00-18:00 ; vide quand le groupe est fermé. Sans rien, ce sont les heures de l’unité qui demande.
# dynamic: group-day-*
group-day-1 = Lundi
group-day-2 = Mardi
group-day-3 = Mercredi
group-day-4 = Jeudi
group-day-5 = Vendredi
group-day-6 = Samedi
group-day-7 = Dimanche
stint-say = Je suis de garde
stint-day = Jour
stint-from = De
stint-to = À
stint-promise = C’est un prévu, pour qui va demander. Effacé le lendemain, compté nulle part.
stint-save = C’est dit
stint-said = C’est noté : le groupe et ceux qui demandent le voient.
stint-take-back = Retirer
stint-taken-back = C’est retiré.
stint-span = { $from } – { $to }
stint-not-a-time = Écrivez une heure comme 14:00.
group-hosts = Animé par { $first } ({ $first_trade }) et { $second } ({ $second_trade })
questions-title = Demander aux experts
questions-lead = Une question part en une demi-minute. Quelqu’un la porte dès le premier instant.
questions-none = Aucune question pour l’instant
questions-none-more = Ce que vous demandez, et ce qu’on demande à vos groupes, se lit ici.
questions-waiting = Ce qui attend vos groupes
questions-mine = Ce que vous avez demandé
questions-changed = La question a changé.
question = Question
question-ask = Demander
question-ask-lead = Le groupe répond en { $minutes } minutes d’ouverture.
question-theme = De quoi s’agit-il ?
question-no-theme = Choisissez un thème.
question-alone = Personne de { $group } n’a dit répondre avant { $until }.
question-alone-from = La première garde commence { $from }.
question-alone-nobody = Aucune garde n’est annoncée. La question sera proposée à tout le groupe, puis à ceux qui l’animent.
question-alone-others = Répondent avant : { $groups }.
question-send-anyway = Envoyer quand même
question-take = Je m’en occupe
question-taken = Vous la portez maintenant.
question-taken-meanwhile = Quelqu’un a été plus rapide, ou c’est fini.
question-taken-by-somebody = quelqu’un s’en occupe
question-yours = à vous
question-stands = Le groupe attend une précision : son délai est arrêté, celui du client continue.
question-state-stands = Attend une précision
question-held-out = Proposée à { $group }, qui n’a pas encore accepté.
question-clarify = Demander une précision
question-clarified = La précision est demandée. Votre délai est arrêté jusqu’à la réponse.
question-asks = { $group } demande
question-tell = Répondre au groupe
question-add = Ajouter un mot
question-help = Aider
question-add-words = Vos mots
question-add-send = Envoyer
question-added = C’est ajouté.
question-pass = Passer à un autre groupe
question-pass-to = Quel groupe
question-pass-words = Un mot pour eux
question-pass-save = Proposer
question-passed = C’est proposé. Vous la gardez jusqu’à ce que l’autre groupe accepte.
question-pass-to-nobody = Choisissez un groupe.
question-text = Que se passe-t-il ?
question-text-hint = Ce que le client voit, ce que vous avez déjà essayé. Ni nom ni numéro ici.
question-send = Envoyer aux experts
question-asked = C’est envoyé : le groupe la porte.
question-nobody = Aucun groupe à qui demander
question-nobody-more = Dès qu’un groupe est ouvert, ses thèmes se choisissent ici.
question-until = avant { $until }
question-was-until = promis avant { $until }
question-late = En retard
# dynamic: question-state-*
question-state-asked = Attend une réponse
question-state-answered = Répondue
question-state-withdrawn = Retirée
question-promise = La promesse
question-held = Quelqu’un de { $group } la porte, et répond avant { $until }.
question-held-by-you = Vous la portez. Vous avez promis une réponse avant { $until }.
question-held-by-group = { $group } la porte : une réponse avant { $until }.
question-asker = Qui a demandé
question-answering = Répondre
question-words = Votre réponse
question-words-hint = En étapes si cela aide : on la lit debout, devant le client.
question-answer-send = Répondre
question-answered = La réponse est donnée, et qui a demandé est prévenu.
question-baton = Passer ou voir le relais
# Les relais de ce module, tels qu’ils paraissent sur « Mes relais ».
# dynamic: baton-relaying-*
baton-relaying-question-who = Un collègue devant un client · { $title }
baton-relaying-question-promise = Une réponse promise à un collègue
baton-relaying-question-act = Répondre
# Réglages.
# dynamic: setting-*
setting-relaying-answered-in = Réponse d’un groupe d’experts
setting-relaying-answered-in-more = En minutes d’ouverture. Ce qui est déjà promis ne bouge pas.
# Le registre et les permissions.
register-expert-group = Les groupes d’experts : leur nom, ce qu’ils savent, et les deux personnes qui les animent.
register-expert-theme = Ce sur quoi chaque groupe répond.
register-question = Ce qui a été demandé à un groupe, par quelle unité. Qui l’a demandé n’est que dans le relais, dont les noms partent.
register-question-word = Ce qui a été répondu.
may-relaying-groups-read = voir les groupes d’experts
may-relaying-groups-edit = ouvrir un groupe d’experts
may-relaying-questions-ask = demander aux experts
may-relaying-questions-read = lire ses questions et celles de ses groupes
# Le client qui attend.
case-waiting = Un client attend
case-waiting-more = Laissez vide si la question est pour vous. Son numéro est gardé à part, chiffré, pour le rappeler et rien d’autre.
case-given-name = Son prénom
case-phone = Son téléphone
case-agreed = Rappel
case-agreed-yes = La personne accepte d’être rappelée
case-not-agreed = Sans son accord, son numéro ne peut pas être gardé. Demandez-le-lui, ou retirez le numéro.
case-reference = Sa référence client
case-reference-unreadable = Des lettres, des chiffres et - / . _ #, { $n } caractères au plus.
promise-when = Des nouvelles
promise-before = avant { $at }
promise-other = une autre heure
promise-other-when = Choisir une autre heure
promise-at = Heure
promise-none = Choisissez une heure, ou écrivez-en une.
promise-too-soon = C’est trop tôt : promettez au moins { $n } minutes.
promise-too-far = C’est trop loin : { $n } jours au plus.
case = Demande d’un client
case-of = { $name } attend
cases-title = Clients qui attendent
cases-lead = Ceux de votre unité, et ceux à qui vous avez promis quelque chose. Qui doit avoir des nouvelles le plus tôt vient en premier.
cases-none = Personne n’attend
cases-none-more = Quand un client repart avec une promesse, elle se lit ici jusqu’à la réponse.
case-changed = La demande a changé.
case-promise = La promesse
case-kept-by-you = Vous lui avez promis des nouvelles avant { $at }.
case-kept = Un collègue lui a promis des nouvelles avant { $at }.
case-kept-by-team = Votre équipe lui doit des nouvelles avant { $at }.
case-show-number = Montrer le numéro
case-call-now = À rappeler maintenant : des nouvelles sont attendues avant { $at }
case-say = « Je ne vous oublie pas : nous cherchons encore, et je vous rappelle à l’heure que nous allons fixer. » Puis notez l’appel.
case-say-answered = La réponse est là, plus bas : appelez, donnez-la, puis terminez.
case-asked-until = Le groupe répond avant { $until }.
case-call = Noter un appel
call-result = L’appel
# dynamic: call-result-*
call-result-reached = a répondu
call-result-missed = pas de réponse
call-result-none = Dites si la personne a répondu.
call-words = Ce qui a été dit
call-note = Noter l’appel
call-said = Rassuré au téléphone.
call-noted = C’est noté. Relais vous le rappelle avant l’heure dite.
call-missed = C’est noté. Relais vous le rappelle dans une demi-heure.
case-end = Terminer
case-told = Comment la personne le sait-elle ?
case-told-none = Dites comment la personne l’a su : une demande ne se termine pas dans son dos.
# dynamic: case-told-*
case-told-heard = De vive voix, en face ou au téléphone
case-told-written = Par écrit, et c’est arrivé
case-told-declined = La personne ne veut pas être recontactée
case-told-unreachable = Injoignable, après trois essais à des moments différents
case-unreachable-was-told = Si quelqu’un a répondu, dites comment la demande s’est terminée.
case-outcome = Comment cela se termine
case-outcome-none = Dites comment cela se termine.
# dynamic: case-outcome-*
case-outcome-solved = Résolu
case-outcome-relayed = Relayé à quelqu’un de nommé
case-outcome-alternative = Une autre voie proposée
case-outcome-refused = Refusé, avec la raison et le recours
case-outcome-withdrawn = Le client ne demande plus
case-outcome-duplicate = Déjà demandé ailleurs
case-outcome-unreachable = Injoignable
case-reason = La raison, ou à qui
case-reason-hint = Pourquoi c’est refusé, à qui c’est relayé, quelle autre voie.
case-appeal = Le recours
case-appeal-hint = Si c’est refusé : à qui le client peut s’adresser.
case-refused-without-reason = Un refus donne sa raison.
case-refused-without-appeal = Un refus dit à qui le client peut s’adresser.
case-relayed-to-whom = Dites à qui.
case-which-alternative = Dites quelle autre voie.
case-end-save = Terminer la demande
case-ended = C’est terminé, et le client le sait.
case-ended-title = Terminé
case-waits = Attend
case-late = En retard
case-hears-before = des nouvelles avant { $at }
case-pass = Passer à une autre unité
case-pass-to = Quelle unité
case-pass-words = Un mot pour eux
case-pass-save = Proposer
case-passed = C’est proposé. Vous la gardez jusqu’à ce que l’autre unité accepte.
case-pass-to-nobody = Choisissez une unité.
case-way = Le chemin
case-unit = Unité
case-contacts = Contacts
case-handoffs = Passages de main
case-days = Depuis
case-days-n = { $n ->
    [0] aujourd’hui
    [one] un jour
   *[other] { $n } jours
}
# dynamic: case-channel-* case-touch-*
case-channel-shop = en boutique
case-channel-phone = au téléphone
case-channel-home = à domicile
case-channel-web = en ligne
case-channel-letter = par lettre
case-channel-sms = par SMS
case-channel-email = par courriel
case-touch-visit-heard = venu en boutique
case-touch-reassurance-heard = rassuré au téléphone
case-touch-reassurance-missed = appelé, sans réponse
case-touch-answer-heard = a entendu la réponse
case-touch-answer-written = a reçu la réponse par écrit
case-touch-answer-declined = ne veut pas de nouvel appel
case-touch-answer-unreachable = injoignable
baton-relaying-case-who = Un client · { $title }
baton-relaying-case-promise = Des nouvelles promises
baton-relaying-case-act = Ouvrir
setting-relaying-reassured-before = Appel de réassurance
setting-relaying-reassured-before-more = En minutes avant l’heure promise au client, si la réponse n’est pas venue.
register-customer-case = Ce qu’un client attend et ce qui lui a été promis. Qui il est n’y est pas : son numéro est à part, chiffré.
register-case-question = Pour quelle demande de client une question a été posée.
register-reassurance-call = Les appels pour rassurer un client qui attend, et ce qu’ils ont donné.
register-case-touch = Les contacts avec le client, d’un bout à l’autre.
may-relaying-cases-read = suivre les demandes des clients de son unité
question-case = Le client qui attend
case-do = Ce que vous pouvez faire
# Ce qui reste de mots qui désignaient quelqu’un.
redacted-phone = [numéro]
redacted-email = [adresse e-mail]
redacted-iban = [compte]
redacted-nir = [sécurité sociale]
redacted-card = [carte]
redacted-plate = [immatriculation]
redacted-read-again = Ce qui désigne une personne a été retiré de vos mots. Relisez-les, puis envoyez. Un numéro à rappeler se note sous « Un client attend ».
question-photo = Une photo
question-photo-hint = Le voyant, l’écran, la facture. Le lieu et l’appareil en sont retirés.
question-photo-alt = La photo jointe à la question
register-question-picture = Quelle photo va avec quelle question.
# Les tableaux des groupes : des chiffres de groupes, jamais de personnes.
figures-title = Tableau du groupe
figures-period = Période
# dynamic: figures-over-*
figures-over-this = Ce mois-ci
figures-over-last = Le mois dernier
figures-over-three = Trois mois
figures-span = Du { $from } au { $to }
figures-too-few = Trop peu
figures-too-few-yet = Trop peu de réponses, ou de personnes, pour en dire quelque chose sans parler de quelqu’un.
figures-pair = Délai et qualité de la réponse, toujours ensemble
figures-quality = { $share } ont aidé
figures-quality-few = qualité : { $few }
figures-judged = { $n ->
    [0] aucun avis de qui a demandé
    [one] un avis de qui a demandé
   *[other] { $n } avis de qui a demandé
}
figures-partly = { $n ->
    [0] aucune n’a aidé qu’en partie
    [one] une a aidé en partie
   *[other] { $n } ont aidé en partie
}
figures-answers = { $n ->
    [0] aucune réponse
    [one] une réponse
   *[other] { $n } réponses
}
figures-customers = { $n ->
    [0] aucun client
    [one] un client
   *[other] { $n } clients
}
figures-in-target = Réponses dans le délai du groupe
figures-told = Clients prévenus à l’heure promise
figures-ties = Unités qui se sont aidées pour la première fois
figures-ties-more = Des paires d’unités, par ce groupe, sur la période.
figures-at-once = moins d’une minute
figures-minutes = { $n } min
figures-hours = { $n } h
figures-percent = { $n } %
figures-from-to = médiane entre { $low } et { $high }
figures-within = entre { $low } et { $high } %
figures-how = Le délai compte les heures d’ouverture du groupe, sans les attentes de précision. Les chiffres viennent par lots d’au moins { $least } faits et { $people } personnes, et ne bougent plus ensuite : comparer deux périodes ou deux jours ne dit rien de quelqu’un. Ce qui reste trop peu à la fin du mois n’est pas dit.
cooperation-title = Les unités qui s’entraident
cooperation-lead = Qui a demandé, qui a aidé, par les groupes d’experts. D’unité à unité, jamais de personne à personne.
cooperation-drawing = Les unités qui demandent, reliées à celles qui aident
cooperation-drawn = À gauche les unités qui demandent ({ $asking }), à droite celles qui aident ({ $helping }). Le tableau plus bas dit la même chose.
cooperation-others = Autres unités
cooperation-table = D’unité à unité
cooperation-asking = Demande
cooperation-helping = Aide
cooperation-answers = Réponses
cooperation-since = Lien
cooperation-new = nouveau
cooperation-known = déjà connu
cooperation-new-n = { $n ->
    [0] Aucun lien nouveau parmi les unités nommées.
    [one] Un lien nouveau entre des unités qui ne s’étaient jamais aidées ainsi.
   *[other] { $n } liens nouveaux entre des unités qui ne s’étaient jamais aidées ainsi.
}
cooperation-how = Une unité est nommée pour un mois quand au moins { $people } de ses personnes y ont demandé, ou aidé. Les autres sont réunies ; si elles sont trop peu, elles ne sont pas dites.
cooperation-none = Un lien paraît quand assez de personnes de deux unités se sont demandé et répondu dans le mois.
handoffs-title = Passages de main
handoffs-lead = Où ce que le client attend passe d’une équipe à l’autre, et où cela tombe.
handoffs-trades = De métier à métier
handoffs-teams = D’équipe à équipe
handoffs-way = De → vers
handoffs-offered = Proposés
handoffs-taken = Acceptés
handoffs-taken-share = { $share } acceptés
handoffs-refused = Refus motivés
handoffs-late = En retard
handoffs-waited = Avant d’être pris
handoffs-acted = Puis avant d’agir
handoffs-how = Délais médians, en heures d’ouverture de qui reçoit. Une ligne réunit des lots d’au moins cinq passages, avec au moins { $people } personnes de chaque côté. La raison d’un refus se lit sur le relais lui-même. En pointillés : plus d’un sur trois n’est pas pris, ou l’est en retard.
handoffs-none = Un passage paraît quand assez de personnes ont donné et reçu dans le mois.
help-title = Est-ce que cela vous a aidé ?
help-none = Choisissez une des trois réponses.
help-not-answered = On peut le dire quand la réponse est là.
help-said = C’est noté, merci. Vous pouvez changer d’avis.
help-told = Vous avez dit : { $helped }.
help-again = Demander la suite
# dynamic: help-yes help-partly help-no
help-yes = Cela m’a aidé
help-partly = En partie
help-no = Pas encore
question-earlier = La question d’avant
thanks-title = Mes remerciements
thanks-lead = Ce qu’on vous a dit après une réponse. Vous seul le lisez, et rien n’est compté. Si vous le voulez, le groupe le lit aussi, sans votre nom.
thanks-none = Aucun mot pour l’instant
thanks-none-more = Quand quelqu’un vous remercie d’une réponse, son mot se lit ici.
thanks-yours = pour vous seul
thanks-read-by-group = le groupe le lit
thanks-share = Le montrer au groupe
thanks-keep = Le garder pour moi
thanks-shared = Le groupe le lit, sans nom.
thanks-kept = Il n’est plus que pour vous.
thanks-say = Remercier
thanks-words = Un mot pour qui a répondu
thanks-hint = Lu par cette personne seule ; elle décide si le groupe le lit. Ni nom ni numéro de client.
thanks-send = Remercier
thanks-said = C’est dit, à qui vous a répondu.
thanks-given = Vous avez remercié pour cette réponse.
thanks-to-nobody = Il n’y a plus personne à remercier ici : les noms quittent les relais avec le temps.
notice-relaying-thanks = { $n ->
    [0] Aucun remerciement
    [one] Quelqu’un vous remercie d’une réponse
   *[other] On vous remercie de { $n } réponses
}
setting-relaying-fewest-people = Personnes d’un tableau de groupe
setting-relaying-fewest-people-more = Les tableaux ne disent rien de moins de personnes : on les reconnaîtrait.
setting-relaying-shown-from = Réponses d’un tableau de groupe
setting-relaying-shown-from-more = De moins de réponses, les tableaux des groupes ne disent ni part ni délai.
register-board-batch = Des lots de réponses d’assez de personnes, dont les tableaux sont faits.
register-board-count = Ce que chaque lot compte : combien, et en combien de temps.
register-board-fact = Ce qui attend d’être compté, ou l’a été : une réponse, un client prévenu, un passage. Sans personne.
register-question-time = En combien de temps d’ouverture une question a eu sa première réponse.
register-question-help = Si la réponse a aidé, selon qui a demandé.
register-question-again = Quelle question continue laquelle.
register-help-tie = Quelles unités se sont aidées, et depuis quel mois.
register-help-month = Combien de fois deux unités se sont aidées dans un mois.
register-help-side = Combien de personnes d’une unité ont demandé ou aidé dans un mois. Pas lesquelles.
register-answer-thanks = Un mot de remerciement, pour qui a répondu.
may-relaying-boards-read = lire les tableaux des groupes et des passages de main
# Le fil d’un groupe.
feed-title = Le fil du groupe
feed-lead = Entre vous : ce qui change, ce qui marche, une question sans client. Seules les personnes du groupe le lisent ; rien n’y est compté par personne.
feed-words = Votre mot au groupe
feed-words-hint = Ni nom ni numéro de client.
feed-call = Appeler quelqu’un du groupe
feed-called = Personnes appelées
feed-too-many = { $n } personnes au plus : au-delà, écrivez simplement au groupe.
feed-not-of-group = Choisissez des personnes du groupe.
feed-post = Publier
feed-posted = C’est publié.
feed-changed = Le fil a changé.
feed-none = Rien encore
feed-none-more = Le premier mot est à vous.
feed-thanks = merci au groupe
feed-thanks-to-group = Quelqu’un que le groupe a aidé
feed-photo-alt = La photo jointe
feed-erase = Effacer
feed-erase-sure = Effacer ce mot pour tout le monde ?
feed-erased = C’est effacé.
# dynamic: feed-react-*
feed-react-thanks = Merci
feed-react-useful = Utile
feed-react-same = Chez nous aussi
feed-react-idea = Bonne idée
notice-relaying-mention = { $n ->
    [0] Personne ne vous appelle
    [one] Quelqu’un de votre groupe vous appelle
   *[other] On vous appelle { $n } fois dans vos groupes
}
register-feed-post = Ce que les personnes d’un groupe s’écrivent. Lu par elles seules.
register-feed-picture = Quelle photo va avec quel mot du fil.
register-feed-mention = Qui un mot du fil appelle.
register-feed-reaction = Les réactions à un mot du fil, montrées en nombre et sans nom.
# Un groupe qui devient un outil permanent.
tool-title = Outil permanent
tool-lead = Un groupe qui dure a un propriétaire, un budget et une revue chaque année.
tool-is = C’est un outil permanent
tool-was = Ce fut un outil permanent
tool-owner = Propriétaire
tool-budget = Budget
tool-budget-hint = Du temps ou de l’argent, en une ligne : deux jours par mois et par personne, 12 000 € l’an.
tool-since = Depuis
tool-review = Prochaine revue
tool-review-hint = Dans l’année qui vient. Le propriétaire la promet au groupe.
tool-review-within-a-year = Choisissez un jour dans l’année qui vient.
tool-none = Pas encore un outil permanent
tool-ripens = Un groupe peut le devenir après six mois : à partir du { $from }.
tool-too-young = Un groupe devient un outil après { $n } mois : celui-ci, à partir du { $from }.
tool-already = C’est déjà fait.
tool-no-owner = Choisissez une personne du groupe.
tool-promote = En faire un outil permanent
tool-promote-save = En faire un outil permanent
tool-promoted = C’est un outil permanent. Sa revue est promise.
tool-reviewing = La revue de l’année
tool-outcome = Ce que la revue décide
tool-no-outcome = Choisissez ce que la revue décide.
# dynamic: tool-outcome-*
tool-outcome-kept = Il continue ainsi
tool-outcome-changed = Il continue autrement
tool-outcome-stopped = Il s’arrête comme outil
tool-why = Pourquoi
tool-review-save = Rendre la revue
tool-reviewed = La revue est rendue, et le groupe la lit.
tool-reviews = Ses revues
baton-relaying-tool-who = Le groupe { $title }
baton-relaying-tool-promise = La revue annuelle d’un outil
baton-relaying-tool-act = Faire la revue
register-group-tool = Quels groupes sont des outils permanents : leur propriétaire, leur budget, leur prochaine revue.
register-tool-review = Ce que les revues ont décidé, et pourquoi.
