//! What a team report shows, with every id resolved to what people call it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::certificate::{Counts, TitledEntry, warnings};
use crate::check::{Report, Subject};
use crate::diag::{Language, Text};
use crate::id::{CaseId, PersonId, UnitId};
use crate::plan::{Assignment, Coverage, Plan, TierResult};
use crate::policy::{Change, OwedByCase, Policy, Rule, RuleChange, Template, VerdictLevel, Verdicts, Waivable};
use crate::pool::{Case, Pool};

/// A team plan, ready to be laid out.
#[derive(Debug, Clone)]
pub struct TeamView {
    /// The day on which was judged.
    pub as_of: Date,
    /// Name of the policy.
    pub policy: String,
    /// Why the search ended.
    pub termination: Text,
    /// Whether another run gives the same bytes.
    pub deterministic: bool,
    /// Solver, version and seed.
    pub made_by: Text,
    /// The cases in the plan's order.
    pub cases: Vec<CaseView>,
    /// Objective tiers.
    pub tiers: Vec<TierResult>,
    /// Waivers used: whom and what for, then why and on whose approval.
    pub waivers: Vec<(String, Text)>,
    /// Pins and bans: whom and what for, then why and on whose approval.
    pub pins: Vec<(String, Text)>,
    /// Declarations owed: who, then on what.
    pub owed: Vec<(String, Text)>,
    /// Rules in force that await local confirmation: code, then title.
    pub to_be_confirmed: Vec<(String, Text)>,
    /// Rules that the policy changes: code and title, then how and on whose decision.
    pub changes: Vec<(String, Text)>,
    /// How complete the records are.
    pub coverage: Coverage,
    /// Days away, all together.
    pub days_away: i64,
    /// Cost in fen, all together.
    pub cost_fen: i64,
    /// What the check warns of in a team: the case, then the rule and what was found.
    pub warnings: Vec<(String, Text)>,
    /// How many entries of the check have each verdict.
    pub counts: Counts,
}

/// One case's team.
#[derive(Debug, Clone)]
pub struct CaseView {
    /// Its code.
    pub code: CaseId,
    /// What people call its template.
    pub template: String,
    /// Where it is worked.
    pub region: String,
    /// Its lead room, if one is on record.
    pub lead_room: Option<String>,
    /// Its priority class.
    pub priority: i64,
    /// First and last day; `None` when the case is no longer on file.
    pub dates: Option<(Date, Date)>,
    /// Whether the team is formed.
    pub formed: bool,
    /// Who serves, in the order of the template's roles.
    pub rows: Vec<AssignmentRow>,
    /// Named pairs.
    pub pairs: Vec<PairRow>,
    /// Days of leave within a service: who, first and last day.
    pub leave: Vec<(String, Date, Date)>,
    /// Open slots by role.
    pub open: Vec<(String, i64)>,
    /// Whether a document of designated jurisdiction is still needed.
    pub jurisdiction_document_needed: bool,
}

/// One line of a team's table.
#[derive(Debug, Clone)]
pub struct AssignmentRow {
    /// Role, with a second role if the person fills one.
    pub role: String,
    /// Id.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// First day of service.
    pub from: Date,
    /// Last day of service.
    pub to: Date,
    /// Thousandths of full time.
    pub load: i64,
    /// Of the handling commission's own staff.
    pub own: bool,
    /// Drawn from another unit than the lead room.
    pub drawn: bool,
    /// Points of exposure.
    pub exposure: i64,
    /// Whether a declaration is still owed.
    pub owed: bool,
}

/// Two people who work as a pair.
#[derive(Debug, Clone)]
pub struct PairRow {
    /// The role in which they pair.
    pub role: String,
    /// The member of own staff.
    pub own: String,
    /// The other member.
    pub other: String,
    /// First and last day, where they do not work as a pair all the time of the case.
    pub dates: Option<(Date, Date)>,
}

