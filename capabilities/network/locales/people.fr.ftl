# Personnes, régions et rôles.

## Mots partagés
edit = Modifier
cancel = Annuler
person = Personne
function = Fonction
trade = Filière
employer = Employeur
from-day = Premier jour
to-day = Dernier jour
to-day-open = Vide : sans fin prévue.
days-on = le { $day }
days-from-to = du { $from } au { $to }
days-from = à partir du { $day }
days-since = depuis le { $day }
choose-somebody-else = Choisir quelqu’un d’autre

## Liste
people-menu = Personnes
people-title = Personnes
people-search = Nom ou prénom
people-search-number = Nom, prénom ou matricule
people-all-units = Toutes les unités
people-all-functions = Toutes les fonctions
people-all-trades = Toutes les filières
people-left-filter = Présence
people-present = Présents
people-present-and-left = Présents et partis
people-printed = Personnes 1 à { $shown } sur { $n }
people-printed-further = { $shown } personnes sur { $n }
people-none = Personne dans l’annuaire pour l’instant
people-none-more = Importez le fichier de vos équipes, ou ajoutez les personnes une à une.
people-none-found = Personne ne correspond
people-none-found-more = Essayez une partie du nom, ou retirez un filtre.
people-show-all = Voir tout le monde
people-none-reached = Aucune équipe ne vous est confiée
people-none-reached-more = Vous verrez ici vos collègues dès que vous serez rattaché à une unité.
people-export = Exporter
people-export-what = Les personnes de cette liste dont vous suivez le dossier, avec leur matricule.
people-export-count = { $n ->
    [0] Personne dans ce fichier : vous ne suivez aucun dossier de cette liste.
    [one] Une personne dans ce fichier.
   *[other] { $n } personnes dans ce fichier.
}
people-export-xlsx = Classeur (XLSX)
people-export-csv = Texte (CSV)
people-export-file = personnes
people-export-too-many = Cette liste est trop longue pour un seul fichier. Choisissez d’abord une région ou une fonction.
person-name = Nom
person-left-on = dernier jour le { $day }
person-no-unit = Sans unité

## Fiche
person-add = Ajouter une personne
person-add-lead = Son nom suffit pour commencer. Vous la rattacherez ensuite à une unité.
person-edit = Modifier la fiche
person-saved = La fiche est enregistrée.
person-given-name = Prénom
person-family-name = Nom de famille
person-staff-number = Matricule
person-staff-number-hint = Celui de vos fichiers : il sert à reconnaître la personne dans un import.
person-no-trade = Sans filière
person-email = Adresse électronique
person-email-hint = Celle du travail : l’invitation à se connecter y arrive.
person-phone = Téléphone
person-phone-hint = Celui du travail. Un numéro privé n’est jamais nécessaire.
person-locale = Langue
person-joined-day = Arrivée le
person-left-day = Dernier jour
person-leaves = Dernier jour prévu le { $day }.
person-has-left = Ne travaille plus ici depuis le { $day }. Ce qui a été fait reste lisible.
person-works = Travaille à
person-nowhere = Sans unité aujourd’hui
person-nowhere-more = Une fois rattachée à une unité, la personne y voit son équipe et ses horaires.
person-coming = À venir
person-before = Avant
person-teams = Équipes de région
person-roles = Rôles aujourd’hui
person-roles-mine = Vos rôles aujourd’hui
person-roles-none = Aucun rôle aujourd’hui.
grant-brought = vient de sa place dans l’équipe
grant-brought-mine = vient de votre place dans l’équipe
person-entry = Connexion
person-entry-open = Cette personne peut se connecter.
person-entry-none = Cette personne n’a pas encore été invitée à se connecter.
person-entry-invited = Une invitation est partie. Elle attend une réponse.
person-invite = Inviter à se connecter
person-invite-again = Renvoyer l’invitation
person-invited = L’invitation part par courriel. Le lien est valable quatorze jours.
invite-needs-address = Il manque une adresse électronique pour l’inviter. Indiquez-la dans sa fiche.
invite-has-left = Cette personne est partie : elle ne peut plus être invitée.
invitation-withdraw = Retirer l’invitation
invitation-withdraw-question = Retirer l’invitation envoyée à { $name } ?
invitation-withdraw-what = Le lien du courriel ne sert plus. La fiche reste, et vous pourrez inviter de nouveau.
invitation-withdrawn = L’invitation est retirée.
access-cut = Couper l’accès
access-cut-question = Couper l’accès pour { $name } ?
access-cut-what = Ses connexions ici s’arrêtent tout de suite. Sa fiche, ses places et ses rôles restent ; une nouvelle invitation rouvre l’accès.
access-cut-done = L’accès est coupé.

