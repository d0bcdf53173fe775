//! Faults of whole files.

use super::{either, meant};
use crate::diag::{Diagnostic, Span, Text, codes, plural};
use crate::pool::read::column::Spec;

pub(crate) fn folder_unreadable(reason: &Text) -> Diagnostic {
    Diagnostic::error(
        codes::E0101,
        None,
        Text::new(
            format!("无法读取名册文件夹：{}", reason.zh),
            format!("the roster folder cannot be read: {}", reason.en),
        ),
        Text::new(
            "核对路径和权限；新建名册可用 evenhand init。",
            "Check the path and its permissions; `evenhand init` makes a new folder.",
        ),
    )
}

pub(crate) fn file_unreadable(file: &str, reason: &Text) -> Diagnostic {
    Diagnostic::error(
        codes::E0101,
        Span::file(file),
        Text::new(format!("文件无法读取：{}", reason.zh), format!("the file cannot be read: {}", reason.en)),
        Text::new(
            "关闭占用该文件的程序，检查权限后重试。",
            "Close programs that hold the file, check its permissions and try again.",
        ),
    )
}

pub(crate) fn file_is_a_folder(file: &str) -> Diagnostic {
    Diagnostic::error(
        codes::E0101,
        Span::file(file),
        Text::new("这是文件夹，不是表格文件", "this is a folder, not a table"),
        Text::new("移走或者改名；表格应为 CSV 文件。", "Move or rename it; a table is a CSV file."),
    )
}

pub(crate) fn file_is_special(file: &str) -> Diagnostic {
    Diagnostic::error(
        codes::E0101,
        Span::file(file),
        Text::new("这是管道或者设备，不是普通文件", "this is a pipe or a device, no plain file"),
        Text::new("移走或者改名；表格应为 CSV 文件。", "Move or rename it; a table is a CSV file."),
    )
}

pub(crate) fn file_passed_over(file: &str) -> Diagnostic {
    Diagnostic::warning(
        codes::W0102,
        Span::file(file),
        Text::new(
            "文件名像名册的表，却不是名册文件夹中的 CSV 文件，未读取",
            "the file is named like one of the roster's tables, but is no CSV file of the roster's folder; it was not read",
        ),
        Text::new(
            "要用的另存为 CSV，放进名册文件夹；不用的可不处理。",
            "If it is needed, save it as CSV into the roster's folder; else there is nothing to do.",
        ),
    )
}

pub(crate) fn table_missing(spec: &Spec) -> Diagnostic {
    Diagnostic::error(
        codes::E0102,
        Span::file(spec.file()),
        Text::new(format!("缺少必需的表“{}”", spec.name_zh), format!("the required table “{}” is missing", spec.name)),
        Text::new(
            format!("补上 {}.csv（或 {}.csv）；evenhand init 会给出带表头的样表。", spec.name, spec.name_zh),
            format!("Add {}.csv; `evenhand init` writes a template with headers.", spec.name),
        ),
    )
}

/// A table without rows to which so many cells of other tables refer.
pub(crate) fn table_empty(file: String, spec: &Spec, cells: usize) -> Diagnostic {
    Diagnostic::error(
        codes::E0302,
        Span::file(file),
        Text::new(
            format!("“{}”没有一行记录，其他表却有 {cells} 处引用其中的编号", spec.name_zh),
            format!(
                "the table “{}” has no rows, and {} of other tables {} to it",
                spec.name,
                plural(cells as i64, "cell"),
                if cells == 1 { "refers" } else { "refer" }
            ),
        ),
        Text::new("补上记录，或者删去其他表中的引用。", "Add its records, or drop what refers to them."),
    )
}

pub(crate) fn table_twice(file: &str, other: &str, spec: &Spec) -> Diagnostic {
    Diagnostic::error(
        codes::E0107,
        Span::file(file),
        Text::new(
            format!("{}已由 {other} 提供，本文件未读取", spec.name_zh),
            format!("the table “{}” is already given by {other}; this file was not read", spec.name),
        ),
        Text::new("合并为一个文件，删去另一个。", "Merge the two files and remove one."),
    )
}

pub(crate) fn encoding(file: &str, guess: Option<&str>) -> Diagnostic {
    let cause = match guess {
        Some(guess) => Text::new(
            format!("既不是 UTF-8 也不是 GB18030（疑似 {guess}）"),
            format!("neither UTF-8 nor GB18030 (it looks like {guess})"),
        ),
        None => Text::new(
            "按 UTF-8、GB18030 均无法完整读出，文件可能已损坏",
            "unreadable as UTF-8 and as GB18030; the file may be damaged",
        ),
    };
    Diagnostic::error(
        codes::E0103,
        Span::file(file),
        cause,
        Text::new("另存为“CSV UTF-8（逗号分隔）”。", "Save it as “CSV UTF-8 (comma delimited)”."),
    )
}

pub(crate) fn file_unknown(file: &str, suggestion: Option<&str>) -> Diagnostic {
    Diagnostic::warning(
        codes::W0102,
        Span::file(file),
        Text::new("未识别的文件，未读取", "the file is not one of the roster's tables and was not read"),
        either(
            suggestion,
            meant,
            Text::new(
                "若不需要可不处理；表名见 docs/data.md。",
                "Nothing to do if it is not needed; docs/data.md lists the tables.",
            ),
        ),
    )
}

pub(crate) fn unclosed_quote(file: &str, row: usize) -> Diagnostic {
    Diagnostic::error(
        codes::E0105,
        Span::row(file, row),
        Text::new(
            "此行起有一个未闭合的双引号，全表未读取",
            "a double quote opened in this row is never closed; the table was not read",
        ),
        Text::new("补上或删去引号，或在表格软件中重新导出。", "Close or remove the quote, or export the file again."),
    )
}

pub(crate) fn no_header(file: &str, spec: &Spec) -> Diagnostic {
    let zh: Vec<&str> = spec.columns.iter().filter(|column| column.required).map(|column| column.zh).collect();
    let en: Vec<&str> = spec.columns.iter().filter(|column| column.required).map(|column| column.key).collect();
    Diagnostic::error(
        codes::E0104,
        Span::file(file),
        Text::new("前 10 行内找不到表头", "no header row within the first 10 rows"),
        Text::new(
            format!("表头至少应有：{}。", zh.join("、")),
            format!("The header needs at least: {}.", en.join(", ")),
        ),
    )
}
