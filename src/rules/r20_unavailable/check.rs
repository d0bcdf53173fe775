//! R20 on a finished plan.

use super::{CODE, Unavailable};
use crate::check::{Docket, Entry, Judge, RuleCheck, Subject, roles_of, years_ago};
use crate::diag::Text;
use crate::plan::Assignment;
use crate::policy::{Role, RoleClass, Rule};
use crate::pool::{Exemption, Person, UnitKind};

impl RuleCheck for Unavailable {
    fn code(&self) -> &'static str {
        CODE
    }

    fn assignment(&self, judge: &Judge, rule: &Rule, _docket: &Docket, assignment: &Assignment) -> Vec<Entry> {
        let template =
            judge.pool.cases.get(&assignment.case).and_then(|case| judge.policy.templates.get(&case.template));
        let person = judge.pool.people.get(&assignment.person);
        let (Some(template), Some(person)) = (template, person) else { return Vec::new() };
        let exempt = |role: &Role| role.class == RoleClass::Trainee || role.by_office;
        let bound = roles_of(assignment).filter_map(|role| template.role(role)).any(|role| !exempt(role));
        if !bound || !judge.draws(assignment) || serves_at_home(judge, assignment) {
            return Vec::new();
        }
        let found = Text::new("不属于一般不抽调的人员", "not among those who as a rule are not drawn");
        let subject = Subject::assignment(&assignment.case, &assignment.person);
        vec![Entry::of_faults(subject, CODE, reasons(rule, person, assignment), found)]
    }
}

/// Whether the assignment stays inside the zone of the person's unit.
fn serves_at_home(judge: &Judge, assignment: &Assignment) -> bool {
    let units = &judge.pool.units;
    let zone_of = |unit| units.get(unit).and_then(|unit| unit.zone.as_deref());
    let case = judge.pool.cases.get(&assignment.case);
    let home = judge.pool.people.get(&assignment.person).and_then(|person| zone_of(&person.unit));
    let (Some(case), Some(home)) = (case, home) else { return false };
    if let Some(zone) = case.lead_unit.as_ref().and_then(zone_of) {
        return zone == home;
    }
    let mut there = units.values().filter(|unit| unit.region == case.region && unit.kind == UnitKind::Local).peekable();
    there.peek().is_some() && there.all(|unit| unit.zone.as_deref() == Some(home))
}

fn reasons(rule: &Rule, person: &Person, assignment: &Assignment) -> Vec<Text> {
    let has = |exemption| person.exemptions.contains(&exemption);
    let newer = |years: i64| {
        years > 0 && person.entered.is_some_and(|entered| entered.latest() > years_ago(assignment.from, years))
    };
    let graduate = has(Exemption::SelectedGraduate) && newer(rule.number("selected_graduate_years"));
    let reasons = [
        (rule.switch("probation") && has(Exemption::Probation), "新提任领导干部试用期内", "a leader on probation"),
        (
            rule.switch("county_leadership") && has(Exemption::CountyLeadership),
            "县乡领导班子成员",
            "of a county or township leadership",
        ),
        (
            rule.switch("special_task") && has(Exemption::SpecialTask),
            "专项任务尚未完成",
            "has an unfinished special task",
        ),
        (graduate, "选调生未满规定年限", "a selected graduate short of the years"),
        (newer(rule.number("new_hire_years")), "新录用未满规定年限", "a new hire short of the years"),
    ];
    reasons.into_iter().filter(|(applies, ..)| *applies).map(|(_, zh, en)| Text::new(zh, en)).collect()
}
