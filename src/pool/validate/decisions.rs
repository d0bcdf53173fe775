//! Demands, pins, waivers and cases that contradict themselves or are out of date.

use std::collections::BTreeMap;

use super::{Checks, Place};
use crate::diag::{Text, codes, plural};
use crate::id::PersonId;
use crate::pool::read::tables::{cases, demands, pins, waivers};
use crate::pool::{CaseStage, Clearance, PinKind};

pub(super) fn check(checks: &mut Checks) {
    demands(checks);
    pins(checks);
    expired(checks);
    signed_by_one(checks);
    handling(checks);
    secrecy(checks);
}

/// A case with a suspect who is investigated or detained, open to whoever has no clearance.
fn secrecy(checks: &mut Checks) {
    for (place, case) in checks.reading::<cases::Cases>(&[&cases::STAGE, &cases::CLEARANCE]) {
        let grave = matches!(case.stage, CaseStage::Filed | CaseStage::Detention);
        if case.open && grave && case.clearance == Clearance::None {
            checks.warning(
                codes::W0515,
                place.cell(&cases::CLEARANCE, ""),
                Text::new(
                    "没有密级，涉密等级（R27）排除不了任何人",
                    "without a secrecy level, clearance (R27) keeps nobody out",
                ),
                Text::new(
                    "填写案件密级；确属非涉密的可不处理。",
                    "Enter the case's secrecy level, unless it really has none.",
                ),
            );
        }
    }
}

/// The room that leads a case is of the commission that handles it, whose staff are the only own staff.
fn handling(checks: &mut Checks) {
    for (place, case) in checks.reading::<cases::Cases>(&[&cases::BODY, &cases::LEAD_UNIT]) {
        if !case.open {
            continue;
        }
        let lead = case.lead_unit.as_ref().and_then(|lead| checks.pool.units.get(lead));
        if let Some(lead) = lead.filter(|lead| lead.body != case.body) {
            let (name, body) = (&lead.name, &lead.body);
            checks.error(
                codes::E0508,
                place.cell(&cases::LEAD_UNIT, lead.id.as_str()),
                Text::new(
                    format!("{name}属于 {body}，不属于承办机关 {}", case.body),
                    format!("{name} is of {body}, not of {}, which handles the case", case.body),
                ),
                Text::new("核对承办机关和牵头单位。", "Check who handles the case and which room leads it."),
            );
        } else if !checks.pool.units.is_empty() && !checks.pool.units.values().any(|unit| unit.body == case.body) {
            checks.warning(
                codes::W0504,
                place.cell(&cases::BODY, case.body.as_str()),
                Text::new(
                    "承办机关在单位表中没有单位，本案没有自有人员",
                    "no unit on file is of this commission, so the case has no own staff",
                ),
                Text::new("核对承办机关，或补登其单位。", "Check who handles the case, or enter its units."),
            );
        }
    }
}

fn demands(checks: &mut Checks) {
    for (place, demand) in checks.records::<demands::Demands>() {
        if let (Some(min), Some(desired)) = (demand.min, demand.desired)
            && min > desired
        {
            checks.error(
                codes::E0207,
                place.cell(&demands::MIN, &min.to_string()),
                Text::new(
                    format!("最少人数多于需要人数 {desired}"),
                    format!("more than the {} wanted", plural(desired, "person")),
                ),
                Text::new("核对两个人数。", "Check the two numbers."),
            );
        }
    }
}

fn pins(checks: &mut Checks) {
    let mut pinned: BTreeMap<_, Place> = BTreeMap::new();
    let rows = checks.reading::<pins::Pins>(&[&pins::PERSON, &pins::CASE, &pins::ROLE, &pins::KIND]);
    for (place, pin) in rows.iter().filter(|(_, pin)| pin.kind == PinKind::Pin) {
        pinned.insert((&pin.person, &pin.case, &pin.role), *place);
    }
    for (place, ban) in rows.iter().filter(|(_, pin)| pin.kind == PinKind::Ban) {
        let clash = pinned.iter().find(|((person, case, role), _)| {
            **person == ban.person && **case == ban.case && (ban.role.is_none() || **role == ban.role)
        });
        if let Some((_, other)) = clash {
            let row = other.row();
            checks.error(
                codes::E0507,
                place.cell(&pins::PERSON, ban.person.as_str()),
                Text::new(
                    format!("{}又指定此人参加该案", row.zh),
                    format!("{} pins the same person to the case", row.en),
                ),
                Text::new("两者只能留其一。", "Keep one of the two."),
            );
        }
    }
}

