//! The reference of every table and column, `docs/data.md`, written from the specs.

use std::fmt::Write;

use super::column::{Column, Edge, Kind, Space, Spec};
use super::tables;
use super::vocabulary::Word;
use crate::pool::skill;

/// `docs/data.md`: every table and column with type, unit, accepted headers, example and the meaning of a blank.
pub fn data_reference() -> String {
    let mut page = String::from(INTRODUCTION);
    for table in tables::all() {
        describe(&mut page, table.spec);
    }
    page.push_str("\n## 专长字典 · Skill dictionary\n\n| 专长 | skill |\n|---|---|\n");
    for skill in skill::dictionary() {
        _ = writeln!(page, "| {} | {} |", skill.zh, skill.en);
    }
    page.push_str(OWN_SKILLS);
    page
}

const OWN_SKILLS: &str = "
字典里没有的专长，在名册文件夹的 `policy.toml` 中增加；专长表、需求表和本地模板即可使用。中文名是专长的标识，两个名称都不得与已有的重复（E0608）。
A skill that the dictionary lacks is added by the folder's `policy.toml`; the skills and demands tables and the folder's \
templates may then use it. The Chinese name identifies the skill, and neither name may be taken already (E0608).

```toml
[[skill]]
zh = \"水下勘查\"
en = \"underwater survey\"
```
";

const INTRODUCTION: &str = "\
# 名册文件夹 · The roster folder

<!-- Generated from the table specs in src/pool/read/tables/; tests/it/docs.rs compares. -->

每张表一个 CSV 文件，编码为 UTF-8（有无 BOM 均可）或 GB18030；表头用中英文均可，列的次序不限，表头之上可有标题行，表头可占两行（合并单元格，N0102 说明如何理解，有两种读法的为错误 E0108），合计行和表注会跳过并提示。\
标“必需”的表和列不可缺；其余可缺，空白的含义见各列说明。
One CSV file per table, in UTF-8 (with or without BOM) or GB18030, the cells separated by commas (where the first lines have \
none, by tabs or semicolons); headers in Chinese or English, columns in any \
order, titles above the header are fine, a header may take two rows with merged cells (N0102 says how it was understood; \
one that can be read in two ways is the error E0108), totals and remarks are skipped with a note. Tables and columns marked \
*required* must be there; what a blank means elsewhere stands with each column.

- 日期 Dates: `2010-07-01` `2010-07` `2010` `2010.07` `2010/7/1` `2010年7月` `201007` `20100701`, 表格软件的日期序号 \
day numbers of spreadsheets, 全角数字 full-width digits; `至今` `现在` `present`. `2010.1` 有歧义 is ambiguous (W0201).
- 多值 Lists: 以 `；` `;` `、` 或 `|` 分隔 separated by any of these.
- 引用 References: 填编号；名称唯一时也可填名称 an id, or the name where it is unique (E0303 otherwise).
- 地名 Places: `衡南县`、`衡阳市衡南县`、`衡南` 均可，只要在行政区划表内唯一 longer and shorter names of a region will \
do as long as one region of the table bears them.
- 是否 Flags: 是/否, yes/no, 1/0.
- 以 `=` `+` `-` `@` 开头的内容，写出时前加 `'`，读入时去掉 Cells that a spreadsheet would run as a formula are \
written with a leading `'`, which reading removes.
- 不收集 Never collected: 民族、宗教、健康、怀孕、电话、住址、照片 ethnicity, religion, health, pregnancy, phone, \
address, photos. 这些列不读取 Such columns are not read (W0103).
";

fn describe(page: &mut String, spec: &Spec) {
    let required = if spec.required { "，必需 · required" } else { "" };
    _ = write!(
        page,
        "\n## {zh} · {en}\n\n`{en}.csv` / `{zh}.csv`{required}\n\n{about_zh}。\n{about_en}.\n\n\
         | 列 Column | 也可写作 Also accepted | 类型 Type | 示例 Example | 空白表示 Blank means | 说明 Meaning |\n\
         |---|---|---|---|---|---|\n",
        zh = spec.name_zh,
        en = spec.name,
        about_zh = spec.about.0,
        about_en = sentence(spec.about.1),
    );
    for column in spec.columns {
        _ = writeln!(
            page,
            "| **{}** `{}` | {} | {} | {} | {} | {} |",
            column.zh,
            column.key,
            column.aliases.join("、"),
            kind(column),
            example(column),
            if column.required { "必需 · required".to_owned() } else { both(column.blank) },
            both(column.about),
        );
    }
}

fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}

fn both(wording: (&str, &str)) -> String {
    format!("{}<br>{}", wording.0, wording.1)
}

fn kind(column: &Column) -> String {
    match column.kind {
        Kind::Id(_) => both(("编号", "id")),
        Kind::Name => both(("名称", "name")),
        Kind::Reference(space) => {
            both((&format!("引用{}", space.title().0), &format!("reference into {}", space.title().1)))
        }
        Kind::References(space) => {
            both((&format!("多个，引用{}", space.title().0), &format!("list of references into {}", space.title().1)))
        }
        Kind::Text => both(("文字", "text")),
        Kind::Texts => both(("多项文字", "list of texts")),
        Kind::Word(words) => format!("{}<br>one of these", listed(words)),
        Kind::Words(words) => format!("{}<br>any of these", listed(words)),
        Kind::Flag => both(("是/否", "yes/no")),
        Kind::Day(Edge::First) => both(("日期；只到月的取首日", "date; a month means its first day")),
        Kind::Day(Edge::Last) => both(("日期；只到月的取末日", "date; a month means its last day")),
        Kind::Date => both(("日期，可只到月或年", "date to the day, month or year")),
        Kind::End => both(("日期或“至今”", "date, or “present”")),
        Kind::Whole(least, most) => both((&format!("整数 {least}–{most}"), "whole number")),
        Kind::Share => both(("占全时的比例 0–1，或百分比", "share of full time 0–1, or a percentage")),
        Kind::Yuan => both(("金额，元", "amount in yuan")),
        Kind::Degrees(bound) => both((&format!("度，±{bound}"), "degrees")),
        Kind::Skill => both(("专长字典中的名称", "a name of the skill dictionary")),
    }
}

/// An example cell: the template's if it fills one, else one of the column's kind.
fn example(column: &Column) -> String {
    let of_the_kind = match column.kind {
        Kind::Id(_) | Kind::Reference(Space::Person) => "p1",
        Kind::Reference(Space::Organisation) => "o1",
        Kind::Reference(Space::Region) => "430400",
        Kind::Day(_) => "2026-07-01",
        Kind::Date | Kind::End => "2020-07",
        Kind::Word(words) | Kind::Words(words) => words.first().map_or("", |word| word.zh),
        Kind::Whole(..) => "5",
        Kind::Share => "0.5",
        Kind::Flag => "是",
        _ => "",
    };
    match column.examples.iter().find(|example| !example.is_empty()).map_or(of_the_kind, |example| example) {
        "" => String::new(),
        cell => format!("`{cell}`"),
    }
}

fn listed(words: &[Word]) -> String {
    words.iter().map(|word| format!("{} `{}`", word.zh, word.key)).collect::<Vec<_>>().join("、")
}
