//! Rows that keep a person's loads within what the person has, day by day.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{AtMost, TeamFrame, strongest};
use crate::id::PersonId;
use crate::milp::{ColumnId, Name, Provenance, RowBounds};

impl TeamFrame<'_> {
    /// On every day on which an option or current service of the person starts, the loads of the options then active
    /// stay within `room(day)`, in thousandths.
    ///
    /// Somebody overloaded today takes nothing more, but makes nothing infeasible.
    pub fn post_loads(&mut self, rule: &'static str, person: &PersonId, options: &[usize], room: impl Fn(Date) -> i64) {
        let mut days: BTreeSet<Date> = options.iter().map(|option| self.options[*option].from).collect();
        let service = self.screener.pool.service_of(person);
        days.extend(service.map(|service| service.from));
        let rows = days.into_iter().map(|day| {
            let active = options.iter().copied().filter(|option| self.options[*option].serves_on(day)).collect();
            AtMost { day, active, room: room(day).max(0) }
        });
        let rows = rows.filter(|row| self.heaviest_together(&row.active) > row.room).collect();
        for row in strongest(rows) {
            self.post_load(rule, person, &row.active, row.day, row.room);
        }
    }

    /// Options of one case exclude each other (M07), so only the heaviest of each case add up; of options that R17 makes
    /// exclude each other, only the heaviest counts.
    fn heaviest_together(&self, active: &[usize]) -> i64 {
        let heaviest = |options: &[usize]| options.iter().map(|option| self.options[*option].load).max().unwrap_or(0);
        if self.exclusive_groups(active).iter().any(|group| group.len() == active.len()) {
            return heaviest(active);
        }
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
        self.model.add_row(name, provenance.clone(), terms, bounds);
        if two_never_fit {
            return;
        }
        for (index, columns) in self.exclusive_loads(active, room).into_iter().enumerate() {
            let name = Name::new([rule, person.as_str(), &day.to_string(), &(index + 1).to_string()]);
            let terms = columns.into_iter().map(|column| (column, 1));
            self.model.add_row(name, provenance.clone(), terms, RowBounds::AtMost(1));
        }
    }

    /// Sets of options of which the loads allow one: per case its options, with those of other cases that fit beside
    /// none of them nor beside each other. Whole people obey these rows by the loads; fractions of people do not.
    fn exclusive_loads(&self, active: &[usize], room: i64) -> BTreeSet<Vec<ColumnId>> {
        let options: Vec<_> = active.iter().map(|option| &self.options[*option]).collect();
        let known: Vec<BTreeSet<ColumnId>> = self
            .exclusive_groups(active)
            .into_iter()
            .map(|group| group.into_iter().map(|option| self.options[option].column).collect())
            .collect();
        let lightest = |case: usize| options.iter().filter(|o| o.case == case).map(|o| o.load).min().unwrap_or(0);
        let cases: BTreeSet<usize> = options.iter().map(|option| option.case).collect();
        let group = |case: &usize| {
            let heavy = |load: i64| load + lightest(*case) > room && 2 * load > room;
            let group = options.iter().filter(|o| o.case == *case || heavy(o.load));
            group.map(|option| option.column).collect::<Vec<_>>()
        };
        let says_more = |columns: &Vec<ColumnId>| {
            let of = options.iter().filter(|option| columns.contains(&option.column));
            let several = of.map(|option| option.case).collect::<BTreeSet<_>>().len() > 1;
            several && !known.iter().any(|known| columns.iter().all(|column| known.contains(column)))
        };
        cases.iter().map(group).filter(says_more).collect()
    }
}
