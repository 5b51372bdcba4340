## Ce qui ne se fait pas avec un relais.
baton-ended = Ce relais s’est terminé entre-temps. Rien n’a été changé.
baton-not-holder = Ce relais est porté par quelqu’un d’autre à présent. Rien n’a été changé.
baton-not-offered = Ce relais ne vous est pas proposé, ou ne l’est plus. Rien n’a été changé.
baton-already-theirs = C’est déjà à cette personne de le porter.
baton-already-offered = Il lui est déjà proposé.
baton-to-somebody-gone = Cette personne ne travaille plus ici.
baton-no-reason = Dites-le en quelques mots.
baton-not-told = Quelqu’un attend encore un mot : dites-le-lui d’abord.
baton-sought-too-little = Il faut { $n } essais à des moments différents avant de dire que personne ne répond.
baton-already-told = Cette personne a déjà été prévenue.
baton-no-such-outcome = Choisissez comment cela se termine.
baton-nothing-runs = Aucun délai ne court.
baton-runs-already = Le délai court déjà.

## Le registre.
register-baton-team = Les équipes qui portent des relais ensemble.
register-baton-member = Qui est de permanence dans quelle équipe, pour qu’une demande trouve quelqu’un.
register-baton-team-opening = Les heures auxquelles une équipe répond.
register-baton-team-hosts = Qui anime quelle équipe.
register-baton-stint = Qui répond pour un groupe, de quelle heure à quelle heure : un prévu, effacé le lendemain, jamais un pointage.
register-baton-presence = « Je suis là aujourd’hui » : un jour, jamais d’heure, pour savoir à qui proposer un relais.
register-baton = Les promesses en cours : qui les porte, qui attend, jusqu’à quand. Leur nombre par personne ne sert qu’à ne pas en proposer davantage à qui en porte assez ; personne ne le lit.
register-baton-words = Les mots dits sur un relais ; ils s’effacent, leur trace chiffrée reste.
register-baton-waiter = Qui attend une réponse, et comment la personne a été prévenue.
register-baton-attempt = À quels moments on a cherché à joindre quelqu’un.
register-baton-offer = À qui un relais a été proposé.
register-baton-face = Les noms de l’histoire d’un relais, retirés quelque temps après sa fin : trente jours, sauf réglage.
register-baton-event = L’histoire d’un relais, sans noms ni mots.

## L’histoire d’un relais.
baton-story = Son histoire
# dynamic: baton-story-*
baton-story-given = Dit, et confié
baton-story-offered = Proposé
baton-story-accepted = Pris
baton-story-refused = Pas pris
baton-story-withdrawn = Plus proposé
baton-story-noted = Un mot
baton-story-replied = Un mot de la personne qui attend
baton-story-news = Des nouvelles
baton-story-paused = En attente d’une précision
baton-story-resumed = Repris
baton-story-joined = Une voix de plus
baton-story-sought = Cherché à joindre
baton-story-told = Prévenu
baton-story-climbed = Le délai avance : d’autres sont sollicités
baton-story-awaited = Des nouvelles étaient promises
baton-story-returned = Revenu à l’équipe
baton-story-ended = Terminé

## Comment s’appellent ceux qui portent.
# dynamic: baton-team-*
baton-team-unit_leads = Responsables de { $name }
baton-team-region_leads = Région { $name }
baton-team-network_leads = Le réseau

# dynamic: setting-*
setting-baton-names-kept = Noms dans l’histoire d’un relais
setting-baton-names-kept-more = Après la fin d’un relais, les noms et les mots quittent son histoire, et ceux qui ont adopté une solution pour leur unité sont oubliés. Un nombre plus petit retire dans l’heure, sans retour, ce qui est plus ancien.
setting-baton-most-held = Promesses qu’une personne porte au plus
setting-baton-most-held-more = Qui en porte autant n’est plus sollicité par Relais pour d’autres : elles vont à qui a de la place. Un collègue peut toujours demander.
stint-ends-first = La fin vient avant le début.
stint-is-over = Cette permanence est déjà finie.
stint-too-long = Une permanence dure { $hours } heures au plus.
stint-too-far = On s’annonce { $days } jours à l’avance au plus.
stint-of-another-team = Vous n’êtes pas de ce groupe.
baton-not-waiting = Ce relais n’attend pas de réponse de vous.
