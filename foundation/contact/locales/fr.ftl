## Ce qui ne va pas dans ce qui a été tapé.
contact-name-missing = Écrivez le prénom.
contact-name-long = Le prénom compte { $n } caractères au plus.
contact-name-letters = Un prénom s’écrit avec des lettres, des espaces, des traits d’union et des apostrophes.
contact-phone-unreadable = Écrivez un numéro de téléphone, par exemple 06 12 34 56 78.
contact-phone-impossible = Ce numéro n’existe pas : vérifiez les chiffres, ou ajoutez l’indicatif du pays.
contact-phone-short = C’est un numéro court : donnez celui de la personne.
contact-phone-emergency = C’est un numéro d’urgence : donnez celui de la personne.
contact-phone-premium = C’est un numéro surtaxé : donnez-en un autre.
contact-phone-shared-cost = Appeler ce numéro coûte un supplément : donnez-en un autre.
contact-email-unreadable = Écrivez une adresse e-mail, par exemple nom@exemple.fr.

## Pourquoi pas lui ?
# dynamic: contact-why-not-* contact-channel-*
contact-why-not-erased = Cette personne a été oubliée à sa demande ou avec le temps : rien ne mène plus à elle.
contact-why-not-no-address = Rien ne permet de lui écrire ou de l’appeler par ce moyen : { $channel }.
contact-why-not-opted-out = La personne a demandé qu’on ne la contacte plus.
contact-why-not-followup-open = Un suivi ou une réclamation est encore ouvert : on le règle avant de lui demander son avis.
contact-why-not-measured-before = On lui a déjà demandé une fois si ce suivi avait aidé.
contact-why-not-within-a-day = On lui a demandé son avis il y a moins de vingt-quatre heures.
contact-why-not-transactional = On lui a demandé son avis sur une visite ou un appel il y a moins de { $n } jours.
contact-why-not-relational = On lui a demandé son avis d’ensemble il y a moins de { $n } jours.
contact-channel-call = un appel
contact-channel-sms = un SMS
contact-channel-email = un e-mail

## Ce que l’organisation règle.
# dynamic: setting-*
setting-contact-transactional-every = Entre deux questions sur une visite ou un appel
setting-contact-transactional-every-more = Un client n’est pas interrogé de nouveau sur une visite ou un appel avant ce nombre de jours. Vingt-quatre heures séparent toujours deux enquêtes, quelles qu’elles soient.
setting-contact-relational-every = Entre deux questions d’ensemble
setting-contact-relational-every-more = Un client n’est pas interrogé de nouveau sur l’ensemble de la relation avant ce nombre de jours.

## Le registre.
# dynamic: register-*
register-contact = Pouvoir rappeler un client ou lui répondre : un prénom et une adresse, chiffrés avec une clé gardée hors de la base. Ensuite la ligne reste, vide.
register-contact-consent = Ce qu’un client a accepté, comment il l’a dit, quand il est revenu dessus.
register-contact-suppression = Ne plus jamais contacter qui l’a demandé : une empreinte de l’adresse, qui ne permet pas de la retrouver et survit à l’effacement.
register-contact-ledger = Ne pas solliciter trop souvent la même personne : une empreinte de l’adresse, la nature du message et le moment.
