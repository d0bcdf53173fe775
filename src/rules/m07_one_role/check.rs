//! M07 on a finished plan.

use std::collections::BTreeMap;

use super::{CODE, OneRole};
use crate::check::{Docket, Entry, Judge, RuleCheck, Subject};
use crate::diag::Text;
use crate::plan::Assignment;
use crate::policy::Rule;

impl RuleCheck for OneRole {
    fn code(&self) -> &'static str {
        CODE
    }

    fn assignment(&self, judge: &Judge, _rule: &Rule, _docket: &Docket, assignment: &Assignment) -> Vec<Entry> {
        let Some(also) = &assignment.also else { return Vec::new() };
        let case = judge.pool.cases.get(&assignment.case);
        let Some(template) = case.and_then(|case| judge.policy.templates.get(&case.template)) else {
            return Vec::new();
        };
        let allowed = template.doublings.iter().any(|it| it.role == assignment.role && it.also == *also);
        let named = |role| judge.role_named(&assignment.case, role);
        let (role, also) = (named(&assignment.role), named(also));
        let fault = Text::new(
            format!("模板不允许“{}”兼任“{}”", role.zh, also.zh),
            format!("the template does not let `{}` double as `{}`", role.en, also.en),
        );
        let found = Text::new("兼任为模板所允许", "the template allows the doubling");
        let subject = Subject::assignment(&assignment.case, &assignment.person);
        vec![Entry::of_faults(subject, CODE, if allowed { Vec::new() } else { vec![fault] }, found)]
    }

    fn plan(&self, _judge: &Judge, _rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let people = docket.people().map(|(person, served)| {
            let mut times: BTreeMap<_, usize> = BTreeMap::new();
            for assignment in served {
                *times.entry(&assignment.case).or_default() += 1;
            }
            let twice = times.into_iter().filter(|(_, times)| *times > 1).map(|(case, times)| {
                Text::new(format!("在案件 {case} 中出现 {times} 次"), format!("stands {times} times in case {case}"))
            });
            let found = Text::new("在每个案件中只任一个岗位", "holds one role in each case");
            Entry::of_faults(Subject::person(person), CODE, twice.collect(), found)
        });
        people.collect()
    }
}
