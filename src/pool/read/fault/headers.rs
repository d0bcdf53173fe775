//! Faults of headers.

use super::{either, meant};
use crate::diag::{Diagnostic, Span, Text, codes};
use crate::pool::read::column::Column;

pub(crate) fn column_missing(file: &str, row: usize, column: &Column, header: &[String]) -> Diagnostic {
    // In the language of the header that lacks it.
    let name = if header.iter().all(|cell| cell.is_ascii()) { column.key } else { column.zh };
    Diagnostic::error(
        codes::E0104,
        Span::row(file, row).column(name),
        Text::new(format!("表头缺少“{}”列", column.zh), format!("the header has no column “{}”", column.key)),
        Text::new(
            format!(
                "补上该列；也可写作：{}。",
                column.headers().filter(|header| *header != column.zh).collect::<Vec<_>>().join("、")
            ),
            format!(
                "Add it; also accepted: {}.",
                column.headers().filter(|header| *header != column.key).collect::<Vec<_>>().join(", ")
            ),
        ),
    )
}

pub(crate) fn column_twice(file: &str, row: usize, header: &str) -> Diagnostic {
    Diagnostic::error(
        codes::E0106,
        Span::row(file, row).column(header),
        Text::new(format!("“{header}”列出现两次"), format!("the column “{header}” appears twice")),
        Text::new("只保留一列。", "Keep one of them."),
    )
}

pub(crate) fn column_unknown(file: &str, row: usize, header: &str, suggestion: Option<&str>) -> Diagnostic {
    Diagnostic::warning(
        codes::W0101,
        Span::row(file, row).column(header),
        Text::new(
            format!("未识别的列“{header}”，未读取"),
            format!("the column “{header}” is not known and was not read"),
        ),
        either(
            suggestion,
            meant,
            Text::new(
                "若不需要可不处理；可用的列见 docs/data.md。",
                "Nothing to do if it is not needed; docs/data.md lists the columns.",
            ),
        ),
    )
}

pub(crate) fn column_shadowed(file: &str, row: usize, header: &str, by: &str) -> Diagnostic {
    Diagnostic::warning(
        codes::W0101,
        Span::row(file, row).column(header),
        Text::new(
            format!("“{header}”列未读取：同一内容取自“{by}”列"),
            format!("the column “{header}” was not read: “{by}” already gives the same fact"),
        ),
        Text::new("确认取用的列无误即可。", "Make sure that the right one of the two is used."),
    )
}

pub(crate) fn column_refused(file: &str, row: usize, header: &str) -> Diagnostic {
    Diagnostic::warning(
        codes::W0103,
        Span::row(file, row).column(header),
        Text::new(
            format!("“{header}”列未读取：此类个人信息与组队无关，不予收集"),
            format!(
                "the column “{header}” was not read: facts of this kind have no bearing on a team and are never collected"
            ),
        ),
        Text::new("建议从名册中删去该列。", "Better remove the column from the roster."),
    )
}
