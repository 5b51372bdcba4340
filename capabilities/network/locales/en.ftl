# Network: units.
units-menu = Units
units-title = Units
units-search = Name, code or town
units-all-kinds = All kinds
units-all-regions = All regions
units-count = { $n ->
    [one] One unit
   *[other] { $n } units
}
# dynamic: units-printed* people-printed*
units-printed = Units 1 to { $shown } of { $n }
units-printed-further = { $shown } units of { $n }
units-none = No unit yet
units-none-more = Import the file of your shops, branches and centres, or add them one by one.
units-import-first = Import a file
units-none-found = No unit matches
units-none-found-more = Try part of the name, the code or the town.
units-show-all = See all units
units-none-reached = No unit is entrusted to you
units-none-reached-more = Your manager or the administrator can assign you to a unit.
unit = Unit
unit-add = Add a unit
unit-edit = Edit the unit
unit-saved = The unit is saved.
unit-name = Name
unit-code = Code
unit-code-hint = The one in your files: imports recognise the unit by it.
unit-kind = Kind
unit-department = Department
unit-town = Town
unit-phone = Phone
unit-phone-hint = The unit’s own, never a person’s.
unit-channels = Channels
unit-channels-hint = With none chosen, those that go with the kind of unit.
unit-time-zone = Time zone
unit-time-zone-hint = For instance Europe/Paris or Indian/Reunion. Empty: Paris.
unit-locale = Language of the unit
unit-opened-day = Opened on
unit-closed-day = Last day
unit-closed-day-hint = To fill in when the unit closes: its history stays readable.
unit-closing-ends = { $n ->
    [one] On that day one person’s place here ends, with the role it brings.
   *[other] On that day the places of { $n } people here end, with the roles they bring.
}
unit-closes = closes on { $day }
unit-is-closed = This unit is closed. Its history stays readable.
unit-no-region = No region
unit-vacant = No manager
unit-vacant-told = Nobody answers for this unit today. The region supports it meanwhile.
unit-vacant-alone = Nobody answers for this unit today, and it has no region yet.
unit-vacant-appoint = Appoint a manager
unit-team = Team
unit-team-empty = Nobody is assigned to this unit
unit-team-empty-more = Assign somebody from this page, or import the file of people.
unit-team-hidden = The team is visible to colleagues of the unit and its region.
unit-assign = Assign somebody
unit-facts = Facts
unit-hours = Opening hours
unit-edit-hours = Edit opening hours
unit-hours-none = Opening hours are not filled in yet.
unit-exceptions = Special days
unit-closed-all-day = closed
unit-day-told = { $day }: { $hours }
hours-usual-week = Usual week
hours-how = One day a line, for instance 9:30-12:30, 14:00-19:00. Empty: closed.
hours-saved = Opening hours are saved.
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
# dynamic: weekday-*
exceptions-none = No special day ahead.
exception-day = Day
exception-hours = Hours
exception-hours-hint = For instance 10:00-13:00. Empty: closed all day.
exception-note = Why
exception-add = Add this day
region = Region
region-unknown = This region does not exist. Choose it from the list.
people-count = { $n ->
    [0] Nobody
    [one] One person
   *[other] { $n } people
}
assignment-replacement = replaces today
imports-menu = Imports
save = Save
list-sought = “{ $q }”
remove = Remove
choose = Choose
locale-fr = French
locale-en = English
changed-meanwhile = Somebody changed this meanwhile. What you typed is kept below; reload the page to see the present values.

# Coming in, going out, one's account.
sign-in-title = Sign in
sign-in-action = Sign in
sign-in-shared = Shared device
sign-in-shared-hint = On a team’s device, the session ends after twelve hours.
signed-out = You are signed out. Nothing stayed on this device.
forgotten-title = Forgotten password
forgotten-how = Give your address. If it is known, a link that is good for an hour is sent to you.
forgotten-action = Get a link
forgotten-sent = Look at your mail
forgotten-sent-more = If this address is known, a link that is good for an hour has just left. Think of the junk folder.
link-welcome = Welcome
link-reset = Choose a new password
link-gone = This link no longer works
link-gone-more = It was used already, or has expired.
link-gone-next = Forgotten password: ask for another link here. First visit: ask whoever invited you to send another.
link-choose = Choose the password of the account { $email }.
link-offered = A place in { $org }
link-offered-more = { $org } offers you a place in Relais, with your account { $email }. Your password stays as it is.
link-offered-otherwise = If this invitation is not for you, close this page: nothing changes.
link-accept = Accept
link-accepted = Accepted: this organisation is now among yours.
link-accepted-sign-in = Accepted. Sign in with your usual password.
password-new = New password
password-again = The same, once more
password-present = Present password
password-hint = Twelve characters at least. A sentence does very well.
password-keep = Save and enter
password-keep-other = Change the password
password-differs = The two passwords are not the same.
password-saved = The password is saved.
password-change = Change the password
account-title = My account
account-who = Who I am here
account-email = E-mail address
account-place = Function
account-password = Password
account-organisations = My organisations
account-here = you are here
account-messages = My messages
account-go = Go there
sessions-title = My devices
sessions-lead = The devices where you are signed in. A lost phone is signed out here.
session-here = this device
session-shared = shared
session-seen = { $org } · seen on { $when }
session-end = Sign out
session-ended = This device is signed out.
sessions-ended = The other devices are signed out.
sessions-end-others = Sign out all others
session-unknown = Unknown browser
demo-enter-title = Enter the demo
demo-enter-as = You enter as { $email }. Nothing you do leaves this machine.
demo-enter-action = Enter
