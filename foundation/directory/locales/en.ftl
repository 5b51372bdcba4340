# Words of the directory: names of things, sentences of rules, reasons of tables.

## Typing
field-empty = This field is needed.
field-too-long = This text is over { $most } characters: shorten it.
field-unreadable = This text holds signs that cannot be read: type it again.
day-unreadable = “{ $typed }” is not a date. Write it as 21/11/2026.
days-out-of-order = The last day comes before the first: check both dates.
leaves-before-joining = This day comes before they joined, on { $day }.
yes-no-unreadable = “{ $typed }” says neither yes nor no. Write yes or no.
locale-unknown = “{ $typed }” is not a language on offer. Choose French or English.
time-zone-unknown = “{ $typed }” is not a known time zone. Write for example Europe/Paris.
name-unreadable = This name holds unexpected signs. Write it as the person writes it.
email-unreadable = “{ $typed }” is not an e-mail address. Write it as first.last@example.org.
phone-unreadable = “{ $typed }” is not a phone number. Write digits, as 01 60 00 00 00.

## Organisations
hierarchy-main = Network
organisation-slug-taken = This short name is taken. Choose another.
organisation-slug-unreadable = This short name cannot be read. Write letters without accents, digits and hyphens.
hierarchy-main-stays = The main arrangement gives authority: it stays.
hierarchy-code-taken = This code already names another arrangement. Choose another.

## Units
unit-kind-shop = Shop
unit-kind-branch = Branch
unit-kind-contact-centre = Contact centre
unit-kind-support = Support team
channel-counter = Counter
channel-phone = Phone
channel-chat = Chat
channel-mail = E-mail
channel-home-visit = Home visit
unit-code-taken = This code already names another unit. Choose another.
unit-department-unknown = “{ $typed }” is not a department. Write its code, as 91, 2A or 974.
unit-kind-unknown = “{ $typed }” is not a kind of unit. Choose it from the list.
unit-channel-unknown = “{ $typed }” is not a channel. Choose it from the list.
unit-place-overlaps = This unit already belongs to a region on these days. Check the date.
opening-unreadable = “{ $typed }” does not read as opening hours. Write for example 9:30-12:30, 14:00-19:00.
opening-out-of-order = “{ $typed }” ends before it begins: check the times.
openings-overlap = Two openings overlap: separate them or join them.
openings-too-many = A day has four openings at most: join some of them.
exception-one-opening = A special day has one opening. Write for example 10:00-13:00, or leave it empty when the unit is closed.
exception-day-taken = This day is listed already. Remove it first, or choose another date.

## Regions
member-function-lead = Region lead
member-function-coach = Coaching of units
member-function-host = Receiving requests
member-function-support = Support
member-function-unknown = “{ $typed }” is not a function of a region’s team. Choose it from the list.
member-already = This person already has this function in the region on these days. Check the dates.
region-code-taken = This code already names another region. Choose another.
region-parent-unknown = The region above does not exist in this arrangement. Choose it from the list.
region-parent-below = A region stands neither below itself nor below a region it contains. Choose another.

## Employers and trades
employer-kind-own = Our company
employer-kind-franchise = Franchise
employer-kind-temporary = Temporary work agency
employer-kind-unknown = “{ $typed }” is not a kind of employer. Choose it from the list.
employer-last-own = It is the only employer of your own organisation: it employs everybody of whom nothing else is said.
employer-name-taken = This employer exists already. Choose it from the list.
employer-unknown = The employer “{ $typed }” is not known. Add it first, or leave this empty for our company.
trade-sales = Sales
trade-technical = Technical
trade-care = Customer care
trade-support = Support functions
trade-taken = This trade exists already. Choose it from the list.
trade-unknown = The trade “{ $typed }” is not known. Choose it from the list.

## People
person-unknown = This person is no longer in the list. Go back to the list to find them.
person-staff-number-taken = This staff number already belongs to somebody else. Check it.

