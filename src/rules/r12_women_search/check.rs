//! R12 on a finished plan.

use super::{CODE, WomenSearch};
use crate::check::{Docket, Entry, Judge, RuleCheck, Subject, count};
use crate::diag::Text;
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
        let teams = searches.map(|team| {
            let is_woman = |member: &&&Assignment| {
                judge.pool.people.get(&member.person).is_some_and(|person| person.sex == Some(Sex::Female))
            };
            let mut faults = Vec::new();
            for stretch in team.stretches() {
                let women = count(stretch.members.iter().filter(is_woman));
                if women < least {
                    let day = stretch.days.from;
                    faults.push(Text::new(
                        format!("计划搜查女性身体，{day} 起女性工作人员只有 {women} 人，应不少于 {least} 人"),
                        format!("a search of a woman is planned, and from {day} on there are {women} women of {least}"),
                    ));
                }
            }
            let found = Text::new(
                format!("每日女性工作人员不少于 {least} 人"),
                format!("on every day {least} women or more serve"),
            );
            Entry::of_faults(Subject::team(&team.case.id), CODE, faults, found)
        });
        teams.collect()
    }
}
