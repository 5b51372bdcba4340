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
register-baton-team = Teams that hold batons together.
register-baton-member = Who is on duty in which team, so that a request finds somebody.
register-baton-team-opening = The hours at which a team answers.
register-baton-team-hosts = Who hosts which team.
register-baton-stint = Who answers for a group, from when to when: a plan, erased the next day, never a time sheet.
register-baton-presence = “I am here today”: a day, never an hour, to know to whom a baton can be held out.
register-baton = Promises under way: who keeps them, who waits, until when. How many somebody keeps serves only to ask no more of whoever keeps enough; nobody reads it.
register-baton-words = Words said on a baton; they are erased, their hash stays.
register-baton-waiter = Who waits for an answer, and how they were told.
register-baton-attempt = When somebody was sought.
register-baton-offer = To whom a baton was held out.
register-baton-face = The names in a baton’s history, taken out some time after its end: thirty days unless set otherwise.
register-baton-event = The history of a baton, without names or words.

## The story of a baton.
baton-story = Its story
# dynamic: baton-story-*
baton-story-given = Said, and entrusted
baton-story-offered = Held out
baton-story-accepted = Taken
baton-story-refused = Not taken
baton-story-withdrawn = No longer held out
baton-story-noted = A word
baton-story-replied = A word from whoever waits
baton-story-news = News
baton-story-paused = Waiting for a detail
baton-story-resumed = Under way again
baton-story-joined = One more voice
baton-story-sought = Sought
baton-story-told = Told
baton-story-climbed = Time goes by: others are asked
baton-story-awaited = News were promised
baton-story-returned = Back to the team
baton-story-ended = Ended

## What those who hold are called.
# dynamic: baton-team-*
baton-team-unit_leads = Those who answer for { $name }
baton-team-region_leads = Region { $name }
baton-team-network_leads = The network

# dynamic: setting-*
setting-baton-names-kept = Names in the story of a baton
setting-baton-names-kept-more = Some time after a baton’s end, names and words leave its story, and whoever adopted a solution for their unit is forgotten. A smaller number takes out within the hour, for good, what is older.
setting-baton-most-held = Promises that one person keeps at most
setting-baton-most-held-more = Whoever keeps that many is asked by Relais for no more: others with room are. A colleague may still ask.
stint-ends-first = It ends before it begins.
stint-is-over = This time is over already.
stint-too-long = One answers for { $hours } hours at most in one go.
stint-too-far = One says so { $days } days ahead at most.
stint-of-another-team = You are not in this group.
baton-not-waiting = This baton does not wait for an answer from you.
