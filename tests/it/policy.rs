//! The rule pack, the templates, and folders' `policy.toml` files.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use evenhand::diag::{Diagnostic, Language, Text, codes};
use evenhand::policy::{
    FolderPolicy, ParameterValue, Policy, Rule, RulePack, Scope, Waivable, agree, builtin, glossary, identify_names,
    load, look_up, policy_names, reserved,
};
use evenhand::pool::Pool;
use evenhand::pool::read::{Spans, read_files_with};
use evenhand::pool::write::{EXAMPLE_DAY, init_folder};
use evenhand::rules;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn pack() -> RulePack {
    builtin().0.rules
}

fn with_folder(text: &str) -> (Policy, Vec<Diagnostic>) {
    let (folder, mut faults) = FolderPolicy::read(text);
    let (policy, more) = load("default", None, &folder);
    faults.extend(more);
    (policy, faults)
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn assert_bilingual(text: &Text, what: &str) {
    assert!(text.zh.chars().any(is_han), "{what}: no Chinese in “{}”", text.zh);
    assert!(!text.en.trim().is_empty() && !text.en.chars().any(is_han), "{what}: not English: “{}”", text.en);
}

/// Every template that comes with the program asks for an interview at least, and those it wants can hold them.
#[test]
fn the_fewest_of_each_template_hold_its_sessions() {
    let (policy, _) = builtin();
    let per_session = policy.rules.rules["R10"].number("people_per_session");
    for template in policy.templates.values() {
        let fewest: i64 = template.roles.iter().filter(|role| role.pairs).map(|role| role.min).sum();
        assert!((1..=fewest / per_session).contains(&template.sessions), "{}", template.id);
    }
}

#[test]
fn the_embedded_files_have_no_fault_under_any_policy() {
    assert_eq!(policy_names("team"), ["default", "near"]);
    for name in policy_names("team") {
        let (policy, faults) = load(&name, None, &FolderPolicy::default());
        assert_eq!(faults, [], "{name}");
        assert_eq!(policy.name, name);
        assert_eq!(policy.team.tiers.len(), 8);
    }
}

#[test]
fn every_number_has_a_rule_or_is_reserved() {
    let pack = pack();
    let reserved = reserved();
    let codes: Vec<&str> =
        pack.rules.keys().map(String::as_str).chain(reserved.iter().map(|(code, _)| *code)).collect();
    for series in ["R", "M"] {
        let numbers = codes.iter().filter_map(|code| code.strip_prefix(series));
        let mut numbers: Vec<usize> = numbers.map(|number| number.parse().expect(number)).collect();
        numbers.sort_unstable();
        for (place, number) in (1..).zip(&numbers) {
            let code = format!("{series}{place:02}");
            assert!(
                *number >= place,
                "{series}{number:02} has a rule in models/rules/ and is in src/policy/reserved.rs: take it from the list"
            );
            assert_eq!(
                *number, place,
                "{code} has no rule and is not reserved: give the new rule the next free number, or list {code} in \
                 src/policy/reserved.rs with the reason why it stays free"
            );
            assert!(codes.contains(&code.as_str()), "{code} is written with two digits");
        }
    }
    assert!(codes.iter().all(|code| code.starts_with(['R', 'M'])), "rules are of the series R or M: {codes:?}");
    for (code, reason) in &reserved {
        assert_bilingual(reason, code);
    }
}

#[test]
fn every_rule_reads_in_both_languages() {
    for rule in pack().rules.values() {
        for (text, what) in [(&rule.title, "title"), (&rule.statement, "statement"), (&rule.source, "source")] {
            assert_bilingual(text, &format!("{} {what}", rule.code));
        }
        if let Waivable::ReviewBy { office } = &rule.waivable {
            assert_bilingual(office, &rule.code);
        }
        for (name, parameter) in &rule.parameters {
            assert_bilingual(&parameter.meaning, &format!("{} {name}", rule.code));
            let is_number = matches!(parameter.value, ParameterValue::Number(_));
            assert_eq!(parameter.unit.is_some(), is_number, "{} {name}: numbers have a unit", rule.code);
            let named = match &parameter.value {
                ParameterValue::Word(word) => parameter.choices.contains(word),
                ParameterValue::Number(_) | ParameterValue::Switch(_) => parameter.choices.is_empty(),
            };
            assert!(named, "{} {name}: words have choices", rule.code);
        }
    }
}

#[test]
fn each_file_is_named_after_its_code_and_no_id_is_used_twice() {
    let pack = pack();
    for rule in pack.rules.values() {
        assert!(root().join(format!("models/rules/{}.toml", rule.code)).is_file());
        assert_eq!(pack.find(&rule.id.to_uppercase()), Some(rule));
    }
    let (policy, _) = builtin();
    for id in policy.templates.keys() {
        assert!(root().join(format!("models/templates/{id}.toml")).is_file());
    }
}

#[test]
fn nobody_may_waive_what_the_law_fixes() {
    let never: Vec<String> =
        pack().rules.values().filter(|rule| rule.waivable == Waivable::Never).map(|rule| rule.code.clone()).collect();
    let law = ["R01", "R02", "R05", "R06", "R07", "R08", "R12", "R13", "R14", "R15", "R27", "R29"];
    assert_eq!(
        never, law,
        "a rule that nobody may waive stands in this list, so that none joins or leaves it unnoticed"
    );
}

#[test]
fn code_and_data_list_the_same_rules() {
    let pack = pack();
    let codes = |wanted: &dyn Fn(&Rule) -> bool| -> Vec<String> {
        pack.rules.values().filter(|rule| wanted(rule)).map(|rule| rule.code.clone()).collect()
    };
    let screening: Vec<&str> = rules::screening().iter().map(|rule| rule.code()).collect();
    assert_eq!(screening, codes(&|rule| rule.verdict.is_some()), "screening rules have a verdict, others have none");
    let checks: Vec<&str> = rules::checks().iter().map(|rule| rule.code()).collect();
    assert_eq!(checks, codes(&|rule| rule.scope == Scope::Team), "every rule about teams has a check");
}

#[test]
fn a_rules_document_stands_under_fixed_headings() {
    for rule in pack().rules.values().filter(|rule| rule.scope == Scope::Team) {
        let source = fs::read_to_string(folder_of(rule).join("mod.rs")).unwrap();
        let first = source.lines().next().unwrap();
        assert!(
            first.contains(&rule.code) && first.contains(&rule.id),
            "{first} names neither {} nor {}",
            rule.code,
            rule.id
        );
        let headings = ["What it requires", "Source", "Formulation", "Example", "Known gaps"];
        let places: Vec<Option<usize>> =
            headings.iter().map(|heading| source.find(&format!("//! **{heading}.** "))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{}: {places:?}", rule.code);
    }
}

fn folder_of(rule: &Rule) -> PathBuf {
    let prefix = format!("{}_", rule.code.to_lowercase());
    let mut folders = fs::read_dir(root().join("src/rules")).unwrap().map(|entry| entry.unwrap());
    let found = folders.find(|entry| entry.file_name().to_string_lossy().starts_with(&prefix));
    found.unwrap_or_else(|| panic!("no folder in src/rules for {}", rule.code)).path()
}

#[test]
fn the_templates_of_public_reports_and_practice_are_there() {
    let (policy, _) = builtin();
    let ids: Vec<&str> = policy.templates.keys().map(String::as_str).collect();
    let expected = [
        "co-leads",
        "detention",
        "detention-co-leads",
        "filed",
        "grand-team",
        "inquiry",
        "inspection-audit",
        "one-plus-n",
        "one-six-n",
        "preliminary",
        "special-case",
        "special-case-joint",
        "special-supervision",
        "unit-hengyang",
    ];
    assert_eq!(ids, expected);
    for template in policy.templates.values() {
        for text in [&template.name, &template.source] {
            assert_bilingual(text, &template.id);
        }
        for role in &template.roles {
            assert_bilingual(&role.name, &format!("{} {}", template.id, role.id));
        }
    }
}

#[test]
fn the_glossary_reads_in_both_languages_and_names_real_rules() {
    let pack = pack();
    let terms = glossary();
    assert!(terms.len() >= 60, "{}", terms.len());
    for term in &terms {
        assert_bilingual(&term.name, &term.name.zh);
        assert_bilingual(&term.meaning, &term.name.zh);
        assert!(term.rules.iter().all(|code| pack.rules.contains_key(code)), "{}: {:?}", term.name.zh, term.rules);
        assert_eq!(look_up(&term.name.zh), look_up(&term.name.en), "{} stands for two terms", term.name.zh);
    }
    assert!(look_up("r17").iter().any(|term| term.name.zh == "间隔期"));
    assert_eq!(look_up("声明"), look_up("申报"), "an alias");
    assert_eq!(look_up("没有这个词"), []);
}

#[test]
fn a_fingerprint_follows_the_meaning_and_not_the_file() {
    let digest = |text: &str| with_folder(text).0.fingerprint();
    let plain = digest("");
    assert_eq!(plain, digest("# only a comment\n"));
    assert_eq!(plain, digest("[rule.R32.parameters]\nreview_years = 3\n"));
    assert_ne!(plain, digest("[rule.R32.parameters]\nreview_years = 2\n"));
    assert_ne!(plain, digest("[rule.R32]\nenabled = false\n"));
    let adopted = fs::read_to_string(root().join("tests/policies/valid/adoption.toml")).unwrap();
    let unadopted = &adopted[adopted.find("[rule.R32.parameters]").unwrap()..];
    assert_ne!(digest(&adopted), digest(unadopted));
    let near = load("near", None, &FolderPolicy::default()).0;
    assert_ne!(plain, near.fingerprint());
}

#[test]
fn an_adoption_ends_the_mark_to_be_confirmed() {
    let (policy, _) = with_folder(&fs::read_to_string(root().join("tests/policies/valid/adoption.toml")).unwrap());
    let rule = |code: &str| policy.rules.find(code).unwrap();
    let today = jiff::civil::date(2026, 11, 20);
    assert!(!rule("R32").to_be_confirmed(today) && !rule("R34").to_be_confirmed(today));
    let adopted = rule("R32").adopted.as_ref().unwrap().date;
    assert!(!rule("R32").to_be_confirmed(adopted));
    assert!(rule("R32").to_be_confirmed(adopted.yesterday().unwrap()), "not before its day");
    let told = |day| {
        agree(&policy, &Pool::default(), &Spans::default(), day).into_iter().map(|it| it.code).collect::<Vec<_>>()
    };
    assert!(told(adopted.yesterday().unwrap()).contains(&codes::W0605));
    assert!(!told(today).contains(&codes::W0605));
    let early = agree(&policy, &Pool::default(), &Spans::default(), adopted.yesterday().unwrap());
    let place = early.into_iter().find(|it| it.code == codes::W0605).and_then(|it| it.span).unwrap();
    assert_eq!((place.row, place.column.as_deref()), (Some(5), Some("adopt.0.date")));
    assert_eq!(place.value, Some(adopted.to_string()));
    assert!(rule("R33").to_be_confirmed(today));
    assert_eq!(rule("R32").number("review_years"), 2);
    assert!(rule("R34").switch("host_exclusion"));
    assert!(rule("M08").enabled);
}

#[test]
fn the_inferred_part_of_a_rule_is_to_be_confirmed_until_adopted() {
    let rule = |text: &str, code: &str| with_folder(text).0.rules.find(code).unwrap().clone();
    for code in ["R06", "R11", "R13"] {
        let shipped = rule("", code);
        assert!(
            shipped.to_be_confirmed(jiff::civil::date(2026, 6, 1))
                && shipped.part_to_be_confirmed(jiff::civil::date(2026, 6, 1)).is_some(),
            "{code}"
        );
        let adoption = format!("[[adopt]]\nrule = '{code}'\nby = '常委会'\ndate = 2026-03-01\ndocument = '7号'\n");
        let (policy, faults) = with_folder(&adoption);
        assert_eq!(faults, [], "{code}");
        let adopted = policy.rules.find(code).unwrap();
        assert!(
            !adopted.to_be_confirmed(jiff::civil::date(2026, 6, 1))
                && adopted.part_to_be_confirmed(jiff::civil::date(2026, 6, 1)).is_none(),
            "{code}"
        );
    }
    assert!(!rule("", "R12").to_be_confirmed(jiff::civil::date(2026, 6, 1)));
    assert!(
        rule("", "R33").to_be_confirmed(jiff::civil::date(2026, 6, 1))
            && rule("", "R33").part_to_be_confirmed(jiff::civil::date(2026, 6, 1)).is_none()
    );
}

#[test]
fn the_examples_of_a_policy_file_are_accepted() {
    let document = fs::read_to_string(root().join("docs/rules.md")).unwrap();
    let examples: Vec<&str> =
        document.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert_eq!(examples.len(), 3);
    for example in &examples {
        let (policy, faults) = with_folder(example);
        assert_eq!(faults, [], "{example}");
        assert!(policy.ties == builtin().0.ties, "{example}");
    }
}

#[test]
fn a_folder_adds_a_template_without_code() {
    let text = fs::read_to_string(root().join("tests/policies/valid/cross_inspection.toml")).unwrap();
    assert!(with_folder(&text).0.templates.contains_key("cross-inspection"));
}

#[test]
fn a_faulty_value_keeps_the_built_in_one() {
    let text = fs::read_to_string(root().join("tests/policies/invalid/wrong_parameters.toml")).unwrap();
    let (policy, faults) = with_folder(&text);
    assert!(faults.iter().any(Diagnostic::is_error));
    assert_eq!(policy.rules.find("R32"), pack().find("R32"));
    assert_eq!(policy.rules.find("R34"), pack().find("R34"));
}

#[test]
fn valid_policies_have_no_errors() {
    for (name, text) in policies("valid") {
        let (_, faults) = with_folder(&text);
        assert!(!faults.iter().any(Diagnostic::is_error), "{name}: {faults:?}");
        snapshot("valid", &name, &faults);
    }
}

#[test]
fn invalid_policies_say_what_is_wrong_and_where() {
    for (name, text) in policies("invalid") {
        let (_, faults) = with_folder(&text);
        assert!(faults.iter().any(Diagnostic::is_error), "{name} has no error");
        assert!(faults.iter().all(|fault| fault.span.as_ref().is_some_and(|span| span.row.is_some())), "{faults:?}");
        snapshot("invalid", &name, &faults);
    }
}

/// The faults that the comments of a fixture announce, `#! CODE CODE`, with their rows.
fn planted(text: &str) -> Vec<(usize, String)> {
    let rows = text.lines().enumerate().filter_map(|(row, line)| Some((row + 1, line.split_once("#! ")?.1)));
    let mut planted: Vec<(usize, String)> =
        rows.flat_map(|(row, codes)| codes.split(' ').map(move |code| (row, code.to_string()))).collect();
    planted.sort();
    planted
}

#[test]
fn every_fault_of_a_file_is_told_in_one_run_and_nothing_else() {
    let marked: Vec<(String, String)> =
        policies("invalid").into_iter().filter(|(_, text)| !planted(text).is_empty()).collect();
    assert!(marked.iter().any(|(name, _)| name == "every_section"));
    for (name, text) in marked {
        let (_, faults) = with_folder(&text);
        let place = |fault: &Diagnostic| fault.span.clone().and_then(|span| span.row).unwrap();
        let mut told: Vec<(usize, String)> =
            faults.iter().map(|fault| (place(fault), fault.code.to_string())).collect();
        told.sort();
        assert_eq!(told, planted(&text), "{name}");
        assert!(faults.iter().all(|fault| fault.span.as_ref().is_some_and(|span| span.column.is_some())), "{faults:?}");
    }
}

#[test]
fn what_is_wrong_is_said_in_the_reader_s_language_and_quoted_once() {
    for (name, text) in policies("invalid") {
        // A file's own words and the skills' names stay as they are; all else is in the reader's language.
        let is_own =
            |part: &str| text.contains(part) || evenhand::pool::skill::dictionary().iter().any(|it| it.zh == part);
        for fault in with_folder(&text).1 {
            for text in [&fault.cause, &fault.hint] {
                assert!(text.zh.chars().any(is_han), "{name}: {fault:?}");
                let chinese = |c: char| !(is_han(c) || "〔〕".contains(c));
                let foreign = text.en.split(chinese).filter(|part| part.chars().any(is_han)).find(|part| !is_own(part));
                assert_eq!(foreign, None, "{name}: {fault:?}");
            }
            let shown = fault.span.and_then(|span| span.value).unwrap_or_default();
            assert!(!shown.starts_with(['"', '\'']), "{name}: {shown}");
        }
    }
}

#[test]
fn one_fault_makes_no_other() {
    let document = fs::read_to_string(root().join("docs/rules.md")).unwrap();
    let sections = document.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_string());
    let valid = sections.chain(policies("valid").into_iter().map(|(_, text)| text));
    let mut tried = 0;
    for text in valid {
        let (_, before) = with_folder(&text);
        assert!(!before.iter().any(Diagnostic::is_error));
        for (row, line) in text.lines().enumerate() {
            let Some((key, value)) = line.split_once(" = ") else { continue };
            if key.starts_with([' ', '#']) || value == "[" {
                continue;
            }
            // A key that is misspelled, left empty of sense, or not there: one fault, or none where none is needed.
            for (broken, least) in
                [(format!("{key}x = {value}"), 1), (format!("{key} = [[[]]]"), 1), (String::new(), 0)]
            {
                let rows = text.lines().enumerate().map(|(at, other)| if at == row { &broken } else { other });
                let (_, faults) = with_folder(&rows.collect::<Vec<_>>().join("\n"));
                let errors: Vec<_> = faults.iter().filter(|fault| fault.is_error()).collect();
                assert!((least..=1).contains(&errors.len()), "{line} as {broken}: {errors:?}");
                tried += 1;
            }
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn every_fault_is_told_of_files_of_other_kinds_too() {
    let settings =
        "burden_step_days = 0\nburden_month = -1 \ntravel_points_per_km = '1'\ntier = [{ name = 'burdn' }]\n";
    let (_, faults) = load("default", Some(("own.toml", settings)), &FolderPolicy::default());
    let told: Vec<_> = faults.iter().map(|fault| (fault.span.clone().unwrap(), fault.code)).collect();
    let told: Vec<_> =
        told.iter().map(|(span, code)| (span.row, span.column.as_deref().unwrap_or_default(), *code)).collect();
    let expected = [
        (Some(1), "", codes::E0607),
        (Some(1), "burden_step_days", codes::E0606),
        (Some(2), "burden_month", codes::E0602),
        (Some(2), "burden_month", codes::E0606),
        (Some(3), "travel_points_per_km", codes::E0606),
        (Some(4), "tier.0.name", codes::E0606),
    ];
    let mut sorted = told.clone();
    sorted.sort();
    assert_eq!(sorted, expected);
}

/// The codes of what is wrong with a folder that has this policy file and these tables.
fn wrong_with(policy: &str, files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let (folder, mut faults) = FolderPolicy::read(policy);
    let (policy, more) = load("default", None, &folder);
    faults.extend(more);
    let mut reading = read_files_with(files, &folder.dictionary());
    identify_names(&policy, &mut reading.pool);
    faults.extend(agree(&policy, &reading.pool, &reading.spans, EXAMPLE_DAY));
    faults.extend(reading.diagnostics);
    faults.iter().filter(|fault| fault.is_error()).map(|fault| fault.code.to_string()).collect()
}

#[test]
fn who_names_what_is_faulty_in_the_policy_is_not_told_of_it() {
    let mut files = init_folder(Language::En, EXAMPLE_DAY);
    assert_eq!(wrong_with("", &files), [""; 0]);
    let mut replace = |file: &str, from: &str, to: &str| {
        let text = String::from_utf8(files[file].clone()).unwrap();
        assert!(text.contains(from), "{file}");
        files.insert(file.to_string(), text.replacen(from, to, 1).into_bytes());
    };
    replace("cases.csv", ",filed,", ",draft,");
    let plain =
        |name: &str| format!("[[template]]\n{name}\nsource = {{ zh = '试写', en = 'draft' }}\nsupervision = false\n");
    let template = |name: &str| plain(name) + "size = [1, 2]\ndays = [1, 10]\nrole = 3\n";
    let named = "name = { zh = '试写', en = 'first draft' }";
    assert_eq!(wrong_with("", &files), ["E0604"]);
    // By its id, by a name, where the id cannot be read, and where the whole file cannot.
    assert_eq!(wrong_with(&template(&format!("id = 'draft'\n{named}")), &files), ["E0606"]);
    assert_eq!(wrong_with(&template("id = 'other'\nname = { zh = '试写', en = 'Draft' }"), &files), ["E0606"]);
    let mut nameless = wrong_with(&template(named), &files);
    nameless.sort();
    assert_eq!(nameless, ["E0606", "E0607"]);
    assert_eq!(wrong_with("[[template]\n", &files), ["E0601"]);
    assert_eq!(wrong_with(&template(&format!("id = 'other'\n{named}")), &files), ["E0606", "E0604"], "another one");

    let mut files = init_folder(Language::En, EXAMPLE_DAY);
    let text = String::from_utf8(files["skills.csv"].clone()).unwrap();
    let first = text.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_string();
    files.insert("skills.csv".to_string(), text.replacen(&first, "underwater survey", 1).into_bytes());
    assert_eq!(wrong_with("", &files), ["E0503"]);
    assert_eq!(wrong_with("[[skill]]\nzh = '水下勘查'\nen = 'underwater survey'\n", &files), [""; 0]);
    assert_eq!(wrong_with("[[skill]]\nzh = '笔录'\nen = 'underwater survey'\n", &files), ["E0608"]);
    assert_eq!(wrong_with("[[skill]]\nen = 'underwater survey'\n", &files), ["E0607"]);
    assert_eq!(wrong_with("[[skill]]\nzh = '水下勘查'\nen = 3\n", &files), ["E0606"]);
}

#[test]
fn a_key_written_twice_hides_nothing() {
    let (_, faults) = with_folder("[rule.R32]\nenabled = false\nenabled = true\nenable = 1\n[rule.R99]\n");
    let told: Vec<_> = faults.iter().map(|fault| (fault.code, fault.span.clone().unwrap().row)).collect();
    assert_eq!(told, [(codes::E0608, Some(3)), (codes::E0602, Some(4)), (codes::E0603, Some(5))]);
}

#[test]
fn a_section_in_the_wrong_brackets_is_judged_all_the_same() {
    let (_, faults) = with_folder("[adopt]\nrule = 'R99'\n[[team]]\nburden_months = -1\n[[rule.R32]]\nenable = 1\n");
    let told = |row| {
        let at = faults.iter().filter(move |fault| fault.span.as_ref().is_some_and(|span| span.row == Some(row)));
        at.map(|fault| fault.code).collect::<Vec<_>>()
    };
    let (wrong, missing) = (codes::E0606, codes::E0607);
    assert_eq!(told(1), [wrong, missing]);
    assert_eq!(told(2), [codes::E0603]);
    assert_eq!(told(3), [wrong, missing]);
    assert_eq!((told(4), told(5), told(6)), (vec![wrong], vec![wrong], vec![codes::E0602, wrong]));
}

fn policies(kind: &str) -> Vec<(String, String)> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/policies").join(kind))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    let read = |path: &PathBuf| fs::read_to_string(path).unwrap();
    files.iter().map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), read(path))).collect()
}

