//! Words that several rules share.

use super::Untold;
use crate::diag::{Text, plural, range};

/// What is not on record of a career of the last `years`.
pub fn untold(years: i64, untold: Untold) -> Text {
    let span = plural(years, "year");
    match untold {
        Untold::All => Text::new("本人履历未登记", "the person's career is not on record"),
        Untold::Window => Text::new(
            format!("本人近 {years} 年的履历未登记"),
            format!("the person's career of the last {span} is not on record"),
        ),
        Untold::Gap(from, to) => {
            let gap = range(from, to);
            Text::new(
                format!("本人近 {years} 年的履历中 {} 未登记", gap.zh),
                format!("of the person's career of the last {span}, {} is not on record", gap.en),
            )
        }
    }
}
