//! How far the replies of a round carry, in whole numbers that can be redone by hand.

use super::GroupResponse;
use crate::domain::RegionalGroup;

/// Something to keep in mind while reading the figures of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caution {
    /// Fewer than half of the States invited replied.
    FewReplied { replied: usize, invited: usize },
    /// Of these groups less than half as large a share replied as of all States invited: the
    /// replies hardly speak for them.
    FewOfGroup(Vec<RegionalGroup>),
}

/// What is to be kept in mind with this response; nothing before anybody replied.
pub fn cautions(groups: &[GroupResponse]) -> Vec<Caution> {
    let invited: usize = groups.iter().map(|group| group.invited.len()).sum();
    let replied: usize = groups.iter().map(|group| group.replied.len()).sum();
    let mut cautions = Vec::new();
    if replied == 0 {
        return cautions;
    }
    if 2 * replied < invited {
        cautions.push(Caution::FewReplied { replied, invited });
    }
    // Replied of the group ÷ invited of the group < half of replied ÷ invited, without fractions.
    let is_thin =
        |group: &&GroupResponse| 2 * group.replied.len() * invited < replied * group.invited.len();
    let thin: Vec<RegionalGroup> = groups
        .iter()
        .filter(is_thin)
        .map(|each| each.group)
        .collect();
    if !thin.is_empty() {
        cautions.push(Caution::FewOfGroup(thin));
    }
    cautions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::StateCode;

    /// A group of which so many were invited and so many replied.
    fn group(group: RegionalGroup, invited: usize, replied: usize) -> GroupResponse {
        let code = |place: usize| {
            let letter = |digit: usize| char::from(b'A' + u8::try_from(digit % 26).unwrap());
            let text: String = [place / 26, place, 0].into_iter().map(letter).collect();
            StateCode::parse(&text).unwrap()
        };
        GroupResponse {
            group,
            invited: (0..invited).map(code).collect(),
            replied: (0..replied).map(code).collect(),
        }
    }

    #[test]
    fn few_replies_and_thin_groups_are_told() {
        use RegionalGroup::{Africa, WesternEurope};
        let check = |africa: [usize; 2], west: [usize; 2]| {
            let [africa, west] = [(Africa, africa), (WesternEurope, west)]
                .map(|(name, [invited, replied])| group(name, invited, replied));
            cautions(&[africa, west])
        };
        assert_eq!(check([50, 0], [30, 0]), []);
        assert_eq!(check([50, 40], [30, 20]), []);
        let few = |replied, invited| Caution::FewReplied { replied, invited };
        assert_eq!(check([50, 20], [30, 12]), [few(32, 80)]);
        let thin = Caution::FewOfGroup(vec![Africa]);
        assert_eq!(check([50, 2], [30, 20]), [few(22, 80), thin.clone()]);
        assert_eq!(check([10, 2], [30, 30]), [thin]);
        assert_eq!(
            check([0, 0], [30, 30]),
            [],
            "nobody invited is no thin group"
        );
    }
}
