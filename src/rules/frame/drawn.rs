//! Of which drawn options at most one can be taken, and how a person's being drawn is counted.

use jiff::ToSpan;
use jiff::civil::Date;

use super::TeamFrame;
use crate::milp::{ColumnId, Name, Provenance, RowBounds};

impl TeamFrame<'_> {
    /// Groups of a person's drawn options, each group exclusive, together covering all of them.
    ///
    /// Under R17 a group is a set of secondments that, prolonged by the cool-down, share a day; without R17 it is
    /// the options of one case.
    pub fn exclusive_groups(&self, options: &[usize]) -> Vec<Vec<usize>> {
        let drawn: Vec<usize> = options.iter().copied().filter(|option| self.options[*option].drawn).collect();
        let as_of = self.screener.as_of;
        match self.screener.policy.rules.active("R17", as_of) {
            Some(rule) => cliques(&drawn, rule.number("cooldown_days"), |option| {
                (self.options[option].from, self.options[option].to)
            }),
            None => {
                let mut groups: Vec<Vec<usize>> = Vec::new();
                for option in drawn {
                    let same = |group: &&mut Vec<usize>| self.options[group[0]].case == self.options[option].case;
                    match groups.iter_mut().find(same) {
                        Some(group) => group.push(option),
                        None => groups.push(vec![option]),
                    }
                }
                groups
            }
        }
    }

    /// Columns that add up to 1 if any of the person's drawn options among `options` is taken, else to 0.
    ///
    /// Where one exclusive group holds them all these are the options themselves; otherwise a column is added.
    pub fn drawn_terms(&mut self, rule: &'static str, options: &[usize], label: &str) -> Vec<ColumnId> {
        let groups = self.exclusive_groups(options);
        let all = options.iter().filter(|option| self.options[**option].drawn).count();
        let columns = |group: &[usize], frame: &Self| -> Vec<ColumnId> {
            group.iter().map(|option| frame.options[*option].column).collect()
        };
        match groups.iter().find(|group| group.len() == all) {
            Some(group) => columns(group, self),
            None if groups.is_empty() => Vec::new(),
            None => {
                let person = self.options[groups[0][0]].person.id.to_string();
                let drawn = self.model.add_column(Name::new(["d", person.as_str(), label]), 0, 1);
                for (index, group) in groups.iter().enumerate() {
                    let terms: Vec<_> =
                        columns(group, self).into_iter().map(|column| (column, -1)).chain([(drawn, 1)]).collect();
                    let name = Name::new([rule, "drawn", person.as_str(), label, &index.to_string()]);
                    let provenance = Provenance { rule, subject: person.clone() };
                    self.model.add_row(name, provenance, terms, RowBounds::AtLeast(0));
                }
                vec![drawn]
            }
        }
    }
}

/// Maximal sets of options whose stretches of time, prolonged by `gap` days, share a day.
fn cliques(options: &[usize], gap: i64, stretch: impl Fn(usize) -> (Date, Date)) -> Vec<Vec<usize>> {
    let mut starts: Vec<Date> = options.iter().map(|option| stretch(*option).0).collect();
    starts.sort();
    starts.dedup();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for start in starts {
        let group: Vec<usize> = options
            .iter()
            .copied()
            .filter(|option| {
                let (from, to) = stretch(*option);
                from <= start && start <= to.saturating_add(gap.days())
            })
            .collect();
        if !groups.iter().any(|known| group.iter().all(|option| known.contains(option))) {
            groups.retain(|known| !known.iter().all(|option| group.contains(option)));
            groups.push(group);
        }
    }
    groups
}
