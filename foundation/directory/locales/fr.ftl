# Mots du répertoire : noms des choses, phrases des règles, raisons d’être des tables.
# dynamic: role-* scope-* assignment-kind-* unit-kind-* channel-* function-* member-function-* trade-* employer-kind-* register-*

## Saisie
field-empty = Ce champ est à remplir.
field-too-long = Ce texte dépasse { $most } caractères : raccourcissez-le.
field-unreadable = Ce texte contient des signes illisibles : retapez-le.
day-unreadable = « { $typed } » n’est pas une date. Écrivez-la comme 21/11/2026.
days-out-of-order = Le dernier jour vient avant le premier : vérifiez les deux dates.
leaves-before-joining = Ce jour vient avant son arrivée, le { $day }.
yes-no-unreadable = « { $typed } » ne dit ni oui ni non. Écrivez oui ou non.
locale-unknown = « { $typed } » n’est pas une langue proposée. Choisissez français ou anglais.
time-zone-unknown = « { $typed } » n’est pas un fuseau horaire connu. Écrivez par exemple Europe/Paris.
name-unreadable = Ce nom contient des signes inattendus. Écrivez-le comme la personne l’écrit.
email-unreadable = « { $typed } » n’est pas une adresse électronique. Écrivez-la comme prenom.nom@exemple.fr.
phone-unreadable = « { $typed } » n’est pas un numéro de téléphone. Écrivez des chiffres, comme 01 60 00 00 00.

## Organisations
hierarchy-main = Réseau
organisation-slug-taken = Ce nom court est déjà pris. Choisissez-en un autre.
organisation-slug-unreadable = Ce nom court n’est pas lisible. Écrivez des lettres sans accent, des chiffres et des tirets.
hierarchy-main-stays = Le découpage principal donne l’autorité : il reste.
hierarchy-code-taken = Ce code désigne déjà un autre découpage. Choisissez-en un autre.

## Unités
unit-kind-shop = Boutique
unit-kind-branch = Agence
unit-kind-contact-centre = Centre de contact
unit-kind-support = Équipe de soutien
channel-counter = Accueil
channel-phone = Téléphone
channel-chat = Messagerie
channel-mail = Courriel
channel-home-visit = Visite à domicile
unit-code-taken = Ce code désigne déjà une autre unité. Choisissez-en un autre.
unit-department-unknown = « { $typed } » n’est pas un département. Écrivez son code, comme 91, 2A ou 974.
unit-kind-unknown = « { $typed } » n’est pas un type d’unité. Choisissez-le dans la liste.
unit-channel-unknown = « { $typed } » n’est pas un canal. Choisissez-le dans la liste.
unit-place-overlaps = Cette unité est déjà rattachée à une région ces jours-là. Vérifiez la date.
opening-unreadable = « { $typed } » ne se lit pas comme des horaires. Écrivez par exemple 9:30-12:30, 14:00-19:00.
opening-out-of-order = « { $typed } » se termine avant d’avoir commencé : vérifiez les heures.
openings-overlap = Deux plages se chevauchent : séparez-les ou réunissez-les.
openings-too-many = Une journée compte quatre plages au plus : réunissez-en quelques-unes.
exception-one-opening = Un jour particulier a une seule plage. Écrivez par exemple 10:00-13:00, ou laissez vide si l’unité est fermée.
exception-day-taken = Ce jour est déjà indiqué. Retirez-le d’abord, ou changez de date.

## Régions
member-function-lead = Responsable de région
member-function-coach = Accompagnement des unités
member-function-host = Accueil des demandes
member-function-support = Soutien
member-function-unknown = « { $typed } » n’est pas une fonction d’équipe de région. Choisissez-la dans la liste.
member-already = Cette personne tient déjà cette fonction dans la région ces jours-là. Vérifiez les dates.
region-code-taken = Ce code désigne déjà une autre région. Choisissez-en un autre.
region-parent-unknown = Cette région de rattachement n’existe pas dans ce découpage. Choisissez-la dans la liste.
region-parent-below = Une région ne se rattache ni à elle-même ni à une région qu’elle contient. Choisissez-en une autre.

