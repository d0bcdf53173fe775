//! The objective added up anew, tier by tier, and what the plan says is proven about it.

use std::collections::{BTreeMap, BTreeSet};

use super::objective::{lot, untold_exposure};
use super::screening::Screened;
use super::{Days, Docket, Entry, Formed, Judge, OBJECTIVE, RuleCheck, Subject, joined, months_ago, screening};
use crate::diag::Text;
use crate::id::{CaseId, PersonId, UnitId};
use crate::plan::{Plan, Termination, TierResult};
use crate::policy::{SkillDemand, TierName};

/// One entry per tier, and one for the list of tiers with the reason why the search ended.
pub(super) fn check(judge: &Judge, docket: &Docket, screened: &[Screened]) -> Vec<Entry> {
    let plan = docket.plan;
    let wanted = wanted(judge, plan);
    let mut entries = vec![Entry::of_faults(
        Subject::Plan,
        OBJECTIVE,
        list_faults(plan, &wanted),
        Text::new("目标层次、证明状态与停止原因一致", "the tiers, what is proven and why the search ended agree"),
    )];
    for (position, tier) in plan.tiers.iter().enumerate() {
        let slack = judge.policy.team.tiers.iter().find(|setting| setting.name == tier.name).map(|it| it.slack);
        let mut faults = proof_faults(tier, &plan.tiers[..position], slack);
        let used = used(judge, docket, screened, tier.name, tier.priority);
        let (mut discreet, mut drifted) = (None, Vec::new());
        if used != tier.used {
            if tier.name == TierName::Exposure {
                discreet = joined([faults.clone(), vec![untold_exposure()]].concat());
            }
            let differs = Text::new(
                format!("方案写 {}，重新计算为 {used}", tier.used),
                format!("the plan states {}, added up anew it is {used}", tier.used),
            );
            if judge.has_facts_of(plan) { &mut faults } else { &mut drifted }.push(differs);
        }
        let mut title = tier.name.title();
        if let Some(class) = tier.priority {
            title = Text::new(format!("{}（优先级 {class}）", title.zh), format!("{} (priority {class})", title.en));
        }
        let found = Text::new(format!("重新计算为 {used}，与方案一致"), format!("{used}, as the plan states"));
        let mut entry = Entry::of_faults_or_warnings(Subject::Plan, OBJECTIVE, faults, drifted, found);
        let Text { zh, en } = entry.words;
        entry.words = Text::new(format!("{}：{zh}", title.zh), format!("{}: {en}", title.en));
        entries.push(Entry { discreet, ..entry });
    }
    entries
}

impl Judge<'_> {
    /// What each tier that the policy asks for adds up to in a plan, whatever the plan states; open slots once per
    /// priority class.
    pub fn tiers(&self, plan: &Plan, checks: &[&dyn RuleCheck]) -> Vec<(TierName, Option<i64>, i64)> {
        let docket = Docket::new(plan, checks);
        let screened = screening::assignments(self, &docket);
        let tiers = wanted(self, plan).into_iter();
        tiers.map(|(name, priority)| (name, priority, used(self, &docket, &screened, name, priority))).collect()
    }
}

/// The tiers that the policy asks for, open slots once per priority class, declarations owed where the request allows
/// any.
fn wanted(judge: &Judge, plan: &Plan) -> Vec<(TierName, Option<i64>)> {
    let cases = plan.input.cases.iter().filter_map(|case| judge.pool.cases.get(case));
    let classes: BTreeSet<i64> = cases.map(|case| case.priority).collect();
    let tiers = judge.policy.team.tiers.iter().flat_map(|tier| match tier.name {
        TierName::OpenSlots => classes.iter().map(|class| (tier.name, Some(*class))).collect(),
        TierName::Provisional if !plan.input.provisional => Vec::new(),
        other => vec![(other, None)],
    });
    tiers.collect()
}

fn list_faults(plan: &Plan, wanted: &[(TierName, Option<i64>)]) -> Vec<Text> {
    let mut faults = Vec::new();
    if plan.termination == Termination::Infeasible {
        if !plan.assignments.is_empty() || !plan.tiers.is_empty() {
            faults.push(Text::new(
                "方案称无可行方案，却仍有内容",
                "the plan says that none is feasible and yet has content",
            ));
        }
        return faults;
    }
    let listed: Vec<_> = plan.tiers.iter().map(|tier| (tier.name, tier.priority)).collect();
    if listed != wanted {
        faults.push(Text::new("目标层次与政策不符", "the tiers are not those of the policy"));
    }
    if (plan.termination == Termination::Proven) != plan.tiers.iter().all(|tier| tier.proven) {
        faults.push(Text::new("停止原因与各层证明状态不符", "why the search ended does not agree with what is proven"));
    }
    // Short of a proof, the file does not say whether a time limit had a hand in it.
    let fixed = match plan.termination {
        Termination::Proven | Termination::Infeasible => Some(true),
        Termination::TimeLimit | Termination::Interrupted => Some(false),
        Termination::WorkLimit | Termination::Numerical => None,
    };
    if fixed.is_some_and(|fixed| plan.deterministic != fixed) {
        faults.push(Text::new(
            "可重现标记与停止原因不符",
            "the mark `deterministic` does not agree with why the search ended",
        ));
    }
    faults
}

