post-greeting = Bonjour { $name },
post-greeting-nobody = Bonjour,
post-or-copy = Si le lien ne s’ouvre pas, copiez cette adresse dans votre navigateur :
post-from = Message envoyé automatiquement par Relais. Personne ne lit les réponses.

post-invitation-subject = Votre accès à Relais, { $org }
post-invitation-what = { $org } vous ouvre un accès à Relais. Il vous reste à choisir votre mot de passe.
post-invitation-again = { $org } vous propose une place dans Relais. Si vous l’acceptez, vous y entrez avec votre mot de passe habituel.
post-invitation-choose = Choisir mon mot de passe
post-invitation-accept = Voir l’invitation
post-invitation-days = { $days ->
    [one] Ce lien est valable une journée.
   *[other] Ce lien est valable { $days } jours.
}
post-invitation-why = Vous recevez ce message parce que { $org } a indiqué votre adresse. S’il ne vous est pas destiné, ne faites rien.

post-reset-subject = Choisir un nouveau mot de passe
post-reset-what = Quelqu’un, vous sans doute, a demandé à choisir un nouveau mot de passe pour votre accès à Relais.
post-reset-minutes = { $minutes ->
    [one] Ce lien est valable une minute et ne sert qu’une fois.
   *[other] Ce lien est valable { $minutes } minutes et ne sert qu’une fois.
}
post-reset-choose = Choisir un nouveau mot de passe
post-reset-why = Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.

post-vacancy-subject = { $unit } n’a plus de responsable
post-vacancy-what = Depuis le { $day }, { $unit } n’a plus de responsable désigné.
post-vacancy-next = Tant que la place est libre, les demandes de l’équipe vous sont proposées.
post-vacancy-open = Désigner un responsable
post-vacancy-why = Vous recevez ce message parce que vous accompagnez cette équipe.

post-import-subject = Votre import est terminé
post-import-kept = { $n ->
    [0] Aucune ligne n’a été importée.
    [one] Une ligne a été importée.
   *[other] { $n } lignes ont été importées.
}
post-import-refused = { $n ->
    [0] Aucune ligne n’a été refusée.
    [one] Une ligne a été refusée ; la page dit pourquoi.
   *[other] { $n } lignes ont été refusées ; la page dit pourquoi.
}
post-import-open = Voir l’import
post-import-why = Vous recevez ce message parce que vous avez lancé cet import.

post-digest-subject = { $n ->
    [one] Un relais vous attend
   *[other] { $n } relais vous attendent
}
post-digest-open = Ouvrir Relais
post-digest-why = Un seul message par jour au plus, dans vos heures. « Mes messages » vous permet d’en changer.
post-several = { $n ->
    [one] Un relais vous attend
   *[other] { $n } relais vous attendent
}

# dynamic: register-*
register-letter = Les messages envoyés par courriel : à qui, quand, de quelle sorte. Leur texte est effacé après l’envoi.
register-post-choice = Ce que chacun a choisi pour ses messages : un courriel par jour, les appels urgents, les jours sans message ; et le jour du dernier courriel.
register-notice = Ce qui appelle quelqu’un : la page à ouvrir et une phrase neutre, sans les mots de personne. Quand la page est ouverte, le jour en est gardé, jamais l’heure.
register-push-device = Les navigateurs sur lesquels quelqu’un a accepté d’être appelé, tant que sa session y dure.
register-push-key = La clé par laquelle les services de notification reconnaissent ce Relais.
register-sms = Les SMS aux clients : à quel contact, de quelle nature, ce qu’ils sont devenus. Le numéro n’y est pas ; le texte, chiffré, est effacé dès que le SMS est parti.
register-sms-sender = Le nom sous lequel l’organisation envoie ses SMS.

## Pourquoi pas lui ?
# dynamic: post-sms-why-not-*
post-sms-why-not-not-mobile = Ce numéro n’est pas celui d’un mobile : il ne reçoit pas de SMS.
post-sms-why-not-too-long = Ce SMS serait trop long : { $parts } parties, pour { $most } au plus.
post-sms-why-not-number-cap = { $most ->
    [one] Un SMS a déjà été prévu aujourd’hui pour ce numéro : c’est le plus.
   *[other] { $most } SMS ont déjà été prévus aujourd’hui pour ce numéro : c’est le plus.
}
post-sms-why-not-day-cap = { $most ->
    [one] L’organisation a déjà prévu un SMS ce jour-là : c’est le plus.
   *[other] L’organisation a déjà prévu { $most } SMS ce jour-là : c’est le plus.
}
post-sms-sender-unfit = Écrivez de 3 à 11 lettres sans accent ou chiffres, dont une lettre au moins.

## Ce que l’organisation règle.
# dynamic: setting-*
setting-sms-per-number = SMS au même numéro en un jour
setting-sms-per-number-more = Au-delà, aucun autre SMS n’est écrit à ce numéro ce jour-là.
setting-sms-per-day = SMS de l’organisation en un jour
setting-sms-per-day-more = Au-delà, aucun autre SMS n’est écrit pour ce jour-là.
setting-sms-spend = Parties de SMS payées en un jour
setting-sms-spend-more = Un SMS long se paie en plusieurs parties. Au-delà de ce nombre, ceux qui restent attendent le lendemain.
setting-sms-parts = Longueur d’un SMS, en parties
setting-sms-parts-more = Un SMS de 160 caractères est une partie ; trois en tiennent 459, moins avec certaines lettres (ç, ê, ’).
