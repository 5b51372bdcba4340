## What is wrong with what was typed.
contact-name-missing = Write the first name.
contact-name-long = A first name has { $n } characters at most.
contact-name-letters = A first name is written with letters, spaces, hyphens and apostrophes.
contact-phone-unreadable = Write a telephone number, such as 06 12 34 56 78.
contact-phone-impossible = This number does not exist: check its digits, or add the country’s code.
contact-phone-short = This is a short code: give the person’s own number.
contact-phone-emergency = This is an emergency number: give the person’s own.
contact-phone-premium = Calling this number is surcharged: give another one.
contact-phone-shared-cost = Calling this number costs extra: give another one.
contact-email-unreadable = Write an e-mail address, such as name@example.org.

## Why not them?
# dynamic: contact-why-not-* contact-channel-*
contact-why-not-erased = This person was forgotten, at their wish or with time: nothing leads to them any more.
contact-why-not-no-address = Nothing leads to them this way: { $channel }.
contact-why-not-opted-out = They asked not to be contacted any more.
contact-why-not-followup-open = A follow-up or a complaint is still open: it is settled before they are asked anything.
contact-why-not-measured-before = They were asked once already whether this follow-up helped.
contact-why-not-within-a-day = They were surveyed less than twenty-four hours ago.
contact-why-not-transactional = They were asked about a visit or a call less than { $n } days ago.
contact-why-not-relational = They were asked about the whole relationship less than { $n } days ago.
contact-channel-call = a call
contact-channel-sms = a text message
contact-channel-email = an e-mail

## What the organisation sets.
# dynamic: setting-*
setting-contact-transactional-every = Between two surveys about a visit or a call
setting-contact-transactional-every-more = A customer is not asked again about a visit or a call before that many days. Twenty-four hours always lie between two surveys, whichever they are.
setting-contact-relational-every = Between two surveys about the whole
setting-contact-relational-every-more = A customer is not asked again about the whole relationship before that many days.

## The register.
# dynamic: register-*
register-contact = To call a customer back or answer them: a first name and an address, sealed with a key that is kept outside the database. The row then stays, empty.
register-contact-consent = What a customer agreed to, how they said so, when they took it back.
register-contact-suppression = Never to contact again whoever asked for it: a fingerprint of the address, which does not lead back to it and outlives erasure.
register-contact-ledger = Not to ask the same person too often: a fingerprint of the address, the kind of message and the moment.
