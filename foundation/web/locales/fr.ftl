# Mots de la maison : cadre des pages et pièces communes.
# dynamic: web-day-*

## Champs
web-required = obligatoire
web-optional = facultatif
web-file-too-big = Ce fichier dépasse { $mb } Mo. Choisissez-en un plus petit.
web-photo-working = Préparation de la photo…
web-photo-ready = Photo prête. Elle est réduite sur cet appareil, sans le lieu ni l’heure de la prise de vue
web-photo-as-it-is = Photo prête. Elle sera réduite à l’arrivée, sans le lieu ni l’heure de la prise de vue
web-photo-removed = La photo est retirée : rien n’en sera envoyé.
web-photo-remove = Retirer la photo
web-photo-preview = Aperçu de la photo choisie
web-photo-again = Ce que vous avez écrit est toujours là, mais pas la photo : choisissez-la à nouveau.
web-password-show = Afficher
web-password-hide = Masquer
web-form-errors = { $n ->
    [one] Un point est à reprendre
   *[other] { $n } points sont à reprendre
}
web-confirm-hint = Rien n’est fait tant que vous n’avez pas confirmé.
web-copy = Copier
web-copied = Copié

## Listes
web-narrow = Affiner
web-pager = Suite de la liste
web-previous = Précédent
web-next = Suivant
web-search = Rechercher
web-steps = Étapes
web-step-done = (faite)
web-progress = { $all ->
    [0] En attente
   *[other] { $done } sur { $all }
}

## Cadre des pages
web-skip = Aller au contenu
web-nav = Navigation
web-more = Plus
web-scope = Périmètre :
web-search-everywhere = Rechercher partout
web-viewer-menu = (votre menu)
web-org-switch = (changer d’organisation)
web-account = Mon compte
web-sessions = Mes appareils
web-receipts-here = Des reçus sont gardés sur cet appareil. Se déconnecter les efface.
web-receipts-keep = Garder mes reçus ici
web-sign-out = Se déconnecter
web-theme = Apparence
web-theme-system = Auto
web-theme-light = Clair
web-theme-dark = Sombre
web-language = Langue

## Pièces qui reviennent
web-due-late = en retard
web-due-soon = bientôt
web-too-few = Trop peu de réponses
web-indicative = indicatif
web-mirror-joined = a pour miroir
web-mirror-missing = Pas encore de miroir
web-percent = { $n } %
web-week-open = ouvert
web-week-closed = fermé
web-week-dense = du plus clair au plus dense
web-week-table = Voir les mêmes chiffres en tableau
web-week-time = Heure
web-day-mon = lundi
web-day-tue = mardi
web-day-wed = mercredi
web-day-thu = jeudi
web-day-fri = vendredi
web-day-sat = samedi
web-day-sun = dimanche

## Écrire sans réseau
web-queue-title = Gardé sur cet appareil
web-queue-lead = Part dès que le réseau revient, sous votre nom seulement.
web-queue-kept = Pas de réseau
web-queue-kept-more = Écrivez quand même : votre demande est gardée sur cet appareil et part dès que le réseau revient. On ne sait pas d’ici qui est de garde.
web-queue-sent = Ce qui attendait est parti : le lire
web-queue-send = Envoyer maintenant
web-queue-sending = Envoi…
web-queue-away = Toujours pas de réseau. C’est gardé.
web-queue-signed-out = Connectez-vous pour l’envoyer. C’est gardé.
web-queue-hidden = Une demande
web-queue-at = écrit le { $at }
web-queue-photo = avec une photo
web-queue-refused = N’est pas parti : un point est à reprendre.
web-queue-take = Reprendre
web-queue-remove = Retirer
web-queue-remove-sure = Retirer pour de bon
web-queue-removed = C’est retiré. Rien n’en a été envoyé.
web-queue-waits-one = 1 demande attend le réseau sur cet appareil
web-queue-waits-more = { $n } demandes attendent le réseau sur cet appareil
web-queue-other-one = 1 demande d’une autre personne attend sa connexion
web-queue-other-more = { $n } demandes d’autres personnes attendent leur connexion
web-queue-leave-one = 1 demande n’est pas partie. Se déconnecter l’efface.
web-queue-leave-more = { $n } demandes ne sont pas parties. Se déconnecter les efface.
web-queue-leave-other-one = 1 demande d’une autre personne attend ici sa connexion. Se déconnecter l’efface.
web-queue-leave-other-more = { $n } demandes d’autres personnes attendent ici leur connexion. Se déconnecter les efface.
web-queue-lose = Effacer quand même

## Appareils partagés
web-lock = Verrouiller
web-locked = Cet appareil s’est verrouillé
web-locked-held = Rien n’est perdu : ce que vous avez écrit vous attend derrière votre code, et personne d’autre ne peut le lire.
web-locked-go-on = Continuer

## Galerie
web-gallery-title = Les pièces de Relais
web-gallery-lead = Chaque pièce dans ses états ordinaire, vide, fautif, et avec de très longs mots.
web-gallery-over = Galerie · pour qui construit les pages

## Quand une page manque
# dynamic: failure-*
failure-not-found = Cette page n’existe pas
failure-not-found-next = Elle a pu être déplacée, ou elle ne vous est pas ouverte. Rien n’a été perdu.
failure-sign-in = Connectez-vous pour continuer
failure-sign-in-next = Votre connexion s’est arrêtée. Connectez-vous : vous reviendrez ici.
failure-forged = Ce formulaire n’a pas été envoyé
failure-forged-next = Il venait d’une page trop ancienne ou d’un autre site. Revenez en arrière, rechargez la page et envoyez de nouveau.
failure-another-author = Ce formulaire est celui d’une autre personne
failure-another-author-next = Rien n’a été envoyé. Ce qui attend sur cet appareil partira quand la personne qui l’a écrit se connectera.
failure-unreadable = Cet envoi n’a pas pu être lu
failure-unreadable-next = Il était abîmé ou trop grand. Rien n’a été changé. Revenez en arrière et réessayez.
failure-broken = Quelque chose s’est cassé de notre côté
failure-broken-next = Rien de ce qui était enregistré n’est perdu. Réessayez dans un instant ; si cela dure, prévenez l’administrateur.
failure-home = Revenir à l’accueil