## Employeurs et filières
employer-kind-own = Notre entreprise
employer-kind-franchise = Franchise
employer-kind-temporary = Intérim
employer-kind-unknown = « { $typed } » n’est pas un type d’employeur. Choisissez-le dans la liste.
employer-last-own = C’est le seul employeur de votre organisation : il emploie toute personne dont rien d’autre n’est dit.
employer-name-taken = Cet employeur existe déjà. Choisissez-le dans la liste.
employer-unknown = L’employeur « { $typed } » n’est pas connu. Ajoutez-le d’abord, ou laissez vide pour notre entreprise.
trade-sales = Commerciale
trade-technical = Technique
trade-care = Service client
trade-support = Fonctions de soutien
trade-taken = Cette filière existe déjà. Choisissez-la dans la liste.
trade-unknown = La filière « { $typed } » n’est pas connue. Choisissez-la dans la liste.

## Personnes
person-unknown = Cette personne n’est plus dans la liste. Revenez à la liste pour la retrouver.
person-staff-number-taken = Ce matricule est déjà celui d’une autre personne. Vérifiez-le.

## Rattachements
function-manager = Responsable
function-deputy = Adjointe ou adjoint
function-adviser = Conseil clients
function-technician = Équipe technique
function-care = Service client
function-support = Soutien
function-unknown = « { $typed } » n’est pas une fonction. Choisissez-la dans la liste.
assignment-kind-regular = Rattachement
assignment-kind-replacement = Remplacement
assignment-kind-unknown = « { $typed } » n’est pas un type de rattachement. Choisissez rattachement ou remplacement.
assignment-unknown = Ce rattachement n’existe plus. Rechargez la page pour voir où en est la personne.
assignment-unit-unknown = Cette unité n’est pas connue. Choisissez-la dans la liste.
assignment-unit-closed = Cette unité ferme le { $day }. Choisissez une autre unité ou d’autres dates.
assignment-person-left = Le dernier jour de cette personne est le { $day }. Vérifiez les dates.
assignment-beyond-unit = Cette affectation dépasse le dernier jour de l’unité. Choisissez une autre unité ou d’autres dates.
assignment-beyond-person = Cette affectation dépasse le dernier jour de cette personne. Vérifiez les dates.
assignment-main-overlaps = { $to ->
    [none] { $unit } est déjà son unité principale depuis le { $from }. Changez d’unité principale, ou répondez « Non, en plus de son unité principale ».
   *[other] { $unit } est son unité principale du { $from } au { $to }. Choisissez d’autres dates, ou répondez « Non, en plus de son unité principale ».
}
assignment-main-taken = Cette personne a déjà une unité principale ces jours-là. Changez d’unité principale, ou répondez « Non, en plus de son unité principale ».
assignment-move-before = Son rattachement à { $unit } commence le { $day }, après cette date. Choisissez une date plus tardive, ou retirez d’abord ce rattachement.
assignment-begun = Ce rattachement a commencé : il se termine à une date, il ne se retire plus.
unit-manager-exists = { $to ->
    [none] { $name } est responsable de cette unité depuis le { $from }. Mettez d’abord fin à son rattachement, ou choisissez une autre fonction.
   *[other] { $name } est responsable de cette unité du { $from } au { $to }. Choisissez d’autres dates ou une autre fonction.
}
unit-manager-taken = Cette unité a déjà un responsable ces jours-là. Choisissez d’autres dates ou une autre fonction.
replacement-needs-end = Un remplacement a un dernier jour. Indiquez-le.
replacement-not-main = Un remplacement ne change pas l’unité principale.
replacement-needs-main = Cette personne n’a pas d’unité principale ce jour-là. Rattachez-la d’abord à une unité.
replacement-elsewhere = Cette personne est déjà dans cette unité. Choisissez celle qu’elle vient aider.

