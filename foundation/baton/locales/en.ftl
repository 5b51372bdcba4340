## What is not done with a baton.
baton-ended = This baton ended in the meantime. Nothing was changed.
baton-not-holder = Somebody else holds this baton now. Nothing was changed.
baton-not-offered = This baton is not held out to you, or no longer. Nothing was changed.
baton-already-theirs = They hold it already.
baton-already-offered = It is held out to them already.
baton-to-somebody-gone = They no longer work here.
baton-no-reason = Say it in a few words.
baton-not-told = Somebody still waits for a word: tell them first.
baton-sought-too-little = It takes { $n } attempts at different times before saying that nobody answers.
baton-already-told = They have been told already.
baton-no-such-outcome = Choose how it ends.
baton-nothing-runs = No delay is running.
baton-runs-already = The delay is running already.

## The register.
register-baton_team = Teams that hold batons together.
register-baton_member = Who is on duty in which team, so that a request finds somebody.
register-baton_presence = “I am here today”: a day, never an hour, to know to whom a baton can be held out.
register-baton = Promises under way: who keeps them, who waits, until when.
register-baton_words = Words said on a baton; they are erased, their hash stays.
register-baton_waiter = Who waits for an answer, and how they were told.
register-baton_attempt = When somebody was sought.
register-baton_offer = To whom a baton was held out.
register-baton_face = The names in a baton’s history, taken out thirty days after its end.
register-baton_event = The history of a baton, without names or words.