/// Resolves a plan's ids to what people call them in `language`, and takes from its certificate what speaks of a team.
pub fn view(plan: &Plan, certificate: &Report, pool: &Pool, policy: &Policy, language: Language) -> TeamView {
    let names = Names { plan, pool, policy, language };
    let solver = &plan.solver;
    TeamView {
        as_of: plan.input.as_of,
        policy: plan.policy.name.clone(),
        termination: plan.termination.sentence(),
        deterministic: plan.deterministic,
        made_by: Text::new(
            format!("求解器 {} {}，evenhand {}，种子 {}", solver.name, solver.version, solver.evenhand, plan.seed),
            format!("solver {} {}, evenhand {}, seed {}", solver.name, solver.version, solver.evenhand, plan.seed),
        ),
        cases: plan.teams.iter().map(|team| names.case(team)).collect(),
        tiers: plan.tiers.clone(),
        waivers: plan
            .waivers_used
            .iter()
            .map(|waiver| {
                let (person, why) = (names.person(&waiver.person), &waiver.reason);
                let (who, expires) = (&waiver.approver, waiver.expires);
                let words = Text::new(
                    format!("{why}；{who} 批准，有效至 {expires}"),
                    format!("{why}; approved by {who}, until {expires}"),
                );
                (format!("{} {person} · {}", waiver.rule, waiver.case), words)
            })
            .collect(),
        pins: plan
            .pins
            .iter()
            .map(|pin| {
                let (why, author, approver) = (&pin.reason, &pin.author, &pin.approver);
                let words = Text::new(
                    format!("{why}；{author} 提出，{approver} 批准"),
                    format!("{why}; asked for by {author}, approved by {approver}"),
                );
                (format!("{} {} · {}", pin.kind.title().get(language), names.person(&pin.person), pin.case), words)
            })
            .collect(),
        owed: names.owed(),
        to_be_confirmed: plan
            .policy
            .to_be_confirmed
            .iter()
            .map(|code| {
                (
                    code.clone(),
                    policy.rules.find(code).map(|rule| open_part(rule, plan.input.as_of)).unwrap_or_default(),
                )
            })
            .collect(),
        changes: plan.policy.changes.iter().map(|change| changed(change, policy, language)).collect(),
        coverage: plan.coverage.clone(),
        days_away: plan.days_away,
        cost_fen: plan.cost_fen,
        warnings: warnings(certificate, policy).iter().filter_map(warning).collect(),
        counts: Counts::of(certificate),
    }
}

/// A warning about a team as `verify` words it.
fn warning(warned: &TitledEntry) -> Option<(String, Text)> {
    let TitledEntry { entry, title } = warned;
    let Subject::Team { case } = &entry.subject else { return None };
    let (code, words) = (&entry.rule, &entry.words);
    let words = Text::new(format!("{code} {}：{}", title.zh, words.zh), format!("{code} {}: {}", title.en, words.en));
    Some((case.to_string(), words))
}

/// The title of a rule, and the part of it that awaits confirmation where the rest has a firm source.
fn open_part(rule: &Rule, day: Date) -> Text {
    let title = &rule.title;
    match rule.part_to_be_confirmed(day) {
        Some(part) => Text::new(format!("{}（{}）", title.zh, part.zh), format!("{} (in part: {})", title.en, part.en)),
        None => title.clone(),
    }
}

