# Home: where I am today, with whom, what I can do.
home-menu = Home
home-title = My day
home-hello = Hello { $name }
home-replacing = You are lending a hand at { $unit } until { $until }.
home-open-until = open until { $time }
home-opens-at = opens at { $time }
home-opens-on = closed, opens { $day } at { $time }
home-closed = closed
home-hours-today = Today: { $hours }
home-hours-unknown = hours not set yet
home-hours-missing = The opening hours are not set yet. Your colleagues and customers rely on them.
home-hours-write = Set the hours
home-differs = { $day }: { $hours }
home-you-answer = You answer for this unit.
home-answers = { $name } answers for this unit.
home-vacant = Without a manager today
home-vacant-region = The region { $region } supports the team meanwhile.
home-vacant-alone = The unit has no region yet: the administration can put it in one.
home-unit-closes = The unit closes for good on { $day }.
home-mates = Your team
home-mates-count = { $n ->
    [one] one colleague
   *[other] { $n } colleagues
}
home-mates-none = You are the only person assigned here.
home-mates-all = See all { $n } colleagues
home-mate-replaces = lending a hand
home-also = Also part of your day
home-regions = Your teams
home-wide = What you look after
home-wide-units = { $n ->
    [0] No unit
    [one] One unit
   *[other] { $n } units
}
home-wide-units-more = Where they are, when they open, who answers for them.
home-wide-vacancies = { $n ->
    [0] Every unit has a manager
    [one] One unit without a manager
   *[other] { $n } units without a manager
}
home-wide-vacancies-more = The region supports those that wait for one.
home-wide-closing = { $n ->
    [one] One unit closes soon
   *[other] { $n } units close soon
}
home-wide-closing-more = Within two months: their teams are to be told and accompanied.
home-begin = To begin
home-begin-units = Import your units
home-begin-units-more = Shops, branches and centres, with a dry run first.
home-begin-people = Import people
home-begin-people-more = Who works where, once the units are there.
home-begin-invite = Invite people to sign in
home-begin-invite-more = From the page of each person.
home-calls = { $n ->
    [one] One unit is without a manager: { $units }
    [2] Two units are without a manager: { $units }
    [3] Three units are without a manager: { $units }
   *[other] { $n } units are without a manager: { $units }
}
home-calls-units = { $units } and { $more ->
    [one] one more
   *[other] { $more } more
}
home-calls-see = { $n ->
    [one] See this unit
   *[other] See these units
}
home-lost = You have no unit today
home-lost-more = Your manager or human resources can assign you. Nothing is lost meanwhile.
home-helpers = Who can help you
home-doors = What you can do
# dynamic: home-door-*
home-door-people = Find a colleague
home-door-people-more = By name or by unit.
home-door-units = See the units
home-door-units-more = Address, hours, manager, team.
home-door-regions = See the regions
home-door-regions-more = The teams that support the units.
home-door-imports = Import a file
home-door-imports-more = Units and people, with a dry run first.
home-door-administration = Administer Relais
home-door-administration-more = How the machine and its work are doing.
home-door-audit = Read the audit log
home-door-audit-more = Who changed what, and the proof that nothing was touched up.
home-door-register = See what Relais keeps
home-door-register-more = Each piece of data: why, who reads it, how long.

# Search.
search-title = Search
search-label = A name, a unit, a word of a pebble, a rule
search-how = Type part of the name, or a word of what was said; accents and capitals do not matter.
search-units = Units
search-people = People
search-regions = Regions
search-all = See the whole list
search-count = { $n ->
    [one] One result
   *[other] { $n } results
}
search-none = No result
search-none-of = Nothing matches “{ $q }”
search-none-more = Try part of the name, a code, a town, another word. Search covers what is open to you.
search-not-yet = Search opens once you are assigned
search-not-yet-more = It covers the units, the people and what was said within your reach, and you have none yet.

# My batons: who waits for a word of mine, until when.
batons-waiting = { $n ->
    [one] One promise waits for a word from you
    [2] Two promises wait for a word from you
    [3] Three promises wait for a word from you
    [4] Four promises wait for a word from you
    [5] Five promises wait for a word from you
    [6] Six promises wait for a word from you
   *[other] { $n } promises wait for a word from you
}
batons-waiting-more = More than { $n } promises wait for a word from you
batons-next = The next one: { $until }.
batons-next-late = The first is beyond its time.
batons-more = The others will come here as these move on.
batons-none = Nobody waits for a word from you
batons-none-more = What you said is followed below.
batons-given = What you said, and what became of it
baton-some = A promise
baton-waiting = { $n ->
    [one] one person waits
   *[other] { $n } people wait
}
baton-held-out = It is held out to you
baton-of-team = Your team holds it: whoever takes it first answers for it
baton-held-out-to-team = It is held out to your team
baton-take = I take it
baton-read = Read
baton-taken = You hold it.
baton-taken-meanwhile = Somebody else has just taken it, or it has just ended. Nothing is lost.
baton-late = beyond its time
baton-answer-by = answer promised: { $until }
# dynamic: baton-outcome-*
baton-outcome-done = done
baton-outcome-planned = planned
baton-outcome-trying = being tried
baton-outcome-refused = refused, with the reason
baton-outcome-answered = answered
baton-outcome-withdrawn = withdrawn
baton-outcome-solved = solved
baton-outcome-relayed = relayed
baton-outcome-alternative = another way
baton-outcome-duplicate = asked already
baton-outcome-unreachable = unreachable
due-since = for { $span }
due-before = before { $time }
due-minutes = { $n }{" "}min
due-hours = { $n }{" "}h
due-days = { $n ->
    [one] { $n }{" "}day
   *[other] { $n }{" "}days
}

