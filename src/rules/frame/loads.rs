//! Rows that keep a person's loads within what the person has, day by day.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::TeamFrame;
use crate::id::PersonId;
use crate::milp::{Name, Provenance, RowBounds};

impl TeamFrame<'_> {
    /// On every day on which an option or current service of the person starts, the loads of the options then active
    /// stay within `room(day)`, in thousandths.
    ///
    /// Somebody overloaded today takes nothing more, but makes nothing infeasible.
    pub fn post_loads(&mut self, rule: &'static str, person: &PersonId, options: &[usize], room: impl Fn(Date) -> i64) {
        let mut days: BTreeSet<Date> = options.iter().map(|option| self.options[*option].from).collect();
        let service = self.screener.pool.assignments.iter().filter(|service| service.person == *person);
        days.extend(service.map(|service| service.from));
        let mut posted: BTreeSet<(Vec<usize>, i64)> = BTreeSet::new();
        for day in days {
            let active: Vec<usize> =
                options.iter().copied().filter(|option| self.options[*option].serves_on(day)).collect();
            let room = room(day).max(0);
            if self.heaviest_together(&active) > room && posted.insert((active.clone(), room)) {
                self.post_load(rule, person, &active, day, room);
            }
        }
    }

    /// Options of one case exclude each other (M07), so only the heaviest of each case add up.
    fn heaviest_together(&self, active: &[usize]) -> i64 {
        let cases: BTreeSet<usize> = active.iter().map(|option| self.options[*option].case).collect();
        let of_case = |case: &usize| {
            let options = active.iter().map(|option| &self.options[*option]).filter(|option| option.case == *case);
            options.map(|option| option.load).max().unwrap_or(0)
        };
        cases.iter().map(of_case).sum()
    }

    fn post_load(&mut self, rule: &'static str, person: &PersonId, active: &[usize], day: Date, room: i64) {
        let loads: Vec<i64> = active.iter().map(|option| self.options[*option].load).collect();
        let mut sorted = loads.clone();
        sorted.sort_unstable();
        let two_never_fit = sorted.len() >= 2 && sorted[0] + sorted[1] > room && sorted[sorted.len() - 1] <= room;
        let columns = active.iter().map(|option| self.options[*option].column);
        let (terms, bounds): (Vec<_>, _) = if two_never_fit {
            // The same integer points as the loads, and a tighter relaxation.
            (columns.map(|column| (column, 1)).collect(), RowBounds::AtMost(1))
        } else {
            (columns.zip(loads).collect(), RowBounds::AtMost(room))
        };
        let name = Name::new([rule, person.as_str(), &day.to_string()]);
        let provenance = Provenance { rule, subject: format!("{person} {day}") };
        self.model.add_row(name, provenance, terms, bounds);
    }
}
