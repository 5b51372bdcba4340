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
