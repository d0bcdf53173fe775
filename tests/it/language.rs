//! In Chinese everything printed is Chinese, identifiers aside.

mod plans;

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::evenhand;

/// Whether a line without a Chinese character is made of identifiers, codes and placeholders only.
fn is_identifiers(line: &str) -> bool {
    let words = line.split(|c: char| c.is_whitespace() || "<>[]|,".contains(c)).filter(|word| !word.is_empty());
    words.into_iter().all(|word| word == "evenhand" || word.starts_with('-') || word.contains(['.', '=', '_']))
}

fn is_chinese(line: &str) -> bool {
    line.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

fn commands() -> Vec<String> {
    let help = evenhand(&["--lang", "zh", "--help"]).stdout;
    let list = help.split("命令：\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a list of commands");
    list.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_string).collect()
}

#[test]
fn chinese_help_has_no_english_line() {
    let commands = commands();
    assert!(commands.len() >= 11, "{commands:?}");
    for command in std::iter::once(None).chain(commands.iter().map(Some)) {
        let args: Vec<&str> =
            command.iter().map(|command| command.as_str()).chain(["--lang", "zh", "--help"]).collect();
        let help = evenhand(&args);
        assert_eq!(help.code, 0, "{args:?}");
        for line in help.stdout.lines().filter(|line| !line.trim().is_empty()) {
            assert!(is_chinese(line) || is_identifiers(line), "{args:?}: {line}");
        }
    }
}

#[test]
fn chinese_manual_has_no_english_line() {
    for command in std::iter::once(None).chain(commands().iter().map(Some)) {
        let args: Vec<&str> = ["--lang", "zh", "man"].into_iter().chain(command.map(String::as_str)).collect();
        let page = evenhand(&args).stdout;
        for line in page.lines().filter(|line| !line.trim().is_empty()) {
            let roff = [".ie", ".el", ".TH", ".TP", "v0."].iter().any(|start| line.starts_with(start));
            let named = line.starts_with("evenhand\\-");
            let plain =
                ["\\fB", "\\fI", "\\fR", "\\"].iter().fold(line.to_string(), |line, mark| line.replace(mark, ""));
            let code = plain.chars().all(|c| c.is_ascii_digit());
            assert!(roff || named || code || is_chinese(line) || is_identifiers(&plain), "{args:?}: {line}");
        }
    }
}

#[test]
fn chinese_usage_errors_have_no_english_line() {
    let faulty: [&[&str]; 10] = [
        &["teem"],
        &["check"],
        &["check", "d", "--as-off", "1"],
        &["screen", "d", "--case", "C", "--evidence"],
        &["ties", "d", "--person", "P"],
        &["--format", "xml", "check", "d"],
        &["--seed", "k", "check", "d"],
        &["-q", "-v", "check", "d"],
        &["--as-of", "2026-13-01", "check", "d"],
        &["--threads", "0", "check", "d"],
    ];
    for args in faulty {
        let args: Vec<&str> = ["--lang", "zh"].into_iter().chain(args.iter().copied()).collect();
        let refused = evenhand(&args);
        assert_eq!(refused.code, 2, "{args:?}");
        assert!(refused.stdout.is_empty(), "{args:?}");
        let lines: Vec<&str> = refused.stderr.lines().collect();
        assert!(lines.len() >= 2, "{args:?}: cause and hint: {lines:?}");
        for line in lines {
            assert!(is_chinese(line), "{args:?}: {line}");
        }
    }
}

/// Files below a path, or the one that it names.
fn files(path: &Path) -> Vec<PathBuf> {
    match fs::read_dir(path) {
        Ok(entries) => entries.flat_map(|entry| files(&entry.unwrap().path())).collect(),
        Err(_) => vec![path.to_path_buf()],
    }
}

#[test]
fn one_thing_has_one_word_in_chinese() {
    // The word of the glossary, and one that others use for the same; what a reader may type is an alias.
    let words = [("申报", "声明"), ("跟班", "见习"), ("结对", "搭档")];
    let terms = fs::read_to_string("docs/glossary.md").expect("the glossary");
    for (word, other) in words {
        assert!(terms.contains(&format!("\n| {word} |")), "{word} is a term of the glossary");
        for file in
            ["src", "models", "docs", "README.zh-CN.md", "tests/cmd"].iter().flat_map(|path| files(path.as_ref()))
        {
            let text = fs::read_to_string(&file).expect("text");
            let said = text.lines().find(|line| line.contains(other) && !line.contains("alias"));
            assert_eq!(said, None, "{} says {other} for {word}", file.display());
        }
    }
}

#[test]
fn the_locale_decides_when_the_user_does_not() {
    let today = jiff::civil::date(2026, 11, 20);
    let spoken = |locale: &str, args: &[&str]| {
        let environment = evenhand::cli::Environment {
            args: std::iter::once("evenhand").chain(args.iter().copied()).map(Into::into).collect(),
            locale: Some(locale.to_string()),
            today,
            user: None,
            stderr_is_terminal: false,
        };
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let code = evenhand::cli::run(environment, &mut stdout, &mut stderr);
        assert_eq!(code, evenhand::plan::ExitCode::Success);
        is_chinese(&String::from_utf8(stdout).expect("UTF-8"))
    };
    assert!(spoken("zh-CN", &["--help"]));
    assert!(!spoken("de-DE", &["--help"]));
    assert!(!spoken("zh-CN", &["--help", "--lang", "en"]));
    assert!(spoken("en-US", &["--lang=zh", "--help"]));
}
