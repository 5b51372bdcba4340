# Administration: the machine, its work, and the demo's letters.
administration-menu = Administration
administration-title = Administration
administration-doors = Look closer
administration-jobs-more = What waits, what failed, and starting it again.
administration-letters-more = The letters the demo would have sent.
administration-queue-fine = { $waiting ->
    [0] All is done: no job waits.
    [one] One job waits its turn. Nothing failed.
   *[other] { $waiting } jobs wait their turn. Nothing failed.
}
administration-queue-failed = { $failed ->
    [one] One job was given up: it is to be restarted.
   *[other] { $failed } jobs were given up: they are to be restarted.
}
administration-machine = The machine
administration-version = Version
administration-database = Database
administration-database-sqlite = Embedded (SQLite), on one machine
administration-database-postgres = PostgreSQL, shared between machines
administration-schema = Tables
administration-schema-laid = { $n ->
    [one] One version laid
   *[other] { $n } versions laid
}
administration-schema-last = Last laid
administration-mode = Mode
administration-mode-demo = Demo: no message leaves
administration-leases = Who does the background work
administration-leases-what = Each regular task is done by one machine at a time. Another takes it over when it falls silent.
administration-leases-none = No regular task is held at the moment.
administration-lease-node = machine …{ $node }
administration-lease-held = held until { $until }
administration-lease-free = free since { $since }

# Jobs.
jobs-title = Background jobs
jobs-lead = The work that Relais does in the background for your organisation. It shows codes and times, never their content.
jobs-by-state = Jobs by state
jobs-tab-open = To do
jobs-tab-ready = Waiting
jobs-tab-running = Running
jobs-tab-failed = Given up
jobs-tab-done = Done
jobs-tab-rounds = Regular rounds
jobs-rounds-what = What Relais does by itself for the whole installation, and how the last round went. Nothing is to be done here: the next round comes by itself.
jobs-kind = Job
jobs-state = State
jobs-due = Due
jobs-tries = Tries
jobs-error = Last error
jobs-state-ready = waiting
jobs-state-retrying = to try again
jobs-state-running = running
jobs-state-done = done
jobs-state-failed = given up
jobs-restart = Restart
jobs-restart-all = { $n ->
    [one] Restart the job given up
   *[other] Restart the { $n } jobs given up
}
jobs-restarted = It is restarted. What follows shows here in a moment.
jobs-restart-late = This job moved on meanwhile: there was nothing to restart.
jobs-none = No job here
jobs-none-more = A good sign: what was to be done is done.
# dynamic: jobs-kind-*
jobs-kind-post-mail = Send an e-mail
jobs-kind-post-sms = Send text messages
jobs-kind-post-calling = Call those whom a promise waits for
jobs-kind-home-called = Note whom a promise calls
jobs-kind-home-settled = Stop calling about a promise that found somebody
jobs-kind-store-purge = Remove what has been kept long enough
jobs-kind-network-imports-undo = Undo an import
jobs-kind-network-imports-apply = Apply an import
jobs-kind-network-imports-check = Check an imported file
jobs-kind-network-leavers = Close the access of those who left
jobs-kind-network-vacancy = Tell the region about a vacancy

# The demo's letters.
letters-title = Demo e-mails
letters-lead = Nothing leaves this machine: letters are read here, with their links.
letters-none = No letter yet
letters-none-more = Invite somebody or ask for a new password: the letter will show here.
letters-about = Sending
letters-to = To
letters-when = Written on
letters-state = State
letters-queued = waiting
letters-sent = left
letters-failed = refused
letters-gone = The text of this letter was erased once it had left.
letters-links = Its links
letters-links-what = Those that lead to Relais. An invitation’s link serves once.
letters-follow = Follow the link

# What each permission opens.
may-administration-read = the state of the server and of its jobs
may-administration-jobs-restart = start a stopped job again
may-administration-letters-read = demo e-mails

# Settings of the organisation.
administration-settings-more = Delays, thresholds, durations: what your organisation chooses.
settings-title = Settings
settings-lead = The numbers that your organisation may choose. Each change is written in the audit log.
settings-none = Nothing to set for now
settings-usual = usually { $value }
settings-bounds = Usually { $usual }. From { $least } to { $most }.
# dynamic: settings-in-*
settings-in-days = In days
settings-in-open-days = In working days
settings-in-people = In people
settings-in-answers = In answers
settings-in-promises = In promises
settings-in-messages = In text messages
settings-in-minutes = In opening minutes
settings-save = Save
settings-cancel = Cancel
settings-saved = It is set.
may-administration-settings-read = the settings of the organisation
may-administration-settings-edit = change a setting of the organisation

# Text messages.
administration-sms-more = What waits, what was spent, what nobody knows to have left; and the sender.
administration-texts-more = The text messages that the demo would have sent.
sms-title = Text messages to customers
sms-lead = You see codes, counts and times here, never a number or words.
sms-standing = How text messages do
sms-waiting = Waiting
sms-due-since = The first could have left on
sms-spent = Parts paid today
sms-spent-of = { $n } of { $most }
sms-failed = Not arrived, in thirty days
sms-sender = Sender
sms-sender-more = The name that your customers read above each text message.
sms-sender-hint = 3 to 11 letters without accents or digits, without a space.
sms-sender-change = Change the sender
sms-stopped = The day’s spending is reached ({ $most } parts): { $n ->
    [one] one text message waits for tomorrow, or for a higher spending in the settings.
   *[other] { $n } text messages wait for tomorrow, or for a higher spending in the settings.
}
sms-unclear-some = { $n ->
    [one] One text message may have left, or not: nobody sends it again without knowing.
   *[other] { $n } text messages may have left, or not: nobody sends them again without knowing.
}
sms-unclear = May have left
sms-unclear-what = The gateway gave no clear answer. Relais never sends them again by itself: ask the gateway what it knows, with one of the two identifiers. Its receipt, if one comes, settles the matter by itself.
sms-unclear-none = No text message is in doubt.
# dynamic: sms-class-* sms-state-*
sms-class-service = Answer to a request
sms-class-transactional = Survey about a visit or a call
sms-class-relational = Survey about us as a whole
sms-class-second-measure = Survey after a follow-up
sms-class-hazard = Warning
sms-state-waiting = waiting
sms-state-leaving = leaving
sms-state-sent = sent
sms-state-delivered = arrived
sms-state-failed = not arrived
sms-state-unclear = may have left
texts-title = Text messages of the demo
texts-lead = Nothing leaves this machine: text messages are read here, with the number of parts that they would have cost.
texts-none = No text message yet
texts-none-more = When Relais writes to a customer by text message, it shows here.
texts-gone = The words have gone.
texts-erased = erased contact
texts-parts = { $n ->
    [one] 1 part
   *[other] { $n } parts
}
