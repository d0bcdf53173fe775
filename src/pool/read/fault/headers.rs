//! Faults of headers; the sheet adds the place.

use super::{Fault, either, meant};
use crate::diag::{Text, codes};
use crate::pool::read::column::Column;
use crate::pool::read::header::{Heading, Meaning};

pub(crate) fn column_missing(column: &Column) -> Fault {
    Fault::error(
        codes::E0104,
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

pub(crate) fn column_twice(header: &str) -> Fault {
    Fault::error(
        codes::E0106,
        Text::new(format!("“{header}”列出现两次"), format!("the column “{header}” appears twice")),
        Text::new("只保留一列。", "Keep one of them."),
    )
}

pub(crate) fn column_unknown(header: &str, suggestion: Option<&str>) -> Fault {
    Fault::warning(
        codes::W0101,
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

pub(crate) fn column_shadowed(header: &str, by: &str) -> Fault {
    Fault::warning(
        codes::W0101,
        Text::new(
            format!("“{header}”列未读取：同一内容取自“{by}”列"),
            format!("the column “{header}” was not read: “{by}” already gives the same fact"),
        ),
        Text::new("确认取用的列无误即可。", "Make sure that the right one of the two is used."),
    )
}

pub(crate) fn column_refused(header: &str) -> Fault {
    Fault::warning(
        codes::W0103,
        Text::new(
            format!("“{header}”列未读取：此类个人信息与组队无关，不予收集"),
            format!(
                "the column “{header}” was not read: facts of this kind have no bearing on a team and are never collected"
            ),
        ),
        Text::new("建议从名册中删去该列。", "Better remove the column from the roster."),
    )
}

pub(crate) fn header_of_two_rows(groups: usize, headings: &[Heading]) -> Fault {
    let shown = |column: fn(&Column) -> &'static str, separator: &str| {
        let one = |heading: &Heading| match heading.meaning {
            Meaning::Known(known, _) if heading.text != column(known) => {
                Some(format!("{} = {}", heading.text, column(known)))
            }
            Meaning::Known(..) => Some(heading.text.clone()),
            _ => None,
        };
        headings.iter().filter_map(one).collect::<Vec<_>>().join(separator)
    };
    Fault::note(
        codes::N0102,
        Text::new(
            format!("表头占第 {groups}、{} 两行，理解为：{}", groups + 1, shown(|column| column.zh, "、")),
            format!("the header takes rows {groups} and {}, read as: {}", groups + 1, shown(|column| column.key, ", ")),
        ),
        Text::new(
            "如与原意不符，请取消合并单元格，每列只用一个表头。",
            "If this is not what is meant, unmerge the cells and give each column one header.",
        ),
    )
}

pub(crate) fn narrower_first(column: &Column, headers: &[&str]) -> Fault {
    let (zh, en) = (headers.join("”“"), headers.join("”, “"));
    Fault::note(
        codes::N0102,
        Text::new(
            format!("“{zh}”合为“{}”：每行取其中靠前的有内容的一格", column.zh),
            format!("“{en}” together give “{}”: of each row the first of these cells that is filled", column.key),
        ),
        Text::new("如与原意不符，请只保留一列。", "If this is not what is meant, keep one of the columns."),
    )
}

pub(crate) fn narrower_twice(column: &Column, (first, second): (&str, &str)) -> Fault {
    Fault::error(
        codes::E0108,
        Text::new(
            format!("“{first}”和“{second}”都有内容，无法确定“{}”是哪一个", column.zh),
            format!("“{first}” and “{second}” are both filled, and only one can be the “{}”", column.key),
        ),
        Text::new(
            "只留编制所在的一个，另一格清空。",
            "Keep the one on whose establishment the person is; clear the other.",
        ),
    )
}

pub(crate) fn heading_doubtful(header: &str) -> Fault {
    Fault::error(
        codes::E0108,
        Text::new(
            format!("两行表头在“{header}”处有两种读法：可能是一列，也可能是几列的总称"),
            format!("the two header rows can be read in two ways at “{header}”: a column, or a name for several"),
        ),
        Text::new(
            "取消该处的合并单元格，使每列在同一行有自己的表头，再导出。",
            "Unmerge these cells, give each column a header of its own in one row, and export again.",
        ),
    )
}

pub(crate) fn heading_rivaled(header: &str, by: &str) -> Fault {
    Fault::error(
        codes::E0108,
        Text::new(
            format!("“{by}”和“{header}”指同一内容，无法确定取哪一列"),
            format!("“{by}” and “{header}” name the same fact, and only one can be read"),
        ),
        Text::new("删去不用的一列，或改掉其表头。", "Remove the column that is not meant, or rename it."),
    )
}

pub(crate) fn heading_stretched(header: &str) -> Fault {
    Fault::error(
        codes::E0108,
        Text::new(
            format!("“{header}”右边有内容的列没有表头：可能是合并的表头盖住了几列"),
            format!("a filled column right of “{header}” has no header: a merged header may cover several columns"),
        ),
        Text::new(
            "给该列写上表头；不需要的，清空该列。",
            "Give the column a header of its own, or clear it if it is not needed.",
        ),
    )
}

pub(crate) fn column_unheaded() -> Fault {
    Fault::warning(
        codes::W0101,
        Text::new("此列没有表头，未读取", "the column has no header and was not read"),
        Text::new("若不需要可不处理。", "Nothing to do if it is not needed."),
    )
}

pub(crate) fn heading_of_others(header: &str) -> Fault {
    Fault::warning(
        codes::W0101,
        Text::new(
            format!("“{header}”说的是他人，未读取"),
            format!("“{header}” speaks of other people and was not read"),
        ),
        Text::new("亲属登记在亲属表和亲属关系表。", "Relatives belong in the relatives and kin tables."),
    )
}
