# The words of the closed sets that an answer is made of.

level-national = National
level-regional = Regional
level-local = Local

standing-yes = Yes
standing-in-part = In part
standing-no = No
standing-not-applicable = N/A
standing-not-known = No information
standing-not-answered = not answered

standing-not-applicable-full = Not applicable

application-not-yet = not yet
application-partly = partly
application-applied = applied
application-not-said = not said

progress-done-of-all = { $done } of { $all }
