//! `team`, `verify` and `demo` from outside: every exit code that a user can meet, and the same bytes each time.

use std::path::Path;

use crate::cli::evenhand;

const INQUIRY: [&str; 6] = ["--as-of", "2026-11-20", "team", "fixtures/neijiang", "--case", "NJ-2026-01"];

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("JSON")
}

/// A roster from `init`, without its example pin, and a day on which it holds.
fn small_roster() -> (tempfile::TempDir, String) {
    let place = tempfile::tempdir().expect("a temporary folder");
    let dir = place.path().join("roster").display().to_string();
    assert_eq!(evenhand(&["init", &dir]).code, 0);
    std::fs::remove_file(format!("{dir}/pins.csv")).expect("pins.csv");
    (place, dir)
}

/// A copy of the small fixture, for commands that write into the folder.
pub fn small_city() -> (tempfile::TempDir, String) {
    let place = tempfile::tempdir().expect("a temporary folder");
    for entry in std::fs::read_dir("fixtures/neijiang").expect("the fixture") {
        let path = entry.expect("an entry").path();
        std::fs::copy(&path, place.path().join(path.file_name().expect("a name"))).expect("copied");
    }
    let dir = place.path().display().to_string();
    (place, dir)
}

#[test]
fn a_proven_plan_with_every_slot_filled_is_0_and_printed_as_it_is_written() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let file = place.path().join("plan.json").display().to_string();
    let written = evenhand(&[&INQUIRY[..], &["--out", &file, "--format", "json", "--threads", "1"]].concat());
    assert_eq!(written.code, 0, "{}", written.stderr);
    assert_eq!(written.stdout, std::fs::read_to_string(&file).expect("plan.json"));
    let plan = json(&written.stdout);
    assert_eq!(plan["schema"], "evenhand.plan/1");
    assert!(plan["tiers"].as_array().expect("tiers").iter().all(|tier| tier["proven"] == true));

    let verified = evenhand(&["--lang", "en", "--as-of", "2026-11-20", "verify", "fixtures/neijiang", &file]);
    assert_eq!(verified.code, 0, "{}", verified.stdout);
    assert!(!verified.stdout.contains("changed") && !verified.stdout.contains("edited"), "{}", verified.stdout);
    assert_eq!(verified.stdout.lines().count(), 1, "nothing to say but that all holds: {}", verified.stdout);

    // Notes on what the plan was made from are no entries of the check.
    let entries = verified.stdout.trim().trim_end_matches('.');
    let later = evenhand(&["--lang", "en", "--as-of", "2026-11-21", "verify", "fixtures/neijiang", &file]);
    assert_eq!((later.code, later.stdout.matches("note: ").count()), (0, 2), "{}", later.stdout);
    assert!(later.stdout.contains(entries) && !later.stdout.contains("warning"), "{}", later.stdout);
    let counted = evenhand(&["--format", "json", "--as-of", "2026-11-21", "verify", "fixtures/neijiang", &file]);
    let counts = &json(&counted.stdout)["counts"];
    assert_eq!((&counts["notes"], &counts["warn"]), (&2.into(), &0.into()));
}

#[test]
fn a_plan_printed_as_json_has_the_warnings_of_its_check_and_is_verified_with_them() {
    let (_place, dir) = small_city();
    let add = |table: &str, row: &str| {
        let file = format!("{dir}/{table}.csv");
        let text = std::fs::read_to_string(&file).expect("a table");
        std::fs::write(&file, text + row + "\r\n").expect("written");
    };
    // The only safety officer is on leave for a day of a service that goes on.
    add("assignments", "p0116,NJ-2026-01,safety,初核,2026-11-01,2026-12-29,0.2,否,否");
    add("leave", "p0116,2026-12-20,2026-12-20");
    let (file, printed) = (format!("{dir}/plan.json"), format!("{dir}/printed.json"));
    let asked = ["--format", "json", "--as-of", "2026-11-20", "team", &dir, "--case", "NJ-2026-01", "--out", &file];
    let run = evenhand(&asked);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let shown = json(&run.stdout);
    let warnings = shown["warnings"].as_array().expect("warnings");
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert_eq!(warnings[0]["words"]["zh"], "2026-12-20 在岗的安全员只有 0 人");
    assert_eq!(warnings[0]["words"]["en"], "on 2026-12-20: 0 safety officers on duty");

    // They stand as `verify` has them, and but for them the plan is the one in the file.
    std::fs::write(&printed, &run.stdout).expect("written");
    let verified = evenhand(&["--format", "json", "--as-of", "2026-11-20", "verify", &dir, &printed]);
    assert_eq!(verified.code, 0, "{}", verified.stderr);
    let certificate = json(&verified.stdout);
    assert_eq!(certificate["edited"], false);
    let entries = certificate["entries"].as_array().expect("entries");
    assert!(entries.contains(&warnings[0]), "{:?}", warnings[0]);
    let kept = json(&std::fs::read_to_string(&file).expect("plan.json"));
    assert!(kept.get("warnings").is_none());
    let mut bare = shown.clone();
    bare.as_object_mut().expect("an object").remove("warnings");
    assert_eq!(bare, kept);
}

