# People, regions and roles.

## Shared words
edit = Edit
cancel = Cancel
person = Person
function = Function
trade = Trade
employer = Employer
from-day = First day
to-day = Last day
to-day-open = Empty: no end foreseen.
days-on = on { $day }
days-from-to = from { $from } to { $to }
days-from = from { $day }
days-since = since { $day }
choose-somebody-else = Choose somebody else

## List
people-menu = People
people-title = People
people-search = Given or family name
people-search-number = Name or staff number
people-all-units = All units
people-all-functions = All functions
people-all-trades = All trades
people-left-filter = Presence
people-present = Present
people-present-and-left = Present and left
people-printed = People 1 to { $shown } of { $n }
people-printed-further = { $shown } people of { $n }
people-none = Nobody in the directory yet
people-none-more = Import the file of your teams, or add people one by one.
people-none-found = Nobody matches
people-none-found-more = Try part of the name, or remove a filter.
people-show-all = See everybody
people-none-reached = No team is entrusted to you
people-none-reached-more = You will see your colleagues here once you are assigned to a unit.
people-export = Export
people-export-what = The people of this list whose file you follow, with their staff number.
people-export-count = { $n ->
    [0] Nobody in this file: you follow no file of this list.
    [one] One person in this file.
   *[other] { $n } people in this file.
}
people-export-xlsx = Workbook (XLSX)
people-export-csv = Text (CSV)
people-export-file = people
people-export-too-many = This list is too long for one file. Choose a region or a function first.
person-name = Name
person-left-on = left on { $day }
person-no-unit = No unit

## File
person-add = Add a person
person-add-lead = A name is enough to begin. You will assign them to a unit next.
person-edit = Edit the file
person-saved = The file is saved.
person-given-name = Given name
person-family-name = Family name
person-staff-number = Staff number
person-staff-number-hint = The one in your files: imports recognise the person by it.
person-no-trade = No trade
person-email = E-mail address
person-email-hint = The one at work: the invitation to sign in goes there.
person-phone = Phone
person-phone-hint = The one at work. A private number is never needed.
person-locale = Language
person-joined-day = Joined on
person-left-day = Last day
person-leaves = Last day planned on { $day }.
person-has-left = Left on { $day }. What was done stays readable.
person-works = Works at
person-nowhere = In no unit today
person-nowhere-more = Once assigned to a unit, they see its team and its hours.
person-coming = Coming
person-before = Before
person-teams = Regions’ teams
person-roles = Roles today
person-roles-mine = Your roles today
person-roles-none = No role today.
grant-brought = comes with their place in the team
grant-brought-mine = comes with your place in the team
person-entry = Signing in
person-entry-open = They can sign in.
person-entry-none = They have not been invited to sign in yet.
person-entry-invited = An invitation left. It waits for an answer.
person-invite = Invite to sign in
person-invite-again = Send the invitation again
person-invited = The invitation leaves by e-mail. Its link is good for fourteen days.
invite-needs-address = An e-mail address is missing to invite them. Fill it in on their file.
invite-has-left = They have left: they cannot be invited any more.
invitation-withdraw = Withdraw the invitation
invitation-withdraw-question = Withdraw the invitation sent to { $name }?
invitation-withdraw-what = The link in the letter is good no more. Their file stays, and you can invite them again.
invitation-withdrawn = The invitation is withdrawn.
access-cut = Cut the access
access-cut-question = Cut the access of { $name }?
access-cut-what = They are signed out here at once. Their file, places and roles stay; a new invitation opens the access again.
access-cut-done = The access is cut.

## Leaving
person-leave = Prepare leaving
person-leave-saved = The last day is saved.
leave-what-ends = At the end of that day these stop:
leave-assignment = their assignment to { $unit } ({ $function })
leave-membership = their assignment to the team { $region }
leave-role = their role: { $role }
leave-sessions = their access to Relais, on all their devices
leave-what-stays = What was done stays readable. Until that day nothing changes.
leave-day-hint = The last day worked.
leave-confirm = Save the last day

