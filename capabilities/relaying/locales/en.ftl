# Asking those who know: groups of experts, a question, an answer in time.
relaying-menu = Ask
relaying-cancel = Cancel
relaying-too-short = Write at least { $n } characters.
relaying-too-long = That is too long: { $n } characters at most.
groups-title = Groups of experts
groups-lead = People of several units and trades. They are asked directly; nobody approves in between.
groups-none = No group for now
groups-none-more = Your customer experience team can open one.
group-make = Open a group
group-make-lead = A group answers what it knows. Two people of two trades host it.
group-name = Name of the group
group-name-hint = As it will be said in the shop: Experts 91-94.
group-about = What it knows, in a line
group-themes = Themes
group-themes-hint = One a line, eight at most: Internet, Mobile, Bills.
group-search = Search for people
group-choose-people = Who answers
group-choose-hosts = Who hosts
group-choose-hosts-hint = At least two people, of two trades.
group-save = Open the group
group-made = The group is open: it can be asked.
group-nobody = Choose at least one person of the list.
group-one-trade = One person of each of two trades has to host. A person’s trade is set on their page.
group-too-many = { $n } people at most: beyond that, open two groups.
group-no-theme = Write at least one theme, one a line.
group-themes-too-many = { $n } themes at most: beyond that nobody finds their way.
group-taken = A group has that name already.
group-hosts-team = { $name } (hosts)
group-there-now = { $n ->
    [0] nobody on duty
    [one] one person on duty
   *[other] { $n } people on duty
}
group-there-from = somebody on duty from { $from }
group-there-nobody = nobody said that they are on duty
group-who-when = Who answers, and when
group-no-stint = Nobody has said so for the days to come.
group-about-title = The group
group-hours = Open
group-hours-of-unit = at the hours of the unit that asks
group-hosting = Hosts
group-week = Opening hours of the group
group-week-hint = Such as 9:00-12:30, 14:00-18:00; empty when the group is closed. Without any, the hours of the unit that asks count.
# dynamic: group-day-*
group-day-1 = Monday
group-day-2 = Tuesday
group-day-3 = Wednesday
group-day-4 = Thursday
group-day-5 = Friday
group-day-6 = Saturday
group-day-7 = Sunday
stint-say = I am on duty
stint-day = Day
stint-from = From
stint-to = To
stint-promise = It is a plan, for whoever is about to ask. Erased the next day, counted nowhere.
stint-save = That is said
stint-said = It is noted: the group and those who ask can see it.
stint-take-back = Take back
stint-taken-back = It is taken back.
stint-span = { $from } – { $to }
stint-not-a-time = Write a time such as 14:00.
group-hosts = Hosted by { $first } ({ $first_trade }) and { $second } ({ $second_trade })
questions-title = Ask the experts
questions-lead = A question leaves in half a minute. Somebody holds it from its first moment.
questions-none = No question for now
questions-none-more = What you ask, and what your groups are asked, is read here.
questions-waiting = What waits for your groups
questions-mine = What you asked
questions-changed = The question has changed.
question = Question
question-ask = Ask
question-ask-lead = The group answers within { $minutes } opening minutes.
question-theme = What is it about?
question-no-theme = Choose a theme.
question-alone = Nobody of { $group } said that they answer before { $until }.
question-alone-from = The first one comes on duty { $from }.
question-alone-nobody = Nobody said when they answer. The question will be held out to the whole group, then to those who host it.
question-alone-others = These answer sooner: { $groups }.
question-send-anyway = Send it all the same
question-take = I take care of it
question-taken = You hold it now.
question-taken-meanwhile = Somebody was quicker, or it has ended.
question-taken-by-somebody = somebody takes care of it
question-yours = yours
question-stands = The group waits for an explanation: its clock stands, the customer’s goes on.
question-state-stands = Waits for an explanation
question-held-out = Held out to { $group }, who have not accepted yet.
question-clarify = Ask for an explanation
question-clarified = The explanation is asked for. Your clock stands until it comes.
question-asks = { $group } asks
question-tell = Answer the group
question-add = Add a word
question-help = Help
question-add-words = Your words
question-add-send = Send
question-added = It is added.
question-pass = Pass it to another group
question-pass-to = Which group
question-pass-words = A word for them
question-pass-save = Hold it out
question-passed = It is held out. You keep it until the other group accepts.
question-pass-to-nobody = Choose a group.
question-text = What happens?
question-text-hint = What the customer sees, what you tried already. No name or number here.
question-send = Send to the experts
question-asked = It is sent: the group holds it.
question-nobody = No group to ask
question-nobody-more = As soon as a group is open, its themes can be chosen here.
question-until = before { $until }
question-was-until = promised before { $until }
question-late = Late
# dynamic: question-state-*
question-state-asked = Waits for an answer
question-state-answered = Answered
question-state-withdrawn = Withdrawn
question-promise = The promise
question-held = Somebody of { $group } holds it, and answers before { $until }.
question-held-by-you = You hold it. You promised an answer before { $until }.
question-held-by-group = { $group } holds it: an answer before { $until }.
question-asker = Whoever asked
question-answering = Answer
question-words = Your answer
question-words-hint = In steps if that helps: it is read standing, before the customer.
question-answer-send = Answer
question-answered = The answer is given, and whoever asked is told.
question-baton = Pass it on, or see the baton
# The promises of this room, as “My promises” shows them.
# dynamic: baton-relaying-*
baton-relaying-question-who = A colleague with a customer · { $title }
baton-relaying-question-promise = An answer promised to a colleague
baton-relaying-question-act = Answer
# Settings.
# dynamic: setting-*
setting-relaying-answered-in = Answer of a group of experts
setting-relaying-answered-in-more = In opening minutes. What is promised already does not move.
# The register and the permissions.
register-expert-group = Groups of experts: their name, what they know, and the two people who host them.
register-expert-theme = What each group answers.
register-question = What a group was asked, and by which unit. Who asked stands in the baton alone, whose names leave.
register-question-word = What was answered.
may-relaying-groups-read = see the groups of experts
may-relaying-groups-edit = open a group of experts
may-relaying-questions-ask = ask the experts
may-relaying-questions-read = read one’s questions and those of one’s groups
# The customer who waits.
case-waiting = A customer waits
case-waiting-more = Leave it empty if the question is for you. Their number is kept apart, sealed, to call them back and for nothing else.
case-given-name = Their first name
case-phone = Their telephone
case-agreed = Calling back
case-agreed-yes = They agree to be called back
case-not-agreed = Without their consent their number cannot be kept. Ask them, or take the number out.
case-reference = Their customer reference
case-reference-unreadable = Letters, digits and - / . _ #, { $n } characters at most.
promise-when = They hear from you
promise-before = before { $at }
promise-other = another hour
promise-other-when = Choose another hour
promise-at = Time
promise-none = Choose an hour, or write one.
promise-too-soon = That is too soon: promise at least { $n } minutes.
promise-too-far = That is too far: { $n } days at most.
case = A customer’s request
case-of = { $name } waits
cases-title = Customers who wait
cases-lead = Those of your unit, and those whom you promised something. Whoever hears next comes first.
cases-none = Nobody waits
cases-none-more = When a customer leaves with a promise, it is read here until they have their answer.
case-changed = The request has changed.
case-promise = The promise
case-kept-by-you = You promised them news before { $at }.
case-kept = A colleague promised them news before { $at }.
case-kept-by-team = Your team owes them news before { $at }.
case-show-number = Show the number
case-call-now = Call now: they expect news before { $at }
case-say = “I have not forgotten you: we are still looking, and I call you back at the hour that we agree on.” Then note the call.
case-say-answered = The answer is there, below: call them, tell them, then end it.
case-asked-until = The group answers before { $until }.
case-call = Note a call
call-result = The call
# dynamic: call-result-*
call-result-reached = they answered
call-result-missed = no answer
call-result-none = Say whether they answered.
call-words = What was said
call-note = Note the call
call-said = Reassured by telephone.
call-noted = It is noted. They hear from you at that hour.
call-missed = It is noted. Relais reminds you in half an hour.
case-end = End it
case-told = How do they know?
case-told-none = Say how they were told: a request does not end behind anybody’s back.
# dynamic: case-told-*
case-told-heard = They heard it, face to face or by telephone
case-told-written = In writing, and it arrived
case-told-declined = They want no more contact
case-told-unreachable = Unreachable, after three attempts at different times
case-unreachable-was-told = If they were reached, say how the request ended.
case-outcome = How it ends
case-outcome-none = Say how it ends.
# dynamic: case-outcome-*
case-outcome-solved = Solved
case-outcome-relayed = Relayed to somebody who is named
case-outcome-alternative = Another way was offered
case-outcome-refused = Refused, with the reason and the way to appeal
case-outcome-withdrawn = The customer no longer asks
case-outcome-duplicate = Asked elsewhere already
case-outcome-unreachable = Unreachable
case-reason = The reason, or to whom
case-reason-hint = Why it is refused, to whom it is relayed, which other way.
case-appeal = The way to appeal
case-appeal-hint = If it is refused: whom the customer may turn to.
case-refused-without-reason = A refusal gives its reason.
case-refused-without-appeal = A refusal says whom the customer may turn to.
case-relayed-to-whom = Say to whom.
case-which-alternative = Say which other way.
case-end-save = End the request
case-ended = It is ended, and the customer knows.
case-ended-title = Ended
case-waits = Waits
case-late = Late
case-hears-before = news before { $at }
case-pass = Pass it to another unit
case-pass-to = Which unit
case-pass-words = A word for them
case-pass-save = Hold it out
case-passed = It is held out. You keep it until the other unit accepts.
case-pass-to-nobody = Choose a unit.
case-way = The way so far
case-unit = Unit
case-contacts = Contacts
case-handoffs = Handoffs
case-days = Since
case-days-n = { $n ->
    [0] today
    [one] one day
   *[other] { $n } days
}
# dynamic: case-channel-* case-touch-*
case-channel-shop = in the shop
case-channel-phone = by telephone
case-channel-home = in their home
case-channel-web = online
case-channel-letter = by letter
case-channel-sms = by text message
case-channel-email = by e-mail
case-touch-visit-heard = came to the shop
case-touch-reassurance-heard = reassured by telephone
case-touch-reassurance-missed = called, no answer
case-touch-answer-heard = heard the answer
case-touch-answer-written = got the answer in writing
case-touch-answer-declined = wants no more contact
case-touch-answer-unreachable = unreachable
baton-relaying-case-who = A customer · { $title }
baton-relaying-case-promise = News promised
baton-relaying-case-act = Open
setting-relaying-reassured-before = Reassurance call
setting-relaying-reassured-before-more = In minutes before the hour promised to the customer, if the answer has not come.
register-customer-case = What a customer waits for and what they were promised. Who they are is not in it: their number is apart, sealed.
register-case-question = For which customer’s request a question was asked.
register-reassurance-call = Calls to reassure a customer who waits, and what came of them.
register-case-touch = The contacts with the customer, from end to end.
may-relaying-cases-read = follow the requests of one’s unit’s customers
question-case = The customer who waits
case-do = What you can do
# What is left of words that pointed at somebody.
redacted-phone = [number]
redacted-email = [e-mail address]
redacted-iban = [account]
redacted-nir = [social security]
redacted-card = [card]
redacted-plate = [number plate]
redacted-read-again = What points at a person was taken out of your words. Read them again, then send. A number to call goes under “A customer waits”.
question-photo = A photo
question-photo-hint = The light, the screen, the bill. Place and device are taken out of it.
question-photo-alt = The photo that goes with the question
register-question-picture = Which photo goes with which question.
# The boards of groups: figures of groups, never of people.
figures-title = The group’s board
figures-period = Period
# dynamic: figures-over-*
figures-over-this = This month
figures-over-last = Last month
figures-over-three = Three months
figures-span = From { $from } to { $to }
figures-too-few = Too few
figures-too-few-yet = Too few answers, or people, to say something without speaking of somebody.
figures-pair = Delay and quality of the answer, always together
figures-quality = { $share } helped
figures-quality-few = quality: { $few }
figures-judged = { $n ->
    [0] no word of those who asked
    [one] one word of somebody who asked
   *[other] { $n } words of those who asked
}
figures-partly = { $n ->
    [0] none helped in part only
    [one] one helped in part
   *[other] { $n } helped in part
}
figures-answers = { $n ->
    [0] no answer
    [one] one answer
   *[other] { $n } answers
}
figures-customers = { $n ->
    [0] no customer
    [one] one customer
   *[other] { $n } customers
}
figures-in-target = Answers within the group’s delay
figures-told = Customers told by the hour promised
figures-ties = Units that helped each other for the first time
figures-ties-more = Pairs of units, through this group, in the period.
figures-at-once = less than a minute
figures-minutes = { $n } min
figures-hours = { $n } h
figures-percent = { $n }%
figures-from-to = median between { $low } and { $high }
figures-within = between { $low } and { $high }%
figures-how = The delay counts the group’s opening hours, without the time in which it waited for an explanation. Figures come in batches of at least { $least } facts and { $people } people, and never change afterwards: comparing two periods or two days tells nothing of anybody. What is too little at the end of a month is not told.
cooperation-title = Units that help each other
cooperation-lead = Who asked and who helped, through the groups of experts. From unit to unit, never from person to person.
cooperation-drawing = The units that ask, joined to those that help
cooperation-drawn = On the left the units that ask ({ $asking }), on the right those that help ({ $helping }). The table below says the same.
cooperation-others = Other units
cooperation-table = From unit to unit
cooperation-asking = Asks
cooperation-helping = Helps
cooperation-answers = Answers
cooperation-since = Tie
cooperation-new = new
cooperation-known = known before
cooperation-new-n = { $n ->
    [0] No new tie among the units that are named.
    [one] One new tie between units that had never helped each other this way.
   *[other] { $n } new ties between units that had never helped each other this way.
}
cooperation-how = A unit is named for a month when at least { $people } of its people asked, or helped, in it. The others stand together; where they are too few, they are not told.
cooperation-none = A tie appears when enough people of two units asked and answered each other within the month.
handoffs-title = Handoffs
handoffs-lead = Where what customers wait for passes from one team to another, and where it falls.
handoffs-trades = From trade to trade
handoffs-teams = From team to team
handoffs-way = From → to
handoffs-offered = Held out
handoffs-taken = Accepted
handoffs-taken-share = { $share } accepted
handoffs-refused = Declined with a reason
handoffs-late = Late
handoffs-waited = Until taken
handoffs-acted = Then until the first act
handoffs-how = Medians, in the opening hours of whoever receives. A line adds up batches of at least five handoffs, with at least { $people } people on each side. Why something was declined is read on the baton itself. Dashed: more than one in three is not taken, or is late.
handoffs-none = A handoff appears when enough people gave and received within the month.
help-title = Did this help you?
help-none = Choose one of the three answers.
help-not-answered = It can be said once the answer is there.
help-said = That is noted, thank you. You may change your mind.
help-told = You said: { $helped }.
help-again = Ask on
# dynamic: help-yes help-partly help-no
help-yes = It helped me
help-partly = In part
help-no = Not yet
question-earlier = The question before
thanks-title = My thanks
thanks-lead = What you were told after an answer. You alone read it, and nothing is counted. If you like, the group reads it too, without your name.
thanks-none = No word for now
thanks-none-more = When somebody thanks you for an answer, their words are read here.
thanks-yours = for you alone
thanks-read-by-group = the group reads it
thanks-share = Show it to the group
thanks-keep = Keep it to myself
thanks-shared = The group reads it, without a name.
thanks-kept = It is for you alone again.
thanks-say = Say thanks
thanks-words = A word for whoever answered
thanks-hint = Read by them alone; they decide whether the group reads it. No customer’s name or number.
thanks-send = Say thanks
thanks-said = That is said, to whoever answered you.
thanks-given = You said thanks for this answer.
thanks-to-nobody = There is nobody left to thank here: names leave batons with time.
notice-relaying-thanks = { $n ->
    [0] No thanks
    [one] Somebody thanks you for an answer
   *[other] You are thanked for { $n } answers
}
setting-relaying-fewest-people = People of a group’s board
setting-relaying-fewest-people-more = Boards tell nothing of fewer people: they would be recognised.
setting-relaying-shown-from = Answers of a group’s board
setting-relaying-shown-from-more = Of fewer answers, boards of groups tell no share and no delay.
register-board-batch = Batches of answers of enough people, of which boards are made.
register-board-count = What each batch counts: how many, and how long it took.
register-board-fact = What waits to be counted, or was: an answer, a customer told, a handoff. Without a person.
register-question-time = In how much opening time a question had its first answer.
register-question-help = Whether the answer helped, as whoever asked says.
register-question-again = Which question goes on from which.
register-help-tie = Which units helped each other, and since which month.
register-help-month = How often two units helped each other in a month.
register-help-side = How many people of a unit asked or helped in a month. Not which.
register-answer-thanks = A word of thanks, for whoever answered.
may-relaying-boards-read = read the boards of groups and of handoffs
# The feed of a group.
feed-title = The group’s feed
feed-lead = Among yourselves: what changes, what works, a question without a customer. Only the people of the group read it; nothing in it is counted by person.
feed-words = Your word to the group
feed-words-hint = No customer’s name or number.
feed-call = Call somebody of the group
feed-called = People called
feed-too-many = { $n } people at most: beyond that, simply write to the group.
feed-not-of-group = Choose people of the group.
feed-post = Post
feed-posted = It is posted.
feed-changed = The feed has changed.
feed-none = Nothing yet
feed-none-more = The first word is yours.
feed-thanks = thanks to the group
feed-thanks-to-group = Somebody whom the group helped
feed-photo-alt = The photo that goes with it
feed-erase = Erase
feed-erase-sure = Erase this for everybody?
feed-erased = It is erased.
# dynamic: feed-react-*
feed-react-thanks = Thanks
feed-react-useful = Useful
feed-react-same = Here too
feed-react-idea = Good idea
notice-relaying-mention = { $n ->
    [0] Nobody calls you
    [one] Somebody of your group calls you
   *[other] You are called { $n } times in your groups
}
register-feed-post = What the people of a group write to each other. Read by them alone.
register-feed-picture = Which photo goes with which word of the feed.
register-feed-mention = Whom a word of the feed calls.
register-feed-reaction = Reactions to a word of the feed, shown as numbers and without names.
# A group that becomes a permanent tool.
tool-title = Permanent tool
tool-lead = A group that lasts has an owner, a budget and a review each year.
tool-is = It is a permanent tool
tool-was = It was a permanent tool
tool-owner = Owner
tool-budget = Budget
tool-budget-hint = Time or money, in a line: two days a month for each, €12,000 a year.
tool-since = Since
tool-review = Next review
tool-review-hint = Within the year to come. The owner promises it to the group.
tool-review-within-a-year = Choose a day within the year to come.
tool-none = Not a permanent tool yet
tool-ripens = A group can become one after six months: from { $from }.
tool-too-young = A group becomes a tool after { $n } months: this one from { $from }.
tool-already = That is done already.
tool-no-owner = Choose somebody of the group.
tool-promote = Make it a permanent tool
tool-promote-save = Make it a permanent tool
tool-promoted = It is a permanent tool. Its review is promised.
tool-reviewing = The review of the year
tool-outcome = What the review decides
tool-no-outcome = Choose what the review decides.
# dynamic: tool-outcome-*
tool-outcome-kept = It goes on like this
tool-outcome-changed = It goes on otherwise
tool-outcome-stopped = It stops as a tool
tool-why = Why
tool-review-save = Give the review
tool-reviewed = The review is given, and the group reads it.
tool-reviews = Its reviews
baton-relaying-tool-who = The group { $title }
baton-relaying-tool-promise = The yearly review of a tool
baton-relaying-tool-act = Review it
register-group-tool = Which groups are permanent tools: their owner, their budget, their next review.
register-tool-review = What reviews decided, and why.
