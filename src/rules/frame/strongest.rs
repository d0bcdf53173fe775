//! Of rows that say nearly the same, those that say it all.

use jiff::civil::Date;

/// On a day, the options then active may take no more than `room` together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtMost {
    /// The day.
    pub day: Date,
    /// Options by position, ascending.
    pub active: Vec<usize>,
    /// What they may take, in the units of the rule.
    pub room: i64,
}

impl AtMost {
    /// Whether whatever obeys `self` obeys `other`.
    fn implies(&self, other: &AtMost) -> bool {
        self.room <= other.room && other.active.iter().all(|option| self.active.binary_search(option).is_ok())
    }
}

/// Leaves out every row that another one implies; of equal rows the first stays. Coefficients must not be negative nor
/// differ between days.
pub fn strongest(rows: Vec<AtMost>) -> Vec<AtMost> {
    let mut kept: Vec<AtMost> = Vec::new();
    for row in rows {
        if !kept.iter().any(|known| known.implies(&row)) {
            kept.retain(|known| !row.implies(known));
            kept.push(row);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn only_rows_that_no_other_implies_stay() {
        let row = |day: i8, active: &[usize], room| AtMost { day: date(2026, 1, day), active: active.to_vec(), room };
        let rows = vec![row(1, &[1, 2], 1), row(2, &[1, 2, 3], 1), row(3, &[2, 3], 0), row(4, &[1, 2, 3], 2)];
        assert_eq!(strongest(rows), [row(2, &[1, 2, 3], 1), row(3, &[2, 3], 0)]);
        assert_eq!(strongest(vec![row(1, &[1], 1), row(2, &[1], 1)]), [row(1, &[1], 1)]);
    }
}