# A baton, its page.
baton-title = A baton
baton-changed = This baton has just changed.
batons-changed = Your batons have just changed.
baton-who-keeps = Who looks after it
baton-you-hold = You hold it.
baton-held-by = { $name } holds it.
baton-held-by-somebody = Somebody holds it. A word reaches them, and one can offer to take it.
baton-somebody = Somebody
baton-hears-next = next news: { $until }
baton-follow = Pass on, say a word
baton-pass = Pass this baton on
baton-pass-lead = It stays yours until the other accepts. Its story goes with it: nobody will have to tell it again.
baton-pass-words = A word for whoever takes over
baton-pass-words-hint = What is done, what is left to do.
baton-pass-send = Hold out
baton-offered = Held out. It stays yours until the other accepts.
baton-offered-to = Held out to
baton-withdraw = No longer hold out
baton-withdrawn = It is no longer held out.
baton-cannot = I cannot look after it
baton-reason = Why
baton-reason-hint = Whoever holds it will read this and look for somebody else.
baton-refuse = Do not take it
baton-refused = Said. Whoever holds it knows.
baton-say = Say a word
baton-say-to = To whom
baton-say-waiting = To those who wait
baton-say-waiting-hint = News: they know where it stands.
baton-say-working = To those who work on it
baton-say-working-hint = A note about the work.
baton-words = Your words
baton-words-too-long = That is too long: { $most } characters at most. Nothing was lost.
baton-next-day = Next news
baton-next-day-hint = What was promised does not move.
baton-note-hint = Your name is read with your words.
baton-say-send = Send
baton-said = Said.
baton-day-gone = That day is over.
taker-to = To whom
taker-none = Choose somebody from the list.
taker-here = there today
taker-team = the first who takes it answers for it
taker-search = Look for somebody else

# Being there, leaving.
presence-say = I am here today
presence-here = You said that you are here today.
presence-here-said = Said: you are here today.
presence-away = You are away until { $day }.
presence-back = I am back
presence-leave = I am leaving
leaving-title = I am leaving: who takes my batons?
leaving-lead = { $n ->
    [one] You hold one baton. It stays yours until somebody accepts it.
   *[other] You hold { $n } batons. They stay yours until somebody accepts them.
}
leaving-nothing = You hold no baton: nobody will be waiting.
leaving-until = Away until
leaving-until-hint = That day included. Until then, nothing is held out to you.
leaving-too-long = That is too far: { $most } days at most. Beyond that, see your manager.
leaving-send = Hand over and leave
leaving-say = I am leaving
leaving-said = Noted. See you soon.
leaving-handed-one = Your baton is held out. You will see it here until it is accepted.
leaving-handed = { $n } batons are held out. You will see them here until they are accepted.
home-cancel = Cancel

# My messages.
messages-title = My messages
messages-account = My account
messages-lead = Relais calls you when somebody waits for a word from you: within your hours, and not outside them.
messages-choosing = What you want to receive
messages-how = How to reach you
messages-digest = One e-mail a day, if there is a reason
messages-digest-hint = At opening time, what waits for a word from you. Nothing if you have seen it, nothing if it has ended.
messages-outside = Urgent: reach me outside my hours as well
messages-outside-hint = Only when there is nobody else left to call, and only on your devices.
messages-quiet = No message until
messages-quiet-hint = That day included. Nothing reaches you until then, not even what is urgent. Leave empty to be reached.
messages-quiet-too-long = That is too far: { $most } days at most.
messages-save = Save
messages-saved = Noted.
messages-devices = Calls on your devices
messages-devices-lead = A call says that a promise waits for you, nothing more. No private phone is needed: without a device, the e-mail of the day is enough.
messages-device-here = this one
messages-device-unknown = Browser
messages-device-add = Receive calls on this device
messages-device-added = This device will be called, within your hours, as long as you are signed in on it.
messages-device-remove = Stop calling here
messages-device-removed = This device is no longer called.
messages-device-how = This browser cannot be called. You still have the e-mail of the day.
messages-device-refused = Your browser does not allow notifications. Nothing has changed; its settings let you change your mind.
messages-device-failed = This device could not be registered. Nothing has changed; you still have the e-mail of the day.
messages-hours = Your hours
messages-hours-of = They are those of the unit { $unit }, where you work.
messages-hours-usual = Nobody has written hours for you: they are working days, from 9:00 to 18:00.
messages-hours-asked = What you ask for yourself, such as a new password, comes at once.
messages-span = { $opens } – { $closes }
messages-closed = no message

# What calls somebody. Nobody’s words go into it.
notice-given = { $n ->
    [one] A baton is given to you
   *[other] { $n } batons are given to you
}
notice-offered = { $n ->
    [one] A promise is waiting for you
   *[other] { $n } promises are waiting for you
}
notice-reminded = { $n ->
    [one] A promise that you hold waits for a word from you
   *[other] { $n } promises that you hold wait for a word from you
}
notice-refused = { $n ->
    [one] A promise that you held out was not taken
   *[other] { $n } promises that you held out were not taken
}
notice-news = { $n ->
    [one] News of something that you wait for
   *[other] News of { $n } things that you wait for
}
notice-said = { $n ->
    [one] Somebody added a word to a baton that you keep
   *[other] Words were added to { $n } batons that you keep
}
notice-told = { $n ->
    [one] An answer is waiting for you
   *[other] { $n } answers are waiting for you
}
batons-full = You keep as many promises as one person is asked to keep here ({ $n }). Relais asks you for no more as long as others have room.
