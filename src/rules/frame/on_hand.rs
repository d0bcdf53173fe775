//! How many people a team has at hand on every day, those on leave not counted.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{AtMost, OnHand, TeamFrame, strongest};
use crate::milp::{Name, Provenance, RowBounds};

impl TeamFrame<'_> {
    /// Posts that of the people who count, those at hand on every day of every segment add up to what is asked in a
    /// formed team.
    ///
    /// Leave of those who serve in the case already takes nobody away, for the plan decides nothing about them. Where
    /// anybody is away, a column counts those who are, on the day on which most are; so the many who serve stand in one
    /// row, and the rows of the days name few.
    pub(super) fn post_on_hand(&mut self, rule: &'static str, case: usize, asked: &OnHand) {
        let OnHand { label, least, counts } = asked;
        for segment in 0..self.cases[case].segments.len() {
            let options = self.cases[case].options.iter().copied();
            let covers = |option: &usize| self.options[*option].covers(segment);
            let counted: Vec<(usize, i64)> =
                options.filter(covers).map(|option| (option, counts(&self.options[option]))).collect();
            let wanted: Vec<usize> =
                counted.iter().filter(|(_, count)| *count > 0).map(|(option, _)| *option).collect();
            let away = strongest(self.away(case, segment, &wanted));
            let subject = self.segment_subject(case, segment);
            let provenance = || Provenance { rule, subject: subject.clone() };
            let counted = counted.into_iter().filter(|(_, count)| *count != 0);
            let mut terms: Vec<_> = counted.map(|(option, count)| (self.options[option].column, count)).collect();
            terms.push((self.cases[case].formed, -least));
            let name = Name::new([rule, label, subject.as_str()]);
            if away.is_empty() {
                self.model.add_row(name, provenance(), terms, RowBounds::AtLeast(0));
                continue;
            }
            let most = away.iter().map(|row| row.active.len()).max().unwrap_or_default() as i64;
            let missing = self.model.add_column(Name::new(["a", rule, label, subject.as_str()]), 0, most);
            terms.push((missing, -1));
            self.model.add_row(name, provenance(), terms, RowBounds::AtLeast(0));
            for AtMost { day, active, .. } in away {
                let absent = active.iter().map(|option| (self.options[*option].column, -1));
                let terms: Vec<_> = absent.chain([(missing, 1)]).collect();
                let name = Name::new([rule, label, subject.as_str(), &day.to_string()]);
                self.model.add_row(name, provenance(), terms, RowBounds::AtLeast(0));
            }
        }
    }

    /// Who of `counted` is on leave, on each day of the segment on which somebody's leave begins: on every other day no
    /// more of them are away.
    fn away(&self, case: usize, segment: usize, counted: &[usize]) -> Vec<AtMost> {
        let (pool, span) = (self.screener.pool, self.cases[case].segments[segment]);
        let person = |option: usize| &self.options[option].person.id;
        let joins = |option: &usize| !pool.serves_in(person(*option), &self.cases[case].case.id, self.screener.as_of);
        let counted: Vec<usize> = counted.iter().copied().filter(joins).collect();
        let leave = |option: &usize| pool.leave_within(person(*option), span.from, span.to);
        let days: BTreeSet<Date> = counted.iter().flat_map(leave).map(|(begin, _)| begin).collect();
        let on = |day: Date| {
            let away = |option: &usize| !pool.leave_within(person(*option), day, day).is_empty();
            AtMost { day, active: counted.iter().copied().filter(away).collect(), room: 0 }
        };
        days.into_iter().map(on).collect()
    }
}
