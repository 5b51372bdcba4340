# Words of the house: the frame of the pages and the common pieces.

## Fields
web-required = required
web-optional = optional
web-file-too-big = This file is over { $mb } MB. Choose a smaller one.
web-photo-working = Preparing the photo…
web-photo-ready = The photo is ready. It was made smaller on this device, without the place or time of taking
web-photo-as-it-is = The photo is ready. It will be made smaller on arrival, without the place or time of taking
web-photo-removed = The photo is removed: nothing of it will be sent.
web-photo-remove = Remove the photo
web-photo-preview = Preview of the chosen photo
web-photo-again = What you wrote is still here, but the photo is not: choose it again.
web-password-show = Show
web-password-hide = Hide
web-form-errors = { $n ->
    [one] One point needs correcting
   *[other] { $n } points need correcting
}
web-confirm-hint = Nothing is done until you confirm.
web-copy = Copy
web-copied = Copied

## Lists
web-narrow = Narrow down
web-pager = More of the list
web-previous = Previous
web-next = Next
web-search = Search
web-steps = Steps
web-step-done = (done)
web-progress = { $all ->
    [0] Waiting
   *[other] { $done } of { $all }
}

## Frame of the pages
web-skip = Go to the content
web-nav = Navigation
web-more = More
web-scope = Scope:
web-search-everywhere = Search everywhere
web-viewer-menu = (your menu)
web-org-switch = (change organisation)
web-account = My account
web-sessions = My devices
web-receipts-here = Receipts are kept on this device. Signing out erases them.
web-receipts-keep = Keep my receipts here
web-sign-out = Sign out
web-theme = Appearance
web-theme-system = Auto
web-theme-light = Light
web-theme-dark = Dark
web-language = Language

## Pieces that repeat
web-due-late = late
web-due-soon = soon
web-too-few = Too few answers
web-indicative = indicative
web-mirror-joined = is mirrored by
web-mirror-missing = No mirror yet
web-percent = { $n }%
web-week-open = open
web-week-closed = closed
web-week-dense = from lightest to busiest
web-week-table = See the same numbers as a table
web-week-time = Time
web-day-mon = Monday
web-day-tue = Tuesday
web-day-wed = Wednesday
web-day-thu = Thursday
web-day-fri = Friday
web-day-sat = Saturday
web-day-sun = Sunday

## Writing without network
web-queue-title = Kept on this device
web-queue-lead = It leaves as soon as there is network again, under your name only.
web-queue-kept = No network
web-queue-kept-more = Write all the same: your question is kept on this device and leaves as soon as there is network again. From here nobody knows who is on duty.
web-queue-sent = What waited has left: read it
web-queue-send = Send now
web-queue-sending = Sending…
web-queue-away = Still no network. It is kept.
web-queue-signed-out = Sign in to send it. It is kept.
web-queue-hidden = A question
web-queue-at = written on { $at }
web-queue-photo = with a photo
web-queue-refused = It has not left: something is to be mended.
web-queue-take = Mend it
web-queue-remove = Remove
web-queue-remove-sure = Remove for good
web-queue-removed = It is removed. Nothing of it was sent.
web-queue-waits-one = 1 question waits for network on this device
web-queue-waits-more = { $n } questions wait for network on this device
web-queue-other-one = 1 question of somebody else waits for them to sign in
web-queue-other-more = { $n } questions of others wait for them to sign in
web-queue-leave-one = 1 question has not left. Signing out erases it.
web-queue-leave-more = { $n } questions have not left. Signing out erases them.
web-queue-leave-other-one = 1 question of somebody else waits here for them to sign in. Signing out erases it.
web-queue-leave-other-more = { $n } questions of others wait here for them to sign in. Signing out erases them.
web-queue-lose = Erase all the same

## Shared devices
web-lock = Lock
web-locked = This device has locked
web-locked-held = Nothing is lost: what you wrote waits behind your code, and nobody else can read it.
web-locked-go-on = Go on

## Gallery
web-gallery-title = The pieces of Relais
web-gallery-lead = Each piece in its ordinary, empty and faulty states, and with very long words.
web-gallery-over = Gallery · for those who build pages

## When a page is missing
# dynamic: failure-*
failure-not-found = This page does not exist
failure-not-found-next = It may have moved, or it is not open to you. Nothing was lost.
failure-sign-in = Sign in to go on
failure-sign-in-next = Your session has ended. Sign in: you will come back here.
failure-forged = This form was not sent
failure-forged-next = It came from a page that is too old, or from another site. Go back, reload the page and send again.
failure-another-author = This form is somebody else’s
failure-another-author-next = Nothing was sent. What waits on this device leaves once whoever wrote it signs in.
failure-unreadable = This could not be read
failure-unreadable-next = It was damaged or too large. Nothing was changed. Go back and try again.
failure-broken = Something broke on our side
failure-broken-next = Nothing that was saved is lost. Try again in a moment; if it lasts, tell the administrator.
failure-home = Back to the start
