# The voice of the field: what gets in the way, what would help, and what became of it.
pebbles-menu = Pebbles
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
pebbles-none-more = What you say gets an answer within ten working days.
pebble-say = Say what gets in the way
pebble-say-lead = Less than a minute. You will have an answer within ten working days.
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
pebble-anonymous-next = It will appear tomorrow morning with what others said. The answer is promised ten working days later.
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