## Rôles
role-adviser = Conseil clients
role-expert = Expertise métier
role-unit-manager = Responsable d’unité
role-deputy = Adjointe ou adjoint
role-coach = Coach
role-region-lead = Responsable de région
role-region-host = Accueil de la région
role-cx-lead = Pilote de l’expérience client
role-hr = Ressources humaines
role-training = Formation
role-work-life = Qualité de vie au travail
role-recruitment = Recrutement
role-sponsor = Sponsor
role-assessor = Évaluation du label
role-dpo = Protection des données
role-admin = Administration
role-staff-rep = Représentation du personnel
role-auditor = Audit
role-unknown = « { $typed } » n’est pas un rôle. Choisissez-le dans la liste.
scope-network = Tout le réseau
scope-region = Une région
scope-unit = Une unité
scope-unknown = Choisissez où vaut ce rôle : tout le réseau, une région ou une unité.
grant-unknown = Ce rôle n’est plus donné. Rechargez la page pour voir ceux qui restent.
grant-region-unknown = Cette région n’est pas de celles que vous suivez. Choisissez-la dans la liste.
grant-unit-unknown = Cette unité n’est pas de celles que vous suivez. Choisissez-la dans la liste.
grant-to-self = Personne ne se donne un rôle à soi-même. Demandez-le à quelqu’un qui peut le donner.
assign-to-self = Une place dans une équipe donne des droits : personne ne se l’attribue à soi-même. Demandez à une autre personne de le faire.
stay-to-self = Une place donne des droits : personne ne la prolonge pour soi-même. Demandez à une autre personne de le faire.
person-holds-role = Cette personne a, ou aura, un rôle que vous ne pouvez pas donner : son adresse et son accès se règlent avec l’administration.
grant-scope-too-wide = Ce rôle porte plus loin que votre périmètre. Choisissez une de vos régions ou de vos unités.
grant-role-too-wide = Ce rôle se donne au niveau du réseau. Demandez-le à l’administration.
grant-comes-along = Ce rôle vient d’un rattachement à une unité ou à l’équipe d’une région : il se termine avec lui.
last-admin = C’est la seule personne qui administre le réseau. Donnez d’abord ce rôle à quelqu’un d’autre.

## Comptes
sign-in-unknown = Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux, ou demandez un nouveau mot de passe.
sign-in-wait = Trop d’essais de suite. Attendez { $seconds } secondes, puis recommencez.
sign-in-no-place = Ce compte n’est rattaché à aucune organisation aujourd’hui. Parlez-en à votre responsable.
password-too-short = Ce mot de passe est trop court : il en faut au moins { $least } caractères.
password-too-long = Ce mot de passe est trop long : { $most } caractères suffisent.
password-is-email = Ce mot de passe est votre adresse. Choisissez-en un autre, une phrase convient très bien.
password-common = Ce mot de passe est parmi les plus devinés. Choisissez-en un autre, une phrase convient très bien.
password-present-wrong = Ce n’est pas votre mot de passe actuel. Retapez-le.
account-email-taken = Cette adresse est déjà celle d’un autre compte. Vérifiez-la.
account-person-has-another = Cette personne a déjà un compte, avec une autre adresse.
account-disabled = Ce compte est fermé. L’administration peut le rouvrir.
access-none = Cette personne n’a ni accès ni invitation en attente.
access-of-oneself = Personne ne coupe son propre accès. Demandez-le à une autre personne.
access-of-emergency = Le compte de secours se règle sur le serveur, pas ici.

