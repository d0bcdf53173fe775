//! What a case wants and what it lacks: headcounts, open slots, skills.

use std::collections::BTreeMap;

use super::{Docket, Judge, Stretch, roles_of};
use crate::id::CaseId;
use crate::plan::Assignment;
use crate::policy::{Role, SkillDemand, Template};
use crate::pool::Case;

impl Judge<'_> {
    /// Fewest and most people of a role, with what the case's demands change.
    pub fn headcount(&self, case: &Case, role: &Role) -> (i64, i64) {
        let (mut min, mut desired) = (role.min, role.desired);
        for demand in self.pool.demands.iter().filter(|demand| demand.case == case.id && demand.role == role.id) {
            min = demand.min.unwrap_or(min);
            desired = demand.desired.unwrap_or(desired);
        }
        (min, desired.max(min))
    }

    /// The skills that a case wants: the template's, and one person for every demand that names a skill.
    pub fn skill_demands(&self, case: &Case, template: &Template) -> Vec<SkillDemand> {
        let mut skills = template.skills.clone();
        for demand in self.pool.demands.iter().filter(|demand| demand.case == case.id) {
            if let Some(skill) = &demand.skill {
                let level = demand.level.unwrap_or(1);
                let roles = vec![demand.role.clone()];
                skills.push(SkillDemand {
                    skill: skill.clone(),
                    roles,
                    min: 1,
                    level,
                    desired: 1,
                    desired_level: level,
                });
            }
        }
        skills
    }

    /// Members of a stretch who count for a skill demand at `level`.
    pub fn skilled(&self, stretch: &Stretch, demand: &SkillDemand, level: i64) -> i64 {
        let counted = |member: &&&Assignment| {
            demand.roles.is_empty() || roles_of(member).any(|role| demand.roles.iter().any(|wanted| wanted == role))
        };
        let able = stretch.members.iter().filter(counted);
        count(able.filter(|member| self.facts.level(&member.person, &demand.skill) >= level))
    }

    /// Slots of each role of a planned case that stay open on at least one day; all of them when no team is formed.
    pub fn open_slots(&self, docket: &Docket, case: &CaseId) -> BTreeMap<String, i64> {
        let Some(case) = self.pool.cases.get(case) else { return BTreeMap::new() };
        let Some(template) = self.policy.templates.get(&case.template) else { return BTreeMap::new() };
        let team = docket.formed_for(self.pool, self.policy, &case.id);
        let open = template.roles.iter().map(|role| {
            let (_, desired) = self.headcount(case, role);
            let missing = match &team {
                None => desired,
                Some(team) => {
                    let fewest = team
                        .stretches()
                        .iter()
                        .map(|stretch| count(team.in_roles(stretch, |it| it.id == role.id)))
                        .min();
                    desired - fewest.unwrap_or(0)
                }
            };
            (role.id.clone(), missing.max(0))
        });
        open.filter(|(_, missing)| *missing > 0).collect()
    }
}

/// How many there are.
pub fn count(items: impl Iterator) -> i64 {
    i64::try_from(items.count()).unwrap_or(i64::MAX)
}