/// A rule and what the policy changes in it.
fn changed(change: &RuleChange, policy: &Policy, language: Language) -> (String, Text) {
    let rule = policy.rules.find(&change.rule);
    let what = match &change.what {
        Change::Off => Text::new("关闭", "switched off"),
        Change::On => Text::new("启用", "switched on"),
        Change::Validity { from, to } => super::super::rules::validity(*from, *to),
        Change::Verdict { from, to } => {
            let levels = |verdicts: &Verdicts| {
                let titles = [verdicts.lead, verdicts.deputy, verdicts.member].map(VerdictLevel::title);
                let join = |pick: fn(&Text) -> &str| titles.iter().map(pick).collect::<Vec<_>>().join("/");
                Text::new(join(|title| &title.zh), join(|title| &title.en))
            };
            let (from, to) = (levels(from), levels(to));
            Text::new(
                format!("结论（组长/副组长/组员）由{}改为{}", from.zh, to.zh),
                format!("verdicts (lead/deputy/member) {} → {}", from.en, to.en),
            )
        }
        Change::Parameter { name, from, to } => {
            let meaning = rule.and_then(|rule| rule.parameters.get(name)).map(|parameter| parameter.meaning.clone());
            let meaning = meaning.unwrap_or_else(|| Text::same(name));
            Text::new(format!("{}：{from} → {to}", meaning.zh), format!("{}: {from} → {to}", meaning.en))
        }
    };
    let never = rule.is_some_and(|rule| rule.waivable == Waivable::Never) && change.what != Change::On;
    let never = if never {
        Text::new("；任何人不得豁免的规则", "; a rule that nobody may waive")
    } else {
        Text::default()
    };
    let decision = match (&change.by, change.date, &change.document) {
        (Some(by), Some(date), Some(document)) => {
            Text::new(format!("；{by} {date} {document}"), format!("; {by}, {date}, {document}"))
        }
        _ => Text::new("；没有采用记录", "; no decision on record"),
    };
    let title = rule.map(|rule| rule.title.get(language)).unwrap_or_default();
    let words =
        Text::new(format!("{}{}{}", what.zh, never.zh, decision.zh), format!("{}{}{}", what.en, never.en, decision.en));
    (format!("{} {title}", change.rule), words)
}

/// Resolves ids; what is not on file keeps its id.
struct Names<'a> {
    plan: &'a Plan,
    pool: &'a Pool,
    policy: &'a Policy,
    language: Language,
}