fn snapshot(kind: &str, name: &str, faults: &[Diagnostic]) {
    let mut out = String::new();
    for fault in faults {
        let span = fault.span.clone().unwrap_or_default();
        let row = span.row.map_or(String::new(), |row| format!(":{row}"));
        let column = span.column.map_or(String::new(), |column| format!(" {column}"));
        let value = span.value.map_or(String::new(), |value| format!(" = {value}"));
        writeln!(out, "{} {}{row}{column}{value}", fault.code, span.file).unwrap();
        for language in [Language::Zh, Language::En] {
            writeln!(out, "  {} / {}", fault.cause.get(language), fault.hint.get(language)).unwrap();
        }
    }
    insta::with_settings!({ snapshot_path => format!("../policies/{kind}"), prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, out);
    });
}

/// Every source file under `folder`, with its text.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

#[test]
fn no_source_reads_a_parameter_that_no_rule_has() {
    let pack = pack();
    for (path, text) in sources(&root().join("src")) {
        // A rule's own folder reads that rule's parameters, other files may read any.
        let own = pack.rules.values().find(|rule| {
            let prefix = format!("{}_", rule.code.to_lowercase());
            path.components().any(|part| part.as_os_str().to_string_lossy().starts_with(&prefix))
        });
        for reader in [".number(\"", ".switch(\"", ".word(\""] {
            for (at, _) in text.match_indices(reader) {
                let name = text[at + reader.len()..].split('"').next().unwrap();
                let known = match own {
                    Some(rule) => rule.parameters.contains_key(name),
                    None => pack.rules.values().any(|rule| rule.parameters.contains_key(name)),
                };
                assert!(known, "{} reads the parameter {name}", path.display());
            }
        }
    }
}

