//! What binds one person to the parties and the region of one case.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::evidence;
use super::layout::two_columns;
use super::style::bold;
use crate::diag::{Language, Text, plural, range};
use crate::geo::Region;
use crate::id::{ActorId, CaseId};
use crate::pool::{Party, Person};
use crate::ties::{Embeddedness, EmbeddednessReason, Evidence, Tie};

/// The ties between a person and a case.
pub struct TiesView<'a> {
    /// The person.
    pub person: &'a Person,
    /// The case.
    pub case: &'a CaseId,
    /// The day on which is judged.
    pub as_of: Date,
    /// The parties of the case with the ties to them.
    pub parties: Vec<PartyTies<'a>>,
    /// Whether informants are among them; else they are left out, and whether there are any is not told.
    pub informants: bool,
    /// How the person is bound to the case's region.
    pub region: Vec<(Option<&'a Region>, &'a Embeddedness)>,
}

/// The ties to one party.
pub struct PartyTies<'a> {
    /// The party; shown by code only.
    pub party: &'a Party,
    /// The ties.
    pub ties: Vec<Tie>,
    /// The person's own work and stationing at the party's organisation, with or without a tie to the party.
    pub service: Vec<Evidence>,
}

/// Ties with their evidence; parties stand by their codes.
pub fn text(view: &TiesView, language: Language) -> String {
    let title = Text::new(
        format!("{} {} 与 {}，以 {} 为准", view.person.id, view.person.name, view.case, view.as_of),
        format!("{} {} and {}, as of {}", view.person.id, view.person.name, view.case, view.as_of),
    );
    let mut page = format!("{}\n", bold(title.get(language)));
    for one in &view.parties {
        page += &format!("{} {}\n", one.party.id, one.party.role.title().get(language));
        let mut rows: Vec<(String, String)> = Vec::new();
        for tie in &one.ties {
            rows.push((named(tie, view.person).get(language).to_string(), facts(tie, language)));
            rows.extend(tie.evidence.iter().map(|record| (String::new(), evidence(record, language))));
        }
        if !one.service.is_empty() {
            let label = Text::new("在其单位任职", "served there");
            rows.push((label.get(language).to_string(), String::new()));
            rows.extend(one.service.iter().map(|record| (String::new(), evidence(record, language))));
        }
        if rows.is_empty() {
            let none = Text::new("记录中未见关联", "no tie in the records");
            rows.push((none.get(language).to_string(), String::new()));
        }
        page += &two_columns(&rows, 2, 120);
    }
    if !view.informants {
        let kept_back = Text::new(
            "与检举人的关联不在此列；确需查看须写明事由（--reason）",
            "Ties to informants are left out; they are told only for a recorded reason (--reason)",
        );
        page += &format!("{}\n", kept_back.get(language));
    }
    let region = Text::new("办案地区", "region of the case");
    page += &format!("{}\n", region.get(language));
    let mut rows: Vec<(String, String)> = Vec::new();
    for (region, bond) in &view.region {
        let name = region.map_or(bond.county.to_string(), |region| region.name.clone());
        rows.push((name, points(bond.points, language)));
        for (reason, record) in &bond.reasons {
            let separator = if language == Language::Zh { "：" } else { ": " };
            let (reason, words) = (embedded(*reason), record.words.get(language));
            rows.push((String::new(), format!("{}{separator}{words}", reason.get(language))));
        }
    }
    if rows.is_empty() {
        let none = Text::new("记录中未见与当地的渊源", "no bond with the region in the records");
        rows.push((none.get(language).to_string(), String::new()));
    }
    page + &two_columns(&rows, 2, 120)
}

/// The same as data.
pub fn json(view: &TiesView) -> Value {
    let parties: Vec<Value> = view
        .parties
        .iter()
        .map(|one| {
            let ties: Vec<Value> = one
                .ties
                .iter()
                .map(|tie| {
                    json!({
                        "kind": named(tie, view.person),
                        "points": tie.points,
                        "since": tie.since,
                        "ended": tie.ended,
                        "expires": tie.expires,
                        "evidence": tie.evidence,
                    })
                })
                .collect();
            json!({ "party": one.party.id, "role": one.party.role, "ties": ties, "service": one.service })
        })
        .collect();
    let region: Vec<Value> = view
        .region
        .iter()
        .map(|(_, bond)| {
            let reasons: Vec<Value> = bond
                .reasons
                .iter()
                .map(|(reason, evidence)| json!({ "reason": reason, "evidence": evidence }))
                .collect();
            json!({ "county": bond.county, "points": bond.points, "reasons": reasons })
        })
        .collect();
    json!({ "person": view.person.id, "case": view.case, "as_of": view.as_of, "parties": parties, "informants": if view.informants { "told" } else { "left_out" }, "region": region })
}

/// What a tie is; of kin, what the party is to the person.
fn named(tie: &Tie, person: &Person) -> Text {
    tie.kinship_from(&ActorId::from(&person.id)).map_or_else(|| tie.kind.title(), |relation| relation.title())
}

/// Strength and dates of a tie, as far as it has them.
fn facts(tie: &Tie, language: Language) -> String {
    let mut words = Vec::new();
    if tie.points > 0 {
        words.push(points(tie.points, language));
    }
    let span = match (tie.since, tie.ended, language) {
        (Some(since), Some(ended), _) => Some(range(since, ended).get(language).to_string()),
        (Some(since), None, Language::Zh) => Some(format!("自 {since} 至今")),
        (Some(since), None, Language::En) => Some(format!("since {since}")),
        (None, Some(ended), Language::Zh) => Some(format!("{ended} 止")),
        (None, Some(ended), Language::En) => Some(format!("until {ended}")),
        (None, None, _) => None,
    };
    words.extend(span);
    if let Some(expires) = tie.expires {
        let fades = Text::new(format!("{expires} 起不再计"), format!("fades by {expires}"));
        words.push(fades.get(language).to_string());
    }
    words.join(if language == Language::Zh { "，" } else { ", " })
}

fn points(points: i64, language: Language) -> String {
    Text::new(format!("{points} 分"), plural(points, "point")).get(language).to_string()
}

fn embedded(reason: EmbeddednessReason) -> Text {
    match reason {
        EmbeddednessReason::GrewUp => Text::new("在当地成长", "grew up there"),
        EmbeddednessReason::Worked => Text::new("长期在当地工作", "worked there long"),
        EmbeddednessReason::Kin => Text::new("亲属在当地工作", "near kin work there"),
    }
}
