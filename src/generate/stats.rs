//! What a pool looks like in numbers: printed in a fixture's README, bounded by a test.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::acquaintance::{Acquaintance, permille};
use crate::id::{ActorId, CaseId, PersonId, SkillName};
use crate::policy::Policy;
use crate::pool::{KinKind, Pool, SpellKind, UnitKind};

/// Numbers about a pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statistics {
    /// People on the roster.
    pub people: usize,
    /// Rooms of the handling commission.
    pub rooms: usize,
    /// Groups stationed by the handling commission.
    pub stationed: usize,
    /// Local units.
    pub local: usize,
    /// External bodies.
    pub external: usize,
    /// Median people of the units of each kind, in order of [`UnitKind`].
    pub median_sizes: BTreeMap<UnitKind, usize>,
    /// Career spells that are posts.
    pub posts: usize,
    /// Relatives outside the roster.
    pub relatives: usize,
    /// Kin edges.
    pub kin_edges: usize,
    /// Couples of whom both are on the roster.
    pub couples: usize,
    /// Such couples in different counties (a city's own units are in none).
    pub cross_county_couples: usize,
    /// Pairs of people with one name.
    pub homonym_pairs: usize,
    /// People without a current declaration, in thousandths.
    pub undeclared_permille: usize,
    /// People in neither talent pool.
    pub outside_pools: usize,
    /// People with each skill at level 3.
    pub experts: BTreeMap<SkillName, usize>,
    /// Open cases.
    pub open_cases: usize,
    /// Parties of open cases.
    pub parties: usize,
    /// Current and past assignments.
    pub assignments: usize,
    /// Ties and verdicts.
    pub acquaintance: Acquaintance,
}

impl Statistics {
    /// The numbers of `pool` under `policy` on `as_of`.
    pub fn of(pool: &Pool, policy: &Policy, as_of: Date) -> Statistics {
        let kind = |kind: UnitKind| pool.units.values().filter(|unit| unit.kind == kind).count();
        let sizes = tally(pool.people.values().map(|person| person.unit.clone()));
        let mut by_kind: BTreeMap<UnitKind, Vec<usize>> = BTreeMap::new();
        for unit in pool.units.values() {
            by_kind.entry(unit.kind).or_default().push(sizes.get(&unit.id).copied().unwrap_or(0));
        }
        let couples = couples(pool);
        let cross = couples.iter().filter(|(a, b)| match (county(pool, a), county(pool, b)) {
            (Some(a), Some(b)) => a != b,
            _ => false,
        });
        let declared: BTreeSet<&PersonId> = pool
            .declarations
            .iter()
            .filter(|declaration| i64::from((as_of - declaration.date).get_days()) <= policy.rules.declaration_days())
            .map(|declaration| &declaration.person)
            .collect();
        let names = tally(pool.people.values().map(|person| person.name.as_str()));
        let open: BTreeSet<_> = pool.cases.values().filter(|case| case.open).map(|case| &case.id).collect();
        let experts = tally(pool.skills.iter().filter(|skill| skill.level == 3).map(|skill| skill.skill.clone()));
        Statistics {
            people: pool.people.len(),
            rooms: kind(UnitKind::Room),
            stationed: kind(UnitKind::Stationed),
            local: kind(UnitKind::Local),
            external: kind(UnitKind::External),
            median_sizes: by_kind.into_iter().map(|(kind, sizes)| (kind, median(sizes))).collect(),
            posts: pool.careers.iter().filter(|spell| spell.kind == SpellKind::Post).count(),
            relatives: pool.relatives.len(),
            kin_edges: pool.kin.len(),
            cross_county_couples: cross.count(),
            couples: couples.len(),
            homonym_pairs: names.values().map(|count| count * (count - 1) / 2).sum(),
            undeclared_permille: permille(pool.people.len() - declared.len(), pool.people.len()),
            outside_pools: pool.people.values().filter(|p| !p.pools.investigation && !p.pools.supervision).count(),
            experts,
            open_cases: open.len(),
            parties: pool.parties.values().filter(|party| open.contains(&party.case)).count(),
            assignments: pool.assignments.len(),
            acquaintance: Acquaintance::of(pool, policy, as_of),
        }
    }

