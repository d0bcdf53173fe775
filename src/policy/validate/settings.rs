//! Objective tiers, limits and tie settings.

use super::Place;
use crate::diag::{Diagnostic, Text, codes, plural};
use crate::policy::document::Document;
use crate::policy::{TeamSettings, TieSettings};

/// Judges the planner's settings, which stand at `base`; what cannot be meant is added to `faults`.
pub(in crate::policy) fn team(document: &Document, base: &[&str], team: &TeamSettings, faults: &mut Vec<Diagnostic>) {
    let place = Place { document, base };
    let numbers = [
        (vec!["limits", "nodes"], team.limits.nodes, 1),
        (vec!["limits", "iterations"], team.limits.iterations, 1),
        (vec!["burden_step_days"], team.burden_step_days, 1),
        (vec!["burden_months"], team.burden_months, 0),
        (vec!["travel_points_per_km"], team.travel_points_per_km, 0),
        (vec!["travel_points_per_day_away"], team.travel_points_per_day_away, 0),
    ];
    for (path, value, least) in numbers {
        at_least(&place, &path, value, least, faults);
    }
    if team.tiers.is_empty() && place.sound(&["tier"]) {
        faults.push(place.error(
            codes::E0606,
            &["tier"],
            "[]",
            Text::new("没有列出任何目标层，无从比较方案", "no tier is listed, so that no plan is better than another"),
            Text::new(
                "至少列出一层，通常为 open_slots 等全部各层；可对照 models/policies/team/default.toml",
                "list at least one, as a rule open_slots and all the others; compare models/policies/team/default.toml",
            ),
        ));
    }
    for (index, tier) in team.tiers.iter().enumerate() {
        let index_text = index.to_string();
        at_least(&place, &["tier", &index_text, "slack"], tier.slack, 0, faults);
        let sound = |index: usize| place.sound(&["tier", &index.to_string(), "name"]);
        let earlier = team.tiers.iter().enumerate().take(index);
        if sound(index) && earlier.filter(|(at, _)| sound(*at)).any(|(_, earlier)| earlier.name == tier.name) {
            let title = tier.name.title();
            faults.push(place.error(
                codes::E0608,
                &["tier", &index_text, "name"],
                place.shown(&["tier", &index_text, "name"]),
                Text::new(format!("目标层“{}”列了两次", title.zh), format!("the tier `{}` is listed twice", title.en)),
                Text::new("每层只列一次", "list each tier once"),
            ));
        }
    }
}

/// Judges the tie settings, which stand at `base`; what cannot be meant is added to `faults`.
pub(in crate::policy) fn ties(document: &Document, base: &[&str], ties: &TieSettings, faults: &mut Vec<Diagnostic>) {
    let place = Place { document, base };
    let kinds = [
        ("colleague", ties.colleague),
        ("superior", ties.superior),
        ("classmate", ties.classmate),
        ("townsman_township", ties.townsman_township),
        ("townsman_county", ties.townsman_county),
        ("co_handled", ties.co_handled),
        ("host_leadership", ties.host_leadership),
    ];
    for (kind, setting) in kinds {
        points(&place, &[kind, "base"], setting.base, faults);
        at_least(&place, &[kind, "years"], setting.years, 0, faults);
        at_least(&place, &[kind, "overlap_days"], setting.overlap_days, 0, faults);
        at_least(&place, &[kind, "full_size"], setting.full_size, 0, faults);
    }
    points(&place, &["co_handled_most"], ties.co_handled_most, faults);
    let declared = &ties.declared;
    let declared_points = [
        ("friend", declared.friend),
        ("classmate", declared.classmate),
        ("townsman", declared.townsman),
        ("colleague", declared.colleague),
        ("distant_kin", declared.distant_kin),
        ("grudge", declared.grudge),
        ("loan", declared.loan),
        ("interest", declared.interest),
        ("sworn_kin", declared.sworn_kin),
        ("other", declared.other),
    ];
    for (kind, value) in declared_points {
        points(&place, &["declared", kind], value, faults);
    }
    at_least(&place, &["declared", "years"], declared.years, 0, faults);
    let embeddedness = &ties.embeddedness;
    points(&place, &["embeddedness", "grew_up"], embeddedness.grew_up, faults);
    points(&place, &["embeddedness", "worked"], embeddedness.worked, faults);
    points(&place, &["embeddedness", "kin"], embeddedness.kin, faults);
    at_least(&place, &["embeddedness", "worked_days"], embeddedness.worked_days, 1, faults);
}

fn points(place: &Place, path: &[&str], value: i64, faults: &mut Vec<Diagnostic>) {
    if !(0..=100).contains(&value) && place.sound(path) {
        faults.push(place.error(
            codes::E0606,
            path,
            value,
            Text::new(format!("分值 {value} 超出 0–100"), format!("{} outside 0–100", plural(value, "point"))),
            Text::new("请写 0 到 100 的整数", "write a whole number from 0 to 100"),
        ));
    }
}

fn at_least(place: &Place, path: &[&str], value: i64, least: i64, faults: &mut Vec<Diagnostic>) {
    if value < least && place.sound(path) {
        faults.push(place.error(
            codes::E0606,
            path,
            value,
            Text::new(format!("{value} 小于 {least}"), format!("{value} is below {least}")),
            Text::new(format!("请写不小于 {least} 的整数"), format!("write a whole number of at least {least}")),
        ));
    }
}