## Registre : pourquoi chaque table existe
register-department = Liste officielle des départements, pour situer les unités.
register-organisation = L’organisation : son nom, sa langue, son fuseau horaire.
register-hierarchy = Les façons de ranger régions et unités.
register-region = Les régions et directions qui soutiennent les unités.
register-employer = Les entreprises qui emploient, pour distinguer franchises et intérim.
register-trade = Les filières de métier, pour que l’entraide les traverse.
register-setting = Les nombres que l’organisation a choisis à la place de ceux d’origine : délais, seuils, durées.
register-unit = Les boutiques, agences, centres et équipes où l’on travaille.
register-unit-channel = Les moyens par lesquels les clients joignent une unité.
register-unit-opening = Les horaires habituels d’une unité.
register-unit-exception = Les jours où une unité ouvre autrement.
register-unit-place = La région de chaque unité, dans le temps.
register-person = Qui travaille ici : nom, moyens de contact au travail, filière.
register-assignment = Où chacun travaille, dans quelle fonction, pour quel employeur, de quand à quand.
register-region-member = Qui fait partie de l’équipe d’une région, de quand à quand.
register-role-grant = Ce que chacun a le droit de faire, où et quand.
register-account = L’adresse et le mot de passe chiffré avec lesquels une personne se connecte.
register-account-person = Les organisations dans lesquelles un compte est quelqu’un.
register-session = Les appareils connectés, pour que chacun reconnaisse les siens et les déconnecte.
register-entry-link = Les liens d’invitation et de nouveau mot de passe, à usage unique.
register-shared-device = Les appareils qu’une équipe partage, pour qu’ils se verrouillent et que chacun y entre avec son code.
register-device-pin = Le code de chacun sur un appareil partagé, sous forme d’empreinte, et les essais manqués d’affilée.
register-known-device = Les appareils déjà reconnus, pour ne pas ralentir leur propriétaire.
register-sign-in-slowdown = Les essais de mot de passe récents, pour décourager qui devine.
register-job = Le travail que la machine a encore à faire.
register-outbox = Ce qui vient de se passer, pour le dire aux autres parties du logiciel.
register-bell = Combien de fois chaque sujet a changé, pour que les pages ouvertes se mettent à jour.
register-lease = Laquelle des machines fait une tâche en ce moment.
register-vault-mark = À quelle clé cette base appartient, pour refuser une autre ; la clé elle-même n’y est pas.
register-audit-event = Qui a changé quoi et quand, pour pouvoir en répondre.
register-audit-head = Le dernier maillon de chaque journal, pour voir si l’un a été modifié.
register-schema-ledger = Les versions des tables posées dans cette base.

# Réglages de l’organisation.
setting-out-of-bounds = Écrivez un nombre entier de { $least } à { $most }.
setting-changed = Quelqu’un d’autre vient de le régler sur { $value }. Vérifiez, puis enregistrez à nouveau.
settings-is = { $name } : { $value }
# dynamic: setting-of-* setting-directory-*
setting-of-days = { $n ->
    [one] un jour
   *[other] { $n } jours
}
setting-of-open-days = { $n ->
    [one] un jour ouvré
   *[other] { $n } jours ouvrés
}
setting-of-people = { $n ->
    [one] une personne
   *[other] { $n } personnes
}
setting-of-answers = { $n ->
    [one] une réponse
   *[other] { $n } réponses
}
setting-of-promises = { $n ->
    [one] une promesse
   *[other] { $n } promesses
}
setting-of-messages = { $n ->
    [one] 1 SMS
   *[other] { $n } SMS
}
setting-of-minutes = { $n ->
    [one] une minute
   *[other] { $n } minutes
}

## Appareils partagés
pin-digits = Un code a de { $least } à { $most } chiffres.
pin-common = Ce code est de ceux qu’on essaie en premier. Choisissez-en un autre.
pin-own-device = Un code se choisit sur un appareil partagé : connectez-vous-y en cochant « Appareil partagé ».
pin-wrong = Ce n’est pas le code. Encore { $n } essais.
pin-wrong-last = Ce n’est pas le code. Encore un essai, puis votre mot de passe vous sera demandé.
pin-no-more = Ce code n’ouvre plus ici. Entrez avec votre mot de passe : le code servira à nouveau ensuite.
pin-crowded = Trop de monde entre en même temps. Réessayez dans quelques secondes.
setting-directory-locks-after = Verrouillage des appareils partagés
setting-directory-locks-after-more = En minutes sans usage. Ensuite, chacun reprend avec son code ou son mot de passe.