## Assignments
person-assign = Assign to a unit
person-assign-more = Assign to another unit too
person-replace = Lend a hand elsewhere
person-move = Move to another main unit
assign-choose-unit-lead = In which unit?
assign-choose-person-lead = Who joins the team?
assign-no-other-unit = No other unit is within your scope.
assign-no-other-unit-more = For a change elsewhere, ask human resources or your region.
assign-unit-missing = Only units within your scope are offered.
assign-person-missing = Only people within your scope are offered. For somebody else, ask human resources.
# dynamic: assign-no-other-unit-*
assign-nobody-left = Your whole team is here already.
assign-nobody-left-more = To bring somebody from another unit, ask human resources or your region.
assign-other-unit = Choose another unit
assign-lead = { $name } will see there what their function needs, from the first day.
assign-do = Assign
replace-lead = { $name } helps another team for some days. Their main unit does not change.
replace-do = Save the replacement
move-lead = { $unit ->
    [none] { $name } has no main unit today.
   *[other] Their assignment to { $unit } ends the day before the first day.
}
move-do = Move to this main unit
person-function = Change function
function-lead = Their function of today stops the day before the first day. Their main unit stays { $unit }.
function-do = Change function
move-same = This is their main unit already, in the same function. Choose another unit or another function.
move-beyond = Their main unit of today is not within your scope. Ask human resources to make this change.
assignment-saved = The assignment is saved.
assignment-main = main unit
assignment-main-question = Is it their main unit?
assignment-main-yes = Yes, their main unit
assignment-main-no = No, beside their main unit
assignment-main-present = Today their main unit is { $unit }.
assignment-end = End this assignment
assignment-end-hint = They keep their rights in this unit until the end of that day.
assignment-end-do = Save the last day
assignment-end-vacant-title = The unit will have no manager
assignment-end-vacant = The day after, the region hears of it and supports the unit meanwhile.
assignment-ended = The last day is saved.
assignment-withdraw = Withdraw this assignment
assignment-withdraw-what = It has not begun: it is withdrawn, as if it had not been planned.
assignment-withdraw-do = Withdraw
assignment-withdrawn = The planned assignment is withdrawn.
employer-hint = Who employs them in this unit.

## The directory’s lists
directory-settings = Trades and employers
directory-settings-lead = The lists to choose from, in files and in imports.
trades = Trades
trades-why = So that help passes from one trade to another.
trade-new = Name of the trade
trade-add = Add the trade
trade-added = The trade is added.
employers = Employers
employers-why = To tell your company, franchises and temporary work apart.
employer-new = Name of the employer
employer-kind = Kind
employer-add = Add the employer
employer-added = The employer is added.
list-name = Name
list-save = Save
list-named-by-us = Relais says this name in each reader’s language: it cannot be changed.
list-remove-what = What was written before does not change.
list-still-used = Somebody or something still uses it. Change those first, then come back.
trade-saved = The trade is saved.
trade-removed = The trade is removed.
# dynamic: trade-remove*
# dynamic: employer-remove*
# dynamic: hierarchy-remove*
trade-remove = Remove the trade
trade-remove-question = Remove the trade “{ $name }”?
employer-saved = The employer is saved.
employer-removed = The employer is removed.
employer-remove = Remove the employer
employer-remove-question = Remove the employer “{ $name }”?

## Choosing
choosing-none = Nothing matches
choosing-count = { $n ->
    [one] One suggestion
   *[other] { $n } suggestions
}
choosing-more = There are more: type a few more letters.

## Regions
regions-menu = Regions
regions-title = Regions
regions-vacancies = { $n ->
    [one] One unit has no manager.
   *[other] { $n } units have no manager.
}
regions-none = No region in this arrangement
regions-none-more = A region supports units, with a team of its own.
regions-none-reached = No region is open to you
regions-none-reached-more = You will see the region of your unit here once the unit is placed in it.
region-add = Add a region
region-edit = Edit the region
region-saved = The region is saved.
region-name = Name
region-code = Code
region-code-hint = The one in your files.
region-parent = Part of
region-top = None: it stands at the top
region-team = Team of the region
region-team-empty = Nobody in this team
region-team-empty-more = A region’s team leads it, accompanies its units and welcomes their requests.
region-vacancies = Without a manager today
region-see-units = See the units
region-see-people = See the people
regions-below = Regions below
units-told = { $n ->
    [0] no unit
    [one] 1 unit
   *[other] { $n } units
}
people-told = { $n ->
    [0] nobody
    [one] 1 person
   *[other] { $n } people
}
vacancies-told = { $n ->
    [one] 1 unit without a manager
   *[other] { $n } units without a manager
}
vacancies-more = { $n ->
    [one] And one more.
   *[other] And { $n } more.
}
vacancy-since = Without a manager since { $day }
vacancy-until = A manager arrives on { $day }
vacancy-always = No manager yet
member-add = Add to the team
member-choose-lead = Who joins the team of the region?
member-do = Add to the team
member-saved = The team is saved.
member-end = End this assignment
member-end-hint = The rights that come with this assignment stop at the end of that day.
member-end-do = Save the last day
member-ended = The last day is saved.
# dynamic: member-brings-*
member-brings-lead = Leads the region and decides who works in its units.
member-brings-coach = Accompanies the teams over time.
member-brings-host = Receives the requests made to the region.
member-brings-support = Helps the team of the region.

