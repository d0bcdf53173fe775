//! Every fault of a roster is found, named by its code, and told in both languages.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use evenhand::diag::{Diagnostic, Language, Severity, codes};
use evenhand::id::{CaseId, OrganisationId};
use evenhand::policy::{agree, builtin};
use evenhand::pool::read::{Spans, read_files, read_folder};
use evenhand::pool::validate::validate;
use evenhand::pool::write::{EXAMPLE_DAY, init_folder};
use evenhand::pool::{KinKind, PartialDate, PartyRole, Period, Pool};
use evenhand::rules::posts::kin_in_posts;
use evenhand::ties::kin::{impossible_lines, unknown_terms};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::records;

const AS_OF: Date = date(2026, 7, 1);

fn faults(folder: &Path) -> Vec<Diagnostic> {
    let reading = read_folder(folder);
    let (pool, spans) = reading.judged();
    let (policy, _) = builtin();
    [
        reading.diagnostics.clone(),
        validate(pool, spans, AS_OF),
        agree(&policy, pool, spans, AS_OF),
        unknown_terms(pool, spans),
        impossible_lines(pool, spans),
        kin_in_posts(&policy, pool, spans, AS_OF),
    ]
    .concat()
}

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders/invalid");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

fn told(diagnostic: &Diagnostic, language: Language) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let place = diagnostic.span.clone().unwrap_or_default();
    let row = place.row.map(|row| format!(":{row}")).unwrap_or_default();
    let column = place.column.map(|column| format!(" [{column}]")).unwrap_or_default();
    let value = place.value.map(|value| format!(" = {value}")).unwrap_or_default();
    let (cause, hint) = (diagnostic.cause.get(language), diagnostic.hint.get(language));
    format!("{severity}[{}] {}{row}{column}{value}\n  {cause}\n  {hint}\n", diagnostic.code, place.file)
}

#[test]
fn every_fault_is_told_in_both_languages() {
    for folder in folders() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let found = faults(&folder);
        for (language, suffix) in [(Language::Zh, "zh"), (Language::En, "en")] {
            let text: String = found.iter().map(|diagnostic| told(diagnostic, language)).collect();
            insta::assert_snapshot!(format!("{name}-{suffix}"), text);
        }
    }
}

#[test]
fn every_code_of_rosters_has_a_folder_that_triggers_it() {
    // Groups 06 and above belong to policies and commands.
    let of_rosters = |code: &&str| code[1..3].parse::<u32>().unwrap() <= 5;
    let mut triggered: BTreeSet<&str> =
        folders().iter().flat_map(|folder| faults(folder)).map(|diagnostic| diagnostic.code.0).collect();
    triggered.extend(faults(Path::new("no/such/folder")).iter().map(|diagnostic| diagnostic.code.0));
    let triggered: BTreeSet<&str> = triggered.into_iter().filter(of_rosters).collect();
    let known: BTreeSet<&str> = codes::all().iter().map(|entry| entry.code.0).filter(of_rosters).collect();
    assert_eq!(triggered, known);
}

#[test]
fn a_missing_folder_is_one_fault() {
    let found = faults(Path::new("no/such/folder"));
    assert_eq!(found.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(), [codes::E0101]);
}

#[test]
fn the_template_passes_every_check() {
    for language in [Language::Zh, Language::En] {
        for as_of in (2025..=2035).flat_map(|year| (1..=12).map(move |month| date(year, month, 1).last_of_month())) {
            let reading = read_files(&init_folder(language, as_of));
            let found = [reading.diagnostics, validate(&reading.pool, &reading.spans, as_of)].concat();
            assert_eq!(found, Vec::<Diagnostic>::new(), "{as_of}");
            assert!(reading.pool.cases.values().all(|case| case.open && case.from <= as_of && as_of < case.to));
        }
    }
}

#[test]
fn a_pool_from_memory_is_held_to_the_same_standard() {
    let mut pool = read_files(&init_folder(Language::En, EXAMPLE_DAY)).pool;
    pool.units.clear();
    let found = validate(&pool, &Spans::default(), AS_OF);
    assert!(found.iter().any(|fault| {
        fault.code == codes::E0302
            && fault
                .span
                .as_ref()
                .is_some_and(|span| span.file == "people.csv" && span.column.as_deref() == Some("unit"))
    }));
    for person in pool.people.values_mut() {
        person.availability = 1001;
    }
    assert!(validate(&pool, &Spans::default(), AS_OF).iter().any(|fault| fault.code == codes::E0206));
}

