# The voice of the field: what gets in the way, what would help, and what became of it.
improving-menu = Improve
improving-cancel = Cancel
improving-signed = Show my name with what I say
improving-signed-hint = Without it, only those who answer know who said it.
improving-too-few = Too few
# dynamic: improving-*
improving-pebbles = Pebbles
improving-rules = Rules
improving-obstacles = Obstacles
improving-solutions = Solutions
improving-board = Where it stands
pebbles-title = Pebbles and ideas
pebbles-network = The whole network
pebbles-of-unit = See { $unit } only
pebbles-of-network = See the whole network
pebbles-which = What is shown
pebbles-open = Open
pebbles-late = Beyond their time
pebbles-done = Done
pebbles-all = All
pebbles-counts = { $said ->
    [0] Nothing has been said here yet.
    [one] One thing said, { $done ->
        [0] nothing done yet
       *[other] { $done } done
    }{ $late ->
        [0] .
       *[other] , { $late } beyond its time.
    }
   *[other] { $said } things said, { $done ->
        [0] nothing done yet
       *[other] { $done } done
    }{ $late ->
        [0] .
       *[other] , { $late } beyond their time.
    }
}
pebbles-none = Nothing here for now
pebbles-none-late = Nothing waits beyond its time
pebbles-none-done = Nothing done yet
pebbles-none-more = What you say gets an answer, by a promised day.
pebble-say = Say what gets in the way
pebble-say-lead = Less than a minute. You will have an answer { $days ->
    [one] within one working day
   *[other] within { $days } working days
}.
pebble-kind = It is
# dynamic: pebble-kind-*
pebble-kind-irritant = A pebble
pebble-kind-idea = An idea
pebble-text = What happens
pebble-text-hint = As you would tell a colleague. Without the name of a customer or a person.
pebble-theme = What it is about
# dynamic: pebble-theme-*
pebble-theme-tools = Tools and equipment
pebble-theme-premises = Premises
pebble-theme-stock = Stock and deliveries
pebble-theme-hours = Hours and rota
pebble-theme-information = Information
pebble-theme-rules = Rules and steps
pebble-theme-customers = What customers live through
pebble-theme-other = Something else
pebble-frequency = It happens
# dynamic: pebble-frequency-*
pebble-frequency-daily = Every day
pebble-frequency-weekly = Every week
pebble-frequency-monthly = Every month
pebble-frequency-rarely = Now and then
pebble-also = And
pebble-hinders = It hinders me in serving
pebble-name = Your name
# dynamic: pebble-name-*
pebble-name-no = Told, and not shown
pebble-name-no-hint = Only those who answer know who said it. You will hear of all that becomes of it.
pebble-name-yes = Shown with what I say
pebble-name-yes-hint = Everybody sees that it comes from you.
pebble-name-anonymous = Without my name, to anybody
pebble-name-anonymous-hint = Relais does not keep who wrote it, nor when. It will be visible tomorrow morning, mixed with others, and you will read the answer with a receipt. Your words themselves may let people recognise you.
pebble-name-where = Where it comes from
pebble-name-unit = Name the place where I work
pebble-name-unit-few = Otherwise it says “the whole network”. { $n ->
    [one] You work there alone: naming it is naming yourself.
   *[other] There are { $n } of you: if you name it, people may guess that it is you.
}
pebble-name-unit-many = Otherwise it says “the whole network”. There are { $n } of you.
pebble-anonymous-said = Said, without your name
pebble-anonymous-next = It will appear tomorrow morning with what others said. The day of the answer is promised then.
pebble-anonymous-full = Too many entries without a name are waiting just now: try again in an hour. Your words are still here.
receipt = Your receipt
receipt-only-once = It is shown only once. With it, and nothing else, you will read the answer and may write back.
receipt-code = The receipt’s code
receipt-keep = Keep the receipt on this device
receipt-keep-hint = Not on a shared device: whoever opens it would see that it came from here.
receipt-lost = If you lose it, nobody can find it again: nothing links what you said to you.
receipts-title = My receipts
pebble-expression = You have the right to say what is wrong: nobody can hold it against you.
pebble-send = Send
pebble-said = It is said. The answer will come here and on your home page.
pebble-said-on = said on { $day }
pebble-late = Late
# dynamic: pebble-state-*
pebble-state-received = Awaits an answer
pebble-state-planned = Planned
pebble-state-trying = Being tried
pebble-state-done = Done
pebble-state-refused = Refused, with the reason
pebble-by-day = for { $day }
pebble-voices = { $n ->
    [one] One voice
   *[other] { $n } voices
}
pebble-by = Said by { $name }
pebble-answer = The answer
pebble-promise-yours = You hold it: an answer is promised before { $until }.
pebble-promise-your-team = It waits for one of you to take it: an answer is promised before { $until }.
pebble-promise-held = Somebody holds it: an answer is promised before { $until }.
pebble-promise-team = It waits for somebody to take it: an answer is promised before { $until }.
pebble-all-told = All who waited have had the answer.
pebble-you-wait = You will be told of all news.
pebble-join = Me too
pebble-joined = Your voice counts. You will be told too.
pebble-joined-already = Your voice counted already.
pebble-ended-meanwhile = It has just ended: the answer is on the page.
pebble-answering = Answer all who wait
pebble-outcome = What becomes of it
# dynamic: pebble-outcome-*
pebble-outcome-done = It is done
pebble-outcome-done-hint = Say what has changed.
pebble-outcome-planned = It is planned
pebble-outcome-planned-hint = With the day: it will be a promise, and you hold it.
pebble-outcome-trying = We try it
pebble-outcome-trying-hint = Until a day, when you will say what came of it.
pebble-outcome-refused = Not this time
pebble-outcome-refused-hint = With the reason, which everybody can read.
pebble-words = What you tell them
pebble-words-hint = All who wait will read it.
pebble-day = For which day
pebble-day-hint = Only when it is planned or tried.
pebble-answer-send = Answer
pebble-answered = The answer is given: all who waited have it.
pebble-too-short = Say it in a few words.
pebble-too-long = { $typed } characters: { $n } at most. Keep the essential.
pebble-refused-why = Say why: everybody will be able to read it.
pebble-answer-words = Tell those who wait in a few words.
pebble-planned-when = Give the day.
pebble-day-past = Choose a day to come.
pebble-day-too-far = Choose a day within a year: further away is no answer.

