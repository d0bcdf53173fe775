//! M08 on a finished plan.

use super::{CODE, PartTimeHeads};
use crate::check::{Days, Docket, Entry, Judge, RuleCheck, Subject, share};
use crate::diag::Text;
use crate::policy::Rule;
use crate::pool::{Position, UnitKind};

impl RuleCheck for PartTimeHeads {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let most = rule.number("load");
        let heads = docket.people().filter(|(id, _)| {
            judge.pool.people.get(*id).is_some_and(|person| {
                let unit = judge.pool.units.get(&person.unit);
                person.position == Position::Head && unit.is_some_and(|unit| unit.kind == UnitKind::Stationed)
            })
        });
        let entries = heads.map(|(person, served)| {
            let mut faults = Vec::new();
            for day in served.iter().map(|it| it.from) {
                let load: i64 = served.iter().filter(|it| Days::new(it.from, it.to).holds(day)).map(|it| it.load).sum();
                if load > most {
                    let (load, most) = (share(load), share(most));
                    faults.push(Text::new(
                        format!("{day} 负荷 {load}，派驻机构主要负责人上限为 {most}"),
                        format!("on {day} the load is {load}, heads of stationed groups carry at most {most}"),
                    ));
                }
            }
            let found = Text::new("每日负荷在派驻机构主要负责人上限之内", "the load stays within what heads may carry");
            Entry::of_faults(Subject::person(person), CODE, faults, found)
        });
        entries.collect()
    }
}