#[test]
fn every_parameter_is_read_by_its_rule() {
    let frame = sources(&root().join("src/rules/frame"));
    for rule in pack().rules.values().filter(|rule| rule.scope == Scope::Team) {
        let mut readers = sources(&folder_of(rule));
        readers.extend(frame.iter().cloned());
        for name in rule.parameters.keys() {
            let quoted = format!("\"{name}\"");
            assert!(readers.iter().any(|(_, text)| text.contains(&quoted)), "{} never reads {name}", rule.code);
        }
    }
}

/// A number that a folder may set stands in the statement by the parameter's name.
#[test]
fn no_statement_writes_out_a_number_that_may_be_set() {
    let counted = ["年", "个月", "天", "人", "名", "倍", "分之"];
    let english = ["three", "four", "five", "six", "seven", "ten", "twelve", "twice", "quarter", "third"];
    // What the law itself says in words, whatever is set.
    let law = [
        "由二人以上进行",
        "由二人以上组成",
        "done by two or more",
        "has two or more",
        "两名正职",
        "三代以内",
        "within three generations",
    ];
    for rule in pack().rules.values().filter(|rule| !rule.parameters.is_empty()) {
        let cleared = |text: &str| law.iter().fold(text.to_string(), |text, words| text.replace(words, ""));
        let (zh, en) = (cleared(&rule.statement.zh), cleared(&rule.statement.en));
        for unit in counted {
            let before = zh.match_indices(unit).filter_map(|(at, _)| zh[..at].chars().next_back());
            let written: Vec<char> = before.filter(|sign| "二两三四五六七八九十百".contains(*sign)).collect();
            assert!(written.is_empty(), "{}: {zh}", rule.code);
        }
        let words: Vec<&str> = en.split(|sign: char| !sign.is_alphabetic()).collect();
        for number in english {
            assert!(!words.contains(&number), "{}: {en}", rule.code);
        }
    }
}

#[test]
fn a_statement_tells_the_numbers_that_are_set() {
    let mut rule = pack().rules["R32"].clone();
    rule.parameters.get_mut("review_years").unwrap().value = ParameterValue::Number(2);
    assert!(rule.stated().zh.contains("离开不满 2 年的须经审查"), "{}", rule.stated().zh);
    for rule in pack().rules.values() {
        let stated = rule.stated();
        assert!(!stated.zh.contains(['{', '}']) && !stated.en.contains(['{', '}']), "{}: {stated:?}", rule.code);
    }
}