# The batons of this room, as they stand on “My batons”.
# dynamic: baton-improving-*
baton-improving-answer-who = Team · { $title }
baton-improving-answer-promise = An answer promised to your colleagues
baton-improving-answer-act = Answer
baton-improving-doing-who = Team · { $title }
baton-improving-doing-promise = What was planned or is tried
baton-improving-doing-act = Say how it stands

# Without a name: asking, reading and writing back with a receipt.
pebble-words-said = What was said since
pebble-word-question = A question to whoever said it
pebble-word-author = Reply of whoever said it, without a name
pebble-asking = Ask for a detail
pebble-question = Your question
pebble-question-hint = Said without a name: they will read it with their receipt, and their reply will appear here one morning. Everybody who reads this page sees the question.
pebble-ask = Ask
pebble-asked = The question is asked. The reply, if there is one, will appear here one morning.
pebble-demo-night = Demo: let the night pass
receipts-lead = What you said without your name, and what became of it.
receipts-hint = Paste a code, or several on lines of their own.
receipts-find = Read
receipts-honest = Only the code counts here: Relais does not look at who you are, and does not keep that you came. An answer written here counts as given: look in now and then.
receipt-no-code = This is no receipt’s code: one has seven groups of four letters or digits.
receipt-mistyped = A letter of this code is not right: compare it with your receipt.
receipt-unknown = No receipt has this code.
receipt-waiting = Kept, not visible yet
receipt-waiting-more = It will appear tomorrow morning with what others said.
receipt-promise = An answer is promised before { $until }.
receipt-told = The answer is given: here it is.
receipt-page = Read the page that everybody sees
receipt-reply = Write back
receipt-reply-hint = It will appear tomorrow morning, without name or time, to all who read the page.
receipt-reply-send = Send
receipt-reply-waits = What you wrote will appear tomorrow morning.
receipt-reply-full = A message waits for the night already: try again tomorrow.
receipt-forget = Forget on this device

