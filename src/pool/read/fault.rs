//! The faults of reading, one function per code and situation.

use super::column::{Column, Space, Spec};
use crate::diag::{Code, Diagnostic, Severity, Span, Text, codes};

/// What is wrong with a cell; the row adds the place.
pub(crate) struct Fault {
    severity: Severity,
    code: Code,
    cause: Text,
    hint: Text,
}

impl Fault {
    fn error(code: Code, cause: Text, hint: Text) -> Self {
        Fault { severity: Severity::Error, code, cause, hint }
    }

    /// The fault at its place.
    pub fn at(self, span: Span) -> Diagnostic {
        Diagnostic { severity: self.severity, span: Some(span), code: self.code, cause: self.cause, hint: self.hint }
    }

    /// Whether the row cannot be used.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

fn either(suggestion: Option<&str>, found: impl Fn(&str) -> Text, otherwise: Text) -> Text {
    suggestion.map_or(otherwise, found)
}

fn meant(word: &str) -> Text {
    Text::new(format!("是否为“{word}”？"), format!("Did you mean “{word}”?"))
}

pub(crate) fn folder_unreadable(reason: &str) -> Diagnostic {
    Diagnostic::error(
        codes::E0101,
        None,
        Text::new(format!("无法读取名册文件夹：{reason}"), format!("the roster folder cannot be read: {reason}")),
        Text::new(
            "核对路径和权限；新建名册可用 evenhand init。",
            "Check the path and its permissions; `evenhand init` makes a new folder.",
        ),
    )
}

pub(crate) fn file_unreadable(file: &str, reason: &str) -> Diagnostic {
    Diagnostic::error(
        codes::E0101,
        Span::file(file),
        Text::new(format!("文件无法读取：{reason}"), format!("the file cannot be read: {reason}")),
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

pub(crate) fn column_missing(file: &str, row: usize, column: &Column, header: &[String]) -> Diagnostic {
    let mut span = Span::row(file, row);
    // In the language of the header that lacks it.
    let name = if header.iter().all(|cell| cell.is_ascii()) { column.key } else { column.zh };
    span.column = Some(name.to_owned());
    Diagnostic::error(
        codes::E0104,
        span,
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

pub(crate) fn too_many_cells(file: &str, row: usize, value: &str) -> Diagnostic {
    let mut span = Span::row(file, row);
    span.value = Some(value.to_owned());
    Diagnostic::error(
        codes::E0105,
        span,
        Text::new("此行的单元格多于表头的列", "the row has more cells than the header has columns"),
        Text::new(
            "多半是内容里的逗号未加引号：给该单元格加上双引号。",
            "Most likely a comma inside a cell is not quoted: put the cell in double quotes.",
        ),
    )
}

pub(crate) fn column_twice(file: &str, row: usize, header: &str) -> Diagnostic {
    let mut span = Span::row(file, row);
    span.column = Some(header.to_owned());
    Diagnostic::error(
        codes::E0106,
        span,
        Text::new(format!("“{header}”列出现两次"), format!("the column “{header}” appears twice")),
        Text::new("只保留一列。", "Keep one of them."),
    )
}

pub(crate) fn column_unknown(file: &str, row: usize, header: &str, suggestion: Option<&str>) -> Diagnostic {
    let mut span = Span::row(file, row);
    span.column = Some(header.to_owned());
    Diagnostic::warning(
        codes::W0101,
        span,
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
    let mut span = Span::row(file, row);
    span.column = Some(header.to_owned());
    Diagnostic::warning(
        codes::W0101,
        span,
        Text::new(
            format!("“{header}”列未读取：同一内容取自“{by}”列"),
            format!("the column “{header}” was not read: “{by}” already gives the same fact"),
        ),
        Text::new("确认取用的列无误即可。", "Make sure that the right one of the two is used."),
    )
}

pub(crate) fn column_refused(file: &str, row: usize, header: &str) -> Diagnostic {
    let mut span = Span::row(file, row);
    span.column = Some(header.to_owned());
    Diagnostic::warning(
        codes::W0103,
        span,
        Text::new(
            format!("“{header}”列未读取：此类个人信息与组队无关，不予收集"),
            format!(
                "the column “{header}” was not read: facts of this kind have no bearing on a team and are never collected"
            ),
        ),
        Text::new("建议从名册中删去该列。", "Better remove the column from the roster."),
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

pub(crate) fn row_skipped(file: &str, row: usize, value: &str) -> Diagnostic {
    let mut span = Span::row(file, row);
    span.value = Some(value.to_owned());
    Diagnostic {
        severity: Severity::Note,
        span: Some(span),
        code: codes::N0101,
        cause: Text::new("合计行或表注，不作为记录", "a total or a remark under the table, not a record"),
        hint: Text::new("无需处理。", "Nothing to do."),
    }
}

pub(crate) fn blank(column: &Column) -> Fault {
    Fault::error(
        codes::E0201,
        Text::new(format!("“{}”不能为空", column.zh), format!("“{}” must not be blank", column.key)),
        Text::new(format!("补填：{}。", column.about.0), format!("Fill it in: {}.", column.about.1)),
    )
}

pub(crate) fn rounded() -> Fault {
    Fault::error(
        codes::E0205,
        Text::new("长编号已被表格软件取整，末几位丢失", "a spreadsheet rounded this long id; its last digits are lost"),
        Text::new(
            "在原始数据中将该列设为“文本”格式后重新导出。",
            "Format the column as text in the source and export it again.",
        ),
    )
}

pub(crate) fn number(zh: &str, en: &str) -> Fault {
    Fault::error(
        codes::E0202,
        Text::new(format!("不是{zh}"), format!("not {en}")),
        Text::new(format!("填写{zh}。"), format!("Write {en}.")),
    )
}

pub(crate) fn half_a_seat() -> Fault {
    Fault::error(
        codes::E0201,
        Text::new("经度和纬度须同时填写", "longitude and latitude go together"),
        Text::new("补全坐标，或两格都留空。", "Give both, or leave both blank."),
    )
}

pub(crate) fn out_of_range(least: &str, most: &str) -> Fault {
    Fault::error(
        codes::E0206,
        Text::new(format!("应在 {least} 至 {most} 之间"), format!("must be between {least} and {most}")),
        Text::new("核对后更正。", "Check and correct it."),
    )
}

pub(crate) fn date() -> Fault {
    Fault::error(
        codes::E0203,
        Text::new("无法识别为日期", "not a date"),
        Text::new("例：2010-07-01、2010.07、2010年7月。", "For example 2010-07-01 or 2010-07."),
    )
}

pub(crate) fn date_too_coarse() -> Fault {
    Fault::error(
        codes::E0203,
        Text::new("此处的日期须精确到月或日", "this date must be given to the month or the day"),
        Text::new("例：2026-07-01。", "For example 2026-07-01."),
    )
}

pub(crate) fn date_open() -> Fault {
    Fault::error(
        codes::E0203,
        Text::new("此处不能填“至今”", "“to date” cannot stand here"),
        Text::new("填写具体日期，例：2010-07-01。", "Write a date, for example 2010-07-01."),
    )
}

pub(crate) fn date_ambiguous(year: &str) -> Fault {
    Fault {
        severity: Severity::Warning,
        code: codes::W0201,
        cause: Text::new(
            format!("可能是 1 月，也可能是被省去末尾 0 的 10 月；暂按 {year} 年处理"),
            format!("January, or October with its zero cut off; only the year {year} was taken"),
        ),
        hint: Text::new(format!("写作 {year}-01 或 {year}-10。"), format!("Write {year}-01 or {year}-10.")),
    }
}

pub(crate) fn date_ambiguous_day(year: &str) -> Fault {
    Fault::error(
        codes::E0203,
        Text::new("可能是 1 月，也可能是被省去末尾 0 的 10 月", "January, or October with its zero cut off"),
        Text::new(
            format!("写作 {year}-01-01 或 {year}-10-01 这样的日期。"),
            format!("Write a date such as {year}-01-01 or {year}-10-01."),
        ),
    )
}

pub(crate) fn word(zh: &[&str], en: &[&str], suggestion: Option<&str>) -> Fault {
    let (mut hint_zh, mut hint_en) = (format!("可填：{}。", zh.join("、")), format!("Allowed: {}.", en.join(", ")));
    if let Some(word) = suggestion {
        let meant = meant(word);
        hint_zh = format!("{}{hint_zh}", meant.zh);
        hint_en = format!("{} {hint_en}", meant.en);
    }
    Fault::error(codes::E0204, Text::new("不在可选值之内", "not one of the allowed words"), Text::new(hint_zh, hint_en))
}

pub(crate) fn dangling(space: Space, suggestion: Option<&str>) -> Fault {
    let (zh, en) = space.title();
    Fault::error(
        codes::E0302,
        Text::new(format!("{zh}中没有这个编号或名称"), format!("{en} has no such id or name")),
        either(
            suggestion,
            meant,
            Text::new(format!("核对编号，或在{zh}中补录。"), format!("Correct the id, or add the record to {en}.")),
        ),
    )
}

pub(crate) fn homonyms(space: Space, ids: &[&str]) -> Fault {
    let (zh, en) = space.title();
    Fault::error(
        codes::E0303,
        Text::new(
            format!("{zh}中有多条记录同名：{}", ids.join("、")),
            format!("several records of {en} bear this name: {}", ids.join(", ")),
        ),
        Text::new("改填编号。", "Write the id instead."),
    )
}

pub(crate) fn skill(suggestion: Option<&str>) -> Fault {
    Fault::error(
        codes::E0503,
        Text::new("专长字典中没有这一项", "the skill dictionary has no such skill"),
        either(suggestion, meant, Text::new("可用的专长见 docs/data.md。", "docs/data.md lists the skills.")),
    )
}

pub(crate) fn informant_named(file: &str, row: usize, header: &str) -> Diagnostic {
    // The value stays out of the message: repeating it would spread what must not be on file.
    let mut span = Span::row(file, row);
    span.column = Some(header.to_owned());
    Diagnostic::error(
        codes::E0504,
        span,
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
