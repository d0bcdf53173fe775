//! Faults of whole rows, and of a value over several rows; the reader adds the place.

use super::{Fault, either, meant};
use crate::diag::{Diagnostic, Span, Text, codes, plural};

pub(crate) fn too_many_cells() -> Fault {
    Fault::error(
        codes::E0105,
        Text::new("此行的单元格多于表头的列", "the row has more cells than the header has columns"),
        Text::new(
            "多半是内容里的逗号未加引号：给该单元格加上双引号。",
            "Most likely a comma inside a cell is not quoted: put the cell in double quotes.",
        ),
    )
}

pub(crate) fn row_skipped() -> Fault {
    Fault::note(
        codes::N0101,
        Text::new("合计行或表注，不作为记录", "a total or a remark under the table, not a record"),
        Text::new("无需处理。", "Nothing to do."),
    )
}

pub(crate) fn informant_named() -> Fault {
    Fault::error(
        codes::E0504,
        Text::new(
            "检举人只能用代号，不得登记姓名",
            "informants are known by their code only; a name must not be on file",
        ),
        Text::new("清空该单元格，并核查文件的流转范围。", "Clear the cell and check who has received the file."),
    )
}

/// A name that no organisation on file bears.
pub(crate) struct Unknown {
    /// Where it stands first.
    pub first: Span,
    /// In how many rows it stands.
    pub rows: usize,
    /// The name that may be meant.
    pub proposal: Option<String>,
}

/// All such names of a file at once; `None` when there are none.
pub(crate) fn unmatched_organisations(mut unknown: Vec<Unknown>) -> Option<Diagnostic> {
    unknown.sort_by(|a, b| a.first.cmp(&b.first));
    let rows: usize = unknown.iter().map(|name| name.rows).sum();
    let (names, first) = (unknown.len(), unknown.first()?.first.clone());
    let shown: Vec<Text> = unknown.iter().take(SHOWN).map(shown_name).collect();
    let (mut zh, mut en) = (joined(&shown, "、", |text| &text.zh), joined(&shown, ", ", |text| &text.en));
    if names > SHOWN {
        zh += &format!(" 等 {names} 个");
        en += &format!(" and {} more", names - SHOWN);
    }
    let (of_names, of_rows) = (plural(names as i64, "organisation"), plural(rows as i64, "row"));
    let them = if names == 1 { "it is kept as text and yields" } else { "they are kept as text and yield" };
    let fault = Fault::warning(
        codes::W0301,
        Text::new(
            format!(
                "机构表及别名表中没有的单位 {names} 个，共 {rows} 行：{zh}；按原文保留，据此无法推断同事关系，近年在其中工作或者派驻其中的人员须经审查（R32、R34）"
            ),
            format!(
                "{of_names} in {of_rows} not on file under a name or alias: {en}; {them} no colleague ties, and whoever worked there or was stationed there lately is reviewed (R32, R34)"
            ),
        ),
        Text::new(
            "在机构表或机构别名表中补录，或更正履历。",
            "Add them to the organisations or the organisation aliases, or correct the careers.",
        ),
    );
    Some(fault.at(first))
}

/// How many of a file's unknown organisations are named.
const SHOWN: usize = 5;

fn shown_name(unknown: &Unknown) -> Text {
    let (row, name) = (unknown.first.row.unwrap_or_default(), unknown.first.value.as_deref().unwrap_or_default());
    let near = either(
        unknown.proposal.as_deref(),
        |near| Text::new(format!("（{}）", meant(near).zh), format!(" ({})", meant(near).en)),
        Text::default(),
    );
    Text::new(format!("第 {row} 行“{name}”{}", near.zh), format!("row {row} “{name}”{}", near.en))
}

fn joined(texts: &[Text], separator: &str, of: fn(&Text) -> &String) -> String {
    texts.iter().map(|text| of(text).as_str()).collect::<Vec<_>>().join(separator)
}

pub(crate) fn duplicate(first_row: usize) -> Fault {
    Fault::error(
        codes::E0301,
        Text::new(format!("与第 {first_row} 行重复"), format!("already given in row {first_row}")),
        Text::new(
            "每条记录只能出现一次：更正编号或删去多余的行。",
            "Each record may stand once: correct the id or remove the row.",
        ),
    )
}

pub(crate) fn same_row(first_row: usize) -> Fault {
    Fault::warning(
        codes::W0104,
        Text::new(
            format!("与第 {first_row} 行完全相同，只计一次"),
            format!("the same as row {first_row}; counted once"),
        ),
        Text::new("删去多余的行。", "Remove the surplus row."),
    )
}