register-pebble-word = What was said on an entry: answers, questions, and what whoever said it without a name replies. The day, never the author.
register-sealed-reply = What whoever holds a receipt writes back, until it is shown with the rest.
register-sealed-saying = What was said without a name, until it is shown with the others, in a store apart: no person, no time, no order.
register-sealed-receipt = Which entry a receipt belongs to. Only its holder knows the code; here is nothing but its hash.
register-pebble = What teams said and the answer given. The author’s name is there only if they wish it.

may-improving-pebbles-read = pebbles and ideas, and what becomes of them
may-improving-pebbles-say = say what gets in the way, and join others
pebble-baton = Say a word to whoever looks after it
pebble-baton-yours = Pass on, say a word

# Those who said the same.
pebble-similar = Said before.
pebble-similar-more = If it is the same, open it and say "Me too": one more voice, one answer.
pebble-similar-count = { $n ->
    [one] One entry that looks like it
   *[other] { $n } entries that look like it
}
pebble-merge = Join with another
pebble-merge-lead = Those who said the same get the same answer. Each keeps their voice and their promise; they can be parted again.
pebble-merge-search = Look for another pebble
pebble-merge-which = Which one says the same
pebble-merge-send = Join
pebble-merge-nothing = Nothing open with you looks like this one. Try other words.
pebble-merge-none = Choose a pebble from the list.
pebble-merge-itself = It is the same one.
pebble-merge-ended = One of the two has ended meanwhile.
pebble-merge-elsewhere = One of the two is already joined with another.
pebble-merge-leads = Others are already joined with that one: start from it.
pebble-merge-not-held = You do not hold both.
pebble-merged = Joined: one answer for all.
pebble-parted = Parted. Nothing was lost.
pebble-part = Part
pebble-merged-here = Those who say the same
pebble-merged-into = Answered with: { $text }
pebble-merged-see = See the common answer
pebble-answered-together = It is joined with this one: answer here, and all have the answer.
pebble-back = Cancel
register-pebble-merge = Which pebbles say the same and are answered together.

