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
failure-unreadable = Cet envoi n’a pas pu être lu
failure-unreadable-next = Il était abîmé ou trop grand. Rien n’a été changé. Revenez en arrière et réessayez.
failure-broken = Quelque chose s’est cassé de notre côté
failure-broken-next = Rien de ce qui était enregistré n’est perdu. Réessayez dans un instant ; si cela dure, prévenez l’administrateur.
failure-home = Revenir à l’accueil
