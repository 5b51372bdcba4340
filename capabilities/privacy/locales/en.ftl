# Register: what Relais keeps, why, who reads it, how long.
privacy-register-menu = What Relais keeps
privacy-register-title = What Relais keeps
privacy-register-lead = Each table of Relais: what it is for, whom it is about, who reads it and when its rows go. This page is made from the software itself: nothing else is kept.
privacy-register-made = This file is written by “relais regenerate”: do not edit it by hand.
privacy-register-none = No table is declared.
privacy-register-chosen = What your organisation chose
privacy-register-chosen-lead = Numbers that administrators may set, as they are today. A change is written to the log.
privacy-tables = { $n ->
    [0] No table
    [one] One table
   *[other] { $n } tables
}
privacy-what = What and why
privacy-about = About whom
privacy-readers = Who reads it
privacy-kept = How long
privacy-about-nobody = Nobody
privacy-about-staff = The teams
privacy-about-customers = Customers
# dynamic: privacy-reader-* privacy-room-* privacy-since-*
privacy-reader-everybody = Everybody here
privacy-reader-self = The person themselves
privacy-reader-nobody = Nobody: the machine alone
privacy-room-store = The technical base
privacy-room-directory = The network and its teams
privacy-room-contact = Customers to reach
privacy-room-post = Messages sent
privacy-room-network = Imports of files
privacy-room-baton = Batons
privacy-room-files = Attached photos
privacy-room-sealed = The sealed store: what is said without a name
privacy-room-relaying = Asking those who know
privacy-room-improving = What teams say
privacy-kept-in-use = As long as the organisation uses Relais
privacy-kept-with = As long as “{ $table }”, which it belongs to
privacy-kept-since = { $span } after { $since }
privacy-kept-emptied = { $kept }, then the row stays, empty
privacy-days = { $n ->
    [one] One day
   *[other] { $n } days
}
privacy-years = { $n ->
    [one] One year
   *[other] { $n } years
}
privacy-since-at = the act
privacy-since-last-used-day = its last use
privacy-since-answered-day = the day of the answer
privacy-since-noted-at = the day said
privacy-since-created-at = its creation
privacy-since-settled-at = it left or failed
privacy-since-ended-at = its end
privacy-since-sent-at = it was sent
privacy-since-seen-at = the last visit
privacy-since-last-at = the last try
privacy-since-expires-at = it ran out
privacy-since-finished-at = its end
privacy-since-used-at = its use
privacy-since-left-day = they left
privacy-since-to-at = its end
privacy-since-to-day = its last day

