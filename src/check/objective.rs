//! What every assignment costs, worked out anew and compared with what the plan states.

use super::screening::Screened;
use super::{Days, Docket, Entry, Judge, OBJECTIVE, Subject, joined, share};
use crate::diag::{Text, during, range};
use crate::plan::Assignment;
use crate::pool::{Case, Person, RateKind};

/// What the facts say of one assignment.
struct Worked {
    days_away: i64,
    distance_km: Option<i64>,
    cost_fen: i64,
}

/// Compares every assignment's statements with the facts, one entry each.
pub(super) fn assignments(judge: &Judge, docket: &Docket, screened: &[Screened]) -> Vec<Entry> {
    let each = docket.plan.assignments.iter().zip(screened).filter_map(|(assignment, screened)| {
        let person = judge.pool.people.get(&assignment.person)?;
        let case = judge.pool.cases.get(&assignment.case)?;
        let faults = |told| {
            let days = docket.days_of(case);
            let (faults, figures) = faults(judge, assignment, person, (case, days), screened.exposure, told);
            if judge.has_facts_of(docket.plan) { ([faults, figures].concat(), Vec::new()) } else { (faults, figures) }
        };
        let found = Text::new(
            "任职起止、负荷、身份、关联暴露、路程与费用均与事实一致",
            "dates, load, standing, exposure, travel and cost agree with the facts",
        );
        let subject = Subject::assignment(&case.id, &person.id);
        let ((wrong, drifted), (untold, untold_drift)) = (faults(true), faults(false));
        let entry = Entry::of_faults_or_warnings(subject, OBJECTIVE, wrong, drifted, found);
        Some(Entry { discreet: joined([untold, untold_drift].concat()), ..entry })
    });
    each.collect()
}

/// What the plan states wrongly, and which figures differ; how much exposure the facts give is `told` or not.
fn faults(
    judge: &Judge,
    stated: &Assignment,
    person: &Person,
    (case, ahead): (&Case, Days),
    exposure: i64,
    told: bool,
) -> (Vec<Text>, Vec<Text>) {
    let (mut faults, mut figures) = (Vec::new(), Vec::new());
    if stated.unit != person.unit {
        let unit = |id| Text::same(judge.unit_named(id));
        faults.push(differs("单位", "unit", unit(&stated.unit), unit(&person.unit)));
    }
    let compare = |list: &mut Vec<Text>, zh: &str, en: &str, stated: Text, found: Text| {
        if stated != found {
            list.push(differs(zh, en, stated, found));
        }
    };
    if let Some(role) = judge.policy.templates.get(&case.template).and_then(|template| template.role(&stated.role)) {
        compare(&mut faults, "负荷", "load", Text::same(share(stated.load)), Text::same(share(role.load)));
        compare(
            &mut faults,
            "是否抽调",
            "drawn",
            yes_or_no(stated.drawn),
            yes_or_no(judge.is_drawn(person, case, role)),
        );
    }
    compare(&mut faults, "岗位类别", "role class", stated.class.title(), judge.class(stated).title());
    compare(&mut faults, "是否自有人员", "own staff", yes_or_no(stated.own), yes_or_no(judge.is_own(person, case)));
    let number = |number: i64| Text::same(number.to_string());
    let worked = worked(judge, stated, person, case);
    compare(&mut figures, "在外天数", "days away", number(stated.days_away), number(worked.days_away));
    compare(&mut figures, "距离（公里）", "distance in km", shown(stated.distance_km), shown(worked.distance_km));
    compare(&mut figures, "费用（分）", "cost in fen", number(stated.cost_fen), number(worked.cost_fen));
    match told {
        true => compare(&mut figures, "关联暴露", "exposure", number(stated.exposure), number(exposure)),
        false if stated.exposure != exposure => figures.push(untold_exposure()),
        false => {}
    }
    let service = Days::new(stated.from, stated.to);
    if service.count() == 0 {
        faults.push(Text::new(
            format!("任职起日 {} 晚于止日 {}", stated.from, stated.to),
            format!("service begins on {}, after it ends on {}", stated.from, stated.to),
        ));
    } else if service.common(ahead) != service {
        let (service, ahead) = (during(stated.from, stated.to), range(ahead.from, ahead.to));
        faults.push(Text::new(
            format!("任职起止 {} 不在案件待编的日期内（{}）", service.zh, ahead.zh),
            format!("service {} is not within the days of the case that lie ahead, {}", service.en, ahead.en),
        ));
    }
    (faults, figures)
}