## The rules of the house.
rules-title = The rules of the house
rules-lead = Anybody may ask what a rule is for. Whoever answers for it keeps it, changes it or drops it, and says why.
rules-in-force = In force
rules-asked = Asked about
rules-dropped = Dropped
rules-none = No rule is written here yet
rules-none-asked = Nobody asks about a rule at the moment
rules-none-dropped = No rule has been dropped yet
rules-none-more = A rule that gets in the way and is not here can be said as a pebble.
rule = Rule
rule-write = Write a rule
rule-write-lead = As it stands today. Anybody will be able to ask what it is for.
rule-title = Its name
rule-title-hint = A few words: “Goodwill gesture”, “Two signatures”.
rule-says = What it says
rule-said = What it said
rule-words-hint = What to do, or not to do, as you would tell a new colleague.
rule-source = Where it comes from
rule-source-hint = A memo, a law, a habit.
rule-place = Where it holds
rule-where = Choose where it holds, among what you answer for.
rule-in-region = Region { $name }
rule-owner = Who answers for it
rule-owner-leads = Those who answer for the place
rule-owner-leads-hint = The manager and deputies, the region, or head office.
rule-owner-me = Me
rule-owner-me-hint = Your name stands on the rule, and questions come to you.
rule-owner-leads-of = Those who answer for { $place }
rule-owner-network = Those who answer for the network
rule-since = In force since
rule-save = Write the rule
rule-written = The rule is written. Anybody can read it, and ask what it is for.
rule-is-asked = Somebody asks what it is for
rule-changed-on = Changed on { $day }
rule-dropped-on = Dropped on { $day }
rule-what-for = What is it for?
rule-question = Your question
rule-question-hint = What this rule makes you live through, or a customer.
rule-question-missing = Say in a few words what you ask.
rule-ask = Ask what it is for
rule-asked = It is asked. The answer will come here and on your home page, by the promised day.
rule-deciding = Review this rule
rule-verdict = What you decide
rule-no-verdict = Choose: keep it, change it or drop it.
# dynamic: rule-verdict-*
rule-verdict-keep = We keep it
rule-verdict-keep-hint = Say what it is for.
rule-verdict-keep-done = Kept
rule-verdict-change = We change it
rule-verdict-change-hint = Write what it says from now on.
rule-verdict-change-done = Changed
rule-verdict-drop = We drop it
rule-verdict-drop-hint = It no longer holds from today.
rule-verdict-drop-done = Dropped
rule-reason = Why
rule-reason-hint = Everybody will be able to read it.
rule-reason-missing = Say why: no decision without its reason.
rule-new-words = What it says from now on
rule-new-words-hint = Only if you change it.
rule-new-words-missing = Write what it says from now on.
rule-new-words-same = That is what it says already. Write what changes, or keep it.
rule-decide = Decide
rule-decided = It is decided: everybody can read the reason.
rule-decided-told = It is decided: all who asked have the answer.
rule-decided-meanwhile = Somebody has just decided about this rule. Nothing was changed; read it again.
rule-dropped-meanwhile = This rule has just been dropped: it no longer holds.
rule-decisions = What was decided
rule-decisions-none = Nothing yet.
rule-after = after “{ $question }” ({ $n ->
    [one] one voice
   *[other] { $n } voices
})
rule-before = What it said before
rule-said-until = From { $from } to { $until }

# dynamic: baton-outcome-*
baton-outcome-keep = rule kept, with the reason
baton-outcome-change = rule changed
baton-outcome-drop = rule dropped

baton-improving-rule-who = Team · { $title }
baton-improving-rule-promise = Say what this rule is for
baton-improving-rule-act = Answer

register-house-rule = The rules of the house: what they say, where they hold, who answers for them.
register-house-rule-version = What each rule has said, and since which day.
register-rule-challenge = Questions asked about rules. The author’s name is there only if they wish it.
register-rule-decision = What was decided about each rule, and why; without names.

may-improving-rules-read = the rules of the house, and what was decided about them
may-improving-rules-challenge = ask what a rule is for
may-improving-rules-write = write the rules of a part of the network

## Incoherences.
incoherences-tab = Incoherences
incoherences-title = What contradicts itself
incoherences-lead = Two rules, two tools or two messages that say the opposite. Somebody decides, and says why.
incoherences-none = Nothing contradicts itself, by what was said
incoherences-none-more = Two opposite instructions? Say both: you will have a decision, by a promised day.
incoherences-about = What contradicts it
incoherences-about-none = Nothing was said.
incoherence = Incoherence
incoherence-heading = Two things contradict each other
incoherence-say = Say what contradicts itself
incoherence-say-lead = Two rules, two tools, two messages. You will have a decision, by a day that you will see at once.
incoherence-first = The first
incoherence-second = The second
incoherence-the-first = The first says
incoherence-the-second = The second says
incoherence-no-rule = Something else, in my words
incoherence-first-words = What the first says
incoherence-second-words = What the second says
incoherence-words-hint = Not needed if you chose a rule.
incoherence-words-missing = Choose a rule, or say it in your own words.
incoherence-same-rule = That is the same rule twice: choose another.
incoherence-stage = At which moment of the journey
incoherence-stage-hint = The welcome, the bill, the first day.
incoherence-said = It is said. The decision will come here and on your home page, by the promised day.
incoherence-open = Awaits a decision
incoherence-decided-on = { $verdict } on { $day }
incoherence-no-verdict = Choose what holds from now on.
# dynamic: incoherence-verdict-*
incoherence-verdict-keep_first = We keep the first, the second goes
incoherence-verdict-keep_first-done = The first is kept
incoherence-verdict-keep_second = We keep the second, the first goes
incoherence-verdict-keep_second-done = The second is kept
incoherence-verdict-change_first = We change the first
incoherence-verdict-change_first-done = The first is changed
incoherence-verdict-change_second = We change the second
incoherence-verdict-change_second-done = The second is changed
incoherence-verdict-change_both = We change both
incoherence-verdict-change_both-done = Both are changed
incoherence-verdict-drop_both = We drop both
incoherence-verdict-drop_both-done = Both are dropped
incoherence-now = What holds from now on
incoherence-now-hint = Needed if something changes.
incoherence-now-missing = Say what holds from now on.