## Départ
person-leave = Préparer le départ
person-leave-saved = Le départ est enregistré.
leave-what-ends = À la fin de ce jour s’arrêtent :
leave-assignment = son rattachement à { $unit } ({ $function })
leave-membership = son rattachement à l’équipe { $region }
leave-role = son rôle : { $role }
leave-sessions = son accès à Relais, sur tous ses appareils
leave-what-stays = Ce qui a été fait reste lisible. Jusqu’à ce jour, rien ne change.
leave-day-hint = Le dernier jour travaillé.
leave-confirm = Enregistrer le départ

## Rattachements
person-assign = Rattacher à une unité
person-assign-more = Rattacher aussi à une unité
person-replace = Prêter main-forte ailleurs
person-move = Changer d’unité principale
assign-choose-unit-lead = Dans quelle unité ?
assign-choose-person-lead = Qui rejoint l’équipe ?
assign-no-other-unit = Aucune autre unité n’est dans votre périmètre.
assign-no-other-unit-more = Pour un changement ailleurs, demandez aux ressources humaines ou à votre région.
assign-unit-missing = Seules les unités de votre périmètre sont proposées.
assign-person-missing = Seules les personnes de votre périmètre sont proposées. Pour quelqu’un d’autre, demandez aux ressources humaines.
# dynamic: assign-no-other-unit-*
assign-nobody-left = Toute votre équipe est déjà ici.
assign-nobody-left-more = Pour faire venir quelqu’un d’une autre unité, demandez aux ressources humaines ou à votre région.
assign-other-unit = Choisir une autre unité
assign-lead = { $name } y verra ce que sa fonction demande, dès le premier jour.
assign-do = Rattacher
replace-lead = { $name } aide une autre équipe quelques jours. Son unité principale ne change pas.
replace-do = Enregistrer le remplacement
move-lead = { $unit ->
    [none] { $name } n’a pas d’unité principale aujourd’hui.
   *[other] Son rattachement à { $unit } se termine la veille du premier jour.
}
move-do = Changer d’unité principale
person-function = Changer de fonction
function-lead = Sa fonction d’aujourd’hui s’arrête la veille du premier jour. Son unité principale reste { $unit }.
function-do = Changer de fonction
move-same = C’est déjà son unité principale, dans la même fonction. Choisissez une autre unité ou une autre fonction.
move-beyond = Son unité principale d’aujourd’hui n’est pas dans votre périmètre. Demandez aux ressources humaines de faire ce changement.
assignment-saved = Le rattachement est enregistré.
assignment-main = unité principale
assignment-main-question = Est-ce son unité principale ?
assignment-main-yes = Oui, son unité principale
assignment-main-no = Non, en plus de son unité principale
assignment-main-present = Aujourd’hui, son unité principale est { $unit }.
assignment-end = Mettre fin à ce rattachement
assignment-end-hint = La personne garde ses droits dans cette unité jusqu’à la fin de ce jour.
assignment-end-do = Enregistrer le dernier jour
assignment-end-vacant-title = L’unité sera sans responsable
assignment-end-vacant = Le lendemain, la région en est prévenue et soutient l’unité en attendant.
assignment-ended = Le dernier jour est enregistré.
assignment-withdraw = Retirer ce rattachement
assignment-withdraw-what = Il n’a pas commencé : il est retiré, comme s’il n’avait pas été prévu.
assignment-withdraw-do = Retirer
assignment-withdrawn = Le rattachement prévu est retiré.
employer-hint = Celui qui emploie la personne dans cette unité.

