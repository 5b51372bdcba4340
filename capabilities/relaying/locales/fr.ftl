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
group-departments = Départements
group-departments-hint = Comme 91, 94. Sans rien, il répond à tout le réseau.
group-departments-too-many = { $n } départements au plus. Pour tout le réseau, n’en écrivez aucun.
group-answers-for = { $n ->
    [one] Répond au département { $which }
   *[other] Répond aux départements { $which }
 }
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
group-edit = Modifier le groupe
group-edit-lead = Qui n’en est plus garde ce qu’il a pris, jusqu’à ce qu’un autre du groupe l’accepte.
group-edit-save = Enregistrer
group-changed = Le groupe est à jour.
group-changed-meanwhile = Quelqu’un a modifié ce groupe entre-temps. Vos mots sont gardés : vérifiez-les, puis enregistrez.
group-close = Fermer le groupe
group-close-lead = On ne lui demande plus rien de nouveau. Ce qu’il a promis reste promis.
group-close-open = { $n ->
    [0] Aucune question n’attend sa réponse.
    [one] Une question attend sa réponse.
   *[other] { $n } questions attendent sa réponse.
 } Chacune reste à qui la tient, qui peut toujours y répondre.
group-close-next = À qui demander désormais ?
group-close-nobody = À aucun autre groupe : celui-ci répond jusqu’au bout à ce qu’il a
group-close-next-hint = Les questions qui attendent lui sont aussi proposées.
group-close-words = Un mot pour qui prend la suite
group-close-save = Fermer le groupe
group-close-to-whom = Dites à qui demander désormais.
group-close-tool = Ce groupe est un outil permanent : arrêtez-le d’abord, à sa revue.
group-closed = Le groupe est fermé. Ce qu’il avait promis reste tenu.
group-closed-since = Fermé le { $day }.
group-closed-more = On ne lui demande plus rien de nouveau. Les questions déjà posées reçoivent leur réponse, et ses fiches restent dans ce que l’on sait.
group-closed-next = Demander à { $name }
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
question-device = Sur quel appareil ?
question-device-hint = Box 6, téléphone, chaudière, avec son modèle.
question-on-device = Appareil : { $device }
question-groups-elsewhere = Aucun groupe ne répond pour votre département : voici ceux des autres.
question-text = Que se passe-t-il ?
question-text-hint = Ce que le client voit, ce que vous avez déjà essayé. Ni nom ni numéro : une fois répondue, elle sert aux autres, sans vous nommer.
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
question-words-hint = En étapes si cela aide : on la lit debout, devant le client. Aucun nom : elle sert aussi à qui demandera la même chose.
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
register-group-department = Les départements auxquels chaque groupe répond.
register-expert-theme = Ce sur quoi chaque groupe répond.
register-question = Ce qui a été demandé à un groupe, par quelle unité. Qui l’a demandé n’est que dans le relais, dont les noms partent.
register-question-word = Ce qui a été répondu.
may-relaying-groups-read = voir les groupes d’experts
may-relaying-groups-edit = ouvrir, modifier et fermer un groupe d’experts
may-relaying-questions-ask = demander aux experts
may-relaying-questions-read = lire ses questions et celles de ses groupes
# Le client qui attend.
case-waiting = Un client attend
case-waiting-more = Laissez vide si la question est pour vous. Son numéro est gardé à part, chiffré, pour le rappeler et lui envoyer son lien, rien d’autre. Ce lien montre vos mots au client.
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
case-reason-hint = Pourquoi c’est refusé, à qui c’est relayé, quelle autre voie. Le client lit un refus et une autre voie sur sa page : n’y nommez personne.
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

question-word-photo-hint = Un schéma, un branchement, un écran. Le lieu et l’appareil en sont retirés.
question-word-photo-alt = La photo jointe à ces mots
question-withdraw = Je n’ai plus besoin de réponse
question-withdraw-more = Le groupe cessera de chercher. Si une personne attend de vos nouvelles, vous gardez ce que vous lui avez promis.
question-withdraw-save = Retirer ma question
question-withdrawn = C’est retiré : le groupe ne cherche plus.
register-word-picture = Quelle photo va avec quelle réponse.