# Audit log: who did what, as a chain that can be verified.
privacy-audit-menu = Audit log
privacy-audit-title = Audit log
privacy-audit-lead = Who changed what, and when. Each line is a link bound to the one before: a changed or removed line shows.
privacy-proof = The proof
privacy-proof-what = Verifying reads every link again. It is itself written in the log; looking at this page is not.
privacy-verify = Verify the chain
privacy-anchor = Anchor of link { $seq }
privacy-anchor-what = Keep this anchor elsewhere, with its date: later it will show that nothing before it was rewritten.
privacy-anchor-kept = An anchor you kept
privacy-anchor-kept-hint = Paste it as you copied it.
privacy-anchor-unreadable = This anchor cannot be read. Paste all of it, like 1204:9f86d0…
privacy-holds-title = The chain holds
privacy-holds = { $n ->
    [0] It is still empty.
    [one] One link verified: it was not changed.
   *[other] { $n } links verified: none was changed or removed.
}
privacy-holds-anchored = It does pass through the anchor of link { $seq }.
privacy-broken-title = { $n ->
    [one] The chain does not hold: one flaw
   *[other] The chain does not hold: { $n } flaws
}
privacy-flaw-changed = Link { $seq } was changed.
privacy-flaw-missing = Link { $seq } is missing.
privacy-flaw-cut = The end of the chain was cut off.
privacy-flaw-cut-untold = The beginning of the chain was cut off, and no link tells of it.
privacy-flaw-not-anchored = The chain does not pass through the anchor given: it was rewritten.
privacy-links = The links
privacy-audit-area = Area
privacy-filter = Filter
privacy-audit-none = Nothing was written yet
privacy-audit-none-found = No link in this area
privacy-audit-all = See the whole log
privacy-act = Act
privacy-actor = By
privacy-when = When
privacy-subject = On
privacy-detail = Detail
privacy-link = Link
privacy-actor-system = The system
privacy-actor-somebody = Somebody
privacy-actor-account = An account without a person here
privacy-actor-erased = Somebody erased
privacy-area-all = All areas
# dynamic: privacy-area-* privacy-subject-* privacy-detail-* audit-*
privacy-detail-holds = it holds
privacy-detail-broken = it does not hold
privacy-detail-lock = by locking the device
privacy-detail-switch = from another organisation
privacy-area-accounts = Sign-in and accounts
privacy-area-network = Units, people, roles, imports
privacy-area-directory = Directory
privacy-area-post = Messages
privacy-area-privacy = Privacy
privacy-area-administration = Administration
privacy-subject-unit = unit
privacy-subject-person = person
privacy-subject-region = region
privacy-subject-assignment = assignment
privacy-subject-membership = assignment to a region
privacy-subject-grant = role
privacy-subject-account = account
privacy-subject-session = session
privacy-subject-import = import
privacy-subject-job = job
privacy-subject-jobs = jobs
privacy-subject-setting = setting
privacy-subject-audit = audit log
privacy-subject-trade = trade
privacy-subject-hierarchy = hierarchy
privacy-subject-employer = employer
privacy-subject-organisation = organisation
audit-accounts-access-cut = Access cut
audit-accounts-disabled = Account closed
audit-accounts-emergency = Emergency account made
audit-accounts-invitation-accepted = Invitation accepted
audit-accounts-invitation-withdrawn = Invitation withdrawn
audit-accounts-invited = Somebody invited to sign in
audit-accounts-password-by-link = Password chosen by a link
audit-accounts-password-changed = Password changed
audit-accounts-password-forgotten = New password asked for
audit-accounts-password-reset = Password link made by command
audit-accounts-pin-chosen = Code chosen on a shared device
audit-accounts-pin-removed = Code removed from a shared device
audit-accounts-session-end = Device signed out
audit-accounts-session-end-others = Other devices signed out
audit-accounts-sign-in = Sign-in
audit-accounts-sign-in-no-place = Sign-in without an organisation
audit-accounts-sign-in-slowed = Sign-in slowed after tries
audit-accounts-sign-out = Sign-out
audit-administration-jobs-restart = Job restarted
audit-administration-sms-sender = Sender of text messages changed
audit-administration-settings-set = Setting changed
audit-administration-jobs-restart-all = Given-up jobs restarted
audit-network-assignments-add = Somebody assigned to a unit
audit-network-assignments-end = Assignment ended
audit-network-assignments-move = Main unit changed
audit-network-assignments-replace = Replacement decided
audit-network-assignments-withdraw = Coming assignment withdrawn
audit-network-employers-add = Employer added
audit-network-employers-remove = Employer removed
audit-network-employers-edit = Employer changed
audit-network-grants-give = Role given
audit-network-grants-take = Role taken
audit-network-hierarchies-add = Hierarchy added
audit-network-hierarchies-remove = Arrangement removed
audit-network-hierarchies-edit = Arrangement changed
audit-network-hours-edit = Hours changed
audit-network-hours-except = Day that differs added
audit-network-hours-unexcept = Day that differs removed
audit-network-imports-applied = Import applied
audit-network-imports-apply = Import started
audit-network-imports-remove = Import erased
audit-network-imports-undo = Undoing of an import started
audit-network-imports-undone = Import undone
audit-network-imports-upload = File uploaded
audit-network-people-add = Person added
audit-network-people-edit = Person changed
audit-network-people-leave = Leaving recorded
audit-network-regions-add = Region added
audit-network-regions-edit = Region changed
audit-network-regions-member-add = Somebody joined a region’s team
audit-network-regions-member-end = Somebody left a region’s team
audit-network-trades-add = Trade added
audit-network-trades-remove = Trade removed
audit-network-trades-edit = Trade changed
audit-network-units-add = Unit added
audit-network-units-edit = Unit changed
audit-privacy-audit-cut = Oldest links of the log removed, their time being over
audit-privacy-audit-verify = Chain of the log verified