## Listes de l’annuaire
directory-settings = Filières et employeurs
directory-settings-lead = Les listes où l’on choisit, dans les fiches et dans les imports.
trades = Filières
trades-why = Pour que l’entraide passe d’un métier à l’autre.
trade-new = Nom de la filière
trade-add = Ajouter la filière
trade-added = La filière est ajoutée.
employers = Employeurs
employers-why = Pour distinguer votre entreprise, les franchises et l’intérim.
employer-new = Nom de l’employeur
employer-kind = Type
employer-add = Ajouter l’employeur
employer-added = L’employeur est ajouté.
list-name = Nom
list-save = Enregistrer
list-named-by-us = Relais donne ce nom dans la langue de chacun : il ne se change pas.
list-remove-what = Ce qui a été écrit avant ne change pas.
list-still-used = Quelqu’un ou quelque chose s’en sert encore. Changez d’abord ces fiches, puis revenez ici.
trade-saved = La filière est enregistrée.
trade-removed = La filière est retirée.
# dynamic: trade-remove*
# dynamic: employer-remove*
# dynamic: hierarchy-remove*
trade-remove = Retirer la filière
trade-remove-question = Retirer la filière « { $name } » ?
employer-saved = L’employeur est enregistré.
employer-removed = L’employeur est retiré.
employer-remove = Retirer l’employeur
employer-remove-question = Retirer l’employeur « { $name } » ?

## Choisir
choosing-none = Rien ne correspond
choosing-count = { $n ->
    [one] Une proposition
   *[other] { $n } propositions
}
choosing-more = Il y en a d’autres : tapez quelques lettres de plus.

## Régions
regions-menu = Régions
regions-title = Régions
regions-vacancies = { $n ->
    [one] Une unité est sans responsable.
   *[other] { $n } unités sont sans responsable.
}
regions-none = Aucune région dans ce découpage
regions-none-more = Une région soutient des unités, avec une équipe à elle.
regions-none-reached = Aucune région ne vous est ouverte
regions-none-reached-more = Vous verrez ici la région de votre unité, dès que celle-ci y sera placée.
region-add = Ajouter une région
region-edit = Modifier la région
region-saved = La région est enregistrée.
region-name = Nom
region-code = Code
region-code-hint = Celui de vos fichiers.
region-parent = Rattachée à
region-top = Aucune : elle est en haut
region-team = Équipe de la région
region-team-empty = Personne dans cette équipe
region-team-empty-more = L’équipe d’une région l’anime, accompagne ses unités et accueille leurs demandes.
region-vacancies = Sans responsable aujourd’hui
region-see-units = Voir les unités
region-see-people = Voir les personnes
regions-below = Régions rattachées
units-told = { $n ->
    [0] aucune unité
    [one] 1 unité
   *[other] { $n } unités
}
people-told = { $n ->
    [0] personne
    [one] 1 personne
   *[other] { $n } personnes
}
vacancies-told = { $n ->
    [one] 1 unité sans responsable
   *[other] { $n } unités sans responsable
}
vacancies-more = { $n ->
    [one] Et une autre.
   *[other] Et { $n } autres.
}
vacancy-since = Sans responsable depuis le { $day }
vacancy-until = Un responsable arrive le { $day }
vacancy-always = Pas encore de responsable
member-add = Ajouter à l’équipe
member-choose-lead = Qui rejoint l’équipe de la région ?
member-do = Ajouter à l’équipe
member-saved = L’équipe est enregistrée.
member-end = Mettre fin à ce rattachement
member-end-hint = Les droits qui viennent de ce rattachement s’arrêtent à la fin de ce jour.
member-end-do = Enregistrer le dernier jour
member-ended = Le dernier jour est enregistré.
# dynamic: member-brings-*
member-brings-lead = Anime la région et décide qui travaille dans ses unités.
member-brings-coach = Accompagne les équipes dans la durée.
member-brings-host = Reçoit les demandes adressées à la région.
member-brings-support = Aide l’équipe de la région.