baton-outcome-keep_first = decided: the first is kept
baton-outcome-keep_second = decided: the second is kept
baton-outcome-change_first = decided: the first is changed
baton-outcome-change_second = decided: the second is changed
baton-outcome-change_both = decided: both are changed
baton-outcome-drop_both = decided: both are dropped

baton-improving-incoherence-who = Team · { $title }
baton-improving-incoherence-promise = Decide between two opposite things
baton-improving-incoherence-act = Decide

register-incoherence = What colleagues saw contradict itself, and what was decided. The author’s name is there only if they wish it.

## Obstacles.
obstacles-title = What is in the team’s way
obstacles-lead = The team puts it to whoever answers for the unit, and has an answer by a promised day.
obstacles-board = In your unit
obstacles-open = Open
obstacles-ended = Ended
obstacles-none = Nothing is in the team’s way, by what was said
obstacles-none-ended = No obstacle was removed yet
obstacles-none-more = An obstacle said here is held at once by whoever answers for the unit.
obstacles-no-unit = You do not work in a unit today
obstacles-no-unit-more = Obstacles belong to a unit’s team. Those held out to you are on your home page.
obstacles-delay = Median delay to remove an obstacle
obstacles-delay-source = working days, removed or worked around, last twelve months
obstacles-delay-n = { $n ->
    [0] no obstacle
    [one] one obstacle
   *[other] { $n } obstacles
}
obstacles-delay-within = between { $low } and { $high } days at 95%
obstacles-delay-no-interval = too few for an interval
obstacles-days = { $n ->
    [0] the same day
    [one] { $n } day
   *[other] { $n } days
}
obstacle = Obstacle
obstacle-say = Put an obstacle
obstacle-say-lead = To those who answer for your unit. You will have an answer, by a day that you will see at once.
obstacle-text = What stops you
obstacle-text-hint = What you cannot remove by yourselves. Without the name of a customer or a person.
obstacle-missing = Say in a few words what stops you.
obstacle-put = It is put to them. The answer will come here and on your home page.
# dynamic: obstacle-state-*
obstacle-state-open = Open
obstacle-state-removed = Removed
obstacle-state-worked_around = Worked around
obstacle-state-refused = Refused, with the reason
# dynamic: obstacle-outcome-*
obstacle-outcome-removed = It is removed
obstacle-outcome-removed-hint = Say what has changed.
obstacle-outcome-worked_around = It is worked around
obstacle-outcome-worked_around-hint = It is still there and no longer in the way: say how.
obstacle-outcome-refused = It stays
obstacle-outcome-refused-hint = With the reason, which the team can read.
obstacle-refused-why = Say why: the team will be able to read it.
obstacle-words-hint = The team will read it.
obstacle-passing = Is it beyond the unit?
obstacle-passing-words = A word for the region
obstacle-passing-hint = What you tried, what it would take. You hold it until somebody has taken it.
obstacle-pass = Offer it to the region
obstacle-held-out = It is offered. You hold it until somebody has taken it.
obstacle-is-held-out = Offered further up; the unit holds it until somebody has taken it.
obstacle-asked = You are asked to take it
obstacle-asked-more = The unit still holds it. If you take it, the answer promised to the team is yours.
obstacle-accept = I take care of it
obstacle-taken = You hold it now. The team awaits your answer.

