//! Ties that somebody declared.

use jiff::civil::Date;

use super::bearers::Bearers;
use super::fade;
use crate::policy::{DeclaredPoints, TieSetting};
use crate::pool::{DeclaredTie, DeclaredTieKind};
use crate::ties::{Tie, TieKind, words};

/// One tie per declared row and pair of bearers.
pub fn declared(bearers: &Bearers, settings: &DeclaredPoints) -> Vec<Tie> {
    let mut ties = Vec::new();
    for row in &bearers.pool.declared_ties {
        let setting = setting(settings, row);
        let ended = bearers.end(last_day(row, bearers.as_of)).0;
        let points = declared_points(settings, row, bearers.as_of);
        for one in bearers.of(&row.actor) {
            for other in bearers.of(&row.other).iter().filter(|other| bearers.may_tie(*one, **other)) {
                if points >= 1 {
                    ties.push(Tie {
                        points,
                        since: row.since.map(|since| since.earliest()),
                        ended,
                        expires: fade::expires(&setting, ended, 1),
                        evidence: vec![words::declared(bearers.pool, row)],
                        ..bearers.tie(*one, *other, TieKind::Declared(row.kind))
                    });
                }
            }
        }
    }
    ties
}

/// Points that a declared tie has on `as_of`; below one it has faded.
pub fn declared_points(settings: &DeclaredPoints, row: &DeclaredTie, as_of: Date) -> i64 {
    let days = i64::from((as_of - last_day(row, as_of)).get_days()).max(0);
    fade::points(&setting(settings, row), days, 1)
}

fn last_day(row: &DeclaredTie, as_of: Date) -> Date {
    row.until.map_or(as_of, |until| until.latest())
}

fn setting(settings: &DeclaredPoints, row: &DeclaredTie) -> TieSetting {
    TieSetting { base: base(settings, row.kind), years: settings.years, ..TieSetting::default() }
}

fn base(points: &DeclaredPoints, kind: DeclaredTieKind) -> i64 {
    match kind {
        DeclaredTieKind::Friend => points.friend,
        DeclaredTieKind::Classmate => points.classmate,
        DeclaredTieKind::Townsman => points.townsman,
        DeclaredTieKind::Colleague => points.colleague,
        DeclaredTieKind::DistantKin => points.distant_kin,
        DeclaredTieKind::Grudge => points.grudge,
        DeclaredTieKind::Loan => points.loan,
        DeclaredTieKind::Interest => points.interest,
        DeclaredTieKind::SwornKin => points.sworn_kin,
        DeclaredTieKind::Other => points.other,
    }
}