    /// The numbers as a Markdown table in Chinese and English.
    pub fn table(&self) -> String {
        let median = |kind| self.median_sizes.get(&kind).copied().unwrap_or(0);
        let percent = |permille: usize| format!("{}.{}", permille / 10, permille % 10);
        let range = |shares: &BTreeMap<CaseId, usize>| {
            let (least, most) = (shares.values().min().copied(), shares.values().max().copied());
            format!("{} – {} %", percent(least.unwrap_or(0)), percent(most.unwrap_or(0)))
        };
        let known = &self.acquaintance;
        let [middle, upper, most] = [50, 90, 100].map(|share| known.degree_at(share));
        let undeclared = format!("{} %", percent(self.undeclared_permille));
        let undeclared_kin = format!("{} %", percent(known.undeclared_kin_permille));
        let rows = [
            ("人员", "people", self.people.to_string()),
            ("室", "rooms", self.rooms.to_string()),
            ("派驻组", "stationed groups", self.stationed.to_string()),
            ("地方单位", "local units", self.local.to_string()),
            ("外部单位", "external bodies", self.external.to_string()),
            ("室人数中位数", "median people of a room", median(UnitKind::Room).to_string()),
            ("派驻组人数中位数", "median people of a stationed group", median(UnitKind::Stationed).to_string()),
            ("地方单位人数中位数", "median people of a local unit", median(UnitKind::Local).to_string()),
            ("任职经历", "posts in careers", self.posts.to_string()),
            ("库外亲属", "relatives outside the roster", self.relatives.to_string()),
            ("亲属关系边", "kin edges", self.kin_edges.to_string()),
            ("双方均在册的夫妻", "couples on the roster", self.couples.to_string()),
            ("其中跨县", "of them in different counties", self.cross_county_couples.to_string()),
            ("同名对数", "pairs of homonyms", self.homonym_pairs.to_string()),
            ("无有效申报", "without a current declaration", undeclared),
            ("在册亲属（回避范围内）未申报", "near kin on record, not declared", undeclared_kin),
            ("未入任何人才库", "in neither talent pool", self.outside_pools.to_string()),
            ("在办案件", "open cases", self.open_cases.to_string()),
            ("涉案人员", "parties of open cases", self.parties.to_string()),
            ("人均关联人数", "mean ties per person", percent(known.mean_degree_tenths())),
            (
                "关联人数：中位、九成分位、最多",
                "ties: median, 90th percentile, most",
                format!("{middle}, {upper}, {most}"),
            ),
            ("每案需回避（组员）", "blocked per case (as members)", range(&known.blocked_permille)),
            ("每案需审查（组员）", "to review per case (as members)", range(&known.review_permille)),
            ("参案记录", "assignments, current and past", self.assignments.to_string()),
        ];
        let lines = rows.iter().map(|(zh, en, value)| format!("| {zh} · {en} | {value} |\n"));
        format!("| 项目 · item | 数值 · value |\n|---|---:|\n{}", lines.collect::<String>())
    }
}

fn tally<T: Ord>(items: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_insert(0) += 1;
    }
    counts
}

/// Married couples of whom both are on the roster.
fn couples(pool: &Pool) -> Vec<(PersonId, PersonId)> {
    let on_roster = |actor: &ActorId| Some(PersonId::new(actor.as_str())).filter(|id| pool.people.contains_key(id));
    pool.kin
        .iter()
        .filter(|edge| matches!(edge.kind, KinKind::Spouse { to: None, .. }))
        .filter_map(|edge| Some((on_roster(&edge.a)?, on_roster(&edge.b)?)))
        .collect()
}

/// The county in which a person's unit sits: the county-level code, unless the unit is the city's.
fn county(pool: &Pool, person: &PersonId) -> Option<String> {
    let unit = pool.units.get(&pool.people.get(person)?.unit)?;
    let code: String = unit.region.as_str().chars().take(6).collect();
    (!code.ends_with("00")).then_some(code)
}

fn median(mut sizes: Vec<usize>) -> usize {
    sizes.sort_unstable();
    sizes.get(sizes.len() / 2).copied().unwrap_or(0)
}
