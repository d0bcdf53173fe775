//! The words of M09.

use crate::diag::{Text, plural};
use crate::pool::{Declaration, DeclarationScope};

/// No declaration holds.
pub fn owed(days: i64) -> Text {
    Text::new(
        format!("待申报：近 {days} 天内没有一般申报，也没有本案专项申报，亲属和社会关系未掌握"),
        format!(
            "owes a declaration: none in general for {} and none for this case, so kin and ties are not on record",
            plural(days, "day")
        ),
    )
}

/// Declared to have something to name, and nothing of it is on record.
pub fn unrecorded(listed: &Declaration) -> Text {
    let date = listed.date;
    match &listed.scope {
        DeclarationScope::General => Text::new(
            format!("{date} 申报“有”，亲属关系表和申报关系表却没有此人的记录，所报内容未掌握"),
            format!(
                "declared “listed” on {date}, yet no row of kin or declared ties names the person, so what was declared is not on record"
            ),
        ),
        DeclarationScope::Case(case) => Text::new(
            format!("{date} 就案件 {case} 申报“有”，与本案当事人的关系却没有登记，所报内容未掌握"),
            format!(
                "declared “listed” for {case} on {date}, yet no row of kin or declared ties leads to its parties, so what was declared is not on record"
            ),
        ),
    }
}
