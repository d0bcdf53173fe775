//! One case: its header, its people, its pairs, and what stays open.

use jiff::civil::Date;

use super::super::layout::{Side, Table, items, two_columns};
use super::super::style::{bold, yellow};
use super::{AssignmentRow, CaseView, WIDTH};
use crate::check;
use crate::diag::{Language, Text, range};

/// The paragraph of one case.
pub fn text(case: &CaseView, language: Language) -> String {
    let mut page = format!("\n{}\n", header(case, language));
    if !case.rows.is_empty() {
        page += &people(case, language).text(2);
    }
    let mut notes = pairs(case, language);
    if !case.leave.is_empty() {
        let separator = if language == Language::Zh { "；" } else { "; " };
        let words: Vec<String> =
            case.leave.iter().map(|(who, from, to)| format!("{who}{}", days(Some((*from, *to)), language))).collect();
        let mut term = Text::new("任职期间请假", "on leave").get(language).to_string();
        for line in items(&words, separator, WIDTH - 24) {
            notes.push((std::mem::take(&mut term), line));
        }
    }
    let mut note = |label: Text, words: String| notes.push((label.get(language).to_string(), words));
    if !case.open.is_empty() {
        let separator = if language == Language::Zh { "，" } else { ", " };
        let slots: Vec<String> = case.open.iter().map(|(role, count)| format!("{role} {count}")).collect();
        note(Text::new("空缺", "open"), slots.join(separator));
    }
    if case.jurisdiction_document_needed {
        let words = Text::new("须补指定管辖文号 ______", "document no. of designated jurisdiction needed: ______");
        note(Text::new("管辖", "jurisdiction"), words.get(language).to_string());
    }
    page + &two_columns(&notes, 2, WIDTH)
}

/// The pairs, role by role, in lines that break between pairs only.
fn pairs(case: &CaseView, language: Language) -> Vec<(String, String)> {
    let (label, and, separator) = match language {
        Language::Zh => ("结对", "＋", "；"),
        Language::En => ("pairs", " + ", "; "),
    };
    let mut roles: Vec<&str> = case.pairs.iter().map(|pair| pair.role.as_str()).collect();
    roles.dedup();
    let mut rows = Vec::new();
    for role in roles {
        let of_role = case.pairs.iter().filter(|pair| pair.role == role);
        let words: Vec<String> =
            of_role.map(|pair| format!("{}{and}{}{}", pair.own, pair.other, days(pair.dates, language))).collect();
        let mut term = format!("{label} {role}");
        for line in items(&words, separator, WIDTH - 24) {
            rows.push((std::mem::take(&mut term), line));
        }
    }
    rows
}

fn days(dates: Option<(Date, Date)>, language: Language) -> String {
    let Some((from, to)) = dates else { return String::new() };
    let days = range(from, to);
    Text::new(format!("（{}）", days.zh), format!(" ({})", days.en)).get(language).to_string()
}

fn header(case: &CaseView, language: Language) -> String {
    let dates = case.dates.map_or(Text::default(), |(from, to)| range(from, to)).get(language).to_string();
    let priority = Text::new(format!("优先级 {}", case.priority), format!("priority {}", case.priority));
    let lead = case
        .lead_room
        .as_ref()
        .map_or(Text::default(), |room| Text::new(format!("牵头 {room}"), format!("lead room {room}")));
    let lead = lead.get(language).to_string();
    let words = [bold(case.code.as_str()), case.template.clone(), case.region.clone(), lead, dates];
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let state = if case.formed {
        Text::new("成组", "formed").get(language).to_string()
    } else {
        yellow(Text::new("未成组，不抽人", "not formed, draws nobody").get(language))
    };
    format!("{} · {} · {state}", words.join(" · "), priority.get(language))
}

fn people(case: &CaseView, language: Language) -> Table {
    let headings = match language {
        Language::Zh => ["岗位", "编号", "姓名", "单位", "起", "止", "负荷", "来源", "关联分"],
        Language::En => ["role", "id", "name", "unit", "from", "to", "load", "staff", "exposure"],
    };
    let right = ["负荷", "load", "关联分", "exposure"];
    let side = |heading: &str| if right.contains(&heading) { Side::Right } else { Side::Left };
    let mut table = Table::new(headings.map(|heading| (heading, side(heading))));
    for row in &case.rows {
        table.row([
            row.role.clone(),
            row.person.to_string(),
            row.name.clone(),
            row.unit.clone(),
            row.from.to_string(),
            row.to.to_string(),
            check::share(row.load),
            source(row, language),
            row.exposure.to_string(),
        ]);
    }
    table
}

/// Whose staff the person is and whether drawn; a declaration owed stands out here.
fn source(row: &AssignmentRow, language: Language) -> String {
    let own = if row.own { Text::new("本委", "own") } else { Text::new("外单位", "outside") };
    let mut words = vec![own];
    if row.drawn {
        words.push(Text::new("抽调", "drawn"));
    }
    if row.owed {
        words.push(Text::new("待申报", "declaration owed"));
    }
    let separator = if language == Language::Zh { "·" } else { ", " };
    words.iter().map(|words| words.get(language)).collect::<Vec<_>>().join(separator)
}