#[test]
fn a_tampered_plan_fails_with_6_and_a_changed_roster_is_said_first() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let plan = evenhand(&[&INQUIRY[..], &["--format", "json"]].concat()).stdout;
    let verify = |text: &str| {
        let file = place.path().join("plan.json");
        std::fs::write(&file, text).expect("written");
        evenhand(&["--lang", "en", "--as-of", "2026-11-20", "verify", "fixtures/neijiang", &file.display().to_string()])
    };
    let mut tampered = json(&plan);
    tampered["assignments"][0]["exposure"] = 99.into();
    let failed = verify(&tampered.to_string());
    assert_eq!(failed.code, 6);
    assert!(failed.stdout.contains("FAIL") && failed.stdout.contains("exposure"), "{}", failed.stdout);

    let mut elsewhere = json(&plan);
    elsewhere["input"]["fingerprint"] = "another roster".into();
    let changed = verify(&elsewhere.to_string());
    assert_eq!(changed.code, 0, "{}", changed.stdout);
    assert!(changed.stdout.lines().take(2).any(|line| line.contains("roster has changed")), "{}", changed.stdout);

    let data = place.path().join("plan.json").display().to_string();
    let run = evenhand(&["--format", "json", "--as-of", "2026-11-20", "verify", "fixtures/neijiang", &data]);
    assert_eq!((&json(&run.stdout)["roster_changed"], &json(&run.stdout)["certified"]), (&true.into(), &true.into()));
}

#[test]
fn what_changes_with_strangers_and_with_time_alone_does_not_break_a_plan() {
    let (_city, dir) = small_city();
    let file = format!("{dir}/plan.json");
    assert_eq!(evenhand(&["--as-of", "2026-11-20", "team", &dir, "--case", "NJ-2026-02", "--out", &file]).code, 0);
    let verify = |day: &str| evenhand(&["--lang", "en", "--as-of", day, "verify", &dir, &file]);
    let optimal = "no check confirms it";
    let same = verify("2026-11-20");
    assert!(same.code == 0 && !same.stdout.contains(optimal), "{}", same.stdout);
    // Declarations lapse in a week, ties fade in a month.
    for day in ["2026-11-28", "2026-12-20"] {
        let later = verify(day);
        assert!(later.code == 0 && later.stdout.contains(optimal), "{day}: {}", later.stdout);
    }
    let declarations = format!("{dir}/declarations.csv");
    let rows = std::fs::read_to_string(&declarations).expect("declarations.csv");
    std::fs::write(&declarations, format!("{rows}p0001,,2026-11-19,无\r\n")).expect("written");
    let grown = verify("2026-11-20");
    assert!(grown.code == 0 && grown.stdout.contains(optimal), "{}", grown.stdout);
    // A figure that is wrong by the very facts of the plan stays a fault.
    let mut plan = json(&std::fs::read_to_string(&file).expect("plan.json"));
    plan["coverage"]["people"] = 7.into();
    std::fs::write(&declarations, rows).expect("written");
    std::fs::write(&file, plan.to_string()).expect("written");
    assert_eq!(verify("2026-11-20").code, 6);
}

