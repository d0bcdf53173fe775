//! The words of M09.

use crate::diag::{Text, plural};

/// No declaration holds.
pub fn owed(days: i64) -> Text {
    Text::new(
        format!("待声明：近 {days} 天内没有一般申报，也没有本案专项申报，亲属和社会关系未掌握"),
        format!(
            "owes a declaration: none in general for {} and none for this case, so kin and ties are not on record",
            plural(days, "day")
        ),
    )
}
