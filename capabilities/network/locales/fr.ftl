# Réseau : unités.
units-menu = Unités
units-title = Unités
units-search = Nom, code ou ville
units-all-kinds = Tous les types
units-all-regions = Toutes les régions
units-count = { $n ->
    [one] Une unité
   *[other] { $n } unités
}
# dynamic: units-printed* people-printed*
units-printed = Unités 1 à { $shown } sur { $n }
units-printed-further = { $shown } unités sur { $n }
units-none = Aucune unité pour l’instant
units-none-more = Importez le fichier de vos boutiques, agences et centres, ou ajoutez-les une à une.
units-import-first = Importer un fichier
units-none-found = Aucune unité ne correspond
units-none-found-more = Essayez une partie du nom, le code ou la ville.
units-show-all = Voir toutes les unités
units-none-reached = Aucune unité ne vous est confiée
units-none-reached-more = Votre responsable ou l’administration peut vous rattacher à une unité.
unit = Unité
unit-add = Ajouter une unité
unit-edit = Modifier l’unité
unit-saved = L’unité est enregistrée.
unit-name = Nom
unit-code = Code
unit-code-hint = Celui de vos fichiers : il sert à reconnaître l’unité dans un import.
unit-kind = Type
unit-department = Département
unit-town = Ville
unit-phone = Téléphone
unit-phone-hint = Celui de l’unité, jamais celui d’une personne.
unit-channels = Canaux
unit-channels-hint = Sans choix, ceux qui vont avec le type d’unité.
unit-time-zone = Fuseau horaire
unit-time-zone-hint = Par exemple Europe/Paris ou Indian/Reunion. Vide : Paris.
unit-locale = Langue de l’unité
unit-opened-day = Ouverte le
unit-closed-day = Dernier jour
unit-closed-day-hint = À remplir quand l’unité ferme : son histoire reste lisible.
unit-closing-ends = { $n ->
    [one] Ce jour-là, la place d’une personne prend fin ici, avec le rôle qu’elle donne.
   *[other] Ce jour-là, la place de { $n } personnes prend fin ici, avec les rôles qu’elles donnent.
}
unit-closes = ferme le { $day }
unit-is-closed = Cette unité est fermée. Son histoire reste lisible.
unit-no-region = Sans région
unit-vacant = Sans responsable
unit-vacant-told = Personne ne répond de cette unité aujourd’hui. La région la soutient en attendant.
unit-vacant-alone = Personne ne répond de cette unité aujourd’hui, et elle n’a pas encore de région.
unit-vacant-appoint = Désigner un responsable
unit-team = Équipe
unit-team-empty = Personne n’est rattaché à cette unité
unit-team-empty-more = Rattachez quelqu’un depuis cette page, ou importez le fichier des personnes.
unit-team-hidden = L’équipe est visible des collègues de l’unité et de sa région.
unit-assign = Rattacher quelqu’un
unit-facts = Repères
unit-hours = Horaires d’ouverture
unit-edit-hours = Modifier les horaires
unit-hours-none = Les horaires ne sont pas encore renseignés.
unit-exceptions = Jours particuliers
unit-closed-all-day = fermé
unit-day-told = { $day } : { $hours }
hours-usual-week = Semaine habituelle
hours-how = Un jour par ligne, par exemple 9:30-12:30, 14:00-19:00. Vide : fermé.
hours-saved = Les horaires sont enregistrés.
weekday-1 = Lundi
weekday-2 = Mardi
weekday-3 = Mercredi
weekday-4 = Jeudi
weekday-5 = Vendredi
weekday-6 = Samedi
weekday-7 = Dimanche
# dynamic: weekday-*
exceptions-none = Aucun jour particulier à venir.
exception-day = Jour
exception-hours = Horaires
exception-hours-hint = Par exemple 10:00-13:00. Vide : fermé toute la journée.
exception-note = Pourquoi
exception-add = Ajouter ce jour
region = Région
region-unknown = Cette région n’existe pas. Choisissez-la dans la liste.
people-count = { $n ->
    [0] Personne
    [one] Une personne
   *[other] { $n } personnes
}
assignment-replacement = remplace aujourd’hui
imports-menu = Imports
save = Enregistrer
list-sought = « { $q } »
remove = Retirer
choose = Choisir
locale-fr = Français
locale-en = Anglais
changed-meanwhile = Quelqu’un a modifié cette fiche entre-temps. Ce que vous avez saisi est gardé ci-dessous ; rechargez la page pour voir les valeurs actuelles.

# Entrer, sortir, son compte.
sign-in-title = Se connecter
sign-in-action = Se connecter
sign-in-shared = Appareil partagé
sign-in-shared-hint = Sur l’appareil d’une équipe, la connexion s’arrête au bout de douze heures.
signed-out = Vous êtes déconnecté. Rien n’est resté sur cet appareil.
forgotten-title = Mot de passe oublié
forgotten-how = Indiquez votre adresse. Si elle est connue, un lien valable une heure vous est envoyé.
forgotten-action = Recevoir un lien
forgotten-sent = Regardez votre messagerie
forgotten-sent-more = Si cette adresse est connue, un lien valable une heure vient de partir. Pensez aux courriers indésirables.
link-welcome = Bienvenue
link-reset = Choisir un nouveau mot de passe
link-gone = Ce lien ne sert plus
link-gone-more = Il a déjà servi, ou son temps est passé.
link-gone-next = Mot de passe oublié : demandez un autre lien ici. Première visite : demandez à la personne qui vous a invité d’en renvoyer un.
link-choose = Choisissez le mot de passe du compte { $email }.
link-offered = Une place dans { $org }
link-offered-more = { $org } vous propose une place dans Relais, avec votre compte { $email }. Votre mot de passe ne change pas.
link-offered-otherwise = Si cette invitation n’est pas pour vous, fermez cette page : rien ne change.
link-accept = Accepter
link-accepted = C’est accepté : cette organisation est maintenant parmi les vôtres.
link-accepted-sign-in = C’est accepté. Connectez-vous avec votre mot de passe habituel.
password-new = Nouveau mot de passe
password-again = Le même, une seconde fois
password-present = Mot de passe actuel
password-hint = Douze caractères au moins. Une phrase convient très bien.
password-keep = Enregistrer et entrer
password-keep-other = Changer le mot de passe
password-differs = Les deux mots de passe ne sont pas les mêmes.
password-saved = Le mot de passe est enregistré.
password-change = Changer de mot de passe
account-title = Mon compte
account-who = Qui je suis ici
account-email = Adresse électronique
account-place = Fonction
account-password = Mot de passe
account-organisations = Mes organisations
account-here = vous y êtes
account-messages = Mes messages
account-go = Y aller
sessions-title = Mes appareils
sessions-lead = Les appareils où vous êtes connecté. Un téléphone perdu se déconnecte ici.
session-here = cet appareil
session-shared = partagé
session-seen = { $org } · vu le { $when }
session-end = Déconnecter
session-ended = Cet appareil est déconnecté.
sessions-ended = Les autres appareils sont déconnectés.
sessions-end-others = Déconnecter tous les autres
session-unknown = Navigateur inconnu
demo-enter-title = Entrer dans la démonstration
demo-enter-as = Vous entrez comme { $email }. Rien de ce que vous faites ne sort de cette machine.
demo-enter-action = Entrer