#[test]
fn verify_tells_why_somebody_is_recused_for_a_recorded_reason_alone() {
    let (place, dir) = small_city();
    let plan = json(&evenhand(&[&INQUIRY[..], &["--format", "json"]].concat()).stdout);
    let person = plan["assignments"][0]["person"].as_str().expect("a person");
    let kin = format!("{dir}/kin.csv");
    let rows = std::fs::read_to_string(&kin).expect("kin.csv");
    let columns = rows.lines().next().expect("a header").split(',').count();
    let blanks = ",".repeat(columns - 3);
    std::fs::write(&kin, format!("{rows}{person},NJ-2026-01-S1,配偶{blanks}\r\n")).expect("written");
    let file = format!("{dir}/plan.json");
    std::fs::write(&file, plan.to_string()).expect("written");
    let verify =
        |more: &[&str]| evenhand(&[&["--lang", "en", "--as-of", "2026-11-20", "verify", &dir, &file], more].concat());
    let tells = |text: &str| text.contains("NJ-2026-01-S1");

    let plain = verify(&[]);
    assert_eq!(plain.code, 6);
    assert!(plain.stdout.contains("FAIL rules of recusal: block\n"), "{}", plain.stdout);
    assert!(
        plain.stderr.contains(&format!("team {dir} --case NJ-2026-01 --out {dir}/plan.new.json")),
        "{}",
        plain.stderr
    );
    for kept_back in [&plain, &verify(&["--verbose"]), &verify(&["--format", "json"])] {
        assert!(!tells(&kept_back.stdout) && !tells(&kept_back.stderr), "{}", kept_back.stdout);
    }
    let data = json(&verify(&["--format", "json"]).stdout);
    let entries = data["entries"].as_array().expect("entries");
    let screening: Vec<&str> = evenhand::rules::screening().iter().map(|rule| rule.code()).collect();
    assert!(entries.iter().all(|entry| !screening.contains(&entry["rule"].as_str().expect("a rule"))));
    let merged = entries.iter().find(|entry| entry["rule"] == "personal" && entry["verdict"] == "fail");
    assert_eq!(merged.expect("a merged entry")["rules"], serde_json::json!(screening));
    let verbose = verify(&["--verbose"]).stdout;
    // The rules stand in the one line that lists them all, and in none of their own.
    let alone = verbose.lines().filter(|line| screening.iter().any(|code| line.contains(code)));
    let alone: Vec<&str> = alone.filter(|line| !screening.iter().all(|code| line.contains(code))).collect();
    assert!(alone.is_empty(), "{alone:?}");
    assert_eq!(verify(&["--evidence"]).code, 2);
    assert!(!place.path().join("audit.csv").exists());
    let told = verify(&["--evidence", "--reason", "complaint of the person"]);
    assert!(tells(&told.stdout) && told.stdout.contains("FAIL R01 near relative of a party: "), "{}", told.stdout);
    assert_eq!(told.code, 6);
    let audit = std::fs::read_to_string(place.path().join("audit.csv")).expect("audit.csv");
    assert!(audit.contains(",verify,NJ-2026-01,,complaint of the person"), "{audit}");
}

#[test]
fn open_slots_are_7_and_forbidding_them_is_4() {
    let (_place, dir) = small_roster();
    let team = |more: &[&str]| evenhand(&[&["--lang", "en", "--as-of", "2026-07-01", "team", &dir], more].concat());
    let open = team(&[]);
    assert_eq!(open.code, 7, "{}", open.stderr);
    assert!(open.stdout.contains("not formed, draws nobody"), "{}", open.stdout);
    for forbidden in [&["--require", "c1"][..], &["--no-open"]] {
        let refused = team(forbidden);
        assert_eq!((refused.code, refused.stdout.as_str()), (4, ""), "{forbidden:?}");
    }
    let refused = team(&["--no-open", "--format", "json"]);
    assert_eq!(json(&refused.stdout)["exit_code"], 4);
}

#[test]
fn ties_name_kin_as_the_party_is_to_the_person() {
    let (_city, dir) = small_city();
    let kin = format!("{dir}/kin.csv");
    let rows = std::fs::read_to_string(&kin).expect("kin.csv");
    std::fs::write(&kin, format!("{rows}p0052,NJ-2026-01-S1,父亲,,\r\nNJ-2026-01-S1,p0053,父亲,,\r\n"))
        .expect("written");
    for (person, is, is_not) in [("p0052", "父母", "子女"), ("p0053", "子女", "父母")] {
        let asked = ["--lang", "zh", "--as-of", "2026-11-20", "ties", &dir, "--case", "NJ-2026-01", "--person", person];
        let shown = evenhand(&asked).stdout;
        assert!(shown.contains(&format!("\n  {is}\n")) && !shown.contains(is_not), "{shown}");
    }
}

/// The words of the command that a run says to try next, without the program's name.
fn next_command(stderr: &str) -> Vec<String> {
    let line = stderr.lines().last().expect("a last line").trim();
    line.strip_prefix("evenhand ").expect("a command").split(' ').map(str::to_string).collect()
}

