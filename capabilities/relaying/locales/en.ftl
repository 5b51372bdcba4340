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
group-departments = Departments
group-departments-hint = Such as 91, 94. Without any, it answers the whole network.
group-departments-too-many = { $n } departments at most. For the whole network, write none.
group-answers-for = { $n ->
    [one] Answers for department { $which }
   *[other] Answers for departments { $which }
 }
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
group-edit = Change the group
group-edit-lead = Whoever is no longer in it keeps what they took, until another one of the group accepts it.
group-edit-save = Save
group-changed = The group is up to date.
group-changed-meanwhile = Somebody changed this group in the meantime. Your words are kept: check them, then save.
group-close = Close the group
group-close-lead = Nothing new is asked of it. What it promised stays promised.
group-close-open = { $n ->
    [0] No question waits for its answer.
    [one] One question waits for its answer.
   *[other] { $n } questions wait for its answer.
 } Each stays with whoever holds it, who can still answer.
group-close-next = Who is asked from now on?
group-close-nobody = No other group: this one answers what it has to the end
group-close-next-hint = Questions that wait are held out to it as well.
group-close-words = A word for whoever takes over
group-close-save = Close the group
group-close-to-whom = Say who is asked from now on.
group-close-tool = This group is a permanent tool: stop it first, at its review.
group-closed = The group is closed. What it had promised is still kept.
group-closed-since = Closed on { $day }.
group-closed-more = Nothing new is asked of it. Questions asked before get their answer, and its entries stay part of what is known.
group-closed-next = Ask { $name }
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
question-device = On which device?
question-device-hint = Box 6, phone, boiler, with its model.
question-on-device = Device: { $device }
question-groups-elsewhere = No group answers for your department: here are those of others.
question-text = What happens?
question-text-hint = What the customer sees, what you tried already. No name or number: once it is answered, it serves others, without naming you.
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
question-words-hint = In steps if that helps: it is read standing, before the customer. No names: it also serves whoever asks the same.
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
register-group-department = The departments that each group answers for.
register-expert-theme = What each group answers.
register-question = What a group was asked, and by which unit. Who asked stands in the baton alone, whose names leave.
register-question-word = What was answered.
may-relaying-groups-read = see the groups of experts
may-relaying-groups-edit = open, change and close a group of experts
may-relaying-questions-ask = ask the experts
may-relaying-questions-read = read one’s questions and those of one’s groups
# The customer who waits.
case-waiting = A customer waits
case-waiting-more = Leave it empty if the question is for you. Their number is kept apart, sealed, to call them back and to send them their link, for nothing else. That link shows your words to the customer.
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
case-reason-hint = Why it is refused, to whom it is relayed, which other way. The customer reads a refusal and another way on their page: name nobody there.
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

question-word-photo-hint = A drawing, a plug, a screen. The place and the device are taken out of it.
question-word-photo-alt = The photo that goes with these words
question-withdraw = I need no answer any more
question-withdraw-more = The group will stop looking. If a person waits to hear from you, you keep what you promised them.
question-withdraw-save = Withdraw my question
question-withdrawn = Withdrawn: the group looks no further.
register-word-picture = Which photo goes with which answer.

