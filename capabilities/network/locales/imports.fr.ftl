# Imports de fichiers.
imports-title = Imports
imports-lead = Les unités et les personnes arrivent par fichier. Rien n’est écrit avant que vous ayez vu ce qui changerait.
imports-none = Aucun import pour l’instant
imports-none-more = Commencez par le fichier des unités, puis celui des personnes. Un modèle est à télécharger si vous n’en avez pas.
import-new = Importer un fichier
import-file = Fichier
import-what = Contenu
import-state = Où il en est
import-brought = Déposé
import-kind-units = Unités
import-kind-people = Personnes
import-units-hint = Boutiques, agences, centres de contact et leurs régions.
import-people-hint = Qui travaille où, d’après le matricule.
import-state-uploaded = colonnes à relier
import-state-checking = vérification en cours
import-state-checked = prêt à importer
import-state-refused = refusé
import-state-to-correct = à corriger
import-state-applying = import en cours
import-state-applied = importé
import-state-undoing = annulation en cours
import-state-undone = annulé
import-state-failed = interrompu
# dynamic: import-kind-* import-state-* import-column-* import-what-* import-kept-* import-file-*
import-n-new = { $n ->
    [one] { $n } ajout
   *[other] { $n } ajouts
}
import-n-changed = { $n ->
    [one] { $n } modification
   *[other] { $n } modifications
}
import-n-leavers = { $n ->
    [one] { $n } départ
   *[other] { $n } départs
}
import-n-faults = { $n ->
    [one] { $n } défaut
   *[other] { $n } défauts
}
import-blanks = Modèles
import-blanks-more = Des fichiers prêts à remplir, avec les colonnes que Relais reconnaît et deux lignes d’exemple.
import-as-xlsx = Classeur XLSX
import-as-csv = CSV
import-blank-unit-1 = EVR | Évry 2 | Boutique | 91 | Île-de-France Sud | Évry-Courcouronnes | 01 60 00 00 00 | comptoir, téléphone | Europe/Paris | français | 2012-09-01 |
import-blank-unit-2 = VIT | Vitry Centre | Boutique | 94 | Île-de-France Sud | Vitry-sur-Seine | 01 46 00 00 00 | comptoir, téléphone | Europe/Paris | français | 2015-03-02 |
import-blank-person-1 = E001 | Nadège | Fournier | nadege.fournier@exemple.fr | Commerciale | | EVR | Responsable | 2020-01-06 | 2011-05-02 | | français
import-blank-person-2 = E002 | Inès | Marchal | ines.marchal@exemple.fr | Commerciale | | EVR | Conseillère | { $day } | { $day } | | français
import-step-file = Choisir le fichier
import-step-columns = Relier les colonnes
import-step-check = Vérifier
import-step-write = Importer
import-choose-kind = Dites ce que contient le fichier.
import-choose-file = Choisissez un fichier.
import-file-hint = CSV ou XLSX, tel que votre outil l’exporte. L’encodage et le séparateur sont reconnus.
import-nothing-written = Rien n’est écrit à cette étape.
import-send = Déposer
import-back = Revenir aux imports
import-columns = Relier les colonnes
import-columns-lead = Dites quelle colonne de votre fichier correspond à chaque information. Ce choix est retenu pour la prochaine fois.
import-found = Ce que nous avons trouvé
import-encoding = Encodage
import-separator = Séparateur
import-separator-semicolon = point-virgule
import-separator-comma = virgule
import-separator-tab = tabulation
import-separator-bar = barre verticale
import-sheet = Feuille
import-other-sheet = Lire cette feuille
import-first-lines = Premières lignes du fichier
import-no-row = Aucune ligne sous les titres de colonnes.
import-columns-needed = Indispensables
import-columns-more = Facultatives
import-not-in-file = Pas dans ce fichier
import-options = Réglages
import-complete = Ce fichier est complet : qui n’y est plus a quitté l’entreprise
import-complete-hint = Leur dernier jour est hier ; leurs rattachements et leurs droits s’arrêtent.
import-most-leavers = Arrêter le fichier si plus de … % des personnes partaient
import-most-leavers-hint = Un fichier tronqué ressemble à un départ en masse.
import-share-unreadable = Indiquez un nombre entier de 0 à 100.
import-new-employers = Les employeurs inconnus sont
import-create-regions = Créer les régions manquantes
import-create-regions-hint = Sinon, une région inconnue est un défaut de la ligne.
import-check = Vérifier le fichier
import-other-file = Choisir un autre fichier
import-column-needed = Cette colonne est indispensable. Choisissez celle de votre fichier.
import-column-twice = La colonne « { $name } » sert déjà plus haut. Choisissez-en une autre.
import-function-needed = Avec l’unité, il faut la fonction. Choisissez sa colonne.
import-columns-missing = Des colonnes indispensables n’ont pas été reconnues. Reliez-les une fois à l’écran : le choix est retenu.
import-column-code = Code
import-column-name = Nom
import-column-kind = Type
import-column-department = Département
import-column-region = Région
import-column-town = Ville
import-column-phone = Téléphone
import-column-channels = Canaux
import-column-time-zone = Fuseau horaire
import-column-locale = Langue
import-column-opened-day = Ouverte le
import-column-closed-day = Dernier jour
import-column-staff-number = Matricule
import-column-given-name = Prénom
import-column-family-name = Nom de famille
import-column-email = Adresse électronique
import-column-trade = Filière
import-column-employer = Employeur
import-column-unit = Code unité
import-column-function = Fonction
import-column-from-day = Depuis le
import-column-joined-day = Date d’entrée
import-column-left-day = Date de sortie
import-checking = Vérification
import-applying = Import
import-undoing = Annulation
import-at-work-more = Vous pouvez quitter cette page : le travail continue, même si un serveur s’arrête.
import-refresh = Actualiser
import-checked = Ce que ferait ce fichier
import-refused = Fichier refusé
import-nothing-changed = Rien n’a changé.
import-would = Résultat de la vérification
import-did = Ce qui a été écrit
import-did-undone = Ce qui avait été écrit, puis annulé
import-rows = Lignes lues
import-lines = { $n ->
    [one] Ligne
   *[other] Lignes
}
import-lines-run = { $from } à { $to }
import-notices-title = { $n ->
    [one] Un point à décider
   *[other] { $n } points à décider
}
import-notices-lead = Le fichier et Relais ne disent pas la même chose. Rien n’a été changé sur ces points, et rien n’est arrêté.
import-with-regions = Créer les régions manquantes et vérifier à nouveau
import-see-units = { $n ->
    [one] Voir l’unité
   *[other] Voir les { $n } unités
}
import-see-people = Voir les personnes
import-people-next = Importer les personnes
import-to-add = À ajouter
import-to-change = À modifier
import-new-ones = Ajoutées
import-changed-ones = Modifiées
import-same-ones = Identiques
import-leavers = Départs
import-faults = Défauts
import-faults-title = { $n ->
    [one] Un défaut
   *[other] { $n } défauts
}
import-faults-more = { $n ->
    [one] Et un autre, dans le fichier à télécharger.
   *[other] Et { $n } autres ; le fichier à télécharger en donne jusqu’à mille.
}
import-faults-download = Télécharger les défauts
import-faults-file = defauts
import-fault-line = Ligne
import-fault-column = Colonne
import-fault-what = Ce qu’il faut corriger
import-line = ligne { $n }
import-whole-file = tout le fichier
import-differences = Ce qui changerait
import-differences-first = { $n ->
    [one] la première différence
   *[other] les { $n } premières différences
}
import-who = Qui ou quoi
import-does = Effet
import-from-to = Avant et après
import-all-new = tout est nouveau
import-was-empty = (vide)
import-becomes = devient
import-what-new = ajout
import-what-changed = modification
import-what-leaves = départ
import-what-returns = retour
import-how = Si une ligne devient impossible entre-temps
import-all-lines = Tout ou rien
import-all-lines-hint = Tout ce qui était écrit est repris.
import-good-lines = Seulement les bonnes lignes
import-good-lines-hint = Elle est laissée de côté et reste listée.
import-good-lines-offer = { $n ->
    [0] Aucune ligne ne peut être importée ainsi. Corrigez le fichier, puis déposez-le à nouveau.
    [one] Corrigez le fichier, ou importez sans attendre la seule bonne ligne : celles en défaut restent listées.
   *[other] Corrigez le fichier, ou importez sans attendre les { $n } bonnes lignes : celles en défaut restent listées.
}
import-good-lines-go = Importer seulement les bonnes lignes
import-write = Importer
import-nothing-to-do = Tout est déjà ainsi : il n’y a rien à importer.
import-change-columns = Revoir les colonnes
import-corrected-file = Déposer un fichier corrigé
import-remove = Supprimer ce fichier
import-remove-question = Supprimer ce fichier et ce qu’il a montré ?
import-removed = Le fichier est supprimé. Rien d’autre n’a changé.
import-busy = Un autre import du même type est en cours. Attendez qu’il finisse, puis recommencez : rien n’a été écrit.
import-done = Import terminé
import-undone = Import annulé
import-broken-off = Import interrompu
import-applied-at = Écrit
import-undone-at = Annulé
import-undo = Annuler cet import
import-undo-question = Annuler cet import ?
import-undo-explained = Chaque ligne retrouve ce qu’elle était. Ce que quelqu’un a modifié depuis reste, et vous est listé.
import-undo-late = Cet import est trop ancien pour être annulé : ce qu’étaient les lignes auparavant n’est plus gardé.
import-undo-yes = Annuler l’import
import-go-on = Reprendre où il s’est arrêté
import-again = Importer un autre fichier
import-kept-title = { $n ->
    [one] Une ligne est restée
   *[other] { $n } lignes sont restées
}
import-kept-lead = Elles n’ont pas été reprises, pour ne rien défaire de ce qui a été fait depuis.
import-kept-why = Pourquoi
import-kept-touched = Modifié depuis l’import.
import-kept-referred = Déjà utilisé ailleurs : un compte, un rattachement ou des horaires en dépendent.
import-kept-rule = Revenir en arrière donnerait deux responsables à une unité, ou deux unités principales à une personne.
import-left-out = { $n ->
    [one] Une ligne laissée de côté
   *[other] { $n } défauts laissés de côté
}
import-fault-meanwhile = Une ligne est devenue impossible pendant l’import. Tout a été repris, comme « tout ou rien » le demande.
import-broken = Quelque chose a échoué chez nous. Ce qui était écrit est gardé et peut être repris ou annulé.
import-too-many-leavers = { $n } personnes sur { $active } partiraient, plus que { $percent } %. Le fichier est peut-être tronqué : vérifiez-le, ou relevez la limite dans les réglages.
import-more-leavers = Depuis la vérification, { $n } personnes partiraient au lieu de { $told }. Rien n’a été écrit, et le fichier a été vérifié à nouveau : regardez qui part avant d’importer.
import-more-leavers-meanwhile = Pendant l’import, plus de personnes partaient que la vérification ne l’annonçait. Tout a été repris. Vérifiez le fichier à nouveau.
import-duplicate = Déjà présent à la ligne { $line } de ce fichier. Gardez une seule des deux lignes.
import-second-manager = La ligne { $line } donne déjà un responsable à cette unité. Gardez-en un seul.
import-region-unknown = La région « { $typed } » n’existe pas. Corrigez son nom ou son code, ou cochez « Créer les régions manquantes ».
import-ragged = Cette ligne a { $cells } cellules et les titres { $width }. Un séparateur manque ou est de trop.
import-cell-error = Le tableur affiche une erreur dans cette cellule. Corrigez la formule ou écrivez la valeur.
import-cell-empty = Cette cellule est à remplir.
import-unit-kind-unknown = « { $typed } » n’est pas un type d’unité. Écrivez boutique, agence, centre de contact ou soutien.
import-channel-unknown = « { $typed } » n’est pas un canal. Écrivez accueil, téléphone, messagerie, courriel ou visite à domicile.
import-function-unknown = « { $typed } » n’est pas une fonction. Écrivez responsable, adjoint, conseiller, technicien, service client ou soutien.
import-unit-unknown = « { $typed } » n’est le code d’aucune unité. Corrigez-le, ou importez d’abord les unités.
import-trade-unknown = La filière « { $typed } » n’est pas connue. Corrigez-la, ou ajoutez-la d’abord dans les réglages.
import-line-changed = Quelqu’un a modifié cette fiche pendant l’import. Importez la ligne à nouveau.
import-rule = Cette ligne contredit ce qui est déjà enregistré. Vérifiez-la.
import-noted-leaving = Départ déjà noté le { $day }, absent du fichier : rien n’a été changé à ce départ. C’est à une personne de décider.
import-leavers-unknown = Des lignes sont sans matricule : on ne peut pas dire qui est parti. Personne ne sera noté parti.
import-unit-closed-under = Cette unité est fermée et le fichier y a encore cette personne : elle n’y a plus de rattachement. C’est à une personne de décider.
import-without-admin = Plus personne n’administrerait le réseau : les administrateurs ne sont pas dans le fichier.
import-leaver-stays = { $why ->
    [last-admin] Le matricule { $number } ne sera pas noté parti : c’est la seule personne qui administre le réseau.
   *[other] Le matricule { $number } ne sera pas noté parti.
}
import-file-empty = Le fichier ne contient aucune ligne.
import-file-file-too-large = Le fichier dépasse { $limit } Mo. Partagez-le en plusieurs.
import-file-old-office = C’est un classeur d’avant 2007 (.xls). Enregistrez-le en .xlsx et déposez-le à nouveau.
import-file-encrypted = Le fichier est protégé par un mot de passe. Retirez-le et déposez le fichier à nouveau.
import-file-binary-workbook = C’est un classeur binaire (.xlsb). Enregistrez-le en .xlsx et déposez-le à nouveau.
import-file-open-document = C’est un document OpenDocument (.ods). Enregistrez-le en .xlsx ou en CSV.
import-file-pdf = C’est un PDF. Déposez le tableau lui-même, en XLSX ou en CSV.
import-file-image = C’est une image. Déposez le tableau lui-même, en XLSX ou en CSV.
import-file-markup = C’est une page web ou du XML. Déposez le tableau en XLSX ou en CSV.
import-file-archive = C’est une archive. Déposez le tableau qu’elle contient, en XLSX ou en CSV.
import-file-binary = Ce n’est pas un tableau que nous savons lire. Déposez un XLSX ou un CSV.
import-file-broken-text = Le texte n’est pas dans l’encodage annoncé, à partir de la ligne { $line }. Exportez-le à nouveau en UTF-8.
import-file-quote-never-closed = Ligne { $line } : un guillemet s’ouvre et ne se ferme jamais. Fermez-le ou retirez-le.
import-file-too-many-rows = Le fichier a plus de { $limit } lignes. Partagez-le en plusieurs.
import-file-too-many-columns = Ligne { $line } : plus de { $limit } colonnes. Est-ce le bon fichier ?
import-file-cell-too-long = Ligne { $line }, colonne { $column } : une cellule dépasse { $limit } caractères.
import-file-too-many-parts = Ce classeur est fait de trop de morceaux pour être sûr. Copiez le tableau dans un classeur neuf.
import-file-unzipped-too-large = Ce classeur gonfle à plus de { $limit } Mo une fois ouvert. Il est refusé par prudence.
import-file-ratio-too-high = Ce classeur se décompresse plus de { $limit } fois. Il est refusé par prudence.
import-file-shared-text-too-large = Ce classeur contient trop de textes. Partagez-le en plusieurs.
import-file-duplicate-part = Ce classeur est construit pour tromper. Copiez le tableau dans un classeur neuf.
import-file-stray-path = Ce classeur est construit pour tromper. Copiez le tableau dans un classeur neuf.
import-file-overlapping-parts = Ce classeur est construit pour tromper. Copiez le tableau dans un classeur neuf.
import-file-declares-entities = Ce classeur contient des déclarations dangereuses. Copiez le tableau dans un classeur neuf.
import-file-damaged = Ce classeur est abîmé. Enregistrez-le à nouveau depuis votre tableur.
import-file-no-such-sheet = Ce classeur n’a pas de feuille « { $name } ».
import-file-cannot-read = Le fichier n’a pas pu être lu. Déposez-le à nouveau.
register-import = Suivre les imports de fichiers : qui a déposé quoi, ce qui a été écrit, ce qui a été annulé.
register-import-mapping = Retenir à quelle information correspond chaque colonne des fichiers.
register-import-chunk = Garder le fichier déposé, le temps de le vérifier, de l’écrire et de répondre aux questions.
register-import-fault = Dire quelles lignes d’un fichier sont à corriger.
register-import-change = Pouvoir annuler un import : l’état d’avant de chaque ligne modifiée.
register-vacancy-told = Ne dire qu’une fois à la région qu’une unité est sans responsable.
