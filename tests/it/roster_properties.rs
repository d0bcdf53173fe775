//! What holds for every roster: writing and reading are inverse, and no bytes make reading panic.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use evenhand::diag::{Diagnostic, Language};
use evenhand::pool::read::{Spans, fingerprint, read_files};
use evenhand::pool::validate::validate;
use evenhand::pool::write::{EXAMPLE_DAY, init_folder, write_folder};
use evenhand::pool::{
    Clearance, DeclaredTie, DeclaredTieKind, KinKind, ParentKind, PartialDate, Period, Person, Pool, Position, Rank,
    Rate, RateKind, Sex, Spell, SpellKind,
};
use jiff::civil::date;
use proptest::prelude::*;

use super::properties::config;
use super::records;

/// Text that spreadsheets, CSV and the reader's own conventions could take for something else.
fn text() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[=+@'\"a;、张，,-][=+@'\"a;、张 ，,\n\t-]{0,4}[=+@'\"a;、张，,-]").unwrap()
}

fn partial_date() -> impl Strategy<Value = PartialDate> {
    (1900i16..=2100, 1i8..=12, 1i8..=28, 0..3).prop_map(|(year, month, day, precision)| {
        match precision {
            0 => PartialDate::year(year),
            1 => PartialDate::month(year, month),
            _ => PartialDate::day(year, month, day),
        }
        .unwrap()
    })
}

fn period() -> impl Strategy<Value = Period> {
    (partial_date(), proptest::option::of(partial_date())).prop_map(|(from, to)| Period { from, to })
}

fn position() -> impl Strategy<Value = Position> {
    prop_oneof![Just(Position::CommissionLeader), Just(Position::Head), Just(Position::Deputy), Just(Position::Staff)]
}

fn person(template: Person) -> impl Strategy<Value = Person> {
    let identity = ("q[0-9]{1,3}", "[张李王赵][a-z敏军·]{1,3}", proptest::option::of(text()));
    let dates = (proptest::option::of(partial_date()), proptest::option::of(partial_date()));
    let ladder = (position(), any::<bool>(), any::<bool>(), 0i64..=1000, 1i8..=28);
    (identity, dates, ladder).prop_map(
        move |((id, name, post), (born, entered), (position, woman, pool, share, day))| {
            let mut person = template.clone();
            person.id = id.as_str().into();
            person.name = name;
            person.post = post;
            person.born = born;
            person.entered = entered;
            person.position = position;
            person.sex = woman.then_some(Sex::Female);
            person.rank = (!woman).then_some(Rank::Researcher3);
            person.clearance = if pool { Clearance::Secret } else { Clearance::None };
            person.pools.supervision = pool;
            person.availability = share;
            person.left = pool.then(|| date(2026, 2, day));
            person
        },
    )
}

fn pool() -> impl Strategy<Value = Pool> {
    let base = read_files(&TEMPLATE).pool;
    let template = base.people.values().next().unwrap().clone();
    let people = proptest::collection::vec(person(template), 0..5);
    let spells = proptest::collection::vec((period(), text(), proptest::option::of(position()), any::<bool>()), 0..5);
    let ties = proptest::collection::vec((text(), proptest::option::of(partial_date()), any::<bool>()), 0..4);
    let seat = (-180.0f64..=180.0, -90.0f64..=90.0);
    (people, spells, ties, seat, 0i64..100_000_000).prop_map(move |(people, spells, ties, seat, fen)| {
        let mut pool = base.clone();
        pool.people.extend(people.into_iter().map(|person| (person.id.clone(), person)));
        let organisation = pool.organisations.keys().next().cloned();
        pool.careers.extend(spells.into_iter().map(|(period, text, position, is_known)| Spell {
            organisation: organisation.clone().filter(|_| is_known),
            organisation_text: text,
            position,
            kind: SpellKind::Stationed,
            ..records::post("p1", "", period)
        }));
        pool.declared_ties.extend(ties.into_iter().map(|(source, since, confirmed)| DeclaredTie {
            since,
            confirmed,
            source,
            ..records::declared("p2", "s1", DeclaredTieKind::Loan)
        }));
        pool.kin.push(records::kin("r1", "p1", KinKind::Parent(ParentKind::Step)));
        pool.gazetteer.regions.values_mut().next().unwrap().seat = Some(seat);
        pool.rates.push(Rate { kind: RateKind::Kilometer, region: Some("430422".into()), fen });
        // A pool is in the order of its records, without the same record twice.
        pool.careers.sort();
        pool.careers.dedup();
        pool.declared_ties.sort();
        pool.declared_ties.dedup();
        pool.kin.sort();
        pool.rates.sort();
        pool
    })
}

/// Cells that readers trip over.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,6}",
        "[0-9]{0,20}",
        "[0-9]{1,4}[./年-][0-9]{0,3}[./月-]?[0-9]{0,3}",
        "[pscuor][0-9]",
        Just("至今".to_owned()),
        Just("\"".to_owned()),
        Just("合计".to_owned()),
    ]
}

static TEMPLATE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| init_folder(Language::Zh, EXAMPLE_DAY));

fn template_with(table: usize, change: impl FnOnce(&mut Vec<u8>)) -> BTreeMap<String, Vec<u8>> {
    let mut files = TEMPLATE.clone();
    let count = files.len();
    files.values_mut().nth(table % count).map(change).unwrap();
    files
}

fn survives(files: &BTreeMap<String, Vec<u8>>) {
    let reading = read_files(files);
    validate(&reading.pool, &reading.spans, date(2026, 7, 1));
    validate(&reading.pool, &Spans::default(), date(2026, 7, 1));
    fingerprint(&reading.pool);
    write_folder(&reading.pool, Language::En);
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn every_pool_reads_back_as_it_was_written(pool in pool(), language in prop_oneof![Just(Language::Zh), Just(Language::En)]) {
        let reading = read_files(&write_folder(&pool, language));
        let errors: Vec<&Diagnostic> = reading.diagnostics.iter().filter(|fault| fault.is_error()).collect();
        prop_assert_eq!(errors, Vec::<&Diagnostic>::new());
        prop_assert_eq!(fingerprint(&reading.pool), fingerprint(&pool));
        prop_assert_eq!(reading.pool, pool);
    }

    #[test]
    fn no_bytes_make_reading_panic(table in 0usize..24, bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        survives(&template_with(table, |file| *file = bytes));
    }

    #[test]
    fn no_cells_make_reading_panic(table in 0usize..24, rows in proptest::collection::vec(proptest::collection::vec(cell(), 1..12), 1..5)) {
        let lines: String = rows.iter().map(|row| format!("{}\n", row.join(","))).collect();
        survives(&template_with(table, |file| file.extend(lines.into_bytes())));
    }
}