fn differs(zh: &str, en: &str, stated: Text, found: Text) -> Text {
    Text::new(
        format!("{zh}：方案写“{}”，应为“{}”", stated.zh, found.zh),
        format!("{en}: the plan states {}, the facts give {}", stated.en, found.en),
    )
}

/// Exposure that is not as stated, without saying how much it is.
pub(super) fn untold_exposure() -> Text {
    Text::new("关联暴露：方案所写与记录不符", "exposure: what the plan states is not what the records give")
}

fn yes_or_no(holds: bool) -> Text {
    if holds { Text::new("是", "yes") } else { Text::new("否", "no") }
}

fn shown(kilometers: Option<i64>) -> Text {
    kilometers.map_or_else(|| Text::new("不详", "unknown"), |kilometers| Text::same(kilometers.to_string()))
}

fn worked(judge: &Judge, assignment: &Assignment, person: &Person, case: &Case) -> Worked {
    let days = Days::new(assignment.from, assignment.to).count();
    let unit = judge.pool.units.get(&person.unit);
    let away = unit.is_some_and(|unit| judge.county(&unit.region) != judge.county(&case.region));
    let days_away = if away { days } else { 0 };
    let distance_km = unit.and_then(|unit| judge.pool.gazetteer.distance_km(&unit.region, &case.region));
    let road = 2 * distance_km.unwrap_or(0) * months(days);
    let cost_fen = days_away * rate(judge, RateKind::DayAway, case) + road * rate(judge, RateKind::Kilometer, case);
    Worked { days_away, distance_km, cost_fen }
}

/// Begun stretches of thirty days.
fn months(days: i64) -> i64 {
    (days + 29) / 30
}

/// The rate of the nearest region at or above the case's, else the one that holds everywhere, else nothing.
fn rate(judge: &Judge, kind: RateKind, case: &Case) -> i64 {
    let rows = || judge.pool.rates.iter().filter(|rate| rate.kind == kind);
    let line = judge.pool.gazetteer.ancestry(&case.region);
    let near = line.into_iter().find_map(|region| rows().find(|rate| rate.region.as_ref() == Some(region)));
    near.or_else(|| rows().find(|rate| rate.region.is_none())).map_or(0, |rate| rate.fen)
}

impl Judge<'_> {
    /// Travel points of one assignment.
    pub(super) fn travel(&self, assignment: &Assignment) -> i64 {
        let person = self.pool.people.get(&assignment.person);
        let case = self.pool.cases.get(&assignment.case);
        let (Some(person), Some(case)) = (person, case) else { return 0 };
        let worked = worked(self, assignment, person, case);
        let months = months(Days::new(assignment.from, assignment.to).count());
        self.policy.team.travel_points_per_km * 2 * worked.distance_km.unwrap_or(0) * months
            + self.policy.team.travel_points_per_day_away * worked.days_away
    }
}

/// The lot that a seed draws for an assignment: who, where, as what and when; from 1 to 1000.
pub(super) fn lot(seed: u64, drawn: &Assignment) -> i64 {
    let mut drum = blake3::Hasher::new();
    drum.update(&seed.to_le_bytes());
    drum.update(drawn.person.as_str().as_bytes()).update(&[0]);
    drum.update(drawn.case.as_str().as_bytes()).update(&[0]);
    drum.update(drawn.role.as_bytes()).update(&[0]);
    drum.update(drawn.also.as_deref().unwrap_or_default().as_bytes()).update(&[0]);
    drum.update(format!("{}\0{}", drawn.from, drawn.to).as_bytes());
    let digest = drum.finalize();
    let drawn = digest.as_bytes().iter().take(8).rev().fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
    1 + i64::try_from(drawn % 1000).unwrap_or(0)
}
