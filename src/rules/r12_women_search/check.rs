//! R12 on a finished plan.

use super::{CODE, WomenSearch};
use crate::check::{Days, Docket, Entry, Judge, OnHand, RuleCheck};
use crate::diag::{Text, during};
use crate::plan::Assignment;
use crate::policy::Rule;
use crate::pool::Sex;

impl RuleCheck for WomenSearch {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let searches = docket.formed(judge.pool, judge.policy).filter(|team| team.case.female_search);
        let least = rule.number("women");
        let is_woman = |member: &Assignment| {
            judge.pool.people.get(&member.person).is_some_and(|person| person.sex == Some(Sex::Female))
        };
        let teams = searches.map(|team| {
            let on_hand = OnHand {
                rule: CODE,
                least,
                counts: &is_woman,
                asks: &|_| false,
                short: &|Days { from, to }, women| {
                    let days = during(from, to);
                    Text::new(
                        format!("计划搜查女性身体，{} 在岗的女性工作人员只有 {women} 人，应不少于 {least} 人", days.zh),
                        format!(
                            "a search of a woman is planned, and {} there are {women} women of {least} on duty",
                            days.en
                        ),
                    )
                },
                found: Text::new(
                    format!("每日女性工作人员不少于 {least} 人"),
                    format!("on every day {least} women or more serve"),
                ),
            };
            on_hand.judge(judge, docket, &team, Vec::new())
        });
        teams.collect()
    }
}
