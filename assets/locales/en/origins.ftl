# How the Guidelines came about: points 14 to 30 of the expert group's report, in our own words.

origins-title = How the Guidelines came about
origins-lead = In January 2002 fifteen experts from fourteen countries met in Vancouver. What follows is what their report says of their choices, in Guidepost’s own words; the numbers are the points of that report.
origins-paragraphs = The paragraphs, one by one

origins-draft-title = From a draft to guidelines
origins-draft = An earlier meeting, in Buenos Aires in 1999, had left a draft. The Vancouver group went through it part by part and wrote it anew. It also changed the name: until then the text spoke of elements of responsible prevention, and the experts wanted a tool that people could work with, hence “Guidelines”. The Economic and Social Council accepted them on 24 July 2002 in its resolution 2002/13.
origins-draft-points = Points 14 and 16

origins-why-title = Why prevent
origins-why = The evidence was plain enough for the group: next to what police and courts do, prevention lowers crime and the number of victims, is worth its cost, and treats people humanely.
origins-why-points = Point 15

origins-lead-title = Governments lead, others take part
origins-lead-body = Many have a part in prevention, but the group laid the first duty on governments, and wanted this said early and clearly. Governments make the conditions in which the work of everybody else can last. Partnership is at the core of it.
origins-lead-points = Points 17, 22 and 26

origins-scope-title = What is in, and what is not
origins-scope = The weight lies on prevention in and with communities, which had come to matter more and more to Member States. Police, courts and prisons prevent crime too, yet they have rules of their own elsewhere. So enforcing the law, sentences and corrections are outside the Guidelines, as their paragraph 3 says.
origins-scope-points = Points 18 and 19; paragraph 3 of the Guidelines

origins-definition-title = No single definition
origins-definition = The group preferred to describe several approaches to prevention rather than to fix one definition of it. That is why Guidepost first asks how wide the State’s own idea of prevention is.
origins-definition-points = Point 20

origins-people-title = Development, and people at risk
origins-people = Crime is tied to how people live. Health, schools, housing, work and the fight against poverty therefore belong in the text. Communities, families, children and young people at risk should get particular care, as should what sets apart the needs of women and men and of minorities, with respect for their cultures.
origins-people-points = Points 21 and 24

origins-rights-title = Law and rights
origins-rights = Prevention has to keep to the rule of law and to human rights at every step, and should help a culture to grow in which people respect the law.
origins-rights-points = Point 25

origins-methods-title = How to go about it
origins-methods = The experts wanted practical help in the text: how to design, plan, carry out and evaluate a programme, with the community taking part throughout. Each State fits this to its own form of government and to what its places need.
origins-methods-points = Point 27

origins-world-title = Beyond the border
origins-world = Crime in a street and crime across borders are linked, so national, regional and international action has to reckon with both. International work should set itself tasks that can be done, pass on what shows promise, and help the countries that ask for it, above all with money, training and skills for developing countries and economies in transition.
origins-world-points = Points 23, 28 and 29

origins-next-title = What was to come first
origins-next = For the years up to 2005 the group named what should be done first between States: United Nations bodies working in step, help and the money for it with a list of experts, networks that also join cities directly, guides in the languages that people read, campaigns that reach the public, products that invite less crime, and a place for prevention at the next congress. This program’s questions on cooperation follow from there.
origins-next-points = Point 30 (a) to (h)

origins-sources-title = The documents
origins-source = { $title } ({ $symbol })
origins-own-words = Nothing here is quoted. Read the documents themselves before relying on a word of them.