## Découpages
hierarchy = Découpage
hierarchies = Découpages
hierarchies-lead = Un découpage range les unités en régions. Le principal donne l’autorité ; les autres servent à lire.
hierarchies-all = Vos découpages
hierarchy-main-told = principal, donne l’autorité
hierarchy-for-reading = Ce découpage sert à lire. Il ne donne de droits à personne.
hierarchy-add = Ajouter un découpage
hierarchy-added = Le découpage est ajouté. Créez-y des régions, puis placez-y les unités.
hierarchy-name = Nom
hierarchy-saved = Le découpage est enregistré.
hierarchy-removed = Le découpage est retiré.
hierarchy-remove = Retirer le découpage
hierarchy-remove-question = Retirer le découpage « { $name } » ?
hierarchy-name-hint = Par exemple Zones de travaux, Secteurs de recrutement.
unit-no-place = N’y figure pas

## Rôles
roles-menu = Rôles
roles-title = Rôles
roles-lead = Ce que chacun peut voir et faire vient d’un rôle, jamais d’un intitulé de poste.
roles-by-hand = Donnés un par un
roles-brought = Venus d’un rattachement
roles-all = Tous les rôles
scopes-all = Toutes les portées
roles-count = { $n ->
    [one] Un rôle
   *[other] { $n } rôles
}
roles-none = Aucun rôle ici
roles-none-more = Les rôles donnés un par un se rangent ici. Ceux qui viennent d’un rattachement sont à côté.
roles-none-brought-more = Un rôle arrive ici quand quelqu’un est rattaché à une unité ou à l’équipe d’une région.
roles-none-found = Aucun rôle ne correspond
roles-none-found-more = Essayez une partie du nom, ou un autre rôle.
roles-show-all = Voir tous les rôles
role = Rôle
role-which = Quel rôle, et où
role-read-again = Relire
role-back = Revenir aux choix
role-give = Donner un rôle
role-choose-lead = À qui donnez-vous un rôle ?
role-scope = Portée
role-region-hint = Pour une région : le rôle vaut aussi pour celles qu’elle contient.
role-unit-hint = Pour une unité : son code ou son nom entier.
grant-region-missing = Choisissez la région.
grant-unit-missing = Indiquez l’unité.
role-see-opens = Voir ce que cela ouvre
role-reading = { $name } · { $role } · { $place } · { $days }
role-opens = Ce que ce rôle ouvre
role-opens-nothing = Ce rôle n’ouvre rien de plus pour l’instant.
role-sees = Voir
role-does = Faire
role-not-here = N’est pas ouvert à cette portée
role-at-once = Le rôle prend effet tout de suite, ou le premier jour indiqué. Il se retire aussi simplement.
role-give-do = Donner ce rôle
role-given = { $name } a maintenant ce rôle : { $role }, { $place }.
role-days = Période
role-source = Vient
role-from-assignment = de son rattachement à une unité
role-from-membership = de son rattachement à l’équipe d’une région
role-given-by = Donné par
role-is-over = Ce rôle n’est plus tenu.
role-take = Retirer ce rôle
role-take-question = Retirer ce rôle à { $name } ?
role-take-what = L’effet est immédiat : la prochaine page que cette personne ouvre en tient compte.
role-taken = Le rôle est retiré.

## Ce que chaque permission ouvre
# dynamic: may-*
may-network-units-read = les unités : adresse, horaires, responsable
may-network-units-edit = ajouter et modifier des unités
may-network-hours-edit = modifier les horaires des unités
may-network-people-read = qui travaille où, dans quelle fonction
may-network-files-read = les dossiers : matricule, adresse électronique, employeur, dates
may-network-people-edit = ajouter, modifier et faire partir des personnes
may-network-assignments-edit = décider qui travaille dans quelle unité
may-network-accounts-invite = inviter à se connecter
may-network-regions-read = les régions et leurs équipes
may-network-regions-edit = ajouter et modifier des régions, composer leurs équipes
may-network-grants-read = qui tient quel rôle
may-network-grants-edit = donner et retirer des rôles
may-network-imports-run = importer des fichiers d’unités et de personnes
person-seen-title = Ce que voit votre responsable
person-seen-back = Ce que Relais sait de moi
person-seen = Voici votre page telle que votre responsable la voit, sans les boutons.
person-seen-nobody = Personne ne répond de votre unité aujourd’hui : elle n’est vue de personne à ce titre.
