//! R06 as rows of the team model.

use std::collections::BTreeSet;

use super::{CODE, KinInTeam};
use crate::id::PersonId;
use crate::milp::{Name, Provenance, RowBounds};
use crate::policy::Rule;
use crate::rules::frame::{TeamFrame, TeamRule};
use crate::ties::TieKind;

impl TeamRule for KinInTeam {
    fn code(&self) -> &'static str {
        CODE
    }

    fn post(&self, _rule: &Rule, frame: &mut TeamFrame) {
        let ties = frame.screener.ties;
        // Kin of unknown degree may be near kin, and former spouses were: they are kept apart as well.
        let pairs: BTreeSet<(PersonId, PersonId)> = ties
            .all()
            .iter()
            .filter(|tie| matches!(tie.kind, TieKind::Kin(kinship) if kinship.is_kept_apart()))
            .map(|tie| (PersonId::new(tie.a.as_str()), PersonId::new(tie.b.as_str())))
            .map(|(a, b)| if a <= b { (a, b) } else { (b, a) })
            .collect();
        for (a, b) in pairs {
            for case in 0..frame.cases.len() {
                let (Some(x), Some(y)) = (frame.members.get(&(case, &a)), frame.members.get(&(case, &b))) else {
                    continue;
                };
                let terms = [(x.column, 1), (y.column, 1)];
                let id = frame.cases[case].case.id.to_string();
                let name = Name::new([CODE, &id, a.as_str(), b.as_str()]);
                let provenance = Provenance { rule: CODE, subject: format!("{id} {a} {b}") };
                frame.model.add_row(name, provenance, terms, RowBounds::AtMost(1));
            }
        }
    }
}