#[test]
fn a_run_that_stops_short_says_which_command_goes_on() {
    let (_place, dir) = small_roster();
    let mut words: Vec<String> =
        ["--lang", "en", "--as-of", "2026-07-01", "team", &dir, "--seed", "3", "--no-open", "--require", "c1"]
            .map(str::to_string)
            .to_vec();
    let mut codes = Vec::new();
    while codes.len() < 3 {
        let run = evenhand(&words.iter().map(String::as_str).collect::<Vec<_>>());
        codes.push(run.code);
        words = next_command(&run.stderr);
        assert!(words.join(" ").contains("--seed 3"), "the seed is part of the request: {words:?}");
    }
    assert_eq!(codes, [4, 4, 7], "one wish less each time");

    let hurried = evenhand(&[&INQUIRY[..], &["--lang", "en", "--time-limit", "0"]].concat());
    let words = next_command(&hurried.stderr);
    assert_eq!(evenhand(&words.iter().map(String::as_str).collect::<Vec<_>>()).code, 0, "{words:?}");

    std::fs::write(format!("{dir}/pins.csv"), "人员,案件\nnobody,c1\n").expect("written");
    for command in [&["team", &dir][..], &["screen", &dir, "--case", "c1"], &["check", &dir]] {
        let refused = evenhand(&[&["--lang", "en", "--as-of", "2026-07-01"], command].concat());
        assert_eq!(refused.code, 3);
        assert_eq!(next_command(&refused.stderr)[..2], ["check", &dir]);
    }
    let nowhere = evenhand(&["--lang", "en", "check", "no/such/folder"]);
    assert_eq!((nowhere.code, &next_command(&nowhere.stderr)[..2]), (3, &["init".into(), "no/such/folder".into()][..]));
}

#[test]
fn a_plan_cut_short_by_its_work_limit_is_8_certified_and_the_same_each_time() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let policy = std::fs::read_to_string("models/policies/team/default.toml").expect("the default policy");
    let mut hurried: toml::Table = policy.parse().expect("the default policy is TOML");
    hurried["limits"]["iterations"] = 200.into();
    let file = place.path().join("hurried.toml").display().to_string();
    std::fs::write(&file, hurried.to_string()).expect("written");
    let run = || {
        let from = ["--as-of", "2026-11-20", "--policy", &file, "--format", "json"];
        evenhand(&[&from[..], &["team", "fixtures/neijiang"]].concat())
    };
    let first = run();
    assert_eq!(first.code, 8, "{}", first.stderr);
    let plan = json(&first.stdout);
    assert_eq!((&plan["termination"], &plan["deterministic"]), (&"work_limit".into(), &true.into()));
    assert_eq!(first.stdout, run().stdout);
}

#[test]
fn no_time_at_all_is_5_and_never_taken_for_infeasible() {
    let run = evenhand(&[&INQUIRY[..], &["--lang", "en", "--time-limit", "0"]].concat());
    assert_eq!((run.code, run.stdout.as_str()), (5, ""), "{}", run.stderr);
}

#[test]
fn a_plan_that_waits_for_declarations_says_so_beside_its_proof_and_when_verified() {
    let (_city, dir) = small_city();
    let header = std::fs::read_to_string(format!("{dir}/declarations.csv")).expect("declarations.csv");
    let header = header.lines().next().expect("a header").to_string();
    std::fs::write(format!("{dir}/declarations.csv"), header + "\r\n").expect("written");
    let inquiry = INQUIRY.map(|word| if word == INQUIRY[3] { dir.as_str() } else { word });
    let file = format!("{dir}/plan.json");
    for (lang, proven, owed, verdict) in [
        ("en", "every tier is proven", "Not final: 7 declarations or records still owed", "The plan is not final"),
        ("zh", "均已证明最优", "不是最终方案：尚有 7 项申报或记录待补", "方案不是最终方案"),
    ] {
        let run = evenhand(&[&["--lang", lang], &inquiry[..], &["--provisional", "--out", &file]].concat());
        let lines: Vec<&str> = run.stdout.lines().collect();
        assert!(lines[2].contains(proven) && lines[3].contains(owed), "{}", run.stdout);
        let verify = |format: &str| {
            evenhand(&["--lang", lang, "--as-of", "2026-11-20", "--format", format, "verify", &dir, &file])
        };
        let verified = verify("text");
        assert_eq!(verified.code, 0, "{}", verified.stdout);
        assert!(verified.stdout.contains(verdict), "{}", verified.stdout);
        let data = json(&verify("json").stdout);
        assert_eq!((&data["certified"], &data["final"]), (&true.into(), &false.into()));
    }
    // The flag alone makes no plan provisional.
    let run = evenhand(&[&["--lang", "en"], &INQUIRY[..], &["--provisional", "--out", &file]].concat());
    assert!(!run.stdout.contains("ot final"), "{}", run.stdout);
    let data = evenhand(&["--as-of", "2026-11-20", "--format", "json", "verify", "fixtures/neijiang", &file]);
    assert_eq!(json(&data.stdout)["final"], true);
}

