//! M08 as rows of the team model and a condition on who may serve.

use super::{CODE, PartTimeHeads};
use crate::diag::Text;
use crate::id::PersonId;
use crate::policy::Rule;
use crate::pool::{Person, Position, Unit, UnitKind};
use crate::rules::frame::{Candidate, TeamFrame, TeamRule};

impl TeamRule for PartTimeHeads {
    fn code(&self) -> &'static str {
        CODE
    }

    fn admits(&self, rule: &Rule, candidate: &Candidate) -> Result<(), Text> {
        let most = rule.number("load");
        if is_stationed_head(candidate.person, candidate.unit) && candidate.load > most {
            return Err(Text::new(
                format!("派驻组组长只按 {most}‰ 参加，岗位需要 {}‰", candidate.load),
                format!("heads of stationed groups give at most {most}‰, the role takes {}‰", candidate.load),
            ));
        }
        Ok(())
    }

    fn post(&self, rule: &Rule, frame: &mut TeamFrame) {
        let most = rule.number("load");
        let heads: Vec<(PersonId, Vec<usize>)> = frame
            .by_person
            .iter()
            .filter(|(_, options)| {
                options
                    .first()
                    .map(|option| &frame.options[*option])
                    .is_some_and(|o| is_stationed_head(o.person, o.unit))
            })
            .map(|(person, options)| ((*person).clone(), options.clone()))
            .collect();
        for (person, options) in heads {
            frame.post_loads(CODE, &person, &options, |_| most);
        }
    }
}

fn is_stationed_head(person: &Person, unit: &Unit) -> bool {
    person.position == Position::Head && unit.kind == UnitKind::Stationed
}