impl Names<'_> {
    fn case(&self, team: &crate::plan::Team) -> CaseView {
        let case = self.pool.cases.get(&team.case);
        let template = self.policy.templates.get(&team.template);
        let mut members: Vec<&Assignment> = self.plan.assignments_of(&team.case).collect();
        let position = |role: &str| template?.roles.iter().position(|known| known.id == role);
        members.sort_by_key(|member| position(&member.role).unwrap_or(usize::MAX));
        let open = self.plan.open_slots.iter().filter(|slot| slot.case == team.case);
        CaseView {
            code: team.case.clone(),
            template: template.map_or(team.template.clone(), |known| known.name.get(self.language).to_string()),
            region: case.map(|case| self.region(case)).unwrap_or_default(),
            lead_room: case.and_then(|case| case.lead_unit.as_ref()).map(|unit| self.unit(unit)),
            priority: team.priority,
            dates: case.map(|case| (case.from, case.to)),
            formed: team.formed,
            leave: members.iter().flat_map(|member| self.leave(member)).collect(),
            rows: members.into_iter().map(|member| self.row(member, template)).collect(),
            pairs: team
                .pairs
                .iter()
                .map(|pair| PairRow {
                    role: self.role(&pair.role, template),
                    own: self.person(&pair.own),
                    other: self.person(&pair.other),
                    dates: Some((pair.from, pair.to))
                        .filter(|dates| case.and_then(|case| case.days_ahead(self.plan.input.as_of)) != Some(*dates)),
                })
                .collect(),
            open: open.map(|slot| (self.role(&slot.role, template), slot.count)).collect(),
            jurisdiction_document_needed: team.jurisdiction_document_needed,
        }
    }

    fn leave(&self, member: &Assignment) -> Vec<(String, Date, Date)> {
        let within = self.pool.leave_within(&member.person, member.from, member.to);
        within.into_iter().map(|(from, to)| (self.person(&member.person), from, to)).collect()
    }

    fn owed(&self) -> Vec<(String, Text)> {
        let reviewer = Text::new("（审理）", " (review)");
        let members = self.plan.provisional.iter().map(|owed| (owed, ""));
        let reviewers = self.plan.provisional_reviewers.iter().map(|owed| (owed, reviewer.get(self.language)));
        let mut cases: BTreeMap<(&CaseId, OwedByCase), BTreeSet<&str>> = BTreeMap::new();
        let mut people = Vec::new();
        for (owed, part) in members.chain(reviewers) {
            let mut own = Vec::new();
            for rule in owed.rules.iter().map(String::as_str) {
                match self.owed_by_case(&owed.case, rule) {
                    Some(what) => drop(cases.entry((&owed.case, what)).or_default().insert(rule)),
                    None => own.push(rule),
                }
            }
            if !own.is_empty() {
                let rules = Text::new(own.join("、"), own.join(", "));
                people.push((format!("{}{part} · {}", self.person(&owed.person), owed.case), rules));
            }
        }
        let told = cases.into_iter().map(|((case, what), rules)| {
            let rules: Vec<&str> = rules.into_iter().collect();
            let (zh, en) = match what {
                OwedByCase::Subject => {
                    ("没有登记被审查调查人", "no subject is on record")
                }
                OwedByCase::Workplace => {
                    ("被审查调查人现工作单位不明", "where a subject works is not on record")
                }
            };
            let words = Text::new(
                format!("{zh}，由承办部门补登（{}）；补登后重新组队，仍缺本人记录的再逐人列出", rules.join("、")),
                format!(
                    "{en}, for the handling office to enter ({}); assemble anew then, and whoever lacks a record of their own is listed",
                    rules.join(", ")
                ),
            );
            (case.to_string(), words)
        });
        told.chain(people).collect()
    }

    /// Whether what a rule misses is owed by the case: no member can cure it.
    fn owed_by_case(&self, case: &CaseId, rule: &str) -> Option<OwedByCase> {
        let coverage = || self.plan.coverage.cases.iter().find(|known| known.case == *case);
        let owed = self.policy.rules.find(rule)?.owed_by_case?;
        let is_owed = match owed {
            OwedByCase::Subject => true,
            OwedByCase::Workplace => coverage().is_some_and(|known| known.with_organisation < known.subjects),
        };
        is_owed.then_some(owed)
    }

    fn row(&self, member: &Assignment, template: Option<&Template>) -> AssignmentRow {
        let role = self.role(&member.role, template);
        let also = member.also.as_ref().map(|also| self.role(also, template));
        let owed = self.plan.provisional.iter();
        AssignmentRow {
            role: match (also, self.language) {
                (None, _) => role,
                (Some(also), Language::Zh) => format!("{role}（兼{also}）"),
                (Some(also), Language::En) => format!("{role} (also {also})"),
            },
            person: member.person.clone(),
            name: self.pool.people.get(&member.person).map(|person| person.name.clone()).unwrap_or_default(),
            unit: self.unit(&member.unit),
            from: member.from,
            to: member.to,
            load: member.load,
            own: member.own,
            drawn: member.drawn,
            exposure: member.exposure,
            owed: owed.into_iter().any(|owed| owed.person == member.person && owed.case == member.case),
        }
    }

    fn role(&self, role: &str, template: Option<&Template>) -> String {
        let known = template.and_then(|template| template.role(role));
        known.map_or(role.to_string(), |known| known.name.get(self.language).to_string())
    }

    fn unit(&self, id: &UnitId) -> String {
        self.pool.units.get(id).map_or(id.to_string(), |unit| unit.name.clone())
    }

    fn person(&self, id: &PersonId) -> String {
        match self.pool.people.get(id) {
            Some(person) => format!("{id} {}", person.name),
            None => id.to_string(),
        }
    }

    fn region(&self, case: &Case) -> String {
        self.pool.gazetteer.regions.get(&case.region).map_or(case.region.to_string(), |region| region.name.clone())
    }
}
