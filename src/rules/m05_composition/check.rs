//! M05 on a finished plan.

use std::collections::BTreeMap;

use super::{CODE, CompositionRows};
use crate::check::{Docket, Entry, Formed, Judge, RuleCheck, Stretch, Subject};
use crate::diag::{Text, plural};
use crate::id::UnitId;
use crate::policy::{Composition, Rule};

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

fn broken(judge: &Judge, team: &Formed, row: &Composition, stretch: &Stretch) -> Vec<Text> {
    let mut sent: BTreeMap<&UnitId, i64> = BTreeMap::new();
    for member in &stretch.members {
        if let Some(person) = judge.pool.people.get(&member.person)
            && judge.takes(&row.from, person, team.case)
        {
            *sent.entry(&person.unit).or_default() += 1;
        }
    }
    let (people, units): (i64, i64) = (sent.values().sum(), crate::check::count(sent.keys()));
    let most = sent.values().copied().max().unwrap_or(0);
    let mut faults = Vec::new();
    let mut require = |holds: bool, zh: String, en: String| {
        if !holds {
            let (day, name) = (stretch.days.from, &row.name);
            faults
                .push(Text::new(format!("{day} 起“{}”：{zh}", name.zh), format!("from {day} on `{}`: {en}", name.en)));
        }
    };
    let (least_units, least) = (row.min_units, row.min_people);
    require(
        units >= least_units,
        format!("{units} 个单位，少于 {least_units} 个"),
        format!("{}, fewer than {least_units}", plural(units, "unit")),
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
    if let Some(limit) = row.max_per_unit {
        require(
            most <= limit,
            format!("一个单位 {most} 人，多于 {limit} 人"),
            format!("{} of one unit, more than {limit}", plural(most, "person")),
        );
    }
    faults
}
