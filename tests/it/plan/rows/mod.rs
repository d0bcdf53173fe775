//! Options and rows written out by hand, on the very day and at the very number.

mod options;
mod teams;
mod time;

use evenhand::id::CaseId;
use evenhand::milp::RowBounds;
use evenhand::policy::{ParameterValue, Policy, RoleClass, Template, UnitFilter};
use evenhand::pool::days_between;
use evenhand::pool::{
    Assignment as Service, Case, CaseStage, Demand, Duty, Leave, PartyRole, Pin, PinKind, Pool, PoolMembership,
    Position, Sex, UnitFunction, UnitKind,
};
use evenhand::rules;
use evenhand::rules::frame::{TeamFrame, passes};
use evenhand::rules::pins::Held;
use evenhand::screen::Screener;
use evenhand::ties::infer;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::neighbors::rows;
use super::sketch::add_unit;
use crate::records;
use crate::village::{TODAY, parent, party, person, village};

const FEW: &str = r#"
    id = "few"
    name = { zh = "小组", en = "few" }
    source = { zh = "测试", en = "test" }
    supervision = false
    size = [1, 6]
    days = [1, 1000]
    doubling = [{ role = "lead", also = "member" }]

    [[role]]
    id = "lead"
    name = { zh = "组长", en = "lead" }
    class = "lead"
    min = 1
    desired = 1
    load = 500
    from = { own = true, positions = ["head"] }

    [[role]]
    id = "member"
    name = { zh = "组员", en = "member" }
    class = "member"
    min = 1
    desired = 2
    load = 300
"#;

fn policy() -> Policy {
    let mut policy = super::sketch::policy();
    let few: Template = toml::from_str(FEW).unwrap();
    policy.templates.insert(few.id.clone(), few);
    policy
}

/// The head of the room, who leads the case, and two people of a unit of the county who may be drawn.
fn town() -> Pool {
    let mut pool = village();
    add_unit(&mut pool, "away", UnitKind::Local, None, "bureau", "430422");
    pool.units.get_mut(&"away".into()).unwrap().strength = Some(9);
    person(&mut pool, "p1").position = Position::Head;
    for id in ["p2", "p3"] {
        let drawn = person(&mut pool, id);
        drawn.unit = "away".into();
        drawn.pools = PoolMembership { supervision: false, investigation: true };
    }
    let case = first(&mut pool);
    (case.template, case.lead_unit, case.sessions) = ("few".to_string(), Some("room".into()), Some(0));
    party(&mut pool, "q1", PartyRole::Subject);
    pool
}

fn first(pool: &mut Pool) -> &mut Case {
    pool.cases.get_mut(&"c1".into()).unwrap()
}

/// A second case like the first.
fn another(pool: &mut Pool, from: Date, to: Date) {
    one_more(pool, "c2", from, to);
}

/// A further case like the first, against somebody else.
fn one_more(pool: &mut Pool, id: &str, from: Date, to: Date) {
    let case = Case { id: id.into(), from, to, ..first(pool).clone() };
    party(pool, &format!("q.{id}"), PartyRole::Subject).case = case.id.clone();
    pool.cases.insert(case.id.clone(), case);
}

fn service(person: &str, case: &str, from: Date, to: Date, load: i64, drawn: bool) -> Service {
    Service { load, drawn, ..records::service(person, case, "member", (from, to)) }
}

fn framed<T>(pool: &Pool, policy: &Policy, read: impl FnOnce(&TeamFrame) -> T) -> T {
    let ties = infer(pool, &policy.ties, TODAY);
    let screener = Screener::new(pool, &ties, policy, TODAY, rules::screening());
    let cases: Vec<CaseId> = pool.cases.keys().cloned().collect();
    read(&rows(&screener, &cases))
}

/// The names of the columns that begin so.
fn columns(pool: &Pool, policy: &Policy, begin: &str) -> Vec<String> {
    framed(pool, policy, |frame| {
        let names = frame.model.columns.iter().map(|column| column.name.as_str().to_string());
        names.filter(|name| name.starts_with(begin)).collect()
    })
}

/// The rows whose names begin so.
fn posted(pool: &Pool, policy: &Policy, begin: &str) -> Vec<String> {
    framed(pool, policy, |frame| {
        let rows = frame.model.rows.iter().filter(|row| row.name.as_str().starts_with(begin));
        let written = |row: &evenhand::milp::Row| {
            let name = |column: usize| frame.model.columns[column].name.as_str();
            let terms: Vec<String> = row.terms.iter().map(|(column, k)| format!("{k} {}", name(column.0))).collect();
            let bounds = match row.bounds {
                RowBounds::AtMost(most) => format!("<= {most}"),
                RowBounds::AtLeast(least) => format!(">= {least}"),
                RowBounds::Exactly(exact) => format!("= {exact}"),
            };
            format!("{}: {} {bounds}", row.name.as_str(), terms.join(" + "))
        };
        rows.map(written).collect()
    })
}
