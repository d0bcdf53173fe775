//! M06 as rows of the team model.

use super::{CODE, Pins, held};
use crate::diag::Text;
use crate::id::{CaseId, PersonId};
use crate::milp::{Name, Provenance, RowBounds};
use crate::policy::Rule;
use crate::pool::PinKind;
use crate::rules::frame::{Candidate, TeamFrame, TeamRule};

impl TeamRule for Pins {
    fn code(&self) -> &'static str {
        CODE
    }

    fn admits(&self, _rule: &Rule, candidate: &Candidate) -> Result<(), Text> {
        let Candidate { pool, person, case, role, .. } = candidate;
        let ban = pool.pins.iter().find(|pin| {
            pin.kind == PinKind::Ban
                && pin.person == person.id
                && pin.case == case.id
                && pin.role.as_ref().is_none_or(|banned| *banned == role.id)
        });
        match ban {
            Some(ban) => Err(Text::new(
                format!("经 {} 批准不参加本案", ban.approver),
                format!("banned from the case, approved by {}", ban.approver),
            )),
            None => Ok(()),
        }
    }

    fn post(&self, _rule: &Rule, frame: &mut TeamFrame) {
        let screener = frame.screener;
        for held in held(screener.pool, screener.policy, screener.as_of) {
            post_service(frame, &held.case, &held.person, held.role.as_deref());
        }
    }
}

/// The person serves in the case, in the role if one is named; nothing for cases outside the plan.
fn post_service(frame: &mut TeamFrame, case: &CaseId, person: &PersonId, role: Option<&str>) {
    let Some(index) = frame.cases.iter().position(|framed| framed.case.id == *case) else { return };
    let framed = &frame.cases[index];
    let position = role.map(|role| framed.roles.iter().position(|framed| framed.role.id == role));
    let terms: Vec<_> = framed
        .options
        .iter()
        .map(|option| &frame.options[*option])
        .filter(|option| option.person.id == *person)
        .filter(|option| position.is_none_or(|wanted| wanted.is_some_and(|wanted| option.fills(wanted))))
        .map(|option| (option.column, 1))
        .collect();
    let name = Name::new([CODE, case.as_str(), person.as_str(), role.unwrap_or("any")]);
    let provenance = Provenance { rule: CODE, subject: format!("{case} {person}") };
    frame.model.add_row(name, provenance, terms, RowBounds::AtLeast(1));
}
