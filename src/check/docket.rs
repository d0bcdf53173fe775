//! The plan on the judge's desk: its assignments by case, person and unit.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Days, Judge, RuleCheck};
use crate::id::{CaseId, PersonId};
use crate::plan::{Assignment, Plan, Team};
use crate::policy::{Policy, Role, Template};
use crate::pool::{Assignment as Served, Case, Pool};

/// A plan, indexed, with the checks that judge it.
pub struct Docket<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// Every rule's check, for rules that ask whom the others leave clear (R15).
    pub checks: &'p [&'p dyn RuleCheck],
    planned: BTreeSet<&'p CaseId>,
    by_case: BTreeMap<&'p CaseId, Vec<&'p Assignment>>,
    by_person: BTreeMap<&'p PersonId, Vec<&'p Assignment>>,
}

impl<'p> Docket<'p> {
    /// Indexes a plan.
    pub fn new(plan: &'p Plan, checks: &'p [&'p dyn RuleCheck]) -> Self {
        let (mut by_case, mut by_person) = (BTreeMap::new(), BTreeMap::new());
        for assignment in &plan.assignments {
            by_case.entry(&assignment.case).or_insert_with(Vec::new).push(assignment);
            by_person.entry(&assignment.person).or_insert_with(Vec::new).push(assignment);
        }
        Docket { plan, checks, planned: plan.input.cases.iter().collect(), by_case, by_person }
    }

    /// The days of a case that the plan is about: those that lay ahead as it was made.
    pub fn days_of(&self, case: &Case) -> Days {
        let made = self.plan.input.as_of;
        Days::new(if case.from < made { made } else { case.from }, case.to)
    }

    /// Who serves in a case.
    pub fn of_case(&self, case: &CaseId) -> &[&'p Assignment] {
        self.by_case.get(case).map_or(&[], Vec::as_slice)
    }

    /// What a person does in the plan.
    pub fn of_person(&self, person: &PersonId) -> &[&'p Assignment] {
        self.by_person.get(person).map_or(&[], Vec::as_slice)
    }

    /// The people of the plan with what they do, by id.
    pub fn people(&self) -> impl Iterator<Item = (&'p PersonId, &[&'p Assignment])> {
        self.by_person.iter().map(|(person, served)| (*person, served.as_slice()))
    }

    /// A person's past and current service in cases that the plan leaves alone; of a planned case the plan itself says
    /// who serves.
    pub fn elsewhere<'d>(&'d self, judge: &'d Judge, person: &PersonId) -> impl Iterator<Item = &'d Served> {
        judge.facts.served(person).iter().copied().filter(|served| !self.planned.contains(&served.case))
    }

    /// Whether somebody served in the case already on the day of planning, or is to serve in it later by the records.
    pub fn serves_already(&self, judge: &Judge, person: &PersonId, case: &CaseId) -> bool {
        let mut served = judge.facts.served(person).iter();
        served.any(|served| served.case == *case && self.plan.input.as_of <= served.to)
    }

    /// The formed teams whose case and template are on file.
    pub fn formed<'d>(&'d self, pool: &'d Pool, policy: &'d Policy) -> impl Iterator<Item = Formed<'d>> {
        self.plan.teams.iter().filter_map(move |team| self.team(pool, policy, team))
    }

    /// The formed team of one case.
    pub fn formed_for<'d>(&'d self, pool: &'d Pool, policy: &'d Policy, case: &CaseId) -> Option<Formed<'d>> {
        let team = self.plan.teams.iter().find(|team| team.case == *case)?;
        self.team(pool, policy, team)
    }

    fn team<'d>(&'d self, pool: &'d Pool, policy: &'d Policy, team: &'d Team) -> Option<Formed<'d>> {
        let case = pool.cases.get(&team.case)?;
        let template = policy.templates.get(&case.template)?;
        team.formed.then(|| Formed {
            team,
            case,
            template,
            days: self.days_of(case),
            members: self.of_case(&team.case),
        })
    }
}

/// One formed team with all that is on file about its case.
pub struct Formed<'d> {
    /// The team.
    pub team: &'d Team,
    /// Its case.
    pub case: &'d Case,
    /// Its template.
    pub template: &'d Template,
    /// The days that the plan is about.
    pub days: Days,
    /// Who serves.
    pub members: &'d [&'d Assignment],
}

/// Days on which the same people serve.
pub struct Stretch<'d> {
    /// The days.
    pub days: Days,
    /// Who serves on each of them.
    pub members: Vec<&'d Assignment>,
}

impl<'d> Formed<'d> {
    /// The days of the case that the plan is about, cut wherever somebody joins or leaves.
    pub fn stretches(&self) -> Vec<Stretch<'d>> {
        cut(self.days, self.members, [])
    }

    /// The same, cut at the days of leave as well: on all days of a stretch the same members are on leave.
    pub fn attendance(&self, judge: &Judge) -> Vec<Stretch<'d>> {
        let turns = self.members.iter().flat_map(|member| {
            let serves = Days::new(member.from, member.to);
            let leave = judge.facts.leave(&member.person).iter();
            leave.flat_map(|leave| [leave.from, super::next_day(leave.to)]).filter(move |day| serves.holds(*day))
        });
        cut(self.days, self.members, turns)
    }

    /// Whether the first or second role of a member passes `test`.
    pub fn holds_role(&self, member: &Assignment, test: impl Fn(&Role) -> bool) -> bool {
        roles_of(member).any(|id| self.template.role(id).is_some_and(&test))
    }

    /// The members of a stretch whose first or second role passes `test`.
    pub fn in_roles<'s>(
        &'s self,
        stretch: &'s Stretch<'d>,
        test: impl Fn(&Role) -> bool + 's,
    ) -> impl Iterator<Item = &'d Assignment> + 's {
        stretch.members.iter().copied().filter(move |member| self.holds_role(member, &test))
    }
}

/// The ids of the first and second role of an assignment.
pub fn roles_of(assignment: &Assignment) -> impl Iterator<Item = &str> {
    std::iter::once(assignment.role.as_str()).chain(assignment.also.as_deref())
}

/// Cuts the days wherever a member joins or leaves, and on the first days in `turns`.
fn cut<'d>(whole: Days, members: &[&'d Assignment], turns: impl IntoIterator<Item = Date>) -> Vec<Stretch<'d>> {
    let mut starts: Vec<Date> = turns.into_iter().chain([whole.from]).collect();
    for member in members {
        starts.push(member.from);
        starts.push(super::next_day(member.to));
    }
    starts.retain(|day| whole.holds(*day));
    starts.sort();
    starts.dedup();
    let ends = starts.iter().skip(1).map(|day| day.yesterday().unwrap_or(*day)).chain([whole.to]);
    let stretch = |(from, to): (&_, _)| Stretch {
        days: Days::new(*from, to),
        members: members.iter().copied().filter(|member| Days::new(member.from, member.to).holds(*from)).collect(),
    };
    starts.iter().zip(ends).map(stretch).collect()
}
