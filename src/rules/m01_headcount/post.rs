//! M01 as rows of the team model.

use super::{CODE, Headcount};
use crate::diag::Text;
use crate::milp::{Name, Provenance, RowBounds};
use crate::policy::Rule;
use crate::rules::frame::{Candidate, TeamFrame, TeamRule, passes};

impl TeamRule for Headcount {
    fn code(&self) -> &'static str {
        CODE
    }

    fn admits(&self, _rule: &Rule, candidate: &Candidate) -> Result<(), Text> {
        let Candidate { role, pool, case, person, unit, .. } = candidate;
        if passes(&role.from, pool, case, person, unit) {
            return Ok(());
        }
        Err(Text::new(
            format!("不符合岗位“{}”对单位和职务的要求", role.name.zh),
            format!("unit or position is not what the role “{}” asks for", role.name.en),
        ))
    }

    fn post(&self, _rule: &Rule, frame: &mut TeamFrame) {
        for case in 0..frame.cases.len() {
            for role in 0..frame.cases[case].roles.len() {
                let asked = frame.cases[case].roles[role].role.clone();
                let fills = |option: &crate::rules::frame::TeamOption| i64::from(option.fills(role));
                let label = |what: &str| format!("{}.{what}", asked.id);
                frame.post_by_segment(CODE, case, &label("min"), RowBounds::AtLeast(0), -asked.min, fills);
                frame.post_by_segment(CODE, case, &label("max"), RowBounds::AtMost(0), -asked.desired, fills);
                post_open(frame, case, role, asked.desired);
            }
        }
    }
}

/// Slots that nobody fills in some segment are open.
fn post_open(frame: &mut TeamFrame, case: usize, role: usize, desired: i64) {
    for segment in 0..frame.cases[case].segments.len() {
        let open = frame.cases[case].roles[role].open;
        let terms: Vec<_> = frame
            .in_segment(case, segment)
            .filter(|option| option.fills(role))
            .map(|option| (option.column, 1))
            .chain([(open, 1)])
            .collect();
        let subject = format!("{}.{}", frame.cases[case].case.id, frame.cases[case].roles[role].role.id);
        let name = Name::new([CODE, "open", &subject, &(segment + 1).to_string()]);
        frame.model.add_row(name, Provenance { rule: CODE, subject }, terms, RowBounds::AtLeast(desired));
    }
}