## Assignments
function-manager = Manager
function-deputy = Deputy
function-adviser = Adviser
function-technician = Technician
function-care = Customer care
function-support = Support
function-unknown = “{ $typed }” is not a function. Choose it from the list.
assignment-kind-regular = Assignment
assignment-kind-replacement = Replacement
assignment-kind-unknown = “{ $typed }” is not a kind of assignment. Choose assignment or replacement.
assignment-unknown = This assignment no longer exists. Reload the page to see where the person stands.
assignment-unit-unknown = This unit is not known. Choose it from the list.
assignment-unit-closed = This unit closes on { $day }. Choose another unit or other dates.
assignment-person-left = This person’s last day is { $day }. Check the dates.
assignment-beyond-unit = This assignment goes beyond the unit’s last day. Choose another unit or other dates.
assignment-beyond-person = This assignment goes beyond this person’s last day. Check the dates.
assignment-main-overlaps = { $to ->
    [none] { $unit } has been their main unit since { $from }. Move their main unit, or answer ‘No, beside their main unit’.
   *[other] { $unit } is their main unit from { $from } to { $to }. Choose other dates, or answer ‘No, beside their main unit’.
}
assignment-main-taken = This person already has a main unit on these days. Move their main unit, or answer ‘No, beside their main unit’.
assignment-move-before = Their assignment to { $unit } begins on { $day }, after this date. Choose a later date, or withdraw that assignment first.
assignment-begun = This assignment has begun: it ends on a date, it is no longer withdrawn.
unit-manager-exists = { $to ->
    [none] { $name } has been this unit’s manager since { $from }. End their assignment first, or choose another function.
   *[other] { $name } is this unit’s manager from { $from } to { $to }. Choose other dates or another function.
}
unit-manager-taken = This unit already has a manager on these days. Choose other dates or another function.
replacement-needs-end = A replacement has a last day. Give it.
replacement-not-main = A replacement does not change the main unit.
replacement-needs-main = This person has no main unit on that day. Assign them to a unit first.
replacement-elsewhere = This person already belongs to this unit. Choose the one they come to help.

## Roles
role-adviser = Adviser
role-expert = Expert
role-unit-manager = Unit manager
role-deputy = Deputy manager
role-coach = Coach
role-region-lead = Region lead
role-region-host = Region host
role-cx-lead = Customer experience lead
role-hr = Human resources
role-training = Training
role-work-life = Quality of work life
role-recruitment = Recruitment
role-sponsor = Sponsor
role-assessor = Label assessor
role-dpo = Data protection officer
role-admin = Administrator
role-staff-rep = Staff representative
role-auditor = Auditor
role-unknown = “{ $typed }” is not a role. Choose it from the list.
scope-network = The whole network
scope-region = A region
scope-unit = A unit
scope-unknown = Choose where this role holds: the whole network, a region or a unit.
grant-unknown = This role is no longer given. Reload the page to see those that remain.
grant-region-unknown = This region is not among those you look after. Choose it from the list.
grant-unit-unknown = This unit is not among those you look after. Choose it from the list.
grant-to-self = Nobody gives a role to themselves. Ask somebody who can give it.
assign-to-self = A place in a team brings rights: nobody gives one to themselves. Ask somebody else to do it.
stay-to-self = A place brings rights: nobody makes their own last longer. Ask somebody else to do it.
person-holds-role = They hold, or will hold, a role that you cannot give: their address and their access are settled with the administration.
grant-scope-too-wide = This role reaches further than you do. Choose one of your regions or units.
grant-role-too-wide = This role is given for the network as a whole. Ask the administration.
grant-comes-along = This role comes with an assignment or a region’s team: it ends with it.
last-admin = This is the only person who administers the network. Give the role to somebody else first.

