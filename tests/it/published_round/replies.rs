//! What the round tells of single replies: the ground of the samples.

use guidepost::domain::{Extent, KindId, Level, Standing, TextField};

use super::{cells, code, question, reply, round};

#[test]
fn colombia_replied_and_is_named_nowhere() {
    let colombia = reply("COL");
    assert_eq!(cells(&colombia), [""; 0]);
    assert!(colombia.choices.is_empty() && colombia.texts.is_empty() && colombia.guides.is_empty());
    assert!(colombia.assistance.rows.is_empty());
    assert_eq!(colombia.assistance.all_areas_need, None);
    assert_eq!(colombia.assistance.all_areas_offer, None);
}

#[test]
fn france_did_not_reply() {
    assert_eq!(round().reply(code("FRA")), None);
}

#[test]
fn egypt_said_a_single_no() {
    let egypt = reply("EGY");
    assert_eq!(cells(&egypt), ["27.links national no"]);
    assert!(egypt.choices.is_empty() && egypt.texts.is_empty());
}

#[test]
fn canada_s_reply_in_full() {
    let canada = reply("CAN");
    assert_eq!(
        cells(&canada),
        [
            "7.steps national yes",
            "7.policy national yes",
            "7.policy regional yes",
            "7.policy local yes",
            "7.law national yes",
            "17.a national in_part",
            "17.a regional yes",
            "17.b national in_part",
            "17.c national yes",
            "17.c regional yes",
            "17.d national yes",
            "17.d regional yes",
            "18.a national in_part",
            "18.d national yes",
            "6.a national yes",
            "8.youth national yes",
            "14.groups national yes",
            "14.gender national in_part",
            "8.integrated national in_part",
            "6.b.integrated national in_part",
            "26.a national in_part",
            "26.b national yes",
            "26.d national yes",
            "26.e national yes",
            "6.d national yes",
            "23.b national yes",
            "23.c national yes",
            "23.d.outcomes national in_part",
            "23.d.unintended national in_part",
            "23.components national yes",
            "29.need national yes",
            "29.offer national yes",
        ]
    );
    let choices: Vec<_> = canada
        .choices
        .iter()
        .map(|one| (one.question.as_str(), one.option.as_str()))
        .collect();
    assert_eq!(choices, [("7.lead", "independent")]);
    let texts: Vec<_> = canada
        .texts
        .iter()
        .map(|text| (text.question.as_str(), text.field))
        .collect();
    assert_eq!(
        texts,
        [
            ("17.a", TextField::Exists),
            ("8.youth", TextField::Exists),
            ("27.links", TextField::Exists),
            ("29.need", TextField::Missing),
        ]
    );
    assert_eq!(canada.guides.len(), 1);
    assert!(canada.guides[0].remark.is_some());
    let sheet = canada.assistance;
    assert_eq!((sheet.all_areas_need, sheet.all_areas_offer), (None, None));
    let mut needs = Vec::new();
    let mut offers = Vec::new();
    for row in &sheet.rows {
        if let Some(need) = &row.need {
            assert_eq!(need.kind.as_ref().map(KindId::as_str), Some("expertise"));
            assert!(need.reason.contains("no funded assistance"));
            needs.push((row.area.as_str(), need.extent));
        }
        if let Some(offer) = &row.offer {
            assert_eq!((&offer.kind, offer.reason.as_str()), (&None, ""));
            offers.push((row.area.as_str(), offer.extent));
        }
    }
    let areas = [
        "local",
        "sustainability",
        "knowledge",
        "planning",
        "evaluation",
        "organized-crime",
    ];
    assert_eq!(needs, areas.map(|area| (area, Extent::Yes)));
    assert_eq!(
        offers,
        ["17", "19", "social"].map(|area| (area, Extent::Yes))
    );
}

#[test]
fn other_replies_as_the_doubts_decide_them() {
    let regional_plan = |state: &str| {
        let plan = question("17.b");
        let cells = reply(state).cells;
        let mut own = cells.iter().filter(|cell| cell.question == plan);
        let line: Vec<_> = own
            .by_ref()
            .map(|cell| (cell.level, cell.standing))
            .collect();
        line
    };
    let (national, regional, local) = (Level::National, Level::Regional, Level::Local);
    assert_eq!(
        regional_plan("DEU"),
        [
            (national, Standing::Yes),
            (local, Standing::Yes),
            (regional, Standing::InPart)
        ]
    );
    assert_eq!(regional_plan("JPN"), [(national, Standing::Yes)]);
    assert_eq!(regional_plan("CAN"), [(national, Standing::InPart)]);
    let doubts = |state: &str| -> Vec<String> {
        reply(state)
            .doubts
            .iter()
            .map(|doubt| doubt.id.to_string())
            .collect()
    };
    assert_eq!(doubts("JPN"), ["note-20-level"]);
    assert_eq!(doubts("ARE"), ["note-35-last-name"]);
    assert_eq!(doubts("MDA"), ["paragraph-6-no-plan"]);
    assert!(doubts("CAN").contains(&"note-53-canada".to_owned()));
    let says = |state: &str, line: &str| cells(&reply(state)).iter().any(|cell| cell == line);
    for state in ["ARE", "USA"] {
        assert!(!says(state, "6.a national yes"), "{state}");
        assert!(says(state, "8.youth national yes"), "{state}");
    }
    for state in ["DZA", "MDA"] {
        assert!(
            !cells(&reply(state))
                .iter()
                .any(|cell| cell.starts_with("7.plan"))
        );
        assert!(
            reply(state)
                .texts
                .iter()
                .any(|text| text.question.as_str() == "7.plan")
        );
    }
    assert!(says("GRC", "29.need national yes") && !says("GRC", "29.offer national yes"));
    assert!(says("DEU", "29.offer national yes") && !says("DEU", "29.need national yes"));
    assert!(reply("GRC").assistance.rows.is_empty() && reply("DEU").assistance.rows.is_empty());
}

#[test]
fn choices_carry_their_words() {
    let portugal = reply("PRT").choices;
    let scope = portugal
        .iter()
        .find(|one| one.question.as_str() == "3.scope")
        .unwrap();
    assert_eq!(scope.option.as_str(), "wider");
    assert!(scope.text.contains("law enforcement"));
    let iceland = reply("ISL").choices;
    assert_eq!(iceland[0].option.as_str(), "health-institute");
    assert!(iceland[0].text.contains("public health"));
}

#[test]
fn a_need_in_all_areas_stays_one_mark() {
    let bolivia = reply("BOL").assistance;
    assert_eq!(bolivia.all_areas_need, Some(Extent::Yes));
    assert_eq!(bolivia.all_areas_offer, Some(Extent::Yes));
    assert!(bolivia.rows.is_empty());
    let mauritius = reply("MUS").assistance;
    let planning = mauritius
        .rows
        .iter()
        .find(|row| row.area.as_str() == "planning")
        .unwrap();
    assert!(planning.need.is_some() && planning.offer.is_some());
    let slovakia = reply("SVK").assistance;
    let structures = &slovakia.rows[0];
    assert_eq!(structures.area.as_str(), "17");
    assert_eq!(structures.offer.as_ref().unwrap().extent, Extent::InPart);
    assert!(structures.need.is_none());
}

#[test]
fn every_reply_but_colombia_s_says_something() {
    let round = round();
    let silent: Vec<String> = round
        .replies
        .iter()
        .map(|reply| round.reply(reply.state).unwrap())
        .filter(|reply| reply.cells.is_empty() && reply.choices.is_empty())
        .map(|reply| reply.state.to_string())
        .collect();
    assert_eq!(silent, ["COL"]);
}
