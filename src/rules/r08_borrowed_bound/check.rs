//! R08 on a finished plan.

use super::{BorrowedBound, CODE};
use crate::check::{Docket, Entry, Judge, RuleCheck, Subject, count};
use crate::diag::Text;
use crate::plan::Assignment;
use crate::policy::Rule;

impl RuleCheck for BorrowedBound {
    fn code(&self) -> &'static str {
        CODE
    }

    fn assignment(&self, judge: &Judge, _rule: &Rule, docket: &Docket, assignment: &Assignment) -> Vec<Entry> {
        let person = judge.pool.people.get(&assignment.person);
        let case = judge.pool.cases.get(&assignment.case);
        let (Some(person), Some(case)) = (person, case) else { return Vec::new() };
        let class = judge.class(assignment);
        let in_force = docket.checks.iter().filter_map(|check| {
            let rule = judge.policy.rules.active(check.code(), judge.as_of)?;
            check.opinion(judge, rule, person, case, class)
        });
        let rules = count(in_force);
        let fault = Text::new("没有经过任何回避规则筛查", "screened by no rule of recusal");
        let found = Text::new(
            format!("与本机关人员一样，经 {rules} 条规则筛查"),
            format!("screened by {rules} rules, like everybody else"),
        );
        let subject = Subject::assignment(&case.id, &person.id);
        vec![Entry::of_faults(subject, CODE, if rules == 0 { vec![fault] } else { Vec::new() }, found)]
    }
}
