//! M07 as rows of the team model.

use std::collections::BTreeMap;

use super::{CODE, OneRole};
use crate::milp::{Name, Provenance, RowBounds};
use crate::policy::Rule;
use crate::rules::frame::{TeamFrame, TeamRule};

impl TeamRule for OneRole {
    fn code(&self) -> &'static str {
        CODE
    }

    fn post(&self, _rule: &Rule, frame: &mut TeamFrame) {
        for case in &frame.cases {
            let mut by_person = BTreeMap::<_, Vec<_>>::new();
            for option in case.options.iter().map(|option| &frame.options[*option]) {
                by_person.entry(&option.person.id).or_default().push((option.column, 1));
            }
            for (person, terms) in by_person.into_iter().filter(|(_, terms)| terms.len() > 1) {
                let name = Name::new([CODE, case.case.id.as_str(), person.as_str()]);
                let provenance = Provenance { rule: CODE, subject: format!("{} {person}", case.case.id) };
                frame.model.add_row(name, provenance, terms, RowBounds::AtMost(1));
            }
        }
    }
}