## Arrangements
hierarchy = Arrangement
hierarchies = Arrangements
hierarchies-lead = An arrangement sorts units into regions. The main one gives authority; others serve for reading.
hierarchies-all = Your arrangements
hierarchy-main-told = main one, gives authority
hierarchy-for-reading = This arrangement serves for reading. It gives nobody any right.
hierarchy-add = Add an arrangement
hierarchy-added = The arrangement is added. Create regions in it, then place units.
hierarchy-name = Name
hierarchy-saved = The arrangement is saved.
hierarchy-removed = The arrangement is removed.
hierarchy-remove = Remove the arrangement
hierarchy-remove-question = Remove the arrangement “{ $name }”?
hierarchy-name-hint = For instance Works areas, Recruitment sectors.
unit-no-place = Not in it

## Roles
roles-menu = Roles
roles-title = Roles
roles-lead = What anybody can see and do comes from a role, never from a job title.
roles-by-hand = Given one by one
roles-brought = Came with an assignment
roles-all = All roles
scopes-all = All scopes
roles-count = { $n ->
    [one] One role
   *[other] { $n } roles
}
roles-none = No role here
roles-none-more = Roles given one by one are listed here. Those that come with an assignment are beside.
roles-none-brought-more = A role appears here when somebody is assigned to a unit or to a region’s team.
roles-none-found = No role matches
roles-none-found-more = Try part of the name, or another role.
roles-show-all = See all roles
role = Role
role-which = Which role, and where
role-read-again = Read again
role-back = Back to the choices
role-give = Give a role
role-choose-lead = To whom do you give a role?
role-scope = Scope
role-region-hint = For a region: the role holds in those below it too.
role-unit-hint = For a unit: its code or its whole name.
grant-region-missing = Choose the region.
grant-unit-missing = Give the unit.
role-see-opens = See what it opens
role-reading = { $name } · { $role } · { $place } · { $days }
role-opens = What this role opens
role-opens-nothing = This role opens nothing more for now.
role-sees = See
role-does = Do
role-not-here = Not open at this scope
role-at-once = The role takes effect at once, or on the first day given. It is taken back as simply.
role-give-do = Give this role
role-given = { $name } now has this role: { $role }, { $place }.
role-days = Period
role-source = Comes
role-from-assignment = with their assignment to a unit
role-from-membership = with their assignment to a region’s team
role-given-by = Given by
role-is-over = This role is held no more.
role-take = Take this role back
role-take-question = Take this role back from { $name }?
role-take-what = It takes effect at once: the next page they open follows it.
role-taken = The role is taken back.

## What each permission opens
# dynamic: may-*
may-network-units-read = units: address, hours, manager
may-network-units-edit = add and edit units
may-network-hours-edit = edit units’ opening hours
may-network-people-read = who works where, in which function
may-network-files-read = files: staff number, e-mail address, employer, dates
may-network-people-edit = add, edit and let people leave
may-network-assignments-edit = decide who works in which unit
may-network-accounts-invite = invite to sign in
may-network-regions-read = regions and their teams
may-network-regions-edit = add and edit regions, compose their teams
may-network-grants-read = who holds which role
may-network-grants-edit = give and take back roles
may-network-imports-run = import files of units and people
person-seen-title = What your manager sees
person-seen-back = What Relais knows about me
person-seen = This is your page as your manager sees it, without the buttons.
person-seen-nobody = Nobody answers for your unit today: nobody sees it as such.