baton-outcome-removed = removed
baton-outcome-worked_around = worked around

baton-improving-obstacle-who = Team · { $title }
baton-improving-obstacle-promise = An obstacle to take out of the team’s way
baton-improving-obstacle-act = Answer

register-obstacle = What is in the way of a unit’s team, and what became of it. The author’s name is there only if they wish it.

may-improving-obstacles-read = the obstacles of one’s own unit, and those one is asked to take
may-improving-obstacles-say = put an obstacle to those who answer for the unit

## What works.
solutions-title = What works
solutions-lead = What worked somewhere, offered to all. Each unit takes it up if it wants to; nobody imposes it.
solutions-all = All
solutions-ours = With us
solutions-none = Nothing is shared yet
solutions-none-ours = Nothing with you yet
solutions-none-more = What worked with you may help elsewhere: share it, without asking anybody.
solution = What works
solution-share = Share what works
solution-share-lead = Nobody approves it: all can read it as soon as it is sent.
solution-done-here = Done with you, not shared yet
solution-share-this = Share
solution-anew = Something else that works
solution-was = What got in the way
solution-was-hint = In a sentence. Without the name of a customer or a person.
solution-now = What we do now
solution-now-hint = As you would tell a team that wants to try.
solution-needs = What it takes to try
solution-needs-hint = Material, an agreement, half an hour.
solution-send = Share
solution-shared = It is shared: all units can read it and take it up.
solution-shared-on = shared on { $day }
solution-living = { $n ->
    [0] no unit any more
    [one] lives in one unit
   *[other] lives in { $n } units
}
solution-what = What it is about
solution-of-pebble = The pebble that it comes from
solution-with-us = And with us, { $unit }?
solution-state = How we live with it
solution-no-state = Choose what your unit does.
# dynamic: solution-say-*
solution-say-adopted = We adopt it
solution-say-adopted-hint = As it is.
solution-say-adapted = We adapt it
solution-say-adapted-hint = Say what you changed.
solution-say-kept = We keep on
solution-say-kept-hint = It still works.
solution-say-dropped = We drop it
solution-say-dropped-hint = Say why: it helps others.
solution-adapted-how = Say what you changed.
solution-dropped-why = Say why you drop it.
solution-words = What you say of it
solution-words-hint = Needed if you adapt or drop it.
solution-no-order = You speak for your unit only. Nobody can decide in the place of another.
solution-say = Say it
solution-said = It is said for your unit.
# dynamic: solution-ours-*
solution-ours-adopted = Adopted with us
solution-ours-adapted = Adapted with us
solution-ours-kept = We keep on
solution-ours-dropped = Dropped with us
# dynamic: solution-state-*
solution-state-adopted = Adopted
solution-state-adapted = Adapted
solution-state-kept = Keeps on
solution-state-dropped = Dropped
solution-lives-in = Units where it lives
solution-since = since { $day }
solution-where = Where it lives
solution-unit = Unit
solution-now-is = Today
solution-day = Since
solution-told = What the unit says
solution-over-time = The number of units, day after day
solution-units = Units

register-solution = What worked in a unit and is offered to the others.
register-adoption = What each unit made of a solution. Who wrote it for the unit is forgotten after thirty days, unless set otherwise.

may-improving-solutions-read = what works, and where it lives
may-improving-solutions-share = share what works, and speak for one’s own unit only

