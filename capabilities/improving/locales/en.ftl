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
pebble-signed = Show my name with what I say
pebble-signed-hint = Without it, only those who answer know who said it.
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

register-pebble = What teams said and the answer given. The author’s name is there only if they wish it.

may-improving-pebbles-read = pebbles and ideas, and what becomes of them
may-improving-pebbles-say = say what gets in the way, and join others
pebble-baton = Say a word to whoever looks after it
pebble-baton-yours = Pass on, say a word
