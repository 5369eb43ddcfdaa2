//! Who replied of those who were invited, by regional group. A share tells how far the replies speak
//! for a group; it ranks nobody.

use super::StateSet;
use crate::domain::{RegionalGroup, States};

/// The response of one regional group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupResponse {
    pub group: RegionalGroup,
    pub invited: StateSet,
    /// Those of them that replied, whether or not their answers are counted yet.
    pub replied: StateSet,
}

/// The response of every regional group, in the order of the groups.
pub fn response(states: &States, invited: &StateSet, replied: &StateSet) -> Vec<GroupResponse> {
    let groups = RegionalGroup::ALL.into_iter().map(|group| {
        let invited: StateSet = &states.of_group(group) & invited;
        GroupResponse {
            group,
            replied: &invited & replied,
            invited,
        }
    });
    groups.collect()
}