## Where it stands.
board-title = Where the field’s voice stands
board-unit = With us
board-period = What was said since { $from }. Things said are counted, never people.
board-kinds = What was said and what became of it
board-what = What
# dynamic: board-kind-*
board-kind-improving-answer = Pebbles and ideas
board-kind-improving-rule = Rules asked about
board-kind-improving-incoherence = Incoherences
board-kind-improving-obstacle = Obstacles
board-said = Said
board-heard = { $n ->
    [one] Taken within a working day
   *[other] Taken within { $n } working days
}
board-in-time = Answered in time
board-done = Done or decided
board-in-time-pebbles = Pebbles and ideas that had their answer in time
board-share = { $value }% of { $n }
board-percent = { $value }%
board-of = { $n ->
    [0] nothing said whose time is over
    [one] one thing said whose time is over
   *[other] { $n } things said whose time is over
}
board-within = from { $low } to { $high }%
board-too-few-of = too few ({ $n })
board-how = A share counts only what has run its time (in working days: { $answered } to answer, { $heard } to take). The interval is at 95%; below { $least }, there is too little for a share.
board-quick = Since the last quick win
board-quick-is = A quick win: a pebble removed within { $n } days.
board-win-days = { $n ->
    [0] today
    [one] one day
   *[other] { $n } days
}
board-win-none = not yet
board-load = What answering takes
board-load-more = It is work, and counts as work. It is counted for all who answer together, and only where enough do.
board-load-told = Answers given
board-load-people = { $n ->
    [0] nobody yet
    [one] one person told
   *[other] { $n } people told
}
board-load-reading = Reading the pebbles
board-load-minutes = { $n ->
    [0] nothing yet
    [one] one minute
   *[other] { $n } minutes
}
board-load-duty = Being named to answer
board-load-hours = { $n ->
    [0] nobody
    [one] one opening hour
   *[other] { $n } opening hours
}
board-load-how = Over 90 days. Reading is estimated at 1,000 signs a minute, each text read once. A unit’s opening hours add up over those who are named.

# Who answers what.
duties-title = Who answers what
duties-lead = What is said about a theme goes first to the people named here. If none of them is there, it goes to whoever answers for the place: nobody waits between two.
duty-everything = All themes
duty-theme = Theme
duty-people = Who answers
duty-search = Look for somebody
duty-name = Name
duty-save = Save
duty-saved = Noted. What is held already stays with whoever holds it.
duty-end = No longer name
duty-ended = Noted. What will be said goes to whoever answers for the place.
duty-nobody = Choose at least one person from the list.
duty-too-many = No more than { $most } people: beyond that, nobody answers.
duty-nobody-there = Nobody is there today
duty-usual-unit = Else: those who answer for the unit.
duty-usual-network = Else: those who answer for the network.
register-pebble-duty = Who answers which theme, by unit.
may-improving-duties-edit = say who answers what
pebbles-quick = Quick wins
pebbles-none-quick = { $days ->
    [one] Nothing was done, or promised, within one day
   *[other] Nothing was done, or promised, within { $days } days
}
pebbles-none-found = Nothing here has these words
pebbles-search = Search what was said

# Settings.
# dynamic: setting-*
setting-improving-answered-in = Answer to what is said
setting-improving-answered-in-more = Working days within which whoever speaks is promised an answer. What is promised already does not move.
setting-improving-heard-in = Acknowledgement
setting-improving-heard-in-more = Working days within which whoever speaks knows that somebody has it.
setting-improving-quick = Quick win
setting-improving-quick-more = A pebble removed within this time counts as a quick win.
setting-improving-shown-from = What it takes to show a share
setting-improving-shown-from-more = Below it, boards say “too few”.
setting-improving-firm-from = What it takes for a share to be firm
setting-improving-firm-from-more = Below it, it is shown and marked “indicative”.
setting-improving-fewest-people = What it takes to speak of a unit
setting-improving-fewest-people-more = Below it, people could be recognised: the board says “too few”. No setting goes below three.