## Accounts
sign-in-unknown = This address and this password do not go together. Check both, or ask for a new password.
sign-in-wait = Too many tries in a row. Wait { $seconds } seconds, then try again.
sign-in-no-place = This account belongs to no organisation today. Speak to your manager.
password-too-short = This password is too short: it takes at least { $least } characters.
password-too-long = This password is too long: { $most } characters are enough.
password-is-email = This password is your address. Choose another; a sentence does very well.
password-common = This password is among the most often guessed. Choose another; a sentence does very well.
password-present-wrong = This is not your present password. Type it again.
account-email-taken = This address already belongs to another account. Check it.
account-person-has-another = This person already has an account, with another address.
account-disabled = This account is closed. The administration can open it again.
access-none = They have neither an access nor an invitation waiting.
access-of-oneself = Nobody cuts their own access. Ask somebody else to do it.
access-of-emergency = The emergency account is settled on the server, not here.

## Register: why each table exists
register-department = The official list of departments, to locate units.
register-organisation = The organisation: its name, language and time zone.
register-hierarchy = The ways of arranging regions and units.
register-region = The regions and divisions that support units.
register-employer = The companies that employ people, to tell franchises and temporary work apart.
register-trade = The trades, so that mutual help crosses them.
register-setting = The numbers that the organisation chose over the usual ones: delays, thresholds, durations.
register-unit = The shops, branches, centres and teams where people work.
register-unit-channel = The ways customers reach a unit.
register-unit-opening = The usual opening hours of a unit.
register-unit-exception = The days on which a unit opens otherwise.
register-unit-place = The region of each unit, over time.
register-person = Who works here: name, contact at work, trade.
register-assignment = Where each person works, in which function, for which employer, from when to when.
register-region-member = Who belongs to a region’s team, from when to when.
register-role-grant = What each person may do, where and when.
register-account = The address and hashed password with which a person signs in.
register-account-person = The organisations in which an account is somebody.
register-session = The signed-in devices, so that people recognise theirs and sign them out.
register-entry-link = The links of invitations and new passwords, good for one use.
register-shared-device = The devices that a team shares, so that they lock and each person enters with a code of their own.
register-device-pin = Each person’s code on a shared device, as a hash, and the wrong tries in a row.
register-known-device = The devices seen before, so as not to slow their owner down.
register-sign-in-slowdown = Recent password attempts, to discourage guessing.
register-job = The work that the machine still has to do.
register-outbox = What has just happened, to tell the other parts of the software.
register-bell = How often each subject changed, so that open pages bring themselves up to date.
register-lease = Which machine is doing a task at the moment.
register-vault-mark = Which key this database belongs to, so that another is refused; the key itself is not in it.
register-audit-event = Who changed what and when, to be able to answer for it.
register-audit-head = The last link of each log, to see whether one was altered.
register-schema-ledger = The versions of the tables laid in this database.

# Settings of the organisation.
setting-out-of-bounds = Write a whole number from { $least } to { $most }.
setting-changed = Somebody else has just set it to { $value }. Check, then save again.
settings-is = { $name }: { $value }
# dynamic: setting-of-* setting-directory-*
setting-of-days = { $n ->
    [one] one day
   *[other] { $n } days
}
setting-of-open-days = { $n ->
    [one] one working day
   *[other] { $n } working days
}
setting-of-people = { $n ->
    [one] one person
   *[other] { $n } people
}
setting-of-answers = { $n ->
    [one] one answer
   *[other] { $n } answers
}
setting-of-promises = { $n ->
    [one] one promise
   *[other] { $n } promises
}
setting-of-messages = { $n ->
    [one] 1 text message
   *[other] { $n } text messages
}
setting-of-minutes = { $n ->
    [one] one minute
   *[other] { $n } minutes
}

## Shared devices
pin-digits = A code has { $least } to { $most } digits.
pin-common = This code is one of those tried first. Choose another one.
pin-own-device = A code is chosen on a shared device: sign in there with “Shared device” ticked.
pin-wrong = That is not the code. { $n } more tries.
pin-wrong-last = That is not the code. One more try, then you will be asked for your password.
pin-no-more = This code no longer opens here. Enter with your password: after that the code works again.
pin-crowded = Too many people are entering at once. Try again in a few seconds.
setting-directory-locks-after = Locking of shared devices
setting-directory-locks-after-more = In minutes without use. After that each person goes on with their code or their password.
