//! Faults of cells; the row adds the place.

use super::{Fault, either, meant};
use crate::diag::{Text, codes};
use crate::pool::PartialDate;
use crate::pool::read::column::{Column, Space};

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

pub(crate) fn date_of_another_age(year: i16) -> Fault {
    let (first, last) = (PartialDate::YEARS.start(), PartialDate::YEARS.end());
    Fault::error(
        codes::E0203,
        Text::new(
            format!("年份 {year} 不在可接受的 {first}–{last} 年之内"),
            format!("the year {year} is outside the accepted years {first} to {last}"),
        ),
        Text::new("多半是笔误：核对年份后更正。", "Most likely a slip: check the year and correct it."),
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
    Fault::warning(
        codes::W0201,
        Text::new(
            format!("可能是 1 月，也可能是被省去末尾 0 的 10 月；暂按 {year} 年处理"),
            format!("January, or October with its zero cut off; only the year {year} was taken"),
        ),
        Text::new(format!("写作 {year}-01 或 {year}-10。"), format!("Write {year}-01 or {year}-10.")),
    )
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

pub(crate) fn invisible(character: char) -> Fault {
    let code = format!("U+{:04X}", u32::from(character));
    Fault::error(
        codes::E0208,
        Text::new(
            format!("单元格中有看不见的字符 {code}，编号、姓名因此对不上"),
            format!("the cell holds the invisible character {code}, so that ids and names do not match"),
        ),
        Text::new("删去该字符，重新输入此格。", "Delete it, or type the cell anew."),
    )
}

pub(crate) fn dangling(space: Space, suggestion: Option<&str>) -> Fault {
    let (zh, en) = space.title();
    Fault::error(
        codes::E0302,
        Text::new(format!("{zh}中没有这个编号或名称"), format!("{en} has no such id or name")),
        or_add(suggestion, zh, en),
    )
}

/// A near name on file may be a real name of its own (衡山县 beside 衡南县), so adding the record is always said too.
pub(crate) fn or_add(suggestion: Option<&str>, zh: &str, en: &str) -> Text {
    match suggestion {
        Some(near) => Text::new(
            format!("是否为“{near}”？若不是，在{zh}中补录。"),
            format!("Did you mean “{near}”? If not, add the record to {en}."),
        ),
        None => Text::new(format!("核对编号，或在{zh}中补录。"), format!("Correct the id, or add the record to {en}.")),
    }
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

/// A name that is not that of the record whose id stands beside it, but that of these, if anybody's.
pub(crate) fn disagreeing(beside: &Column, id: &str, others: &[String]) -> Fault {
    let whose = if others.is_empty() {
        Text::default()
    } else {
        Text::new(format!("，而是 {} 的", others.join("、")), format!(", but that of {}", others.join(", ")))
    };
    Fault::error(
        codes::E0305,
        Text::new(
            format!("不是“{}”列 {id} 的名称{}", beside.zh, whose.zh),
            format!("is not the name of {id} in the column “{}”{}", beside.key, whose.en),
        ),
        Text::new("核对是哪一个，改正名称或者编号。", "See which of the two is meant, and correct the name or the id."),
    )
}

pub(crate) fn skill(suggestion: Option<&str>) -> Fault {
    Fault::error(
        codes::E0503,
        Text::new("专长字典中没有这一项", "the skill dictionary has no such skill"),
        either(
            suggestion,
            meant,
            Text::new(
                "可用的专长见 docs/data.md；本地专长在 policy.toml 中用 [[skill]] 增加。",
                "docs/data.md lists the skills; a folder adds its own by [[skill]] in policy.toml.",
            ),
        ),
    )
}
