//! M04 as rows of the team model.

use super::{CODE, SkillCoverage};
use crate::id::PersonId;
use crate::milp::RowBounds;
use crate::policy::{Rule, SkillDemand};
use crate::pool::Pool;
use crate::rules::frame::{CaseFrame, TeamFrame, TeamOption, TeamRule};

impl TeamRule for SkillCoverage {
    fn code(&self) -> &'static str {
        CODE
    }

    fn post(&self, _rule: &Rule, frame: &mut TeamFrame) {
        let pool = frame.screener.pool;
        for case in 0..frame.cases.len() {
            for (index, demand) in frame.cases[case].skills.clone().into_iter().enumerate() {
                if demand.min == 0 {
                    continue;
                }
                let roles = counted_roles(&frame.cases[case], &demand);
                let terms = |option: &TeamOption| i64::from(counts(pool, &demand, &roles, demand.level, option));
                let label = format!("skill.{}", index + 1);
                frame.post_by_segment(CODE, case, &label, RowBounds::AtLeast(0), -demand.min, terms);
            }
        }
    }
}

/// Positions of the roles in which a demanded skill counts.
pub fn counted_roles(case: &CaseFrame, demand: &SkillDemand) -> Vec<usize> {
    (0..case.roles.len())
        .filter(|role| demand.roles.is_empty() || demand.roles.contains(&case.roles[*role].role.id))
        .collect()
}

/// Whether an option counts for a skill demand at a level.
pub fn counts(pool: &Pool, demand: &SkillDemand, roles: &[usize], level: i64, option: &TeamOption) -> bool {
    roles.iter().any(|role| option.fills(*role)) && level <= level_of(pool, &option.person.id, demand)
}

/// A person's level in the demanded skill; 0 when none is on record.
fn level_of(pool: &Pool, person: &PersonId, demand: &SkillDemand) -> i64 {
    let from = pool.skills.partition_point(|skill| skill.person < *person);
    pool.skills[from..]
        .iter()
        .take_while(|skill| skill.person == *person)
        .filter(|skill| skill.skill == demand.skill)
        .map(|skill| skill.level)
        .max()
        .unwrap_or(0)
}
