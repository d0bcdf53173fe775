//! R10 on a finished plan.

use super::{CODE, TwoOrMore};
use crate::check::{Days, Docket, Entry, Judge, OnHand, RuleCheck};
use crate::diag::{Text, during, plural};
use crate::plan::Assignment;
use crate::policy::Rule;

impl RuleCheck for TwoOrMore {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let teams = docket.formed(judge.pool, judge.policy).map(|team| {
            // A blank cell leaves the number to the template.
            let sessions = match team.case.sessions {
                Some(stated) => stated,
                None => team.template.sessions,
            };
            let least = sessions * rule.number("people_per_session");
            let in_pairs = |member: &Assignment| team.holds_role(member, |role| role.pairs);
            let on_hand = OnHand {
                rule: CODE,
                least,
                counts: &in_pairs,
                asks: &|_| false,
                short: &|Days { from, to }, people| {
                    let days = during(from, to);
                    Text::new(
                        format!("{} 结对岗位在岗 {people} 人，{sessions} 场同时进行需要 {least} 人", days.zh),
                        format!("{}: {} on duty in pair roles, {least} needed", days.en, plural(people, "person")),
                    )
                },
                found: Text::new(
                    format!("每日结对岗位人数满足 {sessions} 场同时进行"),
                    format!("on every day there are pairs for {sessions} parallel sessions"),
                ),
            };
            on_hand.judge(judge, docket, &team, Vec::new())
        });
        teams.collect()
    }
}
