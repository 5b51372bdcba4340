## Pourquoi une photo n’est pas gardée, et quoi faire.
files-empty = Ce fichier est vide : aucune photo n’est arrivée. Ce que vous avez écrit est toujours là. Choisissez la photo à nouveau.
files-too-heavy = Cette photo pèse plus de { $mb } Mo et n’a pas été gardée. Ce que vous avez écrit est toujours là. Choisissez une photo plus légère, ou envoyez une capture d’écran.
files-unread = Cette photo est au format { $format }, que Relais ne lit pas. Ce que vous avez écrit est toujours là. Dans les réglages de l’appareil photo, choisissez « le plus compatible », ou envoyez une capture d’écran.
files-not-a-photo = Ce n’est pas une photo, et le fichier n’a pas été gardé. Ce que vous avez écrit est toujours là. Choisissez une photo (JPEG, PNG ou WebP).
files-too-many-pixels = Cette photo compte plus de { $mp } millions de points, ou elle est bien plus longue que large : elle n’a pas été gardée. Ce que vous avez écrit est toujours là. Réduisez-la, ou envoyez une capture d’écran.
files-damaged = Cette photo est arrivée abîmée ou incomplète, et n’a pas été gardée. Ce que vous avez écrit est toujours là. Choisissez-la à nouveau, ou reprenez la photo.
files-busy = Beaucoup de photos arrivent en ce moment, la vôtre n’a pas été gardée. Ce que vous avez écrit est toujours là. Choisissez-la à nouveau dans une minute.

## Le registre.
register-picture = Les photos jointes, sans lieu, appareil ni heure de prise de vue. Chacune se voit là où elle est jointe, par qui peut lire ce qui l’entoure, et part avec.
