//! Faults of whole rows, and of a value over several rows.

use super::{either, meant};
use crate::diag::{Diagnostic, Span, Text, codes};

pub(crate) fn too_many_cells(file: &str, row: usize, value: &str) -> Diagnostic {
    Diagnostic::error(
        codes::E0105,
        Span::row(file, row).value(value),
        Text::new("此行的单元格多于表头的列", "the row has more cells than the header has columns"),
        Text::new(
            "多半是内容里的逗号未加引号：给该单元格加上双引号。",
            "Most likely a comma inside a cell is not quoted: put the cell in double quotes.",
        ),
    )
}

pub(crate) fn row_skipped(file: &str, row: usize, value: &str) -> Diagnostic {
    Diagnostic::note(
        codes::N0101,
        Span::row(file, row).value(value),
        Text::new("合计行或表注，不作为记录", "a total or a remark under the table, not a record"),
        Text::new("无需处理。", "Nothing to do."),
    )
}

pub(crate) fn informant_named(file: &str, row: usize, header: &str) -> Diagnostic {
    // The value stays out of the message: repeating it would spread what must not be on file.
    Diagnostic::error(
        codes::E0504,
        Span::row(file, row).column(header),
        Text::new(
            "检举人只能用代号，不得登记姓名",
            "informants are known by their code only; a name must not be on file",
        ),
        Text::new("清空该单元格，并核查文件的流转范围。", "Clear the cell and check who has received the file."),
    )
}

pub(crate) fn unmatched_organisation(span: Span, rows: usize, suggestion: Option<&str>) -> Diagnostic {
    Diagnostic::warning(
        codes::W0301,
        span,
        Text::new(
            format!("机构表及别名表中没有这一单位（共 {rows} 行），按原文保留；据此无法推断同事关系"),
            format!(
                "no organisation or alias of this name ({rows} rows); it is kept as text and yields no colleague ties"
            ),
        ),
        either(
            suggestion,
            meant,
            Text::new("在机构表或机构别名表中补录。", "Add it to the organisations or the organisation aliases."),
        ),
    )
}

pub(crate) fn duplicate(span: Span, first_row: usize) -> Diagnostic {
    Diagnostic::error(
        codes::E0301,
        span,
        Text::new(format!("与第 {first_row} 行重复"), format!("already given in row {first_row}")),
        Text::new(
            "每条记录只能出现一次：更正编号或删去多余的行。",
            "Each record may stand once: correct the id or remove the row.",
        ),
    )
}

pub(crate) fn same_row(span: Span, first_row: usize) -> Diagnostic {
    Diagnostic::warning(
        codes::W0104,
        span,
        Text::new(
            format!("与第 {first_row} 行完全相同，只计一次"),
            format!("the same as row {first_row}; counted once"),
        ),
        Text::new("删去多余的行。", "Remove the surplus row."),
    )
}
