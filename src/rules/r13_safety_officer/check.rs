//! R13 on a finished plan.

use super::{CODE, SafetyOfficer};
use crate::check::{Days, Docket, Entry, Formed, Judge, OnHand, RuleCheck};
use crate::diag::{Text, during, plural};
use crate::plan::Assignment;
use crate::policy::Rule;

impl RuleCheck for SafetyOfficer {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let teams = docket.formed(judge.pool, judge.policy).map(|team| {
            let is_officer = |member: &Assignment| team.holds_role(member, |role| role.safety_officer);
            let on_hand = OnHand {
                rule: CODE,
                least: rule.number("officers"),
                counts: &is_officer,
                asks: &|_| false,
                short: &|Days { from, to }, officers| {
                    let days = during(from, to);
                    Text::new(
                        format!("{} 在岗的安全员只有 {officers} 人", days.zh),
                        format!("{}: {} on duty", days.en, plural(officers, "safety officer")),
                    )
                },
                found: Text::new("每日均有专任安全员", "on every day a safety officer serves"),
            };
            on_hand.judge(judge, docket, &team, doubled(judge, &team))
        });
        teams.collect()
    }
}

/// Safety officers who do interview or evidence work as well.
fn doubled(judge: &Judge, team: &Formed) -> Vec<Text> {
    let both = |member: &&&Assignment| {
        team.holds_role(member, |role| role.safety_officer) && team.holds_role(member, |role| role.evidence_work)
    };
    let words = |member: &&Assignment| {
        let named = judge.person_named(&member.person);
        Text::new(
            format!("安全员 {named} 兼任谈话、取证岗位"),
            format!("safety officer {named} does interview or evidence work as well"),
        )
    };
    team.members.iter().filter(both).map(words).collect()
}