#[test]
fn a_case_that_wants_no_team_is_refused() {
    let run = evenhand(&["--lang", "en", "--as-of", "2026-11-20", "team", "fixtures/neijiang", "--case", "NJ-2025-01"]);
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("E0704"), "{}", run.stderr);
}

#[test]
fn the_models_of_all_tiers_are_exported_and_the_export_is_recorded() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let (_city, dir) = small_city();
    let inquiry = INQUIRY.map(|word| if word == INQUIRY[3] { dir.as_str() } else { word });
    for (prefix, more, name, magic) in [
        ("plain", &[][..], "plain.exposure.mps", &b"NAME"[..]),
        ("small.gz", &[], "small.exposure.mps.gz", &[0x1f, 0x8b]),
        ("owed", &["--provisional"], "owed.provisional.mps", b"NAME"),
    ] {
        let prefix = place.path().join(prefix).display().to_string();
        let run = evenhand(&[&inquiry[..], more, &["--export-model", &prefix]].concat());
        assert_eq!(run.code, 0, "{}", run.stderr);
        let bytes = std::fs::read(place.path().join(name)).expect("the exposure tier's model");
        assert!(bytes.starts_with(magic), "{name}");
    }
    assert_eq!(
        std::fs::read_dir(place.path()).expect("the folder").count(),
        7 + 7 + 8,
        "seven tiers, twice, and eight"
    );
    let record = std::fs::read_to_string(format!("{dir}/audit.csv")).expect("the record");
    assert_eq!(record.matches("team --export-model,NJ-2026-01").count(), 3, "{record}");
    let nowhere = Path::new("no/such/folder/m").display().to_string();
    assert_eq!(evenhand(&[&inquiry[..], &["--export-model", &nowhere]].concat()).code, 3);
}

#[test]
fn a_plan_prints_what_the_local_policy_changes_and_nothing_when_there_is_nothing() {
    let (_place, dir) = small_roster();
    let team = |lang: &str| evenhand(&["--lang", lang, "--as-of", "2026-07-01", "team", &dir, "--case", "c1"]).stdout;
    assert!(!team("en").contains("local policy changes") && !team("zh").contains("本地政策对规则的调整"));
    let policy = "[[adopt]]\nrule = 'R32'\nby = '市纪委常委会'\ndate = 2026-03-01\ndocument = '〔2026〕7号'\n\
                  [rule.R32.parameters]\nreview_years = 2\n[rule.R27]\nenabled = false\n\
                  [rule.R33]\nverdict = { lead = 'warn', deputy = 'warn', member = 'warn' }\n";
    std::fs::write(format!("{dir}/policy.toml"), policy).expect("written");
    let squeezed = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (zh, en) = (squeezed(team("zh")), squeezed(team("en")));
    for words in [
        "本地政策对规则的调整",
        "关闭；任何人不得豁免的规则；没有采用记录",
        "离开不满多少年须经审查：3 → 2；市纪委常委会 2026-03-01 〔2026〕7号",
        "结论（组长/副组长/组员）由需审查/需审查/提示改为提示/提示/提示",
    ] {
        assert!(zh.contains(words), "{words}\n{zh}");
    }
    assert!(en.contains("switched off; a rule that nobody may waive; no decision on record"), "{en}");
    assert!(en.contains("verdicts (lead/deputy/member) review/review/warn → warn/warn/warn"), "{en}");
    let data = evenhand(&["--format", "json", "--as-of", "2026-07-01", "team", &dir, "--case", "c1"]);
    let changes = json(&data.stdout)["policy"]["changes"].clone();
    assert_eq!(changes[0], serde_json::json!({ "rule": "R27", "what": "off" }));
    assert_eq!(changes[1]["what"]["parameter"]["to"], "2");
    assert_eq!(changes[1]["document"], "〔2026〕7号");
}
