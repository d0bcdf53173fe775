//! M05 on a finished plan.

use std::collections::BTreeMap;

use super::{CODE, CompositionRows};
use crate::check::{Docket, Entry, Formed, Judge, RuleCheck, Stretch, Subject};
use crate::diag::{Text, plural};
use crate::id::{RegionCode, UnitId};
use crate::policy::{Composition, Origin, Rule};
use crate::pool::{Person, UnitKind};

impl RuleCheck for CompositionRows {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, _rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let teams = docket.formed(judge.pool, judge.policy).map(|team| {
            let stretches = team.stretches();
            let rows = team.template.compositions.iter();
            let faults =
                rows.flat_map(|row| stretches.iter().flat_map(|it| broken(judge, &team, row, it)).collect::<Vec<_>>());
            let found = Text::new(
                "每日来源单位的类别、个数和人数均符合模板",
                "on every day kinds, numbers and people of units follow the template",
            );
            Entry::of_faults(Subject::team(&team.case.id), CODE, faults.collect(), found)
        });
        teams.collect()
    }
}

/// Where somebody comes from.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sender<'a> {
    Unit(&'a UnitId),
    County(&'a RegionCode),
}

fn broken(judge: &Judge, team: &Formed, row: &Composition, stretch: &Stretch) -> Vec<Text> {
    let mut sent: BTreeMap<Sender, i64> = BTreeMap::new();
    for member in &stretch.members {
        if let Some(person) = judge.pool.people.get(&member.person)
            && judge.takes(&row.from, person, team.case)
        {
            *sent.entry(sender(judge, row, person)).or_default() += 1;
        }
    }
    let (people, origins): (i64, i64) = (sent.values().sum(), crate::check::count(sent.keys()));
    let Words { zh, one, many } = words(row);
    let most = sent.values().copied().max().unwrap_or(0);
    let mut faults = Vec::new();
    let mut require = |holds: bool, zh: String, en: String| {
        if !holds {
            let (day, name) = (stretch.days.from, &row.name);
            faults
                .push(Text::new(format!("{day} 起“{}”：{zh}", name.zh), format!("from {day} on `{}`: {en}", name.en)));
        }
    };
    let (fewest, least) = (row.min_origins, row.min_people);
    require(
        origins >= fewest,
        format!("{origins} 个{zh}，少于 {fewest} 个"),
        format!("{origins} {}, fewer than {fewest}", if origins == 1 { one } else { many }),
    );
    require(
        people >= least,
        format!("{people} 人，少于 {least} 人"),
        format!("{}, fewer than {least}", plural(people, "person")),
    );
    if let Some(limit) = row.max_people {
        require(
            people <= limit,
            format!("{people} 人，多于 {limit} 人"),
            format!("{}, more than {limit}", plural(people, "person")),
        );
    }
    if let Some(limit) = row.max_per_origin {
        require(
            most <= limit,
            format!("一个{zh}派出 {most} 人，多于 {limit} 人"),
            format!("{} of one {one}, more than {limit}", plural(most, "person")),
        );
    }
    faults
}

/// Counted by county, the people of a county's units come from the county of their commission.
fn sender<'a>(judge: &Judge<'a>, row: &Composition, person: &'a Person) -> Sender<'a> {
    let unit = judge.pool.units.get(&person.unit).filter(|unit| unit.kind == UnitKind::Local);
    match unit {
        Some(unit) if row.count == Origin::Counties => {
            let seat = judge.county_of_organisation(&unit.body);
            Sender::County(seat.unwrap_or_else(|| judge.county(&unit.region)))
        }
        _ => Sender::Unit(&person.unit),
    }
}

/// What a row counts, in Chinese, and in English for one and for many.
struct Words {
    zh: &'static str,
    one: &'static str,
    many: &'static str,
}

fn words(row: &Composition) -> Words {
    match row.count {
        Origin::Units => Words { zh: "单位", one: "unit", many: "units" },
        Origin::Counties if row.from.kinds == [UnitKind::Local] => {
            Words { zh: "县（市、区）", one: "county", many: "counties" }
        }
        Origin::Counties => {
            Words { zh: "单位或县（市、区）", one: "unit or county", many: "units or counties" }
        }
    }
}