/// One bad cell in each row of a folder that is bad in other ways: nothing may be hidden, nothing told in error.
#[test]
fn a_bad_cell_hides_no_other_fault_of_its_row() {
    let faults_of = |changes: &[(&str, &str, &str)]| {
        let mut files = init_folder(Language::Zh, EXAMPLE_DAY);
        for (file, from, to) in changes {
            let text = String::from_utf8(files[*file].clone()).unwrap();
            assert!(text.contains(from), "{file}: {from}");
            files.insert((*file).to_owned(), text.replacen(from, to, 1).into_bytes());
        }
        let reading = read_files(&files);
        let (pool, spans) = reading.judged();
        let found =
            [reading.diagnostics.clone(), validate(pool, spans, AS_OF), agree(&builtin().0, pool, spans, AS_OF)]
                .concat();
        let mut told: Vec<String> = found
            .iter()
            .map(|fault| {
                let span = fault.span.clone().unwrap();
                format!("{} {}:{} {}", fault.code, span.file, span.row.unwrap(), span.column.unwrap_or_default())
            })
            .collect();
        told.sort();
        told
    };
    // Each line: two faults of one row. Each is told alone, and both are told together.
    let pairs = [
        [("people.csv", "1983-05", "1999-05"), ("people.csv", "机密", "特密")],
        [("cases.csv", ",filed,", ",filled,"), ("cases.csv", "430422", "999999")],
        [("demands.csv", ",interview,", ",interveiw,"), ("demands.csv", "谈话突破", "谈天说地")],
        [("waivers.csv", "R33,", "R333,"), ("waivers.csv", ",c1,", ",c9,")],
        [("pins.csv", ",lead,", ",laed,"), ("pins.csv", "p1,", "p9,")],
        [("people.csv", "p1,", ","), ("people.csv", "2022-03", "1999-03")],
    ];
    for [first, second] in pairs {
        let (alone, other, both) = (faults_of(&[first]), faults_of(&[second]), faults_of(&[first, second]));
        assert!(!alone.is_empty() && !other.is_empty(), "{first:?} {second:?}");
        let mut expected = [alone, other].concat();
        expected.sort();
        assert_eq!(both, expected, "{first:?} {second:?}");
    }
}

#[test]
fn a_row_that_failed_is_still_known_to_those_that_name_it() {
    let text = |files: &std::collections::BTreeMap<String, Vec<u8>>, file: &str| {
        String::from_utf8(files[file].clone()).unwrap()
    };
    let whole = init_folder(Language::Zh, EXAMPLE_DAY);
    let mut torn = whole.clone();
    // A comma too many tears the row of the first unit; a file in no known encoding and a header without ids follow.
    torn.insert(
        "units.csv".to_owned(),
        text(&whole, "units.csv").replacen("纪检监察,", "纪检监察,,,,,,,,,,,,,,x,", 1).into_bytes(),
    );
    torn.insert("cases.csv".to_owned(), vec![0xff, 0xfe, 0xff, 0x00, 0xff]);
    torn.insert("relatives.csv".to_owned(), text(&whole, "relatives.csv").replacen("编号,", "编制,", 1).into_bytes());
    let reading = read_files(&torn);
    let (pool, spans) = reading.judged();
    let found = [reading.diagnostics.clone(), validate(pool, spans, AS_OF)].concat();
    let told: BTreeSet<(String, &str)> =
        found.iter().map(|fault| (fault.span.clone().unwrap().file, fault.code.0)).collect();
    let expected =
        [("cases.csv", "E0103"), ("relatives.csv", "E0104"), ("relatives.csv", "W0101"), ("units.csv", "E0105")];
    assert_eq!(told, expected.map(|(file, code)| (file.to_owned(), code)).into(), "{found:#?}");
}

#[test]
fn two_marriages_that_last_are_told_of_until_one_has_ended() {
    let mut pool = read_files(&init_folder(Language::En, EXAMPLE_DAY)).pool;
    let married = |other: &str, from, to| records::kin("p1", other, KinKind::Spouse { from, to });
    let told = |pool: &Pool| {
        let found = validate(pool, &Spans::default(), AS_OF);
        found.iter().filter(|fault| fault.code == codes::W0518).count()
    };
    let day = |days: i64| Some(PartialDate::from(AS_OF.saturating_add(days.days())));
    pool.kin.retain(|row| !matches!(row.kind, KinKind::Spouse { .. }));
    for (first, second, expected) in [
        ((None, None), (None, None), 1),
        ((None, day(0)), (None, None), 0),
        ((None, day(1)), (None, None), 1),
        ((None, None), (day(0), None), 1),
        ((None, None), (day(1), None), 0),
        ((None, day(-9)), (None, day(-1)), 0),
    ] {
        let mut pool = pool.clone();
        pool.kin.extend([married("r8", first.0, first.1), married("r9", second.0, second.1)]);
        assert_eq!(told(&pool), expected, "{first:?} {second:?}");
        pool.kin.push(records::kin("r9", "p1", KinKind::Spouse { from: second.0, to: second.1 }));
        assert_eq!(told(&pool), 2 * expected, "each row of the second marriage");
    }
}

