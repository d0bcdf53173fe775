//! The words of M11.

use crate::diag::Text;
use crate::pool::Case;

/// The case has no subject on file.
pub fn nobody(case: &Case) -> Text {
    Text::new(
        format!("案件 {} 没有登记被审查调查人，回避筛查没有对象", case.id),
        format!("{} has no subject on file, so there is nobody to screen against", case.id),
    )
}