fn proof_faults(tier: &TierResult, earlier: &[TierResult], slack: Option<i64>) -> Vec<Text> {
    let mut faults = Vec::new();
    let mut require = |holds: bool, zh: &str, en: &str| {
        if !holds {
            faults.push(Text::new(zh, en));
        }
    };
    let (value, used, bound) = (i128::from(tier.value), i128::from(tier.used), i128::from(tier.bound));
    require(bound <= value, "下界高于所达到的值", "the bound lies above the value");
    require(value <= used, "最终值优于求解时的所得值", "the value used is better than the value found");
    require(used <= value + i128::from(tier.slack), "最终值超出允许的放宽量", "the value used exceeds value and slack");
    require(slack.is_none_or(|slack| slack == tier.slack), "放宽量与政策不符", "the slack is not the policy's");
    require(tier.proven == (value - bound < 1), "“已证明”与下界不符", "`proven` does not agree with the bound");
    let gap = (value - bound) * 1_000_000 / value.abs().max(1);
    require(i128::from(tier.gap_ppm) == gap, "间隙计算有误", "the gap is not (value − bound) / max(1, |value|)");
    let open = earlier.iter().find(|tier| !tier.proven).map(|tier| tier.name);
    require(open == tier.given_unproven, "所依据的未证明层次有误", "the unproven tier that it rests on is wrong");
    faults
}

fn used(judge: &Judge, docket: &Docket, screened: &[Screened], name: TierName, priority: Option<i64>) -> i64 {
    let plan = docket.plan;
    match name {
        TierName::OpenSlots => {
            let of_class = |case: &&CaseId| {
                judge.pool.cases.get(*case).is_some_and(|case| priority.is_none_or(|class| class == case.priority))
            };
            plan.input.cases.iter().filter(of_class).flat_map(|case| judge.open_slots(docket, case).into_values()).sum()
        }
        TierName::Provisional => screened.iter().map(|one| i64::from(!one.missing.is_empty())).sum(),
        TierName::Preference => plan.assignments.iter().map(|it| judge.beyond_first_choice(it)).sum(),
        TierName::Exposure => {
            let alone: i64 = screened.iter().map(|one| one.exposure).sum();
            alone + docket.formed(judge.pool, judge.policy).map(|team| within(judge, &team)).sum::<i64>()
        }
        TierName::SkillShortfall => docket.formed(judge.pool, judge.policy).map(|team| shortfall(judge, &team)).sum(),
        TierName::Burden => burden(judge, docket) + strain(judge, docket),
        TierName::Travel => plan.assignments.iter().map(|assignment| judge.travel(assignment)).sum(),
        TierName::Lottery => plan.assignments.iter().map(|it| lot(plan.seed, it)).sum(),
    }
}

/// Points between the people of one team, at once or in turn.
fn within(judge: &Judge, team: &Formed) -> i64 {
    let mut points = 0;
    let mut seen = BTreeSet::new();
    for (position, one) in team.members.iter().enumerate() {
        for other in &team.members[position + 1..] {
            let pair = (one.person.clone().min(other.person.clone()), one.person.clone().max(other.person.clone()));
            if one.person != other.person && seen.insert(pair) {
                points += judge.points_between(&one.person, &other.person);
            }
        }
    }
    points
}

fn shortfall(judge: &Judge, team: &Formed) -> i64 {
    let stretches = team.stretches();
    let demands = judge.skill_demands(team.case, team.template);
    let missing = |demand: &SkillDemand| {
        let at_most =
            stretches.iter().map(|stretch| demand.desired - judge.skilled(stretch, demand, demand.desired_level));
        at_most.max().unwrap_or(0).max(0)
    };
    demands.iter().map(missing).sum()
}

/// The growth of the squared burden of everybody whom the plan draws.
fn burden(judge: &Judge, docket: &Docket) -> i64 {
    let team = &judge.policy.team;
    let step = team.burden_step_days.max(1);
    let squared = |days: i64| ((days + step - 1) / step).pow(2);
    let window = Days::new(months_ago(judge.as_of, team.burden_months), judge.as_of);
    let mut drawn: BTreeMap<&PersonId, i64> = BTreeMap::new();
    for assignment in docket.plan.assignments.iter().filter(|assignment| judge.draws(assignment)) {
        *drawn.entry(&assignment.person).or_default() += Days::new(assignment.from, assignment.to).count();
    }
    let growth = drawn.into_iter().map(|(person, days)| {
        let served = judge.facts.served(person).iter().filter(|served| served.drawn);
        let before: i64 = served.map(|served| Days::new(served.from, served.to).common(window).count()).sum();
        squared(before + days) - squared(before)
    });
    growth.sum()
}

/// The square of the people drawn from each unit.
fn strain(judge: &Judge, docket: &Docket) -> i64 {
    let mut drawn: BTreeMap<&UnitId, BTreeSet<&PersonId>> = BTreeMap::new();
    for assignment in docket.plan.assignments.iter().filter(|assignment| judge.draws(assignment)) {
        if let Some(person) = judge.pool.people.get(&assignment.person) {
            drawn.entry(&person.unit).or_default().insert(&person.id);
        }
    }
    drawn.values().map(|people| i64::try_from(people.len()).unwrap_or(i64::MAX).pow(2)).sum()
}
