//! Whether units fit their kind and their people, and their people the days.

use std::collections::BTreeMap;

use super::Checks;
use crate::diag::{Text, codes};
use crate::id::UnitId;
use crate::pool::read::tables::{duties, leave, people, units};
use crate::pool::{UnitKind, days_between};

pub(super) fn check(checks: &mut Checks) {
    let mut serving: BTreeMap<&UnitId, i64> = BTreeMap::new();
    let people = checks.reading::<people::People>(&[&people::LEFT]).into_iter().map(|(_, person)| person);
    for person in people.filter(|person| person.left.is_none_or(|left| left > checks.as_of)) {
        *serving.entry(&person.unit).or_default() += 1;
    }
    for (place, unit) in checks.records::<units::Units>() {
        if unit.kind == UnitKind::Stationed
            && unit.host.is_none()
            && place.reads(&units::KIND)
            && place.reads(&units::HOST)
        {
            checks.warning(
                codes::W0501,
                place.column(&units::HOST),
                Text::new(
                    "派驻组没有登记驻在单位：其人员任组长、副组长，其负责人任任何岗位，一律按“需审查”处理（R34）",
                    "a stationed group without its host: screening says “review” of its people as leads and deputies, and of its head in every role (R34)",
                ),
                Text::new("填写驻在单位。", "Fill in the host."),
            );
        }
        let has_no_host = matches!(unit.kind, UnitKind::Room | UnitKind::External) && place.reads(&units::KIND);
        if let Some(host) = unit.host.as_ref().filter(|_| has_no_host) {
            checks.warning(
                codes::W0505,
                place.cell(&units::HOST, host.as_str()),
                Text::new(
                    "内设室和外部单位没有驻在单位；人员会被当作派驻人员审查",
                    "a room or an external body has no host; its people would be screened as stationed there",
                ),
                Text::new(
                    "清空该格；本级派驻机构类别填“组”，下级的填“地”。",
                    "Clear the cell, or correct the kind: “stationed” for a group of the handling commission, “local” for one of a lower commission.",
                ),
            );
        }
        let listed = serving.get(&unit.id).copied().unwrap_or(0);
        if let Some(strength) = unit.strength.filter(|strength| *strength < listed) {
            checks.warning(
                codes::W0502,
                place.cell(&units::STRENGTH, &strength.to_string()),
                Text::new(
                    format!("少于人员表所列的在职 {listed} 人"),
                    format!("fewer than the {listed} serving people whom the roster lists"),
                ),
                Text::new("核对人数，或留空以人员表为准。", "Check the number, or leave it blank to count the roster."),
            );
        }
    }
    overtaken(checks, &serving);
    long_leave(checks);
}

/// Duties that take more people than the unit has: it would lend nobody.
fn overtaken(checks: &mut Checks, serving: &BTreeMap<&UnitId, i64>) {
    for (place, duty) in checks.reading::<duties::Duties>(&[&duties::UNIT, &duties::PEOPLE]) {
        let Some(unit) = checks.pool.units.get(&duty.unit) else { continue };
        let strength = unit.strength.unwrap_or_else(|| serving.get(&duty.unit).copied().unwrap_or(0));
        if duty.people > strength {
            checks.warning(
                codes::W0521,
                place.cell(&duties::PEOPLE, &duty.people.to_string()),
                Text::new(
                    format!("{} 只有 {strength} 人；其间该单位不派出任何人（M03）", duty.unit),
                    format!("{} has {strength}: meanwhile it lends nobody (M03)", duty.unit),
                ),
                Text::new("核对人数。", "Check the number."),
            );
        }
    }
}

/// Leave of more than a year: most likely a slip in a year.
fn long_leave(checks: &mut Checks) {
    for (place, leave) in checks.reading::<leave::LeaveDays>(&[&leave::FROM, &leave::TO]) {
        let days = days_between(leave.from, leave.to);
        if days > 366 {
            checks.warning(
                codes::W0522,
                place.cell(&leave::TO, &leave.to.to_string()),
                Text::new(
                    format!("共请假 {days} 天，请核对年份"),
                    format!("{days} days of leave: see whether the year is right"),
                ),
                Text::new(
                    "核对起止日期；已经离开的，填写离任日期。",
                    "Check the dates; of whoever has left, enter the day in the people table.",
                ),
            );
        }
    }
}
