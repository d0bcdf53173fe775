//! What every assignment costs, worked out anew and compared with what the plan states.

use super::screening::Screened;
use super::{Days, Docket, Entry, Judge, Subject};
use crate::diag::Text;
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
        let faults = faults(judge, assignment, person, case, screened.exposure);
        let found = Text::new(
            "任职起止、负荷、身份、关联暴露、路程与费用均与事实一致",
            "dates, load, standing, exposure, travel and cost agree with the facts",
        );
        Some(Entry::of_faults(Subject::assignment(&case.id, &person.id), "objective", faults, found))
    });
    each.collect()
}

fn faults(judge: &Judge, stated: &Assignment, person: &Person, case: &Case, exposure: i64) -> Vec<Text> {
    let mut faults = Vec::new();
    let mut compare = |zh: &str, en: &str, stated: String, found: String| {
        if stated != found {
            faults.push(Text::new(
                format!("{zh}：方案写 {stated}，应为 {found}"),
                format!("{en}: the plan states {stated}, the facts give {found}"),
            ));
        }
    };
    if let Some(role) = judge.policy.templates.get(&case.template).and_then(|template| template.role(&stated.role)) {
        compare("负荷", "load", stated.load.to_string(), role.load.to_string());
        let drawn = judge.is_drawn(person, case, role);
        compare("是否抽调", "drawn", stated.drawn.to_string(), drawn.to_string());
    }
    compare("岗位类别", "role class", format!("{:?}", stated.class), format!("{:?}", judge.class(stated)));
    compare("单位", "unit", stated.unit.to_string(), person.unit.to_string());
    compare("是否自有人员", "own staff", stated.own.to_string(), judge.is_own(person, case).to_string());
    compare("关联暴露", "exposure", stated.exposure.to_string(), exposure.to_string());
    let worked = worked(judge, stated, person, case);
    compare("在外天数", "days away", stated.days_away.to_string(), worked.days_away.to_string());
    compare("距离（公里）", "distance in km", shown(stated.distance_km), shown(worked.distance_km));
    compare("费用（分）", "cost in fen", stated.cost_fen.to_string(), worked.cost_fen.to_string());
    let service = Days::new(stated.from, stated.to);
    if service.count() == 0 || service.common(Days::new(case.from, case.to)) != service {
        faults.push(Text::new(
            format!("任职起止 {} 至 {} 不在案件期内", stated.from, stated.to),
            format!("service from {} to {} is not within the case's days", stated.from, stated.to),
        ));
    }
    faults
}

fn shown(kilometers: Option<i64>) -> String {
    kilometers.map_or_else(|| "—".to_string(), |kilometers| kilometers.to_string())
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
