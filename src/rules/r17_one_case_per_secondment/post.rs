//! R17 as rows of the team model and conditions on who may serve.

use jiff::ToSpan;

use super::{CODE, OneCasePerSecondment};
use crate::diag::Text;
use crate::id::PersonId;
use crate::milp::{Name, Provenance, RowBounds};
use crate::policy::Rule;
use crate::rules::frame::{Candidate, TeamFrame, TeamRule};

impl TeamRule for OneCasePerSecondment {
    fn code(&self) -> &'static str {
        CODE
    }

    fn admits(&self, rule: &Rule, candidate: &Candidate) -> Result<(), Text> {
        let Candidate { pool, person, case, template, from, to, drawn, .. } = candidate;
        if !drawn {
            return Ok(());
        }
        let member = if template.supervision { person.pools.supervision } else { person.pools.investigation };
        if !member {
            return Err(if template.supervision {
                Text::new("不在监督检查人才库", "not in the supervision pool")
            } else {
                Text::new("不在审查调查人才库", "not in the investigation pool")
            });
        }
        let gap = rule.number("cooldown_days").days();
        let conflict = pool.service_of(&person.id).find(|service| {
            service.case != case.id
                && service.drawn
                && *from <= service.to.saturating_add(gap)
                && service.from <= to.saturating_add(gap)
        });
        match conflict {
            Some(service) => Err(Text::new(
                format!("另有借调（{}，至 {}），间隔不足", service.case, service.to),
                format!("seconded to {} until {}, too close to this case", service.case, service.to),
            )),
            None => Ok(()),
        }
    }

    fn post(&self, _rule: &Rule, frame: &mut TeamFrame) {
        let people: Vec<(PersonId, Vec<usize>)> =
            frame.by_person.iter().map(|(person, options)| ((*person).clone(), options.clone())).collect();
        for (person, options) in people {
            for (index, group) in frame.exclusive_groups(&options).into_iter().enumerate() {
                // Options of one case exclude each other already (M07).
                let first = &frame.options[group[0]];
                if group.iter().all(|option| frame.options[*option].case == first.case) {
                    continue;
                }
                let terms: Vec<_> = group.iter().map(|option| (frame.options[*option].column, 1)).collect();
                let name = Name::new([CODE, person.as_str(), &index.to_string()]);
                let provenance = Provenance { rule: CODE, subject: person.to_string() };
                frame.model.add_row(name, provenance, terms, RowBounds::AtMost(1));
            }
        }
    }
}
