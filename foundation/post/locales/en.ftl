post-greeting = Hello { $name },
post-greeting-nobody = Hello,
post-or-copy = If the link does not open, copy this address into your browser:
post-from = Sent automatically by Relais. Nobody reads replies.

post-invitation-subject = Your access to Relais, { $org }
post-invitation-what = { $org } has opened an access to Relais for you. All that is left is to choose your password.
post-invitation-again = { $org } offers you a place in Relais. If you accept it, you come in with your usual password.
post-invitation-choose = Choose my password
post-invitation-accept = See the invitation
post-invitation-days = { $days ->
    [one] This link is good for a day.
   *[other] This link is good for { $days } days.
}
post-invitation-why = You receive this message because { $org } gave your address. If it is not meant for you, do nothing.

post-reset-subject = Choose a new password
post-reset-what = Somebody, probably you, asked to choose a new password for your access to Relais.
post-reset-minutes = { $minutes ->
    [one] This link is good for a minute and works once.
   *[other] This link is good for { $minutes } minutes and works once.
}
post-reset-choose = Choose a new password
post-reset-why = If you did not ask for anything, do nothing: your password stays the same.

post-vacancy-subject = { $unit } has no manager any more
post-vacancy-what = Since { $day }, { $unit } has had no accountable manager.
post-vacancy-next = While the place is free, the team’s requests are offered to you.
post-vacancy-open = Name a manager
post-vacancy-why = You receive this message because you accompany this team.

post-import-subject = Your import has finished
post-import-kept = { $n ->
    [0] No line was imported.
    [one] One line was imported.
   *[other] { $n } lines were imported.
}
post-import-refused = { $n ->
    [0] No line was refused.
    [one] One line was refused; the page says why.
   *[other] { $n } lines were refused; the page says why.
}
post-import-open = See the import
post-import-why = You receive this message because you started this import.

post-digest-subject = { $n ->
    [one] A promise is waiting for you
   *[other] { $n } promises are waiting for you
}
post-digest-open = Open Relais
post-digest-why = One message a day at most, within your hours. “My messages” lets you change that.
post-several = { $n ->
    [one] A promise is waiting for you
   *[other] { $n } promises are waiting for you
}

# dynamic: register-*
register-letter = Messages sent by e-mail: to whom, when, of which kind. Their text is erased once they have left.
register-post-choice = What each person chose for their messages: one e-mail a day, urgent calls, days without messages; and the day of the last e-mail.
register-notice = What calls somebody: the page to open and a neutral sentence, without anybody’s words. When the page is opened, the day is kept, never the hour.
register-push-device = Browsers on which somebody agreed to be called, as long as their session lasts there.
register-push-key = The key by which notification services recognise this Relais.
register-sms = Text messages to customers: to which contact, of what kind, what became of them. The number is not there; the words, sealed, go as soon as the message has left.
register-sms-sender = The name under which the organisation sends its text messages.

## Why not them?
# dynamic: post-sms-why-not-*
post-sms-why-not-not-mobile = This number is no mobile: it takes no text message.
post-sms-why-not-too-long = This text message would be too long: { $parts } parts, and { $most } at most.
post-sms-why-not-number-cap = { $most ->
    [one] One text message is planned for this number today: that is the most.
   *[other] { $most } text messages are planned for this number today: that is the most.
}
post-sms-why-not-day-cap = { $most ->
    [one] The organisation has planned one text message for that day: that is the most.
   *[other] The organisation has planned { $most } text messages for that day: that is the most.
}
post-sms-sender-unfit = Write 3 to 11 letters without accents or digits, with one letter at least.

## What the organisation sets.
# dynamic: setting-*
setting-sms-per-number = Text messages to one number in a day
setting-sms-per-number-more = Beyond it no other text message is written to that number on that day.
setting-sms-per-day = The organisation’s text messages in a day
setting-sms-per-day-more = Beyond it no other text message is written for that day.
setting-sms-spend = Parts of text messages paid in a day
setting-sms-spend-more = A long text message is paid as several parts. Beyond this number the others wait for the next day.
setting-sms-parts = Length of a text message, in parts
setting-sms-parts-more = A text message of 160 characters is one part; three hold 459, fewer with some letters (ç, ê, ’).
