//! R20 as a condition on who may serve.

use std::collections::BTreeSet;

use jiff::ToSpan;

use super::{CODE, Unavailable};
use crate::diag::Text;
use crate::policy::{RoleClass, Rule};
use crate::pool::{Exemption, Unit, UnitKind};
use crate::rules::frame::{Candidate, TeamRule};

impl TeamRule for Unavailable {
    fn code(&self) -> &'static str {
        CODE
    }

    fn admits(&self, rule: &Rule, candidate: &Candidate) -> Result<(), Text> {
        let Candidate { person, role, drawn, .. } = candidate;
        if !drawn || role.class == RoleClass::Trainee || role.by_office || in_own_zone(candidate) {
            return Ok(());
        }
        let within = |years: i64| {
            let entered = person.entered.map(|entered| entered.latest());
            entered.is_some_and(|entered| candidate.from < entered.saturating_add(years.years()))
        };
        let has = |exemption| person.exemptions.contains(&exemption);
        let reasons = [
            (
                rule.switch("probation") && has(Exemption::Probation),
                Text::new("新提任领导职务，在试用期内", "newly promoted head on probation"),
            ),
            (
                rule.switch("county_leadership") && has(Exemption::CountyLeadership),
                Text::new("县乡领导班子成员", "member of a county or township leadership"),
            ),
            (
                has(Exemption::SelectedGraduate) && within(rule.number("selected_graduate_years")),
                Text::new("选调生未满基层年限", "selected graduate within the first years"),
            ),
            (
                rule.switch("special_task") && has(Exemption::SpecialTask),
                Text::new("专项任务未完成", "unfinished special task"),
            ),
            (within(rule.number("new_hire_years")), Text::new("新录用未满年限", "newly hired")),
        ];
        match reasons.into_iter().find(|(applies, _)| *applies) {
            Some((_, words)) => Err(words),
            None => Ok(()),
        }
    }
}

/// Whether the case is of the zone of the person's unit: the lead unit's, or without one the zone of the local units of
/// the case's region, as long as they are of one.
fn in_own_zone(candidate: &Candidate) -> bool {
    let Candidate { pool, unit, case, .. } = candidate;
    let lead = case.lead_unit.as_ref().and_then(|lead| pool.units.get(lead)?.zone.as_ref());
    let zones: BTreeSet<Option<&String>> = match lead {
        Some(zone) => BTreeSet::from([Some(zone)]),
        None => {
            let seated = |unit: &&Unit| unit.kind == UnitKind::Local && unit.region == case.region;
            pool.units.values().filter(seated).map(|unit| unit.zone.as_ref()).collect()
        }
    };
    unit.zone.is_some() && zones == BTreeSet::from([unit.zone.as_ref()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Language;
    use crate::policy::builtin;
    use crate::pool::read::read_files;
    use crate::pool::write::{EXAMPLE_DAY, init_folder};

    #[test]
    fn service_inside_one_s_own_zone_is_exempt() {
        let (policy, _) = builtin();
        let rule = policy.rules.find("R20").unwrap();
        let base = read_files(&init_folder(Language::Zh, EXAMPLE_DAY)).pool;
        // The zones of the person's unit, of the lead unit, and of a local unit at the place of the case.
        let admitted = |home: &str, lead: &str, local: &str| {
            let mut pool = base.clone();
            let zone = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
            let mut town = pool.units[&"u2".into()].clone();
            (town.id, town.kind, town.region) = ("u3".into(), UnitKind::Local, "430422".into());
            pool.units.insert(town.id.clone(), town);
            for (unit, name) in [("u2", home), ("u1", lead), ("u3", local)] {
                pool.units.get_mut(&unit.into()).unwrap().zone = zone(name);
            }
            pool.people.get_mut(&"p2".into()).unwrap().exemptions.push(Exemption::Probation);
            let (person, case) = (&pool.people[&"p2".into()], &pool.cases[&"c1".into()]);
            let template = &policy.templates[&case.template];
            let role = template.roles.iter().find(|role| role.class == RoleClass::Member && !role.by_office).unwrap();
            let candidate = Candidate {
                pool: &pool,
                policy: &policy,
                as_of: EXAMPLE_DAY,
                person,
                unit: &pool.units[&person.unit],
                case,
                template,
                role,
                from: case.from,
                to: case.to,
                load: 1000,
                drawn: true,
                own: true,
            };
            Unavailable.admits(rule, &candidate).is_ok()
        };
        assert!(!admitted("", "", ""));
        assert!(admitted("一区", "一区", "") && admitted("一区", "一区", "二区"), "the lead unit's zone");
        assert!(!admitted("一区", "二区", "一区") && !admitted("", "一区", "一区"));
        assert!(admitted("一区", "", "一区"), "the zone of the place where the lead unit has none");
        assert!(!admitted("一区", "", "二区") && !admitted("一区", "", ""));
    }
}