may-relaying-references-edit = how customers’ references are written
reference-title = Customers’ references
reference-lead = How your tools name a customer. What is typed is brought to this form, or refused with an example. References noted already stay as they are.
reference-pattern = The form of a reference
reference-pattern-hint = A for a letter, 9 for a digit, the rest as it is. For example CL-9999-99. Empty: any form will do.
reference-pattern-wrong = Write A for a letter, 9 for a digit, and at most { $n } signs, without accents.
reference-link = Open the customer in your tool
reference-link-hint = An https address in which {"{reference}"} is replaced, for example https://crm.example.com/customers/{"{reference}"}. Empty: no link.
reference-link-wrong = Give a whole https address, with {"{reference}"} once, behind the name of the site.
reference-save = Save
reference-saved = Saved.
reference-like = Like { $example }
reference-not-in-form = This reference is not in the form expected, like { $example }.
reference-open = Open in our tool
register-customer-reference = How customers’ references are written, and where they open.
# What the groups know.
knowledge-title = What we know
knowledge-lead = Answers that an expert validated, each with its last day. Look here before you ask, it may be there already.
knowledge-search = Look for an answer
knowledge-group = Group
knowledge-groups-all = All groups
knowledge-theme = Theme
knowledge-none = No entry yet
knowledge-none-more = Once a group has answered, somebody of the group can make an entry of it.
knowledge-nothing = Nothing found with these words
knowledge-nothing-more = Ask: the answer will serve the next one.
knowledge-found = { $n ->
    [0] No entry
    [one] One entry
   *[other] { $n } entries
}
knowledge-entry = Validated entry
knowledge-answered = Answered before
knowledge-answered-more = Who asked, where and when is not told here. Numbers are taken out.
knowledge-similar = Perhaps answered already
knowledge-similar-count = { $n ->
    [0] No answer near to this
    [one] One answer near to this, below your words
   *[other] { $n } answers near to this, below your words
}
knowledge-look = See answers near to this
knowledge-enough = This is enough for me
knowledge-open = Read it whole
knowledge-helped = Noted: this answer helped. Nothing was sent.
knowledge-helped-title = Helped
knowledge-helped-n = { $n ->
    [0] not yet
    [one] Helped once.
   *[other] Helped { $n } times.
}
knowledge-write = Write an entry
knowledge-write-lead = A question, an answer, a last day. By saving it you say that it is right.
knowledge-make = Make an entry of it
knowledge-often = { $n ->
    [0] This was not asked yet.
    [one] This was asked once in 90 days.
   *[other] This was asked { $n } times in 90 days.
}
knowledge-often-more = An entry would answer the next person at once.
knowledge-made = The entry
knowledge-edit = Correct the entry
knowledge-entry-title = Title
knowledge-entry-title-hint = What one sees or looks for: Orange light after a change of box.
knowledge-words = As it is asked
knowledge-words-hint = In the words of whoever asks: it is found by them.
knowledge-answer = Answer
knowledge-answer-hint = One step a line, with its number: 1. 2. 3. It is read standing, in front of the customer. No names.
knowledge-expires = Holds until
knowledge-expires-hint = After that day it is suggested no more until somebody of the group has looked at it again.
knowledge-ends-too-soon = Choose a day from tomorrow on.
knowledge-ends-too-late = Two years at most: beyond, nobody knows whether it still holds.
knowledge-save = Save and validate
knowledge-written = The entry is there, and found by whoever asks.
knowledge-made-already = Somebody made this entry before you.
knowledge-changed = Corrected. What it said before stays readable.
knowledge-changed-meanwhile = Somebody corrected it meanwhile. Your words are kept: compare them with the entry, then save.
knowledge-proposed = To be validated
knowledge-review = To be looked at again before { $day }
knowledge-expired = No more valid since { $day }
knowledge-expired-more = Its day is over and nobody has looked at it since. Check with the group before you use it.
knowledge-withdrawn = Taken back
knowledge-doubted = somebody says that it holds no more
knowledge-asked-as = Asked like this:
knowledge-about = The entry
knowledge-checked-on = Checked on
knowledge-holds-until = Holds until
knowledge-keeping = For the group
knowledge-validate = Validate
knowledge-still-true = Checked, still right
knowledge-checked = Noted: it is right.
knowledge-withdraw = Take the entry back
knowledge-withdraw-words = Why
knowledge-withdrawn-now = It is suggested to nobody any more.
knowledge-doubt = No longer right
knowledge-doubt-words = What has changed?
knowledge-doubt-hint = The group looks at it and answers you. Your name is written nowhere on the entry.
knowledge-doubt-send = Tell the group
knowledge-doubt-sent = The group is told: it looks at the entry, and you will hear.
knowledge-story = What happened
knowledge-before = What it said before
knowledge-version = Version { $n }, of { $day }
# dynamic: knowledge-event-*
knowledge-event-written = Written and validated by the group
knowledge-event-imported = Came from a file
knowledge-event-checked = Checked by an expert
knowledge-event-changed = Corrected
knowledge-event-doubted = Somebody says that it holds no more
knowledge-event-kept = Looked at again: it is right
knowledge-event-withdrawn = Taken back
baton-relaying-entry-who = A colleague waits · { $title }
baton-relaying-entry-promise = An entry to look at
baton-relaying-entry-act = Look at it
setting-relaying-entry-lasts = How long an entry holds
setting-relaying-entry-lasts-more = In days: the day proposed when an entry is written or looked at again. What is written already does not move.
setting-relaying-doubt-answered-in = Looking at an entry that is doubted
setting-relaying-doubt-answered-in-more = In opening minutes of the group.
register-knowledge-entry = What a group knows: the question, the answer, until when it holds. Who wrote it is not there.
register-knowledge-version = All that an entry said before.
register-knowledge-event = What happened to an entry, without names.
register-knowledge-reuse = How often an answer was enough, by day and by group: neither who nor where.
register-knowledge-term = The words that answers are found by, and in how many they are.
register-knowledge-spelling = Under which slips of the finger a word is still found.
register-knowledge-document = Which words are in which answer.
register-knowledge-posting = Which answer holds which word.
may-relaying-knowledge-read = read what the groups know already
may-relaying-needs-read = read needs for training by theme
knowledge-group-helped = { $n ->
    [0] What this group knows has not helped yet without asking again, in 90 days.
    [one] What this group knows helped once without asking again, in 90 days.
   *[other] What this group knows helped { $n } times without asking again, in 90 days.
}
knowledge-import = Import answers
knowledge-import-lead = A FAQ that you have already: a table, Markdown or a web page. You first see what will be made.
knowledge-import-file = The file
knowledge-import-file-hint = CSV or Excel with a column Question and a column Answer; Markdown or HTML, where each heading is a question. 512 kB and 500 questions at most.
knowledge-import-nothing-written = Nothing is written before you have seen what will be made.
knowledge-import-look = See what will be made
knowledge-import-made = { $n ->
    [0] No entry to make
    [one] One entry will be made
   *[other] { $n } entries will be made
}
knowledge-import-refused = { $n ->
    [0] Nothing is refused
    [one] One question is refused
   *[other] { $n } questions are refused
}
knowledge-import-known = { $n ->
    [0] Nothing is there already
    [one] One question is there already
   *[other] { $n } questions are there already
}
knowledge-import-line = line { $n }
knowledge-import-make = { $n ->
    [0] Nothing to make
    [one] Make this entry
   *[other] Make these { $n } entries
}
knowledge-import-validates = You are of the group: by making them you say that they are right. Look at them again before their last day.
knowledge-import-proposes = You are not of the group: they wait until somebody of the group validates them, one by one.
knowledge-import-no-file = Choose a file.
knowledge-import-too-large = This file is too large: { $n } kB at most. Cut it in two.
knowledge-import-too-many = This file has too many questions: { $n } at most. Cut it in two.
knowledge-import-nothing = No question was found in this file. In Markdown or HTML, each question is a heading.
knowledge-import-not-text = This file is not text in UTF-8. Save it so, then try again.
knowledge-import-unreadable = This file cannot be read. Save it as CSV, then try again.
knowledge-import-columns = A column Question or a column Answer is missing in the first line.
knowledge-imported = { $n ->
    [0] No entry was made.
    [one] One entry is there.
   *[other] { $n } entries are there.
}
knowledge-imported-proposed = { $n ->
    [0] No entry was made.
    [one] One entry waits to be validated by the group.
   *[other] { $n } entries wait to be validated by the group.
}
needs-title = Needs for training
needs-lead = What is often asked and poorly answered, by theme, over 90 days. Never by person.
needs-late = Late or unanswered
needs-there = On duty
needs-share = { $poor } of { $asked } (between { $low } and { $high }% with 95% confidence)
needs-unanswered = { $n ->
    [0] all answered
    [one] one of them still without an answer
   *[other] { $n } of them still without an answer
}
needs-too-few = too few to say
needs-all-too-few = Too few questions to say anything. That is a result, not a fault.
needs-need = To be trained
needs-none = No question in 90 days
needs-none-more = Once groups are asked, their themes are read here.
needs-how = Late: the first answer came after the hour that was promised, or did not come. "To be trained" from a quarter on. Nothing is said under 5 questions, 3 units, or of a group of fewer than 3 active people. Source: the questions asked in Relais.
# The page that a customer follows, with a link of their own.
status-title = Your request
status-promised = News before { $at }
status-we-look = We are looking for the answer. We call you before that time, even if we do not have it yet.
status-answer-there = The answer has come: we will call you to give it.
status-we-look-come = We are looking for the answer. Call us or come and see us at that time: we tell you where we are, even if we do not have it yet.
status-answer-come = The answer has come: call us or come and see us to get it.
status-late-come = We are sorry. Call us, come and see us, or write a word below: it reaches the person who promised it to you.
status-where = Where does your request stand?
status-late = We promised you news before { $at }
status-late-more = If nobody called you, we are sorry. Call us, or write a word below: it reaches the person who made that promise.
status-steps = What has been done
# dynamic: status-step-*
status-step-visit = You told us what you need
status-step-asked = We asked the people who know
status-step-answered = They have answered
status-step-called = We called you
status-step-missed = We called you and did not reach you
status-step-told = You had the answer
status-step-wrote = You wrote to us
status-ended = How it ended
status-outcome = Result
status-reason = The reason
status-way = The solution
status-appeal = If you do not agree
# dynamic: status-outcome-*
status-outcome-solved = It is solved
status-outcome-relayed = Somebody takes care of it and told you so
status-outcome-alternative = Another solution was offered to you
status-outcome-refused = We cannot do it
status-outcome-withdrawn = You no longer ask for it
status-outcome-duplicate = It is followed with another request of yours
status-outcome-unreachable = We could not reach you
status-nobody-called = Nobody called you?
status-nobody-called-phone = Call us: we will find your request together.
status-nobody-called-shop = Come and see us: we will find your request together.
status-open-today = Open today: { $hours }
status-open-on = Open { $day }: { $hours }
status-say = Tell us something
status-say-what = What would you like to tell us?
status-say-none = Choose what you would like to tell us.
# dynamic: status-says-*
status-says-sooner = Please call me sooner, if you can
status-says-other-time = I would prefer another moment
status-says-no-longer = It is no longer needed
status-say-words = A word more, or the moment that suits you
status-say-words-hint = No name and no number: we have yours already if you left it with us.
status-say-when = Say which moment would suit you.
status-say-send = Send
status-said = It has reached the person who promised you an answer.
status-said-enough = You wrote to us several times today: all of it has come. For anything else, the best is to call us.
status-enough-today = { $n } messages a day at most: this one was not sent, the others have come. Call us, or write tomorrow.
status-ended-meanwhile = This request has ended in the meantime: the page says how.
status-read-again = What looks like a number or an address was taken out of your words. Read them again, then send.
status-effort = One question, if you like
status-effort-question = “It was easy to get an answer.”
status-effort-scale = From 1, do not agree at all, to 7, fully agree.
status-effort-1 = not at all
status-effort-7 = fully
status-effort-words = Why this score
status-effort-words-hint = No name and no number.
status-effort-private = Your answer is kept without your name, the hour or the request. Whoever helped you does not see it. It cannot be changed afterwards.
status-effort-none = Choose a score from 1 to 7.
status-effort-send = Answer
status-effort-kept = Thank you. Your answer is kept without your name.
status-effort-thanks = You have answered our question. Thank you.
status-stop = No more text messages
status-stop-more = You will still get the calls that you asked for.
status-stopped = Noted: no more text messages from us to your number.
status-private = This page shows neither your name nor your number. Whoever has this link can read it: keep it to yourself. It goes thirty days after the end.
status-lost = This link leads nowhere
status-lost-lead = It was copied wrongly, was replaced, or its time is over.
status-lost-more = If you wait for an answer, it is still being followed: call the shop that received you, or come in. They will give you a new link.
status-link = The customer’s page
status-link-none = This customer has no link yet to follow their request.
status-link-made = Link made on { $day }.
status-link-texted = Link sent by text message on { $day }.
status-link-more = A page without an account: what was promised, what was done, and a way to write to you. No name, no number. It opens until thirty days after the end.
status-send = Send the link by text message, if they agree
status-send-again = Send it again
status-sent = The text message leaves now.
status-not-sent = The text message was not sent. { $why } You can print the page’s slip.
status-no-gateway = Text messages are not set up here: print the slip.
status-no-mobile = No mobile number: print the slip.
status-wants-no-text = They want no more text messages: print the slip.
status-print = Print
status-remove = Take the link back
status-removed = The link leads nowhere any more. You can make a new one.
status-wrote = The customer wrote
status-sms = { $org }: news before { $at }. Follow it: { $link }
status-sms-short = Your request: news before { $at }. Follow it: { $link }
status-sms-effort = { $org }: was it easy to get an answer? One question, no name: { $link }
status-sms-effort-short = Was it easy to get an answer from us? One question, no name: { $link }
status-slip = Slip to print
status-slip-hint = Print it with your browser’s menu, then give the paper to the customer.
status-slip-back = Back to the request
status-slip-title = What we promised you
status-slip-promised = News before { $at }
status-slip-way = To see how far we are, or to tell us something:
status-slip-square = Square to photograph: it opens the address written beside it
status-slip-phone = Heard nothing by then? Call { $phone }.
status-slip-shop = Heard nothing by then? Come and see us with this paper.
status-slip-lost = Whoever has this paper can read the page: if you lose it, tell us and we take the link back.
register-case-link = A customer’s link to their request: a hash, and its letters sealed with a key outside the database.
register-case-message = What a customer writes by their link to whoever promised them an answer, without what identifies them.
register-effort-answer = Whether it was easy to get an answer: a score and a word, by unit, group and day, without a person or a customer. The word goes, the score stays.
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
figures-reused = Answers that were enough for others
figures-reused-more = Without their having to ask: entries and questions answered before, in the period.
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
# dynamic: help-*
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
notice-relaying-closed = { $n ->
    [0] None of your groups closes
    [one] A group that you are in answers no more
   *[other] { $n } groups that you are in answer no more
}
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
