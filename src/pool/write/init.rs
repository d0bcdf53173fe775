//! The folder that a new user starts from: headers, example rows that fit together, and how to fill them in.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::{BOM, push_row, write_folder};
use crate::diag::Language;
use crate::pool::read::{Column, Edge, Kind, Spec, all, read_files};

/// The day of judgment for which the specs write their examples.
pub const EXAMPLE_DAY: Date = date(2026, 7, 1);

/// Every table with its header and example rows in `language`, and a bilingual guide. Reading it finds no fault.
///
/// The days of plans and decisions in the example rows are moved by whole months with `as_of`, so that on that day
/// the example case wants its team and nothing has expired.
pub fn init_folder(language: Language, as_of: Date) -> BTreeMap<String, Vec<u8>> {
    let months = 12 * i64::from(as_of.year() - EXAMPLE_DAY.year()) + i64::from(as_of.month() - EXAMPLE_DAY.month());
    let examples = all().iter().map(|table| (table.spec.file(), examples(table.spec, months))).collect();
    let mut files = write_folder(&read_files(&examples).pool, language);
    files.insert("填表说明-README.txt".to_owned(), guide().into_bytes());
    files
}

fn examples(spec: &Spec, months: i64) -> Vec<u8> {
    let mut text = String::new();
    push_row(&mut text, spec.columns.iter().map(|column| column.key));
    let rows = spec.columns.iter().map(|column| column.examples.len()).max().unwrap_or(0);
    for row in 0..rows {
        let cells: Vec<String> = spec.columns.iter().map(|column| example(column, row, months)).collect();
        push_row(&mut text, cells.iter().map(String::as_str));
    }
    text.into_bytes()
}

/// The example cell; days move by `months`, while dates of the past stay what they are.
fn example(column: &Column, row: usize, months: i64) -> String {
    let example = column.examples.get(row).copied().unwrap_or("");
    let moved = |day: Date| day.saturating_add(months.months());
    match (column.kind, example.parse::<Date>()) {
        (Kind::Day(Edge::Last), Ok(day)) if day == day.last_of_month() => moved(day).last_of_month().to_string(),
        (Kind::Day(_), Ok(day)) => moved(day).to_string(),
        _ => example.to_owned(),
    }
}

fn guide() -> String {
    let mut text = BOM.to_owned();
    text.push_str(INTRODUCTION);
    for table in all() {
        let spec = table.spec;
        let required = if spec.required { "（必需 required）" } else { "" };
        text.push_str(&format!("\n{}.csv　{}{required}\n", spec.name, spec.name_zh));
        text.push_str(&format!("    {}。\n    {}.\n", spec.about.0, spec.about.1));
        let columns = spec.columns.iter().filter(|column| column.required);
        let columns: Vec<String> = columns.map(|column| format!("{} {}", column.zh, column.key)).collect();
        text.push_str(&format!("    必填 must be filled: {}\n", columns.join("、")));
    }
    text.replace('\n', "\r\n")
}

const INTRODUCTION: &str = "\
点将 · 名册填表说明
Evenhand · How to fill in the roster

一、各表中的示例行说明写法，填好自己的数据后请删去。
    The example rows show the form; remove them once your own rows are in.
二、用表格软件打开、保存即可；保存为“CSV UTF-8”。表名也可用中文，如 人员.csv。
    Open and save with any spreadsheet, as “CSV UTF-8”.
三、编号在各表之间要对得上；人员、涉案人员、亲属三类编号互不重复。
    Ids must agree across tables; people, parties and relatives share one id space.
四、不清楚的宁可留空，不要猜填：空白会按“需审查”从严处理，猜错则可能漏掉应当回避的人。
    Leave blank what you do not know: a blank asks for review, a guess may hide a conflict.
五、检举人只用代号。案件只用代号。不登记民族、宗教、健康、电话、照片等信息。
    Informants and cases appear as codes. Never record ethnicity, religion, health, phone or photos.
六、日期可写 2010-07-01、2010.07、2010年7月；不要写 2010.1（分不清 1 月和 10 月）。
    Dates: 2010-07-01 or 2010-07; never 2010.1, which may be January or October.
七、一格填多项时用“；”分隔。填完后运行 evenhand check 文件夹。
    Separate several entries of one cell with “；”. When done, run `evenhand check DIR`.

各表 Tables
";