may-relaying-references-edit = la façon d’écrire les références des clients
reference-title = Références des clients
reference-lead = Comment vos outils nomment un client. Ce que l’on tape est remis dans cette forme, ou refusé avec un exemple. Les références déjà notées restent telles quelles.
reference-pattern = La forme d’une référence
reference-pattern-hint = A pour une lettre, 9 pour un chiffre, le reste tel quel. Par exemple CL-9999-99. Vide : toutes les formes conviennent.
reference-pattern-wrong = Écrivez A pour une lettre, 9 pour un chiffre, et au plus { $n } signes, sans accent.
reference-link = Ouvrir le client dans votre outil
reference-link-hint = Une adresse en https où {"{reference}"} sera remplacé, par exemple https://crm.exemple.fr/clients/{"{reference}"}. Vide : aucun lien.
reference-link-wrong = Donnez une adresse complète en https, avec {"{reference}"} une seule fois, après le nom du site.
reference-save = Enregistrer
reference-saved = C’est enregistré.
reference-like = Comme { $example }
reference-not-in-form = Cette référence n’a pas la forme attendue, comme { $example }.
reference-open = Ouvrir dans notre outil
register-customer-reference = Comment les références des clients s’écrivent, et où elles s’ouvrent.
# Ce que les groupes savent.
knowledge-title = Ce qu’on sait déjà
knowledge-lead = Des réponses validées par un expert, chacune avec sa date de fin. Cherchez avant de demander, c’est déjà peut-être là.
knowledge-search = Chercher une réponse
knowledge-group = Groupe
knowledge-groups-all = Tous les groupes
knowledge-theme = Thème
knowledge-none = Aucune fiche pour l’instant
knowledge-none-more = Quand un groupe a répondu, quelqu’un du groupe peut en faire une fiche.
knowledge-nothing = Rien trouvé avec ces mots
knowledge-nothing-more = Demandez : la réponse servira au suivant.
knowledge-found = { $n ->
    [0] Aucune fiche
    [one] Une fiche
   *[other] { $n } fiches
}
knowledge-entry = Fiche validée
knowledge-answered = Déjà répondu
knowledge-answered-more = Qui a demandé, où et quand ne se lit pas ici. Les numéros en sont retirés.
knowledge-similar = Déjà répondu, peut-être
knowledge-similar-count = { $n ->
    [0] Aucune réponse proche
    [one] Une réponse proche, sous vos mots
   *[other] { $n } réponses proches, sous vos mots
}
knowledge-look = Voir les réponses proches
knowledge-enough = Cela me suffit
knowledge-open = Lire en entier
knowledge-helped = C’est noté : cette réponse a servi. Rien n’a été envoyé.
knowledge-helped-title = A servi
knowledge-helped-n = { $n ->
    [0] jamais encore
    [one] A servi une fois.
   *[other] A servi { $n } fois.
}
knowledge-write = Écrire une fiche
knowledge-write-lead = Une question, une réponse, une date de fin. En l’enregistrant, vous dites qu’elle est juste.
knowledge-make = En faire une fiche
knowledge-often = { $n ->
    [0] Cela n’a pas encore été demandé.
    [one] Cela a été demandé une fois en 90 jours.
   *[other] Cela a été demandé { $n } fois en 90 jours.
}
knowledge-often-more = Une fiche répondrait à la prochaine personne tout de suite.
knowledge-made = La fiche
knowledge-edit = Corriger la fiche
knowledge-entry-title = Titre
knowledge-entry-title-hint = Ce qu’on voit ou ce qu’on cherche : Voyant orange après un changement de box.
knowledge-words = Comme on le demande
knowledge-words-hint = Avec les mots de qui demande : c’est par eux qu’on la trouve.
knowledge-answer = Réponse
knowledge-answer-hint = Une étape par ligne, avec son numéro : 1. 2. 3. On la lit debout, devant le client. Aucun nom.
knowledge-expires = Valable jusqu’au
knowledge-expires-hint = Après ce jour, elle n’est plus proposée tant que personne du groupe ne l’a relue.
knowledge-ends-too-soon = Choisissez un jour à partir de demain.
knowledge-ends-too-late = Deux ans au plus : au-delà, personne ne sait si c’est encore juste.
knowledge-save = Enregistrer et valider
knowledge-written = La fiche est là, et on la trouve en demandant.
knowledge-made-already = Quelqu’un a fait cette fiche avant vous.
knowledge-changed = C’est corrigé. Ce qu’elle disait avant reste lisible.
knowledge-changed-meanwhile = Quelqu’un l’a corrigée pendant ce temps. Vos mots sont gardés : comparez avec la fiche, puis enregistrez.
knowledge-proposed = À valider
knowledge-review = À relire avant le { $day }
knowledge-expired = N’est plus valable depuis le { $day }
knowledge-expired-more = Sa date est passée et personne ne l’a relue depuis. Vérifiez auprès du groupe avant de vous en servir.
knowledge-withdrawn = Retirée
knowledge-doubted = quelqu’un dit qu’elle n’est plus juste
knowledge-asked-as = Demandé ainsi :
knowledge-about = La fiche
knowledge-checked-on = Vérifiée le
knowledge-holds-until = Valable jusqu’au
knowledge-keeping = Pour le groupe
knowledge-validate = Valider
knowledge-still-true = Vérifiée, encore juste
knowledge-checked = C’est noté : elle est juste.
knowledge-withdraw = Retirer la fiche
knowledge-withdraw-words = Pourquoi
knowledge-withdrawn-now = Elle n’est plus proposée à personne.
knowledge-doubt = N’est plus juste
knowledge-doubt-words = Qu’est-ce qui a changé ?
knowledge-doubt-hint = Le groupe la relit et vous répond. Votre nom n’est écrit nulle part sur la fiche.
knowledge-doubt-send = Le dire au groupe
knowledge-doubt-sent = C’est dit au groupe : il relit la fiche et vous serez prévenu.
knowledge-story = Ce qui s’est passé
knowledge-before = Ce qu’elle disait avant
knowledge-version = Version { $n }, du { $day }
# dynamic: knowledge-event-*
knowledge-event-written = Écrite et validée par le groupe
knowledge-event-imported = Venue d’un fichier
knowledge-event-checked = Vérifiée par un expert
knowledge-event-changed = Corrigée
knowledge-event-doubted = Quelqu’un dit qu’elle n’est plus juste
knowledge-event-kept = Relue : elle est juste
knowledge-event-withdrawn = Retirée
baton-relaying-entry-who = Un collègue attend · { $title }
baton-relaying-entry-promise = Une fiche à relire
baton-relaying-entry-act = Relire
setting-relaying-entry-lasts = Durée d’une fiche
setting-relaying-entry-lasts-more = En jours : la date proposée quand on écrit ou relit une fiche. Ce qui est déjà écrit ne bouge pas.
setting-relaying-doubt-answered-in = Relecture d’une fiche dont on doute
setting-relaying-doubt-answered-in-more = En minutes d’ouverture du groupe.
register-knowledge-entry = Ce qu’un groupe sait : la question, la réponse, jusqu’à quand elle vaut. Qui l’a écrite n’y est pas.
register-knowledge-version = Tout ce qu’une fiche a dit avant.
register-knowledge-event = Ce qui est arrivé à une fiche, sans nom.
register-knowledge-reuse = Combien de fois une réponse a suffi, par jour et par groupe : ni qui, ni où.
register-knowledge-term = Les mots par lesquels on trouve les réponses, et dans combien elles sont.
register-knowledge-spelling = Sous quelles fautes de frappe un mot se trouve encore.
register-knowledge-document = Quels mots sont dans quelle réponse.
register-knowledge-posting = Quelle réponse contient quel mot.
may-relaying-knowledge-read = lire ce que les groupes savent déjà
may-relaying-needs-read = lire les besoins de formation par thème
knowledge-group-helped = { $n ->
    [0] Ce que sait ce groupe n’a pas encore servi sans redemander, en 90 jours.
    [one] Ce que sait ce groupe a servi une fois sans redemander, en 90 jours.
   *[other] Ce que sait ce groupe a servi { $n } fois sans redemander, en 90 jours.
}
knowledge-import = Importer des réponses
knowledge-import-lead = Une FAQ que vous avez déjà : un tableau, du Markdown ou une page web. Vous voyez d’abord ce qui sera fait.
knowledge-import-file = Le fichier
knowledge-import-file-hint = CSV ou Excel avec une colonne Question et une colonne Réponse ; Markdown ou HTML, où chaque titre est une question. 512 ko et 500 questions au plus.
knowledge-import-nothing-written = Rien n’est écrit avant que vous ayez vu ce qui sera fait.
knowledge-import-look = Voir ce qui sera fait
knowledge-import-made = { $n ->
    [0] Aucune fiche à faire
    [one] Une fiche sera faite
   *[other] { $n } fiches seront faites
}
knowledge-import-refused = { $n ->
    [0] Rien n’est refusé
    [one] Une question est refusée
   *[other] { $n } questions sont refusées
}
knowledge-import-known = { $n ->
    [0] Rien n’existe déjà
    [one] Une question existe déjà
   *[other] { $n } questions existent déjà
}
knowledge-import-line = ligne { $n }
knowledge-import-make = { $n ->
    [0] Rien à faire
    [one] Faire cette fiche
   *[other] Faire ces { $n } fiches
}
knowledge-import-validates = Vous êtes du groupe : en les faisant, vous dites qu’elles sont justes. Relisez-les avant leur date de fin.
knowledge-import-proposes = Vous n’êtes pas du groupe : elles attendront que quelqu’un du groupe les valide, une par une.
knowledge-import-no-file = Choisissez un fichier.
knowledge-import-too-large = Ce fichier est trop lourd : { $n } ko au plus. Coupez-le en deux.
knowledge-import-too-many = Ce fichier a trop de questions : { $n } au plus. Coupez-le en deux.
knowledge-import-nothing = Aucune question trouvée dans ce fichier. En Markdown ou en HTML, chaque question est un titre.
knowledge-import-not-text = Ce fichier n’est pas du texte en UTF-8. Enregistrez-le ainsi, puis réessayez.
knowledge-import-unreadable = Ce fichier ne se lit pas. Enregistrez-le en CSV, puis réessayez.
knowledge-import-columns = Il manque une colonne Question ou une colonne Réponse à la première ligne.
knowledge-imported = { $n ->
    [0] Aucune fiche faite.
    [one] Une fiche est là.
   *[other] { $n } fiches sont là.
}
knowledge-imported-proposed = { $n ->
    [0] Aucune fiche faite.
    [one] Une fiche attend d’être validée par le groupe.
   *[other] { $n } fiches attendent d’être validées par le groupe.
}
needs-title = Besoins de formation
needs-lead = Ce qu’on demande souvent et à quoi on répond mal, par thème, sur 90 jours. Jamais par personne.
needs-late = En retard ou sans réponse
needs-there = De garde
needs-share = { $poor } sur { $asked } (entre { $low } et { $high } % à 95 % de confiance)
needs-unanswered = { $n ->
    [0] toutes répondues
    [one] dont une encore sans réponse
   *[other] dont { $n } encore sans réponse
}
needs-too-few = trop peu pour le dire
needs-all-too-few = Trop peu de questions pour dire quoi que ce soit. C’est un résultat, pas un défaut.
needs-need = À former
needs-none = Aucune question en 90 jours
needs-none-more = Dès que des groupes sont interrogés, leurs thèmes se lisent ici.
needs-how = En retard : la première réponse est venue après l’heure promise, ou n’est pas venue. « À former » dès un quart. Rien n’est dit sous 5 questions, 3 unités, ou d’un groupe de moins de 3 personnes actives. Source : les questions posées dans Relais.
# La page que suit un client, avec un lien à lui.
status-title = Votre demande
status-promised = Des nouvelles avant { $at }
status-we-look = Nous cherchons la réponse. Nous vous appelons avant cette heure, même si nous ne l’avons pas encore.
status-answer-there = La réponse est arrivée : nous vous appelons pour vous la donner.
status-we-look-come = Nous cherchons la réponse. Appelez-nous ou passez nous voir à ce moment-là : nous vous disons où nous en sommes, même si nous ne l’avons pas encore.
status-answer-come = La réponse est arrivée : appelez-nous ou passez nous voir pour l’avoir.
status-late-come = Nous en sommes désolés. Appelez-nous, passez nous voir, ou écrivez un mot ci-dessous : il arrive à la personne qui vous l’a promis.
status-where = Où en est votre demande ?
status-late = Nous vous avions promis des nouvelles avant { $at }
status-late-more = Si personne ne vous a appelé, nous en sommes désolés. Appelez-nous, ou écrivez un mot ci-dessous : il arrive à la personne qui vous l’a promis.
status-steps = Ce qui a été fait
# dynamic: status-step-*
status-step-visit = Vous nous avez dit ce qui vous amène
status-step-asked = Nous avons demandé aux personnes qui savent
status-step-answered = Elles ont répondu
status-step-called = Nous vous avons appelé
status-step-missed = Nous vous avons appelé, sans réponse
status-step-told = Vous avez eu la réponse
status-step-wrote = Vous nous avez écrit
status-ended = Comment cela s’est terminé
status-outcome = Résultat
status-reason = La raison
status-way = La solution
status-appeal = Si vous n’êtes pas d’accord
# dynamic: status-outcome-*
status-outcome-solved = C’est résolu
status-outcome-relayed = Une personne s’en charge et vous l’a dit
status-outcome-alternative = Une autre solution vous a été proposée
status-outcome-refused = Nous ne pouvons pas le faire
status-outcome-withdrawn = Vous ne le demandez plus
status-outcome-duplicate = C’est suivi avec une autre de vos demandes
status-outcome-unreachable = Nous n’avons pas réussi à vous joindre
status-nobody-called = Personne ne vous a appelé ?
status-nobody-called-phone = Appelez-nous : nous retrouvons votre demande ensemble.
status-nobody-called-shop = Passez nous voir : nous retrouvons votre demande ensemble.
status-open-today = Ouvert aujourd’hui : { $hours }
status-open-on = Ouvert { $day } : { $hours }
status-say = Nous dire un mot
status-say-what = Que voulez-vous nous dire ?
status-say-none = Choisissez ce que vous voulez nous dire.
# dynamic: status-says-*
status-says-sooner = Rappelez-moi plus tôt, si c’est possible
status-says-other-time = Je préfère un autre moment
status-says-no-longer = Ce n’est plus la peine
status-say-words = Un mot de plus, ou le moment qui vous va
status-say-words-hint = Sans nom ni numéro : nous avons déjà le vôtre si vous nous l’avez laissé.
status-say-when = Dites quel moment vous irait.
status-say-send = Envoyer
status-said = C’est transmis à la personne qui vous a promis une réponse.
status-said-enough = Vous nous avez écrit plusieurs fois aujourd’hui : tout est arrivé. Pour le reste, le mieux est de nous appeler.
status-enough-today = { $n } messages par jour au plus : celui-ci n’est pas parti, les autres sont arrivés. Appelez-nous, ou écrivez demain.
status-ended-meanwhile = Cette demande s’est terminée entre-temps : la page dit comment.
status-read-again = Ce qui ressemble à un numéro ou à une adresse a été retiré de vos mots. Relisez-les, puis envoyez.
status-effort = Une question, si vous voulez bien
status-effort-question = « Il a été facile d’obtenir une réponse. »
status-effort-scale = De 1, pas du tout d’accord, à 7, tout à fait d’accord.
status-effort-1 = pas du tout
status-effort-7 = tout à fait
status-effort-words = Pourquoi cette note
status-effort-words-hint = Sans nom ni numéro.
status-effort-private = Votre réponse est gardée sans votre nom, sans l’heure et sans la demande. La personne qui vous a aidé ne la voit pas. Elle ne se change plus ensuite.
status-effort-none = Choisissez une note de 1 à 7.
status-effort-send = Répondre
status-effort-kept = Merci. Votre réponse est gardée sans votre nom.
status-effort-thanks = Vous avez répondu à notre question. Merci.
status-stop = Ne plus recevoir de SMS
status-stop-more = Vous recevrez encore les appels que vous avez demandés.
status-stopped = C’est noté : plus aucun SMS de notre part à votre numéro.
status-private = Cette page ne montre ni votre nom ni votre numéro. Qui a ce lien peut la lire : gardez-le pour vous. Il s’efface trente jours après la fin.
status-lost = Ce lien ne mène à rien
status-lost-lead = Il a été mal recopié, remplacé, ou sa durée est passée.
status-lost-more = Si vous attendez une réponse, elle reste suivie : appelez la boutique où vous avez été reçu, ou passez-y. On vous y donnera un nouveau lien.
status-link = Le suivi du client
status-link-none = Cette personne n’a pas encore de lien pour suivre sa demande.
status-link-made = Lien préparé le { $day }.
status-link-texted = Lien envoyé par SMS le { $day }.
status-link-more = Une page sans compte : ce qui est promis, ce qui a été fait, et de quoi vous écrire. Ni nom ni numéro. Elle s’ouvre jusqu’à trente jours après la fin.
status-send = Envoyer le lien par SMS, avec son accord
status-send-again = Envoyer de nouveau
status-sent = Le SMS part maintenant.
status-not-sent = Le SMS n’est pas parti. { $why } Vous pouvez imprimer le suivi.
status-no-gateway = Aucun envoi de SMS n’est réglé ici : imprimez le suivi.
status-no-mobile = Pas de numéro de mobile : imprimez le suivi.
status-wants-no-text = Cette personne ne veut plus de SMS : imprimez le suivi.
status-print = Imprimer
status-remove = Retirer le lien
status-removed = Le lien ne mène plus à rien. Vous pouvez en préparer un nouveau.
status-wrote = Le client a écrit
status-sms = { $org } : des nouvelles avant { $at }. Suivi : { $link }
status-sms-short = Votre demande : des nouvelles avant { $at }. Suivi : { $link }
status-sms-effort = { $org } : facile d’avoir une réponse ? Une question, sans votre nom : { $link }
status-sms-effort-short = Facile d’avoir une réponse de nous ? Une question, sans votre nom : { $link }
status-slip = Suivi à imprimer
status-slip-hint = Imprimez avec le menu de votre navigateur, puis donnez le papier au client.
status-slip-back = Retour à la demande
status-slip-title = Ce que nous vous avons promis
status-slip-promised = Des nouvelles avant { $at }
status-slip-way = Pour voir où nous en sommes, ou nous dire un mot :
status-slip-square = Carré à photographier : il ouvre l’adresse écrite à côté
status-slip-phone = Rien reçu à l’heure dite ? Appelez le { $phone }.
status-slip-shop = Rien reçu à l’heure dite ? Repassez nous voir avec ce papier.
status-slip-lost = Qui a ce papier peut lire la page : si vous le perdez, dites-le-nous, nous retirons le lien.
register-case-link = Le lien d’un client vers sa demande : une empreinte, et ses lettres chiffrées avec une clé gardée hors de la base.
register-case-message = Ce qu’un client écrit par son lien à qui lui a promis une réponse, sans ce qui le désigne.
register-effort-answer = S’il a été facile d’obtenir une réponse : une note et un mot, par unité, groupe et jour, sans personne ni client. Le mot s’efface, la note reste.
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
figures-reused = Réponses qui ont suffi à d’autres
figures-reused-more = Sans qu’ils aient eu à demander : fiches et questions déjà répondues, sur la période.
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
# dynamic: help-*
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
notice-relaying-closed = { $n ->
    [0] Aucun de vos groupes ne ferme
    [one] Un groupe dont vous êtes ne répond plus
   *[other] { $n } groupes dont vous êtes ne répondent plus
}
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
