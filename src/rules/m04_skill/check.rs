//! M04 on a finished plan.

use super::{CODE, SkillCoverage};
use crate::check::{Docket, Entry, Judge, RuleCheck, Subject, skill_named};
use crate::diag::Text;
use crate::policy::Rule;

impl RuleCheck for SkillCoverage {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, _rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let teams = docket.formed(judge.pool, judge.policy).map(|team| {
            let mut faults = Vec::new();
            for demand in judge.skill_demands(team.case, team.template) {
                for stretch in team.stretches() {
                    let able = judge.skilled(&stretch, &demand, demand.level);
                    if able < demand.min {
                        let (day, level, min) = (stretch.days.from, demand.level, demand.min);
                        let skill = skill_named(&demand.skill);
                        faults.push(Text::new(
                            format!("{day} 起“{}”达到 {level} 级的有 {able} 人，至少应有 {min} 人", skill.zh),
                            format!("from {day} on {able} of at least {min} have `{}` at level {level}", skill.en),
                        ));
                    }
                }
            }
            let found =
                Text::new("每日专长人数和等级均满足要求", "on every day the demanded skills and levels are there");
            Entry::of_faults(Subject::team(&team.case.id), CODE, faults, found)
        });
        teams.collect()
    }
}