/// A waiver that the very person whom it sets free approved or asked for, and decisions that one person asked for and
/// approved: nobody else looked at them. A cell is told of once.
fn signed_by_one(checks: &mut Checks) {
    let mut found = Vec::new();
    for (place, waiver) in checks.reading::<waivers::Waivers>(&[&waivers::PERSON, &waivers::AUTHOR, &waivers::APPROVER])
    {
        let freed = checks.pool.people.get(&waiver.person);
        let is_own = |signature: &str| freed.is_some_and(|freed| freed.is_meant_by(signature));
        let (author, approver) = (&waiver.author, &waiver.approver);
        let approved = place.cell(&waivers::APPROVER, approver);
        if is_own(approver) {
            found.push((approved, approved_for_oneself(&waiver.person)));
        } else if author.trim() == approver.trim() {
            found.push((approved, both_signed(author)));
        } else if is_own(author) {
            found.push((place.cell(&waivers::AUTHOR, author), asked_for_oneself(&waiver.person)));
        }
    }
    for (place, pin) in checks.reading::<pins::Pins>(&[&pins::PERSON, &pins::AUTHOR, &pins::APPROVER]) {
        let pinned = checks.pool.people.get(&pin.person);
        if pinned.is_some_and(|pinned| pinned.is_meant_by(&pin.approver)) {
            found.push((place.cell(&pins::APPROVER, &pin.approver), decided_on_oneself(&pin.person)));
        } else if pin.author.trim() == pin.approver.trim() {
            found.push((place.cell(&pins::APPROVER, &pin.approver), both_signed(&pin.author)));
        }
    }
    for (place, (cause, hint)) in found {
        checks.warning(codes::W0406, place, cause, hint);
    }
}

fn both_signed(author: &str) -> (Text, Text) {
    (
        Text::new(format!("{author}既是提出人，又是批准人"), format!("{author} both asked for it and approved it")),
        Text::new("由提出人以外的负责人批准，并更正登记。", "Have somebody else approve it, and correct the record."),
    )
}

fn approved_for_oneself(freed: &PersonId) -> (Text, Text) {
    (
        Text::new(
            format!("{freed} 的豁免由其本人批准，不起作用"),
            format!("{freed} approved this waiver for themselves, so it does not count"),
        ),
        Text::new(
            "由本人以外的负责人批准后更正登记；批准人是同名的另一人的，填写其编号或者职务。",
            "Have somebody else approve it, and correct the record; if a namesake approved it, enter that one's id or office.",
        ),
    )
}

fn decided_on_oneself(pinned: &PersonId) -> (Text, Text) {
    (
        Text::new(
            format!("{pinned} 的指定或者排除由其本人批准"),
            format!("{pinned} approved this pin or ban of themselves"),
        ),
        Text::new(
            "由本人以外的负责人批准后更正登记；批准人是同名的另一人的，填写其编号或者职务。",
            "Have somebody else approve it, and correct the record; if a namesake approved it, enter that one's id or office.",
        ),
    )
}

fn asked_for_oneself(freed: &PersonId) -> (Text, Text) {
    (
        Text::new(format!("{freed} 的豁免由其本人提出"), format!("{freed} asked for this waiver for themselves")),
        Text::new("由承办部门提出，并更正登记。", "Have the department in charge ask for it, and correct the record."),
    )
}

fn expired(checks: &mut Checks) {
    let as_of = checks.as_of;
    let cases = checks.reading::<cases::Cases>(&[&cases::TO, &cases::OPEN]);
    for (place, case) in cases.into_iter().filter(|(_, case)| case.open && case.to < as_of) {
        checks.warning(
            codes::W0403,
            place.cell(&cases::TO, &case.to.to_string()),
            Text::new(
                format!("案件 {} 在判断日期 {as_of} 之前已经结束，却仍登记为待组队；组队时跳过此案", case.id),
                format!(
                    "the case {} was over before {as_of}, yet still wants a team; it is left out of planning",
                    case.id
                ),
            ),
            Text::new("延长结束日期，或将“待组队”改为“否”。", "Extend the case, or set “open” to no."),
        );
    }
    for (place, waiver) in checks.reading::<waivers::Waivers>(&[&waivers::EXPIRES, &waivers::CASE]) {
        // One that lasted until its case was over has done what it is for.
        let served = checks.pool.cases.get(&waiver.case).is_some_and(|case| case.to <= waiver.expires);
        if served || as_of <= waiver.expires {
            continue;
        }
        checks.warning(
            codes::W0403,
            place.cell(&waivers::EXPIRES, &waiver.expires.to_string()),
            Text::new(
                format!("{} 在案件 {} 的豁免已过期，不再起作用", waiver.person, waiver.case),
                format!("the waiver of {} in {} has expired and no longer counts", waiver.person, waiver.case),
            ),
            Text::new("确需继续的，重新审批后更新日期。", "Have it approved anew, or remove it."),
        );
    }
    for (place, waiver) in checks.reading::<waivers::Waivers>(&[&waivers::EXPIRES, &waivers::CASE]) {
        let case = checks.pool.cases.get(&waiver.case).filter(|case| case.open && waiver.expires < case.to);
        let Some(case) = case.filter(|_| as_of <= waiver.expires) else { continue };
        checks.warning(
            codes::W0404,
            place.cell(&waivers::EXPIRES, &waiver.expires.to_string()),
            Text::new(
                format!("早于案件 {} 的结束日期 {}，豁免不起作用", case.id, case.to),
                format!("before {} ends on {}: the waiver does not count", case.id, case.to),
            ),
            Text::new(
                "豁免须覆盖全部办案时间；重新审批后更新日期。",
                "A waiver must last as long as the case: have it approved until then.",
            ),
        );
    }
}