# What each permission opens.
may-privacy-audit-read = the log: who changed what, and when
may-privacy-refusals-edit = refusals: who does not want to be contacted

# What Relais knows about me.
privacy-me-menu = What Relais knows about me
privacy-me-title = What Relais knows about me
privacy-me-lead = All that is kept under your name, why, who reads it and when it goes. Nothing else.
privacy-me-file = Download everything
privacy-me-seen = What my manager sees
privacy-me-kept = What is kept
privacy-me-rows = Rows
privacy-me-nameless = What you say without your name is not here: nothing links it to you.
privacy-me-acts = What was done about you
privacy-me-acts-lead = Who changed or took away something that concerns you, and when.
privacy-me-no-acts = Nothing was done about you
privacy-me-you = you
audit-improving-duties-set = Said who answers a theme
audit-improving-duties-end = Named nobody for a theme any more
audit-relaying-groups-change = Changed a group of experts
audit-relaying-groups-close = Closed a group of experts
audit-relaying-groups-make = Opened a group of experts
privacy-subject-pebble-duty = A theme

# Refusals: "do not contact me any more".
refusals-menu = Do not contact
refusals-title = Do not contact
refusals-lead = Whoever does not want to be contacted is not, at once and on every channel. Relais keeps only a fingerprint of it: there is no list to read, and an erasure or a new file changes nothing.
refusals-one = Somebody has just said so
refusals-address = Their number or e-mail address
refusals-address-hint = Calls, text messages and e-mails: all of it stops. Only they can take it back.
refusals-add = Contact them no more
refusals-added = Noted: this address will not be contacted any more.
refusals-many = Refusals received in another tool
refusals-many-lead = Give the file as the other tool exports it. No address in it is contacted from here any more.
refusals-file = The file of refusals
refusals-file-hint = CSV or Excel, with a column "phone" or "email", and "channel" if needed (call, text, email).
refusals-import = Take these refusals in
refusals-marking = A list to check for another tool
refusals-marking-lead = Give the list that the other tool wants to contact. You get it back with one more column: who refused what. Nothing of the list is kept.
refusals-list = The list to check
refusals-list-hint = CSV or Excel, with a column "phone" or "email".
refusals-mark = Get the checked list
refusals-column = Refused
refusals-call = call
refusals-sms = text message
refusals-email = e-mail
refusals-mark-unreadable = unreadable
refusals-no-file = Choose a file.
refusals-no-column = This file has no column "phone" or "email". Name it so in the first line.
refusals-unreadable = This file cannot be read. Save it as CSV or Excel (.xlsx), with the names of the columns in the first line.
refusals-too-large = This file is larger than { $n } MB. Split it.
refusals-too-many = This file has more than { $n } lines. Split it.
refusals-taken = { $new ->
    [0] No new refusal.
    [one] One refusal taken in.
   *[other] { $new } refusals taken in.
} { $known ->
    [0] None was known already.
    [one] One was known already.
   *[other] { $known } were known already.
}
refusals-unread = { $n ->
    [one] One line cannot be read: { $lines }.
   *[other] { $n } lines cannot be read: { $lines }.
}
privacy-subject-refusals = refusal to be contacted
audit-privacy-refusals-add = Refusal to be contacted noted
audit-privacy-refusals-import = Refusals taken in from a file
audit-privacy-refusals-mark = List checked for another tool
audit-relaying-references-edit = Form of customers’ references changed
privacy-subject-expert-group = group of experts
privacy-subject-reference = form of references