#[test]
fn a_party_with_the_name_and_the_present_employer_of_a_person_is_told_of() {
    let mut pool = read_files(&init_folder(Language::En, EXAMPLE_DAY)).pool;
    let elsewhere = OrganisationId::from("elsewhere");
    pool.organisations.insert(elsewhere.clone(), records::organisation("elsewhere", None));
    let name = pool.people[&"p1".into()].name.clone();
    let party = pool.parties.values_mut().find(|party| party.role == PartyRole::Subject).unwrap();
    (party.name, party.person, party.organisation) = (Some(name), None, Some(elsewhere));
    let told = |pool: &Pool| {
        let found = validate(pool, &Spans::default(), AS_OF);
        found.iter().filter(|fault| fault.code == codes::W0513).count()
    };
    assert_eq!(told(&pool), 0, "works elsewhere");
    let period = Period { from: PartialDate::year(2020).unwrap(), to: Some(PartialDate::from(AS_OF)) };
    pool.careers.push(records::post("p1", "elsewhere", period));
    assert_eq!(told(&pool), 1);
    pool.careers.last_mut().unwrap().period.to = Some(PartialDate::from(AS_OF.yesterday().unwrap()));
    assert_eq!(told(&pool), 0, "no longer");
}

#[test]
fn the_subject_of_a_case_that_is_not_over_is_told_of_until_its_last_day() {
    let mut pool = read_files(&init_folder(Language::En, EXAMPLE_DAY)).pool;
    let case = CaseId::from("c1");
    let last = pool.cases[&case].to;
    let row = pool.parties.values_mut().find(|party| party.case == case && party.role == PartyRole::Subject).unwrap();
    row.person = Some("p1".into());
    let told = |pool: &Pool, as_of| {
        let mut found = validate(pool, &Spans::default(), as_of);
        found.retain(|fault| fault.code == codes::W0516);
        found.into_iter().map(|fault| fault.cause.en).collect::<Vec<_>>()
    };
    let after = last.tomorrow().unwrap();
    let open = "p1 is the subject of c1: screening says “review” for every other case (R04)";
    assert_eq!([last, after].map(|day| told(&pool, day)), [vec![open], vec![open]]);
    pool.cases.get_mut(&case).unwrap().open = false;
    let runs =
        format!("p1 is the subject of c1: screening says “review” for every other case that begins by {last} (R04)");
    assert_eq!([last, after].map(|day| told(&pool, day)), [vec![runs], vec![]]);
    pool.cases.get_mut(&case).unwrap().open = true;
    pool.parties.values_mut().for_each(|party| party.role = PartyRole::Witness);
    assert_eq!(told(&pool, last), Vec::<String>::new());
}

#[test]
fn whoever_signs_alone_or_for_themselves_is_told_once_a_cell() {
    let mut pool = read_files(&init_folder(Language::En, EXAMPLE_DAY)).pool;
    let freed = pool.people[&pool.waivers[0].person].clone();
    let (id, name) = (freed.id.as_str(), freed.name.as_str());
    let (own, alone, asked) =
        ("approved this waiver for themselves", "both asked for it and approved it", "asked for this waiver");
    for (author, approver, expected) in [
        ("office", "head", None),
        ("office", "office", Some(("approver", alone))),
        ("office", id, Some(("approver", own))),
        ("office", name, Some(("approver", own))),
        (id, id, Some(("approver", own))),
        (name, id, Some(("approver", own))),
        (id, "head", Some(("author", asked))),
        (name, "head", Some(("author", asked))),
    ] {
        (pool.waivers[0].author, pool.waivers[0].approver) = (author.to_string(), approver.to_string());
        let found = validate(&pool, &Spans::default(), EXAMPLE_DAY);
        let told: Vec<_> = found.iter().filter(|fault| fault.code == codes::W0406).collect();
        assert_eq!(told.len(), usize::from(expected.is_some()), "{author} {approver}: {told:?}");
        if let Some((column, words)) = expected {
            assert_eq!(told[0].span.as_ref().unwrap().column.as_deref(), Some(column), "{author} {approver}");
            assert!(told[0].cause.en.contains(words), "{author} {approver}: {}", told[0].cause.en);
        }
    }
}

#[test]
fn the_pool_holds_no_row_with_faults() {
    for folder in folders() {
        let reading = read_folder(&folder);
        let (judged, _) = reading.judged();
        assert!(reading.pool.people.keys().all(|id| !id.as_str().contains('\0')), "{folder:?}");
        assert!(reading.pool.people.len() <= judged.people.len());
        assert!(reading.pool.people.values().all(|person| !person.unit.as_str().is_empty()), "{folder:?}");
    }
}
